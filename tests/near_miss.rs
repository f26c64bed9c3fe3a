//! Why a phrase does not match: small phrases, a sentence, and how near they come.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::fmt::Write as _;
use std::sync::Arc;

use belie::claims::finder::Finder;
use belie::claims::near_miss::{Missing, NearMiss, NearMisses};
use belie::rules::rule::Rules;
use belie::source::file::File;
use belie::source::read::{Format, document};
use engine::rules_of;

/// The nearest phrase first, in a line each: the part of the phrase that matches and its words, then what is needed before
/// and behind them, then what stands nowhere.
fn near(phrases: &[&str], text: &str) -> Vec<String> {
    let rules = format!(
        "[list]\nclub = [\"[swimming] club\", \"association\"]\n[claim.a]\ntitle = \"A\"\nphrases = {phrases:?}\n\
         value = \"x\"\nslot = {{ x = \"count\" }}\n"
    );
    let rules = rules_of(&rules);
    let document = document(Arc::new(File::new("a.txt", text)), Format::Plain);
    let found = Finder::new(&rules).read(&document, None);
    let wanted: Vec<usize> = (0..rules.claims.len()).collect();
    let sentences: Vec<usize> = (0..document.sentences().len()).collect();
    let misses = NearMisses::new(&rules, &wanted).read(&document, &found, &sentences);
    misses.iter().map(|miss| short(miss, &rules, &document.file)).collect()
}

fn short(miss: &NearMiss, rules: &Rules, file: &File) -> String {
    let phrase = &rules.claims[miss.rule].phrases[miss.phrase];
    let part = |at: usize| &phrase.written[phrase.parts[at].written.clone()];
    let Some(last) = miss.parts.end.checked_sub(1) else { return format!("{}: nothing", phrase.written) };
    let matched = &phrase.written[phrase.parts[miss.parts.start].written.start..phrase.parts[last].written.end];
    let mut line = format!("{matched} = {}", file.slice(miss.words));
    for (side, missing) in [("before", &miss.before), ("behind", &miss.behind)] {
        let Some(Missing { part: needed, gap, here, read_as, elsewhere }) = missing else { continue };
        let here = here.map_or("the edge", |span| file.slice(span));
        let _ = write!(line, "; {side}: {} not {here}", part(*needed));
        gap.iter().for_each(|most| write!(line, " within {most}").unwrap());
        read_as.iter().for_each(|kind| write!(line, " ({})", kind.name()).unwrap());
        if let Some(found) = elsewhere {
            let _ = write!(line, " but {} on past {}", found.words, file.slice(found.between));
            found.blocked.iter().for_each(|span| write!(line, " blocked by {}", file.slice(*span)).unwrap());
        }
    }
    if !miss.nowhere.is_empty() {
        let parts: Vec<&str> = miss.nowhere.iter().map(|&at| part(at)).collect();
        let _ = write!(line, "; nowhere: {}", parts.join(", "));
    }
    line
}

fn check(cases: &[(&str, &str, &str)]) {
    for (phrase, text, expected) in cases {
        assert_eq!(near(&[phrase], text), [*expected], "{phrase}: {text}");
    }
}

#[test]
fn a_phrase_that_matches_is_no_miss_and_neither_is_a_sentence_with_a_claim() {
    assert!(near(&["<club> has {x} members"], "The club has 40 members.").is_empty());
    assert!(near(&["<club> has {x} members", "{x} swans"], "The club has 40 members.").is_empty());
}

#[test]
fn the_longest_stretch_is_told_with_what_stands_in_the_way() {
    check(&[
        (
            "<club> has {x} members",
            "The club has many members.",
            "<club> has = club has; behind: {x} not many; nowhere: {x}",
        ),
        (
            "<club> has {x} members",
            "The swimming club counts 40 members.",
            "{x} members = 40 members; before: has not counts; nowhere: has",
        ),
        (
            "<club> [now] has {x} members",
            "The club now has 40 swans.",
            "<club> [now] has {x} = club now has 40; behind: members not swans; nowhere: members",
        ),
        ("<club> has {x} members", "It is the club.", "<club> = club; behind: has not .; nowhere: has, {x}, members"),
    ]);
}

#[test]
fn what_is_missing_before_the_words_is_told_too() {
    check(&[
        (
            "{x} members of the <club>",
            "Many members of the club came.",
            "members of the <club> = members of the club; before: {x} not Many; nowhere: {x}",
        ),
        (
            "{x} members of the <club>",
            "Members of the club came.",
            "members of the <club> = Members of the club; before: {x} not the edge; nowhere: {x}",
        ),
        (
            "{x} members of the <club>",
            "40 members of the rowing union",
            "{x} members of the = 40 members of the; behind: <club> not rowing; nowhere: <club>",
        ),
    ]);
}

#[test]
fn a_value_of_another_type_says_what_it_is_read_as() {
    check(&[
        ("fee is {x} coins", "The fee is €40 coins.", "fee is = fee is; behind: {x} not €40 (money); nowhere: {x}"),
        (
            "club of {x} members",
            "It is a club of Greta Lund members.",
            "club of = club of; behind: {x} not Greta Lund (person); nowhere: {x}",
        ),
    ]);
}

#[test]
fn a_part_that_stands_too_far_off_says_how_far() {
    check(&[
        (
            "<club> ...2 has {x} swans",
            "The club in the far north has 40 swans.",
            "has {x} swans = has 40 swans; before: <club> not north within 2 but 4 on past in the far north",
        ),
        (
            "<club> ...4 has {x}",
            "The club has not, they say, 40.",
            "<club> ...4 has = club has; behind: {x} not not but 3 on past not, they say, blocked by not",
        ),
        (
            "<club> ...4 counts {x} swans",
            "The club never ever counts 40 swans.",
            "counts {x} swans = counts 40 swans; before: <club> not ever within 4 but 2 on past never ever blocked by never",
        ),
    ]);
}

#[test]
fn nothing_in_common_is_told_as_nothing() {
    check(&[
        ("<club> of the {x} members", "The mayor of the town came.", "<club> of the {x} members: nothing"),
        ("treasurer {w:word} saw {x}", "Nobody came.", "treasurer {w:word} saw {x}: nothing"),
    ]);
}

#[test]
fn the_nearest_phrase_comes_first_and_the_nearest_sentence_counts() {
    let phrases = ["treasurer saw {x}", "the <club> gave {x} coins", "<club> has {x} members"];
    let text = "The club gave alms. The club has many members.";
    let expected = [
        "<club> has = club has; behind: {x} not many; nowhere: {x}",
        "the <club> gave = The club gave; behind: {x} not alms; nowhere: {x}, coins",
        "treasurer saw {x}: nothing",
    ];
    assert_eq!(near(&phrases, text), expected);
}
