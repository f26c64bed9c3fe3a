//! Finds every claim of every rule in one document.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;

use super::base_form;
use super::claim_reader::ClaimReader;
use super::demand::Demand;
use super::document_claims::DocumentClaims;
use super::event::event_of;
use super::event_verbs::EVENTS;
use super::index::ReadingIndex;
use super::key::{complete, part_name};
use super::latest::latest;
use super::matcher::{AtNeed, Matcher};
use super::mentions::mentions;
use super::node::is_time;
use super::post_words::LISTED;
use super::program::Program;
use super::regexes::Regexes;
use super::scan::{scan, without_overlaps};
use super::source_date::source_date;
use super::story::Story;
use super::vocabulary::{UNKNOWN, WordId};
use crate::rules::rule::{ClaimRule, Rules};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::values::find::find_where;
use crate::values::relative::resolve;
use crate::values::value::Reading;

/// Rules made ready to run; made once, shared by all threads.
#[derive(Debug)]
pub struct Finder<'a> {
    rules: &'a Rules,
    program: Program,
    demand: Demand,
    regexes: Regexes,
    /// For each rule the names of the parts of its key.
    key_names: Vec<Vec<Arc<str>>>,
}

/// Gathers the lists of words that nearly every document asks for, which the first one would have to wait for.
pub fn gather_words() {
    base_form::gather();
    LazyLock::force(&EVENTS);
    LazyLock::force(&LISTED);
}

impl<'a> Finder<'a> {
    /// Compiles the phrases of all rules.
    #[must_use]
    pub fn new(rules: &'a Rules) -> Self {
        let names = |rule: &ClaimRule| -> Vec<Arc<str>> {
            let slots = rule.key.iter().map(|part| part_name(part, rule).into());
            slots.chain(rule.fixed.iter().map(|(name, _)| name.as_str().into())).collect()
        };
        let program = Program::compile(rules);
        let demand = Demand::of(rules, &program);
        Self {
            rules,
            program,
            demand,
            regexes: Regexes::of(rules),
            key_names: rules.claims.iter().map(names).collect(),
        }
    }

    /// Reads one document; `default_date` is its date where it states none.
    #[must_use]
    pub fn read(&self, document: &Document, default_date: Option<NaiveDate>) -> DocumentClaims {
        let (words, classes) = self.program.vocabulary.read(document);
        let wanted = |times: &[Reading]| self.demand.sentences(document, &words, times);
        let mut readings = find_where(document, classes, &self.rules.names, wanted);
        let date = source_date(document, &readings, default_date).map(|source| source.day);
        if let Some(day) = date {
            resolve(document, day, &mut readings);
        }
        let by_token = ReadingIndex::new(&readings, words.len());
        let at_need = AtNeed::default();
        let matcher =
            Matcher { document, program: &self.program, words: &words, readings: &by_token, at_need: &at_need };
        let (mut found, cues) = scan(&matcher, &readings);
        self.regexes.scan(self.rules, &matcher, &mut found);
        let event = event_of(&self.rules.events, &cues);
        if found.is_empty() {
            return DocumentClaims { date, event, ..DocumentClaims::none(document.file.clone()) };
        }
        let (words, at_need) = (without_month(document, &words, &readings), AtNeed::default());
        let guards = Matcher { words: &words, at_need: &at_need, ..matcher };
        let reader = ClaimReader::new(self.rules, &self.key_names, guards, &readings, date, event);
        let (mut claims, dropped) = reader.claims(&without_overlaps(found));
        claims.sort_by_cached_key(|claim| (claim.at.span, claim.rule, claim.phrase));
        complete(&mut claims, self.rules);
        let by_context =
            claims.iter().any(|claim| claim.context.is_some() || claim.happening.is_some() || claim.post.is_some());
        let story = if by_context { Story::of(document, reader.meanings(), &readings) } else { Story::default() };
        DocumentClaims {
            file: document.file.clone(),
            claims,
            date,
            event,
            dropped,
            latest: latest(document, &readings, &reader.excerpts),
            people: reader.people.names(),
            together: reader.people.together(document, &readings),
            story,
            headings: starts(document, |kind| kind == BlockKind::Heading),
            blocks: starts(document, |_| true),
            mentions: mentions(document),
        }
    }
}

/// The words of a document as guards see them, to whom "may" is a verb and never the month of a date.
fn without_month<'w>(document: &Document, words: &'w [WordId], readings: &[Reading]) -> Cow<'w, [WordId]> {
    let mut words = Cow::Borrowed(words);
    let times = readings.iter().filter(|reading| is_time(reading.kind));
    for at in times.flat_map(|reading| reading.tokens.start as usize..reading.tokens.end as usize) {
        if document.word(at) == "may" {
            words.to_mut()[at] = UNKNOWN;
        }
    }
    words
}

/// Where the blocks of some kinds begin, as bytes of the file.
fn starts(document: &Document, of: impl Fn(BlockKind) -> bool) -> Vec<u32> {
    let blocks = document.prose.blocks().iter().filter(|block| of(block.kind));
    blocks.map(|block| document.prose.in_file(block.span).start).collect()
}
