//! The post that the words behind a name tell of: "Ann Lee, the parish clerk", "Ann Lee, who chairs the board".

use super::post::Post;
use super::post_phrase::{LONGEST, Nearby};
use super::post_words::{LISTED, Role};
use super::title_words::{is_appointment, is_coming, is_definite, is_indefinite, is_service};

/// The post of the person whose name ends at `end`.
pub(super) fn behind(near: &Nearby<'_>, end: usize) -> Option<Post> {
    let end = behind_age(near, end);
    match near.word(end) {
        "," | "-" | "—" | "–" if near.word(end + 1) == "who" => by_verb(near, end + 2),
        "who" => by_verb(near, end + 1),
        "," | "(" => set_off(near, end + 1),
        _ if let Some(post) = made(near, end) => Some(post),
        "is" | "was" | "remains" => title(near, end + 1)
            .map(|(post, _)| post)
            .filter(|post| post.definite || near.word(end) == "remains" || post.is_placed())
            .or_else(|| by_verb(near, end)),
        "has" => been(near, end + 1).or_else(|| serving(near, end)).or_else(|| by_verb(near, end)),
        "as" => as_what(near, end, end),
        "|" if near.row => set_off(near, end + 1),
        "" => None,
        _ => serving(near, end).or_else(|| by_verb(near, end)).or_else(|| signature(near, end)),
    }
}

/// "Ann Lee was elected chair of the board", "Ann Lee has been chosen to lead the choir", "Ann Lee will become the chair", and with
/// the verb before the name "they elected Ann Lee chair", "it picked Ann Lee to chair the board".
fn made(near: &Nearby<'_>, end: usize) -> Option<Post> {
    let is_aux =
        |word: &str| matches!(word, "is" | "was" | "has" | "had" | "been" | "will" | "to" | "be" | "also" | "since");
    let verb = (end..end + 4).find(|&at| !is_aux(near.word(at)))?;
    let floor = near.within.start.max(end.saturating_sub(MOST_BEFORE));
    let passive = verb > end && is_appointment(near.word(verb));
    let what = if passive || is_coming(near.word(verb)) {
        verb + 1
    } else if verb == end || near.word(end) == "to" {
        // "They elected Ann Lee chair": right before the name, its titles aside.
        (floor..end).any(|at| is_appointment(near.word(at))).then_some(end)?
    } else if near.word(verb - 1) == "be" {
        verb
    } else {
        return None;
    };
    let what = what + usize::from(near.word(what) == "as");
    let mut post = if near.word(what) == "to" {
        let verb = what + 1;
        match near.word(verb) {
            "be" | "become" => title(near, verb + 1)?.0,
            // "To chair" is the verb of the noun.
            _ => by_verb(near, verb)?,
        }
    } else {
        title(near, what)?.0
    };
    post.new = true;
    Some(post)
}

/// How many tokens before the end of a name the verb stands at most that makes its bearer something.
const MOST_BEFORE: usize = 5;

/// "Ann Lee has been managing director since 2015": whoever has been it for so long still is.
fn been(near: &Nearby<'_>, at: usize) -> Option<Post> {
    let at = (at..at + 2).find(|&at| !matches!(near.word(at), "long" | "also" | "now"))?;
    let (post, end) = title(near, at + 1).filter(|_| near.word(at) == "been")?;
    (post.definite || post.is_placed() || near.word(end) == "since").then_some(post)
}

/// The token behind an age: "Ann Lee, 43, the club's coach".
fn behind_age(near: &Nearby<'_>, end: usize) -> usize {
    let age = near.word(end) == "," && near.is_number(end + 1) && near.word(end + 2) == ",";
    if age { end + 2 } else { end }
}

/// "Ann Lee stays on as brewmaster", "Ann Lee serves as the chair".
fn serving(near: &Nearby<'_>, verb: usize) -> Option<Post> {
    let is_aux = |at: usize| matches!(near.word(at), "has" | "had" | "will" | "also" | "still" | "now" | "to");
    let verb = (verb..verb + 3).find(|&at| !is_aux(at))?;
    let what = verb + 1 + usize::from(matches!(near.word(verb + 1), "on" | "there" | "here"));
    (is_service(near.word(verb)) && near.word(what) == "as").then(|| as_what(near, what, verb)).flatten()
}

/// The title behind the "as" at a token; of whoever is made it, it is new.
fn as_what(near: &Nearby<'_>, at: usize, verb: usize) -> Option<Post> {
    let (mut post, _) = title(near, at + 1)?;
    let floor = near.within.start.max(verb.saturating_sub(LONGEST));
    post.new |= (floor..verb).any(|at| is_appointment(near.word(at)));
    Some(post)
}

/// A line under a name: "Ann Lee / Chief executive".
fn signature(near: &Nearby<'_>, at: usize) -> Option<Post> {
    if !near.is_word(at) || !near.document.capital(at) {
        return None;
    }
    let (post, end) = title(near, at)?;
    near.word(end).is_empty().then_some(post)
}

/// A title set off from the name: it ends where the words go on with something else.
fn set_off(near: &Nearby<'_>, at: usize) -> Option<Post> {
    let (post, end) = title(near, at)?;
    // "Ann Lee, coach in 2019"
    let dated = matches!(near.word(end), "in" | "from" | "between" | "during" | "under")
        && (end + 1..end + 3).any(|at| near.is_number(at));
    (near.closes(end) && !dated).then_some(post)
}

/// A title that begins at `at`, and the token behind it; one of several is none.
fn title(near: &Nearby<'_>, at: usize) -> Option<(Post, usize)> {
    let opener = near.word(at);
    if is_indefinite(opener) || matches!(opener, "both" | "all") {
        return None;
    }
    let definite = is_definite(opener);
    let first = at + usize::from(definite);
    let end = near.run_from(first);
    let last = (first..end).rev().find(|&at| near.is_word(at) && !near.is_possessive(at))?;
    let noun = near.role_ending(last, first)?;
    let (tail, end) = near.tail(end);
    Some((near.assembled(noun, first, tail, definite)?, end))
}

/// The post that a verb tells of: "chairs the works committee".
fn by_verb(near: &Nearby<'_>, at: usize) -> Option<Post> {
    let mut at = at;
    while is_before_verb(near.word(at)) {
        at += 1;
    }
    if let Some(post) = by_idiom(near, at) {
        return Some(post);
    }
    let plays = matches!(near.word(at), "plays" | "played" | "portrays" | "portrayed" | "voices" | "voiced");
    let definite = is_definite(near.word(at + 1));
    let first = at + 1 + usize::from(definite);
    let end = near.run_from(first);
    if plays {
        return if definite { near.part(first..end) } else { None };
    }
    let role = verb_at(near, at)?;
    // "Runs the brewhouse as master brewer"
    if let Some(post) = as_title(near, end) {
        return Some(post);
    }
    let behind = if near.word(end) == "of" { near.tail(end).1 } else { end };
    near.by_what_is_done((role, at), first..end, behind, definite).filter(Post::is_placed)
}

/// What the verb at a token says that somebody is; behind "to" it has no ending: "to chair".
fn verb_at(near: &Nearby<'_>, at: usize) -> Option<Role> {
    let infinitive = || LISTED.verbs.get(&format!("{}s", near.word(at))).filter(|_| near.word_before(at) == "to");
    near.look_up(at, &LISTED.verbs).or_else(infinitive).copied()
}

/// Whether a word may stand between "who" and the verb.
fn is_before_verb(word: &str) -> bool {
    matches!(word, "has" | "had" | "have" | "been" | "is" | "was")
        || matches!(word, "also" | "now" | "still" | "currently" | "himself" | "herself")
}

/// What more words than one say of a post: "is in charge of the plant", "was at the wheel".
fn by_idiom(near: &Nearby<'_>, at: usize) -> Option<Post> {
    let listed = |noun: &str| LISTED.nouns.get(noun).copied();
    let steered = match near.word(at) {
        "at" | "behind" if near.word(at + 1) == "the" => match near.word(at + 2) {
            "wheel" => Some("driver"),
            "controls" => Some("pilot"),
            "helm" | "tiller" => Some("steersman"),
            _ => None,
        },
        _ => None,
    };
    if let Some(role) = steered.and_then(listed) {
        let (tail, _) = near.tail(at + 3);
        return near.assembled((role, at..at + 3), at, tail, true);
    }
    if matches!(near.word(at), "presides" | "presided" | "presiding") && near.word(at + 1) == "over" {
        let first = at + 2 + usize::from(is_definite(near.word(at + 2)));
        let end = near.run_from(first);
        let in_court = (first..end).any(|at| matches!(near.word(at), "trial" | "case" | "hearing" | "court"));
        let role = listed("judge").filter(|_| in_court)?;
        return near.by_what_is_done((role, at), first..end, end, true);
    }
    let of = match near.word(at) {
        "in" if near.word(at + 1) == "charge" => at + 2,
        "charge" | "command" => at + 1,
        _ => return None,
    };
    if near.word(of) != "of" {
        return None;
    }
    let (tail, end) = near.tail(of);
    as_title(near, end).or_else(|| near.assembled((listed("head")?, at..of), at, tail, true).filter(Post::is_placed))
}

/// The title behind what somebody does: "has had charge of the brewhouse as master brewer".
fn as_title(near: &Nearby<'_>, at: usize) -> Option<Post> {
    if near.word(at) == "as" { title(near, at + 1).map(|(post, _)| post) } else { None }
}
