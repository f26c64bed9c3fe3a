//! Finds the files to read, and reads them: the paths of the command line, folders as git sees them, standard input.

use std::collections::HashSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use ignore::WalkBuilder;

use super::document::Document;
use super::meant::meant;
use super::problem::Problem;
use super::read::read;

/// The endings of files that are articles; a file named on its own may have any.
const ARTICLES: [&str; 10] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx", "odt", "eml"];

/// The name of a document from standard input.
const STDIN: &str = "<stdin>";

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A file.
    File {
        /// Where it is.
        path: PathBuf,
        /// Its path as the user would write it, with forward slashes.
        name: Arc<str>,
    },
    /// Standard input.
    Stdin,
}

impl Input {
    /// What it is called in reports.
    #[must_use]
    pub fn name(&self) -> Arc<str> {
        match self {
            Self::File { name, .. } => Arc::clone(name),
            Self::Stdin => STDIN.into(),
        }
    }

    /// Reads it as a document; none where it cannot be read at all.
    #[must_use]
    pub fn load(&self) -> (Option<Document>, Vec<Problem>) {
        let name = self.name();
        let bytes = match self {
            Self::File { path, .. } => fs::read(path),
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
        };
        match bytes {
            Ok(bytes) => read(&name, bytes),
            Err(error) => (None, vec![unreadable(&name, &error)]),
        }
    }
}

/// The files that `paths` name, each once: files as given, folders searched for articles, `-` for standard input.
///
/// The files of a folder come in the order of the bytes of their paths. Hidden and git-ignored ones are left out, symbolic links
/// inside folders are not followed.
#[must_use]
pub fn collect(paths: &[PathBuf]) -> (Vec<Input>, Vec<Problem>) {
    let mut found = Collection::default();
    for path in paths {
        if path.as_os_str() == "-" {
            if !found.inputs.contains(&Input::Stdin) {
                found.inputs.push(Input::Stdin);
            }
            continue;
        }
        match fs::metadata(path) {
            Ok(there) if there.is_dir() => found.add_folder(path),
            Ok(_) => found.add_file(path.clone()),
            Err(error) => {
                let name = name(path);
                found.problems.push(match error.kind() {
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => missing(&name, path),
                    _ => unreadable(&name, &error),
                });
            }
        }
    }
    (found.inputs, found.problems)
}

#[derive(Default)]
struct Collection {
    inputs: Vec<Input>,
    problems: Vec<Problem>,
    /// Where the inputs really are.
    seen: HashSet<PathBuf>,
}

impl Collection {
    fn add_file(&mut self, path: PathBuf) {
        // A file that cannot be resolved cannot be read either, which is told when it is tried.
        let real = fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
        if self.seen.insert(real) {
            let name = name(&path);
            self.inputs.push(Input::File { path, name });
        }
    }

    fn add_folder(&mut self, folder: &Path) {
        let mut articles = Vec::new();
        let mut faults = 0;
        // What a user keeps in his own configuration of git must not change what is found.
        for entry in WalkBuilder::new(folder).require_git(false).git_global(false).build() {
            match entry {
                Ok(entry) => {
                    if entry.file_type().is_some_and(|kind| kind.is_file()) && is_article(entry.path()) {
                        let path = entry.into_path();
                        articles.push(if folder == Path::new(".") { below_here(&path).to_owned() } else { path });
                    }
                }
                Err(error) => {
                    faults += 1;
                    self.problems.push(not_searched(folder, &error));
                }
            }
        }
        if articles.is_empty() && faults == 0 {
            self.problems.push(no_article(folder));
        }
        let mut articles: Vec<_> = articles.into_iter().map(|path| (name(&path), path)).collect();
        articles.sort_unstable();
        for (_, path) in articles {
            self.add_file(path);
        }
    }
}

/// Whether the ending of a path is one of an article.
#[must_use]
pub fn is_article(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ARTICLES.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// A path found in the folder `.`, without that dot.
fn below_here(path: &Path) -> &Path {
    path.strip_prefix(".").unwrap_or(path)
}

/// A path as the user would write it, with forward slashes.
fn name(path: &Path) -> Arc<str> {
    let name = path.to_string_lossy();
    let name = if cfg!(windows) { name.replace('\\', "/").into() } else { name };
    name.into()
}

fn unreadable(name: &str, error: &io::Error) -> Problem {
    let help =
        (error.kind() == io::ErrorKind::PermissionDenied).then(|| "make it readable, or leave it out".to_owned());
    Problem { help, ..Problem::error(name, format!("cannot read `{name}`: {}", cause(error))) }
}

/// The words of the operating system, in the form of ours.
fn cause(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string().to_lowercase(),
    }
}

fn not_searched(folder: &Path, error: &ignore::Error) -> Problem {
    let folder = name(folder);
    let cause = error.io_error().map_or_else(|| error.to_string(), cause);
    let message = format!("cannot search all of `{folder}`: {cause}");
    Problem::error(folder, message).with_help("make it readable, or name the files one by one")
}

fn no_article(folder: &Path) -> Problem {
    let name = name(folder);
    let endings = ARTICLES.map(|ending| format!("`.{ending}`")).join(", ");
    let help = format!(
        "articles end in {endings}; hidden and git-ignored files are left out, files named one by one are always read"
    );
    let message = format!("no article in the folder `{name}`");
    Problem::error(name, message).with_help(help)
}

fn missing(name: &str, path: &Path) -> Problem {
    let help = match sibling(path) {
        Some(close) => format!("did you mean `{close}`?"),
        None => "check the spelling and the folder it is seen from".to_owned(),
    };
    Problem::error(name, format!("no such file or folder `{name}`")).with_help(help)
}

/// The path beside a missing one whose name is most like it.
fn sibling(path: &Path) -> Option<Arc<str>> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?.filter_map(Result::ok);
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    // A folder has no order of its own, and of two names that are as near one is told.
    names.sort();
    let meant = meant(&path.file_name()?.to_string_lossy(), names)?;
    Some(name(&path.with_file_name(meant)))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::{Input, collect};

    /// A folder of its own for a test, gone afterwards.
    struct Folder(PathBuf);

    impl Folder {
        fn with(test: &str, files: &[&str]) -> Self {
            let folder = std::env::temp_dir().join(format!("belie-{test}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&folder);
            for file in files {
                let (file, text) = file.split_once('=').unwrap_or((file, "It rained.\n"));
                let path = folder.join(file);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            Self(folder)
        }

        /// What is found for these paths, seen from the folder: names, then messages with their cures.
        #[track_caller]
        fn check(&self, paths: &[&str], expected: &[&str]) {
            let paths: Vec<_> =
                paths.iter().map(|path| if *path == "-" { PathBuf::from("-") } else { self.0.join(path) }).collect();
            let (inputs, problems) = collect(&paths);
            let base = format!("{}/", self.0.to_string_lossy());
            let problems = problems
                .iter()
                .map(|problem| format!("{}: {}", problem.message, problem.help.as_deref().unwrap_or("")));
            let found: Vec<_> = inputs
                .iter()
                .map(|input| input.name().to_string())
                .chain(problems)
                .map(|line| line.replace(&base, ""))
                .collect();
            assert_eq!(found, expected);
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn folders_give_their_articles_in_order() {
        let folder = Folder::with(
            "order",
            &[
                "in/b.md",
                "in/a/z.txt",
                "in/a-b.text",
                "in/a.MARKDOWN",
                "in/c.rs",
                "in/d.html",
                "in/.hidden.md",
                "in/.git/x.md",
                "in/no/d.md",
                "in/.gitignore=no/\n",
            ],
        );
        folder.check(&["in"], &["in/a-b.text", "in/a.MARKDOWN", "in/a/z.txt", "in/b.md", "in/d.html"]);
        folder.check(&["in/"], &["in/a-b.text", "in/a.MARKDOWN", "in/a/z.txt", "in/b.md", "in/d.html"]);
    }

    #[test]
    fn files_are_taken_as_given_and_once() {
        let folder = Folder::with("once", &["in/b.md", "in/a.rs"]);
        folder.check(&["in/a.rs", "in/b.md", "in", "in/../in/a.rs", "-", "-"], &["in/a.rs", "in/b.md", "<stdin>"]);
    }

    #[test]
    fn what_is_missing_is_told_with_what_was_meant() {
        let folder = Folder::with("missing", &["in/harbour.md"]);
        folder.check(&["in/harbor.md"], &["no such file or folder `in/harbor.md`: did you mean `in/harbour.md`?"]);
        folder.check(
            &["in/harbour.md/x"],
            &["no such file or folder `in/harbour.md/x`: check the spelling and the folder it is seen from"],
        );
    }

    #[test]
    fn a_folder_without_articles_is_told() {
        let folder = Folder::with("empty", &["in/a.rs"]);
        folder.check(
            &["in"],
            &["no article in the folder `in`: articles end in `.txt`, `.text`, `.md`, `.markdown`, `.html`, `.htm`, `.xhtml`, `.docx`, `.odt`, `.eml`; hidden and git-ignored files \
               are left out, files named one by one are always read"],
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_loop_of_links_is_walked_once() {
        let folder = Folder::with("loop", &["in/a.md"]);
        std::os::unix::fs::symlink(folder.0.join("in"), folder.0.join("in/self")).unwrap();
        folder.check(&["in", "in/self/a.md"], &["in/a.md"]);
    }

    #[test]
    fn the_folder_one_is_in_has_no_name() {
        for (path, expected) in
            [("./a.md", "a.md"), ("././a.md", "a.md"), ("docs/a.md", "docs/a.md"), ("../a.md", "../a.md")]
        {
            assert_eq!(super::below_here(Path::new(path)), Path::new(expected));
        }
    }

    #[test]
    fn inputs_are_loaded_as_documents() {
        let folder = Folder::with("load", &["a.md=# Rain\n\nIt rained. We stayed.\n"]);
        let (inputs, _) = collect(&[folder.0.join("a.md")]);
        let (document, problems) = inputs[0].load();
        assert_eq!(document.unwrap().sentences().len(), 3);
        assert!(problems.is_empty());
        let gone = Input::File { path: folder.0.join("gone"), name: "gone".into() };
        assert_eq!(gone.load().1[0].message, "cannot read `gone`: no such file");
    }
}
