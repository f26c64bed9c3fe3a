//! Place.

use std::fmt;

/// Place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The name.
    pub name: String,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}
