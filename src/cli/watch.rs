//! `belie check --watch`: the report, told again whenever a source is saved. What every source says is kept, and only what
//! has changed is read again, and compared with what it may touch.

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
use crate::conflicts::comparison::Comparison;
use crate::rules::rule::Rules;
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
    // Beside the baseline there may be other texts, the report among them.
    let places: Vec<PathBuf> = sources.iter().chain(&evidence).map(|path| real(path)).collect();
    let is_source = |path: &Path| is_article(path) && places.iter().any(|place| path.starts_with(place));

    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let problems = std::mem::take(&mut session.problems);
    let mut archive = Archive::of(&sources, &evidence);
    let mut before = None;
    loop {
        archive.read(&request, &finder);
        session.problems = problems.iter().chain(archive.problems()).cloned().collect();
        let records = known::records(&mut session, &rules, &finder);
        let compared = archive.compared(before, &rules, records);
        if args.output.output.is_empty() {
            output::clear();
        }
        let findings = request.judge(&mut session, compared.findings(), compared.documents(), archive.news());
        let _ = request.tell(&mut session, &rules, &findings, compared.documents());
        before = Some(compared);
        let is_ours = |path: &Path| archive.holds(path) || is_source(path) || beside.contains(path) || is_basis(path);
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
    /// What it says, until that is compared.
    said: Option<DocumentClaims>,
    /// Its place among the documents that were compared; `None` where it was not, or can no longer be read.
    document: Option<usize>,
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
                    archive.sources.push(Source {
                        input,
                        read: false,
                        said: None,
                        document: None,
                        problems: Vec::new(),
                    });
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
            source.document = source.document.filter(|_| source.said.is_some());
            source.problems = problems;
            source.read = true;
        });
    }

    fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.missing.iter().chain(self.sources.iter().flat_map(|source| &source.problems))
    }

    /// How many of the documents are checked.
    fn news(&self) -> usize {
        self.sources[..self.new].iter().filter(|source| source.document.is_some()).count()
    }

    /// Compares what the files say, and records behind them: only what has changed, where the same files can be read as before.
    fn compared<'r>(
        &mut self,
        before: Option<Comparison<'r>>,
        rules: &'r Rules,
        records: Vec<DocumentClaims>,
    ) -> Comparison<'r> {
        let mut readable = 0;
        let mut same = true;
        for source in self.sources.iter().filter(|source| source.said.is_some() || source.document.is_some()) {
            same &= source.document == Some(readable);
            readable += 1;
        }
        let before = match before {
            Some(mut before) if same && before.documents().len() == readable + records.len() => {
                let said = self.sources.iter_mut().filter_map(|source| source.document.zip(source.said.take()));
                before.replace(said.chain((readable..).zip(records)).collect());
                return before;
            }
            before => before.map(Comparison::into_said).unwrap_or_default(),
        };
        let mut before: Vec<Option<DocumentClaims>> = before.into_iter().map(Some).collect();
        let mut documents = Vec::new();
        for source in &mut self.sources {
            let said = source.said.take().or_else(|| before[source.document?].take());
            source.document = said.is_some().then_some(documents.len());
            documents.extend(said);
        }
        documents.extend(records);
        Comparison::of(rules, documents)
    }
}
