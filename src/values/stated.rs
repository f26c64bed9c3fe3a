//! What one stated quantity holds: how much, of what, and how it is written.

use super::amount::Amount;
use super::duration::UnitWord;
use super::measure::Measure;
use super::money::Currency;
use super::number::Spelling;
use super::percent::Share;

/// What a number is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Unit {
    /// Per cent or points.
    Share(Share),
    /// A share in words, as hundredths.
    Fraction,
    /// A currency.
    Money(Currency),
    /// A unit of measure.
    Measure(Measure),
    /// A unit of time; `loose` with "-long" behind it, `old` where it is an age.
    Time { word: UnitWord, loose: bool, old: bool },
}

/// A number or a range with its qualifiers and its unit.
#[derive(Debug)]
pub(crate) struct Stated {
    /// How much.
    pub(crate) amount: Amount,
    /// Of what; a count has none.
    pub(crate) unit: Option<Unit>,
    /// How the number is written, of a range the more telling end.
    pub(crate) spelling: Spelling,
    /// Whether an article or "one" stands for the number: "a week".
    pub(crate) article: bool,
    /// Where the number itself starts, behind its qualifier.
    pub(crate) number_at: usize,
}
