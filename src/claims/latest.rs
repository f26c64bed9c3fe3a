//! The latest date that a text speaks of as past: it cannot have been written before.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::claim::When;
use super::document_claims::Cited;
use super::excerpt::Excerpts;
use super::reach::near;
use crate::source::document::Document;
use crate::source::word_table::WordTable;
use crate::values::date::Date;
use crate::values::relative::is_relative;
use crate::values::value::{Reading, Value};

/// The latest date with a year in a sentence that tells no plan.
pub(super) fn latest(document: &Document, readings: &[Reading], excerpts: &Excerpts<'_>) -> Option<Cited> {
    let mut latest: Option<(NaiveDate, Date, &Reading)> = None;
    for reading in readings {
        let Value::Date(date) = reading.value else { continue };
        // The first of equal dates, so that the order of the text decides.
        let Some(day) = date.earliest().filter(|day| latest.is_none_or(|(best, ..)| *day > best)) else { continue };
        // "Tomorrow" is counted from the day of writing and proves nothing about it.
        if !is_relative(document, reading) && !plans(document, reading.tokens.start as usize) {
            latest = Some((day, date, reading));
        }
    }
    let (_, date, reading) = latest?;
    let tokens = reading.tokens.start as usize..reading.tokens.end as usize;
    Some(Cited { date, at: excerpts.evidence(&tokens, &tokens, When::Unknown, None) })
}

/// Words of a sentence that looks ahead.
static AHEAD: LazyLock<WordTable<()>> = LazyLock::new(|| {
    WordTable::of(
        "will would by until plan plans planned expected forecast target could may might should next scheduled projected \
         aims goal if shall through",
    )
});

/// Whether the sentence of a token looks ahead.
fn plans(document: &Document, at: usize) -> bool {
    let sentence = &document.sentences()[document.sentence_at(at)].tokens;
    near(sentence, &(at..at + 1)).any(|at| document.look_up(at, &AHEAD).is_some())
}
