//! What a clause says of no one case: what to do, what holds on a condition, what is so now and then.

use std::ops::Range;

use super::clause::Clause;
use super::clause_words::is_determiner;
use super::grammar::Grammar;
use crate::source::token::TokenKind;

impl Clause<'_> {
    /// Whether the clause of the verb at some words is a rule, a command or a habit, so that another one may say the opposite
    /// of another case.
    pub(super) fn is_general(&self, words: &Range<usize>) -> bool {
        let word = |at: usize| self.document.word(at);
        let verb = words.start;
        let clause = self.start_of(verb)..verb;
        // "The following values are kept": others follow elsewhere.
        let following = |at: usize| word(at) == "following" && at > clause.start && is_determiner(word(at - 1));
        if clause.clone().any(|at| is_now_and_then(word(at)) || following(at)) {
            return true;
        }
        // "Permission was given"
        if self.is_of_past(verb) || words.clone().any(|at| matches!(word(at), "was" | "were")) {
            return false;
        }
        let addressed = clause.clone().any(|at| word(at) == "you");
        addressed || self.has_no_subject(verb) || self.has_condition() || self.is_of_a_kind(verb)
    }

    /// "Use the pump", "allows the caller to leave": nobody is said to do it.
    fn has_no_subject(&self, verb: usize) -> bool {
        let first = (self.within.start..verb).rev().find(|&at| matches!(self.document.word(at), ":" | ";" | "."));
        let mut before = first.map_or(self.within.start, |at| at + 1)..verb;
        before.all(|at| self.document.tokens()[at].kind == TokenKind::Mark || self.is(at, Grammar::AUXILIARY))
    }

    /// "The gate is closed when a train is due."
    fn has_condition(&self) -> bool {
        self.within.clone().any(|at| matches!(self.document.word(at), "if" | "when" | "whenever" | "unless"))
    }

    /// "Pumps that need oil": those of a kind, and none in particular.
    fn is_of_a_kind(&self, verb: usize) -> bool {
        let before = |at: &usize| *at >= self.within.start;
        let relative = (self.within.start..verb).rev().find(|&at| !self.is(at, Grammar::AUXILIARY));
        let Some(relative) = relative.filter(|&at| matches!(self.document.word(at), "that" | "which" | "who")) else {
            return false;
        };
        let noun = relative.checked_sub(1).filter(before).filter(|&at| self.term(at).is_some());
        noun.is_some_and(|noun| {
            let named = |at: usize| self.document.capital(at);
            // Further off the determiner may be another noun's: "the trust hires boats that leak".
            let near = noun.saturating_sub(2).max(self.within.start)..noun;
            let definite = near.map(|at| self.document.word(at)).any(|word| {
                is_determiner(word) && !matches!(word, "a" | "an" | "any" | "no" | "each" | "every" | "some" | "all")
            });
            !definite && !named(noun)
        })
    }
}

/// Whether a word says that something is so at some times and not at others.
fn is_now_and_then(word: &str) -> bool {
    matches!(word, "sometimes" | "often" | "rarely" | "seldom" | "occasionally" | "usually" | "normally" | "typically")
        || matches!(word, "generally" | "frequently" | "commonly" | "mostly" | "ordinarily")
}
