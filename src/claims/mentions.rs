//! The proper names and rare numbers that a document mentions, word by word: what tells whether two documents speak of one
//! matter.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::sentence::Sentence;
use crate::source::token::TokenKind;
use crate::values::dateline::dateline_place;
use crate::values::letters::look_up_plain;
use crate::values::vocabulary::{Class, known_words};

/// A word that is likely part of a proper name, or a number of so many digits that hardly two matters have it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The word in small letters; a number without its commas.
    pub word: String,
    /// Whether every newspaper knows it: a part of the name of a listed place, or a word that is also a common noun.
    pub known: bool,
    /// Whether it stands with its capital inside a sentence of running text, or of a heading that is written like one. Others,
    /// which open a sentence or stand in a heading where all words have capitals, are names where another document shows it.
    pub sure: bool,
    /// Whether the document has it more than once, as it has its own subject.
    pub again: bool,
}

/// Every word that begins with a capital, each once, in the order of the alphabet; without the days, months, titles and
/// nouns that stand in capitals everywhere.
pub(super) fn mentions(document: &Document) -> Vec<Mention> {
    let mut found: BTreeMap<Cow<'_, str>, Mention> = BTreeMap::new();
    for sentence in document.sentences() {
        let mut sure = false;
        let heading = !capitals_tell(document, sentence);
        let start = sentence.tokens.start as usize;
        let place = dateline_place(document, start).unwrap_or_default();
        let tokens = &document.tokens()[start..sentence.tokens.end as usize];
        for (at, token) in tokens.iter().enumerate() {
            let at = start + at;
            if token.kind == TokenKind::Number
                && let Some(number) = telling_number(document.word(at))
            {
                let word = number.to_string();
                let again = found.contains_key(&*number);
                found.insert(number, Mention { word, known: false, sure: true, again });
            }
            if token.kind != TokenKind::Word {
                continue;
            }
            let inside = std::mem::replace(&mut sure, !heading) || place.contains(&at);
            if !document.capital(at) || document.word(at).len() < SHORTEST {
                continue;
            }
            let word = document.word(at);
            if let Some(mention) = found.get_mut(word) {
                mention.sure |= inside;
                mention.again = true;
                continue;
            }
            let class = look_up_plain(document, at, known_words()).copied().unwrap_or_default();
            if !class.is(everywhere()) {
                let known = class.is(Class::PLACE | Class::ALSO_A_WORD);
                found.insert(word.into(), Mention { word: word.to_owned(), known, sure: inside, again: false });
            }
        }
    }
    found.into_values().collect()
}

/// Whether a capital within a sentence tells a name: not in a heading that gives one to each of its words.
pub(super) fn capitals_tell(document: &Document, sentence: &Sentence) -> bool {
    document.block_of(sentence).kind != BlockKind::Heading || !is_title_case(document, sentence)
}

/// Whether longer words with capitals are as many in a heading as others, so that capitals tell nothing there.
fn is_title_case(document: &Document, heading: &Sentence) -> bool {
    let tokens = heading.tokens.start as usize + 1..heading.tokens.end as usize;
    let words =
        tokens.filter(|&at| document.word(at).len() > SHORTEST && document.tokens()[at].kind == TokenKind::Word);
    let (capital, small): (Vec<usize>, Vec<usize>) = words.partition(|&at| document.capital(at));
    capital.len() >= small.len()
}

/// A number of four digits or more that are no padding zeros and no year, without its commas.
fn telling_number(word: &str) -> Option<Cow<'_, str>> {
    let number: Cow<'_, str> = if word.contains(',') { word.replace(',', "").into() } else { word.into() };
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let padding = number.trim_start_matches(['0', '.']).len() - number.trim_matches(['0', '.']).len();
    let year = number.len() == 4 && matches!(number.as_bytes()[0], b'1' | b'2');
    let plain = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (plain && !year && digits >= TELLING_DIGITS + padding).then_some(number)
}

/// Of fewer digits two texts on different matters often have the same number.
const TELLING_DIGITS: usize = 4;

/// In bytes: "Mr", "Li" and "UN" tell too little.
const SHORTEST: usize = 3;

/// What begins with a capital in texts on any matter.
fn everywhere() -> Class {
    Class::TITLE
        | Class::CALENDAR
        | Class::OPENER
        | Class::COMMON
        | Class::BODY
        | Class::FIELD
        | Class::LEGAL
        | Class::OFFICE
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::mentions;
    use crate::source::file::File;
    use crate::source::read::{Format, document};

    #[test]
    fn words_with_capitals_are_mentions() {
        let check = |text: &str, expected: &str| {
            let document = document(Arc::new(File::new("a", text)), Format::Markdown);
            let words: Vec<String> = mentions(&document)
                .into_iter()
                .map(|mention| {
                    let known = if mention.known { "*" } else { "" };
                    format!("{}{known}{}", mention.word, if mention.sure { "" } else { "?" })
                })
                .collect();
            assert_eq!(words.join(" "), expected, "{text}");
        };
        check("The ferry left Tarmouth for Lisbon on Monday.", "lisbon* tarmouth");
        check("# Storm Leaves Tarmouth\n\nNobody was hurt.", "nobody? storm*? tarmouth?");
        check("Tarmouth slept. The mayor of Tarmouth, President Lund and the Council slept too.", "lund tarmouth");
        check("In March the Harbour Board of Tarmouth met Mr Li.", "tarmouth");
        check("# Storm leaves the mayor of Tarmouth out of work", "storm*? tarmouth");
        check("The quake in Tarmouth, the Geological Survey said, was a 6 by Richter.", "richter* tarmouth");
        check("TARMOUTH, 9 March 2031 - At dusk nobody slept.", "tarmouth");
        check("Of 14,213 boats and 12,000 rafts 365 were built in 2019, said the owner of tram 4517.", "14213 4517");
    }
}
