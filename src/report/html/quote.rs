//! The words of a claim as a card quotes them: the sentence marked, the value in it strongest, a few words around.

use std::ops::Range;

use maud::{Markup, html};

use super::words::single_spaced;
use crate::claims::claim::Evidence;

/// The characters that are shown before the sentence, and behind it.
const AROUND: usize = 90;

/// The characters of the sentence that are shown before the value, and behind it: longer ones are rows of tables, and
/// texts without full stops.
const INSIDE: usize = 400;

/// The paragraph that quotes the claim.
pub(super) fn quote(at: &Evidence) -> Markup {
    let (text, value) = (at.file.text(), at.span.range());
    let sentence = inside(at, at.sentence_span.range());
    let block = inside(at, at.block_span.range());
    let (from, from_cut) = last(text, sentence.start..value.start, INSIDE);
    let (to, to_cut) = first(text, value.end..sentence.end, INSIDE);
    // Nothing is shown around a sentence that is cut itself.
    let (start, start_cut) = if from_cut { (from, true) } else { last(text, block.start.min(from)..from, AROUND) };
    let (end, end_cut) = if to_cut { (to, true) } else { first(text, to..block.end.max(to), AROUND) };
    html! {
        p {
            @if start_cut { "…\u{a0}" }
            (single_spaced(&text[start..from]).trim_start())
            mark {
                (single_spaced(&text[from..value.start]))
                b { (single_spaced(&text[value.clone()])) }
                (single_spaced(&text[value.end..to]))
            }
            (single_spaced(&text[to..end]).trim_end())
            @if end_cut { "\u{a0}…" }
        }
    }
}

/// What is said to hold the value, or its line where it stands elsewhere: in another row, or under a heading.
fn inside(at: &Evidence, holder: Range<usize>) -> Range<usize> {
    let (text, value) = (at.file.text(), at.span.range());
    if holder.start <= value.start && value.end <= holder.end {
        return holder;
    }
    let start = text[..value.start].rfind('\n').map_or(0, |feed| feed + 1);
    let end = text[value.end..].find('\n').map_or(text.len(), |feed| value.end + feed);
    start..end
}

/// Where the last words of a range begin, so many characters at most, and whether that leaves some out.
fn last(text: &str, range: Range<usize>, most: usize) -> (usize, bool) {
    let text = &text[range.clone()];
    let Some((at, _)) = text.char_indices().rev().take(most + 1).nth(most) else { return (range.start, false) };
    let kept = &text[at..];
    let word = kept.find(char::is_whitespace).filter(|&word| word <= kept.len() / 2);
    let first = kept.chars().next().map_or(0, char::len_utf8);
    (range.start + at + word.unwrap_or(first), true)
}

/// Where the first words of a range end, likewise.
fn first(text: &str, range: Range<usize>, most: usize) -> (usize, bool) {
    let text = &text[range.clone()];
    let Some((at, _)) = text.char_indices().nth(most) else { return (range.end, false) };
    let kept = &text[..at];
    // A blank right behind what is kept ends a word too.
    let whole = text[at..].starts_with(char::is_whitespace);
    let word = kept.rfind(char::is_whitespace).filter(|&word| !whole && word >= kept.len() / 2);
    (range.start + word.unwrap_or(at), true)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{AROUND, INSIDE, quote};
    use crate::claims::claim::{Evidence, When};
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    /// What is quoted of a text with the sentence in braces, the value in brackets and the block in angles: the mark in braces again.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let at = |sign: char| text[..text.find(sign).unwrap()].matches(['[', ']', '{', '}', '<', '>']).count();
        let byte = |sign: char| (text.find(sign).unwrap() - at(sign)) as u32;
        let evidence = Evidence {
            file: Arc::new(File::new("a.txt", text.replace(['[', ']', '{', '}', '<', '>'], ""))),
            span: FileSpan::new(byte('['), byte(']')),
            sentence_span: FileSpan::new(byte('{'), byte('}')),
            block_span: FileSpan::new(byte('<'), byte('>')),
            quote: String::new(),
            sentence: "".into(),
            when: When::Unknown,
            said_by: None,
        };
        let shown = quote(&evidence).into_string();
        let shown = shown.replace("<p>", "").replace("</p>", "").replace("<mark>", "{").replace("</mark>", "}");
        assert_eq!(shown.replace("<b>", "[").replace("</b>", "]"), expected, "{text:?}");
    }

    #[test]
    fn the_words_around_are_of_the_block() {
        check("<{Mayor [Anna Berg] spoke.}>", "{Mayor [Anna Berg] spoke.}");
        check("<One.\n{Mayor\r\n[Anna\r\nBerg] spoke.} Two.>\n", "One. {Mayor [Anna Berg] spoke.} Two.");
        check("Heading\n<{[Anna Berg] spoke.}>\nTwo.", "{[Anna Berg] spoke.}");
        check("<1 & 2 {[Anna Berg] spoke.}>", "1 &amp; 2 {[Anna Berg] spoke.}");
    }

    #[test]
    fn what_is_long_is_cut_at_a_blank() {
        let long = "word ".repeat(40);
        let kept = "word ".repeat(AROUND / 5);
        let kept = kept.trim_end();
        check(&format!("<{long}{{[Anna] spoke.}} {long}>"), &format!("…\u{a0}{kept} {{[Anna] spoke.}} {kept}\u{a0}…"));
        let long = "字".repeat(INSIDE + 1);
        let kept = "字".repeat(INSIDE);
        check(&format!("<One. {{{long}[山田]{long}}} Two.>"), &format!("…\u{a0}{{{kept}[山田]{kept}}}\u{a0}…"));
    }

    #[test]
    fn a_value_outside_its_sentence_is_quoted_with_its_line() {
        check("| [Anna Berg] | mayor |\n\n<{Some row.}>", "{| [Anna Berg] | mayor |}");
    }
}
