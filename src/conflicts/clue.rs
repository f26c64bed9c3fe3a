//! Clues: what two claims share that may be about one thing.

/// What kind of clue it is or what it belongs to, a word, and the document of a clue that holds inside one alone.
pub(super) type Clue = (u32, u32, Option<usize>);
