//! From the bytes of a file to a document.

use std::path::Path;
use std::sync::Arc;

use super::document::{Document, Header};
use super::docx::docx;
use super::file::File;
use super::front_matter::front_matter;
use super::html::html;
use super::mail::mail;
use super::markdown::markdown;
use super::odt::odt;
use super::package::Fault;
use super::plain::plain;
use super::problem::{Mark, Problem, ProblemLevel};
use super::prose::{BlockKind, Prose};
use super::span::FileSpan;
use super::taken::Text;

/// Bytes of the longest text that is read. Offsets are 32 bits, and decoding and reading may make a text up to three
/// times longer.
pub(super) const LONGEST: usize = 1 << 30;

/// How a text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text: paragraphs, bullets and rows of tables as people type them.
    Plain,
    /// Markdown.
    Markdown,
    /// HTML: the article on a page.
    Html,
    /// HTML by the rules of XML.
    Xhtml,
}

impl Format {
    /// The format a file's name promises: Markdown for `.md`, `.markdown` and `.mdx`, HTML for `.html` and `.htm`, XHTML
    /// for `.xhtml`, plain text for any other.
    #[must_use]
    pub fn of(name: &str) -> Self {
        match &*ending(name) {
            "md" | "markdown" | "mdx" => Self::Markdown,
            "html" | "htm" => Self::Html,
            "xhtml" => Self::Xhtml,
            _ => Self::Plain,
        }
    }
}

/// Reads the bytes of a file named `name` as its ending says: `.docx`, `.docm`, `.odt` and `.eml` hold their text packed, any
/// other is a text in its [`Format`].
///
/// What cannot be read at all gives no document but a problem.
#[must_use]
pub fn read(name: &str, bytes: Vec<u8>) -> (Option<Document>, Vec<Problem>) {
    if bytes.len() > LONGEST {
        return (None, vec![too_large(name)]);
    }
    match &*ending(name) {
        "docx" | "docm" => packed(name, "docx", docx(bytes)),
        "odt" => packed(name, "odt", odt(bytes)),
        "eml" => message(name, &bytes),
        _ => {
            let (file, problems) = decode(name, bytes);
            (file.map(|file| document(file, Format::of(name))), problems)
        }
    }
}

/// What a file's name ends in, in lower case; empty where it has no ending.
fn ending(name: &str) -> String {
    Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase()
}

fn packed(name: &str, kind: &str, text: Result<Text, Fault>) -> (Option<Document>, Vec<Problem>) {
    match text {
        Ok(Text { text, prose, title }) => {
            let header = Header { title, ..Header::default() };
            (Some(Document::new(Arc::new(File::taken(name, text)), prose, header)), Vec::new())
        }
        Err(fault) => {
            let (message, help) = fault.told(kind);
            (None, vec![Problem::error(name, message).with_help(help)])
        }
    }
}

fn message(name: &str, bytes: &[u8]) -> (Option<Document>, Vec<Problem>) {
    let Some(mail) = mail(bytes) else {
        let problem = Problem::error(name, "this is no e-mail message, whatever its name says");
        return (None, vec![problem.with_help("save the message again as `.eml`, or its text as plain text")]);
    };
    let file = Arc::new(File::taken(name, mail.text));
    let fault = file.text().find(char::REPLACEMENT_CHARACTER).map(|at| {
        let span = FileSpan::new(at as u32, (at + char::REPLACEMENT_CHARACTER.len_utf8()) as u32);
        let problem = Problem::error(name, "letters of this message cannot be read").at(&file, span);
        problem.with_help("open it in a program for e-mail and save its text in UTF-8")
    });
    (Some(Document::new(file, mail.prose, mail.header)), fault.into_iter().collect())
}

/// Decodes the bytes of a file named `name`: UTF-8, with or without a byte order mark.
///
/// What is no text at all gives no file but a problem. Bytes that are no UTF-8 give U+FFFD and one problem at the first
/// of them; the rest of the text is as good as it was.
#[must_use]
pub fn decode(name: &str, bytes: Vec<u8>) -> (Option<Arc<File>>, Vec<Problem>) {
    let name: Arc<str> = name.into();
    if bytes.len() > LONGEST {
        return (None, vec![too_large(&name)]);
    }
    if let Some((message, help)) = why_no_text(&bytes) {
        return (None, vec![Problem::error(name, message).with_help(help)]);
    }
    let skipped = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
    match String::from_utf8(bytes) {
        Ok(mut text) if skipped > 0 => {
            text.drain(..skipped);
            (Some(Arc::new(File::decoded(name, text, vec![(0, skipped as i64)]))), Vec::new())
        }
        Ok(text) => (Some(Arc::new(File::new(name, text))), Vec::new()),
        Err(error) => {
            let (text, shifts, faults) = replace_faults(&error.as_bytes()[skipped..], skipped as i64);
            let file = Arc::new(File::decoded(name, text, shifts));
            let problem = not_utf8(&file, &faults);
            (Some(file), vec![problem])
        }
    }
}

/// Reads a file as a document: front matter, prose, tokens and sentences. What front matter says goes before what a page
/// of HTML says of itself.
#[must_use]
pub fn document(file: Arc<File>, format: Format) -> Document {
    let (mut header, body) = front_matter(file.text());
    let prose = match format {
        Format::Plain => plain(file.text(), body),
        Format::Markdown => markdown(file.text(), body),
        Format::Html | Format::Xhtml => {
            let (prose, page) = html(file.text(), body, format == Format::Xhtml);
            header.title = header.title.or(page.title);
            header.date = header.date.or(page.date);
            prose
        }
    };
    let prose = match header.title_at {
        Some(title) => headed(file.text(), title, prose),
        None => prose,
    };
    Document::new(file, prose, header)
}

/// Prose below the title that its front matter gives it, unless it opens with that title itself.
fn headed(text: &str, title: FileSpan, prose: Prose) -> Prose {
    let words = &text[title.range()];
    if prose.blocks().first().is_some_and(|first| prose.slice(first.span).eq_ignore_ascii_case(words)) {
        return prose;
    }
    let mut headed = Prose::with_capacity(words.len() + 1 + prose.text().len());
    headed.push(words, title.start);
    headed.end_block(0, BlockKind::Heading, false);
    headed.append(prose);
    headed
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// First bytes of files that are taken for text by mistake.
const KNOWN: [(&[u8], &str, &str); 7] = [
    (b"%PDF-", "this is a PDF file, not a text", "convert it to plain text first, e.g. with `pdftotext`"),
    (
        b"PK\x03\x04",
        "this is a zip or office file, not a text",
        "give a document as a file that ends in `.docx` or `.odt`; save any other as one of them or as plain text",
    ),
    (
        b"\xD0\xCF\x11\xE0",
        "this is a file of older office programs, not a text",
        "open it there and save it as `.docx`, `.odt`, `.eml` or plain text",
    ),
    (b"{\\rtf", "this is an RTF file, not a text", "save the article as `.docx`, `.odt` or plain text"),
    (b"\x1F\x8B", "this is a gzip file, not a text", "unpack it first, e.g. with `gunzip`"),
    (b"\xFF\xFE", "this text is in UTF-16", "convert the file to UTF-8, e.g. `iconv -f UTF-16 -t UTF-8`"),
    (b"\xFE\xFF", "this text is in UTF-16", "convert the file to UTF-8, e.g. `iconv -f UTF-16 -t UTF-8`"),
];

fn too_large(name: &str) -> Problem {
    let help = "split it into one file per article, or give `--input ndjson`";
    Problem::error(name, "this file is larger than 1 GiB").with_help(help)
}

/// What keeps these bytes from being read as a text, and what to do about it.
fn why_no_text(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    if let Some(&(_, message, help)) = KNOWN.iter().find(|(first, ..)| bytes.starts_with(first)) {
        return Some((message, help));
    }
    let binary = ("this looks like a binary file, not a text", "leave it out, or convert it to UTF-8 text");
    bytes.contains(&0).then_some(binary)
}

/// Makes each sequence of bytes that is no UTF-8 one U+FFFD: the text, its shifts, and where the replacements stand.
fn replace_faults(bytes: &[u8], skipped: i64) -> (String, Vec<(u32, i64)>, Faults) {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    let mut shift = skipped;
    let mut shifts = if skipped > 0 { vec![(0, skipped)] } else { Vec::new() };
    let mut faults = Faults { first: 0, count: 0 };
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let fault = chunk.invalid();
        if fault.is_empty() {
            continue;
        }
        if faults.count == 0 {
            faults.first = text.len() as u32;
        }
        faults.count += 1;
        text.push(char::REPLACEMENT_CHARACTER);
        let added = fault.len() as i64 - char::REPLACEMENT_CHARACTER.len_utf8() as i64;
        if added != 0 {
            shift += added;
            shifts.push((text.len() as u32, shift));
        }
    }
    (text, shifts, faults)
}

/// Replacements made in a text.
struct Faults {
    /// The byte of the text where the first one stands.
    first: u32,
    count: usize,
}

fn not_utf8(file: &Arc<File>, faults: &Faults) -> Problem {
    let more = match faults.count - 1 {
        0 => String::new(),
        1 => ", and 1 more further on".to_owned(),
        more => format!(", and {more} more further on"),
    };
    let span = FileSpan::new(faults.first, faults.first + char::REPLACEMENT_CHARACTER.len_utf8() as u32);
    Problem {
        level: ProblemLevel::Error,
        path: Arc::clone(file.name()),
        at: Some(Mark { file: Arc::clone(file), span, label: "not UTF-8".to_owned() }),
        message: format!("bytes that are not UTF-8{more}"),
        help: Some("convert the file to UTF-8, e.g. `iconv -f WINDOWS-1252 -t UTF-8`".to_owned()),
        related: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, decode, document};

    /// The text, the byte on disk of each of its characters, and the problems.
    #[track_caller]
    fn check(bytes: &[u8], text: &str, on_disk: &[u64], problems: &[&str]) {
        let (file, found) = decode("a", bytes.to_vec());
        let file = file.expect("a text");
        assert_eq!(file.text(), text);
        assert_eq!(text.char_indices().map(|(at, _)| file.on_disk(at as u32)).collect::<Vec<_>>(), on_disk);
        assert_eq!(found.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>(), problems);
        for mark in found.iter().filter_map(|problem| problem.at.as_ref()) {
            assert_eq!(mark.file.slice(mark.span), "\u{fffd}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_skipped_and_counted() {
        check(b"ab", "ab", &[0, 1], &[]);
        check(b"\xEF\xBB\xBFab", "ab", &[3, 4], &[]);
        check(b"", "", &[], &[]);
    }

    #[test]
    fn faulty_bytes_are_told_once_and_the_places_behind_them_hold() {
        check(b"a\xE9b", "a\u{fffd}b", &[0, 1, 2], &["bytes that are not UTF-8"]);
        check(
            b"a\xE2\x82b\xFFc\xFFd",
            "a\u{fffd}b\u{fffd}c\u{fffd}d",
            &[0, 1, 3, 4, 5, 6, 7],
            &["bytes that are not UTF-8, and 2 more further on"],
        );
        check(
            b"\xEF\xBB\xBFa\xE2\x82b\xFF",
            "a\u{fffd}b\u{fffd}",
            &[3, 4, 6, 7],
            &["bytes that are not UTF-8, and 1 more further on"],
        );
    }

    #[test]
    fn what_is_no_text_gives_no_file_and_a_cure() {
        for (bytes, message) in [
            (&b"a\0b"[..], "this looks like a binary file, not a text"),
            (b"\xFF\xFEa\0", "this text is in UTF-16"),
            (b"%PDF-1.7\n", "this is a PDF file, not a text"),
        ] {
            let (file, problems) = decode("a", bytes.to_vec());
            assert!(file.is_none());
            assert_eq!(problems[0].message, message);
            assert!(problems[0].help.is_some());
        }
    }

    #[test]
    fn the_name_tells_the_format() {
        for (name, format) in [
            ("a.md", Format::Markdown),
            ("b/a.MARKDOWN", Format::Markdown),
            ("a.html", Format::Html),
            ("a.HTM", Format::Html),
            ("a.xhtml", Format::Xhtml),
            ("a.txt", Format::Plain),
            ("<stdin>", Format::Plain),
            ("md", Format::Plain),
        ] {
            assert_eq!(Format::of(name), format, "{name}");
        }
    }

    #[test]
    fn front_matter_is_the_header_and_its_title_a_heading() {
        let (file, _) = decode("a.md", b"\xEF\xBB\xBF---\ntitle: A\ndate: 2025-03-04\n---\nIt rained.\n".to_vec());
        let document = document(file.expect("a text"), Format::Markdown);
        assert_eq!(document.header.title.as_deref(), Some("A"));
        assert_eq!(document.header.date.as_deref(), Some("2025-03-04"));
        assert_eq!(document.sentences().len(), 2);
        assert_eq!(document.file.on_disk(document.in_file(document.span(1, 2)).start), 37);
    }
}
