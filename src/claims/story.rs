//! What a document is about as a whole: how often each word stands in it, whom and what it names.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::base_form::term;
use crate::source::document::Document;
use crate::source::token::TokenKind;
use crate::values::calendar_words::{month, weekday};
use crate::values::value::{Kind, Reading};

/// The words of a document, each by the [`Term::id`](super::base_form::Term) of its base form.
#[derive(Debug, Default)]
pub struct Story {
    /// How often each word with a meaning of its own stands in it.
    pub words: FxHashMap<u32, u32>,
    /// The words that it writes with a capital letter, where sentences begin too.
    pub capitals: BTreeSet<u32>,
    /// Those of them that it names someone or something by: capitals inside a sentence.
    pub names: BTreeSet<u32>,
    /// Those capitals that its first sentences and its headings have.
    pub lead: BTreeSet<u32>,
    /// The words that are not common in all news.
    pub own: BTreeSet<u32>,
    /// Those of them that stand in it more than once.
    pub topics: BTreeSet<u32>,
}

impl Story {
    pub(super) fn of(document: &Document, readings: &[Reading]) -> Self {
        // Half of the world's news names the same few countries.
        let mut countries: BTreeSet<u32> = BTreeSet::new();
        for reading in readings.iter().filter(|reading| matches!(reading.kind, Kind::Country | Kind::Demonym)) {
            countries.extend(reading.tokens.clone());
        }
        let mut story = Self::default();
        let mut seen: FxHashMap<u32, Option<super::base_form::Term>> = FxHashMap::default();
        for at in 0..document.tokens().len() {
            if document.tokens()[at].kind != TokenKind::Word {
                continue;
            }
            let word = document.word(at);
            let known = seen.entry(crate::source::token::hash(word.as_bytes())).or_insert_with(|| term(word));
            let Some(term) = *known else { continue };
            let times = story.words.entry(term.id).or_default();
            *times += 1;
            if *times == 1 && !term.weak && word.len() > 2 && !is_calendar(word) {
                story.own.insert(term.id);
            }
            if *times == 2 && !term.weak && word.len() > 2 && !is_calendar(word) {
                story.topics.insert(term.id);
            }
            if term.weak || !document.capital(at) || is_calendar(word) || countries.contains(&(at as u32)) {
                continue;
            }
            story.capitals.insert(term.id);
            if document.sentence_at(at) < LEAD {
                story.lead.insert(term.id);
            }
            if is_name(document, at) {
                story.names.insert(term.id);
            }
        }
        story
    }

    /// How much two documents share: each name counts, one that both open with twice, and topics up to a limit; nothing where one of them opens with
    /// names that the other never has.
    #[must_use]
    pub fn shared(&self, other: &Self) -> usize {
        let named = |name: &&u32| self.names.contains(name) || other.names.contains(name);
        let names: Vec<u32> = self.capitals.intersection(&other.capitals).filter(named).copied().collect();
        let opens = |story: &Self| names.iter().any(|name| story.lead.contains(name));
        if !opens(self) || !opens(other) {
            return 0;
        }
        let topics = self.topics.intersection(&other.topics).count();
        let both_open = names.iter().filter(|name| self.lead.contains(name) && other.lead.contains(name)).count();
        names.len() + both_open + (topics / 2).min(MOST_BY_TOPIC)
    }
}

/// How many sentences at the start of a document tell what it is about, the heading among them.
pub const LEAD: usize = 6;

/// What shared topics can count for: two fires share many words.
const MOST_BY_TOPIC: usize = 3;

/// Whether the word at `at` is capitalised where prose has no other reason for it, and no month or weekday.
pub(super) fn is_name(document: &Document, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    document.capital(at)
        && document.word(at).len() > 2
        && !matches!(document.word(before), "." | "\"" | "*" | "|" | "?" | "!" | ":")
        && document.sentences()[document.sentence_at(at)].tokens.start as usize != at
        && !is_calendar(document.word(at))
}

/// Whether a word is a month or a weekday: it dates a sentence and says nothing of what it is about.
pub(super) fn is_calendar(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some()
}
