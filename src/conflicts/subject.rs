//! The claims of a rule that meet by the words around their values: what each document says besides.

use rustc_hash::FxHashMap;

use super::judge::Judge;
use super::reckon::amount;
use super::sizes::{at_most, of_one_kind};
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;
use crate::claims::sorted_set::SortedSet;
use crate::rules::rule::ClaimRule;
use crate::values::agreement::Agreement;
use crate::values::amount::Amount;
use crate::values::value::Value;

/// The claims of a rule, by document: which of them are about one thing is decided by the words around them.
pub(super) struct Subjects<'a> {
    pub(super) rule: &'a ClaimRule,
    pub(super) judge: &'a Judge<'a>,
    pub(super) by_document: FxHashMap<usize, &'a [&'a Claim]>,
}

impl Subjects<'_> {
    pub(super) fn agree(&self, a: &Claim, b: &Claim) -> bool {
        matches!(self.judge.agree(self.rule, &a.value, &b.value), Agreement::Same | Agreement::Compatible)
    }

    pub(super) fn conflict(&self, a: &Claim, b: &Claim) -> bool {
        self.judge.agree(self.rule, &a.value, &b.value) == Agreement::Conflict
    }

    /// Whether two values cannot both hold, and are near enough to be of one kind of thing.
    pub(super) fn differ(&self, a: &Claim, b: &Claim) -> bool {
        self.conflict(a, b) && of_one_kind(&a.value, &b.value)
    }

    /// Whether a document says what a claim says; a small number of anything else is no sign of it.
    pub(super) fn says(&self, document: usize, claim: &Claim) -> bool {
        let small = matches!(&claim.value, Value::Count(count) if count.number < SMALL.into());
        let alike = |other: &Claim| {
            let contexts = claim.context.as_ref().zip(other.context.as_ref());
            contexts.is_some_and(|(here, there)| {
                here.things.is_empty() || there.things.is_empty() || !here.things.is_disjoint(&there.things)
            })
        };
        let mut claims = self.by_document.get(&document).into_iter().copied().flatten();
        claims.any(|other| self.agree(claim, other) && (!small || alike(other)))
    }

    /// Whether the sentence of a claim gives the value of the other too: "of the 48 ponies 19 were sold".
    pub(super) fn knows(&self, claim: &Claim, other: &Claim) -> bool {
        self.beside(claim).any(|also| self.agree(also, other)) || is_held_against(claim, other)
    }

    /// Whether another row of the table that one of the claims stands in gives the value of the other one, which is told of
    /// that row then: "the large one weighs 200 grams", above the rows of the large and the small.
    pub(super) fn is_of_another_row(&self, row: &Claim, other: &Claim) -> bool {
        let in_table = |claim: &Claim| claim.context.as_ref().is_some_and(|context| context.table);
        let mut rows = self.by_document.get(&row.document).into_iter().copied().flatten();
        row.document == other.document
            && in_table(row)
            && !in_table(other)
            && rows.any(|also| in_table(also) && also.sentence != row.sentence && also.value == other.value)
    }

    /// The other claims of a claim's sentence.
    pub(super) fn beside(&self, claim: &Claim) -> impl Iterator<Item = &Claim> {
        let of_document = self.by_document.get(&claim.document).into_iter().copied().flatten().copied();
        of_document.filter(|also| also.sentence == claim.sentence && also.at.span != claim.at.span)
    }

    /// The claims of the text below the heading that a claim stands in, with its own value.
    pub(super) fn below(&self, claim: &Claim) -> impl Iterator<Item = &Claim> {
        let heading = claim.context.as_ref().is_some_and(|context| context.heading);
        let of_document = self.by_document.get(&claim.document).into_iter().copied().flatten().copied();
        let below = of_document.filter(move |other| heading && other.sentence > claim.sentence);
        below.filter(|other| other.value == claim.value)
    }

    /// Whether the document of `there` has no other value for what two claims share than that of `there`.
    pub(super) fn alone(&self, here: &Claim, there: &Claim) -> bool {
        let Some(context) = &here.context else { return false };
        let others = self.by_document.get(&there.document).into_iter().copied().flatten();
        let mut others = others.filter(|other| {
            (here.document != there.document || other.sentence != here.sentence) && self.differ(here, other)
        });
        let shares = |other: &&&Claim| {
            other.context.as_ref().is_some_and(|there| {
                let strong =
                    |one: &SortedSet<Term>, other: &SortedSet<Term>| one.intersection(other).any(|term| !term.weak);
                context.things.intersection(&there.things).next().is_some() || strong(&context.beside, &there.beside)
            })
        };
        others.find(|other| !std::ptr::eq(**other, there) && shares(other)).is_none()
    }

    /// Whether the document of a claim has two other values or more for what it counts.
    pub(super) fn gives_several(&self, claim: &Claim) -> bool {
        let Some(context) = &claim.context else { return false };
        let others = self.by_document.get(&claim.document).into_iter().copied().flatten();
        let counted = |other: &&&Claim| {
            other.context.as_ref().is_some_and(|there| !there.things.is_disjoint(&context.things))
                && self.differ(claim, other)
        };
        others.filter(counted).nth(1).is_some()
    }

    /// Whether each document gives one value alone for what the claims share; one document against itself gives two.
    pub(super) fn is_only(&self, a: &Claim, b: &Claim, thing: Option<u32>, shared: &[Term]) -> bool {
        let most = if a.document == b.document { 2 } else { 1 };
        let few =
            |term: &Term| [a, b].iter().all(|claim| self.values_of(claim.document, thing, Some(term.id), most) <= most);
        if shared.is_empty() { self.values_of(a.document, thing, None, most) <= most } else { shared.iter().any(few) }
    }

    /// How many values that do not go together a document gives for a thing with a word; counted to one over `most`.
    pub(super) fn values_of(&self, document: usize, thing: Option<u32>, word: Option<u32>, most: usize) -> usize {
        let mut values: Vec<&Claim> = Vec::new();
        let has = |terms: &SortedSet<Term>, id: u32| terms.iter().any(|term| term.id == id);
        for claim in self.by_document.get(&document).into_iter().copied().flatten() {
            let Some(context) = &claim.context else { continue };
            let same = thing.is_none_or(|thing| has(&context.things, thing))
                && word.is_none_or(|word| has(&context.beside, word) || has(&context.modifiers, word));
            if same && self.other_years(claim).next().is_none() && values.iter().all(|other| self.differ(claim, other))
            {
                values.push(claim);
            }
            if values.len() > most {
                break;
            }
        }
        values.len()
    }

    /// The years of the sentence but that in which the document was written, in order.
    pub(super) fn other_years(&self, claim: &Claim) -> impl Iterator<Item = i32> {
        use chrono::Datelike as _;
        let written = self.judge.documents[claim.document].date.map(|day| day.year());
        let years = claim.context.iter().flat_map(|context| &context.years).copied();
        years.filter(move |year| Some(*year) != written)
    }

    /// Whether the sentences are of other years; what took from one year to another may be told without any.
    pub(super) fn in_other_years(&self, a: &Claim, b: &Claim) -> bool {
        let years = |claim: &Claim| self.other_years(claim).count();
        let spans = matches!((years(a), years(b)), (0, 2..) | (2.., 0));
        !spans && !self.other_years(a).eq(self.other_years(b))
    }

    /// Whether both documents are of one day.
    pub(super) fn one_day(&self, a: &Claim, b: &Claim) -> bool {
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        day(a).is_some() && day(a) == day(b)
    }

    /// Whether two numbers of what is counted anew each week are of one week, and of one size where they count people: the two
    /// legs of a tie share all of their names.
    pub(super) fn of_one_time(&self, a: &Claim, b: &Claim) -> bool {
        let day = |claim: &Claim| self.judge.documents[claim.document].date;
        let one_week = day(a).zip(day(b)).is_none_or(|(a, b)| (a - b).num_days().abs() < 7);
        one_week && at_most(&a.value, &b.value, 2)
    }
}

/// Whether a claim is told against the value of the other: "31 tonnes, not 60".
pub(super) fn is_held_against(claim: &Claim, other: &Claim) -> bool {
    let Some(amount) = amount(&other.value) else { return false };
    let is_end = |against: &Amount| [Some(amount.number), amount.upper].contains(&Some(against.number));
    claim.context.as_ref().is_some_and(|context| context.set_against.iter().any(is_end))
}

pub(super) fn counts(claim: &Claim) -> bool {
    matches!(claim.value, Value::Count(_))
}

/// Below this number several groups of one kind are as likely as one that is miscounted.
pub(super) const SMALL: u32 = 10;
