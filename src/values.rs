//! Typed values: reading them in running prose, writing them down, and telling whether two of them agree.

pub mod agreement;
pub mod amount;
pub(crate) mod calendar_words;
pub mod date;
pub(crate) mod date_reader;
pub mod duration;
pub mod find;
pub mod names;
pub mod office;
pub mod org;
pub mod person;
pub mod place;
pub mod polarity;
pub(crate) mod sentence_words;
pub mod temporal;
pub mod time;
pub(crate) mod time_reader;
pub mod value;
