//! How a report for people may look.

/// Where a report for people ends up decides how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How many columns there are.
    pub width: usize,
    /// Whether ANSI colours are understood.
    pub colour: bool,
    /// Whether notes are quoted like other findings, and every place of a finding is.
    pub verbose: bool,
}

impl Look {
    /// The width where nobody says: a pipe, a file.
    pub const PIPE_WIDTH: usize = 100;

    /// Narrower than this nothing readable fits, so nothing is made narrower.
    pub const LEAST_WIDTH: usize = 30;

    /// A look of that width, or of the least one.
    #[must_use]
    pub fn new(width: usize, colour: bool) -> Self {
        Self { width: width.max(Self::LEAST_WIDTH), colour, verbose: false }
    }
}
