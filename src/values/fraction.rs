//! Parts of one as numbers: `3/4`, `⅔`, "two thirds", "a hundredth", "one over three", "1 in 500".

use rust_decimal::Decimal;

use super::duration;
use super::number_words::{self, Sum};
use super::ordinal;
use super::words::Words;

/// A fraction: how many parts, and how many of them make a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fraction {
    /// How many parts.
    pub(crate) parts: u64,
    /// How many make a whole; never zero.
    pub(crate) of: u64,
    /// A whole number that stands before an "and" and is no part of the fraction: the 200 of "two hundred and fifty-four
    /// hundredths".
    pub(crate) whole: u64,
    /// The token behind it.
    pub(crate) end: usize,
}

impl Fraction {
    /// Its value, to twelve decimals where it has no end, and the power of ten that it is stated to: that of its last
    /// decimal, at most hundredths where it has no end.
    pub(crate) fn value(self) -> Option<(Decimal, i32)> {
        let exact = Decimal::from(self.parts).checked_div(Decimal::from(self.of))?.normalize();
        let ends = exact.scale() < DECIMALS;
        let precision = if ends { -i32::try_from(exact.scale()).ok()? } else { -2 };
        Some((exact.round_dp(DECIMALS).normalize().checked_add(Decimal::from(self.whole))?, precision))
    }
}

/// Decimals that are kept of a fraction that has no end.
const DECIMALS: u32 = 12;

/// Reads a fraction in words: "two thirds", "one-eighth", "a fifth", "a half", "three twenty-firsts".
pub(crate) fn spelled(words: Words<'_>, at: usize) -> Option<Fraction> {
    if words.is_number(at) {
        return None;
    }
    if words.word(at) == "a" && number_words::scale(words.word(at + 1)).is_none() {
        return denominator(words, at + 1, 1);
    }
    let article = words.word(at) == "a";
    let (mut sum, mut end) = if article { (Sum::one(), at + 1) } else { (Sum::default(), at) };
    // "two hundred and fifty-four hundredths": what stands before the "and" may be a whole number.
    let mut before_and = None;
    while let Some((next, behind)) = sum.take(words, end) {
        if words.word(end) == "and" {
            before_and = sum.value();
        }
        (sum, end) = (next, behind);
        let parts = sum.value()?;
        let apart = before_and.and_then(|whole| {
            let part = denominator(words, end, parts - whole).filter(|part| part.parts < part.of)?;
            Some(Fraction { whole, ..part })
        });
        if let Some(fraction) = apart.or_else(|| denominator(words, end, parts)) {
            return Some(fraction);
        }
    }
    None
}

/// The parts behind `parts`: "thirds", "-eighths", "twenty fifths", "half".
fn denominator(words: Words<'_>, at: usize, parts: u64) -> Option<Fraction> {
    let hyphen = words.hyphen(at);
    let spaced = words.raw(at) == "-" && !words.glued(at) && !words.glued(at + 1);
    let noun = at + usize::from(hyphen || spaced);
    let (of, plural, end) = match words.word(noun) {
        "half" => (2, false, noun + 1),
        "halves" => (2, true, noun + 1),
        "quarter" => (4, false, noun + 1),
        "quarters" => (4, true, noun + 1),
        _ => {
            let ordinal::Spelled { rank, plural, end } = ordinal::spelled(words, noun)?;
            if (hyphen || spaced) && end > noun + 1 {
                return None;
            }
            (rank, plural, end)
        }
    };
    let seconds = words.word(end - 1).starts_with("second");
    // "Two and three quarter hours"
    let of_unit = of == 4 && parts == 3 && duration::is_unit(words.word(end));
    (of > 1 && (plural == (parts != 1) || of_unit) && !seconds && !words.hyphen(end)).then_some(Fraction {
        parts,
        of,
        whole: 0,
        end,
    })
}

/// Reads a proper fraction in digits: `3/4`, `1 / 4` only where `spaced` allows it, `⅔`.
pub(crate) fn digits(words: Words<'_>, at: usize, spaced: bool) -> Option<Fraction> {
    if let Some((parts, of)) = vulgar(words.word(at)) {
        return Some(Fraction { parts, of, whole: 0, end: at + 1 });
    }
    let glued = words.glued(at + 1) && words.glued(at + 2);
    let apart = spaced && !words.glued(at + 1) && !words.glued(at + 2);
    if !words.is_number(at) || words.word(at + 1) != "/" || !words.is_number(at + 2) || !(glued || apart) {
        return None;
    }
    let whole = |at| words.raw(at).parse::<u64>().ok().filter(|_| !words.raw(at).starts_with('0'));
    let (parts, of, end) = (whole(at)?, whole(at + 2)?, at + 3);
    // "a 1/2-inch bolt"
    let joined = words.glued(end) && !words.pauses(end) && !(words.hyphen(end) && words.is_word(end + 1));
    // 24/7 and 9/11 are no parts of anything.
    let usual = DENOMINATORS.contains(&of) && parts < of && !joined && words.word(end) != "/";
    usual.then_some(Fraction { parts, of, whole: 0, end })
}

/// Denominators that are written with a stroke.
const DENOMINATORS: [u64; 13] = [2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 64, 100, 1000];

/// The parts and the whole of a fraction that is one character.
pub(crate) fn vulgar(word: &str) -> Option<(u64, u64)> {
    Some(match word {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅐" => (1, 7),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        "⅑" => (1, 9),
        "⅒" => (1, 10),
        _ => return None,
    })
}

/// The folded characters that are fractions.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    ["½", "⅓", "⅔", "¼", "¾", "⅕", "⅖", "⅗", "⅘", "⅙", "⅚", "⅐", "⅛", "⅜", "⅝", "⅞", "⅑", "⅒"].into_iter()
}

#[cfg(test)]
mod tests {
    use super::{starts, vulgar};

    #[test]
    fn every_fraction_that_can_start_has_a_value() {
        assert!(starts().all(|sign| vulgar(sign).is_some()));
    }
}
