//! What to do about a finding: one short sentence, by its verdict and what it rests on.

use super::finding::Verdict;
use crate::rules::expression::{Expression, Term};

/// What to do about a fact with several sides in so many documents; `unsure` where they may speak of different times.
pub(super) fn fact(verdict: Verdict, documents: usize, unsure: bool) -> &'static str {
    match (verdict, documents) {
        (Verdict::Conflict, 1) => "check which is right; if more than one is, say when each held",
        (Verdict::Conflict, _) if unsure => {
            "nothing to mend if it changed in between; a date in each source would tell"
        }
        (Verdict::Conflict, _) => "check which source is right; if more than one is, say in the text when each held",
        (Verdict::Suspicious, _) => "check the words against your notes; a digit or a qualifier may have slipped",
        (Verdict::Update, _) => "nothing to mend, unless an older source still stands as the latest",
        (Verdict::Superseded, _) => "nothing to mend, as long as readers can tell which holds when",
        (Verdict::Variant, _) => "keep to one spelling, or tell the two apart",
    }
}

/// What to do about a claim that the record contradicts.
pub(super) const AGAINST_RECORD: &str = "check the name and the date; if both are right, the record needs mending";

/// What to do about a claim that later dates of its own article make doubtful.
pub(super) const OUTLIVED: &str = "where the text looks back, let it say so: `then`, `former`, or a date";

/// Where a rule's key does not tell things apart.
pub(super) const TOO_MANY: &str = "add to the rule's `key` what tells these apart, or make it `mode = \"extract\"`";

/// What to do about a violated check.
pub(super) fn check(require: &Expression) -> &'static str {
    match kind(require) {
        Kind::Weekday => "either the weekday or the date is a slip",
        Kind::Exists => "correct the day or the month",
        Kind::Length => "either the length or one of the dates is a slip",
        Kind::Sum => "either the sum or one of its parts is a slip",
        Kind::Share => "at least one of the numbers is a slip",
        Kind::Age => "either the age or one of the dates is a slip",
        Kind::Ends => "either the first or the last date is a slip",
        Kind::Other => "at least one of them is a slip, unless they speak of different things",
    }
}

/// What a check is about, in the order in which it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Weekday,
    Exists,
    Sum,
    Share,
    Age,
    Length,
    Ends,
    Other,
}

fn kind(require: &Expression) -> Kind {
    match require {
        Expression::Compare { left, right, .. } => of_term(left).min(of_term(right)),
        Expression::Holds(term) => of_term(term),
        Expression::And(parts) => parts.iter().map(kind).min().unwrap_or(Kind::Other),
        // The first alternative is what is required, the others are its exceptions.
        Expression::Or(parts) => parts.first().map_or(Kind::Other, kind),
    }
}

fn of_term(term: &Term) -> Kind {
    match term {
        Term::Weekday(_) | Term::Next(..) | Term::Together(..) => Kind::Weekday,
        Term::Exists(_) => Kind::Exists,
        Term::Days(..) | Term::Hours(..) => Kind::Length,
        Term::Sum { .. } | Term::Count { .. } | Term::Plus(..) => Kind::Sum,
        Term::Quotient(..) => Kind::Share,
        Term::Age(..) => Kind::Age,
        Term::Start(_) | Term::End(_) => Kind::Ends,
        Term::Shift(term, ..) | Term::Year(term) => of_term(term),
        Term::Slot { .. } | Term::Literal(_) | Term::Written(_) | Term::On(_) => Kind::Other,
    }
}
