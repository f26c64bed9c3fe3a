//! The packs that come with belie, inside the program.

use rayon::prelude::*;

use super::keys;
use crate::source::file::File;

/// Names and texts of the packs, in the order in which their rules count.
const PACKS: [(&str, &str); 16] = [
    ("rules/calendar.toml", include_str!("../../rules/calendar.toml")),
    ("rules/offices.toml", include_str!("../../rules/offices.toml")),
    ("rules/status.toml", include_str!("../../rules/status.toml")),
    ("rules/roles.toml", include_str!("../../rules/roles.toml")),
    ("rules/persons.toml", include_str!("../../rules/persons.toml")),
    ("rules/identifiers.toml", include_str!("../../rules/identifiers.toml")),
    ("rules/things.toml", include_str!("../../rules/things.toml")),
    ("rules/places.toml", include_str!("../../rules/places.toml")),
    ("rules/figures.toml", include_str!("../../rules/figures.toml")),
    ("rules/events.toml", include_str!("../../rules/events.toml")),
    ("rules/arithmetic.toml", include_str!("../../rules/arithmetic.toml")),
    ("rules/sums.toml", include_str!("../../rules/sums.toml")),
    ("rules/lifespans.toml", include_str!("../../rules/lifespans.toml")),
    ("rules/sequences.toml", include_str!("../../rules/sequences.toml")),
    ("rules/visits.toml", include_str!("../../rules/visits.toml")),
    ("rules/japan-us.toml", include_str!("../../rules/japan-us.toml")),
];

/// The built-in rule files, each under its path in belie's own repository.
pub fn packs() -> impl Iterator<Item = File> {
    PACKS.iter().map(|(name, text)| File::new(*name, *text))
}

/// As [`packs`], with blanks in the place of the examples: nearly half of every pack, which is of no use where texts are
/// checked. All else stands where it did.
#[must_use]
pub fn packs_without_examples() -> Vec<File> {
    PACKS.par_iter().map(|(name, text)| File::new(*name, without_examples(text))).collect()
}

/// The text of a pack with the lines of its examples blanked out, byte for byte.
fn without_examples(pack: &str) -> String {
    let mut text = Vec::with_capacity(pack.len());
    let mut in_example = false;
    for line in pack.split_inclusive('\n') {
        in_example = header(line).map_or(in_example, |header| header.ends_with(".example]]"));
        if in_example {
            text.resize(text.len() + line.len() - 1, b' ');
            text.push(b'\n');
        } else {
            text.extend_from_slice(line.as_bytes());
        }
    }
    String::from_utf8(text).expect("lines are copied or left out whole")
}

/// The header of a table; a line of an example's text that begins with a marked value is none.
fn header(line: &str) -> Option<&str> {
    let first = line.strip_prefix('[')?.trim_start_matches('[').split(['.', ']']).next()?;
    keys::FILE.key(first).map(|_| line.trim_end())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{packs, packs_without_examples};
    use crate::rules::load::load;
    use crate::rules::rule::Rules;
    use crate::source::file::File;

    fn rules(packs: impl Iterator<Item = File>) -> Rules {
        let (rules, faults) = load(&packs.map(|file| (Arc::new(file), true)).collect::<Vec<_>>());
        assert!(faults.is_empty(), "{faults:#?}");
        rules
    }

    #[test]
    fn without_their_examples_packs_say_the_same() {
        let without = rules(packs_without_examples().into_iter());
        let mut with = rules(packs());
        assert!(with.claims.iter().any(|claim| !claim.examples.is_empty()));
        with.claims.iter_mut().for_each(|claim| claim.examples.clear());
        with.checks.iter_mut().for_each(|check| check.examples.clear());
        // Packs, timelines and events keep the text of their file.
        let mut told = format!("{with:?}");
        for (full, blanked) in packs().zip(packs_without_examples()) {
            told = told.replace(&format!("{:?}", full.text()), &format!("{:?}", blanked.text()));
        }
        assert!(format!("{without:?}") == told);
    }
}
