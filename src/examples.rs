//! Runs the examples inside the rules: every rule carries its own tests.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::numbered;
use crate::claims::finder::Finder;
use crate::conflicts::compare::each;
use crate::conflicts::finding::{Finding, Verdict};
use crate::rules::example::{Example, Expected};
use crate::rules::rule::{RuleName, Rules};
use crate::rules::severity::Severity;
use crate::source::document::{Document, Header};
use crate::source::file::File;
use crate::source::plain::plain;
use crate::source::span::{FileSpan, Span};

/// How one example went.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The rule.
    pub rule: String,
    /// The example's name.
    pub example: String,
    /// Where it stands in the rule file.
    pub place: FileSpan,
    /// The rule file.
    pub file: Arc<File>,
    /// What is wrong; empty where it passes.
    pub faults: Vec<Fault>,
    /// Whether it is marked as a known failure.
    pub todo: bool,
    /// The phrases of the rule that it exercised, by index.
    pub phrases: BTreeSet<usize>,
    /// The guards that marked a claim of the rule, by index.
    pub guards: BTreeSet<usize>,
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
    WrongVerdict(&'static str, &'static str),
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
    let finder = Finder::new(rules);
    all.par_iter().map(|(claim, name, example)| outcome(rules, &finder, *claim, name, example)).collect()
}

fn outcome(rules: &Rules, finder: &Finder<'_>, claim: Option<usize>, name: &RuleName, example: &Example) -> Outcome {
    let documents: Vec<Document> = example
        .docs
        .iter()
        .enumerate()
        .map(|(at, doc)| {
            let file = Arc::new(File::new(format!("example-{}.txt", at + 1), doc.text.clone()));
            let header = Header { title: None, date: doc.date.map(|day| day.to_string()) };
            let prose = plain(file.text(), 0);
            Document::new(file, prose, header)
        })
        .collect();
    let read = documents.iter().map(|document| finder.read(document, None)).collect();
    let read = numbered(read);
    // Each rule is tested by itself, whatever others tell of the same words.
    let findings = each(rules, &read);
    let mut faults = Vec::new();
    let (mut phrases, mut guards) = (BTreeSet::new(), BTreeSet::new());
    let mut counting = 0;
    if let Some(rule) = claim {
        for (at, doc) in example.docs.iter().enumerate() {
            let of_rule = read[at].claims.iter().filter(|found| found.rule == rule);
            let (counted, marked): (Vec<_>, Vec<_>) = of_rule.partition(|found| found.counts());
            counting += counted.len();
            phrases.extend(counted.iter().chain(&marked).map(|found| found.phrase));
            guards.extend(marked.iter().flat_map(|found| found.marks.iter().copied()));
            let found: Vec<Span> =
                counted.iter().map(|found| Span::new(found.at.span.start, found.at.span.end)).collect();
            faults.extend(span_faults(doc.text.as_str(), &doc.values, &found));
        }
    }
    let found = verdict(&findings, name, claim.is_some() && counting == 0);
    if found != example.verdict {
        faults.push(Fault::WrongVerdict(word(example.verdict), word(found)));
    }
    let file = rules.packs[name.pack].file.clone();
    Outcome {
        rule: name.to_string(),
        example: example.name.clone(),
        place: example.place,
        file,
        faults,
        todo: example.todo,
        phrases,
        guards,
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

fn word(expected: Expected) -> &'static str {
    match expected {
        Expected::Conflict => "conflict",
        Expected::Ok => "ok",
        Expected::Suspicious => "suspicious",
        Expected::None => "none",
    }
}
