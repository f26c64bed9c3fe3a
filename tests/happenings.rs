//! Small texts on invented events: in `tests/happenings/loud` each folder has one contradiction, in `quiet` there is none.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use belie::check::check;
use belie::conflicts::finding::Finding;
use belie::rules::builtin::packs;
use belie::rules::load::load;
use belie::rules::rule::Rules;
use belie::rules::severity::Severity;
use belie::source::document::Document;
use belie::source::file::File;
use belie::source::read::{Format, document};

fn rules() -> Rules {
    let files: Vec<_> = packs().map(|file| (Arc::new(file), true)).collect();
    load(&files).0
}

fn folders(kind: &str) -> Vec<PathBuf> {
    entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/happenings").join(kind))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    entries
}

fn read(path: &Path) -> Document {
    let format = if path.extension().is_some_and(|end| end == "md") { Format::Markdown } else { Format::Plain };
    document(Arc::new(File::new(path.to_str().unwrap(), fs::read_to_string(path).unwrap())), format)
}

/// What is told at least as a warning: the rule and its sides.
fn told(rules: &Rules, paths: &[PathBuf]) -> Vec<String> {
    let documents: Vec<Document> = paths.iter().map(|path| read(path)).collect();
    let findings = check(rules, &documents, None).findings;
    findings.iter().filter(|finding| finding.severity != Severity::Note).map(short).collect()
}

fn short(finding: &Finding) -> String {
    let sides: Vec<String> = finding.sides.iter().map(|side| side.value.to_string()).collect();
    format!("{} {}", finding.rule, sides.join(" | "))
}

#[test]
fn one_event_with_two_values_is_told() {
    let rules = rules();
    for (folder, expected) in [
        ("collision", "events/hour T05:14 | T06:40"),
        ("derailed", "events/day XXXX-WXX-4 | XXXX-WXX-3"),
        ("founded", "events/day 1921 | 1926"),
        ("painter", "events/place Torwick | Hesselby"),
        ("pumps", "figures/quantity 9 mi² | 19 mi²"),
        ("roof", "events/act not repaired | repaired"),
        ("sailor", "events/day XXXX-WXX-7 | XXXX-WXX-1"),
        ("skate-park", "events/act accepted | not accepted"),
        ("tower", "events/day 1887 | 1889"),
    ] {
        let folder = folders("loud").into_iter().find(|path| path.ends_with(folder)).unwrap();
        assert_eq!(told(&rules, &entries(&folder)), [expected], "{}", folder.display());
    }
}

#[test]
fn two_findings_of_one_event_are_both_told() {
    let folder = folders("loud").into_iter().find(|path| path.ends_with("ward")).unwrap();
    let expected = ["events/day 2026-04-30 | 2026-05-04", "events/act supports | not supports"];
    assert_eq!(told(&rules(), &entries(&folder)), expected);
}

#[test]
fn events_of_one_kind_are_no_contradiction() {
    let rules = rules();
    let mut all = Vec::new();
    for folder in folders("quiet") {
        let texts = entries(&folder);
        assert_eq!(told(&rules, &texts), Vec::<String>::new(), "{}", folder.display());
        all.extend(texts);
    }
    assert_eq!(told(&rules, &all), Vec::<String>::new(), "all at once");
}

#[test]
fn a_clause_states_a_verb_negates_it_or_leaves_it_open() {
    let rules = rules();
    let first = "The Arlen trust signed the lease of the Harrow mill.";
    for (second, conflict) in [
        ("The Arlen trust did not sign the lease of the Harrow mill.", true),
        ("The Arlen trust never signed a lease of the Harrow mill.", true),
        ("The Arlen trust walked out without signing the lease of the Harrow mill.", true),
        ("The Arlen trust refused to sign the lease of the Harrow mill.", true),
        ("The Arlen trust signed no lease of the Harrow mill.", true),
        ("The Arlen trust may not sign the lease of the Harrow mill.", false),
        ("The Arlen trust had not yet signed the lease of the Harrow mill.", false),
        ("The Arlen trust denies having signed the lease of the Harrow mill.", false),
        ("The Arlen trust not only signed the lease of the Harrow mill.", false),
        ("The Arlen trust did not sign the lease of the Crane mill.", false),
        ("The county did not sign the contract for the Harrow mill.", false),
        ("Did the Arlen trust not sign the lease of the Harrow mill?", false),
    ] {
        let text = document(Arc::new(File::new("a", format!("{first} It rained. {second}"))), Format::Plain);
        let findings = check(&rules, &[text], None).findings;
        assert_eq!(findings.iter().any(|finding| finding.rule == "events/act"), conflict, "{second}");
    }
}
