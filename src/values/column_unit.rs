//! Cells of a table whose unit stands in the head of the column or in the label of the row: "Load (kW)", "Costs (EUR
//! million)", "Cargo, tonnes", "£".

use std::ops::Range;

use super::money;
use super::number_words;
use super::percent;
use super::stated::Unit;
use super::unit;
use super::words::Words;

/// What the number that fills the cell at `at..end` is of, and the power of ten in which it is told.
pub(super) fn read(words: Words<'_>, at: usize, end: usize) -> Option<(Unit, i32)> {
    if !words.alone(at, end) {
        return None;
    }
    let of_head = || words.head_cell(at).and_then(|(head, cell)| of_cell(head, cell));
    of_head()
        .or_else(|| of_cell(words, words.label(at)?))
        .or_else(|| of_corner(words, at))
        .or_else(|| of_caption(words, at))
}

/// "CHF million" at the head of the column of labels is the unit of the whole table.
fn of_corner(words: Words<'_>, at: usize) -> Option<(Unit, i32)> {
    let (head, corner) = words.head_cell(words.label(at)?.start)?;
    of_tokens(head, corner.clone()).filter(|_| corner.len() > 1)
}

/// "All sums in £1,000.", "Loads, in kilograms:" right before a table of one column beside its labels.
fn of_caption(words: Words<'_>, at: usize) -> Option<(Unit, i32)> {
    let first = words.label(at)?;
    let (head, cell) = words.head_cell(at)?;
    let last = matches!(head.word(cell.end), "|" | "") && head.word(cell.end + 1).is_empty();
    let beside = first.end + 1 == at && last;
    let caption = words.caption(at).filter(|_| beside)?;
    let end = caption.end().checked_sub(1).filter(|&end| matches!(caption.word(end), "." | ":"))?;
    let within = (1..=6).find(|&back| caption.before(end, back) == "in")?;
    of_tokens(caption, end + 1 - within..end)
}

/// Whether the head of the column or the label of the row ends in a word that is as asked, what stands in brackets apart.
pub(super) fn is_of(words: Words<'_>, at: usize, asked: impl Fn(&str) -> bool) -> bool {
    let label = words.label(at).and_then(|cell| words.last_of(cell));
    words.head(at).is_some_and(&asked) || label.is_some_and(&asked)
}

/// The unit of a label: in brackets at its end, behind its last comma, or all that it has.
fn of_cell(words: Words<'_>, cell: Range<usize>) -> Option<(Unit, i32)> {
    let last = cell.end.checked_sub(1)?;
    let told = if words.word(last) == ")" {
        let open = cell.clone().rev().find(|&at| words.word(at) == "(")?;
        open + 1..last
    } else {
        let comma = cell.clone().rev().find(|&at| words.word(at) == ",");
        comma.map_or(cell.start, |comma| comma + 1)..cell.end
    };
    let (unit, exponent) = of_tokens(words, told.clone())?;
    // All that a head has: "£", "EUR", "Hectares", "million euros", but "L" and "Won" of a table of matches are no units.
    let small = |at: usize| words.raw(at).chars().any(char::is_lowercase);
    let bare = told == cell
        && exponent == 0
        && words.is_word(told.start)
        && (words.raw(told.start).len() == 1 || matches!(unit, Unit::Money(_)) && small(told.start));
    (!bare).then_some((unit, exponent))
}

/// The unit that tokens name, and nothing beside it: "EUR million", "thousands of pounds", "1,000 t", "in kilograms".
fn of_tokens(words: Words<'_>, told: Range<usize>) -> Option<(Unit, i32)> {
    let start = told.start + usize::from(words.word(told.start) == "in");
    let mut exponent = 0;
    let mut unit = None;
    let mut at = start;
    while at < told.end {
        // "EUR m" are millions, "m" alone are metres.
        let scale = match words.word(at) {
            "1,000" | "1000" | "000" | "'000" => Some(3),
            "m" | "mn" if matches!(unit, Some(Unit::Money(_))) => Some(6),
            "bn" => Some(9),
            word => number_words::scale(word.strip_suffix('s').unwrap_or(word)).filter(|&scale| scale >= 3),
        };
        if let Some(scale) = scale.filter(|_| exponent == 0) {
            exponent = scale;
            at += 1 + usize::from(words.word(at + 1) == "of");
            continue;
        }
        let (found, end) = money::prefix(words, at)
            .or_else(|| money::suffix(words, at, true))
            .map(|(currency, end)| (Unit::Money(currency), end))
            .or_else(|| percent::suffix(words, at).map(|(share, end)| (Unit::Share(share), end)))
            .or_else(|| unit::named(words, at).map(|(measure, end)| (Unit::Measure(measure), end)))
            .filter(|_| unit.is_none())?;
        unit = Some(found);
        at = end;
    }
    unit.map(|unit| (unit, exponent))
}
