//! Phrases made ready to run: words as numbers, and each phrase filed under its rarest required word or value.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::by_word::ByWord;
use super::guard_program::{GuardPhrase, GuardProgram};
use super::node::{Node, WordSet};
use super::vocabulary::{Vocabulary, WordId};
use crate::rules::phrase::{Item, Phrase, SlotKind};
use crate::rules::rule::Rules;
use crate::values::value::Kind;

/// What a phrase belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// A claim rule and one of its phrases, by index.
    Claim { rule: u32, phrase: u32 },
    /// An event and one of its cues, by index.
    Cue { event: u32, cue: u32 },
}

/// A phrase split where it is looked for first.
#[derive(Debug)]
pub(super) struct Anchored {
    pub(super) owner: Owner,
    pub(super) left: Box<[Node]>,
    pub(super) anchor: Node,
    pub(super) right: Box<[Node]>,
    /// What stands around these where they are one of several alternatives: they share it, as a few hundred phrases have
    /// thousands of them.
    pub(super) around: Option<Arc<Around>>,
    /// Whether it reads a value made of a number.
    pub(super) asks: bool,
}

/// What stands in a phrase beside several alternatives.
#[derive(Debug)]
pub(super) struct Around {
    pub(super) left: Box<[Node]>,
    pub(super) right: Box<[Node]>,
    /// Whether it reads a value made of a number.
    asks: bool,
}

/// All phrases of all rules.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) vocabulary: Vocabulary,
    pub(super) anchored: Vec<Anchored>,
    /// Indices into `anchored` by the word to look for.
    pub(super) by_word: ByWord<u32>,
    /// Indices into `anchored` by the kind of value to look for, as its discriminant; a slot that accepts several kinds is
    /// under each.
    pub(super) by_kind: Vec<Vec<u32>>,
    pub(super) guards: GuardProgram,
    /// The words that a gap never passes over.
    pub(super) negations: WordSet,
    /// The marks that a gap never passes over.
    pub(super) borders: WordSet,
}

/// A gap that passed over one of these would turn a denial into a claim.
const NEGATIONS: [&str; 9] = ["not", "never", "no", "nor", "neither", "without", "n't", "cannot", "nobody"];

/// A gap stays inside a cell and a clause.
const BORDERS: [&str; 2] = ["|", ";"];

impl Program {
    pub(super) fn compile(rules: &Rules) -> Self {
        let mut compiler = Compiler::new(Vocabulary::new());
        for (word, _) in COMMON {
            compiler.vocabulary.intern(word);
        }
        let mut anchored: Vec<Vec<Anchored>> = Vec::new();
        anchored.resize_with(rules.claims.len() + rules.events.len(), Vec::new);
        let (of_claims, of_events) = anchored.split_at_mut(rules.claims.len());
        // Words get their numbers in order; the phrases of one rule are split while those of the next one are read.
        let guards: Vec<Vec<GuardPhrase>> = rayon::scope(|scope| {
            for ((rule, claim), place) in (0..).zip(&rules.claims).zip(of_claims) {
                let phrases = compiler.all(&claim.phrases);
                scope.spawn(move |_| *place = all_anchored(&phrases, |phrase| Owner::Claim { rule, phrase }));
            }
            for ((event, known), place) in (0..).zip(&rules.events).zip(of_events) {
                let cues = compiler.all(&known.cues);
                scope.spawn(move |_| *place = all_anchored(&cues, |cue| Owner::Cue { event, cue }));
            }
            rules.guards.iter().map(|guard| guard.phrases.iter().map(|p| compiler.guard(p)).collect()).collect()
        });
        let mut all = Vec::with_capacity(anchored.iter().map(Vec::len).sum());
        anchored.into_iter().for_each(|of_one| all.extend(of_one));
        let anchored: Vec<Anchored> = all;
        let mut vocabulary = compiler.vocabulary;
        let negations = WordSet::of(NEGATIONS.iter().map(|word| vocabulary.intern(word)));
        let borders = WordSet::of(BORDERS.iter().map(|word| vocabulary.intern(word)));
        let words = vocabulary.len();
        let (guards, (by_word, by_kind)) = rayon::join(|| GuardProgram::new(guards, words), || filed(&anchored, words));
        Self { vocabulary, anchored, by_word, by_kind, guards, negations, borders }
    }

    /// A phrase whole, its items made ready to run one by one; all of its words get numbers.
    pub(super) fn whole(&mut self, phrase: &Phrase) -> Vec<Node> {
        let mut compiler = Compiler::new(std::mem::take(&mut self.vocabulary));
        let nodes = compiler.nodes(&phrase.items);
        self.vocabulary = compiler.vocabulary;
        nodes
    }
}

/// Whether a word is too frequent to tell anything.
pub(super) fn is_common(word: WordId) -> bool {
    (1..=COMMON.len() as WordId).contains(&word)
}

struct Compiler {
    vocabulary: Vocabulary,
    /// What the items of lists and choices came to, by the address at which the items lie, and by the slot of a choice.
    lists: FxHashMap<(usize, usize), Node>,
}

impl Compiler {
    fn new(vocabulary: Vocabulary) -> Self {
        Self { vocabulary, lists: FxHashMap::default() }
    }

    fn guard(&mut self, phrase: &Phrase) -> GuardPhrase {
        let here = phrase.items.iter().position(|item| *item == Item::Here);
        let (before, after) = match here {
            Some(at) => (&phrase.items[..at], &phrase.items[at + 1..]),
            None => (&phrase.items[..], &[][..]),
        };
        GuardPhrase { before: self.nodes(before).into(), after: self.nodes(after).into(), anywhere: here.is_none() }
    }

    fn all(&mut self, phrases: &[Phrase]) -> Vec<Vec<Node>> {
        phrases.iter().map(|phrase| self.nodes(&phrase.items)).collect()
    }

    fn nodes(&mut self, items: &[Item]) -> Vec<Node> {
        items.iter().filter_map(|item| self.node(item)).collect()
    }

    fn node(&mut self, item: &Item) -> Option<Node> {
        // A list stands in many phrases, each time the same one.
        let list = match item {
            Item::Word(words) if Arc::strong_count(words.joined()) > 1 => (Arc::as_ptr(words.joined()).addr(), 0),
            Item::Either(alternatives) if Arc::strong_count(alternatives) > 1 => (Arc::as_ptr(alternatives).addr(), 0),
            Item::Choice { slot, alternatives } => (Arc::as_ptr(alternatives).addr(), *slot),
            _ => return self.new_node(item),
        };
        if let Some(node) = self.lists.get(&list) {
            return Some(node.clone());
        }
        let node = self.new_node(item)?;
        self.lists.insert(list, node.clone());
        Some(node)
    }

    fn new_node(&mut self, item: &Item) -> Option<Node> {
        Some(match item {
            Item::Word(words) => Node::Word(WordSet::of(words.iter().map(|word| self.vocabulary.intern(word)))),
            Item::Mark(mark) => Node::Word(WordSet::One(self.vocabulary.intern(mark.encode_utf8(&mut [0; 4])))),
            Item::Border => Node::Word(WordSet::One(self.vocabulary.intern("|"))),
            Item::Gap(words) => Node::Gap(*words),
            Item::Slot { slot, kind } => Node::Slot { slot: *slot as u32, kind: *kind },
            Item::Optional(items) => Node::Optional(self.nodes(items).into()),
            Item::Either(alternatives) => {
                Node::Either(Arc::new(alternatives.iter().map(|items| self.nodes(items).into()).collect()))
            }
            Item::Choice { slot, alternatives } => {
                let slot = *slot as u32;
                let alternative = |(name, items): &(String, Vec<Item>)| {
                    let end = Node::ChoiceEnd { slot, name: name.as_str().into() };
                    std::iter::once(Node::ChoiceStart { slot }).chain(self.nodes(items)).chain([end]).collect()
                };
                Node::Either(Arc::new(alternatives.iter().map(alternative).collect()))
            }
            Item::Here => return None,
        })
    }
}

/// Phrases, each split at its rarest required part; one with alternatives there is split for each of them.
fn all_anchored(phrases: &[Vec<Node>], owner: impl Fn(u32) -> Owner) -> Vec<Anchored> {
    let mut anchored = Vec::new();
    for (phrase, nodes) in (0..).zip(phrases) {
        anchor(&[Piece::of(nodes)], owner(phrase), None, &mut anchored);
    }
    anchored
}

/// Indices into the phrases by the word to look for, of which there are `words`, and by the kind of value.
fn filed(anchored: &[Anchored], words: usize) -> (ByWord<u32>, Vec<Vec<u32>>) {
    let mut by_word = Vec::new();
    let mut by_kind = vec![Vec::new(); Kind::ALL.len()];
    for (at, phrase) in (0..).zip(anchored) {
        match &phrase.anchor {
            Node::Word(words) => by_word.extend(words.words().iter().map(|&word| (word, at))),
            Node::Slot { kind: SlotKind::Value(kind), .. } => {
                for other in Kind::ALL.into_iter().filter(|&other| kind.accepts(other)) {
                    by_kind[other as usize].push(at);
                }
            }
            _ => {}
        }
    }
    (ByWord::of(words, by_word), by_kind)
}

/// Some of the nodes of a phrase, side by side.
#[derive(Clone, Copy)]
struct Piece<'n> {
    nodes: &'n [Node],
    /// The cost and the index of the rarest of them.
    rarest: Option<(u64, usize)>,
    /// Whether one of them asks for a number.
    asks: bool,
}

impl<'n> Piece<'n> {
    fn of(nodes: &'n [Node]) -> Self {
        let costs = nodes.iter().enumerate().filter_map(|(at, node)| Some((cost(node)?, at)));
        Self { nodes, rarest: costs.min(), asks: nodes.iter().any(Node::asks_for_number) }
    }
}

fn anchor(pieces: &[Piece<'_>], owner: Owner, around: Option<&Arc<Around>>, anchored: &mut Vec<Anchored>) {
    let rarest = pieces.iter().enumerate().filter_map(|(at, piece)| Some((piece.rarest?, at)));
    // The loader refuses a phrase with nothing but optional parts and gaps.
    let Some(((_, place), at)) = rarest.min_by_key(|((cost, _), at)| (*cost, *at)) else { return };
    let (before, piece, behind) = (&pieces[..at], &pieces[at], &pieces[at + 1..]);
    let (left, middle, right) = (&piece.nodes[..place], &piece.nodes[place], &piece.nodes[place + 1..]);
    let asks = |pieces: &[Piece<'_>]| pieces.iter().any(|piece| piece.asks);
    if let Node::Either(either) = middle {
        let mut pieces = [before, &[Piece::of(left), Piece::of(&[]), Piece::of(right)], behind].concat();
        match around {
            // The rarest part of an alternative is rarer than all that stands around the alternatives.
            None => {
                let (left, right) = (joined(before, left, &[]), joined(&[], right, behind));
                let around = Arc::new(Around { left, right, asks: asks(&pieces) });
                either.all.iter().for_each(|nodes| anchor(&[Piece::of(nodes)], owner, Some(&around), anchored));
            }
            Some(_) => {
                for alternative in &either.all {
                    pieces[at + 1] = Piece::of(alternative);
                    anchor(&pieces, owner, around, anchored);
                }
            }
        }
        return;
    }
    anchored.push(Anchored {
        owner,
        left: joined(before, left, &[]),
        anchor: middle.clone(),
        right: joined(&[], right, behind),
        around: around.cloned(),
        asks: asks(pieces) || around.is_some_and(|around| around.asks),
    });
}

/// How often a required part stands in prose, roughly, in ten-thousandths of all words; `None` for what may be missing.
fn cost(node: &Node) -> Option<u64> {
    let rarest = |nodes: &[Node]| nodes.iter().filter_map(cost).min();
    match node {
        Node::Word(words) => Some(words.words().iter().map(|&id| frequency(id)).sum()),
        Node::Slot { kind: SlotKind::Value(kind), .. } => Some(kind_frequency(*kind)),
        Node::Either(either) => either.all.iter().map(|nodes| rarest(nodes)).sum(),
        Node::Slot { .. } | Node::Gap(_) | Node::Optional(_) | Node::ChoiceStart { .. } | Node::ChoiceEnd { .. } => {
            None
        }
    }
}

fn frequency(id: WordId) -> u64 {
    // The common words were given the first numbers.
    COMMON.get(id as usize - 1).map_or(1, |&(_, frequency)| frequency)
}

fn joined(before: &[Piece<'_>], nodes: &[Node], behind: &[Piece<'_>]) -> Box<[Node]> {
    let count = |pieces: &[Piece<'_>]| pieces.iter().map(|piece| piece.nodes.len()).sum::<usize>();
    let mut all = Vec::with_capacity(count(before) + nodes.len() + count(behind));
    before.iter().for_each(|piece| all.extend_from_slice(piece.nodes));
    all.extend_from_slice(nodes);
    behind.iter().for_each(|piece| all.extend_from_slice(piece.nodes));
    all.into()
}

/// How often values of a kind stand in news, in ten-thousandths of all words, counted by eye and only used to choose
/// where to look first.
fn kind_frequency(kind: Kind) -> u64 {
    match kind {
        Kind::Person => 300,
        Kind::Count | Kind::Number | Kind::Amount => 150,
        Kind::Org => 100,
        Kind::Date => 90,
        Kind::Place => 80,
        Kind::Country | Kind::Demonym => 60,
        Kind::Ordinal | Kind::Office => 40,
        Kind::Duration | Kind::Weekday => 30,
        Kind::Identifier
        | Kind::Code
        | Kind::Money
        | Kind::Percent
        | Kind::Quantity
        | Kind::Range
        | Kind::Time
        | Kind::Age => 15,
    }
}

/// Words too frequent to look for where a phrase has another, with their share of English prose in ten-thousandths.
const COMMON: [(&str, u64); 44] = [
    ("the", 600),
    (",", 500),
    (".", 500),
    ("of", 300),
    ("to", 260),
    ("and", 260),
    ("a", 230),
    ("in", 210),
    ("'s", 90),
    ("that", 100),
    ("for", 95),
    ("is", 90),
    ("on", 80),
    ("was", 80),
    ("with", 70),
    ("said", 60),
    ("as", 60),
    ("at", 60),
    ("by", 60),
    ("it", 60),
    ("from", 50),
    ("he", 50),
    ("his", 45),
    ("has", 40),
    ("be", 40),
    ("are", 40),
    ("have", 40),
    ("an", 40),
    ("were", 35),
    ("will", 30),
    ("their", 30),
    ("its", 30),
    ("her", 25),
    ("had", 30),
    ("been", 25),
    ("or", 25),
    ("which", 25),
    ("they", 25),
    ("not", 25),
    ("-", 80),
    ("\"", 60),
    ("(", 30),
    (")", 30),
    ("|", 60),
];
