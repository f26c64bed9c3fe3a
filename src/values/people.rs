//! Finding human beings in a document: first the full names of its running text and whoever stands behind a title, then
//! the surnames that these make known.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::dateline::dateline_place;
use super::known_people::Known;
use super::letters::{look_up_plain, plain, plain_word};
use super::named_around::{Around, stops};
use super::no_person::{is_number, is_vessel};
use super::person::Person;
use super::proven_people::is_speech;
use super::vocabulary::{Class, class_of};

/// Every human being that is named, by first token.
pub(crate) fn read(around: &Around<'_>) -> Vec<(Range<usize>, Person)> {
    let mut found = around.first_pass();
    let named: Vec<(Range<usize>, Person)> = found.iter().map(|range| (range.clone(), around.person(range))).collect();
    let known = Known::of(around.document, &named, around.introduced());
    around.second_pass(&known, &mut found);
    found.sort_by_key(|range| range.start);
    found.into_iter().map(|range| (range.clone(), around.person(&range))).collect()
}

fn capitals(word: &str) -> usize {
    word.bytes().filter(u8::is_ascii_uppercase).count()
}

/// The longest part of a human being's name that another capital follows without a blank: "FitzRoy", "McRae", "LeeAnn".
const LONGEST_PREFIX: usize = 4;

/// Whether capitals inside a word show that it is a product's or a program's name: "AtomicCell", "NonZeroUsize".
fn is_coined(word: &str) -> bool {
    let second = word.bytes().skip(1).position(|byte| byte.is_ascii_uppercase()).map(|at| at + 1);
    let small = word.bytes().any(|byte| byte.is_ascii_lowercase());
    small && (capitals(word) > 2 || second.is_some_and(|at| at > LONGEST_PREFIX))
}

impl Around<'_> {
    /// Names that need no other part of the document.
    fn first_pass(&self) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut things = FxHashSet::default();
        let mut at = 0;
        while let Some(start) = self.classes.next(at, Class::CAPITAL) {
            at = start;
            let class = self.classes.at(at);
            if class.is(Class::TITLED) {
                at += 1;
                continue;
            }
            if class.is(Class::START)
                && let Some(place) = dateline_place(self.document, at).filter(|place| place.len() > 1)
            {
                things.insert(self.words(place));
            }
            let office = class.is(Class::IN_OFFICE) && !(class.is(Class::ALSO_A_WORD) && self.is_titled(at));
            match if office { None } else { self.name_at(at) } {
                Some(end) => {
                    let home = found.last().is_some_and(|last| self.is_home(last, at));
                    if !self.is_titled(at) && (home || self.is_thing(&(at..end))) {
                        things.insert(self.words(at..end));
                    }
                    found.push(at..end);
                    at = end;
                }
                None => at += 1,
            }
        }
        // What is a ship or a town once is one throughout.
        found.retain(|name| {
            things.is_empty() || self.is_titled(name.start) || !things.contains(&self.words(name.clone()))
        });
        found
    }

    /// Lone names of which the text goes on with "who", and that it has inside a sentence too: "Toveld, who is 34, denied it".
    fn introduced(&self) -> Vec<String> {
        let mut introduced = Vec::new();
        let (mut inside, mut things) = (FxHashSet::default(), FxHashSet::default());
        let mut at = 0;
        while let Some(start) = self.classes.next(at, Class::CAPITAL) {
            at = start + 1;
            let class = self.classes.at(start);
            let before = self.classes.before(start);
            let beside =
                before.is(Class::CAPITAL) && !before.is(Class::START) || self.classes.at(at).is(Class::CAPITAL);
            let word = plain_word(self.document, start);
            // "Port Toveld" is a place or a club, and so is Toveld.
            if before.is(Class::CAPITAL)
                && !before.is(Class::ROLE | Class::TITLE)
                && (before.is(Class::LAND) || before.is(Class::COMMON | Class::NO_GIVEN) && !before.is(Class::START))
            {
                things.insert(word.clone().into_owned());
            }
            if class.is(Class::TITLED | Class::IN_PLACE | Class::IN_OFFICE | Class::CAPITALS)
                || beside
                || class_of(&word) != Class::default()
            {
                continue;
            }
            if !class.is(Class::START) {
                inside.insert(word.clone().into_owned());
            }
            // "Mira Toveld of Riverton, who …"
            let before = start.checked_sub(1).map_or("", |before| self.document.word(before));
            let placed =
                matches!(before, "of" | "in" | "at" | "from" | "near" | "to" | "the" | "for" | "with" | "by" | "on");
            // "Toveld, who play two divisions lower," are a team.
            let several = matches!(
                self.document.word(at + 2),
                "are" | "have" | "were" | "play" | "meet" | "lead" | "host" | "face" | "sit" | "visit"
            );
            if self.document.word(at) == "," && self.document.word(at + 1) == "who" && !placed && !several {
                introduced.push(word.into_owned());
            }
        }
        introduced.retain(|word| inside.contains(word) && !things.contains(word));
        introduced
    }

    fn words(&self, tokens: Range<usize>) -> String {
        plain(self.document.prose.slice(self.document.span(tokens.start, tokens.end))).into_owned()
    }

    /// Where the name ends that begins at `at` in running text, if one does.
    fn name_at(&self, at: usize) -> Option<usize> {
        let titled = self.is_titled(at);
        if !self.can_begin(at, titled) {
            return None;
        }
        if let Some(end) = self.proven_at(at) {
            return Some(end);
        }
        let run = self.extend(at);
        // "Toveld Tower" is no human being, even where Toveld is.
        let alias = self.alias_at(at).filter(|&end| end > run.end || (end == run.end && !run.broken));
        if alias.is_some() {
            return alias;
        }
        // "Goalkeeper Mira Toveld"
        if run.words >= 3 && self.classes.at(at).is(Class::ROLE) && !self.classes.at(at).is(Class::ALSO_A_WORD) {
            return None;
        }
        // "Mira Toveld" in quotes is a song, a ship, or what somebody is called.
        let quote = |at: usize| self.document.word(at) == "\"";
        if !titled && at > 0 && quote(at - 1) && quote(run.end) && self.document.glued(run.end) {
            return None;
        }
        let needed = if titled { 1 } else { 2 };
        if run.words < needed || run.broken || run.initials == run.words {
            return None;
        }
        if !titled {
            let all_words = (at..run.end)
                .all(|at| !self.classes.at(at).is(Class::WORD) || self.classes.at(at).is(Class::ALSO_A_WORD));
            let last = self.classes.at(run.end - 1);
            let coined = (at..run.end).any(|at| is_coined(self.document.raw(at)));
            if all_words || coined || self.follows_name(at) || last.is(Class::LAND) || self.is_participle(at) {
                return None;
            }
        }
        Some(run.end)
    }

    /// The words that make one name with the word at `at`.
    fn extend(&self, at: usize) -> Run {
        let mut run = Run { end: at + 1, words: 1, initials: 0, broken: false };
        if self.is_initial(at) {
            run.initials = 1;
            run.end = self.behind_point(at);
        }
        run.end = self.behind_hyphens(run.end);
        while run.words < 6 {
            let next = run.end;
            let class = self.classes.at(next);
            if self.document.glued(next) || class.is(Class::START) {
                break;
            }
            if class.is(Class::SUFFIX) && class.is(Class::CAPITAL) {
                run.end = next + 1;
                let point = self.document.word(run.end) == "." && self.document.glued(run.end);
                if point
                    && matches!(self.document.word(next), "jr" | "sr")
                    && !self.classes.at(run.end + 1).is(Class::START)
                {
                    run.end += 1;
                }
                break;
            }
            // "Mira Toveld MP", "Sir Mira Toveld KCB"
            if class.is(Class::POSTNOMINAL) && run.words > 1 && capitals(self.document.raw(next)) > 1 {
                break;
            }
            if !class.is(Class::CAPITAL) {
                let Some(end) = self.behind_particles(next) else { break };
                run.words += 1;
                run.end = self.behind_hyphens(end);
                continue;
            }
            // "Toveld P17 W11 D4"
            if self.document.raw(next).bytes().any(|byte| byte.is_ascii_digit()) {
                run.broken = true;
                break;
            }
            // An office or a country behind a name begins something new: "Mira Toveld President of …".
            if class.is(Class::OFFICE_HERE) && !class.is(Class::ALSO_A_WORD) {
                break;
            }
            if class.is(Class::IN_PLACE) {
                if !class.is(Class::HUMAN_PLACE) {
                    break;
                }
            } else if class.is(Class::CALENDAR) {
                // "Theresa May", not "Toveld May 3".
                let month = class.is(Class::ALSO_A_WORD)
                    && run.words == 1
                    && !is_number(self.document, self.behind_point(next));
                if !month {
                    break;
                }
            } else if self.is_initial(next) {
                run.initials += 1;
                run.words += 1;
                run.end = self.behind_point(next);
                continue;
            } else if class.is(stops()) {
                // "Toveld Berg AS", whose ending is a word in small letters
                let firm = class.is(Class::LEGAL) && class.is(Class::CAPITALS);
                run.broken = firm
                    || class.is(Class::COMMON | Class::BODY | Class::LEGAL | Class::CAPITALS)
                        && !class.is(Class::OPENER | Class::ROLE);
                break;
            } else if class.is(Class::TITLE) && !class.is(Class::ALSO_A_WORD) {
                break;
            }
            run.words += 1;
            run.end = self.behind_hyphens(next + 1);
        }
        // "Acme & Toveld", "Toveld's" is fine, "Smith & Sons" is no human being.
        if self.document.word(run.end) == "&" {
            run.broken = true;
        }
        run
    }

    /// Whether a name can begin with the word at `at`.
    fn can_begin(&self, at: usize, titled: bool) -> bool {
        let class = self.classes.at(at);
        // "A. Toveld"
        let pointed = self.is_initial(at) && self.behind_point(at) > at + 1;
        if class.is(Class::OPENER | Class::CALENDAR | Class::LEGAL) && !pointed
            || (class.is(Class::SUFFIX) && !self.is_initial(at))
        {
            return self.alias_at(at).is_some();
        }
        if self.is_glued_name(at) || self.document.raw(at).bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        if class.is(Class::COMMON | Class::BODY) || (class.is(Class::NO_GIVEN) && !titled) {
            return self.alias_at(at).is_some();
        }
        if class.is(Class::CAPITALS) && !self.is_pair_of_initials(at) {
            return self.alias_at(at).is_some();
        }
        if class.is(Class::TITLE) && self.classes.at(self.behind_point(at)).is(Class::CAPITAL) {
            return false;
        }
        if self.is_initial(at) {
            let next = self.behind_point(at);
            let point = next > at + 1 || self.document.raw(at).len() > 1;
            return point
                && !self.document.glued(next)
                && (self.classes.at(next).is(Class::CAPITAL) || self.behind_particles(next).is_some())
                && !class.is(Class::IN_PLACE);
        }
        if class.is(Class::IN_PLACE) {
            // "Jordan Toveld"; alone it is the place, unless a title stands before it.
            let next = self.classes.at(at + 1);
            let goes_on = !self.document.glued(at + 1) && next.is(Class::CAPITAL) && !next.is(Class::OFFICE_HERE);
            let small = at.checked_sub(1).map_or("", |before| self.document.word(before));
            let located =
                matches!(small, "in" | "at") || (small == "of" && self.classes.before(at - 1).is(Class::IN_OFFICE));
            return class.is(Class::HUMAN_PLACE)
                && !located
                && (titled || (goes_on && !next.is(stops() | Class::PLACE)));
        }
        true
    }

    /// Whether the words before belong to the same name, so that what begins at `at` is only its rest: "Acme Plant Toveld",
    /// "MV Toveld Star".
    pub(super) fn follows_name(&self, at: usize) -> bool {
        if self.document.glued(at) {
            return false;
        }
        let class = self.classes.before(at);
        let lets_through = Class::OPENER | Class::ROLE | Class::TITLE | Class::CALENDAR | Class::PLACE;
        // A word that opens the sentence has its capital from there.
        let part = class.is(Class::CAPITALS)
            || (class.is(Class::COMMON | Class::BODY | Class::LEGAL | Class::NO_GIVEN) && !class.is(Class::START));
        class.is(Class::CAPITAL) && part && !class.is(lets_through)
    }

    /// "Navigating Toveld": a verb that opens a sentence.
    fn is_participle(&self, at: usize) -> bool {
        self.classes.at(at).is(Class::START)
            && self.document.word(at).len() >= 6
            && self.document.word(at).ends_with("ing")
    }

    /// Whether a title stands directly before the word at `at`.
    pub(super) fn is_titled(&self, at: usize) -> bool {
        let Some(mut before) = at.checked_sub(1).filter(|_| !self.classes.at(at).is(Class::START)) else {
            return false;
        };
        if self.classes.at(at).is(Class::AFTER_OFFICE) && !self.document.glued(at) {
            // "the captain Toveld signed" names no captain.
            let office = (0..at).rev().find(|&at| self.classes.at(at).is(Class::OFFICE_HERE)).unwrap_or(before);
            let small = !self.classes.at(office).is(Class::CAPITAL);
            let article = office.checked_sub(1).map_or("", |before| self.document.word(before));
            return !(small
                && matches!(article, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "this"));
        }
        if self.document.word(before) == "." && self.document.glued(before) && before > 0 {
            before -= 1;
            let short = self.document.word(before).len() <= 4;
            if self.classes.at(before + 1).is(Class::AFTER_OFFICE) && short {
                return true;
            }
            if !short {
                return false;
            }
        }
        if self.document.word(before) == "elect" && before >= 2 && self.document.word(before - 1) == "-" {
            return true;
        }
        let class = self.classes.at(before);
        // "the hut at Col Toveld" lies on a pass.
        let led = before.checked_sub(1).map_or("", |led| self.document.word(led));
        if self.document.raw(before) == "Col" && matches!(led, "at" | "on" | "over" | "near" | "below" | "from" | "the")
        {
            return false;
        }
        // "MS Toveld" is a motor ship, and "the ferry Lady Toveld" is one too.
        let vessel = class.is(Class::CAPITAL) && before > 0 && is_vessel(self.document.word(before - 1));
        if self.document.raw(before) == "MS" || vessel {
            return false;
        }
        let capital = class.is(Class::CAPITAL) && class.is(Class::TITLE);
        capital || class.is(Class::SMALL_TITLE)
    }

    /// Surnames that are known by now, names in headings, and slips like "Mira toveld".
    fn second_pass(&self, known: &Known, found: &mut Vec<Range<usize>>) {
        let taken: Vec<Range<usize>> = std::mem::take(found);
        let mut taken = taken.into_iter().peekable();
        let mut at = 0_usize;
        // What the words below ask for, at a token or at the one before it.
        let asked = Class::CAPITAL | Class::AFTER_OFFICE | Class::TITLE | Class::SMALL_TITLE;
        while let Some(next) = self.classes.next(at.saturating_sub(1), asked) {
            at = at.max(next);
            if let Some(name) = taken.next_if(|name| name.start <= at) {
                let end = self.with_slip(known, &name);
                at = end;
                found.push(name.start..end);
                continue;
            }
            let class = self.classes.at(at);
            let limit = taken.peek().map_or(self.classes.len(), |name| name.start);
            let end = if class.is(Class::CAPITAL) {
                self.known_at(known, at)
            } else if class.is(Class::AFTER_OFFICE) || self.classes.before(at).is(Class::TITLE | Class::SMALL_TITLE) {
                // "Prime Minister toveld".
                let slip = plain_word(self.document, at);
                let surname = slip.len() >= 4 && class.is(Class::WORD) && known.is_surname(&slip) && self.is_titled(at);
                (surname && !class_of(&slip).is(stops() | Class::ALSO_A_WORD)).then_some(at + 1)
            } else {
                None
            };
            match end.filter(|&end| end <= limit) {
                Some(end) => {
                    found.push(at..end);
                    at = end;
                }
                None => at += 1,
            }
        }
        found.extend(taken);
    }

    /// The end of a known name that begins at `at`.
    fn known_at(&self, known: &Known, at: usize) -> Option<usize> {
        let class = self.classes.at(at);
        if class.is(Class::CAPITALS) || self.is_glued_name(at) {
            return None;
        }
        let titled = class.is(Class::TITLED);
        let end = known.longest(self.document, at).or_else(|| {
            let common = class.is(Class::ALSO_A_WORD | Class::COMMON) && !is_speech(self.document.word(at + 1));
            let odd = common || class.is(Class::OPENER | Class::CALENDAR | Class::IN_PLACE | Class::IN_OFFICE);
            // "in the Toveld" is a river or a region.
            let article = at.checked_sub(1).is_some_and(|before| self.document.word(before) == "the");
            let known = !odd && !article && look_up_plain(self.document, at, &known.surnames).is_some();
            known.then_some(at + 1)
        });
        let alias = self.alias_at(at);
        let end = match (end, alias) {
            (Some(end), Some(alias)) => Some(end.max(alias)),
            (end, alias) => end.or(alias),
        }?;
        // "Toveld & Sons"
        let company = Class::COMMON | Class::BODY | Class::LEGAL;
        let firm = self.document.word(end) == "&"
            && (self.classes.at(end + 1).is(company) || self.classes.at(end + 2).is(Class::LEGAL));
        if firm {
            return None;
        }
        // "Toveld Street", "Toveld Administration"; in a heading what follows tells nothing, but bodies still do.
        let next = self.classes.at(end);
        if self.document.glued(end) {
            let hyphen = self.document.word(end) == "-" && self.classes.at(end + 1).is(Class::CAPITAL);
            return (!hyphen).then_some(end);
        }
        let body = next.is(Class::BODY) && !next.is(Class::COMMON);
        let free = if titled {
            !body
        } else {
            !next.is(Class::CAPITAL)
                || next.is(Class::OPENER | Class::CALENDAR)
                || next.is(Class::OFFICE_HERE)
                || next.is(Class::SUFFIX)
        };
        let before = self.classes.before(at);
        // "Port Toveld" of many lands
        let mapped = before.is(Class::CAPITAL) && before.is(Class::NO_GIVEN) && !before.is(Class::START);
        let led = titled
            || !mapped && before.is(Class::PLACE)
            || self.document.glued(at)
            || !before.is(Class::CAPITAL)
            || before.is(Class::OPENER | Class::TITLE | Class::OFFICE | Class::ROLE | Class::CALENDAR)
            || class.is(Class::AFTER_OFFICE)
            || before.is(Class::START);
        (free && led).then_some(end)
    }

    /// "Mira toveld": the surname in small letters, where it is known.
    fn with_slip(&self, known: &Known, name: &Range<usize>) -> usize {
        let (last, next) = (name.end - 1, name.end);
        let class = self.classes.at(next);
        if name.len() != 1 || self.document.glued(next) || !class.is(Class::WORD) || class.is(Class::CAPITAL) {
            return name.end;
        }
        let given = plain_word(self.document, last);
        let surname = plain_word(self.document, next);
        if class_of(&surname).is(stops()) {
            return name.end;
        }
        let pair = known.is_pair(&given, &surname) || self.names.people_named(&format!("{given} {surname}")).len() == 1;
        if pair { next + 1 } else { name.end }
    }

    fn person(&self, range: &Range<usize>) -> Person {
        let words = self.document.prose.slice(self.document.span(range.start, range.end));
        Person::untitled(words.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The token behind the point of an initial or a short form, or behind the word itself.
    fn behind_point(&self, at: usize) -> usize {
        let point = self.document.word(at + 1) == "." && self.document.glued(at + 1);
        if point { at + 2 } else { at + 1 }
    }

    /// Takes in what hyphens join: "Jong-un", "Smith-Toveld".
    fn behind_hyphens(&self, mut end: usize) -> usize {
        while self.document.word(end) == "-"
            && self.document.glued(end)
            && self.document.glued(end + 1)
            && self.classes.at(end + 1).is(Class::WORD)
            && self.document.raw(end + 1).chars().all(char::is_alphabetic)
            && (self.classes.at(end + 1).is(Class::CAPITAL) || self.document.raw(end + 1).len() <= 5)
            && !matches!(
                self.document.word(end + 1),
                "led" | "era" | "style" | "like" | "born" | "run" | "based" | "elect"
            )
        {
            end += 2;
        }
        end
    }

    /// Particles at `at` and the capitalised word behind them.
    fn behind_particles(&self, at: usize) -> Option<usize> {
        if !self.classes.at(at).is(Class::PARTICLE) {
            return None;
        }
        let mut end = at + 1;
        let second = self.classes.at(end);
        let another = second.is(Class::SECOND_PARTICLE | Class::PARTICLE) && !second.is(Class::CAPITAL);
        if another || (self.document.word(end) == "-" && self.document.glued(end)) {
            end += 1;
        }
        let class = self.classes.at(end);
        let name =
            class.is(Class::CAPITAL) && !class.is(Class::COMMON | Class::BODY | Class::CAPITALS | Class::CALENDAR);
        name.then_some(end + 1)
    }

    /// Whether the word continues another one: "Al-Toveld" from "Toveld", "U.S.-Toveld".
    pub(super) fn is_glued_name(&self, at: usize) -> bool {
        at > 0
            && self.document.glued(at)
            && matches!(self.document.word(at - 1), "-" | "/" | "@" | "#" | "'" | "$")
            && !(self.document.word(at - 1) == "'" || self.document.raw(at - 1) == "—")
    }

    fn is_initial(&self, at: usize) -> bool {
        // "Where? A. Behind the pier": the letter of an answer.
        let answer = self.classes.at(at).is(Class::START)
            && self.document.raw(at) == "A"
            && at.checked_sub(1).is_some_and(|before| self.document.word(before) == "?");
        self.classes.at(at).is(Class::INITIAL) && !self.classes.at(at).is(Class::IN_PLACE) && !answer
    }

    /// "JD", "AJ": two capitals that are nobody's acronym.
    fn is_pair_of_initials(&self, at: usize) -> bool {
        let raw = self.document.raw(at);
        raw.len() == 2 && raw.contains('J') && !raw.contains('I') && self.classes.at(at + 1).is(Class::CAPITAL)
    }
}

/// A run of words that may be a name.
struct Run {
    /// The token behind it.
    end: usize,
    /// Its words; a particle and the word behind it are one.
    words: usize,
    /// How many of them are initials.
    initials: usize,
    /// Whether it goes on with a word that no name holds.
    broken: bool,
}
