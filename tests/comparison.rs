//! Documents that change are compared again as if all were compared anew, though most are not.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its own files should fail loudly")]

mod engine;

use std::collections::BTreeMap;
use std::fs;

use belie::claims::document_claims::DocumentClaims;
use belie::claims::finder::Finder;
use belie::conflicts::comparison::Comparison;
use belie::rules::rule::Rules;
use engine::{Source, articles, builtin_rules, in_package, rules_of};

/// Replaces texts one after the other and asserts each time that what is found is what a comparison of all finds. Gives how
/// often that was not what had been found before.
#[track_caller]
fn follow(rules: &Rules, mut texts: Vec<String>, changes: Vec<Vec<(usize, String)>>) -> usize {
    let finder = Finder::new(rules);
    let said = |at: usize, text: &str| -> DocumentClaims {
        finder.read(&Source::of(&format!("{at:03}.md"), text).read(), None)
    };
    let all = |texts: &[String]| {
        let said = texts.iter().enumerate().map(|(at, text)| said(at, text)).collect();
        told(&Comparison::of(rules, said))
    };
    let said_first = texts.iter().enumerate().map(|(at, text)| said(at, text)).collect();
    let mut comparison = Comparison::of(rules, said_first);
    let mut before = told(&comparison);
    let mut news = 0;
    for (round, change) in changes.into_iter().enumerate() {
        let names: Vec<usize> = change.iter().map(|(at, _)| *at).collect();
        let replaced: BTreeMap<usize, DocumentClaims> =
            change.iter().map(|(at, text)| (*at, said(*at, text))).collect();
        change.into_iter().for_each(|(at, text)| texts[at] = text);
        comparison.replace(replaced);
        let (now, anew) = (told(&comparison), all(&texts));
        let other = now.iter().zip(&anew).find(|(now, anew)| now != anew);
        assert!(now == anew, "round {round}, {names:?} changed, {} and {}: {other:#?}", now.len(), anew.len());
        news += usize::from(now != before);
        before = now;
    }
    news
}

/// All that is found, whatever else tells it too.
fn told(comparison: &Comparison<'_>) -> Vec<String> {
    comparison.each().iter().map(|finding| format!("{finding:?}")).collect()
}

/// Every figure one higher, so that what agreed does not.
fn miscounted(text: &str) -> String {
    let more =
        |digit: char| if ('1'..='8').contains(&digit) { char::from_u32(digit as u32 + 1).unwrap() } else { digit };
    let (head, body) = text.split_at(text.len() / 2);
    head.to_owned() + &body.chars().map(more).collect::<String>()
}

#[test]
fn articles_that_change_are_compared_as_a_fresh_check_would() {
    let mut folders: Vec<_> =
        fs::read_dir(in_package("tests/cases/seen")).unwrap().map(|folder| folder.unwrap().path()).collect();
    folders.sort();
    let sources = folders.iter().step_by(7).flat_map(|folder| articles(folder));
    let mut texts: Vec<String> = sources.map(|source| String::from_utf8(source.bytes).unwrap()).collect();
    texts.extend(articles(&in_package("seeds")).into_iter().map(|source| String::from_utf8(source.bytes).unwrap()));
    let many = texts.len();
    let mut changes = Vec::new();
    for round in 0..16 {
        let at = round * 7 % many;
        changes.push(match round % 4 {
            0 => vec![(at, miscounted(&texts[at]))],
            1 => vec![(at, String::new())],
            2 => vec![(at, texts[(at + 1) % many].clone()), ((at + 5) % many, texts[at].clone())],
            _ => vec![
                ((round - 3) * 7 % many, texts[(round - 3) * 7 % many].clone()),
                (at, texts[at].replace("the ", "a ")),
            ],
        });
    }
    let news = follow(&builtin_rules(), texts, changes);
    assert!(news > 8, "{news}");
}

const RULES: &str = "
[claim.master]
title = 'Who is harbour master'
scope = 'story'
across = 'warning'
phrases = ['{who:person} is the harbour master']
value = 'who'
settled-by = ['succeeded']
[claim.succeeded]
title = 'Who succeeded whom'
mode = 'extract'
phrases = ['{who:person} succeeded {before:person}']
value = 'who'
[claim.chair]
title = 'What somebody chairs'
scope = 'story'
across = 'warning'
phrases = ['{who:person} chairs the {body:name}']
key = ['who']
value = 'body'
[claim.warden]
title = 'Who is warden'
phrases = ['{who:person} is the warden of {port:name}']
key = ['port']
value = 'who'
";

/// What all texts of one story say.
const STORY: &str = "They went to Norport, saw Velmark and came home by way of Skarnes.";

#[test]
fn a_third_text_changes_what_two_others_dispute() {
    let told = |text: &str| format!("{text} {STORY}");
    for (first, second, third) in [
        // Both were true, one after the other.
        ("Ida Holm is the harbour master.", "Nora Berg is the harbour master.", "Nora Berg succeeded Ida Holm."),
        // Holm may be either of two.
        (
            "Ida Holm chairs the Skarnes Council.",
            "Ms Holm chairs the Velmark Council.",
            "Nora Holm chairs the Norport Council.",
        ),
        // Who is meant by both is told by the third.
        (
            "Ms Holm chairs the Skarnes Council.",
            "Ms Holm chairs the Velmark Council.",
            "Ida Holm is the harbour master.",
        ),
    ] {
        let texts = vec![told(first), told(second), "Nothing.".to_owned()];
        let changes = vec![vec![(2, told(third))], vec![(2, String::new())]];
        assert_eq!(follow(&rules_of(RULES), texts, changes), 2, "{third}");
    }
}

#[test]
fn a_name_that_becomes_common_parts_stories() {
    let master = |who: &str| format!("{who} is the harbour master. {STORY}");
    let chair = format!("Karl Lund chairs the Skarnes Council. {STORY}");
    let mut texts = vec![master("Ida Holm"), master("Nora Berg")];
    texts.extend(vec![chair.clone(); 48]);
    texts.push("Nothing.".to_owned());
    let changes = vec![vec![(50, chair)], vec![(7, "Nothing.".to_owned())]];
    assert_eq!(follow(&rules_of(RULES), texts, changes), 2);
}

#[test]
fn what_a_text_no_longer_says_is_in_dispute_nowhere() {
    let warden = |who: &str| format!("{who} is the warden of Norport.");
    let mut texts = vec![warden("Ida Holm"), warden("Nora Berg")];
    // So many mention the port that it makes no story.
    texts.extend(vec!["Karl Lund chairs the Norport Council.".to_owned(); 50]);
    assert_eq!(follow(&rules_of(RULES), texts, vec![vec![(0, "Nothing.".to_owned())]]), 1);
}

#[test]
fn words_that_become_common_bring_no_figures_together() {
    let lifted = |tonnes: &str| format!("The dredger lifted {tonnes} tonnes of gravel from the basin.\n\n");
    let of_story = |tonnes: &str| format!("{STORY}\n\n{}", lifted(tonnes));
    let texts = vec![of_story("4,200"), of_story("4,600"), lifted("310").repeat(61), "Nothing.".to_owned()];
    let changes = vec![vec![(3, lifted("310").repeat(2))], vec![(2, "Nothing.".to_owned())]];
    assert_eq!(follow(&builtin_rules(), texts, changes), 2);
}
