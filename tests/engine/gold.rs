//! Contradictions that people wrote down, and whether a finding shows them.

use std::collections::BTreeSet;

use belie::conflicts::finding::Finding;
use serde::Deserialize;

use crate::engine::Source;

/// What a set of sources contradicts, and what only looks as if it did.
#[derive(Debug, Deserialize)]
pub(crate) struct Case {
    #[serde(default)]
    pub(crate) conflict: Vec<Gold>,
    #[serde(default)]
    pub(crate) trap: Vec<Gold>,
}

/// A contradiction, or what only looks like one.
#[derive(Debug, Deserialize)]
pub(crate) struct Gold {
    pub(crate) explain: String,
    /// What the sides differ in: a count, a date, a name …
    #[serde(default, rename = "type")]
    pub(crate) about: String,
    /// The least severity that is expected.
    pub(crate) level: Option<String>,
    pub(crate) side: Vec<GoldSide>,
}

/// One of the places that contradict each other.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct GoldSide {
    pub(crate) file: String,
    /// Words that the file has once.
    pub(crate) quote: String,
    /// What they say; sides with one value do not contradict each other.
    pub(crate) value: Option<String>,
}

/// How many bytes of its line on either side still belong to a quote, which is seldom just the words of the value.
const SLACK: usize = 60;

/// A piece of evidence: which side it is on, and its bytes.
pub(crate) type Piece = (usize, String, usize, usize);

impl Gold {
    /// Whether the finding shows this contradiction: evidence on two of its sides that say different things. One piece
    /// of evidence is enough where two sides stand so close together that they are one phrase.
    pub(crate) fn shown_by(&self, finding: &Finding, sources: &[Source]) -> bool {
        self.shown(finding, sources, true)
    }

    /// Whether the finding sets two of these places against each other, whatever they say.
    pub(crate) fn confused_by(&self, finding: &Finding, sources: &[Source]) -> bool {
        let anything = self.side.iter().map(|side| GoldSide { value: None, ..side.clone() }).collect();
        Self { explain: String::new(), about: String::new(), level: None, side: anything }
            .shown(finding, sources, false)
    }

    fn shown(&self, finding: &Finding, sources: &[Source], one_phrase: bool) -> bool {
        let regions: Vec<(usize, usize)> = self.side.iter().map(|side| side.region(sources)).collect();
        let touching: Vec<BTreeSet<Piece>> =
            self.side.iter().zip(&regions).map(|(side, region)| touching(finding, &side.file, *region)).collect();
        let values: BTreeSet<&Option<String>> = self.side.iter().map(|side| &side.value).collect();
        let pairs = (0..self.side.len()).flat_map(|a| (a + 1..self.side.len()).map(move |b| (a, b)));
        pairs.filter(|&(a, b)| values.len() == 1 || self.side[a].value != self.side[b].value).any(|(a, b)| {
            if touching[a].is_empty() || touching[b].is_empty() {
                return false;
            }
            let close = self.side[a].file == self.side[b].file
                && regions[a].0.max(regions[b].0) <= regions[a].1.min(regions[b].1);
            let different = touching[a].iter().any(|piece| touching[b].iter().any(|other| piece != other));
            different || (one_phrase && close)
        })
    }
}

impl GoldSide {
    /// The bytes of the quote in its file, with some slack inside its line.
    pub(crate) fn region(&self, sources: &[Source]) -> (usize, usize) {
        let source = sources.iter().find(|source| source.name == self.file).unwrap();
        let text = std::str::from_utf8(&source.bytes).unwrap();
        let places: Vec<usize> = text.match_indices(&self.quote).map(|(at, _)| at).collect();
        let &[start] = &places[..] else { panic!("{:?} is not once in {}", self.quote, self.file) };
        with_slack(text, start, start + self.quote.len())
    }
}

/// The bytes of a place in a text with what may belong to it on its line.
pub(crate) fn with_slack(text: &str, start: usize, end: usize) -> (usize, usize) {
    let line = text[..start].rfind('\n').map_or(0, |feed| feed + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |feed| end + feed);
    (start.saturating_sub(SLACK).max(line), (end + SLACK).min(line_end))
}

/// The evidence of a finding that stands in a part of a file.
pub(crate) fn touching(finding: &Finding, file: &str, (start, end): (usize, usize)) -> BTreeSet<Piece> {
    let pieces = finding.sides.iter().enumerate().flat_map(|(side, evidence)| {
        evidence.evidence.iter().map(move |at| {
            let on_disk = |offset| at.file.on_disk(offset) as usize;
            (side, at.file.name().to_string(), on_disk(at.span.start), on_disk(at.span.end))
        })
    });
    pieces.filter(|(_, path, from, to)| path == file && *from < end && start < *to).collect()
}
