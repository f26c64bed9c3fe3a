//! The word lists and choices of one pack, written out.

use std::collections::BTreeMap;

use super::fault::{Fault, Purpose, suggestion};
use super::faults::Faults;
use super::phrase::{Item, Phrase};
use super::phrase_parser::{self, Rejected};
use super::raw::{RawChoice, RawList};
use super::slot_table::SlotTable;
use super::text::Text;

/// The alternatives of a choice: the name of each with its items; a name may have several.
type Alternatives = Vec<(String, Vec<Item>)>;

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
    /// Reads the lists and choices of a pack.
    pub(super) fn new(lists: &[RawList], choices: &[RawChoice], faults: &mut Faults) -> Self {
        let mut vocabulary = Self::default();
        // What takes part in a circle is left out of the order below and stays faulty.
        vocabulary.lists.extend(lists.iter().map(|list| (list.id.value.clone(), None)));
        for list in order(lists, faults) {
            let items =
                if lists[list].broken { None } else { vocabulary.entry(&lists[list].items, Purpose::List, faults) };
            vocabulary.lists.insert(lists[list].id.value.clone(), items.map(phrase_parser::either));
        }
        for choice in choices {
            let alternatives = if choice.broken { None } else { vocabulary.alternatives(choice, faults) };
            vocabulary.choices.insert(choice.id.value.clone(), alternatives);
        }
        vocabulary
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

    /// Reads phrases; `None` where one of them is faulty or needs something faulty.
    pub(super) fn phrases(
        &self,
        texts: &[Text],
        purpose: Purpose,
        slots: &mut SlotTable,
        faults: &mut Faults,
    ) -> Option<Vec<Phrase>> {
        let mut phrases = Vec::new();
        for text in texts {
            match phrase_parser::parse(&text.value, purpose, self, slots) {
                Ok(items) => phrases.push(Phrase { written: text.value.clone(), place: text.span, items }),
                Err(rejected) => report(text, rejected, faults),
            }
        }
        (phrases.len() == texts.len()).then_some(phrases)
    }

    fn entry(&self, texts: &[Text], purpose: Purpose, faults: &mut Faults) -> Option<Vec<Vec<Item>>> {
        let phrases = self.phrases(texts, purpose, &mut SlotTable::default(), faults)?;
        Some(phrases.into_iter().map(|phrase| phrase.items).collect())
    }

    fn alternatives(&self, choice: &RawChoice, faults: &mut Faults) -> Option<Alternatives> {
        let read: Vec<_> = choice
            .alternatives
            .iter()
            .map(|(name, texts)| (name.value.clone(), self.entry(texts, Purpose::Choice, faults)))
            .collect();
        let mut alternatives = Vec::new();
        for (name, phrases) in read {
            alternatives.extend(phrases?.into_iter().map(|items| (name.clone(), items)));
        }
        Some(alternatives)
    }
}

fn known<T: Clone>(entry: Option<&Option<T>>) -> Known<T> {
    match entry {
        Some(Some(items)) => Known::Valid(items.clone()),
        Some(None) => Known::Faulty,
        None => Known::Not,
    }
}

/// Tells what is wrong with a phrase, each fault under the words it is about.
fn report(text: &Text, rejected: Rejected, faults: &mut Faults) {
    let in_damaged_file = faults.has_syntax_errors();
    for (at, fault) in rejected.faults {
        // What the unreadable part of the file may have defined is not called unknown.
        let fault = match fault {
            Fault::UnknownList { name, known } if in_damaged_file && suggestion(&name, &known).is_none() => {
                Fault::NeedsUnreadable { what: format!("the list `{name}`") }
            }
            Fault::UnknownSlotType { of, known, .. } if in_damaged_file && suggestion(&of, &known).is_none() => {
                Fault::NeedsUnreadable { what: format!("the choice `{of}`") }
            }
            Fault::SlotWithoutType { slot, .. } if in_damaged_file => {
                Fault::NeedsUnreadable { what: format!("the choice `{slot}`") }
            }
            other => other,
        };
        faults.add(text.place(at), fault);
    }
    for (at, what) in rejected.needs {
        faults.add(text.place(at), Fault::NeedsFaulty { what });
    }
}

/// The lists in an order in which each comes after those it refers to; a circle is a fault of each list in it.
fn order(lists: &[RawList], faults: &mut Faults) -> Vec<usize> {
    let refers = |from: &RawList| -> Vec<usize> {
        let named = |name: &str| lists.iter().position(|list| list.id.value == name);
        from.items.iter().flat_map(|text| references(&text.value)).filter_map(named).collect()
    };
    let edges: Vec<Vec<usize>> = lists.iter().map(refers).collect();
    let mut ordered: Vec<usize> = Vec::new();
    loop {
        let ready: Vec<usize> = (0..lists.len())
            .filter(|list| !ordered.contains(list) && edges[*list].iter().all(|other| ordered.contains(other)))
            .collect();
        if ready.is_empty() {
            break;
        }
        ordered.extend(ready);
    }
    for list in (0..lists.len()).filter(|list| !ordered.contains(list)).collect::<Vec<_>>() {
        if reaches(list, list, &edges) {
            let id = lists[list].id.value.clone();
            faults.add(lists[list].id.span, Fault::ListRefersToItself { id });
        }
    }
    ordered
}

fn reaches(from: usize, to: usize, edges: &[Vec<usize>]) -> bool {
    let mut seen = vec![false; edges.len()];
    let mut waiting = edges[from].clone();
    while let Some(next) = waiting.pop() {
        if next == to {
            return true;
        }
        if !std::mem::replace(&mut seen[next], true) {
            waiting.extend(&edges[next]);
        }
    }
    false
}

/// The names between `<` and `>`.
fn references(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split('<').skip(1).filter_map(|part| part.split_once('>').map(|(name, _)| name.trim()))
}
