//! Messages of e-mail (RFC 5322, MIME): the text that a reader sees first, the day it was sent, and its subject.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use super::document::Header;
use super::html::html;
use super::plain::plain;
use super::prose::Prose;

/// A message, its text taken out.
#[derive(Debug)]
pub(super) struct Mail {
    /// The text, or the page of HTML.
    pub(super) text: String,
    pub(super) prose: Prose,
    pub(super) header: Header,
}

/// Reads a message: its plain text, and where it has none its page of HTML; `None` where these bytes are no message.
///
/// The signature behind a line `-- ` (RFC 3676, 4.3) is no prose, and what is attached is named, but not read.
pub(super) fn mail(bytes: &[u8]) -> Option<Mail> {
    let message = MessageParser::default().parse(bytes)?;
    let headers = &message.parts.first()?.headers;
    if !headers.iter().any(|header| matches!(header.name(), "From" | "To" | "Date" | "Subject" | "Message-ID")) {
        return None;
    }
    let (text, is_page) = body(&message);
    let (prose, page) =
        if is_page { html(&text, 0, false) } else { (plain(&text[..signature(&text)], 0), Header::default()) };
    let day = message.date().filter(|date| date.is_valid());
    let header = Header {
        title: message.subject().and_then(Header::field).or(page.title),
        title_at: None,
        // The day where it was sent; what a page says of itself is of the page.
        date: day.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)),
        date_order: None,
        unread: message.attachments().map(called).collect(),
    };
    Some(Mail { text, prose, header })
}

/// The words of a message, and whether they are a page of HTML. A part of the other kind behind the first is what a mailing
/// list adds.
fn body(message: &Message<'_>) -> (String, bool) {
    let parts = || message.text_body.iter().filter_map(|&number| message.part(number));
    let is_page = parts().next().is_some_and(|first| matches!(first.body, PartType::Html(_)));
    let words: Vec<&str> = parts()
        .filter_map(|part| match &part.body {
            PartType::Html(page) if is_page => Some(&**page),
            PartType::Text(text) if !is_page => Some(&**text),
            _ => None,
        })
        .collect();
    (words.join("\n\n"), is_page)
}

/// The byte where the signature begins, else the end.
fn signature(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_end_matches(['\r', '\n']) == "-- " {
            return at;
        }
        at += line.len();
    }
    text.len()
}

/// What an attachment is called: its name, else its type.
fn called(part: &MessagePart<'_>) -> String {
    let kind = || {
        let kind = part.content_type()?;
        Some(format!("{}/{}", kind.ctype(), kind.subtype()?))
    };
    part.attachment_name().map(str::to_owned).or_else(kind).unwrap_or_else(|| "a part without a name".to_owned())
}
