//! Numbers as prose states them: exact, rounded, about, at least, between.

use std::fmt;

use rust_decimal::Decimal;

use super::agreement::Agreement;

/// A stated number with what the words say of its precision.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// The stated number; of a range the lower end. `2 million` is 2000000.
    pub number: Decimal,
    /// The upper end of a range ("between 40 and 50", "dozens"); `None` for a single number.
    pub upper: Option<Decimal>,
    /// How the words qualify it.
    pub bound: Bound,
    /// The power of ten of the last stated digit that is not a padding zero: 3 for `18,000`, 0 for `18,142`, 5 for
    /// `1.2 million`, -1 for `2.0`.
    pub precision: i32,
}

/// How words qualify a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// As it stands: `18,000`.
    Plain,
    /// "about", "some", "an estimated".
    About,
    /// "at least", "more than", "over": prose is loose, both are read as ≥.
    AtLeast,
    /// "at most", "up to", "fewer than": read as ≤.
    AtMost,
    /// "nearly", "almost", "just under": from nine tenths of the number up to it.
    Nearly,
    /// "just over": from the number up to eleven tenths of it.
    JustOver,
}

impl Amount {
    /// The numbers that the words allow, both ends included; `None` is no end. The rounding of a plain number and the
    /// slack of "about" are in it.
    #[must_use]
    pub fn interval(&self) -> (Option<Decimal>, Option<Decimal>) {
        let slack = self.rounding(self.precision < 0).unwrap_or_default();
        self.extent(slack).unwrap_or((Some(self.number), self.upper.or(Some(self.number))))
    }

    /// Whether this is a single number, be it plain or about.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.upper.is_none() && matches!(self.bound, Bound::Plain | Bound::About)
    }

    /// The same amount in a unit that is `factor` times smaller; `None` where the number gets too large.
    pub(crate) fn scaled(&self, factor: Decimal) -> Option<Self> {
        let upper = match self.upper {
            Some(upper) => Some(upper.checked_mul(factor)?),
            None => None,
        };
        Some(Self { number: self.number.checked_mul(factor)?, upper, ..*self })
    }

    /// How far the number may be off for its rounding as a count: below 1,000, or where it ends in other digits than
    /// zero, not at all; else half a unit of its last stated digit, at most 5 % ([`slack`](Self::slack) for "about").
    /// Where decimals are stated on either side it is `measured`, not counted, and every number may be rounded.
    pub(crate) fn rounding(&self, measured: bool) -> Option<Decimal> {
        let rounded = measured || (self.number.abs() >= Decimal::ONE_THOUSAND && self.precision > 0);
        let plain = if rounded { self.half_unit()?.min(self.share(FIVE_PERCENT)?) } else { Decimal::ZERO };
        self.slack(plain)
    }

    /// How far a single number may be off: `plain` as it stands; with "about" a unit of its last stated digit ("about 15"
    /// may be 16), at least 5 % and at most 10 % of it.
    pub(crate) fn slack(&self, plain: Decimal) -> Option<Decimal> {
        match self.bound {
            Bound::About => {
                let least = self.share(FIVE_PERCENT)?;
                Some(power_of_ten(self.precision)?.max(least).min(self.share(TEN_PERCENT)?).max(plain))
            }
            _ => Some(plain),
        }
    }

    /// Half a unit of the last stated digit.
    pub(crate) fn half_unit(&self) -> Option<Decimal> {
        power_of_ten(self.precision)?.checked_mul(HALF)
    }

    fn share(&self, of: Decimal) -> Option<Decimal> {
        self.number.abs().checked_mul(of)
    }

    /// The lowest and the highest number allowed, where a single number may be off by `slack`.
    fn extent(&self, slack: Decimal) -> Option<(Option<Decimal>, Option<Decimal>)> {
        let number = self.number;
        let low = |share| number.checked_sub(self.share(share)?);
        let high = |number: Decimal, share| number.checked_add(number.abs().checked_mul(share)?);
        Some(match (self.bound, self.upper) {
            (Bound::AtLeast, _) => (Some(number), None),
            (Bound::AtMost, upper) => (None, Some(upper.unwrap_or(number))),
            (Bound::About, Some(upper)) => (Some(low(FIVE_PERCENT)?), Some(high(upper, FIVE_PERCENT)?)),
            (_, Some(upper)) => (Some(number), Some(upper)),
            (Bound::Nearly, None) => (Some(low(TEN_PERCENT)?), Some(number)),
            (Bound::JustOver, None) => (Some(number), Some(high(number, TEN_PERCENT)?)),
            (Bound::Plain | Bound::About, None) => (Some(number.checked_sub(slack)?), Some(number.checked_add(slack)?)),
        })
    }
}

/// Whether two counts can both hold. `tolerance` is a share of the larger number by which they may lie apart beside
/// what their words allow.
#[must_use]
pub fn agree(a: &Amount, b: &Amount, tolerance: Option<Decimal>) -> Agreement {
    // Most pairs are told apart by this alone.
    if tolerance.is_none() && are_far_apart(a, b) == Some(true) {
        return Agreement::Conflict;
    }
    let measured = a.precision < 0 || b.precision < 0;
    let (Some(slack_a), Some(slack_b)) = (a.rounding(measured), b.rounding(measured)) else {
        return Agreement::Unknown;
    };
    compare((a, slack_a), (b, slack_b), tolerance)
}

/// Whether two single numbers differ by more than a quarter of the larger one: neither rounding nor "about" lets a number be
/// off by more than a tenth of it. `None` where they are too large or too exact to reckon with.
fn are_far_apart(a: &Amount, b: &Amount) -> Option<bool> {
    power_of_ten(a.precision).and(power_of_ten(b.precision))?;
    let apart = a.number.checked_sub(b.number)?.abs();
    let larger = a.number.abs().max(b.number.abs());
    Some(a.is_point() && b.is_point() && apart.checked_mul(FOUR)? > larger)
}

/// Compares two amounts of one unit, each with how far it may be off where it is a single number. A number too large to
/// reckon with proves nothing.
pub(crate) fn compare(a: (&Amount, Decimal), b: (&Amount, Decimal), tolerance: Option<Decimal>) -> Agreement {
    reckon(a, b, tolerance.unwrap_or_default().max(Decimal::ZERO)).unwrap_or(Agreement::Unknown)
}

/// A whole number as it stands.
pub(crate) fn whole(number: u32) -> Amount {
    Amount { number: Decimal::from(number), upper: None, bound: Bound::Plain, precision: 0 }
}

/// The power of ten with this exponent, as far as decimals reach.
pub(crate) fn power_of_ten(exponent: i32) -> Option<Decimal> {
    match exponent {
        0..=28 => Some(POWERS_OF_TEN[exponent.unsigned_abs() as usize]),
        -28..0 => Some(Decimal::new(1, exponent.unsigned_abs())),
        _ => None,
    }
}

/// Those of the exponents 0 to 28, the largest that fits into the 96 bits of a decimal.
const POWERS_OF_TEN: [Decimal; 29] = {
    let mut powers = [Decimal::ONE; 29];
    let (mut exponent, mut power) = (1, 1_u128);
    while exponent < powers.len() {
        power *= 10;
        powers[exponent] = Decimal::from_parts(power as u32, (power >> 32) as u32, (power >> 64) as u32, false, 0);
        exponent += 1;
    }
    powers
};

const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);
const FIVE_PERCENT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
const TEN_PERCENT: Decimal = Decimal::from_parts(1, 0, 0, false, 1);
const FOUR: Decimal = Decimal::from_parts(4, 0, 0, false, 0);
/// A minimum this many times too small is true, but nobody would write it.
const FAR: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

fn reckon((a, slack_a): (&Amount, Decimal), (b, slack_b): (&Amount, Decimal), tolerance: Decimal) -> Option<Agreement> {
    let points = a.is_point() && b.is_point();
    if a.number == b.number && a.upper == b.upper && (points || a.bound == b.bound) {
        return Some(Agreement::Same);
    }
    let larger = [Some(a.number), a.upper, Some(b.number), b.upper].into_iter().flatten().map(|n| n.abs()).max()?;
    let allowed = larger.checked_mul(tolerance)?;
    if points {
        let apart = a.number.checked_sub(b.number)?.abs();
        // Of two that are both "about" each may be off in its own direction.
        let both_about = a.bound == Bound::About && b.bound == Bound::About;
        let slack = if both_about { slack_a.checked_add(slack_b)? } else { slack_a.max(slack_b) };
        let agree = apart <= slack.max(allowed);
        return Some(if agree { Agreement::Compatible } else { Agreement::Conflict });
    }
    if let Some(gap) = gap(a.extent(slack_a)?, b.extent(slack_b)?) {
        // A rounded number is below its upper edge: what is "more than 18,500" is not rounded to 18,000.
        let open = (a.is_point() && !slack_a.is_zero()) || (b.is_point() && !slack_b.is_zero());
        let apart = gap.is_sign_positive() && !gap.is_zero() || (gap.is_zero() && open);
        if apart && (gap > allowed || allowed.is_zero()) {
            return Some(Agreement::Conflict);
        }
    }
    Some(if far_above(a, b)? || far_above(b, a)? { Agreement::Suspicious } else { Agreement::Compatible })
}

/// How far apart two intervals lie, negative where they overlap; `None` where one has no end towards the other.
fn gap(a: (Option<Decimal>, Option<Decimal>), b: (Option<Decimal>, Option<Decimal>)) -> Option<Decimal> {
    let between = |high: Option<Decimal>, low: Option<Decimal>| low?.checked_sub(high?);
    match (between(a.1, b.0), between(b.1, a.0)) {
        (Some(one), Some(other)) => Some(one.max(other)),
        (one, other) => one.or(other),
    }
}

fn far_above(minimum: &Amount, other: &Amount) -> Option<bool> {
    let stated = minimum.bound == Bound::AtLeast && minimum.number > Decimal::ZERO && other.bound != Bound::AtMost;
    Some(stated && other.number > minimum.number.checked_mul(FAR)?)
}

/// `18000`, `~ 18000`, `> 200` for "more than" and "at least", `< 10`, `40..50`; `~< 18000` for "nearly", `~> 18000` for
/// "just over".
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, |number, f| number.normalize().fmt(f))
    }
}

impl Amount {
    /// Writes the bound, and each number as `number` writes it.
    pub(crate) fn write(
        &self,
        f: &mut fmt::Formatter<'_>,
        number: impl Fn(Decimal, &mut fmt::Formatter<'_>) -> fmt::Result,
    ) -> fmt::Result {
        f.write_str(match self.bound {
            Bound::Plain => "",
            Bound::About => "~ ",
            Bound::AtLeast => "> ",
            Bound::AtMost => "< ",
            Bound::Nearly => "~< ",
            Bound::JustOver => "~> ",
        })?;
        number(self.number, f)?;
        match self.upper {
            Some(upper) => {
                f.write_str("..")?;
                number(upper, f)
            }
            None => Ok(()),
        }
    }
}
