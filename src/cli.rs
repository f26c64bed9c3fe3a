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
pub mod output;
pub mod rules;
pub mod rules_new;
pub mod rules_sample;
pub mod rules_stats;
pub mod rules_test;
pub mod run;
pub mod selection;
pub mod session;
pub mod settings;
mod since;
mod standing;
pub mod values;

mod rules_update;
mod toml_text;
