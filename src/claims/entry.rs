//! Entries of a live ticker or a chronicle: parts of a document that each open with the hour, or the year, that they tell of.

use crate::source::document::Document;

/// How many sentences open with a moment at least in a document of entries.
const FEWEST: usize = 2;

/// How many do where the moments are bare numbers, "0640" or "1911", which a count may be too.
const FEWEST_BARE: usize = 3;

/// The sentences with which the entries of a document begin, in order; none where it has no entries.
pub(super) fn entries(document: &Document) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, sentence) in document.sentences().iter().enumerate() {
        let tokens = &sentence.tokens;
        let text = document.prose.slice(document.span(tokens.start as usize, tokens.end as usize));
        found.extend(opening(text).map(|(moment, bare)| (at, moment, bare)));
    }
    let (bare, clock): (Vec<_>, Vec<_>) = found.into_iter().partition(|(.., bare)| *bare);
    let of = if clock.len() >= FEWEST { clock } else { bare };
    let fewest = if of.first().is_some_and(|(.., bare)| *bare) { FEWEST_BARE } else { FEWEST };
    // A ticker may have its newest entry first, and then the moments fall.
    let moments = of.iter().map(|(_, moment, _)| moment);
    if of.len() < fewest || !(moments.clone().is_sorted() || moments.rev().is_sorted()) {
        return Vec::new();
    }
    of.into_iter().map(|(at, ..)| at).collect()
}

/// The moment that a sentence opens with, as a number that grows with it, and whether it is a bare number; with something new
/// behind it, and so not a part of what the sentence says: "10.05 Power cut", "[10:05] Power cut", "1911: The mill opens".
fn opening(text: &str) -> Option<(u32, bool)> {
    let text = text.trim_start_matches(['[', '(', '*']);
    let (first, rest) = digits(text);
    let (moment, bare, rest) = match (first.len(), rest.strip_prefix([':', '.', 'h'])) {
        (4, _) => (first.parse().ok()?, true, rest),
        (1 | 2, Some(rest)) => {
            let (minutes, rest) = digits(rest);
            let (hour, minute): (u32, u32) = (first.parse().ok()?, minutes.parse().ok()?);
            let clock = minutes.len() == 2 && hour < 24 && minute < 60;
            (clock.then_some(hour * 60 + minute)?, false, rest)
        }
        _ => return None,
    };
    let half = |after: u32| moment % (12 * 60) + after;
    let lower = |mark: &str| rest.trim_start().strip_prefix(mark);
    let (moment, rest) = if let Some(rest) = lower("a.m.").or_else(|| lower("am")) {
        (half(0), rest)
    } else if let Some(rest) = lower("p.m.").or_else(|| lower("pm")) {
        (half(12 * 60), rest)
    } else {
        (moment, lower("GMT").or_else(|| lower("UTC")).unwrap_or(rest))
    };
    let parts = [' ', ':', '.', ']', ')', '*', '-', '–', '—', '|', '"', '“'];
    let news = rest.trim_start_matches(parts);
    (rest.len() > news.len() && news.starts_with(char::is_uppercase) || news.is_empty()).then_some((moment, bare))
}

/// The digits with which a text begins, and what follows.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::entries;
    use crate::source::document::Document;

    #[test]
    fn entries_open_with_moments_in_order() {
        let cases: [(&str, &[usize]); 8] = [
            ("10.05 Power cut. It is dark. 11.20 Ferries stop.", &[0, 2]),
            ("10:05 - Power cut.\n\n11:20 - Ferries stop.", &[0, 1]),
            ("11.05 p.m. Ferries stop.\n\n9.20 p.m. Power cut.", &[0, 1]),
            ("0640 Storm comes. 0725 Ferries stop. 0810 Roads close.", &[0, 1, 2]),
            ("1911: The mill opens. 1925: It burns. 1934: It closes.", &[0, 1, 2]),
            ("10.05 Power cut. The ferries stop at 11.20.", &[]),
            ("1200 Danes came. 1100 Swedes left. 1300 Finns stayed.", &[]),
            ("10.05 metres was the length. 11.20 metres was too much.", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(entries(&Document::of_text(text)), expected, "{text}");
        }
    }
}
