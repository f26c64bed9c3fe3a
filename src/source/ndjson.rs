//! Documents from a stream, one JSON object a line.

use std::io::BufRead;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::Value;

use super::document::{DateOrder, Document};
use super::file::File;
use super::problem::Problem;
use super::read::{Format, LONGEST, document};

/// The documents of `reader`, read one by one: a line is a document or a problem, a blank line is neither.
///
/// A line holds `text` and, where known, `id`, `date`, `title` and `date-order`; other fields are ignored. `name` is what problems call the
/// stream. A document without an `id` is called by its line. Offsets are those of `text`, its escapes resolved.
pub fn documents<R: BufRead>(reader: R, name: impl Into<Arc<str>>) -> Documents<R> {
    Documents { reader, name: name.into(), line: 0, bytes: Vec::new(), done: false }
}

/// See [`documents`].
#[derive(Debug)]
pub struct Documents<R> {
    reader: R,
    name: Arc<str>,
    line: u64,
    bytes: Vec<u8>,
    done: bool,
}

impl<R: BufRead> Iterator for Documents<R> {
    type Item = Result<Document, Box<Problem>>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            self.bytes.clear();
            self.line += 1;
            match self.reader.read_until(b'\n', &mut self.bytes) {
                Ok(0) => self.done = true,
                Ok(_) => {
                    let bytes = self.bytes.strip_prefix(b"\xEF\xBB\xBF").filter(|_| self.line == 1);
                    let bytes = bytes.unwrap_or(&self.bytes).trim_ascii();
                    if !bytes.is_empty() {
                        return Some(self.document(bytes));
                    }
                }
                Err(error) => {
                    self.done = true;
                    let message = format!("cannot read `{}` from line {} on: {error}", self.name, self.line);
                    return Some(Err(self.problem(message, "see what writes the stream")));
                }
            }
        }
        None
    }
}

impl<R> Documents<R> {
    fn document(&self, bytes: &[u8]) -> Result<Document, Box<Problem>> {
        let line = self.line;
        if !bytes.starts_with(b"{") {
            return Err(self.problem(format!("line {line} is no JSON object"), SHAPE));
        }
        let record: Record = serde_json::from_slice(bytes).map_err(|error| {
            // The end of what serde says is a place in the line, which is known without it.
            let error = error.to_string();
            let cause = error.split(" at line ").next().unwrap_or_default();
            self.problem(format!("line {line} cannot be read: {cause}"), SHAPE)
        })?;
        let Some(text) = record.text else {
            return Err(self.problem(format!("line {line} has no field `text`"), SHAPE));
        };
        if text.len() > LONGEST {
            let help = "split it into one document per article";
            return Err(self.problem(format!("the text of line {line} is larger than 1 GiB"), help));
        }
        let id = record.id.and_then(plain_value).unwrap_or_else(|| format!("line {line}"));
        let mut document = document(Arc::new(File::new(id, text)), Format::Plain);
        let header = &mut document.header;
        header.title = record.title.and_then(plain_value).or(header.title.take());
        let order = record.date_order.and_then(plain_value).and_then(|order| DateOrder::named(&order));
        header.date_order = order.or(header.date_order);
        header.date = record.date.and_then(plain_value).or(header.date.take());
        Ok(document)
    }

    fn problem(&self, message: String, help: &str) -> Box<Problem> {
        Box::new(Problem::error(Arc::clone(&self.name), message).with_help(help))
    }
}

const SHAPE: &str = "write one JSON object a line, e.g. `{\"id\": \"a1\", \"text\": \"…\", \"date\": \"2025-03-04\"}`";

/// A line. Of the fields that are mere labels, numbers are taken as well.
#[derive(Deserialize)]
struct Record {
    id: Option<Value>,
    text: Option<String>,
    date: Option<Value>,
    title: Option<Value>,
    #[serde(rename = "date-order")]
    date_order: Option<Value>,
}

fn plain_value(value: Value) -> Option<String> {
    match value {
        Value::String(text) if !text.trim().is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::documents;

    /// Documents are shown as `name | title | date | words`, problems by their message.
    #[track_caller]
    fn check(stream: &[u8], expected: &[&str]) {
        let shown: Vec<_> = documents(stream, "<stdin>")
            .map(|read| match read {
                Ok(document) => {
                    let header = &document.header;
                    let [title, date] = [&header.title, &header.date].map(|field| field.as_deref().unwrap_or("-"));
                    format!("{} | {title} | {date} | {}", document.file.name(), document.prose.text().trim_end())
                }
                Err(problem) => problem.message,
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn each_line_is_a_document() {
        check(
            b"\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"It rained.\",\"title\":\"Rain\",\"date\":\"2025-03-04\",\"url\":\"x\",\"more\":[1]}\r\n\n  \n{\"id\":7,\"text\":\"So\\u0020it was.\"}",
            &["a | Rain | 2025-03-04 | It rained.", "7 | - | - | So it was."],
        );
        check(b"", &[]);
    }

    #[test]
    fn a_document_without_an_id_is_called_by_its_line() {
        check(b"\n{\"text\":\"It rained.\",\"id\":null}\n", &["line 2 | - | - | It rained."]);
    }

    #[test]
    fn faulty_lines_are_told_and_the_rest_goes_on() {
        check(
            b"{\"id\":\"a\"}\n{\"text\":5}\nIt rained.\n{\"text\":\"\xFF\"}\n{\"text\":\"So.\"}\n[1]\n",
            &[
                "line 1 has no field `text`",
                "line 2 cannot be read: invalid type: integer `5`, expected a string",
                "line 3 is no JSON object",
                "line 4 cannot be read: invalid unicode code point",
                "line 5 | - | - | So.",
                "line 6 is no JSON object",
            ],
        );
    }

    #[test]
    fn what_the_line_says_goes_before_front_matter() {
        check(
            b"{\"text\":\"---\\ntitle: A\\ndate: 2024\\n---\\nIt rained.\",\"date\":\"2025\"}",
            &["line 1 | A | 2025 | A\nIt rained."],
        );
    }
}
