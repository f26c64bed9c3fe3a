//! How much two documents have in common, as the words of each tell.

use crate::claims::story::Story;

/// How much two documents have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Overlap {
    /// Little more than a name: enough where the sentences say the rest.
    Loose,
    /// Names and much of what is said of them; a document and itself too.
    Close,
}

/// How much two documents share: each name counts, one that both open with twice, and topics up to a limit; nothing where
/// one of them opens with names that the other never has.
pub(super) fn shared(one: &Story, other: &Story) -> usize {
    let named = |name: &&u32| is_named(one, other, **name);
    // Few documents open with a name that the other one has: there is no need to look at all of their words.
    let opens =
        |story: &Story, other: &Story| story.lead.iter().any(|name| other.capitals.contains(name) && named(&name));
    if !opens(one, other) || !opens(other, one) {
        return 0;
    }
    let names = one.capitals.intersection(&other.capitals).filter(named).count();
    let topics = one.topics.intersection(&other.topics).count();
    let both_open = one.lead.intersection(&other.lead).filter(named).count();
    names + both_open + (topics / 2).min(MOST_BY_TOPIC)
}

/// What two documents have in common; `None` where it is too little for one matter.
pub(super) fn overlap(one: &Story, other: &Story) -> Option<Overlap> {
    let names = one.capitals.intersection(&other.capitals).filter(|name| is_named(one, other, **name)).count();
    let less = one.own.len().min(other.own.len());
    let shared = one.own.intersection(&other.own).count() * 100;
    let share = |least: usize| shared >= least * less && less > 0;
    match names {
        2.. if share(SHARE_WITH_NAMES) => Some(if share(SHARE_CLOSE) { Overlap::Close } else { Overlap::Loose }),
        1 if share(SHARE_WITH_NAME) => Some(Overlap::Loose),
        _ if share(SHARE_ALONE) => Some(Overlap::Loose),
        _ => None,
    }
}

/// What shared topics can count for: two fires share many words.
const MOST_BY_TOPIC: usize = 3;

/// What share of the rarer words of the shorter document two documents have in common, in per cent: with two names, with
/// one, without any; and the least with which they are close.
const SHARE_WITH_NAMES: usize = 10;
const SHARE_WITH_NAME: usize = 20;
const SHARE_ALONE: usize = 35;
const SHARE_CLOSE: usize = 15;

/// Whether one of two documents that both write a word with a capital letter names someone or something by it.
fn is_named(one: &Story, other: &Story, name: u32) -> bool {
    one.names.contains(&name) || other.names.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{Overlap, overlap, shared};
    use crate::claims::story::Story;

    /// A text that opens with the first of its names and has them all, with topics and rarer words of its own.
    fn story(names: &[u32], topics: &[u32], own: std::ops::Range<u32>) -> Story {
        let set = |words: &[u32]| words.to_vec().into();
        Story {
            capitals: set(names),
            names: set(names),
            lead: set(&names[..1]),
            topics: set(topics),
            own: own.collect(),
            ..Story::default()
        }
    }

    #[test]
    fn names_topics_and_what_both_open_with_count() {
        let one = story(&[1, 2, 3], &[10, 11, 12, 13], 0..0);
        for (other, expected) in [
            (story(&[1, 2, 3], &[], 0..0), 4),
            (story(&[1, 2], &[10, 11], 0..0), 4),
            (story(&[2, 1], &[], 0..0), 2),
            // The one opens with a name that the other never has.
            (story(&[4, 1, 2, 3], &[10, 11, 12, 13], 0..0), 0),
        ] {
            assert_eq!(shared(&one, &other), expected, "{other:?}");
        }
    }

    #[test]
    fn the_fewer_names_two_texts_share_the_more_words_must_be_the_same() {
        let one = |names: &[u32]| story(names, &[], 0..100);
        let sharing = |words: u32| 100 - words..200 - words;
        for (names, words, expected) in [
            (&[1, 2][..], 9, None),
            (&[1, 2], 10, Some(Overlap::Loose)),
            (&[1, 2], 15, Some(Overlap::Close)),
            (&[1], 19, None),
            (&[1], 20, Some(Overlap::Loose)),
            (&[9], 34, None),
            (&[9], 35, Some(Overlap::Loose)),
        ] {
            assert_eq!(overlap(&one(&[1, 2]), &story(names, &[], sharing(words))), expected, "{names:?} {words}");
        }
    }
}
