//! Reading what a command works on: rule files and sources. The IO of the command line is here and in `output`.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::config::{RuleConfig, SourceConfig, SourceInput};
use crate::rules::builtin;
use crate::rules::load::{Loaded, load_with_warnings, load_without_examples};
use crate::source::document::Document;
use crate::source::file::File;
use crate::source::ndjson;
use crate::source::problem::Problem;
use crate::source::read::decode;
use crate::source::walk::collect;

/// The rules in force: the built-in packs, then the files, folders searched for `*.toml`; a file that is named twice counts once.
#[must_use]
pub fn rules(config: &RuleConfig) -> Loaded {
    let mut files: Vec<(Arc<File>, bool)> = Vec::new();
    let mut problems = Vec::new();
    if config.builtin {
        files.extend(builtin::packs().map(|file| (Arc::new(file), true)));
    }
    // A file that `belie.toml` names may be typed as well.
    let mut seen = HashSet::new();
    for path in config.files.iter().flat_map(|path| rule_files(path, &mut problems)).collect::<Vec<_>>() {
        if !seen.insert(fs::canonicalize(&path).unwrap_or_else(|_| path.clone())) {
            continue;
        }
        let name = path.to_string_lossy();
        match fs::read(&path) {
            Ok(bytes) => {
                let (file, faults) = decode(&name, bytes);
                problems.extend(faults);
                files.extend(file.map(|file| (file, false)));
            }
            Err(error) => problems.push(unreadable(&name, &error)),
        }
    }
    let mut loaded = if config.examples { load_with_warnings(&files) } else { load_without_examples(&files) };
    problems.append(&mut loaded.problems);
    Loaded { problems, ..loaded }
}

/// A rule file as it is; of a folder the `*.toml` in it, in the order of their names.
fn rule_files(path: &Path, problems: &mut Vec<Problem>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
    }
    let entries = match fs::read_dir(path) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(unreadable(&path.to_string_lossy(), &error));
            return Vec::new();
        }
    };
    let files = entries.filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<PathBuf> = files.filter(|file| file.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    if files.is_empty() {
        let problem = Problem::error(path.to_string_lossy(), "no rule file in this folder");
        problems.push(problem.with_help("rule files end in `.toml`"));
    }
    files
}

/// What came of reading sources.
#[derive(Debug)]
pub struct Read<T> {
    /// One result for each source that could be read, in the order of the sources.
    pub results: Vec<T>,
    /// What could not be read, and what was odd.
    pub problems: Vec<Problem>,
}

/// Reads sources and works on each, many at a time, the order kept; a document is dropped when its work is done.
pub fn read<T: Send>(config: &SourceConfig, work: impl Fn(&Document) -> T + Sync + Send) -> Read<T> {
    match &config.input {
        SourceInput::Paths(paths) => {
            let (inputs, mut problems) = collect(paths);
            let read: Vec<(Option<T>, Vec<Problem>)> = inputs
                .par_iter()
                .map(|input| {
                    let (document, problems) = input.load();
                    (document.as_ref().map(&work), problems)
                })
                .collect();
            let mut results = Vec::with_capacity(read.len());
            for (result, faults) in read {
                results.extend(result);
                problems.extend(faults);
            }
            Read { results, problems }
        }
        SourceInput::Ndjson(paths) => {
            let mut read = Read { results: Vec::new(), problems: Vec::new() };
            let documents: Vec<Document> = paths.iter().flat_map(|path| records(path, &mut read.problems)).collect();
            read.results = documents.par_iter().map(&work).collect();
            read
        }
    }
}

/// The documents of a file of JSON lines; `-` is standard input.
fn records(path: &Path, problems: &mut Vec<Problem>) -> Vec<Document> {
    let name = path.to_string_lossy();
    let read: Vec<Result<Document, Box<Problem>>> = if name == "-" {
        ndjson::documents(io::stdin().lock(), "<stdin>").collect()
    } else {
        match fs::File::open(path) {
            Ok(file) => ndjson::documents(io::BufReader::new(file), &*name).collect(),
            Err(error) => {
                let problem = Problem::error(&*name, format!("cannot be read: {error}"));
                problems.push(problem.with_help("check the path"));
                return Vec::new();
            }
        }
    };
    let mut documents = Vec::with_capacity(read.len());
    for result in read {
        match result {
            Ok(document) => documents.push(document),
            Err(fault) => problems.push(*fault),
        }
    }
    documents
}

fn unreadable(path: &str, error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => {
            Problem::error(path, "no such rule file or folder").with_help("check the path given with `--rules`")
        }
        _ => Problem::error(path, format!("cannot be read: {error}")).with_help("check that it may be read"),
    }
}
