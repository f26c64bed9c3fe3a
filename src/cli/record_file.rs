//! A record in TOML: `[[fact]]` tables, each a claim by a rule.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::selection::resolve;
use super::toml_reader::{Reader, backticked};
use crate::claims::claim::{Claim, When};
use crate::claims::finder::Finder;
use crate::claims::recorded::{Fact, Words, claim};
use crate::rules::rule::{ClaimRule, KeyPart, Rules, Scope, ValueOf};
use crate::source::file::File;
use crate::source::meant::did_you_mean;
use crate::source::problem::Problem;
use crate::source::span::FileSpan;

/// Every key of `[[fact]]`, in the order of the documentation.
const KEYS: [&str; 5] = ["rule", "key", "value", "from", "to"];

/// The claims of a record, and what is at fault in it; a fact with a fault is left out, the others count.
pub(super) fn read(file: &Arc<File>, rules: &Rules, finder: &Finder<'_>) -> (Vec<Claim>, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(file.text());
    let mut reader = Reader::new(file, errors);
    let mut claims = Vec::new();
    for (key, value) in table.get_ref() {
        match &**key.get_ref() {
            "fact" => {
                let read = |reader: &mut Reader<'_>, span, table: &DeTable<'_>| reader.fact(span, table, rules, finder);
                claims.extend(reader.entries("fact", value.span(), value.get_ref(), read));
            }
            unknown => reader.unknown(key.span(), unknown, &["fact"]),
        }
    }
    (claims, reader.problems)
}

/// A string and where it stands in the file, without its quotation marks.
type Written = (String, FileSpan);

impl Reader<'_> {
    fn fact(&mut self, span: Range<usize>, table: &DeTable<'_>, rules: &Rules, finder: &Finder<'_>) -> Option<Claim> {
        let faults = self.problems.len();
        let (mut rule, mut key, mut value, mut from, mut to) = (None, Vec::new(), None, None, None);
        for (name, written) in table {
            let (span, content) = (written.span(), written.get_ref());
            match &**name.get_ref() {
                "rule" => rule = self.words("rule", written),
                "value" => value = self.words("value", written),
                "from" => from = self.date("from", span, content),
                "to" => to = self.date("to", span, content),
                "key" => match content {
                    DeValue::Table(parts) => {
                        for (name, words) in parts {
                            let words = self.words(name.get_ref(), words);
                            key.extend(words.map(|words| (name.get_ref().to_string(), name.span(), words)));
                        }
                    }
                    _ => self.fault(span, "`key` is a table".to_owned(), Some("write `key = { … }`".to_owned())),
                },
                unknown => self.unknown(name.span(), unknown, &KEYS),
            }
        }
        if self.problems.len() > faults {
            return None;
        }
        let (Some((rule, named_at)), Some(value)) = (rule, value) else {
            let missing = if table.iter().any(|(key, _)| &**key.get_ref() == "rule") { "value" } else { "rule" };
            self.fault(span, format!("this fact has no `{missing}`"), None);
            return None;
        };
        if from.zip(to).is_some_and(|(from, to)| to < from) {
            self.fault(span, "this fact ends before it begins".to_owned(), Some("`to` is its last day".to_owned()));
            return None;
        }
        let index = self.rule(&rule, named_at, rules)?;
        let rule = &rules.claims[index];
        let Some(slots) = slots(rule) else {
            let help = "write it in a text, in sentences that the rule reads, and name that in `[[source]]`";
            let message = format!("`{}` does not compare sources by a key that a fact can give", rule.name);
            self.fault(named_at.range(), message, Some(help.to_owned()));
            return None;
        };
        let key = self.key(span, rule, &slots.key, key)?;
        let value = Words { slot: slots.value, written: value.0, at: value.1 };
        let (at, shown) = (value.at.range(), value.written.clone());
        let fact = Fact { rule: index, value, key, when: When::Record(from, to) };
        let read = claim(finder, rules, self.file, &fact);
        if read.is_none() {
            let words: Vec<&str> = fact.key.iter().map(|words| &*words.written).chain([&*shown]).collect();
            let message = format!("no phrase of `{}` reads {} together", rule.name, backticked(&words));
            let help = format!("write each as an article would; `belie explain {}` tells its phrases", rule.name);
            self.fault(at, message, Some(help));
        }
        read
    }

    /// A string, and where its words stand.
    fn words(&mut self, key: &str, written: &Spanned<DeValue<'_>>) -> Option<Written> {
        let span = written.span();
        let words = self.string(key, span.clone(), written.get_ref())?;
        // Between quotation marks, unless escapes are.
        let inside = span.start + 1..span.end.saturating_sub(1);
        let at = if self.file.text().get(inside.clone()) == Some(&*words) { inside } else { span };
        Some((words, FileSpan::new(at.start as u32, at.end as u32)))
    }

    /// The one rule of a name, by its index.
    fn rule(&mut self, named: &str, at: FileSpan, rules: &Rules) -> Option<usize> {
        let (message, help) = match resolve(named, rules) {
            Err(problem) => (format!("no rule is called `{named}`"), problem.help),
            Ok(names) => match names[..] {
                [name] => match rules.claims.iter().position(|rule| rule.name == *name) {
                    Some(rule) => return Some(rule),
                    None => (format!("`{named}` is a check, and states nothing itself"), None),
                },
                _ => {
                    let help = format!("name one of {}", backticked(names.iter().map(ToString::to_string)));
                    (format!("`{named}` is not one rule"), Some(help))
                }
            },
        };
        self.fault(at.range(), message, help);
        None
    }

    /// The words of each part of a key; every part has to have some.
    fn key(
        &mut self,
        span: Range<usize>,
        rule: &ClaimRule,
        parts: &[usize],
        mut given: Vec<(String, Range<usize>, Written)>,
    ) -> Option<Vec<Words>> {
        let name = |slot: &usize| &*rule.slots[*slot].name;
        let faults = self.problems.len();
        if let Some((unknown, at, _)) = given.iter().find(|(given, ..)| !parts.iter().any(|part| name(part) == given)) {
            let names: Vec<&str> = parts.iter().map(name).collect();
            let help = did_you_mean(unknown, names.clone(), || match names[..] {
                [] => "leave `key` out".to_owned(),
                _ => format!("its key is {}", backticked(&names)),
            });
            self.fault(at.clone(), format!("`{}` has no `{unknown}` in its key", rule.name), Some(help));
        }
        let mut key = Vec::new();
        for part in parts {
            match given.iter().position(|(given, ..)| given == name(part)) {
                Some(at) => {
                    let (_, _, (written, at)) = given.swap_remove(at);
                    key.push(Words { slot: *part, written, at });
                }
                None => {
                    let help = format!("write `key = {{ {} = \"…\" }}`", name(part));
                    self.fault(span.clone(), format!("this fact does not say for which `{}`", name(part)), Some(help));
                }
            }
        }
        (self.problems.len() == faults).then_some(key)
    }
}

/// The slots that a fact fills.
struct Slots {
    value: usize,
    key: Vec<usize>,
}

/// The slots of a rule that compares between sources by its key and its value alone.
fn slots(rule: &ClaimRule) -> Option<Slots> {
    let ValueOf::Slot(value) = rule.value else { return None };
    let parts = rule.key.iter().map(|part| match part {
        KeyPart::Slot(slot) => Some(*slot),
        KeyPart::Event | KeyPart::Subject | KeyPart::Class | KeyPart::Happening | KeyPart::Post => None,
    });
    let key = parts.collect::<Option<Vec<_>>>()?;
    (rule.scope == Scope::Corpus && rule.across.is_some() && rule.parts.is_none()).then_some(Slots { value, key })
}
