//! Facts of a record as claims: a phrase of the rule, filled with the words of the fact, is read like any other text.

use std::ops::Range;
use std::sync::Arc;

use super::claim::{Claim, Evidence, When};
use super::document_claims::DocumentClaims;
use super::finder::Finder;
use crate::rules::phrase::{Item, Phrase, SlotKind};
use crate::rules::rule::Rules;
use crate::source::document::Document;
use crate::source::file::File;
use crate::source::span::FileSpan;

/// What a record states by a rule.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Index into [`Rules::claims`].
    pub rule: usize,
    /// The words of the value.
    pub value: Words,
    /// The words of each part of the key.
    pub key: Vec<Words>,
    /// When it holds.
    pub when: When,
}

/// Words for a slot of a rule.
#[derive(Clone, Debug)]
pub struct Words {
    /// Index into the slots of the rule.
    pub slot: usize,
    /// The words, as an article would write them.
    pub written: String,
    /// Where they stand in the record.
    pub at: FileSpan,
}

/// The claim that a fact makes; `None` where no phrase of its rule reads it.
#[must_use]
pub fn claim(finder: &Finder<'_>, rules: &Rules, file: &Arc<File>, fact: &Fact) -> Option<Claim> {
    rules.claims.get(fact.rule)?.phrases.iter().find_map(|phrase| {
        let Text { text, places } = filled(phrase, fact)?;
        let document = Document::of_text(&text);
        let stands_at =
            |at: FileSpan, slot: usize| places.iter().any(|(of, place)| *of == slot && *place == at.range());
        let read = finder.read(&document, None).claims.into_iter().find(|claim| {
            let whole = |words: &Words| {
                claim.slots[words.slot].as_ref().is_some_and(|filled| stands_at(filled.span, words.slot))
            };
            claim.rule == fact.rule && claim.counts() && std::iter::once(&fact.value).chain(&fact.key).all(whole)
        })?;
        Some(placed(read, file, fact))
    })
}

/// What a record says as a whole.
#[must_use]
pub fn record(file: Arc<File>, claims: Vec<Claim>) -> DocumentClaims {
    DocumentClaims { claims, ..DocumentClaims::none(file) }
}

/// The claim as one of the record, where its words stand.
fn placed(mut claim: Claim, file: &Arc<File>, fact: &Fact) -> Claim {
    for words in std::iter::once(&fact.value).chain(&fact.key) {
        if let Some(filled) = &mut claim.slots[words.slot] {
            filled.span = words.at;
        }
    }
    claim.when = fact.when;
    claim.at = Evidence {
        file: Arc::clone(file),
        span: fact.value.at,
        quote: fact.value.written.clone(),
        sentence: fact.value.written.as_str().into(),
        sentence_span: fact.value.at,
        block_span: fact.value.at,
        when: fact.when,
        said_by: None,
    };
    claim
}

/// The words of a text as they are put together, and where those of each slot stand.
#[derive(Default)]
struct Text {
    text: String,
    places: Vec<(usize, Range<usize>)>,
}

/// The shortest text that a phrase matches with the words of a fact; `None` where the phrase has other slots.
fn filled(phrase: &Phrase, fact: &Fact) -> Option<Text> {
    let mut text = Text::default();
    text.add(&phrase.items, fact)?;
    let all = text.places.len() == fact.key.len() + 1;
    all.then_some(text)
}

impl Text {
    fn add(&mut self, items: &[Item], fact: &Fact) -> Option<()> {
        for item in items {
            match item {
                Item::Word(words) => self.word(words.first()),
                Item::Mark(mark) => self.text.push(*mark),
                Item::Gap(_) | Item::Optional(_) => {}
                Item::Either(alternatives) => self.add(alternatives.first()?, fact)?,
                Item::Slot { kind: SlotKind::Pronoun, .. } | Item::Border | Item::Here => return None,
                Item::Slot { slot, .. } | Item::Choice { slot, .. } => {
                    let words = std::iter::once(&fact.value).chain(&fact.key).find(|words| words.slot == *slot)?;
                    self.word(&words.written);
                    self.places.push((*slot, self.text.len() - words.written.len()..self.text.len()));
                }
            }
        }
        Some(())
    }

    /// Adds a word; endings such as "'s" go with the one before.
    fn word(&mut self, word: &str) {
        if !self.text.is_empty() && !word.starts_with('\'') {
            self.text.push(' ');
        }
        self.text.push_str(word);
    }
}
