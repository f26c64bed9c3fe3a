//! The name that was meant, where one was written that nobody knows.

/// Names less alike than this are no suggestion (Jaro–Winkler, 0 to 1): where cargo and clap draw the line for other measures.
const ALIKE: f64 = 0.8;

/// The known name that was most likely meant, where one is near; capitals make no difference.
#[must_use]
pub fn meant<S: AsRef<str>>(written: &str, known: impl IntoIterator<Item = S>) -> Option<S> {
    let written = written.to_lowercase();
    let likeness = |name: S| {
        let known = name.as_ref().to_lowercase();
        let alike = strsim::jaro_winkler(&written, &known);
        let short = known.starts_with(&written) || written.starts_with(&known);
        // More than a third of the letters wrong is no slip any more.
        let slip = || strsim::osa_distance(&written, &known) <= (known.chars().count() / 3).max(1);
        (alike > ALIKE && (short || slip())).then_some((alike, name))
    };
    let near = known.into_iter().filter_map(likeness);
    near.max_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, name)| name)
}

/// "did you mean" the known name that is near, else the advice.
#[must_use]
pub fn did_you_mean<S: AsRef<str>>(
    written: &str,
    known: impl IntoIterator<Item = S>,
    advice: impl FnOnce() -> String,
) -> String {
    meant(written, known).map_or_else(advice, |name| format!("did you mean `{}`?", name.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn a_slip_of_the_pen_is_told_from_another_word() {
        let known = ["offices", "offices/mayor", "phrases", "date"];
        for (written, expected) in [
            ("ofices", Some("offices")),
            ("Offices", Some("offices")),
            ("offices/major", Some("offices/mayor")),
            ("phrsaes", Some("phrases")),
            ("dates", Some("date")),
            ("persons", None),
            ("phr", Some("phrases")),
            ("mayor", None),
            ("", None),
        ] {
            assert_eq!(meant(written, known), expected, "{written}");
        }
    }
}
