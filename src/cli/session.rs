//! What every command does first: find the settings, load the rules, and gather what goes wrong.

use std::path::Path;
use std::sync::Arc;

use super::config::{self, RuleConfig, SourceConfig, outputs, settings_for};
use super::exit::Exit;
use super::load;
use super::options::{ConsoleArgs, ListArgs, ListFormat, ReportArgs, RuleArgs, SelectionArgs, SourceArgs};
use super::output;
use super::selection::Selection;
use super::settings::Settings;
use crate::claims::finder::gather_words;
use crate::report::text::counted;
use crate::rules::load::Loaded;
use crate::rules::rule::Rules;
use crate::source::document::Document;
use crate::source::file::File;
use crate::source::problem::Problem;
use crate::values::vocabulary::known_words;

/// What a command works with.
#[derive(Debug)]
pub struct Session {
    /// What `belie.toml` says.
    pub settings: Settings,
    /// The `belie.toml` itself, where there is one.
    pub settings_file: Option<Arc<File>>,
    /// The rules in force.
    pub rules: Rules,
    /// Those of them that count.
    pub selection: Selection,
    /// What could not be done so far.
    pub problems: Vec<Problem>,
    /// What looks like a slip in rule files that do not come with belie.
    pub warnings: Vec<Problem>,
    console: ConsoleArgs,
}

impl Session {
    /// Reads `belie.toml` and the rules, and tells which rule files that were typed have warnings. The built-in rules come
    /// without their examples.
    #[must_use]
    pub fn start(rules: &RuleArgs, selection: &SelectionArgs, console: &ConsoleArgs) -> Self {
        Self::read_all(rules, selection, console, |_| false).with_hints(rules)
    }

    /// As [`Self::start`], for a report: the built-in rules have their examples where a form shows them.
    #[must_use]
    pub fn start_to_report(rules: &RuleArgs, selection: &SelectionArgs, report: &ReportArgs) -> Self {
        let examples = |settings: &Settings| {
            outputs(report, settings).is_ok_and(|outputs| outputs.iter().any(|output| output.format.shows_rules()))
        };
        Self::read_all(rules, selection, &report.console, examples).with_hints(rules)
    }

    /// As [`Self::start`], where the work is on the rules themselves: the built-in rules have their examples.
    #[must_use]
    pub fn start_on_rules(rules: &RuleArgs, selection: &SelectionArgs, console: &ConsoleArgs) -> Self {
        Self::load(rules, selection, console).with_hints(rules)
    }

    fn with_hints(self, rules: &RuleArgs) -> Self {
        let mut session = self;
        let typed = |warning: &&Problem| rules.files.iter().any(|typed| Path::new(&*warning.path).starts_with(typed));
        let warnings: Vec<&Problem> = session.warnings.iter().filter(typed).collect();
        let hints = warnings.chunk_by(|a, b| a.path == b.path).map(hint).collect::<Vec<_>>();
        session.problems.extend(hints);
        session
    }

    /// Reads `belie.toml` and the rules with all examples; what looks like a slip in them is for the caller to tell.
    #[must_use]
    pub fn load(rules: &RuleArgs, selection: &SelectionArgs, console: &ConsoleArgs) -> Self {
        Self::read_all(rules, selection, console, |_| true)
    }

    /// `examples` tells by the settings whether the built-in rules have theirs.
    fn read_all(
        rules: &RuleArgs,
        selection: &SelectionArgs,
        console: &ConsoleArgs,
        examples: impl Fn(&Settings) -> bool,
    ) -> Self {
        let folder = std::env::current_dir().unwrap_or_else(|_| Path::new(".").to_owned());
        let (settings, settings_file, mut problems) = settings_for(&folder);
        if let Some(file) = &settings_file {
            output::remark(console, &format!("settings from {}", file.name()));
        }
        let config = RuleConfig::of(rules, &settings, examples(&settings));
        // The words that readers of values know take as long to gather as some packs take to read: side by side.
        let (loaded, _) = rayon::join(|| load::rules(&config), known_words);
        // What follows keeps one thread busy at first.
        rayon::spawn(gather_words);
        let Loaded { mut rules, problems: faults, warnings } = loaded;
        problems.extend(faults);
        output::remark(
            console,
            &format!("{} claims and {} checks in {} packs", rules.claims.len(), rules.checks.len(), rules.packs.len()),
        );
        let ids = config::selection(selection, &settings);
        let (selection, unknown) = Selection::of(&ids.only, &ids.skip, &rules);
        problems.extend(unknown);
        rules.keep(|name| selection.takes(&name.to_string()));
        Self { settings, settings_file, rules, selection, problems, warnings, console: console.clone() }
    }

    /// Where the sources are.
    #[must_use]
    pub fn sources(&self, args: &SourceArgs) -> SourceConfig {
        SourceConfig::of(args, &self.settings)
    }

    /// How to tell a list: as was typed, else as `belie.toml` says.
    #[must_use]
    pub fn list_format(&self, args: &ListArgs) -> ListFormat {
        args.format.or(self.settings.list_format()).unwrap_or_default()
    }

    /// Reads the sources, works on each, and keeps what goes wrong.
    pub fn read<T: Send>(&mut self, sources: &SourceConfig, work: impl Fn(&Document) -> T + Sync + Send) -> Vec<T> {
        let read = load::read(sources, |document| {
            let unread = document.header.unread.iter();
            let unread = unread.map(|part| format!("{}: `{part}` is attached, and not read", document.file.name()));
            (work(document), unread.collect::<Vec<_>>())
        });
        self.problems.extend(read.problems);
        let results = read.results.into_iter().map(|(result, unread)| {
            unread.iter().for_each(|unread| output::remark(&self.console, unread));
            result
        });
        results.collect()
    }

    /// Tells what went wrong so far.
    pub fn complain(&self) {
        output::complain(&self.console, &self.problems);
    }

    /// The status of what went wrong, and of a report that was told, or could not be; the latter is told here.
    #[must_use]
    pub fn end(&self, told: Result<(), Box<Problem>>) -> Exit {
        Exit::of_problems(&self.problems).max(output::end(&self.console, told))
    }
}

/// One line for the warnings of one rule file: who checks texts has no use for more.
fn hint(warnings: &[&Problem]) -> Problem {
    let path = warnings[0].path.clone();
    let help = format!("see `belie rules check {path}`");
    let message = format!("this rule file has {}", counted(warnings.len(), "warning", "warnings"));
    Problem::warning(path, message).with_help(help)
}
