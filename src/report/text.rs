//! Findings for people: every side quoted, underlined and placed, as compilers show their errors.

use std::io::{self, Write};

use annotate_snippets::{Group, Level};

use super::body::{Body, Words};
use super::clean::clean;
use super::look::Look;
use super::model::{Report, Summary};
use super::shown::{one_file, shown, unshown};
use crate::claims::claim::Evidence;
use crate::conflicts::finding::{Finding, Side, Status, Verdict};
use crate::rules::severity::Severity;
use crate::source::problem::{Mark, Problem, ProblemLevel};
use crate::values::english;

/// Writes every finding; a note in a line for each side, unless the look asks for more.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(findings: &[Finding], look: Look, out: &mut impl Write) -> io::Result<()> {
    findings.iter().try_for_each(|finding| {
        if finding.severity == Severity::Note && !look.verbose {
            write_note(finding, look, out)
        } else {
            write_finding(finding, look, out)
        }
    })
}

/// Writes what could not be done, in the same look as findings.
///
/// # Errors
///
/// Where the writer fails.
pub fn write_problems(problems: &[Problem], look: Look, out: &mut impl Write) -> io::Result<()> {
    problems.iter().try_for_each(|problem| write_problem(problem, look, out))
}

/// Writes what was found in one line, and in another where to learn more.
///
/// # Errors
///
/// Where the writer fails.
pub fn write_summary(report: &Report<'_>, look: Look, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", summary(&report.summary))?;
    let Some(first) = report.findings.iter().find(|finding| finding.status == Status::New) else { return Ok(()) };
    writeln!(out, "`belie explain {}` tells what that rule looks for", clean(&first.rule))?;
    if report.summary.notes > 0 && !look.verbose {
        writeln!(out, "`belie check -v` quotes the notes too, and every place of a finding")?;
    }
    Ok(())
}

/// What was found in one line, without a line feed: `1 error, 2 warnings in 5 sources (31 claims); 3 in the baseline`.
/// Nothing read is not called clean.
#[must_use]
pub fn summary(summary: &Summary) -> String {
    if summary.sources == 0 {
        return "nothing was checked: there was no source to read".to_owned();
    }
    let found: Vec<String> = [
        (summary.errors, "error", "errors"),
        (summary.warnings, "warning", "warnings"),
        (summary.notes, "note", "notes"),
    ]
    .into_iter()
    .filter(|&(count, ..)| count > 0)
    .map(|(count, one, many)| counted(count, one, many))
    .collect();
    let nothing = match summary.baseline + summary.allowed {
        0 => "no contradictions found",
        _ => "no new contradictions found",
    };
    let found = if found.is_empty() { nothing.to_owned() } else { found.join(", ") };
    let sources = counted(summary.sources, "source", "sources");
    let claims = counted(summary.claims, "claim", "claims");
    let known = [(summary.baseline, "in the baseline"), (summary.allowed, "allowed")];
    let known = known.map(|(count, how)| if count > 0 { format!("; {count} {how}") } else { String::new() }).concat();
    format!("{found} in {sources} ({claims}){known}")
}

/// `1 source`, `2 sources`.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn write_finding(finding: &Finding, look: Look, out: &mut impl Write) -> io::Result<()> {
    let mut body = Body::new(level(finding), look);
    let places = shown(finding, look.verbose);
    let words = places.iter().map(|place| Words {
        file: &place.at.file,
        span: place.at.span,
        label: label(finding, &finding.sides[place.side], place.at, place.at.file.slice(place.at.span)),
    });
    body.snippets(&words.collect::<Vec<_>>());
    let one_file = one_file(finding);
    for (at, side) in finding.sides.iter().enumerate() {
        if let Some(rest) = unshown(side, at, &places, one_file) {
            body.message(&Level::NOTE, &rest);
        }
    }
    for remark in &finding.remarks {
        body.message(&Level::NOTE, remark);
    }
    if !finding.help.is_empty() {
        body.message(&Level::HELP, &finding.help);
    }
    body.write(title(finding), out)
}

/// A note is no alarm: its sentence, and for each side the first place and the number of the others.
fn write_note(finding: &Finding, look: Look, out: &mut impl Write) -> io::Result<()> {
    let mut body = Body::new(level(finding), look);
    for side in &finding.sides {
        let Some((first, rest)) = side.evidence.split_first() else { continue };
        let mut said = label(finding, side, first, "");
        if !rest.is_empty() {
            said += &format!(" (and in {})", counted(rest.len(), "more place", "more places"));
        }
        body.place(&first.file, first.span, &said);
    }
    body.write(title(finding), out)
}

fn write_problem(problem: &Problem, look: Look, out: &mut impl Write) -> io::Result<()> {
    let level = match problem.level {
        ProblemLevel::Error => Level::ERROR,
        ProblemLevel::Warning => Level::WARNING,
    };
    // Without words to show, the path must be in the message's own line.
    let message =
        if problem.at.is_some() { problem.message.clone() } else { format!("{}: {}", problem.path, problem.message) };
    let title = level.clone().primary_title(clean(&message));
    let mut body = Body::new(level, look);
    let marks = problem.at.iter().chain(&problem.related);
    let words = marks.map(|Mark { file, span, label }| Words { file, span: *span, label: label.clone() });
    body.snippets(&words.collect::<Vec<_>>());
    if let Some(help) = &problem.help {
        body.message(&Level::HELP, help);
    }
    body.write(Group::with_title(title), out)
}

fn level(finding: &Finding) -> Level<'static> {
    match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
}

fn title(finding: &Finding) -> Group<'static> {
    Group::with_title(level(finding).primary_title(clean(&finding.message)).id(clean(&finding.rule)))
}

/// What is said beside words: what they are to the check, the side's value unless the words say it themselves, its time where times are the point,
/// and whose words they are.
fn label(finding: &Finding, side: &Side, evidence: &Evidence, words: &str) -> String {
    let mut parts = Vec::new();
    let value = (!says(words, &side.shown)).then_some(side.shown.as_str());
    match (side.role.as_deref(), value) {
        (Some(role), Some(value)) => parts.push(format!("{role}: {value}")),
        (only, other) => parts.extend(only.or(other).map(ToOwned::to_owned)),
    }
    if let (Verdict::Update | Verdict::Superseded, Some(when)) = (finding.verdict, evidence.when.timex()) {
        parts.push(english::timex(&when));
    }
    if let Some(said_by) = &evidence.said_by {
        parts.push(format!("said by {said_by}"));
    }
    parts.join(", ")
}

/// Whether every word and number of the value stands in the words, in any order and case.
fn says(words: &str, value: &str) -> bool {
    let words = tokens(words);
    let said = tokens(value);
    !said.is_empty() && said.iter().all(|token| words.contains(token))
}

/// Words and numbers in lower case; commas between digits are left out, and signs of currencies are their codes.
fn tokens(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('€', " eur ").replace('£', " gbp ").replace('$', " usd ");
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, ',' | '.'))
        .map(|token| token.trim_matches([',', '.']).replace(',', ""))
        .filter(|token| !token.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn words_that_say_the_value_need_no_label() {
        for (words, value, expected) in [
            ("Ida Holm", "Ida Holm", true),
            ("ida\nholm", "Ida Holm", true),
            ("Holm", "Ida Holm", false),
            ("9 April 2031,", "April 9, 2031", true),
            ("Apr. 9, 2031", "April 9, 2031", false),
            ("2,900", "about 2900", false),
            ("2,900", "2900", true),
            ("€46 million", "EUR 46 million", true),
            ("A$46 million", "AUD 46 million", false),
            ("former President Holm", "former", true),
            ("President Holm", "current", false),
            ("", "", false),
        ] {
            assert_eq!(says(words, value), expected, "{words:?} {value:?}");
        }
    }
}
