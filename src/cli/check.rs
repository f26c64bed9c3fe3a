//! `belie check`: finds contradictions.

use super::args::{CheckArgs, Format};
use super::config::SourceConfig;
use super::engine::{self, CheckOptions, Checked};
use super::exit::Exit;
use super::output;
use super::session::{Session, use_threads};
use crate::report::model::{Report, sort};
use crate::report::{json, table, text};

/// Runs the command.
#[must_use]
pub fn run(args: &CheckArgs) -> Exit {
    let stream = &args.output.stream;
    let mut session = Session::start(&args.rules, &args.selection, stream);
    use_threads(args.sources.threads);
    let sources = SourceConfig::of(&args.sources, &session.settings);
    let mut documents = session.take(engine::documents(&sources));
    let checked = documents.len();
    documents.extend(session.take(engine::evidence(&args.against)));
    output::remark(stream, &format!("{checked} sources to check, {} more as evidence", documents.len() - checked));

    let options = CheckOptions { date: sources.date, checked };
    let Checked { mut findings, claims } = engine::check(&session.rules, &documents, options);
    findings.retain(|finding| session.selection.takes(&finding.rule));
    sort(&mut findings);

    let format = args.output.format.or(session.settings.format).unwrap_or_default();
    output::complain(stream, &session.problems);
    let report = Report::new(&findings, &session.problems, documents.len(), claims);
    let told = output::tell(stream, |look, mut out| match format {
        Format::Text => {
            text::write(report.findings, look, &mut out)?;
            if stream.quiet { Ok(()) } else { text::write_summary(&report, &mut out) }
        }
        Format::Table => {
            table::write(report.findings, look, &mut out)?;
            if stream.quiet { Ok(()) } else { text::write_summary(&report, &mut out) }
        }
        Format::Json => json::write(&report, &mut out),
        Format::Jsonl => json::write_lines(&report, &mut out),
    });
    let fail_on = args.fail_on.or(session.settings.fail_on).unwrap_or_default();
    Exit::of(&findings, fail_on, &session.problems).max(session.end(told))
}
