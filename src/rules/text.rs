//! Strings of a rule file that know the place of each of their characters.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::file::File;
use crate::source::span::FileSpan;

/// A string or a key of a rule file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Text {
    /// What it says, escapes resolved.
    pub(super) value: String,
    /// Where it stands in the file, quotation marks included.
    pub(super) span: FileSpan,
}

/// Where bytes of a value stand in the file: from this byte of it on, this many bytes of the file lie before it, up to the
/// next entry.
type Pieces = Vec<(usize, usize)>;

impl Text {
    /// The text that the file writes at `span`.
    pub(super) fn new(value: &str, span: FileSpan) -> Self {
        Self { value: value.to_owned(), span }
    }

    /// Where a range of bytes of the value stands in its file; the whole string where that cannot be followed.
    pub(super) fn place(&self, range: Range<usize>, file: &File) -> FileSpan {
        let Some((_, pieces)) = pieces(file.slice(self.span)).filter(|(decoded, _)| *decoded == self.value) else {
            return self.span;
        };
        // An end lies behind an escape, but before one that follows.
        let end = match pieces.iter().find(|&&(from, _)| from == range.end) {
            Some(&(_, source)) => Some(source),
            None => offset(&pieces, range.end),
        };
        let (Some(start), Some(end)) = (offset(&pieces, range.start), end) else { return self.span };
        let place = |at: usize| self.span.start + at as u32;
        FileSpan::new(place(start), place(end.max(start)))
    }
}

/// Where a byte of a value stands in its source.
fn offset(pieces: &Pieces, at: usize) -> Option<usize> {
    let piece = pieces.partition_point(|&(from, _)| from <= at).checked_sub(1)?;
    let (from, source) = pieces[piece];
    Some(source + at - from)
}

/// Resolves the escapes of a TOML string and notes where each run of bytes stands in its source.
fn pieces(source: &str) -> Option<(Cow<'_, str>, Pieces)> {
    let (open, basic) = match source.as_bytes() {
        [b'"', b'"', b'"', ..] => (3, true),
        [b'\'', b'\'', b'\'', ..] => (3, false),
        [b'"', ..] => (1, true),
        [b'\'', ..] => (1, false),
        _ => return Some((source.into(), vec![(0, 0)])),
    };
    let end = source.len().checked_sub(open)?;
    let mut at = open;
    if open == 3 {
        at += ["\r\n", "\n"].iter().find(|feed| source[at..].starts_with(**feed)).map_or(0, |feed| feed.len());
    }
    let written = source.get(at..end)?;
    if !basic || !written.contains('\\') {
        return Some((written.into(), vec![(0, at)]));
    }
    let mut decoded = String::new();
    let mut pieces = vec![(0, at)];
    while at < end {
        let rest = source.get(at..end)?;
        let c = rest.chars().next()?;
        if c != '\\' {
            decoded.push(c);
            at += c.len_utf8();
            continue;
        }
        let (text, len) = escape(rest)?;
        decoded.extend(text);
        at += len;
        pieces.push((decoded.len(), at));
    }
    Some((decoded.into(), pieces))
}

/// What the escape at the start of `text` stands for, and its length in bytes.
fn escape(text: &str) -> Option<(Option<char>, usize)> {
    let code = |digits: usize| {
        let hex = text.get(2..2 + digits)?;
        Some((Some(char::from_u32(u32::from_str_radix(hex, 16).ok()?)?), 2 + digits))
    };
    let plain = |c: char| Some((Some(c), 2));
    match text.chars().nth(1)? {
        'b' => plain('\u{8}'),
        't' => plain('\t'),
        'n' => plain('\n'),
        'f' => plain('\u{c}'),
        'r' => plain('\r'),
        'e' => plain('\u{1b}'),
        c @ ('"' | '\\') => plain(c),
        'x' => code(2),
        'u' => code(4),
        'U' => code(8),
        // A backslash at the end of a line swallows the break and the indentation behind it.
        c if c.is_whitespace() => Some((None, 1 + (text.len() - 1 - text[1..].trim_start().len()))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, value: &str, part: &str, expected: &str) {
        let text = Text::new(value, FileSpan::new(0, source.len() as u32));
        let at = value.find(part).unwrap();
        let place = text.place(at..at + part.len(), &File::new("test", source));
        assert_eq!(&source[place.range()], expected, "{part} in {source}");
    }

    #[test]
    fn a_part_of_a_string_is_found_in_the_file() {
        check(r#""met {who:person}""#, "met {who:person}", "{who:person}", "{who:person}");
        check(r"'met {who}'", "met {who}", "{who}", "{who}");
        check(r#""a \"b\" {who}""#, "a \"b\" {who}", "{who}", "{who}");
        check(r#""a \u00e9 {who}""#, "a é {who}", "é", "\\u00e9");
        check("\"\"\"\nfirst\nsecond\"\"\"", "first\nsecond", "second", "second");
        check("\"\"\"one \\\n   two\"\"\"", "one two", "two", "two");
    }

    #[test]
    fn a_string_that_cannot_be_followed_keeps_the_whole_place() {
        check(r#""other""#, "what", "at", r#""other""#);
    }
}
