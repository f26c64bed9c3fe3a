//! HTML: the words of the article on a page, without the markup and without the page around it.

use super::document::Header;
use super::html_head::head;
use super::html_main::{Main, main_part};
use super::html_table::{cells, facts};
use super::html_text::{Piece, pieces};
use super::html_tree::{Element, Event, Text, Tree, is_block, is_heading, tree};
use super::prose::{BlockKind, Listed, Prose};
use super::raised::raised_digit;
use super::span::FileSpan;
use super::url::words_between;

/// Reads the blocks of a page from the byte `from` on, and what the page says of its title and date; `xml` is set where
/// it keeps the stricter rules of XHTML.
///
/// The article is read where the page says which part that is, else the page without its menus. Scripts, forms, asides,
/// code blocks, struck words, marks of footnotes, bare addresses and whatever is hidden are no prose.
#[must_use]
pub fn html(text: &str, from: usize, xml: bool) -> (Prose, Header) {
    let tree = tree(text, from, xml);
    let mut reader = Reader::new(text, &tree);
    // A page that tells of findings quotes articles, and is none.
    if !tree.elements.iter().any(is_report) {
        reader.read();
    }
    (reader.prose, head(text, &tree))
}

/// Whether an element says that belie made the page.
fn is_report(element: &Element) -> bool {
    let made_by = || element.attribute("content").is_some_and(|maker| maker.starts_with("belie "));
    element.name == "meta" && element.attribute("name") == Some("generator") && made_by()
}

struct Reader<'a> {
    text: &'a str,
    tree: &'a Tree,
    main: Main,
    prose: Prose,
    /// Where the open block begins in the prose.
    start: Option<u32>,
    /// How many open elements hide their words; what stands outside of the main part is hidden too.
    hidden: u32,
    /// What each open element does, the outermost first.
    open: Vec<Role>,
    headings: u32,
    items: u32,
    /// The open lists, by number, and how many there were before.
    lists: Vec<u32>,
    lists_before: u32,
    /// Whether an item has begun that has no block yet.
    item_begins: bool,
    quotes: u32,
    codes: u32,
    raised: u32,
    links: u32,
    table: Option<Table>,
    row: Option<Row>,
}

/// What an element does to the words in it.
#[derive(Clone, Copy)]
enum Role {
    /// It holds what is read: the article, or its headline.
    Root {
        /// How many elements hid its words.
        hidden: u32,
    },
    Hides,
    Heading,
    Item,
    BlockQuote,
    List,
    Block,
    Table {
        merged: bool,
    },
    Row,
    Cell,
    Code,
    Raised,
    Link,
    Quotation,
    Plain,
}

/// A table whose rows tell facts; others serve the layout, and their cells are blocks.
struct Table {
    /// The block of its header.
    header: Option<u32>,
    /// Whether the next row may be the header: it is the first one, and cells stand below their headings.
    may_head: bool,
}

#[derive(Default)]
struct Row {
    cells: u32,
    headings: u32,
    in_cell: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, tree: &'a Tree) -> Self {
        let main = main_part(tree);
        let hidden = u32::from(main.root.is_some());
        Self {
            text,
            tree,
            main,
            prose: Prose::default(),
            start: None,
            hidden,
            open: Vec::new(),
            headings: 0,
            items: 0,
            lists: Vec::new(),
            lists_before: 0,
            item_begins: false,
            quotes: 0,
            codes: 0,
            raised: 0,
            links: 0,
            table: None,
            row: None,
        }
    }

    fn read(&mut self) {
        let tree = self.tree;
        for (at, event) in tree.events.iter().enumerate() {
            match event {
                Event::Start(number) => {
                    let element = &tree.elements[*number as usize];
                    let role = self.role(*number, at);
                    self.open(role, element);
                    self.open.push(role);
                    if element.name == "br" {
                        self.line_end(FileSpan::new(element.at.start, element.inside));
                    }
                }
                Event::End(_) => {
                    let role = self.open.pop().expect("what ends has begun");
                    self.close(role);
                }
                Event::Text(text) => self.words(text),
                Event::Comment(_) => {}
            }
        }
        self.end_block();
    }

    fn role(&self, number: u32, at: usize) -> Role {
        let element = &self.tree.elements[number as usize];
        if Some(number) == self.main.root || Some(number) == self.main.headline {
            return Role::Root { hidden: self.hidden };
        }
        if self.main.left_out[number as usize] {
            return Role::Hides;
        }
        if self.hidden == 0 {
            match element.name {
                "table" if self.table.is_none() => {
                    if let Some(merged) = facts(self.tree, at) {
                        return Role::Table { merged };
                    }
                }
                "tr" if self.table.is_some() && self.row.is_none() && cells(self.tree, at) > 1 => return Role::Row,
                "td" | "th" if self.row.is_some() => return Role::Cell,
                // "[1]" leads to a note.
                "sup" if self.links > 0 || self.holds_link(at) => return Role::Hides,
                _ => {}
            }
        }
        match element.name {
            name if is_heading(name) => Role::Heading,
            "li" | "dt" | "dd" => Role::Item,
            "blockquote" => Role::BlockQuote,
            "ul" | "ol" => Role::List,
            "code" | "kbd" | "samp" | "tt" => Role::Code,
            "sup" => Role::Raised,
            "a" if element.attribute("href").is_some() => Role::Link,
            "q" => Role::Quotation,
            name if is_block(name) => Role::Block,
            _ => Role::Plain,
        }
    }

    fn open(&mut self, role: Role, element: &Element) {
        match role {
            Role::Root { .. } => {
                self.border();
                self.hidden = 0;
                self.headings += u32::from(element.name == "h1");
            }
            Role::Hides => {
                if is_block(element.name) {
                    self.border();
                }
                self.hidden += 1;
            }
            Role::Table { merged } => {
                self.border();
                self.table = Some(Table { header: None, may_head: !merged });
            }
            Role::Row => {
                self.border();
                self.row = Some(Row::default());
            }
            Role::Cell => {
                // Nothing in the file is the border: it stands just before the words of the cell.
                self.made("| ", FileSpan::new(element.inside, element.inside));
                if let Some(row) = &mut self.row {
                    row.cells += 1;
                    row.headings += u32::from(element.name == "th");
                    row.in_cell = true;
                }
            }
            Role::Quotation => self.made("“", FileSpan::new(element.at.start, element.inside)),
            Role::Item => {
                self.border();
                self.item_begins = element.name == "li";
            }
            Role::List => {
                self.border();
                self.lists.push(self.lists_before);
                self.lists_before += 1;
            }
            Role::Heading | Role::BlockQuote | Role::Block => self.border(),
            Role::Code | Role::Raised | Role::Link | Role::Plain => {}
        }
        if let Some(count) = self.count(role) {
            *count += 1;
        }
    }

    fn close(&mut self, role: Role) {
        match role {
            Role::Root { hidden } => {
                self.border();
                self.hidden = hidden;
                // A headline is the one heading that nothing is open around.
                self.headings = 0;
            }
            Role::Hides => self.hidden -= 1,
            Role::Table { .. } => {
                self.border();
                self.table = None;
            }
            Role::Row => self.end_row(),
            Role::Cell => {
                self.made(" ", self.here());
                if let Some(row) = &mut self.row {
                    row.in_cell = false;
                }
            }
            Role::Quotation => self.made("”", self.here()),
            Role::List => {
                self.border();
                self.lists.pop();
            }
            Role::Heading | Role::Item | Role::BlockQuote | Role::Block => self.border(),
            Role::Code | Role::Raised | Role::Link | Role::Plain => {}
        }
        if let Some(count) = self.count(role) {
            *count = count.saturating_sub(1);
        }
    }

    /// How many elements of this role are open, for those of which that is asked.
    fn count(&mut self, role: Role) -> Option<&mut u32> {
        match role {
            Role::Heading => Some(&mut self.headings),
            Role::Item => Some(&mut self.items),
            Role::BlockQuote => Some(&mut self.quotes),
            Role::Code => Some(&mut self.codes),
            Role::Raised => Some(&mut self.raised),
            Role::Link => Some(&mut self.links),
            _ => None,
        }
    }

    fn words(&mut self, text: &Text) {
        let raw = &self.text[text.at.range()];
        let between_cells = self.row.as_ref().is_some_and(|row| !row.in_cell) && raw.trim().is_empty();
        // Code of one word is a name like any other.
        let code = self.codes > 0 && raw.trim().contains(char::is_whitespace);
        if self.hidden > 0 || between_cells || code {
            return;
        }
        if let Some(words) = &text.words {
            return self.made(words, text.at);
        }
        for (from, part) in words_between(raw) {
            let from = text.at.start + from as u32;
            for piece in pieces(part) {
                match piece {
                    Piece::Verbatim(range) => self.verbatim(&part[range.clone()], from + range.start as u32),
                    Piece::Reference(range, words) => {
                        self.made(&words, FileSpan::new(from + range.start as u32, from + range.end as u32));
                    }
                }
            }
        }
    }

    /// Words that stand in the file at byte `at`. Line breaks and indents mean no more than a blank.
    fn verbatim(&mut self, words: &str, at: u32) {
        let mut from = 0;
        for (end, len, instead) in replaced(words, self.raised > 0) {
            self.part(&words[from..end], at + from as u32);
            from = end + len;
            if self.start.is_some() || instead != ' ' {
                let place = FileSpan::new(at + end as u32, at + from as u32);
                self.made(instead.encode_utf8(&mut [0; 4]), place);
            }
        }
        self.part(&words[from..], at + from as u32);
    }

    fn part(&mut self, words: &str, at: u32) {
        if !words.is_empty() && (self.start.is_some() || words != " ") {
            self.begin_block();
            self.prose.push(words, at);
        }
    }

    fn made(&mut self, words: &str, at: FileSpan) {
        if self.hidden == 0 {
            self.begin_block();
            self.prose.push_made(words, at);
        }
    }

    /// The end of a line at a `br`; two of them end a paragraph.
    fn line_end(&mut self, at: FileSpan) {
        let Some(start) = self.start.filter(|_| self.hidden == 0) else { return };
        if self.row.is_some() {
            self.made(" ", at);
        } else if self.prose.text()[start as usize..].trim_end_matches(' ').ends_with('\n') {
            self.end_block();
        } else {
            self.made("\n", at);
        }
    }

    /// No place at all, behind the words read last.
    fn here(&self) -> FileSpan {
        let end = self.prose.end_in_file();
        FileSpan::new(end, end)
    }

    fn begin_block(&mut self) {
        self.start.get_or_insert(self.prose.text().len() as u32);
    }

    /// Where a block begins or ends; inside a row of a table there is no other.
    fn border(&mut self) {
        if self.row.is_none() {
            self.end_block();
        } else if self.start.is_some() {
            self.made(" ", self.here());
        }
    }

    fn end_block(&mut self) -> bool {
        let Some(start) = self.start.take() else { return false };
        let kind = if self.row.is_some() {
            BlockKind::Row { header: self.table.as_ref().and_then(|table| table.header) }
        } else if self.headings > 0 {
            BlockKind::Heading
        } else if self.items > 0 {
            BlockKind::Item
        } else {
            BlockKind::Paragraph
        };
        let added = self.prose.end_block(start, kind, self.quotes > 0);
        if added && kind == BlockKind::Item && std::mem::take(&mut self.item_begins) {
            let depth = self.lists.len() as u32;
            self.prose.begin_item(Listed { list: self.lists.last().copied().unwrap_or_default(), depth });
        }
        added
    }

    fn end_row(&mut self) {
        self.made("|", self.here());
        let block = self.prose.blocks().len() as u32;
        let added = self.end_block();
        let (Some(row), Some(table)) = (self.row.take(), &mut self.table) else { return };
        if added {
            if table.may_head && row.headings == row.cells {
                table.header = Some(block);
            }
            table.may_head = false;
        }
    }

    /// Whether there is a link in the element that starts at an event; one that is far away is in no number of a note.
    fn holds_link(&self, start: usize) -> bool {
        self.tree.inside(start).take(16).any(|event| match event {
            Event::Start(number) => self.tree.elements[*number as usize].name == "a",
            _ => false,
        })
    }
}

/// Where other characters stand for some of the text: their first byte, their bytes, and what is read instead. A blank
/// stands for line breaks and runs of blanks, and for digits that are raised those that other texts write ("km²").
fn replaced(words: &str, raised: bool) -> impl Iterator<Item = (usize, usize, char)> {
    let bytes = words.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(&byte) = bytes.get(at) {
            let start = at;
            if byte.is_ascii_whitespace() {
                at += bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                if &bytes[start..at] != b" " {
                    return Some((start, at - start, ' '));
                }
            } else {
                at += 1;
                if raised && byte.is_ascii_digit() {
                    return Some((start, 1, raised_digit(char::from(byte))));
                }
            }
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use crate::source::outline;
    use crate::source::read::Format;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(outline::blocks(text, Format::Html).lines().collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn paragraphs_and_headings_lose_their_markup() {
        check(
            "<!DOCTYPE html><html><head><title>Harbour</title></head><body>\n<h1>Harbour <em>closed</em></h1>\n<p>It <b>rained</b>,\n   \
             said <a href='/1'>Ann</a> Berg.<br>\nIt stopped.\n<p>So</p>it was<div>here.</div></body></html>\n",
            &[
                "heading: Harbour closed",
                "paragraph: It rained, said Ann Berg. / It stopped.",
                "paragraph: So",
                "paragraph: it was",
                "paragraph: here.",
            ],
        );
        check("One.<br><br>Two<br>three.", &["paragraph: One.", "paragraph: Two three."]);
        check("Five < six > four & more. AT&T</>s", &["paragraph: Five < six > four & more. / AT&Ts"]);
    }

    #[test]
    fn markup_and_references_inside_a_word_do_not_break_it() {
        check(
            "<p>un<i>believ</i>able <b>4,800 police</b> a&amp;b c&nbsp;d &pound;3.4m it&#8217;s gov&shy;ern\u{ad}ment Lind<wbr>haven",
            &["paragraph: unbelievable 4,800 police a&b c d £3.4m it’s government Lindhaven"],
        );
        check("<p>40 km<sup>2</sup>, the 5<sup>th</sup>, H<sub>2</sub>O", &["paragraph: 40 km², the 5th, H2O"]);
        check("<p>She said <q>no</q>.", &["paragraph: She said “no”."]);
    }

    #[test]
    fn items_quotes_and_captions_are_blocks() {
        check(
            "<ul><li>one<li><p>two<p>more<ul><li>nested</ul></ul><dl><dt>Doors<dd>noon</dl>",
            &["item: one", "item: two", "item: more", "item: nested", "item: Doors", "item: noon"],
        );
        check(
            "<blockquote><p>It rained<br>on us.</blockquote><p>So it was.",
            &["> paragraph: It rained on us.", "paragraph: So it was."],
        );
        check(
            "<figure><img alt='a map'><figcaption>The port</figcaption></figure>It is shut.",
            &["paragraph: The port", "paragraph: It is shut."],
        );
    }

    #[test]
    fn rows_are_written_with_borders() {
        check(
            "<table><caption>Dates</caption><thead><tr><th>Date<th>Place</thead><tr><td><b>May 1</b></td>\n <td><p>Lind,<br>South</p>\
             <tr><td>May 2<td></table>After",
            &[
                "paragraph: Dates",
                "first row: | Date | Place |",
                "row: | May 1 | Lind, South |",
                "row: | May 2 | |",
                "paragraph: After",
            ],
        );
        check("<table><tr><th>Date<td>May 1</table>", &["first row: | Date | May 1 |"]);
        check(
            "<table><tr><th>Date<th>Place<tr><td rowspan=2>May 1<td>Lind<tr><td>Oro<td>x</table>",
            &["first row: | Date | Place |", "first row: | May 1 | Lind |", "first row: | Oro | x |"],
        );
        check(
            "<table><tr><td><h2>Rain</h2><p>It rained.<td>Menu</table>",
            &["heading: Rain", "paragraph: It rained.", "paragraph: Menu"],
        );
    }

    #[test]
    fn what_is_no_prose_is_left_out() {
        check(
            "<style>p {}</style><script>var a = '<p>5</p>';</script><p>The <code>port</code> is <code>rm -rf</code> shut \
             <s>on May 1</s> today.<sup><a href='#n1'>1</a></sup><!-- 6 --><template>7</template><span hidden>8</span>\
             <span aria-hidden=true>9</span><span style='DISPLAY: none'>10</span></p><pre>code 5</pre><noscript><p>11</noscript>",
            &["paragraph: The port is shut today."],
        );
        check(
            "See https://a.example/a_b/2025?x=1&amp;y=2, and <a href='/'>www.c.example/8</a> now.",
            &["paragraph: See , and now."],
        );
        check(
            "<form><h1>Rain</h1><p>It rained.</form><form><p>Your name</form>",
            &["heading: Rain", "paragraph: It rained."],
        );
        check("<meta name=generator content='belie 0.1.0'><p>It rained.", &[]);
    }

    #[test]
    fn the_article_is_read_and_not_the_page_around_it() {
        let menus = "<header><h1>The Daily Lind</h1><p>Since 1901</header><nav><p>News</nav>";
        let end = "<aside><p>Most read</aside><footer><p>Imprint</footer>";
        check(&format!("{menus}<p>It rained.{end}"), &["heading: The Daily Lind", "paragraph: It rained."]);
        check(
            &format!(
                "{menus}<p>Today<main><header><h1>Rain</h1><p>By Ann</header><p>It rained.<aside>x</aside></main>{end}"
            ),
            &["heading: Rain", "paragraph: By Ann", "paragraph: It rained."],
        );
        check(
            &format!(
                "{menus}<main><h1>Rain</h1><p>Share<article><p>It rained a lot.<footer>By Ann</footer><article>A reader</article>\
                 </article><h2>More</h2><article>Snow</article></main>{end}"
            ),
            &["heading: Rain", "paragraph: It rained a lot.", "paragraph: By Ann"],
        );
        check(
            "<main><h1>News</h1><article>It rained.</article><article>It snowed.</article></main><p>Imprint",
            &["heading: News", "paragraph: It rained.", "paragraph: It snowed."],
        );
        check("<div role=main><p>It rained.</div><div role=navigation>x</div><p>Imprint", &["paragraph: It rained."]);
        check("<article></article><p>It rained.", &["paragraph: It rained."]);
    }

    proptest! {
        #[test]
        fn any_text_keeps_its_words_and_places(text in "\\PC*") {
            outline::read(&text, Format::Html);
            outline::read(&text, Format::Xhtml);
        }

        #[test]
        fn any_markup_keeps_its_words_and_places(
            text in "(</?(p|h1|li|ul|td|tr|th|table|br|q|sup|s|article|main|header|footer|form|blockquote|title|script|code|a href=x|x-y)( hidden| rowspan=2|)/?>|<!--|-->|<!\\[CDATA\\[|[-a-zé0-9. &;#<>/'\"=\u{ad}]{0,6}|&(amp|shy|nbsp|#8217|#0|x);?|\r?\n|www.a|https://){0,40}",
        ) {
            outline::read(&text, Format::Html);
            outline::read(&text, Format::Xhtml);
        }
    }
}
