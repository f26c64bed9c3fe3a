//! Reads the lists and choices of a pack, and phrases that refer to them.

use super::fault::{Fault, Purpose};
use super::faults::Faults;
use super::phrase::{Item, Phrase};
use super::phrase_lowering::{Parsed, either, one_word};
use super::phrase_parser;
use super::phrase_tree::Rejected;
use super::raw::{RawChoice, RawList};
use super::slot_table::SlotTable;
use super::text::Text;
use super::vocabulary::{Alternatives, Vocabulary};
use crate::source::meant::meant;

/// Reads the lists and choices of a pack.
pub(super) fn vocabulary(lists: &[RawList], choices: &[RawChoice], faults: &mut Faults) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    // What takes part in a circle is left out of the order below and stays faulty.
    lists.iter().for_each(|list| vocabulary.set_list(&list.id.value, None));
    for list in order(lists, faults).into_iter().map(|at| &lists[at]) {
        let items = if list.broken { None } else { entry(&list.items, Purpose::List, &vocabulary, faults) };
        vocabulary.set_list(&list.id.value, items.map(either));
    }
    for choice in choices {
        let alternatives = if choice.broken { None } else { alternatives(choice, &vocabulary, faults) };
        vocabulary.set_choice(&choice.id.value, alternatives);
    }
    vocabulary
}

/// Reads phrases; `None` where one of them is faulty or needs something faulty.
pub(super) fn phrases(
    texts: &[Text],
    purpose: Purpose,
    vocabulary: &Vocabulary,
    slots: &mut SlotTable,
    faults: &mut Faults,
) -> Option<Vec<Phrase>> {
    let mut phrases = Vec::with_capacity(texts.len());
    for text in texts {
        if let Some(Parsed { items, parts }) = parsed(text, purpose, vocabulary, slots, faults) {
            phrases.push(Phrase { written: text.value.clone(), place: text.span, items, parts });
        }
    }
    (phrases.len() == texts.len()).then_some(phrases)
}

/// Reads a phrase; `None` where it is faulty or needs something faulty.
fn parsed(
    text: &Text,
    purpose: Purpose,
    vocabulary: &Vocabulary,
    slots: &mut SlotTable,
    faults: &mut Faults,
) -> Option<Parsed> {
    phrase_parser::parse(&text.value, purpose, vocabulary, slots)
        .map_err(|rejected| report(text, rejected, faults))
        .ok()
}

/// Tells what is wrong with phrases, apart from slots without a type, which may be given elsewhere.
pub(super) fn check_phrases(
    texts: &[Text],
    purpose: Purpose,
    vocabulary: &Vocabulary,
    slots: &mut SlotTable,
    faults: &mut Faults,
) {
    for text in texts {
        if let Err(mut rejected) = phrase_parser::parse(&text.value, purpose, vocabulary, slots) {
            rejected.faults.retain(|(_, fault)| !matches!(fault, Fault::SlotWithoutType { .. }));
            report(text, rejected, faults);
        }
    }
}

fn entry(texts: &[Text], purpose: Purpose, vocabulary: &Vocabulary, faults: &mut Faults) -> Option<Vec<Vec<Item>>> {
    let mut slots = SlotTable::default();
    let mut entry = Vec::with_capacity(texts.len());
    for text in texts {
        match one_word(&text.value) {
            Some(word) => entry.push(vec![word]),
            None => entry.extend(parsed(text, purpose, vocabulary, &mut slots, faults).map(|parsed| parsed.items)),
        }
    }
    (entry.len() == texts.len()).then_some(entry)
}

fn alternatives(choice: &RawChoice, vocabulary: &Vocabulary, faults: &mut Faults) -> Option<Alternatives> {
    let read: Vec<_> = choice
        .alternatives
        .iter()
        .map(|(name, texts)| (name.value.clone(), entry(texts, Purpose::Choice, vocabulary, faults)))
        .collect();
    let mut alternatives = Vec::new();
    for (name, phrases) in read {
        alternatives.extend(phrases?.into_iter().map(|items| (name.clone(), items)));
    }
    Some(alternatives.into())
}

/// Tells what is wrong with a phrase, each fault under the words it is about.
fn report(text: &Text, rejected: Rejected, faults: &mut Faults) {
    let in_damaged_file = faults.has_syntax_errors();
    for (at, fault) in rejected.faults {
        // What the unreadable part of the file may have defined is not called unknown.
        let fault = match fault {
            Fault::UnknownList { name, known } if in_damaged_file && meant(&name, &known).is_none() => {
                Fault::NeedsUnreadable { what: format!("the list `{name}`") }
            }
            Fault::UnknownSlotType { of, known, .. } if in_damaged_file && meant(&of, &known).is_none() => {
                Fault::NeedsUnreadable { what: format!("the choice `{of}`") }
            }
            Fault::SlotWithoutType { slot, .. } if in_damaged_file => {
                Fault::NeedsUnreadable { what: format!("the choice `{slot}`") }
            }
            other => other,
        };
        faults.add(text.place(at, &faults.file), fault);
    }
    for (at, what) in rejected.needs {
        faults.add(text.place(at, &faults.file), Fault::NeedsFaulty { what });
    }
}

/// The lists in an order in which each comes after those it refers to; a circle is a fault of each list in it.
fn order(lists: &[RawList], faults: &mut Faults) -> Vec<usize> {
    let refers = |from: &RawList| -> Vec<usize> {
        let named = |name: &str| lists.iter().position(|list| list.id.value == name);
        from.items.iter().flat_map(|text| references(&text.value)).filter_map(named).collect()
    };
    let edges: Vec<Vec<usize>> = lists.iter().map(refers).collect();
    let mut ordered: Vec<usize> = Vec::new();
    loop {
        let ready: Vec<usize> = (0..lists.len())
            .filter(|list| !ordered.contains(list) && edges[*list].iter().all(|other| ordered.contains(other)))
            .collect();
        if ready.is_empty() {
            break;
        }
        ordered.extend(ready);
    }
    for list in (0..lists.len()).filter(|list| !ordered.contains(list)).collect::<Vec<_>>() {
        if reaches(list, list, &edges) {
            let id = lists[list].id.value.clone();
            faults.add(lists[list].id.span, Fault::ListRefersToItself { id });
        }
    }
    ordered
}

fn reaches(from: usize, to: usize, edges: &[Vec<usize>]) -> bool {
    let mut seen = vec![false; edges.len()];
    let mut waiting = edges[from].clone();
    while let Some(next) = waiting.pop() {
        if next == to {
            return true;
        }
        if !std::mem::replace(&mut seen[next], true) {
            waiting.extend(&edges[next]);
        }
    }
    false
}

/// The names between `<` and `>`.
fn references(phrase: &str) -> impl Iterator<Item = &str> {
    phrase.split('<').skip(1).filter_map(|part| part.split_once('>').map(|(name, _)| name.trim()))
}
