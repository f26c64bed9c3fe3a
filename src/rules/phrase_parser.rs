//! Reads phrases: words, brackets, lists, slots, gaps and borders.

use std::ops::Range;

use super::fault::{Fault, Purpose};
use super::phrase::{Item, Part, SlotKind};
use super::slot_table::SlotTable;
use super::vocabulary::{Known, Vocabulary};
use crate::source::token::{TokenKind, Tokens};

/// How many words a gap without a number may hold: a long table cell; a sentence of news rarely has more.
pub(super) const WIDEST_GAP: u32 = 40;
/// How many spellings the brackets glued to one word may make.
const MOST_SPELLINGS: usize = 256;

/// A phrase that cannot be read.
#[derive(Debug, Default)]
pub(super) struct Rejected {
    /// What is wrong, with the bytes of the phrase it is about.
    pub(super) faults: Vec<(Range<usize>, Fault)>,
    /// A list or choice that the phrase needs is faulty itself: the bytes and its name.
    pub(super) needs: Vec<(Range<usize>, String)>,
}

/// A phrase that was read.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// What it matches.
    pub(super) items: Vec<Item>,
    /// The words of the phrase for these items.
    pub(super) parts: Vec<Part>,
}

/// Reads a phrase; slots that it fills are added to `slots`.
pub(super) fn parse(
    written: &str,
    purpose: Purpose,
    vocabulary: &Vocabulary,
    slots: &mut SlotTable,
) -> Result<Parsed, Rejected> {
    let mut parser = Parser { written, at: 0, rejected: Rejected::default() };
    let nodes = parser.sequence(None);
    let mut lowering = Lowering { purpose, vocabulary, slots, rejected: parser.rejected };
    let mut parsed = Parsed::default();
    for (written, items) in lowering.parts(&nodes, false) {
        let first = parsed.items.len();
        parsed.items.extend(items);
        parsed.parts.push(Part { written, items: first..parsed.items.len() });
    }
    let mut rejected = lowering.rejected;
    if rejected.faults.is_empty() {
        check_shape(written, purpose, &nodes, &parsed.items, &mut rejected);
    }
    if rejected.faults.is_empty() && rejected.needs.is_empty() { Ok(parsed) } else { Err(rejected) }
}

/// A part of a phrase as written.
#[derive(Debug)]
struct Node {
    kind: NodeKind,
    at: Range<usize>,
}

#[derive(Debug)]
enum NodeKind {
    Text(String),
    Blank,
    Group { optional: bool, alternatives: Vec<Vec<Node>> },
    List(String),
    Slot { name: String, of: Option<String> },
    Gap(u32),
    Border,
    Here,
}

struct Parser<'a> {
    written: &'a str,
    at: usize,
    rejected: Rejected,
}

impl Parser<'_> {
    fn fault(&mut self, at: Range<usize>, fault: Fault) {
        self.rejected.faults.push((at, fault));
    }

    fn rest(&self) -> &str {
        &self.written[self.at..]
    }

    /// Reads up to the end or, inside a bracket, up to `|` or the closing bracket, which is left where it is.
    fn sequence(&mut self, close: Option<char>) -> Vec<Node> {
        let mut nodes: Vec<Node> = Vec::new();
        while let Some(c) = self.rest().chars().next() {
            let start = self.at;
            if close.is_some() && (c == '|' || Some(c) == close) {
                break;
            }
            let kind = match c {
                _ if self.rest().starts_with("...") => self.gap(),
                '…' => {
                    self.at += c.len_utf8();
                    self.fault(start..self.at, Fault::TypographicGap);
                    NodeKind::Gap(1)
                }
                '[' | '(' => self.group(c),
                ']' | ')' | '}' | '>' => {
                    self.at += 1;
                    self.fault(start..self.at, Fault::StrayBracket { bracket: c });
                    NodeKind::Blank
                }
                '<' => match self.enclosed('>') {
                    Some(name) => NodeKind::List(name),
                    None => NodeKind::Blank,
                },
                '{' => match self.enclosed('}') {
                    Some(inside) => self.slot(&inside, start),
                    None => NodeKind::Blank,
                },
                '|' => {
                    self.at += 1;
                    NodeKind::Border
                }
                '@' => {
                    self.at += 1;
                    NodeKind::Here
                }
                _ if c.is_whitespace() => {
                    self.at += c.len_utf8();
                    NodeKind::Blank
                }
                _ => self.text(),
            };
            nodes.push(Node { kind, at: start..self.at });
        }
        nodes
    }

    fn gap(&mut self) -> NodeKind {
        let start = self.at;
        self.at += 3;
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let number = &self.written[self.at..self.at + digits];
        self.at += digits;
        if number.is_empty() {
            return NodeKind::Gap(WIDEST_GAP);
        }
        let words = number.parse().unwrap_or(u32::MAX);
        if words == 0 || words > WIDEST_GAP {
            self.fault(start..self.at, Fault::GapOutOfRange { written: number.to_owned(), most: WIDEST_GAP });
        }
        NodeKind::Gap(words)
    }

    fn group(&mut self, open: char) -> NodeKind {
        let start = self.at;
        let close = if open == '[' { ']' } else { ')' };
        self.at += 1;
        let mut alternatives = Vec::new();
        loop {
            let from = self.at;
            let nodes = self.sequence(Some(close));
            if nodes.iter().all(|node| matches!(node.kind, NodeKind::Blank)) && self.at < self.written.len() {
                let whole = start..self.at + 1;
                let at =
                    if alternatives.is_empty() && self.rest().starts_with(close) { whole } else { from..self.at + 1 };
                self.fault(at, Fault::EmptyAlternative { optional: open == '[' });
            }
            alternatives.push(nodes);
            let next = self.rest().chars().next();
            self.at += usize::from(next.is_some());
            match next {
                Some('|') => {}
                Some(_) => break,
                None => {
                    self.fault(start..start + 1, Fault::UnclosedBracket { open, close });
                    break;
                }
            }
        }
        NodeKind::Group { optional: open == '[', alternatives }
    }

    /// The words between the bracket at which the parser stands and its partner.
    fn enclosed(&mut self, close: char) -> Option<String> {
        let start = self.at;
        let open = self.rest().chars().next()?;
        let inside = &self.written[start + 1..];
        // A second opening bracket before the closing one tells that the closing one was forgotten.
        let end = inside.find(close).filter(|&end| !inside[..end].contains(['{', '<', '[', '(']));
        let Some(end) = end else {
            self.at += 1;
            self.fault(start..start + 1, Fault::UnclosedBracket { open, close });
            // Reading on behind the name keeps the next fault meaningful.
            self.at += self.rest().find([' ', '{', '<', '[', '(', ')', ']']).unwrap_or(self.rest().len());
            return None;
        };
        self.at = start + end + 2;
        Some(inside[..end].trim().to_owned())
    }

    fn slot(&mut self, inside: &str, start: usize) -> NodeKind {
        let (name, of) = match inside.split_once(':') {
            Some((name, of)) => (name.trim(), Some(of.trim())),
            None => (inside, None),
        };
        if !is_name(name) || of.is_some_and(|of| of.is_empty()) {
            self.fault(start..self.at, Fault::BadSlot { inside: inside.to_owned() });
        }
        NodeKind::Slot { name: name.to_owned(), of: of.map(str::to_owned) }
    }

    fn text(&mut self) -> NodeKind {
        let mut text = String::new();
        while let Some(c) = self.rest().chars().next() {
            if c == '\\' {
                let escaped = self.rest().chars().nth(1);
                let start = self.at;
                self.at += 1 + escaped.map_or(0, char::len_utf8);
                match escaped {
                    Some(escaped) => text.push(escaped),
                    None => self.fault(start..self.at, Fault::LoneBackslash),
                }
            } else if c.is_whitespace() || "[](){}<>|@…".contains(c) || self.rest().starts_with("...") {
                break;
            } else {
                text.push(c);
                self.at += c.len_utf8();
            }
        }
        NodeKind::Text(text)
    }
}

/// Whether a word may name a slot, a list, a rule: letters, digits, hyphens and underscores, a letter first.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Turns nodes into what the engine matches: cuts words into tokens and writes lists out.
struct Lowering<'a> {
    purpose: Purpose,
    vocabulary: &'a Vocabulary,
    slots: &'a mut SlotTable,
    rejected: Rejected,
}

impl Lowering<'_> {
    /// The items of a sequence; `glued` tells whether it follows something without a blank.
    fn items(&mut self, nodes: &[Node], glued: bool) -> Vec<Item> {
        self.parts(nodes, glued).into_iter().flat_map(|(_, items)| items).collect()
    }

    /// The same, each with the bytes of the phrase that it was read from.
    fn parts(&mut self, nodes: &[Node], mut glued: bool) -> Vec<(Range<usize>, Vec<Item>)> {
        let mut parts = Vec::new();
        let mut at = 0;
        while let Some(node) = nodes.get(at) {
            let run = nodes[at..].iter().take_while(|node| is_plain(node)).count();
            if run > 0 {
                let run = &nodes[at..at + run];
                let whole = node.at.start..run.last().map_or(node.at.end, |last| last.at.end);
                parts.push((whole, self.run(run, glued)));
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
                    Known::Not => Err(Fault::UnknownList { name: name.clone(), known: self.vocabulary.list_names() }),
                },
                NodeKind::Slot { name, of } => self.slot(name, of.as_deref(), &node.at),
                NodeKind::Group { optional, alternatives } => {
                    let alternatives = alternatives.iter().map(|nodes| self.items(nodes, glued)).collect();
                    Ok(if *optional { vec![Item::Optional(either(alternatives))] } else { either(alternatives) })
                }
                NodeKind::Text(_) => Ok(Vec::new()),
            };
            glued = true;
            match fault {
                Ok(found) => parts.push((node.at.clone(), found)),
                Err(fault) => self.rejected.faults.push((node.at.clone(), fault)),
            }
        }
        parts
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

    /// Words and the brackets glued to them.
    fn run(&mut self, nodes: &[Node], glued: bool) -> Vec<Item> {
        if let [Node { kind: NodeKind::Group { optional, alternatives }, .. }] = nodes {
            let alternatives = alternatives.iter().map(|nodes| self.items(nodes, glued)).collect();
            return if *optional { vec![Item::Optional(either(alternatives))] } else { either(alternatives) };
        }
        let mut spellings = Vec::new();
        if !spell(nodes, &mut vec![String::new()], &mut spellings) {
            let at = nodes[0].at.start..nodes[nodes.len() - 1].at.end;
            self.rejected.faults.push((at, Fault::TooManySpellings { most: MOST_SPELLINGS }));
        }
        let can_be_empty = spellings.iter().any(String::is_empty);
        spellings.retain(|spelling| !spelling.is_empty());
        let items = either(spellings.iter().map(|spelling| tokens(spelling, glued)).collect());
        if can_be_empty { vec![Item::Optional(items)] } else { items }
    }
}

/// Whether a node is words alone, so that what is glued to it makes one spelling with it.
fn is_plain(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Text(_) => true,
        NodeKind::Group { alternatives, .. } => alternatives
            .iter()
            .all(|nodes| nodes.iter().all(|node| matches!(node.kind, NodeKind::Blank) || is_plain(node))),
        _ => false,
    }
}

/// Every spelling of a sequence of plain nodes, each begun by one of `heads`; false where there are too many.
fn spell(nodes: &[Node], heads: &mut Vec<String>, spellings: &mut Vec<String>) -> bool {
    for node in nodes {
        match &node.kind {
            NodeKind::Text(text) => heads.iter_mut().for_each(|head| head.push_str(text)),
            NodeKind::Group { optional, alternatives } => {
                let mut tails = if *optional { vec![String::new()] } else { Vec::new() };
                for alternative in alternatives {
                    if !spell(alternative, &mut vec![String::new()], &mut tails) {
                        return false;
                    }
                }
                if heads.len() * tails.len() > MOST_SPELLINGS {
                    return false;
                }
                *heads = heads.iter().flat_map(|head| tails.iter().map(move |tail| format!("{head}{tail}"))).collect();
            }
            _ => heads.iter_mut().for_each(|head| head.push(' ')),
        }
    }
    spellings.append(heads);
    true
}

/// The tokens of literal words. A possessive that is glued to a slot is cut as if the slot were a word.
fn tokens(words: &str, glued: bool) -> Vec<Item> {
    // Nearly all of them are one word.
    if words.bytes().all(|byte| byte.is_ascii_alphabetic()) && !words.is_empty() {
        return vec![Item::Word(vec![words.to_ascii_lowercase()])];
    }
    let possessive = glued && words.starts_with(['\'', '’']);
    let text = if possessive { format!("x{words}") } else { words.to_owned() };
    let tokens = Tokens::of(&text);
    let item = |at: usize| match tokens.list()[at].kind {
        TokenKind::Mark => Item::Mark(tokens.word(at).chars().next().unwrap_or(' ')),
        TokenKind::Word | TokenKind::Number => Item::Word(vec![tokens.word(at).to_owned()]),
    };
    (usize::from(possessive)..tokens.list().len()).map(item).collect()
}

/// One of several: single words are made one set, what is there twice is dropped, brackets in brackets are opened.
pub(super) fn either(alternatives: Vec<Vec<Item>>) -> Vec<Item> {
    let mut words: Vec<String> = Vec::new();
    let mut place_of_words = None;
    let mut kept: Vec<Vec<Item>> = Vec::new();
    let mut waiting: Vec<Vec<Item>> = alternatives.into_iter().rev().collect();
    while let Some(alternative) = waiting.pop() {
        match <[Item; 1]>::try_from(alternative) {
            Ok([Item::Word(more)]) => {
                words.extend(more);
                place_of_words.get_or_insert(kept.len());
            }
            Ok([Item::Either(inner)]) => waiting.extend(inner.into_iter().rev()),
            Ok([item]) => keep(vec![item], &mut kept),
            Err(items) => keep(items, &mut kept),
        }
    }
    if let Some(place) = place_of_words {
        words.sort_unstable();
        words.dedup();
        kept.insert(place, vec![Item::Word(words)]);
    }
    match <[Vec<Item>; 1]>::try_from(kept) {
        Ok([items]) => items,
        Err(kept) if kept.is_empty() => Vec::new(),
        Err(kept) => vec![Item::Either(kept)],
    }
}

fn keep(alternative: Vec<Item>, kept: &mut Vec<Vec<Item>>) {
    if !kept.contains(&alternative) {
        kept.push(alternative);
    }
}

/// What no single part can tell: where gaps stand, how many `@`, whether anything must be there at all.
fn check_shape(written: &str, purpose: Purpose, nodes: &[Node], items: &[Item], rejected: &mut Rejected) {
    let whole = 0..written.len();
    let seen: Vec<&Node> = nodes.iter().filter(|node| !matches!(node.kind, NodeKind::Blank)).collect();
    if seen.is_empty() {
        rejected.faults.push((whole, Fault::EmptyPhrase { purpose }));
        return;
    }
    for pair in seen.windows(2) {
        if matches!((&pair[0].kind, &pair[1].kind), (NodeKind::Gap(_), NodeKind::Gap(_))) {
            rejected.faults.push((pair[0].at.start..pair[1].at.end, Fault::GapsInARow));
        }
    }
    // Only here: a bar between two words was meant as "or".
    for triple in nodes.windows(3) {
        let [before, bar, after] = triple else { continue };
        if matches!(
            (&before.kind, &bar.kind, &after.kind),
            (NodeKind::Text(_) | NodeKind::Group { .. }, NodeKind::Border, NodeKind::Text(_) | NodeKind::Group { .. })
        ) {
            let or = written[before.at.start..after.at.end].to_owned();
            rejected.faults.push((bar.at.clone(), Fault::BareBar { or }));
        }
    }
    check_slots(nodes, &mut Vec::new(), rejected);
    if let Some(gap) = edge_gap(&seen, true) {
        rejected.faults.push((gap, Fault::GapAtEdge { start: true }));
    }
    if let Some(gap) = edge_gap(&seen, false) {
        rejected.faults.push((gap, Fault::GapAtEdge { start: false }));
    }
    let here: Vec<&Node> = seen.iter().copied().filter(|node| matches!(node.kind, NodeKind::Here)).collect();
    if let [_, second, ..] = here[..] {
        rejected.faults.push((second.at.clone(), Fault::SecondHere));
    }
    for node in &seen {
        if let Some(at) = here_inside(node) {
            rejected.faults.push((at, Fault::HereInBrackets));
        }
    }
    if rejected.faults.is_empty() && rejected.needs.is_empty() && !items.iter().any(is_certain) {
        rejected.faults.push((whole, Fault::NothingCertain { purpose }));
    }
}

/// A slot holds one value: it cannot stand twice on one way through the phrase. `filled` are the slots before.
fn check_slots<'a>(nodes: &'a [Node], filled: &mut Vec<&'a str>, rejected: &mut Rejected) {
    for node in nodes {
        match &node.kind {
            NodeKind::Slot { name, .. } if filled.contains(&name.as_str()) => {
                rejected.faults.push((node.at.clone(), Fault::SlotTwice { slot: name.clone() }));
            }
            NodeKind::Slot { name, .. } => filled.push(name),
            NodeKind::Group { alternatives, .. } => {
                let before = filled.len();
                let mut inside = Vec::new();
                for alternative in alternatives {
                    check_slots(alternative, filled, rejected);
                    inside.extend(filled.drain(before..));
                }
                filled.extend(inside);
            }
            _ => {}
        }
    }
}

/// A gap that has nothing before it (or, for `start` false, behind it).
fn edge_gap(nodes: &[&Node], start: bool) -> Option<Range<usize>> {
    let edge = if start { nodes.first()? } else { nodes.last()? };
    match &edge.kind {
        NodeKind::Gap(_) => Some(edge.at.clone()),
        NodeKind::Group { alternatives, .. } => alternatives.iter().find_map(|nodes| {
            let seen: Vec<&Node> = nodes.iter().filter(|node| !matches!(node.kind, NodeKind::Blank)).collect();
            edge_gap(&seen, start)
        }),
        _ => None,
    }
}

fn here_inside(node: &Node) -> Option<Range<usize>> {
    let NodeKind::Group { alternatives, .. } = &node.kind else { return None };
    alternatives.iter().flatten().find_map(|inner| match inner.kind {
        NodeKind::Here => Some(inner.at.clone()),
        _ => here_inside(inner),
    })
}

/// Whether the item asks for something definite: a word, a mark, or a value that not every word is.
fn is_certain(item: &Item) -> bool {
    match item {
        Item::Word(_) | Item::Mark(_) | Item::Choice { .. } => true,
        Item::Slot { kind, .. } => matches!(kind, SlotKind::Value(_) | SlotKind::Choice),
        Item::Either(alternatives) => alternatives.iter().all(|items| items.iter().any(is_certain)),
        Item::Border | Item::Gap(_) | Item::Optional(_) | Item::Here => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::rules::faults::Faults;
    use crate::rules::raw::{RawChoice, RawList};
    use crate::rules::text::Text;
    use crate::rules::vocabulary_loader;
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    /// Writes items so that one line tells what an engine matches: words of a set with `/`, marks in quotes, a gap of
    /// three words as `~3`, alternatives in `(… | …)`, what may be missing in `[…]`.
    fn show(items: &[Item], slots: &SlotTable) -> String {
        let all = |alternatives: Vec<String>| alternatives.join(" | ");
        let one = |item: &Item| match item {
            Item::Word(words) => words.join("/"),
            Item::Mark(mark) => format!("'{mark}'"),
            Item::Border => "|".to_owned(),
            Item::Gap(words) => format!("~{words}"),
            Item::Slot { slot, kind: SlotKind::Value(kind) } => {
                format!("{{{}:{}}}", slots.slots()[*slot].name, kind.name())
            }
            Item::Slot { slot, kind } => format!("{{{}:{kind:?}}}", slots.slots()[*slot].name),
            Item::Optional(items) => format!("[{}]", show(items, slots)),
            Item::Either(items) => format!("({})", all(items.iter().map(|items| show(items, slots)).collect())),
            Item::Choice { slot, alternatives } => {
                let named = alternatives.iter().map(|(name, items)| format!("{name}: {}", show(items, slots)));
                format!("{{{} = {}}}", slots.slots()[*slot].name, all(named.collect()))
            }
            Item::Here => "@".to_owned(),
        };
        items.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn vocabulary() -> Vocabulary {
        let text = |value: &str| Text::new(value, "", FileSpan::default());
        let texts = |values: &[&str]| values.iter().map(|value| text(value)).collect();
        let lists = vec![
            RawList { id: text("all"), items: texts(&["<visit>", "<up>"]), broken: false },
            RawList { id: text("visit"), items: texts(&["visit[s]", "tour", "stop over"]), broken: false },
            RawList { id: text("up"), items: texts(&["wrap(ped|s) up"]), broken: false },
        ];
        let stance = vec![(text("pledge"), texts(&["pledg(ed|es)", "will"])), (text("past"), texts(&["ex-"]))];
        let choices = vec![RawChoice { id: text("stance"), alternatives: stance, broken: false }];
        let mut faults = Faults::new(Arc::new(File::new("test", "")));
        let vocabulary = vocabulary_loader::vocabulary(&lists, &choices, &mut faults);
        assert_eq!(faults.count(), 0);
        vocabulary
    }

    fn read(written: &str, purpose: Purpose) -> Result<String, Rejected> {
        let mut slots = SlotTable::default();
        parse(written, purpose, &vocabulary(), &mut slots).map(|parsed| show(&parsed.items, &slots))
    }

    fn check(cases: &[(&str, &str)]) {
        for (written, expected) in cases {
            assert_eq!(read(written, Purpose::Claim).unwrap(), *expected, "{written}");
        }
    }

    #[test]
    fn words_are_cut_like_the_words_of_a_text() {
        check(&[
            ("Prime Minister", "prime minister"),
            ("Japan's PM", "japan 's pm"),
            ("Japan’s PM", "japan 's pm"),
            ("three-day visit", "three '-' day visit"),
            ("U.S. visit", "u.s. visit"),
            ("18,000 people", "18,000 people"),
            ("May 1 , 2025", "may 1 ',' 2025"),
            ("the “plan”", "the '\"' plan '\"'"),
            ("don't", "don't"),
        ]);
    }

    #[test]
    fn brackets_are_optional_or_one_of_several() {
        check(&[
            ("the [state] visit", "the [state] visit"),
            ("[Japan's|Japanese] PM", "[(japan 's | japanese)] pm"),
            ("(prime minister|PM|premier)", "(prime minister | pm/premier)"),
            ("(a|(b|c d)|e)", "(a/b/e | c d)"),
            ("(visit)", "visit"),
            ("(PM|pm)", "pm"),
            ("saw [a (big|small) b]", "saw [a big/small b]"),
            ("met [[a] b]", "met [[a] b]"),
        ]);
    }

    #[test]
    fn brackets_glued_to_a_word_make_its_spellings() {
        check(&[
            ("light[s]", "light/lights"),
            ("[un]real", "real/unreal"),
            ("deploy(ed|s|ing)", "deployed/deploying/deploys"),
            ("mobili(z|s)(ed|es)", "mobilised/mobilises/mobilized/mobilizes"),
            ("Tokyo[, Japan] now", "(tokyo | tokyo ',' japan) now"),
            ("(ex-|former) president", "(ex '-' | former) president"),
            ("ex-(president|PM)", "(ex '-' president | ex '-' pm)"),
            ("met [a|b][c|d] x", "met [a/ac/ad/b/bc/bd/c/d] x"),
        ]);
    }

    #[test]
    fn slots_stand_beside_words_without_a_blank() {
        check(&[
            ("{who:person}'s visit", "{who:person} 's visit"),
            ("{who:person}’s visit", "{who:person} 's visit"),
            ("{who:person}['s] visit", "{who:person} ['s] visit"),
            ("ex-{office}", "ex '-' {office:office}"),
            ("{n:count}%", "{n:count} '%'"),
            ("${n:count}, {what:words} [{w:word}]", "'$' {n:count} ',' {what:Words} [{w:Word}]"),
            ("({a:country}|{a:demonym}) visit", "({a:country} | {a:demonym}) visit"),
        ]);
    }

    #[test]
    fn lists_and_choices_are_written_out() {
        check(&[
            ("<visit> ended", "(tour/visit/visits | stop over) ended"),
            ("(meal|<all>)", "(meal/tour/visit/visits | stop over | wrapped/wraps up)"),
            ("<visit>'s end", "(tour/visit/visits | stop over) 's end"),
            ("{stance} to", "{stance = pledge: pledged/pledges | pledge: will | past: ex '-'} to"),
            ("{s:stance}president", "{s = pledge: pledged/pledges | pledge: will | past: ex '-'} president"),
        ]);
    }

    #[test]
    fn gaps_borders_and_escapes() {
        check(&[
            ("a ...6 b", "a ~6 b"),
            ("| {d:date} | ... b", "| {d:date} | ~40 b"),
            (r"a \| b \( \@", "a '|' b '(' '@'"),
            (r"a \... b", "a '.' '.' '.' b"),
            (r"C\+\+ \[x\]", "c '+' '+' '[' x ']'"),
        ]);
    }

    #[test]
    fn every_part_knows_how_it_was_written() {
        for (written, expected) in [
            ("<visit>  of {w:word}", vec!["<visit>", "of", "{w:word}"]),
            ("[Japan's|Japanese] PM", vec!["[Japan's|Japanese]", "PM"]),
            ("deploy(ed|s) ...6 three-day {stance}president", {
                vec!["deploy(ed|s)", "...6", "three-day", "{stance}", "president"]
            }),
        ] {
            let parsed = parse(written, Purpose::Claim, &vocabulary(), &mut SlotTable::default()).unwrap();
            let parts: Vec<&str> = parsed.parts.iter().map(|part| &written[part.written.clone()]).collect();
            assert_eq!(parts, expected);
            assert_eq!(parsed.parts.last().unwrap().items.end, parsed.items.len());
        }
    }

    #[test]
    fn guards_stand_around_the_match() {
        for (written, expected) in
            [("(former|ex-) ...2 @", "(former | ex '-') ~2 @"), ("@'s aide", "@ 's aide"), ("if", "if")]
        {
            assert_eq!(read(written, Purpose::Guard).unwrap(), expected);
        }
    }

    #[test]
    fn a_fault_stands_under_its_words() {
        let check = |written: &str, purpose: Purpose, words: &[&str]| {
            let rejected = read(written, purpose).unwrap_err();
            let found: Vec<&str> = rejected.faults.iter().map(|(at, _)| &written[at.clone()]).collect();
            assert_eq!(found, words, "{written}");
        };
        check("met {who:persn} of <nowhere>", Purpose::Claim, &["{who:persn}", "<nowhere>"]);
        check("met [the {who:person}", Purpose::Claim, &["["]);
        check("met (é|) {who:person}", Purpose::Claim, &[")"]);
        check("met @", Purpose::Claim, &["@"]);
        check("@ or @", Purpose::Guard, &["@"]);
        check("...2 a ...3 ...4 b ...", Purpose::Claim, &["...3 ...4", "...2", "..."]);
        check("[a] [b] ...2 [c]", Purpose::Claim, &["[a] [b] ...2 [c]"]);
        check("{n:count} or {n:count}", Purpose::Claim, &["{n:count}"]);
        check("({n:count} of|many in) the [{n:count}]", Purpose::Claim, &["{n:count}"]);
        check("{a:words} {b:word}", Purpose::Claim, &["{a:words} {b:word}"]);
        check("{n:count} and {n:person}", Purpose::Claim, &["{n:person}"]);
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        proptest::proptest!(|(written in r"[\[\](){}<>|@.\\a-c:' …é0-9]{0,24}")| {
            for purpose in [Purpose::Claim, Purpose::Guard] {
                let _ = read(&written, purpose);
            }
        });
    }
}
