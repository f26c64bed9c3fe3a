//! Where words go: the report to standard output or a file, everything else to standard error.

use std::fs;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::path::Path;

use anstream::{AutoStream, ColorChoice};
use comfy_table::Table;
use serde::Serialize;

use super::exit::Exit;
use super::options::{Color, ConsoleArgs, ListFormat, StreamArgs};
use crate::report::clean::clean;
use crate::report::look::Look;
use crate::report::text;
use crate::source::problem::{Problem, ProblemLevel};

/// What stands for standard output where a file could.
pub const STDOUT: &str = "-";

/// Writes where it was asked for, or to standard output.
///
/// # Errors
///
/// Where it cannot be written.
pub fn tell(
    stream: &StreamArgs,
    write: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Box<Problem>> {
    tell_at(stream.output.as_deref().unwrap_or(Path::new(STDOUT)), &stream.console, write)
}

/// Writes a list where it was asked for: its rows as JSON, or as `write` shows them to people.
///
/// # Errors
///
/// Where it cannot be written.
pub fn tell_rows<T: Serialize>(
    stream: &StreamArgs,
    format: ListFormat,
    rows: &[T],
    write: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Box<Problem>> {
    tell(stream, |look, out| match format {
        ListFormat::Text | ListFormat::Table => write(look, out),
        ListFormat::Json => {
            serde_json::to_writer_pretty(&mut *out, rows)?;
            writeln!(out)
        }
        ListFormat::Jsonl => rows.iter().try_for_each(|row| {
            serde_json::to_writer(&mut *out, row)?;
            writeln!(out)
        }),
    })
}

/// Writes to a file, through one buffer; `-` is standard output. A reader that has seen enough (`| head`) is no error.
///
/// # Errors
///
/// Where it cannot be written.
pub fn tell_at(
    path: &Path,
    console: &ConsoleArgs,
    write: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>,
) -> Result<(), Box<Problem>> {
    let write = |look, out: &mut dyn Write| write(Look { verbose: console.verbose, ..look }, out);
    if path == Path::new(STDOUT) {
        written("standard output", to_stdout(console.color, write))
    } else {
        written(&path.to_string_lossy(), fs::File::create(path).and_then(|file| to_file(file, write)))
    }
}

/// Writes behind what a file has already.
///
/// # Errors
///
/// Where it cannot be written.
pub fn append(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Box<Problem>> {
    let file = fs::OpenOptions::new().append(true).create(true).open(path);
    written(&path.to_string_lossy(), file.and_then(|file| to_file(file, |_, out| write(out))))
}

/// The status of a report that was told, or could not be; the latter is told here.
#[must_use]
pub fn end(console: &ConsoleArgs, told: Result<(), Box<Problem>>) -> Exit {
    match told {
        Ok(()) => Exit::Clean,
        Err(problem) => {
            complain(console, &[*problem]);
            Exit::Incomplete
        }
    }
}

/// Tells what could not be done, on standard error; `quiet` leaves out what was done all the same.
pub fn complain(console: &ConsoleArgs, problems: &[Problem]) {
    let told: Vec<Problem> =
        problems.iter().filter(|problem| !console.quiet || problem.level == ProblemLevel::Error).cloned().collect();
    to_stderr(console.color, |look, out| text::write_problems(&told, look, out));
}

/// Tells how the work goes, on standard error, where `verbose` asks for it.
pub fn remark(console: &ConsoleArgs, words: &str) {
    if console.verbose {
        to_stderr(console.color, |_, out| writeln!(out, "belie: {}", clean(words)));
    }
}

/// Empties the screen, where standard output is a terminal.
pub fn clear() {
    let mut out = io::stdout();
    if out.is_terminal() {
        // What was there, what has scrolled away, and the cursor to the top (ECMA-48; xterm for the second).
        let _ = out.write_all(b"\x1b[2J\x1b[3J\x1b[H").and_then(|()| out.flush());
    }
}

fn to_file(file: fs::File, write: impl FnOnce(Look, &mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
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

fn written(path: &str, written: io::Result<()>) -> Result<(), Box<Problem>> {
    match written {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Box::new(Problem::error(path, format!("cannot be written: {error}"))))
        }
        _ => Ok(()),
    }
}
