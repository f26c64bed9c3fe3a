//! The words that a value made of a number can start with: told at a glance, before any reader is tried.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Words;
use super::{currency_code, duration, identifier, money, number, number_words, ordinal, qualifier, unit};
use crate::source::document::Document;

/// What kinds of values, or of words before them, a word can start.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Start(u8);

impl Start {
    const NONE: Self = Self(0);
    const QUALIFIER: Self = Self(1);
    const CURRENCY: Self = Self(2);
    const LENGTH: Self = Self(4);
    const ARTICLE: Self = Self(8);
    const NUMBER: Self = Self(16);

    /// What a folded word can start.
    pub(crate) fn of(word: &str) -> Self {
        if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return Self::NUMBER;
        }
        let glued = || if currency_code::starts_with_code(word) { Self::NUMBER } else { Self::NONE };
        STARTS.get(word).copied().unwrap_or_else(glued)
    }

    /// Whether it starts nothing.
    pub(crate) fn is_none(self) -> bool {
        self == Self::NONE
    }

    /// Whether the mark at `at` is one that belongs to a number: most hyphens join two words, and the end of a sentence is
    /// no decimal point.
    pub(crate) fn stands(self, document: &Document, at: usize) -> bool {
        match document.word(at) {
            "-" => document.glued(at + 1),
            "." => document.glued(at + 1) && !document.glued(at),
            _ => true,
        }
    }

    /// Whether the words behind the one at `at` bear its promise out. "in", "at", "a", "us" and "day" are everywhere, and a
    /// look at the next words costs a tenth of trying every reader.
    pub(crate) fn goes_on(self, words: Words<'_>, at: usize) -> bool {
        self.is(Self::NUMBER)
            || (self.is(Self::QUALIFIER) && qualifier::before(words, at).is_some())
            || (self.is(Self::CURRENCY) && (money::prefix(words, at).is_some() || money::glued(words, at).is_some()))
            || (self.is(Self::ARTICLE) && (follows_article(words.word(at + 1)) || is_halved(words, at + 2)))
            || (self.is(Self::LENGTH) && (!duration::is_unit(words.word(at)) || duration::long(words, at).is_some()))
    }

    fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The folded words and marks that a value made of a number can start with; digits always can.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    STARTS.keys().copied()
}

/// Whether a folded word that no list holds may start a value: a code that is glued to its number.
pub(crate) fn may_start(word: &str) -> bool {
    currency_code::starts_with_code(word)
}

/// Whether "a" or "an" before this word may stand for a number: "a dozen", "a week", "a third", "a-half", "a couple".
fn follows_article(next: &str) -> bool {
    matches!(next, "full" | "whole" | "entire" | "few" | "half" | "dozen" | "couple" | "quarter" | "-")
        || number_words::scale(next).is_some()
        || duration::is_unit(next)
        || ordinal::is_ordinal(next)
}

/// Whether "and a half" stands here: "a mile and a half".
fn is_halved(words: Words<'_>, at: usize) -> bool {
    words.word(at) == "and" && words.word(at + 2) == "half"
}

static STARTS: LazyLock<FxHashMap<&str, Start>> = LazyLock::new(|| {
    let mut starts = FxHashMap::default();
    let mut add = |word, start: Start| {
        let known = starts.entry(word).or_insert(Start::NONE);
        *known = Start(known.0 | start.0);
    };
    qualifier::starts().for_each(|word| add(word, Start::QUALIFIER));
    currency_code::starts().for_each(|word| add(word, Start::CURRENCY));
    duration::starts().for_each(|word| add(word, Start::LENGTH));
    let numbers = number::starts().filter(|&word| word != "a").chain(ordinal::starts()).chain(identifier::starts());
    let marks = ["another", "couple", "between", "minus", "negative", "-", "."];
    numbers.chain(unit::starts()).chain(marks).for_each(|word| add(word, Start::NUMBER));
    ["a", "an"].into_iter().for_each(|word| add(word, Start::ARTICLE));
    starts
});
