//! Whether two values can both hold.

use rust_decimal::Decimal;

use super::names::Names;
use super::value::Value;

/// The verdict on two values; symmetric, ordered from harmless to loud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The same value, however it is written.
    Same,
    /// Different words that can both be true.
    Compatible,
    /// Nothing can be proved.
    Unknown,
    /// Both can be true, but hardly anyone would write so: a bound five times off, a name one letter apart.
    Suspicious,
    /// They cannot both be true.
    Conflict,
}

/// What a comparison knows beside the two values.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// The dictionaries of the rules in force.
    pub names: &'a Names,
    /// How far two numbers may lie apart and still agree, as a share of the larger (`0.05` is 5 %); a rule may widen
    /// what the types allow by themselves, never narrow it.
    pub tolerance: Option<Decimal>,
}

/// Compares two values; values of different types are unknown, but for a date against a range.
#[must_use]
pub fn agree(a: &Value, b: &Value, with: &Comparison<'_>) -> Agreement {
    let _ = (a, b, with);
    Agreement::Unknown
}
