//! How far apart the sizes of two values may lie for both to be meant for one thing.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::evidence::sizes;
use super::reckon::amount;
use crate::claims::claim::Claim;
use crate::claims::context::Context;
use crate::values::amount::power_of_ten;
use crate::values::slip::is_of_another_scale;
use crate::values::value::Value;

/// How many times as much one value may be as another of the same kind of thing: 30 seconds and a day are of two kinds.
const ONE_KIND: u32 = 10;

/// How many times as much one value may be as the other for both to be meant for one thing. In November 2026 no figures that
/// were known to contradict each other lay further apart, but for a zero too many.
const ONE_THING: u32 = 4;

/// How many times as much a zero too many makes of a figure.
const ZERO: u32 = 10;

/// How many times as much a billion for a million makes of a figure.
const SCALE: u32 = 1_000;

/// Whether one of two values is not too many times the other for both to be meant for one thing.
pub(super) fn near(a: &Value, b: &Value) -> bool {
    let Some(sizes) = sizes(a, b) else { return true };
    times(sizes, ONE_THING).is_none_or(Ordering::is_le)
        || times(sizes, ZERO) == Some(Ordering::Equal)
        || is_of_another_scale(a, b)
}

/// [`near`] for two claims that meet by their context.
pub(super) fn near_in_context(a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
    clearly_near(here, there).unwrap_or_else(|| near(&a.value, &b.value))
}

/// What [`near`] says of the values of two claims where rounding cannot matter, which is nearly always: exact decimals take
/// ten times as long, and every two figures that share a word are asked for. `None` close to a border.
fn clearly_near(here: &Context, there: &Context) -> Option<bool> {
    let (a, b) = here.size.zip(there.size)?;
    let ratio = a.max(b) / a.min(b);
    let borders = [ONE_THING, ZERO, SCALE].map(f64::from);
    let clear = borders.iter().all(|border| (ratio / border - 1.0).abs() > f64::from(f32::EPSILON));
    clear.then_some(ratio < f64::from(ONE_THING))
}

/// Whether one of two values is not too many times the other for both to be of one kind of thing.
pub(super) fn of_one_kind(a: &Value, b: &Value) -> bool {
    at_most(a, b, ONE_KIND) || is_of_another_scale(a, b)
}

/// Whether one of two values is no more than so many times the other, as far as they have sizes.
pub(super) fn at_most(a: &Value, b: &Value, most: u32) -> bool {
    sizes(a, b).is_none_or(|sizes| times(sizes, most).is_none_or(Ordering::is_le))
}

/// How the larger of two sizes compares with so many times the smaller one; `None` where that is too large a number.
fn times((less, more): (Decimal, Decimal), most: u32) -> Option<Ordering> {
    Some(more.cmp(&less.checked_mul(Decimal::from(most))?))
}

/// Whether a heading gives the round figure for another one.
pub(super) fn is_rounded(heading: &Claim, exact: &Claim) -> bool {
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

#[cfg(test)]
mod tests {
    use super::{clearly_near, near};
    use crate::claims::context::Context;
    use crate::values::size::rough_size;
    use crate::values::slip::tests::count;

    #[test]
    fn one_thing_has_no_figure_four_times_the_other_but_for_a_slip() {
        for (a, b, expected) in [
            ("12", "48", true),
            ("12", "49", false),
            ("0.12", "0.4800000001", false),
            ("25000000000000000000000", "100000000000000000000000", true),
            ("25000000000000000000000", "100000000000000000000001", false),
            ("340", "3400", true),
            ("340", "3401", false),
            ("2400000", "2400000000", true),
            ("2000000", "2000000000", false),
            ("2400000", "2400000001", false),
            ("0", "3", false),
            ("0", "0", true),
        ] {
            assert_eq!((near(&count(a), &count(b)), near(&count(b), &count(a))), (expected, expected), "{a} {b}");
            let context = |text| Context { size: rough_size(&count(text)), ..Context::default() };
            assert!(clearly_near(&context(a), &context(b)).is_none_or(|near| near == expected), "{a} {b}");
        }
    }
}
