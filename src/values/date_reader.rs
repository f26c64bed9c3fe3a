//! Reads dates in running prose, however long they are written.

use std::ops::Range;

use super::calendar_words::{CalendarWord, calendar_word, cardinal, is_digit, month, weekday};
use super::date::{Date, Part, Period};
use super::holiday::holiday;
use super::month_reader::{day_closes, day_of_month, month_name, plain_month_behind};
use super::period_reader::{behind_year, part_of, period};
use super::sentence_words::SentenceWords;
use super::year_reader::{
    century_of, era_year, is_counted, is_edge, is_plural, spelled_year, standing_short_year, standing_spelled_year,
    standing_year, year_behind, year_number,
};
use crate::source::document::DateOrder;

/// A value and the tokens it covers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found<T> {
    pub(crate) value: T,
    pub(crate) tokens: Range<usize>,
}

/// The date that begins at `at`, as long as it goes. Whether it is a part of a longer date is not looked at.
pub(crate) fn date(words: &SentenceWords<'_>, at: usize) -> Option<Found<Date>> {
    let first = words.word(at);
    let (value, end) = if is_digit(first) {
        numeric(words, at)
            .or_else(|| behind_year(words, at))
            .or_else(|| day_first(words, at))
            .or_else(|| decade(words, at))
            .or_else(|| period(words, at))
            .or_else(|| era_year(words, at))
            .or_else(|| standing_year(words, at))
            .or_else(|| standing_short_year(words, at))
            .or_else(|| month_and_year(words, at))?
    } else {
        match calendar_word(first)? {
            CalendarWord::Month(_) | CalendarWord::ShortMonth(_) => {
                month_first(words, at).or_else(|| holiday(words, at))?
            }
            CalendarWord::Weekday(_) | CalendarWord::ShortWeekday(_) => weekday_first(words, at)?,
            CalendarWord::Ordinal(_) | CalendarWord::Tens(_) => {
                let day = day_first(words, at).or_else(|| day_in_words(words, at));
                day.or_else(|| period(words, at)).or_else(|| standing_spelled_year(words, at))?
            }
            CalendarWord::Teen(_) => {
                day_in_words(words, at).or_else(|| period(words, at)).or_else(|| standing_spelled_year(words, at))?
            }
            CalendarWord::Season(_) | CalendarWord::Quarter(_) | CalendarWord::Half(_) | CalendarWord::Decade(_) => {
                period(words, at)?
            }
            CalendarWord::Holiday => holiday(words, at)?,
            CalendarWord::Opener => match first {
                "the" => {
                    let next = at + 1 + usize::from(words.word(at + 1) == "'");
                    day_first(words, next).or_else(|| decade(words, next)).or_else(|| period(words, next))?
                }
                "early" => part(words, at, Part::Early)?,
                "mid" => part(words, at, Part::Mid)?,
                "late" => part(words, at, Part::Late)?,
                "ad" | "a.d." => era_year(words, at)?,
                _ => period(words, at)?,
            },
            _ => return None,
        }
    };
    Some(Found { value, tokens: at..end })
}

/// "Monday, October 27, 2025", "Monday the 27th of October", "Monday".
pub(super) fn weekday_first(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let day = weekday(words.word(at))?;
    let short = matches!(calendar_word(words.word(at)), Some(CalendarWord::ShortWeekday(_)));
    let mut next = at + 1;
    next += usize::from(short && words.word(next) == "." && words.glued(next));
    next += usize::from(words.word(next) == ",");
    let the = usize::from(words.word(next) == "the");
    let date = day_first(words, next + the)
        .or_else(|| month_first(words, next).filter(|_| the == 0))
        .or_else(|| numeric(words, next))
        .or_else(|| {
            // "Friday-Oct-27", "Friday (October 27)"
            let set_off = next + usize::from(matches!(words.word(next), "-" | "("));
            let bracketed = || month_first(words, set_off).filter(|(_, end)| words.word(*end) == ")");
            hyphened_day(words, set_off).or_else(bracketed)
        })
        .filter(|(date, _)| date.day.is_some());
    if let Some((date, end)) = date {
        return Some((Date { weekday: Some(day), ..date }, end));
    }
    let stands = match short {
        true => words.capital(at) && is_clock(words, next),
        false => !words.glued(at + 1) || words.closes(at + 1) || words.word(at + 1) == "-",
    };
    (stands && !is_named_weekday(words, at)).then(|| (Date { weekday: Some(day), ..Date::default() }, at + 1))
}

/// Whether digits at `at` can only be those of a clock: "10:00", "10.00–16.00", "2pm".
fn is_clock(words: &SentenceWords<'_>, at: usize) -> bool {
    let clock = |at: usize| {
        let point = words.word(at).split_once('.').is_some_and(|(hour, minute)| hour.len() <= 2 && minute.len() == 2);
        let colon = words.word(at + 1) == ":" && words.glued(at + 1) && words.digits(at + 2, 2, 2).is_some();
        (point, colon, words.digits(at, 1, 2).is_some() && matches!(words.word(at + 1), "am" | "pm" | "a.m." | "p.m."))
    };
    match clock(at) {
        (true, ..) => words.word(at + 1) == "-" && clock(at + 2).0,
        (_, colon, half) => (colon || half) && is_digit(words.word(at)),
    }
}

/// "Black Friday", "the Sunday Times", "every Monday": a name or a habit, no day.
fn is_named_weekday(words: &SentenceWords<'_>, at: usize) -> bool {
    let before = words.before(at, 1);
    matches!(
        before,
        "black"
            | "good"
            | "easter"
            | "cyber"
            | "super"
            | "bloody"
            | "ash"
            | "palm"
            | "holy"
            | "maundy"
            | "shrove"
            | "fat"
            | "giving"
            | "whit"
            | "every"
            | "each"
            | "ruby"
            | "sheffield"
    ) || matches!(
        words.word(at + 1),
        "times" | "telegraph" | "mail" | "express" | "herald" | "mirror" | "post" | "world" | "sun" | "independent"
    ) && words.capital(at + 1)
        || before == "the" && words.capital(at + 1)
}

/// "October 27, 2025", "Oct. 27", "October 2025", "October".
pub(super) fn month_first(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (number, behind) = month_name(words, at)?;
    let of_month = Date { month: Some(number), ..Date::default() };
    // "April the 9th", "October, 1st"
    let comma = words.word(behind) == ","
        && !words.glued(behind + 1)
        && words.glued(behind + 2)
        && day_of_month(words, behind + 1).is_some_and(|(_, end)| end > behind + 2);
    let the = usize::from(words.word(behind) == "the" || comma);
    // "January twenty-five", but "October two thousand and five"
    let spelled = |at: usize| {
        let day = cardinal(words, at).filter(|&(day, _)| words.is_word(at) && (1..=31).contains(&day));
        day.filter(|_| spelled_year(words, at).is_none())
    };
    if let Some((day, end)) = day_of_month(words, behind + the)
        .or_else(|| spelled(behind).filter(|_| the == 0 && !matches!(words.word(at), "may" | "march")))
        .filter(|&(_, end)| {
            day_closes(words, end, words.before(at, 1)) && (the == 0 || end > behind + 2 || words.is_word(behind + 1))
        })
    {
        let dated = Date { day: Some(day), ..of_month };
        return Some(match year_behind(words, end).or_else(|| year_behind_clock(words, end)) {
            Some((year, end)) => (Date { year: Some(year), ..dated }, end),
            None => (dated, end),
        });
    }
    if matches!(words.word(behind), "-" | "/") && words.glued(behind) && words.glued(behind + 1) {
        // "Dec-27-2018"
        let day = words.digits(behind + 1, 1, 2).filter(|day| (1..=31).contains(day));
        let again = words.word(behind + 2) == words.word(behind) && words.glued(behind + 2) && words.glued(behind + 3);
        if let (Some(day), Some(year), true) = (day, year_number(words, behind + 3), again && words.closes(behind + 4))
        {
            return Some((Date { day: Some(day), year: Some(year), ..of_month }, behind + 4));
        }
        // "September-2020-23"
        let last = words.digits(behind + 3, 2, 2).filter(|day| (1..=31).contains(day) && words.closes(behind + 4));
        if let (Some(year), Some(day), true) = (words.digits(behind + 1, 4, 4), last, again) {
            return Some((
                Date { day: Some(day), ..Date { month: Some(number), ..Date::in_year(year as i32) } },
                behind + 4,
            ));
        }
        // "Dec-2018"
        if let Some(year) = year_number(words, behind + 1).filter(|_| words.closes(behind + 2)) {
            return Some((Date { year: Some(year), ..of_month }, behind + 2));
        }
    }
    plain_month_behind(words, of_month, behind).or_else(|| (stands_alone(words, at)).then_some((of_month, behind)))
}

/// The year behind a clock, as programs write the time: "Oct 27 10:32:07 2025", "Oct 27 10:32:07 CET 2025"; and the token
/// behind it.
fn year_behind_clock(words: &SentenceWords<'_>, at: usize) -> Option<(i32, usize)> {
    let part = |at: usize| {
        words.word(at) == ":" && words.glued(at) && words.glued(at + 1) && words.digits(at + 1, 2, 2).is_some()
    };
    let clock = words.digits(at, 1, 2).is_some() && part(at + 1) && part(at + 3);
    let zone = usize::from(words.is_word(at + 5) && words.capital(at + 5));
    let year = words.digits(at + 5 + zone, 4, 4).filter(|_| clock)?;
    Some((year as i32, at + 6 + zone))
}

/// "Oct-27" behind a weekday; by itself it may be a month and a year.
fn hyphened_day(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (month, behind) = month_name(words, at)?;
    let joined = matches!(words.word(behind), "-" | "/") && words.glued(behind) && words.glued(behind + 1);
    let day = words.digits(behind + 1, 1, 2).filter(|day| joined && (1..=31).contains(day))?;
    words.closes(behind + 2).then(|| (Date { month: Some(month), day: Some(day), ..Date::default() }, behind + 2))
}

/// "27 October 2025", "27th of October", "first of June"; an article before it is the caller's.
fn day_first(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    // "Note:27 October", where a blank is missing.
    let behind_colon = || words.before(at, 1) == ":" && at.checked_sub(2).is_some_and(|label| words.is_word(label));
    // "week 3 of January"
    if !(words.opens(at) || behind_colon()) || words.before(at, 1) == "week" {
        return None;
    }
    let hyphened = || {
        // "27-Oct"
        let joined = matches!(words.word(at + 1), "-" | "/") && words.glued(at + 1) && words.glued(at + 2);
        let day = words.digits(at, 1, 2).filter(|day| joined && words.capital(at + 2) && (1..=31).contains(day))?;
        let month = month(words.word(at + 2)).filter(|_| words.closes(at + 3))?;
        Some((Date { month: Some(month), day: Some(day), ..Date::default() }, at + 3))
    };
    day_before_month(words, at).or_else(hyphened)
}

/// "fifteen August nineteen ninety-three": a day without its ordinal where the year is in words too.
fn day_in_words(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (day, behind) = cardinal(words, at).filter(|&(day, _)| (1..=31).contains(&day) && words.opens(at))?;
    let (month, behind) = month_name(words, behind)?;
    let (year, end) = spelled_year(words, behind + usize::from(words.word(behind) == ","))?;
    Some((Date { month: Some(month), day: Some(day), ..Date::in_year(year) }, end))
}

/// The same, whatever stands before it.
pub(super) fn day_before_month(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (day, behind) = day_of_month(words, at)?;
    let of_day = usize::from(words.word(behind) == "day" && words.word(behind + 1) == "of");
    let of = of_day + usize::from(words.word(behind + of_day) == "of");
    // "16. Nov. 2016"
    let point = usize::from(of == 0 && words.word(behind) == "." && words.glued(behind) && !words.glued(behind + 1));
    let (month, mut end) = month_name(words, behind + of + point)
        .filter(|_| point == 0 || words.capital(behind + 1) && words.digits(at, 1, 2).is_some())?;
    // "the first May Day", "a second March": an ordinal in words needs its "of".
    if of == 0 && !words.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if words.glued(behind) && point == 0 {
        return None;
    }
    let mut date = Date { month: Some(month), day: Some(day), ..Date::default() };
    if let Some((year, after)) = year_behind(words, end) {
        date.year = Some(year);
        end = after;
    }
    Some((date, end))
}

/// "early October 2025", "mid-2024", "the late 1990s".
fn part(words: &SentenceWords<'_>, at: usize, part: Part) -> Option<(Date, usize)> {
    let mut next = at + 1;
    next += usize::from(words.word(next) == "-");
    next += usize::from(words.word(next) == "in" && part != Part::Mid);
    next += usize::from(words.word(next) == "the");
    next += usize::from(words.word(next) == "year");
    if let Some(found) = part_of(words, next, part) {
        return Some(found);
    }
    let (date, end) =
        decade(words, next).or_else(|| month_first(words, next).filter(|(date, _)| date.day.is_none())).or_else(
            || year_number(words, next).filter(|_| !is_counted(words, next + 1)).map(|y| (Date::in_year(y), next + 1)),
        )?;
    (words.closes(end) || date.month.is_some()).then_some((Date { part: Some(part), ..date }, end))
}

/// "1990s", "1990's".
fn decade(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let year = words.digits(at, 4, 4).filter(|year| (1000..2100).contains(year) && year % 10 == 0)?;
    // "in the 1990 s."
    let slip = words.word(at + 1) == "s" && matches!(words.before(at, 1), "in" | "the") && words.closes(at + 2);
    let suffix = matches!(words.word(at + 1), "s" | "'s") && (words.glued(at + 1) || slip);
    // "the 1900s" may be ten years or a hundred, and "2000's" may be the year's.
    let certain =
        year % 100 != 0 && (words.word(at + 1) == "s" || matches!(words.before(at, 1), "the" | "early" | "late"));
    let opens = words.opens(at) || words.before(at, 1) == "-";
    (suffix && certain && opens)
        .then(|| (Date { year: Some(year as i32), period: Some(Period::Decade), ..Date::default() }, at + 2))
}

/// "2025-10-27", "2025/10/27", "2025.10.27", "23/Sep/2025", and "27/10/2025" where only one order of day and month is
/// possible; of "3/4/2025" only the year is certain, for half of the world reads it one way and half the other. Two
/// digits of a year stand behind slashes or a month's name, or where the word before makes it a date, for "9-18-15" may
/// be won, lost and drawn.
fn numeric(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let glue = |at: usize| matches!(words.word(at), "-" | "/") && words.glued(at) && words.glued(at + 1);
    // "-2031-04-09-", and the second of "2031-04-09/2031-04-11"
    let set_off = || words.before(at, 1) == "-" && at == words.start() + 1;
    let second = || {
        let before = at.checked_sub(1).filter(|&before| glue(before))?;
        (3..=5).find(|back| {
            let first = before.checked_sub(*back).and_then(|first| in_digits(words, first));
            first.is_some_and(|(_, end)| end == before)
        })
    };
    if !(words.opens(at) || set_off() || second().is_some()) {
        return None;
    }
    let (date, end) = in_digits(words, at)?;
    // A time may follow as in "2025-10-27T07:37", and a dash that sets the date off.
    let timed = words.glued(end)
        && words.word(end).starts_with('t')
        && words.word(end)[1..].starts_with(|c: char| c.is_ascii_digit());
    let set_off = words.word(end) == "-" && end + 1 == words.end();
    let first = glue(end) && in_digits(words, end + 1).is_some_and(|(_, last)| words.closes(last));
    (words.closes(end) || timed || set_off || first).then_some((date, end))
}

/// The same, whatever stands around it.
fn in_digits(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let mark = words.word(at + 1);
    let dotted = || {
        // The tokens of "27.10.2025" are "27.10", "." and "2025".
        let (first, second) = words.word(at).split_once('.')?;
        let short = |text: &str| (text.len() <= 2).then(|| text.parse::<u32>().ok())?;
        if mark != "." || !words.glued(at + 1) || !words.glued(at + 2) {
            return None;
        }
        if let (4, Some(day)) = (first.len(), words.digits(at + 2, 1, 2)) {
            let date = Date { year: first.parse().ok(), month: short(second), day: Some(day), ..Date::default() };
            return Some((date, at + 3));
        }
        // "on 23.11.25", "at 31.01.26"
        let dated = || is_dated(words, at) || words.before(at, 1) == "at" && short(first).is_some_and(|day| day > 23);
        if first.len() == 2
            && second.len() == 2
            && dated()
            && let Some(year) = words.digits(at + 2, 2, 2)
        {
            let year = century_of(year as i32)?;
            let date = of_numbers(short(first)?, short(second)?, year, words.date_order())?;
            return date.month.is_some().then_some((date, at + 3));
        }
        let year = words.digits(at + 2, 4, 4)?;
        Some((of_numbers(short(first)?, short(second)?, year as i32, words.date_order())?, at + 3))
    };
    let marked = || {
        let joined =
            matches!(mark, "/" | "-") && words.word(at + 3) == mark && (at + 1..=at + 4).all(|at| words.glued(at));
        if !joined {
            return None;
        }
        let number = |at: usize| words.digits(at, 1, 2);
        let month = number(at + 2).or_else(|| month(words.word(at + 2)).filter(|_| words.is_word(at + 2)));
        if let Some(year) = words.digits(at, 4, 4) {
            let date = Date { year: Some(year as i32), month, day: number(at + 4), ..Date::default() };
            return date.day.map(|_| (date, at + 5));
        }
        let year = match words.digits(at + 4, 4, 4) {
            Some(year) => Some(year as i32),
            // A person of 2025 means 1989 by "89" and 2015 by "15"; of "35" the century is open.
            None if mark == "/" || words.is_word(at + 2) || is_dated(words, at) => {
                century_of(words.digits(at + 4, 2, 2)? as i32)
            }
            None => return None,
        };
        if words.is_word(at + 2) {
            let date = Date { year, month, day: number(at), ..Date::default() };
            return date.day.filter(|_| year.is_some()).map(|_| (date, at + 5));
        }
        // "3-7-07" may be no date at all.
        let slim = mark == "-" && words.digits(at + 4, 4, 4).is_none();
        let date = of_numbers(number(at)?, number(at + 2)?, year.unwrap_or(2000), words.date_order())
            .filter(|date| !slim || words.date_order().is_some() || date.day.is_some_and(|day| day > 12))?;
        let certain = date.month.is_some() || words.digits(at + 4, 4, 4).is_some();
        certain.then_some((Date { year, ..date }, at + 5))
    };
    let spaced = || {
        // "On 2031 04 09, it opened."
        let (year, month) = (words.digits(at, 4, 4)?, words.digits(at + 1, 2, 2)?);
        let day = words.digits(at + 2, 2, 2).filter(|_| words.before(at, 1) == "on" && !words.is_word(at + 3))?;
        Some((Date { month: Some(month), day: Some(day), ..Date::in_year(year as i32) }, at + 3))
    };
    let (date, end) = marked().or_else(dotted).or_else(spaced)?;
    let in_calendar = date.month.is_none_or(|month| (1..=12).contains(&month))
        && date.day.is_none_or(|day| (1..=31).contains(&day))
        && date.year.is_none_or(|year| (1000..=2100).contains(&year))
        && date.month.is_some() == date.day.is_some();
    in_calendar.then_some((date, end))
}

/// Whether the word before makes three short numbers a date: "dated 9-18-15".
fn is_dated(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(
        words.before(at, 1),
        "on" | "dated"
            | "since"
            | "until"
            | "till"
            | "before"
            | "after"
            | "from"
            | "of"
            | "back"
            | "due"
            | "born"
            | "died"
    )
}

/// "10/25", "10/25/2030": two numbers and perhaps a year, and the token behind them.
pub(super) fn slashed(words: &SentenceWords<'_>, at: usize) -> Option<([Option<u32>; 3], usize)> {
    let joined = |mark: usize| words.word(mark) == "/" && words.glued(mark) && words.glued(mark + 1);
    let number = |at: usize| words.digits(at, 1, 2).filter(|number| (1..=31).contains(number));
    let (first, second) = (number(at)?, number(at + 2).filter(|_| joined(at + 1))?);
    if !joined(at + 3) {
        return Some(([Some(first), Some(second), None], at + 3));
    }
    let year = words.digits(at + 4, 4, 4).filter(|year| (1000..=2100).contains(year))?;
    Some(([Some(first), Some(second), Some(year)], at + 5))
}

/// A date from two numbers and a year: in the order that the document declares, else only the year where both orders of
/// day and month are possible.
pub(super) fn of_numbers(first: u32, second: u32, year: i32, declared: Option<DateOrder>) -> Option<Date> {
    if let Some(order) = declared {
        let (month, day) = if order == DateOrder::MonthDay { (first, second) } else { (second, first) };
        let date = Date { month: Some(month), day: Some(day), ..Date::in_year(year) };
        if month <= 12 && date.exists() {
            return Some(date);
        }
    }
    let (low, high) = (first.min(second), first.max(second));
    let dated = Date { year: Some(year), month: Some(low), day: Some(high), ..Date::default() };
    match high {
        _ if low == 0 || low > 12 || high > 31 => None,
        13.. => Some(dated),
        _ if low == high => Some(dated),
        _ => Some(Date::in_year(year)),
    }
}

/// "11/2016", "2016-11": a month in a number with its year. "2010-11" and "2011/12" are two years.
pub(super) fn month_and_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let mark = words.word(at + 1);
    let joined = words.glued(at + 1) && words.glued(at + 2);
    if !words.opens(at) || !(mark == "/" || mark == "-" && joined) {
        return None;
    }
    let of = |year: u32, month: u32| {
        let fits = (1..=12).contains(&month) && (1900..=2100).contains(&year) && words.closes(at + 3);
        (fits && !is_counted(words, at + 3) && !is_plural(words, at + 3))
            .then(|| (Date { month: Some(month), ..Date::in_year(year as i32) }, at + 3))
    };
    if let Some(year) = words.digits(at, 4, 4) {
        let month = words.digits(at + 2, 1, 2).filter(|month| *month <= year % 100 && joined | (mark == "/"))?;
        return of(year, month);
    }
    of(words.digits(at + 2, 4, 4)?, words.digits(at, 1, 2)?)
}

/// A bare month that is surely one.
fn stands_alone(words: &SentenceWords<'_>, at: usize) -> bool {
    let word = words.word(at);
    let written_out = matches!(calendar_word(word), Some(CalendarWord::Month(_)));
    let apart = !words.glued(at + 1) || words.closes(at + 1) || words.word(at + 1) == "-";
    // "In October 12 people died": the number is not the day.
    let counts = words.before(at, 1) == "in" && (is_counted(words, at + 2) || is_plural(words, at + 2));
    if !written_out || !words.capital(at) || !apart || is_digit(words.word(at + 1)) && !counts {
        return false;
    }
    let before = words.before(at, 1);
    let led = match before {
        "in" | "since" | "during" | "last" | "next" | "until" | "till" | "through" | "early" | "late"
        | "throughout" => true,
        "-" => words.before(at, 2) == "mid",
        "mid" => true,
        "of" => is_edge(words.before(at, 2)),
        "by" | "from" | "before" | "after" | "this" | "between" => word != "may",
        _ => false,
    };
    if is_name(words, at) {
        // "Theresa May", "in April Jones's house"
        return led && (!words.capital(at + 1) || is_month(words, at + 1));
    }
    led || !joins_a_name(words, at)
}

/// Months that are names of people or other words too.
pub(super) fn is_name(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(words.word(at), "march" | "april" | "may" | "june" | "august")
}

/// Whether a capitalised word right before or behind makes the month part of a name: "the October Revolution".
fn joins_a_name(words: &SentenceWords<'_>, at: usize) -> bool {
    let before = at > words.start() && words.capital(at - 1) && at - 1 > words.start();
    let behind = words.capital(at + 1) && !is_month(words, at + 1);
    before || behind
}

fn is_month(words: &SentenceWords<'_>, at: usize) -> bool {
    month(words.word(at)).is_some()
}
