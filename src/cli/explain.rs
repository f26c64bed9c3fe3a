//! `belie explain`: what a rule looks for, or what it reads on one line of a source, and why not more.

use std::io::{self, Write};

use super::args::ExplainArgs;
use super::check::without_repeats;
use super::config::{SourceConfig, SourceInput};
use super::exit::Exit;
use super::options::{LineArg, SelectionArgs};
use super::output;
use super::rules::pages;
use super::selection::resolve;
use super::session::Session;
use crate::claims::claim::{Claim, Mark};
use crate::claims::document_claims::DocumentClaims;
use crate::claims::finder::Finder;
use crate::claims::near_miss::{NearMiss, NearMisses};
use crate::conflicts::comparison::Comparison;
use crate::conflicts::finding::Finding;
use crate::conflicts::relation::relation;
use crate::conflicts::trial::{lacking, trials};
use crate::report::clean::clean;
use crate::report::explained::{ExplainedClaim, dropped, page};
use crate::report::look::Look;
use crate::report::text::counted;
use crate::report::{near_miss, text};
use crate::rules::rule::{RuleName, Rules, Scope};
use crate::source::document::Document;
use crate::source::file::File;
use crate::source::problem::Problem;
use crate::source::span::FileSpan;

/// Runs the command.
#[must_use]
pub fn run(args: &ExplainArgs) -> Exit {
    let mut session = Session::start_on_rules(&args.rules, &SelectionArgs::default(), &args.stream.console);
    let names: Vec<RuleName> = match resolve(&args.rule, &session.rules) {
        Ok(names) => names.into_iter().cloned().collect(),
        Err(problem) => {
            session.problems.push(*problem);
            Vec::new()
        }
    };
    match &args.line {
        None => explain_rules(args, &names, &session),
        Some(line) => explain_line(args, line, &names, &mut session),
    }
}

fn explain_rules(args: &ExplainArgs, names: &[RuleName], session: &Session) -> Exit {
    session.complain();
    let names: Vec<&RuleName> = names.iter().collect();
    let page = pages(&names, &session.rules, true);
    let told = output::tell(&args.stream, |_, out| out.write_all(page.as_bytes()));
    session.end(told)
}

fn explain_line(args: &ExplainArgs, line: &LineArg, names: &[RuleName], session: &mut Session) -> Exit {
    if line.path.is_dir() {
        session.problems.push(problem(line, "is a folder", "name one file of it, and a line"));
    }
    if names.is_empty() || line.path.is_dir() {
        session.complain();
        return session.end(Ok(()));
    }
    let date = args.date.or(session.settings.date);
    let sources = SourceConfig { input: SourceInput::Paths(vec![line.path.clone()]), date };
    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let wanted = claims_of(names, &rules);
    let near_misses = NearMisses::new(&rules, &wanted);
    let read = session.read(&sources, |document| {
        let found = finder.read(document, date);
        let line = Line::of(document, &found, &near_misses, line.line);
        (found, line)
    });
    let (mut documents, lines): (Vec<DocumentClaims>, Vec<Line>) = read.into_iter().unzip();
    session.problems.extend(lines.iter().filter_map(|read| read.fault(line)));
    let evidence = SourceConfig { input: SourceInput::Paths(args.against.clone()), date };
    documents.extend(session.read(&evidence, |document| finder.read(document, date)));
    without_repeats(&mut documents, lines.len());
    let comparison = Comparison::of(&rules, documents);
    session.complain();
    let told = output::tell(&args.stream, |look, mut out| {
        let comparison = &comparison;
        let told = Told { args, names, wanted: &wanted, rules: &rules, comparison, line, read: lines.len() };
        told.write(&lines, look, &mut out)
    });
    session.end(told)
}

/// The claims that the names stand for, by index; a check stands for those that it relates.
fn claims_of(names: &[RuleName], rules: &Rules) -> Vec<usize> {
    let given = rules.checks.iter().filter(|check| names.contains(&check.name)).flat_map(|check| &check.given);
    let related: Vec<usize> = given.map(|(_, claim)| *claim).collect();
    (0..rules.claims.len()).filter(|at| names.contains(&rules.claims[*at].name) || related.contains(at)).collect()
}

/// What stands on the line of one source.
struct Line {
    /// How many lines the source has.
    lines: u32,
    /// The lines on which the sentences of the line begin and end; where it has none, those of the nearest sentence.
    sentences: Option<(u32, u32)>,
    /// How near the phrases come that match none of its sentences.
    misses: Vec<NearMiss>,
}

impl Line {
    fn of(document: &Document, found: &DocumentClaims, near_misses: &NearMisses<'_>, line: u32) -> Self {
        let place = |sentence: usize| {
            let tokens = &document.sentences()[sentence].tokens;
            let span = document.span(tokens.start as usize, tokens.end as usize);
            let place = document.file.place(document.in_file(span));
            (place.line, place.end_line)
        };
        let sentences = 0..document.sentences().len();
        let here: Vec<usize> = sentences.clone().filter(|&at| (place(at).0..=place(at).1).contains(&line)).collect();
        let distance = |&(first, last): &(u32, u32)| first.saturating_sub(line).max(line.saturating_sub(last));
        Self {
            lines: document.file.text().lines().count() as u32,
            sentences: sentences.map(place).min_by_key(distance),
            misses: near_misses.read(document, found, &here),
        }
    }

    /// Why nothing can be told of the line.
    fn fault(&self, line: &LineArg) -> Option<Problem> {
        let (wanted, lines) = (line.line, counted(self.lines as usize, "line", "lines"));
        match self.sentences {
            _ if wanted > self.lines => {
                Some(problem(line, &format!("has {lines}, and no line {wanted}"), "lines are counted from 1"))
            }
            None => Some(problem(line, "has no sentence", "there is nothing that a rule could read")),
            Some((first, last)) if (first..=last).contains(&wanted) => None,
            Some((first, _)) => Some(problem(
                line,
                &format!("no sentence stands on line {wanted}"),
                &format!("the nearest one stands on line {first}"),
            )),
        }
    }
}

fn problem(line: &LineArg, message: &str, help: &str) -> Problem {
    Problem::error(line.path.to_string_lossy(), message).with_help(help)
}

/// What was asked, and all that was found.
struct Told<'a> {
    args: &'a ExplainArgs,
    names: &'a [RuleName],
    wanted: &'a [usize],
    rules: &'a Rules,
    comparison: &'a Comparison<'a>,
    line: &'a LineArg,
    /// How many of the documents were asked for; those behind them are evidence.
    read: usize,
}

/// How many phrases are shown that match nothing, unless all are asked for.
const MOST_MISSES: usize = 3;

impl Told<'_> {
    fn write(&self, lines: &[Line], look: Look, out: &mut impl Write) -> io::Result<()> {
        let claims = self.claims().filter(|claim| self.wanted.contains(&claim.rule));
        let claims: Vec<&Claim> = claims.filter(|claim| self.on_line(&claim.at.file, claim.at.span)).collect();
        let documents = self.comparison.documents();
        let of_rules = |rule: usize| self.wanted.contains(&rule);
        let matches = documents[..self.read]
            .iter()
            .flat_map(|document| &document.dropped)
            .filter(|dropped| of_rules(dropped.rule));
        let matches: Vec<_> = matches.filter(|dropped| self.on_line(&dropped.file, dropped.span)).collect();
        let known = lines.iter().any(|line| line.fault(self.line).is_none());
        let silent = claims.is_empty();
        if silent && matches.is_empty() && known {
            let path = self.line.path.to_string_lossy();
            writeln!(out, "`{}` reads nothing on {}:{}\n", clean(&self.args.rule), clean(&path), self.line.line)?;
        }
        for claim in claims {
            write!(out, "{}", page(&explained(claim, self.rules)))?;
            for other in self.against_others(claim) {
                writeln!(out, "  {other}")?;
            }
            writeln!(out)?;
        }
        for found in matches {
            writeln!(out, "{}\n", dropped(found, self.rules))?;
        }
        self.trials(out)?;
        text::write(&self.findings(), Look { verbose: true, ..look }, out)?;
        for (line, document) in lines.iter().zip(documents).filter(|(line, _)| line.fault(self.line).is_none()) {
            self.misses(&line.misses, silent, &document.file, look, out)?;
        }
        Ok(())
    }

    /// What the checks that were asked for come to with a claim of the line.
    fn trials(&self, out: &mut impl Write) -> io::Result<()> {
        for check in self.rules.checks.iter().filter(|check| self.names.contains(&check.name)) {
            let on_line = |claim: &Claim| self.on_line(&claim.at.file, claim.at.span);
            let trials = trials(check, self.comparison, on_line);
            let reached =
                |claim: &Claim| matches!(check.within, Scope::Corpus | Scope::Event) || claim.document < self.read;
            let lacking = lacking(check, self.comparison, reached);
            if trials.is_empty() && lacking.is_empty() {
                continue;
            }
            writeln!(out, "{}", check.name)?;
            for name in lacking {
                writeln!(out, "  nothing is related: no claim counts that could be `{name}`")?;
            }
            for trial in trials.iter().take(MOST_OTHERS) {
                let given = check.given.iter().zip(&trial.claims).map(|((name, _), claim)| {
                    format!("{name} = `{}` at {}", clean(&claim.value.to_string()), self.place(claim))
                });
                writeln!(out, "  {}: {}", given.collect::<Vec<_>>().join(", "), trial.outcome)?;
            }
            if trials.len() > MOST_OTHERS {
                writeln!(out, "  and {} more", trials.len() - MOST_OTHERS)?;
            }
            writeln!(out)?;
        }
        Ok(())
    }

    /// Where a claim stands, as seen from the line.
    fn place(&self, claim: &Claim) -> String {
        let line = claim.at.file.place(claim.at.span).line;
        match claim.document < self.read {
            true => format!("line {line}"),
            false => format!("{}:{line}", clean(claim.at.file.name())),
        }
    }

    /// What comes of a claim against the other claims of its rule, those nearest in key first.
    fn against_others(&self, claim: &Claim) -> Vec<String> {
        if !claim.counts() {
            return Vec::new();
        }
        let counts = |other: &&Claim| other.rule == claim.rule && other.counts() && !std::ptr::eq(*other, claim);
        let mut others: Vec<&Claim> = self.claims().filter(counts).collect();
        let differing = |other: &&Claim| claim.key.iter().zip(&other.key).filter(|(a, b)| a.value != b.value).count();
        others.sort_by_key(differing);
        let told = others.iter().take(MOST_OTHERS).map(|other| {
            let relation = relation(self.comparison, claim, other);
            format!("against `{}` at {}: {relation}", clean(&other.value.to_string()), self.place(other))
        });
        told.collect()
    }

    /// What the rule finds with a side on the line.
    fn findings(&self) -> Vec<Finding> {
        let of_rule = |rule: &str| self.names.iter().any(|name| name.to_string() == rule);
        let on_line = |finding: &Finding| {
            let mut evidence = finding.sides.iter().flat_map(|side| &side.evidence);
            of_rule(&finding.rule) && evidence.any(|at| self.on_line(&at.file, at.span))
        };
        self.comparison.findings().into_iter().filter(on_line).collect()
    }

    /// The phrases that match nothing, the nearest shown and the others counted; where the rule made a claim on the line,
    /// those of its other sentences are shown on demand.
    fn misses(
        &self,
        misses: &[NearMiss],
        silent: bool,
        file: &File,
        look: Look,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let (near, far): (Vec<&NearMiss>, Vec<&NearMiss>) = misses.iter().partition(|miss| !miss.parts.is_empty());
        if !silent && !look.verbose {
            if !near.is_empty() {
                let phrases = counted(near.len(), "phrase comes", "phrases come");
                writeln!(out, "in the other sentences of this line {phrases} near; -v shows them")?;
            }
            return Ok(());
        }
        let shown = if look.verbose { near.len() } else { MOST_MISSES };
        for miss in near.iter().take(shown) {
            near_miss::write(miss, &self.rules.claims[miss.rule], file, look, out)?;
        }
        if near.len() > shown {
            let phrases = counted(near.len() - shown, "phrase comes", "phrases come");
            writeln!(out, "{phrases} less near; -v shows them")?;
        }
        if !far.is_empty() {
            let other = if near.is_empty() { "" } else { "other " };
            let one = format!("{other}phrase: none of its words");
            let many = format!("{other}phrases: none of their words");
            writeln!(out, "{} stands here", counted(far.len(), &one, &many))?;
        }
        let regexes: usize = self.wanted.iter().map(|&rule| self.rules.claims[rule].regexes.len()).sum();
        if regexes > 0 {
            writeln!(out, "{} whole, so that none comes near", counted(regexes, "`regex` matches", "`regex` match"))?;
        }
        Ok(())
    }

    /// Every claim that was compared.
    fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.comparison.documents().iter().flat_map(|document| &document.claims)
    }

    fn on_line(&self, file: &File, span: FileSpan) -> bool {
        let place = file.place(span);
        let read = self.comparison.documents()[..self.read].iter().any(|document| std::ptr::eq(&*document.file, file));
        read && (place.line..=place.end_line).contains(&self.line.line)
    }
}

/// How many other claims are told for each.
const MOST_OTHERS: usize = 8;

fn explained(claim: &Claim, rules: &Rules) -> ExplainedClaim {
    let rule = &rules.claims[claim.rule];
    let slots = rule.slots.iter().zip(&claim.slots);
    let open = |value: &Option<String>| value.clone().unwrap_or_else(|| "(left open)".to_owned());
    ExplainedClaim {
        rule: rule.name.to_string(),
        phrase: rule.phrases.get(claim.phrase).map(|phrase| phrase.written.clone()),
        file: claim.at.file.clone(),
        span: claim.at.span,
        slots: slots
            .filter_map(|(slot, filled)| Some((slot.name.clone(), filled.as_ref()?.value.to_string())))
            .collect(),
        key: claim.key.iter().map(|part| (part.name.to_string(), open(&part.value))).collect(),
        value: claim.value.to_string(),
        when: claim.at.when.timex(),
        marks: claim.marks.iter().map(|mark| mark_words(mark, rules)).collect(),
    }
}

/// A guard and the phrase of it that fits: "former (`ex-@`)".
fn mark_words(mark: &Mark, rules: &Rules) -> String {
    let guard = &rules.guards[mark.guard];
    match mark.phrase.and_then(|phrase| guard.phrases.get(phrase)) {
        Some(phrase) => format!("{} (`{}`)", guard.name, phrase.written),
        None => guard.name.clone(),
    }
}
