//! What a check comes to for the claims at hand: for people who wonder why it tells something, or nothing.

use super::comparison::Comparison;
use super::evaluate::Case;
use super::judge::Judge;
use super::requirement::{apart, combinations, is_single, places, same_key};
use crate::claims::claim::Claim;
use crate::rules::rule::CheckRule;
use crate::values::agree;

/// One way to take a claim for each name that a check gives, and what came of it.
pub struct Trial<'a> {
    /// The claims, in the order of the check's `given`.
    pub claims: Vec<&'a Claim>,
    /// What came of it, in a few words.
    pub outcome: String,
}

/// Every way to relate one of the claims that are `wanted` by a check.
#[must_use]
pub fn trials<'a>(
    check: &CheckRule,
    comparison: &'a Comparison<'_>,
    wanted: impl Fn(&Claim) -> bool,
) -> Vec<Trial<'a>> {
    let judge = comparison.judge();
    let comparison = agree::Comparison { names: &judge.rules.names, tolerance: None };
    let mut trials = Vec::new();
    for all in places(check, &judge, None) {
        for claims in combinations(&all) {
            if !claims.iter().any(|claim| wanted(claim)) {
                continue;
            }
            let case = Case { claims: &claims, all: &all, comparison, documents: judge.documents };
            let several = |alias: &usize| !is_single(check, &claims, *alias, &all[*alias], &judge);
            let outcome = if !apart(&claims) {
                "not related: two of them stand on the same words".to_owned()
            } else if let Some(part) = differing(check, &claims, &judge) {
                format!("not related: `{part}` is not the same")
            } else {
                match (case.holds(&check.require), check.single.iter().copied().find(several)) {
                    (None, _) => "unknown: the words prove nothing either way".to_owned(),
                    (Some(true), _) => "it holds".to_owned(),
                    (Some(false), Some(alias)) => {
                        format!(
                            "it does not hold, but the text has another `{}`: nothing is told",
                            check.given[alias].0
                        )
                    }
                    (Some(false), None) => "it does not hold".to_owned(),
                }
            };
            trials.push(Trial { claims, outcome });
        }
    }
    trials
}

/// The names that a check gives of which no claim counts in reach of a claim that is `wanted`, though another one does.
#[must_use]
pub fn lacking<'c>(check: &'c CheckRule, comparison: &Comparison<'_>, wanted: impl Fn(&Claim) -> bool) -> Vec<&'c str> {
    let claims = || comparison.documents().iter().flat_map(|document| &document.claims);
    let counts = |rule: usize| claims().any(|claim| claim.rule == rule && claim.counts() && wanted(claim));
    check.given.iter().filter(|(_, rule)| !counts(*rule)).map(|(name, _)| name.as_str()).collect()
}

/// The part of the key that must agree and does not.
fn differing<'c>(check: &'c CheckRule, claims: &[&Claim], judge: &Judge<'_>) -> Option<&'c str> {
    check.same.iter().find(|part| !same_key(std::slice::from_ref(part), claims, judge)).map(String::as_str)
}
