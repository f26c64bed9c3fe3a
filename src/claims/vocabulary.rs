//! Numbers for the words that rules look for, so that a text's words are compared as numbers.

use crate::source::document::Document;
use crate::source::word_table::WordTable;
use crate::values::vocabulary::{Class, Classes, known_words};

/// The number of a word; [`UNKNOWN`] for one that no rule looks for.
pub(super) type WordId = u32;

/// A word that no rule looks for.
pub(super) const UNKNOWN: WordId = 0;

/// Every word and mark that stands in a phrase, beside the words that readers of values know: so that a token is looked up
/// once for both.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    words: WordTable<Known>,
    /// How many words have a number.
    numbered: WordId,
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    class: Class,
    number: WordId,
}

impl Vocabulary {
    /// The words that readers of values know, none of them numbered yet.
    pub(super) fn new() -> Self {
        Self { words: known_words().map(|&class| Known { class, number: UNKNOWN }), numbered: 0 }
    }

    /// The number of a folded word, given now if it has none yet.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let known = self.words.entry(word, Known::default);
        if known.number == UNKNOWN {
            self.numbered += 1;
            known.number = self.numbered;
        }
        known.number
    }

    /// How many words have a number.
    pub(super) fn len(&self) -> usize {
        self.numbered as usize
    }

    /// The number and the classes of every token of a document.
    pub(super) fn read(&self, document: &Document) -> (Vec<WordId>, Classes) {
        let mut numbers = Vec::with_capacity(document.tokens().len());
        let classes = Classes::with(document, |at| {
            let known = document.look_up(at, &self.words).copied().unwrap_or_default();
            numbers.push(known.number);
            known.class
        });
        (numbers, classes)
    }
}
