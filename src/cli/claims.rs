//! `belie claims`: the ledger of every claim.

use super::args::{ClaimsArgs, Format, StreamArgs};
use super::config::{SourceConfig, SourceInput};
use super::engine;
use super::exit::Exit;
use super::output;
use super::session::{Session, use_threads};
use crate::report::ledger::{Ledger, LedgerKind};
use crate::source::problem::Problem;

/// Runs the command.
#[must_use]
pub fn run(args: &ClaimsArgs) -> Exit {
    let stream = &args.output.stream;
    let mut session = Session::start(&args.rules, &args.selection, stream);
    use_threads(args.sources.threads);
    let sources = SourceConfig::of(&args.sources, &session.settings);
    let documents = session.take(engine::documents(&sources));
    let mut rows = engine::claims(&session.rules, &documents, sources.date);
    rows.retain(|row| session.selection.takes(&row.what));
    output::complain(stream, &session.problems);
    let ids = sources.input == SourceInput::Ndjson;
    let ledger = Ledger { kind: LedgerKind::Claims, rows: &rows, ids, problems: &session.problems };
    let told = tell(&ledger, args.output.format.or(session.settings.format).unwrap_or_default(), stream);
    Exit::of_problems(&session.problems).max(session.end(told))
}

/// Tells a ledger in the form that was asked for.
pub(super) fn tell(ledger: &Ledger<'_>, format: Format, stream: &StreamArgs) -> Result<(), Box<Problem>> {
    output::tell(stream, |look, mut out| match format {
        Format::Text => ledger.write_text(look, &mut out),
        Format::Table => ledger.write_table(look, &mut out),
        Format::Json => ledger.write_json(&mut out),
        Format::Jsonl => ledger.write_lines(&mut out),
    })
}
