//! `belie check --watch` tells the report again after each change, as a fresh check would.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod folder;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use folder::Folder;

const RULES: &str = "\
schema = 1
[claim.harbour-master]
title = 'Who is harbour master'
phrases = ['{who:person} is the harbour master of {port:name}']
key = ['port']
value = 'who'
";

const SETTINGS: &str = "rules = ['rules.toml']\nbuiltin = false\npaths = ['articles']\n";

/// No save takes so long to be seen, however busy the machine is.
const PATIENCE: Duration = Duration::from_secs(60);

/// A watch over a folder, ended when it is dropped.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn over(folder: &Folder) -> Self {
        let mut child = folder.belie("check --watch").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (tell, lines) = channel();
        thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| tell.send(line)));
        Self { child, lines }
    }

    /// Waits for a report with this summary; those before it may have seen half of a change.
    #[track_caller]
    fn tells(&self, summary: &str) {
        let mut told = Vec::new();
        while let Ok(line) = self.lines.recv_timeout(PATIENCE) {
            told.push(line);
            if told.last().unwrap().starts_with(summary) {
                return;
            }
        }
        panic!("not told: {summary}; but {told:#?}");
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn every_change_is_told_as_a_fresh_check_tells_it() {
    let folder = Folder::new("watch").with("belie.toml", SETTINGS).with("rules.toml", RULES);
    let article = |who: &str| format!("---\ndate: 2031-05-02\n---\n{who} is the harbour master of Norport.\n");
    let folder = folder.with("articles/a.md", article("Ida Holm")).with("articles/b.md", article("Ida Holm"));
    let watch = Watch::over(&folder);
    watch.tells("no contradictions found in 2 sources (2 claims)");
    fs::write(folder.path("articles/b.md"), article("Nora Berg")).unwrap();
    watch.tells("1 warning in 2 sources (2 claims)");
    // Many programs write another file and put it in the place of the old one.
    fs::write(folder.path("articles/b.md.new"), article("Ida Holm")).unwrap();
    fs::rename(folder.path("articles/b.md.new"), folder.path("articles/b.md")).unwrap();
    watch.tells("no contradictions found in 2 sources (2 claims)");
    fs::write(folder.path("articles/c.md"), article("Nora Berg")).unwrap();
    watch.tells("1 warning in 3 sources (3 claims)");
    fs::remove_file(folder.path("articles/a.md")).unwrap();
    watch.tells("1 warning in 2 sources (2 claims)");
    fs::remove_file(folder.path("articles/c.md")).unwrap();
    watch.tells("no contradictions found in 1 source (1 claim)");
    // Other rules make other claims of what did not change.
    fs::write(folder.path("rules.toml"), RULES.replace("is the harbour", "is a harbour")).unwrap();
    watch.tells("no contradictions found in 1 source (0 claims)");
}

#[test]
fn a_report_that_is_written_beside_the_sources_is_no_change() {
    let folder = Folder::new("watch-beside").with("belie.toml", SETTINGS).with("rules.toml", RULES);
    let folder = folder.with("articles/a.md", "Ida Holm is the harbour master of Norport.\n");
    let watch = Watch::over(&folder);
    watch.tells("no contradictions found in 1 source (1 claim)");
    fs::write(folder.path("report.txt"), "Nora Berg is the harbour master of Norport.\n").unwrap();
    fs::write(folder.path("articles/a.md"), "Nothing.\n").unwrap();
    watch.tells("no contradictions found in 1 source (0 claims)");
    fs::write(folder.path("report.txt"), "Nothing.\n").unwrap();
    assert!(watch.lines.recv_timeout(Duration::from_secs(1)).is_err());
}

#[test]
fn what_cannot_be_watched_is_told() {
    let folder = Folder::new("watch-nothing").with("a.md", "It rained.\n");
    let told = folder.belie("check --watch -").output().unwrap();
    assert_eq!(told.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&told.stderr).starts_with("error: -: standard input cannot be watched\n"));
}
