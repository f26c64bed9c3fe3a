//! How a match or a vote ended, or a match stood at half-time: "won 3-1", "voted 9-4", "2-1 at the break". Elsewhere two numbers with a hyphen between are a range, a date or a
//! name.

use super::words::Words;

/// How many tokens before the numbers tell that they are a result.
const BEFORE: usize = 8;

/// Words that tell of a result, before the numbers.
const ENDS: &str = "won win wins winning beat beats beaten beating defeat defeated defeats defeating lost lose loses losing \
    drew draw draws drawn downed down downs edged edge edges thrashed thrash routed rout hammered overcame overcome overcomes \
    victory loss score scoreline result ended ends finished bt tied tie triumphed triumph final stunned stun crushed swept \
    sank sink dispatched eliminated saw see sees seeing voted vote votes approved approve approves passed pass passes rejected \
    reject rejects carried adopted backed ballot tally thumped trounced outplayed pipped ousted";

/// Nouns that say the same right behind the numbers.
const NOUNS: [&str; 8] = ["win", "victory", "defeat", "loss", "draw", "triumph", "vote", "thrashing"];

/// Words right before the numbers, or one or two behind them, by which the match goes on.
const ON: [&str; 20] = [
    "up",
    "ahead",
    "led",
    "lead",
    "leading",
    "leads",
    "trailing",
    "trailed",
    "behind",
    "half-time",
    "halftime",
    "half",
    "break",
    "interval",
    "aggregate",
    "series",
    "record",
    "odds",
    "deficit",
    "advantage",
];

/// The two numbers of a result that begins at the token `at`, the greater first: the numbers and their tokens. One told from the
/// side that lost is not read: by its numbers alone it cannot be told from a slip.
pub(crate) fn score(words: Words<'_>, at: usize) -> Option<[(u32, usize); 2]> {
    let number = |at: usize| words.is_number(at).then(|| words.raw(at)).filter(|raw| raw.len() <= 3)?.parse().ok();
    let joined = words.glued(at + 1) && words.glued(at + 2) && (words.hyphen(at + 1) || words.word(at + 1) == ":");
    let (more, less): (u32, u32) = (number(at)?, joined.then(|| number(at + 2)).flatten()?);
    let goes_on =
        words.glued(at + 3) && !words.pauses(at + 3) || at > 0 && words.glued(at) && words.before(at, 1) != "(";
    // "won in 6:02" is a time, and "6-3, 4-6, 7-5" are the sets of a match, none of which ended it.
    let time = words.word(at + 1) == ":" && words.raw(at + 2).starts_with('0');
    let set = |at: usize| words.is_number(at) && words.hyphen(at + 1) && words.is_number(at + 2);
    let sets = words.word(at + 3) == "," && set(at + 4) || words.before(at, 1) == "," && at >= 4 && set(at - 4);
    if more < less || goes_on || time || sets {
        return None;
    }
    let word = |back: usize| words.before(at, back);
    let before = (1..=BEFORE).map(word).take_while(|word| !matches!(*word, "" | "." | ";" | "|"));
    let ends = NOUNS.contains(&words.word(at + 3))
        || before.clone().any(|word| ENDS.split_whitespace().any(|end| end == word));
    let plays_on = ON.contains(&word(1))
        || (at + 3..at + 6).any(|at| ON.contains(&words.word(at)))
        || before.take(4).any(|word| ON.contains(&word));
    let halved = (at.saturating_sub(HALVED)..at).chain(at + 3..at + 3 + HALVED).any(|at| is_half_time(words, at));
    (ends && !plays_on || halved).then_some([(more, at), (less, at + 2)])
}

/// How many tokens from a result half-time may be told.
const HALVED: usize = 5;

/// Whether the word at a token tells of half-time: "half-time", "the break".
fn is_half_time(words: Words<'_>, at: usize) -> bool {
    match words.word(at) {
        "half-time" | "halftime" | "interval" => true,
        "break" => words.before(at, 1) == "the",
        "time" => {
            matches!(words.before(at, 1), "half" | "-") && matches!(words.before(at, 2), "half" | "at" | "by" | "")
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::source::document::Document;
    use crate::values::words::Words;

    #[test]
    fn numbers_of_a_result_are_told_from_ranges() {
        for (text, expected) in [
            ("Rovers beat Athletic 3-1 on Monday", Some((3, 1))),
            ("The council voted 9-4 to sell", Some((9, 4))),
            ("It was a 4–2 win", Some((4, 2))),
            ("Score: 31:29", Some((31, 29))),
            ("They drew 2-2.", Some((2, 2))),
            // The side that lost tells it the other way round, a match goes on, and other numbers are joined too.
            ("They lost 1-3 at home", None),
            ("Rovers won after leading 3-1", None),
            ("It was 3-1 at half-time, and they won", Some((3, 1))),
            ("Rooms 9-4 are shut", None),
            ("They won on 9-4-2025", None),
            ("The eight won in 6:02", None),
            ("She won 6-3, 4-6, 7-5", None),
        ] {
            let document = Document::of_text(text);
            let words = Words::around(&document, 0);
            let found = (0..document.tokens().len()).find_map(|at| super::score(words, at));
            assert_eq!(found.map(|[(more, _), (less, _)]| (more, less)), expected, "{text}");
        }
    }
}
