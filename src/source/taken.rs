//! The text that is taken out of a document of an office program, paragraph by paragraph, and its prose.

use super::document::Header;
use super::prose::{BlockKind, Listed, Prose};
use super::url::words_between;

/// A text with its prose: each paragraph and each row of a table is a line of it, an empty paragraph too.
#[derive(Debug, Default)]
pub(super) struct Taken {
    text: String,
    prose: Prose,
    title: Option<String>,
    /// The open tables, the outermost first.
    tables: Vec<Table>,
}

/// What became of a document.
#[derive(Debug)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) prose: Prose,
    /// Its first heading.
    pub(super) title: Option<String>,
}

/// A paragraph, with the lines it was broken into.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) words: String,
    pub(super) kind: Kind,
    pub(super) quoted: bool,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Text,
    Heading,
    /// It stands in a list; the first paragraph of an item says in which.
    Item(Option<Listed>),
}

#[derive(Debug, Default)]
struct Table {
    rows: Vec<Row>,
    /// Whether cells span rows or columns, so that none has a heading.
    merged: bool,
    /// Whether it holds what no row of facts does.
    layout: bool,
}

#[derive(Debug, Default)]
struct Row {
    /// Each cell is a list of paragraphs.
    cells: Vec<Vec<Paragraph>>,
    heads: bool,
    wide: bool,
}

impl Taken {
    /// Adds a paragraph, to the open cell where there is one.
    pub(super) fn paragraph(&mut self, paragraph: Paragraph) {
        let Some(table) = self.tables.last_mut() else { return self.add(&paragraph) };
        table.layout |= paragraph.kind != Kind::Text || paragraph.quoted;
        match table.rows.last_mut().and_then(|row| row.cells.last_mut()) {
            Some(cell) => {
                let said = |paragraph: &Paragraph| !paragraph.words.trim().is_empty();
                table.layout |= said(&paragraph) && cell.iter().any(said);
                cell.push(paragraph);
            }
            None => self.add(&paragraph),
        }
    }

    pub(super) fn begin_table(&mut self) {
        if let Some(outer) = self.tables.last_mut() {
            outer.layout = true;
        }
        self.tables.push(Table::default());
    }

    /// Begins a row; `heads` is set where the document says that its cells are headings.
    pub(super) fn begin_row(&mut self, heads: bool) {
        if let Some(table) = self.tables.last_mut() {
            table.rows.push(Row { heads, ..Row::default() });
        }
    }

    /// Says of the open row that its cells are headings.
    pub(super) fn row_heads(&mut self) {
        if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
            row.heads = true;
        }
    }

    /// Takes the open row out again.
    pub(super) fn drop_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.rows.pop();
        }
    }

    pub(super) fn begin_cell(&mut self) {
        if let Some(row) = self.tables.last_mut().and_then(|table| table.rows.last_mut()) {
            row.cells.push(Vec::new());
        }
    }

    /// Says of the open cell that it goes over several rows, or over several columns.
    pub(super) fn cell_spans(&mut self, rows: bool, columns: bool) {
        let Some(table) = self.tables.last_mut() else { return };
        table.merged |= rows;
        if let Some(row) = table.rows.last_mut() {
            row.wide |= columns;
        }
    }

    /// Ends a table: its rows are lines, `| cell | cell |`, unless it serves the layout.
    pub(super) fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        // A title over all columns is no cell of any.
        let merged = table.merged || table.rows.iter().any(|row| row.wide && row.cells.len() > 1);
        let mut header = None;
        let mut first = true;
        for row in table.rows {
            if table.layout || row.cells.len() < 2 {
                row.cells.into_iter().flatten().for_each(|paragraph| self.paragraph(paragraph));
                continue;
            }
            let block = self.row(&row, header);
            if first && row.heads && !merged {
                header = block;
            }
            first = false;
        }
    }

    /// The text; tables that were never ended are.
    pub(super) fn finish(mut self) -> Text {
        while !self.tables.is_empty() {
            self.end_table();
        }
        Text { text: self.text, prose: self.prose, title: self.title }
    }

    fn add(&mut self, paragraph: &Paragraph) {
        let mut kind = paragraph.kind;
        let mut start = None;
        for line in paragraph.words.split_inclusive('\n') {
            // Two line ends behind each other end a paragraph.
            if line.trim().is_empty() {
                self.text.push_str(line);
                self.end_block(&mut start, &mut kind, paragraph.quoted);
                continue;
            }
            start.get_or_insert(self.prose.text().len() as u32);
            self.push(line);
        }
        self.end_block(&mut start, &mut kind, paragraph.quoted);
        self.text.push('\n');
    }

    fn end_block(&mut self, start: &mut Option<u32>, kind: &mut Kind, quoted: bool) {
        let Some(start) = start.take() else { return };
        let block = match kind {
            Kind::Text => BlockKind::Paragraph,
            Kind::Heading => BlockKind::Heading,
            Kind::Item(_) => BlockKind::Item,
        };
        if !self.prose.end_block(start, block, quoted) {
            return;
        }
        match kind {
            Kind::Heading if self.title.is_none() => {
                let words = self.prose.blocks().last().map(|block| self.prose.slice(block.span));
                self.title = words.and_then(Header::field);
            }
            Kind::Item(listed) => {
                if let Some(listed) = listed.take() {
                    self.prose.begin_item(listed);
                }
            }
            _ => {}
        }
    }

    /// Adds a row, and gives the index of its block; `None` where it has no words.
    fn row(&mut self, row: &Row, header: Option<u32>) -> Option<u32> {
        let start = self.prose.text().len() as u32;
        let block = self.prose.blocks().len() as u32;
        let said = row.cells.iter().flatten().any(|paragraph| !paragraph.words.trim().is_empty());
        if said {
            for cell in &row.cells {
                self.push("| ");
                for paragraph in cell.iter().filter(|paragraph| !paragraph.words.trim().is_empty()) {
                    self.push(&paragraph.words.replace('\n', " "));
                    self.push(" ");
                }
            }
            self.push("|");
        }
        let added = self.prose.end_block(start, BlockKind::Row { header }, false);
        self.text.push('\n');
        added.then_some(block)
    }

    /// Adds words, of which addresses of the web are no prose.
    fn push(&mut self, words: &str) {
        let at = self.text.len();
        self.text.push_str(words);
        for (from, part) in words_between(words) {
            self.prose.push(part, (at + from) as u32);
        }
    }
}
