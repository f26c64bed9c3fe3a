//! Values by the name of their type and the words of an article, through the readers that rules use.

use belie::source::document::Document;
use belie::values::find::find;
use belie::values::names::Names;
use belie::values::numeric;
use belie::values::office::Office;
use belie::values::org::Org;
use belie::values::person::Person;
use belie::values::place::Place;
use belie::values::polarity::Polarity;
use belie::values::value::{Kind, Value};
use belie::values::whole_text::{parse_date, parse_range, parse_time};

/// The value that `text` says, read as the type `of`.
pub(crate) fn value(of: &str, text: &str, names: &Names) -> Value {
    read(of, text, names).unwrap_or_else(|| panic!("{of}: `{text}` cannot be read"))
}

/// As [`value`]; `None` where the text is no such value.
pub(crate) fn read(of: &str, text: &str, names: &Names) -> Option<Value> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == of);
    match of {
        "choice" => return Some(Value::Choice(text.to_owned())),
        "words" => return Some(Value::Words(text.to_lowercase())),
        "polarity" => return Some(Value::Polarity(Polarity::read(text.split(' ')))),
        _ => {}
    }
    match kind? {
        Kind::Person => Some(Value::Person(Person::new(text))),
        Kind::Place | Kind::Country => Some(Value::Place(Place::named(text, names))),
        Kind::Office => Office::named(text).map(Value::Office),
        Kind::Org => Some(Value::Org(Org::named(text, names))),
        Kind::Date | Kind::Weekday => parse_date(text).map(Value::Date),
        Kind::Range => parse_range(text).map(Value::Range),
        Kind::Time => parse_time(text).map(Value::Time),
        Kind::Demonym => found(Kind::Demonym, &format!("the {text} team"), names),
        numeric => numeric::parse(numeric, text).or_else(|| found(numeric, text, names)),
    }
}

/// The type of a value, by the name that the tables use; of a date and a place the widest one.
pub(crate) fn type_of(value: &Value) -> &'static str {
    // A new type fails here first: give it a name, a row in `docs/reference/agreement.tsv` and pairs in `tests/compat.tsv`.
    match value {
        Value::Count(_) => "count",
        Value::Number(_) => "number",
        Value::Quantity(_) => "quantity",
        Value::Money(_) => "money",
        Value::Percent(_) => "percent",
        Value::Date(_) => "date",
        Value::Range(_) => "range",
        Value::Time(_) => "time",
        Value::Duration(_) => "duration",
        Value::Age(_) => "age",
        Value::Ordinal(_) => "ordinal",
        Value::Identifier(_) => "identifier",
        Value::Person(_) => "person",
        Value::Place(_) => "place",
        Value::Office(_) => "office",
        Value::Org(_) => "org",
        Value::Polarity(_) => "polarity",
        Value::Choice(_) => "choice",
        Value::Words(_) => "words",
    }
}

/// The dictionary of a pack: two people share the surname Kessel.
pub(crate) fn names() -> Names {
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

/// The one value of a kind in a text: "in her 50s" is an age in running prose only.
fn found(kind: Kind, text: &str, names: &Names) -> Option<Value> {
    let mut readings = find(&Document::of_text(text), names).into_iter().filter(|reading| reading.kind == kind);
    readings.next().map(|reading| reading.value).filter(|_| readings.next().is_none())
}
