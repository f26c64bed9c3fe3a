//! The verbs that tell of events, and the forms by which a verb of the past is known.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::base_form::{Term, term};
use crate::source::token::hash;

pub(super) static EVENTS: LazyLock<Events> = LazyLock::new(Events::new);

/// Verbs of events by the base form of their words.
pub(super) struct Events {
    /// Whether it befalls a thing once.
    once: FxHashMap<u32, bool>,
    /// "turn up", "send to prison": by the base form of the verb the words behind it, each with the base form of the verb of
    /// one word.
    phrasal: FxHashMap<u32, Vec<([&'static str; 2], u32)>>,
    /// "departure": the base form of a word with that of the verb that says the same.
    alike: FxHashMap<u32, u32>,
}

impl Events {
    fn new() -> Self {
        let mut events =
            Self { once: FxHashMap::default(), phrasal: FxHashMap::default(), alike: FxHashMap::default() };
        for line in include_str!("data/event-verbs.txt").lines().filter(|line| !line.starts_with('#')) {
            if let Some((one, words)) = line.split_once('=') {
                let Some(one) = term(one.trim()) else { continue };
                for words in words.split(',').map(str::trim) {
                    let mut words = words.split(' ');
                    let Some(verb) = words.next().and_then(term) else { continue };
                    match (words.next(), words.next()) {
                        (Some(next), last) => {
                            let behind = [next, last.unwrap_or("")];
                            events.phrasal.entry(verb.id).or_default().push((behind, one.id));
                        }
                        (None, _) => {
                            events.alike.insert(verb.id, one.id);
                        }
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

    /// The event that a word tells of, with the two words behind it, and whether it befalls a thing once.
    pub(super) fn read(&self, term: Term, next: &str, last: &str) -> Option<(u32, bool)> {
        let phrasal = self.phrasal.get(&term.id);
        let behind = |words: [&str; 2]| phrasal?.iter().rfind(|(behind, _)| *behind == words).map(|(_, one)| *one);
        let id = behind([next, last]).or_else(|| behind([next, ""])).or_else(|| self.alike.get(&term.id).copied());
        let id = id.unwrap_or(term.id);
        Some((id, *self.once.get(&id)?))
    }

    /// How many words behind a verb belong to it: two of "went up in", one of "turned up".
    pub(super) fn particles(&self, term: Term, next: &str, last: &str) -> usize {
        let of = |words: [&str; 2]| {
            self.phrasal.get(&term.id).is_some_and(|phrasal| phrasal.iter().any(|(behind, _)| *behind == words))
        };
        if of([next, last]) { 2 } else { usize::from(of([next, ""])) }
    }

    /// The event that a verb of no list tells of: with a particle it is another one, "break" and "break loose".
    pub(super) fn unlisted(&self, term: Term, next: &str) -> Option<(u32, bool)> {
        if term.weak {
            return None;
        }
        let particle = matches!(next, "out" | "down" | "off" | "up" | "away" | "loose" | "apart" | "over" | "back");
        let id = if particle { hash(format!("{} {next}", term.id).as_bytes()) } else { term.id };
        Some((id, false))
    }
}
