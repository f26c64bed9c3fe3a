//! Documents and rules in, findings out: parallel by document, the order kept, no IO, and nothing that can fail.

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::claims::claim::Claim;
use crate::claims::document_claims::DocumentClaims;
use crate::claims::finder::Finder;
use crate::conflicts::compare::compare;
use crate::conflicts::finding::Finding;
use crate::conflicts::namesake::{FilledIn, complete, undo};
use crate::rules::rule::Rules;
use crate::source::document::Document;

/// What came out of a check.
#[derive(Debug, Default)]
pub struct Checked {
    /// The findings: the loudest first, then by path and place.
    pub findings: Vec<Finding>,
    /// What each document says, in the order of the documents.
    pub documents: Vec<DocumentClaims>,
    /// The full names that others gave to surnames in them.
    filled_in: Vec<FilledIn>,
}

impl Checked {
    /// Every claim, those that a guard marks too, in the order of the documents.
    pub fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.documents.iter().flat_map(|document| &document.claims)
    }

    /// What each document says by itself, to be compared again when one of them has changed.
    #[must_use]
    pub fn into_documents(mut self) -> Vec<DocumentClaims> {
        undo(self.filled_in, &mut self.documents);
        self.documents
    }
}

/// Checks documents; `date` is the date of those that state none.
#[must_use]
pub fn check(rules: &Rules, documents: &[Document], date: Option<NaiveDate>) -> Checked {
    let finder = Finder::new(rules);
    let read = documents.par_iter().map(|document| finder.read(document, date)).collect();
    compared(rules, read)
}

/// What each document says, with the documents numbered in their order, and whom surnames stand for filled in.
#[must_use]
pub fn numbered(rules: &Rules, documents: Vec<DocumentClaims>) -> Vec<DocumentClaims> {
    completed(rules, documents).0
}

/// Compares what documents say; for callers that read their documents one by one.
#[must_use]
pub fn compared(rules: &Rules, documents: Vec<DocumentClaims>) -> Checked {
    let (documents, filled_in) = completed(rules, documents);
    Checked { findings: compare(rules, &documents), documents, filled_in }
}

fn completed(rules: &Rules, mut documents: Vec<DocumentClaims>) -> (Vec<DocumentClaims>, Vec<FilledIn>) {
    for (at, document) in documents.iter_mut().enumerate() {
        document.claims.iter_mut().for_each(|claim| claim.document = at);
    }
    let filled_in = complete(rules, &mut documents);
    (documents, filled_in)
}
