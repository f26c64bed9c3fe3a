//! Lengths of time as a stopwatch and a timetable write them: `2:34:08`, `1:34.08`, `1h 30m`.

use rust_decimal::Decimal;

use super::amount::{Amount, Bound};
use super::duration::{Duration, Leeway, TimeUnit};
use super::words::Words;

/// Reads the length of time that starts with the digits at `at`, and the token behind it.
pub(crate) fn read(words: Words<'_>, at: usize) -> Option<(Duration, usize)> {
    if !words.glued(at + 1) || words.raw(at).len() > 3 {
        return None;
    }
    match words.word(at + 1) {
        ":" => stopwatch(words, at),
        letter if letter.starts_with(['h', 'm']) => lettered(words, at),
        _ => None,
    }
}

/// `2:34:08`, `2:34:08.5`, `1:34.08`. With a point nothing else is written so; without one it may be a time of day.
fn stopwatch(words: Words<'_>, at: usize) -> Option<(Duration, usize)> {
    let joined = |mark: usize| words.word(mark) == ":" && words.glued(mark) && words.glued(mark + 1);
    let apart = !words.glued(at) || matches!(words.before(at, 1), "(" | "\"" | "'");
    let first = whole(words, at, 1..=3).filter(|_| apart && joined(at + 1))?;
    let (seconds, precision, end) = if joined(at + 3) {
        let minutes = whole(words, at + 2, 2..=2).filter(|minutes| *minutes < SIXTY)?;
        let (seconds, precision) = seconds(words.raw(at + 4))?;
        if precision == 0 && !is_length(words, at, at + 5) {
            return None;
        }
        let hours = first.checked_mul(SIXTY)?.checked_add(minutes)?.checked_mul(SIXTY)?;
        (hours.checked_add(seconds)?, precision, at + 5)
    } else {
        let (seconds, precision) = seconds(words.raw(at + 2)).filter(|(_, precision)| *precision < 0)?;
        (first.checked_mul(SIXTY)?.checked_add(seconds)?, precision, at + 3)
    };
    let continues = words.glued(end) && !words.pauses(end) || words.word(end) == ":" && words.glued(end + 1);
    (!continues).then(|| (length(seconds, precision, TimeUnit::Second), end))
}

/// Whether hours, minutes and seconds between `at` and `end` are a length of time and no time of day.
fn is_length(words: Words<'_>, at: usize, end: usize) -> bool {
    let told = match words.before(at, 1) {
        "in" | "of" | "ran" | "clocked" | "posted" | "recorded" | "with" => true,
        "(" | "," | "to" | "at" | "was" | ":" | "|" => words.near(at, is_about_racing),
        _ => false,
    };
    let daytime = matches!(words.word(end), "am" | "pm" | "a.m." | "p.m." | "gmt" | "utc" | "hours" | "hrs");
    words.is_literal() || told && !daytime
}

fn is_about_racing(word: &str) -> bool {
    matches!(
        word,
        "marathon"
            | "race"
            | "finish"
            | "finished"
            | "finisher"
            | "clocked"
            | "timed"
            | "record"
            | "lap"
            | "ran"
            | "stage"
    )
}

/// `1h 30m`, `1h30m`, `5m 10s`: two letters beside each other, for one alone is a generation, a size or a million.
fn lettered(words: Words<'_>, at: usize) -> Option<(Duration, usize)> {
    let (larger, smaller) = match words.word(at + 1) {
        "h" | "hr" | "hrs" => ("h", TimeUnit::Minute),
        "m" => ("m", TimeUnit::Second),
        // The tokens of "1h30m" are "1" and "h30m".
        glued => {
            let minutes =
                glued.strip_prefix('h')?.strip_suffix('m').or_else(|| glued.strip_prefix('h')?.strip_suffix("min"))?;
            let minutes = two_digits(minutes)?;
            let hours = whole(words, at, 1..=3)?.checked_mul(SIXTY)?;
            return (!words.glued(at + 2) || words.pauses(at + 2))
                .then(|| (length(hours.saturating_add(minutes), 0, TimeUnit::Minute), at + 2));
        }
    };
    let letter = |end: usize| match (smaller, words.word(end)) {
        (TimeUnit::Minute, "m" | "min" | "mins") | (TimeUnit::Second, "s" | "sec" | "secs") => words.glued(end),
        _ => false,
    };
    let many = whole(words, at, 1..=3).filter(|_| !words.glued(at))?;
    let few = whole(words, at + 2, 1..=2).filter(|few| *few < SIXTY && !words.glued(at + 2) && letter(at + 3))?;
    let total = many.checked_mul(SIXTY)?.checked_add(few)?;
    let end = at + 4;
    let seconds = whole(words, end, 1..=2).filter(|few| larger == "h" && *few < SIXTY && words.word(end + 1) == "s");
    Some(match seconds {
        Some(seconds) => (length(total.checked_mul(SIXTY)?.checked_add(seconds)?, 0, TimeUnit::Second), end + 2),
        None => (length(total, 0, smaller), end),
    })
}

/// A number of as many digits as asked and nothing else.
fn whole(words: Words<'_>, at: usize, digits: std::ops::RangeInclusive<usize>) -> Option<Decimal> {
    let raw = words.raw(at);
    let plain = words.is_number(at) && digits.contains(&raw.len()) && raw.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| raw.parse().ok())?
}

fn two_digits(text: &str) -> Option<Decimal> {
    let plain = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok())?.filter(|minutes| *minutes < SIXTY)
}

/// `08`, `34.08`, and the power of ten of its last digit.
fn seconds(raw: &str) -> Option<(Decimal, i32)> {
    let (seconds, parts) = raw.split_once('.').unwrap_or((raw, ""));
    let plain = seconds.len() == 2 && parts.len() <= 3 && raw.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let value = plain.then(|| raw.parse::<Decimal>().ok())?.filter(|value| *value < SIXTY)?;
    Some((value, -(parts.len() as i32)))
}

const SIXTY: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

fn length(number: Decimal, precision: i32, unit: TimeUnit) -> Duration {
    let amount = Amount { number, upper: None, bound: Bound::Plain, precision };
    Duration { amount, unit, days: 0, leeway: Leeway::None }
}
