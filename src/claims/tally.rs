//! A whole and the parts that make it up, as a text lays them out.

use std::ops::Range;

use rust_decimal::Decimal;

use super::index::ReadingIndex;
use super::matcher::Match;
use crate::source::document::Document;
use crate::values::amount::{Amount, Bound};
use crate::values::value::{Kind, Reading, Value};

/// A value with its tokens.
pub(super) type Placed = (Value, Range<usize>);

/// A whole and its parts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tally {
    pub(super) whole: Placed,
    /// In the order of the text; never empty.
    pub(super) parts: Vec<Placed>,
}

/// What a reader of parts sees: a document, its values, and where a phrase matched.
#[derive(Clone, Copy)]
pub(super) struct Layout<'a> {
    pub(super) document: &'a Document,
    pub(super) readings: &'a ReadingIndex<'a>,
    pub(super) matched: &'a Match,
}

impl<'a> Layout<'a> {
    /// The tokens of the sentence in which the phrase matched.
    pub(super) fn sentence(&self) -> Range<usize> {
        let sentence = &self.document.sentences()[self.document.sentence_at(self.matched.tokens.start)];
        sentence.tokens.start as usize..sentence.tokens.end as usize
    }

    /// The longest value that starts at a token, where it is an amount that can be added up.
    pub(super) fn amount_at(&self, token: usize) -> Option<&'a Reading> {
        let reading = self.readings.longest_at(token)?;
        let adds = matches!(reading.kind, Kind::Count | Kind::Number | Kind::Money | Kind::Percent | Kind::Quantity);
        adds.then_some(reading)
    }
}

/// The tokens of a reading.
pub(super) fn tokens(reading: &Reading) -> Range<usize> {
    reading.tokens.start as usize..reading.tokens.end as usize
}

/// The amount in a value that can be added up.
pub(super) fn amount(value: &Value) -> Option<&Amount> {
    match value {
        Value::Count(amount) | Value::Number(amount) => Some(amount),
        Value::Money(money) => Some(&money.amount),
        Value::Percent(percent) => Some(&percent.amount),
        Value::Quantity(quantity) => Some(&quantity.amount),
        _ => None,
    }
}

/// Its number, as it stands.
pub(super) fn number(value: &Value) -> Option<Decimal> {
    amount(value).map(|amount| amount.number)
}

/// Whether an amount is stated as it is: no bound, no range, not "about".
pub(super) fn is_plain(value: &Value) -> bool {
    amount(value).is_some_and(|amount| amount.bound == Bound::Plain && amount.upper.is_none())
}

/// Whether two amounts are of one kind, so that they can be parts of one whole.
pub(super) fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Count(_) | Value::Number(_), Value::Count(_) | Value::Number(_)) => true,
        (Value::Money(a), Value::Money(b)) => a.currency == b.currency,
        (Value::Percent(a), Value::Percent(b)) => a.points == b.points,
        (Value::Quantity(a), Value::Quantity(b)) => a.measure == b.measure,
        _ => false,
    }
}

/// Whether a word in the label of a number says that it is no part of the total beside it: it is a total itself, a part of
/// another part, or measures something that is not added up.
pub(super) fn is_no_part(word: &str) -> bool {
    matches!(word, "total" | "totals" | "subtotal" | "sum" | "overall" | "altogether" | "combined")
        || matches!(word, "including" | "included" | "incl" | "thereof" | "whom")
        || matches!(word, "average" | "mean" | "median" | "change" | "net")
        || matches!(word, "length" | "width" | "height" | "depth" | "diameter" | "beam" | "breadth" | "draught")
        || matches!(word, "speed" | "altitude")
}
