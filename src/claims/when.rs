//! When a claim holds: its words first, then the date of its document; never the clock of the machine.

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use super::claim::When;
use super::reach::near;
use crate::source::document::Document;
use crate::source::token::TokenKind;
use crate::values::calendar_words::weekday;
use crate::values::date::{Date, DateRange};
use crate::values::relative::is_relative;
use crate::values::value::{Reading, Value};

/// What is known of a document's time.
#[derive(Clone, Copy, Debug)]
pub(super) struct DocumentTime {
    pub(super) date: Option<NaiveDate>,
    /// Dates of the event it belongs to.
    pub(super) event: Option<(NaiveDate, NaiveDate)>,
}

/// When the claim at `tokens` holds. `value` are the tokens of its value: a date that is the value dates nothing.
pub(super) fn when(
    document: &Document,
    readings: &[Reading],
    slot: Option<&Value>,
    tokens: &Range<usize>,
    value: &Range<usize>,
    time: DocumentTime,
) -> When {
    slot.and_then(as_range)
        .or_else(|| in_sentence(document, readings, tokens, value, time.date))
        .or_else(|| in_header(document, readings, tokens))
        .and_then(|range| completed(range, time.date))
        .map(When::Stated)
        .or(time.event.map(|(from, to)| When::Event(from, to)))
        .or(time.date.map(When::Document))
        .unwrap_or(When::Unknown)
}

fn as_range(value: &Value) -> Option<DateRange> {
    match value {
        Value::Date(date) if date.month.is_some() || date.year.is_some() => {
            Some(DateRange { start: *date, end: *date })
        }
        Value::Range(range) => Some(*range),
        _ => None,
    }
}

/// The nearest date of the sentence that is not the value itself.
fn in_sentence(
    document: &Document,
    readings: &[Reading],
    tokens: &Range<usize>,
    value: &Range<usize>,
    written: Option<NaiveDate>,
) -> Option<DateRange> {
    let within = near(&document.sentences()[document.sentence_at(tokens.start)].tokens, tokens);
    let first = readings.partition_point(|reading| (reading.tokens.start as usize) < within.start);
    readings[first..]
        .iter()
        .take_while(|reading| (reading.tokens.start as usize) < within.end)
        .filter_map(|reading| Some((reading, as_range(&reading.value)?)))
        .filter(|(reading, _)| !overlap(reading, value) && !only_a_bound(document, reading))
        .filter(|(reading, _)| !is_of_a_thing(document, reading) && !is_quoted_apart(document, reading, tokens))
        .filter(|(reading, _)| {
            !is_present_or_ahead(document, reading, written) && !looks_back(document, reading, tokens)
        })
        .map(|(reading, range)| (distance(reading, tokens), range))
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, range)| range)
}

/// Whether words counted from the day of writing name a time that is not past: "this year" dates a claim no better
/// than the day of writing does, and what "next year" brings is rarely what the claim is about.
fn is_present_or_ahead(document: &Document, reading: &Reading, written: Option<NaiveDate>) -> bool {
    let Value::Date(date) = reading.value else { return false };
    let past = || written.is_some_and(|day| date.latest().is_some_and(|latest| latest < day));
    is_relative(document, reading) && !past()
}

/// Whether a date stands in a clause that looks back, while the sentence goes on in the present: "Colonel Lee, who took over
/// in 2022, has argued".
fn looks_back(document: &Document, reading: &Reading, tokens: &Range<usize>) -> bool {
    let opens = tokens.end + usize::from(document.word(tokens.end) == ",");
    let (start, mut end) = (reading.tokens.start as usize, reading.tokens.end as usize);
    if !matches!(document.word(opens), "who" | "which")
        || start <= opens
        || (opens..start).any(|at| document.word(at) == ",")
    {
        return false;
    }
    let sentence = document.sentences()[document.sentence_at(start)].tokens.end as usize;
    while end < sentence && document.word(end) != "," {
        end += 1;
    }
    matches!(document.word(end + 1), "has" | "is" | "says" | "will" | "does")
}

/// Whether a date only bounds the time: "since 2021" holds today too.
fn only_a_bound(document: &Document, reading: &Reading) -> bool {
    let before = (reading.tokens.start as usize).checked_sub(1).map_or("", |at| document.word(at));
    matches!(before, "since" | "until" | "till" | "before" | "after" | "by" | "from" | "through")
}

/// Whether a year tells which thing is meant and not when: "the estimate of 2024".
fn is_of_a_thing(document: &Document, reading: &Reading) -> bool {
    let mut start = reading.tokens.start as usize;
    let year = matches!(reading.value, Value::Date(date) if date.month.is_none() && date.day.is_none());
    // "Those of 2022 and 2024"
    while start >= 2
        && matches!(document.word(start - 1), "and" | "," | "or")
        && document.tokens()[start - 2].kind == TokenKind::Number
    {
        start -= 2;
    }
    let of = start >= 3 && document.word(start - 1) == "of";
    let dates = |word: &str| {
        let times =
            ["end", "start", "beginning", "middle", "half", "quarter", "summer", "autumn", "winter", "spring", "fall"];
        times.contains(&word) || word.ends_with("day") || word.ends_with("month") || word.ends_with("months")
    };
    year && of && !dates(document.word(start - 2))
}

/// Whether a date stands in a speech and the claim outside it: when somebody says something is not what they speak of.
fn is_quoted_apart(document: &Document, reading: &Reading, tokens: &Range<usize>) -> bool {
    let (start, end) = (reading.tokens.start as usize, reading.tokens.end as usize);
    let between = if end <= tokens.start { end..tokens.start } else { tokens.end..start.max(tokens.end) };
    let marks = between.clone().filter(|&at| document.word(at) == "\"").count();
    let says = |at: usize| matches!(document.word(at), "said" | "says" | "told" | "added" | "adds");
    marks == 1 && between.clone().any(says)
}

/// The date in the header of the claim's column, for a claim in a table.
fn in_header(document: &Document, readings: &[Reading], tokens: &Range<usize>) -> Option<DateRange> {
    let head = document.row(document.sentence_at(tokens.start))?.head_over(tokens.start)?;
    let first = readings.partition_point(|reading| (reading.tokens.start as usize) < head.start);
    let inside = readings[first..].iter().take_while(|reading| (reading.tokens.start as usize) < head.end);
    inside.into_iter().find_map(|reading| as_range(&reading.value))
}

fn overlap(reading: &Reading, tokens: &Range<usize>) -> bool {
    (reading.tokens.start as usize) < tokens.end && tokens.start < reading.tokens.end as usize
}

/// How many tokens lie between.
fn distance(reading: &Reading, tokens: &Range<usize>) -> usize {
    let (start, end) = (reading.tokens.start as usize, reading.tokens.end as usize);
    if end <= tokens.start { tokens.start - end } else { start.saturating_sub(tokens.end) }
}

/// A day and month without a year, in the year that brings it nearest to the date of the document; only where none
/// of the [`other_years`] stands in the block of the date, at `token`, which may tell of another time. A weekday beside it that
/// none of them explains shows that it does not, unless one stands in its sentence.
pub(super) fn with_year(
    document: &Document,
    other_years: &[(u32, i32)],
    date: Date,
    token: usize,
    day: NaiveDate,
) -> Date {
    let open = date.year.is_none() && date.month.is_some() && date.day.is_some();
    if !open || of_other_year(document, token, other_years, date) {
        return date;
    }
    let near = [day.year() - 1, day.year(), day.year() + 1].map(|year| Date { year: Some(year), ..date });
    let days = |date: &Date| date.calendar_day().map_or(i64::MAX, |other| (other - day).num_days().abs());
    let told = date.weekday.or_else(|| weekday_before(document, token));
    let explains = |date: &Date| date.calendar_day().map(|day| day.weekday()) == told;
    let nearest = near.into_iter().min_by_key(days).filter(|date| date.calendar_day().is_some()).unwrap_or(date);
    // "Took the sculls on Saturday, 6 July", in a report of February on the year before.
    let of_another = told.is_some()
        && !explains(&nearest)
        && days(&nearest) > FAR
        && near.iter().any(|other| explains(other) && days(other) < YEAR);
    if of_another { date } else { nearest }
}

/// From how many days on a day without a year may as well lie on the other side of the day of writing, and how many it may be
/// from that then.
const FAR: i64 = 90;
const YEAR: i64 = 366;

/// The weekday right before a date: "Monday, 4 December".
fn weekday_before(document: &Document, token: usize) -> Option<chrono::Weekday> {
    let comma = usize::from(token > 0 && document.word(token - 1) == ",");
    token.checked_sub(1 + comma).and_then(|at| weekday(document.word(at)))
}

/// The tokens at which dates with another year than that of `day` begin, in order, with those years.
pub(super) fn other_years(readings: &[Reading], day: NaiveDate) -> Vec<(u32, i32)> {
    let other = |reading: &Reading| {
        let year = as_range(&reading.value)?.start.year.filter(|&year| year != day.year())?;
        Some((reading.tokens.start, year))
    };
    readings.iter().filter_map(other).collect()
}

/// Whether the date at a token may be of one of the years that stand around it.
fn of_other_year(document: &Document, token: usize, years: &[(u32, i32)], date: Date) -> bool {
    let sentence = &document.sentences()[document.sentence_at(token)];
    let block = document.block_of(sentence).span;
    let place = |at: u32| document.tokens()[at as usize].span;
    let first = years.partition_point(|&(at, _)| place(at).start < block.start);
    let mut around = years[first..].iter().take_while(|(at, _)| block.contains(place(*at)));
    let Some(told) = date.weekday.or_else(|| weekday_before(document, token)) else { return around.next().is_some() };
    around.any(|&(at, year)| {
        let explains = |year: i32| {
            let day = Date { year: Some(year), ..date }.calendar_day();
            day.is_some_and(|day| day.weekday() == told)
        };
        sentence.tokens.contains(&at) || (year - 1..=year + 1).any(explains)
    })
}

/// A range whose missing years the document's date supplies; `None` where they stay open.
fn completed(range: DateRange, date: Option<NaiveDate>) -> Option<DateRange> {
    let with_year = |stated: Date| Some(Date { year: Some(stated.year.or(date.map(|day| day.year()))?), ..stated });
    Some(DateRange { start: with_year(range.start)?, end: with_year(range.end)? })
}
