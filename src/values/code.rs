//! Codes of letters and digits by which things are known: batches, models, parts, inventory numbers.

use strsim::osa_distance;

use super::identifier::{Class, Identifier};
use super::words::Words;

/// In characters: shorter codes are roads, sizes and paper.
const SHORTEST: usize = 4;

/// How many capitals stand apart before the digits of one code; longer ones are bodies and currencies.
const PREFIX: usize = 2;

/// From so many characters on two codes that differ in one of them are more likely one in two spellings.
const LONG: usize = 6;

/// From so many characters on two neighbours of a code can have changed their places.
const SWAPPED: usize = 3;

/// Reads the code that starts at the token `at`, and the token behind it: `L4471`, `PB-540`, `VM 4471`, `C/2026 B3`.
pub(crate) fn read(words: Words<'_>, at: usize) -> Option<(Identifier, usize)> {
    let continues =
        words.glued(at) && at > 0 && (words.is_word(at - 1) || words.is_number(at - 1) || is_joint(words, at - 1));
    // "$A195,900" is a sum.
    let sum = words.glued(at) && words.before(at, 1) == "$";
    if continues || sum || !is_piece(words, at) {
        return None;
    }
    let (mut code, mut end) = (words.raw(at).to_owned(), at + 1);
    let mut slash = false;
    while is_joint(words, end) && words.glued(end) && words.glued(end + 1) && is_piece(words, end + 1) {
        slash |= words.word(end) == "/";
        code.push_str(words.raw(end + 1));
        end += 2;
    }
    let letters = code.bytes().all(|byte| byte.is_ascii_uppercase());
    if end == at + 1 && letters {
        // "VM 4471", and neither "NOK 412" nor "BBC 250 journalists"
        let digits = words.raw(end);
        let number = words.is_number(end) && digits.bytes().all(|byte| byte.is_ascii_digit());
        // "AD 150", "EU 2030 goals"
        let other = matches!(code.as_str(), "AD" | "BC" | "CE" | "EU" | "UN" | "US" | "UK" | "AM" | "PM");
        let joins = number && !other && (3..=5).contains(&digits.len()) && code.len() <= PREFIX && !words.glued(end);
        if !joins || words.noun(end + 1) {
            return None;
        }
        code.push_str(digits);
        end += 1;
    } else if slash && words.is_word(end) && !words.glued(end) && is_mixed(words.raw(end)) {
        code.push_str(words.raw(end));
        end += 1;
    }
    let suffix = words.glued(end) && (words.is_word(end) && words.word(end) != "'s" || words.is_number(end));
    (is_mixed(&code) && code.len() >= SHORTEST && !suffix).then_some((Identifier { class: Class::Code, code }, end))
}

/// Whether one of two identifiers of a class is likely the other one misprinted: two neighbours changed places, or in a long
/// one a character is another one, too many or missing.
#[must_use]
pub(super) fn is_misprint(a: &Identifier, b: &Identifier) -> bool {
    let bare = |code: &str| code.chars().filter(|c| *c != '.').collect::<String>();
    let (one, other) = (bare(&a.code), bare(&b.code));
    let short = one.len().min(other.len());
    if a.class != b.class || one == other || osa_distance(&one, &other) != 1 {
        return false;
    }
    is_swapped(a, b) && short >= SWAPPED || short >= LONG
}

/// Whether a misprint of an identifier has two characters in the other order.
#[must_use]
pub(super) fn is_swapped(a: &Identifier, b: &Identifier) -> bool {
    let differing = a.code.chars().zip(b.code.chars()).filter(|(a, b)| a != b).count();
    a.code.len() == b.code.len() && differing == 2
}

/// The form of a code, in which codes of one kind are alike: its letters, and its digits as noughts.
#[must_use]
pub(super) fn form(identifier: &Identifier) -> String {
    identifier.code.chars().filter(|c| c.is_alphanumeric()).map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// Capitals and digits.
fn is_piece(words: Words<'_>, at: usize) -> bool {
    let raw = words.raw(at);
    !raw.is_empty() && raw.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn is_mixed(code: &str) -> bool {
    code.bytes().any(|byte| byte.is_ascii_digit()) && code.bytes().any(|byte| byte.is_ascii_uppercase())
}

fn is_joint(words: Words<'_>, at: usize) -> bool {
    matches!(words.word(at), "-" | "/")
}

#[cfg(test)]
mod tests {
    use super::{Words, is_misprint, read};
    use crate::source::document::Document;
    use crate::values::identifier::{Class, Identifier};

    #[test]
    fn codes_are_capitals_and_digits() {
        for (text, expected) in [
            ("L4471 was sold", Some("L4471")),
            ("(PB-540)", None),
            ("PB-540, the battery", Some("PB540")),
            ("VM 4471 is a clock", Some("VM4471")),
            ("C/2026 B3 is near", Some("C2026B3")),
            ("NOK 412 million", None),
            ("BBC 250 journalists", None),
            ("UN 250 soldiers", None),
            ("Monday", None),
            ("A4", None),
            ("COVID", None),
        ] {
            let document = Document::of_text(text);
            let found = read(Words::around(&document, 0), 0).map(|(identifier, _)| identifier.code);
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn misprints_are_near() {
        for (a, b, expected) in [
            ("L4471", "L4417", true),
            ("L4471", "L4472", false),
            ("AB12345", "AB12346", true),
            ("AB12345", "AB1234", true),
            ("3.4.1", "3.1.4", true),
            ("3.4.1", "3.4.2", false),
            ("PB540", "PB540", false),
            ("PB540", "PX450", false),
        ] {
            let code = |code: &str| Identifier { class: Class::Code, code: code.to_owned() };
            assert_eq!(is_misprint(&code(a), &code(b)), expected, "{a} {b}");
        }
    }
}
