//! What findings say: their sentence, the computed facts beside it, and what to do, from a rule and a text to the words.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use belie::conflicts::finding::Finding;
use belie::report::look::Look;
use belie::report::text;
use engine::{findings_in, rules_of};

/// Claims and checks of every kind that has words of its own.
const RULES: &str = r#"
[pack]
name = "own"
description = "Rules of this test"

[person]
ida = ["Ida Holm"]
nils = ["Nils Berg"]
ruth = ["Ruth Vale"]

[office.mayor-of-sola]
title = "mayor"
of = "Sola"
holders = [
  { who = "ida", from = 2001-05-01, to = 2005-05-01 },
  { who = "nils", from = 2005-05-01, to = 2009-05-01 },
  { who = "ida", from = 2009-05-01 },
]

[claim.mayor]
title = "Who is mayor"
phrases = ["mayor {who:person}"]
value = "who"
across = "warning"
fixed = { office = "mayor", of = "Sola" }

[claim.keeper]
title = "Who keeps the light"
phrases = ["keeper {who:person} of {of:place}", "keeper {who:person}"]
value = "who"
key = ["of"]
message = "the light of {of} has {a} and {b} as keepers"

[claim.guest]
title = "Who came"
phrases = ["guest {who:person}"]
value = "who"
message = "the guests differ, {values}"

[claim.total]
title = "How many in all"
mode = "extract"
phrases = ["{n:count} in all"]
value = "n"

[claim.part]
title = "How many of one kind"
mode = "extract"
phrases = ["{n:count} (adults|children)"]
value = "n"

[check.adds-up]
title = "The parts add up"
given = { total = "total", part = "part" }
require = "sum(part.n) == total.n"
severity = "error"
message = "the parts do not add up"

[claim.opening]
title = "When it opens"
mode = "extract"
phrases = ["opens on {day:date}"]
value = "day"

[claim.closing]
title = "When it closes"
mode = "extract"
phrases = ["closes on {day:date}"]
value = "day"

[check.three-days]
title = "It closes three days after it opens"
given = { opening = "opening", closing = "closing" }
require = "opening.day + 3 days == closing.day"
severity = "error"
message = "it closes on another day than announced"

[claim.stay]
title = "A stay with its length"
mode = "extract"
phrases = ["stays {dates:range} , {length:duration}"]
value = "length"

[check.stay-length]
title = "A stay is as long as it says"
given = { stay = "stay" }
require = "days(start(stay.dates), end(stay.dates)) == stay.length"
severity = "error"
message = "the stay is not that long"
"#;

fn findings(texts: &[&str]) -> Vec<Finding> {
    findings_in(&rules_of(RULES), texts)
}

#[test]
fn a_finding_says_what_why_and_what_to_do() {
    for (texts, message, remarks, help) in [
        (
            &["Mayor Ida Holm spoke. Mayor Nils Berg did not."][..],
            "one article says both `Ida Holm` and `Nils Berg`: who is mayor (mayor, Sola)",
            &[
                "on record: `Ida Holm` 2001-05-01 to 2005-05-01 and since 2009-05-01",
                "on record: `Nils Berg` 2005-05-01 to 2009-05-01",
            ][..],
            "check which is right; if more than one is, say when each held",
        ),
        (
            &["Mayor Ida Holm spoke.", "Mayor Nils Berg spoke."],
            "sources say `Ida Holm` and `Nils Berg`, perhaps of different times: who is mayor (mayor, Sola)",
            &[
                "on record: `Ida Holm` 2001-05-01 to 2005-05-01 and since 2009-05-01",
                "on record: `Nils Berg` 2005-05-01 to 2009-05-01",
            ],
            "nothing to mend if it changed in between; a date in each source would tell",
        ),
        (
            &["Mayor Ida Holm met Paul Lund.", "Paul Lund met Mayor Nils Berg. Mayor Ruth Vale did not."],
            "sources say `Ida Holm`, `Nils Berg` and `Ruth Vale`: who is mayor (mayor, Sola)",
            &[
                "on record: `Ida Holm` 2001-05-01 to 2005-05-01 and since 2009-05-01",
                "on record: `Nils Berg` 2005-05-01 to 2009-05-01",
            ],
            "check which source is right; if more than one is, say in the text when each held",
        ),
        (
            &["On May 7, 2006 Mayor Ruth Vale cut the ribbon."],
            "the text says `Ruth Vale` for May 7, 2006, the record `Nils Berg`: who is mayor (mayor, Sola)",
            &[],
            "check the name and the date; if both are right, the record needs mending",
        ),
        (
            &["The keeper Ida Holm of Norway came. The keeper Nils Berg of Norway went."],
            "the light of Norway has `Ida Holm` and `Nils Berg` as keepers",
            &[],
            "check which is right; if more than one is, say when each held",
        ),
        (
            // The place is open here, so that the rule's own sentence cannot be said.
            &["The keeper Rosa Quist came. Then the keeper Paul Lund went."],
            "one article says both `Rosa Quist` and `Paul Lund`: who keeps the light",
            &[],
            "check which is right; if more than one is, say when each held",
        ),
        (
            &["The guest Ida Holm came. The guest Nils Berg went. The guest Ruth Vale stayed."],
            "the guests differ, `Ida Holm`, `Nils Berg` and `Ruth Vale`",
            &[],
            "check which is right; if more than one is, say when each held",
        ),
        (
            &["They were 40 in all: 12 adults and 21 children."],
            "the parts do not add up",
            &["12 + 21 = 33"],
            "either the sum or one of its parts is a slip",
        ),
        (
            &["The fair opens on May 4, 2031. It closes on May 8, 2031."],
            "it closes on another day than announced",
            &["3 days after May 4, 2031 is May 7, 2031"],
            "at least one of them is a slip, unless they speak of different things",
        ),
        (
            &["She stays from May 4 to May 9, 2031, ten days."],
            "the stay is not that long",
            &["May 4 to May 9, 2031 is 5 or 6 days"],
            "either the length or one of the dates is a slip",
        ),
        (
            &["She stays from May 4 to May 9, 2031, nine nights."],
            "the stay is not that long",
            &["May 4 to May 9, 2031 is 5 nights"],
            "either the length or one of the dates is a slip",
        ),
        (
            &["She stays from May 4 to November 9, 2031, two years."],
            "the stay is not that long",
            &["May 4 to November 9, 2031 is about 0.5 years"],
            "either the length or one of the dates is a slip",
        ),
    ] {
        let findings = findings(texts);
        let found: Vec<&String> = findings.iter().map(|finding| &finding.message).collect();
        let finding = findings.iter().find(|finding| finding.message == message);
        let finding = finding.unwrap_or_else(|| panic!("{texts:?} says {found:?}, not {message:?}"));
        assert_eq!(finding.remarks, remarks, "{texts:?}");
        assert_eq!(finding.help, help, "{texts:?}");
    }
}

#[test]
fn five_sources_with_four_sides_fit_on_a_screen() {
    let who = ["Ida Holm", "Nils Berg", "Ruth Vale", "Paul Lund"];
    // Each source leaves one out and says the rest twice.
    let said = |left_out: usize| {
        let mayors = who.iter().enumerate().filter(|&(at, _)| at != left_out % who.len());
        let said = mayors.map(|(_, who)| format!("Mayor {who} came.\n\nMayor {who} spoke.\n\n"));
        // Who acts in all of them ties them to one time.
        said.chain(["Rosa Quist waved.\n".to_owned()]).collect::<String>()
    };
    let texts: Vec<String> = (0..5).map(said).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let mut between = findings(&texts);
    between.retain(|finding| finding.message.starts_with("sources say"));
    assert_eq!(between.len(), 1);
    let mut out = Vec::new();
    text::write(&between, Look::new(120, false), &mut out).unwrap();
    let screen = String::from_utf8(out).unwrap();
    assert!(screen.lines().count() <= 45, "{} lines:\n{screen}", screen.lines().count());
    for who in who {
        assert!(screen.contains(&format!("= note: `{who}` also in ")), "{screen}");
    }
}
