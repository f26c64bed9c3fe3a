//! Claims that meet where the words around two names tell of one post: it has one holder at a time.
//!
//! Two claims meet where the nouns of the posts are the same, so are the words that make one post another ("finance"), and
//! what has the post can be one; and where each text gives it one holder alone.

use std::collections::BTreeMap;

use super::dispute;
use super::fact::Fact;
use super::finding::Finding;
use super::groups::Groups;
use super::judge::{Judge, Judgement};
use super::matter::{one_matter, shares_names};
use super::story::Bond;
use crate::claims::claim::Claim;
use crate::claims::post::Post;
use crate::rules::rule::{ClaimRule, Mode};
use crate::values::agreement::Agreement;
use crate::values::value::Value;

/// How many claims may share the noun of a post before it is too common to compare them all.
const MOST_PARTNERS: usize = 256;

/// What is wrong with the claims of one such rule.
pub(super) fn findings(rule: &ClaimRule, claims: &[&Claim], judge: &Judge<'_>) -> Vec<Finding> {
    if rule.mode != Mode::Compare {
        return Vec::new();
    }
    let meeting = Meeting { rule, judge, by_role: by_role(claims) };
    let mut inside: BTreeMap<usize, Groups> = BTreeMap::new();
    let mut between = Groups::default();
    for bucket in meeting.by_role.values() {
        for (at, &(a, first)) in bucket.iter().enumerate() {
            // Of a post that is everywhere, the claims that stand near each other are compared.
            for &(b, second) in bucket[at + 1..].iter().take(MOST_PARTNERS) {
                let across = first.document != second.document;
                if across && rule.across.is_none() || meeting.dispute(first, second).is_err() {
                    continue;
                }
                if across {
                    between.join(a, b);
                } else {
                    inside.entry(first.document).or_default().join(a, b);
                }
            }
        }
    }
    let inside = inside.into_values().flat_map(Groups::all).map(|group| (group, rule.severity));
    let between = between.all().into_iter().filter_map(|group| Some((group, rule.across?)));
    inside
        .chain(between)
        .filter_map(|(group, severity)| {
            let claims: Vec<&Claim> = group.iter().map(|&claim| claims[claim]).collect();
            let fact = Fact { rule, claims: claims.clone(), open: false };
            let judgement = Judgement { verdict: super::finding::Verdict::Conflict, unsure: false };
            dispute::told(&fact, &claims, judgement, severity, judge)
        })
        .collect()
}

/// In a few words, why two claims of such a rule are not held against each other; `None` where they are.
pub(super) fn relation(
    rule: &ClaimRule,
    claims: &[&Claim],
    judge: &Judge<'_>,
    a: &Claim,
    b: &Claim,
) -> Option<&'static str> {
    Meeting { rule, judge, by_role: by_role(claims) }.dispute(a, b).err().map(Apart::words)
}

/// Why two claims are not held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Apart {
    OneSentence,
    OtherPost,
    OtherBody,
    Agree,
    Many,
    Changed,
    OtherTime,
    OtherStory,
    Several,
}

impl Apart {
    fn words(self) -> &'static str {
        match self {
            Self::OneSentence => "not compared: one sentence says both",
            Self::OtherPost => "not compared: the posts are not the same",
            Self::OtherBody => "not compared: the posts are of different bodies",
            Self::Agree => "the values go together, or nothing can be proved of them",
            Self::Many => "not compared: nothing says that only one has the post",
            Self::Changed => "not compared: by the text's own words the post has passed from one to the other",
            Self::OtherTime => "not compared: they speak of different times",
            Self::OtherStory => "not compared: the articles share too few rare names to tell one story",
            Self::Several => "not compared: an article gives the post to several, so there are several of the kind",
        }
    }
}

/// The claims by the noun of the post, each with its place in the list.
fn by_role<'a>(claims: &[&'a Claim]) -> BTreeMap<u32, Vec<(usize, &'a Claim)>> {
    let mut by_role: BTreeMap<u32, Vec<(usize, &Claim)>> = BTreeMap::new();
    for (at, &claim) in claims.iter().enumerate().filter(|(_, claim)| claim.counts()) {
        if let Some(post) = &claim.post {
            by_role.entry(post.role).or_default().push((at, claim));
        }
    }
    by_role
}

/// Decides which claims of a rule are about one post.
struct Meeting<'a> {
    rule: &'a ClaimRule,
    judge: &'a Judge<'a>,
    by_role: BTreeMap<u32, Vec<(usize, &'a Claim)>>,
}

impl Meeting<'_> {
    /// Why two claims are not held against each other; `Ok` where they are about one post and cannot both hold.
    fn dispute(&self, a: &Claim, b: &Claim) -> Result<(), Apart> {
        let (Some(here), Some(there)) = (&a.post, &b.post) else { return Err(Apart::OtherPost) };
        let inside = a.document == b.document;
        if inside && a.sentence == b.sentence {
            return Err(Apart::OneSentence);
        }
        let kin = same_surname(&a.value, &b.value);
        if !same_post(here, there, kin) {
            return Err(Apart::OtherPost);
        }
        if !same_body(here, there) {
            return Err(Apart::OtherBody);
        }
        if self.judge.agree(self.rule, &a.value, &b.value) != Agreement::Conflict {
            return Err(Apart::Agree);
        }
        let one = here.sole && there.sole
            || kin && (here.definite || there.definite || here.sole)
            || here.definite && there.definite && tied(here, there);
        // What somebody made is told of by the thing alone.
        let bare = |post: &Post| post.bodies.is_empty() && post.names.is_empty();
        let known = !(here.by_verb && there.by_verb) || tied(here, there) || bare(here) || bare(there);
        let open = (here.its || there.its) && !kin && !tied(here, there);
        if !one || !known || open && !inside {
            return Err(Apart::Many);
        }
        if here.new != there.new || self.judge.settled(self.rule, a, b).is_some() {
            return Err(Apart::Changed);
        }
        self.judge.judge(self.rule, a, b).map_err(|_| Apart::OtherTime)?;
        let certain = kin && tied(here, there) && shares_names(self.judge, a, b);
        if !inside && !certain && !self.one_story(a, b, kin || tied(here, there)) {
            return Err(Apart::OtherStory);
        }
        let most = if inside { 2 } else { 1 };
        if self.holders(a) > most || self.holders(b) > most || !inside && self.knows_both(a, b, here, there) {
            return Err(Apart::Several);
        }
        Ok(())
    }

    /// Whether the articles tell one story: surely so where nothing names what has the post.
    fn one_story(&self, a: &Claim, b: &Claim, named: bool) -> bool {
        let bond = self.judge.stories.bond(a.document, b.document);
        let matter = one_matter(self.judge, a, b);
        bond >= Some(Bond::needed(!named)) || matter && (named || bond.is_some())
    }

    /// How many people the document of a claim gives the post to.
    fn holders(&self, claim: &Claim) -> usize {
        let Some(post) = &claim.post else { return 0 };
        let mut holders: Vec<&Claim> = Vec::new();
        for &(_, other) in self.by_role.get(&post.role).into_iter().flatten() {
            let same = other.document == claim.document
                && other.post.as_ref().is_some_and(|other| same_post(post, other, false) && same_body(post, other))
                && holders
                    .iter()
                    .all(|known| self.judge.agree(self.rule, &known.value, &other.value) == Agreement::Conflict);
            if same {
                holders.push(other);
            }
        }
        holders.len()
    }

    /// Whether a text that does not say what has the post names the holder in the other text as somebody else.
    fn knows_both(&self, a: &Claim, b: &Claim, here: &Post, there: &Post) -> bool {
        let names = |claim: &Claim, other: &Claim| {
            self.judge.documents[claim.document].people.contains(&other.value.to_string())
        };
        let nameless = here.names.is_empty() && there.names.is_empty();
        !nameless && !tied(here, there) && (names(a, b) || names(b, a))
    }
}

/// Whether the nouns and the words that make one post another are the same; for people of one surname a word more does no harm.
fn same_post(here: &Post, there: &Post, kin: bool) -> bool {
    let part = here.duties.is_subset(&there.duties) || there.duties.is_subset(&here.duties);
    here.role == there.role && (here.duties == there.duties || kin && part)
}

/// Whether what has the posts can be one.
fn same_body(here: &Post, there: &Post) -> bool {
    let fit = |a: &std::collections::BTreeSet<u32>, b: &std::collections::BTreeSet<u32>| {
        a.is_empty() || b.is_empty() || !a.is_disjoint(b)
    };
    fit(&here.names, &there.names) && fit(&here.bodies, &there.bodies)
}

/// Whether both name what has the post in a word that they share.
fn tied(here: &Post, there: &Post) -> bool {
    named_alike(here, there) || !here.bodies.is_disjoint(&there.bodies) || !here.duties.is_disjoint(&there.duties)
}

fn named_alike(here: &Post, there: &Post) -> bool {
    !here.names.is_disjoint(&there.names)
}

fn same_surname(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::Person(a), Value::Person(b)) if a.surname() == b.surname() && !a.is_lone() && !b.is_lone())
}
