//! What the computed terms of a violated condition come to, for people: "October 27, 2025 is a Monday".

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;

use super::elapsed::days_between;
use super::evaluate::{Case, Outcome};
use super::reckon;
use crate::rules::expression::{Expression, Quotient, Term};
use crate::values::amount::Amount;
use crate::values::date::{Date, DateRange};
use crate::values::duration::TimeUnit;
use crate::values::english;
use crate::values::measure::Quantity;
use crate::values::percent::Percent;
use crate::values::value::Value;

/// A sentence for each computed term of a condition that does not hold. Of several alternatives the first is what is
/// required; the others are its exceptions, of which nothing is said.
pub(super) fn reasons(case: &Case<'_>, condition: &Expression) -> Vec<String> {
    match condition {
        Expression::Compare { left, right, .. } if case.holds(condition) == Some(false) => {
            [(left, right), (right, left)].into_iter().filter_map(|(term, other)| reason(case, term, other)).collect()
        }
        Expression::Holds(term) => reason(case, term, term).into_iter().collect(),
        Expression::And(parts) => parts.iter().flat_map(|part| reasons(case, part)).collect(),
        Expression::Or(parts) => parts.first().map(|part| reasons(case, part)).unwrap_or_default(),
        Expression::Compare { .. } => Vec::new(),
    }
}

/// What a term comes to, where it is computed and the words do not say it themselves.
fn reason(case: &Case<'_>, term: &Term, other: &Term) -> Option<String> {
    match term {
        Term::Weekday(of) => {
            let day = Date { weekday: None, ..case.date(of)? };
            let weekday = day.calendar_day().map(|day| chrono::Datelike::weekday(&day))?;
            Some(format!("{} is a {}", english::date(&day), english::weekday(weekday)))
        }
        Term::Next(weekday, from) => {
            let (weekday, from) = (case.date(weekday)?.weekday?, case.date(from)?);
            let next = value(case, term)?;
            Some(format!("the first {} from {} on is {next}", english::weekday(weekday), english::date(&from)))
        }
        Term::Shift(of, Value::Duration(by), back) => {
            let (side, by) = (if *back { "before" } else { "after" }, english::value(&Value::Duration(*by)));
            Some(format!("{by} {side} {} is {}", value(case, of)?, value(case, term)?))
        }
        Term::Exists(of) => {
            let date = case.date(of)?;
            let days = english::days_of_month(date.year, date.month?)?;
            let month = english::date(&Date { day: None, weekday: None, ..date });
            date.day.filter(|&day| day > days).map(|_| format!("{month} has {days} days"))
        }
        Term::Days(from, to) => {
            let Some(Outcome::Value(Value::Duration(stated))) = case.term(other) else { return None };
            let (start, end) = (case.date(from)?, case.date(to)?);
            let length = elapsed(&start, &end, stated.unit)?;
            Some(format!("{} is {length}", english::range(&DateRange { start, end })))
        }
        Term::Hours(..) => match case.term(term)? {
            Outcome::Passed(passed) => Some(passed.reason()),
            _ => None,
        },
        Term::Sum { alias, slot } => {
            let parts = case.parts(*alias, *slot)?;
            let sum = reckon::stated_sum(&parts)?;
            let parts: Vec<String> = parts.into_iter().map(english::value).collect();
            (parts.len() > 1).then(|| format!("{} = {}", parts.join(" + "), english::value(&sum)))
        }
        Term::Plus(a, b, minus) => {
            let (a, b, sign) = (value(case, a)?, value(case, b)?, if *minus { '-' } else { '+' });
            Some(format!("{a} {sign} {b} = {}", value(case, term)?))
        }
        Term::Quotient(quotient, a, b) => {
            let (Outcome::Value(a), Outcome::Value(b)) = (case.term(a)?, case.term(b)?) else { return None };
            let reckoned = reckon::quotient(*quotient, &a, &b)?;
            if let (Quotient::Converted, Value::Number(times), Value::Quantity(b)) = (quotient, &reckoned, &b) {
                let number = middle(times)?.checked_mul(b.amount.number)?.round_dp(1).normalize();
                let converted = Quantity { amount: Amount { number, upper: None, ..*times }, ..*b };
                return Some(format!(
                    "{} is about {}",
                    english::value(&a),
                    english::value(&Value::Quantity(converted))
                ));
            }
            let result = about(reckoned)?;
            let (a, b) = (english::value(&a), english::value(&b));
            Some(match quotient {
                Quotient::Share => format!("{a} of {b} is {result}"),
                Quotient::Change => format!("from {a} to {b} is {result}"),
                Quotient::Ratio | Quotient::Converted => format!("{a} is {result} times {b}"),
            })
        }
        Term::Age(born, at) => {
            let (born, years) = (case.date(born)?, value(case, term)?);
            let at = match case.term(at)? {
                Outcome::Value(Value::Range(range)) if range.start == range.end => Value::Date(range.start),
                Outcome::Value(at) => at,
                Outcome::Truth(_) | Outcome::Elapsed(..) | Outcome::Passed(_) => return None,
            };
            Some(format!("born {}, at {} is {years}", english::date(&born), english::value(&at)))
        }
        Term::Shift(..)
        | Term::Slot { .. }
        | Term::Count { .. }
        | Term::Together(..)
        | Term::Literal(_)
        | Term::Year(_)
        | Term::Start(_)
        | Term::End(_)
        | Term::Written(_)
        | Term::On(_) => None,
    }
}

/// A reckoned share or ratio for people: the middle of what the words allow, to one decimal.
fn about(reckoned: Value) -> Option<String> {
    let (Value::Percent(Percent { amount, .. }) | Value::Number(amount)) = reckoned else { return None };
    let exact = Amount { number: middle(&amount)?.round_dp(1).normalize(), upper: None, ..amount };
    Some(english::value(&match reckoned {
        Value::Percent(percent) => Value::Percent(Percent { amount: exact, ..percent }),
        _ => Value::Number(exact),
    }))
}

fn middle(amount: &Amount) -> Option<Decimal> {
    amount.number.checked_add(amount.upper.unwrap_or(amount.number))?.checked_div(Decimal::TWO)
}

fn value(case: &Case<'_>, term: &Term) -> Option<String> {
    match case.term(term)? {
        Outcome::Value(value) => Some(english::value(&value)),
        Outcome::Truth(_) | Outcome::Elapsed(..) | Outcome::Passed(_) => None,
    }
}

/// `4 or 5 days` (the last day may count or not), `4 nights`, `about 3 months`; `None` where the second date comes first.
fn elapsed(from: &Date, to: &Date, unit: TimeUnit) -> Option<String> {
    let about = |mean: f64| {
        let days = (to.earliest()? - from.latest()?).num_days() + (to.latest()? - from.earliest()?).num_days() + 1;
        let length = Decimal::from_f64(days as f64 / 2.0 / mean)?.round_dp(1);
        (length > Decimal::ZERO).then(|| format!("about {}", english::lasting(length.normalize(), unit)))
    };
    match unit {
        TimeUnit::Day | TimeUnit::Week => match days_between(from, to)? {
            ..0 => None,
            0 => Some("1 day".to_owned()),
            days => Some(format!("{days} or {}", english::lasting(Decimal::from(days + 1), TimeUnit::Day))),
        },
        TimeUnit::Night => {
            let nights = days_between(from, to).filter(|&nights| nights >= 0)?;
            Some(english::lasting(Decimal::from(nights), unit))
        }
        TimeUnit::Month => about(30.44),
        TimeUnit::Year => about(365.25),
        TimeUnit::BusinessDay | TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => None,
    }
}
