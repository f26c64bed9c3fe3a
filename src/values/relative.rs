//! Resolves days that a text tells from the day it was written: "yesterday", "two weeks ago", "next month".
//!
//! Only a date that the source itself states can be counted from; without one such words are not read at all, and a
//! weekday stays open (`XXXX-WXX-1`). "Last Friday" and "next Friday" mean the nearest one to some and the one of the
//! next week to others: they are resolved only where both are the same day.

use std::sync::LazyLock;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::calendar_words::{self, CalendarWord, calendar_word, cardinal, month};
use super::date::{Date, DateRange, Part, Period, Season};
use super::date_frame::part_named;
use super::date_reader::date;
use super::find::sort;
use super::holiday::{holiday_weekend, is_holiday, moving_holiday};
use super::month_reader::{day_of_month, month_with_year};
use super::period_reader::period_of_year;
use super::range_reader::range;
use super::sentence_words::SentenceWords;
use super::value::{Kind, Reading, Value};
use crate::source::document::Document;
use crate::source::word_table::WordTable;

/// The words that begin what is told from the day of writing, and the names of holidays; beside these a weekday, a month or
/// a length of time can, which have been read before.
static STARTS: LazyLock<WordTable<()>> = LazyLock::new(|| {
    let mut starts = WordTable::of(
        "yesterday today tomorrow tonight last next this past previous coming following from between first second third \
         fourth fifth in",
    );
    calendar_words::words().filter(|word| is_holiday(word)).for_each(|word| *starts.entry(word, || ()) = ());
    starts
});

/// Adds what the text tells from `day`, the day the source says it was written on, to its readings, which stay in their
/// order. The weekday of "last Friday" remains a reading of its own; a bare number inside what is added does not.
pub fn resolve(document: &Document, day: NaiveDate, readings: &mut Vec<Reading>) {
    let mut found = Vec::new();
    let (mut behind, mut next) = (0, 0);
    for at in 0..document.tokens().len() {
        let mut begins = document.look_up(at, &STARTS).is_some();
        while let Some(reading) = readings.get(next).filter(|reading| reading.tokens.start as usize <= at) {
            begins |= matches!(reading.kind, Kind::Weekday | Kind::Date | Kind::Range | Kind::Duration | Kind::Ordinal)
                && reading.tokens.start as usize == at;
            next += 1;
        }
        if at < behind || !begins {
            continue;
        }
        let Some(words) = SentenceWords::around(document, at) else { continue };
        let Some((value, end)) = range_from(&words, at, day).or_else(|| days_of_week(&words, at, day)).or_else(|| {
            let (date, end) = relative(&words, at, day)?;
            Some((Value::Date(date), end))
        }) else {
            continue;
        };
        behind = end;
        let kind = if matches!(value, Value::Range(_)) { Kind::Range } else { Kind::Date };
        found.push(Reading { kind, tokens: at as u32..end as u32, value });
    }
    if found.is_empty() {
        return;
    }
    let covered = |reading: &Reading| {
        let held = found.partition_point(|other| other.tokens.end <= reading.tokens.start);
        found
            .get(held)
            .is_some_and(|other| other.tokens.start <= reading.tokens.start && reading.tokens.end <= other.tokens.end)
    };
    let bare = |reading: &Reading| matches!(reading.kind, Kind::Count | Kind::Ordinal);
    readings.retain(|reading| !(bare(reading) && covered(reading)));
    readings.append(&mut found);
    sort(readings);
}

/// Whether the year of a date stands in none of its words, so that it was counted from the day of writing.
#[must_use]
pub fn is_relative(document: &Document, reading: &Reading) -> bool {
    let digits = |at: u32| document.word(at as usize).bytes().filter(u8::is_ascii_digit).count() >= 4;
    matches!(reading.value, Value::Date(Date { year: Some(_), .. })) && !reading.tokens.clone().any(digits)
}

/// The date that begins at `at`, and the token behind it.
fn relative(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let word = words.word(at);
    match word {
        "today" | "tonight" => days_from(words, at, day, 0),
        "yesterday" => days_from(words, at, day, -1),
        "tomorrow" => days_from(words, at, day, 1),
        "last" | "next" | "this" | "past" | "previous" | "coming" | "following" => {
            let Some((date, end)) = named(words, at, day) else { return last_weekday(words, at, day) };
            Some((Date { part: date.part.or_else(|| part_before(words, at, &date)), ..date }, end))
        }
        "in" => in_days(words, at, day),
        "first" if words.before(at, 1) != "the" && words.before(at, 1) != "a" => nth_period(words, at, day),
        _ if month(word).is_some() => month_of(words, at, day).or_else(|| day_of_year(words, at, day)),
        _ => weekday_of(words, at, day)
            .or_else(|| nth_weekday(words, at, day))
            .or_else(|| nth_day(words, at, day))
            .or_else(|| nth_period(words, at, day))
            .or_else(|| day_of_year(words, at, day))
            .or_else(|| counted(words, at, day))
            .or_else(|| nearest_holiday(words, at, day)),
    }
}

/// "early next year", "late last month".
fn part_before(words: &SentenceWords<'_>, at: usize, date: &Date) -> Option<Part> {
    let whole = date.day.is_none() && date.period.is_none();
    match words.before(at, 1) {
        "early" if whole => Some(Part::Early),
        "late" if whole => Some(Part::Late),
        "of" if whole => part_named(words.before(at, 2)),
        _ => None,
    }
}

/// "in three days on Friday": the weekday proves the day; without it "in three days" may be within them.
fn in_days(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let (days, behind) = cardinal(words, at + 1)?;
    let on = behind + 1 + usize::from(words.word(behind + 1) == "," || words.word(behind + 1) == "on");
    let CalendarWord::Weekday(weekday) = calendar_word(words.word(on))? else { return None };
    let then = shifted(day, i64::from(days)).filter(|then| then.weekday() == weekday)?;
    matches!(words.word(behind), "day" | "days").then(|| (Date::of(then), on + 1))
}

/// "on Easter Monday", "over the Easter weekend": the nearest one.
fn nearest_holiday(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    // A look at the first word spares most the look at every name.
    if !is_holiday(words.word(at)) {
        return None;
    }
    if let Some((rule, end)) = holiday_weekend(words, at) {
        return Some((rule.weekend_near(day)?, end));
    }
    let (rule, end) = moving_holiday(words, at)?;
    Some((Date::of(rule.near(day)?), end))
}

/// "yesterday", but no paper and no film of that name.
fn days_from(words: &SentenceWords<'_>, at: usize, day: NaiveDate, days: i64) -> Option<(Date, usize)> {
    let possessive = words.word(at + 1) == "'s" && words.is_word(at + 2);
    let named = words.capital(at) && at > words.start() && words.before(at, 1) != "\"";
    // "the day before yesterday", "the day after tomorrow"
    let beyond = matches!((words.before(at, 1), days), ("before", -1) | ("after", 1)) && words.before(at, 2) == "day";
    let days = if beyond { 2 * days } else { days };
    (!named && !possessive).then(|| shifted(day, days)).flatten().map(|day| (Date::of(day), at + 1))
}

/// "last Friday", "next week", "this month", "last summer", "next June", "last week Sunday", "next week on Friday".
fn named(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    // "the last week of July", "for the past year": no word of the calendar stands alone here.
    let word = words.word(at);
    let turn = match word {
        "last" | "past" | "previous" => -1,
        "this" => 0,
        _ => 1,
    };
    let strict = matches!(word, "last" | "next" | "this") && words.before(at, 1) != "the";
    let next = at + 1;
    match calendar_word(words.word(next)) {
        Some(CalendarWord::Weekday(weekday)) => {
            // "this Friday (June 15)" and "last Monday in May" say it themselves.
            let apart = !words.glued(next + 1) || words.closes(next + 1);
            let told = words.word(next + 1) == "("
                || words.word(next + 1).starts_with(|c: char| c.is_ascii_digit())
                || month(words.word(next + 1)).is_some()
                || matches!(words.word(next + 1), "of" | "in" | "the")
                || super::date_reader::date(words, next).is_some_and(|found| found.value.day.is_some());
            if told || !apart {
                return None;
            }
            let (nearest, of_week) = (nearest(day, weekday, turn)?, of_week(day, weekday, turn)?);
            let sure = match word {
                "past" | "coming" => Some(nearest),
                "this" => (of_week >= day).then_some(of_week),
                _ => (nearest == of_week).then_some(nearest),
            };
            return sure.filter(|_| words.before(at, 1) != "the" || turn != 0).map(|day| (Date::of(day), next + 1));
        }
        Some(CalendarWord::Month(number) | CalendarWord::ShortMonth(number)) if strict => {
            // "next June 5" and "this May 2031" say it all themselves.
            if day_of_month(words, next + 1).is_some() || words.digits(next + 1, 4, 4).is_some() {
                return None;
            }
            // Said in November, "last September" is two months or a year ago.
            let open = match turn {
                -1 => number < day.month(),
                1 => number > day.month(),
                _ => false,
            };
            if open {
                return None;
            }
            let year = day.year() + turn;
            let short = matches!(calendar_word(words.word(next)), Some(CalendarWord::ShortMonth(_)));
            let point = usize::from(words.word(next + 1) == "." && short && words.glued(next + 1));
            return Some((Date { month: Some(number), ..Date::in_year(year) }, next + 1 + point));
        }
        _ => {}
    }
    if !strict && !matches!(word, "previous" | "following" | "coming") || words.before(at, 1) == "the" && word != "next"
    {
        return None;
    }
    let found = match words.word(next) {
        "spring" | "summer" | "autumn" | "fall" | "winter" if word != "following" && word != "coming" => {
            let CalendarWord::Season(season) = calendar_word(words.word(next))? else { return None };
            season_of(season, turn, day)?
        }
        "week" => {
            let monday = of_week(day, Weekday::Mon, turn)?;
            let on = next + 1 + usize::from(words.word(next + 1) == "on");
            if let Some(CalendarWord::Weekday(weekday)) = calendar_word(words.word(on)) {
                return Some((Date::of(of_week(day, weekday, turn)?), on + 1));
            }
            week(monday, Period::Week(monday.iso_week().week()))
        }
        "weekend" if turn >= 0 => {
            let monday = of_week(day, Weekday::Mon, turn)?;
            // On a Saturday or a Sunday it is not clear which one is next.
            if day.weekday().number_from_monday() > 5 {
                return None;
            }
            week(monday, Period::Weekend(monday.iso_week().week()))
        }
        "month" => {
            let first = day.with_day(1)?;
            let of = if turn < 0 {
                first.checked_sub_months(Months::new(1))
            } else {
                first.checked_add_months(Months::new(turn as u32))
            }?;
            Date { month: Some(of.month()), ..Date::in_year(of.year()) }
        }
        "year" => Date::in_year(day.year() + turn),
        "decade" if turn >= 0 => {
            Date { period: Some(Period::Decade), ..Date::in_year(day.year().div_euclid(10) * 10 + turn * 10) }
        }
        "quarter" => {
            let months = day.year() * 12 + day.month0() as i32 + turn * 3;
            let quarter = months.rem_euclid(12) as u32 / 3 + 1;
            Date { period: Some(Period::Quarter(quarter)), ..Date::in_year(months.div_euclid(12)) }
        }
        _ => return None,
    };
    // "Next year-end" and "last week-long" are of another kind, and "last week of July" is counted from elsewhere.
    let closes = words.closes(next + 1) && words.word(next + 1) != "of";
    closes.then_some((found, next + 1))
}

/// "this summer", "last winter": where only one can be meant. Last summer was last year's before June, and in summer it may be
/// that or the one that is over; a winter is written with the year it begins in.
fn season_of(season: Season, turn: i32, day: NaiveDate) -> Option<Date> {
    let (year, month) = (day.year(), day.month());
    let first = match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    };
    let begins = match (turn, season) {
        (0, Season::Winter) if month <= 2 => year - 1,
        (0, Season::Winter) if month >= 10 => year,
        (-1, Season::Winter) if (3..=11).contains(&month) => year - 1,
        (1, Season::Winter) if (3..=9).contains(&month) => year,
        (_, Season::Winter) => return None,
        (0, _) => year,
        (-1, _) if month < first => year - 1,
        (1, _) if month >= first => year + 1,
        _ => return None,
    };
    Some(Date { period: Some(Period::Season(season)), ..Date::in_year(begins) })
}

/// "April last year", "in October of this year".
fn month_of(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let (year, end) = year_told(words, at + 1, day)?;
    let month = month(words.word(at)).filter(|_| words.capital(at))?;
    Some((Date { month: Some(month), ..Date::in_year(year) }, end))
}

/// "November 19 of this year", "the 22nd of April last year".
fn day_of_year(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let found = date(words, at).filter(|found| found.value.day.is_some() && found.value.year.is_none())?;
    let (year, end) = year_told(words, found.tokens.end, day)?;
    Some((Date { year: Some(year), ..found.value }, end))
}

/// The year that "last year", "of this year" at `at` tell, and the token behind.
fn year_told(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(i32, usize)> {
    let of = at + usize::from(words.word(at) == "of");
    let turn = match words.word(of) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    (words.word(of + 1) == "year").then(|| (day.year() + turn, of + 2))
}

/// "Friday next week", "Sunday of last week", "Thursday the 21st", "Monday two weeks from now".
fn weekday_of(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let CalendarWord::Weekday(weekday) = calendar_word(words.word(at))? else { return None };
    let the = at + 1 + usize::from(words.word(at + 1) == "of");
    let the = the + usize::from(the > at + 1 && words.word(the) == "the");
    let turn = match words.word(the) {
        "next" | "following" => 1,
        "last" | "previous" => -1,
        "this" => 0,
        "the" => return dated_weekday(words, weekday, at + 2, day).map(|(day, end)| (Date::of(day), end)),
        // "on Monday 21.", but "on Monday 21 people came"
        number if words.digits(the, 1, 2).is_some() && !number.is_empty() => {
            let (then, end) = dated_weekday(words, weekday, the, day)?;
            let suffixed = end > the + 1;
            return (suffixed || stops(words, end)).then(|| (Date::of(then), end));
        }
        _ => {
            let (date, end) = counted(words, at + 1, day)?;
            let then = date.calendar_day().filter(|_| matches!(words.word(end - 1), "now" | "today"))?;
            // "Monday two weeks from now" is that of the week it comes to.
            return Some((Date::of(of_week(then, weekday, 0)?), end));
        }
    };
    (words.word(the + 1) == "week").then_some((Date::of(of_week(day, weekday, turn)?), the + 2))
}

/// "Thursday the 21st": in the nearest month that has it so.
fn dated_weekday(words: &SentenceWords<'_>, weekday: Weekday, at: usize, day: NaiveDate) -> Option<(NaiveDate, usize)> {
    let (number, end) = day_of_month(words, at)?;
    if !words.closes(end) || words.word(end) == "of" || month(words.word(end)).is_some() {
        return None;
    }
    let first = day.with_day(1)?;
    let months = [Some(first), first.checked_sub_months(Months::new(1)), first.checked_add_months(Months::new(1))];
    let days = months.into_iter().flatten().filter_map(|first| first.with_day(number));
    let fits = days.filter(|day| day.weekday() == weekday);
    Some((fits.min_by_key(|other| (*other - day).num_days().abs())?, end))
}

/// "the first Friday of next month", "the last Monday in this month".
fn nth_weekday(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let (nth, behind) = day_of_month(words, at)?;
    let CalendarWord::Weekday(weekday) = calendar_word(words.word(behind))? else { return None };
    let of = matches!(words.word(behind + 1), "of" | "in").then_some(behind + 2)?;
    let (month, end) = named(words, of, day).filter(|_| words.word(of + 1) == "month")?;
    let nth = u8::try_from(nth).ok()?;
    let day = NaiveDate::from_weekday_of_month_opt(month.year?, month.month?, weekday, nth)?;
    Some((Date::of(day), end))
}

/// "the last Friday of this month"
fn last_weekday(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let CalendarWord::Weekday(weekday) = calendar_word(words.word(at + 1))? else { return None };
    let of = (words.word(at) == "last" && matches!(words.word(at + 2), "of" | "in")).then_some(at + 3)?;
    let (month, end) = named(words, of, day).filter(|_| words.word(of + 1) == "month")?;
    let nth = |nth: u8| NaiveDate::from_weekday_of_month_opt(month.year?, month.month?, weekday, nth);
    Some((Date::of(nth(5).or_else(|| nth(4))?), end))
}

/// "the 2nd of next month", "on the third of this month".
fn nth_day(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let (nth, behind) = day_of_month(words, at)?;
    let of = (words.word(behind) == "of" && words.before(at, 1) == "the").then_some(behind + 1)?;
    let (month, end) = named(words, of, day).filter(|_| words.word(of + 1) == "month")?;
    let then = NaiveDate::from_ymd_opt(month.year?, month.month?, nth)?;
    Some((Date::of(then), end))
}

/// "the third quarter of last year", "the first half of this year", "the first week of next month".
fn nth_period(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let (period, behind) = period_of_year(words, at)?;
    let of = (words.word(behind) == "of" && !matches!(words.before(at, 1), "fiscal" | "-")).then_some(behind + 1)?;
    let (whole, end) = named(words, of, day)?;
    let within = matches!(
        (period, words.word(of + 1)),
        (Period::Week(_), "month") | (Period::Quarter(_) | Period::Half(_), "year")
    );
    within.then_some((Date { period: Some(period), ..whole }, end))
}

/// "two weeks ago", "three days after October 27, 2025", "a month from today", "5 days from now".
fn counted(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Date, usize)> {
    let (number, behind) = match words.word(at) {
        "a" | "an" => (1, at + 1),
        _ => cardinal(words, at)?,
    };
    if !words.opens(at)
        || matches!(words.before(at, 1), "about" | "around" | "nearly" | "almost" | "over" | "than" | "least")
    {
        return None;
    }
    let unit = words.word(behind);
    let (base, back, end) = match (words.word(behind + 1), words.word(behind + 2)) {
        ("ago", _) => (day, true, behind + 2),
        ("from", "now" | "today") => (day, false, behind + 3),
        ("from" | "after", "tomorrow") => (shifted(day, 1)?, false, behind + 3),
        ("before", "yesterday") => (shifted(day, -1)?, true, behind + 3),
        (relation @ ("from" | "after" | "before"), _) => {
            let found = super::date_reader::date(words, behind + 2)?;
            (full(found.value, day)?, relation == "before", found.tokens.end)
        }
        _ => return None,
    };
    let sign = if back { -1 } else { 1 };
    // "Three weeks ago" and "a year ago" are rounded.
    if words.word(behind + 1) == "ago" && !(matches!(unit, "day" | "days") && number <= 10) {
        return None;
    }
    let date = match unit {
        "day" | "days" => Date::of(shifted(base, sign * i64::from(number))?),
        "week" | "weeks" => Date::of(shifted(base, sign * 7 * i64::from(number))?),
        "month" | "months" => {
            let months = Months::new(number);
            let then = if back { base.checked_sub_months(months) } else { base.checked_add_months(months) }?;
            Date { month: Some(then.month()), ..Date::in_year(then.year()) }
        }
        "year" | "years" => Date::in_year(base.year() + sign as i32 * number as i32),
        _ => return None,
    };
    words.closes(end).then_some((date, end))
}

/// "from January 2019 to today", "between 2019 and now", "2019-08-01 to today", "from now until May 21": the day of
/// writing is one of the ends.
fn range_from(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Value, usize)> {
    let (between, begin) = match words.word(at) {
        "from" => (false, at + 1),
        "between" => (true, at + 1),
        _ => (false, at),
    };
    let ends_here = |at: usize| matches!(words.word(at), "today" | "now" | "present" | "yesterday" | "tomorrow");
    if begin == at && !(at + 2..at + 9).any(ends_here) {
        return None;
    }
    let told = relative(words, begin, day);
    let from_here = told.is_some();
    let now = || (words.word(begin) == "now" && begin > at).then(|| (Date::of(day), begin + 1));
    let stated = || super::date_reader::date(words, begin).map(|found| (found.value, found.tokens.end));
    let bare = || month_with_year(words, begin).filter(|(date, _)| date.year.is_some());
    let (start, behind) = told.or_else(now).or_else(stated).or_else(bare)?;
    let from_now = words.word(begin) == "now";
    // "Yesterday until today" and "Monday to today" are told otherwise.
    if begin == at && (from_here || start.calendar_day().is_none()) {
        return None;
    }
    let joined = match words.word(behind) {
        "and" => between,
        "to" | "until" | "till" | "through" => !between,
        _ => false,
    };
    let next = behind + 1;
    let told = || relative(words, next, day);
    let present =
        next + usize::from(words.word(next) == "the" && matches!(words.word(next + 1), "present" | "current"));
    // "from 2010 to date", "until the current date"
    let current = present + usize::from(words.word(present) == "current");
    let dated = words.word(current) == "date" && (current > present || words.word(behind) == "to");
    let now = || {
        let ends = matches!(words.word(present), "now" | "present") || dated;
        ends.then(|| (Date::of(day), if dated { current } else { present } + 1))
    };
    let later = || super::date_reader::date(words, next).map(|found| (found.value, found.tokens.end));
    let (end, after) = told().or_else(now).or_else(|| later().filter(|_| from_here || from_now)).filter(|_| joined)?;
    // "from next Monday to Friday"
    let end = match (end.weekday, start.calendar_day()) {
        (Some(weekday), Some(first)) if end.calendar_day().is_none() && end.month.is_none() => {
            Date::of(first.iter_days().take(7).find(|day| day.weekday() == weekday)?)
        }
        // "from now until May 21"
        (None, Some(_)) if end.year.is_none() && end.month.is_some() && from_now => Date::of(coming(&end, day)?),
        _ => end,
    };
    let runs = start.earliest()? <= end.latest()?;
    runs.then_some((Value::Range(DateRange { start, end }), after))
}

/// "last week between Friday and Sunday", "this week from Tuesday to Thursday", "Tuesday to Thursday next week".
fn days_of_week(words: &SentenceWords<'_>, at: usize, day: NaiveDate) -> Option<(Value, usize)> {
    let turn = |at: usize| {
        let turn = match words.word(at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        (words.word(at + 1) == "week").then_some(turn)
    };
    let (turn, found, end) = match turn(at) {
        Some(turn) => {
            let found = range(words, at + 2, date(words, at + 2).as_ref())
                .filter(|_| matches!(words.word(at + 2), "from" | "between"))?;
            let end = found.range.tokens.end;
            (turn, found, end)
        }
        None => {
            let led = matches!(words.word(at), "from" | "between") || calendar_word(words.word(at)).is_some();
            // Few sentences have the word at all, and reading a range costs much.
            if !led || !(at + 1..words.end()).any(|at| words.word(at) == "week") {
                return None;
            }
            let found = range(words, at, date(words, at).as_ref())?;
            let end = found.range.tokens.end;
            (turn(end + usize::from(words.word(end) == "of"))?, found, end + 2 + usize::from(words.word(end) == "of"))
        }
    };
    let bare = |date: Date| date.weekday.filter(|_| Date { weekday: None, ..date } == Date::default());
    let start = of_week(day, bare(found.range.value.start)?, turn)?;
    let last = of_week(day, bare(found.range.value.end)?, turn)?;
    (start < last).then(|| (Value::Range(DateRange { start: Date::of(start), end: Date::of(last) }), end))
}

/// The first such day on or after another.
fn coming(date: &Date, day: NaiveDate) -> Option<NaiveDate> {
    let years = [day.year(), day.year() + 1];
    years.into_iter().filter_map(|year| Date { year: Some(year), ..*date }.calendar_day()).find(|then| *then >= day)
}

/// Whether a clause ends behind a number that ends before `end`, so that it counts nothing.
fn stops(words: &SentenceWords<'_>, end: usize) -> bool {
    end >= words.end() || matches!(words.word(end), "." | "," | ";" | "!" | "?" | ")" | ":")
}

/// A day, with the year that brings it nearest to another where it has none.
fn full(date: Date, near: NaiveDate) -> Option<NaiveDate> {
    if date.year.is_some() {
        return date.calendar_day();
    }
    let years = [near.year() - 1, near.year(), near.year() + 1];
    let days = years.into_iter().filter_map(|year| Date { year: Some(year), ..date }.calendar_day());
    days.min_by_key(|day| (*day - near).num_days().abs())
}

/// The nearest such weekday before (-1), after (1) or on and after (0) a day.
fn nearest(day: NaiveDate, weekday: Weekday, turn: i32) -> Option<NaiveDate> {
    let ahead = i64::from(weekday.days_since(day.weekday()));
    match turn {
        -1 => shifted(day, if ahead == 0 { -7 } else { ahead - 7 }),
        1 if ahead == 0 => shifted(day, 7),
        _ => shifted(day, ahead),
    }
}

/// The weekday of the week before (-1), after (1) or of the day itself; a week begins on Monday (ISO 8601).
fn of_week(day: NaiveDate, weekday: Weekday, turn: i32) -> Option<NaiveDate> {
    let here = i64::from(weekday.num_days_from_monday()) - i64::from(day.weekday().num_days_from_monday());
    shifted(day, here + i64::from(turn) * 7)
}

fn shifted(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

fn week(day: NaiveDate, period: Period) -> Date {
    Date { period: Some(period), ..Date::in_year(day.iso_week().year()) }
}

#[cfg(test)]
mod tests {

    use super::*;

    use crate::values::find::find;
    use crate::values::names::Names;

    /// What the day of writing adds to a text, as `value [words]`.
    fn resolved(text: &str, day: NaiveDate) -> String {
        let document = Document::of_text(text);
        let mut readings = find(&document, &Names::default());
        let before = readings.clone();
        resolve(&document, day, &mut readings);
        assert!(readings.is_sorted_by_key(|reading| reading.tokens.start), "{text}");
        let told = |reading: &Reading| {
            let span = document.span(reading.tokens.start as usize, reading.tokens.end as usize);
            format!("{} [{}]", reading.value, document.prose.slice(span))
        };
        let added: Vec<String> = readings.iter().filter(|reading| !before.contains(reading)).map(told).collect();
        added.join("; ")
    }

    #[test]
    fn days_are_counted_from_the_day_of_writing() {
        // A Wednesday.
        let day = NaiveDate::from_ymd_opt(2031, 10, 15).unwrap();
        for (text, expected) in [
            ("It rained yesterday.", "2031-10-14 [yesterday]"),
            ("It rains today and tomorrow.", "2031-10-15 [today]; 2031-10-16 [tomorrow]"),
            ("It rained the day before yesterday.", "2031-10-13 [yesterday]"),
            ("It rains the day after tomorrow.", "2031-10-17 [tomorrow]"),
            ("It rains tonight.", "2031-10-15 [tonight]"),
            ("She reads USA Today and the Yesterday Post.", ""),
            // The nearest one and that of the week agree.
            ("It rained last Friday.", "2031-10-10 [last Friday]"),
            ("It rains next Tuesday.", "2031-10-21 [next Tuesday]"),
            ("It rains this Friday.", "2031-10-17 [this Friday]"),
            ("It rained this past Sunday.", "2031-10-12 [past Sunday]"),
            (
                "It rains last week between Friday and Sunday.",
                "2031-10-10/2031-10-12 [last week between Friday and Sunday]",
            ),
            ("It rains Tuesday to Thursday next week.", "2031-10-21/2031-10-23 [Tuesday to Thursday next week]"),
            ("It rains on Monday 20.", "2031-10-20 [Monday 20]"),
            ("It killed on Monday 20 people.", ""),
            ("It rains in three days on Saturday.", "2031-10-18 [in three days on Saturday]"),
            ("It rains in three days on Friday.", ""),
            ("It rains between now and May 21.", "2031-10-15/2032-05-21 [between now and May 21]"),
            ("2031-08-01 to today", "2031-08-01/2031-10-15 [2031-08-01 to today]"),
            ("It rained from 2010 to the present.", "2010/2031-10-15 [from 2010 to the present]"),
            ("It rained from May 2031 to date.", "2031-05/2031-10-15 [from May 2031 to date]"),
            ("It rained early last year.", "early 2030 [last year]"),
            // Holidays that move, where they are near.
            ("It rains on Thanksgiving.", "2031-11-27 [Thanksgiving]"),
            ("It rained on Easter Monday.", ""),
            ("The Thanksgiving dinner was cold.", ""),
            // They do not.
            ("It rained last Monday.", ""),
            ("It rains next Friday.", ""),
            ("It rains this Monday.", ""),
            ("It rains this Friday (October 24).", ""),
            ("It rained on Friday.", ""),
            ("It rains next week on Friday.", "2031-10-24 [next week on Friday]"),
            ("It rains Friday next week.", "2031-10-24 [Friday next week]"),
            ("It rained on Sunday of last week.", "2031-10-12 [Sunday of last week]"),
            ("It rained on Thursday the 9th.", "2031-10-09 [Thursday the 9th]"),
            ("It rained on Thursday the 12th.", ""),
            ("It rains on the first Friday of next month.", "2031-11-07 [first Friday of next month]"),
            ("It rains on the 2nd of next month.", "2031-11-02 [2nd of next month]"),
            ("It rained on the thirtieth of last month.", "2031-09-30 [thirtieth of last month]"),
            ("It rains on the 31st of next month.", "2031-11 [next month]"),
            ("It rained in the first half of this year.", "2031-H1 [first half of this year]"),
            ("It rained in the third quarter of last year.", "2030-Q3 [third quarter of last year]"),
            ("It rains in the first week of next month.", "2031-11-W01 [first week of next month]"),
            ("He scored in the second half of last week's match.", "2031-W41 [last week]"),
            ("It snowed last winter.", "2030-WI [last winter]"),
            ("It rained this spring.", "2031-SP [this spring]"),
            ("It rains next summer.", "2032-SU [next summer]"),
            // The one that is over, or that of a year before.
            ("It rained last summer.", ""),
            ("It rained over the Easter weekend.", ""),
            ("It rains over the Thanksgiving weekend.", ""),
            ("It rained on Labor Day weekend.", "2031-W35-WE [Labor Day weekend]"),
            ("It rained last week.", "2031-W41 [last week]"),
            ("It rains next month and next year.", "2031-11 [next month]; 2032 [next year]"),
            ("It rains this quarter.", "2031-Q4 [this quarter]"),
            ("It rained in April last year.", "2030-04 [April last year]"),
            ("It rained last November.", "2030-11 [last November]"),
            // Six months or a year and six months ago.
            ("It rained last April.", ""),
            ("It rained two days ago.", "2031-10-13 [two days ago]"),
            ("It rained three weeks ago, or a year ago.", ""),
            ("It rains two weeks from today.", "2031-10-29 [two weeks from today]"),
            ("It rained 3 days after October 1.", "2031-10-04 [3 days after October 1]"),
            ("It rained 2 weeks before May 13, 2030.", "2030-04-29 [2 weeks before May 13, 2030]"),
            ("It rained from March 2030 to today.", "2030-03/2031-10-15 [from March 2030 to today]"),
            ("It rains from next Monday to Friday.", "2031-10-20/2031-10-24 [from next Monday to Friday]"),
            ("The last week of July and the past year were dry.", ""),
            ("It rained in the last month of the war.", ""),
            ("How about last week of 2016?", ""),
            ("What lasts is next to nothing.", ""),
        ] {
            let document = Document::of_text(text);
            assert_eq!(resolved(document.prose.text(), day), expected, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(last|next|this|week|Friday|month|from|to|two|days|ago|after|the|first|of|today|May|27|,|[ ]|[a-zé0-9–$]){0,20}", days in 0_i32..3_000_000) {
            if let Some(day) = NaiveDate::from_num_days_from_ce_opt(days) {
                let _ = resolved(&text, day);
            }
        }
    }
}
