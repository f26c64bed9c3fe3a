//! Whether two dates, or two ranges of them, can be the same.

use std::cmp::Ordering;

use chrono::Datelike as _;

use super::agreement::Agreement;
use super::date::{Date, DateRange, Part, Period, Season};

/// Whether two dates can be the same: a field stated on both sides must agree, a full date fixes its weekday, and the
/// fields of both together must be a day that the calendar has; a period must meet what the other one means.
///
/// A weekday against a day without a year is unknown. "Early", "mid" and "late" are loose: three days beside such a
/// part of a month, one month beside such a part of a year, or two years beside such a part of a decade nothing is proved;
/// nor is anything by six days beside a week of a month, by a season beside anything but another season that is not next to
/// it, or by a fiscal or school year.
#[must_use]
pub fn agree(a: &Date, b: &Date) -> Agreement {
    if a == b {
        return Agreement::Same;
    }
    let (a, b) = (a.without_wrong_weekday(), b.without_wrong_weekday());
    if let (Some(day), Some(other)) = (a.calendar_day(), b.calendar_day()) {
        return if day == other { Agreement::Same } else { Agreement::Conflict };
    }
    if years_differ(&a, &b) {
        return Agreement::Conflict;
    }
    if let Some(agreement) = periods_agree(&a, &b) {
        return agreement;
    }
    if differ(a.month, b.month) || differ(a.day, b.day) || differ(a.weekday, b.weekday) {
        return Agreement::Conflict;
    }
    let shared = a.month.is_some() && b.month.is_some() || a.weekday.is_some() && b.weekday.is_some();
    let unchecked = |a: &Date, b: &Date| a.weekday.is_some() && b.day.is_some() && b.year.is_none();
    let both = Date {
        year: if a.spans_years() { b.year.or(a.year) } else { a.year.or(b.year) },
        period: None,
        month: a.month.or(b.month),
        day: a.day.or(b.day),
        weekday: a.weekday.or(b.weekday),
        part: None,
    };
    let some_year = a.spans_years() && b.year.is_none_or(|_| b.spans_years())
        || b.spans_years() && a.year.is_none_or(|_| a.spans_years());
    let possible = if some_year {
        Date { year: None, ..both }.exists()
    } else {
        // A date that is impossible in itself is a finding of its own; here only what the two make together counts.
        (both.exists() || !a.exists() || !b.exists()) && both.weekday_fits() != Some(false)
    };
    if !possible {
        return Agreement::Conflict;
    }
    if !shared && both.year.is_none() && (unchecked(&a, &b) || unchecked(&b, &a)) {
        return Agreement::Unknown;
    }
    parts_agree(&a, &b)
}

/// Compares where a part of a year that is no month stands on one side at least; `None` where none does.
fn periods_agree(a: &Date, b: &Date) -> Option<Agreement> {
    let inside = |date: &Date| date.period.filter(|_| !date.spans_years());
    let (Some(period), other) = (match (inside(a), inside(b)) {
        (Some(period), other) => (Some(period), other),
        (None, other) => (other, None),
    }) else {
        return (matches!(a.period, Some(Period::FiscalYear | Period::SchoolYear)) && b.period == a.period)
            .then_some(Agreement::Conflict);
    };
    if let (Period::Season(season), Some(Period::Season(other))) = (period, other) {
        let months = if a.year.is_none() || b.year.is_none() || a.year == b.year { 0 } else { 12 };
        let apart = (season as i32 - other as i32).rem_euclid(4);
        return Some(match (apart, months) {
            (0, 0) => parts_agree(a, b).min(Agreement::Compatible),
            (2, 0) => Agreement::Conflict,
            // Two winters may be one that is told by either of its years; two summers of two years are two.
            (0, _) if season != Season::Winter => Agreement::Conflict,
            _ => Agreement::Unknown,
        });
    }
    let open = |date: &Date| date.month.is_none() && inside(date).is_none();
    if open(a) || open(b) {
        // A bare year, a decade, a weekday: whatever lies in it can be meant.
        return Some(Agreement::Compatible);
    }
    // Where neither tells the year, it is any: a leap year has every day.
    let year = if a.spans_years() { b.year } else { a.year.or(b.year) };
    let year = year.or(b.year.filter(|_| !b.spans_years())).unwrap_or(2024);
    let bounds = |date: &Date| {
        let year = date.year.filter(|_| !date.spans_years()).unwrap_or(year);
        Date { year: Some(year), ..*date }.bounds()
    };
    let (Some(a_days), Some(b_days)) = (bounds(a), bounds(b)) else { return Some(Agreement::Unknown) };
    let gap = (b_days.0 - a_days.1).num_days().max((a_days.0 - b_days.1).num_days());
    let loose = |date: &Date| match date.period {
        Some(Period::Season(_)) => 366,
        Some(Period::Week(_)) if date.month.is_some() => 6,
        Some(Period::Week(_) | Period::Weekend(_)) if date.year.is_none() => 7,
        _ => date.part.map_or(0, |_| if date.month.is_some() { 3 } else { 31 }),
    };
    let slack = loose(a).max(loose(b));
    Some(match gap {
        ..=0 => Agreement::Compatible,
        near if near <= slack => Agreement::Unknown,
        _ => Agreement::Conflict,
    })
}

/// Whether two ranges can be the same: start with start and end with end.
#[must_use]
pub fn agree_ranges(a: &DateRange, b: &DateRange) -> Agreement {
    agree(&a.start, &b.start).max(agree(&a.end, &b.end))
}

/// Whether a date can lie inside a range, its ends included.
#[must_use]
pub fn agree_inside(date: &Date, range: &DateRange) -> Agreement {
    let (start, end) = (date.order(&range.start), date.order(&range.end));
    if start == Some(Ordering::Less) || end == Some(Ordering::Greater) {
        return Agreement::Conflict;
    }
    if start.is_some() && end.is_some() {
        return Agreement::Compatible;
    }
    let (Some(first), Some(last)) = (range.start.earliest(), range.end.latest()) else { return Agreement::Unknown };
    match (date.bounds(), date.weekday) {
        (Some((earliest, latest)), _) if last < earliest || latest < first => Agreement::Conflict,
        (Some((earliest, latest)), _) if first <= earliest && latest <= last => Agreement::Compatible,
        (None, Some(weekday)) if date.month.is_none() => {
            let has = first.iter_days().take(7).any(|day| day <= last && day.weekday() == weekday);
            if has { Agreement::Compatible } else { Agreement::Conflict }
        }
        _ => Agreement::Unknown,
    }
}

fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.is_some() && b.is_some() && a != b
}

fn years_differ(a: &Date, b: &Date) -> bool {
    matches!((a.years(), b.years()), (Some(a), Some(b)) if a.1 < b.0 || b.1 < a.0)
}

/// Compares "early", "mid" and "late" where all stated fields agree.
fn parts_agree(a: &Date, b: &Date) -> Agreement {
    let (gap, slack) = match (a.month, b.month) {
        _ if a.part.is_none() && b.part.is_none() => return Agreement::Compatible,
        (Some(_), Some(_)) => (gap(days(a), days(b)), 3),
        _ if a.spans_years() || b.spans_years() => (gap(years(a), years(b)), 2),
        _ => (gap(months(a), months(b)), 1),
    };
    match gap {
        0 => Agreement::Compatible,
        near if near <= slack => Agreement::Unknown,
        _ => Agreement::Conflict,
    }
}

/// The days of its month that a date may mean.
fn days(date: &Date) -> (u32, u32) {
    date.day.map_or_else(|| date.part.map_or((1, 31), Part::days), |day| (day, day))
}

/// The years that a date may mean; "early" and "late" in a century are too loose to prove anything.
fn years(date: &Date) -> (i32, i32) {
    match (date.years(), date.period, date.part) {
        (Some((first, _)), Some(Period::Decade), Some(part)) => (first + part.years().0, first + part.years().1),
        (years, ..) => years.unwrap_or((i32::MIN, i32::MAX)),
    }
}

/// The months of its year that a date may mean.
fn months(date: &Date) -> (u32, u32) {
    date.month.map_or_else(|| date.part.map_or((1, 12), Part::months), |month| (month, month))
}

/// How far two intervals lie apart; 0 where they meet.
fn gap<T: Into<i64>>(a: (T, T), b: (T, T)) -> i64 {
    let (a, b): ((i64, i64), (i64, i64)) = ((a.0.into(), a.1.into()), (b.0.into(), b.1.into()));
    (b.0 - a.1).max(a.0 - b.1).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::whole_text::{parse_date, parse_range};

    fn date(text: &str) -> Date {
        parse_date(text).unwrap_or_else(|| panic!("no date: {text}"))
    }

    fn range(text: &str) -> DateRange {
        parse_range(text).unwrap_or_else(|| panic!("no range: {text}"))
    }

    #[test]
    fn dates_agree_where_one_day_fits_both() {
        use Agreement::{Compatible, Conflict, Same, Unknown};
        for (a, b, expected) in [
            ("April 9, 2031", "Apr. 9", Compatible),
            ("April 9, 2031", "9 April 2031", Same),
            ("April 9, 2031", "2031-04-09", Same),
            ("April 9, 2031", "Wednesday, April 9, 2031", Same),
            ("April 9", "April 10", Conflict),
            ("April 9", "9 April", Same),
            ("April 9", "May 9", Conflict),
            ("April 9, 2031", "April 2031", Compatible),
            ("April 9, 2031", "April", Compatible),
            ("April 9, 2031", "2031", Compatible),
            ("April 9, 2031", "2019", Conflict),
            ("April 9, 2031", "May 2031", Conflict),
            ("April 9, 2031", "May", Conflict),
            ("April 2031", "2031", Compatible),
            ("April 2031", "April 2032", Conflict),
            ("April", "2031", Compatible),
            ("April 9", "2031", Compatible),
            ("February 29", "2032", Compatible),
            ("February 29", "2031", Conflict),
            ("February 30", "2031", Compatible),
            ("February 30", "February 30", Same),
            // Weekdays.
            ("Wednesday", "April 9, 2031", Compatible),
            ("Tuesday", "April 9, 2031", Conflict),
            ("Wednesday", "April 9", Unknown),
            ("Wednesday", "Tuesday", Conflict),
            ("Wednesday", "Wednesday", Same),
            ("Wednesday", "2031", Compatible),
            ("Wednesday", "April 2031", Compatible),
            ("Wednesday, April 9", "2031", Compatible),
            ("Tuesday, April 9", "2031", Conflict),
            ("Wednesday, April 9", "April 9", Compatible),
            ("Wednesday, April 9", "Wednesday", Compatible),
            ("Wednesday, April 9", "Tuesday", Conflict),
            ("Wednesday, April 9", "Thursday, April 10", Conflict),
            ("Wednesday, April 9", "April 9, 2031", Compatible),
            ("Tuesday, April 9", "April 9, 2031", Conflict),
            // A weekday that its own day gives the lie to is a finding of its own.
            ("Tuesday, April 9, 2031", "April 9, 2031", Same),
            ("Tuesday, April 9, 2031", "Wednesday", Compatible),
            ("Tuesday, April 9, 2031", "April 10, 2031", Conflict),
            // Parts.
            ("late April 2031", "April 27, 2031", Compatible),
            ("late April 2031", "late April 2031", Same),
            ("late April 2031", "April 2031", Compatible),
            ("late April 2031", "late April", Compatible),
            ("early April 2031", "April 27, 2031", Conflict),
            ("early April 2031", "April 12, 2031", Unknown),
            ("early April 2031", "late April 2031", Conflict),
            ("early April 2031", "mid-April 2031", Unknown),
            ("early April", "April 10", Compatible),
            ("early April", "May 2", Conflict),
            ("late 2031", "October 2031", Compatible),
            ("late 2031", "August 2031", Unknown),
            ("late 2031", "April 9, 2031", Conflict),
            ("late 2031", "early October 2031", Compatible),
            ("late 2031", "early 2032", Conflict),
            // Decades.
            ("the 1990s", "1994", Compatible),
            ("the 1990s", "April 9, 1999", Compatible),
            ("the 1990s", "2003", Conflict),
            ("the 1990s", "the 1980s", Conflict),
            ("the 1990s", "1990s", Same),
            ("the 1990s", "April 9", Compatible),
            ("early 1990s", "1999", Conflict),
            ("early 1990s", "1995", Unknown),
            ("early 1990s", "late 1990s", Conflict),
            ("early 1990s", "1992", Compatible),
            ("early 1990s", "the 1990s", Compatible),
            ("early 1990s", "April 9", Compatible),
            // Quarters and halves.
            ("Q3 2031", "the third quarter of 2031", Same),
            ("Q3 2031", "August 2031", Compatible),
            ("Q3 2031", "August 9, 2031", Compatible),
            ("Q3 2031", "October 2031", Conflict),
            ("Q3 2031", "October 1, 2031", Conflict),
            ("Q3 2031", "Q4 2031", Conflict),
            ("Q3 2031", "Q3 2032", Conflict),
            ("Q3 2031", "2031", Compatible),
            ("Q3 2031", "2032", Conflict),
            ("Q3 2031", "August", Compatible),
            ("Q3 2031", "October", Conflict),
            ("Q3 2031", "Monday", Compatible),
            ("H2 2031", "Q3 2031", Compatible),
            ("H2 2031", "Q2 2031", Conflict),
            ("the first half of 2031", "the first six months of 2031", Same),
            ("the first half of 2031", "July 1, 2031", Conflict),
            ("the first half of 2031", "early 2031", Compatible),
            // Seasons: whose summer is not known.
            ("summer 2031", "the summer of 2031", Same),
            ("summer 2031", "July 2031", Compatible),
            ("summer 2031", "January 2031", Unknown),
            ("summer 2031", "winter 2031", Conflict),
            ("summer 2031", "autumn 2031", Unknown),
            ("summer 2031", "summer 2032", Conflict),
            // Summer in the south.
            ("summer 2031", "February 2032", Unknown),
            ("summer 2031", "February 2033", Conflict),
            ("winter 2031", "January 2032", Compatible),
            ("winter 2031", "December 2030", Compatible),
            ("winter 2031", "winter 2032", Unknown),
            ("winter 2031", "2035", Conflict),
            // Weeks.
            ("the first week of October 2031", "October 3, 2031", Compatible),
            ("the first week of October 2031", "October 10, 2031", Unknown),
            ("the first week of October 2031", "October 27, 2031", Conflict),
            ("the last week of October", "October 27", Compatible),
            ("the last week of October", "October 3", Conflict),
            ("the last week of October", "November 2", Unknown),
            ("the third week of 2031", "January 15, 2031", Compatible),
            ("the third week of 2031", "February 15, 2031", Conflict),
            // Centuries and fiscal years.
            ("the 19th century", "1850", Compatible),
            ("the 19th century", "1900", Compatible),
            ("the 19th century", "1901", Conflict),
            ("the 19th century", "the 1880s", Compatible),
            ("the 19th century", "the 1910s", Conflict),
            ("the 19th century", "the 18th century", Compatible),
            ("the 19th century", "the 17th century", Conflict),
            ("the '70s", "the 1970s", Same),
            ("FY2031", "2031", Compatible),
            ("FY2031", "November 2030", Compatible),
            ("FY2031", "2035", Conflict),
            ("FY2031", "fiscal year 2032", Conflict),
            ("FY2031", "fiscal 2031", Same),
            // Holidays and years before Christ.
            ("Christmas Day", "December 25, 2031", Compatible),
            ("Christmas Eve", "December 25, 2031", Conflict),
            ("Easter Sunday 2031", "April 13, 2031", Same),
            ("44 BC", "AD 44", Conflict),
            ("44 BC", "44 BCE", Same),
            // Of an ambiguous order only the year is read.
            ("3/4/2031", "March 4, 2031", Compatible),
            ("3/4/2031", "March 4, 2032", Conflict),
        ] {
            assert_eq!(agree(&date(a), &date(b)), expected, "{a} / {b}");
            assert_eq!(agree(&date(b), &date(a)), expected, "{b} / {a}");
        }
    }

    #[test]
    fn ranges_agree_end_by_end_and_hold_the_dates_inside() {
        use Agreement::{Compatible, Conflict, Same, Unknown};
        for (a, b, expected) in [
            ("April 9 to April 11, 2031", "9-11 April 2031", Same),
            ("April 9 to April 11, 2031", "April 9 to April 11", Compatible),
            ("April 9 to April 11, 2031", "April 9 to April 12", Conflict),
            ("from 1998 to 2004", "1998-2004", Same),
            ("from 1998 to 2004", "1998-2003", Conflict),
        ] {
            assert_eq!(agree_ranges(&range(a), &range(b)), expected, "{a} / {b}");
            assert_eq!(agree_ranges(&range(b), &range(a)), expected, "{b} / {a}");
        }
        for (inside, around, expected) in [
            ("April 9", "April 9 to April 11", Compatible),
            ("April 10, 2031", "April 9 to April 11", Compatible),
            ("April 11", "April 9 to April 11, 2031", Compatible),
            ("April 12", "April 9 to April 11, 2031", Conflict),
            ("April 8, 2031", "April 9 to April 11, 2031", Conflict),
            ("April 10, 2030", "April 9 to April 11, 2031", Conflict),
            ("April 2031", "April 9 to April 11, 2031", Unknown),
            ("April 2031", "from March to May 2031", Compatible),
            ("May 2031", "April 9 to April 11, 2031", Conflict),
            ("2000", "from 1998 to 2004", Compatible),
            ("1998", "from 1998 to 2004", Compatible),
            ("2005", "from 1998 to 2004", Conflict),
            ("Wednesday", "April 9 to April 11, 2031", Compatible),
            ("Monday", "April 9 to April 11, 2031", Conflict),
            ("Monday", "April 9 to April 19, 2031", Compatible),
            ("Monday", "April 9 to April 11", Unknown),
            ("January 1", "December 30 to January 2", Unknown),
        ] {
            assert_eq!(agree_inside(&date(inside), &range(around)), expected, "{inside} / {around}");
        }
    }
}
