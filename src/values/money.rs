//! Amounts of money: currencies by ISO 4217, their symbols, codes and names.

use std::fmt;

use rust_decimal::Decimal;

use super::agreement::Agreement;
use super::amount::{self, Amount};
use super::currency;
use super::currency_code::{code, dollar, local, lower_code, starts_with_code, symbol};
use super::number;
use super::words::Words;

/// An amount of one currency.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Money {
    /// How much.
    pub amount: Amount,
    /// The ISO 4217 code.
    pub currency: &'static str,
}

/// Whether two sums can both hold; another currency proves nothing, since rates change.
#[must_use]
pub fn agree(a: &Money, b: &Money, tolerance: Option<Decimal>) -> Agreement {
    if a.currency == b.currency { amount::agree(&a.amount, &b.amount, tolerance) } else { Agreement::Unknown }
}

/// `USD 215000000000`, `EUR > 5000000`
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.amount)
    }
}

/// A currency as a text names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Currency {
    /// The ISO 4217 code.
    pub(crate) code: &'static str,
    /// What is named of it, as a power of ten: -2 for cents and pence, 6 for `MEUR`.
    pub(crate) exponent: i32,
}

/// Reads a currency before a number: `€`, `US$`, `HK$`, `EUR`, `Rs`. The number must be the next token.
pub(crate) fn prefix(words: Words<'_>, at: usize) -> Option<(Currency, usize)> {
    if let Some(code) = symbol(words.word(at)) {
        let lettered = words.glued(at) && words.is_word(at.wrapping_sub(1));
        if !lettered && number::starts_in_digits(words, at + 1) {
            let code = if code == "USD" { of_land_before(words, at).unwrap_or(code) } else { code };
            return Some((whole(code), at + 1));
        }
        // "$US 40"
        let behind = !lettered && words.word(at) == "$" && words.glued(at + 1) && words.is_number(at + 2);
        return dollar(words.word(at + 1)).filter(|_| behind).map(|code| (whole(code), at + 2));
    }
    if !words.is_word(at) {
        return None;
    }
    // "C $ 300", as some corpora set it; "a $ 300 fine" is none.
    let apart = matches!(words.word(at), "c" | "us" | "u.s." | "hk" | "nz") && !words.glued(at);
    if words.word(at + 1) == "$" && (words.glued(at + 1) || apart) && words.is_number(at + 2) {
        return dollar(words.word(at)).map(|code| (whole(code), at + 2));
    }
    let raw = words.raw(at);
    let code = local(raw).or_else(|| code(raw)).or_else(|| lower_code(raw))?;
    // "Rs. 500"
    let dot = usize::from(words.raw(at).eq_ignore_ascii_case("rs") && words.word(at + 1) == "." && words.glued(at + 1));
    let number = at + 1 + dot;
    words.is_number(number).then_some((whole(code), number))
}

/// "New Zealand $100": whose dollars they are; but "in New Zealand $100 buys little" says where.
fn of_land_before(words: Words<'_>, at: usize) -> Option<&'static str> {
    (1..=2).filter(|&many| at >= many && words.capital(at - many)).find_map(|many| {
        let land: Vec<&str> = (at - many..at).map(|at| words.word(at)).collect();
        let somewhere =
            matches!(words.before(at, many + 1), "in" | "from" | "to" | "of" | "for" | "at" | "into" | "with");
        currency::of_country("dollar", &land).filter(|_| !somewhere)
    })
}

/// Reads a currency behind a number: "euros", "US dollars", "USD", "pence". `large` says that the number has a scale
/// word, and cannot be a weight in pounds or how often somebody won.
pub(crate) fn suffix(words: Words<'_>, at: usize, large: bool) -> Option<(Currency, usize)> {
    // "10 €", but "10 $ 30"
    let again = words.word(at + 2) == words.word(at) || words.pauses(at + 2) && symbol(words.word(at + 2)).is_some();
    if let Some(code) = symbol(words.word(at)).filter(|_| !words.is_number(at + 1) || again) {
        return Some((whole(code), at + 1));
    }
    if words.word(at) == "¢" {
        return Some((Currency { code: "USD", exponent: -2 }, at + 1));
    }
    // "a 20-euro note", "the 2-billion-dollar plan", "2 billion - dollar", as some corpora set it
    let spaced = words.raw(at) == "-" && matches!(words.word(at + 1), "dollar" | "pound" | "euro" | "yen" | "cent");
    let at = at + usize::from(words.hyphen(at) || spaced);
    if !words.is_word(at) {
        return None;
    }
    let first = words.word(at);
    if let Some((code, end)) = minor(words, at) {
        return Some((Currency { code, exponent: -2 }, end));
    }
    if let Some(code) = code(words.raw(at))
        .or_else(|| lower_code(words.raw(at)))
        .or_else(|| local(words.raw(at)).filter(|_| matches!(first, "rmb" | "rs" | "kč" | "zł")))
    {
        return Some((whole(code), at + 1));
    }
    // "30 MUSD"
    if let Some(code) = words.raw(at).strip_prefix('M').and_then(code) {
        return Some((Currency { code, exponent: 6 }, at + 1));
    }
    // "500 US$"
    if words.word(at + 1) == "$" && words.glued(at + 1) && !words.is_number(at + 2) {
        return dollar(first).map(|code| (whole(code), at + 2));
    }
    let (code, end) = currency::named(words, at, large)?;
    Some((whole(code), end + usize::from(words.word(end) == "sterling")))
}

/// The currency itself, not its hundredths.
fn whole(code: &'static str) -> Currency {
    Currency { code, exponent: 0 }
}

/// Hundredths of a currency: "cents", "pence", "euro cents", "Australian cents".
fn minor(words: Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    let cents = |at| matches!(words.word(at), "cent" | "cents");
    let code = match words.word(at) {
        "cent" | "cents" => "USD",
        "pence" | "penny" | "pennies" => "GBP",
        // "50p"
        "p" if words.raw(at) == "p" && words.glued(at) && words.raw(at - 1).len() <= 2 && words.pauses(at + 1) => "GBP",
        // "closed up 3p at 412p"
        "p" if words.raw(at) == "p"
            && words.glued(at)
            && words.raw(at - 1).len() == 3
            && words.pauses(at + 1)
            && words.near(at, |word| matches!(word, "share" | "shares" | "price" | "dividend" | "pence")) =>
        {
            "GBP"
        }
        // "189.9p a litre", "35p a share"
        "p" if words.raw(at) == "p" && words.glued(at) && matches!(words.word(at + 1), "a" | "per" | "each") => "GBP",
        // "340p/kg"
        "p" if words.raw(at) == "p" && words.glued(at) && words.word(at + 1) == "/" && words.is_word(at + 2) => "GBP",
        "eurocent" | "eurocents" => "EUR",
        "paise" | "paisa" => "INR",
        "kopeck" | "kopecks" | "kopek" | "kopeks" => "RUB",
        "centavos" => return None,
        "euro" if cents(at + 1) => return Some(("EUR", at + 2)),
        adjective if cents(at + 1) => return currency::of_country("dollar", &[adjective]).map(|code| (code, at + 2)),
        _ => return None,
    };
    Some((code, at + 1))
}

/// A code and its number in one token, with what may stand behind a point: `USD115`, `EUR5bn`, `USD1.5m`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Glued {
    /// The currency.
    pub(crate) currency: Currency,
    /// The digits, without the factor of their suffix.
    pub(crate) value: Decimal,
    /// The suffix, folded: "m", "bn", or nothing.
    pub(crate) exponent: i32,
    /// The token behind it.
    pub(crate) end: usize,
}

/// Reads a code that is glued to its number.
pub(crate) fn glued(words: Words<'_>, at: usize) -> Option<Glued> {
    // "$A195,900"
    let sign = usize::from(words.word(at) == "$" && words.glued(at + 1));
    let at = at + sign;
    let raw = words.raw(at);
    if sign == 0 && !starts_with_code(words.word(at)) || !raw.is_ascii() {
        return None;
    }
    let (letters, rest) = raw.split_at(raw.bytes().take_while(u8::is_ascii_alphabetic).count());
    let code = match sign {
        0 => code(letters).or_else(|| local(letters)),
        _ => dollar(&letters.to_ascii_lowercase()).filter(|_| !rest.is_empty()),
    }?;
    let (digits, mut suffix) = rest.split_at(rest.bytes().take_while(u8::is_ascii_digit).count());
    let (mut text, mut end) = (digits.to_owned(), at + 1);
    let goes_on = suffix.is_empty() && words.glued(end) && words.glued(end + 1) && words.is_number(end + 1);
    let group = words.raw(end + 1).split([',', '.']).next().is_some_and(|group| group.len() == 3);
    if goes_on && (words.word(end) == "." || (words.word(end) == "," && group && digits.len() <= 3)) {
        let joint = if words.word(end) == "." { "." } else { "" };
        text = format!("{digits}{joint}{}", words.raw(end + 1).replace(',', ""));
        end += 2;
        if words.glued(end) && words.is_word(end) {
            suffix = words.raw(end);
            end += 1;
        }
    } else if suffix.is_empty() && words.word(end) == "," && words.glued(end) && words.glued(end + 1) {
        return None;
    }
    let exponent = match suffix {
        "" => 0,
        "k" | "K" => 3,
        "m" | "M" | "mn" => 6,
        "b" | "bn" | "B" => 9,
        "tn" | "trn" => 12,
        _ => return None,
    };
    let value = text.parse().ok()?;
    Some(Glued { currency: whole(code), value, exponent, end })
}
