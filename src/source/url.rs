//! Bare addresses of the web in running text. Their digits and words are no statements.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

static STARTS: LazyLock<AhoCorasick> = LazyLock::new(|| {
    AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(["http://", "https://", "ftp://", "www."])
        .expect("four short literals compile")
});

/// The bytes of `text` that hold bare addresses, in order. Punctuation behind an address is not part of it.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut done = 0;
    STARTS.find_iter(text).filter_map(move |found| {
        let start = found.start();
        if start < done || text[..start].chars().next_back().is_some_and(char::is_alphanumeric) {
            return None;
        }
        let end = start + address_len(&text[start..]);
        done = end;
        (end > found.end()).then_some(start..end)
    })
}

/// Whether a text can hold an address: a look that costs a tenth of the search.
pub(super) fn may_hold_address(text: &str) -> bool {
    let www = |at: usize| at >= 3 && text.as_bytes()[at - 3..at].eq_ignore_ascii_case(b"www");
    text.contains("://") || text.match_indices('.').any(|(at, _)| www(at))
}

/// The parts of `text` between its bare addresses, each with its first byte.
pub(super) fn words_between(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    let ends = addresses(text).chain(std::iter::once(text.len()..text.len()));
    ends.filter_map(move |address| {
        let part = (from, &text[from..address.start]);
        from = address.end;
        (!part.1.is_empty()).then_some(part)
    })
}

/// Bytes of the address at the start of `text`: up to a blank or a bracket, less the punctuation at its end.
pub(super) fn address_len(text: &str) -> usize {
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '|' | ')' | ']' | '}'));
    let address = &text[..end.unwrap_or(text.len())];
    address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_', '…']).len()
}

#[cfg(test)]
mod tests {
    use super::{may_hold_address, words_between};

    #[track_caller]
    fn check(text: &str, words: &str) {
        let parts: Vec<_> = words_between(text).map(|(at, part)| (&text[at..at + part.len()], part)).collect();
        assert!(parts.iter().all(|(there, part)| there == part));
        assert_eq!(parts.iter().map(|(_, part)| *part).collect::<Vec<_>>().join("~"), words, "{text}");
    }

    #[test]
    fn addresses_are_cut_out_and_their_punctuation_stays() {
        for (text, words) in [
            ("no address", "no address"),
            ("see https://a.example/2025/10/27.", "see ~."),
            ("(www.a.example/x) and HTTP://b.example, too", "(~) and ~, too"),
            ("https://a.example", ""),
            ("https:// alone, www. alone", "https:// alone, www. alone"),
            ("https://a.example/?u=http://b.example end", "~ end"),
        ] {
            check(text, words.strip_prefix('~').unwrap_or(words));
        }
    }

    #[test]
    fn a_text_with_an_address_may_hold_one() {
        for (text, may) in [("no address.", false), ("see WWW.lind", true), ("HTTPS://lind", true), (".ww.", false)] {
            assert_eq!(may_hold_address(text), may, "{text}");
        }
    }

    #[test]
    fn letters_before_an_address_make_it_a_word() {
        check("xwww.example and awww.", "xwww.example and awww.");
    }
}
