//! How much speaks for two claims being about one thing, where no single trait proves it.
//!
//! Each trait of the two sentences is worth some points, for or against. What a trait is worth was weighed on texts whose
//! contradictions are known: how much oftener it is found in pairs that contradict each other than in others.

use rust_decimal::Decimal;

use crate::claims::base_form::Term;
use crate::claims::claim::Claim;
use crate::claims::context::Context;
use crate::claims::sorted_set::SortedSet;
use crate::values::slip::{Slip, slip};
use crate::values::value::Value;

/// From how many points on two claims are about one thing.
pub(super) const ENOUGH: i32 = 5;

/// What is known of a pair beside the two claims.
#[derive(Clone, Copy, Debug)]
pub(super) struct Around {
    /// Whether one document says both.
    pub(super) inside: bool,
    /// Whether the documents share little more than a name.
    pub(super) loose: bool,
    /// Whether a document that says the one says the other elsewhere.
    pub(super) known: bool,
    /// Whether neither document has another value that could be meant.
    pub(super) alone: bool,
}

impl Around {
    /// What speaks most for a pair: no pair has more points by what else is known of it.
    pub(super) fn best(inside: bool) -> Self {
        Self { inside, loose: false, known: false, alone: true }
    }
}

/// The points of two claims.
pub(super) fn points(a: &Claim, b: &Claim, here: &Context, there: &Context, around: Around) -> i32 {
    let things = || here.things.intersection(&there.things);
    let is_thing = |term: &Term| here.things.contains(term) && there.things.contains(term);
    let is_beside = |term: &Term| here.beside.contains(term) && there.beside.contains(term);
    // The words that two sets share: with a meaning of their own, and not the things themselves.
    let shared = |one: &SortedSet<Term>, other: &SortedSet<Term>, but_beside: bool| {
        let strong = one.intersection(other).filter(|term| !term.weak && !is_thing(term));
        strong.filter(|term| !but_beside || !is_beside(term)).count()
    };
    let beside = shared(&here.beside, &there.beside, false);
    let about = shared(&here.sentence, &there.sentence, true);
    let near = shared(&here.beside, &there.sentence, true) + shared(&there.beside, &here.sentence, true);
    let no_thing = things().next().is_none();
    let counts = matches!(a.value, Value::Count(_));
    let slip = slip(&a.value, &b.value);
    let swapped = slip == Some(Slip::Swapped);
    let own = |context: &Context, other: &Context| {
        context.names.iter().any(|name| !name.weak && other.sentence.iter().all(|known| known.id != name.id))
    };
    let traits = [
        (swapped && (!counts || !no_thing), 6),
        (swapped && counts && no_thing, 3),
        (slip == Some(Slip::OneDigit), 1),
        (within(&a.value, &b.value, 3) == Some(true), 1),
        (within(&a.value, &b.value, 8) == Some(false), -4),
        (counts && things().any(|term| !term.weak), 1),
        (counts && no_thing, -2),
        (beside > 0, 2),
        (beside > 1, 1),
        (about > 0, 2),
        (about > 1, 1),
        (near > 1, 1),
        (around.alone && (!no_thing || beside > 0), 2),
        (own(here, there) != own(there, here), -1),
        (here.table != there.table && !swapped && beside == 0, -2),
        (around.inside && !swapped, -2),
        (around.loose && !swapped, -3),
        (around.known, -2),
    ];
    traits.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum()
}

/// Whether a number is less than `factor` halves of another; `None` where they are not of one unit.
fn within(a: &Value, b: &Value, factor: u32) -> Option<bool> {
    let (a, b) = (size(a)?, size(b)?);
    let (less, more) = if a < b { (a, b) } else { (b, a) };
    Some(more.checked_mul(Decimal::TWO)? < less.checked_mul(Decimal::from(factor))?)
}

/// The stated number of a value, in one unit for all values that can be compared; lengths of time in seconds.
pub(super) fn size(value: &Value) -> Option<Decimal> {
    Some(match value {
        Value::Count(amount) => amount.number,
        Value::Money(money) => money.amount.number,
        Value::Percent(share) => share.amount.number,
        Value::Quantity(quantity) => quantity.in_base()?.number,
        Value::Duration(duration) => duration.seconds()?,
        _ => return None,
    })
}
