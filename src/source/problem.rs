//! What could not be done as asked: a file that cannot be read, a rule that makes no sense. Data, rendered like a finding.

use std::sync::Arc;

use super::file::File;
use super::span::FileSpan;

/// A fault in what was given to belie, with its place, its cause and its cure.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Whether work was left undone.
    pub level: ProblemLevel,
    /// The path or the document it is about.
    pub path: Arc<str>,
    /// The words it is about, where there are any.
    pub at: Option<Mark>,
    /// What is wrong: lower case, no full stop, names in backticks.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Other places that belong to it ("first defined here").
    pub related: Vec<Mark>,
}

impl Problem {
    /// Something that was not done, about a path or a document as a whole.
    #[must_use]
    pub fn error(path: impl Into<Arc<str>>, message: impl Into<String>) -> Self {
        Self {
            level: ProblemLevel::Error,
            path: path.into(),
            at: None,
            message: message.into(),
            help: None,
            related: Vec::new(),
        }
    }

    /// Something that looks like a slip, about a path or a document as a whole.
    #[must_use]
    pub fn warning(path: impl Into<Arc<str>>, message: impl Into<String>) -> Self {
        Self { level: ProblemLevel::Warning, ..Self::error(path, message) }
    }

    /// The same, about some words of a file.
    #[must_use]
    pub fn at(self, file: &Arc<File>, span: FileSpan) -> Self {
        Self { at: Some(Mark { file: Arc::clone(file), span, label: String::new() }), ..self }
    }

    /// The same, with what to do about it.
    #[must_use]
    pub fn with_help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// Whether work was left undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemLevel {
    /// Everything was done, but something looks like a slip.
    Warning,
    /// Something was not done; the exit status is 2.
    Error,
}

/// A place in a file and what to say beside it.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The file.
    pub file: Arc<File>,
    /// The words.
    pub span: FileSpan,
    /// What to say beside them; may be empty.
    pub label: String,
}
