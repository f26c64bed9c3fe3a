//! The verbs that tell of events, and the forms by which a verb of the past is known.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::base_form::{Term, term};
use super::word_list::lines;
use crate::source::token::hash;

pub(super) static EVENTS: LazyLock<Events> = LazyLock::new(Events::new);

/// How many words behind a verb can belong to it: three of "came into the world".
pub(super) const MOST_PARTICLES: usize = 3;

/// The words behind a verb, empty behind the end of its clause.
pub(super) type Behind<'w> = [&'w str; MOST_PARTICLES];

/// Verbs of events by the base form of their words.
pub(super) struct Events {
    /// Whether it befalls a thing once.
    once: FxHashMap<u32, bool>,
    /// "turn up", "send to prison": by the base form of the verb the words behind it, each with the base form of the verb of
    /// one word.
    phrasal: FxHashMap<u32, Vec<(Vec<&'static str>, u32)>>,
    /// "departure": the base form of a word with that of the verb that says the same.
    alike: FxHashMap<u32, u32>,
}

impl Events {
    fn new() -> Self {
        let mut events =
            Self { once: FxHashMap::default(), phrasal: FxHashMap::default(), alike: FxHashMap::default() };
        for line in lines(include_str!("data/event-verbs.txt")) {
            if let Some((one, words)) = line.split_once('=') {
                let Some(one) = term(one.trim()) else { continue };
                for words in words.split(',').map(str::trim) {
                    let mut words = words.split(' ');
                    let Some(verb) = words.next().and_then(term) else { continue };
                    let behind: Vec<&str> = words.collect();
                    if behind.is_empty() {
                        events.alike.insert(verb.id, one.id);
                    } else {
                        events.phrasal.entry(verb.id).or_default().push((behind, one.id));
                    }
                }
                continue;
            }
            let once = line.starts_with('!');
            for term in line.trim_start_matches('!').split_whitespace().filter_map(term) {
                *events.once.entry(term.id).or_insert(once) |= once;
            }
        }
        events
    }

    /// The event that a word tells of, with the words behind it, and whether it befalls a thing once.
    pub(super) fn read(&self, term: Term, behind: Behind<'_>) -> Option<(u32, bool)> {
        let phrasal = self.phrase(term, behind).map(|(_, one)| *one);
        let id = phrasal.or_else(|| self.alike.get(&term.id).copied()).unwrap_or(term.id);
        Some((id, *self.once.get(&id)?))
    }

    /// How many words behind a verb belong to it: two of "went up in", one of "turned up".
    pub(super) fn particles(&self, term: Term, behind: Behind<'_>) -> usize {
        self.phrase(term, behind).map_or(0, |(words, _)| words.len())
    }

    /// The longest phrase that a verb makes with the words behind it, and what it says.
    fn phrase(&self, term: Term, behind: Behind<'_>) -> Option<&(Vec<&'static str>, u32)> {
        let phrases = self.phrasal.get(&term.id)?.iter();
        phrases.filter(|(words, _)| behind.starts_with(words)).max_by_key(|(words, _)| words.len())
    }

    /// The event that a verb of no list tells of: with a particle it is another one, "break" and "break loose".
    pub(super) fn unlisted(&self, term: Term, [next, ..]: Behind<'_>) -> Option<(u32, bool)> {
        if term.weak {
            return None;
        }
        let particle = matches!(next, "out" | "down" | "off" | "up" | "away" | "loose" | "apart" | "over" | "back");
        let id = if particle { hash(format!("{} {next}", term.id).as_bytes()) } else { term.id };
        Some((id, false))
    }
}

#[cfg(test)]
mod tests {
    use super::EVENTS;
    use crate::claims::base_form::term;

    #[test]
    fn a_verb_is_read_with_as_many_words_as_belong_to_it() {
        for (verb, behind, event, particles) in [
            ("came", ["into", "the", "world"], "born", 3),
            ("came", ["into", "the", "kitchen"], "", 0),
            ("went", ["up", "in", "smoke"], "ignite", 2),
            ("went", ["down", "off", "Lowell"], "sink", 1),
            ("left", ["", "", ""], "depart", 0),
        ] {
            let read = |verb: &str| term(verb).and_then(|verb| EVENTS.read(verb, behind)).map(|(id, _)| id);
            assert_eq!(read(verb), term(event).map(|event| event.id), "{verb} {behind:?}");
            assert_eq!(term(verb).map(|verb| EVENTS.particles(verb, behind)), Some(particles), "{verb} {behind:?}");
        }
    }
}
