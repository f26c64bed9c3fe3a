//! `belie rules new`: a draft of a rule from a sentence in which the values are marked.

use std::ops::Range;
use std::sync::Arc;

use super::args::RulesNewArgs;
use super::exit::Exit;
use super::options::SelectionArgs;
use super::output;
use super::session::Session;
use super::toml_text::quoted;
use crate::claims::finder::Finder;
use crate::examples::{Outcome, run_one};
use crate::rules::example::{Expected, unmark};
use crate::rules::load::load;
use crate::source::document::{Document, Header};
use crate::source::file::File;
use crate::source::plain::plain;
use crate::source::problem::Problem;
use crate::source::span::Span;
use crate::source::token::TokenKind;
use crate::values::find::find;
use crate::values::names::Names;
use crate::values::value::{Kind, Reading};

/// Runs the command.
#[must_use]
pub fn run(args: &RulesNewArgs) -> Exit {
    let mut session = Session::start_on_rules(&args.rules, &SelectionArgs::default(), &args.stream.console);
    let draft = match draft(&args.sentence, args.id.as_deref(), &session.rules.names) {
        Ok(draft) => draft,
        Err(fault) => {
            session.problems.push(problem(fault.message, fault.help));
            String::new()
        }
    };
    if !draft.is_empty() {
        session.problems.extend(failure(&draft));
    }
    session.complain();
    let told = output::tell(&args.stream, |_, out| out.write_all(draft.as_bytes()));
    session.end(told)
}

fn problem(message: String, help: String) -> Problem {
    Problem::error("rules new", message).with_help(help)
}

/// Why no rule can be drafted.
#[derive(Debug, PartialEq, Eq)]
struct Undrafted {
    message: String,
    help: String,
}

fn undrafted(message: impl Into<String>, help: impl Into<String>) -> Undrafted {
    Undrafted { message: message.into(), help: help.into() }
}

/// The rule file.
fn draft(sentence: &str, id: Option<&str>, names: &Names) -> Result<String, Undrafted> {
    let (text, marks) = unmark(sentence)
        .map_err(|_| undrafted("the marks `[[…]]` do not pair", "put each value between `[[` and `]]`"))?;
    if marks.is_empty() {
        return Err(undrafted("no value is marked", "put what is to be compared between `[[` and `]]`"));
    }
    let file = Arc::new(File::new("sentence", text.as_str()));
    let document = Document::new(file, plain(&text, 0), Header::default());
    let readings = find(&document, names);
    let mut slots: Vec<Slot> = Vec::new();
    for mark in &marks {
        let slot = slot(&document, &readings, *mark, &text, &slots)?;
        slots.push(slot);
    }
    let phrase = phrase(&document, &slots)?;
    let id = id.map_or_else(|| slug(&literal_words(&document, &slots)), ToOwned::to_owned);
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) || !id.bytes().all(allowed) {
        let help = "use letters, digits and hyphens, a letter first: `prime-minister`";
        return Err(undrafted(format!("`{id}` cannot be the id of a rule"), help));
    }
    Ok(rule_file(&id, &phrase, sentence, &slots))
}

/// A marked value: the slot that reads it.
#[derive(Debug)]
struct Slot {
    tokens: Range<usize>,
    name: String,
    of: &'static str,
}

/// The slot for a mark: of the type that belie reads just there, else of a name or of words.
fn slot(document: &Document, readings: &[Reading], mark: Span, text: &str, others: &[Slot]) -> Result<Slot, Undrafted> {
    let words = &text[mark.range()];
    let tokens = document.tokens();
    let first = tokens.partition_point(|token| token.span.end <= mark.start);
    let end = tokens.partition_point(|token| token.span.start < mark.end);
    if first >= end {
        return Err(undrafted(format!("`{words}` is no value"), "mark whole words"));
    }
    let last = end - 1;
    if tokens[first].span.start != mark.start || tokens[last].span.end != mark.end {
        return Err(undrafted(
            format!("the mark around `{words}` cuts a word"),
            "mark whole words, without blanks at the ends",
        ));
    }
    let range = first..end;
    let of_reading = |reading: &&Reading| reading.tokens.start as usize..reading.tokens.end as usize;
    let exact: Vec<Kind> =
        readings.iter().filter(|reading| of_reading(reading) == range).map(|reading| reading.kind).collect();
    let kind = Kind::ALL.into_iter().find(|kind| exact.contains(kind));
    let (name, of) = if let Some(kind) = kind {
        // Beside another value a weekday tells when, as a date does.
        let kind = if kind == Kind::Weekday && !others.is_empty() { Kind::Date } else { kind };
        (slot_name(kind), kind.name())
    } else if let Some(other) = readings.iter().find(|reading| {
        let other = of_reading(reading);
        other.start < range.end && range.start < other.end
    }) {
        let read = document.prose.slice(document.span(other.tokens.start as usize, other.tokens.end as usize));
        return Err(undrafted(
            format!("`{words}` is marked, but belie reads `{read}` as one value ({})", other.kind.name()),
            format!("mark `{read}`"),
        ));
    } else if range.clone().any(|at| tokens[at].kind == TokenKind::Mark) || range.len() > 4 {
        return Err(undrafted(
            format!("`{words}` is no value that belie can read"),
            "mark a name, a number, a date, or up to four words",
        ));
    } else if range.clone().all(|at| document.capital(at)) {
        ("name", "name")
    } else if range.len() == 1 {
        ("what", "word")
    } else {
        ("what", "words")
    };
    let taken = |name: &str| others.iter().any(|other| other.name == name);
    let free = (2..).map(|number| format!("{name}-{number}")).find(|name| !taken(name));
    let name = if taken(name) { free.unwrap_or_default() } else { name.to_owned() };
    Ok(Slot { tokens: range, name, of })
}

/// What a slot of a type is mostly called.
fn slot_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "who",
        Kind::Place | Kind::Country | Kind::Demonym => "where",
        Kind::Office => "office",
        Kind::Org => "body",
        Kind::Date | Kind::Range => "when",
        Kind::Weekday => "day",
        Kind::Time => "time",
        Kind::Count | Kind::Number => "number",
        Kind::Quantity => "size",
        Kind::Identifier | Kind::Code => "code",
        Kind::Money | Kind::Amount => "amount",
        Kind::Percent => "share",
        Kind::Duration => "length",
        Kind::Age => "age",
        Kind::Ordinal => "nth",
    }
}

/// The sentence of the values, with slots for them and its last mark left out.
fn phrase(document: &Document, slots: &[Slot]) -> Result<String, Undrafted> {
    let sentence = document.sentence_at(slots[0].tokens.start);
    if slots.iter().any(|slot| document.sentence_at(slot.tokens.start) != sentence) {
        return Err(undrafted(
            "the values stand in different sentences",
            "a phrase reads one sentence; mark values of one",
        ));
    }
    let mut range = {
        let tokens = &document.sentences()[sentence].tokens;
        tokens.start as usize..tokens.end as usize
    };
    while range.end > range.start && matches!(document.word(range.end - 1), "." | "!" | "?") {
        range.end -= 1;
    }
    let mut phrase = String::new();
    let mut at = range.start;
    while at < range.end {
        if at > range.start && !document.glued(at) {
            phrase.push(' ');
        }
        if let Some(slot) = slots.iter().find(|slot| slot.tokens.start == at) {
            phrase.push_str(&written(slot));
            at = slot.tokens.end;
            continue;
        }
        for c in document.raw(at).chars() {
            if "[](){}<>|@\\…".contains(c) {
                phrase.push('\\');
            }
            phrase.push(c);
        }
        at += 1;
    }
    if literal_words(document, slots).is_empty() {
        return Err(undrafted("all words are marked", "leave the words unmarked that tell what the value is"));
    }
    Ok(phrase)
}

fn written(slot: &Slot) -> String {
    if slot.name == slot.of { format!("{{{}}}", slot.name) } else { format!("{{{}:{}}}", slot.name, slot.of) }
}

/// The words of the sentence that are no values.
fn literal_words(document: &Document, slots: &[Slot]) -> Vec<String> {
    let sentence = document.sentence_at(slots[0].tokens.start);
    let tokens = &document.sentences()[sentence].tokens;
    let literal = (tokens.start as usize..tokens.end as usize)
        .filter(|&at| document.tokens()[at].kind == TokenKind::Word && document.word(at) != "'s")
        .filter(|at| !slots.iter().any(|slot| slot.tokens.contains(at)));
    literal.map(|at| document.word(at).to_owned()).collect()
}

/// An id from the first words that say something.
fn slug(words: &[String]) -> String {
    const SMALL: [&str; 16] =
        ["the", "a", "an", "of", "in", "on", "at", "to", "for", "and", "is", "was", "are", "were", "has", "by"];
    let telling =
        |word: &&String| !SMALL.contains(&word.as_str()) && word.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let slug = words.iter().filter(telling).take(3).map(String::as_str).collect::<Vec<_>>().join("-");
    if slug.starts_with(|c: char| c.is_ascii_alphabetic()) { slug } else { "my-rule".to_owned() }
}

fn rule_file(id: &str, phrase: &str, sentence: &str, slots: &[Slot]) -> String {
    let value = &slots[0];
    // A slot `when` that is not the value says when the claim holds; all others say what it is about.
    let key: Vec<String> =
        slots[1..].iter().filter(|slot| slot.name != "when").map(|slot| format!("\"{}\"", slot.name)).collect();
    let lines = [
        "schema = 1".to_owned(),
        String::new(),
        "[pack]".to_owned(),
        format!("name = {}", quoted(&format!("my-{id}"))),
        "description = \"\" # what the rules of this file are for".to_owned(),
        String::new(),
        format!("[claim.{}]", id),
        format!("title = {} # what is stated, in words for a report", quoted(&title(phrase))),
        "# Leave out words that may differ, or write [optional], (one|another), light[s], ...4 for a gap of up to 4 words."
            .to_owned(),
        format!("phrases = [{}]", quoted(phrase)),
        format!("value = \"{}\" # what is compared", value.name),
        format!("key = [{}] # what it is about: only claims with equal keys are compared", key.join(", ")),
        String::new(),
        format!("[[claim.{}.example]]", id),
        "name = \"the sentence this rule was made from\"".to_owned(),
        format!("text = {}", quoted(&only_first_mark(sentence))),
        "verdict = \"ok\"".to_owned(),
        String::new(),
        "# Next: add an example of two sentences that contradict each other (verdict = \"conflict\") and of two that only"
            .to_owned(),
        "# seem to (verdict = \"ok\"), then run `belie rules check` and `belie rules test` with `--rules` and this file."
            .to_owned(),
    ];
    lines.join("\n") + "\n"
}

/// The phrase with its slots left open.
fn title(phrase: &str) -> String {
    let mut title = String::new();
    let mut rest = phrase;
    while let Some((words, slot)) = rest.split_once('{') {
        // A bracket that belongs to the words has a backslash before it.
        let (open, behind) = match words.strip_suffix('\\') {
            Some(_) => ("{", slot),
            None => ("…", slot.split_once('}').map_or("", |(_, behind)| behind)),
        };
        title.extend([words, open]);
        rest = behind;
    }
    (title + rest).replace('\\', "")
}

/// Only the value of a claim is marked in its examples.
fn only_first_mark(sentence: &str) -> String {
    match sentence.split_once("]]") {
        Some((first, rest)) => format!("{first}]]{}", rest.replace("[[", "").replace("]]", "")),
        None => sentence.to_owned(),
    }
}

/// Why the draft does not do what its own example says.
fn failure(draft: &str) -> Vec<Problem> {
    let (rules, problems) = load(&[(Arc::new(File::new("draft", draft)), false)]);
    if !problems.is_empty() {
        return problems;
    }
    let Some(example) = rules.claims.first().and_then(|rule| rule.examples.first()) else { return Vec::new() };
    let Outcome { faults, guards, docs, .. } = run_one(&rules, &Finder::new(&rules), 0, example);
    if faults.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> = guards.iter().map(|&guard| format!("`{}`", rules.guards[guard].name)).collect();
    let nothing = docs.iter().all(|doc| doc.found.is_empty());
    let (message, help) = if !names.is_empty() {
        (
            format!(
                "the draft does not pass its own example, because {} marks the sentence as no plain statement",
                names.join(", ")
            ),
            "take a sentence that states it plainly, or leave the guard out with `guards = […]`".to_owned(),
        )
    } else if nothing {
        (
            "the draft does not pass its own example: the phrase does not match".to_owned(),
            format!("see what is read with `belie values`; the verdict must be `{}`", Expected::Ok.name()),
        )
    } else {
        let found = docs.iter().find_map(|doc| Some(&doc.text[doc.found.first()?.range()])).unwrap_or_default();
        let help = if draft.contains(":words}") {
            "a slot of words ends where the rest of the phrase goes on: let a word or a mark follow the marked words, or name \
             what may stand there in a `[choice]`"
        } else {
            "see what is read with `belie values`"
        };
        (
            format!("the draft does not pass its own example: it finds `{found}`, which is not what is marked"),
            help.to_owned(),
        )
    };
    vec![problem(message, help)]
}

#[cfg(test)]
mod tests {
    use super::{draft, failure};
    use crate::values::names::Names;

    #[track_caller]
    fn check(sentence: &str, lines: &[&str]) {
        let draft = draft(sentence, None, &Names::default()).unwrap();
        let told: Vec<String> = failure(&draft).into_iter().map(|problem| problem.message).collect();
        assert!(told.is_empty(), "{sentence}: {told:?}\n{draft}");
        for line in lines {
            assert!(draft.lines().any(|found| found.starts_with(line)), "{line} is not in\n{draft}");
        }
    }

    #[test]
    fn a_marked_sentence_becomes_a_rule_that_passes_its_own_example() {
        check(
            "Prime Minister [[Ida Holm]] opened the fair.",
            &[
                "[claim.prime-minister-opened]",
                "phrases = [\"Prime Minister {who:person} opened the fair\"]",
                "value = \"who\"",
                "key = []",
            ],
        );
        check("The bridge cost [[€2 million]] in all.", &["phrases = [\"The bridge cost {amount:money} in all\"]"]);
        check(
            "[[Ida Holm]]'s ferry carried [[40]] cars.",
            &["phrases = [\"{who:person}'s ferry carried {number:count} cars\"]", "key = [\"number\"]"],
        );
        check(
            "The fair in [[Norway]] opens on [[3 May 2031]].",
            &["phrases = [\"The fair in {where:country} opens on {when:date}\"]", "key = []"],
        );
        check(
            "The toll rose to [[at least 40]] on [[Monday]].",
            &["phrases = [\"The toll rose to {number:count} on {when:date}\"]", "key = []"],
        );
        check(
            "The ferry (a new one) is called [[Morning Star]].",
            &["phrases = ['The ferry \\(a new one\\) is called {name}']"],
        );
        check("The roof is [[green]], not blue.", &["phrases = [\"The roof is {what:word}, not blue\"]"]);
        check("She said \"the price is [[€40]]\".", &["phrases = ['She said \"the price is {amount:money}\"']"]);
    }

    #[test]
    fn a_draft_that_finds_another_value_shows_it() {
        let draft = draft("The fair opens with [[Salt and Ash]]", None, &Names::default()).unwrap();
        let told = failure(&draft).into_iter().map(|problem| problem.message).collect::<Vec<_>>().join("; ");
        assert!(told.contains("finds `Salt`"), "{told}");
    }

    #[test]
    fn what_cannot_become_a_rule_says_why() {
        for (sentence, message) in [
            ("No value.", "no value is marked"),
            ("[[Ida Holm opened it.", "the marks `[[…]]` do not pair"),
            ("[[Ida Holm]]", "all words are marked"),
            ("It opened on 3 [[May]] 2031.", "`May` is marked, but belie reads `3 May 2031` as one value (date)"),
            ("Ida Ho[[lm]] opened it.", "the mark around `lm` cuts a word"),
            ("It is [[3]] or [[…]].", "`…` is no value that belie can read"),
            ("It is [[blue]]. It is [[old]].", "the values stand in different sentences"),
        ] {
            assert_eq!(draft(sentence, None, &Names::default()).unwrap_err().message, message, "{sentence}");
        }
    }

    #[test]
    fn a_guard_that_silences_the_sentence_is_named() {
        let draft = draft("Has Prime Minister [[Ida Holm]] opened the fair?", None, &Names::default()).unwrap();
        let told: Vec<String> = failure(&draft).into_iter().map(|problem| problem.message).collect();
        assert_eq!(
            told,
            ["the draft does not pass its own example, because `question` marks the sentence as no plain statement"]
        );
    }
}
