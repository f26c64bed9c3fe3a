//! What is told, and how: one model, one small file per form.

mod body;
pub mod clean;
pub mod excerpt;
pub mod explained;
pub mod json;
pub mod ledger;
pub mod look;
pub mod model;
pub mod near_miss;
pub mod rule;
mod shown;
pub mod table;
pub mod text;
