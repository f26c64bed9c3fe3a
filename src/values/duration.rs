//! Lengths of time, and ages.

use std::fmt;

use super::amount::Amount;

/// A length of time in one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Duration {
    /// How many units.
    pub amount: Amount,
    /// The unit.
    pub unit: TimeUnit,
    /// Whether it was written as "week-long", which gives a seventh of slack either way.
    pub loose: bool,
}

/// A unit of time, shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// `PT…S`
    Second,
    /// `PT…M`
    Minute,
    /// `PT…H`
    Hour,
    /// `P…D`
    Day,
    /// Nights; compared with nights alone.
    Night,
    /// `P…W`
    Week,
    /// `P…M`
    Month,
    /// `P…Y`
    Year,
}

/// How old someone or something is.
#[derive(Clone, Debug, PartialEq)]
pub struct Age {
    /// How many units.
    pub amount: Amount,
    /// The unit, mostly years.
    pub unit: TimeUnit,
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}
