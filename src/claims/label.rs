//! Labels that say what the value beside them is the value of: "Last admission: 17:30", "15:00 Prize-giving", a row of two
//! cells.

use std::ops::Range;

use super::base_form::{Term, term};
use super::clause::Clause;
use super::clause_words::{is_be, is_dash, is_of_time, is_vehicle};
use super::grammar::Grammar;
use super::happening::{Happening, labelled};
use super::sorted_set::SortedSet;
use super::story::is_name;
use crate::source::prose::BlockKind;
use crate::source::token::{TokenKind, hash};

/// How many tokens a label has at most.
const LABEL: usize = 7;

/// Whether a cell is a label, by its length.
fn fits(cell: &Range<usize>) -> bool {
    (1..=LABEL).contains(&cell.len())
}

impl Clause<'_> {
    /// The tokens of the words that a value is the value of, as a label has them: "Last admission: 17:30", "the deadline is
    /// on 5 May", "a best-before date of 5 May".
    pub(super) fn label(&self, value: &Range<usize>) -> Option<Range<usize>> {
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
        // "Doors open: 18:30"
        let colon = word(value.start - 1) == ":";
        let best = |at: usize| word(at) == "before" && at > self.within.start && word(at - 1).ends_with("best");
        let ends = |at: usize| {
            self.breaks(at) && !best(at) || matches!(word(at), ",") || !colon && self.is_verb(at) && !self.is_noun(at)
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
        let verbs = (start..end).any(|at| self.is(at, Grammar::AUXILIARY));
        (start < end && whole && !verbs && self.document.capital(start)).then_some(start..end)
    }

    /// What a value that opens a cell of a table is the value of: of what the row is about, as the head of the column says
    /// ("Built"), or the label of a row of two cells; where it opens the row, of what stands behind it ("| 09:12 | First call |").
    pub(super) fn of_cell(&self, value: &Range<usize>) -> Option<Happening> {
        let sentence = self.document.sentence_at(value.start);
        let row = self.document.row(sentence)?;
        let column = row.column_of(value.start);
        let opens = row.cell(column).is_some_and(|cell| value.start <= cell.start + 1);
        let label = row.cell(usize::from(column == 0)).filter(|_| opens)?;
        if column == 0 {
            let end = label.clone().find(|&at| self.breaks(at) || self.document.word(at) == ",").unwrap_or(label.end);
            return Some(label.start..end).filter(fits).and_then(|label| self.labelled(label, value));
        }
        let label = Some(label).filter(fits)?;
        let head = row.head_over(value.start).unwrap_or_default();
        let of_column = Clause { within: head.clone(), ..*self };
        let event = |at: usize| Some((at, of_column.event(at).filter(|_| of_column.is_verb(at))?));
        match head.clone().rev().find_map(event) {
            Some((verb, (act, once))) => {
                let ranks = head.filter(|&at| self.is_rank(at)).map(|at| self.rank(at)).collect();
                Some(Happening { ranks, ..self.of_label(label, verb, act, once, value) })
            }
            None if row.width() == 2 => self.labelled(label, value),
            None => None,
        }
    }

    /// What a label tells of: the event that it names, or that which has its name.
    pub(super) fn labelled(&self, label: Range<usize>, value: &Range<usize>) -> Option<Happening> {
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
        // "2021 Edition differences": an edition has the year for a name.
        let bare_year = label.start == value.end && value.len() == 1 && self.document.word(value.start).len() == 4;
        if bare_year && self.document.tokens()[value.start].kind == TokenKind::Number {
            return None;
        }
        // "Initial call to control" is a call; "date of the next meeting" is the meeting.
        let tie =
            |at: usize| matches!(self.document.word(at), "of" | "to" | "for" | "from" | "at" | "in" | "by" | "with");
        let head_of = |words: Range<usize>| {
            let mut words = words.skip_while(|&at| self.term(at).is_none()).take_while(|&at| !tie(at));
            // "9.0.0-pre1 - 5 May" tells of a version, and of which event it does not say.
            let coded = |word: &str| word.contains(|c: char| c.is_ascii_digit());
            let says = |at: &usize| {
                let word = self.document.word(*at);
                self.term(*at).is_some() && !is_of_time(word) && !coded(word)
            };
            words.by_ref().filter(says).last()
        };
        let behind = of.map(|of| of + 1..label.end);
        let Some(head) = head_of(label.clone()).or_else(|| behind.and_then(head_of)) else {
            // "Time: 19:30"
            let bare = label.clone().all(|at| matches!(self.document.word(at), "time" | "hour"));
            let begin = term("begin").filter(|_| bare)?.id;
            return Some(self.of_label(label.clone(), label.start, begin, false, value));
        };
        let mut happening = self.of_label(label, head, labelled(), false, value);
        // "Last boat: 18:40" is when it leaves.
        if is_vehicle(self.document.word(head)) {
            happening.act = term("depart")?.id;
            happening.listed = true;
        }
        Some(happening)
    }

    /// The head of the table that a value stands in, by its block.
    fn table(&self, value: &Range<usize>) -> Option<u32> {
        let sentence = &self.document.sentences()[self.document.sentence_at(value.start)];
        if let BlockKind::Row { header } = self.document.block_of(sentence).kind { header } else { None }
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
            occasion: None,
            kind: SortedSet::default(),
            new: false,
            elided: patient.is_empty(),
            patient,
            doer: None,
            doer_kind: SortedSet::default(),
            pronoun: None,
            ranks: label.clone().filter(|&at| self.is_rank(at)).map(|at| self.rank(at)).collect(),
            names: names.filter(|term| !term.weak).collect(),
            numbers: label
                .clone()
                .filter(|&at| !value.contains(&at) && self.document.tokens()[at].kind == TokenKind::Number)
                .map(|at| hash(self.document.word(at).as_bytes()))
                .collect(),
            ahead: false,
            past: false,
            none: false,
            settled: false,
            state: false,
            partial: false,
            table: self.table(value),
            setting: self.setting(),
            listed: !named,
            attributed: self.is_attributed(),
            voices: self.voices(value),
            stamped: false,
            words: terms(false),
            before: terms(false),
            behind: SortedSet::default(),
        }
    }
}
