//! What each document says: phrases matched, values taken, claims placed in time and mood.

pub mod claim;
mod demand;
mod event;
pub mod finder;
mod guard;
mod index;
mod key;
mod matcher;
pub mod near_miss;
mod program;
mod reach;
pub mod source_date;
mod tense;
mod vocabulary;
mod when;
