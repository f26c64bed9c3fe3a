//! The small words that stand in, before and behind a title, and tell where it ends and of how many it speaks.

/// What joins a title to what follows.
pub(super) fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "and" | "or" | "who" | "whose" | "which" | "that" | "said" | "says" | "told" | "tells" | "when" | "as"
    ) || matches!(word, "while" | "but" | "if" | "where" | "added" | "adds" | "not")
}

/// Whether a word links a subject to what is said of it, or is the subject of another clause.
pub(super) fn is_link(word: &str) -> bool {
    matches!(word, "is" | "was" | "are" | "were" | "has" | "had" | "have" | "will" | "would" | "can" | "could" | "be")
        || matches!(
            word,
            "been" | "being" | "did" | "does" | "do" | "may" | "might" | "it" | "he" | "she" | "they" | "we"
        )
}

pub(super) fn is_determiner(word: &str) -> bool {
    is_definite(word) || is_indefinite(word)
}

/// Whether a title behind a word speaks of the only one that there is.
pub(super) fn is_definite(word: &str) -> bool {
    matches!(word, "the" | "its" | "our" | "their" | "this")
}

/// Whether a title behind a word speaks of one of several, or of somebody's own.
pub(super) fn is_indefinite(word: &str) -> bool {
    matches!(word, "a" | "an" | "one" | "another" | "every" | "no" | "his" | "her" | "my" | "your")
}

/// Whether a verb makes somebody something: "appointed as", "was elected chair".
pub(super) fn is_appointment(word: &str) -> bool {
    matches!(word, "named" | "names" | "naming" | "appointed" | "appoints" | "appointing" | "elected" | "elects")
        || matches!(
            word,
            "hired" | "hires" | "hiring" | "chose" | "chooses" | "chosen" | "picked" | "picks" | "installed"
        )
        || matches!(
            word,
            "re-elected" | "reelected" | "voted" | "selected" | "selects" | "nominated" | "nominates" | "made"
        )
}

/// Whether a verb says that somebody comes to be something: "became chair".
pub(super) fn is_coming(word: &str) -> bool {
    matches!(word, "become" | "becomes" | "became" | "becoming")
}

/// Whether a verb says that somebody is something: "serves as".
pub(super) fn is_service(word: &str) -> bool {
    matches!(word, "stay" | "stays" | "stayed" | "remain" | "remains" | "remained" | "serve" | "serves" | "served")
        || matches!(word, "continue" | "continues" | "continued" | "carry" | "carries" | "carried")
        || matches!(word, "act" | "acts" | "acted" | "work" | "works" | "worked")
}
