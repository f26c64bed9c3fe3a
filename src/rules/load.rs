//! From rule files to the rules in force and everything that is wrong with them.

use std::sync::Arc;

use rayon::prelude::*;

use super::builtin;
use super::check_loader::{self, Named};
use super::claim_loader::{self, Draft, Surroundings};
use super::dictionary_loader::{self, SharedIds};
use super::fault::{Fault, Purpose};
use super::faults::Faults;
use super::hygiene;
use super::keys;
use super::raw::{self, RawGuard, RawPack};
use super::rule::{Event, Guard, Pack, RuleName, Rules};
use super::section::Section;
use super::slot_table::SlotTable;
use super::syntax;
use super::text::Text;
use super::tree::Tree;
use super::vocabulary::Vocabulary;
use super::vocabulary_loader;
use crate::source::file::File;
use crate::source::problem::{Mark, Problem};
use crate::source::span::FileSpan;

/// What came of reading rule files.
#[derive(Debug)]
pub struct Loaded {
    /// The rules in force.
    pub rules: Rules,
    /// What is wrong, in the order of the files.
    pub problems: Vec<Problem>,
    /// What looks like a slip in the files that do not come with belie and have no fault, in the order of the files.
    pub warnings: Vec<Problem>,
}

/// Reads rule files, each with whether it comes with belie. Every fault of every file is told, in the order of the
/// files; a faulty rule is left out with the rules that need it, and no other.
#[must_use]
pub fn load(files: &[(Arc<File>, bool)]) -> (Rules, Vec<Problem>) {
    let Loaded { rules, problems, .. } = load_with_warnings(files);
    (rules, problems)
}

/// Like [`load`], with what looks like a slip.
#[must_use]
pub fn load_with_warnings(files: &[(Arc<File>, bool)]) -> Loaded {
    load_packs(files, |_| true)
}

/// Like [`load_with_warnings`], but those that come with belie have no examples, which takes a third less time.
#[must_use]
pub fn load_without_examples(files: &[(Arc<File>, bool)]) -> Loaded {
    load_packs(files, |builtin| !builtin)
}

/// `examples` tells whether to read those of packs that come with belie, and of others.
fn load_packs(files: &[(Arc<File>, bool)], examples: impl Fn(bool) -> bool + Sync) -> Loaded {
    let guards = (Arc::new(builtin::guards()), true);
    // Packs are few and of all sizes: in chunks one thread would wait for the other.
    let files = rayon::iter::once(&guards).chain(files).with_max_len(1);
    let read = |(file, builtin): &(Arc<File>, bool)| LoadedPack::read(file, *builtin, examples(*builtin));
    let mut packs: Vec<LoadedPack> = files.map(read).collect();
    let mut rules = Rules::default();
    name_packs(&mut packs, &mut rules);
    let shared = load_knowledge(&mut packs, &mut rules);
    let guards = load_guards(&mut packs, &mut rules);
    let claims = load_claims(&mut packs, &shared, &guards, &mut rules);
    load_checks(&mut packs, &claims, &mut rules);
    let warnings = packs.iter().filter(|pack| !pack.builtin).flat_map(|pack| pack.warnings(&rules)).collect();
    Loaded { rules, problems: packs.into_iter().flat_map(|pack| pack.faults.into_problems()).collect(), warnings }
}

/// A rule file on its way.
struct LoadedPack {
    name: String,
    builtin: bool,
    /// Index into [`Rules::packs`]; `None` for the built-in guards and for a pack that is off as a whole.
    index: Option<usize>,
    raw: RawPack,
    vocabulary: Vocabulary,
    faults: Faults,
}

impl LoadedPack {
    fn read(file: &Arc<File>, builtin: bool, examples: bool) -> Self {
        let mut faults = Faults::new(Arc::clone(file));
        let read = |tree: &Tree<'_>, faults: &mut Faults| {
            let top = Section::new(tree, &keys::FILE, "a rule file".to_owned(), FileSpan::default());
            raw::read(top, faults).unwrap_or_default()
        };
        let tree = if examples { None } else { builtin::without_examples(file) };
        let raw = match tree {
            Some(tree) => read(&tree, &mut faults),
            None => syntax::with_tree(file.text(), &mut faults, read),
        };
        let vocabulary = vocabulary_loader::vocabulary(&raw.lists, &raw.choices, &mut faults);
        let name = raw.name.as_ref().map_or_else(|| stem(file.name()), |name| name.value.clone());
        Self { name, builtin, index: None, raw, vocabulary, faults }
    }

    /// What its claims need to know of it, what it says, and where their faults go.
    fn surroundings<'a>(
        &'a mut self,
        guards: &'a GuardNames,
        timelines: &'a Timelines,
    ) -> (Surroundings<'a>, &'a RawPack, &'a mut Faults) {
        let around = Surroundings {
            pack: self.index.unwrap_or_default(),
            pack_name: &self.name,
            builtin: self.builtin,
            vocabulary: &self.vocabulary,
            defaults: &self.raw.defaults,
            guards,
            timelines: &timelines.all,
            faulty_timelines: &timelines.faulty,
        };
        (around, &self.raw, &mut self.faults)
    }

    /// Its claims that extend no other one; nothing in the place of one that does, or has a fault, or is off.
    fn claims_alone(&mut self, guards: &GuardNames, timelines: &Timelines) -> Vec<Option<Box<Draft>>> {
        let on = self.index.is_some();
        let (around, raw, faults) = self.surroundings(guards, timelines);
        let alone = raw.claims.iter().map(|claim| match claim.extends {
            Some(_) => None,
            None => claim_loader::build(claim, None, &around, faults).filter(|_| on).map(Box::new),
        });
        alone.collect()
    }

    /// What looks like a slip, in the order of the file; nothing where the pack has faults to be mended first.
    fn warnings(&self, rules: &Rules) -> Vec<Problem> {
        let Some(index) = self.index.filter(|_| self.faults.count() == 0) else { return Vec::new() };
        let mut warnings = hygiene::warnings(index, &self.raw, rules);
        warnings.sort_by_key(|(at, ..)| *at);
        warnings.into_iter().map(|(at, warning, first)| warning.into_problem(&self.faults.file, at, first)).collect()
    }
}

/// The name of a file without folders and extension.
fn stem(path: &str) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let stem = name.strip_suffix(".toml").unwrap_or(name);
    stem.replace(char::is_whitespace, "-")
}

/// Gives every pack its index; of two with one name the second is off.
fn name_packs(packs: &mut [LoadedPack], rules: &mut Rules) {
    let mut places: Vec<Mark> = Vec::new();
    for pack in packs.iter_mut().skip(1) {
        let place = pack.raw.name.as_ref().map(|name| name.span).unwrap_or_default();
        let allowed = |c: char| c.is_alphanumeric() || "-_.".contains(c);
        if pack.name.is_empty() || !pack.name.chars().all(allowed) {
            pack.faults.add(place, Fault::BadPackName { name: pack.name.clone() });
        }
        if let Some(first) = rules.packs.iter().position(|other| other.name == pack.name) {
            let related = vec![places[first].clone()];
            pack.faults.add_with(place, Fault::DuplicatePack { name: pack.name.clone() }, related);
            continue;
        }
        places.push(pack.faults.mark(place, "first pack of this name"));
        pack.index = Some(rules.packs.len());
        rules.packs.push(Pack {
            name: pack.name.clone(),
            description: pack.raw.description.clone(),
            file: Arc::clone(&pack.faults.file),
            builtin: pack.builtin,
        });
    }
}

/// The ids of timelines: all, and those that are faulty.
#[derive(Default)]
struct Timelines {
    all: Vec<String>,
    faulty: Vec<String>,
}

/// Dictionaries, timelines and events.
fn load_knowledge(packs: &mut [LoadedPack], rules: &mut Rules) -> Timelines {
    let mut ids = SharedIds::default();
    let mut faulty = Vec::new();
    for LoadedPack { index, raw, vocabulary, faults, .. } in packs {
        let on = index.is_some();
        let mut unused = crate::values::names::Names::default();
        dictionary_loader::add_names(raw, if on { &mut rules.names } else { &mut unused }, faults);
        for office in &raw.offices {
            let new = on && ids.claim("the timeline", &office.id, faults);
            match dictionary_loader::timeline(office, raw, faults) {
                Some(timeline) if new => rules.timelines.push(timeline),
                Some(_) => {}
                None if new => faulty.push(office.id.value.clone()),
                None => {}
            }
        }
        for event in &raw.events {
            let new = on && ids.claim("the event", &event.id, faults);
            let event = dictionary_loader::event(event, vocabulary, faults);
            rules.events.extend(event.filter(|_| new).zip(*index).map(|(event, pack)| Event { pack, ..event }));
        }
    }
    Timelines { all: ids.of("the timeline"), faulty }
}

/// The names of guards with their places in [`Rules::guards`]; `None` for a faulty one.
type GuardNames = Vec<(String, Option<usize>)>;

/// The guards of every pack: first its own, then the built-in ones.
fn load_guards(packs: &mut [LoadedPack], rules: &mut Rules) -> Vec<GuardNames> {
    let mut builtin: GuardNames = Vec::new();
    let mut all = Vec::new();
    for (at, LoadedPack { index, raw, vocabulary, faults, .. }) in packs.iter_mut().enumerate() {
        let mut names = GuardNames::new();
        for raw in &raw.guards {
            if builtin.iter().any(|(name, _)| *name == raw.id.value) {
                faults.add(raw.id.span, Fault::BuiltinGuard { guard: raw.id.value.clone() });
                continue;
            }
            let guard = guard(raw, *index, vocabulary, faults);
            let place = guard.is_some().then_some(rules.guards.len());
            rules.guards.extend(guard);
            names.push((raw.id.value.clone(), place));
        }
        if at == 0 {
            builtin.clone_from(&names);
        } else {
            names.extend(builtin.iter().cloned());
        }
        all.push(names);
    }
    all
}

fn guard(raw: &RawGuard, pack: Option<usize>, vocabulary: &Vocabulary, faults: &mut Faults) -> Option<Guard> {
    let phrases =
        vocabulary_loader::phrases(&raw.phrases, Purpose::Guard, vocabulary, &mut SlotTable::default(), faults)?;
    let guard = Guard { name: raw.id.value.clone(), pack, place: raw.id.span, phrases, builtin: raw.builtin };
    (!raw.broken).then_some(guard)
}

/// A claim of any pack, by name: what it was built to, and where in [`Rules::claims`] it ended.
struct LoadedClaim {
    pack: usize,
    pack_name: String,
    id: String,
    draft: Option<Box<Draft>>,
    index: Option<usize>,
}

/// Builds all claims: those that stand alone, then those that extend them, then what settles what.
fn load_claims(
    packs: &mut [LoadedPack],
    timelines: &Timelines,
    guards: &[GuardNames],
    rules: &mut Rules,
) -> Vec<LoadedClaim> {
    check_default_guards(packs, timelines, guards);
    let alone = packs.par_iter_mut().zip(guards).with_max_len(1);
    let alone = alone.map(|(pack, guards)| pack.claims_alone(guards, timelines));
    let alone: Vec<Vec<Option<Box<Draft>>>> = alone.collect();
    let mut loaded: Vec<LoadedClaim> = Vec::new();
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (at, (pack, drafts)) in packs.iter().zip(alone).enumerate() {
        for (number, (claim, mut draft)) in pack.raw.claims.iter().zip(drafts).enumerate() {
            draft.iter_mut().for_each(|draft| draft.place_guard(&mut rules.guards));
            let id = claim.id.value.clone();
            loaded.push(LoadedClaim { pack: at, pack_name: pack.name.clone(), id, draft, index: None });
            places.push((at, number));
        }
    }
    for (at, &(pack, number)) in places.iter().enumerate() {
        if packs[pack].raw.claims[number].extends.is_none() {
            continue;
        }
        let parent = parent(&mut packs[pack], pack, number, &loaded, &places);
        let on = packs[pack].index.is_some();
        let (around, raw, faults) = packs[pack].surroundings(&guards[pack], timelines);
        let Some(parent) = parent.and_then(|parent| loaded[parent].draft.as_deref()) else {
            claim_loader::check_orphan(&raw.claims[number], &around, faults);
            continue;
        };
        let mut draft = claim_loader::build(&raw.claims[number], Some(parent), &around, faults).filter(|_| on);
        draft.iter_mut().for_each(|draft| draft.place_guard(&mut rules.guards));
        loaded[at].draft = draft.map(Box::new);
    }
    settle(packs, &places, &mut loaded, rules);
    loaded
}

/// Tells what is wrong with the guards of `[defaults]`, once for each pack.
fn check_default_guards(packs: &mut [LoadedPack], timelines: &Timelines, guards: &[GuardNames]) {
    for (pack, guards) in packs.iter_mut().zip(guards) {
        let (around, raw, faults) = pack.surroundings(guards, timelines);
        if let Some(texts) = &raw.defaults.guards {
            let _ = claim_loader::guards(texts, &around, faults);
        }
    }
}

/// The valid claim that a claim extends, or nothing and a fault.
fn parent(
    child: &mut LoadedPack,
    pack: usize,
    number: usize,
    loaded: &[LoadedClaim],
    places: &[(usize, usize)],
) -> Option<usize> {
    let extends = child.raw.claims[number].extends.as_ref()?;
    let Some(at) = position(&extends.value, pack, loaded) else {
        unknown_claim(extends, pack, loaded, &mut child.faults);
        return None;
    };
    let extends_itself = places[at] == (pack, number);
    // A claim of the same pass has a parent of its own; whether it has been built yet must not matter.
    let extended = loaded[at].pack == pack
        && child.raw.claims.iter().any(|claim| claim.id.value == loaded[at].id && claim.extends.is_some());
    if extends_itself || extended {
        child.faults.add(extends.span, Fault::ExtendsExtended { name: extends.value.clone() });
        return None;
    }
    if loaded[at].draft.is_none() {
        let what = format!("the claim `{}`", extends.value);
        child.faults.add(extends.span, Fault::NeedsFaulty { what });
        return None;
    }
    Some(at)
}

/// Resolves `settled-by`, leaves out what needs a faulty claim, and gives every valid claim its index.
fn settle(packs: &mut [LoadedPack], places: &[(usize, usize)], loaded: &mut [LoadedClaim], rules: &mut Rules) {
    // What each claim is settled by: its own list, else that of the claim it extends.
    let lists: Vec<Option<(usize, Vec<Text>)>> = (0..loaded.len())
        .map(|at| {
            let (pack, number) = places[at];
            let raw = &packs[pack].raw.claims[number];
            let own = raw.settled_by.clone().map(|texts| (pack, texts));
            own.or_else(|| {
                let parent = position(&raw.extends.as_ref()?.value, pack, loaded)?;
                let (pack, number) = places[parent];
                packs[pack].raw.claims[number].settled_by.clone().map(|texts| (pack, texts))
            })
        })
        .collect();
    let mut settled: Vec<Vec<usize>> = vec![Vec::new(); loaded.len()];
    for (at, list) in lists.iter().enumerate() {
        let Some((pack, texts)) = list else { continue };
        for text in texts {
            match position(&text.value, *pack, loaded) {
                Some(other) if other == at && packs[places[at].0].raw.claims[places[at].1].settled_by.is_some() => {
                    packs[*pack].faults.add(text.span, Fault::SettledByItself);
                    loaded[at].draft = None;
                }
                Some(other) => settled[at].push(other),
                None => {
                    unknown_claim(text, *pack, loaded, &mut packs[*pack].faults);
                    loaded[at].draft = None;
                }
            }
        }
    }
    // A claim whose explanation is off would raise false alarms, so it is off as well; and so on.
    loop {
        let lost = (0..loaded.len()).find_map(|at| {
            let gone = |other: &&usize| loaded[**other].draft.is_none();
            loaded[at].draft.as_ref()?;
            settled[at].iter().find(gone).map(|&other| (at, other))
        });
        let Some((at, other)) = lost else { break };
        loaded[at].draft = None;
        if let Some((pack, texts)) = &lists[at]
            && let Some(text) = texts.iter().find(|text| position(&text.value, *pack, loaded) == Some(other))
        {
            packs[*pack].faults.add(text.span, Fault::NeedsFaulty { what: format!("the claim `{}`", text.value) });
        }
    }
    for (index, claim) in loaded.iter_mut().filter(|claim| claim.draft.is_some()).enumerate() {
        claim.index = Some(index);
    }
    rules.claims.reserve(loaded.len());
    for at in 0..loaded.len() {
        let settled_by = settled[at].iter().filter_map(|&other| loaded[other].index).collect();
        if let Some(mut draft) = loaded[at].draft.take() {
            draft.rule.settled_by = settled_by;
            rules.claims.push(draft.rule);
        }
    }
}

/// The claim that a name means for a pack: `id` is its own, `pack/id` that of another.
fn position(name: &str, pack: usize, loaded: &[LoadedClaim]) -> Option<usize> {
    match name.split_once('/') {
        None => loaded.iter().position(|claim| claim.pack == pack && claim.id == name),
        Some((pack, id)) => loaded.iter().position(|claim| claim.pack_name == pack && claim.id == id),
    }
}

/// The names that a pack can call claims by: its own first.
fn claim_names(pack: usize, loaded: &[LoadedClaim]) -> Vec<String> {
    let name = |claim: &LoadedClaim| {
        if claim.pack == pack { claim.id.clone() } else { format!("{}/{}", claim.pack_name, claim.id) }
    };
    loaded.iter().map(name).collect()
}

fn unknown_claim(text: &Text, pack: usize, loaded: &[LoadedClaim], faults: &mut Faults) {
    let fault = if faults.has_syntax_errors() {
        Fault::NeedsUnreadable { what: format!("the claim `{}`", text.value) }
    } else {
        Fault::UnknownClaim { name: text.value.clone(), known: known_claims(&text.value, pack, loaded) }
    };
    faults.add(text.span, fault);
}

/// What to suggest for a name: where another pack has a claim of just this id, that one alone.
fn known_claims(name: &str, pack: usize, loaded: &[LoadedClaim]) -> Vec<String> {
    let elsewhere: Vec<String> = loaded
        .iter()
        .filter(|claim| claim.id == name)
        .map(|claim| format!("{}/{}", claim.pack_name, claim.id))
        .collect();
    if elsewhere.is_empty() { claim_names(pack, loaded) } else { elsewhere }
}

/// Builds all checks.
fn load_checks(packs: &mut [LoadedPack], loaded: &[LoadedClaim], rules: &mut Rules) {
    for (at, pack) in packs.iter_mut().enumerate() {
        let LoadedPack { name, index, raw, faults, .. } = pack;
        for check in &raw.checks {
            let rule_name =
                RuleName { pack: index.unwrap_or_default(), pack_name: name.clone(), id: check.id.value.clone() };
            let find = |name: &str| match position(name, at, loaded) {
                None => Named::Unknown(known_claims(name, at, loaded)),
                Some(position) => match loaded[position].index {
                    Some(index) => Named::Valid(index, &rules.claims[index]),
                    None => Named::Faulty,
                },
            };
            let built = check_loader::build(check, rule_name, raw.defaults.severity, find, faults);
            rules.checks.extend(built.filter(|_| index.is_some()));
        }
    }
}
