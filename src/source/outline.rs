//! Documents as a few lines of text, so that tests can say what they expect.

use std::fmt::Write as _;
use std::sync::Arc;

use super::document::{Document, Header};
use super::file::File;
use super::prose::BlockKind;
use super::raised::raised_digit;
use super::read::{Format, document};
use super::taken::Text;

/// The blocks of a text, one a line: `paragraph`, `heading`, `item`, `header` or `row` (with a header), each behind `> ` where quoted;
/// sentences are divided by ` / `, blanks and line breaks are one blank.
pub(super) fn blocks(text: &str, format: Format) -> String {
    shown(&read(text, format))
}

/// The blocks of a text that was taken out of a document, of which all words must stand in it as they are.
pub(super) fn taken(text: Text) -> String {
    let document = Document::new(Arc::new(File::taken("a", text.text)), text.prose, Header::default());
    for (at, token) in document.tokens().iter().enumerate() {
        let there = document.file.slice(document.in_file(token.span));
        assert_eq!(document.raw(at), there.replace('\u{ad}', ""));
    }
    shown(&document)
}

fn shown(document: &Document) -> String {
    let mut shown = String::new();
    for (index, block) in document.prose.blocks().iter().enumerate() {
        let kind = match block.kind {
            BlockKind::Paragraph => "paragraph",
            BlockKind::Heading => "heading",
            BlockKind::Item => "item",
            BlockKind::Row { header: None } => "first row",
            BlockKind::Row { header: Some(_) } => "row",
        };
        if let BlockKind::Row { header: Some(header) } = block.kind {
            assert!((header as usize) < index, "a header comes first");
            assert_eq!(document.prose.blocks()[header as usize].kind, BlockKind::Row { header: None });
        }
        let quoted = if block.quoted { "> " } else { "" };
        writeln!(shown, "{quoted}{kind}: {}", sentences_of(document, index)).expect("a string takes everything");
    }
    shown
}

/// The sentences of a plain text.
pub(super) fn sentences(text: &str) -> String {
    let document = read(text, Format::Plain);
    let blocks: Vec<_> = (0..document.prose.blocks().len()).map(|block| sentences_of(&document, block)).collect();
    blocks.join("\n")
}

/// Reads a text and checks what holds for every text: blocks and sentences are ordered and disjoint, spans lie in the
/// file on borders of characters, and words that are not made up stand there byte for byte.
pub(super) fn read(text: &str, format: Format) -> Document {
    let document = document(Arc::new(File::new("a", text)), format);
    let mut end = 0;
    let mut end_in_file = 0;
    for block in document.prose.blocks() {
        assert!(block.span.start >= end && block.span.end > block.span.start, "blocks are ordered and not empty");
        end = block.span.end;
        let place = document.in_file(block.span);
        assert!(place.start >= end_in_file, "blocks are ordered in the file: {block:?} {place:?}");
        end_in_file = place.end;
        assert!(!document.file.slice(place).is_empty() || format != Format::Plain);
    }
    for (at, token) in document.tokens().iter().enumerate() {
        let place = document.in_file(token.span);
        let (raw, there) = (document.raw(at), document.file.slice(place));
        let bytes_missing = lowered(there).len() < lowered(raw).len();
        let marked_up = there.contains(['&', '\\', '*', '_', '<', '`', '[', ']', '~', '>', '\0', '\u{ad}']);
        let border = matches!(raw, "|" | "”") && format != Format::Plain;
        let raised = matches!(format, Format::Html | Format::Xhtml) && lowered(raw) == lowered(there);
        assert!(raw == there || (!bytes_missing && marked_up) || border || raised, "{raw:?} stands as {there:?}");
    }
    let mut next = 0;
    for sentence in document.sentences() {
        assert!(sentence.tokens.start >= next && sentence.tokens.end > sentence.tokens.start);
        next = sentence.tokens.end;
        let block = document.block_of(sentence).span;
        assert!(block.contains(document.span(sentence.tokens.start as usize, sentence.tokens.end as usize)));
    }
    document
}

/// Raised digits as digits, which is how a page of HTML has them.
fn lowered(words: &str) -> String {
    let lower = |c| ('0'..='9').find(|&digit| raised_digit(digit) == c).unwrap_or(c);
    words.chars().filter(|c| *c != '\u{ad}').map(lower).collect()
}

fn sentences_of(document: &Document, block: usize) -> String {
    let here = document.sentences().iter().filter(|sentence| sentence.block as usize == block);
    let shown: Vec<_> = here
        .map(|sentence| {
            let span = document.span(sentence.tokens.start as usize, sentence.tokens.end as usize);
            document.prose.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
        })
        .collect();
    shown.join(" / ")
}
