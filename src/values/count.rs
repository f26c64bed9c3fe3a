//! Whether a number without a unit counts something, or is part of a name, a reference, a date or an identifier.

use rust_decimal::Decimal;

use super::amount::{Amount, Bound};
use super::calendar_words::{CalendarWord, calendar_word, is_year};
use super::label::{is_grade, is_in_column, is_reference};
use super::number::Spelling;
use super::number_words::{scale, small};
use super::ordinal;
use super::stated::Stated;
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
        || is_model(words, end)
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
        || words.word(at) == "over" && stated.amount.number < Decimal::TEN && SPREAD.contains(&words.word(end))
        || is_listed(words, stated.number_at, end)
        || is_reference(words, at, end)
        || is_grade(words, stated.number_at, end, &stated.amount)
        || is_in_column(words, at, end)
        || is_label(words, at, end, &stated.amount)
        || is_address(words, end);
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

/// "Ann Lee, 47, said": an age, whose person only others can know.
pub(crate) fn is_aside(words: Words<'_>, at: usize, end: usize) -> bool {
    // "Ann Lee Jr., 47,"
    let point = usize::from(words.before(at, 2) == "." && words.before(at, 3).len() <= 3);
    let named = at.checked_sub(2 + point).is_some_and(|name| words.capital(name) || is_somebody(words, name));
    words.before(at, 1) == "," && words.word(end) == "," && named
}

/// "a woman of 68", "on his death, at 77, of": an age behind a word for one human being, or behind one for dying.
pub(crate) fn is_age_of(words: Words<'_>, at: usize, end: usize) -> bool {
    let two = matches!(words.raw(at).as_bytes(), [b'1'..=b'9', b'0'..=b'9']);
    let goes_on = words.pauses(end) || words.is_word(end) && !words.plural(end);
    let died = |back: usize| matches!(words.before(at, back), "death" | "died" | "dies" | "dead");
    let of = words.before(at, 1) == "of" && is_of_an_age(words, at);
    let aside = words.before(at, 1) == "at" && words.before(at, 2) == "," && words.word(end) == ",";
    two && goes_on && (of || aside && (3..=6).any(died))
}

/// "a boy of six": behind a word for one human being who is no parent, for "a father of six" tells of children.
pub(crate) fn is_of_an_age(words: Words<'_>, at: usize) -> bool {
    let one = matches!(words.before(at, 3), "a" | "an" | "the" | "one" | "another");
    let aged = matches!(
        words.before(at, 2),
        "boy"
            | "girl"
            | "man"
            | "woman"
            | "child"
            | "toddler"
            | "teenager"
            | "youth"
            | "lad"
            | "pensioner"
            | "pupil"
            | "student"
    );
    words.before(at, 1) == "of" && one && aged
}

/// "said her boss, Ann Lee, 47." and "The owner is Ann Lee, 47.": an age behind two capitals, which ends its sentence.
pub(crate) fn is_last_word(words: Words<'_>, at: usize, end: usize) -> bool {
    let name = |back: usize| {
        at.checked_sub(back).is_some_and(|at| words.capital(at) && calendar_word(words.word(at)).is_none())
    };
    // "It lies in South Korea, 47."
    let somewhere =
        matches!(words.before(at, 4), "in" | "from" | "of" | "at" | "for" | "to" | "the" | "and" | "near" | "," | "");
    let named = words.before(at, 1) == "," && name(2) && name(3) && !somewhere;
    let ends = matches!(words.word(end), "." | ";") && !(words.glued(end + 1) && words.is_number(end + 1));
    let years = words.is_number(at) && matches!(words.raw(at).as_bytes(), [b'2'..=b'9', _]);
    named && ends && years
}

/// "Children under seven travel free", "anyone over 70": how old, behind a word for human beings.
pub(crate) fn is_age_limit(words: Words<'_>, at: usize, number_at: usize, end: usize) -> bool {
    let limited = number_at == at + 1 && matches!(words.word(at), "under" | "over" | "from");
    // "Of these, under 18"
    let behind = if words.before(at, 1) == "," { words.before(at, 2) } else { words.before(at, 1) };
    let of_people = PEOPLE.contains(&behind) || behind == "these" && words.before(at, 1) == ",";
    limited && of_people && !words.plural(end) && (words.pauses(end) || !words.glued(end))
}

/// Words for human beings whose age is limited behind them.
#[rustfmt::skip]
const PEOPLE: &[&str] = &[
    "anyone", "anybody", "everyone", "everybody", "someone", "somebody", "nobody", "those", "people", "persons", "person",
    "child", "children", "kids", "girls", "boys", "men", "women", "adults", "pupils", "students", "members", "residents",
    "them", "us", "whom", "visitors", "guests", "drivers", "players", "patients", "workers", "voters", "citizens", "youngsters", "babies", "infants",
];

/// Whether a word for one human being stands at `at`, behind its article: "the judge", "a bus driver", "her brother".
pub(crate) fn is_somebody(words: Words<'_>, at: usize) -> bool {
    let one =
        |word| matches!(word, "a" | "an" | "the" | "his" | "her" | "their" | "my" | "its" | "one" | "another" | "'s");
    let human = HUMAN_BEINGS.contains(&words.word(at)) || is_agent(words.word(at));
    human && (1..=3).any(|back| one(words.before(at, back)))
}

/// Whether a folded word is formed as one for somebody who does something, as "diver" and "violinist" are.
fn is_agent(word: &str) -> bool {
    let formed = ["er", "or", "ist", "ian", "eer", "man", "woman"].iter().any(|ending| word.ends_with(ending));
    formed && word.len() > 4 && !FORMED_LIKE_AGENTS.contains(&word)
}

/// Things that end as the words for those who do something.
#[rustfmt::skip]
const FORMED_LIKE_AGENTS: &[&str] = &[
    "number", "order", "paper", "letter", "cover", "corner", "tower", "river", "water", "power", "computer", "character",
    "factor", "sector", "motor", "floor", "color", "error", "layer", "counter", "meter", "quarter", "chapter", "border",
    "cluster", "register", "folder", "container", "helicopter", "steamer", "tanker", "trawler", "freighter", "liner", "cruiser",
    "cutter", "schooner", "carrier", "boiler", "reactor", "tractor", "trailer", "locker", "shelter", "theater", "center",
    "summer", "winter", "dinner", "supper", "answer", "offer", "transfer", "matter", "remainder", "mirror", "other", "latter",
    "poster", "weather", "divisor", "denominator", "numerator", "indicator", "vector", "monitor", "elevator", "escalator",
    "generator", "corridor", "harbor", "checklist", "shortlist", "playlist",
];

/// "the boy, who is nine,", "Ann Lee, who turned 47 and", "she turned 80 on Sunday": an age for sure, as a word for a human
/// being stands before "who", or the verb is one for growing older, and nothing behind the number that it could count.
pub(crate) fn is_age_of_someone(words: Words<'_>, at: usize, end: usize) -> bool {
    if is_birthday(words, at, end) {
        return true;
    }
    if !matches!(words.before(at, 1), "is" | "was" | "turned" | "turns") || words.before(at, 2) != "who" {
        return false;
    }
    let someone = at
        .checked_sub(3)
        .map(|before| before.saturating_sub(usize::from(words.word(before) == ",")))
        .is_some_and(|before| {
            HUMAN_BEINGS.contains(&words.word(before))
                || words.capital(before) && before > 0 && words.capital(before - 1)
        });
    let ends = matches!(words.word(end), "," | "." | "" | ")" | ";" | "and") && !words.is_number(end + 1);
    someone && ends
}

/// "She turned 80 on Sunday", "who turns 75 in May"; but "turned 40 people away", "was turned 90 degrees", "turned 12 into 14".
fn is_birthday(words: Words<'_>, at: usize, end: usize) -> bool {
    let turned = matches!(words.before(at, 1), "turned" | "turns" | "turning")
        && !matches!(words.before(at, 2), "is" | "was" | "are" | "were" | "be" | "been" | "being");
    let then = matches!(
        words.word(end),
        "on" | "in"
            | "this"
            | "last"
            | "next"
            | "yesterday"
            | "today"
            | "tomorrow"
            | "and"
            | "while"
            | "at"
            | "during"
            | "earlier"
            | "when"
            | "before"
            | "after"
            | "just"
            | "later"
    );
    turned && !words.glued(end) && (words.pauses(end) || then) && !matches!(words.word(end), "%" | "°" | "$")
}

/// Singular nouns for a human being whose age may be told behind "who".
#[rustfmt::skip]
const HUMAN_BEINGS: &[&str] = &[
    "boy", "girl", "man", "woman", "child", "toddler", "teenager", "son", "daughter", "brother", "sister", "father", "mother",
    "grandfather", "grandmother", "grandson", "granddaughter", "nephew", "niece", "cousin", "husband", "wife", "widow",
    "widower", "uncle", "aunt", "mum", "dad", "grandma", "grandad", "partner", "pensioner", "schoolboy", "schoolgirl", "pupil", "student", "driver", "cyclist",
    "pedestrian", "passenger", "pilot", "teacher", "farmer", "nurse", "doctor", "singer", "actor", "actress", "player",
    "striker", "midfielder", "defender", "goalkeeper", "victim", "suspect", "defendant", "patient", "resident", "judge", "mayor",
    "officer", "lawyer", "solicitor", "author", "writer", "artist", "musician", "soldier", "firefighter", "priest", "bishop",
    "coach", "captain", "carpenter", "plumber", "builder", "electrician", "shopkeeper", "businessman", "businesswoman",
    "politician", "journalist", "photographer", "accountant", "gunman", "attacker", "survivor", "bachelor", "footballer",
];

/// "Ann Lee is 47.", "when she was 47,", "at 47 he": an age as well.
fn is_age(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let human = amount.number < Decimal::ONE_HUNDRED && amount.is_point();
    let human = human && (amount.number >= Decimal::TEN || words.before(at, 2) == "who");
    let who = words.before(at, 2);
    let someone = matches!(who, "who" | "he" | "she" | "i") || at.checked_sub(2).is_some_and(|who| words.capital(who));
    let is = matches!(words.before(at, 1), "is" | "was" | "turned" | "turns") && someone && words.pauses(end);
    human && (is || words.before(at, 1) == "at" && matches!(words.word(end), "he" | "she"))
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
    takes || words.before(at, 1) == "every" && (words.pauses(end) || words.word(end) == "on")
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
    let level = |back: usize| LEVELS.contains(&words.before(at, back));
    stated.spelling == Spelling::Words
        && stated.amount.number < Decimal::ONE_HUNDRED
        && words.before(at, 1) == "at"
        && (words.pauses(end) || words.word(end) == "and")
        && !(2..=5).any(level)
}

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

/// "the 8 Pro", "the 9 series": the number of a model.
fn is_model(words: Words<'_>, end: usize) -> bool {
    let name = matches!(words.word(end), "pro" | "max" | "plus" | "ultra" | "mini" | "lite" | "air" | "se" | "gen");
    name && words.capital(end) && !words.glued(end) || words.word(end) == "series" && !words.glued(end)
}

/// "would have been nine in ten.": a share of what is told before.
fn is_elided_share(words: Words<'_>, at: usize, end: usize) -> bool {
    let round = |at: usize| matches!(words.word(at), "ten" | "10" | "five" | "three" | "four" | "hundred" | "100");
    let first = words.word(end) == "in" && round(end + 1) && words.pauses(end + 2);
    let second = words.before(at, 1) == "in" && round(at) && words.pauses(end) && small(words.before(at, 2)).is_some();
    first || second
}

/// "at 22.40", "half past nine", "a quarter to nine", "six in the morning", "from nine until noon", "7 p.m.".
fn is_hour(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let (before, next) = (words.before(at, 1), words.word(end));
    // "it shuts at 4", "it ends about ten"
    let kept = |back: usize| {
        matches!(
            words.before(at, back),
            "starts" | "ends" | "begins" | "opens" | "closes" | "shuts" | "started" | "ended"
        )
    };
    let about = matches!(words.word(at), "about" | "around");
    let kept = amount.number < HOURS
        && (words.pauses(end) || matches!(next, "and" | "on" | "in"))
        && (about && kept(1) || matches!(before, "at" | "about" | "around") && kept(2));
    // "on Friday at ten and at two", "from 8 on Sunday"
    let on_day = before == "at" && is_behind_day(words, at - 1)
        || matches!(before, "from" | "until" | "till") && next == "on" && is_day_word(words, end + 1);
    let on_day = on_day && amount.number <= HOURS && amount.precision >= 0;
    let dotted = before == "at" && amount.precision == -2 && amount.number < HOURS && !words.plural(end);
    let daytime = words.are(end, &["in", "the"]) && matches!(words.word(end + 2), "morning" | "afternoon" | "evening");
    // "at 7 for 7.30pm", "between the hours of 8 and 6"
    let range = before == "of" && words.before(at, 2) == "hours"
        || before == "and" && words.before(at, 3) == "of" && words.before(at, 4) == "hours";
    let supper = before == "at" && next == "for" && words.is_number(end + 1);
    // "open from ten to five"
    let opening = before == "from" && matches!(next, "to" | "until" | "till")
        || matches!(before, "to" | "until" | "till") && words.before(at, 3) == "from";
    let opening = opening && amount.number <= HOURS && (2..=6).any(|back| is_open(words.before(at, back)));
    dotted
        || opening
        || (range || supper) && amount.number <= HOURS
        || on_day
        || kept
        || daytime
        || before == "past"
        || (before == "before" && words.pauses(end) && amount.number < HOURS)
        || (before == "to" && words.before(at, 2) == "quarter")
        || words.are(end, &["at", "night"])
        || (matches!(next, "until" | "till") && amount.number < HOURS)
        || AFTER_A_TIME.contains(&next)
}

/// Whether a word says that what it is told of opens or shuts by the clock.
fn is_open(word: &str) -> bool {
    matches!(word, "open" | "opens" | "opening" | "closed" | "daily" | "hours")
}

/// Whether a day stands right before "at" at `at`, or a row of hours behind one.
fn is_behind_day(words: Words<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).is_some_and(|at| is_day_word(words, at));
    let in_year = words.is_number(at.wrapping_sub(1)) && words.before(at, 1).len() == 4 && before(2);
    let row = words.before(at, 1) == "and" && words.before(at, 3) == "at" && before(4);
    before(1) || in_year || row
}

/// A weekday or a month in full, with its capital.
fn is_day_word(words: Words<'_>, at: usize) -> bool {
    let day = matches!(calendar_word(words.word(at)), Some(CalendarWord::Weekday(_) | CalendarWord::Month(_)));
    day && words.capital(at)
}

/// "9.45 Departure of the buses", "8.00 Communion, 10.30 Concert": what a programme begins its entries with, a time or a price.
fn is_of_programme(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let led = ["at", "of", "to", "by", "from", "with", "than", "average", "$", "£", "€"];
    let opens = !led.contains(&words.before(at, 1)) && calendar_word(words.word(end)).is_none();
    amount.precision == -2
        && amount.number < HOURS
        && words.raw(at).contains('.')
        && opens
        && words.capital(end)
        && !words.glued(end)
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
    let counted = words.plural(end) || MEMBERS.contains(&words.word(end + 1));
    acronym || amount.precision < 0 || !counted
}

const FIRST_YEAR_IN_NEWS: Decimal = Decimal::from_parts(1800, 0, 0, false, 0);
const HOURS: Decimal = Decimal::from_parts(24, 0, 0, false, 0);

/// Nouns that are counted behind a hyphen: "a 26-member team".
#[rustfmt::skip]
const MEMBERS: &[&str] = &[
    "member", "person", "strong", "nation", "country", "seat", "page", "room", "bed", "storey", "story",
];

/// Plurals behind `5k` or `100m` that make it a distance.
const RACES: &[&str] =
    &["hurdles", "races", "relays", "runs", "finals", "medals", "sprints", "metres", "meters", "steps"];

/// What stands behind a time of day or a year of an era.
#[rustfmt::skip]
const AFTER_A_TIME: &[&str] = &[
    "hours", "hrs", "am", "pm", "a.m.", "p.m.", "o'clock", "noon", "gmt", "utc", "bc", "ad", "bce", "ce",
];

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
