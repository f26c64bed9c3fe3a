//! Whom a text means that only gives a surname: the one person of that surname in the other texts on the story.

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
    let stories = Stories::of(documents, mentioned);
    let full = lone.into_iter().filter_map(|lone| {
        let full = full_name(&stories, documents, &lone)?;
        Some(FilledIn { document: lone.document, claim: lone.claim, part: lone.part, surname: lone.name, full })
    });
    let filled_in: BTreeSet<FilledIn> = full.collect();
    for FilledIn { document, claim, part, full, .. } in &filled_in {
        documents[*document].claims[*claim].key[*part].value = Some(full.clone());
    }
    filled_in
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

fn full_name(stories: &Stories<'_>, documents: &[DocumentClaims], lone: &Lone) -> Option<String> {
    let around = stories.around(lone.document).keys().chain([&lone.document]);
    let mut names: BTreeSet<&String> = BTreeSet::new();
    for &other in around {
        let bears = |name: &&String| {
            let person = Person::new(name);
            !person.is_lone() && person.surname() == lone.surname
        };
        names.extend(documents[other].people.iter().filter(bears));
    }
    let only = names.pop_first()?;
    names.is_empty().then(|| only.clone())
}
