//! What a sentence states plainly of its subject: "the fine was £500", "turnout in the county was 62 per cent".

use std::ops::Range;

use super::base_form::{Term, term};
use super::clause_words::{is_be, is_determiner, is_preposition, tells_which};
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;
use crate::source::token::hash;

/// How many words may stand between the verb and the value: "was put at about".
const BETWEEN: usize = 3;

/// How many words before the value "has" stands at most in "has a total area of".
const HAD: usize = 6;

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
    /// The words that tell which of several it is of, as hashes: "the second quake".
    pub ranks: SortedSet<u32>,
    /// The words behind the value, up to a comma: "for members", "when it closed".
    pub behind: SortedSet<Term>,
    /// Whether it is what its verb is of, so that nothing else can be: "the ticket costs £12" is the cost of the ticket.
    pub by_verb: bool,
}

impl Attribute {
    /// Whether both can be one attribute of one thing, as far as their words say.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        let (one, two) = (&self.of, &other.of);
        let known = if self.by_verb || other.by_verb { !one.is_disjoint(two) } else { true };
        self.noun.id == other.noun.id
            && self.verb == other.verb
            && self.kind == other.kind
            && self.ranks == other.ranks
            && self.behind == other.behind
            && known
            && (one.is_superset(two) || two.is_superset(one))
    }
}

impl Surroundings<'_> {
    /// The subject of which the value is stated.
    pub(super) fn attribute(&self) -> Option<Attribute> {
        self.had().or_else(|| self.said_of())
    }

    fn said_of(&self) -> Option<Attribute> {
        let start = self.clause().start;
        let first = start.max(self.value.start.saturating_sub(BETWEEN + 1));
        let (at, verb) = (first..self.value.start).rev().find_map(|at| Some((at, states(self.document.word(at))?)))?;
        let small = |at: usize| self.term(at).is_none_or(|term| term.weak);
        if !(at + 1..self.value.start).all(small) {
            return None;
        }
        let helped = at.checked_sub(1).filter(|&at| at > start && is_be(self.document.word(at)));
        let subject = start..helped.unwrap_or(at);
        let word = self.document.word(at);
        if let Some(noun) = noun_of(word, helped.is_some()) {
            let of = self.stated(subject)?.words();
            let by_verb = word != "fined";
            return Some(Attribute {
                noun,
                verb: 0,
                kind: SortedSet::default(),
                of,
                ranks: self.ranks(),
                behind: self.told_behind(),
                by_verb,
            });
        }
        let Stated { noun, kind, of } = self.stated(subject)?;
        (!noun.weak || !kind.is_empty() || !of.is_empty()).then(|| Attribute {
            noun,
            verb,
            kind,
            of,
            ranks: self.ranks(),
            behind: self.told_behind(),
            by_verb: false,
        })
    }

    /// "The lake has an area of": what a thing has so much of.
    fn had(&self) -> Option<Attribute> {
        let word = |at: usize| self.document.word(at);
        let start = self.clause().start;
        // What the figure is of may belong to it: "a magnitude of 6.1".
        let of = [self.value.start.checked_sub(1)?, self.value.start + 1].into_iter().find(|&at| word(at) == "of")?;
        let first = start.max(of.saturating_sub(HAD));
        let article = (first..of).rev().find(|&at| self.term(at).is_none())?;
        let has = article.checked_sub(1).filter(|&at| at > start && matches!(word(at), "has" | "had" | "have"))?;
        if !matches!(word(article), "a" | "an") || article + 1 == of {
            return None;
        }
        Some(Attribute {
            noun: self.term(of - 1)?,
            verb: 0,
            kind: (article + 1..of - 1).filter_map(|at| self.term(at)).collect(),
            of: self.stated(start..has)?.words(),
            ranks: self.ranks(),
            behind: self.told_behind(),
            by_verb: false,
        })
    }

    fn ranks(&self) -> SortedSet<u32> {
        let words = (self.clause().start..self.value.start).map(|at| self.document.word(at));
        words.filter(|word| tells_which(word)).map(|word| hash(word.as_bytes())).collect()
    }

    fn told_behind(&self) -> SortedSet<Term> {
        let behind = (self.value.end..self.within.end).take_while(|&at| self.document.word(at) != ",");
        behind.filter_map(|at| self.term(at)).collect()
    }

    fn stated(&self, subject: Range<usize>) -> Option<Stated> {
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
        Some(Stated { kind: words(start..noun)?, of: words(tied)?, noun: self.term(noun)? })
    }
}

/// A subject: its noun, the words before it and those that a preposition ties to it.
struct Stated {
    noun: Term,
    kind: SortedSet<Term>,
    of: SortedSet<Term>,
}

impl Stated {
    /// All its words.
    fn words(&self) -> SortedSet<Term> {
        self.kind.union(&self.of).copied().chain([self.noun]).collect()
    }
}

/// The noun for what a verb states of its subject, with `be` before it or not: "costs", "was fined".
fn noun_of(verb: &str, be: bool) -> Option<Term> {
    match (verb, be) {
        ("cost" | "costs", false) => term("cost"),
        ("fined", true) => term("fine"),
        ("priced", true) => term("price"),
        _ => None,
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
            "lasts"
                | "lasted"
                | "took"
                | "takes"
                | "costs"
                | "cost"
                | "fined"
                | "priced"
                | "measures"
                | "measured"
                | "weighs"
                | "weighed"
        )
    };
    if be { Some(0) } else { other().then(|| term(word)).flatten().map(|term| term.id) }
}
