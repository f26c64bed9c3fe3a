//! The packs that come with belie, inside the program.

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
