//! Findings as workflow commands, which GitHub shows beside the lines of a pull request.

use std::io::{self, Write};

use super::clean::clean;
use super::flat::whole;
use super::model::Report;
use super::place::path;
use crate::conflicts::finding::Status;
use crate::rules::severity::Severity;
use crate::source::file::File;
use crate::source::problem::{Mark, ProblemLevel};
use crate::source::span::FileSpan;

/// Writes a command for each new finding, then one for each thing that could not be done. Of each level GitHub shows the
/// first ten of a step, and findings come loudest first.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    for finding in report.findings.iter().filter(|finding| finding.status == Status::New) {
        let Some(at) = finding.primary() else { continue };
        let level = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let place = place(&at.file, at.span);
        writeln!(out, "::{level} {place},title={}::{}", property(&finding.rule), message(&whole(finding)))?;
    }
    for problem in report.problems {
        let level = match problem.level {
            ProblemLevel::Error => "error",
            ProblemLevel::Warning => "warning",
        };
        let place = match &problem.at {
            Some(Mark { file, span, .. }) => place(file, *span),
            None => format!("file={}", property(&path(&problem.path))),
        };
        let said = [Some(clean(&problem.message)), problem.help.as_deref().map(clean)];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join("\n");
        writeln!(out, "::{level} {place},title=belie::{}", message(&said))?;
    }
    Ok(())
}

/// Path, lines and columns. GitHub takes columns only where both are on one line; a text taken out of a file has none there.
fn place(file: &File, span: FileSpan) -> String {
    let place = file.place(span);
    let name = property(&path(file.name()));
    let lines = format!("file={name},line={},endLine={}", place.line, place.end_line);
    if place.line == place.end_line && file.exact() {
        format!("{lines},col={},endColumn={}", place.column, place.end_column)
    } else {
        lines
    }
}

fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    message(&clean(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{message, property};

    #[test]
    fn no_text_ends_a_command_or_a_property() {
        for (text, in_message, in_property) in [
            ("a: b, c", "a: b, c", "a%3A b%2C c"),
            ("100 %0A\n::error::x", "100 %250A%0A::error::x", "100 %250A %3A%3Aerror%3A%3Ax"),
            ("\r\n", "%0D%0A", "  "),
        ] {
            assert_eq!((message(text).as_str(), property(text).as_str()), (in_message, in_property));
        }
    }
}
