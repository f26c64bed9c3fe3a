//! Units of measure as prose writes them: symbols, names, and what they are per unit of time.

use rust_decimal::Decimal;

use super::measure::{Dimension, Measure, Per};
use super::number::{Number, Spelling};
use super::number_words::small;
use super::unit_table::{BY_SYMBOL, PERS, POWERS, TWO_WORDS, of_name, of_spelling};
use super::words::{self, Words};

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
    // "119g/km" is no weight.
    let ratio = measure.per.is_none() && words.word(end) == "/" && words.glued(end) && words.is_word(end + 1);
    // "a 5 km2", "40kmx"
    let broken =
        ratio || words.glued(end) && (words.is_number(end) || words.is_word(end)) && !words.word(end).starts_with('\'');
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
    // "a magnitude of at least 5.2 hit"
    let open =
        open || (3..=6).any(|back| words.before(end, back) == "magnitude" && words.before(end, back - 1) == "of");
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

/// `20 (kg)`
fn bracketed(words: Words<'_>, at: usize) -> Option<(Measure, usize)> {
    if words.word(at) != "(" || words.word(at + 2) != ")" || !words.glued(at + 1) {
        return None;
    }
    Some((symbol(words, at + 1)?, at + 3))
}

/// A unit by its symbol or its name, up to three words: "sq km", "square feet", "metric tons", "degrees Celsius", `°C`.
pub(super) fn named(words: Words<'_>, at: usize) -> Option<(Measure, usize)> {
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
    of_spelling(raw)
}

/// What stands behind degrees of heat, or behind a number where they are meant, to say on which side of zero they are, and
/// the token behind it: "below zero", "of frost" and "above zero". On which scale, they leave open.
pub(crate) fn side_of_zero(words: Words<'_>, at: usize) -> Option<(bool, usize)> {
    match words.word(at) {
        "below" if words.word(at + 1) == "zero" => Some((true, at + 2)),
        "above" if words.word(at + 1) == "zero" => Some((false, at + 2)),
        "of" if words.word(at + 1) == "frost" => Some((true, at + 2)),
        _ => None,
    }
}

/// Whether degrees behind a number are those between two temperatures: "two degrees below normal", "five degrees warmer".
fn is_difference(words: Words<'_>, end: usize) -> bool {
    match words.word(end) {
        "below" | "above" => words.word(end + 1) != "zero",
        word => matches!(word, "warmer" | "cooler" | "hotter" | "colder" | "higher" | "lower" | "more" | "less"),
    }
}

/// Whether a unit is meant here, and not a verb, a name, a part of the body or of a title.
fn says(words: Words<'_>, number: &Number, hyphen: bool, measure: Measure, end: usize) -> bool {
    let at = number.end + usize::from(hyphen);
    let (word, raw) = (words.word(at), words.raw(at));
    let glued = words.glued(at) && !hyphen;
    let letter = raw.chars().count() == 1;
    let literal = words.is_literal();
    // "Five Miles", a title
    let title =
        word.len() > 3 && words.capital(at) && !glued && of_name(word).is_some() && number.spelling == Spelling::Words;
    // "several hundred metres", "dozens of miles"
    let plural = word.len() > 3 && word.ends_with('s') && of_name(word).is_some();
    if title || number.spelling == Spelling::Vague && !literal && !plural || number.spelling == Spelling::Letter {
        return false;
    }
    let digits = !matches!(number.spelling, Spelling::Words | Spelling::One | Spelling::Loose);
    match word {
        "°" | "º" => true,
        "degree" | "degrees" if measure.dimension == Dimension::Degree => {
            literal
                || matches!(words.word(end), "angle" | "turn" | "heat")
                || (word == "degrees" && !is_difference(words, end) && words.near(at, is_about_degrees))
        }
        // "(15 × 18 in)"
        "in" => {
            // "9 in. wide"
            let point = words.word(end) == "." && words.glued(end);
            let wide = matches!(words.word(end + 1), "wide" | "high" | "long" | "deep" | "tall" | "across" | "thick");
            literal || digits && (words.word(end) == ")" || point && wide)
        }
        // "30C", but "seat 30C"
        _ if measure.dimension == Dimension::Temperature && letter && raw != "K" => {
            let minus = words.before(at, 2) == "-" && !words.glued(at - 2);
            literal || (glued && digits && (minus || words.near(at, is_about_degrees)))
        }
        // "500 g of flour"
        "g" | "t" if raw == word && digits && !glued && !hyphen => {
            // "1,080 g on the scales", "350 g rye", but "a turn at 5 g"
            let grams = word == "g" && (number.value >= Decimal::TEN || words.noun(end));
            literal || grams || words.word(end) == "of" || words.pauses(end) && words.word(end) != "."
        }
        // "a battery of 36 V"
        "v" | "w" if matches!(raw, "V" | "W") && digits => literal || glued || words.pauses(end),
        // "24703 L", "5G"
        _ if letter => literal || (glued && digits && (measure.symbol != "L" || raw == "L" || raw == "l")),
        "foot" => {
            literal
                || hyphen
                || matches!(words.word(end), "tall" | "high" | "long" | "deep" | "wide")
                || words.pauses(end)
                // "he is six foot two."
                || (words.is_number(end) || small(words.word(end)).is_some()) && (words.pauses(end + 1) || matches!(words.word(end + 1), "inch" | "inches"))
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
        // "12st 4lb", "weighs 12st"
        "st" => {
            let pounds = words.is_number(end) && matches!(words.word(end + 1), "lb" | "lbs");
            literal || glued && digits && raw == "st" && (pounds || words.near(at, |word| word.starts_with("weigh")))
        }
        // "He weighs 12 stone", "at 12 stone", but "12 stone steps" and "31,200 stones"
        "stone" | "stones" => {
            let weighed = (2..=4).any(|back| words.before(at, back).starts_with("weigh"));
            literal || weighed || word == "stone" && number.value > Decimal::ONE && words.pauses(end)
        }
        "bit" | "bits" => literal || hyphen || (digits && word == "bits" && words.word(end) != "of"),
        "ton" | "tons" => !matches!(words.word(end), "weight" | "up"),
        "bar" | "bars" => literal || (digits && words.pauses(end)),
        // "making nine knots", "nine knots of wind", but "tied nine knots"
        "knot" | "knots" => {
            let sails = matches!(words.before(at, 2), "making" | "doing" | "at" | "of");
            literal
                || digits
                || sails
                || words.are(end, &["of", "wind"])
                || words.near(at, |word| word.starts_with("gust"))
        }
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
    let area = matches!(next, "by" | "x") && words.is_number(end + 1);
    let spaced = !words.glued(at) && !glued && (words.pauses(end) || words.is_number(end) || area);
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
        // "6,890 m and more": nobody writes millions with a thousand's comma or two decimals before a blank.
        || !words.glued(at)
            && !glued
            && words::is_function_word(next)
            && (number.value >= Decimal::ONE_THOUSAND || number.precision == -2)
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
            | "measures"
            | "measured"
            | "measuring"
            | "cleared"
            | "jumped"
            | "leapt"
            | "threw"
            | "vaulted"
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
                | "minus"
                | "zero"
                | "frost"
                | "freezing"
                | "degrees"
                | "celsius"
                | "fahrenheit"
                | "overnight"
                | "thermometer"
                | "mercury"
                | "highs"
                | "lows"
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
    let per_at = |at: usize, stroke: bool| {
        let said = matches!(words.word(at), "per" | "a" | "an" | "each" | "every");
        let word = words.word(at + 1);
        let per = PERS.iter().find(|(symbol, _, names)| {
            (stroke && (*symbol == word || names.contains(&word))) || (said && names.contains(&word))
        });
        per.map(|&(symbol, milliseconds, _)| Measure { per: Some(Per { symbol, milliseconds }), ..measure })
    };
    if let Some(rate) = per_at(end, stroke) {
        return (rate, end + 2);
    }
    // "Three cubic metres of clean water per second": what it is stays behind the value, which it names.
    let of = (end + 2..=end + 3).take_while(|&at| words.word(end) == "of" && words.is_word(at - 1));
    match of.into_iter().find_map(|at| per_at(at, false)) {
        Some(rate) => (rate, end),
        None => (measure, end),
    }
}
