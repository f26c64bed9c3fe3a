//! `belie rules`: what the rules are, whether they are sound, and whether they do what their examples say.

use std::io::{self, Write};

use serde::Serialize;

use super::args::{Format, RulesCheckArgs, RulesListArgs, RulesShowArgs, RulesTestArgs, SelectionArgs};
use super::exit::Exit;
use super::output;
use super::selection::resolve;
use super::session::Session;
use crate::examples::{self, Fault, Outcome};
use crate::report::clean::{clean, width};
use crate::report::rule::{check_page, claim_page};
use crate::report::text;
use crate::rules::rule::{RuleName, Rules};
use crate::source::problem::{Mark, Problem, ProblemLevel};

/// `belie rules list`.
#[must_use]
pub fn list(args: &RulesListArgs) -> Exit {
    let stream = &args.output.stream;
    let session = Session::start(&args.rules, &SelectionArgs::default(), stream);
    output::complain(stream, &session.problems);
    let rows = rows(&session.rules);
    let told =
        output::tell(stream, |_, out| match args.output.format.or(session.settings.format).unwrap_or_default() {
            Format::Text | Format::Table => write_rows(&rows, out),
            Format::Json => {
                serde_json::to_writer_pretty(&mut *out, &rows)?;
                writeln!(out)
            }
            Format::Jsonl => rows.iter().try_for_each(|row| {
                serde_json::to_writer(&mut *out, row)?;
                writeln!(out)
            }),
        });
    Exit::of_problems(&session.problems).max(session.end(told))
}

/// `belie rules show`.
#[must_use]
pub fn show(args: &RulesShowArgs) -> Exit {
    let mut session = Session::start(&args.rules, &SelectionArgs::default(), &args.stream);
    let page = match resolve(&args.id, &session.rules) {
        Ok(names) => pages(&names, &session.rules, true),
        Err(problem) => {
            session.problems.push(*problem);
            String::new()
        }
    };
    output::complain(&args.stream, &session.problems);
    let told = output::tell(&args.stream, |_, out| out.write_all(page.as_bytes()));
    Exit::of_problems(&session.problems).max(session.end(told))
}

/// `belie rules check`.
#[must_use]
pub fn check(args: &RulesCheckArgs) -> Exit {
    let mut rules = args.rules.clone();
    rules.files.extend(args.paths.iter().cloned());
    let session = Session::start(&rules, &SelectionArgs::default(), &args.stream);
    output::complain(&args.stream, &session.problems);
    let count = |level| session.problems.iter().filter(|problem| problem.level == level).count();
    let (errors, warnings) = (count(ProblemLevel::Error), count(ProblemLevel::Warning));
    let found = if errors + warnings == 0 {
        "no faults".to_owned()
    } else {
        format!("{}, {}", text::counted(errors, "error", "errors"), text::counted(warnings, "warning", "warnings"))
    };
    let told = output::tell(&args.stream, |_, out| {
        if args.stream.quiet {
            return Ok(());
        }
        let rules = session.rules.claims.len() + session.rules.checks.len();
        let packs = text::counted(session.rules.packs.len(), "pack", "packs");
        writeln!(out, "{found} in {} of {packs}", text::counted(rules, "rule", "rules"))
    });
    Exit::of_problems(&session.problems).max(session.end(told))
}

/// `belie rules test`.
#[must_use]
pub fn test(args: &RulesTestArgs) -> Exit {
    let mut session = Session::start(&args.rules, &SelectionArgs::default(), &args.stream);
    let names = named(&args.ids, &mut session);
    let outcomes = examples::run(&session.rules, &|name| names.contains(name));
    output::complain(&args.stream, &session.problems);
    let told = output::tell(&args.stream, |look, mut out| {
        let failures: Vec<Problem> = outcomes.iter().flat_map(failures).collect();
        text::write_problems(&failures, look, &mut out)?;
        if args.stream.quiet { Ok(()) } else { writeln!(out, "{}", tally(&outcomes)) }
    });
    let failed = outcomes.iter().any(fails);
    let exit = if failed { Exit::Found } else { Exit::Clean };
    exit.max(Exit::of_problems(&session.problems)).max(session.end(told))
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
    let builtin = |name: &RuleName| rules.packs.get(name.pack).is_some_and(|pack| pack.builtin);
    let claims = rules.claims.iter().map(|rule| RuleRow {
        rule: rule.name.to_string(),
        kind: "claim",
        title: &rule.title,
        severity: rule.severity.name(),
        builtin: builtin(&rule.name),
        examples: rule.examples.len(),
    });
    let checks = rules.checks.iter().map(|rule| RuleRow {
        rule: rule.name.to_string(),
        kind: "check",
        title: &rule.title,
        severity: rule.severity.name(),
        builtin: builtin(&rule.name),
        examples: rule.examples.len(),
    });
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

/// The rules that were asked for; all where none was.
fn named(ids: &[String], session: &mut Session) -> Vec<RuleName> {
    let rules = &session.rules;
    let mut problems = Vec::new();
    let mut names: Vec<RuleName> = Vec::new();
    if ids.is_empty() {
        names.extend(rules.claims.iter().map(|rule| rule.name.clone()));
        names.extend(rules.checks.iter().map(|rule| rule.name.clone()));
    }
    for id in ids {
        match resolve(id, rules) {
            Ok(found) => {
                for name in found {
                    if !names.contains(name) {
                        names.push(name.clone());
                    }
                }
            }
            Err(problem) => problems.push(*problem),
        }
    }
    session.problems.extend(problems);
    names
}

/// What is told of an example that did not simply pass; a known failure is only counted.
fn failures(outcome: &Outcome) -> Vec<Problem> {
    let mark = |label: String| Some(Mark { file: outcome.file.clone(), span: outcome.place, label });
    let problem = |level, what: &str, label: String, help: Option<&str>| Problem {
        level,
        path: outcome.file.name().clone(),
        at: mark(label),
        message: format!("{what}: example `{}` of `{}`", outcome.example, outcome.rule),
        help: help.map(ToOwned::to_owned),
        related: Vec::new(),
    };
    match (outcome.todo, outcome.faults.is_empty()) {
        (true, true) => {
            vec![problem(ProblemLevel::Warning, "passes now", String::new(), Some("remove its `todo = true`"))]
        }
        (true, false) => Vec::new(),
        (false, _) => {
            let told = outcome.faults.iter().map(|fault| (kind(fault), label(fault)));
            told.map(|(what, label)| problem(ProblemLevel::Error, what, label, None)).collect()
        }
    }
}

fn kind(fault: &Fault) -> &'static str {
    match fault {
        Fault::Missing(_) => "missing",
        Fault::Noisy(_) => "noisy",
        Fault::WrongSpan(..) => "wrong span",
        Fault::WrongVerdict(..) => "wrong verdict",
    }
}

fn label(fault: &Fault) -> String {
    match fault {
        Fault::Missing(value) => format!("`{value}` is marked but was not found"),
        Fault::Noisy(value) => format!("`{value}` was found but is not marked"),
        Fault::WrongSpan(marked, found) => format!("`{marked}` is marked, `{found}` was found"),
        Fault::WrongVerdict(expected, found) => format!("expected `{expected}`, came to `{found}`"),
    }
}

fn fails(outcome: &Outcome) -> bool {
    !outcome.todo && !outcome.faults.is_empty()
}

/// `58 examples: 55 passed, 1 failed, 2 known to fail`.
fn tally(outcomes: &[Outcome]) -> String {
    let count = |wanted: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| wanted(outcome)).count();
    let passed = count(|outcome| outcome.faults.is_empty());
    let mut tally = format!("{}: {passed} passed", text::counted(outcomes.len(), "example", "examples"));
    for (number, words) in
        [(count(fails), "failed"), (count(|outcome| outcome.todo && !outcome.faults.is_empty()), "known to fail")]
    {
        if number > 0 {
            tally += &format!(", {number} {words}");
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::sync::Arc;

    use super::{Fault, Outcome, failures, tally};
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    #[test]
    fn examples_are_counted_and_failures_told() {
        let outcome = |faults: Vec<Fault>, todo| Outcome {
            rule: "dates/weekday".to_owned(),
            example: "a leap year".to_owned(),
            file: Arc::new(File::new("dates.toml", "[[example]]")),
            place: FileSpan::new(0, 11),
            faults,
            todo,
            phrases: BTreeSet::new(),
            guards: BTreeSet::new(),
        };
        let missing = || vec![Fault::Missing("Monday".to_owned())];
        let outcomes =
            [outcome(vec![], false), outcome(missing(), false), outcome(missing(), true), outcome(vec![], true)];
        assert_eq!(tally(&outcomes), "4 examples: 2 passed, 1 failed, 1 known to fail");
        assert_eq!(tally(&outcomes[..1]), "1 example: 1 passed");
        let told: Vec<String> = outcomes.iter().flat_map(failures).map(|problem| problem.message).collect();
        let expected = [
            "missing: example `a leap year` of `dates/weekday`",
            "passes now: example `a leap year` of `dates/weekday`",
        ];
        assert_eq!(told, expected);
    }
}
