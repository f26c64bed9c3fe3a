//! Sound rule files load without a fault and mean what they say.

use std::sync::Arc;

use belie::rules::builtin;
use belie::rules::load::load;
use belie::rules::phrase::{Item, Phrase};
use belie::rules::rule::{BuiltinGuard, KeyPart, Mode, Rules, Scope, ValueOf};
use belie::rules::severity::Severity;
use belie::source::file::File;

#[test]
fn a_pack_that_uses_everything_loads_without_a_fault() {
    let rules = whole();
    let ids: Vec<&str> = rules.claims.iter().map(|claim| claim.name.id.as_str()).collect();
    assert_eq!(ids, ["premier", "change", "standing", "arrival", "length", "price"]);
    assert_eq!((rules.checks.len(), rules.timelines.len(), rules.events.len()), (1, 1, 1));
    let names = &rules.names;
    assert_eq!((names.people().len(), names.places().len(), names.orgs().len()), (2, 1, 1));
}

#[test]
fn a_claim_takes_what_it_does_not_say_from_the_defaults_and_from_what_it_extends() {
    let rules = whole();
    let [premier, change, standing, arrival, ..] = &rules.claims[..] else { panic!("six claims") };
    assert_eq!(
        (arrival.severity, arrival.across, arrival.unsure),
        (Severity::Error, Some(Severity::Warning), Some(Severity::Note))
    );
    assert_eq!((arrival.scope, arrival.mode, change.mode), (Scope::Corpus, Mode::Compare, Mode::Extract));
    assert_eq!(guard_names(&rules, &arrival.guards), ["former", "negated", "hypothetical"]);
    assert_eq!(guard_names(&rules, &premier.guards), ["former", "adviser", "quoted", "unless"]);
    assert_eq!(guard_names(&rules, &standing.guards), ["unless"], "guards replace those of the claim it extends");
    assert_eq!((premier.scope, premier.severity, premier.across), (Scope::Event, Severity::Warning, None));
    assert_eq!((standing.scope, standing.severity, standing.across), (Scope::Event, Severity::Warning, None));
    assert_eq!(standing.phrases.len(), 3, "phrases are added");
    assert_eq!(standing.settled_by, [1], "the claim by index");
    assert_eq!(premier.key, [KeyPart::Event]);
    assert_eq!(standing.key, [KeyPart::Slot(0)]);
    assert!(matches!(&standing.value, ValueOf::Status(guards) if guard_names(&rules, &guards.former) == ["former"]));
    assert_eq!(standing.slots.iter().map(|slot| slot.name.as_str()).collect::<Vec<_>>(), ["who", "standing"]);
}

#[test]
fn a_timeline_is_in_the_order_of_time_and_shows_names() {
    let rules = whole();
    let timeline = &rules.timelines[0];
    assert_eq!((timeline.title.as_str(), timeline.of.as_str()), ("prime minister", "Norland"));
    let holders: Vec<_> = timeline.holders.iter().map(|term| (term.who.to_string(), term.to.is_some())).collect();
    assert_eq!(holders, [("Ann Lee".into(), true), ("Cy Oh".into(), true), ("Bo Diaz".into(), false)]);
}

#[test]
fn the_marks_of_an_example_are_taken_out_of_its_text() {
    let rules = whole();
    let [first, second] = &rules.claims[0].examples[..] else { panic!("two examples") };
    assert_eq!(first.docs[0].text, "PM Ann Lee spoke. PM Bo Diaz left.");
    let values = first.docs[0].values.iter().map(|span| &first.docs[0].text[span.range()]);
    assert_eq!(values.collect::<Vec<_>>(), ["Ann Lee", "Bo Diaz"]);
    assert_eq!((second.name.as_str(), second.docs.len(), second.todo), ("example 2", 2, true));
}

#[test]
fn a_claim_of_another_pack_is_named_with_its_pack() {
    let other = "schema = 1\n[pack]\nname = \"other\"\n[claim.more]\nextends = \"whole/change\"\n\
                 [check.c]\ntitle = \"T\"\ngiven = { a = \"whole/arrival\", b = \"more\" }\n\
                 require = \"exists(a.when) and b.who == b.who\"\nmessage = \"m\"\n";
    // The order of the files does not matter for names.
    let (rules, problems) = load(&[file("other.toml", other), file("whole.toml", include_str!("rules/whole.toml"))]);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(rules.claims[0].name.to_string(), "other/more");
    assert_eq!(rules.checks[0].given, [("a".to_owned(), 4), ("b".to_owned(), 0)]);
}

#[test]
fn a_pack_without_a_name_is_called_like_its_file() {
    let (rules, problems) = load(&[file("rules/my own.toml", "schema = 1\n")]);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(rules.packs[0].name, "my-own");
}

#[test]
fn the_built_in_guards_are_sound() {
    let (rules, problems) = load(&[]);
    assert!(problems.is_empty(), "{problems:?}");
    let names: Vec<&str> = rules.guards.iter().map(|guard| guard.name.as_str()).collect();
    assert_eq!(names, ["former", "negated", "hypothetical", "question", "quoted", "past", "corrected"]);
    let builtin: Vec<BuiltinGuard> = rules.guards.iter().filter_map(|guard| guard.builtin).collect();
    assert_eq!(builtin, [BuiltinGuard::Question, BuiltinGuard::Quoted, BuiltinGuard::Past]);
    for guard in &rules.guards {
        for phrase in &guard.phrases {
            hygiene(&guard.name, phrase);
        }
    }
    for guard in builtin::guards().text().split("[guard.").skip(1) {
        assert!(guard.contains("description = "), "{guard}");
    }
}

/// A guard that counts anywhere in a sentence must be more than one common word, and no word may be there twice.
fn hygiene(guard: &str, phrase: &Phrase) {
    let here = phrase.items.contains(&Item::Here);
    assert!(here || guard == "corrected", "{guard}: `{}` counts anywhere", phrase.written);
    for group in phrase.written.split(['(', '[', ')', ']']).filter(|group| group.contains('|')) {
        let mut words: Vec<&str> = group.split('|').collect();
        let count = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), count, "{guard}: a word stands twice in `{group}`");
    }
}

fn whole() -> Rules {
    let (rules, problems) = load(&[file("whole.toml", include_str!("rules/whole.toml"))]);
    assert!(problems.is_empty(), "{problems:#?}");
    rules
}

fn file(name: &str, text: &str) -> (Arc<File>, bool) {
    (Arc::new(File::new(name, text)), false)
}

fn guard_names<'a>(rules: &'a Rules, guards: &[usize]) -> Vec<&'a str> {
    guards.iter().map(|&guard| rules.guards[guard].name.as_str()).collect()
}
