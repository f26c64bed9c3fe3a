//! Numbers in digits, in words, and in both; nothing of what they count or measure.

use rust_decimal::Decimal;

use super::amount::power_of_ten;
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
    if words.is_number(at) {
        return digits(words, at, money);
    }
    match words.word(at) {
        "half" => half(words, at),
        "quarter" | "quarters" => None,
        "dozens" | "tens" | "hundreds" | "thousands" | "millions" | "billions" | "trillions" => vague(words, at),
        "several" | "few" => several(words, at),
        "a" if words.word(at + 1) == "few" => several(words, at + 1),
        _ => quarter_of(words, at).or_else(|| spelled(words, at)),
    }
}

/// The folded words that a number can start with; digits always can.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    SMALL.iter().map(|&(word, _)| word).chain([
        "a",
        "half",
        "dozens",
        "tens",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "several",
        "few",
    ])
}

/// Whether a folded word is a number word below a hundred.
pub(crate) fn is_small(word: &str) -> bool {
    small(word).is_some()
}

/// Whether a folded word is "hundred", "million" and so on.
pub(crate) fn is_scale(word: &str) -> bool {
    scale(word).is_some()
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

const SMALL: &[(&str, u32)] = &[
    ("zero", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

fn small(word: &str) -> Option<u32> {
    SMALL.iter().find(|(spelling, _)| *spelling == word).map(|&(_, value)| value)
}

/// The exponent of a scale word.
fn scale(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" | "lakhs" => 5,
        "million" => 6,
        "crore" | "crores" => 7,
        "billion" => 9,
        "trillion" => 12,
        _ => return None,
    })
}

/// Numbers of more digits are no quantities but identifiers.
const MOST_DIGITS: usize = 18;

/// `18,000`, `1.2 million`, `1.2-million`, `1.5m`, `2bn`, `2½`, `2 dozen`, `2.3 lakh crore`.
fn digits(words: Words<'_>, at: usize, money: bool) -> Option<Number> {
    let raw = words.raw(at);
    let mut mantissa = 0_i64;
    let mut decimals = 0;
    let (mut count, mut point) = (0, false);
    // "40 000" with a blank that never breaks
    let mut last = at;
    let group = |at| words.is_number(at) && words.raw(at).len() == 3 && words.grouped(at);
    while raw.len() <= 3 && group(last + 1) {
        last += 1;
    }
    for byte in (at..=last).flat_map(|group| words.raw(group).bytes()) {
        match byte {
            b'0'..=b'9' => {
                count += 1;
                decimals += u32::from(point);
                mantissa = mantissa.checked_mul(10)?.checked_add(i64::from(byte - b'0'))?;
            }
            b'.' => point = true,
            _ => {}
        }
    }
    let padded = raw.len() > 1 && raw.starts_with('0') && !raw.starts_with("0.");
    if count > MOST_DIGITS || padded {
        return None;
    }
    let value = Decimal::new(mantissa, decimals);
    let precision = if point { -(decimals as i32) } else { trailing_zeros(value) };
    let spelling = if count == raw.len() && last == at { Spelling::Bare } else { Spelling::Digits };
    let plain = Number { value, upper: None, precision, end: last + 1, spelling, scale: 0 };
    let next = words.word(last + 1);
    if words.glued(last + 1) && words.is_word(last + 1) {
        if let Some(part) = vulgar_fraction(next) {
            let value = value.checked_add(part)?;
            let whole =
                Number { value, precision: -(part.scale() as i32), end: last + 2, spelling: Spelling::Digits, ..plain };
            return times_scale(words, whole);
        }
        let letter = match next {
            "k" | "m" => Spelling::Letter,
            "b" | "t" if money => Spelling::Digits,
            "bn" | "mn" | "tn" | "trn" => Spelling::Digits,
            _ if is_scale(next) => Spelling::Digits,
            _ => return Some(plain),
        };
        return multiply(
            Number { end: last + 2, spelling: letter, ..plain },
            abbreviated(next).or_else(|| scale(next))?,
        );
    }
    match next {
        "dozen" => dozen(plain, last + 2),
        "bn" | "mn" | "tn" | "trn" => {
            multiply(Number { end: last + 2, spelling: Spelling::Digits, ..plain }, abbreviated(next)?)
        }
        "m" | "b" if money => {
            multiply(Number { end: last + 2, spelling: Spelling::Digits, ..plain }, abbreviated(next)?)
        }
        _ => times_scale(words, plain),
    }
}

fn abbreviated(suffix: &str) -> Option<i32> {
    Some(match suffix {
        "k" => 3,
        "m" | "mn" => 6,
        "b" | "bn" => 9,
        "t" | "tn" | "trn" => 12,
        _ => return None,
    })
}

fn vulgar_fraction(word: &str) -> Option<Decimal> {
    Some(match word {
        "½" => Decimal::new(5, 1),
        "¼" => Decimal::new(25, 2),
        "¾" => Decimal::new(75, 2),
        _ => return None,
    })
}

/// Takes the scale words behind a number in digits: `1.2 million`, `1.2-million`, `2.3 lakh crore`.
fn times_scale(words: Words<'_>, number: Number) -> Option<Number> {
    let mut number = number;
    loop {
        let at = number.end + usize::from(words.hyphen(number.end));
        match scale(words.word(at)) {
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

/// Dozens are rarely counted: their last stated digit is that of the tens.
fn dozen(number: Number, end: usize) -> Option<Number> {
    let value = number.value.checked_mul(Decimal::from(12))?;
    Some(Number { value, precision: 1, end, spelling: Spelling::Loose, ..number })
}

/// "half a million", "half-a-million", "half a dozen", "half-dozen".
fn half(words: Words<'_>, at: usize) -> Option<Number> {
    let mut next = at + 1 + usize::from(words.hyphen(at + 1));
    if words.word(next) == "a" {
        next += 1 + usize::from(words.hyphen(next + 1));
    } else if next == at + 1 {
        return None;
    }
    part_of(words, Decimal::new(5, 1), next)
}

/// "a quarter of a million", "three quarters of a million".
fn quarter_of(words: Words<'_>, at: usize) -> Option<Number> {
    let part = match words.word(at) {
        "a" if words.word(at + 1) == "quarter" => Decimal::new(25, 2),
        "three" if words.word(at + 1) == "quarters" => Decimal::new(75, 2),
        _ => return None,
    };
    if words.are(at + 2, &["of", "a"]) { part_of(words, part, at + 4) } else { None }
}

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
        "dozen" => Some(Number { precision: 0, ..dozen(number, end)? }),
        word => multiply(number, scale(word).filter(|&exponent| exponent > 2)?),
    }
}

/// "dozens", "hundreds", "tens of thousands". They begin at two units; "dozens" and "hundreds" end below twenty units,
/// and those without another scale word have no tight upper edge.
fn vague(words: Words<'_>, at: usize) -> Option<Number> {
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

/// "twenty-six", "two hundred and five", "a hundred", "two and a half million", "three dozen".
fn spelled(words: Words<'_>, at: usize) -> Option<Number> {
    let article = words.word(at) == "a";
    if article && scale(words.word(at + 1)).is_none() && words.word(at + 1) != "dozen" {
        return None;
    }
    let mut sum = Sum { current: u64::from(article), loose: article, ..Sum::default() };
    let mut end = if article { at + 1 } else { at };
    while let Some(next) = sum.take(words, end) {
        end = next;
    }
    if end == at {
        return None;
    }
    let whole = sum.total.checked_add(sum.current)?;
    let one = whole == 1 && end == at + 1;
    let spelling = match () {
        () if sum.loose => Spelling::Loose,
        () if one => Spelling::One,
        () => Spelling::Words,
    };
    let value = Decimal::from(whole);
    let number =
        Number { value, upper: None, precision: trailing_zeros(value), end, spelling, scale: sum.scale.unwrap_or(0) };
    if words.word(end) == "dozen" && whole < 100 {
        return dozen(number, end + 1);
    }
    and_a_half(words, number)
}

/// The running sum of number words: `total` are the groups already closed by a scale word, `current` the open group.
#[derive(Default)]
struct Sum {
    total: u64,
    current: u64,
    /// The exponent of the last scale word from a thousand up; scale words must fall.
    scale: Option<i32>,
    /// Whether nothing but an article and a scale word were taken.
    loose: bool,
    /// Whether a word was taken at all.
    begun: bool,
}

impl Sum {
    /// Takes the number word at `at`, with the "and" or the hyphen before it; the token behind it, or `None` where the
    /// number ends.
    fn take(&mut self, words: Words<'_>, at: usize) -> Option<usize> {
        let hyphen = self.begun && words.hyphen(at);
        let and = self.begun && words.word(at) == "and" && (self.total > 0 || self.current >= 100);
        let at = if hyphen || and { at + 1 } else { at };
        let word = words.word(at);
        if let Some(value) = small(word) {
            let value = u64::from(value);
            let open = self.current % 100;
            let fits = if value < 10 { open == 0 || (open >= 20 && open.is_multiple_of(10)) } else { open == 0 };
            // "twenty-six" is joined, "two-three" is not; "two hundred six" needs no "and".
            let joined = !hyphen || (open >= 20 && value < 10);
            if !fits || !joined || (value == 0 && self.begun) {
                return None;
            }
            self.current = self.current.checked_add(value)?;
        } else {
            let exponent = scale(word).filter(|_| !and && self.current > 0)?;
            if exponent == 2 {
                if self.current >= 100 {
                    return None;
                }
                self.current = self.current.checked_mul(100)?;
            } else {
                if self.scale.is_some_and(|last| exponent >= last) {
                    return None;
                }
                let group = self.current.checked_mul(10_u64.checked_pow(exponent.unsigned_abs())?)?;
                self.total = self.total.checked_add(group)?;
                self.current = 0;
                self.scale = Some(exponent);
            }
            self.begun = true;
            return Some(at + 1);
        }
        self.begun = true;
        self.loose = false;
        Some(at + 1)
    }
}

/// "two and a half", "two-and-a-half million", "a million and a half".
fn and_a_half(words: Words<'_>, number: Number) -> Option<Number> {
    let end = number.end;
    let end = if words.are(end, &["and", "a", "half"]) {
        end + 3
    } else if words.are(end, &["-", "and", "-", "a", "-", "half"]) {
        end + 6
    } else {
        return Some(number);
    };
    let unit = power_of_ten(number.scale)?;
    let value = number.value.checked_add(unit.checked_mul(Decimal::new(5, 1))?)?;
    let halved = Number { value, precision: number.scale - 1, end, spelling: Spelling::Words, ..number };
    if number.scale == 0 {
        times_scale(words, halved).map(|n| Number { spelling: Spelling::Words, ..n })
    } else {
        Some(halved)
    }
}
