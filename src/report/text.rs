//! Findings for people: every side quoted, underlined and placed, as compilers show their errors.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};

use super::clean::{clean, shorten, width};
use super::excerpt::excerpt;
use super::look::Look;
use super::model::{Report, Summary};
use crate::claims::claim::Evidence;
use crate::conflicts::finding::{Finding, Side, Verdict};
use crate::rules::severity::Severity;
use crate::source::file::File;
use crate::source::problem::{Mark, Problem, ProblemLevel};
use crate::source::span::FileSpan;

/// The places of one side that are shown with their words; the others are named.
const SHOWN_PER_SIDE: usize = 3;

/// The places that are named before "…" stands for the rest.
const NAMED_PER_SIDE: usize = 5;

/// Columns that the bars beside a line take, apart from the line number.
const BAR: usize = 3;

/// Writes every finding.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(findings: &[Finding], look: Look, out: &mut impl Write) -> io::Result<()> {
    findings.iter().try_for_each(|finding| write_finding(finding, look, out))
}

/// Writes what could not be done, in the same look as findings.
///
/// # Errors
///
/// Where the writer fails.
pub fn write_problems(problems: &[Problem], look: Look, out: &mut impl Write) -> io::Result<()> {
    problems.iter().try_for_each(|problem| write_problem(problem, look, out))
}

/// Writes what was found in one line.
///
/// # Errors
///
/// Where the writer fails.
pub fn write_summary(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "{}", summary(&report.summary))
}

/// What was found in one line, without a line feed: `1 error, 2 warnings in 5 sources (31 claims)`.
#[must_use]
pub fn summary(summary: &Summary) -> String {
    let found: Vec<String> = [
        (summary.errors, "error", "errors"),
        (summary.warnings, "warning", "warnings"),
        (summary.notes, "note", "notes"),
    ]
    .into_iter()
    .filter(|&(count, ..)| count > 0)
    .map(|(count, one, many)| counted(count, one, many))
    .collect();
    let found = if found.is_empty() { "no contradictions found".to_owned() } else { found.join(", ") };
    let sources = counted(summary.sources, "source", "sources");
    let claims = counted(summary.claims, "claim", "claims");
    format!("{found} in {sources} ({claims})")
}

/// `1 source`, `2 sources`.
#[must_use]
pub fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn write_finding(finding: &Finding, look: Look, out: &mut impl Write) -> io::Result<()> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.clone().primary_title(clean(&finding.message)).id(clean(&finding.rule));
    let mut body = Body::new(level, look);
    for side in &finding.sides {
        for evidence in side.evidence.iter().take(SHOWN_PER_SIDE) {
            body.snippet(&evidence.file, evidence.span, &label(finding, side, evidence));
        }
    }
    for side in &finding.sides {
        if let Some(rest) = side.evidence.get(SHOWN_PER_SIDE..).filter(|rest| !rest.is_empty()) {
            body.message(&Level::NOTE, &unshown(side, rest));
        }
    }
    for remark in &finding.remarks {
        body.message(&Level::NOTE, remark);
    }
    body.write(Group::with_title(title), out)
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
    for Mark { file, span, label } in problem.at.iter().chain(&problem.related) {
        body.snippet(file, *span, label);
    }
    if let Some(help) = &problem.help {
        body.message(&Level::HELP, help);
    }
    body.write(Group::with_title(title), out)
}

/// What is said beside the underlined words: the side's value, its time where times are the point, and whose words they
/// are.
fn label(finding: &Finding, side: &Side, evidence: &Evidence) -> String {
    let mut label = side.value.clone();
    if let (Verdict::Update | Verdict::Superseded, Some(when)) = (finding.verdict, &evidence.when) {
        label += &format!(", {when}");
    }
    if let Some(said_by) = &evidence.said_by {
        label += &format!(", said by {said_by}");
    }
    label
}

/// "`Anna Berg` in 4 more places: a.md:3, b.md:9, …".
fn unshown(side: &Side, rest: &[Evidence]) -> String {
    let mut places: Vec<String> = rest
        .iter()
        .take(NAMED_PER_SIDE)
        .map(|evidence| format!("{}:{}", evidence.file.name(), evidence.file.place(evidence.span).line))
        .collect();
    if rest.len() > NAMED_PER_SIDE {
        places.push("…".to_owned());
    }
    format!("`{}` in {}: {}", side.value, counted(rest.len(), "more place", "more places"), places.join(", "))
}

/// What stands under a title: snippets, each under its place, then messages.
///
/// Lines are cut here and not by annotate-snippets, which would need the whole line to do it. The place is then an
/// element of its own, since annotate-snippets would count the column in the cut line.
struct Body<'a> {
    level: Level<'a>,
    look: Look,
    groups: Vec<Group<'a>>,
    messages: Vec<annotate_snippets::Message<'a>>,
}

impl<'a> Body<'a> {
    fn new(level: Level<'a>, look: Look) -> Self {
        // An empty group first: what is special about the first group (a bar between it and the next) is not wanted.
        Self { groups: vec![Group::with_level(level.clone())], level, look, messages: Vec::new() }
    }

    fn snippet(&mut self, file: &File, span: FileSpan, label: &str) {
        let place = file.place(span);
        let columns = self.look.width - BAR - place.end_line.to_string().len();
        // A label gets what the words leave: at most half of the columns, so that something is left for what stands
        // before the words, and at least a quarter, for which longer words lose their middle.
        let words = file.slice(span).split('\n').map(width).max().unwrap_or(0);
        let label = shorten(label, columns.saturating_sub(words + 1).clamp(columns / 4, columns / 2));
        // One blank stands between the underline and its label.
        let room = if label.is_empty() { 0 } else { width(&label) + 1 };
        let lines = excerpt(file, span, columns, room);
        let mut source = String::new();
        let mut marks = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                source.push('\n');
            }
            // An empty span (what is missing at the end of a file) is pointed at; an empty end of a longer one is not.
            if line.start < line.end || span.start == span.end {
                marks.push(AnnotationKind::Primary.span(source.len() + line.start..source.len() + line.end));
            }
            source += &line.text;
        }
        if let Some(last) = marks.pop() {
            marks.push(if label.is_empty() { last } else { last.label(label) });
        }
        let origin = Origin::path(clean(file.name())).line(place.line as usize).char_column(place.column as usize);
        self.groups.push(Group::with_level(self.level.clone()).element(origin));
        let snippet = Snippet::source(source).line_start(place.line as usize).annotations(marks);
        self.groups.push(Group::with_level(self.level.clone()).element(snippet));
    }

    fn message(&mut self, level: &Level<'a>, text: &str) {
        self.messages.push(level.clone().message(clean(text)));
    }

    fn write(mut self, title: Group<'a>, out: &mut impl Write) -> io::Result<()> {
        if !self.messages.is_empty() {
            // Behind a snippet, a bar leads on to the messages; the empty group alone has none.
            let last = if self.groups.len() > 1 { self.groups.pop().map(|last| last.element(Padding)) } else { None };
            let last = last.unwrap_or_else(|| Group::with_level(self.level.clone()));
            self.groups.push(last.elements(self.messages));
        }
        // Never cut again what is cut already.
        let renderer = if self.look.colour { Renderer::styled() } else { Renderer::plain() }.term_width(usize::MAX / 4);
        writeln!(out, "{}", renderer.render(&[title]))?;
        // The first line is that of the empty group.
        for line in renderer.render(&self.groups).lines().skip(1) {
            writeln!(out, "{}", line.trim_end())?;
        }
        writeln!(out)
    }
}
