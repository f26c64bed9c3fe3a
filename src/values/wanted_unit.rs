//! The unit that a rule asks of its value.

use std::fmt;

use super::measure::{Dimension, Measure};
use super::unit_table;
use super::value::{Kind, Value};

/// What a value must be measured in. A unit of measure stands for all units that it converts to: with `km` miles will do,
/// tonnes will not. Per cent and percentage points do not convert.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WantedUnit {
    /// A unit of measure, and all of its dimension.
    Measure(Measure),
    /// `%`
    Percent,
    /// `pp`: percentage points.
    Points,
}

impl WantedUnit {
    /// The unit that is written so: `km`, `km/h`, `%`, `pp`.
    #[must_use]
    pub fn of(written: &str) -> Option<Self> {
        match written {
            "%" => Some(Self::Percent),
            "pp" => Some(Self::Points),
            _ => unit_table::of_symbol(written).map(Self::Measure),
        }
    }

    /// The way to write a unit that was named in words or in other letters: `km` for "kilometres" and for "KM".
    #[must_use]
    pub fn meant(written: &str) -> Option<String> {
        let folded = written.to_lowercase();
        match folded.as_str() {
            "percent" | "per cent" => Some("%".to_owned()),
            "percentage points" => Some("pp".to_owned()),
            _ => unit_table::of_name(&folded)
                .map(|measure| measure.to_string())
                .or_else(|| unit_table::symbols().find(|symbol| symbol.to_lowercase() == folded).map(str::to_owned)),
        }
    }

    /// Every way to write a unit that is no rate.
    pub fn known() -> impl Iterator<Item = &'static str> {
        unit_table::symbols().chain(["%", "pp"])
    }

    /// The kind of value that it measures.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Measure(_) => Kind::Quantity,
            Self::Percent | Self::Points => Kind::Percent,
        }
    }

    /// Whether a value is in it, or in a unit that converts to it. Degrees whose scale is not said may be of any.
    #[must_use]
    pub fn fits(&self, value: &Value) -> bool {
        match (self, value) {
            (Self::Measure(wanted), Value::Quantity(quantity)) => {
                let of = quantity.measure;
                let degrees = of.dimension == Dimension::Degree
                    && matches!(wanted.dimension, Dimension::Temperature | Dimension::Angle);
                (of.dimension == wanted.dimension || degrees) && of.per.is_some() == wanted.per.is_some()
            }
            (Self::Percent, Value::Percent(share)) => !share.points,
            (Self::Points, Value::Percent(share)) => share.points,
            _ => false,
        }
    }
}

impl fmt::Display for WantedUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Measure(measure) => measure.fmt(f),
            Self::Percent => f.write_str("%"),
            Self::Points => f.write_str("pp"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::WantedUnit;
    use crate::source::file::File;
    use crate::source::read::{Format, document};
    use crate::values::find::find;
    use crate::values::names::Names;

    #[test]
    fn a_unit_takes_what_converts_to_it_and_nothing_else() {
        for (unit, text, expected) in [
            ("km", "a wall of 12 km", true),
            ("km", "a wall of 12 miles", true),
            ("km", "a wall of 12 tonnes", false),
            ("km", "12 km/h", false),
            ("km/h", "12 miles an hour", true),
            ("km/h", "12 miles", false),
            ("°C", "warmed by 40 °F", true),
            ("°C", "temperatures of 40 degrees", true),
            ("%", "it fell 12 percent", true),
            ("%", "it fell 12 percentage points", false),
            ("pp", "it fell 12 percentage points", true),
            ("pp", "a wall of 12 km", false),
        ] {
            let wanted = WantedUnit::of(unit).unwrap();
            assert_eq!(wanted.to_string(), unit);
            let readings = find(&document(Arc::new(File::new("test", text)), Format::Plain), &Names::default());
            let fits = readings.iter().any(|reading| wanted.fits(&reading.value));
            assert_eq!(fits, expected, "{unit}: {text}");
        }
    }

    #[test]
    fn a_unit_in_words_is_no_unit_but_tells_which_is_meant() {
        for (written, expected) in [
            ("kilometres", Some("km")),
            ("Tonnes", Some("t")),
            ("KM", Some("km")),
            ("percent", Some("%")),
            ("percentage points", Some("pp")),
            ("parsecs", None),
        ] {
            assert!(WantedUnit::of(written).is_none(), "{written}");
            assert_eq!(WantedUnit::meant(written).as_deref(), expected, "{written}");
        }
    }
}
