//! How loud a finding is.

/// How loud a finding is, in SARIF's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Note,
    /// Sources disagree and nothing in them explains it.
    Warning,
    /// One source contradicts itself, or a fact of the calendar.
    Error,
}

impl Severity {
    /// The word for it in rules and reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
