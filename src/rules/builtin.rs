//! The packs that come with belie, inside the program.

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
    PACKS.iter().map(|(name, text)| File::embedded(name, text))
}

/// The text of a pack with its examples blanked out, byte for byte: nearly half of every pack, which is of no use where texts
/// are checked. All else stands where it did; line feeds are blanked as well, as nobody asks this copy for lines.
pub(super) fn without_examples(pack: &str) -> String {
    let mut text = pack.as_bytes().to_vec();
    let (mut at, mut in_example) = (0, false);
    for line in pack.split_inclusive('\n') {
        in_example = header(line).map_or(in_example, |header| header.ends_with(".example]]"));
        if in_example {
            text[at..at + line.len()].fill(b' ');
        }
        at += line.len();
    }
    String::from_utf8(text).expect("lines are left as they are or blanked out whole")
}

/// The header of a table; a line of an example's text that begins with a marked value is none.
fn header(line: &str) -> Option<&str> {
    let first = line.strip_prefix('[')?.trim_start_matches('[').split(['.', ']']).next()?;
    keys::FILE.key(first).map(|_| line.trim_end())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::packs;
    use crate::rules::load::{load_with_warnings, load_without_examples};

    #[test]
    fn without_their_examples_packs_say_the_same() {
        let packs: Vec<_> = packs().map(|file| (Arc::new(file), true)).collect();
        let without = load_without_examples(&packs);
        let mut with = load_with_warnings(&packs);
        assert!(without.problems.is_empty(), "{:#?}", without.problems);
        assert!(with.rules.claims.iter().any(|claim| !claim.examples.is_empty()));
        with.rules.claims.iter_mut().for_each(|claim| claim.examples.clear());
        with.rules.checks.iter_mut().for_each(|check| check.examples.clear());
        assert!(format!("{:?}", without.rules) == format!("{:?}", with.rules));
    }
}
