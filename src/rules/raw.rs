//! A rule file as written: known keys with their types, every value with its place, nothing resolved.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::example::Example;
use super::example_parser;
use super::fault::Fault;
use super::faults::Faults;
use super::phrase_tree::is_name;
use super::rule::{BuiltinGuard, Compare, Lasting, Mode, Parts, Scope};
use super::section::{self, Section, in_order, span, wrong_type};
use super::severity::Severity;
use super::text::Text;
use super::tree::{Node, Value};
use crate::source::span::FileSpan;
use crate::values::currency_code::is_currency;
use crate::values::wanted_unit::WantedUnit;

/// The version of the rule language that this belie reads.
pub(super) const SCHEMA: i64 = 1;

/// A rule file.
#[derive(Debug, Default)]
pub(super) struct RawPack {
    pub(super) name: Option<Text>,
    pub(super) description: String,
    pub(super) defaults: RawSettings,
    pub(super) lists: Vec<RawList>,
    pub(super) choices: Vec<RawChoice>,
    pub(super) people: Vec<RawList>,
    pub(super) places: Vec<RawList>,
    pub(super) orgs: Vec<RawList>,
    pub(super) offices: Vec<RawOffice>,
    pub(super) events: Vec<RawEvent>,
    pub(super) guards: Vec<RawGuard>,
    pub(super) claims: Vec<RawClaim>,
    pub(super) checks: Vec<RawCheck>,
}

/// A word list, or an entry of a dictionary.
#[derive(Debug)]
pub(super) struct RawList {
    pub(super) id: Text,
    pub(super) items: Vec<Text>,
    pub(super) broken: bool,
}

#[derive(Debug)]
pub(super) struct RawChoice {
    pub(super) id: Text,
    pub(super) alternatives: Vec<(Text, Vec<Text>)>,
    pub(super) broken: bool,
}

#[derive(Debug)]
pub(super) struct RawOffice {
    pub(super) id: Text,
    pub(super) title: Option<Text>,
    pub(super) of: Option<Text>,
    pub(super) holders: Vec<RawHolder>,
    pub(super) broken: bool,
}

#[derive(Debug)]
pub(super) struct RawHolder {
    pub(super) place: FileSpan,
    pub(super) who: Text,
    pub(super) from: NaiveDate,
    pub(super) to: Option<NaiveDate>,
}

#[derive(Debug)]
pub(super) struct RawEvent {
    pub(super) id: Text,
    pub(super) title: Option<Text>,
    pub(super) from: Option<NaiveDate>,
    pub(super) to: Option<NaiveDate>,
    pub(super) need: Option<(i64, FileSpan)>,
    pub(super) cues: Vec<Text>,
    pub(super) broken: bool,
}

#[derive(Debug)]
pub(super) struct RawGuard {
    pub(super) id: Text,
    pub(super) phrases: Vec<Text>,
    pub(super) builtin: Option<BuiltinGuard>,
    pub(super) broken: bool,
}

/// What `[defaults]` and a claim share.
#[derive(Clone, Debug, Default)]
pub(super) struct RawSettings {
    pub(super) severity: Option<Severity>,
    pub(super) across: Option<Option<Severity>>,
    pub(super) unsure: Option<Option<Severity>>,
    pub(super) slip: Option<Severity>,
    pub(super) guards: Option<Vec<Text>>,
    pub(super) mode: Option<Mode>,
    pub(super) scope: Option<Scope>,
}

#[derive(Debug)]
pub(super) struct RawClaim {
    pub(super) id: Text,
    pub(super) extends: Option<Text>,
    pub(super) title: Option<Text>,
    pub(super) description: Option<Text>,
    pub(super) phrases: Vec<Text>,
    pub(super) regexes: Vec<Text>,
    /// Whether patterns are given that are no strings.
    pub(super) unreadable_patterns: bool,
    pub(super) slots: Vec<(Text, Text)>,
    pub(super) parts: Option<Parts>,
    pub(super) antecedent: Option<Text>,
    pub(super) value: Option<Text>,
    pub(super) status: Option<Vec<Text>>,
    pub(super) neither: Option<Vec<Text>>,
    pub(super) key: Option<Vec<Text>>,
    pub(super) fixed: Option<Vec<(Text, Text)>>,
    pub(super) unless: Option<Vec<Text>>,
    pub(super) settings: RawSettings,
    pub(super) compare: Option<Compare>,
    pub(super) lasts: Option<Lasting>,
    pub(super) tolerance: Option<(Decimal, FileSpan)>,
    pub(super) currency: Option<Text>,
    pub(super) unit: Option<(WantedUnit, FileSpan)>,
    pub(super) settled_by: Option<Vec<Text>>,
    pub(super) message: Option<Text>,
    pub(super) examples: Vec<Example>,
    pub(super) broken: bool,
}

#[derive(Debug)]
pub(super) struct RawCheck {
    pub(super) id: Text,
    pub(super) title: Option<Text>,
    pub(super) description: Option<Text>,
    pub(super) given: Vec<(Text, Text)>,
    pub(super) same: Vec<Text>,
    pub(super) single: Vec<Text>,
    pub(super) once: Option<bool>,
    pub(super) within: Option<Scope>,
    pub(super) condition: Option<Text>,
    pub(super) require: Option<Text>,
    pub(super) severity: Option<Severity>,
    pub(super) message: Option<Text>,
    pub(super) examples: Vec<Example>,
    pub(super) broken: bool,
}

/// Reads the top level; `None` where the file is written for a newer belie.
pub(super) fn read(top: Section<'_, '_>, faults: &mut Faults) -> Option<RawPack> {
    let mut top = top;
    if !has_schema(&mut top, faults) {
        return None;
    }
    let mut pack = RawPack::default();
    if let Some(mut section) = top.section("pack", "`[pack]`", faults) {
        pack.name = section.required_string("name", "name = \"japan-us\"", faults);
        pack.description = section.string("description", faults).map(|text| text.value).unwrap_or_default();
        section.finish(faults);
    }
    if let Some(mut section) = top.section("defaults", "`[defaults]`", faults) {
        pack.defaults = settings(&mut section, faults);
        section.finish(faults);
    }
    pack.lists = lists(&mut top, "list", "list", faults);
    pack.choices = choices(&mut top, faults);
    pack.people = lists(&mut top, "person", "person", faults);
    pack.places = lists(&mut top, "place", "place", faults);
    pack.orgs = lists(&mut top, "org", "organisation", faults);
    pack.offices = named(&mut top, "office", faults, office);
    pack.events = named(&mut top, "event", faults, event);
    pack.guards = named(&mut top, "guard", faults, guard);
    pack.claims = named(&mut top, "claim", faults, claim);
    pack.checks = named(&mut top, "check", faults, check);
    top.finish(faults);
    Some(pack)
}

/// Whether this belie can read the file; a missing version is told and taken as the present one.
fn has_schema(top: &mut Section<'_, '_>, faults: &mut Faults) -> bool {
    let Some(node) = top.node("schema") else {
        faults.add(top.place(), Fault::MissingSchema { current: SCHEMA });
        return true;
    };
    match top.integer("schema", faults) {
        Some(found) if found != SCHEMA => {
            faults.add(span(node), Fault::OtherSchema { found, current: SCHEMA });
            false
        }
        _ => true,
    }
}

/// Reads every table under `key` by its id.
fn named<T>(
    top: &mut Section<'_, '_>,
    key: &'static str,
    faults: &mut Faults,
    read: fn(Text, Section<'_, '_>, &mut Faults) -> T,
) -> Vec<T> {
    top.sections(key, faults).into_iter().map(|(id, section)| read(id, section, faults)).collect()
}

/// Runs `read` and tells whether it found a fault.
fn watched<T>(id: &Text, faults: &mut Faults, read: impl FnOnce(&mut Faults) -> T) -> (T, bool) {
    let before = faults.count();
    if !is_name(&id.value) {
        faults.add(id.span, Fault::BadId { id: id.value.clone() });
    }
    let value = read(faults);
    (value, faults.count() > before || faults.is_broken(id.span))
}

fn lists(top: &mut Section<'_, '_>, key: &'static str, what: &'static str, faults: &mut Faults) -> Vec<RawList> {
    let mut lists = Vec::new();
    for (id, node) in top.entries(key, faults) {
        let (items, broken) = watched(&id, faults, |faults| words(node, what, &id, faults));
        lists.push(RawList { id, items, broken });
    }
    lists
}

/// The strings of a list, none of them empty.
fn words(node: &Node<'_>, what: &'static str, id: &Text, faults: &mut Faults) -> Vec<Text> {
    let items = section::strings(node, &id.value, faults);
    if items.as_ref().is_some_and(Vec::is_empty) && matches!(&node.is, Value::List(written) if written.is_empty()) {
        faults.add(span(node), Fault::EmptyList { what, id: id.value.clone() });
    }
    let items = items.unwrap_or_default();
    for (at, item) in items.iter().enumerate() {
        if let Some(first) = items[..at].iter().find(|first| first.value == item.value) {
            let related = vec![faults.mark(first.span, "first here")];
            faults.add_with(item.span, Fault::TwiceInList { item: item.value.clone() }, related);
        }
    }
    items
}

fn choices(top: &mut Section<'_, '_>, faults: &mut Faults) -> Vec<RawChoice> {
    let mut choices = Vec::new();
    for (id, node) in top.entries("choice", faults) {
        let Value::Table(table) = &node.is else {
            wrong_type(node, &format!("choice.{}", id.value), "a table", faults);
            continue;
        };
        let (alternatives, broken) = watched(&id, faults, |faults| {
            if super::slot_table::builtin_types().contains(&id.value) {
                faults.add(id.span, Fault::ChoiceNamedLikeType { id: id.value.clone() });
            }
            let mut alternatives = Vec::new();
            for (name, node) in in_order(table) {
                let items = words(node, "alternative", &name, faults);
                alternatives.push((name, items));
            }
            if alternatives.len() < 2 {
                faults.add(id.span, Fault::ChoiceOfOne { id: id.value.clone() });
            }
            alternatives
        });
        choices.push(RawChoice { id, alternatives, broken });
    }
    choices
}

fn office(id: Text, mut section: Section<'_, '_>, faults: &mut Faults) -> RawOffice {
    let ((title, of, holders), broken) = watched(&id, faults, |faults| {
        let title = section.required_string("title", "title = \"prime-minister\"", faults);
        let of = section.required_string("of", "of = \"Japan\"", faults);
        let hint = "holders = [{ who = \"Ann Lee\", from = 2020-01-31, to = 2024-01-31 }]";
        let mut holders = Vec::new();
        if section.required("holders", hint, faults).is_some() {
            let owner = format!("a holder of {}", section.owner());
            for mut holder in section.tables("holders", &owner, faults) {
                let place = holder.place();
                let who = holder.required_string("who", "who = \"Ann Lee\"", faults);
                let from = holder.required_date("from", "from = 2020-01-31", faults);
                let to = holder.date("to", faults);
                holder.finish(faults);
                if let (Some(who), Some(from)) = (who, from) {
                    holders.push(RawHolder { place, who, from, to });
                }
            }
        }
        section.finish(faults);
        (title, of, holders)
    });
    RawOffice { id, title, of, holders, broken }
}

fn event(id: Text, mut section: Section<'_, '_>, faults: &mut Faults) -> RawEvent {
    let (mut event, broken) = watched(&id, faults, |faults| {
        let title = section.required_string("title", "title = \"Summit in Lima, May 2019\"", faults);
        let from = section.required_date("from", "from = 2019-05-25", faults);
        let to = section.required_date("to", "to = 2019-05-28", faults);
        let place = section.place_of("need");
        let need = section.integer("need", faults).map(|need| (need, place));
        let hint = "cues = [\"new Emperor\", \"moon mission\"]";
        let cues = section.required("cues", hint, faults).map(|node| words(node, "list of cues", &id, faults));
        section.finish(faults);
        RawEvent { id: id.clone(), title, from, to, need, cues: cues.unwrap_or_default(), broken: false }
    });
    event.broken = broken;
    event
}

fn guard(id: Text, mut section: Section<'_, '_>, faults: &mut Faults) -> RawGuard {
    let ((phrases, builtin), broken) = watched(&id, faults, |faults| {
        let choices =
            [("question", BuiltinGuard::Question), ("quoted", BuiltinGuard::Quoted), ("past", BuiltinGuard::Past)];
        let builtin = section.one_of("builtin", &choices, faults);
        let hint = "phrases = [\"(former|late) @\"]";
        let phrases =
            if section.has("builtin") { section.node("phrases") } else { section.required("phrases", hint, faults) };
        let phrases = phrases.map(|node| words(node, "list of phrases", &id, faults)).unwrap_or_default();
        let _ = section.string("description", faults);
        section.finish(faults);
        (phrases, builtin)
    });
    RawGuard { id, phrases, builtin, broken }
}

fn settings(section: &mut Section<'_, '_>, faults: &mut Faults) -> RawSettings {
    RawSettings {
        severity: section.one_of("severity", &SEVERITIES, faults),
        across: section.one_of("across", &SEVERITIES_OR_OFF, faults),
        unsure: section.one_of("unsure", &SEVERITIES_OR_OFF, faults),
        slip: section.one_of("slip", &SEVERITIES, faults),
        guards: section.strings("guards", faults),
        mode: section.one_of("mode", &[("compare", Mode::Compare), ("extract", Mode::Extract)], faults),
        scope: section.one_of("scope", &SCOPES, faults),
    }
}

const SEVERITIES: [(&str, Severity); 3] =
    [("note", Severity::Note), ("warning", Severity::Warning), ("error", Severity::Error)];
const SEVERITIES_OR_OFF: [(&str, Option<Severity>); 4] = [
    ("note", Some(Severity::Note)),
    ("warning", Some(Severity::Warning)),
    ("error", Some(Severity::Error)),
    ("off", None),
];
const PLACES: [(&str, Scope); 6] = [
    ("sentence", Scope::Sentence),
    ("paragraph", Scope::Paragraph),
    ("document", Scope::Document),
    ("story", Scope::Story),
    ("event", Scope::Event),
    ("corpus", Scope::Corpus),
];
const PARTS: [(&str, Parts); 13] = [
    ("column", Parts::Column),
    ("bottom", Parts::Bottom),
    ("row", Parts::Row),
    ("headed", Parts::Headed),
    ("items", Parts::Items),
    ("lines", Parts::Lines),
    ("behind", Parts::Behind),
    ("following", Parts::Following),
    ("rest", Parts::Rest),
    ("before", Parts::Before),
    ("shares", Parts::Shares),
    ("brackets", Parts::Brackets),
    ("names", Parts::Names),
];
const SCOPES: [(&str, Scope); 4] =
    [("document", Scope::Document), ("story", Scope::Story), ("event", Scope::Event), ("corpus", Scope::Corpus)];
const COMPARE: [(&str, Compare); 2] = [("values", Compare::Values), ("spellings", Compare::Spellings)];

fn claim(id: Text, mut section: Section<'_, '_>, faults: &mut Faults) -> RawClaim {
    let (mut claim, broken) = watched(&id, faults, |faults| {
        let extends = section.string("extends", faults);
        let (title, value) = if extends.is_some() {
            (section.string("title", faults), section.string("value", faults))
        } else {
            let title = section.required_string("title", "title = \"Who holds the office\"", faults);
            (title, section.required_string("value", "value = \"who\"", faults))
        };
        let before = faults.count();
        let phrases = section.strings("phrases", faults).unwrap_or_default();
        let regexes = section.strings("regex", faults).unwrap_or_default();
        let claim = RawClaim {
            id: id.clone(),
            unreadable_patterns: faults.count() > before,
            extends,
            title,
            description: section.string("description", faults),
            phrases,
            regexes,
            slots: pairs(&mut section, "slot", faults).unwrap_or_default(),
            parts: section.one_of("parts", &PARTS, faults),
            antecedent: section.string("antecedent", faults),
            value,
            status: section.strings("status", faults),
            neither: section.strings("neither", faults),
            key: section.strings("key", faults),
            fixed: pairs(&mut section, "fixed", faults),
            unless: section.strings("unless", faults),
            settings: settings(&mut section, faults),
            compare: section.one_of("compare", &COMPARE, faults),
            lasts: lasts(&mut section, faults),
            tolerance: tolerance(&mut section, faults),
            currency: currency(&mut section, faults),
            unit: unit(&mut section, faults),
            settled_by: section.strings("settled-by", faults),
            message: section.string("message", faults),
            examples: example_parser::read(&mut section, true, faults),
            broken: false,
        };
        let _ = section.strings("tags", faults);
        section.finish(faults);
        claim
    });
    claim.broken = broken;
    claim
}

/// A table of strings.
fn pairs(section: &mut Section<'_, '_>, key: &'static str, faults: &mut Faults) -> Option<Vec<(Text, Text)>> {
    if !section.has(key) {
        let _ = section.node(key);
        return None;
    }
    let mut pairs = Vec::new();
    for (name, node) in section.entries(key, faults) {
        if let Some(value) = section::string(node, &format!("{key}.{}", name.value), faults) {
            pairs.push((name, value));
        }
    }
    Some(pairs)
}

/// A share like `"5%"`, at most a half: whatever lies further apart cannot be called agreement.
fn tolerance(section: &mut Section<'_, '_>, faults: &mut Faults) -> Option<(Decimal, FileSpan)> {
    let text = section.string("tolerance", faults)?;
    let number = text.value.strip_suffix('%').and_then(|number| number.trim().parse::<Decimal>().ok());
    let share = number
        .and_then(|number| number.checked_div(Decimal::ONE_HUNDRED))
        .filter(|share| *share > Decimal::ZERO && *share <= Decimal::new(5, 1));
    if share.is_none() {
        faults.add(text.span, Fault::BadTolerance { written: text.value });
    }
    share.map(|share| (share, text.span))
}

/// A length of time like `"60 days"`, or `"always"`. Months and years are taken at their longest, as it says how far two
/// texts may lie apart at most.
fn lasts(section: &mut Section<'_, '_>, faults: &mut Faults) -> Option<Lasting> {
    let text = section.string("lasts", faults)?;
    let length = text.value.split_once(' ').and_then(|(number, unit)| {
        let days = match unit {
            "day" | "days" => 1,
            "week" | "weeks" => 7,
            "month" | "months" => 31,
            "year" | "years" => 366,
            _ => return None,
        };
        number.parse::<u32>().ok().and_then(|number| number.checked_mul(days)).map(Lasting::Days)
    });
    let lasting = if text.value == "always" { Some(Lasting::Always) } else { length };
    if lasting.is_none() {
        faults.add(text.span, Fault::BadLasting { written: text.value });
    }
    lasting
}

/// The code of a currency.
fn currency(section: &mut Section<'_, '_>, faults: &mut Faults) -> Option<Text> {
    let text = section.string("currency", faults)?;
    let known = is_currency(&text.value);
    if !known {
        faults.add(text.span, Fault::UnknownCurrency { written: text.value.clone() });
    }
    known.then_some(text)
}

/// A unit of measure, by its symbol.
fn unit(section: &mut Section<'_, '_>, faults: &mut Faults) -> Option<(WantedUnit, FileSpan)> {
    let text = section.string("unit", faults)?;
    let unit = WantedUnit::of(&text.value);
    if unit.is_none() {
        faults.add(text.span, Fault::NoUnit { written: text.value.clone() });
    }
    unit.map(|unit| (unit, text.span))
}

fn check(id: Text, mut section: Section<'_, '_>, faults: &mut Faults) -> RawCheck {
    let (mut check, broken) = watched(&id, faults, |faults| {
        let hint = "given = { start = \"visit-start\", end = \"visit-end\" }";
        let _ = section.required("given", hint, faults);
        let check = RawCheck {
            id: id.clone(),
            title: section.required_string("title", "title = \"A visit ends after it starts\"", faults),
            description: section.string("description", faults),
            given: pairs(&mut section, "given", faults).unwrap_or_default(),
            same: section.strings("same", faults).unwrap_or_default(),
            single: section.strings("single", faults).unwrap_or_default(),
            once: section.one_of("holds", &[("always", false), ("once", true)], faults),
            within: section.one_of("within", &PLACES, faults),
            condition: section.string("where", faults),
            require: section.required_string("require", "require = \"start.when <= end.when\"", faults),
            severity: section.one_of("severity", &SEVERITIES, faults),
            message: section.required_string("message", "message = \"the visit ends before it starts\"", faults),
            examples: example_parser::read(&mut section, false, faults),
            broken: false,
        };
        let _ = section.strings("tags", faults);
        section.finish(faults);
        check
    });
    check.broken = broken;
    check
}
