//! The small words of a clause: those that join, determine, help a verb or say who speaks.

use crate::values::calendar_words::weekday;

pub(super) fn is_part_of_day(word: &str) -> bool {
    matches!(word, "night" | "morning" | "evening" | "afternoon" | "day" | "eve")
}

/// Whether a folded word is a unit in which lengths of time are told.
pub(crate) fn is_unit_of_time(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    matches!(word, "minute" | "hour" | "day" | "week" | "fortnight" | "month" | "year" | "decade" | "century")
}

pub(super) fn is_ordinal(word: &str) -> bool {
    matches!(word, "fourth" | "fifth" | "sixth" | "seventh" | "eighth" | "ninth" | "tenth")
        || word.starts_with(|first: char| first.is_ascii_digit())
            && ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end))
}

/// Whether a word tells which of several something is.
pub(super) fn tells_which(word: &str) -> bool {
    matches!(word, "first" | "second" | "third" | "last" | "next" | "other" | "another") || is_ordinal(word)
}

/// Whether a word of a label only says that a time is meant: "launch date" is the launch.
pub(super) fn is_of_time(word: &str) -> bool {
    matches!(word, "date" | "time" | "day" | "hour" | "hours" | "times" | "year")
}

/// Whether a word ties what stands behind it to what stands before.
pub(super) fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "at" | "for" | "in" | "on" | "from" | "to" | "with" | "since" | "until" | "by" | "under")
        || matches!(word, "after" | "before" | "during" | "into" | "about" | "against" | "over" | "near" | "behind")
        || matches!(word, "above" | "across" | "along" | "onto" | "through" | "between" | "beside" | "off" | "outside")
        || matches!(word, "inside" | "around" | "within" | "beneath" | "below" | "without" | "via" | "like" | "as")
        || matches!(word, "beyond" | "towards" | "upon" | "among")
}

pub(super) fn is_pronoun(word: &str) -> bool {
    matches!(word, "he" | "she")
}

pub(super) fn is_count(word: &str) -> bool {
    matches!(word, "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "nine" | "ten" | "several" | "many")
}

pub(super) fn is_dash(raw: &str) -> bool {
    matches!(raw, "-" | "–" | "—" | ":")
}

/// Whether a word tells on which days, in which season or how often something holds.
pub(super) fn is_setting(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    weekday(word).is_some()
        || matches!(word, "daily" | "weekday" | "weekend" | "summer" | "winter" | "spring" | "autumn" | "season")
        || matches!(word, "holiday" | "every" | "always" | "usually" | "normally" | "otherwise" | "usual")
}

pub(super) fn is_conjunction(word: &str) -> bool {
    matches!(
        word,
        "but" | "while" | "although" | "though" | "because" | "if" | "when" | "whereas" | "whether" | "unless"
    ) || matches!(word, "after" | "before" | "since" | "until" | "till" | "that" | "where")
}

pub(super) fn is_relative(word: &str) -> bool {
    matches!(word, "who" | "which" | "whose" | "whom" | "and")
}

pub(super) fn is_determiner(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "its" | "his" | "her" | "their" | "our" | "any" | "no" | "all" | "every")
        || matches!(word, "both" | "each" | "some")
        || matches!(word, "this" | "these" | "those" | "'s" | "'" | "-" | "*" | "per" | "%")
}

/// Nouns for a way that is gone there and back.
pub(super) fn is_journey(word: &str) -> bool {
    matches!(
        word,
        "journey" | "trip" | "flight" | "voyage" | "crossing" | "ride" | "drive" | "passage" | "walk" | "way"
    )
}

pub(super) fn is_be(word: &str) -> bool {
    matches!(word, "is" | "are" | "was" | "were" | "been" | "being" | "be" | "isn't" | "aren't" | "wasn't" | "weren't")
}

pub(super) fn is_auxiliary(word: &str) -> bool {
    is_be(word)
        || word.ends_with("n't")
        || word.ends_with("ly")
        || is_refusal(word)
        || matches!(word, "has" | "have" | "had" | "having" | "did" | "does" | "do" | "not" | "never" | "no" | "longer")
        || matches!(
            word,
            "without" | "will" | "shall" | "'ll" | "wo" | "to" | "would" | "could" | "can" | "may" | "might"
        )
        || matches!(
            word,
            "should" | "must" | "yet" | "ever" | "even" | "also" | "still" | "now" | "once" | "then" | "only"
        )
        || matches!(
            word,
            "deny" | "denies" | "denied" | "denying" | "if" | "cannot" | "neither" | "nor" | "avoid" | "avoided"
        )
}

pub(super) fn is_refusal(word: &str) -> bool {
    matches!(word, "fail" | "fails" | "failed" | "failing" | "refuse" | "refuses" | "refused" | "refusing")
        || matches!(word, "decline" | "declines" | "declined" | "declining")
}

pub(super) fn is_report(word: &str) -> bool {
    matches!(word, "said" | "says" | "say" | "told" | "tells" | "claims" | "claimed" | "insisted" | "insists")
        || matches!(word, "argued" | "argues" | "alleged" | "alleges" | "according" | "believes")
}

/// Whether a word names anything of a kind: "no radioactive substance" tells of all that is radioactive.
pub(super) fn is_general(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    matches!(
        word,
        "substance" | "thing" | "item" | "person" | "people" | "material" | "kind" | "sign" | "trace" | "part"
    ) || matches!(word, "body" | "human" | "individual" | "member" | "object" | "matter" | "form" | "sort" | "type")
}

/// Whether what a word names is about what stands behind its "to" or "for": "the request to keep hens".
pub(super) fn is_request(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    matches!(
        word,
        "request" | "permission" | "application" | "plan" | "proposal" | "bid" | "motion" | "call" | "appeal"
    ) || matches!(word, "demand" | "offer" | "petition" | "consent" | "plea" | "scheme" | "licence" | "permit")
}

/// Whether a verb in the passive may have an object: "she was shown the letter".
pub(super) fn is_of_two(word: &str) -> bool {
    matches!(word, "shown" | "given" | "offered" | "awarded" | "sent" | "granted" | "handed" | "asked" | "promised")
}

/// Whether a word says that only a part of what is named is meant.
pub(super) fn is_some(word: &str) -> bool {
    matches!(word, "some" | "several" | "many" | "most" | "few" | "half" | "partly")
}

/// Whether a word names what leaves by a timetable.
pub(super) fn is_vehicle(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    matches!(word, "boat" | "ferry" | "train" | "bus" | "tram" | "flight" | "plane" | "ship" | "coach" | "sailing")
}

/// Whether a word names what has a beginning and an end of its own, so that to open it is to begin it.
pub(super) fn is_held(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    matches!(word, "trial" | "festival" | "fair" | "exhibition" | "conference" | "season" | "talk" | "hearing" | "term")
        || matches!(word, "inquest" | "inquiry" | "tournament" | "market" | "congress" | "summit" | "show" | "meeting")
        || matches!(word, "regatta" | "championship" | "contest" | "ballot" | "vote" | "poll" | "campaign" | "session")
}
