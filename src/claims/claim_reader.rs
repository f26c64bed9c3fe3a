//! Makes claims of the matches of one document: slots filled, values compared by what the text says around them.

use std::cell::{LazyCell, OnceCell, RefCell};
use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::base_form::{Meanings, term};
use super::claim::{Claim, Filled, KeyValue, Mark, When};
use super::context::{Context, context};
use super::document_claims::{Dropped, WhyDropped};
use super::excerpt::{Excerpts, words};
use super::gather::tallies;
use super::gender::pronoun;
use super::guard::{Guarded, Marking};
use super::happened::{happening, statement};
use super::happening::{Happening, Turned};
use super::key::key_text;
use super::last_day::{end_of_month, last_day};
use super::lasting::lasting;
use super::lead_in::lead_in;
use super::matcher::{Capture, Content, Matcher};
use super::mentions::capitals_tell;
use super::ordered::ordered;
use super::people::People;
use super::post::Post;
use super::post_beside::post;
use super::scan::Found;
use super::section::{Section, Sections};
use super::tally::{Layout, Placed, Tally};
use super::when::{DocumentTime, other_years, when, with_year};
use crate::rules::phrase::SlotKind;
use crate::rules::rule::{ClaimRule, Compare, KeyPart, MeetsBy, Parts, Rules, Scope, ValueOf};
use crate::source::document::Document;
use crate::values::duration::Age;
use crate::values::size::rough_size;
use crate::values::spelling;
use crate::values::title::is_title;
use crate::values::value::{Kind, Reading, Value};

/// Turns the matches of one document into claims.
pub(super) struct ClaimReader<'a> {
    rules: &'a Rules,
    /// For each rule the names of the parts of its key.
    key_names: &'a [Vec<Arc<str>>],
    matcher: Matcher<'a>,
    readings: &'a [Reading],
    date: Option<NaiveDate>,
    event: Option<usize>,
    /// Where years stand that are not that of the document's date, and which.
    other_years: Vec<(u32, i32)>,
    pub(super) people: People,
    pub(super) excerpts: Excerpts<'a>,
    /// The names that rules about spellings have seen.
    spelled: RefCell<FxHashSet<(usize, String)>>,
    meanings: OnceCell<Meanings>,
    /// The sections of the document that tell of another thing each.
    sections: OnceCell<Sections>,
}

/// What the name of a choice begins with that says the opposite of another one: "not accepted".
const NOT: &str = "not ";

impl<'a> ClaimReader<'a> {
    pub(super) fn new(
        rules: &'a Rules,
        key_names: &'a [Vec<Arc<str>>],
        matcher: Matcher<'a>,
        readings: &'a [Reading],
        date: Option<NaiveDate>,
        event: Option<usize>,
    ) -> Self {
        Self {
            rules,
            key_names,
            matcher,
            readings,
            date,
            event,
            other_years: date.map(|day| other_years(readings, day)).unwrap_or_default(),
            people: People::of(readings, rules),
            excerpts: Excerpts::of(matcher.document),
            spelled: RefCell::default(),
            meanings: OnceCell::new(),
            sections: OnceCell::new(),
        }
    }

    /// The claims of some matches, and the matches that make none.
    pub(super) fn claims(&self, found: &[Found]) -> (Vec<Claim>, Vec<Dropped>) {
        // A claim is large, and there are no more than matches, those of tables aside.
        let mut claims = Vec::with_capacity(found.len());
        let mut dropped = Vec::new();
        for found in found {
            let mut keep = |claim: Result<Claim, WhyDropped>| match claim {
                Ok(claim) => claims.push(claim),
                // Nobody wonders why, and most mentions are such.
                Err(WhyDropped::MentionedBefore | WhyDropped::NoPost) => {}
                Err(why) => dropped.push(self.dropped(found, why)),
            };
            match self.rules.claims[found.rule].parts {
                None => keep(self.claim(found, None)),
                Some(parts) => {
                    for tally in self.tallies(parts, found) {
                        keep(self.claim(found, Some(tally)));
                    }
                }
            }
        }
        claims.shrink_to_fit();
        (claims, dropped)
    }

    /// What a rule that gathers parts makes of a match.
    fn tallies(&self, parts: Parts, found: &Found) -> Vec<Tally> {
        let rule = &self.rules.claims[found.rule];
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
        let rule = &self.rules.claims[found.rule];
        let tokens = &found.matched.tokens;
        let (slots, more) = self.slots(found, tally)?;
        if self.event.is_none() && rule.key.contains(&KeyPart::Event) {
            // A rule about events has nothing to say of a document that belongs to none.
            return Err(WhyDropped::NoEvent);
        }
        let guarded = LazyCell::new(|| Guarded::new(&self.matcher, tokens));
        let marked = |guard: usize| guarded.marked(guard, &self.rules.guards[guard]);
        let ((mut value, mut value_tokens), also) = value(rule, &slots, tokens, marked)?;
        let happening = self.happening(rule, &mut value, &value_tokens, tokens)?;
        let post = self.post(rule, &value_tokens)?;
        if let (ValueOf::Post, Some(post)) = (&rule.value, &post) {
            value_tokens = post.tokens.clone();
            value = Value::Words(post.title.clone());
        }
        if let (Value::Words(title), Compare::Spellings) = (&mut value, rule.compare) {
            let words = value_tokens.clone().map(|at| self.matcher.document.raw(at));
            if !is_title(words) {
                return Err(WhyDropped::NoTitle);
            }
            // A title is compared as it is written.
            let span = self.matcher.document.span(value_tokens.start, value_tokens.end);
            *title = self.matcher.document.prose.slice(span).to_owned();
        }
        let initials = self.initials(found.rule, &value)?;
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
                apart: apart.then(|| Box::new(self.excerpts.evidence(&tokens, &tokens, when, said_by))),
                more,
            }
        };
        let mut more: Vec<Filled> = more.into_iter().map(|part| filled(part, Vec::new())).collect();
        let slots = slots.into_iter().zip(&rule.slots).map(|(slot, named)| {
            let more = if named.name == "part" { std::mem::take(&mut more) } else { Vec::new() };
            slot.map(|placed| filled(placed, more))
        });
        let at = self.excerpts.evidence(&value_tokens, &whole, when, said_by);
        // Made last, as many matches make no claim.
        let mark = |&guard: &usize| Some(Mark { guard, phrase: marked(guard)?.phrase });
        let marks = rule.guards.iter().chain(also).filter_map(mark).collect();
        let sentence = document.sentence_at(tokens.start);
        let by_words = matches!(rule.meets_by(), MeetsBy::Subject | MeetsBy::Happening);
        let lead_in = by_words.then(|| lead_in(document, self.meanings(), self.readings, sentence)).flatten();
        Ok(Claim {
            rule: found.rule,
            phrase: found.phrase,
            document: 0,
            sentence,
            block: document.sentences()[document.sentence_at(value_tokens.start)].block,
            sections: self.sections(sentence),
            value,
            key,
            slots: slots.collect(),
            context: context.map(Box::new),
            happening: happening.map(Box::new),
            post: post.map(Box::new),
            lead_in: lead_in.map(Box::new),
            when,
            marks,
            at,
        })
    }

    /// What fills each slot of a rule, and the parts of a tally behind the first.
    fn slots(&self, found: &Found, tally: Option<Tally>) -> Result<(Vec<Option<Placed>>, Vec<Placed>), WhyDropped> {
        let rule = &self.rules.claims[found.rule];
        let mut slots: Vec<Option<Placed>> = rule.slots.iter().map(|_| None).collect();
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
            slots[slot] = self.last_named(&found.matched.tokens);
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
        Ok((slots, more))
    }

    /// The part that spellings of one name share, of a value that a rule about spellings meets for the first time; `None` for
    /// other rules.
    fn initials(&self, rule: usize, value: &Value) -> Result<Option<String>, WhyDropped> {
        if self.rules.claims[rule].compare != Compare::Spellings {
            return Ok(None);
        }
        // Whoever is named in one way alone can be compared by the first mention.
        if !self.spelled.borrow_mut().insert((rule, value.to_string())) {
            return Err(WhyDropped::MentionedBefore);
        }
        spelling::common_part(value).map(Some).ok_or(WhyDropped::OneWord)
    }

    fn dropped(&self, found: &Found, why: WhyDropped) -> Dropped {
        let document = self.matcher.document;
        let tokens = &found.matched.tokens;
        let span = document.in_file(document.span(tokens.start, tokens.end));
        Dropped { rule: found.rule, phrase: found.phrase, file: document.file.clone(), span, why }
    }

    /// The person named last before a token, whom one of the tokens may speak of as "he" or "she".
    fn last_named(&self, tokens: &Range<usize>) -> Option<Placed> {
        let document = self.matcher.document;
        let speaks = tokens.clone().map(|at| document.word(at)).find(|word| pronoun(word).is_some());
        let (person, tokens) = self.people.last_named(document, self.readings, tokens.start, speaks)?;
        Some((Value::Person(person.clone()), tokens))
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
            Content::Choice(name) => Value::Choice(name.as_deref().unwrap_or_default().to_owned()),
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
    pub(super) fn meanings(&self) -> &Meanings {
        self.meanings.get_or_init(|| Meanings::of(self.matcher.document))
    }

    /// The sections that a sentence stands in.
    fn sections(&self, sentence: usize) -> Vec<Section> {
        let all = || Sections::of(self.matcher.document, self.readings, self.meanings());
        self.sections.get_or_init(all).around(sentence)
    }

    fn when(&self, rule: &ClaimRule, slots: &[Option<Placed>], tokens: &Range<usize>, value: &Range<usize>) -> When {
        let slot =
            rule.slots.iter().position(|slot| slot.name == "when").filter(|&slot| rule.value != ValueOf::Slot(slot));
        let stated = slot.and_then(|slot| slots[slot].as_ref()).map(|(value, _)| value);
        // The dates of an event are a conclusion of ours, so they count only for rules that ask for it.
        let by_event = rule.scope == Scope::Event || rule.key.contains(&KeyPart::Event);
        let event = self.event.filter(|_| by_event).map(|event| &self.rules.events[event]);
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
            if opens_name(document, tokens) {
                return Err(WhyDropped::InName);
            }
            *value = Value::Words(std::mem::take(name));
        }
        let name = match value {
            Value::Choice(name) => name,
            Value::Duration(_) => {
                let happening = lasting(document, meanings, tokens).ok_or(WhyDropped::NoVerb)?;
                return Ok(Some(self.with_name(happening)));
            }
            // A date that its phrase ties by a word: "by 30 June".
            Value::Date(date) if matched != tokens => {
                *date = end_of_month(document, tokens, *date).unwrap_or(*date);
                return last_day(document, meanings, tokens).map(Some).ok_or(WhyDropped::NoVerb);
            }
            _ => {
                let hour = matches!(value, Value::Time(_));
                // A place begins behind the preposition of its phrase: "in the mill town of Kelm".
                let placed = matches!(value, Value::Words(_)) && matched.start < tokens.start;
                let of = if placed { matched.start + 1..tokens.end } else { tokens.clone() };
                let happening = happening(document, meanings, self.readings, &of, hour).ok_or(WhyDropped::NoVerb)?;
                let stamped = hour && opens_line(document, tokens.start);
                return Ok(Some(Happening { stamped, ..self.with_name(happening) }));
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
        let named = happening.pronoun.and_then(|at| self.last_named(&(at..at + 1)));
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
        let document = self.matcher.document;
        let post = post(document, tokens).ok_or(WhyDropped::NoPost)?;
        let between = post.tokens.end.min(tokens.end)..post.tokens.start.max(tokens.start);
        let past = between.map(|at| document.word(at)).find(|word| matches!(*word, "was" | "were" | "is" | "are"));
        Ok(Some(Post { past: past.map(|word| word.starts_with('w')), ..post }))
    }

    /// The words around a value, where the rule's key asks for them.
    fn context(&self, rule: &ClaimRule, value: &Value, tokens: &Range<usize>) -> Option<Context> {
        let asked = rule.key.contains(&KeyPart::Subject);
        let counts = matches!(value, Value::Count(_));
        asked.then(|| Context {
            size: rough_size(value),
            ..context(self.matcher.document, self.meanings(), self.readings, tokens, counts)
        })
    }

    fn key(&self, at: usize, rule: &ClaimRule, slots: &[Option<Placed>], about: Option<&String>) -> Vec<KeyValue> {
        let parts = rule.key.iter().map(|part| match part {
            KeyPart::Slot(slot) => slots[*slot].as_ref().map(|(value, _)| key_text(value)),
            KeyPart::Event => self.event.map(|event| self.rules.events[event].id.clone()),
            KeyPart::Class => class(rule, slots),
            KeyPart::Subject | KeyPart::Happening | KeyPart::Post => about.cloned(),
        });
        let values = parts.chain(rule.fixed.iter().map(|(_, value)| Some(value.clone())));
        self.key_names[at].iter().cloned().zip(values).map(|(name, value)| KeyValue { name, value }).collect()
    }
}

/// Whether a token is the first word of its sentence, and stands in no table.
fn opens_line(document: &Document, at: usize) -> bool {
    let start = document.sentences()[document.sentence_at(at)].tokens.start as usize;
    (start..at).all(|at| matches!(document.word(at), "*" | "-" | "[" | "("))
}

/// Whether words within a sentence have a capital, and so has the one behind them: "in Church Street".
fn opens_name(document: &Document, tokens: &Range<usize>) -> bool {
    let sentence = &document.sentences()[document.sentence_at(tokens.start)];
    (sentence.tokens.start as usize) < tokens.start
        && tokens.end < sentence.tokens.end as usize
        && tokens.clone().chain([tokens.end]).all(|at| document.capital(at))
        && capitals_tell(document, sentence)
}

/// What the identifier names that is the value of a match; where there are several of the kind, this one.
fn class(rule: &ClaimRule, slots: &[Option<Placed>]) -> Option<String> {
    let ValueOf::Slot(value) = rule.value else { return None };
    match slots[value].as_ref() {
        Some((Value::Identifier(identifier), _)) => {
            Some(identifier.class.sole().map_or_else(|| identifier.to_string(), str::to_owned))
        }
        _ => None,
    }
}

/// The value of a match and its tokens, and the guards that mark it beside those of the rule.
fn value<'r>(
    rule: &'r ClaimRule,
    slots: &[Option<Placed>],
    matched: &Range<usize>,
    marked: impl Fn(usize) -> Option<Marking>,
) -> Result<(Placed, &'r [usize]), WhyDropped> {
    let mut also: &[usize] = &[];
    let (value, tokens) = match &rule.value {
        ValueOf::Slot(slot) => slots[*slot].clone().ok_or(WhyDropped::NoValue)?,
        // What the words beside the name tell comes in its place.
        ValueOf::Post => (Value::Words(String::new()), matched.clone()),
        ValueOf::Status(guards) => match guards.former.iter().find_map(|&guard| marked(guard)) {
            Some(former) => (Value::Choice("former".to_owned()), former.tokens),
            None => {
                also = &guards.neither;
                (Value::Choice("current".to_owned()), matched.clone())
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
    Ok(((value, tokens), also))
}
