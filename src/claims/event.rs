//! Which event a document belongs to, told by cues in its text.

use rustc_hash::FxHashSet;

use crate::rules::rule::Event;

/// The event with the most different cues in a document, if it has as many as it needs and no other has as many.
///
/// `cues` holds (event, cue) of every cue found.
pub(super) fn event_of(events: &[Event], cues: &FxHashSet<(u32, u32)>) -> Option<usize> {
    let count = |event: usize| cues.iter().filter(|(of, _)| *of as usize == event).count();
    let counted: Vec<usize> = (0..events.len()).map(count).collect();
    let best = (0..events.len()).max_by_key(|&event| counted[event])?;
    let alone = (0..events.len()).all(|event| event == best || counted[event] < counted[best]);
    (alone && counted[best] >= events[best].need.max(1)).then_some(best)
}
