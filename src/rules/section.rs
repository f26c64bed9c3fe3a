//! Tables of a rule file, read key by key, by the tables of [`keys`](super::keys).

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::fault::Fault;
use super::faults::Faults;
use super::keys::{Key as Known, Need, Of, Table};
use super::text::Text;
use crate::source::span::FileSpan;

/// A key as the tree holds it.
pub(super) type Key<'i> = Spanned<DeString<'i>>;
/// A value as the tree holds it.
pub(super) type Node<'i> = Spanned<DeValue<'i>>;

/// A table with known keys.
pub(super) struct Section<'a, 'i> {
    table: &'a DeTable<'i>,
    /// What messages call it: "claim `pm`".
    owner: String,
    /// Where it begins: its key, or the braces of an inline table.
    place: FileSpan,
    keys: &'static Table,
    asked: Vec<&'static str>,
}

impl<'a, 'i> Section<'a, 'i> {
    /// Begins to read a table.
    pub(super) fn new(table: &'a DeTable<'i>, keys: &'static Table, owner: String, place: FileSpan) -> Self {
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

    /// Whether the key is there; does not count as asking for it.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Where a key stands; the table's own place where it is missing.
    pub(super) fn place_of(&self, key: &str) -> FileSpan {
        self.table.get_key_value(key).map_or(self.place, |(key, _)| span(key))
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
        self.table.get(key)
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
        let value = node.get_ref().as_bool();
        if value.is_none() {
            wrong_type(node, key, "`true` or `false`", faults);
        }
        value
    }

    /// A whole number.
    pub(super) fn integer(&mut self, key: &'static str, faults: &mut Faults) -> Option<i64> {
        let node = self.typed(key, |of| matches!(of, Of::Whole | Of::Version))?;
        let value = node
            .get_ref()
            .as_integer()
            .and_then(|number| i64::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok());
        if value.is_none() {
            wrong_type(node, key, "a whole number", faults);
        }
        value
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
        let Some(table) = node.get_ref().as_table() else {
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
        let Some(table) = node.get_ref().as_table() else {
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
            let Some(table) = node.get_ref().as_table() else {
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
        let Some(array) = node.get_ref().as_array() else {
            wrong_type(node, key, "an array of tables", faults);
            return Vec::new();
        };
        let mut sections = Vec::new();
        for item in array.iter() {
            match item.get_ref().as_table() {
                Some(table) => sections.push(Section::new(table, keys, owner.to_owned(), span(item))),
                None => wrong_type(item, key, "a table", faults),
            }
        }
        sections
    }

    /// Ends the reading: every key that the language does not know is a fault.
    pub(super) fn finish(self, faults: &mut Faults) {
        let known = || self.keys.keys.iter().map(|key| key.name);
        debug_assert!(known().all(|key| self.asked.contains(&key)), "a key of {} is known, but not read", self.owner);
        let mut unknown: Vec<_> =
            self.table.keys().filter(|key| !known().any(|known| known == key.get_ref())).collect();
        unknown.sort_by_key(|key| span(key));
        for key in unknown {
            let known = known().map(str::to_owned).collect();
            let (at, key) = (span(key), key.get_ref().to_string());
            faults.add(at, Fault::UnknownKey { key, owner: self.owner.clone(), known });
        }
    }
}

/// The entries of a table in the order of the file.
pub(super) fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(Text, &'a Node<'i>)> {
    let mut entries: Vec<_> = table.iter().map(|(key, value)| (key_text(key), value)).collect();
    entries.sort_by_key(|(key, _)| key.span);
    entries
}

/// A string, or a fault.
pub(super) fn string(node: &Node<'_>, key: &str, faults: &mut Faults) -> Option<Text> {
    let Some(value) = node.get_ref().as_str() else {
        wrong_type(node, key, STRING, faults);
        return None;
    };
    Some(Text::new(value, span(node)))
}

/// The strings of an array, or faults.
pub(super) fn strings(node: &Node<'_>, key: &str, faults: &mut Faults) -> Option<Vec<Text>> {
    let Some(array) = node.get_ref().as_array() else {
        wrong_type(node, key, "a list of strings: `[\"…\", \"…\"]`", faults);
        return None;
    };
    let each = |item: &Node<'_>| match item.get_ref().as_str() {
        Some(value) => Some(Text::new(value, span(item))),
        None => {
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
    let day = node.get_ref().as_datetime().filter(|date| date.time.is_none() && date.offset.is_none());
    let day = day.and_then(|date| date.date);
    let day = day.and_then(|day| NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into()));
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
    match node.get_ref() {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// Where a key or a value stands.
pub(super) fn span<T>(spanned: &Spanned<T>) -> FileSpan {
    let range = spanned.span();
    FileSpan::new(range.start as u32, range.end as u32)
}

fn key_text(key: &Key<'_>) -> Text {
    Text::new(key.get_ref(), span(key))
}
