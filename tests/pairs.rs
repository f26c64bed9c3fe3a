//! Bare statements, two by two, of one matter in two texts: where both can be true nothing should be told, and where they
//! contradict each other it should. `tests/cases/README.md` tells where they come from.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]
#![expect(clippy::print_stdout, reason = "the measure is for whoever asks with --nocapture")]

mod engine;

use belie::rules::severity::Severity;
use engine::{builtin_rules, findings_in};

/// Of how many pairs that can both be true something loud is told, and of how many that contradict each other.
fn told(pairs: &str) -> (usize, usize) {
    let rules = builtin_rules();
    let (mut alarms, mut found, mut contrary, mut all) = (0, 0, 0, 0);
    for pair in pairs.lines() {
        let [kind, one, other] = pair.splitn(3, '|').map(str::trim).collect::<Vec<_>>()[..] else {
            panic!("a pair has a kind and two statements: {pair}")
        };
        let texts = [one, other].map(|words| format!("---\ndate: 2026-05-12\n---\n\n{words}\n"));
        let loud = findings_in(&rules, &[&texts[0], &texts[1]]).iter().any(|finding| finding.severity > Severity::Note);
        all += 1;
        match kind {
            "ok" => alarms += usize::from(loud),
            "no" => {
                contrary += 1;
                found += usize::from(loud);
            }
            other => panic!("{other} is no kind of pair"),
        }
    }
    println!(
        "told of {alarms} pairs of {} that can both be true, and of {found} of {contrary} that cannot",
        all - contrary
    );
    (alarms, found)
}

/// It may become better, and must not become worse.
#[track_caller]
fn at_least(pairs: &str, alarms: usize, found: usize) {
    let told = told(pairs);
    assert!(told.0 <= alarms && told.1 >= found, "{told:?}, and was {:?}", (alarms, found));
}

#[test]
fn statements_that_were_read_are_judged_no_worse_than_before() {
    at_least(include_str!("cases/pairs-seen.txt"), 104, 159);
}

#[test]
fn statements_that_were_not_read_are_judged_no_worse_than_before() {
    at_least(include_str!("cases/pairs-unseen.txt"), 45, 44);
}
