//! Compares values of any two types.

use rust_decimal::Decimal;

use super::agreement::Agreement;
use super::letters::plain;
use super::names::Names;
use super::place::Place;
use super::value::Value;
use super::vocabulary::{Class, class_of};
use super::{
    amount, choice, date_agreement, duration, identifier, measure, money, office, ordinal, org, percent, person, place,
    polarity, time,
};

/// What a comparison knows beside the two values.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The dictionaries of the rules in force.
    pub names: &'a Names,
    /// How far two numbers may lie apart and still agree, as a share of the larger (`0.05` is 5 %); a rule may widen
    /// what the types allow by themselves, never narrow it.
    pub tolerance: Option<Decimal>,
}

/// Compares two values. Those of different types are unknown, but for a date against a range.
#[must_use]
pub fn agree(a: &Value, b: &Value, with: &Comparison<'_>) -> Agreement {
    match (a, b) {
        (Value::Count(a) | Value::Number(a), Value::Count(b) | Value::Number(b)) => amount::agree(a, b, with.tolerance),
        (Value::Quantity(a), Value::Quantity(b)) => measure::agree(a, b, with.tolerance),
        (Value::Money(a), Value::Money(b)) => money::agree(a, b, with.tolerance),
        (Value::Percent(a), Value::Percent(b)) => percent::agree(a, b, with.tolerance),
        (Value::Duration(a), Value::Duration(b)) => duration::agree(a, b, with.tolerance),
        (Value::Age(a), Value::Age(b)) => duration::agree_ages(a, b, with.tolerance),
        (Value::Ordinal(a), Value::Ordinal(b)) => ordinal::agree(*a, *b),
        (Value::Identifier(a), Value::Identifier(b)) => identifier::agree(a, b),
        (Value::Date(a), Value::Date(b)) => date_agreement::agree(a, b),
        (Value::Range(a), Value::Range(b)) => date_agreement::agree_ranges(a, b),
        (Value::Date(date), Value::Range(range)) | (Value::Range(range), Value::Date(date)) => {
            date_agreement::agree_inside(date, range)
        }
        (Value::Time(a), Value::Time(b)) => time::agree(a, b),
        (Value::Person(a), Value::Person(b)) => person::agree(a, b, with.names),
        (Value::Place(a), Value::Place(b)) => place::agree(a, b, with.names),
        (Value::Office(a), Value::Office(b)) => office::agree(a, b),
        (Value::Org(a), Value::Org(b)) => org::agree(a, b, with.names),
        (Value::Polarity(a), Value::Polarity(b)) => polarity::agree(*a, *b),
        (Value::Choice(a), Value::Choice(b)) => choice::agree(a, b),
        (Value::Words(a), Value::Words(b)) => words_agree(a, b, with.names),
        _ => Agreement::Unknown,
    }
}

/// Two names that places bear agree like places, and a name with its part or its first letters; any others are one or they are not.
fn words_agree(a: &str, b: &str, names: &Names) -> Agreement {
    // A name may be set in capitals.
    if a == b || a.chars().flat_map(char::to_lowercase).eq(b.chars().flat_map(char::to_lowercase)) {
        return Agreement::Same;
    }
    let name = |words: &str| words.chars().next().is_some_and(char::is_uppercase);
    if !name(a) || !name(b) {
        return Agreement::Conflict;
    }
    let (one, other) = (Place::named(a, names), Place::named(b, names));
    if one.listed || other.listed {
        return place::agree(&one, &other, names);
    }
    // "Mr Brandt" is a part of "Ann Brandt".
    let bare = |name: &str| -> Vec<String> {
        let words = || name.split(' ').map(|word| plain(word).into_owned());
        let titled = words().next().is_some_and(|first| class_of(&first).is(Class::TITLE));
        words().skip(usize::from(titled && words().count() > 1)).collect()
    };
    let (one, other) = (bare(a), bare(b));
    let part = |short: &[String], long: &[String]| short.iter().all(|word| long.contains(word));
    if part(&one, &other) || part(&other, &one) || org::is_short_for(a, b) || org::is_short_for(b, a) {
        Agreement::Compatible
    } else {
        Agreement::Conflict
    }
}
