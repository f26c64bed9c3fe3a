//! Findings in the Reviewdog Diagnostic Format.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::flat::whole;
use super::json::write_pretty;
use super::place::{Unit, path, region};
use crate::conflicts::finding::{Finding, Status};
use crate::rules::severity::Severity;

/// Writes the findings; columns count bytes of UTF-8, and the end is exclusive.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    let diagnostics: Vec<Value> = findings.iter().filter_map(diagnostic).collect();
    write_pretty(&json!({"source": {"name": "belie"}, "diagnostics": diagnostics}), out)
}

fn diagnostic(finding: &Finding) -> Option<Value> {
    let at = finding.primary()?;
    let region = region(&at.file, at.span, Unit::Utf8);
    let severity = match (finding.status, finding.severity) {
        (Status::New, Severity::Error) => "ERROR",
        (Status::New, Severity::Warning) => "WARNING",
        _ => "INFO",
    };
    let mut range = json!({
        "start": {"line": region.line, "column": region.column},
        "end": {"line": region.end_line, "column": region.end_column},
    });
    if !at.file.exact() {
        range = json!({"start": {"line": region.line}, "end": {"line": region.end_line}});
    }
    Some(json!({
        "message": whole(finding),
        "severity": severity,
        "code": {"value": finding.rule},
        "location": {
            "path": path(at.file.name()),
            "range": range,
        },
    }))
}
