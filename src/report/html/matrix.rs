//! The matrix: who says what, a row for each fact and a column for each source.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::index::{Fact, Group, Index};
use super::words::{chip, value, words};
use crate::conflicts::finding::Side;
use crate::report::text::counted;

/// The columns of one table, beside that of the fact: more are not readable side by side.
const MOST_SOURCES: usize = 8;

/// The most lines of a source that one cell lists.
const MOST_LINES: usize = 4;

/// The tables that stand in the open; the rest is folded away, so that the findings are not out of reach.
const MOST_OPEN: usize = 3;

/// The matrix. Where there are more sources than columns it falls into several tables, each of facts that share sources:
/// one table of all would be nearly empty.
pub(super) fn matrix(index: &Index<'_>) -> Markup {
    let (wide, narrow): (Vec<&Fact<'_>>, Vec<&Fact<'_>>) =
        index.facts.iter().partition(|fact| fact.sources.len() > MOST_SOURCES);
    let blocks = blocks(narrow);
    let several = blocks.len() + usize::from(!wide.is_empty()) > 1;
    let mut tables: Vec<Markup> = Vec::new();
    if !wide.is_empty() {
        tables.push(by_answer(index, &wide));
    }
    tables.extend(blocks.iter().map(|block| by_source(index, block, several)));
    let rest = tables.split_off(tables.len().min(MOST_OPEN));
    html! {
        @for table in &tables { (table) }
        @if !rest.is_empty() {
            details.rest {
                summary { (counted(rest.len(), "more table", "more tables")) ", by source" }
                @for table in &rest { (table) }
            }
        }
    }
}

/// Facts that share a table, and the sources that they quote.
#[derive(Default)]
struct Block<'a> {
    facts: Vec<&'a Fact<'a>>,
    sources: BTreeSet<usize>,
}

/// All facts in one block if their sources fit, in the order of the report; else those of one source side by side.
fn blocks<'a>(mut facts: Vec<&'a Fact<'a>>) -> Vec<Block<'a>> {
    let sources: BTreeSet<usize> = facts.iter().flat_map(|fact| fact.sources.iter().copied()).collect();
    if sources.len() > MOST_SOURCES {
        facts.sort_by(|a, b| a.sources.cmp(&b.sources));
    }
    let mut blocks: Vec<Block<'a>> = Vec::new();
    for fact in facts {
        let fits = |block: &&mut Block<'_>| {
            let more = fact.sources.iter().filter(|source| !block.sources.contains(source)).count();
            block.sources.len() + more <= MOST_SOURCES
        };
        if blocks.last_mut().filter(fits).is_none() {
            blocks.push(Block::default());
        }
        let Some(block) = blocks.last_mut() else { continue };
        block.facts.push(fact);
        block.sources.extend(&fact.sources);
    }
    blocks.iter_mut().for_each(|block| block.facts.sort_by_key(|fact| fact.number));
    blocks
}

fn by_source(index: &Index<'_>, block: &Block<'_>, several: bool) -> Markup {
    let sources: Vec<usize> = block.sources.iter().copied().collect();
    html! {
        div.block.scroll {
            table.matrix {
                caption.unseen[!several] { (caption(index, &sources)) }
                thead {
                    tr {
                        th scope="col" { "Fact" }
                        @for &source in &sources {
                            th scope="col" { a href=(format!("#{}", index.sources[source].anchor)) { (index.sources[source].short) } }
                        }
                    }
                }
                tbody { @for fact in &block.facts { (row(index, fact, &sources)) } }
            }
        }
        "\n"
    }
}

/// The first source and the last one, so that tables can be told apart.
fn caption(index: &Index<'_>, sources: &[usize]) -> String {
    let name = |source: Option<&usize>| source.map_or("", |&source| index.sources[source].short.as_str());
    match sources {
        [_, .., _] => format!("{} to {}", name(sources.first()), name(sources.last())),
        _ => name(sources.first()).to_owned(),
    }
}

fn row(index: &Index<'_>, fact: &Fact<'_>, sources: &[usize]) -> Markup {
    html! {
        tr data-fact=(fact.number) {
            (heading(fact, 1))
            @for &source in sources {
                td data-source=[fact.sources.contains(&source).then_some(&index.sources[source].short)] {
                    @for (at, side) in fact.finding.sides.iter().enumerate() {
                        @let lines = lines(index, side, source);
                        @if !lines.is_empty() {
                            div.said { (chip(at)) " " (value(side)) " " span.lines { (listed(&lines)) } }
                        }
                    }
                }
            }
        }
    }
}

/// The fact, which leads to its card.
fn heading(fact: &Fact<'_>, rows: usize) -> Markup {
    let finding = fact.finding;
    html! {
        th scope=(if rows == 1 { "row" } else { "rowgroup" }) rowspan=[(rows > 1).then_some(rows)] {
            a.(Group::of(finding).name()) href=(format!("#{}", fact.anchor)) {
                span.number { (fact.number) } " " (words(&finding.title))
            }
            @if !finding.about.is_empty() { span.about { (words(&finding.about)) } }
        }
    }
}

/// Facts of more sources than any table has room for: their answers below each other, each with its sources.
fn by_answer(index: &Index<'_>, facts: &[&Fact<'_>]) -> Markup {
    html! {
        div.block.scroll {
            table.matrix.long {
                caption { "Facts of many sources" }
                thead { tr { th scope="col" { "Fact" } th scope="col" { "Answer" } th scope="col" { "Said in" } } }
                @for fact in facts {
                    tbody data-fact=(fact.number) {
                        @for (at, side) in fact.finding.sides.iter().enumerate() {
                            tr {
                                @if at == 0 { (heading(fact, fact.finding.sides.len())) }
                                td { (chip(at)) " " (value(side)) }
                                td { (said_in(index, side)) }
                            }
                        }
                    }
                }
            }
        }
        "\n"
    }
}

fn said_in(index: &Index<'_>, side: &Side) -> Markup {
    let sources: BTreeSet<usize> = side.evidence.iter().map(|at| index.source(at)).collect();
    html! {
        @for (nth, &source) in sources.iter().take(MOST_SOURCES).enumerate() {
            @if nth > 0 { ", " }
            a href=(format!("#{}", index.sources[source].anchor)) { (index.sources[source].short) }
        }
        @if sources.len() > MOST_SOURCES { " and " (sources.len() - MOST_SOURCES) " more" }
    }
}

/// The lines on which the source gives the answer.
fn lines(index: &Index<'_>, side: &Side, source: usize) -> BTreeSet<u32> {
    let here = side.evidence.iter().filter(|at| index.source(at) == source);
    here.map(|at| at.file.place(at.span).line).collect()
}

fn listed(lines: &BTreeSet<u32>) -> String {
    let shown: Vec<String> = lines.iter().take(MOST_LINES).map(u32::to_string).collect();
    let more = if lines.len() > MOST_LINES { ", …" } else { "" };
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!("{word} {}{more}", shown.join(", "))
}
