//! Hand-made sources and findings with everything that is hard to show.

use std::sync::Arc;

use belie::claims::claim::{Evidence, When};
use belie::conflicts::finding::{Finding, Side, Status, Verdict};
use belie::report::ledger::{LedgerKind, LedgerRow};
use belie::rules::example::{Example, ExampleDoc, Expected};
use belie::rules::expression::Expression;
use belie::rules::phrase::{Phrase, SlotKind};
use belie::rules::rule::{
    CheckRule, ClaimRule, Compare, Guard, KeyPart, Mode, Pack, RuleName, Rules, Scope, Slot, ValueOf,
};
use belie::rules::severity::Severity;
use belie::source::file::File;
use belie::source::problem::{Mark, Problem, ProblemLevel};
use belie::source::span::{FileSpan, Span};
use belie::values::value::Kind;
use chrono::NaiveDate;

/// Findings of every severity: four answers in five sources, a long line, wide characters, tabs, line ends of other
/// systems, a span over two lines, a row of a table, hostile text, more evidence than is shown, two sides on one line.
pub(crate) fn findings() -> Vec<Finding> {
    let long = format!(
        "{} the acting mayor Ruth Ekdahl opened the new bridge over the Olden at noon {}",
        "It had rained for days, and the river stood high against the quays of the old town. ".repeat(5).trim(),
        "while the town band played and the school children waved paper flags from both banks. ".repeat(4).trim(),
    );
    let a = file("harbour/morning.md", "# Harbour opens\r\n\r\nMayor\tIvo Brandt cut the ribbon.\r\n");
    let b = file("harbour/noon.txt", &long);
    // Its line number takes two columns from all quotes of the finding.
    let evening = "The ribbon was cut by Mayor Petra\nvan Loon, who spoke at length.\n";
    let c = file("harbour/evening.txt", &("\n".repeat(9) + evening));
    let d = file("海港.md", "港口今日开放，市长林秋月出席了仪式，随后参观了新码头和仓库。\n");
    let e = file("table.md", "| Office | Holder | Since |\n|---|---|---|\n| Mayor | Ivo Brandt | 2031 |\n");
    let f = file("hostile\u{1b}[31m.txt", "Tickets: \u{1b}[2J\u{1b}]0;owned\u{7} some 4,200 \u{202e}visitors came.\n");
    let many = file("notes.txt", &"About 2,900 visitors came.\n".repeat(12));
    let fair = file(
        "fair.txt",
        "Announced for Tuesday, the fair opens on 5 May 2031.\nGates open early on the fifth.\nRides start the day after.\n",
    );
    vec![
        Finding {
            id: "9c1f".to_owned(),
            rule: "places/mayor".to_owned(),
            title: "Who is mayor".to_owned(),
            verdict: Verdict::Conflict,
            severity: Severity::Error,
            status: Status::New,
            message: "four mayors of one town on one day".to_owned(),
            key: pairs(&[("office", "mayor"), ("place", "Olden Harbour")]),
            about: "mayor, Olden Harbour".to_owned(),
            sides: vec![
                side(
                    "Ivo Brandt",
                    vec![said(&a, "Ivo Brandt", "Mayor Ivo Brandt"), said(&e, "Ivo Brandt", "Mayor | Ivo Brandt")],
                ),
                side("Ruth Ekdahl", vec![said(&b, "Ruth Ekdahl", "mayor Ruth Ekdahl")]),
                side("Petra van Loon", vec![said(&c, "Petra\nvan Loon", "Mayor Petra van Loon")]),
                side("林秋月", vec![said(&d, "林秋月", "市长林秋月")]),
            ],
            remarks: vec!["on record: `Ivo Brandt` 2019-05-04 to 2023-05-04 and since 2027-05-04".to_owned()],
            help: "check which source is right".to_owned(),
        },
        Finding {
            id: "77ab".to_owned(),
            rule: "figures/visitors".to_owned(),
            title: "How many came".to_owned(),
            verdict: Verdict::Update,
            severity: Severity::Note,
            status: Status::New,
            message: "the count rose from `~ 2900` to `4200`".to_owned(),
            key: pairs(&[("what", "visitors")]),
            about: "visitors".to_owned(),
            sides: vec![
                side("~ 2900", (0..12).map(|nth| nth_said(&many, "2,900", nth)).collect()),
                side(
                    "4200",
                    vec![Evidence {
                        said_by: Some("the police".to_owned()),
                        ..said(&f, "4,200", "some 4,200 visitors")
                    }],
                ),
            ],
            remarks: Vec::new(),
            help: "a help that nobody needs".to_owned(),
        },
        Finding {
            id: "03d0".to_owned(),
            rule: "calendar/weekday".to_owned(),
            title: "A date falls on its weekday".to_owned(),
            verdict: Verdict::Conflict,
            severity: Severity::Warning,
            status: Status::New,
            message: "4 May 2031 is no Monday".to_owned(),
            key: Vec::new(),
            about: String::new(),
            sides: vec![side(
                "a weekday with a value that is much longer than any terminal could ever show beside the words that it belongs to, however wide it is",
                vec![said(&many, "About 2,900 visitors came", "About 2,900 visitors came")],
            )],
            remarks: Vec::new(),
            help: "a help that nobody needs".to_owned(),
        },
        Finding {
            id: "5e21".to_owned(),
            rule: "calendar/opening".to_owned(),
            title: "The fair opens on the day that is announced".to_owned(),
            verdict: Verdict::Conflict,
            severity: Severity::Error,
            status: Status::New,
            message: "the fair opens on another day than announced".to_owned(),
            key: Vec::new(),
            about: String::new(),
            sides: vec![
                part("announced", "XXXX-WXX-2", "Tuesday", vec![said(&fair, "Tuesday", "on Tuesday")]),
                part(
                    "opening",
                    "2031-05-05",
                    "May 5, 2031",
                    vec![
                        said(&fair, "5 May 2031", "opens on 5 May 2031"),
                        said(&fair, "the fifth", "on the fifth"),
                        said(&fair, "the day after", "the day after"),
                    ],
                ),
            ],
            remarks: vec!["May 5, 2031 is a Monday".to_owned()],
            help: "either the weekday or the date is a slip".to_owned(),
        },
    ]
}

/// Faults with a place, with related places, and without any.
pub(crate) fn problems() -> Vec<Problem> {
    let rules =
        file("own.toml", "schema = 1\n[claim.mayor]\ngards = [\"former\"]\n[claim.mayor-of]\nvalue = \"who\"\n");
    vec![
        Problem {
            level: ProblemLevel::Error,
            path: "own.toml".into(),
            at: Some(mark(&rules, "gards", "no key of a claim")),
            message: "unknown key `gards`".to_owned(),
            help: Some("did you mean `guards`?".to_owned()),
            related: vec![mark(&rules, "[claim.mayor]", "in this claim")],
        },
        Problem {
            level: ProblemLevel::Warning,
            path: "own.toml".into(),
            at: Some(mark(&rules, "[claim.mayor-of]", "")),
            message: "a claim without examples".to_owned(),
            help: None,
            related: Vec::new(),
        },
        Problem {
            level: ProblemLevel::Error,
            path: "gone.txt".into(),
            at: None,
            message: "no such file".to_owned(),
            help: Some("paths are taken from the working folder on".to_owned()),
            related: Vec::new(),
        },
    ]
}

/// Rows of a ledger: a claim with everything, a claim with as little as possible, wide characters.
pub(crate) fn rows(kind: LedgerKind) -> Vec<LedgerRow> {
    let claims = kind == LedgerKind::Claims;
    let a = file("harbour/morning.md", "# Harbour opens\r\n\r\nMayor\tIvo Brandt cut the ribbon.\r\n");
    let d = file("海港.md", "港口今日开放，市长林秋月出席了仪式，随后参观了新码头和仓库。\n");
    let row = |file: &Arc<File>, words: &str, kinds: [&str; 2], quote: &str| LedgerRow {
        file: Arc::clone(file),
        span: span(file, words),
        what: kinds[usize::from(!claims)].to_owned(),
        key: if claims { pairs(&[("office", "mayor"), ("place", "Olden Harbour")]) } else { Vec::new() },
        value: words.to_owned(),
        when: claims.then(|| "2031-05-04".to_owned()),
        marks: if claims { vec!["former".to_owned(), "quoted".to_owned()] } else { Vec::new() },
        quote: quote.to_owned(),
    };
    vec![
        row(
            &a,
            "Ivo Brandt",
            ["places/mayor", "person"],
            "Mayor Ivo Brandt cut the ribbon and then spoke to all who had come",
        ),
        LedgerRow {
            key: Vec::new(),
            when: None,
            marks: Vec::new(),
            ..row(&d, "林秋月", ["places/mayor", "person"], "市长林秋月")
        },
    ]
}

/// A claim with most of what a claim can have, and a check on it.
pub(crate) fn rules() -> Rules {
    let text = "[claim.mayor]\n\n[check.one-term]\nseverity = \"error\"\nrequire  = \"a.when <= b.when + 4 days\"\n";
    let own = file("places.toml", text);
    let name = |id: &str| RuleName { pack: 0, pack_name: "places".to_owned(), id: id.to_owned() };
    let phrase = |written: &str| Phrase {
        written: written.to_owned(),
        place: FileSpan::new(0, 0),
        items: Vec::new(),
        parts: Vec::new(),
    };
    let guard = |name: &str, phrases: &[&str]| Guard {
        name: name.to_owned(),
        pack: None,
        place: FileSpan::new(0, 0),
        phrases: phrases.iter().map(|written| phrase(written)).collect(),
        builtin: None,
    };
    let example = |name: &str, docs: &[(&str, Option<(u32, u32)>)], todo: bool| Example {
        name: name.to_owned(),
        place: FileSpan::new(0, 0),
        docs: docs
            .iter()
            .map(|&(text, value)| ExampleDoc {
                place: FileSpan::new(0, 0),
                date: chrono::NaiveDate::from_ymd_opt(2031, 5, 4),
                text: text.to_owned(),
                values: value.map(|(start, end)| Span::new(start, end)).into_iter().collect(),
            })
            .collect(),
        verdict: if todo { Expected::None } else { Expected::Conflict },
        todo,
    };
    let claim = ClaimRule {
        name: name("mayor"),
        place: span(&own, "[claim.mayor]"),
        title: "Who is mayor".to_owned(),
        description: Some("One mayor at a time.\nFormer mayors do not count.".to_owned()),
        phrases: vec![phrase("[acting] mayor {who:person}"), phrase("{who} , mayor of {where:place}")],
        regexes: Vec::new(),
        slots: vec![
            Slot { name: "who".to_owned(), kind: SlotKind::Value(Kind::Person) },
            Slot { name: "where".to_owned(), kind: SlotKind::Value(Kind::Place) },
        ],
        value: ValueOf::Slot(0),
        key: vec![KeyPart::Slot(1), KeyPart::Event],
        fixed: pairs(&[("office", "mayor")]),
        guards: vec![0, 1],
        mode: Mode::Compare,
        scope: Scope::Corpus,
        severity: Severity::Error,
        across: Some(Severity::Warning),
        unsure: None,
        slip: Severity::Note,
        compare: Compare::Values,
        lasts: None,
        tolerance: None,
        currency: None,
        unit: None,
        parts: None,
        antecedent: None,
        settled_by: Vec::new(),
        message: None,
        examples: vec![
            example(
                "two mayors",
                &[("Mayor Ivo Brandt came.\nHe left.", Some((6, 16))), ("Mayor Ekdahl left.", Some((6, 12)))],
                false,
            ),
            example("a mayor of nowhere", &[("No mayor spoke.", None)], true),
        ],
    };
    let check = CheckRule {
        name: name("one-term"),
        place: span(&own, "[check.one-term]"),
        title: "Nobody is mayor before the election".to_owned(),
        description: None,
        given: vec![("a".to_owned(), 0), ("b".to_owned(), 0)],
        same: vec!["office".to_owned()],
        single: Vec::new(),
        once: false,
        within: Scope::Document,
        condition: None,
        require: Expression::And(Vec::new()),
        severity: Severity::Error,
        message: "the term begins before the election".to_owned(),
        examples: Vec::new(),
    };
    Rules {
        packs: vec![Pack { name: "places".to_owned(), description: String::new(), file: own, builtin: true }],
        claims: vec![claim],
        checks: vec![check],
        guards: vec![guard("former", &["former @"]), guard("unless", &["deputy @", "@ of nowhere"])],
        ..Rules::default()
    }
}

pub(crate) fn file(name: &str, text: &str) -> Arc<File> {
    Arc::new(File::new(name, text))
}

pub(crate) fn span(file: &File, words: &str) -> FileSpan {
    let start = file.text().find(words).unwrap();
    FileSpan::new(start as u32, (start + words.len()) as u32)
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|&(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn side(value: &str, evidence: Vec<Evidence>) -> Side {
    let shown = value.replace("~ ", "about ");
    Side { value: value.to_owned(), shown, role: None, evidence }
}

/// A side of a check that relates claims.
fn part(role: &str, value: &str, shown: &str, evidence: Vec<Evidence>) -> Side {
    Side { value: value.to_owned(), shown: shown.to_owned(), role: Some(role.to_owned()), evidence }
}

fn said(file: &Arc<File>, words: &str, quote: &str) -> Evidence {
    let span = span(file, words);
    Evidence {
        file: Arc::clone(file),
        span,
        quote: quote.to_owned(),
        sentence: format!("{quote}.").into(),
        sentence_span: line(file, span),
        block_span: line(file, span),
        when: When::Document(NaiveDate::from_ymd_opt(2031, 5, 4).unwrap()),
        said_by: None,
    }
}

/// The lines on which the span stands.
fn line(file: &File, span: FileSpan) -> FileSpan {
    let start = file.text()[..span.range().start].rfind('\n').map_or(0, |feed| feed + 1);
    let end = file.text()[span.range().end..].find('\n').map_or(file.text().len(), |feed| span.range().end + feed);
    FileSpan::new(start as u32, end as u32)
}

fn nth_said(file: &Arc<File>, words: &str, nth: usize) -> Evidence {
    let (start, _) = file.text().match_indices(words).nth(nth).unwrap();
    let span = FileSpan::new(start as u32, (start + words.len()) as u32);
    let at = line(file, span);
    Evidence { span, sentence_span: at, block_span: at, ..said(file, words, "About 2,900 visitors") }
}

fn mark(file: &Arc<File>, words: &str, label: &str) -> Mark {
    Mark { file: Arc::clone(file), span: span(file, words), label: label.to_owned() }
}
