//! Documents of office programs and messages say what the same words say as text, and tell what keeps them from being read.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::io::{Cursor, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output};

use belie::rules::rule::Rules;
use belie::source::read::read;
use engine::{Source, builtin_rules, findings, in_package};
use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// One article in every form, made by `.ci/documents/run`.
fn documents() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(in_package("tests/documents")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn source(path: &std::path::Path) -> Source {
    Source { name: path.file_name().unwrap().to_str().unwrap().to_owned(), bytes: std::fs::read(path).unwrap() }
}

#[test]
fn an_article_says_the_same_in_every_form_and_of_every_program() {
    let rules = builtin_rules();
    let text = told(&rules, &source(&in_package("tests/documents/bridge.txt")));
    assert_eq!(text.len(), 3, "{text:#?}");
    let mut forms = 0;
    for path in documents() {
        assert_eq!(told(&rules, &source(&path)), text, "{}", path.display());
        forms += 1;
    }
    assert_eq!(forms, 11);
}

#[test]
fn every_place_is_the_quoted_words_or_marked_inexact() {
    let rules = builtin_rules();
    for path in documents() {
        let source = source(&path);
        let packed = [".docx", ".odt", ".eml"].iter().any(|ending| source.name.ends_with(ending));
        for finding in findings(&rules, std::slice::from_ref(&source)) {
            for at in finding.sides.iter().flat_map(|side| &side.evidence) {
                assert_eq!(at.file.exact(), !packed, "{}", source.name);
                let words = |text: &str| engine::without_tags(text).split_whitespace().collect::<Vec<_>>().join(" ");
                let there = words(&at.file.slice(at.span).replace("**", ""));
                // The quote may begin or end in the middle of what the rule matched, never outside of it.
                assert!(words(&at.quote).contains(&there), "{}: {there} in {}", source.name, at.quote);
            }
        }
    }
}

#[test]
fn the_day_and_the_subject_of_a_message_are_its_own() {
    for name in ["quoted.eml", "both.eml", "page.eml"] {
        let document = source(&in_package("tests/documents").join(name)).read();
        assert_eq!(document.header.date.as_deref(), Some("2025-03-07"), "{name}");
        assert_eq!(document.header.title.as_deref(), Some("For Saturday: a bridge for Lindhaven 🌉"), "{name}");
        assert_eq!(document.header.unread, ["Plan of the pier.pdf"], "{name}");
    }
}

#[test]
fn what_keeps_a_document_from_being_read_is_told_with_a_cure() {
    let good = std::fs::read(in_package("tests/documents/word.docx")).unwrap();
    let locked_package: Vec<u8> =
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"].concat();
    let manifest = "<m xmlns='x'><file-entry><encryption-data/></file-entry></m>";
    let rels = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship \
        Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' \
        Target='word/document.xml'/></Relationships>";
    let sheet = "<o xmlns='urn:oasis:names:tc:opendocument:xmlns:office:1.0'><spreadsheet/></o>";
    for (name, bytes, expected) in [
        ("a.docx", b"It rained.".to_vec(), "this is no `.docx` document, whatever its name says"),
        ("a.odt", Vec::new(), "this is no `.odt` document, whatever its name says"),
        ("a.docx", good[..good.len() / 2].to_vec(), "this document is damaged"),
        ("a.odt", good.clone(), "this archive holds no `.odt` document"),
        ("a.docx", package(&[("mimetype", "x")]), "this archive holds no `.docx` document"),
        ("a.odt", package(&[("content.xml", sheet)]), "this archive holds no `.odt` document"),
        ("a.docx", package(&[("_rels/.rels", rels)]), "this document is damaged"),
        ("a.docx", package(&[("_rels/.rels", rels), ("word/document.xml", "<w><p>")]), "this document is damaged"),
        ("a.docx", locked_package, "this document is protected by a password"),
        ("a.odt", package(&[("META-INF/manifest.xml", manifest)]), "this document is protected by a password"),
        ("a.eml", b"It rained.\n".to_vec(), "this is no e-mail message, whatever its name says"),
        ("a.eml", Vec::new(), "this is no e-mail message, whatever its name says"),
        ("a.pdf", b"%PDF-1.7\n".to_vec(), "this is a PDF file, not a text"),
        ("a.txt", good, "this is a zip or office file, not a text"),
        ("a.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "this is a file of older office programs, not a text"),
    ] {
        let (document, problems) = read(name, bytes);
        assert!(document.is_none(), "{name}: {expected}");
        let told: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(told, [expected], "{name}");
        assert!(problems[0].help.is_some());
    }
}

#[test]
fn a_document_cut_off_or_changed_anywhere_is_read_or_told() {
    for path in documents() {
        let Source { name, bytes } = source(&path);
        for at in (0..bytes.len()).step_by(397) {
            let _ = read(&name, bytes[..at].to_vec());
            let mut changed = bytes.clone();
            changed[at] ^= 0x5A;
            let _ = read(&name, changed);
        }
    }
}

/// An archive with these parts.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in parts {
        archive.start_file(*path, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn told(rules: &Rules, source: &Source) -> Vec<String> {
    engine::told(rules, source, plain)
}

fn plain(words: &str) -> String {
    words.replace(['\u{a0}', '\n'], " ").replace('\u{2011}', "-")
}

#[test]
fn places_in_a_document_are_lines_of_its_text() {
    let told = |form: &str| {
        let told = belie(&["check", "tests/documents/word.docx", "--only", "offices", "--format", form]);
        assert_eq!(told.status.code(), Some(1));
        String::from_utf8(told.stdout).unwrap()
    };
    let json = |form: &str| -> Value { serde_json::from_str(&told(form)).unwrap() };
    let evidence = &json("json")["conflicts"][0]["sides"][0]["evidence"][0];
    assert_eq!([&evidence["line"], &evidence["column"]], [3, 26]);
    assert_eq!([&evidence["span"], &evidence["exact"]], [&Value::Null, &Value::Bool(false)]);
    let region = &json("sarif")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!(region["startLine"], 3);
    assert_eq!([&region["startColumn"], &region["properties"]["exact"]], [&Value::Null, &Value::Bool(false)]);
    let range = &json("rdjson")["diagnostics"][0]["location"]["range"];
    assert_eq!(range["start"], serde_json::json!({"line": 3}));
    assert!(told("github").starts_with("::error file=tests/documents/word.docx,line=3,endLine=3,title="));
    let place = "tests/documents/word.docx:3:26";
    assert!(told("text").contains(&format!(" --> {place} in its text\n")));
    assert!(told("markdown").contains(&format!("  - `{place}` in its text\n")));
    assert!(told("html").contains(">word.docx:3</a> in its text"));
    assert!(told("concise").starts_with("tests/documents/word.docx:3:26: error[offices/office-holder]: "));
}

#[test]
fn a_folder_gives_its_documents_and_attachments_are_named() {
    let told = belie(&["check", "tests/documents", "--fail-on", "never", "-v"]);
    let said = String::from_utf8(told.stderr).unwrap();
    assert!(said.contains("11 sources to check"), "{said}");
    assert!(
        said.contains("belie: tests/documents/quoted.eml: `Plan of the pier.pdf` is attached, and not read\n"),
        "{said}"
    );
}

fn belie(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_belie"))
        .current_dir(in_package(""))
        .args(arguments)
        .env_remove("GITHUB_STEP_SUMMARY")
        .output()
        .unwrap()
}
