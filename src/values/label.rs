//! Numbers that name a thing and count nothing: chapters, rooms, the level of an alert, the cells of a column of grades.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::calendar_words::is_year;
use super::number_words::small;
use super::words::Words;

/// "Article 5", "No. 3", "page 7", "chapter two", "nos. 3 and 4".
pub(super) fn is_reference(words: Words<'_>, at: usize, end: usize) -> bool {
    let joins = |at: usize| matches!(words.word(at), "and" | "or" | "," | "to" | "&");
    let another = joins(end) && words.is_number(end + 1);
    let mut first = at;
    while first > 1 && joins(first - 1) && words.is_number(first - 2) {
        first -= 2;
    }
    let several = (another || first < at) && !words.noun(end);
    let at = first;
    // "Notice to mariners 6 of 2031", "Act 12 of 1998"
    let of_year =
        words.word(end) == "of" && words.raw(end + 1).len() == 4 && words.raw(end + 1).parse().is_ok_and(is_year);
    if of_year && words.is_number(at) && words.is_word(at.wrapping_sub(1)) && words.pauses(end + 2) {
        return true;
    }
    match words.before(at, 1) {
        before if several && SEVERAL.contains(&before) => true,
        // "perverting justice (count 26)", but "we count 26"
        "count" | "counts" => matches!(words.before(at, 2), "(" | "on" | "," | "under"),
        "." => DOTTED_REFERENCES.contains(&words.before(at, 2)),
        // "phase two of the trial", but "in group four people".
        before => REFERENCES.contains(&before) || (LABELS.contains(&before) && !words.plural(end)),
    }
}

/// "lowered the alert level from 4 to 3", "the threat level stays at 2": a step of a scale whose name stands some words before.
pub(super) fn is_grade(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let step = amount.number <= Decimal::TEN && amount.precision >= 0 && amount.is_point();
    if !step || !matches!(words.before(at, 1), "from" | "to" | "at") || words.noun(end) {
        return false;
    }
    for back in 2..=9 {
        let word = words.before(at, back);
        if GRADED.contains(&word) {
            return true;
        }
        let step = small(word).is_some() || at.checked_sub(back).is_some_and(|at| words.is_number(at));
        if !step && !MOVED.contains(&word) {
            return false;
        }
    }
    false
}

/// What has steps that are numbered.
const GRADED: &[&str] = &["level", "levels", "alert", "grade", "category", "tier", "rating"];

/// What may stand between the name of a scale and its step.
#[rustfmt::skip]
const MOVED: &[&str] = &[
    "from", "to", "at", "is", "was", "be", "been", "being", "has", "had", "again", "now", "lowered", "raised", "cut",
    "reduced", "increased", "upgraded", "downgraded", "moved", "set", "kept", "held", "put", "stays", "stayed", "stay", "remains",
    "remained", "remain", "stands", "stood", "rose", "fell", "dropped", "went", "back", "up", "down",
];

/// Whether a number fills a cell of a column of grades, rooms or ranks, as the head of the column says.
pub(super) fn is_in_column(words: Words<'_>, at: usize, end: usize) -> bool {
    let named = |word: &str| IN_COLUMNS.contains(&word);
    words.alone(at, end) && words.head(at).is_some_and(named)
}

/// What a column of numbers names: beside these a head like "number" may tell how many there are.
#[rustfmt::skip]
const IN_COLUMNS: &[&str] = &[
    "level", "grade", "category", "class", "tier", "stage", "phase", "zone", "room", "lane", "gate", "platform", "track",
    "ward", "lot", "item", "chapter", "page", "rank", "position", "place", "bib", "seat", "row", "version", "release",
    "priority", "no", "id",
];

/// Words whose number is a name, whatever follows.
#[rustfmt::skip]
const REFERENCES: &[&str] = &[
    "article", "articles", "section", "sections", "chapter", "page", "pages", "paragraph", "clause", "figure", "table",
    "appendix", "annex", "footnote", "volume", "vol", "issue", "episode", "no", "nos", "number", "numbers", "§", "flight",
    "highway", "route", "interstate", "runway", "gate", "platform", "apollo", "boeing", "airbus", "windows", "formula",
    "proposition", "resolution", "channel", "psalm", "verse", "rule", "exhibit", "version", "junction", "reactor", "type",
    "mark", "pier", "terminal", "series", "junctions", "gates", "platforms", "runways", "channels", "routes", "highways",
    "flights", "volumes", "chapters", "paragraphs", "clauses", "verses", "exit", "exits", "terminals", "psalms", "par", "bus", "tram", "size", "sizes", "force",
];

/// Plurals whose numbers are names where there are two: "days 3 and 4".
const SEVERAL: &[&str] =
    &["days", "weeks", "years", "rooms", "rounds", "stages", "phases", "wards", "lanes", "zones", "groups", "grades"];

/// Words whose number is a name unless a plural follows.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "phase", "stage", "round", "day", "week", "year", "grade", "level", "category", "class", "part", "season", "tier", "step",
    "group", "zone", "lot", "lots", "note", "game", "move", "district", "ward", "unit", "act", "scene", "line", "item", "point", "room", "seat", "track", "lane",
    "berth", "locker", "booth", "stall", "shaft", "furnace", "turbine", "km", "kilometre", "kilometer", "hull", "plot",
    "heading", "seam", "borehole", "hangar", "silo", "wing", "bulletin", "notice", "circular",
];

/// Abbreviations that end in a point before their number.
#[rustfmt::skip]
const DOTTED_REFERENCES: &[&str] = &[
    "no", "nos", "p", "pp", "art", "sec", "vol", "fig", "ch", "para", "pt", "ver", "v", "st", "op", "opp",
];

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::source::file::File;
    use crate::source::read::{Format, document};
    use crate::values::find::find;
    use crate::values::names::Names;
    use crate::values::value::Kind;

    /// Every value of a page in Markdown but its people, as `kind value`.
    fn told(page: &str) -> String {
        let readings = find(&document(Arc::new(File::new("a", page)), Format::Markdown), &Names::default());
        let numeric = readings.iter().filter(|reading| reading.kind != Kind::Person);
        numeric.map(|reading| format!("{} {}", reading.kind.name(), reading.value)).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn the_head_of_a_column_says_what_its_numbers_are() {
        for (page, expected) in [
            ("| Peak | Alert level (scale) | Boats |\n|---|---|---|\n| Orm | 3 | 4 |", "count 4"),
            ("| Name | Age | Goals |\n|---|---|---|\n| Ann Lee | 44 | 3 |", "age P44Y; count 3"),
            (
                "| Name | Version |\n|---|---|\n| Orm | 3.4.1 |\n| Toll | 2.10 |",
                "identifier version 3.4.1; identifier version 2.10",
            ),
            ("| Rank | Points |\n|---|---|\n| 1 | 2.5 |", "number 2.5"),
            ("| What | How |\n|---|---|\n| Release | 2.10 |", "identifier version 2.10"),
            ("| What | Level |\n|---|---|\n| Orm | 3 boats |", "count 3"),
        ] {
            assert_eq!(told(page), expected, "{page}");
        }
    }
}
