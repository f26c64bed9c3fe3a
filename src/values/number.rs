//! Numbers in digits, in words, and in both; nothing of what they count or measure.

use rust_decimal::Decimal;

use super::amount::power_of_ten;
use super::duration;
use super::fraction::{self, Fraction};
use super::number_words::{self, Sum, plural_scale, scale};
use super::words::Words;

/// A number as it stands in a sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    /// The number; of a vague one ("dozens") the least it can mean.
    pub(crate) value: Decimal,
    /// The most that a vague number can mean.
    pub(crate) upper: Option<Decimal>,
    /// See [`Amount::precision`](super::amount::Amount::precision).
    pub(crate) precision: i32,
    /// The token behind it.
    pub(crate) end: usize,
    /// How it is written.
    pub(crate) spelling: Spelling,
    /// The factor of its scale word ("million"), as a power of ten; 0 without one.
    pub(crate) scale: i32,
}

/// How a number is written; what may follow it depends on that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// `1500`: digits and nothing else.
    Bare,
    /// `18,000`, `2.5`, `1.2 million`, `2bn`.
    Digits,
    /// `5m`, `10k`: also five metres, a race of ten kilometres.
    Letter,
    /// `3/4`, "two thirds", `-5`, `2.5^3`: a number that counts nothing.
    Figure,
    /// `twenty-six`
    Words,
    /// `one`: mostly a pronoun.
    One,
    /// `a dozen`, `a hundred`: rarely counted.
    Loose,
    /// `dozens`, `several hundred`
    Vague,
}

/// Reads the number that starts at the token `at`. `money` says that a currency stands before it, so that `2b` is two
/// thousand million. What is around it (`F-16`, `3.4.1`) is not looked at.
pub(crate) fn read(words: Words<'_>, at: usize, money: bool) -> Option<Number> {
    let number = whole_or_part(words, at, money)?;
    ratio(words, at, &number).or(Some(number))
}

fn whole_or_part(words: Words<'_>, at: usize, money: bool) -> Option<Number> {
    if starts_in_digits(words, at) {
        let read = || power(words, at).or_else(|| stroke(words, at)).or_else(|| digits(words, at, money));
        return match continental(words, at, money) {
            Continental::Number(number) => Some(number),
            Continental::No => read(),
            Continental::Unclear => None,
        };
    }
    match words.word(at) {
        "half" => half(words, at).or_else(|| part(words, at)),
        "quarter" => part_of(words, QUARTER, at + 1 + usize::from(words.are(at + 1, &["of", "a"])) * 2),
        "quarters" => None,
        "dozens" | "tens" | "hundreds" | "thousands" | "millions" | "billions" | "trillions" => vague(words, at),
        "several" | "few" => several(words, at),
        "a" if words.word(at + 1) == "few" => several(words, at + 1),
        "couple" => couple(words, at),
        "a" if words.word(at + 1) == "couple" => couple(words, at + 1),
        _ => {
            stroke(words, at).or_else(|| of_scale(words, at)).or_else(|| part(words, at)).or_else(|| spelled(words, at))
        }
    }
}

/// Whether a number in digits starts at `at`, be it `.5`.
pub(crate) fn starts_in_digits(words: Words<'_>, at: usize) -> bool {
    words.is_number(at) || (words.word(at) == "." && words.is_number(at + 1) && words.glued(at + 1))
}

/// The folded words that a number can start with; digits always can.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    number_words::starts().chain(fraction::starts()).chain([
        "a",
        "half",
        "quarter",
        "dozens",
        "tens",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "several",
        "few",
        "couple",
    ])
}

/// How many trailing zeros a whole number has, its value as a precision.
pub(crate) fn trailing_zeros(number: Decimal) -> i32 {
    let mantissa = number.normalize();
    let mut rest = if mantissa.scale() == 0 { mantissa.mantissa() } else { return -(mantissa.scale() as i32) };
    let mut zeros = 0;
    while rest != 0 && rest % 10 == 0 {
        rest /= 10;
        zeros += 1;
    }
    zeros
}

/// Numbers of more digits are no quantities but identifiers.
const MOST_DIGITS: usize = 18;

/// `18,000`, `.5`, `1.2 million`, `1.2-million`, `1.5m`, `2bn`, `2½`, `2 dozen`, `2.3 lakh crore`, `1 234 567`.
fn digits(words: Words<'_>, at: usize, money: bool) -> Option<Number> {
    let plain = figures(words, at)?;
    let last = plain.end - 1;
    let (raw, next) = (words.raw(last + 1), words.word(last + 1));
    let glued = words.glued(last + 1) && words.is_word(last + 1);
    if let Some((parts, of)) = fraction::vulgar(next).filter(|_| plain.precision >= 0) {
        return with_part(words, plain, Fraction { parts, of, whole: 0, end: last + 2 });
    }
    // "2 1/4", but "1999 1/4"
    let mixed = plain.spelling == Spelling::Bare && plain.value < Decimal::ONE_THOUSAND;
    if let Some(part) = fraction::digits(words, last + 1, true).filter(|_| mixed && !words.glued(last + 1)) {
        return with_part(words, plain, part);
    }
    let times = |spelling, exponent| multiply(Number { end: last + 2, spelling, ..plain }, exponent);
    if glued {
        return match next {
            "k" => times(Spelling::Letter, 3),
            "m" => times(Spelling::Letter, 6),
            "mm" if money || raw == "MM" => times(Spelling::Digits, 6),
            "b" if money => times(Spelling::Digits, 9),
            "b" if plain.precision < 0 => times(Spelling::Letter, 9),
            "t" if money => times(Spelling::Digits, 12),
            _ => match abbreviated(next).or_else(|| scale(next)) {
                Some(exponent) => times(Spelling::Digits, exponent),
                None => Some(plain),
            },
        };
    }
    match next {
        "dozen" | "dozens" | "doz" | "dz" | "dzs" => dozen(words, plain, last + 2),
        "k" if raw == "k" && words.pauses(last + 2) => times(Spelling::Letter, 3),
        "m" if raw == "M" && words.pauses(last + 2) => times(Spelling::Letter, 6),
        "m" if money || matches!(words.word(last + 2), "euros" | "dollars" | "pounds") => times(Spelling::Digits, 6),
        "mm" if money => times(Spelling::Digits, 6),
        "b" if money => times(Spelling::Digits, 9),
        _ => match abbreviated(next) {
            Some(exponent) => times(Spelling::Digits, exponent),
            None => with_words(words, plain),
        },
    }
}

/// Digits with their separators, and nothing behind them.
fn figures(words: Words<'_>, at: usize) -> Option<Number> {
    let mut mantissa = 0_i64;
    let mut decimals = 0;
    let (mut count, mut point) = (0, words.word(at) == ".");
    let first = at + usize::from(point);
    let raw = words.raw(first);
    let last = if point { first } else { last_group(words, at) };
    for byte in (first..=last).flat_map(|group| words.raw(group).bytes()) {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                decimals += u32::from(point);
                mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
            }
            b'.' if point => return None,
            b'.' => point = true,
            _ => {}
        }
    }
    let padded = raw.len() > 1 && raw.starts_with('0') && !raw.starts_with("0.") && first == at;
    if count > MOST_DIGITS || padded {
        return None;
    }
    let value = Decimal::new(mantissa, decimals);
    let precision = if point { -(decimals as i32) } else { trailing_zeros(value) };
    let bare = count == raw.len() && last == at;
    let spelling = match () {
        () if first > at => Spelling::Figure,
        () if bare => Spelling::Bare,
        () => Spelling::Digits,
    };
    Some(Number { value, upper: None, precision, end: last + 1, spelling, scale: 0 })
}

/// What a comma before one or two digits makes of a number.
enum Continental {
    /// A number with a decimal comma.
    Number(Number),
    /// No such comma stands there.
    No,
    /// It may stand in a list.
    Unclear,
}

/// `1.250,50`, `1.234.567`, `2,5 million`, `€4,50`: decimal commas, and points between groups of three.
fn continental(words: Words<'_>, at: usize, money: bool) -> Continental {
    let digits = |at: usize| words.is_number(at) && words.raw(at).bytes().all(|b| b.is_ascii_digit());
    let joined = |mark: usize| words.glued(mark) && words.glued(mark + 1) && words.is_number(mark + 1);
    let comma = |end: usize| words.word(end) == "," && joined(end) && digits(end + 1) && words.raw(end + 1).len() <= 2;
    let three = |group: &str| group.len() == 3;
    let mut end = at + 1;
    let grouped = words
        .raw(at)
        .split_once('.')
        .is_some_and(|(first, group)| three(group) && (1..=3).contains(&first.len()) && !first.starts_with('0'));
    if !(grouped || comma(end) && digits(at)) {
        return Continental::No;
    }
    let mut plain = words.raw(at).replace('.', "");
    if grouped {
        while words.word(end) == "." && joined(end) && digits(end + 1) && three(words.raw(end + 1)) {
            plain.push_str(words.raw(end + 1));
            end += 2;
        }
    }
    let decimals = comma(end);
    if !(decimals && (grouped || digits(at)) || end > at + 1) {
        return Continental::No;
    }
    if decimals {
        plain = format!("{plain}.{}", words.raw(end + 1));
        end += 2;
    }
    let goes_on = words.glued(end)
        && (words.hyphen(end) || words.is_word(end) || (matches!(words.word(end), "," | ".") && joined(end)));
    let told = grouped || money || words.pauses(end) || scale(words.word(end)).is_some();
    let value = plain.parse::<Decimal>().ok().filter(|_| told && !goes_on && plain.len() <= MOST_DIGITS);
    let precision = |value: Decimal| if decimals { -(value.scale() as i32) } else { trailing_zeros(value) };
    let number = value.map(|value| Number {
        value,
        upper: None,
        precision: precision(value),
        end,
        spelling: Spelling::Digits,
        scale: 0,
    });
    match number.and_then(|number| times_scale(words, number)) {
        Some(number) => Continental::Number(number),
        None => Continental::Unclear,
    }
}

/// The last group of digits: "40 000" with a blank that never breaks, "1 234 567" with any.
fn last_group(words: Words<'_>, at: usize) -> usize {
    let first = words.raw(at).len();
    let mut last = at;
    let group = |at: usize| {
        let raw = words.raw(at);
        words.is_number(at)
            && !words.glued(at)
            && raw.split('.').next().is_some_and(|whole| whole.len() == 3 && !whole.contains(','))
    };
    while first <= 3 && group(last + 1) && !words.raw(last).contains('.') {
        last += 1;
    }
    let unbroken = (at + 1..=last).all(|group| words.grouped(group));
    // Of groups with plain blanks two are a number, one alone only where it ends in zeros and nothing like it is near;
    // three groups of three are a telephone number.
    let before = at.checked_sub(1).is_some_and(|before| words.is_number(before) || words.word(before) == "+");
    let known = words.raw(at) != "0" && !before && !words.is_number(last + 1);
    let spaced = match last - at {
        0 => true,
        1 => words.raw(last) == "000" || words.alone(at, last + 1),
        _ => first < 3 || last - at > 2,
    };
    if unbroken || (known && spaced) { last } else { at }
}

fn abbreviated(suffix: &str) -> Option<i32> {
    Some(match suffix {
        "mn" | "mln" | "mil" => 6,
        "bn" | "bln" => 9,
        "tn" | "trn" | "tln" => 12,
        _ => return None,
    })
}

/// `6.23x10^-4`, `12.3e+14`, `2^10`; exponents up to a hundred.
fn power(words: Words<'_>, at: usize) -> Option<Number> {
    let base = figures(words, at)?;
    let mut next = base.end;
    let apart = words.are(next, &["x", "10", "^"]) && words.glued(next + 2);
    if !words.glued(next) && words.word(next) != "×" && !apart {
        return None;
    }
    let exponent_at = |at: usize| -> Option<(i32, usize)> {
        let negative = words.word(at) == "-";
        let signed = at + usize::from(negative || words.word(at) == "+");
        let plain = words.is_number(signed) && words.glued(signed) && words.raw(signed).len() <= 3;
        let exponent: i32 = words.raw(signed).parse().ok().filter(|_| plain)?;
        (exponent <= 100).then_some((if negative { -exponent } else { exponent }, signed + 1))
    };
    let (value, end) = match words.word(next) {
        "^" => {
            let (exponent, end) = exponent_at(next + 1)?;
            (to_power(base.value, exponent)?, end)
        }
        "e" => {
            let (exponent, end) = exponent_at(next + 1)?;
            (base.value.checked_mul(power_of_ten(exponent)?)?, end)
        }
        "x10" | "×" | "x" => {
            next += usize::from(words.word(next) != "x10");
            let ten = words.word(next) == "x10" || words.word(next) == "10";
            let (exponent, end) = exponent_at(next + 2).filter(|_| ten && words.word(next + 1) == "^")?;
            (base.value.checked_mul(power_of_ten(exponent)?)?, end)
        }
        word => {
            let exponent: i32 = word.strip_prefix('e')?.parse().ok()?;
            (base.value.checked_mul(power_of_ten(exponent)?)?, next + 1)
        }
    };
    let precision = trailing_zeros(value);
    Some(Number { value, upper: None, precision, end, spelling: Spelling::Figure, scale: 0 })
}

fn to_power(base: Decimal, exponent: i32) -> Option<Decimal> {
    let product = (0..exponent.unsigned_abs()).try_fold(Decimal::ONE, |product, _| product.checked_mul(base))?;
    let value = if exponent < 0 { Decimal::ONE.checked_div(product)? } else { product };
    Some(value.round_dp(12).normalize())
}

/// `3/4`, `½`
fn stroke(words: Words<'_>, at: usize) -> Option<Number> {
    let fraction = fraction::digits(words, at, false)?;
    let (value, precision) = fraction.value()?;
    let number = Number { value, upper: None, precision, end: fraction.end, spelling: Spelling::Figure, scale: 0 };
    times_scale(words, number)
}

/// A fraction in words that stands for a number and not for a share or a rank: "two thirds." and nothing more, "one-eighth,".
fn part(words: Words<'_>, at: usize) -> Option<Number> {
    let fraction = fraction::spelled(words, at).filter(|fraction| fraction.whole == 0)?;
    let dangling = fraction.end + usize::from(words.word(fraction.end) == "of");
    let alone = words.is_literal()
        || (words.before(at, 1).is_empty() || matches!(words.before(at, 1), "minus" | "negative"))
            && ends(words, dangling);
    let told = matches!(words.word(at), "a" | "half") || matches!(words.word(fraction.end - 1), "quarter" | "quarters");
    if !alone && (told || !words.pauses(fraction.end)) {
        return None;
    }
    let (value, precision) = fraction.value()?;
    let number = Number { value, upper: None, precision, end: fraction.end, spelling: Spelling::Figure, scale: 0 };
    Some(number)
}

/// Whether the sentence ends at `at`, but for its mark.
fn ends(words: Words<'_>, at: usize) -> bool {
    words.word(at).is_empty() || (matches!(words.word(at), "." | "?" | "!") && words.word(at + 1).is_empty())
}

/// "two thirds of a million", "a quarter of a million".
fn of_scale(words: Words<'_>, at: usize) -> Option<Number> {
    let fraction = fraction::spelled(words, at).filter(|fraction| fraction.whole == 0)?;
    let (value, precision) = fraction.value()?;
    let of = usize::from(words.are(fraction.end, &["of", "a"])) * 2;
    let exponent = scale(words.word(fraction.end + of)).filter(|&exponent| exponent > 2 && of > 0)?;
    let number =
        Number { value, upper: None, precision, end: fraction.end + of + 1, spelling: Spelling::Words, scale: 0 };
    multiply(number, exponent)
}

/// "one over three.", "two out of five hundred", "1 in 500": one number as a part of another.
fn ratio(words: Words<'_>, at: usize, part: &Number) -> Option<Number> {
    let counted = |number: &Number| {
        number.upper.is_none()
            && number.precision >= 0
            && !matches!(number.spelling, Spelling::Letter | Spelling::Figure)
    };
    let (joint, of) = match words.word(part.end) {
        "over" => ("over", part.end + 1),
        "in" => ("in", part.end + 1),
        "out" if words.word(part.end + 1) == "of" => ("of", part.end + 2),
        _ => return None,
    };
    let whole = whole_or_part(words, of, false).filter(|whole| counted(whole) && counted(part))?;
    let one = part.value == Decimal::ONE;
    let year = whole.spelling == Spelling::Bare && words.raw(of).len() == 4;
    let timed = duration::is_unit(words.word(whole.end));
    let hundreds = whole.value >= Decimal::ONE_HUNDRED && power_of_ten(whole.precision) == Some(whole.value);
    let fits = match joint {
        "over" => words.pauses(whole.end) && (one || words.alone(at, whole.end)),
        // "1 in 40", "3 in 1,000"
        "in" => (one && whole.value > Decimal::TEN || hundreds && part.value < Decimal::TEN) && !year && !timed,
        _ => part.value < whole.value && whole.value > Decimal::TEN && !year && !timed,
    };
    let fraction = Fraction {
        parts: u64::try_from(part.value).ok().filter(|_| fits)?,
        of: u64::try_from(whole.value).ok().filter(|&of| of > 0)?,
        whole: 0,
        end: whole.end,
    };
    let (value, precision) = fraction.value()?;
    Some(Number { value, upper: None, precision, end: fraction.end, spelling: Spelling::Figure, scale: 0 })
}

/// Takes the words behind a number in digits: `1.2 million`, "3 hundred and 21", "4 thousand 3 hundred", "3 million and a
/// quarter".
fn with_words(words: Words<'_>, number: Number) -> Option<Number> {
    let number = times_scale(words, number)?;
    if number.scale == 0 {
        // "2 and a half"
        let short = number.spelling == Spelling::Bare && number.value < Decimal::ONE_THOUSAND;
        return if short { and_part(words, number) } else { Some(number) };
    }
    if number.precision >= 0
        && let Some(longer) = with_lower_scales(words, &number)
    {
        return Some(longer);
    }
    and_part(words, number)
}

/// "3 hundred and 21", "4 thousand 3 hundred and 21", "6 crore and two hundred".
fn with_lower_scales(words: Words<'_>, number: &Number) -> Option<Number> {
    let mut value = u64::try_from(number.value).ok()?;
    let (mut scale_of_last, mut end, mut taken) = (number.scale, number.end, false);
    loop {
        let and = usize::from(words.word(end) == "and");
        let at = end + and;
        let (low, behind) = if words.is_number(at) && words.raw(at).len() <= 3 && !words.glued(at) {
            (words.raw(at).parse::<u64>().ok(), at + 1)
        } else {
            (number_words::small(words.word(at)).map(u64::from), at + 1)
        };
        let Some(low) = low.filter(|&low| low > 0) else { break };
        let lower = scale(words.word(behind)).filter(|&exponent| exponent < scale_of_last);
        match lower {
            Some(exponent) if and == 0 || matches!(number.scale, 5 | 7) => {
                value = value.checked_add(low.checked_mul(10_u64.checked_pow(exponent.unsigned_abs())?)?)?;
                (scale_of_last, end, taken) = (exponent, behind + 1, true);
            }
            None if scale_of_last == 2 && and == 1 && low < 100 => {
                value = value.checked_add(low)?;
                (end, taken) = (behind, true);
                break;
            }
            _ => break,
        }
    }
    let value = Decimal::from(value);
    let precision = trailing_zeros(value);
    taken.then_some(Number { value, precision, end, spelling: Spelling::Digits, ..*number })
}

/// Takes the scale words behind a number in digits: `1.2 million`, `1.2-million`, `2.3 lakh crore`.
fn times_scale(words: Words<'_>, number: Number) -> Option<Number> {
    let mut number = number;
    loop {
        // "200 - million", as some corpora set it
        let spaced = words.raw(number.end) == "-" && words.word(number.end + 1).ends_with("illion");
        let at = number.end + usize::from(spaced || words.hyphen(number.end));
        match scale(words.word(at)).or_else(|| plural_scale(words, at)) {
            Some(exponent) if number.scale == 0 || exponent > number.scale => {
                number = multiply(Number { end: at + 1, spelling: Spelling::Digits, ..number }, exponent)?;
            }
            _ => return Some(number),
        }
    }
}

fn multiply(number: Number, exponent: i32) -> Option<Number> {
    let value = number.value.checked_mul(power_of_ten(exponent)?)?;
    Some(Number { value, precision: number.precision + exponent, scale: exponent, ..number })
}

/// A number of dozens, `end` behind the word; "a dozen and a half" too. Dozens are rarely counted: their last stated digit is
/// that of the tens.
fn dozen(words: Words<'_>, number: Number, end: usize) -> Option<Number> {
    let half = words.are(end, &["and", "a", "half"]);
    let dozens = if half { number.value.checked_add(HALF)? } else { number.value };
    let value = dozens.checked_mul(Decimal::from(12))?;
    Some(Number { value, precision: 1, end: end + usize::from(half) * 3, spelling: Spelling::Loose, ..number })
}

/// "half a million", "half-a-million", "half a dozen", "half-dozen".
fn half(words: Words<'_>, at: usize) -> Option<Number> {
    let mut next = at + 1 + usize::from(words.hyphen(at + 1));
    if words.word(next) == "a" {
        next += 1 + usize::from(words.hyphen(next + 1));
    } else if next == at + 1 && scale(words.word(next)).is_none() {
        return None;
    }
    part_of(words, HALF, next)
}

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

const QUARTER: Decimal = Decimal::from_parts(25, 0, 0, false, 2);

fn part_of(words: Words<'_>, part: Decimal, at: usize) -> Option<Number> {
    let end = at + 1;
    let number = Number {
        value: part,
        upper: None,
        precision: -(part.scale() as i32),
        end,
        spelling: Spelling::Words,
        scale: 0,
    };
    match words.word(at) {
        "dozen" => Some(Number { precision: 0, ..dozen(words, number, end)? }),
        word => multiply(number, scale(word).filter(|&exponent| exponent >= 2)?),
    }
}

/// "dozens", "hundreds", "tens of thousands". They begin at two units; "dozens" and "hundreds" end below twenty units,
/// and those without another scale word have no tight upper edge.
fn vague(words: Words<'_>, at: usize) -> Option<Number> {
    // "scored two hundreds": they are counted.
    if words.is_number(at.wrapping_sub(1)) || number_words::small(words.before(at, 1)).is_some() {
        return None;
    }
    let (mut exponent, mut reach) = match words.word(at) {
        "tens" => (1, 1),
        "dozens" => (1, 1),
        "hundreds" => (2, 1),
        "thousands" => (3, 3),
        "millions" => (6, 3),
        "billions" => (9, 3),
        _ => (12, 3),
    };
    let mut end = at + 1;
    if exponent < 3 && words.word(end) == "of" {
        let behind = match words.word(end + 1) {
            "thousands" => 3,
            "millions" => 6,
            "billions" => 9,
            _ => 0,
        };
        if behind > 0 {
            (exponent, reach, end) = (exponent + behind, 1, end + 2);
        }
    } else if words.word(end) == "of" && matches!(words.word(end + 1), "thousands" | "millions" | "billions") {
        return None;
    }
    if words.word(at) == "tens" && end == at + 1 {
        return None;
    }
    let unit = power_of_ten(exponent)?;
    let most = if reach == 1 { Decimal::from(20) } else { Decimal::ONE_THOUSAND };
    let upper = unit.checked_mul(most)?.checked_sub(Decimal::ONE)?;
    let value = unit.checked_mul(Decimal::TWO)?;
    Some(Number { value, upper: Some(upper), precision: exponent, end, spelling: Spelling::Vague, scale: exponent })
}

/// "several hundred", "a few thousand": from two units to ten.
fn several(words: Words<'_>, at: usize) -> Option<Number> {
    let exponent = match words.word(at + 1) {
        "dozen" => 1,
        word => scale(word)?,
    };
    let unit = power_of_ten(exponent)?;
    let (value, upper) = (unit.checked_mul(Decimal::TWO)?, unit.checked_mul(Decimal::TEN)?);
    Some(Number {
        value,
        upper: Some(upper),
        precision: exponent,
        end: at + 2,
        spelling: Spelling::Vague,
        scale: exponent,
    })
}

/// "a couple of hundred", "couple of dozen": two of them, as good as counted.
fn couple(words: Words<'_>, at: usize) -> Option<Number> {
    let exponent = scale(words.word(at + 2)).filter(|_| words.word(at + 1) == "of");
    let two = |end, spelling| Number { value: Decimal::TWO, upper: None, precision: 0, end, spelling, scale: 0 };
    match exponent {
        Some(exponent) => multiply(two(at + 3, Spelling::Loose), exponent),
        None if words.are(at + 1, &["of", "dozen"]) => dozen(words, two(at + 2, Spelling::Loose), at + 3),
        None => None,
    }
}

/// "twenty-six", "two hundred and five", "a hundred", "two and a half million", "three dozen", "three point five million",
/// "one hundred and three quarters".
fn spelled(words: Words<'_>, at: usize) -> Option<Number> {
    let article = words.word(at) == "a";
    if article && scale(words.word(at + 1)).is_none() && words.word(at + 1) != "dozen" {
        return None;
    }
    if let Some(part) = fraction::spelled(words, at).filter(|fraction| fraction.whole > 0) {
        let whole = Decimal::from(part.whole);
        let exponent = match trailing_zeros(whole) {
            zeros @ 3.. if words.word(at + 1) != "hundred" => zeros / 3 * 3,
            _ => 0,
        };
        let plain =
            Number { value: whole, upper: None, precision: 0, end: at, spelling: Spelling::Words, scale: exponent };
        return with_part(words, plain, Fraction { whole: 0, ..part });
    }
    let mut sum = if article { Sum::one() } else { Sum::default() };
    let mut end = if article { at + 1 } else { at };
    let mut loose = article;
    // The two of "three hundred and two dozen" are of dozens, the hundreds are not.
    let mut before_and = 0;
    while let Some((next, behind)) = sum.take(words, end) {
        if words.word(end) == "and" {
            before_and = sum.value()?;
        }
        loose &= scale(words.word(behind - 1)).is_some();
        (sum, end) = (next, behind);
    }
    if let Some((part, places, behind)) = number_words::decimals(words, end) {
        let at_one_point = sum.value() == Some(1) && words.before(at, 1) == "at";
        let begun = end > at || words.is_literal() || words.alone(at, behind);
        if begun && !at_one_point {
            let value = Decimal::from(sum.value()?).checked_add(part)?;
            let precision = -i32::try_from(places).ok()?;
            let number = Number { value, upper: None, precision, end: behind, spelling: Spelling::Words, scale: 0 };
            return times_scale(words, number).map(|number| Number { spelling: Spelling::Words, ..number });
        }
    }
    if end == at {
        return None;
    }
    let whole = sum.value()?;
    let one = whole == 1 && end == at + 1;
    let spelling = match () {
        () if loose => Spelling::Loose,
        () if one => Spelling::One,
        () => Spelling::Words,
    };
    let value = Decimal::from(whole);
    let number = Number { value, upper: None, precision: trailing_zeros(value), end, spelling, scale: sum.exponent() };
    if matches!(words.word(end), "dozen" | "dozens") && whole - before_and < 100 {
        let dozens = dozen(words, Number { value: Decimal::from(whole - before_and), ..number }, end + 1)?;
        return Some(Number { value: dozens.value.checked_add(Decimal::from(before_and))?, ..dozens });
    }
    and_part(words, number)
}

/// "two and a half", "two-and-a-half million", "a million and a half", "forty-two and a third", "one billion and three
/// quarters million".
fn and_part(words: Words<'_>, number: Number) -> Option<Number> {
    let end = number.end;
    if words.are(end, &["-", "and", "-", "a", "-", "half"]) {
        return with_part(words, number, Fraction { parts: 1, of: 2, whole: 0, end: end + 6 });
    }
    if words.word(end) != "and" {
        return Some(number);
    }
    let part = fraction::spelled(words, end + 1).or_else(|| fraction::digits(words, end + 1, false));
    let Some(part) = part.filter(|part| part.parts < part.of) else { return Some(number) };
    // "two and a third was hurt"
    let told = (part.parts == 1 && matches!(part.of, 2 | 4) && words.word(part.end) != "of")
        || words.pauses(part.end)
        || words.plural(part.end)
        || scale(words.word(part.end)).is_some();
    if told { with_part(words, number, part) } else { Some(number) }
}

/// A number and a part of its unit: of a million the part is of a million too.
fn with_part(words: Words<'_>, number: Number, part: Fraction) -> Option<Number> {
    let (value, precision) = part.value()?;
    let below = scale(words.word(part.end)).filter(|&exponent| number.scale > exponent && exponent > 2);
    let exponent = below.unwrap_or(number.scale);
    let value = number.value.checked_add(value.checked_mul(power_of_ten(exponent)?)?)?;
    let end = part.end + usize::from(below.is_some());
    let spelling = if number.spelling == Spelling::Bare { Spelling::Digits } else { Spelling::Words };
    let mixed = Number { value, precision: exponent + precision, end, spelling, ..number };
    match words.word(end) {
        // "two and a half dozen"
        "dozen" if number.scale == 0 => dozen(words, mixed, end + 1),
        _ if number.scale == 0 => times_scale(words, mixed).map(|n| Number { spelling, ..n }),
        _ => Some(mixed),
    }
}
