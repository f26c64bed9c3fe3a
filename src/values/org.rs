//! Companies and bodies, and whether two names can be one body's.

use std::fmt;

use super::agreement::Agreement;
use super::letters::{compact, is_slip, plain};
use super::names::Names;
use super::vocabulary::{Class, class_of};

/// The name of a company, a party, a ministry or another body.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Org {
    /// The dictionary's name to show, the full name where the document introduces an acronym for it, or the words as written,
    /// blanks made single.
    pub name: String,
}

impl Org {
    /// The body that these words name, without an article; the dictionary's name to show where it knows them.
    #[must_use]
    pub fn named(words: &str, names: &Names) -> Self {
        let mut words: Vec<&str> = words.split_whitespace().collect();
        if words.len() > 1 && words[0].eq_ignore_ascii_case("the") {
            words.remove(0);
        }
        let name = words.join(" ");
        match names.org(&name) {
            Some(entry) => Self { name: names.orgs()[entry].display().to_owned() },
            None => Self { name },
        }
    }
}

impl fmt::Display for Org {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}

/// Whether two names can be one body's. The dictionary decides where it knows both; else the same words are the same
/// whatever their order, a legal suffix aside; an acronym and a part of a name are compatible; one letter's difference is
/// suspicious; of names that share more than words like "bank" nothing is known.
#[must_use]
pub fn agree(a: &Org, b: &Org, names: &Names) -> Agreement {
    let (a, b) = (resolve(a, names), resolve(b, names));
    if compact(a.name) == compact(b.name) {
        return Agreement::Same;
    }
    if let (Some(one), Some(other)) = (a.entry, b.entry) {
        return if one == other { Agreement::Same } else { Agreement::Conflict };
    }
    let (one, other) = (words(a.name), words(b.name));
    if one.is_empty() || other.is_empty() {
        return Agreement::Unknown;
    }
    if sorted(&one) == sorted(&other) {
        return Agreement::Same;
    }
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.iter().all(|word| long.contains(word)) {
        // "Bank" is part of many names.
        let telling = short.iter().any(|word| !class_of(word).is(Class::BODY));
        return if telling { Agreement::Compatible } else { Agreement::Unknown };
    }
    match (is_acronym(a.name), is_acronym(b.name)) {
        (true, false) => agree_with_acronym(a.name, b.name),
        (false, true) => agree_with_acronym(b.name, a.name),
        (true, true) => Agreement::Conflict,
        (false, false) => agree_by_words(&one, &other),
    }
}

struct Resolved<'a> {
    name: &'a str,
    /// Index into [`Names::orgs`].
    entry: Option<usize>,
}

fn resolve<'a>(org: &'a Org, names: &'a Names) -> Resolved<'a> {
    let entry = names.org(&org.name);
    Resolved { name: entry.map_or(&*org.name, |entry| names.orgs()[entry].display()), entry }
}

fn agree_by_words(one: &[String], other: &[String]) -> Agreement {
    let only = |these: &[String], those: &[String]| -> Vec<String> {
        these.iter().filter(|word| !those.contains(word)).cloned().collect()
    };
    let (left, right) = (only(one, other), only(other, one));
    let slip = |a: &str, b: &str| a.len().min(b.len()) >= 4 && is_slip(a, b);
    if matches!((&left[..], &right[..]), ([a], [b]) if slip(a, b)) {
        return Agreement::Suspicious;
    }
    let shared = one.iter().any(|word| other.contains(word) && !class_of(word).is(Class::BODY));
    if shared { Agreement::Unknown } else { Agreement::Conflict }
}

/// Whether a name is an acronym that can stand for another name.
pub(super) fn is_short_for(acronym: &str, name: &str) -> bool {
    is_acronym(acronym) && !is_acronym(name) && agree_with_acronym(acronym, name) == Agreement::Compatible
}

fn agree_with_acronym(acronym: &str, name: &str) -> Agreement {
    let letters = compact(acronym);
    let initials = |small: bool| -> String {
        let words = name.split(|c: char| c.is_whitespace() || c == '-').map(plain);
        let words = words.filter(|word| small || !is_small(word));
        words.filter_map(|word| word.chars().find(|c| c.is_alphanumeric())).collect()
    };
    // An acronym may also be made in another way, or in another language: nothing is known then.
    if initials(false) == letters || initials(true) == letters { Agreement::Compatible } else { Agreement::Unknown }
}

/// Two to six capitals and nothing else.
pub(crate) fn is_acronym(name: &str) -> bool {
    (2..=11).contains(&name.len())
        && (2..=6).contains(&name.bytes().filter(u8::is_ascii_uppercase).count())
        && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.')
}

/// The folded words of a name without small ones and without a legal suffix at the end.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = name
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | ',' | '/'))
        .map(compact)
        .filter(|word| !word.is_empty() && !is_small(word))
        .collect();
    while words.len() > 1 && words.last().is_some_and(|last| class_of(last).is(Class::LEGAL)) {
        words.pop();
    }
    // One word in two spellings.
    for word in &mut words {
        match word.as_str() {
            "defense" => *word = "defence".to_owned(),
            "center" => *word = "centre".to_owned(),
            "organization" => *word = "organisation".to_owned(),
            "labor" => *word = "labour".to_owned(),
            "theater" => *word = "theatre".to_owned(),
            _ => {}
        }
    }
    words
}

fn sorted(words: &[String]) -> Vec<&String> {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort_unstable();
    words
}

fn is_small(word: &str) -> bool {
    matches!(word, "of" | "the" | "and" | "for" | "in" | "on" | "at" | "to" | "de" | "du" | "&" | "")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::{Agreement, Names, Org, agree};

    fn dictionary() -> Names {
        let mut names = Names::default();
        names.add_org("weaver", ["Weaver Group", "Weaver", "WVR"].map(str::to_owned).to_vec());
        names.add_org("lumen", ["Lumen"].map(str::to_owned).to_vec());
        names
    }

    #[test]
    fn two_bodies_agree_or_not_whichever_is_named_first() {
        use Agreement::{Compatible, Conflict, Same, Suspicious, Unknown};
        let names = dictionary();
        for (a, b, verdict) in [
            ("CSIS", "Center for Strategic and International Studies", Compatible),
            ("C.S.I.S.", "CSIS", Same),
            ("Sony Corp.", "Sony", Same),
            ("Sony", "Toyota", Conflict),
            ("Acme, Inc.", "Acme Ltd", Same),
            ("The Acme Company", "Acme", Same),
            ("Defence Ministry", "Ministry of Defense", Same),
            ("World Health Organization", "World Health Organisation", Same),
            ("WHO", "World Health Organization", Compatible),
            ("BoR", "Bank of Riverton", Conflict),
            ("BR", "Bank of Riverton", Compatible),
            ("NASA", "Riverton Council", Unknown),
            ("NASA", "ESA", Conflict),
            ("Acme", "Acme Motors", Compatible),
            ("Bank", "Bank of Riverton", Unknown),
            ("Bank of Riverton", "Bank of Ashby", Conflict),
            ("University of Ashby", "Riverton University", Conflict),
            ("Riverton City Police", "Riverton Harbour Police", Unknown),
            ("Ashby Brewery", "Ashbey Brewery", Suspicious),
            ("WVR", "Weaver", Same),
            ("Weaver Group", "Lumen", Conflict),
            ("Weaver", "Acme", Conflict),
        ] {
            let (one, other) = (Org::named(a, &names), Org::named(b, &names));
            assert_eq!(agree(&one, &other, &names), verdict, "{a} / {b}");
            assert_eq!(agree(&other, &one, &names), verdict, "{b} / {a}");
        }
    }

    proptest! {
        #[test]
        fn agreement_is_symmetric_and_every_body_agrees_with_itself(a in "[A-Z a-z.]{0,12}", b in "([A-Z][a-z]{0,4} ?){0,4}") {
            let names = dictionary();
            let (a, b) = (Org::named(&a, &names), Org::named(&b, &names));
            prop_assert_eq!(agree(&a, &b, &names), agree(&b, &a, &names));
            prop_assert_eq!(agree(&a, &a, &names), Agreement::Same);
        }
    }
}
