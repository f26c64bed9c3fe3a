//! What belie promises whatever its rules say: the same output on every run, quotes as they stand in the file, identities
//! that survive an edit elsewhere, and a core that touches nothing outside.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

mod engine;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use belie::claims::finder::Finder;
use belie::conflicts::finding::Finding;
use belie::rules::rule::Rules;
use engine::{Source, builtin_rules};

#[test]
fn the_output_is_the_same_on_every_run_and_for_any_number_of_threads() {
    let forms = [
        "text",
        "table",
        "concise",
        "markdown",
        "html",
        "json",
        "jsonl",
        "sarif",
        "github",
        "gitlab",
        "junit",
        "checkstyle",
        "rdjson",
    ];
    for form in forms {
        let first = belie(&["check", "seeds", "tests/articles", "--format", form, "--threads", "1"]);
        assert!(!first.is_empty());
        for threads in ["2", "7"] {
            let again = belie(&["check", "seeds", "tests/articles", "--format", form, "--threads", threads]);
            assert!(first == again, "another {form} with {threads} threads");
        }
    }
}

#[test]
fn every_quote_is_what_the_file_has_at_its_place() {
    let rules = builtin_rules();
    for (name, text) in TEXTS {
        let bytes = text.as_bytes().to_vec();
        let findings = findings(&rules, name, &bytes);
        assert!(!findings.is_empty(), "{name}");
        for at in findings.iter().flat_map(|finding| &finding.sides).flat_map(|side| &side.evidence) {
            let (start, end) = (at.file.on_disk(at.span.start) as usize, at.file.on_disk(at.span.end) as usize);
            let on_disk = std::str::from_utf8(&bytes[start..end]).unwrap();
            assert_eq!(plain(on_disk), plain(at.file.slice(at.span)), "{name}");
            assert!(plain(&at.quote).contains(&plain(on_disk)), "{name}: `{}` has no `{on_disk}`", at.quote);
            assert!(plain(&at.sentence).contains(&plain(&at.quote)), "{name}: `{}`", at.quote);
            let around = [at.span, at.sentence_span, at.block_span].map(|span| (span.start, span.end));
            assert!(around.is_sorted_by(|inner, outer| outer.0 <= inner.0 && inner.1 <= outer.1), "{name}: {around:?}");
            assert_eq!(plain(at.file.slice(at.sentence_span)), plain(&at.sentence), "{name}");
            let before = std::str::from_utf8(&bytes[..start]).unwrap().trim_start_matches('\u{feff}');
            let line = before.rsplit('\n').next().unwrap();
            let place = at.file.place(at.span);
            let counted = (before.matches('\n').count() + 1, line.chars().count() + 1);
            assert_eq!((place.line as usize, place.column as usize), counted, "{name}: `{on_disk}`");
        }
    }
}

/// Articles whose bytes, words and lines differ in every way that a file can make them.
const TEXTS: [(&str, &str); 6] = [
    (
        "plain.txt",
        "The mayor of Lindhaven, Greta Lund, spoke.\n\nThe doors were closed when, late in the evening, Lindhaven Mayor \
         Nora\nFels left by the other gate, and nobody in the hall saw her go.\n",
    ),
    (
        "marked-lines.txt",
        "\u{feff}“Déjà vu,” said Zoë.\r\n\r\nThe mayor of Lindhaven, Greta Lund, spoke – again.\r\n\r\nThe doors were \
         closed when, late in the evening, Lindhaven Mayor Nora\r\nFels left by the other gate.\r\n",
    ),
    (
        "markup.md",
        "---\ntitle: \"Ärger\"\n---\n# A day\n\nThe *mayor* of [Lindhaven](https://example.org/lindhaven), **Greta \
         Lund**, spoke.\n\n> Then Lindhaven Mayor Nora\n> Fels left.\n",
    ),
    (
        "table.md",
        "| who | what |\n|---|---|\n| Lindhaven Mayor Greta Lund | opens |\n| Lindhaven Mayor Nora Fels | closes |\n",
    ),
    (
        "markup.html",
        "\u{feff}<title>Ärger 🌉</title>\r\n<h1>It&#8217;s a day 🌉</h1>\r\n<p>The <i>may&shy;or</i> of <a \
         href='/lindhaven?a=1&amp;b'>Lind\u{ad}haven</a>, <b>Greta&nbsp;Lu&shy;nd</b>, spoke.\r\n<blockquote><p>Then Lindhaven \
         Mayor <!-- once -->Nora\r\n  Fels left.</blockquote>\r\n",
    ),
    (
        "table.htm",
        "<table><tr><th>who<th>what<tr><td>Lindhaven Mayor Greta Lund</td><td>opens</td></tr>\n<tr><td>Lindhaven Mayor \
         <em>Nora Fels</em></td><td>closes</td></tr></table>",
    ),
];

#[test]
fn a_claim_is_placed_where_it_stands_though_its_words_stand_elsewhere_too() {
    let text = "Nora Fels waved, then Tomas Reid.\n\nThe mayor of Lindhaven, Nora Fels, spoke.\n\nNora Fels and Tomas Reid \
                left.\n\nThe mayor of Lindhaven, Tomas Reid, spoke. Tomas Reid!\n";
    let findings = findings(&builtin_rules(), "twice.txt", text.as_bytes());
    let [finding] = &findings[..] else { panic!("{findings:#?}") };
    let evidence = finding.sides.iter().flat_map(|side| &side.evidence);
    let places: Vec<_> = evidence.map(|at| at.file.place(at.span)).map(|place| (place.line, place.column)).collect();
    assert_eq!(places, [(3, 25), (7, 25)]);
}

#[test]
fn a_finding_keeps_its_identity_when_lines_move() {
    let rules = builtin_rules();
    let ids = |text: &str| -> BTreeSet<String> {
        findings(&rules, "a.txt", text.as_bytes()).into_iter().map(|finding| finding.id).collect()
    };
    let first = ids("The mayor of Lindhaven, Greta Lund, spoke.\n\nThen Lindhaven Mayor Nora Fels left.\n");
    assert_eq!(first.len(), 1);
    let moved = "It rained.\n\nThe mayor of Lindhaven, Greta Lund, spoke. The doors were closed. Then Lindhaven Mayor\nNora Fels \
                 left.\n";
    assert_eq!(ids(moved), first);
    assert_ne!(ids("The mayor of Lindhaven, Greta Lund, spoke.\n\nThen Lindhaven Mayor Tomas Reid left.\n"), first);
}

#[test]
fn a_text_and_its_copy_contradict_each_other_in_nothing_new() {
    let rules = builtin_rules();
    for (name, text) in TEXTS {
        let alone = findings(&rules, name, text.as_bytes()).len();
        let copies = ["one/", "two/"].map(|folder| Source::of(&format!("{folder}{name}"), text));
        assert_eq!(engine::findings(&rules, &copies).len(), alone, "{name}");
    }
}

#[test]
fn a_text_may_begin_and_end_at_any_word() {
    const WORDS: usize = 10;
    let rules = builtin_rules();
    let finder = Finder::new(&rules);
    let mut read = 0;
    for article in ["seeds", "tests/articles"].iter().flat_map(|folder| engine::articles(&root().join(folder))) {
        let text = String::from_utf8(article.bytes).unwrap();
        let words: Vec<(usize, &str)> = words(&text).collect();
        for cut in words.windows(WORDS) {
            let (start, (last, word)) = (cut[0].0, cut[WORDS - 1]);
            let cut = Source::of("cut.txt", &text[start..last + word.len()]).read();
            assert_eq!(finder.read(&cut, None).file.name().as_ref(), "cut.txt");
            read += 1;
        }
    }
    assert!(read > 5_000, "{read} cuts");
}

#[test]
fn built_in_rules_do_what_their_examples_say() {
    let wrong: Vec<_> =
        belie::examples::run(&builtin_rules(), &|_| true).into_iter().filter(|outcome| !outcome.fine()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_core_touches_no_file_no_stream_no_environment_and_no_clock() {
    let outside = [
        "fs::",
        "std::fs",
        "env::var",
        "env::current",
        "env::args",
        "stdin",
        "stdout",
        "stderr",
        "SystemTime",
        "Instant",
        "Local::",
        "Utc::",
        "std::net",
        "std::process",
        "std::thread",
        "println!",
        "print!",
    ];
    let mut files = Vec::new();
    collect(&root().join("src"), &mut files);
    let core = files.iter().filter(|path| {
        let path = path.strip_prefix(root().join("src")).unwrap();
        !path.starts_with("cli") && path != Path::new("main.rs") && path != Path::new("source/walk.rs")
    });
    let mut seen = 0;
    for path in core {
        seen += 1;
        let text = fs::read_to_string(path).unwrap();
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for line in code.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
            let found = outside.iter().find(|word| line.contains(**word));
            assert_eq!(found, None, "{}: {line}", path.display());
        }
    }
    assert!(seen > 50, "{seen} files");
}

/// The words and marks of a text, each with the byte at which it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split_inclusive(|c: char| !c.is_alphanumeric());
    let parts = parts.scan(0, |end, part| {
        *end += part.len();
        Some((*end - part.len(), part))
    });
    parts.filter(|(_, part)| !part.trim().is_empty())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.extend(Some(path).filter(|path| path.extension().is_some_and(|ending| ending == "rs")));
        }
    }
}

fn findings(rules: &Rules, name: &str, bytes: &[u8]) -> Vec<Finding> {
    engine::findings(rules, &[Source { name: name.to_owned(), bytes: bytes.to_vec() }])
}

/// The words alone: markup taken out, blanks made single.
fn plain(text: &str) -> String {
    let words = engine::without_tags(&text.replace("\n>", " "))
        .replace(['*', '[', ']', '|'], "")
        .replace("(https://example.org/lindhaven)", "");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn belie(arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_belie"))
        .args(arguments)
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}
