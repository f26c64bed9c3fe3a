//! Claims that meet by the words around their values, and not by a key that names what they are about.
//!
//! Values that differ are found everywhere; that they are about one thing must be proved. Two claims meet where the
//! thing counted is the same, the words beside the values go together, nothing else in their sentences sets them apart (a
//! name, a year, a rate, a part of another number), and each text gives the thing one value alone.

use super::apart::Apart;
use super::clue::Clue;
use super::dispute;
use super::evidence::{Around, ENOUGH, Likeness, MOST_BY_SENTENCES, other_kind, two_voices};
use super::fact::Fact;
use super::finding::{Finding, Verdict};
use super::judge::{Judge, Judgement};
use super::matter::{Nearness, nearness, one_matter, one_season, overlap, shares_names};
use super::meeting::{Meeting, by_document};
use super::overlap::Overlap;
use super::same_thing::is_echo;
use super::set_apart::other_end;
use super::sizes::{is_rounded, near_in_context};
use super::subject::{Subjects, counts, is_held_against};
use super::wording;
use crate::claims::attribute::Attribute;
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;
use crate::claims::context::Context;
use crate::claims::role::Role;
use crate::claims::sorted_set::SortedSet;
use crate::claims::story::LEAD;
use crate::rules::severity::Severity;
use crate::values::size::size;
use crate::values::slip::fingerprint;
use crate::values::value::Value;

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
        let owners = context.measured.iter().flat_map(|measured| &measured.owner);
        owners.map(|term| (3, term.id, None)).for_each(&mut *tell);
        context.measured.iter().for_each(|measured| tell((4, measured.kind(), None)));
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

impl Subjects<'_> {
    /// Why two claims are not held against each other; `Ok` where they are about one thing and cannot both hold.
    fn dispute(&self, a: &Claim, b: &Claim) -> Result<(), Apart> {
        let (Some(here), Some(there)) = (&a.context, &b.context) else { return Err(Apart::OtherThing) };
        if a.document == b.document && (a.sentence == b.sentence || here.table && there.table) {
            return Err(Apart::OneSentence);
        }
        // The first clause of a contract and the second one are two.
        if matches!(a.value, Value::Ordinal(_)) && here.definite && there.definite {
            return Err(Apart::OtherThing);
        }
        if a.leans_on_another(b) {
            return Err(Apart::OtherThing);
        }
        let to_heading =
            a.document == b.document && (here.heading && is_rounded(a, b) || there.heading && is_rounded(b, a));
        // What is near enough for one thing is near enough for one kind of thing.
        if to_heading || !near_in_context(a, b, here, there) || !self.conflict(a, b) {
            return Err(Apart::Agree);
        }
        let beside = |one, other| self.is_of_another_row(one, other) || is_held_against(one, other);
        if beside(a, b) || beside(b, a) {
            return Err(Apart::SaysBoth);
        }
        self.together(a, b, here, there)?;
        // A heading gives in short what the text below it says in full.
        for (a, b) in self.below(a).map(|a| (a, b)).chain(self.below(b).map(|b| (a, b))) {
            let (Some(here), Some(there)) = (&a.context, &b.context) else { continue };
            self.together(a, b, here, there)?;
        }
        if self.mistyped(a, b) {
            return Ok(());
        }
        match self.proved(a, b, here, there) {
            Err(_)
                if self.likely(a, b, here, there)
                    || self.one_role(a, b, here, there)
                    || self.one_attribute(a, b, here, there)
                    || self.one_measure(a, b, here, there) => {}
            proved => proved?,
        }
        if self.is_part_of(a, b) || self.is_part_of(b, a) { Err(Apart::Part) } else { Ok(()) }
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
            && (here.role != Some(Role::Time) || self.share_a_name(a, b, here, there))
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

    /// Whether both state plainly how much one attribute is, and each text says so of it alone.
    fn one_attribute(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let (Some(one), Some(other)) = (&here.attribute, &there.attribute) else { return false };
        let inside = a.document == b.document;
        // "A population of 31,000" counts no populations.
        let things = |context: &Context, own: &Attribute| {
            let counted = context.things.iter().filter(|term| term.id != own.noun.id);
            counted.copied().collect::<SortedSet<Term>>()
        };
        one.is(other)
            && (inside || nearness(self.judge, a, b, false) == Nearness::Sure && one_season(self.judge, a, b))
            && here.rate == there.rate
            && !two_voices(here, there)
            && self.other_years(a).eq(self.other_years(b))
            && !self.knows(a, b)
            && !self.knows(b, a)
            && !self.names_differ(a, b, here, there)
            && !(self.other_frame(a, b) || self.other_frame(b, a))
            && things(here, one) == things(there, other)
            && [(a, b), (b, a)].iter().all(|(one, other)| self.only_of_attribute(one, other))
    }

    /// Whether the document of `claim` states nothing else of its attribute than `claim` and `other` do.
    fn only_of_attribute(&self, claim: &Claim, other: &Claim) -> bool {
        let attribute = |one: &'_ Claim| one.context.as_ref().and_then(|context| context.attribute.clone());
        let mut rivals = self.by_document.get(&claim.document).into_iter().copied().flatten();
        rivals.all(|rival| {
            let one = attribute(claim).zip(attribute(rival)).is_some_and(|(own, its)| own.is(&its));
            !one || self.agree(claim, rival) || self.agree(other, rival)
        })
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
                // What was two years ago, or was foretold, is no second number.
                let second = rival.counts() && role(rival) == role(claim) && !self.agree(claim, rival);
                !self.agree(other, rival) && !second
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
        if around.nearness == Nearness::Apart || likeness.points(around) <= floor {
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

/// The source that all of the claims name, where there is one: it contradicts itself.
fn one_source<'a>(claims: &[&'a Claim]) -> Option<&'a str> {
    let speaker = |claim: &'a Claim| claim.context.as_ref().map(|context| &context.speaker);
    let first = speaker(claims[0]).filter(|speaker| !speaker.is_empty())?;
    let same = claims.iter().all(|claim| speaker(claim).is_some_and(|other| other.is_superset(first)));
    claims[0].at.said_by.as_deref().filter(|_| same)
}
