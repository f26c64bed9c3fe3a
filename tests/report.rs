//! Every form of a report, shown whole: the files beside this one are what a person or a program gets to see.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

#[path = "report/fixture.rs"]
mod fixture;

use belie::conflicts::compare::sort;
use belie::report::ledger::{Ledger, LedgerKind};
use belie::report::look::Look;
use belie::report::model::Report;
use belie::report::{json, rule, table, text};
use snapbox::{assert_data_eq, file};

fn text_in(width: usize) -> String {
    text_with(Look::new(width, false))
}

fn text_with(look: Look) -> String {
    let mut findings = fixture::findings();
    sort(&mut findings);
    let problems = fixture::problems();
    let report = Report::new(&findings, &problems, 5, 31);
    let mut out = Vec::new();
    text::write_problems(&problems, look, &mut out).unwrap();
    text::write(&findings, look, &mut out).unwrap();
    text::write_summary(&report, look, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn findings_for_people() {
    assert_data_eq!(text_in(100), file!["report/text.txt"].raw());
}

#[test]
fn findings_for_people_with_a_narrow_terminal() {
    assert_data_eq!(text_in(40), file!["report/narrow.txt"].raw());
}

#[test]
fn findings_for_people_who_want_everything() {
    assert_data_eq!(text_with(Look { verbose: true, ..Look::new(100, false) }), file!["report/verbose.txt"].raw());
}

#[test]
fn findings_for_programs() {
    let mut findings = fixture::findings();
    sort(&mut findings);
    let problems = fixture::problems();
    let mut out = Vec::new();
    json::write(&Report::new(&findings, &problems, 5, 31), &mut out).unwrap();
    assert_data_eq!(String::from_utf8(out).unwrap(), file!["report/report.json"].raw());
}

fn table_in(width: usize) -> String {
    let mut findings = fixture::findings();
    sort(&mut findings);
    let mut out = Vec::new();
    table::write(&findings, Look::new(width, false), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn who_says_what_in_a_column_per_source() {
    assert_data_eq!(table_in(160), file!["report/table.txt"].raw());
}

#[test]
fn who_says_what_where_the_columns_do_not_fit() {
    assert_data_eq!(table_in(110), file!["report/table_values.txt"].raw());
}

#[test]
fn who_says_what_with_a_narrow_terminal() {
    assert_data_eq!(table_in(60), file!["report/table_narrow.txt"].raw());
}

/// The claims, then the values, of one ledger.
fn ledger(write: impl Fn(&Ledger<'_>, &mut Vec<u8>) -> std::io::Result<()>) -> String {
    let mut out = Vec::new();
    for kind in [LedgerKind::Claims, LedgerKind::Values] {
        let rows = fixture::rows(kind);
        let ids = kind == LedgerKind::Values;
        write(&Ledger { kind, rows: &rows, ids, problems: &fixture::problems() }, &mut out).unwrap();
    }
    String::from_utf8(out).unwrap()
}

#[test]
fn a_ledger_for_people() {
    let text = ledger(|ledger, out| ledger.write_text(Look::new(120, false), out));
    assert_data_eq!(text, file!["report/ledger.txt"].raw());
}

#[test]
fn a_ledger_for_people_with_a_narrow_terminal() {
    let text = ledger(|ledger, out| ledger.write_text(Look::new(40, false), out));
    assert_data_eq!(text, file!["report/ledger_narrow.txt"].raw());
}

#[test]
fn a_ledger_as_a_table() {
    let table = ledger(|ledger, out| ledger.write_table(Look::new(90, false), out));
    assert_data_eq!(table, file!["report/ledger_table.txt"].raw());
}

#[test]
fn a_ledger_for_programs() {
    assert_data_eq!(ledger(|ledger, out| ledger.write_json(out)), file!["report/ledger.json"].raw());
}

#[test]
fn a_ledger_for_programs_that_read_lines() {
    assert_data_eq!(ledger(|ledger, out| ledger.write_lines(out)), file!["report/ledger.jsonl"].raw());
}

#[test]
fn one_conflict_a_line() {
    let findings = fixture::findings();
    let mut out = Vec::new();
    json::write_lines(&Report::new(&findings, &[], 5, 31), &mut out).unwrap();
    let lines = String::from_utf8(out).unwrap();
    assert_eq!(lines.lines().count(), findings.len());
    for (line, finding) in lines.lines().zip(&findings) {
        let conflict: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(conflict["id"], finding.id);
    }
}

#[test]
fn spans_are_bytes_on_disk() {
    // As after a byte order mark of three bytes that decoding took away.
    let decoded = std::sync::Arc::new(belie::source::file::File::decoded("bom.txt", "Mayor Ivo Brandt", vec![(0, 3)]));
    let mut findings = fixture::findings();
    findings.truncate(1);
    let evidence = &mut findings[0].sides[0].evidence[0];
    evidence.span = fixture::span(&decoded, "Ivo Brandt");
    evidence.file = decoded;
    let mut out = Vec::new();
    json::write_lines(&Report::new(&findings, &[], 1, 1), &mut out).unwrap();
    let conflict: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let evidence = &conflict["sides"][0]["evidence"][0];
    assert_eq!(evidence["span"], serde_json::json!({"start": 9, "end": 19}));
    assert_eq!((&evidence["line"], &evidence["column"]), (&1.into(), &7.into()));
}

#[test]
fn nothing_found_is_said_so() {
    for ((sources, claims), expected) in [
        ((5, 31), "no contradictions found in 5 sources (31 claims)"),
        ((1, 1), "no contradictions found in 1 source (1 claim)"),
        ((0, 0), "nothing was checked: there was no source to read"),
    ] {
        assert_eq!(text::summary(&Report::new(&[], &[], sources, claims).summary), expected);
    }
}

#[test]
fn the_order_is_that_of_the_places_whatever_the_order_before() {
    let rules = |mut findings: Vec<belie::conflicts::finding::Finding>| {
        sort(&mut findings);
        findings.into_iter().map(|finding| finding.rule).collect::<Vec<_>>()
    };
    let mut turned = fixture::findings();
    turned.reverse();
    assert_eq!(rules(fixture::findings()), rules(turned));
    assert_eq!(
        rules(fixture::findings()),
        ["calendar/opening", "places/mayor", "calendar/weekday", "figures/visitors"]
    );
}

#[test]
fn only_a_coloured_report_has_escapes_and_none_of_them_from_a_source() {
    let mut coloured = Vec::new();
    text::write(&fixture::findings(), Look::new(100, true), &mut coloured).unwrap();
    let coloured = String::from_utf8(coloured).unwrap();
    assert!(coloured.contains('\u{1b}'));
    let plain = anstream::adapter::strip_str(&coloured).to_string();
    let mut expected = Vec::new();
    text::write(&fixture::findings(), Look::new(100, false), &mut expected).unwrap();
    assert_eq!(
        plain.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end(),
        String::from_utf8(expected).unwrap().trim_end()
    );
    assert!(!plain.contains('\u{1b}'));
}

#[test]
fn nothing_that_is_quoted_is_wider_than_the_terminal() {
    for width in 30..=200 {
        let is_quote = |line: &&str| line.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit()).starts_with('|');
        for line in text_in(width).lines().filter(is_quote) {
            let columns = belie::report::clean::width(line);
            assert!(columns <= width, "{columns} columns in {width}: {line}");
        }
        for line in table_in(width).lines() {
            assert!(belie::report::clean::width(line) <= width, "{width}: {line}");
        }
    }
}

#[test]
fn what_is_missing_at_the_end_of_a_file_is_pointed_at() {
    let file = fixture::file("own.toml", "schema = 1\n[claim");
    let at = belie::source::problem::Mark {
        span: belie::source::span::FileSpan::new(17, 17),
        file,
        label: "expected `]`".to_owned(),
    };
    let problem = belie::source::problem::Problem {
        level: belie::source::problem::ProblemLevel::Error,
        path: "own.toml".into(),
        at: Some(at),
        message: "unclosed table".to_owned(),
        help: None,
        related: Vec::new(),
    };
    let mut out = Vec::new();
    text::write_problems(&[problem], Look::new(80, false), &mut out).unwrap();
    let expected = "error: unclosed table\n --> own.toml:2:7\n  |\n2 | [claim\n  |       ^ expected `]`\n\n";
    assert_eq!(String::from_utf8(out).unwrap(), expected);
}

#[test]
fn a_rule_in_its_fixed_form() {
    let rules = fixture::rules();
    let claim = rule::claim_page(&rules.claims[0], &rules, true);
    let check = rule::check_page(&rules.checks[0], &rules, false);
    assert_data_eq!(format!("{claim}\n\n{check}"), file!["report/rule.txt"].raw());
}
