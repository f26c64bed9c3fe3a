//! Examples: the tests that every rule carries.

use chrono::NaiveDate;

use crate::source::span::{FileSpan, Span};

/// A small text, or several, with the verdict that the rule must reach on them.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What it shows; "example 3" where the author gave no name.
    pub name: String,
    /// Where it stands in the rule file.
    pub place: FileSpan,
    /// The texts.
    pub docs: Vec<ExampleDoc>,
    /// What must come out.
    pub verdict: Expected,
    /// A known failure, told when it starts to pass.
    pub todo: bool,
}

/// One text of an example.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleDoc {
    /// The date of the source.
    pub date: Option<NaiveDate>,
    /// The text without the marks around values.
    pub text: String,
    /// Where the marked values stand in `text` (bytes).
    pub values: Vec<Span>,
}

/// The verdict of an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// At least one error or warning.
    Conflict,
    /// No finding at all, though there is a claim (for a claim rule).
    Ok,
    /// A note with the verdict `suspicious`, and nothing louder.
    Suspicious,
    /// No claim that counts.
    None,
}
