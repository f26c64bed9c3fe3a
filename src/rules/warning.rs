//! What looks like a slip in a rule that works: every kind of warning, and the one place that words them.

use std::sync::Arc;

use crate::source::file::File;
use crate::source::problem::{Mark, Problem, ProblemLevel};
use crate::source::span::FileSpan;

/// A warning about a rule file. The fields are the facts; [`Warning::into_problem`] has the words.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words of each warning, in one place below, say what its fields are")]
pub enum Warning {
    NoExample { what: &'static str, id: String },
    NoConflict { what: &'static str, id: String },
    NoSilence { what: &'static str, id: String },
    PhraseNotExercised { rule: String },
    InheritedNotExercised { rule: String, from: String },
    GuardNotExercised { guard: String },
    GuardPhraseNotExercised { guard: String },
    Unused { what: &'static str, id: String },
    UnusedEvent { id: String },
    NameInSmallLetters,
    NoValue { slot: String },
    CrossesSentence,
    SamePhrase,
    CoveredPhrase { by: String },
}

impl Warning {
    /// The warning as a problem at a place of a file; `first` is a second place that belongs to it.
    #[must_use]
    pub fn into_problem(self, file: &Arc<File>, at: FileSpan, first: Option<FileSpan>) -> Problem {
        let (message, label, help) = self.words();
        let mark = |span, label: &str| Mark { file: Arc::clone(file), span, label: label.to_owned() };
        Problem {
            level: ProblemLevel::Warning,
            path: Arc::clone(file.name()),
            at: Some(mark(at, label)),
            message,
            help: Some(help),
            related: first.map(|span| mark(span, "the other phrase")).into_iter().collect(),
        }
    }

    /// The message, what to say beside the place, and what to do.
    fn words(self) -> (String, &'static str, String) {
        match self {
            Self::NoExample { what, id } => (
                format!("{what} `{id}` has no example"),
                "untested",
                format!("show what it finds: `[[{what}.{id}.example]]` with a `text` and a `verdict`"),
            ),
            Self::NoConflict { what, id } => (
                format!("{what} `{id}` has no example of a conflict"),
                "never seen to speak",
                "add one with `verdict = \"conflict\"`".to_owned(),
            ),
            Self::NoSilence { what, id } => (
                format!("{what} `{id}` has no example of silence"),
                "never seen to keep silent",
                "add a text that looks like a conflict and is none, with `verdict = \"ok\"`".to_owned(),
            ),
            Self::PhraseNotExercised { rule } => (
                format!("no example of `{rule}` exercises this phrase"),
                "never seen to match",
                "add an example with words that it matches and no other phrase matches better".to_owned(),
            ),
            Self::InheritedNotExercised { rule, from } => (
                format!("no example of `{rule}` exercises a phrase that it takes from `{from}`"),
                "extends it",
                format!(
                    "claims of those phrases are compared with its own: add an example with one, or, where it tells of another \
                     thing than `{from}`, write it out without `extends`"
                ),
            ),
            Self::GuardNotExercised { guard } => (
                format!("no example exercises the guard `{guard}`"),
                "never seen to mark a claim",
                "add an example with an unmarked value that would be a claim without it".to_owned(),
            ),
            Self::GuardPhraseNotExercised { guard } => (
                format!("no example exercises this phrase of the guard `{guard}`"),
                "never seen to mark a claim",
                "add an example with an unmarked value that would be a claim without it".to_owned(),
            ),
            Self::Unused { what, id } => {
                (format!("nothing uses the {what} `{id}`"), "unused", "use it, or take it away".to_owned())
            }
            Self::UnusedEvent { id } => (
                format!("no rule asks for events, so `{id}` has no effect"),
                "unused",
                "write `key = [\"@event\"]` or `scope = \"event\"` in a claim, or take it away".to_owned(),
            ),
            Self::NameInSmallLetters => (
                "this name begins with a small letter, but places and bodies are read where a capital letter stands"
                    .to_owned(),
                "not found inside a sentence",
                "begin it with a capital letter; leave out words like `the`".to_owned(),
            ),
            Self::NoValue { slot } => (
                format!("no claim comes of this phrase, because it has no slot `{slot}`, which is compared"),
                "without effect",
                "add the slot where the value stands, or make it a claim of its own".to_owned(),
            ),
            Self::CrossesSentence => (
                "this phrase never matches, because a sentence ends inside it".to_owned(),
                "reaches into a second sentence",
                "let it end with the sentence; what two sentences say is for two claims and a `[check.…]`".to_owned(),
            ),
            Self::SamePhrase => {
                ("this phrase is written twice".to_owned(), "second time", "take one of the two away".to_owned())
            }
            Self::CoveredPhrase { by } => (
                format!("this phrase matches nothing that `{by}` does not match as well"),
                "without effect",
                "take it away, or make it say more".to_owned(),
            ),
        }
    }
}
