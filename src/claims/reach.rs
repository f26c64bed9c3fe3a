//! How far around a claim its sentence is looked at.

use std::ops::Range;

/// How many tokens on either side of a claim still speak of it. Sentences of prose are shorter; in a list without a full
/// stop, where each of thousands of claims would be held against all the rest, it keeps the work in proportion.
const REACH: usize = 200;

/// The part of a sentence that is near enough to the tokens of a claim.
pub(super) fn near(sentence: &Range<u32>, tokens: &Range<usize>) -> Range<usize> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let first = start.max(tokens.start.saturating_sub(REACH));
    first..end.min(tokens.end.saturating_add(REACH)).max(first)
}
