//! Shares: per cent, percentage points, and fractions in words.

use std::fmt;

use rust_decimal::Decimal;

use super::agreement::Agreement;
use super::amount::{self, Amount};
use super::duration;
use super::number;
use super::words::Words;

/// A share.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Percent {
    /// How many hundredths.
    pub amount: Amount,
    /// Percentage points and per cent are different units.
    pub points: bool,
    /// Whether it was written as a fraction in words ("two-thirds"), which is taken as one point either way.
    pub fraction: bool,
}

/// Whether two shares can both hold: half a unit of the last stated decimal apart, one point where one is a fraction in
/// words.
#[must_use]
pub fn agree(a: &Percent, b: &Percent, tolerance: Option<Decimal>) -> Agreement {
    if a.points != b.points {
        return Agreement::Unknown;
    }
    let slack = |share: &Percent| {
        // "20 %" is stated to the unit, not to the ten.
        let unit = Amount { precision: share.amount.precision.min(0), ..share.amount };
        share.amount.slack(if share.fraction { Decimal::ONE } else { unit.half_unit()? })
    };
    let (Some(slack_a), Some(slack_b)) = (slack(a), slack(b)) else { return Agreement::Unknown };
    amount::compare((&a.amount, slack_a), (&b.amount, slack_b), tolerance)
}

/// `2 %`, `> 60 %`, `5..10 %`; `0.25 pp` for percentage points.
impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, if self.points { "pp" } else { "%" })
    }
}

/// What stands behind a number that is a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Share {
    /// `%`, "percent", "per cent"
    Percent,
    /// "percentage points"
    Points,
    /// "basis points": hundredths of a percentage point.
    BasisPoints,
}

/// Reads the word or mark for a share behind a number, and the token behind it.
pub(crate) fn suffix(words: Words<'_>, at: usize) -> Option<(Share, usize)> {
    let at = at + usize::from(words.hyphen(at));
    match words.word(at) {
        "pc" if words.raw(at) == "pc" && !words.plural(at + 1) => Some((Share::Percent, at + 1)),
        "%" | "％" | "percent" | "pct" | "percents" | "percentages" => {
            let points = words.word(at) != "pct" && matches!(words.word(at + 1), "point" | "points");
            Some(if points { (Share::Points, at + 2) } else { (Share::Percent, at + 1) })
        }
        "per" if words.word(at + 1) == "cent" => Some((Share::Percent, at + 2)),
        "per" if words.hyphen(at + 1) && words.word(at + 2) == "cent" => Some((Share::Percent, at + 3)),
        "percentage" => {
            let next = at + 1 + usize::from(words.hyphen(at + 1));
            if matches!(words.word(next), "point" | "points") {
                return Some((Share::Points, next + 1));
            }
            // "thirty percentage", as learners write
            (words.pauses(next) && words.word(next) != "-").then_some((Share::Percent, next))
        }
        "point" | "points" if is_of_percent(words, at) => Some((Share::Points, at + 1)),
        "basis" if matches!(words.word(at + 1), "point" | "points") => Some((Share::BasisPoints, at + 2)),
        _ => None,
    }
}

/// Whether "points" are percentage points, for a share stands right beside them: "up three points to 41%", "41 per cent, down two
/// points". Those of an index or of a match have none there: "fell 30 points, or 0.4%".
fn is_of_percent(words: Words<'_>, points: usize) -> bool {
    let share = |at: usize| words.is_number(at) && is_percent(words, at + 1);
    // "a three-point rise to 41%"
    let noun = usize::from(words.hyphen(points - 1) && words.noun(points + 1));
    let joint = points + 1 + noun;
    let then = matches!(words.word(joint), "to" | "from" | "at") && share(joint + 1);
    let turn = (2..=4).find(|&back| matches!(words.before(points, back), "up" | "down"));
    let before = turn.and_then(|back| points.checked_sub(back + 1)).is_some_and(|comma| {
        let end = comma - usize::from(words.word(comma) == "," && comma > 0);
        is_percent(words, end) || words.word(end) == "cent" && words.before(end, 1) == "per"
    });
    then || before
}

fn is_percent(words: Words<'_>, at: usize) -> bool {
    matches!(words.word(at), "%" | "percent" | "pc") || words.word(at) == "per" && words.word(at + 1) == "cent"
}

/// A share written as a fraction in words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fraction {
    /// In hundredths.
    pub(crate) percent: Decimal,
    /// The token behind it; an "of" stays outside.
    pub(crate) end: usize,
}

/// Reads "two-thirds", "half of", "a quarter of", "nine in ten". `qualified` says that "more than" or its kin stands before
/// it, so that a "half" alone is one.
pub(crate) fn fraction(words: Words<'_>, at: usize, qualified: bool) -> Option<Fraction> {
    half(words, at, qualified).or_else(|| parts(words, at, qualified)).or_else(|| out_of(words, at))
}

/// "half of them", "half the votes"; not "second half", "half an hour", "half a million".
fn half(words: Words<'_>, at: usize, qualified: bool) -> Option<Fraction> {
    let at = if words.word(at) == "one" { at + 1 } else { at };
    if words.word(at) != "half" || words.glued(at + 1) {
        return None;
    }
    // "the second half of the match", "the women's half of the draw", "the upper half of the table"
    let part = matches!(
        words.before(at, 1),
        "first"
            | "second"
            | "last"
            | "latter"
            | "other"
            | "the"
            | "this"
            | "'s"
            | "upper"
            | "lower"
            | "top"
            | "bottom"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "better"
            | "worse"
            | "left"
            | "right"
            | "own"
            | "'"
    );
    if !qualified && part {
        return None;
    }
    let next = words.word(at + 1);
    let of_something =
        matches!(next, "of" | "the" | "its" | "their" | "his" | "her" | "our" | "all" | "those" | "these");
    let alone = (words.pauses(at + 1) || next == "and" || words.plural(at + 1)) && (qualified || words.is_literal());
    let timed = (1..4).any(|ahead| duration::is_unit(words.word(at + ahead)));
    // "Grew by half", but "by half past nine" and "by half a point".
    let led = words.before(at, 1) == "by" && !matches!(next, "a" | "an" | "past" | "-");
    ((of_something || alone || led) && !timed).then_some(Fraction { percent: Decimal::from(50), end: at + 1 })
}

/// "two-thirds", "a third of", "three quarters of".
fn parts(words: Words<'_>, at: usize, qualified: bool) -> Option<Fraction> {
    let count = match words.word(at) {
        "a" => 1,
        word => (1..=9).find(|&n| number_word(n) == word)?,
    };
    let hyphen = words.hyphen(at + 1);
    let noun = at + 1 + usize::from(hyphen);
    let (singular, parts) = denominator(words.word(noun))?;
    let end = noun + 1;
    let of = words.word(end) == "of" && !words.pauses(end + 1);
    // "Two thirds." and nothing more is a number.
    if !qualified && !words.is_literal() && words.alone(at, end + usize::from(words.word(end) == "of")) {
        return None;
    }
    // "a quarter of a million", "a quarter of an hour"
    let small = matches!(words.word(end + 1), "a" | "an");
    // A plural or a hyphen tells a share from "the third", "a quarter" of the year and a hyphen behind from "one-third-owned".
    let plural = words.word(noun) != singular;
    let told = of || (words.is_literal() && count > 0) || (plural && parts != 4) || (hyphen && words.word(at) != "a");
    // "fell by a third", but "by a quarter to nine"
    let hour = parts == 4 && matches!(words.word(end), "to" | "past");
    // "rose by almost a third since May"
    let led = words.before(at, 1) == "by"
        || words.before(at, 2) == "by"
            && matches!(words.before(at, 1), "almost" | "nearly" | "about" | "around" | "over" | "some" | "roughly");
    // "Twelve, or a third, are empty"
    let said_again = words.before(at, 1) == "or" && matches!(words.before(at, 2), "," | "(") && words.pauses(end);
    // "A fifth more people"
    let compared = words.word(at) == "a" && matches!(words.word(end), "more" | "fewer" | "less" | "higher" | "lower");
    let told = told || said_again || compared || (led && count == 1 && !words.noun(end) && !words.capital(end));
    let fits = !hour && count < parts && (plural == (count > 1)) && told && !(of && small) && !words.hyphen(end);
    fits.then(|| Fraction { percent: percent_of(count, parts), end })
}

/// "nine in ten", "4 out of 5"; not "third in four days".
fn out_of(words: Words<'_>, at: usize) -> Option<Fraction> {
    let whole_number = |number: &number::Number| number.precision >= 0 && number.upper.is_none();
    // A number below twenty is short, and most numbers have neither word near.
    if !(at + 1..at + 5).any(|at| matches!(words.word(at), "in" | "out")) {
        return None;
    }
    let part = number::read(words, at, false).filter(whole_number)?;
    let whole_at = match words.word(part.end) {
        "in" => part.end + 1,
        "out" if words.word(part.end + 1) == "of" => part.end + 2,
        _ => return None,
    };
    let whole = number::read(words, whole_at, false).filter(whole_number)?;
    let (part, whole, end) = (u32::try_from(part.value).ok()?, u32::try_from(whole.value).ok()?, whole.end);
    let usual = matches!(whole, 2..=10 | 20) && (1..whole).contains(&part);
    // "one in four live abroad"
    let worded = part == 1 && words.word(at) == "one" && words.is_word(end - 1) && !words.capital(end);
    let fits = usual
        && (worded
            || words.plural(end)
            || words.pauses(end)
            || matches!(
                words.word(end),
                "of" | "is" | "are" | "was" | "were" | "has" | "have" | "had" | "said" | "say"
            ))
        && !words.glued(end);
    let timed = duration::is_unit(words.word(end)) || matches!(words.word(end), "hundreds" | "thousands" | "millions");
    (fits && !timed).then(|| Fraction { percent: percent_of(part, whole), end })
}

/// To one decimal: `66.7` for two thirds.
fn percent_of(part: u32, whole: u32) -> Decimal {
    (Decimal::from(part) * Decimal::ONE_HUNDRED / Decimal::from(whole)).round_dp(1).normalize()
}

fn number_word(n: u32) -> &'static str {
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][n as usize - 1]
}

/// The singular of a denominator and how many parts make a whole.
fn denominator(word: &str) -> Option<(&'static str, u32)> {
    Some(match word {
        "third" | "thirds" => ("third", 3),
        "quarter" | "quarters" => ("quarter", 4),
        "fourth" | "fourths" => ("fourth", 4),
        "fifth" | "fifths" => ("fifth", 5),
        "sixth" | "sixths" => ("sixth", 6),
        "seventh" | "sevenths" => ("seventh", 7),
        "eighth" | "eighths" => ("eighth", 8),
        "ninth" | "ninths" => ("ninth", 9),
        "tenth" | "tenths" => ("tenth", 10),
        _ => return None,
    })
}
