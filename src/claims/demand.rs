//! Which sentences need their numbers read: most phrases ask for none, and reading every number of a text costs more than
//! trying all phrases.

use super::node::{Node, asks_for_number, is_time};
use super::program::Program;
use super::vocabulary::WordId;
use crate::rules::phrase::SlotKind;
use crate::rules::rule::{Parts, Rules};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::values::value::{Kind, Reading};

/// What in a sentence makes some phrase ask for a value made of a number.
#[derive(Debug)]
pub(super) struct Demand {
    /// Some phrase is looked for by such a value itself, or by a name: no sentence can be left out.
    always: bool,
    /// Some rule gathers parts from tables.
    tables: bool,
    /// Some rule gathers parts from lists.
    lists: bool,
    /// By the number of a word.
    words: Vec<bool>,
    /// By the kind of a reading, as its discriminant.
    kinds: Vec<bool>,
}

impl Demand {
    pub(super) fn of(rules: &Rules, program: &Program) -> Self {
        let words = program.vocabulary.len() + 1;
        let gathers =
            |parts: &[Parts]| rules.claims.iter().any(|rule| rule.parts.is_some_and(|one| parts.contains(&one)));
        let tables = gathers(&[Parts::Column, Parts::Bottom, Parts::Row, Parts::Headed]);
        let lists = gathers(&[Parts::Items, Parts::Lines]);
        let mut demand =
            Self { always: false, tables, lists, words: vec![false; words], kinds: vec![false; Kind::ALL.len()] };
        let regexes = rules.claims.iter().flat_map(|rule| &rule.regexes).flat_map(|regex| &regex.groups);
        demand.always = regexes.into_iter().any(|(_, _, kind)| asks_for_number(*kind));
        for phrase in &program.anchored {
            if !phrase.asks {
                continue;
            }
            match &phrase.anchor {
                Node::Word(ids) => ids.words().iter().for_each(|&id| demand.words[id as usize] = true),
                Node::Slot { kind: SlotKind::Value(kind), .. } if is_time(*kind) => {
                    let accepted = Kind::ALL.into_iter().filter(|other| kind.accepts(*other));
                    accepted.for_each(|other| demand.kinds[other as usize] = true);
                }
                _ => demand.always = true,
            }
        }
        demand
    }

    /// For each sentence whether its numbers are asked for; `readings` are those of dates and times.
    pub(super) fn sentences(&self, document: &Document, words: &[WordId], readings: &[Reading]) -> Vec<bool> {
        let mut wanted = vec![self.always; document.sentences().len()];
        if self.always {
            return wanted;
        }
        for (sentence, wanted) in document.sentences().iter().zip(&mut wanted) {
            let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
            let laid_out = match document.block_of(sentence).kind {
                BlockKind::Row { .. } => self.tables,
                BlockKind::Item => self.lists,
                BlockKind::Paragraph | BlockKind::Heading => false,
            };
            *wanted = laid_out || words[tokens].iter().any(|&word| self.words[word as usize]);
        }
        for reading in readings.iter().filter(|reading| self.kinds[reading.kind as usize]) {
            wanted[document.sentence_at(reading.tokens.start as usize)] = true;
        }
        wanted
    }
}
