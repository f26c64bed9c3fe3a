//! Titles of books, films, songs and plays, as they stand between quotation marks.

use super::agreement::Agreement;
use super::calendar_words::{calendar_word, is_digit};
use super::letters::plain;
use super::words::is_function_word;

/// In letters: shorter words tell no title from another.
const TELLING: usize = 4;

/// Whether words, as they are written, are a title: it begins and ends with a capital, as every word in it does that is not
/// small everywhere.
pub(crate) fn is_title<'w>(words: impl DoubleEndedIterator<Item = &'w str> + Clone) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut ends = words.clone();
    let last = words.clone().rev().find(|word| word.starts_with(char::is_alphanumeric));
    let small = |word: &str| !word.starts_with(char::is_alphabetic) || word.len() <= 2 || is_function_word(word);
    ends.next().is_some_and(capital)
        && last.is_some_and(capital)
        && words.clone().all(|word| capital(word) || small(word))
        && words.filter(|word| capital(word)).count() >= 2
}

/// How many words a title has; `None` where it has one alone.
pub(super) fn length(title: &str) -> Option<usize> {
    Some(words(title).len()).filter(|&length| length > 1)
}

/// Whether two titles are likely one of which somebody remembers a word wrongly: all words but one are the same, and one of
/// those tells something. Two parts of a row ("Part One", "Part Two") are two.
pub(super) fn agree(a: &str, b: &str) -> Agreement {
    let (one, other) = (words(a), words(b));
    if one == other {
        return Agreement::Same;
    }
    let mut differing = one.iter().zip(&other).filter(|(one, other)| one != other);
    let (Some((first, second)), None) = (differing.next(), differing.next()) else { return Agreement::Unknown };
    let numbered = |word: &str| is_digit(word) || calendar_word(word).is_some();
    let telling = |word: &str| word.len() >= TELLING && !is_function_word(word);
    let shared = one.iter().zip(&other).any(|(one, other)| one == other && telling(one));
    let row = numbered(first) || numbered(second) || !telling(first) || !telling(second);
    if one.len() == other.len() && shared && !row { Agreement::Suspicious } else { Agreement::Unknown }
}

/// The words of a title in small letters, without the article that it opens with.
fn words(title: &str) -> Vec<String> {
    let mut words: Vec<String> = title.split_whitespace().map(|word| plain(word).into_owned()).collect();
    if words.len() > 1 && matches!(words[0].as_str(), "the" | "a" | "an") {
        words.remove(0);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{agree, is_title};
    use crate::values::agreement::Agreement::{Same, Suspicious, Unknown};

    #[test]
    fn titles_are_told_by_their_capitals() {
        for (words, expected) in [
            ("The Lantern Keepers", true),
            ("Nobody 's Harbour", true),
            ("A Field Guide to Uncles", true),
            ("Half a Bridge", true),
            ("Come here", false),
            ("and", false),
            ("The door is open", false),
            ("Salt", false),
        ] {
            assert_eq!(is_title(words.split(' ')), expected, "{words}");
        }
    }

    #[test]
    fn titles_that_differ_in_one_word_are_likely_one() {
        for (one, other, expected) in [
            ("The Lantern Keepers", "The Lantern Makers", Suspicious),
            ("Nobody's Harbour", "Nobody's Island", Suspicious),
            ("The Salt Ledger", "Salt Ledger", Same),
            ("The Lantern Keepers", "The Paper Makers", Unknown),
            ("The Lantern Keepers", "The Lantern", Unknown),
            ("Lantern Part One", "Lantern Part Two", Unknown),
            ("The Salt", "The Sand", Unknown),
        ] {
            assert_eq!(agree(one, other), expected, "{one}, {other}");
        }
    }
}
