//! Faulty rule files, each with the messages it must give committed beside it.
//!
//! `UPDATE=1 cargo test --test broken_rules` writes the messages anew; read them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

mod messages;

use std::path::Path;
use std::sync::Arc;

use belie::rules::load::load;
use belie::source::file::File;
use messages::{hold, render, rule_files};

#[test]
fn every_broken_file_gives_its_messages() {
    let files = rule_files("broken-rules");
    hold(&files, |path| {
        let problems = load(&[read(path)]).1;
        assert!(!problems.is_empty(), "{} is sound", path.display());
        problems
    });
}

#[test]
fn a_fault_switches_off_its_own_rule_alone() {
    let (rules, problems) =
        load(&[read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken-rules/seven-at-once.toml"))]);
    assert_eq!(problems.len(), 7);
    assert_eq!(rules.claims.iter().map(|claim| claim.name.id.as_str()).collect::<Vec<_>>(), ["sound", "also-sound"]);
    assert_eq!(rules.checks.iter().map(|check| check.name.id.as_str()).collect::<Vec<_>>(), ["sound-check"]);
}

#[test]
fn faults_of_several_files_are_told_in_the_order_of_the_files() {
    let file = |name: &str, text: &str| (Arc::new(File::new(name, text)), false);
    let one = file("one.toml", "schema = 1\n[pack]\nname = \"same\"\n[claim.a]\n");
    let two = file("two.toml", "schema = 1\n[pack]\nname = \"same\"\n");
    let (rules, problems) = load(&[one, two]);
    assert_eq!(rules.packs.len(), 1);
    let told = problems.iter().map(|problem| (&*problem.path, problem.message.as_str())).collect::<Vec<_>>();
    assert_eq!(
        told,
        [
            ("one.toml", "claim `a` has no `title`"),
            ("one.toml", "claim `a` has no `value`"),
            ("one.toml", "claim `a` has nothing to look for"),
            ("two.toml", "there are two packs named `same`; the rules of this one are off"),
        ]
    );
    assert_eq!(&*problems[3].related[0].file.name().clone(), "one.toml");
}

#[test]
fn any_cut_of_a_rule_file_is_read_without_a_panic() {
    let whole = include_str!("rules/whole.toml");
    for end in (0..whole.len()).filter(|&end| whole.is_char_boundary(end)).step_by(17) {
        let _ = load(&[(Arc::new(File::new("cut.toml", &whole[..end])), false)]);
    }
}

#[test]
fn a_rule_file_with_slips_is_read_without_a_panic() {
    let whole: Vec<char> = include_str!("rules/whole.toml").chars().collect();
    let slip = proptest::sample::select("[](){}<>|@.\\\"'=,#\né0 ".chars().collect::<Vec<_>>());
    let cases =
        proptest::test_runner::Config { failure_persistence: None, ..proptest::test_runner::Config::with_cases(200) };
    proptest::proptest!(cases, |(slips in proptest::collection::vec((0..whole.len(), slip), 1..4))| {
        let mut text = whole.clone();
        for (at, slip) in slips {
            text[at] = slip;
        }
        let file = Arc::new(File::new("slips.toml", text.into_iter().collect::<String>()));
        // Every place must be one that can be shown.
        let _ = render(&load(&[(file, false)]).1);
    });
}

fn read(path: &Path) -> (Arc<File>, bool) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    (Arc::new(File::new(name, std::fs::read_to_string(path).unwrap())), false)
}
