//! Numbers that name a thing and count nothing: chapters, rooms, the level of an alert, the cells of a column of grades.

use std::ops::Range;

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
    let several = (another || first < at) && !words.plural(end);
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
        before => {
            REFERENCES.contains(&before) || {
                LABELS.contains(&before) && (!words.plural(end) || HAS_OR_DOES.contains(&words.word(end)))
            }
        }
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

/// "stood at three on the scale of six", "on a scale from 1 to 9", "rates it 2 on a scale that goes to 8": a step of a
/// scale, or one of its ends.
pub(super) fn is_of_scale(words: Words<'_>, at: usize, end: usize) -> bool {
    let scale = |at: usize| {
        words.word(at) == "on" && matches!(words.word(at + 1), "a" | "the") && words.word(at + 2) == "scale"
    };
    let ends = matches!(words.before(at, 1), "of" | "from" | "to" | "and" | "between");
    scale(end) || ends && (4..=10).any(|back| at.checked_sub(back).is_some_and(scale))
}

/// Whether a number fills a cell of a column of grades, rooms or ranks, as the head of the column says.
pub(super) fn is_in_column(words: Words<'_>, at: usize, end: usize) -> bool {
    let named = |word: &str| IN_COLUMNS.contains(&word);
    // "| netOrm | 12 |": what a program's name labels is its version.
    let program = |label: Range<usize>| {
        label.len() == 1
            && (words.word(label.start) == "windows"
                || words.raw(label.start).starts_with(char::is_lowercase)
                    && words.raw(label.start).contains(char::is_uppercase))
    };
    words.alone(at, end) && (words.head(at).is_some_and(named) || words.label(at).is_some_and(program))
}

/// What a column of numbers names: beside these a head like "number" may tell how many there are.
#[rustfmt::skip]
const IN_COLUMNS: &[&str] = &[
    "level", "grade", "category", "class", "tier", "stage", "phase", "zone", "room", "lane", "gate", "platform", "track",
    "ward", "lot", "item", "chapter", "page", "rank", "position", "place", "bib", "seat", "row", "version", "release",
    "priority", "no", "id", "period", "round", "heat", "set", "inning",
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
#[rustfmt::skip]
const SEVERAL: &[&str] = &[
    "days", "weeks", "years", "rooms", "rounds", "stages", "phases", "wards", "lanes", "zones", "groups", "grades", "rows",
    "plots", "berths", "seats", "lots", "units", "levels", "courts", "pitches", "tracks", "bays", "stands",
];

/// Words whose number is a name unless a plural follows.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "phase", "stage", "round", "day", "week", "year", "grade", "level", "category", "class", "part", "season", "tier", "step",
    "group", "zone", "lot", "lots", "note", "game", "move", "district", "ward", "unit", "act", "scene", "line", "item", "point", "room", "seat", "track", "lane",
    "berth", "locker", "booth", "stall", "shaft", "furnace", "turbine", "km", "kilometre", "kilometer", "hull", "plot",
    "row", "rink", "coach", "gale", "storm", "southwest", "northwest", "southeast", "northeast", "heading", "seam", "borehole", "hangar", "silo", "wing", "bulletin", "notice", "circular",
];

/// Verbs behind the number of a model, which look like plurals.
pub(super) const HAS_OR_DOES: &[&str] = &[
    "weighs", "costs", "comes", "runs", "offers", "needs", "gets", "sells", "starts", "lasts", "takes", "makes",
    "fits", "wins", "plays", "shuts", "opens", "closes", "moves", "leads", "goes", "stays",
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
            ("| System | Least |\n|---|---|\n| netOrm | 13 |\n| Windows | 11 |\n| Orm | 12 |", "count 12"),
            ("| | Orm | Toll |\n|---|---|---|\n| Load (kW) | 70 | 85 |", "quantity 70 kW; quantity 85 kW"),
            ("| Year | Costs (EUR million) |\n|---|---|\n| Orm | 31.4 |", "money EUR 31400000"),
            ("| Shire | Cargo, in tonnes | £ |\n|---|---|---|\n| Orm | 40 | 12 |", "quantity 40 t; money GBP 12"),
            (
                "| Firm | Share (%) | Sales, NOK m |\n|---|---|---|\n| Orm | 40 | 12 |",
                "percent 40 %; money NOK 12000000",
            ),
            ("| Team | Won | L |\n|---|---|---|\n| Orm | 4 | 3 |", "count 4; count 3"),
            ("| What | Orm |\n|---|---|\n| Median age (years) | 36.2 |", "age P36.2Y"),
            ("| Stop | Train 4 |\n|---|---|\n| Orm | 6.44 |", ""),
            ("| CHF million | 2030 | 2031 |\n|---|---|---|\n| Orm | 4 | 5 |", "money CHF 4000000; money CHF 5000000"),
            (
                "| Shire | Area (1,000 ha) | Yield (t/ha) |\n|---|---|---|\n| Orm | 4 | 3.5 |",
                "quantity 4000 ha; number 3.5",
            ),
            ("All sums in £1,000.\n\n| What | Sum |\n|---|---|\n| Orm | 4 |", "money GBP 4000"),
            ("Sums in thousands of pounds.\n\n| What | Sum |\n|---|---|\n| Orm | 4 |", "money GBP 4000"),
            ("Loads, in kilograms:\n\n| What | Sum | Men |\n|---|---|---|\n| Orm | 4 | 3 |", "count 4; count 3"),
            ("Loads, in kilograms:\n\n| What | Sum |\n|---|---|\n| Orm | 4 |", "quantity 4 kg"),
            ("| What | Under 12 |\n|---|---|\n| Orm | 4 |", "count 4"),
        ] {
            assert_eq!(told(page), expected, "{page}");
        }
    }
}
