//! Every place that is told is where the words stand in the file as it lies on disk, in lines of either kind, with a byte
//! order mark or without, in plain text, in Markdown and in HTML; and the JSON form keeps its contract.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use belie::check::{Checked, check};
use belie::claims::claim::Evidence;
use belie::report::json;
use belie::report::model::Report;
use belie::rules::rule::Rules;
use belie::source::document::Document;
use belie::source::file::File;
use belie::source::read::{Format, document};
use belie::values::agree::{Comparison, agree};
use belie::values::agreement::Agreement;
use belie::values::find::find;
use belie::values::value::Value;
use engine::{Source, articles, builtin_rules, in_package, page, without_tags};
use serde_json::Value as Json;

/// A change to the bytes of a text that changes nothing of what it says.
type Variant = (&'static str, fn(&[u8]) -> Vec<u8>);

const VARIANTS: [Variant; 4] = [
    ("as it is", <[u8]>::to_vec),
    ("with CRLF", carriage_returns),
    ("with a byte order mark", marked),
    ("with both", |bytes| marked(&carriage_returns(bytes))),
];

#[test]
fn every_claim_points_at_the_bytes_of_its_words() {
    let rules = builtin_rules();
    let mut seen = 0;
    for (variant, sources) in variants() {
        let checked = checked(&rules, &sources);
        for claim in checked.claims() {
            let source = &sources[claim.document];
            let words = on_disk(source, &claim.at);
            let place = format!("{} {variant}: `{words}` in `{}`", source.name, claim.at.quote);
            assert!(bare(&claim.at.quote).contains(&bare(words)), "{place}");
            assert!(stands_for(words, &claim.value, &rules), "{place} is no {}", claim.value);
            seen += 1;
        }
    }
    assert!(seen > 1000, "{seen} claims");
}

#[test]
fn every_finding_points_at_the_bytes_of_its_words() {
    let rules = builtin_rules();
    for (variant, sources) in variants() {
        for finding in checked(&rules, &sources).findings {
            for at in finding.sides.iter().flat_map(|side| &side.evidence) {
                let source = sources.iter().find(|source| *source.name == **at.file.name()).unwrap();
                let words = on_disk(source, at);
                assert!(bare(&at.quote).contains(&bare(words)), "{} {variant}: {words} {}", source.name, at.quote);
                assert!(
                    bare(&at.sentence).contains(&bare(words)),
                    "{} {variant}: {words} {}",
                    source.name,
                    at.sentence
                );
            }
        }
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing_that_is_found() {
    let rules = builtin_rules();
    let found = variants().map(|(variant, sources)| {
        let findings = checked(&rules, &sources).findings;
        (variant, findings.into_iter().map(|finding| (finding.id, finding.severity)).collect::<Vec<_>>())
    });
    for (variant, ids) in &found {
        assert_eq!(ids, &found[0].1, "{variant}");
    }
}

#[test]
fn the_json_form_keeps_its_contract() {
    let rules = builtin_rules();
    for (variant, sources) in variants() {
        let checked = checked(&rules, &sources);
        let report = Report::new(&checked.findings, &[], sources.len(), checked.claims().count());
        let mut out = Vec::new();
        json::write(&report, &mut out).unwrap();
        let report: Json = serde_json::from_slice(&out).unwrap();
        let bytes: BTreeMap<&str, &[u8]> =
            sources.iter().map(|source| (source.name.as_str(), source.bytes.as_slice())).collect();
        report_keeps_its_contract(&report, &bytes, variant);
    }
}

fn report_keeps_its_contract(report: &Json, bytes: &BTreeMap<&str, &[u8]>, variant: &str) {
    has_keys(report, &["version", "tool", "conflicts", "errors", "summary"], &["warnings"]);
    assert_eq!(report["version"], 1);
    assert_eq!(report["tool"]["name"], "belie");
    has_keys(&report["summary"], &["sources", "claims", "errors", "warnings", "notes"], &[]);
    let conflicts = report["conflicts"].as_array().unwrap();
    let count = |severity: &str| conflicts.iter().filter(|conflict| conflict["severity"] == severity).count();
    for (name, severity) in [("errors", "error"), ("warnings", "warning"), ("notes", "note")] {
        assert_eq!(report["summary"][name], count(severity), "{variant}");
    }
    let ids: BTreeSet<&str> = conflicts.iter().map(|conflict| conflict["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), conflicts.len(), "{variant}: two findings have one id");
    for conflict in conflicts {
        let wanted = ["id", "rule", "title", "verdict", "severity", "message", "key", "status", "sides"];
        has_keys(conflict, &wanted, &["remarks"]);
        for name in ["id", "rule", "title", "message"] {
            assert!(!conflict[name].as_str().unwrap().is_empty(), "{variant}: {conflict}");
        }
        let (verdict, severity) = (conflict["verdict"].as_str().unwrap(), conflict["severity"].as_str().unwrap());
        assert!(["conflict", "suspicious", "update", "superseded", "variant"].contains(&verdict), "{verdict}");
        assert!(verdict == "conflict" || severity == "note", "a {verdict} is no {severity}");
        assert!(conflict["key"].as_object().unwrap().values().all(Json::is_string));
        assert_eq!(conflict["status"], "new");
        let sides = conflict["sides"].as_array().unwrap();
        assert!(!sides.is_empty(), "{variant}: {conflict}");
        for side in sides {
            has_keys(side, &["value", "evidence"], &[]);
            assert!(side["value"].is_string());
            let evidence = side["evidence"].as_array().unwrap();
            assert!(!evidence.is_empty(), "{variant}: {conflict}");
            evidence.iter().for_each(|at| evidence_keeps_its_contract(at, bytes, variant));
        }
    }
}

fn evidence_keeps_its_contract(at: &Json, bytes: &BTreeMap<&str, &[u8]>, variant: &str) {
    let places = ["path", "line", "column", "end_line", "end_column", "span"];
    has_keys(at, &[&places[..], &["quote", "sentence", "when", "said_by"]].concat(), &[]);
    assert!(at["quote"].is_string() && at["sentence"].is_string());
    assert!(["when", "said_by"].iter().all(|name| at[name].is_string() || at[name].is_null()));
    has_keys(&at["span"], &["start", "end"], &[]);
    let number = |value: &Json| usize::try_from(value.as_u64().unwrap()).unwrap();
    let bytes = bytes[at["path"].as_str().unwrap()];
    let (start, end) = (number(&at["span"]["start"]), number(&at["span"]["end"]));
    let last = start + std::str::from_utf8(&bytes[start..end]).unwrap().char_indices().next_back().unwrap().0;
    let told = (number(&at["line"]), number(&at["column"]), number(&at["end_line"]), number(&at["end_column"]));
    let (first, last) = (line_and_column(bytes, start), line_and_column(bytes, last));
    assert_eq!(told, (first.0, first.1, last.0, last.1), "{variant}: {at}");
}

/// Line and column of the character at a byte, both from 1 on, as an editor counts them: without the byte order mark.
fn line_and_column(bytes: &[u8], at: usize) -> (usize, usize) {
    let before = std::str::from_utf8(&bytes[..at]).unwrap().trim_start_matches('\u{feff}');
    let line = before.rsplit('\n').next().unwrap();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// An object has these keys, perhaps the others, and no more.
fn has_keys(object: &Json, wanted: &[&str], optional: &[&str]) {
    let keys: BTreeSet<&str> = object.as_object().unwrap().keys().map(String::as_str).collect();
    let missing: Vec<_> = wanted.iter().filter(|key| !keys.contains(*key)).collect();
    let more: Vec<_> = keys.iter().filter(|key| !wanted.contains(key) && !optional.contains(key)).collect();
    assert!(missing.is_empty() && more.is_empty(), "missing {missing:?}, more {more:?} in {object}");
}

/// The bytes of a piece of evidence as they lie on disk.
fn on_disk<'a>(source: &'a Source, at: &Evidence) -> &'a str {
    let offset = |byte| usize::try_from(at.file.on_disk(byte)).unwrap();
    let words = std::str::from_utf8(&source.bytes[offset(at.span.start)..offset(at.span.end)]).unwrap();
    assert!(!words.is_empty() && words == words.trim(), "{}: {words:?}", source.name);
    words
}

/// Words without markup and blanks.
fn bare(words: &str) -> String {
    without_tags(words).chars().filter(|c| !c.is_whitespace() && !"*_`[]()\\|".contains(*c)).collect()
}

/// Whether words read by themselves say nothing else than the value; what words around them add is left open.
fn stands_for(words: &str, value: &Value, rules: &Rules) -> bool {
    let words: String = without_tags(words).chars().filter(|c| !"*_`[]\\".contains(*c)).collect();
    let digits = words.contains(|c: char| c.is_ascii_digit());
    match value {
        // "today", "this year": what counts from the date of its source says nothing by itself.
        Value::Date(date) if date.year.is_some() && !digits => true,
        // "4 and 5 June": the month stands with the second day.
        Value::Date(date) if date.day.is_some() && words.parse().ok() == date.day => true,
        Value::Polarity(_) | Value::Choice(_) | Value::Words(_) => true,
        Value::Person(person) => {
            let last = words.split_whitespace().next_back().unwrap().to_lowercase();
            person.to_string().to_lowercase().contains(&last)
        }
        _ => {
            let with = Comparison { names: &rules.names, tolerance: None };
            // A year is none without words around it, and neither is a half, nor an age that is told by its number alone, nor a
            // sum whose unit heads its column.
            let around = [
                "It happened in {}, they said.",
                "Only {} of them came.",
                "Ann Lee, {}, said so.",
                "| Item | Million euros |\n|---|---|\n| Roof | {} |",
            ];
            std::iter::once(words.clone()).chain(around.into_iter().map(|around| around.replace("{}", &words))).any(
                |text| {
                    let alone = document(Arc::new(File::new("words", text)), Format::Plain);
                    find(&alone, &rules.names).iter().any(|reading| {
                        matches!(agree(&reading.value, value, &with), Agreement::Same | Agreement::Compatible)
                    })
                },
            )
        }
    }
}

/// The seeds and our own articles, as they are and as pages of HTML, in each variant.
fn variants() -> [(&'static str, Vec<Source>); 4] {
    let mut plain = [articles(&in_package("seeds")), articles(&in_package("tests/articles"))].concat();
    let pages = plain
        .iter()
        .map(|source| Source::of(&format!("{}.html", source.name), &page(std::str::from_utf8(&source.bytes).unwrap())));
    plain.extend(pages.collect::<Vec<_>>());
    VARIANTS.map(|(name, change)| {
        let changed = plain.iter().map(|source| Source { bytes: change(&source.bytes), ..source.clone() });
        (name, changed.collect())
    })
}

fn checked(rules: &Rules, sources: &[Source]) -> Checked {
    let documents: Vec<Document> = sources.iter().map(Source::read).collect();
    check(rules, &documents, None)
}

fn carriage_returns(bytes: &[u8]) -> Vec<u8> {
    std::str::from_utf8(bytes).unwrap().replace("\r\n", "\n").replace('\n', "\r\n").into_bytes()
}

fn marked(bytes: &[u8]) -> Vec<u8> {
    [b"\xEF\xBB\xBF", bytes].concat()
}
