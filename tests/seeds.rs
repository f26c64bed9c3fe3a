//! What the built-in packs find in the seed articles, committed and read by people.
//!
//! `SNAPSHOTS=overwrite cargo test --test seeds` writes the results anew; read them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::collections::BTreeSet;

use belie::conflicts::finding::Finding;
use belie::rules::severity::Severity;
use engine::gold::{Case, Gold};
use engine::{Source, articles, builtin_rules, findings, in_package, rendered};
use snapbox::{assert_data_eq, file};

#[test]
fn everything_that_the_seeds_contradict_is_found_and_nothing_else() {
    let found = findings(&builtin_rules(), &articles(&in_package("seeds")));
    assert_data_eq!(rendered(&found), file!["seeds/all.txt"].raw());
}

#[test]
fn the_general_packs_find_their_share_without_the_one_made_for_the_seeds() {
    let mut rules = builtin_rules();
    rules.keep(|name| name.pack_name != "japan-us");
    let found = findings(&rules, &articles(&in_package("seeds")));
    assert_data_eq!(rendered(&found), file!["seeds/without-japan-us.txt"].raw());
}

#[test]
fn each_seed_alone_gives_what_it_says_against_itself() {
    let rules = builtin_rules();
    let alone = articles(&in_package("seeds")).into_iter().map(|seed| {
        let found = findings(&rules, std::slice::from_ref(&seed));
        format!("# {}\n\n{}", seed.name, rendered(&found))
    });
    assert_data_eq!(alone.collect::<Vec<_>>().join("\n"), file!["seeds/alone.txt"].raw());
}

#[test]
fn a_text_and_its_copy_contradict_each_other_no_more_than_the_text_itself() {
    let rules = builtin_rules();
    for seed in articles(&in_package("seeds")) {
        let copy = Source { name: format!("copy-of-{}", seed.name), ..seed.clone() };
        let ids = |sources: &[Source]| findings(&rules, sources).into_iter().map(|finding| finding.id).collect();
        let alone: BTreeSet<String> = ids(std::slice::from_ref(&seed));
        let twice: BTreeSet<String> = ids(&[seed.clone(), copy]);
        assert_eq!(twice, alone, "{}", seed.name);
    }
}

#[test]
fn four_prime_ministers_are_one_finding_between_the_articles() {
    let seeds = articles(&in_package("seeds"));
    one_finding_has_four_prime_ministers(&findings(&builtin_rules(), &seeds));
}

/// Other seeds may lie beside the checkout, with their contradictions written down in `case.toml`.
#[test]
fn seeds_beside_the_checkout_are_read_as_their_readers_did() {
    let folder = in_package("../shared/seeds");
    let Ok(case) = std::fs::read_to_string(folder.join("case.toml")) else {
        println!("skipped: there is no {}", folder.join("case.toml").display());
        return;
    };
    let case: Case = toml::from_str(&case).unwrap();
    let seeds = articles(&folder);
    let found = findings(&builtin_rules(), &seeds);
    one_finding_has_four_prime_ministers(&found);

    let (notes, loud): (Vec<&Gold>, Vec<&Gold>) =
        case.conflict.iter().partition(|gold| gold.level.as_deref() == Some("note"));
    assert_eq!((loud.len(), notes.len()), (8, 1));
    for gold in &loud {
        let least = if gold.level.as_deref() == Some("error") { Severity::Error } else { Severity::Warning };
        let shown = found.iter().any(|finding| finding.severity >= least && gold.shown_by(finding, &seeds));
        assert!(shown, "missed, or told too low: {}", gold.explain);
    }
    for gold in &notes {
        let shown = |finding: &&Finding| gold.shown_by(finding, &seeds);
        let told: Vec<Severity> = found.iter().filter(shown).map(|finding| finding.severity).collect();
        assert_eq!(told, [Severity::Note], "{}", gold.explain);
    }
    let mut alarms = found
        .iter()
        .filter(|finding| finding.severity > Severity::Note && !loud.iter().any(|gold| gold.shown_by(finding, &seeds)));
    if let Some(alarm) = alarms.next() {
        let sprung = case.trap.iter().find(|trap| trap.side.len() > 1 && trap.confused_by(alarm, &seeds));
        let why = sprung.map_or("nobody wrote it down", |trap| &trap.explain);
        panic!("a false alarm, {why}:\n{}", rendered(std::slice::from_ref(alarm)));
    }
}

fn one_finding_has_four_prime_ministers(found: &[Finding]) {
    let holders = |finding: &&Finding| finding.rule == "offices/office-holder" && finding.sides.len() == 4;
    let found: Vec<&Finding> = found.iter().filter(holders).collect();
    let &[finding] = &found[..] else { panic!("{} findings with four sides", found.len()) };
    assert_eq!(finding.severity, Severity::Warning);
    let mut names: Vec<&str> = finding.sides.iter().map(|side| side.value.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Fumio Kishida", "Sanae Takaichi", "Shigeru Ishiba", "Shinzo Abe"]);
    for at in finding.sides.iter().flat_map(|side| &side.evidence) {
        let before = &at.file.text()[..at.span.range().start];
        let words: Vec<&str> = before.split_whitespace().rev().take(4).collect();
        assert!(!words.iter().any(|word| word.to_lowercase().contains("former")), "{words:?} {}", at.quote);
        assert!(!at.sentence.contains("2015"), "{}", at.sentence);
    }
}
