//! A rule in a fixed form: what it states, what it reads, how loud it is, and its examples.

use std::fmt::Write as _;

use super::clean::clean;
use crate::rules::example::{Example, Expected, marked};
use crate::rules::phrase::{Phrase, SlotKind};
use crate::rules::rule::{CheckRule, ClaimRule, Compare, KeyPart, Lasting, Mode, Rules, Scope, ValueOf};
use crate::rules::severity::Severity;

/// A claim rule as a page of text; `examples` tells whether they are written out.
#[must_use]
pub fn claim_page(rule: &ClaimRule, rules: &Rules, examples: bool) -> String {
    let mut page = heading(&rule.name.to_string(), &rule.title, rule.description.as_deref());
    let slots: Vec<String> =
        rule.slots.iter().map(|slot| format!("{} ({})", slot.name, slot_kind(slot.kind))).collect();
    list(&mut page, "phrases", rule.phrases.iter().map(|Phrase { written, .. }| written));
    list(&mut page, "regex", rule.regexes.iter().map(|regex| &regex.written));
    field(&mut page, "slots", &slots.join(", "));
    field(&mut page, "value", &value(rule, rules));
    field(&mut page, "key", &key(rule));
    field(&mut page, "guards", &guards(rule, rules));
    field(&mut page, "mode", if rule.mode == Mode::Compare { "compare" } else { "extract: only feeds checks" });
    field(&mut page, "scope", scope(rule.scope));
    field(&mut page, "compare", if rule.compare == Compare::Spellings { "spellings" } else { "" });
    match rule.lasts {
        None => {}
        Some(Lasting::Always) => field(&mut page, "lasts", "always"),
        Some(Lasting::Days(days)) => field(&mut page, "lasts", &format!("{days} days")),
    }
    if let Some(tolerance) = rule.tolerance {
        field(&mut page, "tolerance", &tolerance.to_string());
    }
    field(&mut page, "currency", rule.currency.as_deref().unwrap_or_default());
    field(&mut page, "unit", &rule.unit.map(|unit| unit.to_string()).unwrap_or_default());
    if rule.mode == Mode::Compare {
        let off = |severity: Option<Severity>| severity.map_or("off", |severity| severity.name());
        let severity = format!(
            "{} inside one source, {} between sources, {} for dated against undated",
            rule.severity.name(),
            off(rule.across),
            off(rule.unsure)
        );
        field(&mut page, "severity", &severity);
    }
    let settled: Vec<String> =
        rule.settled_by.iter().filter_map(|&at| rules.claims.get(at)).map(|claim| claim.name.to_string()).collect();
    field(&mut page, "settled by", &settled.join(", "));
    field(&mut page, "message", rule.message.as_deref().unwrap_or_default());
    if examples {
        all_examples(&mut page, &rule.examples);
    }
    page
}

/// A check as a page of text; `examples` tells whether they are written out.
#[must_use]
pub fn check_page(rule: &CheckRule, rules: &Rules, examples: bool) -> String {
    let mut page = heading(&rule.name.to_string(), &rule.title, rule.description.as_deref());
    let given = rule.given.iter().map(|(alias, at)| {
        let claim = rules.claims.get(*at).map_or_else(|| "?".to_owned(), |claim| claim.name.to_string());
        format!("{alias}: {claim}")
    });
    list(&mut page, "given", given);
    list(&mut page, "require", written(rule, "require", rules));
    list(&mut page, "where", rule.condition.as_ref().and_then(|_| written(rule, "where", rules)));
    field(&mut page, "holds", if rule.once { "once" } else { "" });
    let single = rule.single.iter().filter_map(|&alias| rule.given.get(alias)).map(|(alias, _)| alias.as_str());
    field(&mut page, "single", &single.collect::<Vec<_>>().join(", "));
    field(&mut page, "same", &rule.same.join(", "));
    field(&mut page, "within", scope(rule.within));
    field(&mut page, "severity", rule.severity.name());
    field(&mut page, "message", &rule.message);
    if examples {
        all_examples(&mut page, &rule.examples);
    }
    page
}

/// What a check says under a key, such as what it requires, as its author wrote it.
fn written(rule: &CheckRule, key: &str, rules: &Rules) -> Option<String> {
    let file = &rules.packs.get(rule.name.pack)?.file;
    let table = file.text().get(rule.place.range().start..)?;
    let line = table
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .find(|line| line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')))?;
    let (_, written) = line.split_once('=')?;
    Some(written.trim().trim_matches(['"', '\'']).to_owned())
}

fn heading(name: &str, title: &str, description: Option<&str>) -> String {
    let mut page = format!("{}: {}\n", clean(name), clean(title));
    for line in description.unwrap_or_default().trim().lines() {
        page += clean(line).trim_end();
        page += "\n";
    }
    page += "\n";
    page
}

fn field(page: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        let _ = writeln!(page, "{name:<10}  {}", clean(value));
    }
}

fn list(page: &mut String, name: &str, lines: impl IntoIterator<Item = impl AsRef<str>>) {
    for (at, line) in lines.into_iter().enumerate() {
        field(page, if at == 0 { name } else { "" }, line.as_ref());
    }
}

fn value(rule: &ClaimRule, rules: &Rules) -> String {
    match &rule.value {
        ValueOf::Slot(at) => slot_name(rule, *at).to_owned(),
        ValueOf::Post => "@post".to_owned(),
        ValueOf::Status(guards) => {
            let names = |of: &[usize]| {
                let names = of.iter().filter_map(|&at| rules.guards.get(at)).map(|guard| guard.name.as_str());
                names.collect::<Vec<_>>().join(", ")
            };
            let neither = names(&guards.neither);
            let neither = if neither.is_empty() { neither } else { format!("nothing where marked {neither}, ") };
            format!("@status: former where marked {}, {neither}else current", names(&guards.former))
        }
    }
}

fn key(rule: &ClaimRule) -> String {
    let parts = rule.key.iter().map(|part| match part {
        KeyPart::Slot(at) => slot_name(rule, *at).to_owned(),
        KeyPart::Event => "@event".to_owned(),
        KeyPart::Subject => "@subject".to_owned(),
        KeyPart::Class => "@class".to_owned(),
        KeyPart::Happening => "@happening".to_owned(),
        KeyPart::Post => "@post".to_owned(),
    });
    let fixed = rule.fixed.iter().map(|(name, value)| format!("{name} = {value}"));
    parts.chain(fixed).collect::<Vec<_>>().join(", ")
}

fn guards(rule: &ClaimRule, rules: &Rules) -> String {
    let guards = rule.guards.iter().filter_map(|&at| rules.guards.get(at)).map(|guard| {
        if guard.name == "unless" {
            let phrases: Vec<&str> = guard.phrases.iter().map(|phrase| phrase.written.as_str()).collect();
            format!("unless {}", phrases.join(" / "))
        } else {
            guard.name.clone()
        }
    });
    guards.collect::<Vec<_>>().join(", ")
}

fn slot_name(rule: &ClaimRule, at: usize) -> &str {
    rule.slots.get(at).map_or("?", |slot| slot.name.as_str())
}

fn slot_kind(kind: SlotKind) -> &'static str {
    match kind {
        SlotKind::Value(kind) => kind.name(),
        SlotKind::Word => "word",
        SlotKind::Words => "words",
        SlotKind::Name => "name",
        SlotKind::Pronoun => "pronoun",
        SlotKind::Choice => "choice",
    }
}

fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Corpus => "corpus",
        Scope::Event => "event",
        Scope::Story => "story",
        Scope::Document => "document",
        Scope::Paragraph => "paragraph",
        Scope::Sentence => "sentence",
    }
}

fn all_examples(page: &mut String, examples: &[Example]) {
    for example in examples {
        let todo = if example.todo { ", not yet met" } else { "" };
        let _ = writeln!(page, "\nexample: {} ({}{todo})", clean(&example.name), expected(example.verdict));
        for doc in &example.docs {
            let date = doc.date.map_or_else(String::new, |date| format!("{date}  "));
            let marked = marked(&doc.text, &doc.values);
            for (at, line) in marked.trim().lines().enumerate() {
                let lead = if at == 0 { date.clone() } else { " ".repeat(date.len()) };
                let _ = writeln!(page, "  {lead}{}", clean(line).trim_end());
            }
        }
    }
}

fn expected(verdict: Expected) -> &'static str {
    match verdict {
        Expected::Conflict => "conflict",
        Expected::Ok => "ok",
        Expected::Suspicious => "suspicious",
        Expected::None => "no claim",
    }
}
