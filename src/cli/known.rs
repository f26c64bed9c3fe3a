//! What is no news: what may stand (remarks in the texts, `[[allow]]` in `belie.toml`), and the baseline.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use chrono::NaiveDate;
use rayon::prelude::*;

use super::baseline_file;
use super::record_file;
use super::session::Session;
use super::settings::{AllowEntry, SourceEntry};
use super::standing::Standings;
use crate::claims::document_claims::DocumentClaims;
use crate::claims::finder::Finder;
use crate::claims::recorded::record;
use crate::conflicts::allow::{self, Allowance, AllowedPlace};
use crate::conflicts::baseline::Baseline;
use crate::conflicts::finding::Finding;
use crate::rules::rule::Rules;
use crate::source::file::File;
use crate::source::problem::Problem;
use crate::source::read::decode;
use crate::source::remark::remarks;
use crate::source::span::FileSpan;

/// What allowances are held against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    /// What was read.
    pub(super) documents: &'a [DocumentClaims],
    /// The date of sources that have none.
    pub(super) date: Option<NaiveDate>,
    /// Whether so much was read that an allowance without a finding is one too many.
    pub(super) whole: bool,
}

impl Ground<'_> {
    /// The day of the check: the latest that the sources, or whoever checks them, name. belie knows no other clock.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        self.documents.iter().filter_map(|document| document.date).chain(self.date).max()
    }
}

/// Marks what is allowed, and tells which allowances have expired or match nothing any more, each with its place.
pub(super) fn allow(findings: &mut [Finding], session: &mut Session, ground: &Ground<'_>) {
    let mut problems = Vec::new();
    let mut allowances = Vec::new();
    let mut places: Vec<(&Arc<File>, FileSpan)> = Vec::new();
    let remarks: Vec<_> = ground.documents.par_iter().map(|document| remarks(&document.file)).collect();
    for (document, (remarks, faults)) in ground.documents.iter().zip(remarks) {
        problems.extend(faults);
        for remark in remarks {
            let place = AllowedPlace::Block(document.file.clone(), remark.covers);
            allowances.push(Allowance { rule: remark.rule, place });
            places.push((&document.file, remark.at));
        }
    }
    let entries = &session.settings.allow;
    if let (Some(file), false) = (&session.settings_file, entries.is_empty()) {
        let day = ground.day();
        let real = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let names = ground.documents.iter().map(|document| document.file.name());
        let names: Vec<(PathBuf, &Arc<str>)> = names.map(|name| (real(Path::new(&**name)), name)).collect();
        for entry in entries {
            let path = real(&entry.path);
            let below = names.iter().filter(|(own, _)| own.starts_with(&path)).map(|(_, name)| Arc::clone(name));
            let below: BTreeSet<Arc<str>> = below.collect();
            match warning_of(entry, &below, day) {
                Some((message, help)) => problems.push(warning(file, entry.place, message, help)),
                // What was not read today can be neither allowed nor missed.
                None if below.is_empty() => {}
                None => {
                    let place = AllowedPlace::Files(below, entry.value.clone());
                    allowances.push(Allowance { rule: entry.rule.clone(), place });
                    places.push((file, entry.place));
                }
            }
        }
    }
    let used = allow::allow(findings, &allowances);
    for ((file, span), used) in places.into_iter().zip(used) {
        if !used && ground.whole {
            let help = "take it out, so that it does not hide what comes later";
            problems.push(warning(file, span, "this allowance matches nothing any more".to_owned(), help));
        }
    }
    session.problems.extend(problems);
}

/// What `belie.toml` says of sources; what it says of none is told.
pub(super) fn standings(session: &mut Session) -> Standings {
    let Some(file) = &session.settings_file else { return Standings::default() };
    let nothing = |entry: &SourceEntry| {
        let message = "this source is not there".to_owned();
        warning(file, entry.place, message, "correct its `path`, or take it out")
    };
    let (standings, problems) = Standings::of(&session.settings.sources, nothing);
    session.problems.extend(problems);
    standings
}

/// What the records say that are files of facts: `[[source]]` with a path that ends in `.toml`.
pub(super) fn records(session: &mut Session, rules: &Rules, finder: &Finder<'_>) -> Vec<DocumentClaims> {
    let mut records = Vec::new();
    for SourceEntry { path, .. } in &session.settings.sources {
        if !is_record(path) || !path.is_file() {
            continue;
        }
        let name = path.to_string_lossy().replace('\\', "/");
        let (file, mut problems) = match fs::read(path) {
            Ok(bytes) => decode(&name, bytes),
            Err(error) => (None, vec![Problem::error(name, format!("cannot be read: {error}"))]),
        };
        if let Some(file) = file {
            let (claims, faults) = record_file::read(&file, rules, finder);
            problems.extend(faults);
            records.push(record(file, claims));
        }
        session.problems.extend(problems);
    }
    records
}

fn is_record(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"))
}

/// Where the baseline is: where somebody said, else beside `belie.toml`, else in the working folder.
pub(super) fn baseline_path(typed: Option<&Path>, session: &Session) -> PathBuf {
    let beside = |file: &Arc<File>| Path::new(&**file.name()).with_file_name(baseline_file::NAME);
    let usual = || session.settings_file.as_ref().map_or_else(|| PathBuf::from(baseline_file::NAME), beside);
    typed.map_or_else(usual, Path::to_owned)
}

/// The baseline; an empty one where nobody named one and there is none, or where it cannot be read, which is told.
pub(super) fn read_baseline(typed: Option<&Path>, session: &mut Session) -> Baseline {
    let path = baseline_path(typed, session);
    let name = path.to_string_lossy();
    let read = match fs::read_to_string(&path) {
        Ok(text) => baseline_file::read(&Arc::new(File::new(&*name, text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound && typed.is_none() => Ok(Baseline::default()),
        Err(error) => {
            let problem = Problem::error(&*name, format!("the baseline cannot be read: {error}"));
            Err(Box::new(problem.with_help("`belie baseline` writes one")))
        }
    };
    read.unwrap_or_else(|problem| {
        session.problems.push(*problem);
        Baseline::default()
    })
}

/// Why an entry allows nothing, and what to do about it.
fn warning_of(
    entry: &AllowEntry,
    below: &BTreeSet<Arc<str>>,
    day: Option<NaiveDate>,
) -> Option<(String, &'static str)> {
    if below.is_empty() && !entry.path.exists() {
        return Some((
            "this allowance is for a file that is not there".to_owned(),
            "correct its `path`, or take it out",
        ));
    }
    let until = entry.until?;
    match day {
        Some(day) if day <= until => None,
        Some(day) => {
            let message = format!("this allowance has expired: it held until {until}, and the check is of {day}");
            Some((message, "settle what it was for, or give it a later `until`"))
        }
        None => {
            let message = "this allowance allows nothing: no date tells whether it has expired".to_owned();
            Some((message, "give the day of the check with `--date`"))
        }
    }
}

fn warning(file: &Arc<File>, span: FileSpan, message: String, help: &str) -> Problem {
    Problem::warning(file.name().clone(), message).at(file, span).with_help(help)
}
