//! Times of day.

use std::fmt;

use super::agreement::Agreement;

/// A time of day, or a part of the day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Time {
    /// Seconds since midnight of the earliest moment meant: 54000 for `3 p.m.`; for "morning" the start of the morning.
    pub from: u32,
    /// Seconds since midnight of the latest moment meant, inclusive; equal to `from` for a clock time. Beyond 86399 it
    /// is on the next day, as the end of a night.
    pub to: u32,
    /// What the words state: `3 p.m.` is `3:00 p.m.`, but beside 3:04 it may be rounded.
    pub precision: Precision,
    /// Whether the words say "about": half an hour either way.
    pub about: bool,
    /// Whether twelve hours later may be meant as well: "at 3:30".
    pub either_half: bool,
    /// The zone, where one is stated.
    pub zone: Option<Zone>,
    /// The TIMEX3 word of a part of the day (`MO`, `AF`, `EV`, `NI`), where it is one.
    pub part: Option<&'static str>,
}

/// How exactly a clock is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// "3 p.m."
    Hour,
    /// "3:00 p.m."
    #[default]
    Minute,
    /// "3:00:00 p.m."
    Second,
}

/// The zone of a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Minutes to add to UTC.
    Offset(i32),
    /// A zone whose distance from UTC depends on the day, by its name: `ET`.
    Named(&'static str),
}

const HOUR: u32 = 60 * 60;
const DAY: i64 = 24 * HOUR as i64;
/// Ten minutes: how far from the full hour a time may be that is told by the hour alone.
const NEAR_THE_HOUR: i64 = 10 * 60;
/// Half an hour: what "about" gives either way.
const SLACK: i64 = 30 * 60;

impl Time {
    /// A time by the clock, in seconds since midnight, as exact as the words are.
    #[must_use]
    pub fn clock(seconds: u32, precision: Precision) -> Self {
        Self { from: seconds, to: seconds, precision, about: false, either_half: false, zone: None, part: None }
    }

    /// A part of the day by its TIMEX3 word, with wide borders: a morning begins behind midnight ("two in the morning"),
    /// an afternoon ends at seven, an evening begins at four, a night lasts from six to six. `None` for another word.
    #[must_use]
    pub fn part_of_day(word: &str) -> Option<Self> {
        let (from, to, part) = match word {
            "MO" => (60, 12 * HOUR, "MO"),
            "AF" => (12 * HOUR, 19 * HOUR, "AF"),
            "EV" => (16 * HOUR, 24 * HOUR, "EV"),
            "NI" => (18 * HOUR, 30 * HOUR, "NI"),
            _ => return None,
        };
        Some(Self { from, to, part: Some(part), ..Self::clock(0, Precision::Hour) })
    }

    /// Reads the form that [`Display`](fmt::Display) writes.
    #[must_use]
    pub fn from_timex(text: &str) -> Option<Self> {
        let (about, text) = text.strip_prefix("~ ").map_or((false, text), |text| (true, text));
        let text = text.strip_prefix('T')?;
        if let Some(part) = Self::part_of_day(text) {
            return Some(Self { about, ..part });
        }
        let clock = text.bytes().take_while(|b| b.is_ascii_digit() || *b == b':').count();
        let (clock, zone) = text.split_at(clock);
        let zone = match zone {
            "" => None,
            "Z" => Some(Zone::Offset(0)),
            zone if zone.starts_with(['+', '-']) => {
                let minutes = (clock_seconds(&zone[1..])?.0 / 60) as i32;
                Some(Zone::Offset(if zone.starts_with('-') { -minutes } else { minutes }))
            }
            zone => Some(zone_named(&zone.strip_prefix(' ')?.to_ascii_lowercase())?),
        };
        let (seconds, precision) = clock_seconds(clock)?;
        Some(Self { about, zone, ..Self::clock(seconds, precision) })
    }

    /// Whether a moment of one is within `slack` seconds of a moment of the other, round the clock, with what "about" gives
    /// each beside that. Of two parts of the day the border alone, noon between morning and afternoon, is no moment of both.
    fn meets(&self, other: &Self, slack: i64) -> bool {
        let about = |time: &Self| if time.about { SLACK } else { 0 };
        let border = i64::from(self.part.is_some() && other.part.is_some() && self.part != other.part);
        let slack = slack + about(self) + about(other) - border;
        let interval = |time: &Self| {
            let offset = match time.zone {
                Some(Zone::Offset(minutes)) => i64::from(minutes) * 60,
                _ => 0,
            };
            (i64::from(time.from) - offset, i64::from(time.to) - offset)
        };
        let ((from, to), (others_from, others_to)) = (interval(self), interval(other));
        let halves: &[i64] = if self.either_half || other.either_half { &[0, DAY / 2] } else { &[0] };
        (-3..=3)
            .flat_map(|turn| halves.iter().map(move |half| turn * DAY + half))
            .any(|shift| from <= others_to + shift + slack && others_from + shift <= to + slack)
    }
}

/// The zone with this folded name, or `None` where it is not known.
#[must_use]
pub fn zone_named(word: &str) -> Option<Zone> {
    Some(match word {
        "gmt" | "utc" | "z" => Zone::Offset(0),
        "bst" | "cet" => Zone::Offset(60),
        "cest" | "eet" => Zone::Offset(120),
        "eest" | "msk" => Zone::Offset(180),
        "jst" | "kst" => Zone::Offset(540),
        "aest" => Zone::Offset(600),
        "aedt" => Zone::Offset(660),
        "est" => Zone::Offset(-300),
        "edt" => Zone::Offset(-240),
        "cdt" => Zone::Offset(-300),
        "mdt" => Zone::Offset(-360),
        "pst" => Zone::Offset(-480),
        "pdt" => Zone::Offset(-420),
        // These shift with the season, or more than one part of the world has them.
        "et" => Zone::Named("ET"),
        "ct" => Zone::Named("CT"),
        "mt" => Zone::Named("MT"),
        "pt" => Zone::Named("PT"),
        "ist" => Zone::Named("IST"),
        "cst" => Zone::Named("CST"),
        "mst" => Zone::Named("MST"),
        _ => return None,
    })
}

/// Whether two times of day can be the same. A zone on one side alone, or two that cannot be reckoned into one another,
/// prove nothing; nor does an hour without minutes beside a time within ten minutes of it.
#[must_use]
pub fn agree(a: &Time, b: &Time) -> Agreement {
    let comparable = match (a.zone, b.zone) {
        (Some(Zone::Offset(_)), Some(Zone::Offset(_))) => true,
        (a, b) => a == b,
    };
    if a == b {
        Agreement::Same
    } else if !comparable {
        Agreement::Unknown
    } else if !a.meets(b, 0) {
        // "The quake struck at 8 p.m." may be 8:04 to the minute.
        let rounded = (a.precision == Precision::Hour) != (b.precision == Precision::Hour) && !a.about && !b.about;
        if rounded && a.meets(b, NEAR_THE_HOUR) { Agreement::Unknown } else { Agreement::Conflict }
    } else if a.part == b.part && a.either_half == b.either_half && exact(a).meets(&exact(b), 0) {
        Agreement::Same
    } else {
        Agreement::Compatible
    }
}

/// As exact as the words: `T15` for "3 p.m.", `T15:00` for "3:00 p.m.", `T15:00:07`; with a zone `T07:37Z`,
/// `T10:15+09:00`, `T20 ET`; a part of the day `TMO`; with "about" `~ T15`.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.about {
            f.write_str("~ ")?;
        }
        match self.part {
            Some(part) => write!(f, "T{part}")?,
            None => {
                write!(f, "T{:02}", self.from / HOUR)?;
                if self.precision >= Precision::Minute {
                    write!(f, ":{:02}", self.from / 60 % 60)?;
                }
                if self.precision == Precision::Second {
                    write!(f, ":{:02}", self.from % 60)?;
                }
            }
        }
        match self.zone {
            None => Ok(()),
            Some(Zone::Offset(0)) => f.write_str("Z"),
            Some(Zone::Offset(minutes)) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
            Some(Zone::Named(name)) => write!(f, " {name}"),
        }
    }
}

/// The time as if no "about" stood by it.
fn exact(time: &Time) -> Time {
    Time { about: false, ..time.clone() }
}

/// The seconds since midnight of `07`, `07:37` or `07:37:05`, and how exact that is.
fn clock_seconds(text: &str) -> Option<(u32, Precision)> {
    let number =
        |text: &str| (text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<u32>().ok())?;
    let mut fields = text.split(':').map(number);
    let hours = fields.next()?.filter(|&hours| hours < 24)?;
    let (mut seconds, mut precision) = (hours * HOUR, Precision::Hour);
    for (unit, finer) in [(60, Precision::Minute), (1, Precision::Second)] {
        let Some(field) = fields.next() else { break };
        seconds += field.filter(|&field| field < 60)? * unit;
        precision = finer;
    }
    fields.next().is_none().then_some((seconds, precision))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop_assert_eq, proptest};
    use proptest::{option, sample};

    use super::*;
    use crate::values::whole_text::parse_time;

    #[test]
    fn times_agree_where_one_moment_fits_both() {
        use Agreement::{Compatible, Conflict, Same, Unknown};
        let time = |text: &str| parse_time(text).unwrap_or_else(|| panic!("no time: {text}"));
        for (a, b, expected) in [
            ("3 p.m.", "15:00", Same),
            ("3 p.m.", "3:00:00 p.m.", Same),
            ("3 p.m.", "3:00:07 p.m.", Unknown),
            ("half past eight", "8:30 a.m.", Compatible),
            ("half past eight", "20:30", Compatible),
            ("half past eight in the morning", "8:30 a.m.", Same),
            ("half past eight in the evening", "8:30 a.m.", Conflict),
            ("a quarter to nine", "8:45 p.m.", Compatible),
            ("a quarter to nine", "9:15 p.m.", Conflict),
            ("ten past nine", "21:10", Compatible),
            ("seven thirty-five p.m.", "7:35 p.m.", Same),
            ("eleven at night", "11 p.m.", Same),
            ("three at night", "3 a.m.", Same),
            ("12 noon", "midday", Same),
            ("8 p.m. Eastern", "8 p.m. ET", Same),
            ("3 p.m.", "3:30 p.m.", Conflict),
            ("3 p.m.", "3 a.m.", Conflict),
            ("around 3 p.m.", "3:20 p.m.", Compatible),
            ("around 3 p.m.", "3:40 p.m.", Conflict),
            ("around 3 p.m.", "3 p.m.", Same),
            ("morning", "9:15 a.m.", Compatible),
            ("morning", "9 p.m.", Conflict),
            ("morning", "evening", Conflict),
            ("morning", "morning", Same),
            ("evening", "night", Compatible),
            ("night", "2 a.m.", Compatible),
            ("night", "11 p.m.", Compatible),
            ("night", "noon", Conflict),
            ("noon", "12 p.m.", Same),
            ("midnight", "12 a.m.", Same),
            ("midnight", "00:00", Same),
            ("around midnight", "23:45", Compatible),
            ("3 o'clock", "3 p.m.", Compatible),
            ("3 o'clock", "3 a.m.", Compatible),
            ("3 o'clock", "4 p.m.", Conflict),
            ("3:30", "15:30", Compatible),
            ("07:37 GMT", "07:37 UTC", Same),
            ("07:37 GMT", "07:37", Unknown),
            ("07:37 GMT", "08:37 BST", Same),
            ("07:37 GMT", "16:37 JST", Same),
            ("07:37 GMT", "16:38 JST", Conflict),
            ("8 p.m. ET", "8 p.m. ET", Same),
            ("8 p.m. ET", "9 p.m. ET", Conflict),
            ("8 p.m. ET", "8 p.m. PT", Unknown),
            ("8 p.m. ET", "20:00 GMT", Unknown),
            ("8 p.m. ET", "8 p.m.", Unknown),
            ("10:15 local time", "10:15 a.m.", Same),
        ] {
            assert_eq!(agree(&time(a), &time(b)), expected, "{a} / {b}");
            assert_eq!(agree(&time(b), &time(a)), expected, "{b} / {a}");
        }
    }

    fn times() -> impl Strategy<Value = Time> {
        let zone =
            option::of(sample::select(vec![Zone::Offset(0), Zone::Offset(60), Zone::Offset(-300), Zone::Named("ET")]));
        let part = option::of(sample::select(vec!["MO", "AF", "EV", "NI"]));
        let precision = sample::select(vec![Precision::Hour, Precision::Minute, Precision::Second]);
        (0_u32..86_400, precision, any::<bool>(), zone, part).prop_map(|(seconds, precision, about, zone, part)| {
            let unit = match precision {
                Precision::Hour => HOUR,
                Precision::Minute => 60,
                Precision::Second => 1,
            };
            match part {
                Some(part) => Time { about, ..Time::part_of_day(part).unwrap() },
                None => Time { about, zone, ..Time::clock(seconds / unit * unit, precision) },
            }
        })
    }

    proptest! {
        #[test]
        fn agreement_is_symmetric_and_a_time_agrees_with_itself(a in times(), b in times()) {
            prop_assert_eq!(agree(&a, &b), agree(&b, &a));
            prop_assert_eq!(agree(&a, &a), Agreement::Same);
        }

        #[test]
        fn what_is_displayed_is_read_back(a in times()) {
            prop_assert_eq!(Time::from_timex(&a.to_string()), Some(a));
        }
    }
}
