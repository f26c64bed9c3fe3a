//! Since when something is as it is: "dates from 1871", "in business since 1921", "on fire since Monday".

use std::ops::Range;

use super::base_form::term;
use super::clause::Clause;
use super::clause_words::{is_auxiliary, is_be, is_conjunction};
use super::happening::origin;

/// How many tokens a state has at most: "has been in service since".
const STATE: usize = 8;

/// Whether a word names those for whom something is opened.
fn is_user(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    matches!(word, "guest" | "customer" | "visitor" | "passenger" | "pupil" | "student" | "patient" | "train" | "tram")
        || matches!(word, "car" | "traffic" | "diner" | "reader" | "bather" | "skier" | "prisoner" | "plane" | "ship")
}

impl Clause<'_> {
    /// The words that say since when something is as it is, before a date, and the act by which it came to be so.
    pub(super) fn since(&self, value: &Range<usize>) -> Option<(Range<usize>, u32, bool)> {
        let before = value.start.checked_sub(1).filter(|at| self.within.contains(at))?;
        let word = |at: usize| self.document.word(at);
        let first = self.within.start.max(before.saturating_sub(STATE));
        match word(before) {
            // "is over at ten"
            "at" | "by" | "around" | "about" | "on"
                if before >= first + 2 && word(before - 1) == "over" && is_be(word(before - 2)) =>
            {
                Some((before - 1..before, term("end")?.id, false))
            }
            // "The curtain goes up at eight"
            "at" | "by" | "around" | "about" | "on"
                if before >= first + 2
                    && word(before - 1) == "up"
                    && matches!(word(before - 2), "goes" | "go" | "went" | "going" | "rises" | "rise") =>
            {
                Some((before - 2..before, term("begin")?.id, false))
            }
            "since" => {
                let mut words = (first..before).rev().take_while(|&at| !self.breaks(at) || is_conjunction(word(at)));
                let has = words.find(|&at| matches!(word(at), "has" | "have" | "had"))?;
                let start = (has + 1..before).find(|&at| !is_auxiliary(word(at)))?;
                let (act, once) = self.state(start..before)?;
                Some((start..before, act, once))
            }
            // "dates from 1871", "goes back to 1871", "dates back to"
            "from" | "to" => {
                let last = before.checked_sub(1)?;
                let back = word(last) == "back";
                let at = last.checked_sub(usize::from(back))?;
                let dates = matches!(word(at), "dates" | "dated" | "date" | "dating");
                let goes = back && (dates || matches!(word(at), "goes" | "go" | "went"));
                let from = word(before) == "from" && dates;
                (at >= self.within.start && (goes || from)).then_some((at..before, origin(), false))
            }
            _ => None,
        }
    }

    /// That something opened, told by what was first done in it: "served its first guest in 1958", "cars first drove over it".
    pub(super) fn first_use(&self, verb: usize, value: &Range<usize>) -> Option<u32> {
        let word = |at: usize| if self.within.contains(&at) { self.document.word(at) } else { "" };
        let year = value.len() == 1 && word(value.start).len() == 4 && self.is_past(verb);
        let user = |at: usize| is_user(word(at));
        let served = matches!(word(verb + 1), "its" | "their" | "the") && word(verb + 2) == "first" && user(verb + 3);
        let used = word(verb.wrapping_sub(1)) == "first" && user(verb.wrapping_sub(2));
        let came = verb >= 2 && word(verb - 2) == "first" && user(verb - 1);
        (year && (served || used || came)).then(|| term("open").map(|open| open.id)).flatten()
    }

    /// The act by which a state came to be.
    fn state(&self, words: Range<usize>) -> Option<(u32, bool)> {
        let act = |verb: &str, once: bool| Some((term(verb)?.id, once));
        let told: Vec<&str> = words.clone().take(3).map(|at| self.document.word(at)).collect();
        match told[..] {
            ["in", "business" | "existence" | "operation", ..] => Some((origin(), false)),
            ["going" | "trading" | "existed" | "around" | "operating" | "brewing" | "baking" | "stood", ..] => {
                Some((origin(), false))
            }
            ["on", "fire"] | ["burning" | "ablaze" | "alight" | "raging" | "burned", ..] => act("begin", false),
            ["on", "strike"] | ["striking", ..] => act("strike", false),
            ["in", "force" | "effect", ..] => act("begin", false),
            ["open", ..] => act("open", false),
            ["closed" | "shut", ..] => act("close", false),
            ["missing", ..] => act("disappear", false),
            ["married", ..] => act("marry", false),
            ["in", "prison" | "jail", ..] => act("jail", true),
            ["dead", ..] => act("die", true),
            _ => None,
        }
    }
}
