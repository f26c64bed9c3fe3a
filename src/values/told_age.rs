//! Whether a number tells how old somebody is, by the words beside it.

use rust_decimal::Decimal;

use super::amount::Amount;
use super::calendar_words::calendar_word;
use super::words::Words;

/// "Ann Lee, 47, said": an age, whose person only others can know.
pub(super) fn is_aside(words: Words<'_>, at: usize, end: usize) -> bool {
    // "Ann Lee Jr., 47,"
    let point = usize::from(words.before(at, 2) == "." && words.before(at, 3).len() <= 3);
    let named = at.checked_sub(2 + point).is_some_and(|name| words.capital(name) || is_somebody(words, name));
    // "(Lee, 107, for a foul)"
    let minute = words.before(at, 3) == "(" && words.raw(at).len() > 2;
    words.before(at, 1) == "," && words.word(end) == "," && named && !minute
}

/// "a woman of 68", "on his death, at 77, of": an age behind a word for one human being, or behind one for dying.
pub(super) fn is_age_of(words: Words<'_>, at: usize, end: usize) -> bool {
    let two = matches!(words.raw(at).as_bytes(), [b'1'..=b'9', b'0'..=b'9']);
    let goes_on = words.pauses(end) || words.is_word(end) && !words.plural(end);
    let died = |back: usize| matches!(words.before(at, back), "death" | "died" | "dies" | "dead");
    let of = words.before(at, 1) == "of" && is_of_an_age(words, at);
    let aside = words.before(at, 1) == "at" && words.before(at, 2) == "," && words.word(end) == ",";
    // "who has died at 88,", "died on Tuesday at 84"
    let on_day = words.before(at, 3) == "on" && words.capital(at.wrapping_sub(2)) && words.raw(at) > "24";
    let verb = words.before(at, if on_day { 4 } else { 2 });
    let dead = words.before(at, 1) == "at" && matches!(verb, "died" | "dies") && words.pauses(end);
    two && goes_on && (of || dead || aside && (3..=6).any(died))
}

/// "a boy of six": behind a word for one human being who is no parent, for "a father of six" tells of children.
pub(super) fn is_of_an_age(words: Words<'_>, at: usize) -> bool {
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
pub(super) fn is_last_word(words: Words<'_>, at: usize, end: usize) -> bool {
    let name = |back: usize| {
        at.checked_sub(back).is_some_and(|at| words.capital(at) && calendar_word(words.word(at)).is_none())
    };
    // "It lies in South Korea, 47."
    let somewhere =
        matches!(words.before(at, 4), "in" | "from" | "of" | "at" | "for" | "to" | "the" | "and" | "near" | "," | "");
    // "said Lee, 47."
    let says = matches!(words.before(at, 3), "said" | "says" | "added" | "adds");
    let named = words.before(at, 1) == "," && name(2) && (name(3) && !somewhere || says);
    let ends = matches!(words.word(end), "." | ";") && !(words.glued(end + 1) && words.is_number(end + 1));
    let years = words.is_number(at) && matches!(words.raw(at).as_bytes(), [b'2'..=b'9', _]);
    named && ends && years
}

/// "Children under seven travel free", "anyone over 70": how old, behind a word for human beings.
pub(super) fn is_age_limit(words: Words<'_>, at: usize, number_at: usize, end: usize) -> bool {
    let limited = number_at == at + 1 && matches!(words.word(at), "under" | "over" | "from");
    // "Of these, under 18"
    let behind = if words.before(at, 1) == "," { words.before(at, 2) } else { words.before(at, 1) };
    // "Children pay half; under six they go free"
    let they = words.word(end) == "they" && words.near(at, |word| matches!(word, "children" | "kids"));
    let of_people = they || PEOPLE.contains(&behind) || behind == "these" && words.before(at, 1) == ",";
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
pub(super) fn is_somebody(words: Words<'_>, at: usize) -> bool {
    let human = HUMAN_BEINGS.contains(&words.word(at)) || is_agent(words.word(at));
    human && is_of_one(words, at)
}

/// Whether a listed word for one human being stands at `at`, behind its article: "the judge", "her brother".
pub(super) fn is_one_human_being(words: Words<'_>, at: usize) -> bool {
    HUMAN_BEINGS.contains(&words.word(at)) && is_of_one(words, at)
}

/// Whether an article or the like stands up to three tokens before `at`.
fn is_of_one(words: Words<'_>, at: usize) -> bool {
    let one =
        |word| matches!(word, "a" | "an" | "the" | "his" | "her" | "their" | "my" | "its" | "one" | "another" | "'s");
    (1..=3).any(|back| one(words.before(at, back)))
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
pub(super) fn is_age_of_someone(words: Words<'_>, at: usize, end: usize) -> bool {
    if is_birthday(words, at, end) {
        return true;
    }
    // "She is twelve and swims."
    let told = matches!(words.before(at, 1), "is" | "was") && matches!(words.before(at, 2), "he" | "she");
    let young = words.is_word(at) && words.word(at) != "one" && end == at + 1;
    if told
        && young
        && (matches!(words.word(end), "and" | "but" | "when" | "now") || words.pauses(end))
        && !words.hyphen(end)
    {
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

/// "She turned 80 on Sunday", "will turn 18 on the train", "who turns 75 in May"; but "turned 40 people away", "was turned 90 degrees", "turned 12 into 14".
fn is_birthday(words: Words<'_>, at: usize, end: usize) -> bool {
    let will = words.before(at, 1) == "turn" && matches!(words.before(at, 2), "will" | "would" | "to" | "'ll");
    let turned = (will || matches!(words.before(at, 1), "turned" | "turns" | "turning"))
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
pub(super) fn is_age(words: Words<'_>, at: usize, end: usize, amount: &Amount) -> bool {
    let human = amount.number < Decimal::ONE_HUNDRED && amount.is_point();
    let human = human && (amount.number >= Decimal::TEN || words.before(at, 2) == "who");
    let who = words.before(at, 2);
    let someone = matches!(who, "who" | "he" | "she" | "i") || at.checked_sub(2).is_some_and(|who| words.capital(who));
    let is = matches!(words.before(at, 1), "is" | "was" | "am" | "turned" | "turns") && someone;
    // "Ann is 37 now"
    let now = words.word(end) == "now" && !words.noun(end + 1);
    let is = is && (words.pauses(end) || now);
    human && (is || words.before(at, 1) == "at" && matches!(words.word(end), "he" | "she"))
}
