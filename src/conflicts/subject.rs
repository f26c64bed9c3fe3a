//! Claims that meet by the words around their values, and not by a key that names what they are about.
//!
//! Values that differ are found everywhere; that they are about one thing must be proved. Two claims meet where the
//! thing counted is the same, the words beside the values go together, nothing else in their sentences sets them apart (a
//! name, a year, a rate, a part of another number), and each text gives the thing one value alone.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::addends::{is_others, make_up, other_role};
use super::clue::Clue;
use super::dispute;
use super::evidence::{Around, ENOUGH, Likeness, MOST_BY_SENTENCES, other_kind, size, sizes, two_voices};
use super::fact::Fact;
use super::finding::{Finding, Verdict};
use super::judge::{Judge, Judgement, days_between};
use super::matter::{Nearness, nearness, one_matter, one_season, overlap, shares_names, weight};
use super::meeting::{Meeting, by_document, other_entry, stated_days};
use super::overlap::Overlap;
use super::reckon::amount;
use super::story::Bond;
use super::wording;
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;
use crate::claims::context::Context;
use crate::claims::role::Role;
use crate::claims::sorted_set::SortedSet;
use crate::claims::story::LEAD;
use crate::rules::rule::ClaimRule;
use crate::rules::severity::Severity;
use crate::values::agreement::Agreement;
use crate::values::amount::{Amount, power_of_ten};
use crate::values::slip::{Slip, fingerprint, is_of_another_scale, slip};
use crate::values::value::Value;

/// Below this number several groups of one kind are as likely as one that is miscounted.
const SMALL: u32 = 10;

/// How many words with a meaning of their own two sentences share where they say the same, and what share of all that they
/// have between them that is, in per cent.
const ECHO_WORDS: usize = 5;
const ECHO_SHARE: usize = 70;

/// Why two claims are not held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Apart {
    OneSentence,
    Agree,
    SaysBoth,
    Part,
    OtherSource,
    Rate,
    OtherTime,
    OtherStory,
    OtherThing,
    OtherKind,
    OtherNames,
    Several,
}

impl Apart {
    fn words(self) -> &'static str {
        match self {
            Self::OneSentence => "not compared: one sentence, or one table, says both",
            Self::Agree => "the values go together, or nothing can be proved of them",
            Self::SaysBoth => "not compared: the sentence of one has the value of the other too",
            Self::Part => "not compared: one is a part of another number, one of a list, or comes on top of one",
            Self::OtherSource => "not compared: the text has them from two sources, and names both",
            Self::Rate => "not compared: one is for each of several, the other is not",
            Self::OtherTime => "not compared: their sentences name different times",
            Self::OtherStory => "not compared: the articles share too few names and topics to be about one matter",
            Self::OtherThing => "not compared: too few words beside the values say that they are about one thing",
            Self::OtherKind => "not compared: the words before the things counted differ",
            Self::OtherNames => "not compared: the sentences name different people or places",
            Self::Several => "not compared: an article gives several values for it, so there are several of the kind",
        }
    }
}

/// The source that all of the claims name, where there is one: it contradicts itself.
fn one_source<'a>(claims: &[&'a Claim]) -> Option<&'a str> {
    let speaker = |claim: &'a Claim| claim.context.as_ref().map(|context| &context.speaker);
    let first = speaker(claims[0]).filter(|speaker| !speaker.is_empty())?;
    let same = claims.iter().all(|claim| speaker(claim).is_some_and(|other| other.is_superset(first)));
    claims[0].at.said_by.as_deref().filter(|_| same)
}

fn counts(claim: &Claim) -> bool {
    matches!(claim.value, Value::Count(_))
}

/// Decides which claims of a rule are about one thing.
pub(super) struct Subjects<'a> {
    rule: &'a ClaimRule,
    judge: &'a Judge<'a>,
    by_document: FxHashMap<usize, &'a [&'a Claim]>,
}

impl<'a> Meeting<'a> for Subjects<'a> {
    fn new(rule: usize, judge: &'a Judge<'a>) -> Self {
        Self { rule: &judge.rules.claims[rule], judge, by_document: by_document(&judge.claims[rule]) }
    }

    /// A word, the digits of the number, what is counted, the document.
    fn clues(claim: &Claim, tell: &mut impl FnMut(Clue)) {
        let Some(context) = &claim.context else { return };
        tell((0, 0, Some(claim.document)));
        let digits = fingerprint(&claim.value).map(|digits| (1, digits, None));
        let role = context.role.map(|role| (2, role as u32, None));
        digits.into_iter().chain(role).for_each(&mut *tell);
        let words = context.sentence.union(&context.beside).filter(|term| !term.weak);
        words.map(|term| (0, term.id, None)).for_each(&mut *tell);
        for thing in &context.things {
            let words = context.beside.iter().filter(|term| term.weak);
            words.map(|term| (thing.id, term.id, None)).for_each(&mut *tell);
        }
    }

    fn may_meet(&self, a: &Claim, b: &Claim) -> bool {
        a.context.as_ref().zip(b.context.as_ref()).is_some_and(|(here, there)| {
            let one_place = a.document == b.document && (a.sentence == b.sentence || here.table && there.table);
            !one_place && a.value != b.value && !other_end(here, there)
        })
    }

    fn apart(&self, a: &Claim, b: &Claim) -> Result<(), &'static str> {
        self.dispute(a, b).map_err(Apart::words)
    }

    fn told(&self, fact: &Fact<'a>, severity: Severity) -> Option<Finding> {
        let judgement = self.judgement(&fact.claims);
        let fact = self.with_witnesses(fact);
        let mut finding = dispute::told(&fact, &fact.claims, judgement, severity, self.judge)?;
        finding.remarks.extend(one_source(&fact.claims).map(wording::one_source));
        Some(finding)
    }
}

impl<'a> Subjects<'a> {
    /// A fact with what other documents say as its sides do, in the order of the sources.
    fn with_witnesses(&self, fact: &Fact<'a>) -> Fact<'a> {
        let mut claims = fact.claims.clone();
        for one in &fact.claims {
            let others = fact.claims.iter().filter(|other| other.document != one.document && self.conflict(one, other));
            claims.extend(others.flat_map(|other| self.witnesses(one, other)));
        }
        claims.sort_by_key(|claim| (claim.document, claim.at.span));
        claims.dedup_by_key(|claim| (claim.document, claim.at.span));
        Fact { claims, ..*fact }
    }

    /// Why two claims are not held against each other; `Ok` where they are about one thing and cannot both hold.
    fn dispute(&self, a: &Claim, b: &Claim) -> Result<(), Apart> {
        let (Some(here), Some(there)) = (&a.context, &b.context) else { return Err(Apart::OtherThing) };
        if a.document == b.document && (a.sentence == b.sentence || here.table && there.table) {
            return Err(Apart::OneSentence);
        }
        let to_heading =
            a.document == b.document && (here.heading && is_rounded(a, b) || there.heading && is_rounded(b, a));
        // What is near enough for one thing is near enough for one kind of thing.
        if to_heading || !near(&a.value, &b.value) || !self.conflict(a, b) {
            return Err(Apart::Agree);
        }
        self.together(a, b, here, there)?;
        // A heading gives in short what the text below it says in full.
        for (a, b) in self.below(a).map(|a| (a, b)).chain(self.below(b).map(|b| (a, b))) {
            let (Some(here), Some(there)) = (&a.context, &b.context) else { continue };
            self.together(a, b, here, there)?;
        }
        match self.proved(a, b, here, there) {
            Err(_) if self.likely(a, b, here, there) || self.one_role(a, b, here, there) => (),
            proved => proved?,
        }
        if self.is_part_of(a, b) || self.is_part_of(b, a) { Err(Apart::Part) } else { Ok(()) }
    }

    /// Why two claims hold of other times, kinds or people, whatever else they share; `Ok` where nothing says so.
    fn together(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> Result<(), Apart> {
        // Eleven jets may be nine Boeing 737s and two others.
        if here.model != there.model {
            return Err(Apart::OtherKind);
        }
        if self.other_doer(a, b, here, there) || self.other_doer(b, a, there, here) {
            return Err(Apart::OtherNames);
        }
        let other_setting = a.document == b.document && each_own(&here.settings, &there.settings);
        if apart(a, b) || other_entry(a, b) || other_setting || limited_otherwise(here, there) {
            return Err(Apart::OtherTime);
        }
        // Whoever swaps two digits means one figure, however it stands.
        let swapped = slip(&a.value, &b.value) == Some(Slip::Swapped);
        if !swapped && (self.stands_otherwise(a, b, here, there) || self.stands_otherwise(b, a, there, here)) {
            return Err(Apart::OtherTime);
        }
        if other_role(here.role, there.role) || divided(here, there) || divided(there, here) {
            return Err(Apart::OtherKind);
        }
        Ok(())
    }

    /// The claims of the text below the heading that a claim stands in, with its own value.
    fn below(&self, claim: &Claim) -> impl Iterator<Item = &Claim> {
        let heading = claim.context.as_ref().is_some_and(|context| context.heading);
        let of_document = self.by_document.get(&claim.document).into_iter().copied().flatten().copied();
        let below = of_document.filter(move |other| heading && other.sentence > claim.sentence);
        below.filter(|other| other.value == claim.value)
    }

    /// Whether the later of two texts tells how it stands by then: what came of a plan, what is so now, another figure in the
    /// place of the former one.
    fn stands_otherwise(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let (here, there) = (here.standing, there.standing);
        if a.document == b.document {
            return there.changed && !here.changed;
        }
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        let days = day(a).zip(day(b));
        let came_about = here.ahead && there.told && !there.ahead;
        let is_now = there.now && !here.now;
        let is_before = |unknown: bool| days.map_or(unknown, |(a, b)| a < b);
        came_about && is_before(false)
            || is_now && is_before(true)
            || days.is_none_or(|(a, b)| a != b) && there.changed && !here.changed
    }

    /// Whether the sentence of the one breaks down what the other gives.
    fn is_part_of(&self, part: &Claim, whole: &Claim) -> bool {
        let is_whole = |sum: &Value| {
            matches!(self.judge.agree(self.rule, sum, &whole.value), Agreement::Same | Agreement::Compatible)
        };
        // "Two other boats" are no part of "three other boats".
        !(is_others(part) && is_others(whole)) && make_up(part, &self.beside(part).collect::<Vec<_>>(), is_whole)
    }

    /// The other claims of a claim's sentence.
    fn beside(&self, claim: &Claim) -> impl Iterator<Item = &Claim> {
        let of_document = self.by_document.get(&claim.document).into_iter().copied().flatten().copied();
        of_document.filter(|also| also.sentence == claim.sentence && also.at.span != claim.at.span)
    }

    /// Why the words do not prove that two claims are about one thing; `Ok` where they do.
    fn proved(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> Result<(), Apart> {
        let inside = a.document == b.document;
        if self.knows(a, b) || self.knows(b, a) {
            return Err(Apart::SaysBoth);
        }
        if here.part || there.part {
            return Err(Apart::Part);
        }
        if inside && two_voices(here, there) {
            return Err(Apart::OtherSource);
        }
        if here.rate != there.rate {
            return Err(Apart::Rate);
        }
        if !self.other_years(a).eq(self.other_years(b)) {
            return Err(Apart::OtherTime);
        }
        let echo = !inside && is_echo(here, there);
        let one_story = inside || one_matter(self.judge, a, b) || echo && shares_names(self.judge, a, b);
        if !one_story {
            return Err(Apart::OtherStory);
        }
        if !echo {
            self.same_thing(a, b, here, there)?;
        }
        let framed = self.other_frame(a, b) || self.other_frame(b, a);
        if framed || other_kind(here, there) || other_end(here, there) {
            return Err(Apart::OtherKind);
        }
        if self.names_differ(a, b, here, there) { Err(Apart::OtherNames) } else { Ok(()) }
    }

    /// Whether enough speaks for two claims being about one thing, and nothing in the one's document fits the other better.
    fn likely(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        if matches!(a.value, Value::Ordinal(_)) && (here.about.is_empty() || here.about != there.about)
            || other_end(here, there)
        {
            return false;
        }
        // "Five reach the top", and below it "five of the eight".
        if a.document == b.document && (self.knows(a, b) || self.knows(b, a)) {
            return false;
        }
        let Some(reached) = self.points(a, b, ENOUGH - 1) else {
            return false;
        };
        let best = |one: &Claim, other: &Claim| {
            let rivals = self.by_document.get(&other.document).into_iter().copied().flatten();
            let mut rivals = rivals.filter(|rival| rival.at.span != other.at.span && self.differ(one, rival));
            rivals.all(|rival| self.points(one, rival, reached).is_none())
        };
        best(a, b) && best(b, a)
    }

    /// Whether both claims count those of one role in one story, and each text has that one number of them.
    fn one_role(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let inside = a.document == b.document;
        let told_as_one = || {
            if inside {
                (here.heading || there.heading) && a.sentence < LEAD && b.sentence < LEAD
            } else {
                nearness(self.judge, a, b, false) == Nearness::Sure && one_season(self.judge, a, b)
            }
        };
        let of_people = here.role.is_some_and(Role::of_people);
        let alike =
            !of_people || here.people && there.people || here.things.intersection(&there.things).next().is_some();
        // "Her first title of the season" is no second one of her life.
        let first = |claim: &Claim, context: &Context| {
            matches!(claim.value, Value::Ordinal(1)) && context.role != Some(Role::Storey)
        };
        here.role.is_some()
            && !first(a, here)
            && !first(b, there)
            && here.role == there.role
            && told_as_one()
            && alike
            && !(counts(a) && (here.part || there.part))
            && (inside || !here.role.is_some_and(Role::recurs) || self.of_one_time(a, b))
            && here.rate == there.rate
            && !(inside && two_voices(here, there))
            && self.other_years(a).eq(self.other_years(b))
            && !self.knows(a, b)
            && !self.knows(b, a)
            && !(self.is_elsewhere(here, there, b) || self.is_elsewhere(there, here, a))
            && [(a, b), (b, a)].iter().all(|(one, other)| self.only_of_role(one, other))
    }

    /// Whether the document of `claim` has no other number for its role than its own and, inside one document, that of
    /// `other`, and does not say what `other` says.
    fn only_of_role(&self, claim: &Claim, other: &Claim) -> bool {
        let role = |one: &Claim| one.context.as_ref().and_then(|context| context.role);
        let mut rivals = self.by_document.get(&claim.document).into_iter().copied().flatten();
        let inside = claim.document == other.document;
        rivals.all(|rival| {
            if inside {
                role(rival) != role(claim) || self.agree(claim, rival) || self.agree(other, rival)
            } else {
                !self.agree(other, rival) && (role(rival) != role(claim) || self.agree(claim, rival))
            }
        })
    }

    /// The points of a pair where they are more than so many. Most pairs fall short whatever their documents say, and are
    /// given up as soon as that is known.
    fn points(&self, a: &Claim, b: &Claim, floor: i32) -> Option<i32> {
        let (here, there) = (a.context.as_ref()?, b.context.as_ref()?);
        let inside = a.document == b.document;
        let one_season = inside || one_season(self.judge, a, b);
        // Documents of two seasons are neither close nor surely one story.
        let most = Around {
            nearness: if inside { Nearness::Inside } else { Nearness::nearest(one_season) },
            close: !inside && one_season,
            one_season,
            leads: a.sentence < LEAD && b.sentence < LEAD,
            other_years: self.in_other_years(a, b),
            ..Around::best(inside)
        };
        let likeness = Likeness::of(a, b, here, there);
        if likeness.points(most) + MOST_BY_SENTENCES <= floor {
            return None;
        }
        let likeness = likeness.with_sentences(here, there);
        if likeness.points(most) <= floor {
            return None;
        }
        // What two documents are as wholes leaves few pairs.
        let around = Around { nearness: nearness(self.judge, a, b, false), ..most };
        if around.nearness == Nearness::Apart && !likeness.anywhere || likeness.points(around) <= floor {
            return None;
        }
        let around = Around { close: !inside && overlap(self.judge, a, b) == Some(Overlap::Close), ..around };
        if likeness.points(around) <= floor {
            return None;
        }
        let around = Around {
            known: !inside && (self.says(b.document, a) || self.says(a.document, b)),
            beside: self.knows(a, b) || self.knows(b, a),
            alone: self.alone(a, b) && self.alone(b, a),
            several: self.gives_several(a) || self.gives_several(b),
            told_often: !inside && (self.is_told_often(a, b) || self.is_told_often(b, a)),
            part: counts(a) && here.part != there.part,
            elsewhere: self.is_elsewhere(here, there, b) || self.is_elsewhere(there, here, a),
            other_names: self.names_differ(a, b, here, there),
            other_frame: self.other_frame(a, b) || self.other_frame(b, a),
            ..around
        };
        let points = likeness.points(around);
        debug_assert!(
            points <= likeness.points(most),
            "what is known of a pair only takes points from the most that it can have"
        );
        Some(points).filter(|points| *points > floor)
    }

    /// Whether the document of a claim has two other values or more for what it counts.
    fn gives_several(&self, claim: &Claim) -> bool {
        let Some(context) = &claim.context else { return false };
        let others = self.by_document.get(&claim.document).into_iter().copied().flatten();
        let counted = |other: &&&Claim| {
            other.context.as_ref().is_some_and(|there| !there.things.is_disjoint(&context.things))
                && self.differ(claim, other)
        };
        others.filter(counted).nth(1).is_some()
    }

    /// Whether "he" or "she" does the one, and somebody else the other.
    fn other_doer(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let named = |claim: &Claim, doer: &SortedSet<Term>| {
            let names = &self.judge.documents[claim.document].story.names;
            doer.iter().any(|term| names.contains(&term.id))
        };
        here.by_pronoun
            && named(a, &here.doer)
            && named(b, &there.doer)
            && here.doer.is_disjoint(&there.doer)
            && here.doer.is_disjoint(&there.sentence)
    }

    /// Whether the sentence of one claim names a place that is neither in that of the other nor in the other's document.
    fn is_elsewhere(&self, here: &Context, there: &Context, other: &Claim) -> bool {
        let words = &self.judge.documents[other.document].story.words;
        let mut own = here.places.iter().filter(|place| there.sentence.iter().all(|known| known.id != place.id));
        own.any(|place| !words.contains_key(&place.id))
    }

    /// Whether several other documents of its story say what a claim says.
    fn is_told_often(&self, claim: &Claim, other: &Claim) -> bool {
        let mut documents: Vec<usize> = self.witnesses(claim, other).map(|also| also.document).collect();
        documents.dedup();
        documents.len() > 1
    }

    /// What other documents of its story say as a claim does, and not as the other, of the thing that both count.
    fn witnesses<'s>(&'s self, claim: &'s Claim, other: &'s Claim) -> impl Iterator<Item = &'a Claim> + 's {
        let both = move |term: &Term| {
            let has = |claim: &Claim| claim.context.as_ref().is_some_and(|context| context.things.contains(term));
            !term.weak && has(claim) && has(other)
        };
        let counts_it = move |also: &Claim| {
            let contexts = also.context.as_ref().zip(claim.context.as_ref());
            contexts.is_some_and(|(there, here)| {
                there.part == here.part
                    && there.things.iter().any(both)
                    && self.together(claim, also, here, there).is_ok()
            })
        };
        let story = self.judge.stories.told_with(claim.document, Bond::Kin);
        let others = story.filter(move |document| *document != other.document);
        let claims =
            others.filter_map(|document| self.by_document.get(&document)).flat_map(|claims| claims.iter().copied());
        claims
            .filter(move |also| also.counts() && counts_it(also) && self.agree(claim, also) && !self.agree(other, also))
    }

    /// Whether a document says what a claim says; a small number of anything else is no sign of it.
    fn says(&self, document: usize, claim: &Claim) -> bool {
        let small = matches!(&claim.value, Value::Count(count) if count.number < SMALL.into());
        let alike = |other: &Claim| {
            let contexts = claim.context.as_ref().zip(other.context.as_ref());
            contexts.is_some_and(|(here, there)| {
                here.things.is_empty() || there.things.is_empty() || !here.things.is_disjoint(&there.things)
            })
        };
        let mut claims = self.by_document.get(&document).into_iter().copied().flatten();
        claims.any(|other| self.agree(claim, other) && (!small || alike(other)))
    }

    /// Whether the document of `there` has no other value for what two claims share than that of `there`.
    fn alone(&self, here: &Claim, there: &Claim) -> bool {
        let Some(context) = &here.context else { return false };
        let others = self.by_document.get(&there.document).into_iter().copied().flatten();
        let mut others = others.filter(|other| {
            (here.document != there.document || other.sentence != here.sentence) && self.differ(here, other)
        });
        let shares = |other: &&&Claim| {
            other.context.as_ref().is_some_and(|there| {
                let strong =
                    |one: &SortedSet<Term>, other: &SortedSet<Term>| one.intersection(other).any(|term| !term.weak);
                context.things.intersection(&there.things).next().is_some() || strong(&context.beside, &there.beside)
            })
        };
        others.find(|other| !std::ptr::eq(**other, there) && shares(other)).is_none()
    }

    fn agree(&self, a: &Claim, b: &Claim) -> bool {
        matches!(self.judge.agree(self.rule, &a.value, &b.value), Agreement::Same | Agreement::Compatible)
    }

    fn conflict(&self, a: &Claim, b: &Claim) -> bool {
        self.judge.agree(self.rule, &a.value, &b.value) == Agreement::Conflict
    }

    /// Whether two values cannot both hold, and are near enough to be of one kind of thing.
    fn differ(&self, a: &Claim, b: &Claim) -> bool {
        self.conflict(a, b)
            && (sizes(&a.value, &b.value).is_none_or(|sizes| times(sizes, ONE_KIND).is_none_or(Ordering::is_le))
                || is_of_another_scale(&a.value, &b.value))
    }

    /// Whether the sentence of a claim gives the value of the other too: "of the 48 ponies 19 were sold".
    fn knows(&self, claim: &Claim, other: &Claim) -> bool {
        let same = |against: &Amount| amount(&other.value).is_some_and(|amount| amount.number == against.number);
        self.beside(claim).any(|also| self.agree(also, other))
            || claim.context.as_ref().is_some_and(|context| context.set_against.iter().any(same))
    }

    /// Whether a phrase that opens the sentence of a claim sets it apart: it is neither in that of the other nor, where that is
    /// another document, what this one opens with.
    fn other_frame(&self, claim: &Claim, other: &Claim) -> bool {
        let (Some(here), Some(there)) = (&claim.context, &other.context) else { return false };
        let opens = &self.judge.documents[other.document].story.lead;
        let known = |term: &Term| claim.document != other.document && opens.contains(&term.id);
        !(here.definite && counts(other))
            && here.frame.is_disjoint(&there.frame)
            && here.frame.iter().any(|term| !there.sentence.contains(term) && !known(term))
    }

    /// Whether the sentences are of other years; what took from one year to another may be told without any.
    fn in_other_years(&self, a: &Claim, b: &Claim) -> bool {
        let years = |claim: &Claim| self.other_years(claim).count();
        let spans = matches!((years(a), years(b)), (0, 2..) | (2.., 0));
        !spans && !self.other_years(a).eq(self.other_years(b))
    }

    /// The years of the sentence but that in which the document was written, in order.
    fn other_years(&self, claim: &Claim) -> impl Iterator<Item = i32> {
        use chrono::Datelike as _;
        let written = self.judge.documents[claim.document].date.map(|day| day.year());
        let years = claim.context.iter().flat_map(|context| &context.years).copied();
        years.filter(move |year| Some(*year) != written)
    }

    /// Whether two numbers of what is counted anew each week are of one week, and of one size where they count people: the two
    /// legs of a tie share all of their names.
    fn of_one_time(&self, a: &Claim, b: &Claim) -> bool {
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        let one_week = day(a).zip(day(b)).is_none_or(|(a, b)| (a - b).num_days().abs() < 7);
        one_week && sizes(&a.value, &b.value).is_none_or(|sizes| times(sizes, 2).is_none_or(Ordering::is_le))
    }

    /// Whether both documents are of one day.
    fn one_day(&self, a: &Claim, b: &Claim) -> bool {
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        day(a).is_some() && day(a) == day(b)
    }

    fn same_thing(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> Result<(), Apart> {
        let shared: Vec<Term> = here.beside.intersection(&there.beside).copied().collect();
        if !counts(a) {
            let weight = weight(self.judge, &shared, a, b);
            let around =
                here.sentence.intersection(&there.sentence).filter(|term| !term.weak && !shared.contains(term)).count();
            let inside = a.document == b.document;
            let alike = match a.value {
                Value::Ordinal(_) => weight >= 4,
                Value::Quantity(_) if !inside => weight >= 5 && self.share_a_name(a, b, here, there),
                Value::Duration(_) if !inside => weight >= 4 && self.share_a_name(a, b, here, there),
                _ if inside => weight >= 4 || weight >= 2 && around >= 1,
                _ => weight >= 4 || weight >= 2 && around >= 2,
            };
            return if !alike {
                Err(Apart::OtherThing)
            } else if !self.is_only(a, b, None, &shared) {
                Err(Apart::Several)
            } else {
                Ok(())
            };
        }
        let things: Vec<&Term> = here.things.intersection(&there.things).collect();
        if !here.table && !there.table && here.things != there.things {
            return Err(Apart::OtherThing);
        }
        let Some(thing) = things.first() else { return Err(Apart::OtherThing) };
        let strong = things.iter().any(|term| !term.weak);
        let shared: Vec<Term> = shared.into_iter().filter(|term| !things.contains(&term)).collect();
        let own = |context: &Context, other: &Context| context.modifiers.difference(&other.sentence).count();
        let (own_here, own_there) = (own(here, there), own(there, here));
        if own_here > 0 && own_there > 0 {
            return Err(Apart::OtherKind);
        }
        let alike_before: Vec<Term> = here.modifiers.intersection(&there.modifiers).copied().collect();
        let weight = weight(self.judge, &shared, a, b) + weight(self.judge, &alike_before, a, b);
        let around =
            here.sentence.intersection(&there.sentence).filter(|term| !term.weak && !shared.contains(term)).count();
        // A toll is told again and again, each time of another place or hour.
        let in_lead = a.sentence < LEAD && b.sentence < LEAD && self.one_day(a, b);
        let grows = a.document != b.document && !in_lead && shared.iter().all(|term| term.grows);
        let one_kind = a.document == b.document || own_here + own_there == 0;
        let beside = weight >= 4 || weight >= 2 && one_kind && (!grows || around >= 3);
        let all = strong && here.definite && there.definite && own_here + own_there == 0;
        let number = |claim: &Claim| if let Value::Count(count) = &claim.value { Some(count.number) } else { None };
        let few = [a, b].iter().all(|claim| number(claim).is_some_and(|number| number < SMALL.into()));
        let one = [a, b].iter().any(|claim| number(claim).is_some_and(|number| number <= 2.into()));
        let alike = if few || one { weight >= 4 && strong } else { beside || all && a.document == b.document };
        if !alike {
            Err(Apart::OtherThing)
        } else if !self.is_only(a, b, Some(thing.id), &shared) {
            Err(Apart::Several)
        } else {
            Ok(())
        }
    }

    /// Whether both sentences have a word by which both documents name someone or something.
    fn share_a_name(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let names = |claim: &Claim| &self.judge.documents[claim.document].story.names;
        here.sentence
            .intersection(&there.sentence)
            .any(|term| names(a).contains(&term.id) && names(b).contains(&term.id))
    }

    /// Whether each document gives one value alone for what the claims share; one document against itself gives two.
    fn is_only(&self, a: &Claim, b: &Claim, thing: Option<u32>, shared: &[Term]) -> bool {
        let most = if a.document == b.document { 2 } else { 1 };
        let few =
            |term: &Term| [a, b].iter().all(|claim| self.values_of(claim.document, thing, Some(term.id), most) <= most);
        if shared.is_empty() { self.values_of(a.document, thing, None, most) <= most } else { shared.iter().any(few) }
    }

    /// How many values that do not go together a document gives for a thing with a word; counted to one over `most`.
    fn values_of(&self, document: usize, thing: Option<u32>, word: Option<u32>, most: usize) -> usize {
        let mut values: Vec<&Claim> = Vec::new();
        let has = |terms: &SortedSet<Term>, id: u32| terms.iter().any(|term| term.id == id);
        for claim in self.by_document.get(&document).into_iter().copied().flatten() {
            let Some(context) = &claim.context else { continue };
            let same = thing.is_none_or(|thing| has(&context.things, thing))
                && word.is_none_or(|word| has(&context.beside, word) || has(&context.modifiers, word));
            if same && self.other_years(claim).next().is_none() && values.iter().all(|other| self.differ(claim, other))
            {
                values.push(claim);
            }
            if values.len() > most {
                break;
            }
        }
        values.len()
    }

    /// Whether names set the two apart: each sentence has its own, or one is of a place that the other's document never
    /// mentions.
    fn names_differ(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let own = |names: &SortedSet<Term>, other: &Context| -> Vec<u32> {
            let known = |term: &&Term| other.sentence.iter().all(|known| known.id != term.id);
            names.iter().filter(known).map(|term| term.id).collect()
        };
        let (own_here, own_there) = (own(&here.names, there), own(&there.names, here));
        // A toll of another place is told in the same words.
        let grows = here.beside.iter().any(|term| term.grows && there.beside.contains(term));
        let both = !own_here.is_empty() && !own_there.is_empty();
        let one = !own_here.is_empty() || !own_there.is_empty();
        both || one && grows || self.is_elsewhere(here, there, b) || self.is_elsewhere(there, here, a)
    }

    /// A figure that grows while an event goes on is right in a later text too.
    fn judgement(&self, claims: &[&Claim]) -> Judgement {
        let grows = claims.iter().all(|claim| {
            claim.context.as_ref().is_some_and(|context| {
                context.role.is_some_and(Role::grows)
                    || context.beside.iter().chain(&context.things).any(|term| term.grows)
            })
        });
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        let mut told: Vec<_> = claims.iter().map(|claim| (day(claim), claim.document, size(&claim.value))).collect();
        told.sort_unstable();
        let one_document = told.iter().all(|(_, document, _)| *document == told[0].1);
        let one_day = told[0].0.is_some() && told.iter().all(|(day, ..)| *day == told[0].0);
        // The dead do not rise again.
        let falls = told.windows(2).any(|pair| pair[0].0.is_some() && pair[0].0 < pair[1].0 && pair[0].2 > pair[1].2);
        let verdict = if !grows || one_document || one_day || falls { Verdict::Conflict } else { Verdict::Update };
        Judgement { verdict, unsure: false }
    }
}

/// How many times as much one value may be as another of the same kind of thing: 30 seconds and a day are of two kinds.
const ONE_KIND: u32 = 10;

/// How many times as much one value may be as the other for both to be meant for one thing. In November 2026 no figures that
/// were known to contradict each other lay further apart, but for a zero too many.
const ONE_THING: u32 = 4;

/// How many times as much a zero too many makes of a figure.
const ZERO: u32 = 10;

/// How the larger of two sizes compares with so many times the smaller one; `None` where that is too large a number.
fn times((less, more): (Decimal, Decimal), most: u32) -> Option<Ordering> {
    Some(more.cmp(&less.checked_mul(Decimal::from(most))?))
}

/// Whether one of two values is not too many times the other for both to be meant for one thing.
pub(super) fn near(a: &Value, b: &Value) -> bool {
    let Some(sizes) = sizes(a, b) else { return true };
    times(sizes, ONE_THING).is_none_or(Ordering::is_le)
        || times(sizes, ZERO) == Some(Ordering::Equal)
        || is_of_another_scale(a, b)
}

/// Whether a word divides what the one counts, and is nowhere in the sentence of the other.
fn divided(here: &Context, there: &Context) -> bool {
    here.division.iter().any(|term| !there.sentence.contains(term))
}

/// Whether each is for or to somebody else: books to adults are no books to children.
fn other_end(here: &Context, there: &Context) -> bool {
    let (Some(a), Some(b)) = (here.goes_to, there.goes_to) else { return false };
    !there.sentence.contains(&a) && !here.sentence.contains(&b)
}

/// Whether a heading gives the round figure for another one.
fn is_rounded(heading: &Claim, exact: &Claim) -> bool {
    let (Some(round), Some(exact)) = (amount(&heading.value), amount(&exact.value)) else { return false };
    let off = || round.number.checked_sub(exact.number).map(|off| off.abs());
    let less_than =
        |off: Decimal, times: u32, whole: Decimal| off.checked_mul(times.into()).is_some_and(|off| off <= whole.abs());
    round.precision > exact.precision
        && off().zip(power_of_ten(round.precision)).is_some_and(|(off, unit)| less_than(off, 2, unit))
        && off().is_some_and(|off| less_than(off, HEADING_SHARE, exact.number))
}

/// The share, one in so many, by which a heading's round figure is off at most.
const HEADING_SHARE: u32 = 10;

/// Whether words limit one of two values to a moment, and the other not to the same, or each to a period of its own.
fn limited_otherwise(here: &Context, there: &Context) -> bool {
    let moments = here.limits.is_disjoint(&there.limits) && !(here.limits.is_empty() && there.limits.is_empty());
    moments || each_own(&here.periods, &there.periods)
}

/// Whether both have words, and none in common.
fn each_own(here: &SortedSet<u32>, there: &SortedSet<u32>) -> bool {
    !here.is_empty() && !there.is_empty() && here.is_disjoint(there)
}

/// Whether two sentences say the same in nearly the same words.
fn is_echo(here: &Context, there: &Context) -> bool {
    let strong = |terms: &SortedSet<Term>| terms.iter().filter(|term| !term.weak).count();
    let shared = here.sentence.intersection(&there.sentence).filter(|term| !term.weak).count();
    let all = strong(&here.sentence) + strong(&there.sentence) - shared;
    !here.table && !there.table && shared >= ECHO_WORDS && shared * 100 >= all * ECHO_SHARE
}

/// Whether the sentences state times that have no day in common.
fn apart(a: &Claim, b: &Claim) -> bool {
    stated_days(a).zip(stated_days(b)).is_some_and(|(a, b)| days_between(a, b) > 0)
}
