//! Units of measure as prose writes them: symbols, names, and what they are per unit of time.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::measure::{Dimension, Measure, Per};
use super::number::{Number, Spelling};
use super::words::Words;

/// Reads a unit of measure behind a number, blank or hyphen between, and the token behind it: "km", "-mile", "square metres",
/// "miles an hour".
pub(crate) fn suffix(words: Words<'_>, number: &Number) -> Option<(Measure, usize)> {
    let at = number.end;
    let hyphen = words.hyphen(at);
    let start = at + usize::from(hyphen);
    let (measure, end) = bracketed(words, at)
        .or_else(|| metres(words, number))
        .or_else(|| named(words, start).filter(|&(measure, end)| says(words, number, hyphen, measure, end)))?;
    let (measure, end) = to_power(words, measure, end);
    let (measure, end) = with_rate(words, measure, end);
    // "a 5 km2", "40kmx"
    let broken = words.glued(end) && (words.is_number(end) || words.is_word(end)) && !words.word(end).starts_with('\'');
    (!broken).then_some((measure, end))
}

/// Reads the unit that stands before its number: "magnitude 7.1", "a magnitude of 7.1". The number starts at the second.
pub(crate) fn prefix(words: Words<'_>, at: usize) -> Option<(Measure, usize)> {
    if words.word(at) != "magnitude" {
        return None;
    }
    let number = at + 1 + usize::from(words.word(at + 1) == "of" || words.hyphen(at + 1));
    let measure = BY_SYMBOL.get("mag").copied()?;
    words.is_number(number).then_some((measure, number))
}

/// Reads a number of one decimal as the magnitude of an earthquake where its sentence speaks of one: "measuring 5.2 on the
/// Richter scale", "a 5.2 tremor", "put its magnitude at 5.2".
pub(crate) fn magnitude(words: Words<'_>, number: &Number) -> Option<(Measure, usize)> {
    let end = number.end;
    let scale = words.are(end, &["on", "the"]) && matches!(words.word(end + 2), "richter" | "moment");
    let quake = end + usize::from(words.word(end) == "degree");
    let open = !words.noun(end) || is_about_earthquakes(words.word(quake)) || !words.plural(end) && words.hyphen(end);
    let told = number.precision == -1 && number.upper.is_none() && open && words.near(end, is_about_earthquakes);
    let measure = *BY_SYMBOL.get("mag").filter(|_| (scale || told) && number.value < Decimal::TEN)?;
    let length = match scale {
        // "a 5.2 degree quake"
        false => usize::from(words.word(end) == "degree"),
        true if words.word(end + 3) == "magnitude" => 5,
        true => 4,
    };
    Some((measure, end + length))
}

fn is_about_earthquakes(word: &str) -> bool {
    let singular = word.strip_suffix('s').unwrap_or(word);
    matches!(singular, "magnitude" | "earthquake" | "quake" | "tremor" | "temblor" | "aftershock" | "richter")
}

/// The folded words that a quantity can start with beside its number.
pub(crate) fn starts() -> impl Iterator<Item = &'static str> {
    ["magnitude"].into_iter()
}

/// The unit that is written so, as [`Measure`] displays it.
pub(crate) fn of_symbol(symbol: &str) -> Option<Measure> {
    let (symbol, per) = match symbol.split_once('/') {
        Some((symbol, per)) => (symbol, Some(PERS.iter().find(|known| known.0 == per)?)),
        None => (symbol, None),
    };
    let measure = *BY_SYMBOL.get(symbol)?;
    Some(Measure { per: per.map(|&(symbol, milliseconds, _)| Per { symbol, milliseconds }), ..measure })
}

/// The unit of a folded name, in the singular or the plural.
pub(crate) fn of_name(name: &str) -> Option<Measure> {
    BY_NAME.get(name).copied()
}

/// Every unit, by its symbol.
pub(crate) fn symbols() -> impl Iterator<Item = &'static str> {
    UNITS.iter().map(|row| row.0)
}

/// `20 (kg)`
fn bracketed(words: Words<'_>, at: usize) -> Option<(Measure, usize)> {
    if words.word(at) != "(" || words.word(at + 2) != ")" || !words.glued(at + 1) {
        return None;
    }
    Some((symbol(words, at + 1)?, at + 3))
}

/// A unit by its symbol or its name, up to three words: "sq km", "square feet", "metric tons", "degrees Celsius", `°C`.
fn named(words: Words<'_>, at: usize) -> Option<(Measure, usize)> {
    let word = words.word(at);
    let area = matches!(word, "square" | "sq");
    let volume = matches!(word, "cubic" | "cu");
    if area || volume {
        let dot = usize::from(matches!(word, "sq" | "cu") && words.word(at + 1) == "." && words.glued(at + 1));
        let hyphen = usize::from(words.hyphen(at + 1 + dot));
        let at = at + 1 + dot + hyphen;
        let length = of_name(words.word(at)).or_else(|| symbol(words, at)).or_else(|| bare_metre(words, at))?;
        let power = POWERS.iter().find(|power| power.0 == length.symbol)?;
        return Some((*BY_SYMBOL.get(if area { power.1 } else { power.2 })?, at + 1));
    }
    if matches!(word, "°" | "º" | "degree" | "degrees") {
        let next = at + 1 + usize::from(words.hyphen(at + 1));
        let scale = match words.word(next) {
            "celsius" | "centigrade" | "c" => Some("°C"),
            "fahrenheit" | "f" => Some("°F"),
            "kelvin" => Some("K"),
            _ => None,
        };
        return match scale {
            Some(scale) => Some((*BY_SYMBOL.get(scale)?, next + 1)),
            None => Some((*BY_SYMBOL.get("°")?, at + 1)),
        };
    }
    let two = |a: &str, b: &str| word == a && name_is(words.word(at + 1 + usize::from(words.hyphen(at + 1))), b);
    let behind = at + 2 + usize::from(words.hyphen(at + 1));
    for (first, second, symbol) in TWO_WORDS {
        if two(first, second) {
            return Some((*BY_SYMBOL.get(symbol)?, behind));
        }
    }
    symbol(words, at).or_else(|| of_name(word)).map(|unit| (unit, at + 1))
}

/// The "m" of "sq m".
fn bare_metre(words: Words<'_>, at: usize) -> Option<Measure> {
    BY_SYMBOL.get(words.raw(at)).copied().filter(|unit| unit.symbol == "m")
}

/// `m^2`, `km^3`: the power of a length that a sign tells.
fn to_power(words: Words<'_>, measure: Measure, end: usize) -> (Measure, usize) {
    let power = POWERS.iter().find(|power| power.0 == measure.symbol && words.word(end) == "^" && words.glued(end));
    let symbol = power.and_then(|power| match words.word(end + 1) {
        "2" => Some(power.1),
        "3" => Some(power.2),
        _ => None,
    });
    match symbol.and_then(|symbol| BY_SYMBOL.get(symbol)) {
        Some(&raised) => (raised, end + 2),
        None => (measure, end),
    }
}

/// Whether a folded word is a name or its plural.
fn name_is(word: &str, singular: &str) -> bool {
    word == singular || word.strip_suffix('s') == Some(singular)
}

/// The unit of a symbol as written: `MW` is no `mW`.
fn symbol(words: Words<'_>, at: usize) -> Option<Measure> {
    let raw = words.raw(at);
    if raw.is_empty() || raw.len() > 6 {
        return None;
    }
    BY_SPELLING.get(raw).copied()
}

/// Whether a unit is meant here, and not a verb, a name, a part of the body or of a title.
fn says(words: Words<'_>, number: &Number, hyphen: bool, measure: Measure, end: usize) -> bool {
    let at = number.end + usize::from(hyphen);
    let (word, raw) = (words.word(at), words.raw(at));
    let glued = words.glued(at) && !hyphen;
    let letter = raw.chars().count() == 1;
    let literal = words.is_literal();
    // "Five Miles", a title
    let title = word.len() > 3
        && words.capital(at)
        && !glued
        && BY_NAME.contains_key(word)
        && number.spelling == Spelling::Words;
    // "several hundred metres", "dozens of miles"
    let plural = word.len() > 3 && word.ends_with('s') && BY_NAME.contains_key(word);
    if title || number.spelling == Spelling::Vague && !literal && !plural || number.spelling == Spelling::Letter {
        return false;
    }
    let digits = !matches!(number.spelling, Spelling::Words | Spelling::One | Spelling::Loose);
    match word {
        "°" | "º" => true,
        "degree" | "degrees" if measure.dimension == Dimension::Degree => {
            literal
                || matches!(words.word(end), "angle" | "turn" | "heat")
                || (word == "degrees" && words.near(at, is_about_degrees))
        }
        // "(15 × 18 in)"
        "in" => literal || digits && words.word(end) == ")",
        // "30C", but "seat 30C"
        _ if measure.dimension == Dimension::Temperature && letter && raw != "K" => {
            literal || (glued && digits && words.near(at, is_about_degrees))
        }
        // "500 g of flour"
        "g" | "t" if raw == word && digits && !glued && !hyphen => {
            literal || words.word(end) == "of" || words.pauses(end) && words.word(end) != "."
        }
        // "24703 L", "5G"
        _ if letter => literal || (glued && digits && (measure.symbol != "L" || raw == "L" || raw == "l")),
        "foot" => {
            literal
                || hyphen
                || matches!(words.word(end), "tall" | "high" | "long" | "deep" | "wide")
                || words.pauses(end)
                || words.is_number(end) && (words.pauses(end + 1) || matches!(words.word(end + 1), "inch" | "inches"))
        }
        "feet" => digits || literal || !matches!(words.before(at, 2), "his" | "her" | "their" | "on" | "all" | "its"),
        "mile" if words.word(end) == "per" => true,
        "yard" | "mile" | "acre" | "inch" => literal || hyphen || number.value <= Decimal::ONE || words.pauses(end),
        "turn" | "turns" => {
            literal
                || words.near(at, |word| matches!(word, "rotate" | "rotates" | "rotated" | "spin" | "spins" | "make"))
        }
        "cup" | "cups" => literal || number.value.scale() > 0 || words.word(end) == "of" || words.noun(end) && digits,
        "pound" | "pounds" => weighs(words, number, hyphen, end),
        "stone" => words.before(at, 2).starts_with("weigh") || words.before(at, 3).starts_with("weigh"),
        "bit" | "bits" => literal || hyphen || (digits && word == "bits" && words.word(end) != "of"),
        "ton" | "tons" => !matches!(words.word(end), "weight" | "up"),
        "bar" | "bars" => literal || (digits && words.pauses(end)),
        "knot" | "knots" => literal || digits,
        _ => true,
    }
}

/// Whether pounds are a weight: money decides otherwise.
fn weighs(words: Words<'_>, number: &Number, hyphen: bool, end: usize) -> bool {
    let at = number.end;
    if number.scale >= 5 {
        return false;
    }
    let next = words.word(end);
    let paid = matches!(
        next,
        "note"
            | "notes"
            | "coin"
            | "coins"
            | "fine"
            | "fee"
            | "deal"
            | "ticket"
            | "prize"
            | "bill"
            | "sterling"
            | "loan"
            | "debt"
    );
    if hyphen {
        return !paid;
    }
    let verb = (1..6).any(|back| {
        let word = words.before(at, back);
        word.starts_with("weigh")
            || matches!(
                word,
                "lost"
                    | "lose"
                    | "loses"
                    | "losing"
                    | "gained"
                    | "gain"
                    | "gaining"
                    | "shed"
                    | "shedding"
                    | "drop"
                    | "dropped"
                    | "lifted"
            ) && (words.pauses(end) || words.word(end) == "of")
    });
    let goods = next == "of"
        && !matches!(words.word(end + 1), "the" | "public" | "taxpayers" | "extra" | "debt" | "government");
    let other = words.near(at, |word| {
        matches!(
            word,
            "ton" | "tons" | "tonne" | "tonnes" | "kg" | "kilogram" | "kilograms" | "kilogrammes" | "ounce" | "ounces"
        )
    });
    verb || goods || other || matches!(next, "heavier" | "lighter")
}

/// "5m" of length: where the sentence speaks of one. Else five million, or nothing.
fn metres(words: Words<'_>, number: &Number) -> Option<(Measure, usize)> {
    let (at, glued) = match number.spelling {
        Spelling::Letter if words.raw(number.end - 1) == "m" => (number.end - 1, true),
        Spelling::Bare | Spelling::Digits if words.raw(number.end) == "m" && number.scale == 0 => (number.end, false),
        _ => return None,
    };
    let end = at + 1;
    let next = words.word(end);
    let spaced = !words.glued(at) && (words.pauses(end) || words.is_number(end)) && !glued;
    let told = spaced
        || matches!(
            next,
            "tall"
                | "high"
                | "long"
                | "wide"
                | "deep"
                | "away"
                | "above"
                | "below"
                | "apart"
                | "thick"
                | "sprint"
                | "hurdles"
                | "freestyle"
        )
        || (!words.plural(end) && words.near(at, is_about_length));
    let measure = *BY_SYMBOL.get("m")?;
    told.then_some((measure, end))
}

fn is_about_length(word: &str) -> bool {
    matches!(
        word,
        "km" | "cm"
            | "dm"
            | "mm"
            | "metre"
            | "metres"
            | "meter"
            | "meters"
            | "length"
            | "height"
            | "width"
            | "depth"
            | "outreach"
            | "altitude"
            | "elevation"
            | "tall"
            | "feet"
            | "ft"
    )
}

fn is_about_degrees(word: &str) -> bool {
    word.starts_with("temperature")
        || word.starts_with("warm")
        || word.starts_with("rotat")
        || word.starts_with("tilt")
        || matches!(
            word,
            "angle"
                | "angles"
                | "heat"
                | "cold"
                | "cool"
                | "cooler"
                | "hot"
                | "hotter"
                | "turn"
                | "turned"
                | "turns"
                | "latitude"
                | "longitude"
                | "north"
                | "south"
                | "east"
                | "west"
                | "below"
                | "above"
                | "weather"
                | "slope"
                | "left"
                | "right"
                | "forecast"
                | "outside"
        )
}

/// Takes "per hour", "an hour", "/s", "a day" behind a unit.
fn with_rate(words: Words<'_>, measure: Measure, end: usize) -> (Measure, usize) {
    if measure.per.is_some() {
        return (measure, end);
    }
    // "a 180-mile-per-hour wind"
    if words.hyphen(end) && matches!(words.word(end + 1), "per" | "an" | "a") && words.hyphen(end + 2) {
        let word = words.word(end + 3);
        if let Some(&(symbol, milliseconds, _)) = PERS.iter().find(|(_, _, names)| names.contains(&word)) {
            return (Measure { per: Some(Per { symbol, milliseconds }), ..measure }, end + 4);
        }
    }
    let stroke = words.word(end) == "/" && words.glued(end) && words.glued(end + 1);
    let said = matches!(words.word(end), "per" | "a" | "an" | "each" | "every");
    let word = words.word(end + 1);
    let per = PERS.iter().find(|(symbol, _, names)| {
        (stroke && (*symbol == word || names.contains(&word))) || (said && names.contains(&word))
    });
    match per {
        Some(&(symbol, milliseconds, _)) => (Measure { per: Some(Per { symbol, milliseconds }), ..measure }, end + 2),
        None => (measure, end),
    }
}

/// Units of time that a rate is told in: symbol, milliseconds, names.
const PERS: &[(&str, u32, &[&str])] = &[
    ("ms", 1, &["millisecond"]),
    ("s", 1_000, &["second", "sec"]),
    ("min", 60_000, &["minute"]),
    ("h", 3_600_000, &["hour", "hr"]),
    ("d", 86_400_000, &["day"]),
    ("wk", 604_800_000, &["week"]),
    ("mo", 2_629_800_000, &["month"]),
];

/// Units of length with the symbols of their squares and their cubes.
const POWERS: &[(&str, &str, &str)] = &[
    ("m", "m²", "m³"),
    ("km", "km²", "km³"),
    ("cm", "cm²", "cm³"),
    ("mm", "mm²", "mm³"),
    ("dm", "dm²", "dm³"),
    ("ft", "ft²", "ft³"),
    ("in", "in²", "in³"),
    ("yd", "yd²", "yd³"),
    ("mi", "mi²", "mi³"),
];

/// Names of two words, the second in the singular.
const TWO_WORDS: &[(&str, &str, &str)] = &[
    ("nautical", "mile", "nmi"),
    ("metric", "ton", "t"),
    ("metric", "tonne", "t"),
    ("short", "ton", "ton"),
    ("long", "ton", "LT"),
    ("light", "year", "ly"),
    ("fluid", "ounce", "fl oz"),
    ("fl", "oz", "fl oz"),
    ("us", "gallon", "gal"),
    ("imperial", "gallon", "imp gal"),
    ("kilowatt", "hour", "kWh"),
    ("megawatt", "hour", "MWh"),
    ("gigawatt", "hour", "GWh"),
    ("terawatt", "hour", "TWh"),
    ("watt", "hour", "Wh"),
    ("troy", "ounce", "oz t"),
];

/// A row of the table: the symbol that values are written with, what it measures, the factor to the base unit as a decimal,
/// other spellings of the symbol, and names in the singular.
type Row = (&'static str, Dimension, &'static str, &'static [&'static str], &'static [&'static str]);

/// Factors are those of the International System of Units (BIPM, 9th edition) and of NIST Special Publication 811; a ton
/// alone is the short ton, a gallon, a pint and a cup are those of the United States.
#[rustfmt::skip]
const UNITS: &[Row] = &[
    ("pm", Dimension::Length, "0.000000000001", &[], &["picometre", "picometer"]),
    ("nm", Dimension::Length, "0.000000001", &["nm"], &["nanometre", "nanometer"]),
    ("µm", Dimension::Length, "0.000001", &["µm", "μm"], &["micrometre", "micrometer", "micron"]),
    ("mm", Dimension::Length, "0.001", &["mm"], &["millimetre", "millimeter"]),
    ("cm", Dimension::Length, "0.01", &["cm", "cms"], &["centimetre", "centimeter"]),
    ("dm", Dimension::Length, "0.1", &["dm"], &["decimetre", "decimeter"]),
    ("m", Dimension::Length, "1", &[], &["metre", "meter"]),
    ("km", Dimension::Length, "1000", &["km", "kms", "KM", "Km"], &["kilometre", "kilometer"]),
    ("in", Dimension::Length, "0.0254", &["in"], &["inch"]),
    ("ft", Dimension::Length, "0.3048", &["ft", "Ft"], &["foot"]),
    ("yd", Dimension::Length, "0.9144", &["yd", "yds"], &["yard"]),
    ("mi", Dimension::Length, "1609.344", &["mi"], &["mile"]),
    ("nmi", Dimension::Length, "1852", &["nmi"], &[]),
    ("fth", Dimension::Length, "1.8288", &[], &["fathom"]),
    ("fur", Dimension::Length, "201.168", &[], &["furlong"]),
    ("ly", Dimension::Length, "9460730472580800", &["ly"], &[]),
    ("mm²", Dimension::Area, "0.000001", &["mm²", "mm2"], &[]),
    ("cm²", Dimension::Area, "0.0001", &["cm²", "cm2"], &[]),
    ("dm²", Dimension::Area, "0.01", &["dm²", "dm2"], &[]),
    ("m²", Dimension::Area, "1", &["m²", "m2", "sqm"], &[]),
    ("km²", Dimension::Area, "1000000", &["km²", "km2"], &[]),
    ("ha", Dimension::Area, "10000", &["ha"], &["hectare"]),
    ("ac", Dimension::Area, "4046.8564224", &[], &["acre"]),
    ("in²", Dimension::Area, "0.00064516", &[], &[]),
    ("ft²", Dimension::Area, "0.09290304", &["ft²", "ft2", "sqft"], &[]),
    ("yd²", Dimension::Area, "0.83612736", &[], &[]),
    ("mi²", Dimension::Area, "2589988.110336", &[], &[]),
    ("mm³", Dimension::Volume, "0.000000001", &["mm³", "mm3"], &[]),
    ("cm³", Dimension::Volume, "0.000001", &["cm³", "cm3", "cc"], &[]),
    ("dm³", Dimension::Volume, "0.001", &["dm³", "dm3"], &[]),
    ("m³", Dimension::Volume, "1", &["m³", "m3"], &[]),
    ("km³", Dimension::Volume, "1000000000", &["km³", "km3"], &[]),
    ("in³", Dimension::Volume, "0.000016387064", &[], &[]),
    ("ft³", Dimension::Volume, "0.028316846592", &["ft³"], &[]),
    ("yd³", Dimension::Volume, "0.764554857984", &[], &[]),
    ("mi³", Dimension::Volume, "4168181825.440579584", &[], &[]),
    ("mL", Dimension::Volume, "0.000001", &["ml", "mL"], &["millilitre", "milliliter"]),
    ("cL", Dimension::Volume, "0.00001", &["cl", "cL"], &["centilitre", "centiliter"]),
    ("dL", Dimension::Volume, "0.0001", &["dl", "dL"], &["decilitre", "deciliter"]),
    ("L", Dimension::Volume, "0.001", &["l", "L"], &["litre", "liter"]),
    ("hL", Dimension::Volume, "0.1", &["hl", "hL"], &["hectolitre", "hectoliter"]),
    ("ML", Dimension::Volume, "1000", &[], &["megalitre", "megaliter"]),
    ("tsp", Dimension::Volume, "0.00000492892159375", &["tsp", "Tsp"], &["teaspoon"]),
    ("tbsp", Dimension::Volume, "0.00001478676478125", &["tbsp", "Tbsp"], &["tablespoon"]),
    ("fl oz", Dimension::Volume, "0.0000295735295625", &[], &[]),
    ("cup", Dimension::Volume, "0.0002365882365", &[], &["cup"]),
    ("pt", Dimension::Volume, "0.000473176473", &[], &["pint"]),
    ("qt", Dimension::Volume, "0.000946352946", &["qt"], &["quart"]),
    ("gal", Dimension::Volume, "0.003785411784", &["gal"], &["gallon"]),
    ("imp gal", Dimension::Volume, "0.00454609", &[], &[]),
    ("bu", Dimension::Volume, "0.03523907016688", &[], &["bushel"]),
    ("bbl", Dimension::Volume, "0.158987294928", &["bbl", "bbls"], &["barrel"]),
    ("pg", Dimension::Mass, "0.000000000000001", &["pg"], &["picogram"]),
    ("ng", Dimension::Mass, "0.000000000001", &["ng"], &["nanogram"]),
    ("µg", Dimension::Mass, "0.000000001", &["µg", "μg", "mcg", "ug"], &["microgram"]),
    ("mg", Dimension::Mass, "0.000001", &["mg"], &["milligram", "milligramme"]),
    ("g", Dimension::Mass, "0.001", &["g", "gm", "gms"], &["gram", "gramme"]),
    ("kg", Dimension::Mass, "1", &["kg", "kgs", "Kg", "KG"], &["kilogram", "kilogramme", "kilo"]),
    ("t", Dimension::Mass, "1000", &["t"], &["tonne"]),
    ("kt", Dimension::Mass, "1000000", &["kt"], &["kiloton", "kilotonne"]),
    ("Mt", Dimension::Mass, "1000000000", &["Mt"], &["megaton", "megatonne"]),
    ("ton", Dimension::Mass, "907.18474", &[], &["ton"]),
    ("LT", Dimension::Mass, "1016.0469088", &[], &[]),
    ("oz", Dimension::Mass, "0.028349523125", &["oz"], &["ounce"]),
    ("oz t", Dimension::Mass, "0.0311034768", &[], &[]),
    ("lb", Dimension::Mass, "0.45359237", &["lb", "lbs"], &["pound"]),
    ("st", Dimension::Mass, "6.35029318", &[], &["stone"]),
    ("ct", Dimension::Mass, "0.0002", &[], &["carat"]),
    ("°C", Dimension::Temperature, "1", &["°C", "ºC", "℃", "C"], &["celsius"]),
    ("°F", Dimension::Temperature, "0.5555555555555555555555555556", &["°F", "ºF", "℉", "F"], &["fahrenheit"]),
    ("K", Dimension::Temperature, "1", &[], &["kelvin"]),
    ("°", Dimension::Degree, "1", &["°", "º"], &[]),
    ("rad", Dimension::Angle, "57.2957795130823208767981548", &["rad"], &["radian"]),
    ("tr", Dimension::Angle, "360", &[], &["turn"]),
    ("mag", Dimension::Magnitude, "1", &[], &["magnitude"]),
    ("J", Dimension::Energy, "1", &[], &["joule"]),
    ("kJ", Dimension::Energy, "1000", &["kJ"], &["kilojoule"]),
    ("MJ", Dimension::Energy, "1000000", &["MJ"], &["megajoule"]),
    ("cal", Dimension::Energy, "4.184", &[], &[]),
    ("kcal", Dimension::Energy, "4184", &["kcal"], &["calorie", "kilocalorie"]),
    ("Wh", Dimension::Energy, "3600", &["Wh"], &[]),
    ("kWh", Dimension::Energy, "3600000", &["kWh", "kwh", "KWh"], &[]),
    ("MWh", Dimension::Energy, "3600000000", &["MWh"], &[]),
    ("GWh", Dimension::Energy, "3600000000000", &["GWh"], &[]),
    ("TWh", Dimension::Energy, "3600000000000000", &["TWh"], &[]),
    ("W", Dimension::Power, "1", &[], &["watt"]),
    ("kW", Dimension::Power, "1000", &["kW", "KW", "kw"], &["kilowatt"]),
    ("MW", Dimension::Power, "1000000", &["MW", "mw"], &["megawatt"]),
    ("GW", Dimension::Power, "1000000000", &["GW", "gw"], &["gigawatt"]),
    ("TW", Dimension::Power, "1000000000000", &["TW"], &["terawatt"]),
    ("hp", Dimension::Power, "745.6998715822702", &["hp", "bhp"], &["horsepower"]),
    ("bit", Dimension::Data, "1", &[], &["bit"]),
    ("kbit", Dimension::Data, "1000", &[], &["kilobit"]),
    ("Mbit", Dimension::Data, "1000000", &["Mbit", "Mb"], &["megabit"]),
    ("Gbit", Dimension::Data, "1000000000", &["Gbit", "Gb"], &["gigabit"]),
    ("B", Dimension::Data, "8", &[], &["byte"]),
    ("kB", Dimension::Data, "8000", &["KB", "kB", "kb"], &["kilobyte"]),
    ("MB", Dimension::Data, "8000000", &["MB"], &["megabyte"]),
    ("GB", Dimension::Data, "8000000000", &["GB", "gb"], &["gigabyte"]),
    ("TB", Dimension::Data, "8000000000000", &["TB", "tb"], &["terabyte"]),
    ("PB", Dimension::Data, "8000000000000000", &["PB"], &["petabyte"]),
    ("EB", Dimension::Data, "8000000000000000000", &["EB"], &["exabyte"]),
    ("Hz", Dimension::Frequency, "1", &["Hz"], &["hertz"]),
    ("kHz", Dimension::Frequency, "1000", &["kHz"], &["kilohertz"]),
    ("MHz", Dimension::Frequency, "1000000", &["MHz"], &["megahertz"]),
    ("GHz", Dimension::Frequency, "1000000000", &["GHz"], &["gigahertz"]),
    ("hPa", Dimension::Pressure, "100", &["hPa"], &["hectopascal", "millibar"]),
    ("kPa", Dimension::Pressure, "1000", &["kPa"], &["kilopascal"]),
    ("bar", Dimension::Pressure, "100000", &[], &["bar"]),
    ("psi", Dimension::Pressure, "6894.757293168", &["psi"], &[]),
];

/// Speeds that have a symbol or a name of their own: the symbol of the length, that of the time, and how they are written.
const SPEEDS: &[(&str, &str, &[&str])] = &[
    ("mi", "h", &["mph", "MPH", "m.p.h."]),
    ("km", "h", &["kph", "kmh", "kmph", "KPH"]),
    ("nmi", "h", &["kn", "kts", "knot", "knots"]),
    ("Mbit", "s", &["Mbps", "mbps"]),
    ("Gbit", "s", &["Gbps", "gbps"]),
];

static BY_SYMBOL: LazyLock<FxHashMap<&str, Measure>> =
    LazyLock::new(|| UNITS.iter().map(|row| (row.0, measure(row))).collect());

/// By symbol in every spelling.
static BY_SPELLING: LazyLock<FxHashMap<&str, Measure>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for row in UNITS {
        let measure = measure(row);
        table.extend(row.3.iter().map(|&spelling| (spelling, measure)));
    }
    for (length, per, spellings) in SPEEDS {
        let per =
            PERS.iter().find(|known| known.0 == *per).map(|&(symbol, milliseconds, _)| Per { symbol, milliseconds });
        if let Some(&measure) = BY_SYMBOL.get(length) {
            table.extend(spellings.iter().map(|&spelling| (spelling, Measure { per, ..measure })));
        }
    }
    table
});

/// By folded name, in the singular and the plural.
static BY_NAME: LazyLock<FxHashMap<String, Measure>> = LazyLock::new(|| {
    let mut table = FxHashMap::default();
    for row in UNITS {
        for name in row.4 {
            let plural = match *name {
                "foot" => "feet".to_owned(),
                "inch" => "inches".to_owned(),
                "hertz" | "horsepower" => (*name).to_owned(),
                name => format!("{name}s"),
            };
            table.insert(plural, measure(row));
            table.insert((*name).to_owned(), measure(row));
        }
    }
    table
});

fn measure(row: &Row) -> Measure {
    let &(symbol, dimension, factor, _, _) = row;
    let offset = match symbol {
        // 32 °F are 0 °C.
        "°F" => Decimal::from(-160) / Decimal::from(9),
        "K" => Decimal::new(-27315, 2),
        _ => Decimal::ZERO,
    };
    let factor = factor.parse().unwrap_or(Decimal::ONE);
    Measure { symbol, dimension, factor, offset, per: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_factor_is_a_decimal_and_every_symbol_is_read_back() {
        for row in UNITS {
            assert!(row.2.parse::<Decimal>().is_ok_and(|factor| factor > Decimal::ZERO), "{}", row.0);
            assert_eq!(of_symbol(row.0).map(|measure| measure.symbol), Some(row.0));
        }
    }

    #[test]
    fn every_symbol_that_a_table_names_is_a_unit() {
        let named = POWERS.iter().flat_map(|row| [row.0, row.1, row.2]).chain(TWO_WORDS.iter().map(|row| row.2));
        for symbol in named.chain(SPEEDS.iter().map(|row| row.0)) {
            assert!(BY_SYMBOL.contains_key(symbol), "{symbol}");
        }
    }
}
