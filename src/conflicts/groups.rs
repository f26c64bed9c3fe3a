//! Claims that belong together because each of them meets another one.

use std::collections::{BTreeMap, BTreeSet};

/// Where a claim stands among those of its rule: its document, and how many of the document's stand before it.
pub(super) type ClaimAt = (usize, usize);

/// Claims joined pair by pair.
#[derive(Default)]
pub(super) struct Groups(BTreeMap<ClaimAt, BTreeSet<ClaimAt>>);

impl Groups {
    /// Joins two claims.
    pub(super) fn join(&mut self, a: ClaimAt, b: ClaimAt) {
        self.0.entry(a).or_default().insert(b);
        self.0.entry(b).or_default().insert(a);
    }

    /// The groups, each with its claims in order.
    pub(super) fn all(mut self) -> Vec<Vec<ClaimAt>> {
        let mut groups = Vec::new();
        while let Some((first, _)) = self.0.first_key_value() {
            let mut group = BTreeSet::new();
            let mut next = vec![*first];
            while let Some(claim) = next.pop() {
                if group.insert(claim) {
                    next.extend(self.0.remove(&claim).unwrap_or_default());
                }
            }
            groups.push(group.into_iter().collect());
        }
        groups
    }
}
