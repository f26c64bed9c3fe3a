//! Parts that a sentence lists one after the other: "19 were treated and 12 flown out", "19 men and 12 women".

use rust_decimal::Decimal;

use super::clause_words::is_relative;
use super::tally::{Layout, Placed, alike, tokens};
use crate::source::document::Document;
use crate::source::token::TokenKind;
use crate::values::amount::{Amount, Bound};
use crate::values::value::{Reading, Value};

/// The parts behind a match, in its sentence. `None` where the words leave open which numbers are parts of `whole`, or
/// whether two parts may overlap.
pub(super) fn behind(layout: Layout<'_>, whole: &Value) -> Option<Vec<Placed>> {
    let (document, end) = (layout.document, layout.sentence().end);
    let from = layout.matched.tokens.end;
    let first = part(layout, from, whole)?;
    let follows = behind_number(document, first.1.end);
    // "41 for the bridge, 28 for the ferry and 17 for neither", "41 came from Velden, 28 from Hamm": the first is one of them.
    let ties = document.word(follows);
    let stands = layout.amount_at(layout.matched.tokens.start).map(|whole| tokens(whole).end);
    let tied = |end: usize| document.word(end) == ties || predicate(document, end) && document.word(end + 1) == ties;
    if is_preposition(ties) && stands.is_some_and(tied) {
        return None;
    }
    let parts = if predicate(document, follows) {
        clauses(layout, first, end, whole)?
    } else if is_preposition(ties) {
        places(layout, first, end, whole)?
    } else {
        nouns(layout, first, end, whole)?
    };
    (parts.len() > 1).then_some(parts)
}

/// The parts before a match, in its sentence: "19 men and 12 women, 31 in all".
pub(super) fn before(layout: Layout<'_>, whole: &Value) -> Option<Vec<Placed>> {
    let (document, start) = (layout.document, layout.sentence().start);
    let until = layout.matched.tokens.start;
    if !matches!(whole, Value::Count(_) | Value::Number(_)) {
        return sums_before(layout, whole, start, until);
    }
    let first = (start..until).find(|&at| part(layout, at, whole).is_some())?;
    let parts = nouns(layout, part(layout, first, whole)?, until, whole)?;
    // What stands between the last part and the whole belongs to the last part.
    let last = parts.last()?.1.end;
    let joined = (last..until).any(|at| matches!(document.word(at), "," | ";" | "and") || document.capital(at));
    (parts.len() > 1 && until - last <= LONGEST_PART && !joined).then_some(parts)
}

/// Every amount of the whole's kind in its sentence before the match, or in the sentence before where the match opens its own: a
/// comma or a conjunction parts each two, a conjunction the last two.
fn sums_before(layout: Layout<'_>, whole: &Value, start: usize, until: usize) -> Option<Vec<Placed>> {
    let document = layout.document;
    let mut within = start..until;
    if until <= start + 1 {
        let here = document.sentence_at(start);
        let before = document.sentences().get(here.checked_sub(1)?)?;
        if before.block != document.sentences()[here].block {
            return None;
        }
        within = before.tokens.start as usize..before.tokens.end as usize;
    }
    let mut parts: Vec<Placed> = Vec::new();
    let mut at = within.start;
    while at < within.end {
        if overlaps(document, at, within.end) || matches!(document.word(at), "than" | "from" | "instead" | "per" | "up")
        {
            return None;
        }
        let found = layout.amount_at(at).filter(|reading| adds(reading, whole));
        at = found.map_or(at + 1, |reading| reading.tokens.end as usize);
        parts.extend(found.map(|reading| (reading.value.clone(), tokens(reading))));
    }
    let between = |pair: &[Placed]| pair[0].1.end..pair[1].1.start;
    let parted = |pair: &[Placed]| between(pair).any(|at| joint(document, at) > 0);
    let closed = parts.len() > 1 && between(&parts[parts.len() - 2..]).any(|at| document.word(at) == "and");
    (closed && parts.windows(2).all(parted)).then_some(parts)
}

/// The shares in per cent in the match's sentence, each of another thing: three at least.
pub(super) fn shares(layout: Layout<'_>) -> Option<Vec<Placed>> {
    let (document, sentence) = (layout.document, layout.sentence());
    let mut shares = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match layout.amount_at(at) {
            Some(reading) if matches!(&reading.value, Value::Percent(percent) if !percent.points) => {
                let tokens = tokens(reading);
                at = tokens.end;
                shares.push((reading.value.clone(), tokens));
            }
            _ if overlaps(document, at, sentence.end) && document.word(at) != "which" => return None,
            _ if matches!(document.word(at), "up" | "down" | "from" | "compared" | "than" | "that" | "against")
                && layout.amount_at(at + 1).is_some() =>
            {
                return None;
            }
            _ => at += 1,
        }
    }
    let parted = |pair: &[Placed]| {
        (pair[0].1.end..pair[1].1.start).any(|at| matches!(document.word(at), "," | ";" | "and" | "while" | "with"))
    };
    (shares.len() > 2 && shares.windows(2).all(parted)).then_some(shares)
}

/// The amounts in brackets behind a match: "the port (£7 million) and the railway (£5 million)". Two at least, and every
/// amount of the whole's kind that stands behind it.
pub(super) fn brackets(layout: Layout<'_>, whole: &Value) -> Option<Vec<Placed>> {
    let document = layout.document;
    let mut parts = Vec::new();
    let (mut at, end) = (layout.matched.tokens.end, layout.sentence().end);
    while at < end {
        match layout.amount_at(at).filter(|reading| adds(reading, whole)) {
            Some(reading) => {
                let tokens = tokens(reading);
                if at == 0 || document.word(at - 1) != "(" || document.word(tokens.end) != ")" {
                    return None;
                }
                at = tokens.end;
                parts.push((reading.value.clone(), tokens));
            }
            None if overlaps(document, at, end) => return None,
            None => at += 1,
        }
    }
    (parts.len() > 1).then_some(parts)
}

/// The names that a sentence lists behind a match, up to its end or to the comma behind the last one: "Ann Berg, Tom Arden and
/// Nora Fels"; behind a colon and "namely" other things too: "red, white and blue". Where a comma may part a town from its
/// country, nobody knows how many there are.
pub(super) fn names(layout: Layout<'_>) -> Option<Vec<Placed>> {
    let document = layout.document;
    let (start, sentence) = (layout.matched.tokens.end, layout.sentence().end);
    let end = (start..sentence).find(|&at| matches!(document.word(at), "." | "!" | "|")).unwrap_or(sentence);
    let announced = matches!(document.word(start - 1), ":" | "namely");
    let fits = |at: usize| {
        let token = &document.tokens()[at];
        // "24 players: three goalkeepers and 21 others" are parts.
        token.kind == TokenKind::Word
            && layout.amount_at(at).is_none()
            && (token.capital || announced && !is_relative(document.word(at)))
    };
    let one = Amount { number: Decimal::ONE, upper: None, bound: Bound::Plain, precision: 0 };
    let mut names: Vec<Placed> = Vec::new();
    let mut from = start;
    for at in start..=end {
        let (comma, and) = (document.word(at) == ",", document.word(at) == "and");
        if at < end && !comma && !and {
            if !fits(at) {
                return None;
            }
            continue;
        }
        if and && at > start && document.word(at - 1) == "," {
            // The comma before "and" may end an apposition.
            return None;
        }
        if at == from || at - from > LONGEST_NAME {
            return None;
        }
        let last = from > start && document.word(from - 1) == "and";
        names.push((Value::Count(one), from..at));
        from = at + 1;
        if last {
            // Of two names with a comma behind them nobody knows whether the comma goes on with the list.
            return (at == end || comma && names.len() > 2).then_some(names);
        }
    }
    None
}

/// How many tokens a name in a list has at most.
const LONGEST_NAME: usize = 3;

/// How many tokens a part that is a phrase without a verb may have.
const LONGEST_PART: usize = 8;

/// The value of a part that starts at a token: a number of the whole's kind, or "a" or "one" for one.
fn part(layout: Layout<'_>, at: usize, whole: &Value) -> Option<Placed> {
    let document = layout.document;
    let skip = match document.word(at) {
        "another" | "other" | "further" => 1,
        "a" if matches!(document.word(at + 1), "further" | "total") => 2,
        "the" if matches!(document.word(at + 1), "other" | "remaining") => 2,
        _ => 0,
    };
    if let Some(reading) = layout.amount_at(at + skip) {
        return adds(reading, whole).then(|| (reading.value.clone(), tokens(reading)));
    }
    let one = skip == 0 && matches!(document.word(at), "a" | "an" | "one") && matches!(whole, Value::Count(_));
    let amount = Amount { number: Decimal::ONE, upper: None, bound: Bound::Plain, precision: 0 };
    one.then(|| (Value::Count(amount), at..at + 1))
}

/// The same with a number in so many words: behind "a" anything may follow.
fn numbered(layout: Layout<'_>, at: usize, whole: &Value) -> Option<Placed> {
    part(layout, at, whole).filter(|_| !matches!(layout.document.word(at), "a" | "an"))
}

fn adds(reading: &Reading, whole: &Value) -> bool {
    let exact = |value: &Value| match value {
        Value::Count(amount) | Value::Number(amount) => amount.number >= Decimal::ZERO,
        _ => true,
    };
    alike(&reading.value, whole) && exact(&reading.value)
}

/// Parts that are clauses with verbs of their own, each behind a comma, a conjunction or both.
fn clauses(layout: Layout<'_>, first: Placed, end: usize, whole: &Value) -> Option<Vec<Placed>> {
    let document = layout.document;
    let mut at = first.1.end;
    excludes(document, at)?;
    let mut parts = vec![first];
    while at < end {
        if overlaps(document, at, end) {
            return None;
        }
        let next = at + joint(document, at);
        if next == at {
            at += 1;
            continue;
        }
        match numbered(layout, next, whole) {
            Some(found) => {
                // "… and 12 buses were lost": another thing is counted.
                excludes(document, found.1.end)?;
                at = found.1.end;
                parts.push(found);
            }
            None => at = next,
        }
    }
    Some(parts)
}

/// Parts that are told apart by where, when or how, each behind the same preposition: "21 of them in Velden and 15 in Hamm".
fn places(layout: Layout<'_>, first: Placed, end: usize, whole: &Value) -> Option<Vec<Placed>> {
    let document = layout.document;
    let mut at = behind_number(document, first.1.end);
    let preposition = document.word(at);
    let (mut parts, mut last) = (vec![first], false);
    while at < end {
        if overlaps(document, at, end) {
            return None;
        }
        let next = at + joint(document, at);
        if next == at {
            at += 1;
            continue;
        }
        last = document.word(next - 1) != ",";
        at = next;
        if let Some(found) = numbered(layout, next, whole) {
            at = behind_number(document, found.1.end);
            let behind = document.word(at);
            if behind != preposition && is_preposition(behind) && !(is_where(behind) && is_where(preposition)) {
                return None;
            }
            parts.push(found);
            // "410 in Velden, 130 at Hamm, 80 elsewhere"
            last |= behind == "elsewhere";
            if last {
                break;
            }
        }
    }
    (last && !(at..end).any(|at| overlaps(document, at, end))).then_some(parts)
}

/// Whether a preposition says in which place.
fn is_where(word: &str) -> bool {
    matches!(word, "in" | "at" | "near")
}

/// The token behind a part's number, and behind "of them" where that follows.
pub(super) fn behind_number(document: &Document, at: usize) -> usize {
    let of =
        document.word(at) == "of" && matches!(document.word(at + 1), "them" | "whom" | "which" | "these" | "those");
    at + 2 * usize::from(of)
}

pub(super) fn is_preposition(word: &str) -> bool {
    matches!(word, "in" | "to" | "at" | "from" | "against" | "for" | "by" | "on" | "with" | "under" | "near")
}

/// Parts that are phrases without a verb: "19 men, a boy and 12 women", every one between two joints counted. The last
/// one is behind "and".
fn nouns(layout: Layout<'_>, first: Placed, end: usize, whole: &Value) -> Option<Vec<Placed>> {
    let document = layout.document;
    let mut at = first.1.end;
    let mut since = at;
    let mut parts = vec![first];
    while at < end {
        if overlaps(document, at, end) || predicate(document, at) || at - since > LONGEST_PART {
            return None;
        }
        let next = at + joint(document, at);
        if next == at {
            at += 1;
            continue;
        }
        let found = part(layout, next, whole)?;
        let last = (at..next).any(|at| matches!(document.word(at), "and" | "plus" | "&"));
        at = found.1.end;
        since = at;
        parts.push(found);
        if last {
            // A list that goes on behind its "and" was none: "two men and a boy and a dog".
            let rest = (at..end.min(at + LONGEST_PART))
                .take_while(|&at| !matches!(document.word(at), "-" | ")") && !predicate(document, at));
            let goes_on = |at: usize| {
                let joint = joint(document, at);
                overlaps(document, at, end) || (joint > 0 && layout.amount_at(at + joint).is_some())
            };
            return (!rest.into_iter().any(goes_on)).then_some(parts);
        }
    }
    None
}

/// How many tokens at `at` join two parts: a comma, a conjunction, or both.
fn joint(document: &Document, at: usize) -> usize {
    let mark = usize::from(matches!(document.word(at), "," | ";"));
    let word = matches!(document.word(at + mark), "and" | "while" | "but" | "plus" | "&" | "with" | "whereas");
    mark + usize::from(word)
}

/// Whether words say that one thing may be counted in two parts, or that a number is a part of a part.
pub(super) fn overlaps(document: &Document, at: usize, end: usize) -> bool {
    match document.word(at) {
        "also" | "both" | "too" | "again" | "later" | "then" | "including" | "included" | "includes" | "among"
        | "whom" | "which" | "overlap" | "respectively" | "each" | "already" | "still" | "initially" | "previously"
        | "either" | "some" | "most" | "half" => true,
        "of" => at + 1 < end && matches!(document.word(at + 1), "them" | "these" | "those" | "whom" | "which"),
        "at" => document.word(at + 1) == "least",
        "or" => document.word(at + 1) == "more",
        "as" => document.word(at + 1) == "well",
        _ => false,
    }
}

/// Whether a clause goes on at a token with its verb, or with what is left of it where the verb is the one before:
/// "19 were treated", "12 in Velden".
fn predicate(document: &Document, at: usize) -> bool {
    let word = document.word(at);
    AUXILIARIES.contains(&word) || PASTS.contains(&word) || PARTICIPLES.contains(&word) || is_regular(word)
}

/// Whether what a clause says of its number can be said of nothing that another clause counts: what was done with it,
/// not what it is or has.
fn excludes(document: &Document, at: usize) -> Option<()> {
    let word = document.word(at);
    let verb = if AUXILIARIES.contains(&word) {
        let adverbs = (at + 1..at + 3).take_while(|&at| document.word(at).ends_with("ly")).count();
        let been = usize::from(document.word(at + 1 + adverbs) == "been");
        let participle = document.word(at + 1 + adverbs + been);
        // Where something is, and what kind of person somebody is, it is not elsewhere and nobody else.
        PARTICIPLES.contains(&participle)
            || is_regular(participle)
            || is_preposition(participle)
            || KINDS.contains(&participle)
            || participle == "being"
    } else {
        is_preposition(word) || PASTS.contains(&word) || PARTICIPLES.contains(&word) || is_regular(word)
    };
    let state = (at..at + 4).any(|at| STATES.contains(&document.word(at)));
    (verb && !state).then_some(())
}

fn is_regular(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed")
}

const AUXILIARIES: [&str; 9] = ["was", "were", "is", "are", "had", "have", "has", "been", "will"];
const PASTS: [&str; 17] = [
    "died", "went", "came", "got", "fell", "chose", "left", "stayed", "won", "lost", "drew", "flew", "sank", "fled",
    "took", "voted", "drowned",
];
/// Not all that [`Grammar::PAST`](super::grammar::Grammar) knows: what somebody felt, knew or became may be said of two parts.
const PARTICIPLES: [&str; 65] = [
    "bought",
    "caught",
    "made",
    "put",
    "shot",
    "hit",
    "torn",
    "burnt",
    "lent",
    "paid",
    "stolen",
    "thrown",
    "shown",
    "written",
    "beaten",
    "chosen",
    "broken",
    "led",
    "set",
    "shut",
    "flown",
    "taken",
    "sent",
    "held",
    "found",
    "lost",
    "left",
    "kept",
    "given",
    "won",
    "sold",
    "built",
    "cut",
    "drawn",
    "driven",
    "brought",
    "withdrawn",
    "withheld",
    "upheld",
    "struck",
    "swept",
    "eaten",
    "drunk",
    "spent",
    "hung",
    "hidden",
    "frozen",
    "seen",
    "read",
    "sunk",
    "spoilt",
    "split",
    "burst",
    "laid",
    "let",
    "lit",
    "bitten",
    "bred",
    "fed",
    "rebuilt",
    "retaken",
    "sworn",
    "told",
    "met",
    "cast",
];
/// Kinds of people of which nobody is two.
const KINDS: [&str; 18] = [
    "men",
    "women",
    "boys",
    "girls",
    "children",
    "adults",
    "nationals",
    "foreigners",
    "foreign",
    "locals",
    "local",
    "male",
    "female",
    "residents",
    "visitors",
    "citizens",
    "alive",
    "dead",
];
/// What can be true of one thing at the same time as something else is.
const STATES: [&str; 20] = [
    "vaccinated",
    "unvaccinated",
    "infected",
    "insured",
    "married",
    "educated",
    "employed",
    "aged",
    "armed",
    "based",
    "injured",
    "wounded",
    "hurt",
    "damaged",
    "used",
    "needed",
    "wanted",
    "liked",
    "reported",
    "affected",
];
