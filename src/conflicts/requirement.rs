//! Checks: what must hold between claims of different rules.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::advice;
use super::evaluate::Case;
use super::extent::Extent;
use super::finding::{Finding, Side, Status, Verdict};
use super::fingerprint::{Reach, fingerprint};
use super::judge::Judge;
use super::reason::reasons;
use super::reckon;
use super::story::Bond;
use super::wording;
use crate::claims::claim::{Claim, Evidence, Filled};
use crate::rules::expression::{Expression, Term};
use crate::rules::rule::{CheckRule, Scope};
use crate::rules::severity::Severity;
use crate::values::agree::Comparison;
use crate::values::agreement::Agreement;
use crate::values::english;
use crate::values::value::Value;

/// The most combinations of claims that one check tries in one place; a page that goes beyond is a list, no prose.
const MOST_CASES: usize = 20_000;

/// The most reasons that are given for one finding, though it may hold more cases.
const MOST_REASONS: usize = 3;

/// The violations of one check that reaches over documents.
pub(super) fn between(check: &CheckRule, judge: &Judge<'_>) -> Vec<Finding> {
    places(check, judge, None).into_iter().flat_map(|all| in_place(check, &all, judge)).collect()
}

/// The violations of one check inside each document, and between it and the later ones that surely tell its story.
pub(super) fn inside(check: &CheckRule, judge: &Judge<'_>, extent: &Extent) -> Vec<(usize, Vec<Finding>)> {
    if reaches_over(check) {
        return Vec::new();
    }
    let documents: BTreeSet<usize> = match extent {
        Extent::All => {
            let claims =
                check.given.iter().flat_map(|(_, rule)| judge.claims[*rule].chunk_by(|a, b| a.document == b.document));
            claims.map(|claims| claims[0].document).collect()
        }
        Extent::Around(changes) => changes.documents.clone(),
    };
    let violations = |document: usize| {
        let places = places(check, judge, Some(document));
        (document, places.into_iter().flat_map(|all| in_place(check, &all, judge)).collect::<Vec<_>>())
    };
    documents.into_iter().map(violations).filter(|(_, found)| !found.is_empty()).collect()
}

/// Whether claims of documents that need not tell one story may violate a check together.
pub(super) fn reaches_over(check: &CheckRule) -> bool {
    matches!(check.within, Scope::Corpus | Scope::Event)
}

/// The claims for each alias, once for each place in which they may meet: a sentence, a paragraph, a document, two on one story,
/// an event, or everywhere, and in which each alias has one; those of one document and of its story's later ones, or of all.
pub(super) fn places<'a>(check: &CheckRule, judge: &Judge<'a>, document: Option<usize>) -> Vec<Vec<Vec<&'a Claim>>> {
    let claims = |rule: usize| document.map_or(&judge.claims[rule][..], |document| judge.claims_in(document, rule));
    let counting = |rule: usize| claims(rule).iter().copied().filter(|claim| claim.counts()).collect();
    let all: Vec<Vec<&'a Claim>> = check.given.iter().map(|(_, rule)| counting(*rule)).collect();
    match check.within {
        Scope::Corpus => vec![all],
        Scope::Event => {
            let events: BTreeSet<usize> = judge.documents.iter().filter_map(|document| document.event).collect();
            let of_event = |event: usize, claims: &Vec<&'a Claim>| {
                claims.iter().copied().filter(|claim| judge.documents[claim.document].event == Some(event)).collect()
            };
            events.into_iter().map(|event| all.iter().map(|claims| of_event(event, claims)).collect()).collect()
        }
        Scope::Document => parts(&all, |claim| claim.document),
        Scope::Story => {
            let mut places = parts(&all, |claim| claim.document);
            let documents = document.map_or(0..judge.documents.len(), |document| document..document + 1);
            places.extend(documents.flat_map(|document| pairs(check, document, judge)));
            places
        }
        Scope::Paragraph => parts(&all, |claim| (claim.document, claim.block)),
        Scope::Sentence => parts(&all, |claim| (claim.document, claim.sentence)),
    }
}

/// The claims for each alias in a document and each later one that surely tells its story and in which together each alias has
/// one: that one name stands in both is no story yet.
fn pairs<'a>(check: &CheckRule, document: usize, judge: &Judge<'a>) -> Vec<Vec<Vec<&'a Claim>>> {
    let claims = |document: usize| {
        let counting = |rule: usize| judge.claims_in(document, rule).iter().copied().filter(|claim| claim.counts());
        check.given.iter().map(|(_, rule)| counting(*rule).collect()).collect::<Vec<Vec<&'a Claim>>>()
    };
    let here = claims(document);
    if here.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    let later = judge.stories.told_with(document, Bond::Close).filter(|&other| other > document);
    let both = |other| here.iter().zip(claims(other)).map(|(here, there)| [here.as_slice(), &there].concat()).collect();
    later.map(both).filter(|place: &Vec<Vec<&Claim>>| place.iter().all(|claims| !claims.is_empty())).collect()
}

/// The claims for each alias in every part of the sources in which each alias has one; claims are in the order of the parts.
fn parts<'a, K: Ord>(all: &[Vec<&'a Claim>], part: impl Fn(&Claim) -> K) -> Vec<Vec<Vec<&'a Claim>>> {
    let Some((first, others)) = all.split_first() else { return Vec::new() };
    let inside = |claims: &[&'a Claim], here: &K| {
        let start = claims.partition_point(|claim| part(claim) < *here);
        let len = claims[start..].partition_point(|claim| part(claim) == *here);
        (len > 0).then(|| claims[start..start + len].to_vec())
    };
    let here = |claims: &[&'a Claim]| {
        let here = part(claims[0]);
        let others = others.iter().map(|claims| inside(claims, &here));
        std::iter::once(Some(claims.to_vec())).chain(others).collect::<Option<Vec<_>>>()
    };
    first.chunk_by(|a, b| part(a) == part(b)).filter_map(here).collect()
}

fn in_place(check: &CheckRule, all: &[Vec<&Claim>], judge: &Judge<'_>) -> Vec<Finding> {
    let comparison = Comparison { names: &judge.rules.names, tolerance: None };
    let mut violated = violated(check, all, comparison, judge);
    if check.within == Scope::Story {
        violated.retain(|case| inside_one(case) || !case.iter().any(|claim| is_told_inside(check, claim, all, judge)));
    }
    connected(&violated)
        .into_iter()
        .map(|cases| {
            let mut finding = finding(check, &cases, judge);
            let right = put_right(check, &cases, comparison, judge);
            if !right.is_empty() {
                let right = right.into_iter().map(|claim| vec![claim]);
                finding.sides = sides(check, &cases.iter().cloned().chain(right).collect::<Vec<_>>());
            }
            // Two numbers that are taken either way need no reckoning both ways.
            for claims in cases.iter().take(if check.once { 1 } else { cases.len() }) {
                let case = Case { claims, all, comparison, documents: judge.documents };
                for reason in reasons(&case, &check.require) {
                    if !finding.remarks.contains(&reason) && finding.remarks.len() < MOST_REASONS {
                        finding.remarks.push(reason);
                    }
                }
            }
            finding
        })
        .collect()
}

/// Whether a claim violates a check with others of its own document already: what another document says adds nothing.
fn is_told_inside<'a>(check: &CheckRule, claim: &'a Claim, all: &[Vec<&'a Claim>], judge: &Judge<'_>) -> bool {
    let comparison = Comparison { names: &judge.rules.names, tolerance: None };
    let inside = |other: &&Claim| other.document == claim.document;
    let own: Vec<Vec<&'a Claim>> = all.iter().map(|claims| claims.iter().copied().filter(inside).collect()).collect();
    violated(check, &own, comparison, judge).iter().flatten().any(|other| std::ptr::eq(*other, claim))
}

/// The ways to take one claim for each alias that violate a check.
fn violated<'a>(
    check: &CheckRule,
    all: &[Vec<&'a Claim>],
    comparison: Comparison<'_>,
    judge: &Judge<'_>,
) -> Vec<Vec<&'a Claim>> {
    // What one document of two says alone is told of that one.
    let of_two = check.within == Scope::Story && !inside_one(all.iter().flatten());
    let mut met = combinations(all);
    met.retain(|claims| {
        let case = Case { claims, all, comparison, documents: judge.documents };
        (!of_two || !inside_one(claims))
            && apart(claims)
            && same_key(&check.same, claims, judge)
            && check.condition.as_ref().is_none_or(|condition| case.holds(condition) == Some(true))
    });
    let mut violated = Vec::new();
    for cases in met.chunk_by(|a, b| std::ptr::eq(a[0], b[0])) {
        let judged = cases.iter().map(|claims| {
            let case = Case { claims, all, comparison, documents: judge.documents };
            // "About 20" may be what a number is reckoned from; what is of another unit is not.
            let may_hold = || (check.once && case.fits(&check.require)).then_some(true);
            case.holds(&check.require).or_else(may_hold)
        });
        let judged: Vec<Option<bool>> = judged.collect();
        if check.once && (judged.contains(&Some(true)) || leaves_a_choice(cases.iter().zip(&judged))) {
            continue;
        }
        let fails = cases.iter().zip(judged).filter(|(_, judged)| *judged == Some(false)).map(|(claims, _)| claims);
        let single = |claims: &&Vec<&Claim>| {
            check.single.iter().all(|&alias| is_single(check, claims, alias, &all[alias], judge))
        };
        violated.extend(fails.filter(single).cloned());
    }
    violated
}

/// Whether more values could be meant beside the first alias than there are aliases: which of them is meant nobody can say.
fn leaves_a_choice<'c, 'a: 'c>(judged: impl Iterator<Item = (&'c Vec<&'a Claim>, &'c Option<bool>)>) -> bool {
    let mut values: Vec<&Value> = Vec::new();
    let mut others = 0;
    for (claims, _) in judged.filter(|(_, judged)| judged.is_some()) {
        others = claims.len() - 1;
        for claim in &claims[1..] {
            if !values.contains(&&claim.value) {
                values.push(&claim.value);
            }
        }
    }
    values.len() > others
}

/// Whether all claims stand in one document.
fn inside_one<'c, 'a: 'c>(claims: impl IntoIterator<Item = &'c &'a Claim>) -> bool {
    let mut documents = claims.into_iter().map(|claim| claim.document);
    let first = documents.next();
    documents.all(|document| Some(document) == first)
}

/// Every way to take one claim for each alias.
pub(super) fn combinations<'a>(all: &[Vec<&'a Claim>]) -> Vec<Vec<&'a Claim>> {
    let count = all.iter().try_fold(1_usize, |product, claims| product.checked_mul(claims.len()));
    if all.is_empty() || count.is_none_or(|count| count > MOST_CASES) {
        return Vec::new();
    }
    all.iter().fold(vec![Vec::new()], |cases, claims| {
        let extended = |case: &Vec<&'a Claim>| {
            let case = case.clone();
            claims.iter().map(move |claim| [case.as_slice(), &[*claim]].concat())
        };
        cases.iter().flat_map(extended).collect()
    })
}

/// Whether no two claims rest on the same words.
pub(super) fn apart(claims: &[&Claim]) -> bool {
    claims.iter().enumerate().all(|(at, a)| {
        claims[..at]
            .iter()
            .all(|b| a.document != b.document || a.at.span.end <= b.at.span.start || b.at.span.end <= a.at.span.start)
    })
}

/// Whether the parts of the key that must agree do: an open part agrees inside one document, a place with one around it.
pub(super) fn same_key(parts: &[String], claims: &[&Claim], judge: &Judge<'_>) -> bool {
    let one_document = inside_one(claims);
    parts.iter().all(|name| {
        claims.iter().enumerate().all(|(at, a)| claims[..at].iter().all(|b| same_part(name, a, b, one_document, judge)))
    })
}

fn same_part(name: &str, a: &Claim, b: &Claim, one_document: bool, judge: &Judge<'_>) -> bool {
    let part = |claim: &Claim| claim.key.iter().find(|part| *part.name == *name).and_then(|part| part.value.clone());
    let value = |claim: &Claim| {
        let rule = &judge.rules.claims[claim.rule];
        let slot = rule.slots.iter().position(|slot| slot.name == name)?;
        claim.slots[slot].as_ref().map(|filled| filled.value.clone())
    };
    match (part(a), part(b)) {
        (Some(a_part), Some(b_part)) => {
            a_part == b_part
                || (judge.rules.claims[a.rule].reads_words(name)
                    && (ends_with(&a_part, &b_part) || ends_with(&b_part, &a_part)))
                || value(a).zip(value(b)).is_some_and(|(a_value, b_value)| {
                    let agreement = judge.agree(&judge.rules.claims[a.rule], &a_value, &b_value);
                    matches!(agreement, Agreement::Same | Agreement::Compatible)
                })
        }
        _ => one_document,
    }
}

/// Whether a name of several words ends with another of at least two: "the early building phase" is a building phase.
fn ends_with(long: &str, short: &str) -> bool {
    short.contains(' ') && long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// Whether no other claim of an alias, as far as it can be about the same thing as it or as the others of the case, has
/// another value.
pub(super) fn is_single(check: &CheckRule, case: &[&Claim], alias: usize, all: &[&Claim], judge: &Judge<'_>) -> bool {
    let claim = case[alias];
    let rule = &judge.rules.claims[claim.rule];
    let fits_others = |other: &Claim| {
        let others = case.iter().enumerate().filter(|(at, _)| *at != alias);
        others.into_iter().all(|(_, one)| same_key(&check.same, &[one, other], judge))
    };
    all.iter().all(|other| {
        judge.agree(rule, &claim.value, &other.value) != Agreement::Conflict
            || !(same_key(&check.same, &[claim, other], judge) || (case.len() > 1 && fits_others(other)))
    })
}

/// Cases that share a claim are one finding.
fn connected<'a>(cases: &[Vec<&'a Claim>]) -> Vec<Vec<Vec<&'a Claim>>> {
    let mut groups: Vec<Vec<Vec<&Claim>>> = Vec::new();
    for case in cases {
        let shares =
            |group: &Vec<Vec<&Claim>>| group.iter().flatten().any(|a| case.iter().any(|b| std::ptr::eq(*a, *b)));
        let (joined, apart): (Vec<_>, Vec<_>) = groups.into_iter().partition(shares);
        groups = apart;
        groups.push(joined.into_iter().flatten().chain([case.clone()]).collect());
    }
    groups
}

/// What other documents of the story say instead, where a check asks one claim alone: claims of its rule that meet the check,
/// agree with it in a value and contradict it in another one, as "Tuesday, 19 May" does "Wednesday, 19 May".
fn put_right<'a>(
    check: &CheckRule,
    cases: &[Vec<&'a Claim>],
    comparison: Comparison<'_>,
    judge: &Judge<'a>,
) -> Vec<&'a Claim> {
    let ([case, ..], [(_, rule)]) = (cases, check.given.as_slice()) else { return Vec::new() };
    let (claim, of_rule) = (case[0], &judge.rules.claims[*rule]);
    // What a claim gathers is a sum, and one of another table is another one.
    let alone = |filled: &&Filled| filled.all().count() == 1;
    let value = |claim: &'a Claim, slot: usize| claim.slots[slot].as_ref().filter(alone).map(|filled| &filled.value);
    let agreements = |other: &'a Claim| {
        let values = terms(&check.require).into_iter().map(|(_, slot)| value(claim, slot).zip(value(other, slot)));
        values.flatten().map(|(a, b)| judge.agree(of_rule, a, b)).collect::<Vec<_>>()
    };
    let meets = |other: &&'a Claim| {
        let all = [vec![*other]];
        let met = Case { claims: &[*other], all: &all, comparison, documents: judge.documents }.holds(&check.require);
        let agreements = agreements(other);
        other.counts()
            && met == Some(true)
            && agreements.contains(&Agreement::Same)
            && agreements.contains(&Agreement::Conflict)
    };
    let others = judge.stories.told_with(claim.document, Bond::Kin);
    others.flat_map(|other| judge.claims_in(other, *rule).iter().copied()).filter(meets).collect()
}

/// What the claims of some cases say in each slot of the requirement.
fn sides(check: &CheckRule, cases: &[Vec<&Claim>]) -> Vec<Side> {
    let mut sides: Vec<((usize, usize), Side)> = Vec::new();
    for (alias, slot) in terms(&check.require) {
        for claims in cases {
            let claim = claims[alias];
            let Some(filled) = &claim.slots[slot] else { continue };
            // What a claim gathers is one side: the sum, with every part as evidence.
            let parts: Vec<&Value> = filled.all().map(|part| &part.value).collect();
            let said = reckon::stated_sum(&parts).filter(|_| parts.len() > 1).unwrap_or_else(|| filled.value.clone());
            let value = said.to_string();
            let mut evidence = filled.all().map(|part| evidence(claim, part)).collect::<Vec<_>>();
            match sides.iter_mut().find(|(of, side)| *of == (alias, slot) && side.value == value) {
                Some((_, side)) => {
                    evidence.retain(|new| !side.evidence.iter().any(|other| same_place(other, new)));
                    side.evidence.append(&mut evidence);
                }
                None => {
                    let shown = english::value(&said);
                    let role = (check.given.len() > 1).then(|| check.given[alias].0.replace(['-', '_'], " "));
                    sides.push(((alias, slot), Side { value, shown, role, evidence }));
                }
            }
        }
    }
    sides.into_iter().map(|(_, side)| side).collect()
}

fn finding(check: &CheckRule, cases: &[Vec<&Claim>], judge: &Judge<'_>) -> Finding {
    let key = cases[0][0].key.iter().filter_map(|part| Some((part.name.to_string(), part.value.clone()?)));
    let key: Vec<(String, String)> = key.filter(|(name, _)| check.same.contains(name)).collect();
    let mut finding = Finding {
        id: String::new(),
        rule: check.name.to_string(),
        title: check.title.clone(),
        verdict: Verdict::Conflict,
        severity: check.severity,
        status: Status::New,
        message: check.message.clone(),
        about: wording::about(&key, &judge.rules.events),
        key,
        sides: sides(check, cases),
        remarks: Vec::new(),
        help: advice::check(&check.require).to_owned(),
    };
    let one_text = inside_one(cases.iter().flatten());
    // Of two texts on one story nobody knows which is wrong, and whether both speak of one and the same.
    if check.within == Scope::Story && !one_text {
        finding.severity = finding.severity.min(Severity::Warning);
    }
    finding.id = fingerprint(&finding, if one_text { Reach::Inside } else { Reach::Between });
    finding
}

/// The evidence of a slot: the claim's own, or where the slot stands elsewhere than the claim, its own words.
fn evidence(claim: &Claim, filled: &Filled) -> Evidence {
    match &filled.apart {
        Some(apart) => Evidence::clone(apart),
        None => Evidence { span: filled.span, ..claim.at.clone() },
    }
}

fn same_place(a: &Evidence, b: &Evidence) -> bool {
    a.file.name().cmp(b.file.name()) == Ordering::Equal && a.span == b.span
}

/// The slots that a condition speaks of, each once, in its order.
fn terms(expression: &Expression) -> Vec<(usize, usize)> {
    fn walk(term: &Term, slots: &mut Vec<(usize, usize)>) {
        match term {
            Term::Slot { alias, slot } | Term::Sum { alias, slot } | Term::Count { alias, slot } => {
                if !slots.contains(&(*alias, *slot)) {
                    slots.push((*alias, *slot));
                }
            }
            Term::Literal(_) | Term::Written(_) | Term::On(_) => {}
            Term::Shift(term, ..)
            | Term::Weekday(term)
            | Term::Year(term)
            | Term::Start(term)
            | Term::End(term)
            | Term::Exists(term) => {
                walk(term, slots);
            }
            Term::Days(a, b)
            | Term::Hours(a, b)
            | Term::Together(a, b)
            | Term::Next(a, b)
            | Term::Age(a, b)
            | Term::Plus(a, b, _)
            | Term::Quotient(_, a, b) => {
                walk(a, slots);
                walk(b, slots);
            }
        }
    }
    let mut slots = Vec::new();
    match expression {
        Expression::Compare { left, right, .. } => {
            walk(left, &mut slots);
            walk(right, &mut slots);
        }
        Expression::Holds(term) => walk(term, &mut slots),
        Expression::And(parts) | Expression::Or(parts) => {
            for slot in parts.iter().flat_map(terms) {
                if !slots.contains(&slot) {
                    slots.push(slot);
                }
            }
        }
    }
    slots
}
