//! Markdown, as CommonMark and GitHub write it: the words without the markup.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::prose::{BlockKind, Prose};
use super::span::FileSpan;
use super::url::{address_len, addresses};

/// The parts of Markdown that are read beyond CommonMark.
pub(super) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_GFM);

/// Reads the blocks of a text from the byte `from` on.
///
/// Code blocks, inline code of several words, HTML, struck words, pictures and bare addresses are no prose.
#[must_use]
pub fn markdown(text: &str, from: usize) -> Prose {
    let mut reader = Reader { text, ..Reader::default() };
    for (event, range) in Parser::new_ext(&text[from..], OPTIONS).into_offset_iter() {
        reader.read(event, from + range.start..from + range.end);
    }
    reader.end_block();
    reader.prose
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    prose: Prose,
    /// Where the open block begins in the prose.
    start: Option<u32>,
    /// The byte of the file where the last bare address ends.
    address_end: usize,
    /// How many open elements hide their words.
    hidden: u32,
    /// Open links, and whether each hides its words.
    links: Vec<bool>,
    /// Open block quotes, and whether each is one; a note or a warning in the form of one is not.
    quotes: Vec<bool>,
    items: u32,
    heading: bool,
    row: bool,
    /// The block of the open table's header.
    header: Option<u32>,
}

impl Reader<'_> {
    fn read(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, &range),
            Event::End(tag) => self.close(tag, &range),
            Event::Text(words) => self.words(&words, range),
            Event::Code(words) => self.code(&words, range),
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
            Event::InlineHtml(tag) if tag.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) => {
                self.made(" ", range);
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Superscript | Tag::Subscript => {}
            Tag::Strikethrough | Tag::Image { .. } => self.hidden += 1,
            Tag::Link { link_type, .. } => {
                let hides = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.links.push(hides);
                self.hidden += u32::from(hides);
            }
            Tag::TableCell => {
                let border = self.border(range.start + usize::from(self.text[range.start..].starts_with('|')));
                self.made("| ", border);
            }
            block => {
                self.end_block();
                match block {
                    Tag::CodeBlock(_) | Tag::MetadataBlock(_) | Tag::HtmlBlock => self.hidden += 1,
                    Tag::Heading { .. } => self.heading = true,
                    Tag::BlockQuote(note) => self.quotes.push(note.is_none()),
                    Tag::Item => self.items += 1,
                    Tag::Table(_) => self.header = None,
                    Tag::TableHead | Tag::TableRow => self.row = true,
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, tag: TagEnd, range: &Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Strikethrough | TagEnd::Image => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::Link => {
                let hid = self.links.pop().unwrap_or(false);
                self.hidden = self.hidden.saturating_sub(u32::from(hid));
            }
            TagEnd::TableCell => self.made(" ", range.end..range.end),
            TagEnd::TableHead | TagEnd::TableRow => {
                let border = self.border(range.end);
                self.made("|", border);
                let block = self.prose.blocks().len() as u32;
                let added = self.end_block();
                if added && tag == TagEnd::TableHead {
                    self.header = Some(block);
                }
                self.row = false;
            }
            block => {
                self.end_block();
                match block {
                    TagEnd::CodeBlock | TagEnd::MetadataBlock(_) | TagEnd::HtmlBlock => {
                        self.hidden = self.hidden.saturating_sub(1);
                    }
                    TagEnd::Heading(_) => self.heading = false,
                    TagEnd::BlockQuote(_) => {
                        self.quotes.pop();
                    }
                    TagEnd::Item => self.items = self.items.saturating_sub(1),
                    _ => {}
                }
            }
        }
    }

    /// Words as the reader sees them; where they stand so in the file, bare addresses are left out.
    fn words(&mut self, words: &CowStr<'_>, range: Range<usize>) {
        if range.end <= self.address_end {
            return;
        }
        if self.text[range.clone()] != **words {
            return self.made(words, range);
        }
        let mut from = range.start.max(self.address_end);
        for address in addresses(&self.text[from..range.end]) {
            let start = range.start.max(self.address_end) + address.start;
            self.verbatim(from..start);
            from = start + address.len();
            if from == range.end {
                // An address with a mark in it that might have been markup goes on behind this event.
                from = start + address_len(&self.text[start..]);
                self.address_end = from;
                break;
            }
        }
        if from < range.end {
            self.verbatim(from..range.end);
        }
    }

    /// Inline code of one word is a name like any other; of several, it is code.
    fn code(&mut self, words: &CowStr<'_>, range: Range<usize>) {
        if words.contains(char::is_whitespace) {
            return;
        }
        match self.text[range.clone()].find(&**words) {
            Some(at) => self.verbatim(range.start + at..range.start + at + words.len()),
            None => self.made(words, range),
        }
    }

    fn line_break(&mut self, range: Range<usize>) {
        if !range.is_empty() && self.text[range.clone()].trim().is_empty() {
            self.verbatim(range);
        } else {
            self.made(" ", range);
        }
    }

    fn verbatim(&mut self, range: Range<usize>) {
        if self.hidden == 0 {
            self.begin_block();
            self.prose.push(&self.text[range.clone()], range.start as u32);
        }
    }

    fn made(&mut self, words: &str, range: Range<usize>) {
        if self.hidden == 0 {
            self.begin_block();
            self.prose.push_made(words, FileSpan::new(range.start as u32, range.end as u32));
        }
    }

    fn begin_block(&mut self) {
        self.start.get_or_insert(self.prose.text().len() as u32);
    }

    fn end_block(&mut self) -> bool {
        let Some(start) = self.start.take() else { return false };
        let kind = if self.row {
            BlockKind::Row { header: self.header }
        } else if self.heading {
            BlockKind::Heading
        } else if self.items > 0 {
            BlockKind::Item
        } else {
            BlockKind::Paragraph
        };
        self.prose.end_block(start, kind, self.quotes.contains(&true))
    }

    /// The border of a table just before byte `at`; without any length where none is written.
    fn border(&self, at: usize) -> Range<usize> {
        let done = self.prose.end_in_file() as usize;
        let before = self.text[..at].trim_end_matches([' ', '\t', '\r', '\n']);
        let free = before.len() > done && before.ends_with('|');
        if free { before.len() - 1..before.len() } else { at.max(done)..at.max(done) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use crate::source::outline;
    use crate::source::read::Format;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(outline::blocks(text, Format::Markdown).lines().collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn paragraphs_and_headings_lose_their_markup() {
        check(
            "# Harbour *closed* #\n\nIt **rained**, said\n[Ann](https://a.example/1) Berg.  \nIt stopped.\n\nEnd\n---\n",
            &["heading: Harbour closed", "paragraph: It rained, said Ann Berg. / It stopped.", "heading: End"],
        );
    }

    #[test]
    fn emphasis_inside_a_word_does_not_break_it() {
        check(
            "un*believ*able **4,800 police** a\\*b &amp; c&nbsp;d",
            &["paragraph: unbelievable 4,800 police a*b & c d"],
        );
    }

    #[test]
    fn items_with_several_paragraphs_are_several_blocks() {
        check(
            "- one\n- two\n\n  more\n  - nested\n- [x] done\n\n1. first\n   goes on\n",
            &["item: one", "item: two", "item: more", "item: nested", "item: done", "item: first goes on"],
        );
    }

    #[test]
    fn rows_are_written_with_borders() {
        check(
            "| Date | Place |\n|---|---|\n| **May 1** | [Lind](x), <br>South |\n| May 2 |\n",
            &["first row: | Date | Place |", "row: | May 1 | Lind, South |", "row: | May 2 | |"],
        );
        check("Date | Place\n--- | ---\nMay 1 | Lind\n", &["first row: | Date | Place |", "row: | May 1 | Lind |"]);
    }

    #[test]
    fn block_quotes_are_quoted_and_notes_are_not() {
        check("> It rained\n> on us.\n\nSo it was.\n", &["> paragraph: It rained on us.", "paragraph: So it was."]);
        check("> - one\n", &["> item: one"]);
        check("> [!NOTE]\n> It rained.\n", &["paragraph: It rained."]);
    }

    #[test]
    fn what_is_no_prose_is_left_out() {
        check(
            "The `port` is `rm -rf` shut ~~on May 1~~ today ![a map](m.png).[^1]\n\n```\ncode 5\n```\n\n<div>\nhtml 6\n</div>\n\n[^1]: A note.\n",
            &["paragraph: The port is shut today .", "paragraph: A note."],
        );
        check(
            "See https://a.example/a_b_c/2025?x=1&y=2, <https://b.example/7> or [www.c.example/8](x) now. <b>Bold</b>.",
            &["paragraph: See , or now. / Bold."],
        );
    }

    proptest! {
        #[test]
        fn any_text_keeps_its_words_and_places(text in "\\PC*") {
            outline::read(&text, Format::Markdown);
        }

        #[test]
        fn any_markup_keeps_its_words_and_places(
            text in "([-*_#>|=0-9.) \t`~\\[\\]()!<&;\\\\a-zé]{0,12}(\r?\n|www.a|https://|&amp;|\\| a \\||\n---\\|---\n|\\[\\^1\\]))*",
        ) {
            outline::read(&text, Format::Markdown);
        }
    }
}
