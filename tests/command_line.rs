//! The command as a process: its exit status, its streams, its colours.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod folder;

use std::process::Stdio;

use folder::Folder;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn arguments_that_make_no_sense_end_with_status_2_and_a_reason() {
    let folder = Folder::new("arguments");
    for (line, reason) in [
        ("chekc", "a similar subcommand exists: 'check'"),
        ("check --date tomorrow", "not a date written YYYY-MM-DD"),
        ("check --only ofices", "no such rule or pack"),
        ("rules show ofices", "no such rule or pack"),
        ("rules test ofices", "no such rule or pack"),
        ("explain ofices", "no such rule or pack"),
    ] {
        let output = folder.run(line);
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(text(&output.stderr).contains(reason), "{line}: {}", text(&output.stderr));
        if !line.starts_with("check") {
            assert_eq!(text(&output.stdout), "", "{line}");
        }
    }
}

#[test]
fn help_is_no_failure_and_has_examples() {
    let folder = Folder::new("help");
    for line in ["--help", "check --help", "claims --help", "values --help", "rules test --help", "explain --help"] {
        let output = folder.run(line);
        assert_eq!(output.status.code(), Some(0), "{line}");
        assert!(text(&output.stdout).contains("Examples:"), "{line}");
    }
}

#[test]
fn nothing_found_is_said_and_is_status_0() {
    let folder = Folder::new("nothing").with("a.txt", "");
    let output = folder.run("check a.txt");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()));
    assert!(text(&output.stdout).starts_with("no contradictions found in "), "{}", text(&output.stdout));
    assert_eq!(text(&folder.run("check a.txt -q").stdout), "");
    let json: serde_json::Value = serde_json::from_slice(&folder.run("check a.txt --format json").stdout).unwrap();
    assert_eq!((&json["version"], &json["conflicts"]), (&1.into(), &serde_json::json!([])));
}

#[test]
fn a_fault_in_the_settings_is_told_and_the_rest_is_done() {
    let folder = Folder::new("settings")
        .with("belie.toml", "path = [\"drafts\"]\nformat = \"json\"\n")
        .with("draft.txt", "It is quiet.");
    let output = folder.run("check");
    assert_eq!(output.status.code(), Some(2));
    let expected = "error: unknown key `path`\n --> belie.toml:1:1\n  |\n1 | path = [\"drafts\"]\n  | ^^^^\n  |\n  = help: did you mean `paths`?\n\n";
    assert_eq!(text(&output.stderr), expected);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["errors"][0]["message"], "unknown key `path`");
}

#[test]
fn colours_are_for_those_who_want_them() {
    let folder = Folder::new("colours").with("belie.toml", "path = []\n").with("a.txt", "");
    for (line, variable, coloured) in [
        ("check", None, false),
        ("check --color always", None, true),
        ("check --color never", Some("CLICOLOR_FORCE"), false),
        ("check", Some("CLICOLOR_FORCE"), true),
        ("check", Some("NO_COLOR"), false),
    ] {
        let mut command = folder.belie(line);
        command.envs(variable.map(|name| (name, "1")));
        let output = command.output().unwrap();
        assert_eq!(output.stderr.contains(&0x1b), coloured, "{line} {variable:?}: {}", text(&output.stderr));
    }
}

#[test]
fn a_report_in_a_file_has_no_colours_and_leaves_standard_output_empty() {
    let folder = Folder::new("file").with("a.txt", "");
    let output = folder.run("check --output report.txt --color always");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), String::new()));
    let report = std::fs::read_to_string(folder.path("report.txt")).unwrap();
    assert!(report.starts_with("no contradictions found"), "{report}");
    let output = folder.run("check --output no/such/folder/report.txt");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("cannot be written"), "{}", text(&output.stderr));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let folder = Folder::new("pipe").with("a.txt", "It lasted for three days.");
    for line in ["check", "check --format json", "claims --format json", "rules list --format json"] {
        let mut child = folder.belie(line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), String::new()), "{line}");
    }
}
