//! What is held, by the kind of it: a show, a match, a meeting, a vote. A text that tells of one mostly tells of one alone, so
//! that two texts of one story need not name it by the same word to tell of its beginning.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::base_form::{Term, term};
use crate::source::token::hash;

/// A kind of what is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occasion {
    kind: u32,
    /// Whether it takes days, so that it need not begin on the day on which it is held.
    pub(super) long: bool,
}

impl Occasion {
    /// One of which nothing is said but that it is held: "Start: 19:30".
    pub(super) fn any() -> Self {
        Self { kind: hash(ANY.as_bytes()), long: false }
    }

    /// What a word names.
    pub(super) fn named(word: Term) -> Option<Self> {
        KINDS.get(&word.id).copied()
    }

    /// Whether two may be one.
    #[must_use]
    pub fn can_be(self, other: Self) -> bool {
        self.kind == other.kind || [self, other].contains(&Self::any())
    }
}

const ANY: &str = "any";

static KINDS: LazyLock<FxHashMap<u32, Occasion>> = LazyLock::new(|| {
    let mut kinds = FxHashMap::default();
    for line in include_str!("data/occasions.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.trim_start_matches("+ ").split_once(':') else { continue };
        let occasion = Occasion { kind: hash(name.as_bytes()), long: line.starts_with('+') };
        for word in words.split_whitespace().filter_map(term) {
            kinds.entry(word.id).or_insert(occasion);
        }
    }
    kinds
});
