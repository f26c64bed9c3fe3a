//! The engine as the tests run it: the built-in packs over sources that are given as names and bytes.

#![allow(dead_code, reason = "each test takes what it needs")]

pub(crate) mod gold;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use belie::check::check;
use belie::conflicts::finding::{Finding, Verdict};
use belie::rules::builtin;
use belie::rules::load::load;
use belie::rules::rule::Rules;
use belie::source::document::Document;
use belie::source::read::{Format, decode, document};

/// A source: its name and its bytes as they lie on disk.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Source {
    /// The source as a document; it must be good text.
    pub(crate) fn read(&self) -> Document {
        let (file, problems) = decode(&self.name, self.bytes.clone());
        assert!(problems.is_empty(), "{problems:?}");
        document(file.unwrap(), Format::of(&self.name))
    }
}

/// The built-in packs, which have no fault.
pub(crate) fn builtin_rules() -> Rules {
    let files: Vec<_> = builtin::packs().map(|file| (Arc::new(file), true)).collect();
    let (rules, problems) = load(&files);
    assert!(problems.is_empty(), "{problems:#?}");
    rules
}

/// A path below the folder of the package.
pub(crate) fn in_package(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The articles in a folder, in the order of their names.
pub(crate) fn articles(folder: &Path) -> Vec<Source> {
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|end| end == "txt" || end == "md")).collect();
    paths.sort();
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    paths.iter().map(|path| Source { name: name(path), bytes: std::fs::read(path).unwrap() }).collect()
}

/// Everything that is found in the sources.
pub(crate) fn findings(rules: &Rules, sources: &[Source]) -> Vec<Finding> {
    let documents: Vec<Document> = sources.iter().map(Source::read).collect();
    check(rules, &documents, None).findings
}

/// What was found, for people to read in a review: each finding with all its sides and places, without the words of its
/// message.
pub(crate) fn rendered(findings: &[Finding]) -> String {
    let mut lines = Vec::new();
    for finding in findings {
        let key: Vec<String> = finding.key.iter().map(|(name, value)| format!(" {name}={value:?}")).collect();
        let verdict = match finding.verdict {
            Verdict::Conflict => "conflict",
            Verdict::Suspicious => "suspicious",
            Verdict::Update => "update",
            Verdict::Superseded => "superseded",
            Verdict::Variant => "variant",
        };
        lines.push(format!("{} {verdict} {}{}", finding.severity.name(), finding.rule, key.concat()));
        for side in &finding.sides {
            lines.push(format!("  {}", side.value));
            for at in &side.evidence {
                let place = at.file.place(at.span);
                lines.push(format!("    {}:{}:{}: {}", at.file.name(), place.line, place.column, at.quote));
            }
        }
        lines.push(String::new());
    }
    lines.join("\n")
}
