//! How two values compare: what the tables say, and what holds for any two values.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own table should fail loudly")]

mod properties;
mod reading;
mod table;
