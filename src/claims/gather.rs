//! Gathers the parts of a whole from where a rule says that they stand.

use rust_decimal::Decimal;

use super::tally::{Layout, Placed, Tally};
use super::{items, lines, listing, partition, table};
use crate::rules::rule::Parts;
use crate::values::amount::{Amount, Bound};
use crate::values::percent::Percent;
use crate::values::value::Value;

/// The wholes that a match states, each with its parts; none where the text does not prove which the parts are. `whole`
/// and `of` are what the phrase itself found.
pub(super) fn tallies(parts: Parts, layout: Layout<'_>, whole: Option<Placed>, of: Option<&str>) -> Vec<Tally> {
    let one = |parts: Option<Vec<Placed>>| parts.zip(whole.clone()).map(|(parts, whole)| Tally { whole, parts });
    match parts {
        Parts::Column => table::columns(layout),
        Parts::Bottom => table::bottom(layout).into_iter().collect(),
        Parts::Row => table::rows(layout),
        Parts::Headed => {
            whole.clone().zip(of).and_then(|(whole, of)| table::headed(layout, whole, of)).into_iter().collect()
        }
        Parts::Items => {
            let parts = whole.as_ref().and_then(|whole| items::behind(layout, whole.1.end));
            one(parts).into_iter().collect()
        }
        Parts::Lines => {
            let parts = whole.as_ref().and_then(|whole| lines::around(layout, whole));
            one(parts).into_iter().collect()
        }
        Parts::Behind => {
            let listed = |whole: &Placed| {
                listing::behind(layout, &whole.0).filter(|parts| partition::is_all(layout, &whole.0, parts))
            };
            let parts = whole.as_ref().and_then(listed);
            one(parts).into_iter().collect()
        }
        Parts::Following => {
            let parts = whole.as_ref().and_then(|whole| partition::following(layout, whole));
            one(parts).into_iter().collect()
        }
        Parts::Rest => {
            let found = whole.as_ref().and_then(|left| partition::rest(layout, left));
            found.map(|(whole, parts)| Tally { whole, parts }).into_iter().collect()
        }
        Parts::Shares => {
            let amount = Amount { number: Decimal::ONE_HUNDRED, upper: None, bound: Bound::Plain, precision: 0 };
            let all = Value::Percent(Percent { amount, points: false, fraction: false });
            let whole = (all, layout.matched.tokens.clone());
            listing::shares(layout).map(|parts| Tally { whole, parts }).into_iter().collect()
        }
        Parts::Brackets => {
            let parts = whole.as_ref().and_then(|whole| listing::brackets(layout, &whole.0));
            one(parts).into_iter().collect()
        }
        Parts::Names => one(listing::names(layout)).into_iter().collect(),
        Parts::Before => {
            let parts = whole.as_ref().and_then(|whole| listing::before(layout, &whole.0));
            one(parts).into_iter().collect()
        }
    }
}
