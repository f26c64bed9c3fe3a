//! Whether one phrase matches everything that another matches.

use super::phrase::{Item, SlotKind};

/// The most steps of one comparison; phrases that need more are taken for different.
const MOST_STEPS: u32 = 20_000;

/// Whether `wide` matches whatever `narrow` matches, with the same slots. A "no" may also mean that it was not proved.
pub(super) fn covers(wide: &[Item], narrow: &[Item]) -> bool {
    let mut steps = 0;
    go(&wide.iter().collect::<Vec<_>>(), &narrow.iter().collect::<Vec<_>>(), &mut steps)
}

fn go(wide: &[&Item], narrow: &[&Item], steps: &mut u32) -> bool {
    *steps += 1;
    if *steps > MOST_STEPS {
        return false;
    }
    let spliced = |items: &'_ [Item], rest: &[&Item], steps: &mut u32, of_narrow: bool| {
        let all: Vec<&Item> = items.iter().chain(rest.iter().copied()).collect();
        if of_narrow { go(wide, &all, steps) } else { go(&all, narrow, steps) }
    };
    // What the narrow phrase leaves open must be matched whichever way it goes.
    if let Some((first, rest)) = narrow.split_first() {
        match first {
            Item::Optional(items) => return spliced(items, rest, steps, true) && go(wide, rest, steps),
            Item::Either(alternatives) => return alternatives.iter().all(|items| spliced(items, rest, steps, true)),
            _ => {}
        }
    }
    let Some((first, rest)) = wide.split_first() else { return narrow.is_empty() };
    match first {
        Item::Optional(items) => return spliced(items, rest, steps, false) || go(rest, narrow, steps),
        Item::Either(alternatives) => return alternatives.iter().any(|items| spliced(items, rest, steps, false)),
        // A gap may be empty.
        Item::Gap(_) if go(rest, narrow, steps) => return true,
        _ => {}
    }
    let Some((item, after)) = narrow.split_first() else { return false };
    takes(first, item) && go(rest, after, steps)
}

/// Whether one item, which is no bracket, takes all that another takes.
fn takes(wide: &Item, narrow: &Item) -> bool {
    match (wide, narrow) {
        (Item::Word(wide), Item::Word(narrow)) => narrow.iter().all(|word| wide.iter().any(|other| other == word)),
        (Item::Gap(wide), Item::Gap(narrow)) => wide >= narrow,
        (
            Item::Slot { slot: a, kind: SlotKind::Value(wide) },
            Item::Slot { slot: b, kind: SlotKind::Value(narrow) },
        ) => a == b && wide.accepts(*narrow),
        (wide, narrow) => wide == narrow,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::covers;
    use crate::rules::load::load;
    use crate::rules::phrase::Item;
    use crate::source::file::File;

    fn items(phrases: [&str; 2]) -> [Vec<Item>; 2] {
        let text = format!("schema = 1\n[claim.c]\ntitle = 'x'\nphrases = {phrases:?}\nvalue = 'a'\n");
        let (rules, problems) = load(&[(Arc::new(File::new("c.toml", text)), false)]);
        assert!(problems.is_empty(), "{problems:?}");
        let mut phrases = rules.claims[0].phrases.iter().map(|phrase| phrase.items.clone());
        [phrases.next().unwrap(), phrases.next().unwrap()]
    }

    #[test]
    fn a_phrase_covers_what_it_matches_in_any_case() {
        for (wide, narrow, expected) in [
            ("met {a:date}", "met {a:date}", true),
            ("met {a:date}", "met on {a:date}", false),
            ("met [on] {a:date}", "met on {a:date}", true),
            ("met [on|at] {a:date}", "met [on] {a:date}", true),
            ("met on {a:date}", "met [on] {a:date}", false),
            ("(met|saw) {a:date}", "met {a:date}", true),
            ("(met|saw) {a:date}", "(met|heard) {a:date}", false),
            ("met ...4 {a:date}", "met ...2 {a:date}", true),
            ("met ...4 {a:date}", "met {a:date}", true),
            ("met ...2 {a:date}", "met ...4 {a:date}", false),
            ("met {a:date}", "met {a:weekday}", true),
            ("met {a:weekday}", "met {a:date}", false),
            ("met {a:date}", "met {a:date} in {b:place}", false),
            ("met {a:date} [in {b:place}]", "met {a:date} in {b:country}", true),
        ] {
            let [wide_items, narrow_items] = items([wide, narrow]);
            assert_eq!(covers(&wide_items, &narrow_items), expected, "{wide} over {narrow}");
        }
    }
}
