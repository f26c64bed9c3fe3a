//! `belie check`: finds contradictions.

use std::collections::HashSet;
use std::sync::Arc;

use super::args::{CheckArgs, Format};
use super::config::{SourceConfig, SourceInput};
use super::exit::Exit;
use super::output;
use super::session::{Session, use_threads};
use crate::check::compared;
use crate::claims::finder::{DocumentClaims, Finder};
use crate::report::look::Look;
use crate::report::model::Report;
use crate::report::{json, table, text};
use crate::source::file::File;

/// Runs the command.
#[must_use]
pub fn run(args: &CheckArgs) -> Exit {
    let stream = &args.output.stream;
    let mut session = Session::start(&args.rules, &args.selection, stream);
    use_threads(args.sources.threads);
    let sources = SourceConfig::of(&args.sources, &session.settings);
    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let work = |document: &_| finder.read(document, sources.date);
    let mut documents = session.read(&sources, work);
    let new = documents.len();
    if !args.against.is_empty() {
        let evidence = SourceConfig { input: SourceInput::Paths(args.against.clone()), date: sources.date };
        documents.extend(session.read(&evidence, work));
        without_repeats(&mut documents, new);
    }
    output::remark(stream, &format!("{new} sources to check, {} more as evidence", documents.len() - new));

    let news: Vec<Arc<File>> = documents[..new].iter().map(|document| document.file.clone()).collect();
    let checked = compared(&rules, documents);
    let mut findings = checked.findings;
    if !args.against.is_empty() {
        let is_new = |file: &Arc<File>| news.iter().any(|new| Arc::ptr_eq(new, file));
        findings.retain(|finding| finding.sides.iter().flat_map(|side| &side.evidence).any(|at| is_new(&at.file)));
    }

    let format = args.output.format.or(session.settings.format).unwrap_or_default();
    output::complain(stream, &session.problems);
    let claims = checked.documents.iter().flat_map(|document| &document.claims).filter(|claim| claim.counts()).count();
    let report = Report::new(&findings, &session.problems, checked.documents.len(), claims);
    let told = output::tell(stream, |look, mut out| match format {
        Format::Text => {
            text::write(report.findings, look, &mut out)?;
            if stream.quiet { Ok(()) } else { text::write_summary(&report, look, &mut out) }
        }
        Format::Table => {
            table::write(report.findings, look, &mut out)?;
            // A table has all notes and places already.
            let look = Look { verbose: true, ..look };
            if stream.quiet { Ok(()) } else { text::write_summary(&report, look, &mut out) }
        }
        Format::Json => json::write(&report, &mut out),
        Format::Jsonl => json::write_lines(&report, &mut out),
    });
    let fail_on = args.fail_on.or(session.settings.fail_on).unwrap_or_default();
    Exit::of(&findings, fail_on, &session.problems).max(session.end(told))
}

/// A source that is checked is no evidence against itself, though the archive may hold it too.
fn without_repeats(documents: &mut Vec<DocumentClaims>, new: usize) {
    let names: HashSet<Arc<str>> = documents[..new].iter().map(|document| document.file.name().clone()).collect();
    let mut at = 0;
    documents.retain(|document| {
        at += 1;
        at <= new || !names.contains(document.file.name())
    });
}
