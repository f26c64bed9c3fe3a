//! Who says what: a row per disputed fact, a column per source.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use comfy_table::presets::UTF8_FULL;
use comfy_table::{ContentArrangement, Table};

use super::clean::clean;
use super::look::Look;
use crate::claims::claim::Evidence;
use crate::conflicts::finding::{Finding, Side};

/// A column narrower than this breaks most names.
const LEAST_COLUMN: usize = 14;

/// Columns that the border and the padding of a table's column take.
const BORDER: usize = 3;

/// The most lines of a source, and the most sources of a value, that one cell lists.
const MOST_LISTED: usize = 8;

/// Writes the table. Where there are more sources than columns fit, each value gets a row with the places that give it.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(findings: &[Finding], look: Look, out: &mut impl Write) -> io::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let paths: BTreeSet<&str> = evidence(findings).map(|evidence| &**evidence.file.name()).collect();
    let sources = short_names(paths.into_iter().collect());
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(look.width).unwrap_or(u16::MAX))
        .force_no_tty();
    if (sources.len() + 1) * (LEAST_COLUMN + BORDER) < look.width {
        by_source(findings, &sources, &mut table);
    } else {
        by_value(findings, &sources, &mut table);
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// A source: its path, and the shortest end of it that no other source shares.
struct Source<'a> {
    path: &'a str,
    short: String,
}

fn by_source(findings: &[Finding], sources: &[Source<'_>], table: &mut Table) {
    table.set_header(std::iter::once("fact").chain(sources.iter().map(|source| source.short.as_str())));
    for finding in findings {
        let cells = sources.iter().map(|source| {
            let said: Vec<String> = finding.sides.iter().filter_map(|side| said_by(side, source)).collect();
            said.join("\n")
        });
        table.add_row(std::iter::once(fact(finding)).chain(cells));
    }
}

fn by_value(findings: &[Finding], sources: &[Source<'_>], table: &mut Table) {
    let short: BTreeMap<&str, &str> = sources.iter().map(|source| (source.path, source.short.as_str())).collect();
    table.set_header(["fact", "value", "said in"]);
    for finding in findings {
        for (at, side) in finding.sides.iter().enumerate() {
            let places = places(side, &short);
            let fact = if at == 0 { fact(finding) } else { String::new() };
            table.add_row([fact, clean(&side.value), places]);
        }
    }
}

/// The rule's title, how loud the finding is, and what it is about.
fn fact(finding: &Finding) -> String {
    let mut fact = format!("{} ({})", clean(&finding.title), finding.severity.name());
    if !finding.key.is_empty() {
        let about: Vec<String> = finding.key.iter().map(|(_, value)| clean(value)).collect();
        fact += "\n";
        fact += &about.join(", ");
    }
    fact
}

/// `Anna Berg (3, 9)`: the side's value and the lines on which the source gives it.
fn said_by(side: &Side, source: &Source<'_>) -> Option<String> {
    let here = side.evidence.iter().filter(|evidence| &**evidence.file.name() == source.path);
    let lines: BTreeSet<u32> = here.map(line).collect();
    (!lines.is_empty()).then(|| format!("{} ({})", clean(&side.value), listed(&lines)))
}

/// `a.md:3, 9`, one source a line.
fn places(side: &Side, short: &BTreeMap<&str, &str>) -> String {
    let mut lines: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for evidence in &side.evidence {
        lines.entry(&**evidence.file.name()).or_default().insert(line(evidence));
    }
    let shown = lines.iter().take(MOST_LISTED);
    let mut places: Vec<String> =
        shown.map(|(path, lines)| format!("{}:{}", short.get(path).unwrap_or(path), listed(lines))).collect();
    if lines.len() > MOST_LISTED {
        places.push(format!("and {} more", lines.len() - MOST_LISTED));
    }
    places.join("\n")
}

fn listed(lines: &BTreeSet<u32>) -> String {
    let mut listed: Vec<String> = lines.iter().take(MOST_LISTED).map(u32::to_string).collect();
    if lines.len() > MOST_LISTED {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}

fn line(evidence: &Evidence) -> u32 {
    evidence.file.place(evidence.span).line
}

fn evidence(findings: &[Finding]) -> impl Iterator<Item = &Evidence> {
    findings.iter().flat_map(|finding| &finding.sides).flat_map(|side| &side.evidence)
}

/// Paths with the shortest end of whole components that tells each from the others.
fn short_names(paths: Vec<&str>) -> Vec<Source<'_>> {
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
    use super::short_names;

    #[test]
    fn names_are_as_short_as_they_can_be_told_apart() {
        for (paths, expected) in [
            (vec!["a/b.md", "a/c.md"], vec!["b.md", "c.md"]),
            (vec!["a/x.md", "b/x.md", "c.md"], vec!["a/x.md", "b/x.md", "c.md"]),
            (vec!["r/a/x.md", "s/a/x.md", "x.md"], vec!["r/a/x.md", "s/a/x.md", "x.md"]),
            (vec!["/x.md", "x.md"], vec!["/x.md", "x.md"]),
            (vec!["-"], vec!["-"]),
        ] {
            let names: Vec<String> = short_names(paths).into_iter().map(|source| source.short).collect();
            assert_eq!(names, expected);
        }
    }
}
