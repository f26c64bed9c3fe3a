//! The words near a name, and the posts that phrases among them tell of, wherever the name stands.

use std::collections::BTreeSet;
use std::ops::Range;

use super::base_form::{is_calendar, term};
use super::clause_words::is_preposition;
use super::post::Post;
use super::post_words::{BESIDE, Beside, LISTED, Role, SAME, duties_of_letters, is_trade};
use super::reach::near;
use super::title_words::{is_determiner, is_joint, is_link};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::token::{TokenKind, hash};
use crate::source::word_table::WordTable;
use crate::values::vocabulary::{Class, class_of};

/// How many tokens a title has at most, before its noun and behind it.
pub(super) const LONGEST: usize = 9;

/// The part of a sentence that is near a name.
pub(super) struct Nearby<'a> {
    pub(super) document: &'a Document,
    /// Its tokens.
    pub(super) within: Range<usize>,
    /// Whether it is of a row of a table.
    pub(super) row: bool,
}

impl<'a> Nearby<'a> {
    /// What is near the name at some tokens.
    pub(super) fn of(document: &'a Document, name: &Range<usize>) -> Self {
        let sentence = &document.sentences()[document.sentence_at(name.start)];
        let row = matches!(document.block_of(sentence).kind, BlockKind::Row { .. });
        Self { document, within: near(&sentence.tokens, name), row }
    }

    /// The word at a token; nothing outside.
    pub(super) fn word(&self, at: usize) -> &str {
        if self.within.contains(&at) { self.document.word(at) } else { "" }
    }

    pub(super) fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    pub(super) fn look_up<'t, T>(&self, at: usize, table: &'t WordTable<T>) -> Option<&'t T> {
        self.document.look_up(at, table).filter(|_| self.within.contains(&at))
    }

    fn is(&self, at: usize, kind: TokenKind) -> bool {
        self.within.contains(&at) && self.document.tokens()[at].kind == kind
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.is(at, TokenKind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.is(at, TokenKind::Number)
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "s" | "'" | "’")
    }

    fn is_body(&self, at: usize) -> bool {
        self.look_up(at, &BESIDE) == Some(&Beside::Body)
    }

    /// Whether what stands at a token is no part of a title that ends before it.
    pub(super) fn closes(&self, at: usize) -> bool {
        !self.is_word(at) || is_joint(self.word(at)) || is_preposition(self.word(at))
    }

    /// Whether a token can stand inside a title.
    pub(super) fn is_in_run(&self, at: usize) -> bool {
        if !self.within.contains(&at) {
            return false;
        }
        let word = self.document.word(at);
        match self.document.tokens()[at].kind {
            TokenKind::Number => true,
            TokenKind::Word => !is_joint(word) && !is_preposition(word) && !is_link(word) && !is_determiner(word),
            TokenKind::Mark => self.document.glued(at) && matches!(word, "-" | "'" | "’" | "'s"),
        }
    }

    /// The end of the words from a token on that can stand inside a title.
    pub(super) fn run_from(&self, first: usize) -> usize {
        (first..first + LONGEST).find(|&at| !self.is_in_run(at)).unwrap_or(first + LONGEST)
    }

    /// The first of the words before `end` that can stand inside a title.
    pub(super) fn run_before(&self, end: usize) -> usize {
        let floor = self.within.start.max(end.saturating_sub(LONGEST));
        (floor..end).rev().find(|&at| !self.is_in_run(at)).map_or(floor, |at| at + 1)
    }

    /// "Of the museum", "at Kelm": what follows the noun, and the token behind.
    pub(super) fn tail(&self, end: usize) -> (Range<usize>, usize) {
        if !self.opens_tail(end) {
            return (end..end, end);
        }
        let goes_on = |at: usize| match self.word(at) {
            "and" => self.is_word(at + 1) && self.document.capital(at + 1),
            "of" | "at" => true,
            word => self.is_in_run(at) || is_determiner(word),
        };
        let behind = (end + 1..end + LONGEST).find(|&at| !goes_on(at)).unwrap_or(end + LONGEST);
        (end + 1..behind, behind)
    }

    /// Whether what follows the noun of a post says of what it is: "of the museum", "in the trial".
    pub(super) fn opens_tail(&self, at: usize) -> bool {
        match self.word(at) {
            "of" | "at" | "for" => true,
            "in" => matches!(self.word(at + 1), "the" | "this") && self.is_body(at + 2),
            _ => false,
        }
    }

    /// The noun of a post that ends with the token `last`, and its tokens: two where they make one noun, as in "harbour
    /// master"; none of them before `floor`.
    pub(super) fn role_ending(&self, last: usize, floor: usize) -> Option<(Role, Range<usize>)> {
        let two = self.compound(last).filter(|(_, tokens)| tokens.start >= floor);
        two.or_else(|| Some((self.role(last)?, last..last + 1)))
    }

    /// The noun of two words that ends with a token.
    pub(super) fn compound(&self, last: usize) -> Option<(Role, Range<usize>)> {
        let hyphen = usize::from(self.word_before(last) == "-");
        let first = last.checked_sub(1 + hyphen).filter(|&at| self.is_word(at))?;
        let known = self.look_up(last, &LISTED.compounds)?;
        let (_, role) = known.iter().find(|(before, _)| *before == self.word(first))?;
        Some((*role, first..last + 1))
    }

    /// The noun of a post at a token; one that no list knows is in small letters.
    fn role(&self, at: usize) -> Option<Role> {
        let word = self.document.word(at);
        self.document.look_up(at, &LISTED.nouns).copied().or_else(|| {
            let trade = !self.document.capital(at) && is_trade(word);
            let noun = trade.then(|| term(word)).flatten().filter(|noun| !noun.weak)?;
            Some(Role::unlisted(noun.id, false))
        })
    }

    /// A part in a play.
    pub(super) fn part(&self, words: Range<usize>) -> Option<Post> {
        let role = Role::unlisted(hash(b"part"), true);
        let mut post = self.assembled((role, words.start..words.start + 1), words.start, words, true)?;
        post.names.append(&mut post.bodies);
        post.names.append(&mut post.duties);
        (!post.names.is_empty()).then_some(post)
    }

    /// The post that the verb at a token tells of by what is done to an object, which has a tail up to `end`: the noun of
    /// the object is what has the post.
    pub(super) fn by_what_is_done(
        &self,
        (role, verb): (Role, usize),
        object: Range<usize>,
        end: usize,
        definite: bool,
    ) -> Option<Post> {
        let definite = definite || !object.is_empty();
        let mut post = self.assembled((role, verb..verb + 1), verb, object.start..end, definite)?;
        post.by_verb = true;
        if let Some(noun) = object.rev().find(|&at| self.is_word(at)).and_then(|at| term(self.document.word(at)))
            && post.duties.remove(&noun.id)
        {
            post.bodies.insert(noun.id);
        }
        Some(post)
    }

    /// A post of its noun, the words from `first` to the noun, and those behind it; `None` where a word among them makes it
    /// another one.
    pub(super) fn assembled(
        &self,
        (role, noun): (Role, Range<usize>),
        first: usize,
        behind: Range<usize>,
        definite: bool,
    ) -> Option<Post> {
        let tokens = first..behind.end.max(noun.end);
        let before = first..noun.start;
        let mut post = Post {
            title: self.document.prose.slice(self.document.span(tokens.start, tokens.end)).to_owned(),
            tokens,
            role: role.id,
            leads: role.leads,
            duties: BTreeSet::new(),
            bodies: BTreeSet::new(),
            names: BTreeSet::new(),
            sole: role.sole,
            definite: definite || before.clone().any(|at| self.is_possessive(at)),
            its: matches!(self.word_before(first), "its" | "their"),
            deputy: false,
            new: false,
            by_verb: false,
            past: None,
        };
        for at in before {
            self.add(&mut post, at, noun.start)?;
        }
        // "Engineer for the dam": what has the post; but "head of finance" has a duty.
        let of_thing = matches!(self.word(behind.start), "the" | "this" | "our");
        let thing = behind.end.checked_sub(1).filter(|&at| of_thing && behind.contains(&at));
        for at in behind {
            let known = post.duties.clone();
            self.add(&mut post, at, noun.start)?;
            if Some(at) == thing {
                post.bodies.extend(post.duties.difference(&known).copied());
                post.duties = known;
            }
        }
        if post.its {
            post.bodies.extend(self.body_before(first));
        }
        for duty in duties_of_letters(self.document.word(noun.end - 1)) {
            post.sole = true;
            post.duties.extend(term(duty).map(|term| term.id));
        }
        Some(post)
    }

    /// Adds what a word beside the noun of a post says; `None` where it makes it another one.
    fn add(&self, post: &mut Post, at: usize, noun: usize) -> Option<()> {
        let word = self.document.word(at);
        if self.document.tokens()[at].kind == TokenKind::Number {
            post.names.insert(hash(word.as_bytes()));
        }
        if !self.is_word(at) || self.is_possessive(at) || is_determiner(word) || is_preposition(word) || word == "and" {
            return Some(());
        }
        match self.look_up(at, &BESIDE) {
            _ if is_calendar(word) => return None,
            Some(Beside::Other) => return None,
            Some(Beside::Deputy) => post.deputy = true,
            Some(Beside::New) => post.new = true,
            Some(Beside::Idle) => {}
            Some(Beside::Body) => post.bodies.extend(meaning(word)),
            Some(Beside::Only) => {
                post.sole = true;
                post.duties.extend(meaning(word));
            }
            None if self.is_name(at, noun) => post.names.extend(meaning(word)),
            None => post.duties.extend(meaning(word)),
        }
        Some(())
    }

    /// Whether a word beside the noun of a post is of a name by its capital, which one that opens the sentence and one that
    /// stands as the first or last word of a title has for another reason.
    fn is_name(&self, at: usize, noun: usize) -> bool {
        self.document.capital(at)
            && (at != self.within.start || self.is_possessive(at + 1))
            && !(class_of(self.document.word(at)).is(Class::COMMON)
                && (at + 1 == noun || matches!(self.word_before(at), "of" | "for")))
            && self.document.look_up(at, &LISTED.nouns).is_none()
    }

    /// What "its" or "their" before a title likely stands for: the body that the sentence names last before it, or the one that
    /// opens the sentence before ("The board meets on Tuesday. Its chairman …").
    fn body_before(&self, title: usize) -> Option<u32> {
        let is_body = |at: &usize| self.document.look_up(*at, &BESIDE) == Some(&Beside::Body);
        let body = (self.within.start..title).rev().find(is_body).or_else(|| {
            let sentences = self.document.sentences();
            let here = self.document.sentence_at(title);
            let before = sentences.get(here.checked_sub(1)?)?;
            let opening = before.tokens.start as usize + 1;
            (before.block == sentences[here].block).then_some(opening).filter(is_body)
        });
        meaning(self.document.word(body?))
    }
}

/// What a word stands for in a post: words that say the same are one.
fn meaning(word: &str) -> Option<u32> {
    Some(term(SAME.get(word).copied().unwrap_or(word))?.id)
}
