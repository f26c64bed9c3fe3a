//! Two spellings of one person's name.

use strsim::osa_distance;

use super::agreement::Agreement;
use super::code;
use super::letters::plain;
use super::person::Person;
use super::title;
use super::value::Value;
use super::vocabulary::{Class, class_of};

/// Whether two values look like one in two spellings: names of people and bodies, titles, and codes.
#[must_use]
pub fn of_values(a: &Value, b: &Value) -> Agreement {
    match (a, b) {
        (Value::Person(a), Value::Person(b)) => agree(a, b),
        (Value::Org(a), Value::Org(b)) => of_bodies(&a.name, &b.name),
        (Value::Words(a), Value::Words(b)) => title::agree(a, b),
        (Value::Identifier(a), Value::Identifier(b)) if a == b => Agreement::Same,
        (Value::Identifier(a), Value::Identifier(b)) if code::is_misprint(a, b) => Agreement::Suspicious,
        _ => Agreement::Unknown,
    }
}

/// Whether two neighbours changed places between two long codes of one kind; a maker may well have a 702 and a 720.
#[must_use]
pub fn is_swapped(a: &Value, b: &Value) -> bool {
    let (Value::Identifier(a), Value::Identifier(b)) = (a, b) else { return false };
    let digits = a.code.bytes().filter(u8::is_ascii_digit).count();
    digits >= LONG_NUMBER && code::is_misprint(a, b) && code::is_swapped(a, b)
}

/// How many digits a code has that hardly has a neighbour with two of them in the other order.
const LONG_NUMBER: usize = 4;

/// What two spellings of a value have in common, so that only such are held against each other; `None` for a name of one word.
#[must_use]
pub fn common_part(value: &Value) -> Option<String> {
    match value {
        Value::Person(person) => initials(person),
        Value::Org(org) => {
            let words = org.name.split_whitespace().map(plain);
            Some(words.filter_map(|word| word.chars().next()).collect())
        }
        Value::Words(title) => title::length(title).map(|words| format!("title of {words} words")),
        Value::Identifier(identifier) => Some(format!("{:?} {}", identifier.class, code::form(identifier))),
        _ => None,
    }
}

/// Whether two names of bodies look like one in two spellings: all words but one are the same, and that one, which is no
/// word of all bodies and no place, has another letter or two neighbours in the other order.
fn of_bodies(a: &str, b: &str) -> Agreement {
    let words = |name: &str| name.split_whitespace().map(|word| plain(word).into_owned()).collect::<Vec<_>>();
    let (one, other) = (words(a), words(b));
    if one == other {
        return Agreement::Same;
    }
    let mut differing = one.iter().zip(&other).filter(|(one, other)| one != other);
    let (Some((first, second)), None) = (differing.next(), differing.next()) else { return Agreement::Unknown };
    let common =
        |word: &str| class_of(word).is(Class::COMMON | Class::BODY | Class::PLACE | Class::LEGAL | Class::ALSO_A_WORD);
    let (short, long) = (first.len().min(second.len()), first.len().max(second.len()));
    let ends = first.starts_with(second.as_str()) || second.starts_with(first.as_str());
    let near = short >= LONG - 2 && osa_distance(first, second) == 1 && !(ends && long > short);
    if one.len() == other.len() && near && !common(first) && !common(second) {
        Agreement::Suspicious
    } else {
        Agreement::Unknown
    }
}

/// Whether two full names look like one in two spellings: as many words, each near its fellow, and not all the same.
/// Such are suspicious; of any others nothing is said. Names that only take their letters from another alphabet in another
/// way ("Masud", "Massoud") go together. A given name that only ends in another letter is another one, as
/// brothers and sisters have them ("Mario", "Maria").
#[must_use]
pub fn agree(a: &Person, b: &Person) -> Agreement {
    let (one, other) = (words(a), words(b));
    if one == other {
        return Agreement::Same;
    }
    if one.iter().map(|word| sound(word)).eq(other.iter().map(|word| sound(word))) {
        return Agreement::Compatible;
    }
    let (Some((surname, given)), Some((other_surname, other_given))) = (one.split_last(), other.split_last()) else {
        return Agreement::Unknown;
    };
    if given.is_empty() || given.len() != other_given.len() {
        return Agreement::Unknown;
    }
    let namesakes =
        given.iter().zip(other_given).all(|(one, other)| one == other || is_given_in_two_spellings(one, other));
    let near = surname == other_surname || is_surname_in_two_spellings(surname, other_surname);
    if namesakes && near { Agreement::Suspicious } else { Agreement::Unknown }
}

/// The first letters of the given name and the surname, which two spellings share; `None` for a name of one word.
#[must_use]
pub fn initials(person: &Person) -> Option<String> {
    let words = words(person);
    let (surname, given) = words.split_last()?;
    Some(format!("{} {}", given.first()?.chars().next()?, surname.chars().next()?))
}

/// In letters: shorter words are other words with every letter that changes.
const SHORTEST: usize = 4;

/// From so many letters on a name may have two letters that differ.
const LONG: usize = 8;

/// So many letters in common, and half of the longer name, make two long names one that was misheard at its end.
const COMMON_START: usize = 5;

fn words(person: &Person) -> Vec<String> {
    person.name.split_whitespace().map(plain).map(|word| word.replace(['.', '-', '\'', '’'], "")).collect()
}

/// What a word sounds like, near enough: letters that stand for one sound in one way of writing or another become one, and
/// doubled letters single.
fn sound(word: &str) -> String {
    const ONE_SOUND: [(&str, &str); 13] = [
        ("ph", "f"),
        ("kh", "h"),
        ("qu", "kv"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("ie", "i"),
        ("ei", "ai"),
        ("q", "k"),
        ("c", "k"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
    ];
    // No other alphabet gives a "ck": Beck and Bekk are two names, or one misspelt.
    let mut sound = word.replace("ck", "1");
    for (written, heard) in ONE_SOUND {
        if sound.contains(written) {
            sound = sound.replace(written, heard);
        }
    }
    let mut letters: Vec<char> = sound.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

fn is_given_in_two_spellings(a: &str, b: &str) -> bool {
    let ends = |word: &str| word.chars().last();
    if sound(a) == sound(b) {
        return true;
    }
    let short = a.len().min(b.len());
    // "Jan" and "Jana", "Paul" and "Paula".
    let longer = a.starts_with(b) || b.starts_with(a);
    short >= SHORTEST && ends(a) == ends(b) && !longer && osa_distance(a, b) == 1
}

fn is_surname_in_two_spellings(a: &str, b: &str) -> bool {
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    match osa_distance(a, b) {
        0 | 1 => short >= SHORTEST,
        2 => short >= LONG,
        _ => short >= LONG && common >= COMMON_START && common * 2 >= long,
    }
}

#[cfg(test)]
mod tests {
    use super::{Agreement, agree, initials};
    use crate::values::person::Person;

    #[test]
    fn names_a_letter_or_two_apart_look_like_one() {
        use Agreement::{Compatible, Same, Suspicious, Unknown};
        for (a, b, expected) in [
            ("Petra Lindqvist", "Petra Lindqvist", Same),
            ("Petra Lindqvist", "Petra Lindkvist", Compatible),
            ("Yusuf Masud", "Youssuf Massoud", Compatible),
            ("Priia Lindqvist", "Priya Lindquest", Suspicious),
            ("Petra Lindqvist", "Petra Lundkvist", Suspicious),
            ("Petra Lindqvist", "Petar Lindqvist", Unknown),
            ("Stefan Holt", "Steffan Holt", Compatible),
            ("Mario Holt", "Maria Holt", Unknown),
            ("Jan Holt", "Jana Holt", Unknown),
            ("Petra Holt", "Petra Bolt", Suspicious),
            ("Petra Lee", "Petra Lea", Unknown),
            ("Ravi Subramanian", "Ravi Subramaniam", Suspicious),
            ("Ravi Subramanian", "Ravi Subramoney", Suspicious),
            ("Petra Holt", "Sven Bolt", Unknown),
            ("Petra Holt", "Petra Maria Holt", Unknown),
            ("Holt", "Bolt", Unknown),
            ("Éva Lindt", "Eva Lindt", Same),
        ] {
            let (one, other) = (Person::new(a), Person::new(b));
            assert_eq!((agree(&one, &other), agree(&other, &one)), (expected, expected), "{a} / {b}");
        }
    }

    #[test]
    fn initials_are_those_of_the_given_name_and_the_surname() {
        for (name, expected) in [("Petra Holt", Some("p h")), ("Petra M. van Holt", Some("p h")), ("Holt", None)] {
            assert_eq!(initials(&Person::new(name)).as_deref(), expected, "{name}");
        }
    }
}
