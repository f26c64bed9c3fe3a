//! What a claim is about: the same person under several names, and parts of a key that a sentence leaves open.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::claim::Claim;
use crate::rules::rule::{ClaimRule, KeyPart, Rules};
use crate::source::document::Document;
use crate::values::agreement::Agreement;
use crate::values::person::{self, Person};
use crate::values::value::{Reading, Value};

/// The people of a document: each mention, by its index among the readings, with the fullest name of the same person.
#[derive(Debug, Default)]
pub(super) struct People {
    full: FxHashMap<u32, Person>,
}

impl People {
    pub(super) fn of(readings: &[Reading], rules: &Rules) -> Self {
        let (at, mentioned): (Vec<u32>, Vec<Person>) = readings
            .iter()
            .enumerate()
            .filter_map(|(at, reading)| match &reading.value {
                Value::Person(person) => Some((at as u32, person.clone())),
                _ => None,
            })
            .unzip();
        let identities = person::identify(&mentioned, &rules.names);
        // Most people are mentioned several times, and reading a name costs a microsecond.
        let mut read: FxHashMap<&str, Person> = FxHashMap::default();
        let full = identities.iter().map(|name| read.entry(name).or_insert_with(|| Person::new(name)).clone());
        Self { full: at.into_iter().zip(full).collect() }
    }

    /// Everyone, each once.
    pub(super) fn names(&self) -> BTreeSet<String> {
        self.full.values().map(|person| person.name.clone()).collect()
    }

    /// Pairs of people whom one sentence names, each under the fullest name, the smaller name first.
    pub(super) fn together(&self, document: &Document, readings: &[Reading]) -> BTreeSet<(String, String)> {
        let mut together = BTreeSet::new();
        let mut named: Vec<(usize, &str)> = Vec::new();
        for (at, reading) in readings.iter().enumerate() {
            let Some(person) = self.full.get(&(at as u32)) else { continue };
            let sentence = document.sentence_at(reading.tokens.start as usize);
            named.retain(|(other, _)| *other == sentence);
            for (_, other) in named.iter().filter(|(_, other)| *other != person.name) {
                let (first, second) =
                    if *other < person.name.as_str() { (*other, &*person.name) } else { (&*person.name, *other) };
                together.insert((first.to_owned(), second.to_owned()));
            }
            named.push((sentence, &person.name));
        }
        together
    }

    /// The value of a reading; a person under the fullest name.
    pub(super) fn value(&self, at: u32, reading: &Reading) -> Value {
        self.full.get(&at).map_or_else(|| reading.value.clone(), |person| Value::Person(person.clone()))
    }
}

/// Fills open parts of keys from other mentions of the same person in the document, else from a timeline on which that
/// person held just one office of that title.
pub(super) fn complete(claims: &mut [Claim], rules: &Rules) {
    let known: Vec<Mention> = claims.iter().filter_map(|claim| mention(claim, rules)).collect();
    for claim in claims.iter_mut() {
        if claim.key.iter().all(|part| part.value.is_some()) {
            continue;
        }
        let Some(mentioned) = mention(claim, rules) else { continue };
        for open in 0..claim.key.len() {
            if claim.key[open].value.is_none() {
                let name = &claim.key[open].name;
                claim.key[open].value =
                    from_mentions(name, &mentioned, &known).or_else(|| from_timelines(name, &mentioned, rules));
            }
        }
    }
}

/// A person with the parts of the key that a claim gives.
struct Mention {
    person: Person,
    key: Vec<(std::sync::Arc<str>, Option<String>)>,
}

fn mention(claim: &Claim, rules: &Rules) -> Option<Mention> {
    let rule = &rules.claims[claim.rule];
    let person = claim.slots.iter().flatten().find_map(|filled| match &filled.value {
        Value::Person(person) => Some(person.clone()),
        _ => None,
    })?;
    let mut key: Vec<_> = claim.key.iter().map(|part| (part.name.clone(), part.value.clone())).collect();
    // Slots that are no part of the rule's own key may still be one of another rule's: who held which office where.
    for (slot, filled) in rule.slots.iter().zip(&claim.slots) {
        if let Some(filled) = filled
            && !key.iter().any(|(name, _)| **name == *slot.name)
        {
            key.push((slot.name.as_str().into(), Some(key_text(&filled.value))));
        }
    }
    Some(Mention { person, key })
}

/// The one answer that all other mentions of the person give, where they agree on the parts that both state.
fn from_mentions(name: &str, open: &Mention, known: &[Mention]) -> Option<String> {
    let mut answers = known
        .iter()
        .filter(|other| other.person == open.person)
        .filter(|other| {
            open.key.iter().all(|(part, value)| {
                value.is_none() || other.key.iter().all(|(name, said)| name != part || said.is_none() || said == value)
            })
        })
        .filter_map(|other| other.key.iter().find(|(part, _)| **part == *name).and_then(|(_, value)| value.clone()));
    let first = answers.next()?;
    answers.all(|answer| answer == first).then_some(first)
}

fn from_timelines(name: &str, open: &Mention, rules: &Rules) -> Option<String> {
    let stated = |part: &str| open.key.iter().find(|(name, _)| **name == *part).and_then(|(_, value)| value.as_deref());
    let mut held = rules.timelines.iter().filter(|timeline| {
        [("office", &timeline.title), ("of", &timeline.of)]
            .iter()
            .all(|(part, value)| stated(part).is_none_or(|said| said == *value))
            && timeline.holders.iter().any(|term| same(&term.who, &open.person, rules))
    });
    let only = held.next()?;
    if held.next().is_some() {
        return None;
    }
    match name {
        "office" => Some(only.title.clone()),
        "of" => Some(only.of.clone()),
        _ => None,
    }
}

fn same(a: &Person, b: &Person, rules: &Rules) -> bool {
    matches!(person::agree(a, b, &rules.names), Agreement::Same | Agreement::Compatible)
}

/// A value as a part of a key.
pub(super) fn key_text(value: &Value) -> String {
    value.to_string()
}

/// The names of the parts of a rule's key, in order; `@event` is `event`.
pub(super) fn part_name(part: &KeyPart, rule: &ClaimRule) -> String {
    match part {
        KeyPart::Slot(slot) => rule.slots[*slot].name.clone(),
        KeyPart::Event => "event".to_owned(),
    }
}
