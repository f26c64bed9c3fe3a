//! What a claim is about: the same person under several names, and parts of a key that a sentence leaves open.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::claim::{Claim, KeyValue};
use crate::rules::rule::{ClaimRule, KeyPart, Rules};
use crate::source::document::Document;
use crate::values::agreement::Agreement;
use crate::values::person::{self, Person};
use crate::values::value::{Reading, Value};

/// The people of a document under their fullest names.
#[derive(Debug, Default)]
pub(super) struct People {
    /// Everyone, each once.
    people: Vec<Person>,
    /// Each mention, by its index among the readings, with the index of who is meant; in the order of the readings.
    mentions: Vec<(u32, u32)>,
    /// The first mention of anybody but the person named first, by its index among the readings.
    second: Option<u32>,
}

impl People {
    pub(super) fn of(readings: &[Reading], rules: &Rules) -> Self {
        let mentioned = readings.iter().enumerate().filter_map(|(at, reading)| match &reading.value {
            Value::Person(person) => Some((at as u32, person)),
            _ => None,
        });
        let (at, mentioned): (Vec<u32>, Vec<&Person>) = mentioned.unzip();
        let mut people = Vec::new();
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let numbered = person::identify(&mentioned, &rules.names).into_iter().map(|name| {
            *numbers.entry(name).or_insert_with(|| {
                people.push(Person::new(name));
                people.len() as u32 - 1
            })
        });
        let mentions: Vec<(u32, u32)> = at.into_iter().zip(numbered).collect();
        // People are numbered as they come.
        let second = mentions.iter().find(|(_, person)| *person > 0).map(|(at, _)| *at);
        Self { people, mentions, second }
    }

    /// Everyone, each once.
    pub(super) fn names(&self) -> BTreeSet<String> {
        self.people.iter().map(|person| person.name.clone()).collect()
    }

    /// Pairs of people whom one sentence names, each under the fullest name, the smaller name first.
    pub(super) fn together(&self, document: &Document, readings: &[Reading]) -> BTreeSet<(String, String)> {
        let mut together = BTreeSet::new();
        let mut named: Vec<(usize, &str)> = Vec::new();
        for &(at, person) in &self.mentions {
            let name = self.people[person as usize].name.as_str();
            let sentence = document.sentence_at(readings[at as usize].tokens.start as usize);
            named.retain(|(other, _)| *other == sentence);
            for (_, other) in named.iter().filter(|(_, other)| *other != name) {
                let (first, second) = if *other < name { (*other, name) } else { (name, *other) };
                together.insert((first.to_owned(), second.to_owned()));
            }
            named.push((sentence, name));
        }
        together
    }

    /// Whom the text speaks of before the token at `at` without a name: "she", "the painter". The only person whom the
    /// nearest sentence with people names, be it the beginning of the same one; `None` where it names several, or none
    /// is near.
    pub(super) fn spoken_of(&self, document: &Document, readings: &[Reading], at: usize) -> Option<&Person> {
        const NEAR: usize = 3;
        let here = document.sentence_at(at);
        let end = readings.partition_point(|reading| (reading.tokens.start as usize) < at);
        let mut before = (0..end).rev().filter_map(|reading| {
            let person = self.person(reading as u32)?;
            Some((document.sentence_at(readings[reading].tokens.start as usize), person))
        });
        let (sentence, person) = before.next()?;
        let alone = before.take_while(|(other, _)| *other == sentence).all(|(_, other)| other.name == person.name);
        (alone && here - sentence <= NEAR).then_some(person)
    }

    /// Whether the readings up to `at` name no more than one person.
    pub(super) fn is_alone(&self, at: u32) -> bool {
        self.second.is_none_or(|second| at < second)
    }

    /// The value of a reading; a person under the fullest name.
    pub(super) fn value(&self, at: u32, reading: &Reading) -> Value {
        self.person(at).map_or_else(|| reading.value.clone(), |person| Value::Person(person.clone()))
    }

    /// Who is meant by a reading.
    fn person(&self, at: u32) -> Option<&Person> {
        let mention = self.mentions.binary_search_by_key(&at, |&(at, _)| at).ok()?;
        Some(&self.people[self.mentions[mention].1 as usize])
    }
}

/// Fills open parts of keys from other mentions of the same person in the document, else from a timeline on which that
/// person held just one office of that title.
pub(super) fn complete(claims: &mut [Claim], rules: &Rules) {
    let is_open = |claim: &Claim| claim.key.iter().any(|part| part.value.is_none());
    if !claims.iter().any(is_open) {
        return;
    }
    // Each thing that is said of a person counts once, so that a long document that says it again and again stays cheap.
    let mut known: FxHashMap<Person, FxHashSet<Vec<KeyValue>>> = FxHashMap::default();
    for person in claims.iter().filter(|claim| is_open(claim)).filter_map(person_of) {
        known.entry(person.clone()).or_default();
    }
    for claim in claims.iter() {
        if let Some(said) = person_of(claim).and_then(|person| known.get_mut(person))
            && let Some(mention) = mention(claim, rules)
        {
            said.insert(mention.key);
        }
    }
    let mut answers: FxHashMap<(Mention, Arc<str>), Option<String>> = FxHashMap::default();
    for claim in claims.iter_mut().filter(|claim| is_open(claim)) {
        let Some(mentioned) = mention(claim, rules) else { continue };
        for part in claim.key.iter_mut().filter(|part| part.value.is_none()) {
            let answer = answers.entry((mentioned.clone(), Arc::clone(&part.name))).or_insert_with(|| {
                let said = known.get(&mentioned.person);
                said.and_then(|said| from_mentions(&part.name, &mentioned, said))
                    .or_else(|| from_timelines(&part.name, &mentioned, rules))
            });
            part.value.clone_from(answer);
        }
    }
}

/// A person with the parts of the key that a claim gives.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Mention {
    person: Person,
    key: Vec<KeyValue>,
}

/// The person whom a claim speaks of first.
fn person_of(claim: &Claim) -> Option<&Person> {
    claim.slots.iter().flatten().find_map(|filled| match &filled.value {
        Value::Person(person) => Some(person),
        _ => None,
    })
}

fn mention(claim: &Claim, rules: &Rules) -> Option<Mention> {
    let rule = &rules.claims[claim.rule];
    let person = person_of(claim)?.clone();
    let mut key = claim.key.clone();
    // Slots that are no part of the rule's own key may still be one of another rule's: who held which office where.
    for (slot, filled) in rule.slots.iter().zip(&claim.slots) {
        if let Some(filled) = filled
            && !key.iter().any(|part| *part.name == *slot.name)
        {
            key.push(KeyValue { name: slot.name.as_str().into(), value: Some(key_text(&filled.value)) });
        }
    }
    Some(Mention { person, key })
}

/// The one answer that all other mentions of the person give, where they agree on the parts that both state.
fn from_mentions(name: &str, open: &Mention, said: &FxHashSet<Vec<KeyValue>>) -> Option<String> {
    let agrees = |other: &[KeyValue]| {
        open.key.iter().filter(|part| part.value.is_some()).all(|part| {
            other.iter().all(|said| said.name != part.name || said.value.is_none() || said.value == part.value)
        })
    };
    let mut answer: Option<&String> = None;
    // All answers must be equal, so their order does not count.
    for key in said.iter().filter(|key| agrees(key)) {
        let given = key.iter().find(|part| *part.name == *name).and_then(|part| part.value.as_ref());
        match (answer, given) {
            (Some(one), Some(other)) if one != other => return None,
            _ => answer = answer.or(given),
        }
    }
    answer.cloned()
}

fn from_timelines(name: &str, open: &Mention, rules: &Rules) -> Option<String> {
    let stated = |part: &str| open.key.iter().find(|other| *other.name == *part).and_then(|part| part.value.as_deref());
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

/// A value as a part of a key: what lies about 40 miles away may be what lies 40 miles away.
pub(super) fn key_text(value: &Value) -> String {
    match value {
        Value::Quantity(_) | Value::Count(_) | Value::Money(_) | Value::Percent(_) | Value::Duration(_) => {
            value.to_string().replace("~ ", "")
        }
        _ => value.to_string(),
    }
}

/// The names of the parts of a rule's key, in order; `@event` is `event`.
pub(super) fn part_name(part: &KeyPart, rule: &ClaimRule) -> String {
    match part {
        KeyPart::Slot(slot) => rule.slots[*slot].name.clone(),
        KeyPart::Event => "event".to_owned(),
        KeyPart::Subject => "subject".to_owned(),
        KeyPart::Class => "class".to_owned(),
        KeyPart::Happening => "happening".to_owned(),
        KeyPart::Post => "post".to_owned(),
    }
}
