//! What the styles of a Word document say of its paragraphs, words and tables.

use rustc_hash::FxHashMap;

use super::package::Fault;
use super::xml::{Node, Spaces, Xml};

/// The namespaces of Word documents: those of the first edition of the standard (ECMA-376), which Word writes, and those of its
/// strict form (ISO/IEC 29500).
pub(super) const SPACES: Spaces = &[
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
];

/// Whether the value of a property switches it off; one without a value is on.
pub(super) fn off(value: Option<&str>) -> bool {
    matches!(value, Some("0" | "false" | "off"))
}

/// The styles, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: FxHashMap<String, Style>,
}

/// What a style says itself, or what it says with all that it is based on.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    based_on: Option<String>,
    /// Whether it is a heading, a title or has a level in the outline.
    pub(super) heading: Option<bool>,
    pub(super) quoted: Option<bool>,
    /// Whether it is a line of a table of contents.
    pub(super) contents: Option<bool>,
    /// The number of the list whose items have it; 0 is none.
    pub(super) list: Option<u32>,
    /// The depth of those items.
    pub(super) level: Option<u32>,
    pub(super) hidden: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) raised: Option<bool>,
    /// Whether it sets the first row of a table apart.
    pub(super) first_row: Option<bool>,
}

/// A style based on more others than this is based on itself.
const DEEPEST: usize = 32;

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Result<Self, Fault> {
        let mut styles = FxHashMap::default();
        let mut xml = Xml::new(text, SPACES);
        let mut open: Option<(String, Style)> = None;
        while let Some(node) = xml.next()? {
            match node {
                Node::Start(element) if element.name == "w:style" => {
                    open = Some((element.attribute("styleId").unwrap_or_default(), Style::default()));
                }
                Node::Start(element) => {
                    let Some((_, style)) = &mut open else { continue };
                    let value = element.attribute("val");
                    let on = !off(value.as_deref());
                    match &*element.name {
                        "w:basedOn" => style.based_on = value,
                        // The name that Word shows is translated; this one is not.
                        "w:name" => style.name(&value.unwrap_or_default().to_ascii_lowercase()),
                        // 9 is the level of body text.
                        "w:outlineLvl" => style.heading = Some(value.is_some_and(|level| level != "9")),
                        "w:numId" => style.list = value.and_then(|number| number.parse().ok()),
                        "w:ilvl" => style.level = value.and_then(|level| level.parse().ok()),
                        "w:vanish" => style.hidden = Some(on),
                        "w:strike" | "w:dstrike" => style.struck = Some(on),
                        "w:vertAlign" => style.raised = Some(value.as_deref() == Some("superscript")),
                        "w:tblStylePr" if element.is("type", "firstRow") => style.first_row = Some(true),
                        _ => {}
                    }
                }
                Node::End(name) if name == "w:style" => styles.extend(open.take()),
                Node::End(_) | Node::Text(_) => {}
            }
        }
        Ok(Self { styles })
    }

    /// What the style of this id says, with all that it is based on.
    pub(super) fn get(&self, id: &str) -> Style {
        let mut all = Style::default();
        let mut next = self.styles.get(id);
        for _ in 0..DEEPEST {
            let Some(style) = next else { break };
            all.add(style);
            next = style.based_on.as_deref().and_then(|id| self.styles.get(id));
        }
        all
    }
}

impl Style {
    /// What the name says, where Word or pandoc gave it.
    fn name(&mut self, name: &str) {
        if name.starts_with("heading ") || matches!(name, "title" | "subtitle") {
            self.heading = Some(true);
        }
        if matches!(name, "quote" | "intense quote" | "block text") {
            self.quoted = Some(true);
        }
        if name.starts_with("toc ") {
            self.contents = Some(true);
        }
    }

    /// Takes what it does not say itself from the style it is based on.
    pub(super) fn add(&mut self, base: &Self) {
        self.heading = self.heading.or(base.heading);
        self.quoted = self.quoted.or(base.quoted);
        self.contents = self.contents.or(base.contents);
        self.list = self.list.or(base.list);
        self.level = self.level.or(base.level);
        self.hidden = self.hidden.or(base.hidden);
        self.struck = self.struck.or(base.struck);
        self.raised = self.raised.or(base.raised);
        self.first_row = self.first_row.or(base.first_row);
    }
}
