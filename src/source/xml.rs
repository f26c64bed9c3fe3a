//! XML as the readers of office documents see it: elements, their ends, and text.

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, QName, ResolveResult};
use quick_xml::reader::NsReader;

use super::package::Fault;

/// No office program puts so many elements into one another.
const DEEPEST: u32 = 4_000;

/// The short names that a reader gives to namespaces, whatever prefix a document has for them.
pub(super) type Spaces = &'static [(&'static str, &'static str)];

/// A document that is read from its begin to its end.
pub(super) struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    spaces: Spaces,
    open: u32,
}

/// What comes next. Names are written `short:local`, and local alone where the namespace has no short name.
#[derive(Debug)]
pub(super) enum Node<'a> {
    Start(Element<'a>),
    End(String),
    Text(String),
}

/// An element without what is in it.
#[derive(Debug)]
pub(super) struct Element<'a> {
    pub(super) name: String,
    start: BytesStart<'a>,
}

impl<'a> Xml<'a> {
    pub(super) fn new(text: &'a str, spaces: Spaces) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, spaces, open: 0 }
    }

    /// The next node; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Node<'a>>, Fault> {
        loop {
            let (space, event) = self.reader.read_resolved_event().map_err(|_| Fault::Damaged)?;
            match event {
                Event::Start(start) => {
                    let name = named(&space, start.name(), self.spaces);
                    self.open += 1;
                    if self.open > DEEPEST {
                        return Err(Fault::Damaged);
                    }
                    return Ok(Some(Node::Start(Element { name, start })));
                }
                Event::End(end) => {
                    let name = named(&space, end.name(), self.spaces);
                    self.open = self.open.saturating_sub(1);
                    return Ok(Some(Node::End(name)));
                }
                Event::Text(text) => return Ok(Some(Node::Text(text.xml10_content().into_owned()))),
                Event::CData(text) => return Ok(Some(Node::Text(text.xml10_content().into_owned()))),
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().map_err(|_| Fault::Damaged)?;
                    let words = character.map(String::from);
                    // What a document defines for itself is no text of an office program.
                    let words = words.or_else(|| resolve_predefined_entity(&reference).map(str::to_owned));
                    if let Some(words) = words {
                        return Ok(Some(Node::Text(words)));
                    }
                }
                Event::Eof if self.open > 0 => return Err(Fault::Damaged),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    /// Passes over the element that has begun last: all that is in it, and its end.
    pub(super) fn skip(&mut self) -> Result<(), Fault> {
        let around = self.open.saturating_sub(1);
        while self.open > around {
            self.next()?;
        }
        Ok(())
    }
}

impl Element<'_> {
    /// The value of an attribute by its local name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes().filter_map(Result::ok);
        let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
    }

    /// Whether an attribute has this value.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|written| written == value)
    }
}

fn named(space: &ResolveResult<'_>, name: QName<'_>, spaces: Spaces) -> String {
    let local = name.local_name();
    let local: &str = local.as_ref();
    let short = match space {
        ResolveResult::Bound(Namespace(uri)) => spaces.iter().find(|(known, _)| known == uri),
        _ => None,
    };
    short.map_or_else(|| local.to_owned(), |(_, short)| format!("{short}:{local}"))
}
