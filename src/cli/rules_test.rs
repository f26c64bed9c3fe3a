//! `belie rules test`: whether rules do what their examples say.

use std::io::{self, Write};

use super::args::RulesTestArgs;
use super::exit::Exit;
use super::options::SelectionArgs;
use super::output;
use super::rules_update::update;
use super::selection::resolve;
use super::session::Session;
use crate::coverage::{Coverage, coverage};
use crate::examples::{self, Fault, Marks, Outcome};
use crate::report::clean::clean;
use crate::report::text;
use crate::rules::example::marked;
use crate::rules::rule::{RuleName, Rules};
use crate::source::problem::{Mark, Problem, ProblemLevel};

/// Runs the command.
#[must_use]
pub fn run(args: &RulesTestArgs) -> Exit {
    let mut session = Session::start_on_rules(&args.rules, &SelectionArgs::default(), &args.stream.console);
    let names = named(&args.ids, &mut session);
    let mut outcomes = examples::run(&session.rules, &|name| names.contains(name));
    let mut written = 0;
    if args.update {
        let (updated, problems) = update(&session.rules, &mut outcomes);
        written = updated;
        session.problems.extend(problems);
    }
    session.complain();
    let covered = args.stream.console.verbose.then(|| coverage(&session.rules, &outcomes, |name| names.contains(name)));
    let told = output::tell(&args.stream, |look, mut out| {
        for outcome in &outcomes {
            let told = told(outcome, &session.rules);
            text::write_problems(told.as_slice(), look, &mut out)?;
            if fails(outcome) {
                write_difference(outcome, &mut out)?;
            }
        }
        if let Some(covered) = &covered {
            text::write_problems(&covered.warnings, look, &mut out)?;
            write_coverage(covered, &mut out)?;
        }
        // Where no rule is known by what was asked for, the problem says all there is to say.
        if args.stream.console.quiet || names.is_empty() {
            return Ok(());
        }
        if written > 0 {
            writeln!(out, "the marks of {} rewritten", text::counted(written, "example", "examples"))?;
        }
        writeln!(out, "{}", tally(&outcomes))
    });
    let failed = outcomes.iter().any(fails);
    let exit = if failed { Exit::Found } else { Exit::Clean };
    exit.max(session.end(told))
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
fn told(outcome: &Outcome, rules: &Rules) -> Option<Problem> {
    let problem = |level, what: &str, label: String, help: Option<String>| {
        Some(Problem {
            level,
            path: outcome.file.name().clone(),
            at: Some(Mark { file: outcome.file.clone(), span: outcome.place, label }),
            message: format!("{what}: example `{}` of `{}`", outcome.example, outcome.rule),
            help,
            related: Vec::new(),
        })
    };
    match (outcome.todo, outcome.faults.is_empty()) {
        (false, true) | (true, false) => None,
        (true, true) => {
            let help = Some("take its `todo = true` away".to_owned());
            problem(ProblemLevel::Warning, "passes now", String::new(), help)
        }
        (false, false) => {
            let mut kinds: Vec<&str> = outcome.faults.iter().map(kind).collect();
            kinds.dedup();
            // Of several faults the lines as marked and as found tell more than a label each.
            let verdict = outcome.faults.iter().find(|fault| matches!(fault, Fault::WrongVerdict(..)));
            let alone = outcome.faults.first().filter(|_| outcome.faults.len() == 1);
            let label = verdict.or(alone).map(label).unwrap_or_default();
            problem(ProblemLevel::Error, &kinds.join(", "), label, silenced(outcome, rules))
        }
    }
}

/// The guards that mark claims in an example in which too little was found.
fn silenced(outcome: &Outcome, rules: &Rules) -> Option<String> {
    let too_much = outcome.faults.iter().all(|fault| matches!(fault, Fault::Noisy(_) | Fault::WrongSpan(..)));
    if too_much || outcome.guards.is_empty() {
        return None;
    }
    let names: Vec<String> = outcome.guards.iter().map(|&guard| format!("`{}`", rules.guards[guard].name)).collect();
    Some(format!("in it, claims are marked by {}", names.join(", ")))
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
        Fault::WrongVerdict(expected, found) => {
            format!("expected `{}`, came to `{}`", expected.name(), found.name())
        }
    }
}

/// The lines of the example whose values were not found as marked: first as marked, then as found.
fn write_difference(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let mut any = false;
    for Marks { text, marked: expected, found, .. } in &outcome.docs {
        for (expected, found) in marked(text, expected).lines().zip(marked(text, found).lines()) {
            if expected != found {
                writeln!(out, "  - {}\n  + {}", clean(expected), clean(found))?;
                any = true;
            }
        }
    }
    if any { writeln!(out) } else { Ok(()) }
}

/// `coverage: 12 of 14 phrases, 3 of 3 guards, 2 of 2 lists`.
fn write_coverage(covered: &Coverage, out: &mut impl Write) -> io::Result<()> {
    let Coverage { phrases, guards, lists, .. } = covered;
    writeln!(
        out,
        "examples exercise {} of {} phrases, {} of {} guards, {} of {} lists",
        phrases.0, phrases.1, guards.0, guards.1, lists.0, lists.1
    )
}

fn fails(outcome: &Outcome) -> bool {
    !outcome.todo && !outcome.faults.is_empty()
}

/// `58 examples: 55 passed, 1 failed, 2 known to fail`.
fn tally(outcomes: &[Outcome]) -> String {
    let count = |wanted: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| wanted(outcome)).count();
    let passed = count(|outcome| outcome.faults.is_empty());
    let mut tally = format!("{}: {passed} passed", text::counted(outcomes.len(), "example", "examples"));
    for (number, words) in [
        (count(fails), "failed"),
        (count(|outcome| outcome.todo && !outcome.faults.is_empty()), "known to fail"),
        (count(|outcome| outcome.todo && outcome.faults.is_empty()), "no longer known to fail"),
    ] {
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

    use super::{Fault, Marks, Outcome, tally, told, write_difference};
    use crate::rules::example::Expected;
    use crate::rules::rule::{RuleName, Rules};
    use crate::source::file::File;
    use crate::source::span::{FileSpan, Span};

    fn outcome(faults: Vec<Fault>, todo: bool) -> Outcome {
        Outcome {
            rule: RuleName { pack: 0, pack_name: "dates".to_owned(), id: "weekday".to_owned() },
            claim: Some(0),
            example: "a leap year".to_owned(),
            file: Arc::new(File::new("dates.toml", "[[example]]")),
            place: FileSpan::new(0, 11),
            docs: Vec::new(),
            verdict: Expected::Ok,
            faults,
            todo,
            phrases: BTreeSet::new(),
            guards: BTreeSet::new(),
            guard_phrases: BTreeSet::new(),
        }
    }

    #[test]
    fn examples_are_counted_and_failures_told() {
        let missing = || vec![Fault::Missing("Monday".to_owned())];
        let outcomes =
            [outcome(vec![], false), outcome(missing(), false), outcome(missing(), true), outcome(vec![], true)];
        assert_eq!(tally(&outcomes), "4 examples: 2 passed, 1 failed, 1 known to fail, 1 no longer known to fail");
        assert_eq!(tally(&outcomes[..1]), "1 example: 1 passed");
        let rules = Rules::default();
        let told: Vec<String> =
            outcomes.iter().filter_map(|outcome| told(outcome, &rules)).map(|problem| problem.message).collect();
        let expected = [
            "missing: example `a leap year` of `dates/weekday`",
            "passes now: example `a leap year` of `dates/weekday`",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn lines_that_differ_are_shown_as_marked_and_as_found() {
        let mut outcome = outcome(Vec::new(), false);
        let text = "It was Monday.\nIt rained.\nThen Tuesday.".to_owned();
        let place = FileSpan::new(0, 0);
        outcome.docs.push(Marks { place, text, marked: vec![Span::new(7, 13)], found: vec![Span::new(31, 38)] });
        let mut shown = Vec::new();
        write_difference(&outcome, &mut shown).unwrap();
        let expected = "  - It was [[Monday]].\n  + It was Monday.\n  - Then Tuesday.\n  + Then [[Tuesday]].\n\n";
        assert_eq!(String::from_utf8(shown).unwrap(), expected);
    }
}
