//! Matching a phrase around a place in a document, to the left and to the right.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::guard_program::Filed;
use super::index::ReadingIndex;
use super::node::{Node, WordSet};
use super::program::{Anchored, Program};
use super::vocabulary::WordId;
use crate::rules::phrase::SlotKind;
use crate::source::document::Document;
use crate::source::token::TokenKind;
use crate::values::value::Kind;

/// What a phrase matched.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Match {
    /// All of its tokens.
    pub(super) tokens: Range<usize>,
    /// What filled its slots, at most one capture a slot.
    pub(super) captures: Vec<Capture>,
}

/// What filled a slot.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Capture {
    pub(super) slot: u32,
    pub(super) tokens: Range<usize>,
    pub(super) content: Content,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    /// A value, by its index among the document's readings.
    Reading(u32),
    /// The name of one of a choice's alternatives; `None` until its words are matched to the end that tells it.
    Choice(Option<Arc<str>>),
    /// The words themselves, folded.
    Words,
    /// The words themselves, as written.
    Name,
    /// A word that stands for a person whom the text has named.
    Pronoun,
}

/// A document as phrases see it.
#[derive(Clone, Copy)]
pub(super) struct Matcher<'a> {
    pub(super) document: &'a Document,
    pub(super) program: &'a Program,
    pub(super) words: &'a [WordId],
    pub(super) readings: &'a ReadingIndex<'a>,
    pub(super) at_need: &'a AtNeed,
}

/// What is told of a document when it is first asked.
#[derive(Debug, Default)]
pub(super) struct AtNeed {
    /// The tokens that are quotation marks.
    quotes: OnceCell<Vec<u32>>,
    /// Where phrases of guards that count anywhere may begin: the list of each sentence ends where the next one begins.
    opened: OnceCell<(Vec<Opening>, Vec<u32>)>,
}

/// A word that may open a phrase of a guard that counts anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Opening {
    pub(super) guard: u32,
    pub(super) phrase: u32,
    pub(super) token: u32,
}

/// How many words `{…:words}` takes at most.
const MOST_WORDS: usize = 4;

/// How many steps one phrase may take around one place, so that gap within gap stays bounded.
const MOST_STEPS: u32 = 20_000;

impl Matcher<'_> {
    /// The tokens that are quotation marks, in order.
    pub(super) fn quotes(&self) -> &[u32] {
        let document = self.document;
        let marks = document.tokens().iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Mark);
        let quotes = || marks.map(|(at, _)| at as u32).filter(|&at| document.word(at as usize) == "\"").collect();
        self.at_need.quotes.get_or_init(quotes)
    }

    /// Where in a sentence phrases of guards that count anywhere may begin; sorted.
    pub(super) fn opened(&self, sentence: usize) -> &[Opening] {
        let (openings, starts) = self.at_need.opened.get_or_init(|| self.openings());
        &openings[starts[sentence] as usize..starts[sentence + 1] as usize]
    }

    fn openings(&self) -> (Vec<Opening>, Vec<u32>) {
        let (mut openings, mut starts) = (Vec::new(), vec![0]);
        for sentence in self.document.sentences() {
            let first = openings.len();
            for token in sentence.tokens.clone() {
                for &Filed { guard, phrase, .. } in self.program.guards.opened_by.at(self.words[token as usize]) {
                    openings.push(Opening { guard, phrase, token });
                }
            }
            openings[first..].sort_unstable();
            starts.push(openings.len() as u32);
        }
        (openings, starts)
    }

    /// Matches a phrase whose anchor word is the token at `at`, inside the sentence `within`.
    pub(super) fn around_word(&self, phrase: &Anchored, at: usize, within: &Range<usize>) -> Option<Match> {
        self.around(phrase, at..at + 1, within, None)
    }

    /// Matches a phrase whose anchor slot is filled by a reading, inside the sentence `within`.
    pub(super) fn around_reading(&self, phrase: &Anchored, reading: u32, within: &Range<usize>) -> Option<Match> {
        let Node::Slot { slot, .. } = phrase.anchor else { return None };
        let tokens = token_range(self.readings, reading);
        let capture = Capture { slot, tokens: tokens.clone(), content: Content::Reading(reading) };
        self.around(phrase, tokens, within, Some(capture))
    }

    /// Where the nodes match up to the token before `at`, inside `within`: the first token.
    pub(super) fn before(&self, nodes: &[Node], at: usize, within: Range<usize>) -> Option<usize> {
        if !self.stands_before(nodes, &[], at) {
            return None;
        }
        Run::new(self, within, false).go(nodes, None, at)
    }

    /// Where the nodes match from the token at `at`, inside `within`: the token behind the last.
    pub(super) fn after(&self, nodes: &[Node], at: usize, within: Range<usize>) -> Option<usize> {
        if !self.stands_behind(nodes, &[], at) {
            return None;
        }
        Run::new(self, within, true).go(nodes, None, at)
    }

    /// Whether one of some words stands among tokens with at most so many words before it.
    fn is_near(&self, tokens: impl Iterator<Item = usize>, gap: u32, asked: &WordSet) -> bool {
        let mut passed = 0;
        for at in tokens {
            if asked.holds(self.words[at]) {
                return true;
            }
            passed += u32::from(self.document.tokens()[at].kind != TokenKind::Mark);
            if passed > gap {
                return false;
            }
        }
        false
    }

    fn around(
        &self,
        phrase: &Anchored,
        anchor: Range<usize>,
        within: &Range<usize>,
        capture: Option<Capture>,
    ) -> Option<Match> {
        let around = phrase.around.as_deref();
        let (before, behind) = around.map_or((&[][..], &[][..]), |around| (&*around.left, &*around.right));
        if !self.stands_before(&phrase.left, before, anchor.start)
            || !self.stands_behind(&phrase.right, behind, anchor.end)
        {
            return None;
        }
        if anchor.start < within.start || anchor.end > within.end {
            return None;
        }
        let then = |nodes| around.map(|_| Rest { nodes, then: None });
        let mut left = Run::new(self, within.clone(), false);
        let start = left.go(&phrase.left, then(before).as_ref(), anchor.start)?;
        let mut right = Run::new(self, within.clone(), true);
        let end = right.go(&phrase.right, then(behind).as_ref(), anchor.end)?;
        // One list for all: those of the left came from the right.
        let mut captures = left.captures;
        captures.reverse();
        captures.extend(capture);
        if captures.is_empty() {
            captures = right.captures;
        } else {
            captures.append(&mut right.captures);
        }
        merge(&mut captures);
        Some(Match { tokens: start..end, captures })
    }

    /// Whether the last of the nodes that must be there, of those in `before` and `nodes`, can end where it has to, with the
    /// token at `at` behind them all: rules out nine attempts in ten.
    fn stands_before(&self, nodes: &[Node], before: &[Node], at: usize) -> bool {
        let Some((last, rest)) = nodes.split_last() else {
            return before.is_empty() || self.stands_before(before, &[], at);
        };
        match last {
            Node::Word(words) => at > 0 && words.holds(self.words[at - 1]),
            &Node::Slot { kind: kind @ SlotKind::Value(_), .. } => self.readings.ending(at, kind).next().is_some(),
            Node::Either(either) => match either.closes() {
                Some(words) => at > 0 && words.holds(self.words[at - 1]),
                None => either.all.iter().any(|nodes| self.stands_before(nodes, &[], at)),
            },
            Node::Optional(nodes) => self.stands_before(nodes, &[], at) || self.stands_before(rest, before, at),
            Node::ChoiceStart { .. } | Node::ChoiceEnd { .. } => self.stands_before(rest, before, at),
            Node::Gap(gap) => match rest.last().or(before.last()) {
                Some(Node::Word(words)) => self.is_near((0..at).rev(), *gap, words),
                _ => true,
            },
            _ => true,
        }
    }

    /// Whether the first of the nodes and those `behind` them, where it must be there, can begin with the token at `at`.
    fn stands_behind(&self, nodes: &[Node], behind: &[Node], at: usize) -> bool {
        let Some((first, rest)) = nodes.split_first() else {
            return behind.is_empty() || self.stands_behind(behind, &[], at);
        };
        match first {
            Node::Word(words) => self.words.get(at).is_some_and(|&word| words.holds(word)),
            &Node::Slot { kind: kind @ SlotKind::Value(_), .. } => self.readings.starting(at, kind).next().is_some(),
            Node::Either(either) => match either.opens() {
                Some(words) => self.words.get(at).is_some_and(|&word| words.holds(word)),
                None => either.all.iter().any(|nodes| self.stands_behind(nodes, &[], at)),
            },
            Node::Optional(nodes) => self.stands_behind(nodes, &[], at) || self.stands_behind(rest, behind, at),
            Node::ChoiceStart { .. } | Node::ChoiceEnd { .. } => self.stands_behind(rest, behind, at),
            Node::Gap(gap) => match rest.first().or(behind.first()) {
                Some(Node::Word(words)) => self.is_near(at..self.words.len(), *gap, words),
                _ => true,
            },
            _ => true,
        }
    }
}

/// The halves of a choice that was split at an anchor become one; otherwise the first capture of a slot stays.
fn merge(captures: &mut Vec<Capture>) {
    let mut at = 1;
    while at < captures.len() {
        let slot = captures[at].slot;
        let Some(first) = captures[..at].iter().position(|other| other.slot == slot) else {
            at += 1;
            continue;
        };
        let capture = captures.remove(at);
        let other = &mut captures[first];
        if let Content::Choice(name) = &capture.content {
            let start = other.tokens.start.min(capture.tokens.start);
            let end = other.tokens.end.max(capture.tokens.end);
            let named = if name.is_none() { other.content.clone() } else { capture.content };
            *other = Capture { slot, tokens: start..end, content: named };
        }
    }
}

fn token_range(readings: &ReadingIndex<'_>, reading: u32) -> Range<usize> {
    let tokens = &readings.reading(reading).tokens;
    tokens.start as usize..tokens.end as usize
}

/// The nodes still to come behind those at hand.
struct Rest<'a> {
    nodes: &'a [Node],
    then: Option<&'a Rest<'a>>,
}

/// One attempt in one direction.
struct Run<'a> {
    matcher: &'a Matcher<'a>,
    within: Range<usize>,
    forward: bool,
    captures: Vec<Capture>,
    steps: u32,
}

impl<'a> Run<'a> {
    fn new(matcher: &'a Matcher<'a>, within: Range<usize>, forward: bool) -> Self {
        Self { matcher, within, forward, captures: Vec::new(), steps: 0 }
    }

    /// Matches `nodes` and what follows them from the border `at` between two tokens; gives the border reached.
    fn go(&mut self, nodes: &[Node], then: Option<&Rest<'_>>, at: usize) -> Option<usize> {
        self.steps += 1;
        if self.steps > MOST_STEPS {
            return None;
        }
        let split = if self.forward { nodes.split_first() } else { nodes.split_last() };
        let Some((node, rest)) = split else {
            return match then {
                Some(then) => self.go(then.nodes, then.then, at),
                None => Some(at),
            };
        };
        match node {
            Node::Word(words) => {
                let next = self.step(at)?;
                let token = at.min(next);
                if words.holds(self.matcher.words[token]) { self.go(rest, then, next) } else { None }
            }
            Node::Optional(items) => {
                let taken = self.try_on(items, Some(&Rest { nodes: rest, then }), at);
                taken.or_else(|| self.go(rest, then, at))
            }
            Node::Either(either) => {
                either.all.iter().find_map(|items| self.try_on(items, Some(&Rest { nodes: rest, then }), at))
            }
            Node::Gap(most) => self.gap(*most, rest, then, at),
            Node::Slot { slot, kind } => self.slot(*slot, *kind, rest, then, at),
            Node::ChoiceStart { slot } => self.capture(*slot, at..at, Content::Choice(None), rest, then, at),
            Node::ChoiceEnd { slot, name } => {
                self.capture(*slot, at..at, Content::Choice(Some(name.clone())), rest, then, at)
            }
        }
    }

    /// As [`Self::go`], for nodes that more often than not cannot begin here: that is seen without a try.
    fn try_on(&mut self, nodes: &[Node], then: Option<&Rest<'_>>, at: usize) -> Option<usize> {
        let stands = match self.forward {
            true => self.matcher.stands_behind(nodes, &[], at),
            false => self.matcher.stands_before(nodes, &[], at),
        };
        if stands { self.go(nodes, then, at) } else { None }
    }

    /// The border behind the next token in the direction of the run.
    fn step(&self, at: usize) -> Option<usize> {
        if self.forward { (at < self.within.end).then(|| at + 1) } else { (at > self.within.start).then(|| at - 1) }
    }

    /// The shortest gap that works; marks are free, but borders and negations are never passed over.
    fn gap(&mut self, most: u32, rest: &[Node], then: Option<&Rest<'_>>, mut at: usize) -> Option<usize> {
        let mut passed = 0;
        loop {
            if let Some(end) = self.try_on(rest, then, at) {
                return Some(end);
            }
            let next = self.step(at)?;
            let token = at.min(next);
            let program = self.matcher.program;
            let word = self.matcher.words[token];
            if program.negations.holds(word) || program.borders.holds(word) {
                return None;
            }
            if self.matcher.document.tokens()[token].kind != TokenKind::Mark {
                passed += 1;
            }
            if passed > most {
                return None;
            }
            at = next;
        }
    }

    fn slot(&mut self, slot: u32, kind: SlotKind, rest: &[Node], then: Option<&Rest<'_>>, at: usize) -> Option<usize> {
        match kind {
            SlotKind::Value(_) => {
                let readings = self.matcher.readings;
                let starting = self.forward.then(|| readings.starting(at, kind)).into_iter().flatten();
                let ending = (!self.forward).then(|| readings.ending(at, kind)).into_iter().flatten();
                starting.chain(ending).find_map(|reading| {
                    let tokens = token_range(readings, reading);
                    let inside = self.within.start <= tokens.start && tokens.end <= self.within.end;
                    let next = if self.forward { tokens.end } else { tokens.start };
                    if inside { self.capture(slot, tokens, Content::Reading(reading), rest, then, next) } else { None }
                })
            }
            SlotKind::Word | SlotKind::Words | SlotKind::Name => {
                let most = if kind == SlotKind::Word { 1 } else { MOST_WORDS };
                let mut next = at;
                for _ in 0..most {
                    let before = next;
                    next = self.step(before)?;
                    let token = before.min(next);
                    let document = self.matcher.document;
                    if document.tokens()[token].kind == TokenKind::Mark
                        || kind == SlotKind::Name && !document.capital(token)
                    {
                        return None;
                    }
                    if kind == SlotKind::Name && self.name_goes_on(next) {
                        continue;
                    }
                    let tokens = at.min(next)..at.max(next);
                    if kind == SlotKind::Name && self.is_no_name(&tokens) {
                        continue;
                    }
                    let content = if kind == SlotKind::Name { Content::Name } else { Content::Words };
                    if let Some(end) = self.capture(slot, tokens, content, rest, then, next) {
                        return Some(end);
                    }
                }
                None
            }
            SlotKind::Pronoun => {
                let next = self.step(at)?;
                let token = at.min(next);
                let stands = matches!(self.matcher.document.word(token), "he" | "she");
                if stands { self.capture(slot, token..token + 1, Content::Pronoun, rest, then, next) } else { None }
            }
            // The loader writes choices out as alternatives.
            SlotKind::Choice => None,
        }
    }

    /// "In April", "on Monday", "The mayor": what begins with a capital is a date, or opens the sentence.
    fn is_no_name(&self, tokens: &Range<usize>) -> bool {
        let date = |&kind: &Kind| self.matcher.readings.starting(tokens.start, SlotKind::Value(kind)).next().is_some();
        let word = self.matcher.document.word(tokens.start);
        let opener = matches!(word, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "my" | "this");
        (opener && tokens.len() == 1) || [Kind::Date, Kind::Weekday].iter().any(date)
    }

    /// Whether the word behind a border in the direction of the run belongs to the same name.
    fn name_goes_on(&self, at: usize) -> bool {
        self.step(at).is_some_and(|next| self.matcher.document.capital(at.min(next)))
    }

    /// Keeps a capture as long as the rest matches behind it.
    fn capture(
        &mut self,
        slot: u32,
        tokens: Range<usize>,
        content: Content,
        rest: &[Node],
        then: Option<&Rest<'_>>,
        next: usize,
    ) -> Option<usize> {
        let kept = self.captures.len();
        self.captures.push(Capture { slot, tokens, content });
        let end = self.go(rest, then, next);
        if end.is_none() {
            self.captures.truncate(kept);
        }
        end
    }
}
