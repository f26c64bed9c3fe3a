//! Where words go: the report to standard output or a file, everything else to standard error.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use comfy_table::Table;

use super::args::{Color, StreamArgs};
use super::exit::Exit;
use crate::report::clean::clean;
use crate::report::look::Look;
use crate::report::text;
use crate::source::problem::{Problem, ProblemLevel};

/// Writes a report where it belongs, through one buffer. A reader that has seen enough (`| head`) is no error.
///
/// # Errors
///
/// Where the report cannot be written.
pub fn tell(
    stream: &StreamArgs,
    write: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Box<Problem>> {
    let written = match &stream.output {
        Some(path) => to_file(path, |look, out| write(Look { verbose: stream.verbose, ..look }, out)),
        None => to_stdout(stream.color, |look, out| write(Look { verbose: stream.verbose, ..look }, out)),
    };
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            let path = stream.output.as_ref().map_or("standard output".into(), |path| path.to_string_lossy());
            Err(Box::new(unwritten(&path, &error)))
        }
        _ => Ok(()),
    }
}

/// The status of a report that was told, or could not be; the latter is told here.
#[must_use]
pub fn end(stream: &StreamArgs, told: Result<(), Box<Problem>>) -> Exit {
    match told {
        Ok(()) => Exit::Clean,
        Err(problem) => {
            complain(stream, &[*problem]);
            Exit::Incomplete
        }
    }
}

/// Tells what could not be done, on standard error; `quiet` leaves out what was done all the same.
pub fn complain(stream: &StreamArgs, problems: &[Problem]) {
    let told: Vec<Problem> =
        problems.iter().filter(|problem| !stream.quiet || problem.level == ProblemLevel::Error).cloned().collect();
    to_stderr(stream.color, |look, out| text::write_problems(&told, look, out));
}

/// Tells how the work goes, on standard error, where `verbose` asks for it.
pub fn remark(stream: &StreamArgs, words: &str) {
    if stream.verbose {
        to_stderr(stream.color, |_, out| writeln!(out, "belie: {}", clean(words)));
    }
}

fn to_file(path: &Path, write: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(fs::File::create(path)?);
    write(Look::new(columns(None), false), &mut out)?;
    out.flush()
}

fn to_stdout(color: Color, write: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let choice = choice(color, &io::stdout());
    let look = Look::new(columns(Table::new().width()), choice != ColorChoice::Never);
    let mut out = BufWriter::new(AutoStream::new(io::stdout(), choice).lock());
    write(look, &mut out)?;
    out.flush()
}

/// What cannot be told on standard error cannot be told at all, so that a failure is let go.
fn to_stderr(color: Color, write: impl FnOnce(Look, &mut Vec<u8>) -> io::Result<()>) {
    let choice = choice(color, &io::stderr());
    let look = Look::new(columns(Table::new().use_stderr().width()), choice != ColorChoice::Never);
    let mut words = Vec::new();
    let _ = write(look, &mut words);
    let _ = AutoStream::new(io::stderr(), choice).lock().write_all(&words);
}

fn choice<S: anstream::stream::RawStream>(color: Color, stream: &S) -> ColorChoice {
    match color {
        Color::Auto => AutoStream::choice(stream),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}

/// `COLUMNS`, else the terminal's width, else that of a pipe.
fn columns(terminal: Option<u16>) -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|&columns| columns > 0);
    said.or(terminal.map(usize::from).filter(|&columns| columns > 0)).unwrap_or(Look::PIPE_WIDTH)
}

fn unwritten(path: &str, error: &io::Error) -> Problem {
    Problem {
        level: ProblemLevel::Error,
        path: path.into(),
        at: None,
        message: format!("cannot be written: {error}"),
        help: None,
        related: Vec::new(),
    }
}
