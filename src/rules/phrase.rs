//! Phrases: the native form of a pattern, over tokens.

use std::ops::Range;
use std::sync::Arc;

use crate::source::span::FileSpan;
use crate::values::value::Kind;

/// A phrase, parsed; lists are written out, choices too.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The phrase as its author wrote it.
    pub written: String,
    /// Where it stands in the rule file.
    pub place: FileSpan,
    /// What it matches, one after the other.
    pub items: Vec<Item>,
    /// How its author wrote the items, in their order; together they hold all of them.
    pub parts: Vec<Part>,
}

/// What stands in one piece in a phrase: a word, a bracket, a list, a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its bytes in [`Phrase::written`], half-open.
    pub written: Range<usize>,
    /// Its items in [`Phrase::items`], half-open.
    pub items: Range<usize>,
}

/// A part of a phrase; cheap to clone, as a list stands in many phrases.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// One token whose folded form is one of these words.
    Word(Words),
    /// One mark, folded.
    Mark(char),
    /// The border of a table cell.
    Border,
    /// Up to so many words and numbers, inside one sentence and cell and never over a negation.
    Gap(u32),
    /// A typed value, kept under the slot with this index in [`ClaimRule::slots`](super::rule::ClaimRule::slots).
    Slot {
        /// The slot.
        slot: usize,
        /// What it reads here.
        kind: SlotKind,
    },
    /// The items, or nothing.
    Optional(Arc<[Item]>),
    /// One of several; the items of a word list are written out here.
    Either(Arc<[Vec<Item>]>),
    /// One of the named alternatives of a `[choice]`, kept under a slot.
    Choice {
        /// The slot.
        slot: usize,
        /// The name and the items of each.
        alternatives: Arc<[(String, Vec<Item>)]>,
    },
    /// `@`: where the match stands; in guards alone.
    Here,
}

/// Folded words: sorted, each once, at least one. Thousands of them are read at every start, so that they are kept in one
/// piece; no token has a blank or a line feed in it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Words(Arc<str>);

impl Words {
    /// One folded word.
    #[must_use]
    pub fn one(word: &str) -> Self {
        Self(word.into())
    }

    /// Folded words in any order.
    #[must_use]
    pub fn of(mut words: Vec<&str>) -> Self {
        words.sort_unstable();
        words.dedup();
        match words[..] {
            [word] => Self::one(word),
            _ => Self(words.join("\n").into()),
        }
    }

    /// The words, sorted.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split_ascii_whitespace()
    }

    /// The first word.
    #[must_use]
    pub fn first(&self) -> &str {
        self.iter().next().unwrap_or_default()
    }

    /// All of them in one piece, which clones share.
    #[must_use]
    pub fn joined(&self) -> &Arc<str> {
        &self.0
    }
}

/// What a slot reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlotKind {
    /// A typed value.
    Value(Kind),
    /// One word or number.
    Word,
    /// One to four words.
    Words,
    /// One to four words that begin with a capital letter, in a row: the name of anything.
    Name,
    /// "He" or "she": the person of whom the text speaks.
    Pronoun,
    /// The name of one of a choice's alternatives.
    Choice,
}
