//! A card for each fact: what is in dispute, and a column for each answer.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::index::{Fact, Group, Index};
use super::quote::quote;
use super::words::{capitalised, chip, message, value, words};
use crate::claims::claim::{Evidence, When};
use crate::conflicts::finding::{Finding, Side, Status, Verdict};
use crate::report::place::in_its_text;
use crate::report::text::counted;
use crate::values::english;

/// The places of an answer that are quoted in the open; the rest is folded away.
const MOST_OPEN: usize = 2;

/// The places of an answer that are quoted at all; of the rest the page has the links.
const MOST_QUOTED: usize = 10;

/// The card. What the filters ask for stands in `data-` attributes.
pub(super) fn card(index: &Index<'_>, fact: &Fact<'_>) -> Markup {
    let finding = fact.finding;
    let group = Group::of(finding).name();
    let sources: Vec<String> = fact.sources.iter().map(usize::to_string).collect();
    html! {
        article.card.(group) id=(fact.anchor) data-fact=(fact.number) data-group=(group) data-rule=(words(&finding.rule)) data-sources=(sources.join(" ")) {
            header {
                p.tags {
                    a.number href=(format!("#{}", fact.anchor)) title="link to this finding" { (fact.number) }
                    " " span.tag.(finding.severity.name()) { (finding.severity.name()) }
                    @if finding.verdict != Verdict::Conflict { " " span.tag { (finding.verdict.name()) } }
                    @if let Some(known) = known(finding.status) { " " span.tag { (known) } }
                }
                h3 {
                    (words(&finding.title))
                    @if !finding.about.is_empty() { span.about { ": " (words(&finding.about)) } }
                }
                p.message { (capitalised_message(finding)) }
            }
            div.answers {
                @for (at, side) in finding.sides.iter().enumerate() { (answer(index, at, side)) }
            }
            footer {
                @for remark in &finding.remarks { p.remark { (message(&capitalised(remark))) } }
                @if !finding.help.is_empty() { p.help { (message(&capitalised(&finding.help))) } }
                p.rule { code { (words(&finding.rule)) } }
            }
        }
        "\n"
    }
}

/// Why a finding is known; `None` where it is new.
fn known(status: Status) -> Option<&'static str> {
    match status {
        Status::New => None,
        Status::Baseline => Some("known: in the baseline"),
        Status::Allowed => Some("known: allowed"),
    }
}

/// The message; one that begins with a value keeps its first letter.
fn capitalised_message(finding: &Finding) -> Markup {
    message(&capitalised(&finding.message))
}

fn answer(index: &Index<'_>, at: usize, side: &Side) -> Markup {
    let (open, rest) = side.evidence.split_at(side.evidence.len().min(MOST_OPEN));
    let (folded, linked) = rest.split_at(rest.len().min(MOST_QUOTED - MOST_OPEN));
    let sources: BTreeSet<usize> = side.evidence.iter().map(|at| index.source(at)).collect();
    html! {
        section.answer {
            h4 {
                (chip(at)) " " (value(side))
            }
            @if side.evidence.len() > 1 {
                p.count {
                    (counted(side.evidence.len(), "place", "places"))
                    @if sources.len() > 1 { " in " (counted(sources.len(), "source", "sources")) }
                }
            }
            @for at in open { (quoted(index, side, at)) }
            @if !rest.is_empty() {
                details {
                    summary { (counted(rest.len(), "more place", "more places")) }
                    @for at in folded { (quoted(index, side, at)) }
                    @if !linked.is_empty() {
                        ul.places { @for at in linked { li { (place(index, at)) } } }
                    }
                }
            }
        }
    }
}

fn quoted(index: &Index<'_>, side: &Side, at: &Evidence) -> Markup {
    html! {
        figure {
            blockquote { (quote(at)) }
            figcaption {
                (place(index, at))
                @if let Some(when) = when(side, &at.when) { " · " (when) }
                @if let Some(said_by) = &at.said_by { " · said by " (words(said_by)) }
            }
        }
    }
}

/// The place as a link to the words in their article.
fn place(index: &Index<'_>, at: &Evidence) -> Markup {
    let place = at.file.place(at.span);
    html! {
        a href=(format!("#{}", index.place(at))) { (index.sources[index.source(at)].short) ":" (place.line) }
        (in_its_text(&at.file))
    }
}

/// When the claim holds, and how that is known; nothing where that is what it says.
fn when(side: &Side, when: &When) -> Option<String> {
    let dates = english::timex(&when.timex()?);
    Some(match when {
        When::Unknown => return None,
        When::Stated(_) if dates == side.shown => return None,
        When::Stated(_) => format!("for {dates}"),
        When::Document(_) => format!("dated {dates}"),
        When::Event(..) => format!("event of {dates}"),
        When::Record(..) => format!("on record: {dates}"),
    })
}
