//! Datelines: the place in capitals and the day that open a report, "TARMOUTH, 9 March -".

use std::ops::Range;

use super::letters::look_up_plain;
use super::vocabulary::{Class, known_words};
use crate::source::document::Document;

/// The words of the place of a dateline that begins at `start`, the first token of a sentence, if one does.
pub(crate) fn dateline_place(document: &Document, start: usize) -> Option<Range<usize>> {
    const LONGEST_PLACE: usize = 4;
    const DAY: usize = 6;
    let is_day = |at: usize| look_up_plain(document, at, known_words()).is_some_and(|class| class.is(Class::CALENDAR));
    let shouted = |at: usize| {
        let word = document.raw(at);
        document.capital(at) && word.len() > 1 && !word.contains(char::is_lowercase) && !is_day(at)
    };
    if !shouted(start) {
        return None;
    }
    // "ST. TOVELD"
    let point = |at: usize| document.raw(at) == "." && document.glued(at);
    let end = (start + 1..=start + LONGEST_PLACE).find(|&at| !shouted(at) && !point(at))?;
    // "TOVELD BERG, Ostland (AP), Mon 9 May"
    let goes_on = |at: usize| {
        let word = document.raw(at);
        document.capital(at) || matches!(word, "," | "(" | ")") || word.starts_with(|c: char| c.is_ascii_digit())
    };
    (end..end + DAY).take_while(|&at| goes_on(at)).any(is_day).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::dateline_place;
    use crate::source::file::File;
    use crate::source::read::{Format, document};

    #[test]
    fn a_place_in_capitals_and_a_day_open_a_report() {
        let cases = [
            ("TARMOUTH, 9 March - The dam held.", 1),
            ("TOVELD BERG, May 9 — The dam held.", 2),
            ("ST. TOVELD (AP), Monday — The dam held.", 3),
            ("TARMOUTH, Ostland, 9 March 2031 - The dam held.", 1),
            ("TARMOUTH MAY 9 - The dam held.", 1),
            ("TARMOUTH held in May.", 0),
            ("TARMOUTH, the town that flooded in May, is dry.", 0),
            ("Tarmouth, 9 March - The dam held.", 0),
            ("9 March - The dam held.", 0),
        ];
        for (text, tokens) in cases {
            let document = document(Arc::new(File::new("a", text)), Format::Plain);
            let place = dateline_place(&document, 0);
            assert_eq!(place.map_or(0, |place| place.len()), tokens, "{text}");
        }
    }
}
