//! What no single part of a phrase can tell of its faults: where gaps stand, how many `@`, whether anything must be there.

use std::ops::Range;

use super::fault::{Fault, Purpose};
use super::phrase::{Item, SlotKind};
use super::phrase_tree::{Node, NodeKind, Rejected};

/// Adds the faults of a phrase as a whole, of its `nodes` and of the `items` that these came to.
pub(super) fn check(written: &str, purpose: Purpose, nodes: &[Node<'_>], items: &[Item], rejected: &mut Rejected) {
    let whole = 0..written.len();
    let seen: Vec<&Node<'_>> = nodes.iter().filter(|node| !matches!(node.kind, NodeKind::Blank)).collect();
    if seen.is_empty() {
        rejected.faults.push((whole, Fault::EmptyPhrase { purpose }));
        return;
    }
    for pair in seen.windows(2) {
        if matches!((&pair[0].kind, &pair[1].kind), (NodeKind::Gap(_), NodeKind::Gap(_))) {
            rejected.faults.push((pair[0].at.start..pair[1].at.end, Fault::GapsInARow));
        }
    }
    // Only here: a bar between two words was meant as "or".
    for triple in nodes.windows(3) {
        let [before, bar, after] = triple else { continue };
        if matches!(
            (&before.kind, &bar.kind, &after.kind),
            (
                NodeKind::Text(_) | NodeKind::Words { .. } | NodeKind::Group { .. },
                NodeKind::Border,
                NodeKind::Text(_) | NodeKind::Words { .. } | NodeKind::Group { .. }
            )
        ) {
            let or = written[before.at.start..after.at.end].to_owned();
            rejected.faults.push((bar.at.clone(), Fault::BareBar { or }));
        }
    }
    check_slots(nodes, &mut Vec::new(), rejected);
    if let Some(gap) = edge_gap(nodes, true) {
        rejected.faults.push((gap, Fault::GapAtEdge { start: true }));
    }
    if let Some(gap) = edge_gap(nodes, false) {
        rejected.faults.push((gap, Fault::GapAtEdge { start: false }));
    }
    let here: Vec<&Node<'_>> = seen.iter().copied().filter(|node| matches!(node.kind, NodeKind::Here)).collect();
    if let [_, second, ..] = here[..] {
        rejected.faults.push((second.at.clone(), Fault::SecondHere));
    }
    for node in &seen {
        if let Some(at) = here_inside(node) {
            rejected.faults.push((at, Fault::HereInBrackets));
        }
    }
    if rejected.faults.is_empty() && rejected.needs.is_empty() && !items.iter().any(is_certain) {
        rejected.faults.push((whole, Fault::NothingCertain { purpose }));
    }
}

/// A slot holds one value: it cannot stand twice on one way through the phrase. `filled` are the slots before.
fn check_slots<'a>(nodes: &'a [Node<'a>], filled: &mut Vec<&'a str>, rejected: &mut Rejected) {
    for node in nodes {
        match &node.kind {
            NodeKind::Slot { name, .. } if filled.contains(name) => {
                rejected.faults.push((node.at.clone(), Fault::SlotTwice { slot: (*name).to_owned() }));
            }
            NodeKind::Slot { name, .. } => filled.push(name),
            NodeKind::Group { alternatives, .. } => {
                let before = filled.len();
                let mut inside = Vec::new();
                for alternative in alternatives {
                    check_slots(alternative, filled, rejected);
                    inside.extend(filled.drain(before..));
                }
                filled.extend(inside);
            }
            _ => {}
        }
    }
}

/// A gap that has nothing before it (or, for `start` false, behind it).
fn edge_gap(nodes: &[Node<'_>], start: bool) -> Option<Range<usize>> {
    let seen = |node: &&Node<'_>| !matches!(node.kind, NodeKind::Blank);
    let edge = if start { nodes.iter().find(seen)? } else { nodes.iter().rfind(seen)? };
    match &edge.kind {
        NodeKind::Gap(_) => Some(edge.at.clone()),
        NodeKind::Group { alternatives, .. } => alternatives.iter().find_map(|nodes| edge_gap(nodes, start)),
        _ => None,
    }
}

fn here_inside(node: &Node<'_>) -> Option<Range<usize>> {
    let NodeKind::Group { alternatives, .. } = &node.kind else { return None };
    alternatives.iter().flatten().find_map(|inner| match inner.kind {
        NodeKind::Here => Some(inner.at.clone()),
        _ => here_inside(inner),
    })
}

/// Whether the item asks for something definite: a word, a mark, or a value that not every word is.
fn is_certain(item: &Item) -> bool {
    match item {
        Item::Word(_) | Item::Mark(_) | Item::Choice { .. } => true,
        Item::Slot { kind, .. } => matches!(kind, SlotKind::Value(_) | SlotKind::Choice),
        Item::Either(alternatives) => alternatives.iter().all(|items| items.iter().any(is_certain)),
        Item::Border | Item::Gap(_) | Item::Optional(_) | Item::Here => false,
    }
}
