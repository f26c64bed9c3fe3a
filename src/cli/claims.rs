//! `belie claims`: the ledger of every claim.

use super::args::ClaimsArgs;
use super::config::SourceInput;
use super::exit::Exit;
use super::options::{ListFormat, StreamArgs};
use super::output;
use super::session::Session;
use crate::claims::claim::Claim;
use crate::claims::finder::Finder;
use crate::report::ledger::{Ledger, LedgerKind, LedgerRow};
use crate::rules::rule::Rules;
use crate::source::problem::Problem;

/// Runs the command.
#[must_use]
pub fn run(args: &ClaimsArgs) -> Exit {
    let stream = &args.output.stream;
    let mut session = Session::start(&args.read.rules, &args.read.selection, &stream.console);
    let sources = session.sources(&args.read.sources);
    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let rows = session.read(&sources, |document| {
        let claims = finder.read(document, sources.date).claims;
        claims.iter().map(|claim| row(claim, &rules)).collect::<Vec<_>>()
    });
    let mut rows: Vec<LedgerRow> = rows.into_iter().flatten().collect();
    rows.retain(|row| session.selection.takes(&row.what));
    session.complain();
    let ids = matches!(sources.input, SourceInput::Ndjson(_));
    let ledger = Ledger { kind: LedgerKind::Claims, rows: &rows, ids, problems: &session.problems };
    let told = tell(&ledger, session.list_format(&args.output), stream);
    session.end(told)
}

/// Tells a ledger in the form that was asked for.
pub(super) fn tell(ledger: &Ledger<'_>, format: ListFormat, stream: &StreamArgs) -> Result<(), Box<Problem>> {
    output::tell(stream, |look, mut out| match format {
        ListFormat::Text => ledger.write_text(look, &mut out),
        ListFormat::Table => ledger.write_table(look, &mut out),
        ListFormat::Json => ledger.write_json(&mut out),
        ListFormat::Jsonl => ledger.write_lines(&mut out),
    })
}

fn row(claim: &Claim, rules: &Rules) -> LedgerRow {
    LedgerRow {
        file: claim.at.file.clone(),
        span: claim.at.span,
        what: rules.claims[claim.rule].name.to_string(),
        key: claim.known_key(),
        value: claim.value.to_string(),
        when: claim.at.when.timex(),
        marks: claim.mark_names(rules),
        quote: claim.at.quote.clone(),
    }
}
