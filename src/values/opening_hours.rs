//! Two times by which something is open: "Tue–Sat 10.00–17.00".

use super::calendar_words::{CalendarWord, calendar_word};
use super::clock_words::stops;
use super::sentence_words::SentenceWords;
use super::written_clock::{Form, Written, half_day, written};

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
                // "Thursday 10 to 7", "hours: 8 to 4", but "the Open 6-3"
                && (led == "from" || words.word(first.end) != "-" && (led == ":" || is_of_schedule(led)))
                && stops(words, second.end)
        }
        Form::Point => scheduled,
        Form::Colon => scheduled || by_24 && first.minute.is_some() && words.word(first.end) == "-",
        Form::Second | Form::Four | Form::Letter => false,
    };
    (sound && told).then_some((next, by_24))
}

/// Of the [`pair`] that the time at `at` is in, whether it is told by a clock of 24 hours.
pub(super) fn of_pair(words: &SentenceWords<'_>, at: usize) -> Option<bool> {
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
