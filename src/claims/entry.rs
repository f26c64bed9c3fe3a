//! Entries of a live ticker or a chronicle: parts of a document that each open with the hour, the day or the year that they
//! tell of.

use chrono::Datelike as _;

use crate::source::document::Document;
use crate::values::value::{Reading, Value};

/// How many sentences open with a moment at least in a document of entries.
const FEWEST: usize = 2;

/// How many do where the moments are bare numbers, "0640" or "1911", which a count may be too.
const FEWEST_BARE: usize = 3;

/// What an entry opens with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// An hour: "10.05", "5 p.m."
    Hour,
    /// Which in a row it is: "Bulletin 2", "Day 3".
    Number,
    /// A day: "2031-05-05 Ada Brock", "5 May 2031: Power cut".
    Day,
    /// Four digits, which may be an hour or a year: "0640", "1911".
    Bare,
}

impl Opening {
    /// How many sentences open so at least in a document of entries.
    fn fewest(self) -> usize {
        if self == Self::Bare { FEWEST_BARE } else { FEWEST }
    }
}

/// The sentences with which the entries of a document begin, in order, each with its moment; none where it has no entries.
pub(super) fn entries(document: &Document, readings: &[Reading]) -> Vec<(usize, u32)> {
    let mut found = Vec::new();
    for (at, sentence) in document.sentences().iter().enumerate() {
        let tokens = &sentence.tokens;
        let text = document.prose.slice(document.span(tokens.start as usize, tokens.end as usize));
        let opening = numbered(text).or_else(|| opening(text)).or_else(|| dated(document, readings, at));
        found.extend(opening.map(|(moment, form)| (at, moment, form)));
    }
    let of = |form: Opening| -> Vec<(usize, u32)> {
        found.iter().filter(|(.., of)| *of == form).map(|(at, moment, _)| (*at, *moment)).collect()
    };
    let mut forms =
        [Opening::Hour, Opening::Number, Opening::Day, Opening::Bare].into_iter().map(|form| (form, of(form)));
    let Some((form, of)) = forms.find(|(form, of)| of.len() >= form.fewest()) else { return Vec::new() };
    // A ticker may have its newest entry first, and then the moments fall; a log of days need not be in order.
    let moments = of.iter().map(|(_, moment)| moment);
    let in_order = form == Opening::Day || moments.clone().is_sorted() || moments.rev().is_sorted();
    if in_order { of } else { Vec::new() }
}

/// The number of an entry that a sentence opens with: "Bulletin 2 (06:00): magnitude 6.0", "Day 3: Rain".
fn numbered(text: &str) -> Option<(u32, Opening)> {
    let (word, rest) = text.trim_start_matches(['[', '(', '*']).split_once(' ')?;
    let one_of = |words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    let (number, rest) = digits(rest.strip_prefix("No. ").unwrap_or(rest));
    let parted = rest.is_empty() || rest.starts_with([':', '.', ',', '*', ']']) || rest.starts_with(" (");
    let named = one_of(&["bulletin", "update", "day", "week", "advisory", "report", "communique"]);
    (named && parted).then(|| number.parse().ok().map(|number| (number, Opening::Number))).flatten()
}

/// The moment that a sentence opens with, as a number that grows with it, and how it is written; with something new behind it,
/// and so not a part of what the sentence says: "10.05 Power cut", "[10:05] Power cut", "1911: The mill opens".
fn opening(text: &str) -> Option<(u32, Opening)> {
    let text = text.trim_start_matches(['[', '(', '*']);
    let (first, rest) = digits(text);
    let (moment, form, rest) = match (first.len(), rest.strip_prefix([':', '.', 'h'])) {
        (4, _) => (first.parse().ok()?, Opening::Bare, rest),
        (1 | 2, Some(rest)) => {
            let (minutes, rest) = digits(rest);
            let (hour, minute): (u32, u32) = (first.parse().ok()?, minutes.parse().ok()?);
            let clock = minutes.len() == 2 && hour < 24 && minute < 60;
            (clock.then_some(hour * 60 + minute)?, Opening::Hour, rest)
        }
        _ => return None,
    };
    let half = |after: u32| moment % (12 * 60) + after;
    let lower = |mark: &str| rest.trim_start().strip_prefix(mark);
    let (moment, rest, surely) = if let Some(rest) = lower("a.m.").or_else(|| lower("am")) {
        (half(0), rest, true)
    } else if let Some(rest) = lower("p.m.").or_else(|| lower("pm")) {
        (half(12 * 60), rest, true)
    } else {
        (moment, lower("GMT").or_else(|| lower("UTC")).unwrap_or(rest), false)
    };
    let parts = [' ', ':', '.', ']', ')', '*', '-', '–', '—', '|', '"', '“'];
    let news = rest.trim_start_matches(parts);
    let begins =
        news.starts_with(char::is_uppercase) || surely && news.starts_with(|first: char| first.is_ascii_digit());
    (rest.len() > news.len() && begins || news.is_empty()).then_some((moment, form))
}

/// The day that a sentence opens with, where that opens its block and something new stands behind it.
fn dated(document: &Document, readings: &[Reading], at: usize) -> Option<(u32, Opening)> {
    let sentence = &document.sentences()[at];
    if at > 0 && document.sentences()[at - 1].block == sentence.block {
        return None;
    }
    let start = sentence.tokens.clone().find(|&at| !matches!(document.word(at as usize), "[" | "(" | "*"))?;
    let first = readings.partition_point(|reading| reading.tokens.start < start);
    let opens = readings[first..].iter().take_while(|reading| reading.tokens.start == start);
    let days = opens.filter_map(|reading| match &reading.value {
        Value::Date(date) => Some((date.calendar_day()?, reading.tokens.end)),
        _ => None,
    });
    let (day, end) = days.max_by_key(|(_, end)| *end)?;
    // "5 May 2031 was cold."
    let goes_on = end < sentence.tokens.end && document.raw(end as usize).starts_with(char::is_lowercase);
    (!goes_on).then(|| (day.num_days_from_ce() as u32, Opening::Day))
}

/// The digits with which a text begins, and what follows.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::entries;
    use crate::source::file::File;
    use crate::source::read::{Format, document};
    use crate::values::find::find;
    use crate::values::names::Names;

    #[test]
    fn entries_open_with_moments_in_order() {
        let cases: [(&str, &[usize]); 14] = [
            ("10.05 Power cut. It is dark. 11.20 Ferries stop.", &[0, 2]),
            ("10:05 - Power cut.\n\n11:20 - Ferries stop.", &[0, 1]),
            ("11.05 p.m. Ferries stop.\n\n9.20 p.m. Power cut.", &[0, 1]),
            ("10.05 p.m. 30 pumps are there.\n\n10.45 p.m. 45 pumps are there.", &[0, 1]),
            ("BULLETIN 1: Depth 10 km.\n\nBULLETIN 2 (06:00): Depth 14 km.", &[0, 1]),
            ("Day 1 was wet.\n\nDay 2 was dry.", &[]),
            ("0640 Storm comes. 0725 Ferries stop. 0810 Roads close.", &[0, 1, 2]),
            ("1911: The mill opens. 1925: It burns. 1934: It closes.", &[0, 1, 2]),
            ("2031-05-05 Ada Brock\n\n2031-04-09 Ian Bell\n\n2031-04-22 Ada Brock", &[0, 1, 2]),
            ("5 May 2031: The mill burns.\n\n6 May 2031: It rains.", &[0, 1]),
            ("5 May 2031 was cold.\n\n6 May 2031 was warm.", &[]),
            ("10.05 Power cut. The ferries stop at 11.20.", &[]),
            ("1200 Danes came. 1100 Swedes left. 1300 Finns stayed.", &[]),
            ("10.05 metres was the length. 11.20 metres was too much.", &[]),
        ];
        for (text, expected) in cases {
            let document = document(Arc::new(File::new("a.md", text)), Format::Markdown);
            let found = entries(&document, &find(&document, &Names::default()));
            assert_eq!(found.iter().map(|(at, _)| *at).collect::<Vec<_>>(), expected, "{text}");
        }
    }
}
