//! The few words of a file that a report shows around a span.

use super::clean::{clean, end_within, start_within, width};
use crate::source::file::File;
use crate::source::span::FileSpan;

/// The most lines that are shown of one span; values are short, so that more is a whole passage.
const MOST_LINES: usize = 3;

/// A line of a file, cut to fit and made harmless for a terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What to show.
    pub text: String,
    /// The bytes of `text` that the span covers; half-open.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// The lines that hold `span`, each in at most `columns` columns, at least `room` of them behind the words of the span.
/// Lines are cut around the span, at blanks where there are some near, and `…` stands for what is left out.
///
/// Costs no more than the lines are long: nothing else of the file is looked at.
#[must_use]
pub fn excerpt(file: &File, span: FileSpan, columns: usize, room: usize) -> Vec<Line> {
    let text = file.text();
    let mut lines = Vec::new();
    let mut start = span.range().start;
    for part in file.slice(span).split('\n').take(MOST_LINES) {
        let end = start + part.len();
        let before = if lines.is_empty() { text[..start].rsplit('\n').next().unwrap_or_default() } else { "" };
        let after = text[end..].split('\n').next().unwrap_or_default();
        lines.push(cut(before, part.trim_end_matches('\r'), after.trim_end_matches('\r'), columns, room));
        start = end + 1;
    }
    lines
}

/// Cuts a line, given in three parts, around the middle one.
fn cut(before: &str, words: &str, after: &str, columns: usize, room: usize) -> Line {
    let most = columns.saturating_sub(room);
    let words = if fits(words, most) { clean(words) } else { shorten_inside(words, most) };
    let free = columns - width(&words);
    // What stands behind the words shares its columns with what is said beside them on the next line.
    let most_before = free.saturating_sub(room);
    let before_wanted = if fits(before, free) { width(before) } else { free };
    let after_wanted = if fits(after, free) { width(after) } else { free };
    let before_columns = if before_wanted + after_wanted <= free {
        before_wanted.min(most_before)
    } else {
        // A side that needs less than half gives the rest to the other one.
        before_wanted.min((free / 2).max(free - after_wanted.min(free))).min(most_before)
    };
    let left = tail(before, before_columns);
    let right = head(after, free - width(&left));
    Line { start: left.len(), end: left.len() + words.len(), text: left + &words + &right }
}

/// Whether the text takes at most so many columns; looks at no more of it than that.
fn fits(text: &str, columns: usize) -> bool {
    start_within(text, columns).len() == text.len()
}

/// The end of the text in at most so many columns.
fn tail(text: &str, columns: usize) -> String {
    if fits(text, columns) {
        return clean(text);
    }
    let Some(columns) = columns.checked_sub(1) else { return String::new() };
    let kept = end_within(text, columns);
    let whole_word = text[..text.len() - kept.len()].ends_with(char::is_whitespace);
    let from =
        if whole_word { 0 } else { kept.find(char::is_whitespace).filter(|&at| at <= kept.len() / 2).unwrap_or(0) };
    format!("…{}", clean(kept[from..].trim_start()))
}

/// The beginning of the text in at most so many columns.
fn head(text: &str, columns: usize) -> String {
    if fits(text, columns) {
        return clean(text);
    }
    let Some(columns) = columns.checked_sub(1) else { return String::new() };
    let kept = start_within(text, columns);
    let whole_word = text[kept.len()..].starts_with(char::is_whitespace);
    let to = if whole_word {
        kept.len()
    } else {
        kept.rfind(char::is_whitespace).filter(|&at| at >= kept.len() / 2).unwrap_or(kept.len())
    };
    format!("{}…", clean(kept[..to].trim_end()))
}

/// Both ends of the text, `…` between them.
fn shorten_inside(text: &str, columns: usize) -> String {
    let front = head(text, columns.div_ceil(2));
    let back = tail(text, (columns - width(&front)).saturating_add(1));
    front + back.trim_start_matches('…')
}

#[cfg(test)]
mod tests {
    use super::excerpt;
    use crate::report::clean::width;
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    /// The excerpt around the words in brackets, its underlined words in brackets again.
    fn check(text: &str, columns: usize, room: usize, expected: &[&str]) {
        let start = text.find('[').unwrap();
        let end = text.find(']').unwrap() - 1;
        let file = File::new("a.txt", text.replace(['[', ']'], ""));
        let lines = excerpt(&file, FileSpan::new(start as u32, end as u32), columns, room);
        for line in &lines {
            assert!(width(&line.text) <= columns, "{:?} in {columns}", line.text);
        }
        let shown: Vec<String> = lines
            .iter()
            .map(|l| format!("{}[{}]{}", &l.text[..l.start], &l.text[l.start..l.end], &l.text[l.end..]))
            .collect();
        assert_eq!(shown, expected, "{text:?} in {columns} columns");
    }

    #[test]
    fn a_line_that_fits_is_shown_whole() {
        check("one\ntwo [three] four\nfive", 40, 10, &["two [three] four"]);
        check("[one]", 40, 10, &["[one]"]);
    }

    #[test]
    fn a_long_line_is_cut_at_blanks_around_the_words() {
        check(
            "alpha beta gamma delta epsilon [zeta] eta theta iota kappa lambda",
            30,
            5,
            &["…epsilon [zeta] eta theta iota…"],
        );
        check("alpha beta gamma delta epsilon [zeta]", 30, 0, &["…beta gamma delta epsilon [zeta]"]);
        check("[zeta] eta theta iota kappa lambda my", 30, 0, &["[zeta] eta theta iota kappa…"]);
    }

    #[test]
    fn room_is_left_behind_the_words() {
        check("alpha beta gamma delta epsilon [zeta]", 30, 20, &["…ilon [zeta]"]);
        check("alpha beta [zeta]", 20, 12, &["…ta [zeta]"]);
    }

    #[test]
    fn wide_characters_count_twice_and_are_never_split() {
        check("東京都知事は今日[山田]氏と会談した", 20, 0, &["…は今日[山田]氏と会談…"]);
    }

    #[test]
    fn a_span_over_lines_is_shown_line_by_line() {
        check("Premier Anna [Berg\r\nLund] spoke\r\nand left", 40, 5, &["Premier Anna [Berg]", "[Lund] spoke"]);
        check("a [b\nc\nd\ne\nf] g", 40, 5, &["a [b]", "[c]", "[d]"]);
    }

    #[test]
    fn words_longer_than_the_room_lose_their_middle() {
        check("x [aaaa bbbb cccc dddd eeee ffff] y", 16, 0, &["…[aaaa…eeee ffff]…"]);
    }

    #[test]
    fn what_a_terminal_would_obey_is_shown() {
        check("a\t\u{1b}[2Jb".replace('[', "").as_str().replace('b', "[b]").as_str(), 40, 0, &["a ␛2J[b]"]);
    }
}
