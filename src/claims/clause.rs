//! A clause and its grammar, as far as the forms of its words tell: where its verb stands, who does it, to what it is done.

use std::array;
use std::ops::Range;
use std::sync::LazyLock;

use super::base_form::{Meanings, Term, is_calendar, term};
use super::clause_words::{
    is_auxiliary, is_be, is_count, is_determiner, is_general, is_held, is_journey, is_of_two, is_ordinal,
    is_part_of_day, is_pronoun, is_refusal, is_relative, is_request, is_setting, is_some,
};
use super::event_verbs::{Behind, EVENTS};
use super::grammar::Grammar;
use super::happening::{Happening, Turned};
use super::sorted_set::SortedSet;
use super::speaker::Saying;
use super::story::is_name;
use crate::source::document::Document;
use crate::source::token::{TokenKind, hash};
use crate::values::polarity::Polarity;

/// How many tokens of a clause before its verb and behind it are looked at.
const BEFORE: usize = 24;
const BEHIND: usize = 16;

/// How many tokens may stand between a verb and its date or place.
pub(super) const REACH: usize = 12;

/// How many tokens of an object are looked at for its last word.
pub(super) const OBJECT: usize = 7;

/// How many tokens stand before a value at most for it to open its sentence.
const FRAME: usize = 8;

/// The act of what is done to a trial or a fair: to open it is to begin it, to close it to end it.
fn of_what_is_held(act: u32) -> u32 {
    static ALIKE: LazyLock<[Option<[u32; 2]>; 2]> = LazyLock::new(|| {
        [("open", "begin"), ("close", "end")].map(|(one, other)| Some([term(one)?.id, term(other)?.id]))
    });
    ALIKE.iter().flatten().find(|[one, _]| *one == act).map_or(act, |[_, other]| *other)
}

/// What a subject with "no" is none of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoneOf {
    /// "Nobody", "no one", "no people".
    People,
    /// "No ticket": the word at `head`; where it is one of those that name anything, what stands before it tells of what.
    Kind { head: usize, general: bool },
}

pub(super) struct Clause<'a> {
    pub(super) document: &'a Document,
    pub(super) meanings: &'a Meanings,
    pub(super) within: Range<usize>,
}

impl Clause<'_> {
    /// The event that the verb at a token tells of: one of the list, or any verb whose form shows that it is in the past.
    pub(super) fn event(&self, at: usize) -> Option<(u32, bool)> {
        if self.is_light(at) {
            return Some((term("hold")?.id, false));
        }
        let (term, behind) = (self.meanings.at(at).term?, self.behind(at));
        EVENTS.read(term, behind).or_else(|| self.is_past(at).then(|| EVENTS.unlisted(term, behind)).flatten())
    }

    /// The words behind a token.
    fn behind(&self, at: usize) -> Behind<'_> {
        let word = |at: usize| if at < self.within.end { self.document.word(at) } else { "" };
        array::from_fn(|nth| word(at + 1 + nth))
    }

    /// Whether the verb at a token is one of the list.
    pub(super) fn is_listed(&self, at: usize) -> bool {
        self.meanings.at(at).term.is_some_and(|term| EVENTS.read(term, self.behind(at)).is_some())
    }

    /// Whether a word is the past of a verb as far as its form tells.
    pub(super) fn is_past(&self, at: usize) -> bool {
        self.is(at, Grammar::PAST) && (at == self.within.start || !self.document.capital(at))
    }

    /// The verb that a date or a place belongs to: the nearest before it, or behind it where the sentence opens with it.
    pub(super) fn governing(&self, value: &Range<usize>) -> Option<usize> {
        let word = |at: usize| self.document.word(at);
        let before = value.start.checked_sub(1).filter(|at| self.within.contains(at)).map_or("", word);
        // A dateline says when the report was written.
        if value.end < self.within.end && matches!(self.document.raw(value.end), "-" | "—" | "–") {
            return None;
        }
        // "From Lowell, where she was born"
        let comma = usize::from(value.end < self.within.end && word(value.end) == ",");
        let relative = value.end + comma;
        // "She was born in Lowell, where nobody liked her": of what happened there another verb tells.
        let verb_before = || (self.within.start..value.start).any(|at| self.is_verb(at) && self.event(at).is_some());
        let own = || matches!(before, "in" | "at" | "near") && verb_before();
        if relative < self.within.end && word(relative) == "where" && !own() {
            let mut behind =
                (relative + 1..self.within.end.min(relative + 1 + REACH)).take_while(|&at| !self.breaks(at));
            return behind.find(|&at| self.is_verb(at)).filter(|&at| self.event(at).is_some());
        }
        let opens = value.start <= self.within.start + FRAME
            && (self.within.start..value.start).all(|at| self.term(at).is_none());
        // "As agreed, from 1 October the gate is locked"
        let framed = value.start >= self.within.start + 2
            && matches!(before, "on" | "in" | "at" | "from")
            && word(value.start - 2) == ","
            && value.end < self.within.end
            && matches!(word(value.end), "the" | "a" | "its" | "their" | "our");
        let cleft = self.cleft(value);
        if opens || framed || cleft.is_some() {
            let from = cleft.unwrap_or(value.end);
            let behind = (from..self.within.end.min(from + REACH)).take_while(|&at| !self.breaks(at));
            return behind.into_iter().find(|&at| self.is_verb(at)).filter(|&at| self.event(at).is_some());
        }
        let set_for = before == "for" && value.start >= 2 && self.is_light(value.start - 2);
        let part = before == "of" && value.start >= 2 && is_part_of_day(word(value.start - 2));
        let tied = part
            || set_for
            || matches!(
                before,
                "on" | "in"
                    | "at"
                    | "near"
                    | "inside"
                    | "outside"
                    | "a"
                    | "an"
                    | "his"
                    | "her"
                    | "their"
                    | "early"
                    | "late"
                    | "the"
                    | ","
                    | "from"
                    | "about"
                    | "around"
            );
        let first = self.within.start.max(value.start.saturating_sub(REACH));
        let mut words = (first..value.start).rev().take_while(|&at| !self.breaks(at));
        // "turned up, burnt out, in a quarry"
        let set_off = |at: usize| word(at.saturating_sub(1)) == "," && (at..value.start).any(|at| word(at) == ",");
        let verb = words.find(|&at| self.is_verb(at) && !self.is_light(at) && !set_off(at));
        // "was found abandoned in": the first of two verbs in a row governs.
        let row = |at: usize| at > first && self.event(at - 1).is_some() && !self.is_noun(at - 1);
        let verb = verb.map(|at| self.of_object(if row(at) { at - 1 } else { at }));
        match verb {
            Some(at) if tied || at + 1 == value.start => self.event(at).map(|_| at),
            Some(_) => None,
            // "the council on Thursday signed"
            None => self.light(first..value.start).filter(|_| tied).or_else(|| {
                Some(value.end).filter(|&at| at < self.within.end && self.is_verb(at) && self.event(at).is_some())
            }),
        }
    }

    /// "It was on 5 May that the bridge fell", "it was shortly after nine on Monday when the train struck": where the clause
    /// begins of which a value tells that "it was" sets before it.
    fn cleft(&self, value: &Range<usize>) -> Option<usize> {
        let word = |at: usize| self.document.word(at);
        let first = self.within.start.max(value.start.saturating_sub(FRAME));
        let it = (first..value.start.saturating_sub(1)).rev().find(|&at| word(at) == "it")?;
        let is = matches!(word(it + 1), "was" | "is");
        let between = (it + 2..value.start).all(|at| {
            matches!(
                word(at),
                "on" | "in" | "at" | "about" | "around" | "shortly" | "just" | "only" | "soon" | "after" | "before"
            ) || matches!(
                word(at),
                "not" | "until" | "early" | "late" | "the" | "a" | "few" | "minutes" | "nearly" | "almost"
            )
        });
        let end = self.within.end.min(value.end + FRAME);
        let joint = (value.end..end).find(|&at| matches!(word(at), "that" | "when"))?;
        let time = (value.end..joint).all(|at| self.term(at).is_none_or(|term| term.weak) || is_calendar(word(at)));
        (is && between && time).then_some(joint + 1)
    }

    /// The event of a verb, with what the clause says around it; `value` aside.
    pub(super) fn around(&self, verb: usize, act: u32, once: bool, value: &Range<usize>) -> Happening {
        let particles = self.meanings.at(verb).term.map_or(0, |term| EVENTS.particles(term, self.behind(verb)));
        self.around_words(&(verb..verb + 1 + particles), act, once, value)
    }

    /// As [`Self::around`], for a verb of several words: "turn down", "was at large".
    pub(super) fn around_words(&self, words: &Range<usize>, act: u32, once: bool, value: &Range<usize>) -> Happening {
        let (first_word, verb) = (words.start, words.end - 1);
        let start = self.start_of(first_word);
        let last = self.within.end.min(verb + 1 + BEHIND);
        let end = (verb + 1..last).find(|&at| self.breaks(at) || is_relative(self.document.word(at))).unwrap_or(last);
        let meaning = |range: Range<usize>| -> SortedSet<Term> {
            range.filter(|at| !value.contains(at)).filter_map(|at| self.term(at)).filter(|term| !term.weak).collect()
        };
        let fronted = self.behind_fronted(first_word).unwrap_or(end..end);
        let before: SortedSet<Term> = meaning(start..first_word).union(&meaning(fronted.clone())).copied().collect();
        let behind = meaning(verb + 1..end);
        // "The launch of the ferry" does to the ferry what "launched the ferry" does.
        let next = if verb + 1 < end { self.document.word(verb + 1) } else { "" };
        let of = usize::from(next == "of" || next == "to" && first_word < verb);
        let object = self.object(verb + 1 + of, end, value);
        let object = object.filter(|_| !self.is_passive(first_word) || is_of_two(self.document.word(verb)));
        // "A count of theft" is theft.
        let inner = |head: Term| if head.weak { self.complement(head, verb + 1 + of..end) } else { Some(head) };
        let object = object.and_then(inner);
        let plain = self.subject(start, first_word);
        let describes = |at: &usize| self.term(*at).is_some() && (!self.is_verb(*at) || self.is_noun(*at));
        let doer_kind =
            plain.map(|noun| (start..noun).rev().take_while(describes).filter_map(|at| self.term(at)).collect());
        let doer = plain.and_then(|at| self.term(at)).filter(|_| !self.is_passive(first_word));
        // "Our request to keep hens" is about hens.
        let asked = plain.filter(|&at| is_request(self.document.word(at))).and_then(|at| {
            let to = matches!(self.document.word(at + 1), "to" | "for");
            self.object(at + 2, first_word.max(at + 2), value).filter(|_| to && at + 2 < first_word)
        });
        let plain = asked.or_else(|| plain.and_then(|at| self.term(at)));
        let subject = || plain.filter(|term| !term.weak);
        // "The Ice Cellar" was written in 1975.
        let title = || {
            let marked = start > self.within.start + 1 && self.document.word(start - 1) == "\"";
            self.term(start.checked_sub(2).filter(|_| marked)?)
        };
        let subject = || subject().or_else(title);
        let stands_for = verb + 1 < end && matches!(self.document.word(verb + 1), "it" | "them" | "him" | "her");
        let patient = match object.or_else(|| subject().filter(|_| !stands_for)) {
            Some(term) => SortedSet::from(vec![term]),
            None if stands_for => SortedSet::default(),
            None if !fronted.is_empty() => meaning(fronted.clone()),
            // "The village": a word that tells little is better than none.
            None if before.is_empty() => plain.into_iter().collect(),
            None => before.clone(),
        };
        let here = || (start..end).filter(|at| !value.contains(at));
        let (kind, new) = self.described(&patient, start..end, &fronted);
        let names = here()
            .chain(fronted.clone())
            .filter(|&at| is_name(self.document, self.meanings, at))
            .filter_map(|at| self.term(at));
        let numbers =
            (verb + 1..end).filter(|at| !value.contains(at) && self.document.tokens()[*at].kind == TokenKind::Number);
        let held = (start..end)
            .any(|at| is_held(self.document.word(at)) && self.term(at).is_some_and(|term| patient.contains(&term)));
        let act = if held { of_what_is_held(act) } else { act };
        // "Was laid on 17 June and went into the water at the first attempt"
        let told = if value.start > verb { value.end } else { end };
        let ranks = here().filter(|&at| at < told).chain(fronted.clone()).filter(|&at| self.is_rank(at));
        let ranks = ranks.map(|at| self.rank(at));
        Happening {
            verb: self.document.word(if is_be(self.document.word(first_word)) { verb } else { first_word }).to_owned(),
            act,
            once,
            of: patient
                .iter()
                .next()
                .filter(|_| patient.len() == 1)
                .and_then(|head| self.complement(*head, start..end)),
            occasion: None,
            elided: patient.is_empty()
                && start == self.within.start
                && first_word <= start + 1
                && (self.is_past(first_word) || self.is_listed(first_word) && self.is_noun(first_word)),
            doer,
            doer_kind: doer_kind.unwrap_or_default(),
            pronoun: patient
                .is_empty()
                .then(|| (start..first_word).find(|&at| is_pronoun(self.document.word(at))))
                .flatten(),
            patient,
            kind,
            new,
            ranks: ranks.collect(),
            names: names.filter(|term| !term.weak).collect(),
            numbers: numbers.map(|at| hash(self.document.word(at).as_bytes())).collect(),
            ahead: false,
            past: match self.document.word(first_word) {
                "was" | "were" | "been" => true,
                word => !is_be(word) && self.is_of_past(first_word),
            },
            none: false,
            settled: false,
            state: false,
            partial: false,
            table: None,
            setting: self.setting(),
            listed: self.is_listed(first_word),
            attributed: self.is_attributed(),
            voices: self.voices(value),
            stamped: false,
            words: before.union(&behind).copied().collect(),
            before,
            behind,
        }
    }

    /// Where the clause of a verb begins: behind what ends another clause, and behind who says so.
    pub(super) fn start_of(&self, verb: usize) -> usize {
        let first = self.within.start.max(verb.saturating_sub(BEFORE));
        let start = (first..verb).rev().find(|&at| {
            // "The ship, whose keel was laid": the keel.
            self.breaks(at) || self.is(at, Grammar::REPORT) || self.document.word(at) == "whose"
        });
        let start = self.own_subject(start.map_or(first, |at| at + 1), verb);
        // "He said, some steam was released"
        start + usize::from(start < verb && self.document.word(start) == ",")
    }

    /// The last word of the subject of the clause around a token.
    pub(super) fn subject_of(&self, at: usize) -> Option<usize> {
        let first = self.within.start.max(at.saturating_sub(BEFORE));
        let start = (first..at).rev().find(|&at| self.breaks(at) || self.is(at, Grammar::REPORT));
        self.subject(start.map_or(first, |start| start + 1), at)
    }

    /// Whether a word that could be a verb stands where only a noun can: behind an article or an adjective of a list.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| self.within.contains(before));
        before.is_none_or(|before| {
            is_determiner(self.document.word(before))
                || matches!(self.document.word(before), "last" | "first" | "next" | "official" | "public" | "grand")
        })
    }

    /// The words of the sentence that say on which days or in which season something holds.
    pub(super) fn setting(&self) -> SortedSet<u32> {
        let words = self.within.clone().filter(|&at| self.is(at, Grammar::SETTING)).map(|at| self.document.word(at));
        words.map(|word| hash(word.trim_end_matches('s').as_bytes())).collect()
    }

    /// Whether a token is the ending of a number that counts in a row: "13th".
    fn ends_ordinal(&self, at: usize) -> bool {
        matches!(self.document.word(at), "st" | "nd" | "rd" | "th")
            && at > self.within.start
            && self.document.glued(at)
            && self.document.tokens()[at - 1].kind == TokenKind::Number
    }

    /// What a word that tells which of several in a row something is says, as a hash.
    pub(super) fn rank(&self, at: usize) -> u32 {
        hash(self.document.word(at - usize::from(self.ends_ordinal(at))).as_bytes())
    }

    /// Whether a word tells which of several in a row something is; "last week" does not.
    pub(super) fn is_rank(&self, at: usize) -> bool {
        let word = self.document.word(at);
        // "The return match" is another one.
        let again = word == "return" && at + 1 < self.within.end && self.term(at + 1).is_some();
        // "The journey to Kelm" and "the journey back" are two.
        let back = matches!(word, "back" | "home") && at > self.within.start && is_journey(self.document.word(at - 1));
        let rank = again
            || back
            || matches!(word, "first" | "second" | "third" | "last" | "next" | "semi" | "quarter")
            || is_ordinal(word)
            || self.ends_ordinal(at);
        if !rank {
            return false;
        }
        let [next, ..] = self.behind(at);
        // "It will last two days"
        let verb = word == "last" && at > self.within.start && is_auxiliary(self.document.word(at - 1));
        !verb
            && !is_setting(next)
            && !is_part_of_day(next)
            && !matches!(next, "week" | "month" | "year" | "time" | "of")
    }

    /// Whether a verb tells of the past.
    pub(super) fn is_of_past(&self, verb: usize) -> bool {
        let mut auxiliaries = self.auxiliaries(verb);
        match auxiliaries.find(|word| is_be(word) || matches!(*word, "has" | "have" | "had" | "did" | "do" | "does")) {
            Some(word) => {
                matches!(word, "was" | "were" | "wasn't" | "weren't" | "has" | "have" | "had" | "did" | "been")
            }
            None => self.is_past(verb),
        }
    }

    /// Where the clause of a verb begins behind an "and" that joins two clauses: each has a verb, and the second one words of
    /// its own before it. "The boat sank and nine men drowned".
    pub(super) fn own_subject(&self, start: usize, verb: usize) -> usize {
        let joint = (start..verb).rev().find(|&at| self.document.word(at) == "and").filter(|&and| {
            (start..and).any(|at| self.is_verb(at) || is_be(self.document.word(at)))
                && (and + 1..verb).any(|at| !self.is(at, Grammar::AUXILIARY))
        });
        joint.map_or(start, |and| and + 1)
    }

    /// The last word of the object that begins at `from`.
    pub(super) fn object(&self, from: usize, end: usize, value: &Range<usize>) -> Option<Term> {
        let mut head = None;
        for at in from..end.min(from + OBJECT) {
            let word = self.document.word(at);
            if value.contains(&at) && !value.contains(&(from - 1)) || at > from && self.is_past(at) && !self.is_noun(at)
            {
                break;
            }
            match self.term(at) {
                Some(term) => head = Some(term),
                None if is_determiner(word) || self.document.tokens()[at].kind == TokenKind::Number => {}
                None => break,
            }
        }
        head
    }

    /// The word that "of" ties to a word of the clause.
    pub(super) fn complement(&self, head: Term, within: Range<usize>) -> Option<Term> {
        let at = within.clone().find(|&at| self.term(at).is_some_and(|term| term.id == head.id))?;
        let of = Some(at + 1).filter(|of| within.contains(of) && self.document.word(*of) == "of")?;
        let start = of + 1 + usize::from(of + 1 < within.end && is_determiner(self.document.word(of + 1)));
        (start..within.end.min(start + OBJECT))
            .take_while(|&at| !self.is_past(at))
            .map_while(|at| self.term(at).filter(|term| !term.weak))
            .last()
    }

    /// The last word of the first noun phrase before the verb that no preposition opens: the fair of "on Monday the fair at
    /// the Arts Centre opened".
    pub(super) fn subject(&self, start: usize, verb: usize) -> Option<usize> {
        // "a calf, born in the night", "the final, to be played at"; but not "Arlen, a painter from Lowell, was born"
        let group = (start..verb).rev().find(|&at| !matches!(self.document.word(at), "to" | "be" | "first" | "then"));
        if let Some(comma) = group.filter(|&at| self.document.word(at) == "," && at > start) {
            // "Arlen, the painter from Lowell, was born" is said of Arlen, "the painter, Jon Arlen, was born" too.
            if let Some(open) = (start + 1..comma).rev().find(|&at| self.document.word(at) == ",")
                && self.opens_aside(open + 1)
                && self.document.capital(open - 1)
                && self.term(open - 1).is_some()
            {
                return Some(open - 1);
            }
            return Some(comma - 1).filter(|&at| self.term(at).is_some() && !self.is_past(at));
        }
        // "Subject to approval, the deal is to close", but not "the pool, the gym and the bar opened"
        let joint = (start..verb).rev().find(|&at| matches!(self.document.word(at), "," | "and"));
        let framed = joint.filter(|&at| self.document.word(at) == "," && is_determiner(self.document.word(at + 1)));
        let start = framed.map_or(start, |comma| comma + 1);
        let mut head = None;
        let mut aside = start < verb && self.term(start).is_none() && !is_determiner(self.document.word(start));
        for at in start..verb {
            if self.is_verb(at) && !(self.is_listed(at) && self.is_noun(at)) {
                break;
            }
            match self.term(at) {
                Some(_) => head = Some(at),
                None if head.is_none() || self.document.tokens()[at].kind == TokenKind::Number => {}
                None if is_determiner(self.document.word(at)) => aside = false,
                None if aside => (head, aside) = (None, false),
                None => break,
            }
        }
        head.map(|head| self.named_behind(head, verb).unwrap_or(head))
    }

    /// The last word of the name that commas set off behind a common noun: "a brother, Piet Dool, was".
    fn named_behind(&self, noun: usize, verb: usize) -> Option<usize> {
        let is_comma = |at: usize| at < verb && self.document.word(at) == ",";
        let first = noun + 2;
        let end = (first..verb).find(|&at| !self.document.capital(at))?;
        (!self.document.capital(noun) && is_comma(noun + 1) && first < end && is_comma(end)).then(|| end - 1)
    }

    /// Whether what begins at a token behind a comma tells who or what stands before the comma.
    fn opens_aside(&self, at: usize) -> bool {
        let word = self.document.word(at);
        matches!(
            word,
            "a" | "an" | "the" | "who" | "which" | "whose" | "aged" | "of" | "from" | "born" | "then" | "now"
        ) || self.document.tokens()[at].kind == TokenKind::Number
    }

    pub(super) fn term(&self, at: usize) -> Option<Term> {
        self.meanings.term(at)
    }

    /// Whether a clause ends at a token.
    pub(super) fn breaks(&self, at: usize) -> bool {
        let Some(token) = self.document.tokens().get(at) else { return false };
        if token.kind != TokenKind::Mark {
            // "found that evening in a quarry"
            let that_day = || self.document.word(at) == "that" && is_part_of_day(self.document.word(at + 1));
            // "once the fair is over"
            let once = || self.document.word(at) == "once" && is_determiner(self.document.word(at + 1));
            return self.is(at, Grammar::CONJUNCTION) && !that_day() || once();
        }
        matches!(self.document.word(at), ";" | ":" | "(" | ")" | "|" | "[" | "]" | "\"" | "." | "*")
            || matches!(self.document.raw(at), "—" | "–")
            || self.document.raw(at) == "-" && !self.document.glued(at)
    }

    /// Whether a word has one of some parts in its clause.
    pub(super) fn is(&self, at: usize, grammar: Grammar) -> bool {
        self.meanings.at(at).grammar.is(grammar)
    }

    /// Whether a word is a verb as far as its form tells: the past of one, or one that tells of an event.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        // Auxiliaries and verbs that any sentence has tell of nothing that happens.
        if self.is(at, Grammar::AUXILIARY) {
            return false;
        }
        let adjective = at.checked_sub(1).is_some_and(|before| {
            self.within.contains(&before)
                && (matches!(self.document.word(before), "the" | "a" | "an" | "'s" | "his" | "her" | "its" | "their")
                    || is_count(self.document.word(before))
                    || self.document.tokens()[before].kind == TokenKind::Number)
        });
        let past = self.is(at, Grammar::PAST);
        self.event(at).is_some() && !(past && adjective) || past && !adjective && !self.document.capital(at)
    }

    /// The verb whose object a word is that could be a verb itself: "found the wreck".
    pub(super) fn of_object(&self, at: usize) -> usize {
        let before = at.checked_sub(2).filter(|before| self.within.contains(before) && self.is_noun(at));
        before.filter(|&verb| self.is_verb(verb) && !self.is_noun(verb) && !self.is_light(verb)).unwrap_or(at)
    }

    /// The last verb that says no more than that its subject took place.
    pub(super) fn light(&self, within: Range<usize>) -> Option<usize> {
        let mut words = within.rev().take_while(|&at| !self.breaks(at));
        words.find(|&at| self.is_light(at)).filter(|&at| self.subject_of(at).is_some())
    }

    /// Whether a verb says no more than that the event took place: "the opening was held".
    pub(super) fn is_light(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let next = self.document.word(at + 1);
        matches!(word, "held" | "staged" | "happened" | "occurred")
            // "Is set for 5 May"
            || next == "for" && matches!(word, "set" | "scheduled" | "slated" | "fixed" | "called" | "booked" | "arranged")
            || next == "place" && matches!(word, "took" | "take" | "takes" | "taken")
    }

    /// Whether a form of "be" stands before the verb.
    pub(super) fn is_passive(&self, verb: usize) -> bool {
        let form = self.document.word(verb);
        !form.ends_with("ing") && self.auxiliaries(verb).any(is_be)
    }

    /// The words right before the verb that belong to it, the nearest first.
    pub(super) fn auxiliaries(&self, verb: usize) -> impl Iterator<Item = &str> {
        let first = self.within.start.max(verb.saturating_sub(6));
        (first..verb).rev().map(|at| self.document.word(at)).take_while(|word| is_auxiliary(word))
    }

    pub(super) fn is_ahead(&self, verb: usize) -> bool {
        let words = || self.auxiliaries(verb);
        words().any(|word| matches!(word, "will" | "shall" | "'ll" | "wo" | "won't"))
            || words().any(|word| word == "to") && !words().any(is_refusal)
    }

    /// Whether the subject of a verb is none of a kind, or nobody at all: "no ticket is needed", "nobody was hurt".
    pub(super) fn none(&self, verb: usize) -> Option<NoneOf> {
        let start = self.start_of(verb);
        // "No tsunami alert was issued": the alert is no verb.
        let finite = |head: usize| head + 1 < verb || self.is_past(verb);
        let bound = |head: usize| finite(head) && (head + 1..verb).all(|at| self.is(at, Grammar::AUXILIARY));
        if start >= verb {
            return None;
        }
        // "The valve is shut, nobody hurt."
        let head = (start..verb).rev().find(|&at| !self.is(at, Grammar::AUXILIARY));
        let no_one = |at: usize| at > start && self.document.word(at) == "one" && self.document.word(at - 1) == "no";
        let none = head.and_then(|at| match self.document.word(at) {
            "nobody" => Some(at),
            _ => no_one(at).then(|| at - 1),
        });
        let opens = |at: usize| at == start || matches!(self.document.word(at - 1), "," | ";" | "and" | "but");
        if none.is_some_and(opens) {
            return Some(NoneOf::People);
        }
        match self.document.word(start) {
            "no" => self.subject(start, verb).filter(|&head| bound(head)).map(|head| {
                let general = is_general(self.document.word(head));
                if general && head == start + 1 { NoneOf::People } else { NoneOf::Kind { head, general } }
            }),
            "none" if start + 1 < verb && self.document.word(start + 1) == "of" => self
                .subject(start + 2, verb)
                .filter(|&head| bound(head))
                .map(|head| NoneOf::Kind { head, general: false }),
            _ => None,
        }
    }

    /// Whether the sentence tells who says so; "was told" tells who heard it.
    pub(super) fn is_attributed(&self) -> bool {
        let told = |at: usize| self.document.word(at) == "told" && self.is_passive(at);
        self.within.clone().any(|at| self.is(at, Grammar::REPORT) && !told(at))
    }

    /// The words for whoever the sentence names as the source of what it says of a value.
    pub(super) fn voices(&self, value: &Range<usize>) -> SortedSet<Term> {
        if !self.is_attributed() {
            return SortedSet::default();
        }
        Saying { document: self.document, within: &self.within, value }.voices(self.meanings)
    }

    /// Whether the subject of a verb is only a part of what it names: "some of the pumps".
    pub(super) fn is_partial(&self, verb: usize) -> bool {
        let start = self.start_of(verb);
        let one_of = |at: usize| self.document.word(at) == "one" && self.document.word(at + 1) == "of";
        (start..verb).any(|at| is_some(self.document.word(at)) || one_of(at))
    }

    /// Whether the verb of some words is said to be so or not; `None` for what is only possible, or denied.
    pub(super) fn turned(&self, verb: &Range<usize>) -> Option<Turned> {
        let behind = verb.end;
        let mut words: Vec<&str> = self.auxiliaries(verb.start).collect();
        words.reverse();
        let unsure = |word: &&str| {
            matches!(*word, "can" | "could" | "may" | "might" | "would" | "should" | "must" | "yet" | "to" | "if")
        };
        let refuses = words.windows(2).any(|pair| pair[1] == "to" && is_refusal(pair[0]));
        if words.iter().any(unsure) && !refuses {
            return None;
        }
        if self.none(verb.start).is_some() {
            return (Polarity::read(words.iter().copied()) == Polarity::Asserted).then_some(Turned::Negated);
        }
        let nothing = |at: usize| at < self.within.end && matches!(self.document.word(at), "no" | "neither" | "none");
        let no_object = nothing(behind) && self.document.word((behind + 1).min(self.within.end - 1)) != "longer";
        match (Polarity::read(words.iter().copied()), words.contains(&"no"), no_object) {
            (Polarity::Denied, ..) | (_, true, true) | (Polarity::Negated, _, true) => None,
            (Polarity::Negated, ..) => Some(Turned::Negated),
            (Polarity::Asserted, _, true) => Some(Turned::Negated),
            (Polarity::Asserted, ..) => Some(Turned::Stated),
        }
    }
}
