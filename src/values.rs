//! Typed values: reading them in running prose, writing them down, and telling whether two of them agree.

pub mod agreement;
pub mod amount;
pub(crate) mod calendar_words;
mod count;
pub mod date;
pub(crate) mod date_reader;
pub mod duration;
pub mod find;
pub mod money;
pub mod names;
mod number;
pub mod numeric;
pub mod office;
pub mod ordinal;
pub mod org;
pub mod percent;
pub mod person;
pub mod place;
pub mod polarity;
mod qualifier;
mod quantity;
pub(crate) mod sentence_words;
pub mod temporal;
pub mod time;
pub(crate) mod time_reader;
pub mod value;
mod words;
