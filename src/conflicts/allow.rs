//! Allowances: what somebody vouches for, with a reason, is not held against the rest.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::finding::{Finding, Side, Status};
use crate::claims::claim::Evidence;
use crate::source::file::File;
use crate::source::span::FileSpan;

/// A statement that may stand although others contradict it.
#[derive(Clone, Debug)]
pub struct Allowance {
    /// A rule with its pack, a rule's own id, or a pack.
    pub rule: String,
    /// Where it is said.
    pub place: AllowedPlace,
}

/// Where what is allowed is said.
#[derive(Clone, Debug)]
pub enum AllowedPlace {
    /// In a part of a file.
    Block(Arc<File>, FileSpan),
    /// In any of the files with these names, where it says this value, normalised or for people; any value where none is given.
    Files(BTreeSet<Arc<str>>, Option<String>),
}

impl Allowance {
    /// Whether it is about a rule, named with its pack.
    #[must_use]
    pub fn is_about(&self, rule: &str) -> bool {
        let (pack, id) = rule.split_once('/').unwrap_or(("", rule));
        self.rule == rule || self.rule == pack || self.rule == id
    }

    fn covers(&self, side: &Side, at: &Evidence) -> bool {
        match &self.place {
            AllowedPlace::Block(file, span) => {
                Arc::ptr_eq(file, &at.file) && at.span.start < span.end && span.start < at.span.end
            }
            AllowedPlace::Files(names, value) => {
                names.contains(at.file.name())
                    && value.as_ref().is_none_or(|value| *value == side.value || *value == side.shown)
            }
        }
    }
}

/// Marks the findings that are no dispute without what is allowed; tells which of the allowances were about anything.
///
/// What an allowance covers is taken out of a dispute, not the dispute out of the report: a third text that contradicts a
/// second is told though the first is allowed.
pub fn allow(findings: &mut [Finding], allowances: &[Allowance]) -> Vec<bool> {
    let mut used = vec![false; allowances.len()];
    for finding in findings {
        let about: Vec<usize> = (0..allowances.len()).filter(|&at| allowances[at].is_about(&finding.rule)).collect();
        if about.is_empty() {
            continue;
        }
        let mut left = Vec::with_capacity(finding.sides.len());
        for side in &finding.sides {
            let mut covered = 0;
            for at in &side.evidence {
                let covering: Vec<usize> =
                    about.iter().copied().filter(|&number| allowances[number].covers(side, at)).collect();
                covered += usize::from(!covering.is_empty());
                covering.into_iter().for_each(|number| used[number] = true);
            }
            left.push(covered < side.evidence.len());
        }
        if settled(finding, &left) {
            finding.status = Status::Allowed;
        }
    }
    used
}

/// Whether nothing is in dispute among the sides that are left: a check that relates claims needs them all, other
/// findings need two, or the one that they have.
fn settled(finding: &Finding, left: &[bool]) -> bool {
    let relates = finding.sides.iter().any(|side| side.role.is_some());
    let needed = if relates { left.len() } else { left.len().min(2) };
    left.iter().filter(|left| **left).count() < needed
}

#[cfg(test)]
mod tests {
    use super::{Allowance, AllowedPlace, allow};
    use crate::conflicts::finding::Status;
    use crate::conflicts::sample;
    use crate::source::span::FileSpan;

    #[test]
    fn what_is_allowed_is_taken_out_of_the_dispute() {
        let files = sample::files("abc");
        let names =
            |path: &str, value: Option<&str>| AllowedPlace::Files([path.into()].into(), value.map(ToOwned::to_owned));
        let block = |start, end| AllowedPlace::Block(files[0].clone(), FileSpan::new(start, end));
        for (sides, role, rule, place, (used, allowed)) in [
            ("Holm=a Berg=b", false, "offices/mayor", names("a", None), (true, true)),
            ("Holm=a Berg=b", false, "offices", names("b", None), (true, true)),
            ("Holm=a Berg=b", false, "mayor", names("a", Some("Holm")), (true, true)),
            ("Holm=a Berg=b", false, "mayor", names("a", Some("Berg")), (false, false)),
            ("Holm=a Berg=b", false, "dates", names("a", None), (false, false)),
            ("Holm=a Berg=b", false, "mayor", names("c", None), (false, false)),
            ("Holm=a,b Berg=c", false, "mayor", names("a", None), (true, false)),
            ("Holm=a Berg=b Lund=c", false, "mayor", names("a", None), (true, false)),
            ("Holm=a Berg=b Lund=c", true, "mayor", names("a", None), (true, true)),
            ("Holm=a", false, "mayor", names("a", None), (true, true)),
            ("Holm=a", false, "mayor", names("b", None), (false, false)),
            ("Holm=a Berg=b", false, "mayor", block(0, 5), (true, true)),
            ("Holm=a Berg=b", false, "mayor", block(8, 9), (false, false)),
        ] {
            let mut findings = [sample::finding(sides, &files)];
            if role {
                findings[0].sides.iter_mut().for_each(|side| side.role = Some(side.value.clone()));
            }
            let allowance = Allowance { rule: rule.to_owned(), place };
            let told = allow(&mut findings, std::slice::from_ref(&allowance));
            assert_eq!((told[0], findings[0].status == Status::Allowed), (used, allowed), "{sides} {allowance:?}");
        }
    }
}
