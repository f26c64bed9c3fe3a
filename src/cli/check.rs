//! `belie check`: finds contradictions.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::args::CheckArgs;
use super::config::{Output, SourceConfig, SourceInput, outputs};
use super::exit::Exit;
use super::known::{self, Ground};
use super::options::Format;
use super::output;
use super::session::Session;
use super::since::Changes;
use super::standing::Standings;
use crate::check::{Checked, compared};
use crate::claims::document_claims::DocumentClaims;
use crate::claims::finder::Finder;
use crate::conflicts::finding::{Finding, Status};
use crate::conflicts::rank;
use crate::report::look::Look;
use crate::report::model::Report;
use crate::report::{checkstyle, concise, github, gitlab, html, json, junit, markdown, rdjson, sarif, table, text};
use crate::rules::rule::Rules;
use crate::source::document::Document;
use crate::source::file::File;
use crate::source::problem::Problem;

/// Runs the command.
#[must_use]
pub fn run(args: &CheckArgs) -> Exit {
    let console = &args.output.console;
    let mut session = Session::start_to_report(&args.read.rules, &args.read.selection, &args.output);
    let changes = match args.since.as_deref().map(Changes::since).transpose() {
        Ok(changes) => changes,
        // Without it everything would be new, which nobody asked for.
        Err(problem) => {
            session.problems.push(*problem);
            session.complain();
            return Exit::Incomplete;
        }
    };
    let request = match Request::of(args, &mut session) {
        Ok(request) => request,
        Err(problem) => return session.end(Err(problem)),
    };
    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let work = |document: &Document| request.read(&finder, document);
    let mut documents = session.read(&request.sources, work);
    let mut new = documents.len();
    if let Some(changes) = &changes {
        let is_new = |file: &File| changes.is_new(file.name().as_ref().as_ref(), file.text());
        let (changed, others): (Vec<_>, Vec<_>) = documents.into_iter().partition(|document| is_new(&document.file));
        new = changed.len();
        documents = changed.into_iter().chain(others).collect();
    }
    if !args.against.is_empty() {
        documents.extend(session.read(&request.evidence, work));
        without_repeats(&mut documents, new);
    }
    documents.extend(known::records(&mut session, &rules, &finder));
    output::remark(console, &format!("{new} sources to check, {} more as evidence", documents.len() - new));

    let Checked { findings, documents } = compared(&rules, documents);
    let findings = request.judge(&mut session, findings, &documents, new);
    let exit = request.tell(&mut session, &rules, &findings, &documents);
    // The process ends here: taking apart what it holds, allocation by allocation, would be a tenth of a short run.
    std::mem::forget(finder);
    std::mem::forget((rules, findings, documents));
    exit
}

/// What is asked for.
pub(super) struct Request<'a> {
    args: &'a CheckArgs,
    outputs: Vec<Output>,
    /// What is checked.
    pub(super) sources: SourceConfig,
    /// What is evidence only.
    pub(super) evidence: SourceConfig,
    standings: Standings,
}

impl<'a> Request<'a> {
    /// What the arguments and the settings ask for.
    ///
    /// # Errors
    ///
    /// Where two reports go to one place.
    pub(super) fn of(args: &'a CheckArgs, session: &mut Session) -> Result<Self, Box<Problem>> {
        let outputs = outputs(&args.output, &session.settings)?;
        let sources = session.sources(&args.read.sources);
        let standings = known::standings(session);
        let evidence = SourceConfig { input: SourceInput::Paths(args.against.clone()), date: sources.date };
        Ok(Self { args, outputs, sources, evidence, standings })
    }

    /// What a document says.
    pub(super) fn read(&self, finder: &Finder<'_>, document: &Document) -> DocumentClaims {
        finder.read(document, self.standings.date(document.file.name()).or(self.sources.date))
    }

    /// What there is to tell of findings in documents the first `new` of which are checked; what is known comes behind what is
    /// new.
    pub(super) fn judge(
        &self,
        session: &mut Session,
        mut findings: Vec<Finding>,
        documents: &[DocumentClaims],
        new: usize,
    ) -> Vec<Finding> {
        let Self { args, sources, evidence, standings, .. } = self;
        let ground = Ground {
            documents,
            date: sources.date,
            whole: (sources.reads_folder() || evidence.reads_folder()) && !args.read.selection.narrows(),
        };
        known::allow(&mut findings, session, &ground);
        if !args.no_baseline {
            known::read_baseline(args.baseline.as_deref(), session).mark(&mut findings);
        }
        rank::remark(&mut findings, |file| standings.standing(file.name()));
        if new < documents.len() {
            let news = documents[..new].iter().map(|document| Arc::as_ptr(&document.file));
            let news: HashSet<*const File> = news.collect();
            let is_new = |file: &Arc<File>| news.contains(&Arc::as_ptr(file));
            findings.retain(|finding| finding.sides.iter().flat_map(|side| &side.evidence).any(|at| is_new(&at.file)));
            findings.iter_mut().for_each(|finding| finding.lead_with(is_new));
        }
        findings.sort_by_key(|finding| finding.status);
        findings
    }

    /// Tells what went wrong, and what was found in every form that is asked for.
    pub(super) fn tell(
        &self,
        session: &mut Session,
        rules: &Rules,
        findings: &[Finding],
        documents: &[DocumentClaims],
    ) -> Exit {
        let Self { args, outputs, .. } = self;
        let console = &args.output.console;
        // What is known people need not see.
        let told = findings.partition_point(|finding| finding.status == Status::New);
        session.complain();
        let counting = |document: &DocumentClaims| document.claims.iter().filter(|claim| claim.counts()).count();
        let claims = documents.par_iter().map(counting).sum();
        let report = Report::new(findings, &session.problems, documents.len(), claims);
        let fail_on = args.fail_on.or(session.settings.fail_on).unwrap_or_default();
        let mut exit = Exit::of(findings, fail_on, &session.problems);
        for Output { format, path } in outputs {
            let written = output::tell_at(path, console, |look, mut out| match format {
                Format::Text => {
                    text::write(&report.findings[..told], look, &mut out)?;
                    if console.quiet { Ok(()) } else { text::write_summary(&report, look, &mut out) }
                }
                Format::Table => {
                    table::write(&report.findings[..told], look, &mut out)?;
                    // A table has all notes and places already.
                    let look = Look { verbose: true, ..look };
                    if console.quiet { Ok(()) } else { text::write_summary(&report, look, &mut out) }
                }
                Format::Concise => concise::write(&report.findings[..told], &mut out),
                Format::Markdown => markdown::write(&report, markdown::COMMENT, &mut out),
                Format::Html => html::page::write(&report, rules, documents, &mut out),
                Format::Json => json::write(&report, &mut out),
                Format::Jsonl => json::write_lines(&report, &mut out),
                Format::Sarif => sarif::write(&report, rules, &mut out),
                Format::Github => github::write(&report, &mut out),
                Format::Gitlab => gitlab::write(report.findings, &mut out),
                Format::Junit => junit::write(&report, rules, fail_on.least(), &mut out),
                Format::Checkstyle => checkstyle::write(report.findings, &mut out),
                Format::Rdjson => rdjson::write(report.findings, &mut out),
            });
            exit = exit.max(session.end(written));
        }
        if let Some(path) = step_summary(outputs) {
            let told = output::append(&path, |mut out| markdown::write(&report, markdown::STEP_SUMMARY, &mut out));
            exit = exit.max(session.end(told));
        }
        exit
    }
}

/// The file that GitHub shows as the summary of a step, where a report goes to GitHub.
fn step_summary(outputs: &[Output]) -> Option<PathBuf> {
    let to_github = outputs.iter().any(|output| output.format == Format::Github);
    std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| to_github && !path.is_empty()).map(PathBuf::from)
}

/// A source that is checked is no evidence against itself, though the archive may hold it too; nor is anything read twice.
pub(super) fn without_repeats(documents: &mut Vec<DocumentClaims>, new: usize) {
    let mut names: HashSet<Arc<str>> = documents[..new].iter().map(|document| document.file.name().clone()).collect();
    let mut at = 0;
    documents.retain(|document| {
        at += 1;
        at <= new || names.insert(document.file.name().clone())
    });
}
