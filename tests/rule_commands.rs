//! What the commands for people who write rules say, as files anyone can read.
//!
//! `TRYCMD=overwrite cargo test --test rule_commands` writes them anew; read them before they are committed.

#[test]
fn the_commands_on_rules_say_what_the_files_show() {
    trycmd::TestCases::new().env("COLUMNS", "80").case("tests/rule-commands/*.trycmd").run();
}
