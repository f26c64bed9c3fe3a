//! The words around figures that say whether a clock is read there.

use super::calendar_words::{CalendarWord, calendar_word};
use super::date_reader::date;
use super::sentence_words::SentenceWords;

/// Whether a word before says that a clock is read.
pub(super) fn is_led(words: &SentenceWords<'_>, at: usize) -> bool {
    leads_to_a_clock(words.before(at, 1)) || words.before(at, 1) == "to" && words.before(at, 3) == ":"
}

/// Whether a clock may be read behind a word.
pub(super) fn leads_to_a_clock(word: &str) -> bool {
    matches!(word, "at" | "by" | "until" | "till" | "before" | "after" | "since" | "from" | "between" | "past")
        || matches!(word, "around" | "about" | "approximately")
}

/// Whether a word before "at" and a number is one of what is done by the clock.
pub(super) fn is_kept(words: &SentenceWords<'_>, at: usize) -> bool {
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
                | "nightly"
                | "daily"
        )
    };
    (2..=5).any(kept)
}

/// Whether nothing is counted by what stands before `end`: a mark, the end, or a word that goes on with the sentence.
pub(super) fn stops(words: &SentenceWords<'_>, end: usize) -> bool {
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
pub(super) fn is_bare_time(words: &SentenceWords<'_>, at: usize, end: usize) -> bool {
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

/// Whether a date follows: "10:15 on Monday".
pub(super) fn date_behind(words: &SentenceWords<'_>, end: usize) -> bool {
    let next = end + usize::from(matches!(words.word(end), "on" | ","));
    next < words.end() && date(words, next).is_some_and(|date| date.value.day.is_some() || date.value.weekday.is_some())
}

/// Whether the number behind "at" is a price, a share or a measure.
pub(super) fn is_price(words: &SentenceWords<'_>, at: usize, end: usize) -> bool {
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
pub(super) fn is_score(words: &SentenceWords<'_>, at: usize, end: usize) -> bool {
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

/// Whether a day ends right before `at`: "Monday morning", "October 27 in the evening".
pub(super) fn day_before(words: &SentenceWords<'_>, at: usize) -> bool {
    let early = usize::from(matches!(words.before(at, 1), "early" | "late"));
    let Some(last) = at.checked_sub(1 + early) else { return false };
    matches!(calendar_word(words.word(last)), Some(CalendarWord::Weekday(_)))
}
