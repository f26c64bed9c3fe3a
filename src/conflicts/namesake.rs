//! Whom a text means that only gives a surname: the one person of that surname in the other texts on the story.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::mentioned::Mentioned;
use super::story::Stories;
use crate::claims::document_claims::DocumentClaims;
use crate::rules::rule::{Rules, Scope};
use crate::values::person::Person;

/// Fills in full names where the key of a claim has a surname alone, its text never gives the full name, and the texts on the
/// same story know one full name with that surname; in these documents. Gives what it filled in.
pub(super) fn complete(
    rules: &Rules,
    documents: &mut [DocumentClaims],
    mentioned: &Mentioned,
    within: impl Iterator<Item = usize>,
) -> BTreeSet<FilledIn> {
    let lone = within.flat_map(|document| lone(rules, document, &documents[document])).collect::<Vec<_>>();
    let filled_in = filled_in(documents, &Stories::of(documents, mentioned), lone);
    for FilledIn { document, claim, part, full, .. } in &filled_in {
        documents[*document].claims[*claim].key[*part].value = Some(full.clone());
    }
    filled_in
}

fn filled_in(documents: &[DocumentClaims], stories: &Stories<'_>, lone: Vec<Lone>) -> BTreeSet<FilledIn> {
    // A document has many neighbours, each of whom asks for its people.
    let known: Vec<OnceCell<Vec<FullName<'_>>>> = vec![OnceCell::new(); documents.len()];
    let people = |at: usize| known[at].get_or_init(|| full_names(&documents[at])).as_slice();
    let full = lone.into_iter().filter_map(|lone| {
        let around = stories.around(lone.document).keys().chain([&lone.document]);
        let full = only_bearer(&lone.surname, around.flat_map(|&document| people(document)))?.clone();
        Some(FilledIn { document: lone.document, claim: lone.claim, part: lone.part, surname: lone.name, full })
    });
    full.collect()
}

/// A full name that stands in a key for a surname.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FilledIn {
    pub(super) document: usize,
    claim: usize,
    part: usize,
    surname: String,
    full: String,
}

impl FilledIn {
    /// Puts the surname back.
    pub(super) fn undo(&self, documents: &mut [DocumentClaims]) {
        documents[self.document].claims[self.claim].key[self.part].value = Some(self.surname.clone());
    }
}

/// A surname that is a part of a key.
struct Lone {
    document: usize,
    claim: usize,
    part: usize,
    /// As the text has it.
    name: String,
    surname: String,
}

fn lone(rules: &Rules, document: usize, said: &DocumentClaims) -> Vec<Lone> {
    let mut found = Vec::new();
    for (claim, said) in said.claims.iter().enumerate() {
        let rule = &rules.claims[said.rule];
        if rule.scope != Scope::Story {
            continue;
        }
        for (part, key) in rule.key.iter().enumerate() {
            let surname = said.key[part].value.as_ref().filter(|name| !name.contains(' '));
            if let Some(name) = surname.filter(|_| rule.is_person(key)) {
                let surname = Person::new(name).surname().to_owned();
                found.push(Lone { document, claim, part, name: name.clone(), surname });
            }
        }
    }
    found
}

/// A name of more than a surname.
#[derive(Clone)]
struct FullName<'d> {
    name: &'d String,
    surname: String,
}

fn full_names(said: &DocumentClaims) -> Vec<FullName<'_>> {
    let full = said.people.iter().filter_map(|name| {
        let person = Person::new(name);
        (!person.is_lone()).then(|| FullName { name, surname: person.surname().to_owned() })
    });
    full.collect()
}

/// The one full name with a surname; `None` where there are several.
fn only_bearer<'d>(surname: &str, people: impl Iterator<Item = &'d FullName<'d>>) -> Option<&'d String> {
    let mut bearers = people.filter(|person| person.surname == surname).map(|person| person.name);
    let first = bearers.next()?;
    bearers.all(|other| other == first).then_some(first)
}
