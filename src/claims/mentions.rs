//! The proper names that a document mentions, word by word: what tells whether two documents speak of one matter.

use std::collections::BTreeMap;

use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::token::TokenKind;
use crate::values::letters::look_up_plain;
use crate::values::vocabulary::{Class, known_words};

/// A word that is likely part of a proper name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// The word in small letters.
    pub word: String,
    /// Whether every newspaper knows it: a part of the name of a listed place, or a word that is also a common noun.
    pub known: bool,
    /// Whether it stands with its capital inside a sentence of running text. Others, which open a sentence or stand in a
    /// heading, are names where another document shows it.
    pub sure: bool,
    /// Whether the document has it more than once, as it has its own subject.
    pub again: bool,
}

/// Every word that begins with a capital, each once, in the order of the alphabet; without the days, months, titles and
/// nouns that stand in capitals everywhere.
pub(super) fn mentions(document: &Document) -> Vec<Mention> {
    let mut found: BTreeMap<&str, Mention> = BTreeMap::new();
    for sentence in document.sentences() {
        let mut sure = false;
        let heading = document.block_of(sentence).kind == BlockKind::Heading;
        let start = sentence.tokens.start as usize;
        let tokens = &document.tokens()[start..sentence.tokens.end as usize];
        for (at, _) in tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word) {
            let inside = std::mem::replace(&mut sure, !heading);
            let at = start + at;
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
                found.insert(word, Mention { word: word.to_owned(), known, sure: inside, again: false });
            }
        }
    }
    found.into_values().collect()
}

/// In bytes: "Mr", "Li" and "UN" tell too little.
const SHORTEST: usize = 3;

/// What begins with a capital in texts on any matter.
fn everywhere() -> Class {
    Class::TITLE | Class::CALENDAR | Class::OPENER | Class::COMMON | Class::BODY | Class::LEGAL | Class::OFFICE
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
    }
}
