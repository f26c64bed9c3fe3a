//! Words in their base form, synonyms made one: what two sentences are held against each other by.

use std::cell::RefCell;
use std::sync::LazyLock;

use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;

use super::grammar::Grammar;
use super::word_list::lines;
use crate::source::document::Document;
use crate::source::token::{TokenKind, hash};
use crate::source::word_table::WordTable;
use crate::values::calendar_words::{month, weekday};

/// A word that carries meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// A hash of its base form, or of the first of its synonyms.
    pub id: u32,
    /// Whether it is common in news of any kind, so that sharing it proves little.
    pub weak: bool,
    /// Whether it speaks of what grows while an event goes on: the dead, the rescued.
    pub grows: bool,
    /// Whether it names what is measured: height, weight, speed.
    pub measures: bool,
}

impl Term {
    /// A base form of which no list says more.
    fn of(stem: &str) -> Self {
        Self { id: hash(stem.as_bytes()), weak: false, grows: false, measures: false }
    }
}

/// The base form of a folded word; `None` for one that only binds other words, and for marks and numbers.
#[must_use]
pub fn term(word: &str) -> Option<Term> {
    if !word.starts_with(char::is_alphabetic) {
        return None;
    }
    MET.with_borrow_mut(|met| met.get(word).copied().unwrap_or_else(|| kept(met, word)).term)
}

/// What a word is to those who hold sentences against each other.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Meaning {
    /// Its base form, as [`term`] tells it.
    pub(super) term: Option<Term>,
    /// Whether it is a month or a weekday: it dates a sentence and says nothing of what it is about.
    pub(super) calendar: bool,
    /// As [`is_plural`] tells it.
    pub(super) plural: bool,
    /// What it does in a clause.
    pub(super) grammar: Grammar,
}

/// The meaning of every token of a document.
#[derive(Debug)]
pub(super) struct Meanings(Vec<Meaning>);

impl Meanings {
    /// Looks up every word once.
    pub(super) fn of(document: &Document) -> Self {
        let meaning = |met: &mut WordTable<Meaning>, at: usize| match document.tokens()[at].kind {
            TokenKind::Mark => Meaning::default(),
            _ => document.look_up(at, met).copied().unwrap_or_else(|| kept(met, document.word(at))),
        };
        MET.with_borrow_mut(|met| Self((0..document.tokens().len()).map(|at| meaning(met, at)).collect()))
    }

    /// What the token at `at` means; nothing behind the last one.
    pub(super) fn at(&self, at: usize) -> Meaning {
        self.0.get(at).copied().unwrap_or_default()
    }

    /// The base form of a token that says something of what its sentence is about.
    pub(super) fn term(&self, at: usize) -> Option<Term> {
        let meaning = self.at(at);
        meaning.term.filter(|_| !meaning.calendar)
    }
}

/// Whether a word is a month or a weekday.
pub(super) fn is_calendar(word: &str) -> bool {
    month(word).is_some() || weekday(word).is_some()
}

thread_local! {
    /// What words met so far came to: a look-up costs a fiftieth of taking a word to its base form.
    static MET: RefCell<WordTable<Meaning>> = RefCell::default();
}

/// Gathers the words that are known; without it the first word that is asked for has to wait.
pub(super) fn gather() {
    LazyLock::force(&LEXIS);
}

/// The meaning of a word that was not met before.
fn kept(met: &mut WordTable<Meaning>, word: &str) -> Meaning {
    let meaning = Meaning {
        term: word.starts_with(char::is_alphabetic).then(|| made(word)).flatten(),
        calendar: is_calendar(word),
        plural: is_plural(word),
        grammar: Grammar::of(word),
    };
    if met.len() < MOST_MET {
        met.entry(word, || meaning);
    }
    meaning
}

/// How many words are kept at most, so that a text of made-up words does not fill the memory.
const MOST_MET: usize = 1 << 16;

fn made(word: &str) -> Option<Term> {
    if LEXIS.function.contains_key(word) {
        return None;
    }
    let stem = LEXIS.stem(word);
    Some(LEXIS.known.get(&*stem).copied().unwrap_or_else(|| Term::of(&stem)))
}

/// Whether a folded word names several of something, as far as its form tells.
#[must_use]
pub fn is_plural(word: &str) -> bool {
    let ends = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    LEXIS.plurals.contains_key(word) || ends && !LEXIS.function.contains_key(word)
}

static LEXIS: LazyLock<Lexis> = LazyLock::new(Lexis::new);

struct Lexis {
    stemmer: Stemmer,
    function: FxHashMap<&'static str, ()>,
    plurals: FxHashMap<&'static str, ()>,
    irregular: FxHashMap<&'static str, &'static str>,
    /// By stem.
    known: FxHashMap<&'static str, Term>,
}

impl Lexis {
    fn new() -> Self {
        let irregular = lines(include_str!("data/irregular-forms.txt")).filter_map(|line| line.split_once(':'));
        let irregular = irregular.flat_map(|(base, forms)| forms.split_whitespace().map(move |form| (form, base)));
        let words = |text: &'static str| lines(text).flat_map(str::split_whitespace).map(|word| (word, ()));
        let mut lexis = Self {
            stemmer: Stemmer::create(Algorithm::English),
            function: words(include_str!("data/function-words.txt")).collect(),
            plurals: words(include_str!("data/irregular-plurals.txt")).collect(),
            irregular: irregular.collect(),
            known: FxHashMap::default(),
        };
        for line in lines(include_str!(concat!(env!("OUT_DIR"), "/known-stems.txt"))) {
            let (marks, stems) = line.split_once(' ').unwrap_or_default();
            let mut stems = stems.split(' ');
            let Some(first) = stems.next() else { continue };
            let (weak, grows, measures) = (marks.contains('-'), marks.contains('+'), marks.contains('='));
            let term = Term { weak, grows, measures, ..Term::of(first) };
            for stem in stems.chain([first]) {
                lexis.known.entry(stem).or_insert(term);
            }
        }
        lexis
    }

    fn stem<'w>(&self, word: &'w str) -> std::borrow::Cow<'w, str> {
        self.stemmer.stem(self.irregular.get(word).copied().unwrap_or(word))
    }
}

#[cfg(test)]
mod tests {
    use super::{LEXIS, Term, is_plural, lines, term};

    #[test]
    fn forms_of_a_word_and_its_synonyms_have_one_base_form() {
        for (a, b, same) in [
            ("killed", "deaths", true),
            ("killing", "toll", true),
            ("sold", "sell", true),
            ("officers", "police", true),
            ("completed", "finished", true),
            ("routes", "route", true),
            ("routes", "roads", false),
        ] {
            assert_eq!(term(a).map(|term| term.id) == term(b).map(|term| term.id), same, "{a} {b}");
        }
        assert!(term("the").is_none() && term("12").is_none() && term(",").is_none());
        assert!(term("said").is_some_and(|term| term.weak) && term("died").is_some_and(|term| term.grows));
    }

    #[test]
    fn every_synonym_stands_in_one_group() {
        let groups = lines(include_str!("data/synonyms.txt")).filter_map(|line| line.split_once(':'));
        let lost: Vec<String> = groups
            .flat_map(|(first, rest)| {
                let first = first.trim_start_matches(['+', '=', ' ']);
                let group = Term::of(&LEXIS.stem(first)).id;
                let elsewhere = move |word: &&str| LEXIS.known[&*LEXIS.stem(word)].id != group;
                rest.split_whitespace()
                    .chain([first])
                    .filter(elsewhere)
                    .map(|word| format!("{first}: {word}"))
                    .collect::<Vec<_>>()
            })
            .collect();
        assert!(lost.is_empty(), "{lost:#?}");
    }

    #[test]
    fn plurals_are_told_by_their_form() {
        for (word, plural) in [("people", true), ("seats", true), ("bus", false), ("pass", false), ("was", false)] {
            assert_eq!(is_plural(word), plural, "{word}");
        }
    }
}
