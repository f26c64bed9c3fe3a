//! Amounts of money: currencies by ISO 4217, their symbols, codes and names.

use std::fmt;

use rust_decimal::Decimal;

use super::agreement::Agreement;
use super::amount::{self, Amount};
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
    /// Whether hundredths of it are named: cents, pence.
    pub(crate) hundredths: bool,
}

/// Reads a currency before a number: `€`, `US$`, `HK$`, `EUR`, `Rs`. The number must be the next token.
pub(crate) fn prefix(words: Words<'_>, at: usize) -> Option<(Currency, usize)> {
    let whole = |code| Currency { code, hundredths: false };
    if let Some(code) = symbol(words.word(at)) {
        let lettered = words.glued(at) && words.is_word(at.wrapping_sub(1));
        return (!lettered && words.is_number(at + 1)).then_some((whole(code), at + 1));
    }
    if !words.is_word(at) {
        return None;
    }
    if words.word(at + 1) == "$" && words.glued(at + 1) && words.is_number(at + 2) {
        return dollar(words.word(at)).map(|code| (whole(code), at + 2));
    }
    let code = match words.raw(at) {
        "Rs" | "rs" => Some("INR"),
        "RMB" => Some("CNY"),
        raw => code(raw),
    }?;
    // "Rs. 500"
    let dot = usize::from(words.raw(at).eq_ignore_ascii_case("rs") && words.word(at + 1) == "." && words.glued(at + 1));
    let number = at + 1 + dot;
    words.is_number(number).then_some((whole(code), number))
}

/// Reads a currency behind a number: "euros", "US dollars", "USD", "pence". `large` says that the number has a scale
/// word, and cannot be a weight in pounds or how often somebody won.
pub(crate) fn suffix(words: Words<'_>, at: usize, large: bool) -> Option<(Currency, usize)> {
    // "10 €", but "10 $ 30"
    if let Some(code) = symbol(words.word(at)).filter(|_| !words.is_number(at + 1)) {
        return Some((Currency { code, hundredths: false }, at + 1));
    }
    // "a 20-euro note", "the 2-billion-dollar plan"
    let at = at + usize::from(words.hyphen(at));
    if !words.is_word(at) {
        return None;
    }
    let first = words.word(at);
    let hundredths = match first {
        "cent" | "cents" => Some("USD"),
        "pence" => Some("GBP"),
        _ => None,
    };
    if let Some(code) = hundredths {
        return Some((Currency { code, hundredths: true }, at + 1));
    }
    if let Some(code) = code(words.raw(at)).or((words.raw(at) == "RMB").then_some("CNY")) {
        return Some((Currency { code, hundredths: false }, at + 1));
    }
    // "20 New Taiwan dollars": up to three words, the last of them the unit.
    (0..3).find_map(|adjectives| {
        let noun = words.word(at + adjectives);
        let unit = unit(noun)?;
        let adjective = |back: usize| words.before(at + adjectives, back);
        let code = match adjectives {
            0 => unit.alone.filter(|_| stands_alone(words, at, large)),
            1 => national(unit.name, adjective(1), ""),
            _ => national(unit.name, adjective(1), adjective(2)),
        }?;
        let end = at + adjectives + 1 + usize::from(words.word(at + adjectives + 1) == "sterling");
        Some((Currency { code, hundredths: false }, end))
    })
}

/// The folded words that a currency before a number can start with; the symbols are among them.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    SYMBOLS.iter().chain(DOLLARS).map(|&(word, _)| word).chain(LOWER_CODES.iter().copied()).chain(["rs", "rmb"])
}

/// Symbols that stand before a number.
const SYMBOLS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("￥", "JPY"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₫", "VND"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("฿", "THB"),
    ("₱", "PHP"),
    ("₸", "KZT"),
    ("₵", "GHS"),
    ("₡", "CRC"),
    ("৳", "BDT"),
];

/// Letters glued to a dollar sign.
const DOLLARS: &[(&str, &str)] = &[
    ("us", "USD"),
    ("a", "AUD"),
    ("au", "AUD"),
    ("c", "CAD"),
    ("ca", "CAD"),
    ("can", "CAD"),
    ("hk", "HKD"),
    ("nz", "NZD"),
    ("s", "SGD"),
    ("sg", "SGD"),
    ("nt", "TWD"),
    ("r", "BRL"),
    ("mx", "MXN"),
];

/// Codes as newspapers print them, in capitals.
#[rustfmt::skip]
const CODES: &[&str] = &[
    "AED", "ARS", "AUD", "BDT", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP",
    "ETB", "EUR", "GBP", "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "ISK", "JPY", "KES", "KRW", "KWD",
    "KZT", "LKR", "MAD", "MXN", "MYR", "NGN", "NOK", "NPR", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR",
    "RON", "RSD", "RUB", "SAR", "SEK", "SGD", "THB", "TWD", "TZS", "UAH", "UGX", "USD", "VND", "XAF",
    "XOF", "ZAR",
];

/// The same in lower case, as tokens are folded.
#[rustfmt::skip]
const LOWER_CODES: &[&str] = &[
    "aed", "ars", "aud", "bdt", "bgn", "brl", "cad", "chf", "clp", "cny", "cop", "czk", "dkk", "egp",
    "etb", "eur", "gbp", "ghs", "hkd", "huf", "idr", "ils", "inr", "isk", "jpy", "kes", "krw", "kwd",
    "kzt", "lkr", "mad", "mxn", "myr", "ngn", "nok", "npr", "nzd", "pen", "php", "pkr", "pln", "qar",
    "ron", "rsd", "rub", "sar", "sek", "sgd", "thb", "twd", "tzs", "uah", "ugx", "usd", "vnd", "xaf",
    "xof", "zar",
];

fn symbol(mark: &str) -> Option<&'static str> {
    SYMBOLS.iter().find(|(sign, _)| *sign == mark).map(|&(_, code)| code)
}

fn dollar(letters: &str) -> Option<&'static str> {
    DOLLARS.iter().find(|(prefix, _)| *prefix == letters).map(|&(_, code)| code)
}

/// Whether this is the ISO 4217 code of a currency that is read.
#[must_use]
pub fn is_currency(written: &str) -> bool {
    code(written).is_some()
}

fn code(raw: &str) -> Option<&'static str> {
    CODES.binary_search(&raw).ok().map(|at| CODES[at])
}

/// A word for a unit of currency.
struct Unit {
    /// The word that the table of countries uses.
    name: &'static str,
    /// The currency where no country is named; `None` where several are as likely.
    alone: Option<&'static str>,
}

fn unit(word: &str) -> Option<Unit> {
    let (name, alone) = match word {
        "dollar" | "dollars" => ("dollar", "USD"),
        "euro" | "euros" => ("euro", "EUR"),
        "pound" | "pounds" => ("pound", "GBP"),
        "yen" => ("yen", "JPY"),
        "yuan" | "renminbi" => ("yuan", "CNY"),
        "won" => ("won", "KRW"),
        "rupee" | "rupees" => ("rupee", "INR"),
        "rouble" | "roubles" | "ruble" | "rubles" => ("rouble", "RUB"),
        "franc" | "francs" => ("franc", "CHF"),
        "baht" => ("baht", "THB"),
        "ringgit" => ("ringgit", "MYR"),
        "rupiah" => ("rupiah", "IDR"),
        "dong" => ("dong", "VND"),
        "rand" => ("rand", "ZAR"),
        "reais" => ("real", "BRL"),
        "lira" | "liras" => ("lira", "TRY"),
        "shekel" | "shekels" => ("shekel", "ILS"),
        "zloty" | "zlotys" => ("zloty", "PLN"),
        "forint" | "forints" => ("forint", "HUF"),
        "koruna" | "korunas" => ("koruna", "CZK"),
        "hryvnia" | "hryvnias" => ("hryvnia", "UAH"),
        "tenge" => ("tenge", "KZT"),
        "naira" => ("naira", "NGN"),
        "taka" => ("taka", "BDT"),
        "kronor" => ("krona", "SEK"),
        "krona" => ("krona", ""),
        "krone" | "kroner" => ("krone", ""),
        "peso" | "pesos" => ("peso", ""),
        "dinar" | "dinars" => ("dinar", ""),
        "dirham" | "dirhams" => ("dirham", ""),
        "riyal" | "riyals" | "rial" | "rials" => ("riyal", ""),
        "shilling" | "shillings" => ("shilling", ""),
        "crown" | "crowns" => ("crown", ""),
        _ => return None,
    };
    Some(Unit { name, alone: Some(alone).filter(|code| !code.is_empty()) })
}

/// The currency of a country's adjective; `before` is the word before the adjective ("hong kong", "new taiwan").
fn national(unit: &str, adjective: &str, before: &str) -> Option<&'static str> {
    if !before.is_empty() {
        return match (before, adjective, unit) {
            ("hong", "kong", "dollar") => Some("HKD"),
            ("new", "zealand", "dollar") => Some("NZD"),
            ("new", "taiwan", "dollar") => Some("TWD"),
            ("south", "korean", "won") => Some("KRW"),
            ("south", "african", "rand") => Some("ZAR"),
            ("sri", "lankan", "rupee") => Some("LKR"),
            ("saudi", "arabian", "riyal") => Some("SAR"),
            ("west", "african", "franc") => Some("XOF"),
            _ => None,
        };
    }
    Some(match (unit, adjective) {
        ("dollar", "us" | "u.s." | "american") => "USD",
        ("dollar", "australian") => "AUD",
        ("dollar", "canadian") => "CAD",
        ("dollar", "singapore" | "singaporean") => "SGD",
        ("dollar", "taiwan" | "taiwanese") => "TWD",
        ("pound", "british" | "sterling") => "GBP",
        ("pound", "egyptian") => "EGP",
        ("pound", "lebanese") => "LBP",
        ("pound", "syrian") => "SYP",
        ("yen", "japanese") => "JPY",
        ("yuan", "chinese") => "CNY",
        ("won", "korean") => "KRW",
        ("won", "north") => "KPW",
        ("rupee", "indian") => "INR",
        ("rupee", "pakistani" | "pakistan") => "PKR",
        ("rupee", "nepali" | "nepalese") => "NPR",
        ("rouble", "russian") => "RUB",
        ("rouble", "belarusian") => "BYN",
        ("franc", "swiss") => "CHF",
        ("franc", "cfa") => "XOF",
        ("franc", "french") => "FRF",
        ("franc", "belgian") => "BEF",
        ("lira", "turkish") => "TRY",
        ("lira", "italian") => "ITL",
        ("shekel", "israeli") => "ILS",
        ("zloty", "polish") => "PLN",
        ("forint", "hungarian") => "HUF",
        ("koruna" | "crown", "czech") => "CZK",
        ("krona" | "crown", "swedish") => "SEK",
        ("krona", "icelandic") => "ISK",
        ("krone" | "crown", "norwegian") => "NOK",
        ("krone" | "crown", "danish") => "DKK",
        ("peso", "mexican") => "MXN",
        ("peso", "philippine") => "PHP",
        ("peso", "argentine" | "argentinian") => "ARS",
        ("peso", "chilean") => "CLP",
        ("peso", "colombian") => "COP",
        ("dinar", "kuwaiti") => "KWD",
        ("dinar", "iraqi") => "IQD",
        ("dinar", "serbian") => "RSD",
        ("dinar", "jordanian") => "JOD",
        ("dirham", "emirati" | "uae") => "AED",
        ("dirham", "moroccan") => "MAD",
        ("riyal", "saudi") => "SAR",
        ("riyal", "qatari") => "QAR",
        ("riyal", "iranian") => "IRR",
        ("shilling", "kenyan") => "KES",
        ("shilling", "ugandan") => "UGX",
        ("shilling", "tanzanian") => "TZS",
        ("real", "brazilian") => "BRL",
        _ => return None,
    })
}

/// Whether a unit without a country's adjective is money here: pounds may be a weight, "won" a verb.
fn stands_alone(words: Words<'_>, at: usize, large: bool) -> bool {
    match words.word(at) {
        "pound" => large,
        "pounds" => {
            large
                || !(words.word(at + 1) == "of"
                    || (1..6).any(|back| words.before(at, back).starts_with("weigh"))
                    || matches!(words.word(at + 1), "heavier" | "lighter" | "per"))
        }
        "won" => large || words.is_literal(),
        "dong" | "rand" | "real" => large || words.is_literal() || words.pauses(at + 1),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_sorted_and_folded_alike() {
        assert!(CODES.is_sorted());
        assert_eq!(CODES.iter().map(|code| code.to_ascii_lowercase()).collect::<Vec<_>>(), LOWER_CODES);
    }
}
