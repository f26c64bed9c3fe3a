//! Sets of the words that rules look for, a bit for each.

use super::vocabulary::WordId;

/// A set of words by their numbers.
#[derive(Debug, Default)]
pub(super) struct WordSet(Vec<u64>);

impl WordSet {
    /// Whether it holds a word; a word that was numbered later it does not.
    pub(super) fn contains(&self, word: WordId) -> bool {
        self.0.get(word as usize / 64).is_some_and(|bits| bits & (1 << (word % 64)) != 0)
    }

    pub(super) fn insert(&mut self, word: WordId) {
        let at = word as usize / 64;
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << (word % 64);
    }

    /// Adds all words of another set.
    pub(super) fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(bits, others)| *bits |= others);
    }

    /// The words, in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = WordId> + '_ {
        (0..self.0.len() as WordId * 64).filter(|&word| self.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::WordSet;

    #[test]
    fn what_was_put_in_is_in_and_nothing_else() {
        let mut words = WordSet::default();
        [3, 64, 130].into_iter().for_each(|word| words.insert(word));
        let mut more = WordSet::default();
        more.insert(200);
        words.add(&more);
        assert!(words.iter().eq([3, 64, 130, 200]));
        assert!(!words.contains(2) && !words.contains(1_000) && !more.contains(3));
    }
}
