//! A document ready to be read for claims: its file, its prose, its tokens and sentences.

use std::sync::Arc;

use super::file::File;
use super::prose::{Block, BlockKind, Prose};
use super::sentence::{Sentence, sentences};
use super::span::{FileSpan, Span};
use super::token::{Token, Tokens};
use super::word_table::WordTable;

/// One article, draft or note.
#[derive(Debug)]
pub struct Document {
    /// The file it was read from.
    pub file: Arc<File>,
    /// Its words without markup.
    pub prose: Prose,
    /// What its front matter, or whoever handed it over, says of it.
    pub header: Header,
    tokens: Tokens,
    sentences: Vec<Sentence>,
    /// The sentence of each token, by index; of one between two sentences the one behind it.
    sentence_of: Vec<u32>,
    /// The tokens of the borders of the cells of its tables, in order.
    borders: Vec<u32>,
}

/// What is said about a document beside its text, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Its title.
    pub title: Option<String>,
    /// Where the file has it before the text, word for word.
    pub title_at: Option<FileSpan>,
    /// Its date.
    pub date: Option<String>,
    /// In which order its dates in digits are written.
    pub date_order: Option<DateOrder>,
    /// What came with it and is not read: the attachments of a message, by their names.
    pub unread: Vec<String>,
}

impl Header {
    /// What a source says in a field, with single blanks; `None` where it says nothing.
    pub(super) fn field(written: &str) -> Option<String> {
        let words = written.split_whitespace().collect::<Vec<_>>().join(" ");
        (!words.is_empty()).then_some(words)
    }
}

/// The order of day and month in a date written in digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateOrder {
    /// 27/10/2025
    DayMonth,
    /// 10/27/2025
    MonthDay,
}

impl DateOrder {
    /// The order with this name, `dmy` or `mdy` in any case; `None` for any other.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "dmy" => Some(Self::DayMonth),
            "mdy" => Some(Self::MonthDay),
            _ => None,
        }
    }
}

impl Document {
    /// Cuts the prose of a file into tokens and sentences.
    #[must_use]
    pub fn new(file: Arc<File>, prose: Prose, header: Header) -> Self {
        let tokens = Tokens::of(prose.text());
        let sentences = sentences(&prose, &tokens);
        let mut sentence_of = Vec::with_capacity(tokens.list().len());
        for (at, sentence) in sentences.iter().enumerate() {
            sentence_of.resize(sentence.tokens.end as usize, at as u32);
        }
        let borders = borders(&prose, &tokens, &sentences);
        Self { file, prose, header, tokens, sentences, sentence_of, borders }
    }

    /// A text that stands in no file, as one paragraph.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut prose = Prose::default();
        prose.push(text, 0);
        prose.end_block(0, BlockKind::Paragraph, false);
        Self::new(Arc::new(File::new("", text)), prose, Header::default())
    }

    /// The tokens of the whole document.
    #[must_use]
    #[inline]
    pub fn tokens(&self) -> &[Token] {
        self.tokens.list()
    }

    /// The sentences of the whole document, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The token at `at`, folded: lower case, kin of marks made one. Empty behind the last token.
    #[must_use]
    #[inline]
    pub fn word(&self, at: usize) -> &str {
        self.tokens.word(at)
    }

    /// What a table says of the token at `at`. Nothing behind the last token.
    #[must_use]
    #[inline]
    pub fn look_up<'a, T>(&self, at: usize, table: &'a WordTable<T>) -> Option<&'a T> {
        if at < self.tokens().len() { table.get_hashed(self.tokens.hash(at), || self.tokens.word(at)) } else { None }
    }

    /// The token at `at` as written. Empty behind the last token.
    #[must_use]
    #[inline]
    pub fn raw(&self, at: usize) -> &str {
        self.tokens().get(at).map_or("", |token| self.prose.slice(token.span))
    }

    /// Whether the token at `at` follows the one before it without a blank.
    #[must_use]
    #[inline]
    pub fn glued(&self, at: usize) -> bool {
        self.tokens().get(at).is_some_and(|token| token.glued)
    }

    /// Whether the token at `at` is a word that begins with a capital letter.
    #[must_use]
    #[inline]
    pub fn capital(&self, at: usize) -> bool {
        self.tokens().get(at).is_some_and(|token| token.capital)
    }

    /// The index of the sentence that holds the token at `at`.
    #[must_use]
    pub fn sentence_at(&self, at: usize) -> usize {
        self.sentence_of.get(at).map_or(self.sentences.len().saturating_sub(1), |&sentence| sentence as usize)
    }

    /// The tokens of the borders of the cells of all tables, in order.
    pub(super) fn borders(&self) -> &[u32] {
        &self.borders
    }

    /// The block that holds a sentence.
    #[must_use]
    pub fn block_of(&self, sentence: &Sentence) -> &Block {
        &self.prose.blocks()[sentence.block as usize]
    }

    /// The bytes of the prose that the tokens `start..end` cover; `end` is exclusive and greater than `start`.
    #[must_use]
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.tokens()[start].span.start, self.tokens()[end - 1].span.end)
    }

    /// Where a span of the prose stands in the file.
    #[must_use]
    pub fn in_file(&self, span: Span) -> FileSpan {
        self.prose.in_file(span)
    }
}

fn borders(prose: &Prose, tokens: &Tokens, sentences: &[Sentence]) -> Vec<u32> {
    let is_row = |sentence: &&Sentence| matches!(prose.blocks()[sentence.block as usize].kind, BlockKind::Row { .. });
    let of_rows = sentences.iter().filter(is_row).flat_map(|sentence| sentence.tokens.clone());
    of_rows.filter(|&at| tokens.word(at as usize) == "|").collect()
}

#[cfg(test)]
mod tests {
    use crate::source::outline;
    use crate::source::read::Format;

    #[test]
    fn tokens_are_asked_by_index_and_nothing_stands_behind_the_last() {
        let document = outline::read("Lind’s Port (U.S.) closed", Format::Plain);
        assert_eq!([0, 1, 2, 4, 99].map(|at| document.word(at)), ["lind", "'s", "port", "u.s.", ""]);
        assert_eq!([0, 1, 2, 4, 99].map(|at| document.raw(at)), ["Lind", "’s", "Port", "U.S.", ""]);
        assert_eq!([0, 1, 2, 4, 99].map(|at| document.glued(at)), [false, true, false, true, false]);
        assert_eq!([0, 1, 2, 3, 6, 99].map(|at| document.capital(at)), [true, false, true, false, false, false]);
    }

    #[test]
    fn every_token_knows_its_sentence_and_every_sentence_its_block() {
        let document = outline::read("It rained. We stayed.\n\nThey left.", Format::Plain);
        let sentences: Vec<_> = (0..document.tokens().len()).map(|at| document.sentence_at(at)).collect();
        assert_eq!(sentences, [0, 0, 0, 1, 1, 1, 2, 2, 2]);
        let blocks: Vec<_> =
            document.sentences().iter().map(|sentence| document.block_of(sentence).span.start).collect();
        assert_eq!(blocks, [0, 0, 22]);
        assert_eq!(document.file.slice(document.in_file(document.span(6, 8))), "They left");
    }
}
