//! The house has an order: every room imports only from rooms below it, and inside a room nothing goes in circles.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground floor up.
const ROOMS: [&str; 10] =
    ["source", "values", "rules", "claims", "conflicts", "check", "examples", "coverage", "report", "cli"];

/// A file of the house: its module path (`claims::finder`) and the modules it names.
struct Module {
    path: String,
    names: BTreeSet<String>,
}

fn modules() -> Vec<Module> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    let modules = files.iter().map(|file| {
        let relative = file.strip_prefix(&root).unwrap().with_extension("");
        let path = relative.iter().map(|part| part.to_str().unwrap()).collect::<Vec<_>>().join("::");
        let text = fs::read_to_string(file).unwrap();
        // Tests inside a module may look anywhere.
        let code = text.split("#[cfg(test)]").next().unwrap();
        Module { names: named(code, &path), path }
    });
    modules.filter(|module| module.path != "lib" && module.path != "main").collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The modules that code names by `crate::a::b` or `super::b`, as `a::b`; documentation may name what it likes.
fn named(code: &str, path: &str) -> BTreeSet<String> {
    let parent: Vec<&str> = path.split("::").collect();
    let parent = &parent[..parent.len() - 1];
    // A group in braces may go over several lines.
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let mut names = BTreeSet::new();
    for (prefix, base) in [("crate::", &[][..]), ("super::", parent)] {
        for (at, _) in code.match_indices(prefix) {
            for tail in tails(&code[at + prefix.len()..]) {
                let full: Vec<&str> = base.iter().copied().chain(tail).take(2).collect();
                names.insert(full.join("::"));
            }
        }
    }
    names
}

/// The paths that begin here: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn tails(text: &str) -> Vec<Vec<&str>> {
    let mut segments = Vec::new();
    let mut rest = text;
    loop {
        if let Some(group) = rest.strip_prefix('{') {
            let items = group.split('}').next().unwrap_or(group).split(',');
            return items.flat_map(|item| tails(item.trim())).map(|tail| [&segments[..], &tail].concat()).collect();
        }
        let word = word(rest);
        if word.is_empty() {
            return vec![segments];
        }
        segments.push(word);
        match rest[word.len()..].strip_prefix("::") {
            Some(behind) => rest = behind,
            None => return vec![segments],
        }
    }
}

fn word(text: &str) -> &str {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').map_or(text, |end| &text[..end])
}

fn room(path: &str) -> &str {
    path.split("::").next().unwrap()
}

#[test]
fn every_file_stands_in_a_known_room() {
    for module in modules() {
        assert!(ROOMS.contains(&room(&module.path)), "`{}` is in no room of the list", module.path);
    }
}

#[test]
fn rooms_import_only_from_below() {
    let floor = |name: &str| ROOMS.iter().position(|room| *room == name);
    for module in modules() {
        for name in &module.names {
            let (Some(own), Some(other)) = (floor(room(&module.path)), floor(room(name))) else { continue };
            assert!(other <= own, "`{}` imports `{name}` from a floor above", module.path);
        }
    }
}

#[test]
fn nothing_inside_a_room_goes_in_circles() {
    let modules = modules();
    let known: BTreeSet<&str> = modules.iter().map(|module| module.path.as_str()).collect();
    let arrows: BTreeMap<&str, Vec<&str>> = modules
        .iter()
        .map(|module| {
            let to =
                module.names.iter().map(String::as_str).filter(|name| known.contains(name) && *name != module.path);
            (module.path.as_str(), to.collect())
        })
        .collect();
    let reached = |start: &str| {
        let mut seen = BTreeSet::new();
        let mut ahead = arrows[start].clone();
        while let Some(next) = ahead.pop() {
            if seen.insert(next) {
                ahead.extend(&arrows[next]);
            }
        }
        seen
    };
    let circling: Vec<&str> = known.iter().copied().filter(|start| reached(start).contains(start)).collect();
    assert!(circling.is_empty(), "these reach themselves by way of their imports: {circling:?}");
}

#[test]
fn the_test_itself_sees_imports() {
    let names = named(
        "use super::span::{FileSpan, Span};\nuse crate::values::{named, numeric};\nlet x = crate::rules::rule::Rules;",
        "source::file",
    );
    let expected = ["source::span", "values::named", "values::numeric", "rules::rule"];
    assert_eq!(names, expected.iter().map(|name| (*name).to_owned()).collect());
}
