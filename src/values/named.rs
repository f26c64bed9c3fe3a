//! All names and titles of a document in one go: each kind is found with the help of those found before it.

use std::ops::Range;

use super::names::{Alias, Names};
use super::place::{self, Place};
use super::value::{Kind, Reading, Value};
use super::vocabulary::{Class, Classes};
use super::{office, offices, orgs, people, places};
use crate::source::document::Document;

/// Appends every office, country, demonym, other place, human being and body that a document names; one kind after the
/// other, each by first token. Readings of different kinds may overlap: "U.S." is a country and an adjective.
pub(crate) fn read_all(document: &Document, names: &Names, out: &mut Vec<Reading>) {
    let mut classes = Classes::of(document);
    let offices = offices::read(document, &classes);
    for (tokens, _) in &offices {
        classes.mark(tokens.start..tokens.start + 1, Class::OFFICE_HERE);
        classes.mark(tokens.clone(), Class::IN_OFFICE);
        classes.mark(tokens.end..tokens.end + 1, Class::AFTER_OFFICE);
    }
    let listed = places::candidates(document, &classes);
    for (tokens, form) in &listed {
        classes.mark(tokens.start..tokens.start + 1, Class::PLACE_HERE);
        classes.mark(tokens.clone(), Class::IN_PLACE);
        if form.human && tokens.len() == 1 {
            classes.mark(tokens.clone(), Class::HUMAN_PLACE);
        }
    }
    let people = people::read(&people::Around { document, classes: &classes, names });
    for (tokens, _) in &people {
        classes.mark(tokens.clone(), Class::IN_PERSON);
    }
    let orgs = orgs::read(document, &classes, names);
    for (tokens, _) in &orgs {
        classes.mark(tokens.clone(), Class::IN_ORG);
    }

    let mut push = |kind, tokens: &Range<usize>, value| {
        out.push(Reading { kind, tokens: tokens.start as u32..tokens.end as u32, value });
    };
    for (tokens, id) in &offices {
        push(Kind::Office, tokens, Value::Office(office::office(*id)));
        let unlisted = places::unlisted(document, &classes, tokens);
        if let Some(place) = unlisted.filter(|place| !classes.at(place.start).is(Class::IN_PERSON | Class::IN_ORG)) {
            let words = document.prose.slice(document.span(place.start, place.end));
            push(Kind::Place, &place, Value::Place(Place::named(words, names)));
        }
    }
    for (tokens, form) in &listed {
        let class = classes.at(tokens.start);
        if class.is(Class::IN_PERSON) {
            continue;
        }
        if form.demonym {
            push(Kind::Demonym, tokens, Value::Place(place::place(form.place)));
        }
        if form.name && !class.is(Class::IN_ORG) && places::stands_alone(document, &classes, tokens) {
            let kind = if form.country { Kind::Country } else { Kind::Place };
            push(kind, tokens, Value::Place(place::place(form.place)));
        }
    }
    for (tokens, place) in in_dictionary(document, &classes, names) {
        push(Kind::Place, &tokens, Value::Place(place));
    }
    for (tokens, person) in people {
        push(Kind::Person, &tokens, Value::Person(person));
    }
    for (tokens, org) in orgs {
        push(Kind::Org, &tokens, Value::Org(org));
    }
}

/// Places of the dictionary that the gazetteer does not have under the name in the text.
fn in_dictionary(document: &Document, classes: &Classes, names: &Names) -> Vec<(Range<usize>, Place)> {
    let mut found = Vec::new();
    if names.places().is_empty() {
        return found;
    }
    let mut at = 0;
    while at < classes.len() {
        let free = classes.at(at).is(Class::CAPITAL) && !classes.at(at).is(Class::IN_PLACE | Class::IN_PERSON);
        let mut aliases = free.then(|| names.aliases().all(document, at)).into_iter().flatten();
        let Some((end, _)) = aliases.find(|(_, alias)| matches!(alias, Alias::Place(_))) else {
            at += 1;
            continue;
        };
        let words = document.prose.slice(document.span(at, end));
        found.push((at..end, Place::named(words, names)));
        at = end;
    }
    found
}
