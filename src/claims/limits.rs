//! At which moment and of what part of a thing a figure holds: "at its height", "so far", "of those left". Figures that are
//! limited otherwise are not about one thing.

use std::ops::Range;

use super::clause_words::{is_be, is_determiner, is_unit_of_time};
use super::role::is_people;
use super::sorted_set::SortedSet;
use super::surroundings::Surroundings;
use crate::source::token::hash;
use crate::values::ordinal::is_superlative;
use crate::values::value::{Kind, Reading};

/// What kind of figure is asked about.
#[derive(Clone, Copy)]
struct Figure {
    /// It counts things.
    counts: bool,
    /// It is a quantity with a unit.
    measured: bool,
    /// It is a share of a whole.
    share: bool,
}

impl Figure {
    /// Whether it is a sum of money, a share or a length of time.
    fn is_other(self) -> bool {
        !self.counts && !self.measured
    }
}

impl Surroundings<'_> {
    /// What limits the value, whose clause goes on `behind` its thing, to a moment of what goes on, as hashes of the words that
    /// say so.
    pub(super) fn limits(&self, behind: &Range<usize>, counts: bool, readings: &[Reading]) -> SortedSet<u32> {
        let kind = self.reading(readings).map(|reading| reading.kind);
        let figure = Figure { counts, measured: kind == Some(Kind::Quantity), share: kind == Some(Kind::Percent) };
        // Behind it the words may belong to another amount there.
        let last = self.others.iter().all(|other| !behind.contains(&(other.start as usize)));
        let around = (self.within.start..self.value.start).chain(behind.clone().take_while(|_| last));
        let mut limits: SortedSet<u32> = around.filter_map(|at| self.moment(at, figure.measured)).collect();
        limits.extend(self.by_opening(figure));
        limits.extend(self.by_words_near(behind, figure));
        limits.extend(self.by_what_is_counted(behind).filter(|_| counts));
        limits.extend(self.of_a_part(behind, figure));
        limits
    }

    /// How the sentence of the value opens.
    fn by_opening(&self, figure: Figure) -> impl Iterator<Item = u32> {
        let start = self.within.start;
        let [first, second] = [start, start + 1].map(|at| self.document.word(at));
        let before = |at: usize| at < self.value.start;
        // "Asked who would lead best, 38 per cent named her": each question has its answers.
        let asked = (first == "asked" && before(start)).then_some("asked");
        // "Without food the rate was 2 per cent": what is left out makes another whole.
        let without = matches!(first, "without" | "excluding" | "except" | "excepting").then_some("without");
        // "Among women it was 40 per cent", "in a storm the crossing takes an hour": not whoever it is, and whenever.
        let limiting = (!self.value.contains(&(start + 1)) && is_limiting(first, second)).then_some(first);
        // "The other suspect is 1.70 metres tall", "a second ticket costs £6", "an older survey asked 400 people"
        let article = matches!(first, "the" | "a" | "an" | "any" | "each");
        let (at, word) = if article { (start + 1, second) } else { (start, first) };
        let further = matches!(word, "other" | "another" | "extra" | "additional" | "further")
            || matches!(first, "a" | "an") && is_of_comparison(second);
        let other = (further && before(at)).then_some("other");
        // "The dearest lamb fetched £212": of one it is the most.
        let most = !figure.counts && first == "the" && before(start + 1) && is_superlative(second);
        let words = [asked, without, limiting, other, most.then_some(second)];
        words.into_iter().flatten().map(|word| hash(word.as_bytes()))
    }

    /// What words in reach of the value say of it.
    fn by_words_near(&self, behind: &Range<usize>, figure: Figure) -> impl Iterator<Item = u32> {
        let word = |at: usize| self.document.word(at);
        let before = || (self.within.start..self.value.start).rev().take(BOUND_BEFORE);
        let near = || before().chain(behind.clone().take(BOUND_BEHIND));
        // "Was allowed 80 kilometres an hour", "80 kilometres an hour are allowed"
        let mut bounds = near().take_while(|&at| !matches!(word(at), "," | ";" | "and" | "but"));
        let allowed = bounds.any(|at| is_allowed(word(at))).then_some("allowed");
        // "In the first four days", whatever else is counted before that.
        let mut told = (self.value.end..self.within.end).take_while(|&at| word(at) != ",");
        let first = |at: usize| word(at) == "first" && self.is_amount(at + 1) && is_unit_of_time(word(at + 2));
        let first = told.any(first).then_some("first");
        // "The company offers 5 per cent": what is paid in the end is another thing.
        let mut clause = before().take_while(|&at| word(at) != ",");
        let offered = (figure.is_other() && clause.any(|at| is_offer(word(at)))).then_some("offered");
        // "Was ordered to repay £30,000": not what was taken.
        let mut clause = near().take_while(|&at| word(at) != ";");
        let repaid = (figure.is_other() && clause.any(|at| is_repaid(word(at)))).then_some("repaid");
        // "The entry fee is £3 for members"
        let people = self.document.word(self.value.end + 1);
        let whose = (figure.is_other() && word(self.value.end) == "for" && is_people(people)).then_some(people);
        let (variant, at_height) = if figure.measured { (self.variant(), self.at_height()) } else { (None, None) };
        let words = [allowed, first, offered, repaid, whose, variant, at_height];
        words.into_iter().flatten().map(|word| hash(word.as_bytes()))
    }

    /// The figure by which a thing is told from others of its kind: "the 300 g size" is no smaller one, "a 32-bit program" none of
    /// 64 bits.
    fn variant(&self) -> Option<&str> {
        let word = |at: usize| self.document.word(at);
        let sold =
            matches!(word(self.value.end), "size" | "sizes" | "pack" | "packs" | "version" | "model" | "variant");
        let unit = self.value.end.checked_sub(1).map_or("", word);
        // "Won the 100 metres"
        let race = self.value.start > self.within.start
            && word(self.value.start - 1) == "the"
            && word(self.value.end) != "of"
            && self.term(self.value.end).is_none();
        (sold || race || matches!(unit, "bit" | "byte")).then(|| word(self.value.start))
    }

    /// "Lost at a height of 2,600 metres", on a mountain that is higher.
    fn at_height(&self) -> Option<&'static str> {
        let before = (self.within.start..self.value.start).rev().take(BOUND_BEFORE).map(|at| self.document.word(at));
        let mut before = before.filter(|word| !matches!(*word, "about" | "around" | "some" | "nearly"));
        let [of, height, article, place] = std::array::from_fn(|_| before.next().unwrap_or_default());
        let is_height = matches!(height, "height" | "altitude" | "elevation");
        let is_where = is_determiner(article) && matches!(place, "at" | "to" | "from" | "in");
        (of == "of" && is_height && is_where).then_some("at")
    }

    /// What the words next to a number say of the things that it counts, whose clause goes on `behind` them.
    fn by_what_is_counted(&self, behind: &Range<usize>) -> impl Iterator<Item = u32> {
        let word = |at: usize| self.document.word(at);
        let next = word(self.value.end);
        // "Six more ewes were hurt": beside those that are told of.
        let more = matches!(next, "more" | "further" | "additional" | "extra").then_some("more");
        // "Mated him eleven moves later": not how many there were.
        let later = matches!(word(behind.start), "later" | "earlier").then_some("later");
        // "Has won five games": not how many were played.
        let verb = self.value.start.checked_sub(1).filter(|at| self.within.contains(at)).map_or("", word);
        let played = matches!(next, "games" | "matches" | "sets" | "races" | "fights" | "bouts");
        let won = matches!(verb, "won" | "win" | "wins" | "lost" | "lose" | "loses" | "drew" | "drawn");
        let won = (played && won).then_some(verb);
        // "24 beds can be used", "25 of them must be there"
        let mut near = behind.clone().take(BOUND_BEHIND).map(word);
        let modal = near.find(|word| matches!(*word, "can" | "could" | "must"));
        // "Nine were not needed"
        let mut told = behind.clone().take_while(|&at| word(at) != "," && !self.is_amount(at)).map(word);
        let not = told.any(|word| matches!(word, "not" | "n't" | "never")).then_some("not");
        let words = [more, later, won, modal, not];
        words.into_iter().flatten().map(|word| hash(word.as_bytes()))
    }

    /// Whether it is a part of all, or what is left.
    fn of_a_part(&self, behind: &Range<usize>, figure: Figure) -> impl Iterator<Item = u32> {
        let word = |at: usize| self.document.word(at);
        // "Four of its locks leak", "64 hours of the work", but a share is of a whole always.
        let [of, whole] = [self.value.end, self.value.end + 1].map(word);
        // "33 of the 75 seats" are seats like others.
        let part = !figure.share
            && self.of_how_many().is_none()
            && of == "of"
            && (whole == "the" || figure.counts && is_determiner(whole));
        // "The fair left £600 for the school", "of that £600 remained": what is left of a sum is another one.
        let left = |word: &str| matches!(word, "left" | "leaves" | "leaving" | "remain" | "remains" | "remained");
        let before = self.value.start.checked_sub(1).filter(|at| self.within.contains(at)).map_or("", word);
        let be = usize::from(is_be(word(behind.start)));
        let behind_be = behind.start + be;
        // "Two were left", but "two left the party".
        let is_left = behind.contains(&behind_be) && left(word(behind_be)) && (!figure.counts || be > 0);
        // "£123,000 short": what is missing.
        let short = !figure.counts && matches!(of, "short" | "missing" | "outstanding" | "owing");
        let rest = !figure.counts && left(before) || is_left || short;
        let words = [part.then_some("of"), rest.then_some("left")];
        words.into_iter().flatten().map(|word| hash(word.as_bytes()))
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

/// Whether a word behind "a" tells that it is another one than the one told of.
fn is_of_comparison(word: &str) -> bool {
    matches!(
        word,
        "second" | "third" | "older" | "newer" | "later" | "earlier" | "similar" | "previous" | "different" | "rival"
    ) || matches!(word, "smaller" | "larger" | "bigger" | "longer" | "shorter")
}

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
