//! The exit status.

use std::process::ExitCode;

use super::options::FailOn;
use crate::conflicts::finding::Finding;
use crate::source::problem::{Problem, ProblemLevel};

/// How a run ended; the larger wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing at or above what fails.
    Clean = 0,
    /// Something.
    Found = 1,
    /// Not all of it could be done.
    Incomplete = 2,
}

impl Exit {
    /// The status of what was found and what could not be done.
    #[must_use]
    pub fn of(findings: &[Finding], fail_on: FailOn, problems: &[Problem]) -> Self {
        if findings.iter().any(|finding| finding.fails(fail_on.least())) {
            Self::Found.max(Self::of_problems(problems))
        } else {
            Self::of_problems(problems)
        }
    }

    /// The status of what could not be done.
    #[must_use]
    pub fn of_problems(problems: &[Problem]) -> Self {
        if problems.iter().any(|problem| problem.level == ProblemLevel::Error) { Self::Incomplete } else { Self::Clean }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::{Exit, FailOn};
    use crate::conflicts::finding::{Finding, Status, Verdict};
    use crate::rules::severity::Severity;
    use crate::source::problem::{Problem, ProblemLevel};

    #[test]
    fn the_worst_decides() {
        use ProblemLevel as Level;
        for (severities, fail_on, levels, expected) in [
            (vec![], FailOn::Error, vec![], Exit::Clean),
            (vec![Severity::Note, Severity::Warning], FailOn::Error, vec![], Exit::Clean),
            (vec![Severity::Note, Severity::Error], FailOn::Error, vec![], Exit::Found),
            (vec![Severity::Warning], FailOn::Warning, vec![], Exit::Found),
            (vec![Severity::Note], FailOn::Note, vec![], Exit::Found),
            (vec![Severity::Error], FailOn::Never, vec![], Exit::Clean),
            (vec![Severity::Error], FailOn::Error, vec![Level::Warning], Exit::Found),
            (vec![Severity::Error], FailOn::Error, vec![Level::Error], Exit::Incomplete),
            (vec![], FailOn::Never, vec![Level::Error], Exit::Incomplete),
        ] {
            let findings: Vec<Finding> = severities.into_iter().map(finding).collect();
            let problems: Vec<Problem> = levels.into_iter().map(problem).collect();
            assert_eq!(Exit::of(&findings, fail_on, &problems), expected, "{findings:?} {fail_on:?} {problems:?}");
        }
    }

    fn finding(severity: Severity) -> Finding {
        Finding {
            id: String::new(),
            rule: String::new(),
            title: String::new(),
            verdict: Verdict::Conflict,
            severity,
            status: Status::New,
            message: String::new(),
            key: Vec::new(),
            about: String::new(),
            sides: Vec::new(),
            remarks: Vec::new(),
            help: String::new(),
        }
    }

    fn problem(level: ProblemLevel) -> Problem {
        Problem { level, ..Problem::error("a", "") }
    }
}
