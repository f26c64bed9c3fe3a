//! The phrases of guards made ready to run, each filed under the words that stand where it does: so that nearly all are
//! ruled out without a try.

use super::by_word::ByWord;
use super::node::Node;
use super::vocabulary::WordId;

/// A phrase of a guard around the place of a match.
#[derive(Debug)]
pub(super) struct GuardPhrase {
    /// What stands before the match; all of the phrase where it has no `@`.
    pub(super) before: Box<[Node]>,
    /// What stands behind it.
    pub(super) after: Box<[Node]>,
    /// Whether it counts anywhere in the sentence.
    pub(super) anywhere: bool,
}

/// A phrase of a guard where one of its words stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Filed {
    /// The guard, by its index in [`Rules::guards`](crate::rules::rule::Rules::guards).
    pub(super) guard: u32,
    /// The phrase, by its index in the guard.
    pub(super) phrase: u32,
    /// How many words may stand between the word and the match.
    pub(super) gap: u32,
}

/// The phrases of all guards.
#[derive(Debug)]
pub(super) struct GuardProgram {
    /// By the index of the guard.
    pub(super) phrases: Vec<Vec<GuardPhrase>>,
    /// The phrases of each guard that no word rules out.
    pub(super) loose: Vec<Vec<u32>>,
    /// The phrases that count anywhere, by the words that they can open with.
    pub(super) opened_by: ByWord<Filed>,
    /// The others by the words next to the match, before it; those that tell none there by the words behind it.
    pub(super) before: ByWord<Filed>,
    pub(super) behind: ByWord<Filed>,
    /// The widest gap of all of either.
    pub(super) widest: u32,
}

impl GuardProgram {
    /// Files the phrases of each guard; `words` is how many words have a number.
    pub(super) fn new(phrases: Vec<Vec<GuardPhrase>>, words: usize) -> Self {
        let mut loose = vec![Vec::new(); phrases.len()];
        let (mut opened_by, mut before, mut behind) = (Vec::new(), Vec::new(), Vec::new());
        for (guard, of_guard) in phrases.iter().enumerate() {
            for (at, phrase) in of_guard.iter().enumerate() {
                let cue = |nodes: &[Node], forward| Cue::of(nodes, forward).filter(|_| !phrase.anywhere);
                let opening = || edge(&phrase.before, true).filter(|_| phrase.anywhere);
                let (filed, cue) = if let Some(words) = opening() {
                    (&mut opened_by, Cue { words, gap: 0 })
                } else if let Some(cue) = cue(&phrase.before, false) {
                    (&mut before, cue)
                } else if let Some(cue) = cue(&phrase.after, true) {
                    (&mut behind, cue)
                } else {
                    loose[guard].push(at as u32);
                    continue;
                };
                let here = Filed { guard: guard as u32, phrase: at as u32, gap: cue.gap };
                filed.extend(cue.words.into_iter().map(|word| (word, here)));
            }
        }
        let widest = before.iter().chain(&behind).map(|(_, filed)| filed.gap).max().unwrap_or_default();
        let [opened_by, before, behind] = [opened_by, before, behind].map(|filed| ByWord::of(words, filed));
        Self { phrases, loose, opened_by, before, behind, widest }
    }
}

/// Words of which one stands next to a match wherever a phrase does.
struct Cue {
    words: Vec<WordId>,
    /// How many words may stand between them and the match.
    gap: u32,
}

impl Cue {
    /// The cue of the nodes before a match, or of those behind it where they are read forwards; `None` where any word will
    /// do, or none.
    fn of(nodes: &[Node], forward: bool) -> Option<Self> {
        let mut gap = 0;
        let mut rest = nodes;
        // What may be missing is passed over: "the" and "been" stand next to most matches.
        loop {
            let (next, others) = if forward { rest.split_first()? } else { rest.split_last()? };
            if !matches!(next, Node::Gap(_) | Node::Optional(_)) {
                return Some(Self { words: edge(rest, forward)?, gap });
            }
            gap += longest(next)?;
            rest = others;
        }
    }
}

/// How many words a node takes at most; `None` where there is no knowing.
fn longest(node: &Node) -> Option<u32> {
    let sum = |nodes: &[Node]| nodes.iter().map(longest).sum::<Option<u32>>();
    match node {
        Node::Word(_) => Some(1),
        Node::Gap(words) => Some(*words),
        Node::Optional(nodes) => sum(nodes),
        Node::Either(either) => {
            either.all.iter().map(|nodes| sum(nodes)).try_fold(0, |most, words| Some(most.max(words?)))
        }
        Node::ChoiceStart { .. } | Node::ChoiceEnd { .. } => Some(0),
        Node::Slot { .. } => None,
    }
}

/// The words that nodes can begin with, or end with where they are not read forwards, each once; `None` where any word can.
fn edge(nodes: &[Node], forward: bool) -> Option<Vec<WordId>> {
    let mut words = Vec::new();
    list_edge(nodes, forward, &mut words).then(|| {
        words.sort_unstable();
        words.dedup();
        words
    })
}

fn list_edge(nodes: &[Node], forward: bool, words: &mut Vec<WordId>) -> bool {
    match if forward { nodes.split_first() } else { nodes.split_last() } {
        Some((Node::Word(ids), _)) => {
            words.extend_from_slice(ids.words());
            true
        }
        Some((Node::Either(either), _)) => either.all.iter().all(|nodes| list_edge(nodes, forward, words)),
        Some((Node::Optional(nodes), rest)) => list_edge(nodes, forward, words) && list_edge(rest, forward, words),
        _ => false,
    }
}
