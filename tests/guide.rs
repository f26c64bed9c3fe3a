//! The guide in `docs/` is an mdBook: what its pages show is what the command does, and what they link to is there.
//!
//! A page is run from top to bottom in an empty folder. A code block below a paragraph that ends in "`name`:" is written to
//! that file, or put at its end where the paragraph says "to `name`:"; a `diff` below such a paragraph changes the file; each `$`
//! line of a `console` block is run there, and what it tells must stand below it, after `? 1` for an exit status that is
//! not 0.
//!
//! `SNAPSHOTS=overwrite cargo test --test guide` writes what is told anew; read it before it is committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use belie::coverage::coverage;
use belie::examples;
use belie::rules::load::load_with_warnings;
use belie::source::file::File;
use snapbox::Data;

#[test]
fn commands_in_the_pages_print_what_they_show() {
    for page in pages().into_iter().filter(|page| read(page).contains("```console")) {
        let shown = Data::read_from(&root().join(&page), None).raw();
        snapbox::Assert::new().action_env("SNAPSHOTS").eq(Data::text(replayed(&page)).raw(), shown);
    }
}

#[test]
fn rules_in_the_pages_pass_their_examples_and_are_fully_tried_by_them() {
    let mut wrong = Vec::new();
    for page in pages() {
        // Below the name of a file a rule is a step of the page, which may be faulty on purpose.
        let blocks = blocks(&page).into_iter().filter(|(_, block)| block.file.is_none());
        let rules: Vec<_> = blocks.filter(|(_, block)| block.text.starts_with("schema = 1")).collect();
        if rules.is_empty() && page.starts_with("docs/how-to/") {
            wrong.push(format!("{page} shows no rule"));
        }
        for (line, block) in rules {
            wrong.extend(slips(&block.text).into_iter().map(|slip| format!("{page}:{line}: {slip}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with a rule file: its faults, the examples that fail, and what none of them tries.
fn slips(rules: &str) -> Vec<String> {
    let loaded = load_with_warnings(&[(Arc::new(File::new("rules.toml", rules)), false)]);
    let outcomes = examples::run(&loaded.rules, &|_| true);
    let untried = coverage(&loaded.rules, &outcomes, |_| true).warnings_beside(&loaded.warnings);
    let problems = loaded.problems.iter().chain(&loaded.warnings).chain(&untried);
    let told = problems.map(|problem| match &problem.at {
        Some(mark) => format!("{}: {}", problem.message, mark.file.slice(mark.span)),
        None => problem.message.clone(),
    });
    let failed = outcomes.iter().filter(|outcome| !outcome.fine());
    told.chain(failed.map(|outcome| format!("{} of {}: {:?}", outcome.example, outcome.rule, outcome.faults))).collect()
}

#[test]
fn the_summary_names_every_page_once() {
    let links = links("docs/SUMMARY.md");
    let named: Vec<String> = links.iter().map(|link| format!("docs/{link}")).collect();
    let mut sorted = named.clone();
    sorted.sort();
    assert_eq!(sorted, pages());
    assert_eq!(named[0], "docs/README.md");
}

#[test]
fn links_lead_to_files_and_headings() {
    let mut documents = pages();
    documents.extend(["docs/SUMMARY.md", "README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(str::to_owned));
    for document in documents {
        let folder = Path::new(&document).parent().unwrap().to_owned();
        for link in links(&document).iter().filter(|link| !link.contains("://")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { document.clone() } else { plain(&folder.join(path)) };
            assert!(root().join(&target).exists(), "{document} links to {link}");
            // The book has the pages alone; a link out of them would break there.
            assert!(!document.starts_with("docs/") || target.starts_with("docs/"), "{document} links to {link}");
            assert!(anchor.is_empty() || anchors(&target).contains(anchor), "{document} links to {link}");
        }
    }
}

/// A fenced block.
struct Block {
    language: String,
    /// The file that it is written to, and how.
    file: Option<(String, Step)>,
    text: String,
}

enum Step {
    Write,
    Add,
    Change,
}

/// The fenced blocks of a page, each with the line it begins on.
fn blocks(page: &str) -> Vec<(usize, Block)> {
    let text = read(page);
    let mut lines = text.lines().enumerate();
    let (mut blocks, mut paragraph) = (Vec::new(), Vec::new());
    let mut ended = false;
    while let Some((at, line)) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```");
            let text = inside.map(|line| format!("{line}\n")).collect();
            blocks.push((
                at + 2,
                Block { language: language.to_owned(), file: file(&paragraph.join(" "), language), text },
            ));
            paragraph.clear();
        } else if line.is_empty() {
            ended = true;
        } else {
            if std::mem::take(&mut ended) {
                paragraph.clear();
            }
            paragraph.push(line);
        }
    }
    blocks
}

/// The file that a block is for, where the paragraph before says so.
fn file(before: &str, language: &str) -> Option<(String, Step)> {
    let (words, name) = before.strip_suffix("`:")?.rsplit_once('`')?;
    let step = match language {
        "diff" => Step::Change,
        _ if words.ends_with(" to ") => Step::Add,
        _ => Step::Write,
    };
    Some((name.to_owned(), step))
}

/// A page with what its commands tell today.
fn replayed(page: &str) -> String {
    let folder = std::env::temp_dir().join(format!("belie-guide-{}-{}", std::process::id(), page.replace('/', "-")));
    fs::create_dir_all(&folder).unwrap();
    let shown = read(page);
    let (mut now, mut rest) = (String::new(), shown.as_str());
    for (line, Block { language, file, text }) in blocks(page) {
        if let Some((name, step)) = file {
            write(&folder.join(name), step, &text, &format!("{page}:{line}"));
        } else if language == "console" {
            let (before, after) = rest.split_once(&format!("```console\n{text}```")).unwrap();
            now.push_str(&format!("{before}```console\n{}```", run(&folder, &text)));
            rest = after;
        }
    }
    fs::remove_dir_all(&folder).unwrap();
    now + rest
}

fn write(path: &Path, step: Step, text: &str, place: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let old = || fs::read_to_string(path).unwrap_or_else(|_| panic!("{place}: no step before made this file"));
    let new = match step {
        Step::Write => text.to_owned(),
        Step::Add => format!("{}\n{text}", old()),
        Step::Change => changed(&old(), text, place),
    };
    fs::write(path, new).unwrap();
}

/// A text with the lines of a diff changed, which must stand in it exactly once.
fn changed(old: &str, diff: &str, place: &str) -> String {
    let side = |but: char| -> String {
        let lines = diff.lines().filter(|line| !line.starts_with(but));
        lines.map(|line| format!("{}\n", line.get(1..).unwrap_or_default())).collect()
    };
    let (before, after) = (side('+'), side('-'));
    assert_eq!(old.matches(&before).count(), 1, "{place}: the file must have these lines once:\n{before}in:\n{old}");
    old.replace(&before, &after)
}

/// A console block with what its commands tell today.
fn run(folder: &Path, block: &str) -> String {
    let commands = block.lines().filter_map(|line| line.strip_prefix("$ "));
    let told = commands.map(|command| {
        let words = words(command);
        assert_eq!(words[0], "belie", "{command}");
        let told = fs::File::create(folder.join(".told")).unwrap();
        let mut program = Command::new(env!("CARGO_BIN_EXE_belie"));
        program.args(&words[1..]).current_dir(folder).env("COLUMNS", "80").env("NO_COLOR", "1");
        let status = program.stdout(told.try_clone().unwrap()).stderr(told).status().unwrap().code().unwrap();
        let status = if status == 0 { String::new() } else { format!("? {status}\n") };
        let told = fs::read_to_string(folder.join(".told")).unwrap();
        let told = told.trim_end();
        format!("$ {command}\n{status}{told}{}", if told.is_empty() { "" } else { "\n" })
    });
    told.collect::<Vec<_>>().join("\n")
}

/// A command cut at its blanks, but for those between double quotes.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in command.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// The targets of the links of a document.
fn links(document: &str) -> Vec<String> {
    let text = outside_of_blocks(document);
    text.split("](").skip(1).map(|rest| rest.split(')').next().unwrap().to_owned()).collect()
}

/// The anchors of the headings of a page, as mdBook and the forges make them.
fn anchors(page: &str) -> BTreeSet<String> {
    let text = outside_of_blocks(page);
    let headings = text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let anchor = |heading: &str| {
        let kept = heading.chars().filter(|c| c.is_alphanumeric() || " -_".contains(*c));
        kept.map(|c| if c == ' ' { '-' } else { c.to_ascii_lowercase() }).collect()
    };
    headings.map(anchor).collect()
}

/// A document without its fenced blocks and its code.
fn outside_of_blocks(document: &str) -> String {
    let text = read(document);
    text.split("\n```").step_by(2).collect()
}

/// A path without `..`.
fn plain(path: &Path) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.iter().map(|part| part.to_str().unwrap()) {
        match part {
            ".." => drop(parts.pop().unwrap()),
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The pages of the guide, by their names.
fn pages() -> Vec<String> {
    let mut pages = Vec::new();
    let mut folders = vec!["docs".to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_dir() && path != "docs/example" {
                folders.push(path);
            } else if path.ends_with(".md") && path != "docs/SUMMARY.md" {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages
}

fn read(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
