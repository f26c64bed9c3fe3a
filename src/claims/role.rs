//! What befalls those who are counted, or what they do, as the words next to the number tell: "two hurt", "killed 29 men",
//! "a crowd of 300", "eight in favour"; and of what an ordinal tells which one it is: "her third visit", "this second call".
//! Two numbers of one role in one story are of the same thing, whatever the texts call it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A fate or part that news counts people by, or a kind of thing that it numbers.
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
    /// They voted for it.
    InFavour,
    /// They voted against it.
    Opposed,
    /// They did not take a side.
    Abstained,
    /// How many goals or points the winner had.
    Won,
    /// How many the loser had.
    Lost,
    /// How many the side that was ahead had when half of it was over.
    AtHalfTime,
    /// By how many votes the one side had more.
    Majority,
    /// The share of those entitled who voted.
    Turnout,
    /// How full something is.
    Full,
    /// How many points or marks somebody was given, out of so many.
    Scored,
    /// Which visit.
    Visit,
    /// Which storey of a building.
    Storey,
    /// Which prize of one kind.
    Title,
    /// Which of a row of festivals or races.
    Edition,
    /// Which century.
    Century,
    /// Which anniversary or birthday.
    Anniversary,
    /// Which term of office.
    Term,
    /// Which book.
    Book,
    /// Which recording.
    Album,
    /// Which film.
    Film,
    /// Which child.
    Child,
    /// Which try.
    Attempt,
    /// Which time that it happens.
    Time,
}

impl Role {
    /// Whether the number grows while the event goes on.
    #[must_use]
    pub fn grows(self) -> bool {
        matches!(self, Self::Died | Self::Hurt | Self::Saved | Self::Missing | Self::Evacuated | Self::Arrested)
    }

    /// Whether it has another number each week or so: of a match, a concert.
    #[must_use]
    pub fn recurs(self) -> bool {
        matches!(self, Self::Attended | Self::Won | Self::Lost | Self::AtHalfTime)
    }

    /// Whether it is told of people alone; votes and what is numbered are of one kind whatever they are called.
    #[must_use]
    pub fn of_people(self) -> bool {
        self <= Self::Born
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
    (Role::Evacuated, "evacuated evacuates evacuating displaced displaces uprooted", "evacuees homeless", ""),
    (Role::Arrested, "arrested arrest arrests arresting detained detains detaining", "custody detainees", ""),
    (Role::Dismissed, "dismissed dismisses redundant sacked sacks", "redundancies layoffs", ""),
    (
        Role::Attended,
        "attended",
        "attended attend came present spectators visitors onlookers listeners concertgoers cinemagoers theatregoers theatergoers \
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
pub(super) fn role<'w>(
    before: impl Iterator<Item = &'w str> + Clone,
    behind: impl Iterator<Item = &'w str> + Clone,
) -> Option<Role> {
    vote(before.clone(), behind.clone()).or_else(|| by_words_before(before)).or_else(|| by_words_behind(behind))
}

/// "nine votes to four", "eight in favour, five against", "by 212 votes", "a majority of 221".
fn vote<'w>(mut before: impl Iterator<Item = &'w str>, mut behind: impl Iterator<Item = &'w str>) -> Option<Role> {
    let mut back = || before.next().unwrap_or_default();
    let before = [back(), back(), back()];
    let mut on = || behind.next().unwrap_or_default();
    let behind = [on(), on(), on(), on()];
    let votes = |word: &str| matches!(word, "vote" | "votes" | "ballots");
    // "eight members were in favour", "four voted against"
    let verb = |word: &str| matches!(word, "voted" | "were" | "was" | "are" | "is") || votes(word);
    let side = match behind {
        [first, rest @ ..] if verb(first) => [rest[0], rest[1]],
        [_, "voted" | "were", third, fourth] => [third, fourth],
        [first, second, ..] => [first, second],
    };
    // "For 9, against 6, abstaining 1", "Against: 64"
    let label = if before[0] == ":" { before[1] } else { before[0] };
    let alone = matches!(behind[0], "" | "," | ";" | "." | "|" | "and" | ")");
    let listed = before[0] == ":" || behind.iter().any(|word| matches!(*word, "against" | "no" | "noes"));
    match (label, alone) {
        ("for" | "yes" | "ayes" | "aye", true) if listed => return Some(Role::InFavour),
        ("against" | "no" | "noes" | "opposed", true) => return Some(Role::Opposed),
        ("abstaining" | "abstentions" | "abstained", true) => return Some(Role::Abstained),
        _ => {}
    }
    match (before, side) {
        (["to", noun, _], _) if votes(noun) => Some(Role::Opposed),
        (["of", "majority" | "margin", _], _) => Some(Role::Majority),
        _ if votes(behind[0]) && matches!(behind[1], "ahead" | "behind" | "clear" | "short" | "more" | "fewer") => {
            Some(Role::Majority)
        }
        (["by", ..], _) if votes(behind[0]) && behind[1] != "to" => Some(Role::Majority),
        (_, ["in", "favour" | "favor"]) | (_, ["for", "," | "and"]) => Some(Role::InFavour),
        _ if votes(behind[0]) && behind[1] == "to" => Some(Role::InFavour),
        _ if matches!(behind[0], "points" | "marks") && behind[1] == "out" => Some(Role::Scored),
        _ if POINTS.contains(&behind[0]) && behind[1] == "to" => Some(Role::Won),
        (["to", noun, _], _) if POINTS.contains(&noun) => Some(Role::Lost),
        (_, ["against" | "opposed", _]) => Some(Role::Opposed),
        (_, ["abstained" | "abstentions" | "abstention" | "abstaining", _]) => Some(Role::Abstained),
        _ => None,
    }
}

/// What a share is of, by the words of its sentence near it.
pub(super) fn of_share<'w>(words: impl Iterator<Item = &'w str>) -> Option<Role> {
    let mut words = words;
    words.find_map(|word| match word {
        "turnout" | "turn-out" | "entitled" | "electorate" | "eligible" | "registered" => Some(Role::Turnout),
        "full" | "filled" | "capacity" | "occupancy" => Some(Role::Full),
        _ => None,
    })
}

/// What a match is won by.
const POINTS: [&str; 12] =
    ["goals", "goal", "points", "runs", "tries", "games", "sets", "frames", "legs", "rounds", "matches", "bouts"];

/// The role of the label of a row: how many voted for it, against it or for neither.
pub(super) fn of_label(label: &str) -> Option<Role> {
    match label {
        "yes" | "for" | "in favour" | "in favor" | "votes for" | "voted for" | "yes votes" => Some(Role::InFavour),
        "no" | "against" | "votes against" | "voted against" | "no votes" => Some(Role::Opposed),
        "abstained" | "abstentions" | "abstaining" => Some(Role::Abstained),
        _ => None,
    }
}

/// Whether words tell of the time when half of a match was over.
pub(super) fn is_half_time<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    let mut last = "";
    let mut words = words.take_while(|word| !matches!(*word, "," | ";" | "." | "and" | "but"));
    words.any(|word| {
        let half = matches!(word, "half-time" | "halftime" | "interval")
            || word == "break" && last == "the"
            || word == "time" && matches!(last, "half" | "-");
        last = word;
        half
    })
}

/// Whether words tell that a match was won and lost.
pub(super) fn tells_a_match<'w>(mut sentence: impl Iterator<Item = &'w str>) -> bool {
    sentence.any(|word| {
        matches!(word, "won" | "win" | "wins" | "winning" | "victory" | "beat" | "beats" | "beaten" | "beating")
            || matches!(word, "lost" | "lose" | "loses" | "losing" | "defeat" | "defeated" | "defeats" | "defeating")
    })
}

/// The role of the first number of a result, or of the `second` one, by the words of its sentence.
pub(super) fn of_result<'w>(mut sentence: impl Iterator<Item = &'w str>, second: bool) -> Role {
    let votes = |word: &str| {
        let word = word.trim_end_matches(['s', 'd']);
        matches!(
            word,
            "vote" | "ballot" | "council" | "councillor" | "committee" | "board" | "senate" | "assembly" | "parliament"
        ) || matches!(word, "trustee" | "tally" | "member" | "jury" | "judge" | "favour" | "favor" | "motion")
    };
    match (sentence.any(votes), second) {
        (true, false) => Role::InFavour,
        (true, true) => Role::Opposed,
        (false, false) => Role::Won,
        (false, true) => Role::Lost,
    }
}

/// The nouns that news numbers, by what is one kind.
const NUMBERED: [(Role, &str); 13] = [
    (Role::Visit, "visit call trip stopover"),
    (Role::Storey, "floor storey"),
    (Role::Title, "title crown championship trophy gold medal"),
    (
        Role::Edition,
        "edition running staging instalment installment contest festival fair show regatta marathon tournament carnival \
         conference congress symposium trials games",
    ),
    (Role::Century, "century"),
    (Role::Anniversary, "anniversary birthday jubilee"),
    (Role::Term, "term mandate"),
    (Role::Book, "novel book"),
    (Role::Album, "album"),
    (Role::Film, "film movie feature"),
    (Role::Child, "child baby son daughter"),
    (Role::Attempt, "attempt try bid"),
    (Role::Time, "time"),
];

/// How many words may stand between an ordinal and its noun: "her third grand slam singles title".
const TO_NOUN: usize = 4;

/// Of what an ordinal tells which one it is, by the words behind it up to the first that carries no meaning.
pub(super) fn numbered<'w>(behind: impl Iterator<Item = &'w str>) -> Option<Role> {
    let mut behind = behind.take(TO_NOUN).filter(|word| *word != "-");
    behind
        .find_map(|word| NUMBERED.iter().find(|(_, nouns)| nouns.split_whitespace().any(|noun| noun == word)))
        .map(|(role, _)| *role)
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
    let (mut words, mut aside, mut turned) = (0, false, false);
    let mut last = "";
    for word in behind {
        // "110 people, all of whom had signed in, came"
        let opens =
            last == "," && matches!(word, "all" | "who" | "whom" | "which" | "some" | "many" | "most" | "including");
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
        if matches!(word, "." | ";" | ":" | "(" | ")" | "|" | "and" | "but" | "while" | "as" | "after" | "when" | "if")
        {
            return None;
        }
        // "three children of the dead man"
        if word == "of" && words == 0 {
            return None;
        }
        if let Some(told) = TELLS.get(word).filter(|told| told.behind) {
            return Some(told.role);
        }
        if turned && matches!(word, "out" | "up") {
            return Some(Role::Attended);
        }
        turned = word == "turned";
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
    const WORDS: [&str; 44] = [
        "people",
        "persons",
        "men",
        "women",
        "children",
        "boys",
        "girls",
        "adults",
        "pupils",
        "students",
        "residents",
        "locals",
        "neighbours",
        "neighbors",
        "patients",
        "guests",
        "guards",
        "crew",
        "migrants",
        "refugees",
        "tourists",
        "victims",
        "civilians",
        "soldiers",
        "troops",
        "police",
        "youths",
        "youngsters",
        "babies",
        "infants",
        "souls",
        "members",
        "staff",
        "folk",
        "inmates",
        "families",
        "athletes",
        "graduates",
        "candidates",
        "delegates",
        "hostages",
        "nurses",
        "fans",
        "kids",
    ];
    let ends = ["ers", "ors", "ists", "ians", "ants", "ents", "men", "women", "ees", "goers"];
    WORDS.contains(&word) || word.len() > 5 && ends.iter().any(|end| word.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::{Role, numbered, role};

    #[test]
    fn the_noun_behind_an_ordinal_tells_what_is_numbered() {
        for (behind, expected) in [
            ("visit to the town", Some(Role::Visit)),
            ("call by the liner", Some(Role::Visit)),
            ("- floor flat", Some(Role::Storey)),
            ("grand slam singles title", Some(Role::Title)),
            ("half of the match", None),
            ("man to leave the house with a title", None),
        ] {
            assert_eq!(numbered(behind.split_whitespace()), expected, "{behind}");
        }
    }

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
            ("", "fans turned out", Some(Attended)),
            ("by", "votes to four", Some(Role::InFavour)),
            ("to votes nine by", "", Some(Role::Opposed)),
            ("", "in favour , five against", Some(Role::InFavour)),
            ("", "councillors voted against", Some(Role::Opposed)),
            ("by", "votes", Some(Role::Majority)),
            ("of majority a", "over the vet", Some(Role::Majority)),
            ("", "votes ahead of the vet", Some(Role::Majority)),
            ("", "abstentions", Some(Role::Abstained)),
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
