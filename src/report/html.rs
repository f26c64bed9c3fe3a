//! The page: one self-contained file in which an editor goes from a finding to a decision.

mod article;
mod card;
mod filters;
mod index;
mod matrix;
mod overview;
pub mod page;
mod quote;
mod words;
