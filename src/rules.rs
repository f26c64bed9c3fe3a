//! Rules: read from TOML, checked as a whole, and turned into what the engine runs.

pub mod example;
pub mod expression;
pub mod phrase;
pub mod rule;
pub mod severity;
