//! The page, read back by a tokenizer that is not ours.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use belie::check::{Checked, check};
use belie::conflicts::finding::{Finding, Status};
use belie::conflicts::merge::sort;
use belie::report::html::page;
use belie::report::model::Report;
use belie::rules::builtin;
use belie::rules::load::load;
use belie::source::file::File;
use belie::source::problem::Problem;
use belie::source::read::{Format, document};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use snapbox::{assert_data_eq, file};

use crate::fixture;

/// An element: what it is called, its attributes, the index of the element around it, and the text in it and below it.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
    parent: Option<usize>,
    text: String,
}

/// The elements of a page in their order; a page that is not well-formed fails here.
struct Page(Vec<Element>);

impl Page {
    fn read(html: &str) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let mut emitter = DefaultEmitter::default();
        // Styles and scripts are read as such.
        emitter.naively_switch_states(true);
        let mut elements: Vec<Element> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for token in Tokenizer::new_with_emitter(html, emitter) {
            match token.unwrap() {
                Token::StartTag(tag) => {
                    let name = text(&tag.name);
                    let attributes =
                        tag.attributes.iter().map(|(name, value)| (text(name), text(&value.value))).collect();
                    elements.push(Element { name, attributes, parent: open.last().copied(), text: String::new() });
                    if !["meta", "input"].contains(&elements.last().unwrap().name.as_str()) {
                        open.push(elements.len() - 1);
                    }
                }
                Token::EndTag(tag) => {
                    let closed = open.pop().map(|at| elements[at].name.as_str());
                    assert_eq!(closed, Some(text(&tag.name).as_str()), "an end without a beginning");
                }
                Token::String(words) => {
                    let words = text(&words.value);
                    open.iter().for_each(|&at| elements[at].text += &words);
                }
                Token::Doctype(doctype) => assert_eq!(text(&doctype.name), "html"),
                Token::Comment(comment) => panic!("a comment: {comment:?}"),
                Token::Error(error) => panic!("{error:?}"),
            }
        }
        assert!(open.is_empty(), "left open: {open:?}");
        Self(elements)
    }

    /// The elements of such a name and class; an empty class is any.
    fn all<'a>(&'a self, name: &'a str, class: &'a str) -> impl Iterator<Item = &'a Element> {
        self.0.iter().filter(move |element| element.name == name && (class.is_empty() || element.is(class)))
    }

    fn with_id(&self, id: &str) -> &Element {
        self.0.iter().find(|element| element.get("id") == id).unwrap_or_else(|| panic!("no {id}"))
    }

    /// The elements below another one.
    fn below<'a>(&'a self, top: &'a Element) -> impl Iterator<Item = &'a Element> {
        let is_below = move |element: &&Element| {
            let parents = std::iter::successors(Some(*element), |element| element.parent.map(|at| &self.0[at]));
            parents.skip(1).any(|parent| std::ptr::eq(parent, top))
        };
        self.0.iter().filter(is_below)
    }
}

impl Element {
    fn get(&self, attribute: &str) -> &str {
        self.attributes.get(attribute).map_or("", String::as_str)
    }

    fn is(&self, class: &str) -> bool {
        self.get("class").split(' ').any(|each| each == class)
    }
}

fn written(findings: &[Finding], problems: &[Problem]) -> String {
    let mut out = Vec::new();
    page::write(&Report::new(findings, problems, 5, 31), &fixture::rules(), &[], &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Findings of every severity, two of them known.
fn findings() -> Vec<Finding> {
    let mut findings = fixture::findings();
    sort(&mut findings);
    findings[1].status = Status::Baseline;
    findings[3].status = Status::Allowed;
    findings
}

/// What is found in texts with the built-in rules, and the page on it.
fn checked(texts: &[(&str, &str)]) -> (Checked, String) {
    let packs: Vec<(Arc<File>, bool)> = builtin::packs().map(|file| (Arc::new(file), true)).collect();
    let (rules, _) = load(&packs);
    let documents: Vec<_> =
        texts.iter().map(|(name, text)| document(Arc::new(File::new(*name, *text)), Format::of(name))).collect();
    let checked = check(&rules, &documents, None);
    let mut out = Vec::new();
    let report = Report::new(&checked.findings, &[], texts.len(), checked.claims().count());
    page::write(&report, &rules, &checked.documents, &mut out).unwrap();
    (checked, String::from_utf8(out).unwrap())
}

#[test]
fn the_body_of_the_page() {
    let page = written(&findings(), &fixture::problems());
    let (_, body) = page.split_once("<body>").unwrap();
    let (body, _) = body.split_once("<script>").unwrap();
    // A line for each element, so that a change can be read.
    assert_data_eq!(body.replace("><", ">\n<") + "\n", file!["page.html"].raw());
}

#[test]
fn each_finding_has_a_card_with_a_column_for_each_answer() {
    let findings = findings();
    let html = written(&findings, &[]);
    let page = Page::read(&html);
    let mut seen = 0;
    for (finding, number) in findings.iter().zip(1..) {
        let card = page.with_id(&format!("f-{}", finding.id));
        let known = if finding.status == Status::New { finding.severity.name() } else { "known" };
        assert_eq!(
            (card.get("data-fact"), card.get("data-group"), card.get("data-rule")),
            (number.to_string().as_str(), known, finding.rule.as_str())
        );
        assert!(page.with_id(known).text.contains(&card.text), "in the section of its group");
        let answers: Vec<&Element> = page.below(card).filter(|element| element.is("answer")).collect();
        assert_eq!(answers.len(), finding.sides.len());
        for (answer, side) in answers.iter().zip(&finding.sides) {
            assert!(answer.text.contains(&side.shown), "{}", side.shown);
            let links = page.below(answer).filter(|element| element.name == "a").count();
            assert_eq!(links, side.evidence.len(), "a link for each place");
        }
        let row = page.0.iter().filter(|element| element.get("data-fact") == number.to_string()).count();
        assert_eq!(row, 2, "a card and a row");
        seen += 1;
    }
    assert_eq!(page.all("article", "card").count(), seen);
}

#[test]
fn every_quote_stands_in_a_mark_of_its_card_and_of_its_article() {
    let (checked, html) = checked(&TEXTS);
    let page = Page::read(&html);
    let mut tried = 0;
    for finding in &checked.findings {
        let card = page.with_id(&format!("f-{}", finding.id));
        for at in finding.sides.iter().flat_map(|side| &side.evidence) {
            let value = single_spaced(at.file.slice(at.span));
            let quoted = page.below(card).filter(|element| {
                element.name == "mark" && single_spaced(&element.text).contains(&single_spaced(&at.quote))
            });
            assert!(quoted.count() > 0, "{} in {}", at.quote, card.text);
            let strong =
                page.below(card).filter(|element| element.name == "b" && single_spaced(&element.text) == value);
            assert!(strong.count() > 0, "{value}");
            let links = page.below(card).filter(|element| element.name == "a" && element.get("href").starts_with("#s"));
            let marks: Vec<&Element> = links.map(|link| page.with_id(&link.get("href")[1..])).collect();
            let mark = marks.iter().find(|mark| value.starts_with(single_spaced(&mark.text).trim()));
            assert!(mark.is_some_and(|mark| mark.name == "mark"), "{value}: {marks:?}");
            tried += 1;
        }
    }
    assert!(tried > 7, "{tried}");
}

/// Words over two lines, markup, rows, words twice, hostile words.
const TEXTS: [(&str, &str); 4] = [
    ("a/plain.txt", "The mayor of Lindhaven, Greta\nLund, spoke. The fair opens on Tuesday, 9 May 2026.\n"),
    (
        "b/plain.txt",
        "Greta Lund waved.\r\n\r\nThen Lindhaven Mayor Nora\r\nFels left, and Lindhaven Mayor Nora Fels came back.\r\n",
    ),
    ("markup.md", "# A *day*\n\n> The mayor of Lindhaven, Ida Holm, met <b>Lindhaven</b> Mayor Greta Lund & left.\n"),
    (
        "table.md",
        "| who | what |\n|---|---|\n| Lindhaven Mayor Pia Stern | opens |\n| Lindhaven Mayor Nora Fels | closes |\n",
    ),
];

fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_link_leads_to_one_place_of_the_page_and_back() {
    for html in [written(&findings(), &fixture::problems()), checked(&TEXTS).1] {
        let page = Page::read(&html);
        let mut ids = BTreeSet::new();
        for id in page.0.iter().map(|element| element.get("id")).filter(|id| !id.is_empty()) {
            assert!(ids.insert(id), "{id} twice");
        }
        for element in &page.0 {
            for attribute in ["href", "aria-labelledby"] {
                let to = element.get(attribute);
                let id = if attribute == "href" { to.strip_prefix('#') } else { Some(to) };
                assert!(to.is_empty() || id.is_some_and(|id| ids.contains(id)), "{attribute} {to} leads nowhere");
            }
        }
        // From each card into the articles, and from each mark there back to that card.
        for card in page.all("article", "card") {
            for link in page.below(card).filter(|element| element.get("href").starts_with("#s")) {
                let (source, _) = link.get("href")[1..].split_once('-').unwrap();
                let back = format!("#{}", card.get("id"));
                let article = page.with_id(source);
                assert!(page.below(article).any(|element| element.get("href") == back), "{back} in {source}");
            }
        }
    }
}

#[test]
fn an_article_stands_there_once_and_whole_with_every_claim_marked() {
    let (checked, html) = checked(&TEXTS);
    let page = Page::read(&html);
    let articles: Vec<&Element> = page.all("article", "source").collect();
    assert_eq!(articles.len(), TEXTS.len());
    for (article, (name, text)) in articles.iter().zip(TEXTS) {
        let lines: Vec<(usize, &str)> =
            text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.is_empty()).collect();
        let shown: Vec<&Element> = page.below(article).filter(|element| !element.get("data-line").is_empty()).collect();
        assert_eq!(shown.len(), lines.len(), "{name}");
        for (shown, (number, line)) in shown.iter().zip(lines) {
            let references = page.below(shown).filter(|element| element.name == "sup");
            let mut rest = shown.text.clone();
            references.for_each(|reference| rest = rest.replacen(&reference.text, "", 1));
            assert_eq!((shown.get("data-line"), rest.as_str()), (number.to_string().as_str(), line), "{name}");
        }
        let marked = page.below(article).filter(|element| element.name == "mark" || element.is("claim"));
        let marked = marked.map(|element| element.text.as_str()).collect::<String>();
        let here = checked.claims().filter(|claim| &**claim.at.file.name() == name && claim.counts());
        // Of claims that overlap one is marked, of those in dispute each.
        for claim in here {
            let mut words = claim.at.file.slice(claim.at.span).split_whitespace();
            assert!(words.any(|word| marked.contains(word)), "{name}: {claim:?} in {marked}");
        }
    }
}

#[test]
fn marks_that_cross_each_other_lose_no_words() {
    let mut findings = fixture::findings();
    let file = fixture::file("crossing.txt", "one two three four\nfive six\n");
    let spans = ["one two three", "two three four\nfive", "three", "two three four\nfive", "one", "five six\n"];
    let evidence = findings[0].sides[0].evidence[0].clone();
    findings.truncate(1);
    findings[0].sides.truncate(1);
    findings[0].sides[0].evidence = spans
        .map(|words| {
            let span = fixture::span(&file, words);
            belie::claims::claim::Evidence {
                span,
                sentence_span: span,
                block_span: span,
                file: file.clone(),
                ..evidence.clone()
            }
        })
        .to_vec();
    let html = written(&findings, &[]);
    let page = Page::read(&html);
    let article = page.with_id("s1");
    let mut marked = String::new();
    for part in page.below(article).filter(|element| ["mark", "sup"].contains(&element.name.as_str())) {
        marked += &if part.name == "sup" { format!("[{}]", part.text) } else { format!("({})", part.text) };
    }
    assert_eq!(marked, "(one)[1]( )(two )(three)[1]( four)(five)[1]( six)[1]");
    for anchor in 1..=5 {
        page.with_id(&format!("s1-{anchor}"));
    }
}

#[test]
fn hostile_words_are_words() {
    const HOSTILE: &str = "</script></style></title>-->]]><img src=x onerror=alert(1)>\" onclick='x' <b>&lt;&amp;&#0;\u{0}\u{1b}[2J\u{202e}";
    let mut findings = findings();
    let file = fixture::file(&format!("{HOSTILE}.md"), &format!("{HOSTILE} Mayor Ivo Brandt {HOSTILE}\n"));
    let span = fixture::span(&file, "Ivo Brandt");
    for finding in &mut findings {
        for words in
            [&mut finding.rule, &mut finding.title, &mut finding.message, &mut finding.about, &mut finding.help]
        {
            *words = HOSTILE.to_owned();
        }
        finding.remarks = vec![HOSTILE.to_owned()];
        for side in &mut finding.sides {
            side.shown = HOSTILE.to_owned();
            side.role = Some(HOSTILE.to_owned());
            for at in &mut side.evidence {
                at.said_by = Some(HOSTILE.to_owned());
                at.file = file.clone();
                (at.span, at.sentence_span, at.block_span) = (span, span, span);
            }
        }
    }
    let mut problems = fixture::problems();
    for problem in &mut problems {
        problem.message = HOSTILE.to_owned();
        problem.path = HOSTILE.into();
        problem.help = Some(HOSTILE.to_owned());
    }
    let html = written(&findings, &problems);
    let page = Page::read(&html);
    let plain = written(&self::findings(), &fixture::problems());
    let names = |page: &Page| page.0.iter().map(|element| element.name.clone()).collect::<BTreeSet<_>>();
    assert_eq!(names(&page), names(&Page::read(&plain)), "no element but ours");
    assert_eq!(page.all("script", "").count(), 1);
    let attributes = |page: &Page| -> BTreeSet<String> {
        page.0.iter().flat_map(|element| element.attributes.keys().cloned()).collect()
    };
    assert!(attributes(&page).is_subset(&attributes(&Page::read(&plain))), "no attribute but ours");
    let shown =
        "</script></style></title>-->]]><img src=x onerror=alert(1)>\" onclick='x' <b>&lt;&amp;&#0;␀␛[2J\u{fffd}";
    assert!(page.all("h3", "").any(|title| title.text.starts_with(shown)), "shown as it is written");
}

#[test]
fn nothing_is_loaded_from_anywhere() {
    let html = written(&findings(), &fixture::problems());
    let page = Page::read(&html);
    for element in &page.0 {
        for attribute in ["src", "srcset", "action", "data", "poster", "style"] {
            assert!(!element.attributes.contains_key(attribute), "{element:?}");
        }
        assert!(!["link", "img", "iframe", "object", "base"].contains(&element.name.as_str()), "{element:?}");
    }
    for part in ["style", "script"] {
        let text = &page.all(part, "").next().unwrap().text;
        for word in ["url(", "@import", "http:", "https:", "fetch", "XMLHttpRequest", "innerHTML", "eval"] {
            assert!(!text.contains(word), "{word} in the {part}");
        }
    }
    assert!(page.all("meta", "").any(|meta| meta.get("content").starts_with("default-src 'none';")));
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    assert_eq!(written(&findings(), &fixture::problems()), written(&findings(), &fixture::problems()));
    assert_eq!(checked(&TEXTS).1, checked(&TEXTS).1);
}

#[test]
fn one_identity_twice_has_two_anchors() {
    let mut findings = findings();
    findings[1].id = findings[0].id.clone();
    let html = written(&findings, &[]);
    let page = Page::read(&html);
    let ids: Vec<&str> = page.all("article", "card").map(|card| card.get("id")).take(4).collect();
    assert!(ids.contains(&format!("f-{}", findings[0].id).as_str()), "{ids:?}");
    assert!(ids.contains(&format!("f-{}-2", findings[0].id).as_str()), "{ids:?}");
}

#[test]
fn the_matrix_falls_apart_where_no_table_has_room_for_all_sources() {
    let mut findings = Vec::new();
    for nth in 0..30 {
        let mut finding = fixture::findings().swap_remove(0);
        finding.id = format!("{nth:04x}");
        let sources = if nth == 29 { 12 } else { 2 };
        let evidence = finding.sides[0].evidence[0].clone();
        let at = |source: usize| belie::claims::claim::Evidence {
            file: fixture::file(&format!("{:02}.txt", nth + source), evidence.file.text()),
            ..evidence.clone()
        };
        finding.sides.truncate(1);
        finding.sides[0].evidence = (0..sources).map(at).collect();
        findings.push(finding);
    }
    let html = written(&findings, &[]);
    let page = Page::read(&html);
    let tables: Vec<&Element> = page.all("table", "matrix").collect();
    assert!(tables.len() > 2);
    let rows = |table: &&&Element| page.below(table).filter(|element| !element.get("data-fact").is_empty()).count();
    assert_eq!(tables.iter().map(|table| rows(&table)).sum::<usize>(), findings.len());
    for table in tables {
        let columns = page.below(table).filter(|element| element.get("scope") == "col").count();
        assert!(columns <= 9, "{columns}");
    }
}

#[test]
fn a_clean_report_is_a_page_too() {
    let html = written(&[], &[]);
    let page = Page::read(&html);
    assert_eq!(page.all("h1", "").next().unwrap().text, "No contradictions found");
    assert_eq!(page.all("form", "").count(), 0);
}
