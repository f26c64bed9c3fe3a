//! A finding in lines of plain text, for forms that have room for one place and one message.

use std::collections::BTreeMap;

use super::clean::clean;
use super::place::path;
use super::text::counted;
use crate::conflicts::finding::{Finding, Side, Status};

/// The message in one line, and that the finding is known where it is.
pub(super) fn headline(finding: &Finding) -> String {
    let known = match finding.status {
        Status::New => "",
        Status::Baseline => " (known: in the baseline)",
        Status::Allowed => " (known: allowed)",
    };
    clean(&finding.message) + known
}

/// What is behind the message: a line for each side with its first place, then the remarks, then what to do.
pub(super) fn details(finding: &Finding) -> Vec<String> {
    let sides = finding.sides.iter().filter_map(side);
    let remarks = finding.remarks.iter().map(|remark| clean(remark));
    let help = (!finding.help.is_empty()).then(|| clean(&finding.help));
    sides.chain(remarks).chain(help).collect()
}

/// The headline and the details, a line feed between each two lines.
pub(super) fn whole(finding: &Finding) -> String {
    let mut lines = vec![headline(finding)];
    lines.extend(details(finding));
    lines.join("\n")
}

/// The value of a side for people, what it is to the check before it.
pub(super) fn value(side: &Side) -> String {
    let value = clean(&side.shown);
    side.role.as_ref().map_or_else(|| value.clone(), |role| format!("{}: {value}", clean(role)))
}

/// How often each name has stood before it in the list: some programs ask for a name of its own for each finding, where
/// the same words in other files have one identity.
pub(super) fn repeats<'a>(names: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    names
        .map(|name| {
            let times = seen.entry(name).or_default();
            *times += 1;
            *times - 1
        })
        .collect()
}

fn side(side: &Side) -> Option<String> {
    let (first, rest) = side.evidence.split_first()?;
    let place = first.file.place(first.span);
    let path = clean(&path(first.file.name()));
    let more = match rest.len() {
        0 => String::new(),
        more => format!(", and {}", counted(more, "more place", "more places")),
    };
    Some(format!("{}: {path}:{}:{} “{}”{more}", value(side), place.line, place.column, clean(&first.quote)))
}
