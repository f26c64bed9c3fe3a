//! Gathers the parts of a whole from where a rule says that they stand.

use super::tally::{Layout, Placed, Tally};
use super::{items, lines, listing, partition, table};
use crate::rules::rule::Parts;

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
            let parts = whole.as_ref().and_then(|whole| listing::behind(layout, &whole.0));
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
