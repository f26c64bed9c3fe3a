//! The alternatives of a choice, which a rule names.

use super::agreement::Agreement;

/// Whether two alternatives can both hold: each is one and no other. Those that are steps of ladders (`army/general`) are
/// only held against steps of their own ladder: one can be a general and a mayor, but no general and a colonel.
#[must_use]
pub fn agree(a: &str, b: &str) -> Agreement {
    if a == b {
        return Agreement::Same;
    }
    match (a.split_once('/'), b.split_once('/')) {
        (Some((one, _)), Some((other, _))) if one != other => Agreement::Unknown,
        _ => Agreement::Conflict,
    }
}

/// The name of an alternative for people: without its ladder.
#[must_use]
pub fn shown(name: &str) -> &str {
    name.split_once('/').map_or(name, |(_, step)| step)
}

#[cfg(test)]
mod tests {
    use super::{Agreement, agree};

    #[test]
    fn steps_of_one_ladder_exclude_each_other() {
        for (a, b, verdict) in [
            ("paid", "paid", Agreement::Same),
            ("paid", "owed", Agreement::Conflict),
            ("army/general", "army/colonel", Agreement::Conflict),
            ("army/general", "town/mayor", Agreement::Unknown),
            ("army/general", "army/general", Agreement::Same),
        ] {
            assert_eq!((agree(a, b), agree(b, a)), (verdict, verdict), "{a} / {b}");
        }
    }
}
