//! How a clause describes what it tells of: "the railway bridge", "a bridge".

use std::ops::Range;

use super::base_form::Term;
use super::clause::Clause;
use super::sorted_set::SortedSet;

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
