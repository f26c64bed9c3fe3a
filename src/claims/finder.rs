//! Finds every claim of every rule in one document.

use std::cell::{LazyCell, OnceCell, RefCell};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};

use chrono::NaiveDate;
use regex::Regex;
use rustc_hash::FxHashSet;

use super::base_form::{Meanings, term};
use super::claim::{Claim, Evidence, Filled, KeyValue, Mark, When};
use super::context::{Context, context};
use super::demand::Demand;
use super::document_claims::{Cited, DocumentClaims, Dropped, WhyDropped};
use super::event::event_of;
use super::gather::tallies;
use super::guard::Guarded;
use super::happened::{happening, statement};
use super::happening::{Happening, Turned};
use super::index::ReadingIndex;
use super::key::{People, complete, key_text, part_name};
use super::lasting::lasting;
use super::matcher::{AtNeed, Capture, Content, Match, Matcher};
use super::mentions::mentions;
use super::ordered::ordered;
use super::post::Post;
use super::post_beside::post;
use super::program::{Owner, Program};
use super::reach::near;
use super::source_date::source_date;
use super::story::Story;
use super::tally::{Layout, Placed, Tally};
use super::when::{DocumentTime, other_years, when, with_year};
use crate::rules::phrase::SlotKind;
use crate::rules::rule::{ClaimRule, Compare, KeyPart, MeetsBy, Parts, Rules, Scope, ValueOf};
use crate::source::document::Document;
use crate::source::span::FileSpan;
use crate::source::token::Token;
use crate::source::word_table::WordTable;
use crate::values::date::Date;
use crate::values::duration::Age;
use crate::values::find::find_where;
use crate::values::relative::{is_relative, resolve};
use crate::values::spelling;
use crate::values::value::{Kind, Reading, Value};

/// Rules made ready to run; made once, shared by all threads.
#[derive(Debug)]
pub struct Finder<'a> {
    rules: &'a Rules,
    program: Program,
    demand: Demand,
    /// The regexes of each rule, compiled when they are first needed; the loader has tried each.
    regexes: Vec<Vec<OnceLock<Option<Regex>>>>,
    /// Where to say what a claim is about.
    key_names: Vec<Vec<Arc<str>>>,
}

impl<'a> Finder<'a> {
    /// Compiles the phrases of all rules.
    #[must_use]
    pub fn new(rules: &'a Rules) -> Self {
        let regexes = rules.claims.iter().map(|rule| rule.regexes.iter().map(|_| OnceLock::new()).collect()).collect();
        let names = |rule: &ClaimRule| -> Vec<Arc<str>> {
            let slots = rule.key.iter().map(|part| part_name(part, rule).into());
            slots.chain(rule.fixed.iter().map(|(name, _)| name.as_str().into())).collect()
        };
        let program = Program::compile(rules);
        let demand = Demand::of(rules, &program);
        Self { rules, program, demand, regexes, key_names: rules.claims.iter().map(names).collect() }
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
        let (mut found, cues) = self.scan(&matcher, &readings);
        self.scan_regexes(&matcher, &mut found);
        let event = event_of(&self.rules.events, &cues);
        if found.is_empty() {
            return DocumentClaims { date, event, ..DocumentClaims::none(document.file.clone()) };
        }
        let people = People::of(&readings, self.rules);
        let other_years = date.map(|day| other_years(&readings, day)).unwrap_or_default();
        let reader = Reader {
            finder: self,
            matcher,
            readings: &readings,
            other_years,
            people,
            date,
            event,
            spelled: RefCell::default(),
            meanings: OnceCell::new(),
            around: vec![OnceCell::new(); document.sentences().len()],
        };
        let found = without_overlaps(found);
        // A claim is large, and there are no more than matches, those of tables aside.
        let mut claims = Vec::with_capacity(found.len());
        let mut dropped = Vec::new();
        for found in found {
            let mut keep = |claim: Result<Claim, WhyDropped>| match claim {
                Ok(claim) => claims.push(claim),
                // Nobody wonders why, and most mentions are such.
                Err(WhyDropped::MentionedBefore | WhyDropped::NoPost) => {}
                Err(why) => dropped.push(reader.dropped(&found, why)),
            };
            match self.rules.claims[found.rule].parts {
                None => keep(reader.claim(&found, None)),
                Some(parts) => {
                    for tally in reader.tallies(parts, &found) {
                        keep(reader.claim(&found, Some(tally)));
                    }
                }
            }
        }
        claims.shrink_to_fit();
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
            latest: reader.latest(),
            people: reader.people.names(),
            together: reader.people.together(document, &readings),
            story,
            mentions: mentions(document),
        }
    }

    /// Tries each phrase where its rarest word or value stands.
    fn scan(&self, matcher: &Matcher<'_>, readings: &[Reading]) -> (Vec<Found>, FxHashSet<(u32, u32)>) {
        let mut found = Vec::new();
        let mut cues = FxHashSet::default();
        let mut keep = |owner: Owner, matched: Option<Match>| match (owner, matched) {
            (Owner::Claim { rule, phrase }, Some(matched)) => {
                found.push(Found { rule: rule as usize, phrase: phrase as usize, matched })
            }
            (Owner::Cue { event, cue }, Some(_)) => {
                cues.insert((event, cue));
            }
            (_, None) => {}
        };
        for sentence in matcher.document.sentences() {
            let within = sentence.tokens.start as usize..sentence.tokens.end as usize;
            for at in within.clone() {
                for &phrase in self.program.by_word.at(matcher.words[at]) {
                    let phrase = &self.program.anchored[phrase as usize];
                    keep(phrase.owner, matcher.around_word(phrase, at, &within));
                }
            }
        }
        let mut sentences = matcher.document.sentences().iter().peekable();
        for (at, reading) in readings.iter().enumerate() {
            while sentences.next_if(|sentence| sentence.tokens.end <= reading.tokens.start).is_some() {}
            let Some(sentence) = sentences.peek() else { break };
            let within = sentence.tokens.start as usize..sentence.tokens.end as usize;
            for &phrase in &self.program.by_kind[reading.kind as usize] {
                let phrase = &self.program.anchored[phrase as usize];
                keep(phrase.owner, matcher.around_reading(phrase, at as u32, &within));
            }
        }
        (found, cues)
    }

    fn scan_regexes(&self, matcher: &Matcher<'_>, found: &mut Vec<Found>) {
        for (rule, claim) in self.rules.claims.iter().enumerate() {
            for (at, (pattern, compiled)) in claim.regexes.iter().zip(&self.regexes[rule]).enumerate() {
                let regex = compiled.get_or_init(|| Regex::new(&pattern.written).ok());
                let Some(regex) = regex else { continue };
                for groups in regex.captures_iter(matcher.document.prose.text()) {
                    let whole = groups.get_match();
                    let Some(tokens) = covered(matcher.document, whole.start(), whole.end()) else { continue };
                    let captures = pattern.groups.iter().filter_map(|(name, slot, kind)| {
                        let group = groups.name(name)?;
                        let tokens = covered(matcher.document, group.start(), group.end())?;
                        group_capture(matcher, *slot, *kind, tokens)
                    });
                    let captures = captures.collect();
                    found.push(Found { rule, phrase: claim.phrases.len() + at, matched: Match { tokens, captures } });
                }
            }
        }
    }
}

/// What the name of a choice begins with that says the opposite of another one: "not accepted".
const NOT: &str = "not ";

/// A match of a rule's phrase.
#[derive(Clone, Debug)]
struct Found {
    rule: usize,
    phrase: usize,
    matched: Match,
}

/// The one overlap rule: of one rule's matches that share a slot's words or lie in one another the longest stays, then
/// the leftmost, then the phrase that stands first in the file.
fn without_overlaps(mut found: Vec<Found>) -> Vec<Found> {
    found.sort_by_key(|found| {
        (found.rule, Reverse(found.matched.tokens.len()), found.matched.tokens.start, found.phrase)
    });
    let mut kept = Vec::with_capacity(found.len());
    let mut first = 0;
    for of_one_rule in found.chunk_by(|a, b| a.rule == b.rule) {
        let at = first..first + of_one_rule.len();
        first = at.end;
        if at.len() == 1 {
            kept.push(at.start);
            continue;
        }
        let longest = of_one_rule[0].matched.tokens.len();
        // What was kept, by its first token: a match can only collide with those that begin near it.
        let mut by_start: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (at, candidate) in at.zip(of_one_rule) {
            let tokens = &candidate.matched.tokens;
            let mut near = by_start.range((tokens.start.saturating_sub(longest), 0)..(tokens.end, 0));
            if !near.any(|&(_, other)| collide(&found[other].matched, &candidate.matched)) {
                by_start.insert((tokens.start, at));
            }
        }
        kept.extend(by_start.into_iter().map(|(_, at)| at));
    }
    let mut found: Vec<Option<Found>> = found.into_iter().map(Some).collect();
    kept.into_iter().filter_map(|at| found[at].take()).collect()
}

fn collide(a: &Match, b: &Match) -> bool {
    let overlap = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let inside = a.tokens.start <= b.tokens.start && b.tokens.end <= a.tokens.end;
    overlap(&a.tokens, &b.tokens)
        && (inside
            || a.captures.iter().any(|a| b.captures.iter().any(|b| a.slot == b.slot && overlap(&a.tokens, &b.tokens))))
}

/// The tokens that a range of bytes covers; `None` where it covers none whole.
fn covered(document: &Document, start: usize, end: usize) -> Option<Range<usize>> {
    let first = document.tokens().partition_point(|token| (token.span.start as usize) < start);
    let last = document.tokens().partition_point(|token| token.span.end as usize <= end);
    (first < last).then_some(first..last)
}

/// What a regex group fills its slot with; a text that its type cannot read is no match.
fn group_capture(matcher: &Matcher<'_>, slot: usize, kind: SlotKind, tokens: Range<usize>) -> Option<Capture> {
    let slot = slot as u32;
    match kind {
        SlotKind::Value(_) => {
            let mut readings = tokens.clone().flat_map(|at| matcher.readings.starting(at, kind));
            let reading = readings.find(|&at| matcher.readings.reading(at).tokens.end as usize <= tokens.end)?;
            let range = &matcher.readings.reading(reading).tokens;
            let tokens = range.start as usize..range.end as usize;
            Some(Capture { slot, tokens, content: Content::Reading(reading) })
        }
        SlotKind::Name => Some(Capture { slot, tokens, content: Content::Name }),
        SlotKind::Pronoun => Some(Capture { slot, tokens, content: Content::Pronoun }),
        _ => Some(Capture { slot, tokens, content: Content::Words }),
    }
}

/// Turns the matches of one document into claims.
struct Reader<'a> {
    finder: &'a Finder<'a>,
    matcher: Matcher<'a>,
    readings: &'a [Reading],
    /// Where years stand that are not that of the document's date.
    other_years: Vec<u32>,
    people: People,
    date: Option<NaiveDate>,
    event: Option<usize>,
    /// The names that rules about spellings have seen.
    spelled: RefCell<FxHashSet<(usize, String)>>,
    meanings: OnceCell<Meanings>,
    /// The words of each sentence.
    around: Vec<OnceCell<Around>>,
}

/// The words around a claim.
#[derive(Clone)]
struct Around {
    sentence: Arc<str>,
    sentence_span: FileSpan,
    block_span: FileSpan,
}

impl Reader<'_> {
    /// What a rule that gathers parts makes of a match.
    fn tallies(&self, parts: Parts, found: &Found) -> Vec<Tally> {
        let rule = &self.finder.rules.claims[found.rule];
        let capture = |name: &str| {
            let slot = rule.slots.iter().position(|slot| slot.name == name)? as u32;
            found.matched.captures.iter().find(|capture| capture.slot == slot)
        };
        let whole = capture("whole").and_then(|capture| Some((self.content(capture)?, capture.tokens.clone())));
        let of = capture("of").map(|capture| self.matcher.document.word(capture.tokens.start));
        let layout =
            Layout { document: self.matcher.document, readings: self.matcher.readings, matched: &found.matched };
        tallies(parts, layout, whole, of)
    }

    /// The claim of a match; of a rule that gathers parts, with one whole and its parts.
    fn claim(&self, found: &Found, tally: Option<Tally>) -> Result<Claim, WhyDropped> {
        let rules = self.finder.rules;
        let rule = &rules.claims[found.rule];
        let tokens = &found.matched.tokens;
        let mut slots: Vec<Option<(Value, Range<usize>)>> = vec![None; rule.slots.len()];
        for capture in &found.matched.captures {
            let value = match (self.content(capture).ok_or(WhyDropped::Nobody)?, rule.slots[capture.slot as usize].kind)
            {
                (Value::Count(years) | Value::Number(years), SlotKind::Value(Kind::Age)) => {
                    Value::Age(Age::years(years).ok_or(WhyDropped::NoAge)?)
                }
                (value, _) => value,
            };
            slots[capture.slot as usize] = Some((value, capture.tokens.clone()));
        }
        if let Some(slot) = rule.antecedent.filter(|&slot| slots[slot].is_none()) {
            slots[slot] = self.last_named(tokens.start);
        }
        let mut more = Vec::new();
        if let Some(Tally { whole, parts }) = tally {
            let slot = |name: &str| rule.slots.iter().position(|slot| slot.name == name);
            let mut parts = parts.into_iter();
            // The loader gives these two to every rule that gathers parts.
            let (Some(all), Some(part)) = (slot("whole"), slot("part")) else { return Err(WhyDropped::NoValue) };
            slots[all] = Some(whole);
            slots[part] = parts.next();
            more = parts.collect();
        }
        if self.event.is_none() && rule.key.contains(&KeyPart::Event) {
            // A rule about events has nothing to say of a document that belongs to none.
            return Err(WhyDropped::NoEvent);
        }
        let guarded = LazyCell::new(|| Guarded::new(&self.matcher, tokens));
        let marked = |guard: usize| guarded.marked(guard, &rules.guards[guard]);
        // Marks are made last, as many matches make no claim; these are added to those of the rule.
        let mut also: &[usize] = &[];
        let (mut value, mut value_tokens) = match &rule.value {
            ValueOf::Slot(slot) => slots[*slot].clone().ok_or(WhyDropped::NoValue)?,
            ValueOf::Post => (Value::Words(String::new()), tokens.clone()),
            ValueOf::Status(guards) => match guards.former.iter().find_map(|&guard| marked(guard)) {
                Some(former) => (Value::Choice("former".to_owned()), former.tokens),
                None => {
                    also = &guards.neither;
                    (Value::Choice("current".to_owned()), tokens.clone())
                }
            },
        };
        if let (Some(currency), Value::Money(money)) = (&rule.currency, &value)
            && money.currency != currency
        {
            return Err(WhyDropped::OtherCurrency(value.to_string()));
        }
        if rule.unit.is_some_and(|unit| !unit.fits(&value)) {
            return Err(WhyDropped::OtherUnit(value.to_string()));
        }
        let happening = self.happening(rule, &mut value, &value_tokens, tokens)?;
        let post = self.post(rule, &value_tokens)?;
        if let (ValueOf::Post, Some(post)) = (&rule.value, &post) {
            value_tokens = post.tokens.clone();
            value = Value::Words(post.title.clone());
        }
        let mut initials = None;
        if rule.compare == Compare::Spellings {
            // Whoever is named in one way alone can be compared by the first mention.
            if !self.spelled.borrow_mut().insert((found.rule, value.to_string())) {
                return Err(WhyDropped::MentionedBefore);
            }
            initials = Some(spelling::common_part(&value).ok_or(WhyDropped::OneWord)?);
        }
        let when = self.when(rule, &slots, tokens, &value_tokens);
        let document = self.matcher.document;
        let whole = tokens.start.min(value_tokens.start)..tokens.end.max(value_tokens.end);
        let context = self.context(rule, &value, &value_tokens);
        let about = happening.as_ref().map(|happening| &happening.verb);
        let about = about.or(context.as_ref().map(|context| &context.about)).or(post.as_ref().map(|post| &post.title));
        let mut key = self.key(found.rule, rule, &slots, about);
        key.extend(initials.map(|initials| KeyValue { name: "initials".into(), value: Some(initials) }));
        let said_by = context.as_ref().and_then(|context| context.said_by.as_ref());
        let filled = |(value, tokens): Placed, more: Vec<Filled>| {
            let apart = tokens.start < whole.start || whole.end < tokens.end;
            Filled {
                value,
                span: document.in_file(document.span(tokens.start, tokens.end)),
                apart: apart.then(|| Box::new(self.evidence(&tokens, &tokens, when, said_by))),
                more,
            }
        };
        let mut more: Vec<Filled> = more.into_iter().map(|part| filled(part, Vec::new())).collect();
        let slots = slots.into_iter().zip(&rule.slots).map(|(slot, named)| {
            let more = if named.name == "part" { std::mem::take(&mut more) } else { Vec::new() };
            slot.map(|placed| filled(placed, more))
        });
        let at = self.evidence(&value_tokens, &whole, when, said_by);
        let mark = |&guard: &usize| Some(Mark { guard, phrase: marked(guard)?.phrase });
        let marks = rule.guards.iter().chain(also).filter_map(mark).collect();
        Ok(Claim {
            rule: found.rule,
            phrase: found.phrase,
            document: 0,
            sentence: document.sentence_at(tokens.start),
            block: document.sentences()[document.sentence_at(value_tokens.start)].block,
            value,
            key,
            slots: slots.collect(),
            context: context.map(Box::new),
            happening: happening.map(Box::new),
            post: post.map(Box::new),
            when,
            marks,
            at,
        })
    }

    fn dropped(&self, found: &Found, why: WhyDropped) -> Dropped {
        let document = self.matcher.document;
        let tokens = &found.matched.tokens;
        let span = document.in_file(document.span(tokens.start, tokens.end));
        Dropped { rule: found.rule, phrase: found.phrase, file: document.file.clone(), span, why }
    }

    /// The person named last before a token, in its block of text or the one before.
    fn last_named(&self, token: usize) -> Option<(Value, Range<usize>)> {
        let document = self.matcher.document;
        let block = document.sentences()[document.sentence_at(token)].block;
        let behind = self.readings.partition_point(|reading| (reading.tokens.start as usize) < token);
        let near = |reading: &Reading| {
            document.sentences()[document.sentence_at(reading.tokens.start as usize)].block + 1 >= block
        };
        let mut named = (0..behind).rev().take_while(|&at| near(&self.readings[at]));
        let at = named.find(|&at| matches!(self.readings[at].value, Value::Person(_)))?;
        let reading = &self.readings[at];
        let tokens = reading.tokens.start as usize..reading.tokens.end as usize;
        Some((self.people.value(at as u32, reading), tokens))
    }

    /// What a capture says; `None` for a pronoun that stands for nobody in sight.
    fn content(&self, capture: &Capture) -> Option<Value> {
        Some(match &capture.content {
            Content::Reading(at) => match (self.people.value(*at, &self.readings[*at as usize]), self.date) {
                (Value::Date(date), Some(day)) => {
                    Value::Date(with_year(self.matcher.document, &self.other_years, date, capture.tokens.start, day))
                }
                (value, _) => value,
            },
            Content::Choice(name) => Value::Choice(name.to_string()),
            Content::Name => {
                let name = words(self.matcher.document, capture.tokens.start, capture.tokens.end);
                // An article has its capital from the beginning of the sentence.
                Value::Words(name.strip_prefix("The ").map_or(name.clone(), str::to_owned))
            }
            Content::Words => {
                let words: Vec<&str> = capture.tokens.clone().map(|at| self.matcher.document.word(at)).collect();
                Value::Words(words.join(" "))
            }
            Content::Pronoun => {
                let who = self.people.spoken_of(self.matcher.document, self.readings, capture.tokens.start);
                Value::Person(who?.clone())
            }
        })
    }

    /// What each word means, looked up when it is first asked.
    fn meanings(&self) -> &Meanings {
        self.meanings.get_or_init(|| Meanings::of(self.matcher.document))
    }

    fn when(
        &self,
        rule: &ClaimRule,
        slots: &[Option<(Value, Range<usize>)>],
        tokens: &Range<usize>,
        value: &Range<usize>,
    ) -> When {
        let slot =
            rule.slots.iter().position(|slot| slot.name == "when").filter(|&slot| rule.value != ValueOf::Slot(slot));
        let stated = slot.and_then(|slot| slots[slot].as_ref()).map(|(value, _)| value);
        // The dates of an event are a conclusion of ours, so they count only for rules that ask for it.
        let by_event = rule.scope == Scope::Event || rule.key.contains(&KeyPart::Event);
        let event = self.event.filter(|_| by_event).map(|event| &self.finder.rules.events[event]);
        let time = DocumentTime { date: self.date, event: event.map(|event| (event.from, event.to)) };
        when(self.matcher.document, self.readings, stated, tokens, value, time)
    }

    /// What happened by the clause around a value, where the rule's key asks for it. A choice that fills its whole phrase is
    /// itself the verb, and words that negate it turn the value; another one is compared by its name.
    fn happening(
        &self,
        rule: &ClaimRule,
        value: &mut Value,
        tokens: &Range<usize>,
        matched: &Range<usize>,
    ) -> Result<Option<Happening>, WhyDropped> {
        if rule.meets_by() != MeetsBy::Happening {
            return Ok(None);
        }
        let document = self.matcher.document;
        let meanings = self.meanings();
        if matches!(document.word(tokens.start), "before" | "after") {
            return ordered(document, meanings, tokens).map(Some).ok_or(WhyDropped::NoVerb);
        }
        if let Value::Choice(name) = value
            && matched != tokens
        {
            *value = Value::Words(std::mem::take(name));
        }
        let name = match value {
            Value::Choice(name) => name,
            Value::Duration(_) => {
                let happening = lasting(document, meanings, tokens).ok_or(WhyDropped::NoVerb)?;
                return Ok(Some(self.with_name(happening)));
            }
            _ => {
                let happening = happening(document, meanings, self.readings, tokens).ok_or(WhyDropped::NoVerb)?;
                return Ok(Some(self.with_name(happening)));
            }
        };
        let opposite = name.strip_prefix(NOT).map(str::to_owned);
        let act = opposite.as_deref().unwrap_or(name);
        let (happening, turned) = statement(document, meanings, tokens, act).ok_or(WhyDropped::NoVerb)?;
        match (turned, opposite) {
            // "Did not reject" is not yet "accepted".
            (Turned::Negated, Some(_)) => return Err(WhyDropped::NoVerb),
            (Turned::Negated, None) => *name = format!("{NOT}{name}"),
            (Turned::Stated, _) => {}
        }
        Ok(Some(happening))
    }

    /// A happening that befalls "him" or "her", with the name of whom the text named last.
    fn with_name(&self, mut happening: Happening) -> Happening {
        let named = happening.pronoun.and_then(|pronoun| self.last_named(pronoun));
        if let Some((Value::Person(person), _)) = named {
            let names = person.to_string().to_lowercase();
            happening.patient.extend(names.split_whitespace().last().and_then(term));
            happening.names.extend(names.split_whitespace().filter_map(term));
        }
        happening
    }

    /// The post of the person at some tokens, where the rule's key asks for it.
    fn post(&self, rule: &ClaimRule, tokens: &Range<usize>) -> Result<Option<Post>, WhyDropped> {
        if rule.meets_by() != MeetsBy::Post {
            return Ok(None);
        }
        post(self.matcher.document, tokens).map(Some).ok_or(WhyDropped::NoPost)
    }

    /// The words around a value, where the rule's key asks for them.
    fn context(&self, rule: &ClaimRule, value: &Value, tokens: &Range<usize>) -> Option<Context> {
        let asked = rule.key.contains(&KeyPart::Subject);
        asked.then(|| {
            context(self.matcher.document, self.meanings(), self.readings, tokens, matches!(value, Value::Count(_)))
        })
    }

    fn key(
        &self,
        at: usize,
        rule: &ClaimRule,
        slots: &[Option<(Value, Range<usize>)>],
        about: Option<&String>,
    ) -> Vec<KeyValue> {
        let parts = rule.key.iter().map(|part| match part {
            KeyPart::Slot(slot) => slots[*slot].as_ref().map(|(value, _)| key_text(value)),
            KeyPart::Event => self.event.map(|event| self.finder.rules.events[event].id.clone()),
            KeyPart::Subject | KeyPart::Happening | KeyPart::Post => about.cloned(),
        });
        let values = parts.chain(rule.fixed.iter().map(|(_, value)| Some(value.clone())));
        self.finder.key_names[at].iter().cloned().zip(values).map(|(name, value)| KeyValue { name, value }).collect()
    }

    fn evidence(
        &self,
        value: &Range<usize>,
        quote: &Range<usize>,
        when: When,
        said_by: Option<&Range<usize>>,
    ) -> Evidence {
        let document = self.matcher.document;
        let Around { sentence, sentence_span, block_span } = self.around(document.sentence_at(value.start), quote);
        Evidence {
            file: document.file.clone(),
            span: document.in_file(document.span(value.start, value.end)),
            quote: words(document, quote.start, quote.end),
            sentence,
            sentence_span,
            block_span,
            when,
            said_by: said_by.map(|tokens| words(document, tokens.start, tokens.end)),
        }
    }

    /// The words around a quote, made once for all claims of a sentence that is not endless.
    fn around(&self, number: usize, quote: &Range<usize>) -> Around {
        let document = self.matcher.document;
        let sentence = &document.sentences()[number];
        let tokens = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let words_of = |(first, last): (usize, usize)| Around {
            sentence: words(document, first, last).into(),
            sentence_span: document.in_file(document.span(first, last)),
            block_span: document.in_file(document.block_of(sentence).span),
        };
        let whole = around(document, tokens.clone(), quote);
        if whole != (tokens.start, tokens.end) {
            return words_of(whole);
        }
        self.around[number].get_or_init(|| words_of(whole)).clone()
    }

    /// The latest date with a year in a sentence that tells no plan.
    fn latest(&self) -> Option<Cited> {
        let document = self.matcher.document;
        let mut latest: Option<(NaiveDate, Date, &Reading)> = None;
        for reading in self.readings {
            let Value::Date(date) = reading.value else { continue };
            // The first of equal dates, so that the order of the text decides.
            let Some(day) = date.earliest().filter(|day| latest.is_none_or(|(best, ..)| *day > best)) else { continue };
            // "Tomorrow" is counted from the day of writing and proves nothing about it.
            if !is_relative(document, reading) && !plans(document, reading.tokens.start as usize) {
                latest = Some((day, date, reading));
            }
        }
        let (_, date, reading) = latest?;
        let tokens = reading.tokens.start as usize..reading.tokens.end as usize;
        Some(Cited { date, at: self.evidence(&tokens, &tokens, When::Unknown, None) })
    }
}

/// Words of a sentence that looks ahead.
static AHEAD: LazyLock<WordTable<()>> = LazyLock::new(|| {
    WordTable::of(
        "will would by until plan plans planned expected forecast target could may might should next scheduled projected \
         aims goal if shall through",
    )
});

/// Whether the sentence of a token looks ahead.
fn plans(document: &Document, at: usize) -> bool {
    let sentence = &document.sentences()[document.sentence_at(at)].tokens;
    near(sentence, &(at..at + 1)).any(|at| document.look_up(at, &AHEAD).is_some())
}

/// The most bytes of a sentence that are kept around a quote.
const LONGEST_SENTENCE: u32 = 2_000;

/// The sentence, or as much of an endless one as tells what it is about.
fn around(document: &Document, sentence: Range<usize>, quote: &Range<usize>) -> (usize, usize) {
    let tokens = document.tokens();
    let (start, end) = (tokens[quote.start].span.start, tokens[quote.end - 1].span.end);
    let from = start.saturating_sub(LONGEST_SENTENCE / 2);
    let to = end.saturating_add(LONGEST_SENTENCE / 2);
    let first = tokens[sentence.clone()].partition_point(|token| token.span.start < from) + sentence.start;
    let last = tokens[sentence.clone()].partition_point(|token| token.span.end <= to) + sentence.start;
    (first.min(quote.start), last.max(quote.end))
}

/// The words of some tokens, blanks made single.
fn words(document: &Document, first: usize, last: usize) -> String {
    let text = document.prose.slice(document.span(first, last));
    let gap = |pair: &[Token]| &document.prose.text().as_bytes()[pair[0].span.range().end..pair[1].span.range().start];
    if document.tokens()[first..last].windows(2).all(|pair| matches!(gap(pair), b"" | b" " | b"\n")) {
        return text.replace('\n', " ");
    }
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}
