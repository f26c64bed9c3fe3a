//! Reads a rule file as TOML: every syntax error, and the tree of what could be read.

use toml::de::{DeTable, Error};

use super::fault::Fault;
use super::faults::Faults;
use crate::source::file::File;
use crate::source::span::FileSpan;

/// The tree of a file; its syntax errors go to `faults`, with the parts of the file that they make unreadable.
pub(super) fn read<'i>(file: &'i File, faults: &mut Faults) -> DeTable<'i> {
    let (tree, errors) = DeTable::parse_recoverable(file.text());
    let mut errors: Vec<(FileSpan, Error)> =
        errors.into_iter().map(|error| (span_of(&error, file.text()), error)).collect();
    errors.sort_by_key(|(at, _)| *at);
    let mut told_up_to = 0;
    let mut sections = Vec::new();
    for (at, error) in &errors {
        let section = section_around(file.text(), *at);
        let duplicate = error.message().starts_with("duplicate key");
        // One slip makes the parser stumble again and again until the next header, and every key of a table that is
        // there twice is there twice: the first stumble tells it best.
        if at.start >= told_up_to {
            faults.add(*at, fault(duplicate, error, file, *at));
        }
        if duplicate {
            faults.set_broken(section);
        } else {
            sections.push(section);
        }
        if !duplicate || is_header(file, *at) {
            told_up_to = told_up_to.max(section.end);
        }
    }
    for section in sections {
        faults.set_damaged(section);
    }
    tree.into_inner()
}

fn fault(duplicate: bool, error: &Error, file: &File, at: FileSpan) -> Fault {
    if duplicate {
        Fault::DuplicateKey { key: file.slice(at).trim_matches(['"', '\'']).to_owned() }
    } else {
        Fault::Syntax { message: error.message().to_owned() }
    }
}

/// Whether a place is in the line of a table's header.
fn is_header(file: &File, at: FileSpan) -> bool {
    let before = &file.text()[..at.start as usize];
    before.rsplit('\n').next().is_some_and(|line| line.trim_start().starts_with('['))
}

/// The place of an error, moved to the borders of characters.
fn span_of(error: &Error, text: &str) -> FileSpan {
    let range = error.span().unwrap_or(0..0);
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at as u32
    };
    let (start, end) = (floor(range.start), floor(range.end));
    FileSpan::new(start, end.max(start))
}

/// From the header before a place to the header behind it.
fn section_around(text: &str, at: FileSpan) -> FileSpan {
    let mut lines = vec![0];
    lines.extend(text.match_indices("\n[").map(|(at, _)| at as u32 + 1));
    let start = lines.iter().copied().rfind(|&line| line <= at.start).unwrap_or(0);
    let end = lines.iter().copied().find(|&line| line > at.end.max(start)).unwrap_or(text.len() as u32);
    FileSpan::new(start, end)
}
