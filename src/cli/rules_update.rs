//! `belie rules test --update`: writes the marks of examples anew, as what the rules find.

use std::fs;
use std::sync::Arc;

use crate::examples::{Fault, Marks, Outcome};
use crate::rules::example::marked;
use crate::rules::rule::Rules;
use crate::source::file::File;
use crate::source::problem::Problem;
use crate::source::span::FileSpan;

/// Rewrites the rule files of the examples whose verdict is right, but whose marks differ from what was found; those
/// that are written are counted as passed. Gives how many were written, and what could not be, and why.
pub(super) fn update(rules: &Rules, outcomes: &mut [Outcome]) -> (usize, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut written = 0;
    for (at, pack) in rules.packs.iter().enumerate() {
        let mut wrong: Vec<&mut Outcome> =
            outcomes.iter_mut().filter(|outcome| outcome.rule.pack == at && marks_alone_differ(outcome)).collect();
        if wrong.is_empty() {
            continue;
        }
        if pack.builtin {
            problems.extend(wrong.iter().map(|outcome| {
                refusal(&outcome.file, outcome.place, "this example comes with belie and is not rewritten")
            }));
            continue;
        }
        let mut edits = Vec::new();
        let mut edited = Vec::new();
        for (number, outcome) in wrong.iter().enumerate() {
            let rewritten: Result<Vec<_>, _> =
                outcome.docs.iter().filter(|doc| doc.marked != doc.found).map(|doc| edit(&pack.file, doc)).collect();
            match rewritten {
                Ok(more) => {
                    edits.extend(more);
                    edited.push(number);
                }
                Err((place, why)) => problems.push(refusal(&pack.file, place, why)),
            }
        }
        match write(&pack.file, edits) {
            Ok(()) => {
                written += edited.len();
                edited.iter().for_each(|&number| wrong[number].faults.clear());
            }
            Err(why) => {
                problems.push(Problem::error(pack.file.name().clone(), format!("cannot be rewritten: {why}")));
            }
        }
    }
    (written, problems)
}

fn marks_alone_differ(outcome: &Outcome) -> bool {
    let of_marks = |fault: &Fault| !matches!(fault, Fault::WrongVerdict(..));
    !outcome.todo && !outcome.faults.is_empty() && outcome.faults.iter().all(of_marks)
}

fn refusal(file: &Arc<File>, span: FileSpan, why: &str) -> Problem {
    Problem::warning(file.name().clone(), why).at(file, span).with_help("move the marks `[[…]]` by hand")
}

/// A part of a file and what to write in its place.
type Edit = (FileSpan, String);

/// The text of an example with the values marked that were found, where the file writes it letter for letter.
fn edit(file: &File, doc: &Marks) -> Result<Edit, (FileSpan, &'static str)> {
    let refused = |why| Err((doc.place, why));
    if doc.found.windows(2).any(|two| two[0].overlaps(two[1])) {
        return refused("two values that were found overlap, and marks cannot");
    }
    let source = file.slice(doc.place);
    let Some(quotes) = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| source.starts_with(quotes)) else {
        return refused("this is no string");
    };
    let Some(inside) = source.strip_prefix(quotes).and_then(|rest| rest.strip_suffix(quotes)) else {
        return refused("this is no string");
    };
    if quotes.starts_with('"') && inside.contains('\\') {
        return refused("a text with escapes (`\\`) is not rewritten");
    }
    // A line feed right behind three quotation marks is no part of the text.
    let feed = if quotes.len() == 3 && inside.starts_with('\n') { "\n" } else { "" };
    if inside[feed.len()..] != marked(&doc.text, &doc.marked) {
        return refused("the file does not write this text letter for letter");
    }
    Ok((doc.place, format!("{quotes}{feed}{}{quotes}", marked(&doc.text, &doc.found))))
}

/// Writes the file with its parts replaced.
fn write(file: &File, mut edits: Vec<Edit>) -> Result<(), String> {
    if edits.is_empty() {
        return Ok(());
    }
    let path: &str = file.name();
    let on_disk = fs::read(path).map_err(|error| error.to_string())?;
    if on_disk != file.text().as_bytes() {
        return Err("it is no plain UTF-8, or has changed since it was read".to_owned());
    }
    let mut text = file.text().to_owned();
    edits.sort_by_key(|(span, _)| *span);
    for (span, words) in edits.iter().rev() {
        text.replace_range(span.range(), words);
    }
    fs::write(path, text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{edit, update};
    use crate::examples::{Marks, run};
    use crate::rules::load::load;
    use crate::source::file::File;
    use crate::source::span::{FileSpan, Span};

    /// The file writes `source`; "Ann Lee left." has `Ann` marked, and these were found.
    #[track_caller]
    fn check(source: &str, found: &[(u32, u32)], expected: Result<&str, &str>) {
        let file = File::new("mine.toml", source);
        let place = FileSpan::new(0, source.len() as u32);
        let found = found.iter().map(|&(start, end)| Span::new(start, end)).collect();
        let doc = Marks { place, text: "Ann Lee left.".to_owned(), marked: vec![Span::new(0, 3)], found };
        let edited = edit(&file, &doc);
        assert_eq!(edited.as_ref().map(|(_, text)| text.as_str()).map_err(|(_, why)| *why), expected, "{source}");
    }

    #[test]
    fn marks_move_in_every_kind_of_plain_string() {
        check("\"[[Ann]] Lee left.\"", &[(0, 7)], Ok("\"[[Ann Lee]] left.\""));
        check("'[[Ann]] Lee left.'", &[], Ok("'Ann Lee left.'"));
        check("\"\"\"\n[[Ann]] Lee left.\"\"\"", &[(0, 7)], Ok("\"\"\"\n[[Ann Lee]] left.\"\"\""));
        check("'''[[Ann]] Lee left.'''", &[(0, 3), (4, 7)], Ok("'''[[Ann]] [[Lee]] left.'''"));
    }

    #[test]
    fn what_cannot_be_rewritten_safely_is_left_alone() {
        check("\"[[Ann]] Lee\\u0020left.\"", &[(0, 7)], Err("a text with escapes (`\\`) is not rewritten"));
        check("\"[[Ann]] Lee went.\"", &[(0, 7)], Err("the file does not write this text letter for letter"));
        check("\"[[Ann]] Lee left.\"", &[(0, 7), (4, 7)], Err("two values that were found overlap, and marks cannot"));
    }

    #[test]
    fn what_comes_with_belie_is_not_rewritten() {
        let text = "schema = 1\n[claim.keeper]\ntitle = 'Keeper'\nphrases = ['the keeper {who:person}']\nvalue = 'who'\n\
                    [[claim.keeper.example]]\ntext = 'Here is the keeper Ida Holm.'\nverdict = 'ok'\n";
        let (rules, faults) = load(&[(Arc::new(File::new("no/such/folder/keeper.toml", text)), true)]);
        assert!(faults.is_empty(), "{faults:?}");
        let mut outcomes = run(&rules, &|_| true);
        let (written, problems) = update(&rules, &mut outcomes);
        let told: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!((written, told), (0, vec!["this example comes with belie and is not rewritten"]));
        assert!(!outcomes[0].faults.is_empty());
    }
}
