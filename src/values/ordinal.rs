//! Which in a row: first, 21st, twenty-first.

use super::agreement::Agreement;
use super::number_words::{Joint, Part, Sum, scale};
use super::words::{self, Words};

/// Whether two ranks can both hold.
#[must_use]
pub fn agree(a: u64, b: u64) -> Agreement {
    if a == b { Agreement::Same } else { Agreement::Conflict }
}

/// Whether a folded word is an ordinal from "third" on, which "two" before it makes a larger one: "two hundredth".
pub(crate) fn is_ordinal(word: &str) -> bool {
    ordinal(word).is_some_and(|rank| rank > 2)
}

/// What an ordinal joined to it by a hyphen tells the place of.
const NUMBERED: [&str; 10] =
    ["floor", "storey", "story", "round", "place", "placed", "minute", "grade", "quarter", "division"];

/// Reads the ordinal that starts at the token `at`, and the token behind it.
pub(crate) fn read(words: Words<'_>, at: usize) -> Option<(u64, usize)> {
    if words.is_number(at) {
        return digits(words, at);
    }
    let Spelled { rank, plural: false, end } = spelled(words, at)? else { return None };
    // "nine hundredths" and "one third" are parts.
    // "one hundredth" and nothing more is a part.
    let part = words.word(at) == "one" && end == at + 2 && rank.is_multiple_of(100);
    // "a sixth-floor flat"
    let before_noun = words.hyphen(end) && words.glued(end) && NUMBERED.contains(&words.word(end + 1));
    // "on a hundred and fifth floor", but "a hundred and third parties"
    let led = words.word(at) == "a" && !words.plural(end) && words.word(end) != "of";
    let said = words.is_literal() || led || ranks(words, at, end) || before_noun || words.alone(at, end) && !part;
    (said && !words.glued(at)).then_some((rank, end))
}

/// The folded words that an ordinal can start with, beside number words; digits always can.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    ORDINALS.iter().map(|&(word, _)| word)
}

/// An ordinal in words, whatever it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Spelled {
    /// Which in a row; of parts, how many make a whole.
    pub(crate) rank: u64,
    /// Whether it ends in an "s": "fifths".
    pub(crate) plural: bool,
    /// The token behind it.
    pub(crate) end: usize,
}

/// Reads "third", "twenty-fifths", "three hundred and twenty first", "two hundredth"; "hundredth" may begin it, "hundred"
/// may not.
pub(crate) fn spelled(words: Words<'_>, at: usize) -> Option<Spelled> {
    // "a hundred and", but "a hundredth"
    let led = words.word(at) == "a" && scale(words.word(at + 1)).is_some();
    let (mut sum, mut next) = if led { Sum::one().take(words, at + 1)? } else { (Sum::default(), at) };
    loop {
        let (joint, behind) = sum.joint(words, next);
        let word = words.word(behind);
        let (singular, plural) = match ordinal(word) {
            Some(rank) => (Some(rank), false),
            None => (word.strip_suffix('s').and_then(ordinal).filter(|&rank| rank > 2 || next > at), true),
        };
        // "a hundred and fifth", but "a thousand second chances"
        if let Some(rank) = singular.filter(|_| !led || joint == Joint::And) {
            let rank = if next == at {
                rank
            } else {
                let part = match rank {
                    0..100 => Part::Value(u32::try_from(rank).ok()?),
                    _ => Part::Scale(i32::try_from(rank.ilog10()).ok()?),
                };
                sum.add(part, joint)?.value()?
            };
            return Some(Spelled { rank, plural, end: behind + 1 });
        }
        (sum, next) = sum.take(words, next)?;
    }
}

/// `21st`: the right ending, and no street behind it.
fn digits(words: Words<'_>, at: usize) -> Option<(u64, usize)> {
    let ending = words.word(at + 1);
    // "13 th", as some corpora set it; "5 St James" is none.
    if !matches!(ending, "st" | "nd" | "rd" | "th")
        || !words.glued(at + 1) && words.capital(at + 1)
        || words.glued(at) && words.raw(at - 1) != "("
    {
        return None;
    }
    let digits = words.raw(at);
    // "the 1,000th visitor"
    let plain: String = digits.chars().filter(|&c| c != ',').collect();
    let rank: u64 = plain.parse().ok().filter(|rank| (1..1_000_000).contains(rank) && !digits.starts_with('0'))?;
    let right = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    let end = at + 2;
    let street = words.capital(end)
        && matches!(
            words.word(end),
            "avenue" | "ave" | "street" | "st" | "floor" | "division" | "brigade" | "district"
        );
    (ending == right && !street && !words.hyphen(end) && !is_bare_day(words, at, rank)).then_some((rank, end))
}

/// Whether a number may be the day of a month that is not told, or the hole of a golf course: "back on the 14th."
fn is_bare_day(words: Words<'_>, at: usize, rank: u64) -> bool {
    let before = if words.before(at, 1) == "the" { words.before(at, 2) } else { words.before(at, 1) };
    let next = words.word(at + 2);
    let ends = !next.starts_with(char::is_alphanumeric) || matches!(next, "in" | "at" | "and" | "or");
    rank <= 31 && ends && matches!(before, "on" | "until" | "till" | "by" | "from" | "since" | "before" | "after")
}

/// Whether an ordinal word says a rank here: behind an article or a possessive, or as a place in a contest. "First, we met",
/// "first met", "one third", "a second later" and the First Lady say none.
fn ranks(words: Words<'_>, at: usize, end: usize) -> bool {
    let next = words.word(end);
    let ranked = match words.before(at, 1) {
        "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "my" | "your" | "this" | "that" | "'s"
        | "very" => true,
        "came" | "come" | "comes" | "coming" | "finish" | "finished" | "finishes" | "finishing" | "ranked"
        | "ranks" | "ranking" | "placed" => true,
        "in" | "into" | "for" => next == "place",
        before => before.ends_with("s'"),
    };
    // "Ninth Meeting of the Parties"
    let meeting = words.word(end + 1) == "of" || matches!(next, "annual" | "international");
    let titled = words.begins(at) && words.capital(at) && words.capital(end) && meeting;
    let shouted = words.raw(at).bytes().all(|byte| byte.is_ascii_uppercase());
    let named = words.capital(at) && !words.begins(at) && !shouted;
    let timed =
        words.word(at) == "second" && matches!(next, "later" | "after" | "before" | "ago" | "earlier" | "or" | "per");
    let title = words.word(at) == "first"
        && matches!(
            next,
            "lady" | "ladies" | "minister" | "secretary" | "aid" | "responder" | "responders" | "name" | "names"
        );
    // "wait a second"
    // "within a second of each other"
    let within = matches!(words.before(at, 2), "within" | "than" | "half");
    let moment = words.word(at) == "second" && words.before(at, 1) == "a" && (within || !words.is_word(end));
    // "an eighth less than a year ago"
    let compared = matches!(next, "less" | "more" | "fewer" | "higher" | "lower" | "larger" | "smaller" | "cheaper");
    let fraction = (next == "of" || compared) && matches!(words.before(at, 1), "a" | "an");
    // "Third suspect held", "Thirty-seventh president", but "Second thoughts"
    let opening = words.begins(at) && words.word(at) != "first" && words.noun(end) && end <= at + 3;
    let opening = opening && !matches!(next, "hand" | "thoughts" | "thought" | "guess" | "only" | "nature");
    (ranked || titled || opening) && !named && !timed && !moment && !title && !fraction && !hyphenated(words, end)
}

/// "first-degree", "third-party", "second-hand"; "first-ever", "fourth-largest" and "third-placed" are ranks.
fn hyphenated(words: Words<'_>, end: usize) -> bool {
    let next = words.word(end + 1);
    let ranked = matches!(next, "ever" | "ranked" | "placed" | "seeded") || is_superlative(next);
    words.hyphen(end) && !ranked && !words::is_function_word(next)
}

/// Whether a folded word says that something is most of all, as far as its form tells.
pub(crate) fn is_superlative(word: &str) -> bool {
    matches!(word, "most" | "best" | "worst")
        || word.len() > 5
            && word.ends_with("est")
            && !matches!(word, "interest" | "request" | "harvest" | "conquest" | "forest" | "priest" | "protest")
            && !matches!(word, "contest" | "arrest" | "honest" | "modest" | "digest")
}

const ORDINALS: &[(&str, u64)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    // As many misspell it.
    ("nineth", 9),
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("twelth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("fiftieth", 50),
    ("sixtieth", 60),
    ("seventieth", 70),
    ("eightieth", 80),
    ("ninetieth", 90),
    ("hundredth", 100),
    ("thousandth", 1_000),
    ("millionth", 1_000_000),
    ("billionth", 1_000_000_000),
    ("trillionth", 1_000_000_000_000),
];

fn ordinal(word: &str) -> Option<u64> {
    if !matches!(word.as_bytes(), [.., b't', b'h'] | [.., b's', b't'] | [.., b'n' | b'r', b'd']) {
        return None;
    }
    ORDINALS.iter().find(|(spelling, _)| *spelling == word).map(|&(_, rank)| rank)
}
