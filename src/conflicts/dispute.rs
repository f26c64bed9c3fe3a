//! Disputes: what is wrong with a fact, inside each document, between them, and against the record.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::TimeDelta;

use super::advice;
use super::fact::Fact;
use super::finding::{Finding, Status, Verdict};
use super::fingerprint::{Reach, fingerprint};
use super::judge::{Judge, Judgement, UPDATE_DAYS};
use super::record::Record;
use super::sides::{sides, takes};
use super::wording;
use crate::claims::claim::{Claim, When};
use crate::rules::severity::Severity;
use crate::values::value::Value;

/// How many values a text gives to one thing by mistake; with more, each belongs to a thing of its own.
const MOST_OPEN_SIDES: usize = 2;

/// How many pairs of claims about one thing may disagree; with more, the rule's key does not tell things apart.
const MOST_PAIRS: usize = 20_000;

/// What is wrong with a fact.
pub(super) fn findings(fact: &Fact<'_>, judge: &Judge<'_>) -> Vec<Finding> {
    let dispute = Dispute::new(fact, judge);
    let Some(pairs) = dispute.pairs() else { return vec![dispute.too_many()] };
    let mut findings = dispute.inside(&pairs);
    findings.extend(dispute.between(&pairs));
    if let Some(record) = Record::of(fact, judge) {
        for finding in &mut findings {
            finding.remarks = record.remarks(finding);
        }
        findings.extend(record.findings(fact, &findings));
    }
    findings
}

/// The finding that some claims of a fact make; `None` where they make only one side.
pub(super) fn told(
    fact: &Fact<'_>,
    claims: &[&Claim],
    judgement: Judgement,
    severity: Severity,
    judge: &Judge<'_>,
) -> Option<Finding> {
    Dispute::new(fact, judge).finding(claims, judgement, severity)
}

/// Whether two claims that leave open what they are about likely speak of two things: one sentence names both values in
/// one breath, so many values are named that the text must be a list, or the text also names another thing of the kind.
pub(super) fn two_things(fact: &Fact<'_>, a: &Claim, b: &Claim, judge: &Judge<'_>) -> bool {
    fact.open && Dispute::new(fact, judge).two_things(&[a], &[b])
}

/// A fact under judgement.
struct Dispute<'a> {
    fact: &'a Fact<'a>,
    judge: &'a Judge<'a>,
    forms: Vec<Form<'a>>,
    /// Every value that is said of it.
    values: BTreeSet<String>,
    /// Whether its key is open and the text lists several things of the kind.
    listed: bool,
}

/// Claims that say the same at the same time: compared once.
struct Form<'a> {
    /// In the order of the sources; never empty.
    claims: Vec<&'a Claim>,
}

/// Two forms, by index, that do not go together.
struct Pair {
    a: usize,
    b: usize,
    judgement: Judgement,
}

/// A form, by index, in one document.
type FormIn = (usize, usize);

impl<'a> Dispute<'a> {
    fn new(fact: &'a Fact<'a>, judge: &'a Judge<'a>) -> Self {
        let mut forms: BTreeMap<(String, String), Form<'a>> = BTreeMap::new();
        for &claim in &fact.claims {
            let key = (claim.value.to_string(), when_key(&claim.when));
            forms.entry(key).or_insert_with(|| Form { claims: Vec::new() }).claims.push(claim);
        }
        let values = forms.keys().map(|(value, _)| value.clone()).collect();
        let listed = fact.open && lists(fact, judge);
        Self { fact, judge, forms: forms.into_values().collect(), values, listed }
    }

    /// The forms that do not go together; `None` where there is no end of them.
    fn pairs(&self) -> Option<Vec<Pair>> {
        let mut pairs = Vec::new();
        for (a, b) in self.meeting_forms() {
            let (first, second) = (self.forms[a].first(), self.forms[b].first());
            if let Ok(judgement) = self.judge.judge(self.fact.rule, first, second) {
                pairs.push(Pair { a: a.min(b), b: a.max(b), judgement });
            }
            if pairs.len() > MOST_PAIRS {
                return None;
            }
        }
        Some(pairs)
    }

    /// The pairs of forms whose times can meet: an archive has thousands of forms of one fact, each with few others near
    /// in time.
    fn meeting_forms(&self) -> impl Iterator<Item = (usize, usize)> {
        let days = |form: &Form<'_>| form.first().when.days();
        let (mut dated, undated): (Vec<usize>, Vec<usize>) =
            (0..self.forms.len()).partition(|&form| days(&self.forms[form]).is_some());
        dated.sort_by_key(|&form| days(&self.forms[form]));
        let mixed = if self.fact.rule.unsure.is_some() { dated.clone() } else { Vec::new() };
        let with_undated = (0..undated.len()).flat_map(move |at| {
            let later: Vec<usize> = undated[at + 1..].iter().chain(&mixed).copied().collect();
            let form = undated[at];
            later.into_iter().map(move |other| (form, other))
        });
        let of_dated = (0..dated.len()).flat_map(move |at| {
            let end = days(&self.forms[dated[at]])
                .map(|(_, end)| end.checked_add_signed(TimeDelta::days(UPDATE_DAYS)).unwrap_or(end));
            let near = dated[at + 1..]
                .iter()
                .take_while(move |&&other| days(&self.forms[other]).map(|(start, _)| start) <= end);
            let form = dated[at];
            near.map(move |&other| (form, other)).collect::<Vec<_>>()
        });
        with_undated.chain(of_dated)
    }

    /// Disputes inside one document each.
    fn inside(&self, pairs: &[Pair]) -> Vec<Finding> {
        let mut by_document: BTreeMap<(usize, Judgement), BTreeSet<usize>> = BTreeMap::new();
        for pair in pairs {
            let (a_form, b_form) = (&self.forms[pair.a], &self.forms[pair.b]);
            for document in a_form.documents() {
                let (a, b) = (a_form.within(document), b_form.within(document));
                if b.is_empty() || (self.fact.open && self.two_things(a, b)) {
                    continue;
                }
                let judgement = self.judge.settled(self.fact.rule, a[0], b[0]).unwrap_or(pair.judgement);
                by_document.entry((document, judgement)).or_default().extend([pair.a, pair.b]);
            }
        }
        let finding = |((document, judgement), of): ((usize, Judgement), BTreeSet<usize>)| {
            let claims: Vec<&Claim> = of.iter().flat_map(|&form| self.forms[form].within(document)).copied().collect();
            self.finding(&claims, judgement, self.fact.rule.severity)
        };
        by_document.into_iter().filter_map(finding).collect()
    }

    fn two_things(&self, a: &[&Claim], b: &[&Claim]) -> bool {
        let (first, second) = (a[0].value.to_string(), b[0].value.to_string());
        let pair = if first < second { (first, second) } else { (second, first) };
        self.listed
            || a.iter().any(|a| b.iter().any(|b| a.sentence == b.sentence))
            || self.judge.documents[a[0].document].together.contains(&pair)
    }

    /// Disputes between documents.
    fn between(&self, pairs: &[Pair]) -> Vec<Finding> {
        let Some(severity) = self.fact.rule.across else { return Vec::new() };
        let mut by_judgement: BTreeMap<(Reverse<Severity>, Judgement), BTreeSet<FormIn>> = BTreeMap::new();
        for pair in pairs {
            let (a, b) = (self.forms[pair.a].first(), self.forms[pair.b].first());
            let judgement = self.judge.settled(self.fact.rule, a, b).unwrap_or(pair.judgement);
            for (form, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                for (document, sure) in self.meetings(form, other) {
                    let severity = if sure { severity } else { Severity::Note };
                    by_judgement.entry((Reverse(severity), judgement)).or_default().insert((form, document));
                }
            }
        }
        let finding = |((Reverse(severity), judgement), of): (_, BTreeSet<FormIn>)| {
            let claims: Vec<&Claim> =
                of.iter().flat_map(|&(form, document)| self.forms[form].within(document)).copied().collect();
            // Where all documents say the same set of things, each has its own finding and there is nothing to add.
            let takes = takes(&claims, self.fact.rule, self.judge);
            let differ = takes.values().any(|taken| Some(taken) != takes.values().next());
            if differ { self.finding(&claims, judgement, severity) } else { None }
        };
        by_judgement.into_iter().filter_map(finding).collect()
    }

    /// The documents of one form that meet another document that says the other, each with whether the two surely speak
    /// of one time: both claims are dated, or the same people act in both documents. Otherwise what is said of a person
    /// may have changed in between.
    fn meetings(&self, form: usize, other: usize) -> Vec<(usize, bool)> {
        let (form, other) = (&self.forms[form], &self.forms[other]);
        let others = other.documents();
        let lasting = !matches!(form.first().value, Value::Person(_));
        let sure = lasting || (form.first().when.days().is_some() && other.first().when.days().is_some());
        // Whoever acts in the other documents, with one of them and whether there are more.
        let mut people: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
        if !sure {
            for &document in &others {
                for person in &self.judge.documents[document].people {
                    people.entry(person).and_modify(|(_, more)| *more = true).or_insert((document, false));
                }
            }
        }
        let shares = |document: usize| {
            self.judge.documents[document]
                .people
                .iter()
                .filter(|person| !self.values.contains(*person))
                .any(|person| people.get(person.as_str()).is_some_and(|&(other, more)| more || other != document))
        };
        let met = form.documents().into_iter().filter(|document| others.iter().any(|other| other != document));
        met.map(|document| (document, sure || shares(document))).collect()
    }

    /// The finding made of these claims; `None` where they make only one side.
    fn finding(&self, claims: &[&Claim], judgement: Judgement, severity: Severity) -> Option<Finding> {
        let rule = self.fact.rule;
        let severity = match judgement {
            Judgement { verdict: Verdict::Conflict, unsure: false } => severity,
            Judgement { verdict: Verdict::Conflict, unsure: true } => rule.unsure?,
            _ => Severity::Note,
        };
        let key = self.fact.key();
        let sides = sides(claims, rule, self.judge);
        if sides.len() < 2 {
            return None;
        }
        let documents: BTreeSet<usize> = claims.iter().map(|claim| claim.document).collect();
        let about = wording::about(&key, &self.judge.rules.events);
        // A note though the rule would be louder: nothing tells that the sources speak of one time.
        let unsure =
            judgement.unsure || documents.len() > 1 && severity == Severity::Note && rule.across != Some(severity);
        let mut finding = Finding {
            id: String::new(),
            rule: rule.name.to_string(),
            title: rule.title.clone(),
            verdict: judgement.verdict,
            severity,
            status: Status::New,
            message: wording::fact(rule, &key, &about, &sides, judgement.verdict, documents.len(), unsure),
            key,
            about,
            sides,
            remarks: Vec::new(),
            help: advice::fact(judgement.verdict, documents.len(), unsure).to_owned(),
        };
        let reach = if documents.len() > 1 { Reach::Between } else { Reach::Inside };
        finding.id = fingerprint(&finding, reach);
        Some(finding)
    }

    /// A note that so many values are said of one thing that the rule must mean many.
    fn too_many(&self) -> Finding {
        let rule = self.fact.rule;
        let key = self.fact.key();
        let about = wording::about(&key, &self.judge.rules.events);
        let claims: Vec<&Claim> = self.forms.iter().take(2).map(Form::first).collect();
        let mut finding = Finding {
            id: String::new(),
            rule: rule.name.to_string(),
            title: rule.title.clone(),
            verdict: Verdict::Suspicious,
            severity: Severity::Note,
            status: Status::New,
            message: wording::too_many(&rule.title, &about, self.values.len()),
            key,
            about,
            sides: sides(&claims, rule, self.judge),
            remarks: Vec::new(),
            help: advice::TOO_MANY.to_owned(),
        };
        finding.id = fingerprint(&finding, Reach::Between);
        finding
    }
}

impl<'a> Form<'a> {
    fn first(&self) -> &'a Claim {
        self.claims[0]
    }

    /// Its documents, each once, in order.
    fn documents(&self) -> Vec<usize> {
        let mut documents: Vec<usize> = self.claims.iter().map(|claim| claim.document).collect();
        documents.dedup();
        documents
    }

    /// Its claims in one document.
    fn within(&self, document: usize) -> &[&'a Claim] {
        let start = self.claims.partition_point(|claim| claim.document < document);
        let end = self.claims.partition_point(|claim| claim.document <= document);
        &self.claims[start..end]
    }
}

/// Whether the document of a fact with an open key speaks of several things of the kind.
fn lists(fact: &Fact<'_>, judge: &Judge<'_>) -> bool {
    let open = fact.claims[0];
    takes(&fact.claims, fact.rule, judge).values().any(|sides| sides.len() > MOST_OPEN_SIDES)
        || judge.documents[open.document].claims.iter().any(|other| other.counts() && fills(other, open))
}

/// Whether a claim is of the same kind as one with an open key and names what the other leaves open.
fn fills(other: &Claim, open: &Claim) -> bool {
    other.rule == open.rule
        && other.key.len() == open.key.len()
        && other.key.iter().zip(&open.key).all(|(filled, part)| part.value.is_none() || filled.value == part.value)
        && other.key != open.key
}

/// Tells times apart; how a time is known matters, as the record is held against stated ones only.
fn when_key(when: &When) -> String {
    let how = match when {
        When::Unknown => "",
        When::Stated(_) => "stated",
        When::Document(_) => "document",
        When::Event(..) => "event",
    };
    format!("{when} {how}")
}
