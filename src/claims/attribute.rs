//! What a sentence states plainly of its subject: "the fine was £500", "turnout in the county was 62 per cent".

use std::ops::Range;

use super::base_form::{Term, term};
use super::clause_words::{is_be, is_determiner, is_preposition};
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;

/// How many words may stand between the verb and the value: "was put at about".
const BETWEEN: usize = 3;

/// A subject of which a value is stated by a verb that says no more than how much it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// The noun: turnout, fine.
    pub noun: Term,
    /// The verb, as a hash; the same for all that say what something is.
    pub verb: u32,
    /// The words before the noun: the "pass" of a pass rate.
    pub kind: SortedSet<Term>,
    /// The words that a preposition ties to it: the county of "turnout in the county".
    pub of: SortedSet<Term>,
    /// The words behind the value, up to a comma: "for members", "when it closed".
    pub behind: SortedSet<Term>,
}

impl Attribute {
    /// Whether both can be one attribute of one thing, as far as their words say.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let known = |one: &SortedSet<Term>, other: &SortedSet<Term>| one.is_superset(other) || other.is_superset(one);
        self.noun.id == other.noun.id
            && self.verb == other.verb
            && self.kind == other.kind
            && self.behind == other.behind
            && known(&self.of, &other.of)
    }
}

impl Surroundings<'_> {
    /// The subject of which the value is stated.
    pub(super) fn attribute(&self) -> Option<Attribute> {
        let start = self.clause().start;
        let first = start.max(self.value.start.saturating_sub(BETWEEN + 1));
        let (at, verb) = (first..self.value.start).rev().find_map(|at| Some((at, states(self.document.word(at))?)))?;
        let small = |at: usize| self.term(at).is_none_or(|term| term.weak);
        if !(at + 1..self.value.start).all(small) {
            return None;
        }
        let helped = at.checked_sub(1).filter(|&at| at > start && is_be(self.document.word(at)));
        self.stated_subject(start..helped.unwrap_or(at), verb)
    }

    fn stated_subject(&self, subject: Range<usize>, verb: u32) -> Option<Attribute> {
        let start = subject.start + usize::from(is_determiner(self.document.word(subject.start)));
        let goes_on = |at: &usize| self.term(*at).is_some() && !self.is_amount(*at);
        let noun = (start..subject.end).take_while(goes_on).last()?;
        let tied = noun + 1..subject.end;
        if !tied.is_empty() && !is_preposition(self.document.word(tied.start)) {
            return None;
        }
        let words = |range: Range<usize>| -> Option<SortedSet<Term>> {
            range.clone().all(|at| !self.is_amount(at) && self.document.word(at) != ",").then_some(())?;
            Some(range.filter_map(|at| self.term(at)).collect())
        };
        let (kind, of) = (words(start..noun)?, words(tied)?);
        let behind = (self.value.end..self.within.end).take_while(|&at| self.document.word(at) != ",");
        let behind = behind.filter_map(|at| self.term(at)).collect();
        let noun = self.term(noun).filter(|noun| !noun.weak || !kind.is_empty() || !of.is_empty())?;
        Some(Attribute { noun, verb, kind, of, behind })
    }
}

/// What a verb states of its subject, as a hash, for those that say no more than how much it is.
fn states(word: &str) -> Option<u32> {
    let be = is_be(word)
        || matches!(
            word,
            "stands" | "stood" | "totals" | "totalled" | "totaled" | "amounts" | "amounted" | "equals" | "equalled"
        );
    let other = || {
        matches!(
            word,
            "lasts" | "lasted" | "took" | "takes" | "costs" | "cost" | "measures" | "measured" | "weighs" | "weighed"
        )
    };
    if be { Some(0) } else { other().then(|| term(word)).flatten().map(|term| term.id) }
}
