//! Every form of a report, shown whole: the files beside this one are what a person or a program gets to see.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

#[path = "report/fixture.rs"]
mod fixture;
#[path = "report/html.rs"]
mod html;

use belie::conflicts::finding::{Finding, Status};
use belie::conflicts::merge::sort;
use belie::report::ledger::{Ledger, LedgerKind};
use belie::report::look::Look;
use belie::report::model::Report;
use belie::report::{checkstyle, concise, github, gitlab, json, junit, markdown, rdjson, rule, sarif, table, text};
use belie::rules::severity::Severity;
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

#[test]
fn findings_for_servers_and_editors() {
    let mut findings = fixture::findings();
    sort(&mut findings);
    findings[1].status = Status::Baseline;
    findings[3].status = Status::Allowed;
    let problems = fixture::problems();
    let report = Report::new(&findings, &problems, 5, 31);
    let rules = fixture::rules();
    let written = |write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut out = Vec::new();
        write(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    };
    let concise = written(&|out| concise::write(&findings, out));
    let github = written(&|out| github::write(&report, out));
    let markdown = written(&|out| markdown::write(&report, markdown::COMMENT, out));
    for form in [&concise, &github, &markdown] {
        assert!(
            !form.contains(|c: char| c.is_control() && c != '\n' || ('\u{202a}'..='\u{202e}').contains(&c)),
            "{form}"
        );
    }
    assert_data_eq!(concise, file!["report/concise.txt"].raw());
    assert_data_eq!(github, file!["report/github.txt"].raw());
    assert_data_eq!(markdown, file!["report/markdown.md"].raw());
    assert_data_eq!(written(&|out| gitlab::write(&findings, out)), file!["report/gitlab.json"].raw());
    assert_data_eq!(written(&|out| rdjson::write(&findings, out)), file!["report/rdjson.json"].raw());
    assert_data_eq!(written(&|out| checkstyle::write(&findings, out)), file!["report/checkstyle.xml"].raw());
    let junit = |least| written(&|out| junit::write(&report, &rules, least, out));
    assert_data_eq!(junit(Some(Severity::Error)), file!["report/junit.xml"].raw());
    let failures = |least| junit(least).matches("<failure").count();
    assert_eq!(
        [Some(Severity::Note), Some(Severity::Warning), Some(Severity::Error), None].map(failures),
        [2, 2, 1, 0]
    );
    assert_data_eq!(written(&|out| sarif::write(&report, &rules, out)), file!["report/report.sarif"].raw());
}

#[test]
fn a_finding_without_a_place_makes_no_result() {
    let mut findings = fixture::findings();
    findings.truncate(2);
    findings[0].sides.clear();
    let mut out = Vec::new();
    sarif::write(&Report::new(&findings, &[], 1, 1), &fixture::rules(), &mut out).unwrap();
    let log: serde_json::Value = serde_json::from_slice(&out).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    assert_eq!(results[0]["locations"].as_array().unwrap().len(), 1);
}

#[test]
fn a_comment_holds_no_more_than_it_may() {
    let findings: Vec<Finding> = (0..100).flat_map(|_| fixture::findings()).collect();
    for most in [0, 300, 3_000, markdown::COMMENT, markdown::STEP_SUMMARY] {
        let mut out = Vec::new();
        markdown::write(&Report::new(&findings, &[], 5, 31), most, &mut out).unwrap();
        let told = String::from_utf8(out).unwrap();
        assert!(told.len() <= most.max(200), "{} bytes of {most}", told.len());
        assert_eq!(told.matches("<details>").count(), told.matches("</details>").count(), "{most}");
        let left_out = told.contains(", for which there is no room here.");
        assert_eq!(left_out, (300..=markdown::COMMENT).contains(&most), "{most}");
    }
}

#[test]
fn the_primary_place_is_in_a_file_that_leads() {
    for (leader, expected) in [
        ("harbour/morning.md", ["harbour/morning.md", "Ivo Brandt"]),
        ("table.md", ["table.md", "Ivo Brandt"]),
        ("海港.md", ["海港.md", "林秋月"]),
        ("none.md", ["harbour/morning.md", "Ivo Brandt"]),
    ] {
        let mut finding = fixture::findings().swap_remove(0);
        finding.lead_with(|file| &**file.name() == leader);
        let at = finding.primary().unwrap();
        assert_eq!([&**at.file.name(), &finding.sides[0].value], expected, "{leader}");
    }
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
