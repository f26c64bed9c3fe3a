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

#[test]
fn two_texts_of_one_story_need_few_words_to_tell_of_one_event() {
    let rules = builtin_rules();
    let story = |sentence: &str| format!("Ilse Arlen and the Tarnby Ferry Trust are in the news of Harrow. {sentence}");
    for (first, second, expected) in [
        // The time of day, by a verb or by a label.
        ("The market opens at 9 am.", "The market opens at 9.30 am.", "events/hour"),
        ("The market opens at 9 am.", "The market closes at 9.30 am.", ""),
        ("The market opens at 9 am.", "The museum opens at 9.30 am.", ""),
        ("The market opens at 9 am on Saturday.", "The market opens at 9.30 am on Sunday.", ""),
        ("In summer the market opens at 9 am.", "In winter the market opens at 10 am.", ""),
        ("The cliff broke off at 10:20.", "The cliff broke off at 3.40 pm.", "events/hour"),
        ("The cliff broke off at 10:20.", "The cliff broke up at 3.40 pm.", ""),
        ("Last ferry: 21:15.", "The last ferry is at 9.45 pm.", "events/hour"),
        ("Last ferry: 21:15.", "First ferry: 06:15.", ""),
        ("Last ferry: 21:15.", "The last bus is at 9.45 pm.", ""),
        ("Doors: 18:30.", "Doors 19:00.", "events/hour"),
        ("The market opened at 9 am.", "The market will open at 10 am.", ""),
        // Days.
        ("The sale is to close on 30 June 2026.", "The sale is to close on 31 July 2026.", "events/day"),
        ("The sale is to close on 30 June 2026.", "The sale was postponed and is to close on 31 July 2026.", ""),
        ("Launch date: 3 May 2026.", "The launch is on 4 May 2026.", "events/day"),
        ("From 1 May the slip is locked.", "The slip will be locked from 1 June.", "events/day"),
        ("It was on 3 May that she found the wreck.", "She located the wreck on 9 May.", "events/day"),
        ("The quake struck Harrow on 3 May 2019.", "The quake struck Harrow on 9 June 2026.", ""),
        ("The first boat sailed on 3 May.", "The second boat sailed on 9 May.", ""),
        ("The first boat sailed on 3 May.", "The boat sailed on 9 May.", ""),
        // Lengths.
        ("Ilse Arlen was jailed for three years.", "Ilse Arlen was sent to prison for two years.", "events/length"),
        ("Ilse Arlen was jailed for three years.", "Her brother Tom was sent to prison for two years.", ""),
        ("The play lasts two hours.", "The play takes three hours.", "events/length"),
        ("The play lasts two hours.", "The interval lasts half an hour.", ""),
        ("The drivers will walk out for 24 hours.", "Members plan a two-day stoppage.", "events/length"),
        ("The mill took two years to build.", "The mill was built in three months in 1871.", ""),
        // Places.
        ("Ilse Arlen was born in Brackwell.", "Arlen, a joiner's daughter, was born in Corran.", "events/place"),
        ("Ilse Arlen was born in Brackwell.", "Her brother, Tom, was born in Corran.", ""),
        ("Ilse Arlen was born in Brackwell.", "Ilse Arlen was born in Brackshire.", ""),
        ("The plane landed at Brackwell.", "The plane touched down at Corran.", "events/place"),
        ("The final will be held at Brackwell.", "The final, to be played at Corran, is sold out.", "events/place"),
        ("The final will be held at Brackwell.", "The semi-final will be held at Corran.", ""),
        // Whether.
        ("The motion was defeated.", "The motion was carried.", "events/act"),
        ("The motion was defeated.", "The amendment was carried.", ""),
        ("No ticket is needed.", "A ticket is required.", "events/act"),
        ("No ticket is needed.", "A passport is required.", ""),
        ("Arlen admitted three counts of theft.", "Arlen denied three counts of theft.", "events/act"),
        ("Arlen admitted three counts of theft.", "Arlen denied a count of arson.", ""),
        ("The parade went ahead.", "The parade was cancelled.", "events/act"),
        ("The parade went ahead.", "The fireworks were cancelled.", ""),
        ("The village was evacuated.", "The village was never evacuated.", "events/act"),
        // Order.
        ("She wrote the play before her novel.", "Arlen wrote it after the novel.", "events/order"),
        ("She wrote the play before her novel.", "Arlen wrote it after the war.", ""),
        ("The pump is fitted before the filter.", "The pump is fitted after the filter.", "events/order"),
        ("The pump is fitted before the filter.", "The valve is fitted after the filter.", ""),
    ] {
        let findings = findings_in(&rules, &[story(first), story(second)]);
        let told: Vec<&str> = findings
            .iter()
            .filter(|finding| finding.severity != Severity::Note && finding.rule.starts_with("events/"))
            .map(|finding| finding.rule.as_str())
            .collect();
        assert_eq!(told.join(" "), expected, "{first} / {second}");
    }
}
