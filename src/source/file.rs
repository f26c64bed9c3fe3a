//! One file as it was read: its name, its decoded text, and the way back to bytes, lines and columns.

use std::sync::{Arc, OnceLock};

use super::span::FileSpan;

/// A text with its name; a rule file is one too, so that faults in rules look like findings in articles.
#[derive(Debug)]
pub struct File {
    name: Arc<str>,
    text: String,
    /// Where decoding changed the length: from this byte of `text` on, this much is added to reach the byte on disk.
    shifts: Vec<(u32, i64)>,
    line_starts: OnceLock<Vec<u32>>,
}

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
        Self { name: name.into(), text: text.into(), shifts, line_starts: OnceLock::new() }
    }

    /// The path as the user gave it, or a document's `id`.
    #[must_use]
    pub fn name(&self) -> &Arc<str> {
        &self.name
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

    /// The byte of the file as it lies on disk that the byte `offset` of the text came from.
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
        let starts = self.line_starts.get_or_init(|| line_starts(&self.text));
        let line = starts.partition_point(|&start| start <= offset) - 1;
        let before = &self.text[starts[line] as usize..offset as usize];
        (line as u32 + 1, before.chars().count() as u32 + 1)
    }
}

fn line_starts(text: &str) -> Vec<u32> {
    std::iter::once(0)
        .chain(text.bytes().enumerate().filter(|&(_, b)| b == b'\n').map(|(at, _)| at as u32 + 1))
        .collect()
}
