//! Claims that meet where their clauses tell of one event: when or where it happened, or whether it did.
//!
//! Two claims meet where the verb is the same, the words that it binds go together, nothing sets the clauses apart (names,
//! numbers, a plan and what came of it), and each text gives the event one value alone.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::clue::Clue;
use super::dispute;
use super::fact::Fact;
use super::finding::{Finding, Verdict};
use super::judge::{Judge, Judgement, days_between};
use super::matter::{Nearness, nearness, weight};
use super::meeting::{Meeting, by_document, stated_days};
use super::overlap;
use super::sizes::near;
use crate::claims::base_form::{Term, term};
use crate::claims::claim::Claim;
use crate::claims::happening::{Happening, labelled, origin};
use crate::claims::sorted_set::SortedSet;
use crate::rules::rule::ClaimRule;
use crate::rules::severity::Severity;
use crate::values::agreement::Agreement;
use crate::values::date::Date;
use crate::values::place::{self, Place};
use crate::values::value::Value;

/// How many days apart two plans may be written and still be one plan.
const ONE_PLAN: i64 = 7;

/// How many days lie at most between two days that can be meant for one.
const NEAR_DAYS: i64 = 31;

/// A year to count the days between two dates without one; no leap day lies in it.
const YEAR: i32 = 2025;

/// Why two claims are not held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Apart {
    OneSentence,
    Agree,
    OtherAct,
    Plan,
    OtherTime,
    OtherStory,
    OtherEvent,
    OtherNames,
    OtherNumbers,
    OtherVoices,
    Mentioned,
    Several,
}

impl Apart {
    fn words(self) -> &'static str {
        match self {
            Self::OneSentence => "not compared: one sentence, or one table, says both",
            Self::Agree => "the values go together, or nothing can be proved of them",
            Self::OtherAct => "not compared: the verbs tell of different things",
            Self::Plan => "not compared: one is a plan, or both are plans of different days",
            Self::OtherTime => "not compared: their sentences name different times",
            Self::OtherStory => "not compared: the articles share too few names and topics to be about one matter",
            Self::OtherEvent => "not compared: too few words of the clauses say that they tell of one event",
            Self::OtherNames => "not compared: the clauses name different people or places",
            Self::OtherNumbers => "not compared: the clauses have different numbers",
            Self::OtherVoices => "not compared: different people are quoted",
            Self::Mentioned => "not compared: an article that gives one place knows the other too",
            Self::Several => "not compared: an article gives several values for it, so there are several events",
        }
    }
}

/// Whether a claim is dated by a year that its words count from the day of writing: "this year", "last year".
fn is_year_from_here(claim: &Claim) -> bool {
    is_year(claim) && !claim.at.quote.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether a claim gives a year and nothing nearer.
fn is_year(claim: &Claim) -> bool {
    matches!(claim.value, Value::Date(date) if date == Date { year: date.year, ..Date::default() } && date.year.is_some())
}

/// Whether other people say the one than the other, as far as the sentences tell; of one source only what it said changes.
fn two_voices(here: &Happening, there: &Happening) -> bool {
    here.attributed && there.attributed && here.voices.is_disjoint(&there.voices)
}

/// How two clauses show that they tell of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// Most of their words are the same.
    Alike,
    /// Verb and patient are, in one story.
    OfOne,
    /// The verb is, in one story, and each text has it once.
    Alone,
    /// What is held is of one kind, in one story, and each text has one of that kind.
    OfKind,
}

/// Decides which claims of a rule tell of one event.
pub(super) struct Happenings<'a> {
    rule: &'a ClaimRule,
    judge: &'a Judge<'a>,
    by_document: FxHashMap<usize, &'a [&'a Claim]>,
}

impl<'a> Meeting<'a> for Happenings<'a> {
    fn new(rule: usize, judge: &'a Judge<'a>) -> Self {
        Self { rule: &judge.rules.claims[rule], judge, by_document: by_document(&judge.claims[rule]) }
    }

    /// The verb with a word beside it, or a verb that a story may have once.
    fn clues(claim: &Claim, tell: &mut impl FnMut(Clue)) {
        let Some(happening) = &claim.happening else { return };
        let act = general(happening.act);
        happening.words.union(&happening.patient).map(|term| (act, term.id, None)).for_each(&mut *tell);
        if happening.once
            || happening.elided
            || happening.occasion.is_some()
            || matches!(claim.value, Value::Duration(_) | Value::Choice(_) | Value::Date(_))
        {
            tell((act, 0, None));
        }
    }

    fn may_meet(&self, a: &Claim, b: &Claim) -> bool {
        a.happening.as_ref().zip(b.happening.as_ref()).is_some_and(|(here, there)| {
            if a.value == b.value || one_place(a, b, here, there) {
                return false;
            }
            let told = !here.patient.is_empty() && !there.patient.is_empty();
            let strange = told && matches!(a.value, Value::Choice(_)) && !one_patient(here, there, true);
            let other_time = || self.other_plan(a, b, here, there) || self.other_time(a, b, here, there);
            !strange
                && !one_ahead(here, there)
                && !two_voices(here, there)
                && !other_thing(here, there)
                && !names_differ(here, there)
                && !other_time()
        })
    }

    fn apart(&self, a: &Claim, b: &Claim) -> Result<(), &'static str> {
        self.dispute(a, b).map_err(Apart::words)
    }

    fn told(&self, fact: &Fact<'a>, severity: Severity) -> Option<Finding> {
        let judgement = Judgement { verdict: Verdict::Conflict, unsure: false };
        dispute::told(fact, &fact.claims, judgement, severity, self.judge)
    }
}

impl Happenings<'_> {
    /// Why two claims are not held against each other; `Ok` where they tell of one event and cannot both hold.
    fn dispute(&self, a: &Claim, b: &Claim) -> Result<(), Apart> {
        let (Some(here), Some(there)) = (&a.happening, &b.happening) else { return Err(Apart::OtherAct) };
        let inside = a.document == b.document;
        if one_place(a, b, here, there) {
            return Err(Apart::OneSentence);
        }
        if !one_act(here, there) {
            return Err(Apart::OtherAct);
        }
        let choice = matches!(a.value, Value::Choice(_));
        let (first, later) = if a.sentence <= b.sentence { (here, there) } else { (there, here) };
        if a.leans_on_another(b) || inside && is_another(first, later, choice) {
            return Err(Apart::OtherEvent);
        }
        // Hours and days are lengths of two kinds of thing: a play and a festival.
        if !near(&a.value, &b.value)
            || self.judge.agree(self.rule, &a.value, &b.value) != Agreement::Conflict
            // Each entry of a log tells when it was written.
            || inside && here.stamped && there.stamped
            // "This year four crashed, last year 17 did": of two years, as their writer says.
            || inside && is_year_from_here(a) && is_year_from_here(b)
            || here.stamped && is_told_soon(&b.value, &a.value)
            || there.stamped && is_told_soon(&a.value, &b.value)
        {
            return Err(Apart::Agree);
        }
        if one_ahead(here, there) || self.other_plan(a, b, here, there) || choice && here.ahead != there.ahead {
            return Err(Apart::Plan);
        }
        if self.other_time(a, b, here, there) {
            return Err(Apart::OtherTime);
        }
        if other_thing(here, there) {
            return Err(Apart::OtherEvent);
        }
        if two_voices(here, there) {
            return Err(Apart::OtherVoices);
        }
        let shared: Vec<Term> = here.words.intersection(&there.words).copied().collect();
        let nearness = nearness(self.judge, a, b, here.once);
        if nearness == Nearness::Apart && !self.one_echo(a, b, &shared) {
            return Err(Apart::OtherStory);
        }
        let told = self.told(a, b, here, there, &shared, nearness);
        let Some(told) = told else { return Err(Apart::OtherEvent) };
        let other_numbers =
            !here.numbers.is_empty() && !there.numbers.is_empty() && here.numbers.is_disjoint(&there.numbers);
        // "Sold 310,000 barrels in 2024": so many are sold each year, and another year others.
        let yearly = is_year(a) && is_year(b);
        if (choice || inside || yearly) && other_numbers {
            return Err(Apart::OtherNumbers);
        }
        let other_side = choice && (other_side(here, there) || other_side(there, here));
        if names_differ(here, there) || other_side {
            return Err(Apart::OtherNames);
        }
        if let (Value::Words(one), Value::Words(other)) = (&a.value, &b.value) {
            if !self.two_places(one, other) {
                return Err(Apart::Agree);
            }
            if inside && !(here.once && there.once) || self.mentioned(one, b, there) || self.mentioned(other, a, here) {
                return Err(Apart::Mentioned);
            }
        }
        let most = if inside { 2 } else { 1 };
        let of: Vec<Term> = here.patient.intersection(&there.patient).copied().collect();
        let one = |event: &Happening| match told {
            Told::Alike | Told::OfOne => event.words.iter().any(|term| of.contains(term)),
            Told::Alone => true,
            Told::OfKind => one_kind(event, here) && one_kind(event, there) && event.ranks == here.ranks,
        };
        if [a, b].iter().all(|claim| self.is_only(claim, one, most)) { Ok(()) } else { Err(Apart::Several) }
    }

    fn other_plan(&self, a: &Claim, b: &Claim, here: &Happening, there: &Happening) -> bool {
        here.ahead && there.ahead && !self.one_plan(a, b)
    }

    fn other_time(&self, a: &Claim, b: &Claim, here: &Happening, there: &Happening) -> bool {
        let inside = a.document == b.document;
        let dates = matches!(a.value, Value::Date(_));
        a.is_in_other_section(b)
            || !dates && !here.once && (self.other_days(a, b) || other_setting(here, there, inside))
    }

    /// How the clauses show that they tell of one event; `None` where they do not. The surer it is that the texts tell one
    /// story, the less they must show.
    fn told(
        &self,
        a: &Claim,
        b: &Claim,
        here: &Happening,
        there: &Happening,
        shared: &[Term],
        nearness: Nearness,
    ) -> Option<Told> {
        let inside = nearness == Nearness::Inside;
        let proof = weight(self.judge, shared, a, b);
        if matches!(a.value, Value::Date(_)) && !here.once && self.other_year(a, b) {
            return None;
        }
        // People die everywhere; but what is done to "the village" in one story and not done to it is one thing.
        let choice = matches!(a.value, Value::Choice(_));
        let patient = one_patient(here, there, choice);
        let alike = match a.value {
            // Inside one text a change of mind is told in the same words too.
            Value::Choice(_) => {
                patient && shared.len() > if inside { 2 } else { 1 } && proof >= 3 && one_doer(here, there)
            }
            _ if here.once => patient && proof >= 2 && shared.len() > 1 || patient && proof >= 3,
            _ => patient && shared.len() > 1 && proof >= 3,
        };
        if alike {
            return Some(Told::Alike);
        }
        if nearness < Nearness::Near || !same_label(here, there) {
            return None;
        }
        let settled = match a.value {
            Value::Choice(_) => {
                let one = |clause: &Happening| clause.patient.len() == 1 || clause.none;
                // "Was open on Sunday": of other days that says nothing.
                let state = here.state && here.past || there.state && there.past;
                !inside
                    && (!state || here.setting == there.setting)
                    && one(here)
                    && one(there)
                    && !self.done_since(a, b)
                    && !self.changed_since(a, b)
            }
            // What takes place in many places at once is not told apart by its verb.
            Value::Words(_) => here.once || here.listed,
            // "opens on Saturday" may be said of each Saturday
            Value::Date(_) => here.once || here.past || there.past || !self.only_weekdays(a, b),
            _ => true,
        };
        // "The work" of one story is one work.
        let plain = nearness == Nearness::Sure
            && here.listed
            && there.listed
            && here.patient.len() == 1
            && here.patient == there.patient
            && here.words == there.words;
        if (patient || plain) && settled && one_doer(here, there) {
            return Some(Told::OfOne);
        }
        let any_patient = here.patient.is_empty() || there.patient.is_empty();
        let order = matches!(&a.value, Value::Choice(order) if order == "before" || order == "after");
        let open = order && any_patient;
        let sure = nearness == Nearness::Sure && here.listed && there.listed;
        // A strike has one length whoever strikes.
        let one_length = matches!(a.value, Value::Duration(_)) && !inside && any_patient;
        // Many die in many places.
        let befalls_many = [here, there].iter().any(|clause| term(&clause.verb).is_some_and(|verb| verb.grows));
        let alone = sure
            && !befalls_many
            && (one_length || here.once && there.once && (open || !order && self.can_be_one(a, b, here, there)));
        let of_subject = nearness >= Nearness::Near
            && !matches!(a.value, Value::Choice(_))
            && (here.elided && self.is_subject(a, b, there) || there.elided && self.is_subject(b, a, here));
        // A story has one discovery, if it has two days for it that lie close together.
        let one_date = sure && !befalls_many && any_patient && self.near_days(a, b) && here.occasion == there.occasion;
        if alone || of_subject || one_date {
            return Some(Told::Alone);
        }
        let dated = !matches!(a.value, Value::Date(_)) || !self.only_weekdays(a, b);
        // Inside one text only "the next meeting" is one.
        let surely = nearness == Nearness::Sure || inside && !here.ranks.is_empty() && here.ranks == there.ranks;
        (surely && one_kind(here, there) && here.setting == there.setting && dated).then_some(Told::OfKind)
    }

    /// Whether what one clause leaves out can be what the other one, of `there`, tells of: it leaves it out too, or the text
    /// of the first is about it.
    fn is_subject(&self, elided: &Claim, other: &Claim, there: &Happening) -> bool {
        let words = &self.judge.documents[elided.document].story.words;
        elided.document != other.document
            && (there.elided
                || there.patient.len() == 1 && there.patient.iter().all(|term| words.contains_key(&term.id)))
    }

    /// Whether the text that says so is the later one, by which time it may have been done.
    fn done_since(&self, a: &Claim, b: &Claim) -> bool {
        let not = |claim: &Claim| matches!(&claim.value, Value::Choice(name) if name.starts_with("not "));
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        let (denied, said) = if not(a) { (a, b) } else { (b, a) };
        let (Some(no), Some(yes)) = (&denied.happening, &said.happening) else { return false };
        let before = day(denied).zip(day(said)).is_some_and(|(denied, said)| denied < said);
        // "Was missing" and "has been found".
        if no.state && no.past && yes.past && !yes.settled && !yes.state && day(denied) == day(said) {
            return true;
        }
        // "Did not meet them" and, days later, "met them on Friday".
        let settled = no.settled && yes.setting.is_empty();
        let told = stated_days(said).zip(day(denied)).is_some_and(|((_, last), written)| last < written);
        !settled && !told && before
    }

    /// Whether one of two sentences says how things are, and the texts are so many days apart that they may have changed.
    fn changed_since(&self, a: &Claim, b: &Claim) -> bool {
        let past = |claim: &Claim| claim.happening.as_ref().is_some_and(|clause| clause.past);
        !(self.one_plan(a, b) || past(a) && past(b))
    }

    fn only_weekdays(&self, a: &Claim, b: &Claim) -> bool {
        [a, b]
            .iter()
            .all(|claim| matches!(&claim.value, Value::Date(date) if date.day.is_none() && date.year.is_none()))
    }

    /// Whether two dates are days so close together that they can be meant for one.
    fn near_days(&self, a: &Claim, b: &Claim) -> bool {
        let (Value::Date(one), Value::Date(other)) = (&a.value, &b.value) else { return false };
        let year = one.year.or(other.year).unwrap_or(YEAR);
        let day = |date: &Date| Date { year: Some(date.year.unwrap_or(year)), ..*date }.calendar_day();
        day(one).zip(day(other)).is_some_and(|(one, other)| (one - other).num_days().abs() <= NEAR_DAYS)
    }

    /// Whether two dates are of other years, and not only years that are told: what happens every year has many days.
    fn other_year(&self, a: &Claim, b: &Claim) -> bool {
        let (Value::Date(one), Value::Date(other)) = (&a.value, &b.value) else { return false };
        one.year.zip(other.year).is_some_and(|(a, b)| a != b) && (one.month.is_some() || other.month.is_some())
    }

    /// Whether two clauses may speak of one thing though they name it by other words: not where each text has the word by
    /// which the other one names it, but for a name and what its bearer is.
    fn can_be_one(&self, a: &Claim, b: &Claim, here: &Happening, there: &Happening) -> bool {
        let known = |patient: &SortedSet<Term>, claim: &Claim| {
            patient.iter().any(|term| self.judge.documents[claim.document].story.words.contains_key(&term.id))
        };
        let named = |happening: &Happening| !happening.patient.is_disjoint(&happening.names);
        if here.patient.is_empty() || there.patient.is_empty() {
            return false;
        }
        named(here) != named(there) || !known(&here.patient, b) || !known(&there.patient, a)
    }

    /// Whether two clauses say so much the same that they speak of one matter, though the texts open with other names.
    fn one_echo(&self, a: &Claim, b: &Claim, shared: &[Term]) -> bool {
        let story = |claim: &Claim| &self.judge.documents[claim.document].story;
        let (here, there) = (story(a), story(b));
        let named = |term: &&Term| {
            here.capitals.contains(&term.id)
                && there.capitals.contains(&term.id)
                && (here.names.contains(&term.id) || there.names.contains(&term.id))
        };
        let names = shared.iter().filter(named).count();
        let topics = here.topics.intersection(&there.topics).count();
        let numbers = |claim: &Claim| claim.happening.iter().flat_map(|clause| &clause.numbers).copied().collect();
        let (one, other): (SortedSet<u32>, SortedSet<u32>) = (numbers(a), numbers(b));
        let named = names + if names > 0 { one.intersection(&other).count() } else { 0 };
        named >= 2 && topics >= 3 || weight(self.judge, shared, a, b) >= 6 && overlap::shared(here, there) + topics >= 2
    }

    /// Whether two plans are of days so near that neither can be the other one moved, as far as their days are known.
    fn one_plan(&self, a: &Claim, b: &Claim) -> bool {
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        a.document == b.document || day(a).zip(day(b)).is_none_or(|(a, b)| (a - b).num_days().abs() <= ONE_PLAN)
    }

    /// Whether the sentences state times that have no day in common; the date of the document, which its first sentence may
    /// open with, is none.
    fn other_days(&self, a: &Claim, b: &Claim) -> bool {
        let stated = |claim: &Claim| {
            let written = self.judge.documents[claim.document].date.map(|day| (day, day));
            stated_days(claim).filter(|days| Some(*days) != written)
        };
        stated(a).zip(stated(b)).is_some_and(|(a, b)| days_between(a, b) > 0)
    }

    /// Whether two names are of places of one level that lie apart, as far as can be known.
    fn two_places(&self, one: &str, other: &str) -> bool {
        let names = &self.judge.rules.names;
        let (one, other) = (Place::named(one, names), Place::named(other, names));
        match (one.listed, other.listed) {
            (true, true) => place::agree(&one, &other, names) == Agreement::Conflict,
            (false, false) => {
                let part = one.name.contains(&other.name) || other.name.contains(&one.name);
                !part && !is_wide(&one.name) && !is_wide(&other.name) && is_spot(&one.name) == is_spot(&other.name)
            }
            // A town that nobody knows may lie in the other one.
            _ => false,
        }
    }

    /// Whether the text that gives another place names this one too, so that one may lie in the other; for what happens
    /// once only its clause counts, since the text may be about the place of something else.
    fn mentioned(&self, place: &str, claim: &Claim, happening: &Happening) -> bool {
        let words = &self.judge.documents[claim.document].story.words;
        let clause = &happening.words;
        let known =
            |id: u32| if happening.once { clause.iter().any(|term| term.id == id) } else { words.contains_key(&id) };
        place.split_whitespace().filter_map(|word| term(&word.to_lowercase())).any(|term| known(term.id))
    }

    /// Whether a document gives an event no more than the values in dispute; `one` tells which clauses tell of it.
    fn is_only(&self, claim: &Claim, one: impl Fn(&Happening) -> bool, most: usize) -> bool {
        let Some(happening) = &claim.happening else { return false };
        let mut values: Vec<&Claim> = Vec::new();
        for other in self.by_document.get(&claim.document).into_iter().copied().flatten() {
            let Some(event) = &other.happening else { continue };
            let same = other.counts()
                && event.act == happening.act
                // "at the Corn Hall in Lowell" is one place.
                && (other.sentence != claim.sentence || !matches!(other.value, Value::Words(_)) || std::ptr::eq(*other, claim))
                && one(event);
            if same
                && values
                    .iter()
                    .all(|known| self.judge.agree(self.rule, &known.value, &other.value) == Agreement::Conflict)
            {
                values.push(other);
            }
        }
        values.len() <= most
    }
}

/// Acts that others can be told as, each with those: what dates from a year was founded or built in it, and what a label names
/// was held.
static GENERAL: LazyLock<Vec<(u32, Vec<u32>)>> = LazyLock::new(|| {
    let acts = |verbs: &[&str]| verbs.iter().filter_map(|verb| Some(term(verb)?.id)).collect();
    vec![(origin(), acts(&["found", "establish", "build"])), (labelled(), acts(&["hold"]))]
});

/// The act that a pair is looked for by.
fn general(act: u32) -> u32 {
    GENERAL.iter().find(|(_, acts)| acts.contains(&act)).map_or(act, |(general, _)| *general)
}

/// Whether one sentence has both claims, or one table: each of its rows is about another thing.
fn one_place(a: &Claim, b: &Claim, here: &Happening, there: &Happening) -> bool {
    let one_table = here.table.is_some() && here.table == there.table;
    a.document == b.document && (a.sentence == b.sentence || one_table)
}

/// Whether two clauses tell of one act: the same, or one of them in general words.
fn one_act(here: &Happening, there: &Happening) -> bool {
    let is_general = |act: u32| GENERAL.iter().any(|(general, _)| *general == act);
    here.act == there.act || general(here.act) == general(there.act) && (is_general(here.act) || is_general(there.act))
}

/// Whether two clauses tell of one thing, as far as their words show: with `weak`, a word that tells little is enough. What is
/// denied of all of a kind is denied of each that is named by its words.
fn one_patient(here: &Happening, there: &Happening, weak: bool) -> bool {
    let met = |one: &SortedSet<Term>, other: &SortedSet<Term>| one.intersection(other).any(|term| !term.weak || weak);
    let any = |none: &Happening, other: &Happening| {
        let people = none.patient.iter().all(|term| term.weak);
        let event = none.behind.is_empty() || other.behind.is_empty() || !none.behind.is_disjoint(&other.behind);
        if people { event && !other.none } else { met(&none.patient, &other.words) }
    };
    if here.none || there.none {
        return met(&here.patient, &there.patient) || here.none && any(here, there) || there.none && any(there, here);
    }
    // What some do others need not do.
    !(weak && (here.partial || there.partial)) && met(&here.patient, &there.patient)
}

/// How many seconds after it happened a log may tell of it.
const SOON: u32 = 30 * 60;

/// Whether something happened so shortly before the hour of a log's entry that the entry may tell of it.
fn is_told_soon(happened: &Value, told: &Value) -> bool {
    let (Value::Time(happened), Value::Time(told)) = (happened, told) else { return false };
    told.from.checked_sub(happened.to).is_some_and(|passed| passed <= SOON)
}

/// Whether one clause tells of a plan and the other one of what came of it.
fn one_ahead(here: &Happening, there: &Happening) -> bool {
    here.ahead && there.past || here.past && there.ahead
}

/// Whether both clauses tell of something held that is of one kind as far as they say.
fn one_kind(here: &Happening, there: &Happening) -> bool {
    here.occasion.zip(there.occasion).is_some_and(|(a, b)| a.can_be(b))
}

/// Whether each clause is about another one of several in a row, or what "of" ties to their patients differs.
fn other_thing(here: &Happening, there: &Happening) -> bool {
    here.ranks != there.ranks || here.of.zip(there.of).is_some_and(|(a, b)| a.id != b.id && !a.weak && !b.weak)
}

/// Whether a clause further down in a text tells of a thing that it describes more closely than the one before: "the bridge",
/// and then "the railway bridge", or of somebody else who does it: "the minister", and then "the prime minister". Who means one thing tells of it by the fuller name first.
fn is_another(first: &Happening, later: &Happening, choice: bool) -> bool {
    let known = |term: &Term| {
        let told = [&first.words, &first.patient, &first.kind, &first.doer_kind];
        told.into_iter().flatten().any(|told| told.id == term.id)
    };
    let told = !first.patient.is_empty() && !later.patient.is_empty();
    let one_doer = first.doer.zip(later.doer).is_some_and(|(one, other)| one.id == other.id);
    if one_doer && later.doer_kind.iter().any(|term| !known(term)) {
        return true;
    }
    // "Never signed a lease" denies it of any.
    told && (later.new && !choice
        || later.kind.iter().any(|term| !known(term))
        || later.of.is_some_and(|of| !of.weak && !known(&of)))
}

/// Whether two clauses hold on other days or in other seasons: each says on which, or inside one text one alone does.
fn other_setting(here: &Happening, there: &Happening, inside: bool) -> bool {
    let (a, b) = (&here.setting, &there.setting);
    if inside { a != b } else { !a.is_empty() && !b.is_empty() && a.is_disjoint(b) }
}

/// Whether two labels say the same, a name or two aside: the last admission is not the first one.
fn same_label(here: &Happening, there: &Happening) -> bool {
    let own = |clause: &Happening, other: &Happening| {
        clause.before.iter().any(|term| {
            other.before.iter().all(|also| also.id != term.id) && clause.names.iter().all(|name| name.id != term.id)
        })
    };
    here.act != labelled() || !own(here, there) && !own(there, here)
}

/// Whether whoever does it can be the same: nobody is told, or a word for the one stands in the other clause too.
fn one_doer(here: &Happening, there: &Happening) -> bool {
    // What is denied of all of a kind is denied whoever does it.
    if here.none || there.none {
        return true;
    }
    let doer = |happening: &Happening| -> SortedSet<Term> {
        happening.before.difference(&happening.patient).copied().collect()
    };
    let (a, b) = (doer(here), doer(there));
    let known = |doer: &SortedSet<Term>, clause: &Happening, other: &Happening| {
        let words = &clause.words;
        doer.iter().any(|term| words.contains(term) && !other.patient.contains(term))
    };
    a.is_empty() || b.is_empty() || known(&a, there, there) || known(&b, here, here)
}

/// Whether who does it in the one clause is whom the other one names behind its verb: Ann won, and "she lost to Ann".
fn other_side(here: &Happening, there: &Happening) -> bool {
    // Where a sentence opens with a name nothing but the other text shows that it is one.
    let named = |doer: &Term| here.names.contains(doer) || there.names.contains(doer);
    here.doer.filter(named).is_some_and(|doer| there.behind.contains(&doer) && !there.before.contains(&doer))
}

/// Whether each clause has a name that the other one lacks, of whoever does it or of what it is done to: "the Otter sank a
/// tender" may tell of "it sank the Ada Brock".
fn names_differ(here: &Happening, there: &Happening) -> bool {
    let own = |happening: &Happening, of: &SortedSet<Term>, other: &Happening| {
        let named = |name: &Term| happening.names.contains(name) && of.contains(name);
        of.iter().any(|name| named(name) && other.words.iter().all(|known| known.id != name.id))
    };
    let active = |happening: &Happening| happening.patient.is_disjoint(&happening.before);
    let known = !here.patient.is_empty() && !there.patient.is_empty();
    if known && active(here) && active(there) {
        own(here, &here.before, there) && own(there, &there.before, here)
            || own(here, &here.behind, there) && own(there, &there.behind, here)
    } else {
        own(here, &here.words, there) && own(there, &there.words, here)
    }
}

/// Whether a name is of a building or a street, which lie in towns.
fn is_spot(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    let buildings = [
        "Hospital",
        "Infirmary",
        "Clinic",
        "School",
        "College",
        "University",
        "Church",
        "Cathedral",
        "Abbey",
        "Castle",
        "House",
        "Hall",
        "Hotel",
        "Museum",
        "Theatre",
        "Library",
        "Stadium",
        "Arena",
        "Station",
        "Airport",
        "Prison",
        "Park",
        "Bridge",
        "Street",
        "Road",
        "Lane",
        "Avenue",
        "Square",
        "Farm",
        "Mill",
        "Yard",
        "Dock",
        "Pier",
    ];
    name != last && buildings.contains(&last)
}

/// Whether a name is of a land or a district, in which towns lie.
fn is_wide(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or(name);
    ["shire", "land", "County", "Province", "State", "Region", "Valley", "District", "Islands", "Coast", "Highlands"]
        .iter()
        .any(|end| last.ends_with(end))
        || name.starts_with("County ")
        || ["North ", "South ", "East ", "West "].iter().any(|start| name.starts_with(start))
}
