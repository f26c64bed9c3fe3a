//! The `belie` command.

use std::process::ExitCode;

/// Most of what a check allocates are the short words of claims, which the allocator of the C library is slow with, that of
/// musl above all.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    belie::cli::run::run()
}
