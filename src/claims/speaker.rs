//! Whom a sentence names as the source of what it says.

use std::ops::Range;

use super::base_form::{Meanings, Term};
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;
use crate::source::document::Document;

/// What a sentence says of a value, for whoever asks who says so.
pub(super) struct Saying<'a> {
    pub(super) document: &'a Document,
    /// The tokens of the sentence, as far as they are looked at.
    pub(super) within: &'a Range<usize>,
    /// The tokens of the value.
    pub(super) value: &'a Range<usize>,
}

impl Saying<'_> {
    /// The tokens of whoever the sentence names as its source, for each word that says so: "police said", "said the mayor,
    /// Ann Lee".
    pub(super) fn speakers(&self) -> Vec<(usize, SortedSet<usize>)> {
        let said = |at: &usize| is_saying(self.document.word(*at));
        self.within.clone().filter(said).map(|at| (at, self.speaker_around(at))).collect()
    }

    /// What those words mean, of all whom the sentence names as its source.
    pub(super) fn voices(&self, meanings: &Meanings) -> SortedSet<Term> {
        let speakers = self.speakers();
        let tokens = speakers.iter().flat_map(|(_, speaker)| speaker.iter()).filter(|at| !self.value.contains(at));
        tokens.filter_map(|&at| meanings.term(at)).filter(|term| !term.weak).collect()
    }

    fn speaker_around(&self, verb: usize) -> SortedSet<usize> {
        let stops = |at: usize| matches!(self.document.word(at), "," | "." | ";" | ":" | "\"" | "|" | "but");
        let mut first = verb;
        // "At a cost of $9, said the director, Ann Lee": what is said stands before, and the speaker behind.
        let told = self.value.end <= verb
            && verb > self.within.start
            && matches!(self.document.word(verb - 1), "," | "\"")
            && !stops(verb + 1);
        if told {
            let end = self.within.end.min(verb + 8);
            let comma = (verb + 1..end).find(|&at| stops(at));
            let named = comma.is_some_and(|at| {
                self.document.word(at) == ","
                    && self.document.capital(at + 1)
                    && !(verb + 1..at).any(|at| self.document.capital(at))
            });
            let from = if named { comma.map_or(verb + 1, |at| at + 1) } else { verb + 1 };
            return (from..end).take_while(|&at| !stops(at)).collect();
        }
        // "Ann Lee, the director, said", "Ann Lee, the director said"
        let mut speaker: Vec<usize> = Vec::new();
        let commas = 1 + usize::from(verb > self.within.start && self.document.word(verb - 1) == ",");
        for clause in 0..=commas {
            // Behind the first comma may stand an office, and before it the name.
            while first > self.within.start && !stops(first - 1) {
                first -= 1;
                speaker.push(first);
            }
            let ends = stops(verb + 1) || verb + 1 == self.within.end;
            if clause < commas && !ends && first > self.within.start && self.document.word(first - 1) == "," {
                first -= 1;
            } else {
                break;
            }
        }
        let behind = (verb + 1..self.within.end.min(verb + 8))
            .take_while(|&at| !stops(at) && !matches!(self.document.word(at), "that" | "there"));
        speaker.extend(behind);
        SortedSet::from(speaker)
    }
}

impl Surroundings<'_> {
    /// The words with a capital letter of whoever says the clause of the value, as one name.
    pub(super) fn said_by(&self, speakers: &[(usize, SortedSet<usize>)]) -> Option<Range<usize>> {
        let value = self.value.start;
        let one_clause = |verb: usize| {
            let between = verb.min(value)..verb.max(value);
            between.clone().all(|at| !matches!(self.document.word(at), "but" | "while" | "whereas" | ";"))
        };
        let nearest =
            speakers.iter().filter(|(verb, _)| one_clause(*verb)).min_by_key(|(verb, _)| verb.abs_diff(value))?;
        let capital = |at: &usize| self.document.capital(*at) && self.term(*at).is_some() && !self.value.contains(at);
        let first = *nearest.1.iter().find(|at| capital(at))?;
        let last = (first..self.within.end).take_while(|at| nearest.1.contains(at) && capital(at)).last()?;
        Some(first..last + 1)
    }
}

/// Whether a sentence tells by a word whom it has something from.
fn is_saying(word: &str) -> bool {
    matches!(word, "said" | "says" | "say" | "told" | "tells" | "reported" | "reports" | "according" | "added" | "put")
        || matches!(word, "puts" | "counted" | "counts" | "recorded" | "records" | "announced" | "confirmed")
        || word == "calculated"
}
