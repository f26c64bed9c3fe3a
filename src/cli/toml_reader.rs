//! Reading TOML by hand, so that each fault is told with its place and the rest is still read.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use clap::ValueEnum;
use toml::de::{DeTable, DeValue};

use super::options::parse_date;
use crate::source::file::File;
use crate::source::meant::did_you_mean;
use crate::source::problem::Problem;
use crate::source::span::FileSpan;

/// What reads a file, and what is at fault so far.
pub(super) struct Reader<'a> {
    pub(super) file: &'a Arc<File>,
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    /// A reader that tells faults of the syntax first.
    pub(super) fn new(file: &'a Arc<File>, errors: Vec<toml::de::Error>) -> Self {
        let mut reader = Self { file, problems: Vec::new() };
        for error in errors {
            reader.fault(error.span().unwrap_or_default(), error.message().trim().to_owned(), None);
        }
        reader
    }

    /// Adds a fault about these bytes of the file.
    pub(super) fn fault(&mut self, span: Range<usize>, message: String, help: Option<String>) {
        let span = FileSpan::new(span.start as u32, span.end.max(span.start) as u32);
        let problem = Problem::error(Arc::clone(self.file.name()), message).at(self.file, span);
        self.problems.push(Problem { help, ..problem });
    }

    /// Adds the fault that there is no such key, with those that there are.
    pub(super) fn unknown(&mut self, span: Range<usize>, unknown: &str, keys: &[&str]) {
        let help = did_you_mean(unknown, keys, || format!("the keys are {}", backticked(keys)));
        self.fault(span, format!("unknown key `{unknown}`"), Some(help));
    }

    /// A list of paths, each from the folder of the file on.
    pub(super) fn paths(&mut self, key: &str, span: Range<usize>, value: &DeValue<'_>) -> Vec<PathBuf> {
        let folder = self.folder();
        self.strings(key, span, value).into_iter().map(|path| folder.join(path)).collect()
    }

    /// The folder of the file.
    pub(super) fn folder(&self) -> PathBuf {
        Path::new(&**self.file.name()).parent().unwrap_or(Path::new("")).to_owned()
    }

    /// The entries of a list of tables, those with a fault left out.
    pub(super) fn entries<T>(
        &mut self,
        key: &str,
        span: Range<usize>,
        value: &DeValue<'_>,
        read: impl Fn(&mut Self, Range<usize>, &DeTable<'_>) -> Option<T>,
    ) -> Vec<T> {
        let DeValue::Array(items) = value else {
            self.fault(span, format!("`{key}` is a list of tables"), Some(format!("write `[[{key}]]`")));
            return Vec::new();
        };
        let mut entries = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::Table(table) => entries.extend(read(self, item.span(), table)),
                _ => self.fault(item.span(), format!("`{key}` is a list of tables"), None),
            }
        }
        entries
    }

    /// A string that is not blank.
    pub(super) fn string(&mut self, key: &str, span: Range<usize>, value: &DeValue<'_>) -> Option<String> {
        match value {
            DeValue::String(string) if !string.trim().is_empty() => Some(string.to_string()),
            _ => {
                self.fault(span, format!("`{key}` is a string that is not empty"), None);
                None
            }
        }
    }

    /// A list of strings, those with a fault left out.
    pub(super) fn strings(&mut self, key: &str, span: Range<usize>, value: &DeValue<'_>) -> Vec<String> {
        let DeValue::Array(items) = value else {
            self.fault(span, format!("`{key}` is a list of strings"), Some(format!("write `{key} = [\"…\"]`")));
            return Vec::new();
        };
        let mut strings = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::String(string) => strings.push(string.to_string()),
                _ => self.fault(item.span(), format!("`{key}` is a list of strings"), None),
            }
        }
        strings
    }

    /// One of the words that stand for the variants of a type.
    pub(super) fn choice<T: ValueEnum>(&mut self, key: &str, span: Range<usize>, value: &DeValue<'_>) -> Option<T> {
        let chosen = match value {
            DeValue::String(name) => T::from_str(name, false).ok(),
            _ => None,
        };
        if chosen.is_none() {
            let values = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
            let names: Vec<String> = values.map(|value| value.get_name().to_owned()).collect();
            self.fault(span, format!("`{key}` is one of {}", backticked(&names)), None);
        }
        chosen
    }

    /// A date of TOML, or a string `YYYY-MM-DD`.
    pub(super) fn date(&mut self, key: &str, span: Range<usize>, value: &DeValue<'_>) -> Option<NaiveDate> {
        let date = match value {
            DeValue::String(text) => parse_date(text).ok(),
            DeValue::Datetime(date) => parse_date(&date.to_string()).ok(),
            _ => None,
        };
        if date.is_none() {
            self.fault(span, format!("`{key}` is a date written YYYY-MM-DD"), None);
        }
        date
    }
}

/// Names as a message lists them.
pub(super) fn backticked(names: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    names.into_iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}
