//! Whether the documents of two claims speak of one matter, and how much words that their sentences share prove.

use super::judge::Judge;
use super::overlap::{self, Overlap};
use super::story::{self, Bond, ONE_SEASON};
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;

/// How much two documents must share to speak of one matter: see [`overlap::shared`].
const ONE_STORY: usize = 2;

/// How much they must share where they are dated more than so many days apart.
const LONG_STORY: usize = 8;

/// How much they must share to tell one story by that alone.
const SURE_STORY: usize = 6;

/// From how many times on a word of a document is its topic and tells its sentences not apart.
const TOPIC_TIMES: u32 = 5;

/// What the documents of two claims have in common; `None` where it is too little for one matter.
pub(super) fn overlap(judge: &Judge<'_>, a: &Claim, b: &Claim) -> Option<Overlap> {
    if a.document == b.document {
        return Some(Overlap::Close);
    }
    let story = |claim: &Claim| &judge.documents[claim.document].story;
    if days_apart(judge, a, b) > ONE_SEASON { None } else { overlap::overlap(story(a), story(b)) }
}

/// Whether the documents of two claims speak of one matter: whatever their topics, they share a rare name.
pub(super) fn one_matter(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    judge.stories.bond(a.document, b.document).is_some() && is_one_matter(shared(judge, a, b), days_apart(judge, a, b))
}

/// Whether documents that share so much, written so many days apart, speak of one matter.
fn is_one_matter(shared: usize, days: i64) -> bool {
    shared >= if days > ONE_SEASON { LONG_STORY } else { ONE_STORY }
}

/// How much the documents of two claims share.
fn shared(judge: &Judge<'_>, a: &Claim, b: &Claim) -> usize {
    overlap::shared(&judge.documents[a.document].story, &judge.documents[b.document].story)
}

/// How many days lie between the dates of their documents; none where one has no date.
fn days_apart(judge: &Judge<'_>, a: &Claim, b: &Claim) -> i64 {
    story::days_apart(&judge.documents[a.document], &judge.documents[b.document])
}

/// Whether the documents of two claims are of one season, as far as they are dated.
pub(super) fn one_season(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    days_apart(judge, a, b) <= ONE_SEASON
}

/// How surely the documents of two claims speak of one matter: the surer, the less their sentences must prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    Apart,
    /// They share a rare name: enough for sentences that say much the same.
    Likely,
    /// They share other names or topics too.
    Near,
    /// They tell one story, near in time.
    Sure,
    /// They are one document.
    Inside,
}

impl Nearness {
    /// How surely two documents can tell one story at most, of what does not hold whenever it is written.
    pub(super) fn nearest(one_season: bool) -> Self {
        if one_season { Self::Sure } else { Self::Near }
    }
}

/// How surely the documents of two claims speak of one matter; `lasting` for what holds whenever it is written.
pub(super) fn nearness(judge: &Judge<'_>, a: &Claim, b: &Claim, lasting: bool) -> Nearness {
    if a.document == b.document {
        return Nearness::Inside;
    }
    let Some(bond) = judge.stories.bond(a.document, b.document) else { return Nearness::Apart };
    let (days, shared) = (days_apart(judge, a, b), shared(judge, a, b));
    if (bond >= Bond::Kin || shared >= SURE_STORY) && (lasting || days <= ONE_SEASON) {
        Nearness::Sure
    } else if is_one_matter(shared, days) {
        Nearness::Near
    } else if days <= ONE_SEASON {
        Nearness::Likely
    } else {
        Nearness::Apart
    }
}

/// Whether the documents of two claims open with a name that both have, and are not of different times: enough where their
/// sentences prove the rest.
pub(super) fn shares_names(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    one_season(judge, a, b) && shared(judge, a, b) > 0
}

/// Whether the documents of two claims share more than just enough to speak of one matter.
pub(super) fn shares_much(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    shared(judge, a, b) > ONE_STORY
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

#[cfg(test)]
mod tests {
    use super::is_one_matter;

    #[test]
    fn texts_of_other_seasons_must_share_more_to_speak_of_one_matter() {
        for (shared, days, expected) in
            [(1, 0, false), (2, 0, true), (2, 60, true), (2, 61, false), (7, 61, false), (8, 61, true)]
        {
            assert_eq!(is_one_matter(shared, days), expected, "{shared} shared, {days} days");
        }
    }
}
