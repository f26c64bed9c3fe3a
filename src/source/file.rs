//! One file as it was read: its name, its decoded text, and the way back to bytes, lines and columns.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::span::FileSpan;

/// A text with its name; a rule file is one too, so that faults in rules look like findings in articles.
#[derive(Debug)]
pub struct File {
    name: Arc<str>,
    text: Cow<'static, str>,
    /// Where decoding changed the length: from this byte of `text` on, this much is added to reach the byte on disk.
    shifts: Vec<(u32, i64)>,
    /// Whether the text stands in the file, so that bytes, lines and columns lead there.
    exact: bool,
    lines: OnceLock<Lines>,
}

/// Where lines begin, and how many characters stand before every [`STEP`]th byte, so that a column far into a long line
/// costs no more than one in a short line.
#[derive(Debug)]
struct Lines {
    starts: Vec<u32>,
    characters: Vec<u32>,
}

/// Bytes between two counts of characters: 4 bytes of memory each, and at most so many bytes are read for a column.
const STEP: usize = 1024;

/// A place for people: everything is 1-based, columns count characters, and the end is the last character itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line of the first character.
    pub line: u32,
    /// Column of the first character.
    pub column: u32,
    /// Line of the last character.
    pub end_line: u32,
    /// Column of the last character.
    pub end_column: u32,
}

impl File {
    /// A file whose text is on disk as it is here.
    #[must_use]
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<String>) -> Self {
        Self::decoded(name, text, Vec::new())
    }

    /// A file whose text was changed by decoding; `shifts` holds (byte of `text`, what to add from there on to reach
    /// the byte on disk), in order.
    #[must_use]
    pub fn decoded(name: impl Into<Arc<str>>, text: impl Into<String>, shifts: Vec<(u32, i64)>) -> Self {
        Self { name: name.into(), text: Cow::Owned(text.into()), shifts, exact: true, lines: OnceLock::new() }
    }

    /// A file that is part of the program.
    #[must_use]
    pub fn embedded(name: &'static str, text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), ..Self::new(name, "") }
    }

    /// A text that was taken out of a file which holds it packed, as a Word document or a message does. Its lines are
    /// counted in the text; bytes of the file would lead nobody to the words.
    #[must_use]
    pub fn taken(name: impl Into<Arc<str>>, text: impl Into<String>) -> Self {
        Self { exact: false, ..Self::new(name, text) }
    }

    /// The path as the user gave it, or a document's `id`.
    #[must_use]
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// Whether its places are places in the file on disk, and not only in the text that was taken out of it.
    #[must_use]
    pub fn exact(&self) -> bool {
        self.exact
    }

    /// The decoded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words at `span`.
    #[must_use]
    pub fn slice(&self, span: FileSpan) -> &str {
        &self.text[span.range()]
    }

    /// The byte of the file as it lies on disk that the byte `offset` of the text came from; of the text itself, where
    /// the file is not [exact](Self::exact).
    #[must_use]
    pub fn on_disk(&self, offset: u32) -> u64 {
        let after = self.shifts.partition_point(|&(from, _)| from <= offset);
        let shift = after.checked_sub(1).map_or(0, |last| self.shifts[last].1);
        u64::try_from(i64::from(offset) + shift).expect("decoding never moves text before the start of the file")
    }

    /// Line and column of a span.
    #[must_use]
    pub fn place(&self, span: FileSpan) -> Place {
        let (line, column) = self.line_and_column(span.start);
        let last = self.text[..span.range().end].char_indices().next_back().map_or(0, |(at, _)| at as u32);
        let (end_line, end_column) = self.line_and_column(last.max(span.start));
        Place { line, column, end_line, end_column }
    }

    fn line_and_column(&self, offset: u32) -> (u32, u32) {
        let lines = self.lines.get_or_init(|| Lines::of(&self.text));
        let line = lines.starts.partition_point(|&start| start <= offset) - 1;
        let column = self.characters_before(offset, lines) - self.characters_before(lines.starts[line], lines);
        (line as u32 + 1, column + 1)
    }

    fn characters_before(&self, offset: u32, lines: &Lines) -> u32 {
        let offset = offset as usize;
        let step = offset / STEP;
        lines.characters[step] + characters(&self.text.as_bytes()[step * STEP..offset])
    }
}

impl Lines {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        starts.extend(text.match_indices('\n').map(|(at, _)| at as u32 + 1));
        let counts = bytes.chunks(STEP).scan(0, |before, chunk| {
            *before += characters(chunk);
            Some(*before)
        });
        let characters = std::iter::once(0).chain(counts).collect();
        Self { starts, characters }
    }
}

/// How many characters begin in these bytes of a UTF-8 text.
fn characters(bytes: &[u8]) -> u32 {
    // Every byte of a character but the first has the form 10xxxxxx.
    let first = |bytes: &[u8]| bytes.iter().map(|byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>();
    // Counts in bytes are made many at a time.
    bytes.chunks(255).map(|bytes| u32::from(first(bytes))).sum()
}

#[cfg(test)]
mod tests {
    use super::{File, Place};
    use crate::source::span::FileSpan;

    #[track_caller]
    fn check(text: &str, words: &str, place: (u32, u32, u32, u32)) {
        let start = text.find(words).unwrap() as u32;
        let file = File::new("a", text);
        let (line, column, end_line, end_column) = place;
        let span = FileSpan::new(start, start + words.len() as u32);
        assert_eq!(file.place(span), Place { line, column, end_line, end_column }, "{words}");
    }

    #[test]
    fn places_count_characters_from_one_and_end_at_the_last_one() {
        check("one two", "two", (1, 5, 1, 7));
        check("é “x”\nzwei", "x", (1, 4, 1, 4));
        check("é “x”\r\nzwei ü", "zwei ü", (2, 1, 2, 6));
        check("a\n\nb c", "a\n\nb", (1, 1, 3, 1));
        check("", "", (1, 1, 1, 1));
        check("a\n", "\n", (1, 2, 1, 2));
    }

    #[test]
    fn a_column_far_into_a_long_line_is_exact() {
        let text = format!("x\n{}end{}", "é".repeat(5_000), "–".repeat(3_000));
        check(&text, "end", (2, 5_001, 2, 5_003));
    }

    #[test]
    fn bytes_on_disk_follow_what_decoding_changed() {
        let file = File::decoded("a", "ab\u{fffd}cd", vec![(0, 3), (5, 1)]);
        assert_eq!([0, 2, 5, 6].map(|at| file.on_disk(at)), [3, 5, 6, 7]);
        assert_eq!(File::new("a", "ab").on_disk(1), 1);
    }
}
