//! A claim with everything that was read for it, for people who wonder why.

use std::fmt::Write as _;
use std::sync::Arc;

use super::clean::clean;
use crate::source::file::File;
use crate::source::span::FileSpan;

/// A claim with everything that was read for it.
#[derive(Clone, Debug)]
pub struct ExplainedClaim {
    /// The rule, with its pack.
    pub rule: String,
    /// The document's file.
    pub file: Arc<File>,
    /// The claim's words.
    pub span: FileSpan,
    /// Names of the slots with what they read.
    pub slots: Vec<(String, String)>,
    /// What the claim is about.
    pub key: Vec<(String, String)>,
    /// The normalised value.
    pub value: String,
    /// When it holds, TIMEX3.
    pub when: Option<String>,
    /// The names of the guards that mark it.
    pub marks: Vec<String>,
}

/// The claim as a few lines of text, a line feed behind each.
#[must_use]
pub fn page(claim: &ExplainedClaim) -> String {
    let place = claim.file.place(claim.span);
    let name = clean(claim.file.name());
    let mut page = format!("{} at {name}:{}:{}\n", clean(&claim.rule), place.line, place.column);
    let when = claim.when.as_deref().unwrap_or("unknown");
    let marks = if claim.marks.is_empty() { "none: it counts".to_owned() } else { claim.marks.join(", ") };
    for (name, value) in [
        ("words", claim.file.slice(claim.span).to_owned()),
        ("slots", pairs(&claim.slots)),
        ("key", pairs(&claim.key)),
        ("value", claim.value.clone()),
        ("when", when.to_owned()),
        ("marks", marks),
    ] {
        if !value.is_empty() {
            let _ = writeln!(page, "  {name:<5}  {}", clean(&value));
        }
    }
    page
}

fn pairs(pairs: &[(String, String)]) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    pairs.join(", ")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{ExplainedClaim, page};
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    #[test]
    fn a_claim_is_told_with_all_that_was_read() {
        let claim = ExplainedClaim {
            rule: "places/mayor".to_owned(),
            file: Arc::new(File::new("a.md", "Then-Mayor Ivo Brandt left.")),
            span: FileSpan::new(5, 21),
            slots: vec![("who".to_owned(), "Ivo Brandt".to_owned())],
            key: vec![("office".to_owned(), "mayor".to_owned())],
            value: "Ivo Brandt".to_owned(),
            when: None,
            marks: vec!["former".to_owned()],
        };
        let expected = "places/mayor at a.md:1:6\n  words  Mayor Ivo Brandt\n  slots  who = Ivo Brandt\n  key    office = mayor\n  \
                        value  Ivo Brandt\n  when   unknown\n  marks  former\n";
        assert_eq!(page(&claim), expected);
    }
}
