//! Whether a verb phrase says that something is so, that it is not so, or that somebody denies it.

use std::fmt;

use super::agreement::Agreement;

/// What a verb phrase does with its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Polarity {
    /// "met", "did not fail to meet"
    Asserted,
    /// "did not meet", "never met", "failed to meet"
    Negated,
    /// "denied meeting": what someone says, not what the text says.
    Denied,
}

impl Polarity {
    /// Reads the folded words of a verb phrase: "has never met", "denied meeting". Two negations cancel out.
    #[must_use]
    pub fn read<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut negated = false;
        let mut words = words.into_iter().peekable();
        while let Some(word) = words.next() {
            match word {
                _ if is_denial(word) => return Self::Denied,
                // "not only met" asserts more, not less.
                "not" if matches!(words.peek(), Some(&"only" | &"just" | &"merely")) => {}
                // "The talks failed" asserts; "failed to agree" does not.
                _ if is_refusal(word) => negated ^= words.peek() == Some(&"to"),
                _ if is_negation(word) => negated = !negated,
                _ => {}
            }
        }
        if negated { Self::Negated } else { Self::Asserted }
    }
}

/// Whether two verb phrases about the same thing can both hold: only what is asserted or negated proves anything.
#[must_use]
pub fn agree(a: Polarity, b: Polarity) -> Agreement {
    match (a, b) {
        _ if a == b => Agreement::Same,
        (Polarity::Denied, _) | (_, Polarity::Denied) => Agreement::Unknown,
        _ => Agreement::Conflict,
    }
}

/// Words that turn what is behind them into its opposite.
fn is_negation(word: &str) -> bool {
    word.ends_with("n't")
        || matches!(word, "not" | "never" | "cannot" | "neither" | "nor" | "no" | "without" | "unable")
        || matches!(word, "avoid" | "avoids" | "avoided" | "avoiding")
}

/// Verbs that do so by their sense where "to" follows.
fn is_refusal(word: &str) -> bool {
    matches!(word, "fail" | "fails" | "failed" | "failing" | "refuse" | "refuses" | "refused" | "refusing")
        || matches!(word, "decline" | "declines" | "declined" | "declining")
}

fn is_denial(word: &str) -> bool {
    matches!(word, "deny" | "denies" | "denied" | "denying" | "dispute" | "disputes" | "disputed" | "disputing")
}

/// `yes`, `no`, `denied`.
impl fmt::Display for Polarity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Asserted => "yes",
            Self::Negated => "no",
            Self::Denied => "denied",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verb_phrases_assert_negate_or_deny() {
        for (phrase, expected) in [
            ("met", Polarity::Asserted),
            ("did not meet", Polarity::Negated),
            ("didn't meet", Polarity::Negated),
            ("never met", Polarity::Negated),
            ("has never met", Polarity::Negated),
            ("failed to meet", Polarity::Negated),
            ("did not fail to meet", Polarity::Asserted),
            ("not only met", Polarity::Asserted),
            ("will not sign", Polarity::Negated),
            ("left without signing", Polarity::Negated),
            ("declined to sign", Polarity::Negated),
            ("has declined", Polarity::Asserted),
            ("denied meeting", Polarity::Denied),
            ("did not deny meeting", Polarity::Denied),
        ] {
            assert_eq!(Polarity::read(phrase.split(' ')), expected, "{phrase}");
        }
    }

    #[test]
    fn only_assertions_contradict_each_other() {
        use Polarity::{Asserted, Denied, Negated};
        for (a, b, expected) in [
            (Asserted, Asserted, Agreement::Same),
            (Asserted, Negated, Agreement::Conflict),
            (Asserted, Denied, Agreement::Unknown),
            (Negated, Denied, Agreement::Unknown),
            (Denied, Denied, Agreement::Same),
        ] {
            assert_eq!(agree(a, b), expected);
            assert_eq!(agree(b, a), expected);
        }
    }
}
