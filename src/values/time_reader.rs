//! Reads times of day in running prose.

use super::calendar_words::{CalendarWord, calendar_word, cardinal};
use super::clock_words::{
    date_behind, day_before, is_bare_time, is_kept, is_led, is_price, is_score, leads_to_a_clock, stops,
};
use super::date::Date;
use super::date_reader::{Found, date};
use super::opening_hours::of_pair;
use super::sentence_words::SentenceWords;
use super::time::{Precision, Time};
use super::written_clock::{Form, HOUR, Written, half_day, hour_sharp, written};
use super::zone_reader::{is_local, zone, zoned, zoned_of_day};

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
    if let Some(first) = first_of_two(words, &written) {
        return Some(first);
    }
    let time = written.of_day()?;
    if let Some(after) = hours_word(words, end) {
        // "for 1500 hours" is long.
        let about = matches!(words.before(at, 1), "about" | "around") && words.before(at, 2) != "for";
        let sure = written.form != Form::Four || words.before(at, 1) == "at" || about;
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
            let sure = written.hour >= 10 || written.leading_zero || is_kept(words, at) && stops(words, end);
            let led = |at: usize| {
                words.before(at, 1) == "at" && sure && !is_price(words, at, end)
                    || words.before(at, 1) == "," && behind_day(words, at - 1)
            };
            led(first_of_row(words, at)) && written.minute.is_some_and(|minute| minute < 60)
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
        // "a quarter after two", but "ten after nine" may be ten more
        "after" if unit == 1 || words.word(at) == "quarter" => true,
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
    // "I for one am glad"
    if words.word(at) == "one" && words.before(at, 1) == "for" {
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
    let Some(minute) = minute else {
        return hour_of_half(words, hour, at).or_else(|| hour_of_appointment(words, hour, at));
    };
    let (time, after) = half_of_day(words, hour, minute, end)?;
    let led = is_led(words, at) || words.before(at, 1) == "for" || !time.either_half;
    // "for ten forty-foot masts": a number of things is followed by them.
    (led && minute % 5 == 0 && stops(words, after)).then_some((time, after))
}

/// An hour by the clock face, which "in the evening" may put into its half of the day.
fn half_of_day(words: &SentenceWords<'_>, hour: u32, minute: u32, end: usize) -> Option<(Time, usize)> {
    let precision = if minute > 0 || words.before(end, 2) == ":" { Precision::Minute } else { Precision::Hour };
    let at = |hour: u32| Time::clock(hour * HOUR + minute * 60, precision);
    // "8 o'clock p.m."
    if let Some((half, behind)) = half_day(words, end).filter(|_| (1..=12).contains(&hour)) {
        return Some((at(hour % 12 + half), behind));
    }
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

/// The first of two times of which the second tells the half of the day: "from 3 to 5 p.m.", "11:30–1 p.m.", "between 6.30 and 8 pm"
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
    // "between two and five in the morning"
    let between = words.before(at, 1) == "and" && words.before(at, 3) == "between";
    let led = is_led(words, at)
        || matches!(words.before(at, 1), "to" | "circa" | "meet" | "say")
        || at == words.start()
        || between;
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
    // "at six on Saturday evening"
    let on_day =
        words.word(at + 1) == "on" && matches!(calendar_word(words.word(at + 2)), Some(CalendarWord::Weekday(_)));
    if let Some(CalendarWord::PartOfDay(part)) = calendar_word(words.word(at + 3)).filter(|_| fits && on_day) {
        return Some((Time::clock(hour_in_part(hour, part) * HOUR, Precision::Hour), at + 1));
    }
    let kept = || on_day || is_kept(words, at) && !words.is_word(at) || behind_day(words, at - 1);
    (fits && kept()).then(|| (Time { either_half: true, ..hour_sharp(hour) }, at + 1))
}

/// Whether a day ends right before `end`: "Friday", "13 November 2026".
fn behind_day(words: &SentenceWords<'_>, end: usize) -> bool {
    let day = |date: &Found<Date>| date.tokens.end == end && (date.value.day.is_some() || date.value.weekday.is_some());
    let last = end.checked_sub(1).filter(|&last| words.capital(last));
    let short = last.is_some_and(|last| matches!(calendar_word(words.word(last)), Some(CalendarWord::ShortWeekday(_))));
    short
        || (1..=LONGEST_DAY)
            .any(|back| end.checked_sub(back).and_then(|at| date(words, at)).is_some_and(|date| day(&date)))
}

/// How many tokens a day is written in: "13 November, 2026".
const LONGEST_DAY: usize = 4;

/// Where a row of clocks begins that are told alike: "13.31" of "at 13.31 and 14.01".
fn first_of_row(words: &SentenceWords<'_>, at: usize) -> usize {
    let clock = |at: usize| written(words, at).is_some_and(|written| written.form == Form::Point);
    let mut first = at;
    for _ in 0..6 {
        match first
            .checked_sub(2)
            .filter(|&before| matches!(words.word(first - 1), "and" | "or" | ",") && clock(before))
        {
            Some(before) => first = before,
            None => break,
        }
    }
    first
}

fn is_oclock(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(words.word(at), "o'clock" | "oclock")
}

/// "hrs", "h", "hours": the token behind it.
fn hours_word(words: &SentenceWords<'_>, at: usize) -> Option<usize> {
    matches!(words.word(at), "hrs" | "h" | "hours" | "hr").then_some(at + 1)
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
