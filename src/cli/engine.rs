//! STAND-IN: the one place where the command line calls the engine. Everything here returns nothing found; it is
//! replaced when the engine's rooms are merged, and only the signatures count.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::config::{RuleConfig, SourceConfig};
use crate::conflicts::finding::Finding;
use crate::report::explained::ExplainedClaim;
use crate::report::ledger::LedgerRow;
use crate::rules::rule::{RuleName, Rules};
use crate::source::document::Document;
use crate::source::file::File;
use crate::source::problem::Problem;
use crate::source::span::FileSpan;

/// The rules in force: the built-in packs, then the files, folders walked for `*.toml`. Does IO.
#[must_use]
pub fn rules(config: &RuleConfig) -> (Rules, Vec<Problem>) {
    let _ = config;
    (Rules::default(), Vec::new())
}

/// The documents, in the order in which they are told, and what could not be read. Does IO.
#[must_use]
pub fn documents(config: &SourceConfig) -> (Vec<Document>, Vec<Problem>) {
    let _ = config;
    (Vec::new(), Vec::new())
}

/// The documents that only serve as evidence. Does IO.
#[must_use]
pub fn evidence(paths: &[PathBuf]) -> (Vec<Document>, Vec<Problem>) {
    let _ = paths;
    (Vec::new(), Vec::new())
}

/// How documents are checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CheckOptions {
    /// The date of documents that have none.
    pub date: Option<NaiveDate>,
    /// How many of the documents, from the first on, are checked; the others are evidence only.
    pub checked: usize,
}

/// What came of it.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings, in any order.
    pub findings: Vec<Finding>,
    /// How many claims the documents make.
    pub claims: usize,
}

/// Checks documents.
#[must_use]
pub fn check(rules: &Rules, documents: &[Document], options: CheckOptions) -> Checked {
    let _ = (rules, documents, options);
    Checked::default()
}

/// Every claim, by document and place.
#[must_use]
pub fn claims(rules: &Rules, documents: &[Document], date: Option<NaiveDate>) -> Vec<LedgerRow> {
    let _ = (rules, documents, date);
    Vec::new()
}

/// Every typed value, by document and place.
#[must_use]
pub fn values(rules: &Rules, documents: &[Document]) -> Vec<LedgerRow> {
    let _ = (rules, documents);
    Vec::new()
}

/// What came of an example.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The rule.
    pub rule: RuleName,
    /// The example's name.
    pub example: String,
    /// The rule file.
    pub file: Arc<File>,
    /// Where the example stands in it.
    pub place: FileSpan,
    /// What came of it.
    pub result: OutcomeKind,
    /// What was expected and what came, in words; empty where it passed.
    pub detail: String,
}

/// The kinds of outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutcomeKind {
    /// As expected.
    Passed,
    /// A marked value was not found.
    Missing,
    /// A value was found that is not marked.
    Noisy,
    /// A marked value was found with other borders.
    WrongSpan,
    /// The values are right, the verdict is not.
    WrongVerdict,
    /// Known to fail, and it fails.
    Todo,
    /// Known to fail, but it passes now.
    PassesNow,
}

/// Runs the examples of the named rules, in the order of the files.
#[must_use]
pub fn examples(rules: &Rules, names: &[RuleName]) -> Vec<Outcome> {
    let _ = (rules, names);
    Vec::new()
}

/// What rules read on one line.
#[derive(Debug, Default)]
pub struct Explained {
    /// The claims with words on the line, by place.
    pub claims: Vec<ExplainedClaim>,
    /// The findings of the document that have evidence on the line.
    pub findings: Vec<Finding>,
}

/// What the named rules read on one line (1-based) of a document.
#[must_use]
pub fn explain(
    rules: &Rules,
    names: &[RuleName],
    document: &Document,
    date: Option<NaiveDate>,
    line: u32,
) -> Explained {
    let _ = (rules, names, document, date, line);
    Explained::default()
}
