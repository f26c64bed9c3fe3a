//! What stands under a title: snippets, each under its place, then messages.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Message, Origin, Padding, Renderer, Snippet};

use super::clean::{clean, shorten, width, wrap};
use super::excerpt::excerpt;
use super::look::Look;
use super::place::in_its_text;
use crate::source::file::File;
use crate::source::span::FileSpan;

/// Columns that the bars beside a line take, apart from the line number.
const BAR: usize = 3;

/// Columns that stand before a message: up to four for the line number, then ` = note: `.
const MESSAGE_MARGIN: usize = 13;

/// Words of a file with what is said beside them.
#[derive(Clone, Debug)]
pub(super) struct Words<'a> {
    pub(super) file: &'a File,
    pub(super) span: FileSpan,
    pub(super) label: String,
}

/// What stands under a title.
///
/// Lines are cut here and not by annotate-snippets, which would need the whole line to do it. The place is then an
/// element of its own, since annotate-snippets would count the column in the cut line.
pub(super) struct Body<'a> {
    level: Level<'a>,
    look: Look,
    groups: Vec<Group<'a>>,
    messages: Vec<Message<'a>>,
    /// Columns of the widest line number.
    gutter: usize,
    /// Whether there is no snippet, but a place.
    bare: bool,
}

impl<'a> Body<'a> {
    pub(super) fn new(level: Level<'a>, look: Look) -> Self {
        // An empty group first: what is special about the first group (a bar between it and the next) is not wanted.
        Self {
            groups: vec![Group::with_level(level.clone())],
            level,
            look,
            messages: Vec::new(),
            gutter: 1,
            bare: false,
        }
    }

    /// Shows all words of a body, one after the other; those of one line together where the line has room for them.
    pub(super) fn snippets(&mut self, words: &[Words<'_>]) {
        let lines = words.iter().map(|words| words.file.place(words.span).end_line);
        self.gutter = lines.max().unwrap_or(1).to_string().len();
        let mut taken = vec![false; words.len()];
        for first in 0..words.len() {
            if std::mem::replace(&mut taken[first], true) {
                continue;
            }
            let mut together = vec![&words[first]];
            for (at, other) in words.iter().enumerate().skip(first + 1) {
                if !taken[at] && self.joins(&together, other) {
                    taken[at] = true;
                    together.push(other);
                }
            }
            if together.len() == 1 {
                self.snippet(together[0]);
            } else {
                together.sort_by_key(|words| words.span.start);
                self.joint_snippet(&together);
            }
        }
    }

    /// A place without its words, and what is said there.
    pub(super) fn place(&mut self, file: &File, span: FileSpan, label: &str) {
        let place = file.place(span);
        let words = format!("{}  {label}", origin(file, place.line, place.column));
        let origin = Origin::path(clean(words.trim_end()));
        self.bare = true;
        self.groups.push(Group::with_level(self.level.clone()).element(origin));
    }

    pub(super) fn message(&mut self, level: &Level<'a>, text: &str) {
        self.messages.push(level.clone().message(wrap(text, self.look.width.saturating_sub(MESSAGE_MARGIN))));
    }

    pub(super) fn write(mut self, title: Group<'a>, out: &mut impl Write) -> io::Result<()> {
        if !self.messages.is_empty() {
            // Behind a snippet, a bar leads on to the messages; the empty group alone has none.
            let last = if self.groups.len() > 1 { self.groups.pop().map(|last| last.element(Padding)) } else { None };
            let last = last.unwrap_or_else(|| Group::with_level(self.level.clone()));
            self.groups.push(last.elements(self.messages));
        }
        // Never cut again what is cut already.
        let renderer = if self.look.colour { Renderer::styled() } else { Renderer::plain() }.term_width(usize::MAX / 4);
        writeln!(out, "{}", renderer.render(&[title]))?;
        // Places without snippets leave no column for line numbers, so that they would begin at the very edge.
        let indent = if self.bare { " " } else { "" };
        // The first line is that of the empty group.
        for line in renderer.render(&self.groups).lines().skip(1) {
            writeln!(out, "{indent}{}", line.trim_end())?;
        }
        writeln!(out)
    }

    /// Columns for a line of a file.
    fn columns(&self) -> usize {
        self.look.width.saturating_sub(BAR + self.gutter)
    }

    /// Whether `other` stands on the one line of `words`, apart from them, and all of it fits with the labels.
    fn joins(&self, words: &[&Words<'_>], other: &Words<'_>) -> bool {
        let first = words[0];
        if !std::ptr::eq(first.file, other.file) {
            return false;
        }
        let (place, others) = (first.file.place(first.span), other.file.place(other.span));
        let one_line = place.line == place.end_line && (others.line, others.end_line) == (place.line, place.line);
        let empty = |span: FileSpan| span.start == span.end;
        let apart = words.iter().all(|words| {
            let (a, b) = (words.span, other.span);
            !empty(a) && !empty(b) && (a.end <= b.start || b.end <= a.start)
        });
        if !one_line || !apart {
            return false;
        }
        let all: Vec<&Words<'_>> = words.iter().copied().chain([other]).collect();
        let span = hull(&all);
        let label = all.iter().map(|words| width(&words.label) + 1).max().unwrap_or(0);
        let columns = self.columns();
        // Two columns are for the ellipses.
        width(first.file.slice(span)) + label + 2 <= columns
    }

    /// Words that `joins` allows, in the order of the line.
    fn joint_snippet(&mut self, words: &[&Words<'_>]) {
        let Some(first) = words.first() else { return };
        let (file, span) = (first.file, hull(words));
        let columns = self.columns();
        let place = file.place(first.span);
        // The last label stands beside its words, the others below theirs, which are further left.
        let room = words.iter().map(|words| width(&words.label) + 1).max().filter(|&room| room > 1).unwrap_or(0);
        let lines = excerpt(file, span, columns, room.min(columns.saturating_sub(width(file.slice(span)))));
        let Some(line) = lines.into_iter().next() else { return };
        let mark = |words: &&Words<'_>| {
            let text = file.text();
            let start = line.start + clean(&text[span.range().start..words.span.range().start]).len();
            let end = start + clean(file.slice(words.span)).len();
            let mark = AnnotationKind::Primary.span(start..end);
            if words.label.is_empty() { mark } else { mark.label(clean(&words.label)) }
        };
        let marks: Vec<_> = words.iter().map(mark).collect();
        self.origin(file, place.line, place.column);
        let snippet = Snippet::source(line.text).line_start(place.line as usize).annotations(marks);
        self.groups.push(Group::with_level(self.level.clone()).element(snippet));
    }

    fn snippet(&mut self, words: &Words<'_>) {
        let Words { file, span, label } = words;
        let place = file.place(*span);
        let columns = self.columns();
        // A label gets what the words leave: at most half of the columns, so that something is left for what stands
        // before the words, and at least a quarter, for which longer words lose their middle.
        let widest = file.slice(*span).split('\n').map(width).max().unwrap_or(0);
        let label = shorten(label, columns.saturating_sub(widest + 1).clamp(columns / 4, columns / 2));
        // One blank stands between the underline and its label.
        let room = if label.is_empty() { 0 } else { width(&label) + 1 };
        let lines = excerpt(file, *span, columns, room);
        let mut source = String::new();
        let mut marks = Vec::new();
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                source.push('\n');
            }
            // An empty span (what is missing at the end of a file) is pointed at; an empty end of a longer one is not.
            if line.start < line.end || span.start == span.end {
                marks.push(AnnotationKind::Primary.span(source.len() + line.start..source.len() + line.end));
            }
            source += &line.text;
        }
        if let Some(last) = marks.pop() {
            marks.push(if label.is_empty() { last } else { last.label(label) });
        }
        self.origin(file, place.line, place.column);
        let snippet = Snippet::source(source).line_start(place.line as usize).annotations(marks);
        self.groups.push(Group::with_level(self.level.clone()).element(snippet));
    }

    fn origin(&mut self, file: &File, line: u32, column: u32) {
        let origin = Origin::path(clean(&origin(file, line, column)));
        self.groups.push(Group::with_level(self.level.clone()).element(origin));
    }
}

fn origin(file: &File, line: u32, column: u32) -> String {
    format!("{}:{line}:{column}{}", file.name(), in_its_text(file))
}

/// The span from the first of the words to the last.
fn hull(words: &[&Words<'_>]) -> FileSpan {
    let start = words.iter().map(|words| words.span.start).min().unwrap_or_default();
    let end = words.iter().map(|words| words.span.end).max().unwrap_or_default();
    FileSpan::new(start, end)
}
