//! Words near a figure that exclude each other: the time of the women is not that of the men, what adults pay is not what
//! children do.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::clause_words::is_ordinal;
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;
use super::word_list::lines;
use crate::source::token::hash;

/// One of the words that exclude each other, by the line of the list and its place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contrast {
    line: u8,
    place: u8,
}

const LIST: &str = include_str!("data/contrasts.txt");

static WORDS: LazyLock<FxHashMap<&'static str, Contrast>> = LazyLock::new(|| {
    let places = lines(LIST).zip(0..).flat_map(|(words, line)| {
        let places = words.split_whitespace().zip(0..);
        places.map(move |(words, place)| (words, Contrast { line, place }))
    });
    places.flat_map(|(words, contrast)| words.split('/').map(move |word| (word, contrast))).collect()
});

/// Whether each of two figures has a word of some line, and none of that line in common.
#[must_use]
pub fn is_contrary(here: &SortedSet<Contrast>, there: &SortedSet<Contrast>) -> bool {
    let of_line = |line: u8, set: &SortedSet<Contrast>| -> Vec<u8> {
        set.iter().filter(|contrast| contrast.line == line).map(|contrast| contrast.place).collect()
    };
    here.iter().any(|contrast| {
        let (own, others) = (of_line(contrast.line, here), of_line(contrast.line, there));
        !others.is_empty() && own.iter().all(|place| !others.contains(place))
    })
}

/// Which of a row a figure is of: the thing that is counted through, and which one, each by a hash.
pub type Turn = (u32, u32);

/// Whether the one figure is of another turn of one thing than the other: the first cut of hay and the second.
#[must_use]
pub fn is_other_turn(here: &SortedSet<Turn>, there: &SortedSet<Turn>) -> bool {
    let of_one = |(thing, _): &Turn| there.iter().any(|(other, _)| other == thing);
    here.is_disjoint(there) && here.iter().any(of_one)
}

impl Surroundings<'_> {
    /// Which turns the clause of the value names: "the second cut", "her third visit".
    pub(super) fn turns(&self) -> SortedSet<Turn> {
        let is_turn = |at: &usize| {
            let word = self.document.word(*at);
            !self.value.contains(at)
                && !self.value.contains(&(at + 1))
                && (matches!(word, "first" | "second" | "third" | "last" | "final") || is_ordinal(word))
        };
        let turn = |at: usize| Some((self.term(at + 1)?.id, hash(self.document.word(at).as_bytes())));
        self.clause().filter(is_turn).filter_map(turn).collect()
    }

    /// Such words in the clause of the value; a name has them by chance.
    pub(super) fn contrasts(&self) -> SortedSet<Contrast> {
        let clause = self.clause();
        let named = |at: usize| self.document.capital(at) && at > self.within.start;
        let words = clause.filter(|&at| !self.value.contains(&at) && !named(at));
        words.filter_map(|at| WORDS.get(self.document.word(at)).copied()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{LIST, WORDS, is_contrary};
    use crate::claims::sorted_set::SortedSet;
    use crate::claims::word_list::lines;

    #[test]
    fn words_of_one_line_exclude_each_other() {
        let set = |words: &str| -> SortedSet<super::Contrast> { words.split(' ').map(|word| WORDS[word]).collect() };
        for (here, there, contrary) in [
            ("women", "men", true),
            ("women", "girls", false),
            ("women", "children", false),
            ("women summer", "women winter", true),
            ("women men", "men", false),
        ] {
            assert_eq!(is_contrary(&set(here), &set(there)), contrary, "{here} / {there}");
        }
    }

    #[test]
    fn no_word_stands_twice_in_the_list() {
        let words: Vec<&str> = lines(LIST).flat_map(|line| line.split([' ', '/'])).collect();
        assert_eq!(words.len(), WORDS.len());
    }
}
