//! A value of any type, the types a slot can ask for, and a value's place in a text.

use std::fmt;
use std::ops::Range;

use super::amount::Amount;
use super::date::{Date, DateRange};
use super::duration::{Age, Duration};
use super::identifier::Identifier;
use super::measure::Quantity;
use super::money::Money;
use super::office::Office;
use super::org::Org;
use super::percent::Percent;
use super::person::Person;
use super::place::Place;
use super::polarity::Polarity;
use super::time::Time;

/// What a text says, normalised. Its [`Display`](fmt::Display) is the form that the ledger and the reports show.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// How many.
    Count(Amount),
    /// A number that counts nothing.
    Number(Amount),
    /// An amount of a unit of measure.
    Quantity(Quantity),
    /// An amount of a currency.
    Money(Money),
    /// A share of a whole.
    Percent(Percent),
    /// A day, or what is known of it; a bare weekday is one too.
    Date(Date),
    /// From one date to another.
    Range(DateRange),
    /// A time of day.
    Time(Time),
    /// How long.
    Duration(Duration),
    /// How old.
    Age(Age),
    /// Which in a row.
    Ordinal(u64),
    /// The code by which one thing of a class is known.
    Identifier(Identifier),
    /// A human being.
    Person(Person),
    /// A country, a city, a region.
    Place(Place),
    /// A title that one person at a time holds.
    Office(Office),
    /// A company, a body, a party.
    Org(Org),
    /// Whether something is said to be so.
    Polarity(Polarity),
    /// One of the named alternatives of a rule's `[choice]`.
    Choice(String),
    /// Words as they stand, folded to lower case.
    Words(String),
}

/// What a slot can ask for. A reading has the narrowest kind that fits; a slot may accept several ([`Kind::accepts`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A whole or decimal number that counts something, with its bounds.
    Count,
    /// Any number: what counts something too, and a fraction, a power or a number below zero, which count nothing.
    Number,
    /// An amount of a unit of measure: a length, a weight, a temperature.
    Quantity,
    /// An amount of a currency.
    Money,
    /// Any of these four, or a share; no reading is of this kind.
    Amount,
    /// A share in per cent or as a fraction in words.
    Percent,
    /// A date with at least a month, a year or a weekday.
    Date,
    /// A weekday that stands alone.
    Weekday,
    /// From one date to another.
    Range,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// An age.
    Age,
    /// First, second, 3rd.
    Ordinal,
    /// A flight, a version, an article, a telephone number: a number that names.
    Identifier,
    /// A batch, a model, a part: a code of letters and digits.
    Code,
    /// A human being's name.
    Person,
    /// A place that is no country.
    Place,
    /// A country.
    Country,
    /// The adjective of a country.
    Demonym,
    /// A title that one person at a time holds.
    Office,
    /// A company, a body, a party.
    Org,
}

impl Kind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 21] = [
        Self::Person,
        Self::Place,
        Self::Country,
        Self::Demonym,
        Self::Office,
        Self::Org,
        Self::Date,
        Self::Range,
        Self::Weekday,
        Self::Time,
        Self::Count,
        Self::Number,
        Self::Quantity,
        Self::Money,
        Self::Percent,
        Self::Amount,
        Self::Duration,
        Self::Age,
        Self::Ordinal,
        Self::Identifier,
        Self::Code,
    ];

    /// The name that rules and the ledger use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Number => "number",
            Self::Quantity => "quantity",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Amount => "amount",
            Self::Date => "date",
            Self::Weekday => "weekday",
            Self::Range => "range",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Age => "age",
            Self::Ordinal => "ordinal",
            Self::Identifier => "identifier",
            Self::Code => "code",
            Self::Person => "person",
            Self::Place => "place",
            Self::Country => "country",
            Self::Demonym => "demonym",
            Self::Office => "office",
            Self::Org => "org",
        }
    }

    /// Whether a slot of this kind takes a reading of kind `other`: a date may be a weekday, a place may be a country, a number
    /// may count something, an amount may be of anything.
    #[must_use]
    pub fn accepts(self, other: Self) -> bool {
        self == other
            || matches!(
                (self, other),
                (Self::Date, Self::Weekday)
                    | (Self::Place, Self::Country)
                    | (Self::Number, Self::Count)
                    | (Self::Amount, Self::Count | Self::Number | Self::Quantity | Self::Money | Self::Percent)
            )
    }
}

/// A value found in a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The narrowest kind that fits.
    pub kind: Kind,
    /// The tokens it covers, half-open.
    pub tokens: Range<u32>,
    /// What it says.
    pub value: Value,
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(amount) | Self::Number(amount) => amount.fmt(f),
            Self::Quantity(quantity) => quantity.fmt(f),
            Self::Money(money) => money.fmt(f),
            Self::Percent(percent) => percent.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Range(range) => range.fmt(f),
            Self::Time(time) => time.fmt(f),
            Self::Duration(duration) => duration.fmt(f),
            Self::Age(age) => age.fmt(f),
            Self::Ordinal(nth) => nth.fmt(f),
            Self::Identifier(identifier) => identifier.fmt(f),
            Self::Person(person) => person.fmt(f),
            Self::Place(place) => place.fmt(f),
            Self::Office(office) => office.fmt(f),
            Self::Org(org) => org.fmt(f),
            Self::Polarity(polarity) => polarity.fmt(f),
            Self::Choice(name) | Self::Words(name) => name.fmt(f),
        }
    }
}
