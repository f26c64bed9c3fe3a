//! What can be wrong with a rule file: every kind of fault with its facts, and the one place that words them.

use std::sync::Arc;

use crate::source::file::File;
use crate::source::meant::did_you_mean;
use crate::source::problem::{Mark, Problem, ProblemLevel};
use crate::source::span::FileSpan;
use crate::values::wanted_unit::WantedUnit;

/// What a phrase is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// It finds a claim.
    Claim,
    /// It marks a claim.
    Guard,
    /// It is an item of a word list.
    List,
    /// It is one of a choice's alternatives.
    Choice,
    /// It tells that a document belongs to an event.
    Cue,
}

impl Purpose {
    fn name(self) -> &'static str {
        match self {
            Self::Claim => "the phrase of a claim",
            Self::Guard => "a guard",
            Self::List => "a word list",
            Self::Choice => "a choice",
            Self::Cue => "a cue",
        }
    }
}

/// A fault in a rule file. The fields are the facts; [`Fault::into_problem`] has the words.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "the words of each fault, in one place below, say what its fields are")]
pub enum Fault {
    // The file.
    Syntax { message: String },
    DuplicateKey { key: String },
    MissingSchema { current: i64 },
    OtherSchema { found: i64, current: i64 },
    UnknownKey { key: String, owner: String, known: Vec<String> },
    MissingKey { key: &'static str, owner: String, hint: &'static str },
    WrongType { what: String, expected: &'static str, found: &'static str },
    NotADate { key: String, written: String },
    NotOneOf { key: &'static str, word: String, known: Vec<&'static str> },
    BadId { id: String },
    BadPackName { name: String },
    DuplicatePack { name: String },
    DuplicateAcross { what: &'static str, id: String },
    NeedsFaulty { what: String },
    NeedsUnreadable { what: String },
    // Lists, choices, dictionaries.
    EmptyList { what: &'static str, id: String },
    TwiceInList { item: String },
    ListRefersToItself { id: String },
    ChoiceNamedLikeType { id: String },
    ChoiceOfOne { id: String },
    SharedName { name: String },
    EmptyName,
    // Phrases.
    EmptyPhrase { purpose: Purpose },
    NothingCertain { purpose: Purpose },
    UnclosedBracket { open: char, close: char },
    TooDeep { most: usize },
    StrayBracket { bracket: char },
    EmptyAlternative { optional: bool },
    BareBar { or: String },
    GapAtEdge { start: bool },
    GapsInARow,
    GapOutOfRange { written: String, most: u32 },
    TypographicGap,
    LoneBackslash,
    TooManySpellings { most: usize },
    HereOutsideGuard { purpose: Purpose },
    HereInBrackets,
    SecondHere,
    UnknownList { name: String, known: Vec<String> },
    BadSlot { inside: String },
    SlotOutsideClaim { slot: String, purpose: Purpose },
    SlotWithoutType { slot: String, known: Vec<String> },
    UnknownSlotType { slot: String, of: String, known: Vec<String> },
    SlotTwice { slot: String },
    SlotOfTwoTypes { slot: String, first: String, second: String },
    UnusedSlotType { slot: String, known: Vec<String> },
    BadRegex { message: String },
    RegexWithoutSlots,
    GroupWithoutType { group: String, known: Vec<String> },
    RegexMatchesNothing,
    // Claims.
    NoPattern { id: String },
    UnknownValue { value: String, known: Vec<String> },
    UnknownKeyPart { part: String, known: Vec<String> },
    KeyPartTwice { part: String },
    ValueInKey { slot: String },
    FixedIsSlot { name: String },
    UnknownOffice { id: String, near: String },
    StatusWithoutValue,
    ValueWithoutStatus,
    UnknownGuard { guard: String, known: Vec<String> },
    BuiltinGuard { guard: String },
    UnknownClaim { name: String, known: Vec<String> },
    ExtendsExtended { name: String },
    SettledByItself,
    BadLasting { written: String },
    SpellingsOfNobody { slot: String },
    BadTolerance { written: String },
    ToleranceWithoutNumber { slot: String },
    UnknownCurrency { written: String },
    CurrencyWithoutMoney { slot: String },
    NoUnit { written: String },
    UnitOfOther { unit: String, kind: &'static str, slot: String },
    UnknownPlaceholder { placeholder: String, key: Vec<String> },
    // Timelines and events.
    UnknownPerson { who: String, known: Vec<String> },
    NoHolders { id: String },
    ReversedTerm { who: String },
    OverlappingTerms { first: String, second: String },
    ReversedEvent { id: String },
    NeedOutOfRange { need: i64, cues: usize },
    // Examples.
    ExampleWithoutText,
    TextAndDocs,
    UnbalancedMark { open: bool },
    NestedMark,
    EmptyMark,
    MarksInCheck,
    MarksWithoutClaim,
    // Checks.
    NoGiven,
    UnusedAlias { alias: String },
    UnknownSame { part: String, claim: String, known: Vec<String> },
    UnknownMark { mark: String, instead: Option<&'static str> },
    Unexpected { found: String, expected: &'static str },
    UnexpectedEnd { expected: &'static str },
    UnknownAlias { alias: String, known: Vec<String> },
    UnknownTerm { word: String, known: Vec<String> },
    AliasWithoutSlot { alias: String, slots: Vec<String> },
    UnknownSlotOfAlias { alias: String, slot: String, known: Vec<String> },
    UnknownFunction { function: String, known: Vec<String> },
    WrongArguments { function: &'static str, wanted: usize, found: usize },
    WrongTermType { expected: &'static str, found: &'static str },
    TypesDiffer { left: &'static str, right: &'static str },
    NoOrder { found: &'static str, range: bool },
    NotACondition { found: &'static str },
    TruthCompared,
    ChainedComparison,
    ShiftByOther,
    UnknownUnit { unit: String, known: Vec<String> },
    NoSuchDay { written: String },
    NoSuchNumber { written: String },
}

/// How a fault is told.
struct Words {
    message: String,
    label: String,
    help: Option<String>,
}

impl Fault {
    /// The fault as a problem at a place of a file.
    #[must_use]
    pub fn into_problem(self, file: &Arc<File>, at: FileSpan, related: Vec<Mark>) -> Problem {
        let Words { message, label, help } = self.words();
        Problem {
            level: ProblemLevel::Error,
            path: Arc::clone(file.name()),
            at: Some(Mark { file: Arc::clone(file), span: at, label }),
            message,
            help,
            related,
        }
    }

    #[expect(clippy::too_many_lines, reason = "every fault is worded here and nowhere else")]
    fn words(self) -> Words {
        match self {
            Self::Syntax { message } => {
                let help = syntax_help(&message);
                told(format!("this is no TOML: {message}"), "", help)
            }
            Self::DuplicateKey { key } => told(
                format!("`{key}` is given twice"),
                "second time",
                "take one of the two away, or give it another name",
            ),
            Self::MissingSchema { current } => told(
                "the version of the rule language is missing",
                "",
                format!("write `schema = {current}` as the first line"),
            ),
            Self::OtherSchema { found, current } => told(
                format!(
                    "this file is written in version {found} of the rule language, but this belie reads version {current}"
                ),
                "",
                if found > current { "use a newer belie".to_owned() } else { format!("write `schema = {current}`") },
            ),
            Self::UnknownKey { key, owner, known } => {
                told(format!("{owner} has no key `{key}`"), "unknown key", nearest_or_all(&key, &known, "keys"))
            }
            Self::MissingKey { key, owner, hint } => {
                told(format!("{owner} has no `{key}`"), format!("`{key}` is missing here"), format!("add `{hint}`"))
            }
            Self::WrongType { what, expected, found } => {
                told(format!("{what} must be {expected}"), format!("this is {found}"), "")
            }
            Self::NotADate { key, written } => told(
                format!("`{key}` must be a date"),
                format!("`{written}` is none"),
                "write year, month and day without quotation marks: `2025-10-27`",
            ),
            Self::NotOneOf { key, word, known } => {
                let known: Vec<String> = known.iter().map(|&word| word.to_owned()).collect();
                let all = format!("choose one of {}", quoted(&known));
                told(format!("`{key}` cannot be `{word}`"), "", nearest_or(&word, &known, &all))
            }
            Self::BadId { id } => told(
                format!("`{id}` cannot be a name"),
                "",
                "use letters, digits and hyphens, a letter first: `prime-minister`",
            ),
            Self::BadPackName { name } => told(
                format!("`{name}` cannot be the name of a pack"),
                "",
                "use letters, digits and hyphens, without `/`: `japan-us`",
            ),
            Self::DuplicatePack { name } => told(
                format!("there are two packs named `{name}`; the rules of this one are off"),
                "second pack of this name",
                "give this pack another `name`",
            ),
            Self::DuplicateAcross { what, id } => told(
                format!("{what} `{id}` is defined in two packs; this one is off"),
                "second time",
                "give it another id, or take one of the two away",
            ),
            Self::NeedsFaulty { what } => {
                told(format!("this is off, because {what} has a fault"), "needed here", "mend that first")
            }
            Self::NeedsUnreadable { what } => told(
                format!("this is off, because {what} cannot be found while a part of this file is unreadable"),
                "needed here",
                "mend the TOML first",
            ),
            Self::EmptyList { what, id } => {
                told(format!("the {what} `{id}` is empty"), "", "put at least one string in it, or take it away")
            }
            Self::TwiceInList { item } => {
                told(format!("`{item}` is in this list twice"), "second time", "take one away")
            }
            Self::ListRefersToItself { id } => told(
                format!("the list `{id}` contains itself"),
                "",
                format!("take `<{id}>` out of it and out of the lists that it names"),
            ),
            Self::ChoiceNamedLikeType { id } => told(
                format!("a choice cannot be named `{id}`, because a type of slots has that name"),
                "",
                format!("give it another name: `{id}-kind`"),
            ),
            Self::ChoiceOfOne { id } => told(
                format!("the choice `{id}` leaves nothing to choose"),
                "",
                "give it at least two alternatives, each with its phrases",
            ),
            Self::SharedName { name } => told(
                format!("`{name}` stands for two entries"),
                "second entry",
                "give the name to one of the two alone",
            ),
            Self::EmptyName => told("a name has no letters", "", "write the name, or take the string away"),
            Self::EmptyPhrase { purpose } => told(
                format!("this phrase is empty: {} must match something", purpose.name()),
                "",
                "write the words to find",
            ),
            Self::NothingCertain { purpose } => told(
                format!(
                    "this phrase would match nearly everything: {} needs a word, a mark or a typed slot that must be there",
                    purpose.name()
                ),
                "all of it may be missing, or be any word",
                "take one word out of its `[…]`, or add one",
            ),
            Self::TooDeep { most } => told(
                format!("more than {most} brackets stand inside one another"),
                "one too many",
                "write the inner ones as a `[list]` of their own, or as several phrases or checks",
            ),
            Self::UnclosedBracket { open, close } => told(
                format!("`{open}` is never closed"),
                "opened here",
                format!("add `{close}`, or write `\\{open}` for the character itself"),
            ),
            Self::StrayBracket { bracket } => told(
                format!("`{bracket}` closes nothing"),
                "",
                format!("take it away, or write `\\{bracket}` for the character itself"),
            ),
            Self::EmptyAlternative { optional } => told(
                "an alternative is empty",
                "nothing to match",
                if optional {
                    "write words between the brackets and bars"
                } else {
                    "for words that may be missing, write `[a|b]`"
                },
            ),
            Self::BareBar { or } => told(
                "outside brackets, `|` is the border of a table cell",
                "",
                format!("for one or the other, write `({or})`; for a border, put blanks around it"),
            ),
            Self::GapAtEdge { start } => told(
                format!("nothing stands {} this gap", if start { "before" } else { "behind" }),
                "this gap",
                if start {
                    "begin the phrase with what must be there"
                } else {
                    "end the phrase with what must be there"
                },
            ),
            Self::GapsInARow => told("two gaps stand side by side", "", "write one gap with the sum of both"),
            Self::GapOutOfRange { written, most } => told(
                format!("a gap cannot be {written} words wide"),
                "",
                format!("write a number from 1 to {most}, or `...` alone for up to {most}"),
            ),
            Self::TypographicGap => told("a gap is written with three points", "this is one character", "write `...`"),
            Self::LoneBackslash => told("a phrase cannot end with `\\`", "", "write `\\\\` for the character itself"),
            Self::TooManySpellings { most } => {
                told(format!("these brackets make more than {most} spellings"), "", "write two phrases, or a list")
            }
            Self::HereOutsideGuard { purpose } => told(
                format!("`@` stands for the match, which {} does not have", purpose.name()),
                "",
                "move it to `unless` or a `[guard.…]`, or write `\\@` for the character itself",
            ),
            Self::HereInBrackets => told("`@` cannot stand in brackets", "", "write a phrase for each place of `@`"),
            Self::SecondHere => told(
                "a guard has one `@`, because a match stands in one place",
                "second `@`",
                "write a phrase for each",
            ),
            Self::UnknownList { name, known } => {
                told(format!("there is no list `{name}`"), "", nearest_or(&name, &known, "write it under `[list]`"))
            }
            Self::BadSlot { inside } => {
                told(format!("`{{{inside}}}` is no slot"), "", "write the slot's name and its type: `{who:person}`")
            }
            Self::SlotOutsideClaim { slot, purpose } => told(
                format!("{} keeps no values, so `{{{slot}}}` cannot stand here", purpose.name()),
                "",
                "write words or a `<list>` instead",
            ),
            Self::SlotWithoutType { slot, known } => told(
                format!("the slot `{slot}` has no type"),
                "",
                nearest_or(
                    &slot,
                    &known,
                    &format!("write it behind a colon, like `{{{slot}:date}}`; types are {}", quoted(&known)),
                ),
            ),
            Self::UnknownSlotType { slot, of, known } => told(
                format!("the slot `{slot}` asks for `{of}`, which is neither a type nor a choice"),
                "",
                nearest_or_all(&of, &known, "types"),
            ),
            Self::SlotTwice { slot } => told(
                format!("the slot `{slot}` stands twice in this phrase, but holds one value"),
                "second time",
                "give one of the two another name",
            ),
            Self::SlotOfTwoTypes { slot, first, second } => told(
                format!("the slot `{slot}` is `{second}` here, but `{first}` before, and these cannot be compared"),
                "",
                "use another name for one of the two",
            ),
            Self::UnusedSlotType { slot, known } => {
                told(format!("no phrase has the slot `{slot}`"), "", nearest_or_all(&slot, &known, "slots"))
            }
            Self::BadRegex { message } => {
                told(format!("this regex cannot be read: {message}"), "", "see https://docs.rs/regex for the syntax")
            }
            Self::RegexWithoutSlots => told(
                "this regex keeps no value, because it has no named group",
                "",
                "name a group like the slot it fills: `(?P<who>…)`",
            ),
            Self::GroupWithoutType { group, known } => told(
                format!("the group `{group}` has no type"),
                "",
                nearest_or(&group, &known, &format!("say what it reads: `slot = {{ {group} = \"person\" }}`")),
            ),
            Self::RegexMatchesNothing => told(
                "this regex also matches where nothing stands",
                "",
                "demand at least one character outside `?` and `*`",
            ),
            Self::NoPattern { id } => told(
                format!("claim `{id}` has nothing to look for"),
                "",
                "add `phrases = [\"…\"]`, or take over those of another claim with `extends = \"…\"`",
            ),
            Self::UnknownValue { value, known } => told(
                format!("`value` names `{value}`, but no phrase has such a slot"),
                "",
                nearest_or_all(&value, &known, "slots"),
            ),
            Self::UnknownKeyPart { part, known } => told(
                format!("`key` names `{part}`, but no phrase has such a slot"),
                "",
                nearest_or_all(&part, &known, "slots"),
            ),
            Self::KeyPartTwice { part } => {
                told(format!("`{part}` is in the key twice"), "second time", "take one away")
            }
            Self::ValueInKey { slot } => told(
                format!(
                    "`{slot}` is the value, so it cannot be a part of the key: claims with different values would never meet"
                ),
                "",
                "take it out of `key`",
            ),
            Self::FixedIsSlot { name } => {
                told(format!("`{name}` is fixed here and a slot in `key` as well"), "", "take it out of one of the two")
            }
            Self::UnknownOffice { id, near } => {
                told(format!("there is no timeline `{id}`"), "", format!("did you mean `{near}`?"))
            }
            Self::StatusWithoutValue => {
                told("`status` is only read where `value = \"@status\"`", "", "take it away, or compare the status")
            }
            Self::ValueWithoutStatus => {
                told("`@status` needs the guards that tell a former holder", "", "add `status = [\"former\"]`")
            }
            Self::UnknownGuard { guard, known } => {
                told(format!("there is no guard `{guard}`"), "", nearest_or_all(&guard, &known, "guards"))
            }
            Self::BuiltinGuard { guard } => told(
                format!("the guard `{guard}` is built in and cannot be written anew"),
                "",
                "give yours another name and list it in `guards`",
            ),
            Self::UnknownClaim { name, known } => {
                // A claim of just this name in another pack is nearer than any slip of the pen.
                let elsewhere = known.iter().find(|known| known.ends_with(&format!("/{name}")));
                let help = match elsewhere {
                    Some(known) => format!("did you mean `{known}`?"),
                    None => nearest_or(&name, &known, "a claim of another pack is written `pack/claim`"),
                };
                told(format!("there is no claim `{name}`"), "", help)
            }
            Self::ExtendsExtended { name } => told(
                format!("`{name}` extends another claim itself, and `extends` reaches one level"),
                "",
                "extend the first one",
            ),
            Self::SettledByItself => {
                told("a claim cannot settle itself", "", "name the claim that explains the difference")
            }
            Self::BadLasting { written } => told(
                format!("`{written}` is no length of time"),
                "",
                "write `\"60 days\"`, in days, weeks, months or years, or `\"always\"`",
            ),
            Self::SpellingsOfNobody { slot } => told(
                format!("`compare = \"spellings\"` is for names and codes, but the value `{slot}` is none"),
                "",
                "take it away, or compare a `{…:person}`, `{…:org}`, `{…:code}` or `{…:identifier}`",
            ),
            Self::BadTolerance { written } => told(
                format!("`{written}` is no tolerance"),
                "",
                "write a share of at most a half in quotation marks: `\"5%\"`",
            ),
            Self::ToleranceWithoutNumber { slot } => {
                told(format!("`tolerance` is for numbers, but the value `{slot}` is none"), "", "take it away")
            }
            Self::UnknownCurrency { written } => told(
                format!("`{written}` is no currency"),
                "",
                "write its code of three capital letters: `EUR`, `USD`, `JPY`",
            ),
            Self::CurrencyWithoutMoney { slot } => told(
                format!("`currency` is for money, but the value `{slot}` is none"),
                "",
                "take it away, or compare a `{…:money}`",
            ),
            Self::NoUnit { written } => {
                let known: Vec<String> = WantedUnit::known().map(str::to_owned).collect();
                let advice = "write its symbol: `km`, `kg`, `m2`, `km/h`, `°C`; `%` or `pp` for shares";
                let help = match WantedUnit::meant(&written) {
                    Some(unit) => format!("did you mean `{unit}`?"),
                    None => nearest_or(&written, &known, advice),
                };
                told(format!("`{written}` is no unit"), "", help)
            }
            Self::UnitOfOther { unit, kind, slot } => told(
                format!("`{unit}` is a unit of `{kind}`, but the value `{slot}` is none"),
                "",
                format!("take it away, or compare a `{{…:{kind}}}`"),
            ),
            Self::UnknownPlaceholder { placeholder, key } => told(
                format!("`{placeholder}` stands for nothing"),
                "",
                std::iter::once("a message has `{a}` and `{b}` for two values, `{values}` for all".to_owned())
                    .chain(key.iter().map(|part| format!("`{{{part}}}`")))
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
            Self::UnknownPerson { who, known } => told(
                format!("there is no person `{who}`"),
                "",
                nearest_or(&who, &known, "write an id of `[person]`, or the full name: `Ann Lee`"),
            ),
            Self::NoHolders { id } => told(
                format!("the timeline `{id}` has no holders"),
                "",
                "add at least one `{ who = \"…\", from = 2020-01-31 }`",
            ),
            Self::ReversedTerm { who } => told(
                format!("the term of `{who}` ends before it begins, or on the same day"),
                "",
                "`to` is the day on which the next term begins",
            ),
            Self::OverlappingTerms { first, second } => told(
                format!("the term of `{second}` begins before that of `{first}` is over"),
                "",
                "`to` is the day on which the next term begins; only the last holder has none",
            ),
            Self::ReversedEvent { id } => {
                told(format!("the event `{id}` ends before it begins"), "", "swap `from` and `to`")
            }
            Self::NeedOutOfRange { need, cues } => told(
                format!("`need` is {need}, but the event has {cues} cue{}", if cues == 1 { "" } else { "s" }),
                "",
                format!("write a number from 1 to {cues}"),
            ),
            Self::ExampleWithoutText => told(
                "this example has no text",
                "",
                "add `text = \"…\"`, or `docs = [{ text = \"…\" }, …]` for several articles",
            ),
            Self::TextAndDocs => {
                told("this example has both `text` and `docs`", "", "write one article as `text`, several as `docs`")
            }
            Self::UnbalancedMark { open: true } => {
                told("`[[` is never closed", "opened here", "add `]]` behind the value")
            }
            Self::UnbalancedMark { open: false } => told("`]]` closes nothing", "", "add `[[` before the value"),
            Self::NestedMark => {
                told("a value cannot be marked inside another", "", "close the first one with `]]` before this")
            }
            Self::EmptyMark => told("nothing is marked here", "", "put the words of the value between `[[` and `]]`"),
            Self::MarksInCheck => told(
                "the examples of a check mark no values",
                "",
                "take `[[` and `]]` away; mark values in the examples of the claims",
            ),
            Self::MarksWithoutClaim => told(
                "an example with the verdict `none` says that there is no claim, but it marks a value",
                "",
                "take `[[` and `]]` away, or choose another verdict",
            ),
            Self::NoGiven => told(
                "`given` names no claim",
                "",
                "name at least one: `given = { start = \"visit-start\", end = \"visit-end\" }`",
            ),
            Self::UnusedAlias { alias } => {
                told(format!("`require` never uses `{alias}`"), "", "use it there, or take it out of `given`")
            }
            Self::UnknownSame { part, claim, known } => told(
                format!("`same` names `{part}`, but the key of the claim `{claim}` has no such part"),
                "",
                nearest_or(&part, &known, "add it to the `key` of that claim, or take it away here"),
            ),
            Self::UnknownMark { mark, instead } => told(
                format!("`{mark}` means nothing here"),
                "",
                instead.map(|instead| format!("write `{instead}`")).unwrap_or_default(),
            ),
            Self::Unexpected { found, expected } => {
                told(format!("`{found}` cannot stand here"), format!("expected {expected}"), "")
            }
            Self::UnexpectedEnd { expected } => told("this ends too early", format!("expected {expected}"), ""),
            Self::UnknownAlias { alias, known } => {
                told(format!("`given` has no `{alias}`"), "", nearest_or_all(&alias, &known, "names"))
            }
            Self::UnknownTerm { word, known } => told(
                format!("`{word}` is neither a name of `given` nor a value"),
                "",
                nearest_or(&word, &known, "write a slot like `start.when`, a function, a number, a weekday or a date"),
            ),
            Self::AliasWithoutSlot { alias, slots } => told(
                format!("`{alias}` is a claim; say which of its slots is meant"),
                "",
                slots.first().map(|slot| format!("write `{alias}.{slot}`")).unwrap_or_default(),
            ),
            Self::UnknownSlotOfAlias { alias, slot, known } => {
                told(format!("the claim `{alias}` has no slot `{slot}`"), "", nearest_or_all(&slot, &known, "slots"))
            }
            Self::UnknownFunction { function, known } => {
                told(format!("there is no function `{function}`"), "", nearest_or_all(&function, &known, "functions"))
            }
            Self::WrongArguments { function, wanted, found } => told(
                format!("`{function}` takes {wanted} term{}, not {found}", if wanted == 1 { "" } else { "s" }),
                "",
                format!("write `{function}({})`", vec!["…"; wanted].join(", ")),
            ),
            Self::WrongTermType { expected, found } => {
                told(format!("this must be {expected}"), format!("this is of the type `{found}`"), "")
            }
            Self::TypesDiffer { left, right } => {
                told(format!("`{left}` cannot be compared with `{right}`"), "", "compare values of one type")
            }
            Self::NoOrder { found, range } => told(
                format!("values of the type `{found}` have no order"),
                "",
                if range { "compare its ends: `start(…)`, `end(…)`" } else { "compare with `==` or `!=`" },
            ),
            Self::NotACondition { found } => told(
                "this is no condition",
                format!("a value of the type `{found}`"),
                "compare it with something: `… < …`",
            ),
            Self::TruthCompared => told("`exists` is a condition by itself", "", "take the comparison away"),
            Self::ChainedComparison => {
                told("only two terms can be compared at once", "", "join two comparisons with `and`")
            }
            Self::ShiftByOther => {
                told("only a duration can be added or taken away", "", "write `+ 3 days` or `- 1 week`")
            }
            Self::UnknownUnit { unit, known } => told(
                format!("`{unit}` is no unit of time"),
                "",
                nearest_or(&unit, &known, "write days, weeks, months, years, hours, minutes, seconds or nights"),
            ),
            Self::NoSuchDay { written } => told(format!("the calendar has no day `{written}`"), "", ""),
            Self::NoSuchNumber { written } => told(format!("`{written}` is no number"), "", ""),
        }
    }
}

/// Words of which label and help may be empty.
fn told(message: impl Into<String>, label: impl Into<String>, help: impl Into<String>) -> Words {
    let help = Some(help.into()).filter(|help| !help.is_empty());
    Words { message: message.into(), label: label.into(), help }
}

/// "did you mean", else all that is known.
fn nearest_or_all(word: &str, known: &[String], what: &str) -> String {
    did_you_mean(word, known, || match known {
        [] => format!("there are no {what}"),
        known => format!("known {what}: {}", quoted(known)),
    })
}

/// "did you mean", else the advice.
fn nearest_or(word: &str, known: &[String], advice: &str) -> String {
    did_you_mean(word, known, || advice.to_owned())
}

fn quoted(words: &[String]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// What mostly cures a syntax error, by the parser's own words.
fn syntax_help(message: &str) -> &'static str {
    if message.contains("date") || message.contains("time") {
        "write a day of the calendar as year, month and day: `2025-10-27`"
    } else if message.contains("string") {
        "close the string with the quotation mark it began with; a text of several lines stands between `\"\"\"`"
    } else if message.contains("array") {
        "separate the items with `,` and close the list with `]`"
    } else if message.contains("inline table") {
        "separate the entries with `,` and close the braces with `}`"
    } else if message.contains("table") || message.contains("header") {
        "a header stands in a line of its own: `[claim.visit-start]`"
    } else if message.contains("key") {
        "write `name = value` in a line of its own; texts stand in quotation marks"
    } else {
        "texts stand in quotation marks, lists in `[…]`, dates as `2025-10-27`"
    }
}
