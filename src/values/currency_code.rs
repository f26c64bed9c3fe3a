//! Currencies in short: their symbols, their ISO 4217 codes, and what is written for one before a number.

use std::sync::LazyLock;

use super::currency;

/// Whether this is the ISO 4217 code of a currency that is read.
#[must_use]
pub fn is_currency(written: &str) -> bool {
    code(written).is_some()
}

/// The code that is written so.
pub(super) fn code(raw: &str) -> Option<&'static str> {
    if raw.len() != 3 {
        return None;
    }
    CODES.binary_search(&raw).ok().map(|at| CODES[at])
}

/// The code that is written so, of all that values can have: names lead to some that no reader takes by their code.
pub(crate) fn known_code(text: &str) -> Option<&'static str> {
    code(text).or_else(|| currency::code(text))
}

/// The codes of the largest currencies, which are no words, as careless hands write them.
pub(super) fn lower_code(raw: &str) -> Option<&'static str> {
    const CARELESS: &[&str] = &[
        "usd", "eur", "gbp", "jpy", "cny", "chf", "aud", "cad", "nzd", "hkd", "sgd", "inr", "krw", "sek", "nok", "dkk",
    ];
    if CARELESS.contains(&raw) { code(&raw.to_ascii_uppercase()) } else { None }
}

/// The currency of a symbol.
pub(super) fn symbol(mark: &str) -> Option<&'static str> {
    SYMBOLS.iter().find(|(sign, _)| *sign == mark).map(|&(_, code)| code)
}

/// The currency of the folded letters before a dollar sign.
pub(super) fn dollar(letters: &str) -> Option<&'static str> {
    DOLLARS.iter().find(|(prefix, _)| *prefix == letters).map(|&(_, code)| code)
}

/// The code of what is written before a number where a currency is at home.
pub(super) fn local(letters: &str) -> Option<&'static str> {
    Some(match letters {
        "Rs" | "rs" => "INR",
        "RMB" | "rmb" => "CNY",
        "Rp" => "IDR",
        "RM" => "MYR",
        "Dh" | "Dhs" => "AED",
        "KSh" | "Ksh" => "KES",
        "DKr" | "Dkr" => "DKK",
        "SKr" | "Skr" => "SEK",
        "NKr" | "Nkr" => "NOK",
        "SFr" | "Sfr" => "CHF",
        "Kč" => "CZK",
        "zł" => "PLN",
        _ => return None,
    })
}

/// Whether a folded word may be a code that is glued to its number.
pub(crate) fn starts_with_code(word: &str) -> bool {
    let bytes = word.as_bytes();
    let letters = match bytes {
        [b'r', b's' | b'm', digit, ..] if digit.is_ascii_digit() => return true,
        [b'd' | b'n' | b's', b'k', b'r', digit, ..] if digit.is_ascii_digit() => return true,
        [a, _, _, digit, ..] if a.is_ascii_lowercase() && digit.is_ascii_digit() => word.get(..3),
        _ => None,
    };
    letters.is_some_and(|letters| LOWER_CODES.binary_search_by(|code| code.as_str().cmp(letters)).is_ok())
}

/// The folded words that a currency before a number can start with; the symbols are among them.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    SYMBOLS
        .iter()
        .chain(DOLLARS)
        .map(|&(word, _)| word)
        .chain(LOWER_CODES.iter().map(String::as_str))
        .chain(["rs", "rmb", "rp", "rm", "dh", "dhs", "ksh", "dkr", "skr", "nkr", "sfr"])
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
    ("₾", "GEL"),
    ("₭", "LAK"),
    ("₮", "MNT"),
    ("₼", "AZN"),
    ("֏", "AMD"),
    ("₲", "PYG"),
    ("៛", "KHR"),
    ("₿", "XBT"),
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
    ("mex", "MXN"),
    ("ar", "ARS"),
    ("u.s.", "USD"),
    ("usd", "USD"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("hkd", "HKD"),
    ("nzd", "NZD"),
    ("sgd", "SGD"),
    ("twd", "TWD"),
    ("mxn", "MXN"),
    ("clp", "CLP"),
    ("ars", "ARS"),
    ("cop", "COP"),
    ("j", "JMD"),
    ("bz", "BZD"),
];

/// Codes as newspapers print them, in capitals; those that are better known as something else (`COP 28`, `SDG 5`, `AMD`) are
/// left out.
#[rustfmt::skip]
const CODES: &[&str] = &[
    "AED", "AFN", "ANG", "AOA", "ARS", "AUD", "AZN", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BRL",
    "BSD", "BTN", "BWP", "BYN", "CAD", "CDF", "CHF", "CLP", "CNY", "CRC", "CVE", "CZK", "DEM", "DJF", "DKK",
    "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FRF", "GBP", "GEL", "GHS", "GMD", "GNF", "GTQ", "GYD",
    "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES",
    "KGS", "KHR", "KMF", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL",
    "MGA", "MKD", "MMK", "MNT", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NLG",
    "NOK", "NPR", "NZD", "OMR", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF",
    "SAR", "SCR", "SEK", "SGD", "SLE", "SRD", "SSP", "STN", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TRY",
    "TTD", "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND", "VUV", "WST", "XAF", "XBT", "XCD",
    "XDR", "XOF", "XPF", "YER", "ZAR", "ZMW",
];

/// The same in lower case, as tokens are folded.
static LOWER_CODES: LazyLock<Vec<String>> =
    LazyLock::new(|| CODES.iter().map(|code| code.to_ascii_lowercase()).collect());

#[cfg(test)]
mod tests {
    use super::CODES;

    #[test]
    fn codes_are_sorted() {
        assert!(CODES.is_sorted());
    }
}
