//! The people of a document: who is meant by a name, and whom "he", "she" and "the painter" stand for.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::gender::{Gender, Told, pronoun, told_gender};
use crate::rules::rule::Rules;
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::values::person::{self, Person};
use crate::values::value::{Reading, Value};

/// The people of a document under their fullest names.
#[derive(Debug, Default)]
pub(super) struct People {
    /// Everyone, each once.
    people: Vec<Person>,
    /// Each mention, by its index among the readings, with the index of who is meant; in the order of the readings.
    mentions: Vec<(u32, u32)>,
    /// The first mention of anybody but the person named first, by its index among the readings.
    second: Option<u32>,
    /// What the words beside the names tell of each person's gender, read when it is first asked for.
    told: OnceCell<Vec<Told>>,
}

impl People {
    pub(super) fn of(readings: &[Reading], rules: &Rules) -> Self {
        let mentioned = readings.iter().enumerate().filter_map(|(at, reading)| match &reading.value {
            Value::Person(person) => Some((at as u32, person)),
            _ => None,
        });
        let (at, mentioned): (Vec<u32>, Vec<&Person>) = mentioned.unzip();
        let mut people = Vec::new();
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let numbered = person::identify(&mentioned, &rules.names).into_iter().map(|name| {
            *numbers.entry(name).or_insert_with(|| {
                people.push(Person::new(name));
                people.len() as u32 - 1
            })
        });
        let mentions: Vec<(u32, u32)> = at.into_iter().zip(numbered).collect();
        // People are numbered as they come.
        let second = mentions.iter().find(|(_, person)| *person > 0).map(|(at, _)| *at);
        Self { people, mentions, second, told: OnceCell::new() }
    }

    /// Everyone, each once.
    pub(super) fn names(&self) -> BTreeSet<String> {
        self.people.iter().map(|person| person.name.clone()).collect()
    }

    /// Pairs of people whom one sentence names, each under the fullest name, the smaller name first.
    pub(super) fn together(&self, document: &Document, readings: &[Reading]) -> BTreeSet<(String, String)> {
        let mut together = BTreeSet::new();
        let mut named: Vec<(usize, &str)> = Vec::new();
        for &(at, person) in &self.mentions {
            let name = self.people[person as usize].name.as_str();
            let sentence = document.sentence_at(readings[at as usize].tokens.start as usize);
            named.retain(|(other, _)| *other == sentence);
            for (_, other) in named.iter().filter(|(_, other)| *other != name) {
                let (first, second) = if *other < name { (*other, name) } else { (name, *other) };
                together.insert((first.to_owned(), second.to_owned()));
            }
            named.push((sentence, name));
        }
        together
    }

    /// Whom the text speaks of before the token at `at` without a name: "she", "the painter". The only person whom the
    /// nearest sentence with people names, be it the beginning of the same one, and who can be "she"; `None` where it names
    /// several such people, or none is near.
    pub(super) fn spoken_of(&self, document: &Document, readings: &[Reading], at: usize) -> Option<&Person> {
        const NEAR: usize = 3;
        let gender = pronoun(document.word(at));
        let here = document.sentence_at(at);
        let mut before =
            self.before(readings, at).filter(|(_, mention)| self.can_be(*mention, gender, document, readings));
        let (reading, mention) = before.next()?;
        let sentence = |reading: usize| document.sentence_at(readings[reading].tokens.start as usize);
        let named = sentence(reading);
        let alone = before.take_while(|(other, _)| sentence(*other) == named).all(|(_, other)| other == mention);
        (alone && here - named <= NEAR).then(|| &self.people[mention as usize])
    }

    /// The person named last before the token at `at`, in its block of text or the one before, or in its table; else, where
    /// the word that `speaks` of whoever it is stands for somebody, the only one named so far. Nobody who is called a man is
    /// "she", and a label ("Born:") may belong to somebody without a name. With the name stand its tokens.
    pub(super) fn last_named(
        &self,
        document: &Document,
        readings: &[Reading],
        at: usize,
        speaks: Option<&str>,
    ) -> Option<(&Person, Range<usize>)> {
        let block = |token: usize| document.sentences()[document.sentence_at(token)].block;
        let gender = speaks.and_then(pronoun);
        let mut before =
            self.before(readings, at).filter(|(_, mention)| self.can_be(*mention, gender, document, readings));
        let (reading, mention) = before.next()?;
        let tokens = tokens(&readings[reading]);
        let [named, here] = [tokens.start, at].map(|token| block(token) as usize);
        let rows = document.prose.blocks()[named..=here].iter().skip(1);
        let one_table = || rows.map(|row| row.kind).all(|kind| matches!(kind, BlockKind::Row { header: Some(_) }));
        let alone = || gender.is_some() && self.is_alone(reading as u32);
        (named + 1 >= here || one_table() || alone()).then(|| (&self.people[mention as usize], tokens))
    }

    /// The mentions before the token at `at`, the nearest first, each by its index among the readings with the index of who
    /// is meant.
    fn before(&self, readings: &[Reading], at: usize) -> impl Iterator<Item = (usize, u32)> {
        let end =
            self.mentions.partition_point(|(reading, _)| (readings[*reading as usize].tokens.start as usize) < at);
        self.mentions[..end].iter().rev().map(|&(reading, who)| (reading as usize, who))
    }

    /// Whether a pronoun of some gender can stand for a person: nothing beside any of the names says otherwise.
    fn can_be(&self, person: u32, gender: Option<Gender>, document: &Document, readings: &[Reading]) -> bool {
        let all = || {
            let mut told = vec![Told::default(); self.people.len()];
            for &(reading, who) in &self.mentions {
                told[who as usize].add(told_gender(document, &tokens(&readings[reading as usize])));
            }
            told
        };
        gender.is_none_or(|gender| self.told.get_or_init(all)[person as usize].can_be(gender))
    }

    /// Whether the readings up to `at` name no more than one person.
    fn is_alone(&self, at: u32) -> bool {
        self.second.is_none_or(|second| at < second)
    }

    /// The value of a reading; a person under the fullest name.
    pub(super) fn value(&self, at: u32, reading: &Reading) -> Value {
        self.person(at).map_or_else(|| reading.value.clone(), |person| Value::Person(person.clone()))
    }

    /// Who is meant by a reading.
    fn person(&self, at: u32) -> Option<&Person> {
        let mention = self.mentions.binary_search_by_key(&at, |&(at, _)| at).ok()?;
        Some(&self.people[self.mentions[mention].1 as usize])
    }
}

/// The tokens of a reading.
fn tokens(reading: &Reading) -> Range<usize> {
    reading.tokens.start as usize..reading.tokens.end as usize
}
