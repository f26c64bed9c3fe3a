//! `belie values`: the ledger of every typed value, for people who write rules.

use super::args::ValuesArgs;
use super::claims::tell;
use super::config::SourceInput;
use super::exit::Exit;
use super::options::SelectionArgs;
use super::session::Session;
use crate::claims::source_date::source_date;
use crate::report::ledger::{Ledger, LedgerKind, LedgerRow};
use crate::source::document::Document;
use crate::values::find::find;
use crate::values::modifier::apart;
use crate::values::relative::resolve;
use crate::values::value::Reading;

/// Runs the command.
#[must_use]
pub fn run(args: &ValuesArgs) -> Exit {
    let stream = &args.output.stream;
    let mut session = Session::start(&args.rules, &SelectionArgs::default(), &stream.console);
    let sources = session.sources(&args.sources);
    let names = std::mem::take(&mut session.rules.names);
    let rows = session.read(&sources, |document| {
        let mut readings = find(document, &names);
        if let Some(source) = source_date(document, &readings, sources.date) {
            resolve(document, source.day, &mut readings);
        }
        readings.iter().map(|reading| row(document, reading)).collect::<Vec<_>>()
    });
    let rows: Vec<LedgerRow> = rows.into_iter().flatten().collect();
    session.complain();
    let ids = matches!(sources.input, SourceInput::Ndjson(_));
    let ledger = Ledger { kind: LedgerKind::Values, rows: &rows, ids, problems: &session.problems };
    let told = tell(&ledger, session.list_format(&args.output), stream);
    session.end(told)
}

fn row(document: &Document, reading: &Reading) -> LedgerRow {
    let span = document.span(reading.tokens.start as usize, reading.tokens.end as usize);
    let (value, modifiers) = apart(&reading.value);
    LedgerRow {
        file: document.file.clone(),
        span: document.in_file(span),
        what: reading.kind.name().to_owned(),
        key: Vec::new(),
        value: value.to_string(),
        when: None,
        marks: modifiers.into_iter().map(str::to_owned).collect(),
        quote: document.prose.slice(span).split_whitespace().collect::<Vec<_>>().join(" "),
    }
}
