//! Which documents tell one story: those that share rare names.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::mentioned::Mentioned;
use super::overlap::{Overlap, overlap};
use crate::claims::document_claims::DocumentClaims;

/// How surely two documents tell one story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Bond {
    /// They share a rare name: enough where what they say proves the rest.
    Slight,
    /// They share two names, one of them rare, or their subject: enough for what the texts call by its name.
    Kin,
    /// They share three rare names, or one and their subject: enough for what the texts only call "the mayor" or "the ship".
    Close,
}

impl Bond {
    /// How surely two documents must tell one story for claims whose key is open, or is not, to meet.
    pub(super) fn needed(open: bool) -> Self {
        if open { Self::Close } else { Self::Kin }
    }
}

/// The documents by the names that they mention.
pub(super) struct Stories<'a> {
    documents: &'a [DocumentClaims],
    mentioned: &'a Mentioned,
    /// The other documents of each document's story, reckoned when they are first asked for.
    around: Vec<OnceLock<BTreeMap<usize, Bond>>>,
}

/// How many days apart two documents may be written of which common words tell that they are one story: a year later a
/// newspaper says much the same of another storm.
pub(super) const ONE_SEASON: i64 = 60;

/// How many rarer words each document must have for the share of common ones to tell anything.
const LEAST_WORDS: usize = 30;

impl<'a> Stories<'a> {
    pub(super) fn of(documents: &'a [DocumentClaims], mentioned: &'a Mentioned) -> Self {
        Self { documents, mentioned, around: documents.iter().map(|_| OnceLock::new()).collect() }
    }

    /// The other documents that tell the story of this one, in order.
    pub(super) fn around(&self, document: usize) -> &BTreeMap<usize, Bond> {
        self.around[document].get_or_init(|| self.reckon(document))
    }

    /// The other documents that tell the story of this one at least so surely, in order.
    pub(super) fn told_with(&self, document: usize, needed: Bond) -> impl Iterator<Item = usize> {
        self.around(document).iter().filter(move |&(_, bond)| *bond >= needed).map(|(&other, _)| other)
    }

    /// How surely two documents tell one story; a document and itself do. `None` where nothing says that they do.
    pub(super) fn bond(&self, a: usize, b: usize) -> Option<Bond> {
        if a == b { Some(Bond::Close) } else { self.around(a).get(&b).copied() }
    }

    fn reckon(&self, document: usize) -> BTreeMap<usize, Bond> {
        // What each of the others shares: rare names and known ones.
        let mut shared: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for mention in &self.documents[document].mentions {
            let all = self.mentioned.rarely(&mention.word);
            let Some(here) = all.iter().find(|one| one.document == document) else { continue };
            let others = all.iter().filter(|also| also.document != document && !also.is_of_another(here));
            for also in others.filter(|also| also.sure || here.sure) {
                let (rare, known) = shared.entry(also.document).or_default();
                match mention.known {
                    true => *known += 1,
                    // The subject of both tells as much as two names that they merely mention.
                    false => *rare += 1 + usize::from(here.again && also.again),
                }
            }
        }
        let bond = |other, (rare, known)| Some(self.strengthened(document, other, bond(rare, known)?));
        shared.into_iter().filter_map(|(other, shared)| Some((other, bond(other, shared)?))).collect()
    }

    /// The bond of two documents by all of their words: those that share a name and much of what they say surely tell one
    /// story.
    fn strengthened(&self, document: usize, other: usize, bond: Bond) -> Bond {
        let (here, there) = (&self.documents[document], &self.documents[other]);
        if bond == Bond::Close
            || days_apart(here, there) > ONE_SEASON
            || here.story.own.len().min(there.story.own.len()) < LEAST_WORDS
        {
            return bond;
        }
        match (overlap(&here.story, &there.story), bond) {
            (Some(Overlap::Close), _) | (Some(Overlap::Loose), Bond::Kin) => Bond::Close,
            (Some(Overlap::Loose), _) => Bond::Kin,
            (None, _) => bond,
        }
    }
}

/// How many days lie between the dates of two documents; none where one has no date.
pub(super) fn days_apart(here: &DocumentClaims, there: &DocumentClaims) -> i64 {
    here.date.zip(there.date).map_or(0, |(a, b)| (a - b).num_days().abs())
}

/// What shared names tell, by how many of them no list knows and how many are known everywhere.
fn bond(rare: usize, known: usize) -> Option<Bond> {
    match (rare, known) {
        (3.., _) => Some(Bond::Close),
        (2, _) | (1, 1..) => Some(Bond::Kin),
        (1, 0) => Some(Bond::Slight),
        _ => None,
    }
}
