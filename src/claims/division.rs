//! Words that divide what is counted: 2,300 permanent staff are not all who work there.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::base_form::Term;
use super::clause_words::is_be;
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;
use super::word_list::lines;

/// How many tokens before a value a dividing word stands: "the permanent show fills 18 rooms".
const BEFORE: usize = 4;

static WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lines(include_str!("data/dividing-words.txt")).flat_map(str::split_whitespace).collect());

impl Surroundings<'_> {
    /// The dividing words before the value, between it and the token `end`, where its thing ends, and in "were void" behind it.
    pub(super) fn division(&self, end: usize) -> SortedSet<Term> {
        let stops =
            |at: &usize| matches!(self.document.word(*at), "," | ";" | ":" | "and" | "but") || self.is_amount(*at);
        let before = (self.within.start..self.value.start).rev().take(BEFORE).take_while(|at| !stops(at));
        let divides = |at: &usize| WORDS.contains(self.document.word(*at));
        let is = self.within.contains(&end) && is_be(self.document.word(end));
        let behind = self.value.end..if is { self.within.end.min(end + 2) } else { end };
        before.chain(behind).filter(divides).filter_map(|at| self.term(at)).collect()
    }
}
