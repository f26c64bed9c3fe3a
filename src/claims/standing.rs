//! How a figure stands in time, as far as its clause tells: planned, come about, as it is now, put in the place of another. The
//! later of two texts may tell another one of these than the earlier.

use super::clause_words::is_be;
use super::grammar::Grammar;
use super::surroundings::Surroundings;

/// What a clause tells of how its figure stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// It is still to come: "will take five weeks", "is to last five weeks".
    pub ahead: bool,
    /// It came about: "took six weeks".
    pub told: bool,
    /// It is so now, and may have been otherwise: "the team now has 34 officers".
    pub now: bool,
    /// It takes the place of another figure: "revised their value to £9,000".
    pub changed: bool,
}

/// How many tokens before a value, and behind it, are looked at for "now".
const NOW_BEFORE: usize = 4;
const NOW_BEHIND: usize = 6;

/// How many tokens before a value a verb stands that changes it.
const CHANGE: usize = 7;

impl Surroundings<'_> {
    /// How the value stands, whose clause goes on at the token `end`.
    pub(super) fn standing(&self, end: usize) -> Standing {
        let word = |at: usize| self.document.word(at);
        let clause = self.clause();
        let before = || (clause.start..self.value.start).rev();
        let ahead = |at: usize| {
            matches!(word(at), "will" | "'ll" | "shall")
                || word(at) == "to" && at > clause.start && (is_be(word(at - 1)) || word(at - 1) == "due")
        };
        let verb = before().find(|&at| ahead(at) || self.meanings.at(at).grammar.is(Grammar::PAST));
        let told = verb.is_some_and(|at| !ahead(at)) && !before().any(ahead);
        let stops = |at: &usize| !matches!(word(*at), "," | ";") && !self.is_amount(*at);
        let now = |at: usize| matches!(word(at), "now" | "currently" | "nowadays");
        let near = before().take(NOW_BEFORE).take_while(stops).any(now)
            || (end..clause.end).take(NOW_BEHIND).take_while(stops).any(now);
        let to = self.value.start.checked_sub(1).filter(|&at| at > clause.start && word(at) == "to");
        let changes = |at: usize| is_change(word(at)) || is_growth(word(at)) && self.is_perfect(at);
        let changed = to.is_some() && before().take(CHANGE).take_while(stops).any(changes);
        let ahead = before().any(ahead);
        // "Will now cost": that is as much a plan as any.
        Standing { ahead, told, now: near && !ahead, changed }
    }

    /// Whether the participle at `at` stands behind "has": "has since grown".
    fn is_perfect(&self, at: usize) -> bool {
        let before = at.saturating_sub(2).max(self.within.start)..at;
        before.into_iter().any(|at| matches!(self.document.word(at), "has" | "have" | "'s" | "'ve"))
    }
}

/// Whether a verb tells how a figure moved: what has grown was less in an earlier text, what grew may be the same news.
fn is_growth(word: &str) -> bool {
    matches!(word, "grown" | "risen" | "climbed" | "swollen" | "crept" | "fallen" | "dropped" | "shrunk" | "sunk")
}

/// Whether a verb puts a figure in the place of another.
fn is_change(word: &str) -> bool {
    matches!(word, "revised" | "corrected" | "updated" | "adjusted" | "changed" | "raised" | "lifted" | "increased")
        || matches!(word, "lowered" | "reduced" | "cut" | "widened" | "extended" | "expanded" | "upped" | "downgraded")
        || matches!(word, "upgraded" | "shortened" | "trimmed" | "doubled" | "halved" | "postponed" | "scaled")
}
