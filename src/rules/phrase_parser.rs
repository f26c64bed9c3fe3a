//! Reads phrases: from the words of an author to what the engine matches, or to all that is wrong with them.

use super::fault::Purpose;
use super::phrase::Part;
use super::phrase_lowering::{Lowering, Parsed, one_word};
use super::phrase_shape;
use super::phrase_tree::{self, Rejected};
use super::slot_table::SlotTable;
use super::vocabulary::Vocabulary;

/// Reads a phrase; slots that it fills are added to `slots`.
pub(super) fn parse(
    written: &str,
    purpose: Purpose,
    vocabulary: &Vocabulary,
    slots: &mut SlotTable,
) -> Result<Parsed, Rejected> {
    if let Some(word) = one_word(written) {
        return Ok(Parsed { items: vec![word], parts: vec![Part { written: 0..written.len(), items: 0..1 }] });
    }
    let mut rejected = Rejected::default();
    let nodes = phrase_tree::read(written, &mut rejected);
    let parsed = Lowering { purpose, vocabulary, slots, rejected: &mut rejected }.parts(&nodes, false);
    if rejected.faults.is_empty() {
        phrase_shape::check(written, purpose, &nodes, &parsed.items, &mut rejected);
    }
    if rejected.faults.is_empty() && rejected.needs.is_empty() { Ok(parsed) } else { Err(rejected) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::rules::faults::Faults;
    use crate::rules::phrase::{Item, SlotKind};
    use crate::rules::raw::{RawChoice, RawList};
    use crate::rules::text::Text;
    use crate::rules::vocabulary_loader;
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    /// Writes items so that one line tells what an engine matches: words of a set with `/`, marks in quotes, a gap of
    /// three words as `~3`, alternatives in `(… | …)`, what may be missing in `[…]`.
    fn show(items: &[Item], slots: &SlotTable) -> String {
        let all = |alternatives: Vec<String>| alternatives.join(" | ");
        let one = |item: &Item| match item {
            Item::Word(words) => words.iter().collect::<Vec<_>>().join("/"),
            Item::Mark(mark) => format!("'{mark}'"),
            Item::Border => "|".to_owned(),
            Item::Gap(words) => format!("~{words}"),
            Item::Slot { slot, kind: SlotKind::Value(kind) } => {
                format!("{{{}:{}}}", slots.slots()[*slot].name, kind.name())
            }
            Item::Slot { slot, kind } => format!("{{{}:{kind:?}}}", slots.slots()[*slot].name),
            Item::Optional(items) => format!("[{}]", show(items, slots)),
            Item::Either(items) => format!("({})", all(items.iter().map(|items| show(items, slots)).collect())),
            Item::Choice { slot, alternatives } => {
                let named = alternatives.iter().map(|(name, items)| format!("{name}: {}", show(items, slots)));
                format!("{{{} = {}}}", slots.slots()[*slot].name, all(named.collect()))
            }
            Item::Here => "@".to_owned(),
        };
        items.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn vocabulary() -> Vocabulary {
        let text = |value: &str| Text::new(value, FileSpan::default());
        let texts = |values: &[&str]| values.iter().map(|value| text(value)).collect();
        let lists = vec![
            RawList { id: text("all"), items: texts(&["<visit>", "<up>"]), broken: false },
            RawList { id: text("visit"), items: texts(&["visit[s]", "tour", "stop over"]), broken: false },
            RawList { id: text("up"), items: texts(&["wrap(ped|s) up"]), broken: false },
        ];
        let stance = vec![(text("pledge"), texts(&["pledg(ed|es)", "will"])), (text("past"), texts(&["ex-"]))];
        let choices = vec![RawChoice { id: text("stance"), alternatives: stance, broken: false }];
        let mut faults = Faults::new(Arc::new(File::new("test", "")));
        let vocabulary = vocabulary_loader::vocabulary(&lists, &choices, &mut faults);
        assert_eq!(faults.count(), 0);
        vocabulary
    }

    fn read(written: &str, purpose: Purpose) -> Result<String, Rejected> {
        let mut slots = SlotTable::default();
        parse(written, purpose, &vocabulary(), &mut slots).map(|parsed| show(&parsed.items, &slots))
    }

    fn check(cases: &[(&str, &str)]) {
        for (written, expected) in cases {
            assert_eq!(read(written, Purpose::Claim).unwrap(), *expected, "{written}");
        }
    }

    #[test]
    fn words_are_cut_like_the_words_of_a_text() {
        check(&[
            ("Prime Minister", "prime minister"),
            ("Japan's PM", "japan 's pm"),
            ("Japan’s PM", "japan 's pm"),
            ("three-day visit", "three '-' day visit"),
            ("U.S. visit", "u.s. visit"),
            ("18,000 people", "18,000 people"),
            ("May 1 , 2025", "may 1 ',' 2025"),
            ("the “plan”", "the '\"' plan '\"'"),
            ("don't", "don't"),
        ]);
    }

    #[test]
    fn brackets_are_optional_or_one_of_several() {
        check(&[
            ("the [state] visit", "the [state] visit"),
            ("[Japan's|Japanese] PM", "[(japan 's | japanese)] pm"),
            ("(prime minister|PM|premier)", "(prime minister | pm/premier)"),
            ("(a|(b|c d)|e)", "(a/b/e | c d)"),
            ("(visit)", "visit"),
            ("(PM|pm)", "pm"),
            ("saw [a (big|small) b]", "saw [a big/small b]"),
            ("met [[a] b]", "met [[a] b]"),
        ]);
    }

    #[test]
    fn brackets_glued_to_a_word_make_its_spellings() {
        check(&[
            ("light[s]", "light/lights"),
            ("[un]real", "real/unreal"),
            ("deploy(ed|s|ing)", "deployed/deploying/deploys"),
            ("mobili(z|s)(ed|es)", "mobilised/mobilises/mobilized/mobilizes"),
            ("Tokyo[, Japan] now", "(tokyo | tokyo ',' japan) now"),
            ("(ex-|former) president", "(ex '-' | former) president"),
            ("ex-(president|PM)", "(ex '-' president | ex '-' pm)"),
            ("met [a|b][c|d] x", "met [a/ac/ad/b/bc/bd/c/d] x"),
        ]);
    }

    #[test]
    fn slots_stand_beside_words_without_a_blank() {
        check(&[
            ("{who:person}'s visit", "{who:person} 's visit"),
            ("{who:person}’s visit", "{who:person} 's visit"),
            ("{who:person}['s] visit", "{who:person} ['s] visit"),
            ("ex-{office}", "ex '-' {office:office}"),
            ("{n:count}%", "{n:count} '%'"),
            ("${n:count}, {what:words} [{w:word}]", "'$' {n:count} ',' {what:Words} [{w:Word}]"),
            ("({a:country}|{a:demonym}) visit", "({a:country} | {a:demonym}) visit"),
        ]);
    }

    #[test]
    fn lists_and_choices_are_written_out() {
        check(&[
            ("<visit> ended", "(tour/visit/visits | stop over) ended"),
            ("(meal|<all>)", "(meal/tour/visit/visits | stop over | wrapped/wraps up)"),
            ("<visit>'s end", "(tour/visit/visits | stop over) 's end"),
            ("{stance} to", "{stance = pledge: pledged/pledges | pledge: will | past: ex '-'} to"),
            ("{s:stance}president", "{s = pledge: pledged/pledges | pledge: will | past: ex '-'} president"),
        ]);
    }

    #[test]
    fn gaps_borders_and_escapes() {
        check(&[
            ("a ...6 b", "a ~6 b"),
            ("| {d:date} | ... b", "| {d:date} | ~40 b"),
            (r"a \| b \( \@", "a '|' b '(' '@'"),
            (r"a \... b", "a '.' '.' '.' b"),
            (r"C\+\+ \[x\]", "c '+' '+' '[' x ']'"),
        ]);
    }

    #[test]
    fn every_part_knows_how_it_was_written() {
        for (written, expected) in [
            ("<visit>  of {w:word}", vec!["<visit>", "of", "{w:word}"]),
            ("[Japan's|Japanese] PM", vec!["[Japan's|Japanese]", "PM"]),
            ("deploy(ed|s) ...6 three-day {stance}president", {
                vec!["deploy(ed|s)", "...6", "three-day", "{stance}", "president"]
            }),
        ] {
            let parsed = parse(written, Purpose::Claim, &vocabulary(), &mut SlotTable::default()).unwrap();
            let parts: Vec<&str> = parsed.parts.iter().map(|part| &written[part.written.clone()]).collect();
            assert_eq!(parts, expected);
            assert_eq!(parsed.parts.last().unwrap().items.end, parsed.items.len());
        }
    }

    #[test]
    fn guards_stand_around_the_match() {
        for (written, expected) in
            [("(former|ex-) ...2 @", "(former | ex '-') ~2 @"), ("@'s aide", "@ 's aide"), ("if", "if")]
        {
            assert_eq!(read(written, Purpose::Guard).unwrap(), expected);
        }
    }

    #[test]
    fn a_fault_stands_under_its_words() {
        let check = |written: &str, purpose: Purpose, words: &[&str]| {
            let rejected = read(written, purpose).unwrap_err();
            let found: Vec<&str> = rejected.faults.iter().map(|(at, _)| &written[at.clone()]).collect();
            assert_eq!(found, words, "{written}");
        };
        check("met {who:persn} of <nowhere>", Purpose::Claim, &["{who:persn}", "<nowhere>"]);
        check("met [the {who:person}", Purpose::Claim, &["["]);
        check("met (é|) {who:person}", Purpose::Claim, &[")"]);
        check("met @", Purpose::Claim, &["@"]);
        check("@ or @", Purpose::Guard, &["@"]);
        check("...2 a ...3 ...4 b ...", Purpose::Claim, &["...3 ...4", "...2", "..."]);
        check("[a] [b] ...2 [c]", Purpose::Claim, &["[a] [b] ...2 [c]"]);
        check("{n:count} or {n:count}", Purpose::Claim, &["{n:count}"]);
        check("({n:count} of|many in) the [{n:count}]", Purpose::Claim, &["{n:count}"]);
        check("{a:words} {b:word}", Purpose::Claim, &["{a:words} {b:word}"]);
        check("{n:count} and {n:person}", Purpose::Claim, &["{n:person}"]);
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        proptest::proptest!(|(written in r"[\[\](){}<>|@.\\a-c:' …é0-9]{0,24}")| {
            for purpose in [Purpose::Claim, Purpose::Guard] {
                let _ = read(&written, purpose);
            }
        });
    }
}
