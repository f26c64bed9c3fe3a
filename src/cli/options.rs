//! What several commands take alike, and the words that they understand.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgAction, Args, ValueEnum};

use crate::rules::severity::Severity;
use crate::source::meant::did_you_mean;

/// What to read, and by which rules.
#[derive(Debug, Args)]
pub struct ReadArgs {
    /// Where the sources are.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Which of them count.
    #[command(flatten)]
    pub selection: SelectionArgs,
}

/// Where the sources are.
#[derive(Debug, Args)]
pub struct SourceArgs {
    /// Files and folders (honouring .gitignore), - for standard input [default: belie.toml's, else .]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Read documents, not articles: `ndjson` is one JSON object a line (id, text; date, title, url) [default PATH: -]
    #[arg(long, value_name = "FORM", hide_possible_values = true)]
    pub input: Option<Input>,
    /// Date of sources that have none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub date: Option<NaiveDate>,
    /// Threads to work with [default: one per core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub threads: Option<u16>,
}

/// Which rules are in force.
#[derive(Clone, Debug, Default, Args)]
pub struct RuleArgs {
    /// A rule file, or a folder of them, beside the built-in packs; again and again
    #[arg(long = "rules", value_name = "PATH", action = ArgAction::Append)]
    pub files: Vec<PathBuf>,
    /// Leave the built-in packs out
    #[arg(long)]
    pub no_builtin: bool,
}

/// Which rules count.
#[derive(Clone, Debug, Default, Args)]
pub struct SelectionArgs {
    /// A rule or a whole pack to keep to; again and again
    #[arg(long, value_name = "ID", action = ArgAction::Append)]
    pub only: Vec<String>,
    /// A rule or a whole pack to leave out; again and again
    #[arg(long, value_name = "ID", action = ArgAction::Append)]
    pub skip: Vec<String>,
}

impl SelectionArgs {
    /// Whether rules were left out for this run.
    #[must_use]
    pub fn narrows(&self) -> bool {
        !self.only.is_empty() || !self.skip.is_empty()
    }
}

/// How to tell what a check found, and where it goes.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// How to tell it: text, table, concise, markdown, html, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson [default: text]
    #[arg(long, value_name = "FORM", hide_possible_values = true)]
    pub format: Option<Format>,
    /// Write to a file instead of standard output; FORM:FILE for one form of several, again and again
    #[arg(long, value_name = "[FORM:]FILE", action = ArgAction::Append, value_parser = parse_output)]
    pub output: Vec<OutputArg>,
    /// What is told beside it.
    #[command(flatten)]
    pub console: ConsoleArgs,
}

/// How to tell a list, and where it goes.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// How to tell it: text, table, json, jsonl [default: text]
    #[arg(long, value_name = "FORM", hide_possible_values = true)]
    pub format: Option<ListFormat>,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// Where it goes.
#[derive(Clone, Debug, Args)]
pub struct StreamArgs {
    /// Write to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What is told beside it.
    #[command(flatten)]
    pub console: ConsoleArgs,
}

/// How a terminal is spoken to.
#[derive(Clone, Debug, Args)]
pub struct ConsoleArgs {
    /// Whether to use colours: auto, always, never; NO_COLOR is honoured
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Color,
    /// Tell findings alone: no summary, no warnings
    #[arg(short, long, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Tell what is read and with which rules, and quote notes and every place of a finding
    #[arg(short, long)]
    pub verbose: bool,
}

/// The forms of documents on standard input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Input {
    /// One JSON object a line
    Ndjson,
}

/// The forms of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, with the words in question
    #[default]
    Text,
    /// Who says what
    Table,
    /// One line a finding
    Concise,
    /// For a comment on a pull request
    Markdown,
    /// A page for editors
    Html,
    /// One JSON object
    Json,
    /// One JSON object a line
    Jsonl,
    /// SARIF 2.1.0
    Sarif,
    /// Workflow commands of GitHub
    Github,
    /// GitLab's Code Quality report
    Gitlab,
    /// JUnit's XML, as Jenkins reads it
    Junit,
    /// Checkstyle's XML
    Checkstyle,
    /// Reviewdog's JSON
    Rdjson,
}

impl Format {
    /// Whether it shows the rules of its findings whole, with their examples.
    #[must_use]
    pub fn shows_rules(self) -> bool {
        self == Self::Sarif
    }

    /// The form of a list that is called the same.
    #[must_use]
    pub fn of_list(self) -> Option<ListFormat> {
        match self {
            Self::Text => Some(ListFormat::Text),
            Self::Table => Some(ListFormat::Table),
            Self::Json => Some(ListFormat::Json),
            Self::Jsonl => Some(ListFormat::Jsonl),
            _ => None,
        }
    }
}

/// The forms of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people
    #[default]
    Text,
    /// In columns
    Table,
    /// One JSON object
    Json,
    /// One JSON object a line
    Jsonl,
}

/// A place for a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputArg {
    /// The form, where it was typed with the place.
    pub format: Option<Format>,
    /// The file; `-` is standard output.
    pub path: PathBuf,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The least severity that makes the exit status 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Errors alone
    #[default]
    Error,
    /// Errors and warnings
    Warning,
    /// Anything
    Note,
    /// Nothing
    Never,
}

impl FailOn {
    /// The least severity that fails; `None` where none does.
    #[must_use]
    pub fn least(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}

/// A line of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineArg {
    /// The source.
    pub path: PathBuf,
    /// The line, 1-based.
    pub line: u32,
}

/// Reads a date as `belie.toml` and `--date` write it.
///
/// # Errors
///
/// Where the calendar has no such date, or where it is not written `YYYY-MM-DD`.
pub fn parse_date(text: &str) -> Result<NaiveDate, String> {
    // chrono would also take `2031-5-4`, which is not how sources are dated.
    let date = if text.len() == 10 { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok() } else { None };
    date.ok_or_else(|| "not a date written YYYY-MM-DD".to_owned())
}

/// Reads `FILE`, or `FORM:FILE`. Letters before a colon are a form; but one letter is a drive of Windows.
fn parse_output(text: &str) -> Result<OutputArg, String> {
    let word = |form: &str| form.len() > 1 && form.chars().all(|c| c.is_ascii_alphabetic());
    let (format, path) = match text.split_once(':') {
        Some((form, path)) if word(form) => (Some(parse_form(form, text)?), path),
        _ => (None, text),
    };
    match (format, path) {
        (Some(_), "") => Err(format!("no file behind `{text}`; `-` is standard output")),
        (None, "") => Err("no file".to_owned()),
        _ => Ok(OutputArg { format, path: path.into() }),
    }
}

fn parse_form(form: &str, text: &str) -> Result<Format, String> {
    Format::from_str(form, false).map_err(|_| {
        let forms: Vec<_> = Format::value_variants().iter().filter_map(Format::to_possible_value).collect();
        let names: Vec<&str> = forms.iter().map(clap::builder::PossibleValue::get_name).collect();
        let help = did_you_mean(form, &names, || format!("the forms are {}", names.join(", ")));
        format!("there is no form `{form}`: {help} (a file of that name is `./{text}`)")
    })
}

/// Reads `FILE:LINE`; a column behind it, as reports print it, is fine too.
pub(super) fn parse_line(text: &str) -> Result<LineArg, String> {
    let number = |digits: &str| digits.parse::<u32>().ok().filter(|&line| line > 0);
    let parsed = text.rsplit_once(':').and_then(|(rest, last)| {
        let last = number(last)?;
        match rest.rsplit_once(':').and_then(|(path, line)| Some((path, number(line)?))) {
            Some((path, line)) => Some((path, line)),
            None => Some((rest, last)),
        }
    });
    match parsed {
        Some((path, line)) if !path.is_empty() => Ok(LineArg { path: path.into(), line }),
        _ => Err("not a file and a line, like `draft.md:12`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, parse_date, parse_line, parse_output};

    #[test]
    fn a_place_for_a_report_may_say_its_form() {
        for (text, expected) in [
            ("out.json", (None, "out.json")),
            ("-", (None, "-")),
            ("sarif:out.sarif", (Some(Format::Sarif), "out.sarif")),
            ("github:-", (Some(Format::Github), "-")),
            ("text:a:b", (Some(Format::Text), "a:b")),
            ("c:/out.json", (None, "c:/out.json")),
            ("./sarf:x", (None, "./sarf:x")),
            ("2031-05-04:x", (None, "2031-05-04:x")),
        ] {
            let read = parse_output(text).unwrap();
            assert_eq!((read.format, read.path.to_str().unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn a_line_of_a_file_is_read_as_reports_print_it() {
        for (text, expected) in [
            ("a.md:12", Some(("a.md", 12))),
            ("a.md:12:5", Some(("a.md", 12))),
            ("c:/a b.md:3", Some(("c:/a b.md", 3))),
            ("a.md", None),
            ("a.md:0", None),
            (":3", None),
            ("a.md:x", None),
        ] {
            let line = parse_line(text).ok();
            let read = line.as_ref().map(|line| (line.path.to_str().unwrap(), line.line));
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn dates_are_written_in_one_way() {
        for (text, expected) in
            [("2031-05-04", true), ("2031-5-4", false), ("2031-02-29", false), ("4 May 2031", false)]
        {
            assert_eq!(parse_date(text).is_ok(), expected, "{text}");
        }
    }
}
