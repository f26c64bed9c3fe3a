//! The faults of one rule file, as they are found.

use std::sync::Arc;

use super::fault::Fault;
use crate::source::file::File;
use crate::source::problem::{Mark, Problem};
use crate::source::span::FileSpan;

/// Collects the faults of one file.
pub(super) struct Faults {
    /// The file.
    pub(super) file: Arc<File>,
    /// Parts of the file that its syntax errors made unreadable: what looks wrong there is only a consequence.
    damaged: Vec<FileSpan>,
    /// Parts of the file whose rules are switched off although they could be read.
    broken: Vec<FileSpan>,
    problems: Vec<(FileSpan, Problem)>,
    count: usize,
}

impl Faults {
    /// None yet.
    pub(super) fn new(file: Arc<File>) -> Self {
        Self { file, damaged: Vec::new(), broken: Vec::new(), problems: Vec::new(), count: 0 }
    }

    /// Adds a fault at its place.
    pub(super) fn add(&mut self, at: FileSpan, fault: Fault) {
        self.add_with(at, fault, Vec::new());
    }

    /// Adds a fault that has a second place.
    pub(super) fn add_with(&mut self, at: FileSpan, fault: Fault, related: Vec<Mark>) {
        self.count += 1;
        if !self.is_damaged(at) {
            self.problems.push((at, fault.into_problem(&self.file, at, related)));
        }
    }

    /// Another place of this file, with what to say beside it.
    pub(super) fn mark(&self, span: FileSpan, label: &str) -> Mark {
        Mark { file: Arc::clone(&self.file), span, label: label.to_owned() }
    }

    /// How many were added; a rule during which the number grew is switched off.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Faults inside `part` are consequences from now on.
    pub(super) fn set_damaged(&mut self, part: FileSpan) {
        self.damaged.push(part);
    }

    /// Rules that begin inside `part` are off, but their faults are told.
    pub(super) fn set_broken(&mut self, part: FileSpan) {
        self.broken.push(part);
    }

    /// Whether a rule that begins here is off because of the TOML around it.
    pub(super) fn is_broken(&self, at: FileSpan) -> bool {
        self.is_damaged(at) || within(&self.broken, at)
    }

    fn is_damaged(&self, at: FileSpan) -> bool {
        within(&self.damaged, at)
    }

    /// Whether the file has a syntax error, so that what is missing may stand in the unreadable part.
    pub(super) fn has_syntax_errors(&self) -> bool {
        !self.damaged.is_empty()
    }

    /// All of them in the order of the file, each told once.
    pub(super) fn into_problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|(at, _)| *at);
        self.problems.dedup_by(|(a, one), (b, other)| a == b && one.message == other.message);
        self.problems.into_iter().map(|(_, problem)| problem).collect()
    }
}

fn within(parts: &[FileSpan], at: FileSpan) -> bool {
    parts.iter().any(|part| part.start <= at.start && at.start < part.end.max(part.start + 1))
}
