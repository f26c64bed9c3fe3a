//! Which part of a page is the article: not its menus, not what it advertises, not what readers say of it.

use super::html_tree::{Element, Event, Tree};

/// What is read of a page.
#[derive(Debug, Default)]
pub(super) struct Main {
    /// The element that holds the text, by its number; the whole page where there is none.
    pub(super) root: Option<u32>,
    /// The headline, where it stands outside of that element or in the head of the page.
    pub(super) headline: Option<u32>,
    /// What is no prose, for each element.
    pub(super) left_out: Vec<bool>,
}

/// The main part of a page: the article that holds most of what the articles of the page say, else `main`, else all.
pub(super) fn main_part(tree: &Tree) -> Main {
    let mut main = Main { left_out: left_out(tree), ..Main::default() };
    // How much each article says by itself: comments of readers are articles inside the article.
    let mut said: Vec<(u32, usize)> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut whole = None;
    let mut headlines: Vec<(usize, u32)> = Vec::new();
    let mut hidden = 0;
    for (at, event) in tree.events.iter().enumerate() {
        match event {
            Event::Start(number) => {
                let element = &tree.elements[*number as usize];
                // A headline may stand in the head of the page, beside its menus.
                if element.name == "h1" && (hidden == 0 || in_header(tree, *number, &main.left_out)) {
                    headlines.push((at, *number));
                }
                hidden += u32::from(main.left_out[*number as usize]);
                if hidden == 0 && is_article(element) {
                    open.push(said.len());
                    said.push((*number, 0));
                } else if hidden == 0 && is_main(element) {
                    whole = whole.or(Some(*number));
                }
            }
            Event::End(number) => {
                if open.last().is_some_and(|&last| said[last].0 == *number) {
                    open.pop();
                }
                hidden -= u32::from(main.left_out[*number as usize]);
            }
            Event::Text(text) => {
                if let (0, Some(&last)) = (hidden, open.last()) {
                    said[last].1 += (text.at.end - text.at.start) as usize;
                }
            }
            Event::Comment(_) => {}
        }
    }
    let all: usize = said.iter().map(|(_, words)| words).sum();
    let article = said.iter().find(|(_, words)| words * 2 > all).map(|(number, _)| *number);
    main.root = article.or(whole);
    if let Some(root) = article {
        // Articles inside it are no part of it.
        for (number, _) in said.iter().filter(|(number, _)| *number != root) {
            main.left_out[*number as usize] = true;
        }
    }
    let root = main.root.map(|root| tree.elements[root as usize].at);
    let inside = |number: u32| {
        let at = tree.elements[number as usize].at;
        match root {
            Some(root) => root.start <= at.start && at.end <= root.end,
            None => !in_header(tree, number, &main.left_out),
        }
    };
    if !headlines.iter().any(|(_, number)| inside(*number)) {
        let before = |number: u32| root.is_none_or(|root| tree.elements[number as usize].at.end <= root.start);
        main.headline = headlines.iter().rev().map(|(_, number)| *number).find(|number| before(*number));
    }
    main
}

fn is_article(element: &Element) -> bool {
    element.name == "article" || element.attribute("role") == Some("article")
}

fn is_main(element: &Element) -> bool {
    element.name == "main" || element.attribute("role") == Some("main")
}

/// How many elements around one are looked at.
const DEPTH: usize = 512;

/// The elements around one, the nearest first.
fn around(tree: &Tree, number: u32) -> impl Iterator<Item = (u32, &Element)> {
    let parent = |number: u32| tree.elements[number as usize].parent;
    std::iter::successors(parent(number), move |&number| parent(number))
        .take(DEPTH)
        .map(|number| (number, &tree.elements[number as usize]))
}

/// Whether nothing but the head of the page leaves an element out.
fn in_header(tree: &Tree, number: u32, left_out: &[bool]) -> bool {
    let mut hiding = around(tree, number).filter(|(number, _)| left_out[*number as usize]).peekable();
    hiding.peek().is_some()
        && hiding.all(|(_, element)| element.name == "header" || element.attribute("role") == Some("banner"))
}

/// For each element, whether it is no prose.
fn left_out(tree: &Tree) -> Vec<bool> {
    let mut left_out: Vec<bool> = tree.elements.iter().map(is_no_prose).collect();
    for (number, element) in tree.elements.iter().enumerate() {
        let number = number as u32;
        if matches!(element.name, "header" | "footer") {
            // Those of a section or a quotation are a part of it.
            left_out[number as usize] |= !around(tree, number).any(|(_, element)| {
                matches!(element.name, "main" | "section" | "blockquote" | "td" | "figure" | "details")
                    || is_article(element)
                    || is_main(element)
            });
        }
        if is_article(element) || is_main(element) || element.name == "h1" {
            // Some servers put the whole page into a form.
            for (form, _) in around(tree, number).filter(|(_, element)| element.name == "form") {
                left_out[form as usize] = tree.elements[form as usize].is_hidden();
            }
        }
    }
    left_out
}

fn is_no_prose(element: &Element) -> bool {
    NO_PROSE.contains(&element.name)
        || element.attribute("role").is_some_and(|role| NO_PROSE_ROLES.contains(&role))
        || element.is_hidden()
}

/// Elements that are seen beside an article or in it and are none of what it says. Struck words are taken back, and
/// several words of code are none of a language that is read here.
const NO_PROSE: [&str; 41] = [
    "head",
    "title",
    "script",
    "style",
    "template",
    "nav",
    "aside",
    "form",
    "button",
    "noscript",
    "noframes",
    "noembed",
    "iframe",
    "object",
    "embed",
    "svg",
    "math",
    "canvas",
    "audio",
    "video",
    "picture",
    "select",
    "textarea",
    "datalist",
    "optgroup",
    "option",
    "progress",
    "meter",
    "output",
    "dialog",
    "search",
    "menu",
    "pre",
    "listing",
    "plaintext",
    "del",
    "s",
    "strike",
    "rt",
    "rp",
    "frameset",
];

/// What says the same in the attribute `role`.
const NO_PROSE_ROLES: [&str; 8] =
    ["alert", "banner", "complementary", "contentinfo", "dialog", "menu", "navigation", "search"];

impl Element {
    /// Whether it is not shown at all.
    fn is_hidden(&self) -> bool {
        let style = || {
            let style = self.attribute("style").unwrap_or_default();
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            let style = style.to_ascii_lowercase();
            style.contains("display:none") || style.contains("visibility:hidden")
        };
        self.attribute("hidden").is_some()
            || self.attribute("aria-hidden").is_some_and(|value| value.eq_ignore_ascii_case("true"))
            || style()
    }
}
