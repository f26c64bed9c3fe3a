//! Findings in one line each, as compilers and editors have them: `path:line:column: severity[rule]: message`.

use std::io::{self, Write};

use super::clean::clean;
use super::flat::headline;
use crate::conflicts::finding::Finding;

/// Writes the findings; columns count characters.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    for finding in findings {
        let Some(at) = finding.primary() else { continue };
        let place = at.file.place(at.span);
        let (path, severity, rule) = (clean(at.file.name()), finding.severity.name(), clean(&finding.rule));
        writeln!(out, "{path}:{}:{}: {severity}[{rule}]: {}", place.line, place.column, headline(finding))?;
    }
    Ok(())
}
