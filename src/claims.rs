//! What each document says: phrases matched, values taken, claims placed in time and mood.

pub mod base_form;
pub mod claim;
pub mod context;
mod demand;
mod event;
pub mod finder;
mod gather;
mod guard;
pub mod happening;
mod index;
mod items;
mod key;
mod listing;
mod matcher;
pub mod mentions;
pub mod near_miss;
pub mod post;
mod program;
mod reach;
pub mod source_date;
pub mod story;
mod table;
mod tally;
mod tense;
mod vocabulary;
mod when;
