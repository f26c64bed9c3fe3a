//! Ages in running prose: between commas behind whom they are told of, behind words that tell them, and decades of a life.

use rust_decimal::Decimal;

use super::amount::{Amount, Bound, whole};
use super::column_unit;
use super::count;
use super::duration::{Age, Duration, TimeUnit, UnitWord};
use super::number::{self, Spelling};
use super::predicate_age;
use super::quantity::{side, stated};
use super::stated::Unit;
use super::told_age;
use super::words::{self, Words};

/// Reads the age that starts at the token `at`, and the token behind it.
pub(crate) fn read(words: Words<'_>, at: usize) -> Option<(Age, usize)> {
    age(words, at)
        .or_else(|| of_column(words, at))
        .or_else(|| mean_age(words, at))
        .or_else(|| age_limit(words, at))
        .or_else(|| apposed_age(words, at))
        .or_else(|| decade_of_life(words, at))
}

/// A cell below "Age" or beside "Median age (years)".
fn of_column(words: Words<'_>, at: usize) -> Option<(Age, usize)> {
    let number = number::read(words, at, false).filter(|number| words.is_number(at) && words.alone(at, number.end))?;
    let column = column_unit::is_of(words, at, |word| matches!(word, "age" | "aged"));
    let human = number.value <= Decimal::from(130) && number.upper.is_none();
    let amount = Amount { number: number.value, upper: None, bound: Bound::Plain, precision: number.precision };
    (column && human).then_some((Age { amount, unit: TimeUnit::Year }, number.end))
}

/// "The mean age was 52 years", "the average age, which is pulled up by a few, is 37.4".
fn mean_age(words: Words<'_>, at: usize) -> Option<(Age, usize)> {
    let told = matches!(words.before(at, 1), "is" | "was" | "being" | "of" | "to" | "at" | "from" | "reached" | "now");
    let mean = |back: usize| {
        words.before(at, back) == "age" && matches!(words.before(at, back + 1), "mean" | "average" | "median")
    };
    if !told || !(2..=MEAN_AGE_BACK).any(mean) {
        return None;
    }
    let (quantity, end) = stated(words, at)?;
    let years =
        matches!(quantity.unit, None | Some(Unit::Time { word: UnitWord { unit: TimeUnit::Year, times: 1 }, .. }));
    let human = quantity.amount.number <= Decimal::from(130) && quantity.spelling != Spelling::Vague;
    let free = quantity.unit.is_some() || words.pauses(end) || words::is_function_word(words.word(end));
    let age = Age { amount: quantity.amount, unit: TimeUnit::Year };
    (years && human && free && !count::dangles(words, end)).then_some((age, end))
}

/// How many tokens before its number "the mean age" may stand.
const MEAN_AGE_BACK: usize = 14;

/// "Ann Lee, 47, said", "Ann Lee (47)", "at 47 she is": an age between commas or in brackets behind a name, or before whom it
/// is said of.
fn apposed_age(words: Words<'_>, at: usize) -> Option<(Age, usize)> {
    if let Some(age) = age_in_words(words, at) {
        return Some(age);
    }
    if !words.is_number(at) || words.raw(at).len() > 3 {
        return None;
    }
    let behind = at + 1 + usize::from(words.word(at + 1) == ",");
    let apposed = match words.before(at, 1) {
        "," => {
            told_age::is_aside(words, at, at + 1) && !words.is_number(at + 2)
                || is_listed_age(words, at)
                || told_age::is_last_word(words, at, at + 1)
        }
        // "Now 53, he teaches"
        "now" if words.begins(at - 1) && words.raw(at).len() == 2 && words.word(at + 1) == "," => {
            matches!(words.word(at + 2), "he" | "she")
        }
        // "Ann Lee, now 90, sang"
        // "his twin girls, both now 60."
        "now" if words.before(at, 2) == "both" => words.pauses(at + 1) && words.raw(at).len() == 2,
        "now" | "then" => {
            let named = at.checked_sub(3).is_some_and(|name| words.capital(name));
            let named = named || matches!(words.before(at, 3), "he" | "she");
            named && words.before(at, 2) == "," && words.word(at + 1) == "," && words.raw(at).len() == 2
        }
        "(" => {
            let named = at.checked_sub(2).is_some_and(|name| words.capital(name) || told_age::is_somebody(words, name));
            // "through Toveld (11 minutes) and Holt (52)", "Toveld (83), Holt (48, 71)": when they scored.
            let minute =
                |word: &str| matches!(word, "min" | "mins" | "minutes" | "scorers" | "scorer" | "pen" | "goals");
            named && words.word(at + 1) == ")" && words.raw(at).len() == 2 && !words.near(at, minute)
        }
        // "Ann Lee, at 38 the oldest player"
        "at" if words.before(at, 2) == "," && words.word(at + 1) == "the" => {
            words.raw(at).len() == 2 && matches!(words.word(at + 2), "oldest" | "youngest" | "eldest")
        }
        // "At 44, Ann Lee rows"
        "at" | "of" if told_age::is_age_of(words, at, at + 1) => true,
        "at" => {
            let named = words.begins(at - 1)
                && words.word(at + 1) == ","
                && matches!(words.raw(at).as_bytes(), [b'2'..=b'9', _] | [b'1', b'3'..=b'9'])
                && words.capital(at + 2)
                && !words::is_function_word(words.word(at + 2))
                && (words.capital(at + 3)
                    || matches!(words.word(at + 3), "is" | "has" | "remains" | "was" | "had" | "became"));
            // "At 35 I will think about it."
            let i = words.begins(at - 1) && words.raw(at + 1) == "I" && words.raw(at).len() == 2;
            // "retires on Friday at 65"
            let retires = |back: usize| matches!(words.before(at, back), "retire" | "retires" | "retired" | "retiring");
            let retires = (2..=7).any(retires) && words.raw(at).len() == 2 && !words.noun(at + 1);
            matches!(words.word(behind), "he" | "she")
                || named
                || i
                || retires
                || predicate_age::is_called_age(words, at)
        }
        // "He lived to 97."
        "to" => matches!(words.before(at, 2), "lived" | "lives" | "live") && words.pauses(at + 1),
        // "he was 31 and she 24."
        "he" | "she" => {
            let other = matches!(words.before(at, 2), "and" | ",") && words.is_number(at.wrapping_sub(3));
            other && words.pauses(at + 1) && words.raw(at).len() == 2 && matches!(words.before(at, 4), "was" | "is")
        }
        // "I am 45, not 54."
        "not" => {
            let told = words.before(at, 2) == "," && words.is_number(at.wrapping_sub(3));
            told && matches!(words.before(at, 4), "am" | "is" | "was")
                && matches!(words.before(at, 5), "i" | "he" | "she")
        }
        "and" | "or" => is_listed_age(words, at),
        // "Ann Lee, who is 47, …", "he was 86 when he died"
        "is" | "was" | "am" if predicate_age::is_said(words, at) => true,
        "is" | "was" | "as" => predicate_age::is_called_age(words, at),
        _ => false,
    };
    // "until they are 75"
    let apposed = apposed
        || words.before(at, 1) == "are"
            && words.before(at, 2) == "they"
            && matches!(words.before(at, 3), "until" | "till" | "when" | "before" | "once")
            && words.pauses(at + 1)
            && words.raw(at).len() == 2;
    let years =
        (apposed || told_age::is_age_of_someone(words, at, at + 1)).then(|| words.raw(at).parse().ok()).flatten()?;
    Some((Age::years(whole(years))?, at + 1))
}

/// "Children under seven travel free", "children from five to nine": a limit of age.
fn age_limit(words: Words<'_>, at: usize) -> Option<(Age, usize)> {
    if words.before(at, 1) == "from" {
        let first = number::read(words, at, false).filter(|first| words.word(first.end) == "to")?;
        let last = number::read(words, first.end + 1, false).filter(|last| last.value > first.value)?;
        let human = last.value < Decimal::ONE_HUNDRED && first.value >= Decimal::ONE && last.upper.is_none();
        let amount = Amount { number: first.value, upper: Some(last.value), bound: Bound::Plain, precision: 0 };
        let age = Age { amount, unit: TimeUnit::Year };
        let go = matches!(
            words.word(last.end),
            "pay" | "travel" | "go" | "get" | "play" | "ride" | "enter" | "live" | "attend"
        );
        let ends = go || words.pauses(last.end) || words::is_function_word(words.word(last.end));
        return (human && ends && told_age::is_age_limit(words, at - 1, at, last.end)).then_some((age, last.end));
    }
    if !matches!(words.word(at), "under" | "over") {
        return None;
    }
    let (quantity, end) = stated(words, at)?;
    let human = quantity.unit.is_none() && quantity.amount.number <= Decimal::ONE_HUNDRED;
    let age = Age { amount: quantity.amount, unit: TimeUnit::Year };
    (human && told_age::is_age_limit(words, at, quantity.number_at, end)).then_some((age, end))
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
fn age_in_words(words: Words<'_>, at: usize) -> Option<(Age, usize)> {
    let of = told_age::is_of_an_age(words, at);
    if !words.is_word(at) || !of && !matches!(words.before(at, 1), "is" | "was" | "turned" | "turns" | "turning") {
        return None;
    }
    let number = number::read(words, at, false).filter(|number| number.spelling == Spelling::Words)?;
    let of = of && (words.pauses(number.end) || words::is_function_word(words.word(number.end)));
    let amount = Amount { number: number.value, upper: number.upper, bound: Bound::Plain, precision: 0 };
    let age = Age::years(amount).filter(|_| of || told_age::is_age_of_someone(words, at, number.end))?;
    Some((age, number.end))
}

/// "aged 47", "age 47", "age of 47", "aged between 18 and 24".
fn age(words: Words<'_>, at: usize) -> Option<(Age, usize)> {
    let start = match words.word(at) {
        "aged" => at + 1,
        "age" => at + 1 + usize::from(matches!(words.word(at + 1), "of" | ":")),
        _ => return None,
    };
    // "aged from 12 to 17"
    if words.word(start) == "from" && words.word(at) == "aged" {
        let first = number::read(words, start + 1, false).filter(|first| words.word(first.end) == "to")?;
        let last = number::read(words, first.end + 1, false).filter(|last| last.value > first.value)?;
        let amount = Amount { number: first.value, upper: Some(last.value), bound: Bound::Plain, precision: 0 };
        let human = last.value < Decimal::ONE_HUNDRED && last.upper.is_none();
        return human.then_some((Age { amount, unit: TimeUnit::Year }, last.end));
    }
    let (quantity, end) = stated(words, start)?;
    let unit = match quantity.unit {
        None => TimeUnit::Year,
        Some(Unit::Time { word, .. }) if word.times == 1 => word.unit,
        _ => return None,
    };
    let amount = quantity.amount;
    let human =
        amount.number <= Decimal::from(130) && quantity.spelling != Spelling::Vague && amount.number >= Decimal::ZERO;
    (human && !count::dangles(words, end)).then_some((Age { amount, unit }, end))
}

/// "in his forties", "in her late 60s": the decade of an age.
fn decade_of_life(words: Words<'_>, at: usize) -> Option<(Age, usize)> {
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
    (owned && within).then_some((Age { amount, unit: TimeUnit::Year }, end))
}

/// "80 years and 3 months old"
pub(crate) fn age_and_months(words: Words<'_>, years: &Duration, end: usize) -> Option<(Age, usize)> {
    let part = side(words, end + usize::from(matches!(words.word(end), "and" | ",")))?;
    let Some(Unit::Time { word, old: true, .. }) = part.unit else { return None };
    let each = Decimal::from(years.unit.holds(word.unit).filter(|_| word.times == 1)?);
    let number = years.amount.number.checked_mul(each)?.checked_add(part.number.value)?;
    let fits = part.number.value < each && part.number.precision >= 0 && years.amount.is_point();
    let amount = Amount { number, precision: 0, ..years.amount };
    fits.then_some((Age { amount, unit: word.unit }, part.end))
}
