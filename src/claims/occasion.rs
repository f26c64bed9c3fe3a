//! What is held, by the kind of it: a show, a match, a meeting, a vote. A text that tells of one mostly tells of one alone, so
//! that two texts of one story need not name it by the same word to tell of its beginning.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::base_form::{Term, term};
use super::word_list::lines;
use crate::source::token::hash;

/// A kind of what is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    kind: u32,
    /// Whether it takes days, so that it need not begin on the day on which it is held.
    pub(super) long: bool,
    /// Whether it mostly stands beside something else that is held.
    beside: bool,
}

impl Occasion {
    /// One of which nothing is said but that it is held: "Start: 19:30".
    pub(super) fn any() -> Self {
        Self { kind: hash(ANY.as_bytes()), long: false, beside: false }
    }

    /// A call for help.
    pub(super) fn alarm() -> Self {
        Self { kind: hash(b"alarm"), long: false, beside: true }
    }

    /// What a word names.
    pub(super) fn named(word: Term) -> Option<Self> {
        KINDS.get(&word.id).copied()
    }

    /// Whether two may be one.
    #[must_use]
    pub fn can_be(self, other: Self) -> bool {
        self.kind == other.kind
            || [self, other].contains(&Self::any()) && ![self, other].iter().any(|occasion| occasion.beside)
    }

    /// Entries to anything: what a deadline is for that is not said to be for something else.
    pub(super) fn entries() -> Self {
        Self { kind: hash(b"entry"), long: false, beside: true }
    }

    /// Whether it is something that is handed in, of which a last day can be told.
    pub(super) fn is_taken_in(self) -> bool {
        ["entry", "objection", "reply", "comment"].iter().any(|name| self.kind == hash(name.as_bytes()))
    }

    /// Whether it is a call for help.
    pub(super) fn is_alarm(self) -> bool {
        self == Self::alarm()
    }
}

const ANY: &str = "any";

static KINDS: LazyLock<FxHashMap<u32, Occasion>> = LazyLock::new(|| {
    let mut kinds = FxHashMap::default();
    for line in lines(include_str!("data/occasions.txt")) {
        let Some((name, words)) = line.trim_start_matches(['+', '-', ' ']).split_once(':') else { continue };
        let (long, beside) = (line.starts_with('+'), line.starts_with('-'));
        let occasion = Occasion { kind: hash(name.as_bytes()), long, beside };
        for word in words.split_whitespace().filter_map(term) {
            kinds.entry(word.id).or_insert(occasion);
        }
    }
    kinds
});
