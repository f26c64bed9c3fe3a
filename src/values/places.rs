//! Finding countries, demonyms and other places in a document.

use std::ops::Range;

use super::place::{self, Form};
use super::vocabulary::{Class, Classes};
use crate::source::document::Document;

/// Every listed name or demonym, by first token, whatever it is part of.
pub(crate) fn candidates(document: &Document, classes: &Classes) -> Vec<(Range<usize>, Form)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = classes.next(at, Class::PLACE) {
        at = start;
        let capital = classes.at(at).is(Class::CAPITAL);
        let longest = capital.then(|| place::longest(document, at)).flatten();
        let Some((end, form)) = longest.filter(|&(end, _)| classes.at(end - 1).is(Class::CAPITAL)) else {
            at += 1;
            continue;
        };
        found.push((at..end, form));
        at = end;
    }
    found
}

/// Whether a listed name stands for the place, not inside the name of a human being, a body or a work.
pub(crate) fn stands_alone(document: &Document, classes: &Classes, at: &Range<usize>) -> bool {
    let (start, end) = (at.start, at.end);
    let joint = Class::OPENER | Class::CALENDAR | Class::TITLE;
    let titled = classes.at(start).is(Class::TITLED);
    let foreign = |class: Class| {
        let plain = Class::COMMON | Class::ROLE;
        let passed = class.is(Class::IN_OFFICE | Class::IN_PLACE)
            || class.is(joint)
            || (titled && class.is(plain) && !class.is(Class::BODY));
        class.is(Class::CAPITAL) && !passed
    };
    if is_joined(document, end) {
        // "Rhône-Alpes", "Paris-Nord"; but "Japan-based", "Japan-China".
        if foreign(classes.at(end + 1)) || is_make(document.word(end + 1)) {
            return false;
        }
    } else if foreign(classes.at(end))
        && !classes.at(end).is(Class::START)
        && !document.glued(end)
        && !is_holder(document, classes, start)
    {
        return false;
    }
    let Some(before) = start.checked_sub(1).filter(|_| !classes.at(start).is(Class::START)) else { return true };
    if document.word(before) == "-" && document.glued(before) && document.glued(start) {
        return before.checked_sub(1).is_none_or(|before| !foreign(classes.at(before)));
    }
    if document.glued(start) {
        return true;
    }
    let class = classes.at(before);
    if foreign(class) && !class.is(Class::START) {
        return false;
    }
    // "Central London", "Downtown Tokyo", "Michael Jordan" at the start of a sentence.
    if class.is(Class::START)
        && foreign(class)
        && (is_direction(document.word(before)) || !class.is(Class::COMMON | Class::ROLE))
    {
        return false;
    }
    let part = is_direction(document.word(before)) && class.is(Class::CAPITAL);
    !part && !is_in_name(document, classes, start)
}

/// Whether the demonym before `end` is part of the name of a sea or of a piece of land: "the Caribbean Sea".
pub(crate) fn names_water(document: &Document, classes: &Classes, end: usize) -> bool {
    let part = matches!(document.word(end), "ocean" | "sea" | "gulf" | "channel" | "strait" | "peninsula");
    part && classes.at(end).is(Class::CAPITAL) && !document.glued(end)
}

/// A place that no list has, directly before an office ("Riverton Mayor") or after "of" behind it ("mayor of Riverton"):
/// one to three words in capitals. `office` are the tokens of the office.
pub(crate) fn unlisted(document: &Document, classes: &Classes, office: &Range<usize>) -> Option<Range<usize>> {
    let other =
        Class::OPENER | Class::COMMON | Class::BODY | Class::ROLE | Class::TITLE | Class::CALENDAR | Class::PLACE;
    let other =
        other | Class::OFFICE | Class::CAPITALS | Class::INITIAL | Class::TITLED | Class::PARTICLE | Class::LEGAL;
    let part = |at: usize| {
        let class = classes.at(at);
        class.is(Class::CAPITAL) && (!class.is(other) || is_direction(document.word(at)) || class.is(Class::LAND))
    };
    if document.word(office.end) == "of" {
        let start = office.end + 1;
        let end = run(start, |at| part(at) && (at == start || !document.glued(at)));
        let goes_on = classes.at(end).is(Class::CAPITAL) && !document.glued(end);
        return (end > start && !goes_on && end - start <= 3).then_some(start..end);
    }
    // Before an office in small letters the word may be anything: "Riverton mayor" is rare, "When Smith president" is not.
    if !classes.at(office.start).is(Class::CAPITAL) || document.glued(office.start) {
        return None;
    }
    let start = (0..office.start).rev().take_while(|&at| part(at) && !document.glued(at + 1)).last()?;
    let len = office.start - start;
    let settled = !classes.at(start).is(Class::START) || len > 1 || start == 0;
    let before = classes.before(start);
    let led_in = start == 0 || !before.is(Class::CAPITAL) || before.is(Class::OPENER) || document.glued(start);
    (len <= 3 && settled && led_in).then_some(start..office.start)
}

/// "Prime Minister of Japan Mira Toveld": the name behind the place is the holder's.
fn is_holder(document: &Document, classes: &Classes, start: usize) -> bool {
    let of =
        if start >= 1 && document.word(start - 1) == "the" { start.saturating_sub(2) } else { start.saturating_sub(1) };
    document.word(of) == "of" && of > 0 && classes.at(of - 1).is(Class::IN_OFFICE)
}

/// "Bank of England", "Gulf of Oman", "Duke of York": the name goes on before "of".
fn is_in_name(document: &Document, classes: &Classes, start: usize) -> bool {
    let of =
        if start >= 1 && document.word(start - 1) == "the" { start.saturating_sub(2) } else { start.saturating_sub(1) };
    if of == 0 || document.word(of) != "of" {
        return false;
    }
    let head = document.word(of - 1);
    let land = matches!(
        head,
        "gulf"
            | "bay"
            | "strait"
            | "straits"
            | "sea"
            | "battle"
            | "treaty"
            | "duke"
            | "duchess"
            | "earl"
            | "prince"
            | "princess"
            | "isle"
            | "port"
            | "cape"
            | "kingdom"
            | "siege"
            | "university"
            | "voice"
            | "times"
            | "merchant"
            | "bishop"
            | "lord"
    );
    classes.at(of - 1).is(Class::CAPITAL) && (land || classes.at(of - 1).is(Class::BODY))
}

/// What follows a place that only says of what make a thing is: "two Delhi-class ships", "a Geneva-style deal".
fn is_make(word: &str) -> bool {
    matches!(word, "class" | "style" | "type" | "pattern" | "model")
}

fn is_joined(document: &Document, end: usize) -> bool {
    document.word(end) == "-" && document.glued(end) && document.glued(end + 1)
}

fn is_direction(word: &str) -> bool {
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "greater"
            | "downtown"
            | "upper"
            | "lower"
            | "inner"
            | "outer"
            | "new"
            | "old"
            | "little"
            | "mainland"
            | "occupied"
    )
}

fn run(start: usize, part: impl Fn(usize) -> bool) -> usize {
    (start..).find(|&at| !part(at)).unwrap_or(start)
}
