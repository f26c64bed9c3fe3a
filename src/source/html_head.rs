//! What a page says of itself: its title, and the day it was published.

use serde_json::Value;

use super::document::Header;
use super::html_text::resolved;
use super::html_tree::{Event, Tree};

/// The title and the date of a page, as written. Of several dates the first of: `article:published_time`,
/// `datePublished` of schema.org in the markup, the same in JSON-LD, a `time` that is marked as the day of publication.
pub(super) fn head(text: &str, tree: &Tree) -> Header {
    let mut dates: [Option<String>; 4] = [const { None }; 4];
    let (mut title, mut headline) = (None, None);
    for (at, event) in tree.events.iter().enumerate() {
        let Event::Start(number) = event else { continue };
        let element = &tree.elements[*number as usize];
        let is = |name: &str, value: &str| {
            element.attribute(name).is_some_and(|written| written.eq_ignore_ascii_case(value))
        };
        let words = || Header::field(&words(text, tree, at));
        let published = is("itemprop", "datePublished");
        match element.name {
            "title" if title.is_none() => title = words(),
            "h1" if headline.is_none() => headline = words(),
            "meta" => {
                let content = || element.attribute("content").and_then(Header::field);
                if is("property", "article:published_time") {
                    dates[0] = dates[0].take().or_else(content);
                } else if published || is("name", "datePublished") {
                    dates[1] = dates[1].take().or_else(content);
                }
            }
            "script" if dates[2].is_none() && is("type", "application/ld+json") => {
                dates[2] = date_published(&raw(text, tree, at));
            }
            "time" if published || element.attribute("pubdate").is_some() => {
                let written = || element.attribute("datetime").and_then(Header::field).or_else(words);
                let place = &mut dates[if published { 1 } else { 3 }];
                *place = place.take().or_else(written);
            }
            _ => {}
        }
    }
    Header { title: title.or(headline), date: dates.into_iter().flatten().next(), ..Header::default() }
}

/// The value of `datePublished` of the article that some JSON-LD describes, else of the page.
fn date_published(json: &str) -> Option<String> {
    let value: Value = serde_json::from_str(json.trim()).ok()?;
    let mut things: Vec<&Value> = Vec::new();
    for thing in value.as_array().map_or(std::slice::from_ref(&value), Vec::as_slice) {
        things.push(thing);
        things.extend(thing.get("@graph").and_then(Value::as_array).into_iter().flatten());
    }
    let kinds = |thing: &Value| -> Vec<String> {
        let kinds = thing
            .get("@type")
            .map_or(&[][..], |kind| kind.as_array().map_or(std::slice::from_ref(kind), Vec::as_slice));
        kinds.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect()
    };
    // NewsArticle, BlogPosting, Report; then WebPage. Events and others have dates of their own.
    let of = |endings: &[&str]| {
        let mut wanted = things
            .iter()
            .filter(|thing| kinds(thing).iter().any(|kind| endings.iter().any(|ending| kind.ends_with(ending))));
        wanted.find_map(|thing| thing.get("datePublished")?.as_str().and_then(Header::field))
    };
    of(&["Article", "Posting", "Report"]).or_else(|| of(&["WebPage"]))
}

/// No title and no date has more tags and pieces of text than this; a page without end tags takes no longer than another.
const LONGEST: usize = 256;

/// The text inside the element that starts at an event.
fn words(text: &str, tree: &Tree, start: usize) -> String {
    let mut words = String::new();
    for event in tree.inside(start).take(LONGEST) {
        let Event::Text(part) = event else { continue };
        match &part.words {
            Some(made) => words.push_str(made),
            None => words.push_str(&resolved(&text[part.at.range()])),
        }
    }
    words.replace('\u{ad}', "")
}

/// The text behind the start of a script, in which references mean nothing.
fn raw(text: &str, tree: &Tree, start: usize) -> String {
    match tree.events.get(start + 1) {
        Some(Event::Text(part)) => text[part.at.range()].to_owned(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::head;
    use crate::source::html_tree::tree;

    /// Expectations are written `title | date`, with `-` for what is not said.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let header = head(text, &tree(text, 0, false));
        let or_dash = |field: Option<String>| field.unwrap_or_else(|| "-".to_owned());
        assert_eq!(format!("{} | {}", or_dash(header.title), or_dash(header.date)), expected, "{text}");
    }

    #[test]
    fn the_title_is_that_of_the_page_else_its_headline() {
        check("<title>\n A &amp; B\n</title><h1>C</h1>", "A & B | -");
        check("<h1>The <em>har&shy;bour</em></h1><h1>C</h1>", "The harbour | -");
        check("<title></title><p>x", "- | -");
    }

    #[test]
    fn a_page_without_end_tags_takes_no_longer_than_another() {
        check(&"<time pubdate>".repeat(20_000), "- | -");
        check(&"<h1><div>".repeat(20_000), "- | -");
    }

    #[test]
    fn the_date_is_taken_from_where_publishers_write_it() {
        let meta = "<meta property='article:published_time' content='2025-03-04T07:00:00Z'>";
        let time = "<time pubdate datetime=2025-03-06>6 March</time>";
        let json = |inside: &str| format!("<script type='application/ld+json'>{inside}</script>");
        check(meta, "- | 2025-03-04T07:00:00Z");
        check("<meta itemprop=datePublished content=2025-03-05>", "- | 2025-03-05");
        check(time, "- | 2025-03-06");
        check("<time itemprop=datePublished>6 March 2025</time>", "- | 6 March 2025");
        check("<time datetime=1969-07-20>that day</time>", "- | -");
        check("<meta property='article:modified_time' content='2025-03-05'>", "- | -");
        check(&json(r#"{"@type":"NewsArticle","datePublished":"2025-03-07"}"#), "- | 2025-03-07");
        check(
            &json(
                r#"{"@graph":[{"@type":"WebPage","datePublished":"2024"},{"@type":["Article"],"datePublished":"2025-03-07"}]}"#,
            ),
            "- | 2025-03-07",
        );
        check(&json(r#"[{"@type":"Event","datePublished":"2024"}]"#), "- | -");
        check(&json("{broken"), "- | -");
        check(&json("[[[1]]]"), "- | -");
        check(
            &format!("{time}{}{meta}", json(r#"{"@type":"Report","datePublished":"2025-03-07"}"#)),
            "- | 2025-03-04T07:00:00Z",
        );
    }
}
