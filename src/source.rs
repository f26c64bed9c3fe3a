//! Texts and places: from bytes on disk to sentences of tokens, and back to a line and a column.

pub mod document;
mod docx;
mod docx_styles;
pub mod file;
pub mod front_matter;
pub mod html;
mod html_head;
mod html_main;
mod html_table;
mod html_text;
mod html_tree;
mod mail;
pub mod markdown;
pub mod meant;
pub mod ndjson;
mod odt;
mod odt_styles;
#[cfg(test)]
mod outline;
mod package;
pub mod plain;
pub mod problem;
pub mod prose;
mod raised;
pub mod read;
pub mod remark;
pub mod row;
pub mod sentence;
pub mod span;
mod taken;
pub mod token;
mod url;
pub mod walk;
pub mod word_table;
mod xml;
