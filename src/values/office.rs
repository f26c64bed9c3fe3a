//! Titles that one person at a time holds of a country, a town or a body.

use std::fmt;
use std::sync::LazyLock;

use super::agreement::Agreement;
use super::lexicon::Lexicon;
use crate::source::document::Document;

/// A title by its name in the lexicon: `prime minister` for "PM" and "premier" as well.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Office {
    /// The name, in small letters.
    pub name: String,
}

impl Office {
    /// The office that these words name, whole and without anything else: `Prime Minister`, `PM`.
    #[must_use]
    pub fn named(words: &str) -> Option<Self> {
        let folded = fold(words);
        let offices = &*OFFICES;
        let found = offices.forms.binary_search_by(|(form, _)| form.as_str().cmp(&folded)).ok()?;
        Some(offices.office(offices.forms[found].1))
    }

    /// Whether an office's name can begin with this word of a text; spares most names of human beings the look for titles.
    pub(crate) fn can_begin(word: &str) -> bool {
        let word = fold(word);
        let forms = &OFFICES.forms;
        let at = forms.partition_point(|(form, _)| *form < word);
        forms.get(at).is_some_and(|(form, _)| form.starts_with(&word))
    }
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}

/// Whether one person can hold both at once, of the same country or body: the same office is the same; an office and its
/// deputy, or two titles that each lead a country, conflict; of the rest (a minister with two portfolios, a chairman who
/// is chief executive too) nothing is known.
#[must_use]
pub fn agree(a: &Office, b: &Office) -> Agreement {
    if a.name == b.name {
        return Agreement::Same;
    }
    let (Some(one), Some(other)) = (OFFICES.group(&a.name), OFFICES.group(&b.name)) else { return Agreement::Unknown };
    let deputy_of = |deputy: &str, office: &str| deputy.strip_suffix(office).is_some_and(|rank| rank.ends_with(' '));
    match (one, other) {
        (Group::Head, Group::Head) => Agreement::Conflict,
        (Group::Deputy, _) if deputy_of(&a.name, &b.name) => Agreement::Conflict,
        (_, Group::Deputy) if deputy_of(&b.name, &a.name) => Agreement::Conflict,
        _ => Agreement::Unknown,
    }
}

/// An entry of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OfficeId(u16);

/// The longest office whose words begin at the token `at`, with the token behind it.
pub(crate) fn longest(document: &Document, at: usize) -> Option<(usize, OfficeId)> {
    OFFICES.lexicon.longest(document, at)
}

/// The office of an entry.
pub(crate) fn office(id: OfficeId) -> Office {
    OFFICES.office(id)
}

/// The first words of all forms, in no order.
pub(crate) fn first_words() -> impl Iterator<Item = &'static str> {
    OFFICES.lexicon.first_words()
}

/// Whom an office belongs to; see the head of `data/offices.txt`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    Head,
    Deputy,
    Other,
}

struct Offices {
    names: Vec<(String, Group)>,
    /// Folded forms with their offices, sorted.
    forms: Vec<(String, OfficeId)>,
    lexicon: Lexicon<OfficeId>,
}

static OFFICES: LazyLock<Offices> = LazyLock::new(|| {
    let mut offices = Offices { names: Vec::new(), forms: Vec::new(), lexicon: Lexicon::default() };
    let lines = include_str!("data/offices.txt").lines().filter(|line| !line.starts_with('#'));
    for (head, forms) in lines.filter_map(|line| line.split_once(':')) {
        let Some((name, group)) = head.split_once('[') else { continue };
        let name = name.trim();
        let group = match group.trim_end_matches([']', ' ']) {
            "head" => Group::Head,
            "deputy" => Group::Deputy,
            _ => Group::Other,
        };
        let id = OfficeId(u16::try_from(offices.names.len()).expect("the lexicon has some hundred lines"));
        offices.names.push((name.to_owned(), group));
        for form in std::iter::once(name.to_owned()).chain(expand(forms.trim())) {
            offices.lexicon.add(&form, id);
            offices.forms.push((fold(&form), id));
        }
    }
    offices.forms.sort_by(|a, b| a.0.cmp(&b.0));
    offices
});

impl Offices {
    fn office(&self, id: OfficeId) -> Office {
        Office { name: self.names[id.0 as usize].0.clone() }
    }

    fn group(&self, name: &str) -> Option<Group> {
        self.names.iter().find(|(known, _)| known == name).map(|&(_, group)| group)
    }
}

/// In small letters, hyphens as blanks, blanks single.
fn fold(words: &str) -> String {
    // Nearly all forms are written so, and hundreds are read at every start.
    if words.split(' ').all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())) {
        return words.to_owned();
    }
    let words = words.to_lowercase().replace(['-', '‐', '‑'], " ");
    words.split_whitespace().map(|word| word.trim_end_matches('.')).collect::<Vec<_>>().join(" ")
}

/// Every text that a pattern stands for: `(a|b) c` is `a c` and `b c`. Nothing for an empty pattern.
fn expand(pattern: &str) -> Vec<String> {
    let mut texts = Vec::new();
    for part in split_outside(pattern, ',').filter(|part| !part.trim().is_empty()) {
        texts.extend(expand_one(part.trim()));
    }
    texts
}

fn expand_one(pattern: &str) -> Vec<String> {
    let Some(open) = pattern.find('(') else { return vec![pattern.to_owned()] };
    let close = closing(&pattern[open..]).map_or(pattern.len(), |at| open + at);
    let behind = expand_one(pattern.get(close + 1..).unwrap_or_default());
    let mut texts = Vec::new();
    for inside in split_outside(&pattern[open + 1..close], '|') {
        for inside in expand_one(inside) {
            texts.extend(behind.iter().map(|behind| format!("{}{inside}{behind}", &pattern[..open])));
        }
    }
    texts
}

/// Where the bracket that opens `text` is closed.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    })
}

/// The parts of `text` between `separator`s that stand outside brackets.
fn split_outside(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut depth = 0;
    text.split(move |c| {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0 && c == separator
    })
}

#[cfg(test)]
mod tests {
    use super::{OFFICES, Office, agree, expand};
    use crate::values::agreement::Agreement;

    #[test]
    fn forms_name_their_office() {
        for (words, name) in [
            ("Prime Minister", Some("prime minister")),
            ("PM", Some("prime minister")),
            ("premier", Some("prime minister")),
            ("Vice-President", Some("vice president")),
            ("CEO", Some("chief executive")),
            ("chairwoman", Some("chairman")),
            ("Defense Secretary", Some("defence minister")),
            ("minister of defence", Some("defence minister")),
            ("secretary of state for health", Some("health minister")),
            ("Secretary of State", Some("secretary of state")),
            ("Lt. Gov.", Some("lieutenant governor")),
            ("chief of police", Some("police chief")),
            ("external affairs minister", Some("foreign minister")),
            ("prime ministers", None),
            ("minister", None),
            ("former president", None),
            ("", None),
        ] {
            assert_eq!(Office::named(words).map(|office| office.name).as_deref(), name, "{words}");
        }
    }

    #[test]
    fn deputies_and_heads_exclude_each_other() {
        for (a, b, agreement) in [
            ("president", "president", Agreement::Same),
            ("president", "vice president", Agreement::Conflict),
            ("deputy mayor", "mayor", Agreement::Conflict),
            ("king", "president", Agreement::Conflict),
            ("mayor", "governor", Agreement::Conflict),
            ("chairman", "chief executive", Agreement::Unknown),
            ("foreign minister", "deputy prime minister", Agreement::Unknown),
            ("prime minister", "finance minister", Agreement::Unknown),
            ("prime minister", "something else", Agreement::Unknown),
        ] {
            let office = |name: &str| Office { name: name.to_owned() };
            assert_eq!(agree(&office(a), &office(b)), agreement, "{a} / {b}");
            assert_eq!(agree(&office(b), &office(a)), agreement, "{b} / {a}");
        }
    }

    #[test]
    fn patterns_expand() {
        assert_eq!(expand("(a|b (c|d)) e, f"), ["a e", "b c e", "b d e", "f"]);
        assert!(expand("").is_empty());
    }

    #[test]
    fn no_form_names_two_offices() {
        for pair in OFFICES.forms.windows(2) {
            assert!(pair[0].0 != pair[1].0 || pair[0].1 == pair[1].1, "`{}` stands twice", pair[0].0);
        }
    }
}
