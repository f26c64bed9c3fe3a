//! The word lists and choices of one pack, written out.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::phrase::Item;

/// The alternatives of a choice: the name of each with its items; a name may have several.
pub(super) type Alternatives = Arc<[(String, Vec<Item>)]>;

/// What phrases of one pack can refer to. `None` stands for an entry that is there but faulty.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    lists: BTreeMap<String, Option<Vec<Item>>>,
    choices: BTreeMap<String, Option<Alternatives>>,
}

/// What is known of a name.
pub(super) enum Known<T> {
    /// It can be used.
    Valid(T),
    /// It exists, but it is faulty, which is told where it stands.
    Faulty,
    /// It does not exist.
    Not,
}

impl Vocabulary {
    /// Adds a list, or replaces it.
    pub(super) fn set_list(&mut self, name: &str, items: Option<Vec<Item>>) {
        self.lists.insert(name.to_owned(), items);
    }

    /// Adds a choice.
    pub(super) fn set_choice(&mut self, name: &str, alternatives: Option<Alternatives>) {
        self.choices.insert(name.to_owned(), alternatives);
    }

    /// A list, written out.
    pub(super) fn list(&self, name: &str) -> Known<Vec<Item>> {
        known(self.lists.get(name))
    }

    /// A choice, written out.
    pub(super) fn choice(&self, name: &str) -> Known<Alternatives> {
        known(self.choices.get(name))
    }

    /// Whether there is such a choice, faulty or not.
    pub(super) fn has_choice(&self, name: &str) -> bool {
        self.choices.contains_key(name)
    }

    /// The names of all lists.
    pub(super) fn list_names(&self) -> Vec<String> {
        self.lists.keys().cloned().collect()
    }

    /// The names of all choices.
    pub(super) fn choice_names(&self) -> Vec<String> {
        self.choices.keys().cloned().collect()
    }
}

fn known<T: Clone>(entry: Option<&Option<T>>) -> Known<T> {
    match entry {
        Some(Some(items)) => Known::Valid(items.clone()),
        Some(None) => Known::Faulty,
        None => Known::Not,
    }
}
