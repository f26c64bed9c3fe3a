//! Lengths of time, and ages.

use std::fmt;

use rust_decimal::Decimal;

use super::agreement::Agreement;
use super::amount::{self, Amount};
use super::words::Words;

/// A length of time in one unit, or in months or years and days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duration {
    /// How many units.
    pub amount: Amount,
    /// The unit.
    pub unit: TimeUnit,
    /// Days on top of months or years, which hold no fixed number of them: 3 of "two months and three days".
    pub days: u32,
    /// How far its words leave it open.
    pub leeway: Leeway,
}

/// How far the words of a length of time leave it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leeway {
    /// As its amount says: "seven days".
    None,
    /// "week-long": a seventh of it either way.
    Long,
    /// "a couple of days": half of it either way.
    Couple,
}

/// A unit of time, shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// `PT…S`
    Second,
    /// `PT…M`
    Minute,
    /// `PT…H`
    Hour,
    /// `P…D`
    Day,
    /// Nights; compared with nights alone.
    Night,
    /// Working days; compared with working days alone.
    BusinessDay,
    /// `P…W`
    Week,
    /// `P…M`
    Month,
    /// `P…Y`
    Year,
}

/// How old someone or something is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Age {
    /// How many units.
    pub amount: Amount,
    /// The unit, mostly years.
    pub unit: TimeUnit,
}

impl Age {
    /// The age that a bare number tells where an age is due; `None` for what nobody's age can be.
    #[must_use]
    pub fn years(amount: Amount) -> Option<Self> {
        let whole = amount.upper.is_none() && amount.number.is_integer();
        (whole && amount.number > Decimal::ZERO && amount.number <= OLDEST)
            .then_some(Self { amount, unit: TimeUnit::Year })
    }
}

/// The greatest age of a human being, in years, a few more than anybody has proved.
const OLDEST: Decimal = Decimal::from_parts(130, 0, 0, false, 0);

/// Whether two lengths of time can both hold. In one unit seconds to weeks are exact, and from months up 2 % are allowed.
/// Who tells a length in the longer of two units rounds it, by half a unit and at most a seventh of it ("three days" may be
/// 73 hours); beside months and years the shorter unit is rounded too ("a month" is four weeks). Nights agree with nights
/// alone, working days with working days.
#[must_use]
pub fn agree(a: &Duration, b: &Duration, tolerance: Option<Decimal>) -> Agreement {
    let apart = |unit| matches!(unit, TimeUnit::Night | TimeUnit::BusinessDay);
    if a.unit != b.unit && (apart(a.unit) || apart(b.unit)) {
        return Agreement::Unknown;
    }
    reckon(a, b, tolerance.unwrap_or_default().max(Decimal::ZERO)).unwrap_or(Agreement::Unknown)
}

/// Whether two ages at one time can both hold: exact in one unit, unknown across units.
#[must_use]
pub fn agree_ages(a: &Age, b: &Age, tolerance: Option<Decimal>) -> Agreement {
    if a.unit == b.unit { amount::agree(&a.amount, &b.amount, tolerance) } else { Agreement::Unknown }
}

fn reckon(a: &Duration, b: &Duration, tolerance: Decimal) -> Option<Agreement> {
    let calendar = a.unit.is_calendar() || b.unit.is_calendar();
    let shorter = a.unit.min(b.unit);
    let slack = |length: &Duration| -> Option<Decimal> {
        let seconds = length.unit.seconds();
        let amount = &length.amount;
        let half_unit = || Amount { precision: amount.precision.min(0), ..*amount }.half_unit();
        let mut rounded = match (amount.precision < 0, a.unit == b.unit, length.unit == shorter) {
            // Months and days are told to the day.
            _ if length.days > 0 => Decimal::ZERO,
            (true, ..) => half_unit()?,
            (false, false, false) => half_unit()?.min(amount.number.abs().checked_div(SEVEN)?),
            (false, false, true) if calendar => half_unit()?,
            _ => Decimal::ZERO,
        };
        if calendar {
            rounded = rounded.checked_add(amount.number.abs().checked_mul(CALENDAR_TOLERANCE)?)?;
        }
        let loose = match length.leeway {
            Leeway::None => Decimal::ZERO,
            Leeway::Long => amount.number.abs().checked_div(SEVEN)?,
            Leeway::Couple => amount.number.abs().checked_div(Decimal::TWO)?,
        };
        amount.slack(rounded.max(loose))?.checked_mul(seconds)
    };
    let (slack_a, slack_b) = (slack(a)?, slack(b)?);
    let (in_a, in_b) = (a.in_seconds()?, b.in_seconds()?);
    let allowed = if calendar { tolerance.max(CALENDAR_TOLERANCE) } else { tolerance };
    let verdict = amount::compare((&in_a, slack_a), (&in_b, slack_b), Some(allowed));
    // Months differ in length: twenty-four of them are two years by agreement, not by identity.
    let differs = (calendar && (a.unit, a.days) != (b.unit, b.days)) || a.leeway != b.leeway;
    Some(if verdict == Agreement::Same && differs { Agreement::Compatible } else { verdict })
}

/// A longer unit rounds away a seventh at most: a day of a week, of which the first and the last day may both be counted.
const SEVEN: Decimal = Decimal::from_parts(7, 0, 0, false, 0);

impl Duration {
    /// Its stated number in seconds, months and years on average; `None` past what a number holds.
    #[must_use]
    pub fn seconds(&self) -> Option<Decimal> {
        Some(self.in_seconds()?.number)
    }

    fn in_seconds(&self) -> Option<Amount> {
        let scaled = self.amount.scaled(self.unit.seconds())?;
        let days = Decimal::from(self.days).checked_mul(TimeUnit::Day.seconds())?;
        let upper = match scaled.upper {
            Some(upper) => Some(upper.checked_add(days)?),
            None => None,
        };
        Some(Amount { number: scaled.number.checked_add(days)?, upper, ..scaled })
    }
}

/// Months and years differ in length by this share.
const CALENDAR_TOLERANCE: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

impl TimeUnit {
    /// How long it is; months and years on average over the Julian year of 365.25 days.
    fn seconds(self) -> Decimal {
        Decimal::from(match self {
            Self::Second => 1,
            Self::Minute => 60,
            Self::Hour => 3_600,
            Self::Day | Self::Night | Self::BusinessDay => 86_400,
            Self::Week => 604_800,
            Self::Month => 2_629_800,
            Self::Year => 31_557_600,
        })
    }

    pub(crate) fn is_calendar(self) -> bool {
        matches!(self, Self::Month | Self::Year)
    }

    /// How many of the unit `smaller` make one of this, where that is a whole number by definition.
    pub(crate) fn holds(self, smaller: Self) -> Option<u32> {
        Some(match (self, smaller) {
            (Self::Year, Self::Month) => 12,
            (Self::Week, Self::Day) => 7,
            (Self::Day, Self::Hour) => 24,
            (Self::Hour, Self::Minute) | (Self::Minute, Self::Second) => 60,
            _ => return None,
        })
    }

    fn write(self, number: Decimal, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (start, letter) = match self {
            Self::Second => ("PT", "S"),
            Self::Minute => ("PT", "M"),
            Self::Hour => ("PT", "H"),
            Self::Day => ("P", "D"),
            Self::Night => ("P", "N"),
            Self::BusinessDay => ("P", "BD"),
            Self::Week => ("P", "W"),
            Self::Month => ("P", "M"),
            Self::Year => ("P", "Y"),
        };
        write!(f, "{start}{}{letter}", number.normalize())
    }
}

/// As TIMEX3 writes it, with the bounds of amounts: `P3D`, `PT90M`, `P2.5Y`, `> P1W`, `P3D..P5D`, `P14M3D`. Nights, which
/// TIMEX3 does not have, are `P3N`, working days `P3BD`.
impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.amount.write(f, |number, f| {
            self.unit.write(number, f)?;
            if self.days > 0 { write!(f, "{}D", self.days) } else { Ok(()) }
        })
    }
}

/// `P47Y`, `< P18Y`
impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.amount.write(f, |number, f| self.unit.write(number, f))
    }
}

/// A word for a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitWord {
    /// The unit it is told in.
    pub(crate) unit: TimeUnit,
    /// How many of them: 10 for "decade", 2 for "fortnight".
    pub(crate) times: u32,
}

/// What a unit behind a number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Suffix {
    /// The unit.
    pub(crate) word: UnitWord,
    /// Whether "-long" follows.
    pub(crate) loose: bool,
    /// Whether it is an age: "years old", "-year-old", "years of age".
    pub(crate) old: bool,
    /// The token behind it.
    pub(crate) end: usize,
}

/// Reads a unit of time behind a number, blank or hyphen between: "days", "-day", "-year-old", "years of age".
pub(crate) fn suffix(words: Words<'_>, at: usize) -> Option<Suffix> {
    let hyphen = words.hyphen(at);
    let at = at + usize::from(hyphen);
    if matches!(words.raw(at), "yo" | "y.o.") {
        let word = UnitWord { unit: TimeUnit::Year, times: 1 };
        return Some(Suffix { word, loose: false, old: true, end: at + 1 });
    }
    if words.raw(at) == "y" && words.are(at + 1, &["/", "o"]) && words.glued(at + 1) && words.glued(at + 2) {
        let word = UnitWord { unit: TimeUnit::Year, times: 1 };
        return Some(Suffix { word, loose: false, old: true, end: at + 3 });
    }
    if matches!(words.word(at), "business" | "working") && matches!(words.word(at + 1), "day" | "days") {
        let word = UnitWord { unit: TimeUnit::BusinessDay, times: 1 };
        return Some(Suffix { word, loose: false, old: false, end: at + 2 });
    }
    let word = unit(words.word(at)).filter(|_| hyphen || !words.glued(at) || is_abbreviated(words.word(at)))?;
    let joint = at + 1 + usize::from(words.hyphen(at + 1));
    let (loose, old, end) = match words.word(joint) {
        "long" => (true, false, joint + 1),
        "old" | "olds" => (false, true, joint + 1),
        "of" if words.word(joint + 1) == "age" => (false, true, joint + 2),
        _ => (false, false, at + 1),
    };
    // A capital makes it a name: "100 Days", "Seven Years War".
    let named = words.capital(at) && !words.is_literal() && !words.raw(at).chars().all(char::is_uppercase);
    (!named).then_some(Suffix { word, loose, old, end })
}

/// Whether a unit is glued to its number by some: "45mins", "8hrs".
fn is_abbreviated(word: &str) -> bool {
    matches!(word, "sec" | "secs" | "min" | "mins" | "hr" | "hrs" | "wk" | "wks" | "yr" | "yrs")
}

/// Reads a unit with "-long" that starts at `at` without a number: "week-long", "yearlong".
pub(crate) fn long(words: Words<'_>, at: usize) -> Option<(UnitWord, usize)> {
    let word = words.word(at);
    if let Some(unit) = word.strip_suffix("long").and_then(unit) {
        return Some((unit, at + 1));
    }
    let word = unit(word)?;
    (words.hyphen(at + 1) && words.word(at + 2) == "long").then_some((word, at + 3))
}

/// Whether a folded word is a unit of time.
pub(crate) fn is_unit(word: &str) -> bool {
    unit(word).is_some()
}

/// The folded words that a length of time without a number can start with.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    [
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "hourlong",
        "daylong",
        "weeklong",
        "monthlong",
        "yearlong",
        "decadelong",
        "aged",
        "age",
        "teens",
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ]
    .into_iter()
}

fn unit(word: &str) -> Option<UnitWord> {
    let (unit, times) = match word {
        "second" | "seconds" | "sec" | "secs" => (TimeUnit::Second, 1),
        "minute" | "minutes" | "min" | "mins" => (TimeUnit::Minute, 1),
        "hour" | "hours" | "hr" | "hrs" => (TimeUnit::Hour, 1),
        "day" | "days" => (TimeUnit::Day, 1),
        "night" | "nights" => (TimeUnit::Night, 1),
        "week" | "weeks" | "wk" | "wks" => (TimeUnit::Week, 1),
        "fortnight" | "fortnights" => (TimeUnit::Week, 2),
        "month" | "months" | "mos" | "mth" | "mths" => (TimeUnit::Month, 1),
        "year" | "years" | "yr" | "yrs" => (TimeUnit::Year, 1),
        "decade" | "decades" => (TimeUnit::Year, 10),
        "century" | "centuries" => (TimeUnit::Year, 100),
        _ => return None,
    };
    Some(UnitWord { unit, times })
}
