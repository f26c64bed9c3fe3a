//! What a person has who is "the parish clerk" or "chairs the board": a post, and what the words that tell of it say.

use std::collections::BTreeSet;
use std::ops::Range;

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
    /// Whether "was" or "is" stands between it and its holder; `None` where neither does.
    pub past: Option<bool>,
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

impl Post {
    /// Whether the words name what has the post.
    pub fn is_placed(&self) -> bool {
        !self.bodies.is_empty() || !self.names.is_empty()
    }
}
