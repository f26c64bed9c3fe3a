//! Which documents mention a name.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claims::base_form::term;
use crate::claims::document_claims::DocumentClaims;

/// A name that more documents mention tells none of them from the others.
const MOST_DOCUMENTS: usize = 50;

/// The documents that mention each word that is likely part of a name.
#[derive(Debug, Default)]
pub(super) struct Mentioned {
    names: FxHashMap<Box<str>, Name>,
    /// In how many documents each word, by its id, never has a capital.
    small: FxHashMap<u32, usize>,
}

/// A word that is likely part of a name.
#[derive(Debug)]
struct Name {
    /// Its id as a word like others; `None` where it has no meaning of its own.
    id: Option<u32>,
    mentioned: Vec<Mentioning>,
}

/// A document that mentions a word; see [`Mention`](crate::claims::mentions::Mention).
#[derive(Debug)]
pub(super) struct Mentioning {
    pub(super) document: usize,
    pub(super) sure: bool,
    pub(super) again: bool,
    /// How the surname begins of the one human being who bears it there as a given name.
    surname: Option<char>,
}

impl Mentioning {
    /// Whether it is a given name of two people; of a misspelled surname the first letter is mostly right.
    pub(super) fn is_of_another(&self, other: &Self) -> bool {
        self.surname.zip(other.surname).is_some_and(|(here, there)| here != there)
    }
}

impl Mentioned {
    pub(super) fn of(documents: &[DocumentClaims]) -> Self {
        let mut mentioned = Self::default();
        for (at, document) in documents.iter().enumerate() {
            mentioned.add(at, document);
        }
        mentioned
    }

    /// The documents that mention a word, in no order that means anything; none where too many do, or where it is no name:
    /// the "Minutes" of a heading, which more documents write small than with a capital.
    pub(super) fn rarely(&self, word: &str) -> &[Mentioning] {
        let rare = self.names.get(word).filter(|name| !self.is_common(name));
        rare.map_or(&[], |name| &name.mentioned)
    }

    /// Puts another document in the place of one. Gives the documents that mention a word which became rare or common by that.
    pub(super) fn replace(&mut self, at: usize, old: &DocumentClaims, new: &DocumentClaims) -> Vec<usize> {
        let words: FxHashSet<&str> = old.mentions.iter().chain(&new.mentions).map(|mention| &*mention.word).collect();
        let small_in: FxHashSet<u32> = small(old).chain(small(new)).collect();
        let touched =
            |word: &str, name: &Name| words.contains(word) || name.id.is_some_and(|id| small_in.contains(&id));
        let states = |of: &Self| -> FxHashMap<Box<str>, bool> {
            let names = of.names.iter().filter(|(word, name)| touched(word, name));
            names.map(|(word, name)| (word.clone(), of.is_common(name))).collect()
        };
        let before = states(self);
        for mention in &old.mentions {
            if let Some(name) = self.names.get_mut(&*mention.word) {
                name.mentioned.retain(|mentioning| mentioning.document != at);
            }
        }
        for id in small(old) {
            self.small.entry(id).and_modify(|documents| *documents -= 1);
        }
        self.add(at, new);
        let after = states(self);
        let changed = after.iter().filter(|(word, common)| before.get(*word).is_some_and(|before| before != *common));
        changed.flat_map(|(word, _)| &self.names[word].mentioned).map(|of| of.document).collect()
    }

    fn add(&mut self, at: usize, document: &DocumentClaims) {
        let given = given_names(document);
        for mention in &document.mentions {
            let surname = given.get(&*mention.word).copied().flatten();
            let mentioning = Mentioning { document: at, sure: mention.sure, again: mention.again, surname };
            match self.names.get_mut(&*mention.word) {
                Some(name) => name.mentioned.push(mentioning),
                None => {
                    let id = term(&mention.word).map(|term| term.id);
                    self.names.insert(mention.word.as_str().into(), Name { id, mentioned: vec![mentioning] });
                }
            }
        }
        for id in small(document) {
            *self.small.entry(id).or_default() += 1;
        }
    }

    fn is_common(&self, name: &Name) -> bool {
        let small = name.id.and_then(|id| self.small.get(&id)).copied().unwrap_or_default();
        name.mentioned.len() > MOST_DOCUMENTS || small > name.mentioned.len()
    }
}

/// The given names of the people in a document, in small letters, each with the first letter of the surname; `None` where
/// several bear it.
fn given_names(document: &DocumentClaims) -> FxHashMap<String, Option<char>> {
    let mut given_names: FxHashMap<String, Option<char>> = FxHashMap::default();
    for name in &document.people {
        let Some((given, _)) = name.split_once(' ') else { continue };
        let surname = name.rsplit(' ').next().and_then(|surname| surname.chars().next());
        given_names.entry(given.to_lowercase()).and_modify(|one| *one = None).or_insert(surname);
    }
    given_names
}

/// The words, by their ids, that a document never writes with a capital, and those that are common in all news.
fn small(document: &DocumentClaims) -> impl Iterator<Item = u32> {
    let story = &document.story;
    story.words.keys().copied().filter(|id| !story.capitals.contains(id))
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, LazyLock};

    use super::Mentioned;
    use crate::claims::document_claims::DocumentClaims;
    use crate::claims::finder::Finder;
    use crate::rules::rule::Rules;
    use crate::rules::{builtin, load};
    use crate::source::file::File;
    use crate::source::read::{Format, document};

    static RULES: LazyLock<Rules> =
        LazyLock::new(|| load::load(&builtin::packs().map(|file| (Arc::new(file), true)).collect::<Vec<_>>()).0);

    fn read(text: &str) -> DocumentClaims {
        Finder::new(&RULES).read(&document(Arc::new(File::new("a", text)), Format::Markdown), None)
    }

    #[test]
    fn what_more_documents_write_small_is_no_name() {
        let notes = |hour: u32| read(&format!("# Apologies\n\nThe chair, Mira Toveld, closed it at {hour}:40."));
        let quay = || read("The ferry left the quay with apologies on 3 May 2025.");
        let other = || read("The ferry left the quay without a word on 3 May 2025.");
        let documents: Vec<DocumentClaims> = vec![notes(8), notes(9), quay(), quay(), quay()];
        let mut mentioned = Mentioned::of(&documents);
        let known = |mentioned: &Mentioned| ["apologies", "toveld"].map(|word| mentioned.rarely(word).len());
        assert_eq!(known(&mentioned), [0, 2]);
        let mut changed = mentioned.replace(4, &documents[4], &other());
        changed.sort_unstable();
        assert_eq!((known(&mentioned), changed), ([2, 2], vec![0, 1]));
    }

    #[test]
    fn a_given_name_of_two_people_is_no_name_in_common() {
        let apart = |other: &str| {
            let one = read("Mira Toveld opened the fair on 3 May 2025.");
            let mentioned = Mentioned::of(&[one, read(&format!("{other} sang at the fair on 3 May 2025."))]);
            let [here, there] = mentioned.rarely("mira") else { panic!("{other}") };
            here.is_of_another(there)
        };
        for (other, expected) in
            [("Mira Sandell", true), ("Mira Toveld", false), ("Mira Tovell", false), ("A child called Mira", false)]
        {
            assert_eq!(apart(other), expected, "{other}");
        }
    }
}
