//! The reference in `docs/reference` describes every name that the program knows, and none that it does not.
//!
//! A table of the reference whose first column is headed "type", "guard" and so on describes one kind of name: its first
//! column has them between backticks. What the program knows is taken from what it tells a user: the JSON Schema of rule
//! files, the names that a fault suggests, and `--help`.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use belie::conflicts::finding::Verdict;
use belie::rules::expression::Operator;
use belie::rules::load::load;
use belie::rules::schema::schema;
use belie::source::file::File;
use belie::values::agreement::Agreement;
use serde_json::Value;

#[test]
fn every_key_of_a_rule_file_is_described_where_it_belongs() {
    let mut tables = BTreeMap::new();
    collect_tables("a file", &serde_json::from_str(&schema()).unwrap(), &mut tables);
    let mut described: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for (heading, rows) in every_table() {
        if let Some(table) = heading.strip_prefix("key of ").filter(|table| *table != "`belie.toml`") {
            described.entry(table.replace('`', "")).or_default().extend(rows);
        }
    }
    assert_eq!(tables.keys().collect::<Vec<_>>(), described.keys().collect::<Vec<_>>(), "tables");
    for (table, keys) in tables {
        let rows = &described[&table];
        let names: BTreeSet<&str> = rows.iter().flat_map(|row| row.names.iter().map(|name| bare(name))).collect();
        assert_eq!(keys.keys().map(String::as_str).collect::<BTreeSet<_>>(), names, "keys of {table}");
        for (name, key) in keys {
            let row = &rows.iter().find(|row| row.names.iter().any(|own| bare(own) == name)).unwrap().line;
            assert_eq!(key.required, row.contains("required"), "`{name}` of {table}: {row}");
            for word in key.words {
                assert!(row.contains(&format!("`{word}`")) || row.contains(&format!("`\"{word}\"`")), "{word}: {row}");
            }
        }
    }
}

#[test]
fn every_slot_type_is_described_with_how_it_compares() {
    let known = suggested("[claim.a]\ntitle = 'a'\nvalue = 'x'\nphrases = ['a {x:qqqqqq}']\n", "known types");
    let (types, compared) = (described("type", "slots.md"), described("type", "agreement.md"));
    assert_eq!((&known, &known), (&types, &compared));
}

#[test]
fn every_guard_is_described() {
    let known = suggested(
        "[claim.a]\ntitle = 'a'\nvalue = 'x'\nphrases = ['a {x:date}']\nguards = ['qqqqqq']\n",
        "known guards",
    );
    assert_eq!(known, described("guard", "guards.md"));
}

#[test]
fn every_operator_function_and_unit_of_a_requirement_is_described() {
    let require = |requirement: &str, label: &str| {
        let claim = "[claim.a]\ntitle = 'a'\nvalue = 'x'\nphrases = ['a {x:date}']\n";
        let check =
            format!("[check.c]\ntitle = 'c'\nmessage = 'c'\ngiven = {{ a = 'a' }}\nrequire = '{requirement}'\n");
        suggested(&format!("{claim}{check}"), label)
    };
    let functions = described("term", "checks.md").into_iter().filter_map(|term| {
        let name = term.split_once('(')?.0.to_owned();
        name.chars().all(char::is_alphabetic).then_some(name)
    });
    assert_eq!(require("qqqqqq(a.x)", "known functions"), functions.collect());
    let page = read("docs/reference/checks.md");
    let units = page.lines().find(|line| line.starts_with("Units of time are ")).unwrap();
    let known: BTreeSet<String> = require("a.x + 3 qqqqqq == a.x", "write ");
    assert_eq!(known, code(units).into_iter().filter(|word| word != "s").collect());
    assert_eq!(
        OPERATORS.map(written).map(str::to_owned).into_iter().collect::<BTreeSet<_>>(),
        described("operator", "checks.md")
    );
}

const OPERATORS: [Operator; 6] = [
    Operator::Less,
    Operator::LessOrEqual,
    Operator::Greater,
    Operator::GreaterOrEqual,
    Operator::Equal,
    Operator::NotEqual,
];

/// Names every operator, so that a new one does not compile without a place in the list above.
fn written(operator: Operator) -> &'static str {
    match operator {
        Operator::Less => "<",
        Operator::LessOrEqual => "<=",
        Operator::Greater => ">",
        Operator::GreaterOrEqual => ">=",
        Operator::Equal => "==",
        Operator::NotEqual => "!=",
    }
}

#[test]
fn every_agreement_and_verdict_is_described() {
    let agreements =
        [Agreement::Same, Agreement::Compatible, Agreement::Unknown, Agreement::Suspicious, Agreement::Conflict];
    // A new one does not compile without a name here.
    let agreement = |kind| match kind {
        Agreement::Same => "same",
        Agreement::Compatible => "compatible",
        Agreement::Unknown => "unknown",
        Agreement::Suspicious => "suspicious",
        Agreement::Conflict => "conflict",
    };
    assert_eq!(names(agreements.map(agreement)), described("agreement", "agreement.md"));
    let verdicts = [Verdict::Conflict, Verdict::Suspicious, Verdict::Update, Verdict::Superseded, Verdict::Variant];
    let verdict = |kind| match kind {
        Verdict::Conflict => "conflict",
        Verdict::Suspicious => "suspicious",
        Verdict::Update => "update",
        Verdict::Superseded => "superseded",
        Verdict::Variant => "variant",
    };
    assert_eq!(names(verdicts.map(verdict)), described("verdict", "agreement.md"));
}

#[test]
fn every_command_and_option_is_described() {
    let (mut commands, mut options) = (BTreeSet::new(), BTreeSet::new());
    collect_commands("belie", &mut commands, &mut options);
    let described = |heading| described(heading, "commands.md");
    let first_words = described("command").into_iter().map(|line| {
        let words = line.split(' ').take_while(|word| word.chars().all(|c| c.is_ascii_lowercase()));
        words.collect::<Vec<_>>().join(" ")
    });
    assert_eq!(commands, first_words.collect());
    let long = described("option").into_iter().filter(|option| option.starts_with("--"));
    assert_eq!(options, long.map(|option| option.split(' ').next().unwrap().to_owned()).collect());
}

#[test]
fn every_form_is_described() {
    let told = Command::new(env!("CARGO_BIN_EXE_belie")).args(["check", "--output", "qqqqqq:x"]).output().unwrap();
    let told = String::from_utf8(told.stderr).unwrap();
    let forms = told.split_once("the forms are ").unwrap().1.split_once(" (").unwrap().0;
    assert_eq!(forms.split(", ").map(str::to_owned).collect::<BTreeSet<_>>(), described("form", "commands.md"));
}

#[test]
fn every_setting_is_described() {
    let folder = std::env::temp_dir().join(format!("belie-reference-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("belie.toml"), "qqqqqq = 1\n").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_belie"));
    let told = command.args(["check", "-"]).current_dir(&folder).env("COLUMNS", "200").output().unwrap();
    fs::remove_dir_all(&folder).unwrap();
    let told = String::from_utf8(told.stderr).unwrap();
    let keys = told.lines().find_map(|line| line.split_once("the keys are ")).unwrap().1;
    assert_eq!(code(keys).into_iter().collect::<BTreeSet<_>>(), described("key of `belie.toml`", "commands.md"));
}

/// A key of a table of a rule file.
struct Key {
    required: bool,
    /// The words that it may have, where they are few.
    words: Vec<String>,
}

/// The tables of a rule file below one, by the name that the reference gives them.
fn collect_tables(name: &str, schema: &Value, tables: &mut BTreeMap<String, BTreeMap<String, Key>>) {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return };
    let alternatives = schema["allOf"].as_array().into_iter().flatten().map(|one| &one["anyOf"][0]["required"]);
    let required: Vec<&Value> =
        std::iter::once(&schema["required"]).chain(alternatives).filter_map(Value::as_array).flatten().collect();
    let keys = properties.iter().map(|(key, value)| {
        let words = value["enum"].as_array().into_iter().flatten().map(|word| word.as_str().unwrap().to_owned());
        (key.clone(), Key { required: required.contains(&&Value::from(key.as_str())), words: words.collect() })
    });
    tables.insert(name.to_owned(), keys.collect());
    for (key, value) in properties {
        collect_tables(&format!("[{key}]"), value, tables);
        collect_tables(&format!("[{key}.X]"), &value["additionalProperties"], tables);
        collect_tables(key, &value["items"], tables);
    }
}

/// The names that the program suggests where a rule has one that it does not know.
fn suggested(rules: &str, label: &str) -> BTreeSet<String> {
    let (_, problems) = load(&[(Arc::new(File::new("rules.toml", format!("schema = 1\n{rules}"))), false)]);
    let mut helps = problems.iter().filter_map(|problem| problem.help.as_deref());
    let help = helps.find(|help| help.starts_with(label)).unwrap_or_else(|| panic!("no `{label}` in {problems:#?}"));
    let names = help[label.len()..].split([',', ' ', ':']).filter(|name| !["", "or"].contains(name));
    names.map(|name| name.trim_matches('`').to_owned()).collect()
}

/// The commands and the options that `--help` tells of a command and those below it.
fn collect_commands(line: &str, commands: &mut BTreeSet<String>, options: &mut BTreeSet<String>) {
    let words: Vec<&str> = line.split(' ').skip(1).collect();
    let help = Command::new(env!("CARGO_BIN_EXE_belie")).args(&words).arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let section = |title: &str| {
        let lines = help.lines().skip_while(move |line| *line != title).skip(1);
        lines.take_while(|line| !line.is_empty()).map(str::trim_start).collect::<Vec<_>>()
    };
    let below: Vec<&str> = section("Commands:").into_iter().filter_map(|line| line.split(' ').next()).collect();
    for name in below.iter().filter(|name| **name != "help") {
        collect_commands(&format!("{line} {name}"), commands, options);
    }
    if below.is_empty() {
        commands.insert(line.to_owned());
    }
    let names = section("Options:").into_iter().filter(|line| line.starts_with('-'));
    let long = names.filter_map(|line| line.split([' ', ',']).find(|word| word.starts_with("--")));
    options.extend(long.filter(|name| !["--help", "--version"].contains(name)).map(str::to_owned));
}

/// The names in the first columns of the tables with a heading, on one page of the reference.
fn described(heading: &str, page: &str) -> BTreeSet<String> {
    let tables = tables(&read(&format!("docs/reference/{page}")));
    let rows = tables.into_iter().filter(|(own, _)| own == heading).flat_map(|(_, rows)| rows);
    rows.flat_map(|row| row.names).collect()
}

/// A row of a table: what stands between backticks in its first column, and the whole line.
struct Row {
    names: Vec<String>,
    line: String,
}

/// The tables of all pages of the reference.
fn every_table() -> Vec<(String, Vec<Row>)> {
    let pages = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference")).unwrap();
    pages.flat_map(|page| tables(&fs::read_to_string(page.unwrap().path()).unwrap())).collect()
}

/// The tables of a page, each with the heading of its first column.
fn tables(page: &str) -> Vec<(String, Vec<Row>)> {
    let mut tables: Vec<(String, Vec<Row>)> = Vec::new();
    let mut before = "";
    for line in page.lines() {
        let cell = |line: &str| line.trim_start_matches('|').split('|').next().unwrap().trim().to_owned();
        if line.starts_with("|---") {
            tables.push((cell(before), Vec::new()));
        } else if line.starts_with('|') && before.starts_with('|') {
            let row = Row { names: code(&cell(line)), line: line.to_owned() };
            tables.last_mut().unwrap().1.push(row);
        }
        before = line;
    }
    tables
}

/// What stands between backticks.
fn code(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A key without what shows how it is written: `[choice.X]`, `schema = 1`, `todo = true`.
fn bare(name: &str) -> &str {
    name.trim_start_matches('[').split(['.', ' ', ']']).next().unwrap()
}

fn names<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
    names.map(str::to_owned).into()
}

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}
