//! Findings in SARIF 2.1.0, the Static Analysis Results Interchange Format of OASIS, as code scanning on GitHub takes it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Value, json};

use super::clean::clean;
use super::flat::{repeats, value};
use super::json::write_pretty;
use super::model::Report;
use super::place::{Unit, path, region};
use super::rule::{check_page, claim_page};
use super::text::counted;
use crate::claims::claim::Evidence;
use crate::conflicts::finding::{Finding, Status};
use crate::rules::rule::Rules;
use crate::rules::severity::Severity;
use crate::source::file::File;
use crate::source::problem::{Problem, ProblemLevel};
use crate::source::span::FileSpan;

/// Where the schema of the form is published.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The places of one side that are linked; more than that nobody follows.
const MOST_LINKED: usize = 5;

/// Writes the report as a log with one run.
///
/// A result is told at the primary place of its finding, the only one that GitHub shows; the others are linked from its
/// message. A finding without a place is left out, because one such result makes GitHub refuse the whole log.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(report: &Report<'_>, rules: &Rules, out: &mut impl Write) -> io::Result<()> {
    let used: BTreeMap<&str, &Finding> =
        report.findings.iter().map(|finding| (finding.rule.as_str(), finding)).collect();
    let index: BTreeMap<&str, usize> = used.keys().enumerate().map(|(at, rule)| (*rule, at)).collect();
    let findings = report.findings.iter().zip(repeats(report.findings.iter().map(|finding| &*finding.id)));
    let results = findings.filter_map(|(finding, repeat)| result(finding, index[finding.rule.as_str()], repeat, rules));
    let notifications: Vec<Value> = report.problems.iter().map(notification).collect();
    let failed = report.problems.iter().any(|problem| problem.level == ProblemLevel::Error);
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": env!("CARGO_PKG_NAME"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": used.values().map(|finding| descriptor(finding, rules)).collect::<Vec<_>>(),
            }},
            "columnKind": "utf16CodeUnits",
            "invocations": [{"executionSuccessful": !failed, "toolExecutionNotifications": notifications}],
            "results": results.collect::<Vec<_>>(),
        }],
    });
    write_pretty(&log, out)
}

/// What a finding's rule is, with all that the rule file says for help.
fn descriptor(finding: &Finding, rules: &Rules) -> Value {
    let claim = rules.claims.iter().find(|rule| rule.name.to_string() == finding.rule);
    let check = rules.checks.iter().find(|rule| rule.name.to_string() == finding.rule);
    let (description, severity, page) = match (claim, check) {
        (Some(rule), _) => (rule.description.as_deref(), rule.severity, claim_page(rule, rules, true)),
        (None, Some(rule)) => (rule.description.as_deref(), rule.severity, check_page(rule, rules, true)),
        (None, None) => (None, finding.severity, finding.title.clone()),
    };
    let title = sentence(&finding.title);
    json!({
        "id": finding.rule,
        "shortDescription": {"text": title},
        "fullDescription": {"text": description.map_or_else(|| title.clone(), |words| sentence(words.trim()))},
        // A fence that no page has inside it.
        "help": {"text": page, "markdown": format!("~~~~~~~~text\n{page}\n~~~~~~~~\n")},
        "defaultConfiguration": {"level": severity.name()},
        "properties": {"problem.severity": recommendation(severity), "tags": ["prose"]},
    })
}

/// GitHub's word for a severity.
fn recommendation(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "recommendation",
    }
}

fn result(finding: &Finding, rule: usize, repeat: usize, rules: &Rules) -> Option<Value> {
    let primary = finding.primary()?;
    let mut message = escape(&sentence(&clean(&finding.message)));
    let mut related = Vec::new();
    for side in &finding.sides {
        message += &format!("\n{}: ", escape(&value(side)));
        for (nth, at) in side.evidence.iter().take(MOST_LINKED).enumerate() {
            let place = at.file.place(at.span);
            let shown = escape(&format!("{}:{}", clean(&path(at.file.name())), place.line));
            message += if nth == 0 { "" } else { ", " };
            if is_builtin(&at.file, rules) {
                // The packs that come with belie are no files of the repository.
                message += &shown;
            } else {
                related.push(related_location(at, related.len() + 1));
                message += &format!("[{shown}]({})", related.len());
            }
            if nth == 0 {
                message += &format!(" “{}”", escape(&clean(&at.quote)));
            }
        }
        if let Some(more @ 1..) = side.evidence.len().checked_sub(MOST_LINKED) {
            message += &format!(" and {}", counted(more, "more place", "more places"));
        }
    }
    for line in finding.remarks.iter().chain([&finding.help]).filter(|line| !line.is_empty()) {
        message += &format!("\n{}", escape(&sentence(&clean(line))));
    }
    let suppressions = match finding.status {
        Status::New => json!([]),
        Status::Baseline => json!([{"kind": "external", "status": "accepted", "justification": "in the baseline"}]),
        Status::Allowed => json!([{"kind": "inSource", "status": "accepted", "justification": "allowed"}]),
    };
    Some(json!({
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": finding.severity.name(),
        "message": {"text": message},
        "locations": [{"physicalLocation": physical_location(&primary.file, primary.span)}],
        "relatedLocations": related,
        // The first is GitHub's own key: it knows an alert again by it, and asks for a number behind the hash.
        "partialFingerprints": {
            "primaryLocationLineHash": format!("{}:{}", finding.id, repeat + 1),
            "belieFinding/v1": finding.id,
        },
        "suppressions": suppressions,
    }))
}

fn related_location(at: &Evidence, id: usize) -> Value {
    json!({
        "id": id,
        "physicalLocation": physical_location(&at.file, at.span),
        "message": {"text": escape(&clean(&at.quote))},
    })
}

fn physical_location(file: &File, span: FileSpan) -> Value {
    let place = region(file, span, Unit::Utf16);
    let mut region = json!({
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "snippet": {"text": file.slice(span)},
    });
    if !file.exact() {
        // A line of the text that was taken out of the file; GitHub asks for one.
        region = json!({
            "startLine": place.line,
            "endLine": place.end_line,
            "snippet": {"text": file.slice(span)},
            "properties": {"exact": false},
        });
    }
    json!({"artifactLocation": {"uri": uri(file.name())}, "region": region})
}

fn notification(problem: &Problem) -> Value {
    let level = match problem.level {
        ProblemLevel::Error => "error",
        ProblemLevel::Warning => "warning",
    };
    let place = match &problem.at {
        Some(at) => physical_location(&at.file, at.span),
        None => json!({"artifactLocation": {"uri": uri(&problem.path)}}),
    };
    let said = [Some(&problem.message), problem.help.as_ref()].into_iter().flatten();
    let said: Vec<String> = said.map(|words| escape(&sentence(&clean(words)))).collect();
    json!({"level": level, "message": {"text": said.join(" ")}, "locations": [{"physicalLocation": place}]})
}

fn is_builtin(file: &File, rules: &Rules) -> bool {
    rules.packs.iter().any(|pack| pack.builtin && std::ptr::eq(&*pack.file, file))
}

/// The words with a full stop, as SARIF wants messages to end.
fn sentence(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

/// Text in a message: brackets would make a link of it, braces a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '[' | ']' | '\\' => escaped.extend(['\\', c]),
            '{' | '}' => escaped.extend([c, c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A path as a reference to a URI (RFC 3986): relative to the root of the repository, or absolute.
fn uri(name: &str) -> String {
    let path = path(name);
    let mut uri = match path.as_bytes() {
        [b'/', ..] => "file://".to_owned(),
        [drive, b':', ..] if cfg!(windows) && drive.is_ascii_alphabetic() => "file:///".to_owned(),
        _ => String::new(),
    };
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::{escape, sentence, uri};

    #[test]
    fn a_path_is_a_reference_to_a_uri() {
        for (name, expected) in [
            ("a/b-1_c.md", "a/b-1_c.md"),
            ("./a b.md", "a%20b.md"),
            ("100%[x]#?.md", "100%25%5Bx%5D%23%3F.md"),
            ("http:x.md", "http%3Ax.md"),
            ("/tmp/é.md", "file:///tmp/%C3%A9.md"),
            ("<stdin>", "%3Cstdin%3E"),
        ] {
            assert_eq!(uri(name), expected);
        }
    }

    #[test]
    fn no_text_makes_a_link_or_a_placeholder() {
        for (text, expected) in
            [("see [1](2) or {0}", "see \\[1\\](2) or {{0}}"), ("a\\[b", "a\\\\\\[b"), ("“x”", "“x”")]
        {
            assert_eq!(escape(text), expected);
        }
    }

    #[test]
    fn a_sentence_ends_once() {
        for (words, expected) in [("a", "a."), ("a.", "a."), ("a?", "a?")] {
            assert_eq!(sentence(words), expected);
        }
    }
}
