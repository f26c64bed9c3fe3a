//! Every value made of a number, read where it starts: a qualifier, a currency, the number, a second one of a range, a unit.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::age_reader;
use super::amount::{Amount, Bound, power_of_ten, whole};
use super::calendar_words::{CalendarWord, calendar_word};
use super::column_unit;
use super::count;
use super::duration::{self, Age, Duration, Leeway, TimeUnit};
use super::elapsed;
use super::elided;
use super::measure::{Dimension, Quantity};
use super::money::{self, Money};
use super::notation;
use super::number::{self, Spelling};
use super::number_start::Start;
use super::ordinal;
use super::percent::{Percent, Share};
use super::qualifier;
use super::quantity::{Side, is_shown, side, stated};
use super::score::score;
use super::stated::{Stated, Unit};
use super::unit;
use super::unit_table;
use super::value::{Kind, Reading, Value};
use super::words::{self, Words};
use super::{code, identifier};
use crate::source::document::Document;

/// Reads a whole string as one value of a numeric kind; `None` where it is none, or where something is left over.
#[must_use]
pub fn parse(kind: Kind, text: &str) -> Option<Value> {
    let document = Document::of_text(text);
    let words = Words::literal(&document);
    let whole = |found: &Found| found.kind == kind && found.resume == words.end();
    // "third" is an ordinal and a fraction: the kind asked for is tried alone.
    let found = match kind {
        Kind::Ordinal => ordinal::read(words, 0).map(Found::ordinal),
        Kind::Number => number(words),
        Kind::Identifier => identifier::read(words, usize::from(words.word(0) == "(")).map(Found::identifier),
        Kind::Code => code::read(words, 0).map(|(code, end)| Found::new(Kind::Code, Value::Identifier(code), end)),
        _ => aged(words, 0).or_else(|| quantity(words, 0)),
    };
    found.filter(whole).map(|found| found.value).or_else(|| notation::read(kind, text))
}

/// A whole string as a number, be it one that counts: with its qualifiers and its range, but no unit.
fn number(words: Words<'_>) -> Option<Found> {
    if let Some(Found { value: Value::Count(amount) | Value::Number(amount), end, .. }) = quantity(words, 0)
        && end == words.end()
    {
        return Some(Found::new(Kind::Number, Value::Number(amount), end));
    }
    let (bound, at) = qualifier::before(words, 0).unwrap_or((Bound::Plain, 0));
    let minus = matches!(words.word(at), "minus" | "negative" | "-");
    let number = number::read(words, at + usize::from(minus), false)?;
    let value = if minus { -number.value } else { number.value };
    let amount = Amount { number: value, upper: number.upper, bound, precision: number.precision };
    Some(Found::new(Kind::Number, Value::Number(amount), number.end))
}

/// Appends the value that starts at the token `at`, where one does, and returns the token to go on at: the one behind
/// the value (and behind a conversion in brackets), so that no part of it is read again.
pub fn read(document: &Document, at: usize, out: &mut Vec<Reading>) -> usize {
    let start = Start::of(document.word(at));
    if start.is_none() || !start.stands(document, at) {
        return at + 1;
    }
    let words = Words::around(document, at);
    if !start.goes_on(words, at) {
        return at + 1;
    }
    if let Some(score) = score(words, at) {
        out.extend(score.map(|(number, at)| Reading {
            kind: Kind::Number,
            tokens: at as u32..at as u32 + 1,
            value: Value::Number(whole(number)),
        }));
        return at + 3;
    }
    let found = ordinal::read(words, at)
        .map(Found::ordinal)
        .or_else(|| identifier::read(words, at).map(Found::identifier))
        .or_else(|| aged(words, at))
        .or_else(|| quantity(words, at));
    let Some(found) = found else { return at + 1 };
    // "(555) 013-4567"
    let bracket = found.kind == Kind::Identifier && words.before(at, 1) == "(" && words.word(at + 1) == ")";
    let start = at - usize::from(bracket);
    out.push(Reading { kind: found.kind, tokens: start as u32..found.end as u32, value: found.value });
    found.resume.max(at + 1)
}

/// Whether a value made of a number can start with this folded token.
#[must_use]
pub fn can_start(word: &str) -> bool {
    !Start::of(word).is_none()
}

/// A value, the token behind it, and the token to go on at.
struct Found {
    kind: Kind,
    value: Value,
    end: usize,
    resume: usize,
}

impl Found {
    fn new(kind: Kind, value: Value, end: usize) -> Self {
        Self { kind, value, end, resume: end }
    }

    fn identifier((identifier, end): (identifier::Identifier, usize)) -> Self {
        Self::new(Kind::Identifier, Value::Identifier(identifier), end)
    }

    fn age((age, end): (Age, usize)) -> Self {
        Self::new(Kind::Age, Value::Age(age), end)
    }

    fn ordinal((rank, end): (u64, usize)) -> Self {
        Self::new(Kind::Ordinal, Value::Ordinal(rank), end)
    }
}

/// What its first word tells: an age, a decade of life, a length of time without a number.
fn aged(words: Words<'_>, at: usize) -> Option<Found> {
    elapsed::read(words, at)
        .map(|(length, end)| Found::new(Kind::Duration, Value::Duration(length), end))
        .or_else(|| age_reader::read(words, at).map(Found::age))
        .or_else(|| week_long(words, at))
        .or_else(|| couple(words, at))
        .or_else(|| old_style(words, at))
}

/// "a couple of days", "couple of weeks", "less than a couple of months".
fn couple(words: Words<'_>, at: usize) -> Option<Found> {
    let (bound, start) = qualifier::before(words, at).unwrap_or((Bound::Plain, at));
    let start = start + usize::from(matches!(words.word(start), "a" | "another"));
    let of = start + 1 + usize::from(words.word(start + 1) == "of");
    // "the couple of years", "the couple, days later"
    if words.word(start) != "couple" || words.before(start, 1) == "the" || !words.word(of).ends_with('s') {
        return None;
    }
    let suffix = duration::suffix(words, of).filter(|suffix| !words.hyphen(of) && !suffix.old)?;
    let amount = in_units(Amount { bound, ..whole(2) }, suffix.word.times)?;
    let duration = Duration { amount, unit: suffix.word.unit, days: 0, leeway: Leeway::Couple };
    Some(Found::new(Kind::Duration, Value::Duration(duration), suffix.end))
}

/// "twenty and four hours": tens and ones as they used to be told.
fn old_style(words: Words<'_>, at: usize) -> Option<Found> {
    let (Some(CalendarWord::Tens(tens)), "and") = (calendar_word(words.word(at)), words.word(at + 1)) else {
        return None;
    };
    let ones = match calendar_word(words.word(at + 2))? {
        CalendarWord::Hour(ones @ 1..=9) => ones,
        _ => return None,
    };
    let suffix = duration::suffix(words, at + 3).filter(|suffix| !suffix.old && !suffix.loose && ones > 1)?;
    let amount = in_units(whole(tens + ones), suffix.word.times)?;
    // "between twenty and four hours"
    let duration = Duration { amount, unit: suffix.word.unit, days: 0, leeway: Leeway::None };
    (words.before(at, 1) != "between").then(|| Found::new(Kind::Duration, Value::Duration(duration), suffix.end))
}

/// "week-long", "yearlong".
fn week_long(words: Words<'_>, at: usize) -> Option<Found> {
    let (word, end) = duration::long(words, at).filter(|_| !words.glued(at))?;
    let amount = in_units(whole(1), word.times)?;
    let duration = Duration { amount, unit: word.unit, days: 0, leeway: Leeway::Long };
    Some(Found::new(Kind::Duration, Value::Duration(duration), end))
}

/// A count, a sum of money, a share, a length of time or an age, with its qualifiers.
fn quantity(words: Words<'_>, at: usize) -> Option<Found> {
    let (quantity, end) = stated(words, at)?;
    let Stated { amount, unit, number_at, .. } = quantity;
    Some(match unit {
        None => {
            if let Some((unit, exponent)) = column_unit::read(words, at, end) {
                return of_column(in_power(amount, exponent)?, unit, end);
            }
            if let Some(degrees) = degrees_of_frost(words, amount, end) {
                return Some(degrees);
            }
            // "amounts in thousands of dollars"
            if quantity.spelling == Spelling::Vague
                && words.word(end) == "of"
                && money::suffix(words, end + 1, true).is_some()
            {
                return None;
            }
            // "+12" is a change.
            if words.before(number_at, 1) == "+" && words.glued(number_at) {
                return words.pauses(end).then(|| Found::new(Kind::Number, Value::Number(amount), end));
            }
            if quantity.spelling != Spelling::Figure && count::counts(words, at, &quantity, end) {
                // "2.6 children", but "an average of 2.6"
                let measured = amount.precision < 0 && !words.noun(end) && !words.is_literal();
                return Some(match measured || elided::is_elided(words, at, &quantity, end) {
                    true => Found::new(Kind::Number, Value::Number(amount), end),
                    false => Found::new(Kind::Count, Value::Count(amount), end),
                });
            }
            let plain = count::is_plain_number(words, at, &quantity, end);
            return plain.then(|| Found::new(Kind::Number, Value::Number(amount), end));
        }
        Some(Unit::Share(share)) => {
            let amount = if share == Share::BasisPoints { in_power(amount, -2)? } else { amount };
            let percent = Percent { amount, points: share != Share::Percent, fraction: false };
            Found::new(Kind::Percent, Value::Percent(percent), end)
        }
        Some(Unit::Fraction) => {
            Found::new(Kind::Percent, Value::Percent(Percent { amount, points: false, fraction: true }), end)
        }
        // "All sums in £1,000."
        Some(Unit::Money(_)) if is_scale_of_sums(words, at, amount.number, end) => return None,
        Some(Unit::Money(currency)) => {
            let first = Money { amount: in_power(amount, currency.exponent)?, currency: currency.code };
            let (money, end) = with_minor(words, first, currency.exponent, end);
            let resume = behind_conversion(words, end, currency.code);
            Found { resume, ..Found::new(Kind::Money, Value::Money(money), end) }
        }
        Some(Unit::Measure(measure)) if matches!(measure.dimension, Dimension::Degree | Dimension::Temperature) => {
            let (below, end) = unit::side_of_zero(words, end).unwrap_or((false, end));
            let quantity =
                if below { Quantity { amount: negated(amount)?, measure } } else { Quantity { amount, measure } };
            Found::new(Kind::Quantity, Value::Quantity(quantity), end)
        }
        // "40 night shots"
        Some(Unit::Time { old: false, .. })
            if is_kind(words, at, number_at, end) && amount.number > Decimal::ONE && amount.is_point() =>
        {
            return None;
        }
        // "4.6% fewer than a year earlier" compares two years.
        Some(Unit::Time { .. }) if quantity.article && compares_years(words, at, end) => return None,
        // "Area (1,000 ha)" at the head of a column
        Some(Unit::Measure(_)) if is_scale_of_column(words, at, number_at, amount.number, end) => return None,
        // "10.84 seconds over 100m"
        Some(Unit::Measure(_)) if words.word(at) == "over" && duration::is_unit(words.before(at, 1)) => return None,
        Some(Unit::Measure(measure)) => {
            let (quantity, end) = with_smaller_measure(words, Quantity { amount, measure }, end);
            Found::new(Kind::Quantity, Value::Quantity(quantity), end)
        }
        Some(Unit::Time { word, old: true, .. }) => {
            let amount = in_units(amount, word.times)?;
            Found::new(Kind::Age, Value::Age(Age { amount, unit: word.unit }), end)
        }
        Some(Unit::Time { word, loose, .. }) => {
            // "24 hours a day", "five days a week": how often, not how long.
            let rate =
                matches!(words.word(end), "a" | "per" | "each" | "every") && duration::is_unit(words.word(end + 1));
            let meanwhile = words.word(at) == "over" && !is_longer(words, at, end);
            if rate || meanwhile {
                return None;
            }
            let amount = in_units(amount, word.times)?;
            let leeway = if loose { Leeway::Long } else { Leeway::None };
            let first = Duration { amount, unit: word.unit, days: 0, leeway };
            if let Some(age) = age_reader::age_and_months(words, &first, end) {
                return Some(Found::age(age));
            }
            let (duration, behind) = with_smaller_units(words, first, end);
            // "an hour and 40 minutes" lasts, "an hour" may be how often.
            if quantity.article && behind == end && !lasts(words, at, number_at, end) {
                return None;
            }
            Found::new(Kind::Duration, Value::Duration(duration), behind)
        }
    })
}

/// The number of a cell, of what the head of its column says.
fn of_column(amount: Amount, unit: Unit, end: usize) -> Option<Found> {
    let (kind, value) = match unit {
        Unit::Money(currency) => {
            let amount = in_power(amount, currency.exponent)?;
            (Kind::Money, Value::Money(Money { amount, currency: currency.code }))
        }
        Unit::Share(share) => {
            (Kind::Percent, Value::Percent(Percent { amount, points: share != Share::Percent, fraction: false }))
        }
        Unit::Measure(measure) => (Kind::Quantity, Value::Quantity(Quantity { amount, measure })),
        Unit::Fraction | Unit::Time { .. } => return None,
    };
    Some(Found::new(kind, value, end))
}

/// Whether a thousand or a million of a unit stands alone in brackets behind a word: "Area (1,000 ha)", but "the park (1,000 ha)"
/// of running text is one too, and is left out.
fn is_scale_of_column(words: Words<'_>, at: usize, number_at: usize, number: Decimal, end: usize) -> bool {
    let power = number == Decimal::ONE_THOUSAND || number == Decimal::from(1_000_000);
    let word = at.checked_sub(2).is_some_and(|before| words.is_word(before) && words.capital(before));
    power && number_at == at && words.before(at, 1) == "(" && words.word(end) == ")" && word
}

/// Whether a thousand or a million of a currency says in what the sums of a table are told.
fn is_scale_of_sums(words: Words<'_>, at: usize, number: Decimal, end: usize) -> bool {
    let power = number == Decimal::ONE_THOUSAND || number == Decimal::from(1_000_000);
    power && words.pauses(end) && words.before(at, 1) == "in" && is_shown(words.before(at, 2))
}

/// Whether "fewer than a year earlier" goes with a number before it.
fn compares_years(words: Words<'_>, at: usize, end: usize) -> bool {
    let share = matches!(words.before(at, 1), "%" | "percent" | "cent") || at > 0 && words.is_number(at - 1);
    let turned = matches!(words.word(end), "ago" | "earlier" | "before");
    words.word(at) == "fewer" || turned && share && matches!(words.word(at), "less" | "more")
}

/// Whether a unit of time in the singular says of what kind the things behind it are: "40 night shots", but "a 3 day trip".
fn is_kind(words: Words<'_>, at: usize, number_at: usize, end: usize) -> bool {
    let article = matches!(words.before(at, 1), "a" | "an" | "the" | "his" | "her" | "its" | "their" | "this" | "that");
    end == number_at + 2
        && matches!(words.word(end - 1), "night" | "day" | "week" | "month" | "year" | "hour" | "minute")
        && !words.glued(end - 1)
        && words.plural(end)
        && !article
        && !words.is_literal()
}

/// "twenty below zero": degrees that nobody names.
fn degrees_of_frost(words: Words<'_>, amount: Amount, end: usize) -> Option<Found> {
    let (_, end) = unit::side_of_zero(words, end).filter(|&(below, _)| below && words.word(end) == "below")?;
    let quantity = Quantity { amount: negated(amount)?, measure: unit_table::of_symbol("°")? };
    Some(Found::new(Kind::Quantity, Value::Quantity(quantity), end))
}

/// A point below zero; `None` for what is bounded or below it already.
fn negated(amount: Amount) -> Option<Amount> {
    let plain = matches!(amount.bound, Bound::Plain | Bound::About) && amount.upper.is_none();
    (plain && amount.number > Decimal::ZERO).then(|| Amount { number: -amount.number, ..amount })
}

/// Whether "a week" is a length of time here, and not how often something happens ("twice a week").
fn lasts(words: Words<'_>, at: usize, number_at: usize, end: usize) -> bool {
    if words.is_literal() || at < number_at {
        return true;
    }
    let behind = matches!(words.word(end), "ago" | "later" | "earlier" | "before" | "after" | "or")
        && !matches!(words.before(at, 1), "once" | "twice" | "times")
        && !words.is_number(at.wrapping_sub(1));
    let before = spends(words.before(at, 1))
        || matches!(
            words.before(at, 1),
            "for"
                | "in"
                | "within"
                | "after"
                | "than"
                | "only"
                | "just"
                | "during"
                | "barely"
                | "every"
                | "another"
                | "of"
        );
    behind || before
}

/// Whether "over" before a length of time says that it is longer: "for over three years", but "spread over six years".
fn is_longer(words: Words<'_>, over: usize, end: usize) -> bool {
    let before = spends(words.before(over, 1))
        || matches!(
            words.before(over, 1),
            "for"
                | "after"
                | "in"
                | "of"
                | "with"
                | "at"
                | "by"
                | "is"
                | "was"
                | "were"
                | "been"
                | "well"
                | "some"
                | "a"
                | "the"
        );
    words.is_literal() || before || matches!(words.word(end), "ago" | "old" | "earlier" | "later")
}

/// Whether a word says that something takes its time, which then follows.
fn spends(word: &str) -> bool {
    matches!(word, "last" | "lasts" | "lasted" | "lasting")
        || matches!(word, "wait" | "waits" | "waited" | "waiting")
        || matches!(word, "take" | "takes" | "took" | "taken" | "taking")
        || matches!(word, "spend" | "spends" | "spent" | "spending")
}

/// Takes the smaller units behind a length of time into it: "two years and three months" are 27 months.
fn with_smaller_units(words: Words<'_>, first: Duration, end: usize) -> (Duration, usize) {
    let (mut whole, mut end) = (first, end);
    while let Some((longer, behind)) = with_smaller_unit(words, whole, end) {
        (whole, end) = (longer, behind);
    }
    (whole, end)
}

fn with_smaller_unit(words: Words<'_>, whole: Duration, end: usize) -> Option<(Duration, usize)> {
    if whole.leeway != Leeway::None
        || !whole.amount.is_point()
        || whole.amount.precision < 0
        || words.hyphen(end.checked_sub(2)?)
    {
        return None;
    }
    let comma = usize::from(words.word(end) == ",");
    let at = end + comma + usize::from(words.word(end + comma) == "and");
    let part = side(words, at).filter(|part| !part.article)?;
    if at == end
        && let Some(turned) = behind_days(whole, &part)
    {
        return Some((turned, part.end));
    }
    let Some(Unit::Time { word, loose: false, old: false }) = part.unit else { return None };
    // "four minutes and 31.5 seconds"
    let exact = part.number.upper.is_none() && (part.number.precision >= 0 || word.unit == TimeUnit::Second);
    if whole.unit.is_calendar() && matches!(word.unit, TimeUnit::Day | TimeUnit::Week) {
        // "two months, a week and three days"
        let times = if word.unit == TimeUnit::Week { 7 } else { 1 };
        let more = part.number.value.to_u32().filter(|_| exact)?.checked_mul(times * word.times)?;
        let days = whole.days.checked_add(more)?;
        let most = if whole.unit == TimeUnit::Year { 366 } else { 31 };
        return (more > 0 && days <= most).then_some((Duration { days, ..whole }, part.end));
    }
    let each = Decimal::from(whole.unit.holds(word.unit).filter(|_| word.times == 1 && whole.days == 0)?);
    let fits = part.number.value < each && exact;
    let number = whole.amount.number.checked_mul(each)?.checked_add(part.number.value)?;
    let amount = Amount { number, precision: part.number.precision, ..whole.amount };
    fits.then_some((Duration { amount, unit: word.unit, days: 0, leeway: Leeway::None }, part.end))
}

/// "2 days 1 month": the days first.
fn behind_days(days: Duration, part: &Side) -> Option<Duration> {
    let Some(Unit::Time { word, loose: false, old: false }) = part.unit else { return None };
    let exact = part.number.upper.is_none() && part.number.precision >= 0 && word.times == 1;
    let fits = exact && days.unit == TimeUnit::Day && word.unit.is_calendar();
    let most = if word.unit == TimeUnit::Year { 366 } else { 31 };
    let more = days.amount.number.to_u32().filter(|&days| fits && days <= most)?;
    let amount = Amount { number: part.number.value, precision: part.number.precision, ..days.amount };
    Some(Duration { amount, unit: word.unit, days: more, leeway: Leeway::None })
}

/// "5 dollars and 50 cents": the cents behind whole dollars belong to them.
fn with_minor(words: Words<'_>, whole: Money, exponent: i32, end: usize) -> (Money, usize) {
    let minor = || {
        let and = end + usize::from(matches!(words.word(end), "and" | ","));
        let part =
            side(words, and).filter(|_| exponent == 0 && whole.amount.is_point() && whole.amount.precision >= 0)?;
        let Some(Unit::Money(currency)) = part.unit else { return None };
        // "5 Australian dollars and 50 cents"
        let same = currency.exponent == -2 && (currency.code == whole.currency || currency.code == "USD");
        let cents = part.number.value.checked_div(Decimal::ONE_HUNDRED)?;
        let number = whole.amount.number.checked_add(cents).filter(|_| same && cents < Decimal::ONE)?;
        Some((Money { amount: Amount { number, precision: -2, ..whole.amount }, ..whole }, part.end))
    };
    minor().or_else(|| bare_minor(words, whole, exponent, end)).unwrap_or((whole, end))
}

/// "two pounds fifty", "15 dollars 50": hundredths that nobody names, behind the name of the whole ones. Below twenty they may be
/// shillings.
fn bare_minor(words: Words<'_>, whole: Money, exponent: i32, end: usize) -> Option<(Money, usize)> {
    let named = exponent == 0 && words.is_word(end.checked_sub(1)?) && !words.glued(end - 1);
    let part = number::read(words, end, false).filter(|_| named && !words.glued(end))?;
    let written = match part.spelling {
        Spelling::Bare => words.raw(end).len() == 2,
        spelling => spelling == Spelling::Words && part.precision >= 0 && part.value >= Decimal::from(20),
    };
    let fits = written && part.value < Decimal::ONE_HUNDRED && whole.amount.is_point() && whole.amount.precision >= 0;
    // "15 dollars 50 times"
    let closes =
        words.pauses(part.end) || words::is_function_word(words.word(part.end)) && words.word(part.end) != "of";
    let cents = part.value.checked_div(Decimal::ONE_HUNDRED).filter(|_| fits && closes)?;
    let number = whole.amount.number.checked_add(cents).filter(|_| whole.amount.number < Decimal::ONE_THOUSAND)?;
    Some((Money { amount: Amount { number, precision: -2, ..whole.amount }, ..whole }, part.end))
}

/// "5 feet 2 inches", "6 pounds and 3 ounces": in the larger unit, to six decimals.
fn with_smaller_measure(words: Words<'_>, whole: Quantity, end: usize) -> (Quantity, usize) {
    let smaller = || {
        let pair = SMALLER.iter().find(|pair| pair.0 == whole.measure.symbol && whole.measure.per.is_none())?;
        let hyphen = words.hyphen(end);
        // "6 ft. 2 in."
        let point =
            words.word(end) == "." && matches!(words.word(end - 1), "ft" | "lb" | "yd") && words.is_number(end + 1);
        let at = end + usize::from(hyphen || point || matches!(words.word(end), "and" | ","));
        let number = number::read(words, at, false).filter(|number| {
            number.upper.is_none() && number.value < Decimal::from(pair.2) && number.spelling != Spelling::Letter
        })?;
        let abbreviated = pair.1 == "in" && words.word(number.end) == "in" && words.word(end - 1) == "ft";
        // "a 5-foot-10 frame", "he is six foot two."
        let tall =
            pair.1 == "in" && matches!(words.word(end - 1), "foot" | "feet" | "ft") && at <= end + usize::from(hyphen);
        let end = if abbreviated {
            number.end + 1
        } else if tall
            && (hyphen || words.pauses(number.end) || matches!(words.word(number.end), "and" | "with" | "tall"))
            && unit::suffix(words, &number).is_none()
        {
            number.end
        } else {
            unit::suffix(words, &number).filter(|(measure, _)| measure.symbol == pair.1)?.1
        };
        let part = number.value.checked_div(Decimal::from(pair.2))?;
        let point = whole.amount.is_point() && whole.amount.precision >= 0;
        let sum = whole.amount.number.checked_add(part).filter(|_| point)?.round_dp(6).normalize();
        let precision = if pair.2 > 50 { -2 } else { -1 };
        Some((Quantity { amount: Amount { number: sum, precision, ..whole.amount }, ..whole }, end))
    };
    smaller().unwrap_or((whole, end))
}

/// Units that are told in two parts: the larger, the smaller, and how many of it make one.
const SMALLER: &[(&str, &str, u32)] = &[
    ("ft", "in", 12),
    ("lb", "oz", 16),
    ("st", "lb", 14),
    ("mi", "yd", 1760),
    ("m", "cm", 100),
    ("km", "m", 1000),
    ("kg", "g", 1000),
];

/// "€2 million ($2.6 million)" is one value, the first: the token behind a conversion in brackets, else `end`.
fn behind_conversion(words: Words<'_>, end: usize, code: &str) -> usize {
    let converted = || {
        let (other, behind) = stated(words, end + 1).filter(|_| words.word(end) == "(")?;
        let foreign = matches!(other.unit, Some(Unit::Money(currency)) if currency.code != code);
        foreign.then_some(if words.word(behind) == ")" { behind + 1 } else { behind })
    };
    converted().unwrap_or(end)
}

/// An amount of decades in years.
fn in_units(amount: Amount, times: u32) -> Option<Amount> {
    if times == 1 {
        return Some(amount);
    }
    let scaled = amount.scaled(Decimal::from(times))?;
    let precision = if times == 2 { 0 } else { amount.precision + number::trailing_zeros(Decimal::from(times)) };
    Some(Amount { precision, ..scaled })
}

/// Cents in euros, basis points in percentage points, millions of euros in euros.
fn in_power(amount: Amount, exponent: i32) -> Option<Amount> {
    let precision = amount.precision + exponent;
    Some(Amount { precision, ..amount.scaled(power_of_ten(exponent)?)? })
}
