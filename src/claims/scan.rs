//! Where phrases match in a document, and which of the matches that overlap stay.

use std::cmp::Reverse;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::matcher::{Match, Matcher};
use super::program::Owner;
use crate::values::value::Reading;

/// A match of a rule's phrase.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Index into [`Rules::claims`](crate::rules::rule::Rules::claims).
    pub(super) rule: usize,
    /// As [`Claim::phrase`](super::claim::Claim::phrase).
    pub(super) phrase: usize,
    pub(super) matched: Match,
}

/// Tries each phrase where its rarest word or value stands.
pub(super) fn scan(matcher: &Matcher<'_>, readings: &[Reading]) -> (Vec<Found>, FxHashSet<(u32, u32)>) {
    let program = matcher.program;
    let mut found = Vec::new();
    let mut cues = FxHashSet::default();
    let mut keep = |owner: Owner, matched: Match| match owner {
        Owner::Claim { rule, phrase } => found.push(Found { rule: rule as usize, phrase: phrase as usize, matched }),
        Owner::Cue { event, cue } => {
            cues.insert((event, cue));
        }
    };
    for sentence in matcher.document.sentences() {
        let within = sentence.tokens.start as usize..sentence.tokens.end as usize;
        for at in within.clone() {
            for &phrase in program.by_word.at(matcher.words[at]) {
                let phrase = &program.anchored[phrase as usize];
                if let Some(matched) = matcher.around_word(phrase, at, &within) {
                    keep(phrase.owner, matched);
                }
            }
        }
    }
    let mut sentences = matcher.document.sentences().iter().peekable();
    for (at, reading) in readings.iter().enumerate() {
        while sentences.next_if(|sentence| sentence.tokens.end <= reading.tokens.start).is_some() {}
        let Some(sentence) = sentences.peek() else { break };
        let within = sentence.tokens.start as usize..sentence.tokens.end as usize;
        for &phrase in &program.by_kind[reading.kind as usize] {
            let phrase = &program.anchored[phrase as usize];
            if let Some(matched) = matcher.around_reading(phrase, at as u32, &within) {
                keep(phrase.owner, matched);
            }
        }
    }
    (found, cues)
}

/// The one overlap rule: of one rule's matches that share a slot's words or lie in one another the longest stays, then
/// the leftmost, then the phrase that stands first in the file.
pub(super) fn without_overlaps(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|found| {
        (found.rule, Reverse(found.matched.tokens.len()), found.matched.tokens.start, found.phrase)
    });
    let mut kept = Vec::with_capacity(found.len());
    let mut by_start: Vec<(usize, usize)> = Vec::new();
    let mut first = 0;
    for of_one_rule in found.chunk_by(|a, b| a.rule == b.rule) {
        let at = first..first + of_one_rule.len();
        first = at.end;
        if at.len() == 1 {
            kept.push(at.start);
            continue;
        }
        let longest = of_one_rule[0].matched.tokens.len();
        // What was kept, by its first token: a match can only collide with those that begin near it.
        by_start.clear();
        for (at, candidate) in at.zip(of_one_rule) {
            let tokens = &candidate.matched.tokens;
            let place = |start| by_start.partition_point(|&kept| kept < (start, 0));
            let mut near = by_start[place(tokens.start.saturating_sub(longest))..place(tokens.end)].iter();
            if !near.any(|&(_, other)| collide(&found[other].matched, &candidate.matched)) {
                let kept = by_start.partition_point(|&kept| kept < (tokens.start, at));
                by_start.insert(kept, (tokens.start, at));
            }
        }
        kept.extend(by_start.iter().map(|&(_, at)| at));
    }
    let mut found: Vec<Option<Found>> = found.into_iter().map(Some).collect();
    kept.into_iter().filter_map(|at| found[at].take()).collect()
}

fn collide(a: &Match, b: &Match) -> bool {
    let overlap = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let inside = a.tokens.start <= b.tokens.start && b.tokens.end <= a.tokens.end;
    overlap(&a.tokens, &b.tokens)
        && (inside
            || a.captures.iter().any(|a| b.captures.iter().any(|b| a.slot == b.slot && overlap(&a.tokens, &b.tokens))))
}
