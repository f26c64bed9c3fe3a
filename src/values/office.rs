//! Office.

use std::fmt;

/// Office.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Office {
    /// The name.
    pub name: String,
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}
