//! The engine as the tests run it: the built-in packs over sources that are given as names and bytes.

#![allow(dead_code, reason = "each test takes what it needs")]

pub(crate) mod gold;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use belie::check::check;
use belie::conflicts::finding::Finding;
use belie::rules::builtin;
use belie::rules::load::load;
use belie::rules::rule::Rules;
use belie::source::document::Document;
use belie::source::file::File;
use belie::source::front_matter::front_matter;
use belie::source::read::read;
use pulldown_cmark::{Options, Parser, html};

/// A source: its name and its bytes as they lie on disk.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Source {
    /// A source of so many words.
    pub(crate) fn of(name: &str, text: &str) -> Self {
        Self { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    /// The source as a document; it must be good text.
    pub(crate) fn read(&self) -> Document {
        let (document, problems) = read(&self.name, self.bytes.clone());
        assert!(problems.is_empty(), "{problems:?}");
        document.unwrap()
    }
}

/// The built-in packs.
pub(crate) fn builtin_rules() -> Rules {
    sound(builtin::packs(), true)
}

/// Some of the built-in packs, by the names of their files.
pub(crate) fn builtin_packs(names: &[&str]) -> Rules {
    sound(builtin::packs().filter(|file| names.contains(&&**file.name())), true)
}

/// The rules of a file that a test writes itself, without the line that says its version.
pub(crate) fn rules_of(text: &str) -> Rules {
    sound([File::new("test.toml", format!("schema = 1\n{text}"))], false)
}

/// Rules without a fault.
fn sound(files: impl IntoIterator<Item = File>, builtin: bool) -> Rules {
    let files: Vec<_> = files.into_iter().map(|file| (Arc::new(file), builtin)).collect();
    let (rules, faults) = load(&files);
    assert!(faults.is_empty(), "{faults:#?}");
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

/// A page that says what an article in Markdown does, its date included.
pub(crate) fn page(markdown: &str) -> String {
    let (header, body) = front_matter(markdown);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut page = String::from("<!DOCTYPE html><html><head>");
    if let Some(date) = header.date {
        page += &format!("<meta property=\"article:published_time\" content=\"{date}\">");
    }
    page += "</head><body><main>";
    html::push_html(&mut page, Parser::new_ext(&markdown[body..], options));
    page + "</main></body></html>"
}

/// The words of a part of a page: tags taken out, cells parted, references resolved.
pub(crate) fn without_tags(html: &str) -> String {
    let mut words = String::new();
    for (at, part) in html.split('<').enumerate() {
        match part.split_once('>') {
            Some((tag, rest))
                if at > 0 && tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!')) =>
            {
                words.push_str(if matches!(tag, "/td" | "/th" | "/p") { " " } else { "" });
                words.push_str(rest);
            }
            _ if at > 0 => words.extend(["<", part]),
            _ => words.push_str(part),
        }
    }
    let references = [
        ("&nbsp;", "\u{a0}"),
        ("&shy;", ""),
        ("\u{ad}", ""),
        ("&pound;", "£"),
        ("&#8217;", "’"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ];
    references.iter().fold(words, |words, (reference, meant)| words.replace(reference, meant))
}

/// Everything that is found in the sources.
pub(crate) fn findings(rules: &Rules, sources: &[Source]) -> Vec<Finding> {
    let documents: Vec<Document> = sources.iter().map(Source::read).collect();
    check(rules, &documents, None).findings
}

/// What is found in one source: the rule and the severity of each finding, and its sides with the words of each, made
/// `plain` where forms of one text may differ.
pub(crate) fn told(rules: &Rules, source: &Source, plain: fn(&str) -> String) -> Vec<String> {
    let findings = findings(rules, std::slice::from_ref(source));
    let sides = findings.iter().map(|finding| {
        let sides = finding.sides.iter().map(|side| {
            let quotes: Vec<_> = side.evidence.iter().map(|at| plain(&at.quote)).collect();
            format!("{} ({})", plain(&side.value), quotes.join("; "))
        });
        format!("{} {}: {}", finding.severity.name(), finding.rule, sides.collect::<Vec<_>>().join(" or "))
    });
    sides.collect()
}

/// Everything that is found in texts, each a document named by its place from 0 on: `0.md`.
pub(crate) fn findings_in(rules: &Rules, texts: &[impl AsRef<str>]) -> Vec<Finding> {
    let source = |(at, text): (usize, &_)| Source::of(&format!("{at}.md"), AsRef::<str>::as_ref(text));
    findings(rules, &texts.iter().enumerate().map(source).collect::<Vec<_>>())
}

/// What was found, for people to read in a review: each finding with all its sides and places, without the words of its
/// message.
pub(crate) fn rendered(findings: &[Finding]) -> String {
    let mut lines = Vec::new();
    for finding in findings {
        let key: Vec<String> = finding.key.iter().map(|(name, value)| format!(" {name}={value:?}")).collect();
        let (severity, verdict) = (finding.severity.name(), finding.verdict.name());
        lines.push(format!("{severity} {verdict} {}{}", finding.rule, key.concat()));
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
