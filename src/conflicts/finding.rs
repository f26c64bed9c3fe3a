//! What is reported: a disputed fact with all its sides.

use std::sync::Arc;

use crate::claims::claim::Evidence;
use crate::rules::severity::Severity;
use crate::source::file::File;

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
    /// Whether somebody has dealt with it before.
    pub status: Status,
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

impl Finding {
    /// The place that it is told at where there is room for one: the first one of its first side.
    #[must_use]
    pub fn primary(&self) -> Option<&Evidence> {
        self.sides.first()?.evidence.first()
    }

    /// Whether it is news of at least this severity; without one nothing fails.
    #[must_use]
    pub fn fails(&self, least: Option<Severity>) -> bool {
        self.status == Status::New && least.is_some_and(|least| self.severity >= least)
    }

    /// Puts sides and places in such files first, so that the primary place is in one of them if any place is; else the
    /// order stays.
    pub fn lead_with(&mut self, first: impl Fn(&Arc<File>) -> bool) {
        for side in &mut self.sides {
            side.evidence.sort_by_key(|at| !first(&at.file));
        }
        self.sides.sort_by_key(|side| !side.evidence.first().is_some_and(|at| first(&at.file)));
    }
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

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 5] = [Self::Conflict, Self::Suspicious, Self::Update, Self::Superseded, Self::Variant];

    /// The name that programs read.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::Suspicious => "suspicious",
            Self::Update => "update",
            Self::Superseded => "superseded",
            Self::Variant => "variant",
        }
    }
}

/// Whether somebody has dealt with a finding before; what is not new is told to programs and fails nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nobody has.
    #[default]
    New,
    /// It was there when the baseline was written.
    Baseline,
    /// Somebody gave a reason why it may stand.
    Allowed,
}

impl Status {
    /// The name that programs read.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Baseline => "baseline",
            Self::Allowed => "allowed",
        }
    }
}
