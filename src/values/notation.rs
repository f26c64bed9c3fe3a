//! Values of numbers in the notation that the reports and the ledger show, read back: `> 200`, `40..50`, `USD 5000000`, `P3D`,
//! `12.5 km/h`.

use rust_decimal::Decimal;

use super::amount::{Amount, Bound};
use super::currency_code;
use super::duration::{Age, Duration, Leeway, TimeUnit};
use super::measure::Quantity;
use super::money::Money;
use super::number::trailing_zeros;
use super::percent::Percent;
use super::unit_table;
use super::value::{Kind, Value};

/// Reads a value of a kind as its `Display` writes it. The precision is that of the digits shown.
pub(crate) fn read(kind: Kind, text: &str) -> Option<Value> {
    match kind {
        Kind::Count => amount(text).map(Value::Count),
        Kind::Number => amount(text).map(Value::Number),
        Kind::Ordinal => text.parse().ok().map(Value::Ordinal),
        Kind::Money => {
            let (code, rest) = text.split_once(' ')?;
            Some(Value::Money(Money { amount: amount(rest)?, currency: currency_code::known_code(code)? }))
        }
        Kind::Percent => {
            let (rest, sign) = text.rsplit_once(' ')?;
            let points = sign == "pp";
            let share = Percent { amount: amount(rest)?, points, fraction: false };
            (points || sign == "%").then_some(Value::Percent(share))
        }
        Kind::Quantity => {
            // A bound has a blank behind it, a symbol may hold one: `~ 5 fl oz`.
            let number = text.find(|c: char| c.is_ascii_digit())?;
            let end = number + text[number..].find(' ')?;
            let measure = unit_table::of_symbol(text[end..].trim_start())?;
            Some(Value::Quantity(Quantity { amount: amount(&text[..end])?, measure }))
        }
        Kind::Duration => {
            let (text, days) = days_on_top(text);
            let (amount, unit) = length(text)?;
            let fits = days == 0 || unit.is_calendar() && amount.is_point();
            fits.then_some(Value::Duration(Duration { amount, unit, days, leeway: Leeway::None }))
        }
        Kind::Age => {
            let (amount, unit) = length(text)?;
            Some(Value::Age(Age { amount, unit }))
        }
        _ => None,
    }
}

/// `~< 18000`, `40..50`
fn amount(text: &str) -> Option<Amount> {
    let (bound, rest) = bound(text);
    let number = |text: &str| -> Option<Decimal> {
        let plain = text.strip_prefix('-').unwrap_or(text);
        let digits =
            plain.starts_with(|c: char| c.is_ascii_digit()) && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let padded = plain.len() > 1 && plain.starts_with('0') && !plain.starts_with("0.");
        text.parse().ok().filter(|_| digits && !padded)
    };
    let (low, high) = match rest.split_once("..") {
        Some((low, high)) => (number(low)?, Some(number(high)?)),
        None => (number(rest)?, None),
    };
    let precision = high.map_or(trailing_zeros(low), |high| trailing_zeros(low).min(trailing_zeros(high)));
    let ordered = high.is_none_or(|high| low <= high);
    ordered.then_some(Amount { number: low, upper: high, bound, precision })
}

/// The days behind the months or years of `P14M3D`; 0 where there are none.
fn days_on_top(text: &str) -> (&str, u32) {
    let found = || {
        let rest = text.strip_suffix('D')?;
        let (letter, _) = rest.char_indices().rfind(|(_, c)| matches!(c, 'M' | 'Y'))?;
        let days = rest[letter + 1..].parse().ok().filter(|&days| days > 0)?;
        Some((&rest[..=letter], days))
    };
    found().unwrap_or((text, 0))
}

/// `P3D`, `> PT90M`, `P3D..P5D`
fn length(text: &str) -> Option<(Amount, TimeUnit)> {
    let (bound, rest) = bound(text);
    let one = |text: &str| {
        let (clock, rest) = match text.strip_prefix("PT") {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('P')?),
        };
        if let Some(number) = rest.strip_suffix("BD").filter(|_| !clock) {
            return Some((amount(number).filter(Amount::is_point)?, TimeUnit::BusinessDay));
        }
        let letter = rest.chars().next_back()?;
        let unit = match (clock, letter) {
            (true, 'S') => TimeUnit::Second,
            (true, 'M') => TimeUnit::Minute,
            (true, 'H') => TimeUnit::Hour,
            (false, 'D') => TimeUnit::Day,
            (false, 'N') => TimeUnit::Night,
            (false, 'W') => TimeUnit::Week,
            (false, 'M') => TimeUnit::Month,
            (false, 'Y') => TimeUnit::Year,
            _ => return None,
        };
        Some((amount(&rest[..rest.len() - 1]).filter(Amount::is_point)?, unit))
    };
    let (low, high) = match rest.split_once("..") {
        Some((low, high)) => (one(low)?, Some(one(high)?)),
        None => (one(rest)?, None),
    };
    let same = high.is_none_or(|(high, unit)| unit == low.1 && low.0.number <= high.number);
    let upper = high.map(|(high, _)| high.number);
    let precision = high.map_or(low.0.precision, |(high, _)| high.precision.min(low.0.precision));
    same.then_some((Amount { upper, bound, precision, ..low.0 }, low.1))
}

fn bound(text: &str) -> (Bound, &str) {
    const SIGNS: [(&str, Bound); 5] = [
        ("~< ", Bound::Nearly),
        ("~> ", Bound::JustOver),
        ("~ ", Bound::About),
        ("> ", Bound::AtLeast),
        ("< ", Bound::AtMost),
    ];
    SIGNS
        .iter()
        .find_map(|(sign, bound)| text.strip_prefix(sign).map(|rest| (*bound, rest)))
        .unwrap_or((Bound::Plain, text))
}
