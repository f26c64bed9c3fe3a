//! Tables of HTML: those whose rows tell facts, and those that serve the layout.

use super::html_tree::{Tree, is_heading};

/// Whether cells of the table that starts at an event are merged with others; `None` where it serves the layout: it
/// says so, or holds what no row of facts does.
pub(super) fn facts(tree: &Tree, start: usize) -> Option<bool> {
    let mut merged = false;
    let (mut cells, mut paragraphs, mut wide) = (0, 0, false);
    let mut elements = tree.subtree(start);
    if matches!(elements.next()?.attribute("role"), Some("presentation" | "none")) {
        return None;
    }
    for element in elements {
        match element.name {
            "tr" => (cells, wide) = (0, false),
            "td" | "th" => {
                let spans = |name| element.attribute(name).is_some_and(|count| !matches!(count.trim(), "" | "0" | "1"));
                cells += 1;
                paragraphs = 0;
                wide |= spans("colspan");
                // A title over all columns is no cell of any.
                merged |= spans("rowspan") || (wide && cells > 1);
            }
            "p" => {
                paragraphs += 1;
                if paragraphs > 1 {
                    return None;
                }
            }
            "table" | "ul" | "ol" | "dl" | "blockquote" | "article" | "main" | "section" => return None,
            name if is_heading(name) => return None,
            _ => {}
        }
    }
    Some(merged)
}

/// How many cells the row has that starts at an event.
pub(super) fn cells(tree: &Tree, start: usize) -> usize {
    tree.subtree(start).filter(|element| matches!(element.name, "td" | "th")).count()
}
