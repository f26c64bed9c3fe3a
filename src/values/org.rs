//! Org.

use std::fmt;

/// Org.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Org {
    /// The name.
    pub name: String,
}

impl fmt::Display for Org {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}
