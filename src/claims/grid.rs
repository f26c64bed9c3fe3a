//! Tables, cut into rows and cells.

use std::ops::Range;

use super::tally::is_no_part;
use crate::source::document::Document;
use crate::source::row::Row;

/// A table, cut into rows.
pub(super) struct Table<'a> {
    document: &'a Document,
    pub(super) header: Option<Row<'a>>,
    /// Those below the header, in their order.
    pub(super) rows: Vec<Row<'a>>,
}

impl<'a> Table<'a> {
    /// The table that has the sentence as a row or as its header.
    pub(super) fn at(document: &'a Document, sentence: usize) -> Option<Self> {
        let row = document.row(sentence)?;
        Some(Self { document, header: row.head(), rows: row.below().collect() })
    }

    /// Whether two sentences are rows of one table, below its header.
    pub(super) fn holds_both(document: &Document, one: usize, other: usize) -> bool {
        let below = |at: usize| document.row(at).filter(|row| row.header().is_some());
        below(one).zip(below(other)).is_some_and(|(one, other)| one.is_beside(other))
    }

    /// The cell of the header over a column.
    pub(super) fn heading(&self, column: usize) -> Option<Range<usize>> {
        self.header?.cell(column)
    }

    /// Whether the label of a row is empty or in bold type, or its number is, and those of no other row are.
    pub(super) fn sets_off(&self, row: Row<'_>, others: &[Row<'_>], column: usize) -> bool {
        let sets_off = |column: usize, is: &dyn Fn(&Range<usize>) -> bool| {
            row.cell(column).is_some_and(|cell| is(&cell))
                && others.iter().all(|row| row.cell(column).is_some_and(|cell| !is(&cell)))
        };
        let bold = |cell: &Range<usize>| is_bold(self.document, cell);
        sets_off(0, &|cell| is_blank(self.document, cell)) || sets_off(0, &bold) || sets_off(column, &bold)
    }

    /// Whether the label of a row says that it is one of the parts: no total itself, and no part of another part.
    pub(super) fn has_part(&self, row: Row<'_>) -> bool {
        let word = |at| self.document.word(at);
        let label = row.cells().find(|cell| !cell.is_empty()).unwrap_or_default();
        !label.clone().any(|at| is_no_part(word(at))) && !matches!(word(label.start), "of" | "-" | "in")
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
    use super::Table;
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
            let (row, others) = table.rows.split_last().expect("this one has three");
            assert_eq!(table.sets_off(*row, others, 1), set_off, "{last}");
        }
    }

    #[test]
    fn a_row_is_not_set_off_among_others_like_it() {
        let text = "| Hall | Seats |\n|---|---|\n| **North** | 120 |\n| **South** | 240 |\n| **Grounds** | 460 |\n";
        let document = read(text);
        let table = Table::at(&document, 1).expect("a table has rows");
        let (row, others) = table.rows.split_last().expect("this one has three");
        assert!(!table.sets_off(*row, others, 1));
    }
}
