//! Waiting for files to change.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, ModifyKind};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::source::problem::Problem;

/// Programs save in several steps, some milliseconds apart; after so long without a step the file is whole.
const QUIET: Duration = Duration::from_millis(10);

/// After so many steps it is told all the same: a program that writes all the time shall not keep it back.
const MOST_STEPS: usize = 100;

/// Some folders and files, watched by the system.
pub(super) struct Watcher {
    events: Receiver<notify::Result<Event>>,
    /// It watches as long as it lives.
    _watcher: RecommendedWatcher,
}

impl Watcher {
    /// Watches folders with all that is in them, and files, which may come later.
    ///
    /// # Errors
    ///
    /// Where the system refuses.
    pub(super) fn of<'a>(paths: impl Iterator<Item = &'a PathBuf>) -> Result<Self, Box<Problem>> {
        let (tell, events) = mpsc::channel();
        let mut watcher = notify::recommended_watcher(tell).map_err(|error| refused(Path::new("."), &error))?;
        let watched: BTreeSet<(PathBuf, bool)> = paths
            .filter_map(|path| {
                let path = real(path);
                if path.is_dir() {
                    return Some((path, true));
                }
                // A file that is saved is often another one in the same place, so that the folder is watched.
                let folder = path.parent().filter(|folder| folder.is_dir())?;
                Some((folder.to_owned(), false))
            })
            .collect();
        for (path, whole) in &watched {
            let mode = if *whole { RecursiveMode::Recursive } else { RecursiveMode::NonRecursive };
            // The same folder as a whole does for both.
            if *whole || !watched.contains(&(path.clone(), true)) {
                watcher.watch(path, mode).map_err(|error| refused(path, &error))?;
            }
        }
        Ok(Self { events, _watcher: watcher })
    }

    /// Waits until one of the files that are `ours` has changed, come or gone: all that have, by their real paths. `None`
    /// where nothing can come any more.
    pub(super) fn next(&self, ours: impl Fn(&Path) -> bool) -> Option<BTreeSet<PathBuf>> {
        let mut changed = BTreeSet::new();
        while changed.is_empty() {
            changed.extend(paths(self.events.recv().ok()?, &ours));
        }
        for _ in 0..MOST_STEPS {
            let Ok(event) = self.events.recv_timeout(QUIET) else { break };
            changed.extend(paths(event, &ours));
        }
        Some(changed)
    }
}

/// A path as the system writes it; where nothing is, its folder's with its name.
pub(super) fn real(path: &Path) -> PathBuf {
    let beside = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
    };
    fs::canonicalize(path).ok().or_else(beside).unwrap_or_else(|| path.to_owned())
}

/// The files that an event changes, of those that are ours.
fn paths(event: notify::Result<Event>, ours: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let Ok(event) = event else { return Vec::new() };
    let changes = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        // We open files ourselves, and when one was last opened is no news.
        EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)) => false,
        EventKind::Any | EventKind::Create(_) | EventKind::Modify(_) | EventKind::Remove(_) | EventKind::Other => true,
    };
    if changes { event.paths.into_iter().filter(|path| ours(path)).collect() } else { Vec::new() }
}

fn refused(path: &Path, error: &notify::Error) -> Box<Problem> {
    let help = match error.kind {
        notify::ErrorKind::MaxFilesWatch => {
            "watch fewer folders, or let the system watch more (`sysctl fs.inotify.max_user_watches`)"
        }
        _ => "run it without `--watch`",
    };
    let problem = Problem::error(path.to_string_lossy(), format!("cannot be watched: {error}"));
    Box::new(problem.with_help(help))
}
