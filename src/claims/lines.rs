//! Numbers that stand one on a line, each with its label: "Hard cheese: 143", "£400 for the roof".

use std::ops::Range;

use super::tally::{Layout, Placed, alike, is_no_part, is_plain, tokens};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::values::value::Reading;

/// The numbers of the lines right above or else right below the line of the match, which is itself such a line: a label, and
/// `whole` at one end of it. `None` where a line holds other numbers, or says that it is no part.
pub(super) fn around(layout: Layout<'_>, whole: &Placed) -> Option<Vec<Placed>> {
    let document = layout.document;
    let own = line_at(document, layout.matched.tokens.start);
    let total = Line::read(layout, own.clone()).filter(|line| line.value.1 == whole.1)?;
    let like = |line: &Line| line.first == total.first && alike(&line.value.0, &whole.0) && is_plain(&line.value.0);
    let part = |line: Range<usize>| Line::read(layout, line).filter(like).filter(|line| line.is_part(document));
    let mut above = Vec::new();
    let mut at = own.start;
    while let Some(line) = previous(document, at).and_then(part) {
        at = line.tokens.start;
        above.push(line.value);
    }
    if above.len() > 1 {
        above.reverse();
        return Some(above);
    }
    let mut below = Vec::new();
    let mut at = own.end;
    while let Some(line) = next(document, at).and_then(part) {
        at = line.tokens.end;
        below.push(line.value);
    }
    (above.is_empty() && below.len() > 1).then_some(below)
}

/// A line with a label and one number.
struct Line {
    tokens: Range<usize>,
    value: Placed,
    /// Whether the number stands before the label.
    first: bool,
}

impl Line {
    fn read(layout: Layout<'_>, line: Range<usize>) -> Option<Self> {
        const LONGEST: usize = 14;
        let document = layout.document;
        if line.len() < 2 || line.len() > LONGEST {
            return None;
        }
        let last = line.end - usize::from(matches!(document.word(line.end - 1), "." | ";" | ","));
        let numbers = |at: &usize| document.raw(*at).starts_with(|c: char| c.is_ascii_digit());
        let alone = |reading: &Reading| {
            let value = tokens(reading);
            !line.clone().any(|at| !value.contains(&at) && numbers(&at))
        };
        if let Some(reading) = layout.amount_at(line.start).filter(|reading| alone(reading)) {
            let value = (reading.value.clone(), tokens(reading));
            let labelled = (value.1.end..last).any(|at| document.word(at).starts_with(char::is_alphabetic));
            return labelled.then_some(Self { tokens: line, value, first: true });
        }
        // "Sheep: 59 entries" has its number behind the label as well.
        let reading = line.clone().skip(1).find_map(|at| layout.amount_at(at))?;
        let value = (reading.value.clone(), tokens(reading));
        let tied = matches!(document.word(value.1.start - 1), ":" | "-" | "=" | "," | ".") || value.1.end == last;
        (alone(reading) && tied && last - value.1.end <= 2).then_some(Self { tokens: line, value, first: false })
    }

    /// Whether its label says nothing else.
    fn is_part(&self, document: &Document) -> bool {
        let label = self.tokens.clone().filter(|at| !self.value.1.contains(at));
        !label.map(|at| document.word(at)).any(|word| is_no_part(word) || OF_SEVERAL.contains(&word))
    }
}

/// Words in the label of a line that counts several of those beside it, or one of each: a row of a table may have them
/// ("All-day ticket").
const OF_SEVERAL: [&str; 5] = ["all", "together", "which", "per", "each"];

/// The tokens of the line of the file on which a token stands.
fn line_at(document: &Document, token: usize) -> Range<usize> {
    let count = document.tokens().len();
    let start = (1..=token).rev().find(|&at| breaks(document, at).is_some()).unwrap_or(0);
    let end = (token + 1..count).find(|&at| breaks(document, at).is_some()).unwrap_or(count);
    start..end
}

/// The line above the one that begins at a token, where nothing parts the two.
fn previous(document: &Document, start: usize) -> Option<Range<usize>> {
    (start > 0 && breaks(document, start) == Some(false)).then(|| line_at(document, start - 1))
}

/// The line below the one that ends before a token, where nothing parts the two.
fn next(document: &Document, end: usize) -> Option<Range<usize>> {
    (end < document.tokens().len() && breaks(document, end) == Some(false)).then(|| line_at(document, end))
}

/// Whether a line begins with the token at `at`, and then whether something parts it from the line above: a blank line
/// between two that are not both items of a list, or the border of a table.
fn breaks(document: &Document, at: usize) -> Option<bool> {
    let place = |at: usize| document.in_file(document.tokens()[at].span);
    let between = document.file.text().get(place(at - 1).end as usize..place(at).start as usize)?;
    let lines = between.bytes().filter(|&byte| byte == b'\n').count();
    let kind = |at: usize| document.block_of(&document.sentences()[document.sentence_at(at)]).kind;
    let (above, here) = (kind(at - 1), kind(at));
    let items = above == BlockKind::Item && here == BlockKind::Item;
    let row = |kind: BlockKind| matches!(kind, BlockKind::Row { .. });
    (lines > 0).then(|| (lines > 1 && !items) || row(above) || row(here) || between.contains('#'))
}
