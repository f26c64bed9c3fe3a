//! What each document says: phrases matched, values taken, claims placed in time and mood.

pub mod claim;
mod demand;
mod event;
pub mod finder;
mod guard;
mod index;
mod key;
mod matcher;
mod program;
mod reach;
pub mod source_date;
mod tense;
mod vocabulary;
mod when;
