//! Two ages of one person, each at its time.

use rust_decimal::prelude::ToPrimitive;

use crate::claims::claim::Claim;
use crate::values::agreement::Agreement;
use crate::values::amount::Bound;
use crate::values::duration::TimeUnit;
use crate::values::value::Value;

/// Whether one person can be of both ages: as many birthdays may lie between as the days allow. `None` where one of the
/// claims states no plain age in years.
pub(super) fn agree(a: &Claim, b: &Claim) -> Option<Agreement> {
    let (a_age, b_age) = (years(&a.value)?, years(&b.value)?);
    let (grown, (least, most)) = match (a.when.days(), b.when.days()) {
        (Some(a), Some(b)) => (b_age - a_age, birthdays((b.0 - a.1).num_days(), (b.1 - a.0).num_days())),
        // Nobody knows which of two texts is the older one.
        _ if a.document != b.document => ((b_age - a_age).abs(), (0, 1)),
        _ => (b_age - a_age, (0, 0)),
    };
    Some(match grown {
        grown if !(least..=most).contains(&grown) => Agreement::Conflict,
        0 => Agreement::Same,
        _ => Agreement::Compatible,
    })
}

/// An age in whole years, plainly stated.
fn years(value: &Value) -> Option<i64> {
    match value {
        Value::Age(age) if age.unit == TimeUnit::Year => {
            let plain = age.amount.upper.is_none() && age.amount.bound == Bound::Plain;
            age.amount.number.to_i64().filter(|_| plain)
        }
        _ => None,
    }
}

/// How many birthdays can lie in so many days, at least and at most; back in time where the days are below zero.
fn birthdays(least: i64, most: i64) -> (i64, i64) {
    (least.div_euclid(366), (most + 364).div_euclid(365))
}

#[cfg(test)]
mod tests {
    use super::birthdays;

    #[test]
    fn a_birthday_may_lie_between_two_days() {
        for (days, expected) in [(0, (0, 0)), (1, (0, 1)), (365, (0, 1)), (366, (1, 2)), (800, (2, 3)), (-30, (-1, 0))]
        {
            assert_eq!(birthdays(days, days), expected, "{days}");
        }
    }
}
