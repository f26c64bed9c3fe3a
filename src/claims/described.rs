//! How a clause describes what it tells of: "the railway bridge", "a bridge".

use std::ops::Range;

use super::base_form::Term;
use super::clause::Clause;
use super::clause_words::{is_auxiliary, is_determiner, is_preposition};
use super::grammar::Grammar;
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;
use crate::source::token::hash;

/// How many tokens a subject has at most.
const SUBJECT: usize = 7;

/// What a clause with a figure opens with: "the old bridge", "the tower of the church".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The noun: bridge, tower.
    noun: Term,
    /// The words between an article and it, as hashes.
    words: SortedSet<u32>,
    /// What "of" ties to it.
    of: SortedSet<Term>,
}

impl Subject {
    /// Whether a clause further down in the text, with the subject `later`, tells of another thing of the kind than this one,
    /// whose sentence has the words `sentence`.
    #[must_use]
    pub fn is_other(&self, sentence: &SortedSet<Term>, later: &Self) -> bool {
        let more = later.words.difference(&self.words).next().is_some();
        let tied = later.of.iter().any(|term| !term.weak && !sentence.contains(term));
        self.noun.id == later.noun.id && (more || tied)
    }
}

impl Surroundings<'_> {
    /// The subject that the clause opens with, where a verb or a preposition shows its end.
    pub(super) fn opening(&self) -> Option<Subject> {
        let word = |at: usize| self.document.word(at);
        let clause = self.clause();
        let start = clause.start + usize::from(is_determiner(word(clause.start)));
        let last = self.value.start.min(start + SUBJECT);
        let ends = |at: &usize| {
            is_auxiliary(word(*at))
                || matches!(word(*at), "has" | "have" | "had")
                || is_preposition(word(*at))
                || self.meanings.at(*at).grammar.is(Grammar::PAST)
        };
        let end = (start..last).find(ends)?;
        let noun = end.checked_sub(1).filter(|&at| at >= start)?;
        let tied = if word(end) == "of" { end + 1..(end + 1..last).find(ends).unwrap_or(last) } else { end..end };
        Some(Subject {
            noun: self.term(noun).filter(|noun| !noun.weak)?,
            words: (start..noun).map(|at| hash(word(at).as_bytes())).collect(),
            of: tied.filter_map(|at| self.term(at)).collect(),
        })
    }
}

impl Clause<'_> {
    /// The words right before the word for what something is done to, and whether an article tells that it is new; in the
    /// clause, or in what a participle before it tells of.
    pub(super) fn described(
        &self,
        patient: &SortedSet<Term>,
        clause: Range<usize>,
        fronted: &Range<usize>,
    ) -> (SortedSet<Term>, bool) {
        let is_patient = |at: &usize| self.term(*at).is_some_and(|term| patient.contains(&term));
        let part = if fronted.is_empty() { clause } else { fronted.clone() };
        let Some(noun) = part.clone().rev().find(is_patient).filter(|_| patient.len() == 1 || !fronted.is_empty())
        else {
            return (SortedSet::default(), false);
        };
        let describes = |at: &usize| self.term(*at).is_some() && (!self.is_verb(*at) || self.is_noun(*at));
        let first = (part.start..noun).rev().take_while(describes).last().unwrap_or(noun);
        let article = first.checked_sub(1).filter(|at| part.contains(at)).map_or("", |at| self.document.word(at));
        let new = matches!(article, "a" | "an" | "another");
        ((first..noun).filter_map(|at| self.term(at)).filter(|term| !term.weak).collect(), new)
    }
}
