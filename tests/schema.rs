//! `rules.schema.json` is what the loader reads by, and every rule file that loads is valid by it.
//!
//! `UPDATE=1 cargo test --test schema` writes it anew; read it before it is committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use belie::rules::load::load;
use belie::rules::schema::schema;
use belie::source::file::File;
use serde_json::Value;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rule_files(folder: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

#[test]
fn the_committed_schema_is_fresh() {
    let path = root().join("rules.schema.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, schema()).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), schema(), "run `UPDATE=1 cargo test --test schema`");
}

#[test]
fn sound_rule_files_are_valid() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    for path in rule_files("rules").into_iter().chain(rule_files("tests/rules")) {
        let faults = faults(&schema, &instance(&path), "");
        assert!(faults.is_empty(), "{}: {faults:?}", path.display());
    }
}

#[test]
fn what_is_invalid_does_not_load() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let mut invalid = 0;
    for path in rule_files("tests/broken-rules") {
        let text = fs::read_to_string(&path).unwrap();
        if toml::from_str::<toml::Table>(&text).is_err() || faults(&schema, &instance(&path), "").is_empty() {
            continue;
        }
        invalid += 1;
        let (_, problems) = load(&[(Arc::new(File::new("broken.toml", text)), false)]);
        assert!(!problems.is_empty(), "{}", path.display());
    }
    assert!(invalid > 3, "an editor tells unknown keys, missing keys, wrong types and wrong words");
}

#[test]
fn slips_are_invalid() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    for (text, place) in [
        ("schema = 2", "/schema"),
        ("", ": `schema` is missing"),
        ("schema = 1\n[claim.a]\ntitel = 'x'\nvalue = 'who'", "/claim/a/titel"),
        ("schema = 1\n[claim.a]\ntitle = 'x'", "/claim/a"),
        ("schema = 1\n[claim.a]\ntitle = 'x'\nvalue = 'who'\nscope = 'world'", "/claim/a/scope"),
        ("schema = 1\n[claim.a]\ntitle = 'x'\nvalue = 'who'\ntolerance = '5'", "/claim/a/tolerance"),
        ("schema = 1\n[list]\n'a b' = ['c']", "/list/a b"),
        ("schema = 1\n[list]\na = 'c'", "/list/a"),
    ] {
        let faults = faults(&schema, &json(toml::from_str(text).unwrap()), "");
        assert!(faults.iter().any(|fault| fault.starts_with(place)), "{text}: {faults:?}");
    }
}

fn instance(path: &Path) -> Value {
    json(toml::from_str(&fs::read_to_string(path).unwrap()).unwrap())
}

/// TOML as editors hand it to a schema: dates are strings.
fn json(table: toml::Table) -> Value {
    fn one(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(truth) => truth.into(),
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(items) => items.into_iter().map(one).collect(),
            toml::Value::Table(table) => json(table),
        }
    }
    Value::Object(table.into_iter().map(|(key, value)| (key, one(value))).collect())
}

/// Where an instance breaks a schema. Reads the words of JSON Schema that `rules.schema.json` is written in and refuses
/// every other, so that none is passed over.
fn faults(schema: &Value, instance: &Value, at: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut tell = |broken: bool, what: String| {
        if broken {
            faults.push(format!("{at}: {what}"));
        }
    };
    let matches = |pattern: &Value, text: &str| regex::Regex::new(pattern.as_str().unwrap()).unwrap().is_match(text);
    let mut below = Vec::new();
    for (word, says) in schema.as_object().unwrap() {
        match word.as_str() {
            "$schema" | "title" | "description" => {}
            "type" => {
                let is = match says.as_str().unwrap() {
                    "object" => instance.is_object(),
                    "array" => instance.is_array(),
                    "string" => instance.is_string(),
                    "boolean" => instance.is_boolean(),
                    "integer" => instance.is_i64(),
                    other => panic!("unknown type {other}"),
                };
                tell(!is, format!("is no {says}"));
            }
            "const" => tell(says != instance, format!("is not {says}")),
            "enum" => tell(!says.as_array().unwrap().contains(instance), format!("is none of {says}")),
            "pattern" => {
                tell(instance.as_str().is_some_and(|text| !matches(says, text)), format!("is not like {says}"))
            }
            "format" => tell(instance.as_str().is_some_and(|text| text.len() != 10), format!("is no {says}")),
            "minimum" => tell(instance.as_i64() < says.as_i64(), format!("is less than {says}")),
            "required" => {
                for key in says.as_array().unwrap() {
                    tell(
                        instance.get(key.as_str().unwrap()).is_none(),
                        format!("`{}` is missing", key.as_str().unwrap()),
                    );
                }
            }
            "anyOf" => {
                let any = says.as_array().unwrap().iter().any(|one| self::faults(one, instance, at).is_empty());
                tell(!any, format!("is none of {says}"));
            }
            "allOf" => below.extend(says.as_array().unwrap().iter().map(|one| (one, instance, at.to_owned()))),
            "items" => {
                let items = instance.as_array().into_iter().flatten().enumerate();
                below.extend(items.map(|(number, item)| (says, item, format!("{at}/{number}"))));
            }
            "propertyNames" | "properties" | "additionalProperties" => {
                for (key, value) in instance.as_object().into_iter().flatten() {
                    let at = format!("{at}/{key}");
                    let known = schema.get("properties").and_then(|properties| properties.get(key));
                    match (word.as_str(), known) {
                        ("propertyNames", _) if !matches(&says["pattern"], key) => {
                            below.push((&Value::Bool(false), value, at));
                        }
                        ("properties", Some(known)) => below.push((known, value, at)),
                        ("additionalProperties", None) => below.push((says, value, at)),
                        _ => {}
                    }
                }
            }
            other => panic!("`{other}` is a word of JSON Schema that this test cannot read"),
        }
    }
    for (schema, instance, at) in below {
        match schema {
            Value::Bool(allowed) if !allowed => faults.push(format!("{at}: may not be there")),
            schema => faults.extend(self::faults(schema, instance, &at)),
        }
    }
    faults
}
