//! Places as other programs write and count them.

use crate::source::file::File;
use crate::source::span::FileSpan;

/// What a column counts; [`File::place`] counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Bytes of the text in UTF-8.
    Utf8,
    /// Code units of the text in UTF-16, as editors and JavaScript count.
    Utf16,
}

/// Words of a file; everything is 1-based, and the end is right behind the last character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) end_line: usize,
    pub(super) end_column: usize,
}

/// Where the span stands, columns in such units.
pub(super) fn region(file: &File, span: FileSpan, unit: Unit) -> Region {
    let range = span.range();
    let line = file.place(span).line as usize;
    let column = |at: usize| {
        let before = &file.text()[..at];
        let line = before.rfind('\n').map_or(0, |feed| feed + 1);
        unit.count(&before[line..]) + 1
    };
    Region {
        line,
        column: column(range.start),
        end_line: line + file.slice(span).matches('\n').count(),
        end_column: column(range.end),
    }
}

impl Unit {
    fn count(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
        }
    }
}

/// What people are told behind a place that is none of the file itself, but of the text taken out of it.
pub(super) fn in_its_text(file: &File) -> &'static str {
    if file.exact() { "" } else { " in its text" }
}

/// The path of a file as services that know a repository write it: no `./` before it, and `/` between folders.
pub(super) fn path(name: &str) -> String {
    let path = if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() };
    let mut rest = path.as_str();
    while let Some(inner) = rest.strip_prefix("./") {
        rest = inner.trim_start_matches('/');
    }
    rest.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Region, Unit, path, region};
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    #[track_caller]
    fn check(text: &str, words: &str, in_utf8: [usize; 4], in_utf16: [usize; 4], first_character: u32) {
        let file = File::new("a", text);
        let start = text.find(words).unwrap();
        let span = FileSpan::new(start as u32, (start + words.len()) as u32);
        for (unit, [line, column, end_line, end_column]) in [(Unit::Utf8, in_utf8), (Unit::Utf16, in_utf16)] {
            let expected = Region { line, column, end_line, end_column };
            assert_eq!(region(&file, span, unit), expected, "{words} in {unit:?}");
        }
        assert_eq!(file.place(span).column, first_character, "{words} in characters");
    }

    #[test]
    fn columns_count_what_each_reader_counts() {
        check("one two", "two", [1, 5, 1, 8], [1, 5, 1, 8], 5);
        // An emoji is four bytes, two code units and one character; é is two bytes, 語 three.
        check("x\n🎉 é語 two 🎉!", "two 🎉", [2, 12, 2, 20], [2, 7, 2, 13], 6);
        check("🎉 one\r\ntwo 🎉\r\n", "one\r\ntwo 🎉", [1, 6, 2, 9], [1, 4, 2, 7], 3);
        check("a b\nc", "b\n", [1, 3, 2, 1], [1, 3, 2, 1], 3);
        check("", "", [1, 1, 1, 1], [1, 1, 1, 1], 1);
    }

    #[test]
    fn paths_begin_at_the_root_of_the_repository() {
        for (name, expected) in [
            ("a/b.md", "a/b.md"),
            ("./a.md", "a.md"),
            ("././/a.md", "a.md"),
            ("../a.md", "../a.md"),
            ("/a.md", "/a.md"),
        ] {
            assert_eq!(path(name), expected);
        }
    }
}
