//! Runs the examples inside the rules: every rule carries its own tests.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::claims::finder::Finder;
use crate::conflicts::comparison::Comparison;
use crate::conflicts::finding::{Finding, Verdict};
use crate::rules::example::{Example, Expected};
use crate::rules::rule::{RuleName, Rules, ValueOf};
use crate::rules::severity::Severity;
use crate::source::document::{Document, Header};
use crate::source::file::File;
use crate::source::plain::plain;
use crate::source::span::{FileSpan, Span};
use crate::values::value::Value;

/// How one example went.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The rule.
    pub rule: RuleName,
    /// Its index in [`Rules::claims`]; `None` for a check.
    pub claim: Option<usize>,
    /// The example's name.
    pub example: String,
    /// Where it stands in the rule file.
    pub place: FileSpan,
    /// The rule file.
    pub file: Arc<File>,
    /// Its texts with the values marked and found; none for a check.
    pub docs: Vec<Marks>,
    /// The verdict that came out.
    pub verdict: Expected,
    /// What is wrong; empty where it passes.
    pub faults: Vec<Fault>,
    /// Whether it is marked as a known failure.
    pub todo: bool,
    /// The phrases of the rule that it exercised, by index.
    pub phrases: BTreeSet<usize>,
    /// The guards that marked a claim of the rule, by index.
    pub guards: BTreeSet<usize>,
    /// The phrases by which they did: guard and phrase, by index.
    pub guard_phrases: BTreeSet<(usize, usize)>,
}

/// One text of an example with the values that its author marked and those that were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Where the text stands in the rule file, quotation marks included.
    pub place: FileSpan,
    /// The text without marks.
    pub text: String,
    /// The values as marked, in the order of the text.
    pub marked: Vec<Span>,
    /// The values as found, in the order of the text.
    pub found: Vec<Span>,
}

/// What is wrong with an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A marked value was not found.
    Missing(String),
    /// A value was found that is not marked.
    Noisy(String),
    /// A value was found with other borders: marked, found.
    WrongSpan(String, String),
    /// Another verdict came out: expected, found.
    WrongVerdict(Expected, Expected),
}

impl Outcome {
    /// Whether it is as its author wants: it passes, or it fails and is known to.
    #[must_use]
    pub fn fine(&self) -> bool {
        self.faults.is_empty() != self.todo
    }
}

/// Runs every example of the rules that `wanted` lets through, in the order of the rules.
#[must_use]
pub fn run(rules: &Rules, wanted: &(dyn Fn(&RuleName) -> bool + Sync)) -> Vec<Outcome> {
    let of_claims = rules.claims.iter().enumerate().map(|(at, rule)| (Some(at), &rule.name, &rule.examples));
    let of_checks = rules.checks.iter().map(|rule| (None, &rule.name, &rule.examples));
    let all: Vec<(Option<usize>, &RuleName, &Example)> = of_claims
        .chain(of_checks)
        .filter(|(_, name, _)| wanted(name))
        .flat_map(|(at, name, examples)| examples.iter().map(move |example| (at, name, example)))
        .collect();
    if all.is_empty() {
        return Vec::new();
    }
    let finder = Finder::new(rules);
    all.par_iter().map(|(claim, name, example)| outcome(rules, &finder, *claim, name, example)).collect()
}

/// Runs an example of a claim rule, by its index in [`Rules::claims`], though it may stand in no rule file yet.
#[must_use]
pub fn run_one(rules: &Rules, finder: &Finder<'_>, claim: usize, example: &Example) -> Outcome {
    outcome(rules, finder, Some(claim), &rules.claims[claim].name, example)
}

fn outcome(rules: &Rules, finder: &Finder<'_>, claim: Option<usize>, name: &RuleName, example: &Example) -> Outcome {
    let documents: Vec<Document> = example
        .docs
        .iter()
        .enumerate()
        .map(|(at, doc)| {
            let file = Arc::new(File::new(format!("example-{}.txt", at + 1), doc.text.clone()));
            let header = Header { date: doc.date.map(|day| day.to_string()), ..Header::default() };
            let prose = plain(file.text(), 0);
            Document::new(file, prose, header)
        })
        .collect();
    let read = documents.iter().map(|document| finder.read(document, None)).collect();
    let comparison = Comparison::of(rules, read);
    // Each rule is tested by itself, whatever others tell of the same words.
    let (findings, read) = (comparison.each(), comparison.into_documents());
    let mut faults = Vec::new();
    let (mut phrases, mut guards, mut guard_phrases) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut counting = 0;
    let mut docs: Vec<Marks> = Vec::new();
    if let Some(rule) = claim {
        for (at, doc) in example.docs.iter().enumerate() {
            let of_rule = read[at].claims.iter().filter(|found| found.rule == rule);
            let (counted, marked): (Vec<_>, Vec<_>) = of_rule.partition(|found| found.counts());
            counting += counted.len();
            phrases.extend(counted.iter().chain(&marked).map(|found| found.phrase));
            for mark in marked.iter().flat_map(|found| &found.marks) {
                guards.insert(mark.guard);
                guard_phrases.extend(mark.phrase.map(|phrase| (mark.guard, phrase)));
            }
            // Of the guards that tell a status none marks a claim; the value says that one was at work.
            if let ValueOf::Status(status) = &rules.claims[rule].value
                && counted.iter().chain(&marked).any(|found| found.value == Value::Choice("former".to_owned()))
            {
                guards.extend(&status.former);
                // Which phrase of it that was is not kept.
                let all = |&guard: &usize| (0..rules.guards[guard].phrases.len()).map(move |phrase| (guard, phrase));
                guard_phrases.extend(status.former.iter().flat_map(all));
            }
            let mut found: Vec<Span> =
                counted.iter().map(|found| Span::new(found.at.span.start, found.at.span.end)).collect();
            found.sort();
            found.dedup();
            faults.extend(span_faults(doc.text.as_str(), &doc.values, &found));
            docs.push(Marks { place: doc.place, text: doc.text.clone(), marked: doc.values.clone(), found });
        }
    }
    let found = verdict(&findings, name, claim.is_some() && counting == 0);
    if found != example.verdict {
        faults.push(Fault::WrongVerdict(example.verdict, found));
    }
    let file = rules.packs[name.pack].file.clone();
    Outcome {
        rule: name.clone(),
        claim,
        example: example.name.clone(),
        place: example.place,
        file,
        docs,
        verdict: found,
        faults,
        todo: example.todo,
        phrases,
        guards,
        guard_phrases,
    }
}

/// The marked values against those found.
fn span_faults(text: &str, marked: &[Span], found: &[Span]) -> Vec<Fault> {
    let words = |span: &Span| text[span.range()].to_owned();
    let mut faults = Vec::new();
    for want in marked.iter().filter(|want| !found.contains(want)) {
        match found.iter().find(|other| other.overlaps(*want) && !marked.contains(other)) {
            Some(other) => faults.push(Fault::WrongSpan(words(want), words(other))),
            None => faults.push(Fault::Missing(words(want))),
        }
    }
    let noise =
        found.iter().filter(|other| !marked.contains(other) && !marked.iter().any(|want| want.overlaps(**other)));
    faults.extend(noise.map(|other| Fault::Noisy(words(other))));
    faults
}

fn verdict(findings: &[Finding], name: &RuleName, silent: bool) -> Expected {
    let own = || findings.iter().filter(|finding| finding.rule == name.to_string());
    if own().any(|finding| finding.severity > Severity::Note) {
        Expected::Conflict
    } else if own().any(|finding| matches!(finding.verdict, Verdict::Suspicious | Verdict::Variant)) {
        Expected::Suspicious
    } else if silent {
        Expected::None
    } else {
        Expected::Ok
    }
}
