//! What happened, as the clause around a value tells it: the verb, who does it, to what it is done, and whether it is said
//! to be so.

use super::base_form::Term;
use super::occasion::Occasion;
use super::sorted_set::SortedSet;
use crate::source::token::hash;

/// A verb with what its clause says beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// The verb, as written.
    pub verb: String,
    /// The verb in its base form, or the choice that it is an alternative of: verbs of one sense are one.
    pub act: u32,
    /// Whether it befalls a thing once: a birth, a sinking.
    pub once: bool,
    /// The block that the head of its table is, where a row tells of it.
    pub table: Option<u32>,
    /// The words with a meaning before the verb: mostly who does it.
    pub before: SortedSet<Term>,
    /// The words with a meaning behind it.
    pub behind: SortedSet<Term>,
    /// The words of the clause beside the verb: both of these.
    pub words: SortedSet<Term>,
    /// Who does it, by the last word of the subject; `None` where it is done to the subject: "was opened".
    pub doer: Option<Term>,
    /// The words right before that word: the prime of "the prime minister".
    pub doer_kind: SortedSet<Term>,
    /// What it is done to: the last word of the object, or for "was opened" and for a verb without an object that of
    /// the subject.
    pub patient: SortedSet<Term>,
    /// The words right before that word: the railway of "the railway bridge".
    pub kind: SortedSet<Term>,
    /// Whether it is told of as something new: "a bridge".
    pub new: bool,
    /// What "of" ties to the patient: the theft of "a count of theft".
    pub of: Option<Term>,
    /// What is held, where that is what the clause tells of: the meeting of "the meeting is on 5 May".
    pub occasion: Option<Occasion>,
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
    /// Whether it is denied of all of a kind: "no ticket is needed", "nobody was hurt".
    pub none: bool,
    /// Whether what it denies stays so: "did not sign", and not "has not signed".
    pub settled: bool,
    /// Whether it says how things are or were, and not what happened: "was missing".
    pub state: bool,
    /// Whether it is said only of a part: "some of the pumps".
    pub partial: bool,
    /// Words that say on which days or in which season it holds: "on Sundays", "in winter", "daily"; each by its hash.
    pub setting: SortedSet<u32>,
    /// Whether the verb is that of a list, and not found by its form alone; a label has none.
    pub listed: bool,
    /// Whether the sentence tells who says so: "the union said".
    pub attributed: bool,
    /// The words for whoever says so, as far as the sentence tells.
    pub voices: SortedSet<Term>,
    /// Whether its hour opens its sentence, as in the entries of a log, and so tells when that was written: "14:40 The road is
    /// open".
    pub stamped: bool,
}

/// The [`Happening::act`] of a label that names no event: "doors", "last admission".
#[must_use]
pub fn labelled() -> u32 {
    hash(b"label:")
}

/// The [`Happening::act`] of what has been there since a day, founded or built then.
#[must_use]
pub fn origin() -> u32 {
    hash(b"origin:")
}

/// A verb that is itself the value, as its clause turns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turned {
    /// "signed"
    Stated,
    /// "did not sign", "left without signing"
    Negated,
}
