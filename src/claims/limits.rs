//! When and of what part of a thing a figure holds: "at its height", "last season", "in the second round". Figures that are
//! limited otherwise are not about one thing.

use std::ops::Range;

use super::clause_words::{is_be, is_count, is_determiner, is_part_of_day, is_unit_of_time};
use super::grammar::Grammar;
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;
use crate::source::token::hash;
use crate::values::calendar_words::month;
use crate::values::ordinal::is_superlative;
use crate::values::value::{Kind, Reading};

impl Surroundings<'_> {
    /// What limits the value, whose clause goes on `behind` its thing, to a moment of what goes on, as hashes of the words that
    /// say so.
    pub(super) fn limits(&self, behind: &Range<usize>, counts: bool, readings: &[Reading]) -> SortedSet<u32> {
        let measured = self.reading(readings).is_some_and(|reading| reading.kind == Kind::Quantity);
        let word = |at: usize| self.document.word(at);
        // Behind it the words may belong to another amount there.
        let last = self.others.iter().all(|other| !behind.contains(&(other.start as usize)));
        let around = (self.within.start..self.value.start).chain(behind.clone().take_while(|_| last));
        let mut limits: SortedSet<u32> = around.filter_map(|at| self.moment(at, measured)).collect();
        // "Was allowed 80 kilometres an hour", "80 kilometres an hour are allowed"
        let near =
            (self.within.start..self.value.start).rev().take(BOUND_BEFORE).chain(behind.clone().take(BOUND_BEHIND));
        let near = near.take_while(|&at| !matches!(word(at), "," | ";" | "and" | "but"));
        limits.extend(near.filter(|&at| is_allowed(word(at))).map(|_| hash(b"allowed")));
        // "In the first four days", whatever else is counted before that.
        let told = (self.value.end..self.within.end).take_while(|&at| word(at) != ",");
        let first = |at: &usize| word(*at) == "first" && self.is_amount(at + 1) && is_unit_of_time(word(at + 2));
        limits.extend(told.filter(first).map(|_| hash(b"first")));
        // "The company offers 5 per cent": what is paid in the end is another thing.
        let before = (self.within.start..self.value.start).rev().take(BOUND_BEFORE).take_while(|&at| word(at) != ",");
        let offered = before.filter(|&at| !counts && !measured && is_offer(word(at)));
        limits.extend(offered.map(|_| hash(b"offered")));
        // "Asked who would lead best, 38 per cent named her": each question has its answers.
        if word(self.within.start) == "asked" && !self.value.contains(&(self.within.start)) {
            limits.insert(hash(b"asked"));
        }
        // "Without food the rate was 2 per cent": what is left out makes another whole.
        if matches!(word(self.within.start), "without" | "excluding" | "except" | "excepting") {
            limits.insert(hash(b"without"));
        }
        // "Among women it was 40 per cent", "in a storm the crossing takes an hour": not whoever it is, and whenever.
        let (first, second) = (word(self.within.start), word(self.within.start + 1));
        if !self.value.contains(&(self.within.start + 1)) && is_limiting(first, second) {
            limits.insert(hash(first.as_bytes()));
        }
        // "A 32-bit program" is of another kind than one of 64 bits.
        let width = self.value.end.checked_sub(1).map_or("", word);
        if measured && matches!(width, "bit" | "byte") {
            limits.insert(hash(word(self.value.start).as_bytes()));
        }
        // "The other suspect is 1.70 metres tall", "a second ticket costs £6"
        let article = word(self.within.start);
        let first = self.within.start + usize::from(matches!(article, "the" | "a" | "an" | "any" | "each"));
        let further = matches!(word(first), "other" | "another" | "extra" | "additional" | "further")
            || article == "a" && matches!(word(first), "second" | "third");
        if further && first < self.value.start {
            limits.insert(hash(b"other"));
        }
        // "Six more ewes were hurt": beside those that are told of.
        if counts && matches!(word(self.value.end), "more" | "further" | "additional" | "extra") {
            limits.insert(hash(b"more"));
        }
        // "Mated him eleven moves later": not how many there were.
        if counts && matches!(word(behind.start), "later" | "earlier") {
            limits.insert(hash(b"later"));
        }
        // "The dearest lamb fetched £212": of one it is the most.
        let most = article == "the" && self.within.start + 1 < self.value.start && is_superlative(second);
        if most && !counts {
            limits.insert(hash(second.as_bytes()));
        }
        // "Four of its locks leak", "64 hours of the work", but a share is of a whole always.
        let share = self.reading(readings).is_some_and(|reading| reading.kind == Kind::Percent);
        let whole = word(self.value.end + 1);
        if !share && word(self.value.end) == "of" && (whole == "the" || counts && is_determiner(whole)) {
            limits.insert(hash(b"of"));
        }
        // "Has won five games": not how many were played.
        let verb = self.value.start.checked_sub(1).filter(|at| counts && self.within.contains(at)).map_or("", word);
        let played = matches!(word(self.value.end), "games" | "matches" | "sets" | "races" | "fights" | "bouts");
        if played && matches!(verb, "won" | "win" | "wins" | "lost" | "lose" | "loses" | "drew" | "drawn") {
            limits.insert(hash(verb.as_bytes()));
        }
        // "The fair left £600 for the school", "of that £600 remained": what is left of a sum is another one.
        let left = |word: &str| matches!(word, "left" | "leaves" | "leaving" | "remain" | "remains" | "remained");
        let behind_be = behind.start + usize::from(is_be(word(behind.start)));
        let before = self.value.start.checked_sub(1).filter(|at| self.within.contains(at)).map_or("", word);
        let is_left = behind.contains(&behind_be) && left(word(behind_be)) && (!counts || behind_be > behind.start);
        if !counts && left(before) || is_left {
            limits.insert(hash(b"left"));
        }
        // "Was ordered to repay £30,000": not what was taken.
        if !counts && !measured {
            let told =
                (self.within.start..self.value.start).rev().take(BOUND_BEFORE).chain(behind.clone().take(BOUND_BEHIND));
            limits.extend(
                told.take_while(|&at| word(at) != ";").filter(|&at| is_repaid(word(at))).map(|_| hash(b"repaid")),
            );
        }
        // "24 beds can be used", "25 of them must be there"
        let modal = behind.clone().take(BOUND_BEHIND).find(|&at| matches!(word(at), "can" | "could" | "must"));
        limits.extend(modal.filter(|_| counts).map(|at| hash(word(at).as_bytes())));
        // "Nine were not needed"
        if counts {
            let told = behind.clone().take_while(|&at| word(at) != "," && !self.is_amount(at));
            limits.extend(told.filter(|&at| matches!(word(at), "not" | "n't" | "never")).map(|_| hash(b"not")));
        }
        limits
    }

    /// The times for which the value holds, whose clause goes on `behind` its thing, as hashes of the words that say so.
    pub(super) fn periods(&self, behind: &Range<usize>) -> SortedSet<u32> {
        let told = behind.clone().take_while(|&at| self.document.word(at) != ",");
        (self.within.start..self.value.start).chain(told).filter_map(|at| self.period(at)).collect()
    }

    /// The period that a word at a token names with the word before it: "last season", "in three seasons".
    fn period(&self, at: usize) -> Option<u32> {
        if let Some(tax) = self.tax(at) {
            return Some(tax);
        }
        let unit = self.document.word(at).trim_end_matches('s');
        let before = at.checked_sub(1).filter(|before| self.within.contains(before) && !self.value.contains(before))?;
        let which = self.document.word(before);
        let of_all = || {
            // "Over the next four years"
            let first =
                |at: usize| matches!(self.document.word(at), "next" | "last" | "past" | "coming" | "the" | "first");
            let start = (self.within.start..before).rev().find(|&at| !first(at));
            let preposition = start.map_or("", |at| self.document.word(at));
            (self.is_amount(before) || is_count(which)) && matches!(preposition, "in" | "over" | "within" | "during")
        };
        let told = matches!(which, "last" | "this" | "next" | "previous" | "final") || of_all();
        (matches!(unit, "season") || is_unit_of_time(unit))
            .then(|| hash(which.as_bytes()) ^ hash(unit.as_bytes()).rotate_left(1))
            .filter(|_| told)
    }

    /// Whether it is before tax or after it, by the word at a token.
    fn tax(&self, at: usize) -> Option<u32> {
        let before = at.checked_sub(1).filter(|before| self.within.contains(before))?;
        let which = self.document.word(before);
        let tells = matches!(self.document.word(at), "tax" | "taxes" | "vat")
            && matches!(which, "before" | "after" | "with" | "without" | "excluding" | "including");
        tells.then(|| hash(which.as_bytes()) ^ hash(b"tax").rotate_left(1))
    }

    /// When the sentence says it is, or at which of several times.
    pub(super) fn settings(&self, readings: &[Reading]) -> SortedSet<u32> {
        let word = |at: usize| self.document.word(at);
        let before = |at: usize| at.checked_sub(1).filter(|at| self.within.contains(at)).map_or("", word);
        let setting = |at: usize| {
            let tells = match word(at) {
                "home" => before(at) == "at",
                "noon" | "midnight" | "away" | "abroad" | "online" => true,
                word => {
                    self.meanings.at(at).grammar.is(Grammar::SETTING)
                        || is_part_of_day(word)
                        || month(word).is_some() && self.document.capital(at)
                }
            };
            tells.then(|| hash(word(at).trim_end_matches('s').as_bytes()))
        };
        let said = self.within.clone().filter(|at| !self.value.contains(at)).filter_map(setting);
        let first = readings.partition_point(|reading| (reading.tokens.start as usize) < self.within.start);
        let inside = readings[first..].iter().take_while(|reading| (reading.tokens.end as usize) <= self.within.end);
        let ranks = inside.filter(|reading| reading.kind == Kind::Ordinal).map(|reading| reading.tokens.start as usize);
        said.chain(ranks.filter(|&at| at != self.value.start).map(|at| hash(word(at).as_bytes()))).collect()
    }

    /// The moment of which a word at a token tells, with the words around it; for what is `measured` also what belongs to it
    /// or does not: "weight with battery".
    fn moment(&self, at: usize, measured: bool) -> Option<u32> {
        let word = |at: usize| if at < self.within.end { self.document.word(at) } else { "" };
        let before = |back: usize| at.checked_sub(back).filter(|at| self.within.contains(at)).map_or("", word);
        let tells = match word(at) {
            "height" | "peak" | "worst" | "busiest" => {
                matches!(before(1), "its" | "their" | "the") && before(2) == "at"
            }
            // "The record of 31 minutes": another day's.
            "record" => {
                !matches!(before(1), "a" | "this")
                    && matches!(word(at + 1), "of" | "is" | "was" | "stands" | "remains" | "for")
            }
            // "Six weeks on average": of one it may be more.
            "average" | "mean" | "median" => !measured || word(at + 1) != "of",
            // "By noon the turnout was 31 per cent"
            "noon" | "midday" | "midnight" | "lunchtime" | "nightfall" | "dawn" => before(1) == "by",
            "present" | "birth" | "first" => before(1) == "at" && !self.meanings.at(at + 1).plural,
            "with" | "without" => measured && self.value.contains(&(at + 2)) && self.term(at + 1).is_some(),
            "time" => {
                matches!(before(1), "one" | "any" | "a" | "that") && before(2) == "at"
                    || matches!(before(1), "his" | "her" | "their") && before(2) == "in"
            }
            "far" => before(1) == "so",
            // "With pension payments included", "counting police and courts"
            "included" | "excluded" => at + 1 >= self.within.end || matches!(word(at + 1), "," | "."),
            "counting" => before(1) == ",",
            // "In her time with the force", "in his career"
            "career" | "lifetime" => matches!(before(1), "his" | "her" | "their"),
            // "In Kelm alone 240 jobs go"
            "alone" => at > self.within.start && at < self.value.start && self.document.capital(at - 1),
            // "Was worth 9 million until 2018": the year tells that it is over.
            "until" | "till" => is_year(word(at + 1)),
            "date" => before(1) == "to",
            // "The city's part of the budget was £9,000"
            "part" | "portion" => {
                word(at + 1) == "of" && at < self.value.start && !(at..self.value.start).any(|at| word(at) == ",")
            }
            "days" => matches!(before(1), "those" | "these") && before(2) == "in",
            // "On a weekday": as it is again and again.
            "weekday" | "weekend" | "workday" => matches!(before(1), "a" | "each" | "every" | "ordinary" | "normal"),
            // "A week later": the length of time tells which moment.
            "later" | "earlier" | "after" | "before" | "into" => {
                return (is_unit_of_time(before(1)) && !self.value.contains(&(at - 1)))
                    .then(|| hash(before(1).trim_end_matches('s').as_bytes()));
            }
            _ => false,
        };
        tells.then(|| hash(word(at).as_bytes()))
    }
}

/// How many tokens before a value, and behind its thing, are looked at for words that make it a limit.
const BOUND_BEFORE: usize = 4;
const BOUND_BEHIND: usize = 3;

/// Whether a sentence that opens with these words tells of what some of all do, or at some time: "of the girls", "before the
/// break", "with its mast".
fn is_limiting(first: &str, second: &str) -> bool {
    matches!(
        first,
        "among" | "before" | "until" | "since" | "outside" | "counting" | "including" | "excluding" | "measured"
    ) || matches!((first, second), ("of", "the" | "all" | "those") | ("in" | "for", "a" | "an") | ("not", "counting"))
        || matches!((first, second), ("with" | "without", "its") | ("leaving" | "taking", "out" | "aside"))
        || matches!((first, second), ("together", "with") | ("apart", "from") | ("on", "appeal"))
        || matches!(first, "should" | "besides" | "plus" | "if" | "unless" | "across")
}

/// Whether a word tells what may be at most, and not what is.
fn is_allowed(word: &str) -> bool {
    matches!(word, "allowed" | "permitted" | "licensed" | "limit" | "limited" | "maximum" | "capped" | "allowable")
}

/// Whether a word tells of what is given back.
fn is_repaid(word: &str) -> bool {
    matches!(
        word,
        "repay"
            | "repaid"
            | "repays"
            | "repaying"
            | "repayment"
            | "repayments"
            | "refund"
            | "refunded"
            | "refunds"
            | "reimburse"
            | "reimbursed"
            | "returned"
            | "compensation"
    )
}

/// Whether a verb tells what somebody is ready to give or wants to have.
fn is_offer(word: &str) -> bool {
    matches!(word, "offer" | "offers" | "offered" | "offering" | "bid" | "seeks" | "sought" | "asks" | "demands")
}

/// Whether a word is a number of four digits that may be a year.
fn is_year(word: &str) -> bool {
    word.len() == 4 && word.starts_with(['1', '2']) && word.bytes().all(|letter| letter.is_ascii_digit())
}
