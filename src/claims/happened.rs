//! Reads what happened around a value or a verb.

use std::ops::Range;

use super::base_form::Meanings;
use super::clause::Clause;
use super::clause_words::is_determiner;
use super::happening::{Happening, Turned};
use super::reach::near;
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::token::hash;
use crate::values::value::{Kind, Reading};

/// The event that a date, a time or a place belongs to: its value is at `value`. `None` where neither a verb nor a label
/// governs it.
pub(super) fn happening(
    document: &Document,
    meanings: &Meanings,
    readings: &[Reading],
    value: &Range<usize>,
) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(value.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, value) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return clause.row_label(value).and_then(|label| clause.labelled(label, value));
    }
    let Some(verb) = clause.governing(value) else {
        return clause.label(value).and_then(|label| clause.labelled(label, value));
    };
    let (act, once) = clause.event(verb)?;
    let mut happening = clause.around(verb, act, once, value);
    happening.ahead |= clause.is_ahead(verb);
    // A second date of the clause may be the one that is meant.
    let first = readings.partition_point(|reading| (reading.tokens.start as usize) < clause.within.start);
    let inside = readings[first..].iter().take_while(|reading| (reading.tokens.start as usize) < clause.within.end);
    inside.into_iter().all(|reading| reading.kind != Kind::Range).then_some(happening)
}

/// What is said of a verb at `verb` that is the value itself, one of the alternatives of `act`; `None` where the clause asks,
/// supposes or denies.
pub(super) fn statement(
    document: &Document,
    meanings: &Meanings,
    verb: &Range<usize>,
    act: &str,
) -> Option<(Happening, Turned)> {
    let sentence = &document.sentences()[document.sentence_at(verb.start)];
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return None;
    }
    let clause = Clause { document, meanings, within: near(&sentence.tokens, verb) };
    // "A functioning pump", "the support": no verb at all.
    if verb.start > clause.within.start && is_determiner(document.word(verb.start - 1)) {
        return None;
    }
    let turned = clause.turned(verb.end - 1)?;
    let happening = clause.around(verb.end - 1, hash(act.as_bytes()), false, verb);
    (!happening.ahead && !clause.is_ahead(verb.end - 1)).then_some((happening, turned))
}
