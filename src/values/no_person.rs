//! Names that look like a person's and are a ship's, a place's or a team's, as the small words beside them tell.

use std::ops::Range;

use super::named_around::Around;
use super::vocabulary::Class;
use crate::source::document::Document;

impl Around<'_> {
    /// "Mira Toveld of Santa Riverton": where somebody is from, or whom somebody is of.
    pub(super) fn is_home(&self, person: &Range<usize>, at: usize) -> bool {
        let comma = usize::from(self.document.word(person.end) == ",");
        person.end + comma + 1 == at && self.document.word(at - 1) == "of" && self.alias_at(at).is_none()
    }

    /// Whether the small words beside a name say that it is a thing's or a place's: "the", "in", "the town of …", "… district".
    pub(super) fn is_thing(&self, name: &Range<usize>) -> bool {
        let &Range { start, end } = name;
        if self.alias_at(start).is_some() {
            return false;
        }
        if is_land(self.document.word(end)) && !self.document.glued(end) || self.is_team(name) || self.is_listed(name) {
            return true;
        }
        let Some(before) = start.checked_sub(1).filter(|_| !self.classes.at(start).is(Class::START)) else {
            return false;
        };
        match self.document.word(before) {
            "of" => before > 0 && (is_land(self.document.word(before - 1)) || is_side(self.document.word(before - 1))),
            // "the trawler 'Toveld Star 5'"
            "\"" => is_number(self.document, end) && !self.document.glued(end),
            "the" | "a" | "an" | "in" | "at" | "near" | "into" | "onto" | "on" | "inside" | "outside" | "off"
            | "its" | "around" | "across" | "via" | "throughout" | "along" | "aboard" => true,
            word => is_vessel(word),
        }
    }

    /// "Toveld Berg have signed": one human being has, a team or a band have.
    pub(super) fn is_team(&self, name: &Range<usize>) -> bool {
        let alone = name.start.checked_sub(1).is_none_or(|before| {
            let word = self.document.word(before);
            let joined = matches!(word, "and" | "or" | "nor" | "," | "&" | "with" | "-");
            self.classes.at(name.start).is(Class::START)
                || !joined
                    && (!self.classes.at(before).is(Class::CAPITAL) || self.classes.at(before).is(Class::OPENER))
                    && !is_helping(word)
        });
        alone && matches!(self.document.word(name.end), "have" | "are") && !self.document.glued(name.end)
    }

    /// "between Ras Toveld, Al Toveld and Tokyo", "in Al Toveld, Tokyo and Paris": a name in a row that ends in a city.
    pub(super) fn is_listed(&self, name: &Range<usize>) -> bool {
        let class = |at: usize| self.classes.at(at);
        let joins = |at: usize| matches!(self.document.word(at), "and" | "or");
        // "in Tokyo, Paris and Al Toveld"
        if name.start >= 4 && joins(name.start - 1) && class(name.start - 2).is(Class::IN_CITY) {
            let comma = (name.start.saturating_sub(6)..name.start - 2).rev().find(|&at| self.document.word(at) == ",");
            return comma.is_some_and(|comma| comma > 0 && class(comma - 1).is(Class::IN_CITY));
        }
        let mut end = name.end;
        // What is left of the row: up to four more names.
        for _ in 0..4 {
            if joins(end) {
                return class(end + 1).is(Class::IN_CITY);
            }
            if self.document.word(end) != "," || !class(end + 1).is(Class::CAPITAL) {
                return false;
            }
            let behind = (end + 1..end + 5).find(|&at| !class(at).is(Class::CAPITAL)).unwrap_or(end + 5);
            // "Mira Toveld, Tokyo, and Ana Holt, Paris" are from there.
            if class(end + 1).is(Class::IN_CITY) && !(joins(behind) && class(behind + 1).is(Class::IN_CITY)) {
                return false;
            }
            end = behind;
        }
        false
    }
}

/// What stands before "of" and a place: "south of Toveld Bay".
fn is_side(word: &str) -> bool {
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "outskirts"
            | "capital"
            | "port"
            | "coast"
            | "centre"
            | "center"
    )
}

/// Words that bring a verb in its plain form behind a name: "did Mira Toveld have", "whether Mira Toveld are" is none.
fn is_helping(word: &str) -> bool {
    matches!(
        word,
        "did"
            | "does"
            | "do"
            | "will"
            | "would"
            | "could"
            | "can"
            | "should"
            | "shall"
            | "must"
            | "may"
            | "might"
            | "let"
            | "lets"
            | "make"
            | "made"
            | "makes"
            | "saw"
            | "see"
            | "sees"
            | "heard"
            | "having"
    )
}

/// What sails, before its name: "the tanker Mira Toveld".
pub(super) fn is_vessel(word: &str) -> bool {
    matches!(
        word,
        "ship"
            | "vessel"
            | "boat"
            | "tanker"
            | "carrier"
            | "trawler"
            | "ferry"
            | "yacht"
            | "frigate"
            | "schooner"
            | "barque"
            | "tug"
            | "tugboat"
            | "liner"
            | "freighter"
            | "submarine"
            | "lifeboat"
            | "cutter"
            | "steamer"
            | "ketch"
            | "sloop"
            | "dredger"
            | "barge"
            | "destroyer"
            | "corvette"
            | "warship"
            | "catamaran"
            | "steamship"
    )
}

/// What a thing or a place is, behind its name or before "of".
fn is_land(word: &str) -> bool {
    matches!(
        word,
        "district"
            | "province"
            | "village"
            | "city"
            | "town"
            | "county"
            | "island"
            | "islands"
            | "region"
            | "river"
            | "airport"
            | "harbour"
            | "harbor"
            | "regency"
            | "municipality"
            | "parish"
            | "state"
            | "neighbourhood"
            | "neighborhood"
            | "suburb"
            | "ferry"
            | "stadium"
            | "hotel"
            | "prefecture"
            | "peninsula"
    )
}

pub(super) fn is_number(document: &Document, at: usize) -> bool {
    document.word(at).starts_with(|c: char| c.is_ascii_digit())
}
