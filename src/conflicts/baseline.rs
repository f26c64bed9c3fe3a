//! A baseline: the findings that are known, by their content, so that only new ones are loud.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::finding::{Finding, Side, Status, Verdict};
use crate::source::file::File;

/// What is known of one finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The rule, with its pack.
    pub rule: String,
    /// What kind of finding it is.
    pub verdict: Verdict,
    /// Whether one text says all of it.
    pub inside: bool,
    /// What the fact is about: names and values of the key's parts.
    pub key: BTreeMap<String, String>,
    /// The day since when it is known, where a day was known.
    pub since: Option<NaiveDate>,
    /// Its sides, by value.
    pub sides: Vec<KnownSide>,
}

/// One of the answers that are known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KnownSide {
    /// The normalised value.
    pub value: String,
    /// The words of its claims, blanks made single.
    pub quotes: BTreeSet<String>,
}

impl Known {
    /// What is to be known of a finding from a day on.
    #[must_use]
    pub fn of(finding: &Finding, since: Option<NaiveDate>) -> Self {
        let mut sides: Vec<KnownSide> = finding
            .sides
            .iter()
            .map(|side| KnownSide { value: side.value.clone(), quotes: quotes(side).map(str::to_owned).collect() })
            .collect();
        sides.sort();
        let (rule, key) = fact(finding);
        Self { rule, verdict: finding.verdict, inside: is_inside(finding), key, since, sides }
    }

    /// Whether another one of the same fact knew all of it.
    fn is_part_of(&self, other: &Self) -> bool {
        let part = |side: &KnownSide| other.sides.iter().any(|other| other.quotes.is_superset(&side.quotes));
        self.verdict == other.verdict && self.inside == other.inside && self.sides.iter().all(part)
    }

    /// Whether a finding on the same fact says nothing but what is known: a dispute that has lost a place or a side is known, one that
    /// has won one is not.
    fn holds(&self, finding: &Finding) -> bool {
        let known = |side: &Side| {
            let holds = |known: &KnownSide| {
                // A side is named after its fullest words, so that it can lose a part of its name with a place.
                known.value.contains(&side.value) && quotes(side).all(|quote| known.quotes.contains(quote))
            };
            self.sides.iter().any(holds)
        };
        self.verdict == finding.verdict && self.inside == is_inside(finding) && finding.sides.iter().all(known)
    }
}

/// A rule with its pack, and a key.
type Fact = (String, BTreeMap<String, String>);

/// Everything that is known.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    by_fact: BTreeMap<Fact, Vec<Known>>,
}

impl Baseline {
    /// A baseline of these.
    #[must_use]
    pub fn new(known: Vec<Known>) -> Self {
        let mut by_fact: BTreeMap<_, Vec<Known>> = BTreeMap::new();
        for known in known {
            by_fact.entry((known.rule.clone(), known.key.clone())).or_default().push(known);
        }
        Self { by_fact }
    }

    /// What is known of a finding, if it is.
    #[must_use]
    pub fn find(&self, finding: &Finding) -> Option<&Known> {
        self.by_fact.get(&fact(finding))?.iter().find(|known| known.holds(finding))
    }

    /// Whether anything of what another baseline knew is still known.
    #[must_use]
    pub fn tells_of(&self, other: &Known) -> bool {
        let of_fact = self.by_fact.get(&(other.rule.clone(), other.key.clone()));
        of_fact.is_some_and(|of_fact| of_fact.iter().any(|known| known.is_part_of(other)))
    }

    /// Marks the new findings that are known.
    pub fn mark(&self, findings: &mut [Finding]) {
        for finding in findings.iter_mut().filter(|finding| finding.status == Status::New) {
            if self.find(finding).is_some() {
                finding.status = Status::Baseline;
            }
        }
    }

    /// Everything that is known, in an order of its content.
    pub fn known(&self) -> impl Iterator<Item = &Known> {
        self.by_fact.values().flatten()
    }
}

fn fact(finding: &Finding) -> Fact {
    (finding.rule.clone(), finding.key.iter().cloned().collect())
}

fn quotes(side: &Side) -> impl Iterator<Item = &str> {
    side.evidence.iter().map(|at| at.quote.as_str())
}

/// Whether one file holds all of the sides.
fn is_inside(finding: &Finding) -> bool {
    let files =
        |side: &Side| -> BTreeSet<*const File> { side.evidence.iter().map(|at| Arc::as_ptr(&at.file)).collect() };
    let shared = finding.sides.iter().map(files).reduce(|shared, more| shared.intersection(&more).copied().collect());
    shared.is_some_and(|shared| !shared.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Baseline, Known};
    use crate::conflicts::finding::{Status, Verdict};
    use crate::conflicts::sample;

    #[track_caller]
    fn check(known: &str, found: &str, expected: bool) {
        let files = sample::files("abc");
        let baseline = Baseline::new(vec![Known::of(&sample::finding(known, &files), None)]);
        let mut findings = [sample::finding(found, &files)];
        baseline.mark(&mut findings);
        assert_eq!(findings[0].status == Status::Baseline, expected, "{known}, then {found}");
        let now = Baseline::new(vec![Known::of(&findings[0], None)]);
        assert_eq!(baseline.known().all(|before| now.tells_of(before)), expected, "{known}, then {found}");
    }

    #[test]
    fn a_finding_is_known_while_nothing_is_added_to_it() {
        check("Holm=a Berg=b", "Holm=a Berg=b", true);
        check("Holm=a Berg=b", "Berg=c Holm=b", true);
        check("Holm=a Berg=b Lund=c", "Berg=b Lund=c", true);
        check("Holm=a:she,b:he Berg=c", "Holm=b:he Berg=c", true);
        check("Holm=a Berg=b", "Holm=a Lund=b", false);
        check("Holm=a Berg=b", "Holm=a Berg=b Lund=c", false);
        check("Holm=a Berg=b", "Holm=a Berg=b,c:she", false);
        check("Holm=a Berg=b", "Holm=a Berg=a", false);
        check("Holm=a Berg=a", "Holm=b Berg=b", true);
    }

    #[test]
    fn a_side_that_lost_its_fullest_words_is_the_same_side() {
        let files = sample::files("abc");
        let baseline = Baseline::new(vec![Known::of(&sample::finding("IdaHolm=a,b:Holm Berg=c", &files), None)]);
        assert!(baseline.find(&sample::finding("Holm=b Berg=c", &files)).is_some());
        assert!(baseline.find(&sample::finding("Kay=b:Holm Berg=c", &files)).is_none());
    }

    #[test]
    fn another_fact_is_not_known() {
        let files = sample::files("ab");
        let known = sample::finding("Holm=a Berg=b", &files);
        let baseline = Baseline::new(vec![Known::of(&known, None)]);
        let mut others = [known.clone(), known.clone(), known.clone()];
        others[0].rule = "offices/judge".to_owned();
        others[1].verdict = Verdict::Update;
        others[2].key[0].1 = "Sund".to_owned();
        baseline.mark(&mut others);
        assert!(others.iter().all(|other| other.status == Status::New));
    }
}
