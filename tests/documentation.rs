//! What the README shows is what the command does; `tests/guide.rs` does the same for the guide.
//!
//! `TRYCMD=overwrite SNAPSHOTS=overwrite cargo test --test documentation` writes the outputs in `README.md` and the
//! picture anew; read them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

#[test]
fn commands_in_the_readme_print_what_it_says() {
    trycmd::TestCases::new().env("COLUMNS", "100").env("NO_COLOR", "1").case("README.md");
}

#[test]
fn the_picture_shows_what_a_terminal_shows() {
    let output = belie("check docs/example --color always");
    let screen = format!("$ belie check docs/example\n{}", String::from_utf8(output.stdout).unwrap());
    snapbox::assert_data_eq!(screen, snapbox::file!["../docs/report.term.svg": TermSvg]);
}

#[test]
fn the_bare_command_checks_the_seeds() {
    let output = belie("check --format json");
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["summary"]["sources"], &report["errors"]), (&5.into(), &serde_json::json!([])));
    let conflicts = report["conflicts"].as_array().unwrap();
    let evidence = conflicts.iter().flat_map(|conflict| conflict["sides"].as_array().unwrap());
    let paths = evidence.flat_map(|side| side["evidence"].as_array().unwrap()).map(|at| at["path"].as_str().unwrap());
    assert!(paths.clone().next().is_some());
    for path in paths {
        assert!(path.starts_with("seeds/"), "{path}");
    }
}

#[test]
fn the_readme_names_every_field_of_the_json_form() {
    let report: Value = serde_json::from_slice(&belie("check --format json").stdout).unwrap();
    let mut fields = BTreeSet::new();
    collect_fields(&report, &mut fields);
    let readme = read("README.md");
    for field in fields {
        assert!(readme.contains(&format!("`{field}`")), "`{field}` is not in the README");
    }
}

/// The names of all fields; those of a `key` are a rule's own.
fn collect_fields(value: &Value, fields: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                fields.insert(name.clone());
                if name != "key" {
                    collect_fields(value, fields);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect_fields(item, fields)),
        _ => {}
    }
}

#[test]
fn rules_in_the_readme_are_those_of_the_files_they_name() {
    let blocks = blocks("README.md", "toml");
    let named = blocks.iter().filter_map(|(line, block)| {
        let (first, rest) = block.split_once('\n')?;
        Some((line, first.strip_prefix("# ").filter(|name| name.ends_with(".toml"))?, rest))
    });
    let mut files = BTreeSet::new();
    for (line, name, part) in named {
        assert!(read(name).contains(part), "README.md:{line}: this is no part of {name}");
        files.insert(name.to_owned());
    }
    for step in std::fs::read_dir(root().join("docs/bridge")).unwrap() {
        let step = format!("docs/bridge/{}", step.unwrap().file_name().to_string_lossy());
        assert!(files.contains(&step), "{step} is not shown");
    }
}

/// Runs the command in the repository, its environment scrubbed.
fn belie(line: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_belie"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command.args(line.split_whitespace()).env("COLUMNS", "100").current_dir(root()).output().unwrap()
}

/// The fenced blocks of a document in one language, each with the line it begins on.
fn blocks(document: &str, language: &str) -> Vec<(usize, String)> {
    let text = read(document);
    let mut lines = text.lines().enumerate();
    let mut blocks = Vec::new();
    while let Some((at, line)) = lines.next() {
        if line.strip_prefix("```").is_some_and(|info| info == language) {
            let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```");
            blocks.push((at + 2, inside.map(|line| format!("{line}\n")).collect()));
        } else if line.starts_with("```") {
            lines.by_ref().take_while(|(_, line)| *line != "```").for_each(drop);
        }
    }
    blocks
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
