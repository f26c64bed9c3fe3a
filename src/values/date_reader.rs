//! Reads dates and ranges of dates in running prose.

use std::ops::Range;

use super::calendar_words::{CalendarWord, calendar_word, cardinal, is_digit, month, weekday};
use super::date::{Date, DateRange, Part, Period};
use super::holiday::holiday;
use super::month_reader::{day_closes, day_of_month, month_name, month_with_year, plain_month, plain_month_behind};
use super::period_reader::{behind_year, part_of, period};
use super::sentence_words::SentenceWords;
use super::year_reader::{
    century_of, era_year, is_change, is_counted, is_edge, is_plural, spelled_year, standing_short_year,
    standing_spelled_year, standing_year, year_behind, year_context, year_number,
};
use crate::source::document::DateOrder;

/// A value and the tokens it covers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found<T> {
    pub(crate) value: T,
    pub(crate) tokens: Range<usize>,
}

/// A range of dates with its two ends, each completed by what the other end says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FoundRange {
    pub(crate) range: Found<DateRange>,
    pub(crate) start: Found<Date>,
    pub(crate) end: Found<Date>,
}

/// The date that begins at `at`, as long as it goes. Whether it is a part of a longer date is not looked at.
pub(crate) fn date(words: &SentenceWords<'_>, at: usize) -> Option<Found<Date>> {
    let first = words.word(at);
    let (value, end) = if is_digit(first) {
        numeric(words, at)
            .or_else(|| behind_year(words, at))
            .or_else(|| day_first(words, at))
            .or_else(|| decade(words, at))
            .or_else(|| period(words, at))
            .or_else(|| era_year(words, at))
            .or_else(|| standing_year(words, at))
            .or_else(|| standing_short_year(words, at))
            .or_else(|| month_and_year(words, at))?
    } else {
        match calendar_word(first)? {
            CalendarWord::Month(_) | CalendarWord::ShortMonth(_) => {
                month_first(words, at).or_else(|| holiday(words, at))?
            }
            CalendarWord::Weekday(_) | CalendarWord::ShortWeekday(_) => weekday_first(words, at)?,
            CalendarWord::Ordinal(_) | CalendarWord::Tens(_) => {
                day_first(words, at).or_else(|| day_in_words(words, at)).or_else(|| period(words, at))?
            }
            CalendarWord::Teen(_) => {
                day_in_words(words, at).or_else(|| period(words, at)).or_else(|| standing_spelled_year(words, at))?
            }
            CalendarWord::Season(_) | CalendarWord::Quarter(_) | CalendarWord::Half(_) | CalendarWord::Decade(_) => {
                period(words, at)?
            }
            CalendarWord::Holiday => holiday(words, at)?,
            CalendarWord::Opener => match first {
                "the" => {
                    let next = at + 1 + usize::from(words.word(at + 1) == "'");
                    day_first(words, next).or_else(|| decade(words, next)).or_else(|| period(words, next))?
                }
                "early" => part(words, at, Part::Early)?,
                "mid" => part(words, at, Part::Mid)?,
                "late" => part(words, at, Part::Late)?,
                "ad" | "a.d." => era_year(words, at)?,
                _ => period(words, at)?,
            },
            _ => return None,
        }
    };
    Some(Found { value, tokens: at..end })
}

/// How many tokens the first end of a range has at most, with the word that joins it to the second.
const LONGEST_END: usize = 12;

/// The range of dates that begins at `at`, with the "from" or "between" before it; `here` is the [`date`] that begins
/// there.
pub(crate) fn range(words: &SentenceWords<'_>, at: usize, here: Option<&Found<Date>>) -> Option<FoundRange> {
    let intro = match words.word(at) {
        word @ ("from" | "between") => word,
        _ => "",
    };
    let begin = if intro.is_empty() { at } else { at + 1 };
    // The readers below try much; nearly always nothing near joins two dates.
    let joins = |at: usize| {
        matches!(words.word(at), "to" | "-" | "and" | "until" | "till" | "through" | "thru" | "/" | "~" | "months")
    };
    if !(begin + 1..begin + LONGEST_END).any(joins) {
        return None;
    }
    let behind_intro = if intro.is_empty() { None } else { date(words, begin) };
    let here = if intro.is_empty() { here } else { behind_intro.as_ref() };
    let (start, end) = numeric_days(words, begin, intro)
        .or_else(|| days(words, begin, intro, here))
        .or_else(|| month_before_days(words, begin, intro))
        .or_else(|| month_to_day(words, begin, intro))
        .or_else(|| months(words, begin, intro))
        .or_else(|| years(words, begin, intro))
        .or_else(|| periods(words, begin, intro, here))
        .or_else(|| edges(words, begin, intro))
        .or_else(|| first_months(words, begin, intro))
        .filter(|_| !is_moved(words, at))?;
    // The weekday of a day stays with the reading of that end.
    let bare = |date: Date| if date.day.is_some() { Date { weekday: None, ..date } } else { date };
    let value = DateRange { start: bare(start.value), end: bare(end.value) };
    Some(FoundRange { range: Found { value, tokens: at..end.tokens.end }, start, end })
}

type Ends = (Found<Date>, Found<Date>);

/// "October 27 to October 29", "27–29 October", "Monday to Friday": at least one end is a day.
fn days(words: &SentenceWords<'_>, at: usize, intro: &str, here: Option<&Found<Date>>) -> Option<Ends> {
    let skip_the = |at: usize| if words.word(at) == "the" { at + 1 } else { at };
    if let Some(mut start) = here.filter(|start| is_day(&start.value)).cloned() {
        let (next, neighbours) = joined(words, start.tokens.end, intro)?;
        if neighbours && date(words, next).is_some() {
            return None;
        }
        // "1 April-31 October": the hyphen takes nothing from the day behind it.
        let glued = || day_before_month(words, skip_the(next)).map(|(value, end)| Found { value, tokens: next..end });
        let end = date(words, next).or_else(glued);
        if let Some(end) = end.filter(|end| is_day(&end.value) || end.value.month.is_some()) {
            if start.value.month.is_none() != end.value.month.is_none() {
                return None;
            }
            return Some(completed(start, end));
        }
        // "October 27-29, 2025": the second day is in the first one's month.
        let (month, first) = (start.value.month?, start.value.day?);
        let (day, mut end) = day_of_month(words, skip_the(next))?;
        let counts = if neighbours { "in" } else { "" };
        if day <= first || neighbours && day != first + 1 || !day_closes(words, end, counts) {
            return None;
        }
        let year = year_behind(words, end);
        if let Some((year, after)) = year {
            if start.value.year.is_some_and(|other| other != year) {
                return None;
            }
            start.value.year = Some(year);
            end = after;
        }
        let value = Date { year: start.value.year, month: Some(month), day: Some(day), ..Date::default() };
        return Some((start, Found { value, tokens: next..end }));
    }
    // "27 to 29 October 2025", "the 27th to the 29th of October": the first day is in the second one's month.
    let (day, behind) = day_of_month(words, skip_the(at)).filter(|_| words.opens(at))?;
    let (next, neighbours) = joined(words, behind, intro)?;
    // "from 4 to January 22" has its month in front of the second day.
    let month_leads = || month_first(words, next).filter(|_| intro == "from");
    let (value, end) = day_before_month(words, skip_the(next))
        .or_else(|| weekday_first(words, next).filter(|(date, _)| date.month.is_some()))
        .or_else(month_leads)
        .filter(|(end, _)| end.day.is_some_and(|last| day < last && (!neighbours || last == day + 1)))?;
    let start = Date { day: Some(day), weekday: None, ..value };
    Some((Found { value: start, tokens: at..behind }, Found { value, tokens: next..end }))
}

/// "May between 3 and 9", "in May from the 3rd to the 9th".
fn month_before_days(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let (month, behind) = month_with_year(words, at).filter(|(month, _)| intro.is_empty() && month.day.is_none())?;
    let skip_the = |at: usize| if words.word(at) == "the" { at + 1 } else { at };
    let intro = words.word(behind);
    if !matches!(intro, "from" | "between") {
        return None;
    }
    let (first, after) = day_of_month(words, skip_the(behind + 1))?;
    let next = connector(words, after, intro)?;
    let (last, end) = day_of_month(words, skip_the(next))?;
    // "In May between 3 and 9 ships sank", "In May from 3 to 9 percent fell".
    let sure = first < last && day_closes(words, end, "in") && (!words.is_word(end) || intro == "between");
    let day = |day: u32| Date { day: Some(day), ..month };
    sure.then(|| {
        let start = Found { value: day(first), tokens: at..after };
        (start, Found { value: day(last), tokens: next..end })
    })
}

/// "from May 2020 to June 9, 2021", "between 2015 and 9 June 2018": the second end is a day, the first one is not.
fn month_to_day(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let year = || {
        let year = year_number(words, at).filter(|_| !intro.is_empty() && !is_counted(words, at + 1))?;
        Some((in_year(year), at + 1))
    };
    let (start, behind) = month_end(words, at, intro).or_else(year)?;
    let next = connector(words, behind, intro)?;
    let end = date(words, next).filter(|end| end.value.day.is_some() && end.value.month.is_some())?;
    let told = !intro.is_empty() || start.year.is_some();
    let (start, end) = completed(Found { value: start, tokens: at..behind }, end);
    let runs = match (start.value.earliest(), end.value.calendar_day()) {
        (Some(first), Some(last)) => first < last,
        _ => start.value.year.is_none() && start.value.month < end.value.month,
    };
    (told && runs).then_some((start, end))
}

/// "from May to October 2020", "January–March 2024".
fn months(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    // "between august and october": beside another month a small letter is a slip.
    let small = |at: usize| {
        let month = month(words.word(at)).filter(|_| !intro.is_empty() && words.word(at) != "may")?;
        Some((Date { month: Some(month), ..Date::default() }, at + 1))
    };
    // "Jan–Mar 2031": the year behind the second shows what they are.
    let short = || plain_month(words, at).filter(|_| words.capital(at)).filter(|&(_, end)| words.word(end) == "-");
    let (start, behind) = month_end(words, at, intro).or_else(|| small(at)).or_else(short)?;
    let next = connector(words, behind, intro)?;
    let (end, behind_end) = month_end(words, next, intro).or_else(|| small(next)).or_else(|| {
        // "between May 2015 and 2018"
        let last = year_number(words, next).filter(|_| !intro.is_empty() && !is_counted(words, next + 1))?;
        (start.year? < last && words.closes(next + 1)).then(|| (in_year(last), next + 1))
    })?;
    let undated = start.year.is_none() && end.year.is_none() && intro.is_empty();
    let short = matches!(calendar_word(words.word(at)), Some(CalendarWord::ShortMonth(_)));
    if undated && (short || !words.glued(behind) && is_name(words, at)) {
        return None;
    }
    Some(completed(Found { value: start, tokens: at..behind }, Found { value: end, tokens: next..behind_end }))
}

/// A month at an end of a range; "from Sep to Nov" and "2015 June" need the words around them.
fn month_end(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<(Date, usize)> {
    let written_out = matches!(calendar_word(words.word(at)), Some(CalendarWord::Month(_))) && words.capital(at);
    plain_month(words, at)
        .filter(|(date, _)| written_out || date.year.is_some() || !intro.is_empty())
        .or_else(|| behind_year(words, at).filter(|(date, _)| date.month.is_some()))
        .or_else(|| month_and_year(words, at).filter(|_| !intro.is_empty()))
}

/// "from April until the end of June", "between the middle of 2007 and early 2009", "from 2007 to the end of 2008".
fn edges(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    if intro.is_empty() {
        return None;
    }
    let (start, behind) = edge(words, at, Part::Early)?;
    let next = connector(words, behind, intro)?;
    let (end, behind_end) = edge(words, next, Part::Late)?;
    // Two bare years may be something else: the reader of years looks at them closely.
    let parted = is_edge_word(words, at) || is_edge_word(words, next) || start.part.is_some() || end.part.is_some();
    let same_kind = start.month.is_some() == end.month.is_some() || end.year.is_some() && start.year.is_some();
    let runs = match (start.earliest(), end.latest()) {
        (Some(first), Some(last)) => first <= last,
        _ => true,
    };
    (parted && same_kind && runs)
        .then(|| completed(Found { value: start, tokens: at..behind }, Found { value: end, tokens: next..behind_end }))
}

fn is_edge_word(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(words.word(at + usize::from(words.word(at) == "the")), "end" | "middle" | "start" | "beginning")
}

/// An end of a range with its part: the end of a month as the range's end is the whole month, and so is its beginning
/// as the range's start.
fn edge(words: &SentenceWords<'_>, at: usize, whole: Part) -> Option<(Date, usize)> {
    let the = at + usize::from(words.word(at) == "the");
    let part = match words.word(the) {
        "end" => Some(Part::Late),
        "middle" => Some(Part::Mid),
        "start" | "beginning" => Some(Part::Early),
        _ => None,
    }
    .filter(|_| words.word(the + 1) == "of");
    let begin = if part.is_some() { the + 2 } else { at };
    let stated = |at: usize| {
        plain_month(words, at).or_else(|| {
            let year = year_number(words, at).filter(|year| (1800..=2100).contains(year))?;
            (words.closes(at + 1) && !is_counted(words, at + 1)).then(|| (in_year(year), at + 1))
        })
    };
    match part {
        Some(part) => {
            let (date, end) = stated(begin)?;
            Some((Date { part: Some(part).filter(|part| *part != whole), ..date }, end))
        }
        None => match words.word(at) {
            "early" | "mid" | "late" => date(words, at).map(|found| (found.value, found.tokens.end)),
            _ => stated(at),
        },
    }
}

/// "from 1998 to 2004", "2019–2021", "2019-20".
fn years(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    if !words.opens(at) {
        return None;
    }
    let first = year_number(words, at)?;
    let next = connector(words, at + 1, intro)?;
    let glued = words.glued(at + 1);
    let season = || {
        // "2019-20" and "1998/99", where the second number is short for a later year of the same century.
        let last = words.digits(next, 2, 2).filter(|_| glued && words.glued(next))? as i32;
        (last > first % 100 && year_context(words, at, next + 1)).then(|| (first - first % 100 + last, next + 1))
    };
    let later = || {
        let month = month_end(words, next, intro);
        if let Some((end, behind)) = month.filter(|(end, _)| end.year.is_some_and(|year| year >= first)) {
            return Some((end, behind));
        }
        let last = year_number(words, next)?;
        let modern = first >= 1900 && (intro.is_empty() || !is_change(words, at.saturating_sub(1)));
        let likely = modern || year_context(words, at, at + 1) && !(first % 50 == 0 && last % 50 == 0);
        // "2014 to 2018" may be two numbers where nothing else says that they are years.
        let near = (1900..=2100).contains(&last) && last - first <= 60 && modern;
        let told = near && words.word(at + 1) == "to" && !is_plural(words, next + 1);
        let sound = first < last && likely && (!intro.is_empty() || glued || told || is_written_out(words, at));
        sound.then(|| (in_year(last), next + 1))
    };
    let (end, behind) = later().or_else(|| season().map(|(last, behind)| (in_year(last), behind)))?;
    if !words.closes(behind) || is_counted(words, behind) {
        return None;
    }
    Some((Found { value: in_year(first), tokens: at..at + 1 }, Found { value: end, tokens: next..behind }))
}

/// "the first four months of 2021", "the last two months of 2024".
fn first_months(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let last = match words.word(at) {
        "first" => false,
        "last" | "final" => true,
        _ => return None,
    };
    let (months, behind) = cardinal(words, at + 1).filter(|(months, _)| (2..12).contains(months))?;
    let joined = words.word(behind) == "months" && words.word(behind + 1) == "of" && intro.is_empty();
    let sure = joined && !matches!(months, 3 | 6) && words.closes(behind + 3);
    let year = year_number(words, behind + 2).filter(|_| sure)?;
    let (from, to) = if last { (13 - months, 12) } else { (1, months) };
    let month = |month: u32| Found { value: Date { month: Some(month), ..in_year(year) }, tokens: at..behind + 3 };
    Some((month(from), month(to)))
}

/// "from the 1970s to the 1990s", "between spring 2020 and summer 2021", "from Q1 to Q3 2024".
fn periods(words: &SentenceWords<'_>, at: usize, intro: &str, here: Option<&Found<Date>>) -> Option<Ends> {
    let skip_the = |at: usize| at + usize::from(words.word(at) == "the");
    let is_period = |found: &Found<Date>| found.value.period.is_some();
    let behind = match period(words, skip_the(at)).filter(|_| !is_digit(words.word(skip_the(at)))) {
        Some((_, end)) => end,
        // "from Q1 to Q3 2024", "from spring to autumn 2024"
        None => skip_the(at) + 1,
    };
    let start = if skip_the(at) == at { here.cloned() } else { date(words, skip_the(at)) }.filter(is_period);
    let next = connector(words, start.as_ref().map_or(behind, |start| start.tokens.end), intro)?;
    let end = date(words, skip_the(next)).filter(is_period)?;
    let start = match start {
        Some(start) => start,
        None if !intro.is_empty() => {
            let period = match (calendar_word(words.word(skip_the(at)))?, end.value.period?) {
                (CalendarWord::Quarter(quarter), Period::Quarter(_)) => Period::Quarter(quarter),
                (CalendarWord::Season(season), Period::Season(_)) => Period::Season(season),
                _ => return None,
            };
            Found { value: Date { period: Some(period), ..end.value }, tokens: skip_the(at)..behind }
        }
        None => return None,
    };
    (std::mem::discriminant(&start.value.period?) == std::mem::discriminant(&end.value.period?)).then_some((start, end))
}

/// The two ends with the year that only one of them states, given to the other one so that the range runs forwards.
fn completed(mut start: Found<Date>, mut end: Found<Date>) -> Ends {
    let turns = match (start.value.month, end.value.month) {
        (Some(a), Some(b)) => (a, start.value.day) > (b, end.value.day) && a != b,
        _ => false,
    };
    match (start.value.year, end.value.year) {
        (None, Some(year)) if start.value.month.is_some() => start.value.year = Some(year - i32::from(turns)),
        (Some(year), None) if end.value.month.is_some() => end.value.year = Some(year + i32::from(turns)),
        _ => {}
    }
    (start, end)
}

/// The same, and whether the two must be neighbours to make a range: "5 and 6 May" are two days in a row.
fn joined(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<(usize, bool)> {
    let neighbours = intro.is_empty() && words.word(at) == "and";
    let next = if neighbours { at + 1 } else { connector(words, at, intro)? };
    Some((next, neighbours))
}

/// Where the second end of a range begins, behind its "to", "and" or dash.
fn connector(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<usize> {
    // "from Monday, October 27, to Wednesday, October 29"
    let at = if words.word(at) == "," && !words.glued(at + 1) { at + 1 } else { at };
    let fits = match words.word(at) {
        "and" => intro == "between",
        "to" | "until" | "till" | "through" | "thru" => intro != "between",
        // A spaced em dash begins an aside.
        "-" => words.raw(at) != "—" || words.glued(at) && words.glued(at + 1),
        "/" | "~" => {
            // "2014/2018", "2031-04-09/2031-04-11"
            let dated = words.digits(at - 1, 4, 4).is_some() || words.before(at, 2) == "-";
            words.glued(at) && words.glued(at + 1) && dated
        }
        _ => false,
    };
    fits.then_some(at + 1)
}

/// Whether something is said to be moved from one date to another, which is no range.
fn is_moved(words: &SentenceWords<'_>, at: usize) -> bool {
    const MOVED: [&str; 16] = [
        "moved",
        "postponed",
        "rescheduled",
        "changed",
        "delayed",
        "pushed",
        "brought",
        "shifted",
        "switched",
        "deferred",
        "advanced",
        "revised",
        "corrected",
        "move",
        "postpone",
        "reschedule",
    ];
    (1..=8).any(|back| MOVED.contains(&words.before(at, back)))
}

/// Whether the words around two years joined by "to" speak of years.
fn is_written_out(words: &SentenceWords<'_>, at: usize) -> bool {
    year_context(words, at, at + 1)
}

/// A day, with or without its month, or a weekday.
fn is_day(date: &Date) -> bool {
    date.day.is_some() || date.weekday.is_some()
}

/// "Monday, October 27, 2025", "Monday the 27th of October", "Monday".
fn weekday_first(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let day = weekday(words.word(at))?;
    let short = matches!(calendar_word(words.word(at)), Some(CalendarWord::ShortWeekday(_)));
    let mut next = at + 1;
    next += usize::from(short && words.word(next) == "." && words.glued(next));
    next += usize::from(words.word(next) == ",");
    let the = usize::from(words.word(next) == "the");
    let date = day_first(words, next + the)
        .or_else(|| month_first(words, next).filter(|_| the == 0))
        .or_else(|| numeric(words, next))
        .or_else(|| {
            // "Friday-Oct-27", "Friday (October 27)"
            let set_off = next + usize::from(matches!(words.word(next), "-" | "("));
            let bracketed = || month_first(words, set_off).filter(|(_, end)| words.word(*end) == ")");
            hyphened_day(words, set_off).or_else(bracketed)
        })
        .filter(|(date, _)| date.day.is_some());
    if let Some((date, end)) = date {
        return Some((Date { weekday: Some(day), ..date }, end));
    }
    let stands = !short && !words.glued(at + 1) | words.closes(at + 1) | (words.word(at + 1) == "-");
    (stands && !is_named_weekday(words, at)).then(|| (Date { weekday: Some(day), ..Date::default() }, at + 1))
}

/// "Black Friday", "the Sunday Times", "every Monday": a name or a habit, no day.
fn is_named_weekday(words: &SentenceWords<'_>, at: usize) -> bool {
    let before = words.before(at, 1);
    matches!(
        before,
        "black"
            | "good"
            | "easter"
            | "cyber"
            | "super"
            | "bloody"
            | "ash"
            | "palm"
            | "holy"
            | "maundy"
            | "shrove"
            | "fat"
            | "giving"
            | "whit"
            | "every"
            | "each"
            | "ruby"
            | "sheffield"
    ) || matches!(
        words.word(at + 1),
        "times" | "telegraph" | "mail" | "express" | "herald" | "mirror" | "post" | "world" | "sun" | "independent"
    ) && words.capital(at + 1)
        || before == "the" && words.capital(at + 1)
}

/// "October 27, 2025", "Oct. 27", "October 2025", "October".
fn month_first(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (number, behind) = month_name(words, at)?;
    let of_month = Date { month: Some(number), ..Date::default() };
    // "April the 9th", "October, 1st"
    let comma = words.word(behind) == ","
        && !words.glued(behind + 1)
        && words.glued(behind + 2)
        && day_of_month(words, behind + 1).is_some_and(|(_, end)| end > behind + 2);
    let the = usize::from(words.word(behind) == "the" || comma);
    // "January twenty-five", but "October two thousand and five"
    let spelled = |at: usize| {
        let day = cardinal(words, at).filter(|&(day, _)| words.is_word(at) && (1..=31).contains(&day));
        day.filter(|_| spelled_year(words, at).is_none())
    };
    if let Some((day, end)) = day_of_month(words, behind + the)
        .or_else(|| spelled(behind).filter(|_| the == 0 && !matches!(words.word(at), "may" | "march")))
        .filter(|&(_, end)| {
            day_closes(words, end, words.before(at, 1)) && (the == 0 || end > behind + 2 || words.is_word(behind + 1))
        })
    {
        let dated = Date { day: Some(day), ..of_month };
        return Some(match year_behind(words, end) {
            Some((year, end)) => (Date { year: Some(year), ..dated }, end),
            None => (dated, end),
        });
    }
    if matches!(words.word(behind), "-" | "/") && words.glued(behind) && words.glued(behind + 1) {
        // "Dec-27-2018"
        let day = words.digits(behind + 1, 1, 2).filter(|day| (1..=31).contains(day));
        let again = words.word(behind + 2) == words.word(behind) && words.glued(behind + 2) && words.glued(behind + 3);
        if let (Some(day), Some(year), true) = (day, year_number(words, behind + 3), again && words.closes(behind + 4))
        {
            return Some((Date { day: Some(day), year: Some(year), ..of_month }, behind + 4));
        }
        // "Dec-2018"
        if let Some(year) = year_number(words, behind + 1).filter(|_| words.closes(behind + 2)) {
            return Some((Date { year: Some(year), ..of_month }, behind + 2));
        }
    }
    plain_month_behind(words, of_month, behind).or_else(|| (stands_alone(words, at)).then_some((of_month, behind)))
}

/// "Oct-27" behind a weekday; by itself it may be a month and a year.
fn hyphened_day(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (month, behind) = month_name(words, at)?;
    let joined = matches!(words.word(behind), "-" | "/") && words.glued(behind) && words.glued(behind + 1);
    let day = words.digits(behind + 1, 1, 2).filter(|day| joined && (1..=31).contains(day))?;
    words.closes(behind + 2).then(|| (Date { month: Some(month), day: Some(day), ..Date::default() }, behind + 2))
}

/// "27 October 2025", "27th of October", "first of June"; an article before it is the caller's.
fn day_first(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    // "Note:27 October", where a blank is missing.
    let behind_colon = || words.before(at, 1) == ":" && at.checked_sub(2).is_some_and(|label| words.is_word(label));
    if !(words.opens(at) || behind_colon()) {
        return None;
    }
    let hyphened = || {
        // "27-Oct"
        let joined = matches!(words.word(at + 1), "-" | "/") && words.glued(at + 1) && words.glued(at + 2);
        let day = words.digits(at, 1, 2).filter(|day| joined && words.capital(at + 2) && (1..=31).contains(day))?;
        let month = month(words.word(at + 2)).filter(|_| words.closes(at + 3))?;
        Some((Date { month: Some(month), day: Some(day), ..Date::default() }, at + 3))
    };
    day_before_month(words, at).or_else(hyphened)
}

/// "fifteen August nineteen ninety-three": a day without its ordinal where the year is in words too.
fn day_in_words(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (day, behind) = cardinal(words, at).filter(|&(day, _)| (1..=31).contains(&day) && words.opens(at))?;
    let (month, behind) = month_name(words, behind)?;
    let (year, end) = spelled_year(words, behind + usize::from(words.word(behind) == ","))?;
    Some((Date { month: Some(month), day: Some(day), ..in_year(year) }, end))
}

/// The same, whatever stands before it.
fn day_before_month(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (day, behind) = day_of_month(words, at)?;
    let of_day = usize::from(words.word(behind) == "day" && words.word(behind + 1) == "of");
    let of = of_day + usize::from(words.word(behind + of_day) == "of");
    // "16. Nov. 2016"
    let point = usize::from(of == 0 && words.word(behind) == "." && words.glued(behind) && !words.glued(behind + 1));
    let (month, mut end) = month_name(words, behind + of + point)
        .filter(|_| point == 0 || words.capital(behind + 1) && words.digits(at, 1, 2).is_some())?;
    // "the first May Day", "a second March": an ordinal in words needs its "of".
    if of == 0 && !words.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if words.glued(behind) && point == 0 {
        return None;
    }
    let mut date = Date { month: Some(month), day: Some(day), ..Date::default() };
    if let Some((year, after)) = year_behind(words, end) {
        date.year = Some(year);
        end = after;
    }
    Some((date, end))
}

/// "early October 2025", "mid-2024", "the late 1990s".
fn part(words: &SentenceWords<'_>, at: usize, part: Part) -> Option<(Date, usize)> {
    let mut next = at + 1;
    next += usize::from(words.word(next) == "-");
    next += usize::from(words.word(next) == "in" && part != Part::Mid);
    next += usize::from(words.word(next) == "the");
    next += usize::from(words.word(next) == "year");
    if let Some(found) = part_of(words, next, part) {
        return Some(found);
    }
    let (date, end) =
        decade(words, next).or_else(|| month_first(words, next).filter(|(date, _)| date.day.is_none())).or_else(
            || year_number(words, next).filter(|_| !is_counted(words, next + 1)).map(|y| (in_year(y), next + 1)),
        )?;
    (words.closes(end) || date.month.is_some()).then_some((Date { part: Some(part), ..date }, end))
}

/// "1990s", "1990's".
fn decade(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let year = words.digits(at, 4, 4).filter(|year| (1000..2100).contains(year) && year % 10 == 0)?;
    // "in the 1990 s."
    let slip = words.word(at + 1) == "s" && matches!(words.before(at, 1), "in" | "the") && words.closes(at + 2);
    let suffix = matches!(words.word(at + 1), "s" | "'s") && (words.glued(at + 1) || slip);
    // "the 1900s" may be ten years or a hundred, and "2000's" may be the year's.
    let certain =
        year % 100 != 0 && (words.word(at + 1) == "s" || matches!(words.before(at, 1), "the" | "early" | "late"));
    let opens = words.opens(at) || words.before(at, 1) == "-";
    (suffix && certain && opens)
        .then(|| (Date { year: Some(year as i32), period: Some(Period::Decade), ..Date::default() }, at + 2))
}

/// "2025-10-27", "2025/10/27", "2025.10.27", "23/Sep/2025", and "27/10/2025" where only one order of day and month is
/// possible; of "3/4/2025" only the year is certain, for half of the world reads it one way and half the other. Two
/// digits of a year stand behind slashes or a month's name, or where the word before makes it a date, for "9-18-15" may
/// be won, lost and drawn.
fn numeric(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let glue = |at: usize| matches!(words.word(at), "-" | "/") && words.glued(at) && words.glued(at + 1);
    // "-2031-04-09-", and the second of "2031-04-09/2031-04-11"
    let set_off = || words.before(at, 1) == "-" && at == words.start() + 1;
    let second = || {
        let before = at.checked_sub(1).filter(|&before| glue(before))?;
        (3..=5).find(|back| {
            let first = before.checked_sub(*back).and_then(|first| in_digits(words, first));
            first.is_some_and(|(_, end)| end == before)
        })
    };
    if !(words.opens(at) || set_off() || second().is_some()) {
        return None;
    }
    let (date, end) = in_digits(words, at)?;
    // A time may follow as in "2025-10-27T07:37", and a dash that sets the date off.
    let timed = words.glued(end)
        && words.word(end).starts_with('t')
        && words.word(end)[1..].starts_with(|c: char| c.is_ascii_digit());
    let set_off = words.word(end) == "-" && end + 1 == words.end();
    let first = glue(end) && in_digits(words, end + 1).is_some_and(|(_, last)| words.closes(last));
    (words.closes(end) || timed || set_off || first).then_some((date, end))
}

/// The same, whatever stands around it.
fn in_digits(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let mark = words.word(at + 1);
    let dotted = || {
        // The tokens of "27.10.2025" are "27.10", "." and "2025".
        let (first, second) = words.word(at).split_once('.')?;
        let short = |text: &str| (text.len() <= 2).then(|| text.parse::<u32>().ok())?;
        if mark != "." || !words.glued(at + 1) || !words.glued(at + 2) {
            return None;
        }
        if let (4, Some(day)) = (first.len(), words.digits(at + 2, 1, 2)) {
            let date = Date { year: first.parse().ok(), month: short(second), day: Some(day), ..Date::default() };
            return Some((date, at + 3));
        }
        let year = words.digits(at + 2, 4, 4)?;
        Some((of_numbers(short(first)?, short(second)?, year as i32, words.date_order())?, at + 3))
    };
    let marked = || {
        let joined =
            matches!(mark, "/" | "-") && words.word(at + 3) == mark && (at + 1..=at + 4).all(|at| words.glued(at));
        if !joined {
            return None;
        }
        let number = |at: usize| words.digits(at, 1, 2);
        let month = number(at + 2).or_else(|| month(words.word(at + 2)).filter(|_| words.is_word(at + 2)));
        if let Some(year) = words.digits(at, 4, 4) {
            let date = Date { year: Some(year as i32), month, day: number(at + 4), ..Date::default() };
            return date.day.map(|_| (date, at + 5));
        }
        let year = match words.digits(at + 4, 4, 4) {
            Some(year) => Some(year as i32),
            // A person of 2025 means 1989 by "89" and 2015 by "15"; of "35" the century is open.
            None if mark == "/" || words.is_word(at + 2) || is_dated(words, at) => {
                century_of(words.digits(at + 4, 2, 2)? as i32)
            }
            None => return None,
        };
        if words.is_word(at + 2) {
            let date = Date { year, month, day: number(at), ..Date::default() };
            return date.day.filter(|_| year.is_some()).map(|_| (date, at + 5));
        }
        // "3-7-07" may be no date at all.
        let slim = mark == "-" && words.digits(at + 4, 4, 4).is_none();
        let date = of_numbers(number(at)?, number(at + 2)?, year.unwrap_or(2000), words.date_order())
            .filter(|date| !slim || words.date_order().is_some() || date.day.is_some_and(|day| day > 12))?;
        let certain = date.month.is_some() || words.digits(at + 4, 4, 4).is_some();
        certain.then_some((Date { year, ..date }, at + 5))
    };
    let spaced = || {
        // "On 2031 04 09, it opened."
        let (year, month) = (words.digits(at, 4, 4)?, words.digits(at + 1, 2, 2)?);
        let day = words.digits(at + 2, 2, 2).filter(|_| words.before(at, 1) == "on" && !words.is_word(at + 3))?;
        Some((Date { month: Some(month), day: Some(day), ..in_year(year as i32) }, at + 3))
    };
    let (date, end) = marked().or_else(dotted).or_else(spaced)?;
    let in_calendar = date.month.is_none_or(|month| (1..=12).contains(&month))
        && date.day.is_none_or(|day| (1..=31).contains(&day))
        && date.year.is_none_or(|year| (1000..=2100).contains(&year))
        && date.month.is_some() == date.day.is_some();
    in_calendar.then_some((date, end))
}

/// Whether the word before makes three short numbers a date: "dated 9-18-15".
fn is_dated(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(
        words.before(at, 1),
        "on" | "dated"
            | "since"
            | "until"
            | "till"
            | "before"
            | "after"
            | "from"
            | "of"
            | "back"
            | "due"
            | "born"
            | "died"
    )
}

/// "from 10/25 to 1/25", "12/25/2030-1/5/2031": two days of which only one order of day and month makes a range, be it
/// for one of them alone.
fn numeric_days(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let (first, behind) = slashed(words, at).filter(|_| words.opens(at))?;
    let next = connector(words, behind, intro)?;
    let (last, end) = slashed(words, next).filter(|&(_, end)| words.closes(end))?;
    // "1/2-3/4" may be fractions.
    let years = (first[2], last[2]);
    if years.1.is_none() && (years.0.is_some() || !matches!(intro, "from" | "between")) {
        return None;
    }
    let ends = |month: usize| {
        let date = |numbers: [Option<u32>; 3], year: Option<u32>| {
            let date = Date {
                year: year.map(|year| year as i32),
                month: numbers[month],
                day: numbers[1 - month],
                ..Date::default()
            };
            (date.month? <= 12 && date.exists()).then_some(date)
        };
        let ends = (date(first, years.0.or(years.1))?, date(last, years.1)?);
        let runs = match (ends.0.calendar_day(), ends.1.calendar_day()) {
            (Some(first), Some(last)) => first < last,
            _ => true,
        };
        runs.then_some(ends)
    };
    let ends = match (ends(0), ends(1)) {
        (Some(ends), Some(_)) if words.date_order() == Some(DateOrder::MonthDay) => ends,
        (Some(_), Some(ends)) if words.date_order() == Some(DateOrder::DayMonth) => ends,
        (Some(ends), None) | (None, Some(ends)) => ends,
        (Some(ends), Some(other)) if ends == other => ends,
        _ => return None,
    };
    Some((Found { value: ends.0, tokens: at..behind }, Found { value: ends.1, tokens: next..end }))
}

/// "10/25", "10/25/2030": two numbers and perhaps a year, and the token behind them.
fn slashed(words: &SentenceWords<'_>, at: usize) -> Option<([Option<u32>; 3], usize)> {
    let joined = |mark: usize| words.word(mark) == "/" && words.glued(mark) && words.glued(mark + 1);
    let number = |at: usize| words.digits(at, 1, 2).filter(|number| (1..=31).contains(number));
    let (first, second) = (number(at)?, number(at + 2).filter(|_| joined(at + 1))?);
    if !joined(at + 3) {
        return Some(([Some(first), Some(second), None], at + 3));
    }
    let year = words.digits(at + 4, 4, 4).filter(|year| (1000..=2100).contains(year))?;
    Some(([Some(first), Some(second), Some(year)], at + 5))
}

/// A date from two numbers and a year: in the order that the document declares, else only the year where both orders of
/// day and month are possible.
fn of_numbers(first: u32, second: u32, year: i32, declared: Option<DateOrder>) -> Option<Date> {
    if let Some(order) = declared {
        let (month, day) = if order == DateOrder::MonthDay { (first, second) } else { (second, first) };
        let date = Date { month: Some(month), day: Some(day), ..in_year(year) };
        if month <= 12 && date.exists() {
            return Some(date);
        }
    }
    let (low, high) = (first.min(second), first.max(second));
    let dated = Date { year: Some(year), month: Some(low), day: Some(high), ..Date::default() };
    match high {
        _ if low == 0 || low > 12 || high > 31 => None,
        13.. => Some(dated),
        _ if low == high => Some(dated),
        _ => Some(in_year(year)),
    }
}

/// "11/2016", "2016-11": a month in a number with its year. "2010-11" and "2011/12" are two years.
fn month_and_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let mark = words.word(at + 1);
    let joined = words.glued(at + 1) && words.glued(at + 2);
    if !words.opens(at) || !(mark == "/" || mark == "-" && joined) {
        return None;
    }
    let of = |year: u32, month: u32| {
        let fits = (1..=12).contains(&month) && (1900..=2100).contains(&year) && words.closes(at + 3);
        (fits && !is_counted(words, at + 3) && !is_plural(words, at + 3))
            .then(|| (Date { month: Some(month), ..in_year(year as i32) }, at + 3))
    };
    if let Some(year) = words.digits(at, 4, 4) {
        let month = words.digits(at + 2, 1, 2).filter(|month| *month <= year % 100 && joined | (mark == "/"))?;
        return of(year, month);
    }
    of(words.digits(at + 2, 4, 4)?, words.digits(at, 1, 2)?)
}

/// A whole year.
fn in_year(year: i32) -> Date {
    Date { year: Some(year), ..Date::default() }
}

/// A bare month that is surely one.
fn stands_alone(words: &SentenceWords<'_>, at: usize) -> bool {
    let word = words.word(at);
    let written_out = matches!(calendar_word(word), Some(CalendarWord::Month(_)));
    let apart = !words.glued(at + 1) || words.closes(at + 1) || words.word(at + 1) == "-";
    // "In October 12 people died": the number is not the day.
    let counts = words.before(at, 1) == "in" && (is_counted(words, at + 2) || is_plural(words, at + 2));
    if !written_out || !words.capital(at) || !apart || is_digit(words.word(at + 1)) && !counts {
        return false;
    }
    let before = words.before(at, 1);
    let led = match before {
        "in" | "since" | "during" | "last" | "next" | "until" | "till" | "through" | "early" | "late"
        | "throughout" => true,
        "-" => words.before(at, 2) == "mid",
        "mid" => true,
        "of" => is_edge(words.before(at, 2)),
        "by" | "from" | "before" | "after" | "this" | "between" => word != "may",
        _ => false,
    };
    if is_name(words, at) {
        // "Theresa May", "in April Jones's house"
        return led && (!words.capital(at + 1) || is_month(words, at + 1));
    }
    led || !joins_a_name(words, at)
}

/// Months that are names of people or other words too.
fn is_name(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(words.word(at), "march" | "april" | "may" | "june" | "august")
}

/// Whether a capitalised word right before or behind makes the month part of a name: "the October Revolution".
fn joins_a_name(words: &SentenceWords<'_>, at: usize) -> bool {
    let before = at > words.start() && words.capital(at - 1) && at - 1 > words.start();
    let behind = words.capital(at + 1) && !is_month(words, at + 1);
    before || behind
}

fn is_month(words: &SentenceWords<'_>, at: usize) -> bool {
    month(words.word(at)).is_some()
}
