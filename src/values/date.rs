//! Dates of which fields may be missing, and ranges of them, written like TIMEX3 (ISO 24617-1).

use std::cmp::Ordering;
use std::fmt;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// What is known of a date; a missing field is not filled in from anywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year of the common era, 0 being 1 BC; of a decade or a century its first year, 1800 for the 19th century.
    pub year: Option<i32>,
    /// What of the year, or around it, is meant: "the 1990s", "Q3 2025". Such a date has neither day nor, but for a week
    /// of a month, a month.
    pub period: Option<Period>,
    /// 1 to 12.
    pub month: Option<u32>,
    /// 1 to 31; kept even where the month has no such day, so that it can be told.
    pub day: Option<u32>,
    /// The weekday as stated, right or wrong.
    pub weekday: Option<Weekday>,
    /// The stated part of the month, year or decade.
    pub part: Option<Part>,
}

/// A stretch of time that is no month: with `year`, or open without one where it lies inside a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A hundred years: "the 19th century". Its last year is 1900 for some and 1899 for others; both fit.
    Century,
    /// Ten years: "the 1990s".
    Decade,
    /// A fiscal year, which may begin in the year before and end in the year after.
    FiscalYear,
    /// A school year, of which the same holds.
    SchoolYear,
    /// A half of the calendar year, 1 or 2.
    Half(u32),
    /// A quarter of the calendar year, 1 to 4.
    Quarter(u32),
    /// A season; which months it has depends on the hemisphere.
    Season(Season),
    /// A week: with a month its first to fourth seven days, or (5) its last; else the ISO week of the year, 1 to 53.
    Week(u32),
    /// The Saturday and Sunday of an ISO week of the year.
    Weekend(u32),
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May in the north.
    Spring,
    /// June to August in the north.
    Summer,
    /// September to November in the north.
    Autumn,
    /// December to February in the north: of the year it begins in or of the one it ends in.
    Winter,
}

/// "early", "mid-", "late": days 1–10, 11–20, 21–end of a month; months 1–4, 5–8, 9–12 of a year; years 0–3, 4–6, 7–9
/// of a decade. "The start of" and "the end of" are told and prove nothing, for "by the end of May" may be any day of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The first third.
    Early,
    /// The middle third.
    Mid,
    /// The last third.
    Late,
    /// "The start of": as TIMEX3 has it, beside the whole.
    Start,
    /// "The end of": the same.
    End,
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
        Self { year: Some(day.year()), month: Some(day.month()), day: Some(day.day()), ..Self::default() }
    }

    /// A whole year.
    #[must_use]
    pub fn in_year(year: i32) -> Self {
        Self { year: Some(year), ..Self::default() }
    }

    /// The day, where year, month and day are known and the calendar has it.
    #[must_use]
    pub fn calendar_day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month?, self.day?)
    }

    /// Whether the calendar has such a day in any year that fits: `February 30` never, `February 29` without a year or
    /// in a leap year. The weekday is not looked at.
    #[must_use]
    pub fn exists(&self) -> bool {
        // A leap year stands for "some year": it has every day that any year has.
        let (year, month) = (self.year.unwrap_or(2024), self.month.unwrap_or(1));
        NaiveDate::from_ymd_opt(year, month, self.day.unwrap_or(1)).is_some()
    }

    /// Whether the stated weekday is that of the day; `None` where either is not known.
    #[must_use]
    pub fn weekday_fits(&self) -> Option<bool> {
        Some(self.calendar_day()?.weekday() == self.weekday?)
    }

    /// The earliest day that is meant; `None` without a year, or where the calendar has no such day.
    #[must_use]
    pub fn earliest(&self) -> Option<NaiveDate> {
        Some(self.bounds()?.0)
    }

    /// The latest day that is meant; `None` without a year, or where the calendar has no such day.
    #[must_use]
    pub fn latest(&self) -> Option<NaiveDate> {
        Some(self.bounds()?.1)
    }

    /// Which of the two is earlier, where that is certain.
    ///
    /// A year that one side leaves out is taken to be the other's, unless the months lie more than half a year apart:
    /// from "December 30" to "January 2, 2026" the year turns. Dates are equal only as days; two dates in the same
    /// month or year of which one or both leave the day open are undecided, and so is a weekday.
    #[must_use]
    pub fn order(&self, other: &Self) -> Option<Ordering> {
        match (self.years(), other.years()) {
            (Some(a), Some(b)) if a.1 < b.0 => return Some(Ordering::Less),
            (Some(a), Some(b)) if b.1 < a.0 => return Some(Ordering::Greater),
            _ => {}
        }
        if self.is_exact() && other.is_exact() && (self.period.is_some() || other.period.is_some()) {
            let (first, last) = self.bounds()?;
            let (others_first, others_last) = other.bounds()?;
            return if last < others_first {
                Some(Ordering::Less)
            } else {
                (others_last < first).then_some(Ordering::Greater)
            };
        }
        let (month, others) = (self.month?, other.month?);
        if month != others {
            let same_year = self.year.is_some() && other.year.is_some();
            return (same_year || month.abs_diff(others) <= 6).then(|| month.cmp(&others));
        }
        Some(self.day?.cmp(&other.day?))
    }

    /// Reads the form that [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn from_timex(text: &str) -> Option<Self> {
        let (part, text) = match text.split_once(' ') {
            Some((word, rest)) => (Some(Part::ALL.into_iter().find(|part| part.name() == word)?), rest),
            None => (None, text),
        };
        let (fields, weekday) = match text.split_once("-WXX-") {
            Some((fields, day)) => (fields, Some(weekday_number(day)?)),
            None => (text, None),
        };
        let mut fields = fields.split('-');
        let (year, mut period) = year_field(fields.next()?)?;
        let (mut month, mut day) = (None, None);
        for field in fields {
            if let Some(found) = Period::from_field(field) {
                let weekend = field == "WE";
                period = match (period, found) {
                    (None, found) if !weekend => Some(found),
                    (Some(Period::Week(week)), Period::Weekend(_)) if month.is_none() => Some(Period::Weekend(week)),
                    _ => return None,
                };
            } else if month.is_none() && period.is_none() {
                month = Some(digits(field, 2).filter(|month| (1..=12).contains(month))?);
            } else if day.is_none() && period.is_none() {
                day = Some(digits(field, 2).filter(|day| (1..=31).contains(day))?);
            } else {
                return None;
            }
        }
        let date = Self { year, period, month, day, weekday, part };
        let whole = day.is_none()
            && match period {
                None => true,
                Some(Period::Week(week)) if month.is_some() => week <= 5,
                Some(
                    Period::Decade | Period::Century | Period::FiscalYear | Period::SchoolYear | Period::Weekend(_),
                ) => year.is_some() && month.is_none(),
                Some(_) => month.is_none(),
            };
        let states = year.is_some() || month.is_some() || weekday.is_some() || period.is_some();
        (states && (whole || period.is_none() && part.is_none())).then_some(date)
    }

    /// The first and the last day that are meant.
    pub(super) fn bounds(&self) -> Option<(NaiveDate, NaiveDate)> {
        if let Some(day) = self.calendar_day() {
            return Some((day, day));
        }
        let year = self.year?;
        if let Some(period) = self.period {
            return self.period_bounds(year, period);
        }
        let Some(month) = self.month else {
            let months = self.part.map_or((1, 12), Part::months);
            return Some((NaiveDate::from_ymd_opt(year, months.0, 1)?, end_of_month(year, months.1)?));
        };
        if self.day.is_some() {
            return None;
        }
        let end = end_of_month(year, month)?;
        let (first, last) = self.part.map_or((1, 31), Part::days);
        Some((NaiveDate::from_ymd_opt(year, month, first)?, end.with_day(last).unwrap_or(end)))
    }

    fn period_bounds(&self, year: i32, period: Period) -> Option<(NaiveDate, NaiveDate)> {
        let months =
            |first: u32, last: u32| Some((NaiveDate::from_ymd_opt(year, first, 1)?, end_of_month(year, last)?));
        match period {
            Period::Century | Period::Decade | Period::FiscalYear | Period::SchoolYear => {
                let (first, last) = self.years()?;
                let (first, last) = match (period, self.part) {
                    (Period::Decade, Some(part)) => (year + part.years().0, year + part.years().1),
                    (Period::Century, Some(part)) => (year + part.years().0 * 10, year + part.years().1 * 10 + 9),
                    _ => (first, last),
                };
                Some((NaiveDate::from_ymd_opt(first, 1, 1)?, end_of_month(last, 12)?))
            }
            Period::Half(half) => months(half * 6 - 5, half * 6),
            Period::Quarter(quarter) => months(quarter * 3 - 2, quarter * 3),
            Period::Season(Season::Spring) => months(3, 5),
            Period::Season(Season::Summer) => months(6, 8),
            Period::Season(Season::Autumn) => months(9, 11),
            Period::Season(Season::Winter) => {
                Some((NaiveDate::from_ymd_opt(year - 1, 12, 1)?, end_of_month(year + 1, 2)?))
            }
            Period::Week(week) => match self.month {
                Some(month) => {
                    let end = end_of_month(year, month)?;
                    if week == 5 {
                        return Some((end.checked_sub_days(Days::new(6))?, end));
                    }
                    let first = NaiveDate::from_ymd_opt(year, month, week * 7 - 6)?;
                    Some((first, first.checked_add_days(Days::new(6))?))
                }
                None => {
                    let monday = NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)?;
                    Some((monday, monday.checked_add_days(Days::new(6))?))
                }
            },
            Period::Weekend(week) => Some((
                NaiveDate::from_isoywd_opt(year, week, Weekday::Sat)?,
                NaiveDate::from_isoywd_opt(year, week, Weekday::Sun)?,
            )),
        }
    }

    /// The first and the last year that can be meant; "early" and "late" are too loose in a decade to prove anything.
    pub(super) fn years(&self) -> Option<(i32, i32)> {
        let year = self.year?;
        Some(match self.period {
            Some(Period::Century) => (year, year + 100),
            Some(Period::Decade) => (year, year + 9),
            // A winter of the north and a summer of the south have two years.
            Some(Period::FiscalYear | Period::SchoolYear | Period::Season(Season::Winter | Season::Summer)) => {
                (year - 1, year + 1)
            }
            // A week belongs to the year that has its Thursday.
            Some(Period::Week(_) | Period::Weekend(_)) if self.month.is_none() => {
                let (first, last) = self.bounds()?;
                (first.year(), last.year())
            }
            _ => (year, year),
        })
    }

    /// Whether the year is one of several: a decade, a century, a fiscal or a school year.
    pub(super) fn spans_years(&self) -> bool {
        matches!(self.period, Some(Period::Century | Period::Decade | Period::FiscalYear | Period::SchoolYear))
    }

    /// Whether the calendar alone fixes the first and the last day.
    pub(super) fn is_exact(&self) -> bool {
        self.part.is_none()
            && !matches!(
                self.period,
                Some(Period::Season(_) | Period::FiscalYear | Period::SchoolYear | Period::Century)
            )
    }

    /// The date without a weekday that its own day gives the lie to: that is a finding of its own, not one of every
    /// comparison.
    pub(super) fn without_wrong_weekday(self) -> Self {
        if self.weekday_fits() == Some(false) { Self { weekday: None, ..self } } else { self }
    }
}

impl Period {
    /// Reads a field of TIMEX3: `Q3`, `H2`, `SU`, `W05`; `WE` is the end of the week before it.
    fn from_field(text: &str) -> Option<Self> {
        let number = |len: usize, most: u32| digits(text.get(1..)?, len).filter(|number| (1..=most).contains(number));
        Some(match text {
            "SP" => Self::Season(Season::Spring),
            "SU" => Self::Season(Season::Summer),
            "FA" => Self::Season(Season::Autumn),
            "WI" => Self::Season(Season::Winter),
            "WE" => Self::Weekend(0),
            _ if text.starts_with('Q') => Self::Quarter(number(1, 4)?),
            _ if text.starts_with('H') => Self::Half(number(1, 2)?),
            _ if text.starts_with('W') => Self::Week(number(2, 53)?),
            _ => return None,
        })
    }
}

impl Season {
    /// The field that TIMEX3 has for it.
    fn field(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }
}

impl Part {
    const ALL: [Self; 5] = [Self::Early, Self::Mid, Self::Late, Self::Start, Self::End];

    /// The word for it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Early => "early",
            Self::Mid => "mid",
            Self::Late => "late",
            Self::Start => "start",
            Self::End => "end",
        }
    }

    /// The days of a month; 31 stands for its last day.
    pub(super) fn days(self) -> (u32, u32) {
        match self {
            Self::Early => (1, 10),
            Self::Mid => (11, 20),
            Self::Late => (21, 31),
            Self::Start | Self::End => (1, 31),
        }
    }

    /// The months of a year.
    pub(super) fn months(self) -> (u32, u32) {
        match self {
            Self::Early => (1, 4),
            Self::Mid => (5, 8),
            Self::Late => (9, 12),
            Self::Start | Self::End => (1, 12),
        }
    }

    /// The years of a decade.
    pub(super) fn years(self) -> (i32, i32) {
        match self {
            Self::Early => (0, 3),
            Self::Mid => (4, 6),
            Self::Late => (7, 9),
            Self::Start | Self::End => (0, 9),
        }
    }
}

impl DateRange {
    /// Reads the form that [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn from_timex(text: &str) -> Option<Self> {
        let (start, end) = text.split_once('/')?;
        Some(Self { start: Date::from_timex(start)?, end: Date::from_timex(end)? })
    }
}

impl From<Date> for DateRange {
    fn from(date: Date) -> Self {
        Self { start: date, end: date }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// `2025-10-27`, `XXXX-10-27`, `2025-10`, `2025`, `199X` for a decade, `18XX` for a century, `2025-Q3`, `2025-H1`,
/// `2024-SU`, `FY2025`, `SY2025`, `2025-W07`, `2025-W07-WE`, `XXXX-07-W05` for the last week of July, `BC0044`, `XXXX-WXX-1` for a
/// Monday. TIMEX3 keeps "early" in an attribute; here it stands in front: `early 2025-10`. A weekday that the day does
/// not fix by itself is added: `XXXX-10-27-WXX-1`, and a wrong one is shown: `2025-10-27-WXX-2`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(part) = self.part {
            write!(f, "{part} ")?;
        }
        match (self.year, self.period) {
            (Some(year), Some(Period::Century)) => write!(f, "{:02}XX", year / 100)?,
            (Some(year), Some(Period::Decade)) => write!(f, "{:03}X", year / 10)?,
            (Some(year), Some(Period::FiscalYear)) => write!(f, "FY{year:04}")?,
            (Some(year), Some(Period::SchoolYear)) => write!(f, "SY{year:04}")?,
            (Some(year), _) if year <= 0 => write!(f, "BC{:04}", 1 - year)?,
            (Some(year), _) => write!(f, "{year:04}")?,
            (None, _) => f.write_str("XXXX")?,
        }
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        match self.period {
            Some(Period::Half(half)) => write!(f, "-H{half}")?,
            Some(Period::Quarter(quarter)) => write!(f, "-Q{quarter}")?,
            Some(Period::Season(season)) => write!(f, "-{}", season.field())?,
            Some(Period::Week(week)) => write!(f, "-W{week:02}")?,
            Some(Period::Weekend(week)) => write!(f, "-W{week:02}-WE")?,
            _ => {}
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        match self.weekday {
            Some(weekday) if self.weekday_fits() != Some(true) => {
                write!(f, "-WXX-{}", weekday.number_from_monday())
            }
            _ => Ok(()),
        }
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}

fn end_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(next.0, next.1, 1)?.checked_sub_days(Days::new(1))
}

fn digits(text: &str, len: usize) -> Option<u32> {
    (text.len() == len && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// The year in the first field of TIMEX3, and the years around it that are meant.
fn year_field(text: &str) -> Option<(Option<i32>, Option<Period>)> {
    let year = |text: &str, len: usize, times: i32| Some(digits(text, len)? as i32 * times);
    Some(match text {
        "XXXX" => (None, None),
        _ if text.starts_with("FY") => (Some(year(text.get(2..)?, 4, 1)?), Some(Period::FiscalYear)),
        _ if text.starts_with("SY") => (Some(year(text.get(2..)?, 4, 1)?), Some(Period::SchoolYear)),
        _ if text.starts_with("BC") => (Some(1 - year(text.get(2..)?, 4, 1).filter(|&year| year > 0)?), None),
        _ if text.ends_with("XX") => {
            (Some(year(text.get(..2).filter(|_| text.len() == 4)?, 2, 100)?), Some(Period::Century))
        }
        _ if text.ends_with('X') => {
            (Some(year(text.get(..3).filter(|_| text.len() == 4)?, 3, 10)?), Some(Period::Decade))
        }
        _ => (Some(year(text, 4, 1)?), None),
    })
}

/// The weekday with this number, Monday being 1.
fn weekday_number(text: &str) -> Option<Weekday> {
    let number = digits(text, 1)?;
    Weekday::try_from(u8::try_from(number).ok()?.checked_sub(1)?).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};
    use proptest::{option, sample};

    use super::*;
    use crate::values::agreement::Agreement;
    use crate::values::date_agreement::agree;
    use crate::values::whole_text::parse_date;

    fn date(text: &str) -> Date {
        parse_date(text).unwrap_or_else(|| panic!("no date: {text}"))
    }

    #[test]
    fn the_order_of_two_dates_is_told_where_it_is_certain() {
        use Ordering::{Equal, Greater, Less};
        for (a, b, expected) in [
            ("October 27", "October 27, 2031", Some(Equal)),
            ("October 28", "October 27, 2031", Some(Greater)),
            ("October 27", "October 28", Some(Less)),
            ("October 27, 2031", "October 27, 2032", Some(Less)),
            ("2031", "October 27, 2032", Some(Less)),
            ("September 2031", "October 27, 2031", Some(Less)),
            ("September", "October 27, 2031", Some(Less)),
            ("October 2031", "October 27, 2031", None),
            ("October 2031", "October 2031", None),
            ("2031", "2031", None),
            ("2031", "October 27", None),
            ("Monday", "Tuesday", None),
            ("Monday", "October 27, 2031", None),
            // The turn of the year lies between them.
            ("December 30", "January 2, 2032", None),
            ("December 30, 2031", "January 2, 2031", Some(Greater)),
            ("the 1990s", "2003", Some(Less)),
            ("the 1990s", "1994", None),
            ("Q3 2031", "Q4 2031", Some(Less)),
            ("Q3 2031", "October 1, 2031", Some(Less)),
            ("Q3 2031", "August 2031", None),
            ("H1 2031", "Q3 2031", Some(Less)),
            ("summer 2031", "autumn 2031", None),
            ("summer 2031", "2033", Some(Less)),
            ("the 19th century", "1950", Some(Less)),
            ("44 BC", "AD 79", Some(Less)),
        ] {
            assert_eq!(date(a).order(&date(b)), expected, "{a} / {b}");
            assert_eq!(date(b).order(&date(a)), expected.map(Ordering::reverse), "{b} / {a}");
        }
    }

    #[test]
    fn the_calendar_knows_which_days_there_are() {
        for (text, exists) in [
            ("April 30", true),
            ("April 31", false),
            ("February 29", true),
            ("February 29, 2032", true),
            ("February 29, 2031", false),
            ("February 30", false),
            ("2031", true),
            ("Monday", true),
        ] {
            assert_eq!(date(text).exists(), exists, "{text}");
        }
        assert_eq!(date("Wednesday, April 9, 2031").weekday_fits(), Some(true));
        assert_eq!(date("Tuesday, April 9, 2031").weekday_fits(), Some(false));
        assert_eq!(date("Tuesday, April 9").weekday_fits(), None);
    }

    #[test]
    fn a_date_has_a_first_and_a_last_day() {
        for (text, expected) in [
            ("April 9, 2031", Some("2031-04-09 2031-04-09")),
            ("February 2032", Some("2032-02-01 2032-02-29")),
            ("December 2031", Some("2031-12-01 2031-12-31")),
            ("late February 2032", Some("2032-02-21 2032-02-29")),
            ("mid-April 2031", Some("2031-04-11 2031-04-20")),
            ("2031", Some("2031-01-01 2031-12-31")),
            ("early 2031", Some("2031-01-01 2031-04-30")),
            ("the 1990s", Some("1990-01-01 1999-12-31")),
            ("late 1990s", Some("1997-01-01 1999-12-31")),
            ("Q3 2031", Some("2031-07-01 2031-09-30")),
            ("H1 2031", Some("2031-01-01 2031-06-30")),
            ("summer 2031", Some("2031-06-01 2031-08-31")),
            ("the 19th century", Some("1800-01-01 1900-12-31")),
            ("the third week of 2031", Some("2031-01-13 2031-01-19")),
            ("the last week of February 2032", Some("2032-02-23 2032-02-29")),
            ("April 9", None),
            ("April 31, 2031", None),
            ("Monday", None),
        ] {
            let days = date(text).earliest().zip(date(text).latest()).map(|(first, last)| format!("{first} {last}"));
            assert_eq!(days.as_deref(), expected, "{text}");
        }
    }

    fn dates() -> impl Strategy<Value = Date> {
        let year = option::of(1900..2100);
        let weekday = option::of((0_u8..7).prop_map(|day| Weekday::try_from(day).unwrap()));
        let part = option::of(sample::select(Part::ALL.to_vec()));
        let periods = [
            Period::Century,
            Period::Decade,
            Period::FiscalYear,
            Period::Half(2),
            Period::Quarter(1),
            Period::Quarter(4),
            Period::Season(Season::Summer),
            Period::Season(Season::Winter),
            Period::Week(1),
            Period::Week(5),
            Period::Week(52),
            Period::Weekend(23),
        ];
        let period = option::weighted(0.4, sample::select(periods.to_vec()));
        (year, period, option::of(1_u32..=12), option::of(1_u32..=31), weekday, part).prop_filter_map(
            "a date states something",
            |(year, period, month, day, weekday, part)| {
                let round = |year: i32, by: i32| year / by * by;
                let (year, period, month) = match (period, year) {
                    (Some(Period::Century), Some(year)) => (Some(round(year, 100)), period, None),
                    (Some(Period::Decade), Some(year)) => (Some(round(year, 10)), period, None),
                    (Some(Period::FiscalYear | Period::Weekend(_)), Some(year)) => (Some(year), period, None),
                    (Some(Period::Century | Period::Decade | Period::FiscalYear | Period::Weekend(_)), None) => {
                        (None, None, month)
                    }
                    (Some(Period::Week(week)), year) if week <= 5 => (year, period, month),
                    (Some(_), year) => (year, period, None),
                    (None, year) => (year, None, month),
                };
                let day = day.filter(|_| month.is_some() && period.is_none());
                let part = part.filter(|_| day.is_none() && (month.is_some() || year.is_some() || period.is_some()));
                let weekday = weekday.filter(|_| period.is_none());
                let states = year.is_some() || month.is_some() || weekday.is_some() || period.is_some();
                states.then_some(Date { year, period, month, day, weekday, part })
            },
        )
    }

    proptest! {
        #[test]
        fn agreement_is_symmetric_and_a_date_agrees_with_itself(a in dates(), b in dates()) {
            prop_assert_eq!(agree(&a, &b), agree(&b, &a));
            prop_assert_eq!(agree(&a, &a), Agreement::Same);
        }

        #[test]
        fn order_turns_round_and_never_contradicts_agreement(a in dates(), b in dates()) {
            prop_assert_eq!(a.order(&b), b.order(&a).map(Ordering::reverse));
            if matches!(a.order(&b), Some(Ordering::Less | Ordering::Greater)) {
                prop_assert!(agree(&a, &b) >= Agreement::Unknown);
            }
        }

        #[test]
        fn what_is_displayed_is_read_back(a in dates()) {
            let read = Date::from_timex(&a.to_string()).unwrap();
            let weekday = a.weekday.filter(|_| a.weekday_fits() != Some(true));
            prop_assert_eq!(read, Date { weekday, ..a });
            prop_assert_eq!(agree(&read, &a), Agreement::Same);
        }
    }
}
