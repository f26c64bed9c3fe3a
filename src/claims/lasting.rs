//! What lasts as long as a length of time says.

use std::ops::Range;

use super::base_form::{Meanings, term};
use super::clause::{Clause, REACH};
use super::event_verbs::EVENTS;
use super::happening::Happening;
use super::reach::near;
use super::sorted_set::SortedSet;
use crate::source::document::Document;
use crate::source::prose::BlockKind;

/// What lasts as long as the length of time at `value` says: "jailed for two years", "the play lasts two hours", "a two-day
/// strike", "a trial of two weeks". `None` where it is another kind of length, as of "two years ago".
pub(super) fn lasting(document: &Document, meanings: &Meanings, value: &Range<usize>) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(value.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, value) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return None;
    }
    let word = |at: usize| document.word(at);
    let before = value.start.checked_sub(1).filter(|at| clause.within.contains(at))?;
    let noun = |head: usize| clause.lasting_noun(head, value);
    if value.clone().any(|at| word(at) == "-") || value.end < clause.within.end && word(value.end) == "-" {
        let start = value.end + usize::from(word(value.end) == "-");
        let words = (start..clause.within.end.min(start + 4)).take_while(|&at| clause.term(at).is_some());
        return noun(words.last()?);
    }
    match word(before) {
        "of" if before > clause.within.start && clause.term(before - 1).is_some() => noun(before - 1),
        "for" => {
            let first = clause.within.start.max(value.start.saturating_sub(REACH));
            let verb = (first..before).rev().take_while(|&at| !clause.breaks(at)).find(|&at| clause.is_verb(at))?;
            let verb = clause.of_object(verb);
            let (act, once) = clause.event(verb)?;
            let mut happening = clause.around(verb, act, once, value);
            happening.ahead |= clause.is_ahead(verb);
            Some(happening)
        }
        "to" if before > clause.within.start => {
            let (act, once) = clause.event(before - 1).filter(|_| clause.is_listed(before - 1))?;
            Some(clause.around(before - 1, act, once, value))
        }
        "last" | "lasts" | "lasted" | "lasting" | "take" | "takes" | "took" | "taken" => {
            // "The strike lasted two days" is a strike of two days.
            let subject = clause.subject_of(before)?;
            if clause.is_listed(subject) {
                return clause.lasting_noun(subject, value);
            }
            let mut happening = clause.around(before, term("last")?.id, false, value);
            happening.patient = clause.term(subject).into_iter().collect();
            happening.ahead |= clause.is_ahead(before);
            // "took two years to build"
            if value.end + 1 < clause.within.end
                && word(value.end) == "to"
                && let Some(event) = meanings.at(value.end + 1).term.and_then(|verb| EVENTS.read(verb, "", ""))
            {
                (happening.act, happening.once) = event;
            }
            Some(happening)
        }
        _ => None,
    }
}

impl Clause<'_> {
    /// What a noun whose length is told stands for: the event that it names, of the thing that "of" or the subject tells; or
    /// itself.
    fn lasting_noun(&self, head: usize, value: &Range<usize>) -> Option<Happening> {
        let itself = self.term(head).filter(|term| !term.weak)?;
        let listed = self.is_listed(head);
        let (act, once) = self.event(head).filter(|_| listed).or(Some((term("last")?.id, false)))?;
        let mut happening = self.around(head, act, once, value);
        happening.listed = listed;
        happening.past = false;
        let of = head + 1 < self.within.end && self.document.word(head + 1) == "of";
        if !listed {
            happening.patient = SortedSet::from(vec![itself]);
        } else if !of {
            happening.patient = self.subject_of(head).and_then(|at| self.term(at)).into_iter().collect();
        }
        happening.before.insert(itself);
        happening.words.insert(itself);
        Some(happening)
    }
}
