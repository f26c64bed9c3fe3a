//! `belie explain`: what a rule looks for, or what it reads on one line of a source.

use super::args::{ExplainArgs, LineArg, SelectionArgs};
use super::config::{SourceConfig, SourceInput};
use super::exit::Exit;
use super::output;
use super::rules::pages;
use super::selection::resolve;
use super::session::Session;
use crate::check::{Checked, compared};
use crate::claims::claim::Claim;
use crate::claims::finder::Finder;
use crate::conflicts::relation::relation;
use crate::report::clean::clean;
use crate::report::explained::{ExplainedClaim, page};
use crate::report::look::Look;
use crate::report::text;
use crate::rules::rule::{RuleName, Rules};
use crate::source::file::File;
use crate::source::span::FileSpan;

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
    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let read = session.read(&sources, |document| finder.read(document, date));
    let checked = compared(&rules, read);
    let of_rule = |rule: &str| names.iter().any(|name| name.to_string() == rule);
    let claims = checked.claims().filter(|claim| names.contains(&rules.claims[claim.rule].name));
    let on_line_claims = claims.filter(|claim| on_line(&claim.at.file, claim.at.span, line.line));
    let explained: Vec<(ExplainedClaim, Vec<String>)> =
        on_line_claims.map(|claim| (explained(claim, &rules), against_others(claim, &rules, &checked))).collect();
    let mut findings = checked.findings;
    findings.retain(|finding| {
        let mut evidence = finding.sides.iter().flat_map(|side| &side.evidence);
        of_rule(&finding.rule) && evidence.any(|at| on_line(&at.file, at.span, line.line))
    });
    output::complain(&args.stream, &session.problems);
    let told = output::tell(&args.stream, |look, mut out| {
        if explained.is_empty() && session.problems.is_empty() {
            let (path, line) = (line.path.display(), line.line);
            writeln!(out, "`{}` reads nothing on {path}:{line}", args.rule)?;
        }
        for (claim, others) in &explained {
            write!(out, "{}", page(claim))?;
            for other in others {
                writeln!(out, "  {other}")?;
            }
            writeln!(out)?;
        }
        text::write(&findings, Look { verbose: true, ..look }, &mut out)
    });
    Exit::of_problems(&session.problems).max(session.end(told))
}

/// How many other claims are told for each.
const MOST_OTHERS: usize = 8;

/// What comes of a claim against the other claims of its rule, those nearest in key first.
fn against_others(claim: &Claim, rules: &Rules, checked: &Checked) -> Vec<String> {
    if !claim.counts() {
        return Vec::new();
    }
    let mut others: Vec<&Claim> = checked
        .claims()
        .filter(|other| other.rule == claim.rule && other.counts() && !std::ptr::eq(*other, claim))
        .collect();
    let differing = |other: &&Claim| claim.key.iter().zip(&other.key).filter(|(a, b)| a.value != b.value).count();
    others.sort_by_key(differing);
    let told = others.iter().take(MOST_OTHERS).map(|other| {
        let place = other.at.file.place(other.at.span);
        let relation = relation(rules, &checked.documents, claim, other);
        format!("against `{}` at line {}: {relation}", clean(&other.value.to_string()), place.line)
    });
    told.collect()
}

fn on_line(file: &File, span: FileSpan, line: u32) -> bool {
    let place = file.place(span);
    place.line <= line && line <= place.end_line
}

fn explained(claim: &Claim, rules: &Rules) -> ExplainedClaim {
    let rule = &rules.claims[claim.rule];
    let slots = rule.slots.iter().zip(&claim.slots);
    ExplainedClaim {
        rule: rule.name.to_string(),
        file: claim.at.file.clone(),
        span: claim.at.span,
        slots: slots
            .filter_map(|(slot, filled)| Some((slot.name.clone(), filled.as_ref()?.value.to_string())))
            .collect(),
        key: claim.known_key(),
        value: claim.value.to_string(),
        when: claim.at.when.clone(),
        marks: claim.mark_names(rules),
    }
}
