//! The overview: how many facts are in dispute, in which sources and by which rules, and what could not be done.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use maud::{Markup, html};

use super::index::{Group, Index};
use super::words::{capitalised, message, words};
use crate::report::model::Report;
use crate::source::problem::{Problem, ProblemLevel};

/// The rows of a table that stand in the open; the rest is folded away.
const MOST_OPEN: usize = 10;

/// Findings of each group, the loudest first.
pub(super) type Counts = [usize; Group::ALL.len()];

/// The overview of a report.
pub(super) fn overview(report: &Report<'_>, index: &Index<'_>) -> Markup {
    let totals = count(index, 0..index.facts.len());
    html! {
        @if !index.facts.is_empty() {
            ul.totals {
                @for (group, total) in Group::ALL.into_iter().zip(totals).filter(|(_, total)| *total > 0) {
                    li.(group.name()) { a href=(format!("#{}", group.name())) { b { (total) } " " (in_words(group, total)) } }
                }
            }
            div.tables {
                (table("Source", "By source", by_source(index)))
                (table("Rule", "By rule", by_rule(index)))
            }
        }
        (problems(report.problems))
    }
}

/// How many of these findings are in each group.
pub(super) fn count(index: &Index<'_>, facts: impl IntoIterator<Item = usize>) -> Counts {
    let mut counts = Counts::default();
    for fact in facts {
        counts[Group::of(index.facts[fact].finding) as usize] += 1;
    }
    counts
}

/// `errors`, `note`, `known`: what so many findings of a group are called.
pub(super) fn in_words(group: Group, count: usize) -> String {
    let many = count != 1 && group != Group::Known;
    format!("{}{}", group.name(), if many { "s" } else { "" })
}

struct Row {
    name: Markup,
    counts: Counts,
}

/// The loudest sources first.
fn by_source(index: &Index<'_>) -> Vec<Row> {
    let row = |source: &super::index::Source<'_>| Row {
        name: html! { a href=(format!("#{}", source.anchor)) { (source.short) } },
        counts: count(index, source.facts.iter().copied()),
    };
    sorted(index.sources.iter().map(row).collect())
}

fn by_rule(index: &Index<'_>) -> Vec<Row> {
    let mut rules: BTreeMap<&str, (&str, Vec<usize>)> = BTreeMap::new();
    for (at, fact) in index.facts.iter().enumerate() {
        let title = fact.finding.title.as_str();
        rules.entry(&fact.finding.rule).or_insert_with(|| (title, Vec::new())).1.push(at);
    }
    let row = |(title, facts): (&str, Vec<usize>)| Row { name: html! { (words(title)) }, counts: count(index, facts) };
    sorted(rules.into_values().map(row).collect())
}

fn sorted(mut rows: Vec<Row>) -> Vec<Row> {
    rows.sort_by_key(|row| Reverse(row.counts));
    rows
}

fn table(what: &str, title: &str, rows: Vec<Row>) -> Markup {
    let total = rows.iter().fold(Counts::default(), |sum, row| std::array::from_fn(|at| sum[at] + row.counts[at]));
    // A group without a finding needs no column.
    let groups: Vec<Group> = Group::ALL.into_iter().filter(|&group| total[group as usize] > 0).collect();
    let (open, folded) = rows.split_at(rows.len().min(MOST_OPEN));
    html! {
        div {
            h3 { (title) }
            (lines(what, title, &groups, open))
            @if !folded.is_empty() {
                details { summary { (folded.len()) " more" } (lines(what, title, &groups, folded)) }
            }
        }
    }
}

fn lines(what: &str, title: &str, groups: &[Group], rows: &[Row]) -> Markup {
    html! {
        table.counts {
            caption.unseen { (title) }
            thead {
                tr {
                    th scope="col" { (what) }
                    @for group in groups { th scope="col" { (group.heading()) } }
                }
            }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" { (row.name) }
                        @for &group in groups {
                            @let count = row.counts[group as usize];
                            td.(group.name()).none[count == 0] { (count) }
                        }
                    }
                }
            }
        }
    }
}

/// What could not be done, and what is odd about rules and settings.
fn problems(problems: &[Problem]) -> Markup {
    html! {
        @for (level, title) in [(ProblemLevel::Error, "Not all of it could be done"), (ProblemLevel::Warning, "Worth a look in rules and settings")] {
            @let told: Vec<&Problem> = problems.iter().filter(|problem| problem.level == level).collect();
            @if !told.is_empty() {
                section.problems {
                    h3 { (title) }
                    ul { @for problem in told { li { (told_of(problem)) } } }
                }
            }
        }
    }
}

fn told_of(problem: &Problem) -> Markup {
    html! {
        code {
            (words(&problem.path))
            @if let Some(mark) = &problem.at { ":" (mark.file.place(mark.span).line) }
        }
        " " (message(&capitalised(&problem.message)))
        @if let Some(help) = &problem.help { ": " (message(help)) }
    }
}
