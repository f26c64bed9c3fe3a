//! What becomes of what a figure tells of: those who entered a race and those who finished it, boats that were ordered and
//! boats that were delivered. Figures of two acts are of two things, whatever else their sentences share.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::base_form::term;
use super::surroundings::Surroundings;
use super::word_list::lines;

/// What becomes of something: the kinds of the list that have the word which tells it, a bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Act(u128);

impl Act {
    /// Whether no kind has both.
    #[must_use]
    pub fn is_other(self, other: Self) -> bool {
        self.0 & other.0 == 0
    }
}

/// How many tokens before a value, and behind it, are looked at for a word that tells an act.
const BEFORE: usize = 10;
const BEHIND: usize = 8;

/// How many tokens behind a verb the word may stand that makes another verb of it: "hand over", "put their names down".
const PARTICLE: usize = 3;

/// What words tell.
#[derive(Default)]
struct Told {
    /// Alone.
    act: Option<Act>,
    /// With a word behind them.
    with: Vec<(&'static str, Act)>,
}

static ACTS: LazyLock<FxHashMap<u32, Told>> = LazyLock::new(|| {
    let mut acts: FxHashMap<u32, Told> = FxHashMap::default();
    for (kind, words) in kinds().enumerate() {
        for entry in words.split_whitespace() {
            let (verb, particle) = entry.split_once('+').map_or((entry, None), |(verb, word)| (verb, Some(word)));
            let Some(term) = term(verb) else { continue };
            let told = acts.entry(term.id).or_default();
            match particle {
                Some(word) => told.with.push((word, Act(1 << kind))),
                None => told.act.get_or_insert(Act(0)).0 |= 1 << kind,
            }
        }
    }
    acts
});

/// The words of each kind.
fn kinds() -> impl Iterator<Item = &'static str> {
    lines(include_str!("data/acts.txt"))
}

impl Surroundings<'_> {
    /// The act of the value, by the nearest word before it in its clause, else by the first one behind it.
    pub(super) fn act(&self) -> Option<Act> {
        let clause = self.clause();
        let stops = |at: &usize| matches!(self.document.word(*at), ";" | ":" | "(" | ")" | "|") || self.is_amount(*at);
        let told = |at: usize| {
            let told = self.term(at).and_then(|term| ACTS.get(&term.id))?;
            let behind = at + 1..clause.end.min(at + 1 + PARTICLE);
            let mut with = told.with.iter();
            let phrase = with.find(|(word, _)| behind.clone().any(|at| self.document.word(at) == *word));
            phrase.map(|(_, act)| *act).or(told.act)
        };
        let before = (clause.start..self.value.start).rev().take(BEFORE).take_while(|at| !stops(at));
        let behind = (self.value.end..clause.end).take(BEHIND);
        let behind = behind.take_while(|at| !stops(at) && self.document.word(*at) != ",");
        before.chain(behind).find_map(told)
    }
}

#[cfg(test)]
mod tests {
    use super::{ACTS, kinds};
    use crate::claims::base_form::term;

    #[test]
    fn the_kinds_of_acts_are_no_more_than_bits() {
        assert!(kinds().count() <= u128::BITS as usize);
    }

    #[test]
    fn acts_of_two_kinds_are_other_acts() {
        let act = |word: &str| term(word).and_then(|term| ACTS.get(&term.id)?.act).expect("the list has it");
        for (one, other, apart) in [
            ("delivered", "ordered", true),
            ("finished", "entered", true),
            ("fetched", "sold", false),
            ("bought", "sold", false),
            ("bought", "ordered", false),
        ] {
            assert_eq!(act(one).is_other(act(other)), apart, "{one} {other}");
        }
    }
}
