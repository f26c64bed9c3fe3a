//! Whether a number tells how many there is room for, and not how many there were: "a ferry for 300", "the hall holds 300".

use super::clause_words::{is_be, is_vehicle};
use super::grid::Table;
use super::role::is_people;
use super::surroundings::Surroundings;
use crate::values::value::{Kind, Reading};

/// How many rows before and behind that of a value are looked at for measures, and how many make a data sheet.
const ROWS: usize = 4;
const MEASURES: usize = 2;

impl Surroundings<'_> {
    /// Whether the words before a number of some `thing` in running text say that there is room for so many.
    pub(super) fn is_room(&self, thing: &str) -> bool {
        if is_place(thing) {
            return true;
        }
        if !is_people(thing) && !is_vehicle(thing.trim_end_matches('s')) {
            return false;
        }
        let word = |at: usize| self.document.word(at);
        let clause = self.clause();
        let mut before = (clause.start..self.value.start).rev();
        let Some(last) = before.next() else { return false };
        // "A hall that can comfortably hold 300", "built to carry 300"
        let mut earlier = before.take(2);
        if is_taking(word(last)) {
            let can = |at: usize| matches!(word(at), "can" | "could" | "may" | "able" | "enough");
            return earlier.any(|at| can(at) || is_made(word(at)) && word(at + 1) == "to");
        }
        // "The capacity of the hotel is 400 guests"
        if is_be(word(last)) && (clause.start..last).any(|at| word(at) == "capacity") {
            return true;
        }
        let is_for = matches!(word(last), "for" | "of" | ":") || is_be(word(last));
        let room = |at: usize| match word(at) {
            "capacity" => true,
            "room" | "space" | "places" | "accommodation" | "seating" => word(last) == "for",
            made => is_made(made) && word(last) == "for",
        };
        takes(word(last)) || is_for && earlier.any(room)
    }

    /// Whether a value in a table tells how many there is room for: below "capacity", or people in a row of two cells among
    /// the measures of a thing.
    pub(super) fn is_room_in_table(&self, label: &[usize], two_cells: bool, readings: &[Reading]) -> bool {
        let word = |at: &usize| self.document.word(*at);
        let people = || label.last().is_some_and(|at| is_people(word(at)));
        label.iter().any(|at| word(at) == "capacity" || is_place(word(at)))
            || two_cells && people() && self.is_in_data_sheet(readings)
    }

    /// Whether the rows around that of the value give the measures of a thing.
    fn is_in_data_sheet(&self, readings: &[Reading]) -> bool {
        let sentence = self.document.sentence_at(self.value.start);
        let around = sentence.saturating_sub(ROWS)..=sentence + ROWS;
        let measured = around.filter(|&other| Table::holds_both(self.document, sentence, other)).filter(|&other| {
            let row = &self.document.sentences()[other].tokens;
            let first = readings.partition_point(|reading| reading.tokens.start < row.start);
            let mut inside = readings[first..].iter().take_while(|reading| reading.tokens.start < row.end);
            inside.any(|reading| reading.kind == Kind::Quantity)
        });
        measured.count() >= MEASURES
    }
}

/// Whether a word names what one of those who come finds room on.
fn is_place(word: &str) -> bool {
    matches!(word.strip_suffix('s').unwrap_or(word), "seat" | "berth" | "bed" | "place" | "cabin" | "desk")
}

/// Verbs that tell what finds room, in their base form.
fn is_taking(word: &str) -> bool {
    matches!(
        word,
        "hold" | "carry" | "take" | "seat" | "sleep" | "fit" | "accommodate" | "house" | "transport" | "admit"
    )
}

/// The same in the present, which tells what is so whenever anybody comes.
fn takes(word: &str) -> bool {
    matches!(word, "holds" | "carries" | "takes" | "seats" | "sleeps" | "fits" | "accommodates" | "admits")
}

/// Participles behind which "for" or "to" tells for how many a thing is meant.
fn is_made(word: &str) -> bool {
    matches!(word, "designed" | "built" | "licensed" | "meant" | "made" | "intended" | "certified" | "approved")
        || matches!(word, "cleared" | "equipped" | "fitted" | "sized" | "registered" | "planned" | "laid")
}
