//! Whether one value is a part of another one, because what stands beside it in its sentence makes up the rest: "on Saturday
//! 7,200 came, on Sunday 9,100" where elsewhere 16,300 came, "the captain and four others" where five stayed.

use std::iter::once;

use rust_decimal::Decimal;

use super::reckon::{amount, exact, sum};
use crate::claims::claim::Claim;
use crate::claims::role::Role;
use crate::values::value::Value;

/// Whether the value of a claim with one or all of those `beside` it in its sentence is a sum that the other claim may give.
pub(super) fn make_up(part: &Claim, beside: &[&Claim], is_whole: impl Fn(&Value) -> bool) -> bool {
    let role = |claim: &Claim| claim.context.as_ref().and_then(|context| context.role);
    // Three dead and one who was hurt are no four dead.
    let of_role = beside.iter().filter(|other| !other_role(role(part), role(other))).map(|other| other.value.clone());
    let is_claim = |number: &Value| beside.iter().any(|other| amount(&other.value) == amount(number));
    let bare = part.context.iter().flat_map(|context| &context.bare).map(|amount| Value::Number(*amount));
    let bare = bare.filter(|number| matches!(part.value, Value::Count(_)) && !is_claim(number));
    let others: Vec<Value> = of_role.chain(bare).collect();
    let whole = |sum: Option<Value>| sum.is_some_and(|sum| is_whole(&sum));
    let one = Value::Count(exact(Decimal::ONE));
    others.iter().any(|other| whole(sum([&part.value, other].into_iter())))
        || others.len() > 1 && whole(sum(once(&part.value).chain(&others)))
        || is_others(part) && whole(sum([&part.value, &one].into_iter()))
}

/// Whether two values are told of those to whom different things happened.
pub(super) fn other_role(a: Option<Role>, b: Option<Role>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b)
}

/// Whether those who are counted come on top of one who is named: "the captain and four others".
pub(super) fn is_others(claim: &Claim) -> bool {
    claim.context.as_ref().is_some_and(|context| context.about.starts_with("other"))
}
