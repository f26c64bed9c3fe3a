//! Sums in tables: a column with a total in one of its rows, a row with a total in one of its columns, a column whose total
//! stands in the prose.

use std::ops::Range;

use rust_decimal::Decimal;

use super::tally::{Layout, Placed, Tally, alike, tokens};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::values::amount::{Amount, Bound};
use crate::values::date::Date;
use crate::values::value::{Reading, Value};

/// The columns that the row of the match totals. Nothing where the rows above hold other totals, parts of parts, or words
/// instead of numbers, and where the total is none: an average lies between its numbers.
pub(super) fn columns(layout: Layout<'_>) -> Vec<Tally> {
    let Some(table) = Table::around(layout) else { return Vec::new() };
    let Some(total) = table.rows.iter().position(|row| row.holds(layout.matched.tokens.start)) else {
        return Vec::new();
    };
    // The total stands below its parts, or on top of all of them.
    let parts = if total == 0 { &table.rows[1..] } else { &table.rows[..total] };
    if parts.len() < 2 || parts.iter().any(|row| !row.is_part(layout.document)) {
        return Vec::new();
    }
    let label = table.rows[total].column_of(layout.matched.tokens.start);
    let columns = label + 1..table.rows[total].cells.len();
    let adds = |column: &usize| table.heading(*column).is_none_or(|cell| adds_up(layout.document, cell));
    columns
        .filter(adds)
        .filter_map(|column| {
            let whole = cell_value(layout, table.rows[total].cells.get(column)?)?;
            let cells = parts.iter().map(|row| row.cells.get(column)).collect::<Option<Vec<_>>>()?;
            tally(layout, whole, &cells)
        })
        .collect()
}

/// The rows whose numbers the column under the match totals. Only where most of the rows do add up, which proves what the
/// column means.
pub(super) fn rows(layout: Layout<'_>) -> Vec<Tally> {
    let Some(table) = Table::around(layout) else { return Vec::new() };
    let Some(header) = table.header.as_ref().filter(|header| header.holds(layout.matched.tokens.start)) else {
        return Vec::new();
    };
    let total = header.column_of(layout.matched.tokens.start);
    let numbers: Vec<usize> = (0..total)
        .filter(|&column| {
            let read = |row: &Row| row.cells.get(column).is_some_and(|cell| cell_value(layout, cell).is_some());
            adds_up(layout.document, &header.cells[column]) && table.rows.iter().all(read)
        })
        .collect();
    // The first column of numbers may be a rank or a year.
    let choices = [numbers.as_slice(), numbers.get(1..).unwrap_or_default()];
    for columns in choices.into_iter().filter(|columns| columns.len() > 1) {
        let sums = table.rows.iter().map(|row| {
            let whole = cell_value(layout, row.cells.get(total)?)?;
            let cells = columns.iter().map(|&column| row.cells.get(column)).collect::<Option<Vec<_>>>()?;
            tally(layout, whole, &cells)
        });
        let sums: Vec<Tally> = sums.flatten().collect();
        let fits = sums.iter().filter(|tally| fits(tally)).count();
        if fits >= 2 && fits * 3 >= sums.len() * 2 {
            return sums;
        }
    }
    Vec::new()
}

/// The one column of the document's tables whose heading holds the word `of`, and which has no total of its own. Only where
/// its sum comes near the whole: a table may show a few of many.
pub(super) fn headed(layout: Layout<'_>, whole: Placed, of: &str) -> Option<Tally> {
    let document = layout.document;
    let mut found = None;
    for (at, sentence) in document.sentences().iter().enumerate() {
        let BlockKind::Row { header: None } = document.block_of(sentence).kind else { continue };
        let Some(table) = Table::at(document, at) else { continue };
        let Some(header) = &table.header else { continue };
        for column in 1..header.cells.len() {
            if !header.cells[column].clone().any(|at| document.word(at) == of)
                || !adds_up(document, &header.cells[column])
            {
                continue;
            }
            let cells: Option<Vec<_>> = table.rows.iter().map(|row| row.cells.get(column)).collect();
            let no_parts = table.rows.iter().any(|row| !row.is_part(document));
            let Some(cells) = cells.filter(|_| !no_parts) else { continue };
            if let Some(tally) = tally(layout, Cell::from(whole.clone()), &cells).filter(is_near)
                && found.replace(tally).is_some()
            {
                return None;
            }
        }
    }
    found
}

/// A table, cut into cells.
struct Table {
    header: Option<Row>,
    rows: Vec<Row>,
}

/// A row, each cell by its tokens, which may be none.
struct Row {
    cells: Vec<Range<usize>>,
}

impl Table {
    /// The table in which the phrase matched.
    fn around(layout: Layout<'_>) -> Option<Self> {
        Self::at(layout.document, layout.document.sentence_at(layout.matched.tokens.start))
    }

    /// The table that has the sentence as a row or as its header.
    fn at(document: &Document, sentence: usize) -> Option<Self> {
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

    fn heading(&self, column: usize) -> Option<&Range<usize>> {
        self.header.as_ref()?.cells.get(column)
    }
}

impl Row {
    fn of(document: &Document, sentence: usize) -> Self {
        let tokens = &document.sentences()[sentence].tokens;
        let borders: Vec<usize> =
            (tokens.start as usize..tokens.end as usize).filter(|&at| document.word(at) == "|").collect();
        Self { cells: borders.windows(2).map(|pair| pair[0] + 1..pair[1]).collect() }
    }

    fn holds(&self, token: usize) -> bool {
        self.cells
            .first()
            .zip(self.cells.last())
            .is_some_and(|(first, last)| first.start <= token + 1 && token <= last.end)
    }

    /// The column in which a token stands; a border belongs to the cell behind it.
    fn column_of(&self, token: usize) -> usize {
        self.cells.partition_point(|cell| cell.end <= token)
    }

    /// Whether its label says that it is one of the parts: no total itself, and no part of another part.
    fn is_part(&self, document: &Document) -> bool {
        let label = self.cells.iter().find(|cell| !cell.is_empty()).cloned().unwrap_or_default();
        !label.clone().any(|at| NO_PARTS.contains(&document.word(at)))
            && !matches!(document.word(label.start), "of" | "-" | "in")
    }
}

/// Words in the label of a row that is no part of the total below it.
const NO_PARTS: [&str; 17] = [
    "total",
    "totals",
    "subtotal",
    "sum",
    "overall",
    "altogether",
    "combined",
    "including",
    "included",
    "incl",
    "thereof",
    "whom",
    "average",
    "mean",
    "median",
    "change",
    "net",
];

/// Whether the numbers under a heading can be added: no ranks, ages, years, prices, averages.
fn adds_up(document: &Document, heading: &Range<usize>) -> bool {
    const NO_SUMS: [&str; 26] = [
        "rank",
        "no",
        "#",
        "pos",
        "position",
        "place",
        "year",
        "age",
        "average",
        "avg",
        "mean",
        "median",
        "rate",
        "per",
        "price",
        "change",
        "ratio",
        "index",
        "max",
        "maximum",
        "min",
        "minimum",
        "highest",
        "lowest",
        "difference",
        "cumulative",
    ];
    !heading.clone().any(|at| NO_SUMS.contains(&document.word(at)))
}

/// A whole and the cells of its parts, where all of these hold numbers of its kind or nothing, and the whole can be a total.
fn tally(layout: Layout<'_>, whole: Cell, cells: &[&Range<usize>]) -> Option<Tally> {
    let mut parts = Vec::with_capacity(cells.len());
    for cell in cells.iter().filter(|cell| !is_blank(layout.document, cell)) {
        parts.push(cell_value(layout, cell).filter(|part| alike(&part.value, &whole.value))?);
    }
    // A bare number like 1920 is read as a year; among other numbers it is one of them.
    if parts.iter().all(|part| part.maybe_year) {
        return None;
    }
    let numbers: Vec<&Amount> = parts.iter().map(|part| amount(&part.value)).collect::<Option<_>>()?;
    let total = amount(&whole.value)?;
    let precision = numbers.iter().map(|number| number.precision).chain([total.precision]).min()?;
    let largest = numbers.iter().map(|number| number.number).max()?;
    let plain = |amount: &Amount| amount.upper.is_none() && amount.bound == Bound::Plain;
    let whole_percent = !matches!(whole.value, Value::Percent(_)) || total.number == Decimal::ONE_HUNDRED;
    let additive = numbers.iter().all(|number| plain(number) && number.number >= Decimal::ZERO)
        && plain(total)
        && total.number >= largest
        && whole_percent;
    if parts.len() < 2 || !additive {
        return None;
    }
    // The numbers of one column are stated to one digit, so that a zero at the end of one is no rounding.
    let stated = |cell: Cell| (with_precision(cell.value, precision), cell.tokens);
    Some(Tally { whole: stated(whole), parts: parts.into_iter().map(stated).collect() })
}

/// A number in a cell.
struct Cell {
    value: Value,
    tokens: Range<usize>,
    maybe_year: bool,
}

impl From<Placed> for Cell {
    fn from((value, tokens): Placed) -> Self {
        Self { value, tokens, maybe_year: false }
    }
}

/// The number that a cell holds and nothing else.
fn cell_value(layout: Layout<'_>, cell: &Range<usize>) -> Option<Cell> {
    let whole = |reading: &&Reading| reading.tokens.end as usize == cell.end;
    if let Some(reading) = layout.amount_at(cell.start).filter(whole) {
        return Some(Cell { value: reading.value.clone(), tokens: tokens(reading), maybe_year: false });
    }
    let reading = layout.readings.longest_at(cell.start).filter(whole).filter(|_| cell.len() == 1)?;
    let Value::Date(Date { year: Some(year), month: None, period: None, part: None, .. }) = reading.value else {
        return None;
    };
    let number = Amount { number: Decimal::from(year), upper: None, bound: Bound::Plain, precision: 0 };
    Some(Cell { value: Value::Count(number), tokens: tokens(reading), maybe_year: true })
}

fn is_blank(document: &Document, cell: &Range<usize>) -> bool {
    cell.clone().all(|at| document.word(at) == "-")
}

fn amount(value: &Value) -> Option<&Amount> {
    match value {
        Value::Count(amount) | Value::Number(amount) => Some(amount),
        Value::Money(money) => Some(&money.amount),
        Value::Percent(percent) => Some(&percent.amount),
        Value::Quantity(quantity) => Some(&quantity.amount),
        _ => None,
    }
}

fn with_precision(mut value: Value, precision: i32) -> Value {
    match &mut value {
        Value::Count(amount) | Value::Number(amount) => amount.precision = precision,
        Value::Money(money) => money.amount.precision = precision,
        Value::Percent(percent) => percent.amount.precision = precision,
        Value::Quantity(quantity) => quantity.amount.precision = precision,
        _ => {}
    }
    value
}

/// How far the sum of the numbers lies from the whole, and the whole.
fn distance(tally: &Tally) -> Option<(Decimal, Decimal)> {
    let whole = amount(&tally.whole.0)?.number;
    let numbers = tally.parts.iter().map(|(value, _)| amount(value).map(|amount| amount.number));
    let sum = numbers.sum::<Option<Decimal>>()?;
    Some(((whole - sum).abs(), whole))
}

fn fits(tally: &Tally) -> bool {
    distance(tally).is_some_and(|(distance, _)| distance.is_zero())
}

/// Whether the sum lies within a twentieth of the whole.
fn is_near(tally: &Tally) -> bool {
    distance(tally).is_some_and(|(distance, whole)| distance * Decimal::from(20) <= whole)
}
