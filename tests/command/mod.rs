//! The command as the tests run it over a stream of documents.

use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What `belie values` reads in documents, each a line of JSON; one object for each value.
pub(crate) fn values(documents: &str) -> Vec<Value> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_belie"));
    command.args(["values", "--input", "ndjson", "--format", "jsonl", "-"]);
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = running.stdin.take().unwrap();
    let documents = documents.to_owned();
    let feeder = std::thread::spawn(move || input.write_all(documents.as_bytes()).unwrap());
    let output = running.wait_with_output().unwrap();
    feeder.join().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
