//! What a claim is about: the parts of its key, and those that a sentence leaves open.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::claim::{Claim, KeyValue};
use crate::rules::rule::{ClaimRule, KeyPart, Rules};
use crate::values::agreement::Agreement;
use crate::values::person::{self, Person};
use crate::values::value::Value;

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
