//! Finding companies and bodies in a document: capitalised words with a word of bodies among them, acronyms, and what the
//! dictionary knows.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::dateline::dateline_place;
use super::names::{Alias, Names};
use super::org::{Org, is_acronym, is_short_for};
use super::vocabulary::{Class, Classes};
use super::{currency_code, number_words, unit_table};
use crate::source::document::Document;
use crate::source::token::TokenKind;

/// Every body that is named, by first token.
pub(crate) fn read(document: &Document, classes: &Classes, names: &Names) -> Vec<(Range<usize>, Org)> {
    let mut found = Vec::new();
    let mut introduced = FxHashMap::default();
    let mut at = 0;
    while let Some(start) = classes.next(at, Class::CAPITAL) {
        at = start;
        let Some(end) = name_at(document, classes, names, &introduced, at) else {
            at += 1;
            continue;
        };
        let acronym = acronym_behind(document, end);
        // "Riverton Port and Fisheries Authority (RPFA)": the acronym tells where the name begins.
        let behind = found.last().map_or(0, |(last, _): &(Range<usize>, Org)| last.end);
        at = acronym.and_then(|acronym| beginning(document, classes, acronym, at..end, behind)).unwrap_or(at);
        let words = document.prose.slice(document.span(at, end));
        let org = match introduced.get(words) {
            Some(full) => Org { name: String::clone(full) },
            None => Org::named(words, names),
        };
        if let Some(acronym) = acronym {
            introduced.entry(acronym).or_insert_with(|| org.name.clone());
        }
        found.push((at..end, org));
        at = end;
    }
    found
}

/// Where a name begins by the letters of its acronym, if in front of where it was found and behind the token `behind`.
fn beginning(
    document: &Document,
    classes: &Classes,
    acronym: &str,
    name: Range<usize>,
    behind: usize,
) -> Option<usize> {
    let stands_for = |start: usize| is_short_for(acronym, document.prose.slice(document.span(start, name.end)));
    if stands_for(name.start) {
        return None;
    }
    let joins = |at: usize| matches!(document.word(at), "and" | "of" | "for" | "&" | "the" | "on");
    let goes_back = |at: &usize| {
        let class = classes.at(*at);
        !classes.at(at + 1).is(Class::START) && (class.is(Class::CAPITAL) || joins(*at))
    };
    let starts = (behind.max(name.start.saturating_sub(LONGEST))..name.start).rev().take_while(goes_back);
    starts.into_iter().find(|&at| classes.at(at).is(Class::CAPITAL) && stands_for(at))
}

/// How many tokens an acronym is looked for in front of what was found.
const LONGEST: usize = 8;

/// The end of the name that begins at `at`.
fn name_at(
    document: &Document,
    classes: &Classes,
    names: &Names,
    introduced: &FxHashMap<&str, String>,
    at: usize,
) -> Option<usize> {
    if classes.at(at).is(Class::ALIAS) {
        let mut aliases = names.aliases().all(document, at);
        if let Some((end, _)) = aliases.find(|(_, alias)| matches!(alias, Alias::Org(_))) {
            return Some(end);
        }
    }
    let class = classes.at(at);
    if class.is(Class::TITLED) {
        return None;
    }
    body_at(document, classes, at).or_else(|| {
        let alone = !class.is(Class::NO_BODY
            | Class::IN_PLACE
            | Class::IN_OFFICE
            | Class::SUFFIX
            | Class::CALENDAR
            | Class::LEGAL);
        let among_capitals = (!document.glued(at) && classes.before(at).is(Class::CAPITALS))
            || (!document.glued(at + 1) && classes.at(at + 1).is(Class::CAPITALS));
        // Longer capitals open datelines and shout; bodies are spoken of.
        let before = at.checked_sub(1).map_or("", |before| document.word(before));
        let spoken_of = document.raw(at).len() <= 4
            || (!class.is(Class::START) && (before == "(" || before.starts_with(|c: char| c.is_ascii_lowercase())));
        // "RIVERTON, May 3 —" is a place, and "RV-450" a thing.
        let dateline = class.is(Class::START) && dateline_place(document, at).is_some();
        let model = document.word(at + 1) == "-"
            && document.glued(at + 1)
            && document.word(at + 2).starts_with(|c: char| c.is_ascii_digit());
        let dotted = class.is(Class::INITIAL) && document.raw(at).len() >= 4;
        // "a camera called ORLA"
        let thing = matches!(before, "called" | "named" | "dubbed" | "codenamed" | "nicknamed" | "christened");
        // "NOTE. Nobody": a word in capitals.
        let word = class.is(Class::COMMON | Class::BODY | Class::LAND) && document.raw(at).len() >= 4;
        let acronym = (class.is(Class::CAPITALS) || dotted) && is_acronym(document.raw(at)) && !thing && !word;
        (acronym && alone && spoken_of && !dateline && !model && !among_capitals && !class.is(Class::IN_PERSON))
            .then_some(at + 1)
            .filter(|_| !is_unit(document, at) && !is_state(document, classes, at))
            // "HOLT (née Berg), Ann"
            .filter(|_| !(document.word(at + 1) == "(" && matches!(document.word(at + 2), "née" | "nee" | "born")))
            .filter(|_| !is_in_code(document, at) && !begins_code(document, at))
            .filter(|_| !may_be_a_name(document, classes, at, introduced) && !names_a_part(document, classes, at))
    })
}

/// Whether capitals beside a number are what it is of: `NOK 20m`, `300 CHF`, `3 GB`.
fn is_unit(document: &Document, at: usize) -> bool {
    let number = |at: usize| document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number);
    // "20 USD", "5 million SEK", "2mil SEK"
    let behind = at.checked_sub(1).is_some_and(|before| {
        number(before)
            || number_words::scale(document.word(before)).is_some()
            || document.glued(before) && before > 0 && number(before - 1)
    });
    let raw = document.raw(at);
    // "NZ$800,000"
    if document.word(at + 1) == "$" && document.glued(at + 1) {
        return true;
    }
    // "Revenue, NOK m", "SEK million" at the head of a column
    let head = matches!(document.word(at + 1), "m" | "mn" | "bn" | "k" | "million" | "billion" | "thousand");
    head && currency_code::known_code(raw).is_some()
        || behind && (currency_code::known_code(raw).is_some() || unit_table::of_spelling(raw).is_some())
        || number(at + 1) && currency_code::known_code(raw).is_some()
}

/// Whether capitals and the number behind them are a code: "KA 4417", but "NATO 2030", "BBC 2".
fn begins_code(document: &Document, at: usize) -> bool {
    let number = document.tokens().get(at + 1).is_some_and(|token| token.kind == TokenKind::Number);
    let digits = document.word(at + 1);
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    number
        && document.raw(at).len() <= 3
        && digits.len() >= 3
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !year
}

/// Whether capitals that can be said as a word name a thing as well as a body, and nothing beside them says which: "LYRA, the main
/// camera", "the LUMEN trial", but "told IRNA", "NATO".
fn may_be_a_name(document: &Document, classes: &Classes, at: usize, introduced: &FxHashMap<&str, String>) -> bool {
    const KNOWN: [&str; 16] = [
        "nato", "unesco", "unicef", "opec", "asean", "fifa", "uefa", "nasa", "fema", "interpol", "europol", "ecowas",
        "osce", "apec", "iaea", "esa",
    ];
    let word = document.word(at);
    let vowels = word.bytes().filter(|byte| b"aeiouy".contains(byte)).count();
    if word.len() < 4 || vowels < 2 || KNOWN.contains(&word) || introduced.contains_key(document.raw(at)) {
        return false;
    }
    let next = document.word(at + 1);
    let speaks =
        matches!(next, "said" | "says" | "told" | "reported" | "reports" | "announced" | "officials" | "spokesman")
            || matches!(next, "spokeswoman" | "spokesperson" | "chief" | "agency" | "staff" | "members" | "'s" | ")");
    let before = at.checked_sub(1).map_or("", |before| document.word(before));
    let thing = !classes.at(at + 1).is(Class::CAPITAL)
        && matches!(
            next,
            "trial" | "study" | "project" | "mission" | "satellite" | "probe" | "telescope" | "camera" | "tablet"
        );
    let led = matches!(
        before,
        "the" | "told" | "by" | "agency" | "of" | "with" | "from" | "to" | "at" | "(" | "for" | "joined"
    );
    thing || !speaks && !led
}

/// Whether capitals are the beginning of a longer name, whose next word tells: "on QRB Channel 4", "the tanker (QRB Toveld)", but
/// "QRB President Toveld", "QRB News", "the QRB London office".
fn names_a_part(document: &Document, classes: &Classes, at: usize) -> bool {
    let next = classes.at(at + 1);
    let follows = next.is(Class::CAPITAL) && !next.is(Class::START) && !document.glued(at + 1);
    let channel = matches!(document.word(at + 1), "channel" | "info" | "radio" | "road" | "street" | "line" | "tower");
    let bracketed = at.checked_sub(1).is_some_and(|before| document.word(before) == "(")
        && document.word(at + 2) == ")"
        && !next.is(Class::IN_OFFICE | Class::TITLE | Class::BODY);
    follows && (channel || bracketed)
}

/// Whether capitals are the end of a code: `23/0456/FUL`, `G-VELD`.
fn is_in_code(document: &Document, at: usize) -> bool {
    let number = |at: usize| document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let joint = matches!(at.checked_sub(1).map(|before| document.word(before)), Some("-" | "/"));
    let Some(before) = at.checked_sub(1 + usize::from(joint)).filter(|_| document.glued(at)) else { return false };
    number(before) || joint && document.glued(at - 1) && document.raw(before).len() == 1
}

/// Whether capitals behind a name and a comma are the state or the district that it lies in: "Velden, D.C.,", "Velden, TX".
fn is_state(document: &Document, classes: &Classes, at: usize) -> bool {
    let Some(name) = at.checked_sub(2).filter(|&name| document.word(name + 1) == "," && !document.glued(at)) else {
        return false;
    };
    let letters = document.raw(at).bytes().filter(u8::is_ascii_uppercase);
    let stops = matches!(document.word(at + 1), "" | "," | "." | ")" | "-" | ";")
        || document.word(at + 1).starts_with(|c: char| c.is_ascii_digit());
    classes.at(name).is(Class::CAPITAL) && letters.count() == 2 && stops
}

/// The end of a run of capitalised words with a word of bodies in it: "Riverton City Council", "Bank of Riverton".
fn body_at(document: &Document, classes: &Classes, at: usize) -> Option<usize> {
    let first = classes.at(at);
    // "Royal School of Mines"
    let royal = document.word(at) == "royal";
    if !royal
        && first.is(Class::OPENER
            | Class::TITLE
            | Class::CALENDAR
            | Class::LEGAL
            | Class::OFFICE_HERE
            | Class::IN_PERSON)
        && !first.is(Class::BODY)
    {
        return None;
    }
    if document.glued(at) && matches!(document.word(at - 1), "-" | "'" | "/") {
        return None;
    }
    // The end behind the last word that completes the name so far.
    let mut whole = None;
    let mut end = at;
    let mut capitals = 0;
    let mut body = false;
    let mut joint = false;
    // Whether "of" or the like led to the words at hand, and whether "and" joined two fields among them.
    let (mut led, mut joined) = (false, false);
    while end < classes.len() && end - at < 12 {
        let class = classes.at(end);
        if end > at && class.is(Class::START) {
            break;
        }
        if let Some(behind) = fields_at(document, classes, end, led).filter(|_| end > at) {
            // "Fire and Rescue Service", "Ministry of Culture, Media and Sport".
            whole = Some(behind).filter(|_| led).or(whole);
            joined = true;
            capitals += 1;
            end = behind;
            continue;
        }
        if end > at && document.glued(end) {
            // "U.S.-Japan Council" is no name: the hyphen joins two countries.
            let next = classes.at(end + 1);
            let hyphen = document.word(end) == "-"
                && document.glued(end + 1)
                && next.is(Class::CAPITAL)
                && !next.is(Class::IN_PLACE);
            // "Economic Co-operation"
            let co = document.word(end) == "-" && classes.at(end - 1).is(Class::CAPITAL) && is_co(document, end - 1);
            let company = document.word(end) == "," && classes.at(end + 1).is(Class::LEGAL);
            // "Riverton Magistrates' Court"
            let before = classes.at(end - 1);
            let owners = document.word(end) == "'"
                && !document.glued(end + 1)
                && next.is(Class::BODY)
                && document.word(end - 1).ends_with('s')
                && before.is(Class::CAPITAL)
                && !before.is(Class::IN_PLACE | Class::IN_PERSON);
            if owners {
                end += 1;
                continue;
            }
            if !hyphen && !co && !company {
                break;
            }
            end += 1;
            if company && classes.at(end).is(Class::CAPITAL) && capitals > 0 {
                whole = Some(end + 1);
                break;
            }
            capitals += 1;
            end += 1;
            whole = Some(end).filter(|_| co && led).or(whole);
            continue;
        }
        // "Toveld & Sons plc", "Toveld & Co"
        if document.word(end) == "&" && capitals > 0 && classes.at(end + 1).is(Class::CAPITAL) {
            let legal = (end + 1..end + 3).find(|&at| classes.at(at).is(Class::LEGAL));
            if let Some(legal) = legal {
                return Some(legal + 1);
            }
        }
        // "Toveld Brothers plc"
        if class.is(Class::LEGAL) && document.raw(end) == "plc" && capitals > 0 && !document.glued(end) {
            return Some(end + 1);
        }
        if class.is(Class::CAPITAL) {
            let firm = class.is(Class::LEGAL) && class.is(Class::CAPITALS);
            let apart = class.is(Class::CALENDAR | Class::OFFICE_HERE | Class::IN_PERSON)
                || (class.is(Class::OPENER | Class::TITLE) && !class.is(Class::BODY | Class::COMMON) && !firm);
            if apart && end > at {
                break;
            }
            capitals += 1;
            if class.is(Class::LEGAL) && !is_co(document, end) {
                whole = (capitals > 1).then_some(end + 1).or(whole);
                break;
            }
            // "Health and Safety Executive"
            let executive = document.word(end) == "executive" && joined;
            let names_body = (class.is(Class::BODY) || executive) && !class.is(Class::IN_PLACE);
            body |= names_body;
            if capitals > 1 && (names_body || led) {
                whole = Some(end + 1);
            }
            joint = false;
        } else if matches!(document.word(end), "of" | "for" | "and" | "on" | "&") && body && !joint && end > at {
            // "Department of State", "Council on Foreign Relations", "Strategic and International Studies".
            let and = matches!(document.word(end), "and" | "&");
            let next = classes.at(end + 1);
            let two = and && (!has_of(document, at..end) || is_body_itself(document, classes, end + 1));
            if !next.is(Class::CAPITAL) || next.is(Class::OPENER | Class::OFFICE_HERE | Class::IN_PERSON) || two {
                break;
            }
            joint = true;
            led = true;
        } else if document.word(end) == "the" && joint && classes.at(end + 1).is(Class::CAPITAL) {
            // "Department of the Interior".
        } else {
            break;
        }
        end += 1;
    }
    // "Ann Lee, 46, of Riverton Court, Marn": a house.
    let home =
        document.word(at.wrapping_sub(1)) == "of" && matches!(document.word(at.wrapping_sub(2)), "," | ")") && at > 2;
    let whole =
        whole.filter(|&end| !(home && end == at + 2 && document.word(end - 1) == "court" && document.word(end) == ","));
    // "Riverton Media City", "Bank Street": a place on the map.
    whole.filter(|&end| !classes.at(end).is(Class::LAND) || !goes_on(document, classes, end))
}

/// Whether the name goes on with the capitalised word at `at`.
fn goes_on(document: &Document, classes: &Classes, at: usize) -> bool {
    let class = classes.at(at);
    class.is(Class::CAPITAL) && !class.is(Class::START) && !document.glued(at)
}

/// Whether "co" of "co-operation" or "co-ordination" stands at `at`.
fn is_co(document: &Document, at: usize) -> bool {
    document.word(at) == "co"
        && matches!(document.word(at + 2), "operation" | "operative" | "ordination" | "ordinating")
}

/// The end of the fields that "and" joins to the one before `at`: of "and Rescue" before a word of bodies, and, where "of" led to
/// them, of ", Media and Sport".
fn fields_at(document: &Document, classes: &Classes, at: usize, led: bool) -> Option<usize> {
    let field = |at: usize| {
        let class = classes.at(at);
        let abstracted =
            || !class.is(Class::IN_PLACE | Class::IN_OFFICE | Class::IN_PERSON) && is_abstract(document.word(at));
        class.is(Class::CAPITAL) && (class.is(Class::FIELD) || abstracted())
    };
    if !field(at.checked_sub(1)?) {
        return None;
    }
    let mut end = at;
    // "Culture, Media and Sport"
    while document.word(end) == "," && field(end + 1) && led {
        end += 2;
    }
    if !matches!(document.word(end), "and" | "&") || !field(end + 1) {
        return None;
    }
    end += 2;
    while field(end) && !classes.at(end).is(Class::START | Class::BODY) {
        end += 1;
    }
    let named = classes.at(end).is(Class::BODY) || document.word(end) == "executive";
    let body = named && classes.at(end).is(Class::CAPITAL) && !classes.at(end).is(Class::START);
    // "of Health and Safety Council members" is two bodies cut anew.
    (body != led).then_some(end)
}

/// Whether the ending of a folded word says that it is a field of knowledge or of work: "Meteorology", "Statistics".
fn is_abstract(word: &str) -> bool {
    const ENDINGS: [&str; 8] = ["logy", "graphy", "nomy", "physics", "tics", "metry", "ation", "ment"];
    word.len() >= 7 && ENDINGS.iter().any(|ending| word.ends_with(ending))
}

/// "… and Riverton City Council": what stands behind "and" is another body; but "Department of Health and Human Services".
fn is_body_itself(document: &Document, classes: &Classes, start: usize) -> bool {
    let run = (start..classes.len())
        .take_while(|&at| classes.at(at).is(Class::CAPITAL) && (at == start || !document.glued(at)));
    run.last().is_some_and(|last| last > start && classes.at(last).is(Class::BODY) && document.word(last) != "services")
}

fn has_of(document: &Document, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| matches!(document.word(at), "of" | "for" | "on"))
}

/// "… Studies (CSIS)": the acronym in brackets behind a name.
fn acronym_behind(document: &Document, end: usize) -> Option<&str> {
    let inside = document.word(end) == "(" && document.word(end + 2) == ")" && is_acronym(document.raw(end + 1));
    inside.then(|| document.raw(end + 1))
}
