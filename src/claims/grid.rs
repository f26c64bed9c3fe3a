//! Tables, cut into rows and cells.

use std::ops::Range;

use super::tally::is_no_part;
use crate::source::document::Document;
use crate::source::prose::BlockKind;

/// A table, cut into cells.
pub(super) struct Table {
    pub(super) header: Option<Row>,
    /// Those below the header, in their order.
    pub(super) rows: Vec<Row>,
}

/// A row, each cell by its tokens, which may be none.
pub(super) struct Row {
    pub(super) cells: Vec<Range<usize>>,
}

impl Table {
    /// The table that has the sentence as a row or as its header.
    pub(super) fn at(document: &Document, sentence: usize) -> Option<Self> {
        let sentences = document.sentences();
        let BlockKind::Row { header } = document.block_of(&sentences[sentence]).kind else { return None };
        let header = header.unwrap_or(sentences[sentence].block);
        let same = |at: &usize| document.block_of(&sentences[*at]).kind == BlockKind::Row { header: Some(header) };
        let first = sentences.partition_point(|sentence| sentence.block < header);
        let is_header = sentences[first].block == header
            && document.block_of(&sentences[first]).kind == BlockKind::Row { header: None };
        let rows = (first + 1..sentences.len()).take_while(same).map(|at| Row::of(document, at)).collect();
        Some(Self { header: is_header.then(|| Row::of(document, first)), rows })
    }

    /// Whether two sentences are rows of one table, below its header.
    pub(super) fn holds_both(document: &Document, one: usize, other: usize) -> bool {
        let header = |at: usize| match document.block_of(document.sentences().get(at)?).kind {
            BlockKind::Row { header } => header,
            _ => None,
        };
        header(one).is_some_and(|of_one| header(other) == Some(of_one))
    }

    /// The cell of the header over a column.
    pub(super) fn heading(&self, column: usize) -> Option<&Range<usize>> {
        self.header.as_ref()?.cells.get(column)
    }
}

impl Row {
    /// The row that a sentence is.
    pub(super) fn of(document: &Document, sentence: usize) -> Self {
        let tokens = &document.sentences()[sentence].tokens;
        let borders: Vec<usize> =
            (tokens.start as usize..tokens.end as usize).filter(|&at| document.word(at) == "|").collect();
        Self { cells: borders.windows(2).map(|pair| pair[0] + 1..pair[1]).collect() }
    }

    /// The header of the table that a sentence is a row of.
    pub(super) fn header_of(document: &Document, sentence: usize) -> Option<Self> {
        let sentences = document.sentences();
        let BlockKind::Row { header: Some(header) } = document.block_of(&sentences[sentence]).kind else { return None };
        Some(Self::of(document, sentences.partition_point(|sentence| sentence.block < header)))
    }

    /// Whether a token stands in it, or at the border before it.
    pub(super) fn holds(&self, token: usize) -> bool {
        self.cells
            .first()
            .zip(self.cells.last())
            .is_some_and(|(first, last)| first.start <= token + 1 && token <= last.end)
    }

    /// The column in which a token stands; a border belongs to the cell behind it.
    pub(super) fn column_of(&self, token: usize) -> usize {
        self.cells.partition_point(|cell| cell.end <= token)
    }

    /// Whether its label is empty or in bold type, or its number is, and those of no other row are.
    pub(super) fn is_set_off(&self, document: &Document, others: &[Row], column: usize) -> bool {
        let sets_off = |column: usize, is: &dyn Fn(&Range<usize>) -> bool| {
            self.cells.get(column).is_some_and(is)
                && others.iter().all(|row| row.cells.get(column).is_some_and(|cell| !is(cell)))
        };
        let bold = |cell: &Range<usize>| is_bold(document, cell);
        sets_off(0, &|cell| is_blank(document, cell)) || sets_off(0, &bold) || sets_off(column, &bold)
    }

    /// Whether its label says that it is one of the parts: no total itself, and no part of another part.
    pub(super) fn is_part(&self, document: &Document) -> bool {
        let label = self.cells.iter().find(|cell| !cell.is_empty()).cloned().unwrap_or_default();
        !label.clone().any(|at| is_no_part(document.word(at)))
            && !matches!(document.word(label.start), "of" | "-" | "in")
    }
}

/// Whether the words of a cell are in bold type, in Markdown or in HTML.
fn is_bold(document: &Document, cell: &Range<usize>) -> bool {
    let Some(first) = document.tokens().get(cell.start).filter(|_| !cell.is_empty()) else { return false };
    let start = document.in_file(first.span).start as usize;
    let before = document.file.text().get(..start).unwrap_or_default();
    ["**", "__", "<b>", "<strong>"].iter().any(|mark| before.ends_with(mark))
}

/// Whether a cell holds nothing, or a dash.
pub(super) fn is_blank(document: &Document, cell: &Range<usize>) -> bool {
    cell.clone().all(|at| document.word(at) == "-")
}

#[cfg(test)]
mod tests {
    use super::{Row, Table};
    use crate::source::document::Document;
    use crate::source::file::File;
    use crate::source::read::{Format, document};

    fn read(text: &str) -> Document {
        document(File::new("table.md", text).into(), Format::Markdown)
    }

    #[test]
    fn one_row_in_bold_type_is_set_off() {
        for (last, set_off) in [
            ("| **Grounds** | 460 |", true),
            ("| Grounds | **460** |", true),
            ("| | 460 |", true),
            ("| __Grounds__ | 460 |", true),
            ("| Grounds | 460 |", false),
            ("| *Grounds* | 460 |", false),
        ] {
            let text = format!("| Hall | Seats |\n|---|---|\n| North | 120 |\n| South | 240 |\n{last}\n");
            let document = read(&text);
            let table = Table::at(&document, 1).expect("a table has rows");
            let (row, others): (&Row, &[Row]) = table.rows.split_last().expect("this one has three");
            assert_eq!(row.is_set_off(&document, others, 1), set_off, "{last}");
        }
    }

    #[test]
    fn a_row_is_not_set_off_among_others_like_it() {
        let text = "| Hall | Seats |\n|---|---|\n| **North** | 120 |\n| **South** | 240 |\n| **Grounds** | 460 |\n";
        let document = read(text);
        let table = Table::at(&document, 1).expect("a table has rows");
        let (row, others) = table.rows.split_last().expect("this one has three");
        assert!(!row.is_set_off(&document, others, 1));
    }
}
