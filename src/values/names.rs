//! What the rules in force add to the built-in knowledge of names: people, places and organisations with their aliases.

use rustc_hash::FxHashMap;

use super::letters::compact;
use super::lexicon::Lexicon;

/// Dictionaries of aliases; the first alias of an entry is the name to show.
#[derive(Clone, Debug, Default)]
pub struct Names {
    people: Vec<Entry>,
    places: Vec<Entry>,
    orgs: Vec<Entry>,
    /// Compact names of people, surnames among them, with all who bear them.
    people_named: FxHashMap<String, Vec<usize>>,
    places_named: FxHashMap<String, usize>,
    orgs_named: FxHashMap<String, usize>,
    aliases: Lexicon<Alias>,
}

/// One entry of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id that rules use.
    pub id: String,
    /// The name to show first, then its aliases.
    pub names: Vec<String>,
}

impl Entry {
    /// The name to show; the id where there is no name.
    #[must_use]
    pub fn display(&self) -> &str {
        self.names.first().unwrap_or(&self.id)
    }
}

/// Whose alias some words are, by index into the dictionary of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alias {
    /// Into [`Names::people`]; of several people with one surname, any of them.
    Person(usize),
    /// Into [`Names::places`].
    Place(usize),
    /// Into [`Names::orgs`].
    Org(usize),
}

impl Names {
    /// Adds a human being. The surname is the alias of one word that the first name holds ("Xi" of "Xi Jinping"), else the
    /// last word of the first name; it is an alias too.
    pub fn add_person(&mut self, id: impl Into<String>, names: Vec<String>) {
        let index = self.people.len();
        let surname = names.first().and_then(|first| surname(first, &names)).map(str::to_owned);
        for name in names.iter().chain(&surname) {
            let bearers = self.people_named.entry(compact(name)).or_default();
            if !bearers.contains(&index) {
                bearers.push(index);
                self.aliases.add(name, Alias::Person(index));
            }
        }
        self.people.push(Entry { id: id.into(), names });
    }

    /// Adds a place; one of the gazetteer under any of these names gets more aliases.
    pub fn add_place(&mut self, id: impl Into<String>, names: Vec<String>) {
        let index = self.places.len();
        for name in &names {
            self.places_named.entry(compact(name)).or_insert(index);
            self.aliases.add(name, Alias::Place(index));
        }
        self.places.push(Entry { id: id.into(), names });
    }

    /// Adds a company or a body.
    pub fn add_org(&mut self, id: impl Into<String>, names: Vec<String>) {
        let index = self.orgs.len();
        for name in &names {
            self.orgs_named.entry(compact(name)).or_insert(index);
            self.aliases.add(name, Alias::Org(index));
        }
        self.orgs.push(Entry { id: id.into(), names });
    }

    /// The people, in the order in which they were added.
    #[must_use]
    pub fn people(&self) -> &[Entry] {
        &self.people
    }

    /// The places, in the order in which they were added.
    #[must_use]
    pub fn places(&self) -> &[Entry] {
        &self.places
    }

    /// The organisations, in the order in which they were added.
    #[must_use]
    pub fn orgs(&self) -> &[Entry] {
        &self.orgs
    }

    /// The human being with an id.
    #[must_use]
    pub fn person_with_id(&self, id: &str) -> Option<&Entry> {
        self.people.iter().find(|entry| entry.id == id)
    }

    /// Everyone who bears a name, whole or as a surname: indices into [`Names::people`]. Case, accents, blanks and hyphens
    /// do not count.
    #[must_use]
    pub fn people_named(&self, name: &str) -> &[usize] {
        if self.people.is_empty() { &[] } else { self.people_named.get(&compact(name)).map_or(&[], Vec::as_slice) }
    }

    /// The place of a name: an index into [`Names::places`].
    #[must_use]
    pub fn place(&self, name: &str) -> Option<usize> {
        if self.places.is_empty() { None } else { self.places_named.get(&compact(name)).copied() }
    }

    /// The organisation of a name: an index into [`Names::orgs`].
    #[must_use]
    pub fn org(&self, name: &str) -> Option<usize> {
        if self.orgs.is_empty() { None } else { self.orgs_named.get(&compact(name)).copied() }
    }

    /// All aliases, by their first words.
    pub(crate) fn aliases(&self) -> &Lexicon<Alias> {
        &self.aliases
    }
}

/// The surname in `first`, the name to show; `None` where it has one word.
fn surname<'a>(first: &'a str, names: &'a [String]) -> Option<&'a str> {
    let mut words = first.split_whitespace();
    let alone = words.clone().find(|word| names.iter().any(|name| compact(name) == compact(word)));
    let last = words.next_back();
    words.next()?;
    alone.or(last)
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn names(lists: &[&[&str]]) -> Names {
        let mut names = Names::default();
        for (at, list) in lists.iter().enumerate() {
            names.add_person(format!("p{at}"), list.iter().map(|&name| name.to_owned()).collect());
        }
        names
    }

    #[test]
    fn people_are_found_by_every_alias_and_by_surname() {
        let names =
            names(&[&["Mira Toveld", "Toveld Mira"], &["Han Seo-jun", "Han"], &["Olaf Toveld"], &["Plato"], &[]]);
        for (name, bearers) in [
            ("mira toveld", &[0][..]),
            ("Toveld Mira", &[0]),
            ("Toveld", &[0, 2]),
            ("Han Seo Jun", &[1]),
            ("Han", &[1]),
            ("Seo-jun", &[]),
            ("PLATO", &[3]),
            ("Mira", &[]),
            ("", &[]),
        ] {
            assert_eq!(names.people_named(name), bearers, "{name}");
        }
        assert_eq!(names.person_with_id("p4").unwrap().display(), "p4");
        assert!(names.person_with_id("p9").is_none());
    }
}
