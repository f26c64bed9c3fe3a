//! The sentences of findings, all in one place: lower case, no full stop, values in backticks.

use super::finding::{Side, Verdict};
use crate::rules::rule::ClaimRule;

/// What to say of a fact with several sides in so many documents.
pub(super) fn fact(
    rule: &ClaimRule,
    key: &[(String, String)],
    sides: &[Side],
    verdict: Verdict,
    documents: usize,
) -> String {
    if let (Some(template), [a, b]) = (&rule.message, sides)
        && verdict == Verdict::Conflict
    {
        let filled = template.replace("{a}", &quoted(&a.value)).replace("{b}", &quoted(&b.value));
        return key.iter().fold(filled, |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
    }
    let what = subject(&rule.title, key);
    let values = listed(&sides.iter().map(|side| quoted(&side.value)).collect::<Vec<_>>());
    match (verdict, documents) {
        (Verdict::Conflict, 1) => format!("one source says {values} of one thing: {what}"),
        (Verdict::Conflict, _) => format!("sources disagree, {values}: {what}"),
        (Verdict::Suspicious, _) => format!("{values} can all be true, but hardly anyone would write so: {what}"),
        (Verdict::Update, _) => format!("{values}: the figure rose with the date of the source: {what}"),
        (Verdict::Superseded, _) => format!("{values}, one after the other by the text's own words: {what}"),
        (Verdict::Variant, _) => format!("{values} look like spellings of one name: {what}"),
    }
}

/// What to say of a claim that the record contradicts.
pub(super) fn against_record(
    title: &str,
    key: &[(String, String)],
    said: &str,
    when: &str,
    recorded: &[String],
) -> String {
    format!("{} is said of {when}, but on record is {}: {}", quoted(said), listed(recorded), subject(title, key))
}

/// What to say of an undated claim that later dates of its own article make doubtful.
pub(super) fn outlived(title: &str, key: &[(String, String)], said: &str, until: &str, cited: &str) -> String {
    format!(
        "{} held it until {until} on record, yet the article speaks of {cited}: {}",
        quoted(said),
        subject(title, key)
    )
}

/// A term of office, as a remark.
pub(super) fn on_record(who: &str, from: &str, to: Option<&str>) -> String {
    match to {
        Some(to) => format!("on record: {} from {from} to {to}", quoted(who)),
        None => format!("on record: {} from {from}", quoted(who)),
    }
}

/// What to say where so many values are said of one thing that the rule must mean many.
pub(super) fn too_many(title: &str, key: &[(String, String)], values: usize) -> String {
    format!(
        "{values} different values of one thing, too many to compare: the rule's key does not tell things apart: {}",
        subject(title, key)
    )
}

fn subject(title: &str, key: &[(String, String)]) -> String {
    let title = lower_first(title);
    if key.is_empty() {
        return title;
    }
    let parts: Vec<&str> = key.iter().map(|(_, value)| value.as_str()).collect();
    format!("{title} ({})", parts.join(", "))
}

/// Lower-cases the first letter unless the word is a name or an acronym as far as its second letter shows.
fn lower_first(title: &str) -> String {
    let mut chars = title.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(title.chars().skip(1)).collect()
        }
        _ => title.to_owned(),
    }
}

fn quoted(value: &str) -> String {
    format!("`{value}`")
}

fn listed(values: &[String]) -> String {
    match values {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
