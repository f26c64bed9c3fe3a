//! Arithmetic on what the words say: each result is as exact as the words, from the least to the most they allow.

use std::borrow::Cow;

use chrono::{Datelike as _, NaiveDate};
use rust_decimal::Decimal;

use crate::rules::expression::Quotient;
use crate::values::amount::{Amount, Bound};
use crate::values::date::Date;
use crate::values::duration::{Age, Duration, TimeUnit};
use crate::values::measure::{self, Quantity};
use crate::values::money::Money;
use crate::values::percent::Percent;
use crate::values::value::Value;

/// The amount in a value that is one.
pub(super) fn amount(value: &Value) -> Option<&Amount> {
    match value {
        Value::Count(amount) | Value::Number(amount) => Some(amount),
        Value::Percent(percent) => Some(&percent.amount),
        Value::Money(money) => Some(&money.amount),
        // "Two weeks and three days" is no number of weeks.
        Value::Duration(duration) => Some(&duration.amount).filter(|_| duration.days == 0),
        Value::Age(age) => Some(&age.amount),
        Value::Quantity(quantity) => Some(&quantity.amount),
        _ => None,
    }
}

/// Whether two amounts are of one unit, so that they can be added and ordered.
pub(super) fn alike(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Count(_) | Value::Number(_), Value::Count(_) | Value::Number(_)) => true,
        (Value::Percent(left), Value::Percent(right)) => left.points == right.points,
        (Value::Money(left), Value::Money(right)) => left.currency == right.currency,
        (Value::Duration(left), Value::Duration(right)) => left.unit == right.unit,
        (Value::Age(left), Value::Age(right)) => left.unit == right.unit,
        (Value::Quantity(left), Value::Quantity(right)) => left.measure == right.measure,
        _ => false,
    }
}

/// The sum of amounts of one unit; `None` for none at all, for several units, and where one is qualified.
pub(super) fn sum<'a>(parts: impl Iterator<Item = &'a Value>) -> Option<Value> {
    let mut sum: Option<(&Value, Interval)> = None;
    for part in parts {
        // "About 12" and "nearly 12" leave a sum open further than anyone could say.
        if amount(part)?.bound != Bound::Plain {
            return None;
        }
        sum = Some(match sum {
            None => (part, Interval::of(part)?),
            Some((first, sum)) if alike(first, part) => (first, sum.plus(&Interval::of(part)?)?),
            Some(_) => return None,
        });
    }
    let (first, sum) = sum?;
    with_amount(first, sum.amount())
}

/// The sum of the numbers as they stand, for people to follow; `None` where they are not of one unit.
pub(super) fn stated_sum(parts: &[&Value]) -> Option<Value> {
    let (first, rest) = parts.split_first()?;
    let mut sum = amount(first)?.number;
    for part in rest {
        sum = sum.checked_add(amount(part).filter(|_| alike(first, part))?.number)?;
    }
    with_amount(first, exact(sum))
}

/// `left + right`, or `left - right`.
pub(super) fn plus(left: &Value, right: &Value, minus: bool) -> Option<Value> {
    if !alike(left, right) {
        return None;
    }
    let (a, b) = (Interval::of(left)?, Interval::of(right)?);
    let b = if minus { Interval { least: -b.most, most: -b.least } } else { b };
    with_amount(left, a.plus(&b)?.amount())
}

/// What is asked of two amounts of one dimension; `None` where they cannot be divided.
pub(super) fn quotient(quotient: Quotient, a: &Value, b: &Value) -> Option<Value> {
    if let (Quotient::Converted, Value::Quantity(a), Value::Quantity(b)) = (quotient, a, b)
        && a.measure == b.measure
    {
        return None;
    }
    // "From 20 to 25 percent, up 5 percent" may be told in points.
    if quotient == Quotient::Change && matches!((a, b), (Value::Percent(_), Value::Percent(_))) {
        return None;
    }
    let (a, b) = in_one_unit(a, b)?;
    // "From 1.9 to 2.4 million" says its scale once, so that the two numbers as read are not to one scale.
    let times = a.least.max(b.least).checked_div(a.most.min(b.most));
    if quotient == Quotient::Change && times.is_none_or(|times| times > Decimal::ONE_HUNDRED) {
        return None;
    }
    let number = match quotient {
        Quotient::Ratio | Quotient::Converted => return Some(Value::Number(a.over(&b)?.amount())),
        Quotient::Share => a.over(&b)?.hundredfold()?,
        Quotient::Change => {
            let change = b.over(&a)?.plus(&Interval { least: -Decimal::ONE, most: -Decimal::ONE })?.hundredfold()?;
            let (one, other) = (change.least.abs(), change.most.abs());
            let crosses = change.least.is_sign_negative() && change.most.is_sign_positive();
            Interval { least: if crosses { Decimal::ZERO } else { one.min(other) }, most: one.max(other) }
        }
    };
    Some(Value::Percent(Percent { amount: number.amount(), points: false, fraction: false }))
}

/// How old, in whole years, who was born on some day is on some other, as far as both are known.
pub(super) fn age(born: &Date, at: (&Date, &Date)) -> Option<Value> {
    let (first, last) = (at.0.earliest()?, at.1.latest()?);
    let (least, most) = (whole_years(born.latest()?, first), whole_years(born.earliest()?, last));
    let years = Interval { least: Decimal::from(least), most: Decimal::from(most) };
    (most >= 0).then(|| Value::Age(Age { amount: years.amount(), unit: TimeUnit::Year }))
}

/// A number of years, their length, or which of them it is, as an age, where the other value is one.
pub(super) fn as_age<'a>(value: &'a Value, other: &Value) -> Cow<'a, Value> {
    let years = |amount| Cow::Owned(Value::Age(Age { amount, unit: TimeUnit::Year }));
    match (value, other) {
        (Value::Count(amount), Value::Age(_)) => years(*amount),
        (Value::Duration(Duration { amount, unit: TimeUnit::Year, days: 0, .. }), Value::Age(_)) => years(*amount),
        (Value::Ordinal(nth), Value::Age(_)) => years(exact(Decimal::from(*nth))),
        _ => Cow::Borrowed(value),
    }
}

/// Whether the first of two amounts of one unit is surely smaller or surely not: their order where all that the words
/// allow has one.
pub(super) fn less(left: &Value, right: &Value, or_equal: bool) -> Option<bool> {
    if !alike(left, right) {
        return None;
    }
    let ((left_least, left_most), (right_least, right_most)) = (amount(left)?.interval(), amount(right)?.interval());
    let (surely, surely_not) = if or_equal {
        (
            left_most.zip(right_least).is_some_and(|(a, b)| a <= b),
            left_least.zip(right_most).is_some_and(|(a, b)| a > b),
        )
    } else {
        (
            left_most.zip(right_least).is_some_and(|(a, b)| a < b),
            left_least.zip(right_most).is_some_and(|(a, b)| a >= b),
        )
    };
    if surely { Some(true) } else { surely_not.then_some(false) }
}

/// All that the words allow, both ends included.
#[derive(Clone, Copy)]
struct Interval {
    least: Decimal,
    most: Decimal,
}

impl Interval {
    /// With the rounding of the number; `None` where a bound leaves an end open.
    fn of(value: &Value) -> Option<Self> {
        let (least, most) = match value {
            // A share is rounded to its last stated decimal however small it is.
            Value::Percent(percent) if percent.amount.is_point() => {
                let unit = Amount { precision: percent.amount.precision.min(0), ..percent.amount };
                let slack = percent.amount.slack(unit.half_unit()?)?;
                (percent.amount.number.checked_sub(slack), percent.amount.number.checked_add(slack))
            }
            _ => amount(value)?.interval(),
        };
        Some(Self { least: least?, most: most? })
    }

    fn plus(&self, other: &Self) -> Option<Self> {
        Some(Self { least: self.least.checked_add(other.least)?, most: self.most.checked_add(other.most)? })
    }

    /// `None` where either reaches below zero, or the divisor to zero.
    fn over(&self, other: &Self) -> Option<Self> {
        if self.least < Decimal::ZERO || other.least <= Decimal::ZERO {
            return None;
        }
        Some(Self { least: self.least.checked_div(other.most)?, most: self.most.checked_div(other.least)? })
    }

    fn hundredfold(&self) -> Option<Self> {
        let hundredfold = |number: Decimal| number.checked_mul(Decimal::ONE_HUNDRED);
        Some(Self { least: hundredfold(self.least)?, most: hundredfold(self.most)? })
    }

    /// As an amount that needs no more rounding.
    fn amount(&self) -> Amount {
        let upper = (self.least != self.most).then_some(self.most);
        Amount { number: self.least, upper, bound: Bound::Plain, precision: 0 }
    }
}

/// Two amounts in one unit, each with its rounding.
fn in_one_unit(a: &Value, b: &Value) -> Option<(Interval, Interval)> {
    let (Value::Quantity(a), Value::Quantity(b)) = (a, b) else {
        // "From 200 to 220 euros" says its unit once.
        let once = matches!((a, b), (Value::Count(_), Value::Money(_)));
        return if once || alike(a, b) { Some((stated_beside(a, b)?, stated_beside(b, a)?)) } else { None };
    };
    // Every measure is rounded, to its last stated digit; where that is followed by zeros, by a tenth at most.
    let ends = |quantity: &Quantity| -> Option<[Quantity; 2]> {
        let number = quantity.amount.number.abs();
        let most = if quantity.amount.precision > 0 { number.checked_div(Decimal::TEN)? } else { number };
        let half = quantity.amount.half_unit()?.min(most);
        let slack = quantity.amount.slack(half)?;
        let (least, most) = match (quantity.amount.bound, quantity.amount.upper) {
            (Bound::Plain | Bound::About, upper) => (
                quantity.amount.number.checked_sub(slack)?,
                upper.unwrap_or(quantity.amount.number).checked_add(slack)?,
            ),
            _ => return None,
        };
        let exactly = |number| Quantity { amount: exact(number), ..*quantity };
        Some([exactly(least), exactly(most)])
    };
    let ([a_least, a_most], [b_least, b_most]) = (ends(a)?, ends(b)?);
    let (least, other_least) = measure::in_one_unit(&a_least, &b_least)?;
    let (most, other_most) = measure::in_one_unit(&a_most, &b_most)?;
    let interval = |least: Amount, most: Amount| Interval { least: least.number, most: most.number };
    Some((interval(least, most), interval(other_least, other_most)))
}

/// What a number allows beside another: both are stated to the digit of the finer one, so that zeros at the end of one are
/// no rounding where the other has a digit there.
fn stated_beside(value: &Value, other: &Value) -> Option<Interval> {
    let (own, other) = (amount(value)?, amount(other)?);
    let finer = Amount { precision: own.precision.min(other.precision), ..*own };
    Interval::of(&with_amount(value, finer)?)
}

/// The same value with another amount.
fn with_amount(value: &Value, amount: Amount) -> Option<Value> {
    Some(match value {
        Value::Count(_) | Value::Number(_) => Value::Count(amount),
        Value::Percent(percent) => Value::Percent(Percent { amount, ..*percent }),
        Value::Money(money) => Value::Money(Money { amount, ..*money }),
        Value::Duration(duration) => Value::Duration(Duration { amount, ..*duration }),
        Value::Age(age) => Value::Age(Age { amount, ..*age }),
        Value::Quantity(quantity) => Value::Quantity(Quantity { amount, ..*quantity }),
        _ => return None,
    })
}

pub(super) fn exact(number: Decimal) -> Amount {
    Amount { number, upper: None, bound: Bound::Plain, precision: 0 }
}

/// Full years from one day to another, negative where the second comes first.
fn whole_years(from: NaiveDate, to: NaiveDate) -> i32 {
    to.year() - from.year() - i32::from((to.month(), to.day()) < (from.month(), from.day()))
}
