//! Days that have a name.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::calendar_words::{CalendarWord, calendar_word};
use super::date::{Date, Period};
use super::sentence_words::SentenceWords;
use super::year_reader::year_anywhere;

/// When a holiday is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Rule {
    /// The same month and day each year.
    Fixed(u32, u32),
    /// So many days after Easter Sunday of the western churches.
    Easter(i64),
    /// The n-th such weekday of a month (0: the last), and so many days after it, as the United States keep it.
    Nth(u32, Weekday, u32, u64),
}

/// The holiday that begins at `at`. One that moves is read only with its year; one that countries keep on different
/// days not at all.
pub(crate) fn holiday(words: &SentenceWords<'_>, at: usize) -> Option<(Date, usize)> {
    let (rule, end) = HOLIDAYS.iter().find_map(|&(name, rule)| Some((rule, behind_name(words, at, name, false)?)))?;
    if words.word(end) == "weekend" {
        let of = usize::from(matches!(words.word(end + 1), "of" | "in" | ","));
        let (year, end) = year_anywhere(words, end + 1 + of).filter(|&(_, after)| words.closes(after))?;
        return Some((rule.weekend(year)?, end));
    }
    // "Boxing Day sales", "a New Year's Eve party" and "Black Friday" without its year are no days.
    let of = usize::from(matches!(words.word(end), "of" | "in" | ","));
    let dated = year_anywhere(words, end + of).filter(|&(_, after)| words.closes(after));
    match (rule, dated) {
        (Rule::Fixed(month, day), dated) => {
            let (year, end) = dated.map_or((None, end), |(year, after)| (Some(year), after));
            Some((Date { year, month: Some(month), day: Some(day), ..Date::default() }, end))
        }
        (rule, Some((year, after))) => Some((Date::of(rule.day(year)?), after)),
        _ => None,
    }
}

/// A holiday that moves, without its year: when it is, and the token behind its name.
pub(crate) fn moving_holiday(words: &SentenceWords<'_>, at: usize) -> Option<(Rule, usize)> {
    let (rule, end) =
        HOLIDAYS.iter().find_map(|&(name, rule)| Some((rule, behind_name(words, at, name, name.contains(' '))?)))?;
    // "A Thanksgiving dinner" and "the Black Friday sales" are no days.
    let on = matches!(words.before(at, 1), "on" | "since" | "until" | "before" | "after" | "by");
    let stands = on && (!words.glued(end) || words.closes(end)) && !words.capital(end) && words.word(end) != "weekend";
    (!matches!(rule, Rule::Fixed(..)) && stands).then_some((rule, end))
}

/// "over the Easter weekend", without its year: of which holiday, and the token behind it.
pub(crate) fn holiday_weekend(words: &SentenceWords<'_>, at: usize) -> Option<(Rule, usize)> {
    let (rule, end) = HOLIDAYS.iter().find_map(|&(name, rule)| Some((rule, behind_name(words, at, name, false)?)))?;
    let lead =
        |back: usize| matches!(words.before(at, back), "on" | "over" | "during" | "for" | "of" | "since" | "until");
    let led = lead(1) || lead(2) && matches!(words.before(at, 1), "the" | "this");
    let dated = year_anywhere(words, end + 1 + usize::from(matches!(words.word(end + 1), "of" | "in" | ","))).is_some();
    (led && words.word(end) == "weekend" && words.closes(end + 1) && !dated).then_some((rule, end + 1))
}

/// Whether a folded word begins the name of a holiday.
pub(crate) fn is_holiday(word: &str) -> bool {
    matches!(calendar_word(word), Some(CalendarWord::Holiday))
}

/// Names in folded words, the longer before the shorter.
const HOLIDAYS: [(&str, Rule); 54] = [
    ("christmas eve", Rule::Fixed(12, 24)),
    ("christmas day", Rule::Fixed(12, 25)),
    ("boxing day", Rule::Fixed(12, 26)),
    ("new year 's eve", Rule::Fixed(12, 31)),
    ("new years eve", Rule::Fixed(12, 31)),
    ("new year 's day", Rule::Fixed(1, 1)),
    ("new years day", Rule::Fixed(1, 1)),
    ("halloween", Rule::Fixed(10, 31)),
    ("valentine 's day", Rule::Fixed(2, 14)),
    ("may day", Rule::Fixed(5, 1)),
    ("earth day", Rule::Fixed(4, 22)),
    ("bastille day", Rule::Fixed(7, 14)),
    ("veterans day", Rule::Fixed(11, 11)),
    ("armistice day", Rule::Fixed(11, 11)),
    ("juneteenth", Rule::Fixed(6, 19)),
    ("easter sunday", Rule::Easter(0)),
    ("easter monday", Rule::Easter(1)),
    ("easter day", Rule::Easter(0)),
    ("easter", Rule::Easter(0)),
    ("good friday", Rule::Easter(-2)),
    ("palm sunday", Rule::Easter(-7)),
    ("ash wednesday", Rule::Easter(-46)),
    ("thanksgiving day", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("thanks giving day", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("thanksgiving", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("black friday", Rule::Nth(11, Weekday::Thu, 4, 1)),
    ("cyber monday", Rule::Nth(11, Weekday::Thu, 4, 4)),
    ("labor day", Rule::Nth(9, Weekday::Mon, 1, 0)),
    ("memorial day", Rule::Nth(5, Weekday::Mon, 0, 0)),
    ("new year 's", Rule::Fixed(1, 1)),
    ("christmas", Rule::Fixed(12, 25)),
    ("epiphany", Rule::Fixed(1, 6)),
    ("remembrance sunday", Rule::Nth(11, Weekday::Sun, 2, 0)),
    ("remembrance day", Rule::Fixed(11, 11)),
    ("father 's day", Rule::Nth(6, Weekday::Sun, 3, 0)),
    ("fathers ' day", Rule::Nth(6, Weekday::Sun, 3, 0)),
    ("fathers day", Rule::Nth(6, Weekday::Sun, 3, 0)),
    ("martin luther king jr . day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("martin luther king jr day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("martin luther king day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("mlk day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("presidents ' day", Rule::Nth(2, Weekday::Mon, 3, 0)),
    ("presidents day", Rule::Nth(2, Weekday::Mon, 3, 0)),
    ("columbus day", Rule::Nth(10, Weekday::Mon, 2, 0)),
    ("ascension day", Rule::Easter(39)),
    ("whit monday", Rule::Easter(50)),
    ("april fools ' day", Rule::Fixed(4, 1)),
    ("april fool 's day", Rule::Fixed(4, 1)),
    ("groundhog day", Rule::Fixed(2, 2)),
    ("valentines day", Rule::Fixed(2, 14)),
    ("guy fawkes night", Rule::Fixed(11, 5)),
    ("cinco de mayo", Rule::Fixed(5, 5)),
    ("st . patrick 's day", Rule::Fixed(3, 17)),
    ("st patrick 's day", Rule::Fixed(3, 17)),
];

/// The token behind a name; its words need a capital unless a year follows, and where the name alone is a word of
/// another kind ("Christmas", "New Year's", "Epiphany"), an "on" and nothing that goes on with it. `small` letters may do.
fn behind_name(words: &SentenceWords<'_>, at: usize, name: &str, small: bool) -> Option<usize> {
    // Most names begin with another word.
    if !name.starts_with(words.word(at)) {
        return None;
    }
    let mut end = at;
    for word in name.split(' ') {
        if words.word(end) != word {
            return None;
        }
        end += 1;
    }
    let behind = end + usize::from(words.word(end) == "weekend");
    let of = usize::from(matches!(words.word(behind), "of" | "in" | ","));
    let year = year_anywhere(words, behind + of).is_some();
    let loose = matches!(name, "christmas" | "new year 's" | "epiphany");
    let alone = matches!(words.before(at, 1), "on") && words.closes(end) && !words.is_word(end);
    let joined = words.word(end) == "-" || words.capital(end) && !year && words.glued(end);
    ((words.capital(at) || year || small) && !joined && (!loose || alone)).then_some(end)
}

impl Rule {
    /// The Saturday and the Sunday of a year that lie beside the day; `None` for a day in the middle of its week.
    fn weekend(self, year: i32) -> Option<Date> {
        let day = self.day(year)?;
        let saturday = match day.weekday() {
            Weekday::Fri => day.succ_opt()?,
            Weekday::Sat => day,
            Weekday::Sun => day.pred_opt()?,
            Weekday::Mon => day.checked_sub_days(Days::new(2))?,
            _ => return None,
        };
        let week = saturday.iso_week();
        Some(Date { period: Some(Period::Weekend(week.week())), ..Date::in_year(week.year()) })
    }

    /// Its weekend nearest to a day, where that is within four months; any other is too far away to tell which is meant.
    pub(crate) fn weekend_near(self, day: NaiveDate) -> Option<Date> {
        self.weekend(self.near(day)?.year())
    }

    /// The same of the day itself.
    pub(crate) fn near(self, day: NaiveDate) -> Option<NaiveDate> {
        let years = [day.year() - 1, day.year(), day.year() + 1];
        let days = years.into_iter().filter_map(|year| self.day(year));
        let far = |other: NaiveDate| (other - day).num_days().abs();
        days.min_by_key(|&other| far(other)).filter(|&other| far(other) <= 120)
    }

    /// The day in a year.
    pub(crate) fn day(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(after) => easter(year)?.checked_add_signed(chrono::TimeDelta::days(after)),
            Self::Nth(month, weekday, 0, after) => {
                let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                let mut day = NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()?;
                while day.weekday() != weekday {
                    day = day.pred_opt()?;
                }
                day.checked_add_days(Days::new(after))
            }
            Self::Nth(month, weekday, nth, after) => {
                let day = NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?)?;
                day.checked_add_days(Days::new(after))
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by the anonymous computus (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let a = year % 19;
    let (b, c) = (year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let f = (b + 8) / 25;
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let month = (h + l - 7 * m + 114) / 31;
    let day = (h + l - 7 * m + 114) % 31 + 1;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use crate::values::whole_text::parse_date;

    #[test]
    fn holidays_fall_on_their_days() {
        for (text, expected) in [
            ("Christmas Eve", Some("XXXX-12-24")),
            ("Christmas Day 2031", Some("2031-12-25")),
            ("New Year's Eve", Some("XXXX-12-31")),
            ("New Year's Day, 2031", Some("2031-01-01")),
            ("Halloween", Some("XXXX-10-31")),
            ("May Day", Some("XXXX-05-01")),
            // The days of Easter as the churches print them.
            ("Easter 2019", Some("2019-04-21")),
            ("Easter Monday 2021", Some("2021-04-05")),
            ("Good Friday 2024", Some("2024-03-29")),
            ("Thanksgiving 2023", Some("2023-11-23")),
            ("Black Friday 2023", Some("2023-11-24")),
            ("Memorial Day 2024", Some("2024-05-27")),
            ("Labor Day 2024", Some("2024-09-02")),
            ("Father's Day of 2015", Some("2015-06-21")),
            ("Martin Luther King Jr. Day 2024", Some("2024-01-15")),
            ("Presidents' Day 2024", Some("2024-02-19")),
            ("St. Patrick's Day", Some("XXXX-03-17")),
            ("Easter", None),
            ("Thanksgiving", None),
            ("Mother's Day 2024", None),
            ("Christmas", None),
        ] {
            assert_eq!(parse_date(text).map(|date| date.to_string()).as_deref(), expected, "{text}");
        }
    }
}
