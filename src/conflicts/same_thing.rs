//! What proves that two figures are about one thing: the thing counted and the words beside them.

use super::apart::Apart;
use super::matter::weight;
use super::subject::{SMALL, Subjects, counts};
use crate::claims::base_form::Term;
use crate::claims::claim::Claim;
use crate::claims::context::Context;
use crate::claims::sorted_set::SortedSet;
use crate::claims::story::LEAD;
use crate::values::value::Value;

/// How many words with a meaning of their own two sentences share where they say the same, and what share of all that they
/// have between them that is, in per cent.
const ECHO_WORDS: usize = 5;
const ECHO_SHARE: usize = 70;

impl Subjects<'_> {
    pub(super) fn same_thing(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> Result<(), Apart> {
        let shared: Vec<Term> = here.beside.intersection(&there.beside).copied().collect();
        if !counts(a) {
            let weight = weight(self.judge, &shared, a, b);
            let around =
                here.sentence.intersection(&there.sentence).filter(|term| !term.weak && !shared.contains(term)).count();
            let inside = a.document == b.document;
            let alike = match a.value {
                Value::Ordinal(_) => weight >= 4,
                Value::Quantity(_) if !inside => weight >= 5 && self.share_a_name(a, b, here, there),
                Value::Duration(_) if !inside => weight >= 4 && self.share_a_name(a, b, here, there),
                _ if inside => weight >= 4 || weight >= 2 && around >= 1,
                _ => weight >= 4 || weight >= 2 && around >= 2,
            };
            return if !alike {
                Err(Apart::OtherThing)
            } else if !self.is_only(a, b, None, &shared) {
                Err(Apart::Several)
            } else {
                Ok(())
            };
        }
        let things: Vec<&Term> = here.things.intersection(&there.things).collect();
        if !here.table && !there.table && here.things != there.things {
            return Err(Apart::OtherThing);
        }
        let Some(thing) = things.first() else { return Err(Apart::OtherThing) };
        let strong = things.iter().any(|term| !term.weak);
        let shared: Vec<Term> = shared.into_iter().filter(|term| !things.contains(&term)).collect();
        let own = |context: &Context, other: &Context| context.modifiers.difference(&other.sentence).count();
        let (own_here, own_there) = (own(here, there), own(there, here));
        if own_here > 0 && own_there > 0 {
            return Err(Apart::OtherKind);
        }
        let alike_before: Vec<Term> = here.modifiers.intersection(&there.modifiers).copied().collect();
        let weight = weight(self.judge, &shared, a, b) + weight(self.judge, &alike_before, a, b);
        let around =
            here.sentence.intersection(&there.sentence).filter(|term| !term.weak && !shared.contains(term)).count();
        // A toll is told again and again, each time of another place or hour.
        let in_lead = a.sentence < LEAD && b.sentence < LEAD && self.one_day(a, b);
        let grows = a.document != b.document && !in_lead && shared.iter().all(|term| term.grows);
        let one_kind = a.document == b.document || own_here + own_there == 0;
        let beside = weight >= 4 || weight >= 2 && one_kind && (!grows || around >= 3);
        let all = strong && here.definite && there.definite && own_here + own_there == 0;
        let number = |claim: &Claim| if let Value::Count(count) = &claim.value { Some(count.number) } else { None };
        let few = [a, b].iter().all(|claim| number(claim).is_some_and(|number| number < SMALL.into()));
        let one = [a, b].iter().any(|claim| number(claim).is_some_and(|number| number <= 2.into()));
        let alike = if few || one { weight >= 4 && strong } else { beside || all && a.document == b.document };
        if !alike {
            Err(Apart::OtherThing)
        } else if !self.is_only(a, b, Some(thing.id), &shared) {
            Err(Apart::Several)
        } else {
            Ok(())
        }
    }

    /// Whether both sentences have a word by which both documents name someone or something.
    pub(super) fn share_a_name(&self, a: &Claim, b: &Claim, here: &Context, there: &Context) -> bool {
        let names = |claim: &Claim| &self.judge.documents[claim.document].story.names;
        here.sentence
            .intersection(&there.sentence)
            .any(|term| names(a).contains(&term.id) && names(b).contains(&term.id))
    }
}

/// Whether two sentences say the same in nearly the same words.
pub(super) fn is_echo(here: &Context, there: &Context) -> bool {
    let strong = |terms: &SortedSet<Term>| terms.iter().filter(|term| !term.weak).count();
    let shared = here.sentence.intersection(&there.sentence).filter(|term| !term.weak).count();
    let all = strong(&here.sentence) + strong(&there.sentence) - shared;
    !here.table && !there.table && shared >= ECHO_WORDS && shared * 100 >= all * ECHO_SHARE
}
