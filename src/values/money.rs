//! Amounts of money: currencies by ISO 4217, their symbols, codes and names.

use std::fmt;

use rust_decimal::Decimal;

use super::agreement::Agreement;
use super::amount::{self, Amount};
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
    let whole = |code| Currency { code, exponent: 0 };
    if let Some(code) = symbol(words.word(at)) {
        let lettered = words.glued(at) && words.is_word(at.wrapping_sub(1));
        return (!lettered && number::starts_in_digits(words, at + 1)).then_some((whole(code), at + 1));
    }
    if !words.is_word(at) {
        return None;
    }
    // "C $ 300", as some corpora set it; "a $ 300 fine" is none.
    let apart = matches!(words.word(at), "c" | "us" | "u.s." | "hk" | "nz") && !words.glued(at);
    if words.word(at + 1) == "$" && (words.glued(at + 1) || apart) && words.is_number(at + 2) {
        return dollar(words.word(at)).map(|code| (whole(code), at + 2));
    }
    let code = match words.raw(at) {
        "Rs" | "rs" => Some("INR"),
        "RMB" | "rmb" => Some("CNY"),
        "Rp" => Some("IDR"),
        "RM" => Some("MYR"),
        raw => code(raw).or_else(|| lower_code(raw)),
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
    let again = words.word(at + 2) == words.word(at) || words.pauses(at + 2) && symbol(words.word(at + 2)).is_some();
    if let Some(code) = symbol(words.word(at)).filter(|_| !words.is_number(at + 1) || again) {
        return Some((Currency { code, exponent: 0 }, at + 1));
    }
    // "a 20-euro note", "the 2-billion-dollar plan"
    let at = at + usize::from(words.hyphen(at));
    if !words.is_word(at) {
        return None;
    }
    let first = words.word(at);
    if let Some((code, end)) = minor(words, at) {
        return Some((Currency { code, exponent: -2 }, end));
    }
    if let Some(code) = code(words.raw(at)).or_else(|| lower_code(words.raw(at))).or((first == "rmb").then_some("CNY"))
    {
        return Some((Currency { code, exponent: 0 }, at + 1));
    }
    // "30 MUSD"
    if let Some(code) = words.raw(at).strip_prefix('M').and_then(code) {
        return Some((Currency { code, exponent: 6 }, at + 1));
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
        Some((Currency { code, exponent: 0 }, end))
    })
}

/// Hundredths of a currency: "cents", "pence", "euro cents", "Australian cents".
fn minor(words: Words<'_>, at: usize) -> Option<(&'static str, usize)> {
    let cents = |at| matches!(words.word(at), "cent" | "cents");
    let code = match words.word(at) {
        "cent" | "cents" => "USD",
        "pence" | "penny" | "pennies" => "GBP",
        // "50p"
        "p" if words.raw(at) == "p" && words.glued(at) && words.raw(at - 1).len() <= 2 && words.pauses(at + 1) => "GBP",
        "eurocent" | "eurocents" => "EUR",
        "paise" | "paisa" => "INR",
        "kopeck" | "kopecks" | "kopek" | "kopeks" => "RUB",
        "centavos" => return None,
        "euro" if cents(at + 1) => return Some(("EUR", at + 2)),
        adjective if cents(at + 1) => return national("dollar", adjective, "").map(|code| (code, at + 2)),
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
    let raw = words.raw(at);
    if !starts_with_code(words.word(at)) || !raw.is_ascii() {
        return None;
    }
    let code = code(&raw[..3])?;
    let digits = raw[3..].bytes().take_while(u8::is_ascii_digit).count();
    let (digits, mut suffix) = raw[3..].split_at(digits);
    let (mut text, mut end) = (digits.to_owned(), at + 1);
    if suffix.is_empty()
        && words.word(end) == "."
        && words.glued(end)
        && words.glued(end + 1)
        && words.is_number(end + 1)
    {
        text = format!("{digits}.{}", words.raw(end + 1));
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
    Some(Glued { currency: Currency { code, exponent: 0 }, value, exponent, end })
}

/// Whether a folded word may be a code that is glued to its number.
pub(crate) fn starts_with_code(word: &str) -> bool {
    let bytes = word.as_bytes();
    bytes.get(3).is_some_and(u8::is_ascii_digit)
        && bytes[0].is_ascii_lowercase()
        && LOWER_CODES.binary_search(&&word[..3]).is_ok()
}

/// The folded words that a currency before a number can start with; the symbols are among them.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    SYMBOLS
        .iter()
        .chain(DOLLARS)
        .map(|&(word, _)| word)
        .chain(LOWER_CODES.iter().copied())
        .chain(["rs", "rmb", "rp", "rm"])
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
    "AED", "AFN", "AOA", "ARS", "AUD", "AZN", "BDT", "BGN", "BRL", "BWP", "BYN",
    "CAD", "CHF", "CLP", "CNY", "CZK", "DEM", "DKK", "DZD", "EGP", "ETB", "EUR",
    "FRF", "GBP", "GEL", "GHS", "GTQ", "HKD", "HNL", "HRK", "HUF", "IDR", "ILS", "INR",
    "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KRW", "KWD", "KZT", "LBP", "LKR",
    "LYD", "MAD", "MKD", "MMK", "MNT", "MUR", "MVR", "MXN", "MYR", "MZN", "NGN", "NIO", "NLG",
    "NOK", "NPR", "NZD", "OMR", "PEN", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB",
    "RWF", "SAR", "SEK", "SGD", "SYP", "THB", "TMT", "TND", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX",
    "USD", "UYU", "UZS", "VES", "VND", "XAF", "XBT", "XDR", "XOF", "YER", "ZAR", "ZMW",
];

/// The same in lower case, as tokens are folded.
#[rustfmt::skip]
const LOWER_CODES: &[&str] = &[
    "aed", "afn", "aoa", "ars", "aud", "azn", "bdt", "bgn", "brl", "bwp", "byn",
    "cad", "chf", "clp", "cny", "czk", "dem", "dkk", "dzd", "egp", "etb", "eur",
    "frf", "gbp", "gel", "ghs", "gtq", "hkd", "hnl", "hrk", "huf", "idr", "ils", "inr",
    "iqd", "irr", "isk", "jmd", "jod", "jpy", "kes", "kgs", "khr", "krw", "kwd", "kzt", "lbp", "lkr",
    "lyd", "mad", "mkd", "mmk", "mnt", "mur", "mvr", "mxn", "myr", "mzn", "ngn", "nio", "nlg",
    "nok", "npr", "nzd", "omr", "pen", "php", "pkr", "pln", "pyg", "qar", "ron", "rsd", "rub",
    "rwf", "sar", "sek", "sgd", "syp", "thb", "tmt", "tnd", "try", "ttd", "twd", "tzs", "uah", "ugx",
    "usd", "uyu", "uzs", "ves", "vnd", "xaf", "xbt", "xdr", "xof", "yer", "zar", "zmw",
];

/// The code that is written so, of all that values can have: "pesos" may be `COP`, which no reader takes for one by itself.
pub(crate) fn known_code(text: &str) -> Option<&'static str> {
    let symbols = SYMBOLS.iter().chain(DOLLARS).map(|&(_, code)| code);
    code(text).or_else(|| symbols.chain(NAMED_ONLY.iter().copied()).find(|code| *code == text))
}

/// Codes that only names lead to.
#[rustfmt::skip]
const NAMED_ONLY: &[&str] = &[
    "AFN", "ATS", "BEF", "BHD", "BOB", "CDF", "COP", "CUP", "CYP", "DEM", "DOP", "ESP", "FIM", "FJD", "FRF", "GRD",
    "IEP", "ITL", "KPW", "LAK", "LUF", "MDL", "MOP", "PTE", "SDG", "SOS", "YUD", "ZWL",
];

/// The codes of the largest currencies, which are no words, as careless hands write them.
fn lower_code(raw: &str) -> Option<&'static str> {
    const CARELESS: &[&str] = &[
        "usd", "eur", "gbp", "jpy", "cny", "chf", "aud", "cad", "nzd", "hkd", "sgd", "inr", "krw", "sek", "nok", "dkk",
    ];
    if CARELESS.contains(&raw) { LOWER_CODES.binary_search(&raw).ok().map(|at| CODES[at]) } else { None }
}

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
        "bucks" => ("dollar", "USD"),
        "quid" => ("pound", "GBP"),
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
        "peseta" | "pesetas" => ("peseta", "ESP"),
        "markka" | "markkas" => ("markka", "FIM"),
        "punts" => ("punt", "IEP"),
        "guilder" | "guilders" => ("guilder", "NLG"),
        "escudo" | "escudos" => ("escudo", ""),
        "drachmas" => ("drachma", "GRD"),
        "mark" | "marks" => ("mark", ""),
        "schilling" | "schillings" => ("schilling", "ATS"),
        "lari" => ("lari", "GEL"),
        "kip" => ("kip", "LAK"),
        "riel" | "riels" => ("riel", "KHR"),
        "kyat" | "kyats" => ("kyat", "MMK"),
        "tugrik" | "tugriks" => ("tugrik", "MNT"),
        "birr" => ("birr", "ETB"),
        "cedi" | "cedis" => ("cedi", "GHS"),
        "manat" | "manats" => ("manat", "AZN"),
        "lei" => ("leu", "RON"),
        "leva" => ("lev", "BGN"),
        "kuna" | "kunas" => ("kuna", "HRK"),
        "quetzal" | "quetzals" | "quetzales" => ("quetzal", "GTQ"),
        "lempira" | "lempiras" => ("lempira", "HNL"),
        "guarani" | "guaranis" | "guaranies" => ("guarani", "PYG"),
        "bolivar" | "bolivars" | "bolivares" => ("bolivar", "VES"),
        "boliviano" | "bolivianos" => ("boliviano", "BOB"),
        "soles" => ("sol", "PEN"),
        "kwacha" => ("kwacha", "ZMW"),
        "pula" => ("pula", "BWP"),
        "pataca" | "patacas" => ("pataca", "MOP"),
        "afghani" | "afghanis" => ("afghani", "AFN"),
        "rufiyaa" => ("rufiyaa", "MVR"),
        "bitcoin" | "bitcoins" | "btc" => ("bitcoin", "XBT"),
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
        ("dollar", "jamaican") => "JMD",
        ("dollar", "zimbabwean") => "ZWL",
        ("dollar", "fijian") => "FJD",
        ("pound", "irish") => "IEP",
        ("pound", "cypriot") => "CYP",
        ("pound", "sudanese") => "SDG",
        ("rupee", "mauritian") => "MUR",
        ("rupiah", "indonesian") => "IDR",
        ("ringgit", "malaysian") => "MYR",
        ("baht", "thai") => "THB",
        ("dong", "vietnamese") => "VND",
        ("naira", "nigerian") => "NGN",
        ("taka", "bangladeshi") => "BDT",
        ("hryvnia", "ukrainian") => "UAH",
        ("tenge", "kazakh") => "KZT",
        ("cedi", "ghanaian") => "GHS",
        ("birr", "ethiopian") => "ETB",
        ("lari", "georgian") => "GEL",
        ("kyat", "burmese") => "MMK",
        ("leu", "romanian") => "RON",
        ("leu", "moldovan") => "MDL",
        ("lev", "bulgarian") => "BGN",
        ("kuna", "croatian") => "HRK",
        ("guilder", "dutch") => "NLG",
        ("peseta", "spanish") => "ESP",
        ("escudo", "portuguese") => "PTE",
        ("drachma", "greek") => "GRD",
        ("mark", "german" | "deutsche" | "west") => "DEM",
        ("mark" | "markka", "finnish") => "FIM",
        ("schilling", "austrian") => "ATS",
        ("peso", "cuban") => "CUP",
        ("peso", "uruguayan") => "UYU",
        ("peso", "dominican") => "DOP",
        ("dinar", "algerian") => "DZD",
        ("dinar", "bahraini") => "BHD",
        ("dinar", "libyan") => "LYD",
        ("dinar", "tunisian") => "TND",
        ("dinar", "yugoslav") => "YUD",
        ("riyal", "omani") => "OMR",
        ("riyal", "yemeni") => "YER",
        ("shilling", "somali") => "SOS",
        ("franc", "rwandan") => "RWF",
        ("franc", "congolese") => "CDF",
        ("franc", "luxembourg") => "LUF",
        ("bolivar", "venezuelan") => "VES",
        ("guarani", "paraguayan") => "PYG",
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
        "mark" | "marks" => false,
        "kip" | "pula" | "som" | "soles" | "lei" | "sol" | "dong" | "rand" | "real" => {
            large || words.is_literal() || words.pauses(at + 1)
        }
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
