//! Clauses that tell of something held: that it begins, is held, ends or lasts.

use std::ops::Range;
use std::sync::LazyLock;

use super::base_form::{Term, term};
use super::clause::Clause;
use super::clause_words::is_determiner;
use super::happening::{Happening, labelled};
use super::occasion::Occasion;
use super::sorted_set::SortedSet;

/// How many small words may stand between what is held and its date: "meets again on".
const BETWEEN: usize = 4;

/// The acts by which what is held begins, is held and ends.
struct Acts {
    begin: u32,
    end: u32,
    last: u32,
    held: Vec<u32>,
    /// What is raised before a show and let down behind it, and the acts of the latter.
    curtain: u32,
    down: Vec<u32>,
    /// What is done by who calls for help, and what or who is called.
    calls: Vec<u32>,
    called: Vec<u32>,
}

static ACTS: LazyLock<Option<Acts>> = LazyLock::new(|| {
    let id = |word: &str| Some(term(word)?.id);
    let ids = |words: &str| words.split(' ').filter_map(id).collect();
    Some(Acts {
        begin: id("begin")?,
        end: id("end")?,
        last: id("last")?,
        held: vec![id("hold")?, labelled()],
        curtain: id("curtain")?,
        down: ids("fall collapse close end drop"),
        calls: ids("raise sound come receive ring dial dialled phone telephone alert call summon trigger log"),
        called: ids("alarm alert call siren brigade firefighter emergency ambulance coastguard"),
    })
});

impl Happening {
    /// Tells what is held from what is not, for a date or a time: "the meeting is on 5 May" is when it begins.
    pub(super) fn with_occasion(mut self, hour: bool) -> Self {
        let Some(acts) = &*ACTS else { return self };
        if self.patient.iter().any(|word| word.id == acts.curtain) {
            self.act = if acts.down.contains(&self.act) { acts.end } else { acts.begin };
        }
        let verb = Occasion::named(Term { id: self.act, weak: false, grows: false, measures: false });
        let named = || self.patient.iter().rev().find_map(|word| Occasion::named(*word));
        let edge = self.act == acts.begin || self.act == acts.end;
        // "The alarm was raised at 2.40", "he dialled the emergency number"
        let calls = || {
            let mut words = self.patient.union(&self.behind);
            acts.calls.contains(&self.act) && words.any(|word| acts.called.contains(&word.id))
        };
        let occasion = match verb {
            _ if hour && calls() => Some(Occasion::alarm()),
            // "The committee meets on 5 May"
            Some(verb) if !edge && !self.past && !verb.is_alarm() => Some(verb),
            _ if self.patient.is_empty() && edge => Some(Occasion::any()),
            _ if edge || acts.held.contains(&self.act) => named(),
            _ => None,
        };
        if let Some(occasion) = occasion.filter(|occasion| hour || !occasion.is_alarm()) {
            if !edge && (hour || !occasion.long) {
                self.act = acts.begin;
            }
            if occasion.is_alarm() {
                self.ranks = SortedSet::default();
            }
            self.occasion = Some(occasion);
        }
        self
    }

    /// As [`Self::with_occasion`], for how long it lasts.
    pub(super) fn with_length_of_occasion(mut self) -> Self {
        let Some(acts) = &*ACTS else { return self };
        let named = || self.patient.union(&self.before).filter_map(|word| Occasion::named(*word)).last();
        let held = self.act == acts.last || acts.held.contains(&self.act);
        let occasion = if held && self.elided { Some(Occasion::any()) } else { named().filter(|_| held) };
        if occasion.is_some() {
            self.act = acts.last;
        }
        self.occasion = occasion;
        self
    }
}

impl Clause<'_> {
    /// What is held, named right beside its date or time: "the 7.30 pm concert", "at the next meeting, on 14 April", "the
    /// committee meets next on 21 April".
    pub(super) fn held_beside(&self, value: &Range<usize>) -> Option<Happening> {
        let named = |at: usize| self.term(at).filter(|word| Occasion::named(*word).is_some());
        let before = value.start.checked_sub(1).filter(|at| self.within.contains(at))?;
        let word = |at: usize| self.document.word(at);
        if is_determiner(word(before)) {
            let behind = (value.end..self.within.end.min(value.end + 2)).take_while(|&at| self.term(at).is_some());
            return behind.filter(|&at| named(at).is_some()).last().and_then(|at| self.held_at(at, value));
        }
        let small = |at: usize| {
            matches!(word(at), "on" | "at" | "for" | "," | "next" | "again" | "is" | "be" | "to" | "will" | "the")
        };
        let first = self.within.start.max(value.start.saturating_sub(BETWEEN));
        let at = (first..value.start).rev().find(|&at| !small(at)).filter(|&at| at != before)?;
        // "Tickets go on sale on 3 May" when it begins, "they went off sale" when it is over.
        let which = at.checked_sub(1).filter(|at| self.within.contains(at)).map_or("", word);
        if matches!(which, "on" | "off" | "for") {
            return None;
        }
        named(at).and_then(|_| self.held_at(at, value))
    }

    fn held_at(&self, at: usize, value: &Range<usize>) -> Option<Happening> {
        let act = ACTS.as_ref()?.begin;
        let mut happening = self.around(at, act, false, value);
        happening.patient = SortedSet::from(vec![self.term(at)?]);
        happening.listed = true;
        happening.past = false;
        Some(happening)
    }
}
