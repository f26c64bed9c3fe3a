//! Reads times of day in running prose.

use super::calendar_words::{CalendarWord, calendar_word};
use super::date_reader::{Found, date};
use super::sentence_words::SentenceWords;
use super::time::{Time, Zone, zone_named};

/// The time of day that begins at `at`, with the "around" before it.
pub(crate) fn time(words: &SentenceWords<'_>, at: usize) -> Option<Found<Time>> {
    if let Some(next) = behind_about(words, at) {
        let (value, end) = stated(words, next)?;
        return Some(Found { value: Time { about: true, ..value }, tokens: at..end });
    }
    if (1..=2).any(|back| at.checked_sub(back).and_then(|start| behind_about(words, start)) == Some(at)) {
        return None;
    }
    let (value, end) = stated(words, at)?;
    Some(Found { value, tokens: at..end })
}

/// The token behind a word of approximation that begins at `at`.
fn behind_about(words: &SentenceWords<'_>, at: usize) -> Option<usize> {
    match (words.word(at), words.word(at + 1)) {
        ("around" | "about" | "approximately" | "roughly" | "nearly" | "almost", _) => Some(at + 1),
        ("shortly" | "just", "before" | "after") => Some(at + 2),
        _ => None,
    }
}

fn stated(words: &SentenceWords<'_>, at: usize) -> Option<(Time, usize)> {
    if words.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return clock(words, at);
    }
    match calendar_word(words.word(at))? {
        CalendarWord::Moment(minutes) => moment(words, at).then(|| zoned(words, Time::clock(minutes), at + 1)),
        CalendarWord::Hour(hour) if is_oclock(words, at + 1) => half_of_day(words, hour, at + 2),
        CalendarWord::Hour(hour) => hour_of_half(words, hour, at),
        CalendarWord::PartOfDay(part) if has_day(words, at) => Some((Time::part_of_day(part)?, at + 1)),
        _ => None,
    }
}

/// "3 p.m.", "3:30pm", "15:00", "21.52" behind "at", "1430 GMT", "3 o'clock".
fn clock(words: &SentenceWords<'_>, at: usize) -> Option<(Time, usize)> {
    if !words.opens(at) {
        return None;
    }
    let written = written(words, at)?;
    let end = written.end;
    if let Some((half, after)) = half_day(words, end) {
        let fits = (1..=12).contains(&written.hour) && written.minute.is_none_or(|minute| minute < 60);
        let minutes = (written.hour % 12 + half) * 60 + written.minute.unwrap_or(0);
        return fits.then(|| zoned(words, Time::clock(minutes), after));
    }
    if let (12, None, CalendarWord::Moment(minutes)) =
        (written.hour, written.minute, calendar_word(words.word(end)).unwrap_or(CalendarWord::Opener))
    {
        return Some(zoned(words, Time::clock(minutes), end + 1));
    }
    if written.form == Form::Hour {
        return match is_oclock(words, end) && (1..=12).contains(&written.hour) {
            true => half_of_day(words, written.hour, end + 1),
            false => hour_of_half(words, written.hour, at),
        };
    }
    let minute = written.minute.filter(|&minute| minute < 60 && written.hour < 24)?;
    let minutes = written.hour * 60 + minute;
    if let Some(after) = hours_word(words, end) {
        // "for 1500 hours" is long.
        let sure = written.form != Form::Four || words.before(at, 1) == "at";
        return sure.then(|| zoned(words, Time::clock(minutes), after));
    }
    let in_zone = zone(words, end).is_some() || is_local(words, end);
    if in_zone {
        return Some(zoned(words, Time::clock(minutes), end));
    }
    let led = match written.form {
        Form::Colon => written.hour >= 13 || written.leading_zero || is_led(words, at) || date_behind(words, end),
        Form::Point => words.before(at, 1) == "at" && written.hour >= 10 && !is_price(words, at, end),
        Form::Four | Form::Hour => false,
    };
    if !led || !words.closes(end) || is_score(words, at) {
        return None;
    }
    let open = (1..12).contains(&written.hour) && !written.leading_zero;
    if open {
        return half_of_day_of(words, minutes, end);
    }
    Some((Time::clock(minutes), end))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "3"
    Hour,
    /// "15:00"
    Colon,
    /// "15.00"
    Point,
    /// "1500"
    Four,
}

/// The digits of a time.
struct Written {
    hour: u32,
    minute: Option<u32>,
    form: Form,
    leading_zero: bool,
    end: usize,
}

fn written(words: &SentenceWords<'_>, at: usize) -> Option<Written> {
    let word = words.word(at);
    let leading_zero = word.starts_with('0');
    let make = |hour, minute, form, end| Written { hour, minute, form, leading_zero, end };
    if let Some((hour, minute)) = word.split_once('.') {
        let fits = (1..=2).contains(&hour.len())
            && minute.len() == 2
            && !words.glued(at + 1) | words.closes(at + 1) | words.is_word(at + 1);
        return fits.then(|| Some(make(hour.parse().ok()?, Some(minute.parse().ok()?), Form::Point, at + 1)))?;
    }
    if let Some(four) = words.digits(at, 4, 4) {
        return Some(make(four / 100, Some(four % 100), Form::Four, at + 1));
    }
    let hour = words.digits(at, 1, 2)?;
    if words.word(at + 1) == ":" && words.glued(at + 1) && words.glued(at + 2) {
        let minute = words.digits(at + 2, 2, 2)?;
        // "2:04:56" is how long somebody ran.
        let seconds = words.word(at + 3) == ":" && words.glued(at + 3) && words.glued(at + 4);
        return (!seconds).then(|| make(hour, Some(minute), Form::Colon, at + 3));
    }
    Some(make(hour, None, Form::Hour, at + 1))
}

/// 0 for a.m., 12 for p.m., and the token behind.
fn half_day(words: &SentenceWords<'_>, at: usize) -> Option<(u32, usize)> {
    let half = |letter: &str| match letter {
        "a" => Some(0),
        "p" => Some(12),
        _ => None,
    };
    match words.word(at) {
        "am" | "a.m." => Some((0, at + 1)),
        "pm" | "p.m." => Some((12, at + 1)),
        // "p.m" without its last point, "p. m."
        letter @ ("a" | "p") if words.word(at + 1) == "." && words.word(at + 2) == "m" => {
            let point = words.word(at + 3) == "." && words.glued(at + 3) && !words.glued(at + 2);
            Some((half(letter)?, at + 3 + usize::from(point)))
        }
        _ => None,
    }
}

/// An hour by the clock face, which "in the evening" may put into its half of the day.
fn half_of_day(words: &SentenceWords<'_>, hour: u32, end: usize) -> Option<(Time, usize)> {
    half_of_day_of(words, hour % 12 * 60, end)
}

fn half_of_day_of(words: &SentenceWords<'_>, minutes: u32, end: usize) -> Option<(Time, usize)> {
    let half =
        if words.word(end) == "in" && words.word(end + 1) == "the" { calendar_word(words.word(end + 2)) } else { None };
    Some(match half {
        Some(CalendarWord::PartOfDay("MO")) => (Time::clock(minutes), end + 3),
        Some(CalendarWord::PartOfDay("AF" | "EV")) => (Time::clock(minutes + 12 * 60), end + 3),
        // Twelve by itself is rather noon.
        _ => (Time { either_half: true, ..Time::clock(if minutes < 60 { minutes + 12 * 60 } else { minutes }) }, end),
    })
}

/// "at two in the morning": an hour without "o'clock" whose half of the day is told.
fn hour_of_half(words: &SentenceWords<'_>, hour: u32, at: usize) -> Option<(Time, usize)> {
    let led = is_led(words, at) || words.before(at, 1) == "to";
    half_of_day(words, hour, at + 1).filter(|(time, _)| led && !time.either_half && (1..=12).contains(&hour))
}

fn is_oclock(words: &SentenceWords<'_>, at: usize) -> bool {
    words.word(at) == "o'clock"
}

/// "hrs", "h", "hours": the token behind it.
fn hours_word(words: &SentenceWords<'_>, at: usize) -> Option<usize> {
    matches!(words.word(at), "hrs" | "h" | "hours" | "hr").then_some(at + 1)
}

/// A time with the zone that may stand behind it.
fn zoned(words: &SentenceWords<'_>, time: Time, end: usize) -> (Time, usize) {
    if is_local(words, end) {
        return (time, end + 2);
    }
    match zone(words, end) {
        Some((zone, end)) => (Time { zone: Some(zone), ..time }, end),
        None => (time, end),
    }
}

/// "GMT", "(GMT)", "Eastern time", in capitals.
fn zone(words: &SentenceWords<'_>, at: usize) -> Option<(Zone, usize)> {
    let bracket = usize::from(words.word(at) == "(" && words.word(at + 2) == ")");
    let at = at + bracket;
    let area = match words.word(at) {
        "eastern" => Some("ET"),
        "central" => Some("CT"),
        "mountain" => Some("MT"),
        "pacific" => Some("PT"),
        _ => None,
    };
    if let Some(area) = area {
        let daylight = usize::from(matches!(words.word(at + 1), "standard" | "daylight"));
        return (words.word(at + 1 + daylight) == "time").then_some((Zone::Named(area), at + 2 + daylight));
    }
    let upper = words.raw(at).bytes().all(|b| b.is_ascii_uppercase());
    let zone = zone_named(words.word(at)).filter(|_| upper)?;
    Some((zone, at + 1 + bracket))
}

fn is_local(words: &SentenceWords<'_>, at: usize) -> bool {
    words.word(at) == "local" && words.word(at + 1) == "time"
}

/// Whether a word before says that a clock is read.
fn is_led(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(
        words.before(at, 1),
        "at" | "by" | "until" | "till" | "before" | "after" | "around" | "about" | "approximately" | "since" | "from"
    ) || words.before(at, 1) == "to" && words.before(at, 3) == ":"
}

/// Whether a date follows: "10:15 on Monday".
fn date_behind(words: &SentenceWords<'_>, end: usize) -> bool {
    let next = end + usize::from(matches!(words.word(end), "on" | ","));
    next < words.end() && date(words, next).is_some_and(|date| date.value.day.is_some() || date.value.weekday.is_some())
}

/// Whether the number behind "at" is a price, a share or a measure.
fn is_price(words: &SentenceWords<'_>, at: usize, end: usize) -> bool {
    let traded = (2..=4).any(|back| {
        matches!(
            words.before(at, back),
            "closed"
                | "ended"
                | "traded"
                | "trading"
                | "stood"
                | "settled"
                | "priced"
                | "valued"
                | "shares"
                | "quoted"
                | "finished"
                | "stands"
                | "index"
                | "currently"
                | "standing"
        )
    });
    let measured = words.is_word(end)
        && !matches!(
            words.word(end),
            "on" | "in" | "and" | "when" | "the" | "local" | "today" | "yesterday" | "after" | "to"
        )
        && calendar_word(words.word(end)).is_none();
    traded || measured
}

/// Whether the words before make it a score, a verse or how long something took.
fn is_score(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(
        words.before(at, 1),
        "in" | "of" | "won" | "lost" | "score" | "verse" | "psalm" | "ratio" | "beat" | "led" | "record" | "time"
    )
}

/// Whether "noon" stands where a time stands.
fn moment(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(
        words.before(at, 1),
        "at" | "by"
            | "until"
            | "till"
            | "before"
            | "after"
            | "around"
            | "about"
            | "to"
            | "from"
            | "since"
            | "between"
            | "past"
            | "and"
            | "approximately"
            | "nearly"
            | "almost"
    ) && !matches!(words.word(at + 1), "sun" | "blue" | "mass" | "train" | "oil" | "snack")
        || day_before(words, at)
        || at == words.start() && words.end() == at + 1
}

/// Whether a part of the day stands with a day, or behind "in the".
fn has_day(words: &SentenceWords<'_>, at: usize) -> bool {
    let apart = !words.glued(at) && (!words.glued(at + 1) || words.closes(at + 1));
    // "two in the morning" is a time of its own.
    let of_clock =
        || (3..=5).any(|back| at.checked_sub(back).and_then(|at| stated(words, at)).is_some_and(|t| t.1 > at));
    let in_the = words.before(at, 1) == "the" && words.before(at, 2) == "in" && !of_clock();
    let of_day = words.word(at + 1) == "of"
        && date(words, at + 2).is_some_and(|date| date.value.day.is_some() || date.value.weekday.is_some());
    let alone = words.start() == at && words.end() == at + 1;
    apart && (in_the || of_day || day_before(words, at) || alone)
}

/// Whether a day ends right before `at`: "Monday morning", "October 27 in the evening".
fn day_before(words: &SentenceWords<'_>, at: usize) -> bool {
    let early = usize::from(matches!(words.before(at, 1), "early" | "late"));
    let Some(last) = at.checked_sub(1 + early) else { return false };
    matches!(calendar_word(words.word(last)), Some(CalendarWord::Weekday(_)))
}
