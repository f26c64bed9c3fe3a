//! Reads the zone behind a time of day.

use super::clock_words::stops;
use super::sentence_words::SentenceWords;
use super::time::{Time, Zone, zone_named};

/// A time whose half of the day is told, with the zone behind it; "Eastern" alone is one there.
pub(super) fn zoned_of_day(words: &SentenceWords<'_>, time: Time, end: usize) -> (Time, usize) {
    match area(words.word(end)).filter(|_| words.capital(end) && !words.capital(end + 1) && zone(words, end).is_none())
    {
        Some(name) if stops(words, end + 1) => (Time { zone: Some(Zone::Named(name)), ..time }, end + 1),
        _ => zoned(words, time, end),
    }
}

/// A time with the zone that may stand behind it.
pub(super) fn zoned(words: &SentenceWords<'_>, time: Time, end: usize) -> (Time, usize) {
    if is_local(words, end) {
        return (time, end + 2);
    }
    match zone(words, end) {
        Some((zone, end)) => (Time { zone: Some(zone), ..time }, end),
        None => (time, end),
    }
}

/// "GMT", "(GMT)", "Eastern time", in capitals.
pub(super) fn zone(words: &SentenceWords<'_>, at: usize) -> Option<(Zone, usize)> {
    let bracket = usize::from(words.word(at) == "(" && words.word(at + 2) == ")");
    let at = at + bracket;
    if let Some(area) = area(words.word(at)) {
        let daylight = usize::from(matches!(words.word(at + 1), "standard" | "daylight"));
        return (words.word(at + 1 + daylight) == "time").then_some((Zone::Named(area), at + 2 + daylight));
    }
    let upper = words.raw(at).bytes().all(|b| b.is_ascii_uppercase());
    let zone = zone_named(words.word(at)).filter(|_| upper)?;
    let end = at + 1;
    match offset(words, end).filter(|_| matches!(words.word(at), "gmt" | "utc") && words.glued(end)) {
        Some((ahead, end)) => Some((ahead, end + bracket)),
        None => Some((zone, end + bracket)),
    }
}

/// "+2", "+02:00", "-5:30": what is added to UTC.
fn offset(words: &SentenceWords<'_>, at: usize) -> Option<(Zone, usize)> {
    let sign = match words.raw(at) {
        "+" => 1,
        "-" | "−" => -1,
        _ => return None,
    };
    let hours = words.digits(at + 1, 1, 2).filter(|&hours| hours <= 14 && words.glued(at + 1))?;
    let minutes = words.digits(at + 3, 2, 2).filter(|minutes| words.word(at + 2) == ":" && *minutes < 60);
    let (minutes, end) = minutes.map_or((0, at + 2), |minutes| (minutes, at + 4));
    let offset = i32::try_from(hours * 60 + minutes).ok()?;
    words.closes(end).then_some((Zone::Offset(sign * offset), end))
}

pub(super) fn is_local(words: &SentenceWords<'_>, at: usize) -> bool {
    words.word(at) == "local" && words.word(at + 1) == "time"
}

/// The zone of a part of North America, by the folded name of the part.
fn area(word: &str) -> Option<&'static str> {
    match word {
        "eastern" => Some("ET"),
        "central" => Some("CT"),
        "mountain" => Some("MT"),
        "pacific" => Some("PT"),
        _ => None,
    }
}
