//! The parts of phrases, ready to run.

use std::sync::{Arc, OnceLock};

use super::vocabulary::{UNKNOWN, WordId};
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
    Either(Arc<Alternatives>),
    /// Where the words of a named alternative of a choice begin.
    ChoiceStart { slot: u32 },
    /// Where they end, and the name.
    ChoiceEnd { slot: u32, name: Arc<str> },
}

/// What may stand in one place, with the words at its borders: so that nearly all places are ruled out without a look at
/// each alternative.
#[derive(Debug)]
pub(super) struct Alternatives {
    pub(super) all: Box<[Box<[Node]>]>,
    /// Gathered when a text first comes near: most phrases meet none.
    opens: OnceLock<Option<WordSet>>,
    closes: OnceLock<Option<WordSet>>,
}

impl FromIterator<Box<[Node]>> for Alternatives {
    fn from_iter<I: IntoIterator<Item = Box<[Node]>>>(alternatives: I) -> Self {
        Self { all: alternatives.into_iter().collect(), opens: OnceLock::new(), closes: OnceLock::new() }
    }
}

impl Alternatives {
    /// The words that the alternatives begin with; `None` where one can begin with anything else.
    pub(super) fn opens(&self) -> Option<&WordSet> {
        self.opens.get_or_init(|| self.border(|nodes| nodes.iter().find(takes_words), Self::opens)).as_ref()
    }

    /// The words that the alternatives end with; `None` where one can end with anything else.
    pub(super) fn closes(&self) -> Option<&WordSet> {
        self.closes.get_or_init(|| self.border(|nodes| nodes.iter().rfind(takes_words), Self::closes)).as_ref()
    }

    fn border(&self, node: fn(&[Node]) -> Option<&Node>, inner: fn(&Self) -> Option<&WordSet>) -> Option<WordSet> {
        let mut words = Vec::new();
        for nodes in &self.all {
            match node(nodes)? {
                Node::Word(set) => words.extend_from_slice(set.words()),
                Node::Either(either) => words.extend_from_slice(inner(either)?.words()),
                _ => return None,
            }
        }
        Some(WordSet::of(words.into_iter()))
    }
}

/// Whether words stand where a node stands.
fn takes_words(node: &&Node) -> bool {
    !matches!(node, Node::ChoiceStart { .. } | Node::ChoiceEnd { .. })
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
            // Most words of a text are looked for by no rule, and stand in no set.
            Self::Any(words) => word != UNKNOWN && words.binary_search(&word).is_ok(),
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
            Self::Either(either) => either.all.iter().any(|nodes| nodes.iter().any(Self::asks_for_number)),
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
