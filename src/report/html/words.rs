//! Foreign words on the page. Markup in them is escaped by maud; here goes what escaping leaves.

use maud::{Markup, html};

use crate::conflicts::finding::Side;
use crate::report::clean::clean;

/// The text as HTML can hold it: what a terminal would obey, and characters that Unicode keeps for nobody, are replaced.
/// Each character stays one character.
pub(super) fn words(text: &str) -> String {
    let is_nobodys = |c: char| matches!(u32::from(c), 0xFDD0..=0xFDEF) || u32::from(c) & 0xFFFE == 0xFFFE;
    clean(text).replace(is_nobodys, "\u{fffd}")
}

/// The text with blanks made single, those at its ends too.
pub(super) fn single_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for c in words(text).chars() {
        if c != ' ' || !spaced.ends_with(' ') {
            spaced.push(c);
        }
    }
    spaced
}

/// A message: what stands between backticks is a name or a value.
pub(super) fn message(text: &str) -> Markup {
    html! {
        @for (at, part) in text.split('`').enumerate().filter(|(_, part)| !part.is_empty()) {
            @if at % 2 == 1 { b { (words(part)) } } @else { (words(part)) }
        }
    }
}

/// The text with a capital letter at its beginning.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The letter by which an answer is called: A, B, …, Z, then AA.
pub(super) fn letter(side: usize) -> String {
    let last = char::from(b'A' + (side % 26) as u8);
    if side < 26 { last.to_string() } else { letter(side / 26 - 1) + &last.to_string() }
}

/// What an answer says, what it is to the check before it.
pub(super) fn value(side: &Side) -> Markup {
    html! {
        @if let Some(role) = &side.role { span.role { (words(role)) ": " } }
        (words(&side.shown))
    }
}

/// An answer's letter as a coloured chip.
pub(super) fn chip(side: usize) -> Markup {
    // Colours only help the eye; after six of them they begin again.
    html! { span class=(format!("chip c{}", side % 6)) { (letter(side)) } }
}

#[cfg(test)]
mod tests {
    use super::{letter, message, single_spaced, words};

    #[test]
    fn nothing_is_left_that_html_cannot_hold() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a\u{0}b\u{1b}\u{7f}", "a␀b␛␡"),
            ("\u{202e}x\u{fdd0}\u{1fffe}\u{ffff}", "\u{fffd}x\u{fffd}\u{fffd}\u{fffd}"),
        ] {
            assert_eq!(words(text), expected, "{text:?}");
        }
        assert_eq!(single_spaced(" a \n\t b\r\n"), " a b ");
    }

    #[test]
    fn values_in_a_message_stand_out_and_markup_is_text() {
        assert_eq!(message("both `a<b>` and `c`").into_string(), "both <b>a&lt;b&gt;</b> and <b>c</b>");
        assert_eq!(message("one ` alone").into_string(), "one <b> alone</b>");
    }

    #[test]
    fn letters_go_on_behind_z() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letter), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
