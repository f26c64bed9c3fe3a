//! How long it is from one time of day to the next other one.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::values::duration::{Duration, TimeUnit};
use crate::values::english;
use crate::values::time::Time;
use crate::values::value::Value;

const MINUTE: u32 = 60;
const DAY: u32 = 24 * 60 * MINUTE;

/// From one time by the clock to another, over midnight if need be.
pub(super) struct Passed {
    from: Time,
    to: Time,
}

impl Passed {
    /// `None` where either is a part of the day, is roughly told, or each has a zone of its own.
    pub(super) fn between(from: &Time, to: &Time) -> Option<Self> {
        let exact = |time: &Time| time.part.is_none() && !time.about && time.from == time.to;
        (exact(from) && exact(to) && from.zone == to.zone).then(|| Self { from: from.clone(), to: to.clone() })
    }

    /// In seconds; where a time does not tell which half of the day it is in, both.
    fn lengths(&self) -> impl Iterator<Item = u32> {
        let length = (self.to.from % DAY + DAY - self.from.from % DAY) % DAY;
        let other = (self.from.either_half || self.to.either_half).then(|| (length + DAY / 2) % DAY);
        std::iter::once(length).chain(other).filter(|&length| length > 0)
    }

    /// Whether a stated length can be meant; `None` where it is no length by the clock, or twice as long or half as long, which
    /// is that of something else.
    pub(super) fn fits(&self, stated: &Duration) -> Option<bool> {
        let (least, most) = seconds(stated)?;
        let slack = match stated.unit {
            TimeUnit::Minute => (most / 10).max(5 * MINUTE),
            _ if stated.amount.number.fract().is_zero() => 25 * MINUTE,
            _ => 12 * MINUTE,
        };
        let fits = self.lengths().any(|length| length + slack >= least && length <= most + slack);
        let far = self.lengths().all(|length| length > 2 * most || 2 * length < least);
        (fits || !far).then_some(fits)
    }

    /// Whether it is less than a stated length; `None` where it may be and may not.
    pub(super) fn is_less(&self, stated: &Duration) -> Option<bool> {
        let (least, most) = seconds(stated)?;
        if self.lengths().all(|length| length < least) {
            Some(true)
        } else {
            self.lengths().all(|length| length >= most).then_some(false)
        }
    }

    /// What the clock says.
    pub(super) fn reason(&self) -> String {
        let time = |time: &Time| english::value(&Value::Time(time.clone()));
        let length = self.lengths().next().unwrap_or_default() / MINUTE;
        let (hours, minutes) = (Decimal::from(length / 60), Decimal::from(length % 60));
        let lasting = |number: Decimal, unit| (!number.is_zero()).then(|| english::lasting(number, unit));
        let length = [lasting(hours, TimeUnit::Hour), lasting(minutes, TimeUnit::Minute)];
        let length = length.into_iter().flatten().collect::<Vec<_>>().join(" and ");
        format!("from {} to {} is {length}", time(&self.from), time(&self.to))
    }
}

/// The least and the most seconds of a length by the clock; `None` for more than two days, which no two times of day tell.
fn seconds(stated: &Duration) -> Option<(u32, u32)> {
    let unit = match stated.unit {
        TimeUnit::Minute => MINUTE,
        TimeUnit::Hour => 60 * MINUTE,
        _ => return None,
    };
    let (least, most) = stated.amount.interval();
    let seconds = |amount: Decimal| amount.checked_mul(unit.into())?.to_u32().filter(|&seconds| seconds <= 2 * DAY);
    Some((seconds(least?)?, seconds(most?)?))
}

#[cfg(test)]
mod tests {
    use super::Passed;
    use crate::values::amount::{Amount, Bound};
    use crate::values::duration::{Duration, Leeway, TimeUnit};
    use crate::values::time::Time;

    fn stated(number: &str, unit: TimeUnit) -> Duration {
        let number = number.parse().unwrap();
        Duration {
            amount: Amount { number, upper: None, bound: Bound::Plain, precision: 0 },
            unit,
            days: 0,
            leeway: Leeway::None,
        }
    }

    #[test]
    fn a_length_fits_two_clocks_as_prose_rounds_it() {
        for (from, to, (number, unit), fits) in [
            ("T19:30", "T22:15", ("2.75", TimeUnit::Hour), Some(true)),
            ("T19:30", "T22:15", ("3", TimeUnit::Hour), Some(true)),
            ("T19:30", "T22:15", ("2.25", TimeUnit::Hour), Some(false)),
            ("T22", "T02", ("4", TimeUnit::Hour), Some(true)),
            ("T14:52", "T17:07", ("135", TimeUnit::Minute), Some(true)),
            ("T14:52", "T17:07", ("115", TimeUnit::Minute), Some(false)),
            ("T10", "T12", ("2", TimeUnit::Day), None),
            ("TMO", "T12", ("2", TimeUnit::Hour), None),
            ("T10", "T10", ("2", TimeUnit::Hour), None),
            ("T10", "T12", ("800000", TimeUnit::Hour), None),
            ("T10", "T12", ("70000000", TimeUnit::Minute), None),
            ("T10", "T18", ("2", TimeUnit::Hour), None),
        ] {
            let time = |text| Time::from_timex(text).unwrap();
            let told = Passed::between(&time(from), &time(to)).and_then(|passed| passed.fits(&stated(number, unit)));
            assert_eq!(told, fits, "{from} to {to}: {number} {unit:?}");
        }
    }
}
