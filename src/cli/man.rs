//! `belie man`: the manual pages, made from what `--help` is made from.

use std::fs;
use std::path::Path;

use clap::CommandFactory as _;
use clap_mangen::Man;

use super::args::{Cli, ManArgs};
use super::exit::Exit;
use super::output;
use crate::source::problem::Problem;

/// Runs the command: the page of `belie` on standard output, or those of all commands into a folder.
#[must_use]
pub fn run(args: &ManArgs) -> Exit {
    let told = match &args.output {
        Some(folder) => pages(folder),
        None => output::tell_at(Path::new(output::STDOUT), &args.console, |_, out| {
            // What is below it is told with its full name only once it is built.
            let mut command = Cli::command().disable_help_subcommand(true);
            command.build();
            Man::new(command).render(out)
        }),
    };
    output::end(&args.console, told)
}

fn pages(folder: &Path) -> Result<(), Box<Problem>> {
    let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(Cli::command(), folder));
    written.map_err(|error| {
        let problem = Problem::error(folder.to_string_lossy(), format!("cannot be written: {error}"));
        Box::new(problem.with_help("name a folder that may be written to"))
    })
}
