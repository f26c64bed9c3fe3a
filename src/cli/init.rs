//! `belie init`: settings and a first pack for a folder that has none.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::args::InitArgs;
use super::exit::Exit;
use super::output;
use crate::source::problem::Problem;

/// A file of a new folder.
struct Start {
    path: &'static str,
    text: &'static str,
    what: &'static str,
}

/// In the order in which a person reads them.
const FILES: [Start; 2] = [
    Start { path: "belie.toml", text: include_str!("init/belie.toml"), what: "what to read, and what to hold back" },
    Start {
        path: "rules/first.toml",
        text: include_str!("init/first.toml"),
        what: "a rule of your own, with its examples",
    },
];

/// Runs the command: all files or none.
#[must_use]
pub fn run(args: &InitArgs) -> Exit {
    let taken = FILES.iter().filter(|file| Path::new(file.path).symlink_metadata().is_ok());
    let mut problems: Vec<Problem> = taken.map(|file| there(file.path)).collect();
    if problems.is_empty() {
        // The settings last: they name the rules.
        problems.extend(FILES.iter().rev().find_map(|file| create(file).err()).map(|problem| *problem));
    }
    output::complain(&args.console, &problems);
    if !problems.is_empty() {
        return Exit::Incomplete;
    }
    let told = output::tell_at(Path::new(output::STDOUT), &args.console, |_, out| {
        if args.console.quiet { Ok(()) } else { write_start(out) }
    });
    output::end(&args.console, told)
}

/// Never writes over a file, not even one that came into being a moment ago.
fn create(file: &Start) -> Result<(), Box<Problem>> {
    let failed = |error: io::Error| {
        let problem = Problem::error(file.path, format!("cannot be written: {error}"));
        Box::new(
            problem.with_help("check that this folder may be written to, and that `rules` is a folder if it is there"),
        )
    };
    if let Some(folder) = Path::new(file.path).parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut created = fs::File::create_new(file.path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Box::new(there(file.path)),
        _ => failed(error),
    })?;
    created.write_all(file.text.as_bytes()).map_err(failed)
}

fn there(path: &str) -> Problem {
    Problem::error(path, "is there already, so nothing was written")
        .with_help("keep it, or move it away and run `belie init` again")
}

fn write_start(out: &mut dyn Write) -> io::Result<()> {
    let columns = FILES.iter().map(|file| file.path.len()).max().unwrap_or(0);
    for Start { path, what, .. } in &FILES {
        writeln!(out, "{path:columns$}  {what}")?;
    }
    writeln!(out, "\nnext: `belie check` reads the articles of this folder; `belie rules test` runs the examples")
}
