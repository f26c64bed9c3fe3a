//! What a newcomer's folder and shell get: settings and a first pack, completions, manual pages.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod folder;

use std::fs;

use folder::Folder;

/// A folder without settings.
fn empty(name: &str) -> Folder {
    let folder = Folder::new(name);
    fs::remove_file(folder.path("belie.toml")).unwrap();
    folder
}

/// Runs the command, and tells what it says on standard output, or on standard error where it fails.
#[track_caller]
fn told(folder: &Folder, line: &str, status: i32) -> String {
    let output = folder.run(line);
    let (out, error) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(status), "{line}: {out}{error}");
    let (told, silent) = if status == 2 { (error, out) } else { (out, error) };
    assert_eq!(silent, "", "{line}");
    told
}

#[test]
fn what_init_writes_passes_as_it_stands_and_its_rule_works() {
    let folder = empty("init");
    let first = told(&folder, "init", 0);
    assert!(first.contains("belie.toml") && first.contains("rules/first.toml"), "{first}");
    let folder = folder.with("mill.md", "The Old Mill was designed by Ida Holm.\n");
    for (line, words) in [
        ("rules check", "no faults in "),
        ("rules check rules/first.toml", "no faults in "),
        ("rules test first", "2 examples: 2 passed"),
        ("check", "no contradictions found in 1 source "),
        ("rules list --no-builtin", "first/architect"),
    ] {
        let told = told(&folder, line, 0);
        assert!(told.contains(words), "{line}: {told}");
    }
    let folder = folder.with("fair.md", "The architect of the Old Mill, Nora Berg, spoke.\n");
    assert!(told(&folder, "check --fail-on warning", 1).contains("warning[first/architect]"));
}

#[test]
fn init_shows_every_key_that_the_settings_know() {
    let folder = Folder::new("init-keys").with("belie.toml", "qqqqqq = 1\n").with("a.md", "");
    let faults = folder.belie("check").env("COLUMNS", "200").output().unwrap();
    let faults = String::from_utf8(faults.stderr).unwrap();
    let keys = faults.split_once("the keys are ").unwrap().1.lines().next().unwrap();
    fs::remove_file(folder.path("belie.toml")).unwrap();
    told(&folder, "init -q", 0);
    let settings = fs::read_to_string(folder.path("belie.toml")).unwrap();
    for key in keys.split('`').skip(1).step_by(2) {
        let shown = settings.lines().map(|line| line.trim_start_matches("# "));
        let shown = shown.filter(|line| line.starts_with(&format!("{key} = ")) || *line == format!("[[{key}]]"));
        assert_eq!(shown.count(), 1, "{key}");
    }
    // And what is shown as a comment can be taken as it stands.
    let comments = settings.lines().map(|line| match line.strip_prefix("# ") {
        Some(code) if code.contains(" = ") || code.starts_with("[[") => code,
        _ => line,
    });
    let folder = folder.with("belie.toml", comments.collect::<Vec<_>>().join("\n"));
    assert!(told(&folder, "rules check", 0).starts_with("no faults"));
}

#[test]
fn init_never_writes_over_a_file_and_writes_all_or_nothing() {
    for (name, there, cure) in [
        ("init-settings", "belie.toml", "is there already, so nothing was written"),
        ("init-rules", "rules/first.toml", "is there already, so nothing was written"),
        ("init-no-folder", "rules", "that `rules` is a folder if"),
    ] {
        let folder = empty(name).with(there, "mine");
        let told = told(&folder, "init", 2).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains(cure), "{told}");
        assert_eq!(fs::read_to_string(folder.path(there)).unwrap(), "mine");
        let other = if there == "belie.toml" { "rules" } else { "belie.toml" };
        assert!(!folder.path(other).exists(), "{there}");
    }
}

#[test]
fn every_shell_gets_completions_of_every_command() {
    let folder = Folder::new("completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = told(&folder, &format!("completions {shell}"), 0);
        for word in ["baseline", "explain", "fail-on", "no-builtin", "rdjson"] {
            assert!(script.contains(word), "{shell}: {word}");
        }
        told(&folder, &format!("completions {shell} --output script"), 0);
        assert_eq!(fs::read_to_string(folder.path("script")).unwrap(), script);
    }
    assert!(told(&folder, "completions tcsh", 2).contains("possible values: bash, elvish, fish, powershell, zsh"));
}

#[test]
fn every_command_has_a_manual_page() {
    let folder = Folder::new("man").with("file", "");
    assert!(told(&folder, "man", 0).contains(".TH belie 1"));
    told(&folder, "man --output share/man1", 0);
    let pages = fs::read_dir(folder.path("share/man1")).unwrap().map(|page| page.unwrap().file_name());
    let mut pages: Vec<String> = pages.map(|page| page.into_string().unwrap()).collect();
    pages.sort();
    for page in ["belie.1", "belie-check.1", "belie-rules-test.1", "belie-man.1"] {
        assert!(pages.iter().any(|name| name == page), "{pages:?}");
    }
    assert!(!pages.iter().any(|name| name.contains("help")), "{pages:?}");
    assert!(told(&folder, "man --output file/x", 2).contains("cannot be written"));
}
