//! What the page links together: findings, sources and the places in them, each with its anchor.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::words::{capitalised, words};
use crate::claims::claim::Evidence;
use crate::claims::document_claims::DocumentClaims;
use crate::conflicts::finding::{Finding, Status};
use crate::report::flat::repeats;
use crate::report::short_name::named;
use crate::rules::rule::Rules;
use crate::rules::severity::Severity;
use crate::source::file::File;
use crate::source::span::FileSpan;
use crate::values::english;

/// Everything that has an anchor.
pub(super) struct Index<'a> {
    /// The findings, in the order of the report.
    pub(super) facts: Vec<Fact<'a>>,
    /// The sources that a finding quotes, by name.
    pub(super) sources: Vec<Source<'a>>,
    /// Looked up, never gone through: documents of one name are kept apart by where they lie.
    by_file: FxHashMap<*const File, usize>,
}

/// A finding on the page.
pub(super) struct Fact<'a> {
    pub(super) finding: &'a Finding,
    /// How it is called on the page, from 1.
    pub(super) number: usize,
    /// Made from the finding's identity, so that a link holds in the page of another day.
    pub(super) anchor: String,
    /// The sources it quotes, each once, by index.
    pub(super) sources: Vec<usize>,
}

/// A source on the page.
pub(super) struct Source<'a> {
    pub(super) file: &'a File,
    /// The shortest end of its path that no other source shares.
    pub(super) short: String,
    pub(super) anchor: String,
    /// The words that something is said of, by where they begin, the longer first.
    pub(super) places: Vec<Place>,
    /// The findings that quote it, each once, by index.
    pub(super) facts: Vec<usize>,
}

/// Words of a source.
pub(super) struct Place {
    pub(super) span: FileSpan,
    /// The findings that quote them, each once, by index.
    pub(super) told: Vec<usize>,
    /// What they say where nobody disputes it, by the rules that read them: `Who is mayor: Anna Berg`.
    pub(super) read: String,
}

impl<'a> Index<'a> {
    pub(super) fn new(findings: &'a [Finding], rules: &Rules, documents: &[DocumentClaims]) -> Self {
        let mut files: BTreeMap<(&str, usize), &'a File> = BTreeMap::new();
        let mut by_file = FxHashMap::default();
        for at in findings.iter().flat_map(places) {
            let seen = by_file.len();
            by_file.entry(&raw const *at.file).or_insert_with(|| files.insert((at.file.name(), seen), &at.file));
        }
        let mut sources: Vec<Source<'a>> = named_apart(files.into_values().collect());
        let by_file: FxHashMap<*const File, usize> =
            sources.iter().enumerate().map(|(at, source)| (&raw const *source.file, at)).collect();

        let mut marked: Vec<BTreeMap<FileSpan, Place>> = sources.iter().map(|_| BTreeMap::new()).collect();
        let repeats = repeats(findings.iter().map(|finding| finding.id.as_str()));
        let mut facts = Vec::with_capacity(findings.len());
        for (at, (finding, repeat)) in findings.iter().zip(repeats).enumerate() {
            let mut quoted = Vec::new();
            for place in places(finding) {
                let source = by_file[&(&raw const *place.file)];
                let told = &mut mark(&mut marked[source], place.span).told;
                if told.last() != Some(&at) {
                    told.push(at);
                }
                quoted.push(source);
            }
            quoted.sort_unstable();
            quoted.dedup();
            quoted.iter().for_each(|&source| sources[source].facts.push(at));
            let nth = if repeat == 0 { String::new() } else { format!("-{}", repeat + 1) };
            facts.push(Fact { finding, number: at + 1, anchor: format!("f-{}{nth}", finding.id), sources: quoted });
        }
        let mut read: Vec<Vec<(FileSpan, String)>> = sources.iter().map(|_| Vec::new()).collect();
        for claim in documents.iter().flat_map(|document| &document.claims).filter(|claim| claim.counts()) {
            let Some(&source) = by_file.get(&(&raw const *claim.at.file)) else { continue };
            let (title, value) = (&rules.claims[claim.rule].title, english::value(&claim.value));
            read[source].push((claim.at.span, words(&format!("{title}: {value}"))));
        }
        for ((source, marked), read) in sources.iter_mut().zip(marked).zip(read) {
            source.places = marked.into_values().collect();
            source.places.sort_by_key(|place| order(place.span));
            source.places.extend(undisputed(&source.places, read));
            source.places.sort_by_key(|place| order(place.span));
        }
        Self { facts, sources, by_file }
    }

    /// The index of the source that holds the place.
    pub(super) fn source(&self, at: &Evidence) -> usize {
        self.by_file[&(&raw const *at.file)]
    }

    /// The anchor of the place in its article.
    pub(super) fn place(&self, at: &Evidence) -> String {
        let source = self.source(at);
        let place = self.sources[source].places.partition_point(|place| order(place.span) < order(at.span));
        place_anchor(&self.sources[source], place)
    }
}

/// The anchor of a place, by its index in the source.
pub(super) fn place_anchor(source: &Source<'_>, place: usize) -> String {
    format!("{}-{}", source.anchor, place + 1)
}

/// How a finding is counted and coloured: by its severity while it is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Error,
    Warning,
    Note,
    /// In the baseline, or allowed.
    Known,
}

impl Group {
    /// Every group, the loudest first.
    pub(super) const ALL: [Self; 4] = [Self::Error, Self::Warning, Self::Note, Self::Known];

    pub(super) fn of(finding: &Finding) -> Self {
        match (finding.status, finding.severity) {
            (Status::Baseline | Status::Allowed, _) => Self::Known,
            (Status::New, Severity::Error) => Self::Error,
            (Status::New, Severity::Warning) => Self::Warning,
            (Status::New, Severity::Note) => Self::Note,
        }
    }

    /// The name of the group as anchor, class and value of a filter.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Error => Severity::Error.name(),
            Self::Warning => Severity::Warning.name(),
            Self::Note => Severity::Note.name(),
            Self::Known => "known",
        }
    }

    /// `Errors`, `Known`.
    pub(super) fn heading(self) -> String {
        match self {
            Self::Known => "Known".to_owned(),
            loud => capitalised(loud.name()) + "s",
        }
    }
}

/// Every place that a finding quotes.
pub(super) fn places(finding: &Finding) -> impl Iterator<Item = &Evidence> {
    finding.sides.iter().flat_map(|side| &side.evidence)
}

fn mark(marked: &mut BTreeMap<FileSpan, Place>, span: FileSpan) -> &mut Place {
    marked.entry(span).or_insert_with(|| Place { span, told: Vec::new(), read: String::new() })
}

/// By where it begins, the longer first.
fn order(span: FileSpan) -> (u32, u32) {
    (span.start, u32::MAX - span.end)
}

/// The claims that stand apart from all that is in dispute, and from each other: the first of those that overlap, and
/// all that is read in the same words together.
fn undisputed(disputed: &[Place], mut read: Vec<(FileSpan, String)>) -> Vec<Place> {
    let ends: Vec<u32> = disputed
        .iter()
        .scan(0, |last, place| {
            *last = place.span.end.max(*last);
            Some(*last)
        })
        .collect();
    let is_disputed = |span: FileSpan| {
        let before = disputed.partition_point(|place| place.span.start < span.end);
        before.checked_sub(1).is_some_and(|last| ends[last] > span.start)
    };
    read.retain(|(span, _)| !is_disputed(*span));
    // Stable: claims of the same words stay in the order in which they were found.
    read.sort_by_key(|(span, _)| order(*span));
    let mut apart: Vec<Place> = Vec::new();
    for (span, says) in read {
        match apart.last_mut() {
            Some(last) if last.span == span => last.read += &format!("; {says}"),
            Some(last) if last.span.end > span.start => {}
            _ => apart.push(Place { span, told: Vec::new(), read: says }),
        }
    }
    apart
}

fn named_apart(files: Vec<&File>) -> Vec<Source<'_>> {
    let short = named(files.iter().map(|file| &**file.name()).collect());
    let source = |(at, (file, short)): (usize, (_, crate::report::short_name::Source<'_>))| Source {
        file,
        short: words(&short.short),
        anchor: format!("s{}", at + 1),
        places: Vec::new(),
        facts: Vec::new(),
    };
    files.into_iter().zip(short).enumerate().map(source).collect()
}
