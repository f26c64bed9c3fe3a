//! Lists by the number of a word: nearly all of them are empty, and all lie one behind the other.

use super::vocabulary::WordId;

/// What is filed under each word.
#[derive(Debug)]
pub(super) struct ByWord<T> {
    /// Where the list of each word begins in `items`; one more than there are words.
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T: Copy> ByWord<T> {
    /// Files each item under its word, in the order given; `words` is the greatest number of a word.
    pub(super) fn of(words: usize, filed: Vec<(WordId, T)>) -> Self {
        let mut starts = vec![0; words + 2];
        filed.iter().for_each(|(word, _)| starts[*word as usize + 1] += 1);
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut items: Vec<T> = filed.iter().map(|(_, item)| *item).collect();
        let mut next = starts.clone();
        for (word, item) in filed {
            let next = &mut next[word as usize];
            items[*next as usize] = item;
            *next += 1;
        }
        Self { starts, items }
    }

    /// What is filed under a word; nothing under one that was numbered later.
    #[inline]
    pub(super) fn at(&self, word: WordId) -> &[T] {
        let starts = self.starts.get(word as usize..word as usize + 2);
        starts.map_or(&[], |starts| &self.items[starts[0] as usize..starts[1] as usize])
    }
}

#[cfg(test)]
mod tests {
    use super::ByWord;

    #[test]
    fn what_was_filed_under_a_word_is_found_there_in_its_order() {
        let lists = ByWord::of(4, vec![(4, 'a'), (1, 'b'), (4, 'c')]);
        let found: Vec<&[char]> = (0..7).map(|word| lists.at(word)).collect();
        assert_eq!(found, [&[][..], &['b'], &[], &[], &['a', 'c'], &[], &[]]);
    }
}
