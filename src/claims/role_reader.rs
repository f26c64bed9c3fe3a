//! Reads which part a value plays in its story from the words around it: what befalls those who are counted, how a match or
//! a vote ended, what is numbered.

use super::clause_words::is_dash;
use super::role::{Role, is_half_time, numbered, of_result, of_share, role, tells_a_match};
use super::surroundings::Surroundings;
use crate::source::token::TokenKind;
use crate::values::value::Kind;

/// How many tokens before a share and behind it tell what it is of.
const BEFORE: usize = 5;
const BEHIND: usize = 9;

/// How many tokens around a result tell that it stood so at half-time.
const HALF_TIME: usize = 5;

impl Surroundings<'_> {
    /// The role of the value, of the kind that it is read as; `counts` where it is a number of things.
    pub(super) fn role(&self, counts: bool, kind: Option<Kind>) -> Option<Role> {
        if counts {
            return self.of_count();
        }
        match kind? {
            Kind::Percent => self.of_whole(),
            Kind::Number => self.of_result(),
            Kind::Ordinal => self.of_row(),
            _ => None,
        }
    }

    /// What a share is of.
    fn of_whole(&self) -> Option<Role> {
        let first = self.within.start.max(self.value.start.saturating_sub(BEFORE));
        let near = (first..self.value.start).chain(self.value.end..self.within.end.min(self.value.end + BEHIND));
        of_share(near.filter(|&at| !self.is_amount(at)).map(|at| self.document.word(at)))
    }

    /// Of what an ordinal tells which one it is.
    fn of_row(&self) -> Option<Role> {
        let is_word = |at: usize| self.document.tokens()[at].kind == TokenKind::Word;
        let named = |at: &usize| is_word(*at) && self.term(*at).is_some() || self.document.word(*at) == "-";
        numbered((self.value.end..self.within.end).take_while(named).map(|at| self.document.word(at)))
    }

    /// The role of a number of a result: of the winner, of the loser, or of who was ahead at half-time.
    fn of_result(&self) -> Option<Role> {
        let word = |at: usize| self.document.word(at);
        let joins = |at: usize| self.within.contains(&at) && (is_dash(self.document.raw(at)) || word(at) == ":");
        let second = self.value.start.checked_sub(1).is_some_and(|at| joins(at) && self.document.glued(at));
        let end = self.value.end + if joins(self.value.end) && !second { 2 } else { 0 };
        let first = self.value.start - if second { 2 } else { 0 };
        let behind = (end..self.within.end.min(end + HALF_TIME)).map(word);
        let before = (self.within.start.max(first.saturating_sub(HALF_TIME))..first).map(word);
        if is_half_time(behind) || is_half_time(before) {
            return (!second).then_some(Role::AtHalfTime);
        }
        Some(of_result(self.within.clone().map(word), second))
    }

    /// What befalls those who are counted: up to the amounts next to the value.
    fn of_count(&self) -> Option<Role> {
        let free = |at: &usize| !self.is_amount(*at);
        let word = |at: usize| self.document.word(at);
        let before = (self.within.start..self.value.start).rev().take_while(free).map(word);
        let found = role(before, (self.value.end..self.within.end).take_while(free).map(word));
        // "Won 31 to 29"
        let to = |at: usize| self.within.contains(&at) && word(at) == "to";
        let amount_before = |at: usize| at.checked_sub(1).is_some_and(|at| self.is_amount(at));
        let second = self.value.start.checked_sub(1).is_some_and(|at| to(at) && amount_before(at));
        let first = to(self.value.end) && self.is_amount(self.value.end + 1);
        found.or_else(|| {
            let of_match = (first || second) && tells_a_match(self.within.clone().map(word));
            of_match.then_some(if second { Role::Lost } else { Role::Won })
        })
    }
}
