//! What is meant: what was typed, merged with `belie.toml`. What was typed wins.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::options::{Format, OutputArg, ReportArgs, RuleArgs, SelectionArgs, SourceArgs};
use super::output::STDOUT;
use super::settings::{self, Settings};
use crate::source::file::File;
use crate::source::problem::Problem;

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
            let name = path.to_string_lossy();
            let problem = Problem::error(&*name, format!("cannot be read: {error}"));
            (Settings::default(), Some(Arc::new(File::new(name, ""))), vec![problem])
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
    /// Whether the examples of the built-in packs are read.
    pub examples: bool,
}

impl RuleConfig {
    /// Typed rule files come beside those of `belie.toml`.
    #[must_use]
    pub fn of(args: &RuleArgs, settings: &Settings, examples: bool) -> Self {
        Self {
            files: settings.rules.iter().chain(&args.files).cloned().collect(),
            builtin: !args.no_builtin && settings.builtin.unwrap_or(true),
            examples,
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

/// A report that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its form.
    pub format: Format,
    /// Where it goes; `-` is standard output.
    pub path: PathBuf,
}

/// The reports that are asked for: one for each `--output`; standard output has one where no `--output` is typed, or
/// where a typed `--format` has no other place.
///
/// Does IO: it looks which files two paths name.
///
/// # Errors
///
/// Where two of them go to one place.
pub fn outputs(args: &ReportArgs, settings: &Settings) -> Result<Vec<Output>, Box<Problem>> {
    let format = args.format.or(settings.format).unwrap_or_default();
    let mut outputs: Vec<Output> = args
        .output
        .iter()
        .map(|OutputArg { format: own, path }| Output { format: own.unwrap_or(format), path: path.clone() })
        .collect();
    if outputs.is_empty() || args.format.is_some() && args.output.iter().all(|output| output.format.is_some()) {
        outputs.push(Output { format, path: STDOUT.into() });
    }
    let mut places = HashSet::new();
    match outputs.iter().find(|output| !places.insert(place(&output.path))) {
        None => Ok(outputs),
        Some(Output { path, .. }) => {
            let place = if path == Path::new(STDOUT) { "standard output".into() } else { path.to_string_lossy() };
            let problem = Problem::error(place, "two reports cannot go to one place");
            Err(Box::new(problem.with_help("give each `--output` a file of its own; `-` is standard output")))
        }
    }
}

/// The file that a path names, whether it is there yet or not.
fn place(path: &Path) -> PathBuf {
    let folder = path.parent().map(|folder| if folder == Path::new("") { Path::new(".") } else { folder });
    let by_folder = || Some(folder?.canonicalize().ok()?.join(path.file_name()?));
    if path == Path::new(STDOUT) { None } else { path.canonicalize().ok().or_else(by_folder) }
        .unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use clap::Parser as _;

    use super::{RuleConfig, SourceConfig, SourceInput, outputs, selection, settings_for};
    use crate::cli::args::{CheckArgs, Cli, Command};
    use crate::cli::options::{Format, parse_date};
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
            let sources = SourceConfig::of(&args.read.sources, &settings);
            assert_eq!(sources, SourceConfig { input: SourceInput::Paths(input), date: parse_date(date).ok() });
            assert_eq!(
                RuleConfig::of(&args.read.rules, &settings, false),
                RuleConfig { files: rules, builtin: false, examples: false }
            );
            let selection = selection(&args.read.selection, &settings);
            assert_eq!(
                (selection.only, selection.skip),
                (vec![only.to_owned()], skip.iter().map(ToString::to_string).collect())
            );
        }
    }

    #[test]
    fn without_anything_it_is_the_working_folder_and_the_built_in_rules() {
        let args = check("belie check");
        let sources = SourceConfig::of(&args.read.sources, &Settings::default());
        assert_eq!(sources, SourceConfig { input: SourceInput::Paths(paths(&["."])), date: None });
        assert!(RuleConfig::of(&args.read.rules, &Settings::default(), false).builtin);
        assert!(!RuleConfig::of(&check("belie check --no-builtin").read.rules, &Settings::default(), false).builtin);
        assert_eq!(
            SourceConfig::of(&check("belie check --input ndjson").read.sources, &Settings::default()).input,
            SourceInput::Ndjson(paths(&["-"]))
        );
    }

    #[test]
    fn each_output_is_a_report_of_its_own() {
        let told = |line: &str, set| {
            let settings = Settings { format: set, ..Settings::default() };
            outputs(&check(line).output, &settings).map(|outputs| {
                let told = outputs.iter().map(|output| format!("{:?} {}", output.format, output.path.display()));
                told.collect::<Vec<_>>().join(", ")
            })
        };
        for (line, set, expected) in [
            ("belie check", None, "Text -"),
            ("belie check", Some(Format::Json), "Json -"),
            ("belie check --format table", Some(Format::Json), "Table -"),
            ("belie check --output a", Some(Format::Json), "Json a"),
            ("belie check --output a --format table", None, "Table a"),
            ("belie check --output sarif:a", Some(Format::Json), "Sarif a"),
            ("belie check --output sarif:a --output github:-", None, "Sarif a, Github -"),
            ("belie check --output sarif:a --format concise", None, "Sarif a, Concise -"),
            ("belie check --output sarif:a --output b --format concise", None, "Sarif a, Concise b"),
        ] {
            assert_eq!(told(line, set).ok().as_deref(), Some(expected), "{line}");
        }
        for line in [
            "belie check --output sarif:a --output ./a",
            "belie check --output sarif:src/../a --output gitlab:a",
            "belie check --output github:- --output -",
            "belie check --output github:- --format text",
        ] {
            let problem = told(line, None).unwrap_err();
            assert_eq!(problem.message, "two reports cannot go to one place", "{line}");
        }
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
