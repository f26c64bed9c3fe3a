//! Texts and places: from bytes on disk to sentences of tokens, and back to a line and a column.

pub mod document;
pub mod file;
pub mod problem;
pub mod prose;
pub mod sentence;
pub mod span;
pub mod token;
