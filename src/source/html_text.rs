//! The text of HTML: character references, and what they stand for.

use std::borrow::Cow;
use std::ops::Range;

use html5gum::{Token, Tokenizer};

/// A stretch of text.
pub(super) enum Piece {
    /// It stands for itself.
    Verbatim(Range<usize>),
    /// A character reference, and what it stands for.
    Reference(Range<usize>, String),
}

/// The text in pieces, in order, with the bytes of `raw` that each fills.
pub(super) fn pieces(raw: &str) -> impl Iterator<Item = Piece> {
    let mut at = 0;
    let mut found: Option<Piece> = None;
    std::iter::from_fn(move || {
        if let Some(reference) = found.take() {
            return Some(reference);
        }
        let start = at;
        let mut from = at;
        while let Some(sign) = raw[from..].find('&').map(|sign| from + sign) {
            from = sign + 1;
            let Some((len, words)) = reference(&raw[sign..]) else { continue };
            at = sign + len;
            let reference = Piece::Reference(sign..at, words);
            if sign == start {
                return Some(reference);
            }
            found = Some(reference);
            return Some(Piece::Verbatim(start..sign));
        }
        at = raw.len();
        (start < at).then_some(Piece::Verbatim(start..at))
    })
}

/// A text with its references resolved.
pub(super) fn resolved(raw: &str) -> Cow<'_, str> {
    if !raw.contains('&') {
        return Cow::Borrowed(raw);
    }
    let words = pieces(raw).map(|piece| match piece {
        Piece::Verbatim(range) => Cow::Borrowed(&raw[range]),
        Piece::Reference(_, words) => Cow::Owned(words),
    });
    Cow::Owned(words.collect())
}

/// No reference of HTML has a longer name (`CounterClockwiseContourIntegral`).
const LONGEST_NAME: usize = 31;

/// The character reference at the start of a text that begins with `&`: its bytes and what it stands for.
fn reference(text: &str) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let digits = bytes.get(1) == Some(&b'#');
    let name = 1 + usize::from(digits);
    let len = bytes[name..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    // Numbers may have any number of noughts before them.
    let len = name + if digits { len } else { len.min(LONGEST_NAME) };
    let written = &text[..len + usize::from(bytes.get(len) == Some(&b';'))];
    let mut words = String::new();
    let Ok(tokens) = Tokenizer::new(written).collect::<Result<Vec<_>, _>>();
    for token in tokens {
        if let Token::String(part) = token {
            words.push_str(&String::from_utf8_lossy(&part));
        }
    }
    if words == written {
        return None;
    }
    // A name may go on behind the reference, which some need not end: `&poundsterling`.
    let first = words.chars().next()?.len_utf8();
    let alike =
        words.as_bytes()[first..].iter().rev().zip(written.bytes().rev()).take_while(|(a, b)| **a == *b).count();
    words.truncate(words.len() - alike);
    Some((written.len() - alike, words))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use super::{Piece, pieces, resolved};

    /// The pieces of a text, references in brackets with what they stand for.
    #[track_caller]
    fn check(raw: &str, expected: &str) {
        let shown = pieces(raw).map(|piece| match piece {
            Piece::Verbatim(range) => raw[range].to_owned(),
            Piece::Reference(range, words) => format!("[{}={words}]", &raw[range]),
        });
        assert_eq!(shown.collect::<String>(), expected, "{raw}");
    }

    #[test]
    fn references_keep_their_places() {
        check("a &amp; b", "a [&amp;=&] b");
        check("&pound;3.4m&nbsp;x", "[&pound;=£]3.4m[&nbsp;=\u{a0}]x");
        check("it&#8217;s &#x2019; &#0000146;", "it[&#8217;=’]s [&#x2019;=’] [&#0000146;=’]");
        check("&amp;amp; &ampamp &semi;", "[&amp;=&]amp; [&amp=&]amp [&semi;=;]");
        check("&poundsterling &copy2025", "[&pound=£]sterling [&copy=©]2025");
        check("AT&T & &; &#; &#x; &nosuch; &", "AT&T & &; &#; &#x; &nosuch; &");
        check("&fjlig;&NotEqualTilde;é", "[&fjlig;=fj][&NotEqualTilde;=≂̸]é");
        check("", "");
    }

    proptest! {
        #[test]
        fn pieces_cover_any_text(raw in "(&|&amp;?|&#x?[0-9a-f]{0,9};?|&notin?|[a-z;#é ]){0,20}") {
            let mut end = 0;
            for piece in pieces(&raw) {
                let (Piece::Verbatim(range) | Piece::Reference(range, _)) = piece;
                assert!(range.start == end && range.end > end);
                end = range.end;
            }
            assert_eq!(end, raw.len());
            let _ = resolved(&raw);
        }
    }
}
