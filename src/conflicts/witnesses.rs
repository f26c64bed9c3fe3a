//! Other documents of a story that say what one side of a dispute says.

use super::fact::Fact;
use super::story::Bond;
use super::subject::Subjects;
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;

impl<'a> Subjects<'a> {
    /// A fact with what other documents say as its sides do, in the order of the sources.
    pub(super) fn with_witnesses(&self, fact: &Fact<'a>) -> Fact<'a> {
        let mut claims = fact.claims.clone();
        for one in &fact.claims {
            let others = fact.claims.iter().filter(|other| other.document != one.document && self.conflict(one, other));
            claims.extend(others.flat_map(|other| self.witnesses(one, other)));
        }
        claims.sort_by_key(|claim| (claim.document, claim.at.span));
        claims.dedup_by_key(|claim| (claim.document, claim.at.span));
        Fact { claims, ..*fact }
    }

    /// Whether several other documents of its story say what a claim says.
    pub(super) fn is_told_often(&self, claim: &Claim, other: &Claim) -> bool {
        let mut documents: Vec<usize> = self.witnesses(claim, other).map(|also| also.document).collect();
        documents.dedup();
        documents.len() > 1
    }

    /// What other documents of its story say as a claim does, and not as the other, of the thing that both count.
    pub(super) fn witnesses<'s>(&'s self, claim: &'s Claim, other: &'s Claim) -> impl Iterator<Item = &'a Claim> + 's {
        let both = move |term: &Term| {
            let has = |claim: &Claim| claim.context.as_ref().is_some_and(|context| context.things.contains(term));
            !term.weak && has(claim) && has(other)
        };
        let counts_it = move |also: &Claim| {
            let contexts = also.context.as_ref().zip(claim.context.as_ref());
            contexts.is_some_and(|(there, here)| {
                there.part == here.part
                    && there.things.iter().any(both)
                    && self.together(claim, also, here, there).is_ok()
            })
        };
        let story = self.judge.stories.told_with(claim.document, Bond::Kin);
        let others = story.filter(move |document| *document != other.document);
        let claims =
            others.filter_map(|document| self.by_document.get(&document)).flat_map(|claims| claims.iter().copied());
        claims
            .filter(move |also| also.counts() && counts_it(also) && self.agree(claim, also) && !self.agree(other, also))
    }
}
