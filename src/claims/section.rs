//! Sections of a document that stand in a row, each about another thing of one kind: the entries of a ticker, the branches of a
//! shop, the dates in a list of events. What is said in one of them says nothing of the others.

use rustc_hash::{FxHashMap, FxHashSet};

use super::base_form::Meanings;
use super::context::LABEL;
use super::entry::entries;
use super::kin::{Kin, Title};
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::values::value::Reading;

/// One of the sections of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// The row, by its place in the document.
    pub row: u32,
    /// Which in the row it is.
    pub place: u32,
}

/// A row: from which sentences on which section goes on, in order; `None` where the text goes on outside of the row.
type Row = Vec<(usize, Option<u32>)>;

/// The rows of sections of a document.
#[derive(Debug)]
pub(super) struct Sections(Vec<Row>);

impl Sections {
    pub(super) fn of(document: &Document, readings: &[Reading], meanings: &Meanings) -> Self {
        let kin = Kin::new(document, meanings, readings);
        let blocks = blocks(document);
        let entries = entries(document, readings).into_iter().map(|(first, moment)| (first, Some(moment))).collect();
        let mut rows = vec![
            entries,
            below_headings(&blocks, &kin),
            labelled(&blocks, &kin),
            records(&blocks, document),
            letters(&blocks, document),
        ];
        rows.retain(|row| !row.is_empty());
        Self(rows)
    }

    /// The sections that a sentence stands in, one of a row at most.
    pub(super) fn around(&self, sentence: usize) -> Vec<Section> {
        let in_row = |(row, sections): (u32, &Row)| {
            let next = sections.partition_point(|(first, _)| *first <= sentence);
            let place = sections[next.checked_sub(1)?].1?;
            Some(Section { row, place })
        };
        (0..).zip(&self.0).filter_map(in_row).collect()
    }
}

/// A block of a document and the words that say what it is about.
struct Block<'a> {
    /// Its sentences, the first and the one behind the last.
    first: usize,
    behind: usize,
    heading: bool,
    /// The heading, or the words before the colon that it opens with: "Tickets: £12".
    title: Option<Title<'a>>,
}

fn blocks(document: &Document) -> Vec<Block<'_>> {
    let sentences = document.sentences();
    let mut at = 0;
    let of_blocks = sentences.chunk_by(|one, other| one.block == other.block).map(|of_block| {
        let (first, behind) = (at, at + of_block.len());
        at = behind;
        let tokens = of_block[0].tokens.start as usize..of_block[of_block.len() - 1].tokens.end as usize;
        let kind = document.block_of(&of_block[0]).kind;
        let heading = kind == BlockKind::Heading;
        let label = || {
            let colon = tokens.clone().take(LABEL + 1).find(|&at| document.word(at) == ":")?;
            (tokens.start < colon && colon + 1 < tokens.end).then(|| Title::of(document, tokens.start..colon))
        };
        let title = match kind {
            BlockKind::Heading => Some(Title::of(document, tokens.clone())),
            BlockKind::Row { .. } => None,
            BlockKind::Paragraph | BlockKind::Item => label(),
        };
        Block { first, behind, heading, title }
    });
    of_blocks.collect()
}

/// The sections below headings that name things of one kind. What stands below another heading among them belongs to the one
/// before it; behind the last one the row ends with the first heading that none of them had below it.
fn below_headings<'a>(blocks: &[Block<'a>], kin: &Kin<'a>) -> Row {
    let headings: Vec<(&Block<'a>, &Title<'a>)> =
        blocks.iter().filter(|block| block.heading).filter_map(|block| Some((block, block.title.as_ref()?))).collect();
    let titles: Vec<&Title<'a>> = headings.iter().map(|(_, title)| *title).collect();
    let places = kin.places(&titles);
    let Some(last) = places.iter().rposition(Option::is_some) else { return Row::new() };
    let before: FxHashSet<String> = titles[..last].iter().map(|title| title.named()).collect();
    let mut row = Row::new();
    for (at, ((block, title), place)) in headings.iter().zip(&places).enumerate() {
        let ends = at > last && !before.contains(&title.named());
        if place.is_some() || ends {
            row.push((block.first, *place));
        }
        if ends {
            break;
        }
    }
    row
}

/// The blocks that open with labels that name things of one kind as another label beside them does. The same label further on
/// is of the same thing.
fn labelled<'a>(blocks: &[Block<'a>], kin: &Kin<'a>) -> Row {
    let is_labelled = |block: &Block<'a>| !block.heading && block.title.is_some();
    let mut things: FxHashMap<String, u32> = FxHashMap::default();
    let mut row = Row::new();
    for run in blocks.chunk_by(|one, other| is_labelled(one) == is_labelled(other)).filter(|run| is_labelled(&run[0])) {
        let titles: Vec<&Title<'a>> = run.iter().filter_map(|block| block.title.as_ref()).collect();
        for ((block, title), place) in run.iter().zip(&titles).zip(kin.places(&titles)) {
            let next = things.len() as u32;
            row.push((block.first, place.map(|_| *things.entry(title.named()).or_insert(next))));
        }
        row.push((run[run.len() - 1].behind, None));
    }
    if things.is_empty() { Row::new() } else { row }
}

/// The records of a list: blocks with the same labels again and again, "Date: … Place: …" for each of several events.
fn records(blocks: &[Block<'_>], document: &Document) -> Row {
    let labels = blocks.iter().filter(|block| !block.heading);
    let labels: Vec<(&Block<'_>, String)> =
        labels.filter_map(|block| Some((block, block.title.as_ref()?.named()))).collect();
    let mut times: FxHashMap<&str, usize> = FxHashMap::default();
    labels.iter().for_each(|(_, label)| *times.entry(label).or_default() += 1);
    let repeated: Vec<&(&Block<'_>, String)> = labels.iter().filter(|(_, label)| times[&**label] > 1).collect();
    let Some((_, opens)) = repeated.first() else { return Row::new() };
    // A label that comes twice may be one fact told twice; two labels in turn are of two things.
    if repeated.iter().all(|(_, label)| label == opens) {
        return Row::new();
    }
    let starts = repeated.iter().filter(|(_, label)| label == opens).map(|(block, _)| block.first);
    let mut row: Row = (0..).zip(starts).map(|(place, first)| (first, Some(place))).collect();
    let last = repeated[repeated.len() - 1].0.behind;
    row.extend((last < document.sentences().len()).then_some((last, None)));
    row
}

/// The letters of a page of them, by how each of them opens.
fn letters(blocks: &[Block<'_>], document: &Document) -> Row {
    let opens = |block: &&Block<'_>| {
        let first = document.sentences()[block.first].tokens.start as usize;
        matches!(document.word(first), "sir" | "madam" | "dear") && document.capital(first)
    };
    let letters: Vec<&Block<'_>> = blocks.iter().filter(opens).collect();
    if letters.len() < 2 {
        return Row::new();
    }
    let mut row: Row = (0..).zip(&letters).map(|(place, letter)| (letter.first, Some(place))).collect();
    let last = letters[letters.len() - 1].first;
    row.extend(blocks.iter().find(|block| block.heading && block.first > last).map(|block| (block.first, None)));
    row
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Sections;
    use crate::claims::base_form::Meanings;
    use crate::source::file::File;
    use crate::source::read::{Format, document};
    use crate::values::find::find;
    use crate::values::names::Names;

    /// For each sentence in which sections it stands, by their places; `-` for none.
    fn places(text: &str) -> String {
        let document = document(Arc::new(File::new("a.md", text)), Format::Markdown);
        let readings = find(&document, &Names::default());
        let sections = Sections::of(&document, &readings, &Meanings::of(&document));
        let shown = |at: usize| {
            let places: Vec<String> = sections
                .around(at)
                .iter()
                .map(|section| format!("{}{}", ["a", "b", "c", "d", "e"][section.row as usize], section.place))
                .collect();
            if places.is_empty() { "-".to_owned() } else { places.join("") }
        };
        (0..document.sentences().len()).map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headings_and_labels_of_one_kind_part_a_text() {
        for (text, expected) in [
            ("# Shops\n\n# Oak Street\n\nOpen.\n\n# Elm Street\n\nShut.", "- a1 a1 a2 a2"),
            ("# Shops\n\n# Line 4\n\nIt runs.\n\n# Line 5\n\nIt stops.\n\n# Contact\n\nCall us.", "- a1 a1 a2 a2 - -"),
            // What stands below a heading between two of them, or again below the last one, belongs to the one before it.
            ("# Line 4\n\n# Hours\n\nLong.\n\n# Line 5\n\n# Hours\n\nNone.", "a0 a0 a0 a2 a2 a2"),
            ("# 2031\n\nIt rained.\n\n# 2034\n\nIt was dry.", "a0 a0 a1 a1"),
            ("# Wenna\n\nIt is wet. We met Wenna and Holt.\n\n# Holt\n\nIt is dry.", "a0 a0 a0 a1 a1"),
            ("# With oil\n\nFry it.\n\n# With butter\n\nBake it.", "a0 a0 a1 a1"),
            ("# read_file\n\nIt reads.\n\n# write_file\n\nIt writes.", "a0 a0 a1 a1"),
            ("- Rowing club: it is open.\n- Chess club: it is shut.\n\nCall us.", "a0 a1 -"),
            ("Date: 5 May\n\nTime: 7 pm\n\nDate: 6 May\n\nTime: 8 pm\n\nCall us.", "a0 a0 a1 a1 -"),
            ("Sir, it is wet.\n\nDear editor, it is dry.\n\n# Weather\n\nRain.", "a0 a1 - -"),
            // Headings that tell what is said of one thing, parts of one text, the same heading twice, a label twice.
            ("# The fire\n\nIt burnt.\n\n# What they say\n\nIt is out.", "- - - -"),
            ("# Closing the bridge\n\nIt is shut.\n\n# Opening the bridge\n\nIt is open.", "- - - -"),
            ("# Part 1\n\nIt burnt.\n\n# Part 2\n\nIt is out.", "- - - -"),
            ("# 1\n\nIt burnt.\n\n# 2\n\nIt is out.", "- - - -"),
            ("# Oak Street\n\nIt burnt.\n\n# Oak Street\n\nIt is out.", "- - - -"),
            ("# Tickets\n\nThey are cheap.\n\n# Parking\n\nIt is dear.", "- - - -"),
            ("Price: £5\n\nIt rained.\n\nPrice: £6", "- - -"),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
    }
}
