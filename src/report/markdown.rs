//! Findings as Markdown, for a comment on a pull request or the summary of a job.

use std::io::{self, Write};

use super::clean::clean;
use super::excerpt::excerpt;
use super::flat::{headline, value};
use super::model::Report;
use super::place::{in_its_text, path};
use super::text::{counted, summary};
use crate::claims::claim::Evidence;
use crate::conflicts::finding::{Finding, Side, Status};
use crate::rules::severity::Severity;
use crate::source::problem::ProblemLevel;

/// The bytes that a comment may have: GitHub takes 65,536 characters.
pub const COMMENT: usize = 65_000;

/// The bytes that the summary of a step may have: GitHub takes 1 MiB, of all that a step writes.
pub const STEP_SUMMARY: usize = 1_000_000;

/// By this line, which nobody sees, a bot finds its own comment again.
const MARK: &str = "<!-- belie -->\n";

/// The places of one side that stand in the open; the rest is folded away.
const MOST_OPEN: usize = 3;

/// The columns of a text that are quoted around the words in question.
const QUOTED: usize = 160;

/// What is kept back to say how much does not fit, and to end what was begun.
const RESERVE: usize = 200;

/// Writes the report in at most so many bytes: new errors and warnings whole, notes folded away, known ones as lines.
///
/// Whatever comes from a text stands between backticks, where it is no markup, no link and nobody's name.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(report: &Report<'_>, most: usize, out: &mut impl Write) -> io::Result<()> {
    let mut page = Page { text: MARK.to_owned(), most: most.saturating_sub(RESERVE) };
    page.text += &format!("### belie: {}\n", summary(&report.summary));
    let undone: Vec<String> = report
        .problems
        .iter()
        .filter(|problem| problem.level == ProblemLevel::Error)
        .map(|problem| format!("- {}: {}\n", code(&path(&problem.path)), words(&problem.message)))
        .collect();
    page.section("\nNot all of it could be done:\n\n", &undone, "");
    let is_new = |finding: &&Finding| finding.status == Status::New;
    let (notes, loud): (Vec<&Finding>, Vec<&Finding>) =
        report.findings.iter().filter(is_new).partition(|finding| finding.severity == Severity::Note);
    page.section("", &loud.into_iter().map(block).collect::<Vec<_>>(), "");
    let folded = |count, one, many| format!("\n<details><summary>{}</summary>\n", counted(count, one, many));
    let notes: Vec<String> = notes.into_iter().map(block).collect();
    page.section(&folded(notes.len(), "note", "notes"), &notes, "\n</details>\n");
    let known: Vec<String> = report.findings.iter().filter(|finding| !is_new(finding)).map(known).collect();
    let head = folded(known.len(), "known finding", "known findings") + "\n";
    page.section(&head, &known, "\n</details>\n");
    out.write_all(page.text.as_bytes())
}

/// What fits into so many bytes.
struct Page {
    text: String,
    most: usize,
}

impl Page {
    /// A head, the parts that fit, and an end; nothing where there are no parts.
    fn section(&mut self, head: &str, parts: &[String], end: &str) {
        if parts.is_empty() || self.text.len() + head.len() + end.len() > self.most {
            return;
        }
        self.text += head;
        let room = self.most - end.len();
        let fits = parts.iter().scan(self.text.len(), |length, part| {
            *length += part.len();
            Some(*length <= room)
        });
        let fitting = fits.take_while(|fits| *fits).count();
        parts[..fitting].iter().for_each(|part| self.text += part);
        if fitting < parts.len() {
            self.text += &format!("\n… and {} more, for which there is no room here.\n", parts.len() - fitting);
        }
        self.text += end;
    }
}

/// A finding with its sides, each quoted and placed.
fn block(finding: &Finding) -> String {
    let (severity, rule) = (finding.severity.name(), code(&finding.rule));
    let mut block = format!("\n---\n\n**{severity}** {rule}: {}\n\n", words(&finding.message));
    for side in &finding.sides {
        block += &said(side);
    }
    for line in finding.remarks.iter().chain([&finding.help]).filter(|line| !line.is_empty()) {
        block += &format!("\n{}\n", words(line));
    }
    block
}

fn said(side: &Side) -> String {
    let mut said = format!("- **{}**\n", words(&format!("`{}`", value(side))));
    let (open, folded) = side.evidence.split_at(side.evidence.len().min(MOST_OPEN));
    open.iter().for_each(|at| said += &quoted(at));
    if !folded.is_empty() {
        let more = counted(folded.len(), "more place", "more places");
        said += &format!("\n  <details><summary>{more}</summary>\n\n");
        folded.iter().for_each(|at| said += &quoted(at));
        said += "\n  </details>\n";
    }
    said
}

/// A place in a list of its own, and the words around it.
fn quoted(at: &Evidence) -> String {
    let place = at.file.place(at.span);
    let lines = excerpt(&at.file, at.span, QUOTED, 0);
    let shown = lines.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join(" ");
    let place = code(&format!("{}:{}:{}", path(at.file.name()), place.line, place.column));
    let in_its_text = in_its_text(&at.file);
    format!("  - {place}{in_its_text}\n    > {}\n", code(&shown))
}

fn known(finding: &Finding) -> String {
    let place = finding.primary().map_or_else(String::new, |at| {
        let place = at.file.place(at.span);
        format!("{}: ", code(&format!("{}:{}", path(at.file.name()), place.line)))
    });
    format!("- {place}{}\n", words(&headline(finding)))
}

/// Words of a message: what stands between backticks stays code, the rest is no markup.
fn words(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts
        .filter(|(_, part)| !part.is_empty())
        .map(|(at, part)| if at % 2 == 1 { code(part) } else { plain(part) })
        .collect()
}

/// Text that means itself: every mark of Markdown and HTML is escaped, and a comment parts the signs by which services
/// find names and numbers of issues.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in clean(text).chars() {
        if c.is_ascii_punctuation() && !".,;'()".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
        if "@#!~&$%".contains(c) {
            escaped += "<!-- -->";
        }
    }
    escaped
}

/// A span of code (CommonMark 6.1): fenced by more backticks than the text has in a row.
fn code(text: &str) -> String {
    let text = clean(text);
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    // A blank at each end is taken away again, and keeps backticks of the text from the fence.
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) || text.is_empty() { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser};

    use super::{Page, code, plain, words};

    const HOSTILE: [&str; 12] = [
        "plain words, and a full stop.",
        "<script>alert(1)</script> & <!-- x -->",
        "`a` ``b`` `",
        "```sh",
        "[x](http://example.org) ![y](z) https://example.org www.example.org a@example.org",
        "# head **bold** _it_ ~~gone~~ | cell |",
        "1. one - two + three * four > five",
        "@team #12 !3 ~bug $4 %5 &6",
        "\\` \\",
        "&lt;b&gt; &#64;",
        "🎉 מזל טוב \u{202e}evil",
        "---",
    ];

    /// What a reader sees of a line, and whether all of it is text or code.
    fn read(markdown: &str) -> (String, bool) {
        let mut seen = String::new();
        let mut harmless = true;
        for event in Parser::new(markdown) {
            match event {
                Event::Text(text) | Event::Code(text) => seen += &text,
                Event::Start(pulldown_cmark::Tag::Paragraph) | Event::End(_) => {}
                Event::InlineHtml(html) => harmless &= &*html == "<!-- -->",
                _ => harmless = false,
            }
        }
        (seen, harmless)
    }

    #[test]
    fn hostile_text_means_itself() {
        for text in HOSTILE {
            let expected = crate::report::clean::clean(text);
            for written in [plain(text), code(text)] {
                let (seen, harmless) = read(&format!("x{written}x"));
                assert!(harmless, "{text:?} as {written:?}");
                assert_eq!(seen, format!("x{expected}x"), "{written:?}");
            }
            let (_, harmless) = read(&format!("x {}", words(text)));
            assert!(harmless, "{text:?} as words");
        }
    }

    #[test]
    fn values_in_a_message_are_code() {
        assert_eq!(words("both `a*b` and `c`"), "both `a*b` and `c`");
        assert_eq!(words("a * b"), "a \\* b");
    }

    #[test]
    fn what_does_not_fit_is_counted() {
        let mut page = Page { text: String::new(), most: 12 };
        page.section("h", &["aaaa".to_owned(), "bbbb".to_owned(), "cccc".to_owned()], "e");
        assert_eq!(page.text, "haaaabbbb\n… and 1 more, for which there is no room here.\ne");
        page.section("h", &["dddd".to_owned()], "e");
        assert!(!page.text.contains("dddd"));
    }
}
