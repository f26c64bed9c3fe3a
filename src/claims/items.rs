//! The items of a list that a paragraph introduces.

use rust_decimal::Decimal;

use super::tally::{Layout, Placed};
use crate::source::document::Document;
use crate::source::prose::{BlockKind, Listed};
use crate::source::sentence::Sentence;
use crate::values::amount::{Amount, Bound};
use crate::values::value::Value;

/// The items of the list right behind the paragraph of the match, where that ends with a colon: each is one, or as many as
/// its first words say. `None` where there is no such list, or where an item may be several.
/// `noun` is the token behind the number: what is listed is named in the plural.
pub(super) fn behind(layout: Layout<'_>, noun: usize) -> Option<Vec<Placed>> {
    let document = layout.document;
    if !(noun..noun + 3).any(|at| is_plural(document.word(at))) {
        return None;
    }
    let intro = &document.sentences()[document.sentence_at(layout.matched.tokens.start)];
    let last = document.sentences().partition_point(|sentence| sentence.block <= intro.block).checked_sub(1)?;
    // Only the sentence that ends with the colon, or one right before it, speaks of the list.
    let colon = document.sentences()[last].tokens.end as usize - 1;
    if document.word(colon) != ":" || document.sentence_at(layout.matched.tokens.start) != last {
        return None;
    }
    let list = document.sentences()[last + 1..].chunk_by(|a, b| a.block == b.block);
    let is_item = |sentence: &Sentence| document.block_of(sentence).kind == BlockKind::Item;
    let mut items: Vec<(usize, &[Sentence])> = Vec::new();
    let mut list = list.peekable();
    let mut end = document.in_file(document.block_of(intro).span).end;
    let mut outer: Option<Listed> = None;
    while let Some(block) = list.next_if(|block| is_item(&block[0])) {
        if let Some(listed) = document.block_of(&block[0]).listed {
            // Another list of the same depth begins: which of them was meant?
            if outer.get_or_insert(listed).depth == listed.depth && outer != Some(listed) {
                return None;
            }
            items.push((listed.depth as usize, block));
            continue;
        }
        if outer.is_some() {
            continue;
        }
        let place = document.in_file(document.block_of(&block[0]).span);
        // A heading or a block of code between two items is no prose, but it parts two lists.
        let between = &document.file.text()[end as usize..place.start as usize];
        if ["\n#", "\n<", "```"].iter().any(|mark| between.contains(mark)) {
            return None;
        }
        end = place.end;
        // Paragraphs inside an item have no bullet of their own.
        if let Some(indent) = bullet(document, &block[0]) {
            items.push((indent, block));
        }
    }
    // A list that goes on behind a paragraph is longer than what was read, unless that introduces another list.
    let introduces = |block: &[Sentence]| {
        block.last().is_some_and(|sentence| document.word(sentence.tokens.end as usize - 1) == ":")
    };
    let goes_on =
        list.next().is_some_and(|block| !introduces(block)) && list.next().is_some_and(|block| is_item(&block[0]));
    if goes_on {
        return None;
    }
    let outermost = items.first()?.0;
    if items.iter().any(|(indent, _)| *indent < outermost) {
        return None;
    }
    let items = items.into_iter().filter(|(indent, _)| *indent == outermost);
    let parts: Vec<Placed> = items.map(|(_, block)| item(layout, &block[0])).collect::<Option<_>>()?;
    (parts.len() > 1).then_some(parts)
}

fn is_plural(word: &str) -> bool {
    let regular =
        word.len() > 2 && word.ends_with('s') && !word.ends_with("ss") && !matches!(word, "was" | "has" | "this");
    regular || matches!(word, "people" | "men" | "women" | "children" | "criteria")
}

/// One item, from its first to its last token.
fn item(layout: Layout<'_>, sentence: &Sentence) -> Option<Placed> {
    let document = layout.document;
    let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
    let most = match layout.amount_at(tokens.start) {
        // "Two lamps" are two, or one kind of lamps; of "200 tonnes of sand" nobody knows.
        Some(reading) => match &reading.value {
            Value::Count(amount) if amount.is_point() && amount.bound == Bound::Plain => {
                (Decimal::ONE..=Decimal::TEN).contains(&amount.number).then_some(amount.number)?
            }
            _ => return None,
        },
        None if document.raw(tokens.start).starts_with(|c: char| c.is_ascii_digit()) => return None,
        None => Decimal::ONE,
    };
    // "Ann and Jon Berg" are two, "Ann, Jon and Nora" three; "Mill Lane, both ways" is one.
    let several = |at: usize| match document.word(at) {
        "and" | "&" | "/" | "+" | "plus" => true,
        "," => document.capital(at + 1),
        _ => false,
    };
    let head =
        tokens.clone().take_while(|&at| !matches!(document.word(at), "(" | "-" | ":" | ";" | "." | "who" | "which"));
    if head.into_iter().any(several) {
        return None;
    }
    let upper = (most > Decimal::ONE).then_some(most);
    let amount = Amount { number: Decimal::ONE, upper, bound: Bound::Plain, precision: 0 };
    Some((Value::Count(amount), tokens))
}

/// How far the bullet before an item's first words is indented; `None` where there is none on its line.
fn bullet(document: &Document, sentence: &Sentence) -> Option<usize> {
    let first = document.in_file(document.tokens()[sentence.tokens.start as usize].span).start as usize;
    let text = document.file.text();
    let line = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line..first];
    let bullet = before.trim_start();
    let number = bullet.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.len() < bullet.len() && number.starts_with(['.', ')']);
    (numbered || bullet.starts_with(['-', '*', '+', '•', '–'])).then(|| before.len() - bullet.len())
}
