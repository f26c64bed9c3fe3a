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

/// The points of two claims.
pub(super) fn points(a: &Claim, b: &Claim, here: &Context, there: &Context, around: Around) -> i32 {
    let things: SortedSet<Term> = here.things.intersection(&there.things).copied().collect();
    let strong = |one: &SortedSet<Term>, other: &SortedSet<Term>| -> SortedSet<Term> {
        one.intersection(other).filter(|term| !term.weak && !things.contains(term)).copied().collect()
    };
    let beside = strong(&here.beside, &there.beside);
    let about: SortedSet<Term> = strong(&here.sentence, &there.sentence).difference(&beside).copied().collect();
    let near: SortedSet<Term> =
        strong(&here.beside, &there.sentence).union(&strong(&there.beside, &here.sentence)).copied().collect();
    let near = near.difference(&beside).count();
    let counts = matches!(a.value, Value::Count(_));
    let slip = slip(&a.value, &b.value);
    let swapped = slip == Some(Slip::Swapped);
    let own = |context: &Context, other: &Context| {
        context.names.iter().any(|name| !name.weak && other.sentence.iter().all(|known| known.id != name.id))
    };
    let traits = [
        (swapped && (!counts || !things.is_empty()), 6),
        (swapped && counts && things.is_empty(), 3),
        (slip == Some(Slip::OneDigit), 1),
        (within(&a.value, &b.value, 3) == Some(true), 1),
        (within(&a.value, &b.value, 8) == Some(false), -4),
        (counts && things.iter().any(|term| !term.weak), 1),
        (counts && things.is_empty(), -2),
        (!beside.is_empty(), 2),
        (beside.len() > 1, 1),
        (!about.is_empty(), 2),
        (about.len() > 1, 1),
        (near > 1, 1),
        (around.alone && (!things.is_empty() || !beside.is_empty()), 2),
        (own(here, there) != own(there, here), -1),
        (here.table != there.table && !swapped && beside.is_empty(), -2),
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
