//! Names of several words, found by their first word.

use super::letters::{look_up_plain, plain, plain_word};
use crate::source::document::Document;
use crate::source::token::Tokens;
use crate::source::word_table::WordTable;

/// Forms of one or more words, each with what it stands for.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon<T> {
    first: WordTable<Vec<Form<T>>>,
}

#[derive(Clone, Debug)]
struct Form<T> {
    rest: Box<[Box<str>]>,
    /// The form as written, where it is all capitals and must be so in the text.
    capitals: Option<Box<str>>,
    entry: T,
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { first: WordTable::default() }
    }
}

impl<T: Copy> Lexicon<T> {
    /// Adds a form; hyphens and points in it may be missing from the text and the other way round. A form without a word is left out.
    pub(crate) fn add(&mut self, form: &str, entry: T) {
        let mut words = words(form).into_iter();
        let Some(first) = words.next() else { return };
        let rest: Box<[Box<str>]> = words.collect();
        let capitals = (rest.is_empty() && is_capitals(form)).then(|| form.into());
        // Most first words begin one form.
        let forms = self.first.entry(&first, || Vec::with_capacity(1));
        // The longest is tried first; among equals the first that was added.
        let at = forms.partition_point(|form| form.rest.len() >= rest.len());
        forms.insert(at, Form { rest, capitals, entry });
    }

    /// The first words of all forms.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &str> {
        self.first.words()
    }

    /// Whether it has forms with the first word that the token `at` is.
    pub(crate) fn can_begin(&self, document: &Document, at: usize) -> bool {
        look_up_plain(document, at, &self.first).is_some()
    }

    /// The longest form that begins at the token `at`, with the token behind it.
    pub(crate) fn longest(&self, document: &Document, at: usize) -> Option<(usize, T)> {
        self.all(document, at).next()
    }

    /// Every form that begins at the token `at`, the longest first, each with the token behind it.
    pub(crate) fn all<'a>(&'a self, document: &'a Document, at: usize) -> impl Iterator<Item = (usize, T)> + 'a {
        look_up_plain(document, at, &self.first).into_iter().flatten().filter_map(move |form| {
            if form.capitals.as_deref().is_some_and(|capitals| capitals != document.raw(at)) {
                return None;
            }
            let mut end = at + 1;
            for word in &form.rest {
                end = skip_mark(document, end);
                if *plain_word(document, end) != **word {
                    return None;
                }
                end += 1;
            }
            Some((end, form.entry))
        })
    }
}

/// The words of a name as tokens fold them, accents taken off, without hyphens and points.
fn words(name: &str) -> Vec<Box<str>> {
    // Most names are plain words, and thousands are read at every start.
    if name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ') {
        return name.split_ascii_whitespace().map(|word| word.to_ascii_lowercase().into()).collect();
    }
    let tokens = Tokens::of(name);
    (0..tokens.list().len())
        .map(|at| tokens.word(at))
        .filter(|word| word.starts_with(char::is_alphanumeric) || word.len() > 1)
        .map(|word| plain(word).into())
        .collect()
}

fn is_capitals(form: &str) -> bool {
    form.len() >= 2 && form.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

/// The token behind a hyphen between two words ("vice-president"), or behind the point of a short form ("St. Louis").
fn skip_mark(document: &Document, at: usize) -> usize {
    let hyphen = document.word(at) == "-" && document.glued(at) && document.glued(at + 1);
    let point = document.word(at) == "." && document.glued(at) && document.word(at - 1).len() <= 3;
    if hyphen || point { at + 1 } else { at }
}

#[cfg(test)]
mod tests {

    use super::Lexicon;
    use crate::source::document::Document;

    #[test]
    fn the_longest_form_is_found_whatever_joins_its_words() {
        let mut lexicon = Lexicon::default();
        for (entry, form) in
            ["vice president", "vice", "St. Ives", "US", "Al-Quds Hill", "Città Alta"].iter().enumerate()
        {
            lexicon.add(form, entry);
        }
        for (text, found) in [
            ("vice president Bo", Some((2, 0))),
            ("Vice-President Bo", Some((3, 0))),
            ("vice versa", Some((1, 1))),
            ("St Ives", Some((2, 2))),
            ("St. Ives", Some((3, 2))),
            ("US troops", Some((1, 3))),
            ("us troops", None),
            ("al Quds hill", Some((3, 4))),
            ("citta alta", Some((2, 5))),
            ("vice", Some((1, 1))),
            ("", None),
        ] {
            assert_eq!(lexicon.longest(&Document::of_text(text), 0), found, "{text}");
        }
    }
}
