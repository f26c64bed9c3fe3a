//! How the built-in packs do on subjects that nobody wrote rules for; `tests/cases/README.md` tells what a case is.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]
#![expect(clippy::print_stdout, reason = "the measure is for whoever asks with --nocapture")]

mod engine;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use belie::conflicts::finding::Finding;
use belie::rules::severity::Severity;
use engine::gold::{Case, Gold};
use engine::{Source, articles, builtin_rules, findings, in_package};

/// False alarms of today, each with the folder, the case, the rule, the values set against each other, and what is missing. One that
/// is mended is taken from here.
const KNOWN_ALARMS: [(&str, &str, &str, &str, &str); 0] = [];

#[test]
fn every_side_of_every_case_stands_in_its_file_once() {
    for (name, case, sources) in cases("seen").into_iter().chain(cases("unseen")) {
        assert!(!case.trap.is_empty(), "{name} has no trap");
        for gold in case.conflict.iter().chain(&case.trap) {
            assert!(gold.side.len() > 1, "{name}: one side alone contradicts nothing: {}", gold.explain);
            for side in &gold.side {
                let (start, end) = side.region(&sources);
                assert!(start < end, "{name}: an empty quote: {}", gold.explain);
            }
        }
        for gold in &case.conflict {
            let values: BTreeSet<_> = gold.side.iter().map(|side| side.value.as_deref().unwrap()).collect();
            assert!(values.len() > 1 && !gold.about.is_empty(), "{name}: {}", gold.explain);
        }
    }
}

#[test]
fn nothing_loud_in_the_cases_that_were_read_is_a_false_alarm_but_what_is_known_to_be() {
    no_new_alarm("seen", 191);
}

#[test]
fn nothing_loud_in_the_cases_that_were_not_read_is_a_false_alarm_but_what_is_known_to_be() {
    no_new_alarm("unseen", 191);
}

#[test]
fn nothing_loud_in_the_cases_that_are_told_in_other_words_is_a_false_alarm() {
    no_new_alarm("retold", 92);
}

fn no_new_alarm(folder: &str, count: usize) {
    let cases = cases(folder);
    assert_eq!(cases.len(), count);
    let rules = builtin_rules();
    let mut alarms = BTreeMap::new();
    let mut recall: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (name, case, sources) in cases {
        let found = findings(&rules, &sources);
        let loud: Vec<&Finding> = found.iter().filter(|finding| finding.severity > Severity::Note).collect();
        for gold in &case.conflict {
            let (shown, all) = recall.entry(gold.about.clone()).or_default();
            *shown += usize::from(loud.iter().any(|finding| gold.shown_by(finding, &sources)));
            *all += 1;
        }
        for alarm in loud.iter().filter(|finding| !case.conflict.iter().any(|gold| gold.shown_by(finding, &sources))) {
            let values: Vec<&str> = alarm.sides.iter().map(|side| side.value.as_str()).collect();
            let trap = case.trap.iter().find(|trap| trap.confused_by(alarm, &sources));
            let why = trap.map_or("no trap", |Gold { explain, .. }| explain).to_owned();
            alarms.insert((name.clone(), alarm.rule.to_string(), values.join(" / ")), why);
        }
    }
    let (shown, all) = recall.values().fold((0, 0), |(shown, all), of| (shown + of.0, all + of.1));
    let by_type: Vec<String> = recall.iter().map(|(about, (shown, all))| format!("{about} {shown}/{all}")).collect();
    println!("{folder}: found {shown} of {all}: {}", by_type.join(", "));

    for (_, name, rule, values, missing) in KNOWN_ALARMS.iter().copied().filter(|known| known.0 == folder) {
        let gone = alarms.remove(&(name.to_owned(), rule.to_owned(), values.to_owned())).is_none();
        assert!(!gone, "no longer an alarm, take it from the list: {name} [{rule}] {values} ({missing})");
    }
    assert!(alarms.is_empty(), "new false alarms, each with the trap it springs: {alarms:#?}");
}

/// The cases of a folder, each with its name and its articles, in the order of their names.
fn cases(folder: &str) -> Vec<(String, Case, Vec<Source>)> {
    let entries = std::fs::read_dir(in_package("tests/cases").join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    let read = |folder: &PathBuf| {
        let case = std::fs::read_to_string(folder.join("case.toml")).unwrap();
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        (name, toml::from_str(&case).unwrap(), articles(folder))
    };
    folders.iter().map(read).collect()
}
