//! What a document is about as a whole: how often each word stands in it, whom and what it names.

use rustc_hash::FxHashMap;

use super::base_form::Meanings;
use super::sorted_set::SortedSet;
use crate::source::document::Document;
use crate::source::token::TokenKind;
use crate::values::value::{Kind, Reading};

/// How much two documents have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overlap {
    /// Little more than a name: enough where the sentences say the rest.
    Loose,
    /// Names and much of what is said of them; a document and itself too.
    Close,
}

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

    /// How much two documents share: each name counts, one that both open with twice, and topics up to a limit; nothing where one of them opens with
    /// names that the other never has.
    #[must_use]
    pub fn shared(&self, other: &Self) -> usize {
        let named = |name: &&u32| self.names.contains(name) || other.names.contains(name);
        // Few documents open with a name that the other one has: there is no need to look at all of their words.
        let opens = |story: &Self, other: &Self| story.lead.intersection(&other.capitals).any(|name| named(&name));
        if !opens(self, other) || !opens(other, self) {
            return 0;
        }
        let names = self.capitals.intersection(&other.capitals).filter(named).count();
        let topics = self.topics.intersection(&other.topics).count();
        let both_open = self.lead.intersection(&other.lead).filter(named).count();
        names + both_open + (topics / 2).min(MOST_BY_TOPIC)
    }

    /// What two documents have in common; `None` where it is too little for one matter.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> Option<Overlap> {
        let names = self.capitals.intersection(&other.capitals);
        let names = names.filter(|name| self.names.contains(name) || other.names.contains(name)).count();
        let (less, more) = if self.own.len() < other.own.len() { (self, other) } else { (other, self) };
        let shared = less.own.intersection(&more.own).count() * 100;
        let share = |least: usize| shared >= least * less.own.len() && !less.own.is_empty();
        match names {
            2.. if share(SHARE_WITH_NAMES) => Some(if share(SHARE_CLOSE) { Overlap::Close } else { Overlap::Loose }),
            1 if share(SHARE_WITH_NAME) => Some(Overlap::Loose),
            _ if share(SHARE_ALONE) => Some(Overlap::Loose),
            _ => None,
        }
    }
}

/// How many sentences at the start of a document tell what it is about, the heading among them.
pub const LEAD: usize = 6;

/// What shared topics can count for: two fires share many words.
const MOST_BY_TOPIC: usize = 3;

/// What share of the rarer words of the shorter document two documents have in common, in per cent: with two names, with
/// one, without any; and the least with which they are close.
const SHARE_WITH_NAMES: usize = 10;
const SHARE_WITH_NAME: usize = 20;
const SHARE_ALONE: usize = 35;
const SHARE_CLOSE: usize = 15;

/// Whether the word at `at` is capitalised where prose has no other reason for it, and no month or weekday.
pub(super) fn is_name(document: &Document, meanings: &Meanings, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    document.capital(at)
        && document.word(at).len() > 2
        && !matches!(document.word(before), "." | "\"" | "*" | "|" | "?" | "!" | ":")
        && document.sentences()[document.sentence_at(at)].tokens.start as usize != at
        && !meanings.at(at).calendar
}
