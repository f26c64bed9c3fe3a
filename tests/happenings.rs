//! Small texts on invented events: in `tests/happenings/loud` each folder has one contradiction, in `quiet` there is none.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::path::PathBuf;

use belie::conflicts::finding::Finding;
use belie::rules::rule::Rules;
use belie::rules::severity::Severity;
use engine::{Source, articles, builtin_rules, findings, findings_in, in_package};

fn loud(name: &str) -> Vec<Source> {
    articles(&in_package("tests/happenings/loud").join(name))
}

/// What is told at least as a warning: the rule and its sides.
fn told(rules: &Rules, sources: &[Source]) -> Vec<String> {
    findings(rules, sources).iter().filter(|finding| finding.severity != Severity::Note).map(short).collect()
}

fn short(finding: &Finding) -> String {
    let sides: Vec<String> = finding.sides.iter().map(|side| side.value.to_string()).collect();
    format!("{} {}", finding.rule, sides.join(" | "))
}

#[test]
fn one_event_with_two_values_is_told() {
    let rules = builtin_rules();
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
        assert_eq!(told(&rules, &loud(folder)), [expected], "{folder}");
    }
}

#[test]
fn two_findings_of_one_event_are_both_told() {
    let expected = ["events/day 2026-04-30 | 2026-05-04", "events/act supports | not supports"];
    assert_eq!(told(&builtin_rules(), &loud("ward")), expected);
}

#[test]
fn events_of_one_kind_are_no_contradiction() {
    let rules = builtin_rules();
    let mut all = Vec::new();
    let folders = std::fs::read_dir(in_package("tests/happenings/quiet")).unwrap();
    let mut folders: Vec<PathBuf> = folders.map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for folder in folders {
        let texts = articles(&folder);
        assert_eq!(told(&rules, &texts), Vec::<String>::new(), "{}", folder.display());
        let name = |source: Source| Source { name: format!("{}/{}", folder.display(), source.name), ..source };
        all.extend(texts.into_iter().map(name));
    }
    assert!(all.len() > 20, "{} texts", all.len());
    assert_eq!(told(&rules, &all), Vec::<String>::new(), "all at once");
}

#[test]
fn a_clause_states_a_verb_negates_it_or_leaves_it_open() {
    let rules = builtin_rules();
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
        let findings = findings_in(&rules, &[format!("{first} It rained. {second}")]);
        assert_eq!(findings.iter().any(|finding| finding.rule == "events/act"), conflict, "{second}");
    }
}
