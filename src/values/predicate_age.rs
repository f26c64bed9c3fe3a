//! Ages that a sentence says of its subject: "Ann Lee is 47.", "the man shot outside the bank was 31, police said".

use super::told_age::{is_one_human_being, is_somebody};
use super::words::Words;

/// Whether the number of two digits at `at` is the age of the subject of "is" or "was" before it.
pub(super) fn is_said(words: Words<'_>, at: usize) -> bool {
    if !matches!(words.before(at, 1), "is" | "was" | "am") || words.raw(at).len() != 2 {
        return false;
    }
    let copula = at - 1;
    of_whom_it_follows(words, copula, at) || (is_whole(words, at) && of_who_opens_the_clause(words, copula))
}

/// Whether the word right before the copula is a pronoun, a name or a word for a human being, and the words behind the number
/// go on as behind an age.
fn of_whom_it_follows(words: Words<'_>, copula: usize, at: usize) -> bool {
    let who = words.before(at, 2);
    let capital = |back: usize| copula.checked_sub(back).is_some_and(|name| words.capital(name));
    let named = matches!(who, "who" | "i" | "he" | "she") || capital(1);
    let somebody = copula.checked_sub(1).is_some_and(|name| is_somebody(words, name));
    let is_now = words.word(copula) == "is"
        && (words.pauses(at + 1) || (somebody || who == "who") && matches!(words.word(at + 1), "and" | "but"));
    // "Ann is 37 now"
    let now = is_now || named && words.word(at + 1) == "now" && !words.noun(at + 2);
    // "I was 27 and thought so", "he was 31 and she 24", "since I was 26"
    let young = matches!(words.before(at, 3), "since" | "when" | "until" | "till" | "before" | "though" | "although");
    let they = matches!(words.word(at + 2), "he" | "she" | "i" | "has" | "had" | "was" | "is" | "have");
    let pronoun = matches!(who, "i" | "he" | "she");
    let told = pronoun
        && (words.word(at + 1) == "and" && (words.noun(at + 2) || they) || young || words.word(at + 1) == "now");
    let told = told || words.word(copula) == "am" && who == "i" && words.pauses(at + 1);
    // "She was 84.", "Ann Lee was 84."
    let full_name = capital(1) && capital(2) && !words.begins(copula - 2) && is_no_place(words, copula - 2);
    let ends = (pronoun && who != "i" || full_name) && matches!(words.word(at + 1), "." | ";" | "");
    (named || somebody) && (now || told || ends || words.word(at + 1) == "when")
}

/// "Its summit, Monte Rosa was 47": what stands behind a preposition is a place.
fn is_no_place(words: Words<'_>, name: usize) -> bool {
    !matches!(words.before(name, 1), "in" | "at" | "of" | "on" | "from" | "near" | "to" | "the" | "for" | "with")
}

/// Whether nothing that the number could count stands behind it.
fn is_whole(words: Words<'_>, at: usize) -> bool {
    let next = words.word(at + 1);
    let goes_on = matches!(next, "when" | "but" | "while") || next == "and" && !words.is_number(at + 2);
    let parts = words.glued(at + 1)
        && (matches!(next, "%" | "°" | "." | "," | ":" | "-" | "/") && words.is_number(at + 2))
        || matches!(next, "%" | "°" | "-" | "/" | ":");
    (words.pauses(at + 1) || goes_on) && !parts
}

/// Whether the subject of the copula is a word for one human being that stands farther back: "the man wounded outside the bar is",
/// "the gunman who fired at them was", "its president, Ann Lee, is", "Ann Lee, who died on Sunday, was".
fn of_who_opens_the_clause(words: Words<'_>, copula: usize) -> bool {
    let mut commas = 0;
    for at in (copula.saturating_sub(FARTHEST)..copula).rev() {
        match words.word(at) {
            "" => return false,
            "," => commas += 1,
            word if ends_the_subject(word) => {
                // "who was stabbed", "who has died": the verb of what is said beside the subject.
                let beside = matches!(words.before(at, 1), "who");
                if !beside {
                    return false;
                }
            }
            _ if commas % 2 == 0 && is_subject(words, at, copula) => return true,
            // "Its president, Ann Lee, is"
            _ if commas == 1 && words.word(copula) == "is" && is_apposed_name(words, at, copula) => return true,
            _ => {}
        }
    }
    false
}

/// Whether a name of two words fills what commas set off right before the copula.
fn is_apposed_name(words: Words<'_>, at: usize, copula: usize) -> bool {
    words.before(at, 1) == "," && at + 3 == copula && words.capital(at) && words.capital(at + 1)
}

/// How many tokens the subject may stand before its copula.
const FARTHEST: usize = 16;

/// Whether what stands at `at` names a human being, and what is said beside it goes from there to the copula.
fn is_subject(words: Words<'_>, at: usize, copula: usize) -> bool {
    let next = words.word(at + 1);
    let set_off = next == ",";
    let person = is_one_human_being(words, at) || set_off && is_somebody(words, at) || {
        let full = at > 0 && words.capital(at) && words.capital(at - 1);
        // "Lee, born in 1964, is 61": nothing but a living being is born.
        let born = words.capital(at) && words.word(at + 2) == "born";
        set_off && (born || full && is_no_place(words, at - 1))
    };
    let beside = match next {
        "," => words.word(copula - 1) == ",",
        "who" | "in" | "at" | "of" | "on" | "from" | "with" | "whose" => true,
        _ => {
            next.ends_with("ed")
                || matches!(next, "shot" | "hurt" | "found" | "hit" | "struck" | "held" | "taken" | "knifed")
        }
    };
    person && beside
}

/// Whether a word belongs to another clause than the subject of the copula behind it.
fn ends_the_subject(word: &str) -> bool {
    matches!(
        word,
        "is" | "was" | "are" | "were" | "has" | "had" | "have" | "will" | "would" | "can" | "said" | "says" | "say"
    ) || matches!(
        word,
        "that" | "what" | "which" | "if" | "when" | "because" | "but" | "and" | "or" | ";" | ":" | "(" | ")" | "|"
    ) || matches!(
        word,
        "number" | "score" | "total" | "average" | "temperature" | "price" | "'s" | "-" | "—" | "–" | "than"
    )
}

/// "gave the age of the man as 37", "put his age at 24", "the age of the gunman was 24": a number that is said to be an age.
pub(super) fn is_called_age(words: Words<'_>, at: usize) -> bool {
    let age = |back: usize| words.before(at, back) == "age" && is_owned(words, at - back);
    let Some(back) = (2..=FARTHEST).find(|&back| age(back)) else { return false };
    let given = |back: usize| {
        matches!(
            words.before(at, back),
            "give" | "gives" | "gave" | "given" | "put" | "puts" | "stated" | "states" | "recorded"
        )
    };
    let between = (1..back).all(|back| !matches!(words.before(at, back), "," | ";" | ":" | "(" | "and" | "but"));
    let called = match words.before(at, 1) {
        "as" | "at" => given(back + 2) || given(back + 3) || given(2),
        "is" | "was" => back == 2 || words.before(at, back - 1) == "of",
        _ => false,
    };
    called && between && is_whole(words, at) && words.raw(at).len() == 2
}

/// Whether a word before "age" says whose it is.
fn is_owned(words: Words<'_>, age: usize) -> bool {
    matches!(words.before(age, 1), "the" | "his" | "her" | "my" | "'s")
}
