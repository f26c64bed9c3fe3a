//! Marks on a match: former, negated, hypothetical, and whatever a rule's guards say.

use std::ops::Range;

use super::matcher::Matcher;
use super::reach::near;
use super::tense::told_in_the_past;
use crate::rules::rule::{BuiltinGuard, Guard};
use crate::source::sentence::Sentence;

/// How a guard marks a match.
pub(super) struct Marking {
    /// The tokens of the guard's phrase and the match together.
    pub(super) tokens: Range<usize>,
    /// The phrase of the guard, by index; `None` for what no phrase says.
    pub(super) phrase: Option<usize>,
}

/// How a guard, by its index in [`Rules::guards`](crate::rules::rule::Rules::guards), marks the match at `tokens`, if it does.
pub(super) fn marked(matcher: &Matcher<'_>, at: usize, guard: &Guard, tokens: &Range<usize>) -> Option<Marking> {
    let guarding = &matcher.program.guards[at];
    let number = matcher.document.sentence_at(tokens.start);
    let sentence = &matcher.document.sentences()[number];
    let within = near(&sentence.tokens, tokens);
    if guard.builtin.is_some_and(|builtin| found(matcher, builtin, sentence, tokens)) {
        return Some(Marking { tokens: tokens.clone(), phrase: None });
    }
    // Few sentences hold a word that one of the phrases opens with, or have one next to the match.
    let opened = guarding.openers.is_none() || matcher.is_opened(number, at);
    let cued = guarding.cues.as_ref().is_none_or(|cues| matcher.is_cued_around(cues, tokens));
    if !opened && !cued {
        return None;
    }
    let opens = |&at: &usize| guarding.openers.as_ref().is_none_or(|openers| openers.contains(matcher.words[at]));
    let openings: Vec<usize> = within.clone().filter(|_| opened).filter(opens).collect();
    guarding.phrases.iter().enumerate().find_map(|(at, phrase)| {
        let marking = |tokens| Marking { tokens, phrase: Some(at) };
        if phrase.anywhere {
            let there = openings.iter().any(|&at| matcher.after(&phrase.before, at, within.clone()).is_some());
            return there.then(|| marking(tokens.clone()));
        }
        if !cued || phrase.cue.as_ref().is_some_and(|cue| !matcher.is_cued(cue, tokens.start)) {
            return None;
        }
        let start = matcher.before(&phrase.before, tokens.start, within.clone())?;
        let end = matcher.after(&phrase.after, tokens.end, within.clone())?;
        Some(marking(start..end))
    })
}

fn found(matcher: &Matcher<'_>, builtin: BuiltinGuard, sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let document = matcher.document;
    match builtin {
        BuiltinGuard::Question => (tokens.end..near(&sentence.tokens, tokens).end).any(|at| document.word(at) == "?"),
        BuiltinGuard::Quoted => document.block_of(sentence).quoted || between_quotes(matcher, sentence, tokens),
        BuiltinGuard::Past => told_in_the_past(document, tokens.end, sentence.tokens.end as usize),
    }
}

/// Whether an odd number of quotation marks stands before the match in its block, and one behind it.
fn between_quotes(matcher: &Matcher<'_>, sentence: &Sentence, tokens: &Range<usize>) -> bool {
    let document = matcher.document;
    let block = document.block_of(sentence).span;
    let first_token = |byte| document.tokens().partition_point(|token| token.span.start < byte);
    let quotes = matcher.quotes();
    let before = |token| quotes.partition_point(|&quote| (quote as usize) < token);
    (before(tokens.start) - before(first_token(block.start))) % 2 == 1
        && before(first_token(block.end)) > before(tokens.end)
}
