//! Texts in parts that tell of two things of one kind, and texts whose parts only tell more of one: all built-in packs are
//! asked. Each row has the parts of one text, and the rules that tell something loudly.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use belie::check::check;
use belie::conflicts::finding::Finding;
use belie::rules::severity::Severity;
use engine::{Source, builtin_rules};

fn findings(text: &str) -> Vec<Finding> {
    check(&builtin_rules(), &[Source::of("a.md", text).read()], None).findings
}

#[track_caller]
fn check_rows(rows: &[(&str, &str, &str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(class, first, second, expected)| {
            let found = findings(&format!("# What is new in town\n\n{first}\n\n{second}\n"));
            let loud = found.iter().filter(|finding| finding.severity > Severity::Note);
            let told: Vec<&str> = loud.map(|finding| &*finding.rule).collect();
            (told.join(" ") != *expected).then(|| format!("{class}: expected `{expected}`, told `{}`", told.join(" ")))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_said_of_one_thing_of_a_kind_is_not_held_against_another_one() {
    check_rows(&[
        (
            "the same noun behind other words",
            "## Oak Street\n\nThe lease runs for six years and costs £14,000 a year.",
            "## Elm Street\n\nThe lease runs for eight years and costs £12,000 a year.",
            "",
        ),
        (
            "which one",
            "## The rich one\n\nBake the cake for 40 minutes in a round tin.",
            "## The plain one\n\nBake the cake for 25 minutes in a round tin.",
            "",
        ),
        (
            "the same words around a number",
            "## Line 4\n\nThe depot holds 340 trams and was opened in 1975.",
            "## Line 5\n\nThe depot holds 430 trams and was opened in 1981.",
            "",
        ),
        (
            "days",
            "## 5 May 2031\n\nThe quay was closed. Police counted 300 people.",
            "## 12 May 2031\n\nThe quay was not closed. Police counted 400 people.",
            "",
        ),
        (
            "names",
            "## Wenna Dorn\n\nThe campaign has raised £12,000, says Dorn.",
            "## Holt Lund\n\nThe campaign has raised £14,000, says Lund.",
            "",
        ),
        (
            "labels of a list",
            "- **Rowing club:** The club has 340 members and pays £2,400 a year.",
            "- **Chess club:** The club has 430 members and pays £2,600 a year.",
            "",
        ),
        (
            "records with the same labels",
            "**Date:** 5 May 2031\n\n**Tickets:** £12; the hall has 200 seats.",
            "**Date:** 13 May 2031\n\n**Tickets:** £15; the hall has 240 seats.",
            "",
        ),
        (
            "entries that open with days",
            "2031-05-05 Ian Bell\n\nThe quay was closed.",
            "2031-06-09 Ian Bell\n\nThe quay was not closed.",
            "",
        ),
        (
            "whoever has a post there",
            "## Oak Street\n\nThe manager, Ian Bell, came in March. The chairman is Ann Falk.",
            "## Elm Street\n\nThe manager, Ross Kane, came in May. The chairman is Una Dorn.",
            "",
        ),
        (
            "much that differs below two headings",
            "## Wenna\n\nThe library will close for six weeks from 5 June. The roof needs repair at a cost of £40,000.",
            "## Holt\n\nThe library will close for eight weeks from 9 June. The roof needs repair at a cost of £60,000.",
            "",
        ),
    ]);
}

#[test]
fn what_is_said_of_one_thing_below_two_headings_is_held_against_each_other() {
    check_rows(&[
        (
            "headings that are about one thing",
            "## The lease\n\nThe lease runs for six years.",
            "## What it costs\n\nThe lease runs for eight years.",
            "figures/duration",
        ),
        (
            "parts of one text",
            "## Part 1\n\nThe depot holds 340 trams.",
            "## Part 2\n\nThe depot holds 430 trams.",
            "figures/count",
        ),
        (
            "one thing under its own heading again",
            "## Oak Street\n\nThe depot holds 340 trams.",
            "## Elm Street\n\nIt rained.\n\n## Oak Street\n\nThe depot holds 430 trams.",
            "figures/count",
        ),
        (
            "one label twice",
            "**Tickets:** £12; the hall has 200 seats.",
            "**Tickets:** £15; the hall has 240 seats.",
            "figures/money figures/count",
        ),
        (
            "one day twice",
            "5 May 2031: The depot holds 340 trams.",
            "5 May 2031: The depot holds 430 trams.",
            "figures/count",
        ),
        (
            "somebody by name",
            "## Oak Street\n\nWenna Dorn, 41, is the manager.",
            "## Elm Street\n\nWenna Dorn, 46, came in May.",
            "persons/age",
        ),
    ]);
}

#[test]
fn paragraphs_may_be_about_different_people_times_and_things() {
    check_rows(&[
        (
            "each with its name",
            "Mark Ellis, 34, of Ferry Road, was fined £240 for driving at 51 mph in a 30 mph zone.",
            "Susan Gale, 58, of Oak Street, was fined £380 for driving at 47 mph in a 30 mph zone.",
            "",
        ),
        (
            "it, and the name that opens its paragraph",
            "**The Marlow Brown** lays about 300 eggs a year. It starts young.",
            "The Grand Duke was raised for the table. Hens are heavy. It lays 90 eggs a year.",
            "",
        ),
        (
            "one name twice",
            "Mark Ellis, 34, of Ferry Road, was caught driving at 51 mph in a 30 mph zone.",
            "Mark Ellis, who lives in Ferry Road, was caught driving at 47 mph in a 30 mph zone.",
            "figures/quantity",
        ),
        (
            "two letters",
            "Sir, I have lived in Mill Lane for 40 years. The council wants to spend £2 million on a road.",
            "Sir, I have lived in Mill Lane for 12 years. The council should have spent £3 million on a road.",
            "",
        ),
        (
            "what was so and what is so",
            "In 1926 the mill made paper. The director was Josiah Crane.",
            "Today the mill makes paper too. The director is Petra Voss.",
            "",
        ),
        (
            "what is so, told twice",
            "The mill makes paper. The director is Josiah Crane.",
            "The mill makes good paper. The director is Petra Voss.",
            "roles/post",
        ),
        (
            "its chairman in two paragraphs",
            "Corda makes rope. Its chairman, Lars Holm, has gone.",
            "Delta builds trains. Its chairman is Eva Kranz.",
            "",
        ),
        (
            "its chairman, and the body that each paragraph names",
            "The work is done, said Ida Holm, who chairs the board.",
            "The board meets on Tuesday. Its chairman, Lars Moe, wants a second quay.",
            "roles/post",
        ),
        (
            "each with its name, of one thing by its name",
            "Ann Dorn opened the Corn Hall in Sandholm, which has 340 seats.",
            "Bob Lund booked the Corn Hall in Sandholm and its 430 seats for June.",
            "figures/count",
        ),
        ("a second one", "The brown bin costs £45 a year.", "A second brown bin costs £60 a year.", ""),
        (
            "many values for one thing",
            "**North:** Rain at first, up to 12 mm, then dry. Highs of 14 degrees, winds of 30 km/h.",
            "**Inland:** Dry, with winds of 20 km/h.\n\n**Coast:** Dry and warm, highs of 22 degrees. Winds of 15 km/h.",
            "",
        ),
    ]);
}

#[test]
fn parts_that_differ_in_much_are_told_as_notes_with_the_reason() {
    let closed = |weeks: &str, day: u32, money: u32| {
        format!(
            "The library will close for {weeks} weeks from {day} June. The roof needs repair at a cost of £{money},000."
        )
    };
    let (first, second) = (closed("six", 5, 40), closed("eight", 9, 60));
    for (text, parts) in [
        (format!("# In brief\n\n## Wenna\n\n{first}\n\n## Holt\n\n{second}"), "below these two headings"),
        (format!("# In brief\n\n{first}\n\n{second}"), "between these two paragraphs"),
    ] {
        let found = findings(&text);
        assert_eq!(found.len(), 3, "{found:#?}");
        for finding in found {
            assert_eq!(finding.severity, Severity::Note);
            let reason = finding.remarks.last().unwrap();
            assert_eq!(*reason, format!("3 facts differ {parts}, which may be about two things"));
        }
    }
}
