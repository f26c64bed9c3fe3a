//! `belie rules`: what the rules are, whether they are sound, and whether they do what their examples say.

use std::io::{self, Write};

use serde::Serialize;

use super::args::{RulesCheckArgs, RulesListArgs, RulesSchemaArgs, RulesShowArgs};
use super::exit::Exit;
use super::options::SelectionArgs;
use super::output;
use super::selection::resolve;
use super::session::Session;
use crate::coverage::coverage;
use crate::examples;
use crate::report::clean::{clean, width};
use crate::report::rule::{check_page, claim_page};
use crate::report::text;
use crate::rules::example::Example;
use crate::rules::rule::{RuleName, Rules};
use crate::rules::schema::schema;
use crate::rules::severity::Severity;
use crate::source::problem::ProblemLevel;

/// `belie rules list`.
#[must_use]
pub fn list(args: &RulesListArgs) -> Exit {
    let stream = &args.output.stream;
    let session = Session::start_on_rules(&args.rules, &SelectionArgs::default(), &stream.console);
    session.complain();
    let rows = rows(&session.rules);
    let told = output::tell_rows(stream, session.list_format(&args.output), &rows, |_, out| write_rows(&rows, out));
    session.end(told)
}

/// `belie rules show`.
#[must_use]
pub fn show(args: &RulesShowArgs) -> Exit {
    let mut session = Session::start_on_rules(&args.rules, &SelectionArgs::default(), &args.stream.console);
    let page = match resolve(&args.id, &session.rules) {
        Ok(names) => pages(&names, &session.rules, true),
        Err(problem) => {
            session.problems.push(*problem);
            String::new()
        }
    };
    session.complain();
    let told = output::tell(&args.stream, |_, out| out.write_all(page.as_bytes()));
    session.end(told)
}

/// `belie rules check`.
#[must_use]
pub fn check(args: &RulesCheckArgs) -> Exit {
    let mut rules = args.rules.clone();
    rules.files.extend(args.paths.iter().cloned());
    let mut session = Session::load(&rules, &SelectionArgs::default(), &args.stream.console);
    session.problems.append(&mut session.warnings);
    // The packs that come with belie are held free of warnings by its own tests.
    let own = |name: &RuleName| !session.rules.packs[name.pack].builtin;
    if session.rules.packs.iter().any(|pack| !pack.builtin) {
        let outcomes = examples::run(&session.rules, &|_| true);
        let coverage = coverage(&session.rules, &outcomes, own);
        let warnings = coverage.warnings_beside(&session.problems);
        session.problems.extend(warnings);
    }
    session.complain();
    let count = |level| session.problems.iter().filter(|problem| problem.level == level).count();
    let (errors, warnings) = (count(ProblemLevel::Error), count(ProblemLevel::Warning));
    let found = if errors + warnings == 0 {
        "no faults".to_owned()
    } else {
        format!("{}, {}", text::counted(errors, "error", "errors"), text::counted(warnings, "warning", "warnings"))
    };
    let told = output::tell(&args.stream, |_, out| {
        if args.stream.console.quiet {
            return Ok(());
        }
        let rules = session.rules.claims.len() + session.rules.checks.len();
        let packs = text::counted(session.rules.packs.len(), "pack", "packs");
        writeln!(out, "{found} in {} of {packs}", text::counted(rules, "rule", "rules"))
    });
    session.end(told)
}

/// `belie rules schema`.
#[must_use]
pub fn print_schema(args: &RulesSchemaArgs) -> Exit {
    let schema = schema();
    output::end(&args.stream.console, output::tell(&args.stream, |_, out| out.write_all(schema.as_bytes())))
}

/// The pages of rules, one under the other.
pub(super) fn pages(names: &[&RuleName], rules: &Rules, examples: bool) -> String {
    let claims = rules.claims.iter().filter(|rule| names.contains(&&rule.name));
    let checks = rules.checks.iter().filter(|rule| names.contains(&&rule.name));
    let pages: Vec<String> = claims
        .map(|rule| claim_page(rule, rules, examples))
        .chain(checks.map(|rule| check_page(rule, rules, examples)))
        .collect();
    pages.join("\n\n")
}

/// A rule in the list.
#[derive(Serialize)]
struct RuleRow<'a> {
    rule: String,
    kind: &'static str,
    title: &'a str,
    severity: &'static str,
    builtin: bool,
    examples: usize,
}

fn rows(rules: &Rules) -> Vec<RuleRow<'_>> {
    let row = |kind, name: &RuleName, title, severity: Severity, examples: &[Example]| RuleRow {
        rule: name.to_string(),
        kind,
        title,
        severity: severity.name(),
        builtin: rules.packs.get(name.pack).is_some_and(|pack| pack.builtin),
        examples: examples.len(),
    };
    let claims = rules.claims.iter().map(|rule| row("claim", &rule.name, &*rule.title, rule.severity, &rule.examples));
    let checks = rules.checks.iter().map(|rule| row("check", &rule.name, &*rule.title, rule.severity, &rule.examples));
    let mut rows: Vec<RuleRow<'_>> = claims.chain(checks).collect();
    rows.sort_by(|a, b| a.rule.cmp(&b.rule));
    rows
}

fn write_rows(rows: &[RuleRow<'_>], out: &mut dyn Write) -> io::Result<()> {
    let columns = rows.iter().map(|row| width(&row.rule)).max().unwrap_or(0);
    for row in rows {
        let pad = " ".repeat(columns - width(&row.rule));
        writeln!(out, "{}{pad}  {}  {:<7}  {}", clean(&row.rule), row.kind, row.severity, clean(row.title))?;
    }
    Ok(())
}
