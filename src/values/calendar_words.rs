//! The English words of the calendar and the clock: what each of them means where a date or a time may begin.

use std::sync::LazyLock;

use chrono::Weekday;
use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::date::Season;
use super::sentence_words::SentenceWords;

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
    /// "twenty" to "ninety", which an ordinal or a smaller number may follow.
    Tens(u32),
    /// "one" to "twelve", which "o'clock" may follow.
    Hour(u32),
    /// "thirteen" to "nineteen".
    Teen(u32),
    /// "morning" to "night", with the word that TIMEX3 has for it.
    PartOfDay(&'static str),
    /// "noon" and "midnight", in minutes since midnight.
    Moment(u32),
    /// A season; "spring" and "fall" are verbs too.
    Season(Season),
    /// "Q1" to "Q4".
    Quarter(u32),
    /// "H1" and "H2".
    Half(u32),
    /// "twenties" to "nineties", 20 to 90.
    Decade(u32),
    /// A word that a holiday can begin with.
    Holiday,
    /// A word that begins a date, a range or a time and means nothing by itself: "from", "early", "around".
    Opener,
}

/// What a folded word can mean in a date or a time; `None` for nearly all words.
#[must_use]
pub(crate) fn calendar_word(word: &str) -> Option<CalendarWord> {
    // A first look at the first letter and the length spares most words the hashing.
    let first = *word.as_bytes().first()?;
    if LENGTHS[first as usize] & length_bit(word) == 0 {
        return None;
    }
    TABLE.get(word).copied()
}

/// A whole number that a year can be.
pub(crate) fn is_year(number: Decimal) -> bool {
    (Decimal::ONE_THOUSAND..=LAST_YEAR).contains(&number) && number.scale() == 0
}

const LAST_YEAR: Decimal = Decimal::from_parts(2100, 0, 0, false, 0);

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

/// Whether a folded word is a number in digits.
#[must_use]
pub(crate) fn is_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// A number below a hundred, in one or two digits or in words: "7", "seven", "twenty-five", "twenty five"; and the token
/// behind it.
#[must_use]
pub(crate) fn cardinal(words: &SentenceWords<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(number) = words.digits(at, 1, 2) {
        return Some((number, at + 1));
    }
    match calendar_word(words.word(at))? {
        CalendarWord::Hour(number) | CalendarWord::Teen(number) => Some((number, at + 1)),
        CalendarWord::Tens(tens) => {
            let hyphen = words.word(at + 1) == "-" && words.glued(at + 1) && words.glued(at + 2);
            let next = at + 1 + usize::from(hyphen);
            match calendar_word(words.word(next)) {
                Some(CalendarWord::Hour(one)) if one < 10 => Some((tens + one, next + 1)),
                _ => Some((tens, at + 1)),
            }
        }
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

/// By the first letter, the lengths of the words below that begin with it.
static LENGTHS: LazyLock<[u16; 256]> = LazyLock::new(|| {
    let mut lengths = [0; 256];
    for word in words().chain(["fy2000"]) {
        lengths[word.as_bytes()[0] as usize] |= length_bit(word);
    }
    lengths
});

/// A bit for the length of a word; words longer than the longest, "approximately", share one.
fn length_bit(word: &str) -> u16 {
    1 << word.len().min(15)
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
    for (word, number) in TEENS.split(' ').zip(13..) {
        table.insert(word, CalendarWord::Teen(number));
    }
    for (word, tens) in TENS.split(' ').zip(2..) {
        table.insert(word, CalendarWord::Tens(tens * 10));
    }
    table.extend([
        ("morning", CalendarWord::PartOfDay("MO")),
        ("midmorning", CalendarWord::PartOfDay("MO")),
        ("afternoon", CalendarWord::PartOfDay("AF")),
        ("midafternoon", CalendarWord::PartOfDay("AF")),
        ("evening", CalendarWord::PartOfDay("EV")),
        ("night", CalendarWord::PartOfDay("NI")),
        ("noon", CalendarWord::Moment(12 * 60)),
        ("midday", CalendarWord::Moment(12 * 60)),
        ("midnight", CalendarWord::Moment(0)),
    ]);
    for (word, tens) in DECADES.split(' ').zip(2..) {
        table.insert(word, CalendarWord::Decade(tens * 10));
    }
    table.extend([
        ("spring", CalendarWord::Season(Season::Spring)),
        ("summer", CalendarWord::Season(Season::Summer)),
        ("autumn", CalendarWord::Season(Season::Autumn)),
        ("fall", CalendarWord::Season(Season::Autumn)),
        ("winter", CalendarWord::Season(Season::Winter)),
        ("q1", CalendarWord::Quarter(1)),
        ("q2", CalendarWord::Quarter(2)),
        ("q3", CalendarWord::Quarter(3)),
        ("q4", CalendarWord::Quarter(4)),
        ("h1", CalendarWord::Half(1)),
        ("h2", CalendarWord::Half(2)),
    ]);
    table.extend(HOLIDAYS.split(' ').map(|word| (word, CalendarWord::Holiday)));
    table.extend(OPENERS.split(' ').map(|word| (word, CalendarWord::Opener)));
    table.extend(FISCAL_YEARS.iter().map(|word| (word.as_str(), CalendarWord::Opener)));
    table
});

/// "FY2025" and "FY25" are one word.
static FISCAL_YEARS: LazyLock<Vec<String>> = LazyLock::new(|| {
    (1900..=2100).map(|year| format!("fy{year}")).chain((0..100).map(|year| format!("fy{year:02}"))).collect()
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

const TEENS: &str = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen";

const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";

const DECADES: &str = "twenties thirties forties fifties sixties seventies eighties nineties";

const HOLIDAYS: &str = "cinco guy christmas boxing new halloween valentine easter good ash palm black cyber thanksgiving thanks \
                        earth labor memorial veterans armistice remembrance bastille juneteenth epiphany father martin mlk \
                        fathers presidents columbus ascension whit st groundhog";

const OPENERS: &str = "the from between early mid late around about approximately roughly nearly almost shortly just \
                       circa half quarter last final latter fiscal financial school academic calendar fy sy cy ad a.d.";
