//! Reads ranges of dates in running prose.

use chrono::Datelike as _;

use super::calendar_words::{CalendarWord, calendar_word, cardinal, is_digit, month, weekday};
use super::date::{Date, DateRange, Part, Period};
use super::date_reader::{Found, date, day_before_month, is_name, month_and_year, month_first, slashed, weekday_first};
use super::month_reader::{day_closes, day_of_month, month_with_year, plain_month};
use super::period_reader::{behind_year, period};
use super::sentence_words::SentenceWords;
use super::year_reader::{is_change, is_counted, is_plural, year_behind, year_context, year_number};
use crate::source::document::DateOrder;

/// A range of dates with its two ends, each completed by what the other end says.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FoundRange {
    pub(crate) range: Found<DateRange>,
    pub(crate) start: Found<Date>,
    pub(crate) end: Found<Date>,
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
    // "between the years 1990 and 1995"
    let named = !intro.is_empty() && words.word(begin) == "the" && words.word(begin + 1) == "years";
    let begin = begin + 2 * usize::from(named);
    // The readers below try much; nearly always nothing near joins two dates.
    let joins = |at: usize| {
        matches!(
            words.word(at),
            "to" | "-"
                | "and"
                | "&"
                | "or"
                | "until"
                | "till"
                | "through"
                | "thru"
                | "/"
                | "~"
                | "months"
                | "weeks"
                | "days"
                | "half"
                | "quarter"
        )
    };
    // "this May to October 2031" begins in the year of writing.
    let relative = matches!(words.before(begin, 1), "this" | "next") || words.word(begin) == "this";
    if relative || !(begin + 1..begin + LONGEST_END).any(joins) {
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
        .or_else(|| short_weekdays(words, begin, intro))
        .or_else(|| first_months(words, begin, intro))
        .or_else(|| first_days(words, begin, intro))
        .or_else(|| half_of_month(words, begin, intro))
        .or_else(|| part_of_years(words, begin, intro))
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
        Some((Date::in_year(year), at + 1))
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
    // "Jan–Mar 2031", "Jan to Mar 2031": the year behind the second shows what they are.
    let joins = |end: usize| matches!(words.word(end), "-" | "to" | "through");
    let short = || plain_month(words, at).filter(|&(_, end)| words.capital(at) && joins(end));
    let (start, behind) = month_end(words, at, intro).or_else(|| small(at)).or_else(short)?;
    let next = connector(words, behind, intro)?;
    let (end, behind_end) = month_end(words, next, intro).or_else(|| small(next)).or_else(|| {
        // "between May 2015 and 2018"
        let last = year_number(words, next).filter(|_| !intro.is_empty() && !is_counted(words, next + 1))?;
        (start.year? < last && words.closes(next + 1)).then(|| (Date::in_year(last), next + 1))
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
            (words.closes(at + 1) && !is_counted(words, at + 1)).then(|| (Date::in_year(year), at + 1))
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
        sound.then(|| (Date::in_year(last), next + 1))
    };
    let (end, behind) = later().or_else(|| season().map(|(last, behind)| (Date::in_year(last), behind)))?;
    if !words.closes(behind) || is_counted(words, behind) {
        return None;
    }
    Some((Found { value: Date::in_year(first), tokens: at..at + 1 }, Found { value: end, tokens: next..behind }))
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
    let month =
        |month: u32| Found { value: Date { month: Some(month), ..Date::in_year(year) }, tokens: at..behind + 3 };
    Some((month(from), month(to)))
}

/// "the first half of May", "the second half of April 2031": by the middle of the month, which belongs to the first.
fn half_of_month(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let second = match words.word(at) {
        "first" => false,
        "second" | "latter" => true,
        _ => return None,
    };
    if !(intro.is_empty() && words.word(at + 1) == "half" && words.word(at + 2) == "of") {
        return None;
    }
    let (month, end) = month_with_year(words, at + 3)
        .or_else(|| plain_month(words, at + 3).filter(|_| words.capital(at + 3)))
        .filter(|(month, _)| month.day.is_none() && month.period.is_none() && month.part.is_none())?;
    let (from, to) = if second { (16, last_day(&month)?) } else { (1, 15) };
    let day = |day: u32| Found { value: Date { day: Some(day), ..month }, tokens: at..end };
    Some((day(from), day(to)))
}

/// "the second half of the 19th century", "the last quarter of the 18th century", "the first half of the 1990s": from year to
/// year. A century ends in the year that the next one begins with to some, so that its parts share theirs.
fn part_of_years(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let of_the = words.word(at + 2) == "of" && words.word(at + 3) == "the";
    let parts = match words.word(at + 1) {
        "half" if of_the && intro.is_empty() => 2,
        "quarter" if of_the && intro.is_empty() => 4,
        _ => return None,
    };
    let nth = match words.word(at) {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "last" | "final" | "latter" => parts,
        _ => return None,
    };
    let Found { value: years, tokens } = date(words, at + 3).filter(|found| found.value.part.is_none())?;
    let (length, shared) = match years.period {
        Some(Period::Century) => (100 / parts, 1),
        Some(Period::Decade) if parts == 2 => (5, 0),
        _ => return None,
    };
    let from = years.year.filter(|_| nth <= parts)? + (nth - 1) * length;
    let year = |year: i32| Found { value: Date::in_year(year), tokens: at..tokens.end };
    Some((year(from), year(from + length - 1 + shared)))
}

/// The last day of a month; `None` for a February without its year.
fn last_day(month: &Date) -> Option<u32> {
    match (month.year, month.month?) {
        (Some(_), _) => month.latest().map(|day| day.day()),
        (None, 2) => None,
        (None, 4 | 6 | 9 | 11) => Some(30),
        (None, _) => Some(31),
    }
}

/// "the first two weeks of March", "the last three days of April 2020", "the first ten days of 2031".
fn first_days(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let last = match words.word(at) {
        "first" => false,
        "last" | "final" => true,
        _ => return None,
    };
    let (number, behind) = cardinal(words, at + 1).filter(|(number, _)| *number > 1 && intro.is_empty())?;
    let days = match words.word(behind) {
        "days" if number <= 30 => number,
        "weeks" if number <= 3 => number * 7,
        _ => return None,
    };
    let of = (words.word(behind + 1) == "of").then_some(behind + 2)?;
    let month =
        || month_with_year(words, of).or_else(|| plain_month(words, of)).filter(|(month, _)| month.day.is_none());
    // The weeks of a year begin on Mondays to some and on the first of January to others.
    let year = || {
        let year =
            year_number(words, of).filter(|_| days == number && words.closes(of + 1) && !is_counted(words, of + 1))?;
        Some((Date { month: Some(if last { 12 } else { 1 }), ..Date::in_year(year) }, of + 1))
    };
    let (month, end) = month().or_else(year)?;
    let (from, to) = match last {
        true => (last_day(&month)?.checked_sub(days)? + 1, last_day(&month)?),
        false => (1, days),
    };
    let day = |day: u32| Found { value: Date { day: Some(day), ..month }, tokens: at..end };
    Some((day(from), day(to)))
}

/// "Tue–Sat", "Mon. to Fri.": abbreviated weekdays, each of which shows what the other is.
fn short_weekdays(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let weekday = |at: usize| {
        let day = weekday(words.word(at)).filter(|_| words.capital(at))?;
        let point = words.word(at + 1) == "." && words.glued(at + 1) && weekday_is_short(words, at);
        Some((Date { weekday: Some(day), ..Date::default() }, at + 1 + usize::from(point)))
    };
    let (start, behind) = weekday(at)?;
    let next = connector(words, behind, intro)?;
    let (end, after) = weekday(next).filter(|(end, _)| end.weekday != start.weekday)?;
    (words.closes(after) || after == words.end())
        .then_some((Found { value: start, tokens: at..behind }, Found { value: end, tokens: next..after }))
}

fn weekday_is_short(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(calendar_word(words.word(at)), Some(CalendarWord::ShortWeekday(_)))
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

/// The same, and whether the two must be neighbours to make a range: "5 and 6 May" are two days in a row, and of "5 or 6 May"
/// one is.
fn joined(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<(usize, bool)> {
    let neighbours = intro.is_empty() && matches!(words.word(at), "and" | "&" | "or");
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

/// A day, with or without its month, or a weekday.
fn is_day(date: &Date) -> bool {
    date.day.is_some() || date.weekday.is_some()
}
