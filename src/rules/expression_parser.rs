//! Reads what a check requires, and checks that its terms can be compared.

use std::ops::Range;

use chrono::{NaiveDate, Weekday};
use rust_decimal::Decimal;

use super::expression::{Expression, Operator, Quotient, Term};
use super::expression_tokens::{Token, TokenKind, cut};
use super::expression_types::{AMOUNTS, Sort, Type, comparable, describe, has_order, of};
use super::fault::Fault;
use super::phrase::SlotKind;
use super::phrase_tree::{DEEPEST, too_deep};
use super::rule::Slot;
use crate::values::amount::{Amount, Bound};
use crate::values::date::Date;
use crate::values::duration::{Duration, Leeway, TimeUnit};
use crate::values::percent::Percent;
use crate::values::value::{Kind, Value};

/// An alias of a check with the slots of its claim; `None` where that claim is faulty.
pub(super) type Given<'a> = (&'a str, Option<&'a [Slot]>);

/// A faulty expression: what is wrong, with the bytes it is about.
pub(super) type Faults = Vec<(Range<usize>, Fault)>;

/// An expression, with which of the aliases it uses.
#[derive(Debug, PartialEq)]
pub(super) struct Parsed {
    pub(super) expression: Expression,
    pub(super) used: Vec<bool>,
}

/// Reads an expression over the claims of `given`.
pub(super) fn parse(written: &str, given: &[Given<'_>]) -> Result<Parsed, Faults> {
    let tokens = cut(written).map_err(|fault| vec![fault])?;
    let brackets = tokens.iter().filter(|token| matches!(&*token.text, "(" | ")"));
    if let Some(at) = too_deep(brackets.map(|token| (token.at.start, &*token.text))) {
        return Err(vec![(at..at + 1, Fault::TooDeep { most: DEEPEST })]);
    }
    let mut parser =
        Parser { tokens, at: 0, end: written.len(), given, used: vec![false; given.len()], faults: Vec::new() };
    let expression = match parser.either() {
        Ok(expression) => {
            if let Some(token) = parser.tokens.get(parser.at).cloned() {
                let found = token.text.clone();
                parser.faults.push((token.at, Fault::Unexpected { found, expected: "`and`, `or` or the end" }));
            }
            Some(expression)
        }
        Err(Stop(at, fault)) => {
            parser.faults.push((at, fault));
            None
        }
    };
    match expression {
        Some(expression) if parser.faults.is_empty() => Ok(Parsed { expression, used: parser.used }),
        _ => Err(parser.faults),
    }
}

/// Where reading cannot go on.
struct Stop(Range<usize>, Fault);

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    end: usize,
    given: &'a [Given<'a>],
    used: Vec<bool>,
    faults: Faults,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&str> {
        self.tokens.get(self.at).map(|token| token.text.as_str())
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.peek() == Some(text);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, text: &str, expected: &'static str) -> Result<(), Stop> {
        if self.take(text) { Ok(()) } else { Err(self.unexpected(expected)) }
    }

    fn unexpected(&self, expected: &'static str) -> Stop {
        match self.tokens.get(self.at) {
            Some(token) => Stop(token.at.clone(), Fault::Unexpected { found: token.text.clone(), expected }),
            None => Stop(self.end..self.end, Fault::UnexpectedEnd { expected }),
        }
    }

    /// Where the terms read since the token `from` stand.
    fn place(&self, from: usize) -> Range<usize> {
        let start = self.tokens.get(from).map_or(self.end, |token| token.at.start);
        let end = self.at.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(self.end, |token| token.at.end);
        start..end.max(start)
    }

    fn either(&mut self) -> Result<Expression, Stop> {
        let mut parts = vec![self.both()?];
        while self.take("or") {
            parts.push(self.both()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expression::Or(parts) })
    }

    fn both(&mut self) -> Result<Expression, Stop> {
        let mut parts = vec![self.condition()?];
        while self.take("and") {
            parts.push(self.condition()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expression::And(parts) })
    }

    fn condition(&mut self) -> Result<Expression, Stop> {
        if self.take("(") {
            let inside = self.either()?;
            self.expect(")", "`)`")?;
            return Ok(inside);
        }
        let from = self.at;
        let (left, left_sort) = self.term()?;
        let left_place = self.place(from);
        let Some(operator) = self.operator() else {
            let ends = self.peek().is_none_or(|next| ["and", "or", ")"].contains(&next));
            if !ends {
                return Err(self.unexpected("a comparison like `<` or `==`"));
            }
            if left_sort.is_some_and(|sort| sort != Type::Truth) {
                let found = describe(left_sort);
                self.faults.push((left_place, Fault::NotACondition { found }));
            }
            return Ok(Expression::Holds(left));
        };
        let from_right = self.at;
        let (right, right_sort) = self.term()?;
        let right_place = self.place(from_right);
        for (sort, place) in [(left_sort, &left_place), (right_sort, &right_place)] {
            if sort == Some(Type::Truth) {
                self.faults.push((place.clone(), Fault::TruthCompared));
                return Ok(Expression::Compare { left, operator, right });
            }
        }
        if let (Some(Type::Of(one)), Some(Type::Of(other))) = (left_sort, right_sort) {
            self.compare(one, operator, other, left_place.start..right_place.end);
        }
        if let Some(token) = self.tokens.get(self.at).cloned()
            && self.operator().is_some()
        {
            return Err(Stop(token.at, Fault::ChainedComparison));
        }
        Ok(Expression::Compare { left, operator, right })
    }

    /// Whether two types can be compared so.
    fn compare(&mut self, left: SlotKind, operator: Operator, right: SlotKind, at: Range<usize>) {
        let ordering = !matches!(operator, Operator::Equal | Operator::NotEqual);
        // An age is a number of years or their length, and the years of a jubilee are one in a row.
        let ages = |kind| matches!(kind, SlotKind::Value(Kind::Age | Kind::Count | Kind::Ordinal | Kind::Duration));
        let of_age = [left, right].contains(&SlotKind::Value(Kind::Age)) && ages(left) && ages(right);
        if !comparable(left, right) && !of_age {
            let (left, right) = (describe(Some(Type::Of(left))), describe(Some(Type::Of(right))));
            self.faults.push((at, Fault::TypesDiffer { left, right }));
        } else if ordering && let Some(kind) = [left, right].into_iter().find(|&kind| !has_order(kind)) {
            let range = kind == SlotKind::Value(Kind::Range);
            self.faults.push((at, Fault::NoOrder { found: describe(Some(Type::Of(kind))), range }));
        }
    }

    fn operator(&mut self) -> Option<Operator> {
        let operator = match self.peek()? {
            "<" => Operator::Less,
            "<=" => Operator::LessOrEqual,
            ">" => Operator::Greater,
            ">=" => Operator::GreaterOrEqual,
            "==" => Operator::Equal,
            "!=" => Operator::NotEqual,
            _ => return None,
        };
        self.at += 1;
        Some(operator)
    }

    /// A term, perhaps moved by durations.
    fn term(&mut self) -> Result<(Term, Sort), Stop> {
        let from = self.at;
        let (mut term, mut sort) = self.simple()?;
        while let Some(minus) = self.peek().filter(|mark| ["+", "-"].contains(mark)).map(|mark| mark == "-") {
            let amount = matches!(sort, Some(Type::Of(SlotKind::Value(kind))) if AMOUNTS.contains(&kind));
            if !amount && !self.need(sort, &[Kind::Date], "a date or an amount", &self.place(from)) {
                sort = None;
            }
            self.at += 1;
            let right = self.at;
            let (by, by_sort) = self.simple()?;
            let place = self.place(right);
            if amount {
                if let (Some(Type::Of(one)), Some(Type::Of(other))) = (sort, by_sort) {
                    let fits = comparable(one, other);
                    let (left, right) = (describe(sort), describe(by_sort));
                    self.faults.extend((!fits).then(|| (self.place(from), Fault::TypesDiffer { left, right })));
                }
                term = Term::Plus(Box::new(term), Box::new(by), minus);
                continue;
            }
            match by {
                Term::Literal(value @ Value::Duration(_)) => term = Term::Shift(Box::new(term), value, minus),
                // What stands in a claim with a fault is told with that fault.
                _ if sort.is_none() || by_sort.is_none() => {}
                _ => self.faults.push((place, Fault::ShiftByOther)),
            }
            sort = sort.map(|_| of(Kind::Date));
        }
        Ok((term, sort))
    }

    fn simple(&mut self) -> Result<(Term, Sort), Stop> {
        const TERM: &str = "a slot like `start.when`, a function or a value";
        let Some(token) = self.tokens.get(self.at).cloned() else { return Err(self.unexpected(TERM)) };
        match token.kind {
            TokenKind::Number => self.number(),
            TokenKind::Date => {
                self.at += 1;
                let day = token.text.parse::<NaiveDate>();
                let day = day.map_err(|_| Stop(token.at, Fault::NoSuchDay { written: token.text }))?;
                Ok((Term::Literal(Value::Date(Date::of(day))), Some(of(Kind::Date))))
            }
            TokenKind::Name if !["and", "or"].contains(&token.text.as_str()) => {
                self.at += 1;
                if self.peek() == Some("(") {
                    return self.function(&token);
                }
                if self.peek() == Some(".") {
                    let (alias, slot, sort) = self.slot(&token)?;
                    return Ok((Term::Slot { alias, slot }, sort));
                }
                if let Ok(weekday) = token.text.parse::<Weekday>() {
                    let date = Date { weekday: Some(weekday), ..Date::default() };
                    return Ok((Term::Literal(Value::Date(date)), Some(of(Kind::Weekday))));
                }
                let fault = match self.given.iter().find(|(alias, _)| *alias == token.text) {
                    Some((alias, slots)) => Fault::AliasWithoutSlot {
                        alias: (*alias).to_owned(),
                        slots: slots.unwrap_or_default().iter().map(|slot| slot.name.clone()).collect(),
                    },
                    None => Fault::UnknownTerm { word: token.text.clone(), known: self.aliases() },
                };
                Err(Stop(token.at, fault))
            }
            _ => Err(self.unexpected(TERM)),
        }
    }

    fn aliases(&self) -> Vec<String> {
        self.given.iter().map(|(alias, _)| (*alias).to_owned()).collect()
    }

    /// The slot of an alias whose name was just read.
    fn slot(&mut self, alias: &Token) -> Result<(usize, usize, Sort), Stop> {
        self.expect(".", "`.` and a slot")?;
        let Some(name) = self.tokens.get(self.at).filter(|token| token.kind == TokenKind::Name).cloned() else {
            return Err(self.unexpected("the name of a slot"));
        };
        self.at += 1;
        let Some(index) = self.given.iter().position(|(given, _)| *given == alias.text) else {
            let known = self.aliases();
            self.faults.push((alias.at.clone(), Fault::UnknownAlias { alias: alias.text.clone(), known }));
            return Ok((0, 0, None));
        };
        self.used[index] = true;
        let Some(slots) = self.given[index].1 else { return Ok((index, 0, None)) };
        match slots.iter().position(|slot| slot.name == name.text) {
            Some(slot) => Ok((index, slot, Some(Type::Of(slots[slot].kind)))),
            None => {
                let known = slots.iter().map(|slot| slot.name.clone()).collect();
                self.faults
                    .push((name.at, Fault::UnknownSlotOfAlias { alias: alias.text.clone(), slot: name.text, known }));
                Ok((index, 0, None))
            }
        }
    }

    fn number(&mut self) -> Result<(Term, Sort), Stop> {
        let token = self.tokens[self.at].clone();
        self.at += 1;
        let Ok(number) = token.text.parse::<Decimal>() else {
            return Err(Stop(token.at, Fault::NoSuchNumber { written: token.text }));
        };
        // A number in a rule is meant exactly, however many zeros it ends in.
        let amount = Amount { number, upper: None, bound: Bound::Plain, precision: -(number.scale() as i32) };
        if self.take("%") {
            let percent = Percent { amount, points: false, fraction: false };
            return Ok((Term::Literal(Value::Percent(percent)), Some(of(Kind::Percent))));
        }
        let Some(word) = self.tokens.get(self.at).filter(|token| token.kind == TokenKind::Name).cloned() else {
            return Ok((Term::Literal(Value::Count(amount)), Some(of(Kind::Count))));
        };
        if ["and", "or"].contains(&word.text.as_str()) {
            return Ok((Term::Literal(Value::Count(amount)), Some(of(Kind::Count))));
        }
        let Some(&(_, unit)) =
            UNITS.iter().find(|(unit, _)| *unit == word.text.strip_suffix('s').unwrap_or(&word.text))
        else {
            return Err(Stop(word.at, Fault::UnknownUnit { unit: word.text, known: units() }));
        };
        self.at += 1;
        let duration = Duration { amount, unit, days: 0, leeway: Leeway::None };
        Ok((Term::Literal(Value::Duration(duration)), Some(of(Kind::Duration))))
    }

    fn function(&mut self, name: &Token) -> Result<(Term, Sort), Stop> {
        let Some(&(function, wanted)) = FUNCTIONS.iter().find(|(function, _)| *function == name.text) else {
            return Err(Stop(
                name.at.clone(),
                Fault::UnknownFunction { function: name.text.clone(), known: functions() },
            ));
        };
        self.expect("(", "`(`")?;
        let from = self.at;
        match function {
            "sum" | "count" => return self.gathered(function),
            "written" | "on" => return self.day_of(function),
            _ => {}
        }
        let mut arguments = Vec::new();
        while self.peek().is_some_and(|next| next != ")") {
            let from = self.at;
            let (term, sort) = self.term()?;
            arguments.push((term, sort, self.place(from)));
            if !self.take(",") {
                break;
            }
        }
        let inside = self.place(from);
        self.expect(")", "`)`")?;
        if arguments.len() != wanted {
            return Err(Stop(inside, Fault::WrongArguments { function, wanted, found: arguments.len() }));
        }
        let quotient = match function {
            "share" => Some((Quotient::Share, Kind::Percent)),
            "change" => Some((Quotient::Change, Kind::Percent)),
            "ratio" => Some((Quotient::Ratio, Kind::Number)),
            "converted" => Some((Quotient::Converted, Kind::Number)),
            _ => None,
        };
        if let Some((quotient, kind)) = quotient {
            self.same_kind(&arguments);
            let mut terms = arguments.into_iter().map(|(term, ..)| Box::new(term));
            let (Some(a), Some(b)) = (terms.next(), terms.next()) else { return Err(self.unexpected("two amounts")) };
            return Ok((Term::Quotient(quotient, a, b), Some(of(kind))));
        }
        let dates = [Kind::Date];
        let spans = [Kind::Date, Kind::Range];
        let mut take = |kinds: &[Kind], expected: &'static str| {
            let (term, sort, place) = arguments.remove(0);
            self.need(sort, kinds, expected, &place);
            Box::new(term)
        };
        Ok(match function {
            "weekday" => (Term::Weekday(take(&dates, "a date")), Some(of(Kind::Weekday))),
            "year" => (Term::Year(take(&dates, "a date")), Some(of(Kind::Count))),
            "start" => (Term::Start(take(&spans, "a range of dates")), Some(of(Kind::Date))),
            "end" => (Term::End(take(&spans, "a range of dates")), Some(of(Kind::Date))),
            "exists" => (Term::Exists(take(&dates, "a date")), Some(Type::Truth)),
            "together" => {
                let first = take(&dates, "a date");
                (Term::Together(first, take(&dates, "a date")), Some(Type::Truth))
            }
            "days" => {
                let first = take(&dates, "a date");
                (Term::Days(first, take(&dates, "a date")), Some(of(Kind::Duration)))
            }
            "hours" => {
                let first = take(&[Kind::Time], "a time of day");
                (Term::Hours(first, take(&[Kind::Time], "a time of day")), Some(of(Kind::Duration)))
            }
            "age" => {
                let born = take(&dates, "a date");
                (Term::Age(born, take(&spans, "a date or a range of dates")), Some(of(Kind::Age)))
            }
            _ => {
                let weekday = take(&[Kind::Weekday], "a weekday");
                (Term::Next(weekday, take(&dates, "a date")), Some(of(Kind::Date)))
            }
        })
    }

    /// Tells arguments that are no amounts, or amounts that cannot be compared.
    fn same_kind(&mut self, arguments: &[(Term, Sort, Range<usize>)]) {
        let mut amounts = Vec::with_capacity(arguments.len());
        for (_, sort, place) in arguments {
            if self.need(*sort, &AMOUNTS, "an amount", place)
                && let Some(Type::Of(kind)) = *sort
            {
                amounts.push((kind, place));
            }
        }
        if let [(one, first), (other, second)] = amounts[..]
            && !comparable(one, other)
        {
            let (left, right) = (describe(Some(Type::Of(one))), describe(Some(Type::Of(other))));
            self.faults.push((first.start..second.end, Fault::TypesDiffer { left, right }));
        }
    }

    /// The alias inside `written(…)` or `on(…)`.
    fn day_of(&mut self, function: &str) -> Result<(Term, Sort), Stop> {
        let Some(alias) = self.tokens.get(self.at).filter(|token| token.kind == TokenKind::Name).cloned() else {
            return Err(self.unexpected("a name of `given`"));
        };
        self.at += 1;
        self.expect(")", "`)`")?;
        let Some(index) = self.given.iter().position(|(given, _)| *given == alias.text) else {
            let known = self.aliases();
            return Err(Stop(alias.at, Fault::UnknownAlias { alias: alias.text, known }));
        };
        self.used[index] = true;
        Ok(match function {
            "written" => (Term::Written(index), Some(of(Kind::Date))),
            _ => (Term::On(index), Some(of(Kind::Range))),
        })
    }

    /// The slot inside `sum(…)` or `count(…)`.
    fn gathered(&mut self, function: &str) -> Result<(Term, Sort), Stop> {
        let from = self.at;
        let Some(alias) = self.tokens.get(self.at).filter(|token| token.kind == TokenKind::Name).cloned() else {
            return Err(self.unexpected("a slot like `part.n`"));
        };
        self.at += 1;
        let (alias, slot, sort) = self.slot(&alias)?;
        let kinds = AMOUNTS;
        let expected = "an amount";
        let fits = self.need(sort, &kinds, expected, &self.place(from));
        self.expect(")", "`)`")?;
        Ok(match function {
            "count" => (Term::Count { alias, slot }, Some(of(Kind::Count))),
            _ => (Term::Sum { alias, slot }, sort.filter(|_| fits)),
        })
    }

    /// Whether a term has one of the kinds; tells where it has not.
    fn need(&mut self, sort: Sort, kinds: &[Kind], expected: &'static str, at: &Range<usize>) -> bool {
        let fits = match sort {
            None => true,
            Some(Type::Of(SlotKind::Value(kind))) => kinds.contains(&kind),
            Some(_) => false,
        };
        if !fits {
            self.faults.push((at.clone(), Fault::WrongTermType { expected, found: describe(sort) }));
        }
        fits
    }
}

/// The functions with the number of their arguments.
const FUNCTIONS: [(&str, usize); 18] = [
    ("weekday", 1),
    ("days", 2),
    ("hours", 2),
    ("together", 2),
    ("count", 1),
    ("year", 1),
    ("start", 1),
    ("end", 1),
    ("next", 2),
    ("exists", 1),
    ("sum", 1),
    ("age", 2),
    ("share", 2),
    ("change", 2),
    ("ratio", 2),
    ("converted", 2),
    ("written", 1),
    ("on", 1),
];

/// The names of all functions, for suggestions.
fn functions() -> Vec<String> {
    FUNCTIONS.iter().map(|&(name, _)| name.to_owned()).collect()
}

const UNITS: [(&str, TimeUnit); 8] = [
    ("second", TimeUnit::Second),
    ("minute", TimeUnit::Minute),
    ("hour", TimeUnit::Hour),
    ("day", TimeUnit::Day),
    ("night", TimeUnit::Night),
    ("week", TimeUnit::Week),
    ("month", TimeUnit::Month),
    ("year", TimeUnit::Year),
];

/// The units as they are mostly written, for suggestions.
fn units() -> Vec<String> {
    UNITS.iter().map(|&(unit, _)| format!("{unit}s")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes an expression with every bracket, so that one line tells how it was read.
    fn show(expression: &Expression) -> String {
        let join = |parts: &[Expression], word: &str| {
            format!("({})", parts.iter().map(show).collect::<Vec<_>>().join(&format!(" {word} ")))
        };
        match expression {
            Expression::Compare { left, operator, right } => format!("{} {operator:?} {}", term(left), term(right)),
            Expression::Holds(holds) => term(holds),
            Expression::And(parts) => join(parts, "and"),
            Expression::Or(parts) => join(parts, "or"),
        }
    }

    fn term(of: &Term) -> String {
        match of {
            Term::Slot { alias, slot } => format!("{alias}.{slot}"),
            Term::Literal(value) => literal(value),
            Term::Shift(term_, by, minus) => {
                format!("({} {} {})", term(term_), if *minus { '-' } else { '+' }, literal(by))
            }
            Term::Weekday(date) => format!("weekday({})", term(date)),
            Term::Year(date) => format!("year({})", term(date)),
            Term::Start(range) => format!("start({})", term(range)),
            Term::End(range) => format!("end({})", term(range)),
            Term::Days(from, to) => format!("days({}, {})", term(from), term(to)),
            Term::Hours(from, to) => format!("hours({}, {})", term(from), term(to)),
            Term::Next(weekday, date) => format!("next({}, {})", term(weekday), term(date)),
            Term::Exists(date) => format!("exists({})", term(date)),
            Term::Sum { alias, slot } => format!("sum({alias}.{slot})"),
            Term::Count { alias, slot } => format!("count({alias}.{slot})"),
            Term::Together(a, b) => format!("together({}, {})", term(a), term(b)),
            Term::Plus(a, b, minus) => format!("({} {} {})", term(a), if *minus { '-' } else { '+' }, term(b)),
            Term::Age(born, at) => format!("age({}, {})", term(born), term(at)),
            Term::Quotient(quotient, a, b) => format!("{quotient:?}({}, {})", term(a), term(b)),
            Term::Written(alias) => format!("written({alias})"),
            Term::On(alias) => format!("on({alias})"),
        }
    }

    fn literal(value: &Value) -> String {
        match value {
            Value::Count(amount) => format!("{}", amount.number),
            Value::Percent(percent) => format!("{}%", percent.amount.number),
            Value::Duration(duration) => format!("{} {:?}", duration.amount.number, duration.unit),
            Value::Date(Date { weekday: Some(weekday), .. }) => weekday.to_string(),
            Value::Date(date) => date.calendar_day().unwrap().to_string(),
            other => format!("{other:?}"),
        }
    }

    fn read(written: &str) -> Result<Parsed, Faults> {
        let slot = |name: &str, kind| Slot { name: name.to_owned(), kind: SlotKind::Value(kind) };
        let a = [
            slot("when", Kind::Date),
            slot("n", Kind::Count),
            slot("day", Kind::Weekday),
            slot("span", Kind::Range),
            slot("at", Kind::Time),
        ];
        let b = [slot("length", Kind::Duration), slot("share", Kind::Percent), slot("from-where", Kind::Country)];
        parse(written, &[("a", Some(&a)), ("b", Some(&b)), ("broken", None)])
    }

    fn check(cases: &[(&str, &str)]) {
        for (written, expected) in cases {
            let parsed = read(written).unwrap_or_else(|faults| panic!("{written}: {faults:?}"));
            assert_eq!(show(&parsed.expression), *expected, "{written}");
        }
    }

    #[test]
    fn terms_are_compared() {
        check(&[
            ("a.when < a.when", "0.0 Less 0.0"),
            ("a.n >= 1000", "0.1 GreaterOrEqual 1000"),
            ("b.share <= 100 %", "1.1 LessOrEqual 100%"),
            ("a.when != 2025-10-27", "0.0 NotEqual 2025-10-27"),
            ("a.when == a.span", "0.0 Equal 0.3"),
            ("b.from-where == b.from-where", "1.2 Equal 1.2"),
            ("broken.what < a.when", "2.0 Less 0.0"),
        ]);
    }

    #[test]
    fn and_binds_tighter_than_or() {
        check(&[
            ("a.n < 1 or a.n > 2 and a.n != 3", "(0.1 Less 1 or (0.1 Greater 2 and 0.1 NotEqual 3))"),
            ("(a.n < 1 or a.n > 2) and a.n != 3", "((0.1 Less 1 or 0.1 Greater 2) and 0.1 NotEqual 3)"),
            ("exists(a.when) and a.n < 1", "(exists(0.0) and 0.1 Less 1)"),
        ]);
    }

    #[test]
    fn functions_and_shifts() {
        check(&[
            ("weekday(a.when) == a.day", "weekday(0.0) Equal 0.2"),
            ("weekday(a.when) == Monday", "weekday(0.0) Equal Mon"),
            ("hours(a.at, a.at) < b.length", "hours(0.4, 0.4) Less 1.0"),
            ("count(a.n) == a.n", "count(0.1) Equal 0.1"),
            ("together(a.when, a.when) and a.n < 1", "(together(0.0, 0.0) and 0.1 Less 1)"),
            ("days(a.when, end(a.span)) == b.length", "days(0.0, end(0.3)) Equal 1.0"),
            ("a.when + 3 days - 1 week < start(a.span)", "((0.0 + 3 Day) - 1 Week) Less start(0.3)"),
            ("a.when-1 day < a.when", "(0.0 - 1 Day) Less 0.0"),
            ("next(Friday, a.when) == 2025-10-31", "next(Fri, 0.0) Equal 2025-10-31"),
            ("year(a.when) > 1999", "year(0.0) Greater 1999"),
            ("sum(b.share) <= 100%", "sum(1.1) LessOrEqual 100%"),
            ("a.n + a.n - 2 == 3", "((0.1 + 0.1) - 2) Equal 3"),
            ("share(a.n, a.n + 4) == b.share", "Share(0.1, (0.1 + 4)) Equal 1.1"),
            ("change(a.n, 4) < 5 %", "Change(0.1, 4) Less 5%"),
            ("ratio(a.n, sum(a.n)) <= 1.15", "Ratio(0.1, sum(0.1)) LessOrEqual 1.15"),
            ("a.when < written(b) and a.span == on(b)", "(0.0 Less written(1) and 0.3 Equal on(1))"),
            ("days(a.when, written(a)) == b.length", "days(0.0, written(0)) Equal 1.0"),
        ]);
    }

    #[test]
    fn types_that_cannot_be_compared_are_told_with_both_names() {
        let faults = read("a.when < a.n and b.length == 3").unwrap_err();
        assert_eq!(
            faults,
            [
                (0..12, Fault::TypesDiffer { left: "date", right: "count" }),
                (17..30, Fault::TypesDiffer { left: "duration", right: "count" }),
            ]
        );
    }

    #[test]
    fn what_is_used_is_known() {
        assert_eq!(read("a.n < 3").unwrap().used, [true, false, false]);
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        proptest::proptest!(|(written in r"(a|b|\.|when|n|day| |<|==|and|or|\(|\)|sum|days|,|\+|-|3|2025-01-02|é|%){0,14}")| {
            let _ = read(&written);
        });
    }
}
