//! Names of sources as short as they can be told apart.

use std::collections::BTreeSet;

use super::clean::clean;

/// A source: its path, and the shortest end of it that no other source shares.
pub(super) struct Source<'a> {
    pub(super) path: &'a str,
    /// Clean.
    pub(super) short: String,
}

/// Each path with the shortest end of whole components that tells it from the others.
pub(super) fn named(paths: Vec<&str>) -> Vec<Source<'_>> {
    let end = |path: &str, parts: usize| {
        path.rmatch_indices('/').nth(parts - 1).map_or_else(|| path.to_owned(), |(at, _)| path[at + 1..].to_owned())
    };
    let mut parts = vec![1; paths.len()];
    loop {
        let names: Vec<String> = paths.iter().zip(&parts).map(|(path, &parts)| end(path, parts)).collect();
        let mut sorted: Vec<&String> = names.iter().collect();
        sorted.sort();
        let clashes: BTreeSet<&String> = sorted.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]).collect();
        let mut grown = false;
        for at in 0..paths.len() {
            if clashes.contains(&names[at]) && names[at].len() < paths[at].len() {
                parts[at] += 1;
                grown = true;
            }
        }
        if !grown {
            return paths.into_iter().zip(names).map(|(path, short)| Source { path, short: clean(&short) }).collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn names_are_as_short_as_they_can_be_told_apart() {
        for (paths, expected) in [
            (vec!["a/b.md", "a/c.md"], vec!["b.md", "c.md"]),
            (vec!["a/x.md", "b/x.md", "c.md"], vec!["a/x.md", "b/x.md", "c.md"]),
            (vec!["r/a/x.md", "s/a/x.md", "x.md"], vec!["r/a/x.md", "s/a/x.md", "x.md"]),
            (vec!["/x.md", "x.md"], vec!["/x.md", "x.md"]),
            (vec!["-"], vec!["-"]),
        ] {
            let names: Vec<String> = named(paths).into_iter().map(|source| source.short).collect();
            assert_eq!(names, expected);
        }
    }
}
