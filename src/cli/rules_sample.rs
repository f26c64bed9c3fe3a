//! `belie rules sample`: sentences that a rule matches, as examples to paste.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::args::RulesSampleArgs;
use super::exit::Exit;
use super::options::SelectionArgs;
use super::output;
use super::selection::resolve;
use super::session::Session;
use super::toml_text::quoted;
use crate::claims::claim::Claim;
use crate::claims::finder::Finder;
use crate::examples::run_one;
use crate::report::clean::clean;
use crate::report::text::counted;
use crate::rules::example::{Example, ExampleDoc, Expected, marked};
use crate::rules::rule::Rules;
use crate::source::document::Document;
use crate::source::problem::Problem;
use crate::source::prose::BlockKind;
use crate::source::span::FileSpan;

/// Runs the command.
#[must_use]
pub fn run(args: &RulesSampleArgs) -> Exit {
    let stream = &args.stream;
    let mut session = Session::start_on_rules(&args.rules, &SelectionArgs::default(), &stream.console);
    let sources = session.sources(&args.sources);
    let rules = std::mem::take(&mut session.rules);
    let wanted = match claims(&args.id, &rules).and_then(|wanted| with_phrase(wanted, args, &rules)) {
        Ok(wanted) => wanted,
        Err(problem) => {
            session.problems.push(*problem);
            Vec::new()
        }
    };
    let finder = Finder::new(&rules);
    let documents = if wanted.is_empty() {
        Vec::new()
    } else {
        session.read(&sources, |document| sampled(&rules, &finder, &wanted, args.phrase, document, sources.date))
    };
    let documents = once(documents);
    let all = documents.iter().map(Vec::len).sum();
    let chosen = spread(documents, args.number);
    session.complain();
    let told = output::tell(stream, |_, out| {
        chosen.iter().try_for_each(|sample| write(sample, &rules, out))?;
        if stream.console.quiet || wanted.is_empty() {
            return Ok(());
        }
        writeln!(out, "# {} of {}", chosen.len(), counted(all, "sentence", "sentences"))
    });
    session.end(told)
}

/// The claim rules that an id names, by index.
fn claims(id: &str, rules: &Rules) -> Result<Vec<usize>, Box<Problem>> {
    let names = resolve(id, rules)?;
    let claims: Vec<usize> =
        (0..rules.claims.len()).filter(|&claim| names.contains(&&rules.claims[claim].name)).collect();
    if !claims.is_empty() {
        return Ok(claims);
    }
    let problem = Problem::error(id, "no claim rule, so that nothing can be sampled");
    Err(Box::new(problem.with_help("sample one of the claims that it is given")))
}

/// The rules, if the phrase that is asked for is one of a single rule's.
fn with_phrase(wanted: Vec<usize>, args: &RulesSampleArgs, rules: &Rules) -> Result<Vec<usize>, Box<Problem>> {
    let Some(phrase) = args.phrase else { return Ok(wanted) };
    let fault = |message: &str, help: &str| Err(Box::new(Problem::error(&*args.id, message).with_help(help)));
    let [rule] = wanted[..] else {
        return fault("`--phrase` counts the phrases of one rule", "name one rule, not a pack");
    };
    let all = rules.claims[rule].phrases.len() + rules.claims[rule].regexes.len();
    if phrase == 0 || phrase > all {
        let message = format!("the rule has {}, and no number {phrase}", counted(all, "phrase", "phrases"));
        return fault(&message, "phrases are counted from 1, as `belie rules show` lists them");
    }
    Ok(wanted)
}

/// A sentence that a rule matches.
struct Sample {
    rule: usize,
    /// The source and the line.
    name: String,
    text: String,
    verdict: Expected,
    /// The guards that mark matches in it.
    marks: BTreeSet<String>,
}

/// The samples of one document, in its order.
fn sampled(
    rules: &Rules,
    finder: &Finder<'_>,
    wanted: &[usize],
    phrase: Option<usize>,
    document: &Document,
    date: Option<chrono::NaiveDate>,
) -> Vec<Sample> {
    let found = finder.read(document, date);
    let mut samples = Vec::new();
    for &rule in wanted {
        let of_phrase = |claim: &&Claim| phrase.is_none_or(|phrase| claim.phrase + 1 == phrase);
        let of_rule: Vec<&Claim> = found.claims.iter().filter(|claim| claim.rule == rule).filter(of_phrase).collect();
        for of_sentence in of_rule.chunk_by(|a, b| a.sentence == b.sentence) {
            samples.extend(sample(rules, finder, of_sentence, document));
        }
    }
    samples
}

/// The sentence of some claims of one rule as an example. What the rule finds in the sentence alone is marked, which may
/// be less than it found in the whole document; a sentence in which it finds nothing alone is none.
fn sample(rules: &Rules, finder: &Finder<'_>, claims: &[&Claim], document: &Document) -> Option<Sample> {
    let claim = claims.first()?;
    let sentence = &document.sentences()[claim.sentence];
    let words = document.prose.slice(document.span(sentence.tokens.start as usize, sentence.tokens.end as usize));
    let mut text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        // A row is only one in a line of its own.
        text += "\n";
    }
    // Double brackets would be read as marks.
    if text.contains("[[") || text.contains("]]") {
        return None;
    }
    let doc = |values| ExampleDoc { place: FileSpan::default(), date: None, text: text.clone(), values };
    let example = |verdict, values| Example {
        name: String::new(),
        place: FileSpan::default(),
        docs: vec![doc(values)],
        verdict,
        todo: false,
    };
    let outcome = run_one(rules, finder, claim.rule, &example(Expected::Ok, Vec::new()));
    let found = &outcome.docs.first()?.found;
    if found.windows(2).any(|two| two[0].overlaps(two[1])) || found.is_empty() && outcome.guards.is_empty() {
        return None;
    }
    let place = claim.at.file.place(claim.at.span);
    Some(Sample {
        rule: claim.rule,
        name: format!("{}:{}", claim.at.file.name(), place.line),
        text: marked(&text, found),
        verdict: outcome.verdict,
        marks: outcome.guards.iter().map(|&guard| rules.guards[guard].name.clone()).collect(),
    })
}

/// Every text of a rule only where it comes first.
fn once(mut documents: Vec<Vec<Sample>>) -> Vec<Vec<Sample>> {
    let mut seen = BTreeSet::new();
    for samples in &mut documents {
        samples.retain(|sample| seen.insert((sample.rule, sample.text.clone())));
    }
    documents
}

/// At most `most` samples, as evenly taken from the documents as they have any: every round takes one from each that
/// still has some, and of one document those that lie evenly apart. The order of the documents stays.
fn spread(documents: Vec<Vec<Sample>>, most: usize) -> Vec<Sample> {
    let sizes: Vec<usize> = documents.iter().map(Vec::len).collect();
    let shares = shares(&sizes, most);
    let of_document = |(samples, share): (Vec<Sample>, usize)| {
        let size = samples.len();
        let chosen: BTreeSet<usize> = (0..share).map(|at| at * size / share).collect();
        samples.into_iter().enumerate().filter(move |(at, _)| chosen.contains(at)).map(|(_, sample)| sample)
    };
    documents.into_iter().zip(shares).flat_map(of_document).collect()
}

/// How many to take from each, where there are so many. Where there are more documents than samples to take, they lie
/// evenly apart.
fn shares(sizes: &[usize], most: usize) -> Vec<usize> {
    let mut shares = vec![0; sizes.len()];
    let mut left = most;
    loop {
        let open: Vec<usize> = (0..sizes.len()).filter(|&at| shares[at] < sizes[at]).collect();
        let take = left.min(open.len());
        if take == 0 {
            return shares;
        }
        for number in 0..take {
            shares[open[number * open.len() / take]] += 1;
        }
        left -= take;
    }
}

fn write(sample: &Sample, rules: &Rules, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "[[claim.{}.example]]", clean(&rules.claims[sample.rule].name.id))?;
    writeln!(out, "name = {}", quoted(&sample.name))?;
    writeln!(out, "text = {}", quoted(&sample.text))?;
    write!(out, "verdict = \"{}\"", sample.verdict.name())?;
    if !sample.marks.is_empty() {
        let marks: Vec<String> = sample.marks.iter().map(|mark| clean(mark)).collect();
        write!(out, " # guards: {}", marks.join(", "))?;
    }
    writeln!(out, "\n")
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn samples_are_spread_evenly() {
        for (sizes, most, expected) in [
            (vec![5, 5, 5], 3, vec![1, 1, 1]),
            (vec![5, 0, 1], 4, vec![3, 0, 1]),
            (vec![9, 9, 9, 9], 2, vec![1, 0, 1, 0]),
            (vec![1, 2], 10, vec![1, 2]),
            (vec![3], 0, vec![0]),
            (vec![], 3, vec![]),
        ] {
            assert_eq!(shares(&sizes, most), expected, "{sizes:?} {most}");
        }
    }
}
