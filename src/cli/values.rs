//! `belie values`: the ledger of every typed value, for people who write rules.

use super::args::{SelectionArgs, ValuesArgs};
use super::claims::tell;
use super::config::{SourceConfig, SourceInput};
use super::engine;
use super::exit::Exit;
use super::output;
use super::session::{Session, use_threads};
use crate::report::ledger::{Ledger, LedgerKind};

/// Runs the command.
#[must_use]
pub fn run(args: &ValuesArgs) -> Exit {
    let stream = &args.output.stream;
    let mut session = Session::start(&args.rules, &SelectionArgs::default(), stream);
    use_threads(args.sources.threads);
    let sources = SourceConfig::of(&args.sources, &session.settings);
    let documents = session.take(engine::documents(&sources));
    let rows = engine::values(&session.rules, &documents);
    output::complain(stream, &session.problems);
    let ids = sources.input == SourceInput::Ndjson;
    let ledger = Ledger { kind: LedgerKind::Values, rows: &rows, ids, problems: &session.problems };
    let told = tell(&ledger, args.output.format.or(session.settings.format).unwrap_or_default(), stream);
    Exit::of_problems(&session.problems).max(session.end(told))
}
