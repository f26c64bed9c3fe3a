//! Claims that belong together because each of them meets another one.

use std::collections::{BTreeMap, BTreeSet};

/// Claims joined pair by pair.
#[derive(Default)]
pub(super) struct Groups(BTreeMap<usize, BTreeSet<usize>>);

impl Groups {
    /// Joins two claims, by index.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        self.0.entry(a).or_default().insert(b);
        self.0.entry(b).or_default().insert(a);
    }

    /// The groups, each with its claims in order.
    pub(super) fn all(mut self) -> Vec<Vec<usize>> {
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
