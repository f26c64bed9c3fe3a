//! The post that the words before a name tell of: "the parish clerk, Ann Lee", "Coach: Ann Lee", "directed by Ann Lee".

use std::ops::Range;

use super::clause_words::is_preposition;
use super::post::Post;
use super::post_phrase::{LONGEST, Nearby};
use super::post_words::{LISTED, Role};
use super::title_words::{is_definite, is_determiner, is_indefinite};
use crate::source::row::Row;

/// The post of the person whose name begins at `start` and ends at `end`.
pub(super) fn before(near: &Nearby<'_>, start: usize, end: usize) -> Option<Post> {
    let last = start.checked_sub(1).filter(|at| near.within.contains(at))?;
    match near.word(last) {
        "," if near.closes(end) => title(near, last),
        "is" | "was" => title(near, last).filter(|post| post.definite),
        "be" => to_come(near, last),
        "by" => by_participle(near, last),
        "as" => named_as(near, last),
        "of" => under(near, last),
        ":" => label(near, last),
        "|" if near.row => label(near, last),
        // "The director of the mill and Ann Lee": a word that stands in no title parts it from the name.
        _ if near.is_word(last) && near.is_in_run(last) => title(near, start).filter(|post| {
            // "Captain Lee" has a rank, which many have, and of "coach Lee" there may be two; "harbour master Lee" is the one.
            let only = || near.compound(last).is_some_and(|(role, _)| role.sole);
            post.definite || !post.duties.is_empty() || !post.bodies.is_empty() || only()
        }),
        _ => None,
    }
}

/// "The hall, which Ann Lee designed": what comes before the name is what the verb behind it is about.
pub(super) fn relative(near: &Nearby<'_>, start: usize, end: usize) -> Option<Post> {
    let which = start.checked_sub(1).filter(|&at| matches!(near.word(at), "which" | "that"))?;
    let verb = end + usize::from(matches!(near.word(end), "has" | "had"));
    let thing = which - usize::from(near.word_before(which) == ",");
    done_to(near, verb, thing)
}

/// "Its new chair will be Ann Lee", "the director is to be Ann Lee".
fn to_come(near: &Nearby<'_>, be: usize) -> Option<Post> {
    let end = match near.word_before(be) {
        "will" => be - 1,
        "to" if near.word(be.wrapping_sub(2)) == "is" => be - 2,
        _ => return None,
    };
    title(near, end).filter(|post| post.definite).map(|post| Post { new: true, ..post })
}

/// A title that ends before the token `end`; one of several is none.
fn title(near: &Nearby<'_>, end: usize) -> Option<Post> {
    let (role, noun) = noun_before(near, end)?;
    let first = near.run_before(noun.start);
    let first = (first..noun.start).rev().find(|&at| is_likely_verb(near, at)).map_or(first, |verb| verb + 1);
    let determiner = near.word_before(first);
    // "Acme Corp. Chief Executive Ann Lee": the point belongs to the name of what has the post; and "the stand-in coach" is
    // not read as the coach.
    let joined = first.checked_sub(2).is_some_and(|at| near.word(at) == "-" && near.document.glued(at));
    if determiner == "." || is_indefinite(determiner) || joined {
        return None;
    }
    let tail = if noun.end < end { noun.end + 1..end } else { end..end };
    near.assembled((role, noun), first, tail, is_definite(determiner))
}

/// The last noun of a post whose title can go on to the token `end`.
fn noun_before(near: &Nearby<'_>, end: usize) -> Option<(Role, Range<usize>)> {
    let floor = near.within.start.max(end.saturating_sub(LONGEST + 2));
    for at in (floor..end).rev() {
        let ends = at + 1 == end || near.opens_tail(at + 1);
        if near.is_word(at)
            && ends
            && let Some(noun) = near.role_ending(at, floor)
        {
            return Some(noun);
        }
        if !near.is_in_run(at) && !is_preposition(near.word(at)) && !matches!(near.word(at), "the" | "and") {
            return None;
        }
    }
    None
}

/// "They thanked parish clerk Ann Lee": a verb before a title that no article sets off.
fn is_likely_verb(near: &Nearby<'_>, at: usize) -> bool {
    let word = near.word(at);
    let small = near.is_word(at) && !near.document.capital(at);
    small
        && (word.ends_with("ed")
            || matches!(word, "heard" | "found" | "met" | "saw" | "ask" | "asks" | "thanks" | "made" | "gave"))
}

/// "Directed by", "the bridge was designed by", "a film directed by".
fn by_participle(near: &Nearby<'_>, by: usize) -> Option<Post> {
    let verb = by.checked_sub(1)?;
    let mut end = verb;
    while is_before_participle(near.word_before(end)) {
        end -= 1;
    }
    done_to(near, verb, end)
}

/// Whether a word may stand between a thing and the participle that tells what was done to it.
fn is_before_participle(word: &str) -> bool {
    matches!(word, "was" | "is" | "are" | "were" | "been" | "has" | "had" | "being" | "will" | "be" | "to")
        || matches!(word, "," | "and" | "first" | "originally")
}

/// The post of whoever did what the verb at a token tells to the thing whose words end before `end`.
fn done_to(near: &Nearby<'_>, verb: usize, mut end: usize) -> Option<Post> {
    let role = near.look_up(verb, &LISTED.verbs).copied()?;
    let mut first = near.run_before(end);
    // "The statue in the hall was carved by": what stands where is not the place.
    if let Some(place) = first.checked_sub(2)
        && is_determiner(near.word(first - 1))
        && matches!(near.word(place), "in" | "at" | "on" | "near" | "over" | "across" | "behind" | "outside")
        && near.is_in_run(place.saturating_sub(1))
    {
        end = place;
        first = near.run_before(end);
    }
    near.by_what_is_done((role, verb), first..end, end, is_definite(near.word_before(first)))
}

/// "The driver was named as Ann Lee".
fn named_as(near: &Nearby<'_>, at: usize) -> Option<Post> {
    let named = at.checked_sub(1).filter(|&at| matches!(near.word(at), "named" | "identified" | "known"))?;
    let mut end = named;
    while matches!(near.word_before(end), "was" | "has" | "been" | "is" | "later" | "," | "locally") {
        end -= 1;
    }
    if end == named { None } else { title(near, end).filter(|post| post.definite) }
}

/// "Under the baton of Ann Lee", "under the captaincy of Ann Lee".
fn under(near: &Nearby<'_>, of: usize) -> Option<Post> {
    let noun = of.checked_sub(1)?;
    let role = match near.word(noun) {
        "baton" => "conductor",
        "captaincy" => "captain",
        "editorship" => "editor",
        "chairmanship" => "chair",
        "directorship" => "director",
        "command" => "commander",
        "leadership" => "leader",
        _ => return None,
    };
    let under = noun.checked_sub(2).is_some_and(|at| near.word(at) == "under" && near.word(at + 1) == "the");
    let role = under.then(|| LISTED.nouns.get(role).copied()).flatten()?;
    near.assembled((role, noun..noun + 1), noun, of..of, true)
}

/// "Coach:", "| Treasurer |" before a name.
fn label(near: &Nearby<'_>, end: usize) -> Option<Post> {
    let first = near.run_before(end);
    let opens = first == near.within.start || !near.is_word(first - 1) || near.word(first - 1) == "the";
    let last = end.checked_sub(1).filter(|&at| opens && first < end && near.is_word(at))?;
    if near.row && is_cast(near) {
        return near.part(first..end);
    }
    let noun = near.role_ending(last, first)?;
    near.assembled(noun, first, end..end, true)
}

/// Whether the table tells who plays which part.
fn is_cast(near: &Nearby<'_>) -> bool {
    let document = near.document;
    let header = document.row(document.sentence_at(near.within.start)).and_then(Row::header);
    let mut words = header.into_iter().flat_map(Row::cells).flatten();
    words.any(|at| matches!(document.word(at), "part" | "role" | "character" | "cast"))
}
