//! Reads months, days of a month, and months with their year.

use super::calendar_words::{CalendarWord, calendar_word, cardinal, is_digit, month};
use super::date::Date;
use super::sentence_words::SentenceWords;
use super::year_reader::{is_counted, is_plural, year_behind, year_number};

/// A month with or without its year, whatever stands around it.
pub(crate) fn month_with_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (number, behind) = month_name(words, at)?;
    let month = Date { month: Some(number), ..Date::default() };
    Some(plain_month_behind(words, month, behind).unwrap_or((month, behind)))
}

/// A month with the year that may follow, without any look at what stands around it.
pub(crate) fn plain_month(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (number, behind) = month_name(words, at)?;
    let month = Date { month: Some(number), ..Date::default() };
    plain_month_behind(words, month, behind).or_else(|| (!is_digit(words.word(behind))).then_some((month, behind)))
}

/// The year behind a month: "October 2025", "October, 2025", "October of 2025".
pub(crate) fn plain_month_behind(words: &SentenceWords<'_>, month: Date, behind: usize) -> Option<(Date, usize)> {
    // "Dec-2018", "Dec/2018"
    let marked = matches!(words.word(behind), "-" | "/") && words.glued(behind) && words.glued(behind + 1);
    if let Some(year) = year_number(words, behind + 1).filter(|_| marked) {
        let ends = words.closes(behind + 2) || words.word(behind + 2) == "-" && month_at(words, behind + 3);
        return ends.then_some((Date { year: Some(year), ..month }, behind + 2));
    }
    let (year, end) = year_behind(words, behind)?;
    Some((Date { year: Some(year), ..month }, end))
}

/// The month at `at` and the token behind its name and its point. "may" and "march" in lower case are verbs.
pub(crate) fn month_name(words: &SentenceWords<'_>, at: usize) -> Option<(u32, usize)> {
    let word = words.word(at);
    let number = month(word)?;
    let day_follows = || day_of_month(words, at + 1).is_some() || cardinal(words, at + 1).is_some();
    if !words.capital(at)
        && (matches!(word, "may" | "march" | "mar" | "august") || matches!(word, "dec" | "jan") && !day_follows())
    {
        return None;
    }
    let point = words.word(at + 1) == "." && words.glued(at + 1) && word != "may";
    let short = matches!(calendar_word(word), Some(CalendarWord::ShortMonth(_)));
    // The point behind a written-out month ends the sentence, unless the sentence goes on with a day.
    let point = point && (short || is_digit(words.word(at + 2)));
    Some((number, at + 1 + usize::from(point)))
}

fn month_at(words: &SentenceWords<'_>, at: usize) -> bool {
    month(words.word(at)).is_some()
}

/// A day of a month: "27", "27th", "twenty-seventh".
pub(crate) fn day_of_month(words: &SentenceWords<'_>, at: usize) -> Option<(u32, usize)> {
    let fits = |day: u32| (1..=31).contains(&day);
    if let Some(day) = words.digits(at, 1, 2) {
        let suffix = words.glued(at + 1) && matches!(words.word(at + 1), "st" | "nd" | "rd" | "th");
        return fits(day).then_some((day, at + 1 + usize::from(suffix)));
    }
    match calendar_word(words.word(at))? {
        CalendarWord::Ordinal(day) => Some((day, at + 1)),
        CalendarWord::Tens(tens) => {
            let next = at + 1 + usize::from(words.word(at + 1) == "-");
            match calendar_word(words.word(next))? {
                CalendarWord::Ordinal(day) if day < 10 && fits(tens + day) => Some((tens + day, next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// Whether the day of "October 27" is one, and not the number of what follows: "In October 27 people died".
pub(crate) fn day_closes(words: &SentenceWords<'_>, end: usize, before: &str) -> bool {
    let suffixed = !is_digit(words.before(end, 1));
    let range = words.word(end) == "-" && (is_digit(words.word(end + 1)) || words.capital(end + 1));
    if suffixed {
        return !words.glued(end) || words.closes(end) || range;
    }
    let counts = match before {
        "on" => false,
        "in" => is_counted(words, end) || is_plural(words, end),
        _ => is_counted(words, end),
    };
    // "Oct. 27,2025" is written without a blank now and then.
    let year_glued = words.word(end) == "," && words.digits(end + 1, 4, 4).is_some();
    !counts && (words.closes(end) || year_glued || range)
}
