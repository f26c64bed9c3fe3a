//! From the tree of a phrase to what the engine matches: words are cut into tokens, lists and choices written out.

use std::borrow::Cow;
use std::ops::Range;

use super::fault::{Fault, Purpose};
use super::phrase::{Item, Part, SlotKind, Words};
use super::phrase_tree::{Node, NodeKind, Rejected, is_name};
use super::slot_table::SlotTable;
use super::vocabulary::{Known, Vocabulary};
use crate::source::token::{TokenKind, Tokens};

/// How many spellings the brackets glued to one word may make.
const MOST_SPELLINGS: usize = 256;

/// A phrase that was read.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// What it matches.
    pub(super) items: Vec<Item>,
    /// The words of the phrase for these items.
    pub(super) parts: Vec<Part>,
}

impl Parsed {
    fn add(&mut self, written: Range<usize>, items: Vec<Item>) {
        let first = self.items.len();
        if first == 0 {
            self.items = items;
        } else {
            self.items.extend(items);
        }
        self.parts.push(Part { written, items: first..self.items.len() });
    }
}

/// What matches a phrase that is one plain word, as most items of lists are.
pub(super) fn one_word(written: &str) -> Option<Item> {
    plain_word(written).map(|word| word_item(&word))
}

/// What turns nodes into items.
pub(super) struct Lowering<'a> {
    /// What the phrase is for.
    pub(super) purpose: Purpose,
    /// The lists and choices that it can refer to.
    pub(super) vocabulary: &'a Vocabulary,
    /// The slots that it fills are added here.
    pub(super) slots: &'a mut SlotTable,
    /// What is wrong is added here.
    pub(super) rejected: &'a mut Rejected,
}

impl Lowering<'_> {
    /// The items of a sequence, in pieces, each with the bytes of the phrase that it was read from; `glued` tells whether it
    /// follows something without a blank.
    pub(super) fn parts(&mut self, nodes: &[Node<'_>], mut glued: bool) -> Parsed {
        // A blank stands between most nodes.
        let mut parsed = Parsed { items: Vec::new(), parts: Vec::with_capacity(nodes.len().div_ceil(2)) };
        let mut at = 0;
        while let Some(node) = nodes.get(at) {
            let run = nodes[at..].iter().take_while(|node| is_plain(node)).count();
            if run > 0 {
                let run = &nodes[at..at + run];
                let whole = node.at.start..run.last().map_or(node.at.end, |last| last.at.end);
                parsed.add(whole, self.run(run, glued));
                at += run.len();
                glued = true;
                continue;
            }
            at += 1;
            let fault = match &node.kind {
                NodeKind::Blank => {
                    glued = false;
                    continue;
                }
                NodeKind::Gap(words) => Ok(vec![Item::Gap(*words)]),
                NodeKind::Border => Ok(vec![Item::Border]),
                NodeKind::Here if matches!(self.purpose, Purpose::Guard) => Ok(vec![Item::Here]),
                NodeKind::Here => Err(Fault::HereOutsideGuard { purpose: self.purpose }),
                NodeKind::List(name) => match self.vocabulary.list(name) {
                    Known::Valid(items) => Ok(items),
                    Known::Faulty => {
                        self.rejected.needs.push((node.at.clone(), format!("the list `{name}`")));
                        Ok(Vec::new())
                    }
                    Known::Not => {
                        Err(Fault::UnknownList { name: (*name).to_owned(), known: self.vocabulary.list_names() })
                    }
                },
                NodeKind::Slot { name, of } => self.slot(name, *of, &node.at),
                NodeKind::Group { optional, alternatives } => Ok(self.group(*optional, alternatives, glued)),
                NodeKind::Text(_) | NodeKind::Words { .. } => Ok(Vec::new()),
            };
            glued = true;
            match fault {
                Ok(found) => parsed.add(node.at.clone(), found),
                Err(fault) => self.rejected.faults.push((node.at.clone(), fault)),
            }
        }
        parsed
    }

    fn items(&mut self, nodes: &[Node<'_>], glued: bool) -> Vec<Item> {
        self.parts(nodes, glued).items
    }

    fn slot(&mut self, name: &str, of: Option<&str>, at: &Range<usize>) -> Result<Vec<Item>, Fault> {
        if !is_name(name) || of == Some("") {
            return Ok(Vec::new());
        }
        if !matches!(self.purpose, Purpose::Claim) {
            return Err(Fault::SlotOutsideClaim { slot: name.to_owned(), purpose: self.purpose });
        }
        let (slot, of) = self.slots.fill(name, of, self.vocabulary)?;
        if of.kind != SlotKind::Choice {
            return Ok(vec![Item::Slot { slot, kind: of.kind }]);
        }
        match self.vocabulary.choice(&of.name) {
            Known::Valid(alternatives) => Ok(vec![Item::Choice { slot, alternatives }]),
            Known::Faulty | Known::Not => {
                self.rejected.needs.push((at.clone(), format!("the choice `{}`", of.name)));
                Ok(Vec::new())
            }
        }
    }

    fn group(&mut self, optional: bool, alternatives: &[Vec<Node<'_>>], glued: bool) -> Vec<Item> {
        let items = either(alternatives.iter().map(|nodes| self.items(nodes, glued)).collect());
        if optional { vec![Item::Optional(items.into())] } else { items }
    }

    /// Words and the brackets glued to them.
    fn run(&mut self, nodes: &[Node<'_>], glued: bool) -> Vec<Item> {
        // Nearly all runs are one word or one bracket.
        if let [Node { kind: NodeKind::Text(text), .. }] = nodes {
            return tokens(text, glued);
        }
        if let [Node { kind: NodeKind::Words { optional, words }, .. }] = nodes {
            let set = Item::Word(folded_set(words));
            return vec![if *optional { Item::Optional([set].into()) } else { set }];
        }
        if let [Node { kind: NodeKind::Group { optional, alternatives }, .. }] = nodes {
            return self.group(*optional, alternatives, glued);
        }
        let mut spellings = Vec::new();
        if !spell(nodes, &mut vec![String::new()], &mut spellings) {
            let at = nodes[0].at.start..nodes[nodes.len() - 1].at.end;
            self.rejected.faults.push((at, Fault::TooManySpellings { most: MOST_SPELLINGS }));
        }
        let can_be_empty = spellings.iter().any(String::is_empty);
        spellings.retain(|spelling| !spelling.is_empty());
        let items = either(spellings.iter().map(|spelling| tokens(spelling, glued)).collect());
        if can_be_empty { vec![Item::Optional(items.into())] } else { items }
    }
}

/// Whether a node is words alone, so that what is glued to it makes one spelling with it.
fn is_plain(node: &Node<'_>) -> bool {
    match &node.kind {
        NodeKind::Text(_) | NodeKind::Words { .. } => true,
        NodeKind::Group { alternatives, .. } => alternatives
            .iter()
            .all(|nodes| nodes.iter().all(|node| matches!(node.kind, NodeKind::Blank) || is_plain(node))),
        _ => false,
    }
}

/// Every spelling of a sequence of plain nodes, each begun by one of `heads`; false where there are too many.
fn spell(nodes: &[Node<'_>], heads: &mut Vec<String>, spellings: &mut Vec<String>) -> bool {
    for node in nodes {
        let mut tails = Vec::new();
        let optional = match &node.kind {
            NodeKind::Text(text) => {
                heads.iter_mut().for_each(|head| head.push_str(text));
                continue;
            }
            NodeKind::Words { optional, words } => {
                tails.extend(words.iter().map(|&word| word.to_owned()));
                optional
            }
            NodeKind::Group { optional, alternatives } => {
                for alternative in alternatives {
                    if !spell(alternative, &mut vec![String::new()], &mut tails) {
                        return false;
                    }
                }
                optional
            }
            _ => {
                heads.iter_mut().for_each(|head| head.push(' '));
                continue;
            }
        };
        if *optional {
            tails.insert(0, String::new());
        }
        if heads.len() * tails.len() > MOST_SPELLINGS {
            return false;
        }
        *heads = heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))).collect();
    }
    spellings.append(heads);
    true
}

/// The tokens of literal words. A possessive that is glued to a slot is cut as if the slot were a word.
fn tokens(words: &str, glued: bool) -> Vec<Item> {
    // Nearly all of them are one word.
    if let Some(word) = one_word(words) {
        return vec![word];
    }
    let possessive = glued && words.starts_with(['\'', '’']);
    let text = if possessive { format!("x{words}") } else { words.to_owned() };
    let tokens = Tokens::of(&text);
    let item = |at: usize| match tokens.list()[at].kind {
        TokenKind::Mark => Item::Mark(tokens.word(at).chars().next().unwrap_or(' ')),
        TokenKind::Word | TokenKind::Number => word_item(tokens.word(at)),
    };
    (usize::from(possessive)..tokens.list().len()).map(item).collect()
}

/// A word that is letters alone, folded.
fn plain_word(written: &str) -> Option<Cow<'_, str>> {
    let plain = !written.is_empty() && written.bytes().all(|byte| byte.is_ascii_alphabetic());
    let small = || written.bytes().all(|byte| byte.is_ascii_lowercase());
    plain.then(|| if small() { written.into() } else { written.to_ascii_lowercase().into() })
}

/// One of several words of letters, folded.
fn folded_set(words: &[&str]) -> Words {
    if words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_uppercase())) {
        let folded: Vec<String> = words.iter().map(|word| word.to_ascii_lowercase()).collect();
        return Words::of(folded.iter().map(String::as_str).collect());
    }
    Words::of(words.to_vec())
}

fn word_item(folded: &str) -> Item {
    Item::Word(Words::one(folded))
}

/// One of several: single words are made one set, what is there twice is dropped, brackets in brackets are opened.
pub(super) fn either(alternatives: Vec<Vec<Item>>) -> Vec<Item> {
    let mut words: Vec<Words> = Vec::new();
    let mut place_of_words = None;
    let mut kept: Vec<Vec<Item>> = Vec::new();
    let mut waiting: Vec<Vec<Item>> = alternatives.into_iter().rev().collect();
    while let Some(alternative) = waiting.pop() {
        match <[Item; 1]>::try_from(alternative) {
            Ok([Item::Word(more)]) => {
                words.push(more);
                place_of_words.get_or_insert(kept.len());
            }
            Ok([Item::Either(inner)]) => waiting.extend(inner.iter().rev().cloned()),
            Ok([item]) => keep(vec![item], &mut kept),
            Err(items) => keep(items, &mut kept),
        }
    }
    if let Some(place) = place_of_words {
        kept.insert(place, vec![Item::Word(Words::of(words.iter().flat_map(Words::iter).collect()))]);
    }
    match <[Vec<Item>; 1]>::try_from(kept) {
        Ok([items]) => items,
        Err(kept) if kept.is_empty() => Vec::new(),
        Err(kept) => vec![Item::Either(kept.into())],
    }
}

fn keep(alternative: Vec<Item>, kept: &mut Vec<Vec<Item>>) {
    if !kept.contains(&alternative) {
        kept.push(alternative);
    }
}
