//! What the words right before a date make of it: "the end of May", "the week of October 7".

use super::date::{Date, Part, Period};
use super::date_reader::Found;
use super::sentence_words::SentenceWords;

/// The date as the words before it frame it; most have none that do.
pub(crate) fn framed(words: &SentenceWords<'_>, found: &Found<Date>) -> Date {
    let date = found.value;
    let (joint, frame) = (words.before(found.tokens.start, 1), words.before(found.tokens.start, 2));
    match date.day {
        Some(day) if is_week(joint, frame) => week_around(date, day),
        None if joint == "of" && date.part.is_none() && date.weekday.is_none() => {
            Date { part: part_named(frame), ..date }
        }
        _ => date,
    }
}

/// The part of a month or a year that a folded noun before "of" tells.
pub(crate) fn part_named(noun: &str) -> Option<Part> {
    Some(match noun {
        "start" | "beginning" | "outset" => Part::Start,
        "middle" => Part::Mid,
        "end" | "close" => Part::End,
        _ => return None,
    })
}

/// "the week of", "the weekend of", "the week beginning", "week ending".
fn is_week(joint: &str, frame: &str) -> bool {
    match joint {
        "of" => matches!(frame, "week" | "weekend"),
        "beginning" | "starting" | "commencing" | "ending" => frame == "week",
        _ => false,
    }
}

/// The seven days of the month, as weeks of a month are counted, that hold the day: the week may begin there, or hold it, or
/// end there, and what is six days beside a week of a month proves nothing.
fn week_around(date: Date, day: u32) -> Date {
    Date { period: Some(Period::Week(day.div_ceil(7))), day: None, weekday: None, ..date }
}
