//! What befalls those who are counted, or what they do, as the words next to the number tell: "two hurt", "killed 29 men",
//! "a crowd of 300". Two counts of one role in one story count the same, whatever the texts call those whom they count.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A fate or part that news counts people by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// They lost their lives.
    Died,
    /// They were hurt and live.
    Hurt,
    /// They were brought out of danger.
    Saved,
    /// Nobody knows where they are.
    Missing,
    /// They had to leave their homes.
    Evacuated,
    /// The police took them.
    Arrested,
    /// They lose their work.
    Dismissed,
    /// They were there to see or hear something.
    Attended,
    /// They came into the world.
    Born,
}

impl Role {
    /// Whether the number grows while the event goes on.
    #[must_use]
    pub fn grows(self) -> bool {
        !matches!(self, Self::Attended | Self::Born | Self::Dismissed)
    }
}

/// The words of each role: those that tell it on both sides of a number, those that tell it behind one alone (an adjective or
/// a participle, or the noun that is counted), and those that tell it before one alone.
const WORDS: [(Role, &str, &str, &str); 9] = [
    (
        Role::Died,
        "killed kill kills killing drowned slain slaughtered murdered",
        "died die dies dead perished deceased deaths fatalities lives shot drown executed",
        "claimed deaths fatalities casualties toll",
    ),
    (
        Role::Hurt,
        "injured injures injure injuring hurt hurts hurting wounded wounds wounding maimed scalded",
        "injuries hospitalised hospitalized bruised concussed burned burnt",
        "",
    ),
    (
        Role::Saved,
        "rescued rescue rescues rescuing saved save saves saving freed frees plucked plucks winched pulled airlifted",
        "survived survivors",
        "",
    ),
    (Role::Missing, "", "missing unaccounted disappeared vanished", ""),
    (
        Role::Evacuated,
        "evacuated evacuates evacuating displaced displaces uprooted",
        "evacuees homeless",
        "",
    ),
    (
        Role::Arrested,
        "arrested arrest arrests arresting detained detains detaining",
        "custody detainees",
        "",
    ),
    (
        Role::Dismissed,
        "dismissed dismisses redundant sacked sacks",
        "redundancies layoffs",
        "",
    ),
    (
        Role::Attended,
        "attended",
        "attended attend present spectators visitors onlookers listeners concertgoers cinemagoers theatregoers theatergoers \
         festivalgoers churchgoers guests watched thronged gathered flocked",
        "attendance crowd audience gate attracted drew",
    ),
    (Role::Born, "", "born hatched", "birth litter brood clutch"),
];

/// Where a word tells a role.
#[derive(Clone, Copy)]
struct Tells {
    role: Role,
    before: bool,
    behind: bool,
}

static TELLS: LazyLock<FxHashMap<&'static str, Tells>> = LazyLock::new(|| {
    let mut tells: FxHashMap<&str, Tells> = FxHashMap::default();
    for (role, both, behind, before) in WORDS {
        for (words, is_before, is_behind) in [(both, true, true), (behind, false, true), (before, true, false)] {
            for word in words.split_whitespace() {
                let told = tells.entry(word).or_insert(Tells { role, before: false, behind: false });
                told.before |= is_before;
                told.behind |= is_behind;
            }
        }
    }
    tells
});

/// How many words before a number and behind it are looked at.
const BEFORE: usize = 3;
const BEHIND: usize = 12;

/// The role of those whom a number counts: by the words before it, the nearest first, up to the start of its clause, and by
/// those behind it up to the next number. The words before go first: "saved nine lives".
pub(super) fn role<'w>(before: impl Iterator<Item = &'w str>, behind: impl Iterator<Item = &'w str>) -> Option<Role> {
    by_words_before(before).or_else(|| by_words_behind(behind))
}

fn by_words_before<'w>(before: impl Iterator<Item = &'w str>) -> Option<Role> {
    let mut colon = false;
    for word in before.take(BEFORE) {
        // "Attendance: 300"
        if word == ":" && !colon {
            colon = true;
            continue;
        }
        if matches!(word, "," | "." | ";" | "(" | ")" | "|" | "and" | "but" | "while" | "with" | "\"" | ":") {
            return None;
        }
        if let Some(told) = TELLS.get(word).filter(|told| told.before) {
            return Some(told.role);
        }
    }
    None
}

fn by_words_behind<'w>(behind: impl Iterator<Item = &'w str>) -> Option<Role> {
    let (mut words, mut aside) = (0, false);
    let mut last = "";
    for word in behind {
        // "110 people, all of whom had signed in, came"
        let opens = last == "," && matches!(word, "all" | "who" | "whom" | "which" | "some" | "many" | "most" | "including");
        aside |= opens;
        last = word;
        if word == "," {
            if aside {
                aside = false;
                last = "";
            }
            continue;
        }
        if aside {
            continue;
        }
        if matches!(word, "." | ";" | ":" | "(" | ")" | "|" | "and" | "but" | "while" | "as" | "after" | "when" | "if") {
            return None;
        }
        // "three children of the dead man"
        if word == "of" && words == 0 {
            return None;
        }
        if let Some(told) = TELLS.get(word).filter(|told| told.behind) {
            return Some(told.role);
        }
        words += 1;
        if words == BEHIND {
            return None;
        }
    }
    None
}

/// Whether a folded word names people by what they are or do, as far as its form tells: by it those of one role may be
/// called differently.
pub(super) fn is_people(word: &str) -> bool {
    const WORDS: [&str; 34] = [
        "people", "persons", "men", "women", "children", "boys", "girls", "adults", "pupils", "students", "residents",
        "locals", "neighbours", "neighbors", "patients", "guests", "guards", "crew", "migrants", "refugees", "tourists",
        "victims", "civilians", "soldiers", "troops", "police", "youths", "youngsters", "babies", "infants", "souls",
        "members", "staff", "folk",
    ];
    let ends = ["ers", "ors", "ists", "ians", "ants", "ents", "men", "women", "ees", "goers"];
    WORDS.contains(&word) || word.len() > 5 && ends.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::{Role, role};

    #[test]
    fn the_words_next_to_a_number_tell_the_fate_of_those_counted() {
        use Role::{Arrested, Attended, Born, Died, Hurt, Saved};
        for (before, behind, expected) in [
            ("", "people were hurt , said", Some(Hurt)),
            ("", "hurt as barrier falls", Some(Hurt)),
            ("of crowd a", "saw it", Some(Attended)),
            (": attendance", "", Some(Attended)),
            ("saved have divers", "lives", Some(Saved)),
            ("cost gale the", "men of the fleet their lives", Some(Died)),
            ("killed", "and injured", Some(Died)),
            ("", "people from the street , all of whom had tickets , attended", Some(Attended)),
            ("", "men were arrested", Some(Arrested)),
            ("of litter a", "pups", Some(Born)),
            // What the next clause, another number or another sentence tells is not said of it.
            ("", "stalls and hurt", None),
            (", killed", "houses", None),
            ("", "of the dead", None),
            ("", "people , who were killed , sang", None),
        ] {
            let found = role(before.split_whitespace(), behind.split_whitespace());
            assert_eq!(found, expected, "{before} [n] {behind}");
        }
    }
}
