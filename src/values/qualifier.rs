//! The words before and behind a number that say how exact it is: "about", "more than", "or so".

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::amount::Bound;
use super::words::Words;

/// Reads the qualifier that starts at the token `at`: what it says, and the token behind it.
pub(crate) fn before(words: Words<'_>, at: usize) -> Option<(Bound, usize)> {
    // "The reserve extends over 90 hectares": the verb takes the word.
    if words.word(at) == "over" && is_spreading(words.before(at, 1)) {
        return None;
    }
    // "The parts add up to 90": so does this one.
    if words.word(at) == "up" && matches!(words.before(at, 1), "add" | "adds" | "added" | "adding") {
        return None;
    }
    let known = BY_FIRST_WORD.get(words.word(at))?;
    let (bound, len) = known.iter().find_map(|(rest, bound)| {
        let fits = rest.iter().zip(at + 1..).all(|(word, at)| words.word(at) == *word);
        fits.then_some((*bound, rest.len() + 1))
    })?;
    let end = at + len;
    // "approx. 200"
    Some((bound, if words.word(at) == "approx" && words.word(end) == "." { end + 1 } else { end }))
}

fn is_spreading(verb: &str) -> bool {
    let stem = verb.strip_suffix("ing").or_else(|| verb.strip_suffix("ed")).or_else(|| verb.strip_suffix('s'));
    matches!(stem.unwrap_or(verb), "extend" | "spread" | "sprawl" | "stretch" | "stretche")
}

/// Reads the qualifier that stands behind a number: "or more", "or so", "at least", `+`, "-odd".
pub(crate) fn behind(words: Words<'_>, at: usize) -> Option<(Bound, usize)> {
    let (bound, len) = match words.word(at) {
        "or" => match words.word(at + 1) {
            "more" => (Bound::AtLeast, 2),
            "so" => (Bound::About, 2),
            "less" | "fewer" => (Bound::AtMost, 2),
            _ => return None,
        },
        "at" if words.pauses(at + 2) => match words.word(at + 1) {
            "least" => (Bound::AtLeast, 2),
            "most" => (Bound::AtMost, 2),
            _ => return None,
        },
        "+" if words.glued(at) && !words.glued(at + 1) => (Bound::AtLeast, 1),
        "-" if words.hyphen(at) => match words.word(at + 1) {
            "plus" => (Bound::AtLeast, 2),
            "odd" => (Bound::About, 2),
            _ => return None,
        },
        _ => return None,
    };
    Some((bound, at + len))
}

/// What a verb before a number says of it: exports "exceeded $2 billion". The verb is no part of the value.
pub(crate) fn of_verb(word: &str) -> Bound {
    match word {
        "exceed" | "exceeds" | "exceeded" | "surpass" | "surpasses" | "surpassed" | "surpassing" | "top" | "tops"
        | "topped" | "topping" => Bound::AtLeast,
        "approach" | "approaches" | "approached" => Bound::Nearly,
        _ => Bound::Plain,
    }
}

/// The folded words that a qualifier can start with.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    PHRASES.iter().filter_map(|(phrase, _)| phrase.split(' ').next())
}

/// The words behind the first one, and what all of them say.
type Rest = (Box<[&'static str]>, Bound);

static BY_FIRST_WORD: LazyLock<FxHashMap<&str, Vec<Rest>>> = LazyLock::new(|| {
    let mut table = FxHashMap::<_, Vec<_>>::default();
    for &(phrase, bound) in PHRASES {
        let mut words = phrase.split(' ');
        table.entry(words.next().unwrap_or(phrase)).or_default().push((words.collect(), bound));
    }
    table
});

/// Of two phrases that begin alike the longer one stands first.
const PHRASES: &[(&str, Bound)] = &[
    ("a bit less than", Bound::Nearly),
    ("a bit more than", Bound::JustOver),
    ("a bit over", Bound::JustOver),
    ("a bit under", Bound::Nearly),
    ("a little less than", Bound::Nearly),
    ("a little more than", Bound::JustOver),
    ("a little over", Bound::JustOver),
    ("a little under", Bound::Nearly),
    ("a maximum of", Bound::AtMost),
    ("a minimum of", Bound::AtLeast),
    ("about", Bound::About),
    ("above", Bound::AtLeast),
    ("almost", Bound::Nearly),
    ("an estimated", Bound::About),
    ("anywhere up to", Bound::AtMost),
    ("approaching", Bound::Nearly),
    ("approx", Bound::About),
    ("approximately", Bound::About),
    ("around", Bound::About),
    ("as few as", Bound::AtLeast),
    ("as high as", Bound::AtMost),
    ("as little as", Bound::AtLeast),
    ("as low as", Bound::AtLeast),
    ("as many as", Bound::AtMost),
    ("as much as", Bound::AtMost),
    ("at least", Bound::AtLeast),
    ("at most", Bound::AtMost),
    ("at or above", Bound::AtLeast),
    ("at or below", Bound::AtMost),
    ("at the very least", Bound::AtLeast),
    ("below", Bound::AtMost),
    ("bigger or equal than", Bound::AtLeast),
    ("bigger than or equal to", Bound::AtLeast),
    ("bigger than", Bound::AtLeast),
    ("circa", Bound::About),
    ("close to", Bound::About),
    ("equal to or bigger than", Bound::AtLeast),
    ("equal to or fewer than", Bound::AtMost),
    ("equal to or greater than", Bound::AtLeast),
    ("equal to or higher than", Bound::AtLeast),
    ("equal to or larger than", Bound::AtLeast),
    ("equal to or less than", Bound::AtMost),
    ("equal to or lower than", Bound::AtMost),
    ("equal to or more than", Bound::AtLeast),
    ("equal to or smaller than", Bound::AtMost),
    ("estimated", Bound::About),
    ("exceeding", Bound::AtLeast),
    ("far fewer than", Bound::AtMost),
    ("far less than", Bound::AtMost),
    ("far more than", Bound::AtLeast),
    ("fewer or equal than", Bound::AtMost),
    ("fewer than or equal to", Bound::AtMost),
    ("fewer than", Bound::AtMost),
    ("getting on for", Bound::Nearly),
    ("greater or equal than", Bound::AtLeast),
    ("greater than or equal to", Bound::AtLeast),
    ("greater than", Bound::AtLeast),
    ("heavier than", Bound::AtLeast),
    ("higher or equal than", Bound::AtLeast),
    ("higher than or equal to", Bound::AtLeast),
    ("higher than", Bound::AtLeast),
    ("in excess of", Bound::AtLeast),
    ("in the order of", Bound::About),
    ("in the region of", Bound::About),
    ("just above", Bound::JustOver),
    ("just below", Bound::Nearly),
    ("just less than", Bound::Nearly),
    ("just more than", Bound::JustOver),
    ("just over", Bound::JustOver),
    ("just shy of", Bound::Nearly),
    ("just under", Bound::Nearly),
    ("larger or equal than", Bound::AtLeast),
    ("larger than or equal to", Bound::AtLeast),
    ("larger than", Bound::AtLeast),
    ("less or equal than", Bound::AtMost),
    ("less than or equal to", Bound::AtMost),
    ("less than", Bound::AtMost),
    ("lighter than", Bound::AtMost),
    ("longer than", Bound::AtLeast),
    ("lower or equal than", Bound::AtMost),
    ("lower than or equal to", Bound::AtMost),
    ("lower than", Bound::AtMost),
    ("more or equal than", Bound::AtLeast),
    ("more than or equal to", Bound::AtLeast),
    ("more than", Bound::AtLeast),
    ("much more than", Bound::AtLeast),
    ("nearly", Bound::Nearly),
    ("no fewer than", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("no more than", Bound::AtMost),
    ("north of", Bound::AtLeast),
    ("not exceeding", Bound::AtMost),
    ("not far short of", Bound::Nearly),
    ("not fewer than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("not more than", Bound::AtMost),
    ("not quite", Bound::Nearly),
    ("older than", Bound::AtLeast),
    ("on the order of", Bound::About),
    ("over", Bound::AtLeast),
    ("roughly", Bound::About),
    ("shorter than", Bound::AtMost),
    ("slightly fewer than", Bound::Nearly),
    ("slightly less than", Bound::Nearly),
    ("slightly more than", Bound::JustOver),
    ("slightly over", Bound::JustOver),
    ("slightly under", Bound::Nearly),
    ("smaller or equal than", Bound::AtMost),
    ("smaller than or equal to", Bound::AtMost),
    ("smaller than", Bound::AtMost),
    ("some", Bound::About),
    ("somewhere around", Bound::About),
    ("under", Bound::AtMost),
    ("up to", Bound::AtMost),
    ("upward of", Bound::AtLeast),
    ("upwards of", Bound::AtLeast),
    ("verging on", Bound::Nearly),
    ("well above", Bound::AtLeast),
    ("well below", Bound::AtMost),
    ("well in excess of", Bound::AtLeast),
    ("well over", Bound::AtLeast),
    ("well under", Bound::AtMost),
    ("younger than", Bound::AtMost),
    ("< =", Bound::AtMost),
    ("<", Bound::AtMost),
    ("> =", Bound::AtLeast),
    (">", Bound::AtLeast),
    ("~", Bound::About),
    ("≈", Bound::About),
    ("≤", Bound::AtMost),
    ("≥", Bound::AtLeast),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_phrase_hides_a_longer_one_behind_it() {
        for (at, (phrase, _)) in PHRASES.iter().enumerate() {
            let hidden = PHRASES[at + 1..].iter().any(|(later, _)| later.starts_with(&format!("{phrase} ")));
            assert!(!hidden, "{phrase}");
        }
    }
}
