//! Tables of words, looked up by the hash that every token carries.

use super::token::hash;

/// Words with what they stand for. Looking a token up costs a tenth of hashing it anew, as most are ruled out by an empty
/// slot.
#[derive(Clone, Debug)]
pub struct WordTable<T> {
    entries: Vec<(u32, Box<str>, T)>,
    /// One more than the index of an entry, at the hash of its word or the next free place behind; 0 where there is none.
    /// As many as a power of two, and at least four for each entry.
    slots: Vec<u32>,
}

impl<T> Default for WordTable<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), slots: vec![0; 16] }
    }
}

impl<T> WordTable<T> {
    /// How many words it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What a folded word stands for.
    #[must_use]
    pub fn get(&self, word: &str) -> Option<&T> {
        self.get_hashed(hash(word.as_bytes()), || word)
    }

    /// What a folded word stands for whose hash is known; most are ruled out without a look at the word itself.
    #[must_use]
    pub fn get_hashed<'w>(&self, hash: u32, word: impl Fn() -> &'w str) -> Option<&T> {
        self.place(hash, word).ok().map(|at| &self.entries[at].2)
    }

    /// What a folded word stands for, made now where it is new.
    pub fn entry(&mut self, word: &str, make: impl FnOnce() -> T) -> &mut T {
        let hash = hash(word.as_bytes());
        let at = match self.place(hash, || word) {
            Ok(at) => at,
            Err(slot) => {
                self.entries.push((hash, word.into(), make()));
                self.slots[slot] = self.entries.len() as u32;
                if self.entries.len() * 4 > self.slots.len() {
                    self.grow();
                }
                self.entries.len() - 1
            }
        };
        &mut self.entries[at].2
    }

    /// The words, in the order in which they came.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(_, word, _)| &**word)
    }

    /// The index of a word's entry, or the empty slot where it belongs.
    fn place<'w>(&self, hash: u32, word: impl Fn() -> &'w str) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let Some(at) = (self.slots[slot] as usize).checked_sub(1) else { return Err(slot) };
            let (known, key, _) = &self.entries[at];
            if *known == hash && **key == *word() {
                return Ok(at);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let len = self.slots.len() * 4;
        self.slots = vec![0; len];
        for (at, (hash, ..)) in self.entries.iter().enumerate() {
            let mut slot = *hash as usize & (len - 1);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (len - 1);
            }
            self.slots[slot] = at as u32 + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::WordTable;

    #[test]
    fn every_word_is_found_again_and_no_other() {
        let mut table = WordTable::default();
        for number in 0..5_000 {
            *table.entry(&format!("word{number}"), || 0) += number;
            *table.entry(&format!("word{number}"), || 0) += 1;
        }
        assert_eq!(table.len(), 5_000);
        for number in 0..5_000 {
            assert_eq!(table.get(&format!("word{number}")), Some(&(number + 1)));
            assert_eq!(table.get(&format!("term{number}")), None);
        }
    }
}
