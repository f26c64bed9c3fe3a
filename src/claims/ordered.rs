//! What is said to come before or after something else.

use std::ops::Range;

use super::base_form::Meanings;
use super::clause::{Clause, OBJECT, REACH};
use super::clause_words::is_determiner;
use super::happening::Happening;
use super::reach::near;
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::token::hash;

/// What is said to come before or after what is named behind the word at `order`: "took its break before the red card". The
/// act is that of the verb together with what is named.
pub(super) fn ordered(document: &Document, meanings: &Meanings, order: &Range<usize>) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(order.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, order) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return None;
    }
    let behind = clause.within.end.min(order.end + OBJECT);
    let determined = order.end < behind && is_determiner(document.word(order.end));
    // "before her novel Brine" is before the novel.
    let words = (order.end + 1..behind).take_while(|&at| clause.term(at).is_some() && !clause.is_past(at));
    let words = words.take_while(|&at| at == order.end + 1 || !document.capital(at));
    let mark = words.last().filter(|_| determined).and_then(|at| clause.term(at)).filter(|term| !term.weak)?;
    let first = clause.within.start.max(order.start.saturating_sub(REACH));
    let verb = (first..order.start).rev().take_while(|&at| !clause.breaks(at)).find(|&at| clause.is_verb(at))?;
    let verb = clause.of_object(verb);
    let (act, _) = clause.event(verb)?;
    let act = hash(format!("{act} {}", mark.id).as_bytes());
    let mut happening = clause.around(verb, act, true, order);
    happening.listed = true;
    happening.ahead |= clause.is_ahead(verb);
    Some(happening)
}
