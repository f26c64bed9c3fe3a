//! Reads a text that is nothing but one date, range or time of day, as prose writes it or as it is displayed.

use super::calendar_words::month;
use super::date::{Date, DateRange};
use super::date_reader::date;
use super::range_reader::range;
use super::sentence_words::SentenceWords;
use super::time::Time;
use super::time_reader::time;
use crate::source::document::Document;

/// Reads a whole text as one date: as prose writes it, or as [`Date`] is displayed.
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    Date::from_timex(text).filter(|_| text.contains(['-', 'X'])).or_else(|| {
        let document = Document::of_text(text);
        let words = SentenceWords::around(&document, 0)?;
        let found = date(&words, 0).filter(|found| found.tokens.end == words.end());
        found.map(|found| found.value).or_else(|| Date::from_timex(text)).or_else(|| bare_month(&words))
    })
}

/// Reads a whole text as one range of dates: as prose writes it, or as [`DateRange`] is displayed.
#[must_use]
pub fn parse_range(text: &str) -> Option<DateRange> {
    let text = text.trim();
    DateRange::from_timex(text).or_else(|| {
        let document = Document::of_text(text);
        let words = SentenceWords::around(&document, 0)?;
        let found = range(&words, 0, date(&words, 0).as_ref()).filter(|found| found.range.tokens.end == words.end())?;
        Some(found.range.value)
    })
}

/// Reads a whole text as one time of day: as prose writes it, or as [`Time`] is displayed.
#[must_use]
pub fn parse_time(text: &str) -> Option<Time> {
    let text = text.trim();
    let text = text.strip_prefix("a ").unwrap_or(text);
    Time::from_timex(text).or_else(|| {
        // A clock time alone needs the word that prose has before it.
        let led = Document::of_text(&format!("at {text}"));
        let words = SentenceWords::around(&led, 0)?;
        time(&words, 1).filter(|found| found.tokens.end == words.end()).map(|found| found.value).or_else(|| {
            let document = Document::of_text(text);
            let words = SentenceWords::around(&document, 0)?;
            let found = time(&words, 0).filter(|found| found.tokens.end == words.end())?;
            Some(found.value)
        })
    })
}

/// A month alone, which in prose needs words around it.
fn bare_month(words: &SentenceWords<'_>) -> Option<Date> {
    let month = month(words.word(words.start()))?;
    (words.end() == words.start() + 1).then(|| Date { month: Some(month), ..Date::default() })
}

#[cfg(test)]
mod tests {
    use super::{parse_date, parse_range, parse_time};

    #[test]
    fn what_is_displayed_is_read_back() {
        for text in [
            "2031-04-09",
            "XXXX-04-09",
            "2031-04",
            "2031",
            "XXXX-04",
            "XXXX-WXX-1",
            "XXXX-04-09-WXX-1",
            "199X",
            "early 2031-04",
            "late 199X",
            "end XXXX-05",
            "start 2031",
            "2031-04-09-WXX-5",
            "0987",
        ] {
            assert_eq!(parse_date(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
        for text in ["T15:00", "T07:37Z", "TMO", "T10:15+09:00", "~ T20:00", "T20:00 ET", "T01:00-03:30"] {
            assert_eq!(parse_time(text).map(|time| time.to_string()).as_deref(), Some(text));
        }
        for text in ["2031-04-09/2031-04-11", "XXXX-04-09/XXXX-04-11", "1998/2004"] {
            assert_eq!(parse_range(text).map(|range| range.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_text_that_is_more_or_less_than_a_value_is_none() {
        for text in
            ["", " ", "soon", "April 9, 2031 and", "on April 9", "2031-13-01", "2031-04-", "99X", "\u{e9}xxx", "éé"]
        {
            assert_eq!(parse_date(text), None, "{text}");
            assert_eq!(parse_range(text), None, "{text}");
            assert_eq!(parse_time(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_them_panic(text in "(from|between|the|mid|Oct|27|1998|-|/|,|:|to|p\\.m\\.|Mon|first|st|[ ]|[a-zé0-9–$]){0,24}") {
            let _ = (parse_date(&text), parse_range(&text), parse_time(&text));
        }
    }
}
