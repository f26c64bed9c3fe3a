//! What words are where they stand in or beside a name: titles, particles, words of bodies, words that open a sentence.

use std::ops::{BitOr, Range};
use std::sync::LazyLock;

use super::letters::plain;
use super::{calendar_words, number_start, office, place};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::sentence::Sentence;
use crate::source::token::{Token, TokenKind};
use crate::source::word_table::WordTable;

/// A set of classes; the empty one belongs to every word that is not listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

impl Class {
    /// A form of address or a rank.
    pub(crate) const TITLE: Self = Self(1);
    /// A title that brings a surname even in small letters.
    pub(crate) const SMALL_TITLE: Self = Self(1 << 1);
    /// A small word inside names.
    pub(crate) const PARTICLE: Self = Self(1 << 2);
    /// A small word that stands only behind another one.
    pub(crate) const SECOND_PARTICLE: Self = Self(1 << 3);
    /// `Jr`, `III`.
    pub(crate) const SUFFIX: Self = Self(1 << 4);
    /// A month or a weekday.
    pub(crate) const CALENDAR: Self = Self(1 << 5);
    /// A word that opens a sentence or joins its parts.
    pub(crate) const OPENER: Self = Self(1 << 6);
    /// A word that is part of no human name.
    pub(crate) const COMMON: Self = Self(1 << 7);
    /// A role that may stand in capitals before a human name.
    pub(crate) const ROLE: Self = Self(1 << 8);
    /// A word that organisations' names hold.
    pub(crate) const BODY: Self = Self(1 << 9);
    /// A company's form in law.
    pub(crate) const LEGAL: Self = Self(1 << 10);
    /// Capitals that are no body.
    pub(crate) const NO_BODY: Self = Self(1 << 11);
    /// A name that is another word besides.
    pub(crate) const ALSO_A_WORD: Self = Self(1 << 12);
    /// The first word of an office.
    pub(crate) const OFFICE: Self = Self(1 << 13);
    /// The first word of a place or of its people.
    pub(crate) const PLACE: Self = Self(1 << 14);
    /// The token is a word that begins with a capital letter.
    pub(crate) const CAPITAL: Self = Self(1 << 15);
    /// The token is a word of two or more letters, all of them capitals.
    pub(crate) const CAPITALS: Self = Self(1 << 16);
    /// The token is a single capital letter, or such letters each with a point.
    pub(crate) const INITIAL: Self = Self(1 << 17);
    /// The token is a word.
    pub(crate) const WORD: Self = Self(1 << 18);
    /// The token stands in a block where capitals tell nothing: a heading in Title Case, a line of capitals.
    pub(crate) const TITLED: Self = Self(1 << 19);
    /// The token is the first word of a sentence.
    pub(crate) const START: Self = Self(1 << 20);
    /// The token begins an office that was found.
    pub(crate) const OFFICE_HERE: Self = Self(1 << 21);
    /// The token stands in an office that was found.
    pub(crate) const IN_OFFICE: Self = Self(1 << 22);
    /// The token follows an office that was found.
    pub(crate) const AFTER_OFFICE: Self = Self(1 << 23);
    /// The token begins a listed place or demonym that was found.
    pub(crate) const PLACE_HERE: Self = Self(1 << 24);
    /// The token stands in such a place.
    pub(crate) const IN_PLACE: Self = Self(1 << 25);
    /// The token is such a place whose name people bear too.
    pub(crate) const HUMAN_PLACE: Self = Self(1 << 26);
    /// The token stands in a human being's name that was found.
    pub(crate) const IN_PERSON: Self = Self(1 << 27);
    /// The token stands in a body's name that was found.
    pub(crate) const IN_ORG: Self = Self(1 << 28);
    /// A word of names on the map.
    pub(crate) const LAND: Self = Self(1 << 29);
    /// A value made of a number can start with the token.
    pub(crate) const NUMBER_START: Self = Self(1 << 30);
    /// A date, a range of dates or a time can start with the token.
    pub(crate) const TIME_START: Self = Self(1 << 31);

    /// The token begins an alias of a dictionary.
    pub(crate) const ALIAS: Self = Self(1 << 32);

    /// Capitals behind a human being's name that are no part of it: an order, a degree, a seat.
    pub(crate) const POSTNOMINAL: Self = Self(1 << 33);
    /// A field of public life that two of make one body's name: "Fire and Rescue Service".
    pub(crate) const FIELD: Self = Self(1 << 34);
    /// A word that names of places, ships and works begin with, and that is nobody's given name.
    pub(crate) const NO_GIVEN: Self = Self(1 << 35);
    /// The token stands in a listed place that is no country and that nobody is named after.
    pub(crate) const IN_CITY: Self = Self(1 << 36);

    /// What words in small letters can be; the other listed classes are looked up for capitalised words alone.
    const SMALL: Self = Self(
        Self::OFFICE.0
            | Self::SMALL_TITLE.0
            | Self::PARTICLE.0
            | Self::SECOND_PARTICLE.0
            | Self::LEGAL.0
            | Self::SUFFIX.0
            | Self::VALUE_START.0,
    );

    /// What is told by the very word, its accents too.
    const VALUE_START: Self = Self(Self::NUMBER_START.0 | Self::TIME_START.0);

    /// Whether it holds at least one of `classes`.
    pub(crate) fn is(self, classes: Self) -> bool {
        self.0 & classes.0 != 0
    }
}

impl BitOr for Class {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The classes of every token of a document, and of nothing behind its end. A word in small letters has only those that
/// matter there; [`class_of`] tells the others.
#[derive(Debug)]
pub(crate) struct Classes(Vec<Class>);

impl Classes {
    /// Looks up every word once.
    pub(crate) fn of(document: &Document) -> Self {
        let words = known_words();
        Self::with(document, |at| document.look_up(at, words).copied().unwrap_or_default())
    }

    /// As [`Self::of`], where `listed` is what [`known_words`] says of a token; it is called once for each, in order.
    pub(crate) fn with(document: &Document, mut listed: impl FnMut(usize) -> Class) -> Self {
        let tokens = document.tokens();
        let class = |(at, token): (usize, &Token)| {
            let exact = listed(at);
            if token.kind == TokenKind::Number {
                return Class::VALUE_START;
            }
            if token.kind == TokenKind::Mark {
                return Class(exact.0 & Class::VALUE_START.0);
            }
            let listed = if token.ascii { exact } else { without_accents(document.word(at), exact) };
            let shape = if token.capital { shape(document.raw(at)) } else { Class::default() };
            let listed = if token.capital { listed } else { Class(listed.0 & Class::SMALL.0) };
            // `USD115`
            let number =
                if number_start::may_start(document.word(at)) { Class::NUMBER_START } else { Class::default() };
            listed | shape | number | Class::WORD
        };
        let mut classes = Self(tokens.iter().enumerate().map(class).collect());
        classes.mark_sentences(document);
        classes
    }

    /// Marks the first word of every sentence, and the blocks where capitals tell nothing.
    fn mark_sentences(&mut self, document: &Document) {
        for of_block in document.sentences().chunk_by(|one, other| one.block == other.block) {
            let tokens = |sentence: &Sentence| sentence.tokens.start as usize..sentence.tokens.end as usize;
            for sentence in of_block {
                if let Some(at) = tokens(sentence).find(|&at| self.0[at].is(Class::WORD)) {
                    self.0[at] = self.0[at] | Class::START;
                }
            }
            let (first, last) = (tokens(&of_block[0]).start, tokens(&of_block[of_block.len() - 1]).end);
            let kind = document.block_of(&of_block[0]).kind;
            // A cell of a table is a text of its own: a name beside another name is no heading.
            let mut start = first;
            for end in first..=last {
                let border = matches!(kind, BlockKind::Row { .. }) && end < last && document.word(end) == "|";
                if end < last && !border {
                    continue;
                }
                if start < end && self.is_titled(document, start..end, kind == BlockKind::Heading) {
                    self.mark(start..end, Class::TITLED);
                }
                start = end + 1;
            }
        }
    }

    /// Whether capitals tell nothing in a block: it begins with a capital, ends without a full stop, nearly all its longer words have capitals, and,
    /// where it is no heading anyway, at least one of them is an ordinary word.
    fn is_titled(&self, document: &Document, tokens: Range<usize>, heading: bool) -> bool {
        // Headings are short; a long paragraph need not be counted.
        let opens_small = self.0[tokens.start].is(Class::WORD) && !self.0[tokens.start].is(Class::CAPITAL);
        if tokens.len() > 60 || opens_small || matches!(document.word(tokens.end - 1), "." | "\"") {
            return false;
        }
        let (mut long, mut capital, mut ordinary, mut capitals) = (0, 0, 0, 0);
        for at in tokens {
            let class = self.0[at];
            if !class.is(Class::WORD) || document.raw(at).len() < 4 {
                continue;
            }
            long += 1;
            if class.is(Class::CAPITAL) {
                capital += 1;
                capitals += usize::from(class.is(Class::CAPITALS));
                let named = Class::OFFICE | Class::PLACE | Class::TITLE | Class::CALENDAR | Class::START;
                let listed = Class::COMMON | Class::OPENER | Class::BODY | Class::ROLE;
                ordinary += usize::from(class.is(listed) && !class.is(named));
            }
        }
        let share = |percent: usize| capital * 100 >= long * percent;
        capital >= 2 && ((ordinary > 0 && share(80)) || (heading && share(60)) || (capitals >= 3 && capitals == long))
    }

    /// The classes of the token at `at`.
    pub(crate) fn at(&self, at: usize) -> Class {
        self.0.get(at).copied().unwrap_or_default()
    }

    /// The classes of the token before `at`; of none where a sentence begins at `at`.
    pub(crate) fn before(&self, at: usize) -> Class {
        let before = at.checked_sub(1).filter(|_| !self.at(at).is(Class::START));
        before.map_or(Class::default(), |before| self.at(before))
    }

    /// Adds classes to the tokens of a range.
    pub(crate) fn mark(&mut self, tokens: Range<usize>, class: Class) {
        let end = tokens.end.min(self.0.len());
        self.0[tokens.start.min(end)..end].iter_mut().for_each(|known| *known = *known | class);
    }

    /// The first token at or behind `from` with at least one of `classes`.
    pub(crate) fn next(&self, from: usize, classes: Class) -> Option<usize> {
        self.0.get(from..)?.iter().position(|class| class.is(classes)).map(|ahead| from + ahead)
    }

    /// The tokens with at least one of `classes`.
    pub(crate) fn all(&self, classes: Class) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().filter(move |(_, class)| class.is(classes)).map(|(at, _)| at)
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }
}

/// All words that have a class, plain.
pub(crate) fn known_words() -> &'static WordTable<Class> {
    &VOCABULARY
}

/// The classes of one word, whatever its case.
pub(crate) fn class_of(word: &str) -> Class {
    VOCABULARY.get(&plain(word)).copied().unwrap_or_default()
}

/// The classes of a word with accents: `exact` are those that the table gives it as it is.
fn without_accents(word: &str, exact: Class) -> Class {
    Class((class_of(word).0 & !Class::VALUE_START.0) | (exact.0 & Class::VALUE_START.0))
}

static VOCABULARY: LazyLock<WordTable<Class>> = LazyLock::new(|| {
    let mut words: WordTable<Class> = WordTable::with_room_for(6144);
    let mut add = |word: &str, class: Class| {
        let known = words.entry(&plain(word), Class::default);
        *known = *known | class;
    };
    let mut class = Class::default();
    for line in include_str!("data/words.txt").lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            class = class_named(name);
            continue;
        }
        line.split_ascii_whitespace().for_each(|word| add(word, class));
    }
    office::first_words().for_each(|word| add(word, Class::OFFICE));
    place::first_words().for_each(|word| add(word, Class::PLACE));
    number_start::starts().for_each(|word| add(word, Class::NUMBER_START));
    calendar_words::words().for_each(|word| add(word, Class::TIME_START));
    words
});

fn class_named(name: &str) -> Class {
    match name {
        "title" => Class::TITLE,
        "small-title" => Class::SMALL_TITLE,
        "particle" => Class::PARTICLE,
        "second-particle" => Class::SECOND_PARTICLE,
        "suffix" => Class::SUFFIX,
        "calendar" => Class::CALENDAR,
        "opener" => Class::OPENER,
        "common" => Class::COMMON,
        "role" => Class::ROLE,
        "body" => Class::BODY,
        "legal" => Class::LEGAL,
        "no-body" => Class::NO_BODY,
        "land" => Class::LAND,
        "also-a-word" => Class::ALSO_A_WORD,
        "postnominal" => Class::POSTNOMINAL,
        "field" => Class::FIELD,
        "no-given" => Class::NO_GIVEN,
        _ => Class::default(),
    }
}

/// What the letters of a word tell of it.
fn shape(raw: &str) -> Class {
    let mut chars = raw.chars();
    if !chars.next().is_some_and(char::is_uppercase) {
        return Class::default();
    }
    if raw.len() == 1 || (raw.ends_with('.') && raw.bytes().step_by(2).all(|byte| byte.is_ascii_uppercase())) {
        return Class::CAPITAL | Class::INITIAL;
    }
    let mut rest = chars.filter(|c| c.is_alphabetic()).peekable();
    if rest.peek().is_some() && rest.all(char::is_uppercase) {
        Class::CAPITAL | Class::CAPITALS
    } else {
        Class::CAPITAL
    }
}

#[cfg(test)]
mod tests {
    use super::{Class, class_named, class_of, shape};

    #[test]
    fn every_section_of_the_word_list_is_a_class() {
        for line in include_str!("data/words.txt").lines() {
            if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                assert_ne!(class_named(name), Class::default(), "{name}");
            }
        }
    }

    #[test]
    fn words_have_their_classes_in_any_case() {
        for (word, class) in [
            ("Mr", Class::TITLE),
            ("VON", Class::PARTICLE),
            ("Monday", Class::CALENDAR),
            ("However", Class::OPENER),
            ("University", Class::BODY),
            ("prime", Class::OFFICE),
            ("Japanese", Class::PLACE),
        ] {
            assert!(class_of(word).is(class), "{word}");
        }
        assert_eq!(class_of("Riverton"), Class::default());
    }

    #[test]
    fn letters_tell_initials_from_capitals() {
        for (raw, class) in [
            ("J", Class::CAPITAL | Class::INITIAL),
            ("J.R.", Class::CAPITAL | Class::INITIAL),
            ("NATO", Class::CAPITAL | Class::CAPITALS),
            ("Nato", Class::CAPITAL),
            ("nato", Class::default()),
            ("G20", Class::CAPITAL),
            ("Éva", Class::CAPITAL),
        ] {
            assert_eq!(shape(raw), class, "{raw}");
        }
    }
}
