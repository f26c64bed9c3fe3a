//! Reads a rule file as TOML: every syntax error, and the tree of all sections that have none.

use toml::de::{DeTable, Error};

use super::fault::Fault;
use super::faults::Faults;
use super::tree::Tree;
use crate::source::span::FileSpan;

/// What `read` makes of the tree of a text, each section that is no TOML left out; its syntax errors go to `faults`.
pub(super) fn with_tree<T>(text: &str, faults: &mut Faults, read: impl FnOnce(&Tree<'_>, &mut Faults) -> T) -> T {
    let tree = |table: &DeTable<'_>, faults: &mut Faults| read(&Tree::of(table, |_| true), faults);
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return tree(table.get_ref(), faults);
    }
    let text = readable(text, faults);
    tree(DeTable::parse_recoverable(&text).0.get_ref(), faults)
}

/// A text with every section that is no TOML blanked out, byte for byte, so that places stay as they are.
/// After some errors the parser gives up on all that follows, so that without the blanks one slip would hide the rest of
/// the file.
fn readable(text: &str, faults: &mut Faults) -> String {
    let mut text = text.to_owned();
    // Each round blanks a section, so there are at most as many rounds as sections.
    while let Some((at, message)) = first_error(&text) {
        let section = section_around(&text, at);
        let blank = " ".repeat(section.range().len());
        if text[section.range()] == blank {
            break;
        }
        faults.add(at, Fault::Syntax { message });
        faults.set_damaged(section);
        // Line feeds are blanked as well: nobody asks this copy for lines.
        text.replace_range(section.range(), &blank);
    }
    report_duplicates(&text, faults);
    text
}

/// The first error but for names given twice.
fn first_error(text: &str) -> Option<(FileSpan, String)> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let errors = errors.iter().filter(|error| !is_duplicate(error));
    let places = errors.map(|error| (opening(span_of(error, text), error, text), error.message().to_owned()));
    places.min_by_key(|(at, _)| *at)
}

fn is_duplicate(error: &Error) -> bool {
    error.message().starts_with("duplicate key")
}

/// Tells of each key that is there twice, with the place of the first one.
fn report_duplicates(text: &str, faults: &mut Faults) {
    let (_, errors) = DeTable::parse_recoverable(text);
    let mut places: Vec<FileSpan> =
        errors.iter().filter(|error| is_duplicate(error)).map(|error| span_of(error, text)).collect();
    places.sort();
    let mut told_up_to = 0;
    for at in places {
        let section = section_around(text, at);
        faults.set_broken(section);
        // Of a table that is there twice, every key is there twice: only the header is told.
        if at.start < told_up_to {
            continue;
        }
        let line = line_at(text, at.start as usize);
        let key = &text[at.range()];
        let (from, first) = if line.starts_with('[') {
            told_up_to = section.end;
            (0, first_line(&text[..at.start as usize], |other| other == line))
        } else {
            let from = section.start as usize;
            let gives = |other: &str| other.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='));
            (from, first_line(&text[from..at.start as usize], gives))
        };
        let related = first.map(|(start, len)| {
            faults.mark(FileSpan::new((from + start) as u32, (from + start + len) as u32), "first time")
        });
        let fault = Fault::DuplicateKey { key: key.trim_matches(['"', '\'']).to_owned() };
        faults.add_with(at, fault, related.into_iter().collect());
    }
}

/// The first line that fits, as its start and its length without blanks around it.
fn first_line(text: &str, fits: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if fits(trimmed) {
            return Some((start + (line.len() - line.trim_start().len()), trimmed.len()));
        }
        start += line.len();
    }
    None
}

/// The line around a byte, without blanks at its ends.
fn line_at(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
    text[start..].lines().next().unwrap_or_default().trim()
}

/// Some errors are noticed far behind the slip: a string of several lines that is never closed at the end of the file
/// (what helps is where it opens), a list that is never closed at the next header (what helps is where it stops).
fn opening(at: FileSpan, error: &Error, text: &str) -> FileSpan {
    let before = &text[..at.start as usize];
    if error.message().starts_with("missing comma") && before.ends_with('\n') {
        let end = before.trim_end().len() as u32;
        return FileSpan::new(end, end);
    }
    if !error.message().contains("multi-line") {
        return at;
    }
    let open = before.rfind("\"\"\"").max(before.rfind("'''"));
    open.map_or(at, |open| FileSpan::new(open as u32, open as u32 + 3))
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
    let mut start = 0;
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        if is_header(line) {
            if line_start > at.start {
                return FileSpan::new(start, line_start);
            }
            start = line_start;
        }
        line_start += line.len() as u32;
    }
    FileSpan::new(start, text.len() as u32)
}

/// Whether a line looks like the header of a table, and not like a text that begins with a marked value.
fn is_header(line: &str) -> bool {
    let name = line.trim_start_matches('[');
    let end = name.find(']').unwrap_or(name.trim_end().len());
    line.starts_with('[') && name[..end].chars().all(|c| c.is_ascii_alphanumeric() || "-_.\"'".contains(c))
}
