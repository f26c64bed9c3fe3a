//! `belie baseline`: writes down what is known, so that only what is new is loud.

use std::fs;
use std::path::Path;

use super::args::BaselineArgs;
use super::baseline_file;
use super::exit::Exit;
use super::known::{self, Ground};
use super::output;
use super::session::Session;
use crate::check::compared;
use crate::claims::finder::Finder;
use crate::conflicts::baseline::{Baseline, Known};
use crate::conflicts::finding::Status;
use crate::report::text::counted;
use crate::source::problem::Problem;

/// Runs the command.
#[must_use]
pub fn run(args: &BaselineArgs) -> Exit {
    let mut session = Session::start(&args.read.rules, &args.read.selection, &args.stream.console);
    let sources = session.sources(&args.read.sources);
    let standings = known::standings(&mut session);
    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let mut documents =
        session.read(&sources, |document| finder.read(document, standings.date(document.file.name()).or(sources.date)));
    documents.extend(known::records(&mut session, &rules, &finder));
    let checked = compared(&rules, documents);
    let mut findings = checked.findings;
    let ground = Ground {
        documents: &checked.documents,
        date: sources.date,
        whole: sources.reads_folder() && !args.read.selection.narrows(),
    };
    known::allow(&mut findings, &mut session, &ground);
    let path = known::baseline_path(args.baseline.as_deref(), &session);
    let before = if path.exists() { known::read_baseline(Some(&path), &mut session) } else { Baseline::default() };
    if Exit::of_problems(&session.problems) == Exit::Incomplete {
        // What could not be read would be taken for gone.
        session.problems.push(left_alone(&path, "the baseline was left as it was"));
        session.complain();
        return Exit::Incomplete;
    }

    let day = ground.day();
    let mut tally = Tally::default();
    let mut known = Vec::new();
    for finding in findings.iter().filter(|finding| finding.status == Status::New) {
        let since = match before.find(finding) {
            Some(before) => {
                tally.kept += 1;
                before.since
            }
            None => {
                tally.new += 1;
                day
            }
        };
        known.push(Known::of(finding, since));
    }
    // A rule that was left out today has nothing to say about what is known of it.
    let left_out =
        before.known().filter(|known| !session.selection.takes(&known.rule) && args.read.selection.narrows());
    known.extend(left_out.cloned());
    let oldest = known.iter().filter_map(|known| known.since).min();
    let baseline = Baseline::new(known);
    tally.gone = before.known().filter(|known| !baseline.tells_of(known)).count();

    if let Err(error) = fs::write(&path, baseline_file::written(&baseline)) {
        session.problems.push(left_alone(&path, format!("cannot be written: {error}")));
    }
    session.complain();
    let told = output::tell(&args.stream, |_, out| {
        if args.stream.console.quiet {
            return Ok(());
        }
        let count = counted(baseline.known().count(), "known contradiction", "known contradictions");
        let oldest = oldest.map(|day| format!("; the oldest since {day}")).unwrap_or_default();
        let Tally { new, kept, gone } = tally;
        writeln!(out, "{}: {count} ({new} new, {kept} as before, {gone} gone{oldest})", path.display())
    });
    session.end(told)
}

/// What became of what was known.
#[derive(Clone, Copy, Default)]
struct Tally {
    new: usize,
    kept: usize,
    gone: usize,
}

fn left_alone(path: &Path, message: impl Into<String>) -> Problem {
    Problem::error(path.to_string_lossy(), message).with_help("settle the other problems first")
}
