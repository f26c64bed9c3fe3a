//! What lasts as long as a length of time says.

use std::ops::Range;

use super::base_form::{Meanings, Term, term};
use super::clause::{Clause, REACH};
use super::clause_words::{is_be, is_pronoun};
use super::event_verbs::{Behind, EVENTS};
use super::happening::Happening;
use super::reach::near;
use super::sorted_set::SortedSet;
use super::story::is_name;
use crate::source::document::Document;
use crate::source::prose::BlockKind;

/// Verbs that say of their subject only that it lasts.
fn is_lasting(word: &str) -> bool {
    matches!(word, "hold" | "holds" | "held" | "run" | "runs" | "ran" | "continue" | "continues" | "continued")
        || matches!(word, "last" | "lasts" | "lasted" | "persisted" | "endured" | "on")
}

/// Words of a label that only say that a length is meant.
fn is_length(id: u32) -> bool {
    ["length", "duration", "time", "running", "total"].iter().any(|word| term(word).is_some_and(|term| term.id == id))
}

fn is_win(word: &str) -> bool {
    matches!(word, "won" | "wins" | "win" | "winning" | "beat" | "beats" | "beating" | "defeated" | "triumphed" | "led")
        || matches!(word, "victory" | "leads")
}

/// What lasts as long as the length of time at `value` says: "jailed for two years", "the play lasts two hours", "a two-day
/// strike", "a trial of two weeks". `None` where it is another kind of length, as of "two years ago".
pub(super) fn lasting(document: &Document, meanings: &Meanings, value: &Range<usize>) -> Option<Happening> {
    told(document, meanings, value).map(Happening::with_length_of_occasion)
}

fn told(document: &Document, meanings: &Meanings, value: &Range<usize>) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(value.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, value) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return None;
    }
    let word = |at: usize| document.word(at);
    if let Some(happening) = clause.margin(value) {
        return Some(happening);
    }
    let before = value.start.checked_sub(1).filter(|at| clause.within.contains(at))?;
    let noun = |head: usize| clause.lasting_noun(head, value);
    if value.clone().any(|at| word(at) == "-") || value.end < clause.within.end && word(value.end) == "-" {
        let start = value.end + usize::from(word(value.end) == "-");
        let words = (start..clause.within.end.min(start + 4)).take_while(|&at| clause.term(at).is_some());
        // "The three-day strike begins"
        return noun(words.take_while(|&at| at == start || !clause.is_verb(at)).last()?);
    }
    match word(before) {
        "of" if before > clause.within.start && clause.term(before - 1).is_some() => noun(before - 1),
        "for" => {
            let first = clause.within.start.max(value.start.saturating_sub(REACH));
            let verb = (first..before).rev().take_while(|&at| !clause.breaks(at)).find(|&at| clause.is_verb(at))?;
            let verb = clause.of_object(verb);
            let (act, once) = clause.event(verb)?;
            let mut happening = clause.around(verb, act, once, value);
            // "Was shut and will remain so for ten weeks"
            let later = (verb + 1..before).any(|at| matches!(word(at), "will" | "shall"));
            happening.past &= !later;
            happening.ahead |= later || clause.is_ahead(verb);
            if is_lasting(word(verb)) && verb + 1 == before {
                happening.act = term("last")?.id;
            }
            Some(happening)
        }
        ":" | "is" => {
            let label = clause.label(value)?;
            let mut happening = clause.labelled(label, value)?;
            let length = |term: &Term| is_length(term.id);
            happening.patient = happening.before.iter().filter(|term| !term.weak && !length(term)).copied().collect();
            happening.elided = happening.patient.is_empty();
            happening.act = term("last")?.id;
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
                && let Some(event) =
                    meanings.at(value.end + 1).term.and_then(|verb| EVENTS.read(verb, Behind::default()))
            {
                (happening.act, happening.once) = event;
            }
            Some(happening)
        }
        _ => None,
    }
}

impl Clause<'_> {
    /// By how much somebody won or something is late: "won by 34 seconds", "34 seconds ahead of Lang", "two years behind
    /// schedule".
    fn margin(&self, value: &Range<usize>) -> Option<Happening> {
        let word = |at: usize| if self.within.contains(&at) { self.document.word(at) } else { "" };
        let before = value.start.checked_sub(1).filter(|at| self.within.contains(at))?;
        let behind = [word(value.end), word(value.end + 1)];
        let (act, verb) = match behind {
            ["late" | "overdue", _] | ["behind", "schedule" | "time" | "plan"] => ("delay", before),
            ["ahead", "of"] if word(value.end + 2) == "schedule" => return None,
            ["ahead" | "clear", "of"] | ["behind", _] => ("beat", before),
            _ if word(before) == "by" => {
                let first = self.within.start.max(before.saturating_sub(REACH));
                let mut words = (first..before).rev().take_while(|&at| !self.breaks(at));
                let verb = words.find(|&at| self.is_verb(at) || is_win(word(at)))?;
                (if is_win(word(verb)) { "beat" } else { return None }, verb)
            }
            _ => return None,
        };
        let first = self.within.start.max(before.saturating_sub(REACH));
        let verb = if verb == before {
            let mut words = (first..value.start).rev().take_while(|&at| !self.breaks(at));
            words.find(|&at| self.is_verb(at) || is_be(word(at)))?
        } else {
            verb
        };
        let loses = behind[0] == "behind" && act == "beat" || word(verb) == "lost";
        let mut happening = self.around(verb, term(if loses { "lose" } else { act })?.id, false, value);
        let pronoun = verb.checked_sub(1).filter(|&at| at >= self.within.start && is_pronoun(word(at)));
        let subject = if pronoun.is_some() { None } else { Some(self.subject_of(verb).and_then(|at| self.term(at))?) };
        // "Won the stage by a minute" is not "won the tour by an hour".
        happening.of = happening
            .patient
            .iter()
            .next()
            .copied()
            .filter(|of| matches!(word(verb), "won" | "wins") && Some(*of) != subject);
        happening.patient = subject.into_iter().collect();
        happening.pronoun = pronoun;
        // Over whom: "34 seconds ahead of Tom Lang of Corran".
        let from = if behind[1] == "of" || behind[0] == "behind" { value.end } else { verb + 1 };
        let is_name = |at: &usize| is_name(self.document, self.meanings, *at);
        let rival = (from..self.within.end.min(from + REACH)).skip_while(|at| !is_name(at)).take_while(is_name);
        happening.names = rival.filter_map(|at| self.term(at)).collect();
        happening.listed = true;
        happening.ahead |= self.is_ahead(verb);
        Some(happening)
    }

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
            // "Members plan a two-day stoppage"; "the two-day stoppage" is nobody's.
            let whose = self.subject_of(head).filter(|&at| at + 1 < value.start);
            happening.patient = whose.and_then(|at| self.term(at)).into_iter().collect();
        }
        happening.before.insert(itself);
        happening.words.insert(itself);
        Some(happening)
    }
}
