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
        if (is_land(self.document.word(end)) || is_adjoined(self.document.word(end))) && !self.document.glued(end)
            || self.is_team(name)
            || self.is_listed(name)
            || self.is_called_a_thing(name)
        {
            return true;
        }
        let Some(before) = start.checked_sub(1).filter(|_| !self.classes.at(start).is(Class::START)) else {
            return false;
        };
        match self.document.word(before) {
            "of" => {
                let head = before.checked_sub(1).map_or("", |head| self.document.word(head));
                matches!(head, "board" | "shares" | "directors" | "shareholders" | "customers" | "owners" | "makers")
                    || is_land(head)
                    || is_side(head)
                    || matches!(head, "residents" | "inhabitants" | "villagers")
            }
            // "went round by Toveld Lock"
            "by" => before.checked_sub(1).is_some_and(|round| self.document.word(round) == "round"),
            // "the trawler 'Toveld Star 5'"
            "\"" => is_number(self.document, end) && !self.document.glued(end),
            "the" | "a" | "an" | "another" | "in" | "at" | "near" | "into" | "onto" | "on" | "inside" | "outside"
            | "off" | "its" | "around" | "across" | "via" | "throughout" | "along" | "aboard" => true,
            word => {
                let article = before.checked_sub(1).map_or("", |article| self.document.word(article));
                is_vessel(word) || is_firm(word) || word == "maker" && matches!(article, "the" | "its" | "their" | "a")
            }
        }
    }

    /// "Mira Toveld, a schooner built in 1889,", "Berg Vale, a village of 300,": what it is stands behind it.
    fn is_called_a_thing(&self, name: &Range<usize>) -> bool {
        let word = |at: usize| self.document.word(at);
        // "Toveld Vale, whose striker"
        let plays = matches!(
            word(name.end + 2),
            "striker" | "keeper" | "goalkeeper" | "manager" | "players" | "defence" | "captain"
        );
        if word(name.end) == "," && word(name.end + 1) == "whose" && plays {
            return true;
        }
        if word(name.end) != "," || !matches!(word(name.end + 1), "a" | "an") {
            return false;
        }
        // "a three-masted schooner", but "a schooner captain"
        let behind = |at: usize| {
            let goes_on =
                matches!(word(at), "of" | "from" | "in" | "on" | "that" | "which" | "with" | "built" | "near");
            goes_on || !self.classes.at(at).is(Class::WORD)
        };
        (name.end + 2..name.end + 6)
            .take_while(|&at| !matches!(word(at), "," | "." | ";"))
            .any(|at| (is_vessel(word(at)) || is_land(word(at)) || is_alive_or_sung(word(at))) && behind(at + 1))
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

/// What trades or plays under a name, right before it: "the manufacturer Toveld Berg".
fn is_firm(word: &str) -> bool {
    matches!(
        word,
        "firm"
            | "company"
            | "manufacturer"
            | "carmaker"
            | "brand"
            | "brewery"
            | "club"
            | "pub"
            | "chain"
            | "retailer"
            | "insurer"
            | "airline"
            | "supermarket"
            | "contractor"
            | "startup"
            | "start-up"
            | "label"
            | "band"
            | "horse"
            | "racehorse"
            | "mare"
            | "stallion"
            | "gelding"
            | "restaurant"
            | "bakery"
            | "team"
            | "side"
    )
}

/// What else bears names like those of human beings: bands and horses.
fn is_alive_or_sung(word: &str) -> bool {
    matches!(word, "band" | "duo" | "quartet" | "mare" | "stallion" | "gelding" | "filly" | "colt" | "racehorse")
}

/// What happens at a place or stands at one, behind its name: "the Toveld Holt fire", "Toveld Cross station".
fn is_adjoined(word: &str) -> bool {
    matches!(
        word,
        "fire"
            | "fires"
            | "flood"
            | "floods"
            | "quarry"
            | "colliery"
            | "reservoir"
            | "dam"
            | "railway"
            | "station"
            | "junction"
            | "crossing"
            | "bypass"
            | "lighthouse"
            | "marathon"
            | "regatta"
            | "by-election"
            | "beach"
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
