//! Polarity.

use std::fmt;

/// Polarity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Polarity {
    /// The name.
    pub name: String,
}

impl fmt::Display for Polarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)
    }
}
