//! The one door to everything that reads dates and times of day.

use std::sync::Arc;

use super::calendar_words::{CalendarWord, calendar_word};
use super::date::{Date, DateRange};
use super::date_reader::{Found, date, range};
use super::sentence_words::SentenceWords;
use super::time::Time;
use super::time_reader::time;
use super::value::{Kind, Reading, Value};
use crate::source::document::{Document, Header};
use crate::source::file::File;
use crate::source::prose::{BlockKind, Prose};

/// How many tokens a range of dates can reach: "from Monday, October 27, 2025, to Wednesday, October 29, 2025".
const REACH: usize = 16;

/// Whether a date, a range or a time can begin with this folded word. Cheap; true for a few words in a hundred.
#[must_use]
pub(crate) fn can_start(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit()) || calendar_word(word).is_some()
}

/// Appends what begins at the token `at`: a time of day, a date, or a range and behind it its two ends as dates of their
/// own. A date inside a longer date or range is not read again where it begins.
pub(crate) fn read(document: &Document, at: usize, out: &mut Vec<Reading>) {
    if !can_start(document.word(at)) {
        return;
    }
    let Some(words) = SentenceWords::around(document, at) else { return };
    if let Some(time) = time(&words, at) {
        out.push(reading(Kind::Time, &time.tokens, Value::Time(time.value)));
    }
    if !starts_date(words.word(at)) || is_covered(&words, at) {
        return;
    }
    if let Some(found) = range(&words, at) {
        out.push(reading(Kind::Range, &found.range.tokens, Value::Range(found.range.value)));
        if words.word(at) == "from" {
            let without = found.start.tokens.start..found.range.tokens.end;
            out.push(reading(Kind::Range, &without, Value::Range(found.range.value)));
        }
        out.push(date_reading(&found.start));
        out.push(date_reading(&found.end));
    } else if let Some(found) = date(&words, at) {
        out.push(date_reading(&found));
    }
}

/// Reads a whole text as one date: as prose writes it, or as [`Date`] is displayed.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    Date::from_timex(text).filter(|_| text.contains(['-', 'X'])).or_else(|| {
        let document = one_sentence(text);
        let words = SentenceWords::around(&document, 0)?;
        let found = date(&words, 0).filter(|found| found.tokens.end == words.end());
        found.map(|found| found.value).or_else(|| Date::from_timex(text)).or_else(|| bare_month(&words))
    })
}

/// Reads a whole text as one range of dates: as prose writes it, or as [`DateRange`] is displayed.
#[must_use]
pub fn parse_range(text: &str) -> Option<DateRange> {
    let text = text.trim();
    DateRange::from_timex(text).or_else(|| {
        let document = one_sentence(text);
        let words = SentenceWords::around(&document, 0)?;
        let found = range(&words, 0).filter(|found| found.range.tokens.end == words.end())?;
        Some(found.range.value)
    })
}

/// Reads a whole text as one time of day: as prose writes it, or as [`Time`] is displayed.
#[must_use]
pub fn parse_time(text: &str) -> Option<Time> {
    let text = text.trim();
    Time::from_timex(text).or_else(|| {
        // A clock time alone needs the word that prose has before it.
        let led = one_sentence(&format!("at {text}"));
        let words = SentenceWords::around(&led, 0)?;
        time(&words, 1).filter(|found| found.tokens.end == words.end()).map(|found| found.value).or_else(|| {
            let document = one_sentence(text);
            let words = SentenceWords::around(&document, 0)?;
            let found = time(&words, 0).filter(|found| found.tokens.end == words.end())?;
            Some(found.value)
        })
    })
}

/// The first full calendar day that a text names.
#[must_use]
pub fn first_day(text: &str) -> Option<chrono::NaiveDate> {
    let document = one_sentence(text);
    let mut readings = Vec::new();
    (0..document.tokens().len()).find_map(|at| {
        readings.clear();
        read(&document, at, &mut readings);
        readings.iter().find_map(|reading| match reading.value {
            Value::Date(date) => date.calendar_day(),
            _ => None,
        })
    })
}

/// Whether a date or a range can begin with this folded word.
fn starts_date(word: &str) -> bool {
    !matches!(calendar_word(word), Some(CalendarWord::Hour(_) | CalendarWord::PartOfDay(_) | CalendarWord::Moment(_)))
}

/// Whether a date or a range that begins before `at` reaches over it.
fn is_covered(words: &SentenceWords<'_>, at: usize) -> bool {
    (words.start().max(at.saturating_sub(REACH))..at).any(|start| {
        let word = words.word(start);
        can_start(word)
            && starts_date(word)
            && (range(words, start).is_some_and(|found| found.range.tokens.end > at)
                || date(words, start).is_some_and(|found| found.tokens.end > at))
    })
}

fn date_reading(found: &Found<Date>) -> Reading {
    let date = found.value;
    let bare = Date { weekday: date.weekday, ..Date::default() };
    let kind = if date == bare { Kind::Weekday } else { Kind::Date };
    reading(kind, &found.tokens, Value::Date(date))
}

fn reading(kind: Kind, tokens: &std::ops::Range<usize>, value: Value) -> Reading {
    Reading { kind, tokens: tokens.start as u32..tokens.end as u32, value }
}

/// A month alone, which in prose needs words around it.
fn bare_month(words: &SentenceWords<'_>) -> Option<Date> {
    let month = super::calendar_words::month(words.word(words.start()))?;
    (words.end() == words.start() + 1).then(|| Date { month: Some(month), ..Date::default() })
}

/// A document of one sentence.
fn one_sentence(text: &str) -> Document {
    let mut prose = Prose::default();
    prose.push(text, 0);
    prose.end_block(0, BlockKind::Paragraph, false);
    Document::new(Arc::new(File::new("", text)), prose, Header::default())
}
