//! What cannot be read as it should is told with what to do about it, the rest of the work is done, and nothing panics.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod folder;

use std::process::{Output, Stdio};

use folder::Folder;
use serde_json::Value as Json;

/// An article that contradicts itself: August 10, 2026 is a Monday.
const SLIP: &str = "The fair of Pellow opens on Tuesday, August 10, 2026, at noon.\n";

/// A rule of one's own, to which a slip can be added.
const RULE: &str = "schema = 1\n[pack]\nname = \"mine\"\n[claim.a]\ntitle = \"A\"\nvalue = \"x\"\n";

/// Runs the command beside a good article with one finding, which must be told all the same; returns standard error.
fn slip_is_told_all_the_same(folder: &Folder, line: &str) -> String {
    let output = folder.run(&format!("{line} --format json"));
    let report: Json = serde_json::from_slice(&output.stdout).unwrap();
    let found = report["conflicts"].as_array().unwrap();
    assert!(found.iter().any(|conflict| conflict["rule"] == "calendar/weekday-fits-date"), "{line}: {report}");
    assert_eq!(output.status.code(), Some(2), "{line}");
    assert!(!report["errors"].as_array().unwrap().is_empty(), "{line}");
    calm(&output, line)
}

/// Standard error, which never tells of a panic.
fn calm(output: &Output, line: &str) -> String {
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!told.contains("panicked"), "{line}: {told}");
    told
}

#[test]
fn what_is_no_article_is_told_with_what_to_do_and_the_others_are_checked() {
    let folder = Folder::new("no-article")
        .with("slip.txt", SLIP)
        .with("photos/notes.xml", "<x/>")
        .with("binary.txt", b"PNG\0\x01\x02")
        .with("report.pdf", "%PDF-1.7");
    for (line, message, help) in [
        ("check slipp.txt slip.txt", "no such file or folder `slipp.txt`", "did you mean `slip.txt`?"),
        ("check nowhere/at/all slip.txt", "no such file or folder `nowhere/at/all`", "check the spelling"),
        ("check photos slip.txt", "no article in the folder `photos`", "articles end in `.txt`"),
        ("check binary.txt slip.txt", "this looks like a binary file", "convert it to UTF-8 text"),
        ("check report.pdf slip.txt", "this is a PDF file", "convert it to plain text first"),
        ("check slip.txt --against nowhere", "no such file or folder `nowhere`", "check the spelling"),
    ] {
        let told = slip_is_told_all_the_same(&folder, line);
        assert!(told.contains(message) && told.contains(help), "{line}: {told}");
    }
}

#[test]
fn text_behind_bytes_that_are_not_utf_8_is_checked_and_its_places_are_right() {
    let bytes = [b"Caf\xE9 culture \x96 na\xEFve? Yes.\n".as_slice(), SLIP.as_bytes()].concat();
    let folder = Folder::new("not-utf-8").with("latin.txt", &bytes);
    let told = slip_is_told_all_the_same(&folder, "check latin.txt");
    assert!(told.contains("bytes that are not UTF-8, and 2 more further on"), "{told}");
    assert!(told.contains("iconv -f WINDOWS-1252 -t UTF-8"), "{told}");
    let report: Json = serde_json::from_slice(&folder.run("check latin.txt --format json").stdout).unwrap();
    let evidence: Vec<&Json> = report["conflicts"][0]["sides"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|side| side["evidence"].as_array().unwrap())
        .collect();
    let number = |value: &Json| usize::try_from(value.as_u64().unwrap()).unwrap();
    let words = evidence.iter().map(|at| {
        let span = &bytes[number(&at["span"]["start"])..number(&at["span"]["end"])];
        (std::str::from_utf8(span).unwrap(), number(&at["line"]), number(&at["column"]))
    });
    let mut words: Vec<_> = words.collect();
    words.sort_unstable();
    assert_eq!(words, [("August 10, 2026", 2, 38), ("Tuesday", 2, 29)]);
}

#[test]
fn an_empty_file_is_an_article_that_says_nothing() {
    let folder = Folder::new("empty").with("empty.txt", "").with("blank.md", "\n\n \n");
    for line in ["check empty.txt", "check blank.md", "check .", "claims empty.txt", "values empty.txt"] {
        let output = folder.run(line);
        assert_eq!((output.status.code(), calm(&output, line)), (Some(0), String::new()), "{line}");
    }
}

#[test]
fn a_line_without_an_end_is_read_like_the_same_words_in_paragraphs() {
    let sentence = "The mayor opened the fair on Monday, and nobody knew what for. ";
    let folder = Folder::new("long-line")
        .with("long.txt", sentence.repeat(3_000))
        .with("short.txt", format!("{sentence}\n\n").repeat(3_000))
        .with("slip.txt", SLIP);
    for name in ["long.txt", "short.txt"] {
        let output = folder.run(&format!("check {name} slip.txt"));
        let told = String::from_utf8(output.stdout.clone()).unwrap();
        assert_eq!((output.status.code(), calm(&output, name)), (Some(1), String::new()), "{told}");
        assert!(told.contains("slip.txt:1:29"), "{told}");
    }
}

#[test]
fn a_fault_in_a_rule_file_leaves_the_other_rules_on() {
    let folder = Folder::new("rules")
        .with("slip.txt", SLIP)
        .with("broken.toml", "schema = 1\n[claim.a\n")
        .with("slot.toml", format!("{RULE}phrases = [\"{{x:dat}} opens\"]\n"))
        .with("twin.toml", "schema = 1\n[pack]\nname = \"offices\"\n")
        .with("bytes.toml", b"schema = 1\n\0")
        .with("folder/readme.md", "no rules");
    for (line, message, help) in [
        ("check slip.txt --rules broken.toml", "this is no TOML", "a header stands in a line of its own"),
        ("check slip.txt --rules slot.toml", "the slot `x` asks for `dat`", "did you mean `date`?"),
        ("check slip.txt --rules twin.toml", "there are two packs named `offices`", "give this pack another `name`"),
        ("check slip.txt --rules bytes.toml", "this looks like a binary file", "convert it to UTF-8 text"),
        ("check slip.txt --rules nowhere.toml", "no such rule file or folder", "`--rules`"),
        ("check slip.txt --rules folder", "no rule file in this folder", "rule files end in `.toml`"),
    ] {
        let told = slip_is_told_all_the_same(&folder, line);
        assert!(told.contains(message) && told.contains(help), "{line}: {told}");
    }
}

#[test]
fn a_bad_line_of_ndjson_is_told_by_its_number_and_the_others_are_checked() {
    let good = |id: &str, text: &str| format!("{{\"id\": \"{id}\", \"text\": {:?}}}\n", text.trim());
    for bad in ["{\"id\": \"b\", \"text\":", "not json", "[1, 2]", "{\"id\": \"b\"}"] {
        let lines = [good("a", "All is well."), format!("{bad}\n"), good("c", SLIP)].concat();
        let folder = Folder::new("ndjson").with("docs.ndjson", lines);
        let told = slip_is_told_all_the_same(&folder, "check --input ndjson docs.ndjson");
        assert!(told.contains("line 2"), "{bad}: {told}");
        assert!(told.contains("one JSON object a line"), "{bad}: {told}");
    }
}

#[test]
fn a_reader_that_has_seen_enough_changes_neither_status_nor_silence() {
    let folder = Folder::new("closed-pipe").with("slip.txt", SLIP.repeat(200));
    for line in ["check slip.txt", "check slip.txt --format jsonl", "claims slip.txt", "values slip.txt"] {
        let mut child = folder.belie(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let expected = i32::from(line.starts_with("check"));
        assert_eq!((output.status.code(), calm(&output, line)), (Some(expected), String::new()), "{line}");
    }
}
