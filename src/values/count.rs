//! Whether a number without a unit counts something, or is part of a name, a reference, a date or an identifier.

use rust_decimal::Decimal;

use super::amount::{Amount, Bound};
use super::number::{self, Spelling};
use super::quantity::Stated;
use super::words::{self, Words};

/// Whether a number without a unit counts something; `at` is where its qualifier starts.
pub(crate) fn counts(words: Words<'_>, at: usize, stated: &Stated, end: usize) -> bool {
    if words.is_literal() {
        return true;
    }
    let number_at = stated.number_at;
    if is_aside(words, at, end) || is_hour(words, at, end, &stated.amount) {
        return false;
    }
    let qualified = at < number_at || stated.amount.bound != Bound::Plain;
    let before = words.before(at, 1);
    if is_clock(words.word(end)) || is_listed(words, number_at, end) || is_reference(words, at, end) {
        return false;
    }
    let bracketed = matches!(before, "(" | "[") && matches!(words.word(end), ")" | "]");
    // Numbers in a row are a telephone number, a fraction or a table.
    let in_a_row = words.is_number(number_at) && (words.is_number(at.wrapping_sub(1)) || words.is_number(end));
    match stated.spelling {
        Spelling::Bare if bracketed || in_a_row => false,
        Spelling::Bare if is_year(stated.amount.number) && stated.amount.upper.is_none() => {
            is_often_counted(words.word(end))
                || (words.plural(end) && (qualified || stated.amount.number < Decimal::from(1800)))
                || words.alone(at, end)
                || (qualified && words.pauses(end) && stated.amount.bound != Bound::About)
        }
        Spelling::Bare | Spelling::Digits => !is_label(words, at, end),
        Spelling::Letter => words.plural(end) && !is_race(words.word(end)),
        Spelling::Words | Spelling::Loose => {
            let next = words.word(end);
            let in_a_row =
                number::is_small(next) || (number::is_small(before) && before != "one") || number::is_scale(next);
            let named =
                words.capital(number_at) && !words.begins(number_at) && !matches!(before, "\"" | "'" | ":" | "-");
            !in_a_row && !named && !is_label(words, at, end)
        }
        Spelling::One => {
            let pronoun = matches!(
                before,
                "no" | "any"
                    | "each"
                    | "this"
                    | "that"
                    | "which"
                    | "the"
                    | "every"
                    | "another"
                    | "a"
                    | "number"
                    | "day"
                    | "or"
            );
            let named = words.capital(number_at) && !words.begins(number_at);
            !pronoun && !named && !words.glued(end) && is_counted(words.word(end))
        }
        Spelling::Vague => !words.capital(number_at) || words.begins(number_at),
    }
}

fn is_clock(next: &str) -> bool {
    matches!(
        next,
        "hours"
            | "hrs"
            | "am"
            | "pm"
            | "a.m."
            | "p.m."
            | "o'clock"
            | "noon"
            | "gmt"
            | "utc"
            | "bc"
            | "ad"
            | "bce"
            | "ce"
    )
}

/// "Ann Lee, 47, said": an age, whose person only others can know.
fn is_aside(words: Words<'_>, at: usize, end: usize) -> bool {
    words.before(at, 1) == "," && words.word(end) == "," && at.checked_sub(2).is_some_and(|name| words.capital(name))
}

/// "at 21.52", "half past ten", "six in the morning".
fn is_hour(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let before = words.before(at, 1);
    let dotted = before == "at" && amount.precision == -2 && amount.number < Decimal::from(24) && !words.plural(end);
    dotted
        || before == "past"
        || words.are(end, &["at", "night"])
        || (words.are(end, &["in", "the"]) && matches!(words.word(end + 2), "morning" | "afternoon" | "evening"))
}

/// "1. Economic relations", "- 3) Security": the number of a list item or a heading.
fn is_listed(words: Words<'_>, at: usize, end: usize) -> bool {
    words.opens_block(at)
        && match words.word(end) {
            "." | ")" => words.glued(end),
            ":" => true,
            _ => words.in_item() && words.capital(end),
        }
}

/// "Article 5", "No. 3", "page 7", "chapter two", "nos. 3 and 4".
fn is_reference(words: Words<'_>, at: usize, end: usize) -> bool {
    let mut at = at;
    while matches!(words.before(at, 1), "and" | "or" | "," | "to" | "&") && words.is_number(at.wrapping_sub(2)) {
        at -= 2;
    }
    let dotted = usize::from(words.before(at, 1) == ".");
    let before = words.before(at, 1 + dotted);
    if dotted == 1 {
        return matches!(
            before,
            "no" | "nos" | "p" | "pp" | "art" | "sec" | "vol" | "fig" | "ch" | "para" | "pt" | "ver" | "v" | "st"
        );
    }
    match before {
        "article" | "articles" | "section" | "sections" | "chapter" | "page" | "pages" | "paragraph" | "clause"
        | "figure" | "table" | "appendix" | "annex" | "footnote" | "volume" | "vol" | "issue" | "episode" | "no"
        | "nos" | "number" | "numbers" | "§" | "flight" | "highway" | "route" | "interstate" | "runway" | "gate"
        | "platform" | "apollo" | "boeing" | "airbus" | "windows" | "formula" | "proposition" | "resolution"
        | "channel" | "psalm" | "verse" | "rule" | "exhibit" | "version" | "junction" | "reactor" | "type" | "mark"
        | "pier" | "terminal" => true,
        // "phase two of the trial", but "in group four people".
        "phase" | "stage" | "round" | "day" | "week" | "year" | "grade" | "level" | "category" | "class" | "part"
        | "season" | "tier" | "step" | "group" | "zone" | "district" | "ward" | "unit" | "act" | "scene" | "line"
        | "item" | "point" | "room" | "seat" | "track" | "lane" => !words.plural(end),
        _ => false,
    }
}

/// `Boeing 737`, `Windows 10`, `Big Four`: a number behind a name belongs to it, unless what is counted follows.
fn is_label(words: Words<'_>, at: usize, end: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let name = words.capital(before) && !words::is_function_word(words.word(before)) && !words.glued(at);
    name && !words.plural(end) && !is_membership(words.word(end + 1))
}

/// Nouns that tell a count from a year: "2000 people", but "the plaque that says 1936 marks the day".
fn is_often_counted(noun: &str) -> bool {
    matches!(
        noun,
        "people"
            | "men"
            | "women"
            | "children"
            | "troops"
            | "soldiers"
            | "officers"
            | "police"
            | "personnel"
            | "staff"
            | "workers"
            | "employees"
            | "students"
            | "residents"
            | "migrants"
            | "refugees"
            | "passengers"
            | "homes"
            | "houses"
            | "buildings"
            | "households"
            | "families"
            | "jobs"
            | "cases"
            | "deaths"
            | "votes"
            | "miles"
            | "km"
            | "kilometres"
            | "kilometers"
            | "metres"
            | "meters"
            | "feet"
            | "tons"
            | "tonnes"
            | "acres"
            | "hectares"
            | "pages"
            | "cars"
            | "vehicles"
    )
}

/// A number that a year can be.
pub(crate) fn is_year(number: Decimal) -> bool {
    (Decimal::ONE_THOUSAND..=Decimal::from(2100)).contains(&number) && number.scale() == 0
}

fn is_race(noun: &str) -> bool {
    matches!(
        noun,
        "hurdles" | "races" | "relays" | "runs" | "finals" | "medals" | "sprints" | "metres" | "meters" | "steps"
    )
}

/// Nouns that "one" counts; of others it is more often a pronoun or "a certain".
fn is_counted(noun: &str) -> bool {
    matches!(
        noun,
        "aircraft"
            | "arrest"
            | "baby"
            | "boat"
            | "body"
            | "bomb"
            | "boy"
            | "building"
            | "bus"
            | "candidate"
            | "car"
            | "case"
            | "child"
            | "civilian"
            | "crew"
            | "dead"
            | "death"
            | "driver"
            | "employee"
            | "fatality"
            | "girl"
            | "goal"
            | "guest"
            | "helicopter"
            | "home"
            | "hostage"
            | "house"
            | "injured"
            | "injury"
            | "journalist"
            | "lawmaker"
            | "man"
            | "member"
            | "missile"
            | "officer"
            | "passenger"
            | "patient"
            | "person"
            | "pilot"
            | "plane"
            | "player"
            | "point"
            | "policeman"
            | "prisoner"
            | "resident"
            | "rocket"
            | "sailor"
            | "seat"
            | "ship"
            | "shot"
            | "soldier"
            | "staff"
            | "student"
            | "suspect"
            | "teacher"
            | "train"
            | "truck"
            | "vehicle"
            | "vessel"
            | "victim"
            | "vote"
            | "win"
            | "woman"
            | "worker"
            | "ton"
            | "tonne"
            | "mile"
            | "kilometre"
            | "kilometer"
    )
}

/// Whether something is glued behind a number that makes it another thing: `10-K`, `3.4.1`, `3pm`, `10:30`, `1/2`.
pub(crate) fn dangles(words: Words<'_>, end: usize) -> bool {
    if !words.glued(end) {
        return false;
    }
    if words.is_number(end) || (words.is_word(end) && !is_measure(words.word(end))) {
        return true;
    }
    if words.hyphen(end) {
        return !matches!(words.word(end + 1), "plus" | "odd") && !is_membership(words.word(end + 1));
    }
    let joins = matches!(words.word(end), "." | ":" | "/" | "_" | "@" | "=" | "&" | "'" | "°" | "º" | "×" | "*" | "^");
    let lone = matches!(words.word(end), "°" | "º");
    joins && (lone || (words.glued(end + 1) && (words.is_word(end + 1) || words.is_number(end + 1))))
}

/// Units of measure that are written without a blank; `m` is left out, since it is as often a million.
fn is_measure(word: &str) -> bool {
    matches!(
        word,
        "km" | "kg" | "cm" | "mm" | "mph" | "kph" | "ft" | "lb" | "lbs" | "mw" | "gw" | "kw" | "mb" | "gb" | "tb"
    )
}

/// Nouns behind a hyphen that are counted: "a 26-member team".
fn is_membership(word: &str) -> bool {
    matches!(
        word,
        "member" | "person" | "strong" | "nation" | "country" | "seat" | "page" | "room" | "bed" | "storey" | "story"
    )
}
