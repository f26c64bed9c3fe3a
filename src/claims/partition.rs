//! Parts of a whole that was told before: "22 patients were taken in. Of these, nine were sent home and 13 are on the wards",
//! "five were buried; two were flown to hospital … the other three walked".

use std::ops::Range;

use rust_decimal::Decimal;

use super::base_form::is_calendar;
use super::clause_words::is_unit_of_time;
use super::grammar::Grammar;
use super::listing::{behind_number, is_preposition, overlaps};
use super::tally::{Layout, Placed, alike, is_plain, number, tokens};
use crate::source::document::Document;
use crate::values::value::Value;

/// The numbers that tell of shares of `whole`, behind it in its sentence or in the next one: each opens a clause, and counts
/// nothing else. `None` where another number stands nearer, where the parts may overlap, where what is left of the whole is
/// told otherwise, and where nothing says that they are parts and their sum does not come near.
pub(super) fn following(layout: Layout<'_>, whole: &Placed) -> Option<Vec<Placed>> {
    let document = layout.document;
    let all = number(&whole.0).filter(|all| *all > Decimal::TWO)?;
    let scope = Scope::behind(layout, whole)?;
    let parts = enumerated(layout, &scope, &whole.0)?;
    let numbers: Vec<Decimal> = parts.iter().map(|(value, _)| number(value)).collect::<Option<_>>()?;
    let largest = *numbers.iter().max()?;
    let sum = numbers.iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(*number))?;
    if parts.len() < 2 || largest >= all {
        return None;
    }
    if sum < all && is_rest_told(layout, scope.within.start..scope.within.end, &whole.0, all - sum) {
        return None;
    }
    let (off, several) = ((all - sum).abs(), parts.len() > 2);
    // What falls short may be all that the text wants to tell, and of two things said of some both may be true.
    let near = match (scope.told, sum > all) {
        (true, true) => off * Decimal::from(3) <= all,
        (true, false) => off * Decimal::from(if several { 6 } else { 8 }) <= all,
        (false, _) => several && off * Decimal::from(6) <= all,
    };
    let nearer = (whole.1.end..scope.within.start).any(|at| {
        let other = layout.amount_at(at).filter(|reading| alike(&reading.value, &whole.0));
        other.and_then(|reading| number(&reading.value)).is_some_and(|other| other > largest)
    });
    (near && !nearer && document.word(whole.1.end) != "-").then_some(parts)
}

/// The shares before "the other four", and those four: of a whole that was counted up to three sentences before.
pub(super) fn rest(layout: Layout<'_>, rest: &Placed) -> Option<(Placed, Vec<Placed>)> {
    const FAR: usize = 3;
    let document = layout.document;
    let here = document.sentence_at(rest.1.start);
    let mut parts = vec![rest.clone()];
    let block = document.sentences()[here].block;
    for at in (here.saturating_sub(FAR)..=here).rev() {
        let sentence = &document.sentences()[at];
        if sentence.block + 1 < block {
            return None;
        }
        let end = if at == here { layout.matched.tokens.start } else { sentence.tokens.end as usize };
        let mut counts = Vec::new();
        for token in sentence.tokens.start as usize..end {
            let Some(reading) = layout.amount_at(token).filter(|reading| matches!(reading.value, Value::Count(_)))
            else {
                continue;
            };
            counts.push((reading.value.clone(), tokens(reading)));
        }
        for count in counts.into_iter().rev() {
            let opens = count.1.start == sentence.tokens.start as usize || joint(document, count.1.start);
            if is_bare(document, count.1.end) && opens || is_set_aside(document, count.1.start) {
                parts.push(count);
            } else if is_plain(&count.0) && parts.len() > 1 && document.word(count.1.end).len() > 2 {
                let all = number(&count.0)?;
                let sum = parts.iter().map(|(value, _)| number(value)).sum::<Option<Decimal>>()?;
                let near = (sum - all).abs() * Decimal::from(4) <= all;
                parts.reverse();
                return near.then_some((count, parts));
            } else {
                return None;
            }
        }
    }
    None
}

/// Whether a sentence that tells parts of `whole` may leave none out: they are no fewer, or nothing in it or near it says that
/// there are others.
pub(super) fn is_all(layout: Layout<'_>, whole: &Value, parts: &[Placed]) -> bool {
    let sum = parts.iter().map(|(value, _)| number(value)).sum::<Option<Decimal>>();
    let missing = number(whole).zip(sum).map(|(whole, sum)| whole - sum);
    missing.is_some_and(|missing| missing <= Decimal::ZERO || !is_rest_told(layout, layout.sentence(), whole, missing))
}

/// Where the parts of a whole stand.
struct Scope {
    within: Range<usize>,
    /// Whether words say that parts follow: "of these", a colon.
    told: bool,
    /// Whether each number stands behind whom it belongs to: "the town holds 14, the county 12 and the state eight".
    owned: bool,
}

impl Scope {
    fn behind(layout: Layout<'_>, whole: &Placed) -> Option<Self> {
        let document = layout.document;
        let here = document.sentence_at(whole.1.start);
        let end = document.sentences()[here].tokens.end as usize;
        let counted = |at: &usize| layout.amount_at(*at).is_some_and(|reading| alike(&reading.value, &whole.0));
        if let Some(first) = (whole.1.end..end).find(counted) {
            let first = (whole.1.end..first).rev().take_while(|&at| is_remaining(document, at)).last().unwrap_or(first);
            let before = |back: usize| first.checked_sub(back).map_or("", |at| document.word(at));
            let them = document.word(whole_end(layout, first)) == "of"
                && matches!(document.word(whole_end(layout, first) + 1), "them" | "whom" | "which");
            let of = them && before(1) == "," || matches!(before(1), "whom" | "which" | "them") && before(2) == "of";
            let told = of || matches!(before(1), ":" | "-" | "with" | ";");
            if told {
                return Some(Self { within: first..end, told: of || before(1) != "with", owned: false });
            }
            let colon = (whole.1.end..first).find(|&at| document.word(at) == ":")?;
            return Some(Self { within: colon + 1..end, told: true, owned: true });
        }
        let next = document.sentences().get(here + 1)?;
        if next.block != document.sentences()[here].block {
            return None;
        }
        let within = next.tokens.start as usize..next.tokens.end as usize;
        let of_these = document.word(within.start) == "of"
            && matches!(document.word(within.start + 1), "these" | "those" | "them" | "this" | "that");
        if of_these {
            let comma = within.start + 2 + usize::from(document.word(within.start + 2) != ",");
            let start = comma + usize::from(document.word(comma) == ",");
            return Some(Self { within: start..within.end, told: true, owned: false });
        }
        Some(Self { within, told: false, owned: false })
    }
}

/// The numbers of the whole's kind in a scope, the first at its start, every other one behind a joint, the last behind a
/// conjunction.
fn enumerated(layout: Layout<'_>, scope: &Scope, whole: &Value) -> Option<Vec<Placed>> {
    let document = layout.document;
    let mut parts: Vec<Placed> = Vec::new();
    let mut last = false;
    let mut at = scope.within.start;
    while at < scope.within.end {
        let Some(reading) = layout.amount_at(at).filter(|reading| alike(&reading.value, whole)) else {
            if overlaps(document, at, scope.within.end) {
                return None;
            }
            at += 1;
            continue;
        };
        let found = tokens(reading);
        let mut start = found.start;
        while start > scope.within.start && is_remaining(document, start - 1) {
            start -= 1;
        }
        let opens = start == scope.within.start || joint(document, start);
        let joined = |since: usize| (since..start).any(|at| joint(document, at + 1));
        if scope.owned {
            let apart = parts.last().is_none_or(|(_, last)| joined(last.end));
            if last
                || !apart
                || start == scope.within.start
                || !(ends(document, found.end) || is_bare(document, found.end))
            {
                return None;
            }
            let since = parts.last().map_or(start, |(_, last)| last.end);
            last = (since..start).any(|at| matches!(document.word(at), "and" | "while"));
            at = found.end;
            parts.push((reading.value.clone(), found));
            continue;
        }
        let own = matches!(whole, Value::Count(_) | Value::Number(_));
        if opens && (!own || is_bare(document, found.end)) && is_plain(&reading.value) {
            if parts.is_empty() && start != scope.within.start || last {
                return None;
            }
            last = !parts.is_empty() && document.word(start - 1) != "," && document.word(start - 1) != ";";
            at = behind_number(document, found.end);
            parts.push((reading.value.clone(), found));
        } else if opens || !own {
            // Something else is counted in its own clause, or the unit's number is none of a list.
            return None;
        } else {
            at = found.end;
        }
    }
    last.then_some(parts)
}

/// Whether a clause ends before a token.
fn ends(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "," | ";" | "." | "and" | "while" | "")
}

/// Whether nothing is named that a number counts: its verb follows, or where, or its clause ends.
fn is_bare(document: &Document, at: usize) -> bool {
    let at = behind_number(document, at);
    if document.word(at).ends_with("ly") && ends(document, at + 1) {
        return true;
    }
    let adverb = usize::from(document.word(at).ends_with("ly") || matches!(document.word(at), "more" | "others"));
    let word = document.word(at + adverb);
    is_preposition(word)
        || matches!(word, "was" | "were" | "is" | "are" | "had" | "have" | "has" | "will" | "remain" | "remains" | "as")
        || Grammar::of(word).is(Grammar::PAST) && !word.ends_with("eed")
}

/// Whether those who are counted at a token are told of first and left out of what follows: "apart from the five dead, 14 …".
fn is_set_aside(document: &Document, at: usize) -> bool {
    let at = at - usize::from(at > 0 && is_remaining(document, at - 1));
    let before = |back: usize| at.checked_sub(back).map_or("", |at| document.word(at));
    matches!((before(2), before(1)), ("apart" | "aside", "from") | ("addition", "to") | ("not", "counting"))
        || matches!(before(1), "besides" | "excluding" | "beyond")
}

/// Whether a clause or a phrase begins at a token: behind a comma, a conjunction, or both.
fn joint(document: &Document, at: usize) -> bool {
    at > 0 && matches!(document.word(at - 1), "," | ";" | "and" | "while" | "but" | "whereas")
}

/// Whether a word before a number says that it is another one of the same whole.
fn is_remaining(document: &Document, at: usize) -> bool {
    matches!(document.word(at), "another" | "other" | "further" | "remaining" | "the" | "a")
}

/// Whether the text tells what is missing, in the scope or in the two sentences behind it.
fn is_rest_told(layout: Layout<'_>, scope: Range<usize>, whole: &Value, missing: Decimal) -> bool {
    let document = layout.document;
    let here = document.sentence_at(scope.start);
    let end = document.sentences().get(here + 2).or(document.sentences().last());
    let end = end.map_or(scope.end, |sentence| sentence.tokens.end as usize);
    let block = document.sentences()[here].block;
    (scope.start..end.max(scope.end)).any(|at| {
        // "Last year's walk", "half-term"
        let next = document.word(at + 1).trim_end_matches('s');
        let of_time = document.word(at) == "last" && (is_unit_of_time(next) || is_calendar(next));
        let joined = document.word(at) == "half" && next == "-";
        let told = TOLD.contains(&document.word(at)) && !of_time && !joined;
        let same = layout.amount_at(at).filter(|reading| alike(&reading.value, whole));
        let one = missing == Decimal::ONE && document.word(at) == "one";
        // In another paragraph as many of anything are told by chance, if they are not told as what is left.
        let near = document.sentences()[document.sentence_at(at)].block == block;
        let as_many = near && same.and_then(|reading| number(&reading.value)) == Some(missing);
        told || one || as_many
    })
}

/// Words that tell of what is left of a whole; who did not vote or win is told in other words, if at all.
const TOLD: [&str; 22] = [
    "rest",
    "others",
    "other",
    "remainder",
    "remaining",
    "remain",
    "nobody",
    "unknown",
    "missing",
    "unclear",
    "unaccounted",
    "balance",
    "else",
    "left",
    "another",
    "last",
    "half",
    "leaving",
    "voted",
    "won",
    "drew",
    "drawn",
];

/// Where the number that starts at a token ends.
fn whole_end(layout: Layout<'_>, at: usize) -> usize {
    layout.amount_at(at).map_or(at, |reading| reading.tokens.end as usize)
}
