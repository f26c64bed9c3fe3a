//! `belie rules stats`: what each rule and each phrase finds in texts.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use serde::Serialize;

use super::args::RulesStatsArgs;
use super::exit::Exit;
use super::output;
use super::session::Session;
use crate::check::{Checked, compared};
use crate::claims::claim::Claim;
use crate::claims::finder::Finder;
use crate::conflicts::finding::Finding;
use crate::report::clean::{clean, shorten, width};
use crate::report::look::Look;
use crate::report::text::counted;
use crate::rules::rule::{ClaimRule, Rules};
use crate::source::span::FileSpan;

/// Runs the command.
#[must_use]
pub fn run(args: &RulesStatsArgs) -> Exit {
    let stream = &args.output.stream;
    let mut session = Session::start_on_rules(&args.read.rules, &args.read.selection, &stream.console);
    let sources = session.sources(&args.read.sources);
    let rules = std::mem::take(&mut session.rules);
    let finder = Finder::new(&rules);
    let documents = session.read(&sources, |document| finder.read(document, sources.date));
    let checked = compared(&rules, documents);
    let mut rows = rows(&rules, &checked);
    rows.retain(|row| session.selection.takes(&row.rule));
    session.complain();
    let told = output::tell_rows(stream, session.list_format(&args.output), &rows, |look, out| {
        write(&rows, checked.documents.len(), look, out)
    });
    session.end(told)
}

/// What one rule finds.
#[derive(Debug, Serialize)]
struct Row {
    rule: String,
    kind: &'static str,
    #[serde(flatten)]
    counts: Counts,
    /// How many findings it tells.
    findings: usize,
    phrases: Vec<PhraseRow>,
}

/// What one phrase finds.
#[derive(Debug, Serialize)]
struct PhraseRow {
    phrase: String,
    #[serde(flatten)]
    counts: Counts,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Counts {
    matches: usize,
    /// Matches that no guard marks.
    claims: usize,
    /// Claims on which a finding rests.
    disputed: usize,
    /// Matches that a guard marks, by the name of the guard; one may have several.
    guarded: BTreeMap<String, usize>,
}

impl Counts {
    fn cells(&self) -> [String; 3] {
        [self.matches, self.claims, self.disputed].map(|count| count.to_string())
    }

    fn add(&mut self, claim: &Claim, disputed: bool, rules: &Rules) {
        self.matches += 1;
        self.claims += usize::from(claim.counts());
        self.disputed += usize::from(disputed);
        for name in claim.mark_names(rules).into_iter().collect::<BTreeSet<_>>() {
            *self.guarded.entry(name).or_default() += 1;
        }
    }
}

fn rows(rules: &Rules, checked: &Checked) -> Vec<Row> {
    let mut rows: Vec<Row> = rules.claims.iter().map(|rule| row(rule, &checked.findings)).collect();
    let disputed = disputed(rules, &checked.findings);
    for claim in checked.claims() {
        let place = (claim.rule, &**claim.at.file.name(), claim.at.span);
        let disputed = claim.counts() && disputed.contains(&place);
        let row = &mut rows[claim.rule];
        row.counts.add(claim, disputed, rules);
        row.phrases[claim.phrase].counts.add(claim, disputed, rules);
    }
    rows.extend(rules.checks.iter().map(|check| {
        let rule = check.name.to_string();
        let findings = told_by(&rule, &checked.findings);
        Row { rule, kind: "check", counts: Counts::default(), findings, phrases: Vec::new() }
    }));
    rows
}

fn row(rule: &ClaimRule, findings: &[Finding]) -> Row {
    let written =
        rule.phrases.iter().map(|phrase| &phrase.written).chain(rule.regexes.iter().map(|regex| &regex.written));
    let phrases = written.map(|phrase| PhraseRow { phrase: phrase.clone(), counts: Counts::default() }).collect();
    let name = rule.name.to_string();
    let findings = told_by(&name, findings);
    Row { rule: name, kind: "claim", counts: Counts::default(), findings, phrases }
}

fn told_by(rule: &str, findings: &[Finding]) -> usize {
    findings.iter().filter(|finding| finding.rule == rule).count()
}

/// A claim by its rule and its place.
type Place<'a> = (usize, &'a str, FileSpan);

/// The claims on which a finding rests: of its own rule, or of those that its check is given.
fn disputed<'a>(rules: &Rules, findings: &'a [Finding]) -> BTreeSet<Place<'a>> {
    let mut disputed = BTreeSet::new();
    for finding in findings {
        let check = rules.checks.iter().find(|check| check.name.to_string() == finding.rule);
        let own = rules.claims.iter().position(|rule| rule.name.to_string() == finding.rule);
        let given = check.iter().flat_map(|check| &check.given).map(|(_, claim)| *claim);
        let of: Vec<usize> = given.chain(own).collect();
        for evidence in finding.sides.iter().flat_map(|side| &side.evidence) {
            disputed.extend(of.iter().map(|&rule| (rule, &**evidence.file.name(), evidence.span)));
        }
    }
    disputed
}

/// Columns of each number, and of all four with the blanks before them.
const NUMBER: usize = 8;
const NUMBERS: usize = 4 * (NUMBER + 2);

/// A line for each rule, under it one for each of its phrases and one for its guards.
fn write(rows: &[Row], sources: usize, look: Look, out: &mut dyn Write) -> io::Result<()> {
    let names = rows.iter().flat_map(|row| {
        std::iter::once(width(&row.rule)).chain(row.phrases.iter().map(|phrase| width(&phrase.phrase) + 2))
    });
    let first = names.max().unwrap_or(0).min(look.width.saturating_sub(NUMBERS)).max(12);
    let mut line = |name: &str, cells: [String; 4]| {
        let name = shorten(name, first);
        let pad = " ".repeat(first - width(&name));
        let cells: String = cells.iter().map(|cell| format!("  {cell:>NUMBER$}")).collect();
        writeln!(out, "{}", format!("{name}{pad}{cells}").trim_end())
    };
    line("", ["matches", "claims", "disputed", "findings"].map(str::to_owned))?;
    for row in rows {
        let findings = row.findings.to_string();
        if row.kind == "check" {
            line(&row.rule, [String::new(), String::new(), String::new(), findings])?;
            continue;
        }
        let [matches, claims, disputed] = row.counts.cells();
        line(&row.rule, [matches, claims, disputed, findings])?;
        for phrase in &row.phrases {
            let [matches, claims, disputed] = phrase.counts.cells();
            line(&format!("  {}", phrase.phrase), [matches, claims, disputed, String::new()])?;
        }
        if !row.counts.guarded.is_empty() {
            let guarded = row.counts.guarded.iter().map(|(name, count)| format!("{} {count}", clean(name)));
            let guarded = guarded.collect::<Vec<_>>().join(", ");
            line(&format!("  guarded: {guarded}"), [const { String::new() }; 4])?;
        }
    }
    writeln!(out, "{} in {}", counted(rows.len(), "rule", "rules"), counted(sources, "source", "sources"))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{rows, write};
    use crate::check::check;
    use crate::report::look::Look;
    use crate::rules::load::load;
    use crate::source::document::{Document, Header};
    use crate::source::file::File;
    use crate::source::plain::plain;

    const RULES: &str = "schema = 1\n[claim.keeper]\ntitle = 'Keeper'\n\
        phrases = ['keeper {who:person} [, who keeps the lamp and the log of the old lighthouse]', 'warden {who:person}']\n\
        value = 'who'\n";

    #[test]
    fn every_phrase_has_its_counts_and_every_guard_its_own() {
        let (rules, problems) = load(&[(Arc::new(File::new("light.toml", RULES)), false)]);
        assert!(problems.is_empty(), "{problems:?}");
        let text = "It was keeper Ida Holm who rang. The former keeper Ann Lee slept. The warden Tom Reed came.";
        let file = Arc::new(File::new("a.txt", text));
        let document = Document::new(file, plain(text, 0), Header::default());
        let checked = check(&rules, &[document], None);
        let mut shown = Vec::new();
        write(&rows(&rules, &checked), 1, Look::new(80, false), &mut shown).unwrap();
        let shown = String::from_utf8(shown).unwrap();
        let expected = [
            "                                           matches    claims  disputed  findings",
            "light/keeper                                     3         2         2         1",
            "  keeper {who:person} [, who keeps the …         2         1         1",
            "  warden {who:person}                            1         1         1",
            "  guarded: former 1",
            "1 rule in 1 source\n",
        ]
        .join("\n");
        assert_eq!(shown, expected);
        assert!(shown.lines().all(|line| line.chars().count() <= 80));
    }
}
