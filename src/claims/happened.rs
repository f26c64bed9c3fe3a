//! Reads what happened around a value or a verb.

use std::ops::Range;

use super::base_form::{Meanings, term};
use super::clause::{Clause, NoneOf};
use super::clause_words::{is_be, is_determiner, is_refusal};
use super::happening::{Happening, Turned};
use super::reach::near;
use super::sorted_set::SortedSet;
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::token::hash;
use crate::values::value::{Kind, Reading};

/// The event that a date, a time or a place belongs to: its value is at `value`. `None` where neither a verb nor a label
/// governs it. `hour` where the value is a time of day.
pub(super) fn happening(
    document: &Document,
    meanings: &Meanings,
    readings: &[Reading],
    value: &Range<usize>,
    hour: bool,
) -> Option<Happening> {
    told(document, meanings, readings, value).map(|happening| happening.with_occasion(hour))
}

fn told(document: &Document, meanings: &Meanings, readings: &[Reading], value: &Range<usize>) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(value.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, value) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return clause.of_cell(value);
    }
    if let Some((words, act, once)) = clause.since(value) {
        let mut happening = clause.around_words(&words, act, once, value);
        // "Will be over by ten" is no past, and "is over at ten" may be none.
        happening.past = !matches!(document.word(words.end - 1), "over" | "up");
        happening.listed = true;
        return Some(happening);
    }
    let named = || clause.held_beside(value);
    let beside = value.start > clause.within.start && is_determiner(document.word(value.start - 1));
    if let Some(happening) = Some(()).filter(|()| beside).and_then(|()| named()) {
        return Some(happening);
    }
    let Some(verb) = clause.governing(value) else {
        return clause.label(value).and_then(|label| clause.labelled(label, value)).or_else(named);
    };
    let (act, once) = clause.event(verb)?;
    let mut happening = clause.around(verb, act, once, value);
    happening.ahead |= clause.is_ahead(verb);
    if let Some(open) = clause.first_use(verb, value) {
        (happening.act, happening.elided) = (open, true);
        (happening.patient, happening.ranks) = (SortedSet::default(), SortedSet::default());
    }
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
    // "A tsunami warning system": a form in -ing is a verb only behind what helps it.
    let helped = clause.auxiliaries(verb.start).next().is_some();
    if document.word(verb.start).ends_with("ing") && !helped {
        return None;
    }
    // "Remove unused files", where nothing is said to be unused.
    let word = document.word(verb.start);
    let attribute = verb.len() == 1 && word.starts_with("un") && meanings.term(verb.end).is_some();
    if attribute && !helped || clause.is_general(verb) {
        return None;
    }
    let turned = clause.turned(verb)?;
    // "A cricket that no one had ever named": until then.
    let until_then = || {
        let words: Vec<&str> = clause.auxiliaries(verb.start).collect();
        words.contains(&"had") && words.iter().any(|word| matches!(*word, "never" | "ever"))
    };
    if turned == Turned::Negated && until_then() {
        return None;
    }
    // "Found Ann Lee guilty": whom it is said of stands between the words of the verb.
    let object = clause.object(verb.start + 1, verb.end - 1, &(verb.end..verb.end));
    let words = if object.is_some() { verb.start..verb.start + 1 } else { verb.clone() };
    let mut happening = clause.around_words(&words, hash(act.as_bytes()), false, &words);
    happening.ahead |= clause.is_ahead(verb.start);
    // "Has not signed" may be outdated, and so may "was missing"; "did not sign" and "refused to sign" are not.
    let mut helpers = clause.auxiliaries(verb.start);
    let refused = clause.auxiliaries(verb.start).any(|word| is_refusal(word) && word.ends_with("ed"));
    let now = helpers.any(|word| matches!(word, "has" | "have" | "still" | "now"));
    happening.state = is_be(document.word(verb.start));
    happening.settled = refused || happening.past && !now && !happening.state;
    happening.partial = clause.is_partial(verb.start);
    if let Some(none) = clause.none(verb.start) {
        happening.none = true;
        happening.patient = match none {
            NoneOf::People => term("people").into_iter().collect(),
            NoneOf::Kind { head, general: true } => {
                let head = meanings.term(head);
                happening.before.iter().filter(|term| head.is_none_or(|head| head.id != term.id)).copied().collect()
            }
            NoneOf::Kind { head, general: false } => meanings.term(head).into_iter().collect(),
        };
    }
    Some((happening, turned))
}
