//! Facts: the claims that speak about one thing, and the findings in them.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use super::finding::{Finding, Verdict};
use super::fingerprint::fingerprint;
use super::judge::{Judge, Judgement};
use super::record::Record;
use super::sides::{sides, takes};
use super::wording;
use crate::claims::claim::{Claim, When};
use crate::rules::rule::{ClaimRule, Mode, Scope};
use crate::rules::severity::Severity;
use crate::values::value::Value;

/// The claims of one rule with one key, in the order of the sources.
pub(super) struct Fact<'a> {
    pub(super) rule: &'a ClaimRule,
    pub(super) claims: Vec<&'a Claim>,
    /// Whether a part of the key is open, so that the claims only meet inside their document.
    pub(super) open: bool,
}

/// All facts of the rules that compare, in the order of rules and keys.
pub(super) fn facts<'a>(rules: &'a [ClaimRule], claims: impl Iterator<Item = &'a Claim>) -> Vec<Fact<'a>> {
    let mut counting: Vec<&Claim> =
        claims.filter(|claim| claim.counts() && rules[claim.rule].mode == Mode::Compare).collect();
    // A stable sort keeps the order of the sources inside a fact.
    counting.sort_by(|a, b| by_fact(&rules[a.rule], a, b));
    counting
        .chunk_by(|a, b| by_fact(&rules[a.rule], a, b) == Ordering::Equal)
        .map(|claims| Fact { rule: &rules[claims[0].rule], claims: claims.to_vec(), open: is_open(claims[0]) })
        .collect()
}

fn by_fact(rule: &ClaimRule, a: &Claim, b: &Claim) -> Ordering {
    let document = |claim: &Claim| (is_open(claim) || rule.scope == Scope::Document).then_some(claim.document);
    (a.rule, &a.key, document(a)).cmp(&(b.rule, &b.key, document(b)))
}

pub(super) fn is_open(claim: &Claim) -> bool {
    claim.key.iter().any(|part| part.value.is_none())
}

/// Claims that say the same at the same time: compared once.
pub(super) struct Form<'a> {
    pub(super) claims: Vec<&'a Claim>,
}

impl Form<'_> {
    fn documents(&self) -> BTreeSet<usize> {
        self.claims.iter().map(|claim| claim.document).collect()
    }

    pub(super) fn first(&self) -> &Claim {
        self.claims[0]
    }
}

/// Two forms that do not go together.
struct Pair {
    a: usize,
    b: usize,
    judgement: Judgement,
}

impl Fact<'_> {
    /// What is wrong with this fact: inside each document, then between them, then against the record.
    pub(super) fn findings(&self, judge: &Judge<'_>) -> Vec<Finding> {
        let forms = self.forms();
        let pairs = self.pairs(&forms, judge);
        let mut findings = self.inside(&forms, &pairs, judge);
        findings.extend(self.between(&forms, &pairs, judge));
        if let Some(record) = Record::of(self, judge) {
            for finding in &mut findings {
                finding.remarks = record.remarks(finding);
            }
            findings.extend(record.findings(self, &findings));
        }
        findings
    }

    fn forms(&self) -> Vec<Form<'_>> {
        let mut forms: BTreeMap<(String, String), Form<'_>> = BTreeMap::new();
        for claim in &self.claims {
            let key = (claim.value.to_string(), when_key(&claim.when));
            forms.entry(key).or_insert_with(|| Form { claims: Vec::new() }).claims.push(claim);
        }
        forms.into_values().collect()
    }

    fn pairs(&self, forms: &[Form<'_>], judge: &Judge<'_>) -> Vec<Pair> {
        let mut pairs = Vec::new();
        for a in 0..forms.len() {
            for b in a + 1..forms.len() {
                if let Ok(judgement) = judge.judge(self.rule, forms[a].first(), forms[b].first()) {
                    pairs.push(Pair { a, b, judgement });
                }
            }
        }
        pairs
    }

    fn inside(&self, forms: &[Form<'_>], pairs: &[Pair], judge: &Judge<'_>) -> Vec<Finding> {
        let mut by_document: BTreeMap<(usize, Judgement), BTreeSet<usize>> = BTreeMap::new();
        for pair in pairs {
            let both = &forms[pair.a].documents() & &forms[pair.b].documents();
            for document in both {
                let (a, b) = (claims_in(&forms[pair.a], document), claims_in(&forms[pair.b], document));
                if self.open && self.means_two_things(&a, &b, judge) {
                    continue;
                }
                let judgement = judge.settled(self.rule, a[0], b[0]).unwrap_or(pair.judgement);
                by_document.entry((document, judgement)).or_default().extend([pair.a, pair.b]);
            }
        }
        let finding = |((document, judgement), of): ((usize, Judgement), BTreeSet<usize>)| {
            let claims = of.iter().flat_map(|&form| claims_in(&forms[form], document)).collect();
            self.finding(claims, judgement, self.rule.severity, judge)
        };
        by_document.into_iter().filter_map(finding).collect()
    }

    /// Whether claims that leave open what they are about are likely about two things: one sentence names both values in
    /// one breath, so many values are named that the text must be a list, or the text also speaks of another thing of the
    /// kind by name.
    pub(super) fn means_two_things(&self, a: &[&Claim], b: &[&Claim], judge: &Judge<'_>) -> bool {
        let (first, second) = (a[0].value.to_string(), b[0].value.to_string());
        let pair = if first < second { (first, second) } else { (second, first) };
        a.iter().any(|a| b.iter().any(|b| a.sentence == b.sentence))
            || judge.documents[a[0].document].together.contains(&pair)
            || takes(&self.claims, self.rule, judge).values().any(|sides| sides.len() > MOST_OPEN_SIDES)
            || judge.documents[a[0].document].claims.iter().any(|other| other.counts() && fills(other, a[0]))
    }

    fn between(&self, forms: &[Form<'_>], pairs: &[Pair], judge: &Judge<'_>) -> Vec<Finding> {
        let Some(severity) = self.rule.across else { return Vec::new() };
        let mut by_judgement: BTreeMap<(Reverse<Severity>, Judgement), BTreeSet<(usize, usize)>> = BTreeMap::new();
        for pair in pairs {
            let (a, b) = (&forms[pair.a], &forms[pair.b]);
            let judgement = judge.settled(self.rule, a.first(), b.first()).unwrap_or(pair.judgement);
            for (form, other, at) in [(a, b, pair.a), (b, a, pair.b)] {
                for document in form.documents() {
                    let meets = self.meets(document, form, other, judge);
                    let severity = meets.map(|sure| if sure { severity } else { Severity::Note });
                    if let Some(severity) = severity {
                        by_judgement.entry((Reverse(severity), judgement)).or_default().insert((at, document));
                    }
                }
            }
        }
        let finding = |((Reverse(severity), judgement), of): (_, BTreeSet<(usize, usize)>)| {
            let claims: Vec<&Claim> =
                of.iter().flat_map(|&(form, document)| claims_in(&forms[form], document)).collect();
            // Where all documents say the same set of things, each has its own finding and there is nothing to add.
            let takes = takes(&claims, self.rule, judge);
            let differ = takes.values().any(|taken| Some(taken) != takes.values().next());
            if differ { self.finding(claims, judgement, severity, judge) } else { None }
        };
        by_judgement.into_iter().filter_map(finding).collect()
    }

    /// Whether a document that says one thing meets another that says the other, and if so, whether they surely speak of
    /// one time: both are dated, or the same people act in them. Otherwise the thing may have changed in between.
    fn meets(&self, document: usize, form: &Form<'_>, other: &Form<'_>, judge: &Judge<'_>) -> Option<bool> {
        let mut others = other.claims.iter().filter(|claim| claim.document != document).peekable();
        others.peek()?;
        let dated = form.first().when.days().is_some() && other.first().when.days().is_some();
        let values: BTreeSet<String> = self.claims.iter().map(|claim| claim.value.to_string()).collect();
        let people = &judge.documents[document].people;
        let shared = |claim: &Claim| {
            judge.documents[claim.document].people.intersection(people).any(|person| !values.contains(person))
        };
        Some(dated || !self.fleeting() || others.any(|claim| shared(claim)))
    }

    /// Whether what is said of it changes with time, as an office does: its value is a person.
    fn fleeting(&self) -> bool {
        matches!(self.claims[0].value, Value::Person(_))
    }

    /// The finding made of these claims; `None` where they make only one side.
    fn finding(
        &self,
        claims: Vec<&Claim>,
        judgement: Judgement,
        severity: Severity,
        judge: &Judge<'_>,
    ) -> Option<Finding> {
        let severity = match judgement {
            Judgement { verdict: Verdict::Conflict, unsure: false } => severity,
            Judgement { verdict: Verdict::Conflict, unsure: true } => self.rule.unsure?,
            _ => Severity::Note,
        };
        let key: Vec<(String, String)> = self.key();
        let sides = sides(&claims, self.rule, judge);
        if sides.len() < 2 {
            return None;
        }
        let documents: BTreeSet<usize> = claims.iter().map(|claim| claim.document).collect();
        let mut finding = Finding {
            id: String::new(),
            rule: self.rule.name.to_string(),
            title: self.rule.title.clone(),
            verdict: judgement.verdict,
            severity,
            message: wording::fact(self.rule, &key, &sides, judgement.verdict, documents.len()),
            key,
            sides,
            remarks: Vec::new(),
        };
        finding.id = fingerprint(&finding);
        Some(finding)
    }

    /// The known parts of the key.
    pub(super) fn key(&self) -> Vec<(String, String)> {
        self.claims[0].known_key()
    }
}

/// How many values a text gives to one thing by mistake; with more, each belongs to a thing of its own.
const MOST_OPEN_SIDES: usize = 2;

/// Whether a claim is of the same kind as one with an open key and names what the other leaves open.
fn fills(other: &Claim, open: &Claim) -> bool {
    other.rule == open.rule
        && other.key.len() == open.key.len()
        && other.key.iter().zip(&open.key).all(|(filled, part)| part.value.is_none() || filled.value == part.value)
        && other.key != open.key
}

fn claims_in<'a>(form: &Form<'a>, document: usize) -> Vec<&'a Claim> {
    form.claims.iter().copied().filter(|claim| claim.document == document).collect()
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
