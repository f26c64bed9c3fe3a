//! Articles of our own: those that look as if they contradicted themselves, and those that do, each slip written down in
//! `articles/slips.toml`.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::collections::BTreeMap;

use belie::rules::severity::Severity;
use engine::gold::{Gold, GoldSide};
use engine::{Source, articles, builtin_rules, findings, in_package, rendered};
use serde::Deserialize;

/// Slips that are not found yet: file and kind. Whoever makes one of them pass takes it off.
const KNOWN_MISSES: [(&str, &str); 0] = [];

/// Files that give a false alarm still, by how many. Whoever makes one of them silent takes it off.
const KNOWN_ALARMS: [(&str, usize); 0] = [];

#[derive(Deserialize)]
struct Slips {
    slip: Vec<Slip>,
}

/// A contradiction that was put into an article.
#[derive(Deserialize)]
struct Slip {
    file: String,
    kind: String,
    /// The words that contradict each other; an impossible date does so alone.
    quotes: Vec<String>,
}

#[test]
fn articles_without_a_slip_raise_no_alarm() {
    let rules = builtin_rules();
    let clean = all().into_iter().filter(|article| article.name.starts_with("clean-"));
    let mut alarms = BTreeMap::new();
    for article in clean {
        let found = findings(&rules, std::slice::from_ref(&article));
        let loud: Vec<_> = found.into_iter().filter(|finding| finding.severity > Severity::Note).collect();
        if !loud.is_empty() {
            println!("{}\n{}", article.name, rendered(&loud));
            alarms.insert(article.name, loud.len());
        }
    }
    let known = KNOWN_ALARMS.iter().map(|&(file, count)| (file.to_owned(), count)).collect();
    assert_eq!(alarms, known, "false alarms found, and those known");
}

#[test]
fn together_they_raise_no_alarm_either() {
    let clean: Vec<Source> = all().into_iter().filter(|article| article.name.starts_with("clean-")).collect();
    let mut loud = findings(&builtin_rules(), &clean);
    loud.retain(|finding| finding.severity > Severity::Note);
    assert!(loud.len() <= KNOWN_ALARMS.iter().map(|(_, count)| count).sum(), "{}", rendered(&loud));
}

#[test]
fn articles_with_a_slip_give_just_that_slip() {
    let rules = builtin_rules();
    let slips = slips();
    let mut missed = Vec::new();
    for article in all().into_iter().filter(|article| article.name.starts_with("slip-")) {
        let of_article: Vec<&Slip> = slips.iter().filter(|slip| slip.file == article.name).collect();
        assert!(!of_article.is_empty(), "{} has no slip written down", article.name);
        let sources = std::slice::from_ref(&article);
        let mut loud = findings(&rules, sources);
        loud.retain(|finding| finding.severity > Severity::Note);
        let golds: Vec<(&Slip, Gold)> = of_article.iter().map(|slip| (*slip, slip.gold())).collect();
        for (slip, gold) in &golds {
            if !loud.iter().any(|finding| gold.shown_by(finding, sources)) {
                missed.push((slip.file.as_str(), slip.kind.as_str()));
            }
        }
        loud.retain(|finding| !golds.iter().any(|(_, gold)| gold.shown_by(finding, sources)));
        assert!(loud.is_empty(), "{} gives more than its slip:\n{}", article.name, rendered(&loud));
    }
    assert_eq!(missed, KNOWN_MISSES, "slips missed, and those known to be");
}

impl Slip {
    fn gold(&self) -> Gold {
        let side = |quote: &String| GoldSide { file: self.file.clone(), quote: quote.clone(), value: None };
        let mut sides: Vec<GoldSide> = self.quotes.iter().map(side).collect();
        if let [only] = &sides[..] {
            // What is impossible by itself is one phrase with itself.
            sides.push(only.clone());
        }
        Gold { explain: self.kind.clone(), about: String::new(), level: None, side: sides }
    }
}

fn all() -> Vec<Source> {
    articles(&in_package("tests/articles"))
}

fn slips() -> Vec<Slip> {
    let text = std::fs::read_to_string(in_package("tests/articles/slips.toml")).unwrap();
    toml::from_str::<Slips>(&text).unwrap().slip
}
