//! The pairs of `compat.tsv`, and the tables that tell which types are compared and how.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use belie::rules::builtin;
use belie::rules::load::load;
use belie::rules::rule::Rules;
use belie::values::agree::{Comparison, agree};
use belie::values::agreement::Agreement;
use belie::values::names::Names;
use belie::values::value::{Kind, Value};

use crate::reading::{names, read, type_of, value};

#[test]
fn two_values_compare_as_the_table_says_whichever_stands_first() {
    let names = names();
    let with = Comparison { names: &names, tolerance: None };
    let mut wrong = Vec::new();
    for Pair { types: (type_a, type_b), a, b, verdict } in pairs() {
        let (Some(read_a), Some(read_b)) = (read(type_a, a, &names), read(type_b, b, &names)) else {
            wrong.push(format!("{type_a}/{type_b}: `{a}` or `{b}` cannot be read"));
            continue;
        };
        for (left, right, found) in [(a, b, agree(&read_a, &read_b, &with)), (b, a, agree(&read_b, &read_a, &with))] {
            if name(found) != verdict {
                wrong.push(format!("{type_a}/{type_b}: `{left}`, `{right}`: {}, not {verdict}", name(found)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The pairs that the rule language promises, where they are at hand.
#[test]
fn the_promised_pairs_compare_as_promised() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/eval/values/compat_pairs.jsonl");
    let Ok(pairs) = std::fs::read_to_string(path) else { return };
    let packs: Vec<_> = builtin::packs().map(|pack| (Arc::new(pack), true)).collect();
    let (Rules { mut names, .. }, _) = load(&packs);
    // Whom the pairs take for known beside the people of the packs.
    for known in [&["Shinzo Abe"][..], &["Akie Abe"], &["Xi Jinping", "Xi"]] {
        names.add_person(known[0], known.iter().map(|&name| name.to_owned()).collect());
    }
    let with = Comparison { names: &names, tolerance: None };
    let mut wrong = Vec::new();
    for pair in pairs.lines() {
        let pair: BTreeMap<String, String> = serde_json::from_str(pair).unwrap();
        let of = if pair["type"] == "bool" { "polarity" } else { &*pair["type"] };
        let (a, b) = (value(of, &pair["a"], &names), value(of, &pair["b"], &names));
        for verdict in [agree(&a, &b, &with), agree(&b, &a, &with)] {
            if name(verdict) != pair["verdict"] {
                wrong.push(format!("{pair:?}: {}", name(verdict)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_value_has_a_line_and_a_column() {
    let table = Table::read();
    // A slot may ask for an amount of any kind, but no value is just that.
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Amount).map(Kind::name);
    for kind in kinds.chain(["polarity", "choice", "words"]) {
        assert!(table.how.contains_key(&(kind, kind)), "`{kind}` is not in docs/reference/agreement.tsv");
    }
    let names = names();
    for (of, text, value) in values(&names) {
        assert!(
            table.how.contains_key(&(of, type_of(&value))),
            "`{text}` is of no type of docs/reference/agreement.tsv: {of}"
        );
    }
}

#[test]
fn the_table_of_types_is_symmetric() {
    let table = Table::read();
    for ((a, b), how) in &table.how {
        assert_eq!(table.how.get(&(*b, *a)), Some(how), "{a} and {b}");
    }
}

#[test]
fn every_two_types_that_are_compared_have_a_pair() {
    let shown: BTreeSet<_> = pairs().iter().flat_map(|pair| [pair.types, (pair.types.1, pair.types.0)]).collect();
    for ((a, b), how) in Table::read().how {
        assert!(how == NEVER || shown.contains(&(a, b)), "tests/compat.tsv has no pair of `{a}` and `{b}`");
    }
}

#[test]
fn values_of_types_that_are_never_compared_prove_nothing() {
    let names = names();
    let with = Comparison { names: &names, tolerance: None };
    let (table, values) = (Table::read(), values(&names));
    for (type_a, a, value_a) in &values {
        for (type_b, b, value_b) in &values {
            if table.how[&(*type_a, *type_b)] == NEVER {
                assert_eq!(agree(value_a, value_b, &with), Agreement::Unknown, "{type_a} `{a}` and {type_b} `{b}`");
            }
        }
    }
}

#[test]
fn the_page_tells_of_each_comparison_which_answers_it_gives() {
    let table = Table::read();
    let mut shown = BTreeMap::<&str, BTreeSet<&str>>::new();
    for pair in pairs() {
        shown.entry(table.how[&pair.types]).or_default().insert(pair.verdict);
    }
    shown.remove(NEVER);
    assert_eq!(page(), shown, "left: docs/reference/agreement.md, right: the pairs of tests/compat.tsv");
}

/// How two types are compared, and the answers that the page tells of it.
pub(crate) fn answers(a: &str, b: &str) -> (&'static str, BTreeSet<&'static str>) {
    let how = Table::read().how[&(a, b)];
    (how, page()[how].clone())
}

const NEVER: &str = "-";

/// `docs/reference/agreement.tsv`: how two types are compared.
struct Table {
    how: BTreeMap<(&'static str, &'static str), &'static str>,
}

impl Table {
    fn read() -> Self {
        let mut lines =
            include_str!("../../docs/reference/agreement.tsv").lines().filter(|line| !line.starts_with('#'));
        let columns: Vec<&str> = lines.next().unwrap().split('\t').skip(1).collect();
        let mut how = BTreeMap::new();
        for line in lines {
            let (line, cells) = line.split_once('\t').unwrap();
            let cells: Vec<&str> = cells.split('\t').collect();
            assert_eq!(cells.len(), columns.len(), "{line}");
            how.extend(columns.iter().zip(cells).map(|(column, cell)| ((line, *column), cell)));
        }
        Self { how }
    }
}

/// Of each comparison in `docs/reference/agreement.md` the answers whose cell has words.
fn page() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let lines = include_str!("../../docs/reference/agreement.md")
        .lines()
        .skip_while(|line| !line.starts_with("| type | how |"));
    let rows = lines.take_while(|line| line.starts_with('|'));
    let mut rows = rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect::<Vec<_>>());
    let head = rows.next().unwrap().into_iter().map(|answer| if answer == "compatible" { "ok" } else { answer });
    let head: Vec<&str> = head.collect();
    let answers = |row: &[&'static str]| {
        head.iter().zip(row).skip(2).filter(|(_, cell)| **cell != NEVER).map(|(answer, _)| *answer).collect()
    };
    rows.skip(1).map(|row| (row[1], answers(&row))).collect()
}

/// Every value of `compat.tsv` with its type and its words.
fn values(names: &Names) -> Vec<(&'static str, &'static str, Value)> {
    let stated = pairs().into_iter().flat_map(|pair| [(pair.types.0, pair.a), (pair.types.1, pair.b)]);
    let stated: BTreeSet<_> = stated.collect();
    stated.into_iter().map(|(of, text)| (of, text, value(of, text, names))).collect()
}

/// A line of `compat.tsv`.
struct Pair {
    types: (&'static str, &'static str),
    a: &'static str,
    b: &'static str,
    verdict: &'static str,
}

fn pairs() -> Vec<Pair> {
    let lines = include_str!("../compat.tsv").lines().filter(|line| !line.starts_with('#'));
    let pair = |line: &'static str| {
        let [types, a, b, verdict] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        Pair { types: types.split_once('/').unwrap_or((types, types)), a, b, verdict }
    };
    lines.map(pair).collect()
}

pub(crate) fn name(agreement: Agreement) -> &'static str {
    match agreement {
        Agreement::Same => "same",
        Agreement::Compatible => "ok",
        Agreement::Unknown => "unknown",
        Agreement::Suspicious => "suspicious",
        Agreement::Conflict => "conflict",
    }
}
