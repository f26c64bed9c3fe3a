//! What sets two figures apart, whatever else their sentences share: another time, kind, name or part.

use super::addends::{is_others, make_up, other_role};
use super::apart::Apart;
use super::judge::days_between;
use super::meeting::stated_days;
use super::reckon::sum;
use super::subject::{Subjects, counts};
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;
use crate::claims::context::{Context, FULL_NAME};
use crate::claims::contrast::{is_contrary, is_other_turn};
use crate::claims::sorted_set::SortedSet;
use crate::values::agreement::Agreement;
use crate::values::slip::{Slip, slip};
use crate::values::value::Value;

impl Subjects<'_> {
    /// Why two claims hold of other times, kinds or people, whatever else they share; `Ok` where nothing says so.
    pub(super) fn together(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> Result<(), Apart> {
        // Eleven jets may be nine Boeing 737s and two others.
        if here.model != there.model {
            return Err(Apart::OtherKind);
        }
        if self.other_doer(a, b, here, there) || self.other_doer(b, a, there, here) {
            return Err(Apart::OtherNames);
        }
        let other_setting = a.document == b.document && each_own(&here.settings, &there.settings);
        let measured = || here.measured.as_ref().zip(there.measured.as_ref());
        let lasts = || measured().is_some_and(|(one, other)| self.lasts(a, b, one, other));
        if apart(a, b) && !lasts() || a.is_in_other_section(b) || other_setting {
            return Err(Apart::OtherTime);
        }
        let other_act = || here.act.zip(there.act).is_some_and(|(a, b)| a.is_other(b));
        let otherwise = || self.stands_otherwise(a, b, here, there) || self.stands_otherwise(b, a, there, here);
        let by_words = if limited_otherwise(here, there) {
            Some(Apart::OtherTime)
        } else if is_contrary(&here.contrasts, &there.contrasts) || is_other_turn(&here.turns, &there.turns) {
            Some(Apart::OtherKind)
        } else if other_act() || self.other_measure(a, b, here, there) {
            Some(Apart::OtherThing)
        } else {
            otherwise().then_some(Apart::OtherTime)
        };
        // Whoever swaps two digits means one figure, however it stands.
        if let Some(apart) = by_words.filter(|_| slip(&a.value, &b.value) != Some(Slip::Swapped)) {
            return Err(apart);
        }
        if a.document == b.document {
            let (first, later) = if a.sentence <= b.sentence { (here, there) } else { (there, here) };
            let subjects = first.subject.as_ref().zip(later.subject.as_ref());
            if each_own(&here.variants, &there.variants)
                || subjects.is_some_and(|(one, other)| one.is_other(&first.sentence, other))
            {
                return Err(Apart::OtherKind);
            }
        }
        if here.room != there.room || other_role(here.role, there.role) || divided(here, there) || divided(there, here)
        {
            return Err(Apart::OtherKind);
        }
        Ok(())
    }

    /// Whether the later of two texts tells how it stands by then: what came of a plan, what is so now, another figure in the
    /// place of the former one.
    pub(super) fn stands_otherwise(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let (here, there) = (here.standing, there.standing);
        if a.document == b.document {
            return there.changed && !here.changed;
        }
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        let days = day(a).zip(day(b));
        let came_about = here.ahead && there.told && !there.ahead;
        // "Will cost £2.40 from July", and "now costs £1.80".
        if here.ahead && there.now {
            return true;
        }
        // Another day it may have been otherwise.
        let is_now = there.now && !here.now;
        let of_one_day = days.is_some_and(|(a, b)| a == b);
        came_about && days.is_some_and(|(a, b)| a < b) || !of_one_day && (is_now || there.changed && !here.changed)
    }

    /// Whether the sentence of the one breaks down what the other gives.
    pub(super) fn is_part_of(&self, part: &Claim, whole: &Claim) -> bool {
        let is_whole = |sum: &Value| {
            matches!(self.judge.agree(self.rule, sum, &whole.value), Agreement::Same | Agreement::Compatible)
        };
        // "212 in all, counting the 66 juniors" are 146 of the others.
        let rest = || {
            let of_kind = |other: &&Claim| {
                let contexts = whole.context.as_ref().zip(other.context.as_ref());
                contexts
                    .is_some_and(|(here, there)| !here.things.is_disjoint(&there.things) || here.people && there.people)
            };
            let mut others = self.beside(whole).filter(of_kind);
            others.any(|other| sum([&part.value, &other.value].into_iter()).is_some_and(|sum| is_whole(&sum)))
        };
        // "Two other boats" are no part of "three other boats".
        !(is_others(part) && is_others(whole))
            && (make_up(part, &self.beside(part).collect::<Vec<_>>(), is_whole) || rest())
    }

    /// Whether "he" or "she" does the one, and somebody else the other; inside one text also whether each sentence opens with
    /// a name of its own, and they have none in common.
    pub(super) fn other_doer(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let named = |claim: &Claim, doer: &SortedSet<Term>| {
            let names = &self.judge.documents[claim.document].story.names;
            doer.iter().any(|term| names.contains(&term.id))
        };
        let full = |doer: &SortedSet<Term>| doer.len() >= FULL_NAME;
        let two_names = a.document == b.document
            && full(&here.doer)
            && full(&there.doer)
            && there.doer.is_disjoint(&here.sentence)
            && !self.share_a_name(a, b, here, there);
        (two_names || here.by_pronoun && named(a, &here.doer) && named(b, &there.doer))
            && here.doer.is_disjoint(&there.doer)
            && here.doer.is_disjoint(&there.sentence)
    }

    /// Whether the sentence of one claim names a place that is neither in that of the other nor in the other's document.
    pub(super) fn is_elsewhere(&self, here: &Context, there: &Context, other: &Claim) -> bool {
        let words = &self.judge.documents[other.document].story.words;
        let mut own = here.places.iter().filter(|place| there.sentence.iter().all(|known| known.id != place.id));
        own.any(|place| !words.contains_key(&place.id))
    }

    /// Whether a phrase that opens the sentence of a claim sets it apart: it is neither in that of the other nor, where that is
    /// another document, what this one opens with.
    pub(super) fn other_frame(&self, claim: &Claim, other: &Claim) -> bool {
        let (Some(here), Some(there)) = (&claim.context, &other.context) else { return false };
        let opens = &self.judge.documents[other.document].story.lead;
        let known = |term: &Term| claim.document != other.document && opens.contains(&term.id);
        !(here.definite && counts(other))
            && here.frame.is_disjoint(&there.frame)
            && here.frame.iter().any(|term| !there.sentence.contains(term) && !known(term))
    }

    /// Whether names set the two apart: each sentence has its own, or one is of a place that the other's document never
    /// mentions.
    pub(super) fn names_differ(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
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
}

/// Whether a word divides what the one counts, and is nowhere in the sentence of the other.
fn divided(here: &Context, there: &Context) -> bool {
    // "Adult males", and "the males" elsewhere.
    let nearer = !there.division.is_empty() && there.division.iter().all(|term| here.division.contains(term));
    !nearer && here.division.iter().any(|term| !there.sentence.contains(term))
}

/// Whether each is for or to somebody else: books to adults are no books to children.
pub(super) fn other_end(here: &Context, there: &Context) -> bool {
    let (Some(a), Some(b)) = (here.goes_to, there.goes_to) else { return false };
    !there.sentence.contains(&a) && !here.sentence.contains(&b)
}

/// Whether words limit one of two values to a moment, and the other not to the same, or each to a period of its own.
fn limited_otherwise(here: &Context, there: &Context) -> bool {
    let moments = here.limits.is_disjoint(&there.limits) && !(here.limits.is_empty() && there.limits.is_empty());
    moments || each_own(&here.periods, &there.periods)
}

/// Whether both have words, and none in common.
fn each_own(here: &SortedSet<u32>, there: &SortedSet<u32>) -> bool {
    !here.is_empty() && !there.is_empty() && here.is_disjoint(there)
}

/// Whether the sentences state times that have no day in common.
fn apart(a: &Claim, b: &Claim) -> bool {
    use chrono::Datelike as _;
    // "It was the 44th contest; we missed that of 1984": a year that is told of another one of the row.
    let own = |claim: &Claim, year: i32| {
        !matches!(claim.value, Value::Ordinal(_))
            || claim.context.as_ref().is_none_or(|context| context.years.contains(&year))
    };
    let stated = |claim: &Claim| stated_days(claim).filter(|(first, _)| own(claim, first.year()));
    stated(a).zip(stated(b)).is_some_and(|(a, b)| days_between(a, b) > 0)
}
