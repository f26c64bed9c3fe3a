//! Reads the examples under a rule: their texts, and the values marked `[[…]]` in them.

use super::example::{Example, ExampleDoc, Expected, unmark};
use super::fault::Fault;
use super::faults::Faults;
use super::section::Section;
use super::text::Text;

const VERDICTS: [(&str, Expected); 4] = [
    ("conflict", Expected::Conflict),
    ("ok", Expected::Ok),
    ("suspicious", Expected::Suspicious),
    ("none", Expected::None),
];

/// Reads every `[[….example]]` of a rule; only those of a claim mark values.
pub(super) fn read(rule: &mut Section<'_, '_>, of_claim: bool, faults: &mut Faults) -> Vec<Example> {
    let owner = format!("an example of {}", rule.owner());
    let sections = rule.tables("example", &owner, faults);
    sections.into_iter().enumerate().filter_map(|(at, section)| example(section, at + 1, of_claim, faults)).collect()
}

fn example(mut section: Section<'_, '_>, number: usize, of_claim: bool, faults: &mut Faults) -> Option<Example> {
    let place = section.place();
    let name = section.string("name", faults).map_or_else(|| format!("example {number}"), |text| text.value);
    let docs = docs(&mut section, faults);
    let hint = "verdict = \"ok\"";
    let verdict = if section.required("verdict", hint, faults).is_some() {
        section.one_of("verdict", &VERDICTS, faults)
    } else {
        None
    };
    let todo = section.boolean("todo", faults).unwrap_or(false);
    section.finish(faults);
    let forbidden = match verdict {
        _ if !of_claim => Some(Fault::MarksInCheck),
        Some(Expected::None) => Some(Fault::MarksWithoutClaim),
        _ => None,
    };
    let mut read = Vec::new();
    for (date, text) in docs? {
        match unmark(&text.value) {
            Ok((unmarked, values)) => {
                let marked = text.value.find("[[").filter(|_| !values.is_empty());
                if let (Some(fault), Some(at)) = (&forbidden, marked) {
                    faults.add(text.place(at..at + 2, &faults.file), fault.clone());
                }
                read.push(ExampleDoc { place: text.span, date, text: unmarked, values });
            }
            Err((at, fault)) => faults.add(text.place(at, &faults.file), fault),
        }
    }
    Some(Example { name, place, docs: read, verdict: verdict?, todo })
}

type Dated = (Option<chrono::NaiveDate>, Text);

fn docs(section: &mut Section<'_, '_>, faults: &mut Faults) -> Option<Vec<Dated>> {
    let text = section.string("text", faults);
    if !section.has("docs") {
        let _ = section.node("docs");
        if !section.has("text") {
            faults.add(section.place(), Fault::ExampleWithoutText);
        }
        return Some(vec![(None, text?)]);
    }
    if section.has("text") {
        faults.add(section.place_of("docs"), Fault::TextAndDocs);
    }
    let owner = format!("a text of {}", section.owner());
    let mut docs = Vec::new();
    let sections = section.tables("docs", &owner, faults);
    if sections.is_empty() {
        faults.add(section.place_of("docs"), Fault::ExampleWithoutText);
    }
    for mut doc in sections {
        let date = doc.date("date", faults);
        let text = doc.required_string("text", "text = \"…\"", faults);
        doc.finish(faults);
        docs.push((date, text?));
    }
    Some(docs)
}
