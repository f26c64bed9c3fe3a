//! The words around a number, cut off at the ends of its sentence, so that no reader strays into the next one.

use std::ops::Range;

use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::row::Row;
use crate::source::token::TokenKind;

/// One sentence of a document; outside it every token is empty.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words<'a> {
    document: &'a Document,
    start: usize,
    end: usize,
    literal: bool,
}

impl<'a> Words<'a> {
    /// The sentence that holds the token at `at`.
    pub(crate) fn around(document: &'a Document, at: usize) -> Self {
        let (start, end) = document
            .sentences()
            .get(document.sentence_at(at))
            .map_or((at, at), |sentence| (sentence.tokens.start as usize, sentence.tokens.end as usize));
        Self { document, start, end, literal: false }
    }

    /// A whole document that holds nothing but one value: what is doubtful in prose (a bare year, a range that may be a
    /// score) is read here.
    pub(crate) fn literal(document: &'a Document) -> Self {
        Self { document, start: 0, end: document.tokens().len(), literal: true }
    }

    /// The sentence before, where it stands in the same block.
    pub(crate) fn last_sentence(self) -> Option<Self> {
        let sentences = self.document.sentences();
        let here = self.document.sentence_at(self.start);
        let last = sentences.get(here.checked_sub(1)?).filter(|last| last.block == sentences[here].block)?;
        Some(Self { start: last.tokens.start as usize, end: last.tokens.end as usize, ..self })
    }

    /// Whether this is a literal and no prose.
    pub(crate) fn is_literal(self) -> bool {
        self.literal
    }

    /// The token behind the last one.
    pub(crate) fn end(self) -> usize {
        self.end
    }

    /// The token at `at`, folded; empty outside the sentence.
    pub(crate) fn word(self, at: usize) -> &'a str {
        if self.holds(at) { self.document.word(at) } else { "" }
    }

    /// The token at `at` as written; empty outside the sentence.
    pub(crate) fn raw(self, at: usize) -> &'a str {
        if self.holds(at) { self.document.raw(at) } else { "" }
    }

    /// The token `back` places before `at`, folded.
    pub(crate) fn before(self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// Whether the token at `at` follows the one before it, in the same sentence, without a blank.
    pub(crate) fn glued(self, at: usize) -> bool {
        self.holds(at) && at > self.start && self.document.glued(at)
    }

    /// Whether the token at `at` is made of digits.
    pub(crate) fn is_number(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether the token at `at` is a word.
    pub(crate) fn is_word(self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token at `at` is a word that begins with a capital letter.
    pub(crate) fn capital(self, at: usize) -> bool {
        self.holds(at) && self.document.capital(at)
    }

    /// Whether a capital at `at` tells nothing: at the start of the sentence, of a quotation, behind a colon or a dash.
    pub(crate) fn begins(self, at: usize) -> bool {
        at == self.start || matches!(self.before(at, 1), "." | "!" | "?" | ":" | ";" | "\"" | "'" | "-" | "(" | "|")
    }

    /// Whether the words from the token at `at` on are these.
    pub(crate) fn are(self, at: usize, expected: &[&str]) -> bool {
        expected.iter().enumerate().all(|(offset, word)| self.word(at + offset) == *word)
    }

    /// Whether a token of the sentence, at most forty away from `at`, is as asked, folded.
    pub(crate) fn near(self, at: usize, asked: impl Fn(&str) -> bool) -> bool {
        let near = self.start.max(at.saturating_sub(40))..self.end.min(at.saturating_add(40));
        near.into_iter().any(|at| asked(self.document.word(at)))
    }

    /// Whether a hyphen or an en dash joins the tokens around `at` without blanks.
    pub(crate) fn hyphen(self, at: usize) -> bool {
        self.glued(at) && self.glued(at + 1) && matches!(self.raw(at), "-" | "‐" | "‑" | "‒" | "–")
    }

    /// Whether the token at `at` follows the one before it behind a blank that never breaks, as between groups of digits.
    pub(crate) fn grouped(self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| self.holds(before) && self.holds(at) && !self.glued(at));
        before.is_some_and(|before| {
            let tokens = self.document.tokens();
            let gap = &self.document.prose.text()[tokens[before].span.range().end..tokens[at].span.range().start];
            matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}")
        })
    }

    /// Whether a token that is no word, no number and no joining mark, or no token at all, stands at `at`.
    pub(crate) fn pauses(self, at: usize) -> bool {
        !self.is_word(at) && !self.is_number(at) && !self.hyphen(at)
    }

    /// Whether the tokens `start..end` fill the sentence or a cell of a table.
    pub(crate) fn alone(self, start: usize, end: usize) -> bool {
        matches!(self.before(start, 1), "" | "|") && matches!(self.word(end), "" | "|")
    }

    /// The last word of the head of the column that the token at `at` stands in, what the head has in brackets apart: the
    /// level of "Alert level (1 to 5)".
    pub(crate) fn head(self, at: usize) -> Option<&'a str> {
        let (head, cell) = self.head_cell(at)?;
        head.last_of(cell)
    }

    /// The head of the column that the token at `at` stands in: the tokens of the cell, and the row that has them.
    pub(crate) fn head_cell(self, at: usize) -> Option<(Self, Range<usize>)> {
        let cell = self.row(at)?.head_over(at)?;
        Some((Self::around(self.document, cell.start), cell))
    }

    fn row(self, at: usize) -> Option<Row<'a>> {
        self.document.row(self.document.sentence_at(at))
    }

    /// The sentence right before the head of the table that the token at `at` stands in.
    pub(crate) fn caption(self, at: usize) -> Option<Self> {
        let sentences = self.document.sentences();
        let row = sentences.get(self.document.sentence_at(at))?;
        let BlockKind::Row { header: Some(header) } = self.document.block_of(row).kind else { return None };
        let head = sentences.partition_point(|sentence| sentence.block < header);
        let caption = sentences.get(head.checked_sub(1)?)?;
        Some(Self { start: caption.tokens.start as usize, end: caption.tokens.end as usize, ..self })
    }

    /// The first cell of the row of a table with a head, where the token at `at` stands behind it.
    pub(crate) fn label(self, at: usize) -> Option<Range<usize>> {
        let row = self.row(at).filter(|row| row.header().is_some() && row.column_of(at) > 0)?;
        row.cell(0)
    }

    /// The last word of a cell, what it has in brackets apart.
    pub(crate) fn last_of(self, cell: Range<usize>) -> Option<&'a str> {
        let words = cell.map(|at| self.word(at)).take_while(|word| *word != "(");
        words.filter(|word| word.starts_with(char::is_alphanumeric)).last()
    }

    /// Whether a plain noun, or at least nothing that is known to be none, stands at `at`: a lower-case word of
    /// letters that is no function word.
    pub(crate) fn noun(self, at: usize) -> bool {
        self.is_word(at)
            && !self.glued(at)
            && self.raw(at).chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’'))
            && !is_function_word(self.word(at))
    }

    /// Whether what stands at `at` looks like the plural of a noun.
    pub(crate) fn plural(self, at: usize) -> bool {
        let word = self.word(at);
        self.noun(at)
            && ((word.ends_with('s')
                && !word.ends_with("ss")
                && !matches!(word, "says" | "was" | "has" | "does" | "goes"))
                || matches!(
                    word,
                    "people" | "men" | "women" | "children" | "police" | "troops" | "personnel" | "staff"
                ))
    }

    /// Whether the token at `at` opens its block, a bullet or bracket before it apart.
    pub(crate) fn opens_block(self, at: usize) -> bool {
        let mut first = at;
        while first > self.start && matches!(self.document.word(first - 1), "-" | "*" | "•" | "·" | "(" | "#") {
            first -= 1;
        }
        if first != self.start {
            return false;
        }
        let sentences = self.document.sentences();
        let here = self.document.sentence_at(at);
        sentences.get(here).is_some_and(|sentence| here == 0 || sentences[here - 1].block != sentence.block)
    }

    /// Whether the sentence is an item of a list.
    pub(crate) fn in_item(self) -> bool {
        let here = self.document.sentences().get(self.document.sentence_at(self.start));
        here.is_some_and(|sentence| self.document.block_of(sentence).kind == BlockKind::Item)
    }

    fn holds(self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }

    fn kind(self, at: usize) -> Option<TokenKind> {
        if self.holds(at) { self.document.tokens().get(at).map(|token| token.kind) } else { None }
    }
}

/// Whether a folded word is an article, a pronoun, a preposition, a conjunction or an auxiliary: no noun, and no name
/// although it begins with a capital at the start of a sentence.
pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// Sorted, for the binary search.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "after", "again", "against", "all", "also", "although", "am", "among", "an", "and",
    "another", "any", "are", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both",
    "but", "by", "can", "could", "despite", "did", "do", "does", "down", "during", "each", "either", "even", "every",
    "exactly", "few", "for", "from", "further", "had", "has", "have", "he", "her", "here", "hers", "him", "his",
    "how", "however", "i", "if", "in", "including", "into", "is", "it", "its", "just", "last", "later", "least",
    "less", "many", "may", "me", "meanwhile", "might", "more", "most", "must", "my", "near", "neither", "next", "no",
    "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto", "or", "other", "our", "out", "over", "per",
    "said", "same", "says", "shall", "she", "should", "since", "so", "some", "still", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "though", "through", "till", "to", "too",
    "under", "unless", "until", "up", "upon", "us", "very", "was", "we", "were", "what", "when", "where", "whether",
    "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you",
    "your",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn function_words_are_sorted() {
        assert!(FUNCTION_WORDS.is_sorted());
    }
}
