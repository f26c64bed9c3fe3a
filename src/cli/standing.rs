//! What `[[source]]` in `belie.toml` says of sources, found by where they are.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::settings::SourceEntry;
use crate::conflicts::rank::Standing;
use crate::source::problem::Problem;

/// The entries by the real paths of what they are about.
#[derive(Debug, Default)]
pub(super) struct Standings(Vec<(PathBuf, SourceEntry)>);

impl Standings {
    /// The entries, and a warning for each that is about nothing on disk.
    pub(super) fn of(entries: &[SourceEntry], warn: impl Fn(&SourceEntry) -> Problem) -> (Self, Vec<Problem>) {
        let (there, missing): (Vec<_>, Vec<_>) = entries.iter().partition(|entry| entry.path.exists());
        let standings = there.into_iter().map(|entry| (real(&entry.path), entry.clone())).collect();
        (Self(standings), missing.into_iter().map(warn).collect())
    }

    /// How much a source weighs.
    pub(super) fn standing(&self, name: &str) -> Standing {
        self.find(name).map(|entry| entry.standing).unwrap_or_default()
    }

    /// The date of a source that states none, where one is said.
    pub(super) fn date(&self, name: &str) -> Option<NaiveDate> {
        self.find(name)?.date
    }

    /// What is said of a source; the innermost path counts, the last of equal ones.
    fn find(&self, name: &str) -> Option<&SourceEntry> {
        if self.0.is_empty() {
            return None;
        }
        let path = real(Path::new(name));
        let about = self.0.iter().filter(|(above, _)| path.starts_with(above));
        about.max_by_key(|(above, _)| above.components().count()).map(|(_, entry)| entry)
    }
}

fn real(path: &Path) -> PathBuf {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
