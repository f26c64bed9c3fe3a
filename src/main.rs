//! The `belie` command.

fn main() {}
