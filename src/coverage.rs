//! What the examples of the rules exercise, and what none of them does.

use std::collections::BTreeSet;

use crate::examples::Outcome;
use crate::rules::rule::{ClaimRule, RuleName, Rules, ValueOf};
use crate::rules::warning::Warning;
use crate::source::problem::Problem;
use crate::source::span::FileSpan;

/// How much of some rules their examples exercise.
#[derive(Debug, Default)]
pub struct Coverage {
    /// Phrases and regexes: exercised, all.
    pub phrases: (usize, usize),
    /// Guards that the packs of the rules write themselves: exercised, all.
    pub guards: (usize, usize),
    /// Word lists that a phrase of the rules names: those of which an exercised phrase does, all.
    pub lists: (usize, usize),
    /// Phrases and guards that no example exercises, in the order of the files; none of a rule without examples, of which that is told.
    pub warnings: Vec<Problem>,
}

impl Coverage {
    /// The warnings without those of words that were warned of already: a phrase without effect is never exercised.
    #[must_use]
    pub fn warnings_beside(self, told: &[Problem]) -> Vec<Problem> {
        let place = |problem: &Problem| problem.at.as_ref().map(|mark| (mark.file.name().clone(), mark.span));
        let told: Vec<_> = told.iter().map(place).collect();
        self.warnings.into_iter().filter(|warning| !told.contains(&place(warning))).collect()
    }
}

/// What `outcomes`, those of all rules, exercise of the rules that `wanted` lets through.
#[must_use]
pub fn coverage(rules: &Rules, outcomes: &[Outcome], wanted: impl Fn(&RuleName) -> bool) -> Coverage {
    // A phrase is told by its place and words, since a rule that extends another has those of the other as well.
    let mut seen_phrases: BTreeSet<(FileSpan, &str)> = BTreeSet::new();
    // The same, by the rule whose example it was.
    let mut seen_by: BTreeSet<(usize, (FileSpan, &str))> = BTreeSet::new();
    let mut seen_guards: BTreeSet<usize> = BTreeSet::new();
    let mut seen_guard_phrases: BTreeSet<(usize, usize)> = BTreeSet::new();
    for outcome in outcomes {
        let Some(claim) = outcome.claim else { continue };
        let patterns: Vec<_> = patterns(&rules.claims[claim]).collect();
        seen_phrases.extend(outcome.phrases.iter().filter_map(|&at| patterns.get(at)));
        seen_by.extend(outcome.phrases.iter().filter_map(|&at| Some((claim, *patterns.get(at)?))));
        seen_guards.extend(&outcome.guards);
        seen_guard_phrases.extend(&outcome.guard_phrases);
    }
    let (mut all_phrases, mut all_guards) = (BTreeSet::new(), BTreeSet::new());
    let (mut seen_lists, mut all_lists) = (BTreeSet::new(), BTreeSet::new());
    let mut unseen: Vec<(usize, FileSpan, Warning)> = Vec::new();
    for (at, rule) in rules.claims.iter().enumerate().filter(|(_, rule)| wanted(&rule.name)) {
        let pack = rule.name.pack;
        if let Some(from) = extended(rules, rule)
            && !rule.examples.is_empty()
            && !patterns(from).any(|pattern| seen_by.contains(&(at, pattern)))
        {
            let warning = Warning::InheritedNotExercised { rule: rule.name.to_string(), from: from.name.to_string() };
            unseen.push((pack, rule.place, warning));
        }
        for pattern in patterns(rule) {
            let seen = seen_phrases.contains(&pattern);
            for list in lists(pattern.1) {
                all_lists.insert((pack, list));
                if seen {
                    seen_lists.insert((pack, list));
                }
            }
            if all_phrases.insert(pattern) && !seen && !rule.examples.is_empty() {
                unseen.push((pack, pattern.0, Warning::PhraseNotExercised { rule: rule.name.to_string() }));
            }
        }
        let status = match &rule.value {
            ValueOf::Status(status) => [&status.former[..], &status.neither[..]],
            ValueOf::Slot(_) | ValueOf::Post => [&[][..], &[][..]],
        };
        for &at in rule.guards.iter().chain(status.into_iter().flatten()) {
            let guard = &rules.guards[at];
            let fresh = guard.pack == Some(pack) && all_guards.insert(at);
            if !fresh || rule.examples.is_empty() {
                continue;
            }
            let name = if guard.name == "unless" { format!("unless` of `{}", rule.name) } else { guard.name.clone() };
            if seen_guards.contains(&at) {
                let phrases = guard.phrases.iter().enumerate();
                let silent = phrases.filter(|(phrase, _)| !seen_guard_phrases.contains(&(at, *phrase)));
                unseen.extend(
                    silent.map(|(_, phrase)| {
                        (pack, phrase.place, Warning::GuardPhraseNotExercised { guard: name.clone() })
                    }),
                );
            } else {
                unseen.push((pack, guard.place, Warning::GuardNotExercised { guard: name }));
            }
        }
    }
    unseen.sort_by_key(|(pack, place, _)| (*pack, *place));
    let problem =
        |(pack, place, warning): (usize, FileSpan, Warning)| warning.into_problem(&rules.packs[pack].file, place, None);
    Coverage {
        phrases: (all_phrases.intersection(&seen_phrases).count(), all_phrases.len()),
        guards: (all_guards.intersection(&seen_guards).count(), all_guards.len()),
        lists: (seen_lists.len(), all_lists.len()),
        warnings: unseen.into_iter().map(problem).collect(),
    }
}

/// The rule that another one extends with phrases of its own: all its phrases are also the other's, by their places.
fn extended<'a>(rules: &'a Rules, rule: &ClaimRule) -> Option<&'a ClaimRule> {
    let last = patterns(rule).last()?;
    let shared = |other: &ClaimRule| {
        let mut theirs = patterns(other).peekable();
        let some = theirs.peek().is_some() && other.name != rule.name;
        some && theirs.all(|pattern| pattern != last && patterns(rule).any(|own| own == pattern))
    };
    // Most rules share nothing: the first phrase of a rule that extends another is the other's or its own.
    rules.claims.iter().find(|other| shared(other))
}

/// The phrases of a rule and then its regexes, as [`Outcome::phrases`] counts them.
fn patterns(rule: &ClaimRule) -> impl Iterator<Item = (FileSpan, &str)> {
    let phrases = rule.phrases.iter().map(|phrase| (phrase.place, phrase.written.as_str()));
    phrases.chain(rule.regexes.iter().map(|regex| (regex.place, regex.written.as_str())))
}

/// The word lists that a phrase names.
fn lists(written: &str) -> impl Iterator<Item = &str> {
    written.split('<').skip(1).filter_map(|part| part.split_once('>').map(|(name, _)| name.trim()))
}
