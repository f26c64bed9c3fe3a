//! Every value made of a number, read where it starts: a qualifier, a currency, the number, a second one of a range, a unit.

use std::sync::{Arc, LazyLock};

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::amount::{Amount, Bound};
use super::count;
use super::duration::{self, Age, Duration, TimeUnit};
use super::money::{self, Money};
use super::number::{self, Spelling};
use super::ordinal;
use super::percent::{self, Percent, Share};
use super::qualifier;
use super::quantity::{side, stated};
use super::stated::{Stated, Unit};
use super::value::{Kind, Reading, Value};
use super::words::Words;
use crate::source::document::{Document, Header};
use crate::source::file::File;
use crate::source::prose::{BlockKind, Prose};

/// Reads a whole string as one value of a numeric kind; `None` where it is none, or where something is left over.
#[must_use]
pub fn parse(kind: Kind, text: &str) -> Option<Value> {
    let mut prose = Prose::default();
    prose.push(text, 0);
    prose.end_block(0, BlockKind::Paragraph, false);
    let document = Document::new(Arc::new(File::new("", text)), prose, Header::default());
    let words = Words::literal(&document);
    // "third" is an ordinal and a fraction: the kind asked for is tried alone.
    let found = match kind {
        Kind::Ordinal => ordinal::read(words, 0).map(Found::ordinal),
        _ => age(words, 0).or_else(|| week_long(words, 0)).or_else(|| quantity(words, 0)),
    }?;
    (found.kind == kind && found.resume == words.end()).then_some(found.value)
}

/// Appends the value that starts at the token `at`, where one does, and returns the token to go on at: the one behind
/// the value (and behind a conversion in brackets), so that no part of it is read again.
pub fn read(document: &Document, at: usize, out: &mut Vec<Reading>) -> usize {
    let start = Start::of(document.word(at));
    // Most hyphens join two words.
    if start == Start::NONE || (document.word(at) == "-" && !document.glued(at + 1)) {
        return at + 1;
    }
    let words = Words::around(document, at);
    if !start.goes_on(words, at) {
        return at + 1;
    }
    let found = ordinal::read(words, at)
        .map(Found::ordinal)
        .or_else(|| age(words, at))
        .or_else(|| week_long(words, at))
        .or_else(|| quantity(words, at));
    let Some(found) = found else { return at + 1 };
    out.push(Reading { kind: found.kind, tokens: at as u32..found.end as u32, value: found.value });
    found.resume.max(at + 1)
}

/// Whether a value made of a number can start with this folded token.
#[must_use]
pub fn can_start(word: &str) -> bool {
    Start::of(word) != Start::NONE
}

/// The folded words and marks that a value made of a number can start with; digits always can.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    STARTS.keys().copied()
}

/// What kinds of values, or of words before them, a word can start.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Start(u8);

impl Start {
    const NONE: Self = Self(0);
    const QUALIFIER: Self = Self(1);
    const CURRENCY: Self = Self(2);
    const LENGTH: Self = Self(4);
    const ARTICLE: Self = Self(8);
    const NUMBER: Self = Self(16);

    fn of(word: &str) -> Self {
        if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return Self::NUMBER;
        }
        STARTS.get(word).copied().unwrap_or(Self::NONE)
    }

    /// Whether the words behind the one at `at` bear its promise out. "in", "at", "a", "us" and "day" are everywhere, and a
    /// look at the next words costs a tenth of trying every reader.
    fn goes_on(self, words: Words<'_>, at: usize) -> bool {
        self.is(Self::NUMBER)
            || (self.is(Self::QUALIFIER) && qualifier::before(words, at).is_some())
            || (self.is(Self::CURRENCY) && money::prefix(words, at).is_some())
            || (self.is(Self::ARTICLE) && follows_article(words.word(at + 1)))
            || (self.is(Self::LENGTH)
                && (matches!(words.word(at), "age" | "aged") || duration::long(words, at).is_some()))
    }

    fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Whether "a" or "an" before this word may stand for a number: "a dozen", "a week", "a third", "a-half".
fn follows_article(next: &str) -> bool {
    matches!(next, "few" | "half" | "dozen" | "-")
        || number::is_scale(next)
        || duration::is_unit(next)
        || percent::is_denominator(next)
}

static STARTS: LazyLock<FxHashMap<&str, Start>> = LazyLock::new(|| {
    let mut starts = FxHashMap::default();
    let mut add = |word, start: Start| {
        let known = starts.entry(word).or_insert(Start::NONE);
        *known = Start(known.0 | start.0);
    };
    qualifier::starts().for_each(|word| add(word, Start::QUALIFIER));
    money::starts().for_each(|word| add(word, Start::CURRENCY));
    duration::starts().for_each(|word| add(word, Start::LENGTH));
    let numbers = number::starts().filter(|&word| word != "a").chain(ordinal::starts());
    numbers.chain(["between", "minus", "-"]).for_each(|word| add(word, Start::NUMBER));
    ["a", "an"].into_iter().for_each(|word| add(word, Start::ARTICLE));
    starts
});

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

    fn ordinal((rank, end): (u32, usize)) -> Self {
        Self::new(Kind::Ordinal, Value::Ordinal(rank), end)
    }
}

/// "aged 47", "age 47", "age of 47", "aged between 18 and 24".
fn age(words: Words<'_>, at: usize) -> Option<Found> {
    let start = match words.word(at) {
        "aged" => at + 1,
        "age" => at + 1 + usize::from(words.word(at + 1) == "of"),
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

/// "week-long", "yearlong".
fn week_long(words: Words<'_>, at: usize) -> Option<Found> {
    let (word, end) = duration::long(words, at).filter(|_| !words.glued(at))?;
    let amount = in_units(whole(1), word.times)?;
    Some(Found::new(Kind::Duration, Value::Duration(Duration { amount, unit: word.unit, loose: true }), end))
}

/// A count, a sum of money, a share, a length of time or an age, with its qualifiers.
fn quantity(words: Words<'_>, at: usize) -> Option<Found> {
    let (quantity, end) = stated(words, at)?;
    let Stated { amount, unit, number_at, .. } = quantity;
    Some(match unit {
        None => {
            let counts = count::counts(words, at, &quantity, end);
            return counts.then(|| Found::new(Kind::Count, Value::Count(amount), end));
        }
        Some(Unit::Share(share)) => {
            let amount = if share == Share::BasisPoints { hundredths(amount)? } else { amount };
            let percent = Percent { amount, points: share != Share::Percent, fraction: false };
            Found::new(Kind::Percent, Value::Percent(percent), end)
        }
        Some(Unit::Fraction) => {
            Found::new(Kind::Percent, Value::Percent(Percent { amount, points: false, fraction: true }), end)
        }
        Some(Unit::Money(currency)) => {
            let amount = if currency.hundredths { hundredths(amount)? } else { amount };
            let money = Money { amount, currency: currency.code };
            let resume = behind_conversion(words, end, currency.code);
            Found { resume, ..Found::new(Kind::Money, Value::Money(money), end) }
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
            let first = Duration { amount, unit: word.unit, loose };
            let (duration, end) = with_smaller_units(words, first, end);
            Found::new(Kind::Duration, Value::Duration(duration), end)
        }
    })
}

/// Whether "a week" is a length of time here, and not how often something happens ("twice a week").
fn lasts(words: Words<'_>, at: usize, number_at: usize, end: usize) -> bool {
    if words.is_literal() || at < number_at {
        return true;
    }
    let behind = matches!(words.word(end), "ago" | "later" | "earlier" | "before" | "after" | "or")
        && !matches!(words.before(at, 1), "once" | "twice" | "times")
        && !words.is_number(at.wrapping_sub(1));
    let before = matches!(
        words.before(at, 1),
        "for"
            | "in"
            | "within"
            | "after"
            | "last"
            | "lasts"
            | "lasted"
            | "lasting"
            | "take"
            | "takes"
            | "took"
            | "taking"
            | "than"
            | "only"
            | "just"
            | "spent"
            | "spend"
            | "spending"
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
    let before = matches!(
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
            | "last"
            | "lasts"
            | "lasted"
            | "lasting"
            | "take"
            | "takes"
            | "took"
            | "taken"
            | "taking"
            | "spent"
            | "spend"
            | "well"
            | "some"
            | "a"
            | "the"
    );
    words.is_literal() || before || matches!(words.word(end), "ago" | "old" | "earlier" | "later")
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
    if whole.loose || !whole.amount.is_point() || whole.amount.precision < 0 || words.hyphen(end.checked_sub(2)?) {
        return None;
    }
    let comma = usize::from(words.word(end) == ",");
    let at = end + comma + usize::from(words.word(end + comma) == "and");
    let part = side(words, at).filter(|part| !part.article)?;
    let Some(Unit::Time { word, loose: false, old: false }) = part.unit else { return None };
    let each = Decimal::from(whole.unit.holds(word.unit).filter(|_| word.times == 1)?);
    let fits = part.number.value < each && part.number.upper.is_none() && part.number.precision >= 0;
    let number = whole.amount.number.checked_mul(each)?.checked_add(part.number.value)?;
    let amount = Amount { number, precision: part.number.precision, ..whole.amount };
    fits.then_some((Duration { amount, unit: word.unit, loose: false }, part.end))
}

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

/// Cents in euros, basis points in percentage points.
fn hundredths(amount: Amount) -> Option<Amount> {
    let precision = amount.precision - 2;
    Some(Amount { precision, ..amount.scaled(Decimal::new(1, 2))? })
}
