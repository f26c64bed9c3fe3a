//! Documents and rules in, findings out: parallel by document, the order kept, no IO, and nothing that can fail.

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::claims::claim::Claim;
use crate::claims::document_claims::DocumentClaims;
use crate::claims::finder::Finder;
use crate::conflicts::comparison::Comparison;
use crate::conflicts::finding::Finding;
use crate::rules::rule::Rules;
use crate::source::document::Document;

/// What came out of a check.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings: the loudest first, then by path and place.
    pub findings: Vec<Finding>,
    /// What each document says, in the order of the documents.
    pub documents: Vec<DocumentClaims>,
}

impl Checked {
    /// Every claim, those that a guard marks too, in the order of the documents.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.documents.iter().flat_map(|document| &document.claims)
    }
}

/// Checks documents; `date` is the date of those that state none.
#[must_use]
pub fn check(rules: &Rules, documents: &[Document], date: Option<NaiveDate>) -> Checked {
    let finder = Finder::new(rules);
    let read = documents.par_iter().map(|document| finder.read(document, date)).collect();
    compared(rules, read)
}

/// Compares what documents say; for callers that read their documents one by one.
#[must_use]
pub fn compared(rules: &Rules, documents: Vec<DocumentClaims>) -> Checked {
    let comparison = Comparison::of(rules, documents);
    Checked { findings: comparison.findings(), documents: comparison.into_documents() }
}
