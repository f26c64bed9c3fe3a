//! Facts: the claims that speak about one thing.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use crate::claims::claim::{Claim, KeyValue};
use crate::rules::rule::{ClaimRule, Compare, Scope};

/// The claims of one rule with one key, in the order of the sources.
pub(super) struct Fact<'a> {
    pub(super) rule: &'a ClaimRule,
    /// Never empty.
    pub(super) claims: Vec<&'a Claim>,
    /// Whether a part of the key is open, so that the claims only meet inside their document, or inside one story.
    pub(super) open: bool,
}

impl Fact<'_> {
    /// The known parts of the key; the initials by which spellings meet tell a reader nothing.
    pub(super) fn key(&self) -> Vec<(String, String)> {
        match self.rule.compare {
            Compare::Values => self.claims[0].known_key(),
            Compare::Spellings => Vec::new(),
        }
    }

    /// Whether it is about a person named in full, who is the same in every text of a story.
    pub(super) fn of_one_person(&self) -> bool {
        let is_full = |given: &KeyValue| given.value.as_ref().is_some_and(|name| name.contains(' '));
        self.rule.key.iter().zip(&self.claims[0].key).any(|(part, given)| self.rule.is_person(part) && is_full(given))
    }
}

/// What tells one fact from another: its rule, its key, and its document where the claims meet inside one alone.
pub(super) type FactKey = (usize, Vec<KeyValue>, Option<usize>);

/// A [`FactKey`], borrowed.
pub(super) type FactRef<'a> = (usize, &'a [KeyValue], Option<usize>);

/// The facts of a rule, in the order of their keys.
pub(super) fn facts<'a>(rule: &'a ClaimRule, claims: impl Iterator<Item = &'a Claim>) -> Vec<Fact<'a>> {
    let mut counting: Vec<&Claim> = claims.filter(|claim| claim.counts()).collect();
    // A stable sort keeps the order of the sources inside a fact.
    counting.sort_by(|a, b| fact_of(rule, a).cmp(&fact_of(rule, b)));
    counting
        .chunk_by(|a, b| fact_of(rule, a) == fact_of(rule, b))
        .map(|claims| Fact { rule, claims: claims.to_vec(), open: is_open(claims[0]) })
        .collect()
}

/// Whether the text leaves a part of the key open.
pub(super) fn is_open(claim: &Claim) -> bool {
    claim.key.iter().any(|part| part.value.is_none())
}

/// The document of a claim that meets no claim of another one.
fn alone(rule: &ClaimRule, claim: &Claim) -> Option<usize> {
    let alone = match rule.scope {
        Scope::Document | Scope::Paragraph | Scope::Sentence => true,
        Scope::Story => false,
        Scope::Event | Scope::Corpus => is_open(claim),
    };
    alone.then_some(claim.document)
}

/// The fact of a claim.
pub(super) fn fact_of<'a>(rule: &ClaimRule, claim: &'a Claim) -> FactRef<'a> {
    (claim.rule, &claim.key, alone(rule, claim))
}

/// A number for a fact; two facts seldom share one.
pub(super) fn number(fact: FactRef<'_>) -> u64 {
    let mut hasher = FxHasher::default();
    fact.hash(&mut hasher);
    hasher.finish()
}
