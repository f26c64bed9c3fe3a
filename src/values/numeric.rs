//! Every value made of a number, read where it starts: a qualifier, a currency, the number, a second one of a range, a unit.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::amount::{Amount, Bound, power_of_ten};
use super::calendar_words::{CalendarWord, calendar_word};
use super::count;
use super::duration::{self, Age, Duration, Leeway, TimeUnit};
use super::elapsed;
use super::measure::{Dimension, Quantity};
use super::money::{self, Money};
use super::notation;
use super::number::{self, Spelling};
use super::number_start::Start;
use super::ordinal;
use super::percent::{Percent, Share};
use super::qualifier;
use super::quantity::{side, stated};
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

    fn ordinal((rank, end): (u64, usize)) -> Self {
        Self::new(Kind::Ordinal, Value::Ordinal(rank), end)
    }
}

/// What its first word tells: an age, a decade of life, a length of time without a number.
fn aged(words: Words<'_>, at: usize) -> Option<Found> {
    elapsed::read(words, at)
        .map(|(length, end)| Found::new(Kind::Duration, Value::Duration(length), end))
        .or_else(|| age(words, at))
        .or_else(|| age_limit(words, at))
        .or_else(|| apposed_age(words, at))
        .or_else(|| decade_of_life(words, at))
        .or_else(|| week_long(words, at))
        .or_else(|| couple(words, at))
        .or_else(|| old_style(words, at))
}

/// "Ann Lee, 47, said", "Ann Lee (47)", "at 47 she is": an age between commas or in brackets behind a name, or before whom it
/// is said of.
fn apposed_age(words: Words<'_>, at: usize) -> Option<Found> {
    if let Some(age) = age_in_words(words, at) {
        return Some(age);
    }
    if !words.is_number(at) || words.raw(at).len() > 3 {
        return None;
    }
    let behind = at + 1 + usize::from(words.word(at + 1) == ",");
    let apposed = match words.before(at, 1) {
        "," => {
            count::is_aside(words, at, at + 1) && !words.is_number(at + 2)
                || is_listed_age(words, at)
                || count::is_last_word(words, at, at + 1)
        }
        // "Now 53, he teaches"
        "now" if words.begins(at - 1) && words.raw(at).len() == 2 && words.word(at + 1) == "," => {
            matches!(words.word(at + 2), "he" | "she")
        }
        // "Ann Lee, now 90, sang"
        "now" | "then" => {
            let named = at.checked_sub(3).is_some_and(|name| words.capital(name));
            let named = named || matches!(words.before(at, 3), "he" | "she");
            named && words.before(at, 2) == "," && words.word(at + 1) == "," && words.raw(at).len() == 2
        }
        "(" => {
            let named = at.checked_sub(2).is_some_and(|name| words.capital(name) || count::is_somebody(words, name));
            named && words.word(at + 1) == ")" && words.raw(at).len() == 2
        }
        // "At 44, Ann Lee rows"
        "at" | "of" if count::is_age_of(words, at, at + 1) => true,
        "at" => {
            let named = words.begins(at - 1)
                && words.word(at + 1) == ","
                && matches!(words.raw(at).as_bytes(), [b'2'..=b'9', _] | [b'1', b'3'..=b'9'])
                && words.capital(at + 2)
                && !words::is_function_word(words.word(at + 2))
                && (words.capital(at + 3)
                    || matches!(words.word(at + 3), "is" | "has" | "remains" | "was" | "had" | "became"));
            matches!(words.word(behind), "he" | "she") || named
        }
        "and" | "or" => is_listed_age(words, at),
        // "Ann Lee, who is 47, …", "he was 86 when he died"
        "is" | "was" => {
            let who = words.before(at, 2);
            let named =
                matches!(who, "who" | "he" | "she") || at.checked_sub(2).is_some_and(|name| words.capital(name));
            let somebody = at.checked_sub(2).is_some_and(|name| count::is_somebody(words, name));
            let now = words.before(at, 1) == "is"
                && (words.pauses(at + 1) || somebody && matches!(words.word(at + 1), "and" | "but"));
            let alone = now || words.word(at + 1) == "when";
            words.raw(at).len() == 2 && (named || somebody) && alone
        }
        _ => false,
    };
    let years =
        (apposed || count::is_age_of_someone(words, at, at + 1)).then(|| words.raw(at).parse().ok()).flatten()?;
    Some(Found::new(Kind::Age, Value::Age(Age::years(whole(years))?), at + 1))
}

/// "Children under seven travel free", "children from five to nine": a limit of age.
fn age_limit(words: Words<'_>, at: usize) -> Option<Found> {
    if words.before(at, 1) == "from" {
        let first = number::read(words, at, false).filter(|first| words.word(first.end) == "to")?;
        let last = number::read(words, first.end + 1, false).filter(|last| last.value > first.value)?;
        let human = last.value < Decimal::ONE_HUNDRED && first.value >= Decimal::ONE && last.upper.is_none();
        let amount = Amount { number: first.value, upper: Some(last.value), bound: Bound::Plain, precision: 0 };
        let age = Age { amount, unit: TimeUnit::Year };
        let ends = words.pauses(last.end) || words::is_function_word(words.word(last.end));
        return (human && ends && count::is_age_limit(words, at - 1, at, last.end))
            .then(|| Found::new(Kind::Age, Value::Age(age), last.end));
    }
    if !matches!(words.word(at), "under" | "over") {
        return None;
    }
    let (quantity, end) = stated(words, at)?;
    let human = quantity.unit.is_none() && quantity.amount.number <= Decimal::ONE_HUNDRED;
    let age = Age { amount: quantity.amount, unit: TimeUnit::Year };
    (human && count::is_age_limit(words, at, quantity.number_at, end))
        .then(|| Found::new(Kind::Age, Value::Age(age), end))
}

/// The later ones of "two girls aged 9, 12 and 14".
fn is_listed_age(words: Words<'_>, at: usize) -> bool {
    let mut first = at;
    while first >= 2 && matches!(words.before(first, 1), "and" | "or" | ",") && words.is_number(first - 2) {
        first -= 2;
    }
    // "aged 18 and 20 others"
    let ends = words.pauses(at + 1) || matches!(words.word(at + 1), "and" | "or");
    first < at && matches!(words.before(first, 1), "aged" | "ages") && ends
}

/// "the boy, who is nine,", "turned eighty on": an age in words behind a word for a human being, or for growing older.
fn age_in_words(words: Words<'_>, at: usize) -> Option<Found> {
    let of = count::is_of_an_age(words, at);
    if !words.is_word(at) || !of && !matches!(words.before(at, 1), "is" | "was" | "turned" | "turns" | "turning") {
        return None;
    }
    let number = number::read(words, at, false).filter(|number| number.spelling == Spelling::Words)?;
    let of = of && (words.pauses(number.end) || words::is_function_word(words.word(number.end)));
    let amount = Amount { number: number.value, upper: number.upper, bound: Bound::Plain, precision: 0 };
    let age = Age::years(amount).filter(|_| of || count::is_age_of_someone(words, at, number.end))?;
    Some(Found::new(Kind::Age, Value::Age(age), number.end))
}

/// "aged 47", "age 47", "age of 47", "aged between 18 and 24".
fn age(words: Words<'_>, at: usize) -> Option<Found> {
    let start = match words.word(at) {
        "aged" => at + 1,
        "age" => at + 1 + usize::from(matches!(words.word(at + 1), "of" | ":")),
        _ => return None,
    };
    let (quantity, end) = stated(words, start)?;
    let unit = match quantity.unit {
        None => TimeUnit::Year,
        Some(Unit::Time { word, .. }) if word.times == 1 => word.unit,
        _ => return None,
    };
    let amount = quantity.amount;
    let human =
        amount.number <= Decimal::from(130) && quantity.spelling != Spelling::Vague && amount.number >= Decimal::ZERO;
    (human && !count::dangles(words, end)).then(|| Found::new(Kind::Age, Value::Age(Age { amount, unit }), end))
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

/// "in his forties", "in her late 60s": the decade of an age.
fn decade_of_life(words: Words<'_>, at: usize) -> Option<Found> {
    let (tens, end) = match words.word(at) {
        "teens" => (10, at + 1),
        "twenties" => (20, at + 1),
        "thirties" => (30, at + 1),
        "forties" => (40, at + 1),
        "fifties" => (50, at + 1),
        "sixties" => (60, at + 1),
        "seventies" => (70, at + 1),
        "eighties" => (80, at + 1),
        "nineties" => (90, at + 1),
        digits if words.word(at + 1) == "s" && words.glued(at + 1) && digits.len() == 2 && digits.ends_with('0') => {
            (digits.parse().ok().filter(|tens| (20..100).contains(tens))?, at + 2)
        }
        _ => return None,
    };
    let part = |word: &str| match word {
        "early" => Some((0, 4)),
        "mid" => Some((3, 7)),
        "late" => Some((5, 9)),
        _ => None,
    };
    let before = at - usize::from(words.glued(at) && words.before(at, 1) == "-");
    let (from, to) = part(words.before(before, 1)).unwrap_or(if tens == 10 { (3, 9) } else { (0, 9) });
    let owner = before.checked_sub(usize::from(part(words.before(before, 1)).is_some()))?;
    let owned = matches!(words.before(owner, 1), "his" | "her" | "their" | "my" | "your" | "our");
    let within = matches!(words.before(owner, 2), "in" | "into" | "of" | "reached" | "late" | "early");
    let amount = Amount { upper: Some(Decimal::from(tens + to)), ..whole(tens + from) };
    (owned && within).then(|| Found::new(Kind::Age, Value::Age(Age { amount, unit: TimeUnit::Year }), end))
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
            if quantity.spelling != Spelling::Figure && count::counts(words, at, &quantity, end) {
                // "2.6 children", but "an average of 2.6"
                let measured = amount.precision < 0 && !words.noun(end) && !words.is_literal();
                return Some(match measured {
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
            if rate || meanwhile || (quantity.article && !lasts(words, at, number_at, end)) {
                return None;
            }
            let amount = in_units(amount, word.times)?;
            let leeway = if loose { Leeway::Long } else { Leeway::None };
            let first = Duration { amount, unit: word.unit, days: 0, leeway };
            let (duration, end) = with_smaller_units(words, first, end);
            Found::new(Kind::Duration, Value::Duration(duration), end)
        }
    })
}

/// Whether a thousand or a million of a unit stands alone in brackets behind a word: "Area (1,000 ha)", but "the park (1,000 ha)"
/// of running text is one too, and is left out.
fn is_scale_of_column(words: Words<'_>, at: usize, number_at: usize, number: Decimal, end: usize) -> bool {
    let power = number == Decimal::ONE_THOUSAND || number == Decimal::from(1_000_000);
    let word = at.checked_sub(2).is_some_and(|before| words.is_word(before) && words.capital(before));
    power && number_at == at && words.before(at, 1) == "(" && words.word(end) == ")" && word
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
    let Some(Unit::Time { word, loose: false, old: false }) = part.unit else { return None };
    let exact = part.number.upper.is_none() && part.number.precision >= 0;
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
    minor().unwrap_or((whole, end))
}

/// "5 feet 2 inches", "6 pounds and 3 ounces": in the larger unit, to six decimals.
fn with_smaller_measure(words: Words<'_>, whole: Quantity, end: usize) -> (Quantity, usize) {
    let smaller = || {
        let pair = SMALLER.iter().find(|pair| pair.0 == whole.measure.symbol && whole.measure.per.is_none())?;
        let hyphen = words.hyphen(end);
        let at = end + usize::from(hyphen || matches!(words.word(end), "and" | ","));
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

fn whole(number: u32) -> Amount {
    Amount { number: Decimal::from(number), upper: None, bound: Bound::Plain, precision: 0 }
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
