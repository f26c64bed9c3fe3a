//! Names that end in a common word, as those of streets and lakes do, and that the words beside them prove to be a human
//! being's: "Mira Lane, 34,", "the sculptor Tom Lake", "Ann Page was born in 1941".

use super::named_around::Around;
use super::person::is_given_name;
use super::vocabulary::{Class, class_of};

impl Around<'_> {
    /// Where such a name ends that begins at `at`, if one does.
    pub(super) fn proven_at(&self, at: usize) -> Option<usize> {
        let last = self.classes.at(at + 1);
        let common = last.is(Class::COMMON | Class::LAND | Class::ALSO_A_WORD) && last.is(Class::CAPITAL);
        // What can follow a given name and be a surname: a whole name of two words, and no part of a longer one.
        if !common
            || last.is(Class::CAPITALS | Class::START | Class::TITLED | Class::LEGAL)
            || !self.is_given(at)
            || self.document.glued(at + 1)
            || self.goes_on(at + 2)
            || self.follows_name(at)
        {
            return None;
        }
        (self.is_proven_before(at) || self.is_proven_behind(at, at + 2)).then_some(at + 2)
    }

    /// Whether the word at `at` can be a given name as far as lists tell.
    fn is_given(&self, at: usize) -> bool {
        let other = Class::COMMON | Class::BODY | Class::LEGAL | Class::LAND | Class::NO_GIVEN | Class::OPENER;
        let class = self.classes.at(at);
        class.is(Class::CAPITAL)
            && !self.is_glued_name(at)
            && self.document.word(at).len() > 1
            && !class.is(other | Class::CALENDAR | Class::CAPITALS | Class::TITLE | Class::ROLE | Class::IN_PLACE)
    }

    /// Whether the name goes on with the word at `at`: "Mira Lane School", "Mira Lane-Toveld".
    fn goes_on(&self, at: usize) -> bool {
        let hyphen = self.document.word(at) == "-" && self.document.glued(at);
        let class = self.classes.at(at);
        hyphen || class.is(Class::CAPITAL) && !class.is(Class::START) && !self.document.glued(at)
    }

    /// "The sculptor Tom Lake", "coach Mira Lane", "Mr Max Field"; "said Ann Page", where Ann is a given name.
    fn is_proven_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| !self.classes.at(at).is(Class::START)) else { return false };
        let class = self.classes.at(before);
        let word = self.document.word(before);
        let small = !class.is(Class::CAPITAL);
        let trade = ["er", "or", "ist", "ian", "man", "woman", "ess"].iter().any(|end| word.ends_with(end));
        if small
            && (class.is(Class::SMALL_TITLE) || trade && !is_open_to_others(word) && class_of(word).is(Class::ROLE))
        {
            return true;
        }
        let addressed = matches!(word, "mr" | "mrs" | "ms" | "miss");
        let led = self.is_titled(at) || matches!(word, "said" | "says" | "told");
        addressed || led && is_given_name(self.document.word(at))
    }

    /// Whether words behind the name from `at` to `end` say of it what only human beings are and do.
    fn is_proven_behind(&self, at: usize, end: usize) -> bool {
        let word = |at: usize| self.document.word(at);
        let age = |at: usize| word(at).parse().is_ok_and(|age: u8| (10..=110).contains(&age));
        match word(end) {
            "(" => age(end + 1) && word(end + 2) == ")",
            "," if age(end + 1) => matches!(word(end + 2), "," | "." | ";" | "of" | "from"),
            "," if word(end + 1) == "who" => is_human(word(end + 2), word(end + 3)),
            "," => word(end + 1) == "born" || word(end + 1) == "aged" && age(end + 2),
            verb if is_speech(verb) => is_given_name(word(at)),
            "was" if is_office_or_court(word(end + 1)) => is_given_name(word(at)),
            verb => is_human(verb, word(end + 1)),
        }
    }
}

/// Verbs of speech, of which a house or a street can be the subject as well: "Downing Street said".
pub(super) fn is_speech(verb: &str) -> bool {
    matches!(verb, "said" | "says" | "told" | "added" | "adds")
}

/// What is done to those who come into an office or before a court, and now and then to a firm.
fn is_office_or_court(participle: &str) -> bool {
    matches!(participle, "appointed" | "elected" | "named" | "promoted" | "arrested" | "charged" | "convicted")
}

/// What stands before names of places, teams and firms too: "former", "owner".
fn is_open_to_others(word: &str) -> bool {
    matches!(
        word,
        "former"
            | "senior"
            | "owner"
            | "publisher"
            | "producer"
            | "breeder"
            | "miner"
            | "grower"
            | "builder"
            | "developer"
            | "broker"
            | "banker"
            | "trader"
            | "retailer"
            | "courier"
            | "contractor"
            | "organiser"
            | "organizer"
            | "promoter"
            | "auditor"
            | "brewer"
            | "grocer"
            | "jeweller"
            | "founder"
            | "winner"
            | "leader"
            | "champion"
            | "prosecutor"
    )
}

/// Whether two words begin what only human beings are and do: "was born", "has died", "smiled".
fn is_human(first: &str, second: &str) -> bool {
    match first {
        "was" => matches!(second, "born" | "aged" | "married" | "jailed" | "sworn"),
        "has" | "had" => matches!(second, "died" | "married"),
        _ => matches!(first, "died" | "married" | "smiled" | "laughed" | "wept" | "nodded" | "shrugged" | "testified"),
    }
}
