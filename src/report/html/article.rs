//! A source in full, as it lies on disk or as its text was taken out of it, with every claim marked and every disputed one
//! linked to its cards.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::index::{Group, Index, Place, Source, place_anchor};
use super::overview::{count, in_words};
use super::words::words;

/// The article.
pub(super) fn article(index: &Index<'_>, source: &Source<'_>) -> Markup {
    let counts = count(index, source.facts.iter().copied());
    let told = Group::ALL.into_iter().zip(counts).filter(|(_, count)| *count > 0);
    let told: Vec<String> = told.map(|(group, count)| format!("{count} {}", in_words(group, count))).collect();
    html! {
        article.source id=(source.anchor) {
            header {
                h3 { (words(source.file.name())) }
                p.count { (told.join(", ")) }
            }
            div.text { @for line in lines(source) { (shown(index, source, &line)) } }
        }
        "\n"
    }
}

/// A line that has words.
struct Line<'a> {
    number: usize,
    pieces: Vec<Piece<'a>>,
}

/// Words under the same marks.
struct Piece<'a> {
    text: &'a str,
    /// The places that they belong to, by index.
    within: Vec<usize>,
    /// Those of them that begin here.
    begin: Vec<usize>,
    /// Those of them that end here.
    end: Vec<usize>,
}

/// The lines of a text, cut where a mark begins or ends, in one walk over text and marks.
fn lines<'a>(source: &'a Source<'_>) -> Vec<Line<'a>> {
    let text = source.file.text();
    let span = |place: usize| source.places[place].span.range();
    let mut lines = Vec::new();
    let mut within: Vec<usize> = Vec::new();
    let mut next = 0;
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let line_end = at + line.len();
        let mut pieces = Vec::new();
        while at < line_end {
            let mut begin = Vec::new();
            while next < source.places.len() && span(next).start <= at {
                begin.push(next);
                next += 1;
            }
            within.extend(&begin);
            let ends = within.iter().map(|&place| span(place).end).filter(|&end| end > at);
            let starts = (next < source.places.len()).then(|| span(next).start);
            let to = ends.chain(starts).chain([line_end]).min().unwrap_or(line_end);
            let (end, open) = within.iter().partition(|&&place| span(place).end <= to);
            pieces.push(Piece { text: &text[at..to], within: std::mem::replace(&mut within, open), begin, end });
            at = to;
        }
        if !line.trim().is_empty() {
            lines.push(Line { number: number + 1, pieces });
        }
    }
    lines
}

fn shown(index: &Index<'_>, source: &Source<'_>, line: &Line<'_>) -> Markup {
    html! {
        p data-line=(line.number) {
            @for piece in &line.pieces { (marked(index, source, piece)) }
        }
        "\n"
    }
}

fn marked(index: &Index<'_>, source: &Source<'_>, piece: &Piece<'_>) -> Markup {
    let text = words(piece.text.trim_end_matches(['\r', '\n']));
    let places = || piece.within.iter().map(|&place| &source.places[place]);
    let loudest = places().flat_map(|place| &place.told).map(|&fact| Group::of(index.facts[fact].finding)).min();
    let read = places().map(|place| place.read.as_str()).find(|read| !read.is_empty());
    let mut anchors = piece.begin.iter().filter(|&&place| !source.places[place].told.is_empty());
    let first = anchors.next();
    html! {
        @for &other in anchors { span.anchor id=(place_anchor(source, other)) {} }
        @if let Some(group) = loudest {
            mark.(group.name()) id=[first.map(|&place| place_anchor(source, place))] { (text) }
            (references(index, piece.end.iter().map(|&place| &source.places[place])))
        } @else if read.is_some() {
            span.claim title=[read] { (text) }
        } @else { (text) }
    }
}

/// The way back: the numbers of the findings that quote the words before them.
fn references<'a>(index: &Index<'_>, ended: impl Iterator<Item = &'a Place>) -> Markup {
    let facts: BTreeSet<usize> = ended.flat_map(|place| place.told.iter().copied()).collect();
    html! {
        @if !facts.is_empty() {
            sup {
                @for (nth, &fact) in facts.iter().enumerate() {
                    @if nth > 0 { " " }
                    @let fact = &index.facts[fact];
                    a.(Group::of(fact.finding).name()) href=(format!("#{}", fact.anchor)) aria-label=(format!("finding {}", fact.number)) { (fact.number) }
                }
            }
        }
    }
}
