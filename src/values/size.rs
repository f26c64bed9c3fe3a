//! How large a value is, for holding it against others.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::value::Value;

/// The stated number of a value, in one unit for all values that can be compared; lengths of time in seconds.
#[must_use]
pub fn size(value: &Value) -> Option<Decimal> {
    Some(match value {
        Value::Count(amount) => amount.number,
        Value::Money(money) => money.amount.number,
        Value::Percent(share) => share.amount.number,
        Value::Quantity(quantity) => quantity.in_base()?.number,
        Value::Duration(duration) => duration.seconds()?,
        _ => return None,
    })
}

/// The same as a floating-point number, for a first look; `None` where it is not positive, and for temperatures, whose scales
/// begin elsewhere.
#[must_use]
pub fn rough_size(value: &Value) -> Option<f64> {
    let shifted = matches!(value, Value::Quantity(quantity) if !quantity.measure.offset.is_zero());
    size(value).filter(|_| !shifted)?.to_f64().filter(|size| *size > 0.0)
}
