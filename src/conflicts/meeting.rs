//! Claims that meet two by two and not by a key: which are worth a look, and what is told of those that meet.

use std::collections::BTreeMap;
use std::hash::Hash;

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::fact::Fact;
use super::finding::Finding;
use super::groups::Groups;
use super::judge::Judge;
use crate::claims::claim::{Claim, When};
use crate::rules::rule::ClaimRule;
use crate::rules::severity::Severity;

/// How many claims may share what brings them together before it is too common to look for partners by it.
const MOST_PARTNERS: usize = 64;

/// Decides which claims of one rule are about one thing, where no key tells.
pub(super) trait Meeting<'a>: Sized {
    fn new(rule: &'a ClaimRule, claims: &[&'a Claim], judge: &'a Judge<'a>) -> Self;

    /// Pairs of claims that are worth a look, by index.
    fn partners(claims: &[&Claim]) -> Vec<(usize, usize)>;

    /// Whether nothing in the sentences and their times keeps two claims from meeting: a quick look that rules out nothing
    /// but what [`Self::apart`] rules out too.
    fn may_meet(&self, a: &Claim, b: &Claim) -> bool {
        a.value != b.value
    }

    /// In a few words, why two claims are not held against each other.
    fn apart(&self, a: &Claim, b: &Claim) -> Result<(), &'static str>;

    /// What is told of claims that meet.
    fn told(&self, fact: &Fact<'a>, severity: Severity) -> Option<Finding>;
}

/// What there is to tell of each group of claims that meet: inside one document with the severity of the rule, between
/// several with that of its `across`, where it has one.
pub(super) fn findings<'a, M: Meeting<'a>>(
    rule: &'a ClaimRule,
    claims: &[&'a Claim],
    judge: &'a Judge<'a>,
) -> Vec<Finding> {
    let meeting = M::new(rule, claims, judge);
    let mut inside: BTreeMap<usize, Groups> = BTreeMap::new();
    let mut between = Groups::default();
    for (a, b) in M::partners(claims) {
        let document = claims[a].document;
        let across = document != claims[b].document;
        if across && rule.across.is_none()
            || !meeting.may_meet(claims[a], claims[b])
            || meeting.apart(claims[a], claims[b]).is_err()
        {
            continue;
        }
        let groups = if across { &mut between } else { inside.entry(document).or_default() };
        groups.join(a, b);
    }
    let inside = inside.into_values().flat_map(Groups::all).map(|group| (group, rule.severity));
    let between = between.all().into_iter().filter_map(|group| Some((group, rule.across?)));
    inside
        .chain(between)
        .filter_map(|(group, severity)| {
            let claims = group.into_iter().map(|claim| claims[claim]).collect();
            meeting.told(&Fact { rule, claims, open: false }, severity)
        })
        .collect()
}

/// Each two claims, by index, that share what brings claims together: `sharing` has each claim beside all that it may be
/// brought together by.
pub(super) fn pairs<K: Hash + Eq>(sharing: Vec<(K, usize)>) -> Vec<(usize, usize)> {
    let mut numbers: FxHashMap<K, usize> = FxHashMap::default();
    let mut together: Vec<Vec<usize>> = Vec::new();
    let mut claims = 0;
    for (key, claim) in sharing {
        let number = *numbers.entry(key).or_insert(together.len());
        if number == together.len() {
            together.push(Vec::new());
        }
        together[number].push(claim);
        claims = claims.max(claim + 1);
    }
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); claims];
    // Most of what a claim has is its own, or that of all claims.
    for mut sharing in together.into_iter().filter(|claims| (2..=MOST_PARTNERS).contains(&claims.len())) {
        sharing.sort_unstable();
        for (at, &claim) in sharing.iter().enumerate() {
            partners[claim].extend(&sharing[at + 1..]);
        }
    }
    let mut pairs = Vec::new();
    for (claim, mut with) in partners.into_iter().enumerate() {
        with.sort_unstable();
        with.dedup();
        pairs.extend(with.into_iter().map(|other| (claim, other)));
    }
    pairs
}

/// The claims of each document, in their order.
pub(super) fn by_document<'a>(claims: &[&'a Claim]) -> FxHashMap<usize, Vec<&'a Claim>> {
    let mut by_document: FxHashMap<usize, Vec<&Claim>> = FxHashMap::default();
    for &claim in claims {
        by_document.entry(claim.document).or_default().push(claim);
    }
    by_document
}

/// The first and the last day on which a claim may hold by its own words.
pub(super) fn stated_days(claim: &Claim) -> Option<(NaiveDate, NaiveDate)> {
    matches!(claim.when, When::Stated(_)).then(|| claim.when.days()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{MOST_PARTNERS, pairs};

    #[test]
    fn what_too_many_claims_share_brings_no_two_together() {
        let count = |claims: usize| pairs((0..claims).map(|claim| ((), claim)).collect()).len();
        for (claims, expected) in [(1, 0), (3, 3), (MOST_PARTNERS, 2016), (MOST_PARTNERS + 1, 0)] {
            assert_eq!(count(claims), expected, "{claims}");
        }
        let shared = vec![("fire", 0), ("barn", 2), ("fire", 2), ("barn", 0), ("barn", 1)];
        assert_eq!(pairs(shared), [(0, 1), (0, 2), (1, 2)]);
    }
}
