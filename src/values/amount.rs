//! Numbers as prose states them: exact, rounded, about, at least, between; and money and shares made of them.

use std::fmt;

use rust_decimal::Decimal;

/// A stated number with what the words say of its precision.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// The stated number; of a range the lower end. `2 million` is 2000000.
    pub number: Decimal,
    /// The upper end of a range ("between 40 and 50", "dozens"); `None` for a single number.
    pub upper: Option<Decimal>,
    /// How the words qualify it.
    pub bound: Bound,
    /// The power of ten of the last stated digit that is not a padding zero: 3 for `18,000`, 0 for `18,142`, 5 for
    /// `1.2 million`, -1 for `2.0`.
    pub precision: i32,
}

/// How words qualify a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// As it stands: `18,000`.
    Plain,
    /// "about", "some", "an estimated".
    About,
    /// "at least", "more than", "over": prose is loose, both are read as ≥.
    AtLeast,
    /// "at most", "up to", "fewer than": read as ≤.
    AtMost,
    /// "nearly", "almost", "just under": from nine tenths of the number up to it.
    Nearly,
    /// "just over": from the number up to eleven tenths of it.
    JustOver,
}

/// An amount of one currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Money {
    /// How much.
    pub amount: Amount,
    /// The ISO 4217 code.
    pub currency: &'static str,
}

/// A share.
#[derive(Clone, Debug, PartialEq)]
pub struct Percent {
    /// How many hundredths.
    pub amount: Amount,
    /// Percentage points and per cent are different units.
    pub points: bool,
    /// Whether it was written as a fraction in words ("two-thirds"), which is taken as one point either way.
    pub fraction: bool,
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number.normalize().fmt(f)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.amount)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", self.amount)
    }
}
