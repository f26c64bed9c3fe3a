//! From the words of a command line to an exit status.

use std::process::ExitCode;

use clap::Parser as _;

use super::args::{Cli, Command, RulesCommand};
use super::{
    baseline, check, claims, completions, explain, init, man, rules, rules_new, rules_sample, rules_stats, rules_test,
    values, watch,
};

/// Runs the command that the process was started with.
#[must_use]
pub fn run() -> ExitCode {
    // clap itself ends the process with status 2 where the arguments make no sense, and with 0 after `--help`.
    let command = Cli::parse().command;
    if let Some(threads) = command.threads() {
        // It fails only where threads were started before, which nothing does.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads)).build_global();
    }
    let exit = match command {
        Command::Check(args) if args.watch => watch::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Baseline(args) => baseline::run(&args),
        Command::Claims(args) => claims::run(&args),
        Command::Values(args) => values::run(&args),
        Command::Rules(args) => match args.command {
            RulesCommand::List(args) => rules::list(&args),
            RulesCommand::Show(args) => rules::show(&args),
            RulesCommand::Check(args) => rules::check(&args),
            RulesCommand::Test(args) => rules_test::run(&args),
            RulesCommand::Stats(args) => rules_stats::run(&args),
            RulesCommand::Sample(args) => rules_sample::run(&args),
            RulesCommand::New(args) => rules_new::run(&args),
            RulesCommand::Schema(args) => rules::print_schema(&args),
        },
        Command::Explain(args) => explain::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    };
    exit.into()
}
