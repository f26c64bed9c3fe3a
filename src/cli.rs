//! The command line: what was typed, what it means, and what comes of it.

pub mod args;
pub mod check;
pub mod claims;
pub mod config;
pub mod exit;
pub mod explain;
pub mod load;
pub mod output;
pub mod rules;
pub mod run;
pub mod selection;
pub mod session;
pub mod settings;
pub mod values;
