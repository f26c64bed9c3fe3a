//! Foreign text made harmless for a terminal, and how much room it takes there.

use unicode_width::UnicodeWidthChar as _;

/// The text with every character replaced that a terminal would obey instead of show.
///
/// Blanks of any kind become one blank each; C0 controls become their pictures (U+2400…), C1 controls and the marks
/// that turn the direction of writing become U+FFFD. Each character stays one character.
#[must_use]
pub fn clean(text: &str) -> String {
    text.chars().map(clean_char).collect()
}

/// How many columns the text takes on a terminal, once it is clean.
#[must_use]
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// How many columns the character takes on a terminal, once it is clean.
fn char_width(c: char) -> usize {
    clean_char(c).width().unwrap_or(1)
}

/// The clean text, cut to `columns` with `…` at its end where it is longer.
#[must_use]
pub fn shorten(text: &str, columns: usize) -> String {
    let mut kept = String::new();
    let mut used = 0;
    // One column is held back for the ellipsis until it is known that none is needed.
    let mut end_with_ellipsis = 0;
    for c in text.chars().map(clean_char) {
        used += c.width().unwrap_or(1);
        if used > columns {
            kept.truncate(end_with_ellipsis);
            kept.push('…');
            return kept;
        }
        kept.push(c);
        if used < columns {
            end_with_ellipsis = kept.len();
        }
    }
    kept
}

/// The clean text, cut to `columns` with `…` at its beginning where it is longer.
#[must_use]
pub fn shorten_left(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return clean(text);
    }
    format!("…{}", clean(end_within(text, columns.saturating_sub(1))))
}

/// The longest end of the text that takes at most so many columns, once it is clean.
#[must_use]
pub fn end_within(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let over = text.char_indices().rev().find(|&(_, c)| {
        used += char_width(c);
        used > columns
    });
    &text[over.map_or(0, |(at, c)| at + c.len_utf8())..]
}

/// The longest beginning of the text that takes at most so many columns, once it is clean.
#[must_use]
pub fn start_within(text: &str, columns: usize) -> &str {
    let mut used = 0;
    let over = text.char_indices().find(|&(_, c)| {
        used += char_width(c);
        used > columns
    });
    &text[..over.map_or(text.len(), |(at, _)| at)]
}

/// The clean text in lines of at most `columns`, broken at blanks; a longer word has a line of its own.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> String {
    let mut wrapped = String::new();
    let mut used = 0;
    for word in clean(text).split(' ') {
        let wide = width(word);
        if !wrapped.is_empty() {
            let fits = used + 1 + wide <= columns;
            wrapped.push(if fits { ' ' } else { '\n' });
            used = if fits { used + 1 } else { 0 };
        }
        wrapped += word;
        used += wide;
    }
    wrapped
}

fn clean_char(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{clean, shorten, shorten_left, width, wrap};

    #[test]
    fn shortening_from_the_left_keeps_the_end() {
        for (text, columns, expected) in
            [("abc", 3, "abc"), ("abcd", 3, "…cd"), ("東京都", 5, "…京都"), ("東京都", 4, "…都"), ("abc", 1, "…")]
        {
            assert_eq!(shorten_left(text, columns), expected);
        }
    }

    #[test]
    fn wrapped_lines_break_at_blanks() {
        for (text, columns, expected) in [
            ("one two three", 20, "one two three"),
            ("one two three", 7, "one two\nthree"),
            ("one two three", 3, "one\ntwo\nthree"),
            ("a much-too-long b", 4, "a\nmuch-too-long\nb"),
            ("東京 都", 5, "東京\n都"),
            ("", 4, ""),
        ] {
            assert_eq!(wrap(text, columns), expected);
        }
    }

    #[test]
    fn a_terminal_obeys_nothing_that_a_text_says() {
        for (text, expected) in [
            ("plain — “text”", "plain — “text”"),
            ("\u{1b}[31mred\u{1b}[0m", "␛[31mred␛[0m"),
            ("a\tb\r\nc", "a b  c"),
            ("bell\u{7} del\u{7f} c1\u{9b}2J", "bell␇ del␡ c1\u{fffd}2J"),
            ("\u{202e}abc\u{202c}", "\u{fffd}abc\u{fffd}"),
        ] {
            assert_eq!(clean(text), expected);
        }
    }

    #[test]
    fn shortening_keeps_within_the_columns() {
        for (text, columns, expected) in [
            ("abc", 3, "abc"),
            ("abcd", 3, "ab…"),
            ("東京都", 6, "東京都"),
            ("東京都", 5, "東京…"),
            ("東京都", 4, "東…"),
            ("", 4, ""),
            ("abc", 1, "…"),
        ] {
            let short = shorten(text, columns);
            assert_eq!(short, expected);
            assert!(width(&short) <= columns, "{text} in {columns}");
        }
    }
}
