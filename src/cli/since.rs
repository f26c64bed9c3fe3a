//! What a branch adds and changes, as git tells it.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::source::problem::Problem;
use crate::source::read::read;

/// What the branch of the working folder adds and changes.
#[derive(Debug)]
pub(super) struct Changes {
    /// The folder of the repository.
    root: PathBuf,
    /// The commit where the branch parted.
    base: String,
    /// The files by their real paths, each with its path in that commit; `None` for one that was not there.
    files: BTreeMap<PathBuf, Option<String>>,
}

impl Changes {
    /// Everything in the working folder's repository that differs from the commit where `reference` and the branch parted:
    /// what is committed, what is not yet, and new files that git does not ignore.
    ///
    /// # Errors
    ///
    /// Where there is no git, no repository, no such commit, or no common one.
    pub(super) fn since(reference: &str) -> Result<Self, Box<Problem>> {
        let here = Path::new(".");
        let Some(root) = git(here, &["rev-parse", "--show-toplevel"], reference)? else {
            let help = "run it inside the repository, or name the new files and give the others with `--against`";
            return Err(problem(reference, "the working folder is in no git repository", help));
        };
        let root = PathBuf::from(line(&root));
        let root = fs::canonicalize(&root).unwrap_or(root);
        let commit = format!("{reference}^{{commit}}");
        let Some(commit) = git(here, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit], reference)?
        else {
            let help = "check the spelling; a branch of a remote must be fetched first and is called `origin/NAME`";
            return Err(problem(reference, "git knows no such commit, branch or tag", help));
        };
        let Some(base) = git(here, &["merge-base", &line(&commit), "HEAD"], reference)? else {
            let help = "a shallow clone lacks it: fetch the whole history (`git fetch --unshallow`, `fetch-depth: 0`)";
            return Err(problem(reference, "the branch has no commit in common with it here", help));
        };
        let base = line(&base);
        let list = |arguments: &[&str]| match git(&root, arguments, reference)? {
            Some(listed) => Ok(listed),
            None => Err(problem(reference, "git cannot list what has changed", "see what `git status` says")),
        };
        let changed = list(&["diff", "--name-status", "-z", "-M", "--diff-filter=d", "--no-ext-diff", &base, "--"])?;
        let added = list(&["ls-files", "--others", "--exclude-standard", "-z"])?;
        let untracked = added.split('\0').filter(|path| !path.is_empty()).map(|path| (path, None));
        let files = statuses(&changed).into_iter().chain(untracked);
        let files = files.map(|(path, before)| (root.join(path), before.map(str::to_owned))).collect();
        Ok(Self { root, base, files })
    }

    /// Whether a file of this text is added or says something else than before. Moved or wrapped anew it is the same; what
    /// is no file of a folder (standard input) is new.
    pub(super) fn is_new(&self, path: &Path, text: &str) -> bool {
        let Ok(path) = fs::canonicalize(path) else { return true };
        match self.files.get(&path) {
            None => false,
            Some(None) => true,
            Some(Some(before)) => {
                let blob = format!("{}:{before}", self.base);
                let bytes = told(&self.root, &["cat-file", "blob", &blob], before).ok().flatten();
                let before = bytes.and_then(|bytes| read(before, bytes).0);
                before.is_none_or(|before| paragraphs(before.file.text()) != paragraphs(text))
            }
        }
    }
}

/// The files of `git diff --name-status -z`, each with its path before.
fn statuses(listed: &str) -> Vec<(&str, Option<&str>)> {
    let mut fields = listed.split('\0');
    let mut statuses = Vec::new();
    while let (Some(status), Some(path)) = (fields.next(), fields.next()) {
        match status.as_bytes().first() {
            Some(b'R' | b'C') => statuses.extend(fields.next().map(|now| (now, Some(path)))),
            Some(b'A') => statuses.push((path, None)),
            _ => statuses.push((path, Some(path))),
        }
    }
    statuses
}

/// The words of a text by paragraph, for which it does not matter where lines end.
fn paragraphs(text: &str) -> Vec<Vec<&str>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        let mut words = line.split_whitespace().peekable();
        if words.peek().is_none() && paragraphs.last().is_some_and(|words: &Vec<&str>| !words.is_empty()) {
            paragraphs.push(Vec::new());
        }
        if let Some(last) = paragraphs.last_mut() {
            last.extend(words);
        }
    }
    paragraphs.retain(|words| !words.is_empty());
    paragraphs
}

/// What git tells on standard output, as text; `None` where it fails.
fn git(folder: &Path, arguments: &[&str], reference: &str) -> Result<Option<String>, Box<Problem>> {
    Ok(told(folder, arguments, reference)?.map(|told| String::from_utf8_lossy(&told).into_owned()))
}

/// What git tells on standard output; `None` where it fails.
fn told(folder: &Path, arguments: &[&str], reference: &str) -> Result<Option<Vec<u8>>, Box<Problem>> {
    let run = Command::new("git").current_dir(folder).args(arguments.iter().map(OsStr::new)).output();
    match run {
        Ok(Output { status, stdout, .. }) => Ok(status.success().then_some(stdout)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let help = "install git, or name the new files and give the others with `--against`";
            Err(problem(reference, "`--since` needs git, which is not there", help))
        }
        Err(error) => Err(problem(reference, &format!("git cannot be run: {error}"), "see whether `git status` runs")),
    }
}

fn line(told: &str) -> String {
    told.trim_end_matches(['\n', '\r']).to_owned()
}

fn problem(reference: &str, message: &str, help: &str) -> Box<Problem> {
    Box::new(Problem::error(format!("--since {reference}"), message).with_help(help))
}

#[cfg(test)]
mod tests {
    use super::{paragraphs, statuses};

    #[test]
    fn files_are_known_by_what_they_were() {
        assert_eq!(
            statuses("A\0a b.md\0M\0c.md\0R087\0old.md\0new.md\0T\0d.md\0"),
            [("a b.md", None), ("c.md", Some("c.md")), ("new.md", Some("old.md")), ("d.md", Some("d.md"))]
        );
        assert!(statuses("").is_empty());
    }

    #[test]
    fn a_text_wrapped_anew_is_the_same() {
        let text = "One two\nthree.\n\nFour.\n";
        for (other, same) in [
            ("\u{feff}One\r\ntwo three.\r\n\r\n\r\nFour.", true),
            ("One two three. Four.", false),
            ("One two three.\n\nFive.", false),
        ] {
            assert_eq!(paragraphs(text) == paragraphs(other), same, "{other:?}");
        }
    }
}
