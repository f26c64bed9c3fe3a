//! Numbers for the words that rules look for, so that a text's words are compared as numbers.

use crate::source::document::Document;
use crate::source::word_table::WordTable;

/// The number of a word; [`UNKNOWN`] for one that no rule looks for.
pub(super) type WordId = u32;

/// A word that no rule looks for.
pub(super) const UNKNOWN: WordId = 0;

/// Every word and mark that stands in a phrase.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    ids: WordTable<WordId>,
}

impl Vocabulary {
    /// The number of a folded word, given now if it has none yet.
    pub(super) fn intern(&mut self, word: &str) -> WordId {
        let next = self.ids.len() as WordId + 1;
        *self.ids.entry(word, || next)
    }

    /// How many words have a number.
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The number of every token of a document.
    pub(super) fn numbers(&self, document: &Document) -> Vec<WordId> {
        (0..document.tokens().len()).map(|at| document.look_up(at, &self.ids).copied().unwrap_or(UNKNOWN)).collect()
    }
}
