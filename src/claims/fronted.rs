//! Of whom or what a participle tells that opens a sentence: "Completed in 1913, the tower has 40 floors".

use std::ops::Range;

use super::clause::{Clause, OBJECT, REACH};
use super::clause_words::{is_auxiliary, is_determiner};

impl Clause<'_> {
    /// The words behind the comma of which the participle at a token tells, when its sentence opens with one.
    pub(super) fn behind_fronted(&self, verb: usize) -> Option<Range<usize>> {
        let first = self.within.start;
        let last = self.within.end;
        let opens = self.is_past(first).then_some(first);
        // "First opened in 1913, the tower"
        let opens = opens.or_else(|| Some(first + 1).filter(|&at| self.term(first).is_none() && self.is_past(at)))?;
        let comma = (opens + 1..last.min(opens + REACH)).find(|&at| self.document.word(at) == ",")?;
        let start = comma + 1;
        let named = start < last && (is_determiner(self.document.word(start)) || self.document.capital(start));
        if !named || !(opens..comma).contains(&verb) {
            return None;
        }
        let goes_on = |at: usize| {
            let word = self.document.word(at);
            let verb = self.is_verb(at) && !self.is_noun(at);
            self.term(at).is_some() && !verb && !is_auxiliary(word) || at == start
        };
        let end = (start..last.min(start + OBJECT)).take_while(|&at| goes_on(at)).last()? + 1;
        // "Bought in 1913, the tower, the gate": a list has no verb of its own behind it.
        if end == last || matches!(self.document.word(end), "," | ".") {
            return None;
        }
        // "The pier at Kelm"
        let place = (end + 1..last).take_while(|&at| self.document.capital(at)).last();
        Some(start..place.map_or(end, |at| at + 1))
    }
}
