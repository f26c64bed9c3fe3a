//! `belie.toml`: what holds for a whole folder of texts.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use toml::de::{DeTable, DeValue};

use super::options::{FailOn, Format, ListFormat};
use super::toml_reader::Reader;
use crate::conflicts::rank::Standing;
use crate::source::file::File;
use crate::source::problem::Problem;
use crate::source::span::FileSpan;

/// The name of the file.
pub const NAME: &str = "belie.toml";

/// Every key, in the order of the documentation.
const KEYS: [&str; 10] = ["paths", "rules", "builtin", "format", "date", "fail-on", "only", "skip", "source", "allow"];

/// Every key of `[[allow]]`, in the order of the documentation.
const ALLOW_KEYS: [&str; 5] = ["rule", "path", "value", "reason", "until"];

/// Every key of `[[source]]`, in the order of the documentation.
const SOURCE_KEYS: [&str; 4] = ["path", "canonical", "rank", "date"];

/// What a `belie.toml` says; what it leaves open is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// What to read where no path is typed.
    pub paths: Vec<PathBuf>,
    /// Rule files and folders of them.
    pub rules: Vec<PathBuf>,
    /// Whether the built-in packs are in force.
    pub builtin: Option<bool>,
    /// How to tell it.
    pub format: Option<Format>,
    /// The date of sources that have none.
    pub date: Option<NaiveDate>,
    /// The least severity that makes the exit status 1.
    pub fail_on: Option<FailOn>,
    /// Rules and packs to keep to.
    pub only: Vec<String>,
    /// Rules and packs to leave out.
    pub skip: Vec<String>,
    /// What is said of sources.
    pub sources: Vec<SourceEntry>,
    /// What may stand although others contradict it.
    pub allow: Vec<AllowEntry>,
}

/// A `[[source]]`: what is said of a file, or of all files in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceEntry {
    /// A file or a folder.
    pub path: PathBuf,
    /// How much it weighs against others.
    pub standing: Standing,
    /// The date of files that state none.
    pub date: Option<NaiveDate>,
    /// Where the path stands in the settings.
    pub place: FileSpan,
}

/// An `[[allow]]`: what some files say may stand. Its reason is for people and not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllowEntry {
    /// A rule or a pack.
    pub rule: String,
    /// A file or a folder.
    pub path: PathBuf,
    /// The value that may stand; any where none is given.
    pub value: Option<String>,
    /// The last day on which it holds.
    pub until: Option<NaiveDate>,
    /// Where the rule is named in the settings.
    pub place: FileSpan,
}

impl Settings {
    /// How to tell a list, where the form that holds for reports is one for lists too.
    #[must_use]
    pub fn list_format(&self) -> Option<ListFormat> {
        self.format.and_then(Format::of_list)
    }
}

/// The nearest `belie.toml` in `folder` or above it, as a path from `folder` on, so that what is read through it has
/// short names.
#[must_use]
pub fn find(folder: &Path) -> Option<PathBuf> {
    let at = folder.ancestors().position(|folder| folder.join(NAME).is_file())?;
    Some(std::iter::repeat_n("..", at).collect::<PathBuf>().join(NAME))
}

/// Reads the text of a `belie.toml`. Paths are taken from the folder of the file on. What is at fault is told and left
/// open.
#[must_use]
pub fn read(file: &Arc<File>) -> (Settings, Vec<Problem>) {
    let (table, errors) = DeTable::parse_recoverable(file.text());
    let mut reader = Reader::new(file, errors);
    let mut settings = Settings::default();
    for (key, value) in table.get_ref() {
        let (span, value) = (value.span(), value.get_ref());
        match &**key.get_ref() {
            "paths" => settings.paths = reader.paths("paths", span, value),
            "rules" => settings.rules = reader.paths("rules", span, value),
            "builtin" => match value {
                DeValue::Boolean(builtin) => settings.builtin = Some(*builtin),
                _ => reader.fault(span, "`builtin` is `true` or `false`".to_owned(), None),
            },
            "format" => settings.format = reader.choice("format", span, value),
            "date" => settings.date = reader.date("date", span, value),
            "fail-on" => settings.fail_on = reader.choice("fail-on", span, value),
            "only" => settings.only = reader.strings("only", span, value),
            "skip" => settings.skip = reader.strings("skip", span, value),
            "source" => settings.sources = reader.entries("source", span, value, Reader::source),
            "allow" => settings.allow = reader.entries("allow", span, value, Reader::allowance),
            unknown => reader.unknown(key.span(), unknown, &KEYS),
        }
    }
    (settings, reader.problems)
}

impl Reader<'_> {
    fn source(&mut self, span: std::ops::Range<usize>, table: &DeTable<'_>) -> Option<SourceEntry> {
        let faults = self.problems.len();
        let (mut path, mut date, mut standing) = (None, None, Standing::default());
        for (key, written) in table {
            let (span, content) = (written.span(), written.get_ref());
            match (&**key.get_ref(), content) {
                ("path", _) => path = self.string("path", span.clone(), content).map(|path| (path, span)),
                ("date", _) => date = self.date("date", span, content),
                ("canonical", DeValue::Boolean(canonical)) => standing.canonical = *canonical,
                ("canonical", _) => self.fault(span, "`canonical` is `true` or `false`".to_owned(), None),
                ("rank", DeValue::Integer(rank)) => match i64::from_str_radix(rank.as_str(), rank.radix()) {
                    Ok(rank) => standing.rank = rank,
                    Err(_) => self.fault(span, "`rank` is a whole number".to_owned(), None),
                },
                ("rank", _) => self.fault(span, "`rank` is a whole number".to_owned(), None),
                (unknown, _) => self.unknown(key.span(), unknown, &SOURCE_KEYS),
            }
        }
        match path {
            Some((path, place)) if self.problems.len() == faults => {
                let place = FileSpan::new(place.start as u32, place.end as u32);
                Some(SourceEntry { path: self.folder().join(path), standing, date, place })
            }
            None if self.problems.len() == faults => {
                self.fault(span, "this source has no `path`".to_owned(), None);
                None
            }
            _ => None,
        }
    }

    /// An allowance; one with a fault allows nothing, so that a slip does not allow more than was meant.
    fn allowance(&mut self, span: std::ops::Range<usize>, table: &DeTable<'_>) -> Option<AllowEntry> {
        let faults = self.problems.len();
        let (mut rule, mut path, mut value, mut reason, mut until) = (None, None, None, None, None);
        for (key, written) in table {
            let (span, content) = (written.span(), written.get_ref());
            match &**key.get_ref() {
                "rule" => rule = self.string("rule", span.clone(), content).map(|rule| (rule, span)),
                "path" => path = self.string("path", span, content),
                "value" => value = self.string("value", span, content),
                "reason" => reason = self.string("reason", span, content),
                "until" => until = self.date("until", span, content),
                unknown => self.unknown(key.span(), unknown, &ALLOW_KEYS),
            }
        }
        if self.problems.len() > faults {
            return None;
        }
        let missing = |key| (format!("this allowance has no `{key}`"), None);
        let (message, help) = match (rule, path, reason) {
            (Some((rule, span)), Some(path), Some(_)) => {
                let place = FileSpan::new(span.start as u32, span.end as u32);
                return Some(AllowEntry { rule, path: self.folder().join(path), value, until, place });
            }
            (None, ..) => missing("rule"),
            (_, None, _) => missing("path"),
            (.., None) => ("this allowance has no `reason`".to_owned(), Some("say why it may stand".to_owned())),
        };
        self.fault(span, message, help);
        None
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;
    use std::sync::Arc;

    use super::{AllowEntry, Settings, SourceEntry, read};
    use crate::cli::options::{FailOn, Format, parse_date};
    use crate::conflicts::rank::Standing;
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    fn settings(name: &str, text: &str) -> (Settings, Vec<String>) {
        let (settings, problems) = read(&Arc::new(File::new(name, text)));
        let told = problems.into_iter().map(|problem| {
            let at = problem.at.unwrap();
            let words = at.file.slice(at.span).to_owned();
            format!(
                "{words}: {}{}",
                problem.message,
                problem.help.map_or_else(String::new, |help| format!(" ({help})"))
            )
        });
        (settings, told.collect())
    }

    #[test]
    fn every_key_is_read() {
        let text = "paths = ['drafts', 'notes.md']\nrules = ['mine.toml']\nbuiltin = false\nformat = 'table'\n\
                    date = 2031-05-04\nfail-on = 'warning'\nonly = ['offices']\nskip = ['offices/mayor']\n\
                    [[source]]\npath = 'gazette'\ncanonical = true\nrank = -2\ndate = 2030-01-01\n\
                    [[allow]]\nrule = 'offices'\npath = 'old'\nvalue = 'Ida Holm'\nreason = 'why'\nuntil = 2031-06-01\n";
        let expected = Settings {
            paths: vec![PathBuf::from("../drafts"), PathBuf::from("../notes.md")],
            rules: vec![PathBuf::from("../mine.toml")],
            builtin: Some(false),
            format: Some(Format::Table),
            date: parse_date("2031-05-04").ok(),
            fail_on: Some(FailOn::Warning),
            only: vec!["offices".to_owned()],
            skip: vec!["offices/mayor".to_owned()],
            sources: vec![SourceEntry {
                path: PathBuf::from("../gazette"),
                standing: Standing { canonical: true, rank: -2 },
                date: parse_date("2030-01-01").ok(),
                place: FileSpan::new(186, 195),
            }],
            allow: vec![AllowEntry {
                rule: "offices".to_owned(),
                path: PathBuf::from("../old"),
                value: Some("Ida Holm".to_owned()),
                until: parse_date("2031-06-01").ok(),
                place: FileSpan::new(258, 267),
            }],
        };
        assert_eq!(settings("../belie.toml", text), (expected, Vec::new()));
    }

    #[test]
    fn faults_are_told_with_their_place_and_the_rest_is_read() {
        for (text, told) in [
            ("path = ['a']", "path: unknown key `path` (did you mean `paths`?)"),
            (
                "colour = 1",
                "colour: unknown key `colour` (the keys are `paths`, `rules`, `builtin`, `format`, `date`, `fail-on`, `only`, `skip`, `source`, `allow`)",
            ),
            ("allow = 1", "1: `allow` is a list of tables (write `[[allow]]`)"),
            ("source = [{ rank = 1 }]", "{ rank = 1 }: this source has no `path`"),
            ("source = [{ path = 'a', rank = 'high' }]", "'high': `rank` is a whole number"),
            ("source = [{ path = 'a', canonical = 1 }]", "1: `canonical` is `true` or `false`"),
            ("source = [{ path = 'a', rnak = 1 }]", "rnak: unknown key `rnak` (did you mean `rank`?)"),
            ("allow = [1]", "1: `allow` is a list of tables"),
            ("allow = [{ path = 'a', reason = 'b' }]", "{ path = 'a', reason = 'b' }: this allowance has no `rule`"),
            ("allow = [{ rule = 'a', reason = 'b' }]", "{ rule = 'a', reason = 'b' }: this allowance has no `path`"),
            (
                "allow = [{ rule = 'a', path = 'b' }]",
                "{ rule = 'a', path = 'b' }: this allowance has no `reason` (say why it may stand)",
            ),
            ("allow = [{ rule = 'a', path = 'b', reason = ' ' }]", "' ': `reason` is a string that is not empty"),
            (
                "allow = [{ rule = 'a', path = 'b', reason = 'c', resaon = 1 }]",
                "resaon: unknown key `resaon` (did you mean `reason`?)",
            ),
            (
                "allow = [{ rule = 'a', path = 'b', reason = 'c', until = 'May' }]",
                "'May': `until` is a date written YYYY-MM-DD",
            ),
            ("fail_on = 'note'", "fail_on: unknown key `fail_on` (did you mean `fail-on`?)"),
            ("paths = 'a'", "'a': `paths` is a list of strings (write `paths = [\"…\"]`)"),
            ("only = ['a', 1]", "1: `only` is a list of strings"),
            ("builtin = 'no'", "'no': `builtin` is `true` or `false`"),
            (
                "format = 'yaml'",
                "'yaml': `format` is one of `text`, `table`, `concise`, `markdown`, `html`, `json`, `jsonl`, `sarif`, `github`, `gitlab`, `junit`, `checkstyle`, `rdjson`",
            ),
            ("date = '4 May'", "'4 May': `date` is a date written YYYY-MM-DD"),
            ("date = 2031-05-04T10:00:00", "2031-05-04T10:00:00: `date` is a date written YYYY-MM-DD"),
        ] {
            let (settings, problems) = settings("belie.toml", &format!("{text}\nskip = ['b']\n"));
            assert_eq!(problems, [told], "{text}");
            assert_eq!(settings.skip, ["b"], "{text}");
        }
    }

    #[test]
    fn broken_toml_is_told_and_not_fatal() {
        let (settings, problems) = settings("belie.toml", "paths = [\nskip = ['b']\n");
        assert!(!problems.is_empty(), "{settings:?}");
    }
}
