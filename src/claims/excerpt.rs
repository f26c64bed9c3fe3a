//! What backs a claim, cut out of the text: the words of a match, and the sentence around them.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::claim::{Evidence, When};
use crate::source::document::Document;
use crate::source::span::FileSpan;
use crate::source::token::Token;

/// Cuts the evidence of claims out of one document.
pub(super) struct Excerpts<'a> {
    document: &'a Document,
    /// The words of each sentence, made when they are first needed.
    sentences: Vec<OnceCell<Around>>,
}

/// The words around a claim.
#[derive(Clone)]
struct Around {
    sentence: Arc<str>,
    sentence_span: FileSpan,
    block_span: FileSpan,
}

impl<'a> Excerpts<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        Self { document, sentences: vec![OnceCell::new(); document.sentences().len()] }
    }

    /// The evidence of a value at some tokens, with the words of the whole match.
    pub(super) fn evidence(
        &self,
        value: &Range<usize>,
        quote: &Range<usize>,
        when: When,
        said_by: Option<&Range<usize>>,
    ) -> Evidence {
        let document = self.document;
        let Around { sentence, sentence_span, block_span } = self.around(document.sentence_at(value.start), quote);
        Evidence {
            file: document.file.clone(),
            span: document.in_file(document.span(value.start, value.end)),
            quote: words(document, quote.start, quote.end),
            sentence,
            sentence_span,
            block_span,
            when,
            said_by: said_by.map(|tokens| words(document, tokens.start, tokens.end)),
        }
    }

    /// The words around a quote, made once for all claims of a sentence that is not endless.
    fn around(&self, number: usize, quote: &Range<usize>) -> Around {
        let document = self.document;
        let sentence = &document.sentences()[number];
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let words_of = |(first, last): (usize, usize)| Around {
            sentence: words(document, first, last).into(),
            sentence_span: document.in_file(document.span(first, last)),
            block_span: document.in_file(document.block_of(sentence).span),
        };
        let whole = around(document, tokens.clone(), quote);
        if whole != (tokens.start, tokens.end) {
            return words_of(whole);
        }
        self.sentences[number].get_or_init(|| words_of(whole)).clone()
    }
}

/// The most bytes of a sentence that are kept around a quote.
const LONGEST_SENTENCE: u32 = 2_000;

/// The sentence, or as much of an endless one as tells what it is about.
fn around(document: &Document, sentence: Range<usize>, quote: &Range<usize>) -> (usize, usize) {
    let tokens = document.tokens();
    let (start, end) = (tokens[quote.start].span.start, tokens[quote.end - 1].span.end);
    let from = start.saturating_sub(LONGEST_SENTENCE / 2);
    let to = end.saturating_add(LONGEST_SENTENCE / 2);
    let first = tokens[sentence.clone()].partition_point(|token| token.span.start < from) + sentence.start;
    let last = tokens[sentence.clone()].partition_point(|token| token.span.end <= to) + sentence.start;
    (first.min(quote.start), last.max(quote.end))
}

/// The words of some tokens, blanks made single.
pub(super) fn words(document: &Document, first: usize, last: usize) -> String {
    let text = document.prose.slice(document.span(first, last));
    let gap = |pair: &[Token]| &document.prose.text().as_bytes()[pair[0].span.range().end..pair[1].span.range().start];
    if document.tokens()[first..last].windows(2).all(|pair| matches!(gap(pair), b"" | b" " | b"\n")) {
        return text.replace('\n', " ");
    }
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}
