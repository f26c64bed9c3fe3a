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

/// What is asked of two amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotient {
    /// The first in per cent of the second.
    Share,
    /// By how many per cent of the first the second differs, up or down.
    Change,
    /// How many times the second the first is.
    Ratio,
    /// The same of quantities in two different units alone.
    Converted,
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
    /// `hours(a, b)`: how long from one time of day to the next other one.
    Hours(Box<Term>, Box<Term>),
    /// `next(w, d)`: the first day with that weekday on or after the date.
    Next(Box<Term>, Box<Term>),
    /// `exists(d)`: whether the calendar has such a date.
    Exists(Box<Term>),
    /// `together(a, b)`: whether there is a year that has two dates without a year on the weekdays that they name.
    Together(Box<Term>, Box<Term>),
    /// `a + b`, `a - b` of amounts of one unit: both terms, and whether the second is taken away.
    Plus(Box<Term>, Box<Term>, bool),
    /// `age(born, at)`: how old, in whole years, who was born on the first date is on the second.
    Age(Box<Term>, Box<Term>),
    /// `share(part, whole)`, `change(from, to)`, `ratio(a, b)`, `converted(a, b)` of amounts of one unit.
    Quotient(Quotient, Box<Term>, Box<Term>),
    /// `written(a)`: the date of the document in which the claim of an alias stands.
    Written(usize),
    /// `on(a)`: the days on which the claim of an alias holds.
    On(usize),
    /// `count(part.n)`: how many values `sum(part.n)` adds up.
    Count {
        /// Index into [`CheckRule::given`](super::rule::CheckRule::given).
        alias: usize,
        /// Index into the slots of that claim's rule.
        slot: usize,
    },
    /// `sum(part.n)`: the sum of that slot over all claims of the alias in one place; of the slot `part` of a claim that
    /// gathers parts, the sum of its own.
    Sum {
        /// Index into [`CheckRule::given`](super::rule::CheckRule::given).
        alias: usize,
        /// Index into the slots of that claim's rule.
        slot: usize,
    },
}
