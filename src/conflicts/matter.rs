//! Whether the documents of two claims speak of one matter, and how much words that their sentences share prove.

use super::judge::Judge;
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;

/// How much two documents must share to speak of one matter: see [`Story::shared`](crate::claims::story::Story::shared).
const ONE_STORY: usize = 2;

/// How much they must share where they are dated more than so many days apart.
const LONG_STORY: usize = 8;
const ONE_SEASON: i64 = 60;

/// From how many times on a word of a document is its topic and tells its sentences not apart.
const TOPIC_TIMES: u32 = 5;

/// Whether the documents of two claims speak of one matter.
pub(super) fn one_matter(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    let document = |claim: &Claim| &judge.documents[claim.document];
    let shared = document(a).story.shared(&document(b).story);
    let days = document(a).date.zip(document(b).date).map_or(0, |(a, b)| (a - b).num_days().abs());
    shared >= if days > ONE_SEASON { LONG_STORY } else { ONE_STORY }
}

/// Whether the documents of two claims open with a name that both have, and are not of different times: enough where their
/// sentences prove the rest.
pub(super) fn shares_names(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    let document = |claim: &Claim| &judge.documents[claim.document];
    let days = document(a).date.zip(document(b).date).map_or(0, |(a, b)| (a - b).num_days().abs());
    days <= ONE_SEASON && document(a).story.shared(&document(b).story) > 0
}

/// How much shared words prove, in halves: a whole one each, less where they are common in news or in a document.
pub(super) fn weight(judge: &Judge<'_>, shared: &[Term], a: &Claim, b: &Claim) -> usize {
    let topic = |term: &Term| {
        [a, b].iter().any(|claim| {
            judge.documents[claim.document].story.words.get(&term.id).is_some_and(|&times| times >= TOPIC_TIMES)
        })
    };
    shared
        .iter()
        .map(|term| {
            if term.weak {
                0
            } else if topic(term) {
                1
            } else {
                2
            }
        })
        .sum()
}
