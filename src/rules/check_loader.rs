//! From a check as written to a check that the engine judges.

use super::expression_parser;
use super::fault::Fault;
use super::faults::Faults;
use super::raw::RawCheck;
use super::rule::{CheckRule, ClaimRule, KeyPart, RuleName, Scope};
use super::severity::Severity;
use super::text::Text;

/// What a name of a claim stands for.
pub(super) enum Named<'a> {
    /// A valid claim: its index and what it says.
    Valid(usize, &'a ClaimRule),
    /// A claim with a fault.
    Faulty,
    /// Nothing; these names are known.
    Unknown(Vec<String>),
}

/// Builds a check; nothing where it has a fault. `find` resolves names of claims as the check's pack knows them.
pub(super) fn build<'a>(
    raw: &RawCheck,
    name: RuleName,
    severity: Option<Severity>,
    find: impl Fn(&str) -> Named<'a>,
    faults: &mut Faults,
) -> Option<CheckRule> {
    let before = faults.count();
    let mut given: Vec<(&Text, Option<(usize, &ClaimRule)>)> = Vec::new();
    for (alias, claim) in &raw.given {
        match find(&claim.value) {
            Named::Valid(index, rule) => {
                given.push((alias, Some((index, rule))));
                check_same(raw, &claim.value, rule, faults);
            }
            Named::Faulty => {
                given.push((alias, None));
                faults.add(claim.span, Fault::NeedsFaulty { what: format!("the claim `{}`", claim.value) });
            }
            Named::Unknown(known) => {
                given.push((alias, None));
                let fault = if faults.has_syntax_errors() {
                    Fault::NeedsUnreadable { what: format!("the claim `{}`", claim.value) }
                } else {
                    Fault::UnknownClaim { name: claim.value.clone(), known }
                };
                faults.add(claim.span, fault);
            }
        }
    }
    if raw.given.is_empty() && !raw.broken {
        faults.add(raw.id.span, Fault::NoGiven);
    }
    let slots: Vec<expression_parser::Given<'_>> = given
        .iter()
        .map(|(alias, claim)| (alias.value.as_str(), claim.map(|(_, rule)| rule.slots.as_slice())))
        .collect();
    let mut used = vec![false; given.len()];
    let mut expression = |written: &Text, faults: &mut Faults| match expression_parser::parse(&written.value, &slots) {
        Ok(parsed) => {
            used.iter_mut().zip(&parsed.used).for_each(|(used, now)| *used |= now);
            Some(parsed.expression)
        }
        Err(found) => {
            for (at, fault) in found {
                faults.add(written.place(at, &faults.file), fault);
            }
            None
        }
    };
    let require = raw.require.as_ref().and_then(|require| expression(require, faults));
    let condition = raw.condition.as_ref().map(|condition| expression(condition, faults));
    let single = single(raw, faults);
    // That something is said at all, and once, can be what a check asks for.
    single.iter().for_each(|&alias| used[alias] = true);
    if require.is_some() && condition.as_ref().is_none_or(Option::is_some) {
        for ((alias, _), _) in given.iter().zip(&used).filter(|(_, used)| !**used) {
            faults.add(alias.span, Fault::UnusedAlias { alias: alias.value.clone() });
        }
    }
    if raw.broken || faults.count() > before {
        return None;
    }
    let mut claims = Vec::new();
    for (alias, claim) in given {
        claims.push((alias.value.clone(), claim?.0));
    }
    Some(CheckRule {
        name,
        place: raw.id.span,
        title: raw.title.as_ref()?.value.clone(),
        description: raw.description.as_ref().map(|text| text.value.clone()),
        given: claims,
        same: raw.same.iter().map(|part| part.value.clone()).collect(),
        single,
        once: raw.once.unwrap_or_default(),
        within: raw.within.unwrap_or(Scope::Document),
        condition: condition.flatten(),
        require: require?,
        severity: raw.severity.or(severity).unwrap_or(Severity::Error),
        message: raw.message.as_ref()?.value.clone(),
        examples: raw.examples.clone(),
    })
}

/// The aliases that `single` names.
fn single(raw: &RawCheck, faults: &mut Faults) -> Vec<usize> {
    let mut single = Vec::new();
    for text in &raw.single {
        match raw.given.iter().position(|(alias, _)| alias.value == text.value) {
            Some(alias) => single.push(alias),
            None => {
                let known = raw.given.iter().map(|(alias, _)| alias.value.clone()).collect();
                faults.add(text.span, Fault::UnknownAlias { alias: text.value.clone(), known });
            }
        }
    }
    single
}

/// Every part of `same` must be in the key of every given claim, else nothing would ever be compared.
fn check_same(raw: &RawCheck, name: &str, rule: &ClaimRule, faults: &mut Faults) {
    let mut known: Vec<String> = rule.fixed.iter().map(|(name, _)| name.clone()).collect();
    known.extend(rule.key.iter().map(|part| match part {
        KeyPart::Slot(slot) => rule.slots[*slot].name.clone(),
        KeyPart::Event => "@event".to_owned(),
        KeyPart::Subject => "@subject".to_owned(),
        KeyPart::Class => "@class".to_owned(),
        KeyPart::Happening => "@happening".to_owned(),
        KeyPart::Post => "@post".to_owned(),
    }));
    for part in &raw.same {
        if !known.contains(&part.value) {
            let fault = Fault::UnknownSame { part: part.value.clone(), claim: name.to_owned(), known: known.clone() };
            faults.add(part.span, fault);
        }
    }
}
