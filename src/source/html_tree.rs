//! HTML as elements that begin and end: what is closed by another tag, or never, is closed where a browser closes it.

use std::convert::Infallible;
use std::ops::Range;
use std::sync::LazyLock;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};
use rustc_hash::FxHashSet;

use super::html_text::resolved;
use super::span::FileSpan;

/// A file of HTML: every start has its end, and whatever begins inside an element ends inside it.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// What stands in the file, in order.
    pub(super) events: Vec<Event>,
    /// The elements, in the order of their starts.
    pub(super) elements: Vec<Element>,
}

/// A part of the file.
#[derive(Debug)]
pub(super) enum Event {
    /// The start of an element, by its number.
    Start(u32),
    /// The end of an element, by its number.
    End(u32),
    /// Text between tags.
    Text(Text),
    /// A comment, its marks included.
    Comment(FileSpan),
}

/// Text between tags.
#[derive(Debug)]
pub(super) struct Text {
    /// Where it stands.
    pub(super) at: FileSpan,
    /// Its words where they are not those of the file with its character references resolved: a tag without a name
    /// is dropped, for one.
    pub(super) words: Option<String>,
}

/// An element.
#[derive(Debug)]
pub(super) struct Element {
    /// Its name, empty for one that HTML does not know.
    pub(super) name: &'static str,
    /// The element it stands in.
    pub(super) parent: Option<u32>,
    /// From its start tag up to where it ends.
    pub(super) at: FileSpan,
    /// The byte behind its start tag.
    pub(super) inside: u32,
    attributes: Vec<(&'static str, String)>,
}

impl Element {
    /// The value of an attribute, one of those that are kept.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        debug_assert!(ATTRIBUTES.contains(&name), "{name} is kept");
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

impl Tree {
    /// The start of the element that starts at an event, and all events inside it.
    pub(super) fn inside(&self, start: usize) -> impl Iterator<Item = &Event> {
        let mut depth = 0_u32;
        self.events[start..].iter().take_while(move |event| {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                Event::Text(_) | Event::Comment(_) => {}
            }
            depth > 0
        })
    }

    /// The element that starts at an event, and all elements inside it.
    pub(super) fn subtree(&self, start: usize) -> impl Iterator<Item = &Element> {
        self.inside(start).filter_map(|event| match event {
            Event::Start(number) => Some(&self.elements[*number as usize]),
            _ => None,
        })
    }
}

/// Reads the HTML in `text` from the byte `from` on, in the stricter form that is XML where `xml` says so.
pub(super) fn tree(text: &str, from: usize, xml: bool) -> Tree {
    let mut builder = Builder { text, from, xml, tree: Tree::default(), open: Vec::new(), tag: None };
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, span: Span<usize>| {
        builder.read(&event, from + span.start..from + span.end);
        None::<Infallible>
    });
    // Scripts, styles and titles hold no tags, but XML does not know that.
    emitter.naively_switch_states(!xml);
    match Tokenizer::new_with_emitter(&text[from..], emitter).finish() {
        Ok(()) => {}
        Err(never) => match never {},
    }
    builder.close_from(0, text.len());
    builder.tree
}

/// How far from the innermost element an open one is looked for: browsers nest no deeper, and a file without any end
/// tags takes no longer than another.
const DEPTH: usize = 512;

/// The attributes that are read.
const ATTRIBUTES: [&str; 14] = [
    "aria-hidden",
    "colspan",
    "content",
    "datetime",
    "hidden",
    "href",
    "itemprop",
    "name",
    "property",
    "pubdate",
    "role",
    "rowspan",
    "style",
    "type",
];

struct Builder<'a> {
    text: &'a str,
    from: usize,
    xml: bool,
    tree: Tree,
    /// The open elements, the outermost first.
    open: Vec<u32>,
    /// The start tag that is being read.
    tag: Option<Element>,
}

impl Builder<'_> {
    fn read(&mut self, event: &CallbackEvent<'_>, range: Range<usize>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                let at = FileSpan::new(range.start as u32, range.start as u32);
                self.tag = Some(Element { name: known(name), parent: None, at, inside: 0, attributes: Vec::new() });
            }
            CallbackEvent::AttributeName { name } => {
                if let Some(tag) = &mut self.tag {
                    // One without a name that is known takes the value that follows, and is dropped with it.
                    let kept = ATTRIBUTES.iter().find(|kept| kept.as_bytes() == *name);
                    tag.attributes.push((kept.copied().unwrap_or_default(), String::new()));
                }
            }
            CallbackEvent::AttributeValue { value } => {
                let last = self.tag.as_mut().and_then(|tag| tag.attributes.last_mut());
                if let Some((_, kept)) = last.filter(|(name, _)| !name.is_empty()) {
                    *kept = String::from_utf8_lossy(value).into_owned();
                }
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                if let Some(mut element) = self.tag.take() {
                    element.inside = range.end as u32;
                    element.attributes.retain(|(name, _)| !name.is_empty());
                    self.start(element, *self_closing && self.xml);
                }
            }
            CallbackEvent::EndTag { name } => self.end(known(name), range.start),
            CallbackEvent::String { value } => self.words(value, range),
            CallbackEvent::Comment { .. } => {
                self.tree.events.push(Event::Comment(FileSpan::new(range.start as u32, range.end as u32)));
            }
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }

    fn start(&mut self, mut element: Element, closed: bool) {
        let (name, at) = (element.name, element.at.start as usize);
        self.close_implied(name, at);
        element.parent = self.open.last().copied();
        let number = self.tree.elements.len() as u32;
        self.tree.elements.push(element);
        self.tree.events.push(Event::Start(number));
        self.open.push(number);
        if closed || VOID.contains(&name) {
            let behind = self.tree.elements[number as usize].inside as usize;
            self.close_from(self.open.len() - 1, behind);
        }
    }

    /// Closes what cannot go on where an element of this name begins.
    fn close_implied(&mut self, name: &str, at: usize) {
        if self.innermost() == "head" && !IN_HEAD.contains(&name) {
            self.close_from(self.open.len() - 1, at);
        }
        match name {
            "li" => self.close(at, |open| open == "li", |open| matches!(open, "ul" | "ol" | "menu") || is_scope(open)),
            "dt" | "dd" => self.close(at, |open| matches!(open, "dt" | "dd"), |open| open == "dl" || is_scope(open)),
            "td" | "th" => self.close(at, |open| matches!(open, "td" | "th" | "caption"), |open| open == "table"),
            "tr" => self.close(at, |open| matches!(open, "tr" | "caption"), |open| open == "table"),
            "thead" | "tbody" | "tfoot" => {
                self.close(at, |open| matches!(open, "thead" | "tbody" | "tfoot" | "caption"), |open| open == "table");
            }
            _ if is_heading(name) => self.close(at, is_heading, |open| is_block(open) && !is_heading(open)),
            _ => {}
        }
        if is_block(name) {
            self.close(at, |open| open == "p", is_scope);
        }
    }

    fn end(&mut self, name: &'static str, at: usize) {
        match name {
            // What follows them belongs to the body all the same.
            "body" | "html" => {}
            "table" => self.close(at, |open| open == name, |_| false),
            "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" | "caption" => {
                self.close(at, |open| open == name, |open| open == "table");
            }
            _ if is_heading(name) => self.close(at, is_heading, is_scope),
            // Bold type that ends in another paragraph than it began in does not end the paragraph.
            _ if is_phrase(name) => self.close(at, |open| open == name, is_block),
            _ => self.close(at, |open| open == name, is_scope),
        }
    }

    /// Closes the innermost open element that is wanted, and all in it; none beyond a barrier.
    fn close(&mut self, at: usize, wanted: impl Fn(&str) -> bool, barrier: impl Fn(&str) -> bool) {
        for index in (self.open.len().saturating_sub(DEPTH)..self.open.len()).rev() {
            let name = self.tree.elements[self.open[index] as usize].name;
            if wanted(name) {
                return self.close_from(index, at);
            }
            if barrier(name) {
                return;
            }
        }
    }

    /// Closes the open elements from the one at `index` on, the innermost first.
    fn close_from(&mut self, index: usize, at: usize) {
        for number in self.open.drain(index..).rev() {
            let element = &mut self.tree.elements[number as usize];
            element.at.end = (at as u32).max(element.inside);
            self.tree.events.push(Event::End(number));
        }
    }

    fn words(&mut self, value: &[u8], range: Range<usize>) {
        // A place in the midst of a character would be a fault of the tokenizer, and no reason to fall.
        let start = range.start.max(self.from);
        let Some(raw) = self.text.get(start..range.end.min(self.text.len())).filter(|raw| !raw.is_empty()) else {
            return;
        };
        if self.innermost() == "head" && !value.trim_ascii().is_empty() {
            self.close_from(self.open.len() - 1, start);
        }
        let at = FileSpan::new(start as u32, (start + raw.len()) as u32);
        // Line ends of every kind are made one by the tokenizer.
        let same = |raw: &str| {
            let line_end = |byte: &u8| matches!(byte, b'\r' | b'\n');
            let written = raw.as_bytes().iter().filter(|byte| !line_end(byte));
            written.eq(value.iter().filter(|byte| !line_end(byte)))
        };
        let words = (!same(raw) && !same(&resolved(raw))).then(|| String::from_utf8_lossy(value).into_owned());
        self.tree.events.push(Event::Text(Text { at, words }));
    }

    /// The name of the innermost open element.
    fn innermost(&self) -> &'static str {
        self.open.last().map_or("", |&number| self.tree.elements[number as usize].name)
    }
}

/// Elements without an end tag.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Elements that may stand in the head.
const IN_HEAD: [&str; 8] = ["base", "link", "meta", "noscript", "script", "style", "template", "title"];

/// Elements that run inside a line.
const PHRASES: [&str; 36] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "data", "label", "output",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 52] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "li",
    "legend",
    "listing",
    "main",
    "menu",
    "nav",
    "noframes",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements of other kinds that are told apart.
const OTHERS: [&str; 24] = [
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "math", "meter", "noembed", "noscript",
    "object", "optgroup", "option", "picture", "progress", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
];

static KNOWN: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lists = [&BLOCKS[..], &PHRASES, &VOID, &OTHERS];
    lists.into_iter().flatten().copied().collect()
});

/// The name of an element as it is known here; empty for one that is not known. The tokenizer gives names in lower case.
fn known(name: &[u8]) -> &'static str {
    std::str::from_utf8(name).ok().and_then(|name| KNOWN.get(name)).copied().unwrap_or_default()
}

/// Whether an element of this name begins and ends a line.
pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

fn is_phrase(name: &str) -> bool {
    PHRASES.contains(&name)
}

/// Whether an element of this name is a heading.
pub(super) fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Whether no end tag inside an element of this name closes one around it.
fn is_scope(name: &str) -> bool {
    matches!(name, "td" | "th" | "caption" | "table" | "button" | "object" | "template" | "html")
}

#[cfg(test)]
mod tests {
    use super::{Event, tree};

    /// The file as its events, text in place.
    fn shown(text: &str, xml: bool) -> String {
        let tree = tree(text, 0, xml);
        let name = |number: &u32| tree.elements[*number as usize].name;
        let events = tree.events.iter().map(|event| match event {
            Event::Start(number) => format!("<{}>", name(number)),
            Event::End(number) => format!("</{}>", name(number)),
            Event::Text(words) => words.words.clone().unwrap_or_else(|| text[words.at.range()].to_owned()),
            Event::Comment(at) => format!("{{{}}}", &text[at.range()]),
        });
        events.collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(text, false), expected, "{text}");
    }

    #[test]
    fn what_is_left_open_is_closed_where_a_browser_closes_it() {
        check("<p>a<p>b<div>c</div>", "<p>a</p><p>b</p><div>c</div>");
        check("<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>");
        check("<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>");
        check(
            "<table><tr><td>a<td>b<tr><th>c</table>d",
            "<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>d",
        );
        check("<head><title>a</title><p>b", "<head><title>a</title></head><p>b</p>");
        check("<HEAD><META name=x>b", "<head><meta></meta></head>b");
        check("<h1>a<h2>b</h3>c", "<h1>a</h1><h2>b</h2>c");
        check("<div><p>a<span>b</div>c", "<div><p>a<span>b</span></p></div>c");
    }

    #[test]
    fn end_tags_that_close_nothing_are_passed_over() {
        check("a</p>b</div></x></>", "ab");
        check("<b>a<p>b</b>c</p>", "<b>a<p>bc</p></b>");
        check("<div><table><tr><td>a</div>b", "<div><table><tr><td>ab</td></tr></table></div>");
        check("<body>a</body></html>b", "<body>ab</body>");
    }

    #[test]
    fn scripts_and_titles_hold_no_tags_and_comments_keep_their_marks() {
        check(
            "<title>a<b></title><script>if (a<b) '</p>'</script>c",
            "<title>a<b></title><script>if (a<b) '</p>'</script>c",
        );
        check("a<!-- b -->c<!DOCTYPE x><!d>", "a{<!-- b -->}c{<!d>}");
        assert_eq!(shown("<title/><p/>a<br/>b", true), "<title></title><p></p>a<br></br>b");
    }

    #[test]
    fn depth_costs_nothing() {
        let text = "<div>".repeat(20_000) + &"</p></li>".repeat(20_000);
        assert_eq!(tree(&text, 0, false).elements.len(), 20_000);
    }
}
