//! Ranges of bytes, half-open, in one of two texts that must not be mixed up.

use std::ops::Range;

/// Bytes of a document's prose: the text that is matched, markup taken out. Half-open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to, but not including, `end`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "a span runs forwards: {start}..{end}");
        Self { start, end }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` lies inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The range for indexing a string.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Bytes of a file's decoded text ([`File::text`](crate::source::file::File::text)). Half-open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileSpan {
    /// The first byte.
    pub start: u32,
    /// The byte after the last one.
    pub end: u32,
}

impl FileSpan {
    /// The bytes from `start` up to, but not including, `end`.
    #[must_use]
    pub fn new(start: u32, end: u32) -> Self {
        debug_assert!(start <= end, "a span runs forwards: {start}..{end}");
        Self { start, end }
    }

    /// The range for indexing a string.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

#[cfg(test)]
mod tests {
    use super::Span;

    #[test]
    fn spans_that_touch_do_not_overlap() {
        let span = Span::new(2, 5);
        assert!(span.overlaps(Span::new(4, 9)) && span.overlaps(Span::new(0, 3)) && span.overlaps(span));
        assert!(!span.overlaps(Span::new(5, 9)) && !span.overlaps(Span::new(0, 2)));
    }

    #[test]
    fn a_span_contains_itself_and_what_lies_inside() {
        let span = Span::new(2, 5);
        assert!(span.contains(span) && span.contains(Span::new(3, 3)));
        assert!(!span.contains(Span::new(1, 3)) && !span.contains(Span::new(3, 6)));
        assert_eq!(Span::new(7, 8).cover(span), Span::new(2, 8));
    }
}
