//! Findings as Checkstyle writes its own, which many servers read.

use std::collections::BTreeMap;
use std::io::{self, Write};

use quick_xml::writer::Writer;

use super::flat::headline;
use super::place::path;
use super::xml::line;
use crate::conflicts::finding::{Finding, Status};
use crate::rules::severity::Severity;

/// Writes the findings by the file of their primary place; columns count characters.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(findings: &[Finding], out: &mut impl Write) -> io::Result<()> {
    let mut files: BTreeMap<String, Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        if let Some(at) = finding.primary() {
            files.entry(path(at.file.name())).or_default().push(finding);
        }
    }
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    xml.create_element("checkstyle").with_attribute(("version", "4.3")).write_inner_content(|xml| {
        for (path, findings) in &files {
            let file = xml.create_element("file").with_attribute(("name", line(path).as_str()));
            file.write_inner_content(|xml| findings.iter().try_for_each(|finding| error(finding, xml)))?;
        }
        Ok(())
    })?;
    writeln!(out)
}

fn error<W: Write>(finding: &Finding, xml: &mut Writer<W>) -> io::Result<()> {
    let Some(at) = finding.primary() else { return Ok(()) };
    let place = at.file.place(at.span);
    let severity = match (finding.status, finding.severity) {
        (Status::New, Severity::Error) => "error",
        (Status::New, Severity::Warning) => "warning",
        _ => "info",
    };
    let element = xml
        .create_element("error")
        .with_attribute(("line", place.line.to_string().as_str()))
        .with_attribute(("column", place.column.to_string().as_str()))
        .with_attribute(("severity", severity))
        .with_attribute(("message", line(&headline(finding)).as_str()))
        .with_attribute(("source", line(&finding.rule).as_str()));
    element.write_empty()?;
    Ok(())
}
