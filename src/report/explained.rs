//! A claim with everything that was read for it, for people who wonder why.

use std::fmt::Write as _;
use std::sync::Arc;

use super::clean::clean;
use crate::claims::document_claims::{Dropped, WhyDropped};
use crate::rules::rule::{ClaimRule, Rules, ValueOf};
use crate::source::file::File;
use crate::source::span::FileSpan;

/// A claim with everything that was read for it.
#[derive(Clone, Debug)]
pub struct ExplainedClaim {
    /// The rule, with its pack.
    pub rule: String,
    /// The phrase that matched; `None` for a regex.
    pub phrase: Option<String>,
    /// The document's file.
    pub file: Arc<File>,
    /// The claim's words.
    pub span: FileSpan,
    /// Names of the slots with what they read.
    pub slots: Vec<(String, String)>,
    /// What the claim is about; a part that the text leaves open is told as such.
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
    let marks = if claim.marks.is_empty() {
        "none: it counts".to_owned()
    } else {
        format!("{}: it does not count", claim.marks.join(", "))
    };
    for (name, value) in [
        ("phrase", claim.phrase.clone().unwrap_or_default()),
        ("words", claim.file.slice(claim.span).to_owned()),
        ("slots", pairs(&claim.slots)),
        ("key", pairs(&claim.key)),
        ("value", claim.value.clone()),
        ("when", when.to_owned()),
        ("marks", marks),
    ] {
        if !value.is_empty() {
            let _ = writeln!(page, "  {name:<6}  {}", clean(&value));
        }
    }
    page
}

/// A match that made no claim, and why, in one line without a line feed.
#[must_use]
pub fn dropped(found: &Dropped, rules: &Rules) -> String {
    let rule = &rules.claims[found.rule];
    let place = found.file.place(found.span);
    let asked = |unit: Option<String>| unit.unwrap_or_default();
    let why = match &found.why {
        WhyDropped::NoEvent => "the key asks for the event of the article, which belongs to none".to_owned(),
        WhyDropped::NoVerb => "no verb of its clause tells what happened".to_owned(),
        WhyDropped::NoPost => "no words beside the name tell of a post".to_owned(),
        WhyDropped::InName => "its words open a longer name".to_owned(),
        WhyDropped::NoValue => format!("its words leave the slot `{}` empty, which is compared", value_slot(rule)),
        WhyDropped::Nobody => "its pronoun stands for nobody whom the text names close before it".to_owned(),
        WhyDropped::NoAge => "nobody is as old as its number".to_owned(),
        WhyDropped::MentionedBefore => "the article has named this person before".to_owned(),
        WhyDropped::OneWord => "a name of one word is not compared with others".to_owned(),
        WhyDropped::NoTitle => "its words have not the capitals of a title".to_owned(),
        WhyDropped::OtherCurrency(value) => {
            format!("the rule asks for {}, and `{value}` is in another currency", asked(rule.currency.clone()))
        }
        WhyDropped::OtherUnit(value) => {
            let unit = rule.unit.map(|unit| unit.to_string());
            format!("the rule asks for {}, and `{value}` does not convert to it", asked(unit))
        }
    };
    clean(&format!(
        "{} at {}:{}:{} matches `{}`, but makes no claim: {why}",
        rule.name,
        found.file.name(),
        place.line,
        place.column,
        found.file.slice(found.span)
    ))
}

fn value_slot(rule: &ClaimRule) -> &str {
    match rule.value {
        ValueOf::Slot(slot) => &rule.slots[slot].name,
        ValueOf::Status(_) => "@status",
        ValueOf::Post => "@post",
    }
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
            phrase: Some("mayor {who:person}".to_owned()),
            file: Arc::new(File::new("a.md", "Then-Mayor Ivo Brandt left.")),
            span: FileSpan::new(5, 21),
            slots: vec![("who".to_owned(), "Ivo Brandt".to_owned())],
            key: vec![("office".to_owned(), "mayor".to_owned())],
            value: "Ivo Brandt".to_owned(),
            when: None,
            marks: vec!["former".to_owned()],
        };
        let expected = "places/mayor at a.md:1:6\n  phrase  mayor {who:person}\n  words   Mayor Ivo Brandt\n  \
                        slots   who = Ivo Brandt\n  key     office = mayor\n  value   Ivo Brandt\n  when    unknown\n  \
                        marks   former: it does not count\n";
        assert_eq!(page(&claim), expected);
    }
}
