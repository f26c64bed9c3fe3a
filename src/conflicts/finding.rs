//! What is reported: a disputed fact with all its sides.

use crate::claims::claim::Evidence;
use crate::rules::severity::Severity;

/// A fact that the sources do not agree on.
#[derive(Clone, Debug)]
pub struct Finding {
    /// A fingerprint of its content (rule, key, values and quotes), stable when lines move.
    pub id: String,
    /// The rule, with its pack: `offices/office-holder`.
    pub rule: String,
    /// The rule's title.
    pub title: String,
    /// What kind of finding it is.
    pub verdict: Verdict,
    /// How loud it is.
    pub severity: Severity,
    /// What cannot both hold, and why: lower case, one sentence without a full stop.
    pub message: String,
    /// What the fact is about: names and values of the key's parts.
    pub key: Vec<(String, String)>,
    /// The key for people: `prime minister, Japan`; an event under its title.
    pub about: String,
    /// One side per value (or, for a check that relates claims, one per term), each with all its evidence.
    pub sides: Vec<Side>,
    /// Reasons that belong to it but decide nothing by themselves: "by the timeline of …, X held the office".
    pub remarks: Vec<String>,
    /// What to do about it: lower case, one sentence without a full stop.
    pub help: String,
}

/// One of the answers.
#[derive(Clone, Debug)]
pub struct Side {
    /// The normalised value.
    pub value: String,
    /// The value for people, in plain English.
    pub shown: String,
    /// What the claim is to the check that relates it to others: `start`, `end`; `None` where one claim is all there is.
    pub role: Option<String>,
    /// Where it is said, in the order of the sources; never empty.
    pub evidence: Vec<Evidence>,
}

/// What kind of finding it is; only a conflict is an error or a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The sides cannot all be true.
    Conflict,
    /// The sides can be true but look wrong.
    Suspicious,
    /// A count that rose with the dates of the sources.
    Update,
    /// All sides are true, at different times.
    Superseded,
    /// Spellings of one name.
    Variant,
}
