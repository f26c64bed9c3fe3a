//! Claims that meet where the words around two names tell of one post: it has one holder at a time.
//!
//! Two claims meet where the nouns of the posts are the same, so are the words that make one post another ("finance"), and
//! what has the post can be one; and where each text gives it one holder alone.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::clue::Clue;
use super::dispute;
use super::fact::Fact;
use super::finding::{Finding, Verdict};
use super::judge::{Judge, Judgement};
use super::matter::{one_matter, shares_much, shares_names};
use super::meeting::{Meeting, by_document};
use super::story::Bond;
use crate::claims::claim::Claim;
use crate::claims::post::{Leads, Post};
use crate::rules::rule::{ClaimRule, ValueOf};
use crate::rules::severity::Severity;
use crate::source::token::hash;
use crate::values::agreement::Agreement;
use crate::values::value::Value;

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
    OtherPerson,
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
            Self::OtherPerson => "not compared: they are about two people, or one is a surname alone",
            Self::Several => "not compared: an article gives the post to several, so there are several of the kind",
        }
    }
}

/// Whom a claim is about: the first part of its key.
fn who(claim: &Claim) -> &str {
    claim.key.first().and_then(|part| part.value.as_deref()).unwrap_or_default()
}

/// Decides which claims of a rule are about one post.
pub(super) struct Posts<'a> {
    rule: &'a ClaimRule,
    judge: &'a Judge<'a>,
    by_document: FxHashMap<usize, &'a [&'a Claim]>,
}

impl<'a> Meeting<'a> for Posts<'a> {
    fn new(rule: usize, judge: &'a Judge<'a>) -> Self {
        Self { rule: &judge.rules.claims[rule], judge, by_document: by_document(&judge.claims[rule]) }
    }

    /// The person; or the noun with the document, a word for what has the post or a surname, or by itself.
    fn clues(claim: &Claim, tell: &mut impl FnMut(Clue)) {
        let Some(post) = &claim.post else { return };
        let Value::Person(person) = &claim.value else {
            return tell((0, hash(who(claim).as_bytes()), None));
        };
        let surname = hash(person.surname().as_bytes());
        tell((post.role, 0, Some(claim.document)));
        tell((post.role, 0, None));
        tell((post.role, surname, None));
        let words = post.duties.iter().chain(&post.bodies).chain(&post.names);
        words.map(|&word| (post.role, word, None)).for_each(&mut *tell);
        if post.leads != Leads::No {
            post.bodies.iter().chain(&post.names).map(|&body| (*EXECUTIVE, body, None)).for_each(&mut *tell);
        }
    }

    fn apart(&self, a: &Claim, b: &Claim) -> Result<(), &'static str> {
        let dispute = if self.rule.value == ValueOf::Post { self.of_one_person(a, b) } else { self.dispute(a, b) };
        dispute.map_err(Apart::words)
    }

    fn told(&self, fact: &Fact<'a>, severity: Severity) -> Option<Finding> {
        let judgement = Judgement { verdict: Verdict::Conflict, unsure: false };
        dispute::told(fact, &fact.claims, judgement, severity, self.judge)
    }
}

impl Posts<'_> {
    /// As [`Self::dispute`], for two posts that one person cannot have at a time: the post and that of its deputy, or two of
    /// one noun for different duties.
    fn of_one_person(&self, a: &Claim, b: &Claim) -> Result<(), Apart> {
        let (Some(here), Some(there)) = (&a.post, &b.post) else { return Err(Apart::OtherPost) };
        let inside = a.document == b.document;
        if inside && a.sentence == b.sentence {
            return Err(Apart::OneSentence);
        }
        if who(a) != who(b) || !who(a).contains(' ') {
            return Err(Apart::OtherPerson);
        }
        if !excludes(here, there) {
            return Err(Apart::Agree);
        }
        if !same_body(here, there) {
            return Err(Apart::OtherBody);
        }
        if here.new != there.new || self.judge.settled(self.rule, a, b).is_some() {
            return Err(Apart::Changed);
        }
        self.judge.judge(self.rule, a, b).map_err(|_| Apart::OtherTime)?;
        if !inside && !self.one_story(a, b, true) {
            return Err(Apart::OtherStory);
        }
        let both = |claim: &Claim| {
            let of_one = self.by_document.get(&claim.document).into_iter().copied().flatten();
            let of_one = of_one.filter(|other| other.counts() && who(other) == who(claim));
            let posts: Vec<&Post> = of_one.filter_map(|other| other.post.as_deref()).collect();
            posts.iter().any(|one| posts.iter().any(|other| excludes(one, other)))
        };
        if !inside && (both(a) || both(b)) { Err(Apart::Several) } else { Ok(()) }
    }

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
        // A text that says of whose director it speaks speaks of another one where it does not.
        let one_named = here.names.is_empty() != there.names.is_empty();
        if !same_body(here, there) || inside && one_named && !kin {
            return Err(Apart::OtherBody);
        }
        // The manager of one branch, below its heading, is not that of another one.
        if a.is_in_other_section(b) && (!here.is_placed() || !there.is_placed()) {
            return Err(Apart::OtherBody);
        }
        let agreement = self.judge.agree(self.rule, &a.value, &b.value);
        if agreement != Agreement::Conflict
            && !(agreement == Agreement::Suspicious && other_initial(&a.value, &b.value))
        {
            return Err(Apart::Agree);
        }
        let both_definite = here.definite && there.definite;
        let one = here.sole && there.sole
            || kin && (here.definite || there.definite || here.sole)
            || both_definite && (tied(here, there) || !inside && self.surely_one_story(a, b));
        // What somebody made is told of by the thing alone.
        let both_placed = here.is_placed() && there.is_placed();
        let known = !(here.by_verb && there.by_verb && both_placed) || tied(here, there);
        let open = (here.its || there.its) && !kin && !tied(here, there);
        // "Its chairman" in another paragraph may be another company's, where no word before it says whose.
        let unsaid = |post: &Post| post.its && !post.is_placed();
        let elsewhere = !inside || a.block != b.block && (unsaid(here) || unsaid(there));
        if !one || !known || open && elsewhere {
            return Err(Apart::Many);
        }
        // "The director was Lee", and at the end of the text "the director is Kim".
        if inside && here.past.zip(there.past).is_some_and(|(here, there)| here != there) {
            return Err(Apart::OtherTime);
        }
        if here.new != there.new || self.judge.settled(self.rule, a, b).is_some() {
            return Err(Apart::Changed);
        }
        self.judge.judge(self.rule, a, b).map_err(|_| Apart::OtherTime)?;
        let certain = kin && tied(here, there) && shares_names(self.judge, a, b);
        let told = kin || of_one_body(here, there) || tied(here, there) && !one_named;
        if !inside && !certain && !self.one_story(a, b, told) {
            return Err(Apart::OtherStory);
        }
        let most = if inside { 2 } else { 1 };
        if self.holders(a) > most || self.holders(b) > most || !inside && self.knows_both(a, b, here, there) {
            return Err(Apart::Several);
        }
        Ok(())
    }

    /// Whether the articles surely tell one story: each speaks of "the driver" as the only one.
    fn surely_one_story(&self, a: &Claim, b: &Claim) -> bool {
        self.judge.stories.bond(a.document, b.document) == Some(Bond::Close)
    }

    /// Whether the articles tell one story: surely so where nothing names what has the post.
    fn one_story(&self, a: &Claim, b: &Claim, named: bool) -> bool {
        let bond = self.judge.stories.bond(a.document, b.document);
        let matter = one_matter(self.judge, a, b);
        bond >= Some(Bond::needed(!named))
            || matter && (named || bond >= Some(Bond::Kin) && shares_much(self.judge, a, b))
    }

    /// How many people the document of a claim gives the post to.
    fn holders(&self, claim: &Claim) -> usize {
        let Some(post) = &claim.post else { return 0 };
        let mut holders: Vec<&Claim> = Vec::new();
        for &other in self.by_document.get(&claim.document).into_iter().copied().flatten() {
            let same = other.counts()
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
        // "Dr Lee", who judged the honey in the other text.
        let names = |claim: &Claim, other: &Claim| {
            let (name, people) = (other.value.to_string(), &self.judge.documents[claim.document].people);
            people.contains(&name) || name.rsplit(' ').next().is_some_and(|surname| people.contains(surname))
        };
        let one_told = here.is_placed() != there.is_placed();
        !tied(here, there) && (one_told || named(here) || named(there)) && (names(a, b) || names(b, a))
    }
}

/// Whether the nouns and the words that make one post another are the same; for people of one surname a word more does no harm.
fn same_post(here: &Post, there: &Post, kin: bool) -> bool {
    let part = here.duties.is_subset(&there.duties) || there.duties.is_subset(&here.duties);
    // "Ann Lee, who runs the plant" and "the plant's director, Bob Lang".
    let leads = here.leads != Leads::No && there.leads != Leads::No;
    let leads = leads && (here.leads == Leads::Anyhow || there.leads == Leads::Anyhow) && of_one_body(here, there);
    (here.role == there.role || leads) && !here.deputy && !there.deputy && (here.duties == there.duties || kin && part)
}

/// Whether one person cannot have both posts of one body at a time.
fn excludes(here: &Post, there: &Post) -> bool {
    if here.by_verb || there.by_verb {
        return false;
    }
    let own = |one: &Post, other: &Post| !one.duties.is_subset(&other.duties);
    let other_duties = own(here, there) && own(there, here);
    if here.role != there.role {
        // A chief executive has a finance director, and is none.
        let heads = [(here, there), (there, here)];
        let apart = SEPARATE.iter().any(|posts| posts.contains(&here.role) && posts.contains(&there.role));
        return here.deputy == there.deputy
            && (apart && !here.deputy && here.duties == there.duties
                || heads.iter().any(|(one, other)| {
                    one.role == *EXECUTIVE
                        && (other.role == *DIRECTOR && other_duties || other.role == *OFFICER && own(other, one))
                }));
    }
    if here.deputy != there.deputy {
        return here.duties == there.duties;
    }
    other_duties && here.sole && there.sole && !here.deputy
}

/// Posts and parts that one person cannot have at a time in one body, one trial, one match, one deal.
static SEPARATE: LazyLock<[Vec<u32>; 12]> = LazyLock::new(|| {
    let posts: [&[&str]; 12] = [
        &["chair", "treasurer", "secretary", "auditor"],
        &["judge", "prosecutor", "defendant", "juror", "witness"],
        &["coach", "referee", "goalkeeper", "striker", "defender", "midfielder", "physio"],
        &["captain", "mate", "cook", "bosun", "stoker", "passenger"],
        &["pilot", "passenger", "steward"],
        &["driver", "passenger", "guard", "pedestrian"],
        &["buyer", "seller"],
        &["landlord", "tenant"],
        &["teacher", "pupil"],
        &["victim", "suspect", "attacker", "bystander"],
        &["bishop", "archbishop", "vicar", "curate", "organist", "verger"],
        &["conductor", "soloist", "concertmaster", "soprano", "alto", "tenor", "bass", "pianist", "cellist"],
    ];
    posts.map(|nouns| nouns.iter().map(|noun| hash(noun.as_bytes())).collect())
});

static EXECUTIVE: LazyLock<u32> = LazyLock::new(|| hash(b"executive"));
static OFFICER: LazyLock<u32> = LazyLock::new(|| hash(b"officer"));
static DIRECTOR: LazyLock<u32> = LazyLock::new(|| hash(b"director"));

/// Whether what has the posts can be one.
fn same_body(here: &Post, there: &Post) -> bool {
    let fit = |a: &BTreeSet<u32>, b: &BTreeSet<u32>| a.is_empty() || b.is_empty() || !a.is_disjoint(b);
    fit(&here.names, &there.names) && fit(&here.bodies, &there.bodies)
}

/// Whether a name says what has the post.
fn named(post: &Post) -> bool {
    !post.names.is_empty()
}

/// Whether both name what has the post in a word that they share.
fn tied(here: &Post, there: &Post) -> bool {
    of_one_body(here, there) || !here.duties.is_disjoint(&there.duties)
}

/// Whether what has the post is told by a word that they share.
fn of_one_body(here: &Post, there: &Post) -> bool {
    !here.names.is_disjoint(&there.names) || !here.bodies.is_disjoint(&there.bodies)
}

/// Whether two names a letter apart begin with another one, so that nobody takes them for two spellings: "Anna", "Hanna".
fn other_initial(a: &Value, b: &Value) -> bool {
    let initial = |value: &Value| value.to_string().chars().next();
    same_surname(a, b) && initial(a) != initial(b)
}

fn same_surname(a: &Value, b: &Value) -> bool {
    matches!((a, b), (Value::Person(a), Value::Person(b)) if a.surname() == b.surname() && !a.is_lone() && !b.is_lone())
}
