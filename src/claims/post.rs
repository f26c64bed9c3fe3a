//! The post that the words around a person's name say the person has: "the parish clerk, Ann Lee", "Ann Lee, who chairs the
//! board", "Coach: Ann Lee", "directed by Ann Lee".

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::base_form::{is_calendar, term};
use super::reach::near;
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::token::{TokenKind, hash};
use crate::source::word_table::WordTable;
use crate::values::vocabulary::{Class, class_of};

/// What somebody is, and of what. Words are known by a hash of their base form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The words that say it, as written: "parish clerk".
    pub title: String,
    /// The tokens of these words.
    pub tokens: Range<usize>,
    /// The noun, synonyms made one.
    pub role: u32,
    /// Whether whoever has such a post leads the body by this title or by any other.
    pub leads: Leads,
    /// The words that make it another post than the bare noun: the finance of a finance director.
    pub duties: BTreeSet<u32>,
    /// The common nouns for what has such a post: "museum".
    pub bodies: BTreeSet<u32>,
    /// The names and numbers of what has it.
    pub names: BTreeSet<u32>,
    /// Whether there is one such post at a time.
    pub sole: bool,
    /// Whether the text speaks of the one that there is: "the guide", "Kelm's guide".
    pub definite: bool,
    /// Whether only "its" or "their" says what has it.
    pub its: bool,
    /// Whether it is the post of who stands in for the holder: "deputy director".
    pub deputy: bool,
    /// Whether the holder is said to be new.
    pub new: bool,
    /// Whether a verb says it: "who designed the bridge".
    pub by_verb: bool,
}

/// Whether a noun says that somebody leads a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// It does not, or of a part of it only.
    No,
    /// It does, by a title that bodies of some kinds have: "director".
    ByTitle,
    /// It does, whatever the title is: "head", "leader", "who runs".
    Anyhow,
}

/// How many tokens a title has at most, before its noun and behind it.
const LONGEST: usize = 9;

/// The post of the person who is named at `name`; `None` where the words beside the name tell of none.
pub(super) fn post(document: &Document, name: &Range<usize>) -> Option<Post> {
    let sentence = &document.sentences()[document.sentence_at(name.start)];
    let row = matches!(document.block_of(sentence).kind, BlockKind::Row { .. });
    let reader = Reader { document, within: near(&sentence.tokens, name), row };
    let start = reader.before_titles(name.start);
    // "Ann Lee and Tom Reed, the directors of": whose it is cannot be told.
    if reader.word_before(start) == "and" && !reader.in_apposition(name.end) || reader.word(name.end) == "and" {
        return reader.before(start, name.end).filter(|_| reader.word(name.end) != "and");
    }
    reader.relative(start, name.end).or_else(|| reader.behind(name.end)).or_else(|| reader.before(start, name.end))
}

struct Reader<'a> {
    document: &'a Document,
    within: Range<usize>,
    row: bool,
}

/// A noun of a post.
#[derive(Clone, Copy)]
struct Role {
    id: u32,
    sole: bool,
    leads: Leads,
}

impl Role {
    /// A noun that no list knows.
    fn unlisted(id: u32, sole: bool) -> Self {
        Self { id, sole, leads: Leads::No }
    }
}

impl Reader<'_> {
    /// The word at a token of the sentence, nothing outside it.
    fn word(&self, at: usize) -> &str {
        if self.within.contains(&at) { self.document.word(at) } else { "" }
    }

    fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    fn is_word(&self, at: usize) -> bool {
        self.within.contains(&at) && self.document.tokens()[at].kind == TokenKind::Word
    }

    /// The first token of the titles before a name: "Mr", "Prof."
    fn before_titles(&self, mut start: usize) -> usize {
        loop {
            let point = usize::from(self.word_before(start) == ".");
            let title = start.checked_sub(1 + point).filter(|at| self.within.contains(at));
            let Some(title) = title.filter(|&at| {
                class_of(self.document.word(at)).is(Class::TITLE)
                    && self.document.capital(at)
                    && (self.document.word(at).len() <= 4 || !ROLES.is_listed(self.document.word(at)))
            }) else {
                return start;
            };
            start = title;
        }
    }

    fn in_apposition(&self, end: usize) -> bool {
        self.word(end) == "," && matches!(self.word(end + 1), "the" | "its" | "who") || self.word(end) == "("
    }

    /// "The hall, which Ann Lee designed,": what comes before the name is what the verb behind it is about.
    fn relative(&self, start: usize, end: usize) -> Option<Post> {
        let which = start.checked_sub(1).filter(|&at| matches!(self.word(at), "which" | "that"))?;
        let verb = end + usize::from(matches!(self.word(end), "has" | "had"));
        let role = VERBS.get(self.word(verb)).copied()?;
        let thing = which - usize::from(self.word_before(which) == ",");
        self.done_to(role, verb, thing)
    }

    /// The post that the words behind a name tell of.
    fn behind(&self, end: usize) -> Option<Post> {
        // "Ann Lee, 43, the club's coach"
        let age = self.word(end) == ","
            && self.within.contains(&(end + 1))
            && self.document.tokens()[end + 1].kind == TokenKind::Number
            && self.word(end + 2) == ",";
        let end = if age { end + 2 } else { end };
        match self.word(end) {
            "," | "-" | "—" | "–" if self.word(end + 1) == "who" => self.by_verb(end + 2),
            "who" => self.by_verb(end + 1),
            "," => self.closed(end + 1),
            "(" => self.closed(end + 1).filter(|_| !self.word(end + 1).is_empty()),
            "is" | "was" | "remains" => self
                .noun_phrase(end + 1)
                .map(|(post, _)| post)
                .filter(|post| post.definite || self.word(end) == "remains" || post.is_placed())
                .or_else(|| self.by_verb(end)),
            "as" => self.as_what(end, end),
            "|" if self.row => self.closed(end + 1),
            "" => None,
            _ => self.serving(end).or_else(|| self.by_verb(end)).or_else(|| self.signature(end)),
        }
    }

    /// "Ann Lee stays on as brewmaster", "Ann Lee serves as the chair".
    fn serving(&self, verb: usize) -> Option<Post> {
        let is_aux = |at: usize| matches!(self.word(at), "has" | "had" | "will" | "also" | "still" | "now" | "to");
        let verb = (verb..verb + 3).find(|&at| !is_aux(at))?;
        let serves = matches!(
            self.word(verb),
            "stay"
                | "stays"
                | "stayed"
                | "remain"
                | "remains"
                | "remained"
                | "continue"
                | "continues"
                | "continued"
                | "serve"
                | "serves"
                | "served"
                | "act"
                | "acts"
                | "acted"
                | "work"
                | "works"
                | "worked"
                | "carries"
                | "carried"
                | "carry"
        );
        let as_what = verb + 1 + usize::from(matches!(self.word(verb + 1), "on" | "there" | "here"));
        (serves && self.word(as_what) == "as").then(|| self.as_what(as_what, verb)).flatten()
    }

    /// The title behind the "as" at a token; of whoever is made it, it is new.
    fn as_what(&self, at: usize, name_end: usize) -> Option<Post> {
        let mut post = self.noun_phrase(at + 1)?.0;
        let floor = self.within.start.max(name_end.saturating_sub(LONGEST));
        post.new |= (floor..name_end).any(|at| {
            matches!(
                self.word(at),
                "named"
                    | "names"
                    | "appointed"
                    | "appoints"
                    | "elected"
                    | "elects"
                    | "hired"
                    | "hires"
                    | "chose"
                    | "chosen"
                    | "picked"
                    | "installed"
                    | "naming"
                    | "appointing"
                    | "hiring"
            )
        });
        Some(post)
    }

    /// A line under a name: "Ann Lee / Chief executive".
    fn signature(&self, at: usize) -> Option<Post> {
        if !self.is_word(at) || !self.document.capital(at) {
            return None;
        }
        let (post, end) = self.noun_phrase(at)?;
        (self.word(end).is_empty()).then_some(post)
    }

    /// A title set off from the name: it ends where the words go on with something else.
    fn closed(&self, at: usize) -> Option<Post> {
        let (post, end) = self.noun_phrase(at)?;
        let closes = !self.is_word(end) || is_joint(self.word(end)) || is_preposition(self.word(end));
        // "Ann Lee, coach in 2019"
        let dated = matches!(self.word(end), "in" | "from" | "between" | "during" | "under")
            && (end + 1..end + 3).any(|at| self.is_number(at));
        (closes && !dated).then_some(post)
    }

    /// A title that begins at `at`, and the token behind it.
    fn noun_phrase(&self, at: usize) -> Option<(Post, usize)> {
        let (first, definite) = self.behind_determiner(at)?;
        let mut end = first;
        while end < first + LONGEST && self.is_in_run(end) {
            end += 1;
        }
        let head = (first..end).rev().find(|&at| self.is_word(at) && !self.is_possessive(at))?;
        let (role, head) = self.role_ending(head, first)?;
        let (tail, end) = self.tail(end);
        let post = self.assembled(role, head.clone(), first..head.start, tail, definite)?;
        Some((post, end))
    }

    /// The token behind an article, and whether what follows is the only one; `None` where it is one of several.
    fn behind_determiner(&self, at: usize) -> Option<(usize, bool)> {
        match self.word(at) {
            "a" | "an" | "one" | "another" | "his" | "her" | "my" | "your" | "both" | "all" | "" => None,
            "the" | "its" | "our" | "their" | "this" => Some((at + 1, true)),
            _ => Some((at, false)),
        }
    }

    /// Whether a token can stand inside a title.
    fn is_in_run(&self, at: usize) -> bool {
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

    /// "They thanked parish clerk Ann Lee": a verb before a title that no article sets off.
    fn is_likely_verb(&self, at: usize) -> bool {
        let word = self.word(at);
        let small = self.is_word(at) && !self.document.capital(at);
        small
            && (word.ends_with("ed")
                || matches!(word, "heard" | "met" | "saw" | "ask" | "asks" | "thanks" | "made" | "gave"))
    }

    fn is_possessive(&self, at: usize) -> bool {
        matches!(self.word(at), "'s" | "s" | "'" | "’")
    }

    /// "of the museum", "at Kelm": what follows the noun.
    fn tail(&self, end: usize) -> (Range<usize>, usize) {
        if !self.opens_tail(end) {
            return (end..end, end);
        }
        let mut behind = end + 1;
        while behind < end + LONGEST
            && (self.is_in_run(behind)
                || self.within.contains(&behind)
                    && (is_determiner(self.word(behind)) || matches!(self.word(behind), "of" | "and" | "at")))
        {
            if self.word(behind) == "and" && !(self.is_word(behind + 1) && self.document.capital(behind + 1)) {
                break;
            }
            behind += 1;
        }
        (end + 1..behind, behind)
    }

    /// Whether what follows the noun of a post says of what it is: "of the museum", "in the trial".
    fn opens_tail(&self, at: usize) -> bool {
        let inside =
            || matches!(self.word(at + 1), "the" | "this") && WORDS.get(self.word(at + 2)) == Some(&Beside::Body);
        matches!(self.word(at), "of" | "at" | "for") || self.word(at) == "in" && inside()
    }

    /// The post that a verb tells of: "chairs the works committee".
    fn by_verb(&self, at: usize) -> Option<Post> {
        let mut at = at;
        while matches!(
            self.word(at),
            "has"
                | "had"
                | "have"
                | "also"
                | "now"
                | "still"
                | "currently"
                | "been"
                | "is"
                | "was"
                | "himself"
                | "herself"
        ) {
            at += 1;
        }
        if let Some(post) = self.by_idiom(at) {
            return Some(post);
        }
        let plays = matches!(self.word(at), "plays" | "played" | "portrays" | "portrayed" | "voices" | "voiced");
        let role = VERBS.get(self.word(at)).copied().or(plays.then_some(Role::unlisted(hash(b"part"), true)))?;
        let (first, definite) = match self.word(at + 1) {
            "the" | "its" | "their" | "our" | "this" => (at + 2, true),
            _ => (at + 1, false),
        };
        let mut end = first;
        while end < first + LONGEST && self.is_in_run(end) {
            end += 1;
        }
        if plays {
            return self.part(first..end).filter(|_| definite);
        }
        // "has had charge of the brewhouse as master brewer"
        if self.word(end) == "as"
            && let Some((post, _)) = self.noun_phrase(end + 1)
        {
            return Some(post);
        }
        let object = end;
        if self.word(end) == "of" {
            end = self.tail(end).1;
        }
        let mut post = self.assembled(role, at..at + 1, 0..0, first..end, definite)?;
        self.made(&mut post, first..object);
        (!post.bodies.is_empty() || !post.names.is_empty()).then_some(post)
    }

    /// What more words than one say of a post: "is in charge of the plant", "was at the wheel".
    fn by_idiom(&self, at: usize) -> Option<Post> {
        let words = |from: usize, expected: &[&str]| {
            expected.iter().enumerate().all(|(ahead, word)| self.word(from + ahead) == *word)
        };
        let at_the = words(at, &["at", "the"]) || words(at, &["behind", "the"]);
        let steers = match self.word(at + 2) {
            _ if !at_the => None,
            "wheel" => Some("driver"),
            "controls" => Some("pilot"),
            "helm" | "tiller" => Some("steersman"),
            _ => None,
        };
        if let Some(role) = steers.and_then(|noun| ROLES.read(noun)) {
            let (tail, _) = self.tail(at + 3);
            return self.assembled(role, at..at + 3, 0..0, tail, true);
        }
        let charge = match self.word(at) {
            "in" => words(at + 1, &["charge", "of"]).then_some(at + 2),
            "charge" | "command" => words(at + 1, &["of"]).then_some(at + 1),
            "had" | "have" | "has" => words(at + 1, &["charge", "of"]).then_some(at + 2),
            _ => None,
        }?;
        let (tail, end) = self.tail(charge);
        if self.word(end) == "as"
            && let Some((post, _)) = self.noun_phrase(end + 1)
        {
            return Some(post);
        }
        let post = self.assembled(ROLES.read("head")?, at..charge, 0..0, tail, true)?;
        post.is_placed().then_some(post)
    }

    fn is_number(&self, at: usize) -> bool {
        self.within.contains(&at) && self.document.tokens()[at].kind == TokenKind::Number
    }

    /// Makes a post of what a verb does to something: the noun of the object is what has the post.
    fn made(&self, post: &mut Post, object: Range<usize>) {
        post.by_verb = true;
        post.definite |= !object.is_empty();
        if let Some(noun) = object.rev().find(|&at| self.is_word(at)).and_then(|at| term(self.document.word(at)))
            && post.duties.remove(&noun.id)
        {
            post.bodies.insert(noun.id);
        }
    }

    /// The post that the words before a name tell of; the name ends at `behind`.
    fn before(&self, start: usize, behind: usize) -> Option<Post> {
        let last = start.checked_sub(1).filter(|at| self.within.contains(at))?;
        let closed = !self.is_word(behind) || is_joint(self.word(behind)) || is_preposition(self.word(behind));
        match self.document.word(last) {
            "," if closed => self.noun_phrase_before(last),
            "is" | "was" => self.noun_phrase_before(last).filter(|post| post.definite),
            "by" => self.by_participle(last),
            "as" => self.named_as(last),
            "of" => self.under(last),
            ":" => self.label(last),
            "|" if self.row => self.label(last),
            _ if self.is_word(last) => self.noun_phrase_before(start).filter(|post| {
                // "Captain Lee" has a rank, which many have, and of "coach Lee" there may be two.
                post.definite || !post.duties.is_empty() || !post.bodies.is_empty() || self.is_compound(last)
            }),
            _ => None,
        }
    }

    /// "The driver was named as Ann Lee".
    fn named_as(&self, at: usize) -> Option<Post> {
        let named = at.checked_sub(1).filter(|&at| matches!(self.word(at), "named" | "identified" | "known"))?;
        let mut end = named;
        while matches!(self.word_before(end), "was" | "has" | "been" | "is" | "later" | "," | "locally") {
            end -= 1;
        }
        if end == named { None } else { self.noun_phrase_before(end).filter(|post| post.definite) }
    }

    /// "Under the baton of Ann Lee", "under the captaincy of Ann Lee".
    fn under(&self, of: usize) -> Option<Post> {
        let noun = of.checked_sub(1).filter(|at| self.within.contains(at))?;
        let role = match self.word(noun) {
            "baton" => "conductor",
            "captaincy" => "captain",
            "editorship" => "editor",
            "chairmanship" => "chair",
            "directorship" => "director",
            "command" => "commander",
            "leadership" => "leader",
            _ => return None,
        };
        if self.word_before(noun) != "the" || noun.checked_sub(2).is_none_or(|at| self.word(at) != "under") {
            return None;
        }
        self.assembled(ROLES.read(role)?, noun..noun + 1, 0..0, of..of, true)
    }

    /// A title that ends before the token `end`.
    fn noun_phrase_before(&self, end: usize) -> Option<Post> {
        let floor = self.within.start.max(end.saturating_sub(LONGEST + 2));
        let mut head = None;
        for at in (floor..end).rev() {
            let tail = at + 1 == end || self.opens_tail(at + 1);
            if self.is_word(at)
                && tail
                && let Some(found) = self.role_ending(at, floor)
            {
                head = Some(found);
                break;
            }
            if !self.is_in_run(at) && !is_preposition(self.word(at)) && !matches!(self.word(at), "the" | "and") {
                break;
            }
        }
        let (role, head) = head?;
        let mut first = head.start;
        let floor = self.within.start.max(first.saturating_sub(LONGEST));
        while first > floor && self.is_in_run(first - 1) && !self.is_likely_verb(first - 1) {
            first -= 1;
        }
        let determiner = self.word_before(first);
        // "Acme Corp. Chief Executive Ann Lee": the point belongs to the name of what has the post.
        if determiner == "." {
            return None;
        }
        if matches!(determiner, "a" | "an" | "another" | "his" | "her" | "my" | "your" | "every" | "no" | "one") {
            return None;
        }
        let definite = matches!(determiner, "the" | "its" | "our" | "their" | "this");
        let tail = if head.end < end { head.end + 1..end } else { end..end };
        self.assembled(role, head.clone(), first..head.start, tail, definite)
    }

    /// "Directed by", "the bridge was designed by", "a film directed by".
    fn by_participle(&self, by: usize) -> Option<Post> {
        let verb = by.checked_sub(1).filter(|at| self.within.contains(at))?;
        let role = VERBS.get(self.document.word(verb)).copied()?;
        let mut end = verb;
        while matches!(
            self.word_before(end),
            "was"
                | "is"
                | "were"
                | "been"
                | "has"
                | "had"
                | "being"
                | ","
                | "and"
                | "first"
                | "originally"
                | "will"
                | "be"
                | "to"
        ) {
            end -= 1;
        }
        self.done_to(role, verb, end)
    }

    /// The post of whoever did what a verb tells to the thing whose words end before `end`.
    fn done_to(&self, role: Role, verb: usize, mut end: usize) -> Option<Post> {
        let floor = self.within.start.max(end.saturating_sub(LONGEST));
        let run = |end: usize| {
            let mut first = end;
            while first > floor && self.is_in_run(first - 1) {
                first -= 1;
            }
            first
        };
        let mut first = run(end);
        // "The statue in the hall was carved by": what stands where is not the place.
        if first >= floor + 2
            && is_determiner(self.word(first - 1))
            && matches!(self.word(first - 2), "in" | "at" | "on" | "near" | "over" | "across" | "behind" | "outside")
            && run(first - 2) < first - 2
        {
            end = first - 2;
            first = run(end);
        }
        let definite = matches!(self.word_before(first), "the" | "its" | "this" | "our" | "their");
        let mut post = self.assembled(role, verb..verb + 1, 0..0, first..end, definite)?;
        self.made(&mut post, first..end);
        Some(post)
    }

    /// "Coach:", "| Treasurer |" before a name.
    fn label(&self, end: usize) -> Option<Post> {
        let floor = self.within.start.max(end.saturating_sub(LONGEST));
        let mut first = end;
        while first > floor && self.is_in_run(first - 1) {
            first -= 1;
        }
        let opens = first == self.within.start || !self.is_word(first - 1) || self.word(first - 1) == "the";
        let head = end.checked_sub(1).filter(|&at| opens && first < end && self.is_word(at))?;
        if self.row && self.is_cast() {
            return self.part(first..end);
        }
        let (role, head) = self.role_ending(head, first)?;
        self.assembled(role, head.clone(), first..head.start, end..end, true)
    }

    /// Whether the table tells who plays which part.
    fn is_cast(&self) -> bool {
        let sentence = &self.document.sentences()[self.document.sentence_at(self.within.start)];
        let BlockKind::Row { header: Some(header) } = self.document.block_of(sentence).kind else { return false };
        let head = self.document.sentences().iter().find(|sentence| sentence.block == header);
        let mut words = head.into_iter().flat_map(|head| head.tokens.start as usize..head.tokens.end as usize);
        words.any(|at| matches!(self.document.word(at), "part" | "role" | "character" | "cast"))
    }

    /// A part in a play.
    fn part(&self, words: Range<usize>) -> Option<Post> {
        let role = Role::unlisted(hash(b"part"), true);
        let mut post = self.assembled(role, words.start..words.start + 1, 0..0, words.clone(), true)?;
        post.names.append(&mut post.bodies);
        post.names.append(&mut post.duties);
        (!post.names.is_empty()).then_some(post)
    }

    /// The noun of a post that ends with the token `last`, and its tokens: two where they make one noun, as in "harbour
    /// master"; none of them before `floor`.
    fn role_ending(&self, last: usize, floor: usize) -> Option<(Role, Range<usize>)> {
        let two = self.compound(last).filter(|(_, tokens)| tokens.start >= floor);
        two.or_else(|| Some((self.role(last)?, last..last + 1)))
    }

    fn compound(&self, last: usize) -> Option<(Role, Range<usize>)> {
        let hyphen = usize::from(self.word_before(last) == "-");
        let first = last.checked_sub(1 + hyphen).filter(|&at| self.is_word(at))?;
        let known = COMPOUNDS.get(self.word(last))?;
        let (_, role) = known.iter().find(|(before, _)| *before == self.word(first))?;
        Some((*role, first..last + 1))
    }

    /// Whether two words make one noun of which a story has one, so that it needs no article: "harbour master Ann Lee".
    fn is_compound(&self, last: usize) -> bool {
        self.compound(last).is_some_and(|(role, _)| role.sole)
    }

    /// The noun of a post at a token.
    fn role(&self, at: usize) -> Option<Role> {
        let word = self.document.word(at);
        ROLES.read(word).or_else(|| {
            // "The signaller": whoever does it, where nothing else is known of the word.
            let small = !self.document.capital(at) && word.len() >= 6;
            let agent = ["er", "or", "ist", "man", "woman", "smith"].iter().any(|end| word.ends_with(end));
            let id = term(word).filter(|term| small && agent && !term.weak && !is_one_of_many(word))?.id;
            Some(Role::unlisted(id, false))
        })
    }

    /// A post of its parts; `None` where a word among them makes it another one.
    fn assembled(
        &self,
        role: Role,
        head: Range<usize>,
        before: Range<usize>,
        behind: Range<usize>,
        definite: bool,
    ) -> Option<Post> {
        let title = if before.is_empty() { head.start } else { before.start.min(head.start).max(self.within.start) };
        let title = title..behind.end.max(head.end);
        let mut post = Post {
            title: self.document.prose.slice(self.document.span(title.start, title.end)).to_owned(),
            tokens: title.clone(),
            role: role.id,
            leads: role.leads,
            duties: BTreeSet::new(),
            bodies: BTreeSet::new(),
            names: BTreeSet::new(),
            sole: role.sole,
            definite,
            its: matches!(self.word_before(title.start), "its" | "their"),
            deputy: false,
            new: false,
            by_verb: false,
        };
        for at in before.clone().chain(behind) {
            let word = self.document.word(at);
            if self.is_possessive(at) {
                post.definite |= before.contains(&at);
                continue;
            }
            if self.document.tokens()[at].kind == TokenKind::Number {
                post.names.insert(hash(word.as_bytes()));
                continue;
            }
            if !self.is_word(at) || is_determiner(word) || is_preposition(word) || word == "and" {
                continue;
            }
            if is_calendar(word) {
                return None;
            }
            match WORDS.get(word) {
                Some(Beside::Deputy) => {
                    post.deputy = true;
                    continue;
                }
                Some(Beside::Not) => return None,
                Some(Beside::Idle) => continue,
                _ if word == "new" => {
                    post.new = true;
                    continue;
                }
                _ => {}
            }
            let Some(term) = term(SAME.get(word).copied().unwrap_or(word)) else { continue };
            let possessor = self.is_possessive(at + 1);
            let named = self.document.capital(at)
                && (at != self.within.start || possessor)
                && !(class_of(word).is(Class::COMMON)
                    && (at + 1 == head.start || at > 0 && matches!(self.word(at - 1), "of" | "for")))
                && !ROLES.is_listed(word)
                && WORDS.get(word).is_none();
            match WORDS.get(word) {
                Some(Beside::Body) => post.bodies.insert(term.id),
                Some(Beside::Only) => {
                    post.sole = true;
                    post.duties.insert(term.id)
                }
                _ if named => post.names.insert(term.id),
                _ => post.duties.insert(term.id),
            };
        }
        if post.its {
            post.bodies.extend(self.body_before(title.start));
        }
        for duty in duties_of_letters(self.document.word(head.end - 1)) {
            post.sole = true;
            post.duties.extend(term(duty).map(|term| term.id));
        }
        Some(post)
    }
}

impl Reader<'_> {
    /// What "its" or "their" before a title likely stands for: the body that the sentence names last before it.
    fn body_before(&self, title: usize) -> Option<u32> {
        let before = (self.within.start..title).rev().find(|&at| WORDS.get(self.word(at)) == Some(&Beside::Body))?;
        let word = self.word(before);
        Some(term(SAME.get(word).copied().unwrap_or(word))?.id)
    }
}

impl Post {
    /// Whether the words name what has the post.
    fn is_placed(&self) -> bool {
        !self.bodies.is_empty() || !self.names.is_empty()
    }
}

/// What the letters of a short title say beside its noun: a CEO is a chief executive.
fn duties_of_letters(title: &str) -> &'static [&'static str] {
    match title {
        "ceo" => &["chief"],
        "cfo" => &["chief", "finance"],
        "coo" => &["chief", "operating"],
        "cto" => &["chief", "technology"],
        "cio" => &["chief", "information"],
        "cmo" => &["chief", "marketing"],
        _ => &[],
    }
}

/// The nouns of posts.
struct Roles(WordTable<Role>);

impl Roles {
    fn read(&self, word: &str) -> Option<Role> {
        self.0.get(word).copied()
    }

    fn is_listed(&self, word: &str) -> bool {
        self.0.get(word).is_some()
    }
}

static ROLES: LazyLock<Roles> = LazyLock::new(|| {
    let mut roles: WordTable<Role> = WordTable::default();
    for (role, nouns, _) in posts() {
        for noun in nouns.into_iter().filter(|noun| !noun.contains('_')) {
            roles.entry(noun, || role);
        }
    }
    Roles(roles)
});

/// By their last word, the nouns of two words: the first of them, and the post.
static COMPOUNDS: LazyLock<WordTable<Vec<(&'static str, Role)>>> = LazyLock::new(|| {
    let mut compounds: WordTable<Vec<(&str, Role)>> = WordTable::default();
    for (role, nouns, _) in posts() {
        for (first, last) in nouns.into_iter().filter_map(|noun| noun.split_once('_')) {
            compounds.entry(last, Vec::new).push((first, role));
        }
    }
    compounds
});

/// The verbs that say that somebody has a post.
static VERBS: LazyLock<WordTable<Role>> = LazyLock::new(|| {
    let mut verbs: WordTable<Role> = WordTable::default();
    for (role, _, of) in posts() {
        for verb in of {
            verbs.entry(verb, || role);
        }
    }
    verbs
});

/// Each post of the list with its nouns and its verbs.
fn posts() -> impl Iterator<Item = (Role, Vec<&'static str>, Vec<&'static str>)> {
    include_str!("data/posts.txt").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (mark, line) = line.split_at_checked(2)?;
        let (noun, others) = line.split_once(':')?;
        let (synonyms, verbs) = others.split_once('|').unwrap_or((others, ""));
        let leads = match mark {
            "~ " if matches!(noun, "head" | "leader") => Leads::Anyhow,
            "~ " => Leads::ByTitle,
            _ => Leads::No,
        };
        let role = Role { id: hash(noun.as_bytes()), sole: mark != "- ", leads };
        Some((
            role,
            std::iter::once(noun).chain(synonyms.split_whitespace()).collect(),
            verbs.split_whitespace().collect(),
        ))
    })
}

/// What a word beside the noun of a post says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Only,
    Deputy,
    Not,
    Idle,
    Body,
}

/// The word that stands for each of those that say the same.
static SAME: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    let mut same: WordTable<&str> = WordTable::default();
    let (_, lines) = POST_WORDS.split_once("[same]\n").unwrap_or_default();
    for line in lines.lines() {
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else { continue };
        words.for_each(|word| {
            same.entry(word, || first);
        });
    }
    same
});

const POST_WORDS: &str = include_str!("data/post-words.txt");

static WORDS: LazyLock<WordTable<Beside>> = LazyLock::new(|| {
    let mut words: WordTable<Beside> = WordTable::default();
    let mut section = Beside::Idle;
    for line in POST_WORDS.lines().take_while(|line| *line != "[same]").filter(|line| !line.starts_with('#')) {
        match line {
            "[only]" => section = Beside::Only,
            "[deputy]" => section = Beside::Deputy,
            "[not]" => section = Beside::Not,
            "[idle]" => section = Beside::Idle,
            "[body]" => section = Beside::Body,
            _ => line.split_whitespace().for_each(|word| {
                words.entry(word, || section);
            }),
        }
    }
    words
});

/// What joins a title to what follows.
fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "and" | "or" | "who" | "whose" | "which" | "that" | "said" | "says" | "told" | "tells" | "when" | "as"
    ) || matches!(word, "while" | "but" | "if" | "where" | "added" | "adds" | "not")
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "at" | "for" | "in" | "on" | "from" | "to" | "with" | "since" | "until" | "by" | "under")
        || matches!(word, "after" | "before" | "during" | "into" | "about" | "against" | "over" | "near" | "behind")
}

fn is_link(word: &str) -> bool {
    matches!(word, "is" | "was" | "are" | "were" | "has" | "had" | "have" | "will" | "would" | "can" | "could" | "be")
        || matches!(
            word,
            "been"
                | "being"
                | "did"
                | "does"
                | "do"
                | "a"
                | "an"
                | "may"
                | "might"
                | "it"
                | "he"
                | "she"
                | "they"
                | "we"
        )
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "its" | "our" | "their" | "this" | "his" | "her" | "my" | "your" | "another")
        || matches!(word, "every" | "no" | "one")
}

/// Nouns in -er and the like of which a story has several, or that name no trade.
fn is_one_of_many(word: &str) -> bool {
    ONE_OF_MANY.get(word).is_some()
}

static ONE_OF_MANY: LazyLock<WordTable<()>> = LazyLock::new(|| {
    WordTable::of(
        "winner loser runner player member worker officer striker defender midfielder forward bowler batter batsman singer \
         dancer actor performer speaker resident neighbour neighbor survivor passenger customer swimmer rider climber walker \
         skier sailor fisher hunter shopper buyer seller viewer reader listener follower supporter campaigner protester \
         protestor demonstrator volunteer soldier gunman woman man human german roman norman rower racer cyclist biker \
         novelist artist tourist activist scorer finisher qualifier newcomer youngster teenager pensioner villager islander \
         lawmaker senator councillor councilor legislator minister spokesman spokeswoman lawyer solicitor barrister \
         defender offender prisoner murderer killer robber plotter smuggler dealer trader grower maker helper another other \
         rather either neither former latter later over under after order number letter matter winter summer river water \
         master sister brother mother father daughter doctor tutor visitor competitor investor creditor donor sponsor \
         predecessor successor ancestor author finalist medallist medalist specialist journalist reporter correspondent \
         fireman firefighter policeman policewoman postman sportsman sportswoman businessman businesswoman craftsman \
         countryman congressman congresswoman gentleman horseman seaman settler believer lover drummer guitarist bassist \
         pianist violinist cellist trumpeter saxophonist vocalist backer writer founder",
    )
});

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::post;
    use crate::source::file::File;
    use crate::source::read::{Format, document};

    /// The posts of the person `Lee`, or `Ann Lee`, of a text: its title, and its marks.
    fn read(text: &str) -> Vec<String> {
        let document = document(Arc::new(File::new("a", text)), Format::Markdown);
        let lee = (0..document.tokens().len()).filter(|&at| document.raw(at) == "Lee");
        let name = lee.map(|at| if at > 0 && document.raw(at - 1) == "Ann" { at - 1..at + 1 } else { at..at + 1 });
        let posts = name.filter_map(|name| post(&document, &name)).map(|post| {
            let marks =
                [(post.sole, '!'), (post.definite, '='), (post.new, '+'), (post.by_verb, '~'), (post.deputy, '-')];
            let marks = marks.into_iter().filter(|(mark, _)| *mark).map(|(_, mark)| mark);
            let of = (post.duties.len(), post.bodies.len(), post.names.len());
            format!("{} {}{}{} {}", post.title, of.0, of.1, of.2, marks.collect::<String>()).trim_end().to_owned()
        });
        posts.collect()
    }

    #[test]
    fn posts_are_read_on_either_side_of_a_name() {
        for (text, expected) in [
            ("Ann Lee, the parish clerk, wrote it.", "parish clerk 010 !="),
            ("Mrs Ann Lee (treasurer) was there.", "treasurer 000 !"),
            ("The treasurer, Mrs Ann Lee, was there.", "treasurer 000 !="),
            ("Norvane's finance director, Ann Lee, smiled.", "Norvane's finance director 101 !="),
            ("Norvane's chief executive is Ann Lee.", "Norvane's chief executive 101 !="),
            ("Ann Lee is Norvane's chief executive.", "Norvane's chief executive 101 !="),
            ("The chief executive of Norvane is Ann Lee.", "chief executive of Norvane 101 !="),
            ("It was edited by Ann Lee.", "edited 000 !~"),
            ("Directed by Ann Lee", "Directed 000 !~"),
            ("The bridge was designed by Ann Lee.", "designed 010 =~"),
            ("Ann Lee, who chairs the works committee, spoke.", "chairs the works committee 110 !=~"),
            ("Ann Lee, head of networks at Norvane, spoke.", "head of networks at Norvane 101 !"),
            ("**Coach:** Ann Lee", "Coach 000 !="),
            ("| Post | Who |\n|---|---|\n| Treasurer | Ann Lee |", "Treasurer 000 !="),
            ("They heard head brewer Ann Lee speak.", "head brewer 000 !"),
            ("Ann Lee, 43, the new warden of the reserve, spoke.", "new warden of the reserve 100 !=+"),
            ("| Part | Actor |\n|---|---|\n| The widow | Ann Lee |", "widow 001 !="),
            ("Ann Lee plays the widow.", "widow 001 !="),
            ("Ann Lee, the museum's deputy director, left.", "museum's deputy director 010 !=-"),
            ("Mrs Lee, the Year 4 teacher, spoke.", "Year 4 teacher 002 ="),
            ("Harbour master Ann Lee spoke.", "Harbour master 000 !"),
            ("Ann Lee, secretary-general of the league, spoke.", "secretary-general of the league 010 !"),
            ("Ann Lee stays on as master brewer.", "master brewer 000 !"),
            ("Ann Lee, who was at the wheel, slept.", "at the wheel 000 ="),
            ("Ann Lee, who has had charge of the mill since May, slept.", "charge of the mill 010 !="),
            ("Ann Lee, who has had charge of the mill as miller, slept.", "miller 000"),
            ("The choir sang under the baton of Ann Lee.", "baton 000 !="),
            ("The choir sang under its conductor, Ann Lee.", "conductor 010 !="),
            ("The driver was named as Ann Lee.", "driver 000 ="),
            ("The club named Ann Lee as coach.", "coach 000 !+"),
            ("The hall, which Ann Lee designed, leaks.", "designed 010 =~"),
            ("The statue in the hall was carved by Ann Lee.", "carved 010 =~"),
            ("The judge in the trial, Ann Lee, slept.", "judge in the trial 010 ="),
            ("The CFO, Ann Lee, slept.", "CFO 200 !="),
            ("Ann Lee, who runs the museum, slept.", "runs the museum 010 !=~"),
            ("They met Foreign Minister Ann Lee.", "Foreign Minister 100"),
        ] {
            assert_eq!(read(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_many_are_or_somebody_was_is_no_post() {
        for text in [
            "Ann Lee, a director of the bank, left.",
            "Ann Lee, the former warden, left.",
            "The winner, Ann Lee, left.",
            "Captain Ann Lee left.",
            "Ann Lee and Tom Reed, the directors, left.",
            "His editor, Ann Lee, left.",
            "Ann Lee left.",
            "They met Norvane Corp. Chief Executive Ann Lee.",
            "Ann Lee, who left the museum, is back.",
            "Ann Lee, coach in 2019, is back.",
            "Ann Lee served as a driver.",
            "Ann Lee, at the wheel of the bus company, slept.",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }
}
