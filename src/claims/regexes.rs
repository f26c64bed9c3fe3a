//! The way out of the language of phrases: regular expressions over the text of a document.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use super::matcher::{Capture, Content, Match, Matcher};
use super::scan::Found;
use crate::rules::phrase::SlotKind;
use crate::rules::rule::Rules;
use crate::source::document::Document;

/// The regexes of each rule, compiled when they are first needed; the loader has tried each.
#[derive(Debug)]
pub(super) struct Regexes(Vec<Vec<OnceLock<Option<Regex>>>>);

impl Regexes {
    /// Those of some rules, none compiled yet.
    pub(super) fn of(rules: &Rules) -> Self {
        Self(rules.claims.iter().map(|rule| rule.regexes.iter().map(|_| OnceLock::new()).collect()).collect())
    }

    /// Adds what those of the rules match in a document.
    pub(super) fn scan(&self, rules: &Rules, matcher: &Matcher<'_>, found: &mut Vec<Found>) {
        for (rule, (claim, compiled)) in rules.claims.iter().zip(&self.0).enumerate() {
            for (at, (pattern, compiled)) in claim.regexes.iter().zip(compiled).enumerate() {
                let regex = compiled.get_or_init(|| Regex::new(&pattern.written).ok());
                let Some(regex) = regex else { continue };
                for groups in regex.captures_iter(matcher.document.prose.text()) {
                    let whole = groups.get_match();
                    let Some(tokens) = covered(matcher.document, whole.start(), whole.end()) else { continue };
                    let captures = pattern.groups.iter().filter_map(|(name, slot, kind)| {
                        let group = groups.name(name)?;
                        let tokens = covered(matcher.document, group.start(), group.end())?;
                        group_capture(matcher, *slot, *kind, tokens)
                    });
                    let captures = captures.collect();
                    found.push(Found { rule, phrase: claim.phrases.len() + at, matched: Match { tokens, captures } });
                }
            }
        }
    }
}

/// The tokens that a range of bytes covers; `None` where it covers none whole.
fn covered(document: &Document, start: usize, end: usize) -> Option<Range<usize>> {
    let first = document.tokens().partition_point(|token| (token.span.start as usize) < start);
    let last = document.tokens().partition_point(|token| token.span.end as usize <= end);
    (first < last).then_some(first..last)
}

/// What a regex group fills its slot with; a text that its type cannot read is no match.
fn group_capture(matcher: &Matcher<'_>, slot: usize, kind: SlotKind, tokens: Range<usize>) -> Option<Capture> {
    let slot = slot as u32;
    match kind {
        SlotKind::Value(_) => {
            let mut readings = tokens.clone().flat_map(|at| matcher.readings.starting(at, kind));
            let reading = readings.find(|&at| matcher.readings.reading(at).tokens.end as usize <= tokens.end)?;
            let range = &matcher.readings.reading(reading).tokens;
            let tokens = range.start as usize..range.end as usize;
            Some(Capture { slot, tokens, content: Content::Reading(reading) })
        }
        SlotKind::Name => Some(Capture { slot, tokens, content: Content::Name }),
        SlotKind::Pronoun => Some(Capture { slot, tokens, content: Content::Pronoun }),
        _ => Some(Capture { slot, tokens, content: Content::Words }),
    }
}
