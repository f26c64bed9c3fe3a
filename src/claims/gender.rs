//! Whether words tell that somebody is a man or a woman: forms of address, kin, pronouns. No list of given names is asked,
//! as many are borne by both.

use std::ops::Range;

use crate::source::document::Document;

/// What a pronoun says of whom it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Man,
    Woman,
}

/// What all mentions of one person tell.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Told {
    man: bool,
    woman: bool,
}

impl Told {
    /// Takes up what one mention tells.
    pub(super) fn add(&mut self, gender: Option<Gender>) {
        self.man |= gender == Some(Gender::Man);
        self.woman |= gender == Some(Gender::Woman);
    }

    /// Whether a pronoun can stand for the person: it is not told to be of the other gender alone.
    pub(super) fn can_be(self, gender: Gender) -> bool {
        match gender {
            Gender::Man => self.man || !self.woman,
            Gender::Woman => self.woman || !self.man,
        }
    }
}

/// What a pronoun says, folded; `None` for any other word.
pub(super) fn pronoun(word: &str) -> Option<Gender> {
    match word {
        "he" | "him" | "his" | "himself" => Some(Gender::Man),
        "she" | "her" | "hers" | "herself" => Some(Gender::Woman),
        _ => None,
    }
}

/// How many words may stand between kin and the name: "her husband, the retired geologist Tom Arden".
const APART: usize = 5;

/// What the words before a name tell: "Mrs Brandt", "her husband, the geologist Tom Arden".
pub(super) fn told_gender(document: &Document, name: &Range<usize>) -> Option<Gender> {
    let sentence = document.sentences()[document.sentence_at(name.start)].tokens.start as usize;
    let (mut at, mut comma) = (name.start, false);
    while at > sentence.max(name.start.saturating_sub(APART + 1)) {
        at -= 1;
        match document.word(at) {
            // The point of "Mrs."
            "." if at + 1 == name.start => {}
            // What stands between commas tells who the one before is; "said her husband, Ada Brandt recalled" has no second one.
            "," if !comma && (article(document.word(at + 1)) || closes(document.word(name.end))) => comma = true,
            word if !word.starts_with(char::is_alphabetic) || parts(word) => return None,
            word => {
                if let Some(gender) = called(word) {
                    return Some(gender);
                }
            }
        }
    }
    None
}

/// What somebody is called by a word before the name.
fn called(word: &str) -> Option<Gender> {
    const MEN: [&str; 20] = [
        "mr",
        "sir",
        "king",
        "prince",
        "duke",
        "baron",
        "count",
        "father",
        "husband",
        "brother",
        "son",
        "uncle",
        "nephew",
        "grandfather",
        "grandson",
        "widower",
        "stepfather",
        "stepson",
        "boyfriend",
        "businessman",
    ];
    const WOMEN: [&str; 22] = [
        "mrs",
        "ms",
        "miss",
        "lady",
        "dame",
        "queen",
        "princess",
        "duchess",
        "baroness",
        "countess",
        "mother",
        "wife",
        "sister",
        "daughter",
        "aunt",
        "niece",
        "grandmother",
        "granddaughter",
        "widow",
        "stepmother",
        "girlfriend",
        "businesswoman",
    ];
    if MEN.contains(&word) {
        Some(Gender::Man)
    } else if WOMEN.contains(&word) {
        Some(Gender::Woman)
    } else {
        None
    }
}

fn article(word: &str) -> bool {
    matches!(word, "the" | "a" | "an")
}

fn closes(word: &str) -> bool {
    matches!(word, "," | "." | ")" | ";")
}

/// Whether what stands before a word is somebody else: "the wife of", "her brother and".
fn parts(word: &str) -> bool {
    matches!(
        word,
        "of" | "to"
            | "and"
            | "or"
            | "with"
            | "by"
            | "for"
            | "from"
            | "that"
            | "was"
            | "is"
            | "were"
            | "said"
            | "told"
            | "says"
    )
}

#[cfg(test)]
mod tests {
    use super::{Gender, told_gender};
    use crate::source::document::Document;

    #[test]
    fn words_before_a_name_tell_a_man_or_a_woman() {
        for (text, told) in [
            ("Mrs. Brandt left", Some(Gender::Woman)),
            ("then Sir Tom Brandt left", Some(Gender::Man)),
            ("Her husband, the geologist Tom Brandt, died in 2003", Some(Gender::Man)),
            ("she told her husband, Tom Brandt, of it", Some(Gender::Man)),
            ("his late wife Ada Brandt", Some(Gender::Woman)),
            ("the wife of Tom Brandt", None),
            ("her husband and Ada Brandt", None),
            ("like her husband, Ada Brandt recalled it", None),
            ("her husband died. Ada Brandt left", None),
            ("the painter Ada Brandt", None),
        ] {
            let document = Document::of_text(text);
            let end = (0..document.tokens().len()).find(|&at| document.word(at) == "brandt").unwrap() + 1;
            let start = end - 1 - usize::from(matches!(document.word(end - 2), "tom" | "ada"));
            assert_eq!(told_gender(&document, &(start..end)), told, "{text}");
        }
    }
}
