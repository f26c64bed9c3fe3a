//! The built-in rules carry their own tests: all of them pass, and together they try every phrase and every guard.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::collections::BTreeSet;

use belie::examples::{Outcome, run};
use belie::rules::example::{Example, Expected};
use belie::rules::load::load;
use belie::rules::rule::{ClaimRule, Mode, Rules, ValueOf};
use engine::builtin_rules;

#[test]
fn every_example_of_a_built_in_rule_passes() {
    let outcomes = run(&builtin_rules(), &|_| true);
    assert!(outcomes.len() > 50, "{} examples", outcomes.len());
    let failed = outcomes.iter().filter(|outcome| !outcome.fine());
    let told: Vec<String> =
        failed.map(|outcome| format!("{}: {}: {:?}", outcome.rule, outcome.example, outcome.faults)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn every_rule_that_judges_has_an_example_of_conflict_and_one_of_silence() {
    let rules = builtin_rules();
    let claims = rules.claims.iter().filter(|rule| rule.mode == Mode::Compare);
    let judging = claims.map(|rule| (&rule.name, &rule.examples));
    let judging = judging.chain(rules.checks.iter().map(|rule| (&rule.name, &rule.examples)));
    let mut missing = Vec::new();
    for (name, examples) in judging {
        let has = |wanted: &[Expected]| examples.iter().any(|example| wanted.contains(&example.verdict));
        for (what, wanted) in [("conflict", &[Expected::Conflict][..]), ("silence", &[Expected::Ok, Expected::None])] {
            if !has(wanted) {
                missing.push(format!("{name} has no example of {what}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn every_rule_that_only_extracts_has_an_example_that_marks_what_it_extracts() {
    let marks = |example: &Example| example.docs.iter().any(|doc| !doc.values.is_empty());
    let rules = builtin_rules();
    let bare: Vec<String> =
        rules.claims.iter().filter(|rule| !rule.examples.iter().any(marks)).map(|rule| rule.name.to_string()).collect();
    assert!(bare.is_empty(), "{bare:?}");
}

#[test]
fn every_phrase_of_a_built_in_rule_is_tried_by_an_example() {
    let rules = builtin_rules();
    let outcomes = run(&rules, &|_| true);
    let idle: Vec<String> = rules.claims.iter().flat_map(|rule| idle_phrases(rule, &outcomes)).collect();
    assert!(idle.is_empty(), "{} phrases without an example:\n{}", idle.len(), idle.join("\n"));
}

#[test]
fn every_guard_of_a_built_in_rule_is_tried_by_an_example() {
    let rules = builtin_rules();
    let outcomes = run(&rules, &|_| true);
    let idle: Vec<String> = rules.claims.iter().flat_map(|rule| idle_guards(rule, &rules, &outcomes)).collect();
    assert!(idle.is_empty(), "{} guards without an example:\n{}", idle.len(), idle.join("\n"));
}

/// The phrases, then the regexes, that no example of the rule exercised.
fn idle_phrases(rule: &ClaimRule, outcomes: &[Outcome]) -> Vec<String> {
    let tried: BTreeSet<usize> = of_rule(rule, outcomes).flat_map(|outcome| outcome.phrases.iter().copied()).collect();
    let written = rule.phrases.iter().map(|phrase| &phrase.written);
    let written = written.chain(rule.regexes.iter().map(|regex| &regex.written)).enumerate();
    written.filter(|(at, _)| !tried.contains(at)).map(|(_, text)| format!("{}: {text}", rule.name)).collect()
}

/// The guards of the rule's own pack that marked nothing in any of its examples. What the guards that every pack knows
/// mark is tested beside them.
fn idle_guards(rule: &ClaimRule, rules: &Rules, outcomes: &[Outcome]) -> Vec<String> {
    let known = load(&[]).0.guards.len();
    let tried: BTreeSet<usize> = of_rule(rule, outcomes).flat_map(|outcome| outcome.guards.iter().copied()).collect();
    let neither: &[usize] = if let ValueOf::Status(guards) = &rule.value { &guards.neither } else { &[] };
    let own = rule.guards.iter().chain(neither).filter(|&&guard| guard >= known);
    own.filter(|guard| !tried.contains(guard))
        .map(|&guard| format!("{}: {}", rule.name, rules.guards[guard].name))
        .collect()
}

fn of_rule<'a>(rule: &ClaimRule, outcomes: &'a [Outcome]) -> impl Iterator<Item = &'a Outcome> {
    outcomes.iter().filter(|outcome| outcome.rule == rule.name)
}
