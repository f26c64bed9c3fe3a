//! What every form of a report is made from.

use crate::conflicts::finding::{Finding, Status};
use crate::rules::severity::Severity;
use crate::source::problem::Problem;

/// A check's result, ready to be told.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What was found, in the order in which it is told.
    pub findings: &'a [Finding],
    /// What could not be done.
    pub problems: &'a [Problem],
    /// How much there was.
    pub summary: Summary,
}

/// How much was read and found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Sources read.
    pub sources: usize,
    /// Claims found in them.
    pub claims: usize,
    /// New findings of severity error.
    pub errors: usize,
    /// New findings of severity warning.
    pub warnings: usize,
    /// New findings of severity note.
    pub notes: usize,
    /// Findings that the baseline knows.
    pub baseline: usize,
    /// Findings that somebody allowed.
    pub allowed: usize,
}

impl<'a> Report<'a> {
    /// A report on so many sources and claims.
    #[must_use]
    pub fn new(findings: &'a [Finding], problems: &'a [Problem], sources: usize, claims: usize) -> Self {
        let of_status = |status| findings.iter().filter(move |finding| finding.status == status);
        let count = |severity| of_status(Status::New).filter(|finding| finding.severity == severity).count();
        let summary = Summary {
            sources,
            claims,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
            baseline: of_status(Status::Baseline).count(),
            allowed: of_status(Status::Allowed).count(),
        };
        Self { findings, problems, summary }
    }
}
