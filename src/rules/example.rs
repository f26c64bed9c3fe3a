//! Examples: the tests that every rule carries.

use std::ops::Range;

use chrono::NaiveDate;

use super::fault::Fault;
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
    /// Where its text stands in the rule file, quotation marks included.
    pub place: FileSpan,
    /// The date of the source.
    pub date: Option<NaiveDate>,
    /// The text without the marks around values.
    pub text: String,
    /// Where the marked values stand in `text` (bytes).
    pub values: Vec<Span>,
}

/// The text without its marks, and what they mark.
///
/// # Errors
///
/// Where `[[` and `]]` do not pair, or mark nothing: the bytes of `marked` and the fault.
pub fn unmark(marked: &str) -> Result<(String, Vec<Span>), (Range<usize>, Fault)> {
    let mut text = String::with_capacity(marked.len());
    let mut values = Vec::new();
    let mut open: Option<(usize, u32)> = None;
    let mut at = 0;
    while let Some(bracket) = marked[at..].find(['[', ']']) {
        text.push_str(&marked[at..at + bracket]);
        at += bracket;
        let mark = at..at + 2;
        match (marked.as_bytes().get(mark.clone()), open) {
            (Some(b"[["), None) => open = Some((at, text.len() as u32)),
            (Some(b"[["), Some(_)) => return Err((mark, Fault::NestedMark)),
            (Some(b"]]"), None) => return Err((mark, Fault::UnbalancedMark { open: false })),
            (Some(b"]]"), Some((from, start))) => {
                let end = text.len() as u32;
                if start == end {
                    return Err((from..mark.end, Fault::EmptyMark));
                }
                values.push(Span::new(start, end));
                open = None;
            }
            _ => {
                text.push_str(&marked[at..=at]);
                at += 1;
                continue;
            }
        }
        at += 2;
    }
    text.push_str(&marked[at..]);
    match open {
        Some((at, _)) => Err((at..at + 2, Fault::UnbalancedMark { open: true })),
        None => Ok((text, values)),
    }
}

/// A text with `[[…]]` around the values in it, which come in the order of the text and do not overlap.
#[must_use]
pub fn marked(text: &str, values: &[Span]) -> String {
    let mut marked = String::with_capacity(text.len() + 4 * values.len());
    let mut at = 0;
    for value in values {
        let range = value.range();
        let (Some(before), Some(words)) = (text.get(at..range.start), text.get(range.clone())) else { continue };
        marked.extend([before, "[[", words, "]]"]);
        at = range.end;
    }
    marked + text.get(at..).unwrap_or_default()
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

impl Expected {
    /// The word for it in rules and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Ok => "ok",
            Self::Suspicious => "suspicious",
            Self::None => "none",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::unmark;

    fn check(marked: &str, text: &str, values: &[&str]) {
        let (unmarked, spans) = unmark(marked).unwrap();
        assert_eq!(unmarked, text);
        assert_eq!(super::marked(&unmarked, &spans), marked);
        assert_eq!(spans.iter().map(|span| &unmarked[span.range()]).collect::<Vec<_>>(), values);
    }

    #[test]
    fn marks_are_taken_out_and_remembered() {
        check("no marks", "no marks", &[]);
        check("[[Ann Lee]] met [[Bo Diaz]].", "Ann Lee met Bo Diaz.", &["Ann Lee", "Bo Diaz"]);
        check("a [link] and [[é]]!", "a [link] and é!", &["é"]);
    }

    #[test]
    fn marks_that_do_not_pair_are_faults() {
        for marked in ["[[Ann", "Ann]]", "[[Ann [[Lee]]", "[[]] Ann"] {
            assert!(unmark(marked).is_err(), "{marked}");
        }
    }
}
