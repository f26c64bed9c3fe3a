//! What is meant: what was typed, merged with `belie.toml`. What was typed wins.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::args::{RuleArgs, SelectionArgs, SourceArgs};
use super::settings::{self, Settings};
use crate::source::file::File;
use crate::source::problem::{Problem, ProblemLevel};

/// Reads the `belie.toml` that holds for the folder, if there is one; its name is its path.
///
/// Does IO: it looks for the file upwards and reads it.
#[must_use]
pub fn settings_for(folder: &Path) -> (Settings, Option<Arc<File>>, Vec<Problem>) {
    let Some(path) = settings::find(folder) else { return (Settings::default(), None, Vec::new()) };
    match std::fs::read_to_string(folder.join(&path)) {
        Ok(text) => {
            let file = Arc::new(File::new(path.to_string_lossy(), text));
            let (settings, problems) = settings::read(&file);
            (settings, Some(file), problems)
        }
        Err(error) => {
            let problem = Problem {
                level: ProblemLevel::Error,
                path: path.to_string_lossy().into(),
                at: None,
                message: format!("cannot be read: {error}"),
                help: None,
                related: Vec::new(),
            };
            (Settings::default(), Some(Arc::new(File::new(path.to_string_lossy(), ""))), vec![problem])
        }
    }
}

/// Which rules are in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleConfig {
    /// Rule files and folders of them: those of `belie.toml` first.
    pub files: Vec<PathBuf>,
    /// Whether the built-in packs are in force, before all others.
    pub builtin: bool,
}

impl RuleConfig {
    /// Typed rule files come beside those of `belie.toml`.
    #[must_use]
    pub fn of(args: &RuleArgs, settings: &Settings) -> Self {
        Self {
            files: settings.rules.iter().chain(&args.files).cloned().collect(),
            builtin: !args.no_builtin && settings.builtin.unwrap_or(true),
        }
    }
}

/// What is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceConfig {
    /// Where the sources come from.
    pub input: SourceInput,
    /// The date of sources that have none.
    pub date: Option<NaiveDate>,
}

/// Where sources come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceInput {
    /// Files and folders; `-` is standard input. Never empty.
    Paths(Vec<PathBuf>),
    /// Files with a JSON object on each line; `-` is standard input. Never empty.
    Ndjson(Vec<PathBuf>),
}

impl SourceConfig {
    /// Typed paths stand instead of those of `belie.toml`; without any it is the working folder.
    #[must_use]
    pub fn of(args: &SourceArgs, settings: &Settings) -> Self {
        let input = if args.input.is_some() {
            let stdin = || vec![PathBuf::from("-")];
            SourceInput::Ndjson(if args.paths.is_empty() { stdin() } else { args.paths.clone() })
        } else {
            let paths = [&args.paths, &settings.paths].into_iter().find(|paths| !paths.is_empty());
            SourceInput::Paths(paths.cloned().unwrap_or_else(|| vec![PathBuf::from(".")]))
        };
        Self { input, date: args.date.or(settings.date) }
    }

    /// Whether a folder is read, and not single files or documents alone.
    #[must_use]
    pub fn reads_folder(&self) -> bool {
        matches!(&self.input, SourceInput::Paths(paths) if paths.iter().any(|path| path.is_dir()))
    }
}

/// Which rules count, as `--only` and `--skip` of both: typed `--only` stands instead of that of `belie.toml`, `--skip`
/// beside it.
#[must_use]
pub fn selection(args: &SelectionArgs, settings: &Settings) -> SelectionArgs {
    SelectionArgs {
        only: if args.only.is_empty() { settings.only.clone() } else { args.only.clone() },
        skip: settings.skip.iter().chain(&args.skip).cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use clap::Parser as _;

    use super::{RuleConfig, SourceConfig, SourceInput, selection, settings_for};
    use crate::cli::args::{CheckArgs, Cli, Command, parse_date};
    use crate::cli::settings::Settings;

    fn check(line: &str) -> CheckArgs {
        let cli = Cli::try_parse_from(line.split(' ')).unwrap();
        let Command::Check(args) = cli.command else { panic!("{line} is no check") };
        args
    }

    fn paths(paths: &[&str]) -> Vec<PathBuf> {
        paths.iter().map(PathBuf::from).collect()
    }

    #[test]
    fn what_was_typed_wins() {
        let settings = Settings {
            paths: paths(&["drafts"]),
            rules: paths(&["mine.toml"]),
            builtin: Some(false),
            date: parse_date("2031-05-04").ok(),
            only: vec!["offices".to_owned()],
            skip: vec!["offices/mayor".to_owned()],
            ..Settings::default()
        };
        for (line, input, date, rules, only, skip) in [
            ("belie check", paths(&["drafts"]), "2031-05-04", paths(&["mine.toml"]), "offices", vec!["offices/mayor"]),
            (
                "belie check a.md --rules more.toml --date 2030-01-02 --only dates --skip term",
                paths(&["a.md"]),
                "2030-01-02",
                paths(&["mine.toml", "more.toml"]),
                "dates",
                vec!["offices/mayor", "term"],
            ),
        ] {
            let args = check(line);
            let sources = SourceConfig::of(&args.sources, &settings);
            assert_eq!(sources, SourceConfig { input: SourceInput::Paths(input), date: parse_date(date).ok() });
            assert_eq!(RuleConfig::of(&args.rules, &settings), RuleConfig { files: rules, builtin: false });
            let selection = selection(&args.selection, &settings);
            assert_eq!(
                (selection.only, selection.skip),
                (vec![only.to_owned()], skip.iter().map(ToString::to_string).collect())
            );
        }
    }

    #[test]
    fn without_anything_it_is_the_working_folder_and_the_built_in_rules() {
        let args = check("belie check");
        let sources = SourceConfig::of(&args.sources, &Settings::default());
        assert_eq!(sources, SourceConfig { input: SourceInput::Paths(paths(&["."])), date: None });
        assert!(RuleConfig::of(&args.rules, &Settings::default()).builtin);
        assert!(!RuleConfig::of(&check("belie check --no-builtin").rules, &Settings::default()).builtin);
        assert_eq!(
            SourceConfig::of(&check("belie check --input ndjson").sources, &Settings::default()).input,
            SourceInput::Ndjson(paths(&["-"]))
        );
    }

    #[test]
    fn the_nearest_file_upwards_holds() {
        let root = std::env::temp_dir().join(format!("belie-config-{}", std::process::id()));
        let deep = root.join("a/b");
        std::fs::create_dir_all(&deep).unwrap();
        std::fs::write(root.join("belie.toml"), "paths = ['drafts']\n").unwrap();
        let (settings, path, problems) = settings_for(&deep);
        assert_eq!(path.as_ref().map(|file| &**file.name()), Some("../../belie.toml"));
        assert_eq!((settings.paths, problems.len()), (paths(&["../../drafts"]), 0));
        std::fs::write(deep.join("belie.toml"), "rules = []\n").unwrap();
        assert_eq!(settings_for(&deep).1.as_ref().map(|file| &**file.name()), Some("belie.toml"));
        std::fs::remove_dir_all(&root).unwrap();
    }
}
