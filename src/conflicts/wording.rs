//! The sentences of findings, all in one place: lower case, no full stop, values in backticks.

use super::finding::{Side, Verdict};
use crate::rules::rule::{ClaimRule, Event};
use crate::values::english;

/// What a finding is about, for people: the parts of its key, an event under its title.
pub(super) fn about(key: &[(String, String)], events: &[Event]) -> String {
    let parts = key.iter().map(|(name, value)| {
        let event = events.iter().find(|event| name == "event" && event.id == *value);
        event.map_or_else(|| english::timex(value), |event| event.title.clone())
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// What to say of a fact with several sides in so many documents; `unsure` where they may speak of different times.
pub(super) fn fact(
    rule: &ClaimRule,
    key: &[(String, String)],
    about: &str,
    sides: &[Side],
    verdict: Verdict,
    documents: usize,
    unsure: bool,
) -> String {
    let values: Vec<String> = sides.iter().map(|side| quoted(&side.shown)).collect();
    if verdict == Verdict::Conflict
        && !unsure
        && let Some(message) = rule.message.as_ref().and_then(|template| filled(template, key, &values))
    {
        return message;
    }
    let what = subject(&rule.title, about);
    let both = if values.len() == 2 { "both " } else { "" };
    let values = listed(&values);
    match (verdict, documents) {
        (Verdict::Conflict, 1) => format!("one article says {both}{values}: {what}"),
        (Verdict::Conflict, _) if unsure => format!("sources say {values}, perhaps of different times: {what}"),
        (Verdict::Conflict, _) => format!("sources say {values}: {what}"),
        (Verdict::Suspicious, _) => format!("{values} can go together, but read like a slip: {what}"),
        (Verdict::Update, _) => format!("told at different times, {values}: {what}"),
        (Verdict::Superseded, _) => format!("{values}, each at its own time as the text itself tells: {what}"),
        (Verdict::Variant, _) => format!("{values} look like spellings of one name: {what}"),
    }
}

/// What to say of a claim that the record contradicts.
pub(super) fn against_record(title: &str, about: &str, said: &str, when: &str, recorded: &[String]) -> String {
    let recorded: Vec<String> = recorded.iter().map(|who| quoted(who)).collect();
    format!("the text says {} for {when}, the record {}: {}", quoted(said), listed(&recorded), subject(title, about))
}

/// What to say of an undated claim that later dates of its own article make doubtful.
pub(super) fn outlived(title: &str, about: &str, said: &str, until: &str, cited: &str) -> String {
    let said = quoted(said);
    format!("{said} is on record until {until}, but the article speaks of {cited}: {}", subject(title, about))
}

/// The terms of one person, each from a day and up to another where it has ended, as a remark.
pub(super) fn on_record(who: &str, terms: &[(String, Option<String>)]) -> String {
    let terms: Vec<String> = terms
        .iter()
        .map(|(from, to)| to.as_ref().map_or_else(|| format!("since {from}"), |to| format!("{from} to {to}")))
        .collect();
    format!("on record: {} {}", quoted(who), listed(&terms))
}

/// The rule's own sentence with its placeholders filled. `None` where one of them stands for nothing here: an open part
/// of the key, or two sides where there are more.
fn filled(template: &str, key: &[(String, String)], values: &[String]) -> Option<String> {
    let mut message = String::new();
    let mut rest = template;
    while let Some((before, from)) = rest.split_once('{') {
        let (name, behind) = from.split_once('}')?;
        message += before;
        message += &match (name, values) {
            ("values", _) => listed(values),
            ("a", [a, _]) => a.clone(),
            ("b", [_, b]) => b.clone(),
            ("a" | "b", _) => return None,
            _ => key.iter().find(|(part, _)| part == name).map(|(_, value)| english::timex(value))?,
        };
        rest = behind;
    }
    Some(message + rest)
}

/// That one source is quoted with every side, as a remark.
pub(super) fn one_source(name: &str) -> String {
    format!("one source is given for all of it: {}", quoted(name))
}

/// What to say where so many values are said of one thing that the rule must mean many.
pub(super) fn too_many(title: &str, about: &str, values: usize) -> String {
    format!("{values} different values of one thing are too many to compare: {}", subject(title, about))
}

fn subject(title: &str, about: &str) -> String {
    let title = lower_first(title);
    if about.is_empty() { title } else { format!("{title} ({about})") }
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

/// `A`, `A and B`, `A, B and C`.
pub(super) fn listed(values: &[String]) -> String {
    match values {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{filled, on_record};

    #[test]
    fn a_message_of_a_rule_says_what_is_known_or_nothing() {
        let key = [("who".to_owned(), "Ida {a} Holm".to_owned()), ("day".to_owned(), "2031-05-04".to_owned())];
        let values = ["`1`".to_owned(), "`2`".to_owned(), "`3`".to_owned()];
        for (template, sides, expected) in [
            ("{who} is {a} and {b}", 2, Some("Ida {a} Holm is `1` and `2`")),
            ("on {day}: {values}", 3, Some("on May 4, 2031: `1`, `2` and `3`")),
            ("{values}", 2, Some("`1` and `2`")),
            ("{a} and {b}", 3, None),
            ("in {place}: {a}", 2, None),
            ("no more", 3, Some("no more")),
        ] {
            assert_eq!(filled(template, &key, &values[..sides]).as_deref(), expected, "{template}");
        }
    }

    #[test]
    fn all_terms_of_a_person_are_one_remark() {
        let day = |day: &str| day.to_owned();
        let terms = [(day("2001-05-01"), Some(day("2004-05-01"))), (day("2009-05-01"), None)];
        for (count, expected) in [
            (1, "on record: `Ida Holm` 2001-05-01 to 2004-05-01"),
            (2, "on record: `Ida Holm` 2001-05-01 to 2004-05-01 and since 2009-05-01"),
        ] {
            assert_eq!(on_record("Ida Holm", &terms[..count]), expected);
        }
    }
}
