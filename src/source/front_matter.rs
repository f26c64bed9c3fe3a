//! The block at the very top of a file that says something of it: YAML between `---`, or TOML between `+++`.

use super::document::{DateOrder, Header};
use super::span::FileSpan;

/// Reads the front matter of a text: what it says of title and date, and the byte of `text` where the body begins.
///
/// A text without one gives an empty header and 0. Only `title`, `date` and `date-order` are taken; everything else belongs to the
/// program that publishes the text.
#[must_use]
pub fn front_matter(text: &str) -> (Header, usize) {
    let read: fn(&str) -> Option<Header> = match text.lines().next().map(str::trim_end) {
        Some("---") => yaml,
        Some("+++") => |inside| Some(toml(inside)),
        _ => return (Header::default(), 0),
    };
    let fence = &text[..3];
    let start = line_end(text, 0);
    let mut at = start;
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].trim_end();
        if line == fence || (fence == "---" && line == "...") {
            let Some(header) = read(&text[start..at]) else { return (Header::default(), 0) };
            let title_at = header.title.as_deref().and_then(|title| place(&text[start..at], title));
            let title_at = title_at.map(|from| (start + from) as u32);
            let span = |(from, title): (u32, &String)| FileSpan::new(from, from + title.len() as u32);
            return (Header { title_at: title_at.zip(header.title.as_ref()).map(span), ..header }, end);
        }
        at = end;
    }
    (Header::default(), 0)
}

/// The byte behind the line that begins at `from`, its line feed included.
fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}

/// The byte of a block where its title stands on the line of its key, word for word; `None` where it is written otherwise.
fn place(inside: &str, title: &str) -> Option<usize> {
    let mut at = 0;
    for line in inside.split_inclusive('\n') {
        let is_title = |(key, _): &(&str, &str)| key.trim_matches(['"', '\'', ' ']).eq_ignore_ascii_case("title");
        if let Some((key, value)) = line.split_once([':', '=']).filter(is_title)
            && let Some(from) = value.find(title)
        {
            return Some(at + key.len() + 1 + from);
        }
        at += line.len();
    }
    None
}

/// What a TOML block says; a block with a fault says nothing.
fn toml(inside: &str) -> Header {
    let Ok(table) = inside.parse::<toml::Table>() else { return Header::default() };
    let field = |name: &str| match table.get(name)? {
        toml::Value::String(text) => filled(text.trim().to_owned()),
        toml::Value::Datetime(date) => Some(date.to_string()),
        _ => None,
    };
    let date_order = field("date-order").and_then(|order| DateOrder::named(&order));
    Header { title: field("title"), date: field("date"), date_order, ..Header::default() }
}

/// What a YAML block says; `None` where it is no YAML mapping, so that prose between two rules stays prose.
fn yaml(inside: &str) -> Option<Header> {
    let mut header = Header::default();
    let mut lines = inside.lines().peekable();
    let mut fields = 0;
    while let Some(line) = lines.next() {
        let nested = line.starts_with([' ', '\t', '#', '-', ']', '}']);
        if line.trim().is_empty() || nested {
            continue;
        }
        let (key, value) = line.split_once(':')?;
        if !is_key(key) || !(value.is_empty() || value.starts_with([' ', '\t', '\r'])) {
            return None;
        }
        fields += 1;
        let value = value.trim();
        let value = if value.starts_with(['>', '|']) {
            let mut folded = Vec::new();
            while let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t']) || next.trim().is_empty()) {
                folded.push(more.trim());
            }
            filled(folded.join(" ").trim().to_owned())
        } else {
            scalar(value)
        };
        match key.trim_matches(['"', '\'', ' ']).to_ascii_lowercase().as_str() {
            "title" => header.title = value,
            "date" => header.date = value,
            "date-order" => header.date_order = value.and_then(|order| DateOrder::named(&order)),
            _ => {}
        }
    }
    (fields > 0).then_some(header)
}

fn is_key(key: &str) -> bool {
    let key = key.trim_matches(['"', '\'']).trim_end();
    !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '/'))
}

/// A value on the line of its key: quoted in one of two ways, or bare up to a comment.
fn scalar(value: &str) -> Option<String> {
    let text = match value.chars().next()? {
        '"' => double_quoted(&value[1..]),
        '\'' => single_quoted(&value[1..]),
        '#' | '~' => return None,
        _ => value.split(" #").next().unwrap_or(value).trim().to_owned(),
    };
    if text == "null" { None } else { filled(text) }
}

fn double_quoted(rest: &str) -> String {
    let mut text = String::new();
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => match chars.next() {
                Some('n' | 't') => text.push(' '),
                Some(escaped) => text.push(escaped),
                None => break,
            },
            other => text.push(other),
        }
    }
    text
}

fn single_quoted(rest: &str) -> String {
    let mut text = String::new();
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        // Two quotes stand for one.
        if c == '\'' && chars.next_if_eq(&'\'').is_none() {
            break;
        }
        text.push(c);
    }
    text
}

fn filled(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::front_matter;

    /// Expectations are written `title | date | body`, with `-` for what is not said.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (header, body) = front_matter(text);
        let or_dash = |field: Option<String>| field.unwrap_or_else(|| "-".to_owned());
        let found = format!("{} | {} | {}", or_dash(header.title), or_dash(header.date), &text[body..]);
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn yaml_gives_title_and_date_alone() {
        check("---\ntitle: A day out\ndate: 2025-03-04\nauthor: Ann\n---\nBody", "A day out | 2025-03-04 | Body");
        check("---\r\ntitle: A\r\ndate: 2025-03-04 # about\r\n---\r\nBody", "A | 2025-03-04 | Body");
        check(
            "---\ntitle: \"Who is \\\"in\\\": a list\"\ntags:\n  - date: no\n- b\n...\nBody",
            "Who is \"in\": a list | - | Body",
        );
        check("---\n\"Title\": 'It''s here' # yes\nDate:\n---\n", "It's here | - | ");
        check("---\ntitle: >\n  Folded over\n  two lines\ndate: null\n---\nBody", "Folded over two lines | - | Body");
    }

    #[test]
    fn toml_gives_title_and_date_of_any_form() {
        check("+++\ntitle = \"A\"\ndate = 2025-03-04\n+++\nBody", "A | 2025-03-04 | Body");
        check("+++\ndate = 2025-03-04T07:00:00Z\n+++\nBody", "- | 2025-03-04T07:00:00Z | Body");
        check("+++\ndate = '4 March 2025'\n[extra]\ntitle = 'x'\n+++\n", "- | 4 March 2025 | ");
        check("+++\ntitle = broken\n+++\nBody", "- | - | Body");
    }

    #[test]
    fn the_place_of_a_title_is_known_where_it_stands_word_for_word() {
        for (text, expected) in [
            ("---\ntitle: A day out\n---\nBody", Some("A day out")),
            ("---\r\ndate: 2025-03-04\r\n\"Title\": 'Nine saved' # yes\r\n---\r\nBody", Some("Nine saved")),
            ("+++\ntags = ['title']\ntitle = \"Nine: saved\"\n+++\nBody", Some("Nine: saved")),
            ("---\ntitle: \"Who is \\\"in\\\"\"\n---\nBody", None),
            ("---\ntitle: >\n  Folded over\n  two lines\n---\nBody", None),
            ("---\ndate: 2025-03-04\n---\nBody", None),
        ] {
            let (header, _) = front_matter(text);
            assert_eq!(header.title_at.map(|span| &text[span.range()]), expected, "{text:?}");
        }
    }

    #[test]
    fn what_only_looks_like_front_matter_is_prose() {
        for text in [
            "",
            "---",
            "---\ntitle: never closed",
            "---\nSome prose between rules.\n---\nMore.",
            "---\n---\nBody",
            "Words\n---\ntitle: A\n---\n",
            " ---\ntitle: A\n---\n",
            "---\nhttps://a.example\n---\n",
        ] {
            check(text, &format!("- | - | {text}"));
        }
    }
}
