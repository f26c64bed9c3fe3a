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
    let (less, more) = if a < b { (a, b) } else { (b, a) };
    if digits(less).is_some() && less.checked_mul(SCALE) == Some(more) {
        return Some(Slip::Scale);
    }
    let (a, b) = (digits(a)?, digits(b)?);
    if a == b || a.len() != b.len() {
        return None;
    }
    let sorted = |digits: &[u8]| {
        let mut sorted = digits.to_vec();
        sorted.sort_unstable();
        sorted
    };
    if sorted(&a) == sorted(&b) {
        return Some(Slip::Swapped);
    }
    let apart = a.iter().zip(&b).filter(|(a, b)| a != b).count();
    (apart == 1).then_some(Slip::OneDigit)
}

/// What all numbers with the same digits in any order share; `None` where [`slip`] finds none.
#[must_use]
pub fn fingerprint(value: &Value) -> Option<u32> {
    let mut digits = digits(stated(value, value)?)?;
    digits.sort_unstable();
    Some(hash(&digits))
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

/// The digits of a number, without the zeros that only tell how large it is but for their count.
fn digits(number: Decimal) -> Option<Vec<u8>> {
    let text = number.normalize().abs().to_string();
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).collect();
    let stated = text.trim_end_matches('0').bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0');
    (stated.count() >= 2).then_some(digits)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Slip, slip};
    use crate::values::amount::{Amount, Bound};
    use crate::values::value::Value;

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
        ] {
            let count = |text: &str| {
                let number = text.parse::<Decimal>().expect("the test states numbers");
                Value::Count(Amount { number, upper: None, bound: Bound::Plain, precision: 0 })
            };
            assert_eq!(slip(&count(a), &count(b)), expected, "{a} {b}");
            assert_eq!(slip(&count(b), &count(a)), expected, "{b} {a}");
        }
    }
}
