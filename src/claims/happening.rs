//! What happened, as the clause around a value tells it: the verb, who does it, to what it is done, and whether it is said
//! to be so.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::base_form::{Meanings, Term, term};
use super::reach::near;
use super::sorted_set::SortedSet;
use super::story::is_name;
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::token::{TokenKind, hash};
use crate::values::calendar_words::weekday;
use crate::values::polarity::Polarity;
use crate::values::value::{Kind, Reading};

/// A verb with what its clause says beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// The verb, as written.
    pub verb: String,
    /// The verb in its base form, or the choice that it is an alternative of: verbs of one sense are one.
    pub act: u32,
    /// Whether it befalls a thing once: a birth, a sinking.
    pub once: bool,
    /// The words with a meaning before the verb: mostly who does it.
    pub before: SortedSet<Term>,
    /// The words with a meaning behind it.
    pub behind: SortedSet<Term>,
    /// The words of the clause beside the verb: both of these.
    pub words: SortedSet<Term>,
    /// What it is done to: the last word of the object, or for "was opened" and for a verb without an object that of
    /// the subject.
    pub patient: SortedSet<Term>,
    /// What "of" ties to the patient: the theft of "a count of theft".
    pub of: Option<Term>,
    /// Whether the clause leaves out to what it is done, as one under the heading of its subject does: "Discovered in 1987".
    pub elided: bool,
    /// Where "he" or "she" stands, to whom it happens: whoever that is.
    pub pronoun: Option<usize>,
    /// Words that tell which of several in a row it is: "first", "last"; each by its hash.
    pub ranks: SortedSet<u32>,
    /// The names in the clause.
    pub names: SortedSet<Term>,
    /// The numbers in the clause, each as a hash of its text.
    pub numbers: SortedSet<u32>,
    /// Whether it is said of the future: "will open".
    pub ahead: bool,
    /// Whether it is said of the past: "opened", "has opened".
    pub past: bool,
    /// Words that say on which days or in which season it holds: "on Sundays", "in winter", "daily"; each by its hash.
    pub setting: SortedSet<u32>,
    /// Whether the verb is that of a list, and not found by its form alone; a label has none.
    pub listed: bool,
    /// Whether the sentence tells who says so: "the union said".
    pub attributed: bool,
}

/// The [`Happening::act`] of a label that names no event: "doors", "last admission".
#[must_use]
pub fn labelled() -> u32 {
    hash(b"label:")
}

/// A verb that is itself the value, as its clause turns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turned {
    /// "signed"
    Stated,
    /// "did not sign", "left without signing"
    Negated,
}

/// How many tokens of a clause before its verb and behind it are looked at.
const BEFORE: usize = 24;
const BEHIND: usize = 16;

/// How many tokens may stand between a verb and its date or place.
const REACH: usize = 12;

/// How many tokens of an object are looked at for its last word.
const OBJECT: usize = 7;

/// How many tokens stand before a value at most for it to open its sentence.
const FRAME: usize = 8;

/// How many tokens a label has at most.
const LABEL: usize = 7;

/// The event that a date, a time or a place belongs to: its value is at `value`. `None` where neither a verb nor a label
/// governs it.
pub(super) fn happening(
    document: &Document,
    meanings: &Meanings,
    readings: &[Reading],
    value: &Range<usize>,
) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(value.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, value) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return clause.row_label(value).and_then(|label| clause.labelled(label, value));
    }
    let Some(verb) = clause.governing(value) else {
        return clause.label(value).and_then(|label| clause.labelled(label, value));
    };
    let (act, once) = clause.event(verb)?;
    let mut happening = clause.around(verb, act, once, value);
    happening.ahead |= clause.is_ahead(verb);
    // A second date of the clause may be the one that is meant.
    let first = readings.partition_point(|reading| (reading.tokens.start as usize) < clause.within.start);
    let inside = readings[first..].iter().take_while(|reading| (reading.tokens.start as usize) < clause.within.end);
    inside.into_iter().all(|reading| reading.kind != Kind::Range).then_some(happening)
}

/// What lasts as long as the length of time at `value` says: "jailed for two years", "the play lasts two hours", "a two-day
/// strike", "a trial of two weeks". `None` where it is another kind of length, as of "two years ago".
pub(super) fn lasting(document: &Document, meanings: &Meanings, value: &Range<usize>) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(value.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, value) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return None;
    }
    let word = |at: usize| document.word(at);
    let before = value.start.checked_sub(1).filter(|at| clause.within.contains(at))?;
    let noun = |head: usize| clause.lasting_noun(head, value);
    if value.clone().any(|at| word(at) == "-") || value.end < clause.within.end && word(value.end) == "-" {
        let start = value.end + usize::from(word(value.end) == "-");
        let words = (start..clause.within.end.min(start + 4)).take_while(|&at| clause.term(at).is_some());
        return noun(words.last()?);
    }
    match word(before) {
        "of" if before > clause.within.start && clause.term(before - 1).is_some() => noun(before - 1),
        "for" => {
            let first = clause.within.start.max(value.start.saturating_sub(REACH));
            let verb = (first..before).rev().take_while(|&at| !clause.breaks(at)).find(|&at| clause.is_verb(at))?;
            let verb = clause.of_object(verb);
            let (act, once) = clause.event(verb)?;
            let mut happening = clause.around(verb, act, once, value);
            happening.ahead |= clause.is_ahead(verb);
            Some(happening)
        }
        "to" if before > clause.within.start => {
            let (act, once) = clause.event(before - 1).filter(|_| clause.is_listed(before - 1))?;
            Some(clause.around(before - 1, act, once, value))
        }
        "last" | "lasts" | "lasted" | "lasting" | "take" | "takes" | "took" | "taken" => {
            // "The strike lasted two days" is a strike of two days.
            let subject = clause.subject_of(before)?;
            if clause.is_listed(subject) {
                return clause.lasting_noun(subject, value);
            }
            let mut happening = clause.around(before, term("last")?.id, false, value);
            happening.patient = clause.term(subject).into_iter().collect();
            happening.ahead |= clause.is_ahead(before);
            // "took two years to build"
            if value.end + 1 < clause.within.end
                && word(value.end) == "to"
                && let Some(event) = meanings.at(value.end + 1).term.and_then(|verb| EVENTS.read(verb, "", ""))
            {
                (happening.act, happening.once) = event;
            }
            Some(happening)
        }
        _ => None,
    }
}

/// What is said to come before or after what is named behind the word at `order`: "took its break before the red card". The
/// act is that of the verb together with what is named.
pub(super) fn ordered(document: &Document, meanings: &Meanings, order: &Range<usize>) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(order.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, order) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return None;
    }
    let behind = clause.within.end.min(order.end + OBJECT);
    let determined = order.end < behind && is_determiner(document.word(order.end));
    // "before her novel Brine" is before the novel.
    let words = (order.end + 1..behind).take_while(|&at| clause.term(at).is_some() && !clause.is_past(at));
    let words = words.take_while(|&at| at == order.end + 1 || !document.capital(at));
    let mark = words.last().filter(|_| determined).and_then(|at| clause.term(at)).filter(|term| !term.weak)?;
    let first = clause.within.start.max(order.start.saturating_sub(REACH));
    let verb = (first..order.start).rev().take_while(|&at| !clause.breaks(at)).find(|&at| clause.is_verb(at))?;
    let verb = clause.of_object(verb);
    let (act, _) = clause.event(verb)?;
    let act = hash(format!("{act} {}", mark.id).as_bytes());
    let mut happening = clause.around(verb, act, true, order);
    happening.listed = true;
    happening.ahead |= clause.is_ahead(verb);
    Some(happening)
}

/// What is said of a verb at `verb` that is the value itself, one of the alternatives of `act`; `None` where the clause asks,
/// supposes or denies.
pub(super) fn statement(
    document: &Document,
    meanings: &Meanings,
    verb: &Range<usize>,
    act: &str,
) -> Option<(Happening, Turned)> {
    let sentence = &document.sentences()[document.sentence_at(verb.start)];
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return None;
    }
    let clause = Clause { document, meanings, within: near(&sentence.tokens, verb) };
    // "A functioning pump", "the support": no verb at all.
    if verb.start > clause.within.start && is_determiner(document.word(verb.start - 1)) {
        return None;
    }
    let turned = clause.turned(verb.end - 1)?;
    let happening = clause.around(verb.end - 1, hash(act.as_bytes()), false, verb);
    (!happening.ahead && !clause.is_ahead(verb.end - 1)).then_some((happening, turned))
}

struct Clause<'a> {
    document: &'a Document,
    meanings: &'a Meanings,
    within: Range<usize>,
}

impl Clause<'_> {
    /// The event that the verb at a token tells of: one of the list, or any verb whose form shows that it is in the past.
    fn event(&self, at: usize) -> Option<(u32, bool)> {
        let [next, last] = self.behind(at);
        if self.is_light(at) {
            return Some((term("hold")?.id, false));
        }
        let term = self.meanings.at(at).term?;
        EVENTS.read(term, next, last).or_else(|| self.is_past(at).then(|| EVENTS.unlisted(term, next)).flatten())
    }

    /// The two words behind a token.
    fn behind(&self, at: usize) -> [&str; 2] {
        [at + 1, at + 2].map(|at| if at < self.within.end { self.document.word(at) } else { "" })
    }

    /// Whether the verb at a token is one of the list.
    fn is_listed(&self, at: usize) -> bool {
        let [next, last] = self.behind(at);
        self.meanings.at(at).term.is_some_and(|term| EVENTS.read(term, next, last).is_some())
    }

    /// Whether a word is the past of a verb as far as its form tells.
    fn is_past(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let form = word.len() > 4 && word.ends_with("ed") || PAST.contains_key(word);
        form && (at == self.within.start || !self.document.capital(at))
    }

    /// The verb that a date or a place belongs to: the nearest before it, or behind it where the sentence opens with it.
    fn governing(&self, value: &Range<usize>) -> Option<usize> {
        let word = |at: usize| self.document.word(at);
        let before = value.start.checked_sub(1).filter(|at| self.within.contains(at)).map_or("", word);
        // A dateline says when the report was written.
        if value.end < self.within.end && matches!(self.document.raw(value.end), "-" | "—" | "–") {
            return None;
        }
        let opens = value.start <= self.within.start + FRAME
            && (self.within.start..value.start).all(|at| self.term(at).is_none());
        // "As agreed, from 1 October the gate is locked"
        let framed = value.start >= self.within.start + 2
            && matches!(before, "on" | "in" | "at" | "from")
            && word(value.start - 2) == ","
            && value.end < self.within.end
            && matches!(word(value.end), "the" | "a" | "its" | "their" | "our");
        if opens || framed {
            // "It was on 5 May that the bridge fell."
            let cleft = value.end < self.within.end && word(value.end) == "that" && word(self.within.start) == "it";
            let from = value.end + usize::from(cleft);
            let behind = (from..self.within.end.min(from + REACH)).take_while(|&at| !self.breaks(at));
            return behind.into_iter().find(|&at| self.is_verb(at)).filter(|&at| self.event(at).is_some());
        }
        let part = before == "of" && value.start >= 2 && is_part_of_day(word(value.start - 2));
        let tied = part
            || matches!(
                before,
                "on" | "in" | "at" | "near" | "outside" | "early" | "late" | "the" | "," | "from" | "about" | "around"
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

    fn around(&self, verb: usize, act: u32, once: bool, value: &Range<usize>) -> Happening {
        let first = self.within.start.max(verb.saturating_sub(BEFORE));
        let start = (first..verb).rev().find(|&at| self.breaks(at) || is_report(self.document.word(at)));
        let start = start.map_or(first, |at| at + 1);
        let start = self.own_subject(start, verb);
        let last = self.within.end.min(verb + 1 + BEHIND);
        let end = (verb + 1..last).find(|&at| self.breaks(at) || is_relative(self.document.word(at))).unwrap_or(last);
        let meaning = |range: Range<usize>| -> SortedSet<Term> {
            range.filter(|at| !value.contains(at)).filter_map(|at| self.term(at)).filter(|term| !term.weak).collect()
        };
        let (before, behind) = (meaning(start..verb), meaning(verb + 1..end));
        // "The launch of the ferry" does to the ferry what "launched the ferry" does.
        let of = usize::from(verb + 1 < end && self.document.word(verb + 1) == "of");
        let object = self.object(verb + 1 + of, end, value).filter(|_| !self.is_passive(verb));
        // "A count of theft" is theft.
        let inner = |head: Term| if head.weak { self.complement(head, verb + 1 + of..end) } else { Some(head) };
        let object = object.and_then(inner);
        let plain = self.subject(start, verb).and_then(|at| self.term(at));
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
            // "The village": a word that tells little is better than none.
            None if before.is_empty() => plain.into_iter().collect(),
            None => before.clone(),
        };
        let here = || (start..end).filter(|at| !value.contains(at));
        let names = here().filter(|&at| is_name(self.document, self.meanings, at)).filter_map(|at| self.term(at));
        let numbers =
            (verb + 1..end).filter(|at| !value.contains(at) && self.document.tokens()[*at].kind == TokenKind::Number);
        let ranks = here().filter(|&at| self.is_rank(at)).map(|at| self.document.word(at));
        Happening {
            verb: self.document.word(verb).to_owned(),
            act,
            once,
            of: patient
                .iter()
                .next()
                .filter(|_| patient.len() == 1)
                .and_then(|head| self.complement(*head, start..end)),
            elided: patient.is_empty()
                && start == self.within.start
                && verb <= start + 1
                && (self.is_past(verb) || self.is_listed(verb) && self.is_noun(verb)),
            pronoun: patient.is_empty().then(|| (start..verb).find(|&at| is_pronoun(self.document.word(at)))).flatten(),
            patient,
            ranks: ranks.map(|word| hash(word.as_bytes())).collect(),
            names: names.filter(|term| !term.weak).collect(),
            numbers: numbers.map(|at| hash(self.document.word(at).as_bytes())).collect(),
            ahead: false,
            past: self.is_of_past(verb),
            setting: self.setting(),
            listed: self.is_listed(verb),
            attributed: self.within.clone().any(|at| is_report(self.document.word(at))),
            words: before.union(&behind).copied().collect(),
            before,
            behind,
        }
    }

    /// What a noun whose length is told stands for: the event that it names, of the thing that "of" or the subject tells; or
    /// itself.
    fn lasting_noun(&self, head: usize, value: &Range<usize>) -> Option<Happening> {
        let itself = self.term(head).filter(|term| !term.weak)?;
        let listed = self.is_listed(head);
        let (act, once) = self.event(head).filter(|_| listed).or(Some((term("last")?.id, false)))?;
        let mut happening = self.around(head, act, once, value);
        happening.listed = listed;
        happening.past = false;
        let of = head + 1 < self.within.end && self.document.word(head + 1) == "of";
        if !listed {
            happening.patient = SortedSet::from(vec![itself]);
        } else if !of {
            happening.patient = self.subject_of(head).and_then(|at| self.term(at)).into_iter().collect();
        }
        happening.before.insert(itself);
        happening.words.insert(itself);
        Some(happening)
    }

    /// The last word of the subject of the clause around a token.
    fn subject_of(&self, at: usize) -> Option<usize> {
        let first = self.within.start.max(at.saturating_sub(BEFORE));
        let start = (first..at).rev().find(|&at| self.breaks(at) || is_report(self.document.word(at)));
        self.subject(start.map_or(first, |start| start + 1), at)
    }

    /// The tokens of the words that a value is the value of, as a label has them: "Last admission: 17:30", "the deadline is
    /// on 5 May", "a best-before date of 5 May".
    fn label(&self, value: &Range<usize>) -> Option<Range<usize>> {
        let word = |at: usize| self.document.word(at);
        if value.start == self.within.start {
            return self.label_behind(value);
        }
        let mut end = value.start;
        let back = |end: usize, is: &dyn Fn(&str) -> bool| end > self.within.start && is(word(end - 1));
        end -= usize::from(back(end, &|word| matches!(word, "the" | "about" | "around")));
        end -= usize::from(back(end, &|word| matches!(word, "at" | "on" | "in" | "from")));
        let tied = back(end, &|word| {
            matches!(word, "is" | "was" | "are" | "were" | ":" | "-" | "be") || matches!(word, "–" | "—")
        });
        let date_of = back(end, &|word| word == "of")
            && end >= self.within.start + 2
            && matches!(word(end - 2), "date" | "deadline" | "day" | "time");
        while tied && back(end, &|word| is_be(word) || matches!(word, ":" | "-" | "–" | "—" | "will" | "*" | "to"))
        {
            end -= 1;
        }
        end -= usize::from(date_of);
        let best = |at: usize| word(at) == "before" && at > self.within.start && word(at - 1).ends_with("best");
        let ends = |at: usize| {
            self.breaks(at) && !best(at) || matches!(word(at), ",") || self.is_verb(at) && !self.is_noun(at)
        };
        let mut start = end;
        while start > self.within.start && end - start < LABEL && !ends(start - 1) {
            start -= 1;
        }
        let whole = start == self.within.start || self.breaks(start - 1) || word(start - 1) == ",";
        // A time behind one or two words is the time of what they say: "doors 18:30".
        let short = end - start <= 2 && !self.document.capital(value.start);
        let opens = start < end && (whole && (tied || short) || date_of);
        opens.then_some(start..end)
    }

    /// The words behind a value that opens its line, as in a programme: "15:00 Prize-giving".
    fn label_behind(&self, value: &Range<usize>) -> Option<Range<usize>> {
        let start = value.end + usize::from(value.end < self.within.end && is_dash(self.document.raw(value.end)));
        let most = self.within.end.min(start + LABEL);
        let end = (start..most).find(|&at| self.breaks(at) || self.document.word(at) == ",").unwrap_or(most);
        let whole = end == self.within.end || self.breaks(end) || self.document.word(end) == ",";
        let verbs = (start..end).any(|at| is_auxiliary(self.document.word(at)));
        (start < end && whole && !verbs && self.document.capital(start)).then_some(start..end)
    }

    /// The label of a row of two cells, where the value fills the second one.
    fn row_label(&self, value: &Range<usize>) -> Option<Range<usize>> {
        let bars: Vec<usize> = self.within.clone().filter(|&at| self.document.word(at) == "|").collect();
        let inner: Vec<usize> =
            bars.into_iter().filter(|&at| at != self.within.start && at + 1 != self.within.end).collect();
        let &[bar] = &inner[..] else { return None };
        let start = self.within.start + usize::from(self.document.word(self.within.start) == "|");
        (bar < value.start && value.start <= bar + 2 && bar - start <= LABEL).then_some(start..bar)
    }

    /// What a label tells of: the event that it names, or that which has its name.
    fn labelled(&self, label: Range<usize>, value: &Range<usize>) -> Option<Happening> {
        let of = label.clone().find(|&at| self.document.word(at) == "of");
        let edge = of.filter(|&of| {
            of > label.start
                && matches!(self.document.word(of - 1), "day" | "end" | "beginning" | "start")
                && label.clone().all(|at| self.document.word(at) != "date")
        });
        if let Some(of) = edge {
            let last = self.document.word(of - 1) == "end" || self.document.word(label.start) == "last";
            let act = term(if last { "end" } else { "begin" })?.id;
            return Some(self.of_label(of + 1..label.end, of - 1, act, false, value));
        }
        let event = label.clone().rev().find(|&at| self.is_listed(at) || self.is_past(at));
        if let Some((at, (act, once))) = event.and_then(|at| Some((at, self.event(at)?))) {
            return Some(self.of_label(label, at, act, once, value));
        }
        let words = || label.clone().take_while(|at| Some(*at) != of).filter(|&at| self.term(at).is_some());
        let head = words().filter(|&at| !is_of_time(self.document.word(at))).last()?;
        Some(self.of_label(label, head, labelled(), false, value))
    }

    fn of_label(&self, label: Range<usize>, head: usize, act: u32, once: bool, value: &Range<usize>) -> Happening {
        let terms = |strong: bool| -> SortedSet<Term> {
            let words = label.clone().filter(|&at| act == labelled() || at != head);
            let words = words.filter(|&at| !is_of_time(self.document.word(at)));
            words.filter_map(|at| self.term(at)).filter(|term| !strong || !term.weak).collect()
        };
        let named = act == labelled();
        let patient = if named { self.term(head).into_iter().collect() } else { terms(true) };
        let names =
            label.clone().filter(|&at| is_name(self.document, self.meanings, at)).filter_map(|at| self.term(at));
        Happening {
            verb: self.document.word(head).to_owned(),
            act,
            once,
            of: None,
            elided: patient.is_empty(),
            patient,
            pronoun: None,
            ranks: label
                .clone()
                .filter(|&at| self.is_rank(at))
                .map(|at| hash(self.document.word(at).as_bytes()))
                .collect(),
            names: names.filter(|term| !term.weak).collect(),
            numbers: label
                .clone()
                .filter(|&at| !value.contains(&at) && self.document.tokens()[at].kind == TokenKind::Number)
                .map(|at| hash(self.document.word(at).as_bytes()))
                .collect(),
            ahead: false,
            past: false,
            setting: self.setting(),
            listed: !named,
            attributed: self.within.clone().any(|at| is_report(self.document.word(at))),
            words: terms(false),
            before: terms(false),
            behind: SortedSet::default(),
        }
    }

    /// Whether a word that could be a verb stands where only a noun can: behind an article or an adjective of a list.
    fn is_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|before| self.within.contains(before));
        before.is_none_or(|before| {
            is_determiner(self.document.word(before))
                || matches!(self.document.word(before), "last" | "first" | "next" | "official" | "public" | "grand")
        })
    }

    /// The words of the sentence that say on which days or in which season something holds.
    fn setting(&self) -> SortedSet<u32> {
        let words = self.within.clone().map(|at| self.document.word(at));
        words.filter(|word| is_setting(word)).map(|word| hash(word.trim_end_matches('s').as_bytes())).collect()
    }

    /// Whether a word tells which of several in a row something is; "last week" does not.
    fn is_rank(&self, at: usize) -> bool {
        let word = self.document.word(at);
        let rank =
            matches!(word, "first" | "second" | "third" | "last" | "next" | "semi" | "quarter") || is_ordinal(word);
        let [next, _] = self.behind(at);
        rank && !is_setting(next) && !is_part_of_day(next) && !matches!(next, "week" | "month" | "year" | "time" | "of")
    }

    /// Whether a verb tells of the past.
    fn is_of_past(&self, verb: usize) -> bool {
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
    fn own_subject(&self, start: usize, verb: usize) -> usize {
        let joint = (start..verb).rev().find(|&at| self.document.word(at) == "and").filter(|&and| {
            (start..and).any(|at| self.is_verb(at) || is_be(self.document.word(at)))
                && (and + 1..verb).any(|at| !is_auxiliary(self.document.word(at)))
        });
        joint.map_or(start, |and| and + 1)
    }

    /// The last word of the object that begins at `from`.
    fn object(&self, from: usize, end: usize, value: &Range<usize>) -> Option<Term> {
        let mut head = None;
        for at in from..end.min(from + OBJECT) {
            let word = self.document.word(at);
            if value.contains(&at) && !value.contains(&(from - 1)) || at > from && self.is_past(at) {
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
    fn complement(&self, head: Term, within: Range<usize>) -> Option<Term> {
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
    fn subject(&self, start: usize, verb: usize) -> Option<usize> {
        // "a calf, born in the night", "the final, to be played at"; but not "Arlen, a painter from Lowell, was born"
        let group = (start..verb).rev().find(|&at| !matches!(self.document.word(at), "to" | "be" | "first" | "then"));
        if let Some(comma) = group.filter(|&at| self.document.word(at) == "," && at > start) {
            return Some(comma - 1).filter(|&at| self.term(at).is_some() && !self.is_past(at));
        }
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
        head
    }

    fn term(&self, at: usize) -> Option<Term> {
        self.meanings.term(at)
    }

    /// Whether a clause ends at a token.
    fn breaks(&self, at: usize) -> bool {
        // "found that evening in a quarry"
        if self.document.word(at) == "that" && is_part_of_day(self.document.word(at + 1)) {
            return false;
        }
        matches!(self.document.word(at), ";" | ":" | "(" | ")" | "|" | "[" | "]" | "\"" | "." | "*")
            || matches!(self.document.raw(at), "—" | "–")
            || self.document.raw(at) == "-" && !self.document.glued(at)
            || is_conjunction(self.document.word(at))
    }

    /// Whether a word is a verb as far as its form tells: the past of one, or one that tells of an event.
    fn is_verb(&self, at: usize) -> bool {
        // Auxiliaries and verbs that any sentence has tell of nothing that happens.
        if is_auxiliary(self.document.word(at)) {
            return false;
        }
        let word = self.document.word(at);
        let adjective = at.checked_sub(1).is_some_and(|before| {
            self.within.contains(&before)
                && (matches!(self.document.word(before), "the" | "a" | "an" | "'s" | "his" | "her" | "its" | "their")
                    || is_count(self.document.word(before))
                    || self.document.tokens()[before].kind == TokenKind::Number)
        });
        let past = word.len() > 4 && word.ends_with("ed") || PAST.contains_key(word);
        self.event(at).is_some() && !(past && adjective) || past && !adjective && !self.document.capital(at)
    }

    /// The verb whose object a word is that could be a verb itself: "found the wreck".
    fn of_object(&self, at: usize) -> usize {
        let before = at.checked_sub(2).filter(|before| self.within.contains(before) && self.is_noun(at));
        before.filter(|&verb| self.is_verb(verb) && !self.is_noun(verb) && !self.is_light(verb)).unwrap_or(at)
    }

    /// The last verb that says no more than that its subject took place.
    fn light(&self, within: Range<usize>) -> Option<usize> {
        let mut words = within.rev().take_while(|&at| !self.breaks(at));
        words.find(|&at| self.is_light(at)).filter(|&at| self.subject_of(at).is_some())
    }

    /// Whether a verb says no more than that the event took place: "the opening was held".
    fn is_light(&self, at: usize) -> bool {
        let word = self.document.word(at);
        matches!(word, "held" | "staged" | "happened" | "occurred")
            || self.document.word(at + 1) == "place" && matches!(word, "took" | "take" | "takes" | "taken")
    }

    /// Whether a form of "be" stands before the verb.
    fn is_passive(&self, verb: usize) -> bool {
        let form = self.document.word(verb);
        !form.ends_with("ing") && self.auxiliaries(verb).any(is_be)
    }

    /// The words right before the verb that belong to it, the nearest first.
    fn auxiliaries(&self, verb: usize) -> impl Iterator<Item = &str> {
        let first = self.within.start.max(verb.saturating_sub(6));
        (first..verb).rev().map(|at| self.document.word(at)).take_while(|word| is_auxiliary(word))
    }

    fn is_ahead(&self, verb: usize) -> bool {
        let words = || self.auxiliaries(verb);
        words().any(|word| matches!(word, "will" | "shall" | "'ll" | "wo" | "won't"))
            || words().any(|word| word == "to") && !words().any(is_refusal)
    }

    /// Whether the subject of a verb is none: "no ticket is needed".
    fn of_none(&self, verb: usize) -> bool {
        let first = self.within.start.max(verb.saturating_sub(BEFORE));
        let start = (first..verb).rev().find(|&at| self.breaks(at)).map_or(first, |at| at + 1);
        let start = self.own_subject(start, verb);
        let bound = |head: usize| (head + 1..verb).all(|at| is_auxiliary(self.document.word(at)));
        start < verb && self.document.word(start) == "no" && self.subject(start, verb).is_some_and(bound)
    }

    /// Whether the verb is said to be so or not; `None` for what is only possible, or denied.
    fn turned(&self, verb: usize) -> Option<Turned> {
        let mut words: Vec<&str> = self.auxiliaries(verb).collect();
        words.reverse();
        let unsure = |word: &&str| {
            matches!(*word, "can" | "could" | "may" | "might" | "would" | "should" | "must" | "yet" | "to" | "if")
        };
        let refuses = words.windows(2).any(|pair| pair[1] == "to" && is_refusal(pair[0]));
        if words.iter().any(unsure) && !refuses {
            return None;
        }
        if self.of_none(verb) {
            return (Polarity::read(words.iter().copied()) == Polarity::Asserted).then_some(Turned::Negated);
        }
        let nothing = |at: usize| at < self.within.end && matches!(self.document.word(at), "no" | "neither" | "none");
        let no_object = nothing(verb + 1) && self.document.word((verb + 2).min(self.within.end - 1)) != "longer";
        match (Polarity::read(words.iter().copied()), words.contains(&"no"), no_object) {
            (Polarity::Denied, ..) | (_, true, true) | (Polarity::Negated, _, true) => None,
            (Polarity::Negated, ..) => Some(Turned::Negated),
            (Polarity::Asserted, _, true) => Some(Turned::Negated),
            (Polarity::Asserted, ..) => Some(Turned::Stated),
        }
    }
}

static EVENTS: LazyLock<Events> = LazyLock::new(Events::new);

/// Verbs of events by the base form of their words.
struct Events {
    /// Whether it befalls a thing once.
    once: FxHashMap<u32, bool>,
    /// "turn up", "send to prison": by the base form of the verb the words behind it, each with the base form of the verb of
    /// one word.
    phrasal: FxHashMap<u32, Vec<([&'static str; 2], u32)>>,
    /// "departure": the base form of a word with that of the verb that says the same.
    alike: FxHashMap<u32, u32>,
}

impl Events {
    fn new() -> Self {
        let mut events =
            Self { once: FxHashMap::default(), phrasal: FxHashMap::default(), alike: FxHashMap::default() };
        for line in include_str!("data/event-verbs.txt").lines().filter(|line| !line.starts_with('#')) {
            if let Some((one, words)) = line.split_once('=') {
                let Some(one) = term(one.trim()) else { continue };
                for words in words.split(',').map(str::trim) {
                    let mut words = words.split(' ');
                    let Some(verb) = words.next().and_then(term) else { continue };
                    match (words.next(), words.next()) {
                        (Some(next), last) => {
                            let behind = [next, last.unwrap_or("")];
                            events.phrasal.entry(verb.id).or_default().push((behind, one.id));
                        }
                        (None, _) => {
                            events.alike.insert(verb.id, one.id);
                        }
                    }
                }
                continue;
            }
            let once = line.starts_with('!');
            for term in line.trim_start_matches('!').split_whitespace().filter_map(term) {
                *events.once.entry(term.id).or_insert(once) |= once;
            }
        }
        events
    }

    /// The event that a word tells of, with the two words behind it, and whether it befalls a thing once.
    fn read(&self, term: Term, next: &str, last: &str) -> Option<(u32, bool)> {
        let phrasal = self.phrasal.get(&term.id);
        let behind = |words: [&str; 2]| phrasal?.iter().rfind(|(behind, _)| *behind == words).map(|(_, one)| *one);
        let id = behind([next, last]).or_else(|| behind([next, ""])).or_else(|| self.alike.get(&term.id).copied());
        let id = id.unwrap_or(term.id);
        Some((id, *self.once.get(&id)?))
    }

    /// The event that a verb of no list tells of: with a particle it is another one, "break" and "break loose".
    fn unlisted(&self, term: Term, next: &str) -> Option<(u32, bool)> {
        if term.weak {
            return None;
        }
        let particle = matches!(next, "out" | "down" | "off" | "up" | "away" | "loose" | "apart" | "over" | "back");
        let id = if particle { hash(format!("{} {next}", term.id).as_bytes()) } else { term.id };
        Some((id, false))
    }
}

/// Past forms that no ending tells.
static PAST: LazyLock<FxHashMap<&'static str, ()>> = LazyLock::new(|| {
    let lines = include_str!("data/irregular-forms.txt").lines().filter(|line| !line.starts_with('#'));
    let forms = lines.filter_map(|line| line.split_once(':')).flat_map(|(_, forms)| forms.split_whitespace());
    // Plurals of nouns stand in the same list.
    let nouns =
        ["children", "feet", "lives", "men", "mice", "people", "persons", "teeth", "women", "cutting", "running"];
    forms.filter(|form| !nouns.contains(form)).map(|form| (form, ())).collect()
});

fn is_part_of_day(word: &str) -> bool {
    matches!(word, "night" | "morning" | "evening" | "afternoon" | "day" | "eve")
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth")
        || word.starts_with(|first: char| first.is_ascii_digit())
            && ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end))
}

/// Whether a word of a label only says that a time is meant: "launch date" is the launch.
fn is_of_time(word: &str) -> bool {
    matches!(word, "date" | "time" | "day" | "hour" | "hours" | "times" | "year")
}

fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she")
}

fn is_count(word: &str) -> bool {
    matches!(word, "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "several" | "many")
}

fn is_dash(raw: &str) -> bool {
    matches!(raw, "-" | "–" | "—" | ":")
}

/// Whether a word tells on which days, in which season or how often something holds.
fn is_setting(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    weekday(word).is_some()
        || matches!(word, "daily" | "weekday" | "weekend" | "summer" | "winter" | "spring" | "autumn" | "season")
        || matches!(word, "holiday" | "every" | "always" | "usually" | "normally" | "otherwise" | "usual")
}

fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "but" | "while" | "although" | "though" | "because" | "if" | "when" | "whereas" | "whether" | "unless"
    ) || matches!(word, "after" | "before" | "since" | "until" | "till" | "that" | "where")
}

fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "whose" | "whom" | "and")
}

fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "any" | "no" | "all" | "every")
        || matches!(word, "both" | "each" | "some")
        || matches!(word, "this" | "these" | "those" | "'s" | "'" | "-" | "*" | "per" | "%")
}

fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "been" | "being" | "be" | "isn't" | "aren't" | "wasn't" | "weren't")
}

fn is_auxiliary(word: &str) -> bool {
    is_be(word)
        || word.ends_with("n't")
        || word.ends_with("ly")
        || is_refusal(word)
        || matches!(word, "has" | "have" | "had" | "having" | "did" | "does" | "do" | "not" | "never" | "no" | "longer")
        || matches!(
            word,
            "without" | "will" | "shall" | "'ll" | "wo" | "to" | "would" | "could" | "can" | "may" | "might"
        )
        || matches!(
            word,
            "should" | "must" | "yet" | "ever" | "even" | "also" | "still" | "now" | "once" | "then" | "only"
        )
        || matches!(
            word,
            "deny" | "denies" | "denied" | "denying" | "if" | "cannot" | "neither" | "nor" | "avoid" | "avoided"
        )
}

fn is_refusal(word: &str) -> bool {
    matches!(word, "fail" | "fails" | "failed" | "failing" | "refuse" | "refuses" | "refused" | "refusing")
        || matches!(word, "decline" | "declines" | "declined" | "declining")
}

fn is_report(word: &str) -> bool {
    matches!(word, "said" | "says" | "say" | "told" | "tells" | "claims" | "claimed" | "insisted" | "insists")
        || matches!(word, "argued" | "argues" | "alleged" | "alleges" | "according" | "believes")
}
