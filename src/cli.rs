//! The command line: what was typed, what it means, and what comes of it.

pub mod args;
pub mod baseline;
mod baseline_file;
pub mod check;
pub mod claims;
pub mod config;
pub mod exit;
pub mod explain;
mod known;
pub mod load;
pub mod options;
pub mod output;
pub mod rules;
pub mod rules_new;
pub mod rules_sample;
pub mod rules_stats;
pub mod rules_test;
mod rules_update;
pub mod run;
pub mod selection;
pub mod session;
pub mod settings;
mod since;
mod standing;
mod toml_text;
pub mod values;
