//! The ledger: every claim, or every value, in a line of its own.

use std::io::{self, Write};
use std::sync::Arc;

use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use comfy_table::{ContentArrangement, Table};
use serde::Serialize;

use super::clean::{clean, shorten, width};
use super::json::{Pairs, ProblemForm, SpanForm, Tool, is_true, problems, write_line, write_pretty};
use super::look::Look;
use crate::source::file::File;
use crate::source::problem::{Problem, ProblemLevel};
use crate::source::span::FileSpan;

/// One claim, or one value, of a source.
#[derive(Clone, Debug)]
pub struct LedgerRow {
    /// The source.
    pub file: Arc<File>,
    /// The value's words.
    pub span: FileSpan,
    /// The claim's rule (`offices/office-holder`), or the value's type (`date`).
    pub what: String,
    /// What the claim is about; empty for a bare value.
    pub key: Vec<(String, String)>,
    /// The normalised value.
    pub value: String,
    /// When the claim holds, TIMEX3.
    pub when: Option<String>,
    /// The names of the guards that mark a claim (`former`, `negated`); what is said of a bare value beside it (`early`,
    /// `about`).
    pub marks: Vec<String>,
    /// The words, blanks made single.
    pub quote: String,
}

/// What the rows of a ledger are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LedgerKind {
    /// Claims, made by rules.
    Claims,
    /// Typed values, whatever they are about.
    Values,
}

/// A ledger, ready to be told.
#[derive(Clone, Copy, Debug)]
pub struct Ledger<'a> {
    /// What its rows are.
    pub kind: LedgerKind,
    /// The rows, by source and place.
    pub rows: &'a [LedgerRow],
    /// Whether the sources came with ids of their own (NDJSON), so that programs get an `id` beside the `path`.
    pub ids: bool,
    /// What could not be done.
    pub problems: &'a [Problem],
}

impl Ledger<'_> {
    /// One aligned line each: place, rule or type, key, value, then the words as they stand where they fit.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn write_text(&self, look: Look, out: &mut impl Write) -> io::Result<()> {
        let lines: Vec<[String; 4]> =
            self.rows.iter().map(|row| [place(row), clean(&row.what), about(row), stated(row)]).collect();
        // A column is as wide as its widest cell, but none takes more than a third of the line from the others.
        let most = look.width / 3;
        let widths: [usize; 4] =
            std::array::from_fn(|at| lines.iter().map(|line| width(&line[at])).max().unwrap_or(0).min(most));
        for (cells, row) in lines.iter().zip(self.rows) {
            let mut line = String::new();
            for (cell, &columns) in cells.iter().zip(&widths) {
                if columns > 0 {
                    line += cell;
                    line.extend(std::iter::repeat_n(' ', columns.saturating_sub(width(cell)) + 2));
                }
            }
            // Nothing but the quote is ever shortened: the rest is what the line is read for.
            let free = look.width.saturating_sub(width(&line));
            if free >= 12 {
                line += &format!("“{}”", shorten(&row.quote, free - 2));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// A table.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn write_table(&self, look: Look, out: &mut impl Write) -> io::Result<()> {
        let mut table = Table::new();
        table
            .load_style(UTF8_HORIZONTAL_ONLY)
            .set_content_arrangement(ContentArrangement::Dynamic)
            .set_width(u16::try_from(look.width).unwrap_or(u16::MAX))
            .force_no_tty();
        match self.kind {
            LedgerKind::Claims => {
                table.set_header(["place", "rule", "about", "value", "when", "marks"]);
                table.add_rows(self.rows.iter().map(|row| {
                    let when = row.when.as_deref().map_or_else(String::new, clean);
                    [place(row), clean(&row.what), about(row), clean(&row.value), when, clean(&row.marks.join(", "))]
                }));
            }
            LedgerKind::Values => {
                table.set_header(["place", "type", "value", "words"]);
                table.add_rows(
                    self.rows.iter().map(|row| [place(row), clean(&row.what), stated(row), clean(&row.quote)]),
                );
            }
        }
        for line in table.lines() {
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// One object with all rows.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        let rows = self.rows.iter().map(|row| self.form(row)).collect();
        let (claims, values) = match self.kind {
            LedgerKind::Claims => (Some(rows), None),
            LedgerKind::Values => (None, Some(rows)),
        };
        let errors = problems(self.problems, ProblemLevel::Error);
        write_pretty(&LedgerForm { version: 1, tool: Tool::BELIE, claims, values, errors }, out)
    }

    /// One object a line.
    ///
    /// # Errors
    ///
    /// Where the writer fails.
    pub fn write_lines(&self, out: &mut impl Write) -> io::Result<()> {
        self.rows.iter().try_for_each(|row| write_line(&self.form(row), out))
    }

    fn form<'r>(&self, row: &'r LedgerRow) -> RowForm<'r> {
        let place = row.file.place(row.span);
        let (rule, kind) = match self.kind {
            LedgerKind::Claims => (Some(row.what.as_str()), None),
            LedgerKind::Values => (None, Some(row.what.as_str())),
        };
        RowForm {
            id: self.ids.then(|| &**row.file.name()),
            path: row.file.name(),
            span: SpanForm::of(&row.file, row.span),
            exact: row.file.exact(),
            line: place.line,
            column: place.column,
            rule,
            kind,
            key: Pairs(&row.key),
            value: &row.value,
            when: row.when.as_deref(),
            marks: &row.marks,
            quote: &row.quote,
        }
    }
}

#[derive(Serialize)]
struct LedgerForm<'a> {
    version: u32,
    tool: Tool,
    #[serde(skip_serializing_if = "Option::is_none")]
    claims: Option<Vec<RowForm<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    values: Option<Vec<RowForm<'a>>>,
    errors: Vec<ProblemForm<'a>>,
}

#[derive(Serialize)]
struct RowForm<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    path: &'a str,
    span: Option<SpanForm>,
    #[serde(skip_serializing_if = "is_true")]
    exact: bool,
    line: u32,
    column: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<&'a str>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'a str>,
    key: Pairs<'a>,
    value: &'a str,
    when: Option<&'a str>,
    marks: &'a [String],
    quote: &'a str,
}

fn place(row: &LedgerRow) -> String {
    let place = row.file.place(row.span);
    format!("{}:{}:{}", clean(row.file.name()), place.line, place.column)
}

fn about(row: &LedgerRow) -> String {
    let values: Vec<String> = row.key.iter().map(|(_, value)| clean(value)).collect();
    values.join(", ")
}

/// The value with its time and its marks: `Anna Berg @ 2031-05-04 [former]`.
fn stated(row: &LedgerRow) -> String {
    let mut stated = clean(&row.value);
    if let Some(when) = &row.when {
        stated += " @ ";
        stated += &clean(when);
    }
    if !row.marks.is_empty() {
        stated += &format!(" [{}]", clean(&row.marks.join(", ")));
    }
    stated
}
