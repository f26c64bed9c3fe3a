//! How the built-in packs do on short texts of many subjects, each with one contradiction or with none;
//! `tests/cases/README.md` tells who may read them.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::collections::BTreeMap;

use belie::conflicts::finding::Finding;
use belie::rules::severity::Severity;
use engine::gold::{touching, with_slack};
use engine::{Source, builtin_rules, findings};
use serde::Deserialize;

/// False alarms of today: the text, and the rule that gives it. One that is mended is taken from here.
const KNOWN_ALARMS: [(&str, &str); 7] = [
    ("b043-weekday", "figures/money"),
    ("c052-kin", "persons/age-of-whom-it-speaks"),
    ("d047-speed-temperature", "figures/quantity"),
    ("d075-area", "events/day"),
    ("i011-film-box-office", "figures/money"),
    ("j009", "figures/quantity"),
    ("j024", "events/day"),
];

#[derive(Deserialize)]
struct Texts {
    text: Vec<Text>,
}

/// One or two documents.
#[derive(Deserialize)]
struct Text {
    name: String,
    /// Whether the contradiction needs a careful reader.
    hard: bool,
    /// Whether they contradict each other; if so, their two sides are marked.
    conflict: bool,
    docs: Vec<String>,
}

/// A marked place: its file, and its bytes there with some slack.
type Side = (String, (usize, usize));

#[test]
fn every_conflict_has_two_sides_and_everything_else_none() {
    for text in texts().flat_map(|(_, texts)| texts) {
        let (_, sides) = text.read();
        assert_eq!(sides.len(), if text.conflict { 2 } else { 0 }, "{}", text.name);
    }
}

#[test]
fn nothing_loud_in_short_texts_is_a_false_alarm_but_what_is_known_to_be() {
    let rules = builtin_rules();
    let mut alarms = Vec::new();
    for (name, texts) in texts() {
        let mut recall: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for text in texts.iter() {
            let (sources, sides) = text.read();
            let found = findings(&rules, &sources);
            let loud = found.iter().filter(|finding| finding.severity > Severity::Note);
            let (right, wrong): (Vec<&Finding>, Vec<&Finding>) = loud.partition(|finding| shows(finding, &sides));
            if text.conflict {
                let (shown, all) = recall.entry(if text.hard { "hard" } else { "plain" }).or_default();
                *shown += usize::from(!right.is_empty());
                *all += 1;
            }
            alarms.extend(wrong.iter().map(|finding| (text.name.clone(), finding.rule.to_string())));
        }
        println!("{name}: found {recall:?}");
    }
    let mut known: Vec<(String, String)> =
        KNOWN_ALARMS.iter().map(|(name, rule)| ((*name).to_owned(), (*rule).to_owned())).collect();
    alarms.sort();
    known.sort();
    assert_eq!(alarms, known);
}

/// Whether a finding sets the two sides against each other.
fn shows(finding: &Finding, sides: &[Side]) -> bool {
    let [a, b] = sides else { return false };
    let [a, b] = [a, b].map(|(file, place)| touching(finding, file, *place));
    a.iter().any(|piece| b.iter().any(|other| piece != other))
}

fn texts() -> impl Iterator<Item = (&'static str, Vec<Text>)> {
    let files = [
        ("seen", include_str!("cases/short-seen.toml")),
        ("variants", include_str!("cases/short-variants.toml")),
        ("clean", include_str!("cases/short-clean.toml")),
        ("unseen", include_str!("cases/short-unseen.toml")),
        ("reckoning seen", include_str!("cases/reckoning-seen.toml")),
        ("reckoning unseen", include_str!("cases/reckoning-unseen.toml")),
    ];
    files.into_iter().map(|(name, file)| (name, toml::from_str::<Texts>(file).expect("the file is sound").text))
}

impl Text {
    /// The documents as sources, and what is marked in them.
    fn read(&self) -> (Vec<Source>, Vec<Side>) {
        let (mut sources, mut sides) = (Vec::new(), Vec::new());
        for (at, document) in self.docs.iter().enumerate() {
            let name = format!("{at}.md");
            let (mut text, mut places) = (String::new(), Vec::new());
            for (nth, part) in document.split("[[").enumerate() {
                let (inside, behind) = if nth == 0 { ("", part) } else { part.split_once("]]").expect("a mark ends") };
                places.extend((nth > 0).then_some((text.len(), text.len() + inside.len())));
                text.push_str(inside);
                text.push_str(behind);
            }
            sides.extend(places.iter().map(|&(start, end)| (name.clone(), with_slack(&text, start, end))));
            sources.push(Source::of(&name, &text));
        }
        (sources, sides)
    }
}
