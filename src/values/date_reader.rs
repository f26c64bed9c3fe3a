//! Reads dates and ranges of dates in running prose.

use std::ops::Range;

use super::calendar_words::{CalendarWord, calendar_word, month, weekday};
use super::date::{Date, DateRange, Part};
use super::sentence_words::SentenceWords;

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
    let (value, end) = if first.starts_with(|c: char| c.is_ascii_digit()) {
        numeric(words, at)
            .or_else(|| day_first(words, at))
            .or_else(|| decade(words, at))
            .or_else(|| standing_year(words, at))?
    } else {
        match calendar_word(first)? {
            CalendarWord::Month(_) | CalendarWord::ShortMonth(_) => month_first(words, at)?,
            CalendarWord::Weekday(_) | CalendarWord::ShortWeekday(_) => weekday_first(words, at)?,
            CalendarWord::Ordinal(_) | CalendarWord::Tens(_) => day_first(words, at)?,
            CalendarWord::Opener => match first {
                "the" => day_first(words, at + 1).or_else(|| decade(words, at + 1))?,
                "early" => part(words, at, Part::Early)?,
                "mid" => part(words, at, Part::Mid)?,
                "late" => part(words, at, Part::Late)?,
                _ => return None,
            },
            _ => return None,
        }
    };
    Some(Found { value, tokens: at..end })
}

/// The range of dates that begins at `at`, with the "from" or "between" before it.
pub(crate) fn range(words: &SentenceWords<'_>, at: usize) -> Option<FoundRange> {
    let intro = match words.word(at) {
        word @ ("from" | "between") => word,
        _ => "",
    };
    let begin = if intro.is_empty() { at } else { at + 1 };
    [days, months, years].into_iter().find_map(|read| {
        let (start, end) = read(words, begin, intro).filter(|_| !is_moved(words, at))?;
        let value = DateRange { start: start.value, end: end.value };
        Some(FoundRange { range: Found { value, tokens: at..end.tokens.end }, start, end })
    })
}

type Ends = (Found<Date>, Found<Date>);

/// "October 27 to October 29", "27–29 October", "Monday to Friday": at least one end is a day.
fn days(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let skip_the = |at: usize| if words.word(at) == "the" { at + 1 } else { at };
    if let Some(mut start) = date(words, at).filter(|start| is_day(&start.value)) {
        let next = connector(words, start.tokens.end, intro)?;
        if let Some(end) = date(words, next).filter(|end| is_day(&end.value) || end.value.month.is_some()) {
            if start.value.month.is_none() != end.value.month.is_none() {
                return None;
            }
            return Some(completed(start, end));
        }
        // "October 27-29, 2025": the second day is in the first one's month.
        let (month, first) = (start.value.month?, start.value.day?);
        let (day, mut end) = day_of_month(words, skip_the(next))?;
        if day <= first || !day_closes(words, end, "") {
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
    let next = connector(words, behind, intro)?;
    let (value, end) =
        day_before_month(words, skip_the(next)).filter(|(end, _)| end.day.is_some_and(|last| day < last))?;
    let start = Date { day: Some(day), weekday: None, ..value };
    Some((Found { value: start, tokens: at..behind }, Found { value, tokens: next..end }))
}

/// "from May to October 2020", "January–March 2024".
fn months(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<Ends> {
    let (start, behind) = plain_month(words, at)?;
    let next = connector(words, behind, intro)?;
    let (end, behind_end) = plain_month(words, next).or_else(|| {
        // "between May 2015 and 2018"
        let last = year_number(words, next).filter(|_| !intro.is_empty() && !is_counted(words, next + 1))?;
        (start.year? < last && words.closes(next + 1)).then(|| (year(last), next + 1))
    })?;
    if start.year.is_none() && end.year.is_none() && intro.is_empty() && !words.glued(behind) && is_name(words, at) {
        return None;
    }
    Some(completed(Found { value: start, tokens: at..behind }, Found { value: end, tokens: next..behind_end }))
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
        let month = plain_month(words, next).filter(|_| !intro.is_empty());
        if let Some((end, behind)) = month.filter(|(end, _)| end.year.is_some_and(|year| year >= first)) {
            return Some((end, behind));
        }
        let last = year_number(words, next)?;
        let modern = first >= 1900 && (intro.is_empty() || !is_change(words, at.saturating_sub(1)));
        let likely = modern || year_context(words, at, at + 1) && !(first % 50 == 0 && last % 50 == 0);
        let sound = first < last && likely && (!intro.is_empty() || glued || is_written_out(words, at));
        sound.then(|| (year(last), next + 1))
    };
    let (end, behind) = later().or_else(|| season().map(|(last, behind)| (year(last), behind)))?;
    if !words.closes(behind) || is_counted(words, behind) {
        return None;
    }
    Some((Found { value: year(first), tokens: at..at + 1 }, Found { value: end, tokens: next..behind }))
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

/// Where the second end of a range begins, behind its "to", "and" or dash.
fn connector(words: &SentenceWords<'_>, at: usize, intro: &str) -> Option<usize> {
    // "from Monday, October 27, to Wednesday, October 29"
    let at = if words.word(at) == "," && !words.glued(at + 1) { at + 1 } else { at };
    let fits = match words.word(at) {
        "and" => intro == "between",
        "to" | "until" | "till" | "through" | "thru" => intro != "between",
        // A spaced em dash begins an aside.
        "-" => words.raw(at) != "—" || words.glued(at) && words.glued(at + 1),
        "/" => words.glued(at) && words.glued(at + 1) && words.digits(at - 1, 4, 4).is_some(),
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

/// Whether a number is said to grow or shrink, so that "from 1950 to 2010" may be no years.
fn is_change(words: &SentenceWords<'_>, at: usize) -> bool {
    const CHANGE: [&str; 16] = [
        "rose",
        "grew",
        "fell",
        "dropped",
        "increased",
        "decreased",
        "rise",
        "fall",
        "increase",
        "jumped",
        "climbed",
        "went",
        "rising",
        "growing",
        "falling",
        "drop",
    ];
    (1..=2).any(|back| CHANGE.contains(&words.before(at, back)))
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
    let the = usize::from(words.word(behind) == "the");
    if let Some((day, end)) = day_of_month(words, behind + the)
        .filter(|&(_, end)| day_closes(words, end, words.before(at, 1)) && (the == 0 || end > behind + 2))
    {
        let dated = Date { day: Some(day), ..of_month };
        return Some(match year_behind(words, end) {
            Some((year, end)) => (Date { year: Some(year), ..dated }, end),
            None => (dated, end),
        });
    }
    plain_month_behind(words, of_month, behind).or_else(|| (stands_alone(words, at)).then_some((of_month, behind)))
}

/// "27 October 2025", "27th of October", "first of June"; an article before it is the caller's.
fn day_first(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    if words.opens(at) { day_before_month(words, at) } else { None }
}

/// The same, whatever stands before it.
fn day_before_month(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (day, behind) = day_of_month(words, at)?;
    let of = usize::from(words.word(behind) == "of");
    let (month, mut end) = month_name(words, behind + of)?;
    // "the first May Day", "a second March": an ordinal in words needs its "of".
    if of == 0 && !words.word(at).starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if words.glued(behind) {
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
    let (date, end) =
        decade(words, next).or_else(|| month_first(words, next).filter(|(date, _)| date.day.is_none())).or_else(
            || year_number(words, next).filter(|_| !is_counted(words, next + 1)).map(|y| (year(y), next + 1)),
        )?;
    (words.closes(end) || date.month.is_some()).then_some((Date { part: Some(part), ..date }, end))
}

/// "1990s", "1990's".
fn decade(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let year = words.digits(at, 4, 4).filter(|year| (1000..2100).contains(year) && year % 10 == 0)?;
    let suffix = matches!(words.word(at + 1), "s" | "'s") && words.glued(at + 1);
    // "the 1900s" may be ten years or a hundred, and "2000's" may be the year's.
    let certain =
        year % 100 != 0 && (words.word(at + 1) == "s" || matches!(words.before(at, 1), "the" | "early" | "late"));
    let opens = words.opens(at) || words.before(at, 1) == "-";
    (suffix && certain && opens).then(|| (Date { year: Some(year as i32), decade: true, ..Date::default() }, at + 2))
}

/// "2025-10-27", "2025/10/27", and "27/10/2025" where only one order of day and month is possible.
fn numeric(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    if !words.opens(at) {
        return None;
    }
    let mark = words.word(at + 1);
    let dotted = || {
        // The tokens of "27.10.2025" are "27.10", "." and "2025".
        let (first, second) = words.word(at).split_once('.')?;
        let short = |text: &str| (text.len() <= 2).then(|| text.parse::<u32>().ok())?;
        let year = words.digits(at + 2, 4, 4).filter(|_| mark == "." && words.glued(at + 1) && words.glued(at + 2))?;
        Some((day_and_month(short(first)?, short(second)?)?, year, at + 3))
    };
    let marked = || {
        let joined =
            matches!(mark, "/" | "-") && words.word(at + 3) == mark && (at + 1..=at + 4).all(|at| words.glued(at));
        if !joined {
            return None;
        }
        if let Some(year) = words.digits(at, 4, 4) {
            let (month, day) = (words.digits(at + 2, 1, 2)?, words.digits(at + 4, 1, 2)?);
            return ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some(((day, month), year, at + 5));
        }
        let (first, second) = (words.digits(at, 1, 2)?, words.digits(at + 2, 1, 2)?);
        Some((day_and_month(first, second)?, words.digits(at + 4, 4, 4)?, at + 5))
    };
    let ((day, month), year, end) = marked().or_else(dotted)?;
    // A time may follow as in "2025-10-27T07:37".
    let timed = words.glued(end)
        && words.word(end).starts_with('t')
        && words.word(end)[1..].starts_with(|c: char| c.is_ascii_digit());
    ((1000..=2100).contains(&year) && (words.closes(end) || timed))
        .then(|| (Date { year: Some(year as i32), month: Some(month), day: Some(day), ..Date::default() }, end))
}

/// Which of two numbers is the day and which the month, where only one order is possible.
fn day_and_month(first: u32, second: u32) -> Option<(u32, u32)> {
    let month = 1..=12;
    match (month.contains(&first), month.contains(&second)) {
        (false, true) if first <= 31 && first > 12 => Some((first, second)),
        (true, false) if second <= 31 && second > 12 => Some((second, first)),
        (true, true) if first == second => Some((first, second)),
        _ => None,
    }
}

/// A month with the year that may follow, without any look at what stands around it.
fn plain_month(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (number, behind) = month_name(words, at)?;
    let month = Date { month: Some(number), ..Date::default() };
    let full = matches!(calendar_word(words.word(at)), Some(CalendarWord::Month(_))) && words.capital(at);
    plain_month_behind(words, month, behind)
        .or_else(|| (full && !is_digit(words.word(behind))).then_some((month, behind)))
}

/// The year behind a month: "October 2025", "October, 2025", "October of 2025".
fn plain_month_behind(words: &SentenceWords<'_>, month: Date, behind: usize) -> Option<(Date, usize)> {
    let (year, end) = year_behind(words, behind)?;
    Some((Date { year: Some(year), ..month }, end))
}

/// The month at `at` and the token behind its name and its point. "may" and "march" in lower case are verbs.
fn month_name(words: &SentenceWords<'_>, at: usize) -> Option<(u32, usize)> {
    let word = words.word(at);
    let number = month(word)?;
    if matches!(word, "may" | "march" | "mar" | "dec" | "jan" | "august") && !words.capital(at) {
        return None;
    }
    let point = words.word(at + 1) == "." && words.glued(at + 1) && word != "may";
    let short = matches!(calendar_word(word), Some(CalendarWord::ShortMonth(_)));
    // The point behind a written-out month ends the sentence, unless a day is glued to it.
    let point = point && (short || words.glued(at + 2) && is_digit(words.word(at + 2)));
    Some((number, at + 1 + usize::from(point)))
}

/// A day of a month: "27", "27th", "twenty-seventh".
fn day_of_month(words: &SentenceWords<'_>, at: usize) -> Option<(u32, usize)> {
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
fn day_closes(words: &SentenceWords<'_>, end: usize, before: &str) -> bool {
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

/// The year behind a month or a day, and the token behind it.
fn year_behind(words: &SentenceWords<'_>, at: usize) -> Option<(i32, usize)> {
    let comma = words.word(at) == ",";
    let next = at + usize::from(comma || words.word(at) == "of");
    if words.glued(next) && !comma {
        return None;
    }
    let year = year_number(words, next)?;
    let range = words.word(next + 1) == "-";
    (!is_counted(words, next + 1) && (words.closes(next + 1) || range)).then_some((year, next + 1))
}

/// Four digits that can be a year.
fn year_number(words: &SentenceWords<'_>, at: usize) -> Option<i32> {
    let year = words.digits(at, 4, 4).filter(|year| (1000..=2100).contains(year))?;
    Some(year as i32)
}

fn year(year: i32) -> Date {
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

/// Four digits that the words around make a year: "in 2022", "the 2019 election".
fn standing_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let number = year_number(words, at)?;
    let behind = at + 1;
    let opens = words.opens(at) || words.word(at - 1) == "-" && matches!(words.before(at, 2), "mid" | "pre" | "post");
    let closes = words.closes(behind) || words.word(behind) == "-" && words.is_word(behind + 1);
    (opens && closes && !is_counted(words, behind) && year_context(words, at, behind)).then(|| (year(number), behind))
}

/// Whether the words around the number at `at` make it a year; `behind` is the token to look at after it.
fn year_context(words: &SentenceWords<'_>, at: usize, behind: usize) -> bool {
    let number = words.digits(at, 4, 4).unwrap_or(0);
    let round = number.is_multiple_of(50);
    let recent = (1800..=2100).contains(&number);
    if round && is_plural(words, behind) {
        return false;
    }
    if words.word(at.wrapping_sub(1)) == "(" && words.glued(at) && recent {
        return matches!(words.word(behind), ")" | "-" | "," | ";");
    }
    let (before, second) = (words.before(at, 1), words.before(at, 2));
    let noun_follows = words.is_word(behind) && !words.glued(behind);
    match before {
        "in" | "since" | "during" => !is_number_word(second),
        "until" | "till" | "before" | "after" | "through" | "throughout" | "between" => recent || !round,
        "year" | "fiscal" | "spring" | "summer" | "autumn" | "fall" | "winter" | "circa" | "pre" | "post" => true,
        "-" => recent && !round && words.glued(at),
        "early" | "late" | "mid" => recent && !round,
        "by" | "from" | "for" => recent && !round && !is_change(words, at - 1),
        "of" => recent && !is_quantity(second) && (!round || is_edge(second)),
        "to" => recent && matches!(second, "back" | "prior" | "up"),
        "than" | "as" => recent && matches!(second, "earlier" | "later" | "early" | "late"),
        "the" | "a" | "its" | "his" | "her" | "their" | "our" | "this" | "'s" => {
            recent && noun_follows && !(round && is_plural(words, behind))
        }
        "and" | "or" | "," => {
            let listed = at.checked_sub(2).is_some_and(|other| words.digits(other, 4, 4).is_some());
            recent && !noun_follows | !round && listed && year_context(words, at - 2, behind)
        }
        _ => {
            // "2019 was a good year", "2019: the bridge opens"
            at == words.start() && recent && !round && (noun_follows || words.word(behind) == ":")
        }
    }
}

fn is_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// "one in 1000", "5 in 1200"
fn is_number_word(word: &str) -> bool {
    is_digit(word) || matches!(calendar_word(word), Some(CalendarWord::Hour(_)))
}

/// What a month or a year has: "the end of 2000".
fn is_edge(word: &str) -> bool {
    matches!(
        word,
        "end" | "beginning" | "start" | "middle" | "month" | "days" | "week" | "weeks" | "half" | "year" | "quarter"
    )
}

/// What a number is said to be "of": "a population of 1900".
fn is_quantity(word: &str) -> bool {
    matches!(
        word,
        "population"
            | "total"
            | "crowd"
            | "speed"
            | "depth"
            | "height"
            | "maximum"
            | "minimum"
            | "average"
            | "distance"
            | "number"
            | "capacity"
            | "group"
            | "force"
            | "staff"
            | "audience"
            | "attendance"
            | "altitude"
            | "toll"
            | "out"
            | "workforce"
            | "most"
            | "some"
            | "all"
            | "each"
            | "magnitude"
            | "level"
            | "levels"
            | "score"
            | "length"
            | "sum"
            | "price"
            | "more"
            | "membership"
            | "elevation"
            | "fleet"
            | "rate"
    )
}

/// Whether what follows a number is what it counts or measures.
fn is_counted(words: &SentenceWords<'_>, at: usize) -> bool {
    matches!(
        words.word(at),
        "people"
            | "persons"
            | "men"
            | "women"
            | "children"
            | "residents"
            | "inhabitants"
            | "passengers"
            | "soldiers"
            | "troops"
            | "homes"
            | "houses"
            | "households"
            | "jobs"
            | "workers"
            | "employees"
            | "students"
            | "pupils"
            | "victims"
            | "deaths"
            | "dead"
            | "injured"
            | "wounded"
            | "killed"
            | "miles"
            | "mile"
            | "km"
            | "kilometres"
            | "kilometers"
            | "metres"
            | "meters"
            | "metre"
            | "meter"
            | "m"
            | "ft"
            | "feet"
            | "foot"
            | "yards"
            | "mph"
            | "kph"
            | "kmh"
            | "dollars"
            | "euros"
            | "pounds"
            | "yen"
            | "pesos"
            | "rupees"
            | "cents"
            | "tonnes"
            | "tons"
            | "kg"
            | "kilograms"
            | "kilos"
            | "grams"
            | "words"
            | "votes"
            | "seats"
            | "cases"
            | "units"
            | "cars"
            | "vehicles"
            | "hectares"
            | "acres"
            | "members"
            | "delegates"
            | "participants"
            | "runners"
            | "guests"
            | "spectators"
            | "fans"
            | "visitors"
            | "tickets"
            | "items"
            | "pages"
            | "copies"
            | "shares"
            | "points"
            | "times"
            | "degrees"
            | "percent"
            | "per"
            | "million"
            | "billion"
            | "thousand"
            | "hundred"
            | "trillion"
            | "hours"
            | "hrs"
            | "minutes"
            | "seconds"
            | "days"
            | "weeks"
            | "months"
            | "years"
            | "gmt"
            | "utc"
            | "am"
            | "pm"
            | "a.m."
            | "p.m."
            | "mm"
            | "cm"
            | "mw"
            | "kw"
            | "gw"
            | "litres"
            | "liters"
            | "gallons"
            | "barrels"
            | "tourists"
            | "refugees"
            | "civilians"
            | "officers"
            | "prisoners"
            | "volunteers"
            | "businesses"
            | "schools"
            | "buildings"
            | "aircraft"
            | "migrants"
            | "families"
            | "firefighters"
            | "customers"
            | "patients"
            | "voters"
            | "square"
            | "cubic"
            | "others"
            | "protesters"
            | "demonstrators"
            | "crew"
            | "local"
            | "injuries"
            | "bags"
    )
}

/// Whether the word at `at` looks like the plural of a noun.
fn is_plural(words: &SentenceWords<'_>, at: usize) -> bool {
    let word = words.word(at);
    words.is_word(at)
        && !words.glued(at)
        && !words.capital(at)
        && word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !matches!(word, "this" | "does" | "whereas" | "thus" | "always" | "plus" | "various" | "across" | "perhaps")
}
