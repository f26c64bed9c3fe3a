//! The slots of one claim, collected over its phrases in the order of their first appearance.

use std::collections::BTreeMap;

use super::fault::Fault;
use super::phrase::SlotKind;
use super::rule::Slot;
use super::text::Text;
use super::vocabulary::Vocabulary;
use crate::values::value::Kind;

/// What a slot asks for: its kind, and which choice where it is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SlotType {
    pub(super) kind: SlotKind,
    pub(super) name: String,
}

/// The slots of one claim.
#[derive(Clone, Debug, Default)]
pub(super) struct SlotTable {
    slots: Vec<Slot>,
    /// The name of the type of each slot, as its first phrase has it.
    types: Vec<String>,
    /// `[claim.X.slot]`: the type of a slot for all phrases, and whether a phrase uses it.
    declared: BTreeMap<String, Declared>,
}

/// A line of `[claim.X.slot]`.
#[derive(Clone, Debug)]
struct Declared {
    slot: Text,
    of: Text,
    used: bool,
}

impl SlotTable {
    /// Adds the types that `[claim.X.slot]` gives.
    pub(super) fn declare(&mut self, declared: Vec<(Text, Text)>) {
        for (slot, of) in declared {
            let name = slot.value.clone();
            self.declared.insert(name, Declared { slot, of, used: false });
        }
    }

    /// The slots.
    pub(super) fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The index of a slot.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        self.slots.iter().position(|slot| slot.name == name)
    }

    /// The names of all slots.
    pub(super) fn names(&self) -> Vec<String> {
        self.slots.iter().map(|slot| slot.name.clone()).collect()
    }

    /// Types of `[claim.X.slot]` that no phrase has used.
    pub(super) fn unused(&self) -> Vec<&Text> {
        self.declared.values().filter(|declared| !declared.used).map(|declared| &declared.slot).collect()
    }

    /// The slot `name` reads a value of type `of` here; without `of` the type of `[claim.X.slot]`, else the type of the
    /// same name.
    pub(super) fn fill(
        &mut self,
        name: &str,
        of: Option<&str>,
        vocabulary: &Vocabulary,
    ) -> Result<(usize, SlotType), Fault> {
        let declared = self.declared.get_mut(name).map(|declared| {
            declared.used = true;
            declared.of.value.clone()
        });
        let of = of.map(str::to_owned).or(declared).unwrap_or_else(|| name.to_owned());
        let kind = match slot_kind(&of, vocabulary) {
            Some(kind) => kind,
            None if of == name => {
                return Err(Fault::SlotWithoutType { slot: name.to_owned(), known: type_names(vocabulary) });
            }
            None => {
                let known = type_names(vocabulary);
                return Err(Fault::UnknownSlotType { slot: name.to_owned(), of, known });
            }
        };
        let here = SlotType { kind, name: of };
        let Some(at) = self.find(name) else {
            self.slots.push(Slot { name: name.to_owned(), kind });
            self.types.push(here.name.clone());
            return Ok((self.slots.len() - 1, here));
        };
        let first = SlotType { kind: self.slots[at].kind, name: self.types[at].clone() };
        if first != here && !comparable(first.kind, here.kind) {
            return Err(Fault::SlotOfTwoTypes { slot: name.to_owned(), first: first.name, second: here.name });
        }
        Ok((at, here))
    }
}

/// The kind that a type's name stands for.
pub(super) fn slot_kind(name: &str, vocabulary: &Vocabulary) -> Option<SlotKind> {
    match name {
        "word" => Some(SlotKind::Word),
        "words" => Some(SlotKind::Words),
        "name" => Some(SlotKind::Name),
        "pronoun" => Some(SlotKind::Pronoun),
        _ if vocabulary.has_choice(name) => Some(SlotKind::Choice),
        _ => Kind::ALL.iter().find(|kind| kind.name() == name).map(|&kind| SlotKind::Value(kind)),
    }
}

/// The names of all built-in slot types.
pub(super) fn builtin_types() -> Vec<String> {
    Kind::ALL.iter().map(|kind| kind.name()).chain(["word", "words", "name", "pronoun"]).map(str::to_owned).collect()
}

fn type_names(vocabulary: &Vocabulary) -> Vec<String> {
    let mut names = builtin_types();
    names.extend(vocabulary.choice_names());
    names
}

/// Whether values of two kinds can be compared, so that one slot may hold either.
fn comparable(a: SlotKind, b: SlotKind) -> bool {
    let family = |kind| match kind {
        SlotKind::Value(Kind::Place | Kind::Country | Kind::Demonym | Kind::Org) | SlotKind::Name => 1,
        SlotKind::Value(Kind::Date | Kind::Range | Kind::Weekday) => 2,
        SlotKind::Word | SlotKind::Words => 3,
        SlotKind::Value(Kind::Person) | SlotKind::Pronoun => 5,
        // "Ida Holm, 43": a bare number in an age's place counts years.
        SlotKind::Value(Kind::Age | Kind::Count | Kind::Number) => 4,
        SlotKind::Value(_) | SlotKind::Choice => 0,
    };
    family(a) != 0 && family(a) == family(b)
}
