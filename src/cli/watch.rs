//! `belie check --watch`: the report, told again whenever a source is saved. What every source says is kept, and only what
//! has changed is read anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::args::CheckArgs;
use super::check::Request;
use super::config::SourceInput;
use super::exit::Exit;
use super::known;
use super::output;
use super::session::Session;
use super::watcher::{Watcher, real};
use crate::claims::document_claims::DocumentClaims;
use crate::claims::finder::Finder;
use crate::source::problem::Problem;
use crate::source::walk::{Input, collect, is_article};

/// Tells the report until it is stopped; gives a status only where it cannot begin, or go on.
#[must_use]
pub(super) fn run(args: &CheckArgs) -> Exit {
    loop {
        if let Err(exit) = watch(args) {
            return exit;
        }
    }
}

/// Tells the report again and again, until what it rests on has changed: the settings, or a rule.
fn watch(args: &CheckArgs) -> Result<(), Exit> {
    let mut session = Session::start_to_report(&args.read.rules, &args.read.selection, &args.output);
    let request = Request::of(args, &mut session).map_err(|problem| session.end(Err(problem)))?;
    let paths = |input: &SourceInput| match input {
        SourceInput::Paths(paths) => paths.clone(),
        SourceInput::Ndjson(_) => Vec::new(),
    };
    let (sources, evidence) = (paths(&request.sources.input), paths(&request.evidence.input));
    if sources.iter().chain(&evidence).any(|path| path.as_os_str() == "-") {
        let problem = Problem::error("-", "standard input cannot be watched").with_help("name files or folders");
        return Err(session.end(Err(Box::new(problem))));
    }
    let settings = session.settings_file.as_ref().map(|file| PathBuf::from(&**file.name()));
    let rules: Vec<PathBuf> = session.settings.rules.iter().chain(&args.read.rules.files).cloned().collect();
    let basis: Vec<PathBuf> = rules.into_iter().chain(settings).collect();
    // What is read again each time: the baseline, and records of plain facts.
    let records = session.settings.sources.iter().map(|source| source.path.clone());
    let beside: Vec<PathBuf> = records.chain([known::baseline_path(args.baseline.as_deref(), &session)]).collect();
    let watched = [&sources, &evidence, &basis, &beside].into_iter().flatten();
    let watcher = Watcher::of(watched).map_err(|problem| session.end(Err(problem)))?;
    let basis: Vec<PathBuf> = basis.iter().map(|path| real(path)).collect();
    let beside: BTreeSet<PathBuf> = beside.iter().map(|path| real(path)).collect();
    let is_basis = |path: &Path| basis.iter().any(|above| path.starts_with(above));

    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let problems = std::mem::take(&mut session.problems);
    let mut archive = Archive::of(&sources, &evidence);
    loop {
        archive.read(&request, &finder);
        session.problems = problems.iter().chain(archive.problems()).cloned().collect();
        let (mut documents, new) = archive.take();
        documents.extend(known::records(&mut session, &rules, &finder));
        if args.output.output.is_empty() {
            output::clear();
        }
        let checked = request.compare(&mut session, &rules, documents, new);
        let _ = request.tell(&mut session, &rules, &checked);
        archive.put(checked.into_documents());
        let is_ours = |path: &Path| archive.holds(path) || is_article(path) || beside.contains(path) || is_basis(path);
        let changed = watcher.next(is_ours).ok_or(Exit::Incomplete)?;
        if changed.iter().any(|path| is_basis(path)) {
            return Ok(());
        }
        let comes_or_goes = |path: &PathBuf| archive.holds(path) != path.is_file();
        if changed.iter().any(comes_or_goes) {
            archive = archive.collected(&sources, &evidence);
        }
        archive.forget(&changed);
    }
}

/// The files that a check reads, and what they say.
#[derive(Default)]
struct Archive {
    sources: Vec<Source>,
    /// How many of them are checked; the others are evidence.
    new: usize,
    /// The sources by their real paths.
    by_path: BTreeMap<PathBuf, usize>,
    /// What could not be found.
    missing: Vec<Problem>,
}

/// A file.
struct Source {
    input: Input,
    /// Whether it was read since it last changed.
    read: bool,
    /// What it says; nothing while that is compared, or where it cannot be read.
    said: Option<DocumentClaims>,
    problems: Vec<Problem>,
}

impl Archive {
    /// The files that these paths name, of which none is read yet; what is checked is no evidence against itself.
    fn of(paths: &[PathBuf], evidence: &[PathBuf]) -> Self {
        let mut archive = Self::default();
        for (paths, new) in [(paths, true), (evidence, false)] {
            let (inputs, problems) = if paths.is_empty() { Default::default() } else { collect(paths) };
            archive.missing.extend(problems);
            for input in inputs {
                let Input::File { path, .. } = &input else { continue };
                let path = real(path);
                if !archive.by_path.contains_key(&path) {
                    archive.by_path.insert(path, archive.sources.len());
                    archive.sources.push(Source { input, read: false, said: None, problems: Vec::new() });
                }
            }
            if new {
                archive.new = archive.sources.len();
            }
        }
        archive
    }

    /// The files that these paths name now; what was read of them before is kept.
    fn collected(self, paths: &[PathBuf], evidence: &[PathBuf]) -> Self {
        let mut now = Self::of(paths, evidence);
        let mut before: Vec<Option<Source>> = self.sources.into_iter().map(Some).collect();
        for (path, at) in self.by_path {
            if let (Some(&here), Some(source)) = (now.by_path.get(&path), before[at].take()) {
                now.sources[here] = source;
            }
        }
        now
    }

    fn holds(&self, path: &Path) -> bool {
        self.by_path.contains_key(path)
    }

    /// Says of files that they have changed.
    fn forget(&mut self, changed: &BTreeSet<PathBuf>) {
        for path in changed {
            if let Some(&at) = self.by_path.get(path) {
                self.sources[at].read = false;
            }
        }
    }

    /// Reads what was not read since it last changed.
    fn read(&mut self, request: &Request<'_>, finder: &Finder<'_>) {
        self.sources.par_iter_mut().filter(|source| !source.read).for_each(|source| {
            let (document, problems) = source.input.load();
            source.said = document.map(|document| request.read(finder, &document));
            source.problems = problems;
            source.read = true;
        });
    }

    fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.missing.iter().chain(self.sources.iter().flat_map(|source| &source.problems))
    }

    /// Takes out what the files say, and how much of it is checked.
    fn take(&mut self) -> (Vec<DocumentClaims>, usize) {
        let (new, evidence) = self.sources.split_at_mut(self.new);
        let mut documents: Vec<DocumentClaims> = new.iter_mut().filter_map(|source| source.said.take()).collect();
        let count = documents.len();
        documents.extend(evidence.iter_mut().filter_map(|source| source.said.take()));
        (documents, count)
    }

    /// Puts back what was taken out; what comes behind it is no file of ours.
    fn put(&mut self, documents: Vec<DocumentClaims>) {
        let mut documents = documents.into_iter().peekable();
        for source in &mut self.sources {
            source.said = documents.next_if(|document| *document.file.name() == source.input.name());
        }
    }
}
