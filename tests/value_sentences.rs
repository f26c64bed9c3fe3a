//! Whole sentences and every value that the command reads in them: `value_sentences.tsv`, each written on 12 March 2031.
//!
//! `UPDATE=1 cargo test --test value_sentences` writes the values anew; read them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

#[test]
fn every_sentence_is_read_as_its_row_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/value_sentences.tsv");
    let table = fs::read_to_string(&path).unwrap();
    let sentences: Vec<&str> = table.lines().map(|row| row.split('\t').next().unwrap()).collect();
    let read = values(&sentences);
    let rows = sentences.iter().zip(&read).map(|(sentence, values)| match values.join("; ") {
        none if none.is_empty() => format!("{sentence}\t-\n"),
        some => format!("{sentence}\t{some}\n"),
    });
    let fresh: String = rows.collect();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, fresh).unwrap();
    } else {
        snapbox::assert_data_eq!(fresh, snapbox::Data::text(table));
    }
}

/// The values of each sentence, as `kind value [words]`. `\n` in a sentence is a line break.
fn values(sentences: &[&str]) -> Vec<Vec<String>> {
    let documents = sentences.iter().enumerate().map(|(at, sentence)| {
        let text = sentence.replace("\\n", "\n");
        format!("{}\n", json!({ "id": at.to_string(), "text": text, "date": "2031-03-12" }))
    });
    let documents: String = documents.collect();
    let mut command = Command::new(env!("CARGO_BIN_EXE_belie"));
    command.args(["values", "--input", "ndjson", "--format", "jsonl", "-"]);
    let mut running = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = running.stdin.take().unwrap();
    let feeder = std::thread::spawn(move || input.write_all(documents.as_bytes()).unwrap());
    let output = running.wait_with_output().unwrap();
    feeder.join().unwrap();
    assert!(output.status.success());
    let mut read = vec![Vec::new(); sentences.len()];
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        let value: Value = serde_json::from_str(line).unwrap();
        let text = |field: &str| value[field].as_str().unwrap();
        let marks = value["marks"].as_array().unwrap().iter().map(|mark| format!("{} ", mark.as_str().unwrap()));
        let told = format!("{} {}{} [{}]", text("type"), marks.collect::<String>(), text("value"), text("quote"));
        read[text("id").parse::<usize>().unwrap()].push(told);
    }
    read
}
