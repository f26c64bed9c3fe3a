//! What a document is about as a whole: how often each word stands in it, whom and what it names.

use rustc_hash::FxHashMap;

use super::base_form::Meanings;
use super::sorted_set::SortedSet;
use crate::source::document::Document;
use crate::source::token::TokenKind;
use crate::values::value::{Kind, Reading};

/// The words of a document, each by the [`Term::id`](super::base_form::Term) of its base form.
#[derive(Debug, Default)]
pub struct Story {
    /// How often each word with a meaning of its own stands in it.
    pub words: FxHashMap<u32, u32>,
    /// The words that it writes with a capital letter, where sentences begin too.
    pub capitals: SortedSet<u32>,
    /// Those of them that it names someone or something by: capitals inside a sentence.
    pub names: SortedSet<u32>,
    /// Those capitals that its first sentences and its headings have.
    pub lead: SortedSet<u32>,
    /// The words that are not common in all news.
    pub own: SortedSet<u32>,
    /// Those of them that stand in it more than once.
    pub topics: SortedSet<u32>,
}

impl Story {
    pub(super) fn of(document: &Document, meanings: &Meanings, readings: &[Reading]) -> Self {
        // Half of the world's news names the same few countries.
        let mut countries = vec![false; document.tokens().len()];
        for reading in readings.iter().filter(|reading| matches!(reading.kind, Kind::Country | Kind::Demonym)) {
            countries[reading.tokens.start as usize..reading.tokens.end as usize].fill(true);
        }
        let (mut capitals, mut lead, mut names) = (Vec::new(), Vec::new(), Vec::new());
        let (mut own, mut topics) = (Vec::new(), Vec::new());
        let mut words: FxHashMap<u32, u32> = FxHashMap::default();
        for (at, token) in document.tokens().iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
            let meaning = meanings.at(at);
            let Some(term) = meaning.term else { continue };
            let times = words.entry(term.id).or_default();
            *times += 1;
            if *times <= 2 && !term.weak && !meaning.calendar && document.word(at).len() > 2 {
                if *times == 1 { own.push(term.id) } else { topics.push(term.id) }
            }
            if term.weak || !token.capital || meaning.calendar || countries[at] {
                continue;
            }
            capitals.push(term.id);
            if document.sentence_at(at) < LEAD {
                lead.push(term.id);
            }
            if is_name(document, meanings, at) {
                names.push(term.id);
            }
        }
        Self {
            words,
            capitals: capitals.into(),
            names: names.into(),
            lead: lead.into(),
            own: own.into(),
            topics: topics.into(),
        }
    }
}

/// How many sentences at the start of a document tell what it is about, the heading among them.
pub const LEAD: usize = 6;

/// Whether the word at `at` is capitalised where prose has no other reason for it, and no month or weekday.
pub(super) fn is_name(document: &Document, meanings: &Meanings, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    // "Her Grace", "His Excellency"
    let honour = matches!(document.word(before), "his" | "her" | "your" | "their" | "royal")
        && matches!(
            document.word(at),
            "grace"
                | "majesty"
                | "royal"
                | "highness"
                | "excellency"
                | "holiness"
                | "eminence"
                | "lordship"
                | "ladyship"
        );
    document.capital(at)
        && !honour
        && document.word(at).len() > 2
        && !matches!(document.word(before), "." | "\"" | "*" | "|" | "?" | "!" | ":")
        && document.sentences()[document.sentence_at(at)].tokens.start as usize != at
        && !meanings.at(at).calendar
}
