//! How much has to be compared: everything, or what a change may touch.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashSet;

use super::clue::Clue;
use super::fact::{FactRef, number};

/// How much has to be compared.
pub(super) enum Extent {
    All,
    Around(Changes),
}

/// What documents that were replaced may have changed.
#[derive(Default)]
pub(super) struct Changes {
    /// The documents that were replaced, and those that tell the same stories.
    pub(super) documents: BTreeSet<usize>,
    /// The numbers of the facts of their claims, before and after, by the index of the rule.
    pub(super) facts: BTreeMap<usize, FxHashSet<u64>>,
    /// Whether surnames stand for others than before in a document that was not replaced.
    pub(super) refilled: bool,
    /// How many claims more of a rule have a clue than before.
    clues: BTreeMap<(usize, Clue), isize>,
}

impl Extent {
    /// Whether a document has to be compared.
    pub(super) fn holds(&self, document: usize) -> bool {
        match self {
            Self::All => true,
            Self::Around(changes) => changes.documents.contains(&document),
        }
    }

    /// Whether a fact has to be compared.
    pub(super) fn holds_fact(&self, fact: FactRef<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Around(changes) => changes.facts.get(&fact.0).is_some_and(|facts| facts.contains(&number(fact))),
        }
    }

    /// Whether a fact of a rule has to be compared, by the rule's index.
    pub(super) fn holds_facts_of(&self, rule: usize) -> bool {
        match self {
            Self::All => true,
            Self::Around(changes) => changes.facts.contains_key(&rule),
        }
    }

    /// What of the posts has to be compared: whom a surname stands for is a clue to them, which is not counted.
    pub(super) fn of_posts(&self) -> &Self {
        match self {
            Self::Around(Changes { refilled: true, .. }) => &Self::All,
            _ => self,
        }
    }
}

impl Changes {
    /// Notes that so many claims more of a rule have a clue.
    pub(super) fn count(&mut self, rule: usize, clue: Clue, more: isize) {
        *self.clues.entry((rule, clue)).or_default() += more;
    }

    /// The clues of a rule that more claims have than before, or fewer, and how many more.
    pub(super) fn clues(&self, rule: usize) -> impl Iterator<Item = (Clue, isize)> {
        let of_rule = self.clues.range((rule, (0, 0, None))..).take_while(move |((of, _), _)| *of == rule);
        of_rule.filter(|(_, more)| **more != 0).map(|((_, clue), more)| (*clue, *more))
    }
}
