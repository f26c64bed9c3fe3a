//! Hours that have no mark of a clock: "from ten to four on Fridays", "put back from 7.30 to 7.50". No time is read of them, and they
//! count nothing.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::calendar_words::{CalendarWord, calendar_word};
use super::number_words::small;
use super::words::Words;

/// "at 22.40", "half past nine", "a quarter to nine", "six in the morning", "from nine until noon", "7 p.m.".
pub(super) fn is_hour(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let (before, next) = (words.before(at, 1), words.word(end));
    // "it shuts at 4", "it ends about ten"
    let kept = |back: usize| {
        matches!(
            words.before(at, back),
            "starts"
                | "ends"
                | "begins"
                | "opens"
                | "closes"
                | "shuts"
                | "started"
                | "ended"
                | "plays"
                | "play"
                | "meets"
        )
    };
    let about = matches!(words.word(at), "about" | "around");
    let kept = amount.number < HOURS
        && (words.pauses(end) || matches!(next, "and" | "on" | "in"))
        && (about && kept(1) || matches!(before, "at" | "about" | "around") && kept(2));
    // "on Friday at ten and at two", "from 8 on Sunday"
    let on_day = before == "at" && is_behind_day(words, at - 1)
        || matches!(before, "from" | "until" | "till") && next == "on" && is_day_word(words, end + 1);
    let on_day = on_day && amount.number <= HOURS && amount.precision >= 0;
    let dotted = before == "at" && amount.precision == -2 && amount.number < HOURS && !words.plural(end);
    // "The team was there from eleven to five.", but "the staff was cut from eleven to five"
    let hour_of = |at: usize| small(words.word(at)).filter(|hour| (1..=12).contains(hour));
    let falls = |first: usize| {
        let later = hour_of(first + 2).is_some_and(|last| hour_of(first).is_some_and(|hour| hour > last));
        later && words.pauses(first + 3) && !words.near(first, is_changed)
    };
    let day_long = before == "from" && next == "to" && falls(at)
        || before == "to" && at >= 2 && words.before(at, 3) == "from" && falls(at - 2);
    let daytime = words.are(end, &["in", "the"]) && matches!(words.word(end + 2), "morning" | "afternoon" | "evening");
    // "at 7 for 7.30pm", "between the hours of 8 and 6"
    let range = before == "of" && words.before(at, 2) == "hours"
        || before == "and" && words.before(at, 3) == "of" && words.before(at, 4) == "hours";
    let supper = before == "at" && next == "for" && words.is_number(end + 1);
    // "open from ten to five"
    let opening = before == "from" && matches!(next, "to" | "until" | "till")
        || matches!(before, "to" | "until" | "till") && words.before(at, 3) == "from";
    let opening = opening && amount.number <= HOURS && (2..=6).any(|back| is_open(words.before(at, back)));
    // "from ten to four on Fridays", "Thursdays 7 to 9", "not at seven", "by five it had", "at ten to ask"
    let day_behind = |at: usize| words.word(at) == "on" && is_day_or_days(words, at + 1);
    let ends_on_day = before == "from" && matches!(next, "to" | "until") && (end + 2..end + 4).any(day_behind)
        || before == "to" && words.before(at, 3) == "from" && day_behind(end);
    let weekly = before == "to" && words.is_number(at.wrapping_sub(2)) && at >= 3 && is_day_or_days(words, at - 3);
    let unlike = before == "at" && words.before(at, 2) == "not" && !words.noun(end);
    let by_then = before == "by" && matches!(next, "it" | "he" | "she" | "they" | "we");
    // "hours: 8 to 4 from June"
    let hours = |back: usize| words.before(at, back) == "hours";
    let kept_hours = next == "to" && (hours(1) || before == ":" && hours(2));
    let kept_hours = kept_hours || amount.upper.is_some() && hours(2) && matches!(before, "are" | "is" | ":");
    let told = matches!(words.before(at, 3), ":" | "are" | "is");
    let kept_hours = kept_hours || before == "to" && (hours(3) || told && hours(4));
    let clock =
        (ends_on_day || kept_hours || weekly || unlike || by_then) && amount.number <= HOURS && amount.precision >= 0;
    // "Soup from eight.", "Saturdays from 7."
    let opens = |at: usize| words.begins(at) || is_day_or_days(words, at);
    // "between two and five in the morning"
    let by_day =
        words.are(end + 2, &["in", "the"]) && matches!(words.word(end + 4), "morning" | "afternoon" | "evening");
    let early = before == "between" && next == "and" && by_day;
    let from_then = before == "from" && at >= 2 && opens(at - 2) && words.pauses(end) && amount.number <= HOURS;
    let pointed = amount.precision == -2 && is_pointed_hour(words, at);
    dotted
        || clock
        || early
        || from_then && amount.precision >= 0
        || pointed
        || opening
        || day_long
        || (range || supper) && amount.number <= HOURS
        || on_day
        || kept
        || daytime
        || before == "past"
        || (before == "before" && words.pauses(end) && amount.number < HOURS)
        || (before == "to" && words.before(at, 2) == "quarter")
        || words.are(end, &["at", "night"])
        || (matches!(next, "until" | "till") && amount.number < HOURS)
        || AFTER_A_TIME.contains(&next)
}

/// "Kick-off was put back from 7.30 to 7.50.", "Doors 17.45, talk 18.00", a cell below "Train": hours with a point, of what
/// keeps to a clock.
fn is_pointed_hour(words: Words<'_>, at: usize) -> bool {
    let hour = words.raw(at).split_once('.').is_some_and(|(hour, minute)| {
        minute.len() == 2 && minute < "60" && hour.parse::<u32>().is_ok_and(|hour| hour < 24)
    });
    let kept = |word: &str| KEEPS_TO_A_CLOCK.contains(&word);
    let headed = || words.head_cell(at).is_some_and(|(head, mut cell)| cell.any(|at| kept(head.word(at))));
    // "High water 04.52 and 17.14"
    let clock = |word: &str| matches!(word.as_bytes(), [b'0', b'0'..=b'9', b'.', b'0'..=b'5', b'0'..=b'9']);
    // "Races at 2.15 (children), 2.45 (all others)"
    let timed = |back: usize| {
        let point = words.before(at, back).split_once('.');
        let pointed = point.is_some_and(|(_, minute)| minute.len() == 2 && minute < "60");
        pointed && words.before(at, back + 1) == "at"
    };
    hour && (words.near(at, |word| kept(word) || clock(word))
        || (2..=10).any(timed)
        || words.alone(at, at + 1) && headed())
}

/// What happens by the clock.
#[rustfmt::skip]
const KEEPS_TO_A_CLOCK: &[&str] = &[
    "kick", "kickoff", "doors", "curtain", "train", "trains", "bus", "buses", "ferry", "departs", "departure", "departures", "dep",
    "arrives", "arrival", "arrivals", "arr", "sunrise", "sunset", "locked", "opens", "closes", "starts", "begins", "boat", "sailing",
];

/// Whether a word tells that there were more or fewer of something.
fn is_changed(word: &str) -> bool {
    matches!(
        word,
        "cut"
            | "cuts"
            | "fell"
            | "fall"
            | "falls"
            | "fallen"
            | "dropped"
            | "drop"
            | "down"
            | "reduced"
            | "reduce"
            | "lowered"
            | "shrank"
            | "shrunk"
            | "went"
            | "gone"
            | "slashed"
            | "trimmed"
            | "number"
            | "moved"
            | "changed"
            | "slipped"
    )
}

/// A weekday, alone or as a habit: "Friday", "Fridays".
fn is_day_or_days(words: Words<'_>, at: usize) -> bool {
    let word = words.word(at);
    words.capital(at)
        && matches!(
            calendar_word(word.strip_suffix('s').unwrap_or(word)),
            Some(CalendarWord::Weekday(_) | CalendarWord::ShortWeekday(_))
        )
}

/// Whether a word says that what it is told of opens or shuts by the clock.
fn is_open(word: &str) -> bool {
    matches!(word, "open" | "opens" | "opening" | "closed" | "daily" | "hours" | "every")
}

/// Whether a day stands right before "at" at `at`, or a row of hours behind one.
fn is_behind_day(words: Words<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).is_some_and(|at| is_day_word(words, at));
    let in_year = words.is_number(at.wrapping_sub(1)) && words.before(at, 1).len() == 4 && before(2);
    let row = words.before(at, 1) == "and" && words.before(at, 3) == "at" && before(4);
    before(1) || in_year || row
}

/// A weekday or a month in full, with its capital.
pub(super) fn is_day_word(words: Words<'_>, at: usize) -> bool {
    let day = matches!(calendar_word(words.word(at)), Some(CalendarWord::Weekday(_) | CalendarWord::Month(_)));
    day && words.capital(at)
}

/// "9.45 Departure of the buses", "8.00 Communion, 10.30 Concert": what a programme begins its entries with, a time or a price.
pub(super) fn is_of_programme(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let led = ["at", "of", "to", "by", "from", "with", "than", "average", "$", "£", "€"];
    let opens = !led.contains(&words.before(at, 1)) && calendar_word(words.word(end)).is_none();
    amount.precision == -2
        && amount.number < HOURS
        && words.raw(at).contains('.')
        && opens
        && words.capital(end)
        && !words.glued(end)
}

/// What stands behind a time of day or a year of an era.
#[rustfmt::skip]
const AFTER_A_TIME: &[&str] = &[
    "hours", "hrs", "am", "pm", "a.m.", "p.m.", "o'clock", "noon", "gmt", "utc", "bc", "ad", "bce", "ce",
];

const HOURS: Decimal = Decimal::from_parts(24, 0, 0, false, 0);
