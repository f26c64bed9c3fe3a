//! Judges what a check requires of some claims: true, false, or unknown.

use std::cmp::Ordering;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::elapsed::Elapsed;
use super::passed::Passed;
use super::reckon;
use crate::claims::claim::Claim;
use crate::claims::document_claims::DocumentClaims;
use crate::rules::expression::{Expression, Operator, Term};
use crate::values::agree::{Comparison, agree};
use crate::values::agreement::Agreement;
use crate::values::amount::{Amount, Bound};
use crate::values::date::{Date, DateRange};
use crate::values::duration::{Duration, TimeUnit};
use crate::values::measure;
use crate::values::time::Time;
use crate::values::value::Value;

/// The claims that a check is judged on.
pub(super) struct Case<'a> {
    /// One claim for each alias, in the order of the check's `given`.
    pub(super) claims: &'a [&'a Claim],
    /// All claims of the document for each alias: what `sum` adds up.
    pub(super) all: &'a [Vec<&'a Claim>],
    pub(super) comparison: Comparison<'a>,
    pub(super) documents: &'a [DocumentClaims],
}

/// What a term comes to.
pub(super) enum Outcome {
    Value(Value),
    Truth(bool),
    /// From one date to another; how long that is depends on whether the last day counts.
    Elapsed(Date, Date),
    /// From one time of day to another.
    Passed(Passed),
}

impl Case<'_> {
    /// `None` where the words prove nothing either way.
    pub(super) fn holds(&self, expression: &Expression) -> Option<bool> {
        match expression {
            Expression::Compare { left, operator, right } => {
                self.compare(&self.term(left)?, *operator, &self.term(right)?)
            }
            Expression::Holds(term) => match self.term(term)? {
                Outcome::Truth(truth) => Some(truth),
                Outcome::Value(_) | Outcome::Elapsed(..) | Outcome::Passed(_) => None,
            },
            Expression::And(all) => {
                let judged: Vec<Option<bool>> = all.iter().map(|one| self.holds(one)).collect();
                if judged.contains(&Some(false)) {
                    Some(false)
                } else {
                    judged.into_iter().collect::<Option<Vec<_>>>().map(|_| true)
                }
            }
            Expression::Or(any) => {
                let judged: Vec<Option<bool>> = any.iter().map(|one| self.holds(one)).collect();
                if judged.contains(&Some(true)) {
                    Some(true)
                } else {
                    judged.into_iter().collect::<Option<Vec<_>>>().map(|_| false)
                }
            }
        }
    }

    /// Whether all that a condition reckons with is of one unit, so that it could be judged if the words were exact.
    pub(super) fn fits(&self, expression: &Expression) -> bool {
        match expression {
            Expression::Compare { left, right, .. } => self.is_of_one_unit(left) && self.is_of_one_unit(right),
            Expression::Holds(term) => self.is_of_one_unit(term),
            Expression::And(parts) | Expression::Or(parts) => parts.iter().all(|part| self.fits(part)),
        }
    }

    fn is_of_one_unit(&self, term: &Term) -> bool {
        match term {
            Term::Plus(a, b, _) | Term::Quotient(_, a, b) => match (self.value(a), self.value(b)) {
                (Some(a), Some(b)) => reckon::alike(&a, &b),
                _ => self.is_of_one_unit(a) && self.is_of_one_unit(b),
            },
            _ => true,
        }
    }

    /// `None` where the words leave it open.
    pub(super) fn term(&self, term: &Term) -> Option<Outcome> {
        let value = match term {
            Term::Slot { alias, slot } => self.claims[*alias].slots[*slot].as_ref()?.value.clone(),
            Term::Literal(value) => value.clone(),
            Term::Shift(term, by, back) => Value::Date(shifted(&self.date(term)?, by, *back)?),
            Term::Weekday(term) => Value::Date(weekday_alone(self.date(term)?.calendar_day()?.weekday())),
            Term::Year(term) => Value::Count(whole(self.date(term)?.year?.into())),
            Term::Start(term) => Value::Date(self.ends(term)?.0),
            Term::End(term) => Value::Date(self.ends(term)?.1),
            Term::Days(from, to) => return Some(Outcome::Elapsed(self.date(from)?, self.date(to)?)),
            Term::Hours(from, to) => {
                return Some(Outcome::Passed(Passed::between(&self.time(from)?, &self.time(to)?)?));
            }
            Term::Next(weekday, from) => Value::Date(next(self.date(weekday)?.weekday?, &self.date(from)?)?),
            Term::Exists(term) => return Some(Outcome::Truth(self.date(term)?.exists())),
            Term::Together(a, b) => return Some(Outcome::Truth(together(&self.date(a)?, &self.date(b)?)?)),
            Term::Count { alias, slot } => Value::Count(whole(self.parts(*alias, *slot)?.len().into())),
            Term::Sum { alias, slot } => {
                return Some(Outcome::Value(reckon::sum(self.parts(*alias, *slot)?.into_iter())?));
            }
            Term::Plus(a, b, minus) => reckon::plus(&self.value(a)?, &self.value(b)?, *minus)?,
            Term::Quotient(quotient, a, b) => reckon::quotient(*quotient, &self.value(a)?, &self.value(b)?)?,
            Term::Age(born, at) => {
                let at = self.ends(at)?;
                reckon::age(&self.date(born)?, (&at.0, &at.1))?
            }
            Term::Written(alias) => Value::Date(Date::of(self.documents[self.claims[*alias].document].date?)),
            Term::On(alias) => {
                let (from, to) = self.claims[*alias].when.days()?;
                Value::Range(DateRange { start: Date::of(from), end: Date::of(to) })
            }
        };
        Some(Outcome::Value(value))
    }

    /// What a term comes to where it is a date.
    pub(super) fn date(&self, term: &Term) -> Option<Date> {
        match self.term(term)? {
            Outcome::Value(Value::Date(date)) => Some(date),
            _ => None,
        }
    }

    /// The values that `sum` adds up: all that one claim gathers, else those of all claims of an alias.
    pub(super) fn parts(&self, alias: usize, slot: usize) -> Option<Vec<&Value>> {
        let own = self.claims[alias].slots[slot].as_ref()?;
        if !own.more.is_empty() {
            return Some(own.all().map(|part| &part.value).collect());
        }
        self.all[alias].iter().map(|claim| claim.slots[slot].as_ref().map(|filled| &filled.value)).collect()
    }

    fn value(&self, term: &Term) -> Option<Value> {
        match self.term(term)? {
            Outcome::Value(value) => Some(value),
            Outcome::Truth(_) | Outcome::Elapsed(..) | Outcome::Passed(_) => None,
        }
    }

    fn time(&self, term: &Term) -> Option<Time> {
        match self.value(term)? {
            Value::Time(time) => Some(time),
            _ => None,
        }
    }

    fn ends(&self, term: &Term) -> Option<(Date, Date)> {
        match self.term(term)? {
            Outcome::Value(Value::Range(range)) => Some((range.start, range.end)),
            Outcome::Value(Value::Date(date)) => Some((date, date)),
            _ => None,
        }
    }

    fn compare(&self, left: &Outcome, operator: Operator, right: &Outcome) -> Option<bool> {
        match (left, right) {
            (Outcome::Elapsed(from, to), Outcome::Value(Value::Duration(stated))) => {
                Elapsed::between(from, to, stated)?.compare(operator, stated)
            }
            (Outcome::Value(Value::Duration(stated)), Outcome::Elapsed(from, to)) => {
                Elapsed::between(from, to, stated)?.compare(turned(operator), stated)
            }
            (Outcome::Value(Value::Duration(_)), Outcome::Passed(_)) => self.compare(right, turned(operator), left),
            (Outcome::Passed(passed), Outcome::Value(Value::Duration(stated))) => match operator {
                Operator::Equal => passed.fits(stated),
                Operator::NotEqual => passed.fits(stated).map(|fits| !fits),
                Operator::Less | Operator::LessOrEqual => passed.is_less(stated),
                Operator::Greater | Operator::GreaterOrEqual => passed.is_less(stated).map(|less| !less),
            },
            (Outcome::Value(left), Outcome::Value(right)) => {
                let (left, right) = (&*reckon::as_age(left, right), &*reckon::as_age(right, left));
                self.values(left, operator, right)
            }
            _ => None,
        }
    }

    fn values(&self, left: &Value, operator: Operator, right: &Value) -> Option<bool> {
        match operator {
            Operator::Equal => self.equal(left, right),
            Operator::NotEqual => self.equal(left, right).map(|equal| !equal),
            Operator::Less | Operator::LessOrEqual => before(left, right, operator == Operator::LessOrEqual),
            // What is greater is what is not less or equal.
            Operator::Greater | Operator::GreaterOrEqual => {
                before(left, right, operator == Operator::Greater).map(|less| !less)
            }
        }
    }

    fn equal(&self, left: &Value, right: &Value) -> Option<bool> {
        match agree(left, right, &self.comparison) {
            Agreement::Same | Agreement::Compatible => Some(true),
            Agreement::Conflict => Some(false),
            Agreement::Unknown | Agreement::Suspicious => None,
        }
    }
}

/// Whether the left is less, or less or equal.
fn before(left: &Value, right: &Value, or_equal: bool) -> Option<bool> {
    if reckon::amount(left).is_some() && !matches!(left, Value::Quantity(_)) {
        return reckon::less(left, right, or_equal);
    }
    let order = order(left, right)?;
    Some(order == Ordering::Less || (or_equal && order == Ordering::Equal))
}

fn order(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Date(left), Value::Date(right)) => left.order(right),
        (Value::Quantity(left), Value::Quantity(right)) => {
            let (left, right) = measure::in_one_unit(left, right)?;
            plain(&left)?.partial_cmp(&plain(&right)?)
        }
        (Value::Ordinal(left), Value::Ordinal(right)) => Some(left.cmp(right)),
        (Value::Time(left), Value::Time(right)) if left.zone == right.zone && !left.about && !right.about => {
            if left.to < right.from {
                Some(Ordering::Less)
            } else if right.to < left.from {
                Some(Ordering::Greater)
            } else {
                (left.from == left.to && right.from == right.to).then_some(Ordering::Equal)
            }
        }
        _ => None,
    }
}

/// A number that stands as it is.
fn plain(amount: &Amount) -> Option<Decimal> {
    (amount.bound == Bound::Plain && amount.upper.is_none()).then_some(amount.number)
}

fn whole(number: Decimal) -> Amount {
    Amount { number, upper: None, bound: Bound::Plain, precision: 0 }
}

fn weekday_alone(weekday: Weekday) -> Date {
    Date { weekday: Some(weekday), ..Date::default() }
}

/// The first day with a weekday on or after a date.
fn next(weekday: Weekday, from: &Date) -> Option<Date> {
    let day = from.calendar_day()?;
    let ahead = (7 + weekday.num_days_from_monday() - day.weekday().num_days_from_monday()) % 7;
    day.checked_add_days(Days::new(ahead.into())).map(Date::of)
}

/// A date moved by a length of time; one without a year where it comes to the same day in a leap year and in another.
fn shifted(date: &Date, by: &Value, back: bool) -> Option<Date> {
    let Value::Duration(by) = by else { return None };
    if date.year.is_none() {
        let [leap, plain] = [2024, 2023].map(|year| shifted_day(&Date { year: Some(year), ..*date }, by, back));
        let (leap, plain) = (leap?, plain?);
        let same = leap.month() == plain.month() && leap.day() == plain.day() && leap.year() == 2024;
        return same.then(|| Date { year: None, ..Date::of(leap) });
    }
    shifted_day(date, by, back).map(Date::of)
}

fn shifted_day(date: &Date, by: &Duration, back: bool) -> Option<NaiveDate> {
    let (day, count) = (date.calendar_day()?, plain(&by.amount).filter(|_| by.days == 0)?.to_u32()?);
    let days = |count: u32| {
        if back { day.checked_sub_days(Days::new(count.into())) } else { day.checked_add_days(Days::new(count.into())) }
    };
    let months = |count: u32| {
        if back { day.checked_sub_months(Months::new(count)) } else { day.checked_add_months(Months::new(count)) }
    };
    match by.unit {
        TimeUnit::Day | TimeUnit::Night => days(count),
        TimeUnit::Week => days(count.checked_mul(7)?),
        TimeUnit::Month => months(count),
        TimeUnit::Year => months(count.checked_mul(12)?),
        TimeUnit::BusinessDay | TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => None,
    }
}

/// The operator with its sides exchanged.
fn turned(operator: Operator) -> Operator {
    match operator {
        Operator::Less => Operator::Greater,
        Operator::LessOrEqual => Operator::GreaterOrEqual,
        Operator::Greater => Operator::Less,
        Operator::GreaterOrEqual => Operator::LessOrEqual,
        Operator::Equal | Operator::NotEqual => operator,
    }
}

/// Whether there is a year that has two dates without a year on the weekdays that they name, or that and the next one: "Friday
/// 30 December", "Monday 2 January". `None` where a date has a year, or no weekday.
fn together(a: &Date, b: &Date) -> Option<bool> {
    let bare = |date: &Date| date.year.is_none().then_some((date.month?, date.day?, date.weekday?));
    let (a, b) = (bare(a)?, bare(b)?);
    let falls = |(month, day, weekday): (u32, u32, Weekday), year: i32| {
        NaiveDate::from_ymd_opt(year, month, day).is_some_and(|date| date.weekday() == weekday)
    };
    let next = match (a.0, b.0) {
        (11.., ..=2) => 1,
        (..=2, 11..) => -1,
        _ => 0,
    };
    // The calendar comes round after 28 years.
    Some((2000..2028).any(|year| falls(a, year) && falls(b, year + next)))
}
