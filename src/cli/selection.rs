//! Which rules are meant: by name, by id, by pack.

use std::collections::BTreeSet;

use crate::rules::rule::{RuleName, Rules};
use crate::source::meant::did_you_mean;
use crate::source::problem::Problem;

/// The rules that count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    rules: BTreeSet<String>,
}

impl Selection {
    /// The rules that `only` names (all where it is empty) without those that `skip` names, and what names nothing.
    #[must_use]
    pub fn of(only: &[String], skip: &[String], rules: &Rules) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut named = |ids: &[String]| {
            let mut named = BTreeSet::new();
            for id in ids {
                match resolve(id, rules) {
                    Ok(names) => named.extend(names.into_iter().map(ToString::to_string)),
                    Err(problem) => problems.push(*problem),
                }
            }
            named
        };
        let kept = if only.is_empty() { names(rules).map(ToString::to_string).collect() } else { named(only) };
        let left_out = named(skip);
        (Self { rules: kept.difference(&left_out).cloned().collect() }, problems)
    }

    /// Whether the rule, named with its pack, counts.
    #[must_use]
    pub fn takes(&self, rule: &str) -> bool {
        self.rules.contains(rule)
    }
}

/// The rules that an id names: `pack/rule`, a pack, or a rule's own id in whatever pack. Never empty.
///
/// # Errors
///
/// Where it names none; with a suggestion where there is a name like it.
pub fn resolve<'r>(id: &str, rules: &'r Rules) -> Result<Vec<&'r RuleName>, Box<Problem>> {
    let named: Vec<&RuleName> =
        names(rules).filter(|name| name.pack_name == id || name.id == id || name.to_string() == id).collect();
    if !named.is_empty() || rules.packs.iter().any(|pack| pack.name == id) {
        return Ok(named);
    }
    let known = names(rules).flat_map(|name| [name.to_string(), name.id.clone(), name.pack_name.clone()]);
    let help = did_you_mean(id, known, || "`belie rules list` lists them".to_owned());
    Err(Box::new(Problem::error(id, "no such rule or pack").with_help(help)))
}

fn names(rules: &Rules) -> impl Iterator<Item = &RuleName> {
    rules.claims.iter().map(|rule| &rule.name).chain(rules.checks.iter().map(|rule| &rule.name))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Selection, resolve};
    use crate::rules::expression::Expression;
    use crate::rules::rule::{CheckRule, Pack, RuleName, Rules, Scope};
    use crate::rules::severity::Severity;
    use crate::source::file::File;
    use crate::source::span::FileSpan;

    #[test]
    fn only_and_skip_take_rules_and_packs() {
        for (only, skip, expected) in [
            (vec![], vec![], vec!["dates/weekday", "offices/mayor", "offices/term"]),
            (vec!["offices"], vec![], vec!["offices/mayor", "offices/term"]),
            (vec!["offices"], vec!["term"], vec!["offices/mayor"]),
            (vec![], vec!["offices/mayor", "dates"], vec!["offices/term"]),
            (vec!["empty"], vec![], vec![]),
        ] {
            let owned = |ids: &[&str]| ids.iter().map(ToString::to_string).collect::<Vec<_>>();
            let (selection, problems) = Selection::of(&owned(&only), &owned(&skip), &rules());
            assert!(problems.is_empty());
            let taken: Vec<&str> = selection.rules.iter().map(String::as_str).collect();
            assert_eq!(taken, expected, "{only:?} {skip:?}");
            assert!(expected.iter().all(|rule| selection.takes(rule)));
        }
    }

    #[test]
    fn an_unknown_id_is_told_with_what_may_have_been_meant() {
        for (id, help) in [
            ("ofices", "did you mean `offices`?"),
            ("offices/major", "did you mean `offices/mayor`?"),
            ("weekdays", "did you mean `weekday`?"),
            ("xyz", "`belie rules list` lists them"),
        ] {
            let problem = resolve(id, &rules()).unwrap_err();
            assert_eq!((&*problem.path, problem.help.as_deref()), (id, Some(help)));
        }
        let (selection, problems) = Selection::of(&["ofices".to_owned()], &[], &rules());
        assert!(selection.rules.is_empty(), "a slip must not widen what counts");
        assert_eq!(problems.len(), 1);
    }

    fn rules() -> Rules {
        let pack = |name: &str| Pack {
            name: name.to_owned(),
            description: String::new(),
            file: Arc::new(File::new(name, "")),
            builtin: true,
        };
        let check = |pack: usize, pack_name: &str, id: &str| CheckRule {
            name: RuleName { pack, pack_name: pack_name.to_owned(), id: id.to_owned() },
            place: FileSpan::new(0, 0),
            title: String::new(),
            description: None,
            given: Vec::new(),
            same: Vec::new(),
            single: Vec::new(),
            once: false,
            within: Scope::Document,
            condition: None,
            require: Expression::And(Vec::new()),
            severity: Severity::Error,
            message: String::new(),
            examples: Vec::new(),
        };
        Rules {
            packs: vec![pack("dates"), pack("offices"), pack("empty")],
            checks: vec![check(0, "dates", "weekday"), check(1, "offices", "mayor"), check(1, "offices", "term")],
            ..Rules::default()
        }
    }
}
