//! The people whom the running text of a document names in full or with a title, so that a surname alone is read too.

use std::ops::Range;

use super::letters::{look_up_plain, plain_word};
use super::named_around::stops;
use super::person::Person;
use super::vocabulary::{Class, class_of};
use crate::source::document::Document;
use crate::source::word_table::WordTable;

/// The names that the document's running text gives in full or behind a title.
pub(super) struct Known {
    /// Surnames, folded.
    pub(super) surnames: WordTable<()>,
    /// Full names by their first words, folded.
    pub(super) full: WordTable<Vec<Vec<String>>>,
}

impl Known {
    /// From those that are named in a document, and the lone names that it introduces.
    pub(super) fn of(document: &Document, named: &[(Range<usize>, Person)], introduced: Vec<String>) -> Self {
        let mut known = Self { surnames: WordTable::default(), full: WordTable::default() };
        let mut lone = Vec::new();
        for (range, person) in named {
            let words: Vec<String> = person.words().map(str::to_owned).collect();
            if words.len() < 2 {
                lone.extend(words);
                continue;
            }
            known.surnames.entry(person.surname(), || ());
            let tokens: Vec<String> =
                (range.start..range.end).map(|at| plain_word(document, at).into_owned()).collect();
            // A text goes on with a given name, or with a family name that stands first: "Kim".
            let first = class_of(&words[0]);
            if words[0].len() > 1 && !first.is(Class::ALSO_A_WORD | stops()) {
                known.surnames.entry(&words[0], || ());
            }
            let names = known.full.entry(&tokens[0], Vec::new);
            if !names.contains(&tokens) {
                names.push(tokens);
                names.sort_by_key(|tokens| std::cmp::Reverse(tokens.len()));
            }
        }
        introduced.into_iter().for_each(|word| *known.surnames.entry(&word, || ()) = ());
        // A given name behind a title ("Prince Jan") does not make every Jan known where a full name has it as its first word.
        for word in lone {
            if known.full.get(&word).is_none() || word.len() <= 4 {
                known.surnames.entry(&word, || ());
            }
        }
        known
    }

    pub(super) fn is_surname(&self, word: &str) -> bool {
        self.surnames.get(word).is_some()
    }

    pub(super) fn is_pair(&self, given: &str, surname: &str) -> bool {
        let names = self.full.get(given).map_or(&[][..], Vec::as_slice);
        names.iter().any(|tokens| tokens.last().is_some_and(|last| last == surname))
    }

    /// The end of the longest full name that begins at `at`.
    pub(super) fn longest(&self, document: &Document, at: usize) -> Option<usize> {
        let names = look_up_plain(document, at, &self.full)?;
        let holds =
            |tokens: &Vec<String>| tokens.iter().zip(at..).all(|(word, at)| *plain_word(document, at) == **word);
        names.iter().find(|tokens| holds(tokens)).map(|tokens| at + tokens.len())
    }
}
