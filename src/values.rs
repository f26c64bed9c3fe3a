//! Typed values: reading them in running prose, writing them down, and telling whether two of them agree.

pub mod agreement;
pub mod amount;
pub mod date;
pub mod duration;
pub mod find;
pub mod names;
pub mod office;
pub mod org;
pub mod person;
pub mod place;
pub mod polarity;
pub mod time;
pub mod value;
