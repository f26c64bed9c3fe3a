//! Sets of a few small values in one sorted list: building one costs an allocation, and holding two against each other a
//! walk along both.

use std::cmp::Ordering;
use std::iter::Peekable;
use std::slice;

/// A set of a few small values, in their order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SortedSet<T>(Vec<T>);

impl<T> Default for SortedSet<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Copy + Ord> SortedSet<T> {
    /// How many values it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The values in their order.
    pub fn iter(&self) -> slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Whether it holds a value.
    #[must_use]
    pub fn contains(&self, value: &T) -> bool {
        self.0.binary_search(value).is_ok()
    }

    /// Adds a value; `false` where it was there already.
    pub fn insert(&mut self, value: T) -> bool {
        match self.0.binary_search(&value) {
            Ok(_) => false,
            Err(at) => {
                self.0.insert(at, value);
                true
            }
        }
    }

    /// What both hold.
    pub fn intersection<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a T> {
        let (mut first, mut second) = (self.0.as_slice(), other.0.as_slice());
        std::iter::from_fn(move || {
            while let ([one, rest @ ..], [other, others @ ..]) = (first, second) {
                match one.cmp(other) {
                    Ordering::Less => first = rest,
                    Ordering::Greater => second = others,
                    Ordering::Equal => {
                        (first, second) = (rest, others);
                        return Some(one);
                    }
                }
            }
            None
        })
    }

    /// What this one holds and the other one does not.
    pub fn difference<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a T> {
        Merged::new(self, other).filter_map(|(value, ordering)| (ordering == Ordering::Less).then_some(value))
    }

    /// What at least one of them holds.
    pub fn union<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a T> {
        Merged::new(self, other).map(|(value, _)| value)
    }

    /// Whether they have nothing in common.
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.intersection(other).next().is_none()
    }

    /// Whether it holds all that the other one holds.
    #[must_use]
    pub fn is_superset(&self, other: &Self) -> bool {
        other.difference(self).next().is_none()
    }
}

/// The values of two sets in their order, each with where it is from: the first, the second or both.
struct Merged<'a, T> {
    first: Peekable<slice::Iter<'a, T>>,
    second: Peekable<slice::Iter<'a, T>>,
}

impl<'a, T: Copy + Ord> Merged<'a, T> {
    fn new(first: &'a SortedSet<T>, second: &'a SortedSet<T>) -> Self {
        Self { first: first.0.iter().peekable(), second: second.0.iter().peekable() }
    }
}

impl<'a, T: Copy + Ord> Iterator for Merged<'a, T> {
    type Item = (&'a T, Ordering);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let ordering = match (self.first.peek(), self.second.peek()) {
            (Some(first), Some(second)) => first.cmp(second),
            (Some(_), None) => Ordering::Less,
            (None, _) => Ordering::Greater,
        };
        let value = match ordering {
            Ordering::Less => self.first.next(),
            Ordering::Greater => self.second.next(),
            Ordering::Equal => {
                self.second.next();
                self.first.next()
            }
        };
        Some((value?, ordering))
    }
}

impl<T: Copy + Ord> From<Vec<T>> for SortedSet<T> {
    fn from(mut values: Vec<T>) -> Self {
        values.sort_unstable();
        values.dedup();
        Self(values)
    }
}

impl<T: Copy + Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Vec::from_iter(values).into()
    }
}

impl<T: Copy + Ord> Extend<T> for SortedSet<T> {
    fn extend<I: IntoIterator<Item = T>>(&mut self, values: I) {
        let before = self.0.len();
        self.0.extend(values);
        if self.0.len() > before {
            *self = std::mem::take(&mut self.0).into();
        }
    }
}

impl<'a, T> IntoIterator for &'a SortedSet<T> {
    type Item = &'a T;
    type IntoIter = slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::{any, proptest};

    use super::SortedSet;

    proptest! {
        #[test]
        fn it_answers_as_a_tree_does(a in any::<Vec<u8>>(), b in any::<Vec<u8>>()) {
            let (one, other): (SortedSet<u8>, SortedSet<u8>) = (a.iter().copied().collect(), b.iter().copied().collect());
            let (a, b): (BTreeSet<u8>, BTreeSet<u8>) = (a.into_iter().collect(), b.into_iter().collect());
            assert!(one.iter().eq(&a) && one.len() == a.len() && one.is_empty() == a.is_empty());
            assert!(one.intersection(&other).eq(a.intersection(&b)));
            assert!(one.difference(&other).eq(a.difference(&b)));
            assert!(one.union(&other).eq(a.union(&b)));
            assert_eq!(one.is_disjoint(&other), a.is_disjoint(&b));
            assert_eq!(one.is_superset(&other), a.is_superset(&b));
            assert!(b.iter().all(|value| one.contains(value) == a.contains(value)));
            let (mut grown, mut inserted) = (one.clone(), one.clone());
            grown.extend(b.iter().copied());
            b.iter().for_each(|value| assert_eq!(inserted.insert(*value), !one.contains(value)));
            assert!(grown.iter().eq(a.union(&b)) && grown == inserted);
        }
    }
}
