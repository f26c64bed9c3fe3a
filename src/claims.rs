//! Claims: what each source says, with the time it holds for.

pub mod source_date;
