//! The gate: what a branch brings into a git repository, what is known, and what is allowed.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod folder;

use std::fs;
use std::process::{Command, Output};

use folder::Folder;
use serde_json::Value;

const RULES: &str = "\
schema = 1
[claim.harbour-master]
title = 'Who is harbour master'
phrases = ['{who:person} is the harbour master of {port:name}', 'the harbour master of {port:name} , {who:person}']
key = ['port']
value = 'who'
";

const SETTINGS: &str = "rules = ['rules.toml']\nbuiltin = false\nfail-on = 'warning'\npaths = ['articles']\n";

const OLD: [(&str, &str); 2] = [
    (
        "articles/port.md",
        "---\ndate: 2031-05-02\n---\n\n# The port\n\nIt rained all day.\n\nIda Holm is the harbour master of Norport. She came in spring.\n",
    ),
    (
        "articles/ships.md",
        "---\ndate: 2031-05-02\n---\n\n# Ships\n\nNine ships lay at the quay when the harbour master of Norport, Ida Holm, counted them.\n\n\
         Ove Lind is the harbour master of Sundby.\n",
    ),
];

const NEW: &str =
    "---\ndate: 2031-05-02\n---\n\n# Cranes\n\nTwo cranes fell. Nora Berg is the harbour master of Norport.\n";

#[test]
fn a_record_can_be_plain_facts() {
    let settings = format!("{SETTINGS}[[source]]\npath = 'record.toml'\ncanonical = true\n");
    let article = NEW.replace("---\ndate: 2031-05-02\n---\n", "");
    let folder = Folder::new("gate-facts").with("belie.toml", &settings).with("rules.toml", RULES);
    let folder = folder.with("articles/cranes.md", NEW).with("articles/undated.md", &article);
    let fact = |more: &str| format!("[[fact]]\nrule = 'harbour-master'\nkey = {{ port = 'Norport' }}\n{more}\n");
    for (fact, expected) in [
        // Who is right by the record contradicts it nowhere.
        (fact("value = 'Nora Berg'"), &[][..]),
        // A fact without days holds always, a fact with days on them.
        (fact("value = 'Ida Holm'"), &["articles/cranes.md", "articles/undated.md"]),
        (fact("value = 'Ida Holm'\nfrom = 2031-05-02"), &["articles/cranes.md"]),
        (fact("value = 'Ida Holm'\nto = 2031-05-02"), &["articles/cranes.md"]),
        (fact("value = 'Ida Holm'\nfrom = 2031-05-03"), &[]),
        (fact("value = 'Ida Holm'\nfrom = 2030-01-01\nto = 2031-05-01"), &[]),
        (fact("value = 'Ida Holm'").replace("Norport", "Sundby"), &[]),
    ] {
        write(&folder, "record.toml", &fact);
        let told = folder.belie("check --format json").output().unwrap();
        let report: Value = serde_json::from_slice(&told.stdout).unwrap();
        assert_eq!(report["errors"], Value::Array(Vec::new()), "{fact}");
        let conflicts = report["conflicts"].as_array().unwrap();
        let sides = conflicts.iter().flat_map(|conflict| conflict["sides"].as_array().unwrap());
        let places = sides.flat_map(|side| side["evidence"].as_array().unwrap()).map(|at| at["path"].as_str().unwrap());
        let (record, articles): (Vec<&str>, Vec<&str>) = places.partition(|path| *path == "record.toml");
        assert_eq!(articles, expected, "{fact}");
        assert_eq!(record.is_empty(), expected.is_empty(), "{fact}");
        for conflict in conflicts {
            assert_eq!(conflict["remarks"][0], "the record, record.toml, says `Ida Holm`");
            assert_eq!(conflict["sides"][1]["evidence"][0]["quote"], "Ida Holm");
        }
    }
}

#[test]
fn a_faulty_fact_is_told_and_the_others_count() {
    let settings = format!("{SETTINGS}[[source]]\npath = 'record.toml'\n");
    let folder = Folder::new("gate-faulty-facts").with("belie.toml", &settings).with("rules.toml", RULES);
    let folder = folder.with("articles/cranes.md", NEW);
    let good = "[[fact]]\nrule = 'harbour-master'\nkey = { port = 'Norport' }\nvalue = 'Ida Holm'\n";
    for (fact, message, at) in [
        ("rule = 'harbor-master'\nvalue = 'x'", "no rule is called `harbor-master`", "2:9"),
        ("value = 'Ida Holm'", "this fact has no `rule`", "1:1"),
        ("rule = 'harbour-master'", "this fact has no `value`", "1:1"),
        ("rule = 'harbour-master'\nvalue = 'Ida Holm'", "this fact does not say for which `port`", "1:1"),
        (
            "rule = 'harbour-master'\nkey = { prot = 'Norport', port = 'Norport' }\nvalue = 'Ida Holm'",
            "`rules/harbour-master` has no `prot` in its key",
            "3:9",
        ),
        (
            "rule = 'harbour-master'\nkey = { port = 'Norport' }\nvalue = 'nobody'",
            "no phrase of `rules/harbour-master` reads `Norport`, `nobody` together",
            "4:10",
        ),
        ("rule = 'harbour-master'\nkey = 1\nvalue = 'x'", "`key` is a table", "3:7"),
        ("rule = 'harbour-master'\nvalue = 'x'\nform = 1", "unknown key `form`", "4:1"),
        (
            "rule = 'harbour-master'\nvalue = 'x'\nfrom = 2031-05-02\nto = 2031-05-01",
            "this fact ends before it begins",
            "1:1",
        ),
        ("rule = 'harbour-master'\nvalue = 'x'\nfrom = 'May'", "`from` is a date written YYYY-MM-DD", "4:8"),
    ] {
        write(&folder, "record.toml", &format!("[[fact]]\n{fact}\n{good}"));
        let told = folder.belie("check --format concise").output().unwrap();
        assert_eq!(told.status.code(), Some(2), "{fact}");
        assert!(String::from_utf8_lossy(&told.stdout).starts_with("articles/cranes.md:"), "{fact}");
        let said = String::from_utf8_lossy(&told.stderr).into_owned();
        assert!(said.starts_with(&format!("error: {message}\n")), "{fact}: {said}");
        assert!(said.contains(&format!("--> record.toml:{at}\n")), "{fact}: {said}");
    }
}

/// A git repository whose branch `main` has nothing to tell; `None` where there is no git.
fn repository(name: &str) -> Option<Folder> {
    let folder = Folder::new(name);
    if Command::new("git").arg("--version").output().is_err() {
        #[expect(clippy::print_stderr, reason = "the reason for which nothing is tested is said")]
        {
            eprintln!("skipped: there is no git");
        }
        return None;
    }
    let folder = folder.with("belie.toml", SETTINGS).with("rules.toml", RULES).with(OLD[0].0, OLD[0].1);
    let folder = folder.with(OLD[1].0, OLD[1].1);
    git(&folder, "-c init.defaultBranch=main init -q");
    commit(&folder);
    Some(folder)
}

fn git(folder: &Folder, line: &str) {
    let mut command = Command::new("git");
    command.current_dir(folder.path("")).args(line.split(' '));
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Ann").env(format!("GIT_{who}_EMAIL"), "ann@a.example");
    }
    let told = command.output().unwrap();
    assert!(told.status.success(), "git {line}: {}", String::from_utf8_lossy(&told.stderr));
}

fn commit(folder: &Folder) {
    git(folder, "add -A");
    git(folder, "commit -q -m change");
}

fn write(folder: &Folder, name: &str, text: &str) {
    fs::write(folder.path(name), text).unwrap();
}

/// Each paragraph of the file, but for its front matter, in lines of few words.
fn wrap(folder: &Folder, name: &str) {
    let text = fs::read_to_string(folder.path(name)).unwrap();
    let paragraph = |words: &str| {
        if words.starts_with("---") {
            return words.to_owned();
        }
        let words: Vec<&str> = words.split_whitespace().collect();
        words.chunks(3).map(|line| line.join(" ")).collect::<Vec<_>>().join("\n")
    };
    let wrapped: Vec<String> = text.split("\n\n").map(paragraph).collect();
    let wrapped = wrapped.join("\n\n") + "\n";
    assert_ne!(wrapped, text);
    write(folder, name, &wrapped);
}

/// Checks, and tells the exit status, the primary place of each new finding, and the status of each that is not.
#[track_caller]
fn check(folder: &Folder, line: &str, status: i32, expected: &[&str]) -> Output {
    let output = folder.run(&format!("check {line} --format json"));
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("{line}: {}", String::from_utf8_lossy(&output.stderr)));
    let told: Vec<&str> = report["conflicts"].as_array().unwrap().iter().map(told).collect();
    assert_eq!((output.status.code(), &told[..]), (Some(status), expected), "{line}: {report:#}");
    output
}

fn told(conflict: &Value) -> &str {
    match conflict["status"].as_str().unwrap() {
        "new" => conflict["sides"][0]["evidence"][0]["path"].as_str().unwrap(),
        status => status,
    }
}

#[track_caller]
fn warned(output: &Output, words: &[&str]) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(words.iter().all(|words| told.contains(words)), "{words:?}: {told}");
    assert_eq!(told.is_empty(), words.is_empty(), "{told}");
}

#[test]
fn a_branch_answers_for_what_it_brings() {
    let Some(folder) = repository("gate-branch") else { return };
    check(&folder, "", 0, &[]);
    check(&folder, "--since main", 0, &[]);

    git(&folder, "checkout -q -b cranes");
    write(&folder, "articles/cranes.md", NEW);
    // What is not committed yet counts too.
    check(&folder, "--since main", 1, &["articles/cranes.md"]);
    commit(&folder);
    check(&folder, "--since main", 1, &["articles/cranes.md"]);
    check(&folder, "articles/cranes.md --against articles", 1, &["articles/cranes.md"]);

    // The same words in other lines and under another name are nobody's news.
    OLD.iter().for_each(|(name, _)| wrap(&folder, name));
    git(&folder, "mv articles/ships.md articles/quay.md");
    commit(&folder);
    check(&folder, "--since main", 1, &["articles/cranes.md"]);
    check(&folder, "--since HEAD", 0, &[]);

    // A word more makes an old file a new one.
    git(&folder, "checkout -q main");
    git(&folder, "merge -q --ff-only cranes");
    git(&folder, "checkout -q -b more");
    write(&folder, "articles/port.md", &OLD[0].1.replace("spring", "late spring"));
    check(&folder, "--since main", 1, &["articles/port.md"]);
}

#[test]
fn what_is_known_is_silent_until_something_is_added() {
    let Some(folder) = repository("gate-baseline") else { return };
    write(&folder, "articles/cranes.md", NEW);
    check(&folder, "", 1, &["articles/cranes.md"]);
    let told = |line: &str| String::from_utf8(folder.run(line).stdout).unwrap();
    assert_eq!(
        told("baseline --date 2031-05-04"),
        "belie-baseline.toml: 1 known contradiction (1 new, 0 as before, 0 gone; the oldest since 2031-05-04)\n"
    );
    check(&folder, "", 0, &["baseline"]);
    check(&folder, "--since HEAD", 0, &["baseline"]);
    check(&folder, "articles/cranes.md --against articles", 0, &["baseline"]);
    check(&folder, "--no-baseline", 1, &["articles/cranes.md"]);
    assert_eq!(told("check"), "no new contradictions found in 3 sources (4 claims); 1 in the baseline\n");
    // Known in every folder below, too.
    let below = folder.belie("check . --format json").current_dir(folder.path("articles")).output().unwrap();
    assert_eq!(below.status.code(), Some(0), "{}", String::from_utf8_lossy(&below.stderr));

    wrap(&folder, "articles/cranes.md");
    OLD.iter().for_each(|(name, _)| wrap(&folder, name));
    fs::rename(folder.path("articles/cranes.md"), folder.path("articles/a.md")).unwrap();
    check(&folder, "", 0, &["baseline"]);
    // One place less is no news either.
    fs::remove_file(folder.path(OLD[0].0)).unwrap();
    check(&folder, "", 0, &["baseline"]);
    write(&folder, OLD[0].0, OLD[0].1);

    // A third answer is, and so is a slip that comes when the known one is settled.
    write(&folder, "articles/dock.md", "May 2, 2031\n\nLars Dahl is the harbour master of Norport.\n");
    check(&folder, "--since HEAD", 1, &["articles/a.md"]);
    fs::remove_file(folder.path("articles/a.md")).unwrap();
    check(&folder, "--since HEAD", 1, &["articles/dock.md"]);
    write(&folder, "articles/dock.md", "May 2, 2031\n\nLars Dahl is the harbour master of Sundby.\n");
    check(&folder, "--since HEAD", 1, &["articles/dock.md"]);

    assert_eq!(
        told("baseline --date 2031-05-09"),
        "belie-baseline.toml: 1 known contradiction (1 new, 0 as before, 1 gone; the oldest since 2031-05-09)\n"
    );
    let written = fs::read(folder.path("belie-baseline.toml")).unwrap();
    assert!(told("baseline --date 2031-06-01").contains("(0 new, 1 as before, 0 gone; the oldest since 2031-05-09)"));
    assert_eq!(fs::read(folder.path("belie-baseline.toml")).unwrap(), written, "a second run changes nothing");
    check(&folder, "", 0, &["baseline"]);

    // What cannot be read is not taken for gone.
    fs::write(folder.path("articles/port.md"), b"a\0b").unwrap();
    assert_eq!(folder.run("baseline").status.code(), Some(2));
    assert_eq!(fs::read(folder.path("belie-baseline.toml")).unwrap(), written);
}

#[test]
fn what_is_allowed_is_silent_until_the_reason_is_gone() {
    let Some(folder) = repository("gate-allow") else { return };
    write(&folder, "articles/cranes.txt", NEW);
    let allow = |path: &str, more: &str| {
        let entry = format!("[[allow]]\nrule = 'harbour-master'\npath = '{path}'\nreason = 'it is a story'\n{more}");
        write(&folder, "belie.toml", &format!("{SETTINGS}{entry}"));
    };
    allow("articles/cranes.txt", "");
    warned(&check(&folder, "", 0, &["allowed"]), &[]);
    warned(&check(&folder, "--since HEAD", 0, &["allowed"]), &[]);
    allow("articles/cranes.txt", "value = 'Nora Berg'\nuntil = 2031-06-01\n");
    warned(&check(&folder, "--date 2031-06-01", 0, &["allowed"]), &[]);
    let expired = "this allowance has expired: it held until 2031-06-01, and the check is of 2031-06-02";
    let output = check(&folder, "--date 2031-06-02", 1, &["articles/cranes.txt"]);
    warned(&output, &[expired, "belie.toml:6:8"]);
    // The day of the check is that of the youngest article, if no other is given.
    warned(&check(&folder, "", 0, &["allowed"]), &[]);
    allow("articles/cranes.txt", "until = 2031-05-01\n");
    warned(&check(&folder, "", 1, &["articles/cranes.txt"]), &["and the check is of 2031-05-02"]);
    allow("articles/cranes.txt", "value = 'Ida Holm'\n");
    warned(&check(&folder, "", 1, &["articles/cranes.txt"]), &["this allowance matches nothing any more"]);
    // Single files alone are too little to say so.
    warned(&check(&folder, "articles/cranes.txt", 0, &[]), &[]);
    allow("articles/crane.txt", "");
    warned(&check(&folder, "", 1, &["articles/cranes.txt"]), &["this allowance is for a file that is not there"]);

    // In the text.
    fs::remove_file(folder.path("articles/cranes.txt")).unwrap();
    write(&folder, "belie.toml", SETTINGS);
    let remark = "<!-- belie: allow harbour-master: it is a story -->";
    write(&folder, "articles/cranes.md", &NEW.replace("Two", &format!("{remark}\nTwo")));
    warned(&check(&folder, "", 0, &["allowed"]), &[]);
    // A third answer is not hidden by what is allowed of the second.
    write(&folder, "articles/dock.md", "May 2, 2031\n\nLars Dahl is the harbour master of Norport.\n");
    check(&folder, "--since HEAD", 1, &["articles/cranes.md"]);
    fs::remove_file(folder.path("articles/dock.md")).unwrap();
    write(&folder, "articles/cranes.md", &format!("{remark}\n\nTwo cranes fell.\n"));
    let output = check(&folder, "", 0, &[]);
    warned(&output, &["this allowance matches nothing any more", "articles/cranes.md:1:1"]);
    write(&folder, "articles/cranes.md", &NEW.replace("Two", "<!-- belie: allow harbour-master -->\nTwo"));
    let output = check(&folder, "", 1, &["articles/cranes.md"]);
    warned(&output, &["this remark allows nothing: it needs a rule and a reason"]);
}

#[test]
fn what_keeps_git_from_telling_is_told() {
    let Some(folder) = repository("gate-git") else { return };
    let told = |command: &mut Command| {
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    let unknown = told(&mut folder.belie("check --since no-such"));
    assert!(unknown.starts_with("error: --since no-such: git knows no such commit, branch or tag\n"), "{unknown}");
    assert!(told(&mut folder.belie("check --since=--help")).contains("git knows no such commit"));
    let missing = told(folder.belie("check --since main").env("PATH", ""));
    assert!(missing.contains("`--since` needs git, which is not there"), "{missing}");
    git(&folder, "checkout -q --orphan other");
    write(&folder, "articles/cranes.md", NEW);
    commit(&folder);
    assert!(told(&mut folder.belie("check --since main")).contains("no commit in common"));
    let outside = Folder::new("gate-outside");
    let missing = told(outside.belie("check --since main").env("GIT_CEILING_DIRECTORIES", outside.path("..")));
    assert!(missing.contains("the working folder is in no git repository"), "{missing}");
}

#[test]
fn the_record_is_named_and_decides_nothing() {
    let Some(folder) = repository("gate-record") else { return };
    write(&folder, "articles/cranes.md", NEW);
    for (entry, remark) in [
        ("path = 'articles/cranes.md'\ncanonical = true", Some("the record, articles/cranes.md, says `Nora Berg`")),
        ("path = 'articles/port.md'\nrank = 1", Some("the source of higher rank, articles/port.md, says `Ida Holm`")),
        ("path = 'articles'\ncanonical = true", None),
    ] {
        write(&folder, "belie.toml", &format!("{SETTINGS}[[source]]\n{entry}\n"));
        let output = check(&folder, "", 1, &["articles/cranes.md"]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(report["conflicts"][0]["remarks"][0].as_str(), remark, "{entry}");
    }
    write(&folder, "belie.toml", &format!("{SETTINGS}[[source]]\npath = 'gazette'\n"));
    warned(&check(&folder, "", 1, &["articles/cranes.md"]), &["this source is not there", "belie.toml:6:8"]);
    // Without a date of their own, articles of other days are no conflict.
    write(&folder, "articles/cranes.md", NEW.trim_start_matches("---\ndate: 2031-05-02\n---\n"));
    for (date, status, expected) in [("2031-05-02", 1, &["articles/cranes.md"][..]), ("2033-05-02", 0, &[])] {
        let entry = format!("[[source]]\npath = 'articles/cranes.md'\ndate = {date}\n");
        write(&folder, "belie.toml", &format!("{SETTINGS}{entry}"));
        check(&folder, "", status, expected);
    }
}
