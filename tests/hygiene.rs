//! What looks like a slip in rule files that load, each with the warnings it must give committed beside it.
//!
//! `UPDATE=1 cargo test --test hygiene` writes them anew; read them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use belie::coverage::coverage;
use belie::examples;
use belie::rules::builtin;
use belie::rules::load::load_with_warnings;
use belie::source::file::File;
use belie::source::problem::{Mark, Problem, ProblemLevel};

#[test]
fn every_file_gives_its_warnings() {
    let update = std::env::var_os("UPDATE").is_some();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hygiene");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    let mut wrong = Vec::new();
    for path in files {
        let file = File::new("rules.toml", fs::read_to_string(&path).unwrap());
        let warnings = warnings(vec![file]);
        assert!(warnings.iter().all(|warning| warning.level == ProblemLevel::Warning), "{}", path.display());
        let found = render(&warnings);
        let expected = path.with_extension("expected");
        if update {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&found) {
            wrong.push(format!("{}:\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "other warnings than the committed ones:\n{}", wrong.join("\n"));
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

/// `path:line:column: message`, with the words it is about, its other places and what to do below.
fn render(problems: &[Problem]) -> String {
    let mut text = String::new();
    for problem in problems {
        let at = problem.at.as_ref().map(place).unwrap_or_default();
        writeln!(text, "{at}: {}", problem.message).unwrap();
        if let Some(mark) = &problem.at {
            writeln!(text, "    ^ {}  ← {}", mark.file.slice(mark.span), mark.label).unwrap();
        }
        for mark in &problem.related {
            writeln!(text, "    {}: {}", place(mark), mark.label).unwrap();
        }
        if let Some(help) = &problem.help {
            writeln!(text, "    help: {help}").unwrap();
        }
    }
    text
}

fn place(mark: &Mark) -> String {
    let place = mark.file.place(mark.span);
    format!("{}:{}:{}", mark.file.name(), place.line, place.column)
}
