//! How much speaks for two claims being about one thing, where no single trait proves it.
//!
//! Each trait of the two sentences is worth some points, for or against. What a trait is worth was weighed on texts whose
//! contradictions are known: how much oftener it is found in pairs that contradict each other than in others.

use rust_decimal::Decimal;

use super::matter::Nearness;
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;
use crate::claims::clause_words::is_unit_of_time;
use crate::claims::context::Context;
use crate::claims::sorted_set::SortedSet;
use crate::values::size::size;
use crate::values::slip::{Slip, is_telling, slip};
use crate::values::value::Value;

/// From how many points on two claims are about one thing.
pub(super) const ENOUGH: i32 = 7;

/// How many points two sentences give at most by what they share beside the thing and the words next to the values.
pub(super) const MOST_BY_SENTENCES: i32 = 2;

/// How many points swapped digits are worth.
const SWAPPED: i32 = 5;

/// What is known of a pair beside the two claims.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// How surely their documents speak of one matter.
    pub(super) nearness: Nearness,
    /// Whether the documents share names and much of what is said of them.
    pub(super) close: bool,
    /// Whether the documents are of one season, as far as their dates are known.
    pub(super) one_season: bool,
    /// Whether both stand where their documents begin.
    pub(super) leads: bool,
    /// Whether a document that says the one says the other elsewhere.
    pub(super) known: bool,
    /// Whether the sentence of one says the other too.
    pub(super) beside: bool,
    /// Whether neither document has another value that could be meant.
    pub(super) alone: bool,
    /// Whether a document has several values for the thing.
    pub(super) several: bool,
    /// Whether several other documents say what one of them says.
    pub(super) told_often: bool,
    /// Whether the sentences are of other years.
    pub(super) other_years: bool,
    /// Whether one is counted as a part of another number, or comes on top of one.
    pub(super) part: bool,
    /// Whether a sentence is of a place that the other's document never has.
    pub(super) elsewhere: bool,
    /// Whether names set the sentences apart.
    pub(super) other_names: bool,
    /// Whether the phrase that opens one sentence sets it apart.
    pub(super) other_frame: bool,
}

impl Around {
    /// What speaks most for a pair: no pair has more points by what else is known of it.
    pub(super) fn best(inside: bool) -> Self {
        Self {
            nearness: if inside { Nearness::Inside } else { Nearness::Sure },
            close: !inside,
            one_season: true,
            leads: true,
            known: false,
            beside: false,
            alone: true,
            several: false,
            told_often: !inside,
            part: false,
            other_years: false,
            elsewhere: false,
            other_names: false,
            other_frame: false,
        }
    }
}

/// What two claims say for and against their being about one thing, whatever their documents are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Likeness {
    /// The points of what they say.
    points: i32,
    /// Whether the digits of one number are those of the other, two of them swapped, or with a billion for a million.
    swapped: bool,
    /// Whether they can be told of other years: so many digits are swapped that it is no chance.
    telling: bool,
    /// Whether they share the thing, or a word beside the values.
    shared: bool,
    /// Whether both speak of what grows while an event goes on.
    grows: bool,
}

impl Likeness {
    /// What their values, the things they count and the words beside them say.
    pub(super) fn of(a: &Claim, b: &Claim, here: &Context, there: &Context) -> Self {
        let is_thing = |term: &Term| here.things.contains(term) && there.things.contains(term);
        let beside =
            here.beside.intersection(&there.beside).filter(|term| !term.weak && !is_thing(term)).take(2).count();
        let one_thing = here.things.intersection(&there.things).next().is_some();
        let strong_thing = here.things.intersection(&there.things).any(|term| !term.weak);
        let counts = matches!(a.value, Value::Count(_));
        let inside = a.document == b.document;
        let one_measure = here.beside.intersection(&there.beside).any(|term| term.measures);
        let slip = slip(&a.value, &b.value).filter(|_| !(is_reckoned(a) || is_reckoned(b)));
        let swapped = matches!(slip, Some(Slip::Swapped | Slip::Scale));
        let sizes = sizes(&a.value, &b.value);
        let within = |factor: u32| sizes.and_then(|(less, more)| is_within(less, more, factor));
        let grows = |context: &Context| context.beside.iter().chain(&context.things).any(|term| term.grows);
        let points = sum(&[
            (swapped && (!counts || one_thing), SWAPPED),
            (swapped && counts && !one_thing, 3),
            // Two digits are found in another order often enough where one text tells of many things.
            (swapped && !counts && inside && beside == 0 && !is_telling(&a.value), -2),
            (slip == Some(Slip::OneDigit), 1),
            (within(3) == Some(true), 1),
            (within(5) == Some(false), -2),
            (matches!(a.value, Value::Money(_)), 1),
            (counts && strong_thing, 1),
            (counts && one_thing && !strong_thing, -1),
            (counts && !one_thing, -2),
            (one_thing && here.things == there.things, 1),
            (beside > 0, 1),
            (beside > 1, 2),
            (two_voices(here, there), -2),
        ]);
        let against = || {
            sum(&[
                (matches!(a.value, Value::Quantity(_)) && !one_measure, -4),
                (here.rate != there.rate, -2),
                (other_kind(here, there), -1),
            ])
        };
        Self {
            // Whoever swaps two digits, or writes a billion for a million, means one figure, whatever else stands around it.
            points: points + if swapped { 0 } else { against() },
            swapped,
            telling: swapped && is_telling(&a.value),
            shared: one_thing || beside > 0,
            grows: grows(here) && grows(there),
        }
    }

    /// The same with what else their sentences share, which is worth [`MOST_BY_SENTENCES`] at most.
    pub(super) fn with_sentences(self, here: &Context, there: &Context) -> Self {
        let both =
            |term: &Term, of: fn(&Context) -> &SortedSet<Term>| of(here).contains(term) && of(there).contains(term);
        let is_told = |term: &Term| both(term, |context| &context.things) || both(term, |context| &context.beside);
        let share = |one: &SortedSet<Term>, other: &SortedSet<Term>| {
            one.intersection(other).any(|term| !term.weak && !is_told(term))
        };
        let points = sum(&[
            (share(&here.sentence, &there.sentence), 1),
            (share(&here.beside, &there.sentence) || share(&there.beside, &here.sentence), 1),
        ]);
        Self { points: self.points + points, ..self }
    }

    /// The points of two claims with all that is known of them.
    pub(super) fn points(self, around: Around) -> i32 {
        let nearness = around.nearness;
        let known = sum(&[
            (around.alone && self.shared, 2),
            (around.leads, 1),
            (around.close, 1),
            (nearness == Nearness::Sure, 1),
            (nearness <= Nearness::Likely, -3),
            (!around.one_season, -1),
            (around.known, -2),
            (around.several, -1),
            (around.told_often, 1),
            (around.elsewhere, -1),
        ]);
        // A sentence that has both means two things, or tells how the one came of the other.
        let swapped = self.swapped && !around.beside;
        let points = self.points - if self.swapped && !swapped { SWAPPED } else { 0 };
        let against = sum(&[
            (around.other_names, -2),
            (nearness != Nearness::Inside && self.grows, -3),
            (around.other_frame, -2),
            (around.beside, -2),
            (around.part, -2),
        ]);
        let years = if around.other_years && !(swapped && self.telling) { -4 } else { 0 };
        points + known + years + if swapped { 0 } else { against }
    }
}

/// Whether nobody wrote the number of a value: "three years and nine months" are 45 months.
fn is_reckoned(claim: &Claim) -> bool {
    let unit = |word: &&str| is_unit_of_time(word.trim_matches(|mark: char| !mark.is_alphabetic()));
    matches!(claim.value, Value::Duration(_)) && claim.at.quote.split([' ', '-']).filter(unit).nth(1).is_some()
}

/// The points of the traits that hold.
fn sum(traits: &[(bool, i32)]) -> i32 {
    traits.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum()
}

/// Whether a word before the values that both share has another word before it in each: a kite festival is no children's festival.
pub(super) fn other_kind(here: &Context, there: &Context) -> bool {
    let own = |context: &Context, word: &Term, other: &Context| {
        let mut before = context.pairs.iter().filter(|(shared, _)| shared == word).map(|(_, before)| before);
        before.any(|before| !other.sentence.contains(before))
    };
    here.pairs.iter().any(|(word, _)| !word.weak && own(here, word, there) && own(there, word, here))
}

/// Whether two sentences name different people who say so.
pub(super) fn two_voices(here: &Context, there: &Context) -> bool {
    !here.speaker.is_empty() && !there.speaker.is_empty() && here.speaker.is_disjoint(&there.speaker)
}

/// Whether the larger of two numbers is less than `factor` halves of the smaller one.
fn is_within(less: Decimal, more: Decimal, factor: u32) -> Option<bool> {
    Some(more.checked_mul(Decimal::TWO)? < less.checked_mul(Decimal::from(factor))?)
}

/// The sizes of two values, the smaller one first; `None` where one has none.
pub(super) fn sizes(a: &Value, b: &Value) -> Option<(Decimal, Decimal)> {
    let (a, b) = (size(a)?, size(b)?);
    Some(if a < b { (a, b) } else { (b, a) })
}

#[cfg(test)]
mod tests {
    use super::{Around, Likeness, SWAPPED};
    use crate::conflicts::matter::Nearness;

    #[test]
    fn what_is_known_of_a_pair_gives_and_takes_points() {
        let best = Around::best(false);
        let likeness = Likeness { points: 0, swapped: false, telling: false, shared: true, grows: false };
        let points = |around: Around| likeness.points(around);
        assert_eq!(points(best), 6);
        for (what, around, expected) in [
            ("no rarer names", Around { close: false, ..best }, 5),
            ("far down", Around { leads: false, ..best }, 5),
            ("other values", Around { alone: false, ..best }, 4),
            ("near", Around { nearness: Nearness::Near, ..best }, 5),
            ("likely", Around { nearness: Nearness::Likely, ..best }, 2),
            ("another season", Around { one_season: false, ..best }, 5),
            ("said elsewhere", Around { known: true, ..best }, 4),
            ("several", Around { several: true, ..best }, 5),
            ("elsewhere", Around { elsewhere: true, ..best }, 5),
            ("other names", Around { other_names: true, ..best }, 4),
            ("other years", Around { other_years: true, ..best }, 2),
            ("another frame", Around { other_frame: true, ..best }, 4),
            ("told by no other", Around { told_often: false, ..best }, 5),
            ("beside", Around { beside: true, ..best }, 4),
            ("part", Around { part: true, ..best }, 4),
        ] {
            assert_eq!(points(around), expected, "{what}");
        }
        // What grows differs from text to text, and not inside one; swapped digits are a slip whatever speaks against it.
        let grows = Likeness { grows: true, ..likeness };
        assert_eq!((grows.points(best), grows.points(Around::best(true))), (3, 3));
        let swapped = Likeness { points: SWAPPED, swapped: true, telling: true, ..grows };
        let apart = Around { other_years: true, other_names: true, ..best };
        assert_eq!(swapped.points(apart), 11);
        // Two digits of another year may be another figure's by chance, and a sentence that has both means two things.
        assert_eq!(Likeness { telling: false, ..swapped }.points(apart), 7);
        assert_eq!(swapped.points(Around { beside: true, ..best }), 1);
    }
}
