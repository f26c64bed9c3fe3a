//! The words of a file without its markup, and the way back from each word to its bytes.

use super::span::{FileSpan, Span};

/// What is matched: the words of a file, block after block, markup taken out.
#[derive(Debug, Default)]
pub struct Prose {
    text: String,
    pieces: Vec<Piece>,
    blocks: Vec<Block>,
}

/// A run of prose that stands in the file byte for byte.
#[derive(Clone, Copy, Debug)]
struct Piece {
    prose: u32,
    file: u32,
    len: u32,
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

impl Prose {
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
        let start = self.offset_in_file(span.start);
        // The end is carried by the last byte inside, so that markup behind the span stays outside.
        let end = if span.end > span.start { self.offset_in_file(span.end - 1) + 1 } else { start };
        FileSpan::new(start, end.max(start))
    }

    fn offset_in_file(&self, offset: u32) -> u32 {
        let after = self.pieces.partition_point(|piece| piece.prose <= offset);
        let Some(piece) = after.checked_sub(1).map(|at| self.pieces[at]) else { return 0 };
        piece.file + (offset - piece.prose).min(piece.len)
    }

    /// Adds words that stand at byte `file` of the file, byte for byte.
    pub fn push(&mut self, words: &str, file: u32) {
        let prose = self.text.len() as u32;
        let len = words.len() as u32;
        self.text.push_str(words);
        match self.pieces.last_mut() {
            Some(last) if last.prose + last.len == prose && last.file + last.len == file => last.len += len,
            _ => self.pieces.push(Piece { prose, file, len }),
        }
    }

    /// Adds words that do not stand in the file as such (an entity, a blank for a line break) but belong to byte `file`.
    pub fn push_made(&mut self, words: &str, file: u32) {
        let prose = self.text.len() as u32;
        self.text.push_str(words);
        self.pieces.push(Piece { prose, file, len: 0 });
    }

    /// Ends a block that began at byte `start` of the prose; a block of blanks alone is dropped.
    pub fn end_block(&mut self, start: u32, kind: BlockKind, quoted: bool) {
        let words = &self.text[start as usize..];
        let end = start + words.trim_end().len() as u32;
        let start = start + (words.len() - words.trim_start().len()) as u32;
        if start < end {
            self.blocks.push(Block { span: Span::new(start, end), kind, quoted });
        }
    }
}
