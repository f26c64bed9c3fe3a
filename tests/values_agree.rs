//! How two values compare, read from a table: through the readers that rules use, and from either side.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own table should fail loudly")]

use std::collections::BTreeSet;

use belie::values::agree::{Comparison, agree};
use belie::values::agreement::Agreement;
use belie::values::names::Names;
use belie::values::numeric;
use belie::values::office::Office;
use belie::values::org::Org;
use belie::values::person::Person;
use belie::values::place::Place;
use belie::values::polarity::Polarity;
use belie::values::temporal::{parse_date, parse_range, parse_time};
use belie::values::value::{Kind, Value};

#[test]
fn two_values_compare_as_the_table_says_whichever_stands_first() {
    let names = names();
    let with = Comparison { names: &names, tolerance: None };
    let mut wrong = Vec::new();
    for [types, a, b, expected] in rows() {
        let (type_a, type_b) = types.split_once('/').unwrap_or((types, types));
        let (read_a, read_b) = (value(type_a, a, &names), value(type_b, b, &names));
        for (left, right, found) in [(a, b, agree(&read_a, &read_b, &with)), (b, a, agree(&read_b, &read_a, &with))] {
            if verdict(found) != expected {
                wrong.push(format!("{types}: `{left}`, `{right}`: {}, not {expected}", verdict(found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_value_is_the_same_as_itself() {
    let names = names();
    let with = Comparison { names: &names, tolerance: None };
    for [types, a, b, _] in rows() {
        let (type_a, type_b) = types.split_once('/').unwrap_or((types, types));
        for value in [value(type_a, a, &names), value(type_b, b, &names)] {
            let found = agree(&value, &value, &with);
            // Of an approximate or a shared name even two equal ones need not be the same.
            assert!(!matches!(found, Agreement::Conflict | Agreement::Suspicious), "{types}: {value}: {found:?}");
        }
    }
}

#[test]
fn the_table_has_every_type_and_every_verdict() {
    let types: BTreeSet<&str> = rows().iter().map(|row| row[0]).collect();
    for wanted in [
        "count", "money", "percent", "date", "range", "duration", "age", "person", "place", "office", "org", "ordinal",
        "time", "polarity",
    ] {
        assert!(types.contains(wanted), "{wanted}");
    }
    let verdicts: BTreeSet<&str> = rows().iter().map(|row| row[3]).collect();
    assert_eq!(verdicts.into_iter().collect::<Vec<_>>(), ["conflict", "ok", "same", "suspicious", "unknown"]);
}

fn rows() -> Vec<[&'static str; 4]> {
    let lines = include_str!("compat.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap()).collect()
}

fn value(of: &str, text: &str, names: &Names) -> Value {
    let read = match of {
        "count" => numeric::parse(Kind::Count, text),
        "money" => numeric::parse(Kind::Money, text),
        "percent" => numeric::parse(Kind::Percent, text),
        "duration" => numeric::parse(Kind::Duration, text),
        "age" => numeric::parse(Kind::Age, text),
        "ordinal" => numeric::parse(Kind::Ordinal, text),
        "date" => parse_date(text).map(Value::Date),
        "range" => parse_range(text).map(Value::Range).or_else(|| parse_date(text).map(Value::Date)),
        "time" => parse_time(text).map(Value::Time),
        "person" => Some(Value::Person(Person::new(text))),
        "place" => Some(Value::Place(Place::named(text, names))),
        "office" => Office::named(text).map(Value::Office),
        "org" => Some(Value::Org(Org::named(text, names))),
        "polarity" => Some(Value::Polarity(Polarity::read(text.split(' ')))),
        _ => None,
    };
    read.unwrap_or_else(|| panic!("{of}: `{text}` cannot be read"))
}

/// The dictionary of a pack: two people share the surname Kessel.
fn names() -> Names {
    let mut names = Names::default();
    for (id, name, alias) in [
        ("osgard", "Mira Osgard", "Osgard Mira"),
        ("brandhof", "Teo Brandhof", "Brandhof Teo"),
        ("kessel-r", "Ruben Kessel", "Kessel Ruben"),
        ("kessel-i", "Ida Kessel", "Kessel Ida"),
        ("lo", "Lo Wenqi", "Lo"),
    ] {
        names.add_person(id, vec![name.to_owned(), alias.to_owned()]);
    }
    names
}

fn verdict(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "same",
        Agreement::Compatible => "ok",
        Agreement::Unknown => "unknown",
        Agreement::Suspicious => "suspicious",
        Agreement::Conflict => "conflict",
    }
}
