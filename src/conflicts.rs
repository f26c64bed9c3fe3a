//! From claims to findings: what cannot both hold.

pub mod finding;
