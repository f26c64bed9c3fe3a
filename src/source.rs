//! Texts and places: from bytes on disk to sentences of tokens, and back to a line and a column.

pub mod document;
pub mod file;
pub mod front_matter;
pub mod html;
mod html_head;
mod html_main;
mod html_text;
mod html_tree;
pub mod markdown;
pub mod meant;
pub mod ndjson;
#[cfg(test)]
mod outline;
pub mod plain;
pub mod problem;
pub mod prose;
pub mod read;
pub mod remark;
pub mod sentence;
pub mod span;
pub mod token;
mod url;
pub mod walk;
pub mod word_table;
