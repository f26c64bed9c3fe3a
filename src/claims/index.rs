//! The values of a document by the token at which they start and by the one at which they end.

use crate::rules::phrase::SlotKind;
use crate::values::value::Reading;

/// Readings, found from either side.
#[derive(Debug)]
pub(super) struct ReadingIndex<'a> {
    readings: &'a [Reading],
    /// First reading at or behind each token; `readings` is in the order of first tokens.
    starts: Vec<u32>,
    /// Readings in the order of their ends, the longest first.
    by_end: Vec<u32>,
    /// First place in `by_end` at or behind each token.
    ends: Vec<u32>,
}

impl<'a> ReadingIndex<'a> {
    /// `readings` in the order of their first tokens, the longest first; `tokens` is how many tokens the document has.
    pub(super) fn new(readings: &'a [Reading], tokens: usize) -> Self {
        let starts = first_at(readings.iter().map(|reading| reading.tokens.start), tokens);
        let mut by_end: Vec<u32> = (0..readings.len() as u32).collect();
        by_end.sort_by_key(|&at| (readings[at as usize].tokens.end, readings[at as usize].tokens.start));
        let ends = first_at(by_end.iter().map(|&at| readings[at as usize].tokens.end), tokens);
        Self { readings, starts, by_end, ends }
    }

    pub(super) fn reading(&self, at: u32) -> &'a Reading {
        &self.readings[at as usize]
    }

    /// The longest reading that starts at a token, of whatever kind.
    pub(super) fn longest_at(&self, token: usize) -> Option<&'a Reading> {
        let (first, end) = (*self.starts.get(token)?, *self.starts.get(token + 1)?);
        self.readings[first as usize..end as usize].first()
    }

    /// Readings for a slot that start at a token, the longest first.
    pub(super) fn starting(&self, token: usize, kind: SlotKind) -> impl Iterator<Item = u32> + '_ {
        (self.starts[token]..self.starts[token + 1]).filter(move |&at| self.fits(at, kind))
    }

    /// Readings for a slot that end before a token, the longest first.
    pub(super) fn ending(&self, token: usize, kind: SlotKind) -> impl Iterator<Item = u32> + '_ {
        self.by_end[self.ends[token] as usize..self.ends[token + 1] as usize]
            .iter()
            .copied()
            .filter(move |&at| self.fits(at, kind))
    }

    fn fits(&self, at: u32, kind: SlotKind) -> bool {
        matches!(kind, SlotKind::Value(kind) if kind.accepts(self.reading(at).kind))
    }
}

/// For each token up to one behind the last, how many of the sorted positions come before it.
fn first_at(positions: impl Iterator<Item = u32>, tokens: usize) -> Vec<u32> {
    let mut first = vec![0; tokens + 2];
    for position in positions {
        first[position as usize + 1] += 1;
    }
    for at in 1..first.len() {
        first[at] += first[at - 1];
    }
    first
}
