//! The digits of a time of day as they are written, whatever they turn out to be.

use super::clock_words::is_price;
use super::sentence_words::SentenceWords;
use super::time::{Precision, Time};

pub(super) const HOUR: u32 = 60 * 60;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
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
pub(super) struct Written {
    pub(super) hour: u32,
    pub(super) minute: Option<u32>,
    pub(super) second: u32,
    pub(super) form: Form,
    pub(super) leading_zero: bool,
    pub(super) end: usize,
}

impl Written {
    pub(super) fn precision(&self) -> Precision {
        match (self.form, self.minute) {
            (Form::Second, _) => Precision::Second,
            (_, Some(_)) => Precision::Minute,
            (_, None) => Precision::Hour,
        }
    }

    /// The time by a clock of 24 hours.
    pub(super) fn of_day(&self) -> Option<Time> {
        let minute = self.minute.unwrap_or(0);
        let fits = self.hour < 24 && minute < 60 && self.second < 60;
        fits.then(|| Time::clock(self.hour * HOUR + minute * 60 + self.second, self.precision()))
    }

    /// The time in a half of the day: 0 for a.m., 12 for p.m.
    pub(super) fn of_half(&self, half: u32) -> Option<Time> {
        let hour = (1..=12).contains(&self.hour).then_some(self.hour % 12 + half)?;
        Written { hour, ..*self }.of_day()
    }
}

pub(super) fn written(words: &SentenceWords<'_>, at: usize) -> Option<Written> {
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
pub(super) fn half_day(words: &SentenceWords<'_>, at: usize) -> Option<(u32, usize)> {
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
        // "9:00a", "at 7p", but "a fall of 12p", "certificate 12A"
        letter @ ("a" | "p") if words.glued(at) && !words.glued(at + 1) | words.closes(at + 1) => {
            let led = matches!(words.before(at, 2), "at" | "until" | "till") && !is_price(words, at - 1, at + 1);
            Some((half(letter).filter(|_| led || words.before(at, 2) == ":")?, at + 1))
        }
        _ => None,
    }
}

/// A full hour.
pub(super) fn hour_sharp(hour: u32) -> Time {
    Time::clock(hour * HOUR, Precision::Hour)
}
