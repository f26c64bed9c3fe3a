//! Measured quantities: an amount of a unit, compared across the units of one dimension.

use std::fmt;

use rust_decimal::Decimal;

use super::agreement::Agreement;
use super::amount::{self, Amount};

/// An amount of a unit of measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// How many units.
    pub amount: Amount,
    /// The unit.
    pub measure: Measure,
}

/// A unit of measure, by itself or per unit of time: `km`, `km/h`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// As it is written behind a number.
    pub symbol: &'static str,
    /// What it measures; the rate of it where [`per`](Self::per) is set.
    pub dimension: Dimension,
    /// How many base units one of it is; the base is the coherent SI unit or, of data, the bit, of angles the degree, of
    /// temperatures the degree Celsius.
    pub(crate) factor: Decimal,
    /// What is added after that; only temperatures have it.
    pub(crate) offset: Decimal,
    /// The unit of time of a rate.
    pub per: Option<Per>,
}

/// The unit of time that a rate is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Per {
    /// As it is written behind a stroke: `h`.
    pub symbol: &'static str,
    /// How long it is.
    pub(crate) milliseconds: u32,
}

/// What a unit measures. Two units of one dimension can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Metres; metres per second are speeds.
    Length,
    /// Square metres.
    Area,
    /// Cubic metres.
    Volume,
    /// Kilograms.
    Mass,
    /// Degrees Celsius.
    Temperature,
    /// Degrees whose scale is not said, of heat or of an angle; compared with their like alone.
    Degree,
    /// Angles other than in degrees, in degrees.
    Angle,
    /// Earthquakes, on a scale by the logarithm.
    Magnitude,
    /// Noise, on a scale by the logarithm.
    Loudness,
    /// Joules.
    Energy,
    /// Watts.
    Power,
    /// Bits.
    Data,
    /// Hertz.
    Frequency,
    /// Pascals.
    Pressure,
    /// Volts.
    Voltage,
    /// Amperes.
    Current,
    /// Newtons.
    Force,
}

/// Whether two quantities can both hold. Every measured number may be rounded by half a unit of its last stated digit: at
/// most 5 % of it in one unit, 10 % across units, since who converts rounds again; temperatures, angles and magnitudes,
/// which have no share, by half a unit of their last digit from the ones down. Other dimensions prove nothing.
#[must_use]
pub fn agree(a: &Quantity, b: &Quantity, tolerance: Option<Decimal>) -> Agreement {
    if a.measure.dimension != b.measure.dimension || a.measure.per.is_some() != b.measure.per.is_some() {
        return Agreement::Unknown;
    }
    reckon(a, b, tolerance).unwrap_or(Agreement::Unknown)
}

/// The amounts of two quantities in one unit; `None` where they measure different things.
#[must_use]
pub fn in_one_unit(a: &Quantity, b: &Quantity) -> Option<(Amount, Amount)> {
    if a.measure == b.measure {
        return Some((a.amount, b.amount));
    }
    let alike = a.measure.dimension == b.measure.dimension && a.measure.per.is_some() == b.measure.per.is_some();
    if alike { Some((a.in_base()?, b.in_base()?)) } else { None }
}

fn reckon(a: &Quantity, b: &Quantity, tolerance: Option<Decimal>) -> Option<Agreement> {
    if a.measure == b.measure {
        return Some(amount::compare((&a.amount, slack(a, ONE_UNIT)?), (&b.amount, slack(b, ONE_UNIT)?), tolerance));
    }
    let in_base =
        |quantity: &Quantity| Some((quantity.in_base()?, quantity.measure.scaled(slack(quantity, CONVERTED)?)?));
    let ((amount_a, mut slack_a), (amount_b, mut slack_b)) = (in_base(a)?, in_base(b)?);
    if amount_a.is_point() && amount_b.is_point() {
        // What was measured was rounded once in each unit: 85 °F and 30 °C can be one reading.
        (slack_a, slack_b) = (slack_a.checked_add(slack_b)?, Decimal::ZERO);
    }
    Some(amount::compare((&amount_a, slack_a), (&amount_b, slack_b), tolerance))
}

const ONE_UNIT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
const CONVERTED: Decimal = Decimal::from_parts(1, 0, 0, false, 1);

/// How far a quantity may be off, in its own unit.
fn slack(quantity: &Quantity, most: Decimal) -> Option<Decimal> {
    let amount = &quantity.amount;
    let plain = match quantity.measure.dimension {
        Dimension::Temperature | Dimension::Degree | Dimension::Angle | Dimension::Magnitude | Dimension::Loudness => {
            Amount { precision: amount.precision.min(0), ..*amount }.half_unit()?
        }
        _ => amount.half_unit()?.min(amount.number.abs().checked_mul(most)?),
    };
    amount.slack(plain)
}

impl Quantity {
    pub(crate) fn in_base(&self) -> Option<Amount> {
        let convert = |number: Decimal| {
            Some(self.measure.scaled(number)?.checked_add(self.measure.offset)?.round_dp(BASE_DECIMALS).normalize())
        };
        let upper = match self.amount.upper {
            Some(upper) => Some(convert(upper)?),
            None => None,
        };
        Some(Amount { number: convert(self.amount.number)?, upper, ..self.amount })
    }
}

/// Decimals of a base unit that are kept: to the nanometre.
const BASE_DECIMALS: u32 = 9;

impl Measure {
    fn scaled(&self, number: Decimal) -> Option<Decimal> {
        let whole = number.checked_mul(self.factor)?;
        match self.per {
            Some(per) => whole.checked_mul(Decimal::ONE_THOUSAND)?.checked_div(Decimal::from(per.milliseconds)),
            None => Some(whole),
        }
    }
}

/// `12.5 km`, `> 300 km/h`, `5..10 kg`
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount, self.measure)
    }
}

/// `km`, `km/h`
impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.symbol)?;
        match self.per {
            Some(per) => write!(f, "/{}", per.symbol),
            None => Ok(()),
        }
    }
}
