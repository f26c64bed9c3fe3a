//! What TIMEX3 keeps beside a value of time, in its attribute `mod`: "early", "about", "more than".

use super::amount::{Amount, Bound};
use super::date::{Date, DateRange};
use super::duration::TimeUnit;
use super::value::Value;

/// A value of time as TIMEX3 writes it in its attribute `value`, and what the words add to it, which TIMEX3 keeps in
/// `mod`: `late 199X` is `199X` and "late", `> P1W` is `P1W` and "at least", `P2N` is `P2D` and
/// "nights". A range of which one end is a day has days for both, as ISO 8601 wants it: `2019-01/2020-04-26` is
/// `2019-01-01/2020-04-26`. Any other value stays as it is.
#[must_use]
pub fn apart(value: &Value) -> (Value, Vec<&'static str>) {
    let mut plain = value.clone();
    let mut modifiers = Vec::new();
    let modifier = match &mut plain {
        Value::Date(date) => date.part.take().map(|part| part.name()),
        Value::Time(time) => std::mem::take(&mut time.about).then_some("about"),
        Value::Duration(length) => {
            // TIMEX3 has no unit for nights.
            let nights = length.unit == TimeUnit::Night;
            if nights {
                length.unit = TimeUnit::Day;
            }
            modifiers.extend(nights.then_some("nights"));
            bound(&mut length.amount)
        }
        Value::Age(age) => bound(&mut age.amount),
        Value::Range(range) => {
            *range = in_days(*range).unwrap_or(*range);
            None
        }
        _ => None,
    };
    modifiers.extend(modifier);
    (plain, modifiers)
}

/// The range with its first and its last day, where one of them is stated and the calendar alone fixes the other.
fn in_days(range: DateRange) -> Option<DateRange> {
    let DateRange { start, end } = range;
    let stated = start.calendar_day().is_some() || end.calendar_day().is_some();
    let exact = start.is_exact() && end.is_exact();
    let days = || Some(DateRange { start: Date::of(start.earliest()?), end: Date::of(end.latest()?) });
    if stated && exact { days() } else { None }
}

fn bound(amount: &mut Amount) -> Option<&'static str> {
    match std::mem::replace(&mut amount.bound, Bound::Plain) {
        Bound::Plain => None,
        Bound::About => Some("about"),
        Bound::AtLeast => Some("at least"),
        Bound::AtMost => Some("at most"),
        Bound::Nearly => Some("nearly"),
        Bound::JustOver => Some("just over"),
    }
}

#[cfg(test)]
mod tests {
    use super::apart;
    use crate::values::numeric;
    use crate::values::value::{Kind, Value};
    use crate::values::whole_text::{parse_date, parse_range, parse_time};

    #[test]
    fn a_modifier_stands_beside_the_value_of_a_time() {
        let date = |text| parse_date(text).map(Value::Date);
        let time = |text| parse_time(text).map(Value::Time);
        let length = |text| numeric::parse(Kind::Duration, text);
        type Row<'a> = (Option<Value>, (&'a str, &'a [&'a str]));
        let table: &[Row<'_>] = &[
            (date("late 1990s"), ("199X", &["late"])),
            (date("mid-October"), ("XXXX-10", &["mid"])),
            (date("October 9"), ("XXXX-10-09", &[])),
            (time("around 3 p.m."), ("T15", &["about"])),
            (length("more than a week"), ("P1W", &["at least"])),
            (length("nearly two years"), ("P2Y", &["nearly"])),
            (length("two nights"), ("P2D", &["nights"])),
            (length("more than two nights"), ("P2D", &["nights", "at least"])),
            (length("three to five days"), ("P3D..P5D", &[])),
            (parse_range("from 2007 to the start of 2008").map(Value::Range), ("2007/early 2008", &[])),
            (parse_range("from May 2031 to June 9, 2031").map(Value::Range), ("2031-05-01/2031-06-09", &[])),
            (parse_range("from May 9 to June 2031").map(Value::Range), ("2031-05-09/2031-06-30", &[])),
            (parse_range("from 2014 to 2018").map(Value::Range), ("2014/2018", &[])),
            (numeric::parse(Kind::Count, "about 400"), ("~ 400", &[])),
        ];
        for (value, expected) in table {
            let value = value.as_ref().unwrap_or_else(|| panic!("no value for {expected:?}"));
            let (plain, modifiers) = apart(value);
            assert_eq!((plain.to_string().as_str(), modifiers.as_slice()), *expected);
        }
    }
}
