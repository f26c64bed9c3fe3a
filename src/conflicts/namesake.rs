//! Whom a text means that only gives a surname: the one person of that surname in the other texts on the story.

use std::collections::BTreeSet;

use super::story::Stories;
use crate::claims::document_claims::DocumentClaims;
use crate::rules::rule::{Rules, Scope};
use crate::values::person::Person;

/// Fills in full names where the key of a claim has a surname alone, its text never gives the full name, and the texts on the
/// same story know one full name with that surname. Gives what it filled in.
pub fn complete(rules: &Rules, documents: &mut [DocumentClaims]) -> Vec<FilledIn> {
    let lone = lone(rules, documents);
    if lone.is_empty() {
        return Vec::new();
    }
    let stories = Stories::of(documents);
    let full: Vec<Option<String>> = lone.iter().map(|lone| full_name(&stories, documents, lone)).collect();
    let mut filled = Vec::new();
    for (lone, full) in lone.into_iter().zip(full) {
        if full.is_some() {
            let part = &mut documents[lone.document].claims[lone.claim].key[lone.part].value;
            let surname = std::mem::replace(part, full);
            filled.push(FilledIn { document: lone.document, claim: lone.claim, part: lone.part, surname });
        }
    }
    filled
}

/// A full name that stands in a key for a surname.
#[derive(Debug)]
pub struct FilledIn {
    document: usize,
    claim: usize,
    part: usize,
    surname: Option<String>,
}

/// Puts surnames back for full names, so that the documents can be compared again with others beside them.
pub fn undo(filled: Vec<FilledIn>, documents: &mut [DocumentClaims]) {
    for FilledIn { document, claim, part, surname } in filled {
        documents[document].claims[claim].key[part].value = surname;
    }
}

/// A surname that is a part of a key.
struct Lone {
    document: usize,
    claim: usize,
    part: usize,
    surname: String,
}

fn lone(rules: &Rules, documents: &[DocumentClaims]) -> Vec<Lone> {
    let mut found = Vec::new();
    for (document, of) in documents.iter().enumerate() {
        for (claim, said) in of.claims.iter().enumerate() {
            let rule = &rules.claims[said.rule];
            if rule.scope != Scope::Story {
                continue;
            }
            for (part, key) in rule.key.iter().enumerate() {
                let surname = said.key[part].value.as_ref().filter(|name| !name.contains(' '));
                if let Some(name) = surname.filter(|_| rule.is_person(key)) {
                    found.push(Lone { document, claim, part, surname: Person::new(name).surname().to_owned() });
                }
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
