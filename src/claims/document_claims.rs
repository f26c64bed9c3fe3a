//! What one document says: its claims, what it is about, and the matches that made no claim.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::claim::{Claim, Evidence};
use super::mentions::Mention;
use super::story::Story;
use crate::source::file::File;
use crate::source::span::FileSpan;
use crate::values::date::Date;

/// What one document says.
#[derive(Debug)]
pub struct DocumentClaims {
    /// The file it was read from.
    pub file: Arc<File>,
    /// Its claims, in the order of the text.
    pub claims: Vec<Claim>,
    /// The date of the document.
    pub date: Option<NaiveDate>,
    /// The event it belongs to: index into [`Rules::events`](crate::rules::rule::Rules::events).
    pub event: Option<usize>,
    /// Matches that made no claim.
    pub dropped: Vec<Dropped>,
    /// The latest date that it speaks of as past, which it cannot have been written before.
    pub latest: Option<Cited>,
    /// Everyone it names, under the fullest name.
    pub people: BTreeSet<String>,
    /// People whom one sentence names together, each under the fullest name; the first before the second in the order of
    /// the names.
    pub together: BTreeSet<(String, String)>,
    /// What it is about as a whole, where a rule compares by the words around values.
    pub story: Story,
    /// Where its headings begin, as bytes of the file, in order.
    pub headings: Vec<u32>,
    /// Where its blocks of text begin, headings among them, as bytes of the file, in order.
    pub blocks: Vec<u32>,
    /// The proper names that it mentions, word by word, in the order of the alphabet.
    pub mentions: Vec<Mention>,
}

impl DocumentClaims {
    /// Gives it its place among the documents, which each of its claims knows.
    pub fn number(&mut self, at: usize) {
        self.claims.iter_mut().for_each(|claim| claim.document = at);
    }

    /// What a document says in which nothing was found.
    pub(super) fn none(file: Arc<File>) -> Self {
        Self {
            file,
            claims: Vec::new(),
            date: None,
            event: None,
            dropped: Vec::new(),
            latest: None,
            people: BTreeSet::new(),
            together: BTreeSet::new(),
            story: Story::default(),
            headings: Vec::new(),
            blocks: Vec::new(),
            mentions: Vec::new(),
        }
    }
}

/// A match that made no claim.
#[derive(Clone, Debug)]
pub struct Dropped {
    /// Index into [`Rules::claims`](crate::rules::rule::Rules::claims).
    pub rule: usize,
    /// As [`Claim::phrase`].
    pub phrase: usize,
    /// The document's file.
    pub file: Arc<File>,
    /// The words of the match.
    pub span: FileSpan,
    /// Why.
    pub why: WhyDropped,
}

/// Why a match makes no claim.
#[derive(Clone, Debug, PartialEq)]
pub enum WhyDropped {
    /// The key asks for the event of the document, which belongs to none.
    NoEvent,
    /// The phrase fills the slot of the value only sometimes, and did not.
    NoValue,
    /// The key asks what happened, and no verb of the clause says so.
    NoVerb,
    /// The key asks for the post of a person, and no words beside the name tell of one.
    NoPost,
    /// A word of a choice that opens a longer name: "Church" in "Church Street".
    InName,
    /// A pronoun stands for nobody whom the text names close before it.
    Nobody,
    /// A number in the place of an age that nobody has.
    NoAge,
    /// The rule compares spellings, and the document has named this person before.
    MentionedBefore,
    /// The rule compares spellings, and the name is of one word.
    OneWord,
    /// Words that are compared as a title, and are none.
    NoTitle,
    /// The value, as it is written here, is in another currency than the rule asks for.
    OtherCurrency(String),
    /// The value, as it is written here, is in a unit that does not convert to the one that the rule asks for.
    OtherUnit(String),
}

/// A date in a text and where it stands.
#[derive(Clone, Debug)]
pub struct Cited {
    /// The date.
    pub date: Date,
    /// Its words.
    pub at: Evidence,
}
