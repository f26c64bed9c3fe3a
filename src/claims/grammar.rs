//! What a word does in a clause as far as its form tells: it ends one, tells who says so, belongs to a verb, says when
//! something holds.

use std::ops::BitOr;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::clause_words::{is_auxiliary, is_conjunction, is_report, is_setting};
use super::word_list::lines;

/// A set of such parts; the empty one belongs to most words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Grammar(u8);

impl Grammar {
    /// It joins a clause to another one.
    pub(super) const CONJUNCTION: Self = Self(1);
    /// A verb of saying.
    pub(super) const REPORT: Self = Self(2);
    /// It belongs to a verb behind it, or is one that any sentence has.
    pub(super) const AUXILIARY: Self = Self(4);
    /// It tells on which days, in which season or how often something holds.
    pub(super) const SETTING: Self = Self(8);
    /// The past of a verb.
    pub(super) const PAST: Self = Self(16);

    /// The parts that a folded word can have.
    pub(super) fn of(word: &str) -> Self {
        let parts = [
            (is_conjunction(word), Self::CONJUNCTION),
            (is_report(word), Self::REPORT),
            (is_auxiliary(word), Self::AUXILIARY),
            (is_setting(word), Self::SETTING),
            (is_past(word), Self::PAST),
        ];
        parts.into_iter().filter(|(is, _)| *is).fold(Self::default(), |all, (_, part)| all | part)
    }

    /// Whether it holds at least one of `others`.
    pub(super) fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

impl BitOr for Grammar {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Whether a word is the past of a verb as far as its form tells.
fn is_past(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") || PAST.contains(word)
}

/// Past forms that no ending tells.
static PAST: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let plurals: Vec<&str> =
        lines(include_str!("data/irregular-plurals.txt")).flat_map(str::split_whitespace).collect();
    let forms = lines(include_str!("data/irregular-forms.txt")).filter_map(|line| line.split_once(':'));
    let forms = forms.flat_map(|(_, forms)| forms.split_whitespace());
    // Plurals of nouns and participles stand in the same list; no past ends like these.
    forms.filter(|form| !form.ends_with('s') && !form.ends_with("ing") && !plurals.contains(form)).collect()
});

#[cfg(test)]
mod tests {
    use super::Grammar;

    #[test]
    fn words_have_their_parts() {
        for (word, expected) in [
            ("because", Grammar::CONJUNCTION),
            ("says", Grammar::REPORT),
            ("quickly", Grammar::AUXILIARY),
            ("sundays", Grammar::SETTING),
            ("opened", Grammar::PAST),
            ("sank", Grammar::PAST),
            ("dying", Grammar::default()),
            ("feet", Grammar::default()),
            ("insisted", Grammar::REPORT | Grammar::PAST),
            ("harbour", Grammar::default()),
        ] {
            assert_eq!(Grammar::of(word), expected, "{word}");
        }
    }
}
