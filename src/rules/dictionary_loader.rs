//! Dictionaries, timelines and events: what rules know beside phrases.

use std::sync::Arc;

use super::fault::{Fault, Purpose};
use super::faults::Faults;
use super::raw::{RawEvent, RawHolder, RawList, RawOffice, RawPack};
use super::rule::{Event, Term, Timeline};
use super::slot_table::SlotTable;
use super::vocabulary::Vocabulary;
use super::vocabulary_loader;
use crate::source::problem::Mark;
use crate::values::names::{Entry, Names};
use crate::values::office::Office;
use crate::values::person::Person;

/// Adds the dictionaries of a pack to the names in force; a faulty entry is left out alone.
pub(super) fn add_names(pack: &RawPack, names: &mut Names, faults: &mut Faults) {
    entries(&pack.people, faults).into_iter().for_each(|Entry { id, names: all }| names.add_person(id, all));
    entries(&pack.places, faults).into_iter().for_each(|Entry { id, names: all }| names.add_place(id, all));
    entries(&pack.orgs, faults).into_iter().for_each(|Entry { id, names: all }| names.add_org(id, all));
}

fn entries(lists: &[RawList], faults: &mut Faults) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (at, list) in lists.iter().enumerate() {
        let mut broken = list.broken;
        for name in &list.items {
            if !name.value.chars().any(char::is_alphabetic) {
                faults.add(name.span, Fault::EmptyName);
                broken = true;
            }
            let earlier = lists[..at].iter().flat_map(|other| &other.items);
            if let Some(first) = earlier.into_iter().find(|first| first.value.eq_ignore_ascii_case(&name.value)) {
                let related = vec![faults.mark(first.span, "first entry")];
                faults.add_with(name.span, Fault::SharedName { name: name.value.clone() }, related);
                broken = true;
            }
        }
        if !broken {
            let names = list.items.iter().map(|name| name.value.clone()).collect();
            entries.push(Entry { id: list.id.value.clone(), names });
        }
    }
    entries
}

/// A timeline, or nothing where it is faulty.
pub(super) fn timeline(office: &RawOffice, pack: &RawPack, faults: &mut Faults) -> Option<Timeline> {
    let before = faults.count();
    let mut holders: Vec<(&RawHolder, Term)> = office
        .holders
        .iter()
        .filter_map(|holder| {
            let who = person(holder, &pack.people, faults)?;
            Some((holder, Term { who, from: holder.from, to: holder.to, place: holder.place }))
        })
        .collect();
    if office.holders.is_empty() && !office.broken {
        faults.add(office.id.span, Fault::NoHolders { id: office.id.value.clone() });
    }
    for holder in &office.holders {
        if holder.to.is_some_and(|to| to <= holder.from) {
            faults.add(holder.place, Fault::ReversedTerm { who: holder.who.value.clone() });
        }
    }
    holders.sort_by_key(|(_, term)| term.from);
    for pair in holders.windows(2) {
        let [(first, early), (second, late)] = pair else { continue };
        let reversed = early.to.is_some_and(|to| to <= early.from);
        if !reversed && early.to.is_none_or(|to| to > late.from) {
            let related = vec![faults.mark(early.place, "the term before")];
            let fault = Fault::OverlappingTerms { first: first.who.value.clone(), second: second.who.value.clone() };
            faults.add_with(late.place, fault, related);
        }
    }
    if office.broken || faults.count() > before {
        return None;
    }
    let of = office.of.as_ref()?;
    Some(Timeline {
        id: office.id.value.clone(),
        title: office_title(&office.title.as_ref()?.value),
        of: display(&of.value, &[&pack.places, &pack.orgs]).unwrap_or(&of.value).to_owned(),
        holders: holders.into_iter().map(|(_, term)| term).collect(),
        file: Arc::clone(&faults.file),
    })
}

/// The name to show for an id.
fn display<'a>(id: &str, dictionaries: &[&'a [RawList]]) -> Option<&'a str> {
    let entry = dictionaries.iter().flat_map(|lists| lists.iter()).find(|entry| entry.id.value == id)?;
    entry.items.first().map(|name| name.value.as_str())
}

/// The title of an office as a slot `office` writes it, whichever of its names stands in the rule: "premier" is a prime
/// minister; one that the lexicon has not in its own words.
fn office_title(written: &str) -> String {
    Office::named(written).map_or_else(|| written.replace('-', " ").to_lowercase(), |office| office.name)
}

/// The holder of an office: an id of `[person]`, or a name. What begins with a small letter is meant as an id.
fn person(holder: &RawHolder, people: &[RawList], faults: &mut Faults) -> Option<Person> {
    let who = &holder.who;
    let name = match display(&who.value, &[people]) {
        Some(name) => name,
        None if who.value.starts_with(char::is_uppercase) => &who.value,
        None => {
            let known = people.iter().map(|entry| entry.id.value.clone()).collect();
            faults.add(who.span, Fault::UnknownPerson { who: who.value.clone(), known });
            return None;
        }
    };
    Some(Person::new(name))
}

/// An event, or nothing where it is faulty.
pub(super) fn event(raw: &RawEvent, vocabulary: &Vocabulary, faults: &mut Faults) -> Option<Event> {
    let before = faults.count();
    let cues = vocabulary_loader::phrases(&raw.cues, Purpose::Cue, vocabulary, &mut SlotTable::default(), faults);
    if let (Some(from), Some(to)) = (raw.from, raw.to)
        && to < from
    {
        faults.add(raw.id.span, Fault::ReversedEvent { id: raw.id.value.clone() });
    }
    // One cue may stand in any article; two together hardly do.
    let need = raw.need.map_or(2.min(raw.cues.len()), |(need, place)| {
        let found = usize::try_from(need).ok().filter(|need| (1..=raw.cues.len()).contains(need));
        if found.is_none() {
            faults.add(place, Fault::NeedOutOfRange { need, cues: raw.cues.len() });
        }
        found.unwrap_or_default()
    });
    if raw.broken || faults.count() > before {
        return None;
    }
    let title = raw.title.as_ref()?.value.clone();
    // The loader of the pack gives the event its pack.
    Some(Event { pack: 0, id: raw.id.value.clone(), title, from: raw.from?, to: raw.to?, need, cues: cues? })
}

/// Ids that all packs share, each with the place of its first definition.
#[derive(Default)]
pub(super) struct SharedIds {
    seen: Vec<(&'static str, String, Mark)>,
}

impl SharedIds {
    /// Whether the id is new; a second definition is a fault.
    pub(super) fn claim(&mut self, what: &'static str, id: &super::text::Text, faults: &mut Faults) -> bool {
        if let Some((.., first)) = self.seen.iter().find(|(kind, seen, _)| *kind == what && *seen == id.value) {
            faults.add_with(id.span, Fault::DuplicateAcross { what, id: id.value.clone() }, vec![first.clone()]);
            return false;
        }
        self.seen.push((what, id.value.clone(), faults.mark(id.span, "first defined here")));
        true
    }

    /// All ids of one kind.
    pub(super) fn of(&self, what: &str) -> Vec<String> {
        self.seen.iter().filter(|(kind, ..)| *kind == what).map(|(_, id, _)| id.clone()).collect()
    }
}
