//! One pass over a document that finds every value in it.

use std::cmp::Reverse;
use std::ops::Range;

use super::names::Names;
use super::value::{Kind, Reading, Value};
use super::vocabulary::{Class, Classes};
use super::words::Words;
use super::{code, named, numeric, temporal};
use crate::source::document::Document;

/// Every value in a document, by first token, the longest first; readings of different kinds may overlap, as a weekday
/// does with the date it belongs to, but a bare number inside another value is no count.
#[must_use]
pub fn find(document: &Document, names: &Names) -> Vec<Reading> {
    find_where(document, Classes::of(document), names, |_| vec![true; document.sentences().len()])
}

/// As [`find`], with the classes of the tokens at hand; but values made of numbers are read only in the sentences that
/// `numbers_in` asks for: it is given the dates and times, and says for each sentence whether.
#[must_use]
pub(crate) fn find_where(
    document: &Document,
    classes: Classes,
    names: &Names,
    numbers_in: impl FnOnce(&[Reading]) -> Vec<bool>,
) -> Vec<Reading> {
    let mut readings = Vec::new();
    temporal::read(document, classes.all(Class::TIME_START), &mut readings);
    let wanted = numbers_in(&readings);
    let mut at = 0;
    while let Some(start) = classes.next(at, Class::NUMBER_START) {
        let sentence = document.sentence_at(start);
        at = if wanted.get(sentence).is_some_and(|wanted| *wanted) {
            numeric::read(document, start, &mut readings)
        } else {
            (start + 1).max(document.sentences().get(sentence).map_or(0, |sentence| sentence.tokens.end as usize))
        };
    }
    drop_bare_numbers_inside(&mut readings, document.tokens().len());
    let sums = tokens_of(&readings, |kind| kind == Kind::Money);
    // What a code holds is a number still, as "PB 540" may be a part of a sum; and a code with its label is a code, as another
    // text may leave the label out.
    for at in classes.all(Class::CAPITAL) {
        if let Some((code, end)) = code::read(Words::around(document, at), at)
            && !holds(&sums, &(at as u32..end as u32))
        {
            readings.push(Reading { kind: Kind::Code, tokens: at as u32..end as u32, value: Value::Identifier(code) });
        }
    }
    let named = readings.len();
    named::read_all(document, classes, names, &mut readings);
    drop_names_inside_values(&mut readings, named);
    sort(&mut readings);
    readings
}

/// Drops countries that only say which currency a sum is of, the Swiss of Swiss francs, names inside codes and zones inside times.
/// Names begin at `named`.
fn drop_names_inside_values(readings: &mut Vec<Reading>, named: usize) {
    let [sums, codes, clocks, bare, dates] = [Kind::Money, Kind::Identifier, Kind::Time, Kind::Code, Kind::Date]
        .map(|asked| tokens_of(&readings[..named], |kind| kind == asked));
    readings.retain(|Reading { kind, tokens, .. }| match kind {
        Kind::Country | Kind::Demonym | Kind::Place => {
            !holds(&sums, tokens) && !holds(&codes, tokens) && !holds(&bare, tokens)
        }
        Kind::Org => !holds(&codes, tokens) && !holds(&clocks, tokens),
        // "Guy Fawkes Night"
        Kind::Person => !holds(&codes, tokens) && !holds(&dates, tokens),
        _ => true,
    });
}

/// The tokens of the readings of the kinds that are asked for, by first token as they were read.
fn tokens_of(readings: &[Reading], asked: impl Fn(Kind) -> bool) -> Vec<Range<u32>> {
    readings.iter().filter(|reading| asked(reading.kind)).map(|reading| reading.tokens.clone()).collect()
}

/// Whether one of `longer`, which are sorted and do not overlap, holds all of `tokens`.
fn holds(longer: &[Range<u32>], tokens: &Range<u32>) -> bool {
    let before = longer.partition_point(|held| held.start <= tokens.start);
    before.checked_sub(1).is_some_and(|last| tokens.end <= longer[last].end)
}

/// Sorts readings by first token, the longest first; equals keep their order.
pub(super) fn sort(readings: &mut Vec<Reading>) {
    // A reading is large: it is moved once, to its place.
    let key = |(at, Reading { kind, tokens, .. }): (usize, &Reading)| (tokens.start, Reverse(tokens.end), *kind, at);
    let mut order: Vec<_> = readings.iter().enumerate().map(key).collect();
    order.sort_unstable();
    let mut unsorted: Vec<Option<Reading>> = std::mem::take(readings).into_iter().map(Some).collect();
    readings.extend(order.into_iter().filter_map(|(.., at)| unsorted[at].take()));
}

/// Drops counts, numbers and ordinals that share a token with a value of a type of its own: the 27 of October 27; and a
/// length of time inside a time of day: the five minutes of "five minutes to nine".
fn drop_bare_numbers_inside(readings: &mut Vec<Reading>, tokens: usize) {
    let bare = |reading: &Reading| matches!(reading.kind, Kind::Count | Kind::Number | Kind::Ordinal);
    let mut taken = vec![false; tokens];
    for reading in readings.iter().filter(|reading| !bare(reading)) {
        taken[reading.tokens.start as usize..reading.tokens.end as usize].fill(true);
    }
    let clocks: Vec<_> =
        readings.iter().filter(|reading| reading.kind == Kind::Time).map(|reading| reading.tokens.clone()).collect();
    let in_clock = |reading: &Reading| {
        let before = clocks.partition_point(|clock| clock.start <= reading.tokens.start);
        let last = before.checked_sub(1).and_then(|at| clocks.get(at));
        reading.kind == Kind::Duration && last.is_some_and(|clock| reading.tokens.end < clock.end)
    };
    readings.retain(|reading| !in_clock(reading));
    readings
        .retain(|reading| !bare(reading) || !(reading.tokens.start..reading.tokens.end).any(|at| taken[at as usize]));
}
