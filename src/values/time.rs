//! Times of day.

use std::fmt;

/// A time of day, or a part of the day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// Minutes since midnight of the earliest moment meant: 900 for `3 p.m.`; for "morning" the start of the morning.
    pub from: u32,
    /// Minutes since midnight of the latest moment meant, inclusive; equal to `from` for a clock time.
    pub to: u32,
    /// Whether the words say "about": half an hour either way.
    pub about: bool,
    /// Minutes to add to UTC, where a zone is stated.
    pub zone: Option<i32>,
    /// The TIMEX3 word of a part of the day (`MO`, `AF`, `EV`, `NI`), where it is one.
    pub part: Option<&'static str>,
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "T{:02}:{:02}", self.from / 60, self.from % 60)
    }
}
