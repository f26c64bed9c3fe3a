//! Strings as TOML writes them.

/// The text as a TOML string that a person can read: on one line between plain quotation marks where it holds none and
/// no backslash, else between those that need the fewest escapes.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(|c: char| hidden(c) && c != '\n' && c != '\t') || text.contains("'''") {
        // TOML knows the escapes of Rust but for `\u{…}` and `\'`.
        return escaped(text);
    }
    if text.contains('\n') {
        return if text.contains('\\') || text.contains("\"\"\"") || text.ends_with('"') {
            if text.ends_with('\'') { escaped(text) } else { format!("'''\n{text}'''") }
        } else {
            format!("\"\"\"\n{text}\"\"\"")
        };
    }
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => escaped(text),
    }
}

/// Whether a terminal obeys the character instead of showing it: controls, and marks that turn the direction of writing.
fn hidden(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn escaped(text: &str) -> String {
    let mut escaped = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            '\t' => escaped.push_str("\\t"),
            c if hidden(c) => escaped.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => escaped.push(c),
        }
    }
    escaped + "\""
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::quoted;

    #[test]
    fn the_plainest_quotation_marks_are_taken() {
        for (text, expected) in [
            ("It rained.", "\"It rained.\""),
            ("O'Neill's", "\"O'Neill's\""),
            ("She said \"no\".", "'She said \"no\".'"),
            ("O'Neill said \"no\".", "\"O'Neill said \\\"no\\\".\""),
            ("| a |\n| b |", "\"\"\"\n| a |\n| b |\"\"\""),
            ("a\u{1}b\u{202e}", "\"a\\u0001b\\u202e\""),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }

    proptest! {
        #[test]
        fn toml_reads_back_what_was_quoted(text in "[a-z \"'\\\\\n\t\u{1}é]{0,12}") {
            let table: toml::Table = toml::from_str(&format!("text = {}", quoted(&text))).unwrap();
            prop_assert_eq!(table["text"].as_str(), Some(text.as_str()));
        }
    }
}
