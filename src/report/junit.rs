//! Findings as a JUnit report after the schema of Jenkins: each rule is a class, each finding a test of it.

use std::collections::BTreeSet;
use std::io::{self, Write};

use quick_xml::events::BytesText;
use quick_xml::writer::Writer;

use super::flat::{details, headline, repeats};
use super::model::Report;
use super::place::path;
use super::xml::{line, lines};
use crate::conflicts::finding::Finding;
use crate::rules::rule::{Mode, Rules};
use crate::rules::severity::Severity;
use crate::source::problem::{Problem, ProblemLevel};

/// Writes the report: a failure for each new finding of at least the severity `least`, an error for what could not be
/// done, and a test that passes for each rule that found nothing, because a report without tests is a fault to Jenkins.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(report: &Report<'_>, rules: &Rules, least: Option<Severity>, out: &mut impl Write) -> io::Result<()> {
    let fails = |finding: &Finding| finding.fails(least);
    let found: BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule.as_str()).collect();
    // A claim that is not compared finds nothing by itself, and a check may have the name of the claim that feeds it.
    let compared = rules.claims.iter().filter(|rule| rule.mode == Mode::Compare).map(|rule| &rule.name);
    let all = compared.chain(rules.checks.iter().map(|rule| &rule.name)).map(ToString::to_string);
    let clean: BTreeSet<String> = all.filter(|name| !found.contains(name.as_str())).collect();
    let errors: Vec<&Problem> = report.problems.iter().filter(|problem| problem.level == ProblemLevel::Error).collect();
    let counts = [
        ("tests", report.findings.len() + clean.len() + errors.len()),
        ("failures", report.findings.iter().filter(|finding| fails(finding)).count()),
        ("errors", errors.len()),
    ]
    .map(|(name, count)| (name, count.to_string()));

    let tests = names(report.findings);
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    let mut xml = Writer::new_with_indent(&mut *out, b' ', 2);
    let counts = || counts.iter().map(|(name, count)| (*name, count.as_str()));
    let suites = xml.create_element("testsuites").with_attribute(("name", "belie")).with_attributes(counts());
    suites.write_inner_content(|xml| {
        let suite = xml.create_element("testsuite").with_attribute(("name", "belie")).with_attributes(counts());
        suite.write_inner_content(|xml| {
            errors.iter().try_for_each(|problem| error(problem, xml))?;
            report
                .findings
                .iter()
                .zip(&tests)
                .try_for_each(|(finding, name)| test(finding, name, fails(finding), xml))?;
            clean.iter().try_for_each(|rule| passed(rule, xml))
        })?;
        Ok(())
    })?;
    writeln!(out)
}

fn error<W: Write>(problem: &Problem, xml: &mut Writer<W>) -> io::Result<()> {
    let name = line(&path(&problem.path));
    let message = line(&problem.message);
    let case = xml.create_element("testcase").with_attributes([("classname", "belie"), ("name", name.as_str())]);
    case.write_inner_content(|xml| {
        let error = xml.create_element("error").with_attributes([("type", "problem"), ("message", message.as_str())]);
        error.write_text_content(BytesText::new(&lines(problem.help.as_deref().unwrap_or_default())))?;
        Ok(())
    })?;
    Ok(())
}

/// A name for each finding that no other has. It has no line in it, so that a server knows the finding again when lines
/// move.
fn names(findings: &[Finding]) -> Vec<String> {
    let name = |finding: &Finding| {
        let file = finding.primary().map_or_else(String::new, |at| format!(" ({})", path(at.file.name())));
        line(&format!("{}{file}", finding.message))
    };
    let names: Vec<String> = findings.iter().map(name).collect();
    let repeats = repeats(names.iter().map(String::as_str));
    let number = |(name, repeat): (&String, usize)| {
        if repeat == 0 { name.clone() } else { format!("{name} {}", repeat + 1) }
    };
    names.iter().zip(repeats).map(number).collect()
}

fn test<W: Write>(finding: &Finding, name: &str, fails: bool, xml: &mut Writer<W>) -> io::Result<()> {
    let class = class(&finding.rule);
    let message = line(&headline(finding));
    let body = lines(&details(finding).join("\n"));
    let case = xml.create_element("testcase").with_attributes([("classname", class.as_str()), ("name", name)]);
    case.write_inner_content(|xml| {
        if fails {
            let failure = [("type", finding.severity.name()), ("message", message.as_str())];
            xml.create_element("failure").with_attributes(failure).write_text_content(BytesText::new(&body))?;
        } else {
            let said = format!("{}: {message}\n{body}", finding.severity.name());
            xml.create_element("system-out").write_text_content(BytesText::new(&said))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn passed<W: Write>(rule: &str, xml: &mut Writer<W>) -> io::Result<()> {
    let class = class(rule);
    let case = [("classname", class.as_str()), ("name", "no contradiction")];
    xml.create_element("testcase").with_attributes(case).write_empty()?;
    Ok(())
}

/// Jenkins takes what stands before the last point for the package.
fn class(rule: &str) -> String {
    line(rule).replace('/', ".")
}
