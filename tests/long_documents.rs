//! What comes of documents that go on and on.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use belie::check::{Checked, check};
use engine::{Source, builtin_rules};

/// Checks one document with the built-in packs.
fn checked(text: String) -> Checked {
    check(&builtin_rules(), &[Source::of("long.txt", &text).read()], None)
}

#[test]
fn two_holders_named_thousands_of_times_are_one_finding_with_two_sides() {
    let text = "Mayor Ann Velden spoke. ".repeat(1_500) + &"Mayor Bob Okoro listened. ".repeat(1_500);
    let findings = checked(text).findings;
    assert_eq!(findings.len(), 1);
    let sides: Vec<_> = findings[0].sides.iter().map(|side| (side.value.as_str(), side.evidence.len())).collect();
    assert_eq!(sides, [("Ann Velden", 1_500), ("Bob Okoro", 1_500)]);
}

#[test]
fn an_open_key_is_filled_from_any_of_thousands_of_mentions() {
    let text = "Mayor Ann Velden spoke. ".repeat(1_500) + "Ann Velden, the mayor of Lisbon, is here.";
    let claims = checked(text);
    let of = |key: Vec<(String, String)>| key.into_iter().find(|(name, _)| name == "of").map(|(_, value)| value);
    let places: Vec<_> = claims.claims().filter_map(|claim| of(claim.known_key())).collect();
    assert!(places.len() > 1_500 && places.iter().all(|place| place == "Lisbon"), "{} places", places.len());
}

#[test]
fn one_word_said_over_and_over_says_nothing() {
    for word in ["president", "on", "|", "1", "Maria", "Monday", "the", "from", "-", "’", "not"] {
        let checked = checked(format!("{word} ").repeat(4_000));
        assert!(checked.findings.is_empty(), "{word}");
    }
}

#[test]
fn a_cell_of_a_wide_row_is_known_by_the_label_of_its_row_and_the_head_of_its_column() {
    let row = |first: &str, cell: &dyn Fn(usize) -> String| {
        format!("| {first} |{}\n", (0..300).map(|at| format!(" {} |", cell(at))).collect::<String>())
    };
    let head = row("Town", &|at| if at == 280 { "Planned houses".to_owned() } else { format!("Houses in {at}") });
    let text = head + &"|---".repeat(301) + "|\n" + &row("Kelm", &|at| (1_000 + at).to_string());
    let checked = checked(text);
    let counts = checked.claims().filter(|claim| claim.known_key() == [("subject".to_owned(), "Kelm".to_owned())]);
    let counts: Vec<_> = counts.collect();
    assert_eq!(counts.len(), 300);
    // What a head calls planned is marked, far from the label as it stands.
    let marked: Vec<_> = counts.iter().filter(|claim| !claim.counts()).map(|claim| claim.at.quote.as_str()).collect();
    assert_eq!(marked, ["1280"]);
}
