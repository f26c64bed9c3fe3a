//! The words of an expression: names, numbers, dates and marks.

use std::ops::Range;

use super::fault::Fault;

/// A word of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) text: String,
    /// Its bytes in the expression.
    pub(super) at: Range<usize>,
}

/// What a word of an expression is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TokenKind {
    Name,
    Number,
    Date,
    Mark,
}

/// Cuts an expression into its words; where it cannot, the first fault with the bytes it is about.
pub(super) fn cut(written: &str) -> Result<Vec<Token>, (Range<usize>, Fault)> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(c) = written[at..].chars().next() {
        let rest = &written[at..];
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (kind, len) = if c.is_ascii_alphabetic() {
            (TokenKind::Name, name_len(rest))
        } else if c.is_ascii_digit() {
            let number = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            if is_date(rest) { (TokenKind::Date, 10) } else { (TokenKind::Number, number) }
        } else if let Some(mark) = MARKS.iter().find(|mark| rest.starts_with(**mark)) {
            (TokenKind::Mark, mark.len())
        } else {
            let instead = INSTEAD.iter().find(|(mark, _)| rest.starts_with(mark));
            let len = instead.map_or(c.len_utf8(), |(mark, _)| mark.len());
            let fault =
                Fault::UnknownMark { mark: rest[..len].to_owned(), instead: instead.map(|&(_, instead)| instead) };
            return Err((at..at + len, fault));
        };
        tokens.push(Token { kind, text: rest[..len].to_owned(), at: at..at + len });
        at += len;
    }
    Ok(tokens)
}

/// Every mark, longer ones before what they begin with.
const MARKS: [&str; 13] = ["<=", ">=", "==", "!=", "<", ">", "(", ")", ",", ".", "+", "-", "%"];
/// What other languages write, and what it is here.
const INSTEAD: [(&str, &str); 7] =
    [("=", "=="), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("&&", "and"), ("||", "or"), ("−", "-")];

/// A hyphen belongs to a name only where a letter follows: `day-two`, but `when-1`.
fn name_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let inside = |at: usize| {
        bytes[at].is_ascii_alphanumeric()
            || bytes[at] == b'_'
            || (bytes[at] == b'-' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic))
    };
    (0..bytes.len()).find(|&at| !inside(at)).unwrap_or(bytes.len())
}

/// Whether a text begins with a day as `2025-10-27`.
fn is_date(text: &str) -> bool {
    let shape = |(at, byte): (usize, &u8)| if matches!(at, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() };
    text.len() >= 10 && text.as_bytes()[..10].iter().enumerate().all(shape)
}
