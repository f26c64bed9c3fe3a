//! Findings for programs: one JSON object, or one conflict a line.

use std::io::{self, Write};

use serde::{Serialize, Serializer};

use super::model::{Report, Summary};
use crate::claims::claim::Evidence;
use crate::conflicts::finding::{Finding, Side};
use crate::source::file::File;
use crate::source::problem::{Problem, ProblemLevel};
use crate::source::span::FileSpan;

/// The version of the form; it changes when something that was there changes its meaning or goes away.
const VERSION: u32 = 1;

/// Writes the whole report as one object, laid out for reading, with a line feed at its end.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    let form = ReportForm {
        version: VERSION,
        tool: Tool::BELIE,
        conflicts: report.findings.iter().map(conflict).collect(),
        errors: problems(report.problems, ProblemLevel::Error),
        warnings: problems(report.problems, ProblemLevel::Warning),
        summary: summary(&report.summary),
    };
    write_pretty(&form, out)
}

/// Writes one conflict a line.
///
/// # Errors
///
/// Where the writer fails.
pub fn write_lines(report: &Report<'_>, out: &mut impl Write) -> io::Result<()> {
    report.findings.iter().try_for_each(|finding| write_line(&conflict(finding), out))
}

/// What made the report.
#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

impl Tool {
    pub(super) const BELIE: Self = Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };
}

/// Bytes of a file as it lies on disk, half-open.
#[derive(Serialize)]
pub(super) struct SpanForm {
    start: u64,
    end: u64,
}

impl SpanForm {
    /// `None` where bytes of the file would lead nobody to the words.
    pub(super) fn of(file: &File, span: FileSpan) -> Option<Self> {
        file.exact().then(|| Self { start: file.on_disk(span.start), end: file.on_disk(span.end) })
    }
}

/// Pairs as an object that keeps their order.
pub(super) struct Pairs<'a>(pub(super) &'a [(String, String)]);

impl Serialize for Pairs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// A fault as programs read it.
#[derive(Serialize)]
pub(super) struct ProblemForm<'a> {
    path: &'a str,
    /// `null` where the fault has no place inside the file.
    line: Option<u32>,
    column: Option<u32>,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

/// The problems of one level.
pub(super) fn problems(problems: &[Problem], level: ProblemLevel) -> Vec<ProblemForm<'_>> {
    problems.iter().filter(|problem| problem.level == level).map(problem_form).collect()
}

/// Writes an object laid out for reading, and a line feed.
pub(super) fn write_pretty(form: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, form)?;
    out.write_all(b"\n")
}

/// Writes an object in one line.
pub(super) fn write_line(form: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut *out, form)?;
    out.write_all(b"\n")
}

#[derive(Serialize)]
struct ReportForm<'a> {
    version: u32,
    tool: Tool,
    conflicts: Vec<ConflictForm<'a>>,
    errors: Vec<ProblemForm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<ProblemForm<'a>>,
    summary: SummaryForm,
}

#[derive(Serialize)]
struct ConflictForm<'a> {
    id: &'a str,
    rule: &'a str,
    title: &'a str,
    verdict: &'static str,
    severity: &'static str,
    message: &'a str,
    key: Pairs<'a>,
    status: &'static str,
    sides: Vec<SideForm<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    remarks: &'a [String],
}

#[derive(Serialize)]
struct SideForm<'a> {
    value: &'a str,
    evidence: Vec<EvidenceForm<'a>>,
}

#[derive(Serialize)]
struct EvidenceForm<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    span: Option<SpanForm>,
    #[serde(skip_serializing_if = "is_true")]
    exact: bool,
    quote: &'a str,
    sentence: &'a str,
    when: Option<String>,
    said_by: Option<&'a str>,
}

#[derive(Serialize)]
struct SummaryForm {
    sources: usize,
    claims: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    #[serde(skip_serializing_if = "is_zero")]
    baseline: usize,
    #[serde(skip_serializing_if = "is_zero")]
    allowed: usize,
}

fn conflict(finding: &Finding) -> ConflictForm<'_> {
    ConflictForm {
        id: &finding.id,
        rule: &finding.rule,
        title: &finding.title,
        verdict: finding.verdict.name(),
        severity: finding.severity.name(),
        message: &finding.message,
        key: Pairs(&finding.key),
        status: finding.status.name(),
        sides: finding.sides.iter().map(side).collect(),
        remarks: &finding.remarks,
    }
}

fn side(side: &Side) -> SideForm<'_> {
    SideForm { value: &side.value, evidence: side.evidence.iter().map(evidence).collect() }
}

fn evidence(evidence: &Evidence) -> EvidenceForm<'_> {
    let place = evidence.file.place(evidence.span);
    EvidenceForm {
        path: evidence.file.name(),
        line: place.line,
        column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
        span: SpanForm::of(&evidence.file, evidence.span),
        exact: evidence.file.exact(),
        quote: &evidence.quote,
        sentence: &evidence.sentence,
        when: evidence.when.timex(),
        said_by: evidence.said_by.as_deref(),
    }
}

fn problem_form(problem: &Problem) -> ProblemForm<'_> {
    let place = problem.at.as_ref().map(|mark| mark.file.place(mark.span));
    ProblemForm {
        path: &problem.path,
        line: place.map(|place| place.line),
        column: place.map(|place| place.column),
        message: &problem.message,
        help: problem.help.as_deref(),
    }
}

fn summary(summary: &Summary) -> SummaryForm {
    let Summary { sources, claims, errors, warnings, notes, baseline, allowed } = *summary;
    SummaryForm { sources, claims, errors, warnings, notes, baseline, allowed }
}

/// Whether a field says what goes without saying.
pub(super) fn is_true(said: &bool) -> bool {
    *said
}

fn is_zero(count: &usize) -> bool {
    *count == 0
}
