//! Whether a number without a unit counts something, or is part of a name, a reference, a date or an identifier.

use rust_decimal::Decimal;

use super::amount::{Amount, Bound};
use super::calendar_words::is_year;
use super::label::{HAS_OR_DOES, is_grade, is_in_column, is_of_scale, is_reference};
use super::number::Spelling;
use super::number_words::{scale, small};
use super::ordinal;
use super::stated::Stated;
use super::told_age::{is_age, is_aside};
use super::unmarked_hour::{is_day_word, is_hour, is_of_programme};
use super::words::{self, Words};
use super::{duration, unit_table};

/// Whether a number without a unit counts something; `at` is where its qualifier starts, `end` the token behind it all.
pub(crate) fn counts(words: Words<'_>, at: usize, stated: &Stated, end: usize) -> bool {
    if words.is_literal() {
        return true;
    }
    let other = is_aside(words, at, end)
        || is_age(words, at, end, &stated.amount)
        || is_elided(words, at, end)
        || is_hour(words, at, end, &stated.amount)
        || is_of_programme(words, at, end, &stated.amount)
        || is_elided_share(words, at, end)
        || is_at_an_age(words, at, end, stated)
        || is_model(words, at, end)
        || is_measured_in_short(words, stated.number_at, end)
        || is_rank_of_runner(words, at, end)
        || is_later_than(words, at)
        || is_minute(words, at)
        || words.before(at, 1) == "'" && words.glued(at)
        || words.alone(at.saturating_sub(1), end) && matches!(words.before(at, 1), "under" | "over")
        || words.alone(at, end) && at < stated.number_at && matches!(words.word(at), "under" | "over")
        || is_day_of_row(words, at)
        || is_beside_a_year(words, at, end, &stated.amount)
        || is_of_each(words, at, end)
        || is_measured_before(words, at, end)
        || is_how_long(words, at, end)
        || matches!(
            words.word(end),
            "tenths"
                | "hundredths"
                | "thousandths"
                | "ppm"
                | "ppb"
                | "mpg"
                | "rpm"
                | "milliseconds"
                | "microseconds"
                | "nanoseconds"
                | "millisecond"
                | "db"
                | "mva"
                | "kva"
                | "au"
        )
        || words.word(end) == "below" && words.pauses(end + 1)
        || words.word(at) == "over"
            && (stated.amount.number < Decimal::TEN && SPREAD.contains(&words.word(end)) || is_spread(words, at))
        || is_listed(words, stated.number_at, end)
        || is_reference(words, at, end)
        || is_grade(words, stated.number_at, end, &stated.amount)
        || is_in_column(words, at, end)
        || is_label(words, at, end, &stated.amount)
        || is_address(words, end)
        || matches!(words.before(at, 1), "dialled" | "dialed" | "dial" | "dials" | "dialling" | "dialing")
        || is_of_scale(words, at, end);
    if other {
        return false;
    }
    // "below zero", "above zero"
    if stated.amount.number.is_zero() && matches!(words.before(stated.number_at, 1), "below" | "above") {
        return false;
    }
    let named = words.capital(stated.number_at) && !words.begins(stated.number_at);
    match stated.spelling {
        Spelling::Bare => !is_identifier(words, at, end) && !may_be_year(words, at, end, stated),
        Spelling::Digits => true,
        Spelling::Letter => {
            // "4K screens"
            let picture = words.raw(end - 1) == "K" && stated.amount.number < Decimal::from(10_000);
            words.plural(end) && !RACES.contains(&words.word(end)) && !picture
        }
        Spelling::Words | Spelling::Loose => {
            let (before, next) = (words.before(at, 1), words.word(end));
            let in_a_row = small(next).is_some() || scale(next).is_some() || small(before).is_some();
            let ranked = ordinal::is_ordinal(next);
            let digit = stated.amount.number.is_zero() && matches!(before, "a" | "the");
            !named && !digit && !ranked && (!in_a_row || before == "one")
        }
        Spelling::One => {
            // "one house in nine"
            let share = words.word(end + 1) == "in" && small(words.word(end + 2)).is_some() && !words.plural(end + 3);
            let counted = ONE_OF_A_KIND.contains(&words.word(end)) && !words.glued(end) && !share;
            words.alone(at, end) || counted && !named && !BEFORE_A_PRONOUN.contains(&words.before(at, 1))
        }
        Spelling::Vague => !named,
        Spelling::Figure => false,
    }
}

/// Whether a number that counts nothing is a number here, and no part of a name or a reference: a fraction, a power, a
/// number below zero, `10k` and `10M` where they are no distance.
pub(crate) fn is_plain_number(words: Words<'_>, at: usize, stated: &Stated, end: usize) -> bool {
    if words.is_literal() {
        return true;
    }
    let named = is_reference(words, at, end) || is_in_column(words, at, end);
    if is_listed(words, stated.number_at, end) || named || is_aside(words, at, end) {
        return false;
    }
    match stated.spelling {
        // "on 5/8" is a day.
        Spelling::Figure if words.before(end, 2) == "/" => !matches!(
            words.before(at, 1),
            "on" | "since" | "until" | "till" | "before" | "after" | "by" | "dated" | "from"
        ),
        Spelling::Figure => !is_label(words, at, end, &stated.amount),
        Spelling::Letter => {
            let letter = words.raw(end - 1);
            let distance = RACES.contains(&words.word(end)) || matches!(words.before(at, 1), "a" | "the" | "an");
            (letter == "k" || letter == "M" || letter == "K" || letter == "b" || letter == "B")
                && !distance
                && words.pauses(end)
        }
        _ => false,
    }
}

/// Whether something is glued behind a number that makes it another thing: `10-K`, `3.4.1`, `3pm`, `10:30`, `1/2`.
pub(crate) fn dangles(words: Words<'_>, end: usize) -> bool {
    if !words.glued(end) {
        return false;
    }
    if words.is_number(end) || words.is_word(end) {
        return true;
    }
    if words.hyphen(end) {
        return !matches!(words.word(end + 1), "plus" | "odd") && !MEMBERS.contains(&words.word(end + 1));
    }
    let joins = matches!(words.word(end), "." | ":" | "/" | "_" | "@" | "=" | "&" | "'" | "×" | "*" | "^" | "+");
    let joined = words.glued(end + 1) && (words.is_word(end + 1) || words.is_number(end + 1));
    let list = words.word(end) == "," && words.glued(end + 1) && words.is_number(end + 1);
    matches!(words.word(end), "°" | "º") || (joins && joined) || list
}

/// Dates decide on years; a bare number that can be one counts only where its noun says so.
fn may_be_year(words: Words<'_>, at: usize, end: usize, stated: &Stated) -> bool {
    let Amount { number, upper: None, bound, .. } = stated.amount else { return false };
    if !is_year(number) {
        return false;
    }
    let qualified = at < stated.number_at || bound != Bound::Plain;
    let counted = OFTEN_COUNTED.contains(&words.word(end))
        || (words.plural(end) && (qualified || number < FIRST_YEAR_IN_NEWS))
        || (words.alone(at, end) && number < FIRST_YEAR_IN_NEWS)
        || (words.pauses(end) && qualified && bound != Bound::About);
    !counted
}

/// Numbers in a row are a telephone number or a fraction, a bare number in brackets is a footnote.
fn is_identifier(words: Words<'_>, at: usize, end: usize) -> bool {
    let before = words.before(at, 1);
    let bracketed = matches!(before, "(" | "[") && matches!(words.word(end), ")" | "]");
    bracketed || words.is_number(end) || at.checked_sub(1).is_some_and(|before| words.is_number(before))
}

/// "the twins, both 17,": what two things have each.
fn is_of_each(words: Words<'_>, at: usize, end: usize) -> bool {
    matches!(words.before(at, 1), "both" | "each") && words.pauses(end) && matches!(words.before(at, 2), "," | "(")
}

/// "from five kilometres to eight", "one house in ten": what is meant stands elsewhere.
fn is_elided(words: Words<'_>, at: usize, end: usize) -> bool {
    let open = !words.noun(end) && !words.is_number(end);
    let unit = unit_table::of_name(words.before(at, 2)).is_some() || duration::is_unit(words.before(at, 2));
    let share = words.before(at, 1) == "in" && words.before(at, 3) == "one";
    (share && !words.plural(end)) || (open && words.before(at, 1) == "to" && unit && words.word(end) != "of")
}

/// "The whole way will take 23.", "every ten minutes on weekdays, every fifteen on Sundays": minutes that are told before.
fn is_how_long(words: Words<'_>, at: usize, end: usize) -> bool {
    let takes = matches!(words.before(at, 1), "take" | "takes") && words.pauses(end);
    let then = matches!(words.word(end), "on" | "after" | "from" | "until" | "in" | "at");
    takes || words.before(at, 1) == "every" && (words.pauses(end) || then)
}

/// "It is 6 km to the hide and 12 there and back.": the unit stands behind the number before it.
fn is_measured_before(words: Words<'_>, at: usize, end: usize) -> bool {
    let apart =
        matches!(words.word(end), "there" | "at" | "behind" | "ahead" | "back" | "across" | "wide" | "high" | "long");
    if words.before(at, 1) != "and" || !apart {
        return false;
    }
    let number = (3..=MOST_BETWEEN).find(|&back| at.checked_sub(back).is_some_and(|at| words.is_number(at)));
    number.is_some_and(|back| {
        let unit = words.before(at, back - 1);
        unit != "in" && unit_table::of_name(unit).or_else(|| unit_table::of_spelling(unit)).is_some()
    })
}

/// How many words stand at most between two numbers of one unit.
const MOST_BETWEEN: usize = 9;

/// "came to the town at nine and", "left it at six.": an age or an hour, unless a word before says that it is a level.
fn is_at_an_age(words: Words<'_>, at: usize, end: usize, stated: &Stated) -> bool {
    // "The river stood at 3.12 m at five,": the level is told before.
    let last = (2..=5).take_while(|&back| !words.is_number(at.wrapping_sub(back))).last().unwrap_or(1);
    let level = |back: usize| LEVELS.contains(&words.before(at, back));
    // "They put the number of dead in the accident near Kelm at four."
    let told = |back: usize| matches!(words.before(at, back), "number" | "toll" | "total" | "tally" | "count");
    let of = |back: usize| told(back) && matches!(words.before(at, back - 1), "of" | "for" | "from" | "in");
    stated.spelling == Spelling::Words
        && stated.amount.number < Decimal::ONE_HUNDRED
        && words.before(at, 1) == "at"
        && (words.pauses(end) || words.word(end) == "and" || words.word(end) == "to" && words.noun(end + 1))
        && !(2..=last).any(level)
        && !(3..=FARTHEST_NUMBER).any(of)
}

/// How many tokens before its value "the number of" may stand.
const FARTHEST_NUMBER: usize = 16;

/// Words by which a number behind "at" is a level.
#[rustfmt::skip]
const LEVELS: &[&str] = &[
    "stood", "stands", "stand", "standing", "put", "puts", "remains", "remained", "remain", "stays", "stayed", "estimated",
    "capped", "set", "fixed", "limited", "kept", "held", "currently", "priced", "valued", "level", "toll", "number", "total",
    "unchanged", "peaked", "starts", "counted", "reckoned", "tally",
];

/// "2016 - 11", "11 -2016": a month with its year, or two things behind each other.
fn is_beside_a_year(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let year = |at: usize| words.is_number(at) && words.raw(at).len() == 4 && words.raw(at).parse().is_ok_and(is_year);
    let before = words.before(at, 1) == "-" && at.checked_sub(2).is_some_and(year);
    let behind = words.word(end) == "-" && year(end + 1);
    words.is_number(at) && amount.number <= Decimal::from(12) && (before || behind)
}

/// The 3 of "3, 7 and 9 May": a day of at least three in a row, of which the last has the month.
fn is_day_of_row(words: Words<'_>, at: usize) -> bool {
    let day = |at: usize| words.is_number(at) && words.raw(at).len() <= 2;
    let joint = |at: usize| matches!(words.word(at), "," | "and" | "or" | "&");
    let mut several = at >= 2 && joint(at - 1) && day(at - 2);
    let mut next = at;
    for _ in 0..MOST_DAYS {
        if next > at && is_day_word(words, next + 1) {
            return several && day(at);
        }
        let joints = usize::from(joint(next + 1)) + usize::from(words.word(next + 2) == "and");
        if joints == 0 || !day(next + 1 + joints) {
            return false;
        }
        several |= next > at;
        next += 1 + joints;
    }
    false
}

/// How many days of one month a row has at most.
const MOST_DAYS: usize = 12;

/// "the 8 Pro", "the 9 series", "the 17 bus", "the 600 level": the number of a model, a line, a floor.
fn is_model(words: Words<'_>, at: usize, end: usize) -> bool {
    let name = matches!(words.word(end), "pro" | "max" | "plus" | "ultra" | "mini" | "lite" | "air" | "se" | "gen");
    let line = words.before(at, 1) == "the"
        && words.is_number(at)
        && matches!(words.word(end), "bus" | "tram" | "train" | "trolleybus" | "level")
        && !words.noun(end + 1);
    !words.glued(end) && (name && words.capital(end) || words.word(end) == "series" || line)
}

/// "350 g round", "drawing more than 12.5 m are": digits before a unit in one or two letters, be it grams, metres or millions.
fn is_measured_in_short(words: Words<'_>, number_at: usize, end: usize) -> bool {
    let unit =
        matches!(words.raw(end), "g" | "m" | "t" | "l" | "s" | "kg" | "L" | "V" | "W" | "A" | "J" | "N" | "K" | "Nm");
    unit && words.is_number(number_at) && end == number_at + 1
}

/// "(Lee, 107, for a foul)", "Holt (48, 71)": the minutes of a match.
fn is_minute(words: Words<'_>, at: usize) -> bool {
    let card =
        words.before(at, 1) == "," && words.before(at, 3) == "(" && words.raw(at).len() == 3 && words.capital(at - 2);
    // "Holt (48, 71)"
    let named = |back: usize| at.checked_sub(back).is_some_and(|at| words.capital(at));
    let first = words.before(at, 1) == "(" && named(2) && words.word(at + 1) == "," && words.is_number(at + 2);
    let second = words.before(at, 1) == "," && words.before(at, 3) == "(" && named(4) && words.word(at + 1) == ")";
    card || first && words.word(at + 3) == ")" || second && words.is_number(at - 2)
}

/// "1 Ann Lee 15:48.2; 2 Mary Holt": who came first and who second, behind a colon or a semicolon or at the start.
fn is_rank_of_runner(words: Words<'_>, at: usize, end: usize) -> bool {
    let opens = matches!(words.before(at, 1), "" | ":" | ";" | "|") && words.is_number(at) && words.raw(at).len() <= 2;
    let initial = words.word(end + 1) == "." && words.raw(end).len() == 1;
    let second = end + 1 + usize::from(initial);
    opens && words.capital(end) && words.capital(second) && !words.glued(end) && !words.plural(second + 1)
}

/// "None of the jars is later than 843": a year.
fn is_later_than(words: Words<'_>, at: usize) -> bool {
    words.before(at, 1) == "than" && matches!(words.before(at, 2), "later" | "earlier" | "older")
}

/// "spread the work over 47 sites": how many places there are, and no bound.
fn is_spread(words: Words<'_>, over: usize) -> bool {
    let spread =
        |word: &str| matches!(word, "spread" | "spreads" | "spreading" | "divided" | "distributed" | "scattered");
    (1..=4).any(|back| spread(words.before(over, back)))
}

/// "would have been nine in ten.": a share of what is told before.
fn is_elided_share(words: Words<'_>, at: usize, end: usize) -> bool {
    let round = |at: usize| matches!(words.word(at), "ten" | "10" | "five" | "three" | "four" | "hundred" | "100");
    let first = words.word(end) == "in" && round(end + 1) && words.pauses(end + 2);
    let second = words.before(at, 1) == "in" && round(at) && words.pauses(end) && small(words.before(at, 2)).is_some();
    // "34 parts in a million"
    let parts = words.before(at, 1) == "in" && matches!(words.before(at, 2), "part" | "parts");
    first || second || parts
}

/// "1. Economic relations", "- 3) Security": the number of a list item or a heading.
fn is_listed(words: Words<'_>, at: usize, end: usize) -> bool {
    words.opens_block(at)
        && match words.word(end) {
            // "192." and nothing more is no item.
            "." => words.glued(end) && !(words.word(end + 1).is_empty() && words.raw(at).len() > 2),
            ")" => words.glued(end),
            ":" => true,
            _ => words.in_item() && words.capital(end),
        }
}

/// "12 Mill Lane": the number of a house, but "12 Mill Lane residents".
fn is_address(words: Words<'_>, end: usize) -> bool {
    let names = (end..end + 4).take_while(|&at| words.capital(at) && !words.glued(at));
    let street = names.skip(1).find(|&at| STREETS.contains(&words.word(at)));
    street.is_some_and(|street| !words.noun(street + 1))
}

/// What something is spread over: "over two legs" is no bound.
const SPREAD: &[&str] =
    &["legs", "rounds", "pages", "floors", "storeys", "stages", "sessions", "innings", "sites", "columns"];

/// Words that streets' names end in.
#[rustfmt::skip]
const STREETS: &[&str] = &[
    "street", "st", "road", "rd", "lane", "avenue", "ave", "drive", "square", "terrace", "crescent", "gardens", "boulevard",
    "blvd", "way", "court", "close", "row", "quay", "mews", "grove", "alley", "embankment", "parade",
];

/// `Boeing 737`, `MG 42 guns`, `tvOS 9`, `Editor 5.0 runs`, "the Big Four": a number behind a name belongs to it, unless
/// what is counted follows.
fn is_label(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let Some(before) = at.checked_sub(1).filter(|&before| words.is_word(before) && !words.glued(at)) else {
        return false;
    };
    let raw = words.raw(before);
    let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
    if capitals == 0 || words::is_function_word(words.word(before)) {
        return false;
    }
    // "iPhone 15"
    let acronym = capitals > 1 && !raw.contains('.') || raw.starts_with(char::is_lowercase);
    // "The Toveld 5 weighs"
    let does = words.before(before, 1) == "the" && HAS_OR_DOES.contains(&words.word(end));
    let counted = words.plural(end) && !does || MEMBERS.contains(&words.word(end + 1));
    acronym || amount.precision < 0 || !counted
}

const FIRST_YEAR_IN_NEWS: Decimal = Decimal::from_parts(1800, 0, 0, false, 0);

/// Nouns that are counted behind a hyphen: "a 26-member team".
#[rustfmt::skip]
const MEMBERS: &[&str] = &[
    "member", "person", "strong", "nation", "country", "seat", "page", "room", "bed", "storey", "story",
];

/// Plurals behind `5k` or `100m` that make it a distance.
const RACES: &[&str] =
    &["hurdles", "races", "relays", "runs", "finals", "medals", "sprints", "metres", "meters", "steps"];

/// Words before "one" that make it a pronoun or a name.
#[rustfmt::skip]
const BEFORE_A_PRONOUN: &[&str] = &[
    "no", "any", "each", "this", "that", "which", "the", "every", "another", "a", "number", "day", "or",
];

/// Nouns that "one" counts; with others it is more often a pronoun or "a certain".
#[rustfmt::skip]
const ONE_OF_A_KIND: &[&str] = &[
    "aircraft", "arrest", "baby", "boat", "body", "bomb", "boy", "building", "bus", "candidate", "car", "case", "child",
    "civilian", "dead", "death", "driver", "employee", "fatality", "girl", "goal", "guest", "helicopter", "home", "hostage",
    "house", "injured", "injury", "journalist", "kilometer", "kilometre", "lawmaker", "man", "member", "mile", "missile",
    "officer", "passenger", "patient", "person", "pilot", "plane", "player", "point", "policeman", "prisoner", "resident",
    "rocket", "sailor", "seat", "ship", "shot", "soldier", "student", "suspect", "teacher", "ton", "tonne", "train", "truck",
    "vehicle", "vessel", "victim", "vote", "win", "woman", "worker",
];

/// Nouns that tell a count from a year: "2000 people", but "the stone that says 1872 marks a grave".
#[rustfmt::skip]
const OFTEN_COUNTED: &[&str] = &[
    "people", "men", "women", "children", "troops", "soldiers", "officers", "police", "personnel", "staff", "workers",
    "employees", "students", "residents", "migrants", "refugees", "passengers", "homes", "houses", "buildings", "households",
    "families", "jobs", "cases", "deaths", "votes", "miles", "km", "kilometres", "kilometers", "metres", "meters", "feet",
    "tons", "tonnes", "acres", "hectares", "pages", "cars", "vehicles",
];
