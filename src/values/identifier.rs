//! Numbers that name a thing and count nothing: flights, versions, articles of a law, resolutions, telephone numbers.

use std::fmt;

use super::agreement::Agreement;
use super::labelled_code;
use super::number_words::small;
use super::words::Words;

/// The number or code by which one thing of a class is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// What it names.
    pub class: Class,
    /// The code in capitals without blanks and hyphens: `MH370`, `3.4.1`, `+12025550134`.
    pub code: String,
}

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// "Flight MH370"
    Flight,
    /// "version 3.4.1"
    Version,
    /// "Article 5"
    Article,
    /// "Section 230"
    Section,
    /// "Resolution 1701"
    Resolution,
    /// `+1 202 555 0134`, `0845 125 2222`
    Telephone,
    /// "Room 214", "licence no. 4471", by what it is.
    Labelled(&'static str),
    /// `L4471`, `PB-540`: of a batch, a model, a part.
    Code,
}

impl Class {
    /// The noun for what it names where most matters have one of the kind: a room, a flight. Of laws, versions and telephone
    /// numbers there are several, and a code may be of anything.
    #[must_use]
    pub fn sole(self) -> Option<&'static str> {
        match self {
            Self::Flight => Some("flight"),
            Self::Labelled(noun) => Some(noun),
            Self::Version | Self::Article | Self::Section | Self::Resolution | Self::Telephone | Self::Code => None,
        }
    }
}

/// Whether two identifiers can both hold: the same code or another one; codes of one length that differ in one character are
/// more likely a slip than two things. A flight may be told without its carrier, a version without its last parts. Other
/// classes prove nothing.
#[must_use]
pub fn agree(a: &Identifier, b: &Identifier) -> Agreement {
    if a.class != b.class {
        return Agreement::Unknown;
    }
    if a.code == b.code {
        return Agreement::Same;
    }
    let (short, long) = if a.code.len() < b.code.len() { (&*a.code, &*b.code) } else { (&*b.code, &*a.code) };
    let told_in_part = match a.class {
        Class::Flight => long.trim_start_matches(|c: char| c.is_ascii_uppercase()) == short,
        Class::Version => long.strip_prefix(short).is_some_and(|rest| rest.starts_with('.')),
        // A number as it is dialled from abroad and at home.
        Class::Telephone => long.starts_with('+') && long.ends_with(short.trim_start_matches('0')),
        // The ten digits that an ISBN had until 2007 begin after the prefix of the thirteen; the last one is another.
        Class::Labelled("isbn") => long.len() == 13 && short.len() == 10 && long.get(3..12) == short.get(..9),
        Class::Article | Class::Section | Class::Resolution | Class::Labelled(_) | Class::Code => false,
    };
    if told_in_part {
        return Agreement::Compatible;
    }
    let differing = a.code.chars().zip(b.code.chars()).filter(|(a, b)| a != b).count();
    let long = a.code.len() >= 3 && a.code.len() == b.code.len();
    if long && differing == 1 { Agreement::Suspicious } else { Agreement::Conflict }
}

/// Reads the identifier that starts at the token `at`, and the token behind it.
pub(crate) fn read(words: Words<'_>, at: usize) -> Option<(Identifier, usize)> {
    let class = match words.word(at) {
        "flight" => Class::Flight,
        "version" => Class::Version,
        "release" if words.word(at + 1) == "|" => Class::Version,
        "article" => Class::Article,
        "section" => Class::Section,
        "resolution" => Class::Resolution,
        "+" => return telephone(words, at),
        // A cell of a column of versions
        digits if digits.starts_with(|c: char| c.is_ascii_digit()) && is_of_versions(words, at) => {
            let (code, end) = numbered(words, at, true)?;
            return words.alone(at, end).then_some((Identifier { class: Class::Version, code }, end));
        }
        digits if digits.starts_with('0') => return national(words, at),
        digits if digits.starts_with(|c: char| c.is_ascii_digit()) => return north_american(words, at),
        label => {
            return labelled_code::read(words, at)
                .map(|(class, code, end)| (Identifier { class: Class::Labelled(class), code }, end))
                .or_else(|| labelled(words, at, LABELS.iter().find(|(noun, _)| *noun == label)?.1));
        }
    };
    let (code, end) = match class {
        Class::Flight => flight(words, at + 1),
        // "Version | 3.4.1", a row of a table
        Class::Version => numbered(words, at + 1 + usize::from(matches!(words.word(at + 1), "|" | ":")), true),
        _ => numbered(words, at + 1, false),
    }?;
    Some((Identifier { class, code }, end))
}

/// Whether the token at `at` begins a cell under the head "Version".
fn is_of_versions(words: Words<'_>, at: usize) -> bool {
    words.before(at, 1) == "|" && matches!(words.head(at), Some("version" | "release"))
}

/// The folded words that an identifier can start with.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    ["flight", "version", "release", "article", "section", "resolution", "+"]
        .into_iter()
        .chain(LABELS.map(|(noun, _)| noun))
        .chain(labelled_code::starts())
}

/// A noun of what is known by a number.
#[derive(Clone, Copy)]
struct Label {
    /// What it is called where two nouns say the same.
    class: &'static str,
    /// Whether a number behind "noun:" or in the cell beside it is what it is known by, and not how much of it there is.
    alone: bool,
}

/// What is known by a number behind its noun, beside the classes that are read in their own way.
const LABELS: [(&str, Label); 42] = [
    ("batch", Label { class: "batch", alone: true }),
    ("berth", Label { class: "berth", alone: true }),
    ("bib", Label { class: "bib", alone: false }),
    ("booth", Label { class: "stand", alone: false }),
    ("borehole", Label { class: "borehole", alone: false }),
    ("bus", Label { class: "bus", alone: false }),
    ("case", Label { class: "case", alone: true }),
    ("catalogue", Label { class: "catalogue", alone: true }),
    ("cell", Label { class: "cell", alone: false }),
    ("classroom", Label { class: "room", alone: false }),
    ("courtroom", Label { class: "courtroom", alone: false }),
    ("docket", Label { class: "case", alone: true }),
    ("engine", Label { class: "locomotive", alone: false }),
    ("exit", Label { class: "junction", alone: false }),
    ("furnace", Label { class: "furnace", alone: false }),
    ("gate", Label { class: "gate", alone: true }),
    ("hall", Label { class: "hall", alone: false }),
    ("hangar", Label { class: "hangar", alone: false }),
    ("inventory", Label { class: "inventory", alone: true }),
    ("junction", Label { class: "junction", alone: false }),
    ("lane", Label { class: "lane", alone: false }),
    ("licence", Label { class: "licence", alone: true }),
    ("license", Label { class: "licence", alone: true }),
    ("locker", Label { class: "locker", alone: false }),
    ("locomotive", Label { class: "locomotive", alone: false }),
    ("lot", Label { class: "lot", alone: false }),
    ("model", Label { class: "model", alone: true }),
    ("patent", Label { class: "patent", alone: true }),
    ("permit", Label { class: "permit", alone: false }),
    ("pier", Label { class: "pier", alone: true }),
    ("platform", Label { class: "platform", alone: true }),
    ("reactor", Label { class: "reactor", alone: false }),
    ("registration", Label { class: "registration", alone: true }),
    ("room", Label { class: "room", alone: true }),
    ("runway", Label { class: "runway", alone: false }),
    ("serial", Label { class: "serial", alone: true }),
    ("shaft", Label { class: "shaft", alone: false }),
    ("stall", Label { class: "stand", alone: false }),
    ("stand", Label { class: "stand", alone: false }),
    ("tram", Label { class: "tram", alone: false }),
    ("turbine", Label { class: "turbine", alone: false }),
    ("ward", Label { class: "ward", alone: false }),
];

/// Verbs behind what is known by a number, which are no plurals: "bus 42 runs".
const MOVES: [&str; 13] = [
    "runs", "stops", "leaves", "calls", "serves", "departs", "arrives", "goes", "opens", "reopens", "closes",
    "remains", "stays",
];

/// `room 214`, `licence number 4471`, and no room for 20 people.
fn labelled(words: Words<'_>, at: usize, label: Label) -> Option<(Identifier, usize)> {
    let mut number = at + 1;
    if matches!(words.word(number), "number" | "no") {
        number += 1 + usize::from(words.word(number + 1) == "." && words.glued(number + 1));
    }
    let said = label.alone || number > at + 1;
    number += usize::from(said && matches!(words.word(number), ":" | "|"));
    let digits = words.raw(number);
    let whole = words.is_number(number) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let free = ends(words, number + 1) && (!words.noun(number + 1) || MOVES.contains(&words.word(number + 1)));
    (whole && free).then(|| (Identifier { class: Class::Labelled(label.class), code: digits.to_owned() }, number + 1))
}

/// `MH370`, `MH 370`, `370`
fn flight(words: Words<'_>, at: usize) -> Option<(String, usize)> {
    let raw = words.raw(at);
    let letters = raw.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = raw.len() - letters;
    if words.is_word(at) && letters == 2 && (1..=4).contains(&digits) && raw[2..].bytes().all(|b| b.is_ascii_digit()) {
        return ends(words, at + 1).then(|| (raw.to_owned(), at + 1));
    }
    let carrier = words.is_word(at) && letters == 2 && digits == 0;
    let hyphen = usize::from(carrier && words.hyphen(at + 1));
    let number = at + usize::from(carrier) + hyphen;
    let plain = words.is_number(number) && (1..=4).contains(&words.raw(number).len());
    let whole = plain && words.raw(number).bytes().all(|b| b.is_ascii_digit()) && ends(words, number + 1);
    // "flight 2 hours late"
    let counted = words.noun(number + 1) && !carrier;
    let code = format!("{}{}", if carrier { raw } else { "" }, words.raw(number));
    (whole && !counted).then_some((code, number + 1))
}

/// `5`, `230`, of versions `3.4.1` too.
fn numbered(words: Words<'_>, at: usize, dotted: bool) -> Option<(String, usize)> {
    // "version two"
    if let Some(number) = small(words.word(at)).filter(|_| ends(words, at + 1)) {
        return Some((number.to_string(), at + 1));
    }
    if !words.is_number(at) || words.glued(at) || words.raw(at).contains(',') {
        return None;
    }
    let mut code = words.raw(at).to_owned();
    let mut end = at + 1;
    while dotted && words.word(end) == "." && words.glued(end) && words.glued(end + 1) && words.is_number(end + 1) {
        code = format!("{code}.{}", words.raw(end + 1));
        end += 2;
    }
    (ends(words, end) && (dotted || !code.contains('.'))).then_some((code, end))
}

/// `+1 202 555 0134`, `+1-202-555-0134`, `+44 (0)20 7946 0018`
fn telephone(words: Words<'_>, at: usize) -> Option<(Identifier, usize)> {
    let mut code = "+".to_owned();
    let mut end = at + 1;
    if !words.glued(end) {
        return None;
    }
    loop {
        let joint = match words.word(end) {
            "(" if words.are(end, &["(", "0", ")"]) => 3,
            "-" | "/" if words.glued(end) && words.glued(end + 1) => 1,
            _ => 0,
        };
        let digits = words.raw(end + joint);
        if !words.is_number(end + joint) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            break;
        }
        code.push_str(digits);
        end += joint + 1;
        if code.len() > 16 {
            return None;
        }
    }
    // ITU-T E.164: at most fifteen digits; fewer than eight are no number of a country.
    (code.len() > 8).then_some((Identifier { class: Class::Telephone, code }, end))
}

/// `0845 125 2222`, `01632-960 123`: a number as it is dialled inside a country, with its leading nought.
fn national(words: Words<'_>, at: usize) -> Option<(Identifier, usize)> {
    let mut code = String::new();
    let mut end = at;
    loop {
        let closed = end == at + 1 && words.word(end) == ")" && words.before(at, 1) == "(";
        let hyphen = usize::from(end > at && words.hyphen(end) && words.glued(end + 1) || closed);
        let digits = words.raw(end + hyphen);
        if !words.is_number(end + hyphen) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            break;
        }
        code.push_str(digits);
        end += hyphen + 1;
        if code.len() > 15 {
            return None;
        }
    }
    // Nine digits with the nought are the fewest that a subscriber's number has where it is written with one.
    (code.len() >= 9 && ends(words, end)).then_some((Identifier { class: Class::Telephone, code }, end))
}

/// `(555) 013-4567`, `555-013-4567`, `1-800-555-0199`: a number of the North American plan without its country.
fn north_american(words: Words<'_>, at: usize) -> Option<(Identifier, usize)> {
    let digits = |at: usize, many: usize| {
        let raw = words.raw(at);
        (words.is_number(at) && raw.len() == many && raw.bytes().all(|byte| byte.is_ascii_digit())).then_some(raw)
    };
    let trunk = if words.raw(at) == "1" && words.hyphen(at + 1) { at + 2 } else { at };
    let area = digits(trunk, 3)?;
    let bracketed = words.word(trunk + 1) == ")" && words.before(trunk, 1) == "(" && words.glued(trunk);
    let hyphenated = words.hyphen(trunk + 1) && !words.glued(at);
    if !bracketed && !hyphenated {
        return None;
    }
    let exchange = digits(trunk + 2, 3).filter(|_| words.hyphen(trunk + 3))?;
    let line = digits(trunk + 4, 4).filter(|_| ends(words, trunk + 5))?;
    Some((Identifier { class: Class::Telephone, code: format!("{area}{exchange}{line}") }, trunk + 5))
}

/// Whether nothing is glued behind that belongs to the code: "Article 5a", "Section 3(b)", "Flight 12-B".
fn ends(words: Words<'_>, end: usize) -> bool {
    let bracket = words.word(end) == "(" && words.glued(end);
    let glued = words.glued(end) && words.is_word(end) && words.word(end) != "'s";
    !words.hyphen(end) && !bracket && !glued
}

/// `flight MH370`, `article 5`
impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let class = match self.class {
            Class::Flight => "flight ",
            Class::Version => "version ",
            Class::Article => "article ",
            Class::Section => "section ",
            Class::Resolution => "resolution ",
            Class::Labelled(label) => return write!(f, "{label} {}", self.code),
            Class::Telephone | Class::Code => "",
        };
        write!(f, "{class}{}", self.code)
    }
}
