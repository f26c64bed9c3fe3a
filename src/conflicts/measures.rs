//! Whether two measures or lengths of time are of one thing, as far as their clauses tell what they are of.

use super::matter::{Nearness, nearness, one_season};
use super::story::days_apart;
use super::subject::Subjects;
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;
use crate::claims::context::Context;
use crate::claims::measured::{Extent, Measured};
use crate::claims::sorted_set::SortedSet;

/// For how many days a weight or a depth holds: calves grow and rivers rise.
const CHANGING: i64 = 14;

impl Subjects<'_> {
    /// Whether both claims give one measure of one thing in two texts on one story, and each text has that one alone.
    pub(super) fn one_measure(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let (Some(one), Some(other)) = (&here.measured, &there.measured) else { return false };
        let days = || days_apart(&self.judge.documents[a.document], &self.judge.documents[b.document]);
        let changing = matches!(one.extent, Some(Extent::Weight | Extent::Depth));
        a.document != b.document
            && one_extent(one, other)
            && self.one_owner(a, b, one, other)
            && one_season(self.judge, a, b)
            && !(changing && days() > CHANGING)
            && !(one.extent == Some(Extent::Lasting) && one.attributed && other.attributed)
            && nearness(self.judge, a, b, false) == Nearness::Sure
            && here.rate == there.rate
            && !(here.part || there.part)
            && (self.other_years(a).eq(self.other_years(b)) || self.lasts(a, b, one, other))
            && !self.knows(a, b)
            && !self.knows(b, a)
            && (one.leans || !self.is_elsewhere(here, there, b))
            && (other.leans || !self.is_elsewhere(there, here, a))
            && self.only_measure(a, b, one, other)
            && self.only_measure(b, a, other, one)
    }

    /// Whether two claims are of other measures or other things: each clause says of which, and they do not go together.
    pub(super) fn other_measure(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let (Some(one), Some(other)) = (&here.measured, &there.measured) else { return false };
        let extents = one.extent.zip(other.extent).is_some_and(|(one, other)| one != other);
        // "150 g of sugar", and in the next step 200 g of flour, or below another heading 100 g of sugar for another cake.
        let told = !one.owner.is_empty() && !other.owner.is_empty();
        let stuffs = a.document == b.document
            && one.extent == Some(Extent::Amount)
            && (told && one.owner.is_disjoint(&other.owner) || self.below_headings(a) != self.below_headings(b));
        extents
            || stuffs
            || one.part != other.part
            || self.strangers(a, b, one, other)
            || self.other_owner(a, b, one, other)
            || self.other_owner(b, a, other, one)
    }

    /// Whether both measures are of what changes little with the years, and their sentences name no year that is past: "the
    /// park, which covers six hectares, opens in 2028". How long or wide something is does not change at all: "a rope 900
    /// metres long was drawn up last October".
    pub(super) fn lasts(&self, a: &Claim, b: &Claim, one: &Measured, other: &Measured) -> bool {
        use chrono::Datelike as _;
        let written = |claim: &Claim| self.judge.documents[claim.document].date.map(|day| day.year());
        let written = written(a).max(written(b));
        let ahead = |claim: &Claim| self.other_years(claim).all(|year| written.is_some_and(|written| year >= written));
        let lasting = |measured: &Measured| {
            !matches!(measured.extent, Some(Extent::Weight | Extent::Depth | Extent::Amount | Extent::Lasting))
        };
        let fixed = |measured: &Measured| {
            matches!(measured.extent, Some(Extent::Length | Extent::Width | Extent::Thickness | Extent::Diameter))
        };
        lasting(one) && lasting(other) && (fixed(one) || fixed(other) || ahead(a) && ahead(b))
    }

    /// How many headings stand before a claim.
    fn below_headings(&self, claim: &Claim) -> usize {
        let headings = &self.judge.documents[claim.document].headings;
        headings.partition_point(|heading| *heading <= claim.at.span.start)
    }

    /// Whether each clause has a word of its own for what it measures, which the other text does not have.
    fn strangers(&self, a: &Claim, b: &Claim, one: &Measured, other: &Measured) -> bool {
        let strange = |measured: &Measured, claim: &Claim| {
            let words = &self.judge.documents[claim.document].story.words;
            !measured.open
                && !measured.leans
                && !measured.owner.is_empty()
                && measured.owner.iter().all(|term| !words.contains_key(&term.id))
        };
        strange(one, b) && strange(other, a)
    }

    /// Whether words before the thing of the one tell it from that of the other: a name that the other text does not know, or
    /// on each side a word that the other text has not; or it is a new one, of somebody whom the other text does not know.
    fn other_owner(&self, a: &Claim, b: &Claim, one: &Measured, other: &Measured) -> bool {
        let strange = |terms: &SortedSet<Term>, claim: &Claim| {
            let words = &self.judge.documents[claim.document].story.words;
            terms.iter().any(|term| !words.contains_key(&term.id))
        };
        strange(&one.named, b) || strange(&one.which, b) && strange(&other.which, a) || strange(&one.holder, b)
    }

    /// Whether two measures can be of one thing: the words for it are the same, or one text calls it by a word for any while it
    /// has the other one's word too.
    fn one_owner(&self, a: &Claim, b: &Claim, one: &Measured, other: &Measured) -> bool {
        let known = |owner: &SortedSet<Term>, claim: &Claim| {
            let words = &self.judge.documents[claim.document].story.words;
            owner.iter().any(|term| !term.weak && words.contains_key(&term.id))
        };
        let told = |measured: &Measured| !measured.owner.is_empty();
        let alike = one.extent == other.extent && one.extent.is_some();
        // "Height 430 cm", and in a table "Height | 3.4 m"
        let labels = one.open && other.open && !told(one) && !told(other);
        one.owner.intersection(&other.owner).next().is_some()
            || labels && alike
            || one.open && (told(one) || alike) && known(&other.owner, a)
            || other.open && (told(other) || alike) && known(&one.owner, b)
    }

    /// Whether the document of `claim` has no other value that can be the measure of what `other`, of `measured`, is of.
    fn only_measure(&self, claim: &Claim, other: &Claim, own: &Measured, measured: &Measured) -> bool {
        let rivals = self.by_document.get(&claim.document).into_iter().copied().flatten();
        let mut rivals = rivals.filter(|rival| rival.at.span != claim.at.span && !self.agree(claim, rival));
        rivals.all(|rival| {
            let Some(theirs) = rival.context.as_ref().and_then(|context| context.measured.as_ref()) else {
                return true;
            };
            let alike = theirs.owner.intersection(&own.owner).next().is_some();
            let same = one_extent(theirs, measured) && (alike || self.one_owner(rival, other, theirs, measured));
            !self.agree(other, rival) && !same
        })
    }
}

/// Whether two measures are the same one of a thing; where one may be any, that both are lengths is enough.
fn one_extent(one: &Measured, other: &Measured) -> bool {
    let any = |extent: Option<Extent>| extent.is_none_or(Extent::is_linear);
    match (one.extent, other.extent) {
        (Some(Extent::Amount | Extent::Distance), _) | (_, Some(Extent::Amount | Extent::Distance)) => false,
        (Some(one), Some(other)) => one == other,
        (one, other) => any(one) && any(other),
    }
}
