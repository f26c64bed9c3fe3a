//! For which period a figure holds, and at which of several times: "last season", "before tax", "at home", "by night".

use std::ops::Range;

use super::clause_words::{is_count, is_part_of_day, is_unit_of_time};
use super::grammar::Grammar;
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;
use crate::source::token::{TokenKind, hash};
use crate::values::calendar_words::month;
use crate::values::value::{Kind, Reading};

impl Surroundings<'_> {
    /// The times for which the value holds, whose clause goes on `behind` its thing, as hashes of the words that say so.
    pub(super) fn periods(&self, behind: &Range<usize>) -> SortedSet<u32> {
        let told = behind.clone().take_while(|&at| self.document.word(at) != ",");
        (self.within.start..self.value.start).chain(told).filter_map(|at| self.period(at)).collect()
    }

    /// The period that a word at a token names with the word before it: "last season", "in three seasons".
    fn period(&self, at: usize) -> Option<u32> {
        if let Some(tax) = self.tax(at) {
            return Some(tax);
        }
        let unit = self.document.word(at).trim_end_matches('s');
        let before = at.checked_sub(1).filter(|before| self.within.contains(before) && !self.value.contains(before))?;
        let which = self.document.word(before);
        let of_all = || {
            // "Over the next four years"
            let first =
                |at: usize| matches!(self.document.word(at), "next" | "last" | "past" | "coming" | "the" | "first");
            let start = (self.within.start..before).rev().find(|&at| !first(at));
            let preposition = start.map_or("", |at| self.document.word(at));
            (self.is_amount(before) || is_count(which)) && matches!(preposition, "in" | "over" | "within" | "during")
        };
        let told = matches!(which, "last" | "this" | "next" | "previous" | "final") || of_all();
        (matches!(unit, "season") || is_unit_of_time(unit))
            .then(|| hash(which.as_bytes()) ^ hash(unit.as_bytes()).rotate_left(1))
            .filter(|_| told)
    }

    /// Whether it is before tax or after it, by the word at a token.
    fn tax(&self, at: usize) -> Option<u32> {
        let before = at.checked_sub(1).filter(|before| self.within.contains(before))?;
        let which = self.document.word(before);
        let tells = matches!(self.document.word(at), "tax" | "taxes" | "vat")
            && matches!(which, "before" | "after" | "with" | "without" | "excluding" | "including");
        tells.then(|| hash(which.as_bytes()) ^ hash(b"tax").rotate_left(1))
    }

    /// When the sentence says it is, or at which of several times.
    pub(super) fn settings(&self, readings: &[Reading]) -> SortedSet<u32> {
        let word = |at: usize| self.document.word(at);
        let before = |at: usize| at.checked_sub(1).filter(|at| self.within.contains(at)).map_or("", word);
        let setting = |at: usize| {
            let tells = match word(at) {
                "home" => before(at) == "at",
                "noon" | "midnight" | "away" | "abroad" | "online" => true,
                word => {
                    self.meanings.at(at).grammar.is(Grammar::SETTING)
                        || is_part_of_day(word)
                        || month(word).is_some() && self.document.capital(at)
                }
            };
            tells.then(|| hash(word(at).trim_end_matches('s').as_bytes()))
        };
        let said = self.within.clone().filter(|at| !self.value.contains(at)).filter_map(setting);
        let first = readings.partition_point(|reading| (reading.tokens.start as usize) < self.within.start);
        let inside = readings[first..].iter().take_while(|reading| (reading.tokens.end as usize) <= self.within.end);
        let ranks = inside.filter(|reading| reading.kind == Kind::Ordinal).map(|reading| reading.tokens.start as usize);
        let ranks = ranks.filter(|&at| at != self.value.start).map(|at| hash(word(at).as_bytes()));
        // "1 L. Orrin 7:44.1": every heat has times of its own.
        let run = (self.kind(readings) == Some(Kind::Duration) && self.is_ranked())
            .then(|| hash(self.document.prose.slice(self.document.span(self.value.start, self.value.end)).as_bytes()));
        said.chain(ranks).chain(run).collect()
    }

    /// Whether the value stands right behind a name with a number before it, as in a line of results.
    fn is_ranked(&self) -> bool {
        let is_name = |at: usize| self.document.capital(at) || self.document.word(at) == ".";
        let rank = (self.within.start..self.value.start).rev().find(|&at| !is_name(at));
        rank.is_some_and(|at| at + 1 < self.value.start && self.document.tokens()[at].kind == TokenKind::Number)
    }
}
