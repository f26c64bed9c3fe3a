//! Whether two values can both hold.

/// The verdict on two values; symmetric, ordered from harmless to loud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Agreement {
    /// The same value, however it is written.
    Same,
    /// Different words that can both be true.
    Compatible,
    /// Nothing can be proved.
    Unknown,
    /// Both can be true, but hardly anyone would write so: a bound five times off, a name one letter apart.
    Suspicious,
    /// They cannot both be true.
    Conflict,
}
