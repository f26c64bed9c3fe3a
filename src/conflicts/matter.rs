//! Whether the documents of two claims speak of one matter, and how much words that their sentences share prove.

use super::judge::Judge;
use super::story::Bond;
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;

/// How much two documents must share to speak of one matter: see [`Story::shared`](crate::claims::story::Story::shared).
const ONE_STORY: usize = 2;

/// How much they must share where they are dated more than so many days apart.
const LONG_STORY: usize = 8;
const ONE_SEASON: i64 = 60;

/// How much they must share to tell one story by that alone.
const SURE_STORY: usize = 6;

/// From how many times on a word of a document is its topic and tells its sentences not apart.
const TOPIC_TIMES: u32 = 5;

/// How much two documents have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overlap {
    /// Little more than a name: enough where the sentences say the rest.
    Loose,
    /// Names and much of what is said of them; a document and itself too.
    Close,
}

/// What share of the rarer words of the shorter document two documents have in common, in per cent: with two names, with
/// one, without any; and the least with which they are close.
const SHARE_WITH_NAMES: usize = 10;
const SHARE_WITH_NAME: usize = 20;
const SHARE_ALONE: usize = 35;
const SHARE_CLOSE: usize = 15;

/// What the documents of two claims have in common; `None` where it is too little for one matter.
pub(super) fn overlap(judge: &Judge<'_>, a: &Claim, b: &Claim) -> Option<Overlap> {
    if a.document == b.document {
        return Some(Overlap::Close);
    }
    let story = |claim: &Claim| &judge.documents[claim.document].story;
    let (here, there) = (story(a), story(b));
    if days_apart(judge, a, b) > ONE_SEASON {
        return None;
    }
    let names = here.capitals.intersection(&there.capitals);
    let names = names.filter(|name| here.names.contains(name) || there.names.contains(name)).count();
    let (less, more) = if here.own.len() < there.own.len() { (here, there) } else { (there, here) };
    let shared = less.own.intersection(&more.own).count() * 100;
    let share = |least: usize| shared >= least * less.own.len() && !less.own.is_empty();
    match names {
        2.. if share(SHARE_WITH_NAMES) => Some(if share(SHARE_CLOSE) { Overlap::Close } else { Overlap::Loose }),
        1 if share(SHARE_WITH_NAME) => Some(Overlap::Loose),
        _ if share(SHARE_ALONE) => Some(Overlap::Loose),
        _ => None,
    }
}

/// Whether the documents of two claims speak of one matter.
pub(super) fn one_matter(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    let document = |claim: &Claim| &judge.documents[claim.document];
    is_one_matter(document(a).story.shared(&document(b).story), days_apart(judge, a, b))
}

/// Whether documents that share so much, written so many days apart, speak of one matter.
fn is_one_matter(shared: usize, days: i64) -> bool {
    shared >= if days > ONE_SEASON { LONG_STORY } else { ONE_STORY }
}

/// How many days lie between the dates of two documents; none where one has no date.
fn days_apart(judge: &Judge<'_>, a: &Claim, b: &Claim) -> i64 {
    let date = |claim: &Claim| judge.documents[claim.document].date;
    date(a).zip(date(b)).map_or(0, |(a, b)| (a - b).num_days().abs())
}

/// Whether the documents of two claims are of one season, as far as they are dated.
pub(super) fn one_season(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    days_apart(judge, a, b) <= ONE_SEASON
}

/// How surely the documents of two claims speak of one matter: the surer, the less their sentences must prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    Apart,
    /// They share names or topics enough for sentences that say much the same.
    Likely,
    /// They share a rare name too.
    Near,
    /// They tell one story, near in time.
    Sure,
    /// They are one document.
    Inside,
}

/// How surely the documents of two claims speak of one matter; `lasting` for what holds whenever it is written.
pub(super) fn nearness(judge: &Judge<'_>, a: &Claim, b: &Claim, lasting: bool) -> Nearness {
    if a.document == b.document {
        return Nearness::Inside;
    }
    let document = |claim: &Claim| &judge.documents[claim.document];
    let days = days_apart(judge, a, b);
    let bond = judge.stories.bond(a.document, b.document);
    let shared = document(a).story.shared(&document(b).story);
    if (bond >= Some(Bond::Kin) || shared >= SURE_STORY) && (lasting || days <= ONE_SEASON) {
        Nearness::Sure
    } else if bond.is_some() && is_one_matter(shared, days) {
        Nearness::Near
    } else if is_one_matter(shared, days) || bond.is_some() && days <= ONE_SEASON {
        Nearness::Likely
    } else {
        Nearness::Apart
    }
}

/// Whether the documents of two claims open with a name that both have, and are not of different times: enough where their
/// sentences prove the rest.
pub(super) fn shares_names(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    let document = |claim: &Claim| &judge.documents[claim.document];
    let days = days_apart(judge, a, b);
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
