//! On what a sentence leans that names nothing of its own: "The fine was £500", behind a sentence that tells who was fined.

use super::base_form::{Meanings, Term};
use super::clause_words::tells_which;
use super::sorted_set::SortedSet;
use super::story::is_name;
use super::surroundings::others;
use crate::source::document::Document;
use crate::source::token::hash;
use crate::values::value::Reading;

/// How many words that tell much a sentence has at most that leans on the one before it.
const OWN: usize = 4;

/// The sentence before one that names nothing of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadIn {
    /// Its words that tell much.
    words: SortedSet<Term>,
    /// Those of them that are names.
    names: SortedSet<Term>,
    /// The words that tell which of a row it is about, as hashes: "its second voyage".
    ranks: SortedSet<u32>,
    /// Whether it shares a word with the sentence that leans on it: "The bridge opened in May. The bridge is 410 metres long."
    goes_on: bool,
    /// Whether it opens with something new: "An older survey asked 400 people."
    introduces: bool,
}

impl LeadIn {
    /// Whether what a sentence further down leans on, `later`, is not the same, so that "the fine" may be two.
    #[must_use]
    pub fn is_other(&self, later: &Self) -> bool {
        let named = !self.names.is_empty() && !later.names.is_empty();
        if later.introduces || self.ranks != later.ranks || named && self.names.is_disjoint(&later.names) {
            return true;
        }
        let shared = self.words.intersection(&later.words).count();
        let all = self.words.len() + later.words.len() - shared;
        !(self.goes_on && later.goes_on) && shared * 2 <= all
    }
}

/// What the sentence at an index leans on.
pub(super) fn lead_in(
    document: &Document,
    meanings: &Meanings,
    readings: &[Reading],
    sentence: usize,
) -> Option<LeadIn> {
    let before = sentence.checked_sub(1)?;
    let [before, own] = [before, sentence].map(|at| &document.sentences()[at]);
    if before.block != own.block {
        return None;
    }
    let [before, own] = [before, own].map(|sentence| sentence.tokens.start as usize..sentence.tokens.end as usize);
    if own.clone().skip(1).any(|at| is_name(document, meanings, at)) {
        return None;
    }
    // "Will close for six weeks" and "for eight weeks" tell of one closure.
    let amounts = others(readings, &(0..0), &(before.start..own.end));
    let counts = |at: usize| amounts.iter().any(|amount| amount.contains(&(at as u32)));
    let strong = |at: usize| meanings.term(at).filter(|term| !term.weak && !counts(at));
    let leans: SortedSet<Term> = own.filter_map(strong).collect();
    if leans.len() > OWN {
        return None;
    }
    let opens = before.start;
    let words: SortedSet<Term> = before.clone().filter_map(strong).collect();
    let names = before.clone().filter(|&at| is_name(document, meanings, at)).filter_map(strong).collect();
    let goes_on = !words.is_disjoint(&leans);
    let ranks = before.clone().map(|at| document.word(at)).filter(|word| tells_which(word));
    let ranks = ranks.map(|word| hash(word.as_bytes())).collect();
    let introduces = matches!(document.word(opens), "a" | "an" | "another" | "one");
    Some(LeadIn { words, names, ranks, goes_on, introduces })
}
