//! Tables of a rule file, read key by key, by the tables of [`keys`](super::keys).

use chrono::NaiveDate;

use super::fault::Fault;
use super::faults::Faults;
use super::keys::{Key as Known, Need, Of, Table};
use super::text::Text;
use super::tree::{Key, Node, Placed, Tree, Value};
use crate::source::span::FileSpan;

/// A table with known keys.
pub(super) struct Section<'a, 'i> {
    table: &'a Tree<'i>,
    /// What messages call it: "claim `pm`".
    owner: String,
    /// Where it begins: its key, or the braces of an inline table.
    place: FileSpan,
    keys: &'static Table,
    asked: Vec<&'static str>,
}

impl<'a, 'i> Section<'a, 'i> {
    /// Begins to read a table.
    pub(super) fn new(table: &'a Tree<'i>, keys: &'static Table, owner: String, place: FileSpan) -> Self {
        Self { table, owner, place, keys, asked: Vec::new() }
    }

    /// Where it begins.
    pub(super) fn place(&self) -> FileSpan {
        self.place
    }

    /// What messages call it.
    pub(super) fn owner(&self) -> &str {
        &self.owner
    }

    fn entry(&self, key: &str) -> Option<&'a (Key<'i>, Node<'i>)> {
        self.table.entries.iter().find(|(known, _)| known.is == key)
    }

    /// Whether the key is there; does not count as asking for it.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entry(key).is_some()
    }

    /// Where a key stands; the table's own place where it is missing.
    pub(super) fn place_of(&self, key: &str) -> FileSpan {
        self.entry(key).map_or(self.place, |(key, _)| span(key))
    }

    /// A string that must be one of a few words, as what that word stands for.
    pub(super) fn one_of<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        faults: &mut Faults,
    ) -> Option<T> {
        debug_assert!(
            words.iter().map(|(word, _)| word).eq(self.words(key)),
            "the table of keys has other words for `{key}`"
        );
        let text = self.string(key, faults)?;
        let found = words.iter().find(|(word, _)| *word == text.value).map(|&(_, value)| value);
        if found.is_none() {
            let known = words.iter().map(|&(word, _)| word).collect();
            faults.add(text.span, Fault::NotOneOf { key, word: text.value, known });
        }
        found
    }

    /// What the language says of a key; each key that is asked for is known.
    fn known(&self, key: &str) -> Option<&'static Known> {
        self.keys.key(key)
    }

    /// The value of a key, which the language must know by one of these types.
    fn typed(&mut self, key: &'static str, is: fn(&Of) -> bool) -> Option<&'a Node<'i>> {
        debug_assert!(
            self.known(key).is_none_or(|known| is(&known.of)),
            "the table of keys has another type for `{key}`"
        );
        self.node(key)
    }

    /// The value of a key, whatever it is.
    pub(super) fn node(&mut self, key: &'static str) -> Option<&'a Node<'i>> {
        debug_assert!(self.known(key).is_some(), "`{key}` of {} is in no table of keys", self.owner);
        if cfg!(debug_assertions) {
            self.asked.push(key);
        }
        self.entry(key).map(|(_, node)| node)
    }

    /// The value of a key that must be there; `hint` shows how to write it.
    pub(super) fn required(
        &mut self,
        key: &'static str,
        hint: &'static str,
        faults: &mut Faults,
    ) -> Option<&'a Node<'i>> {
        debug_assert!(self.known(key).is_none_or(|known| known.need != Need::Never), "`{key}` need not be there");
        let node = self.node(key);
        if node.is_none() {
            faults.add(self.place, Fault::MissingKey { key, owner: self.owner.clone(), hint });
        }
        node
    }

    /// A string.
    pub(super) fn string(&mut self, key: &'static str, faults: &mut Faults) -> Option<Text> {
        let node = self.typed(key, |of| matches!(of, Of::Text | Of::Form(_) | Of::Word(_)))?;
        string(node, key, faults)
    }

    /// A string that must be there.
    pub(super) fn required_string(
        &mut self,
        key: &'static str,
        hint: &'static str,
        faults: &mut Faults,
    ) -> Option<Text> {
        let node = self.required(key, hint, faults)?;
        string(node, key, faults)
    }

    /// An array of strings.
    pub(super) fn strings(&mut self, key: &'static str, faults: &mut Faults) -> Option<Vec<Text>> {
        let node = self.typed(key, |of| matches!(of, Of::Texts))?;
        strings(node, key, faults)
    }

    /// `true` or `false`.
    pub(super) fn boolean(&mut self, key: &'static str, faults: &mut Faults) -> Option<bool> {
        let node = self.typed(key, |of| matches!(of, Of::Truth))?;
        let Value::Truth(value) = node.is else {
            wrong_type(node, key, "`true` or `false`", faults);
            return None;
        };
        Some(value)
    }

    /// A whole number.
    pub(super) fn integer(&mut self, key: &'static str, faults: &mut Faults) -> Option<i64> {
        let node = self.typed(key, |of| matches!(of, Of::Whole | Of::Version))?;
        let Value::Whole(Some(value)) = node.is else {
            wrong_type(node, key, "a whole number", faults);
            return None;
        };
        Some(value)
    }

    /// A date that must be there.
    pub(super) fn required_date(
        &mut self,
        key: &'static str,
        hint: &'static str,
        faults: &mut Faults,
    ) -> Option<NaiveDate> {
        let node = self.required(key, hint, faults)?;
        date(node, key, faults)
    }

    /// A date.
    pub(super) fn date(&mut self, key: &'static str, faults: &mut Faults) -> Option<NaiveDate> {
        let node = self.typed(key, |of| matches!(of, Of::Day))?;
        date(node, key, faults)
    }

    /// A table whose keys are free: each key with its value, in the order of the file.
    pub(super) fn entries(&mut self, key: &'static str, faults: &mut Faults) -> Vec<(Text, &'a Node<'i>)> {
        let Some(node) = self.typed(key, |of| matches!(of, Of::ById(_) | Of::ByName(_))) else { return Vec::new() };
        let Value::Table(table) = &node.is else {
            wrong_type(node, key, "a table", faults);
            return Vec::new();
        };
        in_order(table)
    }

    /// A table with known keys, begun by its own key.
    pub(super) fn section(&mut self, key: &'static str, owner: &str, faults: &mut Faults) -> Option<Section<'a, 'i>> {
        let place = self.place_of(key);
        let node = self.node(key)?;
        let Some(Known { of: Of::Table(keys), .. }) = self.known(key) else { return None };
        let Value::Table(table) = &node.is else {
            wrong_type(node, key, "a table", faults);
            return None;
        };
        Some(Section::new(table, keys, owner.to_owned(), place))
    }

    /// Tables with known keys, each by its id.
    pub(super) fn sections(&mut self, key: &'static str, faults: &mut Faults) -> Vec<(Text, Section<'a, 'i>)> {
        let Some(Known { of: Of::ById(Of::Table(keys)), .. }) = self.known(key) else { return Vec::new() };
        let mut sections = Vec::new();
        for (id, node) in self.entries(key, faults) {
            let Value::Table(table) = &node.is else {
                wrong_type(node, &format!("{key}.{}", id.value), "a table", faults);
                continue;
            };
            let section = Section::new(table, keys, format!("{key} `{}`", id.value), id.span);
            sections.push((id, section));
        }
        sections
    }

    /// The words that a key may be.
    pub(super) fn words(&self, key: &str) -> &'static [&'static str] {
        match self.known(key) {
            Some(Known { of: Of::Word(words), .. }) => words,
            _ => &[],
        }
    }

    /// An array of tables.
    pub(super) fn tables(&mut self, key: &'static str, owner: &str, faults: &mut Faults) -> Vec<Section<'a, 'i>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let Some(Known { of: Of::Tables(keys), .. }) = self.known(key) else { return Vec::new() };
        let Value::List(array) = &node.is else {
            wrong_type(node, key, "an array of tables", faults);
            return Vec::new();
        };
        let mut sections = Vec::new();
        for item in array {
            match &item.is {
                Value::Table(table) => sections.push(Section::new(table, keys, owner.to_owned(), span(item))),
                _ => wrong_type(item, key, "a table", faults),
            }
        }
        sections
    }

    /// Ends the reading: every key that the language does not know is a fault.
    pub(super) fn finish(self, faults: &mut Faults) {
        let known = || self.keys.keys.iter().map(|key| key.name);
        debug_assert!(known().all(|key| self.asked.contains(&key)), "a key of {} is known, but not read", self.owner);
        for (key, _) in self.table.entries.iter().filter(|(key, _)| !known().any(|known| known == key.is)) {
            let known = known().map(str::to_owned).collect();
            let (at, key) = (span(key), key.is.to_owned());
            faults.add(at, Fault::UnknownKey { key, owner: self.owner.clone(), known });
        }
    }
}

/// The entries of a table in the order of the file.
pub(super) fn in_order<'a, 'i>(table: &'a Tree<'i>) -> Vec<(Text, &'a Node<'i>)> {
    let mut entries: Vec<_> = table.entries.iter().map(|(key, value)| (key_text(key), value)).collect();
    entries.sort_by_key(|(key, _)| key.span);
    entries
}

/// A string, or a fault.
pub(super) fn string(node: &Node<'_>, key: &str, faults: &mut Faults) -> Option<Text> {
    let Value::Text(value) = node.is else {
        wrong_type(node, key, STRING, faults);
        return None;
    };
    Some(Text::new(value, span(node)))
}

/// The strings of an array, or faults.
pub(super) fn strings(node: &Node<'_>, key: &str, faults: &mut Faults) -> Option<Vec<Text>> {
    let Value::List(array) = &node.is else {
        wrong_type(node, key, "a list of strings: `[\"…\", \"…\"]`", faults);
        return None;
    };
    let each = |item: &Node<'_>| match item.is {
        Value::Text(value) => Some(Text::new(value, span(item))),
        _ => {
            faults.add(
                span(item),
                Fault::WrongType { what: format!("each item of `{key}`"), expected: STRING, found: type_name(item) },
            );
            None
        }
    };
    Some(array.iter().filter_map(each).collect())
}

/// A calendar day, or a fault.
pub(super) fn date(node: &Node<'_>, key: &str, faults: &mut Faults) -> Option<NaiveDate> {
    let day = match node.is {
        Value::Time(Some((year, month, day))) => NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()),
        _ => None,
    };
    if day.is_none() {
        faults.add(
            span(node),
            Fault::NotADate { key: key.to_owned(), written: faults.file.slice(span(node)).to_owned() },
        );
    }
    day
}

/// Tells that a value is of another type than its key asks for.
pub(super) fn wrong_type(node: &Node<'_>, key: &str, expected: &'static str, faults: &mut Faults) {
    let what = format!("`{key}`");
    faults.add(span(node), Fault::WrongType { what, expected, found: type_name(node) });
}

const STRING: &str = "a string in quotation marks";

fn type_name(node: &Node<'_>) -> &'static str {
    match node.is {
        Value::Text(_) => "a string",
        Value::Whole(_) => "a whole number",
        Value::Decimal => "a decimal number",
        Value::Truth(_) => "true or false",
        Value::Time(_) => "a date or time",
        Value::List(_) => "a list",
        Value::Table(_) => "a table",
    }
}

/// Where a key or a value stands.
pub(super) fn span<T>(placed: &Placed<T>) -> FileSpan {
    FileSpan::new(placed.start, placed.end)
}

fn key_text(key: &Key<'_>) -> Text {
    Text::new(key.is, span(key))
}
