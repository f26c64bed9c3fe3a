//! Sides: claims that agree stand together, the fullest words first.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::Side;
use super::judge::Judge;
use crate::claims::claim::Claim;
use crate::rules::rule::ClaimRule;
use crate::values::agreement::Agreement;
use crate::values::english;

/// One side per value, in the order of their first evidence.
pub(super) fn sides(claims: &[&Claim], rule: &ClaimRule, judge: &Judge<'_>) -> Vec<Side> {
    let mut groups = grouped(claims, rule, judge);
    for group in &mut groups {
        group.sort_by_key(|&claim| (claims[claim].document, claims[claim].at.span));
    }
    groups.sort_by_key(|group| (claims[group[0]].document, claims[group[0]].at.span));
    groups
        .into_iter()
        .map(|group| {
            let fullest = group.iter().copied().max_by_key(|&claim| (length(claims[claim]), std::cmp::Reverse(claim)));
            Side {
                value: fullest.map(|claim| claims[claim].value.to_string()).unwrap_or_default(),
                shown: fullest.map(|claim| english::value(&claims[claim].value)).unwrap_or_default(),
                role: None,
                evidence: group.iter().map(|&claim| claims[claim].at.clone()).collect(),
            }
        })
        .collect()
}

/// Which sides each document takes.
pub(super) fn takes(claims: &[&Claim], rule: &ClaimRule, judge: &Judge<'_>) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut takes: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (side, group) in grouped(claims, rule, judge).iter().enumerate() {
        for &claim in group {
            takes.entry(claims[claim].document).or_default().insert(side);
        }
    }
    takes
}

/// Claims by side: each joins the first side with which it agrees throughout; the fullest come first, so that a bare
/// surname joins a name and never ties two names together.
fn grouped(claims: &[&Claim], rule: &ClaimRule, judge: &Judge<'_>) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by_cached_key(|&claim| std::cmp::Reverse(length(claims[claim])));
    let agree = |claim: usize, other: usize| {
        let agreement = judge.agree(rule, &claims[claim].value, &claims[other].value);
        matches!(agreement, Agreement::Same | Agreement::Compatible)
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // One claim for each different value of a group, and the group of each value by its words: thousands of claims that say
    // the same are compared once.
    let mut told: Vec<Vec<usize>> = Vec::new();
    let mut by_words: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for claim in order {
        let known = by_words.entry(claims[claim].value.to_string()).or_default();
        let same = known.iter().find(|(other, _)| claims[*other].value == claims[claim].value && agree(claim, *other));
        if let Some(&(_, group)) = same {
            groups[group].push(claim);
            continue;
        }
        let group = told.iter().position(|values| values.iter().all(|&other| agree(claim, other)));
        let group = group.unwrap_or_else(|| {
            groups.push(Vec::new());
            told.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(claim);
        told[group].push(claim);
        known.push((claim, group));
    }
    groups
}

fn length(claim: &Claim) -> usize {
    claim.value.to_string().len()
}
