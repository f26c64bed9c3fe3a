//! Disputes: what is wrong with a fact, inside each document, between them, and against the record.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};

use super::advice;
use super::fact::Fact;
use super::finding::{Finding, Status, Verdict};
use super::fingerprint::{Reach, fingerprint};
use super::judge::{Judge, Judgement, UPDATE_DAYS, reach};
use super::record::Record;
use super::sides::{sides, takes};
use super::story::Bond;
use super::wording;
use crate::claims::claim::{Claim, When};
use crate::rules::rule::{Compare, Lasting, Scope};
use crate::rules::severity::Severity;
use crate::values::spelling;
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
    findings.extend(dispute.between(&pairs, &findings));
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

/// Whether two claims that leave open what they are about, or only call it "the ship", likely speak of two things: one
/// sentence names both values in one breath, so many values are named that the text must be a list, or the text also names
/// another thing of the kind.
pub(super) fn two_things(fact: &Fact<'_>, a: &Claim, b: &Claim, judge: &Judge<'_>) -> bool {
    let dispute = Dispute::new(fact, judge);
    let apart = |claim: &Claim| dispute.tells_apart(claim.document, &a.value, &b.value);
    let between = || !dispute.is_meant(&a.value, &b.value) && (apart(a) || apart(b));
    dispute.loose && if a.document == b.document { dispute.two_things(&[a], &[b]) } else { between() }
}

/// A fact under judgement.
struct Dispute<'a> {
    fact: &'a Fact<'a>,
    judge: &'a Judge<'a>,
    forms: Vec<Form<'a>>,
    /// Every value that is said of it.
    values: BTreeSet<String>,
    /// Whether its claims may speak of several things of a kind: their key is open, or a word of the one story they tell.
    loose: bool,
    /// See [`Self::crowds`]; most facts have nothing in dispute and need not be asked.
    crowds: OnceCell<Crowds>,
}

/// The documents that speak of several things where a fact is loose; none where it is not.
#[derive(Default)]
struct Crowds {
    /// Those that list several things of the kind.
    listing: BTreeSet<usize>,
    /// Those that give it more than one value.
    several: BTreeSet<usize>,
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
        let loose = fact.open || fact.rule.scope == Scope::Story;
        Self { fact, judge, forms: forms.into_values().collect(), values, loose, crowds: OnceCell::new() }
    }

    /// The documents that speak of several things of the kind.
    fn crowds(&self) -> &Crowds {
        self.crowds.get_or_init(|| {
            if !self.loose {
                return Crowds::default();
            }
            let taken = takes(&self.fact.claims, self.fact.rule, self.judge);
            let more_than = |most: usize| -> BTreeSet<usize> {
                taken.iter().filter(|(_, sides)| sides.len() > most).map(|(&document, _)| document).collect()
            };
            let mut listing = more_than(MOST_OPEN_SIDES);
            if self.fact.open {
                listing.extend(filling(self.fact, self.judge));
            }
            Crowds { listing, several: more_than(1) }
        })
    }

    /// The forms that do not go together; `None` where there is no end of them.
    fn pairs(&self) -> Option<Vec<Pair>> {
        let mut pairs = Vec::new();
        let meeting: Box<dyn Iterator<Item = (usize, usize)>> = match self.fact.rule.scope {
            Scope::Story => Box::new(self.forms_of_stories().into_iter()),
            _ => Box::new(self.meeting_forms()),
        };
        for (a, b) in meeting {
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

    /// The pairs of forms that stand in one document, or in two that tell one story.
    fn forms_of_stories(&self) -> BTreeSet<(usize, usize)> {
        let mut by_document: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, form) in self.forms.iter().enumerate() {
            form.documents().into_iter().for_each(|document| by_document.entry(document).or_default().push(at));
        }
        let mut pairs = BTreeSet::new();
        for (&document, forms) in &by_document {
            let others = self.told_with(document).into_iter().filter_map(|other| by_document.get(&other));
            for &other in std::iter::once(forms).chain(others).flatten() {
                pairs.extend(
                    forms.iter().filter(|&&form| form != other).map(|&form| (form.min(other), form.max(other))),
                );
            }
        }
        pairs
    }

    /// The other documents that tell the story of this one, as surely as the fact needs it.
    fn told_with(&self, document: usize) -> BTreeSet<usize> {
        self.judge.stories.told_with(document, Bond::needed(self.fact.open)).collect()
    }

    /// The pairs of forms whose times can meet: an archive has thousands of forms of one fact, each with few others near
    /// in time.
    fn meeting_forms(&self) -> impl Iterator<Item = (usize, usize)> {
        let days = |form: &Form<'_>| form.first().when.days();
        let (mut dated, undated): (Vec<usize>, Vec<usize>) =
            (0..self.forms.len()).partition(|&form| days(&self.forms[form]).is_some());
        dated.sort_by_key(|&form| days(&self.forms[form]));
        let lasting = self.fact.rule.lasts == Some(Lasting::Always);
        // What has no date is compared with what lasts, and with what the record says without days.
        let all = lasting || self.fact.rule.unsure.is_some();
        let with_any = |form: &&usize| all || self.forms[**form].first().when.is_always();
        let mixed: Vec<usize> = dated.iter().filter(with_any).copied().collect();
        let with_undated = (0..undated.len()).flat_map(move |at| {
            let later: Vec<usize> = undated[at + 1..].iter().chain(&mixed).copied().collect();
            let form = undated[at];
            later.into_iter().map(move |other| (form, other))
        });
        let of_dated = (0..dated.len()).flat_map(move |at| {
            let end = days(&self.forms[dated[at]]).map(|(_, end)| {
                let reach = TimeDelta::try_days(UPDATE_DAYS.max(reach(self.fact.rule)));
                reach.and_then(|reach| end.checked_add_signed(reach)).unwrap_or(NaiveDate::MAX)
            });
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
                if b.is_empty() || (self.loose && self.two_things(a, b)) {
                    continue;
                }
                let judgement = self.judge.settled(self.fact.rule, a[0], b[0]).unwrap_or(pair.judgement);
                by_document.entry((document, judgement)).or_default().extend([pair.a, pair.b]);
            }
        }
        let finding = |((document, judgement), of): ((usize, Judgement), BTreeSet<usize>)| {
            let claims: Vec<&Claim> = of.iter().flat_map(|&form| self.forms[form].within(document)).copied().collect();
            let severity = if self.is_slip(document, &claims) { Severity::Warning } else { self.fact.rule.severity };
            self.finding(&claims, judgement, severity)
        };
        by_document.into_iter().filter_map(finding).collect()
    }

    /// Whether a document has two codes of one form, and they differ by two neighbours that changed places. Of more codes
    /// some are likely numbered one after the other.
    fn is_slip(&self, document: usize, claims: &[&Claim]) -> bool {
        let codes = || self.forms.iter().filter(|form| !form.within(document).is_empty());
        self.fact.rule.compare == Compare::Spellings
            && codes().count() == 2
            && spelling::is_swapped(&claims[0].value, &claims[claims.len() - 1].value)
    }

    /// Whether two values of one document are those of two things.
    fn two_things(&self, a: &[&Claim], b: &[&Claim]) -> bool {
        a.iter().any(|a| b.iter().any(|b| a.sentence == b.sentence))
            || self.tells_apart(a[0].document, &a[0].value, &b[0].value)
    }

    /// Whether a document knows of several things of the kind, or names two people in one sentence.
    fn tells_apart(&self, document: usize, a: &Value, b: &Value) -> bool {
        let (first, second) = (a.to_string(), b.to_string());
        let pair = if first < second { (first, second) } else { (second, first) };
        self.crowds().listing.contains(&document) || self.judge.documents[document].together.contains(&pair)
    }

    /// Whether one value can only be meant for the other one: whoever swaps two characters of a code means that code, and
    /// whoever has one word of a title wrong that title, whichever others a text has too.
    fn is_meant(&self, a: &Value, b: &Value) -> bool {
        let meant = spelling::is_swapped(a, b) || matches!((a, b), (Value::Words(_), Value::Words(_)));
        self.fact.rule.compare == Compare::Spellings && meant
    }

    /// Whether a document gives a value.
    fn says(&self, document: usize, value: &Value) -> bool {
        self.forms.iter().any(|form| form.first().value == *value && !form.within(document).is_empty())
    }

    /// The documents that give it several values, by which the story knows several things of the kind; but whoever disputes
    /// with himself about one person leaves nothing open about whom the others mean.
    fn several(&self, inside: &[Finding]) -> BTreeSet<usize> {
        let mut several = self.crowds().several.clone();
        if self.fact.of_one_person() {
            let loud = || inside.iter().filter(|finding| finding.severity > Severity::Note);
            let evidence = || loud().flat_map(|finding| &finding.sides).flat_map(|side| &side.evidence);
            let disputes = |document: usize| {
                evidence().any(|place| Arc::ptr_eq(&place.file, &self.judge.documents[document].file))
            };
            several.retain(|&document| !disputes(document));
        }
        several
    }

    /// Disputes between documents.
    fn between(&self, pairs: &[Pair], inside: &[Finding]) -> Vec<Finding> {
        // Most facts have nothing in dispute, and who tells which story need not be asked.
        let Some(severity) = self.fact.rule.across.filter(|_| !pairs.is_empty()) else { return Vec::new() };
        let several = self.several(inside);
        let tellings = self.tellings();
        let mut by_judgement: BTreeMap<(Reverse<Severity>, Judgement, usize), BTreeSet<FormIn>> = BTreeMap::new();
        for pair in pairs {
            let (a, b) = (self.forms[pair.a].first(), self.forms[pair.b].first());
            let judgement = self.judge.settled(self.fact.rule, a, b).unwrap_or(pair.judgement);
            for (form, other) in [(pair.a, pair.b), (pair.b, pair.a)] {
                for (document, sure) in self.meetings(form, other, &several) {
                    let severity = if sure { severity } else { Severity::Note };
                    let telling = tellings.get(&document).copied().unwrap_or_default();
                    by_judgement.entry((Reverse(severity), judgement, telling)).or_default().insert((form, document));
                }
            }
        }
        let finding = |((Reverse(severity), judgement, _), of): (_, BTreeSet<FormIn>)| {
            let claims: Vec<&Claim> =
                of.iter().flat_map(|&(form, document)| self.forms[form].within(document)).copied().collect();
            // Where all documents say the same set of things, each has its own finding and there is nothing to add.
            let takes = takes(&claims, self.fact.rule, self.judge);
            let differ = takes.values().any(|taken| Some(taken) != takes.values().next());
            if differ { self.finding(&claims, judgement, severity) } else { None }
        };
        by_judgement.into_iter().filter_map(finding).collect()
    }

    /// For each document of a fact of stories the first one that tells the same story, be it by way of others: what two stories
    /// say of a ship is not in dispute between them.
    fn tellings(&self) -> BTreeMap<usize, usize> {
        let mut first = BTreeMap::new();
        if self.fact.rule.scope != Scope::Story {
            return first;
        }
        let documents: BTreeSet<usize> = self.fact.claims.iter().map(|claim| claim.document).collect();
        for &document in &documents {
            let mut next = vec![document];
            while let Some(other) = next.pop() {
                if documents.contains(&other) && !first.contains_key(&other) {
                    first.insert(other, document);
                    next.extend(self.told_with(other));
                }
            }
        }
        first
    }

    /// The documents of one form that meet another document that says the other, each with whether the two surely speak
    /// of one time: both claims are dated, or the same people act in both documents. Otherwise what is said of a person
    /// may have changed in between.
    fn meetings(&self, form: usize, other: usize, several: &BTreeSet<usize>) -> Vec<(usize, bool)> {
        let (form, other) = (&self.forms[form], &self.forms[other]);
        let others = other.documents();
        if self.fact.rule.scope == Scope::Story {
            let (a, b) = (&form.first().value, &other.first().value);
            let meant = self.is_meant(a, b);
            let has_both = |document: &usize| [a, b].iter().all(|value| self.says(*document, value));
            let clear = |document: &usize| {
                let one = || !several.contains(document) && self.told_with(*document).is_disjoint(several);
                meant && !has_both(document) || !self.tells_apart(*document, a, b) && one()
            };
            let met = form.documents().into_iter().filter(clear).filter(|&document| {
                self.told_with(document).into_iter().any(|other| others.binary_search(&other).is_ok() && clear(&other))
            });
            return met.map(|document| (document, true)).collect();
        }
        let lasting = !matches!(form.first().value, Value::Person(_)) || self.fact.rule.lasts == Some(Lasting::Always);
        let times = [form.first().when, other.first().when];
        let sure =
            lasting || times.iter().all(|when| when.days().is_some()) || times.iter().any(|when| when.is_always());
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
            Judgement { verdict: Verdict::Suspicious | Verdict::Variant, .. } => severity.min(rule.slip),
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

/// The documents of a fact with an open key that name one of the things that it leaves open.
fn filling(fact: &Fact<'_>, judge: &Judge<'_>) -> BTreeSet<usize> {
    let open = fact.claims[0];
    let others = |document: usize| judge.documents[document].claims.iter();
    let documents = fact.claims.iter().map(|claim| claim.document);
    documents.filter(|&document| others(document).any(|other| other.counts() && fills(other, open))).collect()
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
        When::Record(..) => "record",
    };
    format!("{when} {how}")
}
