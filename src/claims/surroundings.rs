//! A value in its sentence, for all that reads the words around it.

use std::ops::Range;

use super::base_form::{Meanings, Term};
use crate::source::document::Document;
use crate::values::value::{Kind, Reading};

/// A value and what stands around it.
pub(super) struct Surroundings<'a> {
    pub(super) document: &'a Document,
    pub(super) meanings: &'a Meanings,
    /// The tokens of the value.
    pub(super) value: &'a Range<usize>,
    /// The tokens of its sentence, as far as they are looked at.
    pub(super) within: Range<usize>,
    /// The tokens of the other amounts of the sentence.
    pub(super) others: Vec<Range<u32>>,
}

impl Surroundings<'_> {
    pub(super) fn term(&self, at: usize) -> Option<Term> {
        self.meanings.term(at)
    }

    /// What was read at the value.
    pub(super) fn reading<'r>(&self, readings: &'r [Reading]) -> Option<&'r Reading> {
        readings.get(readings.partition_point(|reading| (reading.tokens.start as usize) < self.value.start))
    }

    /// Whether a token belongs to another amount.
    pub(super) fn is_amount(&self, at: usize) -> bool {
        self.others.iter().any(|other| other.contains(&(at as u32)))
    }

    /// The part of the sentence around the value without another verb's: cut at "and", "which" and their like.
    pub(super) fn clause(&self) -> Range<usize> {
        let cut = |at: usize| {
            matches!(self.document.word(at), "and" | "but" | "which" | "who" | "when" | "while" | "whereas" | ";" | "|")
        };
        let start =
            (self.within.start..self.value.start).rev().find(|&at| cut(at)).map_or(self.within.start, |at| at + 1);
        let end = (self.value.end..self.within.end).find(|&at| cut(at)).unwrap_or(self.within.end);
        start..end
    }
}

/// The tokens of the other amounts of the part of a sentence that is looked at.
pub(super) fn others(readings: &[Reading], value: &Range<usize>, within: &Range<usize>) -> Vec<Range<u32>> {
    let first = readings.partition_point(|reading| (reading.tokens.start as usize) < within.start);
    let inside = readings[first..].iter().take_while(|reading| (reading.tokens.start as usize) < within.end);
    let amounts = inside.filter(|reading| is_amount(reading.kind));
    let apart = amounts
        .filter(|reading| reading.tokens.end as usize <= value.start || value.end <= reading.tokens.start as usize);
    apart.map(|reading| reading.tokens.clone()).collect()
}

fn is_amount(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Count | Kind::Number | Kind::Money | Kind::Percent | Kind::Quantity | Kind::Duration | Kind::Age
    )
}
