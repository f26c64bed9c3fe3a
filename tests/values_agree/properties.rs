//! What holds for any two values, of any types.

use belie::values::agree::{Comparison, agree};
use belie::values::agreement::Agreement::{self, Compatible, Conflict, Same};
use belie::values::date::Date;
use belie::values::duration::Leeway;
use belie::values::value::Value;
use proptest::prelude::{BoxedStrategy, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;
use proptest::strategy::Union;
use rust_decimal::Decimal;

use crate::reading::{names, read, type_of, value};
use crate::table::{answers, name};

proptest! {
    #[test]
    fn it_does_not_matter_which_value_stands_first(a in anything(), b in anything(), percent in tolerances()) {
        let (a, b) = (a.value(), b.value());
        prop_assert_eq!(compare(&a, &b, percent), compare(&b, &a, percent), "{} and {}", a, b);
    }

    #[test]
    fn nor_of_two_values_of_one_type((a, b) in two_of_a_type(), percent in tolerances()) {
        let (left, right) = (a.value(), b.value());
        prop_assert_eq!(compare(&left, &right, percent), compare(&right, &left, percent), "{} and {}", a.text, b.text);
    }

    #[test]
    fn a_value_is_the_same_as_itself(a in anything(), percent in tolerances()) {
        let value = a.value();
        prop_assert_eq!(compare(&value, &value, percent), Same, "{}", a.text);
    }

    #[test]
    fn a_value_agrees_with_its_own_text_read_back(a in anything()) {
        let value = a.value();
        let shown = value.to_string();
        // What an adjective says is shown by the name of its place.
        let of = if a.of == "demonym" { "place" } else { a.of };
        let again = read(of, &shown, &names());
        prop_assert!(again.is_some(), "{}: `{}` is shown as `{}`, which cannot be read", a.of, a.text, shown);
        let verdict = compare(&value, &again.unwrap(), None);
        let looser = match &value {
            // "Week-long" is shown as a week, "7:30" as the half past seven of the morning.
            Value::Duration(duration) => duration.leeway != Leeway::None,
            Value::Time(time) => time.either_half,
            _ => false,
        };
        let expected = if looser { Compatible } else { Same };
        prop_assert!(verdict == expected, "{}: `{}`, `{}`: {:?}", a.of, a.text, shown, verdict);
    }

    #[test]
    fn a_wider_tolerance_never_makes_a_conflict(
        (a, b) in two_plain_numbers(), bound in select(BOUNDS.to_vec()), narrow in 0_i64..60, more in 0_i64..60,
    ) {
        let a = Text { text: format!("{bound}{}", a.text), ..a };
        let (left, right) = (a.value(), b.value());
        let tolerances = [None, Some(narrow), Some(narrow + more)];
        let verdicts = tolerances.map(|percent| compare(&left, &right, percent));
        for pair in verdicts.windows(2) {
            prop_assert!(pair[0] == Conflict || pair[1] != Conflict, "{}, {}: {:?}", a.text, b.text, verdicts);
        }
    }

    #[test]
    fn about_never_makes_a_conflict((a, b) in two_plain_numbers(), word in select(vec!["about", "some", "roughly"])) {
        let before = compare(&a.value(), &b.value(), None);
        let about = Text { text: format!("{word} {}", a.text), ..a };
        let after = compare(&about.value(), &b.value(), None);
        prop_assert!(before == Conflict || after != Conflict, "{} and {}: {:?}", about.text, b.text, after);
    }

    #[test]
    fn a_bound_that_is_kept_never_makes_a_conflict((a, b) in two_plain_numbers()) {
        let (low, high) = (number(&a), number(&b));
        for (word, kept) in [("at least", low <= high), ("more than", low <= high), ("up to", low >= high)] {
            let bounded = Text { text: format!("{word} {}", a.text), ..a.clone() };
            let verdict = compare(&bounded.value(), &b.value(), None);
            prop_assert!(!kept || verdict != Conflict, "{} and {}: {:?}", bounded.text, b.text, verdict);
        }
    }

    #[test]
    fn a_date_that_says_less_never_makes_a_conflict(a in dates(), b in dates()) {
        let (Value::Date(left), Value::Date(right)) = (a.value(), b.value()) else { panic!("two dates") };
        let before = compare(&Value::Date(left), &Value::Date(right), None);
        for less in with_less(&left) {
            let after = compare(&Value::Date(less), &Value::Date(right), None);
            prop_assert!(before > Compatible || after != Conflict, "{}, {}, {}: {:?}", left, less, right, after);
        }
    }

    #[test]
    fn a_quantity_agrees_with_itself_in_another_unit((a, b) in converted()) {
        let verdict = compare(&a.value(), &b.value(), None);
        prop_assert!(matches!(verdict, Same | Compatible), "{} and {}: {:?}", a.text, b.text, verdict);
    }

    #[test]
    fn what_is_told_in_a_smaller_unit_without_rest_is_the_same((a, b) in same_in_a_smaller_unit()) {
        prop_assert_eq!(compare(&a.value(), &b.value(), None), Same, "{} and {}", a.text, b.text);
    }

    #[test]
    fn the_page_tells_every_answer_of_a_comparison((a, b) in two_of_a_type(), percent in tolerances()) {
        let verdict = compare(&a.value(), &b.value(), percent);
        let (how, told) = answers(a.of, b.of);
        prop_assert!(told.contains(name(verdict)), "{how} of `{}` and `{}`: {:?}", a.text, b.text, verdict);
    }

    #[test]
    fn types_apart_prove_nothing(a in anything(), b in anything()) {
        let (left, right) = (a.value(), b.value());
        let together = [["count", "number"], ["date", "range"]];
        let types = [type_of(&left), type_of(&right)];
        let meet = types[0] == types[1] || together.iter().any(|pair| types.iter().all(|of| pair.contains(of)));
        prop_assert!(meet || compare(&left, &right, None) == Agreement::Unknown, "{} and {}", a.text, b.text);
    }
}

const BOUNDS: [&str; 7] = ["", "about ", "at least ", "up to ", "nearly ", "just over ", "between 2 and "];

/// The words of a value and what they are to be read as.
#[derive(Clone, Debug)]
struct Text {
    of: &'static str,
    text: String,
}

impl Text {
    fn value(&self) -> Value {
        value(self.of, &self.text, &names())
    }
}

fn compare(a: &Value, b: &Value, percent: Option<i64>) -> Agreement {
    agree(a, b, &Comparison { names: &names(), tolerance: percent.map(|percent| Decimal::new(percent, 2)) })
}

fn tolerances() -> impl Strategy<Value = Option<i64>> {
    proptest::option::of(0_i64..100)
}

fn texts(of: &'static str, text: impl Strategy<Value = String> + 'static) -> BoxedStrategy<Text> {
    text.prop_map(move |text| Text { of, text }).boxed()
}

/// Values of every type.
fn types() -> Vec<BoxedStrategy<Text>> {
    let plain = plain_numbers().into_iter().map(|(of, numbers)| {
        texts(of, (select(BOUNDS.to_vec()), numbers).prop_map(|(bound, number)| format!("{bound}{number}")))
    });
    let named = [
        ("ordinal", &["first", "2nd", "third", "12th", "21st", "hundredth"][..]),
        ("identifier", &["flight QX417", "flight QX418", "flight 417", "Article 5", "version 3.4", "version 3.4.1"]),
        ("place", &["Lyon", "France", "Marseille", "Europe", "Georgia", "Crimea", "Russia", "Perth", "Wexcombe"]),
        ("office", &["PM", "prime minister", "deputy prime minister", "president", "mayor", "chief executive"]),
        ("org", &["Velmont", "Velmont Energy", "Velmond Energy", "NHB", "Northern Harbour Board", "Bank", "TWT"]),
        ("polarity", &["signed", "did not sign", "denied signing"]),
        ("choice", &["open", "closed"]),
        ("words", &["north gate", "south gate"]),
        ("weekday", &["Sunday", "Monday", "Friday"]),
        ("demonym", &["French", "Norwegian"]),
        ("count", &["dozens", "hundreds", "several thousand", "a dozen", "half a million", "tens of thousands"]),
        ("duration", &["week-long", "a couple of days", "a fortnight", "two decades", "an hour and a half"]),
        ("age", &["in her 50s", "in his late 30s", "in his teens", "six months old"]),
        ("percent", &["half", "two-thirds", "nine in ten", "3 percentage points", "50 basis points"]),
    ];
    let named = named.map(|(of, list)| texts(of, select(list.to_vec()).prop_map(str::to_owned)));
    plain.chain(named).chain([dates(), ranges(), times(), people()]).collect()
}

fn anything() -> impl Strategy<Value = Text> {
    Union::new(types())
}

fn two_of_a_type() -> impl Strategy<Value = (Text, Text)> {
    Union::new(types().into_iter().map(|texts| (texts.clone(), texts).boxed()))
}

/// Numbers as they stand, of each type that has them.
fn plain_numbers() -> Vec<(&'static str, BoxedStrategy<String>)> {
    let units = [
        ("count", ""),
        ("number", ""),
        ("money", " euros"),
        ("percent", "%"),
        ("quantity", " km"),
        ("quantity", " miles"),
        ("quantity", " °C"),
        ("quantity", " °F"),
        ("duration", " hours"),
        ("duration", " days"),
        ("duration", " months"),
        ("age", " years old"),
    ];
    let numbers = || {
        let small = (3_u64..130).prop_map(|number| number.to_string());
        let round = (3_u64..400, 0_u32..6).prop_map(|(digits, zeros)| grouped(digits * 10_u64.pow(zeros)));
        let measured = (3_u64..400, 0_u32..10).prop_map(|(number, tenths)| format!("{number}.{tenths}"));
        Union::new([small.boxed(), round.boxed(), measured.boxed()])
    };
    units.map(|(of, unit)| (of, numbers().prop_map(move |number| format!("{number}{unit}")).boxed())).into()
}

/// Two numbers of one type and one unit, near each other more often than not.
fn two_plain_numbers() -> impl Strategy<Value = (Text, Text)> {
    Union::new(plain_numbers().into_iter().map(|(of, numbers)| {
        let near = (numbers.clone(), -9_i64..10).prop_map(|(text, by)| {
            let (digits, unit) =
                text.split_once(' ').map_or((&*text, ""), |(digits, _)| (digits, &text[digits.len()..]));
            let (digits, unit) = digits.strip_suffix('%').map_or((digits, unit), |digits| (digits, "%"));
            let number: Decimal = digits.replace(',', "").parse().unwrap();
            let other = (number + number * Decimal::new(by, 2)).round_dp(number.scale()).max(Decimal::ONE);
            let other = if number.scale() == 0 { grouped(other.try_into().unwrap()) } else { other.to_string() };
            (text.clone(), format!("{other}{unit}"))
        });
        let apart = (numbers.clone(), numbers);
        let pair = Union::new([near.boxed(), apart.boxed()]);
        pair.prop_map(move |(a, b)| (Text { of, text: a }, Text { of, text: b })).boxed()
    }))
}

/// The number that stands at the front of a text.
fn number(text: &Text) -> Decimal {
    let digits = text.text.split([' ', '%']).next().unwrap_or_default();
    digits.replace(',', "").parse().unwrap()
}

/// Four digits without a comma may be a year, and before "hours" a time of day.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap());
    groups.collect::<Vec<_>>().join(",")
}

const MONTHS: [&str; 4] = ["February", "March", "September", "October"];

fn years() -> impl Strategy<Value = i32> {
    2029_i32..2033
}

fn dates() -> BoxedStrategy<Text> {
    let month = || select(MONTHS.to_vec());
    let full = (1_u32..29, month(), years()).prop_map(|(day, month, year)| format!("{day} {month} {year}"));
    let weekday = (select(vec!["Sunday", "Monday", "Friday"]), 1_u32..29, month())
        .prop_map(|(weekday, day, month)| format!("{weekday}, {month} {day}"));
    let yearless = (1_u32..29, month()).prop_map(|(day, month)| format!("{day} {month}"));
    let monthly = (select(vec!["", "early ", "mid-", "late "]), month(), years())
        .prop_map(|(part, month, year)| format!("{part}{month} {year}"));
    let periods = ["", "early ", "late ", "Q1 ", "Q3 ", "the first half of ", "summer ", "winter ", "fiscal "];
    let yearly = (select(periods.to_vec()), years()).prop_map(|(period, year)| format!("{period}{year}"));
    let long = select(vec!["the 2020s", "the 2030s", "early 2030s", "late 2020s", "the 21st century", "October"]);
    let strategies = [full.boxed(), weekday.boxed(), yearless.boxed(), monthly.boxed(), yearly.boxed()];
    texts("date", Union::new(strategies.into_iter().chain([long.prop_map(str::to_owned).boxed()])))
}

fn ranges() -> BoxedStrategy<Text> {
    let days = (1_u32..14, 14_u32..29, select(MONTHS.to_vec()), select(vec!["", " 2031", " 2032"]))
        .prop_map(|(from, to, month, year)| format!("{from}-{to} {month}{year}"));
    let years = (2026_u32..2030, 2030_u32..2034).prop_map(|(from, to)| format!("{from}-{to}"));
    texts("range", Union::new([days.boxed(), years.boxed()]))
}

fn times() -> BoxedStrategy<Text> {
    let minutes = select(vec!["", ":00", ":04", ":30", ":45"]);
    let clock =
        (select(vec!["", "around "]), 1_u32..13, minutes, select(vec![" a.m.", " p.m.", " p.m. ET", " p.m. GMT"]))
            .prop_map(|(about, hour, minutes, half)| format!("{about}{hour}{minutes}{half}"));
    let words =
        select(vec!["morning", "afternoon", "evening", "night", "noon", "midnight", "19:30", "7:30", "09:00 CET"]);
    texts("time", Union::new([clock.boxed(), words.prop_map(str::to_owned).boxed()]))
}

fn people() -> BoxedStrategy<Text> {
    let given = ["", "Peter ", "P. ", "Peter James ", "Petra ", "Jörg ", "Joerg ", "Dr. Peter ", "Mira ", "Ida "];
    let surname = ["Holloway", "Hollaway", "Holloway-Berg", "Berg", "van der Lund", "al-Hamdi", "Hamdi", "Müllner"];
    let known = ["Muellner", "Osgard", "Kessel", "Brandhof", "Lo"];
    let surname: Vec<&str> = surname.into_iter().chain(known).collect();
    let suffix = select(vec!["", "", " Jr.", " Sr."]);
    let name = (select(given.to_vec()), select(surname), suffix);
    texts("person", name.prop_map(|(given, surname, suffix)| format!("{given}{surname}{suffix}")))
}

/// The date without one of its fields, in every way.
fn with_less(date: &Date) -> Vec<Date> {
    let less = [
        Date { weekday: None, ..*date },
        Date { part: None, ..*date },
        Date { year: None, ..*date },
        Date { day: None, ..*date },
        Date { day: None, month: None, ..*date },
    ];
    // A decade, a fiscal year or a week of the year is none without its year, nor "early" without what it is of.
    let whole = |less: &Date| match less.year {
        None => date.period.is_none() && (less.month.is_some() || less.weekday.is_some()),
        Some(_) => date.period.is_none() || less.month == date.month,
    };
    let parted = |less: &Date| less.part.is_none() || (less.month == date.month && less.year == date.year);
    less.into_iter().filter(|less| less != date && whole(less) && parted(less)).collect()
}

/// A quantity, and the same in another unit, rounded to the unit, as a newsroom does it.
fn converted() -> impl Strategy<Value = (Text, Text)> {
    let units = [
        ("miles", "km", Decimal::new(1_609_344, 6), Decimal::ZERO),
        ("feet", "metres", Decimal::new(3_048, 4), Decimal::ZERO),
        ("lb", "kg", Decimal::new(45_359_237, 8), Decimal::ZERO),
        ("acres", "hectares", Decimal::new(40_468_564, 8), Decimal::ZERO),
        ("mph", "km/h", Decimal::new(1_609_344, 6), Decimal::ZERO),
        ("°F", "°C", Decimal::new(55_555_555, 8), Decimal::from(-32)),
    ];
    (select(units.to_vec()), 34_i64..3_000).prop_map(|((from, to, factor, offset), number)| {
        let other = ((Decimal::from(number) + offset) * factor).round();
        let text = |number: Decimal, unit: &str| Text { of: "quantity", text: format!("{number} {unit}") };
        (text(Decimal::from(number), from), text(other, to))
    })
}

/// A length and the same one in a unit of which the first one holds a whole number.
fn same_in_a_smaller_unit() -> impl Strategy<Value = (Text, Text)> {
    let units = [
        ("quantity", "km", "metres", 1_000),
        ("quantity", "tonnes", "kg", 1_000),
        ("quantity", "metres", "cm", 100),
        ("quantity", "GW", "MW", 1_000),
        ("duration", "weeks", "days", 7),
        ("duration", "days", "hours", 24),
        ("duration", "hours", "minutes", 60),
    ];
    (select(units.to_vec()), 2_u64..500, any::<bool>()).prop_map(|((of, from, to, factor), number, swap)| {
        let text = |number: u64, unit: &str| Text { of, text: format!("{} {unit}", grouped(number)) };
        let pair = (text(number, from), text(number * factor, to));
        if swap { (pair.1, pair.0) } else { pair }
    })
}
