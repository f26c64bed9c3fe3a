//! Facts: the claims that speak about one thing.

use std::cmp::Ordering;

use crate::claims::claim::{Claim, KeyValue};
use crate::rules::rule::{ClaimRule, Compare, MeetsBy, Mode, Scope};

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

/// All facts of the rules that compare, in the order of rules and keys.
pub(super) fn facts<'a>(rules: &'a [ClaimRule], claims: impl Iterator<Item = &'a Claim>) -> Vec<Fact<'a>> {
    let mut counting: Vec<&Claim> = claims.filter(|claim| claim.counts() && meets_by_key(&rules[claim.rule])).collect();
    // A stable sort keeps the order of the sources inside a fact.
    counting.sort_by(|a, b| by_fact(&rules[a.rule], a, b));
    counting
        .chunk_by(|a, b| by_fact(&rules[a.rule], a, b) == Ordering::Equal)
        .map(|claims| Fact { rule: &rules[claims[0].rule], claims: claims.to_vec(), open: is_open(claims[0]) })
        .collect()
}

/// Whether the claims of a rule are compared where their keys are equal.
fn meets_by_key(rule: &ClaimRule) -> bool {
    rule.mode == Mode::Compare && rule.meets_by() == MeetsBy::Key
}

/// Whether the text leaves a part of the key open.
pub(super) fn is_open(claim: &Claim) -> bool {
    claim.key.iter().any(|part| part.value.is_none())
}

fn by_fact(rule: &ClaimRule, a: &Claim, b: &Claim) -> Ordering {
    let alone = |claim: &Claim| match rule.scope {
        Scope::Document | Scope::Paragraph => true,
        Scope::Story => false,
        Scope::Event | Scope::Corpus => is_open(claim),
    };
    let document = |claim: &Claim| alone(claim).then_some(claim.document);
    (a.rule, &a.key, document(a)).cmp(&(b.rule, &b.key, document(b)))
}
