//! How near a phrase came to a match: what of it stands in the text, and what it would have needed beside that.

use std::io::{self, Write};

use annotate_snippets::{Group, Level};

use super::body::{Body, Words};
use super::clean::{clean, shorten};
use super::look::Look;
use super::text::counted;
use crate::claims::near_miss::{Missing, NearMiss};
use crate::rules::phrase::{Item, Phrase, SlotKind};
use crate::rules::rule::ClaimRule;
use crate::source::file::File;

/// Writes one phrase that matches nothing, where it came nearest.
///
/// # Errors
///
/// Where the writer fails.
pub fn write(miss: &NearMiss, rule: &ClaimRule, file: &File, look: Look, out: &mut impl Write) -> io::Result<()> {
    let phrase = &rule.phrases[miss.phrase];
    let mut body = Body::new(Level::NOTE, look);
    let sides = [(&miss.before, Side::Before), (&miss.behind, Side::Behind)];
    let matched = miss.parts.start..miss.parts.end - 1;
    let first = &phrase.parts[matched.start].written;
    let label = format!("`{}`", &phrase.written[first.start..phrase.parts[matched.end].written.end]);
    let mut words = vec![Words { file, span: miss.words, label }];
    let mut notes = Vec::new();
    for (missing, side) in sides {
        let Some(missing) = missing else { continue };
        match missing.here {
            Some(span) => words.push(Words { file, span, label: needed(missing, phrase) }),
            None => notes.push(side.at_the_edge(written(phrase, missing.part))),
        }
        notes.extend(elsewhere(missing, phrase, side, file));
    }
    words.sort_by_key(|words| words.span);
    body.snippets(&words);
    if !miss.nowhere.is_empty() {
        let parts: Vec<String> = miss.nowhere.iter().map(|&part| format!("`{}`", written(phrase, part))).collect();
        notes.push(format!("nowhere in the sentence: {}", parts.join(", ")));
    }
    notes.extend(miss.nowhere.iter().filter_map(|&part| spelled(phrase, part)));
    notes.iter().for_each(|note| body.message(&Level::NOTE, note));
    let title =
        Level::NOTE.with_name("no match").primary_title(clean(&phrase.written)).id(clean(&rule.name.to_string()));
    body.write(Group::with_title(title), out)
}

/// On which side of the words that match something is missing.
#[derive(Clone, Copy)]
enum Side {
    Before,
    Behind,
}

impl Side {
    fn at_the_edge(self, part: &str) -> String {
        match self {
            Self::Before => format!("`{part}` is needed before these words, but the sentence begins with them"),
            Self::Behind => format!("`{part}` is needed behind these words, but the sentence ends with them"),
        }
    }
}

fn written(phrase: &Phrase, part: usize) -> &str {
    &phrase.written[phrase.parts[part].written.clone()]
}

fn items(phrase: &Phrase, part: usize) -> &[Item] {
    &phrase.items[phrase.parts[part].items.clone()]
}

fn needed(missing: &Missing, phrase: &Phrase) -> String {
    let part = written(phrase, missing.part);
    let near = missing.gap.map(|most| format!("up to {} on, ", counted(most as usize, "word", "words")));
    let needed = format!("{}`{part}` is needed", near.unwrap_or_default());
    match items(phrase, missing.part) {
        [Item::Slot { kind: SlotKind::Value(_), .. }] if missing.gap.is_none() => match &missing.read_as[..] {
            [] => format!("{needed}; this is read as nothing"),
            kinds => {
                let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
                format!("{needed}; this is read as {}", kinds.join(", "))
            }
        },
        _ => needed,
    }
}

/// Where the part stands, when it does stand in the sentence.
fn elsewhere(missing: &Missing, phrase: &Phrase, side: Side, file: &File) -> Option<String> {
    let found = missing.elsewhere.as_ref()?;
    let part = written(phrase, missing.part);
    let (on, behind) = match side {
        Side::Behind => ("further on", "behind"),
        Side::Before => ("further left", "before"),
    };
    let words = counted(found.words as usize, "word", "words");
    Some(match (&found.blocked, missing.gap) {
        (Some(blocked), Some(_)) => {
            format!("`{part}` stands {on}, but {behind} `{}`, over which no gap reaches", file.slice(*blocked))
        }
        (None, Some(most)) => format!("`{part}` stands {words} {on}, and the gap takes {most}"),
        (_, None) => {
            let between = shorten(file.slice(found.between), MOST_BETWEEN);
            format!("`{part}` stands {on}, {behind} `{between}`: no gap or `[…]` in the phrase allows for that")
        }
    })
}

/// How many columns of what lies between two parts are shown.
const MOST_BETWEEN: usize = 40;

/// How many members of a list are told.
const MOST_MEMBERS: usize = 8;

/// What a list holds.
fn spelled(phrase: &Phrase, part: usize) -> Option<String> {
    let name = written(phrase, part);
    if !name.starts_with('<') {
        return None;
    }
    let mut members = Vec::new();
    match items(phrase, part) {
        [Item::Either(alternatives)] => alternatives.iter().for_each(|items| members.extend(spellings(items))),
        items => members.extend(spellings(items)),
    }
    let rest = members.len().saturating_sub(MOST_MEMBERS);
    members.truncate(MOST_MEMBERS);
    let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
    Some(format!("`{name}` is one of: {}{more}", members.join(", ")))
}

/// Words that the items match; what is in brackets inside them stays there.
fn spellings(items: &[Item]) -> Vec<String> {
    if let [Item::Word(words)] = items {
        return words.iter().map(str::to_owned).collect();
    }
    let one = |item: &Item| match item {
        Item::Word(words) => match words.iter().collect::<Vec<_>>()[..] {
            [word] => word.to_owned(),
            ref words => format!("({})", words.join("|")),
        },
        Item::Mark(mark) => mark.to_string(),
        Item::Optional(items) => format!("[{}]", spellings(items).join("|")),
        Item::Either(alternatives) => {
            let all: Vec<String> = alternatives.iter().flat_map(|items| spellings(items)).collect();
            format!("({})", all.join("|"))
        }
        _ => "…".to_owned(),
    };
    vec![items.iter().map(one).collect::<Vec<_>>().join(" ")]
}
