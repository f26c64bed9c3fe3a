//! Findings made up for the tests of this room.

use std::sync::Arc;

use super::finding::{Finding, Side, Status, Verdict};
use crate::claims::claim::{Evidence, When};
use crate::rules::severity::Severity;
use crate::source::file::File;
use crate::source::span::FileSpan;

/// A finding with a side for each group of `sides`, a value and the files that say it: `Holm=a,b Berg=c`. The words of
/// each claim are those behind a colon, else the value: `Holm=a:she,b`. The claim stands on bytes 4 to 8 of its file.
pub(super) fn finding(sides: &str, files: &[Arc<File>]) -> Finding {
    let side = |(value, places): (&str, &str)| Side {
        value: value.to_owned(),
        shown: value.to_owned(),
        role: None,
        evidence: places.split(',').map(|place| evidence(place, value, files)).collect(),
    };
    Finding {
        id: String::new(),
        rule: "offices/mayor".to_owned(),
        title: String::new(),
        verdict: Verdict::Conflict,
        severity: Severity::Error,
        status: Status::New,
        message: String::new(),
        key: vec![("place".to_owned(), "Lind".to_owned())],
        about: String::new(),
        sides: sides.split(' ').map(|group| side(group.split_once('=').unwrap())).collect(),
        remarks: Vec::new(),
        help: String::new(),
    }
}

/// Files with these names, one for each letter.
pub(super) fn files(names: &str) -> Vec<Arc<File>> {
    names.chars().map(|name| Arc::new(File::new(name.to_string(), "123456789"))).collect()
}

fn evidence(place: &str, value: &str, files: &[Arc<File>]) -> Evidence {
    let (name, quote) = place.split_once(':').unwrap_or((place, value));
    Evidence {
        file: files.iter().find(|file| &**file.name() == name).unwrap().clone(),
        span: FileSpan::new(4, 8),
        quote: quote.to_owned(),
        sentence: "".into(),
        sentence_span: FileSpan::new(4, 8),
        block_span: FileSpan::new(4, 8),
        when: When::Unknown,
        said_by: None,
    }
}
