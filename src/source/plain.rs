//! Plain text: blocks are told from one another by blank lines, marks of lists and tables, and the width of lines.

use std::iter::Peekable;
use std::str::SplitInclusive;

use super::prose::{BlockKind, Prose};
use super::span::FileSpan;
use super::url::{may_hold_address, words_between};

/// Lines longer than this, in characters, were not broken by hand: each is a paragraph.
const LONGEST_WRAPPED: usize = 120;
/// A column of text narrower than this, in characters, is a list of short lines.
const NARROWEST_WRAPPED: usize = 36;
/// Of two lines alone, the first must be at least this long for the second to go on with it.
const LONE_WRAPPED: usize = 50;

/// Reads the blocks of a text from the byte `from` on.
#[must_use]
pub fn plain(text: &str, from: usize) -> Prose {
    let lines = text[from..].split_inclusive('\n').peekable();
    let (prose, addresses) = (Prose::with_capacity(text.len() - from), may_hold_address(&text[from..]));
    let mut reader = Reader { text, lines, at: from, prose, addresses, number: 0 };
    while let Some(run) = reader.next_run() {
        reader.blocks(&run);
    }
    reader.prose
}

struct Reader<'a> {
    text: &'a str,
    lines: Peekable<SplitInclusive<'a, char>>,
    /// The byte where the next line begins.
    at: usize,
    prose: Prose,
    /// Whether the text can hold bare addresses.
    addresses: bool,
    /// The number of the last item of a numbered list.
    number: u32,
}

/// A line that is not blank, its marks taken off.
#[derive(Clone, Copy, Debug)]
struct Line<'a> {
    /// The byte of the file where `words` begin.
    at: usize,
    words: &'a str,
    shape: Shape,
    quoted: bool,
    /// Characters of the whole line, counted no further than one more than [`LONGEST_WRAPPED`].
    width: usize,
    /// Bytes of blanks before its words or its mark.
    indent: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Text,
    /// A line with `#` before it.
    Heading,
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// The line below the head of a table.
    TableRule,
    /// A line of dashes, stars or the like.
    Rule,
}

impl<'a> Reader<'a> {
    /// The lines up to the next blank one, or to a change between quoted and not quoted; `None` at the end.
    fn next_run(&mut self) -> Option<Vec<Line<'a>>> {
        let mut run: Vec<Line<'a>> = Vec::new();
        while let Some(&raw) = self.lines.peek() {
            let line = self.line(raw, run.last());
            if let (Some(line), Some(last)) = (line, run.last())
                && line.quoted != last.quoted
            {
                return Some(run);
            }
            self.lines.next();
            self.at += raw.len();
            match line {
                Some(line) => run.push(line),
                None if run.is_empty() => {}
                None => return Some(run),
            }
        }
        (!run.is_empty()).then_some(run)
    }

    /// Reads the line `raw`, which begins at `self.at`; `None` where it is blank.
    fn line(&mut self, raw: &'a str, last: Option<&Line<'a>>) -> Option<Line<'a>> {
        let mut words = raw.trim_start();
        let mut quoted = false;
        while let Some(rest) = words.strip_prefix('>') {
            quoted = true;
            words = rest.trim_start();
        }
        let indent = raw.len() - words.len();
        words = words.trim_end();
        if words.is_empty() {
            return None;
        }
        let mut shape = shape(words);
        if shape == Shape::Text {
            while let Some((mark, rest)) = mark(words) {
                let free = last.is_none_or(|last| last.shape != Shape::Text || last.quoted != quoted || last.ends())
                    || shape == Shape::Item;
                // In the middle of a paragraph a dash may be a dash, and a number one of the sentence.
                let small = rest.trim_start().starts_with(char::is_lowercase);
                let opens = free || !small || last.is_none_or(|last| last.width < NARROWEST_WRAPPED);
                let taken = match mark {
                    Mark::Heading | Mark::Dash => free,
                    Mark::Bullet => true,
                    Mark::Hyphen => opens,
                    // "12. He said so" goes on with a list only where the number does.
                    Mark::Number(number) => opens && (number <= 1 || number == self.number + 1),
                };
                if !taken {
                    break;
                }
                if let Mark::Number(number) = mark {
                    self.number = number;
                }
                shape = if mark == Mark::Heading { Shape::Heading } else { Shape::Item };
                words = rest.trim_start();
            }
        }
        let line = raw.trim_end();
        let width = if line.len() <= LONGEST_WRAPPED {
            line.chars().count()
        } else {
            line.chars().take(LONGEST_WRAPPED + 1).count()
        };
        let at = self.at + (words.as_ptr() as usize - raw.as_ptr() as usize);
        Some(Line { at, words, shape, quoted, width, indent })
    }

    /// Adds the blocks of a run of lines.
    fn blocks(&mut self, run: &[Line<'a>]) {
        let mut at = 0;
        while at < run.len() {
            let alike = |line: &&Line<'_>| matches!(line.shape, Shape::Text | Shape::Item | Shape::Heading);
            let text = run[at..].iter().take_while(alike).count();
            if text > 0 {
                self.paragraphs(&run[at..at + text], run.get(at + text));
                at += text;
                continue;
            }
            let table = run[at..].iter().take_while(|line| matches!(line.shape, Shape::Row | Shape::TableRule)).count();
            self.table(&run[at..at + table]);
            at += table.max(1);
        }
    }

    fn table(&mut self, lines: &[Line<'a>]) {
        let ruled = lines.len() > 1 && lines[0].shape == Shape::Row && lines[1].shape == Shape::TableRule;
        let mut header = None;
        for line in lines.iter().filter(|line| line.shape == Shape::Row) {
            let block = self.prose.blocks().len() as u32;
            let added = self.add(std::slice::from_ref(line), BlockKind::Row { header });
            if added && ruled && header.is_none() {
                header = Some(block);
            }
        }
    }

    /// Adds the paragraphs, headings and items of lines that follow one another; `next` is the line behind them.
    fn paragraphs(&mut self, lines: &[Line<'a>], next: Option<&Line<'a>>) {
        let wrapping = Wrapping::of(lines);
        let mut at = 0;
        while at < lines.len() {
            let mut end = at + 1;
            while end < lines.len() && wrapping.goes_on(&lines[at], &lines[end - 1], &lines[end]) {
                end += 1;
            }
            let kind = match lines[at].shape {
                Shape::Item => BlockKind::Item,
                Shape::Heading => BlockKind::Heading,
                _ if end == at + 1 && self.is_heading(&lines[at], lines.get(end).or(next)) => BlockKind::Heading,
                _ => BlockKind::Paragraph,
            };
            self.add(&lines[at..end], kind);
            at = end;
        }
    }

    /// Whether a line of its own is a heading: short, without a stop, and before a blank line or a longer paragraph.
    fn is_heading(&self, line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
        let short = line.width <= LONGEST_WRAPPED && !line.words.ends_with([',', ';']) && !line.ends();
        short
            && match next {
                Some(next) => next.shape != Shape::Text || next.width > line.width,
                None => !self.text[self.at..].trim_start().is_empty(),
            }
    }

    fn add(&mut self, lines: &[Line<'a>], kind: BlockKind) -> bool {
        let start = self.prose.text().len() as u32;
        let mut end = lines[0].at;
        for line in lines {
            let gap = &self.text[end..line.at];
            if gap.trim().is_empty() {
                self.prose.push(gap, end as u32);
            } else {
                // Marks of a quotation stand between the lines.
                self.prose.push_made("\n", FileSpan::new(end as u32, line.at as u32));
            }
            if self.addresses {
                for (from, words) in words_between(line.words) {
                    self.prose.push(words, (line.at + from) as u32);
                }
            } else {
                self.prose.push(line.words, line.at as u32);
            }
            end = line.at + line.words.len();
        }
        self.prose.end_block(start, kind, lines[0].quoted)
    }
}

impl Line<'_> {
    /// Whether it ends on a stop or a colon, closing marks aside.
    fn ends(&self) -> bool {
        self.words
            .trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_', ' '])
            .ends_with(['.', '!', '?', '…', ':'])
    }

    fn begins_lower(&self) -> bool {
        self.words.starts_with(char::is_lowercase)
    }

    fn first_word_width(&self) -> usize {
        self.words.chars().take(LONGEST_WRAPPED + 1).take_while(|c| !c.is_whitespace()).count()
    }
}

/// How the lines of a run were broken.
struct Wrapping {
    /// Characters of the widest line; `None` where lines are so long that each is a paragraph.
    width: Option<usize>,
    /// Whether lines were broken where the next word did not fit any more.
    wrapped: bool,
}

impl Wrapping {
    fn of(lines: &[Line<'_>]) -> Self {
        // A long address on a line of its own says nothing of the width.
        let widths = lines.iter().filter(|line| line.words.contains(char::is_whitespace)).map(|line| line.width);
        let width = widths.max().filter(|&widest| widest <= LONGEST_WRAPPED);
        let Some(widest) = width.filter(|&widest| widest >= NARROWEST_WRAPPED) else {
            return Self { width, wrapped: false };
        };
        let breaks = lines.windows(2).filter(|pair| pair[1].shape == Shape::Text);
        let (mut all, mut full) = (0, 0);
        for pair in breaks {
            all += 1;
            full += usize::from(is_full(&pair[0], &pair[1], widest));
        }
        let wrapped = match lines {
            // Two lines prove little: a headline and a byline look the same.
            [first, second] => full == 1 && first.width >= LONE_WRAPPED && !first.ends() && second.ends(),
            _ => full * 2 > all,
        };
        Self { width, wrapped }
    }

    /// Whether the paragraph that begins with `first` goes on from the line `line` to the line `next`.
    fn goes_on(&self, first: &Line<'_>, line: &Line<'_>, next: &Line<'_>) -> bool {
        if next.shape != Shape::Text || first.shape == Shape::Heading {
            return false;
        }
        let hangs = first.shape == Shape::Item && next.indent > first.indent;
        let Some(width) = self.width else { return hangs };
        hangs || (self.wrapped && is_full(line, next, width)) || (next.begins_lower() && !line.ends())
    }
}

/// Whether the first word of `next` would not have fitted behind `line`.
fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    line.width + 1 + next.first_word_width() > width
}

/// What a line is by its characters alone, marks of lists aside.
fn shape(words: &str) -> Shape {
    let bytes = words.as_bytes();
    if bytes[0] == b'|' {
        if bytes.contains(&b'-') && bytes.iter().all(|byte| matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t')) {
            return Shape::TableRule;
        }
        if words[1..].contains('|') {
            return Shape::Row;
        }
    }
    let rule = |mark: u8| bytes.iter().all(|&byte| byte == mark || byte == b' ');
    let dashes = words.starts_with(['–', '—']) && words.chars().all(|c| matches!(c, '–' | '—' | ' '));
    if bytes.len() >= 2 && matches!(bytes[0], b'-' | b'*' | b'_' | b'=' | b'~' | b'#') && rule(bytes[0]) || dashes {
        return Shape::Rule;
    }
    Shape::Text
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// A sign that is nothing else.
    Bullet,
    /// A sign that may be a dash or a star in the text.
    Hyphen,
    /// A sign that is mostly a dash in the text.
    Dash,
    Number(u32),
    Heading,
}

/// The mark of a list or a heading at the start of a line, and what stands behind it.
fn mark(words: &str) -> Option<(Mark, &str)> {
    let hashes = words.len() - words.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) {
        return words[hashes..].starts_with([' ', '\t']).then(|| (Mark::Heading, &words[hashes..]));
    }
    let first = words.chars().next()?;
    let (mark, rest) = match first {
        '-' | '*' => (Mark::Hyphen, &words[1..]),
        '–' => (Mark::Dash, &words[first.len_utf8()..]),
        '•' | '◦' | '▪' | '‣' | '●' | '○' | '·' | '■' | '➢' | '✓' => {
            return Some((Mark::Bullet, &words[first.len_utf8()..]));
        }
        '0'..='9' => {
            let digits = words.bytes().take_while(u8::is_ascii_digit).count();
            let number = words[..digits].parse().ok().filter(|_| digits <= 3)?;
            (Mark::Number(number), words[digits..].strip_prefix(['.', ')'])?)
        }
        _ => return None,
    };
    rest.starts_with([' ', '\t']).then_some((mark, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::proptest;

    use crate::source::outline;
    use crate::source::read::Format;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(outline::blocks(text, Format::Plain).lines().collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn blank_lines_divide_paragraphs() {
        check(
            "It rained.\n\nWe stayed. They left.\n",
            &["paragraph: It rained.", "paragraph: We stayed. / They left."],
        );
        check("It rained.\r\n \t\r\n\r\nWe stayed.\r\n", &["paragraph: It rained.", "paragraph: We stayed."]);
        check("", &[]);
        check(" \n\t\n", &[]);
    }

    #[test]
    fn lines_broken_at_a_width_are_one_paragraph() {
        check(
            "The harbour of Lind was closed on Monday for the\nthird time in a month. Ann Berg, who leads the\nPort Council, said it would open again on\nTuesday.\nNo ship had left the harbour since the storm had\ncome in.\n",
            &[
                "paragraph: The harbour of Lind was closed on Monday for the third time in a month. / Ann Berg, who leads the \
                 Port Council, said it would open again on Tuesday.",
                "paragraph: No ship had left the harbour since the storm had come in.",
            ],
        );
        check(
            "The harbour was closed by order of the new Port Council\r\nof Lind on Monday.",
            &["paragraph: The harbour was closed by order of the new Port Council of Lind on Monday."],
        );
        check(
            "The harbour was closed on Monday by order of Ann Berg of the\nPort Council.",
            &["paragraph: The harbour was closed on Monday by order of Ann Berg of the Port Council."],
        );
    }

    #[test]
    fn a_small_letter_goes_on_with_a_line_that_has_not_ended() {
        check(
            "It rained on\nall of us.\nthen\nIt stopped.",
            &["paragraph: It rained on all of us.", "heading: then", "paragraph: It stopped."],
        );
    }

    #[test]
    fn one_line_a_paragraph_with_headings_between() {
        let long = "The council met on Monday and talked for a long while about the harbour, the bridge and the new school, \
                    until all were tired.";
        check(
            &format!("Harbour Closed\n{long}\nwhat comes next\n{long}\nDid it end?\n"),
            &[
                "heading: Harbour Closed",
                &format!("paragraph: {long}"),
                "heading: what comes next",
                &format!("paragraph: {long}"),
                "paragraph: Did it end?",
            ],
        );
    }

    #[test]
    fn a_short_line_alone_is_a_heading_only_before_something() {
        check(
            "Harbour closed\n\nIt rained.\n\nAnn Berg",
            &["heading: Harbour closed", "paragraph: It rained.", "paragraph: Ann Berg"],
        );
        check("Dear all,\n\nIt rained.", &["paragraph: Dear all,", "paragraph: It rained."]);
        check("The reasons:\n\nIt rained.", &["paragraph: The reasons:", "paragraph: It rained."]);
        check("Harbour closed\n==============\nIt rained.", &["heading: Harbour closed", "paragraph: It rained."]);
        check("## Harbour\nIt rained.", &["heading: Harbour", "paragraph: It rained."]);
        check(
            "Harbour closed\nBy Ann Berg\n\nIt rained.",
            &["paragraph: Harbour closed", "heading: By Ann Berg", "paragraph: It rained."],
        );
    }

    #[test]
    fn items_lose_their_marks() {
        check(
            "The reasons:\n- rain\n* Wind. And snow.\n• fog\n  – hail\n- 4. x",
            &[
                "paragraph: The reasons:",
                "item: rain",
                "item: Wind. / And snow.",
                "item: fog",
                "item: hail",
                "item: 4. x",
            ],
        );
        check("1. One\n2) Two\n\n  3. Three", &["item: One", "item: Two", "item: Three"]);
        check("- 1. One\n- 2. Two", &["item: One", "item: Two"]);
        check("Contents\n- 1. One\n- 2. two", &["heading: Contents", "item: One", "item: two"]);
        check(
            "It rained on all of us on that long long day\n- as it does - and so on it went for all\nafterwards.",
            &[
                "paragraph: It rained on all of us on that long long day - as it does - and so on it went for all afterwards.",
            ],
        );
    }

    #[test]
    fn items_hold_the_lines_that_hang_below_them() {
        check("- It rained on\n  Monday.\n- It snowed.", &["item: It rained on Monday.", "item: It snowed."]);
    }

    #[test]
    fn numbers_that_do_not_count_on_are_prose() {
        check("27. October 2025", &["paragraph: 27. October 2025"]);
        check("It happened on\n12. He left.", &["paragraph: It happened on", "paragraph: 12. / He left."]);
        check("-5 degrees\n*starred*", &["paragraph: -5 degrees", "paragraph: *starred*"]);
    }

    #[test]
    fn rows_know_their_header() {
        check(
            "The dates\n| Date | Place |\n|---|:--|\n| May 1 | Lind |\n| May 2 | |\nIt ended.",
            &[
                "heading: The dates",
                "first row: | Date | Place |",
                "row: | May 1 | Lind |",
                "row: | May 2 | |",
                "paragraph: It ended.",
            ],
        );
        check("| a | b |\n| c | d |\n", &["first row: | a | b |", "first row: | c | d |"]);
        check("|---|---|\n| c | d |\n| alone", &["first row: | c | d |", "paragraph: | alone"]);
    }

    #[test]
    fn quoted_lines_are_marked() {
        check(
            "He wrote:\n> It rained on\n> all of us.\n>\n> It stopped.\nSo it was.",
            &[
                "paragraph: He wrote:",
                "> paragraph: It rained on all of us.",
                "> paragraph: It stopped.",
                "paragraph: So it was.",
            ],
        );
    }

    #[test]
    fn rules_and_addresses_are_no_prose() {
        check(
            "It rained.\n***\nhttps://a.example/2025/01/02\n- - -\nSee www.a.example.\n———\n",
            &["paragraph: It rained.", "paragraph: See ."],
        );
    }

    proptest! {
        #[test]
        fn any_text_keeps_its_words_and_places(text in "\\PC*") {
            outline::read(&text, Format::Plain);
        }

        #[test]
        fn any_lines_keep_their_words_and_places(text in "([-*•#>|=0-9.) \ta-zA-Zé“”\"':/]{0,20}(\r?\n|www.a))*") {
            outline::read(&text, Format::Plain);
        }
    }
}
