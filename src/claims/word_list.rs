//! The lists of words in `data`: a line for each of what they list, and comments.

/// The lines of a list without its comments.
pub(super) fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}
