//! How near a phrase comes to a match where it has none: for people who wonder why not.

use std::cmp::Reverse;
use std::ops::Range;

use super::document_claims::DocumentClaims;
use super::index::ReadingIndex;
use super::matcher::{AtNeed, Matcher};
use super::node::Node;
use super::program::{Program, is_common};
use crate::rules::phrase::{Phrase, SlotKind};
use crate::rules::rule::Rules;
use crate::source::document::Document;
use crate::source::span::FileSpan;
use crate::source::token::TokenKind;
use crate::values::find::find;
use crate::values::relative::resolve;
use crate::values::value::{Kind, Reading};

/// How near one phrase came, in the sentence where it came nearest. Parts are indices into [`Phrase::parts`].
#[derive(Clone, Debug, PartialEq)]
pub struct NearMiss {
    /// Index into [`Rules::claims`].
    pub rule: usize,
    /// Index into the rule's phrases.
    pub phrase: usize,
    /// The parts that match, one beside the other, half-open; empty where the phrase and the text have nothing in common
    /// that tells anything.
    pub parts: Range<usize>,
    /// The words that they match.
    pub words: FileSpan,
    /// What would have to stand behind these words.
    pub behind: Option<Missing>,
    /// What would have to stand before them.
    pub before: Option<Missing>,
    /// The parts that match nowhere in the sentence.
    pub nowhere: Vec<usize>,
    /// How much of the phrase matches: the weight of the parts that match together, and once more of all that stand in the
    /// sentence at all, over that of the whole phrase.
    share: (u32, u32),
}

/// A part that would have to stand beside the words that match.
#[derive(Clone, Debug, PartialEq)]
pub struct Missing {
    /// The part.
    pub part: usize,
    /// How many words may lie between; `None` where none may.
    pub gap: Option<u32>,
    /// The words that stand there; `None` where the sentence ends.
    pub here: Option<FileSpan>,
    /// What these words are read as.
    pub read_as: Vec<Kind>,
    /// Where in the sentence, in that direction, the part does match.
    pub elsewhere: Option<Elsewhere>,
}

/// Where a part matches, too far off.
#[derive(Clone, Debug, PartialEq)]
pub struct Elsewhere {
    /// What lies between.
    pub between: FileSpan,
    /// How many words that is, marks apart.
    pub words: u32,
    /// The word or mark among them that a gap never passes over.
    pub blocked: Option<FileSpan>,
}

/// Phrases made ready to be tried piece by piece.
#[derive(Debug)]
pub struct NearMisses<'a> {
    rules: &'a Rules,
    program: Program,
    phrases: Vec<Pieces<'a>>,
}

#[derive(Debug)]
struct Pieces<'a> {
    rule: usize,
    phrase: usize,
    written: &'a Phrase,
    nodes: Vec<Node>,
    /// How much each part tells; `None` for one that may be missing.
    weights: Vec<Option<u32>>,
}

impl<'a> NearMisses<'a> {
    /// The phrases of some rules, by their indices in [`Rules::claims`].
    #[must_use]
    pub fn new(rules: &'a Rules, wanted: &[usize]) -> Self {
        let mut program = Program::compile(rules);
        let mut phrases = Vec::new();
        for &rule in wanted {
            for (phrase, written) in rules.claims[rule].phrases.iter().enumerate() {
                let nodes = program.whole(written);
                let weights = written.parts.iter().map(|part| weight(&nodes[part.items.clone()])).collect();
                phrases.push(Pieces { rule, phrase, written, nodes, weights });
            }
        }
        Self { rules, program, phrases }
    }

    /// How near each phrase comes in some sentences of a document, by their indices, where its rule made no claim; the
    /// nearest first. A phrase that matches is left out, and so is a rule that made a claim in all of them.
    #[must_use]
    pub fn read(&self, document: &Document, found: &DocumentClaims, sentences: &[usize]) -> Vec<NearMiss> {
        let (words, _) = self.program.vocabulary.read(document);
        let mut readings = find(document, &self.rules.names);
        if let Some(day) = found.date {
            resolve(document, day, &mut readings);
        }
        let by_token = ReadingIndex::new(&readings, words.len());
        let at_need = AtNeed::default();
        let matcher =
            Matcher { document, program: &self.program, words: &words, readings: &by_token, at_need: &at_need };
        let without_claim = |rule: usize| -> Vec<usize> {
            let claimed = |sentence: usize| found.claims.iter().any(|c| c.rule == rule && c.sentence == sentence);
            sentences.iter().copied().filter(|&sentence| !claimed(sentence)).collect()
        };
        let misses = self.phrases.iter().filter_map(|pieces| {
            let sentences = without_claim(pieces.rule);
            if sentences.is_empty() { None } else { nearest(pieces, &matcher, &readings, &sentences) }
        });
        let mut misses: Vec<NearMiss> = misses.collect();
        // By the share of the phrase that matches, as fractions without division.
        misses.sort_by(|a, b| (b.share.0 * a.share.1).cmp(&(a.share.0 * b.share.1)));
        misses
    }
}

/// Marks and the like tell little, a value something, a word most.
const COMMON_WORD: u32 = 1;
const VALUE: u32 = 2;
const WORD: u32 = 3;

/// How much a part tells where it matches; `None` for what may be missing.
fn weight(nodes: &[Node]) -> Option<u32> {
    nodes
        .iter()
        .filter_map(|node| match node {
            Node::Word(words) if words.words().iter().all(|&word| is_common(word)) => Some(COMMON_WORD),
            Node::Word(_) => Some(WORD),
            Node::Slot { kind: SlotKind::Value(_), .. } => Some(VALUE),
            // Any word will do for these.
            Node::Slot { .. } => Some(0),
            Node::Either(either) => either.all.iter().filter_map(|nodes| weight(nodes)).min(),
            Node::Gap(_) | Node::Optional(_) | Node::ChoiceStart { .. } | Node::ChoiceEnd { .. } => None,
        })
        .max()
}

/// Parts that match one beside the other, and the tokens that they match.
struct Run {
    parts: Range<usize>,
    tokens: Range<usize>,
    sentence: Range<usize>,
    weight: u32,
}

/// How near a phrase comes in the sentence where it comes nearest; `None` where it matches.
fn nearest(pieces: &Pieces<'_>, matcher: &Matcher<'_>, readings: &[Reading], sentences: &[usize]) -> Option<NearMiss> {
    let certain: Vec<usize> = (0..pieces.weights.len()).filter(|&part| pieces.weights[part].is_some()).collect();
    let (&first, &last) = (certain.first()?, certain.last()?);
    let total = pieces.weights.iter().flatten().sum();
    let miss = NearMiss {
        rule: pieces.rule,
        phrase: pieces.phrase,
        parts: 0..0,
        words: FileSpan::default(),
        behind: None,
        before: None,
        nowhere: Vec::new(),
        share: (0, total),
    };
    let runs = sentences.iter().flat_map(|&sentence| {
        let tokens = &matcher.document.sentences()[sentence].tokens;
        pieces.runs(matcher, tokens.start as usize..tokens.end as usize)
    });
    let tells = |run: &Run| run.parts.clone().any(|part| pieces.weights[part] >= Some(VALUE));
    let told = runs.filter(tells);
    // Where two come equally near, the one that begins the phrase, then the one further to the left.
    let Some(run) = told.min_by_key(|run| (Reverse(run.weight), run.parts.start, run.tokens.start)) else {
        return Some(miss);
    };
    if run.parts == (first..last + 1) {
        return None;
    }
    let document = matcher.document;
    let outside = certain.iter().copied().filter(|part| !run.parts.contains(part));
    let nowhere: Vec<usize> =
        outside.filter(|&part| pieces.places(matcher, part, &run.sentence).next().is_none()).collect();
    let lacking: u32 = nowhere.iter().filter_map(|&part| pieces.weights[part]).sum();
    let text = Text { matcher, readings };
    Some(NearMiss {
        parts: run.parts.clone(),
        words: document.in_file(document.span(run.tokens.start, run.tokens.end)),
        behind: certain
            .iter()
            .copied()
            .find(|&part| part >= run.parts.end)
            .map(|part| behind(pieces, &text, &run, part)),
        before: certain
            .iter()
            .copied()
            .rfind(|&part| part < run.parts.start)
            .map(|part| before(pieces, &text, &run, part)),
        share: (run.weight + total - lacking, total),
        nowhere,
        ..miss
    })
}

impl Pieces<'_> {
    fn nodes(&self, parts: Range<usize>) -> &[Node] {
        let written = &self.written.parts[parts];
        match (written.first(), written.last()) {
            (Some(first), Some(last)) => &self.nodes[first.items.start..last.items.end],
            _ => &[],
        }
    }

    /// From each token of a sentence and each part of the phrase, as far as it matches.
    fn runs(&self, matcher: &Matcher<'_>, sentence: Range<usize>) -> Vec<Run> {
        let mut runs = Vec::new();
        for start in sentence.clone() {
            for first in (0..self.weights.len()).filter(|&part| self.weights[part] > Some(0)) {
                let mut weight = 0;
                let mut reached = None;
                for last in first..self.weights.len() {
                    let Some(more) = self.weights[last] else { continue };
                    let Some(end) = matcher.after(self.nodes(first..last + 1), start, sentence.clone()) else { break };
                    weight += more;
                    reached = Some((last + 1, end));
                }
                runs.extend(reached.map(|(last, end)| Run {
                    parts: first..last,
                    tokens: start..end,
                    sentence: sentence.clone(),
                    weight,
                }));
            }
        }
        runs
    }

    /// Where a part matches.
    fn places<'b>(
        &'b self,
        matcher: &'b Matcher<'_>,
        part: usize,
        within: &Range<usize>,
    ) -> impl DoubleEndedIterator<Item = Range<usize>> + 'b {
        let (nodes, within) = (self.nodes(part..part + 1), within.clone());
        within.clone().filter_map(move |at| Some(at..matcher.after(nodes, at, within.clone())?))
    }

    /// How many words the gaps between two parts may hold.
    fn gap(&self, between: Range<usize>) -> Option<u32> {
        let gaps = self.nodes(between).iter().filter_map(|node| match node {
            Node::Gap(most) => Some(*most),
            _ => None,
        });
        gaps.reduce(|a, b| a + b)
    }
}

/// A document with its values.
struct Text<'a> {
    matcher: &'a Matcher<'a>,
    readings: &'a [Reading],
}

fn behind(pieces: &Pieces<'_>, text: &Text<'_>, run: &Run, part: usize) -> Missing {
    let at = run.tokens.end;
    let readings = text.readings.iter().filter(|reading| reading.tokens.start as usize == at);
    let found = pieces.places(text.matcher, part, &(at..run.sentence.end)).next();
    Missing {
        part,
        gap: pieces.gap(run.parts.end..part),
        here: (at < run.sentence.end).then(|| text.here(at..at + 1, readings.clone())),
        read_as: readings.map(|reading| reading.kind).collect(),
        elsewhere: found.and_then(|found| text.elsewhere(at..found.start)),
    }
}

fn before(pieces: &Pieces<'_>, text: &Text<'_>, run: &Run, part: usize) -> Missing {
    let at = run.tokens.start;
    let readings = text.readings.iter().filter(|reading| reading.tokens.end as usize == at);
    let found = pieces.places(text.matcher, part, &(run.sentence.start..at)).next_back();
    Missing {
        part,
        gap: pieces.gap(part + 1..run.parts.start),
        here: (at > run.sentence.start).then(|| text.here(at - 1..at, readings.clone())),
        read_as: readings.map(|reading| reading.kind).collect(),
        elsewhere: found.and_then(|found| text.elsewhere(found.end..at)),
    }
}

impl Text<'_> {
    /// The words of the longest reading, else those of the token.
    fn here<'b>(&self, token: Range<usize>, readings: impl Iterator<Item = &'b Reading>) -> FileSpan {
        let longest = readings.max_by_key(|reading| reading.tokens.len());
        self.span(longest.map_or(token, |reading| reading.tokens.start as usize..reading.tokens.end as usize))
    }

    fn elsewhere(&self, between: Range<usize>) -> Option<Elsewhere> {
        if between.is_empty() {
            return None;
        }
        let Matcher { document, program, words, .. } = self.matcher;
        let never = |&at: &usize| program.negations.holds(words[at]) || program.borders.holds(words[at]);
        Some(Elsewhere {
            words: between.clone().filter(|&at| document.tokens()[at].kind != TokenKind::Mark).count() as u32,
            blocked: between.clone().find(never).map(|at| self.span(at..at + 1)),
            between: self.span(between),
        })
    }

    fn span(&self, tokens: Range<usize>) -> FileSpan {
        let document = self.matcher.document;
        document.in_file(document.span(tokens.start, tokens.end))
    }
}
