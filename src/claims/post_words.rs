//! The words that tell of posts: their nouns and verbs, and what stands beside them.

use std::sync::LazyLock;

use super::post::Leads;
use crate::source::token::hash;
use crate::source::word_table::WordTable;

/// A noun of a post.
#[derive(Clone, Copy)]
pub(super) struct Role {
    /// A hash of the noun, synonyms made one.
    pub(super) id: u32,
    /// Whether there is one such post at a time.
    pub(super) sole: bool,
    /// Whether whoever has it leads the body.
    pub(super) leads: Leads,
}

impl Role {
    /// A noun that no list knows.
    pub(super) fn unlisted(id: u32, sole: bool) -> Self {
        Self { id, sole, leads: Leads::No }
    }
}

/// The posts of the list, by the words that tell of them.
pub(super) struct Listed {
    /// By a noun of one word.
    pub(super) nouns: WordTable<Role>,
    /// By the last word of a noun of two: the first word, and the post.
    pub(super) compounds: WordTable<Vec<(&'static str, Role)>>,
    /// By a verb that says that somebody has the post.
    pub(super) verbs: WordTable<Role>,
}

/// The posts that `data/posts.txt` lists.
pub(super) static LISTED: LazyLock<Listed> = LazyLock::new(|| {
    let mut listed =
        Listed { nouns: WordTable::default(), compounds: WordTable::default(), verbs: WordTable::default() };
    for Line { role, noun, synonyms, verbs } in include_str!("data/posts.txt").lines().filter_map(Line::read) {
        for noun in std::iter::once(noun).chain(synonyms.split_whitespace()) {
            match noun.split_once('_') {
                Some((first, last)) => listed.compounds.entry(last, Vec::new).push((first, role)),
                None => _ = listed.nouns.entry(noun, || role),
            }
        }
        for verb in verbs.split_whitespace() {
            listed.verbs.entry(verb, || role);
        }
    }
    listed
});

/// A post as its line of the list has it.
struct Line {
    role: Role,
    noun: &'static str,
    synonyms: &'static str,
    verbs: &'static str,
}

impl Line {
    /// Reads a line; `None` for a comment.
    fn read(line: &'static str) -> Option<Self> {
        let (mark, line) = line.split_once(' ')?;
        let (sole, leads) = match mark {
            "+" => (true, Leads::No),
            "-" => (false, Leads::No),
            "~" => (true, Leads::ByTitle),
            "^" => (true, Leads::Anyhow),
            _ => return None,
        };
        let (noun, others) = line.split_once(':')?;
        let (synonyms, verbs) = others.split_once('|').unwrap_or((others, ""));
        Some(Self { role: Role { id: hash(noun.as_bytes()), sole, leads }, noun, synonyms, verbs })
    }
}

/// What a word beside the noun of a post says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// That there is one of it: "head".
    Only,
    /// That it is the post of who stands in for the holder.
    Deputy,
    /// That it is a post of another time, or that there are several.
    Other,
    /// That its holder is new.
    New,
    /// Nothing of which post it is.
    Idle,
    /// What has the post: "museum".
    Body,
}

/// What each word beside the noun of a post says.
pub(super) static BESIDE: LazyLock<WordTable<Beside>> = LazyLock::new(|| {
    let mut words: WordTable<Beside> = WordTable::default();
    let mut section = Beside::Idle;
    for line in BESIDE_WORDS.lines().take_while(|line| *line != "[same]").filter(|line| !line.starts_with('#')) {
        match line {
            "[only]" => section = Beside::Only,
            "[deputy]" => section = Beside::Deputy,
            "[other]" => section = Beside::Other,
            "[new]" => section = Beside::New,
            "[idle]" => section = Beside::Idle,
            "[body]" => section = Beside::Body,
            _ => line.split_whitespace().for_each(|word| {
                words.entry(word, || section);
            }),
        }
    }
    words
});

/// The word that stands for each of those that say the same.
pub(super) static SAME: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    let mut same: WordTable<&str> = WordTable::default();
    let (_, lines) = BESIDE_WORDS.split_once("[same]\n").unwrap_or_default();
    for line in lines.lines() {
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else { continue };
        words.for_each(|word| {
            same.entry(word, || first);
        });
    }
    same
});

const BESIDE_WORDS: &str = include_str!("data/post-words.txt");

/// What the letters of a short title say beside its noun: a CEO is a chief executive.
pub(super) fn duties_of_letters(title: &str) -> &'static [&'static str] {
    match title {
        "ceo" => &["chief"],
        "cfo" => &["chief", "finance"],
        "coo" => &["chief", "operating"],
        "cto" => &["chief", "technology"],
        "cio" => &["chief", "information"],
        "cmo" => &["chief", "marketing"],
        _ => &[],
    }
}

/// Whether a noun that no list knows says by its ending that somebody does something, of which a story has one: "the
/// signwriter".
pub(super) fn is_trade(word: &str) -> bool {
    names_a_doer(word) && ONE_OF_MANY.get(word).is_none()
}

fn names_a_doer(word: &str) -> bool {
    word.len() >= 6 && ["er", "or", "ist", "man", "woman", "smith"].iter().any(|end| word.ends_with(end))
}

/// Nouns in -er and the like of which a story has several, or that name no trade.
static ONE_OF_MANY: LazyLock<WordTable<()>> = LazyLock::new(|| {
    WordTable::of(
        "winner runner player member worker striker defender midfielder bowler batter batsman singer dancer performer \
         neighbor survivor passenger customer swimmer climber walker sailor fisher hunter shopper seller viewer \
         reader listener follower supporter campaigner protester protestor demonstrator volunteer soldier gunman \
         german norman cyclist artist tourist activist scorer finisher qualifier newcomer youngster teenager \
         pensioner islander lawmaker senator councillor councilor legislator offender prisoner murderer \
         killer robber plotter smuggler dealer trader grower helper latter letter matter winter summer sister brother \
         mother father daughter visitor competitor investor creditor predecessor successor ancestor finalist \
         medallist medalist specialist journalist fireman firefighter policeman policewoman postman \
         sportsman sportswoman businessman businesswoman craftsman countryman congressman congresswoman gentleman \
         horseman seaman settler believer drummer guitarist bassist pianist violinist cellist trumpeter saxophonist \
         vocalist backer",
    )
});

#[cfg(test)]
mod tests {
    use super::{LISTED, ONE_OF_MANY, names_a_doer};
    use crate::claims::base_form::term;

    #[test]
    fn every_word_that_names_no_post_would_else_be_taken_for_one() {
        for word in ONE_OF_MANY.words() {
            assert!(names_a_doer(word), "{word} does not end like a doer");
            assert!(LISTED.nouns.get(word).is_none(), "{word} is a listed post");
            assert!(term(word).is_some_and(|term| !term.weak), "{word} means too little to be taken for a post");
        }
    }
}
