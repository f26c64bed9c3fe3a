//! What was typed, before it is merged with `belie.toml`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::selection::closest;
use crate::rules::severity::Severity;

/// Finds where texts contradict each other or themselves, every side quoted and placed.
#[derive(Debug, Parser)]
#[command(name = "belie", version, max_term_width = 120, after_help = EXAMPLES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  belie check drafts/                      what the drafts contradict in each other or themselves
  belie check new.md --against archive/    what a new article contradicts in the archive
  belie check --since main                 what the branch brings into a git repository
  belie check --format table drafts/       who says what
  belie rules test --rules mine.toml       whether your own rules do what their examples say

Exit status: 0 nothing found, 1 something found, 2 something could not be done.";

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find contradictions
    Check(CheckArgs),
    /// Write down what is known, so that `belie check` tells only what is new
    Baseline(BaselineArgs),
    /// List every claim with its key, value, time and place
    Claims(ClaimsArgs),
    /// List every typed value, for people who write rules
    Values(ValuesArgs),
    /// List, show, check and test rules
    Rules(RulesArgs),
    /// Explain a rule, or what it reads on one line of a source
    Explain(ExplainArgs),
}

/// `belie check`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  belie check                              the paths of belie.toml, else the working folder
  belie check a.md b.md --format json      for programs
  belie check --output sarif:out.sarif --output github:-
                                           several forms at once
  belie check new/ --against archive/      only what the new articles bring
  belie check articles/ --since main       only what the branch brings
  belie check --only offices drafts/       one pack; --only offices/office-holder for one rule
  export-articles | belie check --input ndjson")]
pub struct CheckArgs {
    /// Where the sources are.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Which of them count.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// How to tell it.
    #[command(flatten)]
    pub output: ReportArgs,
    /// Evidence only: tell a conflict where at least one side is in PATH…
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub against: Vec<PathBuf>,
    /// Take the files of PATH… that git has as added or changed since the commit where REF and this branch parted; all
    /// others are evidence only
    #[arg(long, value_name = "REF", conflicts_with = "input")]
    pub since: Option<String>,
    /// What is known [default: belie-baseline.toml beside belie.toml, where there is one]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Leave the baseline out
    #[arg(long, conflicts_with = "baseline")]
    pub no_baseline: bool,
    /// What makes the exit status 1: error, warning (or worse), note (anything), never [default: error]
    #[arg(long, value_name = "SEVERITY", hide_possible_values = true)]
    pub fail_on: Option<FailOn>,
}

/// `belie baseline`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  belie baseline                           what the paths of belie.toml contradict today is known from now on
  belie baseline articles/ --date 2031-05-04")]
pub struct BaselineArgs {
    /// Where the sources are.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Which of them count.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// What to write [default: belie-baseline.toml beside belie.toml, else here]
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// `belie values`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  belie values draft.md                    one value a line
  belie values draft.md --format jsonl     for programs")]
pub struct ValuesArgs {
    /// Where the sources are.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// Which rules are in force; their dictionaries of names count here.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// How to tell it.
    #[command(flatten)]
    pub output: ListArgs,
}

/// `belie claims`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  belie claims draft.md                    one claim a line
  belie claims --only offices drafts/      of one pack; --only offices/office-holder of one rule
  belie claims drafts/ --format jsonl      for programs")]
pub struct ClaimsArgs {
    /// Where the sources are.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Which of them count.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// How to tell it.
    #[command(flatten)]
    pub output: ListArgs,
}

/// `belie rules`.
#[derive(Debug, Args)]
pub struct RulesArgs {
    /// What to do with them.
    #[command(subcommand)]
    pub command: RulesCommand,
}

/// The commands on rules.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// List the rules in force
    List(RulesListArgs),
    /// Show a rule, or all rules of a pack, with examples
    Show(RulesShowArgs),
    /// Look for faults in rule files
    #[command(
        after_help = "Examples:\n  belie rules check                        belie.toml's rules\n  belie rules check mine.toml packs/"
    )]
    Check(RulesCheckArgs),
    /// Run the examples inside rules
    #[command(
        after_help = "Examples:\n  belie rules test                         all examples\n  belie rules test offices mine/dates      one pack and one rule"
    )]
    Test(RulesTestArgs),
    /// Count what each rule and phrase finds in texts
    #[command(
        after_help = "Examples:\n  belie rules stats drafts/                all rules\n  belie rules stats --rules mine.toml --only mine drafts/"
    )]
    Stats(RulesStatsArgs),
    /// Show sentences that a rule matches, ready to become its examples
    #[command(
        after_help = "Examples:\n  belie rules sample offices/office-holder archive/\n  belie rules sample --rules mine.toml price archive/ -n 20"
    )]
    Sample(RulesSampleArgs),
    /// Draft a rule from a sentence in which the values are marked [[…]]
    #[command(
        after_help = "Examples:\n  belie rules new \"The bridge cost [[€2 million]]\" > bridge.toml\n  belie rules new --id harbour-master \"Harbour master [[Ida Holm]] runs [[Norport]]\""
    )]
    New(RulesNewArgs),
    /// Print the JSON Schema of rule files, for editors
    #[command(
        after_help = "Examples:\n  belie rules schema --output rules.schema.json\n  A rule file that begins with `#:schema rules.schema.json` is then completed and checked as you type."
    )]
    Schema(RulesSchemaArgs),
}

/// `belie rules list`.
#[derive(Debug, Args)]
pub struct RulesListArgs {
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// How to tell it.
    #[command(flatten)]
    pub output: ListArgs,
}

/// `belie rules show`.
#[derive(Debug, Args)]
pub struct RulesShowArgs {
    /// A rule (pack/rule, or its id alone), or a pack
    #[arg(value_name = "ID")]
    pub id: String,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// `belie rules check`.
#[derive(Debug, Args)]
pub struct RulesCheckArgs {
    /// Rule files, or folders of them; like --rules
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// `belie rules test`.
#[derive(Debug, Args)]
pub struct RulesTestArgs {
    /// Rules or packs; all where none is given
    #[arg(value_name = "ID")]
    pub ids: Vec<String>,
    /// Write into your rule files which values are found, where the verdict is right and only the marks [[…]] differ
    #[arg(long)]
    pub update: bool,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// `belie rules stats`.
#[derive(Debug, Args)]
pub struct RulesStatsArgs {
    /// Where the sources are.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Which of them count.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// How to tell it.
    #[command(flatten)]
    pub output: ListArgs,
}

/// `belie rules sample`.
#[derive(Debug, Args)]
pub struct RulesSampleArgs {
    /// A claim rule (pack/rule, or its id alone)
    #[arg(value_name = "ID")]
    pub id: String,
    /// Where the sources are.
    #[command(flatten)]
    pub sources: SourceArgs,
    /// How many sentences at most, evenly spread over the sources
    #[arg(short, long, value_name = "N", default_value_t = 10)]
    pub number: usize,
    /// Only what this phrase of the rule matches, counted from 1 in the order of the file, its regexes last
    #[arg(long, value_name = "N")]
    pub phrase: Option<usize>,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// `belie rules new`.
#[derive(Debug, Args)]
pub struct RulesNewArgs {
    /// A sentence with one value or more marked; the first one is compared, the others say what it is about
    #[arg(value_name = "SENTENCE")]
    pub sentence: String,
    /// The id of the rule [default: from the words of the sentence]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// Which rules are in force; their dictionaries of names count here.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// `belie rules schema`.
#[derive(Debug, Args)]
pub struct RulesSchemaArgs {
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// `belie explain`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  belie explain offices/office-holder              what the rule looks for
  belie explain offices/office-holder draft.md:12  what it reads on that line")]
pub struct ExplainArgs {
    /// A rule (pack/rule, or its id alone), or a pack
    #[arg(value_name = "RULE")]
    pub rule: String,
    /// A source and a line in it
    #[arg(value_name = "FILE:LINE", value_parser = parse_line)]
    pub line: Option<LineArg>,
    /// Which rules are in force.
    #[command(flatten)]
    pub rules: RuleArgs,
    /// Date of sources that have none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub date: Option<NaiveDate>,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
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
    /// How to tell it: text, table, concise, markdown, json, jsonl, sarif, github, gitlab, junit, checkstyle, rdjson [default: text]
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
        let help = closest(form, &names)
            .map_or_else(|| format!("the forms are {}", names.join(", ")), |name| format!("did you mean `{name}`?"));
        format!("there is no form `{form}`: {help} (a file of that name is `./{text}`)")
    })
}

/// Reads `FILE:LINE`; a column behind it, as reports print it, is fine too.
fn parse_line(text: &str) -> Result<LineArg, String> {
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
    use clap::{CommandFactory as _, Parser as _};

    use super::{Cli, Format, parse_date, parse_line, parse_output};

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_a_reason() {
        for (line, reason) in [
            ("belie", "Usage: belie <COMMAND>"),
            ("belie chekc", "'check'"),
            ("belie check --formt json", "'--format'"),
            (
                "belie check --format yaml",
                "possible values: text, table, concise, markdown, json, jsonl, sarif, github",
            ),
            ("belie claims --format sarif", "possible values: text, table, json, jsonl"),
            (
                "belie check --output sarf:x",
                "there is no form `sarf`: did you mean `sarif`? (a file of that name is `./sarf:x`)",
            ),
            ("belie check --output yaml:x", "there is no form `yaml`: the forms are text, table, concise, "),
            ("belie check --output sarif:", "no file behind `sarif:`"),
            ("belie check --fail-on loud", "possible values: error, warning, note, never"),
            ("belie check --date 2031-13-01", "not a date written YYYY-MM-DD"),
            ("belie check --threads 0", "0 is not in 1..=65535"),
            ("belie check -q -v", "cannot be used with"),
            ("belie check --color sometimes", "possible values: auto, always, never"),
            ("belie explain offices draft.md", "not a file and a line"),
            ("belie rules show", "<ID>"),
        ] {
            let error = Cli::try_parse_from(line.split(' ')).unwrap_err().to_string();
            assert!(error.contains(reason), "{line}: {error}");
        }
    }

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
