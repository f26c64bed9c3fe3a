//! Values made of numbers: read in running prose, written down, and compared.

use std::sync::Arc;

use belie::source::document::{Document, Header};
use belie::source::file::File;
use belie::source::prose::{BlockKind, Prose};
use belie::values::agreement::Agreement::{self, Compatible, Conflict, Same, Suspicious, Unknown};
use belie::values::value::{Kind, Value};
use belie::values::{amount, duration, identifier, measure, money, numeric, ordinal, percent};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use rust_decimal::Decimal;

#[test]
fn a_whole_string_is_one_value() {
    for (kind, text, expected) in LITERALS {
        let value = numeric::parse(*kind, text).map(|value| value.to_string());
        assert_eq!(value.as_deref().unwrap_or("-"), *expected, "{} {text:?}", kind.name());
    }
}

#[test]
fn values_are_read_in_running_prose() {
    check(BlockKind::Paragraph, PROSE);
}

#[test]
fn what_is_no_quantity_is_left_alone() {
    for text in NOTHING {
        check(BlockKind::Paragraph, &[(text, &[])]);
    }
}

#[test]
fn numbers_of_list_items_are_left_alone() {
    check(BlockKind::Item, ITEMS);
}

#[test]
fn pairs_agree_as_their_words_allow() {
    for (kind, a, b, expected) in PAIRS {
        assert_eq!(compare(*kind, a, b, None), *expected, "{} {a:?} and {b:?}", kind.name());
        assert_eq!(compare(*kind, b, a, None), *expected, "{} {b:?} and {a:?}", kind.name());
    }
}

#[test]
fn a_tolerance_widens_what_agrees() {
    for (kind, a, b, percent, expected) in TOLERANCES {
        let tolerance = Some(Decimal::new(*percent, 2));
        assert_eq!(compare(*kind, a, b, tolerance), *expected, "{a:?} and {b:?} within {percent} %");
    }
}

#[test]
fn an_interval_holds_the_rounding_of_a_number() {
    for (text, expected) in [
        ("25", "25 25"),
        ("41,000", "40500.00 41500.00"),
        ("41,250", "41245.00 41255.00"),
        ("41,253", "41253 41253"),
        ("about 40", "36.0 44.0"),
        ("at least 40", "40 -"),
        ("up to 40", "- 40"),
        ("nearly 40", "36.0 40"),
        ("just over 40", "40 44.0"),
        ("between 40 and 60", "40 60"),
    ] {
        let Some(Value::Count(amount)) = numeric::parse(Kind::Count, text) else { panic!("{text} is a count") };
        let (low, high) = amount.interval();
        let shown = [low, high].map(|end| end.map_or("-".to_owned(), |end| end.to_string())).join(" ");
        let plain = |text: &str| text.split(' ').map(|n| n.parse::<Decimal>().ok()).collect::<Vec<_>>();
        assert_eq!(plain(&shown), plain(expected), "{text}");
    }
}

proptest! {
    #[test]
    fn a_value_agrees_with_itself((kind, text) in stated()) {
        let verdict = compare(kind, &text, &text, None);
        prop_assert_eq!(verdict, Same, "{}", text);
    }

    #[test]
    fn agreement_is_symmetric_and_a_tolerance_never_makes_a_conflict(
        (kind, a) in stated(), (other, b) in stated(), narrow in 0_i64..100, wider in 0_i64..100,
    ) {
        if kind == other {
            prop_assert_eq!(compare(kind, &a, &b, None), compare(kind, &b, &a, None), "{} and {}", a, b);
            let tolerances = [None, Some(Decimal::new(narrow, 2)), Some(Decimal::new(narrow + wider, 2))];
            let verdicts = tolerances.map(|tolerance| compare(kind, &a, &b, tolerance));
            for pair in verdicts.windows(2) {
                prop_assert!(pair[0] == Conflict || pair[1] != Conflict, "{} and {}: {:?}", a, b, verdicts);
            }
        }
    }

    #[test]
    fn what_is_shown_of_a_value_is_read_back((kind, text) in stated()) {
        let value = numeric::parse(kind, &text);
        let shown = value.as_ref().map(ToString::to_string).unwrap_or_default();
        let again = numeric::parse(kind, &shown).map(|value| value.to_string());
        prop_assert_eq!(again.as_deref(), Some(&*shown), "{}", text);
        let verdict = compare(kind, &text, &shown, None);
        prop_assert!(matches!(verdict, Same | Compatible), "{} and {}: {:?}", text, shown, verdict);
    }

    #[test]
    fn no_text_is_too_odd_to_read(text in "[-0-9a-z$€%.,()½ \n]{0,60}", digits in "[0-9]{1,45}", word in 0_usize..WORDS.len()) {
        for kind in Kind::ALL {
            let _ = numeric::parse(kind, &text);
            let _ = numeric::parse(kind, &format!("{digits} trillion {}", WORDS[word]));
        }
        read(BlockKind::Paragraph, &text);
    }

    #[test]
    fn reading_goes_forward_and_stays_inside(picks in prop::collection::vec(any::<prop::sample::Index>(), 1..30)) {
        let text = picks.iter().map(|pick| WORDS[pick.index(WORDS.len())]).collect::<Vec<_>>().join(" ");
        let document = document(BlockKind::Paragraph, &text);
        for at in 0..document.tokens().len() {
            let mut found = Vec::new();
            let next = numeric::read(&document, at, &mut found);
            prop_assert!(next > at && next <= document.tokens().len(), "{}", text);
            for reading in found {
                prop_assert!(reading.tokens.start as usize == at && reading.tokens.end as usize <= next, "{}", text);
                prop_assert!(numeric::can_start(document.word(at)), "{}: {}", text, document.word(at));
            }
        }
    }
}

#[test]
fn a_long_run_of_signs_is_read_without_harm() {
    for word in ["minus ", "- ", "between ", "a ", "half a ", "more than ", "1 to ", "$ ", "( ", "one hour "] {
        read(BlockKind::Paragraph, &word.repeat(2_000));
    }
}

/// Any amount in any of the ways to state it.
fn stated() -> impl Strategy<Value = (Kind, String)> {
    let units = [
        (Kind::Count, ""),
        (Kind::Money, " euros"),
        (Kind::Percent, "%"),
        (Kind::Percent, " percentage points"),
        (Kind::Duration, " days"),
        (Kind::Duration, " months"),
        (Kind::Age, " years old"),
        (Kind::Number, ""),
        (Kind::Quantity, " km"),
        (Kind::Quantity, " miles"),
        (Kind::Quantity, " tonnes"),
        (Kind::Quantity, " °C"),
        (Kind::Quantity, " °F"),
        (Kind::Quantity, " km/h"),
        (Kind::Quantity, " mph"),
    ];
    let qualifiers = ["", "about ", "more than ", "up to ", "nearly ", "just over ", "between 3 and "];
    let numbers = (4_u64..400, 0_u32..7, 0_u32..3);
    let pick = any::<prop::sample::Index>();
    (numbers, pick, pick_again()).prop_map(move |((number, zeros, decimals), unit, qualifier)| {
        let (kind, unit) = *unit.get(&units);
        let digits = Decimal::from_i128_with_scale(i128::from(number * 10_u64.pow(zeros)), 0).to_string();
        let tail = ["", ".0", ".25"][decimals as usize];
        (kind, format!("{}{digits}{tail}{unit}", qualifier.get(&qualifiers)))
    })
}

fn pick_again() -> impl Strategy<Value = prop::sample::Index> {
    any::<prop::sample::Index>()
}

fn compare(kind: Kind, a: &str, b: &str, tolerance: Option<Decimal>) -> Agreement {
    let value = |text| numeric::parse(kind, text).unwrap_or_else(|| panic!("{text:?} is a {}", kind.name()));
    match (value(a), value(b)) {
        (Value::Count(a), Value::Count(b)) | (Value::Number(a), Value::Number(b)) => amount::agree(&a, &b, tolerance),
        (Value::Quantity(a), Value::Quantity(b)) => measure::agree(&a, &b, tolerance),
        (Value::Money(a), Value::Money(b)) => money::agree(&a, &b, tolerance),
        (Value::Percent(a), Value::Percent(b)) => percent::agree(&a, &b, tolerance),
        (Value::Duration(a), Value::Duration(b)) => duration::agree(&a, &b, tolerance),
        (Value::Age(a), Value::Age(b)) => duration::agree_ages(&a, &b, tolerance),
        (Value::Identifier(a), Value::Identifier(b)) => identifier::agree(&a, &b),
        (Value::Ordinal(a), Value::Ordinal(b)) => ordinal::agree(a, b),
        other => panic!("{other:?} are no two values of a kind"),
    }
}

fn check(kind: BlockKind, table: &[(&str, &[&str])]) {
    for (text, expected) in table {
        assert_eq!(read(kind, text), *expected, "{text}");
    }
}

/// Every reading in a text: `kind value [words]`.
fn read(kind: BlockKind, text: &str) -> Vec<String> {
    let document = document(kind, text);
    let mut readings = Vec::new();
    let mut at = 0;
    while at < document.tokens().len() {
        at = if numeric::can_start(document.word(at)) { numeric::read(&document, at, &mut readings) } else { at + 1 };
    }
    let shown = readings.iter().map(|reading| {
        let span = document.span(reading.tokens.start as usize, reading.tokens.end as usize);
        format!("{} {} [{}]", reading.kind.name(), reading.value, document.prose.slice(span))
    });
    shown.collect()
}

fn document(kind: BlockKind, text: &str) -> Document {
    let mut prose = Prose::default();
    prose.push(text, 0);
    prose.end_block(0, kind, false);
    Document::new(Arc::new(File::new("text", text)), prose, Header::default())
}

/// `-` where the text is no value of the kind.
const LITERALS: &[(Kind, &str, &str)] = &[
    (Kind::Count, "14,500", "14500"),
    (Kind::Count, "2,50,000", "250000"),
    (Kind::Count, "1500", "1500"),
    (Kind::Count, "3.25", "3.25"),
    (Kind::Count, "3\u{202f}507\u{a0}060", "3507060"),
    (Kind::Count, "7½", "7.5"),
    (Kind::Count, "forty-one", "41"),
    (Kind::Count, "forty one", "41"),
    (Kind::Count, "three hundred and nine", "309"),
    (Kind::Count, "three hundred nine", "309"),
    (Kind::Count, "two thousand four hundred and twelve", "2412"),
    (Kind::Count, "one million two hundred thousand", "1200000"),
    (Kind::Count, "one and a half", "1.5"),
    (Kind::Count, "two and a half million", "2500000"),
    (Kind::Count, "two-and-a-half million", "2500000"),
    (Kind::Count, "a million and a half", "1500000"),
    (Kind::Count, "6.4 million", "6400000"),
    (Kind::Count, "6.4-million", "6400000"),
    (Kind::Count, "6.4m", "6400000"),
    (Kind::Count, "33k", "33000"),
    (Kind::Count, "3bn", "3000000000"),
    (Kind::Count, "3 bn", "3000000000"),
    (Kind::Count, "1.7 lakh", "170000"),
    (Kind::Count, "3 crore", "30000000"),
    (Kind::Count, "a dozen", "~ 12"),
    (Kind::Count, "two dozen", "~ 24"),
    (Kind::Count, "half a dozen", "~ 6"),
    (Kind::Count, "half a million", "500000"),
    (Kind::Count, "half-a-million", "500000"),
    (Kind::Count, "a quarter of a million", "250000"),
    (Kind::Count, "a hundred", "~ 100"),
    (Kind::Count, "a hundred and twelve", "112"),
    (Kind::Count, "dozens", "20..199"),
    (Kind::Count, "hundreds", "200..1999"),
    (Kind::Count, "tens of thousands", "20000..199999"),
    (Kind::Count, "hundreds of thousands", "200000..1999999"),
    (Kind::Count, "several hundred", "200..1000"),
    (Kind::Count, "a few thousand", "2000..10000"),
    (Kind::Count, "an estimated 9,000", "~ 9000"),
    (Kind::Count, "approx. 9,000", "~ 9000"),
    (Kind::Count, "no fewer than 60", "> 60"),
    (Kind::Count, "no more than 60", "< 60"),
    (Kind::Count, "as many as 60", "< 60"),
    (Kind::Count, "just under 60", "~< 60"),
    (Kind::Count, "a little over 60", "~> 60"),
    (Kind::Count, "more than about 60", "> 60"),
    (Kind::Count, "60 or more", "> 60"),
    (Kind::Count, "60 or so", "~ 60"),
    (Kind::Count, "60+", "> 60"),
    (Kind::Count, "between 60 and 70", "60..70"),
    (Kind::Count, "60 to 70", "60..70"),
    (Kind::Count, "60–70", "60..70"),
    (Kind::Count, "5 to 6 million", "5000000..6000000"),
    (Kind::Count, "two or three", "2..3"),
    (Kind::Count, "about 60 to 70", "~ 60..70"),
    (Kind::Count, "7777777777777777777777777777777777777777", "-"),
    (Kind::Count, "007", "-"),
    (Kind::Count, "F-16", "-"),
    (Kind::Count, "70-60", "-"),
    (Kind::Count, "3 days", "-"),
    (Kind::Money, "€7 million", "EUR 7000000"),
    (Kind::Money, "7 million euros", "EUR 7000000"),
    (Kind::Money, "€7m", "EUR 7000000"),
    (Kind::Money, "€7 m", "EUR 7000000"),
    (Kind::Money, "$7B", "USD 7000000000"),
    (Kind::Money, "$7-million", "USD 7000000"),
    (Kind::Money, "US$7", "USD 7"),
    (Kind::Money, "A$7", "AUD 7"),
    (Kind::Money, "C$7", "CAD 7"),
    (Kind::Money, "HK$7.50", "HKD 7.5"),
    (Kind::Money, "R$7", "BRL 7"),
    (Kind::Money, "EUR 7", "EUR 7"),
    (Kind::Money, "7 EUR", "EUR 7"),
    (Kind::Money, "Rs. 700 crore", "INR 7000000000"),
    (Kind::Money, "₹700 crore", "INR 7000000000"),
    (Kind::Money, "7 €", "EUR 7"),
    (Kind::Money, "7€", "EUR 7"),
    (Kind::Money, "7 pounds", "GBP 7"),
    (Kind::Money, "7 pounds sterling", "GBP 7"),
    (Kind::Money, "7 Egyptian pounds", "EGP 7"),
    (Kind::Money, "7 Hong Kong dollars", "HKD 7"),
    (Kind::Money, "7 New Zealand dollars", "NZD 7"),
    (Kind::Money, "7 Swedish kronor", "SEK 7"),
    (Kind::Money, "7 pesos", "-"),
    (Kind::Money, "7 Mexican pesos", "MXN 7"),
    (Kind::Money, "¥700", "JPY 700"),
    (Kind::Money, "¥700 million yuan", "CNY 700000000"),
    (Kind::Money, "700 million won", "KRW 700000000"),
    (Kind::Money, "70 cents", "USD 0.7"),
    (Kind::Money, "70 pence", "GBP 0.7"),
    (Kind::Money, "more than $7 billion", "USD > 7000000000"),
    (Kind::Money, "$7 billion or more", "USD > 7000000000"),
    (Kind::Money, "$7 to $8 billion", "USD 7000000000..8000000000"),
    (Kind::Money, "$7-8 billion", "USD 7000000000..8000000000"),
    (Kind::Money, "between $7 million and $8 million", "USD 7000000..8000000"),
    (Kind::Money, "€7 million ($8 million)", "EUR 7000000"),
    (Kind::Money, "€7 million (about $8 million)", "EUR 7000000"),
    (Kind::Money, "half a billion dollars", "USD 500000000"),
    (Kind::Money, "tens of millions of dollars", "USD 20000000..199999999"),
    (Kind::Percent, "7%", "7 %"),
    (Kind::Percent, "7.0%", "7 %"),
    (Kind::Percent, "seven percent", "7 %"),
    (Kind::Percent, "7 per cent", "7 %"),
    (Kind::Percent, "-7%", "-7 %"),
    (Kind::Percent, "minus seven percent", "-7 %"),
    (Kind::Percent, "7 percentage points", "7 pp"),
    (Kind::Percent, "75 basis points", "0.75 pp"),
    (Kind::Percent, "7 to 8 percent", "7..8 %"),
    (Kind::Percent, "7%-8%", "7..8 %"),
    (Kind::Percent, "more than half", "> 50 %"),
    (Kind::Percent, "two-thirds", "66.7 %"),
    (Kind::Percent, "three-quarters", "75 %"),
    (Kind::Percent, "a quarter", "25 %"),
    (Kind::Percent, "nine in ten", "90 %"),
    (Kind::Percent, "4 out of 5", "80 %"),
    (Kind::Percent, "between half and two-thirds", "50..66.7 %"),
    (Kind::Duration, "five-day", "P5D"),
    (Kind::Duration, "five days", "P5D"),
    (Kind::Duration, "a week", "P1W"),
    (Kind::Duration, "week-long", "P1W"),
    (Kind::Duration, "weeklong", "P1W"),
    (Kind::Duration, "three-week-long", "P3W"),
    (Kind::Duration, "three and a half years", "P3.5Y"),
    (Kind::Duration, "75 minutes", "PT75M"),
    (Kind::Duration, "an hour and a half", "PT1.5H"),
    (Kind::Quantity, "a mile and a half", "1.5 mi"),
    (Kind::Quantity, "a kilo and a half", "1.5 kg"),
    (Kind::Quantity, "two miles and a half", "2.5 mi"),
    (Kind::Duration, "half an hour", "PT0.5H"),
    (Kind::Duration, "a quarter of an hour", "PT0.25H"),
    (Kind::Duration, "half-century", "P50Y"),
    (Kind::Duration, "a decade", "P10Y"),
    (Kind::Duration, "two centuries", "P200Y"),
    (Kind::Duration, "a fortnight", "P2W"),
    (Kind::Duration, "three nights", "P3N"),
    (Kind::Duration, "three years and two months", "P38M"),
    (Kind::Duration, "three hours, two minutes and ten seconds", "PT10930S"),
    (Kind::Duration, "more than a week", "> P1W"),
    (Kind::Duration, "five to six days", "P5D..P6D"),
    (Kind::Duration, "5-6 days", "P5D..P6D"),
    (Kind::Duration, "nearly three years", "~< P3Y"),
    (Kind::Age, "aged 52", "P52Y"),
    (Kind::Age, "52-year-old", "P52Y"),
    (Kind::Age, "52 years old", "P52Y"),
    (Kind::Age, "fifty-two years of age", "P52Y"),
    (Kind::Age, "five-month-old", "P5M"),
    (Kind::Age, "age of 52", "P52Y"),
    (Kind::Age, "aged 16 to 24", "P16Y..P24Y"),
    (Kind::Age, "aged between 16 and 24", "P16Y..P24Y"),
    (Kind::Age, "aged under 16", "< P16Y"),
    (Kind::Ordinal, "seventh", "7"),
    (Kind::Ordinal, "7th", "7"),
    (Kind::Ordinal, "thirty-first", "31"),
    (Kind::Ordinal, "31st", "31"),
    (Kind::Ordinal, "31th", "-"),
    (Kind::Ordinal, "four hundred and twelfth", "412"),
    (Kind::Ordinal, "three hundred ninety-first", "391"),
    (Kind::Ordinal, "two thousandth", "2000"),
    (Kind::Ordinal, "2,000th", "2000"),
    (Kind::Number, "3/4", "0.75"),
    (Kind::Number, "⅝", "0.625"),
    (Kind::Number, "7 1/8", "7.125"),
    (Kind::Number, "five sixths", "0.833333333333"),
    (Kind::Number, "a fiftieth", "0.02"),
    (Kind::Number, "nine forty-firsts", "0.219512195122"),
    (Kind::Number, "two hundred and seven sixteenths", "200.4375"),
    (Kind::Number, "minus eleven", "-11"),
    (Kind::Number, "negative four ninths", "-0.444444444444"),
    (Kind::Number, "-0.7", "-0.7"),
    (Kind::Number, ".064", "0.064"),
    (Kind::Number, "1.5^3", "3.375"),
    (Kind::Number, "7.1e6", "7100000"),
    (Kind::Number, "4.5x10^-3", "0.0045"),
    (Kind::Number, "2^10", "1024"),
    (Kind::Number, "1 in 400", "0.0025"),
    (Kind::Number, "three out of ninety", "0.033333333333"),
    (Kind::Number, "one over sixteen", "0.0625"),
    (Kind::Number, "12 days", "-"),
    (Kind::Count, "six point zero eight", "6.08"),
    (Kind::Count, "four point three million", "4300000"),
    (Kind::Count, "nought point six", "0.6"),
    (Kind::Count, "eighteen and a quarter", "18.25"),
    (Kind::Count, "fifty-one and a third", "51.333333333333"),
    (Kind::Count, "two billion and three quarters million", "2000750000"),
    (Kind::Count, "four lakh crore", "4000000000000"),
    (Kind::Count, "6 thousand 2 hundred and 9", "6209"),
    (Kind::Count, "7 mln", "7000000"),
    (Kind::Count, "four dozens", "~ 48"),
    (Kind::Count, "2 345 678", "2345678"),
    (Kind::Count, "72 000", "72000"),
    (Kind::Count, "three fifths of a million", "600000"),
    (Kind::Count, ">= 60", "> 60"),
    (Kind::Count, "less than or equal to 60", "< 60"),
    (Kind::Count, "two hundred and three dozen", "~ 236"),
    (Kind::Count, "a dozen and a half", "~ 18"),
    (Kind::Count, "three and a half dozen", "~ 42"),
    (Kind::Count, "a couple of thousand", "~ 2000"),
    (Kind::Count, "quarter of a million", "250000"),
    (Kind::Count, "half a hundred", "50"),
    (Kind::Count, "six thousand million", "6000000000"),
    (Kind::Count, "seven millions", "7000000"),
    (Kind::Count, "seven thousands", "7000"),
    (Kind::Count, "7 million and one third", "7333333.333333"),
    (Kind::Count, "seven hundred and one third", "700.333333333333"),
    (Kind::Count, "7 and a half", "7.5"),
    (Kind::Count, "seven and 3/4", "7.75"),
    (Kind::Count, "fourty-six", "46"),
    (Kind::Count, "nought", "0"),
    (Kind::Count, "7.250,75", "7250.75"),
    (Kind::Count, "7.250.500", "7250500"),
    (Kind::Count, "7,5", "7.5"),
    (Kind::Count, "7,5 million", "7500000"),
    (Kind::Count, "7,5,2", "-"),
    (Kind::Count, "7.25 M", "7250000"),
    (Kind::Count, "70 - million", "70000000"),
    (Kind::Number, "a seventieth", "0.014285714286"),
    (Kind::Number, "one hundredth", "0.01"),
    (Kind::Number, "7 in 1,000", "0.007"),
    (Kind::Number, "7 x 10^3", "7000"),
    (Kind::Money, "EUR7,250", "EUR 7250"),
    (Kind::Money, "Rs700", "INR 700"),
    (Kind::Money, "RM7.5m", "MYR 7500000"),
    (Kind::Money, "$US 7", "USD 7"),
    (Kind::Money, "7 US$", "USD 7"),
    (Kind::Money, "€7,50", "EUR 7.5"),
    (Kind::Money, "7¢", "USD 0.07"),
    (Kind::Money, "7 Rs", "INR 7"),
    (Kind::Money, "7 m euros", "EUR 7000000"),
    (Kind::Money, "1/4-cent", "USD 0.0025"),
    (Kind::Money, "7 million marks", "DEM 7000000"),
    (Kind::Money, "7 Italian lire", "ITL 7"),
    (Kind::Money, "7 Icelandic kronur", "ISK 7"),
    (Kind::Money, "7 Trinidad and Tobago dollars", "TTD 7"),
    (Kind::Money, "7 Papua New Guinean kina", "PGK 7"),
    (Kind::Money, "7 Macedonian denars", "MKD 7"),
    (Kind::Money, "7 kroner", "-"),
    (Kind::Percent, "7pc", "7 %"),
    (Kind::Percent, "7 per-cent", "7 %"),
    (Kind::Percent, "half a percent", "0.5 %"),
    (Kind::Percent, "a quarter of one percent", "0.25 %"),
    (Kind::Percent, "three quarters of a percentage point", "0.75 pp"),
    (Kind::Percent, "a quarter percent", "0.25 %"),
    (Kind::Quantity, "a quarter of a mile", "0.25 mi"),
    (Kind::Quantity, "three-quarters of a mile", "0.75 mi"),
    (Kind::Quantity, "three tenths of an inch", "0.3 in"),
    (Kind::Quantity, "quarter-mile", "0.25 mi"),
    (Kind::Quantity, "7'3\"", "7.25 ft"),
    (Kind::Quantity, "70 g", "70 g"),
    (Kind::Quantity, "70 fahrenheit", "70 °F"),
    (Kind::Quantity, "7 m^2", "7 m²"),
    (Kind::Quantity, "7 sq m", "7 m²"),
    (Kind::Quantity, "7 mile per hour", "7 mi/h"),
    (Kind::Quantity, "several hundred metres", "200..1000 m"),
    (Kind::Quantity, "dozens of miles", "20..199 mi"),
    (Kind::Quantity, "7 picograms", "7 pg"),
    (Kind::Quantity, "7.1 on the Richter scale", "7.1 mag"),
    (Kind::Age, "half a year old", "P0.5Y"),
    (Kind::Age, "age: 52", "P52Y"),
    (Kind::Ordinal, "nineth", "9"),
    (Kind::Ordinal, "7 th", "7"),
    (Kind::Identifier, "version seven", "version 7"),
    (Kind::Money, "USD7", "USD 7"),
    (Kind::Money, "EUR7.25m", "EUR 7250000"),
    (Kind::Money, "7 MEUR", "EUR 7000000"),
    (Kind::Money, "70 USD million", "USD 70000000"),
    (Kind::Money, "usd 70", "USD 70"),
    (Kind::Money, "7 rmb", "CNY 7"),
    (Kind::Money, "$.70", "USD 0.7"),
    (Kind::Money, "C $ 70", "CAD 70"),
    (Kind::Money, "70₾", "GEL 70"),
    (Kind::Money, "7 dollars and 5 cents", "USD 7.05"),
    (Kind::Money, "70 Australian cents", "AUD 0.7"),
    (Kind::Money, "70p", "GBP 0.7"),
    (Kind::Money, "7 million Dutch guilders", "NLG 7000000"),
    (Kind::Percent, "7 1/4 percent", "7.25 %"),
    (Kind::Duration, "a couple of weeks", "P2W"),
    (Kind::Duration, "less than a couple of days", "< P2D"),
    (Kind::Duration, "another month", "P1M"),
    (Kind::Duration, "one hour and a half", "PT1.5H"),
    (Kind::Duration, "an hour and half", "PT1.5H"),
    (Kind::Duration, "½ hour", "PT0.5H"),
    (Kind::Age, "52 yo", "P52Y"),
    (Kind::Age, "52 y/o", "P52Y"),
    (Kind::Quantity, "7.5 km", "7.5 km"),
    (Kind::Quantity, "7.5-kilometre", "7.5 km"),
    (Kind::Quantity, "7,500 square feet", "7500 ft²"),
    (Kind::Quantity, "75 sq. km", "75 km²"),
    (Kind::Quantity, "75km2", "75 km²"),
    (Kind::Quantity, "75 cubic metres per second", "75 m³/s"),
    (Kind::Quantity, "7 metric tons", "7 t"),
    (Kind::Quantity, "seven-ton", "7 ton"),
    (Kind::Quantity, "75 mph", "75 mi/h"),
    (Kind::Quantity, "75 km/h", "75 km/h"),
    (Kind::Quantity, "75 kilometres an hour", "75 km/h"),
    (Kind::Quantity, "75 knots", "75 nmi/h"),
    (Kind::Quantity, "75-mile-per-hour", "75 mi/h"),
    (Kind::Quantity, "75 bushels", "75 bu"),
    (Kind::Quantity, "-7 °C", "-7 °C"),
    (Kind::Quantity, "minus seven degrees Fahrenheit", "-7 °F"),
    (Kind::Quantity, "magnitude 7.5", "7.5 mag"),
    (Kind::Quantity, "7.5-magnitude", "7.5 mag"),
    (Kind::Quantity, "750 MWh", "750 MWh"),
    (Kind::Quantity, "750 megawatts", "750 MW"),
    (Kind::Quantity, "64GB", "64 GB"),
    (Kind::Quantity, "75 kg", "75 kg"),
    (Kind::Quantity, "75 (kg)", "75 kg"),
    (Kind::Quantity, "75 μg", "75 µg"),
    (Kind::Quantity, "5 feet 3 inches", "5.25 ft"),
    (Kind::Quantity, "5ft 3in", "5.25 ft"),
    (Kind::Quantity, "5-foot-3", "5.25 ft"),
    (Kind::Quantity, "half a mile", "0.5 mi"),
    (Kind::Quantity, "a quarter of a mile", "0.25 mi"),
    (Kind::Quantity, "about 75 litres", "~ 75 L"),
    (Kind::Quantity, "5 to 7 tonnes", "5..7 t"),
    (Kind::Quantity, "5- to 7-tonne", "5..7 t"),
    (Kind::Quantity, "1/2 cup", "0.5 cup"),
    (Kind::Quantity, "7 million barrels a day", "7000000 bbl/d"),
    (Kind::Quantity, "0.7rad", "0.7 rad"),
    (Kind::Quantity, "7 people", "-"),
    (Kind::Identifier, "Flight QX 417", "flight QX417"),
    (Kind::Identifier, "flight QX417", "flight QX417"),
    (Kind::Identifier, "flight 417", "flight 417"),
    (Kind::Identifier, "Article 12", "article 12"),
    (Kind::Identifier, "version 3.4.1", "version 3.4.1"),
    (Kind::Identifier, "+1-202-555-0134", "+12025550134"),
    (Kind::Identifier, "+1 202", "-"),
    (Kind::Identifier, "020 7946 0018", "02079460018"),
    (Kind::Identifier, "020 7946", "-"),
    (Kind::Identifier, "Section 3(b)", "-"),
];

const PROSE: &[(&str, &[&str])] = &[
    ("They won 3-2.", &["number 3 [3]", "number 2 [2]"]),
    ("They sold lot 18.", &["identifier lot 18 [lot 18]"]),
    ("The bill came to EUR12.5m in May.", &["money EUR 12500000 [EUR12.5m]"]),
    ("They paid Rs. 700 for it.", &["money INR 700 [Rs. 700]"]),
    ("It cost 41,000 won ($30) a month.", &["money KRW 41000 [41,000 won]"]),
    ("Shares rose $3 to $41 on Friday.", &["money USD 3 [$3]", "money USD 41 [$41]"]),
    ("They weigh 90 pounds each.", &["quantity 90 lb [90 pounds]"]),
    ("A 7.3 tremor woke the town.", &["quantity 7.3 mag [7.3]"]),
    (
        "The two quakes measured 5.4 and 5.1 on the Richter scale.",
        &["count 2 [two]", "quantity 5.4 mag [5.4]", "quantity 5.1 mag [5.1 on the Richter scale]"],
    ),
    ("The film scored 7.3 in the poll.", &["number 7.3 [7.3]"]),
    ("Each home holds 2.3 children on average.", &["count 2.3 [2.3]"]),
    ("The court is 24 × 11 m.", &["quantity 24 m [24]", "quantity 11 m [11 m]"]),
    ("The print (24 × 11 in) was sold.", &["quantity 24 in [24]", "quantity 11 in [11 in]"]),
    ("It hit 43C in the shade, a record for heat.", &["quantity 43 °C [43C]"]),
    ("About one in four live abroad.", &["percent ~ 25 % [About one in four]"]),
    ("The bank cut its rate by half a percentage point.", &["percent 0.5 pp [half a percentage point]"]),
    ("He scored two hundreds last year.", &["count 2 [two]"]),
    ("Some two thousands people came.", &["count ~ 2000 [Some two thousands]"]),
    ("One or two cups broke.", &["count 1..2 [One or two]"]),
    ("The first two laps were slow.", &["ordinal 1 [first]", "count 2 [two]"]),
    ("The road grew from five kilometres to eight.", &["quantity 5 km [five kilometres]"]),
    ("She finished second.", &["ordinal 2 [second]"]),
    ("Third suspect held in raid", &["ordinal 3 [Third]"]),
    ("Eleventh Assembly of the Guilds", &["ordinal 11 [Eleventh]"]),
    ("About 9,400 fans filled the hall.", &["count ~ 9400 [About 9,400]"]),
    ("It took 3 million euros ($3.4 million) to mend the roof.", &["money EUR 3000000 [3 million euros]"]),
    ("They met for a five-day course.", &["duration P5D [five-day]"]),
    ("A quarter of the vines died.", &["percent 25 % [A quarter]"]),
    ("Half of them left; half an hour later the rest did.", &["percent 50 % [Half]", "duration PT0.5H [half an hour]"]),
    ("Only one man stayed.", &["count 1 [one]"]),
    ("Sales exceeded $6 million.", &["money USD > 6000000 [$6 million]"]),
    ("Prices rose from 5 to 7 percent.", &["percent 7 % [7 percent]"]),
    ("Prices rise 5 to 7 percent a year.", &["percent 5..7 % [5 to 7 percent]"]),
    (
        "Flight QX417 broke Article 12.",
        &["identifier flight QX417 [Flight QX417]", "identifier article 12 [Article 12]"],
    ),
    ("It was his fourth visit to the island.", &["ordinal 4 [fourth]"]),
    ("In the second half of the game it rained.", &["ordinal 2 [second]"]),
    ("She finished third.", &["ordinal 3 [third]"]),
    ("He told of the two hundredth cow.", &["ordinal 200 [two hundredth]"]),
    (
        "The 45-year-old baker rose at 4 a.m. for twelve years.",
        &["age P45Y [45-year-old]", "duration P12Y [twelve years]"],
    ),
    (
        "A 12-member panel sat for two hours and ten minutes.",
        &["count 12 [12]", "duration PT130M [two hours and ten minutes]"],
    ),
    ("Some 6m people watched.", &["count ~ 6000000 [Some 6m]"]),
    ("Nearly 1500 homes lost power.", &["count ~< 1500 [Nearly 1500]"]),
    ("It killed 30 to 40 cows.", &["count 30..40 [30 to 40]"]),
    ("It killed 30. Forty cows lived.", &["count 30 [30]", "count 40 [Forty]"]),
    ("Four in five are in favour.", &["percent 80 % [Four in five]"]),
    ("Less than two-thirds of members voted.", &["percent < 66.7 % [Less than two-thirds]"]),
    ("The pump moves 40 cubic metres.", &["quantity 40 m³ [40 cubic metres]"]),
    ("It lies 40km north.", &["quantity 40 km [40km]"]),
    ("| 40 | 1,950 | 1950 |", &["count 40 [40]", "count 1950 [1,950]"]),
    ("Prices fell by a third.", &["percent 33.3 % [a third]"]),
    ("It ran for over three years.", &["duration > P3Y [over three years]"]),
    ("The cost is spread over six years.", &["duration P6Y [six years]"]),
    ("Seats cost A$70, said the clerk.", &["money AUD 70 [A$70]"]),
    ("Her share is one eighth.", &["number 0.125 [one eighth]"]),
    ("Two thirds", &["number 0.666666666667 [Two thirds]"]),
    ("Two thirds of them sang.", &["percent 66.7 % [Two thirds]"]),
    ("About one in 600 lambs dies.", &["number ~ 0.001666666667 [About one in 600]"]),
    ("The reading fell to minus four.", &["number -4 [minus four]"]),
    ("The kiln is 6 feet 3 inches high.", &["quantity 6.25 ft [6 feet 3 inches]"]),
    ("A 14-mile path drops 300m below the inn.", &["quantity 14 mi [14-mile]", "quantity 300 m [300m]"]),
    ("He shed 12 pounds, then paid 12 pounds.", &["quantity 12 lb [12 pounds]", "money GBP 12 [12 pounds]"]),
    ("Gusts of 70 mph (113 km/h) blew.", &["quantity 70 mi/h [70 mph]", "quantity 113 km/h [113 km/h]"]),
    ("A magnitude-4.8 tremor woke them.", &["quantity 4.8 mag [magnitude-4.8]"]),
    ("The tower leans four degrees to the north.", &["quantity 4 ° [four degrees]"]),
    ("She is in her early thirties.", &["age P30Y..P34Y [thirties]"]),
    ("At 21 she was the youngest.", &["age P21Y [21]"]),
    ("Bo, who is 93, spoke. He was 86 when he died.", &["age P93Y [93]", "age P86Y [86]"]),
    ("Ann Lee, 47, and Ida Holm (38) spoke.", &["age P47Y [47]", "age P38Y [38]"]),
    ("A man in his 70s waved.", &["age P70Y..P79Y [70s]"]),
    ("It rained for another week.", &["duration P1W [another week]"]),
    ("The end of his three hundred and fifth song rang.", &["ordinal 305 [three hundred and fifth]"]),
    ("We sold 3m tickets.", &["count 3000000 [3m]"]),
    ("Votes: 2 345 678 in all.", &["count 2345678 [2 345 678]"]),
];

const NOTHING: &[&str] = &[
    "He took seat 30C and wore a size 7,5.1 shoe.",
    "Wait a second. Second thoughts came.",
    "If one house in nine stood empty, nobody knew.",
    "Ann Lee was 29, and Bo was not.",
    "Figures in thousands of euros.",
    "Everyone had left before 9.",
    "Then came lots 18 and 19, said note 114.",
    "The G20 sent an F-16 and the MH370 crew to the COVID-19 ward.",
    "She filed a 10-K and called 555-0134.",
    "The flight of crows took a version of events to the article.",
    "Release 3.4.1 runs at 192.168.0.1 and https://example.org/2020/10/300.",
    "It is one of the largest, and one another they helped.",
    "No one knew which one was the one.",
    "The One China policy holds.",
    "See page 7 and chapter two.",
    "Order No. 3 names nos. 4 and 6.",
    "In 2019 it rained.",
    "The stone that says 1872 marks the spot.",
    "It was 2025-10-27.",
    "They left at 10:30 or at 7 p.m. or at 22.40 sharp.",
    "The gate shuts at half past nine.",
    "First, we met. Second, we ate.",
    "At first it rained, and first of all we ran.",
    "The First Lady spoke.",
    "He first visited in May.",
    "A second later it broke.",
    "The rule stands in note 114, on a desk 3-2 wide.",
    "It is a third-party, two-way, four-wheel, one-off thing.",
    "The Big Four and the Boeing 737 flew.",
    "They took MG 42 guns, and Quill 5.0 runs on tvOS 9.",
    "We meet by a quarter to nine, or at six in the morning.",
    "One day he will tell.",
    "It opens 24 hours a day, seven days a week.",
    "It failed in the 1990s, in the 20s and in the ’90s.",
    "He ran the 100m and a 10k race.",
    "He lost (2) and won [3].",
    "He came twice a week.",
    "The 5G mast and the 4K screens stand on Route A38.",
    "On 5/8 she left; 24/7 and 9/11 are no fractions.",
    "The seventies were loud, and so were the 80s.",
    "They ran a 10k and a half-marathon.",
    "Call 555 123 456 or 555-0134.",
    "A mile is a mile. He is a man of many degrees.",
];

const ITEMS: &[(&str, &[&str])] = &[
    ("1. Economic relations", &[]),
    ("- 3. Security", &[]),
    ("4) Trade with two towns", &["count 2 [two]"]),
    ("12 Safety and health", &[]),
    ("12 people were safe", &["count 12 [12]"]),
];

const PAIRS: &[(Kind, &str, &str, Agreement)] = &[
    // The table of tricky pairs that the rule language promises.
    (Kind::Count, "approximately 18,000", "18,000", Same),
    (Kind::Count, "approximately 18,000", "18,500", Compatible),
    (Kind::Count, "approximately 18,000", "20,000", Conflict),
    (Kind::Count, "18,000", "18,142", Compatible),
    (Kind::Count, "18,142", "18,124", Conflict),
    (Kind::Count, "18,142", "18,000", Compatible),
    (Kind::Count, "26", "twenty-six", Same),
    (Kind::Count, "20", "22", Conflict),
    (Kind::Count, "about 20", "22", Compatible),
    (Kind::Count, "more than 17,500", "18,000", Compatible),
    (Kind::Count, "more than 18,500", "18,000", Conflict),
    (Kind::Count, "more than 200", "200", Compatible),
    (Kind::Count, "more than 100", "5,000", Suspicious),
    (Kind::Count, "at least 40", "38", Conflict),
    (Kind::Count, "up to 20,000", "18,000", Compatible),
    (Kind::Count, "up to 15,000", "18,000", Conflict),
    (Kind::Count, "fewer than 10", "12", Conflict),
    (Kind::Count, "between 15,000 and 20,000", "18,000", Compatible),
    (Kind::Count, "15,000-20,000", "21,000", Conflict),
    (Kind::Count, "dozens", "18,000", Conflict),
    (Kind::Count, "thousands", "18,000", Compatible),
    (Kind::Count, "hundreds", "18,000", Conflict),
    (Kind::Count, "nearly 18,000", "17,600", Compatible),
    (Kind::Count, "nearly 18,000", "18,400", Conflict),
    (Kind::Count, "just over 18,000", "18,400", Compatible),
    (Kind::Count, "two million", "2.3 million", Conflict),
    (Kind::Count, "about two million", "2.1 million", Compatible),
    (Kind::Count, "1.5m", "1,500,000", Same),
    (Kind::Count, "~18k", "18,000", Same),
    (Kind::Money, "$215 billion", "exceeding $200 billion", Compatible),
    (Kind::Money, "approximately $215 billion", "$215 billion", Same),
    (Kind::Money, "$215 billion", "$251 billion", Conflict),
    (Kind::Money, "$215 billion", "$215 million", Conflict),
    (Kind::Money, "more than $200 billion", "$195 billion", Conflict),
    (Kind::Money, "more than $200 billion", "$2.15 trillion", Suspicious),
    (Kind::Money, "$215 billion", "€198 billion", Unknown),
    (Kind::Money, "$1.5bn", "$1,500 million", Same),
    (Kind::Money, "20 million euros", "€20 million", Same),
    (Kind::Percent, "2%", "2.1%", Compatible),
    (Kind::Percent, "2%", "5%", Conflict),
    (Kind::Percent, "2.0%", "2.1%", Conflict),
    (Kind::Percent, "two-thirds", "67%", Compatible),
    (Kind::Percent, "half", "48%", Conflict),
    (Kind::Percent, "more than 60%", "62.5%", Compatible),
    (Kind::Percent, "5 percent", "5 percentage points", Unknown),
    (Kind::Duration, "three-day", "3 days", Same),
    (Kind::Duration, "two weeks", "14 days", Same),
    (Kind::Duration, "week-long", "6 days", Compatible),
    (Kind::Duration, "a month", "30 days", Compatible),
    (Kind::Duration, "a month", "45 days", Conflict),
    (Kind::Duration, "two years", "24 months", Compatible),
    (Kind::Duration, "three-day", "four-day", Conflict),
    (Kind::Duration, "more than a week", "10 days", Compatible),
    (Kind::Ordinal, "third", "3rd", Same),
    (Kind::Ordinal, "third", "fourth", Conflict),
    // Our own.
    (Kind::Count, "7", "seven", Same),
    (Kind::Count, "1,000", "a thousand", Same),
    (Kind::Count, "half a million", "500,000", Same),
    (Kind::Count, "2.5 lakh", "2,50,000", Same),
    (Kind::Count, "3 crore", "30 million", Same),
    (Kind::Count, "12", "a dozen", Same),
    (Kind::Count, "a dozen", "13", Compatible),
    (Kind::Count, "a dozen", "17", Conflict),
    (Kind::Count, "a hundred", "108", Compatible),
    (Kind::Count, "100", "108", Conflict),
    (Kind::Count, "3,200", "3,240", Compatible),
    (Kind::Count, "3,200", "3,260", Conflict),
    (Kind::Count, "3,217", "3,218", Conflict),
    (Kind::Count, "999", "1,000", Compatible),
    (Kind::Count, "7.1", "7.2", Conflict),
    (Kind::Count, "7.1", "7.14", Compatible),
    (Kind::Count, "7", "7.2", Compatible),
    (Kind::Count, "some 60", "64", Compatible),
    (Kind::Count, "some 60", "70", Conflict),
    (Kind::Count, "60 or so", "63", Compatible),
    (Kind::Count, "60 or more", "59", Conflict),
    (Kind::Count, "at least 60", "at least 70", Compatible),
    (Kind::Count, "at least 60", "at least 60", Same),
    (Kind::Count, "at least 60", "fewer than 50", Conflict),
    (Kind::Count, "at least 60", "up to 90", Compatible),
    (Kind::Count, "at least 60", "60 to 70", Compatible),
    (Kind::Count, "at least 60", "40 to 50", Conflict),
    (Kind::Count, "at least 60", "nearly 60", Compatible),
    (Kind::Count, "at least 60", "400", Suspicious),
    (Kind::Count, "at least 60", "300", Compatible),
    (Kind::Count, "up to 400", "3", Compatible),
    (Kind::Count, "30 to 40", "40 to 50", Compatible),
    (Kind::Count, "30 to 40", "41 to 50", Conflict),
    (Kind::Count, "30 to 40", "thirty to forty", Same),
    (Kind::Count, "dozens", "60", Compatible),
    (Kind::Count, "dozens", "12", Conflict),
    (Kind::Count, "several hundred", "hundreds", Compatible),
    (Kind::Count, "tens of thousands", "3,000", Conflict),
    (Kind::Count, "tens of thousands", "60,000", Compatible),
    (Kind::Count, "nearly 300", "just over 300", Compatible),
    (Kind::Count, "nearly 300", "250", Conflict),
    (Kind::Count, "just over 300", "350", Conflict),
    (Kind::Count, "no more than 300", "301", Conflict),
    (Kind::Money, "£3bn", "3 billion pounds", Same),
    (Kind::Money, "£3bn", "£3.1bn", Compatible),
    (Kind::Money, "£3bn", "£3.3bn", Conflict),
    (Kind::Money, "£20", "£21", Conflict),
    (Kind::Money, "£20", "£20.40", Compatible),
    (Kind::Money, "£5", "US$5", Unknown),
    (Kind::Money, "A$5", "$5", Unknown),
    (Kind::Money, "70 cents", "$0.70", Same),
    (Kind::Money, "$7-8 billion", "$7.5 billion", Compatible),
    (Kind::Money, "$7-8 billion", "$9.5 billion", Conflict),
    (Kind::Money, "¥7 billion yuan", "7 billion yuan", Same),
    (Kind::Money, "¥7 billion", "7 billion yuan", Unknown),
    (Kind::Money, "tens of millions of dollars", "$45 million", Compatible),
    (Kind::Money, "up to $7 billion", "$9 billion", Conflict),
    (Kind::Percent, "12%", "12 per cent", Same),
    (Kind::Percent, "12%", "12.5%", Compatible),
    (Kind::Percent, "20%", "21%", Conflict),
    (Kind::Percent, "about 20%", "21%", Compatible),
    (Kind::Percent, "a third", "33%", Compatible),
    (Kind::Percent, "a third", "36%", Conflict),
    (Kind::Percent, "three in four", "75%", Same),
    (Kind::Percent, "more than half", "51%", Compatible),
    (Kind::Percent, "more than half", "45%", Conflict),
    (Kind::Percent, "25 basis points", "0.25 percentage points", Same),
    (Kind::Percent, "-2%", "2%", Conflict),
    (Kind::Duration, "90 minutes", "an hour and a half", Same),
    (Kind::Duration, "48 hours", "two days", Same),
    (Kind::Duration, "three days", "72 hours", Same),
    (Kind::Duration, "three days", "73 hours", Compatible),
    (Kind::Duration, "a fortnight", "14 days", Same),
    (Kind::Duration, "a decade", "ten years", Same),
    (Kind::Duration, "18 months", "a year and a half", Compatible),
    (Kind::Duration, "a month", "four weeks", Compatible),
    (Kind::Duration, "a year", "52 weeks", Compatible),
    (Kind::Duration, "a year", "14 months", Conflict),
    (Kind::Duration, "ten years", "eleven years", Conflict),
    (Kind::Duration, "three nights", "three days", Unknown),
    (Kind::Duration, "three nights", "four nights", Conflict),
    (Kind::Duration, "week-long", "7 days", Compatible),
    (Kind::Duration, "week-long", "10 days", Conflict),
    (Kind::Duration, "less than a month", "30 days", Compatible),
    (Kind::Duration, "more than a month", "two weeks", Conflict),
    (Kind::Duration, "about ten days", "11 days", Compatible),
    (Kind::Duration, "two to three weeks", "17 days", Compatible),
    (Kind::Age, "aged 52", "52-year-old", Same),
    (Kind::Age, "aged 52", "aged 25", Conflict),
    (Kind::Age, "aged 52", "53 years old", Conflict),
    (Kind::Age, "18 months old", "one year old", Unknown),
    (Kind::Ordinal, "twenty-first", "21st", Same),
    (Kind::Ordinal, "first", "21st", Conflict),
    (Kind::Number, "3/4", "three quarters", Same),
    (Kind::Number, "three quarters", "0.75", Same),
    (Kind::Number, "two thirds", "0.67", Compatible),
    (Kind::Number, "two thirds", "0.6", Conflict),
    (Kind::Number, "-5", "minus five", Same),
    (Kind::Number, "-5", "5", Conflict),
    (Kind::Number, "2^10", "1,024", Same),
    (Kind::Number, "1 in 500", "0.002", Same),
    (Kind::Number, "7.5", "seven and a half", Same),
    (Kind::Number, "7.5", "seven point five", Same),
    (Kind::Quantity, "7 km", "7 kilometres", Same),
    (Kind::Quantity, "7 km", "7,000 metres", Same),
    (Kind::Quantity, "7 km", "9 km", Conflict),
    (Kind::Quantity, "7 km", "7.3 km", Compatible),
    (Kind::Quantity, "7.0 km", "7.3 km", Conflict),
    (Kind::Quantity, "7.26 km", "7.3 km", Compatible),
    (Kind::Quantity, "26.2 miles", "42.195 km", Compatible),
    (Kind::Quantity, "6 miles", "10 km", Compatible),
    (Kind::Quantity, "6 miles", "12 km", Conflict),
    (Kind::Quantity, "a quarter of a mile", "400 m", Compatible),
    (Kind::Quantity, "5 feet 10 inches", "1.78 m", Compatible),
    (Kind::Quantity, "5 feet 10 inches", "1.98 m", Conflict),
    (Kind::Quantity, "7 km", "7 kg", Unknown),
    (Kind::Quantity, "7 km", "7 km/h", Unknown),
    (Kind::Quantity, "7 km", "7 km²", Unknown),
    (Kind::Quantity, "100 mph", "160 km/h", Compatible),
    (Kind::Quantity, "100 mph", "100 km/h", Conflict),
    (Kind::Quantity, "36 km/h", "10 metres per second", Same),
    (Kind::Quantity, "20 knots", "37 km/h", Compatible),
    (Kind::Quantity, "20 °C", "68 °F", Same),
    (Kind::Quantity, "19 °C", "67 °F", Compatible),
    (Kind::Quantity, "20 °C", "80 °F", Conflict),
    (Kind::Quantity, "20 °C", "21 °C", Conflict),
    (Kind::Quantity, "20 degrees Celsius", "20 °", Unknown),
    (Kind::Quantity, "-40 °C", "-40 °F", Same),
    (Kind::Quantity, "magnitude 6.1", "6.1-magnitude", Same),
    (Kind::Quantity, "magnitude 6.1", "magnitude 6.4", Conflict),
    (Kind::Quantity, "magnitude 6", "magnitude 6.1", Compatible),
    (Kind::Quantity, "at least 50 tonnes", "60,000 kg", Compatible),
    (Kind::Quantity, "at least 50 tonnes", "40,000 kg", Conflict),
    (Kind::Quantity, "up to 50 tonnes", "60 tonnes", Conflict),
    (Kind::Quantity, "50 to 60 tonnes", "55,000 kg", Compatible),
    (Kind::Quantity, "about 50 km", "53 km", Compatible),
    (Kind::Quantity, "500 MW", "0.5 GW", Same),
    (Kind::Quantity, "64 GB", "64 MB", Conflict),
    (Kind::Quantity, "1 GB", "8,000 megabits", Same),
    (Kind::Quantity, "2 hectares", "20,000 square metres", Same),
    (Kind::Quantity, "5 acres", "2 hectares", Compatible),
    (Kind::Quantity, "180 degrees", "half a turn", Unknown),
    (Kind::Money, "USD5m", "$5 million", Same),
    (Kind::Money, "5 dollars and 50 cents", "$5.50", Same),
    (Kind::Money, "70p", "70 pence", Same),
    (Kind::Duration, "a couple of days", "three days", Compatible),
    (Kind::Duration, "a couple of days", "a week", Conflict),
    (Kind::Duration, "another hour", "60 minutes", Same),
    (Kind::Ordinal, "three hundred and fifth", "305th", Same),
    (Kind::Ordinal, "two hundredth", "202nd", Conflict),
    (Kind::Identifier, "Flight QX 417", "flight QX417", Same),
    (Kind::Identifier, "Flight QX 417", "flight QX471", Conflict),
    (Kind::Identifier, "Flight QX 417", "flight QX418", Suspicious),
    (Kind::Identifier, "Article 12", "Article 21", Conflict),
    (Kind::Identifier, "Article 12", "Section 12", Unknown),
    (Kind::Identifier, "version 3.4.1", "version 3.4.2", Suspicious),
];

const TOLERANCES: &[(Kind, &str, &str, i64, Agreement)] = &[
    (Kind::Count, "100", "104", 5, Compatible),
    (Kind::Count, "100", "110", 5, Conflict),
    (Kind::Count, "more than 100", "96", 5, Compatible),
    (Kind::Count, "more than 100", "90", 5, Conflict),
    (Kind::Count, "20", "22", -5, Conflict),
    (Kind::Money, "€3 million", "€3.3 million", 10, Compatible),
    (Kind::Percent, "40%", "44%", 10, Compatible),
    (Kind::Duration, "10 days", "11 days", 10, Compatible),
    (Kind::Age, "aged 50", "aged 51", 2, Compatible),
];

/// What readers of numbers trip over.
const WORDS: &[&str] = &[
    "a",
    "an",
    "one",
    "two",
    "half",
    "and",
    "a half",
    "hundred",
    "million",
    "dozen",
    "of",
    "dozens",
    "between",
    "to",
    "-",
    "5",
    "5-",
    "-6",
    "7.5",
    "18,000",
    "2025",
    "$",
    "$3",
    "€4",
    "(",
    ")",
    "minus",
    "percent",
    "%",
    "per cent",
    "days",
    "day",
    "long",
    "-long",
    "year",
    "-year-old",
    "years old",
    "aged",
    "age",
    "more than",
    "about",
    "or more",
    "third",
    "-thirds",
    "quarter",
    "in ten",
    "dollars",
    "pounds",
    "won",
    "½",
    "people",
    "|",
    ".",
    ",",
    "or",
    "three",
    "twenty",
    "-one",
    "US",
    "m",
    "k",
    "km",
    "°C",
    "/",
    "^",
    "e",
    "point",
    "miles",
    "feet",
    "in",
    "magnitude",
    "x10",
    "⅔",
    "fifths",
    "out of",
    "over",
    "couple of",
    "another",
    "forties",
    "her",
    "USD5",
    "cents",
    "hour",
    "10",
];
