//! Tables of words, looked up by the hash that every token carries.

use super::span::Span;
use super::token::hash;

/// Words with what they stand for. Looking a token up costs a tenth of hashing it anew, as most are ruled out by an empty
/// slot.
#[derive(Clone, Debug)]
pub struct WordTable<T> {
    entries: Vec<(Span, T)>,
    /// All words, one behind the other; an entry has the span of its own.
    words: String,
    /// The hash of a word and one more than the index of its entry, at the hash or the next free place behind; 0 where
    /// there is none. As many as a power of two, and at least [`SLOTS`] for each entry.
    slots: Vec<(u32, u32)>,
}

/// How many slots there are for each entry at least.
const SLOTS: usize = 2;

/// How many bytes a word has, about.
const LETTERS: usize = 8;

impl WordTable<()> {
    /// The words of a text that are divided by blanks.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let mut table = Self::default();
        words.split_whitespace().for_each(|word| *table.entry(word, || ()) = ());
        table
    }
}

impl<T> Default for WordTable<T> {
    fn default() -> Self {
        Self { entries: Vec::new(), words: String::new(), slots: vec![(0, 0); 8 * SLOTS] }
    }
}

impl<T> WordTable<T> {
    /// An empty table that grows no more until it holds so many words.
    #[must_use]
    pub fn with_room_for(words: usize) -> Self {
        let slots = (words * SLOTS).next_power_of_two();
        let letters = String::with_capacity(words * LETTERS);
        Self { entries: Vec::with_capacity(words), words: letters, slots: vec![(0, 0); slots] }
    }

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
    #[inline]
    pub fn get_hashed<'w>(&self, hash: u32, word: impl Fn() -> &'w str) -> Option<&T> {
        self.place(hash, word).ok().map(|at| &self.entries[at].1)
    }

    /// What a folded word stands for, made now where it is new.
    pub fn entry(&mut self, word: &str, make: impl FnOnce() -> T) -> &mut T {
        let hash = hash(word.as_bytes());
        let at = match self.place(hash, || word) {
            Ok(at) => at,
            Err(slot) => {
                let start = self.words.len() as u32;
                self.words.push_str(word);
                self.entries.push((Span::new(start, self.words.len() as u32), make()));
                self.slots[slot] = (hash, self.entries.len() as u32);
                if self.entries.len() * SLOTS > self.slots.len() {
                    self.grow();
                }
                self.entries.len() - 1
            }
        };
        &mut self.entries[at].1
    }

    /// The same words, each with what is made of what it stands for.
    #[must_use]
    pub fn map<U>(&self, make: impl Fn(&T) -> U) -> WordTable<U> {
        let entries = self.entries.iter().map(|(word, meaning)| (*word, make(meaning))).collect();
        WordTable { entries, words: self.words.clone(), slots: self.slots.clone() }
    }

    /// The words, in the order in which they came.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|(word, _)| &self.words[word.range()])
    }

    /// The index of a word's entry, or the empty slot where it belongs.
    #[inline]
    fn place<'w>(&self, hash: u32, word: impl Fn() -> &'w str) -> Result<usize, usize> {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let (known, next) = self.slots[slot];
            let Some(at) = (next as usize).checked_sub(1) else { return Err(slot) };
            if known == hash && self.words.as_bytes()[self.entries[at].0.range()] == *word().as_bytes() {
                return Ok(at);
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let len = self.slots.len() * 2;
        let slots = std::mem::replace(&mut self.slots, vec![(0, 0); len]);
        for (hash, at) in slots.into_iter().filter(|&(_, at)| at != 0) {
            let mut slot = hash as usize & (len - 1);
            while self.slots[slot].1 != 0 {
                slot = (slot + 1) & (len - 1);
            }
            self.slots[slot] = (hash, at);
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
        let halves = table.map(|number| number / 2);
        assert_eq!((halves.get("word7"), halves.get("term7")), (Some(&4), None));
        assert!(halves.words().eq(table.words()));
    }
}
