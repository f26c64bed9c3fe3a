//! From claims to findings: what cannot both hold.

mod addends;
mod advice;
mod aging;
pub mod allow;
pub mod baseline;
mod clue;
pub mod comparison;
mod dispute;
mod evaluate;
mod evidence;
mod extent;
mod fact;
pub mod finding;
mod fingerprint;
mod groups;
mod happening;
mod judge;
mod matter;
mod meeting;
mod mentioned;
pub mod merge;
mod namesake;
mod overlap;
mod post;
pub mod rank;
mod reason;
mod reckon;
mod record;
pub mod relation;
mod requirement;
#[cfg(test)]
mod sample;
mod sides;
mod story;
mod subject;
pub mod trial;
mod wording;
