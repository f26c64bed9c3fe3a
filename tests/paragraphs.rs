//! Texts of two paragraphs: each line of `tests/cases/paragraphs.txt` has the rule that must find the contradiction between
//! them, or `ok` where there is none.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use belie::rules::severity::Severity;
use engine::{builtin_rules, findings_in};

#[test]
fn two_paragraphs_of_one_text_contradict_each_other_only_where_both_speak_of_one_thing() {
    let rules = builtin_rules();
    let mut wrong = Vec::new();
    for line in include_str!("cases/paragraphs.txt").lines() {
        let [rule, one, other] = line.splitn(3, " | ").collect::<Vec<_>>()[..] else {
            panic!("a line has a rule and two paragraphs: {line}")
        };
        let findings = findings_in(&rules, &[format!("{one}\n\n{other}\n")]);
        let loud = findings.iter().filter(|finding| finding.severity > Severity::Note);
        let told: Vec<&str> = loud.map(|finding| finding.rule.as_str()).collect();
        let right = if rule == "ok" { told.is_empty() } else { told.contains(&rule) };
        if !right {
            wrong.push(format!("{line}: {told:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
