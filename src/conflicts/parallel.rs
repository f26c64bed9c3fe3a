//! Parts of one document that differ in much: below two headings, they tell of two things and contradict each other in none.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::finding::Finding;
use crate::claims::claim::Evidence;
use crate::claims::document_claims::DocumentClaims;
use crate::rules::rule::{ClaimRule, MeetsBy, Rules};
use crate::rules::severity::Severity;

/// How many facts differ at least between the parts below two headings that tell of two things. Of some 600 contradictions
/// that are known no two stand below the same two headings.
const MANY: usize = 3;

/// The parts below two headings, by the place of their document and of the headings in it.
type Two = (usize, usize, usize);

/// Turns what differs between parts that differ in much into notes. What is told of something by its name stays.
pub(super) fn demote(findings: &mut [Finding], documents: &[DocumentClaims], rules: &Rules) {
    let parts: Vec<Option<Two>> = findings.iter().map(|finding| two_parts(finding, documents, rules)).collect();
    let mut differ: BTreeMap<Two, usize> = BTreeMap::new();
    parts.iter().flatten().for_each(|two| *differ.entry(*two).or_default() += 1);
    for (finding, two) in findings.iter_mut().zip(parts) {
        if let Some(facts) = two.map(|two| differ[&two]).filter(|facts| *facts >= MANY) {
            finding.severity = Severity::Note;
            finding
                .remarks
                .push(format!("{facts} facts differ below these two headings, which may be about two things"));
        }
    }
}

/// The two parts of one document that a finding holds against each other, where no name tells that they are about one thing.
fn two_parts(finding: &Finding, documents: &[DocumentClaims], rules: &Rules) -> Option<Two> {
    let rule = rules.claims.iter().find(|rule| rule.name.to_string() == finding.rule)?;
    if finding.severity == Severity::Note || !names_nothing(rule, finding) {
        return None;
    }
    let mut evidence = finding.sides.iter().flat_map(|side| &side.evidence);
    let file = &evidence.clone().next()?.file;
    let at = documents.iter().position(|document| Arc::ptr_eq(&document.file, file))?;
    let part = |one: &Evidence| documents[at].headings.partition_point(|heading| *heading <= one.span.start);
    if !evidence.clone().all(|one| Arc::ptr_eq(&one.file, file)) {
        return None;
    }
    let first = part(evidence.next()?);
    let mut others = evidence.map(part).filter(|part| *part != first);
    let other = others.next()?;
    // The title is about all of the text, and so is what stands before the first heading.
    let headed = first.min(other) > 1;
    (headed && others.all(|part| part == other)).then_some((at, first.min(other), first.max(other)))
}

/// Whether the key of a finding leaves open what it is about.
fn names_nothing(rule: &ClaimRule, finding: &Finding) -> bool {
    rule.meets_by() != MeetsBy::Key || finding.key.len() < rule.key.len()
}
