//! Findings as GitLab's Code Quality report: a JSON array that it shows beside the lines of a merge request.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::flat::{headline, repeats};
use super::json::write_pretty;
use super::place::path;
use crate::conflicts::finding::{Finding, Status};
use crate::rules::severity::Severity;

/// Writes the findings. GitLab asks for a fingerprint that no other finding has.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    let issues = findings
        .iter()
        .zip(repeats(findings.iter().map(|finding| &*finding.id)))
        .filter_map(|(finding, repeat)| issue(finding, repeat));
    write_pretty(&issues.collect::<Vec<_>>(), out)
}

fn issue(finding: &Finding, repeat: usize) -> Option<Value> {
    let at = finding.primary()?;
    let place = at.file.place(at.span);
    let severity = match (finding.status, finding.severity) {
        (Status::New, Severity::Error) => "major",
        (Status::New, Severity::Warning) => "minor",
        _ => "info",
    };
    Some(json!({
        "description": headline(finding),
        "check_name": finding.rule,
        "fingerprint": if repeat == 0 { finding.id.clone() } else { format!("{}-{}", finding.id, repeat + 1) },
        "severity": severity,
        "location": {"path": path(at.file.name()), "lines": {"begin": place.line, "end": place.end_line}},
    }))
}
