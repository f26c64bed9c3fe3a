//! From a claim as written to a claim that the engine looks for.

use regex_syntax::hir::{Hir, HirKind};

use super::fault::{Fault, Purpose};
use super::faults::Faults;
use super::phrase::SlotKind;
use super::raw::{RawClaim, RawSettings};
use super::rule::{ClaimRule, Compare, Guard, KeyPart, Mode, RegexPhrase, RuleName, Scope, StatusGuards, ValueOf};
use super::severity::Severity;
use super::slot_table::{SlotTable, builtin_types};
use super::text::Text;
use super::vocabulary::Vocabulary;
use super::vocabulary_loader;
use crate::source::span::FileSpan;
use crate::values::letters::is_slip;
use crate::values::value::Kind;

/// The guards that mark every claim unless it lists its own.
pub(super) const DEFAULT_GUARDS: [&str; 5] = ["former", "negated", "hypothetical", "question", "corrected"];

/// What a claim needs to know of the pack it stands in.
pub(super) struct Surroundings<'a> {
    pub(super) pack: usize,
    pub(super) pack_name: &'a str,
    pub(super) builtin: bool,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) defaults: &'a RawSettings,
    /// Names of the guards that the pack knows, with their places in the rules; `None` for a faulty one.
    pub(super) guards: &'a [(String, Option<usize>)],
    /// The ids of the timelines of all packs, and those of them that are faulty.
    pub(super) timelines: &'a [String],
    pub(super) faulty_timelines: &'a [String],
}

/// A claim with what a claim that extends it needs.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) rule: ClaimRule,
    table: SlotTable,
    named_guards: Vec<usize>,
    unless: Vec<usize>,
    /// What its own `unless` makes, as long as it has no place among all guards.
    unplaced: Option<Guard>,
}

impl Draft {
    /// Puts the guard that its own `unless` makes behind all others.
    pub(super) fn place_guard(&mut self, guards: &mut Vec<Guard>) {
        if let Some(guard) = self.unplaced.take() {
            self.unless.push(guards.len());
            self.rule.guards.push(guards.len());
            guards.push(guard);
        }
    }
}

/// Builds a claim; nothing where it has a fault.
pub(super) fn build(
    raw: &RawClaim,
    parent: Option<&Draft>,
    around: &Surroundings<'_>,
    faults: &mut Faults,
) -> Option<Draft> {
    let before = faults.count();
    let from_parent = |pick: fn(&Draft) -> &ClaimRule| parent.map(pick);
    let base = from_parent(|draft| &draft.rule);
    let mut table = parent.map(|draft| draft.table.clone()).unwrap_or_default();
    table.declare(raw.slots.clone());
    let mut phrases = base.map(|base| base.phrases.clone()).unwrap_or_default();
    let mut regexes = base.map(|base| base.regexes.clone()).unwrap_or_default();
    let own = vocabulary_loader::phrases(&raw.phrases, Purpose::Claim, around.vocabulary, &mut table, faults);
    let own_regexes: Vec<_> =
        raw.regexes.iter().filter_map(|written| regex(written, &mut table, around, faults)).collect();
    // Slots of a phrase that could not be read are unknown: what names them is not called wrong.
    let all_read = own.is_some() && own_regexes.len() == raw.regexes.len();
    phrases.extend(own.unwrap_or_default());
    regexes.extend(own_regexes);
    if raw.phrases.is_empty() && raw.regexes.is_empty() && phrases.is_empty() && regexes.is_empty() {
        if !raw.unreadable_patterns {
            faults.add(raw.id.span, Fault::NoPattern { id: raw.id.value.clone() });
        }
    } else if all_read {
        for slot in table.unused() {
            faults.add(slot.span, Fault::UnusedSlotType { slot: slot.value.clone(), known: table.names() });
        }
    }
    let parts = raw.parts.or_else(|| base.and_then(|base| base.parts));
    if parts.is_some() {
        // The engine fills these two, whatever the phrases hold.
        for slot in ["whole", "part"] {
            if table.find(slot).is_none() {
                let _ = table.fill(slot, Some("amount"), around.vocabulary);
            }
        }
    }
    let antecedent = match &raw.antecedent {
        None => base.and_then(|base| base.antecedent),
        // No phrase need have it: it may always be the person last named.
        Some(text) => table.fill(&text.value, Some("person"), around.vocabulary).ok().map(|(slot, _)| slot),
    };
    let names = Names { table: &table, all_read: all_read && !table.slots().is_empty(), around };
    let value = names.value(raw, base, faults);
    let key = names.key(raw, base, faults);
    let fixed = names.fixed(raw, base, key.as_deref(), faults);
    let settings = Settings::of(&raw.settings, base, around.defaults);
    if let (Some(ValueOf::Slot(slot)), Some(key), Mode::Compare) = (&value, &key, settings.mode)
        && key.contains(&KeyPart::Slot(*slot))
    {
        let name = table.slots()[*slot].name.clone();
        let place = raw.key.iter().flatten().find(|part| part.value == name).map_or(raw.id.span, |part| part.span);
        faults.add(place, Fault::ValueInKey { slot: name });
    }
    if let (Some((_, place)), Some(ValueOf::Slot(slot))) = (raw.tolerance, &value) {
        check_tolerance(&table, *slot, place, faults);
    }
    if let (Some(Compare::Spellings), Some(ValueOf::Slot(slot))) = (raw.compare, &value) {
        let slot = &table.slots()[*slot];
        let spelled = [Kind::Person, Kind::Org, Kind::Identifier, Kind::Code].map(SlotKind::Value);
        if !spelled.contains(&slot.kind) && slot.kind != SlotKind::Words {
            faults.add(raw.id.span, Fault::SpellingsOfNobody { slot: slot.name.clone() });
        }
    }
    if let (Some(currency), Some(ValueOf::Slot(slot))) = (&raw.currency, &value) {
        let slot = &table.slots()[*slot];
        if slot.kind != SlotKind::Value(Kind::Money) {
            faults.add(currency.span, Fault::CurrencyWithoutMoney { slot: slot.name.clone() });
        }
    }
    if let (Some((unit, place)), Some(ValueOf::Slot(slot))) = (raw.unit, &value) {
        let slot = &table.slots()[*slot];
        if slot.kind != SlotKind::Value(unit.kind()) {
            let (unit, kind) = (unit.to_string(), unit.kind().name());
            faults.add(place, Fault::UnitOfOther { unit, kind, slot: slot.name.clone() });
        }
    }
    if let Some(message) = &raw.message {
        let constant = fixed.iter().map(|(name, _)| name.clone());
        let slots = key.iter().flatten().filter_map(|part| match part {
            KeyPart::Slot(slot) => Some(table.slots()[*slot].name.clone()),
            KeyPart::Event | KeyPart::Subject | KeyPart::Class | KeyPart::Happening | KeyPart::Post => None,
        });
        check_message(message, &constant.chain(slots).collect::<Vec<_>>(), faults);
    }
    let named_guards = named_guards(raw, parent, around, faults);
    let unplaced = raw.unless.as_ref().and_then(|texts| unless(texts, around, faults));
    if raw.broken || faults.count() > before {
        return None;
    }
    let named_guards = named_guards?;
    let unless = parent.filter(|_| raw.unless.is_none()).map(|parent| parent.unless.clone()).unwrap_or_default();
    let text = |own: &Option<Text>| own.as_ref().map(|text| text.value.clone());
    let rule = ClaimRule {
        name: RuleName { pack: around.pack, pack_name: around.pack_name.to_owned(), id: raw.id.value.clone() },
        place: raw.id.span,
        title: text(&raw.title).or_else(|| base.map(|base| base.title.clone()))?,
        description: text(&raw.description).or_else(|| base.and_then(|base| base.description.clone())),
        phrases,
        regexes,
        slots: table.slots().to_vec(),
        parts,
        antecedent,
        value: value?,
        key: key?,
        fixed,
        guards: named_guards.iter().chain(&unless).copied().collect(),
        mode: settings.mode,
        scope: settings.scope,
        severity: settings.severity,
        across: settings.across,
        unsure: settings.unsure,
        slip: settings.slip,
        compare: raw.compare.or_else(|| base.map(|base| base.compare)).unwrap_or(Compare::Values),
        lasts: raw.lasts.or_else(|| base.and_then(|base| base.lasts)),
        tolerance: raw.tolerance.map(|(share, _)| share).or_else(|| base.and_then(|base| base.tolerance)),
        currency: text(&raw.currency).or_else(|| base.and_then(|base| base.currency.clone())),
        unit: raw.unit.map(|(unit, _)| unit).or_else(|| base.and_then(|base| base.unit)),
        settled_by: Vec::new(),
        message: text(&raw.message).or_else(|| base.and_then(|base| base.message.clone())),
        examples: raw.examples.clone(),
    };
    Some(Draft { rule, table, named_guards, unless, unplaced })
}

/// The guard that the phrases of a claim's `unless` make; nothing where there are none, or one has a fault.
fn unless(texts: &[Text], around: &Surroundings<'_>, faults: &mut Faults) -> Option<Guard> {
    let mut slots = SlotTable::default();
    let phrases = vocabulary_loader::phrases(texts, Purpose::Guard, around.vocabulary, &mut slots, faults)?;
    let place = phrases.first()?.place;
    Some(Guard { name: "unless".to_owned(), pack: Some(around.pack), place, phrases, builtin: None })
}

/// Tells the faults of a claim whose parent is missing or faulty itself. Of its slots nothing can be said: they may have
/// their types from the parent.
pub(super) fn check_orphan(raw: &RawClaim, around: &Surroundings<'_>, faults: &mut Faults) {
    let mut table = SlotTable::default();
    table.declare(raw.slots.clone());
    vocabulary_loader::check_phrases(&raw.phrases, Purpose::Claim, around.vocabulary, &mut table, faults);
    let unless = raw.unless.as_deref().unwrap_or_default();
    vocabulary_loader::check_phrases(unless, Purpose::Guard, around.vocabulary, &mut SlotTable::default(), faults);
    let named = [raw.settings.guards.as_ref(), raw.status.as_ref(), raw.neither.as_ref()];
    for texts in named.into_iter().flatten() {
        let _ = guards(texts, around, faults);
    }
}

/// What a claim takes from itself, else from the claim it extends, else from `[defaults]`, else from the language.
struct Settings {
    mode: Mode,
    scope: Scope,
    severity: Severity,
    across: Option<Severity>,
    unsure: Option<Severity>,
    slip: Severity,
}

impl Settings {
    fn of(own: &RawSettings, base: Option<&ClaimRule>, defaults: &RawSettings) -> Self {
        fn first<T>(own: Option<T>, base: Option<T>, default: Option<T>, language: T) -> T {
            own.or(base).or(default).unwrap_or(language)
        }
        Self {
            mode: first(own.mode, base.map(|base| base.mode), defaults.mode, Mode::Compare),
            scope: first(own.scope, base.map(|base| base.scope), defaults.scope, Scope::Corpus),
            severity: first(own.severity, base.map(|base| base.severity), defaults.severity, Severity::Error),
            across: first(own.across, base.map(|base| base.across), defaults.across, Some(Severity::Warning)),
            slip: first(own.slip, base.map(|base| base.slip), defaults.slip, Severity::Note),
            unsure: first(own.unsure, base.map(|base| base.unsure), defaults.unsure, None),
        }
    }
}

/// Whether none of the claim's patterns has a slot of this name, the unreadable ones among them.
fn is_missing(raw: &RawClaim, slot: &str) -> bool {
    let mut patterns = raw.phrases.iter().chain(&raw.regexes).peekable();
    let longer = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut named =
        patterns.clone().flat_map(|text| text.value.match_indices(slot).map(|(at, _)| &text.value[at + slot.len()..]));
    patterns.peek().is_some() && !raw.unreadable_patterns && named.all(|behind| behind.starts_with(longer))
}

/// Resolves what names slots.
struct Names<'a> {
    table: &'a SlotTable,
    all_read: bool,
    around: &'a Surroundings<'a>,
}

impl Names<'_> {
    fn value(&self, raw: &RawClaim, base: Option<&ClaimRule>, faults: &mut Faults) -> Option<ValueOf> {
        let is_status = |value: &Text| value.value == "@status";
        if let Some(status) = raw.status.as_ref().or(raw.neither.as_ref()) {
            let compared = match (&raw.value, base) {
                (Some(value), _) => is_status(value),
                (None, Some(base)) => matches!(base.value, ValueOf::Status(_)),
                (None, None) => true,
            };
            if !compared {
                let place = status.first().map_or(raw.id.span, |guard| guard.span);
                faults.add(place, Fault::StatusWithoutValue);
            }
        }
        let own_status = |faults: &mut Faults| {
            let neither =
                raw.neither.as_deref().map_or(Some(Vec::new()), |neither| guards(neither, self.around, faults));
            raw.status.as_ref().map(|status| {
                let former = guards(status, self.around, faults)?;
                Some(ValueOf::Status(StatusGuards { former, neither: neither? }))
            })
        };
        match &raw.value {
            None => match own_status(faults) {
                Some(status) => status,
                None => base.map(|base| base.value.clone()),
            },
            Some(value) if is_status(value) => match own_status(faults) {
                Some(status) => status,
                None if matches!(base, Some(ClaimRule { value: ValueOf::Status(_), .. })) => {
                    base.map(|base| base.value.clone())
                }
                None => {
                    faults.add(value.span, Fault::ValueWithoutStatus);
                    None
                }
            },
            Some(value) if value.value == "@post" => Some(ValueOf::Post),
            Some(value) => {
                let slot = self.table.find(&value.value);
                if slot.is_none() && (self.all_read || is_missing(raw, &value.value)) {
                    let known = self.table.names();
                    faults.add(value.span, Fault::UnknownValue { value: value.value.clone(), known });
                }
                slot.map(ValueOf::Slot)
            }
        }
    }

    fn key(&self, raw: &RawClaim, base: Option<&ClaimRule>, faults: &mut Faults) -> Option<Vec<KeyPart>> {
        let Some(texts) = &raw.key else { return Some(base.map(|base| base.key.clone()).unwrap_or_default()) };
        let mut key = Vec::new();
        for text in texts {
            let part = match text.value.as_str() {
                "@event" => Some(KeyPart::Event),
                "@subject" => Some(KeyPart::Subject),
                "@class" => Some(KeyPart::Class),
                "@happening" => Some(KeyPart::Happening),
                "@post" => Some(KeyPart::Post),
                name => self.table.find(name).map(KeyPart::Slot),
            };
            match part {
                Some(part) if key.contains(&part) => {
                    faults.add(text.span, Fault::KeyPartTwice { part: text.value.clone() });
                }
                Some(part) => key.push(part),
                None if self.all_read || is_missing(raw, &text.value) => {
                    let mut known = self.table.names();
                    known.extend(["@event", "@subject", "@class", "@happening", "@post"].map(str::to_owned));
                    faults.add(text.span, Fault::UnknownKeyPart { part: text.value.clone(), known });
                }
                None => {}
            }
        }
        Some(key)
    }

    fn fixed(
        &self,
        raw: &RawClaim,
        base: Option<&ClaimRule>,
        key: Option<&[KeyPart]>,
        faults: &mut Faults,
    ) -> Vec<(String, String)> {
        let Some(pairs) = &raw.fixed else { return base.map(|base| base.fixed.clone()).unwrap_or_default() };
        for (name, value) in pairs {
            let slot = self.table.find(&name.value).map(KeyPart::Slot);
            if slot.is_some_and(|slot| key.is_some_and(|key| key.contains(&slot))) {
                faults.add(name.span, Fault::FixedIsSlot { name: name.value.clone() });
            }
            if name.value != "office" {
                continue;
            }
            let timelines = self.around.timelines;
            if self.around.faulty_timelines.contains(&value.value) {
                faults.add(value.span, Fault::NeedsFaulty { what: format!("the timeline `{}`", value.value) });
            } else if !timelines.contains(&value.value)
                && let Some(near) = timelines.iter().find(|timeline| is_slip(timeline, &value.value))
            {
                // An office without a timeline is no fault, but one letter beside a timeline would untie the two in silence.
                faults.add(value.span, Fault::UnknownOffice { id: value.value.clone(), near: near.clone() });
            }
        }
        pairs.iter().map(|(name, value)| (name.value.clone(), value.value.clone())).collect()
    }
}

/// The guards that disqualify a claim, beside its own `unless`.
fn named_guards(
    raw: &RawClaim,
    parent: Option<&Draft>,
    around: &Surroundings<'_>,
    faults: &mut Faults,
) -> Option<Vec<usize>> {
    match (&raw.settings.guards, parent, &around.defaults.guards) {
        (Some(texts), ..) => guards(texts, around, faults),
        (None, Some(parent), _) => Some(parent.named_guards.clone()),
        // Faults of `[defaults]` are told there once, not at every claim.
        (None, None, Some(texts)) => texts.iter().map(|text| find_guard(&text.value, around)?).collect(),
        (None, None, None) => DEFAULT_GUARDS.iter().map(|name| find_guard(name, around)?).collect(),
    }
}

/// The places of guards by their names.
pub(super) fn guards(texts: &[Text], around: &Surroundings<'_>, faults: &mut Faults) -> Option<Vec<usize>> {
    let mut found = Vec::new();
    for text in texts {
        match find_guard(&text.value, around) {
            Some(Some(guard)) => found.push(guard),
            Some(None) => {
                faults.add(text.span, Fault::NeedsFaulty { what: format!("the guard `{}`", text.value) });
            }
            None if faults.has_syntax_errors() => {
                faults.add(text.span, Fault::NeedsUnreadable { what: format!("the guard `{}`", text.value) });
            }
            None => {
                let known = around.guards.iter().map(|(name, _)| name.clone()).collect();
                faults.add(text.span, Fault::UnknownGuard { guard: text.value.clone(), known });
            }
        }
    }
    (found.len() == texts.len()).then_some(found)
}

fn find_guard(name: &str, around: &Surroundings<'_>) -> Option<Option<usize>> {
    around.guards.iter().find(|(known, _)| known == name).map(|&(_, guard)| guard)
}

/// Only numbers can lie within a tolerance.
fn check_tolerance(table: &SlotTable, slot: usize, place: FileSpan, faults: &mut Faults) {
    let slot = &table.slots()[slot];
    let numbers = [Kind::Count, Kind::Number, Kind::Quantity, Kind::Money, Kind::Percent, Kind::Duration, Kind::Age];
    if !matches!(slot.kind, SlotKind::Value(kind) if numbers.contains(&kind)) {
        faults.add(place, Fault::ToleranceWithoutNumber { slot: slot.name.clone() });
    }
}

/// A message may hold `{a}` and `{b}` for two values, `{values}` for all of them, and the names of the key's parts.
fn check_message(message: &Text, key: &[String], faults: &mut Faults) {
    let mut from = 0;
    while let Some(open) = message.value[from..].find('{').map(|at| from + at) {
        let end = message.value[open..].find('}').map_or(message.value.len(), |at| open + at + 1);
        let placeholder = &message.value[open..end];
        let name = placeholder.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let known = |name| ["a", "b", "values"].contains(&name) || key.iter().any(|part| part == name);
        if !name.is_some_and(known) {
            let fault = Fault::UnknownPlaceholder { placeholder: placeholder.to_owned(), key: key.to_vec() };
            faults.add(message.place(open..end, &faults.file), fault);
        }
        from = end;
    }
}

/// A regex with the slots that its named groups fill.
fn regex(written: &Text, table: &mut SlotTable, around: &Surroundings<'_>, faults: &mut Faults) -> Option<RegexPhrase> {
    let before = faults.count();
    let hir = match regex_syntax::parse(&written.value) {
        Ok(hir) => hir,
        Err(error) => {
            let (at, message) = match &error {
                regex_syntax::Error::Parse(error) => {
                    (error.span().start.offset..error.span().end.offset, error.kind().to_string())
                }
                regex_syntax::Error::Translate(error) => {
                    (error.span().start.offset..error.span().end.offset, error.kind().to_string())
                }
                other => (0..written.value.len(), other.to_string()),
            };
            faults.add(written.place(at, &faults.file), Fault::BadRegex { message });
            return None;
        }
    };
    // The built-in packs are known to compile; doing so takes milliseconds that are only spent where a rule may match.
    if !around.builtin && regex::Regex::new(&written.value).is_err() {
        faults.add(written.span, Fault::BadRegex { message: "it is too large".to_owned() });
        return None;
    }
    if hir.properties().minimum_len() == Some(0) {
        faults.add(written.span, Fault::RegexMatchesNothing);
    }
    let mut names = Vec::new();
    group_names(&hir, &mut names);
    if names.is_empty() {
        faults.add(written.span, Fault::RegexWithoutSlots);
    }
    let mut groups = Vec::new();
    for name in names {
        match table.fill(&name, None, around.vocabulary) {
            Ok((slot, of)) => groups.push((name, slot, of.kind)),
            Err(fault) => {
                let at = written
                    .value
                    .find(&format!("<{name}>"))
                    .map_or(0..written.value.len(), |at| at + 1..at + 1 + name.len());
                let fault = match fault {
                    Fault::SlotWithoutType { slot, .. } => {
                        Fault::GroupWithoutType { group: slot, known: builtin_types() }
                    }
                    other => other,
                };
                faults.add(written.place(at, &faults.file), fault);
            }
        }
    }
    (faults.count() == before).then(|| RegexPhrase { written: written.value.clone(), place: written.span, groups })
}

/// The names of all groups, in the order of the pattern.
fn group_names(hir: &Hir, names: &mut Vec<String>) {
    match hir.kind() {
        HirKind::Capture(capture) => {
            if let Some(name) = &capture.name
                && !names.iter().any(|known| **known == **name)
            {
                names.push(name.to_string());
            }
            group_names(&capture.sub, names);
        }
        HirKind::Repetition(repetition) => group_names(&repetition.sub, names),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().for_each(|part| group_names(part, names)),
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => {}
    }
}
