//! Sums in tables: a column with a total in one of its rows, a row with a total in one of its columns, a column whose total
//! stands in the prose.
//!
//! A total is known by its label, or by what sets its row off from the rows above it: bold type, an empty label, a label that
//! names the whole ("Valid votes" below the votes of each), or another column that it does total.

use std::ops::Range;

use rust_decimal::Decimal;

use super::grid::{Table, is_blank};
use super::tally::{Layout, Placed, Tally, alike, amount, number, tokens};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::row::Row;
use crate::values::amount::{Amount, Bound};
use crate::values::date::Date;
use crate::values::value::{Reading, Value};

/// The columns that the row of the match totals. Nothing where the rows above hold other totals, parts of parts, or words
/// instead of numbers, and where the total is none: an average lies between its numbers.
pub(super) fn columns(layout: Layout<'_>) -> Vec<Tally> {
    let Some(table) = Table::at(layout.document, layout.document.sentence_at(layout.matched.tokens.start)) else {
        return Vec::new();
    };
    let Some(total) = table.rows.iter().position(|row| row.holds(layout.matched.tokens.start)) else {
        return Vec::new();
    };
    // The total stands below its parts, or on top of all of them.
    let parts = if total == 0 { &table.rows[1..] } else { &table.rows[..total] };
    if parts.len() < 2 || parts.iter().any(|row| !table.has_part(*row)) {
        return Vec::new();
    }
    let row = table.rows[total];
    let label = row.column_of(layout.matched.tokens.start);
    // "Flour in all", above the water and the salt: a total that names what it is of may stand above other things too.
    let in_all = |cell: Range<usize>| cell.len() > 2 && cell.into_iter().any(|at| layout.document.word(at) == "in");
    if total == 0 && row.cell(label).is_some_and(in_all) {
        return Vec::new();
    }
    let columns = label + 1..row.width();
    let adds = |column: &usize| table.heading(*column).is_none_or(|cell| adds_up(layout.document, &cell));
    // "Total" is one; "total length" and "all-day ticket" may be none, and are far from the sum then.
    let bare = row.cell(label).is_some_and(|cell| cell.len() == 1);
    let tallies: Vec<Tally> =
        columns.filter(adds).filter_map(|column| column_tally(layout, row, parts, column)).collect();
    let proven = bare || tallies.iter().any(fits);
    tallies.into_iter().filter(|tally| (proven || is_within(tally, 3)) && !is_of_subtotals(tally)).collect()
}

/// The column in which the match is a number of one of the last rows, where the layout sets that row off as their total
/// without a word for it. Only where the numbers above come near it.
pub(super) fn bottom(layout: Layout<'_>) -> Option<Tally> {
    let document = layout.document;
    let sentence = document.sentence_at(layout.matched.tokens.start);
    if Table::holds_both(document, sentence, sentence + LAST_ROWS) {
        return None;
    }
    let table = Table::at(layout.document, layout.document.sentence_at(layout.matched.tokens.start))?;
    let total = table.rows.iter().position(|row| row.holds(layout.matched.tokens.start))?;
    let (parts, row) = (&table.rows[..total], table.rows[total]);
    let column = row.column_of(layout.matched.tokens.start + 1);
    let adds = |column: usize| table.heading(column).is_none_or(|cell| adds_up(document, &cell));
    if parts.len() < 2 || column == 0 || !adds(column) || !table.has_part(row) {
        return None;
    }
    if parts.iter().any(|row| !table.has_part(*row)) {
        return None;
    }
    let found = column_tally(layout, row, parts, column).filter(|tally| !is_of_subtotals(tally))?;
    let count = found.parts.len();
    let labels = parts.iter().filter_map(|row| row.cell(0));
    let proven = (1..row.width()).any(|other| {
        let proof = |tally: &Tally| fits(tally) && tally.parts.len() > 2;
        other != column && adds(other) && column_tally(layout, row, parts, other).as_ref().is_some_and(proof)
    });
    let set_off = table.sets_off(row, parts, column);
    let heading = table.heading(column).unwrap_or_default();
    let label = row.cell(0)?;
    let near = if proven || set_off && count > 2 {
        is_within(&found, 4)
    } else {
        (set_off || names_whole(document, &label, &heading, labels, count)) && is_within(&found, 8)
    };
    near.then_some(found)
}

/// How many rows from the end a total without a word for it may stand: below the valid votes stand the spoilt ones.
const LAST_ROWS: usize = 3;

/// The rows whose numbers the column under the match totals. Only where most of the rows do add up, which proves what the
/// column means.
pub(super) fn rows(layout: Layout<'_>) -> Vec<Tally> {
    let Some(table) = Table::at(layout.document, layout.document.sentence_at(layout.matched.tokens.start)) else {
        return Vec::new();
    };
    let Some(header) = table.header.filter(|header| header.holds(layout.matched.tokens.start)) else {
        return Vec::new();
    };
    let total = header.column_of(layout.matched.tokens.start);
    let numbers: Vec<usize> = (0..total)
        .filter(|&column| {
            let read = |row: &Row<'_>| row.cell(column).is_some_and(|cell| cell_value(layout, &cell).is_some());
            header.cell(column).is_some_and(|cell| adds_up(layout.document, &cell)) && table.rows.iter().all(read)
        })
        .collect();
    // The first column of numbers may be a rank or a year.
    let choices = [numbers.as_slice(), numbers.get(1..).unwrap_or_default()];
    for columns in choices.into_iter().filter(|columns| columns.len() > 1) {
        let sums = table.rows.iter().map(|row| {
            let whole = cell_value(layout, &row.cell(total)?)?;
            let cells = columns.iter().map(|&column| row.cell(column)).collect::<Option<Vec<_>>>()?;
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
        let Some(header) = table.header else { continue };
        for (column, head) in header.cells().enumerate().skip(1) {
            if !head.clone().any(|at| document.word(at) == of) || !adds_up(document, &head) {
                continue;
            }
            let cells: Option<Vec<_>> = table.rows.iter().map(|row| row.cell(column)).collect();
            let no_parts = table.rows.iter().any(|row| !table.has_part(*row));
            let Some(cells) = cells.filter(|_| !no_parts) else { continue };
            if let Some(tally) = tally(layout, Cell::from(whole.clone()), &cells).filter(|tally| is_within(tally, 10))
                && found.replace(tally).is_some()
            {
                return None;
            }
        }
    }
    found
}

/// Whether a label names the whole that the labels of the parts divide: with a word of the column's heading ("Valid votes"),
/// or, below `count` of more than two, a word for what has members or costs; no other label has that word.
fn names_whole(
    document: &Document,
    label: &Range<usize>,
    heading: &Range<usize>,
    mut others: impl Iterator<Item = Range<usize>>,
    count: usize,
) -> bool {
    let singular = |at: usize| {
        let word = document.word(at);
        word.strip_suffix('s').unwrap_or(word)
    };
    let headed = |at: &usize| heading.clone().any(|other| singular(other) == singular(*at) && singular(*at).len() > 2);
    let word = label.clone().find(|at| headed(at) || count > 2 && WHOLES.contains(&singular(*at)));
    word.is_some_and(|at| others.all(|mut other| other.all(|other| singular(other) != singular(at))))
}

/// Words, in the singular, for what the rows above a total divide.
const WHOLES: [&str; 54] = [
    "assembly",
    "house",
    "parliament",
    "council",
    "senate",
    "chamber",
    "congress",
    "committee",
    "board",
    "company",
    "group",
    "country",
    "nation",
    "kingdom",
    "region",
    "province",
    "county",
    "district",
    "state",
    "town",
    "city",
    "island",
    "world",
    "school",
    "club",
    "team",
    "squad",
    "crew",
    "fleet",
    "staff",
    "workforce",
    "budget",
    "cost",
    "load",
    "weight",
    "turnover",
    "revenue",
    "expenditure",
    "spending",
    "income",
    "bill",
    "field",
    "entrie",
    "everyone",
    "everybody",
    "everything",
    "whole",
    "full",
    "entire",
    "complete",
    "turnout",
    "electorate",
    "population",
    "membership",
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

/// What the row of a total says in a column, with the cells above it.
fn column_tally(layout: Layout<'_>, total: Row<'_>, parts: &[Row<'_>], column: usize) -> Option<Tally> {
    let whole = cell_value(layout, &total.cell(column)?)?;
    let cells = parts.iter().map(|row| row.cell(column)).collect::<Option<Vec<_>>>()?;
    tally(layout, whole, &cells)
}

/// A whole and the cells of its parts, where all of these hold numbers of its kind or nothing, and the whole can be a total.
fn tally(layout: Layout<'_>, whole: Cell, cells: &[Range<usize>]) -> Option<Tally> {
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
    let whole = number(&tally.whole.0)?;
    let numbers = tally.parts.iter().map(|(value, _)| number(value));
    let sum = numbers.sum::<Option<Decimal>>()?;
    Some(((whole - sum).abs(), whole))
}

fn fits(tally: &Tally) -> bool {
    distance(tally).is_some_and(|(distance, _)| distance.is_zero())
}

/// Whether the sum lies within such a part of the whole: a quarter, an eighth.
fn is_within(tally: &Tally, part: u32) -> bool {
    distance(tally).is_some_and(|(distance, whole)| distance * Decimal::from(part) <= whole)
}

/// Whether the numbers do add up to the whole once those are left out that are themselves the sums of numbers next to them, or
/// stand above those that do: the stations above the bikes of each kind, and "bikes in all".
fn is_of_subtotals(tally: &Tally) -> bool {
    let numbers: Option<Vec<Decimal>> = tally.parts.iter().map(|(value, _)| number(value)).collect();
    let (Some(numbers), Some(whole)) = (numbers, number(&tally.whole.0)) else {
        return false;
    };
    let sum: Decimal = numbers.iter().sum();
    let over = sum - whole;
    if over <= Decimal::ZERO {
        return false;
    }
    if sums_run(whole, numbers.iter().rev()) {
        return true;
    }
    let subtotals = (0..numbers.len()).filter(|&at| {
        sums_run(numbers[at], numbers[..at].iter().rev()) || sums_run(numbers[at], numbers[at + 1..].iter())
    });
    let subtotals: Vec<Decimal> = subtotals.map(|at| numbers[at]).collect();
    subtotals.contains(&over) || subtotals.iter().sum::<Decimal>() == over
}

/// Whether a number is the sum of two or more that begin a run.
fn sums_run<'a>(number: Decimal, run: impl Iterator<Item = &'a Decimal>) -> bool {
    let mut sum = Decimal::ZERO;
    for (terms, next) in run.enumerate() {
        sum += next;
        if sum >= number {
            return sum == number && terms > 0;
        }
    }
    false
}
