//! Whether a sentence tells the past, as far as the verbs around a match show.

use std::ops::Range;
use std::sync::LazyLock;

use crate::source::document::Document;
use crate::source::word_table::WordTable;

/// How many words from a match its verb may stand.
const REACH: usize = 12;

/// Whether a match in a sentence is told in the past: by the first verb behind it that shows its tense, "President Lee signed
/// it", else by the last one before it, "they met with President Lee".
pub(super) fn told_in_the_past(document: &Document, sentence: Range<usize>, of: Range<usize>) -> bool {
    let behind = of.end..sentence.end.min(of.end + REACH);
    let before = sentence.start.max(of.start.saturating_sub(REACH))..of.start;
    let tense = behind.chain(before.rev()).find_map(|at| tense(document, at));
    tense == Some(Tense::Past)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Past,
    Present,
}

/// Verbs that show their tense: the irregular pasts are those that news uses most and that are no other word in common use.
static VERBS: LazyLock<WordTable<Tense>> = LazyLock::new(|| {
    let present = "is are has have will does do can may must says plans aims wants hopes intends faces remains continues \
                   includes";
    let past = "was were had did said told met went came took made gave held left began won lost spoke wrote flew stood \
                brought thought became got saw knew ran grew drew led paid sent built chose fell kept rose sat sought \
                taught threw";
    let mut verbs = WordTable::default();
    for (words, tense) in [(present, Tense::Present), (past, Tense::Past)] {
        words.split(' ').for_each(|word| *verbs.entry(word, || tense) = tense);
    }
    verbs
});

fn tense(document: &Document, at: usize) -> Option<Tense> {
    let word = document.word(at);
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    document.look_up(at, &VERBS).copied().or(regular.then_some(Tense::Past))
}

#[cfg(test)]
mod tests {
    use super::told_in_the_past;
    use crate::source::document::Document;

    #[test]
    fn the_nearest_verb_that_shows_its_tense_decides() {
        for (text, past) in [
            ("@ was elected last year", true),
            ("@ then negotiated a treaty", true),
            ("@ is expected to be named", false),
            ("@ will meet those who were there", false),
            ("@ 's itinerary also includes a visit", false),
            ("@ of the old school", false),
            ("@ met the mayor, who is here", true),
            ("They met with @ to talk about trade", true),
            ("The plan is to meet with @ to talk about trade", false),
            ("They met while @ is away", false),
        ] {
            let document = Document::of_text(text);
            let at = (0..document.tokens().len()).find(|&at| document.word(at) == "@").expect("a place");
            assert_eq!(told_in_the_past(&document, 0..document.tokens().len(), at..at + 1), past, "{text}");
        }
    }
}
