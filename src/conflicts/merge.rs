//! Each disputed fact once, and the order of all.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::finding::{Finding, Side};
use crate::claims::claim::Evidence;
use crate::rules::severity::Severity;
use crate::source::file::File;

/// Each disputed fact once, though several rules tell of it.
pub(super) fn merge(findings: Vec<Finding>) -> Vec<Finding> {
    without_retold(merged(findings))
}

/// Puts findings into the one order in which every form tells them: the loudest first, then by the path and place of
/// their first evidence, then by rule and fingerprint.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
}

fn order(finding: &Finding) -> (Reverse<Severity>, &str, u32, &str, &str) {
    let first = finding.sides.iter().flat_map(|side| &side.evidence).map(|at| (&**at.file.name(), at.span.start)).min();
    let (path, start) = first.unwrap_or_default();
    (Reverse(finding.severity), path, start, &finding.rule, &finding.id)
}

/// One finding for each fingerprint: a text and its copy contradict themselves in the same way, told once with both places.
fn merged(findings: Vec<Finding>) -> Vec<Finding> {
    let mut by_id: BTreeMap<String, Finding> = BTreeMap::new();
    for finding in findings {
        match by_id.get_mut(&finding.id) {
            None => {
                by_id.insert(finding.id.clone(), finding);
            }
            Some(first) => {
                first.severity = first.severity.max(finding.severity);
                for side in finding.sides {
                    let same = first.sides.iter_mut().find(|other| other.value == side.value);
                    let Some(same) = same else { continue };
                    same.evidence.extend(side.evidence);
                }
            }
        }
    }
    by_id.into_values().collect()
}

/// Leaves out what another finding tells too: all of its sides rest on the same words as sides of the other, which is
/// at least as loud. Of two that tell the same the one of the rule that stands first stays.
fn without_retold(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| {
        let evidence = |finding: &Finding| finding.sides.iter().map(|side| side.evidence.len()).sum::<usize>();
        (Reverse(a.severity), Reverse(evidence(a)), &a.rule, &a.id).cmp(&(
            Reverse(b.severity),
            Reverse(evidence(b)),
            &b.rule,
            &b.id,
        ))
    });
    let mut kept: Vec<Finding> = Vec::new();
    // What tells the same has evidence in every file of the finding, so only what shares its first file is looked at.
    let mut by_file: FxHashMap<*const File, Vec<usize>> = FxHashMap::default();
    for finding in findings {
        let mut files: Vec<*const File> =
            finding.sides.iter().flat_map(|side| &side.evidence).map(|at| Arc::as_ptr(&at.file)).collect();
        let near = files.first().and_then(|first| by_file.get(first)).map_or(&[][..], Vec::as_slice);
        if near.iter().any(|&other| tells(&kept[other], &finding)) {
            continue;
        }
        files.sort_unstable();
        files.dedup();
        for file in files {
            by_file.entry(file).or_default().push(kept.len());
        }
        kept.push(finding);
    }
    kept
}

/// Whether `other` holds each side of `finding` in a side of its own.
fn tells(other: &Finding, finding: &Finding) -> bool {
    let mut free: Vec<&Side> = other.sides.iter().collect();
    finding.verdict == other.verdict
        && finding.sides.len() > 1
        && finding.sides.iter().all(|side| {
            let holder = free
                .iter()
                .position(|holder| side.evidence.iter().all(|at| holder.evidence.iter().any(|also| overlap(at, also))));
            holder.map(|holder| free.remove(holder)).is_some()
        })
}

fn overlap(a: &Evidence, b: &Evidence) -> bool {
    Arc::ptr_eq(&a.file, &b.file) && a.span.start < b.span.end && b.span.start < a.span.end
}
