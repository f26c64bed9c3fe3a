//! What is told, and how: one model, one small file per form.

mod body;
pub mod checkstyle;
pub mod clean;
pub mod concise;
pub mod excerpt;
pub mod explained;
mod flat;
pub mod github;
pub mod gitlab;
pub mod html;
pub mod json;
pub mod junit;
pub mod ledger;
pub mod look;
pub mod markdown;
pub mod model;
pub mod near_miss;
mod place;
pub mod rdjson;
pub mod rule;
pub mod sarif;
mod short_name;
mod shown;
pub mod table;
pub mod text;
mod xml;
