//! What the engine does with claims, one mechanism a test: a small rule file, a few texts, the findings in short.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::fmt::Write as _;

use belie::conflicts::finding::Finding;
use engine::{Source, findings, rules_of};

/// Checks texts, each with its date ("" for none), and shows the findings: severity, verdict, then the sides with the
/// documents that take them, `a` for the first.
fn told(rules: &str, texts: &[(&str, &str)]) -> String {
    let sources: Vec<Source> = texts.iter().enumerate().map(|(at, text)| source(at, text)).collect();
    findings(&rules_of(rules), &sources).iter().map(short).collect::<Vec<_>>().join("; ")
}

fn source(at: usize, (date, text): &(&str, &str)) -> Source {
    let name = char::from(b'a' + u8::try_from(at).unwrap()).to_string();
    let header = if date.is_empty() { String::new() } else { format!("---\ndate: {date}\n---\n") };
    Source::of(&name, &format!("{header}{text}"))
}

fn short(finding: &Finding) -> String {
    let mut line = format!("{} {:?}", finding.severity.name(), finding.verdict).to_lowercase();
    for (at, side) in finding.sides.iter().enumerate() {
        let documents: String = side.evidence.iter().map(|evidence| evidence.file.name().to_string()).collect();
        let _ = write!(line, "{} {} {documents}", if at == 0 { ":" } else { " |" }, side.value);
    }
    line
}

const GUESTS: &str = r#"
[claim.guests]
title = "Guests at the fair"
phrases = ["{n:count} guests", "{n:count} guests in {when:date}"]
value = "n"
"#;

#[test]
fn equal_values_are_no_finding_and_different_ones_are() {
    for (text, expected) in [
        ("The fair had 40 guests. It had forty guests.", ""),
        ("The fair had 40 guests. It had 44 guests.", "error conflict: 40 a | 44 a"),
        ("The fair had 40 guests. It had about 42 guests.", ""),
        ("The fair had more than 40 guests. It had 400 guests.", "note suspicious: > 40 a | 400 a"),
    ] {
        assert_eq!(told(GUESTS, &[("", text)]), expected, "{text}");
    }
}

#[test]
fn a_claim_of_one_currency_leaves_all_others_out() {
    let rules = "[claim.fee]\ntitle = \"Fee\"\nphrases = [\"fee of {sum:money}\"]\nvalue = \"sum\"\n";
    let text = "It had a fee of $40. It had a fee of $50. It had a fee of €60. It had a fee of €70.";
    let all = told(rules, &[("", text)]);
    assert!(all.contains("USD 40 a") && all.contains("EUR 60 a"), "{all}");
    let euros = told(&format!("{rules}currency = \"EUR\"\n"), &[("", text)]);
    assert_eq!(euros, "error conflict: EUR 60 a | EUR 70 a");
}

#[test]
fn a_claim_in_one_unit_leaves_out_what_does_not_convert_to_it() {
    let rules = |unit: &str| {
        format!(
            "[claim.wall]\ntitle = \"Wall\"\nphrases = [\"wall of {{n:quantity}}\"]\nvalue = \"n\"\nunit = \"{unit}\"\n"
        )
    };
    let text =
        "It had a wall of 12 km. It had a wall of 20 miles. It had a wall of 5 tonnes. It had a wall of 9 tonnes.";
    assert_eq!(told(&rules("km"), &[("", text)]), "error conflict: 12 km a | 20 mi a");
    assert_eq!(told(&rules("kg"), &[("", text)]), "error conflict: 5 t a | 9 t a");
    assert_eq!(told(&rules("km/h"), &[("", text)]), "");
}

#[test]
fn a_claim_in_percentage_points_leaves_per_cent_out() {
    let rules = "[claim.rate]\ntitle = \"Rate\"\nphrases = [\"rose by {n:percent}\"]\nvalue = \"n\"\nunit = \"pp\"\n";
    let text = "It rose by 2 percentage points. It rose by 5 percent. It rose by 3 percentage points.";
    assert_eq!(told(rules, &[("", text)]), "error conflict: 2 pp a | 3 pp a");
}

#[test]
fn a_finding_has_one_side_for_each_value_with_all_its_evidence() {
    let text = "It had 40 guests. It had 44 guests. It had forty guests. It had 50 guests.";
    assert_eq!(told(GUESTS, &[("", text)]), "error conflict: 40 aa | 44 a | 50 a");
}

#[test]
fn sources_that_disagree_are_a_warning() {
    assert_eq!(told(GUESTS, &[("", "It had 40 guests."), ("", "It had 44 guests.")]), "warning conflict: 40 a | 44 b");
}

#[test]
fn inside_and_between_are_two_findings_where_a_third_source_joins_in() {
    let texts = [("", "It had 40 guests. It had 44 guests."), ("", "It had 50 guests.")];
    let expected = "error conflict: 40 a | 44 a; warning conflict: 40 a | 44 a | 50 b";
    assert_eq!(told(GUESTS, &texts), expected);
}

#[test]
fn a_copy_of_a_text_adds_no_finding() {
    let text = "It had 40 guests. It had 44 guests.";
    assert_eq!(told(GUESTS, &[("", text), ("", text)]), "error conflict: 40 ab | 44 ab");
}

#[test]
fn the_same_quotes_inside_one_text_and_between_two_are_two_findings() {
    let texts = [("", "It had 40 guests. It had 44 guests."), ("", "It had 40 guests."), ("", "It had 44 guests.")];
    let expected = "error conflict: 40 a | 44 a; warning conflict: 40 ab | 44 ac";
    assert_eq!(told(GUESTS, &texts), expected);
}

#[test]
fn values_of_other_times_are_not_compared() {
    for (texts, expected) in [
        (["It had 40 guests in 2031. It had 44 guests in 2032.", ""], ""),
        (["It had 40 guests in 2031. It had 44 guests in 2031.", ""], "error conflict: 40 a | 44 a"),
        // Dated against undated proves nothing.
        (["It had 40 guests in 2031. It had 44 guests.", ""], ""),
        // A date that only bounds the time dates nothing.
        (["Since 2031 it had 40 guests. It had 44 guests.", ""], "error conflict: 40 a | 44 a"),
    ] {
        assert_eq!(told(GUESTS, &[("", texts[0]), ("", texts[1])]), expected, "{texts:?}");
    }
}

#[test]
fn the_date_of_a_source_dates_what_it_says() {
    for (first, second, expected) in [
        ("2031-05-04", "2031-05-04", "warning conflict: 44 a | 40 b"),
        ("2031-05-04", "2031-08-09", ""),
        // A count that rose with the date of the source, within a month.
        ("2031-05-09", "2031-05-04", "note update: 44 a | 40 b"),
        ("2031-05-04", "2031-05-09", ""),
        ("2031-05-04", "", ""),
    ] {
        let texts = [(first, "It had 44 guests."), (second, "It had 40 guests.")];
        assert_eq!(told(GUESTS, &texts), expected, "{first} {second}");
    }
}

const MAYOR: &str = r#"
[claim.mayor]
title = "Who is mayor"
phrases = ["mayor {who:person} of {of:name}", "mayor {who:person}"]
value = "who"
key = ["of"]
settled-by = ["successor"]

[claim.successor]
title = "Who followed"
phrases = ["{who:person} succeeded"]
value = "who"
mode = "extract"
"#;

#[test]
fn the_same_person_by_full_name_and_surname_is_one_side() {
    let text = "Mayor Ann Lee of Orm spoke. Mayor Lee of Orm left. Mayor Bob Stone of Orm came.";
    assert_eq!(told(MAYOR, &[("", text)]), "error conflict: Ann Lee aa | Bob Stone a");
}

#[test]
fn an_open_part_of_the_key_is_taken_from_another_mention_of_the_person() {
    let text = "Mayor Ann Lee of Orm spoke. Later Mayor Lee left. Mayor Bob Stone of Orm came.";
    assert_eq!(told(MAYOR, &[("", text)]), "error conflict: Ann Lee aa | Bob Stone a");
}

#[test]
fn claims_with_an_open_key_meet_inside_one_document_alone() {
    let (lee, stone) = ("Mayor Ann Lee spoke.", "Mayor Bob Stone came.");
    assert_eq!(told(MAYOR, &[("", lee), ("", stone)]), "");
    assert_eq!(told(MAYOR, &[("", &format!("{lee} {stone}"))]), "error conflict: Ann Lee a | Bob Stone a");
}

#[test]
fn claims_with_an_open_key_mean_two_things_where_the_text_shows_it() {
    for text in [
        // Both in one sentence.
        "Mayor Ann Lee spoke to Mayor Bob Stone.",
        "Mayor Ann Larkin spoke. Mayor Bob Novak came. Larkin and Novak are friends.",
        // A list.
        "Mayor Ann Lee spoke. Mayor Bob Stone came. Mayor Tom Reed left.",
        // Another town is named.
        "Mayor Ann Lee spoke. Mayor Bob Stone came. Mayor Tom Reed of Orm left.",
    ] {
        assert_eq!(told(MAYOR, &[("", text)]), "", "{text}");
    }
}

#[test]
fn what_the_text_explains_is_a_note() {
    let text = "Mayor Ann Lee of Orm spoke in May. Mayor Bob Stone of Orm came. Bob Stone succeeded her.";
    assert_eq!(told(MAYOR, &[("", text)]), "note superseded: Ann Lee a | Bob Stone a");
}

#[test]
fn people_of_undated_sources_that_share_nobody_are_a_note() {
    for (rest, severity) in [("Tom Reed was there.", "warning"), ("Nobody else was there.", "note")] {
        let text = |mayor: &str| format!("Mayor {mayor} of Orm spoke. {rest}");
        let expected = format!("{severity} conflict: Ann Lee a | Bob Stone b");
        assert_eq!(told(MAYOR, &[("", &text("Ann Lee")), ("", &text("Bob Stone"))]), expected);
    }
}

#[test]
fn a_surname_never_ties_two_names_together() {
    let text = "Mayor Ann Lee of Orm spoke. Mayor Bob Lee of Orm came. Mayor Lee of Orm left.";
    assert_eq!(told(MAYOR, &[("", text)]), "error conflict: Ann Lee a | Bob Lee a");
}

const RECORD: &str = r#"
[person]
lee = ["Ann Lee"]
stone = ["Bob Stone"]
[office.mayor-of-orm]
title = "mayor"
of = "Orm"
holders = [{ who = "lee", from = 2021-01-01, to = 2025-01-01 }, { who = "stone", from = 2025-01-01 }]
[claim.mayor]
title = "Who is mayor"
phrases = ["{office} {who:person}", "{office} {who:person} of {of:name}"]
value = "who"
key = ["office", "of"]
"#;

#[test]
fn a_record_gives_the_place_and_is_held_against_dated_claims() {
    for (date, text, expected) in [
        ("", "Mayor Ann Lee spoke.", ""),
        ("2024-05-04", "Mayor Ann Lee spoke.", ""),
        ("2025-05-04", "Mayor Ann Lee spoke.", "warning conflict: Ann Lee a | Bob Stone test.toml"),
        ("", "In 2026 Mayor Ann Lee spoke.", "error conflict: Ann Lee a | Bob Stone test.toml"),
        ("", "In 2022 Mayor Ann Lee spoke. In 2026 Mayor Bob Stone spoke.", ""),
        // What the record says nothing of is not judged.
        ("", "In 1998 Mayor Ann Lee spoke.", ""),
        ("", "Mayor Ann Lee spoke. In 2026 the bridge was built.", "note suspicious: Ann Lee a | 2026 a"),
        ("", "Mayor Ann Lee spoke. In 2026 the bridge will be built.", ""),
    ] {
        assert_eq!(told(RECORD, &[(date, text)]), expected, "{date} {text}");
    }
}

const EVENT: &str = r#"
[event.fair]
title = "The fair of 2031"
from = 2031-05-01
to = 2031-05-04
need = 2
cues = ["fair", "brass band", "Orm"]
[event.race]
title = "The race of 2031"
from = 2031-06-01
to = 2031-06-01
need = 2
cues = ["race", "Orm", "horses"]
[claim.guests]
title = "Guests"
phrases = ["{n:count} guests"]
value = "n"
key = ["@event"]
scope = "event"
"#;

#[test]
fn claims_of_different_events_are_not_compared() {
    let (fair, race) = ("At the fair in Orm there were", "At the race in Orm there were");
    for (texts, expected) in [
        ([format!("{fair} 40 guests."), format!("{fair} 44 guests.")], "warning conflict: 40 a | 44 b"),
        ([format!("{fair} 40 guests."), format!("{race} 44 guests.")], ""),
        // As many cues of one as of the other: it is neither.
        ([format!("{fair} 40 guests."), "Between fair and race in Orm there were 44 guests.".to_owned()], ""),
        // Too few cues.
        ([format!("{fair} 40 guests."), "Orm had 44 guests.".to_owned()], ""),
    ] {
        assert_eq!(told(EVENT, &[("", &texts[0]), ("", &texts[1])]), expected, "{texts:?}");
    }
}

const PARTS: &str = r#"
[claim.part]
title = "A part"
phrases = ["{n:count} (adults|children)"]
value = "n"
mode = "extract"
[claim.whole]
title = "The whole"
phrases = ["{n:count} people in all"]
value = "n"
mode = "extract"
[check.parts-make-the-whole]
title = "The parts make the whole"
given = { part = "part", whole = "whole" }
require = "sum(part.n) == whole.n"
message = "the parts do not make the whole"
"#;

#[test]
fn parts_are_added_up() {
    for (text, expected) in [
        ("There were 12 adults and 30 children, 42 people in all.", ""),
        ("There were 12 adults and 30 children, 45 people in all.", "error conflict: 12 a | 30 a | 45 a"),
        ("There were about 12 adults and 30 children, 45 people in all.", ""),
    ] {
        assert_eq!(told(PARTS, &[("", text)]), expected, "{text}");
    }
}

#[test]
fn a_rule_can_name_its_timeline() {
    let rules = r#"
[person]
lee = ["Ann Lee"]
[office.head-of-orm]
title = "mayor"
of = "Orm"
holders = [{ who = "lee", from = 2021-01-01, to = 2025-01-01 }, { who = "Bob Stone", from = 2025-01-01 }]
[claim.head]
title = "Who leads Orm"
phrases = ["headed by {who:person}"]
value = "who"
fixed = { office = "head-of-orm" }
"#;
    let texts = [("2026-05-04", "The council, headed by Ann Lee, met.")];
    assert_eq!(told(rules, &texts), "warning conflict: Ann Lee a | Bob Stone test.toml");
}

#[test]
fn too_many_values_of_one_thing_are_a_note_on_the_rule() {
    let text: String = (101..500).map(|n| format!("It had {n} guests.\n\n")).collect();
    assert_eq!(told(GUESTS, &[("", &text)]), "note suspicious: 101 a | 102 a");
}

/// A check on the claims `a` ("first on DATE") and `b` ("last on DATE") with a length ("for LENGTH").
fn on_dates(require: &str, text: &str) -> String {
    let rules = format!(
        r#"
[claim.a]
title = "First"
phrases = ["first on {{when:date}}"]
value = "when"
mode = "extract"
[claim.b]
title = "Last"
phrases = ["last on {{when:date}}"]
value = "when"
mode = "extract"
[claim.c]
title = "Length"
phrases = ["for {{length:duration}}"]
value = "length"
mode = "extract"
[check.x]
title = "A test"
given = {{ a = "a", b = "b"{} }}
require = "{require}"
message = "no"
"#,
        if require.contains("c.") { ", c = \"c\"" } else { "" }
    );
    told(&rules, &[("", text)])
}

#[test]
fn only_what_is_surely_false_is_told() {
    let error = "error conflict: ";
    for (require, text, expected) in [
        ("a.when < b.when", "First on May 3, 2031, last on May 4, 2031.", ""),
        ("a.when < b.when", "First on May 4, 2031, last on May 4, 2031.", "2031-05-04 a | 2031-05-04 a"),
        // A missing year is the same year as far as anybody can tell; a missing day proves nothing.
        ("a.when < b.when", "First on May 4, last on May 3, 2031.", "XXXX-05-04 a | 2031-05-03 a"),
        ("a.when < b.when", "First on May 4, 2031, last on May 2031.", ""),
        ("a.when < b.when or days(b.when, a.when) > 30 days", "First on May 4, 2031, last on May 3, 2029.", ""),
        ("days(a.when, b.when) == c.length", "First on May 4, 2031, last on May 6, 2031, for three days.", ""),
        ("days(a.when, b.when) == c.length", "First on May 4, 2031, last on May 6, 2031, for two days.", ""),
        (
            "days(a.when, b.when) == c.length",
            "First on May 4, 2031, last on May 6, 2031, for five days.",
            "2031-05-04 a | 2031-05-06 a | P5D a",
        ),
        (
            "days(a.when, b.when) == c.length",
            "First on May 4, last on May 6, for a week.",
            "XXXX-05-04 a | XXXX-05-06 a | P1W a",
        ),
        ("days(a.when, b.when) == c.length", "First on May 4, 2031, last on July 6, 2031, for two months.", ""),
        ("year(a.when) == year(b.when)", "First on May 4, 2031, last on May 4, 2032.", "2031-05-04 a | 2032-05-04 a"),
        ("year(a.when) == year(b.when)", "First on May 4, last on May 4, 2032.", ""),
        ("start(a.when) < end(b.when)", "First on May 4, 2031, last on May 3, 2031.", "2031-05-04 a | 2031-05-03 a"),
        ("a.when + 2 days == b.when", "First on May 4, 2031, last on May 6, 2031.", ""),
        ("a.when + 2 days == b.when", "First on May 4, 2031, last on May 7, 2031.", "2031-05-04 a | 2031-05-07 a"),
    ] {
        let expected = if expected.is_empty() { String::new() } else { format!("{error}{expected}") };
        assert_eq!(on_dates(require, text), expected, "{require}: {text}");
    }
}

#[test]
fn a_gap_never_passes_over_a_negation_a_border_or_the_end_of_a_sentence() {
    let rules = r#"
[claim.guests]
title = "Guests"
phrases = ["counted ...5 {n:count} guests"]
value = "n"
guards = []
"#;
    for (text, expected) in [
        ("They counted 40 guests. They counted with great care 44 guests.", "error conflict: 40 a | 44 a"),
        ("They counted 40 guests. They counted but not the 44 guests.", ""),
        ("They counted 40 guests. They counted the money. There were 44 guests.", ""),
        ("They counted 40 guests.\n\n| counted | 44 guests |", ""),
        ("They counted 40 guests. They counted one after the other all of the many 44 guests.", ""),
    ] {
        assert_eq!(told(rules, &[("", text)]), expected, "{text}");
    }
}

#[test]
fn the_longest_match_stays_then_the_leftmost() {
    let rules = r#"
[claim.guests]
title = "Guests"
phrases = ["{n:count} guests", "{n:count} guests and {more:count} children"]
value = "n"
key = ["more"]
"#;
    // The longer phrase has the key filled in, so that the two sentences are about two things.
    assert_eq!(told(rules, &[("", "There were 40 guests and 3 children. There were 44 guests.")]), "");
}

#[test]
fn plain_regex_reads_typed_groups() {
    let rules = r#"
[claim.guests]
title = "Guests"
regex = ['(?i)\bguests: (?<n>\S+)']
slot = { n = "count" }
value = "n"
"#;
    assert_eq!(told(rules, &[("", "Guests: 40. GUESTS: 44. Guests: many.")]), "error conflict: 40 a | 44 a");
}

#[test]
fn who_has_it_right_is_a_side_of_what_a_check_of_one_claim_tells() {
    let rules = r#"
[claim.weekday-date]
title = "A weekday beside a date"
mode = "extract"
phrases = ["{day:weekday} [,] {when:date}"]
value = "day"

[check.weekday-fits-date]
title = "A weekday beside a date is that date's weekday"
given = { d = "weekday-date" }
require = "weekday(d.when) == d.day"
message = "the date does not fall on that weekday"
"#;
    let wrong = "The Orrin Players of Marlby open Lena Marsh's fair on Friday, 18 December 2031.";
    for (other, expected) in [
        (
            "Lena Marsh and the Orrin Players will be back in Marlby on Thursday, 18 December 2031.",
            "error conflict: 2031-12-18 ab | XXXX-WXX-5 a | XXXX-WXX-4 b",
        ),
        // Another day, another story.
        (
            "Lena Marsh and the Orrin Players will be back in Marlby on Wednesday, 17 December 2031.",
            "error conflict: 2031-12-18 a | XXXX-WXX-5 a",
        ),
        ("The Kelm Ferry sails on Thursday, 18 December 2031.", "error conflict: 2031-12-18 a | XXXX-WXX-5 a"),
    ] {
        assert_eq!(told(rules, &[("", wrong), ("", other)]), expected, "{other}");
    }
}
