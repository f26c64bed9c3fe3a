//! A claim: what a rule found a source to say, ready to be compared without the source at hand.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use super::context::Context;
use super::happening::Happening;
use super::lead_in::LeadIn;
use super::post::Post;
use super::section::Section;
use crate::rules::rule::Rules;
use crate::source::file::File;
use crate::source::span::FileSpan;
use crate::values::date::{Date, DateRange};
use crate::values::value::Value;

/// One statement of one source.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The rule that found it: index into [`Rules::claims`](crate::rules::rule::Rules::claims).
    pub rule: usize,
    /// The phrase of the rule that found it; indices from the number of phrases on are its regexes.
    pub phrase: usize,
    /// The document, by its place in the list that is compared; set when the list is made.
    pub document: usize,
    /// The sentence, by its place in the document.
    pub sentence: usize,
    /// The block of text (paragraph, heading, item, row), by its place in the document.
    pub block: u32,
    /// The sections of the document that it stands in, each one of a row of them about another thing.
    pub sections: Vec<Section>,
    /// What is said.
    pub value: Value,
    /// What it is said about: the parts of the rule's key in its order, then the constant ones.
    pub key: Vec<KeyValue>,
    /// What filled each slot of the rule, by the slot's index.
    pub slots: Vec<Option<Filled>>,
    /// What the words around its value say it is about, for a rule whose key asks for it.
    pub context: Option<Box<Context>>,
    /// What happened by its clause, for a rule whose key asks for it.
    pub happening: Option<Box<Happening>>,
    /// The post that the words around its value tell of, for a rule whose key asks for it.
    pub post: Option<Box<Post>>,
    /// What its sentence leans on, for a rule whose key asks for the words around its value or what happened by its clause.
    pub lead_in: Option<Box<LeadIn>>,
    /// When it holds.
    pub when: When,
    /// What marks it and disqualifies it.
    pub marks: Vec<Mark>,
    /// Where it stands.
    pub at: Evidence,
}

impl Claim {
    /// Whether it counts: no guard of its rule marks it.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.marks.is_empty()
    }

    /// Whether it stands in another section of its document than another claim, one about another thing.
    #[must_use]
    pub fn is_in_other_section(&self, other: &Self) -> bool {
        let apart =
            |here: &Section| other.sections.iter().any(|there| here.row == there.row && here.place != there.place);
        self.document == other.document && self.sections.iter().any(apart)
    }

    /// Whether it and another claim of its document lean on sentences that are not of the same.
    #[must_use]
    pub fn leans_on_another(&self, other: &Self) -> bool {
        let (first, later) = if self.sentence <= other.sentence { (self, other) } else { (other, self) };
        let both = first.lead_in.as_ref().zip(later.lead_in.as_ref());
        self.document == other.document && both.is_some_and(|(first, later)| first.is_other(later))
    }

    /// The parts of the key that are known.
    #[must_use]
    pub fn known_key(&self) -> Vec<(String, String)> {
        self.key.iter().filter_map(|part| Some((part.name.to_string(), part.value.clone()?))).collect()
    }

    /// The names of the guards that mark it.
    #[must_use]
    pub fn mark_names(&self, rules: &Rules) -> Vec<String> {
        self.marks.iter().map(|mark| rules.guards[mark.guard].name.clone()).collect()
    }
}

/// A guard that marks a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Index into [`Rules::guards`](crate::rules::rule::Rules::guards).
    pub guard: usize,
    /// The phrase of the guard that fits, by index; `None` where belie finds the mark by itself.
    pub phrase: Option<usize>,
}

/// A part of a claim's key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyValue {
    /// The name of the part.
    pub name: Arc<str>,
    /// What it says; `None` where the text leaves it open.
    pub value: Option<String>,
}

/// A slot's value and its words.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The value.
    pub value: Value,
    /// Its words in the file.
    pub span: FileSpan,
    /// Where the words stand if not among those of the claim: in another row, say, or in another item.
    pub apart: Option<Box<Evidence>>,
    /// The further values of a slot that holds several: the parts that a claim gathers.
    pub more: Vec<Filled>,
}

impl Filled {
    /// All values, in the order of the text.
    pub fn all(&self) -> impl Iterator<Item = &Filled> {
        std::iter::once(self).chain(&self.more)
    }
}

/// Where a claim stands, and its words.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The file it stands in; the record in a rule file is evidence too.
    pub file: Arc<File>,
    /// The words of the value.
    pub span: FileSpan,
    /// The words of the claim, blanks made single.
    pub quote: String,
    /// The sentence around them, blanks made single; the claims of one sentence share it.
    pub sentence: Arc<str>,
    /// Where that sentence stands, markup inside it included.
    pub sentence_span: FileSpan,
    /// Where its paragraph, item or row stands, likewise.
    pub block_span: FileSpan,
    /// When the claim holds.
    pub when: When,
    /// The source that the text itself names for it.
    pub said_by: Option<String>,
}

/// When a claim holds, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Nothing tells.
    Unknown,
    /// The words themselves say so: a `{when}` slot, or a date in the sentence or in the table's header.
    Stated(DateRange),
    /// It is the date of the document.
    Document(NaiveDate),
    /// The dates of the event that the document belongs to.
    Event(NaiveDate, NaiveDate),
    /// The first and the last day that the record gives for it; open where it gives none.
    Record(Option<NaiveDate>, Option<NaiveDate>),
}

impl When {
    /// As TIMEX3; `None` where nothing tells.
    #[must_use]
    pub fn timex(&self) -> Option<String> {
        Some(self.to_string()).filter(|timex| !timex.is_empty())
    }

    /// Whether it holds on any day: the record gives no first and no last one.
    #[must_use]
    pub fn is_always(&self) -> bool {
        *self == Self::Record(None, None)
    }

    /// The days it may hold on, first and last; `None` where nothing tells.
    #[must_use]
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        match self {
            Self::Unknown => None,
            Self::Stated(range) => Some((range.start.earliest()?, range.end.latest()?)),
            Self::Document(day) => Some((*day, *day)),
            Self::Event(from, to) => Some((*from, *to)),
            Self::Record(from, to) => Some((from.unwrap_or(NaiveDate::MIN), to.unwrap_or(NaiveDate::MAX))),
        }
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => Ok(()),
            Self::Stated(range) if range.start == range.end => range.start.fmt(f),
            Self::Stated(range) => range.fmt(f),
            Self::Document(day) => Date::of(*day).fmt(f),
            Self::Event(from, to) => DateRange { start: Date::of(*from), end: Date::of(*to) }.fmt(f),
            Self::Record(None, None) => Ok(()),
            Self::Record(Some(from), Some(to)) if from == to => Date::of(*from).fmt(f),
            // Two points are an end that is open (ISO 8601-2, 4.4).
            Self::Record(from, to) => {
                let day = |day: &Option<NaiveDate>| day.map_or("..".to_owned(), |day| Date::of(day).to_string());
                write!(f, "{}/{}", day(from), day(to))
            }
        }
    }
}
