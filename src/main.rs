//! The `belie` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    belie::cli::run::run()
}
