//! A phrase as its author wrote it: words, brackets, lists, slots, gaps and borders, as a tree.

use std::borrow::Cow;
use std::ops::Range;

use super::fault::Fault;

/// How many words a gap without a number may hold: a long table cell; a sentence of news rarely has more.
pub(super) const WIDEST_GAP: u32 = 40;

/// How many brackets may stand inside one another, in phrases and in expressions: each is read inside the one around it, and
/// no author can follow a tenth of them.
pub(super) const DEEPEST: usize = 64;

/// A phrase that cannot be read.
#[derive(Debug, Default)]
pub(super) struct Rejected {
    /// What is wrong, with the bytes of the phrase it is about.
    pub(super) faults: Vec<(Range<usize>, Fault)>,
    /// A list or choice that the phrase needs is faulty itself: the bytes and its name.
    pub(super) needs: Vec<(Range<usize>, String)>,
}

/// Reads the tree of a phrase; what is wrong in it goes to `rejected`, and the rest is still read.
pub(super) fn read<'a>(written: &'a str, rejected: &mut Rejected) -> Vec<Node<'a>> {
    let escaped = |at: usize| written[..at].bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1;
    let brackets = written.match_indices(['[', '(', ')', ']']).filter(|(at, _)| !escaped(*at));
    // Hardly any phrase opens so many at all.
    let many = written.bytes().filter(|byte| matches!(byte, b'[' | b'(')).count() > DEEPEST;
    if many && let Some(at) = too_deep(brackets) {
        rejected.faults.push((at..at + 1, Fault::TooDeep { most: DEEPEST }));
        return Vec::new();
    }
    Parser { written, at: 0, rejected }.sequence(None)
}

/// Where the first bracket stands that has too many around it, of brackets and the places where they stand.
pub(super) fn too_deep<'a>(brackets: impl IntoIterator<Item = (usize, &'a str)>) -> Option<usize> {
    let mut depth = 0_usize;
    let deep = brackets.into_iter().find(|(_, bracket)| {
        depth = if matches!(*bracket, "[" | "(") { depth + 1 } else { depth.saturating_sub(1) };
        depth > DEEPEST
    });
    deep.map(|(at, _)| at)
}

/// A part of a phrase as written.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub(super) kind: NodeKind<'a>,
    /// Its bytes in the phrase.
    pub(super) at: Range<usize>,
}

/// What a part of a phrase is.
#[derive(Debug)]
pub(super) enum NodeKind<'a> {
    /// Words and marks up to a blank or a bracket, escapes resolved.
    Text(Cow<'a, str>),
    /// Whitespace, or what takes no part because of a fault.
    Blank,
    /// `[…|…]` or `(…|…)` around nothing but letters, as nearly all brackets are: thousands of them are read at every start.
    Words { optional: bool, words: Vec<&'a str> },
    /// `[…|…]` or `(…|…)` around anything else.
    Group { optional: bool, alternatives: Vec<Vec<Node<'a>>> },
    /// `<name>`.
    List(&'a str),
    /// `{name}` or `{name:of}`.
    Slot { name: &'a str, of: Option<&'a str> },
    /// `...`, or `...6`: up to so many words.
    Gap(u32),
    /// `|` outside of brackets.
    Border,
    /// `@`.
    Here,
}

struct Parser<'a, 'r> {
    written: &'a str,
    at: usize,
    rejected: &'r mut Rejected,
}

impl<'a> Parser<'a, '_> {
    fn fault(&mut self, at: Range<usize>, fault: Fault) {
        self.rejected.faults.push((at, fault));
    }

    fn rest(&self) -> &'a str {
        &self.written[self.at..]
    }

    /// Reads up to the end or, inside a bracket, up to `|` or the closing bracket, which is left where it is.
    fn sequence(&mut self, close: Option<char>) -> Vec<Node<'a>> {
        // In brackets stand single words, outside of them a few words and the blanks between them.
        let mut nodes: Vec<Node<'a>> = Vec::with_capacity(if close.is_some() { 1 } else { 12 });
        while let Some(c) = self.rest().chars().next() {
            let start = self.at;
            if close.is_some() && (c == '|' || Some(c) == close) {
                break;
            }
            let kind = match c {
                '.' if self.rest().starts_with("...") => self.gap(),
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
                    Some(inside) => self.slot(inside, start),
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

    fn gap(&mut self) -> NodeKind<'a> {
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

    fn group(&mut self, open: char) -> NodeKind<'a> {
        let start = self.at;
        let close = if open == '[' { ']' } else { ')' };
        self.at += 1;
        if let Some(words) = self.words(close as u8) {
            return NodeKind::Words { optional: open == '[', words };
        }
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

    /// The alternatives of a bracket whose inside begins here, where each is a word of letters.
    fn words(&mut self, close: u8) -> Option<Vec<&'a str>> {
        let bytes = self.written.as_bytes();
        let (mut start, mut words) = (self.at, Vec::new());
        loop {
            let end = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            let border = *bytes.get(end).filter(|&&byte| end > start && (byte == b'|' || byte == close))?;
            words.push(&self.written[start..end]);
            start = end + 1;
            if border == close {
                self.at = start;
                return Some(words);
            }
        }
    }

    /// The words between the bracket at which the parser stands and its partner.
    fn enclosed(&mut self, close: char) -> Option<&'a str> {
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
        Some(inside[..end].trim())
    }

    fn slot(&mut self, inside: &'a str, start: usize) -> NodeKind<'a> {
        let (name, of) = match inside.split_once(':') {
            Some((name, of)) => (name.trim(), Some(of.trim())),
            None => (inside, None),
        };
        if !is_name(name) || of.is_some_and(|of| of.is_empty()) {
            self.fault(start..self.at, Fault::BadSlot { inside: inside.to_owned() });
        }
        NodeKind::Slot { name, of }
    }

    fn text(&mut self) -> NodeKind<'a> {
        // Up to an escape the text is as it was written.
        let start = self.at;
        let mut resolved: Option<String> = None;
        loop {
            let letters = self.rest().bytes().take_while(u8::is_ascii_alphanumeric).count();
            self.take(letters, &mut resolved);
            let Some(c) = self.rest().chars().next() else { break };
            if c == '\\' {
                let escaped = self.rest().chars().nth(1);
                let text = resolved.get_or_insert_with(|| self.written[start..self.at].to_owned());
                text.extend(escaped);
                let from = self.at;
                self.at += 1 + escaped.map_or(0, char::len_utf8);
                if escaped.is_none() {
                    self.fault(from..self.at, Fault::LoneBackslash);
                }
            } else if c.is_whitespace() || "[](){}<>|@…".contains(c) || self.rest().starts_with("...") {
                break;
            } else {
                self.take(c.len_utf8(), &mut resolved);
            }
        }
        NodeKind::Text(resolved.map_or_else(|| self.written[start..self.at].into(), Cow::Owned))
    }

    /// Passes so many bytes; what is resolved so far goes on with them.
    fn take(&mut self, bytes: usize, resolved: &mut Option<String>) {
        if let Some(text) = resolved {
            text.push_str(&self.rest()[..bytes]);
        }
        self.at += bytes;
    }
}

/// Whether a word may name a slot, a list, a rule: letters, digits, hyphens and underscores, a letter first.
pub(super) fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}
