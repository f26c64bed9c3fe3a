//! What the words around a value say it is about: the thing counted, the words beside it, the names and years of its
//! sentence. Two values are about one thing only where these go together.

use std::ops::Range;

use super::act::Act;
use super::attribute::Attribute;
use super::base_form::{Meanings, Term, term};
use super::clause_words::{is_be, is_count, is_determiner, is_pronoun};
use super::contrast::{Contrast, Turn};
use super::described::Subject;
use super::grammar::Grammar;
use super::measured::Measured;
use super::reach::near;
use super::role::{Role, is_people, of_label};
use super::sorted_set::SortedSet;
use super::speaker::Saying;
use super::standing::Standing;
use super::story::is_name;
use super::surroundings::{Surroundings, others};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::source::row::Row;
use crate::source::token::{TokenKind, hash};
use crate::values::amount::Amount;
use crate::values::measure::Dimension;
use crate::values::ordinal::is_superlative;
use crate::values::value::{Kind, Reading, Value};

/// The words around a value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Context {
    /// What is counted, as written: `police officers`; else the nearest word beside the value.
    pub about: String,
    /// The things counted; in a table the words of the row's label and of the column's header.
    pub things: SortedSet<Term>,
    /// Whether the thing counted is told by its model, which is one of its kind: the Boeing 737 of "nine Boeing 737 jets".
    pub model: bool,
    /// The words between a number and the thing counted.
    pub modifiers: SortedSet<Term>,
    /// Words that carry meaning right before the value and behind it.
    pub beside: SortedSet<Term>,
    /// Words before the value, each with the word right before it: the festival of "the children's festival drew 900".
    pub pairs: SortedSet<(Term, Term)>,
    /// The words of a phrase that opens the sentence and says where, when or with what it holds: "With a car the crossing".
    pub frame: SortedSet<Term>,
    /// For or to whom or what it is, right behind it: "books to adults".
    pub goes_to: Option<Term>,
    /// All words that carry meaning in the sentence but the value's own.
    pub sentence: SortedSet<Term>,
    /// The names that stand near the value, but those of whom the sentence says that they say it.
    pub names: SortedSet<Term>,
    /// Those of them that stand behind a word like "in" or "near".
    pub places: SortedSet<Term>,
    /// The names that its sentence opens with; where that is "he" or "she", those that the sentence before opens with.
    pub doer: SortedSet<Term>,
    /// Whether the sentence opens with "he" or "she".
    pub by_pronoun: bool,
    /// The years that the clause names.
    pub years: SortedSet<i32>,
    /// What limits it to a moment of what goes on, as hashes of the words that say so: "at its height", "a week later", "so
    /// far"; or to those that are something most of all; and whether it is denied of them: "nine were not needed".
    pub limits: SortedSet<u32>,
    /// The time for which it holds, as hashes of the words that say so: "last season", "in three seasons".
    pub periods: SortedSet<u32>,
    /// When its sentence says it is, or at which of several times, as hashes: "on Sunday", "in winter", "in the second round",
    /// "away". Two sentences of one text tell them apart.
    pub settings: SortedSet<u32>,
    /// How it stands in time, as its clause tells.
    pub standing: Standing,
    /// The words of its clause that exclude others, as "women" does "men".
    pub contrasts: SortedSet<Contrast>,
    /// Which of a row the clause tells of: "the second cut".
    pub turns: SortedSet<Turn>,
    /// The words near it that divide what is counted or measured: "permanent staff".
    pub division: SortedSet<Term>,
    /// The numbers of its sentence that have neither a unit nor a thing behind them: "on Sunday 9,100".
    pub bare: Vec<Amount>,
    /// Those of them that it is held against: "rather than five", "where 60 is allowed".
    pub set_against: Vec<Amount>,
    /// Whether the words before it say that all are meant, or those that were named: "the nine", "all nine", "the ninth is".
    pub definite: bool,
    /// Whether it is a part of a number that stands elsewhere, or comes on top of one: "of the nine", "nine more".
    pub part: bool,
    /// Whether it is for each of several, or for each time: "nine a head".
    pub rate: bool,
    /// What befalls those who are counted, or what they do there; for an ordinal what is numbered.
    pub role: Option<Role>,
    /// What becomes of what it tells of.
    pub act: Option<Act>,
    /// Whether it is how many there is room for, and not how many there were.
    pub room: bool,
    /// The numbers of its clause that are tied to a noun by a hyphen and tell which of several is meant, as hashes: "the 20-storey
    /// block", "the two-bedroom flat".
    pub variants: SortedSet<u32>,
    /// What its clause opens with.
    pub subject: Option<Subject>,
    /// The subject of which it is stated plainly.
    pub attribute: Option<Attribute>,
    /// Of a quantity or a length of time what it measures.
    pub measured: Option<Measured>,
    /// Whether nothing but people are counted, as far as the words say.
    pub people: bool,
    /// The size of the value, as [`rough_size`](crate::values::size::rough_size) has it.
    pub size: Option<f64>,
    /// Whether it stands in a heading.
    pub heading: bool,
    /// Whether it stands in a table.
    pub table: bool,
    /// The tokens of the name of whoever the sentence says it is from.
    pub said_by: Option<Range<usize>>,
    /// The words of that name.
    pub speaker: SortedSet<Term>,
}

/// How many tokens before a value and behind it are looked at for the words beside it.
const BEFORE: usize = 5;
const BEHIND: usize = 9;

/// How many words beside a value count, before it and behind it.
const WORDS_BEFORE: usize = 2;
const WORDS_BEHIND: usize = 4;

/// How many tokens before a value and how many words of them count where a verb tells that it rose or fell, and how near to
/// the value that verb stands.
const BEFORE_CHANGE: usize = 10;
const WORDS_BEFORE_CHANGE: usize = 4;
const CHANGED: usize = 3;

/// How many tokens a phrase that opens a sentence reaches.
const FRAME: usize = 7;

/// How many tokens before a value "from" tells that it is the end of a change: "from nine last year to twelve".
const CHANGE: usize = 6;

/// How many tokens at most stand between "of" and the number of all: "of the assembly's 75 seats".
const OWNER: usize = 5;

/// How many tokens stand between two amounts of one list at most: "12 Danish and 11".
const MOST_BETWEEN: usize = 2;

/// How many tokens a label before a colon has at most.
pub(super) const LABEL: usize = 6;

/// How many tokens around a value names are looked for.
const NAMES_AROUND: usize = 8;
const NAMES_BEFORE: usize = 24;

/// How many words with a capital at the start of a sentence are a name at least; one may be no more than the first word.
pub const FULL_NAME: usize = 2;

/// The last member of a row that a text counts up to: beyond it a number tells how many there have been.
const LAST_MEMBER: u64 = 10;

/// How many tokens behind a model at most are looked at for the noun that says what it is.
const MODEL_NOUN: usize = 3;

/// Reads the words around the value at `value`.
pub(super) fn context(
    document: &Document,
    meanings: &Meanings,
    readings: &[Reading],
    value: &Range<usize>,
    counts: bool,
) -> Context {
    let sentence = &document.sentences()[document.sentence_at(value.start)];
    let within = near(&sentence.tokens, value);
    let others = others(readings, value, &within);
    let reader = Surroundings { document, meanings, value, within, others };
    match document.block_of(sentence).kind {
        BlockKind::Row { .. } => reader.in_table(counts, readings),
        kind => Context { heading: kind == BlockKind::Heading, ..reader.in_prose(counts, readings) },
    }
}

impl Surroundings<'_> {
    /// In a table the row's label and, where there are several columns of values, the column's header say it all.
    fn in_table(&self, counts: bool, readings: &[Reading]) -> Context {
        let at = self.value.start;
        let row = self.document.row(self.document.sentence_at(at));
        let width = row.map_or(0, Row::width);
        let label = row.and_then(|row| row.cell(0).filter(|_| row.column_of(at) > 0));
        let head = row.filter(|_| width > 2).and_then(|row| row.head_over(at));
        let words: Vec<usize> = label.iter().cloned().chain(head).flatten().collect();
        let terms: SortedSet<Term> = words.iter().filter_map(|&at| self.term(at)).collect();
        let label = label.filter(|cell| !cell.is_empty());
        let label_words =
            label.as_ref().map(|cell| cell.clone().map(|at| self.document.word(at)).collect::<Vec<_>>().join(" "));
        let about = label.map(|cell| self.document.prose.slice(self.document.span(cell.start, cell.end)).to_owned());
        Context {
            about: about.unwrap_or_default(),
            things: terms.clone(),
            beside: terms.iter().copied().chain(self.measured(readings)).collect(),
            sentence: terms,
            definite: true,
            table: true,
            role: label_words.filter(|_| width == 2).and_then(|label| of_label(&label)),
            room: counts && self.is_room_in_table(&words, width == 2, readings),
            measured: self.measure(readings, true),
            ..Context::default()
        }
    }

    fn in_prose(&self, counts: bool, readings: &[Reading]) -> Context {
        let mut context = Context::default();
        let mut end = self.value.end;
        if counts && let Some((thing, modifiers, behind)) = self.thing() {
            let hyphen = usize::from(self.document.word(self.value.end) == "-");
            let about = self.document.span(self.value.end + hyphen, behind);
            context.about = self.document.prose.slice(about).to_owned();
            context.modifiers = modifiers;
            context.things.insert(thing);
            context.model = (self.value.end..behind).any(|at| self.model(at).is_some());
            end = behind;
            // "420 passengers and crew" counts both.
            if matches!(self.document.word(end), "and" | "or")
                && self.word_at(end + 1)
                && self.meanings.at(end + 1).plural
            {
                context.things.extend(self.term(end + 1));
            }
        }
        let of = self.value.start.checked_sub(1).filter(|&at| self.document.word(at) == "of" && self.is_collective(at));
        if let (true, true, Some(of)) = (counts, context.things.is_empty(), of) {
            context.about = self.document.word(of - 1).to_owned();
            context.things.extend(self.term(of - 1));
        }
        context.role = self.role(counts, self.kind(readings));
        // A share is of those who are told of, whatever they do.
        context.act = self.kind(readings).filter(|kind| *kind != Kind::Percent).and_then(|_| self.act());
        if counts {
            context.people =
                context.things.is_empty() || end == self.value.end || is_people(self.document.word(end - 1));
            context.room = end > self.value.end && self.is_room(self.document.word(end - 1));
        }
        context.measured = self.measure(readings, false);
        context.attribute = self.attribute();
        context.variants = self.variants();
        context.subject = self.opening();
        let (before, definite, part_of) = self.before();
        let behind = self.behind(end);
        // "It began on the fifth floor": a storey is no member of a row that the text goes through.
        let counted = context.role.is_some_and(|role| role != Role::Time);
        let is_member = || !counted && self.is_member(readings);
        context.definite = if self.kind(readings) == Some(Kind::Ordinal) { is_member() } else { definite };
        context.part = self.is_part(end, counts) || part_of && counts;
        context.rate = self.is_rate(end);
        let to = end < self.within.end && matches!(self.document.word(end), "to" | "for" | "among" | "by");
        context.goes_to = behind.first().filter(|&&at| to && at <= end + 2).and_then(|&at| self.term(at));
        if context.about.is_empty() {
            let is_strong = |at: &&usize| self.term(**at).is_some_and(|term| !term.weak);
            let strong = behind.first().filter(is_strong).or(before.first().filter(is_strong));
            let nearest = strong.or(behind.first()).or(before.first());
            context.about = nearest.map(|&at| self.document.word(at).to_owned()).unwrap_or_default();
        }
        context.beside = before.iter().chain(&behind).filter_map(|&at| self.term(at)).collect();
        context.beside.extend(self.measured(readings));
        let clause = self.clause();
        let rest = end..clause.end.max(end);
        context.limits = self.limits(&rest, counts, readings);
        // "The four steepest locks" are some of all.
        let most = (self.value.end..end).map(|at| self.document.word(at)).filter(|word| is_superlative(word));
        context.limits.extend(most.map(|word| hash(word.as_bytes())));
        context.periods = self.periods(&rest);
        context.settings = self.settings(readings);
        context.standing = self.standing(end);
        context.contrasts = self.contrasts();
        context.turns = self.turns();
        context.division = self.division(end);
        (context.bare, context.set_against) = self.bare(readings);
        let saying = Saying { document: self.document, within: &self.within, value: self.value };
        let speakers = saying.speakers();
        context.said_by = self.said_by(&speakers);
        let says = |at: &usize| speakers.iter().any(|(_, speaker)| speaker.contains(at));
        let far = self.within.start.max(self.value.start.saturating_sub(NAMES_BEFORE));
        // "The ministry said that Ann Reed agreed to plead guilty and pay £300": whoever does it stands behind "that".
        let reported = (far..self.value.start).rev().find(|&at| self.meanings.at(at).grammar.is(Grammar::REPORT));
        let first = reported.map_or(far, |at| at + 1);
        let around = first..self.within.end.min(self.value.end + NAMES_AROUND);
        let names: Vec<usize> = around.filter(|at| is_name(self.document, self.meanings, *at) && !says(at)).collect();
        let strong = |at: &usize| self.term(*at).filter(|term| !term.weak);
        context.names = names.iter().filter_map(strong).collect();
        context.places = names.iter().filter(|at| self.is_placed(**at)).filter_map(strong).collect();
        context.sentence =
            self.within.clone().filter(|at| !self.value.contains(at)).filter_map(|at| self.term(at)).collect();
        context.speaker = context.said_by.clone().into_iter().flatten().filter_map(|at| self.term(at)).collect();
        context.frame = self.frame();
        context.pairs = self.pairs();
        let clause = self.of_its_time(clause, readings);
        context.years = years(readings, &self.own_part(&clause));
        if context.years.is_empty() {
            context.years = years(readings, &clause);
        }
        (context.doer, context.by_pronoun) = self.doer();
        // "It killed 612": what it is stands in the sentence before.
        if let Some(before) = self.leans_on() {
            let names =
                before.clone().filter(|&at| is_name(self.document, self.meanings, at)).filter_map(|at| self.term(at));
            let names: Vec<Term> = names.filter(|term| !term.weak).collect();
            context.names.extend(names.iter().copied());
            context.places.extend(names);
            context.years.extend(years(readings, &before).iter().copied());
        }
        context
    }

    /// The clause up to where it tells of the earlier members of a row: "the third rise, after those of 2022 and 2024".
    fn of_its_time(&self, clause: Range<usize>, readings: &[Reading]) -> Range<usize> {
        let ranked = self.kind(readings) == Some(Kind::Ordinal);
        let earlier = |at: usize| {
            let another_clause = self.document.word(at) == "," && matches!(self.document.word(at + 1), "and" | "but");
            ranked && (another_clause || matches!(self.document.word(at), "after" | "following" | "since"))
        };
        let end = (self.value.end..clause.end).find(|&at| earlier(at)).unwrap_or(clause.end);
        clause.start..end
    }

    /// The kind of the value.
    pub(super) fn kind(&self, readings: &[Reading]) -> Option<Kind> {
        self.reading(readings).map(|reading| reading.kind)
    }

    /// The numbers of the sentence with neither a unit nor a thing behind them, and those of them that the value is held
    /// against.
    fn bare(&self, readings: &[Reading]) -> (Vec<Amount>, Vec<Amount>) {
        let first = readings.partition_point(|reading| (reading.tokens.start as usize) < self.within.start);
        let inside = readings[first..].iter().take_while(|reading| (reading.tokens.end as usize) <= self.within.end);
        let (mut bare, mut set_against) = (Vec::new(), Vec::new());
        for reading in inside {
            let (Value::Count(amount) | Value::Number(amount)) = &reading.value else { continue };
            let (at, end) = (reading.tokens.start as usize, reading.tokens.end as usize);
            let thing = self.word_at(end) && self.meanings.at(end).plural;
            if !thing && !self.value.contains(&at) {
                bare.push(*amount);
                let before = at.checked_sub(1).map_or("", |at| self.document.word(at));
                if matches!(before, "than" | "of" | "from" | "not" | "against" | "after") {
                    set_against.push(*amount);
                }
            }
        }
        (bare, set_against)
    }

    /// What a unit says that it measures: kilograms a weight, kilometres an hour a speed.
    fn measured(&self, readings: &[Reading]) -> Option<Term> {
        let Value::Quantity(quantity) = &self.reading(readings)?.value else { return None };
        match (quantity.measure.dimension, quantity.measure.per) {
            (Dimension::Length, Some(_)) => term("speed"),
            (Dimension::Mass, None) => term("weight"),
            _ => None,
        }
    }

    /// Whether a name stands behind a word that says where.
    fn is_placed(&self, at: usize) -> bool {
        let first = (self.within.start..at).rev().find(|&before| !self.document.capital(before));
        first.is_some_and(|before| {
            matches!(
                self.document.word(before),
                "in" | "at" | "near" | "off" | "outside" | "around" | "across" | "from"
            )
        })
    }

    fn ends_clause(&self, at: usize) -> bool {
        matches!(self.document.word(at), ";" | ":" | "(" | ")" | "|" | "[" | "]")
            || matches!(self.document.raw(at), "—" | "–")
    }

    /// The thing counted: the first noun in the plural behind the number, the last of several in a row; with the words
    /// before it and the token behind it.
    fn thing(&self) -> Option<(Term, SortedSet<Term>, usize)> {
        let mut modifiers = SortedSet::default();
        // "A 230-page book": the noun behind a hyphen stands in the singular.
        let hyphen = self.value.end;
        if self.document.word(hyphen) == "-" && self.document.glued(hyphen) && self.word_at(hyphen + 1) {
            let noun = self.term(hyphen + 1).filter(|term| !term.weak && self.document.glued(hyphen + 1))?;
            return Some((noun, modifiers, hyphen + 2));
        }
        let plural = |at: usize| self.word_at(at) && self.meanings.at(at).plural;
        let start = self.of_how_many().unwrap_or(self.value.end);
        for at in start..self.within.end.min(start + 6) {
            let word = self.document.word(at);
            if matches!(word, "-" | "\"" | "'") || is_additive(word) {
                continue;
            }
            if self.is_amount(at) {
                return None;
            }
            let term = self.term(at)?;
            if let Some((term, end)) = self.model(at) {
                let noun = (end..self.within.end.min(end + MODEL_NOUN))
                    .take_while(|&at| self.word_at(at))
                    .find(|&at| plural(at));
                return Some((term, modifiers, noun.map_or(end, |noun| noun + 1)));
            }
            if plural(at) && !plural(at + 1) {
                return Some((term, modifiers, at + 1));
            }
            modifiers.insert(term);
        }
        None
    }

    /// The numbers of the clause that a hyphen ties to a noun.
    fn variants(&self) -> SortedSet<u32> {
        let clause = self.clause();
        let glued = |at: usize| at < self.within.end && self.document.glued(at);
        let is_number =
            |at: usize| self.document.tokens()[at].kind == TokenKind::Number || is_count(self.document.word(at));
        let tied = clause.filter(|&at| {
            is_number(at) && glued(at + 1) && self.document.word(at + 1) == "-" && glued(at + 2) && self.word_at(at + 2)
        });
        tied.map(|at| hash(self.document.word(at).as_bytes())).collect()
    }

    /// The model that a name with a number behind it stands for, and the token behind both: "M-16s", "Boeing 737 jets".
    fn model(&self, at: usize) -> Option<(Term, usize)> {
        let number = at + 1 + usize::from(self.document.word(at + 1) == "-");
        let named = number < self.within.end
            && self.document.capital(at)
            && self.document.tokens()[number].kind == TokenKind::Number;
        let plural =
            number + 1 < self.within.end && self.document.word(number + 1) == "s" && self.document.glued(number + 1);
        let term = self.term(at).filter(|_| named)?;
        let id = term.id ^ hash(self.document.word(number).as_bytes());
        Some((Term { id, weak: false, ..term }, number + 1 + usize::from(plural)))
    }

    /// Where the things are named of which it is some, behind their own number: "33 of the assembly's 75 seats".
    pub(super) fn of_how_many(&self) -> Option<usize> {
        let all = self.others.iter().find(|all| self.is_some_of(self.value.end, all.start as usize))?;
        Some(all.end as usize)
    }

    /// Whether others are some of those that it counts.
    fn has_some(&self) -> bool {
        self.others.iter().any(|some| self.is_some_of(some.end as usize, self.value.start))
    }

    /// Whether the number that ends before the token `of` counts some of those whose number starts at `all`.
    fn is_some_of(&self, of: usize, all: usize) -> bool {
        let near = (of + 2..=of + OWNER).contains(&all) && (of..all).all(|at| self.document.word(at) != ",");
        near && self.document.word(of) == "of" && is_determiner(self.document.word(of + 1))
    }

    fn word_at(&self, at: usize) -> bool {
        at < self.within.end && self.document.tokens()[at].kind == TokenKind::Word
    }

    /// The nearest words with meaning before the value, whether it is definite, and whether "of" makes it a part.
    fn before(&self) -> (Vec<usize>, bool, bool) {
        let mut words = Vec::new();
        let (mut definite, mut part) = (false, false);
        // "Output of newsprint at the mill fell by 22 per cent": what fell stands further off.
        let near = self.within.start.max(self.value.start.saturating_sub(CHANGED))..self.value.start;
        let changes = near.into_iter().any(|at| is_change(self.document.word(at)));
        let (reach, most) = if changes { (BEFORE_CHANGE, WORDS_BEFORE_CHANGE) } else { (BEFORE, WORDS_BEFORE) };
        let first = self.within.start.max(self.value.start.saturating_sub(reach));
        for (back, at) in (first..self.value.start).rev().enumerate() {
            let word = self.document.word(at);
            // "Length of the course: 1,800 m"
            if word == ":" && at + 1 == self.value.start && at - self.within.start <= LABEL {
                continue;
            }
            // "Turnout, at 64 percent, was"
            if word == "," && at + 2 == self.value.start && self.document.word(at + 1) == "at" {
                continue;
            }
            // "Their strike, which lasted nine days"
            if word == "," && matches!(self.document.word(at + 1), "which" | "who") {
                continue;
            }
            if self.ends_clause(at)
                || matches!(word, "," | "and" | "but" | "while" | "with" | ".")
                || self.is_amount(at)
            {
                break;
            }
            // "On the detour nine": that is the detour.
            let placed =
                back == 1 && at > self.within.start && matches!(self.document.word(at - 1), "on" | "in" | "at");
            definite |= back < 2
                && !placed
                && matches!(word, "the" | "all" | "its" | "his" | "her" | "their" | "these" | "those" | "both");
            part |= back < 2 && word == "of" && !self.is_collective(at);
            if self.term(at).is_some() {
                words.push(at);
            }
            if words.len() == most {
                break;
            }
        }
        (words, definite, part)
    }

    /// Whether an ordinal tells which of several is meant, and not the how many-th something is: "the third arm is longer", but
    /// "it was the third visit", "for the third time", "her third title", "the 61st regatta".
    fn is_member(&self, readings: &[Reading]) -> bool {
        if !self.reading(readings).is_some_and(|reading| matches!(reading.value, Value::Ordinal(..=LAST_MEMBER))) {
            return false;
        }
        let before = |back: usize| self.value.start.checked_sub(back).filter(|at| self.within.contains(at));
        let word = |back: usize| before(back).map_or("", |at| self.document.word(at));
        let tells = is_be(word(2)) || matches!(word(2), "for" | "as" | "became" | "becomes" | "marks" | "marked");
        word(1) == "the" && !tells
    }

    /// Whether "of" at a token joins a number to the thing that it is the size of: "a crowd of 300", "a budget of £9"; and
    /// is not "two of 300", "the first of 300", "most of 300".
    fn is_collective(&self, of: usize) -> bool {
        let before = of.checked_sub(1).filter(|at| self.within.contains(at));
        before.is_some_and(|at| {
            let word = self.document.word(at);
            let plural = word.ends_with('s') && self.meanings.at(at).plural;
            let several = plural || matches!(word, "people" | "men" | "women" | "children");
            self.term(at).is_some() && !self.is_amount(at) && !several && !is_rank(word) && !is_additive(word)
        })
    }

    /// The nearest words with meaning from the token `end` on.
    fn behind(&self, end: usize) -> Vec<usize> {
        let mut words = Vec::new();
        for at in end..self.within.end.min(end + BEHIND) {
            let word = self.document.word(at);
            let cut = matches!(word, "but" | "while" | "and") || word == "," && !words.is_empty();
            if self.ends_clause(at) || self.is_amount(at) || cut || words.len() == WORDS_BEHIND {
                break;
            }
            if self.term(at).is_some() {
                words.push(at);
            }
        }
        words
    }

    /// Whether the words next to the value say that it is more of something, one end of a change, or one of a list.
    fn is_part(&self, end: usize, counts: bool) -> bool {
        let before = |back: usize| self.value.start.checked_sub(back).map_or("", |at| self.document.word(at));
        let changes = before(1) == "to" && (2..=CHANGE).any(|back| matches!(before(back), "from" | "by"));
        let comes_on_top =
            (self.value.end..=end).any(|at| is_additive(self.document.word(at))) || is_additive(before(1));
        matches!(before(1), "from" | "than")
            || changes
            || counts && self.has_some()
            || counts && comes_on_top
            || self.is_listed()
            || self.breaks_down()
            || counts && self.has_more()
    }

    /// Whether more of the same are told behind it: "three men were held, and two more are sought".
    fn has_more(&self) -> bool {
        let more = |at: usize| matches!(self.document.word(at), "more" | "others") && self.term(at + 1).is_none();
        self.others.iter().any(|other| self.value.end <= other.start as usize && more(other.end as usize))
    }

    /// Whether a colon before it breaks another amount down: "28 are racing: 19 solo and nine two-handed".
    fn breaks_down(&self) -> bool {
        let colon = (self.within.start..self.value.start).rev().find(|&at| self.document.word(at) == ":");
        colon.is_some_and(|colon| self.others.iter().any(|other| other.end as usize <= colon))
    }

    /// Whether another amount of the same things stands beside it: "7.6 and 7.4", "12 Danish and 11 Dutch sailors".
    fn is_listed(&self) -> bool {
        let joins = |at: usize| matches!(self.document.word(at), "and" | "or" | "/");
        let list = |from: usize, to: usize| {
            from < to
                && to - from <= MOST_BETWEEN
                && (from..to).any(joins)
                // "Take six weeks and would cost £2,000": each has its verb.
                && !(from..to).any(|at| self.meanings.at(at).plural || self.meanings.at(at).grammar.is(Grammar::AUXILIARY))
        };
        self.others.iter().any(|other| {
            let (start, stop) = (other.start as usize, other.end as usize);
            stop <= self.value.start && list(stop, self.value.start)
                || self.value.end <= start && list(self.value.end, start)
        })
    }

    fn is_rate(&self, end: usize) -> bool {
        let each =
            |at: usize| matches!(self.document.word(at), "per" | "each" | "apiece" | "every" | "annually" | "yearly");
        (self.value.end..self.within.end.min(end + 4)).any(each)
            || matches!(self.document.word(end), "a" | "an")
            || self.value.start.checked_sub(1).is_some_and(each)
    }

    /// The words before the value that follow another word with nothing between but a possessive.
    fn pairs(&self) -> SortedSet<(Term, Term)> {
        let mut pairs = SortedSet::default();
        for at in self.within.start + 1..self.value.start {
            let back = if self.document.word(at - 1) == "'s" { 2 } else { 1 };
            let before = at.checked_sub(back).filter(|before| *before >= self.within.start);
            if let (Some(word), Some(before)) = (self.term(at), before.and_then(|before| self.term(before))) {
                pairs.insert((word, before));
            }
        }
        pairs
    }

    /// The part of the clause between the amounts next to the value: "in 2025" in "lost 6 million in 2025, after a loss of
    /// 3 million in 2024".
    fn own_part(&self, clause: &Range<usize>) -> Range<usize> {
        let before = self.others.iter().map(|other| other.end as usize).filter(|&end| end <= self.value.start).max();
        let comma = |from: usize| (from..self.value.start).find(|&at| self.document.word(at) == ",");
        let start = before.map_or(clause.start, |end| comma(end).unwrap_or(self.value.start));
        let behind =
            self.others.iter().map(|other| other.start as usize).filter(|&start| start >= self.value.end).min();
        start.max(clause.start)..behind.unwrap_or(clause.end).min(clause.end)
    }

    /// The words that carry meaning in a phrase with a preposition that opens the sentence, up to its comma or the next
    /// article.
    fn frame(&self) -> SortedSet<Term> {
        let first = self.within.start;
        let opens = matches!(
            self.document.word(first),
            "by" | "with" | "without" | "for" | "on" | "in" | "at" | "under" | "during" | "among" | "from" | "within"
        );
        let mut frame = SortedSet::default();
        // "Its youth choir has 38 singers": not the choir itself.
        let named = |at: usize| self.term(at).filter(|term| !term.weak && self.within.contains(&at));
        if matches!(self.document.word(first), "its" | "his" | "her" | "their")
            && let (Some(which), Some(_)) = (named(first + 1), named(first + 2))
        {
            frame.insert(which);
        }
        for at in (first + 1..self.within.end.min(first + FRAME)).take_while(|_| opens) {
            let article = matches!(self.document.word(at), "the" | "a" | "an" | "its" | "their");
            if self.document.word(at) == ","
                || self.is_amount(at)
                || self.value.contains(&at)
                || article && !frame.is_empty()
            {
                break;
            }
            frame.extend(self.term(at).filter(|term| !term.weak));
        }
        frame
    }

    /// The names that the sentence opens with, or where it opens with "he", "she" or "it" those that the nearest sentence before
    /// it in its block does; and whether it opens so.
    fn doer(&self) -> (SortedSet<Term>, bool) {
        let sentences = self.document.sentences();
        let at = self.document.sentence_at(self.value.start);
        let first = |at: usize| sentences[at].tokens.start as usize;
        let opening = |at: usize| -> SortedSet<Term> {
            // Stars that set a name off stand before it.
            let is_mark = |at: &usize| self.document.tokens()[*at].kind == TokenKind::Mark;
            let words = (first(at)..sentences[at].tokens.end as usize).skip_while(is_mark);
            let capitals = words.take_while(|&at| self.document.capital(at));
            capitals.filter_map(|at| self.term(at)).collect()
        };
        let (person, thing) = (is_pronoun(self.document.word(first(at))), self.document.word(first(at)) == "it");
        if !person && !thing {
            return (opening(at), false);
        }
        let of_block = (0..at).rev().take_while(|&before| sentences[before].block == sentences[at].block);
        match of_block.map(opening).find(|doer| doer.len() >= FULL_NAME) {
            Some(named) => (named, true),
            None if person => (at.checked_sub(1).map(opening).unwrap_or_default(), true),
            None => (SortedSet::default(), false),
        }
    }

    /// The sentence before, where this one begins with a word that stands for something named there.
    fn leans_on(&self) -> Option<Range<usize>> {
        let at = self.document.sentence_at(self.value.start);
        let first = self.document.word(self.document.sentences()[at].tokens.start as usize);
        let before = self.document.sentences().get(at.checked_sub(1)?)?;
        matches!(first, "it" | "they" | "he" | "she" | "this" | "that" | "these" | "those")
            .then_some(before.tokens.start as usize..before.tokens.end as usize)
    }
}

fn years(readings: &[Reading], within: &Range<usize>) -> SortedSet<i32> {
    let first = readings.partition_point(|reading| (reading.tokens.start as usize) < within.start);
    let inside = readings[first..].iter().take_while(|reading| (reading.tokens.start as usize) < within.end);
    inside
        .flat_map(|reading| match reading.value {
            Value::Date(date) => [date.year, None],
            Value::Range(range) => [range.start.year, range.end.year],
            _ => [None, None],
        })
        .flatten()
        .collect()
}

/// Whether a word tells which in a row.
fn is_rank(word: &str) -> bool {
    matches!(word, "first" | "second" | "third" | "last" | "rest" | "half" | "quarter")
        || word.ends_with("th") && word.len() > 4
}

/// Whether a verb tells that a figure rose or fell, or where it stood.
fn is_change(word: &str) -> bool {
    matches!(
        word,
        "fell" | "falls" | "fallen" | "rose" | "rises" | "risen" | "grew" | "grows" | "grown" | "stood" | "stands"
    ) || matches!(word, "dropped" | "drops" | "increased" | "increases" | "decreased" | "decreases" | "climbed")
        || matches!(word, "jumped" | "shrank" | "shrunk" | "slipped" | "soared" | "plunged" | "tumbled" | "surged")
}

fn is_additive(word: &str) -> bool {
    matches!(word, "other" | "others" | "another" | "more" | "further" | "additional" | "extra" | "remaining")
}
