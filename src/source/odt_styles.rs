//! What the styles of an OpenDocument text say of its paragraphs and words.

use rustc_hash::FxHashMap;

use super::package::Fault;
use super::xml::{Element, Node, Spaces, Xml};

/// The namespaces of OpenDocument (ISO/IEC 26300).
pub(super) const SPACES: Spaces = &[
    ("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
    ("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
    ("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
    ("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
    ("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
    ("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"),
];

/// The styles, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: FxHashMap<(String, String), Style>,
    /// The style whose definition is being read.
    open: Option<((String, String), Style)>,
}

/// What a style says itself, or what it says with its parents.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    parent: Option<String>,
    pub(super) heading: Option<bool>,
    pub(super) quoted: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) raised: Option<bool>,
}

/// A style with more parents than this is its own ancestor.
const DEEPEST: usize = 32;

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        let mut styles = Self::default();
        let mut xml = Xml::new(text, SPACES);
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) => styles.start(&element),
                Node::End(name) => styles.end(&name),
                Node::Text(_) => {}
            }
        }
        Ok(styles)
    }

    /// Takes what an element says of a style, where it says something.
    pub(super) fn start(&mut self, element: &Element<'_>) {
        let text = |name: &str| element.attribute(name).unwrap_or_default();
        if element.name == "style:style" {
            let name = text("name");
            let style = Style {
                parent: element.attribute("parent-style-name"),
                // Names are as LibreOffice writes them: it translates them only where it shows them.
                heading: matches!(&*name, "Title" | "Subtitle").then_some(true),
                quoted: (name == "Quotations").then_some(true),
                ..Style::default()
            };
            self.open = Some(((text("family"), name), style));
        }
        let Some((_, style)) = &mut self.open else { return };
        if element.name == "style:text-properties" {
            style.hidden = element.attribute("display").map(|display| display == "none").or(style.hidden);
            let line = element.attribute("text-line-through-style");
            style.struck = line.map(|line| line != "none").or(style.struck);
            let position = element.attribute("text-position");
            style.raised = position.map(|position| is_raised(&position)).or(style.raised);
        }
    }

    /// Ends the definition of a style.
    pub(super) fn end(&mut self, name: &str) {
        if name == "style:style" {
            self.styles.extend(self.open.take());
        }
    }

    /// What the style of this name says, with all its parents.
    pub(super) fn get(&self, family: &str, name: &str) -> Style {
        let mut all = Style::default();
        let mut name = name.to_owned();
        for _ in 0..DEEPEST {
            let Some(style) = self.styles.get(&(family.to_owned(), name)) else { break };
            all.heading = all.heading.or(style.heading);
            all.quoted = all.quoted.or(style.quoted);
            all.hidden = all.hidden.or(style.hidden);
            all.struck = all.struck.or(style.struck);
            all.raised = all.raised.or(style.raised);
            let Some(parent) = &style.parent else { break };
            name = parent.clone();
        }
        all
    }
}

/// "super 58%", or a part of the line's height: "33% 58%", below the line "-33% 58%".
fn is_raised(position: &str) -> bool {
    let first = position.split_whitespace().next().unwrap_or_default();
    first == "super" || first.trim_end_matches('%').parse().is_ok_and(|height: f32| height > 0.0)
}
