//! Who says what: a row per disputed fact, a column per source.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use comfy_table::presets::UTF8_FULL;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width};

use super::clean::{clean, shorten, shorten_left, width};
use super::look::Look;
use super::short_name::{Source, named};
use crate::claims::claim::Evidence;
use crate::conflicts::finding::{Finding, Side};

/// A column narrower than this breaks most names.
const LEAST_COLUMN: usize = 18;

/// Columns that the border and the padding of a table's column take.
const BORDER: usize = 3;

/// Places get at least so many columns of their own, else they stand below the value that they give.
const LEAST_PLACES: usize = 36;

/// A blank at which no cell is wrapped; it is written as any other.
const NO_BREAK: &str = "\u{a0}";

/// The most lines of a source, and the most sources of a value, that one cell lists.
const MOST_LISTED: usize = 8;

/// Writes the table. Where there are more sources than columns fit, each fact has its values below each other, with the
/// places that give them.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(findings: &[Finding], look: Look, out: &mut impl Write) -> io::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    let paths: BTreeSet<&str> = evidence(findings).map(|evidence| &**evidence.file.name()).collect();
    let sources = named(paths.into_iter().collect());
    let mut table = Table::new();
    table
        .load_style(UTF8_FULL)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(u16::try_from(look.width).unwrap_or(u16::MAX))
        .force_no_tty();
    if (sources.len() + 1) * (LEAST_COLUMN + BORDER) < look.width {
        by_source(findings, &sources, look, &mut table);
    } else {
        by_value(findings, &sources, look, &mut table);
    }
    for line in table.lines() {
        writeln!(out, "{}", line.trim_end().replace(NO_BREAK, " "))?;
    }
    Ok(())
}

fn by_source(findings: &[Finding], sources: &[Source<'_>], look: Look, table: &mut Table) {
    // All columns are as wide as each other, but for the first, which has what is left.
    let columns = sources.len() + 1;
    let most = (look.width - 1) / columns - BORDER;
    let wanted = |source: &Source<'_>| {
        let cells = findings.iter().flat_map(|finding| &finding.sides).filter_map(|side| said_by(side, source));
        cells.map(|cell| width(&cell)).chain([width(&source.short)]).max().unwrap_or(0).clamp(LEAST_COLUMN, most)
    };
    let widths: Vec<usize> = sources.iter().map(wanted).collect();
    let taken: usize = widths.iter().map(|width| width + BORDER).sum();
    let first = widest_fact(findings).min(look.width - 1 - taken - BORDER);
    let names = sources.iter().zip(&widths).map(|(source, &width)| shorten_left(&source.short, width));
    table.set_header(std::iter::once("fact".to_owned()).chain(names));
    for finding in findings {
        let cells = sources.iter().map(|source| {
            let said: Vec<String> = finding.sides.iter().filter_map(|side| said_by(side, source)).collect();
            said.join("\n")
        });
        table.add_row(std::iter::once(fact(finding)).chain(cells));
    }
    table.set_constraints(std::iter::once(first).chain(widths).map(fixed));
}

fn by_value(findings: &[Finding], sources: &[Source<'_>], look: Look, table: &mut Table) {
    let short: BTreeMap<&str, &str> = sources.iter().map(|source| (source.path, source.short.as_str())).collect();
    // A third for the fact, a third at most for the value, the rest for places: none of the latter two is wrapped, so
    // that a value stands beside its places, or right above them.
    let third = (look.width - 1) / 3 - BORDER;
    let values = findings.iter().flat_map(|finding| &finding.sides).map(|side| width(&value(side)));
    let columns = [widest_fact(findings).min(third), values.max().unwrap_or(0).clamp("value".len(), third)];
    let left = look.width - 1 - columns[0] - columns[1] - 3 * BORDER;
    if left < LEAST_PLACES {
        return stacked(findings, &short, columns[0], look.width - 1 - columns[0] - 2 * BORDER, table);
    }
    let all = findings.iter().flat_map(|finding| &finding.sides).flat_map(|side| places(side, &short, left));
    let places_column = all.map(|place| width(&place)).max().unwrap_or(0).clamp("said in".len(), left);
    table.set_header(["fact", "value", "said in"]);
    for finding in findings {
        let mut values: Vec<String> = Vec::new();
        let mut said_in: Vec<String> = Vec::new();
        for side in &finding.sides {
            values.resize(said_in.len(), String::new());
            values.push(shorten(&value(side), columns[1]));
            said_in.extend(places(side, &short, left));
        }
        table.add_row([fact(finding), values.join("\n"), said_in.join("\n")]);
    }
    table.set_constraints([columns[0], columns[1], places_column].map(fixed));
}

/// The places of a value below it, where a column of their own would be too narrow for them.
fn stacked(findings: &[Finding], short: &BTreeMap<&str, &str>, first: usize, second: usize, table: &mut Table) {
    table.set_header(["fact", "who says what"]);
    for finding in findings {
        let mut said: Vec<String> = Vec::new();
        for side in &finding.sides {
            said.push(shorten(&value(side), second));
            // The dash keeps places apart from values, which the table would not indent.
            said.extend(places(side, short, second - 2).into_iter().map(|place| format!("- {place}")));
        }
        table.add_row([fact(finding), said.join("\n")]);
    }
    table.set_constraints([first, second].map(fixed));
}

fn fixed(width: usize) -> ColumnConstraint {
    // The padding is part of a column for the table.
    ColumnConstraint::Absolute(Width::Fixed(u16::try_from(width + 2).unwrap_or(u16::MAX)))
}

/// How loud the finding is, the rule's title, and what it is about.
fn fact(finding: &Finding) -> String {
    let mut fact = format!("{}: {}", finding.severity.name(), clean(&finding.title));
    if !finding.about.is_empty() {
        fact += "\n";
        fact += &clean(&finding.about);
    }
    fact
}

fn widest_fact(findings: &[Finding]) -> usize {
    findings.iter().flat_map(|finding| fact(finding).lines().map(width).max()).max().unwrap_or(0).max("fact".len())
}

/// The side's value, what it is to the check before it.
fn value(side: &Side) -> String {
    let value = clean(&side.shown);
    side.role.as_ref().map_or_else(|| value.clone(), |role| format!("{}: {value}", clean(role)))
}

/// `Anna Berg (3, 9)`: the side's value and the lines on which the source gives it.
fn said_by(side: &Side, source: &Source<'_>) -> Option<String> {
    let here = side.evidence.iter().filter(|evidence| &**evidence.file.name() == source.path);
    let lines: BTreeSet<u32> = here.map(line).collect();
    (!lines.is_empty()).then(|| format!("{} ({})", value(side), listed(&lines)))
}

/// `a.md (3, 9)`, one source a line, each in at most so many columns.
fn places(side: &Side, short: &BTreeMap<&str, &str>, columns: usize) -> Vec<String> {
    let mut lines: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    for evidence in &side.evidence {
        lines.entry(&**evidence.file.name()).or_default().insert(line(evidence));
    }
    let shown = lines.iter().take(MOST_LISTED);
    let mut places: Vec<String> = shown
        .map(|(path, lines)| {
            let lines = format!("{NO_BREAK}({})", listed(lines));
            let room = columns.saturating_sub(width(&lines)).max(1);
            shorten(&(shorten_left(short.get(path).unwrap_or(path), room) + &lines), columns)
        })
        .collect();
    if lines.len() > MOST_LISTED {
        places.push(format!("and {} more", lines.len() - MOST_LISTED));
    }
    places
}

fn listed(lines: &BTreeSet<u32>) -> String {
    let mut listed: Vec<String> = lines.iter().take(MOST_LISTED).map(u32::to_string).collect();
    if lines.len() > MOST_LISTED {
        listed.push("…".to_owned());
    }
    listed.join(&format!(",{NO_BREAK}"))
}

fn line(evidence: &Evidence) -> u32 {
    evidence.file.place(evidence.span).line
}

fn evidence(findings: &[Finding]) -> impl Iterator<Item = &Evidence> {
    findings.iter().flat_map(|finding| &finding.sides).flat_map(|side| &side.evidence)
}
