//! From claims to findings: what cannot both hold.

pub mod compare;
mod dispute;
mod evaluate;
mod fact;
pub mod finding;
mod fingerprint;
mod judge;
mod record;
pub mod relation;
mod requirement;
mod sides;
mod wording;
