//! Claims that meet two by two and not by a key: which are worth a look, and what is told of those that meet.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::clue::Clue;
use super::extent::Extent;
use super::fact::Fact;
use super::finding::Finding;
use super::groups::{ClaimAt, Groups};
use super::judge::Judge;
use crate::claims::claim::{Claim, When};
use crate::rules::rule::ClaimRule;
use crate::rules::severity::Severity;
use crate::values::agreement::Agreement;
use crate::values::value::Value;

/// How many claims may share a clue before it is too common to look for partners by it.
const MOST_PARTNERS: usize = 64;

/// How many values one document gives for a fact where it speaks of several things.
const SEVERAL: usize = 3;

/// Two claims of one rule that meet, in the order of the sources.
pub(super) type Met = (ClaimAt, ClaimAt);

/// Decides which claims of one rule are about one thing, where no key tells.
pub(super) trait Meeting<'a>: Sized {
    /// For a rule by its index.
    fn new(rule: usize, judge: &'a Judge<'a>) -> Self;

    /// What brings a claim together with others that are worth a look.
    fn clues(claim: &Claim, tell: &mut impl FnMut(Clue));

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

/// What there is to tell of each group of claims of a rule, by its index, that meet: inside one document with the severity of
/// the rule, between several with that of its `across`, where it has one. `met` has the claims that met when they were last
/// compared, and then those that meet now.
pub(super) fn findings<'a, M: Meeting<'a>>(
    rule: usize,
    judge: &'a Judge<'a>,
    extent: &Extent,
    met: &mut BTreeSet<Met>,
) -> Vec<Finding> {
    let (of, claims) = (&judge.rules.claims[rule], &judge.claims[rule]);
    let (pairs, extent) = match pairs::<M>(rule, claims, extent) {
        Some(pairs) => (pairs, extent),
        None => (pairs::<M>(rule, claims, &Extent::All).unwrap_or_default(), &Extent::All),
    };
    met.retain(|(a, b)| !extent.holds(a.0) && !extent.holds(b.0));
    let meeting = M::new(rule, judge);
    let meets = |&(a, b): &(usize, usize)| {
        let (a, b) = (claims[a], claims[b]);
        (a.document == b.document || of.across.is_some()) && meeting.may_meet(a, b) && meeting.apart(a, b).is_ok()
    };
    met.extend(pairs.into_iter().filter(meets).map(|(a, b)| (place(claims, a), place(claims, b))));
    let mut inside: BTreeMap<usize, Groups> = BTreeMap::new();
    let mut between = Groups::default();
    for &(a, b) in &*met {
        let groups = if a.0 == b.0 { inside.entry(a.0).or_default() } else { &mut between };
        groups.join(a, b);
    }
    let inside = inside.into_values().flat_map(Groups::all).map(|group| (group, of.severity));
    let between = between.all().into_iter().filter_map(|group| Some((group, of.across?)));
    inside
        .chain(between)
        .filter_map(|(group, severity)| {
            let claims: Vec<&Claim> =
                group.into_iter().map(|(document, nth)| judge.claims_in(document, rule)[nth]).collect();
            let severity = if gives_several(&claims, of, judge) { Severity::Note } else { severity };
            meeting.told(&Fact { rule: of, claims, open: false }, severity)
        })
        .collect()
}

/// Whether one document gives a fact so many values that it hardly contradicts itself: it tells of several things.
fn gives_several(claims: &[&Claim], rule: &ClaimRule, judge: &Judge<'_>) -> bool {
    let inside = claims.iter().all(|claim| claim.document == claims[0].document);
    let mut apart: Vec<&Value> = Vec::new();
    for claim in claims.iter().filter(|_| inside) {
        if apart.iter().all(|value| judge.agree(rule, value, &claim.value) == Agreement::Conflict) {
            apart.push(&claim.value);
        }
    }
    apart.len() >= SEVERAL
}

/// Each two claims of a rule, by index, that share a clue and of which at least one is in the extent. `None` where what has
/// changed made a clue too common, or rare again: by that claims anywhere meet others than before.
fn pairs<'a, M: Meeting<'a>>(rule: usize, claims: &[&Claim], extent: &Extent) -> Option<Vec<(usize, usize)>> {
    let holds = |at: usize| extent.holds(claims[at].document);
    let mut numbers: FxHashMap<Clue, usize> = FxHashMap::default();
    let mut sharing: Vec<Vec<usize>> = Vec::new();
    match extent {
        Extent::All => {
            for (at, claim) in counting(claims) {
                M::clues(claim, &mut |clue| {
                    let number = *numbers.entry(clue).or_insert(sharing.len());
                    if number == sharing.len() {
                        sharing.push(Vec::new());
                    }
                    sharing[number].push(at);
                });
            }
        }
        Extent::Around(changes) => {
            let mut looked_for = |clue| {
                let next = numbers.len();
                numbers.entry(clue).or_insert(next);
            };
            counting(claims).filter(|(at, _)| holds(*at)).for_each(|(_, claim)| M::clues(claim, &mut looked_for));
            changes.clues(rule).for_each(|(clue, _)| looked_for(clue));
            sharing.resize(numbers.len(), Vec::new());
            if numbers.is_empty() {
                return Some(Vec::new());
            }
            for (at, claim) in counting(claims) {
                M::clues(claim, &mut |clue| {
                    if let Some(&number) = numbers.get(&clue) {
                        sharing[number].push(at);
                    }
                });
            }
            let crossed = |(clue, more): (Clue, isize)| {
                let now = sharing[numbers[&clue]].len();
                now.checked_add_signed(-more).is_some_and(|before| is_common(before) != is_common(now))
            };
            if changes.clues(rule).any(crossed) {
                return None;
            }
        }
    }
    let mut partners: Vec<Vec<usize>> = vec![Vec::new(); claims.len()];
    // Most of what a claim has is its own, or that of all claims.
    for sharing in sharing.into_iter().filter(|claims| claims.len() > 1 && !is_common(claims.len())) {
        for (at, &claim) in sharing.iter().enumerate() {
            let here = holds(claim);
            partners[claim].extend(sharing[at + 1..].iter().filter(|other| here || holds(**other)));
        }
    }
    let mut pairs = Vec::new();
    for (claim, mut with) in partners.into_iter().enumerate() {
        with.sort_unstable();
        with.dedup();
        pairs.extend(with.into_iter().map(|other| (claim, other)));
    }
    Some(pairs)
}

fn counting<'a>(claims: &[&'a Claim]) -> impl Iterator<Item = (usize, &'a Claim)> {
    claims.iter().copied().enumerate().filter(|(_, claim)| claim.counts())
}

fn is_common(claims: usize) -> bool {
    claims > MOST_PARTNERS
}

/// Where a claim stands, by its index among those of its rule.
fn place(claims: &[&Claim], at: usize) -> ClaimAt {
    let document = claims[at].document;
    (document, at - claims.partition_point(|claim| claim.document < document))
}

/// The claims of each document, in their order; `claims` are in the order of the documents.
pub(super) fn by_document<'a>(claims: &'a [&'a Claim]) -> FxHashMap<usize, &'a [&'a Claim]> {
    claims.chunk_by(|a, b| a.document == b.document).map(|claims| (claims[0].document, claims)).collect()
}

/// The first and the last day on which a claim may hold by its own words.
pub(super) fn stated_days(claim: &Claim) -> Option<(NaiveDate, NaiveDate)> {
    matches!(claim.when, When::Stated(_)).then(|| claim.when.days()).flatten()
}
