//! Text as XML can hold it; what XML would read as markup is escaped by the writer.

use super::clean::clean;

/// Lines with every character replaced that XML 1.0 has no way to write, or that a terminal would obey.
pub(super) fn lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("\n")
}

/// The text in one line, for an attribute: there a reader makes line feeds into blanks.
pub(super) fn line(text: &str) -> String {
    clean(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
