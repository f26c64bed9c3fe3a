//! What the command writes for code hosts and CI servers, over the seeds, and where it writes it.
//!
//! `SNAPSHOTS=overwrite cargo test --test forms` writes the reports anew; read them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use snapbox::{Data, assert_data_eq};

/// Rules with findings of every severity in the seeds, so few that a new rule changes nothing here.
const RULES: [&str; 4] = ["--only", "visits", "--only", "offices/office-holder"];

#[test]
fn each_form_tells_what_the_seeds_contradict() {
    for (form, name) in [
        ("concise", "seeds.txt"),
        ("markdown", "seeds.md"),
        ("sarif", "seeds.sarif"),
        ("github", "seeds.github.txt"),
        ("gitlab", "seeds.gitlab.json"),
        ("junit", "seeds.junit.xml"),
        ("checkstyle", "seeds.checkstyle.xml"),
        ("rdjson", "seeds.rd.json"),
    ] {
        let (status, told, _) = belie(root(), &["check", "seeds", "--format", form], None);
        assert_eq!(status, 1, "{form}");
        let told = match form {
            "sarif" => without_help(&told),
            "markdown" => without_claims(&told),
            _ => told,
        };
        let snapshot = root().join("tests/forms").join(name);
        assert_data_eq!(told, Data::read_from(&snapshot, None).raw());
    }
}

/// The page without the number of claims, which any rule changes.
fn without_claims(page: &str) -> String {
    let (before, rest) = page.split_once(" sources (").unwrap();
    let (_, after) = rest.split_once(" claims)").unwrap();
    format!("{before} sources (… claims){after}")
}

/// The log without the pages of the rules, which change with every phrase of a rule.
fn without_help(log: &str) -> String {
    let mut log: Value = serde_json::from_str(log).unwrap();
    for rule in log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().unwrap() {
        for page in ["text", "markdown"] {
            assert!(rule["help"][page].as_str().unwrap().contains("phrases") || rule["id"] != "offices/office-holder");
            rule["help"][page] = "…".into();
        }
    }
    serde_json::to_string_pretty(&log).unwrap() + "\n"
}

#[test]
fn with_against_the_primary_place_is_in_the_new_file_in_every_form() {
    let folder = folder("against");
    // In every order of paths and dates the archive would come first.
    fs::create_dir_all(folder.join("archive")).unwrap();
    fs::write(folder.join("archive/a.txt"), "The mayor of Lindhaven, Greta Lund, spoke.\n").unwrap();
    fs::write(folder.join("new.txt"), "It rained.\n\n🎉 Then Lindhaven Mayor Nora Fels left.\n").unwrap();
    for (form, expected) in [
        ("text", "--> new.txt:3:"),
        ("concise", "new.txt:3:24: "),
        ("markdown", "- **`Nora Fels`**\n  - `new.txt:3:24`"),
        ("html", "new.txt:3</a>"),
        ("json", "\"sides\": [\n        {\n          \"value\": \"Nora Fels\""),
        ("github", "file=new.txt,line=3,endLine=3,col=24,endColumn=32,"),
        ("gitlab", "\"path\": \"new.txt\""),
        ("junit", " (new.txt)\""),
        ("checkstyle", "<file name=\"new.txt\">\n    <error line=\"3\" column=\"24\""),
        // The emoji is four bytes, two code units of UTF-16 and one character.
        ("rdjson", "\"path\": \"new.txt\",\n        \"range\": {\n          \"end\": {\n            \"column\": 36,"),
        (
            "sarif",
            "\"uri\": \"new.txt\"\n                },\n                \"region\": {\n                  \"endColumn\": 34,",
        ),
    ] {
        let (_, told, _) = belie(&folder, &["check", "new.txt", "--against", "archive", "--format", form], None);
        let (at, old) = (told.find(expected), told.find("a.txt:1"));
        assert!(at.is_some_and(|at| old.is_none_or(|old| at < old)), "{form}:\n{told}");
    }
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn one_run_writes_several_reports_and_all_that_it_can() {
    let folder = folder("several");
    fs::write(folder.join("a.txt"), "The mayor of Lindhaven, Greta Lund, met Lindhaven Mayor Nora Fels.\n").unwrap();
    fs::write(folder.join("summary.md"), "before\n").unwrap();
    let outputs = ["check", "a.txt", "--output", "none/x", "--output", "sarif:a.sarif", "--output", "github:-"];
    let (status, told, complained) = belie(&folder, &outputs, Some("summary.md"));
    assert_eq!((status, told.matches("::error file=a.txt,").count()), (2, 1), "{told}");
    assert!(complained.starts_with("error: none/x: cannot be written: "), "{complained}");
    let log: Value = serde_json::from_str(&fs::read_to_string(folder.join("a.sarif")).unwrap()).unwrap();
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 1);
    let summary = fs::read_to_string(folder.join("summary.md")).unwrap();
    assert!(summary.starts_with("before\n<!-- belie -->\n### belie: 1 error in 1 source ("), "{summary}");

    // Only a report to GitHub has a summary there, and one that cannot be written is told.
    let (status, ..) = belie(&folder, &["check", "a.txt", "--format", "concise"], Some("summary.md"));
    assert_eq!((status, fs::read_to_string(folder.join("summary.md")).unwrap()), (1, summary));
    let (status, _, complained) = belie(&folder, &["check", "a.txt", "--format", "github"], Some("none/summary.md"));
    assert_eq!(
        (status, complained.starts_with("error: none/summary.md: cannot be written")),
        (2, true),
        "{complained}"
    );

    let (status, told, complained) = belie(&folder, &["check", "a.txt", "--output", "json:b", "--output", "./b"], None);
    assert_eq!((status, told.as_str(), folder.join("b").exists()), (2, "", false));
    assert!(complained.starts_with("error: ./b: two reports cannot go to one place\n"), "{complained}");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_form_that_shows_rules_shows_their_examples_too() {
    let folder = folder("examples");
    fs::write(folder.join("a.txt"), "The talks open on Tuesday, 26 October 2026.\n").unwrap();
    let shows = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_belie")).args(words).current_dir(&folder).output();
        let told = String::from_utf8(output.unwrap().stdout).unwrap();
        assert!(told.contains("the date of the article supplies the year"), "{words:?}: {told}");
    };
    shows(&["check", "a.txt", "--format", "sarif"]);
    shows(&["check", "a.txt", "--output", "sarif:-", "--output", "json:b.json"]);
    fs::write(folder.join("belie.toml"), "format = 'sarif'\n").unwrap();
    shows(&["check", "a.txt"]);
    fs::remove_dir_all(&folder).unwrap();
}

/// Runs belie in a folder: exit status, standard output, standard error.
fn belie(folder: &Path, words: &[&str], summary: Option<&str>) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_belie"));
    command.args(words).args(RULES).current_dir(folder).env("GITHUB_STEP_SUMMARY", summary.unwrap_or_default());
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("belie-forms-{name}-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
