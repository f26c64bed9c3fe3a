//! Numbers that look like one number mistyped: the commonest slips of a hand are two digits swapped, one digit wrong, and a
//! million for a billion.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::value::Value;
use crate::source::token::hash;

/// How one number may have come of another by a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The same digits in another order: `1,482` and `1,842`.
    Swapped,
    /// One digit of several is another: `1,482` and `1,432`.
    OneDigit,
    /// The same digits with another word behind them: `2.4 million` and `2.4 billion`.
    Scale,
}

/// How many times a thousand a million is, and a million a billion.
const SCALE: Decimal = Decimal::ONE_THOUSAND;

/// How the number of one value may have come of that of another by a slip: both of at least two digits that are no padding
/// zeros, equally long and, where they have one, in one unit or currency. `None` for what no single slip explains.
#[must_use]
pub fn slip(a: &Value, b: &Value) -> Option<Slip> {
    let (a, b) = (stated(a, b)?, stated(b, a)?);
    if are_of_two_scales(a, b) {
        return Some(Slip::Scale);
    }
    let (a, b) = (Digits::of(a)?, Digits::of(b)?);
    let (a, b) = (a.list(), b.list());
    if a == b || a.len() != b.len() {
        return None;
    }
    if a.iter().zip(b).filter(|(a, b)| a != b).count() == 1 {
        return Some(Slip::OneDigit);
    }
    // How much oftener the one has each digit than the other.
    let mut more = [0; 10];
    for (a, b) in a.iter().zip(b) {
        more[usize::from(a - b'0')] += 1;
        more[usize::from(b - b'0')] -= 1;
    }
    (more == [0; 10]).then_some(Slip::Swapped)
}

/// Whether one of two values is the other with two of its digits in each other's places, and no more: `1,482` and `1,842`.
#[must_use]
pub fn is_transposed(a: &Value, b: &Value) -> bool {
    let digits = |one, other| stated(one, other).and_then(Digits::of);
    slip(a, b) == Some(Slip::Swapped)
        && digits(a, b).zip(digits(b, a)).is_some_and(|(a, b)| {
            let differ = |(one, other): &(&u8, &u8)| one != other;
            a.list().iter().zip(b.list()).filter(differ).count() == 2
        })
}

/// Whether one of two values has a million where the other has a billion: [`Slip::Scale`].
#[must_use]
pub fn is_of_another_scale(a: &Value, b: &Value) -> bool {
    stated(a, b).zip(stated(b, a)).is_some_and(|(a, b)| are_of_two_scales(a, b))
}

fn are_of_two_scales(a: Decimal, b: Decimal) -> bool {
    let (less, more) = if a < b { (a, b) } else { (b, a) };
    less.checked_mul(SCALE) == Some(more) && Digits::of(less).is_some()
}

/// What all numbers with the same digits in any order share; `None` where [`slip`] finds none.
#[must_use]
pub fn fingerprint(value: &Value) -> Option<u32> {
    let mut digits = Digits::of(stated(value, value)?)?;
    digits.list[..digits.len].sort_unstable();
    Some(hash(digits.list()))
}

/// Whether a number has so many digits that are no padding zeros, three or more, that another one hardly has the same ones in
/// another order by chance.
#[must_use]
pub fn is_telling(value: &Value) -> bool {
    stated(value, value).and_then(Digits::of).is_some_and(|digits| {
        let padding = digits.list().iter().take_while(|digit| **digit == b'0').count();
        digits.len - padding > 2
    })
}

/// The number that a value states, where the other one is of the same unit.
fn stated(value: &Value, other: &Value) -> Option<Decimal> {
    let amount: &Amount = match (value, other) {
        (Value::Count(amount), Value::Count(_)) => amount,
        (Value::Money(money), Value::Money(other)) if money.currency == other.currency => &money.amount,
        (Value::Percent(share), Value::Percent(_)) => &share.amount,
        (Value::Quantity(quantity), Value::Quantity(other)) if quantity.measure == other.measure => &quantity.amount,
        (Value::Duration(length), Value::Duration(other)) if length.unit == other.unit => &length.amount,
        _ => return None,
    };
    amount.upper.is_none().then_some(amount.number)
}

/// The digits of a number as it is written out, the last one first, without the zeros behind a point that only tell how
/// exact it is.
struct Digits {
    list: [u8; MOST_DIGITS],
    len: usize,
}

/// As many as a decimal of 96 bits has, and as many as its point may stand before, with a zero before that.
const MOST_DIGITS: usize = 29;

impl Digits {
    /// `None` where fewer than two digits are no padding zeros.
    fn of(number: Decimal) -> Option<Self> {
        let (mut rest, mut behind) = (number.mantissa().unsigned_abs(), number.scale() as usize);
        while let (true, (others, 0)) = (behind > 0, last_digit(rest)) {
            (rest, behind) = (others, behind - 1);
        }
        let mut digits = Self { list: [0; MOST_DIGITS], len: 0 };
        while rest > 0 || digits.len <= behind {
            let (others, last) = last_digit(rest);
            digits.list[digits.len] = b'0' + last;
            (rest, digits.len) = (others, digits.len + 1);
        }
        let is_stated = |digit: &u8| *digit != b'0';
        let (last, first) = (digits.list().iter().position(is_stated)?, digits.list().iter().rposition(is_stated)?);
        (first > last).then_some(digits)
    }

    fn list(&self) -> &[u8] {
        &self.list[..self.len]
    }
}

/// What stands before the last digit of a number, and that digit; nearly all numbers fit into what is divided fast.
fn last_digit(number: u128) -> (u128, u8) {
    match u64::try_from(number) {
        Ok(number) => ((number / 10).into(), (number % 10) as u8),
        Err(_) => (number / 10, (number % 10) as u8),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use rust_decimal::Decimal;

    use super::{Slip, is_telling, is_transposed, slip};
    use crate::values::amount::{Amount, Bound};
    use crate::values::value::Value;

    /// A count as its digits state it.
    pub(crate) fn count(text: &str) -> Value {
        let number = text.parse::<Decimal>().expect("the test states numbers");
        Value::Count(Amount { number, upper: None, bound: Bound::Plain, precision: 0 })
    }

    #[test]
    fn two_digits_are_those_of_another_number_by_chance_and_three_hardly() {
        for (number, telling) in
            [("163", true), ("1630", true), ("2.13", true), ("540", false), ("64", false), ("7", false)]
        {
            assert_eq!(is_telling(&count(number)), telling, "{number}");
        }
    }

    #[test]
    fn two_digits_alone_are_in_each_others_places() {
        for (a, b, expected) in [
            ("1482", "1842", true),
            ("4120", "2140", true),
            ("1248", "8412", false),
            ("1482", "1432", false),
            ("64", "64", false),
        ] {
            assert_eq!(is_transposed(&count(a), &count(b)), expected, "{a} {b}");
        }
    }

    #[test]
    fn a_slip_swaps_digits_or_mistypes_one_or_the_word_behind() {
        for (a, b, expected) in [
            ("1482", "1842", Some(Slip::Swapped)),
            ("64", "46", Some(Slip::Swapped)),
            ("3.4", "4.3", Some(Slip::Swapped)),
            ("1482", "1432", Some(Slip::OneDigit)),
            ("14800", "18400", Some(Slip::Swapped)),
            ("1482", "148", None),
            ("20", "30", None),
            ("64", "64", None),
            ("2400000", "2400000000", Some(Slip::Scale)),
            ("2000000", "2000000000", None),
            ("2.4", "24", None),
            ("1482", "2183", None),
            ("0.12", "0.21", Some(Slip::Swapped)),
            ("0.12", "0.012", None),
            ("2.40", "2.4", None),
            ("11200", "12100", Some(Slip::Swapped)),
            ("1122", "1222", Some(Slip::OneDigit)),
            ("79228162514264337593543950335", "79228162514264337593543950333", Some(Slip::OneDigit)),
            ("7922816251426433759354395033", "9722816251426433759354395033", Some(Slip::Swapped)),
        ] {
            assert_eq!(slip(&count(a), &count(b)), expected, "{a} {b}");
            assert_eq!(slip(&count(b), &count(a)), expected, "{b} {a}");
        }
    }
}
