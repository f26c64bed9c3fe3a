//! Which documents mention a name.

use rustc_hash::FxHashMap;

use crate::claims::document_claims::DocumentClaims;

/// A name that more documents mention tells none of them from the others.
const MOST_DOCUMENTS: usize = 50;

/// The documents that mention each word that is likely part of a name.
#[derive(Debug, Default)]
pub(super) struct Mentioned(FxHashMap<Box<str>, Vec<Mentioning>>);

/// A document that mentions a word; see [`Mention`](crate::claims::mentions::Mention).
#[derive(Debug)]
pub(super) struct Mentioning {
    pub(super) document: usize,
    pub(super) sure: bool,
    pub(super) again: bool,
}

impl Mentioned {
    pub(super) fn of(documents: &[DocumentClaims]) -> Self {
        let mut mentioned = Self::default();
        for (at, document) in documents.iter().enumerate() {
            mentioned.add(at, document);
        }
        mentioned
    }

    /// The documents that mention a word, in no order that means anything; none where too many do.
    pub(super) fn rarely(&self, word: &str) -> &[Mentioning] {
        self.all(word).filter(|all| all.len() <= MOST_DOCUMENTS).unwrap_or_default()
    }

    /// Puts another document in the place of one. Gives the documents that mention a word which became rare or common by that.
    pub(super) fn replace(&mut self, at: usize, old: &DocumentClaims, new: &DocumentClaims) -> Vec<usize> {
        let words = || old.mentions.iter().chain(&new.mentions).map(|mention| &*mention.word);
        let before: Vec<bool> = words().map(|word| self.is_common(word)).collect();
        for mention in &old.mentions {
            if let Some(all) = self.0.get_mut(&*mention.word) {
                all.retain(|mentioning| mentioning.document != at);
            }
        }
        self.add(at, new);
        let changed = words().zip(before).filter(|&(word, before)| self.is_common(word) != before);
        changed.flat_map(|(word, _)| self.all(word).into_iter().flatten()).map(|of| of.document).collect()
    }

    fn add(&mut self, at: usize, document: &DocumentClaims) {
        for mention in &document.mentions {
            let mentioning = Mentioning { document: at, sure: mention.sure, again: mention.again };
            match self.0.get_mut(&*mention.word) {
                Some(all) => all.push(mentioning),
                None => {
                    self.0.insert(mention.word.as_str().into(), vec![mentioning]);
                }
            }
        }
    }

    fn all(&self, word: &str) -> Option<&[Mentioning]> {
        self.0.get(word).map(Vec::as_slice)
    }

    fn is_common(&self, word: &str) -> bool {
        self.all(word).is_some_and(|all| all.len() > MOST_DOCUMENTS)
    }
}
