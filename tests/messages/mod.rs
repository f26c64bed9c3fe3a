//! What rule files are told, as text that is committed beside them.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use belie::source::problem::{Mark, Problem};

/// The rule files below `tests/` in such a folder, in the order of their names.
pub(crate) fn rule_files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
}

/// Holds what every rule file is told against what is committed beside it; with `UPDATE` set, writes that anew.
pub(crate) fn hold(files: &[PathBuf], told: impl Fn(&Path) -> Vec<Problem>) {
    assert!(!files.is_empty(), "no rule files");
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for path in files {
        let found = render(&told(path));
        let expected = path.with_extension("expected");
        if update {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&found) {
            wrong.push(format!("{}:\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "other messages than the committed ones:\n{}", wrong.join("\n"));
}

/// `line:column: message`, with the words it is about, its other places and what to do below.
pub(crate) fn render(problems: &[Problem]) -> String {
    let mut text = String::new();
    for problem in problems {
        let at = problem.at.as_ref().map(place).unwrap_or_default();
        writeln!(text, "{at}: {}", problem.message).unwrap();
        if let Some(mark) = &problem.at {
            let words = mark.file.slice(mark.span).replace('\n', "⏎");
            writeln!(text, "    ^ {words}{}{}", if mark.label.is_empty() { "" } else { "  ← " }, mark.label).unwrap();
        }
        for mark in &problem.related {
            writeln!(text, "    {}: {}", place(mark), mark.label).unwrap();
        }
        if let Some(help) = &problem.help {
            writeln!(text, "    help: {help}").unwrap();
        }
    }
    text
}

fn place(mark: &Mark) -> String {
    let place = mark.file.place(mark.span);
    format!("{}:{}", place.line, place.column)
}
