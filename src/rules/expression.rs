//! What a check requires of its claims.

use crate::values::value::Value;

/// A condition; three-valued when it is judged: true, false, or unknown.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    /// Two terms compared.
    Compare {
        /// The left term.
        left: Term,
        /// How they are compared.
        operator: Operator,
        /// The right term.
        right: Term,
    },
    /// A condition that is a term by itself: `exists(d.when)`.
    Holds(Term),
    /// All of them.
    And(Vec<Expression>),
    /// At least one of them.
    Or(Vec<Expression>),
}

/// How two terms are compared; `==` means compatible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
}

/// A value that a check computes.
#[derive(Clone, Debug, PartialEq)]
pub enum Term {
    /// `start.when`: a slot of one of the given claims.
    Slot {
        /// Index into [`CheckRule::given`](super::rule::CheckRule::given).
        alias: usize,
        /// Index into the slots of that claim's rule.
        slot: usize,
    },
    /// A literal number, duration, weekday or date.
    Literal(Value),
    /// `a + 3 days`, `a - 1 day`: the term, the duration, whether it is taken away.
    Shift(Box<Term>, Value, bool),
    /// `weekday(d)`: the weekday of a date.
    Weekday(Box<Term>),
    /// `year(d)`: the year of a date.
    Year(Box<Term>),
    /// `start(r)`: the first date of a range.
    Start(Box<Term>),
    /// `end(r)`: the last date of a range.
    End(Box<Term>),
    /// `days(a, b)`: how long from one date to another; counting the last day or not are both accepted.
    Days(Box<Term>, Box<Term>),
    /// `next(w, d)`: the first day with that weekday on or after the date.
    Next(Box<Term>, Box<Term>),
    /// `exists(d)`: whether the calendar has such a date.
    Exists(Box<Term>),
    /// `sum(part.n)`: the sum of that slot over all claims of the alias in the document.
    Sum {
        /// Index into [`CheckRule::given`](super::rule::CheckRule::given).
        alias: usize,
        /// Index into the slots of that claim's rule.
        slot: usize,
    },
}
