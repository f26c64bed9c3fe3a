//! Titles that name things of one kind: "Oak Street" and "Elm Street", "Line 4" and "Line 5", two names, two functions.

use std::cell::OnceCell;
use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::base_form::Meanings;
use super::clause_words::{is_count, is_ordinal};
use super::story::is_name;
use crate::source::document::Document;
use crate::source::token::{TokenKind, hash};
use crate::values::value::{Kind, Reading};

/// A heading or a label: its words and numbers, folded, and where each stands.
#[derive(Clone, Debug)]
pub(super) struct Title<'a>(Vec<(&'a str, usize)>);

impl<'a> Title<'a> {
    pub(super) fn of(document: &'a Document, tokens: Range<usize>) -> Self {
        let words = tokens.filter(|&at| document.tokens()[at].kind != TokenKind::Mark);
        Self(words.map(|at| (document.word(at), at)).collect())
    }

    fn words(&self) -> impl Iterator<Item = &'a str> {
        self.0.iter().map(|(word, _)| *word)
    }

    /// Its words in one piece: titles of the same words name one thing.
    pub(super) fn named(&self) -> String {
        self.words().collect::<Vec<_>>().join(" ")
    }
}

/// What makes titles of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Trait {
    /// The same words around a number, a day or a letter.
    Numbered(String),
    /// The same noun behind another word.
    Noun(u32),
    /// Something else behind the same word: "with yoghurt", "for children".
    Tied(String),
    /// A name.
    Name,
    /// What has a form that no word has: `read_file`, `fs.open()`.
    Code,
}

/// Tells which titles of a document name things of one kind.
pub(super) struct Kin<'a> {
    document: &'a Document,
    meanings: &'a Meanings,
    readings: &'a [Reading],
    /// The words of names: those that have a capital in the middle of a sentence, and those that were read as names.
    names: OnceCell<FxHashSet<&'a str>>,
}

/// How many words a name has at most.
const LONGEST_NAME: usize = 4;

impl<'a> Kin<'a> {
    pub(super) fn new(document: &'a Document, meanings: &'a Meanings, readings: &'a [Reading]) -> Self {
        Self { document, meanings, readings, names: OnceCell::new() }
    }

    /// For each title that names a thing of a kind of which another title names another one, which that is: the first title
    /// with its words.
    pub(super) fn places(&self, titles: &[&Title<'a>]) -> Vec<Option<u32>> {
        let traits: Vec<Vec<(Trait, String)>> = titles.iter().map(|title| self.traits(title)).collect();
        let mut things: FxHashMap<&Trait, FxHashSet<&str>> = FxHashMap::default();
        for (of_kind, thing) in traits.iter().flatten() {
            things.entry(of_kind).or_default().insert(thing);
        }
        let is_one_of_several =
            |traits: &Vec<(Trait, String)>| traits.iter().any(|(of_kind, _)| things[of_kind].len() > 1);
        let mut firsts: FxHashMap<String, u32> = FxHashMap::default();
        let places = (0..).zip(titles).map(|(at, title)| *firsts.entry(title.named()).or_insert(at));
        places.zip(&traits).map(|(place, traits)| Some(place).filter(|_| is_one_of_several(traits))).collect()
    }

    /// Of which kinds what a title names is, and in each case by which words it is told from others.
    fn traits(&self, title: &Title<'a>) -> Vec<(Trait, String)> {
        let numbered = self.pattern(title).map(|pattern| (Trait::Numbered(pattern), title.named()));
        let name = self.is_name(title).then(|| (Trait::Name, title.named()));
        let code = self.is_code(title).then(|| (Trait::Code, title.named()));
        [numbered, self.noun(title), self.tied(title), name, code].into_iter().flatten().collect()
    }

    /// The words of a title around what counts it; `None` where nothing does, or where it counts the parts of a text.
    fn pattern(&self, title: &Title<'a>) -> Option<String> {
        let counts = |(at, &(word, token)): (usize, &(&str, usize))| {
            let letter = || word.len() == 1 && at > 0 && at + 1 == title.0.len();
            self.document.tokens()[token].kind == TokenKind::Number
                || is_ordinal(word)
                || is_count(word)
                || self.meanings.at(token).calendar
                || letter()
        };
        let counted: Vec<bool> = title.0.iter().enumerate().map(counts).collect();
        let rest: Vec<&str> =
            title.words().zip(&counted).map(|(word, counts)| if *counts { "#" } else { word }).collect();
        // "2." before a heading tells nothing of what it is about, but a year does, and a version.
        let dated = |&(word, token): &(&str, usize)| word.len() >= 4 || self.meanings.at(token).calendar;
        let bare = rest.iter().all(|word| *word == "#") && !title.0.iter().any(dated);
        (counted.contains(&true) && !bare && !rest.iter().any(|word| is_part_of_text(word))).then(|| rest.join(" "))
    }

    /// The noun that a title ends with, told from others by the word right before it.
    fn noun(&self, title: &Title<'a>) -> Option<(Trait, String)> {
        let [.., (before, first), (word, last)] = title.0[..] else { return None };
        let told = first + 1 == last && self.meanings.term(first).is_some();
        // "The rich one", "The plain one"
        let noun = if word == "one" { Some(hash(b"one")) } else { self.meanings.term(last).map(|noun| noun.id) };
        Some((Trait::Noun(noun.filter(|_| told)?), before.to_owned()))
    }

    /// What a title begins with where that tells of what follows that it is one of several.
    fn tied(&self, title: &Title<'a>) -> Option<(Trait, String)> {
        let [(first, _), rest @ ..] = &title.0[..] else { return None };
        let tells = matches!(*first, "with" | "without" | "for");
        let what = rest.iter().find(|&&(_, at)| self.meanings.term(at).is_some()).filter(|_| tells)?;
        Some((Trait::Tied((*first).to_owned()), what.0.to_owned()))
    }

    /// Whether a title is a name: capitals alone, and one of its words is a name elsewhere too.
    fn is_name(&self, title: &Title<'a>) -> bool {
        let capitals = title.0.iter().all(|&(_, at)| self.document.capital(at));
        let known = |word: &str| self.names().contains(word);
        (1..=LONGEST_NAME).contains(&title.0.len()) && capitals && title.words().any(known)
    }

    fn names(&self) -> &FxHashSet<&'a str> {
        let of_name = |kind: Kind| matches!(kind, Kind::Person | Kind::Place | Kind::Country | Kind::Org);
        self.names.get_or_init(|| {
            let inside = (0..self.document.tokens().len()).filter(|&at| is_name(self.document, self.meanings, at));
            let read = self.readings.iter().filter(|reading| of_name(reading.kind));
            let read = read.flat_map(|reading| reading.tokens.start as usize..reading.tokens.end as usize);
            inside.chain(read).map(|at| self.document.word(at)).collect()
        })
    }

    fn is_code(&self, title: &Title<'a>) -> bool {
        let (Some(&(_, first)), Some(&(_, last))) = (title.0.first(), title.0.last()) else { return false };
        let raw = self.document.prose.slice(self.document.span(first, last + 1));
        let hump =
            || raw.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
        !raw.contains(char::is_whitespace)
            && (raw.contains(['_', '(']) || raw.trim_end_matches('.').contains('.') || hump())
    }
}

/// Whether a folded word names a part of a text, whose parts are all about one thing.
fn is_part_of_text(word: &str) -> bool {
    matches!(
        word,
        "part" | "chapter" | "section" | "page" | "step" | "volume" | "appendix" | "figure" | "table" | "question"
    ) || matches!(word, "item" | "note" | "lesson" | "act" | "scene" | "book" | "paragraph" | "article" | "annex")
}
