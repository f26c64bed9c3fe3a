//! Parts of one document that differ in much: two paragraphs, or what stands below two headings, then tell of two things and
//! contradict each other in none.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::finding::Finding;
use crate::claims::claim::Evidence;
use crate::claims::document_claims::DocumentClaims;
use crate::rules::rule::{ClaimRule, MeetsBy, Rules};
use crate::rules::severity::Severity;
use crate::source::file::File;

/// How many facts differ at least between two parts that tell of two things. Of the 114 contradictions between two places of
/// one text that we know no three stand in the same two paragraphs, nor below the same two headings.
const MANY: usize = 3;

/// The parts that a finding holds against each other: their document and their places in it.
type Two = (usize, usize, usize);

/// Turns what differs between parts that differ in much into notes. What is told of something by its name stays.
pub(super) fn demote(findings: &mut [Finding], documents: &[DocumentClaims], rules: &Rules) {
    let by_file = documents.iter().enumerate().map(|(at, document)| (Arc::as_ptr(&document.file), at));
    let by_file: FxHashMap<*const File, usize> = by_file.collect();
    let open: Vec<bool> = findings.iter().map(|finding| names_nothing(finding, rules)).collect();
    let mut demote = |starts: fn(&DocumentClaims) -> &[u32], parts: &str| {
        let two = |(finding, open): (&Finding, &bool)| {
            let document = *by_file.get(&Arc::as_ptr(&finding.primary()?.file))?;
            let (one, other) = two_parts(finding, starts(&documents[document])).filter(|_| *open)?;
            Some((document, one, other))
        };
        let pairs: Vec<Option<Two>> = findings.iter().zip(&open).map(two).collect();
        let mut differ: BTreeMap<Two, usize> = BTreeMap::new();
        pairs.iter().flatten().for_each(|two| *differ.entry(*two).or_default() += 1);
        for (finding, two) in findings.iter_mut().zip(pairs) {
            if let Some(facts) = two.map(|two| differ[&two]).filter(|facts| *facts >= MANY) {
                finding.severity = Severity::Note;
                finding.remarks.push(format!("{facts} facts differ {parts}, which may be about two things"));
            }
        }
    };
    demote(|document| &document.headings, "below these two headings");
    demote(|document| &document.blocks, "between these two paragraphs");
}

/// The two parts that a finding holds against each other, of those of its document that begin at `starts`.
fn two_parts(finding: &Finding, starts: &[u32]) -> Option<(usize, usize)> {
    let mut evidence = finding.sides.iter().flat_map(|side| &side.evidence);
    let file = &finding.primary()?.file;
    if finding.severity == Severity::Note || !evidence.clone().all(|one| Arc::ptr_eq(&one.file, file)) {
        return None;
    }
    let part = |one: &Evidence| starts.partition_point(|start| *start <= one.span.start);
    let first = part(evidence.next()?);
    let mut others = evidence.map(part).filter(|part| *part != first);
    let other = others.next()?;
    // The title, and what stands before the first heading, is about all of the text.
    let of_all = first.min(other) <= 1;
    (!of_all && others.all(|part| part == other)).then_some((first.min(other), first.max(other)))
}

/// Whether a finding leaves open what it is about: its rule has no key, or a part of it is missing.
fn names_nothing(finding: &Finding, rules: &Rules) -> bool {
    let open = |rule: &ClaimRule| rule.meets_by() != MeetsBy::Key || finding.key.len() < rule.key.len();
    let named = |rule: &&ClaimRule| finding.rule.split_once('/') == Some((&rule.name.pack_name, &rule.name.id));
    rules.claims.iter().find(named).is_some_and(open)
}
