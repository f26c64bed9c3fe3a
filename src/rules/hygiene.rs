//! What looks like a slip in a pack that loads: rules nobody tested, phrases without effect, words nobody uses.

use std::sync::Arc;

use super::cover::covers;
use super::example::{Example, Expected};
use super::phrase::{Item, Phrase};
use super::raw::RawPack;
use super::rule::{KeyPart, Mode, Rules, Scope, ValueOf};
use super::text::Text;
use super::warning::Warning;
use crate::source::file::File;
use crate::source::read::{Format, document};
use crate::source::span::FileSpan;

/// A warning with its place and, for some, a second one.
pub(super) type Warned = (FileSpan, Warning, Option<FileSpan>);

/// The warnings of one pack, in no order. Meant for a pack without faults: what a fault switches off looks unused.
pub(super) fn warnings(index: usize, raw: &RawPack, rules: &Rules) -> Vec<Warned> {
    let mut found = Vec::new();
    for rule in rules.claims.iter().filter(|rule| rule.name.pack == index) {
        examples("claim", &rule.name.id, rule.place, &rule.examples, rule.mode == Mode::Compare, &mut found);
        let own =
            raw.claims.iter().find(|claim| claim.id.value == rule.name.id).map_or(&[][..], |claim| &claim.phrases);
        // What is taken over from another claim is told there.
        let is_own = |phrase: &Phrase| own.iter().any(|text| text.span == phrase.place);
        phrases(&rule.phrases, is_own, &mut found);
        if let (ValueOf::Slot(slot), None, None) = (&rule.value, rule.antecedent, rule.parts) {
            let empty = rule.phrases.iter().filter(|phrase| is_own(phrase) && !fills(&phrase.items, *slot));
            let name = &rule.slots[*slot].name;
            found.extend(empty.map(|phrase| (phrase.place, Warning::NoValue { slot: name.clone() }, None)));
        }
    }
    for rule in rules.checks.iter().filter(|rule| rule.name.pack == index) {
        examples("check", &rule.name.id, rule.place, &rule.examples, true, &mut found);
    }
    for (at, guard) in rules.guards.iter().enumerate().filter(|(_, guard)| guard.pack == Some(index)) {
        phrases(&guard.phrases, |_| true, &mut found);
        if !uses_guard(rules, at) {
            found.push((guard.place, Warning::Unused { what: "guard", id: guard.name.clone() }, None));
        }
    }
    let texts = texts(raw);
    for list in &raw.lists {
        if !texts.iter().any(|text| names(&text.value, '<', '>').any(|name| name == list.id.value)) {
            found.push((list.id.span, Warning::Unused { what: "list", id: list.id.value.clone() }, None));
        }
    }
    for choice in &raw.choices {
        let id = choice.id.value.as_str();
        let in_phrase = |text: &&Text| {
            names(&text.value, '{', '}').any(|slot| slot.rsplit(':').next().is_some_and(|of| of.trim() == id))
                || names(&text.value, '<', '>').any(|group| group == id)
        };
        let declared = raw.claims.iter().flat_map(|claim| &claim.slots).any(|(_, of)| of.value == id);
        if !declared && !texts.iter().any(in_phrase) {
            found.push((choice.id.span, Warning::Unused { what: "choice", id: id.to_owned() }, None));
        }
    }
    for name in raw.places.iter().chain(&raw.orgs).flat_map(|entry| &entry.items) {
        if name.value.starts_with(char::is_lowercase) {
            found.push((name.span, Warning::NameInSmallLetters, None));
        }
    }
    let asked = rules.claims.iter().any(|rule| rule.scope == Scope::Event || rule.key.contains(&KeyPart::Event))
        || rules.checks.iter().any(|rule| rule.within == Scope::Event);
    for event in raw.events.iter().filter(|_| !asked) {
        found.push((event.id.span, Warning::UnusedEvent { id: event.id.value.clone() }, None));
    }
    found
}

fn examples(
    what: &'static str,
    id: &str,
    place: FileSpan,
    examples: &[Example],
    compares: bool,
    found: &mut Vec<Warned>,
) {
    let id = id.to_owned();
    let has = |wanted: &[Expected]| examples.iter().any(|example| wanted.contains(&example.verdict));
    if examples.is_empty() {
        found.push((place, Warning::NoExample { what, id }, None));
    } else if compares && !has(&[Expected::Conflict]) {
        found.push((place, Warning::NoConflict { what, id }, None));
    } else if compares && !has(&[Expected::Ok, Expected::None]) {
        found.push((place, Warning::NoSilence { what, id }, None));
    }
}

/// Whether some way to match the items fills a slot.
fn fills(items: &[Item], slot: usize) -> bool {
    items.iter().any(|item| match item {
        Item::Slot { slot: filled, .. } | Item::Choice { slot: filled, .. } => *filled == slot,
        Item::Optional(items) => fills(items, slot),
        Item::Either(alternatives) => alternatives.iter().any(|items| fills(items, slot)),
        Item::Word(_) | Item::Mark(_) | Item::Border | Item::Gap(_) | Item::Here => false,
    })
}

/// Whether words that a phrase needs stand in two sentences of any text, so that it never matches.
fn crosses_sentence(items: &[Item]) -> bool {
    let mut text = String::new();
    spell(items, &mut text);
    document(Arc::new(File::new("", text)), Format::Plain).sentences().len() > 1
}

/// A value that a sentence may begin with, and that may have a point without ending one.
const VALUE: &str = "Inc";

/// Writes the shortest text that the items match.
fn spell(items: &[Item], text: &mut String) {
    for item in items {
        match item {
            Item::Word(words) => push_word(words.first(), text),
            Item::Mark(mark) => text.push(*mark),
            Item::Border => text.push_str(" |"),
            Item::Slot { .. } => push_word(VALUE, text),
            Item::Either(alternatives) => alternatives.first().iter().for_each(|items| spell(items, text)),
            Item::Choice { alternatives, .. } => alternatives.first().iter().for_each(|(_, items)| spell(items, text)),
            Item::Gap(_) | Item::Optional(_) | Item::Here => {}
        }
    }
}

/// With a capital: whatever does not end a sentence before a capital ends it nowhere.
fn push_word(word: &str, text: &mut String) {
    if !text.is_empty() {
        text.push(' ');
    }
    let mut letters = word.chars();
    text.extend(letters.next().into_iter().flat_map(char::to_uppercase));
    text.push_str(letters.as_str());
}

/// Phrases that never match, and those that another one of the same rule makes useless: of two that match the same, the
/// later one.
fn phrases(phrases: &[Phrase], is_own: impl Fn(&Phrase) -> bool, found: &mut Vec<Warned>) {
    for (at, phrase) in phrases.iter().enumerate().filter(|(_, phrase)| is_own(phrase)) {
        if crosses_sentence(&phrase.items) {
            found.push((phrase.place, Warning::CrossesSentence, None));
            continue;
        }
        let others = phrases.iter().enumerate().filter(|(other, _)| *other != at);
        let mut wider = others.filter(|(_, other)| covers(&other.items, &phrase.items));
        let by = wider.find(|(other, wide)| *other < at || !covers(&phrase.items, &wide.items));
        let Some((_, by)) = by else { continue };
        let warning = if by.items == phrase.items {
            Warning::SamePhrase
        } else {
            Warning::CoveredPhrase { by: by.written.clone() }
        };
        found.push((phrase.place, warning, Some(by.place)));
    }
}

fn uses_guard(rules: &Rules, guard: usize) -> bool {
    rules.claims.iter().any(|rule| {
        rule.guards.contains(&guard)
            || matches!(&rule.value, ValueOf::Status(status)
                if status.former.contains(&guard) || status.neither.contains(&guard))
    })
}

/// Every text in which a list or a choice can be named.
fn texts(raw: &RawPack) -> Vec<&Text> {
    let claims = raw
        .claims
        .iter()
        .flat_map(|claim| claim.phrases.iter().chain(&claim.regexes).chain(claim.unless.iter().flatten()));
    claims
        .chain(raw.guards.iter().flat_map(|guard| &guard.phrases))
        .chain(raw.lists.iter().flat_map(|list| &list.items))
        .chain(raw.choices.iter().flat_map(|choice| choice.alternatives.iter().flat_map(|(_, items)| items)))
        .chain(raw.events.iter().flat_map(|event| &event.cues))
        .collect()
}

/// What stands between brackets of one kind.
fn names(phrase: &str, open: char, close: char) -> impl Iterator<Item = &str> {
    phrase.split(open).skip(1).filter_map(move |part| part.split_once(close).map(|(name, _)| name.trim()))
}
