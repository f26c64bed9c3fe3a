//! Search and filters: shown by the script, without which they could do nothing.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::index::{Group, Index};
use super::overview::count;
use super::words::words;

/// The form; each card says in its `data-` attributes what it is asked for here.
pub(super) fn filters(index: &Index<'_>) -> Markup {
    let totals = count(index, 0..index.facts.len());
    let mut rules: BTreeMap<&str, (&str, usize)> = BTreeMap::new();
    for fact in &index.facts {
        rules.entry(&fact.finding.rule).or_insert((&fact.finding.title, 0)).1 += 1;
    }
    html! {
        form #filters role="search" aria-label="Findings" hidden {
            label.search { span.unseen { "Search findings" } input type="search" name="words" placeholder="Search findings" autocomplete="off"; }
            fieldset {
                legend.unseen { "Severity" }
                @for (group, total) in Group::ALL.into_iter().zip(totals).filter(|(_, total)| *total > 0) {
                    label.choice.(group.name()) {
                        input type="checkbox" name="group" value=(group.name()) checked;
                        (group.heading()) " " span.total { (total) }
                    }
                }
            }
            label.pick {
                span.unseen { "Rule" }
                select name="rule" {
                    option value="" { "All rules" }
                    @for (rule, (title, total)) in &rules { option value=(words(rule)) { (words(title)) " (" (total) ")" } }
                }
            }
            label.pick {
                span.unseen { "Source" }
                select name="source" {
                    option value="" { "All sources" }
                    @for (at, source) in index.sources.iter().enumerate() { option value=(at) { (source.short) " (" (source.facts.len()) ")" } }
                }
            }
            p.steps {
                button type="button" name="back" title="previous finding" { span.unseen { "Previous finding" } span aria-hidden="true" { "↑" } }
                button type="button" name="on" title="next finding" { span.unseen { "Next finding" } span aria-hidden="true" { "↓" } }
                button type="reset" { "Reset" }
            }
            output name="shown" {}
        }
    }
}
