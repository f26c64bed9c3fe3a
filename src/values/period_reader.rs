//! Reads stretches of time that are no months: decades, centuries, quarters, halves, seasons, weeks, fiscal and
//! school years.

use super::calendar_words::{CalendarWord, calendar_word, is_digit};
use super::date::{Date, Part, Period, Season};
use super::month_reader::{day_of_month, month_with_year};
use super::sentence_words::SentenceWords;
use super::year_reader::{century_of, is_counted, short_year, year_anywhere, year_behind, year_number};

/// The period that begins at `at`, without an article.
pub(crate) fn period(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    // Of the digits that begin a period something else is always glued to the last: "19th", "70s".
    if is_digit(words.word(at)) && !words.glued(at + 1) {
        return None;
    }
    if let Some(found) = short_decade(words, at).or_else(|| century(words, at)) {
        return Some(found);
    }
    match calendar_word(words.word(at)) {
        Some(CalendarWord::Quarter(quarter)) => numbered(words, at, Period::Quarter(quarter)),
        Some(CalendarWord::Half(half)) => numbered(words, at, Period::Half(half)),
        Some(CalendarWord::Season(_)) => season(words, at),
        Some(CalendarWord::Decade(_) | CalendarWord::Teen(18 | 19)) => spelled_decade(words, at),
        Some(CalendarWord::Opener) => match words.word(at) {
            "last" | "final" | "latter" => nth(words, at),
            _ => other_year(words, at),
        },
        _ => figured(words, at).or_else(|| nth(words, at)),
    }
}

/// What follows a year: "2016 Q3", "2017-q1", "2016 the third quarter", "2016 November".
pub(crate) fn behind_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let year = year_number(words, at).filter(|_| words.opens(at) && is_recent(words, at))?;
    let next = at + 1 + usize::from(words.word(at + 1) == "-" && words.glued(at + 1) && words.glued(at + 2));
    let period = match calendar_word(words.word(next)) {
        Some(CalendarWord::Quarter(quarter)) => Some((Period::Quarter(quarter), next + 1)),
        Some(CalendarWord::Half(half)) => Some((Period::Half(half), next + 1)),
        _ if words.word(next) == "the" => third(words, next + 1),
        // "the 2018 fiscal year"
        _ if words.word(next + 1) == "year" && next == at + 1 => {
            kind_of_year(words.word(next)).and_then(|kind| Some((kind?, next + 2)))
        }
        _ => None,
    };
    if let Some((period, end)) = period {
        return words.closes(end).then_some((of_year(year, period), end));
    }
    let month = match calendar_word(words.word(next)) {
        Some(CalendarWord::Month(month)) if words.capital(next) || !is_verb(words.word(next)) => month,
        Some(CalendarWord::ShortMonth(month)) if words.capital(next) => month,
        _ => return None,
    };
    // "In 2016 November 3 was a Thursday": the day goes with its month.
    let free = next == at + 1 && words.closes(next + 1) && day_of_month(words, next + 1).is_none();
    free.then(|| (Date { year: Some(year), month: Some(month), ..Date::default() }, next + 1))
}

/// "Q3 2025", "Q3 of 2025", "H1 2024"; without a year only where words before it make it a time.
fn numbered(words: &SentenceWords<'_>, at: usize, period: Period) -> Option<(Date, usize)> {
    if words.before(at, 1) == "fiscal" || !words.opens(at) {
        return None;
    }
    let dash = usize::from(words.word(at + 1) == "-" && words.glued(at + 1));
    let short = || short_year(words, at + 1);
    if let Some((year, end)) = year_anywhere(words, at + 1 + dash).or_else(|| year_behind(words, at + 1)).or_else(short)
    {
        return words.closes(end).then_some((of_year(year, period), end));
    }
    let led = matches!(words.before(at, 1), "in" | "for" | "during" | "of" | "since" | "until" | "by");
    let alone = words.closes(at + 1) && !words.capital(at + 1) && words.digits(at + 1, 1, 8).is_none();
    (led && alone && words.capital(at)).then(|| (Date { period: Some(period), ..Date::default() }, at + 1))
}

/// "2Q 2025", "1H25" with its year in four digits: "1H 2025".
fn figured(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let number = words.digits(at, 1, 1).filter(|_| words.opens(at) && words.glued(at + 1) && words.capital(at + 1))?;
    let period = match (words.word(at + 1), number) {
        ("q", 1..=4) => Period::Quarter(number),
        ("h", 1..=2) => Period::Half(number),
        _ => return None,
    };
    let (year, end) = year_anywhere(words, at + 2).or_else(|| year_behind(words, at + 2))?;
    words.closes(end).then_some((of_year(year, period), end))
}

/// "the third quarter of 2025", "the first half of 2024", "the first six months of 2024", "the last week of July",
/// "the second Monday of May 2025".
fn nth(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    if !words.opens(at) || matches!(words.before(at, 1), "fiscal" | "-") {
        return None;
    }
    if let Some((period, end)) = third(words, at) {
        let of = end + usize::from(words.word(end) == "of");
        let of = if words.word(of) == "the" && words.word(of + 1) == "year" { of + 2 } else { of };
        let (year, end) = year_anywhere(words, of).filter(|_| of > end || words.before(at, 1) != "a")?;
        return words.closes(end).then_some((of_year(year, period), end));
    }
    let (nth, behind) = rank(words, at)?;
    let of = |at: usize| matches!(words.word(at), "of" | "in").then_some(at + 1);
    if words.word(behind) == "month" {
        let (year, end) = year_anywhere(words, of(behind + 1)?)?;
        let month = if nth == LAST { 12 } else { nth };
        let fits = month <= 12 && words.closes(end);
        return fits.then(|| (Date { year: Some(year), month: Some(month), ..Date::default() }, end));
    }
    if words.word(behind) == "week" {
        let next = of(behind + 1)?;
        let next = next + usize::from(words.word(next) == "the" && words.word(next + 1) == "year");
        if let Some((date, end)) = month_with_year(words, next).filter(|(date, _)| date.day.is_none()) {
            let week = if nth == LAST { 5 } else { nth };
            return (week <= 5 && nth != 5).then_some((Date { period: Some(Period::Week(week)), ..date }, end));
        }
        let (year, end) = year_anywhere(words, next)?;
        let weeks = Date { year: Some(year), period: Some(Period::Week(53)), ..Date::default() };
        let last = if weeks.earliest().is_some() { 53 } else { 52 };
        let week = if nth == LAST { last } else { nth };
        return (week <= last).then_some((of_year(year, Period::Week(week)), end));
    }
    let Some(CalendarWord::Weekday(weekday)) = calendar_word(words.word(behind)) else { return None };
    let (month, end) = month_with_year(words, of(behind + 1)?).filter(|(date, _)| date.day.is_none())?;
    let day = month.year.and_then(|year| {
        let days = (1..=31).filter_map(|day| chrono::NaiveDate::from_ymd_opt(year, month.month?, day));
        let mut days = days.filter(|day| chrono::Datelike::weekday(day) == weekday);
        if nth == LAST { days.next_back() } else { days.nth(nth as usize - 1) }
    });
    match (month.year, day) {
        (Some(_), None) => None,
        (_, Some(day)) => Some((Date::of(day), end)),
        (None, None) => Some((Date { weekday: Some(weekday), ..month }, end)),
    }
}

/// Stands for "last" among ordinals.
const LAST: u32 = 99;

/// "first", "3rd", "last", and the token behind it.
fn rank(words: &SentenceWords<'_>, at: usize) -> Option<(u32, usize)> {
    if matches!(words.word(at), "last" | "final" | "latter") {
        return Some((LAST, at + 1));
    }
    let (nth, end) = day_of_month(words, at)?;
    let ordinal = !words.word(at).starts_with(|c: char| c.is_ascii_digit()) || end > at + 1;
    ordinal.then_some((nth, end))
}

/// "third quarter", "first half", "first six months", "second week", of what is not said.
pub(crate) fn period_of_year(words: &SentenceWords<'_>, at: usize) -> Option<(Period, usize)> {
    let week = || {
        let (nth, end) = rank(words, at).filter(|&(nth, end)| nth <= 4 && words.word(end) == "week")?;
        Some((Period::Week(nth), end + 1))
    };
    third(words, at).or_else(week)
}

/// "third quarter", "first half", "first six months", without the year.
fn third(words: &SentenceWords<'_>, at: usize) -> Option<(Period, usize)> {
    let (nth, end) = rank(words, at)?;
    let hyphen = end + usize::from(words.word(end) == "-" && words.glued(end));
    Some(match words.word(hyphen) {
        "quarter" if nth <= 4 => (Period::Quarter(nth), hyphen + 1),
        "quarter" if nth == LAST => (Period::Quarter(4), hyphen + 1),
        "half" if nth <= 2 => (Period::Half(nth), hyphen + 1),
        "half" if nth == LAST => (Period::Half(2), hyphen + 1),
        "six" | "6" if nth == 1 && words.word(end + 1) == "months" => (Period::Half(1), end + 2),
        "six" | "6" if nth == LAST && words.word(end + 1) == "months" => (Period::Half(2), end + 2),
        "three" | "3" if nth == 1 && words.word(end + 1) == "months" => (Period::Quarter(1), end + 2),
        "three" | "3" if nth == LAST && words.word(end + 1) == "months" => (Period::Quarter(4), end + 2),
        _ => return None,
    })
}

/// "summer 2024", "the winter of 1911"; "last summer" is relative. A capital before it makes it a name: "Prague Spring
/// 1968".
fn season(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let CalendarWord::Season(season) = calendar_word(words.word(at))? else { return None };
    if !words.opens(at) || at > words.start() && words.capital(at - 1) && at - 1 > words.start() {
        return None;
    }
    let of = usize::from(words.word(at + 1) == "of");
    let (year, end) = year_anywhere(words, at + 1 + of).or_else(|| short_year(words, at + 1 + of))?;
    let end = if season == Season::Winter { behind_next_year(words, year, end).unwrap_or(end) } else { end };
    // "They fall 2000 feet"; "summer 2023-24" has two years; "the spring 2024 collection".
    let closes = words.closes(end) && !is_counted(words, end);
    closes.then_some((of_year(year, Period::Season(season)), end))
}

/// The token behind the next year in short, "-24" behind 2023: a winter has both, and is of the first as well as of the second.
fn behind_next_year(words: &SentenceWords<'_>, year: i32, at: usize) -> Option<usize> {
    let joined = matches!(words.word(at), "-" | "/") && words.glued(at) && words.glued(at + 1);
    let next = words.digits(at + 1, 2, 4).filter(|_| joined)? as i32;
    (next == year + 1 || next < 100 && next == (year + 1) % 100).then_some(at + 2)
}

/// "the '40s", "the 70s": of the twentieth century, as everyone reads them. From 1930 on, so that no other is meant.
fn short_decade(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let ten = words.digits(at, 2, 2).filter(|ten| ten % 10 == 0 && (30..=90).contains(ten))?;
    let suffix =
        matches!(words.word(at + 1), "s" | "'s") && words.glued(at + 1) && !words.glued(at + 2) | words.closes(at + 2);
    let mark = words.before(at, 1) == "'" && words.glued(at);
    let lead = words.before(at, 1 + usize::from(mark));
    // "over-70s" are people.
    let aged = lead == "-" && matches!(words.before(at, 2), "over" | "under");
    let led = matches!(lead, "the" | "early" | "late" | "mid" | "-") && !aged;
    // Temperatures, ages and rounds of golf are "in the 70s" too.
    let measured = || {
        (words.start()..words.end()).any(|at| {
            matches!(
                words.word(at),
                "temperatures"
                    | "temperature"
                    | "highs"
                    | "lows"
                    | "degrees"
                    | "fahrenheit"
                    | "mercury"
                    | "his"
                    | "her"
                    | "their"
                    | "aged"
                    | "ages"
                    | "age"
                    | "upper"
                    | "score"
                    | "scores"
                    | "shot"
                    | "round"
                    | "rounds"
                    | "percent"
                    | "mph"
                    | "reach"
                    | "weather"
                    | "forecast"
                    | "lower"
                    | "low"
                    | "high"
                    | "ratings"
            )
        })
    };
    (suffix && led && (mark || !measured())).then(|| (of_year(1900 + ten as i32, Period::Decade), at + 2))
}

/// "the seventies", "the nineteen seventies".
fn spelled_decade(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let led = matches!(words.before(at, 1), "the" | "early" | "late" | "mid") || words.before(at, 2) == "mid";
    // "in her mid-thirties"
    let owned = (2..=3).any(|back| matches!(words.before(at, back), "his" | "her" | "their" | "my" | "your" | "our"));
    let led = led && !owned;
    let (century, next) = match calendar_word(words.word(at))? {
        CalendarWord::Teen(century @ (18 | 19)) => {
            (century as i32 * 100, at + 1 + usize::from(words.word(at + 1) == "-"))
        }
        // "the twenties" may be these.
        CalendarWord::Decade(30..) if led => (1900, at),
        _ => return None,
    };
    match calendar_word(words.word(next))? {
        CalendarWord::Decade(ten) => Some((of_year(century + ten as i32, Period::Decade), next + 1)),
        _ => None,
    }
}

/// "19th century", "nineteenth-century".
fn century(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (nth, end) = rank(words, at).filter(|&(nth, _)| (1..=21).contains(&nth))?;
    let hyphen = end + usize::from(words.word(end) == "-" && words.glued(end));
    // "Twentieth Century Fox", "3rd century BC"
    let named = words.capital(hyphen) && words.capital(hyphen + 1);
    let early = matches!(words.word(hyphen + 1), "b.c." | "bc" | "bce" | "b");
    let opens = words.opens(at) || words.word(at - 1) == "-";
    (words.word(hyphen) == "century" && !named && !early && opens)
        .then(|| (of_year((nth as i32 - 1) * 100, Period::Century), hyphen + 1))
}

/// "fiscal 2025", "fiscal year 2025", "FY2025", "FY 2025", "FY25", "school year 2025", "CY 2025".
fn other_year(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let word = words.word(at);
    if let Some(digits) = word.strip_prefix("fy").filter(|digits| !digits.is_empty()) {
        let year: i32 = digits.parse().ok()?;
        let year = match digits.len() {
            4 => Some(year).filter(|year| (1900..=2100).contains(year)),
            _ => century_of(year).filter(|_| words.capital(at)),
        };
        let stands = words.opens(at) && words.closes(at + 1);
        return Some((of_year(year.filter(|_| stands)?, Period::FiscalYear), at + 1));
    }
    let kind = kind_of_year(word)?;
    let said = words.word(at + 1) == "year";
    // "school 2025" and "the academic 2025 term" are of another kind.
    if !said && !matches!(word, "fiscal" | "fy" | "sy" | "cy") {
        return None;
    }
    let (year, end) = year_anywhere(words, at + 1 + usize::from(said))?;
    // "school year 2025-26" has two years.
    (words.opens(at) && words.closes(end)).then(|| (Date { year: Some(year), period: kind, ..Date::default() }, end))
}

/// What kind of year a word before or behind it makes it; `Some(None)` is a year of the calendar.
fn kind_of_year(word: &str) -> Option<Option<Period>> {
    Some(match word {
        "fiscal" | "financial" | "fy" => Some(Period::FiscalYear),
        "school" | "academic" | "sy" => Some(Period::SchoolYear),
        "calendar" | "cy" => None,
        _ => return None,
    })
}

/// "early", "mid" or "late" in a period: "the late 19th century", "the mid-70s", "early summer 2024".
pub(crate) fn part_of(words: &SentenceWords<'_>, at: usize, part: Part) -> Option<(Date, usize)> {
    let (date, end) = period(words, at).filter(|(date, _)| date.day.is_none() && date.weekday.is_none())?;
    Some((Date { part: Some(part), ..date }, end))
}

/// Whether a month's name is a word of another kind in small letters.
fn is_verb(word: &str) -> bool {
    matches!(word, "may" | "march" | "august")
}

fn is_recent(words: &SentenceWords<'_>, at: usize) -> bool {
    words.digits(at, 4, 4).is_some_and(|year| (1800..=2100).contains(&year))
}

fn of_year(year: i32, period: Period) -> Date {
    Date { year: Some(year), period: Some(period), ..Date::default() }
}
