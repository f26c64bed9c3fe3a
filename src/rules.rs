//! Rules: read from TOML, checked as a whole, and turned into what the engine runs.

pub mod builtin;
pub mod example;
pub mod expression;
pub mod fault;
pub mod load;
pub mod phrase;
pub mod rule;
pub mod schema;
pub mod selection;
pub mod severity;
pub mod warning;

mod check_loader;
mod claim_loader;
mod cover;
mod dictionary_loader;
mod example_parser;
mod expression_parser;
mod expression_tokens;
mod expression_types;
mod faults;
mod hygiene;
mod keys;
mod phrase_lowering;
mod phrase_parser;
mod phrase_shape;
mod phrase_tree;
mod raw;
mod section;
mod slot_table;
mod syntax;
mod text;
mod tree;
mod vocabulary;
mod vocabulary_loader;
