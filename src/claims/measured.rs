//! What a measure or a length of time is of, and which of its measures it is: "the tower rises 48 metres", "a 19-square-metre
//! mosaic", "the strike lasted nine days". Two texts on one story that measure one thing agree.

use std::ops::Range;

use super::base_form::Term;
use super::clause_words::{is_be, is_determiner, is_preposition};
use super::grammar::Grammar;
use super::sorted_set::SortedSet;
use super::story::is_name;
use super::surroundings::Surroundings;
use crate::source::token::{TokenKind, hash};
use crate::values::measure::Dimension;
use crate::values::value::{Reading, Value};

/// A measure with its owner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Which measure of the thing it is; `None` where a length may be any: "a 20-metre tree".
    pub extent: Option<Extent>,
    /// The words for the thing; where "it" stands for it those that the sentence before has for what it tells of.
    pub owner: SortedSet<Term>,
    /// The names and the other words before that word: the Upper Vane of "Lake Upper Vane", "the main span".
    pub which: SortedSet<Term>,
    /// Those of them that are names.
    pub named: SortedSet<Term>,
    /// Whether the clause does not say what is measured, or by a word for any: "the animal", a row of a table.
    pub open: bool,
    /// The word that tells which part of it is meant, as a hash: "the south wall".
    pub part: Option<u32>,
    /// Whose it is, where it was not spoken of before: Ann Lee, of "Ann Lee with a pumpkin of 30 kilos".
    pub holder: SortedSet<Term>,
    /// Whether "it" stands for it.
    pub leans: bool,
    /// Whether its sentence tells who says so: each who felt a tremor says how long it was.
    pub attributed: bool,
}

impl Measured {
    /// A number for all that can be the same measure: lengths in any direction are one kind.
    #[must_use]
    pub fn kind(&self) -> u32 {
        self.extent.filter(|extent| !extent.is_linear()).map_or(0, |extent| extent as u32)
    }

    /// Of what, its clause does not say.
    fn of_anything(extent: Option<Extent>) -> Self {
        Self { extent, open: true, ..Self::default() }
    }
}

/// Which measure of a thing a quantity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// From end to end.
    Length,
    /// From foot to top.
    Height,
    /// From the surface down.
    Depth,
    /// From side to side.
    Width,
    /// From face to face.
    Thickness,
    /// Across what is round.
    Diameter,
    /// How heavy it is.
    Weight,
    /// How much ground it takes.
    Area,
    /// How much it holds.
    Capacity,
    /// How much of some stuff there is: "nine tonnes of gravel".
    Amount,
    /// How far it is from something else.
    Distance,
    /// How long it lasts.
    Lasting,
}

impl Extent {
    /// Whether it is a length in some direction, from one end of a thing to another.
    #[must_use]
    pub fn is_linear(self) -> bool {
        matches!(self, Self::Length | Self::Height | Self::Width | Self::Depth | Self::Diameter | Self::Thickness)
    }
}

/// The nouns and adjectives that tell which measure it is.
fn extent_of(word: &str) -> Option<Extent> {
    Some(match word {
        "long" | "length" => Extent::Length,
        "tall" | "high" | "height" | "altitude" | "elevation" => Extent::Height,
        "deep" | "depth" => Extent::Depth,
        "wide" | "broad" | "width" | "breadth" | "beam" | "wingspan" => Extent::Width,
        "thick" | "thickness" => Extent::Thickness,
        "diameter" => Extent::Diameter,
        "heavy" | "weight" => Extent::Weight,
        "area" | "footprint" => Extent::Area,
        "capacity" => Extent::Capacity,
        "duration" => Extent::Lasting,
        _ => return None,
    })
}

/// The verbs that tell a measure of their subject, each in its forms.
const MEASURING: [&str; 43] = [
    "weigh",
    "weighs",
    "weighing",
    "measure",
    "measures",
    "measuring",
    "cover",
    "covers",
    "covering",
    "hold",
    "holds",
    "holding",
    "rise",
    "rises",
    "rising",
    "stand",
    "stands",
    "standing",
    "tower",
    "towers",
    "towering",
    "reaches",
    "reaching",
    "weighed",
    "measured",
    "held",
    "stood",
    "stretched",
    "spanned",
    "extended",
    "occupied",
    "lasted",
    "stretches",
    "stretching",
    "spans",
    "spanning",
    "extends",
    "lasts",
    "lasting",
    "takes",
    "taking",
    "runs",
    "occupies",
];

/// Those of which what lasts is the subject.
const LASTING: [&str; 8] = ["last", "lasts", "lasted", "lasting", "take", "takes", "took", "taking"];

/// Those that tell how high it is.
const RISING: [&str; 6] = ["rises", "rising", "rose", "towers", "towering", "towered"];

/// Words for any thing of a kind, by which a text calls again what it has named.
const GENERAL: [&str; 24] = [
    "animal",
    "beast",
    "creature",
    "giant",
    "monster",
    "colossus",
    "structure",
    "building",
    "landmark",
    "monument",
    "vessel",
    "ship",
    "craft",
    "boat",
    "find",
    "site",
    "facility",
    "figure",
    "tree",
    "bird",
    "fish",
    "plane",
    "aircraft",
    "vehicle",
];

/// Words before a thing that tell one of its parts, or one of several.
const PARTS: [&str; 16] = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "upper", "lower", "inner", "outer",
    "main", "central", "front", "rear",
];

/// Words behind a length that make it a way to somewhere else.
const AWAY: [&str; 15] = [
    "from",
    "away",
    "off",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "upstream",
    "downstream",
    "inland",
    "offshore",
];

/// Whether a word before a value only says how exactly it is told.
fn is_qualifier(word: &str) -> bool {
    matches!(
        word,
        "about" | "some" | "nearly" | "almost" | "around" | "roughly" | "just" | "exactly" | "only" | "over" | "a"
    ) || matches!(word, "down" | "still" | "now" | "for" | "up" | "out" | "approximately" | "well" | "in")
}

/// The ends of a thing between which it is measured: "from bow to stern".
const ENDS: [&str; 8] = ["bow", "end", "tip", "nose", "head", "beak", "stem", "snout"];

const PRONOUNS: [&str; 8] = ["it", "she", "he", "they", "this", "which", "that", "who"];

/// How many tokens before a value its owner is looked for.
const BEFORE: usize = 24;

/// How many tokens behind a value.
const BEHIND: usize = 8;

/// A noun with the words before it.
struct Phrase {
    /// The tokens of its words.
    words: Range<usize>,
    /// Whether it stands behind a preposition.
    bound: bool,
    /// Whether "a" stands before it.
    indefinite: bool,
}

impl Surroundings<'_> {
    /// What the quantity or length of time at the value measures; `None` where it is a rate or no measure of a thing.
    pub(super) fn measure(&self, readings: &[Reading], table: bool) -> Option<Measured> {
        let extent = match &self.reading(readings)?.value {
            Value::Quantity(quantity) if quantity.measure.per.is_none() => match quantity.measure.dimension {
                Dimension::Length => None,
                Dimension::Area => Some(Extent::Area),
                Dimension::Volume => Some(Extent::Capacity),
                Dimension::Mass => Some(Extent::Weight),
                _ => return None,
            },
            Value::Duration(_) => Some(Extent::Lasting),
            _ => return None,
        };
        if table {
            let label = (self.within.start..self.value.start).find_map(|at| extent_of(self.document.word(at)));
            return Some(Measured { extent: Some(label.or(extent)?), open: true, ..Measured::default() });
        }
        let attributed = self.within.clone().any(|at| self.meanings.at(at).grammar.is(Grammar::REPORT));
        self.with_owner(extent).map(|measured| Measured { attributed, ..measured })
    }

    fn with_owner(&self, extent: Option<Extent>) -> Option<Measured> {
        let word = |at: usize| if self.within.contains(&at) { self.document.word(at) } else { "" };
        let time = extent == Some(Extent::Lasting);
        let (start, end) = (self.value.start, self.value.end);
        let hyphen = usize::from(word(end) == "-");
        let adjective = extent_of(word(end + hyphen)).filter(|_| !time);
        let behind = end + if adjective.is_some() { hyphen + 1 } else { 0 };
        // "in length", "in diameter"
        let noun = (word(end) == "in").then(|| extent_of(word(end + 1))).flatten();
        // "64 metres from bow to stern"
        let ends = word(end) == "from" && ENDS.contains(&word(end + 1)) && word(end + 2) == "to";
        let told = adjective.or(noun).or(ends.then_some(Extent::Length));
        // "118-metre bridge", "60-metre-long wall"
        if self.value.clone().any(|at| self.document.word(at) == "-") {
            let head = self.phrases(behind..self.within.end.min(behind + BEHIND)).into_iter().next();
            let head = head.filter(|phrase| phrase.words.start <= behind + 1 && !phrase.bound)?;
            let indefinite = (start.saturating_sub(3)..start).any(|at| matches!(word(at), "a" | "an"));
            return Some(self.owned(told.or(extent), &Phrase { indefinite, ..head }));
        }
        if !ends && !time && AWAY.contains(&word(end)) {
            return Some(Measured { extent: Some(Extent::Distance), ..Measured::default() });
        }
        // "nine tonnes of gravel"
        if word(end) == "of" && !time {
            let stuff = self.phrases(end..self.within.end.min(end + BEHIND)).into_iter().next()?;
            return Some(self.owned(Some(Extent::Amount), &stuff));
        }
        // "150 g sugar"
        let unit = self.value.end.checked_sub(1).map_or("", word);
        let short = matches!(unit, "g" | "kg" | "ml" | "cl" | "dl" | "l" | "oz" | "lb");
        let stuff = end == self.value.end && self.term(end).is_some() && !self.document.capital(end);
        if short && stuff && extent_of(word(end)).is_none() && !word(end).ends_with("er") {
            let stuff = self.phrases(end..self.within.end.min(end + BEHIND)).into_iter().next()?;
            return Some(self.owned(Some(Extent::Amount), &stuff));
        }
        let first = self.within.start.max(start.saturating_sub(BEFORE));
        let clause = (first..start).rev().find(|&at| self.parts(at)).map_or(first, |at| at + 1);
        // "The depth of the lake is", "the lake's depth", "with a depth of", "Length: "
        if let Some(noun) =
            (clause..start).rev().find(|&at| extent_of(word(at)).is_some() && !matches!(word(at), "long" | "high"))
        {
            let told = extent_of(word(noun)).or(extent);
            // What stands behind "of" is the thing or, with "just" before it, the value.
            let of = word(noun + 1) == "of";
            if let Some(owner) = self.phrases(noun + 1..start).into_iter().next().filter(|_| of) {
                return Some(self.owned(told, &owner));
            }
            if noun > clause + 1 && word(noun - 1) == "'s" {
                let owner = self.phrases(clause..noun - 1).pop();
                return owner.map(|owner| self.owned(told, &owner));
            }
            let with = (clause..noun).rev().take(4).find(|&at| word(at) == "with");
            // "Height 430 cm, width 610 cm"
            if noun == clause && noun + 1 == start {
                return Some(Measured::of_anything(told));
            }
            return match with {
                Some(with) if with == self.within.start || word(with - 1) == "," => Some(self.following(told, end)),
                Some(with) => {
                    let owner = self.phrases(clause..with).pop();
                    owner.map(|owner| self.owned(told, &owner))
                }
                None => self.subject(told, clause..noun),
            };
        }
        // "a pumpkin of 366 kilos", "a delay of 40 minutes"
        if word(start.wrapping_sub(1)) == "of" {
            let owner = self.phrases(clause..start - 1).pop()?;
            return (owner.words.end == start - 1).then(|| self.owned(told.or(extent), &owner));
        }
        // "The gallery (12 by 5 m)"
        let told = told.or(extent);
        if word(start.wrapping_sub(1)) == "(" {
            let owner = self.phrases(first..start - 1).pop().filter(|owner| owner.words.end == start - 1)?;
            return Some(self.owned(told, &owner));
        }
        // "Charging to 50 per cent takes", "stage 9, 181 km", "eight metres by five"
        let number = |at: usize| at < self.within.end && self.document.tokens()[at].kind == TokenKind::Number;
        if (clause..start).any(number) || matches!(word(end), "by" | "x" | "×") {
            return None;
        }
        let near =
            |verbs: &[&str]| (start.saturating_sub(3).max(clause)..start).rev().find(|&at| verbs.contains(&word(at)));
        if time {
            let verb = near(&LASTING)?;
            return self.subject(extent, clause..verb);
        }
        let rises = near(&RISING).is_some();
        let before = (clause..start).rev().find(|&at| !is_qualifier(word(at)));
        // "The shaft goes down 85 metres": a verb of the present tells how a thing is.
        let present = before.filter(|&at| self.is_present(at, clause));
        if let Some(verb) = present {
            return self.subject(told, clause..verb);
        }
        let measures = before.is_some_and(|at| MEASURING.contains(&word(at)) || is_be(word(at)) || word(at) == ",");
        // "Built to hold five litres, the jug"
        let participle = self.meanings.at(clause).grammar.is(Grammar::PAST) || word(clause).ends_with("ing");
        let free = |phrase: &Phrase| !phrase.bound && phrase.words.end > clause + 1;
        if clause == self.within.start && participle && !self.phrases(clause..start).iter().any(free) {
            return Some(self.following(told, behind));
        }
        if before.is_some() && !measures && !rises && told == extent {
            return None;
        }
        let told = told.or(rises.then_some(Extent::Height));
        // "Weighing 380 kilos, it", "Standing 28 metres tall, the oak", "At 64 metres she is"
        let opens = (clause..start)
            .all(|at| self.term(at).is_none() || MEASURING.contains(&word(at)) || LASTING.contains(&word(at)));
        let pronoun = (clause..start).any(|at| PRONOUNS.contains(&word(at)));
        if opens && !pronoun && clause == self.within.start {
            return Some(self.following(told.or(extent), behind));
        }
        self.subject(told.or(extent), clause..start)
    }

    /// Whether the word at a token is a verb in the present behind its subject, as far as its form tells.
    fn is_present(&self, at: usize, clause: usize) -> bool {
        let word = self.document.word(at);
        let subject = at.checked_sub(1).filter(|&before| before >= clause);
        word.ends_with('s')
            && self.term(at).is_some()
            && !self.document.capital(at)
            && subject.is_some_and(|before| {
                self.term(before).is_some() && !self.meanings.at(before).plural
                    || PRONOUNS.contains(&self.document.word(before))
            })
    }

    /// Whether the token at `at` parts two clauses.
    fn parts(&self, at: usize) -> bool {
        matches!(
            self.document.word(at),
            "but" | "while" | "when" | ";" | ":" | "where" | "(" | "|" | "because" | "although"
        )
    }

    /// The owner that stands behind what the sentence opens with: "Weighing 380 kilos, the bell".
    fn following(&self, extent: Option<Extent>, from: usize) -> Measured {
        let to = self.within.end.min(from + BEHIND);
        let owner = self.phrases(from..to).into_iter().find(|phrase| !phrase.bound);
        let first = owner.as_ref().map_or(to, |owner| owner.words.start);
        // "Five metres thick," she said.
        let says = |at: usize| self.meanings.at(at).grammar.is(Grammar::REPORT);
        if (from..to).any(|at| PRONOUNS.contains(&self.document.word(at)) && says(at + 1)) {
            return Measured::of_anything(extent);
        }
        if (from..first).any(|at| PRONOUNS.contains(&self.document.word(at))) {
            return self.leaning(extent);
        }
        owner.map_or_else(|| Measured::of_anything(extent), |owner| self.owned(extent, &owner))
    }

    /// The owner as the subject of the clause in `tokens`: the last noun before its verb that no preposition binds.
    fn subject(&self, extent: Option<Extent>, tokens: Range<usize>) -> Option<Measured> {
        let word = |at: usize| self.document.word(at);
        // "It shows a goose and measures": the verb behind "and" has the subject of the sentence.
        let joined = tokens.clone().rev().find(|&at| matches!(word(at), "and" | "which" | "that" | "who"));
        if let Some(joined) = joined {
            let own = self.phrases(joined + 1..tokens.end);
            if own.iter().all(|phrase| phrase.bound) {
                return if word(joined) == "and" {
                    self.first_subject(extent, tokens.start..joined)
                } else {
                    let owner = self.phrases(tokens.start..joined).pop()?;
                    Some(self.owned(extent, &owner))
                };
            }
            return self.last_subject(extent, joined + 1..tokens.end);
        }
        self.last_subject(extent, tokens)
    }

    fn first_subject(&self, extent: Option<Extent>, tokens: Range<usize>) -> Option<Measured> {
        let pronoun = tokens.clone().take(2).any(|at| PRONOUNS.contains(&self.document.word(at)));
        if pronoun {
            return Some(self.leaning(extent));
        }
        let owner = self.phrases(tokens).into_iter().find(|phrase| !phrase.bound)?;
        Some(self.owned(extent, &owner))
    }

    fn last_subject(&self, extent: Option<Extent>, tokens: Range<usize>) -> Option<Measured> {
        let owner = self.phrases(tokens.clone()).into_iter().rev().find(|phrase| !phrase.bound);
        let pronoun = tokens.rev().find(|&at| PRONOUNS.contains(&self.document.word(at)));
        match (owner, pronoun) {
            (Some(owner), pronoun) if pronoun.is_none_or(|at| at < owner.words.start) => {
                Some(self.owned(extent, &owner))
            }
            (_, Some(_)) => Some(self.leaning(extent)),
            _ => None,
        }
    }

    /// The owner where "it" stands for it: what the sentence before tells of.
    fn leaning(&self, extent: Option<Extent>) -> Measured {
        let at = self.document.sentence_at(self.value.start);
        let sentence = |at: usize| {
            let tokens = &self.document.sentences()[at].tokens;
            tokens.start as usize..(tokens.end as usize).min(tokens.start as usize + BEFORE)
        };
        let Some(before) = at.checked_sub(1).map(sentence) else { return Measured::of_anything(extent) };
        // "Who will paint it? It stretches": the same thing as before.
        let again = before.clone().any(|at| self.document.word(at) == "it");
        let further = at.checked_sub(2).filter(|_| again).map(sentence);
        let read = [Some(before), further, Some(self.within.start..self.value.start)];
        let phrases = read.into_iter().flatten().flat_map(|tokens| self.phrases(tokens)).filter(|phrase| !phrase.bound);
        let owner = phrases.flat_map(|phrase| self.heads(&phrase)).collect();
        Measured { extent, owner, leans: true, ..Measured::default() }
    }

    fn owned(&self, extent: Option<Extent>, owner: &Phrase) -> Measured {
        let heads: SortedSet<Term> = self.heads(owner).into_iter().collect();
        let which = owner.words.clone().filter(|at| self.term(*at).is_some_and(|term| !heads.contains(&term)));
        let name = |at: &usize| is_name(self.document, self.meanings, *at) || self.document.capital(*at);
        Measured {
            extent,
            which: which.filter_map(|at| self.term(at)).collect(),
            named: owner.words.clone().filter(name).filter_map(|at| self.term(at)).filter(|term| !term.weak).collect(),
            open: GENERAL.contains(&self.document.word(owner.words.end - 1)),
            holder: self.holder(owner),
            part: owner
                .words
                .clone()
                .map(|at| self.document.word(at))
                .find(|word| PARTS.contains(word))
                .map(|word| hash(word.as_bytes())),
            owner: heads,
            ..Measured::default()
        }
    }

    /// The names before "a pumpkin" in its clause.
    fn holder(&self, owner: &Phrase) -> SortedSet<Term> {
        let dateline = |at: usize| at > 0 && matches!(self.document.word(at - 1), "-" | "–" | "—");
        let names = (self.within.start..owner.words.start)
            .filter(|&at| owner.indefinite && is_name(self.document, self.meanings, at) && !dateline(at));
        names.filter_map(|at| self.term(at)).filter(|term| !term.weak).collect()
    }

    /// The words by which a phrase can name its thing: the last one, and of a name the first one too, the lake of "Lake Morne".
    fn heads(&self, phrase: &Phrase) -> Vec<Term> {
        let last = phrase.words.end - 1;
        let first = Some(phrase.words.start).filter(|_| self.document.capital(last));
        // "A 36-metre spire leans over it": the form does not tell a verb from a plural.
        let verb = last > phrase.words.start && self.is_present(last, phrase.words.start);
        first.into_iter().chain(verb.then(|| last - 1)).chain([last]).filter_map(|at| self.term(at)).collect()
    }

    /// The nouns of some tokens with the words before them, as far as the forms of the words tell.
    fn phrases(&self, tokens: Range<usize>) -> Vec<Phrase> {
        let word = |at: usize| self.document.word(at);
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut open: Option<Range<usize>> = None;
        for at in tokens.start..=tokens.end {
            let determined =
                at > 0 && (is_determiner(word(at - 1)) || is_preposition(word(at - 1)) || word(at - 1) == "'s");
            let content = at < tokens.end
                && self.document.tokens()[at].kind == TokenKind::Word
                && self.term(at).is_some()
                && !is_preposition(word(at))
                && !self.value.contains(&at)
                && !self.is_amount(at);
            let grammar = self.meanings.at(at).grammar;
            let verb = content
                && !self.document.capital(at)
                && (grammar.is(Grammar::PAST | Grammar::AUXILIARY | Grammar::REPORT) || MEASURING.contains(&word(at)))
                && !determined;
            match &mut open {
                Some(words) if content && !verb => words.end = at + 1,
                Some(words) if at < tokens.end && matches!(word(at), "-" | "'s") && at + 1 < tokens.end => {
                    words.end = words.end.max(at);
                    continue;
                }
                Some(_) => phrases.extend(open.take().map(|words| self.phrase(words))),
                None if content && !verb => open = Some(at..at + 1),
                None => (),
            }
        }
        phrases
    }

    fn phrase(&self, words: Range<usize>) -> Phrase {
        let word = |at: usize| self.document.word(at);
        let free = |at: &usize| !is_determiner(word(*at)) && word(*at) != "one";
        let before = (self.document.sentences()[self.document.sentence_at(words.start)].tokens.start as usize
            ..words.start)
            .rev()
            .find(free);
        Phrase {
            bound: before.is_some_and(|at| is_preposition(word(at))),
            indefinite: words.start > 0 && matches!(word(words.start - 1), "a" | "an"),
            words,
        }
    }
}
