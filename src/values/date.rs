//! Dates of which fields may be missing, and ranges of them, written like TIMEX3 (ISO 24617-1).

use std::fmt;

use chrono::{NaiveDate, Weekday};

/// What is known of a date; a missing field is not filled in from anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year of the common era.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: Option<u32>,
    /// 1 to 31; kept even where the month has no such day, so that it can be told.
    pub day: Option<u32>,
    /// The weekday as stated, right or wrong.
    pub weekday: Option<Weekday>,
    /// The stated part of the month or year.
    pub part: Option<Part>,
}

/// "early", "mid-", "late": days 1–10, 11–20, 21–end of a month; months 1–4, 5–8, 9–12 of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The first third.
    Early,
    /// The middle third.
    Mid,
    /// The last third.
    Late,
}

/// From one date to another, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateRange {
    /// The first day.
    pub start: Date,
    /// The last day.
    pub end: Date,
}

impl Date {
    /// A full calendar day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        use chrono::Datelike as _;
        Self { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()), ..Self::default() }
    }

    /// The day, where year, month and day are known and the calendar has it.
    #[must_use]
    pub fn calendar_day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}
