//! `belie explain`: what a rule looks for, or what it reads on one line of a source.

use super::args::{ExplainArgs, LineArg, SelectionArgs};
use super::config::{SourceConfig, SourceInput};
use super::engine::{self, Explained};
use super::exit::Exit;
use super::output;
use super::rules::pages;
use super::selection::resolve;
use super::session::Session;
use crate::report::explained::page;
use crate::report::model::sort;
use crate::report::text;
use crate::rules::rule::RuleName;

/// Runs the command.
#[must_use]
pub fn run(args: &ExplainArgs) -> Exit {
    let mut session = Session::start(&args.rules, &SelectionArgs::default(), &args.stream);
    let names: Vec<RuleName> = match resolve(&args.rule, &session.rules) {
        Ok(names) => names.into_iter().cloned().collect(),
        Err(problem) => {
            session.problems.push(*problem);
            Vec::new()
        }
    };
    match &args.line {
        None => explain_rules(args, &names, &session),
        Some(line) => explain_line(args, line, &names, &mut session),
    }
}

fn explain_rules(args: &ExplainArgs, names: &[RuleName], session: &Session) -> Exit {
    output::complain(&args.stream, &session.problems);
    let names: Vec<&RuleName> = names.iter().collect();
    let page = pages(&names, &session.rules, true);
    let told = output::tell(&args.stream, |_, out| out.write_all(page.as_bytes()));
    Exit::of_problems(&session.problems).max(session.end(told))
}

fn explain_line(args: &ExplainArgs, line: &LineArg, names: &[RuleName], session: &mut Session) -> Exit {
    let date = args.date.or(session.settings.date);
    let sources = SourceConfig { input: SourceInput::Paths(vec![line.path.clone()]), date };
    let documents = session.take(engine::documents(&sources));
    let mut explained = Explained::default();
    for document in &documents {
        let here = engine::explain(&session.rules, names, document, date, line.line);
        explained.claims.extend(here.claims);
        explained.findings.extend(here.findings);
    }
    sort(&mut explained.findings);
    output::complain(&args.stream, &session.problems);
    let told = output::tell(&args.stream, |look, mut out| {
        if explained.claims.is_empty() && session.problems.is_empty() {
            let (path, line) = (line.path.display(), line.line);
            writeln!(out, "`{}` reads nothing on {path}:{line}", args.rule)?;
        }
        for claim in &explained.claims {
            writeln!(out, "{}", page(claim))?;
        }
        text::write(&explained.findings, look, &mut out)
    });
    Exit::of_problems(&session.problems).max(session.end(told))
}
