//! The one door to everything that reads dates and times of day.

use super::calendar_words::{CalendarWord, calendar_word, is_digit, weekday};
use super::date::Date;
use super::date_frame::framed;
use super::date_reader::{Found, date};
use super::range_reader::range;
use super::sentence_words::SentenceWords;
use super::time_reader::time;
use super::value::{Kind, Reading, Value};
use crate::source::document::Document;

/// How many tokens a range of dates can reach: "from Monday, October 27, 2025, to Wednesday, October 29, 2025".
const REACH: usize = 17;

/// Whether a date, a range or a time can begin with this folded word. Cheap; true for a few words in a hundred.
#[must_use]
pub(crate) fn can_start(word: &str) -> bool {
    is_digit(word) || calendar_word(word).is_some()
}

/// Appends what begins at each of the tokens `starts`, in their order: a time of day, a date, or a range and behind it its
/// two ends as dates of their own. A date inside a longer date or range is not read again where it begins.
pub(crate) fn read(document: &Document, starts: impl Iterator<Item = usize>, out: &mut Vec<Reading>) {
    // The token up to which the dates and ranges that began before reach.
    let mut covered = 0;
    for at in starts {
        let word = document.word(at);
        let meaning = calendar_word(word);
        if meaning.is_none() && !is_digit(word) {
            continue;
        }
        if word == "the" && document.word(at + 1) != "'" && !can_start(document.word(at + 1)) {
            continue;
        }
        let Some(words) = SentenceWords::around(document, at) else { continue };
        if let Some(time) = if starts_time(word, meaning) { time(&words, at) } else { None } {
            out.push(reading(Kind::Time, &time.tokens, Value::Time(time.value)));
        }
        if !starts_date(word, meaning) {
            continue;
        }
        let date = date(&words, at);
        let range = range(&words, at, date.as_ref());
        let ends = [range.as_ref().map(|found| found.range.tokens.end), date.as_ref().map(|found| found.tokens.end)];
        let was_covered = at < covered;
        covered = ends.into_iter().flatten().map(|end| end.min(at + REACH)).fold(covered, usize::max);
        if was_covered {
            continue;
        }
        if let Some(found) = range {
            out.push(reading(Kind::Range, &found.range.tokens, Value::Range(found.range.value)));
            if word == "from" {
                let without = found.start.tokens.start..found.range.tokens.end;
                out.push(reading(Kind::Range, &without, Value::Range(found.range.value)));
            }
            // "5 or 6 May" is one of the two and neither for sure, and "the first four months of 2031" name no two.
            let parted = found.start.tokens != found.end.tokens && !words.before(found.end.tokens.start, 1).eq("or");
            if parted {
                push_date(&words, &found.start, out);
                push_date(&words, &found.end, out);
            }
        } else if let Some(mut found) = date {
            found.value = framed(&words, &found);
            push_date(&words, &found, out);
        }
    }
}

/// A date; where a weekday leads it ("Monday, October 27"), the weekday and the rest are readings of their own too, so
/// that a rule can hold one against the other.
fn push_date(words: &SentenceWords<'_>, found: &Found<Date>, out: &mut Vec<Reading>) {
    out.push(date_reading(found));
    let rest = Date { weekday: None, ..found.value };
    let first = found.tokens.start;
    if rest == Date::default() || found.value.weekday.is_none() || weekday(words.word(first)).is_none() {
        return;
    }
    let bare = Date { weekday: found.value.weekday, ..Date::default() };
    out.push(reading(Kind::Weekday, &(first..first + 1), Value::Date(bare)));
    let lead = |word: &str| matches!(word, "." | "," | "the" | "(" | "-");
    let rest_at = (first + 1..found.tokens.end).find(|&at| !lead(words.word(at)));
    if let Some(at) = rest_at {
        out.push(reading(Kind::Date, &(at..found.tokens.end), Value::Date(rest)));
    }
}

/// The first full calendar day that a text names.
#[must_use]
pub fn first_day(text: &str) -> Option<chrono::NaiveDate> {
    let document = Document::of_text(text);
    let mut readings = Vec::new();
    read(&document, 0..document.tokens().len(), &mut readings);
    readings.iter().find_map(|reading| match reading.value {
        Value::Date(date) => date.calendar_day(),
        _ => None,
    })
}

/// Whether a date or a range can begin with this folded word, one that [`can_start`].
fn starts_date(word: &str, meaning: Option<CalendarWord>) -> bool {
    match meaning {
        Some(CalendarWord::Hour(_) | CalendarWord::PartOfDay(_) | CalendarWord::Moment(_)) => false,
        // The other openers begin times alone.
        Some(CalendarWord::Opener) => {
            // "FY2025" and "FY25"
            let fiscal = word.starts_with("fy");
            fiscal
                || matches!(
                    word,
                    "the"
                        | "from"
                        | "between"
                        | "early"
                        | "mid"
                        | "late"
                        | "circa"
                        | "last"
                        | "final"
                        | "latter"
                        | "fiscal"
                        | "financial"
                        | "school"
                        | "academic"
                        | "calendar"
                        | "sy"
                        | "cy"
                        | "ad"
                        | "a.d."
                )
        }
        _ => true,
    }
}

/// Whether a time of day can begin with this folded word, one that [`can_start`].
fn starts_time(word: &str, meaning: Option<CalendarWord>) -> bool {
    match meaning {
        Some(
            CalendarWord::Month(_)
            | CalendarWord::ShortMonth(_)
            | CalendarWord::Weekday(_)
            | CalendarWord::ShortWeekday(_)
            | CalendarWord::Ordinal(_)
            | CalendarWord::Season(_)
            | CalendarWord::Quarter(_)
            | CalendarWord::Half(_)
            | CalendarWord::Decade(_)
            | CalendarWord::Holiday,
        ) => false,
        Some(CalendarWord::Opener) => !matches!(word, "the" | "from" | "between" | "early" | "late" | "last"),
        _ => true,
    }
}

fn date_reading(found: &Found<Date>) -> Reading {
    let date = found.value;
    let bare = Date { weekday: date.weekday, ..Date::default() };
    let kind = if date == bare { Kind::Weekday } else { Kind::Date };
    reading(kind, &found.tokens, Value::Date(date))
}

fn reading(kind: Kind, tokens: &std::ops::Range<usize>, value: Value) -> Reading {
    Reading { kind, tokens: tokens.start as u32..tokens.end as u32, value }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::document::DateOrder;

    /// What is read in a text, as `kind value [words]`, in order.
    fn readings(text: &str) -> Vec<String> {
        let document = Document::of_text(text);
        let mut out = Vec::new();
        read(&document, 0..document.tokens().len(), &mut out);
        let words = |reading: &Reading| {
            let span = document.span(reading.tokens.start as usize, reading.tokens.end as usize);
            document.prose.slice(span)
        };
        out.iter().map(|reading| format!("{} {} [{}]", reading.kind.name(), reading.value, words(reading))).collect()
    }

    /// Checks texts against all that is read in them; readings are divided by `; `.
    fn check(table: &[(&str, &str)]) {
        for (text, expected) in table {
            assert_eq!(readings(text).join("; "), *expected, "in: {text}");
        }
    }

    #[test]
    fn dates_are_read_in_every_order_a_newspaper_prints() {
        check(&[
            ("It opened on April 9, 2031.", "date 2031-04-09 [April 9, 2031]"),
            ("It opened on April 9,2031.", "date 2031-04-09 [April 9,2031]"),
            ("It opened on April 9 2031.", "date 2031-04-09 [April 9 2031]"),
            ("It opened on Apr. 9, 2031, at last.", "date 2031-04-09 [Apr. 9, 2031]"),
            ("It opened Apr.9", "date XXXX-04-09 [Apr.9]"),
            ("It opened on Sept. 19.", "date XXXX-09-19 [Sept. 19]"),
            ("It opened on 9 April 2031.", "date 2031-04-09 [9 April 2031]"),
            ("It opened on 09 Apr 2031.", "date 2031-04-09 [09 Apr 2031]"),
            ("It opened on the 9th of April.", "date XXXX-04-09 [the 9th of April]"),
            ("It opened on 9th April, 2031.", "date 2031-04-09 [9th April, 2031]"),
            ("It opened on April 9th.", "date XXXX-04-09 [April 9th]"),
            ("It opened on April the 9th.", "date XXXX-04-09 [April the 9th]"),
            ("It opened on the first of June.", "date XXXX-06-01 [the first of June]"),
            ("It opened on the twenty-first of May 2031.", "date 2031-05-21 [the twenty-first of May 2031]"),
            (
                "It opened on Wednesday, April 9, 2031.",
                "date 2031-04-09 [Wednesday, April 9, 2031]; weekday XXXX-WXX-3 [Wednesday]; \
                 date 2031-04-09 [April 9, 2031]",
            ),
            (
                "It opened on Friday, April 9, 2031.",
                "date 2031-04-09-WXX-5 [Friday, April 9, 2031]; weekday XXXX-WXX-5 [Friday]; \
                 date 2031-04-09 [April 9, 2031]",
            ),
            (
                "It opened on Wed., Apr. 9.",
                "date XXXX-04-09-WXX-3 [Wed., Apr. 9]; weekday XXXX-WXX-3 [Wed]; date XXXX-04-09 [Apr. 9]",
            ),
            (
                "It opened on Wednesday 9 April.",
                "date XXXX-04-09-WXX-3 [Wednesday 9 April]; weekday XXXX-WXX-3 [Wednesday]; \
                 date XXXX-04-09 [9 April]",
            ),
            (
                "It opened on Wednesday the 9th of April.",
                "date XXXX-04-09-WXX-3 [Wednesday the 9th of April]; weekday XXXX-WXX-3 [Wednesday]; \
                 date XXXX-04-09 [9th of April]",
            ),
            (
                "It opened on Wed, 9 of Apr",
                "date XXXX-04-09-WXX-3 [Wed, 9 of Apr]; weekday XXXX-WXX-3 [Wed]; date XXXX-04-09 [9 of Apr]",
            ),
            ("It opened on the 9th day of April.", "date XXXX-04-09 [the 9th day of April]"),
            ("It opened on April twenty-five, 2031.", "date 2031-04-25 [April twenty-five, 2031]"),
            ("It opened in April two thousand and thirty-one.", "date 2031-04 [April two thousand and thirty-one]"),
            (
                "It opened on April the ninth nineteen seventy-eight.",
                "date 1978-04-09 [April the ninth nineteen seventy-eight]",
            ),
            ("It opened on April 9 in 2031.", "date 2031-04-09 [April 9 in 2031]"),
            ("In April 9 in 10 failed.", "date XXXX-04-09 [April 9]"),
            ("It opened on 23/Apr/2031.", "date 2031-04-23 [23/Apr/2031]"),
            ("It opened on 2031-Apr-9.", "date 2031-04-09 [2031-Apr-9]"),
            ("It opened on 2031.4.19.", "date 2031-04-19 [2031.4.19]"),
            ("It opened on 29/4/31.", "date XXXX-04-29 [29/4/31]"),
            ("It opened on 29/4/15.", "date 2015-04-29 [29/4/15]"),
            ("It opened on 4/9/15.", ""),
            ("The team is 9-18-15.", ""),
            ("It opened on 9-18-15.", "date 2015-09-18 [9-18-15]"),
            ("It opened on 3-7-07.", ""),
            ("It opened on 09-Apr-31, or 29-Apr-18.", "date 2018-04-29 [29-Apr-18]"),
            ("It opened Apr-09-2031, or 9-Apr.", "date 2031-04-09 [Apr-09-2031]; date XXXX-04-09 [9-Apr]"),
            ("On 2031 04 09, it opened.", "date 2031-04-09 [2031 04 09]"),
            ("Note:30 April is free.", "date XXXX-04-30 [30 April]"),
            (
                "It opened on fifteen August nineteen ninety-three.",
                "date 1993-08-15 [fifteen August nineteen ninety-three]",
            ),
            ("It opened on 16. Nov. 2031.", "date 2031-11-16 [16. Nov. 2031]"),
            ("It opened on October. 2", "date XXXX-10-02 [October. 2]"),
            ("It opened in October. 2 people came.", "date XXXX-10 [October]"),
            (
                "It opened on Wednesday (Apr-09).",
                "date XXXX-04-09-WXX-3 [Wednesday (Apr-09]; weekday XXXX-WXX-3 [Wednesday]; date XXXX-04-09 [Apr-09]",
            ),
            ("It opened in May '18 and in '69.", "date 2018-05 [May '18]; date 1969 [69]"),
            ("It opened in April of 87.", "date 1987-04 [April of 87]"),
            ("In April of 87 people two left.", "date XXXX-04 [April]"),
            ("It opened in 11/2031.", "date 2031-11 [11/2031]"),
            ("It opened on the first Monday of May 2031.", "date 2031-05-05 [the first Monday of May 2031]"),
            ("It opens on the last Friday in May.", "date XXXX-05-WXX-5 [the last Friday in May]"),
            ("It fell in 44 BC and rose in AD 79.", "date BC0044 [44 BC]; date 0079 [AD 79]"),
            ("It opened on 2031-04-09.", "date 2031-04-09 [2031-04-09]"),
            ("It opened on 2031/04/09 (local).", "date 2031-04-09 [2031/04/09]"),
            ("It opened on 29/4/2031.", "date 2031-04-29 [29/4/2031]"),
            ("It opened on 4/29/2031.", "date 2031-04-29 [4/29/2031]"),
            ("It opened on 29.04.2031.", "date 2031-04-29 [29.04.2031]"),
            ("It opened on 4/9/2031.", "date 2031 [4/9/2031]"),
            ("It opened on February 30.", "date XXXX-02-30 [February 30]"),
            ("the April 9 crash", "date XXXX-04-09 [April 9]"),
            ("| April 9 | Velden |", "date XXXX-04-09 [April 9]"),
            ("Apr  9 10:32:07 2031 +1000", "date 2031-04-09 [Apr  9 10:32:07 2031]"),
            (
                "Apr 9 10:32:07 CEST 2031",
                "date 2031-04-09 [Apr 9 10:32:07 CEST 2031]; time T10:32:07+02:00 [10:32:07 CEST]",
            ),
            ("On April 9 10:32 2031 people came", "date XXXX-04-09 [April 9]"),
        ]);
    }

    #[test]
    fn a_declared_order_decides_between_day_and_month() {
        for (order, text, expected) in [
            (Some(DateOrder::DayMonth), "It opened on 4/9/2031.", "2031-09-04"),
            (Some(DateOrder::MonthDay), "It opened on 4/9/2031.", "2031-04-09"),
            (None, "It opened on 4/9/2031.", "2031"),
            // An order that gives no day gives way.
            (Some(DateOrder::DayMonth), "It opened on 4/29/2031.", "2031-04-29"),
            (Some(DateOrder::DayMonth), "It opened on 04.09.2031.", "2031-09-04"),
            (Some(DateOrder::MonthDay), "It opened on 3-7-07.", "2007-03-07"),
            (Some(DateOrder::DayMonth), "from 5/1-5/7/2031", "2031-01-05/2031-07-05"),
            (Some(DateOrder::MonthDay), "from 5/1-5/7/2031", "2031-05-01/2031-05-07"),
        ] {
            let mut document = Document::of_text(text);
            document.header.date_order = order;
            let mut out = Vec::new();
            read(&document, 0..document.tokens().len(), &mut out);
            assert_eq!(out.first().map(|reading| reading.value.to_string()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn months_years_and_their_parts_are_read() {
        check(&[
            ("It opened in April 2031.", "date 2031-04 [April 2031]"),
            ("It opened in April of 2031.", "date 2031-04 [April of 2031]"),
            ("It opened in October.", "date XXXX-10 [October]"),
            ("October was wet.", "date XXXX-10 [October]"),
            ("It opens in May.", "date XXXX-05 [May]"),
            ("It opens in early October 2031.", "date early 2031-10 [early October 2031]"),
            ("It opens in mid-October.", "date mid XXXX-10 [mid-October]"),
            ("It opens in late 2031.", "date late 2031 [late 2031]"),
            ("It opens in mid-2031.", "date mid 2031 [mid-2031]"),
            ("It grew in the 1990s.", "date 199X [the 1990s]"),
            ("It grew in the late 1990s.", "date late 199X [late 1990s]"),
            ("In 2022, it grew.", "date 2022 [2022]"),
            ("It grew in 2007 and 2009.", "date 2007 [2007]; date 2009 [2009]"),
            ("the 2019 election", "date 2019 [2019]"),
            ("2019 was a good year.", "date 2019 [2019]"),
            ("Velden's 2024 budget", "date 2024 [2024]"),
            ("the summer of 1911", "date 1911-SU [the summer of 1911]"),
            ("in spring 2031 and winter 2032", "date 2031-SP [spring 2031]; date 2032-WI [winter 2032]"),
            ("Prices fall 2000 metres down; they spring 2031 leaks.", "date 2031-SP [spring 2031]"),
            ("It grew in the '70s and the eighties.", "date 197X [the '70s]; date 198X [the eighties]"),
            ("It grew in the nineteen forties.", "date 194X [the nineteen forties]"),
            ("Highs will be in the 70s.", ""),
            ("She is in her 70s.", ""),
            ("It was built in the 19th century.", "date 18XX [the 19th century]"),
            ("a mid-nineteenth-century hall", "date mid 18XX [mid-nineteenth-century]"),
            ("the late 3rd century BC", ""),
            ("It rained over the Easter weekend of 2031.", "date 2031-W15-WE [Easter weekend of 2031]"),
            ("Free for over-70s and under-30s.", ""),
            ("It grew in Q3 2031.", "date 2031-Q3 [Q3 2031]"),
            ("It grew in the third quarter of 2031.", "date 2031-Q3 [the third quarter of 2031]"),
            ("It grew in 2031-Q3.", "date 2031-Q3 [2031-Q3]"),
            ("They scored in the third quarter.", ""),
            ("It drives an Audi Q3.", ""),
            ("It grew in the first half of 2031.", "date 2031-H1 [the first half of 2031]"),
            ("It grew in the first six months of 2031.", "date 2031-H1 [the first six months of 2031]"),
            ("It grew in fiscal 2031 and FY2032.", "date FY2031 [fiscal 2031]; date FY2032 [FY2032]"),
            ("It grew in FY18.", "date FY2018 [FY18]"),
            ("It grew in the 2018 fiscal year.", "date FY2018 [2018 fiscal year]"),
            ("It grew in school year 2031.", "date SY2031 [school year 2031]"),
            ("It grew in CY 2031.", "date 2031 [CY 2031]"),
            ("It grew in 2Q 2031 and 1H 2032.", "date 2031-Q2 [2Q 2031]; date 2032-H1 [1H 2032]"),
            ("It grew in the latter half of 2031.", "date 2031-H2 [the latter half of 2031]"),
            ("It grew in the third quarter of the year 2031.", "date 2031-Q3 [the third quarter of the year 2031]"),
            ("It grew in the third month of 2031.", "date 2031-03 [the third month of 2031]"),
            ("It grew early in the year 2031.", "date early 2031 [early in the year 2031]"),
            ("It grew in the third week of 2031.", "date 2031-W03 [the third week of 2031]"),
            ("It grew in the last week of July.", "date XXXX-07-W05 [the last week of July]"),
            ("In 2031 November was wet.", "date 2031-11 [2031 November]"),
            ("It opened in nineteen ninety-six.", "date 1996 [nineteen ninety-six]"),
            ("It opened on Christmas Day.", "date XXXX-12-25 [Christmas Day]"),
            ("It opened on New Year's Eve 2031.", "date 2031-12-31 [New Year's Eve 2031]"),
            ("It opened on Black Friday 2031.", "date 2031-11-28 [Black Friday 2031]"),
            ("The Christmas market opened.", ""),
            ("A new day dawned; good Friday to you.", ""),
            ("the film (1994) was", "date 1994 [1994]"),
            ("at the end of 2000", "date end 2000 [2000]"),
            ("It opens at the end of May.", "date end XXXX-05 [May]"),
            ("It opened at the start of 2031.", "date start 2031 [2031]"),
            ("It opened in the middle of May 2031.", "date mid 2031-05 [May 2031]"),
            ("the beginning of the 1990s", "date start 199X [the 1990s]"),
            ("the beginning of the week", ""),
            (
                "the winter of 2030-31 and winter 2031/32",
                "date 2030-WI [the winter of 2030-31]; date 2031-WI [winter 2031/32]",
            ),
            ("She is in her mid-thirties.", ""),
            ("It dates back to 1921.", "date 1921 [1921]"),
        ]);
    }

    #[test]
    fn a_day_that_names_a_week_is_a_week_of_its_month() {
        check(&[
            ("the week of 7 October 2031", "date 2031-10-W01 [7 October 2031]"),
            ("the week of October 8", "date XXXX-10-W02 [October 8]"),
            ("the week beginning Monday, 6 July", "date XXXX-07-W01 [Monday, 6 July]"),
            ("the weekend of the 31st of May", "date XXXX-05-W05 [the 31st of May]"),
            ("the last week of July", "date XXXX-07-W05 [the last week of July]"),
            ("every week of October", "date XXXX-10 [October]"),
            (
                "the week of 7–13 October",
                "range XXXX-10-07/XXXX-10-13 [7–13 October]; date XXXX-10-07 [7]; date XXXX-10-13 [13 October]",
            ),
        ]);
    }

    #[test]
    fn weekdays_stand_alone_where_they_are_days() {
        check(&[
            ("It opened on Monday.", "weekday XXXX-WXX-1 [Monday]"),
            ("It opened Sunday in Velden.", "weekday XXXX-WXX-7 [Sunday]"),
            ("Open Sat 10 people", ""),
            ("On Monday Orlik resigned.", "weekday XXXX-WXX-1 [Monday]"),
            ("She shops on Black Friday.", ""),
            ("She reads the Sunday Times.", ""),
            ("It opens every Monday.", ""),
            ("The sun sat low, wed to the sea.", ""),
        ]);
    }

    #[test]
    fn names_verbs_counts_and_codes_are_no_dates() {
        check(&[
            ("Theresa May resigned.", ""),
            ("April Jones and June Carter sang.", ""),
            ("In April Jones's house it rained.", ""),
            ("It may 3 times fail.", ""),
            ("They march 20 miles.", ""),
            ("You may march.", ""),
            ("It has 2000 people.", ""),
            ("In 2000 schools it rained.", ""),
            ("In October 12 people died.", "date XXXX-10 [October]"),
            ("In October 12 protesters died.", "date XXXX-10 [October]"),
            ("On October 12 protesters met.", "date XXXX-10-12 [October 12]"),
            ("It ran on Halloween 2031-32.", "date XXXX-10-31 [Halloween]"),
            ("It cost $2022.", ""),
            ("It cost 2022 dollars.", ""),
            ("a population of 1900", ""),
            ("one in 1000", ""),
            ("Flight 1549 landed.", ""),
            ("call 0800-2019-2020", ""),
            ("in 2031.5 units", ""),
            ("by 2,019 votes", ""),
            ("the 1500 metres", ""),
            ("model X-2019", ""),
            ("the October Revolution", ""),
            ("an august body", ""),
            ("the second March", ""),
            ("won 3-2 in 90 minutes", ""),
            ("32 - 2015", ""),
            ("10.1.2.3 is an address", ""),
            ("2031-04-09-visit.md", ""),
        ]);
    }

    #[test]
    fn ranges_carry_what_one_end_leaves_out() {
        check(&[
            (
                "October 27 to October 29",
                "range XXXX-10-27/XXXX-10-29 [October 27 to October 29]; date XXXX-10-27 [October 27]; \
                 date XXXX-10-29 [October 29]",
            ),
            (
                "from 27 to 29 October 2031",
                "range 2031-10-27/2031-10-29 [from 27 to 29 October 2031]; \
                 range 2031-10-27/2031-10-29 [27 to 29 October 2031]; date 2031-10-27 [27]; \
                 date 2031-10-29 [29 October 2031]",
            ),
            (
                "October 27-29, 2031",
                "range 2031-10-27/2031-10-29 [October 27-29, 2031]; date 2031-10-27 [October 27]; \
                 date 2031-10-29 [29, 2031]",
            ),
            ("Oct. 27–29", "range XXXX-10-27/XXXX-10-29 [Oct. 27–29]; date XXXX-10-27 [Oct. 27]; date XXXX-10-29 [29]"),
            (
                "between May 3 and May 9",
                "range XXXX-05-03/XXXX-05-09 [between May 3 and May 9]; date XXXX-05-03 [May 3]; \
                 date XXXX-05-09 [May 9]",
            ),
            (
                "December 30 to January 2, 2032",
                "range 2031-12-30/2032-01-02 [December 30 to January 2, 2032]; date 2031-12-30 [December 30]; \
                 date 2032-01-02 [January 2, 2032]",
            ),
            ("It fell on 9 or 10 May 2031.", "range 2031-05-09/2031-05-10 [9 or 10 May 2031]"),
            (
                "Open Tue–Sat",
                "range XXXX-WXX-2/XXXX-WXX-6 [Tue–Sat]; weekday XXXX-WXX-2 [Tue]; weekday XXXX-WXX-6 [Sat]",
            ),
            (
                "Open Mon. to Fri.",
                "range XXXX-WXX-1/XXXX-WXX-5 [Mon. to Fri.]; weekday XXXX-WXX-1 [Mon.]; weekday XXXX-WXX-5 [Fri.]",
            ),
            ("the first two weeks of March 2031", "range 2031-03-01/2031-03-14 [first two weeks of March 2031]"),
            ("the last three days of April", "range XXXX-04-28/XXXX-04-30 [last three days of April]"),
            ("the first ten days of 2031", "range 2031-01-01/2031-01-10 [first ten days of 2031]"),
            ("the last two days of February", "date XXXX-02 [February]"),
            ("the first two weeks of 2031", "date 2031 [2031]"),
            ("the second half of May", "range XXXX-05-16/XXXX-05-31 [second half of May]"),
            ("the second half of the 19th century", "range 1850/1900 [second half of the 19th century]"),
            ("the third quarter of the 18th century", "range 1750/1775 [third quarter of the 18th century]"),
            ("in the first half of the 1990s", "range 1990/1994 [first half of the 1990s]"),
            ("It opens on 3, 7 and 9 May.", "date XXXX-05-09 [9 May]"),
            ("Rooms 3, 7 and 9. May was cold.", ""),
            ("I for one am glad.", ""),
            (
                "Friday, 13 November 2026, 11.00",
                "date 2026-11-13 [Friday, 13 November 2026]; weekday XXXX-WXX-5 [Friday]; \
                 date 2026-11-13 [13 November 2026]; time T11:00 [11.00]",
            ),
            ("They pass at 13.31 and 14.01.", "time T13:31 [13.31]; time T14:01 [14.01]"),
            ("It opens on Sunday at ten.", "weekday XXXX-WXX-7 [Sunday]; time T10 [ten]"),
            ("the last four months of 2031", "range 2031-09/2031-12 [last four months of 2031]"),
            ("2019–2021", "range 2019/2021 [2019–2021]; date 2019 [2019]; date 2021 [2021]"),
            ("in the 2019-20 season", "range 2019/2020 [2019-20]; date 2019 [2019]; date 2020 [20]"),
            ("between 1998 and 2004", "range 1998/2004 [between 1998 and 2004]; date 1998 [1998]; date 2004 [2004]"),
            (
                "between August and October 2031",
                "range 2031-08/2031-10 [between August and October 2031]; date 2031-08 [August]; \
                 date 2031-10 [October 2031]",
            ),
            (
                "It shuts on 17 & 18 June.",
                "range XXXX-06-17/XXXX-06-18 [17 & 18 June]; date XXXX-06-17 [17]; date XXXX-06-18 [18 June]",
            ),
            ("between 1500 and 2000 people", ""),
            ("1900-1950 words", ""),
            ("moved from May 3 to May 9", "date XXXX-05-03 [May 3]; date XXXX-05-09 [May 9]"),
            (
                "between May 2015 and 2018",
                "range 2015-05/2018 [between May 2015 and 2018]; date 2015-05 [May 2015]; date 2018 [2018]",
            ),
            ("May 3 and May 9", "date XXXX-05-03 [May 3]; date XXXX-05-09 [May 9]"),
            (
                "It shuts May between 3 and 9.",
                "range XXXX-05-03/XXXX-05-09 [May between 3 and 9]; date XXXX-05-03 [May between 3]; date XXXX-05-09 [9]",
            ),
            ("In May between 3 and 9 ships sank.", "date XXXX-05 [May]"),
            (
                "between august and october",
                "range XXXX-08/XXXX-10 [between august and october]; date XXXX-08 [august]; date XXXX-10 [october]",
            ),
            (
                "12/25/2030-1/5/2031",
                "range 2030-12-25/2031-01-05 [12/25/2030-1/5/2031]; date 2030-12-25 [12/25/2030]; \
                 date 2031-01-05 [1/5/2031]",
            ),
            ("10/1-11/2/2031", ""),
            ("1/2-3/4", ""),
            ("2014~2018", "range 2014/2018 [2014~2018]; date 2014 [2014]; date 2018 [2018]"),
            ("The years were 2014 to 2018.", "range 2014/2018 [2014 to 2018]; date 2014 [2014]; date 2018 [2018]"),
            ("It grew 1990 to 2010 jobs.", ""),
            (
                "1 May until Wednesday, 9 May",
                "range XXXX-05-01/XXXX-05-09 [1 May until Wednesday, 9 May]; date XXXX-05-01 [1 May]; \
                 date XXXX-05-09-WXX-3 [Wednesday, 9 May]; weekday XXXX-WXX-3 [Wednesday]; date XXXX-05-09 [9 May]",
            ),
            ("won 27-29 on Sunday", "weekday XXXX-WXX-7 [Sunday]"),
        ]);
    }

    #[test]
    fn times_of_day_are_read() {
        check(&[
            ("It began at 3 p.m. in Velden", "time T15 [3 p.m.]"),
            ("It began at 3pm", "time T15 [3pm]"),
            ("It began at 3:30pm", "time T15:30 [3:30pm]"),
            ("It began at 12.15 a.m.", "time T00:15 [12.15 a.m.]"),
            ("It began at 15:00.", "time T15:00 [15:00]"),
            ("It began at 15.00 hrs", "time T15:00 [15.00 hrs]"),
            ("It began at 21.52.", "time T21:52 [21.52]"),
            ("It began at noon.", "time T12 [noon]"),
            ("It began at 07:37 GMT.", "time T07:37Z [07:37 GMT]"),
            ("It began at 1430 GMT.", "time T14:30Z [1430 GMT]"),
            ("It began at 8 p.m. ET.", "time T20 ET [8 p.m. ET]"),
            ("It began at 10:15 local time.", "time T10:15 [10:15 local time]"),
            ("It began around 3 p.m.", "time ~ T15 [around 3 p.m.]"),
            ("It began on Monday morning.", "weekday XXXX-WXX-1 [Monday]; time TMO [morning]"),
            ("It began in the evening.", "time TEV [evening]"),
            ("It began at seven o'clock.", "time T07 [seven o'clock]"),
            ("It began at two in the morning.", "time T02 [two in the morning]"),
            ("Good evening, Velden.", ""),
            ("She won in 2:04:56.", ""),
            ("The pump stopped at 14:02:33.", "time T14:02:33 [14:02:33]"),
            ("The pump was timed at 14:02:33.", ""),
            ("It began at 2:34:08.", ""),
            ("They won 3:1 and 21:15 in sets", ""),
            ("Velden took it 25:23 and 22:15 in the third set.", ""),
            (
                "It was shown at 21:15 in the games room, and 22:15 in Velden.",
                "time T21:15 [21:15]; time T22:15 [22:15]",
            ),
            ("It closed at 21.52 dollars", ""),
            ("It hangs at 21.52 metres.", ""),
            ("It began at half past eight.", "time T08:30 [half past eight]"),
            ("It began at a quarter to nine in the evening.", "time T20:45 [quarter to nine in the evening]"),
            ("It began at ten past nine.", "time T09:10 [ten past nine]"),
            ("It began at 25 minutes to 9 p.m.", "time T20:35 [25 minutes to 9 p.m.]"),
            ("It began at eight forty.", "time T08:40 [eight forty]"),
            ("It began at seven thirty-five p.m.", "time T19:35 [seven thirty-five p.m.]"),
            ("It began at 7:56:30 p.m.", "time T19:56:30 [7:56:30 p.m.]"),
            ("It began at 7h05.", "time T07:05 [7h05]"),
            ("It began in the afternoon at 4.", "time T16 [afternoon at 4]"),
            ("It began on Monday evening at 7:30.", "weekday XXXX-WXX-1 [Monday]; time T19:30 [evening at 7:30]"),
            ("It began at 7 tonight.", "time T19 [7 tonight]"),
            ("It began at eleven at night.", "time T23 [eleven at night]"),
            ("The doors open at 7.", "time T07 [7]"),
            ("It began at 2.30 in the night.", "time T02:30 [2.30 in the night]"),
            ("It began five thirty in the night.", "time T05:30 [five thirty in the night]"),
            ("The library opens at 9.30 and closes at 12.30.", "time T09:30 [9.30]; time T12:30 [12.30]"),
            ("The share opens at 9.30 francs.", ""),
            ("It began at mid-morning.", "time TMO [mid-morning]"),
            ("It is open on Sat 10.00–16.00", "weekday XXXX-WXX-6 [Sat]; time T10:00 [10.00]; time T16:00 [16.00]"),
            ("Its hours are 9:00-17:30", "time T09:00 [9:00]; time T17:30 [17:30]"),
            ("It is open from 9 to 5.", "time T09 [9]; time T05 [5]"),
            ("It opens 08.00 to 18.00", "time T08:00 [08.00]; time T18:00 [18.00]"),
            ("It fell from 9 to 5.", ""),
            ("It costs 10.00–16.00 in all.", ""),
            ("It opened with from 9 to 5 tonnes.", ""),
            ("John 3:16-17:5", ""),
            ("It lasts from 11 to 1 p.m.", "time T11 [11]; time T13 [1 p.m.]"),
            ("It began at 9 p.m. Eastern.", "time T21 ET [9 p.m. Eastern]"),
            ("It began at 19:05 UTC+2.", "time T19:05+02:00 [19:05 UTC+2]"),
            ("It began at six-thirty in the evening.", "time T18:30 [six-thirty in the evening]"),
            ("It began at five minutes to midnight.", "time T23:55 [five minutes to midnight]"),
            ("Come at 11ish.", "time ~ T11 [11ish]"),
            ("She began at 7.", ""),
            ("She died at 12.", ""),
            ("He paid for ten forty-foot masts.", ""),
            ("The vote went from ten to nine.", ""),
            ("They led with 10:20 left.", ""),
            ("It was cut from 4 to 3 this morning.", ""),
            ("Half past the post they fell.", ""),
            ("The shares closed at 21.52.", ""),
            ("It lasted 1500 hours.", ""),
            ("John 3:16 says", ""),
            ("I am 11 years old", ""),
        ]);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_the_readers_panic(text in "(from|between|the|mid|Oct|May|27|1998|-|/|,|\\.|:|to|and|p\\.m\\.|Mon|first|st|[ ]|[a-zé0-9–$]){0,24}") {
            for reading in readings(&text) {
                proptest::prop_assert!(!reading.is_empty());
            }
        }
    }
}
