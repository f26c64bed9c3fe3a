//! The command line as files that anyone can read: what is typed, what is told, and the exit status.
//!
//! `TRYCMD=overwrite cargo test --test cmd` writes what is told anew; read it before it is committed.

#[test]
fn the_command_line_does_what_its_files_show() {
    trycmd::TestCases::new().case("tests/cmd/*.trycmd").case("tests/cmd/*.toml");
}
