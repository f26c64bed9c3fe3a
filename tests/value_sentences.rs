//! Whole sentences and every value that the command reads in them: `value_sentences.tsv`, each written on 12 March 2031.
//!
//! `UPDATE=1 cargo test --test value_sentences` writes the values anew; read them before they are committed.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

mod command;

use std::fs;
use std::path::Path;

use serde_json::json;

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
    let mut read = vec![Vec::new(); sentences.len()];
    for value in command::values(&documents) {
        let text = |field: &str| value[field].as_str().unwrap();
        let marks = value["marks"].as_array().unwrap().iter().map(|mark| format!("{} ", mark.as_str().unwrap()));
        let told = format!("{} {}{} [{}]", text("type"), marks.collect::<String>(), text("value"), text("quote"));
        read[text("id").parse::<usize>().unwrap()].push(told);
    }
    read
}
