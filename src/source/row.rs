//! The rows of tables, cut into cells.

use std::ops::Range;

use super::document::Document;
use super::prose::BlockKind;

/// One row of a table.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    document: &'a Document,
    /// The tokens of the borders before, between and behind its cells.
    borders: &'a [u32],
    /// Its block.
    block: u32,
    /// The block of the row that heads the table, which may be itself.
    head: u32,
}

impl Document {
    /// The row of a table that a sentence stands in; `None` for one that stands in no table.
    #[must_use]
    pub fn row(&self, sentence: usize) -> Option<Row<'_>> {
        let block = self.sentences().get(sentence)?.block;
        self.row_of_block(block)
    }

    /// The row of a table that a block is, by its index; `None` for one that is none.
    #[must_use]
    pub fn row_of_block(&self, block: u32) -> Option<Row<'_>> {
        let BlockKind::Row { header } = self.prose.blocks().get(block as usize)?.kind else { return None };
        let sentences = self.sentences();
        let first = sentences.partition_point(|sentence| sentence.block < block);
        let last = sentences.partition_point(|sentence| sentence.block <= block);
        let of_block = &sentences[first..last];
        let (start, end) = (of_block.first()?.tokens.start, of_block.last()?.tokens.end);
        let borders = self.borders();
        let from = borders.partition_point(|&border| border < start);
        let to = borders.partition_point(|&border| border < end);
        Some(Row { document: self, borders: &borders[from..to], block, head: header.unwrap_or(block) })
    }
}

impl<'a> Row<'a> {
    /// How many cells it has.
    #[must_use]
    pub fn width(self) -> usize {
        self.borders.len().saturating_sub(1)
    }

    /// The tokens of its cells, which may be none, from the first column on.
    pub fn cells(self) -> impl DoubleEndedIterator<Item = Range<usize>> + ExactSizeIterator + use<'a> {
        self.borders.windows(2).map(|pair| pair[0] as usize + 1..pair[1] as usize)
    }

    /// The tokens of the cell in a column.
    #[must_use]
    pub fn cell(self, column: usize) -> Option<Range<usize>> {
        let start = *self.borders.get(column)?;
        Some(start as usize + 1..*self.borders.get(column + 1)? as usize)
    }

    /// The column in which a token stands; a border belongs to the cell behind it.
    #[must_use]
    pub fn column_of(self, token: usize) -> usize {
        self.borders.get(1..).unwrap_or_default().partition_point(|&border| border as usize <= token)
    }

    /// Whether a token stands in it, or at the border before it.
    #[must_use]
    pub fn holds(self, token: usize) -> bool {
        let ends = self.borders.first().zip(self.borders.last());
        ends.is_some_and(|(&first, &last)| (first as usize..=last as usize).contains(&token))
    }

    /// The row that heads its table; `None` for that row itself.
    #[must_use]
    pub fn header(self) -> Option<Self> {
        self.head().filter(|head| head.block != self.block)
    }

    /// The row that heads its table, which may be itself.
    #[must_use]
    pub fn head(self) -> Option<Self> {
        self.document.row_of_block(self.head)
    }

    /// The rows below the one that heads its table, in order.
    pub fn below(self) -> impl Iterator<Item = Self> + use<'a> {
        let (document, head) = (self.document, self.head);
        let rows = (head + 1..).map_while(move |block| document.row_of_block(block));
        rows.take_while(move |row| row.head == head)
    }

    /// The cell of the head over the column in which a token stands.
    #[must_use]
    pub fn head_over(self, token: usize) -> Option<Range<usize>> {
        self.header()?.cell(self.column_of(token))
    }

    /// Whether two rows are of one table.
    #[must_use]
    pub fn is_beside(self, other: Self) -> bool {
        self.head == other.head
    }
}

#[cfg(test)]
mod tests {
    use crate::source::outline;
    use crate::source::read::Format;

    #[test]
    fn a_row_has_cells_and_a_head() {
        let text = "| Hall | Seats. In all | |\n|---|---|---|\n| North | 120. Old. | |\n\nIt is full.";
        let document = outline::read(text, Format::Markdown);
        let words = |cell: std::ops::Range<usize>| cell.map(|at| document.word(at)).collect::<Vec<_>>().join(" ");
        let at = (0..document.tokens().len()).find(|&at| document.word(at) == "old").expect("the word is there");
        let row = document.row(document.sentence_at(at)).expect("it stands in a row");
        assert_eq!(row.cells().map(words).collect::<Vec<_>>(), ["north", "120 . old .", ""]);
        assert_eq!((row.width(), row.column_of(at), row.cell(3)), (3, 1, None));
        assert_eq!(row.head_over(at).map(words).as_deref(), Some("seats . in all"));
        assert!(row.holds(at) && !row.holds(at + 99));
        assert!(row.header().is_some_and(|head| head.header().is_none() && head.is_beside(row)));
        assert!(document.row(document.sentences().len() - 1).is_none());
    }
}
