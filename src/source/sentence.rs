//! Sentences: the reach of gaps and of most guards.

use std::ops::Range;

use super::prose::Prose;
use super::token::Tokens;

/// A sentence: a run of tokens inside one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, half-open.
    pub tokens: Range<u32>,
    /// The block it stands in.
    pub block: u32,
}

/// Cuts every block into sentences.
#[must_use]
pub fn sentences(prose: &Prose, tokens: &Tokens) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let list = tokens.list();
    let mut at = 0;
    for (block, kind) in prose.blocks().iter().enumerate() {
        let start = at;
        while at < list.len() && list[at].span.end <= kind.span.end {
            at += 1;
        }
        if start < at {
            sentences.push(Sentence { tokens: start as u32..at as u32, block: block as u32 });
        }
    }
    sentences
}
