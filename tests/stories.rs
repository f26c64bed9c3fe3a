//! Stories of our own, each told by a few articles: those that look as if the articles contradicted one another, and those
//! in which they do, the two values marked `[[…]]`.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use belie::conflicts::finding::Finding;
use belie::rules::severity::Severity;
use engine::{Source, builtin_rules, findings, rendered};

/// A story: its articles, without the marks, and the marked spans of each.
struct Story {
    name: String,
    articles: Vec<Source>,
    marks: Vec<(String, u32, u32)>,
}

#[test]
fn a_clean_story_raises_no_alarm() {
    let rules = builtin_rules();
    let mut alarms = Vec::new();
    for story in stories("clean-") {
        let loud = loud(findings(&rules, &story.articles));
        if !loud.is_empty() {
            alarms.push(format!("{}\n{}", story.name, rendered(&loud)));
        }
    }
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

#[test]
fn clean_stories_raise_no_alarm_together() {
    let articles: Vec<Source> = stories("clean-").into_iter().flat_map(|story| story.articles).collect();
    let loud = loud(findings(&builtin_rules(), &articles));
    assert!(loud.is_empty(), "{}", rendered(&loud));
}

#[test]
fn a_story_with_a_slip_gives_just_that_slip() {
    let rules = builtin_rules();
    for story in stories("slip-") {
        let loud = loud(findings(&rules, &story.articles));
        let shown = loud.iter().filter(|finding| story.marks.iter().all(|mark| covers(finding, mark))).count();
        assert!(shown > 0, "{} is missed; told:\n{}", story.name, rendered(&loud));
        assert_eq!(shown, loud.len(), "{} gives more than its slip:\n{}", story.name, rendered(&loud));
    }
}

#[test]
fn what_is_in_dispute_in_one_story_is_told_apart_from_another() {
    let articles: Vec<Source> = stories("slip-").into_iter().flat_map(|story| story.articles).collect();
    let story_of = |name: &str| name.rsplit_once('-').map(|(story, _)| story.to_owned()).unwrap();
    let loud = loud(findings(&builtin_rules(), &articles));
    for finding in &loud {
        let evidence = finding.sides.iter().flat_map(|side| &side.evidence);
        let told: BTreeSet<String> = evidence.map(|at| story_of(at.file.name())).collect();
        assert_eq!(told.len(), 1, "{told:?}: {}", finding.message);
    }
    assert_eq!(loud.len(), stories("slip-").len(), "{}", rendered(&loud));
}

fn loud(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.retain(|finding| finding.severity > Severity::Note);
    findings
}

/// Whether some evidence of a finding lies over a mark.
fn covers(finding: &Finding, (file, start, end): &(String, u32, u32)) -> bool {
    finding
        .sides
        .iter()
        .flat_map(|side| &side.evidence)
        .any(|at| &**at.file.name() == file && at.span.start < *end && *start < at.span.end)
}

/// The stories whose files begin with `kind`, in the order of their names.
fn stories(kind: &str) -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let named = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
    files
        .iter()
        .filter(|path| named(path).starts_with(kind))
        .map(|path| story(&named(path), &fs::read_to_string(path).unwrap()))
        .collect()
}

/// Articles follow a line `=== DATE` each.
fn story(name: &str, text: &str) -> Story {
    let mut story = Story { name: name.to_owned(), articles: Vec::new(), marks: Vec::new() };
    for (at, article) in text.split("=== ").skip(1).enumerate() {
        let (date, text) = article.split_once('\n').unwrap();
        let name = format!("{name}-{at}.md");
        let mut plain = format!("---\ndate: {date}\n---\n");
        let mut rest = text;
        while let Some((before, marked)) = rest.split_once("[[") {
            let (value, behind) = marked.split_once("]]").unwrap();
            plain += before;
            let start = plain.len() as u32;
            plain += value;
            story.marks.push((name.clone(), start, plain.len() as u32));
            rest = behind;
        }
        plain += rest;
        story.articles.push(Source { name, bytes: plain.into_bytes() });
    }
    story
}
