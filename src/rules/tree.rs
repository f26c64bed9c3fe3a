//! A rule file as a tree of keys and values, each with its place; nothing is known of what they mean.
//!
//! The build script makes trees of the packs that come with belie: they never change after the build, and reading them as TOML
//! would take a fifth of a short run.

use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeInteger, DeString, DeTable, DeValue};
use toml::value::Datetime;

/// Something with the bytes of the file where it stands.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Placed<T> {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) is: T,
}

/// A key as the tree holds it.
pub(super) type Key<'i> = Placed<&'i str>;
/// A value as the tree holds it.
pub(super) type Node<'i> = Placed<Value<'i>>;

/// A value as it was written.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Value<'i> {
    Text(&'i str),
    /// `None` where it is too large for any use.
    Whole(Option<i64>),
    Decimal,
    Truth(bool),
    /// Year, month and day of a date; `None` for what has a time of day.
    Time(Option<(u16, u8, u8)>),
    #[serde(borrow)]
    List(Vec<Node<'i>>),
    Table(Tree<'i>),
}

/// A table: its keys in the order of the file, each once.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Tree<'i> {
    #[serde(borrow)]
    pub(super) entries: Vec<(Key<'i>, Node<'i>)>,
}

impl<'i> Tree<'i> {
    /// The tree of a table of TOML, without what stands under keys of which `keep` says no.
    pub(super) fn of(table: &'i DeTable<'_>, keep: fn(&str) -> bool) -> Self {
        let kept = table.iter().filter(|(key, _)| keep(key.get_ref()));
        let mut entries: Vec<_> =
            kept.map(|(key, node)| (placed(key, text), placed(node, |is| value(is, keep)))).collect();
        entries.sort_by_key(|(key, _)| (key.start, key.end));
        Self { entries }
    }
}

fn placed<'i, T, U>(spanned: &'i Spanned<T>, make: impl Fn(&'i T) -> U) -> Placed<U> {
    let at = spanned.span();
    Placed { start: at.start as u32, end: at.end as u32, is: make(spanned.get_ref()) }
}

fn text<'i>(text: &'i DeString<'_>) -> &'i str {
    text
}

fn value<'i>(value: &'i DeValue<'_>, keep: fn(&str) -> bool) -> Value<'i> {
    match value {
        DeValue::String(words) => Value::Text(words),
        DeValue::Integer(number) => Value::Whole(whole(number)),
        DeValue::Float(_) => Value::Decimal,
        DeValue::Boolean(truth) => Value::Truth(*truth),
        DeValue::Datetime(time) => Value::Time(day(time)),
        DeValue::Array(items) => {
            Value::List(items.iter().map(|item| placed(item, |is| self::value(is, keep))).collect())
        }
        DeValue::Table(table) => Value::Table(Tree::of(table, keep)),
    }
}

fn whole(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
}

fn day(time: &Datetime) -> Option<(u16, u8, u8)> {
    let date = time.date.filter(|_| time.time.is_none() && time.offset.is_none())?;
    Some((date.year, date.month, date.day))
}
