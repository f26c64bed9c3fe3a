//! The English words of the calendar and the clock: what each of them means where a date or a time may begin.

use std::sync::LazyLock;

use chrono::Weekday;
use rustc_hash::FxHashMap;

/// What a word can mean in a date or a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CalendarWord {
    /// A month written out, 1 to 12.
    Month(u32),
    /// An abbreviated month, with or without a point behind it.
    ShortMonth(u32),
    /// A weekday written out.
    Weekday(Weekday),
    /// An abbreviated weekday.
    ShortWeekday(Weekday),
    /// An ordinal in words up to twentieth, and thirtieth.
    Ordinal(u32),
    /// "twenty" or "thirty", which an ordinal may follow.
    Tens(u32),
    /// "one" to "twelve", which "o'clock" may follow.
    Hour(u32),
    /// "morning" to "night", with the word that TIMEX3 has for it.
    PartOfDay(&'static str),
    /// "noon" and "midnight", in minutes since midnight.
    Moment(u32),
    /// A word that begins a date, a range or a time and means nothing by itself: "from", "early", "around".
    Opener,
}

/// What a folded word can mean in a date or a time; `None` for nearly all words.
#[must_use]
pub(crate) fn calendar_word(word: &str) -> Option<CalendarWord> {
    // The longest is "approximately"; a first look at the length spares most words the hashing.
    if !(2..=13).contains(&word.len()) {
        return None;
    }
    TABLE.get(word).copied()
}

/// Every word that means something in a date or a time, in no order.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    TABLE.keys().copied()
}

/// The month that a word names, written out or abbreviated.
#[must_use]
pub(crate) fn month(word: &str) -> Option<u32> {
    match calendar_word(word)? {
        CalendarWord::Month(month) | CalendarWord::ShortMonth(month) => Some(month),
        _ => None,
    }
}

/// The weekday that a word names, written out or abbreviated.
#[must_use]
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    match calendar_word(word)? {
        CalendarWord::Weekday(day) | CalendarWord::ShortWeekday(day) => Some(day),
        _ => None,
    }
}

static TABLE: LazyLock<FxHashMap<&'static str, CalendarWord>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for (word, month) in (MONTHS.split(' ')).zip(1..) {
        table.insert(word, CalendarWord::Month(month));
    }
    for (word, month) in SHORT_MONTHS {
        table.insert(word, CalendarWord::ShortMonth(month));
    }
    for (words, day) in WEEKDAYS {
        let mut words = words.split(' ');
        table.extend(words.next().map(|word| (word, CalendarWord::Weekday(day))));
        table.extend(words.map(|word| (word, CalendarWord::ShortWeekday(day))));
    }
    for (word, nth) in ORDINALS.split(' ').zip(1..) {
        table.insert(word, CalendarWord::Ordinal(nth));
    }
    table.insert("thirtieth", CalendarWord::Ordinal(30));
    for (word, hour) in HOURS.split(' ').zip(1..) {
        table.insert(word, CalendarWord::Hour(hour));
    }
    table.extend([
        ("twenty", CalendarWord::Tens(20)),
        ("thirty", CalendarWord::Tens(30)),
        ("morning", CalendarWord::PartOfDay("MO")),
        ("afternoon", CalendarWord::PartOfDay("AF")),
        ("evening", CalendarWord::PartOfDay("EV")),
        ("night", CalendarWord::PartOfDay("NI")),
        ("noon", CalendarWord::Moment(12 * 60)),
        ("midday", CalendarWord::Moment(12 * 60)),
        ("midnight", CalendarWord::Moment(0)),
    ]);
    table.extend(OPENERS.split(' ').map(|word| (word, CalendarWord::Opener)));
    table
});

const MONTHS: &str = "january february march april may june july august september october november december";

const SHORT_MONTHS: [(&str, u32); 12] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

/// Written out, then abbreviated.
const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday mon", Weekday::Mon),
    ("tuesday tue tues", Weekday::Tue),
    ("wednesday wed weds", Weekday::Wed),
    ("thursday thu thur thurs", Weekday::Thu),
    ("friday fri", Weekday::Fri),
    ("saturday sat", Weekday::Sat),
    ("sunday sun", Weekday::Sun),
];

const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
                        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

const HOURS: &str = "one two three four five six seven eight nine ten eleven twelve";

const OPENERS: &str = "the from between early mid late around about approximately roughly nearly almost shortly just";
