//! The words of one sentence, looked at by readers that must not leave it.

use super::words::Words;
use crate::source::document::{DateOrder, Document};
use crate::source::token::{Token, TokenKind};

/// A sentence of a document; a token outside of it is the empty word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SentenceWords<'a> {
    document: &'a Document,
    start: usize,
    end: usize,
}

impl<'a> SentenceWords<'a> {
    /// The sentence that holds the token `at`; `None` where no sentence does.
    #[must_use]
    pub(crate) fn around(document: &'a Document, at: usize) -> Option<Self> {
        let tokens = &document.sentences().get(document.sentence_at(at))?.tokens;
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        (start..end).contains(&at).then_some(Self { document, start, end })
    }

    /// The order of day and month that the document says its dates in digits have.
    #[must_use]
    pub(crate) fn date_order(&self) -> Option<DateOrder> {
        self.document.header.date_order
    }

    /// The same sentence, with what the table that it is a row of says of its cells.
    #[must_use]
    pub(crate) fn with_tables(&self) -> Words<'a> {
        Words::around(self.document, self.start)
    }

    /// The first token of the sentence.
    #[must_use]
    pub(crate) fn start(&self) -> usize {
        self.start
    }

    /// The token behind the last one.
    #[must_use]
    pub(crate) fn end(&self) -> usize {
        self.end
    }

    /// The folded word at `at`.
    #[must_use]
    pub(crate) fn word(&self, at: usize) -> &'a str {
        if self.has(at) { self.document.word(at) } else { "" }
    }

    /// The folded word `back` tokens before `at`.
    #[must_use]
    pub(crate) fn before(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The word at `at` as written.
    #[must_use]
    pub(crate) fn raw(&self, at: usize) -> &'a str {
        if self.has(at) { self.document.raw(at) } else { "" }
    }

    /// Whether the token at `at` follows one of the same sentence without a blank.
    #[must_use]
    pub(crate) fn glued(&self, at: usize) -> bool {
        at > self.start && self.has(at) && self.document.glued(at)
    }

    /// Whether the token at `at` is a word that begins with a capital letter.
    #[must_use]
    pub(crate) fn capital(&self, at: usize) -> bool {
        self.has(at) && self.document.capital(at)
    }

    /// Whether the token at `at` is a word.
    #[must_use]
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The number at `at`, where it is written with digits alone, `min` to `max` of them.
    #[must_use]
    pub(crate) fn digits(&self, at: usize, min: usize, max: usize) -> Option<u32> {
        let token = self.token(at).filter(|token| token.kind == TokenKind::Number)?;
        let fits = (min..=max).contains(&token.span.range().len());
        let word = if fits { self.word(at) } else { return None };
        if word.bytes().all(|b| b.is_ascii_digit()) { word.parse().ok() } else { None }
    }

    /// Whether nothing in front of a number at `at` makes it a piece of something longer: an amount, a code, a score.
    #[must_use]
    pub(crate) fn opens(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        if !self.is_mark(before) {
            return !self.glued(at);
        }
        let apart = matches!(self.word(before), "(" | "[" | "\"" | "'" | "|" | "," | ";" | "*" | "_" | "…")
            || matches!(self.raw(before), "—" | "―");
        let open = !self.glued(at) || apart;
        open && !matches!(self.word(before), "$" | "€" | "£" | "¥" | "#" | "№" | "+" | "~" | "§")
    }

    /// Whether nothing behind a number that ends before `end` makes it a piece of something longer.
    #[must_use]
    pub(crate) fn closes(&self, end: usize) -> bool {
        if !self.is_mark(end) {
            return !self.glued(end) || self.word(end) == "'s";
        }
        if !self.glued(end) {
            return !matches!(self.word(end), "%" | "°" | "$" | "€" | "£");
        }
        match self.word(end) {
            ")" | "]" | "\"" | "'" | "|" | ";" | "!" | "?" | "*" | "_" | "…" => true,
            "." | "," | ":" => !(self.glued(end + 1) && self.word(end + 1).starts_with(|c: char| c.is_ascii_digit())),
            _ => matches!(self.raw(end), "—" | "―"),
        }
    }

    fn is_mark(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Mark)
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        if self.has(at) { self.document.tokens().get(at) } else { None }
    }

    fn has(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}
