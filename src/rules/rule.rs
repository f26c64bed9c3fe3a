//! Valid rules: what the engine runs. Everything is resolved, every name has become an index.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::example::Example;
use super::expression::Expression;
use super::phrase::{Phrase, SlotKind};
use super::severity::Severity;
use crate::source::file::File;
use crate::source::span::FileSpan;
use crate::values::names::Names;
use crate::values::person::Person;
use crate::values::value::Kind;
use crate::values::wanted_unit::WantedUnit;

/// All rules in force.
#[derive(Debug, Default)]
pub struct Rules {
    /// The packs, in the order in which they were given, built-in ones first.
    pub packs: Vec<Pack>,
    /// The claims to look for.
    pub claims: Vec<ClaimRule>,
    /// What must hold between claims.
    pub checks: Vec<CheckRule>,
    /// What marks a claim.
    pub guards: Vec<Guard>,
    /// Who held which office when.
    pub timelines: Vec<Timeline>,
    /// Events that articles belong to.
    pub events: Vec<Event>,
    /// Dictionaries of all packs.
    pub names: Names,
}

/// A rule file.
#[derive(Clone, Debug)]
pub struct Pack {
    /// Its name, unique among all.
    pub name: String,
    /// One line on what it is for.
    pub description: String,
    /// The file.
    pub file: Arc<File>,
    /// Whether it comes with belie.
    pub builtin: bool,
}

/// Where a rule comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleName {
    /// Index into [`Rules::packs`].
    pub pack: usize,
    /// The pack's name.
    pub pack_name: String,
    /// The rule's own id.
    pub id: String,
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.pack_name, self.id)
    }
}

/// A kind of statement to find in sources and to compare.
#[derive(Clone, Debug)]
pub struct ClaimRule {
    /// Its name.
    pub name: RuleName,
    /// Where its table begins in the pack's file.
    pub place: FileSpan,
    /// What the claim states: "Who holds an office".
    pub title: String,
    /// More words on it.
    pub description: Option<String>,
    /// The patterns.
    pub phrases: Vec<Phrase>,
    /// The patterns that phrases cannot say.
    pub regexes: Vec<RegexPhrase>,
    /// Every slot that a phrase fills.
    pub slots: Vec<Slot>,
    /// Where the parts stand that make up the value, where the claim gathers them: they fill the slot `part`.
    pub parts: Option<Parts>,
    /// The slot, by index, that the person last named before the match fills where the phrase leaves it open.
    pub antecedent: Option<usize>,
    /// What is compared.
    pub value: ValueOf,
    /// What the claim is about.
    pub key: Vec<KeyPart>,
    /// Constant parts of the key.
    pub fixed: Vec<(String, String)>,
    /// Guards whose marks disqualify a claim: indices into [`Rules::guards`], its own `unless` among them.
    pub guards: Vec<usize>,
    /// Compared, or only fed to checks.
    pub mode: Mode,
    /// How far apart two claims may stand to be compared.
    pub scope: Scope,
    /// Severity inside one document.
    pub severity: Severity,
    /// Severity between documents; `None` is off.
    pub across: Option<Severity>,
    /// Severity of dated against undated; `None` is off.
    pub unsure: Option<Severity>,
    /// Severity of two values that differ like a slip of the pen, and of two spellings of one name.
    pub slip: Severity,
    /// How two values are compared.
    pub compare: Compare,
    /// How long what is said goes on holding; `None` where it holds on its days alone.
    pub lasts: Option<Lasting>,
    /// How far two numbers may lie apart, as a share of the larger.
    pub tolerance: Option<Decimal>,
    /// The ISO 4217 code of the currency that a value must be in to be a claim.
    pub currency: Option<String>,
    /// The unit that a value must be measured in to be a claim, or one that converts to it.
    pub unit: Option<WantedUnit>,
    /// Claims that explain a difference: where one of these names either value, the verdict is `superseded`. Indices into [`Rules::claims`].
    pub settled_by: Vec<usize>,
    /// The sentence to report, with `{a}` and `{b}` for two values, `{values}` for all of them, and names of key
    /// parts; `None` for the standard one.
    pub message: Option<String>,
    /// Its tests.
    pub examples: Vec<Example>,
}

impl ClaimRule {
    /// Whether a part of its key is a person.
    #[must_use]
    pub fn is_person(&self, part: &KeyPart) -> bool {
        matches!(part, KeyPart::Slot(slot) if self.slots[*slot].kind == SlotKind::Value(Kind::Person))
    }

    /// Whether a slot holds words as they stand.
    #[must_use]
    pub fn reads_words(&self, slot: &str) -> bool {
        self.slots.iter().any(|known| known.name == slot && known.kind == SlotKind::Words)
    }
}

/// A pattern in plain regex; its named groups are the slots.
#[derive(Clone, Debug)]
pub struct RegexPhrase {
    /// The pattern as written.
    pub written: String,
    /// Where it stands in the rule file.
    pub place: FileSpan,
    /// Group names with the slots they fill and what they read.
    pub groups: Vec<(String, usize, SlotKind)>,
}

/// A slot of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The name.
    pub name: String,
    /// What it reads in the first phrase that has it.
    pub kind: SlotKind,
}

/// Where the parts of a whole stand, seen from the match of a claim's phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// The match is the label of a table's row: each number in that row is a whole, the numbers above it are its parts.
    Column,
    /// The match is a number in one of a table's last rows, which the layout sets off as the total of those above it.
    Bottom,
    /// The match is the heading of a table's column: each number below is a whole, those left of it are its parts.
    Row,
    /// The match states a whole in prose, and its slot `of` names the heading of a table's column, the numbers under
    /// which are the parts.
    Headed,
    /// The list behind the match's paragraph: each of its items is one.
    Items,
    /// The numbers on the lines above the match's line, or below it, each with a label of its own.
    Lines,
    /// The numbers that begin the clauses and phrases behind the match, in its sentence.
    Behind,
    /// The numbers that open clauses of their own behind the match, in its sentence or the next one, and count nothing else.
    Following,
    /// The match states what is left of a whole; the whole and its other parts stand before it, up to three sentences off.
    Rest,
    /// The numbers that begin the clauses and phrases before the match, in its sentence.
    Before,
    /// The shares in per cent in the match's sentence; the whole is the match itself, a hundred per cent.
    Shares,
    /// The amounts in brackets behind the match, in its sentence.
    Brackets,
    /// The names behind the match, up to the end of its sentence: each of them is one.
    Names,
}

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueOf {
    /// `@post`: the post that the words around the name of a person tell of, as the key part of that name.
    Post,
    /// A slot, by index.
    Slot(usize),
    /// `@status`: whether someone holds an office.
    Status(StatusGuards),
}

/// The guards that tell a status: indices into [`Rules::guards`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusGuards {
    /// One of these marks a match as `former`; without one it is `current`.
    pub former: Vec<usize>,
    /// One of these marks a match that is not `former` as no statement about now, so that it does not count.
    pub neither: Vec<usize>,
}

impl ClaimRule {
    /// By what its claims meet.
    #[must_use]
    pub fn meets_by(&self) -> MeetsBy {
        let has = |part: KeyPart| self.key.contains(&part);
        if has(KeyPart::Subject) {
            MeetsBy::Subject
        } else if has(KeyPart::Happening) {
            MeetsBy::Happening
        } else if has(KeyPart::Post) {
            MeetsBy::Post
        } else {
            MeetsBy::Key
        }
    }
}

/// What brings claims of one rule together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetsBy {
    /// Their keys are the same.
    Key,
    /// The words around their values tell of one thing.
    Subject,
    /// Their clauses tell of one event.
    Happening,
    /// The words around a person's name tell of one post.
    Post,
}

/// A part of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyPart {
    /// A slot, by index.
    Slot(usize),
    /// `@event`: the event that the document belongs to.
    Event,
    /// `@subject`: what the words around the value say it is about. Such claims meet where these go together.
    Subject,
    /// `@class`: what the identifier that is the value names, a room or a flight; where matters have several of the kind, the
    /// identifier itself.
    Class,
    /// `@happening`: what happened, as the clause around the value tells it. Such claims meet where that is one event.
    Happening,
    /// `@post`: the post that the words around a person's name say the person has. Such claims meet where that is one post.
    Post,
}

/// Compared, or only fed to checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Claims with equal keys are compared.
    Compare,
    /// The claims only feed checks.
    Extract,
}

/// How far apart two claims may stand to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Anywhere.
    Corpus,
    /// In documents of one event.
    Event,
    /// In documents that tell one story: that share rare names.
    Story,
    /// In one document.
    Document,
    /// In one paragraph, or another block of text; for checks alone.
    Paragraph,
    /// In one sentence; for checks alone.
    Sentence,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// Whether both can hold.
    Values,
    /// Whether they are two spellings of one person's name: the claims of one document are its people, each once, and only
    /// those meet whose names have the same initials.
    Spellings,
}

/// How long what a claim says goes on holding, before and after the days for which it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// So many days.
    Days(u32),
    /// As long as there are texts: a birthplace.
    Always,
}

/// What marks a claim: phrases around the match.
#[derive(Clone, Debug)]
pub struct Guard {
    /// The name that rules and reports use: `former`, `negated`, `unless`.
    pub name: String,
    /// The pack that writes it: index into [`Rules::packs`]; `None` for the guards that every pack knows.
    pub pack: Option<usize>,
    /// Where it stands in the pack's file: its id, or the first phrase of an `unless`.
    pub place: FileSpan,
    /// The patterns; one without `@` counts anywhere in the sentence of the match.
    pub phrases: Vec<Phrase>,
    /// What belie finds by itself, beside the phrases.
    pub builtin: Option<BuiltinGuard>,
}

/// Marks that no phrase can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltinGuard {
    /// The sentence ends with a question mark.
    Question,
    /// The first verb behind the match that shows its tense is in the past.
    Past,
    /// The match stands between quotation marks, or in a block quote.
    Quoted,
}

/// What must hold between claims.
#[derive(Clone, Debug)]
pub struct CheckRule {
    /// Its name.
    pub name: RuleName,
    /// Where its table begins in the pack's file.
    pub place: FileSpan,
    /// What must hold: "A visit does not end on the day it starts".
    pub title: String,
    /// More words on it.
    pub description: Option<String>,
    /// Aliases and the claims they stand for: indices into [`Rules::claims`].
    pub given: Vec<(String, usize)>,
    /// Names of key parts that must agree between the claims.
    pub same: Vec<String>,
    /// Aliases, by index, of which the text may name only one value: with two it speaks of two things, and the check has
    /// nothing to say.
    pub single: Vec<usize>,
    /// Whether one way to take the other claims for which it holds is enough for a claim of the first alias; nothing is told
    /// where other claims could be taken than those that fail.
    pub once: bool,
    /// How far apart the claims may stand.
    pub within: Scope,
    /// Of which ways to take one claim for each alias it must hold; of all where there is nothing.
    pub condition: Option<Expression>,
    /// What must hold.
    pub require: Expression,
    /// How loud a violation is.
    pub severity: Severity,
    /// What to report.
    pub message: String,
    /// Its tests.
    pub examples: Vec<Example>,
}

/// Who held one office when.
#[derive(Clone, Debug)]
pub struct Timeline {
    /// The id that rules use.
    pub id: String,
    /// The office, by the name of the office lexicon: `prime minister`.
    pub title: String,
    /// The place or body, by the name of the gazetteer or the dictionary: `Japan`.
    pub of: String,
    /// The terms, in the order of time.
    pub holders: Vec<Term>,
    /// The file that records it.
    pub file: Arc<File>,
}

/// A term of office: from the first day up to, but not including, the last.
#[derive(Clone, Debug)]
pub struct Term {
    /// The holder.
    pub who: Person,
    /// The first day.
    pub from: NaiveDate,
    /// The day on which the next term begins; `None` for a term that goes on.
    pub to: Option<NaiveDate>,
    /// Where the rule file says so.
    pub place: FileSpan,
}

/// One event with its dates; a document with enough cues belongs to it.
#[derive(Clone, Debug)]
pub struct Event {
    /// Index into [`Rules::packs`].
    pub pack: usize,
    /// The id that rules use.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// How many different cues a document must have.
    pub need: usize,
    /// The cues; phrases without slots.
    pub cues: Vec<Phrase>,
}
