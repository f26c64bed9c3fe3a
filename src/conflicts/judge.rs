//! Whether two claims about one thing go together.

use chrono::NaiveDate;

use super::aging;
use super::fact::is_open;
use super::finding::Verdict;
use super::mentioned::Mentioned;
use super::story::{Bond, Stories};
use crate::claims::claim::{Claim, When};
use crate::claims::document_claims::DocumentClaims;
use crate::rules::rule::{ClaimRule, Compare, Lasting, Rules, Scope, Timeline};
use crate::values::agree::{Comparison, agree};
use crate::values::agreement::Agreement;
use crate::values::person::{self, Person};
use crate::values::spelling;
use crate::values::value::Value;

/// What is wrong between two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Judgement {
    pub(super) verdict: Verdict,
    /// Whether one claim is dated and the other is not.
    pub(super) unsure: bool,
}

/// Why two claims about one thing are no finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// Their values go together, or nothing can be proved of them.
    Agreement(Agreement),
    /// They speak of different times.
    OtherTime,
    /// They stand in sections about two things and do not say of which they speak.
    OtherSection,
    /// One is dated, the other is not, and the rule leaves such pairs alone.
    OneUndated,
    /// Both are dated, and by the record both are right.
    OnRecord,
}

/// What a judgement knows beside the two claims.
pub(super) struct Judge<'a> {
    pub(super) rules: &'a Rules,
    pub(super) documents: &'a [DocumentClaims],
    pub(super) stories: Stories<'a>,
    /// All claims in the order of the sources, by the index of their rule.
    pub(super) claims: Vec<Vec<&'a Claim>>,
}

/// How many days apart two counts may be dated and still be the same count that rose.
pub(super) const UPDATE_DAYS: i64 = 31;

impl<'a> Judge<'a> {
    pub(super) fn new(rules: &'a Rules, documents: &'a [DocumentClaims], mentioned: &'a Mentioned) -> Self {
        let mut claims = vec![Vec::new(); rules.claims.len()];
        for claim in documents.iter().flat_map(|document| &document.claims) {
            claims[claim.rule].push(claim);
        }
        Self { rules, documents, stories: Stories::of(documents, mentioned), claims }
    }

    pub(super) fn agree(&self, rule: &ClaimRule, a: &Value, b: &Value) -> Agreement {
        if rule.compare == Compare::Spellings {
            return spelling::of_values(a, b);
        }
        agree(a, b, &Comparison { names: &self.rules.names, tolerance: rule.tolerance })
    }

    /// What is wrong between two claims with one key, or why nothing is.
    pub(super) fn judge(&self, rule: &ClaimRule, a: &Claim, b: &Claim) -> Result<Judgement, Reason> {
        // Most claims of an archive speak of other times; that is told faster than whether their values agree.
        let (a_days, b_days) = (self.days(rule, a), self.days(rule, b));
        let apart = a_days.zip(b_days).is_some_and(|(a, b)| days_between(a, b) > reach(rule));
        // Inside one story, what has no date is of the time at which it is told; what the words date is of another, maybe.
        let told = |claim: &Claim| matches!(claim.when, When::Unknown | When::Document(_));
        let timeless = rule.lasts == Some(Lasting::Always)
            || rule.compare == Compare::Spellings
            || (rule.scope == Scope::Story && told(a) && told(b));
        let always = a.when.is_always() || b.when.is_always();
        let unsure = a_days.is_some() != b_days.is_some() && !timeless && !always;
        if apart && !rose(a, b) {
            return Err(Reason::OtherTime);
        }
        // Below another heading "the mayor" is that of another town.
        if a.is_in_other_section(b) && (is_open(a) || is_open(b)) {
            return Err(Reason::OtherSection);
        }
        let agreement = match aging::agree(a, b) {
            Some(agreement) => agreement,
            None => self.agree(rule, &a.value, &b.value),
        };
        let verdict = match (agreement, &a.value) {
            (Agreement::Same | Agreement::Compatible | Agreement::Unknown, _) => {
                return Err(Reason::Agreement(agreement));
            }
            (Agreement::Suspicious, Value::Person(_) | Value::Place(_) | Value::Org(_)) => Verdict::Variant,
            (Agreement::Suspicious, _) => Verdict::Suspicious,
            (Agreement::Conflict, _) => Verdict::Conflict,
        };
        if unsure && rule.unsure.is_none() {
            return Err(Reason::OneUndated);
        }
        if apart {
            return Ok(Judgement { verdict: Verdict::Update, unsure: false });
        }
        let dated = a_days.is_some() && b_days.is_some();
        if dated && self.timeline(a).is_some_and(|timeline| self.fits(timeline, a) && self.fits(timeline, b)) {
            return Err(Reason::OnRecord);
        }
        Ok(Judgement { verdict, unsure })
    }

    /// The judgement on two claims of which a third one tells that both were true, one after the other.
    pub(super) fn settled(&self, rule: &ClaimRule, a: &Claim, b: &Claim) -> Option<Judgement> {
        if rule.settled_by.is_empty() {
            return None;
        }
        let names_either = |value: &Value| {
            [a, b].iter().any(|side| {
                let people = side.slots.iter().flatten().map(|filled| &filled.value);
                let people = people.filter(|value| matches!(value, Value::Person(_)));
                people
                    .chain([&side.value])
                    .any(|side| matches!(self.agree(rule, value, side), Agreement::Same | Agreement::Compatible))
            })
        };
        let tells = |other: &Claim| {
            let change = rule.settled_by.contains(&other.rule) && other.counts();
            // Who is a former holder elsewhere was the holder before.
            let former = other.rule == a.rule && other.key == a.key && self.is_former(other);
            (change || former) && other.slots.iter().flatten().any(|filled| names_either(&filled.value))
        };
        let rules = || rule.settled_by.iter().copied().chain([a.rule]);
        let by = |document: usize| rules().any(|rule| self.claims_in(document, rule).iter().any(|claim| tells(claim)));
        let around =
            |claim: &Claim| rule.scope == Scope::Story && self.stories.told_with(claim.document, Bond::Kin).any(by);
        let told = by(a.document) || by(b.document) || around(a) || around(b);
        told.then_some(Judgement { verdict: Verdict::Superseded, unsure: false })
    }

    /// The claims of one rule in one document.
    pub(super) fn claims_in(&self, document: usize, rule: usize) -> &[&'a Claim] {
        let claims = &self.claims[rule];
        let start = claims.partition_point(|claim| claim.document < document);
        let end = start + claims[start..].partition_point(|claim| claim.document == document);
        &claims[start..end]
    }

    fn is_former(&self, claim: &Claim) -> bool {
        claim.marks.iter().any(|mark| self.rules.guards[mark.guard].name == "former")
    }

    /// The days on which a claim holds. What lasts and is told with a plan holds when the plan is told: "Captain Lee will open
    /// the bridge in June".
    fn days(&self, rule: &ClaimRule, claim: &Claim) -> Option<(NaiveDate, NaiveDate)> {
        let days = claim.when.days();
        let written = self.documents.get(claim.document).and_then(|document| document.date);
        // A name is spelled as the text spells it, whatever the sentence dates.
        if rule.compare == Compare::Spellings {
            return written.map(|day| (day, day));
        }
        match (days, written) {
            (Some((from, _)), Some(written)) if rule.lasts.is_some() && from > written => Some((written, written)),
            _ => days,
        }
    }

    /// The timeline of the office that a claim is about.
    pub(super) fn timeline(&self, claim: &Claim) -> Option<&Timeline> {
        let part =
            |name: &str| claim.key.iter().find(|part| &*part.name == name).and_then(|part| part.value.as_deref());
        let (office, of) = (part("office")?, part("of"));
        // A rule may tie its claims to a timeline by the timeline's own id: `fixed = { office = "pm-japan" }`.
        let mut timelines = self.rules.timelines.iter();
        timelines.find(|timeline| timeline.id == office || (timeline.title == office && Some(&*timeline.of) == of))
    }

    pub(super) fn same_person(&self, a: &Person, b: &Person) -> bool {
        matches!(person::agree(a, b, &self.rules.names), Agreement::Same | Agreement::Compatible)
    }

    /// Whether a dated claim names someone who held the office at that time.
    pub(super) fn fits(&self, timeline: &Timeline, claim: &Claim) -> bool {
        let (Some((from, to)), Value::Person(person)) = (claim.when.days(), &claim.value) else { return false };
        timeline
            .holders
            .iter()
            .any(|term| term.from <= to && term.to.is_none_or(|end| from < end) && self.same_person(&term.who, person))
    }
}

/// How many days after one claim another may still meet it.
pub(super) fn reach(rule: &ClaimRule) -> i64 {
    match rule.lasts {
        None => 0,
        Some(Lasting::Days(days)) => i64::from(days),
        Some(Lasting::Always) => i64::MAX,
    }
}

/// How many days lie between two spans of days; none where they meet.
pub(super) fn days_between(a: (NaiveDate, NaiveDate), b: (NaiveDate, NaiveDate)) -> i64 {
    (a.0 - b.1).num_days().max((b.0 - a.1).num_days()).max(0)
}

/// Whether two counts of different days can be one that rose.
fn rose(a: &Claim, b: &Claim) -> bool {
    let (Value::Count(a_count), Value::Count(b_count)) = (&a.value, &b.value) else { return false };
    let (When::Document(a_day), When::Document(b_day)) = (a.when, b.when) else { return false };
    let later_is_more = (a_day < b_day) == (a_count.number < b_count.number);
    later_is_more && (a_day - b_day).num_days().abs() <= UPDATE_DAYS
}
