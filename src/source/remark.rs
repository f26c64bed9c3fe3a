//! Remarks to belie inside a text: `<!-- belie: allow RULE: reason -->`.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::file::File;
use super::front_matter::front_matter;
use super::html_tree::{self, is_heading, tree};
use super::markdown::OPTIONS;
use super::problem::Problem;
use super::read::Format;
use super::span::FileSpan;

/// A comment by which a text vouches for what a block of it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The rule or pack that it is about.
    pub rule: String,
    /// Where the comment stands.
    pub at: FileSpan,
    /// The block that it is about: the one it stands in, else the next one.
    pub covers: FileSpan,
}

/// The remarks of a file of Markdown or HTML, and a warning for each that is no remark but meant to be one, as any is in
/// plain text and in documents, which have no comments.
#[must_use]
pub fn remarks(file: &Arc<File>) -> (Vec<Remark>, Vec<Problem>) {
    let text = file.text();
    let mut reader = Reader { file, waiting: 0, remarks: Vec::new(), problems: Vec::new() };
    // Few texts have one, and the others need not be read again.
    if text.contains(ADDRESS) {
        let (_, body) = front_matter(text);
        match Format::of(file.name()) {
            Format::Plain => reader.plain(body),
            Format::Markdown => reader.markdown(body),
            format => reader.html(body, format == Format::Xhtml),
        }
    }
    (reader.remarks, reader.problems)
}

/// What a comment begins with that is meant for belie.
const ADDRESS: &str = "belie:";

struct Reader<'a> {
    file: &'a Arc<File>,
    /// How many of the last remarks wait for the next block.
    waiting: usize,
    remarks: Vec<Remark>,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn plain(&mut self, body: usize) {
        for (at, _) in addressed(self.file.text(), body..self.file.text().len()) {
            let message = "this remark allows nothing: only Markdown and HTML have remarks";
            self.fault(at, message, "write an `[[allow]]` into `belie.toml`, with `rule`, `path` and `reason`");
        }
    }

    fn markdown(&mut self, body: usize) {
        let mut open: Vec<Range<usize>> = Vec::new();
        for (event, range) in Parser::new_ext(&self.file.text()[body..], OPTIONS).into_offset_iter() {
            let range = body + range.start..body + range.end;
            match event {
                Event::Start(Tag::HtmlBlock) => self.comments(range, None),
                Event::InlineHtml(_) => self.comments(range, open.last()),
                Event::Start(tag) if is_block(&tag) => {
                    self.next_block(&range);
                    open.push(range);
                }
                Event::End(tag) if is_block_end(tag) => {
                    open.pop();
                }
                _ => {}
            }
        }
    }

    fn html(&mut self, body: usize, xml: bool) {
        let tree = tree(self.file.text(), body, xml);
        let mut open: Vec<Range<usize>> = Vec::new();
        for event in &tree.events {
            match event {
                html_tree::Event::Comment(at) => self.comments(at.range(), open.last()),
                html_tree::Event::Start(number) => {
                    let element = &tree.elements[*number as usize];
                    if is_html_block(element.name) {
                        self.next_block(&element.at.range());
                        open.push(element.at.range());
                    }
                }
                html_tree::Event::End(number) if is_html_block(tree.elements[*number as usize].name) => {
                    open.pop();
                }
                html_tree::Event::End(_) | html_tree::Event::Text(_) => {}
            }
        }
    }

    /// Reads the comments in some HTML; `inside` is the block that they stand in.
    fn comments(&mut self, html: Range<usize>, inside: Option<&Range<usize>>) {
        for (at, words) in addressed(self.file.text(), html) {
            let Some(rule) = allowed_rule(words) else {
                let message = "this remark allows nothing: it needs a rule and a reason";
                self.fault(at, message, "write `<!-- belie: allow RULE: reason -->`");
                continue;
            };
            let covers = inside.map_or(at, |block| FileSpan::new(block.start as u32, block.end as u32));
            self.remarks.push(Remark { rule: rule.to_owned(), at, covers });
            self.waiting += usize::from(inside.is_none());
        }
    }

    fn next_block(&mut self, block: &Range<usize>) {
        let first = self.remarks.len() - std::mem::take(&mut self.waiting);
        for remark in &mut self.remarks[first..] {
            remark.covers = FileSpan::new(block.start as u32, block.end as u32);
        }
    }

    fn fault(&mut self, at: FileSpan, message: &str, help: &str) {
        let problem = Problem::warning(Arc::clone(self.file.name()), message).at(self.file, at);
        self.problems.push(problem.with_help(help));
    }
}

/// The comments in a part of a text that are meant for belie, each with its words behind the address.
fn addressed(text: &str, part: Range<usize>) -> impl Iterator<Item = (FileSpan, &str)> {
    let mut from = part.start;
    let comments = std::iter::from_fn(move || {
        let start = from + text[from..part.end].find("<!--")?;
        // `<!-->` is a comment too, whose marks share their hyphens.
        let end = start + 2 + text[start + 2..part.end].find("-->")?;
        from = end + "-->".len();
        Some((FileSpan::new(start as u32, from as u32), text[(start + "<!--".len()).min(end)..end].trim()))
    });
    comments.filter_map(|(at, words)| Some((at, words.strip_prefix(ADDRESS)?)))
}

/// The rule of `allow RULE: reason`; `None` where a part is missing.
fn allowed_rule(words: &str) -> Option<&str> {
    let (rule, reason) = words.trim_start().strip_prefix("allow ")?.split_once(':')?;
    let rule = rule.trim();
    (!rule.is_empty() && !rule.contains(char::is_whitespace) && !reason.trim().is_empty()).then_some(rule)
}

/// The blocks of HTML that a remark can be about: what Markdown has, and nothing that holds a whole page.
fn is_html_block(name: &str) -> bool {
    is_heading(name)
        || matches!(
            name,
            "p" | "li"
                | "ul"
                | "ol"
                | "dl"
                | "dt"
                | "dd"
                | "blockquote"
                | "table"
                | "tr"
                | "caption"
                | "figure"
                | "figcaption"
        )
}

fn is_block(tag: &Tag<'_>) -> bool {
    is_block_end(tag.to_end())
}

fn is_block_end(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::List(_)
            | TagEnd::Item
            | TagEnd::FootnoteDefinition
            | TagEnd::Table
            | TagEnd::TableHead
            | TagEnd::TableRow
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::proptest;

    use super::remarks;
    use crate::source::file::File;

    /// Each remark as `rule → the words of its block`, then what is wrong with others.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        check_file("a.md", text, expected);
    }

    #[track_caller]
    fn check_file(name: &str, text: &str, expected: &[&str]) {
        let file = Arc::new(File::new(name, text));
        let (remarks, problems) = remarks(&file);
        let told = remarks.iter().map(|remark| format!("{} → {}", remark.rule, file.slice(remark.covers).trim_end()));
        let faulty = problems.iter().map(|problem| file.slice(problem.at.as_ref().unwrap().span).to_owned());
        assert_eq!(told.chain(faulty).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_remark_on_its_own_is_about_the_next_block() {
        let remark = "<!-- belie: allow offices: a letter of 1950 -->";
        check(&format!("One.\n\n{remark}\n\nTwo\nthree.\n\nFour.\n"), &["offices → Two\nthree."]);
        check(&format!("One.\n{remark}\nTwo\nthree.\n\nFour.\n"), &["offices → Two\nthree."]);
        check(&format!("{remark}\n- one\n- two\n\nFour.\n"), &["offices → - one\n- two"]);
        check(&format!("{remark}\n| a |\n|---|\n| b |\n\nFour.\n"), &["offices → | a |\n|---|\n| b |"]);
        check(
            &format!("---\ntitle: x\n---\n{remark}\n<!-- belie: allow dates/day: so\nit is -->\n# One\n"),
            &["offices → # One", "dates/day → # One"],
        );
    }

    #[test]
    fn a_remark_inside_a_block_is_about_that_block() {
        let remark = "<!-- belie: allow mayor: quoted -->";
        check(&format!("One.\n\nTwo {remark}\nthree.\n\nFour.\n"), &[&format!("mayor → Two {remark}\nthree.")]);
        check(&format!("- one\n- two {remark}\n"), &[&format!("mayor → - two {remark}")]);
        check(&format!("| a |\n|---|\n| b {remark} |\n| c |\n"), &[&format!("mayor → | b {remark} |")]);
    }

    #[test]
    fn a_remark_in_html_is_about_the_block_it_stands_in_else_the_next_one() {
        let remark = "<!-- belie: allow mayor: quoted -->";
        let check = |text: &str, expected: &str| check_file("a.html", text, &[&format!("mayor → {expected}")]);
        check(&format!("<p>One.</p>\n{remark}\n<p>Two.<p>Three."), "<p>Two.");
        check(&format!("<p>One.</p>{remark}<div><h2>Two</h2>Three</div>"), "<h2>Two");
        check(&format!("<p>One.<p>Two {remark}three.</p>"), &format!("<p>Two {remark}three."));
        check(&format!("{remark}<ul><li>one<li>two</ul>"), "<ul><li>one<li>two");
        check(&format!("<table><tr><td>a<tr><td>b {remark}</table>"), &format!("<tr><td>b {remark}"));
        check(&format!("<div>One. {remark}</div>"), remark);
        check_file("a.html", "<script>'<!-- belie: allow mayor: no -->'</script><p>x", &[]);
        check_file("a.htm", "<!-- belie: alow mayor: no --><p>x", &["<!-- belie: alow mayor: no -->"]);
    }

    #[test]
    fn a_remark_without_rule_or_reason_is_told() {
        for remark in ["allow mayor", "allow mayor:", "allow: why", "allow", "alow mayor: why", "allow a b: why"] {
            let remark = format!("<!-- belie: {remark} -->");
            check(&format!("{remark}\n\nOne.\n"), &[&remark]);
        }
    }

    #[test]
    fn what_is_no_remark_is_none() {
        check("```\n<!-- belie: allow mayor: why -->\n```\n", &[]);
        check("<!-- by belie: allow mayor: why -->\n", &[]);
        check("<!-- belie: allow mayor: why", &[]);
    }

    #[test]
    fn a_remark_where_there_are_none_is_told() {
        let remark = "<!-- belie: allow mayor: why -->";
        for name in ["a.txt", "a.docx", "a.odt", "a.eml", "<stdin>"] {
            check_file(name, &format!("One.\n{remark}\nTwo. <!-- three -->\n"), &[remark]);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "(<!--|-->| belie: | allow a: b|\n|- |> |[|a-z#`é]){0,24}") {
            for name in ["a.md", "a.html", "a.xhtml", "a.txt"] {
                let _ = remarks(&Arc::new(File::new(name, &*text)));
            }
        }
    }
}
