//! `belie-baseline.toml`: reading and writing what is known.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::Arc;

use serde::Deserialize;
use toml::value::Datetime;

use super::options::parse_date;
use super::toml_text::quoted;
use crate::conflicts::baseline::{Baseline, Known, KnownSide};
use crate::conflicts::finding::Verdict;
use crate::source::file::File;
use crate::source::problem::Problem;
use crate::source::span::FileSpan;

/// The name of the file.
pub(super) const NAME: &str = "belie-baseline.toml";

/// The version of the form.
const VERSION: u32 = 1;

/// Reads the text of a baseline.
///
/// # Errors
///
/// Where it is no baseline; half of one would be no use.
pub(super) fn read(file: &Arc<File>) -> Result<Baseline, Box<Problem>> {
    let written: Written = toml::from_str(file.text()).map_err(|error| {
        let span = error.span().unwrap_or_default();
        fault(file, FileSpan::new(span.start as u32, span.end as u32), error.message().trim())
    })?;
    if written.version != VERSION {
        return Err(fault(file, FileSpan::default(), "this baseline was written by another version of belie"));
    }
    let known = written.known.into_iter().map(|known| {
        let since = known.since.map(|since| parse_date(&since.to_string())).transpose();
        let verdict = Verdict::ALL.into_iter().find(|verdict| verdict.name() == known.verdict);
        match (since, verdict) {
            (Ok(since), Some(verdict)) => Ok(Known {
                rule: known.rule,
                verdict,
                inside: known.inside,
                key: known.key,
                since,
                sides: known
                    .side
                    .into_iter()
                    .map(|side| KnownSide { value: side.value, quotes: side.quotes })
                    .collect(),
            }),
            (Err(_), _) => Err(fault(file, FileSpan::default(), "`since` is a date written YYYY-MM-DD")),
            (_, None) => Err(fault(file, FileSpan::default(), &format!("no verdict is called `{}`", known.verdict))),
        }
    });
    Ok(Baseline::new(known.collect::<Result<_, _>>()?))
}

/// Writes a baseline, the same bytes for the same content, one thing a line so that changes can be read.
#[must_use]
pub(super) fn written(baseline: &Baseline) -> String {
    let mut text = format!(
        "# Contradictions that are known: `belie check` is silent about them until something is added to one.\n\
         # Written by `belie baseline`, which also takes out what is gone.\nversion = {VERSION}\n"
    );
    for known in baseline.known() {
        let key: Vec<String> =
            known.key.iter().map(|(name, value)| format!("{} = {}", quoted(name), quoted(value))).collect();
        let _ = writeln!(text, "\n[[known]]\nrule = {}", quoted(&known.rule));
        let _ = writeln!(text, "verdict = \"{}\"", known.verdict.name());
        if known.inside {
            text.push_str("inside = true\n");
        }
        if !key.is_empty() {
            let _ = writeln!(text, "key = {{ {} }}", key.join(", "));
        }
        if let Some(since) = known.since {
            let _ = writeln!(text, "since = {since}");
        }
        for side in &known.sides {
            let _ = writeln!(text, "[[known.side]]\nvalue = {}\nquotes = [", quoted(&side.value));
            for quote in &side.quotes {
                let _ = writeln!(text, "  {},", quoted(quote));
            }
            text.push_str("]\n");
        }
    }
    text
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    version: u32,
    #[serde(default)]
    known: Vec<WrittenKnown>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenKnown {
    rule: String,
    verdict: String,
    #[serde(default)]
    inside: bool,
    #[serde(default)]
    key: BTreeMap<String, String>,
    since: Option<Datetime>,
    side: Vec<WrittenSide>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSide {
    value: String,
    quotes: BTreeSet<String>,
}

fn fault(file: &Arc<File>, span: FileSpan, message: &str) -> Box<Problem> {
    let problem = Problem::error(file.name().clone(), message).at(file, span);
    Box::new(problem.with_help("write it anew with `belie baseline`"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{read, written};
    use crate::cli::options::parse_date;
    use crate::conflicts::baseline::{Baseline, Known, KnownSide};
    use crate::conflicts::finding::Verdict;
    use crate::source::file::File;

    #[test]
    fn what_was_written_is_read_back() {
        let side = |value: &str, quotes: &[&str]| KnownSide {
            value: value.to_owned(),
            quotes: quotes.iter().map(ToString::to_string).collect(),
        };
        let known = vec![
            Known {
                rule: "offices/mayor".to_owned(),
                verdict: Verdict::Conflict,
                inside: false,
                key: [("place", "O'Neill's \"Port\""), ("which office", "mayor")]
                    .map(|(name, value)| (name.to_owned(), value.to_owned()))
                    .into(),
                since: parse_date("2031-05-04").ok(),
                sides: vec![side("Berg", &["Mayor Berg", "the mayor, \\ Berg"]), side("two\nlines", &["x"])],
            },
            Known {
                rule: "tolls/toll".to_owned(),
                verdict: Verdict::Update,
                inside: true,
                key: [].into(),
                since: None,
                sides: vec![side("4", &["four died"])],
            },
        ];
        let text = written(&Baseline::new(known.clone()));
        let back = read(&Arc::new(File::new("belie-baseline.toml", text.as_str()))).unwrap();
        assert_eq!(back.known().cloned().collect::<Vec<_>>(), known, "{text}");
        assert_eq!(written(&back), text);
    }

    #[test]
    fn what_is_no_baseline_is_told() {
        for (text, message) in [
            ("version = 2", "this baseline was written by another version of belie"),
            ("known = []", "missing field `version`"),
            ("version = 1\nknow = []", "unknown field `know`, expected `version` or `known`"),
            ("version = 1\n[[known]]\nrule = 'a'\nverdict = 'b'\nside = []", "no verdict is called `b`"),
            (
                "version = 1\n[[known]]\nrule = 'a'\nverdict = 'update'\nsince = 07:00:00\nside = []",
                "`since` is a date written YYYY-MM-DD",
            ),
        ] {
            let problem = read(&Arc::new(File::new("belie-baseline.toml", text))).unwrap_err();
            assert_eq!(problem.message, message, "{text}");
        }
    }
}
