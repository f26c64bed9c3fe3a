//! The page as a whole: one file that needs no network and no script, and is better with one.

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::article::article;
use super::card::card;
use super::filters::filters;
use super::index::{Group, Index};
use super::matrix::matrix;
use super::overview::overview;
use super::words::capitalised;
use crate::claims::document_claims::DocumentClaims;
use crate::report::model::Report;
use crate::report::text::summary;
use crate::rules::rule::Rules;

/// How the page looks.
const STYLE: &str = include_str!("page.css");

/// What makes it better: search, filters, steps from finding to finding. It gets no data of its own and reads the page.
const SCRIPT: &str = include_str!("page.js");

/// Nothing is ever loaded from anywhere, whatever the texts say.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Writes the page. `documents` are what was read: articles that a finding quotes are shown whole, with all their claims.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(report: &Report<'_>, rules: &Rules, documents: &[DocumentClaims], out: &mut impl Write) -> io::Result<()> {
    let index = Index::new(report.findings, rules, documents);
    out.write_all(page(report, &index).into_string().as_bytes())
}

fn page(report: &Report<'_>, index: &Index<'_>) -> Markup {
    let of = |group| index.facts.iter().filter(move |fact| Group::of(fact.finding) == group);
    let groups: Vec<(Group, usize)> =
        Group::ALL.into_iter().map(|group| (group, of(group).count())).filter(|(_, count)| *count > 0).collect();
    let any = !index.facts.is_empty();
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")));
                title { "belie: " (summary(&report.summary)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                a.skip href="#main" { "Skip to the overview" }
                header.top {
                    h1 { (if any { "Facts in dispute" } else { "No contradictions found" }) }
                    p { (capitalised(&summary(&report.summary))) "." }
                    @if any {
                        nav aria-label="Contents" {
                            ul {
                                li { a href="#overview" { "Overview" } }
                                li { a href="#matrix" { "Who says what" } }
                                @for (group, count) in &groups {
                                    li { a.(group.name()) href=(format!("#{}", group.name())) { (group.heading()) " " span.total { (count) } } }
                                }
                                li { a href="#articles" { "Articles" } }
                            }
                        }
                    }
                }
                main #main {
                    (section("overview", "Overview", [overview(report, index)]))
                    @if any {
                        (filters(index))
                        (section("matrix", "Who says what", [matrix(index)]))
                        @for &(group, _) in &groups {
                            (section(group.name(), &group.heading(), of(group).map(|fact| card(index, fact))))
                        }
                        (section("articles", "Articles", index.sources.iter().map(|source| article(index, source))))
                    }
                }
                footer.end {
                    p { "Sides are shown, and no winner is picked. A number behind words of an article leads to the finding that quotes them." }
                    p { "Made by belie " (env!("CARGO_PKG_VERSION")) "." }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
        "\n"
    }
}

fn section(id: &str, heading: &str, parts: impl IntoIterator<Item = Markup>) -> Markup {
    let heading_id = format!("{id}-heading");
    html! {
        section id=(id) aria-labelledby=(heading_id) {
            h2 id=(heading_id) { (heading) }
            "\n"
            @for part in parts { (part) }
        }
    }
}
