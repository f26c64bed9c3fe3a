//! What is known of a document before people are looked for in it.

use super::names::{Alias, Names};
use super::vocabulary::{Class, Classes};
use crate::source::document::Document;

/// What was found before people are looked for.
pub(crate) struct Around<'a> {
    /// The document.
    pub(crate) document: &'a Document,
    /// The classes of its tokens.
    pub(crate) classes: &'a Classes,
    /// The dictionaries.
    pub(crate) names: &'a Names,
}

impl Around<'_> {
    /// The end of an alias of the dictionary's people that begins at `at`.
    pub(super) fn alias_at(&self, at: usize) -> Option<usize> {
        if !self.classes.at(at).is(Class::ALIAS) {
            return None;
        }
        let mut aliases = self.names.aliases().all(self.document, at);
        aliases.find(|(_, alias)| matches!(alias, Alias::Person(_))).map(|(end, _)| end)
    }
}

/// What can never be inside a name. An office or a place may be, where people bear such names too.
pub(super) fn stops() -> Class {
    Class::OPENER | Class::COMMON | Class::BODY | Class::LEGAL | Class::CAPITALS
}
