//! `belie completions`: what a shell needs to complete the command line.

use clap::CommandFactory as _;

use super::args::{Cli, CompletionsArgs};
use super::exit::Exit;
use super::output;

/// Runs the command.
#[must_use]
pub fn run(args: &CompletionsArgs) -> Exit {
    // The generator takes a writer that fails for a fault of its own, so that it writes into memory.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "belie", &mut script);
    output::end(&args.stream.console, output::tell(&args.stream, |_, out| out.write_all(&script)))
}
