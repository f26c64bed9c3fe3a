//! Figures that differ by two digits whose places were taken for each other: a slip of the hand, whatever words stand around
//! them.

use super::matter::{overlap, shares_names};
use super::subject::Subjects;
use crate::claims::claim::Claim;
use crate::values::slip::{is_telling, is_transposed};

impl Subjects<'_> {
    /// Whether one of two texts on one matter has the figure of the other with two digits swapped, so many digits that it is
    /// no chance, and neither says elsewhere what the other one says.
    pub(super) fn mistyped(&self, a: &Claim, b: &Claim) -> bool {
        let of_one_matter = || {
            self.judge.stories.bond(a.document, b.document).is_some()
                && (shares_names(self.judge, a, b) || overlap(self.judge, a, b).is_some())
        };
        a.document != b.document
            && is_transposed(&a.value, &b.value)
            && [a, b].iter().all(|claim| is_telling(&claim.value))
            && !self.in_other_years(a, b)
            && !self.says(b.document, a)
            && !self.says(a.document, b)
            && of_one_matter()
    }
}
