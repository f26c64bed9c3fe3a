//! The one grammar of stated quantities: a qualifier, a currency, a number, a second one of a range, a unit.

use rust_decimal::Decimal;

use super::amount::{Amount, Bound, power_of_ten};
use super::calendar_words::{CalendarWord, calendar_word, is_year};
use super::count;
use super::duration::{self, TimeUnit};
use super::fraction;
use super::measure::Dimension;
use super::money::{self, Currency};
use super::number::{self, Number, Spelling, trailing_zeros};
use super::number_words;
use super::percent;
use super::qualifier;
use super::stated::{Stated, Unit};
use super::unit;
use super::unit_table;
use super::words::Words;

/// Reads `[qualifier] number [unit] [to number [unit]] [qualifier]`, and the token behind it.
pub(crate) fn stated(words: Words<'_>, at: usize) -> Option<(Stated, usize)> {
    if let Some((low, high)) = between(words, at) {
        return range(words, at + 1, &low, &high, Bound::Plain).map(|stated| (stated, high.end));
    }
    let qualified = qualifier::before(words, at);
    let (bound, number_at) = qualified.unwrap_or((Bound::Plain, at));
    // "more than about 200", "up to an estimated 20"
    let number_at = match qualified.and_then(|_| qualifier::before(words, number_at)) {
        Some((Bound::About, behind)) => behind,
        _ => number_at,
    };
    if !starts_well(words, number_at) {
        return None;
    }
    let bound = if qualified.is_some() { bound } else { qualifier::of_verb(words.before(at, 1)) };
    let low = side_or_share(words, number_at, qualified.is_some())?;
    if let Some(high) = high_end(words, at, &low, qualified.is_some()) {
        let stated = range(words, number_at, &low, &high, bound)?;
        return Some((stated, high.end));
    }
    if low.unit.is_none() && (count::dangles(words, low.end) || borrows_unit(words, &low)) {
        return None;
    }
    let loose = low.number.spelling == Spelling::Loose;
    let (bound, end) = match qualifier::behind(words, low.end) {
        Some((behind, end)) if bound == Bound::Plain => (behind, end),
        _ if bound == Bound::Plain && loose => (Bound::About, low.end),
        _ => (bound, low.end),
    };
    let Number { value, upper, precision, spelling, .. } = low.number;
    let upper = upper.filter(|_| matches!(bound, Bound::Plain | Bound::About));
    let amount = Amount { number: value, upper, bound, precision };
    Some((Stated { amount, unit: low.unit, spelling, article: low.article, number_at }, end))
}

/// `6'2"`: in feet, to six decimals.
fn feet_and_inches(words: Words<'_>, at: usize) -> Option<Side> {
    let feet = matches!(words.word(at + 1), "'" | "′") && words.glued(at + 1) && words.is_number(at + 2);
    let inches = matches!(words.word(at + 3), "\"" | "″") && words.glued(at + 3);
    let whole = |at| words.raw(at).parse::<u32>().ok().map(Decimal::from);
    let (feet, inches) = (whole(at).filter(|_| feet)?, whole(at + 2).filter(|&number| inches && number < TWELVE)?);
    let value = feet.checked_add(inches.checked_div(TWELVE)?)?.round_dp(6).normalize();
    let number = Number { value, upper: None, precision: -1, end: at + 4, spelling: Spelling::Digits, scale: 0 };
    Some(Side { number, unit: Some(Unit::Measure(unit_table::of_symbol("ft")?)), article: false, end: at + 4 })
}

const TWELVE: Decimal = Decimal::from_parts(12, 0, 0, false, 0);

/// A number with its unit, before it or behind it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Side {
    /// The number.
    pub(crate) number: Number,
    /// What it is of.
    pub(crate) unit: Option<Unit>,
    /// Whether an article or "one" stands for the number: "a week".
    pub(crate) article: bool,
    /// The token behind both.
    pub(crate) end: usize,
}

/// Reads a number with its unit, a range's end or the whole.
pub(crate) fn side(words: Words<'_>, at: usize) -> Option<Side> {
    negative(words, at)
        .or_else(|| article(words, at))
        .or_else(|| part_of_unit(words, at))
        .or_else(|| positive(words, at))
}

/// As [`side`], where no part of a unit starts.
fn whole_side(words: Words<'_>, at: usize) -> Option<Side> {
    negative(words, at).or_else(|| article(words, at)).or_else(|| positive(words, at))
}

fn positive(words: Words<'_>, at: usize) -> Option<Side> {
    if let Some(glued) = money::glued(words, at) {
        return code_and_number(words, glued);
    }
    if let Some((measure, number_at)) = unit::prefix(words, at) {
        let number = number::read(words, number_at, false).filter(|number| number.spelling != Spelling::Letter)?;
        return Some(Side { number, unit: Some(Unit::Measure(measure)), article: false, end: number.end });
    }
    if let Some(feet) = feet_and_inches(words, at) {
        return Some(feet);
    }
    let currency = money::prefix(words, at);
    let number = number::read(words, currency.map_or(at, |(_, number)| number), currency.is_some())?;
    if let Some((currency, _)) = currency {
        let next = words.word(number.end);
        let yuan = currency.code == "JPY" && matches!(next, "yuan" | "renminbi" | "rmb");
        let currency = if yuan { Currency { code: "CNY", ..currency } } else { currency };
        // "$1.2 million dollars": the word adds nothing but belongs to it.
        let said_twice = yuan || (matches!(next, "dollars" | "euros" | "pounds" | "yen") && number.scale > 0);
        let end = number.end + usize::from(said_twice);
        // "$5bnx" is no sum.
        let broken = words.glued(number.end) && words.is_word(number.end) && !words.word(number.end).starts_with('\'');
        return (!broken).then_some(Side { number, unit: Some(Unit::Money(currency)), article: false, end });
    }
    let (unit, end) = unit_behind(words, &number).map_or((None, number.end), |(unit, end)| (Some(unit), end));
    let (number, end) = match unit {
        // "5m" of length is no five million.
        Some(Unit::Measure(_)) if number.spelling == Spelling::Letter => (unscaled(number)?, end),
        // "75 USD million"
        Some(Unit::Money(_))
            if number.scale == 0 && number_words::scale(words.word(end)).is_some_and(|scale| scale > 3) =>
        {
            (times(number, number_words::scale(words.word(end))?)?, end + 1)
        }
        // "two years and a half", "two miles and a quarter"
        Some(Unit::Time { loose: false, old: false, .. } | Unit::Measure(_))
            if number.precision >= 0 && part_behind(words, end).is_some() =>
        {
            let (part, behind) = part_behind(words, end)?;
            let precision = -i32::try_from(part.scale()).ok()?;
            let number =
                Number { value: number.value.checked_add(part)?, precision, spelling: Spelling::Words, ..number };
            return Some(Side { number, unit, article: false, end: behind });
        }
        _ => (number, end),
    };
    // "one day he will": only as long as "a day" is.
    let article = number.spelling == Spelling::One
        && matches!(unit, Some(Unit::Time { word, loose: false, old: false }) if matches!(word.unit, TimeUnit::Day | TimeUnit::Night))
        && !words.hyphen(number.end);
    Some(Side { number, unit, article, end })
}

/// "two-thirds of the votes", but "two thirds of a mile".
fn side_or_share(words: Words<'_>, at: usize, qualified: bool) -> Option<Side> {
    part_of_unit(words, at).or_else(|| share(words, at, qualified)).or_else(|| whole_side(words, at))
}

/// "two-thirds", "half of"
fn share(words: Words<'_>, at: usize, qualified: bool) -> Option<Side> {
    let percent::Fraction { percent: value, end } = percent::fraction(words, at, qualified)?;
    let precision = -(value.scale() as i32);
    let number = Number { value, upper: None, precision, end, spelling: Spelling::Words, scale: 0 };
    Some(Side { number, unit: Some(Unit::Fraction), article: false, end })
}

/// `USD115m`
fn code_and_number(words: Words<'_>, glued: money::Glued) -> Option<Side> {
    let money::Glued { currency, value, exponent, end } = glued;
    let (exponent, end) = match number_words::scale(words.word(end)) {
        Some(scale) if exponent == 0 && scale > 2 => (scale, end + 1),
        _ => (exponent, end),
    };
    let plain =
        Number { value, upper: None, precision: trailing_zeros(value), end, spelling: Spelling::Digits, scale: 0 };
    let number = times(plain, exponent)?;
    let broken = words.glued(end) && words.is_word(end) && !words.word(end).starts_with('\'');
    (!broken).then_some(Side { number, unit: Some(Unit::Money(currency)), article: false, end })
}

fn times(number: Number, exponent: i32) -> Option<Number> {
    let value = number.value.checked_mul(power_of_ten(exponent)?)?;
    Some(Number { value, precision: number.precision + exponent, scale: exponent, ..number })
}

fn unscaled(number: Number) -> Option<Number> {
    let value = number.value.checked_div(power_of_ten(number.scale)?)?.normalize();
    Some(Number { value, precision: number.precision - number.scale, scale: 0, spelling: Spelling::Digits, ..number })
}

fn unit_behind(words: Words<'_>, number: &Number) -> Option<(Unit, usize)> {
    let at = number.end;
    if let Some((share, end)) = percent::suffix(words, at) {
        return Some((Unit::Share(share), end));
    }
    if let Some((measure, end)) = unit::suffix(words, number) {
        return Some((Unit::Measure(measure), end));
    }
    if number.spelling == Spelling::Letter && words.is_word(at) && words.glued(at) {
        return None;
    }
    let large = number.scale >= 3 || number.value >= Decimal::from(100_000);
    if let Some((currency, end)) = money::suffix(words, at, large) {
        return Some((Unit::Money(currency), end));
    }
    if number.spelling == Spelling::Vague && words.word(at) == "of" {
        // "millions of dollars", but "amounts in millions of dollars"
        let heading = words.before(at, 2) == "in" && is_shown(words.before(at, 3));
        let sum = money::suffix(words, at + 1, true).map(|(currency, end)| (Unit::Money(currency), end));
        let measured = || {
            let of = Number { end: at + 1, ..*number };
            unit::suffix(words, &of).map(|(measure, end)| (Unit::Measure(measure), end))
        };
        return sum.or_else(measured).filter(|_| !heading);
    }
    // "105 × 68 m": the first is in metres too; but "2 × 500 mg".
    // "41 by 56 cm"
    if (matches!(words.word(at), "×" | "x")
        || matches!(words.word(at), "by" | "and") && words.is_number(at + 1) && number.spelling == Spelling::Bare)
        && let Some(Side { unit: Some(unit @ Unit::Measure(measure)), .. }) = side(words, at + 1)
        && (measure.dimension == Dimension::Length || words.word(at) == "and")
        && !(words.word(at) == "and" && is_year(number.value))
    {
        return Some((unit, at));
    }
    if let Some((measure, end)) = unit::magnitude(words, number) {
        return Some((Unit::Measure(measure), end));
    }
    // "five consecutive days", "3 more days"
    let between =
        matches!(words.word(at), "consecutive" | "straight" | "successive" | "more" | "full" | "further" | "extra");
    let suffix = duration::suffix(words, at + usize::from(between && !words.glued(at)))?;
    // "1100 hours" is a time of day.
    let clock = number.spelling == Spelling::Bare && suffix.word.unit == TimeUnit::Hour && words.raw(at - 1).len() == 4;
    if clock && number.value <= Decimal::from(2400) {
        return None;
    }
    Some((Unit::Time { word: suffix.word, loose: suffix.loose, old: suffix.old }, suffix.end))
}

/// Whether a word before "in thousands of dollars" tells the unit of a table from a sum.
pub(crate) fn is_shown(word: &str) -> bool {
    matches!(word, "amounts" | "figures" | "sums" | "values" | "prices" | "data" | "all")
        || matches!(word, "expressed" | "stated" | "shown" | "given")
}

/// `-2%`, "minus five percent", `-5 °C`, "minus one", "negative two thirds".
fn negative(words: Words<'_>, at: usize) -> Option<Side> {
    let minus = matches!(words.word(at), "minus" | "negative")
        || (words.word(at) == "-"
            && !words.glued(at)
            && words.glued(at + 1)
            && matches!(words.raw(at), "-" | "−" | "–"));
    if !minus {
        return None;
    }
    let side = positive(words, at + 1)?;
    let told = match side.unit {
        Some(Unit::Share(_) | Unit::Money(_)) => true,
        Some(Unit::Measure(measure)) => {
            matches!(measure.dimension, Dimension::Temperature | Dimension::Degree | Dimension::Angle)
        }
        // "tested negative 3 times", "page -5-"
        // "minus 2 in the valleys"
        None => {
            let open = words.word(at) == "minus" && super::words::is_function_word(words.word(side.end));
            (words.pauses(side.end) || words.is_literal() || open) && !words.is_number(at.wrapping_sub(1))
        }
        _ => false,
    };
    let spelling = if side.unit.is_none() { Spelling::Figure } else { side.number.spelling };
    let known = told && side.number.upper.is_none();
    known.then_some(Side { number: Number { value: -side.number.value, spelling, ..side.number }, ..side })
}

/// "a week", "an hour", "an hour and a half".
fn article(words: Words<'_>, at: usize) -> Option<Side> {
    let another = words.word(at) == "another" && words.word(at + 2) != "-";
    if !matches!(words.word(at), "a" | "an") && !another {
        return None;
    }
    // "a full week"
    let full = usize::from(matches!(words.word(at + 1), "full" | "whole" | "entire"));
    let suffix = duration::suffix(words, at + 1 + full);
    let Some(suffix) = suffix.filter(|suffix| !matches!(suffix.word.unit, TimeUnit::Second | TimeUnit::Night)) else {
        return one_and_a_half(words, at + 1);
    };
    let unit_at = at + 1 + full + usize::from(suffix.word.unit == TimeUnit::BusinessDay);
    let plural = words.word(unit_at).ends_with('s');
    let part = part_behind(words, suffix.end).filter(|_| !suffix.loose && !suffix.old);
    let and_part = part.is_some();
    let (part, end) = part.unwrap_or((Decimal::ZERO, suffix.end));
    let (value, precision) = (Decimal::ONE + part, -i32::try_from(part.scale()).ok()?);
    let unit = Unit::Time { word: suffix.word, loose: suffix.loose, old: suffix.old };
    let number = Number { value, upper: None, precision, end, spelling: Spelling::One, scale: 0 };
    let article = !and_part && !suffix.loose && !suffix.old && !another && full == 0;
    (!plural && (!another || !suffix.old)).then_some(Side { number, unit: Some(unit), article, end })
}

/// "mile and a half" behind an article: without the half nobody measures.
fn one_and_a_half(words: Words<'_>, unit_at: usize) -> Option<Side> {
    let value = Decimal::ONE;
    let one = Number { value, upper: None, precision: 0, end: unit_at, spelling: Spelling::One, scale: 0 };
    let (measure, unit_end) = unit::suffix(words, &one)?;
    let end = half_behind(words, unit_end);
    let number = Number { value: Decimal::new(15, 1), precision: -1, end, ..one };
    (end > unit_end).then_some(Side { number, unit: Some(Unit::Measure(measure)), article: false, end })
}

/// "half an hour", "half-hour", "a quarter of an hour", "half a percent", "three tenths of a mile", "a quarter-point": a part of
/// one unit.
fn part_of_unit(words: Words<'_>, at: usize) -> Option<Side> {
    let (value, precision, part_end) = part(words, at)?;
    let hyphen = words.hyphen(part_end);
    let of = usize::from(words.word(part_end) == "of");
    let article = usize::from(matches!(words.word(part_end + of), "a" | "an" | "one"));
    // "a half hour" and "three quarters of an hour", but not "two thirds hours".
    let (short, halved) = (part_end == at + 1, words.word(part_end - 1) == "half");
    let joined = hyphen || (of + article == 2) || (halved && of == 0 && (article == 1 || !short));
    // A unit reads the hyphen before it.
    let of = part_end + of + article;
    let number = Number { value, upper: None, precision, end: of, spelling: Spelling::Words, scale: 0 };
    let share = || percent::suffix(words, of).map(|(share, end)| (Unit::Share(share), end));
    let time = || {
        let quarter_of = words.word(part_end - 1) == "quarter" && !hyphen && article == 0;
        duration::suffix(words, of)
            .filter(|_| joined || quarter_of && !short)
            .map(|suffix| (Unit::Time { word: suffix.word, loose: suffix.loose, old: suffix.old }, suffix.end))
    };
    let measure = || unit::suffix(words, &number).map(|(measure, end)| (Unit::Measure(measure), end));
    // "a quarter mile"
    let quarter = words.word(part_end - 1) == "quarter" && !short;
    let (unit, end) = share().or_else(time).or_else(|| measure().filter(|_| joined || quarter))?;
    Some(Side { number, unit: Some(unit), article: false, end })
}

/// A part of one in words, with the precision it is stated to and the token behind it.
fn part(words: Words<'_>, at: usize) -> Option<(Decimal, i32, usize)> {
    let of = match words.word(at) {
        "half" => Some(2),
        "quarter" => Some(4),
        _ => None,
    };
    if let Some(of) = of {
        let value = Decimal::ONE.checked_div(Decimal::from(of))?;
        return Some((value, -(value.scale() as i32), at + 1));
    }
    let hyphenated = matches!(words.word(at), "a" | "one") && matches!(words.word(at + 1), "half" | "quarter");
    if hyphenated {
        let (value, precision, end) = part(words, at + 1)?;
        return Some((value, precision, end));
    }
    let fraction =
        fraction::spelled(words, at).filter(|fraction| fraction.whole == 0 && fraction.parts < fraction.of)?;
    let (value, precision) = fraction.value()?;
    Some((value, precision, fraction.end))
}

/// The part of a unit behind it, "and a half", "and a quarter", with the token behind it.
fn part_behind(words: Words<'_>, at: usize) -> Option<(Decimal, usize)> {
    let half = half_behind(words, at);
    let quarters = || quarters_behind(words, at).map(|(quarters, end)| (Decimal::new(25 * quarters, 2), end));
    if half > at { Some((Decimal::new(5, 1), half)) } else { quarters() }
}

/// The token behind "and a half", or `at` where it does not stand there.
fn half_behind(words: Words<'_>, at: usize) -> usize {
    // "one year and a half year"
    if words.are(at, &["and", "a", "half"]) && !duration::is_unit(words.word(at + 3)) {
        at + 3
    } else if words.are(at, &["and", "half"]) && (words.pauses(at + 2) || goes_on(words.word(at + 2))) {
        at + 2
    } else {
        at
    }
}

/// "and a quarter", "and three quarters" behind "an hour": how many, and the token behind them.
fn quarters_behind(words: Words<'_>, at: usize) -> Option<(i64, usize)> {
    let quarters = match (words.word(at + 1), words.word(at + 2)) {
        ("a", "quarter") => 1,
        ("three", "quarters") => 3,
        _ => return None,
    };
    let alone = words.word(at) == "and" && !matches!(words.word(at + 3), "of" | "to" | "past") && !words.noun(at + 3);
    alone.then_some((quarters, at + 3))
}

/// Whether a word behind "and half" shows that no thing is halved: "an hour and half later", but "and half the town".
fn goes_on(word: &str) -> bool {
    matches!(
        word,
        "is" | "was"
            | "are"
            | "were"
            | "has"
            | "had"
            | "will"
            | "would"
            | "later"
            | "ago"
            | "earlier"
            | "long"
            | "before"
            | "after"
            | "to"
            | "for"
            | "from"
            | "until"
            | "away"
            | "in"
            | "at"
            | "on"
            | "into"
    )
}

/// "between A and B"
fn between(words: Words<'_>, at: usize) -> Option<(Side, Side)> {
    if words.word(at) != "between" {
        return None;
    }
    let low = side_or_share(words, at + 1, true)?;
    let high = side_or_share(words, low.end + 1, true).filter(|_| words.word(low.end) == "and")?;
    Some((low, high))
}

/// Verbs before how much something changed.
#[rustfmt::skip]
const CHANGED: &[&str] = &[
    "rose", "rise", "rises", "rising", "risen", "fell", "fall", "falls", "falling", "fallen", "gained", "gain", "gaining",
    "lost", "lose", "losing", "climbed", "climbing", "jumped", "jumping", "dropped", "dropping", "slipped", "slid", "sank",
    "advanced", "declined", "declining", "increased", "decreased", "added", "adding", "eased", "soared", "surged", "plunged",
    "tumbled", "grew", "up", "down",
];

/// The upper end of "A to B", "A–B", "two or three" behind its lower end.
fn high_end(words: Words<'_>, at: usize, low: &Side, qualified: bool) -> Option<Side> {
    let connector = low.end;
    let hyphen = words.hyphen(connector);
    let high = match words.word(connector) {
        // "rose $3 to $40": by the one, up to the other.
        "to" if low.unit.is_some() && CHANGED.contains(&words.before(at, 1)) => return None,
        // "the six months to 30 September"
        "to" if matches!(low.unit, Some(Unit::Time { .. })) && is_month(words, connector + 2) => return None,
        // "rose in two days to 31"
        "to" => side(words, connector + 1)
            .filter(|high| high.unit.is_some() || !matches!(low.unit, Some(Unit::Time { .. })))?,
        "or" => side(words, connector + 1).filter(|high| {
            high.number.value == low.number.value + Decimal::ONE && high.number.value <= Decimal::from(20)
        })?,
        // "a 24- to 30-foot boat"
        "-" if words.glued(connector)
            && !words.glued(connector + 1)
            && matches!(words.word(connector + 1), "to" | "or") =>
        {
            side(words, connector + 2).filter(|high| low.unit.is_none() && high.unit.is_some())?
        }
        // "a 5-foot-10 frame" is no range.
        "-" if matches!(low.unit, Some(Unit::Measure(_)))
            && side(words, connector + 1).is_none_or(|high| high.unit.is_none()) =>
        {
            return None;
        }
        "-" if hyphen && (words.is_number(connector + 1) || money::prefix(words, connector + 1).is_some()) => {
            side(words, connector + 1)?
        }
        _ => return None,
    };
    if low.article || high.article || [low, &high].iter().any(|side| side.number.spelling == Spelling::Vague) {
        return None;
    }
    let (from, to) = (shared_scale(low, &high)?, high.number.value);
    // "by 0.3 percentage points to 2.1 per cent": how far, and how high.
    if from >= to || are_of_two_units(low, &high) {
        return None;
    }
    // What rises "from 5 to 10" is first the one and then the other.
    let before = words.before(at, 1);
    if before == "from"
        && !matches!(words.before(at, 2), "range" | "ranges" | "ranged" | "ranging" | "anywhere" | "varying")
    {
        return None;
    }
    let has_unit = low.unit.is_some() || high.unit.is_some();
    // "Serves 4 to 6."
    let serves = matches!(before, "serves" | "serve" | "feeds" | "feed" | "sleeps" | "seats") && words.pauses(high.end);
    let told = has_unit || qualified || words.is_literal() || words.alone(at, high.end) || serves;
    let exact = |side: &Side| side.number.spelling != Spelling::Bare;
    let score = matches!(
        before,
        "won" | "lost" | "beat" | "drew" | "voted" | "vote" | "by" | "score" | "defeated" | "lead" | "led"
    ) || matches!(
        words.word(high.end),
        "win" | "victory" | "defeat" | "loss" | "lead" | "record" | "vote" | "score"
    );
    let years = [low, &high].iter().all(|side| side.number.spelling == Spelling::Bare && is_year(side.number.value));
    let counted = words.plural(high.end) || exact(low) && exact(&high);
    (told || (counted && !score && !years)).then_some(high)
}

/// Whether a number without a unit has that of the next one: "from 5 to 10 percent".
fn borrows_unit(words: Words<'_>, low: &Side) -> bool {
    words.word(low.end) == "to" && side(words, low.end + 1).is_some_and(|high| high.unit.is_some() && !high.article)
}

/// The lower end in the scale of the upper one: "5 to 10 million", "$1.2-1.5 billion".
fn shared_scale(low: &Side, high: &Side) -> Option<Decimal> {
    let number = &low.number;
    if number.scale > 0 || high.number.scale < 3 {
        return Some(number.value);
    }
    let factor = power_of_ten(high.number.scale)?;
    let unscaled = high.number.value.checked_div(factor)?;
    if number.value < unscaled { number.value.checked_mul(factor) } else { Some(number.value) }
}

/// Whether two numbers state two units, as the ends of no range do.
fn are_of_two_units(low: &Side, high: &Side) -> bool {
    match (low.unit, high.unit) {
        (Some(Unit::Time { word: a, .. }), Some(Unit::Time { word: b, .. })) => a != b,
        (Some(a), Some(b)) => a != b,
        // "Grew by half to 2,500"
        (Some(Unit::Fraction), None) => true,
        _ => false,
    }
}

fn range(words: Words<'_>, number_at: usize, low: &Side, high: &Side, bound: Bound) -> Option<Stated> {
    if are_of_two_units(low, high) {
        return None;
    }
    let unit = high.unit.or(low.unit);
    let number = shared_scale(low, high)?;
    let upper = high.number.value;
    if number > upper
        || !starts_well(words, number_at)
        || (high.unit.is_none() && unit.is_none() && count::dangles(words, high.end))
    {
        return None;
    }
    let scale = if number == low.number.value { 0 } else { high.number.scale };
    let precision = (low.number.precision + scale).min(high.number.precision);
    let amount = Amount { number, upper: Some(upper), bound, precision };
    let spelling = if matches!(low.number.spelling, Spelling::Bare | Spelling::One) {
        high.number.spelling
    } else {
        low.number.spelling
    };
    Some(Stated { amount, unit, spelling, article: false, number_at })
}

/// Whether a month stands at `at`, with its capital.
fn is_month(words: Words<'_>, at: usize) -> bool {
    let month = matches!(calendar_word(words.word(at)), Some(CalendarWord::Month(_) | CalendarWord::ShortMonth(_)));
    month && words.capital(at)
}

/// Whether a number can start here: `F-16`, `.5`, `x=3`, `#3`, `3.4.1` do not.
fn starts_well(words: Words<'_>, at: usize) -> bool {
    if !words.glued(at) {
        return true;
    }
    match words.word(at - 1) {
        "(" | "[" | "\"" | "'" | "~" | "≈" | "|" | "<" | ">" | "≤" | "≥" => true,
        "-" => matches!(words.raw(at - 1), "—" | "―"),
        // "+3.4%"
        "+" => !words.glued(at - 1),
        _ => false,
    }
}
