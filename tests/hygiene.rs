//! What looks like a slip in rule files that load, each with the warnings it must give committed beside it.
//!
//! `UPDATE=1 cargo test --test hygiene` writes them anew; read them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

mod messages;

use std::sync::Arc;

use belie::coverage::coverage;
use belie::examples;
use belie::rules::builtin;
use belie::rules::load::load_with_warnings;
use belie::source::file::File;
use belie::source::problem::{Problem, ProblemLevel};
use messages::{hold, render, rule_files};

#[test]
fn every_file_gives_its_warnings() {
    hold(&rule_files("hygiene"), |path| {
        let warnings = warnings(vec![File::new("rules.toml", std::fs::read_to_string(path).unwrap())]);
        assert!(warnings.iter().all(|warning| warning.level == ProblemLevel::Warning), "{}", path.display());
        warnings
    });
}

#[test]
fn the_packs_that_come_with_belie_give_none() {
    let warnings = warnings(builtin::packs().collect());
    assert!(warnings.is_empty(), "\n{}", render(&warnings));
}

#[test]
fn packs_that_come_with_belie_and_packs_with_faults_are_not_warned_of() {
    let slips = "schema = 1\n[list]\na = ['b']\n";
    let faulty = format!("{slips}[claim.c]\n");
    for (text, builtin, expected) in [(slips, false, 1), (slips, true, 0), (&faulty, false, 0)] {
        let loaded = load_with_warnings(&[(Arc::new(File::new("rules.toml", text)), builtin)]);
        assert_eq!(loaded.warnings.len(), expected, "{text}");
    }
}

/// The warnings of rule files as a user's, first those told while loading, then those of their examples.
fn warnings(files: Vec<File>) -> Vec<Problem> {
    let files: Vec<_> = files.into_iter().map(|file| (Arc::new(file), false)).collect();
    let loaded = load_with_warnings(&files);
    assert!(loaded.problems.is_empty(), "{}", render(&loaded.problems));
    let outcomes = examples::run(&loaded.rules, &|_| true);
    for outcome in &outcomes {
        assert!(outcome.fine(), "{} of {}: {:?}", outcome.example, outcome.rule, outcome.faults);
    }
    let mut warnings = loaded.warnings;
    let unexercised = coverage(&loaded.rules, &outcomes, |_| true).warnings_beside(&warnings);
    warnings.extend(unexercised);
    warnings
}
