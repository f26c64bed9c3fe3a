//! Which side the record is on, where somebody said what the record is.

use std::sync::Arc;

use super::finding::{Finding, Side, Verdict};
use crate::source::file::File;

/// How much a source weighs against others; the larger wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// Whether it is the record, which weighs more than any rank.
    pub canonical: bool,
    /// Its rank; 0 for a source of which nothing is said.
    pub rank: i64,
}

/// Remarks on each conflict between sources that one of its sides has the best of them, if one alone has.
pub fn remark(findings: &mut [Finding], standing: impl Fn(&Arc<File>) -> Standing) {
    for finding in findings {
        // The sides of a check are no answers to one question.
        let answers = finding.sides.iter().all(|side| side.role.is_none());
        if answers && matches!(finding.verdict, Verdict::Conflict | Verdict::Suspicious) {
            let told = best(&finding.sides, &standing);
            finding.remarks.extend(told);
        }
    }
}

fn best(sides: &[Side], standing: impl Fn(&Arc<File>) -> Standing) -> Option<String> {
    let weighed = sides.iter().map(|side| {
        // The first of the best, so that the order of the sources decides which one is named.
        let files = side.evidence.iter().map(|at| &at.file);
        let best =
            files.map(|file| (standing(file), file)).reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map(|(standing, file)| (standing, file, side))
    });
    let mut weighed: Vec<_> = weighed.collect::<Option<_>>()?;
    weighed.sort_by_key(|&(standing, ..)| std::cmp::Reverse(standing));
    let [(standing, file, side), (second, ..), ..] = weighed[..] else { return None };
    let name = if standing.canonical { "the record" } else { "the source of higher rank" };
    (standing > second).then(|| format!("{name}, {}, says `{}`", file.name(), side.shown))
}

#[cfg(test)]
mod tests {
    use super::{Standing, remark};
    use crate::conflicts::finding::Verdict;
    use crate::conflicts::sample;

    /// The record is in `r` and `s`; `h` has a higher rank than others, `l` a lower one.
    #[track_caller]
    fn check(sides: &str, expected: Option<&str>) {
        let standing = |name: &str| match name {
            "r" | "s" => Standing { canonical: true, rank: 0 },
            "h" => Standing { canonical: false, rank: 2 },
            "l" => Standing { canonical: false, rank: -1 },
            _ => Standing::default(),
        };
        let mut findings = [sample::finding(sides, &sample::files("abrshl"))];
        remark(&mut findings, |file| standing(file.name()));
        assert_eq!(findings[0].remarks.first().map(String::as_str), expected, "{sides}");
    }

    #[test]
    fn one_side_alone_has_the_best_of_the_sources() {
        check("Holm=a Berg=r", Some("the record, r, says `Berg`"));
        check("Holm=h Berg=a,r", Some("the record, r, says `Berg`"));
        check("Holm=a Berg=h Lund=b", Some("the source of higher rank, h, says `Berg`"));
        check("Holm=a Berg=l", Some("the source of higher rank, a, says `Holm`"));
    }

    #[test]
    fn nothing_is_said_where_the_best_are_at_odds() {
        check("Holm=a Berg=b", None);
        check("Holm=r Berg=s", None);
        check("Holm=r Berg=r Lund=a", None);
        check("Holm=r", None);
    }

    #[test]
    fn what_is_no_conflict_needs_no_judge() {
        let files = sample::files("ar");
        let standing = |canonical| Standing { canonical, rank: 0 };
        let mut findings = [sample::finding("Holm=a Berg=r", &files), sample::finding("Holm=a Berg=r", &files)];
        findings[0].verdict = Verdict::Superseded;
        findings[1].sides[0].role = Some("start".to_owned());
        remark(&mut findings, |file| standing(&**file.name() == "r"));
        assert!(findings.iter().all(|finding| finding.remarks.is_empty()));
    }
}
