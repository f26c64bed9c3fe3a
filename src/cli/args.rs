//! What each command takes, before it is merged with `belie.toml`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use super::options::{
    ConsoleArgs, FailOn, LineArg, ListArgs, ReadArgs, ReportArgs, RuleArgs, SourceArgs, StreamArgs, parse_date,
    parse_line,
};

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
    /// Write a `belie.toml` and a first rule into the working folder
    Init(InitArgs),
    /// Print what a shell needs to complete the command line
    Completions(CompletionsArgs),
    /// Print the manual page, or write those of all commands
    Man(ManArgs),
}

impl Command {
    /// How many threads to work with; `None` for one per core.
    #[must_use]
    pub fn threads(&self) -> Option<u16> {
        match self {
            Self::Check(args) => args.read.sources.threads,
            Self::Baseline(args) => args.read.sources.threads,
            Self::Claims(args) => args.read.sources.threads,
            Self::Values(args) => args.sources.threads,
            Self::Rules(args) => match &args.command {
                RulesCommand::Stats(args) => args.read.sources.threads,
                RulesCommand::Sample(args) => args.sources.threads,
                RulesCommand::List(_)
                | RulesCommand::Show(_)
                | RulesCommand::Check(_)
                | RulesCommand::Test(_)
                | RulesCommand::New(_)
                | RulesCommand::Schema(_) => None,
            },
            Self::Explain(_) | Self::Init(_) | Self::Completions(_) | Self::Man(_) => None,
        }
    }
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
    /// What to read, and by which rules.
    #[command(flatten)]
    pub read: ReadArgs,
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
    /// Go on: tell it all again whenever a source changes, until it is stopped
    #[arg(long, conflicts_with_all = ["input", "since"])]
    pub watch: bool,
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
    /// What to read, and by which rules.
    #[command(flatten)]
    pub read: ReadArgs,
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
    /// What to read, and by which rules.
    #[command(flatten)]
    pub read: ReadArgs,
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
    /// What to read, and by which rules.
    #[command(flatten)]
    pub read: ReadArgs,
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
    /// Hold what stands on that line against the sources of PATH… too
    #[arg(long, value_name = "PATH", num_args = 1.., requires = "line")]
    pub against: Vec<PathBuf>,
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

/// `belie init`.
#[derive(Debug, Args)]
#[command(after_help = "A file that is there already is never written over.")]
pub struct InitArgs {
    /// What is told beside it.
    #[command(flatten)]
    pub console: ConsoleArgs,
}

/// `belie completions`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  belie completions bash > ~/.local/share/bash-completion/completions/belie
  belie completions zsh --output ~/.zfunc/_belie")]
pub struct CompletionsArgs {
    /// Which shell: bash, elvish, fish, powershell, zsh
    #[arg(value_name = "SHELL", hide_possible_values = true)]
    pub shell: Shell,
    /// Where it goes.
    #[command(flatten)]
    pub stream: StreamArgs,
}

/// `belie man`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  belie man | man -l -                     reads it
  belie man --output ~/.local/share/man/man1")]
pub struct ManArgs {
    /// Write the pages of all commands into a folder
    #[arg(long, value_name = "FOLDER")]
    pub output: Option<PathBuf>,
    /// What is told beside it.
    #[command(flatten)]
    pub console: ConsoleArgs,
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory as _, Parser as _};

    use super::Cli;

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
                "possible values: text, table, concise, markdown, html, json, jsonl, sarif, github",
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
}
