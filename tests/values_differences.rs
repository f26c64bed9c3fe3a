//! The tables of differences from Microsoft's Recognizers-Text in `docs` say what holds: no row for what is right now, and
//! no difference without a row that says why. Where their cases are not at hand nothing is compared.
//!
//! `UPDATE=1 cargo test --test values_differences` writes the tables anew; a new row needs its reason, by hand.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

mod command;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use rust_decimal::Decimal;
use serde_json::{Value, json};

#[test]
fn numbers_differ_as_their_table_says() {
    check("docs/values-differences.tsv", |kind| !is_temporal(kind));
}

#[test]
fn dates_and_times_differ_as_their_table_says() {
    check("docs/values-differences-temporal.tsv", is_temporal);
}

#[test]
fn every_row_tells_a_difference_and_its_reason() {
    for table in ["docs/values-differences.tsv", "docs/values-differences-temporal.tsv"] {
        let text = fs::read_to_string(in_package(table)).unwrap();
        let (head, rows) = text.split_once('\n').unwrap();
        assert_eq!(head, HEAD, "{table}");
        for row in rows.lines() {
            let cells: Vec<&str> = row.split('\t').collect();
            assert!(cells.len() == 5 && cells.iter().all(|cell| !cell.is_empty()), "{table}: {row}");
        }
    }
}

const HEAD: &str = "case\twords\ttheirs\tours\twhy";

/// Compares the rows of a table with the differences that the cases show.
fn check(table: &str, wanted: impl Fn(&str) -> bool) {
    let folder = in_package("../shared/eval/values");
    if !folder.is_dir() {
        return;
    }
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.file_name().unwrap().to_str().unwrap().starts_with("recognizers_"));
    files.sort();
    let found: Vec<Row> = files.iter().flat_map(differences).filter(|row| wanted(&row.kind)).collect();
    let text = fs::read_to_string(in_package(table)).unwrap();
    let reasons: BTreeMap<(&str, &str), &str> = text
        .lines()
        .filter_map(|row| row.split('\t').collect::<Vec<_>>().try_into().ok())
        .map(|[case, words, _, _, why]: [&str; 5]| ((case, words), why))
        .collect();
    let rows = found.iter().map(|row| {
        let why = reasons.get(&(&row.case, &row.words)).copied().unwrap_or_default();
        format!("{}\t{}\t{}\t{}\t{why}\n", row.case, row.words, row.theirs, row.ours)
    });
    let fresh = format!("{HEAD}\n{}", rows.collect::<String>());
    if std::env::var_os("UPDATE").is_some() {
        fs::write(in_package(table), &fresh).unwrap();
    } else {
        snapbox::assert_data_eq!(text, snapbox::Data::text(fresh));
    }
}

/// What the command reads otherwise than a case of Recognizers-Text has it.
struct Row {
    kind: String,
    case: String,
    words: String,
    theirs: String,
    ours: String,
}

/// A value that the command printed.
struct Ours {
    /// In bytes of the text, as theirs are.
    span: Range<u64>,
    kind: String,
    value: String,
    marks: String,
}

fn differences(file: &PathBuf) -> Vec<Row> {
    let text = fs::read_to_string(file).unwrap();
    let cases: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let read = values(&cases);
    let mut rows = Vec::new();
    for (case, ours) in cases.iter().zip(&read) {
        for expected in case["expected"].as_array().unwrap() {
            let kind = expected["type"].as_str().unwrap();
            // Chat is not read: "3h", "tmr".
            let chat = matches!(kind, "date" | "daterange" | "duration") && expected["tier"] == "chat";
            if answers(kind).is_empty() || chat {
                continue;
            }
            let theirs = expected["start"].as_u64().unwrap()..expected["end"].as_u64().unwrap();
            let met = |value: &&Ours| value.span.start < theirs.end && theirs.start < value.span.end;
            let fits = |value: &&Ours| answers(kind).contains(&&*value.kind);
            let readings = readings(kind, &expected["value"]);
            if ours.iter().filter(met).filter(fits).any(|value| readings.iter().any(|theirs| theirs.is(value))) {
                continue;
            }
            let told: BTreeSet<String> = ours.iter().filter(met).map(Ours::told).collect();
            rows.push(Row {
                kind: kind.to_owned(),
                case: case["id"].as_str().unwrap().to_owned(),
                words: expected["text"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" "),
                theirs: readings.last().map_or("nothing".to_owned(), Theirs::told),
                ours: if told.is_empty() {
                    "nothing".to_owned()
                } else {
                    told.into_iter().collect::<Vec<_>>().join("; ")
                },
            });
        }
    }
    rows
}

/// What the command reads in each case.
fn values(cases: &[Value]) -> Vec<Vec<Ours>> {
    let documents = cases.iter().enumerate().map(|(at, case)| {
        let mut document = json!({ "id": at.to_string(), "text": case["input"] });
        if let Some(date) = case["reference_date"].as_str() {
            document["date"] = date[..10].into();
        }
        format!("{document}\n")
    });
    let documents: String = documents.collect();
    let mut read: Vec<Vec<Ours>> = cases.iter().map(|_| Vec::new()).collect();
    for value in command::values(&documents) {
        let text = |field: &str| value[field].as_str().unwrap().to_owned();
        let at: usize = value["id"].as_str().unwrap().parse().unwrap();
        let marks = value["marks"].as_array().unwrap().iter().map(|mark| format!("{} ", mark.as_str().unwrap()));
        let end = |field: &str| value["span"][field].as_u64().unwrap();
        read[at].push(Ours {
            span: end("start")..end("end"),
            kind: text("type"),
            value: text("value"),
            marks: marks.collect(),
        });
    }
    read
}

impl Ours {
    fn told(&self) -> String {
        format!("{} {}{}", self.kind, self.marks, self.value)
    }
}

/// The kinds of values here that may answer for one of theirs; none for a kind of theirs that is not read here.
fn answers(kind: &str) -> &'static [&'static str] {
    match kind {
        "number" => &["number", "count"],
        "ordinal" => &["ordinal"],
        "percentage" => &["percent"],
        "currency" => &["money"],
        "age" => &["age", "duration"],
        "dimension" => &["quantity", "count"],
        "date" => &["date", "weekday"],
        "daterange" => &["range", "date"],
        "duration" => &["duration"],
        "time" => &["time"],
        _ => &[],
    }
}

fn is_temporal(kind: &str) -> bool {
    matches!(kind, "date" | "daterange" | "duration" | "time")
}

/// One answer of theirs.
enum Theirs {
    /// As TIMEX3 writes it.
    Timex(String),
    /// A length of time in seconds.
    Seconds(Decimal),
    /// A number, in a currency or another unit.
    Amount(Option<Decimal>, Option<String>),
}

impl Theirs {
    fn is(&self, ours: &Ours) -> bool {
        match self {
            Self::Timex(timex) => timex.trim_end_matches('Z') == ours.value.trim_end_matches('Z'),
            Self::Seconds(theirs) => seconds(&ours.value) == Some(*theirs),
            Self::Amount(theirs, unit) => {
                let amount = ours.value.rsplit(' ').next().filter(|_| ours.kind == "money");
                let (Some(a), Some(b)) = (number(amount.unwrap_or(&ours.value)), *theirs) else { return false };
                let cents = ours.kind == "money" && unit.as_deref() == Some("Cent");
                let b = if cents { b / Decimal::ONE_HUNDRED } else { b };
                let code = unit.as_deref().and_then(code).filter(|_| ours.kind == "money");
                let near = (a - b).abs() <= b.abs().max(Decimal::ONE) * Decimal::new(1, 6);
                near && code.is_none_or(|code| ours.value.contains(code))
            }
        }
    }

    fn told(&self) -> String {
        match self {
            Self::Timex(timex) => timex.clone(),
            Self::Seconds(seconds) => format!("PT{seconds}S"),
            Self::Amount(amount, unit) => {
                let amount = amount.map_or("no number".to_owned(), |amount| amount.normalize().to_string());
                unit.iter().fold(amount, |told, unit| format!("{told} {unit}"))
            }
        }
    }
}

/// Their answers for one entity, that which tells most last.
fn readings(kind: &str, value: &Value) -> Vec<Theirs> {
    if !is_temporal(kind) {
        let unit = value["unit"].as_str().map(str::to_owned);
        return vec![Theirs::Amount(value["value"].as_str().and_then(number), unit)];
    }
    let mut readings = Vec::new();
    let sides = value["values"].as_array().cloned().unwrap_or_else(|| {
        let side = |side: &str| {
            let mut told = value[side].clone();
            told["timex"] = value["timex"].clone();
            told
        };
        vec![side("past"), side("future")]
    });
    for side in sides {
        let text = |field: &str| side[field].as_str();
        let timex = text("timex").unwrap_or_default();
        // "(2014-01-01,2018-01-01,P4Y)"
        let ends = timex.strip_prefix('(').map(|inside| inside.split(',').take(2).collect::<Vec<_>>().join("/"));
        let begin = text("startDate").or(text("start"));
        if let (Some(start), Some(end), true) = (begin, text("endDate").or(text("end")), ends.is_some()) {
            readings.push(Theirs::Timex(format!("{start}/{end}")));
        }
        let length = text("duration").or(text("value").filter(|_| kind == "duration"));
        if let Some(length) = length.and_then(number).filter(|_| kind == "duration") {
            readings.push(Theirs::Seconds(length));
        }
        let day = text("date").or(text("value").filter(|_| kind == "date"));
        readings.extend(day.map(|day| Theirs::Timex(day.to_owned())));
        readings.push(Theirs::Timex(ends.unwrap_or(timex.to_owned())));
    }
    readings
}

fn number(text: &str) -> Option<Decimal> {
    let plain: String =
        text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | 'E' | 'e' | '+')).collect();
    plain.parse().ok().or_else(|| Decimal::from_scientific(&plain).ok())
}

fn code(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "Dollar" | "United States dollar" | "Cent" => "USD",
        "Euro" => "EUR",
        "Pound" | "British pound" => "GBP",
        "Japanese yen" => "JPY",
        "Canadian dollar" => "CAD",
        "Swiss franc" => "CHF",
        "Chinese yuan" => "CNY",
        _ => return None,
    })
}

/// How long `P2DT3H` is, months of 30 days and years of 365, as theirs are.
fn seconds(timex: &str) -> Option<Decimal> {
    let mut total = Decimal::ZERO;
    let mut timed = false;
    let mut digits = String::new();
    for c in timex.strip_prefix('P')?.chars() {
        let each: i64 = match (c, timed) {
            ('T', _) => {
                timed = true;
                continue;
            }
            ('0'..='9' | '.', _) => {
                digits.push(c);
                continue;
            }
            ('Y', _) => 31_536_000,
            ('M', false) => 2_592_000,
            ('W', _) => 604_800,
            ('D', _) => 86_400,
            ('H', _) => 3_600,
            ('M', true) => 60,
            ('S', _) => 1,
            _ => return None,
        };
        total += std::mem::take(&mut digits).parse::<Decimal>().ok()? * Decimal::from(each);
    }
    Some(total)
}

fn in_package(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}
