//! Which of a finding's places are shown with their words, and which are only named.

use std::collections::{BTreeMap, BTreeSet};

use crate::claims::claim::Evidence;
use crate::conflicts::finding::{Finding, Side};

/// The places of one side that are shown where all of the finding stands in one file.
const MOST_PER_SIDE: usize = 2;

/// The places that are shown of a finding over several files, unless it has more sides: a screen holds no more.
const MOST_BETWEEN: usize = 8;

/// The files, and the lines of a file, that are named before "…" stands for the rest.
const MOST_NAMED: usize = 5;

/// A place with its side, by the side's index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown<'a> {
    pub(super) side: usize,
    pub(super) at: &'a Evidence,
}

/// The places that are shown, by side: inside one file the first two of each, else the first of each side in each file
/// while there is room; of every side the first.
pub(super) fn shown<'a>(finding: &'a Finding, everything: bool) -> Vec<Shown<'a>> {
    let evidence = |side: usize| finding.sides[side].evidence.iter().map(move |at| Shown { side, at });
    let sides = 0..finding.sides.len();
    if everything {
        return sides.flat_map(evidence).collect();
    }
    if one_file(finding) {
        return sides.flat_map(|side| evidence(side).take(MOST_PER_SIDE)).collect();
    }
    let mut room = MOST_BETWEEN.saturating_sub(finding.sides.len());
    let mut shown = Vec::new();
    for side in sides {
        let mut files: Vec<&str> = Vec::new();
        for place in evidence(side) {
            let file = &**place.at.file.name();
            if files.is_empty() || room > 0 && !files.contains(&file) {
                room -= usize::from(!files.is_empty());
                files.push(file);
                shown.push(place);
            }
        }
    }
    shown
}

/// Whether all of the finding stands in one file.
pub(super) fn one_file(finding: &Finding) -> bool {
    let mut names = finding.sides.iter().flat_map(|side| &side.evidence).map(|at| at.file.name());
    let first = names.next();
    names.all(|name| Some(name) == first)
}

/// What is not shown of a side, in a sentence: "`Anna Berg` also on lines 3, 9", "`Anna Berg` also in b.md:9, c.md:4".
pub(super) fn unshown(side: &Side, index: usize, shown: &[Shown<'_>], one_file: bool) -> Option<String> {
    // Lines that are shown of this side already have their words before the reader.
    let seen: BTreeSet<(&str, u32)> =
        shown.iter().filter(|place| place.side == index).map(|place| place_of(place.at)).collect();
    let mut files: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for at in &side.evidence {
        let (file, line) = place_of(at);
        if !seen.contains(&(file, line)) {
            files.entry(file).or_default().insert(line);
        }
    }
    let first = files.values().next()?;
    let value = &side.shown;
    if one_file {
        let line = if first.len() == 1 { "line" } else { "lines" };
        return Some(format!("`{value}` also on {line} {}", listed(first.iter())));
    }
    let places = files.iter().map(|(file, lines)| format!("{file}:{}", listed(lines.iter())));
    Some(format!("`{value}` also in {}", listed(places)))
}

fn place_of(at: &Evidence) -> (&str, u32) {
    (at.file.name(), at.file.place(at.span).line)
}

/// The first few, `…` for the rest.
fn listed<T: ToString>(items: impl ExactSizeIterator<Item = T>) -> String {
    let more = items.len() > MOST_NAMED;
    let mut listed: Vec<String> = items.take(MOST_NAMED).map(|item| item.to_string()).collect();
    if more {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}
