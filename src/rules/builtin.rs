//! The packs that come with belie, inside the program.

use super::tree::Tree;
use crate::source::file::File;

/// A rule file inside the program.
struct Pack {
    name: &'static str,
    text: &'static str,
    /// Its tree without the examples, as the build script writes it.
    tree: &'static [u8],
}

macro_rules! pack {
    ($name:literal) => {
        Pack {
            name: concat!("rules/", $name, ".toml"),
            text: include_str!(concat!("../../rules/", $name, ".toml")),
            tree: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".tree")),
        }
    };
}

/// The guards that every pack knows, written in the rule language itself.
static GUARDS: Pack = pack!("guards");

/// The packs, in the order in which their rules count.
static PACKS: [Pack; 17] = [
    pack!("calendar"),
    pack!("offices"),
    pack!("status"),
    pack!("roles"),
    pack!("persons"),
    pack!("identifiers"),
    pack!("things"),
    pack!("places"),
    pack!("figures"),
    pack!("events"),
    pack!("arithmetic"),
    pack!("sums"),
    pack!("reckonings"),
    pack!("lifespans"),
    pack!("sequences"),
    pack!("visits"),
    pack!("japan-us"),
];

/// The built-in rule files, each under its path in belie's own repository.
pub fn packs() -> impl Iterator<Item = File> {
    PACKS.iter().map(|pack| File::embedded(pack.name, pack.text))
}

/// The file of the guards that every pack knows.
#[must_use]
pub fn guards() -> File {
    File::embedded(GUARDS.name, GUARDS.text)
}

/// The tree without the examples of a file that is part of the program.
pub(super) fn without_examples(file: &File) -> Option<Tree<'static>> {
    let known = [&GUARDS].into_iter().chain(&PACKS).find(|pack| std::ptr::eq(pack.text, file.text()))?;
    Some(postcard::from_bytes(known.tree).expect("the build script writes trees"))
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
