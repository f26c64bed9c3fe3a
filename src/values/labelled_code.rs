//! Codes that only their label makes sure: books, papers, accounts, cases, postcodes, number plates.

use super::words::Words;

/// Reads a label that starts at `at` and the code behind it: the class of what it names, the code, the token behind it.
pub(crate) fn read(words: Words<'_>, at: usize) -> Option<(&'static str, String, usize)> {
    let (_, class, form) = *LABELS.iter().find(|label| label.0 == words.word(at))?;
    // "postal code", "ZIP code", "ISBN-13", "registration plate"
    let second = usize::from(matches!(words.word(at + 1), "code" | "plate" | "mark"));
    let edition =
        usize::from(form == Form::Book && words.hyphen(at + 1) && matches!(words.word(at + 2), "10" | "13")) * 2;
    if words.word(at) == "postal" && second == 0 {
        return None;
    }
    let mut start = at + 1 + second + edition;
    let numbered = matches!(words.word(start), "number" | "no" | "nos");
    start += usize::from(numbered);
    start += usize::from(numbered && words.word(start) == "." && words.glued(start));
    start += usize::from(matches!(words.word(start), ":" | "#" | "|"));
    let (code, end) = match form {
        Form::Book => digits(words, start).filter(|(code, _)| matches!(code.len(), 10 | 13)),
        Form::Ship => digits(words, start).filter(|(code, _)| code.len() == 7),
        Form::Serial => digits(words, start).filter(|(code, _)| code.len() == 8),
        Form::Paper => paper(words, start),
        Form::Account => account(words, start),
        Form::Place => postcode(words, start),
        Form::Plate => plate(words, start),
        Form::Case => case(words, start, start > at + 1),
    }?;
    Some((class, code, end))
}

/// The folded words that a label can start with.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    LABELS.iter().map(|label| label.0)
}

/// How a code is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// An ISBN (ISO 2108): ten or thirteen digits.
    Book,
    /// An ISSN (ISO 3297): eight digits.
    Serial,
    /// A ship's number of the IMO (resolution A.1117(30)): seven digits.
    Ship,
    /// A DOI (ISO 26324): `10.`, a stroke, anything.
    Paper,
    /// An IBAN (ISO 13616): a country, two digits, groups of four.
    Account,
    /// A postcode.
    Place,
    /// A number plate, an aircraft's registration.
    Plate,
    /// Numbers with hyphens or strokes between.
    Case,
}

/// The label, the class it names, the form of its code.
const LABELS: &[(&str, &str, Form)] = &[
    ("isbn", "isbn", Form::Book),
    ("issn", "issn", Form::Serial),
    ("imo", "imo", Form::Ship),
    ("doi", "doi", Form::Paper),
    ("iban", "iban", Form::Account),
    ("postcode", "postcode", Form::Place),
    ("postal", "postcode", Form::Place),
    ("zip", "postcode", Form::Place),
    ("registration", "registration", Form::Plate),
    ("reg", "registration", Form::Plate),
    ("case", "case", Form::Case),
    ("docket", "case", Form::Case),
    ("application", "application", Form::Case),
    ("invoice", "invoice", Form::Case),
    ("licence", "licence", Form::Case),
    ("license", "licence", Form::Case),
    ("permit", "permit", Form::Case),
];

/// Digits with hyphens or blanks between, the last of which may be an X.
fn digits(words: Words<'_>, start: usize) -> Option<(String, usize)> {
    let mut code = String::new();
    let mut end = start;
    loop {
        let joint = usize::from(end > start && words.hyphen(end));
        let raw = words.raw(end + joint);
        let check = raw == "X" && (joint == 1 || words.glued(end)) && !code.is_empty();
        let figures = words.is_number(end + joint) && is_digits(raw);
        if !check && !figures {
            break;
        }
        code.push_str(raw);
        end += joint + 1;
        if check || code.len() > 13 {
            break;
        }
    }
    closes(words, end).then_some((code, end))
}

/// `10.1000/xyz-123`: everything up to a blank but the mark of the sentence.
fn paper(words: Words<'_>, start: usize) -> Option<(String, usize)> {
    if !words.raw(start).starts_with("10.") {
        return None;
    }
    let mut end = start + 1;
    while words.glued(end) && !matches!(words.word(end), ")" | "]" | "," | "\"" | "'") {
        end += 1;
    }
    end -= usize::from(matches!(words.word(end - 1), "." | ";" | ":"));
    let code: String = (start..end).map(|at| words.word(at)).collect();
    let named = code.split_once('/').is_some_and(|(_, name)| !name.is_empty());
    named.then_some((code, end))
}

/// `GB82 WEST 1234 5698 7654 32`
fn account(words: Words<'_>, start: usize) -> Option<(String, usize)> {
    let (mut code, mut end) = group(words, start)?;
    let country = code.len() >= 4 && code.bytes().take(2).all(|byte| byte.is_ascii_uppercase());
    if !country || !is_digits(code.get(2..4)?) {
        return None;
    }
    while let Some((more, behind)) = group(words, end).filter(|(more, _)| more.len() <= 4 && !words.glued(end)) {
        code.push_str(&more);
        end = behind;
        // All groups but the last have four.
        if more.len() < 4 {
            break;
        }
    }
    ((15..=34).contains(&code.len()) && closes(words, end)).then_some((code, end))
}

/// `SW1A 1AA`, `90210`, `90210-4471`
fn postcode(words: Words<'_>, start: usize) -> Option<(String, usize)> {
    let (mut code, mut end) = group(words, start)?;
    if is_digits(&code)
        && code.len() == 5
        && words.hyphen(end)
        && words.raw(end + 1).len() == 4
        && is_digits(words.raw(end + 1))
    {
        code.push_str(words.raw(end + 1));
        end += 2;
    } else if is_mixed(&code)
        && let Some((inward, behind)) = group(words, end).filter(|(inward, _)| inward.len() == 3 && is_mixed(inward))
    {
        code.push_str(&inward);
        end = behind;
    }
    let fits = if is_digits(&code) {
        matches!(code.len(), 4..=6 | 9)
    } else {
        is_mixed(&code) && (5..=7).contains(&code.len())
    };
    (fits && closes(words, end) && !words.noun(end)).then_some((code, end))
}

/// `AB12 CDE`, `B-CD 1234`, `G-ABCD`, `N123AB`
fn plate(words: Words<'_>, start: usize) -> Option<(String, usize)> {
    let (mut code, mut end) = group(words, start).filter(|(code, _)| code.len() <= 7)?;
    let hyphen = words.hyphen(end);
    if let Some((more, behind)) = hyphen.then(|| group(words, end + 1)).flatten() {
        code.push_str(&more);
        end = behind;
    }
    let joins = |more: &str| more.len() <= 4 && code.len() + more.len() <= 8 && is_mixed(&format!("{code}{more}"));
    if let Some((more, behind)) = group(words, end).filter(|(more, _)| !words.glued(end) && joins(more)) {
        code.push_str(&more);
        end = behind;
    }
    let told = is_mixed(&code) || hyphen && !is_digits(&code);
    (told && (4..=8).contains(&code.len()) && closes(words, end)).then_some((code, end))
}

/// `23-1234`, `C-123/45`, `1:23-cv-00456`, `23/0456/FUL`. Digits alone may be a range where nothing says that a number follows.
fn case(words: Words<'_>, start: usize, said: bool) -> Option<(String, usize)> {
    let piece = |at: usize| {
        let raw = words.raw(at);
        (!raw.is_empty() && raw.bytes().all(|byte| byte.is_ascii_alphanumeric())).then(|| raw.to_ascii_uppercase())
    };
    let first = words.is_number(start) || words.capital(start) && is_code(words.raw(start));
    let (mut code, mut end) = (piece(start).filter(|_| first)?, start + 1);
    let mut joints = 0;
    while matches!(words.word(end), "-" | "/" | ":") && words.glued(end) && words.glued(end + 1) {
        let Some(more) = piece(end + 1) else { break };
        if words.word(end) != "-" {
            code.push_str(words.word(end));
        }
        code.push_str(&more);
        end += 2;
        joints += 1;
        // "00456FUL" is two tokens.
        while words.glued(end) && (words.is_word(end) || words.is_number(end)) {
            code.push_str(&piece(end)?);
            end += 1;
        }
    }
    let figures = code.bytes().filter(u8::is_ascii_digit).count();
    let lettered = code.bytes().any(|byte| byte.is_ascii_uppercase());
    let known = (joints > 0 || is_mixed(&code)) && figures >= 3 && (said || lettered);
    (known && closes(words, end)).then_some((code, end))
}

/// Capitals and digits that are written as one, and the token behind them: `1AA` is two tokens.
fn group(words: Words<'_>, start: usize) -> Option<(String, usize)> {
    let is_piece = |at: usize| is_code(words.raw(at));
    let mut end = start;
    while is_piece(end) && (end == start || words.glued(end)) {
        end += 1;
    }
    (end > start).then(|| ((start..end).map(|at| words.raw(at)).collect(), end))
}

fn is_code(raw: &str) -> bool {
    !raw.is_empty() && raw.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

fn is_digits(raw: &str) -> bool {
    !raw.is_empty() && raw.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_mixed(code: &str) -> bool {
    code.bytes().any(|byte| byte.is_ascii_digit()) && code.bytes().any(|byte| byte.is_ascii_uppercase())
}

/// Whether nothing is glued behind that belongs to the code.
fn closes(words: Words<'_>, end: usize) -> bool {
    !words.hyphen(end) && (!words.glued(end) || words.pauses(end) || words.word(end) == "'s")
}
