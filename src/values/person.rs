//! Names of human beings.

use std::fmt;

/// A name as it stands, without titles.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    /// The name as written, blanks made single.
    pub name: String,
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}
