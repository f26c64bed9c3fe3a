//! Finds where texts contradict each other or themselves, every side quoted and placed.
//!
//! Rules say what to look for; a document is read for claims; claims about one thing are compared, and what cannot both
//! hold becomes a finding with all its sides. No model, no network, no clock: the same texts and rules give the same
//! findings on every run.
//!
//! ```
//! use std::sync::Arc;
//!
//! use belie::check::check;
//! use belie::rules::{builtin, load};
//! use belie::source::file::File;
//! use belie::source::read::{Format, document};
//!
//! let packs: Vec<_> = builtin::packs().map(|file| (Arc::new(file), true)).collect();
//! let (rules, faults) = load::load(&packs);
//! assert!(faults.is_empty());
//!
//! let text = "The mayor of Lindhaven, Greta Lund, spoke first. Nora Fels, the mayor of Lindhaven, left early.";
//! let documents = [document(Arc::new(File::new("a.txt", text)), Format::Plain)];
//! let checked = check(&rules, &documents, None);
//!
//! let [finding] = &checked.findings[..] else { panic!("one finding") };
//! assert_eq!(finding.rule, "offices/office-holder");
//! let said: Vec<&str> = finding.sides.iter().map(|side| side.value.as_str()).collect();
//! assert_eq!(said, ["Greta Lund", "Nora Fels"]);
//! let first = &finding.sides[0].evidence[0];
//! assert_eq!(first.file.slice(first.span), "Greta Lund");
//! ```
//!
//! # Layers
//!
//! Each imports only from those above it in this list:
//!
//! 1. [`source`]: texts and places, from bytes on disk to sentences of words, and back to a line and a column
//! 2. [`values`]: typed values, found in prose, written down, compared
//! 3. [`rules`]: rule files, checked as a whole and made ready to run
//! 4. [`claims`]: what each document says
//! 5. [`conflicts`]: what cannot both hold
//! 6. [`mod@check`]: documents and rules in, findings out
//! 7. [`examples`]: the tests that rules carry
//! 8. [`report`]: one model, one small file for each form
//! 9. [`cli`]: what was typed, what it means, and what comes of it

pub mod check;
pub mod claims;
pub mod cli;
pub mod conflicts;
pub mod coverage;
pub mod examples;
pub mod report;
pub mod rules;
pub mod source;
pub mod values;
