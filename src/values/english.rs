//! Values in plain English, for people; programs get the form that [`Value`] displays.

use chrono::{Datelike as _, NaiveDate, Weekday};
use rust_decimal::Decimal;

use super::amount::{Amount, Bound};
use super::choice;
use super::date::{Date, DateRange, Part, Period};
use super::duration::TimeUnit;
use super::value::Value;

/// `October 27, 2025` for `2025-10-27`, `Wednesday` for `XXXX-WXX-3`, `about 18,000` for `~ 18000`, `10 days` for `P10D`.
#[must_use]
pub fn value(value: &Value) -> String {
    match value {
        Value::Count(number) | Value::Number(number) => amount(number),
        Value::Quantity(quantity) => {
            with_bound(&quantity.amount, |number| format!("{} {}", figure(number), quantity.measure))
        }
        Value::Money(money) => with_bound(&money.amount, |number| format!("{} {}", money.currency, figure(number))),
        Value::Percent(share) if share.points => with_bound(&share.amount, |number| {
            format!("{} percentage {}", figure(number), if number == Decimal::ONE { "point" } else { "points" })
        }),
        Value::Percent(share) => with_bound(&share.amount, |number| format!("{}%", figure(number))),
        Value::Date(day) => date(day),
        Value::Range(dates) => range(dates),
        Value::Time(time) => {
            let written = time.to_string();
            let (about, clock) = written.strip_prefix("~ ").map_or(("", &*written), |clock| ("about ", clock));
            // The parts of a day have names in TIMEX3 that only programs read.
            if time.part.is_some() {
                return written;
            }
            let clock = clock.trim_start_matches('T');
            let minutes = if clock.len() == 2 { ":00" } else { "" };
            format!("{about}{clock}{minutes}")
        }
        Value::Duration(length) => with_bound(&length.amount, |number| match length.days {
            0 if length.unit == TimeUnit::Second && number >= MINUTE => stopwatch(number),
            0 => lasting(number, length.unit),
            days => format!("{} and {}", lasting(number, length.unit), lasting(Decimal::from(days), TimeUnit::Day)),
        }),
        Value::Age(age) => {
            // "89 to 90 years old"
            let least = age.amount.upper.map(|_| format!("{} to ", figure(age.amount.number))).unwrap_or_default();
            let most = Amount { number: age.amount.upper.unwrap_or(age.amount.number), upper: None, ..age.amount };
            with_bound(&most, |number| format!("{least}{} old", lasting(number, age.unit)))
        }
        Value::Ordinal(nth) => ordinal(*nth),
        Value::Person(_)
        | Value::Place(_)
        | Value::Office(_)
        | Value::Org(_)
        | Value::Polarity(_)
        | Value::Identifier(_)
        | Value::Words(_) => value.to_string(),
        Value::Choice(name) => choice::shown(name).to_owned(),
    }
}

/// `October 27, 2025`, `Tuesday, October 27`, `late October 2025`, `the 1990s`, `Wednesday`. A weekday that follows from
/// the day is left out, a wrong one is said.
#[must_use]
pub fn date(date: &Date) -> String {
    let weekday = date.weekday.filter(|_| date.weekday_fits() != Some(true)).map(weekday);
    let year = match date.period {
        None => date.year.map(|year| year.to_string()),
        Some(Period::Decade) => date.year.map(|year| format!("the {year}s")),
        Some(Period::Quarter(quarter)) => {
            date.year.map(|year| format!("the {} quarter of {year}", ordinal(quarter.into())))
        }
        // The other periods have names of many kinds; TIMEX3 has one for each.
        Some(_) => return date.to_string(),
    };
    let day = match (date.month.and_then(month), date.day, year) {
        (Some(month), Some(day), Some(year)) => Some(format!("{month} {day}, {year}")),
        (Some(month), Some(day), None) => Some(format!("{month} {day}")),
        (Some(month), None, Some(year)) => Some(format!("{month} {year}")),
        (Some(month), None, None) => Some(month.to_owned()),
        (None, Some(day), None) => Some(format!("the {}", ordinal(day.into()))),
        (None, None, year) => year,
        (None, Some(_), Some(_)) => return date.to_string(),
    };
    let day = match (date.part, day) {
        (Some(edge @ (Part::Start | Part::End)), Some(day)) => Some(format!("the {edge} of {day}")),
        (Some(part), Some(day)) => Some(match day.strip_prefix("the ") {
            Some(decade) => format!("the {part} {decade}"),
            None => format!("{part} {day}"),
        }),
        (_, day) => day,
    };
    match (weekday, day) {
        (Some(weekday), Some(day)) => format!("{weekday}, {day}"),
        (Some(weekday), None) => weekday.to_owned(),
        (None, Some(day)) => day,
        (None, None) => date.to_string(),
    }
}

/// `July 3 to July 7, 2026`: the year once where both ends share it.
#[must_use]
pub fn range(range: &DateRange) -> String {
    let DateRange { start, end } = range;
    if start == end {
        return date(start);
    }
    let shared = start.year.is_some() && start.year == end.year && start.month.is_some() && end.month.is_some();
    // A weekday is checked against the whole date, so that the year only goes where none is stated.
    let first = if shared && start.weekday.is_none() { Date { year: None, ..*start } } else { *start };
    format!("{} to {}", date(&first), date(end))
}

/// A date or a range written as TIMEX3, in words; anything else as it stands.
#[must_use]
pub fn timex(written: &str) -> String {
    if let Some(dates) = DateRange::from_timex(written) {
        return range(&dates);
    }
    if let Some(from) = written.strip_suffix("/..").and_then(Date::from_timex) {
        return format!("since {}", date(&from));
    }
    if let Some(to) = written.strip_prefix("../").and_then(Date::from_timex) {
        return format!("until {}", date(&to));
    }
    Date::from_timex(written).map_or_else(|| written.to_owned(), |day| date(&day))
}

/// A full calendar day: `October 27, 2025`.
#[must_use]
pub fn day(day: NaiveDate) -> String {
    date(&Date::of(day))
}

/// The month's name; `None` for a number that is no month.
#[must_use]
pub fn month(month: u32) -> Option<&'static str> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::try_from(month).ok()?.checked_sub(1)?).copied()
}

/// The weekday's name.
#[must_use]
pub fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// How many days a month has; without a year, February has 29.
#[must_use]
pub fn days_of_month(year: Option<i32>, month: u32) -> Option<u32> {
    let year = year.unwrap_or(2024);
    (28..=31).rev().find(|&day| NaiveDate::from_ymd_opt(year, month, day).is_some_and(|date| date.month() == month))
}

/// `about 18,000`, `40 to 50`, `200 or more`.
#[must_use]
pub fn amount(amount: &Amount) -> String {
    with_bound(amount, figure)
}

/// `1 day`, `10 days`.
#[must_use]
pub fn lasting(number: Decimal, unit: TimeUnit) -> String {
    let unit = match unit {
        TimeUnit::Second => "second",
        TimeUnit::Minute => "minute",
        TimeUnit::Hour => "hour",
        TimeUnit::Day => "day",
        TimeUnit::Night => "night",
        TimeUnit::BusinessDay => "working day",
        TimeUnit::Week => "week",
        TimeUnit::Month => "month",
        TimeUnit::Year => "year",
    };
    format!("{} {unit}{}", figure(number), if number == Decimal::ONE { "" } else { "s" })
}

/// Seconds as a stopwatch shows them: `2:34:08`, `1:34.08`.
fn stopwatch(seconds: Decimal) -> String {
    let (minutes, rest) = ((seconds / MINUTE).floor(), seconds % MINUTE);
    let zero = |number: Decimal| if number < Decimal::TEN { "0" } else { "" };
    let (hours, of_hour) = ((minutes / MINUTE).floor(), minutes % MINUTE);
    match hours.is_zero() {
        true => format!("{}:{}{}", minutes.normalize(), zero(rest), rest),
        false => {
            format!("{}:{}{}:{}{}", hours.normalize(), zero(of_hour), of_hour.normalize(), zero(rest), rest)
        }
    }
}

/// Seconds in a minute, and minutes in an hour.
const MINUTE: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

fn with_bound(amount: &Amount, write: impl Fn(Decimal) -> String) -> String {
    let number = match amount.upper {
        Some(upper) => format!("{} to {}", write(amount.number), write(upper)),
        None => write(amount.number),
    };
    match amount.bound {
        Bound::Plain => number,
        Bound::About => format!("about {number}"),
        Bound::AtLeast => format!("{number} or more"),
        Bound::AtMost => format!("{number} or less"),
        Bound::Nearly => format!("nearly {number}"),
        Bound::JustOver => format!("just over {number}"),
    }
}

/// A number with commas from 10,000 on, and the words for millions and more where at most two decimals stand before them.
fn figure(number: Decimal) -> String {
    const SCALES: [(i64, &str); 3] =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
    for (scale, name) in SCALES {
        let scale = Decimal::from(scale);
        if number.abs() >= scale
            && let Some(scaled) = number.checked_div(scale).map(|scaled| scaled.normalize())
            && scaled.scale() <= 2
        {
            return format!("{scaled} {name}");
        }
    }
    let plain = number.normalize().to_string();
    let (whole, decimals) = plain.split_once('.').map_or((&*plain, None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut figure = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len() > 4 && (digits.len() - at).is_multiple_of(3) {
            figure.push(',');
        }
        figure.push(digit);
    }
    decimals.map_or_else(|| figure.clone(), |decimals| format!("{figure}.{decimals}"))
}

fn ordinal(nth: u64) -> String {
    let ending = match (nth % 10, nth % 100) {
        (1, last) if last != 11 => "st",
        (2, last) if last != 12 => "nd",
        (3, last) if last != 13 => "rd",
        _ => "th",
    };
    format!("{nth}{ending}")
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Value, amount, days_of_month, lasting, ordinal, timex, value};
    use crate::values::amount::{Amount, Bound};
    use crate::values::duration::{Age, Duration, Leeway, TimeUnit};
    use crate::values::money::Money;
    use crate::values::percent::Percent;
    use crate::values::time::{Precision, Time};

    fn plain(number: &str) -> Amount {
        Amount { number: number.parse().unwrap(), upper: None, bound: Bound::Plain, precision: 0 }
    }

    #[test]
    fn an_age_that_the_words_leave_open_has_its_unit_once() {
        let amount = Amount { upper: Some("69".parse().unwrap()), ..plain("68") };
        assert_eq!(value(&Value::Age(Age { amount, unit: TimeUnit::Year })), "68 to 69 years old");
        assert_eq!(value(&Value::Age(Age { amount: plain("68"), unit: TimeUnit::Year })), "68 years old");
    }

    #[test]
    fn dates_are_said_as_newspapers_say_them() {
        for (written, expected) in [
            ("2025-10-27", "October 27, 2025"),
            ("XXXX-10-27", "October 27"),
            ("XXXX-10-27-WXX-2", "Tuesday, October 27"),
            ("2025-10-27-WXX-2", "Tuesday, October 27, 2025"),
            ("XXXX-WXX-3", "Wednesday"),
            ("2025-10", "October 2025"),
            ("late 2025-10", "late October 2025"),
            ("2025", "2025"),
            ("199X", "the 1990s"),
            ("early 199X", "the early 1990s"),
            ("end 2025-05", "the end of May 2025"),
            ("2026-07-03/2026-07-07", "July 3 to July 7, 2026"),
            ("2026-07-03/2026-07-03", "July 3, 2026"),
            ("2025-12-28/2026-01-03", "December 28, 2025 to January 3, 2026"),
            ("XXXX-07-03/2026-07-07", "July 3 to July 7, 2026"),
            ("2019/2024", "2019 to 2024"),
            ("2025-10-27/..", "since October 27, 2025"),
            ("../2025-10-27", "until October 27, 2025"),
            ("Olden Harbour", "Olden Harbour"),
        ] {
            assert_eq!(timex(written), expected);
        }
    }

    #[test]
    fn numbers_are_said_with_their_bounds() {
        for (number, expected) in [
            (plain("2022"), "2022"),
            (plain("18000"), "18,000"),
            (plain("-1234567.5"), "-1,234,567.5"),
            (plain("2.50"), "2.5"),
            (plain("215000000000"), "215 billion"),
            (plain("1250000"), "1.25 million"),
            (Amount { bound: Bound::About, ..plain("400") }, "about 400"),
            (Amount { bound: Bound::AtLeast, ..plain("200") }, "200 or more"),
            (Amount { bound: Bound::AtMost, ..plain("5") }, "5 or less"),
            (Amount { bound: Bound::Nearly, ..plain("90") }, "nearly 90"),
            (Amount { bound: Bound::JustOver, ..plain("90") }, "just over 90"),
            (Amount { upper: Some(Decimal::from(50)), ..plain("40") }, "40 to 50"),
        ] {
            assert_eq!(amount(&number), expected);
        }
    }

    #[test]
    fn units_are_said_in_words() {
        let seconds =
            |number| Duration { amount: plain(number), unit: TimeUnit::Second, days: 0, leeway: Leeway::None };
        let percent = |points| Percent { amount: plain("2"), points, fraction: false };
        for (said, expected) in [
            (Value::Money(Money { amount: plain("2500000"), currency: "USD" }), "USD 2.5 million"),
            (Value::Percent(percent(false)), "2%"),
            (Value::Percent(percent(true)), "2 percentage points"),
            (
                Value::Duration(Duration { amount: plain("10"), unit: TimeUnit::Day, days: 0, leeway: Leeway::None }),
                "10 days",
            ),
            (Value::Duration(seconds("9248")), "2:34:08"),
            (Value::Duration(seconds("94.08")), "1:34.08"),
            (Value::Time(Time::clock(457 * 60, Precision::Minute)), "07:37"),
            (Value::Time(Time::clock(9 * 3600, Precision::Hour)), "09:00"),
            (Value::Ordinal(3), "3rd"),
            (Value::Choice("closed".to_owned()), "closed"),
        ] {
            assert_eq!(value(&said), expected);
        }
        assert_eq!(lasting(Decimal::ONE, TimeUnit::Night), "1 night");
        for (nth, expected) in [(1, "1st"), (11, "11th"), (22, "22nd"), (113, "113th")] {
            assert_eq!(ordinal(nth), expected);
        }
    }

    #[test]
    fn months_have_their_days() {
        for (year, month, expected) in [
            (Some(2025), 2, Some(28)),
            (Some(2024), 2, Some(29)),
            (None, 2, Some(29)),
            (None, 4, Some(30)),
            (None, 13, None),
        ] {
            assert_eq!(days_of_month(year, month), expected);
        }
    }
}
