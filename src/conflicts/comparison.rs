//! All claims of all documents in, all findings out; and again when documents have changed, without comparing all the others.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::dispute;
use super::extent::{Changes, Extent};
use super::fact::{Fact, FactKey, fact_of, facts, number};
use super::finding::Finding;
use super::happening::Happenings;
use super::judge::Judge;
use super::meeting::{self, Meeting as _, Met};
use super::mentioned::Mentioned;
use super::merge::{merge, sort};
use super::namesake::{FilledIn, complete};
use super::parallel;
use super::post::Posts;
use super::requirement;
use super::story::Stories;
use super::subject::Subjects;
use crate::claims::document_claims::DocumentClaims;
use crate::rules::rule::{ClaimRule, MeetsBy, Mode, Rules};

/// Documents that were compared.
#[derive(Debug)]
pub struct Comparison<'r> {
    rules: &'r Rules,
    documents: Vec<DocumentClaims>,
    mentioned: Mentioned,
    /// The full names that others gave to surnames in them.
    filled_in: BTreeSet<FilledIn>,
    found: Found,
}

/// What was found, by what has to be found again when a document changes.
#[derive(Debug)]
struct Found {
    of_facts: BTreeMap<FactKey, Vec<Finding>>,
    /// The claims that meet without a key, and what is told of them, by the index of their rule.
    met: Vec<BTreeSet<Met>>,
    of_met: Vec<Vec<Finding>>,
    /// By check and document; what a check finds between documents stands at the first.
    of_checks: BTreeMap<(usize, usize), Vec<Finding>>,
}

impl<'r> Comparison<'r> {
    /// Compares what documents say. They are numbered in their order, and whom surnames stand for is filled in.
    #[must_use]
    pub fn of(rules: &'r Rules, mut documents: Vec<DocumentClaims>) -> Self {
        documents.iter_mut().enumerate().for_each(|(at, document)| document.number(at));
        let mentioned = Mentioned::of(&documents);
        let within = 0..documents.len();
        let filled_in = complete(rules, &mut documents, &mentioned, within);
        let found = Found {
            of_facts: BTreeMap::new(),
            met: vec![BTreeSet::new(); rules.claims.len()],
            of_met: vec![Vec::new(); rules.claims.len()],
            of_checks: BTreeMap::new(),
        };
        let mut comparison = Self { rules, documents, mentioned, filled_in, found };
        comparison.compare(&Extent::All);
        comparison
    }

    /// Puts what documents say now in the place of what they said, each by its index, and compares what that may change.
    /// What is found is what would be found if all were compared anew.
    pub fn replace(&mut self, said: BTreeMap<usize, DocumentClaims>) {
        let mut changes = Changes::default();
        let changed: BTreeSet<usize> = said.keys().copied().collect();
        changes.documents = self.with_stories(&changed);
        self.note_facts(&mut changes);
        for (at, mut document) in said {
            document.number(at);
            let was = &mut self.documents[at];
            count_clues(self.rules, was, -1, &mut changes);
            count_clues(self.rules, &document, 1, &mut changes);
            changes.documents.extend(self.mentioned.replace(at, was, &document));
            *was = document;
        }
        changes.documents.extend(self.with_stories(&changed));
        self.note_facts(&mut changes);
        let refilled = self.fill_in_again(&changes.documents, &changed);
        if !refilled.is_empty() {
            changes.documents.extend(self.with_stories(&refilled));
            changes.refilled = true;
        }
        self.note_facts(&mut changes);
        self.compare(&Extent::Around(changes));
    }

    /// What does not go together, each disputed fact once: the loudest first, then by the path and place of their first
    /// evidence.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = merge(self.each());
        parallel::demote(&mut findings, &self.documents, self.rules);
        sort(&mut findings);
        findings
    }

    /// The findings of each rule by itself, though another rule may tell the same; in no order that means anything.
    #[must_use]
    pub fn each(&self) -> Vec<Finding> {
        let Found { of_facts, of_met, of_checks, .. } = &self.found;
        of_facts.values().chain(of_met).chain(of_checks.values()).flatten().cloned().collect()
    }

    /// The documents, in their order.
    #[must_use]
    pub fn documents(&self) -> &[DocumentClaims] {
        &self.documents
    }

    /// The documents, in their order.
    #[must_use]
    pub fn into_documents(self) -> Vec<DocumentClaims> {
        self.documents
    }

    /// What each document says by itself, to be compared with others beside them.
    #[must_use]
    pub fn into_said(mut self) -> Vec<DocumentClaims> {
        self.filled_in.iter().for_each(|filled_in| filled_in.undo(&mut self.documents));
        self.documents
    }

    /// What a judgement on their claims knows.
    pub(super) fn judge(&self) -> Judge<'_> {
        Judge::new(self.rules, &self.documents, &self.mentioned)
    }

    /// These documents and those that tell their stories.
    fn with_stories(&self, documents: &BTreeSet<usize>) -> BTreeSet<usize> {
        let stories = Stories::of(&self.documents, &self.mentioned);
        documents.iter().flat_map(|&document| stories.around(document).keys().copied().chain([document])).collect()
    }

    /// Notes which facts documents speak of.
    fn note_facts(&self, changes: &mut Changes) {
        let claims = changes.documents.iter().flat_map(|&document| &self.documents[document].claims);
        for claim in claims.filter(|claim| claim.counts()) {
            let rule = &self.rules.claims[claim.rule];
            if meets_by(rule) == Some(MeetsBy::Key) {
                changes.facts.entry(claim.rule).or_default().insert(number(fact_of(rule, claim)));
            }
        }
    }

    /// Fills in again whom surnames stand for in some documents, of which those that have `changed` have nothing filled in.
    /// Gives the others in which it is not the same as before.
    fn fill_in_again(&mut self, within: &BTreeSet<usize>, changed: &BTreeSet<usize>) -> BTreeSet<usize> {
        let (again, kept): (BTreeSet<FilledIn>, BTreeSet<FilledIn>) =
            std::mem::take(&mut self.filled_in).into_iter().partition(|filled_in| within.contains(&filled_in.document));
        let of_others = |filled_in: &FilledIn| !changed.contains(&filled_in.document);
        let before: BTreeSet<FilledIn> = again.into_iter().filter(of_others).collect();
        before.iter().for_each(|filled_in| filled_in.undo(&mut self.documents));
        let now = complete(self.rules, &mut self.documents, &self.mentioned, within.iter().copied());
        let differ = before.symmetric_difference(&now).filter(|filled_in| of_others(filled_in));
        let differ = differ.map(|filled_in| filled_in.document).collect();
        self.filled_in = kept.into_iter().chain(now).collect();
        differ
    }

    /// Compares what has to be compared.
    fn compare(&mut self, extent: &Extent) {
        let Self { rules, documents, mentioned, found, .. } = self;
        let Found { of_facts, met, of_met, of_checks } = found;
        let judge = Judge::new(rules, documents, mentioned);

        of_facts.retain(|(rule, key, document), _| !extent.holds_fact((*rule, key, *document)));
        let of_facts_of = |rule: usize| -> Vec<(FactKey, Vec<Finding>)> {
            let of = &rules.claims[rule];
            let claims = judge.claims[rule].iter().copied().filter(|claim| extent.holds_fact(fact_of(of, claim)));
            let found = |fact: Fact<'_>| {
                let (rule, key, document) = fact_of(of, fact.claims[0]);
                ((rule, key.to_vec(), document), dispute::findings(&fact, &judge))
            };
            facts(of, claims).into_iter().map(found).filter(|(_, found)| !found.is_empty()).collect()
        };
        let compared = met.par_iter_mut().enumerate().map(|(at, met)| match meets_by(&rules.claims[at]) {
            None => (Vec::new(), Vec::new()),
            Some(MeetsBy::Key) if !extent.holds_facts_of(at) => (Vec::new(), Vec::new()),
            Some(MeetsBy::Key) => (of_facts_of(at), Vec::new()),
            Some(MeetsBy::Subject) => (Vec::new(), meeting::findings::<Subjects<'_>>(at, &judge, extent, met)),
            Some(MeetsBy::Happening) => (Vec::new(), meeting::findings::<Happenings<'_>>(at, &judge, extent, met)),
            Some(MeetsBy::Post) => (Vec::new(), meeting::findings::<Posts<'_>>(at, &judge, extent.of_posts(), met)),
        });
        let (by_fact, met): (Vec<_>, Vec<_>) = compared.unzip();
        of_facts.extend(by_fact.into_iter().flatten());
        *of_met = met;

        of_checks.retain(|(_, document), _| !extent.holds(*document));
        for (at, check) in rules.checks.iter().enumerate() {
            of_checks.extend(
                requirement::inside(check, &judge, extent).into_iter().map(|(document, found)| ((at, document), found)),
            );
            if requirement::reaches_over(check) {
                of_checks.insert((at, 0), requirement::between(check, &judge));
            }
        }
    }
}

/// Counts so many more for each clue of a document's claims.
fn count_clues(rules: &Rules, document: &DocumentClaims, more: isize, changes: &mut Changes) {
    for claim in document.claims.iter().filter(|claim| claim.counts()) {
        let mut count = |clue| changes.count(claim.rule, clue, more);
        match meets_by(&rules.claims[claim.rule]) {
            None | Some(MeetsBy::Key) => {}
            Some(MeetsBy::Subject) => Subjects::clues(claim, &mut count),
            Some(MeetsBy::Happening) => Happenings::clues(claim, &mut count),
            Some(MeetsBy::Post) => Posts::clues(claim, &mut count),
        }
    }
}

/// What brings the claims of a rule together; `None` where they are not compared.
fn meets_by(rule: &ClaimRule) -> Option<MeetsBy> {
    (rule.mode == Mode::Compare).then(|| rule.meets_by())
}
