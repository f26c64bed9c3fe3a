//! HTML says what the same words say as plain text and as Markdown, however a page is written.

#![expect(clippy::unwrap_used, reason = "a test that fails says so loudly")]

mod engine;

use belie::rules::rule::Rules;
use belie::source::front_matter::front_matter;
use engine::{Source, articles, builtin_rules, in_package, page};

/// One article in three forms, each with everything its form can put in the way of a claim.
const TEXT: &str = "\u{feff}A bridge for Lindhaven 🌉\r\n\r\nThe mayor of Lindhaven, Greta Lund, thanked the builders. The \
    harbour bridge cost £3.4m, the council said.\r\n\r\nThe bridge opened on Friday, 4 March 2025, at 10am.\r\n\r\n- Then \
    Lindhaven Mayor Nora Fels left.\r\n- The harbour bridge cost £5.1m, the council said.\r\n";
const MARKDOWN: &str = "# A bridge for Lindhaven 🌉\n\nThe may\u{ad}or of [Lindhaven](https://example.org/2024), **Greta\u{a0}Lund**, \
    thanked\nthe builders. The harbour bridge cost &pound;3.4m, the council said.\n\nThe bridge opened on Friday, 4&nbsp;March \
    *2025*, at 10am.\n\n* Then Lindhaven Mayor Nora\n  Fels left.\n* The harbour bridge cost £5.1m, the council said.\n";
const HTML: &str = "\u{feff}<!DOCTYPE html>\r\n<html><head><title>A bridge for Lindhaven 🌉 &ndash; The Lind Post</title>\r\n\
    <script>var mayor = '<p>Lindhaven Mayor Tomas Reid</p>';</script></head>\r\n<body>\r\n<nav><ul><li>Lindhaven Mayor Tomas \
    Reid</ul></nav>\r\n<article>\r\n  <header><h1>A bridge for Lindhaven &#127753;</h1></header>\r\n  <p>The may&shy;or of <a \
    href=\"/l?a=1&amp;b=2024\">Lind\u{ad}haven</a>, <b>Greta&nbsp;Lund</b>,\r\n    thanked the builders. The harbour bridge cost \
    &pound;3.4m, the council said.\r\n  <p>The bridge opened on Friday, 4&nbsp;March <i>2025</i>, at&#x20;10am.\r\n  <ul><li>Then \
    Lindhaven Mayor Nora<!-- not Tomas Reid -->\r\n Fels left.<li>The harbour <em>bridge</em> cost &#163;5.1m, the \
    <span>council</span> said.</ul>\r\n  <aside>Lindhaven Mayor Tomas Reid</aside>\r\n</article>\r\n<footer><p>Lindhaven Mayor \
    Tomas Reid</footer></body></html>\r\n";

#[test]
fn an_article_says_the_same_as_text_as_markdown_and_as_html() {
    let rules = builtin_rules();
    let text = told(&rules, "a.txt", TEXT);
    assert!(text.len() > 2, "{text:#?}");
    for (name, form) in [("a.md", MARKDOWN), ("a.html", HTML), ("a.xhtml", &HTML.replace("<p>", "</p><p>"))] {
        assert_eq!(told(&rules, name, form), text, "{name}");
    }
}

#[test]
fn our_own_articles_say_the_same_as_html() {
    let rules = builtin_rules();
    let mut seen = 0;
    for article in [articles(&in_package("seeds")), articles(&in_package("tests/articles"))].concat() {
        let text = String::from_utf8(article.bytes).unwrap();
        let markdown = told(&rules, &format!("{}.md", article.name), &text);
        seen += markdown.len();
        assert_eq!(told(&rules, &format!("{}.html", article.name), &page(&text)), markdown, "{}", article.name);
    }
    assert!(seen > 20, "{seen} findings");
}

#[test]
fn what_is_not_seen_hides_no_claim_in_any_form() {
    let rules = builtin_rules();
    type Change = fn(&str) -> String;
    let changes: [(&str, Change); 3] = [
        ("soft hyphens", soft_hyphens),
        ("no-break blanks", no_break),
        ("no-break hyphens", |text| hyphens(text, '\u{2011}')),
    ];
    for article in [articles(&in_package("seeds")), articles(&in_package("tests/articles"))].concat() {
        let text = String::from_utf8(article.bytes).unwrap();
        let (_, body) = front_matter(&text);
        for (what, change) in changes {
            let changed = format!("{}{}", &text[..body], change(&text[body..]));
            for name in [article.name.clone(), format!("{}.md", article.name)] {
                assert_eq!(told(&rules, &name, &changed), told(&rules, &name, &text), "{name} with {what}");
            }
            let name = format!("{}.html", article.name);
            assert_eq!(told(&rules, &name, &page(&changed)), told(&rules, &name, &page(&text)), "{name} with {what}");
        }
    }
}

fn told(rules: &Rules, name: &str, text: &str) -> Vec<String> {
    engine::told(rules, &Source::of(name, text), plain)
}

fn plain(words: &str) -> String {
    words.replace('\u{a0}', " ").replace(['\u{2010}', '\u{2011}'], "-").replace('\u{ad}', "")
}

/// A soft hyphen in the middle of every word of six letters or more.
fn soft_hyphens(text: &str) -> String {
    let word = |word: &str| match word.char_indices().nth(3) {
        Some((at, _)) if word.chars().count() >= 6 && word.chars().all(char::is_alphabetic) => {
            format!("{}\u{ad}{}", &word[..at], &word[at..])
        }
        _ => word.to_owned(),
    };
    text.split_inclusive(|c: char| !c.is_alphabetic())
        .map(|part| {
            let letters = part.trim_end_matches(|c: char| !c.is_alphabetic());
            word(letters) + &part[letters.len()..]
        })
        .collect()
}

/// A blank that never breaks between a word and another.
fn no_break(text: &str) -> String {
    between(text, ' ', '\u{a0}', char::is_alphabetic)
}

fn hyphens(text: &str, hyphen: char) -> String {
    between(text, '-', hyphen, char::is_alphabetic)
}

/// A text with a character between two of some kind replaced.
fn between(text: &str, old: char, new: char, kind: fn(char) -> bool) -> String {
    let characters: Vec<char> = text.chars().collect();
    let at = |at: usize| characters.get(at).copied().is_some_and(kind);
    let changed = characters.iter().enumerate().map(|(place, &character)| {
        if character == old && place > 0 && at(place - 1) && at(place + 1) { new } else { character }
    });
    changed.collect()
}
