//! The parts of phrases, ready to run.

use std::sync::Arc;

use super::vocabulary::WordId;
use crate::rules::phrase::SlotKind;
use crate::values::value::Kind;

/// A part of a phrase, ready to run; cheap to clone, as a phrase with alternatives is filed under each of them.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// One token out of these.
    Word(WordSet),
    /// Up to so many words.
    Gap(u32),
    /// A value for a slot.
    Slot { slot: u32, kind: SlotKind },
    /// The nodes, or nothing.
    Optional(Arc<[Node]>),
    /// One of several.
    Either(Arc<[Box<[Node]>]>),
    /// Where the words of a named alternative of a choice begin.
    ChoiceStart { slot: u32 },
    /// Where they end, and the name.
    ChoiceEnd { slot: u32, name: Arc<str> },
}

/// Words of which any will do; most sets are of one, which is asked for without a look anywhere else.
#[derive(Clone, Debug)]
pub(super) enum WordSet {
    One(WordId),
    /// Sorted, each once.
    Any(Arc<[WordId]>),
}

impl WordSet {
    pub(super) fn of(mut words: impl Iterator<Item = WordId>) -> Self {
        let (first, second) = (words.next(), words.next());
        if let (Some(word), None) = (first, second) {
            return Self::One(word);
        }
        let mut all: Vec<WordId> = first.into_iter().chain(second).chain(words).collect();
        all.sort_unstable();
        all.dedup();
        Self::Any(all.into())
    }

    #[inline]
    pub(super) fn holds(&self, word: WordId) -> bool {
        match self {
            Self::One(one) => *one == word,
            Self::Any(words) => words.binary_search(&word).is_ok(),
        }
    }

    pub(super) fn words(&self) -> &[WordId] {
        match self {
            Self::One(word) => std::slice::from_ref(word),
            Self::Any(words) => words,
        }
    }
}

impl Node {
    /// Whether it reads a value made of a number.
    pub(super) fn asks_for_number(&self) -> bool {
        match self {
            Self::Slot { kind, .. } => asks_for_number(*kind),
            Self::Optional(nodes) => nodes.iter().any(Self::asks_for_number),
            Self::Either(alternatives) => alternatives.iter().any(|nodes| nodes.iter().any(Self::asks_for_number)),
            Self::Word(_) | Self::Gap(_) | Self::ChoiceStart { .. } | Self::ChoiceEnd { .. } => false,
        }
    }
}

/// Whether a slot reads a value made of a number.
pub(super) fn asks_for_number(kind: SlotKind) -> bool {
    matches!(kind, SlotKind::Value(kind) if !is_time(kind) && !is_name(kind))
}

/// Whether values of a kind are times.
pub(super) fn is_time(kind: Kind) -> bool {
    matches!(kind, Kind::Date | Kind::Weekday | Kind::Range | Kind::Time)
}

fn is_name(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Place | Kind::Country | Kind::Demonym | Kind::Office | Kind::Org)
}
