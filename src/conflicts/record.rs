//! Claims against the record: a timeline of who held an office when.

use chrono::NaiveDate;

use super::advice;
use super::fact::Fact;
use super::finding::{Finding, Side, Status, Verdict};
use super::fingerprint::{Reach, fingerprint};
use super::judge::Judge;
use super::wording;
use crate::claims::claim::{Claim, Evidence, When};
use crate::rules::rule::{Term, Timeline};
use crate::rules::severity::Severity;
use crate::values::date::Date;
use crate::values::english;
use crate::values::value::Value;

/// The timeline of a fact.
pub(super) struct Record<'a> {
    timeline: &'a Timeline,
    judge: &'a Judge<'a>,
}

impl<'a> Record<'a> {
    /// The record of the office that a fact is about, if there is one.
    pub(super) fn of(fact: &Fact<'_>, judge: &'a Judge<'a>) -> Option<Self> {
        let timeline = judge.timeline(fact.claims[0])?;
        matches!(fact.claims[0].value, Value::Person(_)).then_some(Self { timeline, judge })
    }

    /// The terms of the people that a finding names.
    pub(super) fn remarks(&self, finding: &Finding) -> Vec<String> {
        let mut named: Vec<(String, Vec<&Term>)> = Vec::new();
        for term in &self.timeline.holders {
            let who = term.who.to_string();
            if finding.sides.iter().all(|side| side.value != who) {
                continue;
            }
            match named.iter_mut().find(|(other, _)| *other == who) {
                Some((_, terms)) => terms.push(term),
                None => named.push((who, vec![term])),
            }
        }
        named.iter().map(|(who, terms)| remark(who, terms)).collect()
    }

    /// Claims that the record contradicts and that no finding has told yet.
    pub(super) fn findings(&self, fact: &Fact<'_>, told: &[Finding]) -> Vec<Finding> {
        let loud = |claim: &Claim| {
            told.iter().filter(|finding| finding.severity > Severity::Note).any(|finding| {
                finding
                    .sides
                    .iter()
                    .flat_map(|side| &side.evidence)
                    .any(|at| std::sync::Arc::ptr_eq(&at.file, &claim.at.file) && at.span == claim.at.span)
            })
        };
        let mut misfits: Vec<(&Claim, &Claim)> = Vec::new();
        let mut findings = Vec::new();
        let mut noted: Vec<(usize, String)> = Vec::new();
        for claim in &fact.claims {
            if claim.when == When::Unknown {
                let once = (claim.document, claim.value.to_string());
                if !noted.contains(&once) {
                    findings.extend(self.outlived(fact, claim));
                    noted.push(once);
                }
            } else if !self.judge.fits(self.timeline, claim) && !loud(claim) && self.covers(claim) {
                misfits.push((claim, claim));
            }
        }
        findings.extend(misfits.into_iter().filter_map(|(claim, _)| self.misfit(fact, claim)));
        findings
    }

    /// Whether the record says who held the office when the claim speaks.
    fn covers(&self, claim: &Claim) -> bool {
        !self.holders(claim).is_empty()
    }

    fn holders(&self, claim: &Claim) -> Vec<&Term> {
        let Some((from, to)) = claim.when.days() else { return Vec::new() };
        self.timeline.holders.iter().filter(|term| term.from <= to && term.to.is_none_or(|end| from < end)).collect()
    }

    /// A dated claim that names someone who did not hold the office then.
    fn misfit(&self, fact: &Fact<'_>, claim: &Claim) -> Option<Finding> {
        let holders = self.holders(claim);
        let recorded: Vec<String> = holders.iter().map(|term| term.who.to_string()).collect();
        // A date of the document dates its sentences only by habit; a date in the words themselves is sure.
        let severity = match claim.when {
            When::Stated(_) => fact.rule.severity,
            _ => fact.rule.across?,
        };
        let message = wording::against_record(
            &fact.rule.title,
            &self.about(fact),
            &claim.value.to_string(),
            &english::timex(&claim.when.to_string()),
            &recorded,
        );
        let mut sides = vec![side(&claim.value, claim.at.clone())];
        sides.extend(holders.iter().map(|term| side(&Value::Person(term.who.clone()), self.entry(term))));
        let mut finding = self.finding(fact, Verdict::Conflict, severity, message, sides);
        finding.help = advice::AGAINST_RECORD.to_owned();
        Some(finding)
    }

    /// An undated claim in an article that speaks of a later date than the end of the holder's last term.
    fn outlived(&self, fact: &Fact<'_>, claim: &Claim) -> Option<Finding> {
        let Value::Person(who) = &claim.value else { return None };
        let cited = self.judge.documents[claim.document].latest.as_ref()?;
        let own = |term: &&Term| self.judge.same_person(&term.who, who);
        let last = self.timeline.holders.iter().filter(own).max_by_key(|term| term.from)?;
        let until = last.to.filter(|&end| cited.date.earliest().is_some_and(|cited| cited >= end))?;
        let message = wording::outlived(
            &fact.rule.title,
            &self.about(fact),
            &claim.value.to_string(),
            &english::day(until),
            &english::date(&cited.date),
        );
        let sides = vec![side(&claim.value, claim.at.clone()), side(&Value::Date(cited.date), cited.at.clone())];
        let mut finding = self.finding(fact, Verdict::Suspicious, Severity::Note, message, sides);
        finding.remarks = vec![remark(&last.who.to_string(), &[last])];
        finding.help = advice::OUTLIVED.to_owned();
        Some(finding)
    }

    fn finding(
        &self,
        fact: &Fact<'_>,
        verdict: Verdict,
        severity: Severity,
        message: String,
        sides: Vec<Side>,
    ) -> Finding {
        let (rule, title) = (fact.rule.name.to_string(), fact.rule.title.clone());
        let mut finding = Finding {
            id: String::new(),
            rule,
            title,
            verdict,
            severity,
            status: Status::New,
            message,
            key: fact.key(),
            about: self.about(fact),
            sides,
            remarks: Vec::new(),
            help: String::new(),
        };
        finding.id = fingerprint(&finding, Reach::Inside);
        finding
    }

    fn about(&self, fact: &Fact<'_>) -> String {
        wording::about(&fact.key(), &self.judge.rules.events)
    }

    /// The entry of the record, as evidence.
    fn entry(&self, term: &Term) -> Evidence {
        let file = self.timeline.file.clone();
        let words = file.slice(term.place).split_whitespace().collect::<Vec<_>>().join(" ");
        Evidence {
            span: term.place,
            quote: words.clone(),
            sentence: words.into(),
            sentence_span: term.place,
            block_span: term.place,
            when: When::Unknown,
            said_by: None,
            file,
        }
    }
}

fn side(value: &Value, at: Evidence) -> Side {
    Side { value: value.to_string(), shown: english::value(value), role: None, evidence: vec![at] }
}

fn remark(who: &str, terms: &[&Term]) -> String {
    let terms: Vec<_> = terms.iter().map(|term| (day(term.from), term.to.map(day))).collect();
    wording::on_record(who, &terms)
}

fn day(day: NaiveDate) -> String {
    Date::of(day).to_string()
}
