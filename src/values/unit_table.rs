//! Which units of measure there are: symbols, names, factors, and what a rate is told in.

use std::sync::LazyLock;

use rust_decimal::Decimal;
use rustc_hash::FxHashMap;

use super::measure::{Dimension, Measure, Per};

/// The unit that is written so, as [`Measure`] displays it.
pub(crate) fn of_symbol(symbol: &str) -> Option<Measure> {
    let (symbol, per) = match symbol.split_once('/') {
        Some((symbol, per)) => (symbol, Some(PERS.iter().find(|known| known.0 == per)?)),
        None => (symbol, None),
    };
    let measure = *BY_SYMBOL.get(symbol)?;
    Some(Measure { per: per.map(|&(symbol, milliseconds, _)| Per { symbol, milliseconds }), ..measure })
}

/// The unit of a symbol in any spelling that prose has.
pub(crate) fn of_spelling(symbol: &str) -> Option<Measure> {
    BY_SPELLING.get(symbol).copied()
}

/// The unit of a folded name, in the singular or the plural.
pub(crate) fn of_name(name: &str) -> Option<Measure> {
    BY_NAME.get(name).copied()
}

/// Every unit, by its symbol.
pub(crate) fn symbols() -> impl Iterator<Item = &'static str> {
    UNITS.iter().map(|row| row.0)
}

/// Units of time that a rate is told in: symbol, milliseconds, names.
pub(super) const PERS: &[(&str, u32, &[&str])] = &[
    ("ms", 1, &["millisecond"]),
    ("s", 1_000, &["second", "sec"]),
    ("min", 60_000, &["minute"]),
    ("h", 3_600_000, &["hour", "hr"]),
    ("d", 86_400_000, &["day"]),
    ("wk", 604_800_000, &["week"]),
    ("mo", 2_629_800_000, &["month"]),
];

/// Units of length with the symbols of their squares and their cubes.
pub(super) const POWERS: &[(&str, &str, &str)] = &[
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
pub(super) const TWO_WORDS: &[(&str, &str, &str)] = &[
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
    ("st", Dimension::Mass, "6.35029318", &["st"], &["stone"]),
    ("ct", Dimension::Mass, "0.0002", &[], &["carat"]),
    ("°C", Dimension::Temperature, "1", &["°C", "ºC", "℃", "C"], &["celsius"]),
    ("°F", Dimension::Temperature, "0.5555555555555555555555555556", &["°F", "ºF", "℉", "F"], &["fahrenheit"]),
    ("K", Dimension::Temperature, "1", &[], &["kelvin"]),
    ("°", Dimension::Degree, "1", &["°", "º"], &[]),
    ("rad", Dimension::Angle, "57.2957795130823208767981548", &["rad"], &["radian"]),
    ("tr", Dimension::Angle, "360", &[], &["turn"]),
    ("mag", Dimension::Magnitude, "1", &[], &["magnitude"]),
    ("dB", Dimension::Loudness, "1", &["dB", "dBA", "db"], &["decibel"]),
    ("J", Dimension::Energy, "1", &[], &["joule"]),
    ("kJ", Dimension::Energy, "1000", &["kJ"], &["kilojoule"]),
    ("MJ", Dimension::Energy, "1000000", &["MJ"], &["megajoule"]),
    ("GJ", Dimension::Energy, "1000000000", &["GJ"], &["gigajoule"]),
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
    ("Pa", Dimension::Pressure, "1", &[], &["pascal"]),
    ("hPa", Dimension::Pressure, "100", &["hPa"], &["hectopascal", "millibar"]),
    ("kPa", Dimension::Pressure, "1000", &["kPa"], &["kilopascal"]),
    ("bar", Dimension::Pressure, "100000", &[], &["bar"]),
    ("psi", Dimension::Pressure, "6894.757293168", &["psi"], &[]),
    ("mmHg", Dimension::Pressure, "133.322387415", &["mmHg"], &[]),
    ("V", Dimension::Voltage, "1", &["V"], &["volt"]),
    ("kV", Dimension::Voltage, "1000", &["kV"], &["kilovolt"]),
    ("A", Dimension::Current, "1", &[], &["ampere", "amp"]),
    ("N", Dimension::Force, "1", &[], &["newton"]),
    ("kN", Dimension::Force, "1000", &["kN"], &["kilonewton"]),
];

/// Speeds that have a symbol or a name of their own: the symbol of the length, that of the time, and how they are written.
const SPEEDS: &[(&str, &str, &[&str])] = &[
    ("mi", "h", &["mph", "MPH", "m.p.h."]),
    ("km", "h", &["kph", "kmh", "kmph", "KPH"]),
    ("nmi", "h", &["kn", "kts", "knot", "knots"]),
    ("Mbit", "s", &["Mbps", "mbps"]),
    ("Gbit", "s", &["Gbps", "gbps"]),
];

/// By symbol as values are written with it.
pub(super) static BY_SYMBOL: LazyLock<FxHashMap<&str, Measure>> =
    LazyLock::new(|| UNITS.iter().map(|row| (row.0, measure(row))).collect());

/// By symbol in every spelling.
pub(super) static BY_SPELLING: LazyLock<FxHashMap<&str, Measure>> = LazyLock::new(|| {
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
