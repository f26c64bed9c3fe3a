//! Why two claims of one rule are a finding, or are not: for people who wonder.

use super::comparison::Comparison;
use super::dispute;
use super::fact::{facts, is_open};
use super::happening::Happenings;
use super::judge::{Judge, Judgement, Reason};
use super::meeting::Meeting as _;
use super::post::Posts;
use super::story::Bond;
use super::subject::Subjects;
use crate::claims::claim::Claim;
use crate::rules::rule::{MeetsBy, Mode, Scope};
use crate::values::agreement::Agreement;

/// What there is to say of two claims of one rule that were compared, in a few words.
#[must_use]
pub fn relation(comparison: &Comparison<'_>, a: &Claim, b: &Claim) -> String {
    let judge = comparison.judge();
    let rule = &judge.rules.claims[a.rule];
    if !a.counts() || !b.counts() {
        return "not compared: a guard marks one of them".to_owned();
    }
    if rule.mode == Mode::Extract {
        return "not compared: the rule only feeds checks".to_owned();
    }
    if a.document != b.document && rule.scope == Scope::Document {
        return "not compared: the rule looks inside one article alone".to_owned();
    }
    let apart = match rule.meets_by() {
        MeetsBy::Key => None,
        MeetsBy::Subject => Some(Subjects::new(a.rule, &judge).apart(a, b)),
        MeetsBy::Happening => Some(Happenings::new(a.rule, &judge).apart(a, b)),
        MeetsBy::Post => Some(Posts::new(a.rule, &judge).apart(a, b)),
    };
    if let Some(apart) = apart {
        return apart.err().unwrap_or("conflict").to_owned();
    }
    if let Some((part, other)) = a.key.iter().zip(&b.key).find(|(part, other)| part.value != other.value) {
        let shown = |value: &Option<String>| value.as_ref().map_or("open".to_owned(), |value| format!("`{value}`"));
        return format!("not compared: `{}` is {} here, {} there", part.name, shown(&part.value), shown(&other.value));
    }
    if rule.scope == Scope::Story
        && judge.stories.bond(a.document, b.document).is_none_or(|bond| bond < Bond::needed(is_open(a)))
    {
        return "not compared: the articles share too few rare names to tell one story".to_owned();
    }
    if is_open(a) && a.document != b.document && rule.scope != Scope::Story {
        return "not compared: an open key holds inside one article alone".to_owned();
    }
    match judge.judge(rule, a, b) {
        Err(reason) => reason.words().to_owned(),
        Ok(_) if judge.settled(rule, a, b).is_some() => {
            "both are true, one after the other by the text's own words".to_owned()
        }
        Ok(_) if two_things(&judge, a, b) => "not compared: the text seems to speak of two things".to_owned(),
        Ok(Judgement { verdict, .. }) => format!("{verdict:?}").to_lowercase(),
    }
}

fn two_things(judge: &Judge<'_>, a: &Claim, b: &Claim) -> bool {
    let meets = |claim: &&Claim| [a.document, b.document].contains(&claim.document);
    let facts = facts(&judge.rules.claims[a.rule], judge.claims[a.rule].iter().copied().filter(meets));
    let fact = facts.iter().find(|fact| fact.claims.iter().any(|claim| std::ptr::eq(*claim, a)));
    fact.is_some_and(|fact| dispute::two_things(fact, a, b, judge))
}

impl Reason {
    fn words(self) -> &'static str {
        match self {
            Self::Agreement(Agreement::Same) => "the same value",
            Self::Agreement(Agreement::Unknown) => "nothing can be proved of these two values",
            Self::Agreement(_) => "the values go together",
            Self::OtherTime => "not compared: they speak of different times",
            Self::OtherSection => "not compared: they stand in sections that are about two things",
            Self::OneUndated => "not compared: one is dated, the other is not",
            Self::OnRecord => "both are right by the record, each at its time",
        }
    }
}
