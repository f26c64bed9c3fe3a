//! The last day on which something is taken in: entries, bids, objections.

use std::ops::Range;

use chrono::{Datelike as _, NaiveDate};

use super::base_form::{Meanings, term};
use super::clause::Clause;
use super::clause_words::is_be;
use super::happening::Happening;
use super::occasion::Occasion;
use super::reach::near;
use super::sorted_set::SortedSet;
use crate::source::document::Document;
use crate::source::prose::BlockKind;
use crate::values::date::Date;

/// How many tokens on either side of the date are looked at for what is to be handed in.
const REACH: usize = 14;

/// The last day of a month where a date is its end: "the end of March".
pub(super) fn end_of_month(document: &Document, value: &Range<usize>, date: Date) -> Option<Date> {
    value.start.checked_sub(2).filter(|&at| document.word(at) == "end" && document.word(at + 1) == "of")?;
    let (month, None) = (date.month?, date.day) else { return None };
    let first = |year: i32, month: u32| NaiveDate::from_ymd_opt(year + (month / 12) as i32, month % 12 + 1, 1);
    let day = |year: i32| Some(first(year, month)?.pred_opt()?.day());
    let days = match date.year {
        Some(year) => day(year),
        // The end of a February without a year is either of two days.
        None => day(2024).filter(|_| month != 2),
    };
    Some(Date { day: Some(days?), part: None, ..date })
}

/// What is taken in no longer than up to the date at `value`: "applications must be in by 5 May", "entries close on 5 May",
/// "closing date: 5 May". `None` where the date is no such last day, or nobody says of what.
pub(super) fn last_day(document: &Document, meanings: &Meanings, value: &Range<usize>) -> Option<Happening> {
    let sentence = &document.sentences()[document.sentence_at(value.start)];
    let clause = Clause { document, meanings, within: near(&sentence.tokens, value) };
    if matches!(document.block_of(sentence).kind, BlockKind::Row { .. }) {
        return None;
    }
    let word = |at: usize| document.word(at);
    // "a deadline: 5 May" is one clause, "Studios: from June. Deadline" are two.
    let ends = |at: usize| clause.breaks(at) && !matches!(word(at), ":" | "until" | "till" | "before" | "-" | "–");
    let first = clause.within.start.max(value.start.saturating_sub(REACH));
    let start = (first..value.start).rev().find(|&at| ends(at)).map_or(first, |at| at + 1);
    let last = clause.within.end.min(value.end + REACH);
    let end = (value.end..last).find(|&at| ends(at) || word(at) == ",").unwrap_or(last);
    let before = || start..value.start;
    let tie = before().rev().find(|&at| !matches!(word(at), "the" | "end" | "of" | "midnight" | "noon" | "on"))?;
    let until = matches!(word(tie), "by" | "until" | "till")
        || word(tie) == "than" && tie > start && word(tie - 1) == "later"
        || word(tie) == "to" && tie > start && word(tie - 1) == "up";
    let close = |at: usize| {
        matches!(word(at), "close" | "closes" | "closing" | "closed" | "end" | "ends" | "expires" | "expire")
    };
    let dead = |at: usize| {
        word(at) == "deadline"
            || matches!(word(at), "date" | "day" | "time")
                && at > start
                && matches!(word(at - 1), "closing" | "last" | "final")
    };
    let mut tied = (tie..value.start).chain(tie..tie + 1);
    let stated =
        before().any(dead) && tied.any(|at| is_be(word(at)) || matches!(word(at), ":" | "-" | "–") || dead(at));
    let closes = !until && before().rev().take(3).any(close);
    if !(until || stated || closes) {
        return None;
    }
    let named = |at: &usize| clause.term(*at).and_then(Occasion::named).filter(|occasion| occasion.is_taken_in());
    let at = before().rev().chain(value.end..end).find(|at| named(at).is_some());
    let (at, occasion) = match at {
        Some(at) => (at, named(&at)?),
        // "Artists have until 5 May to send pictures"
        None if until
            && tie > start
            && matches!(word(tie - 1), "have" | "has")
            && value.end < end
            && word(value.end) == "to" =>
        {
            (tie - 1, Occasion::entries())
        }
        // "The deadline for photographs" is not that for all entries.
        None if stated => {
            let at = before().find(|&at| dead(at)).filter(|at| !matches!(word(at + 1), "for" | "of"))?;
            (at, Occasion::entries())
        }
        None => return None,
    };
    let mut happening = clause.around(at, term("end")?.id, false, value);
    happening.patient = clause.term(at).into_iter().collect();
    happening.occasion = Some(occasion);
    happening.ranks = SortedSet::default();
    happening.listed = true;
    happening.elided = false;
    happening.past = false;
    happening.ahead = true;
    Some(happening)
}
