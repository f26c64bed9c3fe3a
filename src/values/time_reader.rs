//! Reads times of day in running prose.

use super::calendar_words::{CalendarWord, calendar_word, cardinal};
use super::date_reader::{Found, date};
use super::sentence_words::SentenceWords;
use super::time::{Precision, Time, Zone, zone_named};

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
        ("around" | "about" | "approximately" | "roughly" | "nearly" | "almost" | "circa", _) => Some(at + 1),
        ("shortly" | "just", "before" | "after") => Some(at + 2),
        _ => None,
    }
}

fn stated(words: &SentenceWords<'_>, at: usize) -> Option<(Time, usize)> {
    let word = words.word(at);
    let digit = word.starts_with(|c: char| c.is_ascii_digit());
    let meaning = calendar_word(word);
    let names_hour = matches!(meaning, Some(CalendarWord::Hour(_) | CalendarWord::Moment(_)));
    if (digit || names_hour) && (behind_part(words, at) || behind_face(words, at)) {
        return None;
    }
    if let Some(face) = clock_face(words, at) {
        return Some(face);
    }
    if digit {
        return clock(words, at);
    }
    match meaning? {
        CalendarWord::Moment(minutes) => moment(words, at).then(|| zoned(words, hour_sharp(minutes / 60), at + 1)),
        CalendarWord::Hour(hour) if is_oclock(words, at + 1) => half_of_day(words, hour, 0, at + 2),
        CalendarWord::Hour(hour) => spelled_clock(words, hour, at),
        CalendarWord::PartOfDay(part) => clock_in_part(words, at, part)
            .or_else(|| if has_day(words, at) { Some((Time::part_of_day(part)?, at + 1)) } else { None }),
        CalendarWord::Opener if word == "mid" => {
            // "mid-morning", "mid afternoon"
            let part_at = at + 1 + usize::from(words.word(at + 1) == "-");
            if let Some(CalendarWord::PartOfDay(part @ ("MO" | "AF"))) = calendar_word(words.word(part_at)) {
                return Some((Time::part_of_day(part)?, part_at + 1));
            }
            // "mid night" and "mid-night" are written now and then.
            let night = at + 1 + usize::from(words.word(at + 1) == "-");
            (words.word(night) == "night" && stops(words, night + 1)).then(|| (hour_sharp(0), night + 1))
        }
        _ => None,
    }
}

/// "3 p.m.", "3:30pm", "15:00", "21.52" behind "at", "1430 GMT", "3 o'clock", "7h01".
fn clock(words: &SentenceWords<'_>, at: usize) -> Option<(Time, usize)> {
    // "9 a.m.–5 p.m."
    let ends_range = || {
        words.before(at, 1) == "-" && matches!(words.before(at, 2), "am" | "pm" | "a.m." | "p.m.") && words.glued(at)
    };
    let paired = of_pair(words, at);
    if !(words.opens(at) || ends_range() || paired.is_some()) {
        return None;
    }
    let written = written(words, at)?;
    let end = written.end;
    if let Some(by_24) = paired {
        return Some((Time { either_half: !by_24, ..written.of_day()? }, end));
    }
    if let Some((half, after)) = half_day(words, end) {
        let time = written.of_half(half)?;
        return Some(zoned_of_day(words, time, after));
    }
    if written.form == Form::Second {
        // "2:04:56" is how long somebody ran; "at 14:04:56" is a time of day unless it is timed or clocked.
        let hour_of_day = written.hour >= 13 || written.leading_zero;
        let timed = matches!(words.before(at, 2), "timed" | "clocked" | "record" | "stands" | "stood" | "watch");
        let led = hour_of_day && words.closes(end) && is_led(words, at) && !timed;
        return (led || zone(words, end).is_some()).then(|| Some(zoned(words, written.of_day()?, end)))?;
    }
    if let (12, None, "noon" | "midday" | "midnight" | "lunchtime") = (written.hour, written.minute, words.word(end)) {
        let hour = if words.word(end) == "midnight" { 0 } else { 12 };
        return Some(zoned(words, hour_sharp(hour), end + 1));
    }
    if written.form == Form::Hour {
        let hour = written.hour;
        return match is_oclock(words, end) && (1..=12).contains(&hour) {
            true => half_of_day(words, hour, 0, end + 1),
            false => first_of_two(words, &written)
                .or_else(|| hour_of_half(words, hour, at))
                .or_else(|| about_hour(words, hour, at))
                .or_else(|| hour_of_appointment(words, hour, at)),
        };
    }
    let time = written.of_day()?;
    if let Some(after) = hours_word(words, end) {
        // "for 1500 hours" is long.
        let sure = written.form != Form::Four || words.before(at, 1) == "at";
        return sure.then(|| zoned(words, time, after));
    }
    let in_zone = zone(words, end).is_some() || is_local(words, end);
    if in_zone {
        return Some(zoned(words, time, end));
    }
    let told = written.form == Form::Colon && part_behind(words, end).is_some();
    let led = match written.form {
        Form::Colon => {
            written.hour >= 13
                || written.leading_zero
                || told
                || is_led(words, at)
                || date_behind(words, end)
                || written.hour >= 10 && is_bare_time(words, at, end)
        }
        Form::Point if part_behind(words, end).is_some() => is_led(words, at),
        Form::Point => {
            let sure = written.hour >= 10 || is_kept(words, at) && stops(words, end);
            words.before(at, 1) == "at" && sure && !is_price(words, at, end)
        }
        Form::Letter => true,
        Form::Four | Form::Hour | Form::Second => false,
    };
    if !led || !words.closes(end) || is_score(words, at, end) {
        return None;
    }
    if let Some(two) = first_of_two(words, &written) {
        return Some(two);
    }
    // "10.30" by itself is one of 24 hours.
    let face = written.form == Form::Colon
        || written.form == Form::Point && (written.hour < 10 || part_behind(words, end).is_some());
    if (1..=12).contains(&written.hour) && !written.leading_zero && face {
        return half_of_day(words, written.hour, written.minute.unwrap_or(0), end);
    }
    Some((time, end))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// "3"
    Hour,
    /// "15:00"
    Colon,
    /// "15:00:07"
    Second,
    /// "15.00"
    Point,
    /// "1500"
    Four,
    /// "15h00"
    Letter,
}

/// The digits of a time.
struct Written {
    hour: u32,
    minute: Option<u32>,
    second: u32,
    form: Form,
    leading_zero: bool,
    end: usize,
}

impl Written {
    fn precision(&self) -> Precision {
        match (self.form, self.minute) {
            (Form::Second, _) => Precision::Second,
            (_, Some(_)) => Precision::Minute,
            (_, None) => Precision::Hour,
        }
    }

    /// The time by a clock of 24 hours.
    fn of_day(&self) -> Option<Time> {
        let minute = self.minute.unwrap_or(0);
        let fits = self.hour < 24 && minute < 60 && self.second < 60;
        fits.then(|| Time::clock(self.hour * HOUR + minute * 60 + self.second, self.precision()))
    }

    /// The time in a half of the day: 0 for a.m., 12 for p.m.
    fn of_half(&self, half: u32) -> Option<Time> {
        let hour = (1..=12).contains(&self.hour).then_some(self.hour % 12 + half)?;
        Written { hour, ..*self }.of_day()
    }
}

const HOUR: u32 = 60 * 60;

/// A full hour.
fn hour_sharp(hour: u32) -> Time {
    Time::clock(hour * HOUR, Precision::Hour)
}

fn written(words: &SentenceWords<'_>, at: usize) -> Option<Written> {
    let word = words.word(at);
    let leading_zero = word.starts_with('0');
    let make = |hour, minute, form, end| Written { hour, minute, second: 0, form, leading_zero, end };
    if let Some((hour, minute)) = word.split_once('.') {
        let fits = (1..=2).contains(&hour.len())
            && minute.len() == 2
            && (!words.glued(at + 1)
                || words.closes(at + 1)
                || words.is_word(at + 1)
                // "10.00–17.00"
                || words.word(at + 1) == "-" && words.glued(at + 2) && words.word(at + 2).contains('.'));
        return fits.then(|| Some(make(hour.parse().ok()?, Some(minute.parse().ok()?), Form::Point, at + 1)))?;
    }
    if let Some(four) = words.digits(at, 4, 4) {
        return Some(make(four / 100, Some(four % 100), Form::Four, at + 1));
    }
    let hour = words.digits(at, 1, 2)?;
    if words.word(at + 1) == ":" && words.glued(at + 1) && words.glued(at + 2) {
        let minute = words.digits(at + 2, 2, 2)?;
        if words.word(at + 3) == ":" && words.glued(at + 3) && words.glued(at + 4) {
            let second = words.digits(at + 4, 2, 2)?;
            return Some(Written { second, ..make(hour, Some(minute), Form::Second, at + 5) });
        }
        return Some(make(hour, Some(minute), Form::Colon, at + 3));
    }
    if let Some(minute) = words.word(at + 1).strip_prefix('h').filter(|_| words.glued(at + 1)) {
        let two = minute.len() == 2 && minute.bytes().all(|b| b.is_ascii_digit());
        return two.then(|| Some(make(hour, Some(minute.parse().ok()?), Form::Letter, at + 2)))?;
    }
    if words.word(at + 1) == "h" && words.digits(at + 2, 2, 2).is_some() && half_day(words, at + 3).is_some() {
        return Some(make(hour, words.digits(at + 2, 2, 2), Form::Letter, at + 3));
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
        // "9.am", where the point divides.
        "." if words.glued(at) && words.glued(at + 1) && matches!(words.word(at + 1), "am" | "pm") => {
            Some((half(&words.word(at + 1)[..1])?, at + 2))
        }
        // "p.m" without its last point, "p. m.", "p . m ."
        letter @ ("a" | "p") if words.word(at + 1) == "." && words.word(at + 2) == "m" => {
            let point =
                words.word(at + 3) == "." && (words.glued(at + 3) && !words.glued(at + 2) || !words.glued(at + 1));
            Some((half(letter)?, at + 3 + usize::from(point)))
        }
        // "9:00a"
        letter @ ("a" | "p") if words.glued(at) && !words.glued(at + 1) | words.closes(at + 1) => {
            Some((half(letter)?, at + 1))
        }
        _ => None,
    }
}

/// "half past eight", "a quarter to nine", "ten minutes past 9 p.m.", "twenty past eight in the evening".
fn clock_face(words: &SentenceWords<'_>, at: usize) -> Option<(Time, usize)> {
    let (minutes, behind) = match words.word(at) {
        "half" => (30, at + 1),
        "quarter" => (15, at + 1),
        _ => cardinal(words, at).filter(|&(minutes, _)| (1..=30).contains(&minutes) && words.opens(at))?,
    };
    let unit = usize::from(matches!(words.word(behind), "minutes" | "minute" | "min" | "mins"));
    let word_at = behind + unit;
    let past = match words.word(word_at) {
        "past" => true,
        // "from ten to nine" tells how many, and "a quarter to a third" how much.
        "to" | "till" if words.word(at) != "half" => {
            let sure = unit == 1 || words.word(at) == "quarter" || words.before(at, 1) == "at";
            if !sure {
                return None;
            }
            false
        }
        _ => return None,
    };
    let (hour, end) = hour_of_face(words, word_at + 1)?;
    let (from, minutes) = (i64::from(hour.from), i64::from(minutes) * 60);
    let day = i64::from(24 * HOUR);
    let shift = if past { minutes } else { -minutes };
    let from = u32::try_from((from + shift).rem_euclid(day)).ok()?;
    Some((Time { from, to: from, precision: Precision::Minute, ..hour }, end))
}

/// Whether the hour at `at` is one that minutes before it are counted from.
fn behind_face(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(words.before(at, 1), "past" | "to" | "till")
        && (2..=5).any(|back| at.checked_sub(back).and_then(|face| clock_face(words, face)).is_some_and(|f| f.1 > at))
}

/// The hour that minutes are counted from, with the half of the day where it is told.
fn hour_of_face(words: &SentenceWords<'_>, at: usize) -> Option<(Time, usize)> {
    let (hour, minute, end) = if words.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        let written = written(words, at)?;
        if let Some((half, end)) = half_day(words, written.end) {
            return Some(zoned_of_day(words, written.of_half(half)?, end));
        }
        (written.form == Form::Hour).then_some((written.hour, 0, written.end))?
    } else if let Some(CalendarWord::Moment(minutes)) = calendar_word(words.word(at)) {
        return Some((hour_sharp(minutes / 60), at + 1));
    } else {
        let Some(CalendarWord::Hour(hour)) = calendar_word(words.word(at)) else { return None };
        match cardinal(words, at + 1).filter(|(minute, end)| (10..60).contains(minute) && stops(words, *end)) {
            Some((minute, end)) => (hour, minute, end),
            None => (hour, 0, at + 1),
        }
    };
    let end = end + usize::from(is_oclock(words, end));
    if let Some((half, after)) = half_day(words, end) {
        let minutes = (hour % 12 + half) * 60 + minute;
        return (1..=12).contains(&hour).then(|| (Time::clock(minutes * 60, Precision::Minute), after));
    }
    let (time, end) = half_of_day(words, hour, minute, end).filter(|_| (1..=12).contains(&hour))?;
    (!time.either_half || stops(words, end)).then_some((time, end))
}

/// "eight forty", "seven thirty-five p.m.", "seven p.m.", "two in the morning".
fn spelled_clock(words: &SentenceWords<'_>, hour: u32, at: usize) -> Option<(Time, usize)> {
    if words.glued(at) || words.word(at - usize::from(at > words.start())) == "-" {
        return None;
    }
    // "six-thirty"
    let next = at + 1 + usize::from(words.word(at + 1) == "-" && words.glued(at + 1) && words.glued(at + 2));
    let minute = cardinal(words, next).filter(|(minute, _)| (10..60).contains(minute) && words.is_word(next));
    let (minute, end) = minute.map_or((None, at + 1), |(minute, end)| (Some(minute), end));
    if let Some((half, after)) = half_day(words, end) {
        let seconds = (hour % 12 + half) * HOUR + minute.unwrap_or(0) * 60;
        let precision = if minute.is_some() { Precision::Minute } else { Precision::Hour };
        return Some(zoned_of_day(words, Time::clock(seconds, precision), after));
    }
    let Some(minute) = minute else { return hour_of_half(words, hour, at) };
    let (time, after) = half_of_day(words, hour, minute, end)?;
    let led = is_led(words, at) || words.before(at, 1) == "for" || !time.either_half;
    // "for ten forty-foot masts": a number of things is followed by them.
    (led && minute % 5 == 0 && stops(words, after)).then_some((time, after))
}

/// An hour by the clock face, which "in the evening" may put into its half of the day.
fn half_of_day(words: &SentenceWords<'_>, hour: u32, minute: u32, end: usize) -> Option<(Time, usize)> {
    let precision = if minute > 0 || words.before(end, 2) == ":" { Precision::Minute } else { Precision::Hour };
    let at = |hour: u32| Time::clock(hour * HOUR + minute * 60, precision);
    if let Some((part, behind)) = part_behind(words, end) {
        return Some((at(hour_in_part(hour, part)), behind));
    }
    // Twelve by itself is rather noon.
    Some((Time { either_half: true, ..at(if hour == 12 { 12 } else { hour }) }, end))
}

/// The hour of the day that an hour by the clock face is in a part of the day. A night goes from six to six.
fn hour_in_part(hour: u32, part: &str) -> u32 {
    match (part, hour) {
        ("MO", hour) => hour % 12,
        ("AF" | "EV", hour) => hour % 12 + 12,
        (_, 6..=11) => hour + 12,
        _ => hour % 12,
    }
}

/// The part of the day behind a clock: "in the evening", "at night", "this morning", "tonight", "early morning".
fn part_behind(words: &SentenceWords<'_>, end: usize) -> Option<(&'static str, usize)> {
    let part = |at: usize| {
        let at = at + usize::from(matches!(words.word(at), "early" | "late"));
        match calendar_word(words.word(at))? {
            CalendarWord::PartOfDay(part) if words.word(at) != "night" || words.before(at, 1) != "early" => {
                Some((part, at + 1))
            }
            _ => None,
        }
    };
    match (words.word(end), words.word(end + 1)) {
        ("in", "the") => part(end + 2),
        ("at", "night") => Some(("NI", end + 2)),
        ("tonight", _) => Some(("NI", end + 1)),
        ("this" | "tomorrow" | "yesterday", _) => part(end + 1),
        _ => part(end),
    }
}

/// "in the afternoon at 7", "Monday morning at 7:30", "afternoon 7:00": the part tells the half of the day.
fn clock_in_part(words: &SentenceWords<'_>, at: usize, part: &str) -> Option<(Time, usize)> {
    let led = words.word(at + 1) == "at";
    let clock_at = at + 1 + usize::from(led);
    let (hour, minute, second, precision, end) = if words.word(clock_at).starts_with(|c: char| c.is_ascii_digit()) {
        let written = written(words, clock_at)?;
        let fits = match written.form {
            Form::Hour => led && stops(words, written.end),
            Form::Colon | Form::Second => words.closes(written.end),
            _ => false,
        };
        // A half of the day beside the clock says the same again.
        if !fits || half_day(words, written.end).is_some() || !(1..=12).contains(&written.hour) {
            return None;
        }
        (written.hour, written.minute.unwrap_or(0), written.second, written.precision(), written.end)
    } else {
        let Some(CalendarWord::Hour(hour)) = calendar_word(words.word(clock_at)) else { return None };
        let minute = cardinal(words, clock_at + 1).filter(|(minute, _)| (10..60).contains(minute));
        let (minute, end) = minute.map_or((None, clock_at + 1), |(minute, end)| (Some(minute), end));
        if !stops(words, end) || !led && minute.is_none() || half_day(words, end).is_some() {
            return None;
        }
        let precision = if minute.is_some() { Precision::Minute } else { Precision::Hour };
        (hour, minute.unwrap_or(0), 0, precision, end)
    };
    let seconds = hour_in_part(hour, part) * HOUR + minute * 60 + second;
    Some(zoned(words, Time::clock(seconds, precision), end))
}

/// Whether the clock at `at` is read together with the part of the day before it.
fn behind_part(words: &SentenceWords<'_>, at: usize) -> bool {
    let back = 1 + usize::from(words.before(at, 1) == "at");
    let Some(before) = at.checked_sub(back) else { return false };
    match calendar_word(words.word(before)) {
        Some(CalendarWord::PartOfDay(part)) => clock_in_part(words, before, part).is_some(),
        _ => false,
    }
}

/// Two times by which something is open: where the first begins, where the second does, and whether they are told by a clock of
/// 24 hours: "Tue–Sat 10.00–17.00", "open from 9 to 5", "9:00-17:30".
fn pair(words: &SentenceWords<'_>, at: usize) -> Option<(usize, bool)> {
    if !words.opens(at) || !words.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let first = written(words, at)?;
    let led = words.before(at, 1);
    let fits = match words.word(first.end) {
        "-" => led != "between" && led != "from",
        "to" | "until" | "till" => led != "between",
        "and" => led == "between",
        _ => false,
    };
    let next = first.end + 1;
    let second = written(words, next).filter(|second| fits && second.form == first.form)?;
    if half_day(words, second.end).is_some()
        || !words.closes(second.end)
        || words.word(first.end) == "-" && !words.glued(next)
    {
        return None;
    }
    let minutes = |written: &Written| written.minute.unwrap_or(0) < 60 && written.minute.unwrap_or(0).is_multiple_of(5);
    let by_24 = second.hour >= 13 || first.leading_zero || second.leading_zero;
    let runs = (first.hour, first.minute) < (second.hour, second.minute);
    let sound = minutes(&first) && minutes(&second) && first.hour < 24 && second.hour <= 24 && (runs || !by_24);
    let scheduled = (1..=5).any(|back| is_of_schedule(words.before(at, back)));
    let told = match first.form {
        // "open from 9 to 5", but "from 9 to 5 tonnes"
        Form::Hour => {
            scheduled
                && !by_24
                && first.hour > second.hour
                && second.hour > 0
                && led == "from"
                && stops(words, second.end)
        }
        Form::Point => scheduled,
        Form::Colon => scheduled || by_24 && first.minute.is_some() && words.word(first.end) == "-",
        Form::Second | Form::Four | Form::Letter => false,
    };
    (sound && told).then_some((next, by_24))
}

/// Of the [`pair`] that the time at `at` is in, whether it is told by a clock of 24 hours.
fn of_pair(words: &SentenceWords<'_>, at: usize) -> Option<bool> {
    // A first time is one token or three, and the joint is one.
    let second =
        || [2, 4].into_iter().find_map(|back| pair(words, at.checked_sub(back)?).filter(|(next, _)| *next == at));
    pair(words, at).or_else(second).map(|(_, by_24)| by_24)
}

/// Whether a folded word before two times says that something is open, or on which day.
fn is_of_schedule(word: &str) -> bool {
    let weekday =
        |word: &str| matches!(calendar_word(word), Some(CalendarWord::Weekday(_) | CalendarWord::ShortWeekday(_)));
    matches!(
        word,
        "open" | "opens" | "opening" | "opened" | "hours" | "daily" | "weekdays" | "weekends" | "doors" | "closed"
    ) || weekday(word)
        || word.strip_suffix('s').is_some_and(weekday)
}

/// The first of two times of which the second tells the half of the day: "from 3 to 5 p.m.", "11:30–1 p.m."
fn first_of_two(words: &SentenceWords<'_>, first: &Written) -> Option<(Time, usize)> {
    let joined = matches!(words.word(first.end), "to" | "-" | "until" | "till" | "and");
    let second = joined.then(|| written(words, first.end + 1)).flatten()?;
    let (half, _) = half_day(words, second.end)?;
    let early = first.hour % 12 > second.hour % 12;
    first.of_half(if early { 12 - half } else { half }).map(|time| (time, first.end))
}

/// "11ish", "around 11-ish".
fn about_hour(words: &SentenceWords<'_>, hour: u32, at: usize) -> Option<(Time, usize)> {
    let ish = at + 1 + usize::from(words.word(at + 1) == "-");
    let fits = words.word(ish) == "ish" && words.glued(ish) && words.glued(at + 1) && (1..=12).contains(&hour);
    (fits && stops(words, ish + 1)).then(|| (Time { about: true, either_half: true, ..hour_sharp(hour) }, ish + 1))
}

/// "at two in the morning": an hour without "o'clock" whose half of the day is told.
fn hour_of_half(words: &SentenceWords<'_>, hour: u32, at: usize) -> Option<(Time, usize)> {
    let led = is_led(words, at) || matches!(words.before(at, 1), "to" | "circa") || words.before(at, 1) == "meet";
    // "lowered from 4 to 3 this morning"
    let told = match words.word(at + 1) {
        "in" | "at" => true,
        "tonight" | "this" => words.before(at, 1) != "to" && words.before(at, 1) != "from",
        _ => false,
    };
    let (time, end) = half_of_day(words, hour, 0, at + 1)?;
    (led && told && !time.either_half && (1..=12).contains(&hour)).then_some((time, end))
}

/// "the doors open at 7": a bare hour, which may be an age or a price where nothing is done by the clock.
fn hour_of_appointment(words: &SentenceWords<'_>, hour: u32, at: usize) -> Option<(Time, usize)> {
    let fits = words.before(at, 1) == "at" && (1..=12).contains(&hour) && stops(words, at + 1) && words.closes(at + 1);
    (fits && is_kept(words, at)).then(|| (Time { either_half: true, ..hour_sharp(hour) }, at + 1))
}

/// Whether a word before "at" and a number is one of what is done by the clock.
fn is_kept(words: &SentenceWords<'_>, at: usize) -> bool {
    let kept = |back: usize| {
        matches!(
            words.before(at, back),
            "back"
                | "meet"
                | "meets"
                | "meeting"
                | "doors"
                | "opens"
                | "starts"
                | "begins"
                | "arrives"
                | "leaves"
                | "departs"
                | "arriving"
                | "departing"
                | "dinner"
                | "breakfast"
                | "kickoff"
                | "kick-off"
                | "tonight"
                | "tomorrow"
        )
    };
    (2..=5).any(kept)
}

/// Whether nothing is counted by what stands before `end`: a mark, the end, or a word that goes on with the sentence.
fn stops(words: &SentenceWords<'_>, end: usize) -> bool {
    match words.word(end) {
        "" => true,
        "-" | "%" | "$" | "€" | "£" | "/" | "°" => false,
        "on" | "in" | "and" | "when" | "as" | "until" | "till" | "before" | "after" | "for" | "with" | "today"
        | "tonight" | "tomorrow" | "yesterday" | "this" | "local" | "but" | "or" | "lunchtime" | "midnight"
        | "next" | "last" | "every" | "each" | "while" | "where" => true,
        "." | "," | ":" => !(words.glued(end + 1) && words.word(end + 1).starts_with(|c: char| c.is_ascii_digit())),
        word => {
            !words.is_word(end) && !word.starts_with(|c: char| c.is_ascii_digit())
                || matches!(calendar_word(word), Some(CalendarWord::Weekday(_)))
        }
    }
}

/// Whether "10:20" without a lead is a time, and not a result, a verse or how long something took.
fn is_bare_time(words: &SentenceWords<'_>, at: usize, end: usize) -> bool {
    let named = words.capital(at - usize::from(at > words.start())) && at > words.start();
    let played = matches!(
        words.before(at, 1),
        "with"
            | "ran"
            | "clocked"
            | "by"
            | "won"
            | "win"
            | "beat"
            | "a"
            | "the"
            | "his"
            | "her"
            | "best"
            | "swam"
            | "within"
            | "than"
            | "under"
            | "over"
            | ","
            | "-"
            | "set"
            | "final"
            | "last"
            | "first"
    );
    !named && !played && (stops(words, end) || matches!(words.word(end), "should" | "the"))
}

fn is_oclock(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(words.word(at), "o'clock" | "oclock")
}

/// "hrs", "h", "hours": the token behind it.
fn hours_word(words: &SentenceWords<'_>, at: usize) -> Option<usize> {
    matches!(words.word(at), "hrs" | "h" | "hours" | "hr").then_some(at + 1)
}

/// A time whose half of the day is told, with the zone behind it; "Eastern" alone is one there.
fn zoned_of_day(words: &SentenceWords<'_>, time: Time, end: usize) -> (Time, usize) {
    let bare = match words.word(end) {
        "eastern" => Some("ET"),
        "central" => Some("CT"),
        "mountain" => Some("MT"),
        "pacific" => Some("PT"),
        _ => None,
    };
    match bare.filter(|_| words.capital(end) && !words.capital(end + 1) && zone(words, end).is_none()) {
        Some(name) if stops(words, end + 1) => (Time { zone: Some(Zone::Named(name)), ..time }, end + 1),
        _ => zoned(words, time, end),
    }
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

fn is_local(words: &SentenceWords<'_>, at: usize) -> bool {
    words.word(at) == "local" && words.word(at + 1) == "time"
}

/// Whether a word before says that a clock is read.
fn is_led(words: &SentenceWords<'_>, at: usize) -> bool {
    leads_to_a_clock(words.before(at, 1)) || words.before(at, 1) == "to" && words.before(at, 3) == ":"
}

/// Whether a clock may be read behind a word.
fn leads_to_a_clock(word: &str) -> bool {
    matches!(word, "at" | "by" | "until" | "till" | "before" | "after" | "since" | "from" | "between" | "past")
        || matches!(word, "around" | "about" | "approximately")
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

/// Whether the words around make it a score, a verse or how long something took.
fn is_score(words: &SentenceWords<'_>, at: usize, end: usize) -> bool {
    matches!(
        words.before(at, 1),
        "in" | "of" | "won" | "lost" | "score" | "verse" | "psalm" | "ratio" | "beat" | "led" | "record" | "time"
    ) || words.word(end) == "in"
        && !is_led(words, at)
        && (end + 1..end + 4).any(|at| is_part_of_a_match(words.word(at)))
}

/// "21:15 in sets", "25:23 in the third set"
fn is_part_of_a_match(word: &str) -> bool {
    matches!(word, "set" | "sets" | "game" | "games" | "frames" | "legs" | "points" | "overtime" | "penalties")
}

/// Whether "noon" stands where a time stands.
fn moment(words: &SentenceWords<'_>, at: usize) -> bool {
    let before = words.before(at, 1);
    (leads_to_a_clock(before) || matches!(before, "to" | "and" | "nearly" | "almost"))
        && !matches!(words.word(at + 1), "sun" | "blue" | "mass" | "train" | "oil" | "snack")
        || day_before(words, at)
        || at == words.start() && words.end() == at + 1
        || !words.capital(at)
            && words.word(at) != "midnight"
            && stops(words, at + 1)
            && !matches!(words.before(at, 1), "the" | "every" | "each" | "high" | "a" | "-")
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
