//! The date of a source: the day that what it says is dated by where it names no other.

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use crate::source::document::Document;
use crate::values::date::Date;
use crate::values::temporal::first_day;
use crate::values::value::{Reading, Value};

/// The day a source was written or published, and where that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceDate {
    /// The day.
    pub day: NaiveDate,
    /// Where it was found.
    pub origin: Origin,
}

/// Where a source's date was found, the most trusted place first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The front matter, or whoever handed the source over.
    Header,
    /// The dateline of a report: "TOKYO, Oct. 27, 2025 —".
    Dateline,
    /// A line near the top that says nothing but the date, and perhaps who wrote it.
    Line,
    /// The name of the file: "2025-10-27-visit.md".
    FileName,
    /// The date given for sources that have none.
    Default,
}

/// The date of a source, from the most trusted place that states a full day; `None` where none does. `readings` are the
/// document's values in order of their first tokens. A date in running text is not the source's.
#[must_use]
pub fn source_date(document: &Document, readings: &[Reading], default: Option<NaiveDate>) -> Option<SourceDate> {
    let from_name = file_name_day(document.file.name());
    let header = || {
        let written = document.header.date.as_deref()?;
        first_day(written).or_else(|| file_name_day(written)).map(|day| (day, Origin::Header))
    };
    let dateline = || dateline(document, readings, from_name.or(default)).map(|day| (day, Origin::Dateline));
    let line = || date_line(document, readings).map(|day| (day, Origin::Line));
    let (day, origin) = header()
        .or_else(dateline)
        .or_else(line)
        .or(from_name.map(|day| (day, Origin::FileName)))
        .or(default.map(|day| (day, Origin::Default)))?;
    Some(SourceDate { day, origin })
}

/// How many blocks, lines and tokens still count as the top: a title, a subtitle, an author, a place, a date.
const TOP_BLOCKS: usize = 6;
const TOP_LINES: usize = 10;
const TOP_TOKENS: usize = 160;

/// How far into its block the date of a dateline may begin, and how long a line may be that says only its date.
const DATELINE_TOKENS: usize = 14;
const LINE_TOKENS: usize = 24;

/// The day of a dateline: capitalised words, the date, a dash. `near` supplies the year where it is left out.
fn dateline(document: &Document, readings: &[Reading], near: Option<NaiveDate>) -> Option<NaiveDate> {
    let token_at = |byte: u32| document.tokens().partition_point(|token| token.span.start < byte);
    document.prose.blocks().iter().take(TOP_BLOCKS).find_map(|block| {
        let (start, end) = (token_at(block.span.start), token_at(block.span.end));
        let (date, tokens) = dates(readings, start..end.min(start + DATELINE_TOKENS)).next()?;
        let placed = document.capital(start) && (start..tokens.start).all(|at| is_place(document, at));
        if !placed || tokens.start == start || !dash_follows(document, tokens.end, end) {
            return None;
        }
        date.calendar_day().or_else(|| nearest(&date, near?))
    })
}

/// Whether a token can stand before the date of a dateline: "NEW YORK (AP), ".
fn is_place(document: &Document, at: usize) -> bool {
    const LEADS: [&str; 12] =
        ["on", "in", "by", "the", "at", "since", "from", "until", "after", "before", "as", "between"];
    if document.capital(at) {
        return !LEADS.contains(&document.word(at));
    }
    matches!(document.word(at), "," | "." | "(" | ")" | "/" | "*" | "_" | "-" | ":" | "de" | "of")
}

/// Whether a dash ends the dateline, perhaps behind an agency in brackets: "Oct. 27 (Reuters) —".
fn dash_follows(document: &Document, at: usize, end: usize) -> bool {
    for at in at..end.min(at + 8) {
        match document.word(at) {
            "-" => return !document.glued(at + 1) || document.raw(at) == "—",
            "(" | ")" | "." | "," | "/" | "*" | "_" | ":" => {}
            _ if document.capital(at) || document.raw(at).starts_with(|c: char| c.is_ascii_digit()) => {}
            _ => return false,
        }
    }
    false
}

/// The day that has this month and day and lies nearest to another.
fn nearest(date: &Date, near: NaiveDate) -> Option<NaiveDate> {
    if date.year.is_some() {
        return None;
    }
    (-1..=1)
        .filter_map(|years| NaiveDate::from_ymd_opt(near.year() + years, date.month?, date.day?))
        .min_by_key(|day| (*day - near).num_days().abs())
}

/// The day of a line of its own near the top; one that says "updated" only where no other does.
fn date_line(document: &Document, readings: &[Reading]) -> Option<NaiveDate> {
    let mut updated = None;
    for line in top_lines(document) {
        let Some((date, tokens)) = dates(readings, line.clone()).next() else { continue };
        let Some(day) = date.calendar_day() else { continue };
        if is_of_minutes(document, &line) {
            return Some(day);
        }
        if line.len() > LINE_TOKENS || !is_own_line(document, &line, &tokens) {
            continue;
        }
        let says = |word| line.clone().any(|at| document.word(at) == word);
        if !says("updated") || says("published") {
            return Some(day);
        }
        updated = updated.or(Some(day));
    }
    updated
}

/// Whether a line says nothing but its date, where and by whom it was written, and at what time.
fn is_own_line(document: &Document, line: &Range<usize>, date: &Range<usize>) -> bool {
    let word = |at: usize| document.word(at);
    let is_mark = |at: usize| !word(at).starts_with(char::is_alphanumeric);
    // "Tokyo, October 27, 2025": a name may stand before the date where a mark divides them.
    let signed = (line.start..date.start).any(|at| word(at) == "by");
    let names = (line.start..date.start).filter(|&at| document.capital(at) && !is_label(word(at))).count();
    let divided = line.start == date.start || is_mark(date.start - 1) || names == 0 || signed;
    let by = (date.end..line.end).find(|&at| word(at) == "by").unwrap_or(line.end);
    let plain = |at: usize| match word(at) {
        "?" | "!" | "%" | "$" | "€" | "£" => false,
        // Behind a full stop another sentence may begin.
        "." if at > date.start => at + 1 == line.end || document.glued(at + 1) || document.glued(at),
        word if is_label(word) || is_clock_word(word) => true,
        word if word.starts_with(|c: char| c.is_ascii_digit()) => at > date.start,
        _ => is_mark(at) || document.capital(at) && (at < date.start || at > by),
    };
    divided && names <= if signed { 8 } else { 4 } && (line.start..date.start).chain(date.end..line.end).all(plain)
}

/// Whether a line opens the minutes of a meeting, whose date it tells: "Minutes of the annual meeting, 6 November 2025".
fn is_of_minutes(document: &Document, line: &Range<usize>) -> bool {
    line.clone().take(OPENS_MINUTES).any(|at| {
        let counted = at > line.start && !document.word(at - 1).starts_with(char::is_alphabetic);
        document.word(at) == "minutes" && (document.capital(at) || !counted) && document.word(at + 1) == "of"
    })
}

/// How far into its line "minutes of" stands, behind the name of who met.
const OPENS_MINUTES: usize = 8;

/// The words that introduce a date in a line of its own.
fn is_label(word: &str) -> bool {
    matches!(
        word,
        "published"
            | "updated"
            | "posted"
            | "date"
            | "dated"
            | "last"
            | "first"
            | "on"
            | "at"
            | "by"
            | "issued"
            | "modified"
            | "created"
            | "written"
            | "filed"
            | "release"
            | "released"
            | "immediate"
            | "for"
            | "and"
    )
}

/// The words of a time that may stand beside the date.
fn is_clock_word(word: &str) -> bool {
    matches!(
        word,
        "am" | "pm"
            | "a.m."
            | "p.m."
            | "gmt"
            | "utc"
            | "bst"
            | "cet"
            | "cest"
            | "est"
            | "edt"
            | "cst"
            | "cdt"
            | "pst"
            | "pdt"
            | "et"
            | "ist"
            | "jst"
            | "local"
            | "time"
            | "hrs"
            | "h"
    )
}

/// The lines at the top of the prose that hold a word, as ranges of tokens.
fn top_lines(document: &Document) -> impl Iterator<Item = Range<usize>> {
    let tokens = document.tokens();
    let text = document.prose.text();
    let breaks = move |at: usize| {
        let gap = tokens[at - 1].span.end as usize..tokens[at].span.start as usize;
        text[gap].contains(['\n', '\r'])
    };
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= tokens.len().min(TOP_TOKENS) {
            return None;
        }
        let end = (start + 1..tokens.len()).find(|&at| breaks(at)).unwrap_or(tokens.len());
        let line = start..end;
        start = end;
        Some(line)
    })
    .take(TOP_LINES)
}

/// The days that lie within these tokens, with their own.
fn dates(readings: &[Reading], within: Range<usize>) -> impl Iterator<Item = (Date, Range<usize>)> {
    let first = readings.partition_point(|reading| (reading.tokens.start as usize) < within.start);
    let end = within.end;
    readings[first..].iter().take_while(move |reading| (reading.tokens.start as usize) < end).filter_map(
        move |reading| match reading.value {
            Value::Date(date) if date.day.is_some() && reading.tokens.end as usize <= end => {
                Some((date, reading.tokens.start as usize..reading.tokens.end as usize))
            }
            _ => None,
        },
    )
}

/// The day that a file's name, or the folders above it, state: "2025-10-27-visit.md", "20251027.txt", "2025/10/27/a.md".
/// Of several the one nearest to the file.
fn file_name_day(name: &str) -> Option<NaiveDate> {
    let bytes = name.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let mut found = None;
    let mut at = 0;
    while at < bytes.len() {
        let len = digits(at);
        let parts = match len {
            // A date, or a date with hours, minutes and seconds behind it.
            8 | 12 | 14 => Some((at, at + 4, at + 6)),
            4 => {
                let mark = bytes.get(at + 4).filter(|mark| matches!(mark, b'-' | b'_' | b'.' | b'/' | b'\\'));
                let joined = mark.is_some() && mark == bytes.get(at + 7);
                (joined && digits(at + 5) == 2 && digits(at + 8) == 2).then_some((at, at + 5, at + 8))
            }
            _ => None,
        };
        let number = |from: usize, len: usize| name.get(from..from + len)?.parse::<u32>().ok();
        let day = parts.and_then(|(year, month, day)| {
            let year = number(year, 4).filter(|year| (1600..=2100).contains(year))?;
            NaiveDate::from_ymd_opt(year as i32, number(month, 2)?, number(day, 2)?)
        });
        found = day.or(found);
        at += len.max(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::document::Header;
    use crate::source::file::File;
    use crate::source::prose::{BlockKind, Prose};
    use crate::values::temporal::read;

    /// Blocks are divided by empty lines.
    fn date_of(name: &str, header: Option<&str>, text: &str, default: Option<NaiveDate>) -> String {
        let mut prose = Prose::default();
        let mut file = 0;
        for block in text.split("\n\n") {
            let start = prose.text().len() as u32;
            prose.push(block, file);
            prose.end_block(start, BlockKind::Paragraph, false);
            prose.push("\n", file);
            file += block.len() as u32 + 2;
        }
        let header = Header { date: header.map(str::to_owned), ..Header::default() };
        let document = Document::new(Arc::new(File::new(name, text)), prose, header);
        let mut readings = Vec::new();
        read(&document, 0..document.tokens().len(), &mut readings);
        readings.sort_by_key(|reading| reading.tokens.start);
        match source_date(&document, &readings, default) {
            Some(SourceDate { day, origin }) => format!("{day} {origin:?}"),
            None => "none".to_owned(),
        }
    }

    #[test]
    fn a_header_states_the_date_in_any_form() {
        for header in [
            "2031-04-09",
            "2031-04-09T07:37:00Z",
            "2031-04-09 07:37",
            "April 9, 2031",
            "9 April 2031",
            "Wed, 09 Apr 2031 07:37:00 GMT",
            "Wednesday, April 9, 2031 at 3 p.m.",
            "20310409",
        ] {
            assert_eq!(date_of("a.md", Some(header), "Words.", None), "2031-04-09 Header", "{header}");
        }
        for header in ["soon", "April 2031", "9 April", "2031-02-30", ""] {
            assert_eq!(date_of("a.md", Some(header), "Words.", None), "none", "{header}");
        }
    }

    #[test]
    fn the_top_of_a_text_states_the_date() {
        for (text, expected) in [
            ("VELDEN, April 9, 2031 — The dam held.", "2031-04-09 Dateline"),
            ("VELDEN, Apr. 9, 2031 (Newswire) - The dam held.", "2031-04-09 Dateline"),
            ("VELDEN (9 April 2031) - The dam held.", "2031-04-09 Dateline"),
            ("A dam holds\n\nNEW VELDEN, Ostland, 9 April 2031—The dam held.", "2031-04-09 Dateline"),
            ("VELDEN, April 9 — The dam held.", "none"),
            ("A dam holds\n\nApril 9, 2031\n\nThe dam held.", "2031-04-09 Line"),
            ("A dam holds\n\nPublished: Wednesday, 9 April 2031, 14:05 GMT\n\nThe dam held.", "2031-04-09 Line"),
            ("A dam holds\nBy Jana Orlik | April 9, 2031\nThe dam held.", "2031-04-09 Line"),
            ("A dam holds\n\nVelden, 9 April 2031\n\nThe dam held.", "2031-04-09 Line"),
            ("Updated: April 10, 2031\n\nPublished: April 9, 2031\n\nThe dam held.", "2031-04-09 Line"),
            ("Updated: April 10, 2031\n\nThe dam held.", "2031-04-10 Line"),
            ("Posted on April 9, 2031 by Jana Orlik", "2031-04-09 Line"),
            ("For immediate release. Wednesday, 9 April 2031.\n\nThe dam held.", "2031-04-09 Line"),
            (
                "Velden Dam Board. Minutes of the annual meeting, Wednesday, 9 April 2031, at the inn.",
                "2031-04-09 Line",
            ),
            ("The dam broke within 12 minutes of the quake on 9 April 2031, they say.", "none"),
            ("On April 9, 2031 — a dark day — the dam burst.", "none"),
            ("The dam burst on April 9, 2031.", "none"),
            ("April 9, 2031 was a dark day in Velden.", "none"),
            ("April 9, 2031. The dam burst in the night.", "none"),
            ("Why The Dam Burst On April 9, 2031\n\nThe dam burst.", "none"),
            ("A dam holds\n\nApril 2031\n\nThe dam held.", "none"),
        ] {
            assert_eq!(date_of("dam.txt", None, text, None), expected, "{text}");
        }
    }

    #[test]
    fn a_date_far_from_the_top_is_not_the_source_s() {
        let text = format!("{}April 9, 2031", "The dam held, and held, and held.\n\n".repeat(20));
        assert_eq!(date_of("dam.txt", None, &text, None), "none");
    }

    #[test]
    fn a_file_name_states_the_date() {
        for (name, expected) in [
            ("2031-04-09-dam.md", "2031-04-09 FileName"),
            ("news/2031/04/09/dam.md", "2031-04-09 FileName"),
            ("dam_2031_04_09.txt", "2031-04-09 FileName"),
            ("20310409.txt", "2031-04-09 FileName"),
            ("dam-20310409120000.txt", "2031-04-09 FileName"),
            ("2030-01-01/2031-04-09.txt", "2031-04-09 FileName"),
            ("20311309.txt", "none"),
            ("2031-04.md", "none"),
            ("dam-12345678.txt", "none"),
            ("é2031-04-0é.md", "none"),
            ("2031-04-", "none"),
        ] {
            assert_eq!(date_of(name, None, "The dam held.", None), expected, "{name}");
        }
    }

    #[test]
    fn a_dateline_without_a_year_takes_it_from_the_name_or_the_default() {
        let text = "VELDEN, Dec. 30 — The dam held.";
        assert_eq!(date_of("2032-01-02.txt", None, text, None), "2031-12-30 Dateline");
        assert_eq!(date_of("dam.txt", None, text, NaiveDate::from_ymd_opt(2031, 11, 1)), "2031-12-30 Dateline");
    }

    #[test]
    fn the_default_comes_last() {
        let default = NaiveDate::from_ymd_opt(2029, 1, 1);
        assert_eq!(date_of("dam.txt", None, "The dam held.", default), "2029-01-01 Default");
        assert_eq!(date_of("2031-04-09.txt", None, "The dam held.", default), "2031-04-09 FileName");
    }
}
