//! The parts of phrases, ready to run.

use std::sync::Arc;

use super::vocabulary::WordId;
use crate::rules::phrase::SlotKind;

/// A part of a phrase, ready to run; cheap to clone, as a phrase with alternatives is filed under each of them.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// One token out of these, sorted.
    Word(Arc<[WordId]>),
    /// Up to so many words.
    Gap(u32),
    /// A value for a slot.
    Slot { slot: u32, kind: SlotKind },
    /// The nodes, or nothing.
    Optional(Arc<[Node]>),
    /// One of several.
    Either(Arc<[Box<[Node]>]>),
    /// Where the words of a named alternative of a choice begin.
    ChoiceStart { slot: u32 },
    /// Where they end, and the name.
    ChoiceEnd { slot: u32, name: Arc<str> },
}
