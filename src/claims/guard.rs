//! Marks on a match: former, negated, hypothetical, and whatever a rule's guards say.

use std::ops::Range;

use super::by_word::ByWord;
use super::guard_program::{Filed, GuardPhrase};
use super::matcher::{Matcher, Opening};
use super::reach::near;
use super::tense::told_in_the_past;
use crate::rules::rule::{BuiltinGuard, Guard};
use crate::source::document::Document;
use crate::source::sentence::Sentence;
use crate::source::token::TokenKind;

/// How a guard marks a match.
pub(super) struct Marking {
    /// The tokens of the guard's phrase and the match together.
    pub(super) tokens: Range<usize>,
    /// The phrase of the guard, by index; `None` for what no phrase says.
    pub(super) phrase: Option<usize>,
}

/// A match among the words that guards look at.
pub(super) struct Guarded<'a> {
    matcher: &'a Matcher<'a>,
    tokens: Range<usize>,
    /// The sentence, by index.
    sentence: usize,
    /// What of it is near enough.
    within: Range<usize>,
    /// In a table the cells that say what the match is, read as if they stood before it.
    labels: Vec<Range<usize>>,
    /// The phrases of which a word stands next to the match, as guard and phrase; sorted.
    cued: Vec<(u32, u32)>,
    /// Where in the sentence phrases that count anywhere may begin; sorted.
    opened: &'a [Opening],
}

impl<'a> Guarded<'a> {
    /// The match at some tokens.
    pub(super) fn new(matcher: &'a Matcher<'a>, tokens: &Range<usize>) -> Self {
        let sentence = matcher.document.sentence_at(tokens.start);
        let within = near(&matcher.document.sentences()[sentence].tokens, tokens);
        let opened = matcher.opened(sentence);
        let labels = labels(matcher.document, sentence, tokens.start);
        let mut guarded = Self { matcher, tokens: tokens.clone(), sentence, cued: Vec::new(), opened, within, labels };
        let program = &matcher.program.guards;
        guarded.look((guarded.within.start..tokens.start).rev(), &program.before);
        guarded.look(tokens.end..guarded.within.end, &program.behind);
        for label in guarded.labels.clone() {
            guarded.look(label.rev(), &program.before);
        }
        guarded.cued.sort_unstable();
        guarded.cued.dedup();
        guarded
    }

    /// Keeps the phrases that the words next to the match can belong to, from the nearest on; marks are no words.
    fn look(&mut self, tokens: impl Iterator<Item = usize>, filed: &ByWord<Filed>) {
        let mut passed = 0;
        for at in tokens {
            for filed in filed.at(self.matcher.words[at]) {
                if passed <= filed.gap {
                    self.cued.push((filed.guard, filed.phrase));
                }
            }
            passed += u32::from(self.matcher.document.tokens()[at].kind != TokenKind::Mark);
            if passed > self.matcher.program.guards.widest {
                return;
            }
        }
    }

    /// How a guard, by its index in [`Rules::guards`](crate::rules::rule::Rules::guards), marks the match, if it does; of
    /// several phrases the first in the guard.
    pub(super) fn marked(&self, at: usize, guard: &Guard) -> Option<Marking> {
        if guard.builtin.is_some_and(|builtin| self.found(builtin)) {
            return Some(Marking { tokens: self.tokens.clone(), phrase: None });
        }
        let program = &self.matcher.program.guards;
        let cued = of_guard(&self.cued, at, |(guard, _)| *guard);
        let opened = of_guard(self.opened, at, |opening| opening.guard);
        // Nearly every guard has nothing near nearly every match.
        if cued.is_empty() && opened.is_empty() && program.loose[at].is_empty() {
            return None;
        }
        let phrases = &program.phrases[at];
        let cued = cued.iter().map(|(_, phrase)| *phrase);
        let mut opened = opened.iter().filter(|opening| self.within.contains(&(opening.token as usize)));

        let marking = |tokens, phrase: u32| Marking { tokens, phrase: Some(phrase as usize) };
        let opened = opened.find(|opening| self.reads(&phrases[opening.phrase as usize], opening.token as usize));
        let opened = opened.map(|opening| marking(self.tokens.clone(), opening.phrase));
        let stands = |phrase| Some(marking(self.stands(&phrases[phrase as usize])?, phrase));
        let cued = cued.into_iter().find_map(stands);
        let loose = program.loose[at].iter().copied().find_map(stands);
        [opened, cued, loose].into_iter().flatten().min_by_key(|marking| marking.phrase)
    }

    /// Whether a phrase that counts anywhere begins with a token.
    fn reads(&self, phrase: &GuardPhrase, at: usize) -> bool {
        self.matcher.after(&phrase.before, at, self.within.clone()).is_some()
    }

    /// The tokens of a phrase and the match together, where it stands around it.
    fn stands(&self, phrase: &GuardPhrase) -> Option<Range<usize>> {
        if phrase.anywhere {
            return self.within.clone().any(|at| self.reads(phrase, at)).then(|| self.tokens.clone());
        }
        let end = self.matcher.after(&phrase.after, self.tokens.end, self.within.clone())?;
        let start = self.matcher.before(&phrase.before, self.tokens.start, self.within.clone());
        let labelled = || {
            let mut labels = self.labels.iter();
            labels.any(|label| self.matcher.before(&phrase.before, label.end, label.clone()).is_some())
        };
        start.or_else(|| labelled().then_some(self.tokens.start)).map(|start| start..end)
    }

    fn found(&self, builtin: BuiltinGuard) -> bool {
        let document = self.matcher.document;
        let sentence = &document.sentences()[self.sentence];
        match builtin {
            BuiltinGuard::Question => (self.tokens.end..self.within.end).any(|at| document.word(at) == "?"),
            BuiltinGuard::Quoted => {
                document.block_of(sentence).quoted || between_quotes(self.matcher, sentence, &self.tokens)
            }
            BuiltinGuard::Past => told_in_the_past(document, self.within.clone(), self.tokens.clone()),
        }
    }
}

/// In a table the label of the row and the head of the column of the token at `at`, where they are other cells than its own.
fn labels(document: &Document, sentence: usize, at: usize) -> Vec<Range<usize>> {
    let Some(row) = document.row(sentence) else { return Vec::new() };
    let label = row.cell(0).filter(|_| row.column_of(at) > 0);
    // "No" is the head of numbers, or of the votes against, and denies nothing.
    let says = |cell: &Range<usize>| cell.clone().any(|at| !matches!(document.word(at), "no" | "."));
    row.head_over(at).into_iter().chain(label).filter(says).collect()
}

/// Those of a sorted list that are of one guard.
fn of_guard<T>(sorted: &[T], guard: usize, key: impl Fn(&T) -> u32) -> &[T] {
    let first = sorted.iter().position(|one| key(one) as usize >= guard).unwrap_or(sorted.len());
    let count = sorted[first..].iter().take_while(|one| key(one) as usize == guard).count();
    &sorted[first..first + count]
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
