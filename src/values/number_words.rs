//! Number words: "twenty-six", "two hundred and five", "three lakh crore", and the decimals behind "point".

use rust_decimal::Decimal;

use super::amount::power_of_ten;
use super::words::Words;

/// The value of a number word below a hundred.
pub(crate) fn small(word: &str) -> Option<u32> {
    // Most words are none, and are told by their first letter and their length.
    let likely = matches!(word.as_bytes().first(), Some(b'e' | b'f' | b'n' | b'o' | b's' | b't' | b'z'));
    if !likely || !(3..=9).contains(&word.len()) {
        return None;
    }
    SMALL.iter().find(|(spelling, _)| *spelling == word).map(|&(_, value)| value)
}

/// The exponent of a scale word: 6 for "million".
pub(crate) fn scale(word: &str) -> Option<i32> {
    Some(match word {
        "hundred" => 2,
        "thousand" => 3,
        "lakh" | "lakhs" | "lac" | "lacs" => 5,
        "million" => 6,
        "crore" | "crores" => 7,
        "billion" => 9,
        "trillion" => 12,
        "quadrillion" => 15,
        _ => return None,
    })
}

/// The exponent of a scale word in the plural behind a number, as learners write: "two thousands people", "3 millions". "Two
/// hundreds" may be counted themselves, and "of" tells that they are.
pub(crate) fn plural_scale(words: Words<'_>, at: usize) -> Option<i32> {
    let exponent = scale(words.word(at).strip_suffix('s')?)?;
    let told = words.plural(at + 1) || (exponent > 2 && words.pauses(at + 1) && words.word(at + 1) != "-");
    told.then_some(exponent)
}

/// The folded words that a number in words can start with.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    SMALL.iter().map(|&(word, _)| word).chain(["point"])
}

/// The running sum of number words: `total` are the groups already closed by a scale word, `current` the open group.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sum {
    total: u64,
    current: u64,
    /// The exponent of the last scale word from a thousand up; scale words must fall.
    scale: Option<i32>,
    /// Whether a word was taken at all.
    begun: bool,
}

/// What a number word adds to a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// A number below a hundred, or digits.
    Value(u32),
    /// A power of ten.
    Scale(i32),
}

impl Sum {
    /// The sum that "a" opens before "hundred".
    pub(crate) fn one() -> Self {
        Self { current: 1, ..Self::default() }
    }

    /// The number so far; `None` where it is too large.
    pub(crate) fn value(self) -> Option<u64> {
        self.total.checked_add(self.current)
    }

    /// The exponent of its last scale word from a thousand up, 0 without one.
    pub(crate) fn exponent(self) -> i32 {
        self.scale.unwrap_or(0)
    }

    /// Takes the number word at `at`, with the "and" or the hyphen before it: the sum and the token behind it, or `None`
    /// where the number ends.
    pub(crate) fn take(self, words: Words<'_>, at: usize) -> Option<(Self, usize)> {
        let (joint, at) = self.joint(words, at);
        let word = words.word(at);
        let part = small(word).map(Part::Value).or_else(|| scale(word).map(Part::Scale));
        let part = part.or_else(|| plural_scale(words, at).filter(|_| self.begun).map(Part::Scale))?;
        Some((self.add(part, joint)?, at + 1))
    }

    /// What joins the next word to the sum, and where that word stands.
    pub(crate) fn joint(self, words: Words<'_>, at: usize) -> (Joint, usize) {
        if self.begun && words.hyphen(at) {
            (Joint::Hyphen, at + 1)
        } else if self.begun && words.raw(at) == "-" && !words.glued(at) && self.is_tens() {
            // "ninety - five", as some corpora set it
            (Joint::Hyphen, at + 1)
        } else if self.begun && words.word(at) == "and" && (self.total > 0 || self.current >= 100) {
            (Joint::And, at + 1)
        } else {
            (Joint::Blank, at)
        }
    }

    /// The sum with one more part, where the grammar of numbers allows it.
    pub(crate) fn add(mut self, part: Part, joint: Joint) -> Option<Self> {
        match part {
            Part::Value(value) => {
                let value = u64::from(value);
                let open = self.current % 100;
                let fits = if value < 10 { open == 0 || (open >= 20 && open.is_multiple_of(10)) } else { open == 0 };
                // "twenty-six" is joined, "two-three" is not; "two hundred six" needs no "and".
                let joined = joint != Joint::Hyphen || (open >= 20 && value < 10);
                if !fits || !joined || (value == 0 && self.begun) {
                    return None;
                }
                self.current = self.current.checked_add(value)?;
            }
            Part::Scale(exponent) => {
                if joint == Joint::And {
                    return None;
                }
                self = self.times(exponent)?;
            }
        }
        self.begun = true;
        Some(self)
    }

    fn times(mut self, exponent: i32) -> Option<Self> {
        if exponent == 2 {
            if self.current == 0 || self.current >= 100 {
                return None;
            }
            self.current *= 100;
            return Some(self);
        }
        let factor = 10_u64.checked_pow(exponent.unsigned_abs())?;
        // "three lakh crore", "one thousand million": a scale word of a scale word.
        let of_scale = matches!((self.scale, exponent), (Some(5), 7) | (Some(3), 6 | 9 | 12));
        let stacked = self.current == 0 && (1..1_000_000_000).contains(&self.total) && of_scale;
        if stacked {
            self.total = self.total.checked_mul(factor)?;
        } else {
            if self.current == 0 || self.scale.is_some_and(|last| exponent >= last) {
                return None;
            }
            self.total = self.total.checked_add(self.current.checked_mul(factor)?)?;
        }
        self.current = 0;
        self.scale = Some(exponent);
        Some(self)
    }

    fn is_tens(self) -> bool {
        (20..100).contains(&self.current) && self.current.is_multiple_of(10)
    }
}

/// What stands between two number words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    /// Nothing.
    Blank,
    /// A hyphen.
    Hyphen,
    /// "and"
    And,
}

/// Reads "point three five" behind a whole number: the decimals, how many they are, and the token behind them.
pub(crate) fn decimals(words: Words<'_>, at: usize) -> Option<(Decimal, u32, usize)> {
    if words.word(at) != "point" {
        return None;
    }
    let (mut digits, mut places, mut end) = (0_i64, 0_u32, at + 1);
    while let Some(value) = digit(words.word(end)) {
        let mut value = i64::from(value);
        let width = if value < 10 { 1 } else { 2 };
        end += 1;
        if value >= 20 && value % 10 == 0 {
            let unit = end + usize::from(words.hyphen(end));
            if let Some(low) = small(words.word(unit)).filter(|low| (1..10).contains(low)) {
                value += i64::from(low);
                end = unit + 1;
            }
        }
        digits = digits.checked_mul(10_i64.pow(width))?.checked_add(value)?;
        places += width;
        if places > 12 || (width == 2 && digit(words.word(end)).is_some()) {
            return None;
        }
    }
    let unit = power_of_ten(-i32::try_from(places).ok()?)?;
    (places > 0).then_some((Decimal::from(digits).checked_mul(unit)?, places, end))
}

/// A digit as it is said behind "point".
fn digit(word: &str) -> Option<u32> {
    if matches!(word, "oh" | "o") { Some(0) } else { small(word) }
}

const SMALL: &[(&str, u32)] = &[
    ("zero", 0),
    ("nought", 0),
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
    // As many misspell it.
    ("fourty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];
