//! The words of a file without its markup, and the way back from each word to its bytes.

use super::span::{FileSpan, Span};

/// What is matched: the words of a file, block after block, markup taken out.
#[derive(Debug, Default)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
}

/// A run of prose from `prose` on, up to the next piece, and the bytes of the file it stands for.
#[derive(Clone, Copy, Debug)]
struct Piece {
    prose: u32,
    file: FileSpan,
    /// Whether it stands in the file byte for byte; words made up for it are mapped as a whole.
    verbatim: bool,
}

/// A paragraph, a heading, a list item or a row of a table: sentences and gaps never cross its border.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the prose.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Whether it stands inside a block quote.
    pub quoted: bool,
    /// The list whose item begins here, where the markup tells that apart from the words: HTML has no bullets.
    pub listed: Option<Listed>,
}

/// A list by its markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The list, by a number of its own.
    pub list: u32,
    /// How many lists it stands in, itself among them.
    pub depth: u32,
}

/// What a block of prose is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A heading, or a line that stands like one.
    Heading,
    /// An item of a list.
    Item,
    /// A row of a table, written `| cell | cell |`, with the index of the block that holds the table's header.
    Row {
        /// The block with the column headings; `None` where this is it, or where the table has none.
        header: Option<u32>,
    },
}

/// Where a word may be broken.
const SOFT_HYPHEN: char = '\u{ad}';

impl Prose {
    /// Prose with room for so many bytes.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ..Self::default() }
    }

    /// The text that is matched. Blocks are separated by a line feed.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks, in order, none empty.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The words at `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Where a span of the prose stands in the file. Markup between its first and its last byte is included.
    #[must_use]
    pub fn in_file(&self, span: Span) -> FileSpan {
        let Some(first) = self.piece_at(span.start) else { return FileSpan::default() };
        let start = first.start_in_file(span.start);
        // The end is carried by the last byte inside, so that markup behind the span stays outside.
        let end = if span.end > span.start {
            self.piece_at(span.end - 1).map_or(start, |last| last.end_in_file(span.end))
        } else {
            start
        };
        FileSpan::new(start, end.max(start))
    }

    /// Adds words that stand at byte `file` of the file, byte for byte but for soft hyphens: they tell where a word may be
    /// broken, and are no part of it.
    pub fn push(&mut self, words: &str, file: u32) {
        let mut file = file;
        for part in words.split(SOFT_HYPHEN) {
            self.push_part(part, file);
            file += (part.len() + SOFT_HYPHEN.len_utf8()) as u32;
        }
    }

    fn push_part(&mut self, words: &str, file: u32) {
        if words.is_empty() {
            return;
        }
        let len = words.len() as u32;
        match self.pieces.last_mut() {
            Some(last) if last.verbatim && last.file.end == file => last.file.end += len,
            _ => self.pieces.push(Piece {
                prose: self.text.len() as u32,
                file: FileSpan::new(file, file + len),
                verbatim: true,
            }),
        }
        self.text.push_str(words);
    }

    /// Adds words that do not stand in the file as such (an entity, a border between cells) for the bytes `file`,
    /// which may be none.
    pub fn push_made(&mut self, words: &str, file: FileSpan) {
        let start = self.text.len();
        self.text.extend(words.split(SOFT_HYPHEN));
        if self.text.len() > start {
            self.pieces.push(Piece { prose: start as u32, file, verbatim: false });
        }
    }

    /// Where the words added last end in the file.
    #[must_use]
    pub fn end_in_file(&self) -> u32 {
        self.pieces.last().map_or(0, |piece| piece.file.end)
    }

    /// Ends a block that began at byte `start` of the prose, with a line feed behind it; a block of blanks alone is
    /// dropped. Tells whether there was one.
    pub fn end_block(&mut self, start: u32, kind: BlockKind, quoted: bool) -> bool {
        let words = &self.text[start as usize..];
        let end = start + words.trim_end().len() as u32;
        let start = start + (words.len() - words.trim_start().len()) as u32;
        if start >= end {
            return false;
        }
        self.blocks.push(Block { span: Span::new(start, end), kind, quoted, listed: None });
        let behind = self.end_in_file();
        self.push_made("\n", FileSpan::new(behind, behind));
        true
    }

    /// Adds the blocks of another prose of the same file.
    pub fn append(&mut self, other: Self) {
        let (bytes, blocks) = (self.text.len() as u32, self.blocks.len() as u32);
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.into_iter().map(|piece| Piece { prose: piece.prose + bytes, ..piece }));
        self.blocks.extend(other.blocks.into_iter().map(|block| Block {
            span: Span::new(block.span.start + bytes, block.span.end + bytes),
            kind: match block.kind {
                BlockKind::Row { header } => BlockKind::Row { header: header.map(|header| header + blocks) },
                kind => kind,
            },
            ..block
        }));
    }

    /// Says that an item of a list begins with the block added last.
    pub fn begin_item(&mut self, listed: Listed) {
        if let Some(last) = self.blocks.last_mut() {
            last.listed = Some(listed);
        }
    }

    fn piece_at(&self, offset: u32) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.prose <= offset);
        after.checked_sub(1).map(|at| self.pieces[at])
    }
}

impl Piece {
    /// Where the byte `offset` of the prose begins in the file.
    fn start_in_file(self, offset: u32) -> u32 {
        if self.verbatim { (self.file.start + (offset - self.prose)).min(self.file.end) } else { self.file.start }
    }

    /// Where the byte before `offset` ends in the file.
    fn end_in_file(self, offset: u32) -> u32 {
        if self.verbatim { (self.file.start + (offset - self.prose)).min(self.file.end) } else { self.file.end }
    }
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, Prose};
    use crate::source::span::{FileSpan, Span};

    /// The file is `say &amp; [do](x) more`, the prose `say & do more`.
    fn prose() -> Prose {
        let mut prose = Prose::default();
        prose.push("say ", 0);
        prose.push_made("&", FileSpan::new(4, 9));
        prose.push(" ", 9);
        prose.push("do", 11);
        prose.push(" mo", 17);
        prose.push("re", 20);
        prose
    }

    #[track_caller]
    fn check(words: &str, in_file: &str) {
        let prose = prose();
        let start = prose.text().find(words).unwrap() as u32;
        let span = prose.in_file(Span::new(start, start + words.len() as u32));
        assert_eq!(&"say &amp; [do](x) more"[span.range()], in_file, "{words}");
    }

    #[test]
    fn words_are_found_again_in_the_file_without_the_markup_around_them() {
        check("say", "say");
        check("&", "&amp;");
        check("do", "do");
        check("more", "more");
        check("say &", "say &amp;");
        check("& do", "&amp; [do");
        check("do more", "do](x) more");
    }

    #[test]
    fn a_span_without_words_has_no_length() {
        assert_eq!(prose().in_file(Span::new(6, 6)), FileSpan::new(11, 11));
        assert_eq!(Prose::default().in_file(Span::default()), FileSpan::default());
    }

    #[test]
    fn what_is_appended_keeps_its_places_and_its_headers() {
        let mut table = Prose::default();
        for (row, at, header) in [("| Ward |", 20, None), ("| North |", 30, Some(0))] {
            let start = table.text().len() as u32;
            table.push(row, at);
            table.end_block(start, BlockKind::Row { header }, false);
        }
        let mut prose = Prose::default();
        prose.push("Turnout", 7);
        prose.end_block(0, BlockKind::Heading, false);
        prose.append(table);
        let found: Vec<_> =
            prose.blocks().iter().map(|block| (prose.slice(block.span), prose.in_file(block.span).start)).collect();
        assert_eq!(found, [("Turnout", 7), ("| Ward |", 20), ("| North |", 30)]);
        assert_eq!(prose.blocks()[2].kind, BlockKind::Row { header: Some(1) });
    }

    #[test]
    fn blocks_are_trimmed_and_blocks_of_blanks_dropped() {
        let mut prose = Prose::default();
        prose.push("  one ", 0);
        assert!(prose.end_block(0, BlockKind::Heading, false));
        let start = prose.text().len() as u32;
        prose.push(" \n ", 6);
        assert!(!prose.end_block(start, BlockKind::Paragraph, false));
        let found: Vec<_> = prose.blocks().iter().map(|block| prose.slice(block.span)).collect();
        assert_eq!(found, ["one"]);
        assert_eq!(prose.in_file(prose.blocks()[0].span), FileSpan::new(2, 5));
    }
}
