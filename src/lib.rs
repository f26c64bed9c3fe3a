//! Finds where texts contradict each other or themselves, every side quoted and placed.

pub mod check;
pub mod claims;
pub mod cli;
pub mod conflicts;
pub mod examples;
pub mod report;
pub mod rules;
pub mod source;
pub mod values;
