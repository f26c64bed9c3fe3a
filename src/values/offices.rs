//! Finding offices in a document.

use std::ops::Range;

use super::office::{self, OfficeId};
use super::vocabulary::{Class, Classes};
use crate::source::document::Document;
use crate::source::token::TokenKind;

/// Every office that the words name, by first token. Who holds it, and of what, stands beside it and is not looked at.
pub(crate) fn read(document: &Document, classes: &Classes) -> Vec<(Range<usize>, OfficeId)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = classes.next(at, Class::OFFICE) {
        at = start;
        let Some((end, id)) = office::longest(document, at) else {
            at += 1;
            continue;
        };
        if is_office(document, classes, at..end) {
            found.push((with_acting(document, at)..end, id));
        }
        at = end;
    }
    found
}

/// Whether the words are not another office's, part of a name, or something else that is written so.
fn is_office(document: &Document, classes: &Classes, Range { start, end }: Range<usize>) -> bool {
    let first = document.word(start);
    let before = before(document, start);
    // A deputy that the lexicon does not list, one of several at a time, one who has been elected but not sworn in.
    let rank =
        ["deputy", "vice", "assistant", "associate", "under", "co", "shadow", "junior", "sub", "lieutenant", "mini"];
    if rank.contains(&document.word(before)) && before < start {
        return false;
    }
    if document.word(end) == "-" && document.glued(end) && document.word(end + 1) == "elect" {
        return false;
    }
    let capital = classes.at(start).is(Class::CAPITAL);
    let single = end == start + 1;
    if single && !capital && first.len() <= 4 && matches!(first, "pres" | "gov") {
        return false;
    }
    // "asked to chair the inquiry"
    if first == "chair" && document.word(before) == "to" && matches!(document.word(end), "the" | "a" | "an" | "its") {
        return false;
    }
    // "she will chair it"
    if first == "chair"
        && matches!(document.word(before), "will" | "would" | "can" | "could" | "should" | "shall" | "must")
    {
        return false;
    }
    // "He still has the chair": a piece of furniture.
    let held = start >= 2
        && matches!(document.word(start - 1), "the" | "a" | "his" | "her")
        && matches!(
            document.word(start - 2),
            "has" | "have" | "had" | "on" | "into" | "onto" | "beside" | "behind" | "under"
        );
    if first == "chair" && single && held {
        return false;
    }
    if document.word(end - 1) == "state" && document.word(end) == "for" {
        return false;
    }
    // "3 PM".
    if first == "pm"
        && document.tokens().get(before).is_some_and(|token| before < start && token.kind == TokenKind::Number)
    {
        return false;
    }
    if capital && single {
        // "Queen Street", "Governor House"; a surname: "Billie King".
        let royal = matches!(first, "king" | "queen" | "emperor" | "pope");
        let after = classes.at(end);
        let joined = Class::TITLED | Class::ROLE | Class::TITLE | Class::ALSO_A_WORD;
        let thing = (royal && after.is(Class::LAND)) || (after.is(Class::COMMON | Class::BODY) && !after.is(joined));
        if thing && after.is(Class::CAPITAL) && adjacent(document, end) {
            return false;
        }
        let before = classes.before(start);
        let other = Class::OPENER | Class::PLACE | Class::TITLE | Class::ROLE | Class::COMMON;
        let given_name = before.is(Class::CAPITAL) && !before.is(other) && adjacent(document, start);
        return !(royal && given_name && !classes.at(start).is(Class::START | Class::TITLED));
    }
    true
}

/// The token before `at`, a hyphen between them passed over; `at` itself at the start.
fn before(document: &Document, at: usize) -> usize {
    let hyphen = at >= 2 && document.word(at - 1) == "-" && document.glued(at) && document.glued(at - 1);
    at.saturating_sub(if hyphen { 2 } else { 1 })
}

/// Someone who is acting holds the office; the word belongs to it.
fn with_acting(document: &Document, at: usize) -> usize {
    match at.checked_sub(1) {
        Some(before) if matches!(document.word(before), "acting" | "interim" | "caretaker") => before,
        _ => at,
    }
}

/// Whether only blanks stand between the token at `at` and the one before it.
fn adjacent(document: &Document, at: usize) -> bool {
    at > 0 && !document.glued(at)
}
